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

function buildctl(plan: BuildPlan, address: string): EngineCommand {
  const dockerfile = posix.join(plan.context, plan.dockerfile);
  const options = [
    `filename=${posix.basename(dockerfile)}`,
    ...(plan.platforms.length > 0 ? [`platform=${plan.platforms.join(',')}`] : []),
    ...(plan.target === undefined ? [] : [`target=${plan.target}`]),
    ...assignments(allArgs(plan), 'build-arg:'),
    ...assignments(plan.labels, 'label:'),
  ];
  const locals = [`context=${plan.context}`, `dockerfile=${posix.dirname(dockerfile)}`];
  const args = ['--addr', address, 'build', '--frontend', 'dockerfile.v0', '--progress', 'plain'];
  const rest = [...repeat('--local', locals), ...repeat('--opt', options), ...repeat('--secret', secretFields(plan))];
  return { program: 'buildctl', args: [...args, ...rest, '--output', outputFields(plan)] };
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
  ];
}

function buildx(plan: BuildPlan): EngineCommand {
  // Provenance in the index would carry this run's id, and the digest with it.
  const fixed = ['buildx', 'build', '--progress', 'plain', '--provenance', 'false', '--sbom', 'false'];
  const args = [...fixed, ...commonArgs(plan, allArgs(plan)), '--output', outputFields(plan), plan.context];
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

/** The variables in which the engine finds secrets. */
export function engineEnvironment({ secrets }: BuildPlan): Readonly<Record<string, string>> {
  const variables = secrets.flatMap(({ from, value }) => ('variable' in from ? [[from.variable, value] as const] : []));
  return Object.fromEntries(variables);
}
