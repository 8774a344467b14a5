import { child, type Node } from '../document/node.ts';
import { type Direction, type Found, isWrong, type Kind, type Reason } from '../inclusion/index.ts';
import { anchor } from './anchor.ts';
import type { Finding, Severity, Spot } from './change.ts';
import { wordsOf } from './change.ts';

/** What each reason is called when the consumer writes the values. */
const REQUEST: Partial<Record<Kind, readonly [rule: string, words: string]>> = {
  'property-missing': ['request-property-added-required', 'is now required, and was not known'],
  'property-optional': ['request-property-became-required', 'is now required, and could be left out'],
  'property-forbidden': ['request-property-forbidden', 'must no longer be sent'],
  'property-ignored': ['request-property-removed', 'is no longer known; what is sent is passed over'],
};

/** What each reason is called when the provider writes them. */
const RESPONSE: Partial<Record<Kind, readonly [rule: string, words: string]>> = {
  'property-missing': ['response-property-removed', 'is gone'],
  'property-optional': ['response-property-became-optional', 'may now be missing, and was always there'],
  'property-dropped': ['response-optional-property-removed', 'is gone; it could be missing before'],
};

function named(direction: Direction, { kind, given, wanted }: Reason): readonly [string, string] {
  const own = (direction === 'request' ? REQUEST : RESPONSE)[kind];
  if (own !== undefined) return own;
  return direction === 'request'
    ? [`request-${kind}-narrowed`, `must now be ${wanted}, and could be ${given}`]
    : [`response-${kind}-widened`, `may now be ${given}, and was ${wanted}`];
}

function severityOf({ kind, sub, sup }: Reason): Severity {
  if (kind === 'pattern' && sub?.key === 'pattern' && sup?.key === 'pattern') return 'warning';
  return isWrong({ kind }) ? 'error' : 'warning';
}

/** A place of the new description for what may have been lost there. */
function headOf(base: Node | undefined, head: Node | undefined): Finding['head'] {
  if (base === undefined || head === undefined || base.key === head.key) return head;
  // The new side is the schema or its "properties" when the keyword itself is gone from it.
  const gone = base.parent !== undefined && base.key !== undefined && child(head, base.key) === undefined;
  return gone && typeof base.parent?.value === typeof head.value ? anchor(base, head) : head;
}

/** What the comparison of two schemas found, as changes of what is sent or answered. */
export function schemaFindings(direction: Direction, spot: Spot, found: readonly Found[]): readonly Finding[] {
  return found.map(({ path, reason }) => {
    const [rule, words] = named(direction, reason);
    const where: Spot = { ...spot, path };
    const [base, head] = direction === 'request' ? [reason.sub, reason.sup] : [reason.sup, reason.sub];
    const message = `${wordsOf(where)} ${words}`;
    return { rule, severity: severityOf(reason), spot: where, message, base, head: headOf(base, head) };
  });
}
