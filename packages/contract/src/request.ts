import { generate, type Generating } from './generator.ts';
import type { Interaction } from './interaction.ts';
import { parseExactJson, writeExactJson } from './exact-json.ts';
import { isRecord } from './value.ts';

/** A request as it is sent. */
export interface SentRequest {
  readonly method: string;
  /** From the provider's address: path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** The value with what stands at the path replaced; `*` is every part. A path that leads nowhere changes nothing. */
function replaced(value: unknown, [step, ...rest]: readonly string[], make: (old: unknown) => unknown): unknown {
  if (step === undefined) return make(value);
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (step === '*' || step === String(index) ? replaced(item, rest, make) : item));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, step === '*' || step === key ? replaced(item, rest, make) : item]),
  );
}

class Draft {
  readonly missing = new Set<string>();
  readonly #generating: Generating;
  method: string;
  path: string;
  query: URLSearchParams | undefined;
  headers: Record<string, string>;
  body: unknown;

  constructor({ method, path, headers }: Interaction['request'], body: unknown, generating: Generating) {
    this.#generating = generating;
    [this.method, this.path, this.headers, this.body] = [method, path, { ...headers }, body];
  }

  #make(generator: Interaction['request']['generators'][number], example: unknown): unknown {
    const made = generate(generator, example, this.#generating);
    if ('value' in made) return made.value;
    this.missing.add(made.missing);
    return example;
  }

  apply(generator: Interaction['request']['generators'][number], query: string): void {
    const { part, tokens } = generator;
    const [name = ''] = tokens;
    if (part === 'method') this.method = String(this.#make(generator, this.method));
    else if (part === 'path') this.path = String(this.#make(generator, this.path));
    else if (part === 'body') this.body = replaced(this.body, tokens, (old) => this.#make(generator, old));
    else if (part === 'header') {
      const key = name.toLowerCase();
      this.headers[key] = String(this.#make(generator, this.headers[key]));
    } else {
      this.query ??= new URLSearchParams(query);
      const plain = name.replace(/\[\d+\]$/, '');
      this.query.set(plain, String(this.#make(generator, this.query.get(plain))));
    }
  }
}

function bodyOf({ body, bytes, generators }: Interaction['request']): unknown {
  if (bytes !== undefined || body === undefined || !generators.some(({ part }) => part === 'body')) return bytes ?? body;
  const parsed = parseExactJson(body);
  return 'value' in parsed ? parsed.value : body;
}

function written(body: unknown): string | Uint8Array | undefined {
  if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) return body;
  return writeExactJson(body);
}

/**
 * The request of an interaction with everything generated that its generators make anew.
 *
 * @returns the request, or the names of values that no provider state gave.
 */
export function generatedRequest(
  { request }: Interaction,
  generating: Generating,
): { readonly request: SentRequest } | { readonly missing: readonly string[] } {
  const draft = new Draft(request, bodyOf(request), generating);
  for (const generator of request.generators) draft.apply(generator, request.query);
  if (draft.missing.size > 0) return { missing: [...draft.missing] };
  const query = draft.query?.toString() ?? request.query;
  const body = written(draft.body);
  const { method, path, headers } = draft;
  return {
    request: { method, target: `${path}${query === '' ? '' : `?${query}`}`, headers, ...(body !== undefined && { body }) },
  };
}
