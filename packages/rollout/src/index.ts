export type { ApplyPolicy } from './apply.ts';
export { applyObject, inPhases, workloadsOf } from './apply.ts';
export { awaitDefinition } from './await-definition.ts';
export type { Cause, CauseClass, Sightings, Signal } from './cause.ts';
export { sight, signalKey } from './cause.ts';
export { COPY_OF, withConfigCopies } from './config-copy.ts';
export type { ContainerEvidence, Evidence } from './evidence.ts';
export { collectEvidence } from './evidence.ts';
export type { LedgerStore } from './ledger-store.ts';
export { ledgerName, ledgersIn, ledgerStore } from './ledger-store.ts';
export type { Holder, HolderRun, HolderWord, Lease, Lock, LockOutcome, LockPorts, LockRequest, Writer } from './lock/index.ts';
export {
  acquireLock,
  underLock,
  askGitHub,
  FENCE,
  fencedWriter,
  fenceOff,
  formatHolder,
  leaseName,
  lockLost,
  ownHolder,
  parseHolder,
} from './lock/index.ts';
export type { Ancestry, OwnCommit, RunOrder } from './order.ts';
export { judgeOrder, toCompare } from './order.ts';
export type {
  CanaryPlay,
  CanaryPlayed,
  CanaryShare,
  CanarySize,
  CanaryStep,
  Colour,
  ColourChoice,
  ColourFacts,
  PlayedStep,
  Routing,
} from './progressive/index.ts';
export {
  CANARY_OF,
  canaryOf,
  canarySize,
  canaryService,
  canaryTarget,
  canaryTrack,
  chooseColour,
  clearCanaries,
  COLOUR_OF,
  colourable,
  colourOf,
  cutOff,
  inColour,
  isArgoRollout,
  isColoured,
  isOwnCanary,
  isSwitch,
  knownCanaries,
  otherColour,
  pinned,
  playCanary,
  referencedBy,
  routeBack,
  runsAlone,
  sharesBeside,
  sharing,
  stepWords,
  switches,
  wayBack,
  weighs,
  withCanaryFailed,
} from './progressive/index.ts';
export type { Kept, PrunePlan } from './prune.ts';
export { leftOver, planPrune, SERVICE, whyKept } from './prune.ts';
export { refusalCause } from './refusal.ts';
export type { Redact } from './redact.ts';
export { redactor, secretValues } from './redact.ts';
export type { Ledger, Release, ReleaseDraft, ReleaseState } from './release.ts';
export type { Neighbour } from './neighbours.ts';
export { findBrokenNeighbours } from './neighbours.ts';
export { currentRelease, KEPT, lastGood, standingRelease, trimmed, withCurrent, withRelease, withState } from './release.ts';
export type { Restoration, RestorePorts, RestoreResult } from './restore.ts';
export { prune, restoreRelease } from './restore.ts';
export { goneSince, outsideNeeds } from './viability.ts';
export type { Moment, RolloutVerdict } from './verdict.ts';
export { judgeRollout, restartsOf, signalsOf } from './verdict.ts';
export type { WorkloadView } from './view.ts';
export { newPods, newReplicaSet, replicaSetsOf } from './view.ts';
export type { Views, WaitFailure, WaitLimits, WaitPorts, WaitResult } from './wait.ts';
export { followWorkloads, untilListed, waitForRollout } from './wait.ts';
export type {
  Answer,
  BucketSeries,
  Comparison,
  CounterSeries,
  Day,
  Pair,
  PlaceboWindow,
  Stream,
  Tally,
  Version,
  WatchPolicy,
  WatchReason,
  WatchSamples,
  WatchState,
  WatchVerdict,
} from './watch/index.ts';
export {
  between,
  boundariesOf,
  errorRate,
  freshSlices,
  increase,
  judgePlacebos,
  judgeWatch,
  lookTimes,
  pastSlices,
  ratePoints,
  rateWindow,
  risesOf,
  tally,
  tallyOf,
  WatchJudge,
  windowsOf,
  worstPodOf,
} from './watch/index.ts';
