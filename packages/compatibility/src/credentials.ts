import type { Interaction } from '@slipway/contract';
import { type Api, nameOf, type Requirement } from '@slipway/openapi';
import type { Finding } from './conflict.ts';
import type { Route } from './route.ts';

const field = (scheme: unknown, key: string): string => String((scheme as Record<string, unknown> | undefined)?.[key] ?? '');

function sends({ request }: Interaction, scheme: unknown): boolean {
  const [type, place, name] = [field(scheme, 'type'), field(scheme, 'in'), field(scheme, 'name')];
  if (type === 'mutualTLS') return true;
  if (type !== 'apiKey') return request.headers['authorization'] !== undefined;
  if (place === 'query') return new URLSearchParams(request.query).has(name);
  if (place === 'cookie') return request.headers['cookie']?.includes(`${name}=`) ?? false;
  return request.headers[name.toLowerCase()] !== undefined;
}

/**
 * Credentials that an operation requires and a contract's request does not send.
 *
 * It is a warning: many contracts leave credentials to whoever replays them.
 */
export function credentialFindings(interaction: Interaction, { operation }: Route, { schemes }: Api): readonly Finding[] {
  const met = ({ schemes: wanted }: Requirement): boolean =>
    [...wanted.keys()].every((name) => sends(interaction, schemes.get(name)?.value));
  if (operation.security.length === 0 || operation.security.some(met)) return [];
  const names = operation.security.map(({ schemes: wanted }) => [...wanted.keys()].join(' with ')).join(' or ');
  return [
    {
      rule: 'contract-credentials-missing',
      severity: 'warning',
      spot: { operation: nameOf(operation), side: 'request', part: 'security', path: [] },
      words: `sends no credentials, and ${names} is required`,
      place: [],
      at: operation.security[0]?.at,
    },
  ];
}
