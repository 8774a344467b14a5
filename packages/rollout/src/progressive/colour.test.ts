import { describe, expect, it } from '@jest/globals';
import { type KubeObject, objectName } from '@slipway/kubernetes';
import { COPY_OF } from '../config-copy.ts';
import type { Ledger, Release, ReleaseState } from '../release.ts';
import { chooseColour, type ColourChoice, type ColourFacts } from './choose-colour.ts';
import { type Colour, colourable, colourOf, cutOff, inColour, isSwitch, pinned, switches, wayBack } from './colour.ts';

type Labels = Readonly<Record<string, string>>;

const SERVICE_KIND = { apiVersion: 'v1', kind: 'Service' };
const workload = (name: string, labels: Labels, kind = 'Deployment', spec: object = {}): KubeObject => ({
  ...{ apiVersion: 'apps/v1', kind, metadata: { name, namespace: 'shop' } },
  spec: { replicas: 2, selector: { matchLabels: labels }, template: { metadata: { labels }, spec: {} }, ...spec },
});
const service = (name: string, selector: Labels, spec: object = {}): KubeObject => ({
  ...SERVICE_KIND,
  metadata: { name, namespace: 'shop', labels: { team: 'a' } },
  spec: { type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }], selector, ...spec },
});

const ORDERS = workload('orders', { app: 'orders' });
const WORKER = workload('worker', { app: 'worker' });
const SET: readonly KubeObject[] = [
  service('orders', { app: 'orders' }),
  ORDERS,
  WORKER,
  {
    ...{ apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name: 'orders' } },
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'orders' }, maxReplicas: 5 },
  },
  {
    ...{ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'orders' } },
    spec: { minAvailable: 1, selector: { matchLabels: { app: 'orders' } } },
  },
  { ...{ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'all' } }, spec: { minAvailable: 1 } },
];

const items = (objects: readonly KubeObject[]) => objects.map((object) => ({ object }));
const colouredSet = (colour: Colour, objects = SET): readonly KubeObject[] =>
  inColour(items(objects), colour).map(({ object }) => object);

describe('a set in a colour', () => {
  const green = colouredSet('green');

  it('has the Deployments that Services lead to under the colour’s name, and everything pointed at them', () => {
    expect(green.map(objectName)).toEqual([
      'Service shop/orders',
      'Service shop/orders-preview',
      'Deployment shop/orders-green',
      'Deployment shop/worker',
      'HorizontalPodAutoscaler orders',
      'PodDisruptionBudget orders',
      'PodDisruptionBudget all',
    ]);
    const label = { 'slipway.dev/colour': 'green' };
    expect(green[0]).toMatchObject({ spec: { type: 'NodePort', selector: { app: 'orders', ...label } } });
    expect(green[2]).toMatchObject({
      spec: {
        selector: { matchLabels: { app: 'orders', ...label } },
        template: { metadata: { labels: { app: 'orders', ...label } } },
      },
    });
    expect(green[3]).toEqual(WORKER);
    expect(green[4]).toMatchObject({ spec: { scaleTargetRef: { name: 'orders-green' }, maxReplicas: 5 } });
    expect(green[5]).toMatchObject({ spec: { selector: { matchLabels: { app: 'orders', ...label } } } });
    expect(green[6]).toEqual(SET[5]);
  });

  it('shows the version on a preview within the cluster', () => {
    expect(green[1]?.['spec']).toEqual({ ports: [{ port: 80 }], selector: { app: 'orders', 'slipway.dev/colour': 'green' } });
    const headless = colouredSet('blue', [service('db', { app: 'orders' }, { clusterIP: 'None' }), ORDERS]);
    expect(headless[1]).toMatchObject({ spec: { clusterIP: 'None' } });
    expect([isSwitch(green[0] as KubeObject), isSwitch(green[1] as KubeObject)]).toEqual([true, false]);
  });

  it('shares no pod with the other colour, and each Service leads to one colour alone', () => {
    const selects = (selector: Labels, labels: Labels): boolean =>
      Object.entries(selector).every(([key, value]) => labels[key] === value);
    const of = (set: readonly KubeObject[]) => {
      const spec = set[2]?.['spec'] as { selector: { matchLabels: Labels }; template: { metadata: { labels: Labels } } };
      const led = set[0]?.['spec'] as { selector: Labels };
      return { own: spec.selector.matchLabels, pods: spec.template.metadata.labels, led: led.selector };
    };
    const [b, g] = [of(colouredSet('blue')), of(green)];
    expect([selects(b.own, b.pods), selects(b.own, g.pods), selects(g.own, b.pods)]).toEqual([true, false, false]);
    expect([selects(b.led, b.pods), selects(b.led, g.pods), selects(g.led, g.pods)]).toEqual([true, false, true]);
    expect([colourOf(SET[0]), colourOf(green[0])]).toEqual([undefined, 'green']);
  });

  it('leaves alone what no Service leads to, and what a Rollout takes its template from', () => {
    expect(colourable([WORKER, service('orders', { app: 'orders' })])).toEqual([]);
    expect(colourable([ORDERS, service('none', {})])).toEqual([]);
    const rollout = {
      ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'orders' } },
      spec: { workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'orders' } },
    };
    expect(colourable([...SET, rollout])).toEqual([]);
  });

  it('knows whom a switch would cut off', () => {
    const database = workload('db', { app: 'orders', role: 'db' }, 'StatefulSet');
    const [shared, own] = [service('all', { app: 'orders' }), service('db', { app: 'orders', role: 'db' })];
    const set = [ORDERS, database, shared, own];
    expect(switches(set)).toEqual([shared]);
    expect(cutOff(shared, set)).toEqual([database]);
    expect(cutOff(SET[0] as KubeObject, SET)).toEqual([]);
  });

  it('leads to one template alone while it is pinned', () => {
    expect(pinned(SET[0] as KubeObject, 'abc')).toMatchObject({
      spec: { selector: { app: 'orders', 'pod-template-hash': 'abc' } },
    });
  });
});

describe('the colour of a release', () => {
  const change = (to: Colour, from: Colour | undefined, mixed = false): ColourChoice => ({ kind: 'change', to, from, mixed });
  it.each<[string, Partial<ColourFacts>, ColourChoice]>([
    ['nothing is there', {}, change('blue', undefined)],
    ['pods of no colour are there', { live: [undefined] }, change('blue', undefined)],
    ['blue is', { live: ['blue', 'blue'], recorded: 'blue' }, change('green', 'blue')],
    ['green is', { live: ['green'], recorded: 'green' }, change('blue', 'green')],
    ['the one that is there is what is wanted', { live: ['green'], unchanged: ['green'] }, { kind: 'stay', colour: 'green' }],
    ['the one that is not is what is wanted', { live: ['green'], unchanged: ['blue'] }, change('blue', 'green')],
    ['a run was cut off in its switch', { live: ['green', 'blue'], recorded: 'blue' }, change('green', 'blue', true)],
    [
      'it was cut off, and the same is wanted again',
      { live: ['blue', 'green'], recorded: 'blue', unchanged: ['green'] },
      { kind: 'stay', colour: 'green' },
    ],
    ['the first one was cut off in its switch', { live: ['blue', undefined] }, change('blue', undefined, true)],
  ])('where %s', (_, facts, expected) => {
    expect(chooseColour({ live: [], recorded: undefined, unchanged: [], ...facts })).toEqual(expected);
  });

  it('is never one that has all requests, unless its pods stay as they are', () => {
    const colours = ['blue', 'green', undefined] as const;
    for (const led of colours) {
      for (const recorded of colours) {
        for (const unchanged of [[], ['blue'], ['green'], ['blue', 'green']] as const) {
          const choice = chooseColour({ live: [led], recorded, unchanged });
          if (choice.kind === 'change') expect(choice.to).not.toBe(led);
          else expect([choice.colour, unchanged.some((each) => each === led)]).toEqual([led, true]);
        }
      }
    }
  });
});

describe('the way back', () => {
  const copy: KubeObject = {
    ...{ apiVersion: 'v1', kind: 'ConfigMap' },
    metadata: { name: 'settings-0123456789', annotations: { [COPY_OF]: 'settings' } },
  };
  const release = (id: number, state: ReleaseState, objects: readonly KubeObject[]): Release => ({
    ...{ id, state, image: 'a', at: '', objects },
  });
  const names = (releases: readonly Release[], objects: readonly KubeObject[]): readonly string[] =>
    wayBack({ service: 'orders', releases } as Ledger, objects).map(objectName);

  it('is the version that was replaced, with its configuration, whatever colour it had or none', () => {
    const plain = release(1, 'good', [...SET, copy]);
    const [blue, green] = [release(2, 'good', [...colouredSet('blue'), copy]), colouredSet('green')];
    expect(names([plain], colouredSet('blue'))).toEqual(['Deployment shop/orders', objectName(copy)]);
    expect(names([plain, blue], green)).toEqual(['Deployment shop/orders-blue', objectName(copy)]);
    expect(names([plain, blue, release(3, 'good', green)], green)).toEqual(['Deployment shop/orders-blue', objectName(copy)]);
    expect(names([plain, blue, release(3, 'bad', green)], green)).toEqual(['Deployment shop/orders-blue', objectName(copy)]);
  });

  it('is none for a set without colours, or where nothing ran', () => {
    expect(names([release(1, 'good', colouredSet('blue'))], SET)).toEqual([]);
    expect(names([release(1, 'bad', SET)], colouredSet('blue'))).toEqual([]);
  });
});
