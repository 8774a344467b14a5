import { Failure } from '@slipway/failure';
import type { Http } from '@slipway/system';
import type { Readiness } from './dependency.ts';

const PROBE_MS = 2000;

/** Whether a dependency may be used, and if not what was seen last. */
export type Probe = { readonly ready: true } | { readonly ready: false; readonly seen: string };

const LOOPBACK = /^(localhost|127\.[\d.]+)(:|$)/;

/** Whether a request that failed shows that something accepted its connection all the same. */
function accepted(error: Failure, authority: string): boolean {
  // On this machine nothing but a server that does not speak first keeps a connection waiting.
  if (error.code === 'HTTP_TIMEOUT') return LOOPBACK.test(authority);
  return /ECONNRESET|EPIPE|socket hang up|Parse Error|HPE_/.test(error.message);
}

/** The first sentence of a failure: what was seen, without the remedy. */
const seenIn = (error: Failure): string => error.problems[0]?.message.replace(/\.$/, '') ?? error.message;

async function probeTcp(authority: string, http: Http): Promise<Probe> {
  try {
    await http.fetch({ url: `http://${authority}/`, timeoutMs: PROBE_MS });
    return { ready: true };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // A server that closes the connection without speaking HTTP, such as a database, has accepted it.
    return accepted(error, authority) ? { ready: true } : { ready: false, seen: seenIn(error) };
  }
}

async function probeHttp(url: string, http: Http): Promise<Probe> {
  try {
    const response = await http.fetch({ url, timeoutMs: PROBE_MS });
    // A connection with an unread body stays open, and would keep the service from ending.
    await response.bytes();
    return response.status < 400 ? { ready: true } : { ready: false, seen: `${url} answered with the status ${response.status}` };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ready: false, seen: seenIn(error) };
  }
}

/** Looks once whether the sign of readiness is there. */
export async function probe({ http: url, tcp, log }: Readiness, output: () => string, http: Http): Promise<Probe> {
  if (log !== undefined) return output().includes(log) ? { ready: true } : { ready: false, seen: `it has not printed "${log}"` };
  return tcp === undefined ? probeHttp(url ?? '', http) : probeTcp(tcp, http);
}

/** The address at which something answers already, which would be taken for the dependency. */
export async function takenAddress({ http: url, tcp }: Readiness, http: Http): Promise<string | undefined> {
  const authority = tcp ?? (url === undefined ? undefined : new URL(url).host);
  if (authority === undefined) return undefined;
  return (await probeTcp(authority, http)).ready ? authority : undefined;
}
