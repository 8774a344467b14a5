import { compare, parse } from 'semver';
import type { Affected, Range } from './advisory.ts';

/** `0` in an `introduced` event stands for "before any version". */
const order = (a: string, b: string): number => (b === '0' ? 1 : compare(a, b));

/** Whether one event lies at or before the version, and if so what it says from there on. */
function effect(event: Range['events'][number], version: string): { at: string; affected: boolean } | undefined {
  if (event.introduced !== undefined && order(version, event.introduced) >= 0) return { at: event.introduced, affected: true };
  const end = event.fixed ?? event.limit;
  if (end !== undefined && order(version, end) >= 0) return { at: end, affected: false };
  if (event.last_affected !== undefined && order(version, event.last_affected) > 0)
    return { at: event.last_affected, affected: false };
  return undefined;
}

/** The state at a version: that of the latest event up to it, by the evaluation rules of the OSV schema. */
function inRange({ events }: Range, version: string): boolean {
  const effects = events.map((event) => effect(event, version)).filter((each) => each !== undefined);
  const latest = effects
    .sort((a, b) => (a.at === '0' ? -1 : b.at === '0' ? 1 : compare(a.at, b.at) || Number(b.affected) - Number(a.affected)))
    .at(-1);
  return latest?.affected ?? false;
}

const ordered = (version: string | undefined): boolean => version === undefined || version === '0' || parse(version) !== null;

/**
 * Whether an npm version is affected; undefined when it cannot be told, because the version (a tag, an address) or one
 * of the advisory's own has no order.
 */
export function isAffected(affected: Affected, version: string): boolean | undefined {
  if (affected.versions.includes(version)) return true;
  if (affected.ranges.length === 0) return false;
  const bounds = affected.ranges.flatMap(({ events }) => events.flatMap((event) => Object.values(event)));
  if (parse(version) === null || !bounds.every(ordered)) return undefined;
  return affected.ranges.some((range) => inRange(range, version));
}

/** The lowest fixed version above the given one; undefined when there is none. */
export function fixFor(affected: Affected, version: string): string | undefined {
  const fixes = affected.ranges.flatMap(({ events }) => events.flatMap(({ fixed }) => (fixed === undefined ? [] : [fixed])));
  return fixes.filter((fix) => parse(fix) !== null && parse(version) !== null && compare(fix, version) > 0).sort(compare)[0];
}
