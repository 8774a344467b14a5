import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderCheck } from '@slipway/promotion';
import { type PipelineRun, runPipeline, type Surroundings } from '../../scripts/demo/act.ts';
import { surroundingsOf } from '../../scripts/demo/cluster.ts';
import { commit, createRepository, createWorld, type World } from '../../scripts/demo/world.ts';
import { type GitHubStandIn, startGitHub } from '../github/index.ts';
import { up } from '../lab/index.ts';

const MINUTES_MS = 5 * 60_000;
const [TESTED, SWAPPED] = ['a', 'b'].map((digit) => `sha256:${digit.repeat(64)}`) as [string, string];

/** A workflow that goes straight to production. */
const WORKFLOW = `name: straight
on: push
permissions: {}
jobs:
  production:
    name: 5 · Production
    permissions:
      contents: read
      actions: read
      deployments: write
    uses: org/actions/.github/workflows/production.yml@v1
    with:
      service: payment-service
      image: \${{ vars.REGISTRY }}/payment-service@${SWAPPED}
      url: http://127.0.0.1:9
      prometheus-url: \${{ vars.PROMETHEUS_URL }}
    secrets: { KUBECONFIG: "\${{ secrets.KUBECONFIG }}" }
`;

let world: World;
let repository: string;
let given: Surroundings;
let github: GitHubStandIn;

beforeAll(async () => {
  const lab = await up();
  world = createWorld();
  github = await startGitHub();
  given = surroundingsOf(lab, { duration: '10s', interval: '1s' }, `gate-${Date.now()}`, github.url);
  repository = createRepository(world, 'payment-service');
  writeFileSync(join(repository, '.github/workflows/ci.yml'), WORKFLOW);
  commit(repository, 'Go straight to production');
}, MINUTES_MS);

afterAll(async () => {
  await github.close();
  rmSync(world.folder, { recursive: true });
});

const failed = ({ jobs }: PipelineRun): readonly string[] =>
  jobs.filter(({ result }) => result === 'failure').map(({ name }) => name);

function expectClosed(run: PipelineRun, words: string): void {
  expect(run.exitCode).toBe(1);
  expect(failed(run)).toEqual(['Gate of payment-service to production']);
  expect(run.jobs.map(({ name }) => name)).not.toContain('Deploy payment-service to production and watch it');
  expect(run.log).toContain(words);
}

test(
  'production takes no digest that nothing proves to have passed staging',
  async () => {
    const run = await runPipeline(world, repository, given, 'straight');
    expectClosed(run, `Nothing proves that ${SWAPPED} passed smoke in staging.`);
  },
  MINUTES_MS,
);

test(
  'production takes no digest in the place of the one that passed staging',
  async () => {
    const folder = join(world.artefacts, 'checks-payment-service-staging');
    mkdirSync(folder);
    for (const check of ['deploy', 'smoke']) {
      const run = { repository: 'org/payment-service', id: '1', attempt: '1' };
      const passed = { check, environment: 'staging', result: 'PASSED', at: Date.now(), run } as const;
      writeFileSync(join(folder, `staging-${check}.json`), JSON.stringify(renderCheck('payment-service', TESTED, passed)));
    }
    const run = await runPipeline(world, repository, given, 'swapped');
    expectClosed(run, `is about ${TESTED}, and not about ${SWAPPED}`);
  },
  MINUTES_MS,
);
