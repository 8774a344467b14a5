import { type Contract, parsePact } from '@slipway/contract';
import { decodeText } from '@slipway/config';
import { collect, type Problem } from '@slipway/failure';
import type { Ports, RunContext } from '@slipway/runner';
import type { Files } from '@slipway/system';
import { brokerOf } from './broker/broker.ts';
import { readBrokerPacts } from './broker/pacts.ts';
import { DEFAULT_CONTRACTS, type ModeInputs } from './inputs.ts';

/** The contracts that some patterns name, and the patterns that name none. */
export interface Gathered {
  readonly contracts: readonly Contract[];
  readonly empty: readonly string[];
}

/** Reads every contract; what is wrong with one joins the problems, and the others are still read. */
export async function readContracts(patterns: readonly string[], files: Files, problems: Problem[]): Promise<Gathered> {
  const found = await Promise.all(patterns.map((pattern) => files.glob(pattern)));
  const paths = [...new Set(found.flat())].sort();
  const read = await Promise.all(
    paths.map((path) => collect(problems, async () => parsePact(path, decodeText(path, await files.readBytes(path))))),
  );
  return {
    contracts: read.filter((contract) => contract !== undefined),
    empty: patterns.filter((_, index) => found[index]?.length === 0),
  };
}

async function patternProblem(empty: readonly string[], files: Files): Promise<Problem> {
  const folders = await Promise.all(empty.map(async (pattern) => ((await files.list(pattern)).length > 0 ? [pattern] : [])));
  const [folder] = folders.flat();
  return {
    code: 'CONTRACT_NONE',
    message: `No file matches "contracts" (${empty.join(', ')}), so nothing would be proved.`,
    remedy:
      folder === undefined
        ? 'Add the consumers\' pacts, correct the pattern, or set "allow-none: true" for a service without consumers.'
        : `${folder} is a folder; write ${folder}/*.json.`,
  };
}

type Inputs = Pick<ModeInputs<'verify'>, 'contracts' | 'allowNone' | 'brokerUrl'> & Parameters<typeof brokerOf>[0];

/**
 * Every contract with the providers: those of files, and those of a broker where one is named. What is wrong with any of them
 * joins the problems, and so does that there is none, unless that is allowed.
 */
export async function gatherContracts(
  inputs: Inputs,
  providers: readonly string[],
  ports: Ports,
  context: RunContext,
  problems: Problem[],
): Promise<readonly Contract[]> {
  const { contracts, empty } = await readContracts(inputs.contracts, ports.files, problems);
  const before = problems.length;
  const broker = await brokerOf(inputs, context, problems);
  const ask = (provider: string): Promise<readonly Contract[]> =>
    broker === undefined ? Promise.resolve([]) : readBrokerPacts(provider, broker, ports, problems);
  const all = [...contracts, ...(await Promise.all(providers.map(ask))).flat()];
  const idle = inputs.brokerUrl === undefined ? empty : empty.filter((pattern) => pattern !== DEFAULT_CONTRACTS);
  if (inputs.allowNone) return all;
  if (idle.length > 0) problems.push(await patternProblem(idle, ports.files));
  else if (all.length === 0 && problems.length === before && inputs.brokerUrl !== undefined) {
    const message = `The broker has no contract with ${providers.join(', ')} that "consumer-version-selectors" name, so nothing would be proved.`;
    const remedy = 'Have the consumers publish theirs with a branch, correct the selectors, or set "allow-none: true".';
    problems.push({ code: 'CONTRACT_NONE', message, remedy });
  }
  return all;
}

/** The consumers of a list that have no contract: what a change does to them is unknown. */
export function withoutContract(consumers: readonly string[] | undefined, contracts: readonly Contract[]): readonly string[] {
  const known = new Set(contracts.map(({ consumer }) => consumer));
  return [...new Set(consumers ?? [])].filter((name) => !known.has(name)).sort();
}
