import type { Digest, Repository } from '@slipway/oci';
import type { Doubt } from './demand.ts';
import type { Inputs } from './inputs.ts';
import { asked, type Registries } from './registry.ts';

/** Whether an image of the same inputs is there already. */
export type InputsLookup =
  /** It is: this is its digest. */
  | { readonly kind: 'found'; readonly inputs: Digest; readonly image: Digest }
  | { readonly kind: 'missing'; readonly inputs: Digest }
  /** It cannot be told, so it must be built. */
  | {
      readonly kind: 'unknown';
      readonly doubts: readonly Doubt[];
      /** The registry is at fault, which somebody should hear of. */
      readonly unreachable?: boolean;
    };

/** The tag under which publishing puts the image that was built from these inputs; written once. */
export function inputsTag(inputs: Digest): string {
  return inputs.replace('sha256:', 'inputs-');
}

/** Asks a repository for the image of these inputs; whatever goes wrong is a doubt, never an error. */
export async function lookUp(
  { digest, doubts }: Pick<Inputs, 'digest' | 'doubts'>,
  repository: Repository,
  registries: Registries,
  cancelled: AbortSignal,
): Promise<InputsLookup> {
  if (digest === undefined) return { kind: 'unknown', doubts };
  const found = await asked(
    registries.open(repository).then((reader) => reader.manifest(inputsTag(digest))),
    cancelled,
  );
  if ('doubt' in found)
    return { kind: 'unknown', unreachable: true, doubts: [{ reason: `the registry could not be asked: ${found.doubt}` }] };
  const image = found.answer?.digest;
  return image === undefined ? { kind: 'missing', inputs: digest } : { kind: 'found', inputs: digest, image };
}
