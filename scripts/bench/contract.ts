import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type Consumer, pactOf } from '../../test/openapi/consumer.ts';
import { makeDescription } from '../../test/openapi/description.ts';
import { makePair } from '../../test/openapi/pair.ts';
import { describeProvider, makeOffers } from '../../test/openapi/provider.ts';
import { ROOT } from '../definitions.ts';
import { tool } from '../tools/index.ts';
import { canIDeploy } from './can-i-deploy.ts';
import { type Figure, median } from './figure.ts';

const RUNS = 7;
const PROVIDERS = 50;
const INTERACTIONS = 20;

/** Wall time of a program, its start included: the median of some runs after one to warm up. */
function wallMs(program: string, args: readonly string[], cwd: string): number {
  const env = { PATH: process.env['PATH'], HOME: cwd, RUNNER_TEMP: cwd };
  const times = Array.from({ length: RUNS + 1 }, () => {
    const started = performance.now();
    const { status, stderr } = spawnSync(program, args, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 28 });
    if (status !== 0 && status !== 1) throw new Error(`${program} ended with ${status}: ${stderr}`);
    return performance.now() - started;
  });
  return median(times.slice(1));
}

/** One consumer that asks each provider for everything it has, as often as it takes to come to its interactions. */
function greedy(seed: number): string {
  const offers = makeOffers(seed);
  const uses = Array.from({ length: INTERACTIONS }, (_, index) => {
    const offer = offers[index % offers.length] ?? offers[0];
    if (offer === undefined) throw new Error('A provider offers nothing.');
    return {
      offer,
      sends: offer.request,
      reads: offer.response.map((field) => ({ ...field, rule: 'type' as const })),
      query: offer.query,
      readsHeader: true,
    };
  });
  const consumer: Consumer = { name: `consumer-${seed}`, uses };
  return pactOf(consumer, `provider-${seed}`);
}

const CLI = join(ROOT, 'dist/cli/index.js');

function compareAll(parent: string): Figure {
  // Apart, for in the same folder the comparison of two descriptions would read these contracts as well.
  const folder = join(parent, 'all');
  mkdirSync(join(folder, 'contracts'), { recursive: true });
  const lines = Array.from({ length: PROVIDERS }, (_, seed) => {
    writeFileSync(join(folder, `${seed}.yaml`), stringify(describeProvider(makeOffers(seed))));
    writeFileSync(join(folder, 'contracts', `${seed}.json`), greedy(seed));
    return `provider-${seed}=${seed}.yaml`;
  });
  const ms = wallMs(process.execPath, [CLI, 'contract-test', 'compare', '--descriptions', lines.join('\n'), '--json'], folder);
  return {
    bench: 'contract',
    name: 'compare.wall',
    value: ms,
    unit: 'ms',
    note: `${PROVIDERS} providers, ${INTERACTIONS} interactions each; at most 2000`,
  };
}

interface Files {
  readonly name: string;
  readonly base: string;
  readonly head: string;
}

function diffFigure({ name, base, head }: Files, oasdiff: string, folder: string): Figure {
  const ours = wallMs(process.execPath, [CLI, 'contract-test', 'diff', base, head, '--json'], folder);
  const theirs = wallMs(oasdiff, ['breaking', base, head, '--format', 'json', '--flatten-allof', '--flatten-params'], folder);
  return {
    bench: 'contract',
    name: `diff.${name}.wall`,
    value: ours,
    unit: 'ms',
    peer: `oasdiff 1.35.0 (${theirs.toFixed(0)} ms)`,
    ratio: ours / theirs,
  };
}

/** What any program of Node takes before it does anything, beside all that oasdiff does with the smallest files. */
function floorFigure({ base, head }: Files, oasdiff: string, folder: string): Figure {
  const bare = wallMs(process.execPath, ['-e', '0'], folder);
  const theirs = wallMs(oasdiff, ['breaking', base, head, '--format', 'json', '--flatten-allof', '--flatten-params'], folder);
  return {
    bench: 'contract',
    name: 'diff.floor.wall',
    value: bare,
    unit: 'ms',
    peer: `oasdiff 1.35.0 (${theirs.toFixed(0)} ms)`,
    ratio: bare / theirs,
    note: 'node -e 0',
  };
}

function lay(
  folder: string,
  name: string,
  pair: readonly [object, object],
  write: (value: object) => string,
  extension: string,
): Files {
  const files = { name, base: `${name}-base.${extension}`, head: `${name}-head.${extension}` };
  writeFileSync(join(folder, files.base), write(pair[0]));
  writeFileSync(join(folder, files.head), write(pair[1]));
  return files;
}

/** Static comparison of many contracts, and of descriptions small and large beside oasdiff on the same files. */
export async function contract(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
  const json = (value: object): string => JSON.stringify(value, null, 2);
  const small = makePair(1);
  const of = (seed: number, resources: number): object => makeDescription(seed, resources, 20);
  const oasdiff = await tool('oasdiff');
  const files = [
    lay(folder, 'small-json', [small.base, small.head], json, 'json'),
    lay(folder, 'small-yaml', [small.base, small.head], stringify, 'yaml'),
    lay(folder, 'medium-yaml', [of(3, 10), of(4, 10)], stringify, 'yaml'),
    lay(folder, 'large-json', [of(3, 100), of(4, 100)], json, 'json'),
    lay(folder, 'large-same-json', [of(3, 100), of(3, 100)], json, 'json'),
  ];
  const floor = files.slice(0, 1).map((each) => floorFigure(each, oasdiff, folder));
  const diffs = files.map((each) => diffFigure(each, oasdiff, folder));
  const figures = [compareAll(folder), ...floor, ...diffs, ...(await canIDeploy())];
  rmSync(folder, { recursive: true });
  return figures;
}
