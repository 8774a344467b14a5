import type { Operation, Parameter } from '../api/api.ts';
import { child } from '../document/node.ts';
import { equal, shown } from '../schema/json.ts';
import { ways } from '../inclusion/union.ts';
import { anchor } from './anchor.ts';
import type { Finding, Spot } from './change.ts';
import { type Comparison, type Pair, writerOf } from './comparison.ts';
import { compareMedia, compareSchemas } from './media.ts';

const wordsOfParameter = ({ in: place, name }: Parameter): string =>
  place === 'header' ? `the header ${name}` : `the ${place} parameter ${name}`;

const spotOf = (operation: string, { in: place, name }: Parameter): Spot => ({
  operation,
  side: 'request',
  part: `${place} ${name}`,
  path: [],
});

/** A path's parameters are known by their place in it, for their names are never sent. */
function counterpart(parameter: Parameter, from: Operation, to: Operation): Parameter | undefined {
  const names = (path: string): readonly string[] => [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
  const index = parameter.in === 'path' ? names(from.path).indexOf(parameter.name) : -1;
  const name = index < 0 ? parameter.name : names(to.path)[index];
  return to.parameters.find((each) => each.in === parameter.in && each.name === name);
}

function isComposed({ schema }: Parameter): boolean {
  return schema === undefined || ways([schema]).some(({ types }) => types.has('array') || types.has('object'));
}

function defaultFindings(base: Parameter, head: Parameter, spot: Spot, words: string): readonly Finding[] {
  const [before, after] = [base.schema, head.schema].map((schema) =>
    schema === undefined ? undefined : child(schema, 'default'),
  );
  if (head.required || (before === undefined && after === undefined) || equal(before?.value, after?.value)) return [];
  const text = (value: typeof before): string => (value === undefined ? 'nothing' : shown(value.value));
  const message = `${words} of ${spot.operation} stands for ${text(after)} when it is left out, and stood for ${text(before)}`;
  return [
    {
      rule: 'request-parameter-default-changed',
      severity: 'warning',
      spot,
      message,
      base: before ?? base.at,
      head: after ?? head.at,
    },
  ];
}

function changed(comparison: Comparison, pair: Pair, base: Parameter, head: Parameter): readonly Finding[] {
  const { name } = pair;
  const spot = spotOf(name, base);
  const words = wordsOfParameter(base);
  const finding = (rule: string, message: string): Finding => ({
    rule,
    severity: 'error',
    spot,
    message,
    base: base.at,
    head: head.at,
  });
  const writer = writerOf(pair, 'request');
  const style = (base.style !== head.style || base.explode !== head.explode) && isComposed(base);
  const before = `style ${base.style}${base.explode ? ', exploded' : ''}`;
  const after = `style ${head.style}${head.explode ? ', exploded' : ''}`;
  const media = base.media.length > 0 && head.media.length > 0;
  return [
    ...(head.required && !base.required && writer === 'request'
      ? [finding('request-parameter-became-required', `${words} of ${name} is now required`)]
      : []),
    ...(style
      ? [finding('request-parameter-style-changed', `${words} of ${name} is now written in ${after}, and was in ${before}`)]
      : []),
    ...defaultFindings(base, head, spot, words),
    ...(media
      ? compareMedia(comparison, writer, spot, [base.media, head.media])
      : compareSchemas(comparison, writer, spot, schemaOf(base), schemaOf(head))),
  ];
}

const schemaOf = ({ schema, media }: Parameter): Parameter['schema'] => schema ?? media[0]?.schema;

/** Compares the parameters of an operation. */
export function parameterFindings(comparison: Comparison, pair: Pair): readonly Finding[] {
  const { base, head, name } = pair;
  const kept = base.parameters.flatMap((parameter): readonly Finding[] => {
    const other = counterpart(parameter, base, head);
    if (other !== undefined) return changed(comparison, pair, parameter, other);
    const message = `${wordsOfParameter(parameter)} of ${name} is no longer known; what is sent is passed over`;
    const parent = child(head.at, 'parameters') ?? head.at;
    const where = anchor(parameter.at, parent);
    return [
      {
        rule: 'request-parameter-removed',
        severity: 'warning',
        spot: spotOf(name, parameter),
        message,
        base: parameter.at,
        head: where,
      },
    ];
  });
  const added = head.parameters.filter((parameter) => counterpart(parameter, head, base) === undefined);
  return [
    ...kept,
    ...added.map((parameter): Finding => {
      const required = parameter.required && writerOf(pair, 'request') === 'request';
      const rule = required ? 'request-parameter-added-required' : 'request-parameter-added';
      const message = `${wordsOfParameter(parameter)} of ${name} is new${required ? ' and required' : ''}`;
      return {
        rule,
        severity: required ? 'error' : 'info',
        spot: spotOf(name, parameter),
        message,
        base: base.at,
        head: parameter.at,
      };
    }),
  ];
}
