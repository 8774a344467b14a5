import { gzipSync } from 'node:zlib';
import { renderJUnit, type Written } from '@slipway/junit';
import type { Judged } from '@slipway/policy';
import { renderSarif, type Sarif } from '@slipway/sarif';
import { type Block, heading, paragraph, renderHtml, renderMarkdown } from '@slipway/summary';
import type { Format } from './formats.ts';
import type { ScanResult } from './result.ts';
import { summaryOf } from './summary.ts';
import { CAUSE_WORDS, nameOf, placeOf } from './words.ts';

/** A scan as SARIF, in the category of its service. */
export function sarifOf({ service, findings }: Pick<ScanResult, 'service' | 'findings'>): Sarif {
  const category = `security-scan/${service.replace(/[^\w.-]+/g, '-')}`;
  return renderSarif(findings, { category, packedSize: (text) => gzipSync(text).length });
}

function page(result: ScanResult): readonly Block[] {
  return [heading(3, `Security scan of ${result.service}`), paragraph([{ bold: result.headline }]), ...summaryOf(result)];
}

/** What a terminal would obey or a line end would break is left out of a line of text. */
const plain = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();

function tableRow({ finding, cause, effect, by }: Judged): readonly string[] {
  const { rating, id, fixes } = finding;
  return [effect, rating.level, nameOf(finding), id, fixes[0] ?? '-', CAUSE_WORDS[cause], placeOf(finding), by].map(plain);
}

function table({ findings, headline }: ScanResult): string {
  const rows = [['effect', 'severity', 'package', 'advisory', 'fixed in', 'cause', 'where', 'rule'], ...findings.map(tableRow)];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${plain(headline)}\n\n${lines.join('\n')}\n`;
}

function written(name: string, group: string, failure: string | undefined): Written {
  return { name, group, kind: failure === undefined ? 'passed' : 'failed', seconds: 0, detail: failure ?? '' };
}

function junitOf(result: ScanResult): string {
  const cases = result.findings.map(({ finding, effect, cause, by }) => {
    const failure = `${finding.rating.level}: ${finding.title} (${CAUSE_WORDS[cause]}; ${by}) at ${placeOf(finding)}`;
    return written(`${finding.id} in ${nameOf(finding)}`, finding.location.file, effect === 'block' ? failure : undefined);
  });
  const unjudged = result.unjudged.map(({ what, file }) => written(what, file, `Could not tell: ${what}`));
  const all = [...cases, ...unjudged];
  const shown = all.length > 0 ? all : [written(result.headline, 'scan', undefined)];
  return renderJUnit(`security-scan of ${result.service}`, shown);
}

/** How each form is written, and the name of its file's kind. */
export const FORMS: Readonly<Record<Format, { readonly extension: string; readonly render: (result: ScanResult) => string }>> = {
  json: { extension: 'findings.json', render: (result) => `${JSON.stringify(result, null, 2)}\n` },
  sarif: { extension: 'sarif', render: (result) => sarifOf(result).text },
  markdown: { extension: 'md', render: (result) => renderMarkdown(page(result)) },
  html: { extension: 'html', render: (result) => renderHtml(page(result), `Security scan of ${result.service}`) },
  junit: { extension: 'xml', render: junitOf },
  table: { extension: 'txt', render: table },
};

/** What a SARIF file leaves out, in one sentence; undefined when it has all there is. */
export function cutSentence({ cut, kept }: Sarif): string | undefined {
  if (cut === 0) return undefined;
  return `The SARIF file has the worst ${kept} findings; ${cut} more are in the report only, for GitHub would not keep them.`;
}
