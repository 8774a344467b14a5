/** The milliseconds since 1970 of an RFC 3339 time; undefined for any other text. */
export function timeOf(text: string): number | undefined {
  const at = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}
