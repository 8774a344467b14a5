import { afterAll, expect, test } from '@jest/globals';
import { defineAction } from '@slipway/metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, runCommand } from './command.ts';
import type { Run } from './outcome.ts';

const temp = mkdtempSync(join(tmpdir(), 'slipway-command-'));
afterAll(() => rmSync(temp, { recursive: true }));

const action = defineAction({
  name: 'example',
  title: 'Example',
  description: 'Does something',
  branding: { icon: 'box', color: 'blue' },
  permissions: {},
  inputs: {},
  outputs: {},
  modes: { slow: { description: 'Slow', inputs: [] }, quick: { description: 'Quick', inputs: [] } },
});

async function loadedBy(args: readonly string[]): Promise<readonly string[]> {
  const loaded: string[] = [];
  const run: Run<typeof action> = async ({ mode }) => {
    loaded.push(mode);
    return { verdict: 'pass', headline: '', outputs: {} };
  };
  const load = (what: string) => async (): Promise<Run<typeof action>> => {
    loaded.push(`loads ${what}`);
    return run;
  };
  await runCommand([command(action, load('all'), { quick: load('quick') })], ['example', ...args], { RUNNER_TEMP: temp });
  return loaded;
}

test.each<[string, readonly string[], readonly string[]]>([
  ['a mode that has less to load', ['quick'], ['loads quick', 'quick']],
  ['another mode', ['slow'], ['loads all', 'slow']],
  ['the mode that is meant when none is named', [], ['loads all', 'slow']],
  ['a mode by the name of its input', ['--mode', 'quick'], ['loads all', 'quick']],
  ['a word that is two modes, which runs nothing', ['quick', '--mode', 'slow'], ['loads quick']],
])('%s', async (_, args, expected) => {
  expect(await loadedBy(args)).toEqual(expected);
});
