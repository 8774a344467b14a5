import { type Deployment, type DeploymentDraft, type DeploymentStatus, type DeploymentWord, latestStatus } from '@slipway/github';
import type { RunContext } from '@slipway/runner';
import type { Ending } from './ending.ts';
import type { Inputs } from './scene.ts';

/** A deployment with what was said of it. */
export interface SpokenOf {
  readonly deployment: Deployment;
  readonly statuses: readonly DeploymentStatus[];
}

/**
 * Which deployment on GitHub is this run's.
 *
 * `job` is one that GitHub made because the job names its environment; GitHub ends it with the job. `own` is one that an
 * earlier try of this very attempt made.
 */
export type OwnDeployment =
  | { readonly kind: 'job' | 'own'; readonly id: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous'; readonly ids: readonly number[] };

/** States of a deployment whose job still runs. */
const OPEN = new Set(['queued', 'waiting', 'pending', 'in_progress']);

interface Mark {
  readonly run: string;
  readonly attempt: string;
  readonly service: string;
}

function markOf({ service }: Inputs, { runUrl = '', runAttempt = '1' }: RunContext): Mark {
  return { run: runUrl, attempt: runAttempt, service };
}

function isMarked({ payload }: Deployment, mark: Mark): boolean {
  return Object.entries(mark).every(([name, value]) => payload[name] === value);
}

/**
 * Finds this run's deployment among those of its commit and environment.
 *
 * GitHub writes the address of the job into the statuses of a deployment that it made for one, and a job does not know its own:
 * of several open ones of one run, which a matrix makes, none can be told to be ours.
 */
export function chooseOwn(known: readonly SpokenOf[], inputs: Inputs, context: RunContext): OwnDeployment {
  const own = known.find(({ deployment }) => isMarked(deployment, markOf(inputs, context)));
  if (own !== undefined) return { kind: 'own', id: own.deployment.id };
  const { runUrl } = context;
  if (runUrl === undefined) return { kind: 'none' };
  const ids = known
    .filter(({ statuses }) => OPEN.has(latestStatus(statuses)?.state ?? ''))
    .filter(({ statuses }) => statuses.some(({ logUrl = '' }) => logUrl.startsWith(`${runUrl}/job/`)))
    .map(({ deployment }) => deployment.id);
  const [first, ...others] = ids;
  if (first === undefined) return { kind: 'none' };
  return others.length === 0 ? { kind: 'job', id: first } : { kind: 'ambiguous', ids };
}

/** The deployment as it is made: what runs where, and by which run. */
export function draftOf(inputs: Inputs, context: RunContext, sha: string, release: number | undefined): DeploymentDraft {
  const { service, namespace, image, environment = '', productionEnvironment, transientEnvironment } = inputs;
  const [, digest = ''] = image.split('@');
  return {
    sha,
    environment,
    description: `${service} release ${release ?? '-'} in ${namespace}`,
    payload: { ...markOf(inputs, context), namespace, image, digest, ...(release !== undefined && { release }) },
    transient: transientEnvironment,
    ...(productionEnvironment !== 'auto' && { production: productionEnvironment === 'true' }),
  };
}

function addressesOf({ environmentUrl }: Inputs, { runUrl }: RunContext): Pick<DeploymentWord, 'logUrl' | 'environmentUrl'> {
  return { ...(runUrl !== undefined && { logUrl: runUrl }), ...(environmentUrl !== undefined && { environmentUrl }) };
}

/** What is said while it goes on. */
export function beginning(inputs: Inputs, context: RunContext, release: number | undefined): DeploymentWord {
  const description = `Release ${release ?? '-'}, ${inputs.image.split('@')[1] ?? inputs.image}`;
  return { state: 'in_progress', description, ...addressesOf(inputs, context) };
}

/** What is said when it is over; without an ending, something kept the deploy from coming to one. */
export function ended(inputs: Inputs, context: RunContext, ending: Ending | undefined): DeploymentWord {
  const addresses = addressesOf(inputs, context);
  const release = ending?.release === undefined ? inputs.service : `Release ${ending.release.id}`;
  if (ending === undefined) return { state: 'error', description: 'The deploy did not come to its end.', ...addresses };
  if (ending.state === 'unknown') {
    return { state: 'error', description: `Could not tell whether it runs: ${ending.why}`, ...addresses };
  }
  if (ending.state === 'deployed') return { state: 'success', description: `${release} runs`, ...addresses };
  // A person is waited for: it is neither over nor wrong.
  if (ending.state === 'paused') return { state: 'in_progress', description: `${release} waits: ${ending.why}`, ...addresses };
  const { cause } = ending.evidence;
  const back = ending.undoing.state === 'restored' ? `; release ${ending.undoing.release.id} runs again` : '';
  return { state: 'failure', description: `${cause.class}/${cause.reason}${back}`, ...addresses };
}
