export const text = { type: 'string' };

/** An object, with the members that it must have and those that it may. */
export const fields = (required: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}): object => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
});

export const list = (items: object): object => ({ type: 'array', items });
