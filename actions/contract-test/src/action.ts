import { defineAction, duration, flag, list, path, text } from '@slipway/metadata';

/** The metadata of contract-test. */
export const action = defineAction({
  name: 'contract-test',
  title: 'Contract test',
  description: 'Replays what every consumer needs against the provider, and names the consumers that a change would break',
  branding: { icon: 'link', color: 'purple' },
  inputs: {
    provider: text('Name of the provider, as the contracts spell it', { required: true, example: 'payment-service' }),
    contracts: list('Pact files of the consumers, one glob pattern a line', { default: 'contracts/*.json' }),
    providerFile: path('YAML file that says how to start the provider; `.slipway/provider.yml` when there is no `url` either'),
    url: text('Address of a provider that runs already'),
    stateUrl: text('Address that takes POST {state, params} and brings the provider into that state'),
    requestTimeout: duration('How long one request may take', { default: '10s' }),
    allowNone: flag('A provider without a single contract passes; otherwise it fails, for nothing was proved', {
      default: 'false',
    }),
  },
  outputs: {
    contracts: 'How many contracts were verified',
    interactions: 'How many interactions were verified',
    broken: 'Names of the consumers that break, joined by commas',
  },
  permissions: {},
  contradictions: ({ url, providerFile }) =>
    url === undefined || providerFile === undefined
      ? []
      : [
          {
            code: 'INPUT_CONTRADICTION',
            message: 'Inputs "url" and "provider-file" are both given: is the provider running, or to be started?',
            remedy: 'Keep one of them.',
          },
        ],
});
