/** A signal that aborts when the runner asks the process to end: SIGINT first, SIGTERM 7.5 s later. */
export function cancellation(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => controller.abort(new Error(`The run was cancelled (${name}).`)));
  }
  return controller.signal;
}
