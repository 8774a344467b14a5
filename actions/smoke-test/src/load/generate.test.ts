import { describe, expect, test } from '@jest/globals';
import { arrivals } from '@slipway/load';
import type { Clock } from '@slipway/system';
import { worldClock } from '@slipway/system/memory';
import { sendLoad } from './generate.ts';

const plan = (rate: number, durationMs: number) => arrivals(rate, durationMs).map((atMs) => ({ atMs, what: atMs }));
const never = new AbortController().signal;

/** A service that answers after a time, which may depend on when it is asked; and when it was asked. */
function service(clock: Clock, ms: (now: number) => number) {
  const asked: number[] = [];
  const send = async (): Promise<string | undefined> => {
    asked.push(clock.now());
    await clock.sleep(ms(clock.now()));
    return undefined;
  };
  return { asked, send };
}

describe('an open loop', () => {
  test('asks a slow service as often as a quick one', async () => {
    const clock = worldClock();
    const { asked, send } = service(clock, () => 2000);
    const shots = await sendLoad(plan(10, 1000), { send, clock, cancelled: never, inFlightMax: 100, patienceMs: 5000 });
    expect(asked).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900]);
    expect(shots.map(({ ms }) => ms)).toEqual(Array(10).fill(2000));
  });

  test('counts the waiting for a service that stands still, which a closed loop omits', async () => {
    const clock = worldClock();
    // Stands still from 200 ms to 1200 ms; before and after it answers within 10 ms.
    const { send } = service(clock, (now) => (now >= 200 && now < 1200 ? 1200 - now : 10));
    const shots = await sendLoad(plan(10, 1500), { send, clock, cancelled: never, inFlightMax: 1, patienceMs: 5000 });
    const ms = [...shots].sort((a, b) => a.offsetMs - b.offsetMs).map((shot) => shot.ms);
    expect(ms).toEqual([10, 10, 1000, 910, 820, 730, 640, 550, 460, 370, 280, 190, 100, 10, 10]);
  });

  test('has no more on their way than is allowed, and gives up on those that wait too long', async () => {
    const clock = worldClock();
    let [now, most] = [0, 0];
    const send = async (): Promise<undefined> => {
      now += 1;
      most = Math.max(most, now);
      await clock.sleep(1000);
      now -= 1;
    };
    const shots = await sendLoad(plan(10, 1000), { send, clock, cancelled: never, inFlightMax: 3, patienceMs: 1500 });
    expect(most).toBe(3);
    expect(shots).toHaveLength(10);
    // Three at a time take a second each, so the tenth would have waited for 2.1 s.
    const left = shots.filter(({ ok }) => !ok).map(({ offsetMs, why }) => [offsetMs, why]);
    expect(left).toEqual([[900, 'not sent within 1500 ms: 3 others were not answered yet']]);
  });
});

describe('a load', () => {
  test('tells what was wrong with a request, and that it was this machine that was late', async () => {
    const clock = worldClock();
    let first = true;
    const late: Clock = {
      ...clock,
      sleep: async (ms, signal) => {
        await clock.sleep(first ? ms + 500 : ms, signal);
        first = false;
      },
    };
    const send = async (atMs: number) => (atMs === 200 ? 'expected status 200, got 500' : undefined);
    const shots = await sendLoad(plan(10, 300), { send, clock: late, cancelled: never, inFlightMax: 9, patienceMs: 9 });
    expect(shots.map(({ lagMs, why }) => [lagMs, why])).toEqual([
      [0, undefined],
      [500, undefined],
      [400, 'expected status 200, got 500'],
    ]);
  });

  test('ends when it is cancelled, and when something is broken', async () => {
    const clock = worldClock();
    const controller = new AbortController();
    const { asked, send } = service(clock, () => {
      if (asked.length === 3) controller.abort();
      return 10;
    });
    const range = { clock, inFlightMax: 9, patienceMs: 9 };
    await expect(sendLoad(plan(10, 10_000), { ...range, send, cancelled: controller.signal })).rejects.toThrow();
    expect(asked).toHaveLength(3);
    const broken = () => Promise.reject(new Error('a defect'));
    await expect(sendLoad(plan(10, 10_000), { ...range, send: broken, cancelled: never })).rejects.toThrow('a defect');
  });
});
