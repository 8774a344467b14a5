import { Failure } from '@slipway/failure';
import { type Descriptor, type Digest, parseManifest, type RegistryClient, type TreeManifest } from '@slipway/oci';
import type { Ports } from '@slipway/runner';
import { concurrently } from '@slipway/system';
import type { Ancestry } from './ancestry.ts';
import { claimsTo, recentClaims, renderClaim } from './claim.ts';
import { decideMove, type KnownClaim, type Move, type MovingTag } from './move.ts';

const AT_ONCE = 4;
/** Each round somebody else won; that many in a row is a fault, not a race. */
const ROUNDS = 20;
/** A registry may show what it took only some seconds later. */
const SETTLE_MS = 1000;
const MAX_CONFIG_BYTES = 8 * 1024 * 1024;
const REVISION = 'org.opencontainers.image.revision';

/** What a moving tag is to become, and with which rights and knowledge. */
export interface Wish {
  readonly tag: string;
  readonly policy: MovingTag['policy'];
  readonly root: TreeManifest;
  readonly commit?: string;
}

/** What a moving tag was, is to be, and the claims to it. */
export interface MovePlan {
  readonly tag: string;
  readonly before?: Digest;
  readonly move: Move;
  /** Whether the commit's own claim is there already. */
  readonly claimed: boolean;
  readonly nextOrder: number;
}

/** How a moving tag ended. */
export interface Moved {
  readonly tag: string;
  readonly before?: Digest;
  readonly result: 'kept' | 'moved' | 'left';
  /** The newer commit that the tag was left to. */
  readonly newer?: string;
  /** Whether anything was written for it. */
  readonly wrote: boolean;
}

/** The commit that an image names as the one it was built from; for an index, that of its first image. */
async function labelledCommit(
  client: RegistryClient,
  manifest: { bytes: Uint8Array; mediaType: string },
): Promise<string | undefined> {
  const parsed = parseManifest(manifest.bytes, manifest.mediaType, 'the image that the tag leads to');
  if (parsed.kind === 'index') {
    const [first] = parsed.manifests;
    const child = first === undefined ? undefined : await client.manifest(first.digest);
    return child === undefined ? undefined : labelledCommit(client, child);
  }
  const labels = await labelsIn(client, parsed.config);
  const revision = labels[REVISION];
  return revision !== undefined && /^[0-9a-f]{40}$/.test(revision) ? revision : undefined;
}

async function labelsIn(client: RegistryClient, config: Descriptor): Promise<Readonly<Record<string, string>>> {
  // It is somebody else's image: what is too large to be a config is not read.
  if (config.size > MAX_CONFIG_BYTES) return {};
  const pieces: Uint8Array[] = [];
  for await (const piece of client.blob(config)) pieces.push(piece);
  try {
    const parsed = JSON.parse(Buffer.concat(pieces).toString('utf8')) as { config?: { Labels?: Record<string, string> | null } };
    return parsed.config?.Labels ?? {};
  } catch {
    return {};
  }
}

/** Of the claims that come after ours, the one that comes after all the others. */
async function newestOf(claims: readonly KnownClaim[], ancestry: Ancestry): Promise<KnownClaim | undefined> {
  let newest: KnownClaim | undefined;
  for (const claim of claims) {
    if (claim.relation.kind !== 'newer') continue;
    const above = newest === undefined || (await ancestry.relate(claim.commit, newest.commit)).kind === 'newer';
    if (above) newest = claim;
  }
  return newest;
}

/** Reads everything that decides about a moving tag, and decides. */
export async function planMove(wish: Wish, client: RegistryClient, ancestry: Ancestry): Promise<MovePlan> {
  const { tag, policy, root, commit } = wish;
  // In this order: whoever wrote the tag had claimed it before, so that its claim is seen.
  const current = await client.manifest(tag);
  const all = claimsTo(tag, await client.tags());
  const digest = root.descriptor.digest;
  const claims = await concurrently(
    AT_ONCE,
    commit === undefined ? [] : recentClaims(all),
    async (claim): Promise<KnownClaim> => {
      const claimed = await client.manifest(claim.tag);
      const relation = await ancestry.relate(claim.commit, commit ?? '');
      return { ...claim, ...(claimed && { digest: claimed.digest }), relation };
    },
  );
  const newest = await newestOf(claims, ancestry);
  const told = current === undefined || claims.some((claim) => claim.digest === current.digest);
  const label = told || commit === undefined || current.digest === digest ? undefined : await labelledCommit(client, current);
  const move = decideMove({
    tag,
    policy,
    ours: { digest, ...(commit !== undefined && { commit }) },
    ...(current !== undefined && { current: current.digest }),
    claims,
    ...(newest !== undefined && { newest }),
    ...(label !== undefined && { labelled: { commit: label, relation: await ancestry.relate(label, commit ?? '') } }),
  });
  const isOurs = (claim: KnownClaim): boolean => claim.commit === commit && claim.digest === digest;
  // A tag that is moved on purpose is claimed anew, above those who will find it moved.
  const claimed = policy === 'forward' ? claims.some(isOurs) : claims.slice(0, 1).some(isOurs);
  const before = current === undefined ? {} : { before: current.digest };
  return { tag, ...before, move, claimed, nextOrder: (all[0]?.order ?? 0) + 1 };
}

/** Writes what the decision asks for; what it asks for is seen when it is decided again. */
async function perform(move: Move, tag: string, { descriptor, bytes }: TreeManifest, client: RegistryClient): Promise<void> {
  if (move.step === 'refuse') throw new Failure(move.problem);
  if (move.step === 'write') await client.putManifest(tag, { bytes, mediaType: descriptor.mediaType });
  const theirs = move.step === 'leave' && move.restore !== undefined ? await client.manifest(move.restore.tag) : undefined;
  if (theirs !== undefined) await client.putManifest(tag, theirs);
}

const isSettled = (move: Move): boolean => move.step === 'keep' || (move.step === 'leave' && move.restore === undefined);

async function claim(
  { tag, root, commit }: Wish,
  { move, claimed, nextOrder }: MovePlan,
  client: RegistryClient,
): Promise<boolean> {
  if (commit === undefined || claimed || move.step === 'leave' || move.step === 'refuse') return false;
  const content = { bytes: root.bytes, mediaType: root.descriptor.mediaType };
  await client.putManifest(renderClaim(tag, nextOrder, commit), content);
  return true;
}

/**
 * Moves a tag, and looks again until it leads to the newest commit that claims it.
 *
 * Our claim is written before the tag, and the claims are read after it: whoever writes the tag last has then seen every
 * claim whose commit the tag may have led to before, and puts right what it overwrote.
 */
export async function moveTag(
  wish: Wish,
  client: RegistryClient,
  ancestry: Ancestry,
  { clock, cancelled, log }: Pick<Ports, 'clock' | 'cancelled' | 'log'>,
): Promise<Moved> {
  const { tag, root } = wish;
  let plan = await planMove(wish, client, ancestry);
  const past = plan.before === undefined ? {} : { before: plan.before };
  const claimed = await claim(wish, plan, client);
  let wrote = false;
  for (let round = 1; round <= ROUNDS; round++) {
    if (isSettled(plan.move) && (round > 1 || !claimed)) {
      const newer = plan.move.step === 'leave' ? { newer: plan.move.newer } : {};
      log.info(
        `The tag ${tag} ${'newer' in newer ? `was left to the newer commit ${newer.newer}` : `leads to ${root.descriptor.digest}`}.`,
      );
      const result = 'newer' in newer ? 'left' : wrote ? 'moved' : 'kept';
      return { tag, ...past, ...newer, result, wrote: wrote || claimed };
    }
    await perform(plan.move, tag, root, client);
    wrote ||= !isSettled(plan.move);
    // What is read after the second writing is old: the registry needs a moment, or somebody else writes all the time.
    if (round > 1) await clock.sleep(SETTLE_MS, cancelled);
    plan = await planMove(wish, client, ancestry);
  }
  const message = `The tag "${tag}" was written ${ROUNDS} times and still leads elsewhere.`;
  throw new Failure({ code: 'MOVING_TAG_CONTENDED', message, remedy: 'Check what else writes this tag.' });
}
