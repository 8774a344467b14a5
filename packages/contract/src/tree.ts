/** A JSON object of which nothing is known yet. */
export type Tree = { readonly [key: string]: unknown };

/** Whether a value is a JSON object. */
export const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value as an object; one without keys when it is none. */
export const tree = (value: unknown): Tree => (isTree(value) ? value : {});

/** The value as an array; an empty one when it is none. */
export const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
