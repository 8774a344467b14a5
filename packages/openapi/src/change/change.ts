import type { Location } from '@slipway/failure';
import { locate, type Node } from '../document/node.ts';
import { fingerprintOf } from './fingerprint.ts';

/** Whether a change breaks somebody, may, or is only told. */
export type Severity = 'error' | 'warning' | 'info';

/** Where in an operation something is: what is sent to it, or what comes back. */
export interface Spot {
  readonly operation: string;
  readonly side: 'request' | 'response' | 'operation';
  /** The status of the answer, when it is about an answer. */
  readonly status?: string;
  readonly media?: string;
  /** What carries the value: the body, or a parameter or header by its place and name. */
  readonly part:
    | 'body'
    | 'status'
    | 'security'
    | `${'path' | 'query' | 'header' | 'cookie' | 'querystring'} ${string}`
    | 'operation';
  /** Steps from there: properties, `[]` for the items of a list. */
  readonly path: readonly string[];
}

/** One change between two descriptions. */
export interface Change {
  /** Stable: lists of accepted breaks and scripts match on it. */
  readonly rule: string;
  readonly severity: Severity;
  readonly spot: Spot;
  /** One sentence without a full stop. */
  readonly message: string;
  /** Where it stood, or what it was within. */
  readonly base?: Location;
  /** Where a reviewer of the new description sees it; of what is gone, what stood next to it. */
  readonly head?: Location;
  /** Twelve hexadecimal digits that unrelated edits leave alone. */
  readonly fingerprint: string;
}

/** What a rule finds, before it has its place and fingerprint. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly spot: Spot;
  readonly message: string;
  readonly base: Node | undefined;
  readonly head: Location | Node | undefined;
}

/** Gives a finding its places and its fingerprint. */
export function changeOf({ rule, severity, spot, message, base, head }: Finding): Change {
  const there = head === undefined || 'documents' in head ? head && locate(head) : head;
  return {
    rule,
    severity,
    spot,
    message,
    fingerprint: fingerprintOf([rule, spot.operation, spot.side, spot.status, spot.media, spot.part, ...spot.path, message]),
    ...(base !== undefined && { base: locate(base) }),
    ...(there !== undefined && { head: there }),
  };
}

/** A spot as people name it: `transaction_id in the answer 201 to POST /charge`. */
export function wordsOf({ operation, side, status, part, path }: Spot): string {
  const shown = path.length > 8 ? [...path.slice(0, 3), '…', ...path.slice(-3)] : path;
  const steps = shown.join('.').replaceAll('.[', '[');
  const [place, ...name] = part.split(' ');
  const carrier = name.length === 0 ? '' : `the ${place === 'header' ? 'header' : `${place} parameter`} ${name.join(' ')}`;
  const subject = [steps, carrier].filter((each) => each !== '').join(' in ');
  const whole = subject === '' ? 'the body' : subject;
  if (side === 'operation') return operation;
  return side === 'request'
    ? `${whole} of the request ${operation}`
    : `${whole} in the answer ${status ?? ''} to ${operation}`.replace('  ', ' ');
}
