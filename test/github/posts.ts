import { type Answering, paged } from './answer.ts';
import type { Checked, State, Written } from './state.ts';

const TIME = '2026-01-01T00:00:00Z';
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function commentOf({ id, body }: Written, url: string): object {
  const addresses = { url: `${url}/issues/comments/${id}`, html_url: url, issue_url: `${url}/issues/1` };
  const facts = { id, node_id: `IC_${id}`, body, user: null, author_association: 'NONE', created_at: TIME, updated_at: TIME };
  return { ...facts, ...addresses };
}

function issueOf({ id, title, body, labels, state }: Written, url: string): object {
  const own = `${url}/issues/${id}`;
  const addresses = { url: own, comments_url: own, events_url: own, html_url: own, labels_url: own, repository_url: url };
  const nobody = { assignee: null, milestone: null, user: null, closed_at: null, author_association: 'NONE' };
  const facts = { id, number: id, node_id: `I_${id}`, title, body, labels, state, locked: false, comments: 0 };
  return { ...facts, ...nobody, ...addresses, created_at: TIME, updated_at: TIME };
}

function checkRunOf({ id, sha, name, conclusion, externalId, title, summary, annotations }: Checked, url: string): object {
  const own = `${url}/check-runs/${id}`;
  const counts = { annotations_count: annotations.length, annotations_url: own };
  const output = { title, summary, text: null, ...counts };
  const times = { started_at: TIME, completed_at: TIME };
  const facts = { id, node_id: `CR_${id}`, head_sha: sha, name, status: 'completed', conclusion, external_id: externalId };
  return {
    ...facts,
    ...times,
    url: own,
    html_url: own,
    details_url: own,
    output,
    check_suite: null,
    app: null,
    pull_requests: [],
  };
}

/** Replaces what has that id, and gives what is there now. */
function change<T extends { readonly id: number }>(all: T[], id: string | undefined, fields: Partial<T>): T {
  const index = all.findIndex((each) => each.id === Number(id));
  const found = all[index];
  if (found === undefined) throw new Error(`The rules let ${id} pass, which is not there.`);
  const changed = { ...found, ...fields };
  all[index] = changed;
  return changed;
}

/** What a body's `output` says: https://docs.github.com/en/rest/checks/runs#update-a-check-run, annotations are appended. */
function outputOf(body: Readonly<Record<string, unknown>>): Pick<Checked, 'title' | 'summary' | 'annotations'> {
  const { title, summary, annotations } = (body['output'] ?? {}) as {
    title?: unknown;
    summary?: unknown;
    annotations?: readonly object[];
  };
  return { title: text(title), summary: text(summary), annotations: annotations ?? [] };
}

/** https://docs.github.com/en/rest/checks/runs#list-check-runs-for-a-git-reference: `latest` is one of each name, `all` is all. */
function runsOf(state: State, sha: string, query: URLSearchParams): readonly Checked[] {
  const name = query.get('check_name');
  const same = state.checkRuns.filter((run) => run.sha === sha && (name === null || run.name === name));
  return query.get('filter') === 'all' ? same : [...new Map(same.map((run) => [run.name, run])).values()];
}

/** Comments, issues and check runs, by GitHub's own name of each route. */
export const POST_ANSWERS: Readonly<Record<string, Answering>> = {
  'issues/list-comments': ({ parameters, query }, state, origin) => {
    const own = state.comments.filter(({ on }) => on === parameters['issue_number']);
    const { page, link } = paged(own, query, `${origin}/comments`);
    return { status: 200, body: page.map((each) => commentOf(each, origin)), headers: link };
  },
  'issues/create-comment': ({ parameters, body }, state, origin) => {
    const on = parameters['issue_number'] ?? '';
    const comment = { id: state.nextId(), on, title: '', body: text(body['body']), labels: [], state: 'open' };
    state.comments.push(comment);
    return { status: 201, body: commentOf(comment, origin) };
  },
  'issues/update-comment': ({ parameters, body }, state, origin) => ({
    status: 200,
    body: commentOf(change(state.comments, parameters['comment_id'], { body: text(body['body']) }), origin),
  }),
  'issues/delete-comment': ({ parameters }, state) => {
    const index = state.comments.findIndex(({ id }) => id === Number(parameters['comment_id']));
    state.comments.splice(index, 1);
    return { status: 204, body: undefined };
  },
  'issues/list-for-repo': ({ query }, state, origin) => {
    const label = query.get('labels');
    const wanted = (query.get('state') ?? 'open').replace('all', '');
    const found = state.issues
      .filter((issue) => issue.state.includes(wanted) && (label === null || issue.labels.includes(label)))
      .toReversed();
    const { page, link } = paged(found, query, `${origin}/issues`);
    return { status: 200, body: page.map((each) => issueOf(each, origin)), headers: link };
  },
  'issues/create': ({ body }, state, origin) => {
    const labels = (body['labels'] ?? []) as readonly string[];
    const issue = { id: state.nextId(), title: text(body['title']), body: text(body['body']), labels, state: 'open' };
    state.issues.push(issue);
    return { status: 201, body: issueOf(issue, origin) };
  },
  'issues/update': ({ parameters, body }, state, origin) => {
    const fields = Object.fromEntries(['body', 'state'].flatMap((name) => (name in body ? [[name, text(body[name])]] : [])));
    return { status: 200, body: issueOf(change(state.issues, parameters['issue_number'], fields), origin) };
  },
  'checks/list-for-ref': ({ parameters, query }, state, origin) => {
    const runs = runsOf(state, parameters['ref'] ?? '', query);
    const { page, link } = paged(runs, query, `${origin}/check-runs`);
    const body = { total_count: runs.length, check_runs: page.map((run) => checkRunOf(run, origin)) };
    return { status: 200, body, headers: link };
  },
  'checks/create': ({ body }, state, origin) => {
    const named = { sha: text(body['head_sha']), name: text(body['name']), conclusion: text(body['conclusion']) || null };
    const run = { id: state.nextId(), ...named, externalId: text(body['external_id']) || null, ...outputOf(body) };
    state.checkRuns.push(run);
    return { status: 201, body: checkRunOf(run, origin) };
  },
  'checks/update': ({ parameters, body }, state, origin) => {
    const { annotations, ...output } = outputOf(body);
    const before = state.checkRuns.find(({ id }) => id === Number(parameters['check_run_id']));
    const fields = {
      ...output,
      annotations: [...(before?.annotations ?? []), ...annotations],
      ...('external_id' in body && { externalId: text(body['external_id']) }),
    };
    return { status: 200, body: checkRunOf(change(state.checkRuns, parameters['check_run_id'], fields), origin) };
  },
};
