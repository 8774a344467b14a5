import type { Contract } from '@slipway/contract';
import type { Annotation } from '@slipway/runner';
import { nameOf, type PendingTerm, today } from './accepted.ts';

/** The contracts as they count today, and what must be said of the terms. */
export interface Termed {
  readonly contracts: readonly Contract[];
  readonly annotations: readonly Annotation[];
}

/** Ends what is pending once its term is over: from then on it stops what any other interaction stops. A term of nothing is told. */
export function withTerms(contracts: readonly Contract[], terms: readonly PendingTerm[], now: number): Termed {
  const isOver = ({ expires }: PendingTerm): boolean => expires < today(now);
  const used = new Set<PendingTerm>();
  const counted = <T extends { readonly description: string; readonly pending: boolean }>(consumer: string, each: T): T => {
    const own = terms.filter((term) => each.pending && term.consumer === consumer && term.interaction === each.description);
    for (const term of own) used.add(term);
    return own.some(isOver) ? { ...each, pending: false } : each;
  };
  const termed = contracts.map((contract) => ({
    ...contract,
    interactions: contract.interactions.map((each) => counted(contract.consumer, each)),
    messages: contract.messages.map((each) => counted(contract.consumer, each)),
  }));
  const annotations = terms.flatMap((term): readonly Annotation[] => {
    const warning = (title: string, message: string): readonly Annotation[] => [
      { level: 'warning', title, message: `${nameOf(term)} ${message}`, ...term.location },
    ];
    if (!used.has(term)) return warning('Term of nothing pending', 'is not pending any longer; take it out.');
    const after = `could be pending until ${term.expires}; it counts now. ${term.owner} must see to it, or give it another day.`;
    return isOver(term) ? warning('Pending is over', after) : [];
  });
  return { contracts: termed, annotations };
}

/** One sentence on pending interactions that are not kept; empty where there are none. */
export function pendingSentence(count: number): string {
  return count === 0 ? '' : ` ${count} pending ${count === 1 ? 'interaction is' : 'interactions are'} not kept yet.`;
}
