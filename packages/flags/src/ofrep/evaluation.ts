/** What a flag is for one context. */
export interface Evaluation {
  /** Absent where the code's own default is meant. */
  readonly value?: unknown;
  readonly variant?: string;
  /** OpenFeature's reason, such as SPLIT or DISABLED. */
  readonly reason?: string;
}

/** What a flag could not be evaluated for. */
export interface EvaluationError {
  /** OpenFeature's code, such as TARGETING_KEY_MISSING. */
  readonly errorCode: string;
  readonly errorDetails?: string;
}

/** Whether a feature is off: it is false, switched off, unknown, or left to the code. */
export function isOff(evaluation: Evaluation | EvaluationError): boolean {
  if ('errorCode' in evaluation) return evaluation.errorCode === 'FLAG_NOT_FOUND';
  const { value, reason } = evaluation;
  return reason === 'DISABLED' || value === false || value === null || value === undefined;
}

/** Whether somebody has a feature: its variant where both sides name one, or else a value that is not off. */
export function hasFeature(evaluation: Evaluation, variant: string | undefined): boolean {
  if (isOff(evaluation)) return false;
  return variant === undefined || evaluation.variant === undefined ? true : evaluation.variant === variant;
}

/** Whether a flag is what somebody expects: `off`, the name of a variant, or a value as text or JSON. */
export function isAsExpected(evaluation: Evaluation, expected: string): boolean {
  const { value, variant } = evaluation;
  if (expected === 'off' && isOff(evaluation)) return true;
  return variant === expected || value === expected || (value !== undefined && JSON.stringify(value) === expected);
}

/** An evaluation in words. */
export function evaluationWords({ value, variant, reason }: Evaluation): string {
  const parts = [
    value === undefined ? "the code's default" : `value ${JSON.stringify(value)}`,
    ...(variant === undefined ? [] : [`variant ${variant}`]),
    ...(reason === undefined ? [] : [`reason ${reason}`]),
  ];
  return parts.join(', ');
}
