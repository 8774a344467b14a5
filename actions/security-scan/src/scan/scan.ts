import { CAUSES } from '@slipway/findings';
import type { Annotation, Json, Outcome, Ports, RunContext, Verdict } from '@slipway/runner';
import type { action } from '../action.ts';
import { FORMATS } from '../formats.ts';
import type { ModeInputs } from '../inputs.ts';
import { cutSentence, FORMS, sarifOf } from '../render.ts';
import { type ScanResult, withEffect } from '../result.ts';
import { summaryOf } from '../summary.ts';
import { WORST_FIRST } from '../words.ts';
import { annotationsOf } from './annotations.ts';
import { decideScan, type Decision } from './decide.ts';
import { type Facts, gather } from './gather.ts';
import { resultOf } from './result.ts';

type Inputs = ModeInputs<'scan'>;

/** The forms that were written, each with its path, and what one of them leaves out. */
interface Written {
  readonly paths: readonly (readonly [string, string])[];
  readonly cut?: string | undefined;
}

/** Writes the forms that are asked for where the report goes. */
async function writeForms({ formats }: Inputs, result: ScanResult, { files }: Ports, context: RunContext): Promise<Written> {
  const folder = context.environment('SLIPWAY_REPORTS') ?? context.temp;
  const name = result.service.replace(/[^\w.-]+/g, '-');
  const sarif = formats.includes('sarif') ? sarifOf(result) : undefined;
  const paths: (readonly [string, string])[] = [];
  for (const format of FORMATS.filter((each) => formats.includes(each))) {
    const { extension, render } = FORMS[format];
    const path = `${folder}/security-scan-${name}.${extension}`;
    await files.write(path, format === 'sarif' && sarif !== undefined ? sarif.text : render(result));
    paths.push([format, path]);
  }
  return { paths, cut: sarif && cutSentence(sarif) };
}

function verdictOf({ verdict }: Decision): Verdict {
  if (verdict.kind === 'unknown') return 'inconclusive';
  return verdict.kind === 'findings' && verdict.blocking.length > 0 ? 'fail' : 'pass';
}

/** `{"introduced":{"high":1},…}`: only what there is. */
function countsOf({ findings }: ScanResult): string {
  const open = findings.filter(({ effect }) => effect !== 'suppressed');
  const causes = CAUSES.flatMap((cause) => {
    const own = open.filter((each) => each.cause === cause);
    const counts = WORST_FIRST.map(
      (level) => [level, own.filter(({ finding }) => finding.rating.level === level).length] as const,
    );
    return own.length === 0 ? [] : [[cause, Object.fromEntries(counts.filter(([, count]) => count > 0))] as const];
  });
  return JSON.stringify(Object.fromEntries(causes));
}

function outputsOf(result: ScanResult, { paths }: Written): Outcome<typeof action>['outputs'] {
  const { findings, fixed, packages, database } = result;
  const count = (all: readonly unknown[]): string => String(all.length);
  return {
    result: result.result,
    findings: count(findings),
    blocking: count(withEffect(result, 'block')),
    introduced: count(findings.filter(({ cause }) => cause === 'introduced')),
    suppressed: count(withEffect(result, 'suppressed')),
    fixed: count(fixed),
    counts: countsOf(result),
    packages: String(packages),
    advisories: String(database.advisories),
    databaseId: database.id,
    databaseAge: database.ageHours?.toString(),
    files: paths.map(([format, path]) => `${format}=${path}`).join('\n'),
    sarif: paths.find(([format]) => format === 'sarif')?.[1],
  };
}

function remarks(decision: Decision, facts: Facts, { cut }: Written): readonly Annotation[] {
  const notice: readonly Annotation[] = cut === undefined ? [] : [{ level: 'notice', title: 'SARIF', message: cut }];
  const older = facts.warnings.map((message): Annotation => ({ level: 'warning', title: 'Security scan', message }));
  return [...annotationsOf(decision, facts), ...older, ...notice];
}

/** Judges what the lockfiles resolve against the database; the verdict is the same in whatever form it is told. */
export async function runScan(inputs: Inputs, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const facts = await gather(inputs, ports, context);
  const decision = decideScan(facts, inputs.product, facts.others);
  const result = resultOf(facts, decision, inputs.service ?? context.repository ?? 'this folder');
  const written = await writeForms(inputs, result, ports, context);
  return {
    verdict: verdictOf(decision),
    headline: result.headline,
    outputs: outputsOf(result, written),
    annotations: remarks(decision, facts, written),
    summary: summaryOf(result),
    data: result as unknown as Json,
  };
}
