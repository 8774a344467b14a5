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

/** What consumers ask for in terms that are only compared as they are written, and descriptions do not write. */
const ASKED: Readonly<Record<string, string>> = {
  'as "contains" says': 'items like those of the example',
  'as "propertyNames" says': 'keys as its rule says',
  'as "not" says': 'numbers as its rule says',
};

function words(side: Spot['side'], { reason: { kind, given, wanted } }: Found): string {
  const own = (side === 'request' ? REQUEST : RESPONSE)[kind];
  if (own !== undefined) return own;
  const asked = kind === 'keyword' && side === 'response' ? ASKED[wanted] : undefined;
  if (asked !== undefined) return `is read with ${asked}, of which the description says nothing`;
  return side === 'request' ? `must be ${wanted}, and is ${given}` : `may be ${given}, and the consumer needs ${wanted}`;
}

/** Formats whose texts are never those of another one of them. */
const APART = new Set(['date', 'date-time', 'time', 'duration', 'uuid', 'email', 'ipv4', 'ipv6', 'uri']);

/** How many there are depends on the provider's state; what cannot be is told by the example, which must be possible. */
const SIZES: ReadonlySet<Kind> = new Set([
  'min-items',
  'max-items',
  'min-properties',
  'max-properties',
  'min-length',
  'max-length',
]);

/**
 * Whether a reason tells only that the description does not say enough, which a running provider can settle.
 *
 * A listed value that does not fit is a break: then what is given is that value, in quotation marks.
 */
function isUnproven({ kind, given }: Found['reason']): boolean {
  if (kind === 'unproven' || kind === 'keyword') return true;
  if (given.startsWith('"')) return false;
  return kind === 'pattern' || SIZES.has(kind) || (kind === 'format' && !APART.has(given.replace('of the format ', '')));
}

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
