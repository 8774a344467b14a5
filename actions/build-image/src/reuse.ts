import {
  accessOf,
  baseResolver,
  type Builder,
  type BuildRequest,
  cleanPath,
  type Inputs as BuildInputs,
  type InputsLookup,
  inputsOf,
  lookUp,
  openWorld,
  parseServices,
  pinnedBase,
  type Registries,
  type ResolvedBase,
  registriesOf,
  type Service,
  serviceInputs,
  type World,
} from '@slipway/build-inputs';
import { Failure } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import { parseRepository } from '@slipway/oci';
import type { Ports, RunContext } from '@slipway/runner';
import type { action } from './action.ts';
import type { BuildPlan } from './plan.ts';

type Inputs = InputsOf<typeof action>;

/** What the build reads, and whether an image of just that is there already. */
export interface InputsReading {
  readonly registries: Registries;
  readonly inputs: Pick<BuildInputs, 'digest' | 'doubts' | 'bases' | 'files'>;
  readonly lookup: InputsLookup;
}

const builderOf = ({ engine }: BuildPlan, { environment }: RunContext): Builder => ({
  engine: engine.kind === 'buildah' ? 'buildah' : 'buildkit',
  machine: environment('RUNNER_ARCH'),
});

/** The registries of the run, with the credentials it was given. */
export function openRegistries(inputs: Inputs, ports: Ports, context: RunContext): Registries {
  return registriesOf(accessOf(inputs, inputs.image), { ...ports, environment: context.environment });
}

function requestOf(plan: BuildPlan, inputs: Inputs, prefix: string, context: RunContext): BuildRequest {
  const { workspace } = context;
  const inside = (path: string): string => cleanPath(`${prefix}${path.slice(workspace.length)}`);
  const { target, platforms, secrets } = plan;
  return {
    context: inside(plan.context),
    dockerfile: plan.dockerfile,
    target,
    platforms,
    buildArgs: inputs.buildArgs ?? {},
    version: inputs.version,
    secretIds: secrets.map(({ id }) => id),
    ...builderOf(plan, context),
    ...(plan.layout.startsWith(`${workspace}/`) && { scratch: inside(plan.layout) }),
  };
}

async function listOfServices(
  inputs: Inputs,
  plan: BuildPlan,
  { files }: Ports,
  context: RunContext,
): Promise<readonly Service[]> {
  if (inputs.services === undefined) return [];
  return parseServices(inputs.services, await files.readText(inputs.services), builderOf(plan, context));
}

const unknown = (reason: string, registries: Registries): InputsReading => ({
  registries,
  inputs: { digest: undefined, doubts: [{ reason }], bases: [], files: 0 },
  lookup: { kind: 'unknown', doubts: [{ reason }] },
});

/** The world in which the images of the repository's own services are known by what they are built from. */
function withServices(world: World, services: readonly Service[], registries: Registries, { cancelled }: Ports) {
  return serviceInputs(services, world, async ({ image }, read) =>
    image === undefined
      ? { kind: 'unknown', doubts: [{ reason: 'the list of services names no "images"' }] }
      : lookUp(read, parseRepository(image), registries, cancelled),
  );
}

/** Finds out what the build reads and whether its image is there; whatever cannot be found out means that it is built. */
export async function readInputs(plan: BuildPlan, inputs: Inputs, ports: Ports, context: RunContext): Promise<InputsReading> {
  const registries = openRegistries(inputs, ports, context);
  const services = await listOfServices(inputs, plan, ports, context);
  const { workspace } = context;
  if (plan.context !== workspace && !plan.context.startsWith(`${workspace}/`))
    return unknown('its context lies outside the workspace', registries);
  // Without a repository to look in, nothing is gained by asking other registries.
  const resolve = inputs.image === undefined ? pinnedBase : baseResolver(registries, ports.cancelled);
  const opened = await openWorld(workspace, ports, resolve);
  if ('doubt' in opened) return unknown(opened.doubt, registries);
  const { world } = opened;
  const family = withServices(world, services, registries, ports);
  const request = requestOf(plan, inputs, world.tree.prefix, context);
  const read = await inputsOf(request, { ...world, resolveBase: family.resolveBase });
  checkBases(read.bases, family.serviceOf);
  if (inputs.image === undefined || inputs.reuse === 'off') {
    const reason = inputs.image === undefined ? 'no "image" says where to look' : 'input "reuse" is off';
    return { registries, inputs: read, lookup: { kind: 'unknown', doubts: [{ reason }] } };
  }
  return { registries, inputs: read, lookup: await lookUp(read, parseRepository(inputs.image), registries, ports.cancelled) };
}

/** An image built on an older base would be published as if it were built on today's, and never built again. */
function checkBases(bases: readonly ResolvedBase[], serviceOf: (reference: string) => Service | undefined): void {
  const problems = bases
    .filter(({ identity, pin }) => identity !== undefined && pin === undefined)
    .flatMap(({ reference, line }) => {
      const service = serviceOf(reference);
      if (service === undefined) return [];
      const message = `Line ${line} builds on ${reference}, and the image of ${service.name} as this commit has it is not published yet.`;
      return [{ code: 'BASE_NOT_BUILT', message, remedy: `Build and publish ${service.name} first, then build this again.` }];
    });
  if (problems.length > 0) throw new Failure(problems);
}

/** The name under which BuildKit looks for a base image that it is given otherwise. */
function contextName(reference: string): string {
  const short = reference.replace(/^docker\.io\//, '').replace(/^library\//, '');
  return /[:@][^/]*$/.test(short) ? short : `${short}:latest`;
}

/** Base images by digest, so that what was looked at is what is built on, although a tag may move meanwhile. */
export function pinsOf(bases: readonly ResolvedBase[], engine: BuildRequest['engine']): Readonly<Record<string, string>> {
  const moving = bases.filter(({ reference, pin, role }) => pin !== undefined && role !== 'syntax' && !reference.includes('@'));
  const nameOf = (reference: string): string => (engine === 'buildah' ? reference : contextName(reference));
  return Object.fromEntries(moving.map(({ reference, pin }) => [nameOf(reference), pin ?? '']));
}
