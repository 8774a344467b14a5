import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run as runProgram } from '../../scripts/tools/index.ts';
import { runCommand, runStep, startStep } from '../bundle/runner.ts';
import { up } from './index.ts';
import { layoutOf } from './layout.ts';
import { installPackages, missingPackages } from './requirement.ts';
import { partFolder } from './site.ts';
import { ensureState } from './state.ts';
import { running } from './supervise.ts';
import { type Docker, docker } from './services/docker.ts';
import { advisories, changed, freePort, lineOf, processesWith, sample, type Tree } from './services/sample.ts';

const MINUTE_MS = 60_000;
/** Names that no other run of these tests has. */
const RUN = Date.now().toString(36);
const PATH = process.env['PATH'] ?? '';
const PAYMENT = sample('payment-service');
const ORDER = sample('order-service');

/** The annotations of a level, as the runner reads them: their properties and their message. */
function annotations(stdout: string, level = 'error'): readonly { readonly at: string; readonly message: string }[] {
  const found = [...stdout.matchAll(new RegExp(`^::${level} (.*?)::(.*)$`, 'gm'))];
  return found.map(([, at = '', message = '']) => ({ at, message: decodeURIComponent(message) }));
}

const unit = (files: Tree, inputs: Record<string, string> = {}) =>
  runStep('run-tests', { command: 'npm run test:unit', 'time-budget': '60s', ...inputs }, files);

describe('the unit tests of payment-service', () => {
  test(
    'pass within their budget, and every one of them is counted',
    async () => {
      const { exitCode, outputs, stdout } = await unit(PAYMENT, { 'min-tests': '30' });
      expect(exitCode).toBe(0);
      expect(outputs).toMatchObject({ verdict: 'pass', failed: '0' });
      expect(Number(outputs['total'])).toBeGreaterThanOrEqual(30);
      expect(annotations(stdout)).toEqual([]);
    },
    MINUTE_MS,
  );

  test(
    'fail on the line of the assertion that a change breaks',
    async () => {
      const [path, before] = ['test/unit/receipt.test.ts', 'assert.equal(encodeURIComponent(id), id);'];
      const { exitCode, outputs, stdout, summary } = await unit(
        changed(PAYMENT, path, before, before.replace('), id', '), "x"')),
      );
      expect(exitCode).toBe(1);
      expect(outputs['failed']).toBe('1');
      const line = lineOf(PAYMENT[path], before);
      expect(annotations(stdout).map(({ at }) => at)).toEqual([expect.stringContaining(`file=${path},line=${line}`)]);
      expect(summary).toContain(`${path}:${line}`);
    },
    MINUTE_MS,
  );

  test(
    'are ended at their budget, with everything they started',
    async () => {
      const mark = `slipway-hang-${RUN}`;
      const hang = `import { spawn } from "node:child_process";
import { it } from "node:test";
it("never ends", () => new Promise(() => {
  spawn(process.execPath, ["-e", "process.on('SIGTERM', () => 0); setInterval(() => 0, 1e3)", "${mark}"], { stdio: "inherit" });
}));
`;
      const begun = performance.now();
      const { exitCode, report, outputs } = await unit({ ...PAYMENT, 'test/unit/hang.test.ts': hang }, { 'time-budget': '4s' });
      expect(exitCode).toBe(1);
      expect(report?.headline).toContain('took longer than their budget of 4 s');
      expect(Number(outputs['seconds'])).toBeGreaterThanOrEqual(4);
      expect(performance.now() - begun).toBeLessThan(20_000);
      expect(processesWith(mark)).toEqual([]);
    },
    MINUTE_MS,
  );

  test(
    'tell a report that cannot be read, a folder in place of reports, and a preparation that fails, in words',
    async () => {
      const cut = await unit({ ...PAYMENT, 'reports/cut.xml': '<junit><' });
      expect(cut.report?.headline).toContain('wrote a report that cannot be read: reports/cut.xml');
      expect(annotations(cut.stdout)[0]?.at).toContain('file=reports/cut.xml,line=1');
      const folder = await unit(PAYMENT, { reports: 'reports' });
      expect(folder.report?.headline).toContain('no file matches "reports" (reports is a folder: write reports/*.xml)');
      const failed = await unit(PAYMENT, { prepare: 'node -e "console.error(\'no such package\');process.exit(3)"' });
      expect(annotations(failed.stdout)[0]).toMatchObject({
        at: 'title=PREPARE_FAILED',
        message: expect.stringMatching(/exit code 3\. Its last lines:\nno such package/),
      });
    },
    MINUTE_MS,
  );
});

test('every bad input of run-tests is told at once, and nothing is started', async () => {
  const inputs = {
    command: 'npm test | tee log',
    prepare: 'nmp ci',
    'working-directory': '.',
    'pass-env': 'A',
    env: 'A=1',
    dependencies: 'deps.yml',
  };
  const deps =
    'version: 1\ndependencies:\n  - name: a\n    run: [nowhere-to-be-found]\n    raedy: { log: x }\n    ready: { log: x }\n';
  const { exitCode, stdout } = await runStep('run-tests', inputs, { 'deps.yml': deps });
  expect(exitCode).toBe(1);
  expect(annotations(stdout).map(({ at }) => at)).toEqual([
    'title=INPUT_CONTRADICTION',
    'title=COMMAND_NEEDS_SHELL',
    'title=COMMAND_NOT_FOUND',
    'title=CONFIG_UNKNOWN_KEY,file=deps.yml,line=5,col=5',
  ]);
});

test(
  'the Docker daemon of the lab comes back after it was killed and its number went to another process',
  async () => {
    const stranger = spawn('sleep', ['600']);
    const site = { layout: layoutOf(), ports: (await ensureState(layoutOf())).ports };
    try {
      await up({ with: ['docker'] });
      const inner = join(site.layout.run, 'docker', 'containerd', 'containerd.pid');
      for (const pid of [running(partFolder(site, 'docker'))?.pid, await readFile(inner, 'utf8')])
        process.kill(Number(pid), 'SIGKILL');
      while (running(partFolder(site, 'docker'))) await sleep(50);
      for (const path of [inner, join(site.layout.run, 'docker.pid')]) await writeFile(path, String(stranger.pid));
      const { dockerHost } = await up({ with: ['docker'] });
      expect((await runProgram('docker', ['--host', dockerHost ?? '', 'info', '--format', '{{.ServerVersion}}'])).trim()).toMatch(
        /^\d+\./,
      );
    } finally {
      stranger.kill();
    }
  },
  5 * MINUTE_MS,
);

describe('the integration tests of order-service', () => {
  let lab: Docker;
  let host: string;
  let image: string;

  /** Runs them with the dependencies of this text, which names the port of payment-service `<port>`. */
  async function integration(dependencies: string, files: Tree = ORDER, env: Record<string, string> = {}) {
    const port = String(await freePort());
    const workspace = { ...files, 'deps.yml': dependencies.replaceAll('<port>', port) };
    const inputs = ['--kind', 'integration', '--dependencies', 'deps.yml', '--env', `PAYMENT_URL=http://127.0.0.1:${port}`];
    const args = ['run-tests', '--command', 'npm run test:integration', ...inputs, '--json'];
    const { exitCode, stdout, stderr } = await runCommand(args, workspace, { DOCKER_HOST: host, ...env });
    const report = JSON.parse(stdout) as { headline: string; problems: { code: string; message: string }[] };
    return { exitCode, stderr, ...report };
  }

  const entry = (name: string, what: string) =>
    `version: 1
dependencies:
  - name: ${name}-${RUN}
    ${what}
    env: { HOST: 127.0.0.1, PORT: "<port>", SIGNING_KEY: integration-only }
    ready: { http: "http://127.0.0.1:<port>/readyz", within: 30s }
`;

  const stubborn = {
    Dockerfile: `FROM node:24\nCOPY main.js /main.js\nENTRYPOINT ["node", "/main.js"]\n`,
    'main.js': `process.on('SIGTERM', () => 0);
require('http').createServer((_, response) => response.end('{}')).listen(process.env.PORT, '127.0.0.1');
`,
  };

  beforeAll(async () => {
    const up_ = await up({ with: ['docker'] });
    host = up_.dockerHost ?? '';
    lab = await docker(up_);
    image = await lab.build(`payment:${RUN}`, PAYMENT);
    const packages = await missingPackages(['redis-server', 'docker-compose']);
    if (packages.length > 0) await installPackages(packages, layoutOf());
  }, 10 * MINUTE_MS);

  afterAll(() => rm(lab.programs, { recursive: true, force: true }));

  test(
    'pass with the stub that their own file of dependencies starts',
    async () => {
      const file = (ORDER['.slipway/dependencies.yml'] ?? '').replaceAll('8081', '<port>');
      const { exitCode, headline } = await integration(file);
      expect(headline).toMatch(/^All 3 integration tests passed/);
      expect(exitCode).toBe(0);
      expect(processesWith('payment-stub.ts')).toEqual([]);
    },
    MINUTE_MS,
  );

  test(
    'pass with the image of payment-service, pulled from the registry, and its container is gone afterwards',
    async () => {
      const { exitCode, headline } = await integration(entry('image', `image: "${image}"`));
      expect(headline).toMatch(/^All 3 integration tests passed/);
      expect(exitCode).toBe(0);
      expect(await lab.containers(RUN)).toEqual([]);
    },
    2 * MINUTE_MS,
  );

  test(
    'show the log of the image when one of them fails',
    async () => {
      const broken = changed(ORDER, 'test/integration/orders.test.ts', '["tok_visa", "paid"]', '["tok_visa", "free"]');
      const { exitCode, stderr, headline } = await integration(entry('image', `image: "${image}"`), broken);
      expect(exitCode).toBe(1);
      expect(headline).toMatch(/^1 of 3 integration tests failed/);
      expect(stderr).toMatch(new RegExp(`Log of image-${RUN}:\\n.*"message":"listening"`));
      expect(await lab.containers(RUN)).toEqual([]);
    },
    2 * MINUTE_MS,
  );

  test(
    'leave no container behind when the run is cancelled, not even one that does not obey',
    async () => {
      const name = await lab.build(`stubborn:${RUN}`, stubborn);
      const port = String(await freePort());
      process.env['PATH'] = `${lab.programs}:${PATH}`;
      const { child, result } = startStep(
        'run-tests',
        { command: 'sleep 600', dependencies: 'deps.yml' },
        { 'deps.yml': entry('stubborn', `image: "${name}"`).replaceAll('<port>', port) },
      );
      process.env['PATH'] = PATH;
      while ((await lab.containers(RUN)).length === 0) await sleep(100);
      await waitFor(`http://127.0.0.1:${port}/`);
      await sleep(500);
      const begun = performance.now();
      child.kill('SIGINT');
      const { exitCode, report } = await result;
      // A runner kills the process 10 s after it asked it to end.
      expect(performance.now() - begun).toBeLessThan(7500);
      expect(exitCode).toBe(1);
      expect(report).toMatchObject({ verdict: 'inconclusive', headline: expect.stringContaining('the run was cancelled') });
      expect(await lab.containers(RUN)).toEqual([]);
    },
    2 * MINUTE_MS,
  );

  test(
    'say that an image is nowhere to be had',
    async () => {
      const { problems } = await integration(entry('gone', `image: "${image}-gone"`));
      expect(problems[0]).toMatchObject({ code: 'DEPENDENCY_IMAGE', message: expect.stringContaining('cannot be pulled') });
    },
    MINUTE_MS,
  );

  test(
    'pass with a compose file, of which nothing is left',
    async () => {
      const compose = `version: "3"
services:
  payment-${RUN}:
    image: ${image}
    network_mode: host
    environment: { HOST: 127.0.0.1, PORT: "\${PORT}", SIGNING_KEY: integration-only }
`;
      const { exitCode, headline } = await integration(entry('stack', 'compose: compose.yml'), {
        ...ORDER,
        'compose.yml': compose,
      });
      expect(headline).toMatch(/^All 3 integration tests passed/);
      expect(exitCode).toBe(0);
      expect(await lab.containers(RUN)).toEqual([]);
    },
    2 * MINUTE_MS,
  );

  test('say that compose is missing where it is, with whatever else is', async () => {
    const files = { ...ORDER, 'compose.yml': 'services: {}\n' };
    // Of all programs, only docker without its plugin is there.
    const { problems } = await integration(entry('stack', 'compose: compose.yml'), files, { PATH: lab.programs });
    expect(problems.map(({ code }) => code)).toEqual(['COMMAND_NOT_FOUND', 'DEPENDENCY_COMPOSE_MISSING']);
    expect(problems[1]?.message).toContain('neither the plugin "docker compose" nor the program docker-compose');
  });

  test(
    'run beside a database, which is ready before they start',
    async () => {
      const talk = `import assert from "node:assert/strict";
import { connect } from "node:net";
import { it } from "node:test";
it("keeps what it is told", async () => {
  const socket = connect(Number(process.env.DATABASE_PORT), "127.0.0.1");
  socket.write("SET order paid\\r\\nGET order\\r\\nQUIT\\r\\n");
  let answer = "";
  for await (const piece of socket) answer += piece;
  assert.equal(answer, "+OK\\r\\n$4\\r\\npaid\\r\\n+OK\\r\\n");
});
`;
      const port = String(await freePort());
      const deps = `version: 1\ndependencies:\n  - name: redis\n    run: [redis-server, --port, "${port}", --bind, 127.0.0.1, --save, ""]\n    ready: { tcp: "127.0.0.1:${port}" }\n`;
      const files = { ...ORDER, 'test/integration/orders.test.ts': talk, 'deps.yml': deps };
      const inputs = { command: 'npm run test:integration', dependencies: 'deps.yml', env: `DATABASE_PORT=${port}` };
      const { exitCode, outputs } = await runStep('run-tests', inputs, files);
      expect(outputs).toMatchObject({ verdict: 'pass', total: '1' });
      expect(exitCode).toBe(0);
      expect(processesWith(`127.0.0.1:${port}`)).toEqual([]);
    },
    MINUTE_MS,
  );
});

async function waitFor(url: string): Promise<void> {
  for (let left = 200; left > 0; left--) {
    const ready = await fetch(url).then(
      () => true,
      () => false,
    );
    if (ready) return;
    await sleep(50);
  }
  throw new Error(`${url} never answered`);
}

describe('the contracts of payment-service', () => {
  async function verify(files: Tree) {
    const port = await freePort();
    const provider = changed(files, '.slipway/provider.yml', '8082', String(port));
    return { port, ...(await runStep('contract-test', { provider: 'payment-service' }, provider)) };
  }

  test('are both kept', async () => {
    const { exitCode, outputs, report } = await verify(PAYMENT);
    expect(report?.headline).toBe('payment-service keeps all 2 consumer contracts (5 interactions).');
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ contracts: '2', interactions: '5', broken: '' });
  });

  test('are broken by a renamed field: who, what, on which line, and who is not', async () => {
    const { exitCode, outputs, report, stdout } = await verify(sample('payment-service', 'break-contract'));
    expect(exitCode).toBe(1);
    expect(report?.headline).toContain('breaks order-service (transaction_id is missing in the answer to POST /charge)');
    expect(report?.headline).toContain('keeps the contract with invoice-service');
    expect(outputs['broken']).toBe('order-service');
    const file = 'contracts/order-service.pact.json';
    const line = lineOf(PAYMENT[file], '"transaction_id"');
    expect(annotations(stdout)[0]?.at).toContain(`file=${file},line=${line}`);
  });

  test('cannot be judged when the provider does not start, and its log says why', async () => {
    const { exitCode, stdout } = await verify(changed(PAYMENT, '.slipway/provider.yml', 'integration-only', 'short'));
    expect(exitCode).toBe(1);
    const [annotation] = annotations(stdout);
    expect(annotation?.at).toContain('title=DEPENDENCY_NOT_READY');
    expect(annotation?.message).toMatch(/ended with exit code 1 before it was ready[\s\S]*SIGNING_KEY must have at least 16/);
  });

  test('are not verified with something else that answers at the address of the provider', async () => {
    const other: Server = createServer((_, response) => response.end('{}'));
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const files = changed(PAYMENT, '.slipway/provider.yml', '8082', String(port));
    const { exitCode, stdout } = await runStep('contract-test', { provider: 'payment-service' }, files);
    other.close();
    expect(exitCode).toBe(1);
    expect(annotations(stdout)[0]?.at).toBe('title=DEPENDENCY_ADDRESS_TAKEN,file=.slipway/provider.yml,line=4,col=3');
  });
});

describe('the contracts of payment-service, which is started as an image', () => {
  let lab: Docker;
  let host: string;

  beforeAll(async () => {
    const up_ = await up({ with: ['docker'] });
    host = up_.dockerHost ?? '';
    lab = await docker(up_);
  }, 10 * MINUTE_MS);

  afterAll(() => rm(lab.programs, { recursive: true, force: true }));

  async function verify(name: string, files: Tree) {
    const [image, port] = [await lab.build(`${name}:${RUN}`, files), String(await freePort())];
    const provider = `version: 1
provider:
  name: ${name}-${RUN}
  image: "${image}"
  env: { HOST: 127.0.0.1, PORT: "${port}", SIGNING_KEY: integration-only }
  ready: { http: "http://127.0.0.1:${port}/readyz", within: 30s }
`;
    const args = ['contract-test', 'verify', '--provider', 'payment-service', '--openapi', 'openapi.yaml', '--json'];
    const workspace = { ...PAYMENT, '.slipway/provider.yml': provider };
    const { exitCode, stdout } = await runCommand(args, workspace, { DOCKER_HOST: host });
    const { headline } = JSON.parse(stdout) as { headline: string };
    return { exitCode, headline, left: await lab.containers(`${name}-${RUN}`) };
  }

  test(
    'are both kept, each answer is as its description says, and the container is gone afterwards',
    async () => {
      expect(await verify('provider-kept', PAYMENT)).toEqual({
        exitCode: 0,
        headline: 'payment-service keeps all 2 consumer contracts (5 interactions). 5 answers are as openapi.yaml says.',
        left: [],
      });
    },
    3 * MINUTE_MS,
  );

  test(
    'are broken by an image with a renamed field, which the description still promises',
    async () => {
      const { exitCode, headline, left } = await verify('provider-broken', sample('payment-service', 'break-contract'));
      expect(exitCode).toBe(1);
      expect(headline).toContain('breaks order-service (transaction_id is missing in the answer to POST /charge)');
      expect(headline).toContain('payment-service breaks its own description openapi.yaml');
      expect(headline).toContain('transaction_id in the answer 201 to POST /charge must be there, and is missing');
      expect(left).toEqual([]);
    },
    3 * MINUTE_MS,
  );
});

describe('the security scan of order-service', () => {
  const inputs = { database: 'osv' };
  const lock = `${JSON.stringify(
    {
      name: 'order-service',
      version: '1.0.0',
      lockfileVersion: 3,
      requires: true,
      packages: {
        '': { name: 'order-service', version: '1.0.0', dependencies: { lodash: '^4.17.0' } },
        'node_modules/lodash': {
          version: '4.17.20',
          resolved: 'https://registry.example.com/lodash/-/lodash-4.17.20.tgz',
          license: 'MIT',
        },
      },
    },
    null,
    2,
  )}\n`;

  test('finds nothing in its own lockfile', async () => {
    const { exitCode, outputs } = await runStep('security-scan', inputs, { ...ORDER, ...advisories() });
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ result: 'clean', findings: '0', advisories: '3' });
  });

  test('finds a vulnerable package on its line, with the version that mends it', async () => {
    const files = { ...advisories(), 'package-lock.json': lock };
    const { exitCode, outputs, stdout } = await runStep('security-scan', inputs, files);
    expect(exitCode).toBe(1);
    expect(Number(outputs['blocking'])).toBeGreaterThan(0);
    const at = `file=package-lock.json,line=${lineOf(lock, '"node_modules/lodash"')}`;
    const found = annotations(stdout).find(({ message }) => message.includes('Upgrade lodash to 4.17.21'));
    expect(found?.at).toContain(at);
  });

  test('is an error, never clean, with a database file that is cut off', async () => {
    const [path = '', text = ''] = Object.entries(advisories())[0] ?? [];
    const files = { ...ORDER, ...advisories(), [path]: text.slice(0, 200) };
    const { exitCode, outputs, stdout } = await runStep('security-scan', inputs, files);
    expect(exitCode).toBe(1);
    expect(outputs['verdict']).toBe('error');
    expect(annotations(stdout).map(({ at }) => at)).toEqual([`title=DATABASE_MALFORMED,file=${path}`]);
  });
});

describe('the smoke test of a running payment-service', () => {
  let url: string;
  let service: ChildProcess;

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const main = join(import.meta.dirname, '../fixtures/services/payment-service/src/main.ts');
    const env = { PATH, HOST: '127.0.0.1', PORT: String(port), SIGNING_KEY: 'integration-only', COMMIT: 'c0ffee' };
    service = spawn(process.execPath, [main], { env: { ...env, DRAIN_MS: '0' }, stdio: 'ignore' });
    await waitFor(`${url}/readyz`);
  });

  afterAll(() => void service.kill('SIGKILL'));

  const smoke = (inputs: Record<string, string> = {}) => runStep('smoke-test', { url, ...inputs }, PAYMENT);

  test('passes, with the version that was deployed', async () => {
    const { exitCode, outputs } = await smoke({ 'expect-version': 'c0ffee' });
    expect(outputs).toMatchObject({ verdict: 'pass', requests: '5', failed: '0' });
    expect(exitCode).toBe(0);
  });

  test('fails when another version answers', async () => {
    const { exitCode, stdout } = await smoke({ 'expect-version': 'decaf', 'version-within': '1s' });
    expect(exitCode).toBe(1);
    expect(annotations(stdout)[0]?.message).toContain('expected version "decaf", got "c0ffee"');
  });

  test('says after its time that a service is down', async () => {
    const down = `http://127.0.0.1:${await freePort()}`;
    const { exitCode, stdout } = await smoke({ url: down, 'ready-within': '1s' });
    expect(exitCode).toBe(1);
    const [annotation] = annotations(stdout);
    expect(annotation?.at).toBe('title=HTTP_UNREACHABLE');
    expect(annotation?.message).toMatch(
      /gave no answer within 1 s: http:\/\/127\.0\.0\.1:\d+ did not answer: connect ECONNREFUSED/,
    );
  });
});
