import { Failure } from '@slipway/failure';

/** Whatever a scanner wrote that is not what it says to write, cut off or damaged: nothing of it can be believed. */
export function badOutput(engine: string, why: string): Failure {
  const message = `${engine} gave a report that cannot be read: ${why}.`;
  const remedy = `Run ${engine} by hand on the same files; what it found is not known, so nothing was judged clean.`;
  return new Failure({ code: 'ENGINE_OUTPUT', message, remedy });
}

type Members = Readonly<Record<string, unknown>>;

/** An object of a scanner's report, read by the names and kinds that its documentation gives; another kind is a Failure. */
export class Fields {
  readonly #engine: string;
  readonly #path: string;
  readonly #members: Members;

  constructor(engine: string, value: unknown, path = '') {
    this.#engine = engine;
    this.#path = path;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw badOutput(engine, `${path === '' ? 'its root' : `"${path}"`} is no object`);
    this.#members = value as Members;
  }

  #wrong(name: string, expected: string): Failure {
    return badOutput(this.#engine, `"${this.#at(name)}" is no ${expected}`);
  }

  #at(name: string): string {
    return this.#path === '' ? name : `${this.#path}.${name}`;
  }

  has(name: string): boolean {
    return (this.#members[name] ?? null) !== null;
  }

  /** The object as it stands. */
  get members(): Members {
    return this.#members;
  }

  text(name: string): string {
    const value = this.#members[name];
    if (typeof value !== 'string') throw this.#wrong(name, 'text');
    return value;
  }

  /** Undefined when it is missing or empty. */
  maybeText(name: string): string | undefined {
    return this.has(name) ? this.text(name) || undefined : undefined;
  }

  maybeNumber(name: string): number | undefined {
    const value = this.#members[name] ?? undefined;
    if (value !== undefined && typeof value !== 'number') throw this.#wrong(name, 'number');
    return value;
  }

  object(name: string): Fields {
    return new Fields(this.#engine, this.#members[name], this.#at(name));
  }

  maybeObject(name: string): Fields | undefined {
    return this.has(name) ? this.object(name) : undefined;
  }

  /** The items of a list that must be there. */
  objects(name: string): readonly Fields[] {
    const value = this.#members[name];
    if (!Array.isArray(value)) throw this.#wrong(name, 'list');
    return value.map((each: unknown, index) => new Fields(this.#engine, each, `${this.#at(name)}[${index}]`));
  }

  maybeObjects(name: string): readonly Fields[] {
    return this.has(name) ? this.objects(name) : [];
  }

  maybeTexts(name: string): readonly string[] {
    const value = this.#members[name] ?? [];
    if (!Array.isArray(value)) throw this.#wrong(name, 'list');
    return value.map((each: unknown) => {
      if (typeof each !== 'string') throw this.#wrong(name, 'list of texts');
      return each;
    });
  }
}

/** Parses a report; an empty or cut-off one is a Failure and never "nothing found". */
export function parseReport(engine: string, text: string): unknown {
  if (text.trim() === '') throw badOutput(engine, 'it is empty');
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw badOutput(engine, `it is no whole JSON (${error instanceof Error ? error.message.slice(0, 120) : String(error)})`);
  }
}
