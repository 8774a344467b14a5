import type { Problem } from '@slipway/failure';
import {
  choice,
  defineAction,
  duration,
  flag,
  integer,
  list,
  number,
  pairs,
  path,
  type Secret,
  secret,
  text,
} from '@slipway/metadata';

import { RAMP, rampInputs } from './ramp/definition.ts';
import { rampProblems } from './ramp/problems.ts';

const contradiction = (message: string, remedy: string): Problem => ({ code: 'INPUTS_CONTRADICT', message, remedy });

interface Place {
  readonly provider: string;
  readonly file: string | undefined;
  readonly repository: string | undefined;
  readonly server: string | undefined;
  readonly serverToken: Secret | undefined;
  readonly project: string | undefined;
  readonly environment: string | undefined;
}

/** OFREP evaluates, and has no word for changing. */
function onlyEvaluates(mode: string): Problem {
  const message = `"provider" is ofrep, and OFREP can only evaluate flags: mode: ${mode} cannot change one by it.`;
  const remedy =
    'Name where the flag is kept (flagd with "file", unleash or launchdarkly) and give the OFREP server as "probe-url"; or ask it with mode: evaluate.';
  return contradiction(message, remedy);
}

const addressProblems = (server: string | undefined): readonly Problem[] =>
  server !== undefined && !/^https?:\/\/[^\s]+$/.test(server)
    ? [contradiction(`"server" is ${JSON.stringify(server)}, which is not an address.`, 'Write it whole, with https://.')]
    : [];

/** What each provider needs to be reached. */
function placeProblems(mode: string, place: Place): readonly Problem[] {
  const { provider, file, repository, server, serverToken, project, environment } = place;
  if (provider === 'ofrep') return [onlyEvaluates(mode)];
  if (provider === 'flagd')
    return file === undefined ? [contradiction('"file" is not given, and flagd keeps its flags in one.', 'Give "file".')] : [];
  const needed = { server, 'server-token': serverToken, project, environment };
  const missing = Object.entries(needed).filter(([, value]) => value === undefined);
  return [
    ...missing.map(([name]) => contradiction(`"${name}" is not given, and ${provider} needs it.`, `Give "${name}".`)),
    ...addressProblems(server),
    ...(repository === undefined ? [] : [contradiction(`"repository" is given, and ${provider} reads none.`, 'Leave it out.')]),
  ];
}

/** What can be asked for an evaluation, and by what. */
function evaluateProblems({ provider, file, server }: Pick<Place, 'provider' | 'file' | 'server'>): readonly Problem[] {
  if (provider === 'flagd')
    return file === undefined ? [contradiction('"file" is not given, and flagd keeps its flags in one.', 'Give "file".')] : [];
  if (provider !== 'ofrep') {
    const message = `"provider" is ${provider}, which evaluates flags within its own SDKs alone.`;
    return [contradiction(message, 'Ask a server that speaks OFREP (provider: ofrep), as a relay of it may.')];
  }
  return server === undefined
    ? [contradiction('"server" is not given, and OFREP is asked of one.', 'Give "server".')]
    : addressProblems(server);
}

interface Wanted {
  readonly state: string | undefined;
  readonly percentage: number | undefined;
  readonly variant: string | undefined;
}

function wantedProblems({ state, percentage, variant }: Wanted): readonly Problem[] {
  const problems: Problem[] = [];
  if (state === undefined && percentage === undefined && variant === undefined)
    problems.push(contradiction('Nothing is to be set.', 'Give "state", "percentage" or "variant".'));
  if (state !== undefined && (percentage !== undefined || variant !== undefined))
    problems.push(contradiction('"state" is given with "percentage" or "variant".', 'Set one after the other.'));
  return [...problems, ...percentageProblems(percentage)];
}

const percentageProblems = (percentage: number | undefined): readonly Problem[] =>
  percentage !== undefined && (percentage < 0 || percentage > 100)
    ? [contradiction(`"percentage" is ${percentage}.`, 'Write it from 0 to 100.')]
    : [];

/** Where the flags are. */
const PLACE = [
  'provider',
  'flag',
  'file',
  'repository',
  'token',
  'branch',
  'server',
  'serverToken',
  'project',
  'environment',
  'reason',
  'attempts',
] as const;

/** The definition of feature-flag. */
export const action = defineAction({
  name: 'feature-flag',
  title: 'Feature flag',
  description:
    'Turns a feature on, off or up by percent without a deployment, ramps it under a metric, measures how long off takes, and checks changes of flags',
  branding: { icon: 'toggle-right', color: 'green' },
  inputs: {
    flag: text('Name of the flag', { required: true, example: 'new-checkout' }),
    provider: choice('Where the flags are kept', ['flagd', 'unleash', 'launchdarkly', 'ofrep'], {
      default: 'flagd',
    }),
    file: path("File of the flags in flagd's format; in the workspace, or in the configuration repository", {
      example: 'production/flags.json',
    }),
    repository: text('The configuration repository that holds the file: `owner/name`, or an https address', {
      example: 'org/config',
    }),
    token: secret('Token that may write the contents of the configuration repository'),
    branch: text('The branch that is written to', { default: 'main' }),
    attempts: integer('How often the git server is asked to take the commit at most', { default: '50', min: 1, max: 500 }),
    server: text('Address of Unleash, LaunchDarkly or a server that speaks OFREP', { example: 'https://unleash.example.com' }),
    serverToken: secret('Token for the server; one that may change flags, where they are changed'),
    project: text('Project of the flag there', { example: 'default' }),
    environment: text('Environment of the flag there', { example: 'production' }),
    reason: text('Why the flag is changed; it is kept with the change', { example: 'errors of payment over 5 %' }),
    state: choice('What to switch the flag to', ['on', 'off']),
    percentage: number('The share of users who get the variant, or are expected to, from 0 to 100', {}),
    variant: text('Whose share it is, the first by default; alone, what the flag is where no rule says otherwise'),
    probeUrl: text('Where it is seen whether the feature is off: a flag server with OFREP, or an address of the service', {
      example: 'https://flags.example.com',
    }),
    probeOff: text('What the answer says when the feature is off, as a regular expression; without it, OFREP is spoken', {
      example: '"checkout":"classic"',
    }),
    probeToken: secret('Bearer token for the probe'),
    budget: duration('How long off may take to reach the probe', { default: '30s' }),
    context: pairs('What else a flag server is told of whom it evaluates for, one NAME=value a line', { example: 'country=de' }),
    drawnBy: text('What the rules draw users by', { default: 'targetingKey' }),
    expect: text('What a flag is expected to be: off, the name of a variant, or a value'),
    ...rampInputs,
    base: text('Commit or branch that the flags are compared with', { default: 'origin/main' }),
    code: list('Files in which flags are looked for, one glob pattern a line', { default: 'src/**' }),
    dark: flag('Refuse a new flag that is on when it lands', { default: 'true' }),
    settledAfter: integer('After how many days of one value for everybody a flag may go', { default: '30', min: 1 }),
  },
  outputs: {
    changed: 'Whether the flag was changed (true or false)',
    commit: 'The commit that has the change, where the flags are in git',
    seconds: 'How long off took to reach the probe, a flag to be as expected, or a bad step to be taken back, in seconds',
    faults: 'How many faults were found, or how many flags are stale',
    decision: 'How a ramp ended: ramped, stopped, stop-failed, untold, superseded or cancelled',
    share: 'The percentage where a ramp left the flag, or that was measured',
    value: 'What the flag was evaluated to, as JSON',
  },
  permissions: {},
  modes: {
    set: {
      description: 'Switches a flag, or sets its percentage or its default',
      inputs: [...PLACE, 'state', 'percentage', 'variant'],
    },
    kill: {
      description: 'Switches a feature off and measures how long that takes to reach its users',
      inputs: [...PLACE, 'probeUrl', 'probeOff', 'probeToken', 'budget'],
    },
    ramp: {
      description: 'Brings a feature to its users step by step, and takes it back where its metric turns bad',
      inputs: [...PLACE, 'variant', ...RAMP, 'probeUrl', 'probeToken', 'budget', 'context', 'drawnBy'],
    },
    evaluate: {
      description: 'Asks what a flag is for a context, and for how many users, until it is as expected; changes nothing',
      inputs: [
        'provider',
        'flag',
        'file',
        'server',
        'serverToken',
        'context',
        'drawnBy',
        'variant',
        'expect',
        'percentage',
        'population',
        'budget',
      ],
    },
    lint: {
      description: 'Checks a change of flags: who loses a feature, what code still needs, owner and day',
      inputs: ['file', 'base', 'code', 'dark'],
    },
    stale: {
      description: 'Lists the flags that may go, with where code still names them',
      inputs: ['file', 'code', 'settledAfter'],
    },
  },
  contradictions: (inputs) => {
    if (inputs.mode === 'set') return [...placeProblems('set', inputs), ...wantedProblems(inputs)];
    if (inputs.mode === 'kill') return placeProblems('kill', inputs);
    if (inputs.mode === 'ramp') return [...placeProblems('ramp', inputs), ...rampProblems(inputs)];
    if (inputs.mode === 'evaluate') return [...evaluateProblems(inputs), ...percentageProblems(inputs.percentage)];
    return inputs.file === undefined ? [contradiction('"file" is not given.', 'Name the file of the flags.')] : [];
  },
});
