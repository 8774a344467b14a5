/**
 * What GitHub takes and keeps of one upload. Of more results than it keeps it says that it keeps the worst, and has been seen not
 * to, so they are cut here.
 *
 * https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
 */
export const LIMITS = {
  results: 5000,
  /** 20 are taken and 10 shown. */
  tags: 10,
  /** Of the text that describes a rule, in characters. */
  text: 1024,
  /** Packed, in bytes. */
  bytes: 10_000_000,
} as const;

/** A text that fits, cut with a sign; `instead` where there is none, for GitHub refuses empty texts. */
export function fitText(text: string, instead: string): string {
  const whole = text.trim() === '' ? instead : text.trim();
  return whole.length > LIMITS.text ? `${whole.slice(0, LIMITS.text - 1)}…` : whole;
}
