import { breaking, type Comparison } from '@slipway/compatibility';
import { type Block, details, paragraph, table } from '@slipway/summary';

const of = (comparisons: readonly Comparison[], consumer: string, provider: string): readonly Comparison[] =>
  comparisons.filter(({ contract }) => contract.consumer === consumer && contract.provider === provider);

function cell(comparisons: readonly Comparison[], holds: (fingerprint: string) => boolean): string {
  if (comparisons.length === 0) return '';
  const errors = comparisons.flatMap(breaking);
  const count = comparisons.reduce((sum, { results }) => sum + results.length, 0);
  const open = errors.filter(({ fingerprint }) => !holds(fingerprint));
  const messages = comparisons.reduce((sum, { contract }) => sum + contract.messages.length, 0);
  const rest = messages === 0 ? '' : `❔ ${messages} ${messages === 1 ? 'message' : 'messages'}`;
  if (count === 0) return rest;
  const told = errors.length > 0 ? `☑️ ${errors.length} accepted` : `✅ ${count}`;
  return [open.length > 0 ? `❌ ${open.length} (of ${count})` : told, rest].filter((each) => each !== '').join(', ');
}

/** Consumers by providers, and below it what does not fit, each with both of its places. */
export function matrix(
  providers: readonly string[],
  comparisons: readonly Comparison[],
  unknown: readonly string[],
  holds: (fingerprint: string) => boolean,
): readonly Block[] {
  const consumers = [...new Set(comparisons.map(({ contract }) => contract.consumer))].sort();
  const known = consumers.map((consumer) => [
    consumer,
    ...providers.map((provider) => cell(of(comparisons, consumer, provider), holds)),
  ]);
  const rest = unknown.map((consumer) => [consumer, ...providers.map(() => '❔ no contract')]);
  const conflicts = comparisons.flatMap(({ contract, results }) =>
    results.flatMap(({ conflicts: own }) =>
      own.map((each) => [
        each.severity === 'error' ? (holds(each.fingerprint) ? '☑️' : '❌') : '⚠️',
        contract.consumer,
        each.message,
        { code: `${each.contract.file}:${each.contract.line ?? ''}` },
        { code: each.description === undefined ? '' : `${each.description.file}:${each.description.line ?? ''}` },
        { code: each.fingerprint },
      ]),
    ),
  );
  return [
    table(['consumer', ...providers], [...known, ...rest]),
    paragraph([
      '✅ interactions that are kept, ❌ differences that break (of how many interactions), ❔ what is needed is unknown, or a message, which is not compared.',
    ]),
    ...(conflicts.length === 0
      ? []
      : [
          details(`${conflicts.length} differences`, [
            table(['', 'consumer', 'what', 'contract', 'description', 'fingerprint'], conflicts),
          ]),
        ]),
  ];
}
