import { anchor } from './anchor.ts';
import type { Finding, Spot } from './change.ts';
import { type Comparison, type Pair, writerOf } from './comparison.ts';
import { compareMedia } from './media.ts';

/** Compares what a request carries. */
export function bodyFindings(comparison: Comparison, pair: Pair): readonly Finding[] {
  const { base, head, name } = pair;
  const spot: Spot = { operation: name, side: 'request', part: 'body', path: [] };
  const sent = writerOf(pair, 'request') === 'request';
  if (base.body === undefined && head.body === undefined) return [];
  if (base.body === undefined) {
    const required = head.body?.required === true && sent;
    const rule = required ? 'request-body-added-required' : 'request-body-added';
    const message = `${name} now ${required ? 'requires' : 'takes'} a body`;
    return [{ rule, severity: required ? 'error' : 'info', spot, message, base: base.at, head: head.body?.at }];
  }
  if (head.body === undefined) {
    const message = `${name} no longer takes a body`;
    return [
      { rule: 'request-body-removed', severity: 'error', spot, message, base: base.body.at, head: anchor(base.body.at, head.at) },
    ];
  }
  const [stricter, looser] = [head.body.required && !base.body.required, base.body.required && !head.body.required];
  const became: readonly Finding[] =
    (sent && stricter) || (!sent && looser)
      ? [
          {
            rule: sent ? 'request-body-became-required' : 'callback-body-became-optional',
            severity: 'error',
            spot,
            message: sent ? `${name} now requires a body, which could be left out` : `${name} may now come without a body`,
            base: base.body.at,
            head: head.body.at,
          },
        ]
      : [];
  return [...became, ...compareMedia(comparison, writerOf(pair, 'request'), spot, [base.body.media, head.body.media])];
}
