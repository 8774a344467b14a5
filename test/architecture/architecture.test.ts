import { describe, expect, test } from '@jest/globals';
import * as rules from './rules.ts';
import { allSources, productSources, type Source } from './sources.ts';

const at = (path: string, text: string): Source => ({ path, text });

/** Each rule with a file that must breach it: a walker that has gone blind fails here first. */
const CONTROLS: Readonly<Record<keyof typeof rules, Source>> = {
  pureImportsNoWorld: at('packages/contract/src/x.ts', "import { readFileSync } from 'node:fs';"),
  onlyRunnerKnowsThePlatform: at('packages/oci/src/x.ts', "import * as core from '@actions/core';"),
  onlyRunnerReadsTheEnvironment: at('actions/deploy-k8s/src/run.ts', "const home = process.env['HOME'];"),
  noActionImportsAnother: at('actions/deploy-k8s/src/run.ts', "import { run } from '@slipway/action-smoke-test';"),
  noReachIntoInternals: at('packages/oci/src/x.ts', "import { y } from '../../kubernetes/src/y.ts';"),
  onlyShellsTouchTheMachine: at('actions/deploy-k8s/src/run.ts', "import { spawn } from 'node:child_process';"),
  filesFitAScreenful: at('packages/oci/src/x.ts', '\n'.repeat(300)),
  namesSayWhatIsInside: at('packages/oci/src/utils.ts', ''),
  noMocksNoSkips: at('packages/oci/src/x.test.ts', "test.skip('later', () => {});"),
  mainIsOnlyAnEntry: at('actions/deploy-k8s/src/main.ts', 'a;\n'.repeat(10)),
  loadingDoesNothing: at('packages/oci/src/x.ts', "process.on('exit', () => undefined);"),
  exportsAreDocumented: at('packages/oci/src/x.ts', 'export function f(): void {}'),
};

const RULES: ReadonlyMap<string, rules.Rule> = new Map(Object.entries(rules));

function breaches(name: string, sources: readonly Source[]): readonly string[] {
  const rule = RULES.get(name);
  if (rule === undefined) throw new Error(`There is no rule ${name}.`);
  return rule(sources);
}

const whole: readonly (keyof typeof rules)[] = ['filesFitAScreenful', 'namesSayWhatIsInside', 'noMocksNoSkips'];

describe.each(Object.keys(CONTROLS) as (keyof typeof rules)[])('%s', (name) => {
  test('holds', () => {
    expect(breaches(name, whole.includes(name) ? allSources() : productSources())).toEqual([]);
  });

  test('is not blind', () => {
    expect(breaches(name, [CONTROLS[name]])).toHaveLength(1);
  });
});

test('the walker sees the sources', () => {
  expect(productSources().length).toBeGreaterThan(80);
  expect(allSources().some(({ path }) => path === 'test/architecture/architecture.test.ts')).toBe(true);
});
