export const id = 6927;
export const ids = [6927];
export const modules = {

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

/***/ 19294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ parseAddress)
/* harmony export */ });
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
function parseUrl(text) {
    return URL.canParse(text) ? new URL(text) : undefined;
}
/** What is wrong with an address, if anything; the address itself is not told, for it may hold a password. */
function complaintOf(url, hasToken) {
    if (url === undefined || !['https:', 'http:', 'file:'].includes(url.protocol))
        return [
            'The input "repository" is neither owner/name nor an https address.',
            'Write, for example, org/config; ssh is not supported.',
        ];
    if (url.username !== '' || url.password !== '')
        return [
            'The input "repository" holds a user name or a password, which would be seen by whoever lists processes.',
            'Give "token".',
        ];
    if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname))
        return ['The input "repository" is an http address, where anyone on the way could read the token.', 'Write https.'];
    if (url.protocol === 'https:' && !hasToken)
        return ['No token is given for the configuration repository.', 'Give "token".'];
    return undefined;
}
/**
 * The address of a repository; `owner/name` is taken from the run's own GitHub server.
 *
 * What is wrong with it goes to `problems`.
 */
function parseAddress(text, hasToken, serverUrl, problems) {
    const named = /^[\w.-]+\/[\w.-]+$/.test(text);
    const url = parseUrl(named ? `${serverUrl}/${text}.git` : text);
    const complaint = complaintOf(url, hasToken);
    if (complaint !== undefined)
        problems.push({ code: 'REPOSITORY_MALFORMED', message: complaint[0], remedy: complaint[1] });
    return url?.href ?? '';
}


/***/ }),

/***/ 4442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qv: () => (/* binding */ readTrouble),
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   ni: () => (/* binding */ readRefusal)
/* harmony export */ });
/* unused harmony export LONGEST_LIMIT_MS */
// The order counts: a hook's refusal is said beside words that other lines have, too.
// The words are those of git (transport.c, send-pack, receive-pack), libcurl, GitHub (GH006, GH013) and GitLab.
const RULES = [
    // A hook that takes too long has judged nothing.
    ['unreachable', /(hook|execution)\b.{0,60}\b(timed out|timeout)/i],
    ['signature-required', /must have verified signatures|commit must be signed|commits? .{0,40}not signed/i],
    ['ruled-out', /GH006|GH013|protected branch|hook declined|rule violations|not allowed to push|shallow update not allowed/i],
];
const MOVED = [
    'moved',
    /fetch first|non-fast-forward|not a fast forward|cannot lock ref|incorrect old value|failed to update ref|reference (already exists|does not exist|update failed)|stale info|stale_data|expected branch to point to|is at [0-9a-f"]+ but expected|unable to lock|another git process/i,
];
const SIGNS = [
    ...RULES,
    ['disk-full', /no space left on device|disk quota exceeded/i],
    // A certificate that is not trusted now is not trusted in a minute either.
    ['unknown', /certificate/i],
    ['branch-absent', /couldn't find remote ref/i],
    MOVED,
    ['limited', /error: 429|rate limit/i],
    [
        'unauthorised',
        /error: 401|authentication failed|could not read (username|password)|invalid (username|credentials)|bad credentials/i,
    ],
    ['forbidden', /error: 403|permission to .* denied|write access .* not granted|permission denied/i],
    ['absent', /error: 404|repository .*not found|does not appear to be a git repository|does not exist/i],
    [
        'unreachable',
        /error: (408|5\d\d)|could not resolve|failed to connect|connection (was )?(reset|refused|timed out|closed)|timed out|rpc failed|hung up|early eof|unexpected disconnect|unable to access|broken pipe/i,
    ],
];
/** The lines that say something, without the advice that git adds. */
function said(output) {
    const lines = output.split('\n').map((line) => line.trim());
    return lines.filter((line) => line !== '' && !/^(hint:|To |Done$|From )/.test(line)).join('\n');
}
const kindOf = (text, signs) => signs.find(([, sign]) => sign.test(text))?.[0];
/** Reads what git printed when a fetch or a push failed. */
function readTrouble(output) {
    return { kind: kindOf(output, SIGNS) ?? 'unknown', said: said(output) };
}
function kindOfStatus(status) {
    if (status === 401)
        return 'unauthorised';
    if (status === 403)
        return 'forbidden';
    if (status === 404)
        return 'absent';
    // https://docs.github.com/en/rest/git/refs: what is asked for does not go with what is there.
    if (status === 409)
        return 'moved';
    return status === 408 || status >= 500 ? 'unreachable' : 'unknown';
}
/**
 * Reads GitHub's refusal of a request.
 *
 * @param status absent when no answer came
 * @param waitMs how long GitHub asks to be left alone, in milliseconds; absent unless a limit was reached
 */
function readRefusal(status, words, waitMs) {
    if (waitMs !== undefined)
        return { kind: 'limited', said: words, waitMs };
    if (status === undefined)
        return { kind: 'unreachable', said: words };
    return { kind: kindOf(words, [...RULES, MOVED]) ?? kindOfStatus(status), said: words };
}
/** A longer time than this, in milliseconds, is not waited for. */
const LONGEST_LIMIT_MS = 120_000;
/** Whether trying again may help. */
function isPassing(trouble) {
    if (trouble.kind === 'limited')
        return (trouble.waitMs ?? 0) <= LONGEST_LIMIT_MS;
    return trouble.kind === 'moved' || trouble.kind === 'unreachable';
}


/***/ }),

/***/ 23954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ withRepository)
});

// EXTERNAL MODULE: ../github/lib/refusal.js
var lib_refusal = __webpack_require__(71680);
// EXTERNAL MODULE: ../write-back/lib/answer.js
var answer = __webpack_require__(4442);
;// CONCATENATED MODULE: ../write-back/lib/api.js


function troubleOf(refusal, now) {
    return (0,answer/* readRefusal */.ni)(refusal.status, (0,lib_refusal/* tellRefusal */.QC)(refusal), (0,lib_refusal/* limitMs */.oV)(refusal, now));
}
/** The commit was made with the token, so that a refusal of the token comes from its end. */
const afterwards = (trouble) => trouble.kind === 'unauthorised' ? { ...trouble, kind: 'token-ended' } : trouble;
async function land(github, { treeOf, now }, { parent, merges = [], files, message }, { branch, isNew }) {
    const placed = files.map(({ path, file: { text, mode } }) => ({ path, mode, text }));
    const draft = { message, parents: [parent, ...merges], baseTree: await treeOf(parent), files: placed };
    const made = await github.createCommit(draft);
    if (made.kind === 'refused')
        return { kind: 'refused', trouble: troubleOf(made.refusal, now()) };
    const { id: commit, verified, reason } = made.value;
    if (!verified)
        return { kind: 'refused', trouble: { kind: 'unsigned', said: reason } };
    const moved = isNew ? await github.createBranch(branch, commit) : await github.advanceBranch(branch, commit);
    if (moved.kind === 'answered')
        return { kind: 'landed', commit };
    return { kind: 'refused', trouble: afterwards(troubleOf(moved.refusal, now())), commit };
}
/**
 * Commits that GitHub makes and signs.
 *
 * A commit is first made and looked at, and the branch is moved to it only when GitHub vouches for its signature. The branch is moved
 * by a fast-forward alone, so that whoever wrote meanwhile is a refusal as with a push.
 */
function apiCommits(github, world) {
    return { land: (commit, place) => land(github, world, commit, place) };
}

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../write-back/lib/stamp.js
var stamp = __webpack_require__(78977);
// EXTERNAL MODULE: ../write-back/lib/trouble.js
var lib_trouble = __webpack_require__(58509);
;// CONCATENATED MODULE: ../write-back/lib/git.js




const HEAD = 'refs/slipway/heads';
const NETWORK_MS = 120_000;
/** Git knows it without having it. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
/** The header by which git shows the token: basic authentication, with the user name that GitHub asks for. */
function authorization(token) {
    return `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
}
/**
 * Git's settings as variables: the token is in no argument, no address and no file.
 *
 * Nobody is asked for a password, nobody else's credentials are taken, no hook of the machine runs, and no redirect is
 * followed, so that the token goes to one server.
 */
function environmentOf({ url, token, author }) {
    const settings = [
        ['core.hooksPath', '/dev/null'],
        ['credential.helper', ''],
        ['http.followRedirects', 'false'],
        ['gc.auto', '0'],
        ['maintenance.auto', 'false'],
        ...(token === undefined ? [] : [[`http.${url}.extraheader`, authorization(token.reveal())]]),
    ];
    return {
        GIT_TERMINAL_PROMPT: '0',
        GIT_ASKPASS: '',
        LC_ALL: 'C',
        GIT_COMMITTER_NAME: author.name,
        GIT_COMMITTER_EMAIL: author.email,
        GIT_CONFIG_COUNT: String(settings.length),
        ...Object.fromEntries(settings.flatMap(([key, value], at) => [
            [`GIT_CONFIG_KEY_${at}`, key],
            [`GIT_CONFIG_VALUE_${at}`, value],
        ])),
    };
}
function gitOf(access, { exec, signal }) {
    const options = { cwd: access.folder, env: environmentOf(access) };
    const ask = (args, input) => exec.run('git', args, { ...options, ...(input !== undefined && { input }) });
    return {
        ask,
        local: async (args, input) => {
            const { exitCode, stdout, stderr } = await ask(args, input);
            if (exitCode === 0)
                return stdout;
            const trouble = (0,answer/* readTrouble */.Qv)(stderr);
            if (trouble.kind === 'disk-full')
                throw (0,lib_trouble/* failureOf */.g)(trouble, 1);
            throw new failure/* Failure */.H({ code: 'GIT_FAILED', message: `git ${args[0]} ended with ${exitCode}: ${stderr.trim()}` });
        },
        remote: async (args) => {
            const bounds = { timeoutMs: NETWORK_MS, ...(signal && { signal }) };
            const { exitCode, stdout, stderr, timedOut } = await exec.run('git', args, { ...options, ...bounds });
            // What a server is at, a hook for example, may yet come to its end.
            if (timedOut)
                return { kind: 'unreachable', said: `The server did not answer within ${NETWORK_MS / 1000} s.` };
            return exitCode === 0 ? stderr : (0,answer/* readTrouble */.Qv)(`${stderr}\n${stdout}`);
        },
    };
}
/** A trailer's text, in a pattern of git's. */
const literally = (text) => (0,stamp/* oneLine */.TN)(text).replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
function decode(bytes, path) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        const message = 'This file is not UTF-8.';
        throw new failure/* Failure */.H({ code: 'FILE_NOT_TEXT', message, remedy: 'Save it as UTF-8.', location: { file: path } });
    }
}
async function readFile(git, { folder }, { files }, texts, commit, path) {
    const listed = await git.local(['ls-tree', '-z', commit, '--', `:(literal)${path}`]);
    const [, mode = '', kind, blob = ''] = /^(\d+) (\w+) ([0-9a-f]+)\t/.exec(listed) ?? [];
    if (kind === undefined)
        return undefined;
    if (kind !== 'blob' || mode === '120000') {
        const message = 'This is a link, a folder or a submodule.';
        throw new failure/* Failure */.H({ code: 'FILE_NOT_TEXT', message, remedy: 'Name the file itself.', location: { file: path } });
    }
    const known = texts.get(blob);
    if (known !== undefined)
        return { text: known, mode };
    // By way of a file, for text that comes in pieces could be cut within a character.
    const unpacked = `${folder}/${(await git.local(['unpack-file', blob])).trim()}`;
    const text = decode(await files.readBytes(unpacked), path);
    await files.remove(unpacked);
    texts.set(blob, text);
    return { text, mode };
}
/** A commit as git's fast-import reads it (git-fast-import(1)): no index, no work tree, and no line ending is changed. */
function stream({ parent, merges = [], files, message }, { author }, ref, seconds) {
    const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;
    const committer = `committer ${author.name} <${author.email}> ${seconds} +0000\n`;
    const changes = files.map(({ path, file }) => `M ${file.mode} inline ${JSON.stringify(path)}\n${data(file.text)}`);
    return `commit ${ref}\nmark :1\n${committer}${data(message)}from ${parent}\n${merges.map((each) => `merge ${each}\n`).join('')}${changes.join('')}\nget-mark :1\n`;
}
/** Commits that are made here and pushed. */
function pushing(git, access, world) {
    let made = 0;
    return {
        land: async (draft, { branch }) => {
            made += 1;
            const text = stream(draft, access, `refs/slipway/new/${made}`, world.nowSeconds());
            const commit = (await git.local(['fast-import', '--quiet'], text)).trim();
            const answer = await git.remote(['push', '--porcelain', 'origin', `${commit}:refs/heads/${branch}`]);
            return typeof answer === 'string' ? { kind: 'landed', commit } : { kind: 'refused', trouble: answer, commit };
        },
    };
}
function ports(git, access, world) {
    // By blob: a file that others left alone is not read again.
    const texts = new Map();
    const read = (commit, path) => readFile(git, access, world, texts, commit, path);
    return {
        ...pushing(git, access, world),
        read,
        treeOf: async (commit) => (await git.local(['rev-parse', '--verify', `${commit}^{tree}`])).trim(),
        prepare: async (commit, paths) => {
            // To count the lines of blobs git must have them, and it asks the server for all that it lacks in one go. What fails here fails
            // again, and is told, when the file is read.
            await git.ask(['diff-tree', '-r', '--numstat', EMPTY_TREE, commit, '--', ...paths.map((path) => `:(literal)${path}`)]);
        },
        fetch: async (branch) => {
            const spec = `+refs/heads/${branch}:${HEAD}/${branch}`;
            const answer = await git.remote(['fetch', '--no-tags', '--filter=blob:none', 'origin', spec]);
            if (typeof answer !== 'string')
                return answer;
            // Fetch writes what it got here (git-fetch(1)), which spares a process while others are quicker.
            const [commit = ''] = (await world.files.readText(`${access.folder}/FETCH_HEAD`)).split(/\s/);
            return { commit, rewritten: answer.includes('(forced update)') };
        },
        lastEntry: async (commit, service, path) => {
            const patterns = [`^Service: ${literally(service)}$`, `^File: ${literally(path)}$`].map((line) => `--grep=${line}`);
            // A commit of several services may have both lines without bringing this service to this file.
            for (let skip = 0;; skip += 1) {
                const which = ['-1', `--skip=${skip}`, '-E', '--all-match', ...patterns];
                const log = await git.local(['log', ...which, '--format=%H%n%B', commit, '--']);
                const [found = '', ...message] = log.split('\n');
                const entry = (0,stamp/* parseEntry */.ER)(found, message.join('\n'), service, path);
                if (found === '' || entry !== undefined)
                    return entry;
            }
        },
        log: async (commit) => {
            const text = await git.local(['log', '-10000', '--format=%x1e%ct%x1f%B', commit, '--']);
            return text.split('\x1e').flatMap((entry) => {
                const [at, message] = entry.split('\x1f');
                return message === undefined ? [] : [{ at: Number(at), message }];
            });
        },
        versions: async (commit, path) => {
            const log = await git.local(['log', '-200', '--format=%H', commit, '--', `:(literal)${path}`]);
            return log.split('\n').filter((line) => line !== '');
        },
        since: async (commit, head) => {
            if ((await git.ask(['merge-base', '--is-ancestor', commit, head])).exitCode !== 0)
                return [];
            const listed = await git.local(['rev-list', '--ancestry-path', `${commit}..${head}`]);
            return [commit, ...listed.split('\n').filter((line) => line !== '')];
        },
        contains: async (commit, ancestor) => (await git.ask(['merge-base', '--is-ancestor', ancestor, commit])).exitCode === 0,
    };
}
/** Opens a configuration repository by git's own program. */
async function gitRepository(access, world) {
    await world.files.write(`${access.folder}/.keep`, '');
    const git = gitOf(access, world);
    await git.local(['init', '--quiet', '--bare', '--template=', '.']);
    await git.local(['remote', 'add', 'origin', access.url]);
    return ports(git, access, world);
}

;// CONCATENATED MODULE: ../write-back/lib/open.js


/** The name that commits of a workflow carry on GitHub. */
const AUTHOR = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };
/** Opens a configuration repository for a piece of work, hides the token's header from the log, and clears the folder afterwards. */
async function withRepository({ url, folder, token, github }, { exec, files, clock, log, cancelled }, work) {
    if (token !== undefined)
        log.mask(authorization(token.reveal()).replace(/^.* /, ''));
    const access = { url, folder, author: AUTHOR, ...(token !== undefined && { token }) };
    const nowSeconds = () => Math.floor(clock.now() / 1000);
    try {
        const git = await gitRepository(access, { exec, files, nowSeconds, ...(cancelled && { signal: cancelled }) });
        const commits = github && apiCommits(github, { treeOf: git.treeOf, now: () => clock.now() });
        return await work({ ...git, ...commits });
    }
    finally {
        await files.remove(folder);
    }
}


/***/ }),

/***/ 78977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ parseEntry),
/* harmony export */   Pp: () => (/* binding */ renderTrailers),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   aw: () => (/* binding */ parseTrailers),
/* harmony export */   e4: () => (/* binding */ renderMessage),
/* harmony export */   qB: () => (/* binding */ compareRuns)
/* harmony export */ });
/** A text as a trailer holds it: on one line, with single blanks. */
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();
/** The message of a commit. Whatever comes from outside is put on one line, for a line of its own would be a trailer. */
function renderTrailers(subject, trailers) {
    const lines = trailers.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${oneLine(value)}`]));
    return `${oneLine(subject)}\n\n${lines.join('\n')}\n`;
}
const FIRST_KEY = 'Service';
const trailersOf = (stamp) => [
    [FIRST_KEY, stamp.service],
    ['Environment', stamp.environment],
    ['File', stamp.file],
    ['Kind', stamp.kind],
    ['Digest', stamp.digest],
    ['Replaces', stamp.replaces],
    ['Source', stamp.source],
    ['Run', `${stamp.run.id}.${stamp.run.attempt}`],
    ['Run-URL', stamp.runUrl],
    ['Actor', stamp.actor],
    ['Reason', stamp.reason],
    ['Evidence', stamp.evidence],
];
/** The message of a write's commit; of several writes in one, each says all of itself. */
function renderMessage(subject, ...stamps) {
    return renderTrailers(subject, stamps.flatMap(trailersOf));
}
/**
 * What the last paragraph of a commit's message says line by line, as key and value: one map for each of the services that it brings,
 * and one for a paragraph that names none.
 */
function parseTrailers(message) {
    const block = message
        .trimEnd()
        .split(/\n\s*\n/)
        .at(-1) ?? '';
    const entries = [];
    for (const line of block.split('\n')) {
        const [, key = '', value = ''] = /^([\w-]+): (.*)$/.exec(line) ?? [];
        if (key === '')
            continue;
        if (key === FIRST_KEY || entries.length === 0)
            entries.push(new Map());
        entries.at(-1)?.set(key, value);
    }
    return entries;
}
/** Reads a commit's id and its message; undefined when it is not a write of the service to the file. */
function parseEntry(commit, message, service, file) {
    const trailers = parseTrailers(message).find((each) => each.get(FIRST_KEY) === oneLine(service) && each.get('File') === oneLine(file));
    const [, id, attempt] = /^(\d+)\.(\d+)$/.exec(trailers?.get('Run') ?? '') ?? [];
    if (trailers === undefined || id === undefined)
        return undefined;
    return { commit, run: { id: Number(id), attempt: Number(attempt) }, digest: trailers.get('Digest') ?? '' };
}
/** Negative when the first run is the older one, 0 when they are the same, positive otherwise. */
function compareRuns(a, b) {
    return a.id - b.id || a.attempt - b.attempt;
}


/***/ }),

/***/ 58509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ failureOf)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);

const MEANINGS = {
    moved: [
        'HEAD_MOVED',
        'Others wrote to the branch before each attempt.',
        'Start the job again, raise "attempts", or let fewer services share one branch.',
    ],
    unreachable: ['GIT_UNREACHABLE', 'The server did not answer, or could not do its work.', 'Start the job again when it can.'],
    limited: [
        'GIT_RATE_LIMITED',
        'The server takes no more requests for a while: a rate limit was reached.',
        'Start the job again when the limit is over, or write several services in one commit with mode: batch.',
    ],
    'token-ended': [
        'GIT_TOKEN_ENDED',
        'The server took the token at first and does not take it any more: its time is over, or it was taken back.',
        'Make the token in a step just before this one, or lower "attempts".',
    ],
    unauthorised: [
        'GIT_UNAUTHORISED',
        'The server does not take the token: it is wrong, or its time is over.',
        "Give a token of an app or a person that is valid now; the run's own token is for the run's own repository only.",
    ],
    forbidden: ['GIT_FORBIDDEN', 'The token may not write to the repository.', 'Give it the permission "contents: write" there.'],
    absent: [
        'GIT_REPOSITORY_ABSENT',
        'There is no such repository, or the token may not see it.',
        'Correct "repository", or give the token access to it.',
    ],
    'branch-absent': ['GIT_BRANCH_ABSENT', 'The repository has no such branch.', 'Correct "branch", or make the branch once.'],
    'ruled-out': [
        'BRANCH_RULED_OUT',
        'A rule of the repository forbids the push.',
        'Let the rule pass this token\'s app ("bypass list" of the branch\'s rules), or write to a branch without it.',
    ],
    'signature-required': [
        'SIGNATURE_REQUIRED',
        'A rule of the repository asks for signed commits.',
        "Set commit-via: api, or auto, with the token of an app: GitHub signs its commits. Or put the app on the rule's bypass list.",
    ],
    unsigned: [
        'COMMIT_UNSIGNED',
        'GitHub made the commit without signing it, and the branch was left as it was.',
        "GitHub signs the commits of apps alone: give the token of an app, or the run's own token in the run's own repository.",
    ],
    'disk-full': [
        'DISK_FULL',
        'A disk is full, here or on the git server.',
        'Make room where it says so, and start the job again.',
    ],
    unknown: ['GIT_FAILED', 'Git failed.', 'What it said is above.'],
};
const SAID_MAX = 1000;
/** The trouble as what a person is told. */
function failureOf({ kind, said }, attempts) {
    const [code, message, remedy] = MEANINGS[kind];
    const tries = attempts > 1 ? ` It was tried ${attempts} times.` : '';
    return new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ code, message: `${message}${tries} It said: ${said.slice(0, SAID_MAX)}`, remedy });
}


/***/ })

};
