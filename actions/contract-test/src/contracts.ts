import type { Contract } from '@slipway/contract';
import type { Problem } from '@slipway/failure';
import type { Ports, RunContext } from '@slipway/runner';
import type { Files } from '@slipway/system';
import { brokerOf } from './broker/broker.ts';
import { readBrokerPacts } from './broker/pacts.ts';
import { readContracts } from './contract-files.ts';
import { DEFAULT_CONTRACTS, type ModeInputs } from './inputs.ts';

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
