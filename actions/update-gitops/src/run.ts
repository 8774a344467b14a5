import { randomUUID } from 'node:crypto';
import type { Change } from '@slipway/config-edit';
import { Failure } from '@slipway/failure';
import type { ConnectGitHub } from '@slipway/github';
import type { Outcome, Ports, Run, RunContext } from '@slipway/runner';
import { withRepository, type Written, writeBack } from '@slipway/write-back';
import type { action } from './action.ts';
import { check } from './check.ts';
import { bringPullRequest, type Pull } from './pull-request.ts';
import { report } from './report.ts';
import { gatherRequest, type Inputs, type Request } from './request.ts';

/** Lines are those of the configuration repository: an annotation on the service's own file of that name would mislead. */
function elsewhere(error: unknown, repository: string): unknown {
  if (!(error instanceof Failure)) return error;
  const problems = error.problems.map((problem) =>
    problem.location === undefined
      ? problem
      : { ...problem, location: { ...problem.location, file: `${repository}/${problem.location.file}` } },
  );
  return new Failure(problems, { cause: error });
}

function writeOnce({ url, write }: Request, { token }: Inputs, ports: Ports, folder: string): Promise<Written<Change>> {
  const { clock, log, cancelled: signal } = ports;
  return withRepository({ url, folder, token }, ports, (repository) => writeBack(write, { repository, clock, log, signal }));
}

interface Performed {
  readonly written: Written<Change>;
  readonly pull?: Pull;
}

/** What may lead to a pull request where a commit was to be pushed. */
const isRuledOut = (error: unknown): boolean => error instanceof Failure && error.code === 'BRANCH_RULED_OUT';

async function perform(request: Request, inputs: Inputs, world: World): Promise<Performed> {
  const { ports, context, connect } = world;
  const folder = (): string => `${context.temp}/update-gitops-${randomUUID()}`;
  const byPull = async (): Promise<Performed> => {
    const write = { ...request.write, from: request.pullBranch };
    const written = await writeOnce({ ...request, write }, inputs, ports, folder());
    if (written.kind !== 'written') return { written };
    return { written, pull: await bringPullRequest(inputs, request, written.changes, connect, ports, context) };
  };
  if (inputs.deliver === 'pull-request') return byPull();
  try {
    return { written: await writeOnce(request, inputs, ports, folder()) };
  } catch (error) {
    if (inputs.deliver !== 'auto' || !isRuledOut(error) || request.hosted === undefined) throw error;
    ports.log.info(`A rule forbids the commit: ${error instanceof Error ? error.message : ''} A pull request brings it.`);
    return byPull();
  }
}

interface World {
  readonly ports: Ports;
  readonly context: RunContext;
  readonly connect: ConnectGitHub;
}

async function writeTo(inputs: Inputs, world: World): Promise<Outcome<typeof action>> {
  const request = await gatherRequest(inputs, world.context);
  const { written, pull } = await perform(request, inputs, world).catch((error: unknown) => {
    throw elsewhere(error, inputs.repository);
  });
  return report(inputs, request, written, pull);
}

/** Writes to the configuration repository, or looks for what is held in a checkout of it; through whichever GitHub `connect` opens. */
export function runWith(connect: ConnectGitHub): Run<typeof action> {
  return async (inputs, ports, context) =>
    inputs.mode === 'check' ? check(ports) : writeTo(inputs, { ports, context, connect });
}
