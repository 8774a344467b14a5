export type { GitAccess, GitWorld } from './git.ts';
export { authorization, gitRepository } from './git.ts';
export type { ConfigRepository, Head, NewCommit, StoredFile } from './repository.ts';
export type { Entry, RunNumber, Stamp } from './stamp.ts';
export type { Edited, WriteRequest, WriteWorld, Written } from './write.ts';
export { writeBack } from './write.ts';
