import { Failure } from '@slipway/failure';
import { type HttpResponse, type Patience, retrying as retryingAny } from '@slipway/system';

/** How long a registry is waited for. */
export interface RegistryPatience extends Patience {
  /** The clock's time after which nothing is sent or waited for. */
  readonly deadlineMs?: number;
}

function timeOver(last: string): Failure {
  const remedy = 'Run again, what is there already is not sent twice; or allow more time with "timeout".';
  return new Failure({
    code: 'REGISTRY_TIME_OVER',
    message: `The time for the registry is over; the last answer was: ${last}`,
    remedy,
  });
}

/** How long a request may take that must not outlive the deadline. */
export function remainingMs({ clock, deadlineMs }: RegistryPatience, wanted: number): number {
  return deadlineMs === undefined ? wanted : Math.max(1, Math.min(wanted, deadlineMs - clock.now()));
}

/**
 * Sends to a registry until there is an answer that is not a passing trouble, as `retrying` of system does.
 *
 * @throws Failure REGISTRY_TIME_OVER when the next try would come after the deadline.
 */
export function retrying(send: () => Promise<HttpResponse>, patience: RegistryPatience): Promise<HttpResponse> {
  const { clock, deadlineMs = Number.POSITIVE_INFINITY } = patience;
  return retryingAny(send, patience, (waitMs, last) => {
    if (clock.now() + waitMs > deadlineMs) throw timeOver(last);
  });
}
