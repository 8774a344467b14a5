export { isArgoRollout, referencedBy } from './argo-rollout.ts';
export { CANARY_OF, canaryOf, canaryTarget, isOwnCanary, knownCanaries, runsAlone } from './canary.ts';
export type { CanarySize } from './canary-size.ts';
export { canarySize } from './canary-size.ts';
export { clearCanaries } from './clear-canaries.ts';
export { withCanaryFailed } from './failed-canary.ts';
export type { CanaryPlay, CanaryPlayed, CanaryShare, CanaryStep, PlayedStep } from './play-canary.ts';
export { playCanary, stepWords } from './play-canary.ts';
