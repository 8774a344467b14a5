import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answering } from './answer.ts';
import { leastOf } from './description.ts';
import type { Request } from './request.ts';
import type { State } from './state.ts';

const BOT = {
  GIT_AUTHOR_NAME: 'app[bot]',
  GIT_AUTHOR_EMAIL: '1+app[bot]@users.noreply.github.com',
  GIT_COMMITTER_NAME: 'GitHub',
  GIT_COMMITTER_EMAIL: 'noreply@github.com',
};

/** Git in a bare repository. Throws when git ends badly. */
export function gitIn(folder: string, args: readonly string[], input = '', env: Readonly<Record<string, string>> = {}): string {
  const whole = { PATH: process.env['PATH'], GIT_CONFIG_NOSYSTEM: '1', HOME: folder, ...BOT, ...env };
  return execFileSync('git', args, { cwd: folder, input, env: whole, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] }).trim();
}

/** Whether git, asked something, says yes. */
export function gitSays(folder: string, args: readonly string[]): boolean {
  try {
    gitIn(folder, args);
    return true;
  } catch {
    return false;
  }
}

/** The bare repository that a request is about; undefined where the repository has none. */
export function folderOf({ parameters: { owner, repo } }: Request, state: State): string | undefined {
  return state.repository(`${owner}/${repo}`)?.git;
}

function folderIn(request: Request, state: State): string {
  const folder = folderOf(request, state);
  if (folder === undefined) throw new Error(`The repository of ${request.route.id} is kept without git's objects.`);
  return folder;
}

interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly content: string;
}

function makeTree(folder: string, base: string, entries: readonly TreeEntry[]): string {
  const scratch = mkdtempSync(join(tmpdir(), 'slipway-tree-'));
  try {
    const env = { GIT_INDEX_FILE: join(scratch, 'index') };
    gitIn(folder, ['read-tree', base], '', env);
    for (const { path, mode, content } of entries) {
      const blob = gitIn(folder, ['hash-object', '-w', '--stdin'], content);
      gitIn(folder, ['update-index', '--add', '--cacheinfo', `${mode},${blob},${path}`], '', env);
    }
    return gitIn(folder, ['write-tree'], '', env);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * GitHub signs what an app commits under its own name:
 * https://docs.github.com/en/authentication/managing-commit-signature-verification/about-commit-signature-verification#signature-verification-for-bots
 */
function isSigned({ body, token = '' }: Request, state: State): boolean {
  return ['author', 'committer', 'signature'].every((name) => body[name] === undefined) && !state.isPerson(token);
}

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

const createCommit: Answering = (request, state, origin) => {
  const folder = folderIn(request, state);
  const { body } = request;
  const parents = listOf(body['parents']);
  const args = ['commit-tree', String(body['tree']), ...parents.flatMap((parent) => ['-p', parent])];
  const sha = gitIn(folder, args, String(body['message']));
  const signed = isSigned(request, state);
  if (signed) state.signed.add(sha);
  const verification = {
    verified: signed,
    reason: signed ? 'valid' : 'unsigned',
    signature: null,
    payload: null,
    verified_at: null,
  };
  const url = `${origin}/git/commits/${sha}`;
  const known = parents.map((parent) => ({ sha: parent, url: `${origin}/git/commits/${parent}`, html_url: origin }));
  const facts = { sha, url, message: body['message'], tree: { sha: body['tree'], url }, parents: known, verification };
  return { status: 201, body: { ...leastOf('git-commit'), ...facts } };
};

function moved(request: Request, state: State, ref: string, status: number) {
  const sha = String(request.body['sha']);
  gitIn(folderIn(request, state), ['update-ref', ref, sha]);
  return { status, body: { ...leastOf('git-ref'), ref, object: { type: 'commit', sha, url: 'https://github.test/git' } } };
}

/** Git's objects and branches, by GitHub's own name of each route; the repository is a real one, which git can read as well. */
export const GIT_ANSWERS: Readonly<Record<string, Answering>> = {
  'git/create-tree': (request, state) => {
    const { base_tree: base, tree } = request.body as { base_tree: string; tree: readonly TreeEntry[] };
    const sha = makeTree(folderIn(request, state), base, tree);
    return { status: 201, body: { ...leastOf('git-tree'), sha, truncated: false, tree: [] } };
  },
  'git/create-commit': createCommit,
  'git/create-ref': (request, state) => moved(request, state, String(request.body['ref']), 201),
  'git/update-ref': (request, state) => moved(request, state, `refs/${request.parameters['ref']}`, 200),
};
