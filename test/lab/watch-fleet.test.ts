import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Lab, up } from './index.ts';
import { campaign, type Ill, RIGHT } from './watch-campaign.ts';

const MINUTE_MS = 60_000;
/** All kinds of trouble, and half as many releases that are well. `npm run bench -- watch-lab` plays twenty of each. */
const ILLS: readonly Ill[] = ['healthy', 'healthy', 'healthy', 'errors', 'slower', 'crash', 'one-pod', 'outage'];
/** From the first bad answer until all pods of the good version are ready again. */
const BACK_WITHIN_SECONDS = 30;

let lab: Lab;
let folder: string;

beforeAll(async () => {
  lab = await up();
  folder = await mkdtemp(join(tmpdir(), 'fleet-'));
}, 10 * MINUTE_MS);

afterAll(() => rm(folder, { recursive: true, force: true }));

test(
  'of eight services that are released side by side each is judged right, and errors are gone within half a minute',
  async () => {
    const namespace = `watch-fleet-${Date.now().toString(36)}`;
    // A minute instead of five, and a crash after 25 s instead of 90: the rules are the same, and everything else is real.
    const all = await campaign({ lab, namespace, folder, duration: '60s', crashAfterSeconds: 25 }, ILLS);
    expect(all.map(({ ill, decision, headline }) => ({ ill, decision, headline }))).toEqual(
      all.map(({ ill, headline }) => ({ ill, decision: RIGHT[ill], headline })),
    );
    const timed = all.flatMap(({ seconds }) => seconds ?? []);
    expect(timed).toHaveLength(2);
    for (const seconds of timed) expect(seconds).toBeLessThanOrEqual(BACK_WITHIN_SECONDS);
  },
  9 * MINUTE_MS,
);
