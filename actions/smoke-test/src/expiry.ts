import { Failure } from '@slipway/failure';
import type { Line } from './exchange.ts';
import { codesOf } from './trouble.ts';

const DAY_MS = 86_400_000;

/**
 * How long a certificate that was refused has been expired, as a clause; empty when that is not why there was no answer.
 *
 * A refused certificate is not told, so it is asked for once more without verification: nothing of the suite is sent.
 */
export async function expiryOf(error: unknown, { base, timeoutMs, ports }: Line): Promise<string> {
  if (!codesOf(error).includes('CERT_HAS_EXPIRED')) return '';
  try {
    const url = `${new URL(base).origin}/`;
    const request = { method: 'HEAD' as const, url, timeoutMs, signal: ports.cancelled, ownConnection: true };
    const response = await ports.http.fetch({ ...request, tls: { insecure: true } });
    response.bytes().catch(() => undefined);
    const now = ports.clock.now();
    const expired = (response.certificates ?? []).filter(({ validUntil }) => validUntil < now);
    const [first] = expired;
    if (first === undefined) return '';
    return ` (the certificate of "${first.subject}" is valid for ${Math.floor((first.validUntil - now) / DAY_MS)} days)`;
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    return '';
  }
}
