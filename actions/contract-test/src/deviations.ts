import type { Deviation } from '@slipway/compatibility';
import type { Annotation } from '@slipway/runner';
import { type Block, paragraph, table } from '@slipway/summary';
import type { Verification } from './verification.ts';

/** A deviation, and every interaction in whose answer it was seen. */
export interface Seen {
  readonly deviation: Deviation;
  /** `order-service: a charge`. */
  readonly interactions: readonly string[];
  /** Whether it was seen only where the provider has not agreed to the contract yet. */
  readonly pending: boolean;
}

/** What the provider's description said of the answers that a verification got. */
export interface Described {
  /** How many answers were judged by it. */
  readonly judged: number;
  /** How many answers it is at odds with, pending ones aside. */
  readonly wrong: number;
  readonly seen: readonly Seen[];
}

const isWrong = ({ kind }: Deviation): boolean => kind === 'wrong';

/** Puts the same deviations of many answers together: one place of a description is told once. */
export function described(verifications: readonly Verification[]): Described {
  const answers = verifications.flatMap(({ contract, results }) =>
    results.flatMap(({ subject, deviations }) => (deviations === undefined ? [] : [{ contract, subject, deviations }])),
  );
  const seen = new Map<string, Seen>();
  for (const { contract, subject, deviations } of answers) {
    for (const deviation of deviations) {
      const key = JSON.stringify([deviation.rule, deviation.message, deviation.description]);
      const known = seen.get(key);
      const interactions = new Set([...(known?.interactions ?? []), `${contract.consumer}: ${subject.description}`]);
      const pending = subject.pending && (known?.pending ?? true);
      seen.set(key, { deviation, interactions: [...interactions], pending });
    }
  }
  return {
    judged: answers.length,
    wrong: answers.filter(({ subject, deviations }) => !subject.pending && deviations.some(isWrong)).length,
    seen: [...seen.values()].sort((a, b) => Number(isWrong(b.deviation)) - Number(isWrong(a.deviation))),
  };
}

const stops = ({ deviation, pending }: Seen): boolean => isWrong(deviation) && !pending;

/** One sentence on what the description said, with the numbers that tell what it was asked. */
export function verdictSentence(provider: string, file: string, { judged, wrong, seen }: Described): string {
  const unjudged = seen.filter(({ deviation }) => !isWrong(deviation)).length;
  const rest = unjudged === 0 ? '' : ` ${unjudged} ${unjudged === 1 ? 'part' : 'parts'} of them could not be judged by it.`;
  if (judged === 0) return ` No answer was there to judge by ${file}.`;
  if (wrong === 0) return ` ${judged === 1 ? '1 answer is' : `${judged} answers are`} as ${file} says.${rest}`;
  const clauses = seen.filter(stops).map(({ deviation }) => deviation.message);
  const more = clauses.length > 3 ? `; and ${clauses.length - 3} more` : '';
  const told = `${clauses.slice(0, 3).join('; ')}${more}`;
  return ` ${provider} breaks its own description ${file} in ${wrong} of ${judged} answers (${told}).${rest}`;
}

/** Each deviation on the description's line, the contract's interactions in its words. */
export function deviationAnnotations(provider: string, { seen }: Described): readonly Annotation[] {
  return seen.map((each) => {
    const { deviation, interactions, pending } = each;
    const others = interactions.length > 1 ? ` and ${interactions.length - 1} more` : '';
    const why = pending && isWrong(deviation) ? ' The interaction is pending, so it stops nothing.' : '';
    const remedy = stops(each) ? ' Correct the provider, or the description and with it what it promises.' : '';
    return {
      level: stops(each) ? 'error' : 'warning',
      title: `${isWrong(deviation) ? `${provider} breaks its description` : 'Not judged'}: ${deviation.rule}`,
      message: `${deviation.message} (seen in ${interactions[0] ?? ''}${others}).${why}${remedy}`,
      ...deviation.description,
    };
  });
}

/** The table of the deviations, below the sentence that counts what was judged. */
export function deviationBlocks(file: string, { judged, seen }: Described): readonly Block[] {
  const rows = seen.map((each) => [
    stops(each) ? '❌' : isWrong(each.deviation) ? '⚠️' : '❔',
    each.deviation.message,
    each.interactions.join('\n'),
    { code: `${each.deviation.description.file}:${each.deviation.description.line ?? ''}` },
  ]);
  const count = paragraph([`${judged} answers were judged by ${file}: ❌ not as it says, ⚠️ pending, ❔ not judged.`]);
  return rows.length === 0 ? [count] : [count, table(['', 'what', 'seen in', 'description'], rows)];
}
