import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { runStep } from './runner.ts';

const TESTS = `import assert from 'node:assert/strict';
import { test } from 'node:test';

test('the service answers', async () => {
  const { status } = await fetch(process.env.BASE_URL + '/orders');
  assert.equal(status, 200);
});
test('sees its own secret, and no other', () => {
  const { E2E_PASSWORD, RELEASE_VERSION, GITHUB_TOKEN } = process.env;
  assert.deepEqual([E2E_PASSWORD, RELEASE_VERSION, GITHUB_TOKEN], ['correct-horse', 'abc', undefined]);
});
`;
/** A command that leaves a process behind which would go on for ever, and itself does not end. */
const ENDLESS = `import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
const { pid } = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
writeFileSync('pids', pid + ' ' + process.pid);
setInterval(() => {}, 1000);
`;

let server: Server;
let url: string;
let [asked, version] = [0, (_asked: number) => 'abc'];

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/orders') asked += 1;
    response.writeHead(request.url === '/broken/orders' ? 500 : 200, { 'x-version': version(asked) }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Whether a process is there. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function e2e(inputs: Readonly<Record<string, string>>, answers: (asked: number) => string = () => 'abc') {
  [asked, version] = [0, answers];
  const reporter = '--test-reporter=junit --test-reporter-destination=reports/e2e.xml';
  const given = {
    ...{ mode: 'e2e', url, command: `${process.execPath} --test ${reporter} e2e/orders.test.mjs` },
    ...{ 'secret-env': 'E2E_PASSWORD', 'expect-version': 'abc', 'version-within': '1s', ...inputs },
  };
  const files = { 'e2e/orders.test.mjs': TESTS, 'endless.mjs': ENDLESS, 'reports/.keep': '' };
  return runStep('smoke-test', given, files, { E2E_PASSWORD: 'correct-horse', GITHUB_TOKEN: 'not-yours' });
}

describe("a project's own end-to-end tests, as a step", () => {
  test('runs real tests, which get the address and no other secret, and puts a failed one on its line', async () => {
    const good = await e2e({});
    expect([good.exitCode, good.outputs]).toEqual([
      0,
      expect.objectContaining({ verdict: 'pass', tests: '2', failed: '0', version: 'proved' }),
    ]);
    const bad = await e2e({ url: `${url}/broken`, junit: 'out/e2e.xml' });
    expect([bad.exitCode, bad.outputs['failed'], bad.outputs['tests']]).toEqual([1, '1', '2']);
    expect(bad.stdout).toMatch(
      /^::error title=end-to-end test failed%3A the service answers,file=e2e\/orders\.test\.mjs,line=6::Expected values/m,
    );
    const junit = readFileSync(join(bad.folder, 'workspace/out/e2e.xml'), 'utf8');
    expect(junit).toContain('tests="2" failures="1"');
    const log = bad.stdout.replace(/^::add-mask::.*$/gm, '');
    expect(log + bad.summary + junit).not.toContain('correct-horse');
  }, 60_000);

  test('says nothing when another version came while they ran', async () => {
    const { exitCode, outputs, report } = await e2e({}, (seen) => (seen > 0 ? 'new' : 'abc'));
    expect([exitCode, outputs['verdict'], outputs['version'], outputs['failed']]).toEqual([1, 'inconclusive', 'changed', '0']);
    expect(report?.headline).toContain('got "new" after the tests');
  }, 60_000);

  test('is ended with all that it started when its time is over', async () => {
    const { exitCode, folder, report } = await e2e({ command: `${process.execPath} endless.mjs`, 'time-budget': '3s' });
    expect([exitCode, report?.headline]).toEqual([1, expect.stringContaining('longer than their budget of 3 s')]);
    const pids = readFileSync(join(folder, 'workspace/pids'), 'utf8').split(' ').map(Number);
    expect(pids.map(lives)).toEqual([false, false]);
  }, 60_000);
});
