import { Failure } from '@slipway/failure';
import type { Trouble } from '@slipway/smoke';

/** The class of a system error's code; https://nodejs.org/api/errors.html#common-system-errors and dns.html#error-codes. */
const CLASSES: Readonly<Record<string, Trouble>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ETIMEDOUT: 'timeout',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
};

/** The codes of an error and of the errors it is made of: Node tries several addresses of a name and tells all. */
export function codesOf(error: unknown): readonly string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { code, cause, errors } = error as { readonly code?: unknown; readonly cause?: unknown; readonly errors?: unknown };
  const own = code === undefined ? [] : [String(code)];
  return [...own, ...[cause, ...(Array.isArray(errors) ? errors : [])].flatMap(codesOf)];
}

/** Why there is no answer, and whether that is of a class that may be tried again; undefined of a defect of ours. */
export function troubleOf(error: unknown): { readonly trouble?: Trouble; readonly message: string } | undefined {
  const codes = codesOf(error);
  if (codes.includes('ERR_INVALID_CHAR')) return { message: 'not sent: a header holds a character that none may hold' };
  if (!(error instanceof Failure))
    return codes.includes('ABORT_ERR') ? { trouble: 'timeout', message: 'no answer in time' } : undefined;
  const message = (error.problems[0]?.message ?? error.message).replace(/\.$/, '');
  if (error.code === 'HTTP_TIMEOUT') return { trouble: 'timeout', message };
  if (error.code === 'ANSWER_CUT_OFF') return { trouble: 'reset', message };
  const known = codes.map((code) => CLASSES[code]).find((each) => each !== undefined);
  return { ...(known !== undefined && { trouble: known }), message };
}
