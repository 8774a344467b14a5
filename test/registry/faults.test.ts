import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { action, runWith } from '@slipway/action-publish-image';
import { memoryGitHub } from '@slipway/github/memory';
import { filesUnder, madeLayout } from '@slipway/oci/memory';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryClock, memoryFiles, memoryLog } from '@slipway/system/memory';
import { nodeClock, nodeHttp } from '@slipway/system/node';
import { type FaultRegistry, type Interfere, kindOf, startFaultRegistry } from './server.ts';
import { brokenTags } from './whole.ts';

const LOGIN = { username: 'robot', password: 'pa%s"s\nword' };
const LARGE = 40 * 1024 * 1024;
const SHA = 'a3f9c21d5e6f708192a3b4c5d6e7f8091a2b3c4d';

let server: FaultRegistry;
let storage: FaultRegistry;

beforeEach(async () => {
  [server, storage] = [await startFaultRegistry(), await startFaultRegistry()];
});

afterEach(async () => {
  await server.close();
  await storage.close();
});

/** Publishes an image; time jumps unless it is real, so that waits cost nothing and are counted. */
async function publish(inputs: Record<string, string> = {}, { layer = 'layer', real = false, to = server } = {}) {
  const [clock, log] = [memoryClock(), memoryLog()];
  const files = memoryFiles(filesUnder('.slipway/image', madeLayout({ layer })));
  const host = memoryHost(
    { image: `${to.host}/shop/orders`, ...inputs },
    { http: nodeHttp, clock: real ? nodeClock : clock, log, files },
  );
  const before = to.seen.length;
  const code = await runAction(
    action,
    runWith(() => memoryGitHub()),
    host,
  );
  const problems = host.written.reports[0]?.problems ?? [];
  return {
    code,
    problems,
    outputs: host.written.outputs,
    waited: clock.now(),
    kinds: to.seen.slice(before).map(kindOf),
    said: JSON.stringify([host.written, log.lines]),
  };
}

const repository = () => server.registry.repository('shop/orders');

/** Meets the first requests of a kind with a fate, and lets the others through. */
const first =
  (kind: string, fate: ReturnType<Interfere>, times = 1): Interfere =>
  (seen, count) =>
    kindOf(seen) === kind && count <= times ? fate : undefined;

const countOf = (kinds: readonly string[], kind: string): number => kinds.filter((each) => each === kind).length;

describe('a registry in passing trouble', () => {
  test('is the same as any other when it has none: this is the control', async () => {
    const { code, kinds } = await publish();
    expect([
      code,
      countOf(kinds, 'POST blobs/uploads'),
      countOf(kinds, 'PUT blobs/uploads'),
      countOf(kinds, 'PUT manifests'),
    ]).toEqual([0, 2, 2, 2]);
  });

  const statuses = [408, 429, 500, 502, 503, 504].map((status) => [String(status), { status }] as const);
  const fates = [...statuses, ['a connection that is cut', 'reset'] as const];

  test.each(fates)('%s is asked again, whatever was asked', async (_, fate) => {
    const kinds = ['GET /v2/', 'HEAD blobs', 'GET manifests', 'POST blobs/uploads', 'PUT blobs/uploads', 'PUT manifests'];
    for (const [index, kind] of kinds.entries()) {
      const each = await startFaultRegistry();
      each.interfere(first(kind, fate));
      const { code, kinds: asked } = await publish({}, { to: each });
      const calm = await publish({}, { to: each });
      await each.close();
      expect([kind, code, brokenTags(each.registry.repository('shop/orders'))]).toEqual([kind, 0, []]);
      expect([index, countOf(asked, kind)]).toEqual([index, [2, 3, 6, 3, 3, 3][index]]);
      expect(calm.outputs['unchanged']).toBe('true');
    }
  });

  test('that says when to come back is believed', async () => {
    server.interfere(first('PUT manifests', { status: 429, headers: { 'retry-after': '17' } }));
    const { code, waited } = await publish();
    expect([code, waited]).toEqual([0, 17_000]);
  });

  test('that never ends is given up, with what it said and what to do', async () => {
    server.interfere((seen) =>
      kindOf(seen) === 'PUT manifests' ? { status: 503, body: '{"errors":[{"code":"BUSY","message":"come later"}]}' } : undefined,
    );
    const { code, problems, kinds } = await publish({ retries: '2' });
    expect([code, countOf(kinds, 'PUT manifests')]).toEqual([1, 3]);
    expect(problems).toEqual([
      {
        code: 'REGISTRY_UNAVAILABLE',
        message: expect.stringMatching(
          /^127\.0\.0\.1:\d+ answered PUT \/v2\/shop\/orders\/manifests\/sha256:[0-9a-f]{64} with status 503: BUSY come later\.$/,
        ),
        remedy: 'Run again; what is there already is not sent twice.',
      },
    ]);
    expect(repository().tags.size).toBe(0);
  });

  test.each(['HEAD blobs', 'PUT blobs/uploads', 'GET manifests'])(
    'that hangs at %s costs no more than the time that is given',
    async (kind) => {
      server.interfere((seen) => (kindOf(seen) === kind ? 'hang' : undefined));
      // Without a limit, this would take longer than a test may.
      const { code, problems } = await publish({ timeout: '1500ms' }, { real: true });
      expect([code, problems.map((problem) => problem.code)]).toEqual([
        1,
        [expect.stringMatching(/^(REGISTRY_TIME_OVER|HTTP_TIMEOUT)$/)],
      ]);
    },
  );

  test('that shows a manifest only after three seconds is waited for', async () => {
    let shown = 0;
    server.interfere((seen) =>
      kindOf(seen) === 'GET manifests' && seen.path.endsWith(SHA) && repository().tags.has(SHA) && shown++ < 3
        ? { status: 404 }
        : undefined,
    );
    const { code, waited } = await publish();
    expect([code, waited]).toEqual([0, 3000]);
  });
});

describe('an upload', () => {
  const layer = 'x'.repeat(LARGE);
  /** Keeps what has arrived of a body that is cut, as a registry does. */
  const part = (bytes: number): void => {
    const [path = ''] = [...repository().uploads.keys()].slice(-1);
    const [blob = new Uint8Array()] = Object.values(madeLayout({ layer }).files).sort((a, b) => b.length - a.length);
    repository().uploads.set(path, Buffer.from(blob.subarray(0, bytes)));
  };

  test('that breaks goes on where the registry says that it is', async () => {
    server.interfere((seen, count) => {
      if (kindOf(seen) !== 'PUT blobs/uploads' || !(count <= 2) || repository().uploads.size === 0) return undefined;
      if (repository().blobs.size === 0) return undefined;
      part(10_000_000);
      return 'cut';
    });
    const { code, kinds } = await publish({}, { layer });
    expect(code).toBe(0);
    expect([countOf(kinds, 'GET blobs/uploads') > 0, countOf(kinds, 'PATCH blobs/uploads'), brokenTags(repository())]).toEqual([
      true,
      1,
      [],
    ]);
    expect(countOf(kinds, 'POST blobs/uploads')).toBe(2);
  });

  test('that breaks where nobody knows how far it got goes up anew in parts, and a break then costs one part', async () => {
    let puts = 0;
    let patches = 0;
    server.interfere((seen) => {
      const kind = kindOf(seen);
      if (kind === 'PUT blobs/uploads' && repository().blobs.size === 1 && ++puts === 1) return 'cut';
      return kind === 'PATCH blobs/uploads' && ++patches === 2 ? 'cut' : undefined;
    });
    const { code, kinds } = await publish({}, { layer });
    expect([code, countOf(kinds, 'POST blobs/uploads'), countOf(kinds, 'PATCH blobs/uploads')]).toEqual([0, 3, 3]);
    expect(brokenTags(repository())).toEqual([]);
  });

  test('to a registry that takes nothing in parts falls back to one piece', async () => {
    let puts = 0;
    server.interfere((seen) => {
      const kind = kindOf(seen);
      if (kind === 'PUT blobs/uploads' && repository().blobs.size === 1 && ++puts === 1) return 'cut';
      return kind === 'PATCH blobs/uploads' ? { status: 405 } : undefined;
    });
    const { code, kinds } = await publish({}, { layer });
    expect([code, countOf(kinds, 'PATCH blobs/uploads'), brokenTags(repository())]).toEqual([0, 1, []]);
  });

  test.each([
    ['relative to the host', (location: string) => location],
    ['absolute', (location: string) => `http://${server.host}${location}`],
  ])('goes to a location that is %s', async (_, spelled) => {
    const alter = (headers: Readonly<Record<string, string>>) => ({ ...headers, location: spelled(headers['location'] ?? '') });
    server.interfere((seen) => (kindOf(seen) === 'POST blobs/uploads' ? { alter } : undefined));
    expect((await publish()).code).toBe(0);
  });

  test('whose bytes the registry finds wrong is refused in its own words', async () => {
    const body = JSON.stringify({ errors: [{ code: 'DIGEST_INVALID', message: 'provided digest did not match' }] });
    server.interfere((seen) => (kindOf(seen) === 'PUT blobs/uploads' ? { status: 400, body } : undefined));
    const { problems } = await publish();
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ['REGISTRY_REFUSED', expect.stringMatching(/status 400: DIGEST_INVALID provided digest did not match\.$/)],
    ]);
  });
});

describe('a registry that lies', () => {
  test('in its header of a digest is not believed: the bytes are', async () => {
    const alter = (headers: Readonly<Record<string, string>>) => ({
      ...headers,
      'docker-content-digest': `sha256:${'0'.repeat(64)}`,
    });
    server.interfere((seen) => (/manifests$/.test(kindOf(seen)) ? { alter } : undefined));
    const { code, outputs } = await publish();
    expect([code, outputs['digest']]).toEqual([0, madeLayout({ layer: 'layer' }).root.digest]);
  });

  test('in the bytes of a manifest is refused, and named', async () => {
    server.interfere((seen) =>
      kindOf(seen) === 'GET manifests' && seen.path.includes('sha256:') ? { status: 200, body: '{}' } : undefined,
    );
    const { problems } = await publish();
    expect(problems.map(({ code }) => code)).toEqual(['MANIFEST_DIGEST']);
  });
});

describe('credentials', () => {
  const guarded = () => startFaultRegistry((host) => ({ credentials: LOGIN, scheme: 'bearer', realm: `http://${host}/token` }));

  test('with a percent sign, a quote and a line break are taken as they are, and shown nowhere', async () => {
    const to = await guarded();
    const { code, said } = await publish({ username: LOGIN.username, password: LOGIN.password }, { to });
    await to.close();
    expect(code).toBe(0);
    for (const secret of [
      LOGIN.password,
      JSON.stringify(LOGIN.password).slice(1, -1),
      Buffer.from(`robot:${LOGIN.password}`).toString('base64'),
    ])
      expect(said).not.toContain(secret);
  });

  test('of a token that ends within an upload are renewed', async () => {
    const to = await guarded();
    let expired = 0;
    to.interfere((seen) => {
      if (kindOf(seen) === 'PUT blobs/uploads' && expired++ === 0) to.registry.expireTokens();
      return undefined;
    });
    const { code, kinds } = await publish({ username: LOGIN.username, password: LOGIN.password }, { to });
    await to.close();
    expect([code, expired, countOf(kinds, 'GET /token') >= 2]).toEqual([0, 4, true]);
  });

  test('that are missing are said once, whatever was asked at the same time', async () => {
    const to = await guarded();
    const { problems } = await publish({}, { to });
    await to.close();
    expect(problems).toEqual([expect.objectContaining({ code: 'REGISTRY_UNAUTHORIZED' })]);
  });

  test.each(['GET /v2/', 'POST blobs/uploads', 'PUT blobs/uploads', 'PUT manifests', 'GET manifests'])(
    'do not follow a redirect of %s to another host',
    async (kind) => {
      const to = await guarded();
      to.interfere((seen) => {
        if (kindOf(seen) !== kind || seen.authorization === undefined) return undefined;
        return { status: 307, headers: { location: `http://${storage.host}${seen.path}` } };
      });
      await publish({ username: LOGIN.username, password: LOGIN.password }, { to });
      await to.close();
      expect(storage.seen.length).toBeGreaterThan(0);
      expect(new Set(storage.seen.map(({ authorization }) => authorization))).toEqual(new Set([undefined]));
    },
  );
});

describe('mounting from another repository', () => {
  const digest = madeLayout({ layer: 'layer' }).root.digest;
  const promote = () => publish({ from: `${server.host}/shop/staging@${digest}`, digest });

  beforeEach(() => publish({ image: `${server.host}/shop/staging` }));

  test('is how a published image is promoted within a registry', async () => {
    const { code, kinds, outputs } = await promote();
    expect([
      code,
      outputs['digest'],
      outputs['pushed'],
      countOf(kinds, 'PUT blobs/uploads'),
      countOf(kinds, 'GET blobs'),
    ]).toEqual([0, digest, '0', 0, 0]);
    expect(brokenTags(repository())).toEqual([]);
  });

  test.each([400, 403, 404, 405, 202])('falls back to a copy when the registry answers %d', async (status) => {
    server.interfere((seen) => {
      if (!seen.path.includes('mount=')) return undefined;
      return { status, ...(status === 202 && { headers: { location: '/v2/shop/orders/blobs/uploads/forgotten' } }) };
    });
    const { code, outputs, kinds } = await promote();
    expect([code, outputs['pushed'], countOf(kinds, 'PUT blobs/uploads')]).toEqual([0, '2', 2]);
    expect(brokenTags(repository())).toEqual([]);
  });
});
