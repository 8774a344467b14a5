import { choice, defineAction, duration, flag, list, pairs, path, text } from '@slipway/metadata';

/** The metadata of contract-test. */
export const action = defineAction({
  name: 'contract-test',
  title: 'Contract test',
  description: 'Replays what every consumer needs against the provider, and names the consumers that a change would break',
  branding: { icon: 'link', color: 'purple' },
  inputs: {
    provider: text('Name of the provider, as the contracts spell it', { required: true, example: 'payment-service' }),
    descriptions: pairs('OpenAPI file of each provider, one NAME=PATH a line', {
      required: true,
      example: 'payment-service=openapi.yaml',
    }),
    openapi: path("The provider's own OpenAPI file, by which each of its answers is judged as well", { example: 'openapi.yaml' }),
    base: path('OpenAPI file of before', { required: true, example: 'released/openapi.yaml' }),
    head: path('OpenAPI file of after', { required: true, example: 'openapi.yaml' }),
    contracts: list('Pact files of the consumers, one glob pattern a line', { default: 'contracts/*.json' }),
    consumers: list('Names of all consumers there are; one without a contract is listed as unknown'),
    acceptedBreaks: path('YAML file of the breaks that are accepted, each with a reason, an owner and a last day'),
    failOn: choice(
      'Which breaking changes fail: any, or those that break a consumer with a contract',
      ['any-break', 'consumer-break'],
      {
        default: 'any-break',
      },
    ),
    providerFile: path('YAML file that says how to start the provider; `.slipway/provider.yml` when there is no `url` either'),
    url: text('Address of a provider that runs already'),
    stateUrl: text('Address that takes POST {state, params} and brings the provider into that state'),
    stateTeardown: flag('Also send {state, params, action: "teardown"} to the state-url after each interaction', {
      default: 'false',
    }),
    messageUrl: text('Address that takes POST {description, providerStates} and answers with that message'),
    requestTimeout: duration('How long one request may take', { default: '10s' }),
    allowNone: flag('A provider without a single contract passes; otherwise it fails, for nothing was proved', {
      default: 'false',
    }),
  },
  outputs: {
    contracts: 'How many contracts were verified',
    interactions: 'How many interactions were verified',
    broken: 'Names of the consumers that break, joined by commas',
    unknown: 'Names of the consumers without a contract, joined by commas',
    deviations: "How many of the provider's answers are not as its own description says (mode verify with `openapi`)",
    breakingChanges: 'How many changes break what the description promised before (mode diff)',
  },
  permissions: {},
  modes: {
    verify: {
      description: 'Replays every contract against the running provider',
      inputs: [
        'provider',
        'contracts',
        'openapi',
        'providerFile',
        'url',
        'stateUrl',
        'stateTeardown',
        'messageUrl',
        'requestTimeout',
        'allowNone',
      ],
    },
    compare: {
      description: "Compares every contract with its provider's OpenAPI description; nothing is started",
      inputs: ['descriptions', 'contracts', 'consumers', 'acceptedBreaks', 'allowNone'],
    },
    diff: {
      description: 'Finds the breaking changes between two OpenAPI descriptions, and the consumers that they break',
      inputs: ['base', 'head', 'contracts', 'consumers', 'acceptedBreaks', 'failOn'],
      arguments: ['base', 'head'],
    },
  },
  contradictions: (inputs) =>
    inputs.mode !== 'verify' || inputs.url === undefined || inputs.providerFile === undefined
      ? []
      : [
          {
            code: 'INPUT_CONTRADICTION',
            message: 'Inputs "url" and "provider-file" are both given: is the provider running, or to be started?',
            remedy: 'Keep one of them.',
          },
        ],
});
