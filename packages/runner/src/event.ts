import type { Ports, RunContext } from './outcome.ts';

/** What is read of the event that started a run: https://docs.github.com/en/webhooks/webhook-events-and-payloads */
export interface WorkflowEvent {
  readonly pull_request?: {
    readonly number?: number;
    readonly draft?: boolean;
    readonly head?: { readonly sha?: string; readonly repo?: { readonly full_name?: string } | null };
  };
  readonly repository?: { readonly default_branch?: string };
}

/** The event that started the run; empty on a laptop, and where its file cannot be read. */
export async function readEvent({ files, log }: Ports, context: RunContext): Promise<WorkflowEvent> {
  const path = context.environment('GITHUB_EVENT_PATH');
  if (path === undefined) return {};
  try {
    return JSON.parse(await files.readText(path)) as WorkflowEvent;
  } catch (error) {
    log.debug(`The event cannot be read: ${String(error)}`);
    return {};
  }
}
