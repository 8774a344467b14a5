import { Failure } from '@slipway/failure';
import type { Http } from '@slipway/system';
import type { Applied, FlagProvider } from './provider.ts';
import { askServer, type FlagServer } from './server.ts';

interface Strategy {
  readonly id: string;
  readonly name: string;
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
    const [from = '100', to] = [parameters['rollout'], String(percentage)];
    if (from === to) return { changed: false, changes: [] };
    const body = [{ op: 'replace', path: '/parameters/rollout', value: to }];
    const request = { method: 'PATCH', path: `${path(flag)}/strategies/${encodeURIComponent(id)}`, body } as const;
    await askServer(server, http, `set the percentage of ${flag}`, request);
    return { changed: true, changes: [`${flag}: ${from} % to ${to} %`] };
  };
  return {
    apply: async (flag, edit) => {
      if (edit.kind === 'state') return switchTo(flag, edit.state === 'ENABLED');
      if (edit.kind === 'percentage' && edit.variant === undefined) return setShare(flag, edit.percentage);
      const message = 'Unleash has a percentage for a whole flag; variants are not set here.';
      throw new Failure({ code: 'FLAG_EDIT_UNSUPPORTED', message, remedy: 'Leave "variant" out.' });
    },
  };
}
