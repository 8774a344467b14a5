import { defineAction, duration, path, text } from '@slipway/metadata';

/** The metadata of smoke-test. */
export const action = defineAction({
  name: 'smoke-test',
  title: 'Smoke test',
  description: 'Sends a suite of requests to a deployed service and checks every answer',
  branding: { icon: 'activity', color: 'green' },
  inputs: {
    url: text('Address of the service, with its scheme', { required: true, example: 'https://orders.staging.example.com' }),
    suite: path('The suite: a YAML file of requests and expectations', { default: '.slipway/smoke.yml' }),
    expectVersion: text('Every answer must come from this version, read from the header that `version-header` names'),
    versionHeader: text('Response header that tells the version', { default: 'x-version' }),
    readyWithin: duration('How long the service may take to give its first answer', { default: '30s' }),
    requestTimeout: duration('How long one request may take', { default: '5s' }),
    timeout: duration('How long the whole suite may take', { default: '2m' }),
  },
  outputs: {
    requests: 'How many requests were sent',
    failed: 'How many requests failed',
  },
  permissions: {},
  contradictions: ({ requestTimeout, timeout }) =>
    requestTimeout <= timeout
      ? []
      : [
          {
            code: 'INPUT_CONTRADICTION',
            message: 'Input "request-timeout" is longer than "timeout", which bounds the whole suite.',
            remedy: 'Lower "request-timeout" or raise "timeout".',
          },
        ],
});
