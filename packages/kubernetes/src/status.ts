import { Failure, type Problem } from '@slipway/failure';

/** One cause in the API server's Status, about one field. */
export interface Cause {
  readonly reason?: string;
  readonly message?: string;
  readonly field?: string;
}

/** A field that another manager owns and that an apply would change. */
export interface FieldConflict {
  readonly manager: string;
  readonly field: string;
}

interface Status {
  readonly message?: string;
  readonly reason?: string;
  readonly details?: { readonly causes?: readonly Cause[]; readonly retryAfterSeconds?: number };
}

/** A refusal of the API server, with what it said. */
export class KubernetesFailure extends Failure {
  readonly status: number;
  readonly causes: readonly Cause[];
  readonly conflicts: readonly FieldConflict[];

  constructor(problems: readonly Problem[], status: number, causes: readonly Cause[]) {
    super(problems);
    this.status = status;
    this.causes = causes;
    this.conflicts = causes.filter(({ reason }) => reason === 'FieldManagerConflict').map(conflictOf);
  }
}

function conflictOf({ message = '', field = '' }: Cause): FieldConflict {
  return { manager: /conflict with "([^"]+)"/.exec(message)?.[1] ?? message, field };
}

function parseStatus(body: string): Status {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Status) : {};
  } catch {
    return { message: body.slice(0, 300) };
  }
}

const CODES: Readonly<Record<number, readonly [code: string, remedy: string]>> = {
  401: ['K8S_UNAUTHORIZED', 'Renew the credentials in the kubeconfig; a token may have expired.'],
  403: ['K8S_FORBIDDEN', 'Give the deploying identity this right with a Role and a RoleBinding.'],
  404: ['K8S_NOT_FOUND', 'Check the name and the namespace.'],
  410: ['K8S_GONE', 'Read again from the present.'],
};

function conflictProblem(subject: string, cause: Cause): Problem {
  const { manager, field } = conflictOf(cause);
  return {
    code: 'K8S_FIELD_CONFLICT',
    message: `${subject}: the field ${field} belongs to "${manager}", which set it to another value.`,
    remedy: `Leave ${field} out of the manifest, or take it over with force-conflicts: true.`,
  };
}

function problemsOf(subject: string, status: number, said: Status): readonly Problem[] {
  const causes = said.details?.causes ?? [];
  const conflicts = causes.filter(({ reason }) => reason === 'FieldManagerConflict');
  if (conflicts.length > 0) return conflicts.map((cause) => conflictProblem(subject, cause));
  const message = said.message ?? `the API server answered ${status}`;
  if (status === 409) return [{ code: 'K8S_CHANGED_MEANWHILE', message: `${subject}: ${message}` }];
  if (status === 422 && causes.length > 0) {
    return causes.map(({ field = '', message: why = '' }) => ({
      code: 'K8S_INVALID',
      message: `${subject}: ${field}: ${why}.`,
      remedy: 'Correct the field in the manifest.',
    }));
  }
  const [code, remedy] = CODES[status] ?? ['K8S_REFUSED', 'Read what the API server says.'];
  return [{ code, message: `${subject}: ${message}`, remedy }];
}

const TYPED = 'failed to create typed patch object';

/** Whether the API server's answer is about the object, though its status says that the server is in trouble: it will not change. */
export function isMistyped(status: number, body: string): boolean {
  return status === 500 && body.includes(TYPED);
}

/** The fields that do not fit the kind's schema, which the server tells in its message alone. */
function mistyped(message: string): readonly Cause[] {
  const said = message.slice(message.indexOf(TYPED) + TYPED.length);
  return [...said.matchAll(/(?:^|\s)\.(\S+): ([^\n]+)/g)].map(([, field = '', why = '']) => ({ field, message: why.trim() }));
}

/** The failure that a refusal means; `subject` says what was asked for. */
export function failureOf(subject: string, status: number, body: string): KubernetesFailure {
  const said = parseStatus(body);
  const causes = isMistyped(status, body) ? mistyped(said.message ?? '') : [];
  if (causes.length > 0) return new KubernetesFailure(problemsOf(subject, 422, { details: { causes } }), 422, causes);
  return new KubernetesFailure(problemsOf(subject, status, said), status, said.details?.causes ?? []);
}
