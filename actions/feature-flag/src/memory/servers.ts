import type { HttpRequest } from '@slipway/system';
import type { Answer } from '@slipway/system/memory';

/** The token that the servers in memory take. */
export const SERVER_TOKEN = 'a-token-of-the-flag-server';

/** One flag of Unleash, in one environment. */
export interface UnleashFlag {
  enabled: boolean;
  rollout: string;
  stickiness?: string;
}

const json = (status: number, value: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

const pathOf = ({ url }: HttpRequest): string => new URL(url).pathname;

/** As Unleash answers, by its own description; the lab asks the real one. */
export function unleashAnswer(flag: UnleashFlag, request: HttpRequest): Answer {
  const path = pathOf(request);
  const base = '/api/admin/projects/default/features/checkout/environments/production';
  const authorization = request.headers?.['authorization'];
  if (authorization !== SERVER_TOKEN) return json(401, { message: `the token ${authorization} is not known` });
  if (!path.startsWith(base)) return json(404, { message: 'no such feature' });
  const rest = path.slice(base.length);
  if (rest === '/on' || rest === '/off') flag.enabled = rest === '/on';
  if (rest === '/strategies/s1') flag.rollout = (JSON.parse(String(request.body)) as { value: string }[])[0]?.value ?? '';
  const parameters = { rollout: flag.rollout, stickiness: flag.stickiness ?? 'default' };
  return json(200, { enabled: flag.enabled, strategies: [{ id: 's1', name: 'flexibleRollout', parameters }] });
}

/** One flag of LaunchDarkly, in one environment. */
export interface LaunchDarklyFlag {
  on: boolean;
  /** The share of the first of two variations, in thousandths of a percent. */
  weight: number;
  kind?: string;
  readonly comments: string[];
}

interface Patch {
  readonly comment?: string;
  readonly instructions: readonly { readonly kind: string; readonly rolloutWeights?: Readonly<Record<string, number>> }[];
}

/** As LaunchDarkly answers a semantic patch, by its documentation. */
export function launchDarklyAnswer(flag: LaunchDarklyFlag, request: HttpRequest): Answer {
  if (request.headers?.['authorization'] !== SERVER_TOKEN) return json(401, { message: 'invalid token' });
  if (!pathOf(request).startsWith('/api/v2/flags/default/checkout')) return json(404, { message: 'not found' });
  if (request.method === 'PATCH') {
    const { comment, instructions } = JSON.parse(String(request.body)) as Patch;
    flag.comments.push(comment ?? '');
    for (const { kind, rolloutWeights } of instructions) {
      if (kind === 'turnFlagOn' || kind === 'turnFlagOff') flag.on = kind === 'turnFlagOn';
      if (rolloutWeights !== undefined) flag.weight = rolloutWeights['v1'] ?? 0;
    }
  }
  const variations = [
    { _id: 'v1', name: 'on', value: true },
    { _id: 'v2', name: 'off', value: false },
  ];
  const weights = [flag.weight, 100_000 - flag.weight].map((weight, variation) => ({ variation, weight }));
  const rollout = { variations: weights, ...(flag.kind !== undefined && { kind: flag.kind }) };
  return json(200, { variations, environments: { production: { on: flag.on, fallthrough: { rollout } } } });
}
