import { type ClusterInputs, clusterInputProblems } from '@slipway/cluster-login';
import type { Problem } from '@slipway/failure';
import { addressProblems, type PrometheusInputs, prometheusProblems, selectorProblems } from '@slipway/prometheus';

interface QueryInputs {
  readonly queryTotal: string | undefined;
  readonly queryErrors: string | undefined;
  readonly intervalMs: number;
  readonly durationMs: number;
}

function contradiction(message: string, remedy: string): Problem {
  return { code: 'INPUTS_CONTRADICT', message, remedy };
}

function queryProblems({ queryTotal, queryErrors, intervalMs, durationMs }: QueryInputs): readonly Problem[] {
  const problems: Problem[] = [];
  if ((queryTotal === undefined) !== (queryErrors === undefined)) {
    problems.push(contradiction('"query-total" and "query-errors" go together, and one is given.', 'Give both, or neither.'));
  }
  problems.push(...selectorProblems('query-total', queryTotal), ...selectorProblems('query-errors', queryErrors));
  if (intervalMs * 4 > durationMs) {
    problems.push(contradiction('"interval" is longer than a quarter of "duration".', 'Look more often, or watch longer.'));
  }
  return problems;
}

interface WatchInputs extends ClusterInputs, PrometheusInputs {
  readonly queryTotal: string | undefined;
  readonly queryErrors: string | undefined;
  readonly interval: number;
  readonly duration: number;
  readonly falseRollbackMax: number;
  readonly neighbours?: string | undefined;
  readonly service: readonly string[];
  readonly probeUrl?: string | undefined;
}

function sourceContradictions(inputs: WatchInputs): readonly Problem[] {
  const { neighbours, service, probeUrl } = inputs;
  const twice = service.filter((name, index) => service.indexOf(name) !== index);
  return [
    ...prometheusProblems(inputs),
    ...selectorProblems('neighbours', neighbours),
    ...(twice.length > 0 ? [contradiction(`"service" names ${twice[0]} twice.`, 'Name each service once.')] : []),
    ...(probeUrl !== undefined && service.length > 1
      ? [
          contradiction(
            '"probe-url" is one address, and several services are watched.',
            'Watch that service in a step of its own.',
          ),
        ]
      : []),
    ...(probeUrl === undefined ? [] : addressProblems('probe-url', probeUrl)),
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
