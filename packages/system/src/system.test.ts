import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { lstatSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock, Files, Http } from './index.ts';
import { memoryClock, memoryFiles, memoryHttp } from './memory/index.ts';
import { slashed } from './node/files.ts';
import { minimalEnvironment, nodeClock, nodeFiles, nodeHttp, startProcess } from './node/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'slipway-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The real adapter and the fake keep the same promises, or the fake would lie to every other test. */
describe.each<[string, () => Files]>([
  ['node', () => nodeFiles(folder)],
  ['memory', () => memoryFiles()],
])('files of %s', (_, make) => {
  const files = make();

  test('are read as they were written, whole folders at once', async () => {
    await files.write('a/b/one.txt', 'eins');
    await files.write('a/two.json', new Uint8Array([0, 255]));
    expect(await files.readText('a/b/one.txt')).toBe('eins');
    expect([...(await files.readBytes('a/two.json'))]).toEqual([0, 255]);
    expect(await files.size('a/two.json')).toBe(2);
    expect((await files.realPath('a/two.json')).startsWith(`${await files.realPath('a')}/`)).toBe(true);
    expect(await files.list('a')).toEqual([
      { name: 'b', kind: 'folder' },
      { name: 'two.json', kind: 'file' },
    ]);
    expect([await files.claim('lock/x', 'mine'), await files.claim('lock/x', 'theirs')]).toEqual([true, false]);
    expect(await files.readText('lock/x')).toBe('mine');
    await files.remove('lock');
    await files.append('a/b/one.txt', ' zwei');
    const pieces: Uint8Array[] = [];
    for await (const piece of files.stream('a/b/one.txt')) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe('eins zwei');
    const rest: Uint8Array[] = [];
    for await (const piece of files.stream('a/b/one.txt', 5)) rest.push(piece);
    expect(Buffer.concat(rest).toString()).toBe('zwei');
  });

  test('are written from a stream, and left as they were when it breaks', async () => {
    async function* pieces(broken: boolean): AsyncIterable<Uint8Array> {
      yield Buffer.from('new ');
      if (broken) throw new Error('the line went dead');
      yield Buffer.from('text');
    }
    await files.write('s/x', 'old text');
    await expect(files.write('s/x', pieces(true))).rejects.toThrow('the line went dead');
    expect([await files.readText('s/x'), await files.list('s')]).toEqual(['old text', [{ name: 'x', kind: 'file' }]]);
    await files.write('s/x', pieces(false));
    expect(await files.readText('s/x')).toBe('new text');
  });

  test('match patterns', async () => {
    await files.write('g/x.json', '1');
    await files.write('g/deep/y.json', '2');
    await files.write('g/z.txt', '3');
    expect(await files.glob('g/*.json')).toEqual(['g/x.json']);
    expect(await files.glob('g/**/*.json')).toEqual(['g/deep/y.json', 'g/x.json']);
    expect(await files.glob('nowhere/*.json')).toEqual([]);
  });

  test('that are not there are a Failure to read, and nothing to list or remove', async () => {
    await expect(files.readText('none')).rejects.toThrow('FILE_NOT_FOUND');
    await expect(files.size('none')).rejects.toThrow('FILE_NOT_FOUND');
    await expect(files.realPath('none')).rejects.toThrow('FILE_NOT_FOUND');
    expect(await files.list('none')).toEqual([]);
    expect(await files.exists('none')).toBe(false);
    await files.remove('none');
    await files.write('gone/x', '1');
    await files.remove('gone');
    expect(await files.exists('gone/x')).toBe(false);
  });
});

test('a device is written to, and not replaced by a file', async () => {
  symlinkSync('/dev/null', join(folder, 'nowhere'));
  await nodeFiles(folder).write('nowhere', 'text');
  expect(lstatSync(join(folder, 'nowhere')).isSymbolicLink()).toBe(true);
});

describe.each<[string, Clock]>([
  ['node', nodeClock],
  ['memory', memoryClock(1000)],
])('the clock of %s', (_, clock) => {
  test('moves while one sleeps, and wakes up with the reason of the signal', async () => {
    const before = clock.now();
    await clock.sleep(5);
    expect(clock.now()).toBeGreaterThanOrEqual(before + 4);
    const reason = new Error('cancelled');
    await expect(clock.sleep(1_000_000, AbortSignal.abort(reason))).rejects.toThrow();
  });
});

test("a step of the machine's clock is no time that passed", () => {
  const before = nodeClock.now();
  const real = Date.now;
  try {
    Date.now = () => before + 600_000;
    expect(nodeClock.now() - before).toBeLessThan(600_000);
    Date.now = () => before - 600_000;
    expect(nodeClock.now()).toBeGreaterThanOrEqual(before);
  } finally {
    Date.now = real;
  }
});

let server: Server;
let origin: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/redirect') response.writeHead(302, { location: 'http://elsewhere/' }).end();
    else request.pipe(response.writeHead(200, { 'X-Seen': request.headers['x-sent'] ?? '' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

describe.each<[string, () => Http, () => string]>([
  ['node', () => nodeHttp, () => origin],
  [
    'memory',
    () =>
      memoryHttp(({ url, headers, body }) => {
        if (url.startsWith('http://nobody')) return undefined;
        if (url.endsWith('/redirect')) return { status: 302, headers: { location: 'http://elsewhere/' } };
        return {
          status: 200,
          headers: { 'x-seen': headers?.['x-sent'] ?? '' },
          body: typeof body === 'string' ? body : new TextDecoder().decode(body as Uint8Array),
        };
      }),
    () => 'http://server',
  ],
])('HTTP of %s', (name, make, at) => {
  test('sends and receives, with header names in lower case', async () => {
    const response = await make().fetch({ method: 'POST', url: `${at()}/x`, headers: { 'x-sent': 'yes' }, body: 'hello' });
    expect(response.status).toBe(200);
    expect(response.headers['x-seen']).toBe('yes');
    expect(await response.text()).toBe('hello');
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('sends a body with %s, as text and as bytes', async (method) => {
    for (const body of ['grüße', new TextEncoder().encode('grüße')]) {
      const response = await make().fetch({ method, url: `${at()}/x`, body });
      expect([response.status, new TextDecoder().decode(await response.bytes())]).toEqual([200, 'grüße']);
    }
  });

  test('follows no redirect', async () => {
    const response = await make().fetch({ url: `${at()}/redirect` });
    expect(response).toMatchObject({ status: 302, headers: { location: 'http://elsewhere/' } });
    await response.bytes();
  });

  test('says in a Failure that nobody answers', async () => {
    const url = name === 'node' ? 'http://127.0.0.1:1/' : 'http://nobody/';
    await expect(make().fetch({ url })).rejects.toThrow('HTTP_UNREACHABLE');
  });
});

test('HTTP gives up on a server that does not answer in time', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
  await expect(nodeHttp.fetch({ url, timeoutMs: 50 })).rejects.toThrow('HTTP_TIMEOUT');
  await new Promise((resolve) => {
    silent.close(resolve);
    silent.closeAllConnections();
  });
});

test('HTTP gives up on a server that falls silent within its answer', async () => {
  const stalling = createServer((_, response) => void response.writeHead(200).write('half '));
  await new Promise<void>((resolve) => stalling.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(stalling.address() as AddressInfo).port}/`;
  const response = await nodeHttp.fetch({ url, silenceMs: 50 });
  await expect(response.text()).rejects.toThrow('HTTP_TIMEOUT');
  await new Promise((resolve) => {
    stalling.close(resolve);
    stalling.closeAllConnections();
  });
});

/** Whether a process ends within a few seconds: what is killed stays in the table until its new parent has asked after it. */
async function ended(pid: number): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await nodeClock.sleep(20);
  }
  return false;
}

describe('a process', () => {
  const start = (script: string) => startProcess(process.execPath, ['-e', script], { environment: process.env, cwd: folder });

  test('is ended with everything it has started', async () => {
    const parent = await start(
      "const c = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']); console.log(c.pid); setInterval(() => {}, 1000)",
    );
    while (!/\d+\n/.test(parent.output())) await nodeClock.sleep(10);
    const child = Number(parent.output());
    await parent.stop(2000);
    expect(await ended(child)).toBe(true);
  });

  test('that ignores the request to end is killed', async () => {
    const stubborn = await start("process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)");
    while (!stubborn.output().includes('up')) await nodeClock.sleep(10);
    await stubborn.stop(100);
    expect((await stubborn.exited).exitCode).toBe(-1);
  });

  test('gets no variable that it is not given', () => {
    const environment = {
      PATH: '/bin',
      GITHUB_TOKEN: 'x',
      INPUT_PASSWORD: 'x',
      AWS_SECRET_ACCESS_KEY: 'x',
      ACTIONS_RUNTIME_TOKEN: 'x',
      HOME: '/h',
    };
    expect(minimalEnvironment(environment)).toEqual({ PATH: '/bin', HOME: '/h' });
  });
});

test.each([
  ['contracts\\a\\b.json', '\\', 'contracts/a/b.json'],
  ['C:\\work\\openapi.yaml', '\\', 'C:/work/openapi.yaml'],
  ['a name\\with one', '/', 'a name\\with one'],
])('the path %s of a system that separates by %s is shown as %s', (path, separator, shown) => {
  expect(slashed(path, separator)).toBe(shown);
});
