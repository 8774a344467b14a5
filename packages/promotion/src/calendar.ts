/** When nothing may be promoted, or when alone something may. */
export interface Window {
  readonly reason: string;
  /** `deny` where it is left out. */
  readonly kind?: 'deny' | 'allow';
  /** First moment, as a date or a date with a time on the wall: 2026-12-20 or 2026-12-20T16:00. */
  readonly from?: string;
  /** Last day, which belongs to it whole, or the first moment after it: 2027-01-02 or 2027-01-02T08:00. */
  readonly to?: string;
  readonly days?: readonly Day[];
  /** Such as 16:00-24:00; one that ends before it begins goes on until the next morning. */
  readonly hours?: string;
}

/** A day of the week. */
export type Day = (typeof DAYS)[number];
/** The days of the week, Monday first. */
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Windows and the time zone whose clocks they are read on. */
export interface Calendar {
  /** By its name in the IANA database, such as Europe/Berlin. */
  readonly zone: string;
  readonly windows: readonly Window[];
}

/** What the calendar says of a moment. */
export type Season = { readonly kind: 'open' } | { readonly kind: 'frozen'; readonly why: readonly string[] };

interface Wall {
  /** 2026-12-20T16:05 */
  readonly moment: string;
  readonly day: Day;
  readonly minutes: number;
}

/** Whether the runtime knows a time zone. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * What the clock on the wall shows.
 *
 * Windows are compared on it, so the day on which clocks change needs no rule: an hour that comes twice is frozen twice, and one
 * that does not come is never asked about.
 */
function wallOf(now: number, zone: string): Wall {
  const options = { hour12: false, hourCycle: 'h23', weekday: 'short' } as const;
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options, ...digits }).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? '';
  const moment = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
  const day = DAYS.find((each) => each === part('weekday').toLowerCase()) ?? 'mon';
  return { moment, day, minutes: Number(part('hour')) * 60 + Number(part('minute')) };
}

/** The minutes of the day between which a window of hours lies. */
export function parseHours(hours: string): readonly [number, number] | undefined {
  const found = /^(\d{2}):([0-5]\d)-(\d{2}):([0-5]\d)$/.exec(hours);
  if (found === null) return undefined;
  const [from, to] = [Number(found[1]) * 60 + Number(found[2]), Number(found[3]) * 60 + Number(found[4])];
  return from > 1439 || to > 1440 || from === to ? undefined : [from, to];
}

const dayBefore = (day: Day): Day => DAYS[(DAYS.indexOf(day) + 6) % 7] ?? 'sun';

function withinWeek({ days, hours }: Window, { day, minutes }: Wall): boolean {
  const on = (each: Day): boolean => days === undefined || days.includes(each);
  if (hours === undefined) return on(day);
  const [from, to] = parseHours(hours) ?? [0, 1440];
  if (from < to) return on(day) && minutes >= from && minutes < to;
  // It began yesterday, or begins today.
  return (on(day) && minutes >= from) || (on(dayBefore(day)) && minutes < to);
}

function withinDates({ from, to }: Window, { moment }: Wall): boolean {
  if (from !== undefined && moment < from) return false;
  if (to === undefined) return true;
  return to.length === 10 ? moment.slice(0, 10) <= to : moment < to;
}

/** Whether a moment, in milliseconds since the Unix epoch, is within a window. */
export function isWithin(window: Window, now: number, zone: string): boolean {
  const wall = wallOf(now, zone);
  return withinDates(window, wall) && withinWeek(window, wall);
}

/** What a calendar says of a moment: what denies wins, and where anything allows, only that is open. */
export function seasonAt({ zone, windows }: Calendar, now: number): Season {
  const here = (kind: 'deny' | 'allow'): readonly Window[] =>
    windows.filter((window) => (window.kind ?? 'deny') === kind && isWithin(window, now, zone));
  const denied = here('deny').map(({ reason }) => reason);
  if (denied.length > 0) return { kind: 'frozen', why: denied };
  const allowing = windows.filter(({ kind }) => kind === 'allow');
  if (allowing.length === 0 || here('allow').length > 0) return { kind: 'open' };
  return { kind: 'frozen', why: [`only open for: ${allowing.map(({ reason }) => reason).join(', ')}`] };
}
