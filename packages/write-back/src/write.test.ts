import { describe, expect, test } from '@jest/globals';
import { Failure } from '@slipway/failure';
import { memoryClock, memoryLog } from '@slipway/system/memory';
import { isPassing, readRefusal, readTrouble, type Trouble } from './answer.ts';
import { waitMs } from './back-off.ts';
import { type Bring, bringImage, type Edited } from './plan.ts';
import type { ConfigRepository, NewCommit } from './repository.ts';
import { compareRuns, parseEntry, renderMessage, type Stamp } from './stamp.ts';
import { type WriteRequest, writeBack } from './write.ts';

const stampOf = (service: string, id: number, attempt = 1): Stamp => ({
  service,
  file: 'orders.yaml',
  digest: `sha256:${id}`,
  run: { id, attempt },
});

describe('what a commit says about itself', () => {
  const stamp: Stamp = {
    ...stampOf('orders', 7, 2),
    environment: 'production',
    source: 'org/orders@abc',
    runUrl: 'https://x/1',
    actor: 'dev',
    evidence: 'https://x/e',
  };

  test('is read as it was written', () => {
    const message = renderMessage('orders: new image', stamp);
    expect(message).toBe(
      'orders: new image\n\nService: orders\nEnvironment: production\nFile: orders.yaml\nDigest: sha256:7\nSource: org/orders@abc\n' +
        'Run: 7.2\nRun-URL: https://x/1\nActor: dev\nEvidence: https://x/e\n',
    );
    expect(parseEntry('c1', message, 'orders', 'orders.yaml')).toEqual({
      commit: 'c1',
      run: { id: 7, attempt: 2 },
      digest: 'sha256:7',
    });
  });

  test('is of one service and one file', () => {
    const message = renderMessage('s', stamp);
    expect(parseEntry('c', message, 'order', 'orders.yaml')).toBeUndefined();
    expect(parseEntry('c', message, 'orders', 'pay.yaml')).toBeUndefined();
    expect(parseEntry('c', 'by hand\n', 'orders', 'orders.yaml')).toBeUndefined();
  });

  test('cannot be forged by a name with a line end', () => {
    const forged = renderMessage('x\n\nRun: 99.1', { ...stamp, actor: 'dev\nRun: 99.1' });
    expect(parseEntry('c', forged, 'orders', 'orders.yaml')?.run).toEqual({ id: 7, attempt: 2 });
  });

  test('of several services is read as that of each', () => {
    const message = renderMessage('two', stamp, { ...stampOf('pay', 9), file: 'pay.yaml' });
    expect(parseEntry('c', message, 'orders', 'orders.yaml')?.run).toEqual({ id: 7, attempt: 2 });
    expect(parseEntry('c', message, 'pay', 'pay.yaml')).toMatchObject({ run: { id: 9, attempt: 1 }, digest: 'sha256:9' });
    expect(parseEntry('c', message, 'orders', 'pay.yaml')).toBeUndefined();
  });

  test('orders runs by their ids, then by their attempts', () => {
    expect(compareRuns({ id: 9, attempt: 3 }, { id: 10, attempt: 1 })).toBeLessThan(0);
    expect(compareRuns({ id: 9, attempt: 3 }, { id: 9, attempt: 2 })).toBeGreaterThan(0);
    expect(compareRuns({ id: 9, attempt: 3 }, { id: 9, attempt: 3 })).toBe(0);
  });
});

test.each<[Trouble['kind'], string]>([
  ['moved', '! [rejected]  a -> main (fetch first)'],
  ['moved', '! [rejected]  a -> main (non-fast-forward)'],
  ['moved', "! [remote rejected] a -> main (cannot lock ref 'refs/heads/main': is at 1a2b but expected 3c4d)"],
  ['moved', '! [remote rejected] a -> main (failed to update ref)'],
  ['moved', '! [remote rejected] main -> main (incorrect old value provided)'],
  ['moved', "error: cannot lock ref 'refs/heads/main': reference already exists"],
  [
    'signature-required',
    'remote: error: GH013: Repository rule violations found.\nremote: - Commits must have verified signatures.',
  ],
  [
    'signature-required',
    'remote: error: GH006: Protected branch update failed.\nremote: error: Commits must have verified signatures.',
  ],
  ['unreachable', 'remote: pre-receive hook: execution timed out\n! [remote rejected] a -> main (pre-receive hook declined)'],
  ['disk-full', 'fatal: write error: No space left on device\nfatal: fetch-pack: invalid index-pack output'],
  ['disk-full', 'remote: fatal: unable to write file: No space left on device\n! [remote rejected] a -> main (unpacker error)'],
  [
    'ruled-out',
    'remote: error: GH006: Protected branch update failed for refs/heads/main.\n! [remote rejected] (protected branch hook declined)',
  ],
  ['ruled-out', 'remote: error: GH013: Repository rule violations found for refs/heads/main.'],
  ['ruled-out', '! [remote rejected] a -> main (pre-receive hook declined)'],
  ['unauthorised', "fatal: Authentication failed for 'https://x/'"],
  ['unauthorised', "fatal: could not read Username for 'https://x': terminal prompts disabled"],
  [
    'forbidden',
    "remote: Permission to org/c.git denied to bot.\nfatal: unable to access 'https://x/': The requested URL returned error: 403",
  ],
  ['absent', "remote: Repository not found.\nfatal: repository 'https://x/' not found"],
  ['branch-absent', "fatal: couldn't find remote ref refs/heads/none"],
  ['unreachable', "fatal: unable to access 'https://x/': Could not resolve host: x"],
  ['unreachable', 'error: RPC failed; HTTP 502 curl 22 The requested URL returned error: 502'],
  ['limited', "fatal: unable to access 'https://x/': The requested URL returned error: 429"],
  ['limited', 'remote: You have exceeded a secondary rate limit.\nfatal: The requested URL returned error: 403'],
  ['unreachable', 'fatal: the remote end hung up unexpectedly'],
  ['unknown', "fatal: unable to access 'https://x/': SSL certificate problem: self-signed certificate"],
  ['unknown', 'fatal: something new'],
])('git means %s by %s', (kind, output) => {
  const trouble = readTrouble(`To https://x\nhint: do this\n${output}\n`);
  expect(trouble.kind).toBe(kind);
  expect(trouble.said).toBe(output);
  expect(isPassing(trouble)).toBe(kind === 'moved' || kind === 'unreachable' || kind === 'limited');
});

test.each<[Trouble['kind'], number | undefined, string]>([
  ['moved', 422, 'Update is not a fast forward'],
  ['moved', 422, 'Reference already exists'],
  ['moved', 422, 'Reference does not exist'],
  ['moved', 422, 'Reference update failed'],
  ['moved', 409, 'Conflict'],
  ['moved', 409, 'orders.yaml does not match 1a2b'],
  ['moved', 422, 'is at 1a2b but expected 3c4d'],
  ['moved', 200, 'STALE_DATA: Expected branch to point to "1a2b" but it did not. Pull and try again.'],
  ['signature-required', 422, 'Repository rule violations found\n\nCommits must have verified signatures.'],
  ['ruled-out', 422, 'Repository rule violations found\n\nChanges must be made through a pull request.'],
  ['ruled-out', 409, 'Repository rule violations found'],
  ['unauthorised', 401, 'Bad credentials'],
  ['forbidden', 403, 'Resource not accessible by integration'],
  ['absent', 404, 'Not Found'],
  ['unreachable', 502, 'Server Error'],
  ['unreachable', undefined, 'https://api.github.com did not answer: reset.'],
  ['unknown', 422, 'tree.path contains a malformed path component'],
])('GitHub means %s by %s: %s', (kind, status, words) => {
  expect(readRefusal(status, words, undefined)).toEqual({ kind, said: words });
});

test('a limit of GitHub is waited for when it is over within two minutes', () => {
  const limited = readRefusal(403, 'secondary rate limit', 7000);
  expect([limited, isPassing(limited)]).toEqual([{ kind: 'limited', said: 'secondary rate limit', waitMs: 7000 }, true]);
  expect(isPassing(readRefusal(429, 'slow', 3_600_000))).toBe(false);
});

test('waits are drawn whole from a span that doubles up to five seconds', () => {
  expect([1, 2, 3, 4, 5, 50].map((attempt) => waitMs(attempt, 1))).toEqual([1500, 3000, 5000, 5000, 5000, 5000]);
  expect(waitMs(9, 0)).toBe(0);
  expect(waitMs(5, 0.5)).toBe(2500);
});

interface Stored extends NewCommit {
  readonly id: string;
}

/** A repository in memory; `onPush` may write first, or lose the answer. */
function memoryRepository(
  onPush: (push: number, write: (text: string, message: string) => void) => Trouble | 'lost' | undefined = () => undefined,
) {
  const placed = (text: string) => [{ path: 'orders.yaml', file: { text, mode: '100644' } }];
  const root = { id: 'c0', parent: '', files: placed('v: 0'), message: 'first' };
  const commits = new Map<string, Stored>([['c0', root]]);
  let [head, pushes] = ['c0', 0];
  const store = (commit: NewCommit): string => {
    const id = `c${commits.size}`;
    commits.set(id, { ...commit, id });
    return id;
  };
  const history = (from: string): Stored[] => {
    const commit = commits.get(from);
    return commit === undefined ? [] : [commit, ...history(commit.parent)];
  };
  const repository: ConfigRepository = {
    fetch: async (branch) => (branch === 'main' ? { commit: head, rewritten: false } : { kind: 'branch-absent', said: branch }),
    lastEntry: async (from, service, path) =>
      history(from).flatMap(({ id, message }) => parseEntry(id, message, service, path) ?? [])[0],
    read: async (from, path) =>
      history(from)
        .flatMap(({ files }) => files)
        .find((each) => each.path === path)?.file,
    prepare: async () => undefined,
    log: async (from) => history(from).map(({ message }) => ({ at: 0, message })),
    versions: async (from, path) =>
      history(from).flatMap(({ id, files }) => (files.some((each) => each.path === path) ? [id] : [])),
    since: async (commit, from) => {
      const all = history(from).map(({ id }) => id);
      return all.includes(commit) ? all.slice(0, all.indexOf(commit) + 1) : [];
    },
    contains: async (from, ancestor) => history(from).some(({ id }) => id === ancestor),
    land: async (draft) => {
      pushes += 1;
      const commit = store(draft);
      const write = (text: string, message: string): void => {
        head = store({ parent: head, files: placed(text), message });
      };
      const trouble = onPush(pushes, write);
      if (trouble !== undefined && trouble !== 'lost') return { kind: 'refused', trouble, commit };
      if (draft.parent !== head) return { kind: 'refused', trouble: { kind: 'moved', said: 'fetch first' }, commit };
      head = commit;
      if (trouble === 'lost') return { kind: 'refused', trouble: { kind: 'unreachable', said: 'hung up' }, commit };
      return { kind: 'landed', commit };
    },
  };
  return { repository, log: () => history(head), text: () => commits.get(head)?.files[0]?.file.text, pushes: () => pushes };
}

/** An edit that adds to what is there, so that a write over somebody's would show. */
const adding =
  (id: number) =>
  (text: string): Edited<string> =>
    text.includes(`+${id}`) ? { text, changes: [] } : { text: `${text}+${id}`, changes: [`+${id}`] };

function write(
  world: ReturnType<typeof memoryRepository>,
  id: number,
  { stamp = stampOf('orders', id), edit = adding(id), ...more }: Partial<Bring<string> & WriteRequest<string>> = {},
  signal?: AbortSignal,
  clock = memoryClock(),
) {
  const request = {
    branch: 'main',
    plan: bringImage({ subject: 'orders', stamp, edit }),
    attempts: 5,
    dryRun: false,
    ...more,
  };
  return writeBack(request, {
    repository: world.repository,
    clock,
    log: memoryLog(),
    random: () => 0.5,
    ...(signal && { signal }),
  });
}

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (error instanceof Failure) return error.code;
  throw new Error('nothing failed');
};

describe('a write', () => {
  test('is one commit with its trailers', async () => {
    const world = memoryRepository();
    expect(await write(world, 7)).toEqual({ kind: 'written', commit: 'c1', attempts: 1, changes: ['+7'] });
    expect(world.text()).toBe('v: 0+7');
    expect(world.log()[0]?.message).toContain('Run: 7.1');
  });

  test('is made anew on what others wrote meanwhile', async () => {
    const world = memoryRepository((push, other) => {
      if (push < 3) other(`v: 0-other${push}`, 'another service');
      return undefined;
    });
    expect(await write(world, 7)).toMatchObject({ kind: 'written', attempts: 3 });
    expect(world.text()).toBe('v: 0-other2+7');
    expect(world.log()).toHaveLength(4);
  });

  test('gives up after its attempts, and says so', async () => {
    const world = memoryRepository((push, other) => {
      other(`x${push}`, 'another');
      return undefined;
    });
    expect(await codeOf(write(world, 7))).toBe('HEAD_MOVED');
    expect(world.pushes()).toBe(5);
  });

  test('is no commit where the values are there', async () => {
    const world = memoryRepository();
    await write(world, 7);
    expect(await write(world, 7)).toEqual({ kind: 'unchanged', commit: 'c1', attempts: 1 });
    expect(world.log()).toHaveLength(2);
  });

  test('of an older run is superseded by a newer one, before it starts and while it tries', async () => {
    const started = memoryRepository();
    await write(started, 8);
    expect(await write(started, 7)).toMatchObject({ kind: 'superseded', by: { run: { id: 8 } } });
    const racing = memoryRepository((push, other) => {
      if (push === 1) other('v: 8', renderMessage('s', stampOf('orders', 8)));
      return undefined;
    });
    expect(await write(racing, 7)).toMatchObject({ kind: 'superseded', by: { commit: 'c2', run: { id: 8 } }, attempts: 2 });
    expect(racing.text()).toBe('v: 8');
  });

  test('is not superseded by another service, nor by an older run', async () => {
    const world = memoryRepository((push, other) => {
      if (push === 1) other('v: 9', renderMessage('s', stampOf('pay', 9)));
      return undefined;
    });
    expect(await write(world, 7)).toMatchObject({ kind: 'written' });
    expect(await write(world, 8)).toMatchObject({ kind: 'written' });
    expect(world.text()).toBe('v: 9+7+8');
  });

  test('whose answer was lost is found, and not made twice', async () => {
    const world = memoryRepository((push) => (push === 1 ? 'lost' : undefined));
    expect(await write(world, 7)).toEqual({ kind: 'written', commit: 'c1', attempts: 1, changes: ['+7'] });
    expect(world.log()).toHaveLength(2);
  });

  test('that never arrived is made again', async () => {
    const world = memoryRepository((push) => (push === 1 ? { kind: 'unreachable', said: 'reset' } : undefined));
    expect(await write(world, 7)).toMatchObject({ kind: 'written', commit: 'c2', attempts: 2 });
  });

  test('whose token ends between two attempts is told so, and not as a wrong token', async () => {
    const ending = memoryRepository((push, other) => {
      if (push === 2) return { kind: 'unauthorised', said: 'error: 401' };
      other('v: 1', 'another');
      return undefined;
    });
    expect(await codeOf(write(ending, 7))).toBe('GIT_TOKEN_ENDED');
    expect(ending.pushes()).toBe(2);
    expect(
      await codeOf(
        write(
          memoryRepository(() => ({ kind: 'unauthorised', said: '401' })),
          7,
        ),
      ),
    ).toBe('GIT_UNAUTHORISED');
  });

  test('that meets a limit waits as long as it is asked to, and somewhat more, or gives up at once', async () => {
    const clock = memoryClock();
    const limited = memoryRepository((push) => (push === 1 ? { kind: 'limited', said: 'slow', waitMs: 7000 } : undefined));
    expect(await write(limited, 7, {}, undefined, clock)).toMatchObject({ kind: 'written', attempts: 2 });
    expect(clock.now()).toBe(memoryClock().now() + 7750);
    const long = memoryRepository(() => ({ kind: 'limited', said: 'slow', waitMs: 3_600_000 }));
    expect(await codeOf(write(long, 7))).toBe('GIT_RATE_LIMITED');
    expect(long.pushes()).toBe(1);
  });

  test('that a rule forbids is not tried again', async () => {
    const world = memoryRepository(() => ({ kind: 'ruled-out', said: 'GH006' }));
    expect(await codeOf(write(world, 7))).toBe('BRANCH_RULED_OUT');
    expect(world.pushes()).toBe(1);
  });

  test('on trial pushes nothing', async () => {
    const world = memoryRepository();
    expect(await write(world, 7, { dryRun: true })).toEqual({ kind: 'planned', head: 'c0', attempts: 1, changes: ['+7'] });
    expect(world.pushes()).toBe(0);
  });

  test('to a branch or a file that is not there fails', async () => {
    expect(await codeOf(write(memoryRepository(), 7, { branch: 'none' }))).toBe('GIT_BRANCH_ABSENT');
    expect(await codeOf(write(memoryRepository(), 7, { stamp: { ...stampOf('orders', 7), file: 'no.yaml' } }))).toBe(
      'FILE_NOT_FOUND',
    );
  });

  test('that is cancelled while it waits ends', async () => {
    const cancel = new AbortController();
    const world = memoryRepository((push, other) => {
      other(`x${push}`, 'another');
      if (push === 2) cancel.abort();
      return undefined;
    });
    expect(await codeOf(write(world, 7, {}, cancel.signal))).toBe('CANCELLED');
    expect(world.pushes()).toBe(2);
  });
});
