import { createHmac } from 'node:crypto';
import { isPlaceholder, entropyOf, type Rule } from './rule.ts';
import { RULES } from './rules.ts';

/** A secret that was found. The secret itself is in no field of it. */
export interface FoundSecret {
  readonly rule: string;
  readonly title: string;
  /** In the text, counted from 1. */
  readonly line: number;
  /** The first four characters at most, by which its owner knows it; none of a short one. */
  readonly hint: string;
  /** The same for the same secret under the same key; too short to try guesses against. */
  readonly fingerprint: string;
}

/** Of a secret that is shorter than this, four characters would be too much. */
const HINT_FROM = 16;
const HINT = 4;
/** 48 bits: enough to tell the secrets of a repository apart, and far from enough to prove a guess. */
const FINGERPRINT_DIGITS = 12;
/** Longer lines are cut into pieces that overlap, so that none of them costs much. */
const PIECE = 20_000;
const OVERLAP = 2_000;

interface Hit {
  readonly rule: Rule;
  readonly secret: string;
  readonly start: number;
  readonly end: number;
}

function hitsOf(rule: Rule, text: string): readonly Hit[] {
  return [...text.matchAll(rule.pattern)].flatMap((match): readonly Hit[] => {
    const secret = match.groups?.['secret'] ?? '';
    if (isPlaceholder(secret) || entropyOf(secret) < rule.entropy || rule.check?.(secret) === false) return [];
    const start = match.index + match[0].lastIndexOf(secret);
    return [{ rule, secret, start, end: start + secret.length }];
  });
}

function* piecesOf(text: string): Generator<{ readonly piece: string; readonly at: number }> {
  for (let at = 0; at === 0 || at + OVERLAP < text.length; at += PIECE - OVERLAP) yield { piece: text.slice(at, at + PIECE), at };
}

function hitsIn(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  for (const { piece, at } of piecesOf(text)) {
    const lower = piece.toLowerCase();
    for (const rule of RULES) {
      if (!rule.words.some((word) => lower.includes(word))) continue;
      for (const hit of hitsOf(rule, piece)) {
        const moved = { ...hit, start: hit.start + at, end: hit.end + at };
        // Rules stand in order: what one of them named already, or a piece before this one held, is told once.
        if (!hits.some((other) => other.start < moved.end && moved.start < other.end)) hits.push(moved);
      }
    }
  }
  return hits.sort((a, b) => a.start - b.start);
}

/**
 * Finds secrets in a text.
 *
 * @param key makes the fingerprints those of one repository, such as its name; it need not be secret
 */
export function findSecrets(text: string, key: string): readonly FoundSecret[] {
  let [line, counted] = [1, 0];
  return hitsIn(text).map(({ rule: { id, title }, secret, start }) => {
    for (let at = text.indexOf('\n', counted); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) {
      line += 1;
      counted = at + 1;
    }
    const fingerprint = createHmac('sha256', `slipway ${key}`).update(secret).digest('hex').slice(0, FINGERPRINT_DIGITS);
    return { rule: id, title, line, hint: secret.length < HINT_FROM ? '' : secret.slice(0, HINT), fingerprint };
  });
}
