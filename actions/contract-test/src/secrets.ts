import type { Contract, Interaction } from '@slipway/contract';
import type { Log } from '@slipway/system';

/** Headers whose values let somebody in. */
const CREDENTIALS = /^(proxy-)?authorization$|^cookie$|^x-(api-key|auth-token|access-token)$|^api-key$/;

/** Fields of states whose values are secret however short they are. */
const SECRET_FIELD = /token|secret|passw|credential|api_?key|card_?number|cvc|\bpin\b/i;

/** A shorter value of a field with a harmless name is a kind or a number that reports need. */
const SHORTEST = 8;

/** A credential, and what of it is secret by itself: `Bearer abc` is shown by others as `abc`. */
function credentials({ request }: Interaction): readonly string[] {
  const values = Object.entries(request.headers).flatMap(([name, value]) => (CREDENTIALS.test(name) ? [value] : []));
  return values.flatMap((value) => [value, ...value.split(/;\s*/).flatMap((part) => part.replace(/^([A-Za-z]+ |[^=]+=)/, ''))]);
}

function leaves(value: unknown, name = ''): readonly string[] {
  if (typeof value === 'string') return value.length >= SHORTEST || SECRET_FIELD.test(name) ? [value] : [];
  if (typeof value === 'number') return SECRET_FIELD.test(name) ? [String(value)] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, Array.isArray(value) ? name : key));
}

/** What contracts name openly is no secret, and to hide it would hide what every message is about. */
export const openNames = (contracts: readonly Contract[]): string =>
  contracts
    .flatMap(({ file, consumer, provider, interactions, messages }) => [
      ...[file, consumer, provider],
      ...interactions.flatMap(({ description, request }) => [description, request.method, request.path]),
      ...[...interactions, ...messages].flatMap(({ description, states }) => [description, ...states.map(({ name }) => name)]),
    ])
    .join('\n');

/** Has values that a state's own answer gave hidden from all that leaves the run, but for `open`, what contracts name openly. */
export function maskValues(values: unknown, open: string, log: Log): void {
  for (const secret of leaves(values)) if (!open.includes(secret)) log.mask(secret);
}

/** Has what contracts hold of credentials and of values of provider states hidden from all that leaves the run. */
export function maskSecrets(contracts: readonly Contract[], log: Log): void {
  const named = openNames(contracts);
  const ofStates = contracts.flatMap(({ interactions, messages }) =>
    [...interactions, ...messages].flatMap(({ states }) => states.flatMap(({ params }) => leaves(params))),
  );
  const secrets = [...contracts.flatMap(({ interactions }) => interactions.flatMap(credentials)), ...ofStates];
  for (const secret of new Set(secrets)) if (secret.length > 0 && !named.includes(secret)) log.mask(secret);
}
