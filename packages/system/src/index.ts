export type { Clock } from './clock.ts';
export type { Exec, ExecOptions, ExecResult, RunningProcess, StartOptions } from './exec.ts';
export type { Entry, Files } from './files.ts';
export type { Http, HttpRequest, HttpResponse, PeerCertificate } from './http.ts';
export type { Log } from './log.ts';
export { concurrently } from './concurrent.ts';
export type { Patience } from './retry.ts';
export { retrying } from './retry.ts';
export { followingRedirects } from './redirect.ts';
