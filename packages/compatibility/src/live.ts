import { oneLine } from '@slipway/contract';
import {
  type Api,
  Inclusion,
  locate,
  nameOf,
  type Operation,
  type Response,
  responseFor,
  type Spot,
  wordsOf,
} from '@slipway/openapi';
import type { Location } from '@slipway/failure';
import { bodyDeviations } from './live-body.ts';
import { headerDeviations } from './live-header.ts';
import { routeOf } from './route.ts';

/** An answer that a running provider gave, and the request that it is to. */
export interface LiveAnswer {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** One thing about an answer that its provider's own description says otherwise, or that could not be judged. */
export interface Deviation {
  /** Stable, for scripts. */
  readonly rule: string;
  /** An answer is `unjudged` where the description says nothing of it, or says it in terms that are not reasoned about. */
  readonly kind: 'wrong' | 'unjudged';
  /** One sentence without a full stop. */
  readonly message: string;
  /** Where the description says it. */
  readonly description: Location;
}

function operationDeviations(api: Api, { method, path, status }: LiveAnswer): readonly Deviation[] {
  // Both agree that there is no such operation.
  if (status === 404 || status === 405 || status === 501) return [];
  const message = `${method} ${path} was answered with ${status}, and the description has no such operation`;
  return [{ rule: 'answer-operation-undocumented', kind: 'wrong', message, description: locate(api.root) }];
}

function statusDeviation(operation: Operation, status: number): Deviation {
  const known = operation.responses.map((each) => each.status).join(', ') || 'no status';
  const message = `${nameOf(operation)} was answered with ${status}, and the description names ${known}`;
  return { rule: 'answer-status-undocumented', kind: 'wrong', message, description: locate(operation.at) };
}

function deviations(operation: Operation, described: Response, answer: LiveAnswer): readonly Deviation[] {
  const spot: Spot = { operation: nameOf(operation), side: 'response', status: String(answer.status), part: 'body', path: [] };
  const inclusion = new Inclusion('answer');
  const found = [...headerDeviations(described, answer, spot, inclusion), ...bodyDeviations(described, answer, spot, inclusion)];
  return found.map(({ rule, kind, spot: where, words, at }) => {
    return { rule, kind, message: oneLine(`${wordsOf(where)} ${words}`), description: locate(at) };
  });
}

/**
 * Starts judging live answers by one description: status, headers, media type and body.
 *
 * JSON bodies are judged to their last value, texts as one value; bodies of other types by their type alone, which is told
 * where the description says more.
 */
export function liveJudge(api: Api): (answer: LiveAnswer) => readonly Deviation[] {
  return (answer) => {
    const route = routeOf(api, answer.method, answer.path);
    if (route === undefined) return operationDeviations(api, answer);
    const described = responseFor(route.operation.responses, String(answer.status));
    if (described === undefined) return [statusDeviation(route.operation, answer.status)];
    return deviations(route.operation, described, answer);
  };
}
