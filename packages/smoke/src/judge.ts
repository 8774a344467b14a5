import { type Answer, type Mismatch, shown, textOf } from './answer.ts';
import { jsonMismatches } from './judge-json.ts';
import { dnsMismatches } from './judge-dns.ts';
import { find } from './pattern.ts';
import { percentile } from './percentile.ts';
import type { Expectation, HeaderRule, StatusRule } from './suite.ts';

/** What judging needs beside the answer: the time, and how bytes are hashed. */
export interface Bench {
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /** SHA-256 in lower-case hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => string;
}

const DAY_MS = 86_400_000;

const fits = (rule: StatusRule, status: number): boolean =>
  typeof rule === 'number' ? rule === status : rule === `${Math.floor(status / 100)}xx`;

/** Whether a status is one that is expected; every status is where none is. */
export function statusFits({ status: rules }: Expectation, status: number): boolean {
  return rules === undefined || [rules].flat().some((rule) => fits(rule, status));
}

function statusMismatches(expect: Expectation, answer: Answer): readonly Mismatch[] {
  if (statusFits(expect, answer.status)) return [];
  const wanted = [expect.status ?? []].flat().join(' or ');
  const message = `expected status ${wanted}, got ${answer.status} with the body ${shown(textOf(answer))}`;
  return [{ at: ['expect', 'status'], message }];
}

function headerClause(rule: HeaderRule, actual: string | undefined): readonly [string, string] | undefined {
  if (rule.absent) return actual === undefined ? undefined : ['absent', 'to be absent'];
  if (rule.equals !== undefined && actual !== rule.equals) return ['equals', `to be ${shown(rule.equals)}`];
  if (rule.matches !== undefined && (actual === undefined || find(rule.matches, actual) === undefined))
    return ['matches', `to match ${shown(rule.matches)}`];
  return actual === undefined ? ['', 'to be there'] : undefined;
}

function headerMismatches(expect: Expectation, answer: Answer): readonly Mismatch[] {
  return Object.entries(expect.headers ?? {}).flatMap(([name, rule]) => {
    const actual = answer.headers[name.toLowerCase()];
    const clause = headerClause(typeof rule === 'string' ? { equals: rule } : rule, actual);
    if (clause === undefined) return [];
    const [key, words] = clause;
    const at = ['expect', 'headers', name, ...(typeof rule === 'string' || key === '' ? [] : [key])];
    return [{ at, message: `expected header ${name} ${words}, got ${shown(actual)}` }];
  });
}

function bodyMismatches(expect: Expectation, answer: Answer, { sha256 }: Bench): readonly Mismatch[] {
  const text = textOf(answer);
  const wrong: Mismatch[] = [];
  if (expect.body !== undefined && !text.includes(expect.body))
    wrong.push({ at: ['expect', 'body'], message: `expected the body to hold ${shown(expect.body)}, got ${shown(text)}` });
  if (expect.matches !== undefined && find(expect.matches, text) === undefined)
    wrong.push({ at: ['expect', 'matches'], message: `expected the body to match ${shown(expect.matches)}, got ${shown(text)}` });
  const digest = expect.sha256 === undefined ? undefined : sha256(answer.body);
  if (digest !== expect.sha256)
    wrong.push({ at: ['expect', 'sha256'], message: `expected a body of sha256 ${expect.sha256}, got ${digest}` });
  return wrong;
}

function redirectMismatches({ redirects: rule = {} }: Expectation, { redirects }: Answer): readonly Mismatch[] {
  const wrong: Mismatch[] = [];
  if (rule.count !== undefined && redirects.length !== rule.count)
    wrong.push({ at: ['expect', 'redirects', 'count'], message: `expected ${rule.count} redirects, got ${redirects.length}` });
  const last = redirects.at(-1);
  const { pathname = '', search = '' } = last === undefined ? {} : new URL(last);
  if (rule.to !== undefined && last !== rule.to && pathname + search !== rule.to)
    wrong.push({ at: ['expect', 'redirects', 'to'], message: `expected to be led to ${shown(rule.to)}, got ${shown(last)}` });
  return wrong;
}

function tlsMismatches({ tls }: Expectation, { certificates }: Answer, now: number): readonly Mismatch[] {
  if (tls === undefined) return [];
  const at = ['expect', 'tls'];
  const [first, ...rest] = certificates;
  if (first === undefined) return [{ at, message: 'expected an answer over TLS, and it came over plain HTTP' }];
  const wrong: Mismatch[] = [];
  const soonest = rest.reduce((least, each) => (each.validUntil < least.validUntil ? each : least), first);
  const days = Math.floor((soonest.validUntil - now) / DAY_MS);
  if (tls.daysLeft !== undefined && days < tls.daysLeft) {
    const message = `expected certificates that are valid for ${tls.daysLeft} days, and that of ${shown(soonest.subject)} is for ${days}`;
    wrong.push({ at: [...at, 'daysLeft'], message });
  }
  if (tls.issuer !== undefined && !certificates.some(({ issuer }) => issuer === tls.issuer)) {
    const message = `expected a chain that ${shown(tls.issuer)} issued, got ${certificates.map(({ issuer }) => shown(issuer)).join(', ')}`;
    wrong.push({ at: [...at, 'issuer'], message });
  }
  return wrong;
}

function timeMismatches({ withinMs }: Expectation, { ms }: Answer): readonly Mismatch[] {
  if (withinMs === undefined || ms <= withinMs) return [];
  return [{ at: ['expect', 'withinMs'], message: `expected an answer within ${withinMs} ms, it took ${ms} ms` }];
}

/** Every expectation that an answer does not meet, whatever a repeated request's other answers are. */
export function judgeAnswer(expect: Expectation, answer: Answer, bench: Bench): readonly Mismatch[] {
  return [
    ...statusMismatches(expect, answer),
    ...headerMismatches(expect, answer),
    ...timeMismatches(expect, answer),
    ...bodyMismatches(expect, answer, bench),
    ...jsonMismatches(expect, answer),
    ...redirectMismatches(expect, answer),
    ...dnsMismatches(expect, answer),
    ...tlsMismatches(expect, answer, bench.now),
  ];
}

/** Every limit of a percentile that the times of a repeated request's answers, in milliseconds, are over. */
export function judgeTimes({ percentiles }: Expectation, times: readonly number[]): readonly Mismatch[] {
  return Object.entries(percentiles ?? {}).flatMap(([name, limit]) => {
    const actual = percentile(times, Number(name.slice(1)));
    if (actual <= limit) return [];
    const message = `expected ${name} of ${times.length} answers within ${limit} ms, it was ${actual} ms`;
    return [{ at: ['expect', 'percentiles', name], message }];
  });
}
