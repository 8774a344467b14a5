import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { startGitHub } from '../../test/github/index.ts';
import { type Consumer, pactOf } from '../../test/openapi/consumer.ts';
import { describeProvider, makeOffers } from '../../test/openapi/provider.ts';
import { ROOT } from '../definitions.ts';
import { type Figure, median } from './figure.ts';

const RUNS = 3;
const SERVICES = 50;
const CONSUMERS = 4;
const TOKEN = 'ghs_bench';

const nameOf = (seed: number): string => `service-${seed % SERVICES}`;
const commitOf = (seed: number): string => String(seed).padStart(40, '0');

/** The contract of one service with another. */
function contractOf(consumer: number, provider: number): string {
  const uses = makeOffers(provider).map((offer) => ({
    offer,
    sends: offer.request,
    reads: offer.response.map((field) => ({ ...field, rule: 'type' as const })),
    query: offer.query,
    readsHeader: true,
  }));
  const one: Consumer = { name: nameOf(consumer), uses };
  return pactOf(one, nameOf(provider));
}

/** What a service keeps: its description, and its contracts with the four services after it. */
function filesOf(seed: number): Readonly<Record<string, string>> {
  const providers = Array.from({ length: CONSUMERS }, (_, index) => (seed + index + 1) % SERVICES);
  const contracts = providers.map((provider) => [`contracts/${nameOf(provider)}.json`, contractOf(seed, provider)]);
  return { 'openapi.yaml': stringify(describeProvider(makeOffers(seed))), ...Object.fromEntries(contracts) };
}

interface Asked {
  readonly ms: number;
  readonly requests: number;
  readonly answer: string;
}

/** Asks once, in a process of its own; the server that answers is in this one. */
async function ask(folder: string, apiUrl: string): Promise<Asked> {
  const seeds = Array.from({ length: SERVICES }, (_, seed) => seed);
  const services = seeds.map((seed) => `${nameOf(seed)}=org/${nameOf(seed)}`).join('\n');
  const args = [
    'contract-test',
    'can-i-deploy',
    nameOf(0),
    'production',
    '--services',
    services,
    '--github-token',
    'env:TOKEN',
    '--json',
  ];
  const variables = { GITHUB_API_URL: apiUrl, GITHUB_REPOSITORY: `org/${nameOf(0)}`, TOKEN };
  const env = { PATH: process.env['PATH'], HOME: folder, RUNNER_TEMP: folder, ...variables };
  const started = performance.now();
  const stdout = await new Promise<string>((resolve) => {
    const options = { cwd: folder, env, maxBuffer: 2 ** 28 };
    execFile(process.execPath, [join(ROOT, 'dist/cli/index.js'), ...args], options, (_, text) => resolve(text));
  });
  const ms = performance.now() - started;
  const { data } = JSON.parse(stdout) as { data: { answer: string; requests: number } };
  return { ms, requests: data.requests, answer: data.answer };
}

/** Whether one service of many can be deployed: how long it takes, and how often GitHub is asked. */
export async function canIDeploy(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
  const repositories = Object.fromEntries(
    Array.from({ length: SERVICES }, (_, seed) => {
      const deployments = [{ sha: commitOf(seed), environment: 'production', at: 1000, states: ['in_progress', 'success'] }];
      return [`org/${nameOf(seed)}`, { deployments, files: { [commitOf(seed)]: filesOf(seed) } }];
    }),
  );
  mkdirSync(join(folder, 'contracts'));
  for (const [path, text] of Object.entries(filesOf(0))) writeFileSync(join(folder, path), text);
  const github = await startGitHub({ repositories });
  const asked: Asked[] = [];
  for (let run = 0; run < RUNS; run++) asked.push(await ask(folder, github.url));
  await github.close();
  rmSync(folder, { recursive: true });
  const wrong = asked.find(({ answer }) => answer !== 'yes');
  if (wrong !== undefined) throw new Error(`The answer is ${wrong.answer}, where every contract is kept.`);
  const note = `${SERVICES} services, ${CONSUMERS} consumers each`;
  return [
    {
      bench: 'contract',
      name: 'can-i-deploy.wall',
      value: median(asked.map(({ ms }) => ms)),
      unit: 'ms',
      note: `${note}; at most 5000`,
    },
    {
      bench: 'contract',
      name: 'can-i-deploy.requests',
      value: Math.max(...asked.map(({ requests }) => requests)),
      unit: '',
      note,
    },
  ];
}
