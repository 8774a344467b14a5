import type { Contract } from '@slipway/contract';
import type { Location } from '@slipway/failure';
import type { Annotation } from '@slipway/runner';
import { type Block, paragraph, table } from '@slipway/summary';
import type { Effect, Impact } from './impact.ts';

const place = ({ file, line }: Location): string => `${file}${line === undefined ? '' : `:${line}`}`;

/** The consumers that a change breaks. */
export const consumersOf = ({ effects }: Impact): readonly string[] =>
  effects.flatMap((effect) => (effect.kind === 'breaks' ? [effect.consumer] : []));

const breakWords = (effect: Extract<Effect, { kind: 'breaks' }>): string =>
  `${effect.consumer} (its contract, ${[...new Set(effect.at.map(place))].join(', ')})`;

/** What a change does to the consumers, in words: whom it breaks, who does not read it, and who does not call it. */
function effectWords({ effects, change }: Impact): string {
  const broken = effects.filter((effect) => effect.kind === 'breaks').map(breakWords);
  const of = (kind: Effect['kind']): readonly string[] =>
    effects.filter((effect) => effect.kind === kind).map(({ consumer }) => consumer);
  const verb = change.spot.side === 'response' ? ['does not read it', 'do not read it'] : ['is not touched', 'are not touched'];
  const say = (names: readonly string[], [one, many]: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : [`${names.join(', ')} ${names.length === 1 ? one : many}`];
  return [
    ...(broken.length > 0 ? [`breaks ${broken.join(' and ')}`] : []),
    ...say(of('unread'), verb),
    ...say(of('uncalled'), ['does not call it', 'do not call it']),
  ].join('; ');
}

/** A change as one sentence without a full stop. */
export function sentence(impact: Impact): string {
  const effects = effectWords(impact);
  return effects === '' ? impact.change.message : `${impact.change.message}: ${effects}`;
}

/** A change on the line of the new description beside which a reviewer sees it; the line of before is in its words. */
export function annotationOf(impact: Impact, breaks: boolean, accepted: boolean): Annotation {
  const { change } = impact;
  const before = change.base === undefined ? '' : ` Before: ${place(change.base)}.`;
  return {
    level: breaks && !accepted ? 'error' : 'warning',
    title: consumersOf(impact).length > 0 ? `Breaks ${consumersOf(impact).join(', ')}` : change.rule,
    message: `${sentence(impact)}.${before}${accepted ? ' It is accepted.' : ''} [${change.rule} ${change.fingerprint}]`,
    ...(change.head ?? change.base),
  };
}

const SYMBOLS = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;

/** All changes, worst first, with a column for each consumer. */
export function changesTable(
  impacts: readonly Impact[],
  contracts: readonly Contract[],
  unknown: readonly string[],
  holds: (fingerprint: string) => boolean,
): readonly Block[] {
  const consumers = contracts.map(({ consumer }) => consumer);
  const cells: Readonly<Record<Effect['kind'], string>> = { breaks: '❌ breaks', unread: '✅', uncalled: '' };
  const rows = impacts.map(({ change, effects }) => [
    holds(change.fingerprint) ? '☑️' : SYMBOLS[change.severity],
    change.message,
    { code: change.base === undefined ? '' : place(change.base) },
    { code: change.head === undefined ? '' : place(change.head) },
    ...consumers.map((_, index) => cells[effects[index]?.kind ?? 'uncalled']),
    ...unknown.map(() => (change.severity === 'error' ? '❔' : '')),
    { code: change.fingerprint },
  ]);
  if (rows.length === 0) return [paragraph(['Nothing that a consumer could notice has changed.'])];
  return [table(['', 'change', 'before', 'after', ...consumers, ...unknown, 'fingerprint'], rows)];
}
