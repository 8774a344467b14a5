export type { Fault, GitHubStandIn, Received, StandInOptions } from './server.ts';
export { secondaryLimit, startGitHub } from './server.ts';
export type { Status, TokenPermissions } from './state.ts';
