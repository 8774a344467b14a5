import { describe, expect, test } from '@jest/globals';
import { type Digest, digestOf } from '@slipway/oci';
import { madeLayout } from '@slipway/oci/memory';
import { IMAGE, SHA, worldOf } from './memory/world.ts';

const MIRROR = 'registry.test/mirror/order-service';
const INPUTS = 'e'.repeat(64);

describe('several repositories', () => {
  test('get the same bytes, and one of the same registry takes them over from the other', async () => {
    const { publish, registry } = worldOf();
    const { code, digest, written, requests } = await publish({}, { inputs: { image: `${IMAGE}\n${MIRROR}` } });
    expect([code, written.outputs['image'], written.outputs['images'], written.outputs['pushed']]).toEqual([
      0,
      `${IMAGE}@${digest}`,
      `${IMAGE}@${digest}\n${MIRROR}@${digest}`,
      '2',
    ]);
    expect(registry.repository('mirror/order-service').tags.get(SHA)).toBe(digest);
    expect(requests.filter((request) => request === 'PUT /v2/mirror/order-service/blobs/uploads/1')).toEqual([]);
  });

  test('are all looked at before anything is written to any', async () => {
    const { publish, registry } = worldOf();
    const other = madeLayout({ layer: 'other' }).root.digest;
    await publish({ layer: 'other' }, { inputs: { image: MIRROR } });
    const { codes, problems, requests } = await publish({}, { inputs: { image: `${IMAGE}\n${MIRROR}` } });
    expect(codes).toEqual(['TAG_DRIFT']);
    expect(problems[0]?.message).toContain(`The tag "${SHA}" of ${MIRROR} leads to ${other} already`);
    expect(requests.filter((request) => /^(PUT|POST)/.test(request))).toEqual([]);
    expect(registry.repository('shop/order-service').tags.size).toBe(0);
  });

  test('of which one fails: the others get the image, none its moving tags, and the run is red', async () => {
    const { publish, repository, registry } = worldOf({
      fault: ({ method, url }) => (method === 'PUT' && url.includes('/mirror/') ? { status: 403 } : undefined),
    });
    const run = await publish({}, { inputs: { image: `${MIRROR}\n${IMAGE}`, 'moving-tags': 'latest' } });
    expect([run.code, run.codes]).toEqual([1, ['REGISTRY_DENIED']]);
    expect(run.problems[0]?.message).toMatch(/^registry\.test\/mirror\/order-service: /);
    expect([repository.tags.get(SHA), repository.tags.has('latest')]).toEqual([run.digest, false]);
    expect(registry.repository('mirror/order-service').tags.size).toBe(0);
  });
});

describe('the tag of the inputs', () => {
  test('is written by whoever comes first, and another image under it is kept and no mistake', async () => {
    const { publish, repository } = worldOf();
    const inputs = { 'inputs-digest': `sha256:${INPUTS}` };
    const first = await publish({ layer: 'first' }, { inputs });
    const second = await publish({ layer: 'second' }, { inputs: { ...inputs, tags: 'again' } });
    expect([first.code, second.code, repository.tags.get(`inputs-${INPUTS}`)]).toEqual([0, 0, first.digest]);
    expect(JSON.stringify(second.written.summary)).toContain('leads to another image; left');
    expect((await publish({ layer: 'second' }, { inputs: { ...inputs, tags: 'again' } })).written.outputs['unchanged']).toBe(
      'true',
    );
  });
});

describe('a conflict that is to be skipped', () => {
  test('leaves the tag and whatever moves, writes the others, and warns', async () => {
    const { publish, repository } = worldOf();
    const first = await publish({ layer: 'first' }, { inputs: { tags: 'v1', 'moving-tags': 'latest' } });
    const inputs = { tags: 'v1\nv2', 'moving-tags': 'latest', 'on-conflict': 'skip' };
    const second = await publish({ layer: 'second' }, { inputs });
    expect([second.code, second.written.outputs['conflicts'], second.written.outputs['tags']]).toEqual([0, 'v1', 'v2']);
    expect(['v1', 'v2', 'latest'].map((tag) => repository.tags.get(tag))).toEqual([first.digest, second.digest, first.digest]);
    expect(second.written.annotations).toEqual([expect.objectContaining({ level: 'warning', title: 'TAG_DRIFT' })]);
  });
});

describe('a dry run', () => {
  test('tells what would be uploaded, mounted, tagged and moved, and writes nothing', async () => {
    const { publish, registry } = worldOf();
    await publish({ layer: 'old' }, { inputs: { tags: 'v1', 'moving-tags': 'latest' } });
    const inputs = { image: `${IMAGE}\n${MIRROR}`, 'moving-tags': 'latest', 'dry-run': 'true', attach: 'sbom.json' };
    const run = await publish({}, { inputs, files: { 'sbom.json': '{"bomFormat":"CycloneDX"}' } });
    expect([run.code, run.written.outputs['unchanged']]).toEqual([0, 'false']);
    expect(run.requests.filter((request) => /^(PUT|POST|PATCH)/.test(request))).toEqual([]);
    const shown = JSON.stringify(run.written.summary);
    for (const word of ['will upload', 'will mount', 'will tag', 'will move', 'will attach']) expect(shown).toContain(word);
    expect(registry.repository('mirror/order-service').manifests.size).toBe(0);
  });

  test('is red where publishing would be, and shows the whole plan all the same', async () => {
    const { publish } = worldOf();
    await publish({ layer: 'first' });
    const run = await publish({ layer: 'second' }, { inputs: { 'dry-run': 'true' } });
    expect([run.code, run.written.annotations.map(({ level, title }) => [level, title])]).toEqual([1, [['error', 'TAG_DRIFT']]]);
    expect(JSON.stringify(run.written.summary)).toContain('conflict');
  });
});

describe('a published image', () => {
  const from = (digest: Digest) => `${IMAGE}@${digest}`;

  test('is promoted to another repository and registry with the bytes it has', async () => {
    const { publish, registry } = worldOf();
    const { digest } = await publish({ platforms: ['linux/amd64', 'linux/arm64'], indent: ' \t' });
    const { code, written } = await publish({}, { inputs: { image: MIRROR, from: from(digest), digest, tags: 'staging-1' } });
    expect([code, written.outputs['digest'], written.outputs['pushed']]).toEqual([0, digest, '0']);
    const there = registry.repository('mirror/order-service');
    expect([there.tags.get('staging-1'), there.manifests.size, there.blobs.size]).toEqual([digest, 3, 4]);
  });

  test.each([
    ['by its tag', () => `${IMAGE}:latest`, ['SOURCE_WITHOUT_DIGEST']],
    ['by half a digest', () => `${IMAGE}@sha256:abc`, ['DIGEST_MALFORMED']],
    ['that is not there', () => from(digestOf('nobody')), ['IMAGE_MISSING']],
    ['of a name with capitals', () => `registry.test/Shop/x@${digestOf('x')}`, ['REFERENCE_MALFORMED']],
  ])('%s is refused', async (_, source, codes) => {
    expect((await worldOf().publish({}, { inputs: { from: source() } })).codes).toEqual(codes);
  });

  test('that cannot be read because the run is cancelled is no defect', async () => {
    const controller = new AbortController();
    const fault = () => {
      controller.abort();
      return { status: 503 };
    };
    const run = { inputs: { from: from(digestOf('any')) }, cancelled: controller.signal };
    expect((await worldOf({ fault }).publish({}, run)).codes).toEqual(['CANCELLED']);
  });

  test('that is broken is refused with everything that is missing, before anything is written', async () => {
    const { publish, repository, registry } = worldOf();
    const { digest } = await publish({});
    for (const blob of [...repository.blobs.keys()]) repository.blobs.delete(blob);
    const { codes } = await publish({}, { inputs: { image: MIRROR, from: from(digest) } });
    expect([codes, registry.repository('mirror/order-service').manifests.size]).toEqual([['BLOB_MISSING', 'BLOB_MISSING'], 0]);
  });
});

describe("GitHub's registry", () => {
  test('is logged in to with the token of the run, which is exchanged for one of its own', async () => {
    const world = worldOf({ host: 'ghcr.io', credentials: { username: 'dev', password: 'ghs_token' }, scheme: 'bearer' });
    const inputs = { image: 'ghcr.io/shop/order-service', 'github-token': 'ghs_token' };
    const { code, written, log, requests } = await world.publish({}, { inputs });
    expect([code, requests.some((request) => request === 'GET /token')]).toEqual([0, true]);
    expect(JSON.stringify([written, log.lines])).not.toContain('ghs_token');
  });

  test('is the only one that gets it', async () => {
    const world = worldOf({ credentials: { username: 'dev', password: 'ghs_token' } });
    expect((await world.publish({}, { inputs: { 'github-token': 'ghs_token' } })).codes).toEqual(['REGISTRY_UNAUTHORIZED']);
  });
});

describe('what a person gets told', () => {
  const long = `registry.test/${'x'.repeat(300)}`;
  test.each<[Record<string, string>, string]>([
    [
      { image: 'registry.test/Shop/orders' },
      '"registry.test/Shop/orders" is not an image repository: "Shop" has capital letters. Write it like registry.example.com/shop/order-service.',
    ],
    [
      { image: 'https://registry.test/orders' },
      '"https://registry.test/orders" is not an image repository: it begins with a scheme. Leave out the scheme.',
    ],
    [
      { image: 'registry.test:99999/orders' },
      '"registry.test:99999/orders" is not an image repository: "registry.test:99999" is not a host. Write it like registry.example.com/shop/order-service.',
    ],
    [{ image: long }, `"${long.slice(0, 80)}…" is not an image repository: it is longer than 255 characters. Shorten it.`],
    [
      { image: 'registry.test/orders/' },
      '"registry.test/orders/" is not an image repository: it has an empty part between slashes. Write it like registry.example.com/shop/order-service.',
    ],
    [{ image: `registry.test/orders@${digestOf('x')}` }, 'it names a digest. Leave out the part from "@" on.'],
    [{ image: `${IMAGE}\n${IMAGE}` }, `The repository "${IMAGE}" stands twice in "image". Keep one of them.`],
    [
      { tags: 'x'.repeat(129) },
      'is not a tag: it has 129 characters, and 128 are allowed. Use letters, digits, "_", "." and "-", not beginning with "." or "-".',
    ],
    [{ tags: '.hidden' }, '".hidden" is not a tag: a character in it is not allowed there.'],
    [{ tags: 'release/1' }, '"release/1" is not a tag: a character in it is not allowed there.'],
    [{ tags: 'größe' }, '"größe" is not a tag: a character in it is not allowed there.'],
    [{ tags: 'v1\nv1' }, 'The tag "v1" stands twice in "tags". Keep one of them.'],
    [{ 'moving-tags': 'y'.repeat(90) }, 'is too long for a moving tag: it has 90 characters, and 80 are allowed.'],
    [{ commit: 'a3f9c21' }, '"a3f9c21" is not the full id of a commit. Give all 40 hexadecimal digits, in lower case.'],
    [
      { 'inputs-digest': 'sha256:abc' },
      '"sha256:abc" is not a digest of inputs. Give the output "inputs-digest" of build-image.',
    ],
    [
      { digest: 'latest' },
      '"latest" is not an image digest. Write sha256: and 64 hexadecimal digits in lower case; other algorithms are not used here.',
    ],
    [
      { from: 'nowhere' },
      'nowhere is not an OCI image layout: it has no file oci-layout. Give the folder that build-image wrote, with its files oci-layout and index.json.',
    ],
    [{ timeout: '15' }, 'a duration such as 30s, 5m or 1h30m'],
    [{ retries: '-1' }, 'a whole number from 0 to 20'],
    [{ 'on-conflict': 'overwrite' }, 'one of fail, skip'],
    [{ 'dry-run': 'yes' }, 'true or false'],
  ])('%j', async (inputs, message) => {
    const { code, written, requests } = await worldOf().publish({}, { inputs });
    expect([code, requests]).toEqual([1, []]);
    expect(written.annotations.map((annotation) => annotation.message).join('\n')).toContain(message);
  });

  test('is everything at once, of inputs, layout and evidence', async () => {
    const inputs = { image: 'Orders', tags: '.x', from: 'nowhere', attach: 'gone.json', digest: 'x' };
    const { codes } = await worldOf().publish({}, { inputs });
    expect(codes).toEqual(['REFERENCE_MALFORMED', 'DIGEST_MALFORMED', 'TAG_MALFORMED', 'ATTACHMENT_MISSING', 'LAYOUT_MALFORMED']);
  });
});
