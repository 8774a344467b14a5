import type { KubeObject } from '@slipway/kubernetes';

/** Hides known secrets in text. */
export type Redact = (text: string) => string;

/** Shorter values would hide half of every text, and are no secrets worth the name. */
const SHORTEST = 6;

const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).filter((each) => typeof each === 'string') : [];

/** Every value in the Secrets among objects: as written, encoded and decoded. */
export function secretValues(objects: readonly KubeObject[]): readonly string[] {
  const values = objects
    .filter(({ kind }) => kind === 'Secret')
    .flatMap((secret) => [
      ...textsOf(secret['data']).flatMap((encoded) => [encoded, Buffer.from(encoded, 'base64').toString('utf8')]),
      ...textsOf(secret['stringData']).flatMap((plain) => [plain, Buffer.from(plain).toString('base64')]),
    ]);
  const lines = values.flatMap((value) => [value, ...value.split('\n')]).map((value) => value.trim());
  return [...new Set(lines)].filter((value) => value.length >= SHORTEST).sort((a, b) => b.length - a.length);
}

/** Hides the values, longest first. */
export function redactor(values: readonly string[]): Redact {
  return (text) => values.reduce((shown, value) => shown.replaceAll(value, '***'), text);
}
