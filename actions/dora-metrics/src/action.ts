import type { Problem } from '@slipway/failure';
import { choice, defineAction, integer, path, type Secret, secret, text } from '@slipway/metadata';

interface Origin {
  readonly source: 'deployments' | 'config-log';
  readonly githubToken: Secret | undefined;
  readonly repository: string | undefined;
}

function originProblems({ source, githubToken, repository }: Origin): readonly Problem[] {
  const missing =
    source === 'deployments' ? githubToken === undefined && '"github-token"' : repository === undefined && '"repository"';
  if (missing === false) return [];
  const message = `${missing} is not given, and the source "${source}" needs it.`;
  return [{ code: 'INPUTS_CONTRADICT', message, remedy: `Give ${missing}.` }];
}

/** The definition of dora-metrics. */
export const action = defineAction({
  name: 'dora-metrics',
  title: 'DORA metrics',
  description: 'Counts the four keys of a service from GitHub deployments or from the log of a configuration repository',
  branding: { icon: 'bar-chart-2', color: 'purple' },
  inputs: {
    service: text('Name of the service', { required: true, example: 'order-service' }),
    environment: text('The environment whose releases count', { default: 'production' }),
    source: choice(
      "Where releases are read: GitHub's deployments, or the log of a configuration repository",
      ['deployments', 'config-log'],
      {
        default: 'deployments',
      },
    ),
    days: integer('How many days back are looked at', { default: '30', min: 1, max: 3650 }),
    githubToken: secret('Token that may read deployments', { example: `\${{ github.token }}` }),
    repository: text('The configuration repository: `owner/name`, or an https address', { example: 'org/config' }),
    token: secret('Token that may read the contents of the configuration repository'),
    branch: text('The branch of the configuration repository', { default: 'main' }),
    openMetrics: path('File to write the figures to in the text format of OpenMetrics'),
    json: path('File to write the figures and the releases to as JSON'),
  },
  outputs: {
    releases: 'Releases in the period',
    frequency: 'Releases a day that did not fail',
    leadTime: 'Median time from a commit to its release, in seconds; empty when it is not known',
    failureRate: 'Share of releases that failed, from 0 to 1; empty without releases',
    recoveryTime: 'Median time from a failed release until the service was as before, in seconds; empty without any',
  },
  permissions: { deployments: 'read', contents: 'read' },
  contradictions: originProblems,
});
