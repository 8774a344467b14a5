import { join } from 'node:path';
import { startGitHub } from '../../test/github/index.ts';
import type { Lab } from '../../test/lab/index.ts';
import { type PipelineRun, runPipeline, type Surroundings } from './act.ts';
import { filesWithSecrets } from './canary.ts';
import { prepareEnvironments, secretsOf, surroundingsOf, URLS } from './cluster.ts';
import { commitVariant, createRepository, createWorld, git, type World } from './world.ts';
import { runLastJob } from './last-job.ts';
import { type Sample, type Service, serviceOf, startTraffic } from './traffic.ts';

/** One release of the story and what became of it. */
export interface Release {
  readonly name: string;
  readonly service: string;
  readonly commit: string;
  readonly run: PipelineRun;
}

/** What the whole story came to. */
export interface Story {
  readonly world: World;
  readonly good: Release;
  readonly order: Release;
  readonly breaking: Release;
  readonly bad: Release;
  /** How the bad release fared with production's customers. */
  readonly badService: Service;
  readonly totals: { readonly requests: number; readonly failed: number };
  /** Requests sent to production after everything, and how many the good version answered well. */
  readonly proof: { readonly requests: number; readonly answeredByGood: number; readonly failed: number };
  /** What the status on each release's commit says, in the order of the story. */
  readonly statuses: readonly string[];
  /** Files that hold a secret; there must be none. */
  readonly leaks: readonly string[];
}

/** How the story is told: who hears of progress, and how long each release is watched. */
export interface Telling {
  readonly tell: (line: string) => void;
  readonly watch: { readonly duration: string; readonly interval: string };
  readonly rps: number;
}

const PROOF_REQUESTS = 60;

/** Asks production as a customer would; a request without an answer has failed. */
async function charge(index: number): Promise<{ readonly version: string | null; readonly failed: boolean }> {
  try {
    const response = await fetch(`${URLS.paymentProduction}/charge`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ order_id: `proof-${index}`, amount: 100, card_token: index % 3 === 0 ? 'tok_amex' : 'tok_visa' }),
    });
    await response.arrayBuffer();
    return { version: response.headers.get('x-version'), failed: response.status >= 500 };
  } catch {
    return { version: null, failed: true };
  }
}

/** Asks production sixty times, one after the other. */
export async function askProduction(good: string): Promise<Story['proof']> {
  const answers: Awaited<ReturnType<typeof charge>>[] = [];
  for (let index = 0; index < PROOF_REQUESTS; index += 1) answers.push(await charge(index));
  return {
    requests: answers.length,
    answeredByGood: answers.filter(({ version }) => version === good).length,
    failed: answers.filter(({ failed }) => failed).length,
  };
}

async function tellReleases(
  world: World,
  given: Surroundings,
  { tell }: Telling,
): Promise<readonly [Release, Release, Release, Release]> {
  const release = async (name: string, service: string, repository: string): Promise<Release> => {
    tell(`${name}: ${service} is pushed`);
    const run = await runPipeline(world, repository, given, name.replaceAll(' ', '-'), (line) => tellJob(line, tell));
    const sha = git(repository, ['rev-parse', 'HEAD']);
    if (run.exitCode !== 0) await runLastJob(run, service, sha, given);
    return { name, service, commit: sha, run };
  };
  const payment = createRepository(world, 'payment-service');
  const good = await release('good release', 'payment-service', payment);
  const order = await release('consumer release', 'order-service', createRepository(world, 'order-service'));
  commitVariant(payment, 'break-contract', 'Rename transaction_id to txn_id');
  const breaking = await release('contract break', 'payment-service', payment);
  git(payment, ['revert', '--no-edit', 'HEAD']);
  commitVariant(payment, 'bad-release', 'Choose the acquirer by card network');
  const bad = await release('bad release', 'payment-service', payment);
  return [good, order, breaking, bad];
}

/** Tells of each job of the pipeline that ended. */
export function tellJob(line: string, tell: (line: string) => void): void {
  const [, result] = /"jobResult":"(success|failure)"/.exec(line) ?? [];
  const [, job] = /"job":"(\d[^"]*)"/.exec(line) ?? [];
  if (result !== undefined && job !== undefined)
    tell(`   ${result === 'success' ? '✅' : '❌'} ${job.trim().replace(/\/[^/]*\//, ' › ')}`);
}

/** Counts requests, and those without a good answer. */
export function count(samples: readonly Sample[]): { requests: number; failed: number } {
  return { requests: samples.length, failed: samples.filter(({ status }) => status === 0 || status >= 500).length };
}

/** Tells the whole story on the lab: two good releases, one that breaks a contract, one that fails its customers. */
export async function tellStory(lab: Lab, telling: Telling): Promise<Story> {
  const world = createWorld();
  const github = await startGitHub();
  const canary = await prepareEnvironments(lab);
  // A project of its own: a registry that outlives the demonstration holds the commit tags of earlier ones.
  const given = surroundingsOf(lab, telling.watch, `demo-${Date.now()}`, github.url);
  const payments = startTraffic(URLS.paymentProduction, '/charge', telling.rps, join(world.logs, 'payment-traffic.jsonl'));
  const orders = startTraffic(URLS.orderProduction, '/orders', telling.rps, join(world.logs, 'order-traffic.jsonl'));
  try {
    const [good, order, breaking, bad] = await tellReleases(world, given, telling);
    const proof = await askProduction(good.commit);
    const samples = payments.samples();
    return {
      world,
      good,
      order,
      breaking,
      bad,
      proof,
      badService: serviceOf(samples, bad.commit),
      totals: count(samples),
      statuses: [good, order, breaking, bad].map(({ commit }) => github.latest(commit)[0]?.description ?? ''),
      leaks: filesWithSecrets([world.reports, world.logs], [canary, ...secretsOf(given)]),
    };
  } finally {
    await Promise.all([payments.stop(), orders.stop(), github.close()]);
  }
}
