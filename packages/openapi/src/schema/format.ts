const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

function isDate(text: string): boolean {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

function isDateTime(text: string): boolean {
  const [, date = '', hour, minute, second] =
    /^([\d-]{10})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.\d{1,12})?(?:[Zz]|[+-]\d{2}:\d{2})$/.exec(text) ?? [];
  return isDate(date) && Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60;
}

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  'date-time': isDateTime,
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
  email: (text) => /^[^\s@]{1,256}@[^\s@]{1,256}$/.test(text),
  ipv4: (text) => /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text),
  uri: (text) => URL.canParse(text),
};

const WHOLE: Readonly<Record<string, readonly [number, number]>> = {
  int32: [-(2 ** 31), 2 ** 31 - 1],
  int64: [-(2 ** 63), 2 ** 63],
};

/** Whether a value has a format; a format that is not known here says nothing, as JSON Schema has it. */
export function hasFormat(format: string, value: unknown): boolean {
  if (typeof value === 'string') return FORMATS[format]?.(value) ?? true;
  const range = WHOLE[format];
  return typeof value !== 'number' || range === undefined || (Number.isInteger(value) && value >= range[0] && value <= range[1]);
}

/** Formats each of which has every value of the ones after it. */
const WIDER: readonly (readonly [string, string])[] = [
  ['int64', 'int32'],
  ['double', 'float'],
  ['uri-reference', 'uri'],
  ['iri-reference', 'iri'],
  ['iri', 'uri'],
  ['idn-email', 'email'],
  ['idn-hostname', 'hostname'],
];

/** Whether every value of the one format surely has the other. */
export function formatWithin(inner: string, outer: string): boolean {
  return inner === outer || WIDER.some(([wide, narrow]) => wide === outer && narrow === inner);
}
