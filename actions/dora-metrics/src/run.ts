import { fourKeys, renderOpenMetrics } from '@slipway/dora';
import type { ConnectGitHub } from '@slipway/github';
import type { Run } from '@slipway/runner';
import type { action } from './action.ts';
import { gatherCommitTimes, gatherReleases } from './gather.ts';
import { report } from './report.ts';

const DAY_MS = 86_400_000;

/** Counts the four keys of a service, through whichever GitHub `connect` opens. */
export function runWith(connect: ConnectGitHub): Run<typeof action> {
  return async (inputs, ports, context) => {
    const to = ports.clock.now();
    const period = { from: to - inputs.days * DAY_MS, to };
    const releases = await gatherReleases(inputs, period.from, connect, ports, context);
    const keys = fourKeys(releases, period, await gatherCommitTimes(releases, ports));
    const { service, environment, openMetrics, json } = inputs;
    if (openMetrics !== undefined) await ports.files.write(openMetrics, renderOpenMetrics(keys, { service, environment }));
    if (json !== undefined)
      await ports.files.write(json, `${JSON.stringify({ service, environment, period, ...keys, list: releases }, null, 2)}\n`);
    return report(inputs, releases, period, keys);
  };
}
