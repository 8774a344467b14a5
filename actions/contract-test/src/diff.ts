import type { Conflict } from '@slipway/compatibility';
import { collect, failWhen, type Problem } from '@slipway/failure';
import { type Api, diff, openDocuments, readApi } from '@slipway/openapi';
import type { Annotation, Outcome, Ports, Verdict } from '@slipway/runner';
import type { Files } from '@slipway/system';
import { type Acceptance, type Accepted, type AcceptedList, acceptance } from './accepted.ts';
import type { action } from './action.ts';
import { readContracts, withoutContract } from './contract-files.ts';
import { type Impact, impactsOf } from './impact.ts';
import type { ModeInputs } from './inputs.ts';
import { messageAnnotations, messageSentence } from './messages.ts';
import { type Termed, withTerms } from './pending.ts';
import { NOT_OF_THIS_MODE } from './outputs.ts';
import { remarks } from './remarks.ts';
import { maskSecrets } from './secrets.ts';
import { annotationOf, changesTable, consumersOf, sentence } from './impact-words.ts';

type Inputs = ModeInputs<'diff'>;

interface Facts extends Termed {
  readonly base: Api;
  readonly head: Api;
  readonly accepted: readonly Accepted[];
  readonly unknown: readonly string[];
}

/** The judge of schemas takes as long to load as the comparison of two small descriptions: only who names a file waits for it. */
async function acceptedBy(file: string | undefined, files: Files): Promise<AcceptedList> {
  if (file === undefined) return { breaks: [], pending: [] };
  return (await import('./accepted-file.ts')).readAccepted(file, files);
}

async function gather(inputs: Inputs, { files, log, clock }: Ports): Promise<Facts> {
  const problems: Problem[] = [];
  const open = (file: string): Promise<Api | undefined> =>
    collect(problems, async () => readApi(await openDocuments(file, files)));
  const base = await open(inputs.base);
  const head = await open(inputs.head);
  const { contracts } = await readContracts(inputs.contracts, files, problems);
  const accepted = await collect(problems, () => acceptedBy(inputs.acceptedBreaks, files));
  maskSecrets(contracts, log);
  failWhen(problems);
  // Both are there: what kept one from being read was thrown.
  return {
    base: base as Api,
    head: head as Api,
    ...withTerms(contracts, accepted?.pending ?? [], clock.now()),
    accepted: accepted?.breaks ?? [],
    unknown: withoutContract(inputs.consumers, contracts),
  };
}

interface Judged {
  readonly impacts: readonly Impact[];
  readonly unexplained: readonly Conflict[];
  readonly breaks: readonly Impact[];
  readonly broken: readonly string[];
  readonly accepted: Acceptance;
}

function judge({ base, head, contracts, accepted: listed }: Facts, now: number): Judged {
  const { impacts, unexplained } = impactsOf(diff(base, head, now), contracts, base, head);
  const breaking = impacts.filter(
    ({ change, effects }) => change.severity === 'error' || effects.some(({ kind }) => kind === 'breaks'),
  );
  const prints = [...breaking.map(({ change }) => change.fingerprint), ...unexplained.map(({ fingerprint }) => fingerprint)];
  const accepted = acceptance(listed, new Set(prints), now);
  const breaks = breaking.filter(({ change }) => !accepted.holds(change.fingerprint));
  const open = unexplained.filter(({ fingerprint }) => !accepted.holds(fingerprint));
  const broken = [...new Set([...breaks.flatMap(consumersOf), ...open.map(({ consumer }) => consumer)])].sort();
  return { impacts, unexplained: open, breaks, broken, accepted };
}

function verdictOf({ failOn }: Inputs, { contracts, unknown }: Facts, { breaks, broken, accepted }: Judged): Verdict {
  const expired = accepted.annotations.some(({ level }) => level === 'error');
  if (expired || broken.length > 0) return 'fail';
  if (breaks.length === 0) return 'pass';
  if (failOn === 'any-break') return 'fail';
  // Nothing is known of consumers without a contract, so a break that no contract notices may still break one of them.
  return contracts.length === 0 || unknown.length > 0 ? 'inconclusive' : 'pass';
}

function headline({ contracts, unknown }: Facts, { impacts, breaks, broken, unexplained }: Judged): string {
  const interactions = contracts.reduce((sum, each) => sum + each.interactions.length, 0);
  const counts = `${contracts.length} contracts, ${interactions} interactions`;
  const [first] = breaks;
  const without = unknown.length === 0 ? '' : ` Unknown, for without a contract: ${unknown.join(', ')}.`;
  const lacking = `${messageSentence(contracts)}${without}`;
  if (first === undefined && unexplained.length === 0) {
    return `${impacts.length} changes, none of which breaks what was promised before (${counts}).${lacking}`;
  }
  const more = breaks.length > 1 ? ` (and ${breaks.length - 1} more)` : '';
  const who =
    broken.length > 0 ? ` Breaks ${broken.join(', ')}.` : contracts.length > 0 ? ' No consumer with a contract breaks.' : '';
  const what = first === undefined ? (unexplained[0]?.message ?? '') : sentence(first);
  return `${what}${more}.${who} ${impacts.length} changes, ${breaks.length} of them breaking (${counts}).${lacking}`;
}

function unexplainedAnnotation({ consumer, message, contract, fingerprint }: Conflict): Annotation {
  return { level: 'error', title: `Breaks ${consumer}`, message: `${message}. [${fingerprint}]`, ...contract };
}

/** Compares two descriptions, and says of each change which consumers it breaks. */
export async function runDiff(inputs: Inputs, ports: Ports): Promise<Outcome<typeof action>> {
  const facts = await gather(inputs, ports);
  const judged = judge(facts, ports.clock.now());
  const { impacts, breaks, broken, unexplained, accepted } = judged;
  const verdict = verdictOf(inputs, facts, judged);
  const shown = impacts.filter(({ change }) => change.severity !== 'info');
  return {
    verdict,
    headline: headline(facts, judged),
    outputs: {
      ...NOT_OF_THIS_MODE,
      contracts: String(facts.contracts.length),
      interactions: String(facts.contracts.reduce((sum, { interactions }) => sum + interactions.length, 0)),
      broken: broken.join(','),
      unknown: facts.unknown.join(','),
      breakingChanges: String(breaks.length),
    },
    annotations: [
      ...shown.map((each) =>
        annotationOf(each, breaks.includes(each) && verdict !== 'pass', accepted.holds(each.change.fingerprint)),
      ),
      ...unexplained.map(unexplainedAnnotation),
      ...accepted.annotations,
      ...facts.annotations,
      ...messageAnnotations(facts.contracts),
      ...remarks([facts.head]),
    ],
    summary: changesTable(impacts, facts.contracts, facts.unknown, accepted.holds),
    data: {
      changes: impacts.map(({ change: { spot, base, head, ...change }, effects }) => ({
        ...change,
        operation: spot.operation,
        base: base === undefined ? null : { ...base },
        head: head === undefined ? null : { ...head },
        accepted: accepted.holds(change.fingerprint),
        breaks: effects.flatMap((effect) => (effect.kind === 'breaks' ? [effect.consumer] : [])),
      })),
      unknown: [...facts.unknown],
    },
  };
}
