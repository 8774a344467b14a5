export { type CommitTimes, type FourKeys, fourKeys, median, type Period } from './four-keys.ts';
export { renderOpenMetrics } from './open-metrics.ts';
export {
  type ConfigCommit,
  type DeliveredRelease,
  fromConfigLog,
  fromDeployments,
  type LogScope,
  type RecordedDeployment,
} from './release.ts';
