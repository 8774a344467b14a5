import type { Location, Problem } from '@slipway/failure';

type Raw = { readonly [key: string]: unknown };
type At = (...path: (string | number)[]) => Location;

const object = (value: unknown): Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {};
const given = (raw: Raw, keys: readonly string[]): readonly string[] => keys.filter((key) => raw[key] !== undefined);

/** Texts with a form, and the form in words; a pattern would say the same to nobody. */
const FORMS: readonly {
  readonly path: readonly [string] | readonly [string, string];
  readonly form: RegExp;
  readonly words: string;
}[] = [
  { path: ['name'], form: /^[a-z0-9][a-z0-9-]*$/, words: 'lower-case letters, digits and dashes, such as payment-service' },
  {
    path: ['ready', 'http'],
    form: /^https?:\/\/[^\s/]/,
    words: 'an address with its scheme, such as http://127.0.0.1:8080/readyz',
  },
  { path: ['ready', 'tcp'], form: /^[^:]+:[0-9]+$/, words: 'host and port, such as 127.0.0.1:5432' },
  { path: ['ready', 'within'], form: /^[0-9]+(ms|s|m)$/, words: 'a time, such as 30s' },
];

function formMistakes(raw: Raw, at: At): readonly Problem[] {
  const texts = FORMS.flatMap(({ path, form, words }) => {
    const [first, second] = path;
    const value = second === undefined ? raw[first] : object(raw[first])[second];
    return typeof value === 'string' && !form.test(value) ? [{ path, value, words }] : [];
  });
  const ports = (Array.isArray(raw['ports']) ? raw['ports'] : []).flatMap((value: unknown, index) =>
    typeof value === 'string' && !/^([0-9.]+:)?[0-9]+:[0-9]+$/.test(value)
      ? [{ path: ['ports', index], value, words: 'a port here and one in the container, such as 5432:5432' }]
      : [],
  );
  return [...texts, ...ports].map(({ path, value, words }) => ({
    code: 'DEPENDENCY_FORM',
    message: `"${path.join('.')}" is "${value}"; expected ${words}.`,
    location: at(...path),
  }));
}

/** What is wrong with one dependency beyond its schema; it need not have passed that. */
export function dependencyMistakes(entry: unknown, at: At): readonly Problem[] {
  const raw = object(entry);
  const name = typeof raw['name'] === 'string' ? `"${raw['name']}"` : 'The dependency';
  const problems: Problem[] = [];
  const add = (code: string, message: string, ...path: string[]): void =>
    void problems.push({ code, message, location: at(...path) });
  if (given(raw, ['run', 'image', 'compose']).length !== 1)
    add('DEPENDENCY_KIND', `${name} needs exactly one of run, image, compose.`);
  if (typeof raw['run'] === 'string') {
    const words = raw['run'].trim().split(/\s+/).join(', ');
    add('DEPENDENCY_RUN', `${name} has a text under "run"; expected a program and its arguments: run: [${words}].`, 'run');
  }
  if (raw['ready'] !== undefined && given(object(raw['ready']), ['http', 'tcp', 'log']).length !== 1)
    add('DEPENDENCY_READY', `${name} needs exactly one of http, tcp, log under "ready".`, 'ready');
  for (const [key, kind] of [
    ['ports', 'image'],
    ['workingDirectory', 'run'],
  ] as const) {
    if (raw[key] !== undefined && raw[kind] === undefined)
      add('DEPENDENCY_KEY', `${name} has "${key}", which only "${kind}" takes.`, key);
  }
  return [...problems, ...formMistakes(raw, at)];
}
