/** How large a canary is, and the share of all pods that it really is, from 0 to 1. */
export interface CanarySize {
  readonly replicas: number;
  readonly share: number;
}

const sizeOf = (replicas: number, stable: number): CanarySize => ({ replicas, share: replicas / (stable + replicas) });

/**
 * The number of pods beside the stable ones whose share comes nearest to a weight; one at least, and of two that are as near
 * the smaller. The stable pods stay as many as they are, so a canary never takes capacity away.
 *
 * @param weight the share that is asked for, above 0 and at most 0.5: beyond that there would be more new pods than old ones
 * @param stable how many pods the stable release has
 */
export function canarySize(weight: number, stable: number): CanarySize {
  const exact = (weight * stable) / (1 - weight);
  const fewer = sizeOf(Math.max(1, Math.floor(exact)), stable);
  const more = sizeOf(Math.max(1, Math.ceil(exact)), stable);
  return weight - fewer.share <= more.share - weight ? fewer : more;
}
