import { describe, expect, test } from '@jest/globals';
import { type InputsLookup, parseServices, type Service } from '@slipway/build-inputs';
import { digestOf } from '@slipway/oci';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryFiles, memoryHttp, scriptedExec } from '@slipway/system/memory';
import { action } from './action.ts';
import { decide, type Facts, matrixOf } from './decision.ts';
import { run } from './run.ts';

const NAMES = ['base', 'orders', 'payments'];
const services = parseServices('s.yml', `services: { ${NAMES.map((name) => `${name}: `).join(', ')} }`, {
  engine: 'buildkit',
  machine: 'X64',
});
const missing: InputsLookup = { kind: 'missing', inputs: digestOf('inputs') };
const found: InputsLookup = { kind: 'found', inputs: digestOf('inputs'), image: digestOf('image') };
const unknown: InputsLookup = { kind: 'unknown', doubts: [{ reason: 'a file is not committed' }] };

const facts = (lookups: readonly InputsLookup[], on: Readonly<Record<string, readonly string[]>> = {}): readonly Facts[] =>
  services.map((service: Service, index) => ({
    service,
    inputs: {
      ruleOf: (path) => (path.startsWith(`${service.name}/`) ? `line 2 of ${service.name}/Dockerfile reads src` : undefined),
    },
    lookup: lookups[index] ?? found,
    buildsOn: on[service.name] ?? [],
  }));

const EXPLANATION = { since: 'HEAD^', changed: ['orders/a', 'README.md'] };
const shown = (decisions: ReturnType<typeof decide>) =>
  decisions.map(
    (each) => `${each.service.name} ${each.kind}${each.kind === 'unchanged' ? '' : ` ${each.wave}: ${each.reasons.join('; ')}`}`,
  );

describe('a service is built', () => {
  test.each<[string, readonly Facts[], boolean, readonly string[]]>([
    [
      'when nobody has an image of its inputs, and the changed path and the line that reads it are told',
      facts([found, missing, found]),
      false,
      ['base unchanged', 'orders affected 0: orders/a changed: line 2 of orders/Dockerfile reads src', 'payments unchanged'],
    ],
    [
      'when nobody can tell',
      facts([found, found, unknown]),
      false,
      ['base unchanged', 'orders unchanged', 'payments unknown 0: a file is not committed'],
    ],
    [
      'after what it builds on',
      facts([missing, missing, found], { orders: ['base'] }),
      false,
      [
        'base affected 0: the registry has no image of these inputs, although nothing of it changed since HEAD^',
        'orders affected 1: it builds on base, which is built',
        'payments unchanged',
      ],
    ],
    ['when all are asked for', facts([]), true, NAMES.map((name) => `${name} affected 0: all services are to be built`)],
    [
      'at once when it builds on itself in a circle',
      facts([missing, missing, found], { orders: ['base'], base: ['orders'] }),
      false,
      [
        'base affected 1: it builds on orders, which is built',
        'orders affected 1: it builds on base, which is built',
        'payments unchanged',
      ],
    ],
  ])('%s', (_, given, all, expected) => {
    expect(shown(decide(given, all, EXPLANATION))).toEqual(expected);
  });

  test('also when the clone is too shallow to say why', () => {
    expect(shown(decide(facts([missing]), false, { since: 'HEAD^', changed: undefined }))[0]).toContain(
      'HEAD^ is not in this clone, so what changed is not told',
    );
  });

  test('in the matrix of its own wave', () => {
    const decisions = decide(facts([missing, missing, found], { orders: ['base'] }), false, EXPLANATION);
    const names = (matrix: string) =>
      (JSON.parse(matrix) as { include: { service: string }[] }).include.map(({ service }) => service);
    expect(names(matrixOf(decisions, (wave) => wave === 0))).toEqual(['base']);
    expect(names(matrixOf(decisions, (wave) => wave > 0))).toEqual(['orders']);
    expect(matrixOf([], () => true)).toBe('{"include":[]}');
  });
});

const LIST =
  'images: registry.test/shop\nservices: { orders: { dockerfile: orders/Dockerfile }, payments: { dockerfile: payments/Dockerfile } }\n';
const PINNED = `FROM node@sha256:${'a'.repeat(64)}\nCOPY src /\n`;

async function outcomeOf(
  files: Record<string, string>,
  git: (args: readonly string[]) => { stdout?: string; stderr?: string; exitCode?: number },
) {
  const exec = scriptedExec(({ args }) => git(args));
  const http = memoryHttp(async ({ url }) => (url.includes('/manifests/') ? { status: 404 } : { status: 200 }));
  const host = memoryHost({}, { files: memoryFiles({ '.slipway/services.yml': LIST, ...files }), exec, http });
  const code = await runAction(action, run, host);
  return { code, ...host.written };
}

const FILES = { 'orders/Dockerfile': PINNED, 'payments/Dockerfile': PINNED };
const committed = (args: readonly string[]) =>
  args.includes('ls-files')
    ? {
        stdout: Object.keys(FILES)
          .map((path) => `H 100644 ${'a'.repeat(40)} 0\t${path}\0`)
          .join(''),
      }
    : { stdout: '' };

describe('affected-services', () => {
  test('gives matrix, names and reasons', async () => {
    const { code, outputs, reports } = await outcomeOf(FILES, committed);
    expect([code, outputs['any'], outputs['next-any'], outputs['affected'], outputs['unchanged']]).toEqual([
      0,
      'true',
      'false',
      '["orders","payments"]',
      '{}',
    ]);
    expect(reports[0]?.headline).toBe('2 of 2 services are to be built.');
  });

  test('builds everything when there is no Git to ask, and says so', async () => {
    const { outputs, reports } = await outcomeOf(FILES, () => ({ exitCode: 128, stderr: 'fatal: not a git repository\n' }));
    expect(outputs['affected']).toBe('["orders","payments"]');
    expect(reports[0]?.headline).toContain('2 of them because nobody can tell');
    expect(JSON.stringify(reports[0]?.data)).toContain('not a git repository');
  });

  test('takes a commit that looks like an option for one that is not there', async () => {
    const host = memoryHost(
      { since: '--output=/x' },
      {
        files: memoryFiles({ '.slipway/services.yml': LIST, ...FILES }),
        exec: scriptedExec(({ args }) => {
          expect(args).not.toContain('--output=/x');
          return committed(args);
        }),
        http: memoryHttp(async () => ({ status: 404 })),
      },
    );
    expect(await runAction(action, run, host)).toBe(0);
  });

  test.each([
    [{ '.slipway/services.yml': 'services: [a]' }, ['CONFIG_INVALID']],
    [{}, ['DOCKERFILE_NOT_FOUND', 'DOCKERFILE_NOT_FOUND']],
    [{ '.slipway/services.yml': 'service: {}' }, ['CONFIG_MISSING_KEY', 'CONFIG_UNKNOWN_KEY']],
  ])('refuses %j with every problem', async (files, codes) => {
    const { code, reports } = await outcomeOf(files as Record<string, string>, committed);
    expect([code, reports[0]?.problems.map((problem) => problem.code).toSorted()]).toEqual([1, codes]);
  });
});
