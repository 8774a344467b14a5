export { isArgoRollout, referencedBy } from './argo-rollout.ts';
export { CANARY_OF, canaryOf, canaryTarget, canaryTrack, isOwnCanary, knownCanaries, runsAlone } from './canary.ts';
export type { CanarySize } from './canary-size.ts';
export { canarySize } from './canary-size.ts';
export { clearCanaries } from './clear-canaries.ts';
export { withCanaryFailed } from './failed-canary.ts';
export type { CanaryPlay, CanaryPlayed, CanaryShare, CanaryStep, PlayedStep, Routing } from './play-canary.ts';
export { playCanary, routeBack, stepWords } from './play-canary.ts';
export type { Colour } from './colour.ts';
export {
  COLOUR_OF,
  colourable,
  colourOf,
  cutOff,
  inColour,
  isColoured,
  isSwitch,
  otherColour,
  pinned,
  switches,
  wayBack,
} from './colour.ts';
export type { ColourChoice, ColourFacts } from './choose-colour.ts';
export { chooseColour } from './choose-colour.ts';
export { canaryService, sharesBeside, sharing, weighs } from './route.ts';
