import { parseConfig } from '@slipway/config';
import { Failure } from '@slipway/failure';

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
    return parseConfig<readonly Selector[]>('consumer-version-selectors', raw, { schema: SCHEMA }).value;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const remedy = 'Write a list such as [{"mainBranch": true}, {"deployedOrReleased": true}].';
    throw new Failure(
      error.problems.map(({ message, remedy: own, location }) => ({
        code: 'INPUT_MALFORMED',
        message: `Input "consumer-version-selectors", line ${location?.line ?? 1}: ${message}`,
        remedy: own ?? remedy,
      })),
      { cause: error },
    );
  }
}
