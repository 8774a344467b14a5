import { fromVector } from 'ae-cvss-calculator';

/** Severities from the lowest to the highest; `unknown` is a class of its own, above none of them. */
export const SEVERITIES = ['low', 'moderate', 'high', 'critical'] as const;

/** How bad something is. */
export type Severity = (typeof SEVERITIES)[number] | 'unknown';

/** How bad one source says that something is. */
export interface Rating {
  readonly level: Severity;
  /** Who says so: a kind of score such as `CVSS 3.1`, or whose word it is. */
  readonly source: string;
  /** From 0 to 10, where it was scored. */
  readonly score?: number;
  /** As it was given, right or malformed. */
  readonly vector?: string;
}

/** The level of a base score: section 5 of the CVSS 3.1 specification, whose "none" is the lowest level here. */
export function levelOf(score: number): Severity {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  return score >= 4 ? 'moderate' : 'low';
}

/** The rating by a CVSS vector of version 2, 3.0, 3.1 or 4.0; of unknown level when it is malformed or lacks a base metric. */
export function ratingOfVector(vector: string): Rating {
  try {
    const cvss = fromVector(vector);
    // A vector that lacks a metric would be scored as if the metric were harmless.
    if (cvss?.isBaseFullyDefined()) {
      const score = cvss.calculateScores().overall;
      return { level: levelOf(score), source: cvss.getVectorName().replace(':', ' '), score, vector };
    }
  } catch {
    return { level: 'unknown', source: 'malformed vector', vector };
  }
  return { level: 'unknown', source: 'malformed vector', vector };
}

/** The words of the databases: GitHub's, Debian's urgencies, Ubuntu's priorities, Red Hat's impacts. */
const WORDS: Readonly<Record<string, Severity>> = {
  ...{ critical: 'critical', high: 'high', important: 'high', moderate: 'moderate', medium: 'moderate' },
  ...{ low: 'low', minor: 'low', negligible: 'low', unimportant: 'low' },
};

/** The rating by a word such as `HIGH`; of unknown level when it is none of those that databases use. */
export function ratingOfWord(word: string, source: string): Rating {
  const key = word.trim().toLowerCase();
  return { level: (Object.hasOwn(WORDS, key) ? WORDS[key] : undefined) ?? 'unknown', source };
}

/** The place of a severity in the order, from 0; unknown stands below all, and whoever judges must ask for it by name. */
export const rankOf = (severity: Severity): number => SEVERITIES.indexOf(severity as (typeof SEVERITIES)[number]);

const UNRATED: Rating = { level: 'unknown', source: 'nobody' };

/**
 * The rating that counts: the highest score; without a score the highest word; without either, unknown.
 *
 * A score outweighs a word, because it says what it is made of. Of scores that contradict each other the highest counts.
 */
export function decisive(ratings: readonly Rating[]): Rating {
  const known = ratings.filter(({ level }) => level !== 'unknown');
  const scored = known.filter(({ score }) => score !== undefined);
  const [worst] = (scored.length > 0 ? scored : known).toSorted(
    (a, b) => (b.score ?? 0) - (a.score ?? 0) || rankOf(b.level) - rankOf(a.level),
  );
  return worst ?? ratings[0] ?? UNRATED;
}
