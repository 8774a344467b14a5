import { byDigits, byMembers, byPrefix, byText, type Comparer, comparerOf, type Order } from './order.ts';

type Sign = 'lowest' | 'highest';
/** A stage of a version, or where its absence stands. */
type Stage = readonly [letter: string, number: string] | Sign;

interface PythonVersion {
  readonly epoch: string;
  readonly release: readonly string[];
  readonly pre: Stage;
  readonly post: Stage;
  readonly dev: Stage;
  /** Segments of the local version; undefined when it has none. */
  readonly local: readonly string[] | undefined;
}

/** The pattern of PEP 440's appendix B, with its alternative spellings. */
const PATTERN = new RegExp(
  '^v?(?:(\\d+)!)?(\\d+(?:\\.\\d+)*)' +
    '(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\\d*))?' +
    '(?:-(\\d+)|[-_.]?(post|rev|r)[-_.]?(\\d*))?' +
    '(?:[-_.]?(dev)[-_.]?(\\d*))?' +
    '(?:\\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$',
);

const LETTERS: Readonly<Record<string, string>> = { alpha: 'a', beta: 'b', c: 'rc', pre: 'rc', preview: 'rc' };

function parsePython(text: string): PythonVersion | undefined {
  const found = PATTERN.exec(text.trim().toLowerCase());
  if (found === null) return undefined;
  const [, epoch = '0', release = '', letter, number, implicitPost, postWord, postNumber, devWord, devNumber, local] = found;
  const post = implicitPost ?? (postWord === undefined ? undefined : postNumber || '0');
  const dev: Stage = devWord === undefined ? 'highest' : ['dev', devNumber || '0'];
  // A development release alone comes before every pre-release of the same release.
  const absent: Sign = post === undefined && dev !== 'highest' ? 'lowest' : 'highest';
  return {
    epoch,
    release: release.split('.'),
    pre: letter === undefined ? absent : [LETTERS[letter] ?? letter, number || '0'],
    post: post === undefined ? 'lowest' : ['post', post],
    dev,
    local: local?.split(/[-_.]/),
  };
}

const rank = (stage: Stage): number => (stage === 'lowest' ? -1 : stage === 'highest' ? 1 : 0);

function byStage(a: Stage, b: Stage): Order {
  if (typeof a === 'string' || typeof b === 'string') return rank(a) - rank(b);
  return byText(a[0], b[0]) || byDigits(a[1], b[1]);
}

/** Segments of local versions: numbers by value and above words. */
function bySegment(a: string, b: string): Order {
  const [first, second] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  return first && second ? byDigits(a, b) : Number(first) - Number(second) || byText(a, b);
}

function byLocal(a: PythonVersion['local'], b: PythonVersion['local']): Order {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return byPrefix(a, b, bySegment);
}

const byPython = (a: PythonVersion, b: PythonVersion): Order =>
  byDigits(a.epoch, b.epoch) ||
  byMembers(a.release, b.release, '0', byDigits) ||
  byStage(a.pre, b.pre) ||
  byStage(a.post, b.post) ||
  byStage(a.dev, b.dev) ||
  byLocal(a.local, b.local);

/** PyPI: PEP 440, in every spelling that it permits. */
export const comparePython: Comparer = comparerOf(parsePython, byPython);
