import { parseConfig } from '@slipway/config';
import { Failure } from '@slipway/failure';
import type { Files } from '@slipway/system';

/** One difference between what a consumer needs and what its provider says. */
export interface Difference {
  readonly consumer: string;
  readonly provider: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
  readonly accepted: boolean;
  readonly pending: boolean;
  readonly fingerprint: string;
  readonly contract: { readonly file: string; readonly line?: number };
}

/** What a comparison found about one consumer of one provider. */
export interface ToldPair {
  readonly consumer: string;
  readonly provider: string;
  readonly files: readonly string[];
  readonly interactions: number;
  readonly differences: readonly Difference[];
}

interface ReportFile {
  readonly data: {
    readonly pairs: readonly { consumer: string; provider: string; file: string; interactions: number }[];
    readonly conflicts: readonly Difference[];
  };
}

const text = { type: 'string' };
const fields = (properties: Readonly<Record<string, object>>, required = Object.keys(properties)): object => ({
  type: 'object',
  required,
  properties,
});
const list = (items: object): object => ({ type: 'array', items });

const PAIR = fields({ consumer: text, provider: text, file: text, interactions: { type: 'integer' } });
const CONFLICT = fields({
  ...{ consumer: text, provider: text, message: text, fingerprint: text, severity: { enum: ['error', 'warning'] } },
  ...{ accepted: { type: 'boolean' }, pending: { type: 'boolean' } },
  contract: fields({ file: text, line: { type: 'integer' } }, ['file']),
});
const SCHEMA = fields({
  action: { const: 'contract-test' },
  data: fields({ pairs: list(PAIR), conflicts: list(CONFLICT) }),
});

/** Whether a difference stops anything. */
export const isBreak = ({ severity, accepted, pending }: Difference): boolean => severity === 'error' && !accepted && !pending;

/** The differences of a pair that stop it. */
export const breaksOf = ({ differences }: ToldPair): readonly Difference[] => differences.filter(isBreak);

/** The one report that a path or a glob pattern names: a report's own name says when it was written. */
async function findReport(pattern: string, files: Files): Promise<string> {
  const found = await files.glob(pattern);
  const [file] = found;
  if (file !== undefined && found.length === 1) return file;
  const message = found.length === 0 ? `There is no report ${pattern}.` : `${pattern} names ${found.length} reports.`;
  const remedy = 'Give the output "report" of one step with mode compare, and run that step before this one.';
  throw new Failure({ code: found.length === 0 ? 'REPORT_MISSING' : 'REPORT_AMBIGUOUS', message, remedy });
}

/**
 * Reads what a comparison found from its report, a pair of consumer and provider at a time.
 *
 * @throws Failure when there is no such report, or it is none of a comparison that was carried out.
 */
export async function readPairs(pattern: string, files: Files): Promise<readonly ToldPair[]> {
  const file = await findReport(pattern, files);
  const { value } = parseConfig<ReportFile>(file, await files.readText(file), { schema: SCHEMA });
  const { pairs, conflicts } = value.data;
  const names = new Map(pairs.map(({ consumer, provider }) => [`${consumer}\n${provider}`, { consumer, provider }]));
  return [...names.values()].map(({ consumer, provider }) => {
    const own = <T extends { consumer: string; provider: string }>(each: T): boolean =>
      each.consumer === consumer && each.provider === provider;
    const contracts = pairs.filter(own);
    const interactions = contracts.reduce((sum, each) => sum + each.interactions, 0);
    return { consumer, provider, interactions, files: contracts.map((each) => each.file), differences: conflicts.filter(own) };
  });
}
