import type { HttpResponse } from './http.ts';

const DRAINED_MAX_BYTES = 1024 * 1024;

/** An unread body would keep its connection busy; one that is long, or breaks off, is not waited for. */
export async function drain(response: HttpResponse): Promise<void> {
  let size = 0;
  try {
    for await (const piece of response.stream()) {
      size += piece.length;
      if (size > DRAINED_MAX_BYTES) return;
    }
  } catch {
    // Nobody wants what is missing.
  }
}
