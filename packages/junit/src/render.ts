import { XMLBuilder } from 'fast-xml-parser';

/** A test to write down. */
export interface Written {
  readonly name: string;
  /** What it belongs to within the suite, such as a file. */
  readonly group?: string;
  readonly kind: 'passed' | 'failed' | 'skipped';
  readonly seconds: number;
  /** Why it failed, or what is remarkable about its passing; may be empty. */
  readonly detail: string;
  readonly file?: string;
  readonly line?: number;
}

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true, suppressEmptyNode: true });

/** Characters that XML 1.0 cannot hold, even as references, become the sign for what cannot be shown. */
const writable = (text: string): string =>
  text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');

function element({ name, group, kind, seconds, detail, file, line }: Written): object {
  const [message = ''] = detail.split('\n');
  const told = { '@message': writable(message), '#text': writable(detail) };
  return {
    '@name': writable(name),
    ...(group !== undefined && { '@classname': writable(group) }),
    '@time': seconds.toFixed(3),
    ...(file !== undefined && { '@file': writable(file) }),
    ...(line !== undefined && { '@line': line }),
    ...(kind === 'failed' && { failure: told }),
    ...(kind === 'skipped' && { skipped: '' }),
    ...(kind === 'passed' && detail !== '' && { 'system-out': writable(detail) }),
  };
}

/** A JUnit XML report of one suite, as parseJUnit and every CI system read it. */
export function renderJUnit(suite: string, cases: readonly Written[]): string {
  const failures = cases.filter(({ kind }) => kind === 'failed').length;
  const skipped = cases.filter(({ kind }) => kind === 'skipped').length;
  const counts = { '@tests': cases.length, '@failures': failures, '@errors': 0, '@skipped': skipped };
  const time = cases.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3);
  const testsuite = { '@name': writable(suite), ...counts, '@time': time, testcase: cases.map(element) };
  const declaration = { '?xml': { '@version': '1.0', '@encoding': 'UTF-8' } };
  return builder.build({ ...declaration, testsuites: { testsuite } });
}
