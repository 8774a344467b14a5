import { type Finding, findingOf, OWN_ENGINE } from '@slipway/findings';
import type { FoundSecret } from './secret.ts';

/** A secret with the place where it stands, or stood. */
export interface PlacedSecret extends FoundSecret {
  readonly file: string;
  /** The commit that added it. */
  readonly commit?: string;
  /** The layer of the image that holds it, lowest first from 0. */
  readonly layer?: number;
  /** The layer that hides it again, though everyone who has the image still has it. */
  readonly deletedIn?: number;
}

function placeOf({ commit, layer, deletedIn }: PlacedSecret): string {
  if (commit !== undefined) return `, added in commit ${commit.slice(0, 12)}`;
  if (layer === undefined) return '';
  return `, in layer ${layer} of the image${deletedIn === undefined ? '' : ` though layer ${deletedIn} deletes the file`}`;
}

/** A secret in the model of findings. It has no degree: whoever reads it has it, so each is rated as high. */
export function secretFinding(secret: PlacedSecret): Finding {
  const { rule, title, hint, fingerprint, file, line } = secret;
  const shown = hint === '' ? '' : ` that begins with "${hint}"`;
  return findingOf({
    engine: OWN_ENGINE,
    kind: 'secret',
    id: `secret/${rule}`,
    title: `A ${title}${shown} (${fingerprint})${placeOf(secret)}. Revoke it: to delete it is not enough.`,
    location: { file, line },
    ratings: [{ level: 'high', source: 'any secret' }],
    mark: [fingerprint],
  });
}
