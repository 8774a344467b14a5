import { collect, Failure, failWhen, type Problem } from '@slipway/failure';
import type { Ports, RunContext } from '@slipway/runner';
import { parseSuite } from '@slipway/smoke';
import { type Commands, type PassedOn, passOn, readCommands } from '@slipway/test-command';
import { digestOf, RELEASE } from '../action-e2e.ts';
import { baseUrl, checkVersionInputs, givenValues } from '../facts.ts';
import type { ModeInputs } from '../inputs.ts';
import { versionPathOf } from '../version.ts';
import { enter, type Within } from '../within.ts';

type Inputs = ModeInputs<'e2e'>;

/** Everything that is known before the command is started. */
export interface E2eFacts {
  readonly base: string;
  readonly commands: Commands;
  /** What the commands get beside the minimal environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly warnings: PassedOn['warnings'];
  /** Where the version is asked for. */
  readonly path: string;
  readonly ca?: string;
  /** The pods that are asked for their version. */
  readonly within?: Within;
}

/** What tells the command where the service is and which release it looks at. */
function releaseOf(inputs: Inputs, base: string, { sha }: RunContext): Readonly<Record<string, string>> {
  const { urlVariable, expectVersion, image } = inputs;
  const digest = image === undefined ? undefined : digestOf(image);
  return {
    [urlVariable]: base,
    ...(expectVersion !== undefined && { [RELEASE.version]: expectVersion }),
    ...(sha !== undefined && { [RELEASE.commit]: sha }),
    ...(image !== undefined && { [RELEASE.image]: image }),
    ...(digest !== undefined && { [RELEASE.digest]: digest }),
  };
}

/** Where the version is asked for: where the service's smoke suite, if it has one, asks as well. */
async function versionPath(inputs: Inputs, { files }: Ports): Promise<string> {
  const { expectVersion, versionPath: given, suite } = inputs;
  if (expectVersion === undefined || given !== undefined || !(await files.exists(suite))) return given ?? '/';
  return versionPathOf(inputs, parseSuite(suite, await files.readText(suite), 'any'));
}

/** Reads everything there is to know; nothing is started and nobody but a cluster's API server asked. @throws Failure with every problem */
export async function gatherE2e(inputs: Inputs, ports: Ports, context: RunContext): Promise<E2eFacts> {
  const problems: Problem[] = [];
  const { caFile } = inputs;
  const base = await collect(problems, () => baseUrl(inputs.url));
  const values = await collect(problems, () => givenValues(inputs, context, ports));
  const { variables, warnings } = passOn(inputs.passEnv ?? [], (name) => context.environment(name));
  const given = { ...variables, ...Object.fromEntries(values ?? []) };
  const commands = await readCommands({ ...inputs, path: given['PATH'] }, ports, problems);
  await collect(problems, () => checkVersionInputs(inputs));
  const path = await collect(problems, () => versionPath(inputs, ports));
  const ca = caFile === undefined ? undefined : await collect(problems, () => ports.files.readText(caFile));
  const within = inputs.pods === undefined ? undefined : await collect(problems, () => enter(inputs, ports, context));
  if (within) problems.push(...((await collect(problems, () => within.problemsWith([]))) ?? []));
  failWhen(problems);
  if (base === undefined || path === undefined) throw new Failure(problems);
  const env = { ...given, ...releaseOf(inputs, base, context) };
  return { base, commands, env, warnings, path, ...(ca !== undefined && { ca }), ...(within && { within }) };
}
