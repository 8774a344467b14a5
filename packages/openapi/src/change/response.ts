import type { Response } from '../api/api.ts';
import { child } from '../document/node.ts';
import { anchor } from './anchor.ts';
import type { Finding, Spot } from './change.ts';
import { type Comparison, type Pair, writerOf } from './comparison.ts';
import { compareMedia, compareSchemas } from './media.ts';

/** The answer of a description that a status falls under: its own, its range's, or the default. */
export function responseFor(responses: readonly Response[], status: string): Response | undefined {
  const named = (wanted: string): Response | undefined => responses.find((each) => each.status === wanted);
  return named(status) ?? named(`${status[0]}XX`) ?? named('default');
}

const isSuccess = (status: string): boolean => status.startsWith('2');

function headerFindings(comparison: Comparison, pair: Pair, base: Response, head: Response): readonly Finding[] {
  const writer = writerOf(pair, 'response');
  return base.headers.flatMap((header): readonly Finding[] => {
    const spot: Spot = { operation: pair.name, side: 'response', status: base.status, part: `header ${header.name}`, path: [] };
    const words = `the header ${header.name} in the answer ${base.status} to ${pair.name}`;
    const other = head.headers.find(({ name }) => name === header.name);
    if (other === undefined) {
      const rule = header.required ? 'response-header-removed' : 'response-optional-header-removed';
      const parent = child(head.at, 'headers') ?? head.at;
      return [
        {
          rule,
          severity: header.required ? 'error' : 'warning',
          spot,
          message: `${words} is gone`,
          base: header.at,
          head: anchor(header.at, parent),
        },
      ];
    }
    const optional = header.required && !other.required && writer === 'response';
    const message = `${words} may now be missing, and was always there`;
    return [
      ...(optional
        ? [
            {
              rule: 'response-header-became-optional',
              severity: 'error' as const,
              spot,
              message,
              base: header.at,
              head: other.at,
            },
          ]
        : []),
      ...compareSchemas(comparison, writer, spot, header.schema, other.schema),
    ];
  });
}

function removed(pair: Pair, base: Response): Finding {
  const { name, head } = pair;
  const success = isSuccess(base.status);
  const parent = child(head.at, 'responses') ?? head.at;
  return {
    rule: success ? 'response-success-status-removed' : 'response-status-removed',
    severity: success ? 'error' : 'info',
    spot: { operation: name, side: 'response', status: base.status, part: 'status', path: [] },
    message: `${name} no longer answers ${base.status}`,
    base: base.at,
    head: anchor(base.at, parent),
  };
}

function compared(comparison: Comparison, pair: Pair, base: Response, head: Response): readonly Finding[] {
  const spot: Spot = { operation: pair.name, side: 'response', status: base.status, part: 'body', path: [] };
  const writer = writerOf(pair, 'response');
  const [first] = base.media;
  const lost: readonly Finding[] =
    first !== undefined && head.media.length === 0 && writer === 'response'
      ? [
          {
            rule: 'response-body-removed',
            severity: 'error',
            spot,
            message: `the answer ${base.status} to ${pair.name} no longer has a body`,
            base: first.at,
            head: head.at,
          },
        ]
      : [];
  return [
    ...lost,
    ...compareMedia(comparison, writer, spot, [base.media, head.media]),
    ...headerFindings(comparison, pair, base, head),
  ];
}

/** Compares what an operation answers. */
export function responseFindings(comparison: Comparison, pair: Pair): readonly Finding[] {
  const { base, head, name } = pair;
  const kept = base.responses.flatMap((response): readonly Finding[] => {
    const other = responseFor(head.responses, response.status);
    return other === undefined ? [removed(pair, response)] : compared(comparison, pair, response, other);
  });
  const added = head.responses.filter(({ status }) => !base.responses.some((each) => each.status === status));
  return [
    ...kept,
    ...added.map(({ status, at }): Finding => {
      const spot: Spot = { operation: name, side: 'response', status, part: 'status', path: [] };
      return {
        rule: 'response-status-added',
        severity: 'info',
        spot,
        message: `${name} can now answer ${status}`,
        base: base.at,
        head: at,
      };
    }),
  ];
}
