import { Failure, failWhen, type Problem } from '@slipway/failure';
import { collect } from '@slipway/failure';
import { type LoadShape, parseHistory, type Past } from '@slipway/load';
import type { Ports, RunContext } from '@slipway/runner';
import { placeholdersOf, type Suite, type SuiteRequest } from '@slipway/smoke';
import { type Facts, gatherSending } from '../facts.ts';
import type { ModeInputs } from '../inputs.ts';

/** Everything that is known before a load is sent. */
export interface LoadFacts extends Facts {
  /** The requests of the load, each with a weight above 0. */
  readonly mix: readonly SuiteRequest[];
  readonly shape: LoadShape;
  /** The figures of earlier releases; undefined when there is no file of them. */
  readonly past?: Past;
}

/** Why a request cannot be part of a load, where its order is nobody's and its redirects would put others under load. */
function mixProblems({ setup }: Suite, mix: readonly SuiteRequest[], given: ReadonlyMap<string, string>): readonly Problem[] {
  const known = new Set([...given.keys(), ...setup.flatMap(({ capture }) => Object.keys(capture))]);
  return mix.flatMap(({ name, path, query, headers, body, expect, follow, locate }) => {
    const missing = placeholdersOf([path, query, headers, body, expect]).filter((each) => !known.has(each));
    const problems: Problem[] = [...new Set(missing)].map((each) => ({
      code: 'LOAD_NEEDS_CAPTURE',
      message: `"${name}" needs {{${each}}}, which another request captures; under load there is no order among them.`,
      remedy: 'Capture it in the setup, or give this request the weight 0.',
      location: locate([]),
    }));
    if (follow === 0) return problems;
    const message = `"${name}" follows redirects, which may lead the load to servers that nobody named.`;
    const remedy = 'Ask the address it leads to, or give it the weight 0.';
    return [...problems, { code: 'LOAD_FOLLOWS', message, remedy, location: locate(['follow']) }];
  });
}

/** The figures of earlier releases; undefined when there is no file of them. */
export async function readPast(path: string | undefined, { files }: Ports): Promise<Past | undefined> {
  return path !== undefined && (await files.exists(path)) ? parseHistory(path, await files.readText(path)) : undefined;
}

/** Reads everything there is to know. @throws Failure with every problem. */
export async function gatherLoad(inputs: ModeInputs<'load'>, ports: Ports, context: RunContext): Promise<LoadFacts> {
  const problems: Problem[] = [];
  const sending = await gatherSending(inputs, ports, context, problems);
  const past = await collect(problems, () => readPast(inputs.baseline, ports));
  if (sending === undefined) throw new Failure(problems);
  const mix = sending.suite.requests.filter(({ weight }) => weight > 0);
  if (mix.length === 0) {
    const message = `No request of ${inputs.suite} has a weight, so there is nothing to send.`;
    problems.push({
      code: 'LOAD_EMPTY',
      message,
      remedy: 'Give one a "weight"; those that are no GET or HEAD have 0 unless told.',
    });
  }
  problems.push(...mixProblems(sending.suite, mix, sending.values));
  failWhen(problems);
  const words = mix.map(({ method, path, weight }) => `${method} ${path} ×${weight}`).join(', ');
  const shape = { rate: inputs.loadRate, durationMs: inputs.loadDuration, mix: words };
  return { ...sending, mix, shape, ...(past && { past }) };
}
