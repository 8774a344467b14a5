import { renderJUnit } from '@slipway/junit';
import { type Ports, Redaction, type Run, type RunContext } from '@slipway/runner';
import type { VersionVerdict } from '@slipway/smoke';
import type { action } from './action.ts';
import { descriptionJudge } from './description.ts';
import type { Line } from './exchange.ts';
import { type Facts, gather } from './facts.ts';
import { reported, type WriteJUnit } from './report.ts';
import type { Session } from './sending.ts';
import { type Played, play } from './sequence.ts';
import { versionJudge } from './version-judge.ts';
import { proveVersion, versionPathOf } from './version.ts';
import { unlessCancelled } from './cancelling.ts';
import { runE2e } from './e2e/run.ts';
import type { ModeInputs } from './inputs.ts';
import { runK6 } from './load/k6.ts';
import { runLoad } from './load/run.ts';
import { waitUntilReachable } from './reachable.ts';

type Inputs = ModeInputs<'suite'>;

/** What came of it: the suite is sent only to a fleet whose version is proved, or not asked for. */
export interface Performed {
  readonly version: VersionVerdict | { readonly kind: 'unchecked' };
  readonly played?: Played;
  /** What the service's description could not judge. */
  readonly unjudged: readonly string[];
}

async function performAll(facts: Facts, inputs: Inputs, given: Ports): Promise<Performed> {
  const { base, suite, values, ca, api, within } = facts;
  const ports = { ...given, http: within?.service?.http ?? given.http };
  const { requestTimeout: timeoutMs, expectVersion } = inputs;
  const line: Line = { base, timeoutMs, ports, ...(ca !== undefined && { ca }) };
  await waitUntilReachable(line, inputs);
  const version =
    expectVersion === undefined
      ? { kind: 'unchecked' as const }
      : await proveVersion({
          expected: expectVersion,
          ...{ inputs, line, path: versionPathOf(inputs, suite), readyPods: within?.readyPods },
        });
  if (version.kind !== 'proved' && version.kind !== 'unchecked') return { version, unjudged: [] };
  const judges =
    expectVersion === undefined || inputs.versionFrom !== 'header' ? [] : [versionJudge(expectVersion, inputs.versionHeader)];
  const described = api && descriptionJudge(api);
  const session: Session = {
    ...line,
    ...(suite.retry && { retry: suite.retry }),
    budget: { leftMs: suite.retry?.withinMs ?? 0 },
    deadline: ports.clock.now() + inputs.timeout,
    judges: [...judges, ...(described ? [described.judge] : [])],
    values: new Map(values),
  };
  const played = await play(suite, session, inputs.timeout);
  return { version, played, unjudged: [...(described?.unjudged ?? [])] };
}

/** The ports, and all that is masked through them: what the host hides in reports it does not hide in files of ours. */
function remembering({ log, ...ports }: Ports, redaction: Redaction): Ports {
  const mask = (secret: string): void => {
    redaction.add(secret);
    log.mask(secret);
  };
  return { ...ports, log: { ...log, mask } };
}

/** What is secret is hidden before it is written as XML, which spells it in its own way. */
function writerOf({ files }: Ports, redaction: Redaction): WriteJUnit {
  return (path, cases) => files.write(path, renderJUnit('smoke-test', redaction.value(cases)));
}

async function runSuite(inputs: Inputs, ports: Ports, redaction: Redaction, context: RunContext) {
  const facts = await gather(inputs, ports, context);
  const performed = await unlessCancelled(ports, 'the suite was done', () => performAll(facts, inputs, ports));
  return reported(facts, performed, inputs, writerOf(ports, redaction));
}

/** Asks the service as the mode says, and judges what it answers. */
export const run: Run<typeof action> = async (inputs, given, context) => {
  const redaction = new Redaction();
  const ports = remembering(given, redaction);
  if (inputs.mode === 'load') return runLoad(inputs, ports, context);
  if (inputs.mode === 'k6') return runK6(inputs, ports, context);
  if (inputs.mode === 'e2e') return runE2e(inputs, ports, context, writerOf(ports, redaction));
  return runSuite(inputs, ports, redaction, context);
};
