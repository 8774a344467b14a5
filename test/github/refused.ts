import type { Request } from './request.ts';
import type { State } from './state.ts';

/** An answer that refuses. */
export interface Refused {
  readonly status: number;
  readonly message: string;
  readonly documentation: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly errors?: readonly object[];
}

/** A rule that GitHub holds and its OpenAPI description does not state. */
export type Rule = (request: Request, state: State) => Refused | undefined;

/** What GitHub says of a request that its description lets pass and its own rules do not. */
export function invalid(request: Request, message: string, field?: string): Refused {
  const errors = [{ resource: 'Status', code: 'custom', ...(field !== undefined && { field }), message }];
  return { status: 422, message: 'Validation Failed', documentation: request.route.documentation, errors };
}
