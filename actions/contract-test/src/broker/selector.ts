import { parseConfig } from '@slipway/config';
import { Failure } from '@slipway/failure';
import { inWords } from './place.ts';

/** Names versions of consumers, in the broker's own terms, such as `{ mainBranch: true }`. */
export type Selector = Readonly<Record<string, string | true>>;

const text = { type: 'string', minLength: 1 };
const yes = { const: true };

/** https://docs.pact.io/pact_broker/advanced_topics/consumer_version_selectors */
const SELECTOR = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    ...{ mainBranch: yes, matchingBranch: yes, branch: text, fallbackBranch: text, fallbackToMainBranch: yes },
    ...{ deployed: yes, released: yes, deployedOrReleased: yes, environment: text },
    ...{ tag: text, fallbackTag: text, latest: yes, consumer: text },
  },
};
const SCHEMA = { type: 'array', minItems: 1, items: SELECTOR };

/**
 * Parses selectors, in YAML or JSON.
 *
 * @throws Failure INPUT_MALFORMED with every problem: a key that the broker does not know would select nothing, or everything.
 */
export function parseSelectors(raw: string): readonly Selector[] {
  try {
    return parseConfig<readonly Selector[]>('Input "consumer-version-selectors"', raw, { schema: SCHEMA }).value;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const remedy = 'Write a list such as [{"mainBranch": true}, {"deployedOrReleased": true}].';
    const problems = error.problems.map((problem) => ({ remedy, ...inWords(problem), code: 'INPUT_MALFORMED' }));
    throw new Failure(problems, { cause: error });
  }
}
