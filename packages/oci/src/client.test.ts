import { describe, expect, test } from '@jest/globals';
import { memoryClock, memoryLog } from '@slipway/system/memory';
import { registryClient } from './client.ts';
import type { Credentials } from './credentials.ts';
import { digestOf } from './measure.ts';
import { conformance } from './memory/conformance.ts';
import { type MemoryRegistryOptions, memoryRegistry } from './memory/registry.ts';

const CREDENTIALS = { username: 'robot', password: 'pa%ss:"word' };
const BLOB = { digest: digestOf('abc'), size: 3, open: (from: number) => pieces('abc'.slice(from)) };

async function* pieces(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}

function setUp(options: MemoryRegistryOptions = {}, given: Credentials | 'none' | undefined = options.credentials) {
  const registry = memoryRegistry(options);
  const clock = memoryClock();
  const settings = { registry: 'registry.test', http: registry.http, clock, log: memoryLog(), random: () => 1 };
  const clientOf = (path: string) =>
    registryClient({ ...settings, path, ...(typeof given === 'object' && { credentials: given }) });
  return { registry, clock, clientOf, client: clientOf('shop/order-service') };
}

describe.each(['open', 'basic', 'bearer', 'with referrers'] as const)('the registry in memory, %s', (kind) => {
  const open = kind === 'open' || kind === 'with referrers';
  const options = open ? { hasReferrers: kind === 'with referrers' } : { credentials: CREDENTIALS, scheme: kind };
  test.each(conformance.map(({ name, check }) => [name, check] as const))('%s', async (_name, check) => {
    await check(setUp(options).clientOf);
  });
});

describe('credentials', () => {
  test('are missing or wrong: said once, without the password', async () => {
    const attempts = (['none', { username: 'robot', password: 'wrong-secret' }] as const).flatMap((given) =>
      (['basic', 'bearer'] as const).map((scheme) => setUp({ credentials: CREDENTIALS, scheme }, given).client.ping()),
    );
    for (const attempt of await Promise.allSettled(attempts)) {
      expect(attempt).toMatchObject({ status: 'rejected', reason: { code: 'REGISTRY_UNAUTHORIZED' } });
      expect(JSON.stringify(attempt)).not.toContain('wrong-secret');
    }
  });

  test('a token that expires between two requests is renewed', async () => {
    const { registry, client } = setUp({ credentials: CREDENTIALS, scheme: 'bearer' });
    await client.ping();
    registry.expireTokens();
    await client.uploadBlob(BLOB);
    expect(await client.hasBlob(BLOB.digest)).toBe(true);
  });

  test('a token that says when it ends is renewed before that, not when it is refused', async () => {
    const { registry, client, clock } = setUp({ credentials: CREDENTIALS, scheme: 'bearer', expiresInSeconds: 60 });
    await client.ping();
    await clock.sleep(45_000);
    await client.ping();
    await clock.sleep(10_000);
    registry.expireTokens();
    await client.ping();
    expect(registry.requests).toEqual(['GET /v2/', 'GET /token', 'GET /v2/', 'GET /v2/', 'GET /token', 'GET /v2/']);
  });

  test.each(['basic', 'bearer'] as const)('several requests that are challenged at once all pass, %s', async (scheme) => {
    const { client } = setUp({ credentials: CREDENTIALS, scheme });
    const all = Array.from({ length: 8 }, () => client.hasBlob(BLOB.digest));
    expect(new Set(await Promise.all(all))).toEqual(new Set([false]));
  });

  test('never follow a redirect to another host', async () => {
    const seen: (string | undefined)[] = [];
    const { client } = setUp({
      credentials: CREDENTIALS,
      fault: ({ url, headers }) => {
        if (new URL(url).host === 'cdn.test') {
          seen.push(headers?.['authorization']);
          return { status: 200, body: 'abc' };
        }
        const authorized = headers?.['authorization'] !== undefined;
        return authorized ? { status: 307, headers: { location: 'https://cdn.test/abc?signature=x' } } : undefined;
      },
    });
    const received: string[] = [];
    for await (const piece of client.blob(BLOB)) received.push(Buffer.from(piece).toString());
    expect([received, seen]).toEqual([['abc'], [undefined]]);
  });

  test('do not go to an upload address on another host', async () => {
    const seen: (string | undefined)[] = [];
    const { client } = setUp({
      credentials: CREDENTIALS,
      fault: ({ url, method, headers }) => {
        if (new URL(url).host === 'storage.test') {
          seen.push(headers?.['authorization']);
          return { status: 201 };
        }
        const started = method === 'POST' && headers?.['authorization'] !== undefined;
        return started ? { status: 202, headers: { location: 'https://storage.test/u' } } : undefined;
      },
    });
    await client.uploadBlob(BLOB);
    expect(seen).toEqual([undefined]);
  });

  test('are not sent in plain text because the registry says so', async () => {
    const challenge = { 'www-authenticate': 'Bearer realm="http://evil.test/token"' };
    const { client, registry } = setUp({ fault: () => ({ status: 401, headers: challenge }) }, CREDENTIALS);
    await expect(client.ping()).rejects.toThrow(/plain text to evil.test/);
    expect(registry.requests).toHaveLength(1);
  });
});

describe('patience', () => {
  test.each([429, 500, 502, 503, 504, null])('a passing %s is tried again', async (status) => {
    const { client, registry } = setUp({ fault: (_, count) => (count > 2 ? undefined : status === null ? null : { status }) });
    expect(await client.hasBlob(BLOB.digest)).toBe(false);
    expect(registry.requests).toHaveLength(3);
  });

  test('Retry-After is waited for', async () => {
    const { client, clock } = setUp({ fault: (_, n) => (n > 1 ? undefined : { status: 429, headers: { 'retry-after': '7' } }) });
    await client.ping();
    expect(clock.now()).toBe(7000);
  });

  test('ends after five tries, within a bounded time', async () => {
    const { client, registry, clock } = setUp({ fault: () => ({ status: 503 }) });
    await expect(client.ping()).rejects.toMatchObject({ code: 'REGISTRY_UNAVAILABLE' });
    expect([registry.requests.length, clock.now()]).toEqual([5, 7500]);
  });

  test('waits a random share of a time that doubles, so that many jobs do not come back at once', async () => {
    const registry = memoryRegistry({ fault: () => ({ status: 503 }) });
    const shares = [0, 0.5, 1, 0.25];
    const clock = memoryClock();
    const random = () => shares.shift() ?? 0;
    const settings = { registry: 'registry.test', path: 'x', http: registry.http, clock, log: memoryLog(), random };
    await expect(registryClient(settings).ping()).rejects.toMatchObject({ code: 'REGISTRY_UNAVAILABLE' });
    expect(clock.now()).toBe(0 + 500 + 2000 + 1000);
  });

  test('ends with the time that is given, and says what was in the way', async () => {
    const registry = memoryRegistry({ fault: () => ({ status: 429, headers: { 'retry-after': '20' } }) });
    const clock = memoryClock();
    const settings = { registry: 'registry.test', path: 'x', http: registry.http, clock, log: memoryLog(), attempts: 99 };
    const ping = registryClient({ ...settings, deadlineMs: 50_000 }).ping();
    await expect(ping).rejects.toThrow('The time for the registry is over; the last answer was: status 429.');
    expect([clock.now(), registry.requests.length]).toEqual([40_000, 3]);
  });

  test('does not wait an hour because a registry asks for it', async () => {
    const { client, clock } = setUp({ fault: () => ({ status: 429, headers: { 'retry-after': '3600' } }) });
    await expect(client.ping()).rejects.toMatchObject({ code: 'REGISTRY_UNAVAILABLE' });
    expect(clock.now()).toBe(0);
  });

  test('a connection lost within a blob begins the upload anew', async () => {
    let lost = 0;
    const { client, registry } = setUp({ fault: ({ method }) => (method === 'PUT' && lost++ === 0 ? null : undefined) });
    await client.uploadBlob(BLOB);
    expect(registry.requests.map((request) => request.split(' ')[0])).toEqual(['POST', 'PUT', 'GET', 'POST', 'PUT']);
  });

  test('a manifest whose blob the registry loses sight of for a moment is put again', async () => {
    const body = JSON.stringify({ errors: [{ code: 'MANIFEST_BLOB_UNKNOWN', message: 'blob unknown to registry' }] });
    const { client, registry } = setUp({
      fault: ({ method }, count) => (method === 'PUT' && count < 3 ? { status: 400, body } : undefined),
    });
    await expect(client.putManifest('v1', { bytes: Buffer.from('{}'), mediaType: 'text/plain' })).rejects.toMatchObject({
      code: 'REGISTRY_REFUSED',
    });
    expect(registry.requests).toHaveLength(3);
  });

  test.each([
    [403, 'REGISTRY_DENIED'],
    [400, 'REGISTRY_REFUSED'],
    [301, 'REGISTRY_REDIRECT'],
  ])('a %s is final', async (status, code) => {
    const { client, registry } = setUp({ fault: () => ({ status }) });
    await expect(client.ping()).rejects.toMatchObject({ code });
    expect(registry.requests).toHaveLength(1);
  });
});
