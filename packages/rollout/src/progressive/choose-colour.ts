import { type Colour, otherColour } from './colour.ts';

/** What is known when a colour is chosen; undefined stands for pods of no colour. */
export interface ColourFacts {
  /** Where each Service that is there leads to. */
  readonly live: readonly (Colour | undefined)[];
  /** Where they led to in the release that runs by the record. */
  readonly recorded: Colour | undefined;
  /** The colours whose pods are as they are wanted already. */
  readonly unchanged: readonly Colour[];
}

/** Which colour a release gets. */
export type ColourChoice =
  | { readonly kind: 'stay'; readonly colour: Colour }
  | {
      readonly kind: 'change';
      readonly to: Colour;
      readonly from: Colour | undefined;
      /** Whether a run was cut off between its Services: they must all lead to `from` before `to` may change. */
      readonly mixed: boolean;
    };

/** Chooses the colour that gets no requests, unless one that does is what is wanted already. */
export function chooseColour({ live, recorded, unchanged }: ColourFacts): ColourChoice {
  const seen = new Set(live);
  const there = unchanged.find((colour) => seen.has(colour));
  if (there !== undefined) return { kind: 'stay', colour: there };
  const mixed = seen.size > 1;
  const from = mixed ? recorded : live[0];
  return { kind: 'change', to: from === undefined ? 'blue' : otherColour(from), from, mixed };
}
