export type { Writer } from './fence.ts';
export { FENCE, fencedWriter, fenceOff } from './fence.ts';
export type { Holder, HolderRun } from './holder.ts';
export { formatHolder, ownHolder, parseHolder } from './holder.ts';
export type { Lease } from './lease.ts';
export { leaseName } from './lease.ts';
export type { HolderWord, Lock, LockOutcome, LockPorts, LockRequest } from './lock.ts';
export { acquireLock, lockLost } from './lock.ts';
export { askGitHub } from './word.ts';
