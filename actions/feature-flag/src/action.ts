import type { Problem } from '@slipway/failure';
import { choice, defineAction, duration, flag, integer, list, number, path, type Secret, secret, text } from '@slipway/metadata';

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

/** What each provider needs to be reached. */
function placeProblems({ provider, file, repository, server, serverToken, project, environment }: Place): readonly Problem[] {
  if (provider === 'flagd')
    return file === undefined ? [contradiction('"file" is not given, and flagd keeps its flags in one.', 'Give "file".')] : [];
  const needed = { server, 'server-token': serverToken, project, environment };
  const missing = Object.entries(needed).filter(([, value]) => value === undefined);
  return [
    ...missing.map(([name]) => contradiction(`"${name}" is not given, and ${provider} needs it.`, `Give "${name}".`)),
    ...(server !== undefined && !/^https?:\/\/[^\s]+$/.test(server)
      ? [contradiction(`"server" is ${JSON.stringify(server)}, which is not an address.`, 'Write it whole, with https://.')]
      : []),
    ...(repository === undefined ? [] : [contradiction(`"repository" is given, and ${provider} reads none.`, 'Leave it out.')]),
  ];
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
  if (percentage !== undefined && (percentage < 0 || percentage > 100))
    problems.push(contradiction(`"percentage" is ${percentage}.`, 'Write it from 0 to 100.'));
  return problems;
}

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
    'Turns a feature on, off or up by percent without a deployment, measures how long off takes, and checks changes of flags',
  branding: { icon: 'toggle-right', color: 'green' },
  inputs: {
    flag: text('Name of the flag', { required: true, example: 'new-checkout' }),
    provider: choice('Where the flags are kept', ['flagd', 'unleash', 'launchdarkly'], { default: 'flagd' }),
    file: path("File of the flags in flagd's format; in the workspace, or in the configuration repository", {
      example: 'production/flags.json',
    }),
    repository: text('The configuration repository that holds the file: `owner/name`, or an https address', {
      example: 'org/config',
    }),
    token: secret('Token that may write the contents of the configuration repository'),
    branch: text('The branch that is written to', { default: 'main' }),
    attempts: integer('How often the git server is asked to take the commit at most', { default: '50', min: 1, max: 500 }),
    server: text('Address of Unleash or LaunchDarkly', { example: 'https://unleash.example.com' }),
    serverToken: secret('Token of Unleash or LaunchDarkly that may change flags'),
    project: text('Project of the flag there', { example: 'default' }),
    environment: text('Environment of the flag there', { example: 'production' }),
    reason: text('Why the flag is changed; it is kept with the change', { example: 'errors of payment over 5 %' }),
    state: choice('What to switch the flag to', ['on', 'off']),
    percentage: number('The share of users who get the variant, from 0 to 100', {}),
    variant: text('Whose share it is, the first by default; alone, what the flag is where no rule says otherwise'),
    probeUrl: text('Where it is seen whether the feature is off: a flag server with OFREP, or an address of the service', {
      example: 'https://flags.example.com',
    }),
    probeOff: text('What the answer says when the feature is off, as a regular expression; without it, OFREP is spoken', {
      example: '"checkout":"classic"',
    }),
    probeToken: secret('Bearer token for the probe'),
    budget: duration('How long off may take to reach the probe', { default: '30s' }),
    base: text('Commit or branch that the flags are compared with', { default: 'origin/main' }),
    code: list('Files in which flags are looked for, one glob pattern a line', { default: 'src/**' }),
    dark: flag('Refuse a new flag that is on when it lands', { default: 'true' }),
    settledAfter: integer('After how many days of one value for everybody a flag may go', { default: '30', min: 1 }),
  },
  outputs: {
    changed: 'Whether the flag was changed (true or false)',
    commit: 'The commit that has the change, where the flags are in git',
    seconds: 'How long off took to reach the probe, in seconds',
    faults: 'How many faults were found, or how many flags are stale',
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
    if (inputs.mode === 'set') return [...placeProblems(inputs), ...wantedProblems(inputs)];
    if (inputs.mode === 'kill') return placeProblems(inputs);
    return inputs.file === undefined ? [contradiction('"file" is not given.', 'Name the file of the flags.')] : [];
  },
});
