import type { Problem } from '@slipway/failure';
import { type PrometheusInputs, prometheusProblems, selectorProblems } from '@slipway/prometheus';
import { stepsProblem } from './plan.ts';
import type { JudgeInputs, MetricInputs } from './samples.ts';

/** The inputs of a ramp, as far as they can contradict one another. */
export interface RampInputs extends MetricInputs, JudgeInputs, PrometheusInputs {
  readonly provider: string;
  readonly repository: string | undefined;
  readonly steps: string;
  readonly probeUrl: string | undefined;
}

const contradiction = (message: string, remedy: string): Problem => ({ code: 'INPUTS_CONTRADICT', message, remedy });

function patternProblems(name: string, pattern: string): readonly Problem[] {
  try {
    new RegExp(`^(?:${pattern})$`);
    return [];
  } catch {
    const message = `The input "${name}" is no regular expression: ${pattern}`;
    return [{ code: 'INPUT_MALFORMED', message, remedy: 'Escape what is meant literally.' }];
  }
}

function timeProblems({ hold, holdMax, interval }: RampInputs): readonly Problem[] {
  return [
    ...(interval * 4 > hold
      ? [contradiction('"interval" is longer than a quarter of "hold".', 'Look more often, or hold longer.')]
      : []),
    ...(holdMax < hold
      ? [contradiction('"hold-max" is shorter than "hold".', 'Give a step at least as long as it is held.')]
      : []),
  ];
}

/** What of a ramp's inputs cannot be meant together, or cannot be asked. */
export function rampProblems(inputs: RampInputs): readonly Problem[] {
  const { steps, provider, repository, falseStopMax, metric, queryErrors } = inputs;
  const wrong = stepsProblem(steps);
  return [
    ...(wrong === undefined
      ? []
      : [contradiction(`"steps" is "${steps}", which ${wrong}.`, 'Write it like 1, 10, 25, 50, 100.')]),
    ...(provider === 'flagd' && repository === undefined
      ? [
          contradiction(
            '"repository" is not given, and a file in the workspace reaches nobody while the ramp waits.',
            'Give "repository", so that each step is a commit.',
          ),
        ]
      : []),
    ...timeProblems(inputs),
    ...(falseStopMax > 0
      ? []
      : [contradiction('"false-stop-max" is 0%, so no evidence would ever be enough.', 'Allow at least 0.01%.')]),
    ...prometheusProblems(inputs),
    ...selectorProblems('metric', metric),
    ...selectorProblems('query-errors', queryErrors),
    ...patternProblems('error-codes', inputs.errorCodes),
    ...patternProblems('feature-values', inputs.featureValues),
  ];
}
