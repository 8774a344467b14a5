import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { up } from '../../test/lab/index.ts';
import { campaign, type Ill, type Judged, RIGHT } from '../../test/lab/watch-campaign.ts';
import { type Figure, median } from './figure.ts';

const repeated = (ill: Ill, times: number): readonly Ill[] => Array.from({ length: times }, () => ill);

/** Twenty releases that are well and twenty that are not, in two waves of twenty services side by side. */
const WAVE: readonly Ill[] = [
  ...repeated('healthy', 10),
  ...(['errors', 'slower', 'crash', 'one-pod', 'outage'] satisfies readonly Ill[]).flatMap((ill) => repeated(ill, 2)),
];
const WAVES = 2;
/** Long enough for a crash after a minute and a half to be seen. */
const DURATION = '150s';
const CRASH_AFTER_SECONDS = 90;

function figureOf(ill: Ill, all: readonly Judged[]): Figure {
  const own = all.filter((each) => each.ill === ill);
  const right = own.filter(({ decision }) => decision === RIGHT[ill]);
  const wrong = own.filter(({ decision }) => decision !== RIGHT[ill]).map(({ decision, headline }) => `${decision}: ${headline}`);
  const seconds = own.flatMap((each) => each.seconds ?? []);
  const back =
    seconds.length === 0
      ? ''
      : `; from the first bad answer to the good version ready: median ${median(seconds).toFixed(0)} s, at most ${Math.max(...seconds).toFixed(0)} s`;
  return {
    bench: 'watch-lab',
    name: `${ill}: judged ${RIGHT[ill]}`,
    value: (right.length / own.length) * 100,
    unit: '%',
    note: `${right.length} of ${own.length}${back}${wrong.length === 0 ? '' : `; ${wrong.join(' | ')}`}`,
  };
}

/** Releases on the lab, under load, with scrapes of 5 s: each is watched by the action, and what it decides is counted. */
export async function watchLab(): Promise<readonly Figure[]> {
  const lab = await up();
  const folder = await mkdtemp(join(tmpdir(), 'watch-lab-'));
  const all: Judged[] = [];
  try {
    for (let wave = 0; wave < WAVES; wave += 1) {
      const namespace = `watch-lab-${Date.now().toString(36)}`;
      const place = {
        lab,
        namespace,
        folder: join(folder, String(wave)),
        duration: DURATION,
        crashAfterSeconds: CRASH_AFTER_SECONDS,
      };
      all.push(...(await campaign(place, WAVE)));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return (Object.keys(RIGHT) as Ill[]).map((ill) => figureOf(ill, all));
}
