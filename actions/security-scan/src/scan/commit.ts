import { posix } from 'node:path';
import { Failure } from '@slipway/failure';
import type { Ports, RunContext } from '@slipway/runner';
import type { LockfileSource } from './lockfiles.ts';

/** The commit at which a change parted from its base; or why it cannot be read. */
export type BaseCommit =
  | { readonly kind: 'read'; readonly sha: string; readonly at: number; readonly source: LockfileSource }
  | {
      readonly kind: 'unread';
      readonly reason: string;
      /** Whether there is nothing to mend about it. */
      readonly usual: boolean;
    };

/** What a runner names as the commit before the first push of a branch. */
const NOTHING_BEFORE = /^0+$/;

const SHALLOW =
  'The checkout is shallow and does not reach it: give actions/checkout "fetch-depth: 0", so that what a change introduces can be told.';

type Git = (...args: readonly string[]) => Promise<string | undefined>;

/** Git in the workspace: what a command prints, or undefined when it fails. */
function gitIn({ exec, cancelled }: Ports, { workspace }: RunContext): Git {
  return async (...args) => {
    const command = ['--no-optional-locks', '-C', workspace, ...args];
    const { exitCode, stdout } = await exec.run('git', command, { signal: cancelled });
    return exitCode === 0 ? stdout : undefined;
  };
}

/** The files of a commit, by their paths from the workspace. */
async function sourceOf(sha: string, git: Git): Promise<LockfileSource | undefined> {
  const listed = await git('ls-tree', '-r', '-z', '--name-only', sha);
  if (listed === undefined) return undefined;
  const paths = listed.split('\0').filter((path) => path !== '');
  return {
    glob: async (pattern) => paths.filter((path) => posix.matchesGlob(path, posix.normalize(pattern))).sort(),
    readBytes: async (path) => {
      const text = await git('show', `${sha}:./${posix.normalize(path)}`);
      if (text !== undefined) return new TextEncoder().encode(text);
      const message = `The commit ${sha.slice(0, 12)} has no file ${path}.`;
      throw new Failure({ code: 'FILE_NOT_FOUND', message, location: { file: path } });
    },
  };
}

async function unreadable(base: string, git: Git): Promise<BaseCommit> {
  const shallow = (await git('rev-parse', '--is-shallow-repository'))?.trim() === 'true';
  const reason = shallow ? SHALLOW : 'It is no commit of this checkout that has a common ancestor with the one at hand.';
  return { kind: 'unread', reason: `The base ${base} could not be read. ${reason}`, usual: false };
}

/** Opens the commit at which the checkout parted from a base, to read files of it. */
export async function openBase(base: string, ports: Ports, context: RunContext): Promise<BaseCommit> {
  if (NOTHING_BEFORE.test(base))
    return { kind: 'unread', reason: 'This is the first push of the branch, which has no base.', usual: true };
  if ((await ports.exec.which('git')) === undefined)
    return { kind: 'unread', reason: 'There is no git here to read the base with.', usual: false };
  const git = gitIn(ports, context);
  const commit = (await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`))?.trim();
  if (commit === undefined) return unreadable(base, git);
  const sha = (await git('merge-base', commit, 'HEAD'))?.trim();
  if (sha === undefined) return unreadable(base, git);
  const at = Number(await git('show', '--no-patch', '--format=%ct', sha)) * 1000;
  const source = await sourceOf(sha, git);
  return source === undefined || !(at > 0) ? unreadable(base, git) : { kind: 'read', sha, at, source };
}
