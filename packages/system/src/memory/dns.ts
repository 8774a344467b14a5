import { Failure } from '@slipway/failure';
import type { Dns, NameRecords } from '../dns.ts';

/** Servers of names that know these; `undefined` is a name of which they do not say anything. */
export function memoryDns(names: Readonly<Record<string, Partial<NameRecords> | undefined>> = {}): Dns {
  return {
    records: async (name) => {
      const known = names[name];
      if (known === undefined && Object.hasOwn(names, name))
        throw new Failure({ code: 'DNS_FAILED', message: `The servers of names did not say what ${name} is: ESERVFAIL.` });
      return { addresses: [], aliasOf: [], ...known };
    },
  };
}
