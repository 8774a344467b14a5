import { CLUSTER_INPUTS, clusterInputProblems, clusterInputs } from '@slipway/cluster-login';
import type { Problem } from '@slipway/failure';
import { choice, defineAction, duration, flag, integer, list, path, text } from '@slipway/metadata';

const OF_BRANCH = ['service', 'branch', ...CLUSTER_INPUTS] as const;
const QUOTA = /^[a-z][a-z0-9./-]*=[0-9]+(\.[0-9]+)?([numkMGTPE]i?)?$/;
/** What deploy-k8s takes for a service's name, which the namespace begins with. */
const NAME = /^[a-z]([a-z0-9-]*[a-z0-9])?$/;

/** What a mode cannot do without. */
function missing(name: string, why: string): Problem {
  return { code: 'INPUT_MISSING', message: `Input "${name}" is missing: ${why}.`, remedy: `Give "${name}".` };
}

function branchProblems(service: string | undefined, quota: readonly string[] = []): readonly Problem[] {
  const wrong = quota.filter((line) => !QUOTA.test(line.trim()));
  const problems = wrong.map((line): Problem => {
    const message = `The line ${JSON.stringify(line)} of "quota" is not RESOURCE=AMOUNT.`;
    return { code: 'INPUT_MALFORMED', message, remedy: 'Write, for example: pods=20 or requests.memory=4Gi' };
  });
  if (service === undefined) return [missing('service', 'the namespace is named after it'), ...problems];
  if (NAME.test(service)) return problems;
  const message = `Input "service" is ${JSON.stringify(service)}, which no namespace can begin with.`;
  return [{ code: 'INPUT_MALFORMED', message, remedy: 'Use small letters, digits and dashes, a letter first.' }, ...problems];
}

/** The definition of environments. */
export const action = defineAction({
  name: 'environments',
  title: 'Environments',
  description:
    'Gives a branch a namespace of its own that goes when its time is over, tells where staging is not the mirror of production, and refuses what belongs to production there',
  branding: { icon: 'layers', color: 'blue' },
  inputs: {
    file: path('YAML file that describes the environments', { default: '.slipway/environments.yml' }),
    environment: text('The environment that is looked at', { default: 'staging' }),
    service: text('Name of the service', { example: 'order-service' }),
    onDrift: choice('What a difference that the file does not allow comes to', ['report', 'fail'], { default: 'report' }),
    namespace: text('Namespace whose releases are written down', { example: 'shop' }),
    out: path('File to write the snapshot to', { default: 'environment.json' }),
    branch: text('The branch that the namespace is for; the one that is built unless told', { example: 'feature/cart' }),
    lifetime: duration('How long the namespace stays after it was last opened', { default: '3d' }),
    quota: list('Limits of the namespace, one a line as RESOURCE=AMOUNT, as a ResourceQuota takes them', {
      example: 'pods=20',
    }),
    atMost: integer('How many namespaces one sweep deletes at most', { min: 1, default: '20' }),
    dryRun: flag('Only tell what would be deleted', { default: 'false' }),
    ...clusterInputs,
  },
  outputs: {
    namespace: 'The namespace of the branch',
    expiresAt: 'When it goes unless it is opened again, in ISO 8601',
    differences: 'Number of differences that the file does not allow',
    traces: 'Number of things found that belong to production, or to a person',
    deleted: 'Namespaces that were deleted, or with `dry-run` would be, one a line',
  },
  permissions: { 'id-token': 'write' },
  contradictions: (inputs) => [
    ...('kubeconfig' in inputs ? clusterInputProblems(inputs) : []),
    ...(inputs.mode === 'open' ? branchProblems(inputs.service, inputs.quota) : []),
    ...(inputs.mode === 'close' ? branchProblems(inputs.service) : []),
    ...(inputs.mode === 'snapshot' && inputs.namespace === undefined ? [missing('namespace', 'it is what is written down')] : []),
  ],
  modes: {
    drift: {
      description: 'Tells in what an environment is not as the one that it mirrors',
      inputs: ['file', 'environment', 'service', 'onDrift'],
    },
    check: {
      description: 'Refuses hosts, secrets and keys of production in an environment, and data of real people in its test data',
      inputs: ['file', 'environment', 'service'],
    },
    snapshot: {
      description: 'Writes down which release of each service runs in a namespace, and its objects, for `drift`',
      inputs: ['namespace', 'out', ...CLUSTER_INPUTS],
    },
    open: {
      description: "Makes the branch's namespace, or lets it live longer",
      inputs: [...OF_BRANCH, 'lifetime', 'quota'],
    },
    close: { description: "Deletes the branch's namespace", inputs: OF_BRANCH },
    sweep: {
      description: 'Deletes the namespaces of branches whose time is over',
      inputs: [...CLUSTER_INPUTS, 'atMost', 'dryRun'],
    },
  },
});
