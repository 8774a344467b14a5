import type { Use } from './consumer.ts';
import type { Json } from './description.ts';
import type { Offer } from './provider.ts';
import { at } from './site.ts';

/** What somebody does to a provider, and which uses of the operation it breaks: the label that a judge is held against. */
export interface Mutant {
  readonly name: string;
  readonly edit: (description: Json) => void;
  readonly offer: Offer | undefined;
  readonly breaks: (use: Use) => boolean;
}

/** The operation of an offer. */
export const operationOf = (description: Json, { method, path }: Offer): Json =>
  at(at(at(description, 'paths'), path), method.toLowerCase());
const schemaIn = (part: Json): Json => at(at(at(part, 'content'), 'application/json'), 'schema');
/** Its one answer. */
export const answerOf = (description: Json, offer: Offer): Json => at(at(operationOf(description, offer), 'responses'), '200');
/** The schema of what it answers. */
export const responseSchema = (description: Json, offer: Offer): Json => schemaIn(answerOf(description, offer));
/** The schema of what it takes. */
export const requestSchema = (description: Json, offer: Offer): Json =>
  schemaIn(at(operationOf(description, offer), 'requestBody'));

/** A list without one of its values. */
export const without = (list: unknown, key: string): unknown[] =>
  Array.isArray(list) ? list.filter((each) => each !== key) : [];

/** Every use breaks. */
export const all = (): boolean => true;

/** No use breaks. */
export const none = (): boolean => false;
