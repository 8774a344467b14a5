import { Failure } from '@slipway/failure';
import type { Http } from '@slipway/system';
import type { FlagProvider } from './provider.ts';
import { askServer, type FlagServer } from './server.ts';

interface Variation {
  readonly _id: string;
  readonly name?: string;
  readonly value: unknown;
}

interface Flag {
  readonly variations: readonly Variation[];
  readonly environments: Readonly<
    Record<
      string,
      {
        readonly on: boolean;
        readonly fallthrough?: { readonly rollout?: { readonly variations: readonly { variation: number; weight: number }[] } };
      }
    >
  >;
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

function weightsOf(flag: string, { variations }: Flag, percentage: number, variant: string | undefined): Record<string, number> {
  const nameOf = ({ name, value }: Variation): string => name ?? String(value);
  const chosen = variations.find((each) => (variant === undefined ? true : nameOf(each) === variant));
  const [other, ...more] = variations.filter((each) => each !== chosen);
  if (chosen === undefined || other === undefined || more.length > 0) {
    const message = `"${flag}" has the variations ${variations.map(nameOf).join(', ')}.`;
    throw new Failure({
      code: 'FLAG_SHARES',
      message,
      remedy: 'A percentage is set where a flag has two, one of them named by "variant".',
    });
  }
  const weight = Math.round(percentage * 1000);
  return { [chosen._id]: weight, [other._id]: WHOLE - weight };
}

/** LaunchDarkly by semantic patches (https://launchdarkly.com/docs/api/feature-flags/update-feature-flag). */
export function launchDarklyFlags(server: FlagServer, place: LaunchDarklyPlace, http: Http): FlagProvider {
  const { project, environment, reason } = place;
  const path = (flag: string): string => `/api/v2/flags/${encodeURIComponent(project)}/${encodeURIComponent(flag)}`;
  const read = async (flag: string): Promise<Flag> =>
    (await askServer(server, http, `read ${flag}`, { path: `${path(flag)}?env=${encodeURIComponent(environment)}` })) as Flag;
  const patch = async (flag: string, instructions: readonly object[]): Promise<void> => {
    const body = { environmentKey: environment, instructions, ...(reason !== undefined && { comment: reason }) };
    await askServer(server, http, `change ${flag}`, { method: 'PATCH', path: path(flag), body, contentType: SEMANTIC });
  };
  return {
    apply: async (flag, edit) => {
      const found = await read(flag);
      const there = found.environments[environment];
      if (there === undefined)
        throw new Failure({
          code: 'FLAG_ABSENT',
          message: `"${flag}" has no environment "${environment}".`,
          remedy: 'Check "environment".',
        });
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
