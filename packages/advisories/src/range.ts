import { compareVersions, isVersion, type Order } from '@slipway/versions';
import type { Affected, Range, RangeEvent } from './advisory.ts';

/** Whether something holds; undefined when it cannot be told. */
type Answer = boolean | undefined;

/** A bound that no version is below (`0` where a range begins) or above (`*` where one ends). */
const isOpen = (event: RangeEvent): boolean => event.introduced === '0' || event.limit === '*';

const boundOf = ({ introduced, fixed, last_affected, limit }: RangeEvent): string =>
  introduced ?? fixed ?? last_affected ?? limit ?? '';

/** An event, and where the version stands against it: above zero when it lies behind. */
interface Step {
  readonly event: RangeEvent;
  readonly order: Order;
}

/** Events from the lowest up; those of the same version in the order in which they would be written. */
function sorted(ecosystem: string, events: readonly RangeEvent[]): readonly RangeEvent[] {
  const rank = (event: RangeEvent): number => (event.introduced === undefined ? 1 : 0);
  return events.toSorted((a, b) => {
    if (isOpen(a) || isOpen(b)) return Number(isOpen(b)) - Number(isOpen(a));
    return compareVersions(ecosystem, boundOf(a), boundOf(b)) || rank(a) - rank(b);
  });
}

/** By the evaluation rules of the OSV schema: each event that lies at or before the version sets what holds from there. */
function affectedAfter(steps: readonly Step[]): boolean {
  let affected = false;
  for (const { event, order } of steps) {
    if (event.introduced !== undefined && order >= 0) affected = true;
    else if (event.fixed !== undefined && order >= 0) affected = false;
    else if (event.last_affected !== undefined && order > 0) affected = false;
  }
  return affected;
}

/** Whether a version lies in a range; undefined when one of its bounds is no version of the ecosystem. */
function inRange({ events }: Range, ecosystem: string, version: string): Answer {
  const limits = events.filter(({ limit }) => limit !== undefined);
  const bounds = events.filter(({ limit }) => limit === undefined);
  if (events.some((event) => !isOpen(event) && !isVersion(ecosystem, boundOf(event)))) return undefined;
  const orderTo = (event: RangeEvent): Order => (isOpen(event) ? 1 : (compareVersions(ecosystem, version, boundOf(event)) ?? 0));
  // A range that has limits says nothing of versions that are below none of them.
  if (limits.length > 0 && !limits.some((event) => event.limit === '*' || orderTo(event) < 0)) return false;
  return affectedAfter(sorted(ecosystem, bounds).map((event) => ({ event, order: orderTo(event) })));
}

/** Yes when any says so, and otherwise undefined when any could not be told. */
function any(answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

/**
 * Whether a version is affected, by the order of the advisory's own ecosystem.
 *
 * Undefined when it cannot be told: the version has no order there (a tag, an address), one of the advisory's own has
 * none, or the advisory names the package and neither versions nor ranges of versions.
 */
export function isAffected({ ecosystem, ranges, versions }: Affected, version: string): Answer {
  if (versions.includes(version)) return true;
  if (ranges.length === 0 && versions.length === 0) return undefined;
  if (!isVersion(ecosystem, version)) return undefined;
  if (versions.some((each) => compareVersions(ecosystem, each, version) === 0)) return true;
  return any(ranges.map((range) => inRange(range, ecosystem, version)));
}

/** The lowest fixed version above the given one that none of the entries affects; undefined when there is none. */
export function fixFor(entries: readonly Affected[], version: string): string | undefined {
  const fixes = entries.flatMap(({ ecosystem, ranges }) =>
    ranges.flatMap(({ events }) => events.flatMap(({ fixed }) => (fixed === undefined ? [] : [{ ecosystem, fixed }]))),
  );
  return fixes
    .filter(({ ecosystem, fixed }) => (compareVersions(ecosystem, fixed, version) ?? 0) > 0)
    .filter(({ fixed }) => entries.every((each) => isAffected(each, fixed) !== true))
    .sort((a, b) => compareVersions(a.ecosystem, a.fixed, b.fixed) ?? 0)[0]?.fixed;
}
