/**
 * Plays cells in a process of its own, for numbers are worked with many times slower inside a test's own realm.
 *
 * Reads `{ calibration, runs, seed, cells }` as JSON from the standard input; writes a score a cell as JSON.
 */
import { text } from 'node:stream/consumers';
import { play } from './benchmark.ts';
import type { Cell } from './cell.ts';
import { type Calibration, ourRule } from './peers/ours.ts';

interface Order {
  readonly calibration: Calibration;
  readonly runs: number;
  readonly seed: number;
  readonly cells: readonly Cell[];
}

const { calibration, runs, seed, cells } = JSON.parse(await text(process.stdin)) as Order;
const rules = [ourRule(`ours, ${calibration}`, calibration)];
process.stdout.write(JSON.stringify(cells.map((cell) => play(cell, rules, { runs, seed })[0])));
