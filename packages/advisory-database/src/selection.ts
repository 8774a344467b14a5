import { type Advisory, known, malformedAdvisory, parseAdvisory } from '@slipway/advisories';
import type { Package } from '@slipway/inventory';

/** What a database is looked through for: the names of packages, folded so that no ecosystem's spelling is missed. */
export type Wanted = ReadonlySet<string>;

/** Coarser than every ecosystem's own rule of names: what one of them takes for the same is the same here. */
const fold = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');

/** The names under which advisories may know the packages. */
export function wantedOf(packages: readonly Package[]): Wanted {
  return new Set(packages.map((each) => fold(known(each).name)));
}

const ECOSYSTEM = /"ecosystem"\s*:\s*"([^"\\:]+)/g;
const NAME = /"name"\s*:\s*"([^"\\]*)(["\\])/g;
const MODIFIED = /"modified"\s*:\s*"(\d{4}-[^"]{6,30})"/;
/** A key that is spelt with escapes for its letters could not be found by its text. */
const SPELT_OUT = /\\u00[67][0-9a-f]/i;
const OBJECT = /^\s*\{[\s\S]*\}\s*$/;

/**
 * Whether an advisory may name one of the packages, from its text alone: reading one as JSON takes five times as long,
 * and of fifty thousand a lockfile concerns a few hundred. In doubt it may.
 */
function mayName(text: string, wanted: Wanted): boolean {
  if (SPELT_OUT.test(text)) return true;
  let named = false;
  for (const [, name = '', end] of text.matchAll(NAME)) {
    named = true;
    if (end === '\\' || /[^\x20-\x7e]/.test(name) || wanted.has(fold(name))) return true;
  }
  return !named;
}

/** What was found in one file of a database. */
export interface Sighting {
  /** The advisory, when it may be about one of the packages. */
  readonly advisory?: Advisory;
  /** When it was changed last, in milliseconds since 1970, where it says so. */
  readonly modified?: number;
  /** The base ecosystems that its text names. */
  readonly ecosystems: readonly string[];
}

/**
 * Looks at one file of a database.
 *
 * @throws Failure DATABASE_MALFORMED when it is no advisory.
 */
export function look(file: string, bytes: Buffer, wanted: Wanted): Sighting {
  // One character a byte, which is right for all that is looked for, and quick.
  const text = bytes.toString('latin1');
  const at = Date.parse(MODIFIED.exec(text)?.[1] ?? '');
  const ecosystems = [...text.matchAll(ECOSYSTEM)].map(([, name = '']) => name);
  const seen = { ecosystems, ...(!Number.isNaN(at) && { modified: at }) };
  if (mayName(text, wanted)) return { ...seen, advisory: parseAdvisory(file, bytes.toString('utf8').replace(/^\uFEFF/, '')) };
  if (!OBJECT.test(text)) throw malformedAdvisory(file, 'The advisory is not JSON: it holds no object.');
  return seen;
}
