import { Failure } from '@slipway/failure';
import { fillText, type Named, type SuiteRequest, type Values } from '@slipway/smoke';
import type { Line } from './exchange.ts';

/** What the servers of names say of the name that a request expects to resolve; undefined when it expects none to. */
export async function namedFor({ expect }: SuiteRequest, values: Values, line: Line): Promise<Named | undefined> {
  if (expect.dns === undefined) return undefined;
  const { cancelled, dns } = line.ports;
  const name = expect.dns.name === undefined ? new URL(line.base).hostname : fillText(expect.dns.name, values);
  const none = { name, addresses: [], aliasOf: [] };
  if (/^[\d.]+$|:/.test(name)) return { ...none, untold: `${name} is an address already` };
  try {
    return { name, ...(await dns.records(name, AbortSignal.any([cancelled, AbortSignal.timeout(line.timeoutMs)]))) };
  } catch (error) {
    if (cancelled.aborted || !(error instanceof Failure)) throw error;
    const why = error.problems[0]?.message ?? error.message;
    return { ...none, untold: why.replace(/^The/, 'the').replace(/\.$/, '') };
  }
}
