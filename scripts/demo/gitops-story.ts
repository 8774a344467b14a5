import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startGitHub } from '../../test/github/index.ts';
import type { Lab } from '../../test/lab/index.ts';
import { runPipeline } from './act.ts';
import { filesWithSecrets } from './canary.ts';
import { prepareEnvironments, secretsOf, surroundingsOf, URLS } from './cluster.ts';
import { type ConfigRepository, createConfigRepository } from './config-repository.ts';
import { askProduction, count, type Release, type Telling, tellJob } from './story.ts';
import { type Service, serviceOf, startTraffic } from './traffic.ts';
import { commit, commitVariant, createRepository, createWorld, git, type World } from './world.ts';

const SERVICE = 'payment-service';

/** What the story of a delivery by commits came to. */
export interface GitopsStory {
  readonly world: World;
  readonly good: Release;
  readonly bad: Release;
  readonly badService: Service;
  readonly totals: { readonly requests: number; readonly failed: number };
  readonly proof: { readonly requests: number; readonly answeredByGood: number; readonly failed: number };
  /** The log of the configuration repository, newest first. */
  readonly log: string;
  /** What production is to run by the configuration repository, and what is held. */
  readonly file: string;
  readonly holds: string;
  readonly leaks: readonly string[];
}

/** The service's workflow with the delivery by commits. */
function deliverByCommits(repository: string, url: string): void {
  const path = join(repository, '.github/workflows/ci.yml');
  const inputs = [
    'delivery: gitops',
    `config-repository: ${url}`,
    ...['staging', 'production'].flatMap((environment) => [
      `${environment}-config-file: ${environment}/${SERVICE}/kustomization.yaml`,
      `${environment}-argocd-applications: demo-${SERVICE}-${environment}`,
    ]),
  ];
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('    with:\n', `    with:\n${inputs.map((line) => `      ${line}\n`).join('')}`));
}

async function tellReleases(
  world: World,
  repository: string,
  given: ReturnType<typeof surroundingsOf>,
  { tell }: Telling,
): Promise<readonly [Release, Release]> {
  const release = async (name: string): Promise<Release> => {
    tell(`${name}: ${SERVICE} is pushed`);
    const run = await runPipeline(world, repository, given, name.replaceAll(' ', '-'), (line) => tellJob(line, tell));
    return { name, service: SERVICE, commit: git(repository, ['rev-parse', 'HEAD']), run };
  };
  const good = await release('good release');
  commitVariant(repository, 'bad-release', 'Choose the acquirer by card network');
  return [good, await release('bad release')];
}

/** Tells of one good release and one that fails its customers, both brought by commits that Argo CD applies. */
export async function tellGitopsStory(lab: Lab, telling: Telling): Promise<GitopsStory> {
  const world = createWorld();
  const github = await startGitHub();
  const canary = await prepareEnvironments(lab);
  const project = `demo-${Date.now()}`;
  const given = surroundingsOf(lab, telling.watch, project, github.url);
  const repository = createRepository(world, SERVICE);
  const image = `${lab.registry}/${project}/${SERVICE}`;
  const config: ConfigRepository = await createConfigRepository(lab, world, SERVICE, image, repository);
  deliverByCommits(repository, config.url);
  commit(repository, 'Deliver by commits');
  const payments = startTraffic(URLS.paymentProduction, '/charge', telling.rps, join(world.logs, 'payment-traffic.jsonl'));
  try {
    const [good, bad] = await tellReleases(world, repository, given, telling);
    const proof = await askProduction(good.commit);
    const samples = payments.samples();
    // Before the first release nobody answers.
    const served = samples.slice(
      Math.max(
        0,
        samples.findIndex(({ status }) => status > 0),
      ),
    );
    return {
      ...{ world, good, bad, proof },
      badService: serviceOf(samples, bad.commit),
      totals: count(served),
      log: config.log(),
      file: config.file(`production/${SERVICE}/kustomization.yaml`),
      holds: config.file(`.slipway/holds/production/${SERVICE}/kustomization.yaml/${SERVICE}.json`),
      leaks: filesWithSecrets([world.reports, world.logs], [canary, ...secretsOf(given)]),
    };
  } finally {
    await Promise.all([payments.stop(), github.close(), config.remove()]);
  }
}
