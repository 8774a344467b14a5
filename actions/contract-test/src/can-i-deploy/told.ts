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

function unknown(sides: Sides, { code, message, command }: Gap): Json {
  const fingerprint = fingerprintOf([code, sides.consumer, sides.provider, sides.environment, message]);
  const told = { message: `${message} To settle it: ${command}`, accepted: false, pending: false, contract: null };
  return { ...sides, rule: code, severity: 'unknown', fingerprint, ...told };
}

function conflictsOfCheck(service: string, check: Check): readonly Json[] {
  const { consumer, provider, deployed } = check;
  const sides = { consumer, provider, environment: deployed.environment };
  if (check.kind === 'fits') return [];
  if (check.kind === 'unknown') return [unknown(sides, check.gap)];
  return check.conflicts.map(({ rule, message, contract, description, fingerprint }) => {
    // Only this service's side is in the checkout; the other's is named by its commit.
    const ours = provider === service ? description : contract;
    return {
      ...{ ...sides, rule, severity: 'error', accepted: false, pending: false, fingerprint },
      message: `${message} (${deployed.sha.slice(0, 7)})`,
      contract: ours === undefined ? null : { ...ours },
    };
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
    ...missing.map(({ service: provider }) => ({
      ...{ ...sidesOf(provider), rule: 'DEPLOY_PROVIDER_ABSENT', severity: 'error', accepted: false, pending: false },
      message: `${provider} is not deployed there`,
      contract: null,
      fingerprint: fingerprintOf(['DEPLOY_PROVIDER_ABSENT', service, provider, environment]),
    })),
    ...open.map(({ service: other, gap }) => unknown(sidesOf(other), gap)),
  ];
}
