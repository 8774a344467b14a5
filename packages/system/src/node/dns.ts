import { Failure } from '@slipway/failure';
import type { Dns, NameRecords } from '../dns.ts';

const TIMEOUT_MS = 2000;
const TRIES = 2;
/** A longer chain of aliases is a ring, or nobody's intention. */
const CHAIN_MAX = 8;

const codeOf = (error: unknown): string => String(Object(error).code ?? error);

/** The records that are asked for; none of a name that does not exist or has none of this kind. */
async function ask(question: Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await question;
  } catch (error) {
    if (['ENOTFOUND', 'ENODATA'].includes(codeOf(error))) return [];
    throw error;
  }
}

async function chain(name: string, aliasOf: (name: string) => Promise<readonly string[]>): Promise<readonly string[]> {
  const names: string[] = [];
  for (let at: string | undefined = name; at !== undefined && names.length < CHAIN_MAX; ) {
    [at] = await ask(aliasOf(at));
    if (at !== undefined) names.push(at.replace(/\.$/, ''));
  }
  return names;
}

/** The servers of names by Node's own resolver. @param servers as ADDRESS or ADDRESS:PORT; those of the machine when absent */
export function dnsOf(servers?: readonly string[]): Dns {
  const records = async (name: string, signal: AbortSignal): Promise<NameRecords> => {
    const { Resolver } = await import('node:dns/promises');
    const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
    if (servers !== undefined) resolver.setServers(servers);
    const cancel = (): void => resolver.cancel();
    signal.addEventListener('abort', cancel);
    try {
      signal.throwIfAborted();
      const [four, six, aliasOf] = await Promise.all([
        ask(resolver.resolve4(name)),
        ask(resolver.resolve6(name)),
        chain(name, (alias) => resolver.resolveCname(alias)),
      ]);
      return { addresses: [...four, ...six], aliasOf };
    } catch (cause) {
      const message = `The servers of names did not say what ${name} is: ${codeOf(cause)}.`;
      throw new Failure({ code: 'DNS_FAILED', message, remedy: 'Check the name servers of this runner.' }, { cause });
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  };
  return { records };
}

/** The servers of names that this machine asks. */
export const nodeDns: Dns = dnsOf();
