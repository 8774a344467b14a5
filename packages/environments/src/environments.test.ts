import { describe, expect, test } from '@jest/globals';
import type { Failure } from '@slipway/failure';
import { parseManifests } from '@slipway/kubernetes';
import { differences, judgeDrift } from './difference.ts';
import { parseEnvironments } from './description.ts';
import { isHost, matches } from './pattern.ts';
import { personalData } from './personal-data.ts';
import { productionTraces } from './trace.ts';

const manifests = (text: string, file = 'm.yml') => parseManifests([{ file, text }], 'shop');

const deployment = (replicas: number, env: string, more = ''): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: orders }
spec:
  replicas: ${replicas}
  template:
    spec:
      containers:
        - name: app
          image: r.io/orders
          env: [${env}]
${more}`;

const secret = (name: string, values: Readonly<Record<string, string>>): string =>
  `apiVersion: v1\nkind: Secret\nmetadata: { name: ${name} }\ndata: ${JSON.stringify(
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Buffer.from(value).toString('base64')])),
  )}\n`;

describe('a pattern', () => {
  test.each([
    ['spec.*.x', 'spec.a.x', true],
    ['spec.*.x', 'spec.a.b.x', false],
    ['spec.**', 'spec.a.b', true],
    ['spec.containers[*].image', 'spec.containers[app].image', true],
    ['a.b', 'aXb', false],
  ])('%s and %s', (pattern, text, is) => expect(matches(pattern, text, '.')).toBe(is));

  test('of a host is the host, or all below one', () => {
    expect(['shop.io', 'SHOP.io', 'a.shop.io'].map((host) => isHost('shop.io', host))).toEqual([true, true, false]);
    expect(['a.shop.io', 'a.b.shop.io', 'shop.io', 'xshop.io'].map((host) => isHost('*.shop.io', host))).toEqual([
      ...[true, true, false, false],
    ]);
  });
});

describe('two environments', () => {
  const staging = manifests(deployment(1, '{ name: LOG, value: debug }, { name: NEW, value: "1" }'));
  const production = manifests(deployment(3, '{ name: OLD, value: "1" }, { name: LOG, value: info }'));
  const found = differences(staging, production);

  test('differ by name, whatever the order of a list', () => {
    expect(found.map(({ field, here, there }) => [field, here, there])).toEqual([
      ['spec.replicas', '1', '3'],
      ['spec.template.spec.containers[app].env[LOG].value', 'debug', 'info'],
      ['spec.template.spec.containers[app].env[NEW]', '{"name":"NEW","value":"1"}', undefined],
      ['spec.template.spec.containers[app].env[OLD]', undefined, '{"name":"OLD","value":"1"}'],
    ]);
    const log = found[1]?.place;
    expect(log?.manifest.locate(log.path)).toMatchObject({ file: 'm.yml', line: 11 });
  });

  test('may differ where it is allowed, and an allowance that nothing needs is told', () => {
    const { unexpected, allowed, unused } = judgeDrift(found, [
      { fields: 'spec.replicas', why: 'staging is smaller' },
      { objects: 'Deployment/*', fields: 'spec.template.spec.containers[*].env[LOG]', why: 'more is logged' },
      { objects: 'Ingress/*', why: 'another host' },
    ]);
    expect(unexpected.map(({ field }) => field.split('.').at(-1))).toEqual(
      ['containers[app]', 'containers[app]'].map(() => expect.stringMatching(/env\[(NEW|OLD)\]$/)),
    );
    expect(allowed.map(({ why }) => why)).toEqual(['staging is smaller', 'more is logged']);
    expect(unused).toEqual([2]);
  });

  test('differ in whole objects, by kind and name alone', () => {
    const more = `${deployment(1, '')}---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: extra }\n`;
    expect(differences(manifests(more), manifests(deployment(1, ''))).map(({ object, field }) => [object, field])).toEqual([
      ['ConfigMap/extra', ''],
    ]);
    const elsewhere = parseManifests([{ file: 'p', text: deployment(1, '') }], 'production');
    expect(differences(manifests(deployment(1, '')), elsewhere)).toEqual([]);
  });

  test('never show the value of a secret', () => {
    const [one, other] = [
      manifests(secret('keys', { A: 'staging-value' })),
      manifests(secret('keys', { A: 'production-value' })),
    ];
    const text = JSON.stringify(differences(one, other).map(({ place: _, ...rest }) => rest));
    expect(text).toContain('data.A');
    for (const value of ['staging-value', 'production-value'])
      for (const spelling of [value, Buffer.from(value).toString('base64')]) expect(text).not.toContain(spelling);
  });
});

describe('traces of production', () => {
  const ingress = (host: string): string =>
    `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: shop }\nspec: { rules: [{ host: ${host} }] }\n`;
  const tracesOf = (staging: string, production = '', only = {}) =>
    productionTraces(manifests(staging), production === '' ? [] : manifests(production), only).map(
      ({ code, what, manifest, path }) => [code, what, manifest.locate(path).line],
    );

  test('are hosts that only production may name, in whatever text', () => {
    const config =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\ndata:\n  url: postgres://u@db.prod.internal:5432/x\n  ok: db.staging.internal\n';
    expect(tracesOf(config, '', { hosts: ['*.prod.internal'] })).toEqual([['PRODUCTION_ENDPOINT', 'names db.prod.internal', 5]]);
    expect(tracesOf(secret('s', { URL: 'https://db.prod.internal' }), '', { hosts: ['*.prod.internal'] })).toEqual([
      ['PRODUCTION_ENDPOINT', 'names db.prod.internal', 4],
    ]);
  });

  test('are the hosts at which users reach it', () => {
    const env = deployment(1, '{ name: SHOP, value: "https://shop.example.com/cart" }');
    expect(tracesOf(env, ingress('shop.example.com'))).toEqual([['PRODUCTION_ENDPOINT', 'names shop.example.com', 11]]);
    expect(tracesOf(env, ingress('other.example.com'))).toEqual([]);
    expect(tracesOf(ingress('shop.example.com'), ingress('shop.example.com'))).toEqual([
      ['PRODUCTION_ENDPOINT', 'serves at shop.example.com as production does', 4],
    ]);
  });

  test('are its secrets, by name and by value', () => {
    const named = deployment(1, '{ name: KEY, valueFrom: { secretKeyRef: { name: payments-live, key: k } } }');
    expect(tracesOf(named, '', { secrets: ['payments-live'] })).toEqual([
      ['PRODUCTION_SECRET', 'uses the secret payments-live', 11],
    ]);
    const store =
      'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: e }\nspec: { data: [{ remoteRef: { key: prod/payments/key } }] }\n';
    expect(tracesOf(store, '', { secrets: ['prod/**'] })).toEqual([
      ['PRODUCTION_SECRET', 'uses the secret prod/payments/key', 4],
    ]);
    const same = { PASSWORD: 'correct-horse', PORT: '5432' };
    expect(tracesOf(secret('one', same), secret('other', { ELSE: 'correct-horse', PORT: '5432' }))).toEqual([
      ['PRODUCTION_SECRET_VALUE', "has production's value", 4],
    ]);
    expect(tracesOf(secret('one', same), secret('one', { PASSWORD: 'another-value' }))).toEqual([]);
  });

  test('are keys for real money, of which nothing is shown', () => {
    const key = `sk_${'live'}_51H8abcdefgh`;
    expect(tracesOf(secret('s', { STRIPE: key }))).toEqual([['LIVE_KEY', 'holds a key for real money', 4]]);
    expect(tracesOf(secret('s', { STRIPE: key.replace('live', 'test') }))).toEqual([]);
  });
});

describe('data of real people', () => {
  // Made up, with right check digits: of no network's published test numbers.
  const CARD = '4539148803436467';
  test.each([
    ['a card', `{"card": "${CARD}"}`, 'card number', '…6467'],
    ['a card in groups', `4539 1488 0343 6467`, 'card number', '…6467'],
    ['an account', 'iban: DE75 5121 0800 1245 1261 99', 'account number', '…6199'],
    ['an address', 'mail: erika@gmail.com', 'mail address', '@gmail.com'],
  ])('%s is found, and hardly shown', (_, text, kind, hint) => {
    expect(personalData(`first\n${text}`)).toEqual([{ kind, line: 2, hint }]);
  });

  test.each([
    ['a published test card', '4242 4242 4242 4242'],
    ['a number whose check digit is wrong', '4539148803436468'],
    ['zeros', '0000000000000000'],
    ['a longer number', `1${CARD}2345`],
    ['a textbook account', 'DE89 3704 0044 0532 0130 00'],
    ['an account with wrong digits', 'DE76 5121 0800 1245 1261 99'],
    ['a reserved domain', 'a@example.com b@shop.test c@sub.example.org'],
    ['a domain that is said to be made up', 'x@mail.acme-made-up.io'],
    ['an image with its digest', 'r.io/x@sha256:aaaa'],
  ])('%s is not', (_, text) => expect(personalData(text, ['acme-made-up.io'])).toEqual([]));
});

describe('a description', () => {
  const problemsOf = (text: string) => {
    try {
      parseEnvironments('e.yml', text);
      return [];
    } catch (error) {
      return (error as Failure).problems.map(({ code, message, location }) => `${location?.line} ${code}: ${message}`);
    }
  };

  test('is told all that is wrong with it, on its lines', () => {
    expect(
      problemsOf(
        'version: 1\nenvironments:\n  staging:\n    manifests: [a]\n    kustomize: b\n    mirrors: prod\n  dev:\n    helm-values: [v]\n    may-differ: [{ why: x }]\n',
      ),
    ).toEqual([
      '4 CONFIG_INVALID: staging has manifests and kustomize.',
      '6 CONFIG_INVALID: "mirrors" is "prod".',
      '8 CONFIG_INVALID: "helm-values" needs "helm-chart".',
      '9 CONFIG_INVALID: "may-differ" needs "mirrors".',
    ]);
    expect(problemsOf('version: 1\nenvironments: { a: { manifest: [x] } }\n')).toEqual([
      expect.stringContaining('CONFIG_UNKNOWN_KEY'),
    ]);
  });
});
