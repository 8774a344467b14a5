import { randomUUID } from 'node:crypto';
import type { CommitTimes, DeliveredRelease, RecordedDeployment } from '@slipway/dora';
import { fromConfigLog, fromDeployments } from '@slipway/dora';
import { Failure, failWhen, type Problem } from '@slipway/failure';
import { type ConnectGitHub, type GitHub, type ReadOutcome, wasRefusedByGate } from '@slipway/github';
import type { InputsOf } from '@slipway/metadata';
import type { Ports, RunContext } from '@slipway/runner';
import { parseAddress, withRepository } from '@slipway/write-back';
import type { action } from './action.ts';

/** The parsed inputs. */
export type Inputs = InputsOf<typeof action>;

/** As far back as GitHub is asked: three thousand deployments. */
const MOST_PAGES = 30;

function readOrFail<T>(outcome: ReadOutcome<T>): T {
  if (outcome.kind === 'read') return outcome.value;
  const message = `GitHub's deployments could not be read: ${outcome.reason}`;
  throw new Failure({ code: 'DEPLOYMENTS_UNREAD', message, remedy: 'Grant "deployments: read" to the job.' });
}

async function deploymentsSince(github: GitHub, environment: string, from: number): Promise<readonly RecordedDeployment[]> {
  const found: RecordedDeployment[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { items, more } = readOrFail(await github.listDeployments(environment, page));
    for (const { id, sha, createdAt } of items) {
      const statuses = readOrFail(await github.listDeploymentStatuses(id));
      // What a gate kept out was never delivered, so neither did it fail there.
      if (!wasRefusedByGate(statuses)) found.push({ sha, createdAt, statuses });
    }
    // The newest come first; one that is older than the period tells what its first release brought.
    if (!more || items.some(({ createdAt }) => createdAt < from)) return found;
  }
  const message = `There are more than ${MOST_PAGES * 100} deployments to ${environment} in the period.`;
  throw new Failure({ code: 'DEPLOYMENTS_TOO_MANY', message, remedy: 'Look at fewer "days".' });
}

async function fromRepository(inputs: Inputs, ports: Ports, context: RunContext): Promise<readonly DeliveredRelease[]> {
  const { repository = '', token, branch, service, environment } = inputs;
  const problems: Problem[] = [];
  const url = parseAddress(repository, token !== undefined, context.serverUrl, problems);
  failWhen(problems);
  const folder = `${context.temp}/dora-metrics-${randomUUID()}`;
  return withRepository({ url, folder, token }, ports, async (git) => {
    const head = await git.fetch(branch);
    if ('kind' in head) {
      const message = `The configuration repository could not be read: ${head.said}`;
      throw new Failure({ code: 'GIT_FAILED', message, remedy: 'Check "repository", "branch" and "token".' });
    }
    const log = (await git.log(head.commit)).map(({ at, message }) => ({ at: at * 1000, message }));
    return fromConfigLog(log, { service, environment });
  });
}

/** The releases, from whichever record was chosen. */
export async function gatherReleases(
  inputs: Inputs,
  from: number,
  connect: ConnectGitHub,
  ports: Ports,
  context: RunContext,
): Promise<readonly DeliveredRelease[]> {
  if (inputs.source === 'config-log') return fromRepository(inputs, ports, context);
  const { githubToken: token } = inputs;
  const { repository, apiUrl } = context;
  if (token === undefined || repository === undefined) {
    const message = 'It is not known whose deployments are to be read.';
    throw new Failure({ code: 'REPOSITORY_UNKNOWN', message, remedy: 'Run in a workflow, or set GITHUB_REPOSITORY.' });
  }
  return fromDeployments(await deploymentsSince(connect({ apiUrl, repository, token }, ports), inputs.environment, from));
}

const COMMIT = /^[0-9a-f]{7,64}$/;

/** When the commits between two of the checkout were made; read before they are counted, for counting asks nobody. */
export async function gatherCommitTimes(releases: readonly DeliveredRelease[], { exec }: Ports): Promise<CommitTimes> {
  const times = new Map<string, readonly number[]>();
  const good = releases.filter(({ failed, commit }) => !failed && COMMIT.test(commit)).toSorted((a, b) => a.at - b.at);
  for (const [index, { commit }] of good.entries()) {
    const since = good[index - 1]?.commit;
    const range = since === undefined ? ['-1', commit] : [`${since}..${commit}`];
    const { exitCode, stdout } = await exec.run('git', ['log', '--format=%ct', ...range, '--']);
    if (exitCode === 0)
      times.set(
        commit,
        stdout
          .split('\n')
          .filter(Boolean)
          .map((seconds) => Number(seconds) * 1000),
      );
  }
  return (_, until) => times.get(until);
}
