import type { Contract } from '@slipway/contract';
import type { Annotation } from '@slipway/runner';

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

/** Consumers whose names differ by case, blanks or dashes alone: they count as two, and are likely one. */
function likeNames(contracts: readonly Contract[]): readonly Annotation[] {
  const first = new Map<string, Contract>();
  return contracts.flatMap((contract): readonly Annotation[] => {
    const other = first.get(plain(contract.consumer));
    if (other === undefined) first.set(plain(contract.consumer), contract);
    if (other === undefined || other.consumer === contract.consumer) return [];
    const message = `"${contract.consumer}" and "${other.consumer}" (${other.file}) count as two consumers. Spell them alike if they are one.`;
    return [{ level: 'warning', title: 'Two names that are nearly one', message, file: contract.file }];
  });
}

/** Interactions that one consumer describes alike, under the same states: Pact takes those for one and the same. */
function likeInteractions(contracts: readonly Contract[]): readonly Annotation[] {
  const first = new Map<string, { readonly file: string; readonly line?: number }>();
  return contracts.flatMap(({ consumer, provider, interactions }) =>
    interactions.flatMap(({ description, states, location }): readonly Annotation[] => {
      const key = JSON.stringify([consumer, provider, description, states]);
      const other = first.get(key);
      if (other === undefined) first.set(key, location);
      if (other === undefined) return [];
      const message = `${consumer} describes two interactions as "${description}" under the same states; the other is at ${other.file}:${other.line ?? ''}. Both are judged.`;
      return [{ level: 'warning', title: 'Described twice', message, ...location }];
    }),
  );
}

/** What different contracts name alike, or nearly so. Nothing is passed over for it. */
export function namesakes(contracts: readonly Contract[]): readonly Annotation[] {
  return [...likeNames(contracts), ...likeInteractions(contracts)];
}
