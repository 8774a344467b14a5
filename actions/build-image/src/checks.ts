import type { Annotation } from '@slipway/runner';

/** One remark of the engine about a line of the Dockerfile. */
export interface CheckFinding {
  readonly rule: string;
  readonly message: string;
  readonly line: number;
  readonly url?: string;
}

const BLOCK = /^(?:WARNING|ERROR): (\S+)(?: - (\S+))?\n(.+)\n.*:(\d+)\n-{10,}$/gm;

/** Parses what the engine's checks print: blocks with rule, message, place and some lines of source. */
export function parseChecks(text: string): readonly CheckFinding[] {
  return [...text.replaceAll('\r', '').matchAll(BLOCK)].map(([, rule = '', url, message = '', line]) => ({
    rule,
    message,
    line: Number(line),
    ...(url !== undefined && { url }),
  }));
}

/** Rules about mistakes that bite at run time or leak something; the rest is a matter of style. */
const GRAVE = [
  'SecretsUsedInArgOrEnv',
  'UndefinedVar',
  'UndefinedArgInFrom',
  'InvalidBaseImagePlatform',
  'CopyIgnoredFile',
  'ExposeInvalidFormat',
];

/** The findings with the gravest first, each once. */
export function worstFirst(findings: readonly CheckFinding[]): readonly CheckFinding[] {
  const once = [...new Map(findings.map((finding) => [`${finding.rule} ${finding.line} ${finding.message}`, finding])).values()];
  const rank = ({ rule }: CheckFinding): number => (GRAVE.includes(rule) ? 0 : 1);
  return once.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line);
}

/** The findings as annotations on the lines of the Dockerfile, which the engine knows by its name alone. */
export function checkAnnotations(
  findings: readonly CheckFinding[],
  file: string,
  level: 'warning' | 'error',
): readonly Annotation[] {
  return findings.map(({ rule, message, line, url }) => ({
    level,
    title: rule,
    message: url === undefined ? message : `${message}\n${url}`,
    file,
    line,
  }));
}
