import type { Problem } from '@slipway/failure';
import { clusterInputProblems, clusterInputs } from '@slipway/cluster-login';
import { choice, defineAction, duration, flag, inputName, integer, list, path, secret, text } from '@slipway/metadata';
import { canaryStepProblems } from './canary-steps.ts';
import { digestReferenceProblems } from './image.ts';
import { nameProblems } from './name.ts';

interface Origins {
  readonly manifests: readonly string[] | undefined;
  readonly kustomize: string | undefined;
  readonly helmChart: string | undefined;
  readonly helmValues: readonly string[] | undefined;
}

/** Manifests come from one place, so that it can be said of each object where it was written. */
function originProblems({ manifests, kustomize, helmChart, helmValues }: Origins): readonly Problem[] {
  const given = [manifests, kustomize, helmChart].filter((origin) => origin !== undefined).length;
  const names = '"manifests", "kustomize" and "helm-chart"';
  const problems: Problem[] = [];
  if (given === 0) {
    const message = `None of ${names} is given, so there is nothing to deploy.`;
    problems.push({ code: 'INPUT_MISSING', message, remedy: 'Give one of them.' });
  }
  if (given > 1) {
    const message = `More than one of ${names} is given.`;
    problems.push({ code: 'INPUTS_CONTRADICT', message, remedy: 'Give one of them.' });
  }
  if (helmValues !== undefined && helmChart === undefined) {
    const message = '"helm-values" is given without "helm-chart".';
    problems.push({ code: 'INPUTS_CONTRADICT', message, remedy: 'Give the chart as well, or leave the values out.' });
  }
  return problems;
}

/** A deployment on GitHub is told with a token. */
function tokenProblems({
  environment,
  githubToken,
}: {
  environment: string | undefined;
  githubToken: unknown;
}): readonly Problem[] {
  if (environment === undefined || githubToken !== undefined) return [];
  const message = '"environment" is given without "github-token", so nobody could be told of the deployment.';
  return [
    {
      code: 'INPUTS_CONTRADICT',
      message,
      remedy: 'Give the token as well, with "deployments: write", or leave the environment out.',
    },
  ];
}

interface Strategy {
  readonly strategy: string;
  readonly canarySteps: readonly string[];
  readonly configCopies: boolean;
  readonly keepOld: number | undefined;
}

/** Two versions side by side need a configuration each, or trying the new one would change the old one. */
function strategyProblems({ strategy, canarySteps, configCopies, keepOld }: Strategy): readonly Problem[] {
  const steps = [...canaryStepProblems(canarySteps)];
  if (keepOld !== undefined && strategy !== 'blue-green') {
    const message = `"keep-old" is given, and "strategy" is ${strategy}, which leaves no old pods to keep.`;
    steps.push({ code: 'INPUTS_CONTRADICT', message, remedy: 'Leave "keep-old" out, or set strategy: blue-green.' });
  }
  if (strategy === 'rolling' || configCopies) return steps;
  const message = `"strategy" is ${strategy} and "config-copies" is false: old and new pods would share one configuration.`;
  return [...steps, { code: 'INPUTS_CONTRADICT', message, remedy: 'Leave "config-copies" out, or set strategy: rolling.' }];
}

/** The definition of deploy-k8s. */
export const action = defineAction({
  name: 'deploy-k8s',
  title: 'Deploy to Kubernetes',
  description: 'Applies a service and waits until it runs; on failure says why and goes back to the last good release',
  branding: { icon: 'upload-cloud', color: 'blue' },
  inputs: {
    service: text('Name of the service; the release record is kept under it', { required: true, example: 'order-service' }),
    namespace: text('Namespace to deploy to', { required: true, example: 'shop' }),
    manifests: list('Files and folders of manifests, one a line; folders with everything below them', { example: 'deploy/k8s' }),
    kustomize: path('Folder of a kustomization, instead of manifests; rendered by kustomize, or by kubectl where there is none'),
    helmChart: path('Folder of a chart, instead of manifests; rendered by helm template with the service as the release'),
    helmValues: list('Files of values for the chart, one a line; later ones win'),
    image: text('Image of the service by digest; set in every container whose image has the same name', {
      required: true,
      example: 'registry.example.com/shop/order-service@sha256:…',
    }),
    ...clusterInputs,
    clusterUid: text('UID of the namespace kube-system of the cluster that is meant; any other cluster is refused'),
    timeout: duration('How long the rollout, and after a failure the rollback, may take', { default: '5m' }),
    stabilityWindow: duration('How long all pods must stay ready, without a restart, before the release counts', {
      default: '30s',
    }),
    strategy: choice(
      'How a new version takes over: pod by pod, tried first beside the old one with a share of the requests (canary), or brought up whole and then given all of them at once (blue-green)',
      ['rolling', 'canary', 'blue-green'],
      { default: 'rolling' },
    ),
    canarySteps: list('Steps of a canary, one a line: the share of pods that are new, and how long they must then stay good', {
      default: '10%: 1m\n50%: 1m',
      example: '10%: 1m',
    }),
    preview: duration('How long a blue-green version must stay good behind its preview Service before requests are led to it', {
      default: '0s',
    }),
    keepOld: duration(
      'How long the old pods of a blue-green release are kept, and the run with them; until the next deploy where it is not given',
    ),
    createNamespace: flag('Create the namespace when it is not there', { default: 'false' }),
    onFailure: choice('What to do with a release that fails: go back to the last good one, or leave it', ['rollback', 'keep'], {
      default: 'rollback',
    }),
    onPause: choice(
      'What a run comes to when a Rollout of Argo Rollouts waits for a person: inconclusive, or pass with the output "paused"',
      ['inconclusive', 'pass'],
      { default: 'inconclusive' },
    ),
    record: choice(
      'How a release that runs is recorded: good at once, or pending until watch-and-rollback calls it good',
      ['good', 'pending'],
      { default: 'good' },
    ),
    forceConflicts: flag('Take over fields that belong to another manager; replicas stay with an autoscaler all the same', {
      default: 'false',
    }),
    checkImage: flag(
      'Ask the registry for the image and its platforms before anything is changed, and for the recorded image before a rollback',
      { default: 'true' },
    ),
    configCopies: flag(
      'Give pods unchangeable copies of the ConfigMaps and Secrets among the manifests, so that a change of them rolls out and rolls back as an image does',
      { default: 'true' },
    ),
    prune: flag('Delete what an earlier release of the service applied and no manifest names any more', { default: 'true' }),
    pruneLimit: integer('Objects that one deploy may delete; by default a fifth of what the service has, and three at least', {
      min: 0,
    }),
    lock: flag('Let one run at a time deploy the service, whichever repository it comes from, by a Lease in the namespace', {
      default: 'true',
    }),
    lockTimeout: duration('How long another run that deploys the service is waited for', { default: '10m' }),
    staleRun: choice(
      'What a run does whose commit is older than the one that runs: skip, or deploy to go back on purpose',
      ['skip', 'deploy'],
      {
        default: 'skip',
      },
    ),
    githubToken: secret(
      'Token that tells which of two commits is newer, and whether the run that left a lock behind is over; without it, git and time tell',
      { example: `\${{ github.token }}` },
    ),
    dryRun: flag('Only let the cluster say what would change', { default: 'false' }),
    environment: text(
      "Name of the environment on GitHub whose deployment is told how this deploy goes: the one that the job's own environment has made, or a new one",
      { example: 'production' },
    ),
    environmentUrl: text('Address of the environment, told on its deployment and passed on as the output "url"'),
    productionEnvironment: choice(
      "Whether the environment's users are the end users, for a deployment that is made; auto lets GitHub tell by its name",
      ['auto', 'true', 'false'],
      { default: 'auto' },
    ),
    transientEnvironment: flag('Whether the environment will be gone, as that of a pull request, for a deployment that is made', {
      default: 'false',
    }),
  },
  outputs: {
    release: "Number of the release in the service's record",
    previousRelease: 'Number of the release that ran before',
    image: 'Image that was deployed, with its digest',
    changed: 'Whether the cluster was changed: true or false',
    skipped: 'Whether nothing was deployed because a newer commit runs already: true or false',
    paused: 'Whether a Rollout of Argo Rollouts waits for a person to let it go on: true or false',
    pruned: 'How many objects were deleted because no manifest names them any more',
    cause: 'Why the release failed: class and reason, such as app/CrashLoopBackOff; empty when it did not',
    rolledBackTo: 'Number of the release that runs again after a rollback, or that still runs after a canary failed',
    url: 'The input environment-url',
    deployment: "Number of GitHub's deployment that was told how this deploy went; empty when none was",
  },
  permissions: { contents: 'read', actions: 'read', deployments: 'write' },
  contradictions: (inputs) => [
    ...nameProblems('service', inputs.service),
    ...nameProblems('namespace', inputs.namespace),
    ...originProblems(inputs),
    ...digestReferenceProblems(inputs.image),
    ...clusterInputProblems(inputs),
    ...tokenProblems(inputs),
    ...strategyProblems(inputs),
    ...(inputs.stabilityWindow >= inputs.timeout
      ? [
          {
            code: 'INPUTS_CONTRADICT',
            message: `"${inputName('stabilityWindow')}" is not shorter than "timeout", so no release could ever count.`,
            remedy: 'Make "timeout" longer.',
          },
        ]
      : []),
  ],
});
