/**
 * Plays scenes in a process of its own, for numbers are worked with many times slower inside a test's own realm.
 *
 * Reads `{ scenes, rules, runs, seed }` as JSON from the standard input, with the names of the rules; writes the scores of
 * each scene as JSON.
 */
import { text } from 'node:stream/consumers';
import { play } from './benchmark.ts';
import { RULES } from './rules.ts';
import type { Scene } from './scene.ts';

/** What a process is asked for. */
export interface Order {
  readonly scenes: readonly Scene[];
  readonly rules: readonly string[];
  readonly runs: number;
  readonly seed: number;
}

const { scenes, rules, runs, seed } = JSON.parse(await text(process.stdin)) as Order;
const chosen = RULES.filter(({ name }) => rules.includes(name));
process.stdout.write(JSON.stringify(scenes.map((scene) => play(scene, chosen, { runs, seed }))));
