import { Failure } from '@slipway/failure';
import type { Exec, ExecResult, Files } from '@slipway/system';
import { readTrouble, type Trouble } from './answer.ts';
import type { Commits, ConfigRepository, NewCommit, StoredFile } from './repository.ts';
import { oneLine, parseEntry } from './stamp.ts';
import { failureOf } from './trouble.ts';

/** How the repository is reached. */
export interface GitAccess {
  /** Without any credentials in it. */
  readonly url: string;
  /** Sent to this address only, as GitHub takes it; none for a folder. */
  readonly token?: { reveal(): string };
  /** An empty folder of our own for git's objects. */
  readonly folder: string;
  readonly author: { readonly name: string; readonly email: string };
}

/** What git needs from the world. */
export interface GitWorld {
  readonly exec: Exec;
  readonly files: Files;
  /** Seconds since the Unix epoch. */
  readonly nowSeconds: () => number;
  readonly signal?: AbortSignal;
}

const HEAD = 'refs/slipway/heads';
const NETWORK_MS = 120_000;
/** Git knows it without having it. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** The header by which git shows the token: basic authentication, with the user name that GitHub asks for. */
export function authorization(token: string): string {
  return `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
}

/**
 * Git's settings as variables: the token is in no argument, no address and no file.
 *
 * Nobody is asked for a password, nobody else's credentials are taken, no hook of the machine runs, and no redirect is
 * followed, so that the token goes to one server.
 */
function environmentOf({ url, token, author }: GitAccess): Readonly<Record<string, string>> {
  const settings: readonly (readonly [string, string])[] = [
    ['core.hooksPath', '/dev/null'],
    ['credential.helper', ''],
    ['http.followRedirects', 'false'],
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
    ...(token === undefined ? [] : [[`http.${url}.extraheader`, authorization(token.reveal())] as const]),
  ];
  return {
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    LC_ALL: 'C',
    GIT_COMMITTER_NAME: author.name,
    GIT_COMMITTER_EMAIL: author.email,
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(
      settings.flatMap(([key, value], at) => [
        [`GIT_CONFIG_KEY_${at}`, key],
        [`GIT_CONFIG_VALUE_${at}`, value],
      ]),
    ),
  };
}

interface Git {
  /** On this machine. Rejects when git ends badly. */
  local(args: readonly string[], input?: string): Promise<string>;
  /** Asks the server, and gives what git said of it or what went wrong. */
  remote(args: readonly string[]): Promise<string | Trouble>;
  /** On this machine, where ending badly is an answer. */
  ask(args: readonly string[]): Promise<ExecResult>;
}

function gitOf(access: GitAccess, { exec, signal }: GitWorld): Git {
  const options = { cwd: access.folder, env: environmentOf(access) };
  const ask = (args: readonly string[], input?: string): Promise<ExecResult> =>
    exec.run('git', args, { ...options, ...(input !== undefined && { input }) });
  return {
    ask,
    local: async (args, input) => {
      const { exitCode, stdout, stderr } = await ask(args, input);
      if (exitCode === 0) return stdout;
      const trouble = readTrouble(stderr);
      if (trouble.kind === 'disk-full') throw failureOf(trouble, 1);
      throw new Failure({ code: 'GIT_FAILED', message: `git ${args[0]} ended with ${exitCode}: ${stderr.trim()}` });
    },
    remote: async (args) => {
      const bounds = { timeoutMs: NETWORK_MS, ...(signal && { signal }) };
      const { exitCode, stdout, stderr, timedOut } = await exec.run('git', args, { ...options, ...bounds });
      // What a server is at, a hook for example, may yet come to its end.
      if (timedOut) return { kind: 'unreachable', said: `The server did not answer within ${NETWORK_MS / 1000} s.` };
      return exitCode === 0 ? stderr : readTrouble(`${stderr}\n${stdout}`);
    },
  };
}

/** A trailer's text, in a pattern of git's. */
const literally = (text: string): string => oneLine(text).replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const message = 'This file is not UTF-8.';
    throw new Failure({ code: 'FILE_NOT_TEXT', message, remedy: 'Save it as UTF-8.', location: { file: path } });
  }
}

async function readFile(
  git: Git,
  { folder }: GitAccess,
  { files }: GitWorld,
  texts: Map<string, string>,
  commit: string,
  path: string,
) {
  const listed = await git.local(['ls-tree', '-z', commit, '--', `:(literal)${path}`]);
  const [, mode = '', kind, blob = ''] = /^(\d+) (\w+) ([0-9a-f]+)\t/.exec(listed) ?? [];
  if (kind === undefined) return undefined;
  if (kind !== 'blob' || mode === '120000') {
    const message = 'This is a link, a folder or a submodule.';
    throw new Failure({ code: 'FILE_NOT_TEXT', message, remedy: 'Name the file itself.', location: { file: path } });
  }
  const known = texts.get(blob);
  if (known !== undefined) return { text: known, mode };
  // By way of a file, for text that comes in pieces could be cut within a character.
  const unpacked = `${folder}/${(await git.local(['unpack-file', blob])).trim()}`;
  const text = decode(await files.readBytes(unpacked), path);
  await files.remove(unpacked);
  texts.set(blob, text);
  return { text, mode };
}

/** A commit as git's fast-import reads it (git-fast-import(1)): no index, no work tree, and no line ending is changed. */
function stream({ parent, merges = [], files, message }: NewCommit, { author }: GitAccess, ref: string, seconds: number): string {
  const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const committer = `committer ${author.name} <${author.email}> ${seconds} +0000\n`;
  const changes = files.map(({ path, file }) => `M ${file.mode} inline ${JSON.stringify(path)}\n${data(file.text)}`);
  return `commit ${ref}\nmark :1\n${committer}${data(message)}from ${parent}\n${merges.map((each) => `merge ${each}\n`).join('')}${changes.join('')}\nget-mark :1\n`;
}

/** Commits that are made here and pushed. */
function pushing(git: Git, access: GitAccess, world: GitWorld): Commits {
  let made = 0;
  return {
    land: async (draft, { branch }) => {
      made += 1;
      const text = stream(draft, access, `refs/slipway/new/${made}`, world.nowSeconds());
      const commit = (await git.local(['fast-import', '--quiet'], text)).trim();
      const answer = await git.remote(['push', '--porcelain', 'origin', `${commit}:refs/heads/${branch}`]);
      return typeof answer === 'string' ? { kind: 'landed', commit } : { kind: 'refused', trouble: answer, commit };
    },
  };
}

function ports(git: Git, access: GitAccess, world: GitWorld): GitRepository {
  // By blob: a file that others left alone is not read again.
  const texts = new Map<string, string>();
  const read = (commit: string, path: string): Promise<StoredFile | undefined> =>
    readFile(git, access, world, texts, commit, path);
  return {
    ...pushing(git, access, world),
    read,
    treeOf: async (commit) => (await git.local(['rev-parse', '--verify', `${commit}^{tree}`])).trim(),
    prepare: async (commit, paths) => {
      // To count the lines of blobs git must have them, and it asks the server for all that it lacks in one go. What fails here fails
      // again, and is told, when the file is read.
      await git.ask(['diff-tree', '-r', '--numstat', EMPTY_TREE, commit, '--', ...paths.map((path) => `:(literal)${path}`)]);
    },
    fetch: async (branch) => {
      const spec = `+refs/heads/${branch}:${HEAD}/${branch}`;
      const answer = await git.remote(['fetch', '--no-tags', '--filter=blob:none', 'origin', spec]);
      if (typeof answer !== 'string') return answer;
      // Fetch writes what it got here (git-fetch(1)), which spares a process while others are quicker.
      const [commit = ''] = (await world.files.readText(`${access.folder}/FETCH_HEAD`)).split(/\s/);
      return { commit, rewritten: answer.includes('(forced update)') };
    },
    lastEntry: async (commit, service, path) => {
      const patterns = [`^Service: ${literally(service)}$`, `^File: ${literally(path)}$`].map((line) => `--grep=${line}`);
      // A commit of several services may have both lines without bringing this service to this file.
      for (let skip = 0; ; skip += 1) {
        const which = ['-1', `--skip=${skip}`, '-E', '--all-match', ...patterns];
        const log = await git.local(['log', ...which, '--format=%H%n%B', commit, '--']);
        const [found = '', ...message] = log.split('\n');
        const entry = parseEntry(found, message.join('\n'), service, path);
        if (found === '' || entry !== undefined) return entry;
      }
    },
    log: async (commit) => {
      const text = await git.local(['log', '-10000', '--format=%x1e%ct%x1f%B', commit, '--']);
      return text.split('\x1e').flatMap((entry) => {
        const [at, message] = entry.split('\x1f');
        return message === undefined ? [] : [{ at: Number(at), message }];
      });
    },
    versions: async (commit, path) => {
      const log = await git.local(['log', '-200', '--format=%H', commit, '--', `:(literal)${path}`]);
      return log.split('\n').filter((line) => line !== '');
    },
    since: async (commit, head) => {
      if ((await git.ask(['merge-base', '--is-ancestor', commit, head])).exitCode !== 0) return [];
      const listed = await git.local(['rev-list', '--ancestry-path', `${commit}..${head}`]);
      return [commit, ...listed.split('\n').filter((line) => line !== '')];
    },
    contains: async (commit, ancestor) => (await git.ask(['merge-base', '--is-ancestor', ancestor, commit])).exitCode === 0,
  };
}

/** A configuration repository that git's own program reads and writes. */
export interface GitRepository extends ConfigRepository {
  /** Git's id of the tree of a commit. */
  treeOf(commit: string): Promise<string>;
}

/** Opens a configuration repository by git's own program. */
export async function gitRepository(access: GitAccess, world: GitWorld): Promise<GitRepository> {
  await world.files.write(`${access.folder}/.keep`, '');
  const git = gitOf(access, world);
  await git.local(['init', '--quiet', '--bare', '--template=', '.']);
  await git.local(['remote', 'add', 'origin', access.url]);
  return ports(git, access, world);
}
