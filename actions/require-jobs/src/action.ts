import { defineAction, list, text } from '@slipway/metadata';

/** The metadata of require-jobs. */
export const action = defineAction({
  name: 'require-jobs',
  title: 'Require jobs',
  description: 'Concludes one check of a fixed name from the results of other jobs, so that a required check never stays pending',
  branding: { icon: 'check-square', color: 'green' },
  inputs: {
    results: text('The results of the jobs: the `needs` context of a job that needs them, as JSON', {
      required: true,
      example: `\${{ toJSON(needs) }}`,
    }),
    maySkip: list('Ids of jobs that may be skipped, one a line; every other one must succeed'),
  },
  outputs: { skipped: 'Ids of the jobs that were skipped, one a line' },
  permissions: {},
});
