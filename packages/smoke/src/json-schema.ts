import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { compilePattern } from './pattern.ts';

/** Patterns of a schema run in time linear to the text, as all others. Ajv takes two with the same `toString` for one. */
const linear = Object.assign(
  (pattern: string) => {
    const compiled = compilePattern(pattern);
    return { test: (text: string) => compiled.matcher(text).find(), toString: () => pattern };
  },
  { code: 'new RegExp' },
);

type Judge = (value: unknown) => readonly string[];

const wording = ({ instancePath, message = 'is not valid', params }: ErrorObject): string => {
  const extra = 'additionalProperty' in params ? ` ("${String(params['additionalProperty'])}")` : '';
  return `${instancePath === '' ? 'the body' : instancePath} ${message}${extra}`;
};

/**
 * Prepares the judging by a JSON Schema of draft 2020-12. `format` is an annotation, as that draft has it, and judges nothing.
 *
 * @returns what is wrong with a value, a clause each.
 * @throws Error when it is no such schema.
 */
export function schemaJudge(schema: Readonly<Record<string, unknown>>): Judge {
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false, code: { regExp: linear } });
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map(wording));
}
