import { sameStanding, type Standing } from '@slipway/flags';
import { Failure, type Problem } from '@slipway/failure';
import type { Http } from '@slipway/system';
import type { FlagProvider } from './provider.ts';
import { askServer, type FlagServer } from './server.ts';

interface Variation {
  readonly _id: string;
  readonly name?: string;
  readonly value: unknown;
}

interface Rollout {
  readonly variations: readonly { readonly variation: number; readonly weight: number }[];
  readonly kind?: string;
}

interface Environment {
  readonly on: boolean;
  /** What those get who no rule concerns: the number of a variation, or shares. */
  readonly fallthrough?: { readonly variation?: number; readonly rollout?: Rollout };
}

interface Flag {
  readonly variations: readonly Variation[];
  readonly environments: Readonly<Record<string, Environment>>;
}

/** Where a flag lies. */
export interface LaunchDarklyPlace {
  readonly project: string;
  readonly environment: string;
  readonly reason: string | undefined;
}

/** Weights are thousandths of a percent. */
const WHOLE = 100_000;
const SEMANTIC = 'application/json; domain-model=launchdarkly.semanticpatch';

const nameOf = ({ name, value }: Variation): string => name ?? String(value);

/** The two variations of a flag: whose share is meant, and the other one. */
function pairOf(flag: string, { variations }: Flag, variant: string | undefined): readonly [Variation, Variation] {
  const chosen = variations.find((each) => (variant === undefined ? true : nameOf(each) === variant));
  const [other, ...more] = variations.filter((each) => each !== chosen);
  if (chosen !== undefined && other !== undefined && more.length === 0) return [chosen, other];
  const message = `"${flag}" has the variations ${variations.map(nameOf).join(', ')}.`;
  const remedy = 'A percentage is set where a flag has two, one of them named by "variant".';
  throw new Failure({ code: 'FLAG_SHARES', message, remedy });
}

function weightsOf(flag: string, found: Flag, percentage: number, variant: string | undefined): Record<string, number> {
  const [chosen, other] = pairOf(flag, found, variant);
  const weight = Math.round(percentage * 1000);
  return { [chosen._id]: weight, [other._id]: WHOLE - weight };
}

function standingOf(flag: string, found: Flag, { on, fallthrough = {} }: Environment, variant: string | undefined): Standing {
  const [chosen] = pairOf(flag, found, variant);
  const index = found.variations.indexOf(chosen);
  const weight = fallthrough.rollout?.variations.find(({ variation }) => variation === index)?.weight;
  const share = fallthrough.rollout === undefined ? (fallthrough.variation === index ? WHOLE : 0) : (weight ?? 0);
  return { on, share: share / 1000, variant: nameOf(chosen) };
}

/** An experiment draws its own users, and an end of it draws them anew. */
function drawProblems(flag: string, { fallthrough = {} }: Environment): readonly Problem[] {
  if (fallthrough.rollout?.kind !== 'experiment') return [];
  const message = `"${flag}" runs an experiment there, whose users are drawn by it and not by a percentage.`;
  return [{ code: 'FLAG_COHORT_MOVED', message, remedy: 'End the experiment first.' }];
}

/** LaunchDarkly by semantic patches (https://launchdarkly.com/docs/api/feature-flags/update-feature-flag). */
export function launchDarklyFlags(server: FlagServer, place: LaunchDarklyPlace, http: Http): FlagProvider {
  const { project, environment, reason } = place;
  const path = (flag: string): string => `/api/v2/flags/${encodeURIComponent(project)}/${encodeURIComponent(flag)}`;
  const read = async (flag: string): Promise<Flag> =>
    (await askServer(server, http, `read ${flag}`, { path: `${path(flag)}?env=${encodeURIComponent(environment)}` })) as Flag;
  const patch = async (flag: string, instructions: readonly object[], why = reason): Promise<void> => {
    const body = { environmentKey: environment, instructions, ...(why !== undefined && { comment: why }) };
    await askServer(server, http, `change ${flag}`, { method: 'PATCH', path: path(flag), body, contentType: SEMANTIC });
  };
  const placed = async (flag: string) => {
    const found = await read(flag);
    const there = found.environments[environment];
    if (there !== undefined) return { found, there };
    const message = `"${flag}" has no environment "${environment}".`;
    throw new Failure({ code: 'FLAG_ABSENT', message, remedy: 'Check "environment".' });
  };
  return {
    standing: async (flag, variant) => {
      const { found, there } = await placed(flag);
      return standingOf(flag, found, there, variant);
    },
    climbProblems: async (flag) => drawProblems(flag, (await placed(flag)).there),
    move: async (flag, variant, { from, to, note }) => {
      const { found, there } = await placed(flag);
      const now = standingOf(flag, found, there, variant);
      if (!sameStanding(now, from) && !sameStanding(now, to)) return { kind: 'superseded', found: now };
      if (sameStanding(now, to)) return { kind: 'moved', changed: false, changes: [] };
      const rolloutWeights = weightsOf(flag, found, to.share, variant);
      const share = { kind: 'updateFallthroughVariationOrRollout', rolloutWeights };
      const state = now.on === to.on ? [] : [{ kind: to.on ? 'turnFlagOn' : 'turnFlagOff' }];
      await patch(flag, [share, ...state], note.reason);
      return { kind: 'moved', changed: true, changes: [`${flag}: ${now.share} % to ${to.share} %`] };
    },
    apply: async (flag, edit) => {
      const { found, there } = await placed(flag);
      if (edit.kind === 'state') {
        const on = edit.state === 'ENABLED';
        if (there.on === on) return { changed: false, changes: [] };
        await patch(flag, [{ kind: on ? 'turnFlagOn' : 'turnFlagOff' }]);
        return { changed: true, changes: [`${flag}: ${on ? 'off to on' : 'on to off'}`] };
      }
      if (edit.kind === 'default')
        throw new Failure({
          code: 'FLAG_EDIT_UNSUPPORTED',
          message: 'The default of LaunchDarkly is not set here.',
          remedy: 'Give "percentage".',
        });
      const rolloutWeights = weightsOf(flag, found, edit.percentage, edit.variant);
      await patch(flag, [{ kind: 'updateFallthroughVariationOrRollout', rolloutWeights }]);
      return { changed: true, changes: [`${flag}: ${edit.percentage} %`] };
    },
  };
}
