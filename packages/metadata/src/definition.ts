import type { Problem } from '@slipway/failure';
import type { Input } from './input.ts';
import { modeInput, type ModeSpecs } from './mode.ts';

/** The inputs of an action, keyed in camel case; users write the keys in kebab case. */
export type InputSpecs = Readonly<Record<string, Input<unknown>>>;

/** The outputs of an action with their descriptions, keyed in camel case. */
export type OutputSpecs = Readonly<Record<string, string>>;

/** The token permissions an action needs, as a workflow would write them. */
export type Permissions = Readonly<Record<string, 'read' | 'write'>>;

type ValueOf<I> = I extends Input<infer T> ? T : never;

type Values<I, K extends keyof I = keyof I> = { readonly [P in K]: ValueOf<I[P]> };

type NoModes = Readonly<Record<never, never>>;

/** Without modes all inputs; with modes one case a mode, told apart by `mode`, that holds the inputs of that mode only. */
type ValuesByMode<I, M> = [keyof M] extends [never]
  ? Values<I>
  : {
      readonly [N in keyof M & string]: M[N] extends { readonly inputs: readonly (infer K)[] }
        ? { readonly mode: N } & Values<I, K & keyof I>
        : never;
    }[keyof M & string];

/** The one definition from which the parser, action.yml, README tables, command help and workflow checks come. */
export interface ActionDefinition<
  I extends InputSpecs = InputSpecs,
  O extends OutputSpecs = OutputSpecs,
  M extends ModeSpecs = ModeSpecs,
> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: I;
  readonly outputs: O;
  readonly permissions: Permissions;
  /** What the action can be asked to do, when that is more than one thing; the first is what it does unasked. */
  readonly modes?: M;
  /** Contradictions between inputs that are each right alone. */
  contradictions?(inputs: ValuesByMode<I, M>): readonly Problem[];
}

/** The parsed inputs of a definition. */
export type InputsOf<D> = D extends ActionDefinition<infer I, infer _O, infer M> ? ValuesByMode<I, M> : never;

/** The outputs a run must return; each is there, and `undefined` means empty. */
export type OutputsOf<D> =
  D extends ActionDefinition<infer _I, infer O, infer _M> ? { readonly [K in keyof O]: string | undefined } : never;

/** All outputs of a definition, of which a run gives those that it has something to say by; the others are empty. */
export function outputsFor<O extends OutputSpecs>(
  { outputs }: { readonly outputs: O },
  given: { readonly [K in keyof O]?: string | undefined },
): { readonly [K in keyof O]: string | undefined } {
  const empty = Object.fromEntries(Object.keys(outputs).map((name) => [name, undefined])) as { [K in keyof O]: undefined };
  return { ...empty, ...given };
}

/** States the type of a definition without widening it, and gives one with modes the input `mode` that chooses among them. */
export function defineAction<
  const I extends InputSpecs,
  const O extends OutputSpecs,
  const M extends ModeSpecs<keyof I & string> = NoModes,
>(definition: ActionDefinition<I, O, M>): ActionDefinition<I, O, M> {
  const { modes, inputs } = definition;
  return modes === undefined ? definition : { ...definition, inputs: { mode: modeInput(modes), ...inputs } };
}
