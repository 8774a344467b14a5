import { objectName } from '@slipway/kubernetes';
import type { Problem } from '@slipway/failure';
import { type CanaryPlay, COPY_OF, type Colour, type PlayedStep, runsAlone } from '@slipway/rollout';
import type { KubeObject } from '@slipway/kubernetes';
import type { Step } from './plan.ts';

/** A new version that is tried beside the stable one. */
export interface CanaryTrial {
  readonly kind: 'canary';
  readonly play: CanaryPlay;
  /** What the canary's pods need and what no pod of the stable release has yet. */
  readonly first: readonly Step[];
  /** Everything else, for when the canary has proved good. */
  readonly rest: readonly Step[];
}

/** A new version that comes up whole before requests are led to it. */
export interface ColourTrial {
  readonly kind: 'blue-green';
  readonly to: Colour;
  readonly from: Colour | undefined;
  /** Services as they must be while the new version comes up: leading to nothing but the old one. */
  readonly pins: readonly KubeObject[];
  /** The same Services as they were, for when the new version has gone again. */
  readonly unpinned: readonly KubeObject[];
  /** The new version, and what its pods need. */
  readonly first: readonly Step[];
  /** The switch, and everything that comes with it. */
  readonly rest: readonly Step[];
}

/** What is tried before the stable release is touched. */
export type Trial = { readonly kind: 'none'; readonly why: string } | CanaryTrial | ColourTrial;

/** How far a trial came. */
export type Tried =
  | { readonly kind: 'canary'; readonly steps: readonly PlayedStep[]; readonly total: number }
  | { readonly kind: 'blue-green'; readonly to: Colour; readonly from: Colour | undefined; readonly switched: boolean };

/** What pods need before they start. Only what is new of it: what the stable release uses must not change under it. */
const NEEDED = ['Namespace', 'CustomResourceDefinition', 'ServiceAccount', 'ConfigMap', 'Secret', 'PersistentVolumeClaim'];
const RIGHTS = ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'];

/** Whether a step comes before the pods of a trial. */
export function isNeededFirst({ manifest: { object }, change }: Step): boolean {
  if (object.kind === 'Job') return change === 'create' || change === 'replace';
  const copied = object.metadata.annotations?.[COPY_OF] !== undefined;
  return (change === 'create' && [...NEEDED, ...RIGHTS].includes(object.kind)) || (copied && change !== 'same');
}

/** What is wrong with Deployments of which two versions would run side by side. */
export function runsAloneProblems(steps: readonly Step[]): readonly Problem[] {
  return steps
    .filter(({ manifest: { object } }) => object.kind === 'Deployment' && runsAlone(object))
    .map(({ manifest }) => ({
      code: 'STRATEGY_RUNS_ALONE',
      message: `${objectName(manifest.object)} has the strategy Recreate: two of its versions may not run at once, and here they would.`,
      remedy: 'Set strategy: rolling, or let the Deployment use RollingUpdate.',
      location: manifest.locate(['spec', 'strategy', 'type']),
    }));
}

/** Steps of which those are taken whatever was planned whose objects are written meanwhile, and so are not as they were. */
export function writtenAgain(steps: readonly Step[], meanwhile: readonly KubeObject[]): readonly Step[] {
  const names = new Set(meanwhile.map(objectName));
  return steps.map((step) => {
    return names.has(objectName(step.manifest.object)) && step.change === 'same' ? { ...step, change: 'change' } : step;
  });
}
