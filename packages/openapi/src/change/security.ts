import type { Api, Requirement } from '../api/api.ts';
import { child, locate, type Node } from '../document/node.ts';
import { sameSchema } from '../inclusion/same.ts';
import type { Finding, Spot } from './change.ts';
import type { Comparison, Pair } from './comparison.ts';

const wordsOf = ({ schemes }: Requirement): string =>
  schemes.size === 0
    ? 'no credentials'
    : [...schemes].map(([name, scopes]) => (scopes.length === 0 ? name : `${name} (${scopes.join(', ')})`)).join(' with ');

function sameScheme(name: string, base: Api, head: Api): boolean {
  const [before, after] = [base.schemes.get(name), head.schemes.get(name)];
  if (before === undefined || after === undefined) return before === after;
  return ['type', 'in', 'name', 'scheme'].every((key) => {
    const [a, b] = [child(before, key), child(after, key)];
    return a === undefined || b === undefined ? a === b : sameSchema(a, b);
  });
}

/** Whether what let a request in before lets it in by the new requirement too. */
function lets(before: Requirement, after: Requirement, { base, head }: Comparison): boolean {
  return [...after.schemes].every(([name, scopes]) => {
    const had = before.schemes.get(name);
    return had !== undefined && scopes.every((scope) => had.includes(scope)) && sameScheme(name, base, head);
  });
}

const NONE = (at: Node): Requirement => ({ schemes: new Map(), at });

/** Compares who is let in: whatever was enough before must be enough now. */
export function securityFindings(comparison: Comparison, pair: Pair): readonly Finding[] {
  const { base, head, name } = pair;
  if (pair.reversed) return [];
  const before = base.security.length === 0 ? [NONE(base.at)] : base.security;
  const after = head.security.length === 0 ? [NONE(head.at)] : head.security;
  const spot: Spot = { operation: name, side: 'request', part: 'security', path: [] };
  return before
    .filter((requirement) => !after.some((each) => lets(requirement, each, comparison)))
    .map((requirement): Finding => {
      const message = `${name} now requires ${after.map(wordsOf).join(' or ')}, and ${wordsOf(requirement)} was enough`;
      const place = head.security[0]?.at;
      return {
        rule: 'request-security-narrowed',
        severity: 'error',
        spot,
        message,
        base: requirement.at,
        head: place === undefined ? head.at : locate(place),
      };
    });
}
