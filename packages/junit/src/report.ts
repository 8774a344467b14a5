import { Failure } from '@slipway/failure';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** One test of a JUnit report. */
export interface TestCase {
  /** Suite and test name, joined as the report nests them. */
  readonly name: string;
  readonly result: 'passed' | 'failed' | 'skipped';
  readonly seconds: number;
  /** Message and stack of a failure. */
  readonly detail: string;
  /** As the report states them; most writers state neither. */
  readonly file?: string;
  readonly line?: number;
}

/** What a JUnit report says. */
export interface TestReport {
  readonly cases: readonly TestCase[];
}

interface XmlNode {
  readonly [name: string]: unknown;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  processEntities: true,
  htmlEntities: true,
  cdataPropName: '#cdata',
  isArray: (name) => ['testsuites', 'testsuite', 'testcase', 'failure', 'error', 'skipped'].includes(name),
});

const nodes = (node: XmlNode, name: string): readonly XmlNode[] =>
  ((node[name] ?? []) as readonly (XmlNode | string)[]).map((each) => (typeof each === 'string' ? { '#text': each } : each));
const attribute = (node: XmlNode, name: string): string => String(node[`@${name}`] ?? '');

function textOf(node: XmlNode): string {
  const parts = [attribute(node, 'message'), node['#text'], node['#cdata']]
    .flat()
    .filter((part) => part !== undefined && part !== '');
  return parts.map(String).join('\n').trim();
}

function caseOf(node: XmlNode, suites: readonly string[]): TestCase {
  const failures = [...nodes(node, 'failure'), ...nodes(node, 'error')];
  const line = Number(attribute(node, 'line'));
  const file = attribute(node, 'file');
  return {
    name: [...suites, attribute(node, 'name')].filter((part) => part !== '').join(' › '),
    result: failures.length > 0 ? 'failed' : node['skipped'] === undefined ? 'passed' : 'skipped',
    seconds: Number(attribute(node, 'time')) || 0,
    detail: failures.map(textOf).join('\n'),
    ...(file !== '' && { file }),
    ...(line > 0 && { line }),
  };
}

function casesOf(node: XmlNode, suites: readonly string[]): readonly TestCase[] {
  const own = nodes(node, 'testcase').map((each) => caseOf(each, suites));
  const nested = nodes(node, 'testsuite').flatMap((suite) => casesOf(suite, [...suites, attribute(suite, 'name')]));
  return [...own, ...nested];
}

/**
 * Parses a JUnit XML report, as jest, node's runner, pytest, gotestsum, Surefire and others write it.
 *
 * @throws Failure JUNIT_MALFORMED when the text is not such a report, with line and column of a syntax error.
 */
export function parseJUnit(file: string, text: string): TestReport {
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    const { msg, line, col } = valid.err;
    throw new Failure({ code: 'JUNIT_MALFORMED', message: `This is not XML: ${msg}`, location: { file, line, column: col } });
  }
  const root = parser.parse(text) as XmlNode;
  if (root['testsuites'] === undefined && root['testsuite'] === undefined) {
    const remedy = 'Have the test command write JUnit XML there.';
    throw new Failure({
      code: 'JUNIT_MALFORMED',
      message: 'The file holds no <testsuites> or <testsuite>.',
      remedy,
      location: { file },
    });
  }
  const tops = nodes(root, 'testsuites');
  return { cases: (tops.length > 0 ? tops : [root]).flatMap((top) => casesOf(top, [])) };
}
