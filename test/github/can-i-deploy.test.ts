import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { action, runWith } from '@slipway/action-contract-test';
import { runAction } from '@slipway/runner';
import { connectGitHub } from '@slipway/runner/github';
import { memoryHost } from '@slipway/runner/memory';
import { memoryFiles } from '@slipway/system/memory';
import { nodeHttp } from '@slipway/system/node';
import { type GitHubStandIn, startGitHub } from './index.ts';

const SERVICES = 50;
const CONSUMERS = 4;
const TOKEN = 'ghs_reader';

const nameOf = (seed: number): string => `service-${seed % SERVICES}`;
const commitOf = (seed: number): string => String(seed).padStart(40, '0');

const openapi = (field: string): string => `openapi: 3.0.3
paths:
  /charge:
    get:
      responses:
        "200": { content: { application/json: { schema: { type: object, required: [${field}], properties: { ${field}: { type: string } } } } } }
`;

function pact(consumer: string, provider: string): string {
  const response = { status: 200, headers: { 'Content-Type': 'application/json' }, body: { id: 'x' } };
  const interaction = { description: 'a charge', request: { method: 'GET', path: '/charge' }, response };
  return JSON.stringify({ consumer: { name: consumer }, provider: { name: provider }, interactions: [interaction] });
}

/** What a service keeps: its description, and its contracts with the four services after it. */
function filesOf(seed: number): Readonly<Record<string, string>> {
  const providers = Array.from({ length: CONSUMERS }, (_, index) => nameOf(seed + index + 1));
  const contracts = providers.map((provider) => [`contracts/${provider}.json`, pact(nameOf(seed), provider)] as const);
  return { 'openapi.yaml': openapi('id'), ...Object.fromEntries(contracts) };
}

let server: GitHubStandIn;
beforeEach(async () => {
  const repositories = Array.from({ length: SERVICES }, (_, seed) => {
    const deployments = [{ sha: commitOf(seed), environment: 'production', at: 1000, states: ['in_progress', 'success'] }];
    return [`org/${nameOf(seed)}`, { deployments, files: { [commitOf(seed)]: filesOf(seed) } }] as const;
  });
  const tokens = { [TOKEN]: { deployments: 'read', contents: 'read' } } as const;
  server = await startGitHub({ repositories: Object.fromEntries(repositories), tokens });
});
afterEach(() => server.close());

async function ask(field: string) {
  const services = Array.from({ length: SERVICES }, (_, seed) => `${nameOf(seed)}=org/${nameOf(seed)}`).join('\n');
  const inputs = { mode: 'can-i-deploy', service: nameOf(0), environment: 'production', services, 'github-token': TOKEN };
  const files = memoryFiles({ ...filesOf(0), 'openapi.yaml': openapi(field) });
  const context = { apiUrl: server.url, repository: `org/${nameOf(0)}` };
  const host = memoryHost(inputs, { files, http: nodeHttp }, context);
  const exitCode = await runAction(action, runWith(connectGitHub), host);
  return { exitCode, outputs: host.written.outputs, data: host.written.reports[0]?.data as { requests: number } };
}

test('fifty services of four consumers each cost three requests a service and one a contract, and are not asked twice', async () => {
  const { exitCode, outputs, data } = await ask('id');
  expect([exitCode, outputs['answer']]).toEqual([0, 'yes']);
  expect(server.received.length).toBe(data.requests);
  expect(server.received.length).toBeLessThanOrEqual(3 * SERVICES + CONSUMERS * SERVICES);
  const paths = server.received.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(paths).size).toBe(paths.length);
  expect(server.malformed).toEqual([]);
});

test('and a field that is gone breaks just the four that read it', async () => {
  const { exitCode, outputs } = await ask('other');
  const consumers = Array.from({ length: CONSUMERS }, (_, index) => nameOf(SERVICES - 1 - index)).sort();
  expect([exitCode, outputs['answer'], outputs['broken']]).toEqual([1, 'no', consumers.join(',')]);
});
