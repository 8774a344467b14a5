import { liveJudge } from '@slipway/compatibility';
import type { Api } from '@slipway/openapi';
import type { Judge } from './sending.ts';

/** Judges answers by the service's own description, and keeps what could not be judged by it. */
export interface DescriptionJudge {
  readonly judge: Judge;
  /** One sentence without a full stop each. */
  readonly unjudged: ReadonlySet<string>;
}

/** Starts judging by a description. The answer that redirects lead to is not that of the request, and is left alone. */
export function descriptionJudge(api: Api): DescriptionJudge {
  const live = liveJudge(api);
  const unjudged = new Set<string>();
  const judge: Judge = ({ status, headers, body, redirects }, { method }, path) => {
    if (redirects.length > 0) return [];
    const deviations = live({ method, path: path.replace(/\?.*$/s, ''), status, headers, body });
    for (const { kind, message } of deviations) if (kind === 'unjudged') unjudged.add(message);
    return deviations.flatMap(({ kind, message, description: { file, line } }) => {
      const place = line === undefined ? file : `${file}:${line}`;
      return kind === 'wrong' ? [{ at: [], message: `the service breaks its own description ${place}: ${message}` }] : [];
    });
  };
  return { judge, unjudged };
}
