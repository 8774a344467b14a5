import { type Finding, worstFirst } from '@slipway/findings';
import type { Judged } from '@slipway/policy';
import { LIMITS } from './limits.ts';
import { type Result, resultOf } from './result.ts';
import { type Rule, ruleOf } from './rule.ts';

/** A SARIF file, and how much of what was found is in it. */
export interface Sarif {
  readonly text: string;
  readonly kept: number;
  /** How many findings GitHub would not have kept, and so are left out: the least of them. */
  readonly cut: number;
}

/** How a SARIF file is written. */
export interface SarifOptions {
  /** Whose results these are: an upload takes the place of the last one of the same category. */
  readonly category: string;
  /** How many bytes a text comes to when it is packed. */
  readonly packedSize: (text: string) => number;
}

const EFFECTS = { block: 0, report: 1, suppressed: 2 } as const;

function rulesOf(kept: readonly Judged[]): readonly Rule[] {
  const byId = Map.groupBy(kept, ({ finding }) => finding.id);
  return [...byId].map(([id, own]) => ruleOf(id, own.map(({ finding }) => finding) as [Finding, ...Finding[]]));
}

function resultsOf(kept: readonly Judged[], rules: readonly Rule[]): readonly Result[] {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const seen = new Map<string, number>();
  return kept.map((judged) => {
    const { fingerprint, id } = judged.finding;
    const nth = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, nth);
    return resultOf(judged, indexes.get(id) ?? 0, nth);
  });
}

function write(kept: readonly Judged[], cut: number, category: string): string {
  const rules = rulesOf(kept);
  const text = `${cut} findings are left out, the least of them: GitHub keeps ${LIMITS.results} results and takes ${LIMITS.bytes / 1e6} MB.`;
  const notifications = cut === 0 ? {} : { toolExecutionNotifications: [{ level: 'warning', message: { text } }] };
  const run = {
    tool: { driver: { name: 'Slipway security-scan', rules } },
    automationDetails: { id: `${category}/` },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
    invocations: [{ executionSuccessful: true, ...notifications }],
    results: resultsOf(kept, rules),
  };
  return JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] });
}

/**
 * Findings as SARIF 2.1.0 within the limits of GitHub: worst first, what blocks before the rest, and cut where it would be too
 * many or too large. What is set aside is not in it, for GitHub would show it as open.
 */
export function renderSarif(judged: readonly Judged[], { category, packedSize }: SarifOptions): Sarif {
  const open = judged
    .filter(({ effect }) => effect !== 'suppressed')
    .toSorted((a, b) => EFFECTS[a.effect] - EFFECTS[b.effect] || worstFirst(a.finding, b.finding));
  for (let most: number = LIMITS.results; ; most = Math.floor(most * 0.8)) {
    const kept = open.slice(0, most);
    const cut = open.length - kept.length;
    const text = write(kept, cut, category);
    if (kept.length === 0 || packedSize(text) <= LIMITS.bytes) return { text, kept: kept.length, cut };
  }
}
