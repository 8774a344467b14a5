type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What server-side apply makes of an object, thinly: fields we applied before and left out now go, given fields are set,
 * the others stay. Lists are replaced as a whole.
 */
export function merge(live: unknown, before: unknown, given: unknown): unknown {
  if (!isFields(live) || !isFields(given)) return given;
  const known = isFields(before) ? before : {};
  const kept = Object.entries(live).filter(([key]) => !(key in known) || key in given);
  const set = Object.entries(given).map(([key, value]) => [key, merge(live[key], known[key], value)] as const);
  return { ...Object.fromEntries(kept), ...Object.fromEntries(set) };
}
