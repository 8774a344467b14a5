import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Lab, up } from '../../test/lab/index.ts';
import { type Checkout, checkout, commit, step } from '../../test/lab/step.ts';
import { type Figure, median } from './figure.ts';

const RUNS = 5;
const SERVICES = 50;
const RUN = Date.now().toString(36);

type Files = Readonly<Record<string, string>>;

async function write(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Runs a published bundle, as a runner starts it, and insists that it passes. */
async function bundle(lab: Lab, which: string, place: Checkout, inputs: Files, variables: Files = {}) {
  const ran = await step(lab, which, place, inputs, variables, 'bundle');
  if (ran.code !== 0) throw new Error(`${which}: ${ran.report.headline}`);
  return ran;
}

async function release(lab: Lab, place: Checkout, inputs: Files & { readonly image: string }, variables: Files = {}) {
  const { outputs } = await bundle(lab, 'build-image', place, { checks: 'off', ...inputs }, variables);
  const [digest = '', inputsDigest = ''] = [outputs['digest'], outputs['inputs-digest']];
  await bundle(lab, 'publish-image', place, { image: inputs.image, digest, 'inputs-digest': inputsDigest });
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < RUNS; count++) {
    const begun = performance.now();
    await work();
    times.push((performance.now() - begun) / 1000);
  }
  return median(times);
}

/** What the engine itself takes for the same Dockerfile when every step is cached, written as a layout. */
async function cachedRebuild(lab: Lab, { exec, folder }: Checkout): Promise<void> {
  const args = ['--addr', lab.buildkitHost, 'build', '--frontend', 'dockerfile.v0', '--local', `context=${folder}`];
  const output = `type=oci,dest=${folder}/.slipway/peer,tar=false`;
  const { exitCode, stderr } = await exec.run('buildctl', [...args, '--local', `dockerfile=${folder}`, '--output', output]);
  if (exitCode !== 0) throw new Error(stderr);
}

async function unchanged(lab: Lab, root: string): Promise<readonly Figure[]> {
  const dockerfile = `FROM ${lab.registry}/library/node:24\nCOPY src /src\nRUN find /src > /list && echo ${RUN}\n`;
  const sources = Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [`src/${index}.ts`, `export const n = ${index};\n`]),
  );
  const place = await checkout(lab, join(root, 'one'), (folder) =>
    write(folder, { '.gitignore': '.slipway\n', Dockerfile: dockerfile, ...sources }),
  );
  const image = `${lab.registry}/bench/${RUN}-one`;
  await release(lab, place, { service: 'one', image });
  await cachedRebuild(lab, place);
  const reuse = (how: string) => async () => {
    const { outputs } = await bundle(lab, 'build-image', place, { service: 'one', image, reuse: how });
    if (outputs['reused'] !== 'true') throw new Error('the image was built, not reused');
  };
  const peer = await secondsOf(() => cachedRebuild(lab, place));
  const [named, fetched] = [await secondsOf(reuse('digest')), await secondsOf(reuse('auto'))];
  const note = 'cold start of the bundle to its end; target under 2 s';
  const beside = 'buildctl with every step cached, in the same run';
  const figure = (name: string, value: number): Figure => ({
    bench: 'build',
    name,
    value,
    unit: 's',
    peer: beside,
    ratio: value / peer,
    note,
  });
  return [
    { bench: 'build', name: 'cached-rebuild.buildctl', value: peer, unit: 's' },
    figure('unchanged-rebuild.digest', named),
    figure('unchanged-rebuild.layout', fetched),
  ];
}

/** Stands before buildctl and writes down each start that builds something. */
async function counting(lab: Lab, folder: string) {
  const log = join(folder, 'starts');
  const script = `#!/bin/sh\ncase "$*" in *--output*) echo build >> ${log};; esac\nexec ${lab.buildctl} "$@"\n`;
  await write(folder, { starts: '', buildctl: script });
  await chmod(join(folder, 'buildctl'), 0o755);
  return {
    variables: { PATH: `${folder}:${process.env['PATH']}` },
    count: async () => (await readFile(log, 'utf8')).split('\n').filter((line) => line !== '').length,
  };
}

interface Matrix {
  readonly include: readonly {
    readonly service: string;
    readonly image: string;
    readonly context: string;
    readonly dockerfile: string;
  }[];
}

/** Affected services, then a build and a publish for each, as the reusable workflow does one after the other. */
async function monorepoRun(lab: Lab, place: Checkout, variables: Files): Promise<readonly string[]> {
  const { outputs } = await bundle(lab, 'affected-services', place, {}, variables);
  const { include } = JSON.parse(outputs['matrix'] ?? '') as Matrix;
  for (const { service, image, context, dockerfile } of include)
    await release(lab, place, { service, image, context, dockerfile, services: '.slipway/services.yml' }, variables);
  return include.map(({ service }) => service);
}

async function fifty(lab: Lab, root: string): Promise<readonly Figure[]> {
  const names = Array.from({ length: SERVICES }, (_, index) => `s${index}`);
  const files: Record<string, string> = {
    '.gitignore': '.slipway/image\n.slipway/evidence\n',
    '.slipway/services.yml': `images: ${lab.registry}/bench/${RUN}\ndefaults: { dockerfile: "{name}/Dockerfile" }\nservices:\n${names.map((name) => `  ${name}:\n`).join('')}`,
    'lib/shared': RUN,
  };
  for (const name of names)
    Object.assign(files, { [`${name}/Dockerfile`]: `FROM scratch\nCOPY lib /lib\nCOPY ${name} /app\n`, [`${name}/main`]: name });
  const place = await checkout(lab, join(root, 'fifty'), (folder) => write(folder, files));
  const starts = await counting(lab, join(root, 'starts'));
  const all = await monorepoRun(lab, place, starts.variables);
  const before = await starts.count();
  await writeFile(join(place.folder, 's7/main'), 'changed');
  const next = { ...place, sha: await commit(place) };
  const begun = performance.now();
  const built = await monorepoRun(lab, next, starts.variables);
  const seconds = (performance.now() - begun) / 1000;
  const started = (await starts.count()) - before;
  return [
    {
      bench: 'build',
      name: 'fifty-services.first.builds',
      value: before,
      unit: 'builds started',
      note: `${all.length} services`,
    },
    {
      bench: 'build',
      name: 'fifty-services.one-changed.builds',
      value: started,
      unit: 'builds started',
      note: `target 1: ${built.join(', ')}`,
    },
    {
      bench: 'build',
      name: 'fifty-services.one-changed.wall',
      value: seconds,
      unit: 's',
      note: 'affected-services, build and publish',
    },
  ];
}

/** What an unchanged service and an unchanged monorepo cost, on the lab's engine and registry; run `npm run build` first. */
export async function buildReuse(): Promise<readonly Figure[]> {
  const lab = await up();
  const root = await mkdtemp(join(tmpdir(), 'slipway-bench-build-'));
  try {
    return [...(await unchanged(lab, root)), ...(await fifty(lab, root))];
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
