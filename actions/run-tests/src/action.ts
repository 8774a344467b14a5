import { choice, defineAction, duration, integer, list, pairs, path, text } from '@slipway/metadata';

/** The metadata of run-tests. */
export const action = defineAction({
  name: 'run-tests',
  title: 'Run tests',
  description: "Runs a service's own tests with what they depend on, and puts every failure on its line",
  branding: { icon: 'check-circle', color: 'green' },
  inputs: {
    command: text('The test command: a program and its arguments, without a shell', {
      required: true,
      example: 'npm run test:unit',
    }),
    prepare: list('Commands to run before, one a line, outside the time budget', { example: 'npm ci' }),
    kind: choice('What the tests are, for titles and messages', ['unit', 'integration', 'end-to-end'], { default: 'unit' }),
    workingDirectory: path('Where the command runs', { default: '.' }),
    reports: list('JUnit XML files that the command writes, one glob pattern a line, from the working directory', {
      default: 'reports/*.xml',
    }),
    timeBudget: duration('How long the tests may take; over it they are ended and have failed', { default: '10m' }),
    minTests: integer('Fewer executed tests than this are a failure: an empty run proves nothing', { default: '1', min: 0 }),
    env: pairs('Variables for the command, as lines of NAME=value; the rest of the environment is not passed on'),
    passEnv: list('Names of variables to pass on from the step to the command'),
    dependencies: path('YAML file of what must run beside the tests: processes, images or a compose file'),
  },
  outputs: {
    total: 'How many tests were executed',
    failed: 'How many tests failed',
    skipped: 'How many tests were skipped',
    seconds: 'How long the command took',
  },
  permissions: {},
});
