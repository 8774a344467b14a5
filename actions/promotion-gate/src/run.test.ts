import { beforeAll, describe, expect, test } from '@jest/globals';
import { signedBy, type Sigstore } from '@slipway/evidence/memory';
import { type Check, renderCheck } from '@slipway/promotion';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryClock, memoryFiles, memoryLog } from '@slipway/system/memory';
import { action } from './action.ts';
import { run } from './run.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const OTHER = `sha256:${'b'.repeat(64)}`;
const NOW = Date.parse('2026-06-03T10:00:00Z');
const HOUR = 3_600_000;
const GITHUB = 'https://token.actions.githubusercontent.com';
const SIGNER = 'https://github.com/org/actions/.github/workflows/staging.yml@refs/tags/v1';
const RUN = { repository: 'org/orders', id: '7', attempt: '1' };

const statement = (change: Partial<Check> = {}, digest = DIGEST): string =>
  JSON.stringify(
    renderCheck('r.io/orders', digest, {
      ...{ check: 'deploy', environment: 'staging', result: 'PASSED', at: NOW - HOUR, run: RUN },
      ...change,
    }),
  );

const GOOD = { 'e/deploy.json': statement(), 'e/smoke.json': statement({ check: 'smoke' }) };

interface Given {
  readonly files?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly now?: number;
  readonly runId?: string;
}

async function ask({ files = GOOD, inputs = {}, now = NOW, runId = '7' }: Given = {}) {
  const given = { service: 'orders', image: `r.io/orders@${DIGEST}`, environment: 'production', evidence: 'e/*.json', ...inputs };
  const memory = memoryFiles(files);
  const ports = { files: memory, clock: memoryClock(now), log: memoryLog() };
  const host = memoryHost(given, ports, { repository: 'org/orders', runId, runAttempt: '1', sha: 'c'.repeat(40) });
  const exitCode = await runAction(action, run, host);
  const { outputs, annotations } = host.written;
  return {
    exitCode,
    outputs,
    files: memory,
    said: annotations.map(({ message }) => message).join('\n'),
    missing: String(outputs['missing']).split('\n').filter(Boolean),
    codes: annotations.map(({ title }) => title),
  };
}

describe('without a policy, production', () => {
  test('takes what this run deployed and smoke-tested in staging', async () => {
    const { exitCode, outputs } = await ask();
    expect([exitCode, outputs['gate'], outputs['missing']]).toEqual([0, 'open', '']);
  });

  test('takes nothing without evidence, and says what is missing', async () => {
    const { exitCode, missing, said } = await ask({ files: {} });
    expect([exitCode, missing]).toEqual([1, ['EVIDENCE_MISSING', 'EVIDENCE_MISSING']]);
    expect(said).toContain(`Nothing proves that ${DIGEST} passed smoke in staging.`);
  });

  test.each<[string, string, string, Partial<Check>, string]>([
    ['of another digest', 'EVIDENCE_OTHER_DIGEST', `is about ${OTHER}, and not about ${DIGEST}`, {}, OTHER],
    ['that failed', 'EVIDENCE_FAILED', 'did not pass', { result: 'FAILED' }, DIGEST],
    [
      'of another repository',
      'EVIDENCE_OTHER_REPOSITORY',
      'was made in org/evil',
      { run: { ...RUN, repository: 'org/evil' } },
      DIGEST,
    ],
    ['of another run that nobody signed', 'EVIDENCE_UNSIGNED', 'comes from run 6', { run: { ...RUN, id: '6' } }, DIGEST],
    ['of another environment', 'EVIDENCE_MISSING', 'Nothing proves', { environment: 'dev' }, DIGEST],
    ['from the future', 'EVIDENCE_EXPIRED', 'still to come', { at: NOW + HOUR }, DIGEST],
  ])('refuses evidence %s', async (_, code, words, change, digest) => {
    const files = { ...GOOD, 'e/smoke.json': statement({ check: 'smoke', ...change }, digest) };
    const { exitCode, missing, said } = await ask({ files });
    expect([exitCode, missing]).toEqual([1, [code]]);
    expect(said).toContain(words);
  });

  test('believes the newest: what failed after it had passed did not pass', async () => {
    const failed = statement({ check: 'smoke', result: 'FAILED', at: NOW - 1000 });
    expect((await ask({ files: { ...GOOD, 'e/again.json': failed } })).missing).toEqual(['EVIDENCE_FAILED']);
    const passed = statement({ check: 'smoke', at: NOW - 500 });
    expect((await ask({ files: { ...GOOD, 'e/again.json': failed, 'e/third.json': passed } })).exitCode).toBe(0);
  });

  test('cannot read what is cut, and tells an environment that it does not know', async () => {
    expect((await ask({ files: { ...GOOD, 'e/x.json': '{"_type": "https://in-toto.io/Statement/v1"}' } })).codes).toEqual([
      'EVIDENCE_MALFORMED',
    ]);
    expect((await ask({ inputs: { environment: 'prod' } })).missing).toEqual(['ENVIRONMENT_UNKNOWN']);
    expect((await ask({ inputs: { image: 'r.io/orders:1' } })).codes).toEqual(['IMAGE_WITHOUT_DIGEST']);
  });

  test('a bill of materials beside the evidence is passed over', async () => {
    expect((await ask({ files: { ...GOOD, 'e/sbom.json': '{"spdxVersion": "SPDX-2.3"}' } })).exitCode).toBe(0);
  });
});

describe('a policy', () => {
  const policy = (production: string, more = ''): Given => ({
    inputs: { policy: 'gates.yml' },
    files: { ...GOOD, 'gates.yml': `${more}environments:\n  staging: {}\n  production: ${production}\n` },
  });

  test('asks for age and soak', async () => {
    expect((await ask(policy('{ after: staging, max-age: 2h }'))).exitCode).toBe(0);
    expect((await ask(policy('{ after: staging, max-age: 59m }'))).missing).toEqual(['EVIDENCE_EXPIRED']);
    expect((await ask(policy('{ after: staging, soak: 1h }'))).exitCode).toBe(0);
    const { missing, said } = await ask(policy('{ after: staging, soak: 2h }'));
    expect(missing).toEqual(['SOAKING']);
    expect(said).toContain('Promote it after 2026-06-03T11:00:00.000Z');
  });

  const FROZEN = '{ after: staging, break-glass: true, freeze: [{ reason: launch, from: 2026-06-03, to: 2026-06-03 }] }';

  test('freezes; glass is broken with a reason only, and opens nothing else', async () => {
    const frozen = policy(FROZEN, 'time-zone: Europe/Berlin\n');
    const glass = (reason: string): Given => ({ ...frozen, inputs: { ...frozen.inputs, 'break-glass': reason } });
    expect((await ask(frozen)).missing).toEqual(['FROZEN']);
    expect((await ask(glass(' '))).missing).toEqual(['FROZEN']);
    const broken = await ask(glass('payments are down'));
    expect([broken.exitCode, broken.outputs['broken-glass']]).toEqual([0, 'payments are down']);
    expect(broken.said).toContain('the glass was broken: payments are down');
    const without = { ...glass('payments are down'), files: { 'gates.yml': frozen.files?.['gates.yml'] ?? '' } };
    expect((await ask(without)).missing).toEqual(['EVIDENCE_MISSING']);
    const never = policy(FROZEN.replace('break-glass: true, ', ''), 'time-zone: Europe/Berlin\n');
    expect((await ask({ ...never, inputs: { ...never.inputs, 'break-glass': 'x' } })).said).toContain('lets nobody break it');
    expect((await ask({ ...frozen, now: NOW + 24 * HOUR })).exitCode).toBe(0);
  });

  test('no environment can be skipped', async () => {
    const files = {
      'gates.yml': 'environments:\n  dev: {}\n  staging: { after: dev }\n  production: { after: staging }\n',
      'e/deploy.json': statement(),
    };
    const inputs = { policy: 'gates.yml' };
    expect((await ask({ files, inputs })).exitCode).toBe(0);
    expect((await ask({ files, inputs: { ...inputs, environment: 'staging' } })).missing).toEqual(['EVIDENCE_MISSING']);
  });
});

describe('signed evidence', () => {
  let ours: Sigstore;
  let theirs: Sigstore;
  const old = { run: { ...RUN, id: '3' } };
  const POLICY = `environments:\n  staging: {}\n  production: { after: staging, signer: '${SIGNER}' }\n`;

  beforeAll(() => {
    const request = { payload: statement(old), signer: SIGNER, issuer: GITHUB };
    ours = signedBy({
      right: request,
      'of another digest': { ...request, payload: statement(old, OTHER) },
      'of another repository': { ...request, payload: statement({ run: { ...RUN, repository: 'org/evil' } }) },
      'by another workflow': { ...request, signer: SIGNER.replace('staging', 'evil') },
      'by another issuer': { ...request, issuer: 'https://evil.test' },
    });
    theirs = signedBy({ right: request });
  });

  const judge = (bundle: string) =>
    ask({
      inputs: { policy: 'gates.yml', 'trusted-root': 'root.json' },
      files: { 'gates.yml': POLICY, 'root.json': ours.trustedRoot, 'e/deploy.json': bundle },
    });

  test('of an earlier run is believed, with nobody asked', async () => {
    expect((await judge(ours.bundles['right'] ?? '')).exitCode).toBe(0);
  });

  test.each([
    ['of another digest', 'EVIDENCE_OTHER_DIGEST'],
    ['of another repository', 'EVIDENCE_OTHER_REPOSITORY'],
    ['by another workflow', 'EVIDENCE_NOT_BELIEVED'],
    ['by another issuer', 'EVIDENCE_NOT_BELIEVED'],
  ])('%s is refused', async (name, code) => {
    expect((await judge(ours.bundles[name] ?? '')).missing).toEqual([code]);
  });

  test('by a Sigstore that nobody knows, changed, or not signed at all is refused', async () => {
    expect((await judge(theirs.bundles['right'] ?? '')).missing).toEqual(['EVIDENCE_NOT_BELIEVED']);
    const bundle = JSON.parse(ours.bundles['of another digest'] ?? '') as { dsseEnvelope: { payload: string } };
    bundle.dsseEnvelope.payload = Buffer.from(statement(old)).toString('base64');
    expect((await judge(JSON.stringify(bundle))).missing).toEqual(['EVIDENCE_NOT_BELIEVED']);
    expect((await judge(statement())).missing).toEqual(['EVIDENCE_NOT_BELIEVED']);
  });

  test('that cannot be checked for want of a root is refused', async () => {
    const files = { 'gates.yml': POLICY, 'e/deploy.json': ours.bundles['right'] ?? '' };
    const { missing, said } = await ask({ files, inputs: { policy: 'gates.yml' } });
    expect(missing).toEqual(['EVIDENCE_NOT_BELIEVED']);
    expect(said).toContain('"trusted-root" is not given');
  });
});

describe('what is recorded', () => {
  const recording = (checks: string, inputs = {}) =>
    ask({ files: {}, inputs: { mode: 'record', evidence: '', environment: 'staging', checks, ...inputs } });

  test('opens the gate of the same run, and of the same digest', async () => {
    const { exitCode, outputs, files } = await recording('deploy=success\nsmoke=success\ne2e=skipped');
    expect([exitCode, outputs['files']]).toEqual([
      0,
      '.slipway/evidence/staging-deploy.json\n.slipway/evidence/staging-smoke.json',
    ]);
    const written = Object.fromEntries(
      await Promise.all(
        ['deploy', 'smoke'].map(
          async (name) => [`e/${name}.json`, await files.readText(`.slipway/evidence/staging-${name}.json`)] as const,
        ),
      ),
    );
    expect((await ask({ files: written })).exitCode).toBe(0);
    expect((await ask({ files: written, runId: '8' })).missing).toEqual(['EVIDENCE_UNSIGNED', 'EVIDENCE_UNSIGNED']);
  });

  test('of a job that failed or was cancelled keeps it closed', async () => {
    for (const result of ['failure', 'cancelled']) {
      const { files } = await recording(`deploy=success\nsmoke=${result}`);
      const text = await files.readText('.slipway/evidence/staging-smoke.json');
      expect((await ask({ files: { ...GOOD, 'e/smoke.json': text } })).missing).toEqual(['EVIDENCE_FAILED']);
    }
  });

  test('is told all at once when it cannot be', async () => {
    const { exitCode, codes } = await recording('deploy\nsmoke=maybe');
    expect([exitCode, codes]).toEqual([1, ['INPUT_MALFORMED', 'INPUT_MALFORMED']]);
  });
});
