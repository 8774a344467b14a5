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
import { isJson } from './site.ts';

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
  judgedBy: typeof judged = judged,
  offers: ReturnType<typeof makeOffers> = makeOffers(seed),
): Promise<{ readonly wrong: readonly string[]; readonly breaking: number; readonly harmless: number }> {
  const consumers = makeConsumers(seed, offers);
  const base = describeProvider(offers);
  const wrong: string[] = [];
  const counts = { breaking: 0, harmless: 0 };
  for (const mutant of mutantsOf(offers)) {
    const head = mutated(base, mutant);
    const [broken, exitCode] = await judgedBy(base, head, consumers);
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

/** The description of after with every value of some keywords as it was before: what a comparison sees that is blind to them. */
function unseen(base: unknown, head: unknown, keywords: readonly string[]): unknown {
  if (!isJson(base) || !isJson(head)) return head;
  const kept = Object.entries(head).filter(([key]) => !keywords.includes(key));
  const seen = kept.map(([key, value]) => [key, unseen(base[key], value, keywords)] as const);
  const before = keywords.flatMap((key) => (key in base ? [[key, base[key]] as const] : []));
  return Object.fromEntries([...seen, ...before]);
}

describe('a comparison that is broken on purpose is found out:', () => {
  const offers = makeOffers(0).slice(0, 2);

  test.each([
    ['blind to types', ['type'], /retype/],
    ['blind to what must be there', ['required'], /make optional|require/],
    ['blind to null', ['nullable'], /let null in/],
    ['blind to lists of values', ['enum'], /add a value to|take the example from/],
  ] as const)(
    'one that is %s',
    async (_, keywords, mutants) => {
      const blind: typeof judged = (base, head, consumers) => judged(base, unseen(base, head, keywords) as Json, consumers);
      const { wrong } = await judge(0, blind, offers);
      expect(wrong.some((each) => mutants.test(each))).toBe(true);
    },
    60_000,
  );

  test('one that finds a break in everything', async () => {
    const { wrong, harmless } = await judge(0, async () => [['order-service'], 1], offers);
    expect(harmless).toBeGreaterThan(20);
    expect(wrong.length).toBeGreaterThanOrEqual(harmless);
  });

  test('one that finds none', async () => {
    const { wrong, breaking } = await judge(0, async () => [[], 0], offers);
    expect(breaking).toBeGreaterThan(20);
    expect(wrong).toHaveLength(breaking);
  });

  test('and the same two offers are judged right by the real one', async () => {
    expect((await judge(0, judged, offers)).wrong).toEqual([]);
  }, 60_000);
});
