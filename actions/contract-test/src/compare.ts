import { breaking, comparer, type Comparison, type Conflict } from '@slipway/compatibility';
import type { Contract } from '@slipway/contract';
import { collect, failWhen, type Location, type Problem } from '@slipway/failure';
import { type Api, openDocuments, readApi } from '@slipway/openapi';
import type { Annotation, Json, Outcome, Ports, RunContext, Verdict } from '@slipway/runner';
import { type Acceptance, type Accepted, acceptance } from './accepted.ts';
import { readAccepted } from './accepted-file.ts';
import type { action } from './action.ts';
import { inRepository, isRemote } from './broker/place.ts';
import { withoutContract } from './contract-files.ts';
import { gatherContracts } from './contracts.ts';
import type { ModeInputs } from './inputs.ts';
import { keptSentence } from './kept.ts';
import { matrix } from './matrix.ts';
import { messageAnnotations, messageSentence } from './messages.ts';
import { namesakes } from './namesakes.ts';
import { pendingSentence, withTerms } from './pending.ts';
import { NOT_OF_THIS_MODE } from './outputs.ts';
import { remarks } from './remarks.ts';
import { maskSecrets } from './secrets.ts';
import { strangers } from './strangers.ts';

type Inputs = ModeInputs<'compare'>;

interface Facts {
  readonly apis: ReadonlyMap<string, Api>;
  readonly contracts: readonly Contract[];
  readonly accepted: readonly Accepted[];
  /** What must be said of the terms of what is pending. */
  readonly annotations: readonly Annotation[];
  readonly unknown: readonly string[];
}

async function gather(inputs: Inputs, ports: Ports, context: RunContext): Promise<Facts> {
  const { files, log, clock } = ports;
  const problems: Problem[] = [];
  const contracts = await gatherContracts(inputs, Object.keys(inputs.descriptions), ports, context, problems);
  const isJudged = (name: string): boolean => Object.hasOwn(inputs.descriptions, name);
  problems.push(
    ...strangers(contracts, isJudged, 'of which no description is given', (name) => `Add ${name}=PATH to "descriptions"`),
  );
  const read = await Promise.all(
    Object.entries(inputs.descriptions).map(async ([name, file]) => {
      const api = await collect(problems, async () => readApi(await openDocuments(file, files)));
      return api === undefined ? [] : [[name, api] as const];
    }),
  );
  const accepted = await collect(problems, () => readAccepted(inputs.acceptedBreaks, files));
  maskSecrets(contracts, log);
  failWhen(problems);
  const termed = withTerms(contracts, accepted?.pending ?? [], clock.now());
  return {
    apis: new Map(read.flat()),
    ...termed,
    accepted: accepted?.breaks ?? [],
    unknown: withoutContract(inputs.consumers, contracts),
  };
}

function decide({ apis, contracts }: Facts): readonly Comparison[] {
  const comparers = new Map([...apis].map(([name, api]) => [name, comparer(api)]));
  return contracts.flatMap((contract) => comparers.get(contract.provider)?.(contract) ?? []);
}

const conflictsOf = (comparisons: readonly Comparison[]): readonly Conflict[] =>
  comparisons.flatMap(({ results }) => results.flatMap(({ conflicts }) => conflicts));

const shown = ({ file, line }: Location): string => ` See ${file}${line === undefined ? '' : `:${line}`}.`;

/** A conflict on the line of the contract, with the line of the description in its words; of a broker's, the other way round. */
function annotationOf(conflict: Conflict, accepted: boolean): Annotation {
  const { severity, interaction, consumer, message, description, contract, fingerprint } = conflict;
  const breaks = severity === 'error' && !accepted && !interaction.pending;
  const [here, there] = isRemote(contract.file) && description !== undefined ? [description, contract] : [contract, description];
  const place = there === undefined ? '' : shown(there);
  const why = accepted ? ' It is accepted.' : interaction.pending ? ' The interaction is pending, so it stops nothing.' : '';
  return {
    level: breaks ? 'error' : 'warning',
    title: `${breaks ? 'Breaks' : 'Look at'} ${consumer}: ${interaction.description}`,
    message: `${message}.${place}${why} [${fingerprint}]`,
    ...here,
  };
}

interface Judged {
  readonly comparisons: readonly Comparison[];
  readonly broken: readonly Comparison[];
  readonly accepted: Acceptance;
}

function judge(facts: Facts, comparisons: readonly Comparison[], now: number): Judged {
  const errors = comparisons.flatMap(breaking);
  const accepted = acceptance(facts.accepted, new Set(errors.map(({ fingerprint }) => fingerprint)), now);
  const broken = comparisons.filter((each) => breaking(each).some(({ fingerprint }) => !accepted.holds(fingerprint)));
  return { comparisons, broken, accepted };
}

/** Contracts that hold messages alone: nothing in them could be compared. */
const compared = (comparisons: readonly Comparison[]): readonly Comparison[] =>
  comparisons.filter(({ results }) => results.length > 0);

/** How many pending interactions are not kept. */
const waiting = (comparisons: readonly Comparison[]): number =>
  comparisons
    .flatMap(({ results }) => results)
    .filter(({ interaction, conflicts }) => interaction.pending && conflicts.some(({ severity }) => severity === 'error')).length;

function headline({ apis, contracts, unknown }: Facts, { comparisons, broken, accepted }: Judged): string {
  const interactions = comparisons.reduce((sum, { results }) => sum + results.length, 0);
  const names = [...apis.keys()];
  const providers = names.length === 1 ? (names[0] ?? '') : `${names.length} providers`;
  const missing = unknown.length === 0 ? '' : ` Of ${unknown.join(', ')} there is no contract, so what they need is unknown.`;
  const lacking = `${pendingSentence(waiting(comparisons))}${messageSentence(contracts)}${missing}`;
  const judged = compared(comparisons);
  if (comparisons.length === 0) return `${providers}: 0 contracts, 0 interactions; allowed by "allow-none".${lacking}`;
  if (judged.length === 0)
    return `${providers}: 0 interactions in ${comparisons.length} contracts, so nothing was compared.${lacking}`;
  if (broken.length === 0) {
    return `The description of ${providers} keeps all ${judged.length} consumer contracts (${interactions} interactions).${lacking}`;
  }
  const reasons = broken.map((each) => {
    const clauses = breaking(each).filter(({ fingerprint }) => !accepted.holds(fingerprint));
    return `${each.contract.consumer} (${[...new Set(clauses.map(({ message }) => message))].slice(0, 3).join('; ')})`;
  });
  const kept = judged.filter((each) => !broken.includes(each)).map(({ contract }) => contract.consumer);
  return `The description of ${providers} breaks ${reasons.join(' and ')}.${keptSentence(kept)}${lacking}`;
}

/** Where nothing could be compared nothing was proved, unless that is allowed. */
function verdictOf({ broken, comparisons, accepted }: Judged, allowNone: boolean): Verdict {
  const expired = accepted.annotations.some(({ level }) => level === 'error');
  if (broken.length > 0 || expired) return 'fail';
  return compared(comparisons).length > 0 || allowNone ? 'pass' : 'inconclusive';
}

function dataOf({ comparisons, accepted }: Judged): Json {
  return {
    pairs: comparisons.map(({ contract: { consumer, provider, file }, results }) => ({
      consumer,
      provider,
      file,
      interactions: results.length,
    })),
    conflicts: comparisons.flatMap(({ contract: { provider }, results }) =>
      results.flatMap(({ conflicts }) =>
        conflicts.map(({ rule, severity, consumer, message, contract, description, fingerprint, interaction }) => ({
          rule,
          severity,
          consumer,
          provider,
          interaction: interaction.description,
          pending: interaction.pending,
          message,
          contract: { ...contract },
          description: description === undefined ? null : { ...description },
          fingerprint,
          accepted: accepted.holds(fingerprint),
        })),
      ),
    ),
  };
}

/** Compares every contract with the description of its provider, with no process running. */
export async function runCompare(inputs: Inputs, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const facts = await gather(inputs, ports, context);
  const judged = judge(facts, decide(facts), ports.clock.now());
  const { comparisons, broken, accepted } = judged;
  const conflicts = conflictsOf(comparisons);
  const worst = [...conflicts].sort((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'));
  return {
    verdict: verdictOf(judged, inputs.allowNone),
    headline: headline(facts, judged),
    outputs: {
      ...NOT_OF_THIS_MODE,
      contracts: String(comparisons.length),
      interactions: String(comparisons.reduce((sum, { results }) => sum + results.length, 0)),
      broken: broken.map(({ contract }) => contract.consumer).join(','),
      unknown: facts.unknown.join(','),
    },
    annotations: inRepository([
      ...worst.map((each) => annotationOf(each, accepted.holds(each.fingerprint))),
      ...accepted.annotations,
      ...facts.annotations,
      ...messageAnnotations(facts.contracts),
      ...namesakes(facts.contracts),
      ...remarks(facts.apis.values()),
    ]),
    summary: matrix([...facts.apis.keys()], judged.comparisons, facts.unknown, accepted.holds),
    data: dataOf(judged),
  };
}
