import { parseConfig } from '@slipway/config';
import { Failure } from '@slipway/failure';
import { CAUSES, KINDS, SEVERITIES } from '@slipway/findings';
import type { Files } from '@slipway/system';
import type { ScanResult } from '../result.ts';

/** What a report says: what was found, or that the scan was not carried out. */
export type ReadReport =
  | { readonly kind: 'found'; readonly result: ScanResult }
  | { readonly kind: 'stopped'; readonly headline: string };

interface ReportFile {
  readonly verdict: string;
  readonly headline: string;
  readonly data: ScanResult | null;
}

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const many = (items: object): object => ({ type: 'array', items });
const fields = (required: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}): object => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
});

const PLACE = fields({ file: text }, { line: { type: 'integer' }, column: { type: 'integer' } });
const RATING = fields({ level: { enum: [...SEVERITIES, 'unknown'] }, source: text }, { score: { type: 'number' }, vector: text });
const PACKAGE = fields(
  { ecosystem: text, name: text, version: text },
  { purl: text, dev: { type: 'boolean' }, direct: { type: 'boolean' }, via: texts },
);
const FINDING = fields(
  {
    ...{ kind: { enum: KINDS }, id: text, aliases: texts, title: text, location: PLACE, rating: RATING, fixes: texts },
    ...{ references: texts, sightings: many(fields({ engine: text, id: text, location: PLACE })), fingerprint: text },
  },
  { package: PACKAGE, manifest: PLACE, exploited: { type: 'boolean' }, epss: { type: 'number' } },
);
const SUPPRESSION = fields({ by: { enum: ['ignore', 'vex'] }, reason: text, owner: text }, { expires: text });
const JUDGED = fields(
  { finding: FINDING, cause: { enum: CAUSES }, effect: { enum: ['block', 'report', 'suppressed'] }, by: text },
  { suppression: SUPPRESSION },
);
const UPGRADE = fields({
  ...{ name: text, version: text, to: { type: ['string', 'null'] }, direct: { type: 'boolean' }, via: texts },
  ...{ file: text, clears: { type: 'integer' } },
});
const UNJUDGED = fields({ what: text, file: text, line: { type: ['integer', 'null'] } });
const FAULT = fields({ kind: text, id: text, owner: text, expires: text });
const DATA = {
  ...fields({
    ...{ service: text, result: { enum: ['clean', 'findings', 'nothing', 'unknown'] }, headline: text, findings: many(JUDGED) },
    ...{
      fixed: many(FINDING),
      upgrades: many(UPGRADE),
      unjudged: many(UNJUDGED),
      faults: many(FAULT),
      packages: { type: 'integer' },
    },
    database: fields({
      id: text,
      advisories: { type: 'integer' },
      madeAt: { type: ['string', 'null'] },
      ageHours: { type: ['integer', 'null'] },
    }),
    base: fields({}, { commit: text, unknown: text }),
  }),
  type: ['object', 'null'],
};
const SCHEMA = fields({ action: { const: 'security-scan' }, verdict: text, headline: text, data: DATA });

async function onlyFile(pattern: string, files: Files): Promise<string> {
  const [path, ...more] = await files.glob(pattern);
  const remedy = 'Give the output "report" of a step with mode scan, and run that step first.';
  if (path === undefined) throw new Failure({ code: 'REPORT_MISSING', message: `There is no report ${pattern}.`, remedy });
  if (more.length === 0) return path;
  throw new Failure({
    code: 'REPORT_AMBIGUOUS',
    message: `Several reports match ${pattern}: ${[path, ...more].join(', ')}.`,
    remedy,
  });
}

/**
 * Reads the report of a step with mode scan, by its path or a pattern that matches it alone.
 *
 * @throws Failure REPORT_MISSING, REPORT_AMBIGUOUS, or with every line that is not as such a report has it.
 */
export async function readReport(pattern: string, files: Files): Promise<ReadReport> {
  const path = await onlyFile(pattern, files);
  const { value } = parseConfig<ReportFile>(path, await files.readText(path), { schema: SCHEMA });
  const { data, verdict, headline } = value;
  return data === null || verdict === 'error' ? { kind: 'stopped', headline } : { kind: 'found', result: data };
}
