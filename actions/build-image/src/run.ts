import { Failure } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import { type Digest, parseRepository, pullLayout } from '@slipway/oci';
import type { Annotation, Outcome, Ports, RunContext } from '@slipway/runner';
import type { action } from './action.ts';
import { build, type Checked, check, dockerfileOf } from './build.ts';
import { checksFailed, failed } from './failure.ts';
import { judge, NO_OUTPUTS } from './judgement.ts';
import { type BuildPlan, planBuild } from './plan.ts';
import { readPrevious } from './previous.ts';
import { document, inspect } from './product.ts';
import { type InputsReading, pinsOf, readInputs } from './reuse.ts';

type Inputs = InputsOf<typeof action>;
type Result = Outcome<typeof action>;

const REVISION = 'org.opencontainers.image.revision';

/** Names the image that is there and fetches nothing: for jobs that need only its digest. */
async function nameOnly(image: Digest, plan: BuildPlan, inputs: Inputs, reading: InputsReading, ports: Ports): Promise<Result> {
  const previous = await readPrevious(`${inputs.image}@${image}`, reading.registries, ports.cancelled);
  const revision = 'images' in previous ? previous.images[0]?.labels[REVISION] : undefined;
  return {
    verdict: 'pass',
    headline: `Reused ${image} for ${plan.service}: the registry has an image of the same inputs${revision === undefined ? '' : `, built for ${revision}`}; nothing was built or fetched.`,
    outputs: {
      ...NO_OUTPUTS,
      digest: image,
      imageTag: plan.commit,
      inputsDigest: reading.inputs.digest,
      reused: 'true',
      warnings: '0',
    },
    data: { digest: image, inputsDigest: reading.inputs.digest ?? null, reused: true, revision: revision ?? null },
  };
}

/** Fetches the image that is there, byte for byte; undefined when that fails, and it must be built after all. */
async function reuse(
  plan: BuildPlan,
  inputs: Inputs,
  reading: InputsReading,
  ports: Ports,
  file: string,
): Promise<Result | undefined> {
  if (reading.lookup.kind !== 'found' || inputs.image === undefined) return undefined;
  const { image } = reading.lookup;
  if (inputs.reuse === 'digest') return nameOnly(image, plan, inputs, reading, ports);
  const begun = ports.clock.now();
  try {
    const reader = await reading.registries.open(parseRepository(inputs.image));
    const layout = await pullLayout(reader, image, plan.layout, ports.files);
    await ports.files.remove(inputs.evidence);
    const product = await inspect(plan, layout, inputs, reading, ports);
    const revision = product.images[0]?.labels[REVISION];
    const seconds = (ports.clock.now() - begun) / 1000;
    return judge({ plan, product, origin: { kind: 'reused', revision, seconds }, reading, inputs, file });
  } catch (error) {
    if (!(error instanceof Failure) || ports.cancelled.aborted) throw error;
    ports.log.info(`The image ${image} could not be fetched, so it is built: ${error.message}`);
    return undefined;
  }
}

async function checked(plan: BuildPlan, inputs: Inputs, ports: Ports): Promise<Checked> {
  return inputs.checks === 'off' ? { findings: [] } : check(plan, ports);
}

function troubles({ lookup }: InputsReading, cache: readonly string[]): readonly Annotation[] {
  const warning = (title: string, message: string): Annotation => ({ level: 'warning', title, message });
  return [
    ...(lookup.kind === 'unknown' && lookup.unreachable
      ? [warning('Built without looking for an image', lookup.doubts[0]?.reason ?? '')]
      : []),
    ...cache.map((trouble) => warning('The layer cache failed', `${trouble} The image is not affected.`)),
  ];
}

/** Builds the image into an OCI layout, or takes the one that was built from the same inputs; the digest is of its bytes. */
export async function run(inputs: Inputs, ports: Ports, context: RunContext): Promise<Result> {
  const planned = await planBuild(inputs, ports, context);
  const reading = await readInputs(planned, inputs, ports, context);
  const file = dockerfileOf(planned, context);
  const reused = await reuse(planned, inputs, reading, ports, file);
  if (reused !== undefined) return reused;
  const plan = { ...planned, pins: pinsOf(reading.inputs.bases, planned.engine.kind === 'buildah' ? 'buildah' : 'buildkit') };
  const remarks = await checked(plan, inputs, ports);
  if (inputs.checks === 'error' && remarks.findings.length > 0) return checksFailed(plan, remarks, file);
  const built = await ports.log.group(`Build ${plan.service} with ${plan.engine.kind}`, () => build(plan, ports));
  if (built.exitCode !== 0) return failed(plan, built, file);
  const product = await document(plan, inputs, reading, ports, context);
  const outcome = judge({ plan, product, origin: { kind: 'built', built, checked: remarks }, reading, inputs, file });
  return { ...outcome, annotations: [...(outcome.annotations ?? []), ...troubles(reading, built.progress.cacheTroubles)] };
}
