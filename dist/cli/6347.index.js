export const id = 6347;
export const ids = [6347];
export const modules = {

/***/ 520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dV: () => (/* binding */ SUPERSEDED_OUTPUT),
/* harmony export */   k7: () => (/* binding */ annotationBatches),
/* harmony export */   ls: () => (/* binding */ SUPERSEDED),
/* harmony export */   mW: () => (/* binding */ fitSummary)
/* harmony export */ });
/* unused harmony export ANNOTATIONS_A_REQUEST */
/** The id of content of a check run for which a newer one stands. */
const SUPERSEDED = 'superseded';
/** What a check run says for which a newer one stands. Its conclusion stays, for it must not let through what the newer stops. */
const SUPERSEDED_OUTPUT = {
    title: 'Superseded',
    summary: 'A newer check run of this name on the same commit stands for this one.',
};
/** https://docs.github.com/en/rest/checks/runs#create-a-check-run */
const ANNOTATIONS_A_REQUEST = 50;
const MOST_SUMMARY = 65_535;
const CUT = '\n\nThere is more than fits here; the job summary has all of it.';
/** A summary within the limit of GitHub, cut at a line, with a word about it. */
function fitSummary(summary, most = MOST_SUMMARY) {
    // Counted in bytes, which are never fewer than whatever GitHub counts.
    const bytes = new TextEncoder().encode(summary);
    if (bytes.length <= most)
        return summary;
    const kept = new TextDecoder().decode(bytes.slice(0, most - CUT.length));
    const lastLine = kept.lastIndexOf('\n');
    return kept.slice(0, lastLine < 0 ? kept.length - 1 : lastLine) + CUT;
}
/** The annotations in the batches in which GitHub takes them; at least one batch, which may be empty. */
function annotationBatches(annotations) {
    const count = Math.max(1, Math.ceil(annotations.length / ANNOTATIONS_A_REQUEST));
    return Array.from({ length: count }, (_, index) => annotations.slice(index * ANNOTATIONS_A_REQUEST, (index + 1) * ANNOTATIONS_A_REQUEST));
}


/***/ }),

/***/ 71680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QC: () => (/* binding */ tellRefusal),
/* harmony export */   k6: () => (/* binding */ outcomeOfRefusal),
/* harmony export */   l0: () => (/* binding */ pauseAfter),
/* harmony export */   oV: () => (/* binding */ limitMs)
/* harmony export */ });
const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 120_000;
/** What GitHub asks for when a secondary limit's answer names no time. */
const LIMIT_PAUSE_MS = 60_000;
function isLimit({ status, message, headers }) {
    if (status === 429)
        return true;
    const told = headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0';
    return status === 403 && (told || /rate limit/i.test(message));
}
/** How long GitHub asks to be left alone, in milliseconds; undefined when no limit was reached. */
function limitMs(refusal, now) {
    return isLimit(refusal) ? limitPause(refusal, now) : undefined;
}
function limitPause({ headers }, now) {
    const seconds = Number(headers['retry-after'] ?? Number.NaN);
    if (seconds >= 0)
        return seconds * 1000;
    const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN) * 1000;
    return headers['x-ratelimit-remaining'] === '0' && reset > 0 ? Math.max(0, reset - now) : LIMIT_PAUSE_MS;
}
/**
 * How long to wait before the request is sent again.
 *
 * @param attempt counts from 1, and is the one that was just refused.
 * @returns undefined when another attempt would be refused as well, would come too late, or was the last.
 */
function pauseAfter(refusal, attempt, now) {
    if (attempt >= ATTEMPTS)
        return undefined;
    const limit = limitMs(refusal, now);
    if (limit !== undefined)
        return limit <= LONGEST_PAUSE_MS ? limit : undefined;
    const passing = refusal.status === undefined || refusal.status >= 500;
    return passing ? FIRST_PAUSE_MS * 2 ** (attempt - 1) : undefined;
}
/** The refusal in words. */
function tellRefusal({ status, message }) {
    const text = message.trim().replace(/\.$/, '');
    return status === undefined ? text : `GitHub answered ${status}: ${text}`;
}
/** What a write came to that was refused for good. */
function outcomeOfRefusal(refusal) {
    const message = `${tellRefusal(refusal)}.`;
    const { status } = refusal;
    const failed = (code, remedy) => ({ kind: 'failed', problem: { code, message, remedy } });
    if (isLimit(refusal))
        return failed('GITHUB_RATE_LIMITED', 'Run the job again once the limit is over.');
    if (status === 403 && /resource not accessible by/i.test(refusal.message))
        return { kind: 'not-permitted', reason: message };
    if (status === undefined)
        return failed('GITHUB_UNREACHABLE', 'Check GITHUB_API_URL and that this runner may reach it.');
    if (status >= 500)
        return failed('GITHUB_UNAVAILABLE', 'Run the job again once GitHub is well.');
    if (status === 401)
        return failed('GITHUB_REFUSED', 'Give the token of the run, and give it while the job runs.');
    return failed('GITHUB_REFUSED', 'Check the repository, the commit and what the token may do.');
}


/***/ }),

/***/ 86347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectGitHub: () => (/* reexport */ connectGitHub)
});

// EXTERNAL MODULE: ../../node_modules/@octokit/rest/dist-src/index.js + 22 modules
var dist_src = __webpack_require__(29703);
// EXTERNAL MODULE: ../github/lib/refusal.js
var lib_refusal = __webpack_require__(71680);
;// CONCATENATED MODULE: ../github/lib/comparison.js

const STATUSES = ['ahead', 'behind', 'identical', 'diverged'];
/** Reads the word that GitHub uses for how two commits stand. */
function parseComparison(status) {
    const known = STATUSES.find((each) => each === status);
    return known === undefined
        ? { kind: 'unknown', reason: `GitHub compared the commits and found "${status}", which is not known here.` }
        : { kind: 'compared', status: known };
}
/** What a comparison comes to that GitHub refused for good. */
function comparisonOfRefusal(refusal) {
    const hint = refusal.status === 403 || refusal.status === 404
        ? ' The token needs "contents: read", and both commits must be on GitHub.'
        : '';
    return { kind: 'unknown', reason: `${(0,lib_refusal/* tellRefusal */.QC)(refusal)}.${hint}` };
}

;// CONCATENATED MODULE: ../github/lib/commit-status.js
const DESCRIPTION_MAX = 140;
/** The text as GitHub takes it for a description: at most 140 characters, and none of the four-byte ones, which it refuses. */
function fitDescription(text) {
    const fit = [...text.replace(/[\u{10000}-\u{10ffff}]/gu, '').trim()];
    return fit.length <= DESCRIPTION_MAX
        ? fit.join('')
        : `${fit
            .slice(0, DESCRIPTION_MAX - 1)
            .join('')
            .trimEnd()}…`;
}
/** The body of the request that sets the status. */
function renderCommitStatus({ state, context, description, targetUrl }) {
    return { state, context, description: fitDescription(description), ...(targetUrl !== undefined && { target_url: targetUrl }) };
}

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../system/lib/redirect.js
var redirect = __webpack_require__(216);
;// CONCATENATED MODULE: ../runner/lib/github/fetch.js


const TIMEOUT_MS = 20_000;
/** Octokit takes whatever is below 400 for success; a login page of a proxy, or a redirect that was not followed, is none. */
function insistOnAnswer({ status, headers }, url) {
    const { host } = new URL(url);
    const remedy = 'Check GITHUB_API_URL, and whether a proxy answers in its place.';
    if (status >= 300 && status < 400 && status !== 304)
        throw new failure/* Failure */.H({ code: 'GITHUB_REDIRECT', message: `${host} sends the request elsewhere (status ${status}).`, remedy });
    const type = headers['content-type'] ?? '';
    if (status >= 200 && status < 300 && type !== '' && !/\bjson\b/.test(type))
        throw new failure/* Failure */.H({
            code: 'GITHUB_ANSWER',
            message: `${host} answered with ${type}, which is no answer of GitHub's API.`,
            remedy,
        });
}
/**
 * A `fetch` for Octokit that goes through our own port, so that its requests end with the run and are tested like all others.
 *
 * Redirects are followed on the same server, as GitHub asks for (a renamed repository answers with one).
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects
 */
function fetchOver({ http, cancelled }) {
    return async (first, { method, headers, body }) => {
        const send = (url) => http.fetch({ url, method, headers, timeoutMs: TIMEOUT_MS, signal: cancelled, ...(body !== undefined && { body }) });
        const { url, response } = await (0,redirect/* followingRedirects */.H)(first, method, send);
        insistOnAnswer(response, url);
        const bytes = Uint8Array.from(await response.bytes());
        return new Response(bytes.length === 0 ? null : bytes, { status: response.status, headers: { ...response.headers } });
    };
}

// EXTERNAL MODULE: ../github/lib/check-run.js
var check_run = __webpack_require__(520);
;// CONCATENATED MODULE: ../github/lib/read.js

function causeOf({ status }) {
    if (status === 404 || status === 409 || status === 410 || status === 422)
        return 'absent';
    return status === 401 || status === 403 ? 'refused' : 'unreachable';
}
/** What a reading came to that GitHub refused for good. */
function unread(refusal) {
    return { kind: 'unread', cause: causeOf(refusal), reason: `${(0,lib_refusal/* tellRefusal */.QC)(refusal)}.` };
}

;// CONCATENATED MODULE: ../runner/lib/github/write.js


function answeredBy(error) {
    return 'response' in error ? error.response : undefined;
}
/** Reads what Octokit threw; without a response, its own status is made up and its cause says what happened. */
function refusalOf(error, token) {
    // Octokit gives everything that befell a request a status; anything else is a defect of ours.
    if (!(error instanceof Error) || !('status' in error))
        throw error;
    const answered = answeredBy(error);
    const cause = answered === undefined && error.cause instanceof failure/* Failure */.H ? error.cause.problems[0]?.message : undefined;
    const message = (cause ?? error.message).replaceAll(token.reveal(), '***');
    return answered === undefined ? { message, headers: {} } : { status: answered.status, headers: answered.headers, message };
}
/** Sends a request once. */
async function once(request, token) {
    try {
        return { value: await request() };
    }
    catch (error) {
        return { refusal: refusalOf(error, token) };
    }
}
/** Waits, and says whether the whole time passed. */
async function waited(ms, { clock, cancelled }) {
    try {
        await clock.sleep(ms, cancelled);
        return true;
    }
    catch (error) {
        if (!cancelled.aborted)
            throw error;
        return false;
    }
}
/** Sends a request that may be sent twice, again when GitHub is unwell or asks for time. */
async function patiently(request, token, world) {
    const { clock, log, cancelled } = world;
    for (let attempt = 1;; attempt++) {
        const result = await once(request, token);
        if ('value' in result)
            return result;
        const pause = cancelled.aborted ? undefined : (0,lib_refusal/* pauseAfter */.l0)(result.refusal, attempt, clock.now());
        if (pause === undefined)
            return result;
        log.info(`${(0,lib_refusal/* tellRefusal */.QC)(result.refusal)}. Trying again in ${pause / 1000} s.`);
        if (!(await waited(pause, world)))
            return result;
    }
}
/** Writes, and says what it came to. */
async function write(request, token, world) {
    const result = await patiently(request, token, world);
    return 'value' in result ? { kind: 'written' } : (0,lib_refusal/* outcomeOfRefusal */.k6)(result.refusal);
}

;// CONCATENATED MODULE: ../runner/lib/github/connection.js


/** Reads, again when GitHub is unwell or asks for time, and gives what `take` makes of the answer. */
async function read({ token, world }, request, take) {
    const result = await patiently(request, token, world);
    return 'value' in result ? { kind: 'read', value: take(result.value) } : unread(result.refusal);
}
/**
 * Whether a list has another page, by the header `link`.
 *
 * https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api#using-link-headers
 */
const hasNext = (link) => /\brel="next"/.test(link ?? '');

;// CONCATENATED MODULE: ../runner/lib/github/check-runs.js



const sent = ({ path, line, level, message, title }) => ({
    path,
    start_line: line,
    end_line: line,
    annotation_level: level,
    message,
    title,
});
const outputOf = ({ title, summary }) => ({ title, summary: (0,check_run/* fitSummary */.mW)(summary) });
/** Nobody runs one job on one commit a thousand times. */
const MOST_PAGES = 10;
async function listAll(connection, sha, name) {
    const { octokit, at } = connection;
    const asked = { ...at, ref: sha, check_name: name, filter: 'all', status: 'completed', per_page: 100 };
    const found = [];
    for (let page = 1, more = true; more && page <= MOST_PAGES; page++) {
        const listed = await read(connection, () => octokit.rest.checks.listForRef({ ...asked, page }), ({ data, headers }) => ({
            items: data.check_runs.map((run) => ({ id: run.id, externalId: run.external_id ?? '' })),
            more: hasNext(headers.link),
        }));
        if (listed.kind === 'unread')
            return listed;
        found.push(...listed.value.items);
        more = listed.value.more;
    }
    return { kind: 'read', value: found.sort((a, b) => b.id - a.id) };
}
/** Check runs of a repository, over the REST API. */
function checkRunsOver(connection) {
    const { octokit, at, token, world } = connection;
    const { checks } = octokit.rest;
    return {
        listCheckRuns: (sha, name) => listAll(connection, sha, name),
        createCheckRun: async (run) => {
            const { sha, name, conclusion, annotations, externalId } = run;
            // It is concluded from the first request on, and has its id of content only with the last: a run that is cut off
            // in between keeps nobody's pull request waiting, and is written anew by the next.
            const asked = { ...at, name, head_sha: sha, status: 'completed', conclusion, output: outputOf(run) };
            const whole = annotations.length === 0 && { external_id: externalId };
            const made = await patiently(() => checks.create({ ...asked, ...whole }), token, world);
            return 'refusal' in made ? (0,lib_refusal/* outcomeOfRefusal */.k6)(made.refusal) : { kind: 'written', id: made.value.data.id };
        },
        annotateCheckRun: async (id, run) => {
            const batches = (0,check_run/* annotationBatches */.k7)(run.annotations);
            for (const [index, batch] of batches.entries()) {
                const more = {
                    ...at,
                    check_run_id: id,
                    output: { ...outputOf(run), annotations: batch.map(sent) },
                    ...(index === batches.length - 1 && { external_id: run.externalId }),
                };
                const outcome = await write(() => checks.update(more), token, world);
                if (outcome.kind !== 'written')
                    return outcome;
            }
            return { kind: 'written' };
        },
        supersedeCheckRun: (id) => write(() => checks.update({ ...at, check_run_id: id, external_id: check_run/* SUPERSEDED */.ls, output: { ...check_run/* SUPERSEDED_OUTPUT */.dV } }), token, world),
    };
}

;// CONCATENATED MODULE: ../runner/lib/github/commits.js

const entryOf = ({ path, mode, text }) => ({
    path,
    mode: mode,
    type: 'blob',
    content: text,
});
/** Commits through git's objects of the REST API. Nothing is sent twice: see the port. */
function commitsOver({ octokit, at, token }) {
    const { git } = octokit.rest;
    const asked = async (request, take) => {
        const result = await once(request, token);
        if ('refusal' in result)
            return { kind: 'refused', refusal: result.refusal };
        return { kind: 'answered', value: take(result.value) };
    };
    return {
        createCommit: async ({ message, parents, baseTree, files }) => {
            const tree = await asked(() => git.createTree({ ...at, base_tree: baseTree, tree: files.map(entryOf) }), ({ data }) => data.sha);
            if (tree.kind === 'refused')
                return tree;
            return asked(() => git.createCommit({ ...at, message, tree: tree.value, parents: [...parents] }), ({ data: { sha, verification } }) => ({ id: sha, verified: verification.verified, reason: verification.reason }));
        },
        createBranch: (branch, commit) => asked(() => git.createRef({ ...at, ref: `refs/heads/${branch}`, sha: commit }), () => undefined),
        advanceBranch: (branch, commit) => asked(() => git.updateRef({ ...at, ref: `heads/${branch}`, sha: commit, force: false }), () => undefined),
    };
}

;// CONCATENATED MODULE: ../github/lib/code-scanning.js

/** GitHub names the feature when it is off: https://docs.github.com/en/code-security/code-scanning/troubleshooting-code-scanning/advanced-security-must-be-enabled */
function code_scanning_causeOf({ status, message }) {
    if (/(advanced|code) security must be enabled|code scanning is not enabled/i.test(message))
        return 'off';
    if (status === 401 || status === 403)
        return 'not-permitted';
    // A repository without the feature may answer as if it were not there.
    if (status === 404)
        return 'off';
    if (status === 413)
        return 'too-large';
    return status === 400 || status === 422 ? 'invalid' : 'unavailable';
}
/** What an upload comes to that GitHub refused for good. */
function uploadRefused(refusal) {
    return { kind: 'refused', cause: code_scanning_causeOf(refusal), reason: `${(0,lib_refusal/* tellRefusal */.QC)(refusal)}.` };
}

;// CONCATENATED MODULE: ../runner/lib/github/code-scanning.js



/** Code scanning over the REST API. */
function codeScanningOver(connection) {
    const { octokit, at, token, world } = connection;
    return {
        uploadSarif: async ({ sha, ref, sarif }) => {
            const upload = { ...at, commit_sha: sha, ref, sarif };
            const result = await patiently(() => octokit.rest.codeScanning.uploadSarif(upload), token, world);
            return 'value' in result ? { kind: 'taken', id: result.value.data.id ?? '' } : uploadRefused(result.refusal);
        },
        readUpload: (id) => read(connection, () => octokit.rest.codeScanning.getSarif({ ...at, sarif_id: id }), ({ data }) => ({ state: data.processing_status ?? 'pending', errors: data.errors ?? [] })),
    };
}

;// CONCATENATED MODULE: ../runner/lib/github/code-owners.js

/** What GitHub has against a repository's CODEOWNERS file, over the REST API. */
function codeOwnersOver(connection) {
    const { octokit, at } = connection;
    return {
        listCodeOwnersErrors: (sha) => read(connection, () => octokit.rest.repos.codeownersErrors({ ...at, ref: sha }), ({ data }) => data.errors.map(({ path, line, kind, message }) => ({ path, line, kind, message }))),
    };
}

;// CONCATENATED MODULE: ../runner/lib/github/conversations.js


const PAGE_LENGTH = 100;
/** Comments and issues of a repository, over the REST API; GitHub keeps a pull request's comments with its issues'. */
function conversationsOver(connection) {
    const { octokit, at, token, world } = connection;
    const { issues } = octokit.rest;
    const writing = (request) => write(request, token, world);
    return {
        listComments: (pullRequest, page) => read(connection, () => issues.listComments({ ...at, issue_number: pullRequest, per_page: PAGE_LENGTH, page }), ({ data, headers }) => ({ items: data.map(({ id, body = '' }) => ({ id, body })), more: hasNext(headers.link) })),
        createComment: (pullRequest, body) => writing(() => issues.createComment({ ...at, issue_number: pullRequest, body })),
        updateComment: (id, body) => writing(() => issues.updateComment({ ...at, comment_id: id, body })),
        deleteComment: (id) => writing(() => issues.deleteComment({ ...at, comment_id: id })),
        listIssues: (label, page) => read(connection, () => issues.listForRepo({ ...at, labels: label, state: 'open', per_page: PAGE_LENGTH, page }), ({ data, headers }) => ({
            items: data
                .filter((issue) => issue.pull_request === undefined)
                .map(({ number, body }) => ({ id: number, body: body ?? '' })),
            more: hasNext(headers.link),
        })),
        createIssue: (title, body, label) => writing(() => issues.create({ ...at, title, body, labels: [label] })),
        updateIssue: (number, body) => writing(() => issues.update({ ...at, issue_number: number, body })),
        closeIssue: (number) => writing(() => issues.update({ ...at, issue_number: number, state: 'closed', state_reason: 'completed' })),
    };
}

;// CONCATENATED MODULE: ../runner/lib/github/deployments.js



const deployments_PAGE_LENGTH = 100;
/** GitHub gives a payload back as it was taken, which may be text. */
function payloadOf(payload) {
    return typeof payload === 'object' && payload !== null ? { ...payload } : {};
}
/** https://docs.github.com/en/rest/deployments/deployments#create-a-deployment */
function requestOf({ sha, environment, description, payload, production, transient }) {
    return {
        ref: sha,
        environment,
        description: fitDescription(description),
        payload,
        // The commit was tested by whoever asks for the deploy; GitHub is told of it, and decides nothing.
        auto_merge: false,
        required_contexts: [],
        transient_environment: transient,
        ...(production !== undefined && { production_environment: production }),
    };
}
function writesOver({ octokit, at, token, world }) {
    return {
        createDeployment: async (draft) => {
            const made = await patiently(() => octokit.rest.repos.createDeployment({ ...at, ...requestOf(draft) }), token, world);
            if ('refusal' in made)
                return (0,lib_refusal/* outcomeOfRefusal */.k6)(made.refusal);
            const { data } = made.value;
            if ('id' in data)
                return { kind: 'made', id: data.id };
            const remedy = 'Run the job again.';
            return { kind: 'failed', problem: { code: 'GITHUB_REFUSED', message: data.message ?? 'No deployment was made.', remedy } };
        },
        sayOfDeployment: (deployment, { state, description, logUrl, environmentUrl }) => write(() => octokit.rest.repos.createDeploymentStatus({
            ...at,
            deployment_id: deployment,
            state,
            description: fitDescription(description),
            auto_inactive: true,
            ...(logUrl !== undefined && { log_url: logUrl }),
            ...(environmentUrl !== undefined && { environment_url: environmentUrl }),
        }), token, world),
    };
}
/** The deployments of a repository, over the REST API. */
function deploymentsOver(connection) {
    const { octokit, at } = connection;
    return {
        listDeployments: (environment, page, sha) => read(connection, () => octokit.rest.repos.listDeployments({
            ...at,
            per_page: deployments_PAGE_LENGTH,
            page,
            ...(environment !== undefined && { environment }),
            ...(sha !== undefined && { sha }),
        }), ({ data, headers }) => ({
            items: data.map(({ id, sha: commit, environment: of, created_at, updated_at, payload }) => ({
                id,
                sha: commit,
                environment: of,
                createdAt: Date.parse(created_at),
                updatedAt: Date.parse(updated_at),
                payload: payloadOf(payload),
            })),
            more: hasNext(headers.link),
        })),
        listDeploymentStatuses: (deployment) => read(connection, () => octokit.rest.repos.listDeploymentStatuses({ ...at, deployment_id: deployment, per_page: deployments_PAGE_LENGTH }), ({ data }) => data.map(({ id, state, created_at, log_url, description }) => ({
            id,
            state,
            createdAt: Date.parse(created_at),
            ...(log_url && { logUrl: log_url }),
            ...(description && { description }),
        }))),
        ...writesOver(connection),
    };
}

;// CONCATENATED MODULE: ../runner/lib/github/objects.js

/** Files alone: a link's mode is 120000, and what it leads to is not in the tree. */
const FILE_MODES = ['100644', '100755'];
/** Git's objects of a repository, over the REST API. */
function objectsOver(connection) {
    const { octokit, at } = connection;
    return {
        readTree: (sha) => read(connection, () => octokit.rest.git.getTree({ ...at, tree_sha: sha, recursive: '1' }), ({ data }) => ({
            entries: data.tree
                .filter(({ mode }) => FILE_MODES.includes(mode))
                .map(({ path, sha: id, size = 0 }) => ({ path, id, size })),
            truncated: data.truncated,
        })),
        readBlob: (id) => read(connection, () => octokit.rest.git.getBlob({ ...at, file_sha: id }), ({ data }) => Uint8Array.from(Buffer.from(data.content, 'base64'))),
    };
}

;// CONCATENATED MODULE: ../runner/lib/github/pulls.js



/** Pull requests of a repository, over the REST API. */
function pullsOver(connection) {
    const { octokit, at, token, world } = connection;
    const { pulls } = octokit.rest;
    return {
        findPullRequest: (head, base) => read(connection, 
        // Without its owner, GitHub passes over what `head` says.
        () => pulls.list({ ...at, state: 'open', head: `${at.owner}:${head}`, base, per_page: 1 }), ({ data: [found] }) => found && { number: found.number, url: found.html_url }),
        createPullRequest: async ({ title, body, head, base }) => {
            const made = await patiently(() => pulls.create({ ...at, title, body, head, base }), token, world);
            if ('value' in made)
                return { kind: 'made', number: made.value.data.number, url: made.value.data.html_url };
            return (0,lib_refusal/* outcomeOfRefusal */.k6)(made.refusal);
        },
        updatePullRequest: (number, { title, body }) => write(() => pulls.update({ ...at, pull_number: number, title, body }), token, world),
    };
}

;// CONCATENATED MODULE: ../runner/lib/github/runs.js

/** The workflow runs of a repository, over the REST API. */
function runsOver(connection) {
    const { octokit, at } = connection;
    return {
        readRunStatus: ({ runId, attempt }) => read(connection, () => octokit.rest.actions.getWorkflowRunAttempt({
            ...at,
            run_id: runId,
            attempt_number: attempt,
            exclude_pull_requests: true,
        }), ({ data }) => data.status ?? 'unknown'),
    };
}

;// CONCATENATED MODULE: ../runner/lib/github/connect.js













/** The version of the API that the requests are written for; without it, GitHub may answer as another one would. */
const API_VERSION = '2022-11-28';
function logOver({ log }) {
    const debug = (line) => log.debug(line);
    // Octokit's own debug lines hold whole requests, headers included.
    return { debug: () => undefined, info: debug, warn: debug, error: debug };
}
/** A repository over GitHub's REST API. */
const connectGitHub = ({ apiUrl, repository, token }, world) => {
    const octokit = new dist_src/* Octokit */.E({
        auth: token.reveal(),
        baseUrl: apiUrl.replace(/\/+$/, ''),
        userAgent: 'slipway',
        log: logOver(world),
        request: { fetch: fetchOver(world) },
    });
    const [owner = '', repo = ''] = repository.split('/');
    const headers = { 'x-github-api-version': API_VERSION };
    const connection = { octokit, at: { owner, repo, headers }, token, world };
    return {
        ...deploymentsOver(connection),
        ...objectsOver(connection),
        ...commitsOver(connection),
        ...conversationsOver(connection),
        ...checkRunsOver(connection),
        ...codeOwnersOver(connection),
        ...runsOver(connection),
        ...pullsOver(connection),
        ...codeScanningOver(connection),
        compareCommits: async (base, head) => {
            // The second page, because the first carries every changed file and nobody here reads one.
            const ask = { owner, repo, basehead: `${base}...${head}`, page: 2, per_page: 1, headers };
            const result = await patiently(() => octokit.rest.repos.compareCommitsWithBasehead(ask), token, world);
            return 'value' in result ? parseComparison(result.value.data.status) : comparisonOfRefusal(result.refusal);
        },
        setCommitStatus: (status) => write(() => octokit.rest.repos.createCommitStatus({ owner, repo, sha: status.sha, headers, ...renderCommitStatus(status) }), token, world),
    };
};

;// CONCATENATED MODULE: ../runner/lib/github/index.js



/***/ }),

/***/ 34016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ drain)
/* harmony export */ });
const DRAINED_MAX_BYTES = 1024 * 1024;
/** An unread body would keep its connection busy; one that is long, or breaks off, is not waited for. */
async function drain(response) {
    let size = 0;
    try {
        for await (const piece of response.stream()) {
            size += piece.length;
            if (size > DRAINED_MAX_BYTES)
                return;
        }
    }
    catch {
        // Nobody wants what is missing.
    }
}


/***/ }),

/***/ 216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ followingRedirects)
/* harmony export */ });
/* harmony import */ var _drain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34016);

const MOST_REDIRECTS = 3;
/** Where an answer sends the same request on to; undefined when it is no redirect that keeps the method. */
function redirectOf({ status, headers }, from, method) {
    const keepsMethod = status === 307 || status === 308 || ((status === 301 || status === 302) && method === 'GET');
    const location = headers['location'];
    return keepsMethod && location !== undefined && URL.canParse(location, from) ? new URL(location, from).href : undefined;
}
/**
 * Sends, and follows redirects on the same server: what credentials a request has belong to it.
 *
 * @param elsewhere is told of a redirect to another server, and may throw
 * @returns the last answer and where it came from; a redirect that was not followed is an answer like any other.
 */
async function followingRedirects(first, method, send, elsewhere) {
    let [url, response] = [first, await send(first)];
    for (let count = 0; count < MOST_REDIRECTS; count++) {
        const next = redirectOf(response, url, method);
        if (next === undefined)
            break;
        if (new URL(next).origin !== new URL(url).origin) {
            elsewhere?.(next);
            break;
        }
        await (0,_drain_js__WEBPACK_IMPORTED_MODULE_0__/* .drain */ .Z)(response);
        [url, response] = [next, await send(next)];
    }
    return { url, response };
}


/***/ })

};
