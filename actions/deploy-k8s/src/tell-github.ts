import {
  type ConnectGitHub,
  type DeploymentOutcome,
  findOwnDeployment,
  type GitHub,
  type OwnDeployment,
  whyUntold,
  GRANT_DEPLOYMENTS,
  type WriteOutcome,
} from '@slipway/github';
import type { Annotation, Ports, RunContext } from '@slipway/runner';
import type { Ending } from './ending.ts';
import { beginning, draftOf, ended, markOf } from './github-deployment.ts';
import type { Inputs } from './scene.ts';

/** How the work ended, and what came of telling GitHub. */
export interface Told {
  readonly ending: Ending;
  /** GitHub's number of the deployment. */
  readonly deployment?: number;
  readonly remarks: readonly Annotation[];
}

/** What a cancelled run still has time for. */
const LAST_WORD_MS = 1500;

type Kept = Extract<OwnDeployment, { readonly id: number }>;

/** Collects what could not be told; none of it changes what the deploy came to. */
class Remarks {
  readonly all: Annotation[] = [];

  add(what: string, why: string): void {
    const message = `${what}: ${why} The deploy itself is not touched by this.`;
    this.all.push({ level: 'warning', title: 'Not told on GitHub', message });
  }

  /** Whether it was written. */
  took(what: string, outcome: WriteOutcome | DeploymentOutcome): boolean {
    if (outcome.kind === 'written' || outcome.kind === 'made') return true;
    this.add(what, whyUntold(outcome));
    return false;
  }
}

async function begin(
  github: GitHub,
  inputs: Inputs,
  context: RunContext,
  sha: string,
  release: number | undefined,
  remarks: Remarks,
): Promise<Kept | undefined> {
  const found = await findOwnDeployment(github, inputs.environment ?? '', sha, markOf(inputs, context));
  if (found.kind === 'unread') {
    remarks.add("Which deployment is this job's could not be read", `${found.reason} ${GRANT_DEPLOYMENTS}`);
    return undefined;
  }
  let own = found.value;
  if (own.kind === 'ambiguous') {
    remarks.add("Which deployment is this job's could not be told", `${own.ids.length} of this run are open.`);
    return undefined;
  }
  if (own.kind === 'none') {
    const made = await github.createDeployment(draftOf(inputs, context, sha, release));
    if (!remarks.took('No deployment was made', made) || made.kind !== 'made') return undefined;
    own = { kind: 'own', id: made.id };
  }
  remarks.took(
    `Deployment ${own.id} does not say that it goes on`,
    await github.sayOfDeployment(own.id, beginning(inputs, context, release)),
  );
  return own;
}

/**
 * Does the work and tells GitHub's deployment of its environment how it goes.
 *
 * A job that names the environment has a deployment already, which GitHub ends with the job: it is told what goes wrong and
 * never that all is well, for what the job does next may say otherwise.
 *
 * @param release the number that the release is going to have
 */
export async function tellingGitHub(
  inputs: Inputs,
  release: number | undefined,
  connect: ConnectGitHub,
  ports: Ports,
  context: RunContext,
  work: () => Promise<Ending>,
): Promise<Told> {
  const { environment, githubToken: token } = inputs;
  const { repository, sha, apiUrl } = context;
  if (environment === undefined || token === undefined) return { ending: await work(), remarks: [] };
  if (repository === undefined || sha === undefined) {
    ports.log.info('No deployment is told on GitHub: this is no run of a workflow.');
    return { ending: await work(), remarks: [] };
  }
  const access = { apiUrl, repository, token };
  const remarks = new Remarks();
  const own = await begin(connect(access, ports), inputs, context, sha, release, remarks);
  const end = async (ending: Ending | undefined): Promise<void> => {
    const word = ended(inputs, context, ending);
    if (own === undefined || (own.kind === 'job' && word.state === 'success')) return;
    const cancelled = ports.cancelled.aborted ? AbortSignal.timeout(LAST_WORD_MS) : ports.cancelled;
    const outcome = await connect(access, { ...ports, cancelled }).sayOfDeployment(own.id, word);
    remarks.took(`Deployment ${own.id} does not say how it ended`, outcome);
  };
  let ending: Ending | undefined;
  try {
    ending = await work();
  } finally {
    await end(ending);
  }
  return { ending, remarks: remarks.all, ...(own && { deployment: own.id }) };
}
