import { contentOf } from './repository.ts';
import { openSarif } from './code-scanning.ts';
import { invalid, type Rule } from './refused.ts';
import { GIT_RULES } from './git-rules.ts';
import { PULL_RULES } from './pull-rules.ts';
import type { Request } from './request.ts';

const DOCS = 'https://docs.github.com/en/rest';
const MOST_STATUSES = 1000;
const LONGEST_DESCRIPTION = 140;
const LONGEST_BODY = 65_536;

const isComparison = ({ route }: Request): boolean => route.id === 'repos/compare-commits-with-basehead';

/**
 * What a token needs for a route; of the others, `statuses`.
 * https://docs.github.com/en/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens
 */
const RIGHTS: Readonly<Record<string, string>> = {
  'repos/compare-commits-with-basehead': 'contents',
  'repos/list-deployments': 'deployments',
  'repos/list-deployment-statuses': 'deployments',
  'repos/create-deployment': 'deployments',
  'repos/create-deployment-status': 'deployments',
  'repos/codeowners-errors': 'contents',
  'actions/get-workflow-run-attempt': 'actions',
  'git/get-tree': 'contents',
  'git/get-blob': 'contents',
  'git/create-tree': 'contents',
  'git/create-commit': 'contents',
  'git/create-ref': 'contents',
  'git/update-ref': 'contents',
  'issues/list-comments': 'issues',
  'issues/create-comment': 'issues',
  'issues/update-comment': 'issues',
  'issues/delete-comment': 'issues',
  'issues/list-for-repo': 'issues',
  'issues/create': 'issues',
  'issues/update': 'issues',
  'pulls/list': 'pull_requests',
  'pulls/create': 'pull_requests',
  'pulls/update': 'pull_requests',
  'checks/list-for-ref': 'checks',
  'checks/create': 'checks',
  'checks/update': 'checks',
  'code-scanning/upload-sarif': 'security_events',
  'code-scanning/get-sarif': 'security_events',
};

const isWrite = ({ route }: Request): boolean => route.method !== 'GET';

/** https://docs.github.com/en/rest/authentication/authenticating-to-the-rest-api */
const authenticated: Rule = ({ token }, state) => {
  const documentation = `${DOCS}/authentication/authenticating-to-the-rest-api`;
  if (token === undefined) return { status: 401, message: 'Requires authentication', documentation };
  return state.permissions(token) === undefined ? { status: 401, message: 'Bad credentials', documentation } : undefined;
};

/** A repository that the token may not know of is not found: https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#404-not-found-for-an-existing-resource */
const knownRepository: Rule = ({ route, parameters: { owner, repo } }, state) =>
  state.repository(`${owner}/${repo}`) === undefined
    ? { status: 404, message: 'Not Found', documentation: route.documentation }
    : undefined;

/** https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible */
const permitted: Rule = (request, state) => {
  const right = RIGHTS[request.route.id] ?? 'statuses';
  const level = state.permissions(request.token ?? '')?.[right];
  if (level === 'write' || (level === 'read' && !isWrite(request))) return undefined;
  return {
    status: 403,
    message: 'Resource not accessible by integration',
    documentation: request.route.documentation,
    headers: { 'x-accepted-github-permissions': `${right}=${isWrite(request) ? 'write' : 'read'}` },
  };
};

/** https://docs.github.com/en/rest/repos/repos#list-codeowners-errors */
const knownOwnersFile: Rule = ({ route, parameters: { owner, repo } }, state) =>
  route.id === 'repos/codeowners-errors' && state.repository(`${owner}/${repo}`)?.codeOwnersErrors === undefined
    ? { status: 404, message: 'Not Found', documentation: route.documentation }
    : undefined;

/** The answer as it is seen: https://github.com/activebridge/projectr/issues/53 */
const wholeSha: Rule = (request) => {
  const { sha } = request.parameters;
  const whole = sha === undefined || /^[0-9a-f]{40}$/i.test(sha);
  return whole ? undefined : invalid(request, 'sha must be a 40 character SHA1', 'sha');
};

/** The answer as it is seen: https://github.com/kubernetes/test-infra/issues/21987 */
const knownCommit: Rule = (request, state) => {
  const { route, parameters } = request;
  if (isComparison(request)) {
    // https://docs.github.com/en/rest/commits/commits#compare-two-commits: what is not there is not found.
    const known = parameters['basehead']?.split('...').every((sha) => state.has(sha));
    return known ? undefined : { status: 404, message: 'Not Found', documentation: route.documentation };
  }
  const sha = parameters['sha'] ?? (route.id === 'git/update-ref' ? undefined : parameters['ref']);
  if (sha === undefined || state.has(sha)) return undefined;
  return { status: 422, message: `No commit found for SHA: ${sha}`, documentation: route.documentation };
};

/** https://docs.github.com/en/rest/deployments/deployments#create-a-deployment: what is deployed must be there. */
const knownRef: Rule = ({ route, body }, state) => {
  if (route.id !== 'repos/create-deployment' || state.has(String(body['ref']))) return undefined;
  return { status: 422, message: `No ref found for: ${String(body['ref'])}`, documentation: route.documentation };
};

/** What is not there is not found: https://docs.github.com/en/rest/git/trees#get-a-tree */
const knownObject: Rule = ({ route, parameters }, state) => {
  const { owner, repo, tree_sha: tree, file_sha: file, deployment_id: deployment, run_id: run } = parameters;
  const repository = state.repository(`${owner}/${repo}`) ?? {};
  const known =
    (tree === undefined || repository.files?.[tree] !== undefined) &&
    (file === undefined || contentOf(repository, file) !== undefined) &&
    (run === undefined || repository.runs?.[`${run}/attempts/${parameters['attempt_number']}`] !== undefined) &&
    (deployment === undefined || repository.deployments?.[Number(deployment) - 1] !== undefined);
  return known ? undefined : { status: 404, message: 'Not Found', documentation: route.documentation };
};

/** The answer as it is seen: https://github.com/zalando/zappr/issues/378 */
const shortDescription: Rule = (request) => {
  const { description } = request.body;
  const long = typeof description === 'string' && [...description].length > LONGEST_DESCRIPTION;
  return long
    ? invalid(request, `description is too long (maximum is ${LONGEST_DESCRIPTION} characters)`, 'description')
    : undefined;
};

/** The answer as it is seen: https://github.com/ouzi-dev/commit-status-updater/issues/526 */
const plainDescription: Rule = (request) => {
  const { description } = request.body;
  const wide = typeof description === 'string' && /[\u{10000}-\u{10ffff}]/u.test(description);
  return wide ? invalid(request, "description doesn't accept 4-byte Unicode", 'description') : undefined;
};

/**
 * https://docs.github.com/en/rest/commits/statuses#create-a-commit-status
 *
 * The answer as it is seen: https://github.com/screwdriver-cd/screwdriver/issues/387
 */
const fewStatuses: Rule = (request, state) => {
  if (request.route.id !== 'repos/create-commit-status') return undefined;
  const context = String(request.body['context'] ?? 'default').toLowerCase();
  const same = state.statuses(request.parameters['sha'] ?? '').filter((status) => status.context.toLowerCase() === context);
  const message = 'This SHA and context has reached the maximum number of statuses.';
  return same.length >= MOST_STATUSES ? invalid(request, message) : undefined;
};

/** https://docs.github.com/en/rest/checks/runs#create-a-check-run: the conclusion is required when the status is completed. */
const concluded: Rule = (request) => {
  const { status, conclusion } = request.body;
  const open = request.route.id.startsWith('checks/') && status === 'completed' && conclusion === undefined;
  return open ? invalid(request, 'conclusion is required when status is completed', 'conclusion') : undefined;
};

/** The answer as it is seen: https://github.com/telia-oss/github-pr-resource/issues/259 */
const shortBody: Rule = (request) => {
  const { body } = request.body;
  const long = request.route.id.startsWith('issues/') && typeof body === 'string' && body.length > LONGEST_BODY;
  return long ? invalid(request, `body is too long (maximum is ${LONGEST_BODY} characters)`, 'body') : undefined;
};

/** https://docs.github.com/en/rest/code-scanning/code-scanning#upload-an-analysis-as-sarif-data */
const scannedRepository: Rule = ({ route, parameters: { owner, repo } }, state) =>
  route.id.startsWith('code-scanning/') && state.repository(`${owner}/${repo}`)?.codeScanning === false
    ? {
        status: 403,
        message: 'Advanced Security must be enabled for this repository to use code scanning.',
        documentation: route.documentation,
      }
    : undefined;

/** The file must be packed with gzip and written in base64, and its commit must be there. */
const readableSarif: Rule = (request, state) => {
  if (request.route.id !== 'code-scanning/upload-sarif') return undefined;
  const { sarif, commit_sha: sha } = request.body;
  if (typeof sarif !== 'string' || openSarif(sarif) === undefined)
    return {
      status: 400,
      message: 'Invalid SARIF. The file is not gzipped and base64-encoded JSON.',
      documentation: request.route.documentation,
    };
  return state.has(String(sha))
    ? undefined
    : { status: 422, message: `commit not found: ${String(sha)}`, documentation: request.route.documentation };
};

const knownUpload: Rule = ({ route, parameters: { sarif_id: id } }, state) =>
  id === undefined || state.uploads.some((each) => each.id === id)
    ? undefined
    : { status: 404, message: 'Not Found', documentation: route.documentation };

/** What was deleted or never written is not found: https://docs.github.com/en/rest/issues/comments#update-an-issue-comment */
const knownPost: Rule = ({ route, parameters }, state) => {
  const { comment_id: comment, check_run_id: check, issue_number: issue } = parameters;
  const has = (all: readonly { readonly id: number }[], id: string | undefined): boolean =>
    id === undefined || all.some((each) => each.id === Number(id));
  const issues = route.id === 'issues/update' ? has(state.issues, issue) : true;
  const known = issues && has(state.comments, comment) && has(state.checkRuns, check);
  return known ? undefined : { status: 404, message: 'Not Found', documentation: route.documentation };
};

/** Every rule, in the order in which GitHub asks: who, may they, is it there, is it right. */
export const RULES: readonly Rule[] = [
  authenticated,
  knownRepository,
  permitted,
  wholeSha,
  knownCommit,
  knownRef,
  knownObject,
  knownOwnersFile,
  knownPost,
  ...PULL_RULES,
  ...GIT_RULES,
  scannedRepository,
  readableSarif,
  knownUpload,
  concluded,
  shortBody,
  shortDescription,
  plainDescription,
  fewStatuses,
];
