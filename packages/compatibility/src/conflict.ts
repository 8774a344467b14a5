import { type Contract, type Interaction, oneLine } from '@slipway/contract';
import type { Location } from '@slipway/failure';
import { fingerprintOf, locate, type Node, type Spot, wordsOf } from '@slipway/openapi';

/** One thing that a consumer needs and the provider's description does not promise, or does not take. */
export interface Conflict {
  /** Stable: lists of accepted breaks and scripts match on it. */
  readonly rule: string;
  /** A warning is what could not be told without the running provider, or what does no harm by itself. */
  readonly severity: 'error' | 'warning';
  readonly consumer: string;
  readonly interaction: Interaction;
  readonly spot: Spot;
  /** One sentence without a full stop. */
  readonly message: string;
  /** Where the contract says it. */
  readonly contract: Location;
  /** Where the description says otherwise. */
  readonly description?: Location;
  readonly fingerprint: string;
  /** The same for what is wrong at one place for one cause, however the description words it. */
  readonly key: string;
}

/** What a rule finds, before it has its place in the contract. */
export interface Finding {
  readonly rule: string;
  readonly severity?: Conflict['severity'];
  readonly spot: Spot;
  readonly words: string;
  /** Steps in the contract's request or response, as its spot's side says. */
  readonly place: readonly string[];
  readonly at?: Node | undefined;
}

/** Gives a finding its places and its fingerprint. */
export function conflictOf({ consumer }: Contract, interaction: Interaction, finding: Finding): Conflict {
  const { rule, severity = 'error', spot, words, place, at } = finding;
  const message = oneLine(`${wordsOf(spot)} ${words}`);
  const where = [consumer, interaction.description, rule, spot.operation, spot.side, spot.status, spot.part, ...spot.path];
  const found = spot.side === 'response' ? interaction.locate(place) : interaction.locateRequest(place);
  return {
    rule,
    severity,
    consumer,
    interaction,
    spot,
    message,
    contract: place.length === 0 ? interaction.location : found,
    fingerprint: fingerprintOf([...where, words]),
    key: where.map((word) => word ?? '').join('\n'),
    ...(at !== undefined && { description: locate(at) }),
  };
}
