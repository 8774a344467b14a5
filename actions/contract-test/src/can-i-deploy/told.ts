import type { Candidate, Check, DeployAnswer, Gap } from '@slipway/compatibility';
import { fingerprintOf } from '@slipway/openapi';
import type { Json } from '@slipway/runner';

/** The pairs of versions that would meet, as a comparison reports its pairs. */
export const pairsOf = ({ checks }: DeployAnswer): readonly Json[] =>
  checks.map((check) => ({
    consumer: check.consumer,
    provider: check.provider,
    environment: check.deployed.environment,
    file: null,
    interactions: check.kind === 'fits' ? check.interactions : 0,
  }));

interface Sides {
  readonly consumer: string;
  readonly provider: string;
  readonly environment: string;
}

/** One conflict as a comparison reports it; its place is null when it is about no line of this checkout. */
const told = (
  sides: Sides,
  rule: string,
  severity: 'error' | 'unknown',
  message: string,
  fingerprint: string,
  contract: Json = null,
): Json => ({ ...sides, rule, severity, message, fingerprint, accepted: false, pending: false, contract });

function unknown(sides: Sides, { code, message, command }: Gap): Json {
  const fingerprint = fingerprintOf([code, sides.consumer, sides.provider, sides.environment, message]);
  return told(sides, code, 'unknown', `${message} To settle it: ${command}`, fingerprint);
}

function conflictsOfCheck(service: string, check: Check): readonly Json[] {
  const { consumer, provider, deployed } = check;
  const sides = { consumer, provider, environment: deployed.environment };
  if (check.kind === 'fits') return [];
  if (check.kind === 'unknown') return [unknown(sides, check.gap)];
  return check.conflicts.map(({ rule, message, contract, description, fingerprint }) => {
    // Only this service's side is in the checkout; the other's is named by its commit.
    const ours = provider === service ? description : contract;
    const said = `${message} (${deployed.sha.slice(0, 7)})`;
    return told(sides, rule, 'error', said, fingerprint, ours === undefined ? null : { ...ours });
  });
}

/** All that keeps a candidate from being deployed, or could not be told, as a comparison reports its conflicts. */
export function conflictsOf(
  { service, contracts }: Candidate,
  environments: readonly string[],
  answer: DeployAnswer,
): readonly Json[] {
  const environment = environments.join(', ');
  const needed = new Set(contracts.map(({ provider }) => provider));
  const sidesOf = (other: string): Sides =>
    needed.has(other)
      ? { consumer: service, provider: other, environment }
      : { consumer: other === service ? 'every consumer' : other, provider: service, environment };
  const missing = answer.kind === 'no' ? answer.missing : [];
  const open = answer.kind === 'yes' ? [] : answer.open;
  return [
    ...answer.checks.flatMap((check) => conflictsOfCheck(service, check)),
    ...missing.map(({ service: provider }) => {
      const rule = 'DEPLOY_PROVIDER_ABSENT';
      const fingerprint = fingerprintOf([rule, service, provider, environment]);
      return told(sidesOf(provider), rule, 'error', `${provider} is not deployed there`, fingerprint);
    }),
    ...open.map(({ service: other, gap }) => unknown(sidesOf(other), gap)),
  ];
}
