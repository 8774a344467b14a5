import { describe, expect, test } from '@jest/globals';
import { type Change, diff, openDocuments, readApi } from '@slipway/openapi';
import { memoryFiles } from '@slipway/system/memory';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tool } from '../../scripts/tools/index.ts';
import { makePair, type Pair } from '../openapi/pair.ts';
import { type Disagreement, type Judged, ONLY_OURS, ONLY_THEIRS } from './disagreements.ts';
import { askOasdiff } from './oasdiff.ts';

const PAIRS = 2400;
const AT_ONCE = 3;
const ERROR = 3;

async function ask({ base, head }: Pair): Promise<readonly Change[]> {
  const files = memoryFiles({ 'base.json': JSON.stringify(base), 'head.json': JSON.stringify(head) });
  const read = async (file: string) => readApi(await openDocuments(file, files));
  return diff(await read('base.json'), await read('head.json'), Date.now());
}

async function judge(program: string, pair: Pair, folder: string): Promise<Judged> {
  const [base, head] = [join(folder, `${pair.seed}-base.json`), join(folder, `${pair.seed}-head.json`)] as const;
  writeFileSync(base, JSON.stringify(pair.base));
  writeFileSync(head, JSON.stringify(pair.head));
  return { pair, ours: await ask(pair), theirs: await askOasdiff(program, base, head) };
}

async function judgeAll(pairs: readonly Pair[]): Promise<readonly Judged[]> {
  const program = await tool('oasdiff');
  const folder = mkdtempSync(join(tmpdir(), 'slipway-oasdiff-'));
  const judged: Judged[] = [];
  const open = [...pairs];
  const work = async (): Promise<void> => {
    for (let pair = open.pop(); pair !== undefined; pair = open.pop()) judged.push(await judge(program, pair, folder));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  rmSync(folder, { recursive: true });
  return judged;
}

const ourErrors = ({ ours }: Judged): readonly string[] =>
  ours.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
const theirErrors = ({ theirs }: Judged): readonly string[] => theirs.filter(({ level }) => level === ERROR).map(({ id }) => id);

/** The findings of a pair on which they disagree that nothing in the list explains. */
function unexplained(judged: Judged, used: Set<Disagreement>): readonly string[] {
  const [ours, theirs] = [ourErrors(judged), theirErrors(judged)];
  if (ours.length > 0 === theirs.length > 0) return [];
  const [side, list, findings] =
    ours.length > 0 ? (['slipway', ONLY_OURS, ours] as const) : (['oasdiff', ONLY_THEIRS, theirs] as const);
  return findings.flatMap((finding) => {
    const found = list.find(({ explains }) => explains(finding, judged));
    if (found !== undefined) used.add(found);
    return found === undefined
      ? [`only ${side}, pair ${judged.pair.seed} (${judged.pair.mutations.join(', ')}): ${finding}`]
      : [];
  });
}

describe('beside oasdiff', () => {
  test('every pair on which the two disagree is explained, and every explanation is needed', async () => {
    const pairs = Array.from({ length: PAIRS }, (_, seed) => makePair(seed + 1)).filter(({ mutations }) => mutations.length > 0);
    const judged = await judgeAll(pairs);
    const used = new Set<Disagreement>();
    expect(judged.flatMap((each) => unexplained(each, used))).toEqual([]);
    expect([...ONLY_OURS, ...ONLY_THEIRS].filter((each) => !used.has(each)).map(({ why }) => why)).toEqual([]);
    const breaking = judged.filter((each) => theirErrors(each).length > 0).length;
    const both = judged.filter((each) => theirErrors(each).length > 0 && ourErrors(each).length > 0).length;
    console.log(`${judged.length} pairs: oasdiff calls ${breaking} breaking, both call ${both}`);
    expect(breaking).toBeGreaterThan(PAIRS / 3);
    expect(judged.length - breaking).toBeGreaterThan(PAIRS / 4);
  }, 1_200_000);
});
