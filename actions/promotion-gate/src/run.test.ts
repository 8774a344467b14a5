import { beforeAll, describe, expect, test } from '@jest/globals';
import { signedBy, type Sigstore } from '@slipway/evidence/memory';
import { type MemoryDeployment, memoryGitHub, type MemoryRepository } from '@slipway/github/memory';
import { type Check, renderCheck } from '@slipway/promotion';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryClock, memoryFiles, memoryLog } from '@slipway/system/memory';
import { action } from './action.ts';
import { runWith } from './run.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const OTHER = `sha256:${'b'.repeat(64)}`;
const NOW = Date.parse('2026-06-03T10:00:00Z');
const HOUR = 3_600_000;
const GITHUB = 'https://token.actions.githubusercontent.com';
const SIGNER = 'https://github.com/org/actions/.github/workflows/staging.yml@refs/tags/v1';
const SHA = 'c'.repeat(40);
const RUN_URL = 'https://github.com/org/orders/actions/runs/7';
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
  readonly repository?: MemoryRepository;
}

async function ask({ files = GOOD, inputs = {}, now = NOW, runId = '7', repository = {} }: Given = {}) {
  const given = { service: 'orders', image: `r.io/orders@${DIGEST}`, environment: 'production', evidence: 'e/*.json', ...inputs };
  const memory = memoryFiles(files);
  const ports = { files: memory, clock: memoryClock(now), log: memoryLog() };
  const host = memoryHost(given, ports, {
    repository: 'org/orders',
    runId,
    runUrl: RUN_URL,
    runAttempt: '1',
    sha: SHA,
    actor: 'ada',
  });
  const exitCode = await runAction(
    action,
    runWith(() => memoryGitHub(repository)),
    host,
  );
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

describe('the deployment on GitHub', () => {
  const TOKEN = { 'github-token': 'ghs_1' };
  const ofJob = (): MemoryDeployment => ({
    ...{ sha: SHA, environment: 'production', at: 100 },
    states: [{ state: 'in_progress', at: 100, logUrl: `${RUN_URL}/job/1` }],
  });

  test("that is the job's own says what opened the gate", async () => {
    const deployments = [ofJob()];
    const { exitCode, outputs } = await ask({ inputs: TOKEN, repository: { deployments } });
    expect([exitCode, outputs['deployment'], deployments.length]).toEqual([0, '1', 1]);
    expect(deployments[0]?.states.at(-1)).toMatchObject({
      ...{ state: 'in_progress', description: 'Gate open: deploy in staging, smoke in staging', logUrl: RUN_URL },
    });
  });

  test('says what keeps the gate closed', async () => {
    const deployments = [ofJob()];
    const { exitCode } = await ask({ files: {}, inputs: TOKEN, repository: { deployments } });
    expect(exitCode).toBe(1);
    expect(deployments[0]?.states.at(-1)).toMatchObject({
      ...{
        state: 'failure',
        description: expect.stringMatching(/^Gate closed: Nothing proves that sha256:a+ passed deploy in staging\.$/),
      },
    });
  });

  test('is made where the job has none, with the whole decision', async () => {
    const deployments: MemoryDeployment[] = [];
    await ask({ inputs: TOKEN, repository: { deployments } });
    expect(deployments).toMatchObject([
      {
        ...{ sha: SHA, environment: 'production' },
        payload: {
          ...{ run: RUN_URL, attempt: '1', service: 'orders', digest: DIGEST, image: `r.io/orders@${DIGEST}` },
          gate: { verdict: 'open', met: [{ requirement: 'deploy in staging' }, { requirement: 'smoke in staging' }] },
        },
        states: [{ state: 'in_progress' }],
      },
    ]);
    await ask({ inputs: TOKEN, repository: { deployments } });
    expect(deployments).toHaveLength(1);
  });

  test('says who broke a freeze, and why', async () => {
    const freeze = 'freeze: [{ reason: launch, from: 2026-06-03, to: 2026-06-03 }]';
    const policy = `time-zone: UTC\nenvironments:\n  staging: {}\n  production: { after: staging, break-glass: true, ${freeze} }\n`;
    const deployments = [ofJob()];
    const inputs = { ...TOKEN, policy: 'gates.yml', 'break-glass': 'checkout is down' };
    await ask({ files: { ...GOOD, 'gates.yml': policy }, inputs, repository: { deployments } });
    expect(deployments[0]?.states.at(-1)).toMatchObject({
      ...{ description: 'Freeze broken by ada: checkout is down. Gate open: deploy in staging' },
    });
  });

  test.each<[string, MemoryRepository, string]>([
    ['may not be written', { permitted: false }, 'deployments: write'],
    ['cannot be told from others', { deployments: [ofJob(), ofJob()] }, '2 deployments of this run are open'],
  ])('that %s changes nothing about the decision', async (_, repository, words) => {
    const { exitCode, said, codes } = await ask({ inputs: TOKEN, repository });
    expect([exitCode, codes]).toEqual([0, ['Not told on GitHub']]);
    expect(said).toContain(words);
  });
});
