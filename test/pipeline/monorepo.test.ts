import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type PipelineRun, runPipeline, type Surroundings } from '../../scripts/demo/act.ts';
import { surroundingsOf } from '../../scripts/demo/cluster.ts';
import { commit, createWorld, git, type World } from '../../scripts/demo/world.ts';
import { type Lab, up } from '../lab/index.ts';

const FIVE_MINUTES_MS = 300_000;
const SERVICES = ['orders', 'payments', 'invoices'];
/** invoices does not use the library that the two others share. */
const DOCKERFILE = (name: string): string =>
  `FROM scratch\nCOPY services/${name} /service\n${name === 'invoices' ? '' : 'COPY library /library\n'}CMD ["/service/run"]\n`;

let lab: Lab;
let world: World;
let repository: string;
let given: Surroundings;
const project = `monorepo-${Date.now()}`;

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(repository, path)), { recursive: true });
  writeFileSync(join(repository, path), text);
};

beforeAll(async () => {
  lab = await up();
  world = createWorld();
  repository = join(world.folder, 'shop');
  given = surroundingsOf(lab, { duration: '10s', interval: '1s' }, project, 'http://127.0.0.1:9');
  for (const name of SERVICES) {
    write(`services/${name}/run`, `${name} 1\n`);
    write(`services/${name}/Dockerfile`, DOCKERFILE(name));
  }
  write('library/money', '1\n');
  write('README.md', '# Shop\n');
  const test_ = `require('node:fs').writeFileSync('reports/tests.xml', '<testsuite tests="1"><testcase name="' + process.argv[2] + '"/></testsuite>');`;
  write('test.js', test_);
  write('reports/.gitkeep', '');
  write('.gitignore', '.slipway/image/\n.slipway/evidence/\nreports/*.xml\n');
  const list = { images: `${lab.registry}/${project}`, defaults: { dockerfile: 'services/{name}/Dockerfile' } };
  write('.slipway/services.yml', JSON.stringify({ ...list, services: Object.fromEntries(SERVICES.map((name) => [name, {}])) }));
  write(
    '.github/workflows/ci.yml',
    `name: ci
on: { push: { branches: [main] } }
permissions: {}
jobs:
  shop:
    permissions: { contents: read, packages: write }
    uses: org/actions/.github/workflows/monorepo.yml@v1
    with:
      buildkit-host: \${{ vars.BUILDKIT_HOST }}
      test-command: node test.js {0}
`,
  );
  git(repository, ['init', '--quiet', '--initial-branch', 'main']);
  git(repository, ['remote', 'add', 'origin', 'https://github.com/org/shop']);
}, FIVE_MINUTES_MS);

afterAll(() => rmSync(world.folder, { recursive: true }));

/** The jobs that ended, by the last two names in the path that led to each. */
function jobsOf({ log }: PipelineRun): Readonly<Record<string, string>> {
  const results = [...log.matchAll(/"job":"([^"]*)".*?"jobResult":"(\w+)"|"jobResult":"(\w+)".*?"job":"([^"]*)"/g)];
  return Object.fromEntries(
    results.map(([, job, result, otherResult, otherJob]) => [(job ?? otherJob ?? '').trim(), result ?? otherResult ?? '']),
  );
}

async function push(name: string): Promise<{
  readonly built: readonly string[];
  readonly gate: string | undefined;
  readonly exitCode: number | null;
  readonly end: string;
}> {
  const sha = commit(repository, name);
  const run = await runPipeline(world, repository, given, name);
  const jobs = jobsOf(run);
  const tags = await Promise.all(
    SERVICES.map(async (service) => {
      const url = `http://${lab.registry}/v2/${project}/${service}/manifests/${sha}`;
      const accept = 'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json';
      return (await fetch(url, { method: 'HEAD', headers: { accept } })).ok ? [service] : [];
    }),
  );
  const [gate] = Object.entries(jobs).filter(([job]) => job.endsWith('Gate'));
  return { built: tags.flat(), gate: gate?.[1], exitCode: run.exitCode, end: run.exitCode === 0 ? '' : run.log.slice(-2500) };
}

test.each<[string, () => void, readonly string[]]>([
  ['everything at first', () => undefined, SERVICES],
  ['nothing after a change of what no image is made from', () => write('README.md', '# The shop\n'), []],
  ['one service after a change of it', () => write('services/payments/run', 'payments 2\n'), ['payments']],
  ['the dependants of a library after a change of it', () => write('library/money', '2\n'), ['orders', 'payments']],
])(
  'builds, tests and publishes %s, and the gate concludes',
  async (what, change, expected) => {
    change();
    expect(await push(what.replaceAll(' ', '-'))).toEqual({ built: expected, gate: 'success', exitCode: 0, end: '' });
  },
  FIVE_MINUTES_MS,
);
