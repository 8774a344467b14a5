import { type Api, staleNullables } from '@slipway/openapi';
import type { Annotation } from '@slipway/runner';

/** What a description says that does not mean what its author thinks. */
export function remarks(apis: Iterable<Api>): readonly Annotation[] {
  return [...apis].flatMap(({ documents }) =>
    staleNullables(documents).map((location): Annotation => {
      const message = `"nullable" means nothing in OpenAPI ${documents.version}; write null among the types, as in type: [string, "null"].`;
      return { level: 'warning', title: 'Means nothing here', message, ...location };
    }),
  );
}
