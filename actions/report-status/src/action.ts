import { defineAction, secret, text } from '@slipway/metadata';

/** The metadata of report-status. */
export const action = defineAction({
  name: 'report-status',
  title: 'Report status',
  description: 'Says on the commit, in one sentence, how the pipeline of a service ended',
  branding: { icon: 'flag', color: 'blue' },
  inputs: {
    service: text('Name of the service', { required: true, example: 'order-service' }),
    results: text('The results of the stages: the `needs` context of a job that needs all five, as JSON', {
      required: true,
      example: `\${{ toJSON(needs) }}`,
    }),
    token: secret('Token that may write statuses', { required: true, example: `\${{ github.token }}` }),
    sha: text("The commit; by default the head of the pull request, or the run's commit"),
    context: text('What the status is called; by default `slipway/` and the service'),
  },
  outputs: {
    state: 'What the status says: success, failure or error',
    description: 'The sentence',
    written: 'Whether the status was written: false where the token may only read',
  },
  permissions: { statuses: 'write' },
});
