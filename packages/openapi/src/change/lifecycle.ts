import type { Operation } from '../api/api.ts';
import { child, type Node } from '../document/node.ts';
import { anchor } from './anchor.ts';
import type { Finding, Spot } from './change.ts';
import type { Comparison, Pair } from './comparison.ts';

/** A day as `x-sunset` writes it; undefined when it is none. */
export function dayOf(text: string): number | undefined {
  const [day = ''] = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(text) ?? [];
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : time;
}

const spotOf = (operation: string): Spot => ({ operation, side: 'operation', part: 'operation', path: [] });

/** What the removal of an operation comes to: it may go when it was deprecated and its sunset has passed. */
export function removalFinding(comparison: Comparison, name: string, base: Operation, paths: Node): Finding {
  const item = base.at.parent;
  const kept = item?.key === undefined ? undefined : child(paths, item.key);
  const head = kept === undefined ? anchor(item ?? base.at, paths) : anchor(base.at, kept);
  const finding = { spot: spotOf(name), base: base.at, head };
  if (!base.deprecated) return { ...finding, rule: 'operation-removed', severity: 'error', message: `${name} is gone` };
  if (base.sunset === undefined) {
    const message = `${name} is gone; it was deprecated without a day from which it may be`;
    return { ...finding, rule: 'operation-removed-deprecated', severity: 'warning', message };
  }
  const day = dayOf(base.sunset.text);
  if (day !== undefined && day <= comparison.now) {
    const message = `${name} is gone; its sunset was on ${base.sunset.text}`;
    return { ...finding, rule: 'operation-removed-after-sunset', severity: 'info', message };
  }
  const message =
    day === undefined
      ? `${name} is gone, and its sunset "${base.sunset.text}" is no day such as 2027-01-31`
      : `${name} is gone before its sunset on ${base.sunset.text}`;
  const rule = day === undefined ? 'sunset-malformed' : 'operation-removed-before-sunset';
  return { ...finding, rule, severity: 'error', message, base: day === undefined ? base.sunset.at : base.at };
}

/** Compares whether an operation is on its way out, and until when it stays. */
export function lifecycleFindings(_: Comparison, { name, base, head }: Pair): readonly Finding[] {
  const spot = spotOf(name);
  const [before, after] = [base.sunset, head.sunset];
  const make = (rule: string, severity: Finding['severity'], message: string, at: Node): Finding => ({
    rule,
    severity,
    spot,
    message,
    base: before?.at ?? base.at,
    head: at,
  });
  const found: Finding[] = [];
  if (head.deprecated && !base.deprecated)
    found.push(make('operation-deprecated', 'info', `${name} is now deprecated`, child(head.at, 'deprecated') ?? head.at));
  if (after !== undefined && dayOf(after.text) === undefined)
    found.push(
      make('sunset-malformed', 'error', `the sunset of ${name}, "${after.text}", is no day such as 2027-01-31`, after.at),
    );
  const [then, now] = [before && dayOf(before.text), after && dayOf(after.text)];
  if (then !== undefined && now !== undefined && now < then)
    found.push(
      make(
        'sunset-brought-forward',
        'error',
        `${name} may be gone from ${after?.text}, and was to stay until ${before?.text}`,
        after?.at ?? head.at,
      ),
    );
  if (before !== undefined && after === undefined && head.deprecated)
    found.push(
      make(
        'sunset-removed',
        'error',
        `${name} is deprecated and no longer says from which day it may be gone`,
        child(head.at, 'deprecated') ?? head.at,
      ),
    );
  return found;
}
