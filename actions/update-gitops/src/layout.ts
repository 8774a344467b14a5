const contradiction = (message: string, remedy: string) => ({ code: 'INPUT_CONTRADICTION', message, remedy });

/** How a file says an image. */
export interface Layout {
  readonly layout: string;
  readonly at?: string | undefined;
  readonly paths?: readonly string[] | undefined;
}

/** What of a layout does not go together. */
export function layoutProblems({ layout, at, paths }: Layout) {
  return [
    ...(layout === 'paths' && at !== undefined
      ? [contradiction('"at" is given, and with the layout "paths" nothing reads it.', 'Leave it out.')]
      : []),
    ...((layout === 'paths') === (paths === undefined || paths.length === 0)
      ? [contradiction('The layout "paths" and the input "paths" go together.', 'Give both or neither.')]
      : []),
  ];
}
