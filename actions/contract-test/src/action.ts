import type { Problem } from '@slipway/failure';
import { choice, defineAction, duration, flag, integer, list, pairs, path, secret, text } from '@slipway/metadata';
import { DEFAULT_CONTRACTS } from './inputs.ts';

/** What is said of a Pact Broker. */
const BROKER = [
  'brokerUrl',
  'brokerToken',
  'brokerUsername',
  'brokerPassword',
  'consumerVersionSelectors',
  'providerVersionBranch',
  'enablePending',
] as const;

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
    service: text('Name of the service that would be deployed', { required: true, example: 'payment-service' }),
    environment: list('Environments that it would be deployed to, one a line; `{service}` stands for the name of each service', {
      required: true,
      example: 'production',
    }),
    services: pairs('Where each service is kept, one NAME=OWNER/REPOSITORY a line, with :FOLDER where several share one', {
      required: true,
      example: 'order-service=org/order-service',
    }),
    githubToken: secret(
      'Token: reads the deployments and files of every repository in `services`, or writes what `notify` names',
      {
        required: true,
        example: `\${{ steps.app-token.outputs.token }}`,
      },
    ),
    openapi: path(
      "The service's own OpenAPI file: verify judges each answer by it as well; can-i-deploy takes openapi.yaml when none is given",
      { example: 'openapi.yaml' },
    ),
    report: path('Reports of steps with mode verify, compare or can-i-deploy; a path or a glob pattern', {
      required: true,
      example: `\${{ steps.compare.outputs.report }}`,
    }),
    notify: list('Whom to tell, one a line: checks (of the commit), comment (on the pull request), issue (when main breaks)', {
      default: 'checks\ncomment\nissue',
    }),
    issueRepository: text("OWNER/REPOSITORY that gets the issue, such as the provider's; this one unless given"),
    liveVersions: integer('How many versions of a service serve at the same time once nothing is rolled out', {
      default: '1',
      min: 1,
      max: 20,
    }),
    base: path('OpenAPI file of before', { required: true, example: 'released/openapi.yaml' }),
    head: path('OpenAPI file of after', { required: true, example: 'openapi.yaml' }),
    contracts: list('Pact files of the consumers, one glob pattern a line', { default: DEFAULT_CONTRACTS }),
    brokerUrl: text('Address of a Pact Broker that the contracts are read from as well; `contracts` may then be left out', {
      example: 'https://broker.example.com',
    }),
    brokerToken: secret('Token for the broker (bearer)'),
    brokerUsername: text('User for the broker, where it takes no token'),
    brokerPassword: secret('Password of that user'),
    consumerVersionSelectors: text("Which versions of the consumers, as the broker's selectors in YAML or JSON", {
      default: '[{"mainBranch": true}, {"deployedOrReleased": true}]',
    }),
    providerVersionBranch: text(
      "The provider's branch, by which the broker tells what is pending and what `matchingBranch` is; the run's own unless given",
    ),
    enablePending: flag('A contract that the broker says is pending is told and stops nothing', { default: 'false' }),
    consumers: list('Names of all consumers there are; one without a contract is listed as unknown'),
    acceptedBreaks: path(
      'YAML file of the breaks that are accepted, and of how long what is pending may be, each with a reason, an owner and a last day',
    ),
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
    allowNone: flag(
      'A provider without a single contract passes, and so does an environment without a single deployment; otherwise nothing was proved',
      { default: 'false' },
    ),
  },
  outputs: {
    contracts: 'How many contracts were judged; in mode tell, how many pairs of consumer and provider were told of',
    interactions: 'How many interactions were judged',
    broken: 'Names of the consumers that break, joined by commas',
    unknown: 'Names of the consumers without a contract, joined by commas',
    deviations: "How many of the provider's answers are not as its own description says (mode verify with `openapi`)",
    answer: 'Whether the service can be deployed: yes, no or unknown (mode can-i-deploy)',
    breakingChanges: 'How many changes break what the description promised before (mode diff)',
  },
  permissions: {},
  modes: {
    verify: {
      description: 'Replays every contract against the running provider',
      inputs: [
        'provider',
        'contracts',
        ...BROKER,
        'openapi',
        'providerFile',
        'url',
        'stateUrl',
        'stateTeardown',
        'messageUrl',
        'requestTimeout',
        'acceptedBreaks',
        'allowNone',
      ],
      arguments: ['contracts', 'url'],
    },
    compare: {
      description: "Compares every contract with its provider's OpenAPI description; nothing is started",
      inputs: ['descriptions', 'contracts', ...BROKER, 'consumers', 'acceptedBreaks', 'allowNone'],
    },
    diff: {
      description: 'Finds the breaking changes between two OpenAPI descriptions, and the consumers that they break',
      inputs: ['base', 'head', 'contracts', 'consumers', 'acceptedBreaks', 'failOn'],
      arguments: ['base', 'head'],
    },
    'can-i-deploy': {
      description:
        'Holds this version against every version that is deployed, by what GitHub knows of deployments; nothing is changed',
      inputs: [
        'service',
        'environment',
        'services',
        'githubToken',
        'contracts',
        'openapi',
        'consumers',
        'liveVersions',
        'acceptedBreaks',
        'allowNone',
      ],
      arguments: ['service', 'environment'],
    },
    tell: {
      description: 'Tells the owners of what breaks, from the reports of other steps: check runs, one comment, one issue',
      inputs: ['report', 'githubToken', 'notify', 'issueRepository'],
    },
  },
  contradictions: (inputs) => [
    ...(inputs.mode === 'verify' && inputs.url !== undefined && inputs.providerFile !== undefined
      ? [
          contradiction(
            'Inputs "url" and "provider-file" are both given: is the provider running, or to be started?',
            'Keep one of them.',
          ),
        ]
      : []),
    ...(inputs.mode === 'verify' || inputs.mode === 'compare' ? brokerContradictions(inputs) : []),
    ...('consumers' in inputs ? joinedNames(inputs.consumers ?? []) : []),
  ],
});

type BrokerInputs = Readonly<Record<'brokerUrl' | 'brokerToken' | 'brokerUsername' | 'brokerPassword', unknown>>;

function contradiction(message: string, remedy: string): Problem {
  return { code: 'INPUT_CONTRADICTION', message, remedy };
}

function brokerContradictions({ brokerUrl, brokerToken, brokerUsername, brokerPassword }: BrokerInputs): readonly Problem[] {
  const user = brokerUsername !== undefined || brokerPassword !== undefined;
  const half = (brokerUsername === undefined) !== (brokerPassword === undefined);
  const both = brokerToken !== undefined && user;
  const idle = brokerUrl === undefined && (brokerToken !== undefined || user);
  return [
    ...(idle ? [contradiction('Credentials for a broker are given without its address.', 'Give "broker-url" as well.')] : []),
    ...(both ? [contradiction('A token and a user are both given for the broker.', 'Keep one of them.')] : []),
    ...(half ? [contradiction('Of "broker-username" and "broker-password" only one is given.', 'Give both, or neither.')] : []),
  ];
}

/** Names that were joined with commas would be one consumer that nobody has, and its contract would be missing. */
function joinedNames(consumers: readonly string[]): readonly Problem[] {
  return consumers
    .filter((name) => name.includes(','))
    .map((name) => ({
      code: 'INPUT_MALFORMED',
      message: `Input "consumers" has "${name}"; names stand one a line.`,
      remedy: 'Break it into lines, or in a shell give --consumers once for each.',
    }));
}
