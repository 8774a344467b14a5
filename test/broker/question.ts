import { Ajv } from 'ajv';

const yes = { const: true };
const text = { type: 'string', pattern: '\\S' };

/** What the broker's own contracts of requests let through; lib/pact_broker/api/contracts in pact_broker. */
const SELECTOR = {
  type: 'object',
  properties: {
    ...{
      mainBranch: yes,
      matchingBranch: yes,
      deployed: yes,
      released: yes,
      deployedOrReleased: yes,
      latest: { type: 'boolean' },
    },
    ...{ branch: text, fallbackBranch: text, tag: text, fallbackTag: text, environment: text, consumer: text },
  },
  dependentSchemas: {
    mainBranch: { properties: { branch: false, tag: false, latest: false, matchingBranch: false, fallbackBranch: false } },
    fallbackBranch: { required: ['branch'] },
    fallbackTag: { required: ['tag'] },
    environment: { properties: { branch: false, tag: false, mainBranch: false } },
  },
};
const BODY = {
  type: 'object',
  properties: {
    providerVersionBranch: { type: ['string', 'null'] },
    consumerVersionSelectors: { type: 'array', items: SELECTOR },
    includePendingStatus: { type: 'boolean' },
  },
};
const MATCHING = {
  type: 'object',
  anyOf: [
    { required: ['providerVersionBranch'] },
    { properties: { consumerVersionSelectors: { items: { properties: { matchingBranch: false } } } } },
  ],
};

const ajv = new Ajv({ strict: false, allErrors: true });
const judge = ajv.compile({ allOf: [BODY, MATCHING] });

/** What the broker has against the body of a question; empty when it takes it. */
export const questionErrors = (body: unknown): readonly string[] =>
  judge(body) ? [] : (judge.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`.trim());
