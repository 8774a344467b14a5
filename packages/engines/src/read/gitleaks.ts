import { type Finding, findingOf } from '@slipway/findings';
import { badOutput, Fields, parseReport } from './fields.ts';
import { pathWithin, type ReportContext } from './place.ts';

const ENGINE = 'gitleaks';

/**
 * Reads the JSON report of gitleaks 8, a list. Of what matched nothing is kept, whether gitleaks was told to redact it or not.
 *
 * A secret has no degree, so each is rated as high.
 *
 * @throws Failure ENGINE_OUTPUT.
 */
export function readGitleaks(text: string, context: ReportContext): readonly Finding[] {
  const report = parseReport(ENGINE, text);
  if (!Array.isArray(report)) throw badOutput(ENGINE, 'its root is no list');
  return report.map((value: unknown, index) => {
    const leak = new Fields(ENGINE, value, `[${index}]`);
    const [line, commit] = [leak.maybeNumber('StartLine'), leak.maybeText('Commit')];
    return findingOf({
      engine: ENGINE,
      kind: 'secret',
      id: leak.text('RuleID'),
      title: `${leak.text('Description')}${commit === undefined ? '' : ` It stands in commit ${commit.slice(0, 12)}.`}`,
      location: { file: pathWithin(leak.text('File'), context), ...(line !== undefined && line > 0 && { line }) },
      ratings: [{ level: 'high', source: 'any secret' }],
      mark: [leak.text('Fingerprint')],
    });
  });
}
