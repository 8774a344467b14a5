import type { Problem } from '@slipway/failure';

/** What is wrong with a name that becomes part of the names of Kubernetes objects. */
export function nameProblems(input: string, value: string): readonly Problem[] {
  if (/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(value)) return [];
  const message = `Input "${input}" is ${JSON.stringify(value)}, which Kubernetes does not take as a name.`;
  return [{ code: 'NAME_MALFORMED', message, remedy: 'Use at most 63 lower-case letters, digits and "-".' }];
}
