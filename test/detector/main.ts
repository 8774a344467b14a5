/**
 * Plays cells in a process of its own, for numbers are worked with many times slower inside a test's own realm.
 *
 * Reads `{ cells, rules, runs, seed }` as JSON from the standard input, with the names of the rules; writes the scores of
 * each cell as JSON.
 */
import { text } from 'node:stream/consumers';
import { play, type Score } from './benchmark.ts';
import type { Cell } from './cell.ts';
import { rulesFor } from './peers/index.ts';

/** What a process is asked for. */
export interface Order {
  readonly cells: readonly Cell[];
  readonly rules: readonly string[];
  readonly runs: number;
  readonly seed: number;
}

function scoresOf({ cells, rules, runs, seed }: Order): readonly (readonly Score[])[] {
  return cells.map((cell) =>
    play(
      cell,
      rulesFor(cell).filter(({ name }) => rules.includes(name)),
      { runs, seed },
    ),
  );
}

process.stdout.write(JSON.stringify(scoresOf(JSON.parse(await text(process.stdin)) as Order)));
