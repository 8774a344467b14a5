import { Failure, type Problem } from '@slipway/failure';
import { sameStanding, type Standing } from '@slipway/flags';
import type { Http } from '@slipway/system';
import type { Applied, FlagProvider } from './provider.ts';
import { askServer, type FlagServer } from './server.ts';

interface Strategy {
  readonly id: string;
  readonly name: string;
  readonly disabled?: boolean;
  readonly parameters?: Readonly<Record<string, string>>;
}

interface Environment {
  readonly enabled: boolean;
  readonly strategies?: readonly Strategy[];
}

/** Where a flag lies. */
export interface UnleashPlace {
  readonly project: string;
  readonly environment: string;
}

const GRADUAL = 'flexibleRollout';

function onlyGradual(flag: string, { strategies = [] }: Environment): Strategy {
  const gradual = strategies.filter(({ name }) => name === GRADUAL);
  const [strategy] = gradual;
  if (strategy !== undefined && gradual.length === 1) return strategy;
  throw new Failure({
    code: 'FLAG_WITHOUT_PERCENTAGE',
    message: `"${flag}" has ${gradual.length} gradual rollouts there, and a percentage is set where there is one.`,
    remedy: 'Give the flag one gradual rollout in this environment.',
  });
}

const WHOLE = '100';

function standingOf(flag: string, environment: Environment): Standing {
  const { parameters = {} } = onlyGradual(flag, environment);
  return { on: environment.enabled, share: Number(parameters['rollout'] ?? WHOLE) };
}

/** Unleash draws by a hash of the flag's group and what the strategy sticks to, so a share only grows; but for these. */
function drawProblems(flag: string, { parameters = {}, disabled }: Strategy): readonly Problem[] {
  if (disabled === true) {
    const message = `The gradual rollout of "${flag}" is switched off there, so its percentage is 0 % for ever.`;
    return [{ code: 'FLAG_RAMP_KEYLESS', message, remedy: 'Switch the strategy on in Unleash; the flag itself may stay off.' }];
  }
  if (parameters['stickiness'] !== 'random') return [];
  const message = `The gradual rollout of "${flag}" draws at random each time, so every user gets and loses the feature.`;
  return [
    { code: 'FLAG_COHORT_MOVED', message, remedy: 'Set its stickiness to default, userId or another property of the user.' },
  ];
}

/** Unleash by its admin API (https://docs.getunleash.io/api-overview). */
export function unleashFlags(server: FlagServer, { project, environment }: UnleashPlace, http: Http): FlagProvider {
  const path = (flag: string): string =>
    `/api/admin/projects/${encodeURIComponent(project)}/features/${encodeURIComponent(flag)}/environments/${encodeURIComponent(environment)}`;
  const read = async (flag: string): Promise<Environment> =>
    (await askServer(server, http, `read ${flag}`, { path: path(flag) })) as Environment;
  const switchTo = async (flag: string, on: boolean): Promise<Applied> => {
    const { enabled } = await read(flag);
    if (enabled === on) return { changed: false, changes: [] };
    const word = on ? 'on' : 'off';
    await askServer(server, http, `switch ${flag} ${word}`, { method: 'POST', path: `${path(flag)}/${word}`, body: {} });
    return { changed: true, changes: [`${flag}: ${on ? 'off to on' : 'on to off'}`] };
  };
  const setShare = async (flag: string, percentage: number): Promise<Applied> => {
    const { id, parameters = {} } = onlyGradual(flag, await read(flag));
    const [from = WHOLE, to] = [parameters['rollout'], String(percentage)];
    if (from === to) return { changed: false, changes: [] };
    const body = [{ op: 'replace', path: '/parameters/rollout', value: to }];
    const request = { method: 'PATCH', path: `${path(flag)}/strategies/${encodeURIComponent(id)}`, body } as const;
    await askServer(server, http, `set the percentage of ${flag}`, request);
    return { changed: true, changes: [`${flag}: ${from} % to ${to} %`] };
  };
  return {
    standing: async (flag) => standingOf(flag, await read(flag)),
    climbProblems: async (flag) => drawProblems(flag, onlyGradual(flag, await read(flag))),
    move: async (flag, _, { from, to }) => {
      const now = standingOf(flag, await read(flag));
      if (!sameStanding(now, from) && !sameStanding(now, to)) return { kind: 'superseded', found: now };
      // On first: a run that ends in between leaves a flag that is on for as many as before, and nobody's kill.
      const switched = to.on === now.on ? undefined : await switchTo(flag, to.on);
      const set = await setShare(flag, to.share);
      const changes = [...(switched?.changes ?? []), ...set.changes];
      return { kind: 'moved', changed: changes.length > 0, changes };
    },
    apply: async (flag, edit) => {
      if (edit.kind === 'state') return switchTo(flag, edit.state === 'ENABLED');
      if (edit.kind === 'percentage' && edit.variant === undefined) return setShare(flag, edit.percentage);
      const message = 'Unleash has a percentage for a whole flag; variants are not set here.';
      throw new Failure({ code: 'FLAG_EDIT_UNSUPPORTED', message, remedy: 'Leave "variant" out.' });
    },
  };
}
