import { type CheckRun, type CheckRuns, SUPERSEDED, type WriteOutcome } from '@slipway/github';

const WRITTEN: WriteOutcome = { kind: 'written' };

/** Has whichever run is not the newest say so: the own one, or those before it. */
async function settle(github: CheckRuns, { sha, name }: CheckRun, own: number): Promise<'newest' | 'superseded'> {
  const known = await github.listCheckRuns(sha, name);
  if (known.kind === 'unread') return 'newest';
  const isNewest = known.value.every(({ id }) => id <= own);
  const outdated = known.value.filter(({ id }) => (isNewest ? id < own : id === own));
  // Only a title is at stake: another app's run cannot be changed, and its conclusion counts no longer anyway.
  for (const { id, externalId } of outdated) if (externalId !== SUPERSEDED) await github.supersedeCheckRun(id);
  return isNewest ? 'newest' : 'superseded';
}

/**
 * Sees to it that one check run says this, and every older one of its name that it is superseded.
 *
 * GitHub has no conditional write for check runs and takes none away; of one name the newest counts. So whoever makes one looks
 * again afterwards, and once more after its annotations, which can only be added: of two jobs at once, whoever looks last
 * sees both, and all agree that the newest stays. Those that see a newer one in time add no annotations.
 */
export async function keepNewest(github: CheckRuns, run: CheckRun): Promise<WriteOutcome> {
  const known = await github.listCheckRuns(run.sha, run.name);
  const [newest] = known.kind === 'read' ? known.value : [];
  if (newest?.externalId === run.externalId) {
    await settle(github, run, newest.id);
    return WRITTEN;
  }
  // What cannot be listed may still be written; a run too many is better than none.
  const made = await github.createCheckRun(run);
  if (made.kind !== 'written' || made.id === undefined) return made;
  if ((await settle(github, run, made.id)) === 'superseded' || run.annotations.length === 0) return WRITTEN;
  const whole = await github.annotateCheckRun(made.id, run);
  await settle(github, run, made.id);
  return whole;
}
