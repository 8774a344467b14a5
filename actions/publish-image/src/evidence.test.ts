import { beforeAll, describe, expect, test } from '@jest/globals';
import { signedBy, type SignRequest, type Sigstore } from '@slipway/evidence/memory';
import { type Digest, digestOf } from '@slipway/oci';
import { madeLayout } from '@slipway/oci/memory';
import { worldOf } from './memory/world.ts';

const { digest } = madeLayout({}).root;
const UNIT = 'https://in-toto.io/attestation/test-result/v0.1';
const SIGNER = 'https://github.com/org/orders/.github/workflows/ci.yml@refs/heads/main';
const GITHUB = 'https://token.actions.githubusercontent.com';

const statement = (subject: Digest = digest, predicate: object = { result: 'PASSED' }, predicateType = UNIT): string =>
  JSON.stringify({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'orders', digest: { sha256: subject.replace('sha256:', '') } }],
    predicateType,
    predicate,
  });

/** Has statements signed by a Sigstore of their own. */
function sigstore(requests: Readonly<Record<string, Partial<SignRequest>>>): Sigstore {
  const whole = { payload: statement(), signer: SIGNER, issuer: GITHUB };
  return signedBy(Object.fromEntries(Object.entries(requests).map(([name, each]) => [name, { ...whole, ...each }])));
}

let ours: Sigstore;
let theirs: Sigstore;

beforeAll(() => {
  ours = sigstore({
    right: {},
    failed: { payload: statement(digest, { result: 'FAILED' }) },
    'another workflow': { signer: SIGNER.replace('ci.yml', 'evil.yml') },
    'a longer name': { signer: `${SIGNER}-2` },
    'another issuer': { issuer: 'https://evil.test' },
  });
  theirs = sigstore({ right: {} });
});

const signed = (name: string): string => ours.bundles[name] ?? '';

const REQUIRED = { attach: 'unit.json', 'require-evidence': 'test-result' };
const SIGNED = { ...REQUIRED, 'evidence-signer': SIGNER, 'trusted-root': 'root.json' };

/** Publishes with one file of evidence. */
async function publish(file: string | undefined, inputs: Record<string, string> = REQUIRED) {
  const world = worldOf();
  const files = { ...(file !== undefined && { 'unit.json': file }), 'root.json': ours.trustedRoot };
  const run = await world.publish({}, { inputs, files });
  return { ...run, repository: world.repository, untouched: world.registry.requests.length === 0 };
}

describe('evidence', () => {
  test.each<[string, () => string | undefined, string, RegExp]>([
    ['is missing', () => undefined, 'ATTACHMENT_MISSING', /^unit\.json is not there\./],
    [
      'proves something else',
      () => statement(digest, {}, 'https://slsa.dev/provenance/v1'),
      'EVIDENCE_MISSING',
      /No file in "attach" proves https:\/\/in-toto/,
    ],
    ['did not pass', () => statement(digest, { result: 'FAILED' }), 'EVIDENCE_FAILED', /did not pass: its "result" is "FAILED"/],
    [
      'did not pass by our own word',
      () => statement(digest, { verdict: 'inconclusive' }),
      'EVIDENCE_FAILED',
      /its "verdict" is "inconclusive"/,
    ],
    [
      'is about another image',
      () => statement(digestOf('other')),
      'EVIDENCE_OTHER_DIGEST',
      /is about sha256:[0-9a-f]{64}, not about the image that is published, sha256:/,
    ],
    [
      'names no image',
      () => statement().replace('sha256', 'sha512'),
      'EVIDENCE_MALFORMED',
      /names no "subject" with a sha256 digest/,
    ],
    ['has no predicate', () => statement().replace('predicateType', 'x'), 'EVIDENCE_MALFORMED', /has no "predicateType"/],
    ['is cut', () => statement().slice(0, -5), 'ATTACHMENT_UNKNOWN', /is no in-toto statement/],
    [
      'is a bundle without a statement',
      () => '{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json"}',
      'EVIDENCE_MALFORMED',
      /holds no signed statement/,
    ],
  ])('that %s keeps the image from being published', async (_, file, code, message) => {
    const { codes, problems, untouched } = await publish(await file());
    expect([codes[0], untouched]).toEqual([code, true]);
    expect(problems.some((problem) => message.test(problem.message))).toBe(true);
  });

  test('that is right is attached under what it is, once', async () => {
    const { code, repository } = await publish(statement());
    expect(code).toBe(0);
    const list = repository.manifests.get(repository.tags.get(digest.replace(':', '-')) ?? '');
    const { manifests } = JSON.parse(Buffer.from(list?.bytes ?? []).toString()) as {
      manifests: { artifactType: string; annotations: object }[];
    };
    expect(manifests).toMatchObject([
      { artifactType: 'application/vnd.in-toto+json', annotations: { 'dev.sigstore.bundle.predicateType': UNIT } },
    ]);
  });

  test('is told whole: every file and every requirement that is not met, at once', async () => {
    const files = { 'a.json': statement(digestOf('other')), 'b.json': statement(digest, { result: 'FAILED' }) };
    const inputs = { attach: '*.json', 'require-evidence': 'provenance\nvulns' };
    const { codes } = await worldOf().publish({}, { inputs, files });
    expect(codes).toEqual(['EVIDENCE_MISSING', 'EVIDENCE_MISSING', 'EVIDENCE_OTHER_DIGEST', 'EVIDENCE_FAILED']);
  });
});

describe('signed evidence', () => {
  test('by the wanted workflow is believed', async () => {
    const { codes, repository } = await publish(signed('right'), SIGNED);
    expect(codes).toEqual([]);
    expect([...repository.tags.keys()].some((tag) => tag === digest.replace(':', '-'))).toBe(true);
  });

  const altered = (): string => {
    const bundle = JSON.parse(signed('failed')) as { dsseEnvelope: { payload: string } };
    bundle.dsseEnvelope.payload = Buffer.from(statement()).toString('base64');
    return JSON.stringify(bundle);
  };

  test.each<[string, () => string, string, RegExp]>([
    [
      'that is not signed',
      () => statement(),
      'EVIDENCE_UNSIGNED',
      /is not signed; it must be signed by https:\/\/github\.com\/org\/orders/,
    ],
    [
      'whose statement was changed',
      altered,
      'EVIDENCE_TAMPERED',
      /The signature of unit\.json does not hold: signature verification failed/,
    ],
    ['by another workflow', () => signed('another workflow'), 'EVIDENCE_OTHER_SIGNER', /is signed by .*evil\.yml/],
    [
      'by a workflow whose name has the wanted one in it',
      () => signed('a longer name'),
      'EVIDENCE_OTHER_SIGNER',
      /main-2; it must/,
    ],
    [
      'that another issuer vouches for',
      () => signed('another issuer'),
      'EVIDENCE_OTHER_SIGNER',
      /vouched for by https:\/\/evil\.test/,
    ],
    ['of an authority that is not trusted', () => theirs.bundles['right'] ?? '', 'EVIDENCE_TAMPERED', /does not hold/],
    [
      'in half a bundle',
      () => signed('right').replace('"certificate"', '"certificat"'),
      'EVIDENCE_TAMPERED',
      /the bundle cannot be read/,
    ],
  ])('%s is refused', async (_, file, code, message) => {
    const { codes, problems, untouched } = await publish(await file(), SIGNED);
    expect([codes, untouched]).toEqual([[code], true]);
    expect(problems[0]?.message).toMatch(message);
  });

  test('needs a root to trust that is one', async () => {
    const run = await worldOf().publish({}, { inputs: SIGNED, files: { 'unit.json': signed('right'), 'root.json': '[' } });
    expect(run.codes).toEqual(['TRUSTED_ROOT_MALFORMED']);
  });

  test('cannot be asked for by halves', async () => {
    const run = await worldOf().publish({}, { inputs: { 'evidence-signer': SIGNER } });
    expect(run.codes).toEqual(['INPUT_CONTRADICTION', 'INPUT_CONTRADICTION']);
  });
});

describe('an attachment', () => {
  const files = { 'sbom.json': '{"spdxVersion":"SPDX-2.3"}', 'notes.txt': 'hello' };

  test('that fails after the tags makes the run red, and the next run adds only it', async () => {
    let broken = true;
    const { publish: run, repository } = worldOf({
      fault: ({ method, url }) =>
        broken && method === 'PUT' && url.includes('/manifests/sha256-') ? { status: 403 } : undefined,
    });
    const inputs = { attach: 'sbom.json', 'moving-tags': 'latest' };
    const first = await run({}, { inputs, files });
    expect([first.code, first.codes, repository.tags.has('latest')]).toEqual([1, ['REGISTRY_DENIED'], false]);
    broken = false;
    const second = await run({}, { inputs: { attach: 'sbom.json' }, files });
    const writes = second.requests
      .filter((request) => /^(PUT|POST|PATCH)/.test(request))
      .map((request) => request.replace('/v2/shop/order-service', ''));
    expect([second.code, second.written.outputs['pushed']]).toEqual([0, '0']);
    expect(writes.filter((request) => !request.includes('/manifests/sha256'))).toEqual([]);
    expect(repository.tags.has(digest.replace(':', '-'))).toBe(true);
    const third = await run({}, { inputs: { attach: 'sbom.json' }, files });
    expect([third.code, third.written.outputs['unchanged']]).toEqual([0, 'true']);
  });

  test.each<[string, boolean]>([
    ['with a list of referrers', true],
    ['without one', false],
  ])('is found again on a registry %s', async (_, hasReferrers) => {
    const { publish: run, repository } = worldOf({ hasReferrers });
    const inputs = { attach: 'sbom.json\ntext/plain=notes.txt' };
    const first = await run({}, { inputs, files });
    const second = await run({}, { inputs, files });
    expect([first.code, second.written.outputs['unchanged']]).toEqual([0, 'true']);
    expect(repository.tags.has(digest.replace(':', '-'))).toBe(!hasReferrers);
  });

  test('that nobody can name is refused with the way to name it', async () => {
    const run = await worldOf().publish({}, { inputs: { attach: 'notes.txt\nnothing/*.json' }, files });
    expect(run.codes).toEqual(['ATTACHMENT_UNKNOWN', 'ATTACHMENT_MISSING']);
    expect(run.written.annotations[0]?.message).toContain('text/plain=notes.txt');
  });
});
