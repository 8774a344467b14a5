import { escapeHtml } from '@slipway/summary';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Step {
  readonly time: number;
  readonly action: string;
  readonly page: string;
  readonly verdict: string;
  readonly headline: string;
}

function stepOf(folder: string, file: string): Step {
  const report = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { action: string; verdict: string; headline: string };
  const [, time] = /-(\d{13})-[0-9a-f]+\.json$/.exec(file) ?? [];
  return { ...report, time: Number(time), page: file.replace(/\.json$/, '.html') };
}

/** Writes one page that leads to the job summary of every step, in the order in which they ran, and gives its path. */
export function writePage(folder: string): string {
  const steps = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => stepOf(folder, file));
  const rows = steps
    .sort((a, b) => a.time - b.time)
    .map(
      ({ action, page, verdict, headline }) =>
        `<tr><td>${verdict}</td><td><a href="${escapeHtml(page)}">${escapeHtml(action)}</a></td><td>${escapeHtml(headline)}</td></tr>`,
    );
  const style =
    'body{font:14px/1.5 system-ui,sans-serif;margin:24px;max-width:1100px}td,th{border:1px solid #d1d9e0;padding:5px 12px;text-align:left}table{border-collapse:collapse}';
  const path = join(folder, 'index.html');
  writeFileSync(
    path,
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Job summaries</title><style>${style}</style></head><body><h1>Job summaries</h1><table><tr><th>verdict</th><th>step</th><th>what it says</th></tr>\n${rows.join('\n')}\n</table></body></html>\n`,
  );
  return path;
}
