import { type Finding, findingOf, type Rating, ratingOfWord, type Severity } from '@slipway/findings';
import { Failure } from '@slipway/failure';
import { Fields, parseReport } from './fields.ts';
import { firstLine, pathWithin, type ReportContext } from './place.ts';

const ENGINE = 'semgrep';

/** Semgrep's own three words; newer rules use those of everybody else. */
const WORDS: Readonly<Record<string, Severity>> = { ERROR: 'high', WARNING: 'moderate', INFO: 'low' };

function ratingOf(word: string): Rating {
  const level = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  return level === undefined ? ratingOfWord(word, 'word of semgrep') : { level, source: 'word of semgrep' };
}

/** Semgrep ends with 0 also when some of its work went wrong, and says so in its report. */
function refuseErrors(report: Fields): void {
  const errors = report.objects('errors').filter((each) => each.text('level') === 'error');
  if (errors.length === 0) return;
  const messages = errors.map((each) => firstLine(each.maybeText('message') ?? each.maybeText('type') ?? 'no message'));
  const remedy = 'Run semgrep by hand with the same rules; what it did not look at may hold anything.';
  throw new Failure(
    messages.map((message) => ({ code: 'ENGINE_FAILED', message: `semgrep could not do all of its work: ${message}`, remedy })),
  );
}

/**
 * Reads the JSON report of semgrep.
 *
 * @throws Failure ENGINE_OUTPUT, or ENGINE_FAILED for what it says that it could not do.
 */
export function readSemgrep(text: string, context: ReportContext): readonly Finding[] {
  const report = new Fields(ENGINE, parseReport(ENGINE, text));
  refuseErrors(report);
  return report.objects('results').map((result) => {
    const [start, extra] = [result.object('start'), result.object('extra')];
    const line = start.maybeNumber('line');
    const metadata = extra.maybeObject('metadata');
    return findingOf({
      engine: ENGINE,
      kind: 'code',
      id: result.text('check_id'),
      title: firstLine(extra.text('message')),
      location: { file: pathWithin(result.text('path'), context), ...(line !== undefined && { line }) },
      ratings: [ratingOf(extra.text('severity'))],
      references: metadata?.maybeTexts('references') ?? [],
    });
  });
}
