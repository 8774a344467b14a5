import { parseConfig } from '@slipway/config';
import { collect, Failure, failWhen, type Problem } from '@slipway/failure';
import type { Files } from '@slipway/system';
import { fields, list, text } from '../schema.ts';

/** One difference between what a consumer needs and what its provider says or does. */
export interface Difference {
  readonly consumer: string;
  readonly provider: string;
  /** The environment in which the two would meet, where the question was about one. */
  readonly environment?: string;
  readonly message: string;
  /** `unknown` is what could not be told, which stops as an error does. */
  readonly severity: 'error' | 'warning' | 'unknown';
  readonly accepted: boolean;
  readonly pending: boolean;
  readonly fingerprint: string;
  /** Where it stands; null when it is about no line. */
  readonly contract: { readonly file: string; readonly line?: number } | null;
}

/** What was found about one consumer of one provider. */
export interface ToldPair {
  readonly consumer: string;
  readonly provider: string;
  readonly environment?: string;
  readonly files: readonly string[];
  readonly interactions: number;
  readonly differences: readonly Difference[];
}

/** A contract, or a version that was deployed with one, as a report holds it. */
interface ReportedPair {
  readonly consumer: string;
  readonly provider: string;
  readonly environment?: string;
  readonly file: string | null;
  readonly interactions: number;
}

interface ReportFile {
  readonly verdict: string;
  readonly headline: string;
  readonly data: { readonly pairs: readonly ReportedPair[]; readonly conflicts: readonly Difference[] } | null;
}

const SIDES = { consumer: text, provider: text };
const PAIR = fields({ ...SIDES, file: { type: ['string', 'null'] }, interactions: { type: 'integer' } }, { environment: text });
const PLACE = { type: ['object', 'null'], required: ['file'], properties: { file: text, line: { type: 'integer' } } };
const CONFLICT = fields(
  {
    ...{ ...SIDES, message: text, fingerprint: text, severity: { enum: ['error', 'warning', 'unknown'] } },
    ...{ accepted: { type: 'boolean' }, pending: { type: 'boolean' }, contract: PLACE },
  },
  { environment: text },
);
const DATA = { ...fields({ pairs: list(PAIR), conflicts: list(CONFLICT) }), type: ['object', 'null'] };
const SCHEMA = fields({ action: { const: 'contract-test' }, verdict: text, headline: text, data: DATA });

/** Whether a difference stops anything. */
export const isBreak = ({ severity, accepted, pending }: Difference): boolean => severity !== 'warning' && !accepted && !pending;

/** The differences of a pair that stop it. */
export const breaksOf = ({ differences }: ToldPair): readonly Difference[] => differences.filter(isBreak);

async function readReport(file: string, files: Files): Promise<NonNullable<ReportFile['data']>> {
  const { value } = parseConfig<ReportFile>(file, await files.readText(file), { schema: SCHEMA });
  const { data, verdict, headline } = value;
  // Of a step that was stopped nothing is known, and "kept" would be made up.
  if (verdict !== 'error' && data !== null) return data;
  const message = `The step of this report was stopped before it found anything: ${headline}`;
  throw new Failure({ code: 'REPORT_EMPTY', message, remedy: 'Mend that first.', location: { file } });
}

interface Keyed {
  readonly consumer: string;
  readonly provider: string;
  readonly environment?: string;
}

const keyOf = ({ consumer, provider, environment }: Keyed): string => JSON.stringify([consumer, provider, environment]);

const unique = (differences: readonly Difference[]): readonly Difference[] => [
  ...new Map(differences.map((each) => [each.fingerprint, each])).values(),
];

/**
 * Reads what was found from the reports that a path or a glob pattern names, a pair of consumer and provider at a time. Several
 * reports, such as of a comparison and of a verification, are about the same pairs together.
 *
 * @throws Failure when there is no such report, or one is of a step that was not carried out.
 */
export async function readPairs(pattern: string, files: Files): Promise<readonly ToldPair[]> {
  const found = await files.glob(pattern);
  if (found.length === 0) {
    const remedy = 'Give the output "report" of a step with mode verify, compare or can-i-deploy, and run that step first.';
    throw new Failure({ code: 'REPORT_MISSING', message: `There is no report ${pattern}.`, remedy });
  }
  const problems: Problem[] = [];
  const read = await Promise.all(found.map((file) => collect(problems, () => readReport(file, files))));
  failWhen(problems);
  const reports = read.filter((report) => report !== undefined);
  const pairs = reports.flatMap((report) => report.pairs);
  const differences = reports.flatMap(({ conflicts }) => conflicts);
  const names = new Map([...pairs, ...differences].map((each) => [keyOf(each), each]));
  return [...names].map(([key, { consumer, provider, environment }]) => {
    const own = <T extends Keyed>(all: readonly T[]): readonly T[] => all.filter((each) => keyOf(each) === key);
    const counts = reports.map((report) => own(report.pairs).reduce((sum, { interactions }) => sum + interactions, 0));
    const places = [...own(pairs).map(({ file }) => file), ...own(differences).map(({ contract }) => contract?.file ?? null)];
    return {
      consumer,
      provider,
      ...(environment !== undefined && { environment }),
      interactions: Math.max(...counts),
      files: [...new Set(places.filter((file) => file !== null))],
      differences: unique(own(differences)),
    };
  });
}
