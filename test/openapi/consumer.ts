import type { Json } from './description.ts';
import { exampleOf, type Field, nest, type Offer } from './provider.ts';
import { type Random, random } from './random.ts';

/** How a consumer's contract says what a field may be: by its type, by a pattern of its values, or by its very value. */
export type Rule = 'type' | 'pattern' | 'value';

/** What a consumer does with one operation. */
export interface Use {
  readonly offer: Offer;
  readonly sends: readonly Field[];
  readonly reads: readonly (Field & { readonly rule: Rule })[];
  readonly query: readonly string[];
  readonly readsHeader: boolean;
}

/** A consumer, and everything it needs. */
export interface Consumer {
  readonly name: string;
  readonly uses: readonly Use[];
}

function useOf(offer: Offer, choose: Random): Use {
  const reads = offer.response.filter(({ name }) => name === 'status' || choose.chance(0.5));
  const ruleFor = ({ kind }: Field): Rule =>
    kind === 'list' ? choose.pick(['type', 'pattern', 'value'] as const) : choose.pick(['type', 'value'] as const);
  // A group that holds a required field is required as a whole, so its required fields are sent with it.
  const sends = offer.request.filter(({ required }) => required || choose.chance(0.4));
  return {
    offer,
    sends,
    reads: reads.map((field) => ({ ...field, rule: ruleFor(field) })),
    query: offer.query.filter(() => choose.chance(0.5)),
    readsHeader: choose.chance(0.5),
  };
}

/** Some consumers of a provider, of which each uses some of its operations and some of their fields. */
export function makeConsumers(seed: number, offers: readonly Offer[]): readonly Consumer[] {
  const choose = random(seed * 31 + 7);
  return ['order-service', 'invoice-service', 'refund-service'].map((name) => {
    const used = offers.filter(() => choose.chance(0.7));
    return { name, uses: (used.length === 0 ? offers.slice(0, 1) : used).map((offer) => useOf(offer, choose)) };
  });
}

function matchers(rule: Rule): Json {
  return { matchers: [rule === 'pattern' ? { match: 'regex', regex: '^(open|paid|failed)$' } : { match: 'type' }] };
}

/** The consumer's pact, version 3. */
export function pactOf({ name, uses }: Consumer, provider: string): string {
  const interactions = uses.map(({ offer, sends, reads, query, readsHeader }) => ({
    description: `${offer.method} ${offer.path}`,
    request: {
      method: offer.method,
      path: offer.path,
      ...(query.length > 0 && { query: Object.fromEntries(query.map((key) => [key, ['10']])) }),
      ...(offer.request.length > 0 && {
        headers: { 'Content-Type': 'application/json' },
        body: nest(sends.map((field) => [field.name, exampleOf(field)])),
      }),
    },
    response: {
      status: 200,
      headers: { 'Content-Type': 'application/json', ...(readsHeader && { 'X-Rate': '5' }) },
      body: nest(reads.map((field) => [field.name, exampleOf(field)])),
      matchingRules: {
        body: Object.fromEntries(
          reads.filter(({ rule }) => rule !== 'value').map((field) => [`$.${field.name}`, matchers(field.rule)]),
        ),
      },
    },
  }));
  return JSON.stringify(
    { consumer: { name }, provider: { name: provider }, interactions, metadata: { pactSpecification: { version: '3.0.0' } } },
    null,
    2,
  );
}
