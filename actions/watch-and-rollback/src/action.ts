import type { Problem } from '@slipway/failure';
import { type ClusterInputs, clusterInputProblems, clusterInputs } from '@slipway/cluster-login';
import { choice, defineAction, duration, flag, integer, number, path, percent, secret, text } from '@slipway/metadata';

interface QueryInputs {
  readonly queryTotal: string | undefined;
  readonly queryErrors: string | undefined;
  readonly prometheusUrl: string;
  readonly intervalMs: number;
  readonly durationMs: number;
}

function contradiction(message: string, remedy: string): Problem {
  return { code: 'INPUTS_CONTRADICT', message, remedy };
}

function queryProblems({ queryTotal, queryErrors, prometheusUrl, intervalMs, durationMs }: QueryInputs): readonly Problem[] {
  const problems: Problem[] = [];
  if ((queryTotal === undefined) !== (queryErrors === undefined)) {
    problems.push(contradiction('"query-total" and "query-errors" go together, and one is given.', 'Give both, or neither.'));
  }
  for (const [name, query] of Object.entries({ 'query-total': queryTotal, 'query-errors': queryErrors })) {
    if (query === undefined || /^[a-zA-Z_:][\w:]*(\{.*\})?$|^\{.*\}$/s.test(query)) continue;
    const remedy = 'Write the counter alone, such as http_requests_total{job="x"}: rates are counted from its raw samples.';
    problems.push(contradiction(`"${name}" is not a plain selector of a counter.`, remedy));
  }
  if (!/^https?:\/\//.test(prometheusUrl) || !URL.canParse(prometheusUrl)) {
    const message = `Input "prometheus-url" is "${prometheusUrl}", which is not an address.`;
    problems.push({ code: 'INPUT_MALFORMED', message, remedy: 'Write it whole, with http:// or https://.' });
  }
  if (intervalMs * 4 > durationMs) {
    problems.push(contradiction('"interval" is longer than a quarter of "duration".', 'Look more often, or watch longer.'));
  }
  return problems;
}

interface WatchInputs extends ClusterInputs {
  readonly queryTotal: string | undefined;
  readonly queryErrors: string | undefined;
  readonly prometheusUrl: string;
  readonly interval: number;
  readonly duration: number;
  readonly falseRollbackMax: number;
}

function watchProblems(inputs: WatchInputs): readonly Problem[] {
  return [
    ...clusterInputProblems(inputs),
    ...queryProblems({ ...inputs, intervalMs: inputs.interval, durationMs: inputs.duration }),
    ...(inputs.falseRollbackMax > 0
      ? []
      : [contradiction('"false-rollback-max" is 0%, so no evidence would ever be enough.', 'Allow at least 0.01%.')]),
  ];
}

/** The definition of watch-and-rollback. */
export const action = defineAction({
  name: 'watch-and-rollback',
  title: 'Watch and roll back',
  description: 'Watches the errors of a new release and goes back to the last good one when they are over the limit',
  branding: { icon: 'activity', color: 'orange' },
  inputs: {
    service: text('Name of the service, as it was given to deploy-k8s', { required: true, example: 'order-service' }),
    namespace: text('Namespace that the service runs in', { required: true, example: 'shop' }),
    prometheusUrl: text('Address of Prometheus', { required: true, example: 'https://prometheus.example.com' }),
    prometheusToken: secret('Bearer token for Prometheus'),
    ...clusterInputs,
    duration: duration('How long the release is watched', { default: '5m' }),
    interval: duration('How often samples are read; the scrape interval of Prometheus is a good choice', { default: '5s' }),
    errorRateMax: percent('Limit of the share of requests that may fail', { default: '5%' }),
    minRequests: integer('Requests of the new pods that must be seen before anything is decided', { default: '50', min: 1 }),
    falseRollbackMax: percent('Promised probability of rolling back a release that is within the limit', { default: '1%' }),
    compare: choice(
      'Judge the release beside the version before it as well, by what that one served in the half hour before; or by the limit alone',
      ['before', 'off'],
      { default: 'before' },
    ),
    riseMax: number('By how many times the share of errors may rise over that of the version before', {
      default: '1.25',
      min: 1,
    }),
    riseFloor: percent('Share of errors below which no rise matters', { default: '0.2%' }),
    onOneBadPod: choice(
      'What to do when one pod of three or more makes almost all errors: say so, or go back',
      ['report', 'rollback'],
      {
        default: 'report',
      },
    ),
    metric: text('Counter of requests, one series a pod and outcome', { default: 'http_requests_total' }),
    codeLabel: text('Label of the counter that holds the outcome', { default: 'code' }),
    errorCodes: text('Outcomes that are errors, as a regular expression over the whole label', { default: '5..' }),
    podLabel: text('Label of the counter that holds the pod', { default: 'pod' }),
    queryTotal: text('Selector of the counter of all requests, instead of metric and code-label'),
    queryErrors: text('Selector of the counter of failed requests, with query-total'),
    onRegression: choice(
      'What to do with a release that regressed: go back to the last good one, or only say so',
      ['rollback', 'report'],
      {
        default: 'rollback',
      },
    ),
    onInconclusive: choice('What a watch that could not tell comes to; it never rolls back', ['fail', 'pass'], {
      default: 'fail',
    }),
    timeout: duration('How long a rollback may take until the old release is ready', { default: '5m' }),
    lock: flag('Roll back only under the lock that deploy-k8s holds while it deploys', { default: 'true' }),
    samples: path('Samples file of an earlier watch, which is judged again', { required: true }),
    samplesOut: path('File to write the raw samples to, from which the verdict can be come to again'),
  },
  outputs: {
    decision: 'healthy, regressed, rolled-back, rollback-failed, one-bad-pod, blind, too-little-traffic, superseded or cancelled',
    errorRate: 'Share of failed requests of the new pods, from 0 to 1',
    requests: 'Requests of the new pods that were seen',
    release: 'Number of the release that was watched',
    rolledBackTo: 'Number of the release that runs again after a rollback',
    cause: 'Why the release was called bad: class and reason, such as app/ErrorRate; empty when it was not',
  },
  permissions: {},
  modes: {
    watch: {
      description: 'Watches the release that was deployed last, and goes back when it regressed',
      inputs: [
        'service',
        'namespace',
        'prometheusUrl',
        'prometheusToken',
        'kubeconfig',
        'kubeconfigPath',
        'context',
        'cluster',
        'roleToAssume',
        'workloadIdentityProvider',
        'serviceAccount',
        'clientId',
        'tenantId',
        'idTokenAudience',
        'server',
        'certificateAuthority',
        'token',
        'duration',
        'interval',
        'errorRateMax',
        'minRequests',
        'falseRollbackMax',
        'compare',
        'riseMax',
        'riseFloor',
        'onOneBadPod',
        'metric',
        'codeLabel',
        'errorCodes',
        'podLabel',
        'queryTotal',
        'queryErrors',
        'onRegression',
        'onInconclusive',
        'timeout',
        'lock',
        'samplesOut',
      ],
    },
    replay: {
      description: 'Judges an earlier watch again from its samples file; asks nothing and touches nothing',
      inputs: ['samples'],
    },
  },
  contradictions: (inputs) => (inputs.mode === 'replay' ? [] : watchProblems(inputs)),
});
