import { escapeHtml } from '@slipway/summary';

/** A JUnit report as it is written here: one suite, whose cases fail or do not. */
export interface JunitReport {
  readonly name: string;
  readonly cases: readonly { readonly name: string; readonly group: string; readonly failure?: string }[];
}

/** Characters that XML 1.0 cannot hold, even as references, become the sign for what cannot be shown. */
const text = (raw: string): string =>
  escapeHtml(raw.toWellFormed().replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}'));

/** The report as JUnit XML. */
export function renderJunit({ name, cases }: JunitReport): string {
  const failures = cases.filter(({ failure }) => failure !== undefined).length;
  const shown = cases.map(({ name: of, group, failure }) => {
    const open = `    <testcase name="${text(of)}" classname="${text(group)}"`;
    return failure === undefined ? `${open}/>` : `${open}>\n      <failure message="${text(failure)}"/>\n    </testcase>`;
  });
  const suite = `  <testsuite name="${text(name)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suite}\n${shown.join('\n')}\n  </testsuite>\n</testsuites>\n`;
}
