import { Failure } from '@slipway/failure';
import { type Finding, findingOf, levelOf, type Rating, type Severity } from '@slipway/findings';
import { badOutput, Fields, parseReport } from './fields.ts';
import { firstLine, pathWithin, type ReportContext } from './place.ts';

/** Section 3.27.10 of SARIF 2.1.0. */
const LEVELS: Readonly<Record<string, Severity>> = { error: 'high', warning: 'moderate', note: 'low', none: 'low' };

interface Rule {
  readonly level?: string;
  readonly rating?: Rating;
  readonly text?: string;
  readonly help?: string;
}

/** GitHub's property for the severity of a rule, from 0 to 10. */
function scoreOf(rule: Fields): Rating | undefined {
  const given = rule.maybeObject('properties')?.members['security-severity'];
  const score = Number(typeof given === 'string' || typeof given === 'number' ? given : Number.NaN);
  return score >= 0 && score <= 10 ? { level: levelOf(score), source: 'security-severity', score } : undefined;
}

function rulesOf(driver: Fields): ReadonlyMap<string, Rule> {
  return new Map(
    driver.maybeObjects('rules').map((rule) => {
      const level = rule.maybeObject('defaultConfiguration')?.maybeText('level');
      const rating = scoreOf(rule);
      const text = rule.maybeObject('shortDescription')?.maybeText('text');
      const help = rule.maybeText('helpUri');
      return [
        rule.text('id'),
        { ...(level && { level }), ...(rating && { rating }), ...(text && { text }), ...(help && { help }) },
      ];
    }),
  );
}

/** What counts: failures that nobody has accepted (sections 3.27.9 and 3.27.23). */
function counts(result: Fields): boolean {
  if ((result.maybeText('kind') ?? 'fail') !== 'fail' || result.maybeText('baselineState') === 'absent') return false;
  return result
    .maybeObjects('suppressions')
    .every((each) => ['underReview', 'rejected'].includes(each.maybeText('status') ?? ''));
}

function placeOf(result: Fields, context: ReportContext) {
  const place = result.maybeObjects('locations')[0]?.maybeObject('physicalLocation');
  const uri = place?.maybeObject('artifactLocation')?.maybeText('uri') ?? '';
  const line = place?.maybeObject('region')?.maybeNumber('startLine');
  return { file: pathWithin(decodeURI(uri), context), ...(line !== undefined && { line }) };
}

function findingIn(result: Fields, engine: string, rules: ReadonlyMap<string, Rule>, context: ReportContext): Finding {
  const id = result.maybeText('ruleId') ?? result.maybeObject('rule')?.maybeText('id') ?? 'unnamed';
  const rule = rules.get(id) ?? {};
  const level = result.maybeText('level') ?? rule.level ?? 'warning';
  const prints = Object.values(result.maybeObject('partialFingerprints')?.members ?? {});
  return findingOf({
    engine,
    kind: 'code',
    id,
    title: firstLine(result.object('message').maybeText('text') ?? rule.text ?? id),
    location: placeOf(result, context),
    ratings: [...(rule.rating ? [rule.rating] : []), { level: LEVELS[level] ?? 'unknown', source: 'level of SARIF' }],
    references: rule.help === undefined ? [] : [rule.help],
    mark: prints.filter((each) => typeof each === 'string'),
  });
}

/**
 * Reads a SARIF 2.1.0 file of any tool; the engine is called as the tool calls itself.
 *
 * @throws Failure ENGINE_OUTPUT, or ENGINE_FAILED when the tool says that it did not succeed.
 */
export function readSarif(text: string, context: ReportContext): readonly Finding[] {
  const log = new Fields('SARIF', parseReport('SARIF', text));
  if (log.text('version') !== '2.1.0') throw badOutput('SARIF', `its version is ${log.text('version')}, and 2.1.0 is read`);
  return log.objects('runs').flatMap((run) => {
    const driver = run.object('tool').object('driver');
    const engine = driver.text('name');
    if (run.maybeObjects('invocations').some((each) => each.members['executionSuccessful'] === false)) {
      const remedy = 'Look at the log of that tool; what it did not look at may hold anything.';
      throw new Failure({ code: 'ENGINE_FAILED', message: `${engine} says in its SARIF file that it did not succeed.`, remedy });
    }
    // A run without results did not look: section 3.14.23 has an empty list for "looked, and found nothing".
    const rules = rulesOf(driver);
    return run
      .objects('results')
      .filter(counts)
      .map((result) => findingIn(result, engine, rules, context));
  });
}
