import { posix } from 'node:path';
import { Failure } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import { imagesOf, type Layout, type PlatformImage, readLayout } from '@slipway/oci';
import type { Annotation, Outcome, Ports, RunContext } from '@slipway/runner';
import { type Block, code, details, table } from '@slipway/summary';
import type { action } from './action.ts';
import { blamedLine, buildLog, reasonOf } from './build-log.ts';
import { CANNOT_EXPORT } from './engine.ts';
import { engineCommands, engineEnvironment } from './engine-command.ts';
import { type BuildPlan, planBuild } from './plan.ts';

type Result = Outcome<typeof action>;

interface Built {
  readonly exitCode: number;
  readonly lines: readonly string[];
  readonly seconds: number;
}

const NO_OUTPUTS: Result['outputs'] = {
  digest: undefined,
  imageTag: undefined,
  layout: undefined,
  layoutDigest: undefined,
  size: undefined,
  platforms: undefined,
};

async function build(plan: BuildPlan, { exec, files, clock, log, cancelled }: Ports): Promise<Built> {
  // Buildah makes the layout's folder but not the one above it.
  await files.write(`${plan.layout}/oci-layout`, '');
  // A blob of an earlier build would be taken along by whoever uploads the folder.
  await files.remove(plan.layout);
  const output = buildLog(
    log,
    plan.secrets.map(({ value }) => value),
  );
  const begun = clock.now();
  let exitCode = 0;
  for (const { program, args } of engineCommands(plan)) {
    const env = engineEnvironment(plan);
    const result = await exec.run(program, args, { env, signal: cancelled, onOutput: (text) => output.write(text) });
    output.end();
    exitCode = result.exitCode;
    if (exitCode !== 0) break;
  }
  return { exitCode, lines: output.lines, seconds: (clock.now() - begun) / 1000 };
}

function failed(plan: BuildPlan, { lines, exitCode }: Built, context: RunContext): Result {
  if (lines.some((line) => /OCI exporter is not supported|exporter "oci" could not be found/.test(line)))
    throw new Failure(CANNOT_EXPORT);
  const reason = reasonOf(lines);
  const line = blamedLine(lines, plan.dockerfile);
  const file = posix.relative(context.workspace, posix.join(plan.context, plan.dockerfile));
  const message = `${reason}\n\n${lines.slice(-15).join('\n')}`;
  // Without a line it may be the engine that failed, and the Dockerfile is not to blame.
  const place = line === undefined ? {} : { file, line };
  const annotation: Annotation = { level: 'error', title: 'The image does not build', message, ...place };
  const where = line === undefined ? '' : ` (line ${line} of ${file})`;
  return {
    verdict: 'fail',
    headline: `The image of ${plan.service} does not build${where}: ${reason}`,
    outputs: NO_OUTPUTS,
    annotations: [annotation],
    summary: [details('End of the build log', [code(lines.slice(-60).join('\n'))])],
    data: { exitCode, file, line: line ?? null },
  };
}

function checkPlatforms(plan: BuildPlan, images: readonly PlatformImage[]): void {
  const missing = plan.platforms.filter((platform) => !images.some((image) => image.platform === platform));
  if (missing.length === 0 && images.length > 0) return;
  const [wanted, got] = [plan.platforms.join(', ') || 'an image', images.map(({ platform }) => platform).join(', ') || 'none'];
  const remedy = 'Check the FROM lines of the Dockerfile and what the engine can build.';
  throw new Failure({ code: 'PLATFORMS_DIFFER', message: `The build was to give ${wanted}, and gave ${got}.`, remedy });
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function summary(plan: BuildPlan, layout: Layout, images: readonly PlatformImage[], seconds: number): readonly Block[] {
  const reproducible = plan.epoch === undefined ? 'no: Git does not know the commit' : new Date(plan.epoch * 1000).toISOString();
  return [
    table(
      ['image', ''],
      [
        ['digest', { code: layout.root.digest }],
        ['tag', { code: plan.commit }],
        ['size', megabytes(layout.size)],
        ['engine', `${plan.engine.kind}, ${seconds.toFixed(1)} s`],
        ['time in the image', reproducible],
      ],
    ),
    table(
      ['platform', 'digest'],
      images.map(({ platform, digest }) => [platform, { code: digest }]),
    ),
  ];
}

/** Builds the image into an OCI layout, and computes its digest from the bytes that came out. */
export async function run(inputs: InputsOf<typeof action>, ports: Ports, context: RunContext): Promise<Result> {
  const plan = await planBuild(inputs, ports, context);
  const built = await ports.log.group(`Build ${plan.service} with ${plan.engine.kind}`, () => build(plan, ports));
  if (ports.cancelled.aborted) throw new Failure({ code: 'CANCELLED', message: 'The run was cancelled during the build.' });
  if (built.exitCode !== 0) return failed(plan, built, context);
  const layout = await readLayout(plan.layout, ports.files);
  const images = await imagesOf(layout, ports.files);
  checkPlatforms(plan, images);
  const platforms = images.map(({ platform, digest, config }) => ({ platform, digest, config }));
  return {
    verdict: 'pass',
    headline: `Built ${plan.service}:${plan.commit} as ${layout.root.digest} (${megabytes(layout.size)}).`,
    outputs: {
      digest: layout.root.digest,
      imageTag: plan.commit,
      layout: inputs.layout,
      layoutDigest: layout.digest,
      size: String(layout.size),
      platforms: JSON.stringify(platforms),
    },
    summary: summary(plan, layout, images, built.seconds),
    data: { digest: layout.root.digest, engine: plan.engine.kind, epoch: plan.epoch ?? null, seconds: built.seconds, platforms },
  };
}
