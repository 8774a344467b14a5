import type { MemoryPull } from '@slipway/github/memory';
import type { Answering } from './answer.ts';
import { leastOf } from './description.ts';
import type { State } from './state.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function shown(kind: string, pull: MemoryPull, number: number, url: string): object {
  const { title, body, state, head, base } = pull;
  const least = leastOf(kind) as { readonly head: object; readonly base: object };
  const facts = { number, id: number, title, body, state, html_url: `${url}/pull/${number}` };
  return { ...least, ...facts, head: { ...least.head, ref: head }, base: { ...least.base, ref: base } };
}

function found(state: State, query: URLSearchParams, owner: string | undefined): readonly (readonly [MemoryPull, number])[] {
  const [head, base, wanted] = [query.get('head'), query.get('base'), query.get('state') ?? 'open'];
  return (
    state.pulls
      .map((pull, index) => [pull, index + 1] as const)
      .filter(([pull]) => wanted === 'all' || pull.state === wanted)
      // https://docs.github.com/en/rest/pulls/pulls#list-pull-requests: a head without its owner is passed over.
      .filter(([pull]) => head === null || !head.includes(':') || head === `${owner}:${pull.head}`)
      .filter(([pull]) => base === null || pull.base === base)
  );
}

/** Pull requests, by GitHub's own name of each route. */
export const PULL_ANSWERS: Readonly<Record<string, Answering>> = {
  'pulls/list': ({ parameters: { owner }, query }, state, origin) => ({
    status: 200,
    body: found(state, query, owner).map(([pull, number]) => shown('pull-request-simple', pull, number, origin)),
  }),
  'pulls/create': ({ body }, state, origin) => {
    const [title, head, base] = [text(body['title']), text(body['head']), text(body['base'])];
    const pull: MemoryPull = { title, body: text(body['body']), head, base, state: 'open' };
    state.pulls.push(pull);
    return { status: 201, body: shown('pull-request', pull, state.pulls.length, origin) };
  },
  'pulls/update': ({ parameters, body }, state, origin) => {
    const number = Number(parameters['pull_number']);
    const before = state.pulls[number - 1];
    if (before === undefined) throw new Error(`The rules let pull request ${number} pass, which is not there.`);
    const fields = Object.fromEntries(
      ['title', 'body', 'state'].flatMap((name) => (name in body ? [[name, text(body[name])]] : [])),
    );
    const after = { ...before, ...fields } as MemoryPull;
    state.pulls[number - 1] = after;
    return { status: 200, body: shown('pull-request', after, number, origin) };
  },
};
