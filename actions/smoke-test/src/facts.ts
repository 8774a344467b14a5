import { collect, Failure, failWhen, type Problem } from '@slipway/failure';
import type { Ports, RunContext } from '@slipway/runner';
import { type Api, openDocuments, readApi } from '@slipway/openapi';
import { parseSuite, pathMistake, type Suite } from '@slipway/smoke';
import type { ModeInputs, SendingInputs } from './inputs.ts';
import { enter, type Within } from './within.ts';

/** Everything that is known before the first request is sent. */
export interface Facts {
  readonly base: string;
  readonly suite: Suite;
  readonly values: ReadonlyMap<string, string>;
  readonly ca?: string;
  /** The service's own description, where there is one to judge its answers by. */
  readonly api?: Api;
  /** What is asked within a cluster. */
  readonly within?: Within;
}

/** The address of the service, without a slash at its end. @throws Failure INPUT_MALFORMED */
export function baseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const right = url !== undefined && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
  if (right) return text.replace(/\/+$/, '');
  const message = `Input "url" is "${text}"; expected a web address with its scheme, and without query or fragment.`;
  throw new Failure({ code: 'INPUT_MALFORMED', message, remedy: 'Write it like https://orders.staging.example.com.' });
}

/** The values that are given, those of secrets masked. @throws Failure with every problem */
export function givenValues(
  inputs: Pick<SendingInputs, 'values' | 'secretEnv'>,
  context: RunContext,
  { log }: Ports,
): ReadonlyMap<string, string> {
  const problems: Problem[] = [];
  const values = new Map(Object.entries(inputs.values ?? {}));
  for (const name of inputs.secretEnv ?? []) {
    const secret = context.environment(name);
    if (secret !== undefined) log.mask(secret);
    if (values.has(name)) {
      const message = `"${name}" is given by "values" and by "secret-env".`;
      problems.push({ code: 'INPUT_CONTRADICTION', message, remedy: 'Give it by one of them.' });
    } else if (secret === undefined) {
      const message = `Input "secret-env" names ${name}, which the step does not set.`;
      problems.push({ code: 'SECRET_ENV_UNSET', message, remedy: 'Set it under "env" of the step.' });
    } else values.set(name, secret);
  }
  failWhen(problems);
  return values;
}

async function readSuite(inputs: SendingInputs, { files }: Ports): Promise<Suite> {
  const given = [...Object.keys(inputs.values ?? {}), ...(inputs.secretEnv ?? [])];
  if (await files.exists(inputs.suite)) return parseSuite(inputs.suite, await files.readText(inputs.suite), given);
  const message = `There is no suite ${inputs.suite}, which says what is sent and what is expected.`;
  throw new Failure({ code: 'SUITE_MISSING', message, remedy: 'Add it, or correct "suite".' });
}

/** Refuses a JSONPath or a path of the version that is none. @throws Failure INPUT_MALFORMED */
export function checkVersionInputs({ versionJson, versionPath }: Pick<ModeInputs<'suite'>, 'versionJson' | 'versionPath'>): void {
  const problems: Problem[] = [];
  const why = versionJson === undefined ? undefined : pathMistake(versionJson);
  if (why !== undefined)
    problems.push({
      code: 'INPUT_MALFORMED',
      message: `Input "version-json" is no JSONPath: ${why}.`,
      remedy: 'Write it like $.commit.',
    });
  if (versionPath !== undefined && !versionPath.startsWith('/'))
    problems.push({
      code: 'INPUT_MALFORMED',
      message: `Input "version-path" is "${versionPath}"; expected a path that begins with "/".`,
    });
  failWhen(problems);
}

/** What every sending of the suite needs; problems are added to those that are there. @param proxied stands for the address */
export async function gatherSending(
  inputs: SendingInputs,
  ports: Ports,
  context: RunContext,
  problems: Problem[],
  proxied?: string,
): Promise<Omit<Facts, 'api' | 'within'> | undefined> {
  const { caFile } = inputs;
  const base = await collect(problems, () => proxied ?? baseUrl(inputs.url));
  const values = await collect(problems, () => givenValues(inputs, context, ports));
  const ca = caFile === undefined ? undefined : await collect(problems, () => ports.files.readText(caFile));
  const suite = await collect(problems, () => readSuite(inputs, ports));
  if (base === undefined || values === undefined || suite === undefined) return undefined;
  return { base, suite, values, ...(ca !== undefined && { ca }) };
}

/** Reads everything there is to know. @throws Failure with every problem. */
export async function gather(inputs: ModeInputs<'suite'>, ports: Ports, context: RunContext): Promise<Facts> {
  const problems: Problem[] = [];
  const { openapi } = inputs;
  const open = async (file: string): Promise<Api> => readApi(await openDocuments(file, ports.files));
  const within = await collect(problems, () => enter(inputs, ports, context));
  const sending = await gatherSending(inputs, ports, context, problems, within?.service?.base);
  if (within && sending) {
    const { setup, requests, cleanup } = sending.suite;
    const all = [...setup, ...requests, ...cleanup];
    problems.push(...((await collect(problems, () => within.problemsWith(all))) ?? []));
  }
  await collect(problems, () => checkVersionInputs(inputs));
  const api = openapi === undefined ? undefined : await collect(problems, () => open(openapi));
  failWhen(problems);
  if (sending === undefined) throw new Failure(problems);
  return { ...sending, ...(api && { api }), ...(within && { within }) };
}
