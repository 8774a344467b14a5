import type { Problem } from '@slipway/failure';
import type { Digest } from '@slipway/oci';
import type { Relation } from './ancestry.ts';
import type { Claim } from './claim.ts';

/** A claim with the image it leads to, and how its commit stands to ours. */
export interface KnownClaim extends Claim {
  /** Absent while the registry lists the claim and does not give it yet: it is being written at this moment. */
  readonly digest?: Digest;
  readonly relation: Relation;
}

/** Everything that decides about one moving tag. */
export interface MovingTag {
  readonly tag: string;
  readonly policy: 'forward' | 'any';
  readonly ours: { readonly digest: Digest; readonly commit?: string };
  /** What the tag leads to now. */
  readonly current?: Digest;
  /** The recent claims, highest first. */
  readonly claims: readonly KnownClaim[];
  /** The newest commit of those claims that come after ours. */
  readonly newest?: KnownClaim;
  /** Where no claim tells: the commit that the image itself names, and how it stands to ours. */
  readonly labelled?: { readonly commit: string; readonly relation: Relation };
}

/** What becomes of a moving tag. */
export type Move =
  | { readonly step: 'keep' }
  | { readonly step: 'write' }
  /** A newer commit has it; `restore` when the tag does not lead to that commit's image. */
  | { readonly step: 'leave'; readonly newer: string; readonly restore?: KnownClaim }
  | { readonly step: 'refuse'; readonly problem: Problem };

const OVERRIDE = 'To move it all the same, once, set "moving-policy" to any.';

function refuse(code: string, message: string, remedy: string): Move {
  return { step: 'refuse', problem: { code, message, remedy: `${remedy} ${OVERRIDE}` } };
}

function unknown(tag: string, commit: string, reason: string): Move {
  const message = `The tag "${tag}" stands for the commit ${commit}, and whether that is older than this one could not be told: ${reason}`;
  const remedy = 'Give "github-token", or check out the whole history (fetch-depth: 0).';
  return refuse('MOVING_TAG_UNKNOWN', message, remedy);
}

/** From where a tag would be moved: the commit that it stands for. */
function judgeOrigin({ tag, ours }: MovingTag, commit: string, relation: Relation): Move {
  if (relation.kind === 'older' || relation.kind === 'same') return { step: 'write' };
  if (relation.kind === 'newer') return { step: 'leave', newer: commit };
  if (relation.kind === 'unknown') return unknown(tag, commit, relation.reason);
  const message = `The tag "${tag}" stands for the commit ${commit}, which is no ancestor of ${ours.commit}: their histories have parted.`;
  return refuse('MOVING_TAG_PARTED', message, 'Publish from the branch that the tag follows.');
}

function judgeForward(state: MovingTag): Move {
  const { tag, current, claims, newest, labelled } = state;
  // A tag stands for the latest commit that was published as the image it leads to.
  const standing = claims.find(({ digest }) => digest !== undefined && digest === current);
  if (newest !== undefined) {
    // Whoever claimed with a higher order knew of the newest, and moved the tag on purpose.
    const known = newest.digest !== undefined && newest.order >= (standing?.order ?? 0);
    const lost = known && newest.digest !== current;
    return { step: 'leave', newer: newest.commit, ...(lost && { restore: newest }) };
  }
  if (current === undefined) return { step: 'write' };
  if (current === state.ours.digest) return { step: 'keep' };
  const origin = standing ?? labelled;
  if (origin === undefined) {
    const message = `The tag "${tag}" leads to ${current}, and nothing tells for which commit that was published.`;
    return refuse('MOVING_TAG_UNKNOWN', message, 'It was written by another tool, and the image names no commit.');
  }
  const doubtful = claims.find(({ order, relation }) => relation.kind === 'unknown' && order >= (standing?.order ?? 0));
  if (doubtful?.relation.kind === 'unknown') return unknown(tag, doubtful.commit, doubtful.relation.reason);
  return judgeOrigin(state, origin.commit, origin.relation);
}

/** Decides about a moving tag: it goes to the newest commit that claims it, and never back. */
export function decideMove(state: MovingTag): Move {
  if (state.policy === 'any') return { step: state.current === state.ours.digest ? 'keep' : 'write' };
  if (state.ours.commit !== undefined) return judgeForward(state);
  const message = `Nothing says which commit this is, so whether "${state.tag}" may move could not be told.`;
  return refuse('MOVING_TAG_UNKNOWN', message, 'Give "commit".');
}
