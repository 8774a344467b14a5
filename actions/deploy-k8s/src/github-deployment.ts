import type { DeploymentDraft, DeploymentMark, DeploymentWord } from '@slipway/github';
import type { RunContext } from '@slipway/runner';
import type { Ending } from './ending.ts';
import type { Inputs } from './scene.ts';

/** How this run's deployment is known again. */
export function markOf({ service }: Inputs, { runUrl = '', runAttempt = '1' }: RunContext): DeploymentMark {
  return { run: runUrl, attempt: runAttempt, service };
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
