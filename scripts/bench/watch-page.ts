/**
 * Makes a page of what `npm run bench -- watch --json` prints, read from the standard input: the worst of the healthy cells, the mean
 * of the bad ones, the targets, and every cell in which another rule that keeps the promise finds more than ours.
 */
import { text } from 'node:stream/consumers';
import type { Figure } from './figure.ts';
import { median } from './figure.ts';
import { percent, table } from './page.ts';

interface Row {
  readonly group: string;
  readonly rps: number;
  readonly base: number;
  readonly change: string;
  readonly rule: string;
  readonly share: number;
  readonly runs: number;
  readonly low: number;
  readonly high: number;
  readonly delay: number | undefined;
  readonly slow: number | undefined;
}

const OURS = 'ours';
/** A rule that is wrong more often than this in the same situation has not found more, it has asked for less. */
const PROMISE = 1;
/** Fewer points than this between two rules are no loss worth a line. */
const LOSS = 10;

function rowOf({ name, value, note = '' }: Figure): Row {
  const [, group = '', rps, base, change = '', rule = ''] = /^([^,]+), (\d+) rps, ([\d.]+) %, (.+?): (.+)$/.exec(name) ?? [];
  const [, runs, low, high] = /^(\d+) runs, 95 %: ([\d.]+) % to ([\d.]+) %/.exec(note) ?? [];
  const [, delay, slow] = /delay (\d+) s, p90 (\d+) s/.exec(note) ?? [];
  const whole = { runs: Number(runs), low: Number(low), high: Number(high), share: value };
  const late = { delay: delay === undefined ? undefined : Number(delay), slow: slow === undefined ? undefined : Number(slow) };
  return { group, rps: Number(rps), base: Number(base), change, rule, ...whole, ...late };
}

const rows = (await text(process.stdin))
  .split('\n')
  .filter((line) => line.startsWith('{'))
  .map((line) => rowOf(JSON.parse(line) as Figure));

const rulesOf = (own: readonly Row[]): readonly string[] => [...new Set(own.map(({ rule }) => rule))];
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** By rule, the worst cell of each healthy group with the upper end of its interval. */
function healthyTable(timed: boolean): string {
  const own = rows.filter(({ group }) => group.startsWith('healthy/') && group.includes('timed') === timed);
  const groups = [...new Set(own.map(({ group }) => group))];
  const body = rulesOf(own).map((rule) => [
    rule,
    ...groups.map((group) => {
      const cells = own.filter((row) => row.group === group && row.rule === rule);
      const worst = cells.toSorted((a, b) => b.share - a.share)[0];
      return worst === undefined ? '-' : `${percent(worst.share)} (${percent(worst.high)})`;
    }),
  ]);
  return table(['rule', ...groups.map((group) => group.replace('healthy/', ''))], body);
}

/** By rule, the mean share found of each change in a group, and the middle of the cells' median delays. */
function foundTable(group: string): string {
  const own = rows.filter((row) => row.group === group);
  const changes = [...new Set(own.map(({ change }) => change))];
  const body = rulesOf(own).map((rule) => [
    rule,
    ...changes.map((change) => {
      const cells = own.filter((row) => row.rule === rule && row.change === change);
      const delays = cells.flatMap(({ delay }) => delay ?? []);
      return cells.length === 0
        ? '-'
        : `${percent(mean(cells.map(({ share }) => share)))}${delays.length === 0 ? '' : ` @${median(delays)}`}`;
    }),
  ]);
  return table(['rule', ...changes], body);
}

/** Every cell of ours, for whoever wants to know about a service like his own. */
function oursTable(): string {
  const own = rows.filter(({ rule, group }) => rule === OURS && !group.startsWith('healthy/'));
  const body = own.map(({ group, rps, base, change, share, low, high, delay, slow }) => [
    ...[group, String(rps), `${base} %`, change, percent(share), `${percent(low)} to ${percent(high)}`],
    delay === undefined ? '-' : `${delay} s, ${slow} s`,
  ]);
  return table(['group', 'rps', 'before', 'change', 'found', '95 %', 'median, p90'], body);
}

/** The healthy cells that a bad one is to be held against: as restless, as fast, as frequent. */
function twinOf({ group, rps, base, rule }: Row): Row | undefined {
  const healthy = group.startsWith('slower/')
    ? 'healthy/timed'
    : `healthy/${group.replace(/^bad\//, '').replace(/late-120s|lag-30s/, 'calm-15s')}`;
  return rows.find((row) => row.group === healthy && row.rps === rps && row.base === base && row.rule === rule);
}

function lossesTable(): string {
  const bad = rows.filter(({ group }) => !group.startsWith('healthy/'));
  const ours = bad.filter(({ rule }) => rule === OURS);
  const body = ours.flatMap((own) => {
    const same = bad.filter(
      (row) => row.group === own.group && row.rps === own.rps && row.base === own.base && row.change === own.change,
    );
    const better = same
      .filter((row) => !row.rule.startsWith(OURS) && row.share - own.share >= LOSS && (twinOf(row)?.share ?? 100) <= PROMISE)
      .sort((a, b) => b.share - a.share);
    if (better.length === 0) return [];
    const others = better.map(({ rule, share, delay }) => `${rule}: ${percent(share)} @${delay}`).join('; ');
    const placebo = same.find(({ rule }) => rule === `${OURS}, placebo`);
    return [
      [
        own.group,
        `${own.rps} rps, ${own.base} %, ${own.change}`,
        percent(own.share),
        placebo === undefined ? '-' : percent(placebo.share),
        others,
      ],
    ];
  });
  return table(['group', 'cell', 'ours', 'ours, placebo', 'others that keep the promise there'], body);
}

interface Target {
  readonly what: string;
  readonly of: (row: Row) => boolean;
  readonly holds: (row: Row) => boolean;
}

const TARGETS: readonly Target[] = [
  {
    what: 'false rollbacks at most 1 % in each healthy cell',
    of: ({ group }) => group.startsWith('healthy/'),
    holds: ({ share }) => share <= 1,
  },
  {
    what: 'and the upper end of the interval at most 2 %',
    of: ({ group }) => group.startsWith('healthy/'),
    holds: ({ high }) => high <= 2,
  },
  {
    what: 'no rollback when blind',
    of: ({ group }) => group.includes('blind'),
    holds: ({ share }) => share === 0,
  },
  {
    what: 'outage: all, and median within 22 s with scrapes of 15 s',
    of: ({ group, change }) => group === 'bad/calm-15s' && change === 'outage',
    holds: ({ share, delay = 999 }) => share === 100 && delay <= 22,
  },
  {
    what: 'outage: all, and median within 12 s with scrapes of 5 s',
    of: ({ group, change }) => group === 'bad/calm-5s' && change === 'outage',
    holds: ({ share, delay = 999 }) => share === 100 && delay <= 12,
  },
  {
    what: '+10 points from 10 rps: at least 99 %, median within 60 s',
    of: ({ group, change, rps }) => group === 'bad/calm-15s' && change === '+10 points' && rps >= 10,
    holds: ({ share, delay = 999 }) => share >= 99 && delay <= 60,
  },
  {
    what: 'x5 at 1 % from 10 rps: at least 95 %',
    of: ({ group, change, rps, base }) => group === 'bad/calm-15s' && change === 'x5' && rps >= 10 && base === 1,
    holds: ({ share }) => share >= 95,
  },
  {
    what: 'x2 at 1 % from 100 rps: at least 95 % (calm)',
    of: ({ group, change, rps, base }) => group === 'bad/calm-15s' && change === 'x2' && rps >= 100 && base === 1,
    holds: ({ share }) => share >= 95,
  },
];

function targetsTable(): string {
  const ours = rows.filter(({ rule }) => rule === OURS);
  const bursty = rows.filter(
    ({ rule, group, change, base, rps }) =>
      rule === `${OURS}, placebo` && /^bad\/burst/.test(group) && change === 'x2' && base === 1 && rps >= 100,
  );
  const body = TARGETS.map(({ what, of, holds }) => judged(what, ours.filter(of), holds));
  return table(
    ['target', 'cells that hold it', 'cells that do not'],
    [...body, judged('x2 at 1 % from 100 rps in bursts, by the day before: at least 50 %', bursty, ({ share }) => share >= 50)],
  );
}

function judged(what: string, cells: readonly Row[], holds: (row: Row) => boolean): readonly string[] {
  const failed = cells.filter((row) => !holds(row));
  const shown = failed.map(
    ({ group, rps, base, share, high, delay }) =>
      `${group} ${rps} rps ${base} %: ${percent(share)} (to ${percent(high)})${delay === undefined ? '' : ` @${delay}`}`,
  );
  return [what, `${cells.length - failed.length} of ${cells.length}`, shown.join('; ') || '-'];
}

const BAD = [...new Set(rows.map(({ group }) => group))].filter((group) => !group.startsWith('healthy/'));

console.log(`# How often the watch is wrong, and how soon it is right

Made by \`npm run bench -- watch --json\` and \`scripts/bench/watch-page.ts\`. Watches of 300 s with four new pods and half an hour of
history are drawn by chance: 1 to 1000 requests a second, 0 to 5 % of errors before the release, which stays the same, gets worse or
slower. On each of them the judge that the action runs is asked at every look, and other people's rules are as their programs
decide: as their documents set them, in a shape that can act within five minutes, and as an oracle would set them who knows the true share
of errors before the release. \`x @y\` is: x found, after y seconds from the onset (the middle of the cells' medians).

Ours has its defaults (1 % promised), but for \`error-rate-max\` of a service that runs at 5 % of errors, which is 20 %; and
\`on-slower: rollback\` in the cells with response times. "ours, placebo" knows the day before and is drawn in bursts alone. The runs
are ${[...new Set(rows.map(({ runs }) => runs))].sort((a, b) => a - b).join(', ')} a cell, by the kind of the rule; intervals are of 95 % (Wilson). The seed is another than that of the tests.

## Targets

${targetsTable()}

## Nothing is wrong: false rollbacks, worst cell (upper end of its interval)

"shared-incident": four neighbours are watched as well, and all fail at the same moment; the other rules do not know of neighbours.
"one-pod-of-four": one pod fails everything. "blind": nothing can be seen, from the start (during an outage) or from 120 s on.

${healthyTable(false)}

Response times (lognormal, median 80 ms, default buckets):

${healthyTable(true)}

## Something is wrong: found, and when

${BAD.map((group) => `### ${group}\n\n${foundTable(group)}`).join('\n\n')}

## Where we lose

Cells in which another rule finds at least ${LOSS} points more than ours and is wrong in at most ${PROMISE} % of the healthy watches of the same kind.

${lossesTable()}

## Every bad cell of ours

${oursTable()}
`);
