import { describe, expect, test } from '@jest/globals';
import { action, runWith } from '@slipway/action-contract-test';
import { memoryGitHub } from '@slipway/github/memory';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryFiles } from '@slipway/system/memory';
import { type Consumer, makeConsumers, pactOf } from './consumer.ts';
import type { Json } from './description.ts';
import type { Mutant } from './label.ts';
import { labelled, mutantsOf } from './mutant.ts';
import { describeProvider, makeOffers } from './provider.ts';

const PROVIDERS = 3;

/** The consumers that break by the action's own word, and its exit code. */
async function judged(base: Json, head: Json, consumers: readonly Consumer[]): Promise<readonly [readonly string[], number]> {
  const pacts = consumers.map((consumer) => [`contracts/${consumer.name}.json`, pactOf(consumer, 'provider')]);
  const files = memoryFiles({
    'base.json': JSON.stringify(base, null, 2),
    'head.json': JSON.stringify(head, null, 2),
    ...Object.fromEntries(pacts),
  });
  const host = memoryHost({ mode: 'diff', base: 'base.json', head: 'head.json', 'fail-on': 'consumer-break' }, { files });
  const exitCode = await runAction(
    action,
    runWith(() => memoryGitHub()),
    host,
  );
  return [(host.written.outputs['broken'] ?? 'no outcome').split(',').filter((name) => name !== ''), exitCode];
}

async function judge(
  seed: number,
): Promise<{ readonly wrong: readonly string[]; readonly breaking: number; readonly harmless: number }> {
  const offers = makeOffers(seed);
  const consumers = makeConsumers(seed, offers);
  const base = describeProvider(offers);
  const wrong: string[] = [];
  const counts = { breaking: 0, harmless: 0 };
  for (const mutant of mutantsOf(offers)) {
    const head = mutated(base, mutant);
    const [broken, exitCode] = await judged(base, head, consumers);
    const expected = labelled(mutant, consumers);
    counts[expected.length > 0 ? 'breaking' : 'harmless'] += 1;
    if (JSON.stringify(broken) === JSON.stringify(expected) && exitCode === (expected.length > 0 ? 1 : 0)) continue;
    wrong.push(
      `${seed} ${mutant.name} of ${mutant.offer?.path}: ${broken.join(' ')} (exit ${exitCode}) instead of ${expected.join(' ')}`,
    );
  }
  return { wrong, ...counts };
}

function mutated(base: Json, mutant: Mutant): Json {
  const head = structuredClone(base);
  mutant.edit(head);
  return head;
}

describe('of providers whose consumers are known', () => {
  test('every mutant is judged as it is labelled: no break missed, no false alarm, the right consumers named', async () => {
    const judgements: Awaited<ReturnType<typeof judge>>[] = [];
    for (let seed = 0; seed < PROVIDERS; seed += 1) judgements.push(await judge(seed));
    expect(judgements.flatMap(({ wrong }) => wrong)).toEqual([]);
    const sum = (key: 'breaking' | 'harmless'): number => judgements.reduce((total, each) => total + each[key], 0);
    expect(sum('breaking')).toBeGreaterThan(200);
    expect(sum('harmless')).toBeGreaterThan(200);
  }, 300_000);

  test('and nothing is found where nothing was done', async () => {
    const offers = makeOffers(1);
    expect(await judged(describeProvider(offers), describeProvider(offers), makeConsumers(1, offers))).toEqual([[], 0]);
  });
});
