import type { Location } from '@slipway/failure';
import type { Annotation } from '@slipway/runner';

/** An entry of the list: who answers for it, why, and until when. */
export interface Listed {
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds, as YYYY-MM-DD in UTC. */
  readonly expires: string;
  readonly location: Location;
}

/** A break that is known and taken, until a day. */
export interface Accepted extends Listed {
  readonly fingerprint: string;
}

/** How long an interaction may be pending. */
export interface PendingTerm extends Listed {
  readonly consumer: string;
  /** Its description in the contract. */
  readonly interaction: string;
}

/** What a term is about, as messages name it. */
export const nameOf = ({ consumer, interaction }: Pick<PendingTerm, 'consumer' | 'interaction'>): string =>
  `"${interaction}" of ${consumer}`;

/** What the file lists. */
export interface AcceptedList {
  readonly breaks: readonly Accepted[];
  readonly pending: readonly PendingTerm[];
}

/** The day of a moment, in milliseconds since the Unix epoch, in UTC. */
export const today = (now: number): string => new Date(now).toISOString().slice(0, 10);

/** What is accepted today, and what must be said of the list itself. */
export interface Acceptance {
  readonly holds: (fingerprint: string) => boolean;
  readonly annotations: readonly Annotation[];
}

/** Holds a list of accepted breaks against the breaks that there are: one that is over holds no longer, one without a break is told. */
export function acceptance(accepted: readonly Accepted[], breaks: ReadonlySet<string>, now: number): Acceptance {
  const present = accepted.filter(({ fingerprint }) => breaks.has(fingerprint));
  const expired = present.filter(({ expires }) => expires < today(now));
  const valid = new Set(present.filter((each) => !expired.includes(each)).map(({ fingerprint }) => fingerprint));
  return {
    holds: (fingerprint) => valid.has(fingerprint),
    annotations: [
      ...expired.map(({ fingerprint, owner, expires, location }): Annotation => {
        const message = `${fingerprint} was accepted until ${expires}; ${owner} must mend it or accept it anew.`;
        return { level: 'error', title: 'Acceptance is over', message, ...location };
      }),
      ...accepted
        .filter((each) => !present.includes(each))
        .map(({ fingerprint, location }): Annotation => {
          const message = `No break has the fingerprint ${fingerprint} any longer; take it out.`;
          return { level: 'warning', title: 'Acceptance without a break', message, ...location };
        }),
    ],
  };
}
