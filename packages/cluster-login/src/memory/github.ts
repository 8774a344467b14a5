import type { Answer } from '@slipway/system/memory';
import type { Arrived } from './signature.ts';

/** Where the made-up runner asks for ID tokens, and with what. */
export const RUNNER = {
  url: 'https://pipelines.actions.test/idtoken?api-version=2.0',
  token: 'runner-request-token-5f2c',
} as const;

/** The subject of the made-up job. */
export const SUBJECT = 'repo:org/order-service:environment:production';

/** What stands in an ID token. */
export interface Claims {
  readonly iss: string;
  readonly sub: string;
  readonly aud: string;
}

const ISSUER = 'https://token.actions.githubusercontent.com';
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** GitHub's issuer: gives a token for whatever audience is asked for, to whoever shows the runner's own token. */
export function issue({ url, headers }: Arrived): Answer {
  if (headers['authorization'] !== `Bearer ${RUNNER.token}`) return { status: 401, body: '{"message":"Unauthorized"}' };
  const claims: Claims = { iss: ISSUER, sub: SUBJECT, aud: url.searchParams.get('audience') ?? '' };
  const value = `${part({ alg: 'RS256' })}.${part(claims)}.made-up-signature`;
  return { status: 200, body: JSON.stringify({ value }) };
}

/** The claims of a token that GitHub issued; undefined for anything else. */
export function claimsOf(token: string): Claims | undefined {
  const [, claims = '', signature] = token.split('.');
  if (signature !== 'made-up-signature') return undefined;
  const read = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as Claims;
  return read.iss === ISSUER ? read : undefined;
}
