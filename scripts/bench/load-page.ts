/**
 * Makes a page of what `npm run bench -- load --json` prints, read from the standard input: every scene with what each rule failed of
 * it, and the scenes in which another rule that keeps our promise finds more.
 */
import { text } from 'node:stream/consumers';
import type { Figure } from './figure.ts';
import { percent, table } from './page.ts';

interface Row {
  readonly group: string;
  readonly scene: string;
  readonly rule: string;
  readonly share: number;
  readonly runs: number;
  readonly high: number;
  readonly untold: number;
}

const OURS = 'ours';
/** The rates in the same words, so that a bad scene finds its healthy one. */
const TWINS: Readonly<Record<string, string>> = { 'bad/late': 'healthy/calm' };
const PROMISE = 1;
const LOSS = 10;

function rowOf({ name, value, note = '' }: Figure): Row {
  const [, group = '', scene = '', rule = ''] = /^([^,]+), (\d+ rps, .+?): (.+)$/.exec(name) ?? [];
  const [, runs, , high] = /^(\d+) runs, 95 %: ([\d.]+) % to ([\d.]+) %/.exec(note) ?? [];
  const untold = Number(/could not tell ([\d.]+) %/.exec(note)?.[1] ?? 0);
  return { group, scene, rule, share: value, runs: Number(runs), high: Number(high), untold };
}

const rows = (await text(process.stdin))
  .split('\n')
  .filter((line) => line.startsWith('{'))
  .map((line) => rowOf(JSON.parse(line) as Figure));

const rules = [...new Set(rows.map(({ rule }) => rule))];
const isHealthy = ({ group }: Row): boolean => group.startsWith('healthy/');
const ours = rows.filter(({ rule }) => rule === OURS);

/** What each rule failed of each scene, with the upper end of the interval where a promise is held against it. */
function scenesTable(healthy: boolean): string {
  const own = ours.filter((row) => isHealthy(row) === healthy);
  const body = own.map(({ group, scene }) => {
    const cells = rules.map((rule) => {
      const row = rows.find((each) => each.group === group && each.scene === scene && each.rule === rule);
      if (row === undefined) return '-';
      const untold = row.untold > 0 ? ` ?${percent(row.untold)}` : '';
      return `${percent(row.share)}${healthy ? ` (${percent(row.high)})` : ''}${untold}`;
    });
    return [group.replace(/^\w+\//, ''), scene, ...cells];
  });
  return table(['', 'scene', ...rules], body);
}

/** The share of false alarms of the same rule where nothing changes. */
function falseShare({ group, scene, rule }: Row): number {
  const twin = TWINS[group] ?? group.replace(/^bad/, 'healthy');
  const [rate = ''] = scene.split(',');
  return rows.find((row) => row.group === twin && row.scene.startsWith(`${rate},`) && row.rule === rule)?.share ?? 100;
}

function lossesTable(): string {
  const body = ours.flatMap((own) => {
    const better = rows.filter(
      (row) => row.group === own.group && row.scene === own.scene && !row.rule.startsWith(OURS) && row.share - own.share >= LOSS,
    );
    if (isHealthy(own) || better.length === 0) return [];
    const told = better.map((row) => `${row.rule}: ${percent(row.share)} (false ${percent(falseShare(row))})`);
    const kept = better.some((row) => falseShare(row) <= PROMISE) ? 'yes' : 'no';
    return [[own.group, own.scene, percent(own.share), kept, told.join('; ')]];
  });
  return table(
    ['group', 'scene', 'ours', 'to one that keeps our promise there', 'others, and their false alarms where nothing changes'],
    body,
  );
}

const healthy = ours.filter(isHealthy);
const kept = healthy.filter(({ share }) => share <= PROMISE).length;
const bounded = healthy.filter(({ high }) => high <= 2).length;
const runs = [...new Set(rows.map((row) => row.runs))].sort((a, b) => a - b);

console.log(`# How often the judge of a load is wrong

Made by \`npm run bench -- load --json\` and \`scripts/bench/load-page.ts\`. Loads of a minute are drawn by chance, of a release and of
the five before it: 1 to 100 requests a second, latencies lognormal with a median of 80 ms and a p95 of 215 ms, and 0.1 % of errors. The
judge is the one that the action runs, with its defaults (1 % promised, \`slower-max\` 20 %); the other rules judge the same loads: fixed
thresholds as a k6 script has them, thresholds of an oracle who knows the true p95, the p95 of the last release and a factor (both with the
limit of 1 % of errors), and tests of textbooks at 5 %, of latencies and of errors, against all five releases. ${runs.join(' and ')} releases a
scene; intervals are of 95 % (Wilson). The seed is another than that of the tests. \`?x\` is: x could not be told, which stops a release as well.

"burst-2s", "burst-10s": for so long the service is faster or slower than usual (coefficient of variation 0.3), then changes its mind.
"runs-differ": whole runs differ by so much, as on other runners. "creeping": each release is slower by so much than the one before it.
"slower-within-limit" is a release slower by 15 %, which our limit allows and other rules do not know of. "late": from the middle on.

Of ${healthy.length} healthy scenes, ours fails at most 1 % in ${kept}; the upper end of the interval is at most 2 % in ${bounded}.

## Nothing is wrong: releases failed (upper end of the interval)

${scenesTable(true)}

## Something is wrong: releases failed

${scenesTable(false)}

## Where we lose

Scenes in which another rule fails at least ${LOSS} points more of the bad releases, with how many good ones the same rule fails where
nothing changes. A rise by 25 % is 4 % more than the 20 % that \`slower-max\` allows: ours does not mean to see it, and whoever does should
lower the limit. The others are losses: ours divides its evidence by the unrest of the earlier runs and shares its promise among several
questions, so with few requests, late, or where runs and seconds differ, it misses rises by half that are plain to the eye. In a calm service
at 20 requests a second and more, the p95 of the last release × 1.2 finds as many slower releases or more and is as seldom wrong; elsewhere it
fails up to one good release in four. Who knows the true latencies does best with limits (\`p95-max\`), which ours judges as well.

${lossesTable()}
`);
