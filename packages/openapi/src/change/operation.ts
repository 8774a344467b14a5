import { type Operation, nameOf } from '../api/api.ts';
import { child, descend, type Node } from '../document/node.ts';
import { bodyFindings } from './body.ts';
import type { Finding, Spot } from './change.ts';
import type { Comparison, Pair } from './comparison.ts';
import { lifecycleFindings, removalFinding } from './lifecycle.ts';
import { parameterFindings } from './parameter.ts';
import { responseFindings } from './response.ts';
import { securityFindings } from './security.ts';

/** What identifies an operation on the wire: the names in its path are never sent. */
const keyOf = ({ method, path }: Operation): string => `${method} ${path.replace(/\{[^}]*\}/g, '{}').replace(/(?<=.)\/$/, '')}`;

function serverFindings({ name, base, head }: Pair): readonly Finding[] {
  const spot: Spot = { operation: name, side: 'operation', part: 'operation', path: [] };
  const lost = base.basePaths.filter((path) => !head.basePaths.includes(path));
  if (lost.length < base.basePaths.length) return [];
  const words = (paths: readonly string[]): string => paths.map((path) => (path === '' ? 'no prefix' : path)).join(' or ');
  const message = `${name} is now reached under ${words(head.basePaths)}, and was under ${words(base.basePaths)}`;
  return [{ rule: 'server-path-changed', severity: 'error', spot, message, base: base.at, head: head.at }];
}

function callbackFindings(comparison: Comparison, { base, head, name }: Pair): readonly Finding[] {
  const place = child(head.at, 'callbacks') ?? head.at;
  return operationsFindings(comparison, base.callbacks, head.callbacks, place, `${name} → `, true);
}

const RULES: readonly ((comparison: Comparison, pair: Pair) => readonly Finding[])[] = [
  lifecycleFindings,
  (_, pair) => serverFindings(pair),
  securityFindings,
  parameterFindings,
  bodyFindings,
  responseFindings,
  callbackFindings,
];

/** Compares the operations of two descriptions, or their webhooks, or the callbacks of one operation. */
export function operationsFindings(
  comparison: Comparison,
  before: readonly Operation[],
  after: readonly Operation[],
  paths: Node,
  prefix = '',
  reversed = false,
): readonly Finding[] {
  const heads = new Map(after.map((operation) => [keyOf(operation), operation]));
  const bases = new Map(before.map((operation) => [keyOf(operation), operation]));
  const kept = before.flatMap((base): readonly Finding[] => {
    const name = `${prefix}${nameOf(base)}`;
    const head = heads.get(keyOf(base));
    if (head === undefined) return [removalFinding(comparison, name, base, paths)];
    const pair: Pair = { name, base, head, reversed };
    return RULES.flatMap((rule) => rule(comparison, pair));
  });
  const added = after.filter((operation) => !bases.has(keyOf(operation)));
  return [
    ...kept,
    ...added.map((head): Finding => {
      const name = `${prefix}${nameOf(head)}`;
      const spot: Spot = { operation: name, side: 'operation', part: 'operation', path: [] };
      return { rule: 'operation-added', severity: 'info', spot, message: `${name} is new`, base: undefined, head: head.at };
    }),
  ];
}

/** Compares everything that two descriptions offer and send. */
export function apiFindings(comparison: Comparison): readonly Finding[] {
  const { base, head } = comparison;
  const place = (key: string): Node => descend(head.root, [key]) ?? head.root;
  return [
    ...operationsFindings(comparison, base.operations, head.operations, place('paths')),
    ...operationsFindings(comparison, base.webhooks, head.webhooks, place('webhooks'), 'webhook ', true),
  ];
}
