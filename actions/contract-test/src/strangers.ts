import type { Contract } from '@slipway/contract';
import type { Problem } from '@slipway/failure';

/** The contracts with a provider that is not judged: why that is wrong, and what to mend instead of leaving the file out. */
export function strangers(
  contracts: readonly Contract[],
  isJudged: (provider: string) => boolean,
  why: string,
  mend: (provider: string) => string,
): readonly Problem[] {
  return contracts
    .filter(({ provider }) => !isJudged(provider))
    .map(({ file, provider }) => ({
      code: 'CONTRACT_OTHER_PROVIDER',
      message: `The contract is with the provider "${provider}", ${why}.`,
      remedy: `${mend(provider)}, or leave the file out of "contracts".`,
      location: { file },
    }));
}
