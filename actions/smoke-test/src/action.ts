import { choice, defineAction, duration, integer, list, pairs, path, text } from '@slipway/metadata';

/** The metadata of smoke-test. */
export const action = defineAction({
  name: 'smoke-test',
  title: 'Smoke test',
  description: 'Sends a suite of requests to a deployed service and checks every answer',
  branding: { icon: 'activity', color: 'green' },
  inputs: {
    url: text('Address of the service, with its scheme', { required: true, example: 'https://orders.staging.example.com' }),
    suite: path('The suite: a YAML file of requests and expectations', { default: '.slipway/smoke.yml' }),
    values: pairs('Values for `{{name}}` in the suite, as lines of NAME=value'),
    secretEnv: list("Names of the step's variables that fill `{{NAME}}` in the suite; their values are masked"),
    caFile: path('Certificates (PEM) of the authorities to trust, in place of the public ones'),
    openapi: path("The service's own OpenAPI description, by which every answer is judged, too"),
    expectVersion: text('The version that must answer, such as a commit or a digest; without it none is checked'),
    versionFrom: choice('Where an answer tells its version', ['header', 'json', 'text'], { default: 'header' }),
    versionHeader: text('Response header that tells the version', { default: 'x-version' }),
    versionPath: text('Path that is asked for the version; by default the first plain GET of the suite'),
    versionJson: text('JSONPath of the version in the answer, when `version-from` is json', { example: '$.build.commit' }),
    versionStreak: integer('How many answers in a row must come from the version before the suite is sent', {
      default: '3',
      min: 1,
      max: 1000,
    }),
    versionWithin: duration('How long other versions may still answer', { default: '30s' }),
    readyWithin: duration('How long the service may take to give its first answer', { default: '30s' }),
    requestTimeout: duration('How long one request may take', { default: '5s' }),
    timeout: duration('How long the whole suite may take; cleaning up has as long again', { default: '2m' }),
    junit: path('Where to write the results as JUnit XML'),
  },
  outputs: {
    requests: 'How many requests the suite has, setup and cleanup included',
    failed: 'How many requests failed, those that were not sent included',
    flaky: 'How many requests passed only when tried again',
    version: 'What was found of the version: proved, version-mismatch, mixed, untold or unchecked',
  },
  permissions: {},
  contradictions: ({ requestTimeout, timeout, versionFrom, versionJson }) => [
    ...(requestTimeout <= timeout
      ? []
      : [
          {
            code: 'INPUT_CONTRADICTION',
            message: 'Input "request-timeout" is longer than "timeout", which bounds the whole suite.',
            remedy: 'Lower "request-timeout" or raise "timeout".',
          },
        ]),
    ...((versionFrom === 'json') === (versionJson !== undefined)
      ? []
      : [
          {
            code: 'INPUT_CONTRADICTION',
            message: 'Inputs "version-from: json" and "version-json" belong together, and one of them is missing.',
            remedy: 'Give both, or none.',
          },
        ]),
  ],
});
