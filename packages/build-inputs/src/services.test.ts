import { describe, expect, test } from '@jest/globals';
import { Failure } from '@slipway/failure';
import { digestOf } from '@slipway/oci';
import { type InputsLookup, parseServices, serviceInputs, type World } from './index.ts';

const LIST = `images: registry.test/shop
defaults: { dockerfile: "{name}/Dockerfile", build-args: { SERVICE: "{name}" } }
services:
  base:
  orders: { platforms: [linux/arm64] }
  payments: { context: payments, dockerfile: Dockerfile }
`;

const BUILDER = { engine: 'buildkit', machine: 'X64' } as const;

const ids = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([path, content]) => [path, { mode: '100644', id: digestOf(content) }]));

function worldOf(files: Record<string, string>): World {
  return {
    tree: { prefix: '', entries: ids(files), changed: [] },
    readText: async (path) => files[path] ?? '',
    exists: async () => true,
    resolveBase: async (reference) => ({ identity: `digest of ${reference}` }),
  };
}

const FILES = {
  'base/Dockerfile': 'FROM node:24\nCOPY base/lib /lib\n',
  'base/lib/a': 'a',
  'orders/Dockerfile': 'FROM registry.test/shop/base:main\nCOPY orders/src /\n',
  'orders/src/x': 'x',
  'payments/Dockerfile': 'FROM node:24\nCOPY src /\n',
  'payments/src/y': 'y',
};

const missing = async (): Promise<InputsLookup> => ({ kind: 'missing', inputs: digestOf('') });

async function digests(files: Record<string, string>, lookUp: () => Promise<InputsLookup> = missing) {
  const services = parseServices('services.yml', LIST, BUILDER);
  const inputs = serviceInputs(services, worldOf(files), lookUp);
  const found: Record<string, string | undefined> = {};
  for (const service of services) found[service.name] = (await inputs.inputsOf(service)).digest;
  return found;
}

describe('the list of services', () => {
  test('gives each service its image and what its build is told', () => {
    const [base, orders, payments] = parseServices('services.yml', LIST, BUILDER);
    expect(base).toMatchObject({ image: 'registry.test/shop/base', request: { context: '.', dockerfile: 'base/Dockerfile' } });
    expect(orders?.request).toMatchObject({ platforms: ['linux/arm64'], buildArgs: { SERVICE: 'orders' } });
    expect(payments?.request).toMatchObject({ context: 'payments', dockerfile: 'Dockerfile' });
  });

  test.each([
    ['services: {}\n', ['services.yml: CONFIG_INVALID']],
    ['services: { Orders: , a: { platforms: [x86] }, b: { dockerfil: x } }\n', ['services.yml:1 CONFIG_UNKNOWN_KEY']],
    [
      'services: { Orders: , a: { platforms: [x86] } }\nimages: https://x/y\n',
      ['services.yml:2 REFERENCE_MALFORMED', 'services.yml:1 IMAGE_NAME_MALFORMED', 'services.yml:1 PLATFORM_UNKNOWN'],
    ],
  ])('refuses %j with every problem on its line', (text, expected) => {
    const problems = (() => {
      try {
        parseServices('services.yml', text, BUILDER);
        return [];
      } catch (error) {
        return error instanceof Failure ? error.problems : [];
      }
    })();
    const shown = problems.map(({ code, location }) => `${location?.file}:${location?.line ?? ''} ${code}`);
    expect(shown.map((each) => each.replace(/:1 CONFIG_INVALID/, ': CONFIG_INVALID'))).toEqual(expected);
  });
});

describe('services that build on each other', () => {
  test('change with what they build on, and with nothing else', async () => {
    const before = await digests(FILES);
    const after = await digests({ ...FILES, 'base/lib/a': 'changed' });
    expect(Object.values(before)).not.toContain(undefined);
    expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(['base', 'orders']);
  });

  test('are pinned to the image of exactly these inputs, when it is there', async () => {
    const services = parseServices('services.yml', LIST, BUILDER);
    const image = digestOf('image');
    const there = serviceInputs(services, worldOf(FILES), async () => ({ kind: 'found', inputs: digestOf(''), image }));
    expect(await there.resolveBase('registry.test/shop/base:main')).toMatchObject({ pin: `registry.test/shop/base@${image}` });
    const absent = serviceInputs(services, worldOf(FILES), missing);
    expect(await absent.resolveBase('registry.test/shop/base:main')).toMatchObject({ pin: undefined });
    expect(await absent.resolveBase(`registry.test/shop/base@${image}`)).toEqual({
      identity: `digest of registry.test/shop/base@${image}`,
    });
  });

  test('in a circle are a doubt, not an endless wait', async () => {
    const services = parseServices('services.yml', LIST, BUILDER);
    const files = { ...FILES, 'base/Dockerfile': 'FROM registry.test/shop/orders\n' };
    const inputs = serviceInputs(services, worldOf(files), missing);
    const reasons = (await Promise.all(services.map((service) => inputs.inputsOf(service)))).map(
      ({ doubts }) => doubts[0]?.reason,
    );
    expect(reasons[0]).toContain('base builds on orders builds on base, which has no beginning');
    expect(reasons[2]).toBeUndefined();
  });

  test('say when nobody can tell whether their base is there', async () => {
    const lookUp = async (): Promise<InputsLookup> => ({ kind: 'unknown', doubts: [{ reason: 'no answer' }] });
    const services = parseServices('services.yml', LIST, BUILDER);
    const { doubts } = await serviceInputs(services, worldOf(FILES), lookUp).inputsOf(services[1] ?? (services[0] as never));
    expect(doubts).toMatchObject([{ reason: 'it builds on base: no answer', line: 1 }]);
  });
});
