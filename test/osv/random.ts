/** A sequence of numbers from 0 up to 1 that a seed makes the same each time (mulberry32). */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;

const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
const number = (random: Random): string => pick(random, ['0', '1', '2', '3', '9', '10', '11', '100']);
const numbers = (random: Random, count: number): string => Array.from({ length: count }, () => number(random)).join('.');
const some = (random: Random, share: number, text: () => string): string => (random() < share ? text() : '');

const semantic = (random: Random): string =>
  numbers(random, 3) +
  some(
    random,
    0.4,
    () => `-${pick(random, ['alpha', 'beta', 'rc', 'rc.1', 'rc.2', 'rc.10', '1', '11', 'alpha.beta', 'x-y', 'beta.a'])}`,
  ) +
  some(random, 0.15, () => `+${pick(random, ['build', 'sha.abc', '7'])}`);

const python = (random: Random): string =>
  some(random, 0.1, () => `${number(random)}!`) +
  numbers(random, pick(random, [1, 2, 3, 4])) +
  some(random, 0.3, () => pick(random, ['a1', 'b2', 'rc1', '.alpha.1', '-beta', 'c3', '_pre2', 'A1'])) +
  some(random, 0.2, () => pick(random, ['.post1', '-2', 'post', '.rev3', '.r1'])) +
  some(random, 0.2, () => pick(random, ['.dev0', '.dev3', 'dev1'])) +
  some(random, 0.1, () => pick(random, ['+local', '+1.2', '+ubuntu.1', '+1']));

const maven = (random: Random): string =>
  numbers(random, pick(random, [1, 2, 3])) +
  some(
    random,
    0.6,
    () =>
      pick(random, ['-', '.', '']) +
      pick(random, [
        'alpha',
        'beta',
        'm1',
        'a1',
        'rc',
        'RC1',
        'cr2',
        'SNAPSHOT',
        'Final',
        'GA',
        'RELEASE',
        'sp',
        'jre',
        'jre8',
        'foo',
        '1',
        'b2',
      ]),
  ) +
  some(random, 0.2, () => `-${number(random)}`);

const ruby = (random: Random): string =>
  numbers(random, pick(random, [1, 2, 3, 4])) +
  some(random, 0.4, () => pick(random, ['.pre', '.rc1', '.beta.2', '-1', '.a', '.alpha.0', '.A']));

const debian = (random: Random): string =>
  some(random, 0.2, () => `${number(random)}:`) +
  numbers(random, pick(random, [1, 2, 3])) +
  some(random, 0.4, () => pick(random, ['~rc1', '+dfsg', '~', '+git2020', 'a', '~~', '.a', 'b+1', '~beta-x'])) +
  some(random, 0.6, () => `-${pick(random, ['1', '2', '0ubuntu1', '1~bpo11+1', '10', '1+deb12u1', '1+b1'])}`);

const alpine = (random: Random): string =>
  numbers(random, pick(random, [1, 2, 3])) +
  some(random, 0.2, () => pick(random, ['a', 'b', 'z'])) +
  some(random, 0.4, () =>
    pick(random, ['_alpha', '_beta2', '_pre1', '_rc1', '_rc10', '_git20200101', '_p1', '_p2', '_alpha1_p1', '_hg3']),
  ) +
  some(random, 0.6, () => `-r${number(random)}`);

const nuget = (random: Random): string =>
  numbers(random, pick(random, [2, 3, 4])) +
  some(random, 0.4, () => `-${pick(random, ['alpha', 'Beta', 'rc.1', 'RC.2', 'preview.10', '1'])}`);

const go = (random: Random): string =>
  numbers(random, 3) +
  some(random, 0.4, () =>
    pick(random, [
      '-rc.1',
      '-alpha',
      '-0.20200101000000-abcdefabcdef',
      '-rc.1.0.20200101000000-abcdefabcdef',
      '+incompatible',
      '-rc.10',
    ]),
  );

/** Makers of versions as each ecosystem has them. */
export const VERSIONS: Readonly<Record<string, (random: Random) => string>> = {
  npm: semantic,
  'crates.io': semantic,
  PyPI: python,
  Go: go,
  Maven: maven,
  RubyGems: ruby,
  NuGet: nuget,
  'Debian:12': debian,
  'Alpine:v3.19': alpine,
};

/** Different versions of an ecosystem. */
export function versionsOf(ecosystem: string, count: number, seed: number): readonly string[] {
  const random = sequence(seed);
  const versions = new Set<string>();
  while (versions.size < count) versions.add(VERSIONS[ecosystem]?.(random) ?? '');
  return [...versions];
}
