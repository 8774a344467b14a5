import { posix } from 'node:path';
import type { BuildPlan } from './plan.ts';

/** A program and its arguments; secrets are named in them, never held. */
export interface EngineCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** Fields as BuildKit's programs read them: CSV, in which a comma in a path must be quoted. */
function csv(fields: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(fields)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => (/[",]/.test(value) ? `"${name}=${value.replaceAll('"', '""')}"` : `${name}=${value}`))
    .join(',');
}

const repeat = (option: string, values: readonly string[]): readonly string[] => values.flatMap((value) => [option, value]);

const assignments = (values: Readonly<Record<string, string>>, prefix = ''): readonly string[] =>
  Object.entries(values).map(([name, value]) => `${prefix}${name}=${value}`);

function secretFields({ secrets }: BuildPlan): readonly string[] {
  return secrets.map(({ id, from }) => ('file' in from ? csv({ id, src: from.file }) : csv({ id, env: from.variable })));
}

function outputFields({ layout, epoch }: BuildPlan): string {
  return csv({ type: 'oci', dest: layout, tar: 'false', 'rewrite-timestamp': epoch === undefined ? undefined : 'true' });
}

function allArgs({ buildArgs, epoch }: BuildPlan): Readonly<Record<string, string>> {
  return { ...(epoch !== undefined && { SOURCE_DATE_EPOCH: String(epoch) }), ...buildArgs };
}

/** The cache as BuildKit's programs are told of it; the engine goes on when it cannot be written. */
function cacheFields({ cache }: BuildPlan): { readonly read: readonly string[]; readonly write: readonly string[] } {
  if (cache.kind === 'none') return { read: [], write: [] };
  const place = { type: 'registry', ref: cache.reference, 'registry.insecure': cache.insecure ? 'true' : undefined };
  return { read: [csv(place)], write: cache.write ? [csv({ ...place, mode: 'max', 'ignore-error': 'true' })] : [] };
}

function buildctlBase(plan: BuildPlan, address: string, more: readonly string[]): readonly string[] {
  const dockerfile = posix.join(plan.context, plan.dockerfile);
  const options = [
    `filename=${posix.basename(dockerfile)}`,
    ...(plan.platforms.length > 0 ? [`platform=${plan.platforms.join(',')}`] : []),
    ...(plan.target === undefined ? [] : [`target=${plan.target}`]),
    ...assignments(allArgs(plan), 'build-arg:'),
    ...assignments(plan.labels, 'label:'),
    ...Object.entries(plan.pins).map(([name, image]) => `context:${name}=docker-image://${image}`),
    ...more,
  ];
  const locals = [`context=${plan.context}`, `dockerfile=${posix.dirname(dockerfile)}`];
  const args = ['--addr', address, 'build', '--frontend', 'dockerfile.v0', '--progress', 'plain'];
  return [...args, ...repeat('--local', locals), ...repeat('--opt', options)];
}

function buildctl(plan: BuildPlan, address: string): EngineCommand {
  const { read, write } = cacheFields(plan);
  const rest = [
    ...repeat('--secret', secretFields(plan)),
    ...repeat('--import-cache', read),
    ...repeat('--export-cache', write),
    ...['--output', outputFields(plan)],
  ];
  return { program: 'buildctl', args: [...buildctlBase(plan, address, []), ...rest] };
}

function commonArgs(plan: BuildPlan, args: Readonly<Record<string, string>>): readonly string[] {
  return [
    '--file',
    posix.join(plan.context, plan.dockerfile),
    ...(plan.platforms.length > 0 ? ['--platform', plan.platforms.join(',')] : []),
    ...(plan.target === undefined ? [] : ['--target', plan.target]),
    ...repeat('--build-arg', assignments(args)),
    ...repeat('--label', assignments(plan.labels)),
    ...repeat('--secret', secretFields(plan)),
    ...repeat(
      '--build-context',
      Object.entries(plan.pins).map(([name, image]) => `${name}=docker-image://${image}`),
    ),
  ];
}

function buildx(plan: BuildPlan): EngineCommand {
  // Provenance in the index would carry this run's id, and the digest with it.
  const fixed = ['buildx', 'build', '--progress', 'plain', '--provenance', 'false', '--sbom', 'false'];
  const { read, write } = cacheFields(plan);
  const rest = [...repeat('--cache-from', read), ...repeat('--cache-to', write), '--output', outputFields(plan), plan.context];
  const args = [...fixed, ...commonArgs(plan, allArgs(plan)), ...rest];
  return { program: 'docker', args };
}

function buildah(plan: BuildPlan): readonly EngineCommand[] {
  const name = `localhost/${plan.service}:${plan.commit}`;
  const time = plan.epoch === undefined ? [] : ['--timestamp', String(plan.epoch)];
  const build = ['build', '--format', 'oci', ...time, ...commonArgs(plan, plan.buildArgs), '--tag', name, plan.context];
  return [
    { program: 'buildah', args: build },
    { program: 'buildah', args: ['push', name, `oci:${plan.layout}`] },
  ];
}

/** The commands that carry out a plan, in order. */
export function engineCommands(plan: BuildPlan): readonly EngineCommand[] {
  switch (plan.engine.kind) {
    case 'buildkit':
      return [buildctl(plan, plan.engine.address)];
    case 'buildx':
      return [buildx(plan)];
    case 'buildah':
      return buildah(plan);
  }
}

/** The command that has the engine check the Dockerfile without building; undefined for an engine that has no checks. */
export function checkCommand(plan: BuildPlan): EngineCommand | undefined {
  switch (plan.engine.kind) {
    case 'buildkit': {
      const asked = ['requestid=frontend.lint', 'frontend.caps=moby.buildkit.frontend.subrequests'];
      return { program: 'buildctl', args: buildctlBase(plan, plan.engine.address, asked) };
    }
    case 'buildx':
      return {
        program: 'docker',
        args: ['buildx', 'build', '--call', 'check', ...commonArgs(plan, allArgs(plan)), plan.context],
      };
    case 'buildah':
      return undefined;
  }
}

/** The variables in which the engine finds secrets. */
export function engineEnvironment({ secrets }: BuildPlan): Readonly<Record<string, string>> {
  const variables = secrets.flatMap(({ from, value }) => ('variable' in from ? [[from.variable, value] as const] : []));
  return Object.fromEntries(variables);
}
