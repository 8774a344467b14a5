import { type Found, isWrong, type Kind, type Spot } from '@slipway/openapi';
import type { Finding } from './conflict.ts';

const REQUEST: Partial<Record<Kind, string>> = {
  'property-missing': 'is required, and is not sent',
  'property-forbidden': 'is sent, and must not be',
  'property-ignored': 'is sent, and the provider does not know it',
};

const RESPONSE: Partial<Record<Kind, string>> = {
  'property-missing': 'is read, and the provider does not answer it',
  'property-optional': 'is read, and the provider may leave it out',
};

function words(side: Spot['side'], { reason: { kind, given, wanted } }: Found): string {
  const own = (side === 'request' ? REQUEST : RESPONSE)[kind];
  if (own !== undefined) return own;
  return side === 'request' ? `must be ${wanted}, and is ${given}` : `may be ${given}, and the consumer needs ${wanted}`;
}

/** Whether a reason tells only that two patterns were not compared, which a running provider can settle. */
const isUnproven = ({ kind, given }: Found['reason']): boolean =>
  kind === 'unproven' || (kind === 'pattern' && !given.startsWith('"'));

/** What the comparison of two schemas found, as findings at their places in the contract. */
export function found(
  all: readonly Found[],
  spot: Spot,
  rule: string,
  place: (path: readonly string[]) => readonly string[],
): readonly Finding[] {
  return all.map((each) => {
    const { path, reason } = each;
    const told = spot.side === 'response' && isUnproven(reason);
    const provider = spot.side === 'request' ? reason.sup : reason.sub;
    return {
      rule: told || reason.kind === 'unproven' ? `${rule}-unproven` : rule,
      severity: told || !isWrong(reason) ? ('warning' as const) : ('error' as const),
      spot: { ...spot, path },
      words: words(spot.side, each),
      place: place(path),
      at: provider,
    };
  });
}

/** The steps of a contract's body for a path of a schema: an example stands for every item by its first. */
export function bodyPlace(path: readonly string[]): readonly string[] {
  return ['body', ...path.map((step) => (step === '[]' ? '0' : step.replace(/^\[(\d+)\]$/, '$1')))];
}
