/** What looks for files by pattern came with it. */
const OLDEST_MAJOR = 22;

/**
 * Why the command cannot run on a version of Node; undefined when it can.
 *
 * @param version as in `process.versions.node`, such as `24.21.0`.
 */
export function versionComplaint(version: string): string | undefined {
  if (Number(version.split('.')[0]) >= OLDEST_MAJOR) return undefined;
  return `slipway needs Node ${OLDEST_MAJOR} or later, and this is Node ${version}. Install a newer one, or put it first on PATH. [NODE_TOO_OLD]`;
}
