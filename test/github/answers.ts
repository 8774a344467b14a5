import { type Answering, paged } from './answer.ts';
import type { Request } from './request.ts';
import { comparison } from './comparison.ts';
import { blobOf, createDeployment, createStatus, deploymentsOf, statusesOf, treeOf } from './deployments.ts';
import { CODE_SCANNING_ANSWERS } from './code-scanning.ts';
import { GIT_ANSWERS } from './git-data.ts';
import { PULL_ANSWERS } from './pulls.ts';
import { POST_ANSWERS } from './posts.ts';
import type { StandInRepository } from './repository.ts';
import type { State, Status } from './state.ts';

/** Fields of accounts and repositories that are addresses, which no one of ours reads. */
const ACCOUNT_ADDRESSES =
  'avatar events followers following gists html organizations received_events repos starred subscriptions';
const REPOSITORY_ADDRESSES = `archive assignees blobs branches collaborators comments commits compare contents contributors deployments
  downloads events forks git_commits git_refs git_tags hooks html issue_comment issue_events issues keys labels languages merges
  milestones notifications pulls releases stargazers statuses subscribers subscription tags teams trees`;

function addresses(names: string, base: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(/\s+/).map((name) => [`${name}_url`, `${base}/${name}`]));
}

function account(login: string, origin: string): object {
  const url = `${origin}/users/${login}`;
  const facts = { login, id: 1, node_id: 'U_1', gravatar_id: '', type: 'Bot', site_admin: false, url };
  return { ...facts, ...addresses(ACCOUNT_ADDRESSES, url) };
}

function repositoryOf({ parameters: { owner = '', repo = '' } }: Request, origin: string): object {
  const url = `${origin}/repos/${owner}/${repo}`;
  const facts = {
    id: 1,
    node_id: 'R_1',
    name: repo,
    full_name: `${owner}/${repo}`,
    private: true,
    fork: false,
    description: null,
  };
  return { ...facts, url, owner: account(owner, origin), ...addresses(REPOSITORY_ADDRESSES, url) };
}

/** An attempt of a workflow run; only its id and its status are looked at. */
function runOf(status: string, id: number, url: string, repository: object): object {
  const at = `${url}/actions/runs/${id}`;
  const text = { node_id: `WFR_${id}`, head_branch: 'main', display_title: 'pipeline', event: 'push', path: 'p.yml' };
  const names = 'jobs logs check_suite cancel rerun artifacts workflow html';
  const facts = { id, run_number: 1, workflow_id: 1, head_sha: '0'.repeat(40), head_commit: null, pull_requests: [] };
  const times = { created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z' };
  const conclusion = status === 'completed' ? 'cancelled' : null;
  return {
    ...facts,
    ...text,
    ...times,
    ...addresses(names, at),
    url: at,
    status,
    conclusion,
    repository,
    head_repository: repository,
  };
}

function simple(status: Status, sha: string, origin: string): object {
  const url = `${origin}/statuses/${sha}`;
  return { ...status, url, node_id: `SC_${status.id}`, avatar_url: null, updated_at: status.created_at };
}

const whole = (status: Status, sha: string, origin: string): object => ({
  ...simple(status, sha, origin),
  creator: account('github-actions[bot]', origin),
});

/** https://docs.github.com/en/rest/commits/statuses#get-the-combined-status-for-a-specific-reference */
function combinedState(latest: readonly Status[]): string {
  if (latest.some(({ state }) => state === 'error' || state === 'failure')) return 'failure';
  return latest.length === 0 || latest.some(({ state }) => state === 'pending') ? 'pending' : 'success';
}

function held({ parameters: { owner, repo } }: Request, state: State, origin: string): { of: StandInRepository; url: string } {
  return { of: state.repository(`${owner}/${repo}`) ?? {}, url: `${origin}/repos/${owner}/${repo}` };
}

/** What each route does, by GitHub's own name of it. */
export const ANSWERS: Readonly<Record<string, Answering>> = {
  ...POST_ANSWERS,
  ...CODE_SCANNING_ANSWERS,
  ...PULL_ANSWERS,
  ...GIT_ANSWERS,
  'repos/create-commit-status': ({ parameters: { sha = '' }, body }, state, origin) => ({
    status: 201,
    body: whole(state.add(sha, body), sha, origin),
  }),
  'repos/list-commit-statuses-for-ref': ({ parameters: { owner, repo, ref = '' }, query }, state, origin) => {
    const { page, link } = paged(state.statuses(ref), query, `${origin}/repos/${owner}/${repo}/commits/${ref}/statuses`);
    return { status: 200, body: page.map((status) => whole(status, ref, origin)), headers: link };
  },
  'repos/compare-commits-with-basehead': ({ parameters: { owner, repo, basehead = '' } }, state, origin) => {
    const [base = '', head = ''] = basehead.split('...');
    const body = comparison(state, base, head, `${origin}/repos/${owner}/${repo}/compare/${basehead}`);
    return body === undefined ? { status: 404, body: { message: 'No common ancestor', status: '404' } } : { status: 200, body };
  },
  'repos/list-deployments': (request, state, origin) => {
    const { of, url } = held(request, state, origin);
    const { page, link } = paged(deploymentsOf(of, request, url), request.query, `${url}/deployments`);
    return { status: 200, body: page, headers: link };
  },
  'repos/list-deployment-statuses': (request, state, origin) => {
    const { of, url } = held(request, state, origin);
    const id = request.parameters['deployment_id'] ?? '';
    const { page, link } = paged(statusesOf(of, Number(id), url), request.query, `${url}/deployments/${id}/statuses`);
    return { status: 200, body: page, headers: link };
  },
  'repos/create-deployment': (request, state, origin) => {
    const { of, url } = held(request, state, origin);
    return { status: 201, body: createDeployment(of, request, url) };
  },
  'repos/create-deployment-status': (request, state, origin) => {
    const { of, url } = held(request, state, origin);
    return { status: 201, body: createStatus(of, request, url) };
  },
  'repos/codeowners-errors': (request, state, origin) => {
    const { codeOwnersErrors = [] } = held(request, state, origin).of;
    return {
      status: 200,
      body: { errors: codeOwnersErrors.map((each) => ({ ...each, column: 1, source: '', suggestion: null })) },
    };
  },
  'actions/get-workflow-run-attempt': (request, state, origin) => {
    const { of, url } = held(request, state, origin);
    const { run_id: id = '', attempt_number: attempt = '' } = request.parameters;
    return {
      status: 200,
      body: runOf(of.runs?.[`${id}/attempts/${attempt}`] ?? '', Number(id), url, repositoryOf(request, origin)),
    };
  },
  'git/get-tree': (request, state, origin) => {
    const { of, url } = held(request, state, origin);
    return { status: 200, body: treeOf(of, request.parameters['tree_sha'] ?? '', url) };
  },
  'git/get-blob': (request, state, origin) => {
    const { of, url } = held(request, state, origin);
    return { status: 200, body: blobOf(of, request.parameters['file_sha'] ?? '', url) };
  },
  'repos/get-combined-status-for-ref': (request, state, origin) => {
    const sha = request.parameters['ref'] ?? '';
    const latest = state.latest(sha);
    const repository = repositoryOf(request, origin);
    const url = `${origin}/commits/${sha}`;
    const statuses = paged(latest, request.query, `${url}/status`).page.map((status) => simple(status, sha, origin));
    const facts = { state: combinedState(latest), sha, total_count: latest.length, statuses };
    return { status: 200, body: { ...facts, repository, commit_url: url, url: `${url}/status` } };
  },
};
