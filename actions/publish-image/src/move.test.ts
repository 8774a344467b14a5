import { describe, expect, test } from '@jest/globals';
import { digestOf } from '@slipway/oci';
import type { Relation } from './ancestry.ts';
import { decideMove, type KnownClaim, type Move, type MovingTag } from './move.ts';

const OURS = { digest: digestOf('ours'), commit: 'c'.repeat(40) };
const THEIRS = digestOf('theirs');

const claim = (letter: string, order: number, kind: Relation['kind'], digest = digestOf(letter)): KnownClaim => ({
  tag: `latest.${order}.${letter}`,
  order,
  commit: letter.repeat(40),
  digest,
  relation: kind === 'unknown' ? { kind, reason: 'nobody knows' } : { kind },
});

const labelled = (kind: 'same' | 'older' | 'newer' | 'parted') => ({ commit: 'd'.repeat(40), relation: { kind } });

const NEWER = { ...claim('e', 5, 'newer'), digest: digestOf('e') };

const told = (move: Move): string => (move.step === 'refuse' ? move.problem.code : 'restore' in move ? 'restore' : move.step);

describe('a moving tag', () => {
  test.each<[string, Partial<MovingTag>, string]>([
    ['that is not there is written', {}, 'write'],
    ['that leads to this image stays', { current: OURS.digest }, 'keep'],
    ['of an ancestor moves', { current: THEIRS, claims: [claim('a', 1, 'older', THEIRS)] }, 'write'],
    ['of the same commit, built anew, moves', { current: THEIRS, claims: [claim('c', 1, 'same', THEIRS)] }, 'write'],
    ['of another branch is refused', { current: THEIRS, claims: [claim('d', 1, 'parted', THEIRS)] }, 'MOVING_TAG_PARTED'],
    ['of an unknown commit is refused', { current: THEIRS, claims: [claim('d', 1, 'unknown', THEIRS)] }, 'MOVING_TAG_UNKNOWN'],
    ['of nobody is refused', { current: THEIRS }, 'MOVING_TAG_UNKNOWN'],
    ['whose image names an ancestor moves', { current: THEIRS, labelled: labelled('older') }, 'write'],
    ['whose image names a newer commit is left', { current: THEIRS, labelled: labelled('newer') }, 'leave'],
    ['whose image names a parted commit is refused', { current: THEIRS, labelled: labelled('parted') }, 'MOVING_TAG_PARTED'],
    ['of a newer commit is left', { current: NEWER.digest, claims: [NEWER], newest: NEWER }, 'leave'],
    [
      'that a newer commit claims and does not have is given back',
      { current: THEIRS, claims: [NEWER], newest: NEWER },
      'restore',
    ],
    [
      'that a newer commit claims is given back also by this one',
      { current: OURS.digest, claims: [NEWER], newest: NEWER },
      'restore',
    ],
    [
      'that was taken from a newer commit on purpose is left where it is',
      { current: THEIRS, claims: [claim('a', 6, 'older', THEIRS), NEWER], newest: NEWER },
      'leave',
    ],
    [
      'with a claim at the same time by a commit that nobody knows is refused',
      { current: THEIRS, claims: [claim('f', 7, 'unknown'), claim('a', 6, 'older', THEIRS)] },
      'MOVING_TAG_UNKNOWN',
    ],
    [
      'moves past an unknown claim that the standing one has seen',
      { current: THEIRS, claims: [claim('a', 6, 'older', THEIRS), claim('f', 5, 'unknown')] },
      'write',
    ],
    ['moves from anywhere when it is told to', { policy: 'any', current: THEIRS, claims: [NEWER], newest: NEWER }, 'write'],
    [
      'stays when it is told to move and is there',
      { policy: 'any', current: OURS.digest, claims: [NEWER], newest: NEWER },
      'keep',
    ],
    ['of an unknown run is refused', { ours: { digest: OURS.digest } }, 'MOVING_TAG_UNKNOWN'],
  ])('%s', (_, state, expected) => {
    expect(told(decideMove({ tag: 'latest', policy: 'forward', ours: OURS, claims: [], ...state }))).toBe(expected);
  });

  test('that stands for a later publication of an old image is not taken back by what came between', () => {
    // A, then B, then C which reverts to A's content and reuses its image; B's publication comes last.
    const image = digestOf('A and C');
    const [a, c] = [claim('a', 1, 'older', image), claim('e', 2, 'newer', image)];
    const move = decideMove({ tag: 'latest', policy: 'forward', ours: OURS, current: image, claims: [c, a], newest: c });
    expect(move).toEqual({ step: 'leave', newer: c.commit });
  });

  test('that a newer commit is just claiming is left to it, though its claim cannot be read yet', () => {
    const { digest: _unreadable, ...listed } = NEWER;
    const state = { tag: 'latest', policy: 'forward' as const, ours: OURS, claims: [listed], newest: listed };
    expect(decideMove(state)).toEqual({ step: 'leave', newer: NEWER.commit });
    expect(decideMove({ ...state, current: THEIRS })).toEqual({ step: 'leave', newer: NEWER.commit });
  });

  test('is refused in words that name the commits and the way out', () => {
    const move = decideMove({
      tag: 'latest',
      policy: 'forward',
      ours: OURS,
      current: THEIRS,
      claims: [claim('d', 1, 'parted', THEIRS)],
    });
    expect(move).toEqual({
      step: 'refuse',
      problem: {
        code: 'MOVING_TAG_PARTED',
        message: `The tag "latest" stands for the commit ${'d'.repeat(40)}, which is no ancestor of ${'c'.repeat(40)}: their histories have parted.`,
        remedy: 'Publish from the branch that the tag follows. To move it all the same, once, set "moving-policy" to any.',
      },
    });
  });
});
