import { describe, expect, test } from '@jest/globals';
import { type ImageOptions, madeLayout, type MemoryRegistryOptions } from '@slipway/oci/memory';
import { IMAGE, SHA, worldOf as whole } from './memory/world.ts';

const LOGIN = { username: 'robot', password: 'hunter2' };
const INDEX: ImageOptions = { platforms: ['linux/amd64', 'linux/arm64'], indent: ' \t ' };

function worldOf(options: MemoryRegistryOptions = {}, cancelled = new AbortController().signal) {
  const world = whole(options);
  const publish = (image: ImageOptions, inputs: Record<string, string> = {}, files: Record<string, string> = {}) =>
    world.publish(image, { inputs, files, cancelled });
  return { ...world, publish };
}

describe('publish-image', () => {
  test('pushes the exact bytes, children first, under the commit, and reads them back', async () => {
    const { publish, repository } = worldOf();
    const { code, made, written, requests } = await publish(INDEX);
    const { digest } = made.root;
    expect(code).toBe(0);
    expect(written.outputs).toMatchObject({ digest, image: `${IMAGE}@${digest}`, tags: SHA, pushed: '4', unchanged: 'false' });
    expect(repository.tags.get(SHA)).toBe(digest);
    const bytes = made.files[`blobs/${digest.replace(':', '/')}`];
    expect(Buffer.from(repository.manifests.get(digest)?.bytes ?? [])).toEqual(bytes);
    const puts = requests.filter((request) => request.startsWith('PUT')).map((request) => request.split('/').at(-1));
    expect(puts.slice(-2)).toEqual([digest, SHA]);
  });

  test('a second run writes nothing and succeeds', async () => {
    const { publish } = worldOf();
    await publish(INDEX, { 'moving-tags': 'latest' });
    const { code, written, requests } = await publish(INDEX, { 'moving-tags': 'latest' });
    expect([code, written.outputs['unchanged'], written.outputs['pushed']]).toEqual([0, 'true', '0']);
    expect(requests.filter((request) => /^(PUT|POST)/.test(request))).toEqual([]);
  });

  test('refuses to move a tag that is written once, names both digests and changes nothing', async () => {
    const { publish, repository } = worldOf();
    const first = await publish({});
    const [blobs, manifests] = [repository.blobs.size, repository.manifests.size];
    const second = await publish({ layer: 'other' }, { 'moving-tags': 'latest' });
    expect([second.code, second.codes]).toEqual([1, ['TAG_DRIFT']]);
    const message = second.written.annotations[0]?.message;
    expect([message?.includes(first.made.root.digest), message?.includes(second.made.root.digest)]).toEqual([true, true]);
    expect([repository.blobs.size, repository.manifests.size, repository.tags.get('latest')]).toEqual([
      blobs,
      manifests,
      undefined,
    ]);
    expect(second.requests.filter((request) => /^(PUT|POST)/.test(request))).toEqual([]);
  });

  test('notices a run that wrote the tag while this one uploaded', async () => {
    const world = worldOf({
      fault: ({ method }) => {
        if (method === 'PUT' && !world.repository.tags.has(SHA)) world.repository.tags.set(SHA, other);
        return undefined;
      },
    });
    const other = madeLayout({ layer: 'other' }).root.digest;
    world.repository.manifests.set(other, {
      bytes: madeLayout({ layer: 'other' }).files['index.json'] ?? Buffer.alloc(0),
      mediaType: '',
    });
    expect((await world.publish({})).codes).toEqual(['TAG_DRIFT']);
    expect(world.repository.tags.get(SHA)).toBe(other);
  });

  test('moves a moving tag, and only after the others', async () => {
    const { publish, repository } = worldOf();
    await publish({}, { tags: 'v1', 'moving-tags': 'latest' });
    const { code, requests, made } = await publish({ layer: 'other' }, { tags: 'v2', 'moving-tags': 'latest' });
    expect([code, repository.tags.get('latest')]).toEqual([0, made.root.digest]);
    expect(
      requests
        .filter((request) => request.startsWith('PUT'))
        .map((each) => each.split('/').at(-1))
        .slice(-3),
    ).toEqual(['v2', `latest.000002.${SHA}`, 'latest']);
  });

  test('repairs what an interrupted run left, although the tag is there', async () => {
    const { publish, repository } = worldOf();
    const { made } = await publish({});
    const [lost = ''] = [...repository.blobs.keys()];
    repository.blobs.delete(lost);
    const again = await publish({});
    expect([again.code, again.written.outputs['pushed'], repository.blobs.has(lost)]).toEqual([0, '1', true]);
    expect(repository.tags.get(SHA)).toBe(made.root.digest);
  });

  test('interrupted after any request, the next run completes and no tag leads to something broken', async () => {
    const total = (await worldOf().publish(INDEX)).requests.length;
    for (let kept = 0; kept < total; kept++) {
      let broken = true;
      const { publish, repository } = worldOf({ fault: (_, count) => (broken && count > kept ? { status: 403 } : undefined) });
      expect((await publish(INDEX)).code).toBe(1);
      if (repository.tags.has(SHA)) expect([repository.blobs.size, repository.manifests.size]).toEqual([4, 3]);
      broken = false;
      expect((await publish(INDEX)).code).toBe(0);
    }
  });

  test('cancelled in the middle, says that another run completes it', async () => {
    const controller = new AbortController();
    const cut = ({ method }: { readonly method?: string }) => {
      if (method !== 'PUT') return undefined;
      controller.abort();
      return null;
    };
    const { code, codes, requests } = await worldOf({ fault: cut }, controller.signal).publish({});
    expect([code, codes]).toEqual([1, ['CANCELLED']]);
    expect(requests.filter((request) => request.endsWith(SHA) && request.startsWith('PUT'))).toEqual([]);
  });

  test('waits for a registry that shows a manifest late', async () => {
    let written = 0;
    const { publish } = worldOf({
      fault: ({ method, url }) => {
        if (method === 'PUT' && url.endsWith(SHA)) written = 1;
        return method === 'GET' && url.endsWith(SHA) && written > 0 && written++ < 4 ? { status: 404 } : undefined;
      },
    });
    expect((await publish({})).code).toBe(0);
  });

  test('fails when the registry gives back other bytes', async () => {
    const { publish } = worldOf({
      fault: ({ method, url }) => (method === 'GET' && url.includes('sha256:') ? { status: 200, body: '{}' } : undefined),
    });
    expect((await publish({})).codes).toEqual(['MANIFEST_DIGEST']);
  });

  test('refuses a layout that is not the one that was tested, and a broken one, before it asks the registry', async () => {
    const { publish, registry } = worldOf();
    const tested = madeLayout({ layer: 'other' }).root.digest;
    expect((await publish({}, { digest: tested })).codes).toEqual(['DIGEST_MISMATCH']);
    const { digest } = madeLayout({}).root;
    expect((await publish({}, {}, { [`.slipway/image/blobs/${digest.replace(':', '/')}`]: '{}' })).codes).toEqual([
      'LAYOUT_BLOB_SIZE',
    ]);
    expect(registry.requests).toEqual([]);
  });

  test.each([
    [{ username: LOGIN.username, password: LOGIN.password }, {}],
    [{ 'docker-config': 'config.json' }, 'config.json'],
    [{}, '/home/dev/.docker/config.json'],
  ])('logs in with %j, and the password appears nowhere', async (inputs: Record<string, string>, file) => {
    const auth = Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString('base64');
    const files = typeof file === 'string' ? { [file]: JSON.stringify({ auths: { 'registry.test': { auth } } }) } : {};
    const { code, written, log } = await worldOf({ credentials: LOGIN, scheme: 'bearer' }).publish({}, inputs, files);
    expect([code, log.masked]).toEqual([0, [LOGIN.password]]);
    expect(JSON.stringify([written, log.lines])).not.toMatch(/hunter2|cm9ib3Q6aHVudGVyMg/);
  });

  test('without credentials says what to give', async () => {
    const { codes, written } = await worldOf({ credentials: LOGIN }).publish({});
    expect(codes).toEqual(['REGISTRY_UNAUTHORIZED']);
    expect(written.annotations[0]?.message).toContain('Give username and password');
  });

  test('reports every bad input at once and sends nothing', async () => {
    const { publish, registry } = worldOf();
    const inputs = { image: 'https://Registry/x:1', digest: 'sha1:x', tags: '.a\nv1\nv1', 'moving-tags': 'a/b' };
    const { codes } = await publish({}, inputs);
    expect(codes).toEqual(['REFERENCE_MALFORMED', 'DIGEST_MALFORMED', 'TAG_MALFORMED', 'TAG_MALFORMED', 'TAG_TWICE']);
    expect((await publish({}, { insecure: 'yes', image: '' })).codes).toEqual(['INPUT_MISSING', 'INPUT_MALFORMED']);
    expect(registry.requests).toEqual([]);
  });

  test.each([
    [{ username: 'robot' }, 1],
    [{ password: 'x' }, 1],
    [{ username: 'robot', password: 'x', 'docker-config': 'c', tags: 'latest', 'moving-tags': 'latest' }, 2],
  ])('refuses %j, which contradicts itself', async (inputs: Record<string, string>, count) => {
    const { codes } = await worldOf().publish({}, inputs);
    expect(codes).toEqual(Array.from({ length: count }, () => 'INPUT_CONTRADICTION'));
  });
});
