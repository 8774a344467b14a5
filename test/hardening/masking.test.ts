import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { definitions } from '../../scripts/definitions.ts';
import { type Echo, type Spoil, startEcho } from './echo.ts';
import { CANARIES, kubeconfigFor, LAYOUT, leaks, leftoversOf, tellTales } from './step.ts';

const MINUTES_MS = 180_000;
const SPOILS: readonly Spoil[] = [400, 401, 403, 404, 500, 'redirect', 'not-json'];
const SHA = 'a3f9c21d5e6f708192a3b4c5d6e7f8091a2b3c4d';
const RESULTS = JSON.stringify(
  Object.fromEntries(['build', 'test', 'publish', 'staging', 'production'].map((stage) => [stage, { result: 'success' }])),
);
const TELL_TALES = tellTales(['buildctl', 'buildah', 'docker', 'kubectl', 'git', 'test-command', 'get-token']);

interface Case {
  readonly action: string;
  readonly what: string;
  readonly secrets: readonly string[];
  readonly inputs: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  /** Its secret meets programs, not servers, so that one run says it all. */
  readonly local?: true;
  /** How it ends, where that is not with an error: affected-services has everything built when it cannot ask, and telling a scan changes nothing about it. */
  readonly ends?: 0;
}

const echoes = new Map<Spoil, Echo>();
beforeAll(async () => {
  for (const spoil of SPOILS) {
    const echo = await startEcho();
    echo.spoil(spoil);
    echoes.set(spoil, echo);
  }
});
afterAll(() => Promise.all([...echoes.values()].map((echo) => echo.close())));

const hostOf = (echo: Echo): string => new URL(echo.url).host;
const repositoryOn = (echo: Echo): string => `${hostOf(echo)}/shop/order-service`;
const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: order-service }
spec:
  selector: { matchLabels: { app: x } }
  template:
    metadata: { labels: { app: x } }
    spec: { containers: [{ name: x, image: r.test/order-service }] }
---
apiVersion: v1
kind: Secret
metadata: { name: key }
stringData: { KEY: 'cnry-in-a-manifest-42' }
`;
const deploy = {
  service: 'order-service',
  namespace: 'shop',
  manifests: 'k8s',
  image: `r.test/order-service@sha256:${'a'.repeat(64)}`,
  timeout: '5s',
  'stability-window': '1s',
};

const COMPARED = JSON.stringify({
  action: 'contract-test',
  verdict: 'pass',
  headline: '',
  data: { pairs: [{ consumer: 'order', provider: 'payment', file: 'contracts/order.json', interactions: 1 }], conflicts: [] },
});

const SCANNED = JSON.stringify({
  ...{ action: 'security-scan', verdict: 'pass', headline: '' },
  data: {
    ...{ service: 'orders', result: 'clean', headline: 'Nothing.', packages: 1, base: {} },
    ...{ findings: [], fixed: [], upgrades: [], unjudged: [], faults: [] },
    database: { id: 'sha256:0', advisories: 1, madeAt: null, ageHours: null },
  },
});

/** Every action that is given a secret, with every way to give it. */
const CASES: readonly ((echo: Echo) => Case)[] = [
  ...Object.entries(CANARIES).flatMap(([kind, secret]) => [
    (echo: Echo) => ({
      action: 'publish-image',
      what: `a password (${kind})`,
      secrets: [secret],
      inputs: { image: repositoryOn(echo), username: 'robot', password: secret },
      files: LAYOUT,
    }),
    (_: Echo) => ({
      action: 'build-image',
      what: `a build secret (${kind})`,
      secrets: [secret],
      inputs: { service: 'order-service', secrets: 'npm=env:CANARY', engine: 'buildkit', 'buildkit-host': 'tcp://127.0.0.1:9' },
      files: { Dockerfile: 'FROM scratch\n' },
      variables: { CANARY: secret },
      local: true as const,
    }),
    (echo: Echo) => ({
      action: 'report-status',
      what: `a token (${kind})`,
      secrets: [secret],
      inputs: { service: 'order-service', results: RESULTS, token: secret },
      variables: { GITHUB_API_URL: echo.url, GITHUB_REPOSITORY: 'org/order-service' },
    }),
    (echo: Echo) => ({
      action: 'update-gitops',
      what: `a token of a configuration repository (${kind})`,
      secrets: [secret, Buffer.from(`x-access-token:${secret}`).toString('base64')],
      inputs: {
        ...{ service: 'orders', image: `r.test/orders:1@sha256:${'a'.repeat(64)}`, file: 'orders.yaml', run: '7' },
        ...{ repository: `${echo.url}/config.git`, token: secret },
      },
      local: true as const,
    }),
    (echo: Echo) => ({
      action: 'feature-flag',
      what: `tokens of a flag server and of a probe (${kind})`,
      secrets: [secret],
      inputs: {
        ...{
          mode: 'kill',
          flag: 'checkout',
          provider: 'unleash',
          server: echo.url,
          project: 'default',
          environment: 'production',
        },
        ...{ 'server-token': secret, 'probe-url': echo.url, 'probe-token': secret, budget: '1s' },
      },
      local: true as const,
    }),
    (echo: Echo) => ({
      action: 'dora-metrics',
      what: `a token that reads deployments for the four keys (${kind})`,
      secrets: [secret],
      inputs: { service: 'orders', 'github-token': secret },
      variables: { GITHUB_API_URL: echo.url, GITHUB_REPOSITORY: 'org/orders' },
      // A token of several lines is no header, and nobody is asked with it.
      local: true as const,
    }),
    (echo: Echo) => ({
      action: 'dora-metrics',
      what: `a token of a configuration repository whose log is read (${kind})`,
      secrets: [secret, Buffer.from(`x-access-token:${secret}`).toString('base64')],
      inputs: { service: 'orders', source: 'config-log', repository: `${echo.url}/config.git`, token: secret },
      local: true as const,
    }),
    (echo: Echo) => ({
      action: 'promotion-gate',
      what: `a token that tells the deployment what a gate found (${kind})`,
      secrets: [secret],
      inputs: {
        ...{ service: 'orders', image: `r.test/orders@sha256:${'a'.repeat(64)}`, environment: 'production' },
        'github-token': secret,
      },
      variables: { GITHUB_API_URL: echo.url, GITHUB_REPOSITORY: 'org/orders', GITHUB_RUN_ID: '7' },
      // A token of several lines is no header, and nobody is asked with it.
      local: true as const,
    }),
    (echo: Echo) => ({
      action: 'wait-for-argocd',
      what: `tokens of a configuration repository and of Argo CD (${kind})`,
      secrets: [secret, Buffer.from(`x-access-token:${secret}`).toString('base64')],
      inputs: {
        ...{ service: 'orders', image: `r.test/orders@sha256:${'a'.repeat(64)}`, file: 'orders.yaml', commit: SHA },
        ...{ repository: `${echo.url}/config.git`, token: secret, 'argocd-server': echo.url, 'argocd-token': secret },
      },
      local: true as const,
    }),
    (echo: Echo) => ({
      action: 'contract-test',
      what: `a token that reads deployments (${kind})`,
      secrets: [secret],
      inputs: {
        mode: 'can-i-deploy',
        service: 'payment-service',
        environment: 'production',
        services: 'order-service=org/order-service',
        'github-token': secret,
      },
      variables: { GITHUB_API_URL: echo.url, GITHUB_REPOSITORY: 'org/payment-service' },
    }),
    (echo: Echo) => ({
      action: 'contract-test',
      what: `a token that writes check runs (${kind})`,
      secrets: [secret],
      inputs: { mode: 'tell', report: 'report.json', 'github-token': secret },
      files: { 'report.json': COMPARED },
      variables: { GITHUB_API_URL: echo.url, GITHUB_REPOSITORY: 'org/payment-service', GITHUB_SHA: SHA },
    }),
    (echo: Echo) => ({
      action: 'security-scan',
      what: `a token that writes to code scanning (${kind})`,
      secrets: [secret],
      inputs: { mode: 'tell', report: 'report.json', notify: 'code-scanning', 'github-token': secret },
      files: { 'report.json': SCANNED },
      variables: {
        ...{ GITHUB_API_URL: echo.url, GITHUB_REPOSITORY: 'org/orders', GITHUB_SHA: SHA, GITHUB_REF: 'refs/heads/main' },
      },
      // The verdict is the scan's own, whatever becomes of telling it.
      ends: 0 as const,
    }),
    (echo: Echo) => ({
      action: 'contract-test',
      what: `a broker's token (${kind})`,
      secrets: [secret],
      inputs: { provider: 'payment', url: 'http://127.0.0.1:9', 'broker-url': echo.url, 'broker-token': secret },
    }),
    (echo: Echo) => ({
      action: 'contract-test',
      what: `a broker's password (${kind})`,
      secrets: [secret],
      inputs: {
        ...{ mode: 'compare', descriptions: 'payment=openapi.yaml', 'broker-url': echo.url },
        ...{ 'broker-username': 'robot', 'broker-password': secret },
      },
      files: { 'openapi.yaml': 'openapi: 3.1.0\npaths: { /charge: { get: { responses: {} } } }\n' },
    }),
  ]),
  (echo) => ({
    action: 'publish-image',
    what: "a Docker configuration's credentials",
    secrets: [CANARIES.line],
    inputs: { image: repositoryOn(echo), 'docker-config': 'docker.json' },
    files: {
      ...LAYOUT,
      'docker.json': JSON.stringify({
        auths: { [hostOf(echo)]: { auth: Buffer.from(`robot:${CANARIES.line}`).toString('base64') } },
      }),
    },
  }),
  (echo) => ({
    action: 'publish-image',
    what: "the job's own token and the one that asks for its identity",
    secrets: [CANARIES.line, 'cnry-identity-request-42'],
    inputs: {
      image: repositoryOn(echo),
      username: 'robot',
      'moving-tags': 'latest',
      'github-token': CANARIES.line,
      'token-exchange': `${echo.url}/token`,
      'token-audience': 'registry',
    },
    files: LAYOUT,
    variables: { ACTIONS_ID_TOKEN_REQUEST_URL: `${echo.url}/id`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'cnry-identity-request-42' },
  }),
  (echo) => ({
    action: 'affected-services',
    what: "a password and the run's token",
    secrets: [CANARIES.line, `${CANARIES.line}2`],
    inputs: { services: 'services.yml', username: 'robot', password: CANARIES.line, 'github-token': `${CANARIES.line}2` },
    files: { 'services.yml': `images: ${hostOf(echo)}/shop\nservices: { orders: }\n`, Dockerfile: 'FROM scratch\n' },
    local: true,
    ends: 0,
  }),
  (echo) => ({
    action: 'deploy-k8s',
    what: 'a token in a kubeconfig, and the values of a Secret',
    secrets: [CANARIES.line, 'cnry-in-a-manifest-42'],
    inputs: { ...deploy, kubeconfig: kubeconfigFor(echo.url, { token: CANARIES.line }) },
    files: { 'k8s/all.yaml': DEPLOYMENT },
  }),
  (echo) => ({
    action: 'deploy-k8s',
    what: 'a kubeconfig in base64 whose plugin fails and tells all',
    secrets: [CANARIES.pem],
    inputs: {
      ...deploy,
      kubeconfig: Buffer.from(
        kubeconfigFor(echo.url, {
          'client-key-data': Buffer.from(CANARIES.pem).toString('base64'),
          exec: { apiVersion: 'client.authentication.k8s.io/v1', command: 'get-token', interactiveMode: 'Never' },
        }),
      ).toString('base64'),
    },
    files: { 'k8s/all.yaml': DEPLOYMENT },
    local: true,
  }),
  (echo) => ({
    action: 'deploy-k8s',
    what: 'a token beside a server',
    secrets: [CANARIES.line],
    inputs: { ...deploy, server: echo.url, token: CANARIES.line },
    files: { 'k8s/all.yaml': DEPLOYMENT },
  }),
  (echo) => ({
    action: 'deploy-k8s',
    what: "the runner's own token, by which a cloud is told who the job is",
    secrets: ['cnry-identity-request-42'],
    inputs: {
      ...deploy,
      cluster: 'arn:aws:eks:eu-central-1:123456789012:cluster/shop',
      'role-to-assume': 'arn:aws:iam::123456789012:role/deploy',
    },
    variables: { ACTIONS_ID_TOKEN_REQUEST_URL: `${echo.url}/id?v=1`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'cnry-identity-request-42' },
    files: { 'k8s/all.yaml': DEPLOYMENT },
  }),
  (echo) => ({
    action: 'environments',
    what: 'a token in a kubeconfig',
    secrets: [CANARIES.line],
    inputs: { mode: 'sweep', kubeconfig: kubeconfigFor(echo.url, { token: CANARIES.line }) },
  }),
  (echo) => ({
    action: 'environments',
    what: 'a token beside a server',
    secrets: [CANARIES.line],
    inputs: { mode: 'open', service: 'orders', branch: 'cart', server: echo.url, token: CANARIES.line },
  }),
  (echo) => ({
    action: 'watch-and-rollback',
    what: 'a token of Prometheus and one of the cluster',
    secrets: [CANARIES.line, `${CANARIES.line}2`],
    inputs: {
      service: 'order-service',
      namespace: 'shop',
      'prometheus-url': echo.url,
      'prometheus-token': `${CANARIES.line}2`,
      kubeconfig: kubeconfigFor(echo.url, { token: CANARIES.line }),
      duration: '4s',
      interval: '1s',
    },
  }),
  (echo) => ({
    action: 'feature-flag',
    what: 'a token of a server that evaluates flags',
    secrets: [CANARIES.line],
    inputs: {
      mode: 'evaluate',
      flag: 'checkout',
      provider: 'ofrep',
      server: echo.url,
      'server-token': CANARIES.line,
      budget: '1s',
    },
  }),
  (echo) => ({
    action: 'smoke-test',
    what: 'a token of the cluster whose service is asked',
    secrets: [CANARIES.line],
    inputs: {
      url: 'service/order-service:80',
      namespace: 'shop',
      kubeconfig: kubeconfigFor(echo.url, { token: CANARIES.line }),
      'ready-within': '1s',
    },
    files: { '.slipway/smoke.yml': 'version: 1\nrequests: [{ name: a, get: / }]\n' },
  }),
];

async function run(make: (typeof CASES)[number], spoil: Spoil) {
  const echo = echoes.get(spoil);
  if (echo === undefined) throw new Error(`There is no echo for ${spoil}.`);
  const one = make(echo);
  // A bearer token of several lines fits into no header.
  const unsendable =
    ['report-status', 'contract-test', 'security-scan'].includes(one.action) && one.secrets[0]?.includes('\n') === true;
  const before = echo.count();
  const variables = { GITHUB_SHA: SHA, GITHUB_TOKEN: 'ghs_cnryGITHUBTOKEN0123', ...one.variables };
  const left = await leftoversOf(one.action, one.inputs, one.files ?? {}, variables, [TELL_TALES]);
  return {
    name: `${one.action} with ${one.what}, ${spoil}`,
    exitCode: left.exitCode,
    ends: one.ends ?? 1,
    leaks: leaks(left, [...one.secrets, 'ghs_cnryGITHUBTOKEN0123']),
    // Where nothing was sent out, nothing was proved.
    asked: one.local || unsendable || echo.count() > before,
  };
}

describe.each(CASES.map((_, index) => index))('case %d', (index) => {
  test(
    'shows its secret nowhere, whatever a server or a program does with it',
    async () => {
      const make = CASES[index];
      if (make === undefined) throw new Error('There is no such case.');
      const spoils = make([...echoes.values()][0] as Echo).local ? [500 as const] : SPOILS;
      for (const { name, exitCode, ends, leaks: found, asked } of await Promise.all(spoils.map((spoil) => run(make, spoil))))
        expect({ name, exitCode, leaks: found, asked }).toEqual({ name, exitCode: ends, leaks: [], asked: true });
    },
    MINUTES_MS,
  );
});

test('every input that is a secret is among the cases', async () => {
  const secret = (await definitions()).flatMap(({ name, inputs }) =>
    Object.values(inputs).some((input) => input.secret) ? [name] : [],
  );
  expect(CASES.map((make) => make([...echoes.values()][0] as Echo).action)).toEqual(expect.arrayContaining(secret));
});

test('no variable of the step reaches a command that it runs', async () => {
  const variables = { GITHUB_TOKEN: CANARIES.line, ACTIONS_RUNTIME_TOKEN: CANARIES.line, AWS_SECRET_ACCESS_KEY: CANARIES.line };
  const left = await leftoversOf('run-tests', { command: 'test-command' }, {}, variables, [TELL_TALES]);
  expect(left.texts['log']).toContain('PATH=');
  expect(leaks(left, [CANARIES.line])).toEqual([]);
});

test('the search is not blind', () => {
  const said = (log: string) => leaks({ exitCode: 1, verdict: '', stdout: '', texts: { log } }, [CANARIES.line]);
  expect(said('nothing here')).toEqual([]);
  for (const text of [CANARIES.line, encodeURIComponent(CANARIES.line), Buffer.from(`robot:${CANARIES.line}`).toString('base64')])
    expect(said(`x ${text} y`)).toHaveLength(1);
});
