import { type ClusterInputs, clusterInputProblems } from '@slipway/cluster-login';
import type { Problem } from '@slipway/failure';
import type { Secret } from '@slipway/metadata';

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

const SELECTOR = /^[a-zA-Z_:][\w:]*(\{.*\})?$|^\{.*\}$/s;

function addressProblem(name: string, value: string): readonly Problem[] {
  if (/^https?:\/\//.test(value) && URL.canParse(value)) {
    const { username, password } = new URL(value);
    if (username === '' && password === '') return [];
    const told = `Input "${name}" holds a user's name or a password, which would be shown with it.`;
    return [{ code: 'INPUT_MALFORMED', message: told, remedy: 'Give a token by "prometheus-token" instead.' }];
  }
  const message = `Input "${name}" is "${value}", which is not an address.`;
  return [{ code: 'INPUT_MALFORMED', message, remedy: 'Write it whole, with http:// or https://.' }];
}

function queryProblems({ queryTotal, queryErrors, prometheusUrl, intervalMs, durationMs }: QueryInputs): readonly Problem[] {
  const problems: Problem[] = [];
  if ((queryTotal === undefined) !== (queryErrors === undefined)) {
    problems.push(contradiction('"query-total" and "query-errors" go together, and one is given.', 'Give both, or neither.'));
  }
  for (const [name, query] of Object.entries({ 'query-total': queryTotal, 'query-errors': queryErrors })) {
    if (query === undefined || SELECTOR.test(query)) continue;
    const remedy = 'Write the counter alone, such as http_requests_total{job="x"}: rates are counted from its raw samples.';
    problems.push(contradiction(`"${name}" is not a plain selector of a counter.`, remedy));
  }
  problems.push(...addressProblem('prometheus-url', prometheusUrl));
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
  readonly prometheusToken: Secret | undefined;
  readonly prometheusTokenPath: string | undefined;
  readonly neighbours?: string | undefined;
  readonly service: readonly string[];
  readonly probeUrl?: string | undefined;
}

function sourceContradictions(inputs: WatchInputs): readonly Problem[] {
  const { prometheusToken, prometheusTokenPath, neighbours, service, probeUrl } = inputs;
  const twice = service.filter((name, index) => service.indexOf(name) !== index);
  return [
    ...(prometheusToken !== undefined && prometheusTokenPath !== undefined
      ? [contradiction('"prometheus-token" and "prometheus-token-path" are both given.', 'Give one of them.')]
      : []),
    ...(neighbours !== undefined && !SELECTOR.test(neighbours)
      ? [contradiction('"neighbours" is not a plain selector of a counter.', 'Write the counter alone, with its labels.')]
      : []),
    ...(twice.length > 0 ? [contradiction(`"service" names ${twice[0]} twice.`, 'Name each service once.')] : []),
    ...(probeUrl !== undefined && service.length > 1
      ? [
          contradiction(
            '"probe-url" is one address, and several services are watched.',
            'Watch that service in a step of its own.',
          ),
        ]
      : []),
    ...(probeUrl === undefined ? [] : addressProblem('probe-url', probeUrl)),
  ];
}

/** What of the inputs cannot be meant together, or cannot be asked. */
export function watchProblems(inputs: WatchInputs): readonly Problem[] {
  return [
    ...clusterInputProblems(inputs),
    ...queryProblems({ ...inputs, intervalMs: inputs.interval, durationMs: inputs.duration }),
    ...sourceContradictions(inputs),
    ...(inputs.falseRollbackMax > 0
      ? []
      : [contradiction('"false-rollback-max" is 0%, so no evidence would ever be enough.', 'Allow at least 0.01%.')]),
  ];
}
