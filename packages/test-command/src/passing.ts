/** Variables of a step that its command gets as well. */
export interface PassedOn {
  readonly variables: Readonly<Record<string, string>>;
  /** One that names those which the step does not set. */
  readonly warnings: readonly { readonly level: 'warning'; readonly title: string; readonly message: string }[];
}

/**
 * The variables that are passed on to a command, which sees nothing else of the step's.
 *
 * @param names those of the input `pass-env`
 */
export function passOn(names: readonly string[], environment: (name: string) => string | undefined): PassedOn {
  const all = names.map((name) => [name, environment(name)] as const);
  const unset = all.filter(([, value]) => value === undefined).map(([name]) => name);
  const message = `"pass-env" names ${unset.join(', ')}, which the step does not set.`;
  return {
    variables: Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== undefined)),
    warnings: unset.length > 0 ? [{ level: 'warning', title: 'Nothing to pass on', message }] : [],
  };
}
