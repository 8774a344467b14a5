import { type Answer, type Mismatch, shown } from './answer.ts';
import type { Expectation } from './suite.ts';

/** An address in the one spelling that it has in a URL (IPv6 has many), a name without its dot; both in lower case. */
function plain(text: string): string {
  const url = `http://${text.includes(':') ? `[${text}]` : text}/`;
  return (URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, '') : text).toLowerCase().replace(/\.$/, '');
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((each) => b.includes(each)) && b.every((each) => a.includes(each));

const listed = (texts: readonly string[]): string => (texts.length === 0 ? 'none' : texts.map((each) => shown(each)).join(', '));

/** What is expected of a name and not so. A name of which nothing is said meets nothing. */
export function dnsMismatches({ dns }: Expectation, { named }: Answer): readonly Mismatch[] {
  if (dns === undefined) return [];
  const at = ['expect', 'dns'];
  const untold = named === undefined ? 'nobody was asked' : named.untold;
  if (named === undefined || untold !== undefined) return [{ at, message: `expected a name that resolves, and ${untold}` }];
  const { name, addresses, aliasOf } = named;
  if (addresses.length === 0) return [{ at, message: `expected ${shown(name)} to resolve, and it has no address` }];
  const wrong: Mismatch[] = [];
  if (dns.addresses !== undefined && !sameSet(dns.addresses.map(plain), addresses.map(plain))) {
    const message = `expected ${shown(name)} to have the addresses ${listed(dns.addresses)} and no other, got ${listed(addresses)}`;
    wrong.push({ at: [...at, 'addresses'], message });
  }
  if (dns.cname !== undefined && !aliasOf.map(plain).includes(plain(dns.cname))) {
    const message = `expected ${shown(name)} to be an alias of ${shown(dns.cname)}, got ${listed(aliasOf)}`;
    wrong.push({ at: [...at, 'cname'], message });
  }
  return wrong;
}
