import { describe, expect, it } from '@jest/globals';
import type { KubeObject } from '@slipway/kubernetes';
import { SERVICE } from '../prune.ts';
import { canaryService, sharesBeside, sharing, weighs } from './route.ts';

const NAMES = new Set(['orders']);
const metadata = { name: 'shop', namespace: 'shop', annotations: { [SERVICE]: 'orders' } };

const routeWith = (...backendRefs: readonly object[]): KubeObject => ({
  ...{ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', metadata },
  spec: {
    parentRefs: [{ name: 'gateway' }],
    rules: [{ matches: [{}], backendRefs }, { backendRefs: [{ name: 'mail', port: 80 }] }],
  },
});

const pathTo = (name: string, path = '/') => ({ path, pathType: 'Prefix', backend: { service: { name, port: { number: 80 } } } });
const ingress = (spec: object = {}, annotations: object = {}): KubeObject => ({
  ...{ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' },
  metadata: { ...metadata, annotations: { ...metadata.annotations, ...annotations } },
  spec: {
    ...{ ingressClassName: 'nginx', tls: [{ secretName: 'cert' }] },
    rules: [
      { host: 'a.test', http: { paths: [pathTo('orders'), pathTo('mail', '/mail')] } },
      { host: 'b.test', http: { paths: [pathTo('mail')] } },
    ],
    ...spec,
  },
});

interface Ruled {
  readonly rules: readonly { readonly backendRefs: readonly { readonly name: string; readonly weight?: number }[] }[];
}

const refsOf = (route: KubeObject) =>
  (route['spec'] as Ruled).rules[0]?.backendRefs.map(({ name, weight }) => `${name} ${weight ?? 'alone'}`);

describe('an HTTPRoute', () => {
  it.each<[string, readonly object[], number, readonly string[]]>([
    ['one backend', [{ name: 'orders', port: 80 }], 0.1, ['orders 900', 'orders-canary 100']],
    ['half of it', [{ name: 'orders', weight: 1 }], 0.5, ['orders 500', 'orders-canary 500']],
    [
      'a share of a share',
      [{ name: 'orders', weight: 3 }, { name: 'mail' }],
      0.1,
      ['orders 2700', 'orders-canary 300', 'mail 1000'],
    ],
    ['none of what has no weight', [{ name: 'orders', weight: 0 }], 0.5, ['orders 0', 'orders-canary 0']],
    [
      'of another kind of the name',
      [{ name: 'orders', kind: 'ServiceImport' }, { name: 'orders' }],
      0.5,
      ['orders 1000', 'orders 500', 'orders-canary 500'],
    ],
  ])('gives canaries %s', (_, refs, weight, expected) => {
    const route = routeWith(...refs);
    const shared = sharing(route, NAMES, weight);
    expect(refsOf(shared)).toEqual(expected);
    expect((shared['spec'] as Ruled).rules[1]).toEqual((route['spec'] as Ruled).rules[1]);
    expect([shared.metadata, sharesBeside(route)]).toEqual([metadata, false]);
  });

  it('changes no share of anybody else’s, whatever the weights', () => {
    for (let hundredths = 1; hundredths <= 50; hundredths += 1) {
      for (const [own, other] of [
        [1, 1],
        [3, 7],
        [100, 1],
        [9, 0],
      ] as const) {
        const shared = sharing(
          routeWith({ name: 'orders', weight: own }, { name: 'mail', weight: other }),
          NAMES,
          hundredths / 100,
        );
        const [stable = 0, canary = 0, mail = 0] =
          (shared['spec'] as Ruled).rules[0]?.backendRefs.map(({ weight }) => weight) ?? [];
        expect(mail / (stable + canary + mail)).toBeCloseTo(other / (own + other), 9);
        expect(canary / (stable + canary)).toBeCloseTo(hundredths / 100, 3);
      }
    }
  });
});

describe('an Ingress of ingress-nginx', () => {
  it('gets one beside it with its rules for the Service, and the share in its annotations', () => {
    const own = ingress({}, { 'nginx.ingress.kubernetes.io/rewrite-target': '/' });
    expect(sharesBeside(own)).toBe(true);
    expect(sharing(own, NAMES, 0.125)).toEqual({
      ...{ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' },
      metadata: {
        ...{ name: 'shop-canary', namespace: 'shop' },
        annotations: {
          ...{ [SERVICE]: 'orders', 'slipway.dev/canary-of': 'shop', 'nginx.ingress.kubernetes.io/canary': 'true' },
          ...{ 'nginx.ingress.kubernetes.io/canary-weight': '125', 'nginx.ingress.kubernetes.io/canary-weight-total': '1000' },
        },
      },
      spec: { ingressClassName: 'nginx', rules: [{ host: 'a.test', http: { paths: [pathTo('orders-canary')] } }] },
    });
  });

  it.each<[string, KubeObject, boolean]>([
    ['by its class', ingress(), true],
    ['by its annotation', ingress({ ingressClassName: undefined }, { 'kubernetes.io/ingress.class': 'nginx' }), true],
    ['not that of another class', ingress({ ingressClassName: 'traefik' }), false],
    ['not one that leads elsewhere', ingress({ rules: [{ http: { paths: [pathTo('mail')] } }] }), false],
    ['an HTTPRoute', routeWith({ name: 'orders' }), true],
    ['not an HTTPRoute that leads elsewhere', routeWith({ name: 'mail' }), false],
  ])('is known: %s', (_, object, expected) => {
    expect(weighs(object, 'orders')).toBe(expected);
  });
});

it('a canary’s Service is within the cluster, and leads to its pods alone', () => {
  const service: KubeObject = {
    ...{ apiVersion: 'v1', kind: 'Service', metadata: { ...metadata, name: 'orders' } },
    spec: { type: 'LoadBalancer', clusterIP: '10.0.0.1', selector: { app: 'orders' }, ports: [{ port: 80, nodePort: 30080 }] },
  };
  expect(canaryService(service, { track: 'canary' })).toMatchObject({
    metadata: {
      name: 'orders-canary',
      namespace: 'shop',
      annotations: { 'slipway.dev/canary-of': 'orders', [SERVICE]: 'orders' },
    },
    spec: { selector: { app: 'orders', track: 'canary' } },
  });
  expect(canaryService(service, {})['spec']).toEqual({ selector: { app: 'orders' }, ports: [{ port: 80 }] });
});
