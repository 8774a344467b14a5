import { compareAlpine } from './alpine.ts';
import { compareDebian } from './debian.ts';
import { compareMaven } from './maven.ts';
import { compareNpm } from './npm.ts';
import type { Comparer, Order } from './order.ts';
import { comparePython } from './python.ts';
import { compareRuby } from './ruby.ts';
import { compareCrates, compareGo, compareNuget } from './semantic.ts';

interface Rules {
  readonly compare: Comparer;
  /** The one spelling of a name by which packages are told apart; the name itself unless told. */
  readonly name?: (name: string) => string;
}

const lower = (name: string): string => name.toLowerCase();

const DEBIAN: Rules = { compare: compareDebian };
const ALPINE: Rules = { compare: compareAlpine };

/** The rules of each ecosystem, under the name that OSV gives it (https://ossf.github.io/osv-schema/#defined-ecosystems). */
const RULES: Readonly<Record<string, Rules>> = {
  npm: { compare: compareNpm },
  // PEP 503: runs of -, _ and . are one hyphen, and case does not count.
  PyPI: { compare: comparePython, name: (name) => lower(name).replace(/[-_.]+/g, '-') },
  Go: { compare: compareGo },
  Maven: { compare: compareMaven },
  // crates.io takes no two names that differ in case or in - and _ alone.
  'crates.io': { compare: compareCrates, name: (name) => lower(name).replaceAll('_', '-') },
  RubyGems: { compare: compareRuby },
  NuGet: { compare: compareNuget, name: lower },
  Debian: DEBIAN,
  Ubuntu: DEBIAN,
  Alpine: ALPINE,
  Wolfi: ALPINE,
  Chainguard: ALPINE,
};

/** An ecosystem without its release or repository: `Debian` of `Debian:12`, `Maven` of `Maven:https://…`. */
export function baseEcosystem(ecosystem: string): string {
  const at = ecosystem.indexOf(':');
  return at < 0 ? ecosystem : ecosystem.slice(0, at);
}

function rulesOf(ecosystem: string): Rules | undefined {
  const base = baseEcosystem(ecosystem);
  return Object.hasOwn(RULES, base) ? RULES[base] : undefined;
}

/** Whether the order of the ecosystem's versions is known here. */
export const isKnownEcosystem = (ecosystem: string): boolean => rulesOf(ecosystem) !== undefined;

/**
 * The order of two versions by their ecosystem's own rules; undefined when one of them is no version there or the
 * ecosystem is not known.
 */
export function compareVersions(ecosystem: string, a: string, b: string): Order | undefined {
  return rulesOf(ecosystem)?.compare(a, b);
}

/** Whether a text is a version that the ecosystem can compare with others. */
export const isVersion = (ecosystem: string, text: string): boolean => compareVersions(ecosystem, text, text) !== undefined;

/** The one spelling of a package's name by which the ecosystem tells packages apart. */
export function normalizeName(ecosystem: string, name: string): string {
  return rulesOf(ecosystem)?.name?.(name) ?? name;
}

/** Whether two ecosystems can mean the same: one that names no release or repository means any of them. */
export function sameEcosystem(a: string, b: string): boolean {
  return a === b || (baseEcosystem(a) === baseEcosystem(b) && (!a.includes(':') || !b.includes(':')));
}
