import type { Problem } from '@slipway/failure';

/** Where the credentials come from: text (or its base64), a file, or, with neither, the pod we run in. */
export interface KubeconfigSource {
  readonly text?: string | undefined;
  readonly path?: string | undefined;
  readonly context?: string | undefined;
}

/** The contradictions in where the credentials are to come from. */
export function sourceProblems({
  text,
  path,
  context,
}: {
  text?: unknown;
  path?: unknown;
  context?: unknown;
}): readonly Problem[] {
  if (text !== undefined && path !== undefined) {
    const message = 'Both "kubeconfig" and "kubeconfig-path" are given.';
    return [{ code: 'INPUTS_CONTRADICT', message, remedy: 'Give one of the two.' }];
  }
  if (text !== undefined || path !== undefined || context === undefined) return [];
  const message = '"context" names a context of a kubeconfig, and no kubeconfig is given.';
  return [{ code: 'INPUTS_CONTRADICT', message, remedy: 'Give "kubeconfig" or "kubeconfig-path", or leave "context" out.' }];
}
