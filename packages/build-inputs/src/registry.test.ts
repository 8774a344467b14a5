import { describe, expect, test } from '@jest/globals';
import { digestOf } from '@slipway/oci';
import { memoryClock, memoryFiles, memoryHttp, memoryLog, scriptedExec } from '@slipway/system/memory';
import { baseResolver, inputsTag, lookUp, pinnedBase, type RegistryAccess, registriesOf } from './index.ts';

const MANIFEST = '{"schemaVersion":2}';
const BASIC = 'Basic realm="x"';

/** Registries that all ask for a password, and write down who sent them which. */
function world(
  access: Partial<RegistryAccess>,
  answer: { readonly status: number; readonly body?: string } = { status: 200, body: MANIFEST },
) {
  const seen: string[] = [];
  const http = memoryHttp(async ({ url, headers = {} }) => {
    const { host } = new URL(url);
    const authorization = headers['authorization'];
    if (authorization === undefined) return { status: 401, headers: { 'www-authenticate': BASIC } };
    seen.push(`${host} ${Buffer.from(authorization.replace('Basic ', ''), 'base64').toString()}`);
    return answer;
  });
  const config = { auths: { 'other.test': { auth: Buffer.from('other:theirs').toString('base64') } } };
  const files = memoryFiles({ 'config.json': JSON.stringify(config) });
  const cancelled = new AbortController();
  const ports = {
    http,
    files,
    exec: scriptedExec(),
    clock: memoryClock(),
    log: memoryLog(),
    cancelled: cancelled.signal,
    environment: () => undefined,
  };
  return { seen, cancelled, registries: registriesOf({ insecure: false, ...access }, ports) };
}

const IMAGE = 'registry.test/shop/orders';
const LOGIN = { image: IMAGE, username: 'robot', password: 'secret' };

describe('credentials', () => {
  test.each<[string, Partial<RegistryAccess>, string, readonly string[]]>([
    ['go to the registry they were given for', LOGIN, `${IMAGE}:1`, ['registry.test robot:secret']],
    ['go to no other registry that a Dockerfile names', LOGIN, 'other.test/x:1', []],
    ['of a Docker configuration go to theirs', { dockerConfig: 'config.json' }, 'other.test/x:1', ['other.test other:theirs']],
    ["of the run go to GitHub's registry", { githubToken: 'run' }, 'ghcr.io/org/x:1', ['ghcr.io token:run']],
    ['of the run go to no other registry', { githubToken: 'run', image: IMAGE }, `${IMAGE}:1`, []],
    [
      'that were given come before those of the run',
      { ...LOGIN, image: 'ghcr.io/org/x', githubToken: 'run' },
      'ghcr.io/org/x:1',
      ['ghcr.io robot:secret'],
    ],
  ])('%s', async (_, access, reference, expected) => {
    const { registries, seen, cancelled } = world(access);
    const answer = await baseResolver(registries, cancelled.signal)(reference);
    expect(seen).toEqual(expected);
    expect('identity' in answer).toBe(expected.length > 0);
  });
});

describe('a base image', () => {
  test('is asked for once, and pinned to the bytes that came', async () => {
    const { registries, seen, cancelled } = world(LOGIN);
    const resolve = baseResolver(registries, cancelled.signal);
    const [one, two] = await Promise.all([resolve(`${IMAGE}:1`), resolve(`${IMAGE}:1`)]);
    expect([one, seen.length]).toEqual([{ identity: digestOf(MANIFEST), pin: `${IMAGE}@${digestOf(MANIFEST)}` }, 1]);
    expect(two).toEqual(one);
  });

  test.each([
    ['that is not there', `${IMAGE}:1`, { status: 404 }, /has no image/],
    ['whose registry is in trouble', `${IMAGE}:1`, { status: 500 }, /cannot be found out/],
    ['whose name is none', 'Shop/X', { status: 200 }, /cannot be found out: .*capital letters/],
  ])('%s is a doubt', async (_, reference, answer, words) => {
    const { registries, cancelled } = world(LOGIN, answer);
    expect(await baseResolver(registries, cancelled.signal)(reference)).toEqual({ doubt: expect.stringMatching(words) });
  });

  test('is known without asking anybody when its name holds its digest', async () => {
    expect(await pinnedBase(`node@sha256:${'a'.repeat(64)}`)).toEqual({
      identity: `sha256:${'a'.repeat(64)}`,
      pin: `node@sha256:${'a'.repeat(64)}`,
    });
    expect(await pinnedBase('node:24')).toEqual({ doubt: 'node:24 is not pinned to a digest, and no registry was asked' });
  });
});

describe('looking for the image of some inputs', () => {
  const digest = digestOf('inputs');
  const repository = { registry: 'registry.test', path: 'shop/orders' };

  test.each([
    ['finds it', { status: 200, body: MANIFEST }, { kind: 'found', inputs: digest, image: digestOf(MANIFEST) }],
    ['misses it', { status: 404 }, { kind: 'missing', inputs: digest }],
    ['cannot tell', { status: 503 }, { kind: 'unknown', unreachable: true }],
  ])('%s', async (_, answer, expected) => {
    const { registries, cancelled } = world(LOGIN, answer);
    expect(await lookUp({ digest, doubts: [] }, repository, registries, cancelled.signal)).toMatchObject(expected);
  });

  test('asks nobody about inputs that cannot be told', async () => {
    const { registries, seen, cancelled } = world(LOGIN);
    const doubts = [{ reason: 'x' }];
    expect(await lookUp({ digest: undefined, doubts }, repository, registries, cancelled.signal)).toEqual({
      kind: 'unknown',
      doubts,
    });
    expect(seen).toEqual([]);
  });

  test('is given up, not answered, when the run is cancelled', async () => {
    const { registries, cancelled } = world(LOGIN, { status: 503 });
    cancelled.abort();
    await expect(lookUp({ digest, doubts: [] }, repository, registries, cancelled.signal)).rejects.toThrow();
  });

  test('uses a tag that a registry takes', () => {
    expect(inputsTag(digest)).toMatch(/^inputs-[0-9a-f]{64}$/);
  });
});
