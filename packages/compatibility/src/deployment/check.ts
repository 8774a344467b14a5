import type { Contract } from '@slipway/contract';
import type { Api } from '@slipway/openapi';
import { breaking, type Comparison, comparer } from '../compare.ts';
import type { Conflict } from '../conflict.ts';
import type { Candidate, DeployedVersion, Evidence, Gap } from './version.ts';

/** One pair of versions that would meet in the environment. */
export interface Pair {
  readonly consumer: string;
  readonly provider: string;
  /** The one of the two that is there already. */
  readonly deployed: Pick<DeployedVersion, 'sha' | 'environment' | 'rollout'>;
}

/** What was found about a pair. */
export type Check =
  | (Pair & { readonly kind: 'fits'; readonly interactions: number })
  | (Pair & { readonly kind: 'breaks'; readonly conflicts: readonly Conflict[] })
  | (Pair & { readonly kind: 'unknown'; readonly gap: Gap });

/** Compares contracts with a description, which is read once however many there are. */
export type Compare = (contract: Contract) => Comparison;

/** Whether a break is known and taken. */
export type IsAccepted = (fingerprint: string) => boolean;

/** A contract of messages alone proves nothing in a static comparison, and part of one proves a part. */
function messagesGap({ consumer, provider, file, messages }: Contract): Gap {
  return {
    code: 'DEPLOY_MESSAGES',
    message: `${consumer} reads ${messages.length} messages of ${provider}, which no description tells.`,
    remedy: 'Verify them with the provider that would meet them.',
    command: `slipway contract-test verify --provider '${provider}' --contracts '${file}' --message-url http://127.0.0.1:8080/messages`,
  };
}

function checkContract(pair: Pair, contract: Contract, compare: Compare, accepted: IsAccepted): Check {
  const comparison = compare(contract);
  const conflicts = breaking(comparison).filter(({ fingerprint }) => !accepted(fingerprint));
  if (conflicts.length > 0) return { ...pair, kind: 'breaks', conflicts };
  if (contract.messages.length > 0) return { ...pair, kind: 'unknown', gap: messagesGap(contract) };
  return { ...pair, kind: 'fits', interactions: comparison.results.length };
}

/** Each contract with a provider, beside what is known of the provider. */
export function checkContracts(
  pair: Pair,
  contracts: readonly Contract[],
  description: Evidence<Compare>,
  accepted: IsAccepted,
): readonly Check[] {
  if (description.kind === 'gap') return [{ ...pair, kind: 'unknown', gap: description.gap }];
  return contracts.map((contract) => checkContract(pair, contract, description.value, accepted));
}

/** A comparison that has not begun. */
export function comparing(description: Evidence<Api>): Evidence<Compare> {
  return description.kind === 'gap' ? description : { kind: 'found', value: comparer(description.value) };
}

/** The contracts of a candidate with one provider. */
export const needsOf = ({ contracts }: Candidate, provider: string): readonly Contract[] =>
  contracts.filter((contract) => contract.provider === provider);
