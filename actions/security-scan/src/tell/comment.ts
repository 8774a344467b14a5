import { type Block, type Cell, details, heading, type Inline, paragraph, renderMarkdown, table } from '@slipway/summary';
import type { Judged } from '@slipway/policy';
import { type ScanResult, withEffect } from '../result.ts';
import { CAUSE_WORDS, counted, nameOf, placeOf, severityWord, upgradeSentence } from '../words.ts';
import type { ReadReport } from './read-report.ts';

/** GitHub takes 65,536 characters: six cells of 160, each of which may be an escaped bar, leave room for so many rows. */
const MOST_ROWS = 25;
const LONGEST_TEXT = 160;

/** Text of a lockfile or an advisory on one line. In a code span nothing of it is a mention, markup or a comment. */
function quoted(text: string): { readonly code: string } {
  // Direction marks make text read otherwise than it is.
  const plain = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return { code: plain.length > LONGEST_TEXT ? `${plain.slice(0, LONGEST_TEXT)}…` : plain || ' ' };
}

/** A sentence of ours; where a package's name stands in it, as text that mentions nobody. */
const said = (headline: string): Inline => (/[@<`]/.test(headline) ? quoted(headline) : headline);

/** What the comment of one service begins with. */
export const markerOf = (service: string): string => `<!-- slipway:security-scan:${service.replace(/[^\w.]+/g, '-')} -->`;

function rowOf({ finding, cause }: Judged, to: string | undefined): readonly Cell[] {
  const mend = upgradeSentence(finding, to);
  return [
    severityWord(finding),
    quoted(nameOf(finding)),
    quoted(finding.id),
    quoted(finding.title),
    mend === '' ? '' : quoted(mend),
    CAUSE_WORDS[cause],
    quoted(placeOf(finding)),
  ];
}

function rows({ upgrades }: ScanResult, judged: readonly Judged[]): Block {
  const to = (each: Judged): string | undefined => {
    const own = upgrades.find(({ name, version, file }) => {
      const { package: of, location } = each.finding;
      return name === of?.name && version === of.version && file === location.file;
    });
    return own === undefined ? each.finding.fixes[0] : (own.to ?? undefined);
  };
  return table(
    ['severity', 'package', 'advisory', 'what', 'mend it', 'cause', 'where'],
    judged.slice(0, MOST_ROWS).map((each) => rowOf(each, to(each))),
  );
}

const rest = (count: number): readonly Block[] =>
  count > 0 ? [paragraph([`And ${counted(count, 'more', 'more')}; the job summary has all of them.`])] : [];

function foundBlocks(result: ScanResult): readonly Block[] {
  const [blocking, reported] = [withEffect(result, 'block'), withEffect(result, 'report')];
  const sign = blocking.length > 0 ? '❌' : result.result === 'unknown' ? '❔' : '✅';
  const folded = [rows(result, reported), ...rest(reported.length - MOST_ROWS)];
  const fixed = counted(result.fixed.length, 'finding');
  return [
    paragraph([`${sign} `, said(result.headline)]),
    ...(blocking.length > 0 ? [rows(result, blocking), ...rest(blocking.length - MOST_ROWS)] : []),
    ...(reported.length > 0 && blocking.length + reported.length <= MOST_ROWS
      ? [
          details(
            `${counted(reported.length, 'finding')} that ${reported.length === 1 ? 'does' : 'do'} not fail the scan`,
            folded,
          ),
        ]
      : []),
    ...(result.fixed.length > 0 ? [paragraph([`This change fixes ${fixed}.`])] : []),
  ];
}

/** The comment about a scan: what fails it, and what mends that. */
export function commentOf(report: ReadReport, service: string, runUrl: string | undefined): string {
  const blocks =
    report.kind === 'found'
      ? foundBlocks(report.result)
      : [paragraph(['🛑 The scan was not carried out: ', said(report.headline)])];
  const run = runUrl === undefined ? [] : [paragraph([{ link: 'The run', href: runUrl }, ' has the whole of it.'])];
  return `${markerOf(service)}\n${renderMarkdown([heading(3, 'Security scan'), paragraph([quoted(service)]), ...blocks, ...run])}`;
}

/** Whether there is something that a pull request without a comment should be given one for. */
export const isWorthAComment = (report: ReadReport): boolean =>
  report.kind === 'stopped' || report.result.result === 'unknown' || withEffect(report.result, 'block').length > 0;
