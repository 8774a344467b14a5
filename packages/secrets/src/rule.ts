/** One kind of secret: how it looks, and what a text must also be to be one. */
export interface Rule {
  readonly id: string;
  /** What it is, as a person calls it. */
  readonly title: string;
  /** Lower-case texts of which one must stand near it; a piece of text without any is not looked at further. */
  readonly words: readonly string[];
  /** Global; the secret is its group `secret`. Every repetition has an upper bound, so that it ends soon on any text. */
  readonly pattern: RegExp;
  /** The least entropy of the secret, in bits a character, below which it is a placeholder. */
  readonly entropy: number;
  /** What else must hold. */
  readonly check?: (secret: string) => boolean;
}

/** Shannon's entropy of a text, in bits a character. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}

/** What people write where a secret would stand: names of variables, words that say so, runs of one character. */
const PLACEHOLDER =
  /example|changeme|change_me|placeholder|dummy|redacted|your[-_]|<[^>]*>|\$\{|\{\{|\$\(|%\(|x{6}|\*{4}|\.{4}|(.)\1{7}|0123456789|1234567890|abcdefgh/i;

/** Whether a text is one that a person put in the place of a secret. */
export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(text);
