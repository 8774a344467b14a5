import type { Problem } from '@slipway/failure';

/**
 * A commit's claim to a moving tag, kept in the registry as a tag of its own: `latest.000012.<commit>`.
 *
 * A moving tag says which image it leads to, but not for which commit: the same image may be published again for a later
 * one. And registries know no conditional write, so whoever writes last wins. Claims are only ever added, and each is
 * written before the moving tag is, so whoever wrote last finds all that came before and can put right what it overwrote.
 */
export interface Claim {
  /** The claim's own tag; it leads to the image that the commit was published as. */
  readonly tag: string;
  /** One more than the highest that its writer saw: later claims count higher, without any clock. */
  readonly order: number;
  readonly commit: string;
}

const ORDER_DIGITS = 6;
const SUFFIX_LENGTH = 1 + ORDER_DIGITS + 1 + 40;
/** The longest moving tag: its claims must be tags as well, and a tag has 128 characters at most. */
const MAX_MOVING_TAG = 128 - SUFFIX_LENGTH;
/** Writers at the same moment get orders close to each other; what is further down was seen by the one that is on top. */
const WINDOW = 6;

/** The tag of a claim. */
export function renderClaim(movingTag: string, order: number, commit: string): string {
  return `${movingTag}.${String(order).padStart(ORDER_DIGITS, '0')}.${commit}`;
}

/** The claims to a moving tag among the tags of a repository, highest first. */
export function claimsTo(movingTag: string, tags: readonly string[]): readonly Claim[] {
  const claims = tags.flatMap((tag): readonly Claim[] => {
    if (!tag.startsWith(`${movingTag}.`)) return [];
    const [, order, commit] = /^(\d{6})\.([0-9a-f]{40})$/.exec(tag.slice(movingTag.length + 1)) ?? [];
    return order === undefined || commit === undefined ? [] : [{ tag, order: Number(order), commit }];
  });
  return claims.sort((a, b) => b.order - a.order);
}

/** The claims that may have been written at the same time as the highest one. */
export function recentClaims(claims: readonly Claim[]): readonly Claim[] {
  const top = claims[0]?.order ?? 0;
  return claims.filter(({ order }) => order > top - WINDOW);
}

/** What is wrong with a moving tag's length; nothing when claims to it can be written. */
export function movingTagProblem(tag: string): Problem | undefined {
  if (tag.length <= MAX_MOVING_TAG) return undefined;
  return {
    code: 'TAG_MALFORMED',
    message: `"${tag.slice(0, 80)}" is too long for a moving tag: it has ${tag.length} characters, and ${MAX_MOVING_TAG} are allowed.`,
    remedy: `Shorten it; the registry also keeps ${tag.slice(0, 12)}….<number>.<commit> for each commit that asked for it.`,
  };
}
