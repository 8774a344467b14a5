import type { Outcome, Ports, RunContext } from '@slipway/runner';
import { prepare, removeStale, runTests } from '@slipway/test-command';
import type { action } from '../action.ts';
import { unlessCancelled } from '../cancelling.ts';
import type { Line } from '../exchange.ts';
import type { ModeInputs } from '../inputs.ts';
import { waitUntilReachable } from '../reachable.ts';
import type { WriteJUnit } from '../report.ts';
import { type Proof, proveVersion, stillProved } from '../version.ts';
import { type E2eFacts, gatherE2e } from './facts.ts';
import { reportE2e } from './report.ts';
import { type Performed, trialOf } from './trial.ts';

type Inputs = ModeInputs<'e2e'>;

function proofOf({ within, path }: E2eFacts, inputs: Inputs, line: Line): Proof | undefined {
  const { expectVersion: expected } = inputs;
  return expected === undefined ? undefined : { expected, path, inputs, line, readyPods: within?.readyPods };
}

async function perform(facts: E2eFacts, inputs: Inputs, ports: Ports): Promise<Performed> {
  const { base, commands, env, ca } = facts;
  const { workingDirectory: folder, reports, timeBudget: budgetMs } = inputs;
  const line: Line = { base, timeoutMs: inputs.requestTimeout, ports, ...(ca !== undefined && { ca }) };
  await waitUntilReachable(line, inputs);
  await prepare(commands, ports.files.resolve(folder), env, ports);
  await removeStale(reports, folder, ports.files);
  const proof = proofOf(facts, inputs, line);
  const before = proof === undefined ? { kind: 'unchecked' as const } : await proveVersion(proof);
  if (before.kind !== 'proved' && before.kind !== 'unchecked') return { before };
  const tested = await runTests({ words: commands.words, folder, env, budgetMs, reports }, ports);
  if (proof === undefined || tested.cancelled) return { before, tested };
  return { before, tested, after: await stillProved(proof) };
}

/** Runs a project's own end-to-end tests against the service, between two proofs of which version they speak to. */
export async function runE2e(
  inputs: Inputs,
  ports: Ports,
  context: RunContext,
  write: WriteJUnit,
): Promise<Outcome<typeof action>> {
  const facts = await gatherE2e(inputs, ports, context);
  const performed = await unlessCancelled(ports, 'the tests were done', () => perform(facts, inputs, ports));
  const trial = trialOf(performed, inputs.minTests);
  return reportE2e(trial, facts, inputs, context, write);
}
