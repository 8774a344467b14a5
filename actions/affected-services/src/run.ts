import {
  accessOf,
  baseResolver,
  type Inputs as BuildInputs,
  lookUp,
  openWorld,
  parseServices,
  type Registries,
  registriesOf,
  type Service,
  type ServiceInputs,
  serviceInputs,
} from '@slipway/build-inputs';
import { Failure, failWhen } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import { parseRepository } from '@slipway/oci';
import type { Outcome, Ports, RunContext } from '@slipway/runner';
import { type Cell, table } from '@slipway/summary';
import { concurrently } from '@slipway/system';
import type { action } from './action.ts';
import { type Decision, decide, type Explanation, type Facts, matrixOf } from './decision.ts';

type Inputs = InputsOf<typeof action>;

const AT_ONCE = 8;

function openRegistries(inputs: Inputs, services: readonly Service[], ports: Ports, context: RunContext): Registries {
  const image = services.find((service) => service.image !== undefined)?.image;
  return registriesOf(accessOf(inputs, image), { ...ports, environment: context.environment });
}

/** A Dockerfile that is not there is a mistake in the list, not a service that nobody can tell about. */
async function checkDockerfiles(inputs: Inputs, services: readonly Service[], { files }: Ports): Promise<void> {
  const paths = services.map(({ request }) => `${request.context}/${request.dockerfile}`);
  const there = await Promise.all(paths.map((path) => files.exists(path)));
  failWhen(
    services.flatMap(({ name }, index) =>
      there[index]
        ? []
        : [
            {
              code: 'DOCKERFILE_NOT_FOUND',
              message: `The service ${name} has no Dockerfile ${paths[index]}.`,
              remedy: 'Correct "dockerfile" or "context" of it; in them, {name} stands for the name of the service.',
              location: { file: inputs.services },
            },
          ],
    ),
  );
}

async function changedSince(since: string, { exec }: Ports, { workspace }: RunContext): Promise<Explanation> {
  const args = ['-C', workspace, 'diff-tree', '-r', '-z', '--no-renames', '--no-commit-id', '--name-only', since, 'HEAD', '--'];
  // A text that begins with "-" would be read as an option.
  const { exitCode, stdout } = since.startsWith('-') ? { exitCode: 1, stdout: '' } : await exec.run('git', args);
  return { since, changed: exitCode === 0 ? stdout.split('\0').filter((path) => path !== '') : undefined };
}

async function factsOf(
  services: readonly Service[],
  family: ServiceInputs,
  registries: Registries,
  { cancelled }: Ports,
): Promise<readonly Facts[]> {
  const read: BuildInputs[] = [];
  for (const service of services) read.push(await family.inputsOf(service));
  return concurrently(
    AT_ONCE,
    services.map((service, index) => ({ service, inputs: read[index] as BuildInputs })),
    async ({ service, inputs }) => ({
      service,
      inputs,
      lookup: await lookUpIn(service, inputs, registries, cancelled),
      buildsOn: inputs.bases.flatMap(({ reference }) => family.serviceOf(reference)?.name ?? []),
    }),
  );
}

function lookUpIn(
  { image }: Service,
  inputs: BuildInputs,
  registries: Registries,
  cancelled: AbortSignal,
): ReturnType<typeof lookUp> {
  if (image !== undefined) return lookUp(inputs, parseRepository(image), registries, cancelled);
  return Promise.resolve({ kind: 'unknown', doubts: [{ reason: 'the list of services names no "images" where one could be' }] });
}

async function gather(
  inputs: Inputs,
  services: readonly Service[],
  ports: Ports,
  context: RunContext,
): Promise<readonly Facts[]> {
  const registries = openRegistries(inputs, services, ports, context);
  const opened = await openWorld(context.workspace, ports, baseResolver(registries, ports.cancelled));
  if ('doubt' in opened)
    return services.map((service) => ({
      service,
      inputs: { ruleOf: () => undefined },
      lookup: { kind: 'unknown', doubts: [{ reason: opened.doubt }] },
      buildsOn: [],
    }));
  const { world } = opened;
  const family = serviceInputs(services, world, (service, read) => lookUpIn(service, read, registries, ports.cancelled));
  return factsOf(services, family, registries, ports);
}

function rowsOf(decisions: readonly Decision[]): readonly (readonly Cell[])[] {
  const rank = { unknown: 0, affected: 1, unchanged: 2 } as const;
  return decisions
    .toSorted((a, b) => rank[a.kind] - rank[b.kind])
    .map((decision) => [
      decision.service.name,
      decision.kind === 'unchanged' ? 'not built' : decision.kind === 'unknown' ? 'built: cannot be told' : 'built',
      decision.kind === 'unchanged' ? [{ code: decision.image }] : decision.reasons.join('\n'),
    ]);
}

function report(decisions: readonly Decision[]): Outcome<typeof action> {
  const built = decisions.filter((decision) => decision.kind !== 'unchanged');
  const unknown = built.filter(({ kind }) => kind === 'unknown');
  const unchanged = decisions.flatMap((each) => (each.kind === 'unchanged' ? [[each.service.name, each.image] as const] : []));
  const [first, next] = [matrixOf(decisions, (wave) => wave === 0), matrixOf(decisions, (wave) => wave > 0)];
  const any = (matrix: string): string => String(!matrix.includes('"include":[]'));
  const doubtful = unknown.length === 0 ? '' : `, ${unknown.length} of them because nobody can tell`;
  return {
    verdict: 'pass',
    headline: `${built.length} of ${decisions.length} services are to be built${doubtful}.`,
    outputs: {
      matrix: first,
      any: any(first),
      nextMatrix: next,
      nextAny: any(next),
      affected: JSON.stringify(built.map(({ service }) => service.name)),
      unchanged: JSON.stringify(Object.fromEntries(unchanged)),
    },
    summary: [table(['service', '', 'why'], rowsOf(decisions))],
    data: decisions.map((decision) => ({
      service: decision.service.name,
      kind: decision.kind,
      inputs: decision.inputs ?? null,
      ...(decision.kind === 'unchanged' ? { image: decision.image } : { reasons: decision.reasons, wave: decision.wave }),
    })),
  };
}

/** Tells which services have no image of what they are built from now; when that cannot be told, they are built. */
export async function run(inputs: Inputs, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const services = parseServices(inputs.services, await ports.files.readText(inputs.services), {
    engine: inputs.engine,
    machine: context.environment('RUNNER_ARCH'),
  });
  await checkDockerfiles(inputs, services, ports);
  const facts = await gather(inputs, services, ports, context);
  if (ports.cancelled.aborted) throw new Failure({ code: 'CANCELLED', message: 'The run was cancelled.' });
  const decisions = decide(facts, inputs.all, await changedSince(inputs.since, ports, context));
  const tooDeep = decisions.filter((decision) => decision.kind !== 'unchanged' && decision.wave > 1);
  failWhen(tooDeep.map(({ service }) => deepProblem(service.name, inputs.services)));
  return report(decisions);
}

function deepProblem(name: string, file: string) {
  return {
    code: 'SERVICES_TOO_DEEP',
    message: `The service ${name} builds on an image that builds on another, and all of them changed.`,
    remedy: 'Publish the lowest image first, in a commit of its own; a run builds two levels.',
    location: { file },
  };
}
