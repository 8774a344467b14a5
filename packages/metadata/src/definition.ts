import type { Problem } from '@slipway/failure';
import type { Input } from './input.ts';

/** The inputs of an action, keyed in camel case; users write the keys in kebab case. */
export type InputSpecs = Readonly<Record<string, Input<unknown>>>;

/** The outputs of an action with their descriptions, keyed in camel case. */
export type OutputSpecs = Readonly<Record<string, string>>;

/** The token permissions an action needs, as a workflow would write them. */
export type Permissions = Readonly<Record<string, 'read' | 'write'>>;

type ValueOf<I> = I extends Input<infer T> ? T : never;

/** The one definition from which the parser, action.yml, README tables, command help and workflow checks come. */
export interface ActionDefinition<I extends InputSpecs = InputSpecs, O extends OutputSpecs = OutputSpecs> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: I;
  readonly outputs: O;
  readonly permissions: Permissions;
  /** Contradictions between inputs that are each right alone. */
  contradictions?(inputs: { readonly [K in keyof I]: ValueOf<I[K]> }): readonly Problem[];
}

/** The parsed inputs of a definition. */
export type InputsOf<D> = D extends ActionDefinition<infer I, infer _O> ? { readonly [K in keyof I]: ValueOf<I[K]> } : never;

/** The outputs a run must return; each is there, and `undefined` means empty. */
export type OutputsOf<D> =
  D extends ActionDefinition<infer _I, infer O> ? { readonly [K in keyof O]: string | undefined } : never;

/** States the type of a definition without widening it. */
export function defineAction<const I extends InputSpecs, const O extends OutputSpecs>(
  definition: ActionDefinition<I, O>,
): ActionDefinition<I, O> {
  return definition;
}
