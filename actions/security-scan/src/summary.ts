import { type Cause, CAUSES, type Finding } from '@slipway/findings';
import type { Judged } from '@slipway/policy';
import { type Block, type Cell, details, heading, type Inline, list, paragraph, table } from '@slipway/summary';
import { type ScanResult, type ToldUpgrade, withEffect } from './result.ts';
import { CAUSE_WORDS, counted, nameOf, placeOf, severityWord, wayOf, WORST_FIRST } from './words.ts';

const SIGNS = { critical: '🟥', high: '🟧', moderate: '🟨', low: '⬜', unknown: '❔' } as const;

const shownSeverity = (finding: Finding): string =>
  `${finding.kind === 'malware' ? '☠️' : SIGNS[finding.rating.level]} ${severityWord(finding)}${finding.rating.score === undefined ? '' : ` ${finding.rating.score.toFixed(1)}`}`;

/** A link where the advisory gives a web address, else the id alone. */
function idOf({ id, references }: Finding): Inline {
  const href = references.find((each) => each.startsWith('https://'));
  return href === undefined ? { code: id } : { link: id, href };
}

/** How many there are of each severity, a row a cause that occurs. */
function countsTable(findings: readonly Judged[], fixed: readonly Finding[]): Block {
  const all = [...findings.map(({ finding }) => finding), ...fixed];
  const columns = [...(all.some(({ kind }) => kind === 'malware') ? ['malware' as const] : []), ...WORST_FIRST];
  const row = (name: string, of: readonly Finding[]): readonly Cell[] => [
    name,
    ...columns.map((word) => String(of.filter((finding) => severityWord(finding) === word).length)),
    { bold: String(of.length) },
  ];
  const causes = CAUSES.filter((cause) => findings.some((each) => each.cause === cause));
  const own = (cause: Cause): readonly Finding[] => findings.filter((each) => each.cause === cause).map(({ finding }) => finding);
  const rows = causes.map((cause) => row(CAUSE_WORDS[cause], own(cause)));
  return table(['', ...columns, 'all'], [...rows, ...(fixed.length > 0 ? [row('fixed by this change', fixed)] : [])]);
}

function rowOf({ finding, by }: Judged): readonly Cell[] {
  const known = [
    ...(finding.exploited ? ['exploited'] : []),
    ...(finding.epss === undefined ? [] : [`EPSS ${(finding.epss * 100).toFixed(1)} %`]),
  ];
  const way = wayOf(finding);
  return [
    shownSeverity(finding),
    [
      { code: nameOf(finding) },
      ...(finding.package?.dev ? [' (development)'] : []),
      ...(way.includes('›') ? ['\n', { code: way }] : []),
    ],
    [idOf(finding), ...(known.length > 0 ? [`\n${known.join(', ')}`] : [])],
    finding.title,
    finding.fixes[0] ?? 'none yet',
    { code: placeOf(finding) },
    by,
  ];
}

const HEAD = ['severity', 'package', 'advisory', 'what', 'fixed in', 'where', 'rule'];

function upgradeRow({ name, version, to, direct, via, clears }: ToldUpgrade): readonly Cell[] {
  const way = via.slice(0, -1).join(' › ');
  return [
    { code: name },
    [{ code: version }, ' → ', to === null ? 'no fixed version yet' : { code: to }],
    direct ? 'direct' : way === '' ? 'through another package' : [{ code: way }],
    String(clears),
  ];
}

function blockingBlocks(result: ScanResult, limit: number): readonly Block[] {
  const blocking = withEffect(result, 'block');
  if (blocking.length === 0) return [];
  const upgrades = result.upgrades.slice(0, limit);
  return [
    heading(4, 'What fails the scan'),
    table(HEAD, blocking.slice(0, limit).map(rowOf)),
    ...more(blocking.length - limit),
    ...(upgrades.length > 0
      ? [heading(4, 'Shortest upgrades'), table(['package', 'upgrade', 'comes in', 'clears'], upgrades.map(upgradeRow))]
      : []),
  ];
}

const more = (count: number): readonly Block[] =>
  count > 0 ? [paragraph([`And ${counted(count, 'more', 'more')}; the report has all of them.`])] : [];

function foldedBlocks(result: ScanResult, limit: number): readonly Block[] {
  const [reported, suppressed] = [withEffect(result, 'report'), withEffect(result, 'suppressed')];
  const folded = (title: string, head: readonly string[], rows: readonly (readonly Cell[])[]): readonly Block[] =>
    rows.length === 0 ? [] : [details(title, [table(head, rows.slice(0, limit)), ...more(rows.length - limit)])];
  return [
    ...folded(
      `${counted(reported.length, 'finding')} that ${reported.length === 1 ? 'does' : 'do'} not fail the scan`,
      [...HEAD, 'cause'],
      reported.map((each) => [...rowOf(each), CAUSE_WORDS[each.cause]]),
    ),
    ...folded(
      `${counted(suppressed.length, 'finding')} set aside`,
      ['package', 'advisory', 'by', 'reason', 'who', 'until'],
      suppressed.flatMap((each) =>
        each.effect === 'suppressed'
          ? [
              [
                { code: nameOf(each.finding) },
                idOf(each.finding),
                each.by,
                each.suppression.reason,
                each.suppression.owner,
                each.suppression.expires ?? '',
              ],
            ]
          : [],
      ),
    ),
    ...folded(
      `${counted(result.fixed.length, 'finding')} fixed by this change`,
      ['severity', 'package', 'advisory'],
      result.fixed.map((each) => [shownSeverity(each), { code: nameOf(each) }, idOf(each)]),
    ),
    ...folded(
      `${counted(result.faults.length, 'entry', 'entries')} of the ignore file to look at`,
      ['entry', 'state', 'who', 'until'],
      result.faults.map(({ id, kind, owner, expires }) => [{ code: id }, kind, owner, expires]),
    ),
  ];
}

function ageOf({ madeAt, ageHours }: ScanResult['database']): string {
  if (madeAt === null || ageHours === null) return 'without a date';
  const age = ageHours < 48 ? `${ageHours} h` : `${Math.floor(ageHours / 24)} days`;
  return `of ${madeAt.slice(0, 16).replace('T', ' ')} UTC, ${age} old`;
}

function provenance({ database, base }: ScanResult): Block {
  const compared: readonly Inline[] =
    'commit' in base ? ['Compared with ', { code: base.commit.slice(0, 12) }, '.'] : [`Compared with nothing: ${base.unknown}`];
  const { id, advisories } = database;
  return list([
    [
      'Database ',
      { code: id.slice(0, 19) },
      ` ${ageOf(database)}, ${counted(advisories, 'advisory', 'advisories')}; one for both sides.`,
    ],
    compared,
  ]);
}

/** What a person reads of a scan; at most so many rows a table. */
export function summaryOf(result: ScanResult, limit = 200): readonly Block[] {
  const { findings, fixed, unjudged } = result;
  const open = findings.filter(({ effect }) => effect !== 'suppressed');
  return [
    ...(open.length + fixed.length > 0 ? [countsTable(open, fixed)] : []),
    ...blockingBlocks(result, limit),
    ...(unjudged.length > 0
      ? [
          heading(4, 'What could not be told'),
          table(
            ['what', 'where'],
            unjudged.slice(0, limit).map(({ what, file, line }) => [what, { code: line === null ? file : `${file}:${line}` }]),
          ),
        ]
      : []),
    ...foldedBlocks(result, limit),
    provenance(result),
  ];
}
