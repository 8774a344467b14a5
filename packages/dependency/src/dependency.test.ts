import { describe, expect, test } from '@jest/globals';
import { Failure } from '@slipway/failure';
import type { Exec, Http } from '@slipway/system';
import { memoryClock, memoryFiles, memoryHttp, memoryLog, scriptedExec } from '@slipway/system/memory';
import { dependencyProblems, lastLines, parseDependencies, type Surroundings, withDependencies } from './index.ts';

const parse = (entry: string) => parseDependencies('deps.yml', `version: 1\ndependencies:\n  - ${entry}\n`);
const PAYMENT = parse('{ name: payment, run: [node, stub.ts], ready: { http: "http://127.0.0.1:8081/readyz", within: 2s } }');
const IMAGE = parse('{ name: payment, image: "payment:1", ready: { log: listens } }');
const COMPOSE = parse('{ name: stack, compose: compose.yml, ready: { log: listens } }');
const DATABASE = parse('{ name: db, run: [postgres], ready: { tcp: "127.0.0.1:5432", within: 1s } }');

function around(ports: Partial<Surroundings>): Surroundings {
  const { signal } = new AbortController();
  const defaults = { exec: scriptedExec(), clock: memoryClock(), http: memoryHttp(() => undefined), files: memoryFiles() };
  return { ...defaults, log: memoryLog(), cancelled: signal, ...ports };
}

async function codesOf(work: Promise<unknown>): Promise<readonly (readonly [string, string])[]> {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  return error instanceof Failure ? error.problems.map(({ code, message }) => [code, message] as const) : [];
}

/** HTTP that fails with this message until the dependency is started, and then with the other. */
function failing(exec: { readonly calls: readonly unknown[] }, code: string, message: string): Http {
  return {
    fetch: async () => {
      const problem = exec.calls.length > 0 ? { code, message } : { code: 'HTTP_UNREACHABLE', message: 'connect ECONNREFUSED' };
      throw new Failure(problem);
    },
  };
}

describe('a dependency', () => {
  test('is not started where something else answers already', async () => {
    const exec = scriptedExec();
    const surroundings = around({ exec, http: memoryHttp(() => ({ status: 404 })) });
    const codes = await codesOf(withDependencies(PAYMENT, '.', surroundings, async () => undefined));
    expect(codes[0]?.[0]).toBe('DEPENDENCY_ADDRESS_TAKEN');
    expect(codes[0]?.[1]).toContain('127.0.0.1:8081');
    expect(exec.calls).toHaveLength(0);
  });

  test('that is never ready is told with what was seen last', async () => {
    const exec = scriptedExec(() => ({ stdout: 'no connection to the database' }));
    const http = memoryHttp(() => (exec.calls.length > 0 ? { status: 503 } : undefined));
    const [[code, message] = ['', '']] = await codesOf(
      withDependencies(PAYMENT, '.', around({ exec, http }), async () => undefined),
    );
    expect(code).toBe('DEPENDENCY_NOT_READY');
    expect(message).toContain('was not ready within 2 s: http://127.0.0.1:8081/readyz answered with the status 503');
    expect(message).toContain('no connection to the database');
  });

  test.each([
    ['a database that closes the connection', 'HTTP_UNREACHABLE', 'socket hang up', true],
    ['a server that waits for its client to speak', 'HTTP_TIMEOUT', 'http://127.0.0.1:5432 did not answer within 2000 ms.', true],
    ['a name that nobody knows', 'HTTP_UNREACHABLE', 'getaddrinfo ENOTFOUND db', false],
    ['a port that refuses', 'HTTP_UNREACHABLE', 'connect ECONNREFUSED 127.0.0.1:5432', false],
  ])('by tcp, with %s', async (_, code, message, ready) => {
    const exec = scriptedExec();
    const surroundings = around({ exec, http: failing(exec, code, message) });
    const codes = await codesOf(withDependencies(DATABASE, '.', surroundings, async () => undefined));
    expect(codes.map(([each]) => each)).toEqual(ready ? [] : ['DEPENDENCY_NOT_READY']);
  });

  test('that is an image is pulled when it is not here, and its container is removed by name', async () => {
    const exec = scriptedExec(({ args }) => (args[1] === 'inspect' ? { exitCode: 1 } : { stdout: 'listens' }));
    await withDependencies(IMAGE, '.', around({ exec }), async () => undefined);
    expect(exec.calls.map(({ args }) => args.join(' '))).toEqual([
      'image inspect payment:1',
      'pull --quiet payment:1',
      'run --rm --init --name slipway-0-payment --label slipway --network host payment:1',
      'rm --force --volumes slipway-0-payment',
    ]);
  });

  test('whose image cannot be pulled says why', async () => {
    const exec = scriptedExec(() => ({ exitCode: 1, stderr: 'Trying.\nmanifest unknown' }));
    const [[code, message] = ['', '']] = await codesOf(withDependencies(IMAGE, '.', around({ exec }), async () => undefined));
    expect([code, message]).toEqual(['DEPENDENCY_IMAGE', expect.stringContaining('manifest unknown')]);
  });

  test('that was cancelled while it started says so', async () => {
    const controller = new AbortController();
    controller.abort(new Error('cancelled'));
    const codes = await codesOf(withDependencies(PAYMENT, '.', around({ cancelled: controller.signal }), async () => undefined));
    expect(codes.map(([code]) => code)).toEqual(['CANCELLED']);
  });
});

describe('a compose file', () => {
  const machine = (programs: readonly string[], plugin: boolean): Exec => ({
    ...scriptedExec(({ args }) => ({ exitCode: plugin || args[0] !== 'compose' ? 0 : 1, stdout: 'listens' })),
    which: async (program) => (programs.includes(program) ? `/usr/bin/${program}` : undefined),
  });
  const files = memoryFiles({ 'compose.yml': 'services: {}\n' });

  test.each<[string, readonly string[], boolean, readonly string[]]>([
    ['the plugin', ['docker'], true, []],
    ['the older program', ['docker', 'docker-compose'], false, []],
    ['neither', ['docker'], false, ['DEPENDENCY_COMPOSE_MISSING']],
    ['no docker at all', [], false, ['DEPENDENCY_COMPOSE_MISSING']],
  ])('with %s', async (_, programs, plugin, codes) => {
    const problems = await dependencyProblems(COMPOSE, '.', { exec: machine(programs, plugin), files });
    expect(problems.map(({ code }) => code)).toEqual(codes);
    for (const { message } of problems)
      expect(message).toContain('neither the plugin "docker compose" nor the program docker-compose');
  });

  test('is taken down under the name it was brought up with', async () => {
    const exec = scriptedExec(() => ({ stdout: 'listens' }));
    await withDependencies(COMPOSE, '.', around({ exec, files }), async () => undefined);
    const project = ['compose', '--project-name', 'slipway-0-stack', '--file', 'compose.yml'];
    expect(exec.calls.slice(1).map(({ args }) => args)).toEqual([
      [...project, 'up', '--abort-on-container-exit'],
      [...project, 'down', '--volumes', '--remove-orphans', '--timeout', '2'],
    ]);
  });
});

describe('the problems of dependencies', () => {
  test('are told together, each on its line', async () => {
    const text = `version: 1
dependencies:
  - { name: a, run: [./server], workingDirectory: nowhere, ready: { log: x } }
  - { name: b, compose: compose.yml, ready: { log: x } }
  - { name: c, image: "c:1", ready: { log: x } }
`;
    const exec: Exec = { ...scriptedExec(), which: async () => undefined };
    const problems = await dependencyProblems(parseDependencies('deps.yml', text), '.', { exec, files: memoryFiles() });
    expect(problems.map(({ code, location }) => [code, location?.line])).toEqual([
      ['DEPENDENCY_COMMAND', 3],
      ['DEPENDENCY_COMPOSE_FILE', 4],
      ['DEPENDENCY_DOCKER_MISSING', 5],
    ]);
  });

  test('are told in words, what the schema refuses together with what is beyond it', () => {
    const text = `version: 1
dependencies:
  - name: Pay_ment
    run: npm start
    raedy: { log: x }
    ready: { tcp: "8080", within: 1h }
  - { name: b, image: b, ports: [x], ready: { http: "localhost:80" } }
  - { name: b, image: b, ready: {} }
`;
    const problems = ((): Failure['problems'] => {
      try {
        parseDependencies('deps.yml', text);
        return [];
      } catch (error) {
        return error instanceof Failure ? error.problems : [];
      }
    })();
    expect(problems.map(({ code, location }) => [code, location?.line])).toEqual([
      ['CONFIG_UNKNOWN_KEY', 5],
      ['DEPENDENCY_RUN', 4],
      ['DEPENDENCY_FORM', 3],
      ['DEPENDENCY_FORM', 6],
      ['DEPENDENCY_FORM', 6],
      ['DEPENDENCY_FORM', 7],
      ['DEPENDENCY_FORM', 7],
      ['DEPENDENCY_READY', 8],
      ['DEPENDENCY_TWICE', 8],
    ]);
    expect(problems[1]?.message).toContain('run: [npm, start]');
    expect(problems[3]?.message).toContain('expected host and port, such as 127.0.0.1:5432');
  });

  test('keys that do not apply are refused', () => {
    const entry = '{ name: a, run: [x], ports: ["1:1"], ready: { log: x } }';
    expect(() => parse(entry)).toThrow(/"a" has "ports", which only "image" takes/);
  });
});

test('the last lines are the last ones', () => {
  expect(lastLines('a\nb\nc\n', 2)).toBe('b\nc');
});
