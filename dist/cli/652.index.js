export const id = 652;
export const ids = [652];
export const modules = {

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
/* harmony export */   Q: () => (/* binding */ readTrouble),
/* harmony export */   W: () => (/* binding */ isPassing)
/* harmony export */ });
// The order counts: a hook's refusal is said beside words that other lines have, too.
// The words are those of git (transport.c, send-pack, receive-pack), libcurl, GitHub (GH006, GH013) and GitLab.
const SIGNS = [
    ['ruled-out', /GH006|GH013|protected branch|hook declined|rule violations|not allowed to push|shallow update not allowed/i],
    // A certificate that is not trusted now is not trusted in a minute either.
    ['unknown', /certificate|no space left/i],
    ['branch-absent', /couldn't find remote ref/i],
    [
        'moved',
        /fetch first|non-fast-forward|cannot lock ref|incorrect old value|failed to update ref|reference already exists|stale info|is at [0-9a-f]+ but expected|unable to lock|another git process/i,
    ],
    [
        'unauthorised',
        /error: 401|authentication failed|could not read (username|password)|invalid (username|credentials)|bad credentials/i,
    ],
    ['forbidden', /error: 403|permission to .* denied|write access .* not granted|permission denied/i],
    ['absent', /error: 404|repository .*not found|does not appear to be a git repository|does not exist/i],
    [
        'unreachable',
        /error: (408|429|5\d\d)|could not resolve|failed to connect|connection (was )?(reset|refused|timed out|closed)|timed out|rpc failed|hung up|early eof|unexpected disconnect|unable to access|broken pipe/i,
    ],
];
/** The lines that say something, without the advice that git adds. */
function said(output) {
    const lines = output.split('\n').map((line) => line.trim());
    return lines.filter((line) => line !== '' && !/^(hint:|To |Done$|From )/.test(line)).join('\n');
}
/** Reads what git printed when a fetch or a push failed. */
function readTrouble(output) {
    const kind = SIGNS.find(([, sign]) => sign.test(output))?.[0] ?? 'unknown';
    return { kind, said: said(output) };
}
/** Whether trying again may help. */
function isPassing({ kind }) {
    return kind === 'moved' || kind === 'unreachable';
}


/***/ }),

/***/ 43514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ withRepository)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../write-back/lib/answer.js
var answer = __webpack_require__(4442);
// EXTERNAL MODULE: ../write-back/lib/stamp.js
var stamp = __webpack_require__(78977);
;// CONCATENATED MODULE: ../write-back/lib/git.js



const HEAD = 'refs/slipway/heads';
const NETWORK_MS = 120_000;
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
            throw new failure/* Failure */.H({ code: 'GIT_FAILED', message: `git ${args[0]} ended with ${exitCode}: ${stderr.trim()}` });
        },
        remote: (args) => exec.run('git', args, { ...options, timeoutMs: NETWORK_MS, ...(signal && { signal }) }),
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
function ports(git, access, world) {
    let made = 0;
    // By blob: a file that others left alone is not read again.
    const texts = new Map();
    const read = (commit, path) => readFile(git, access, world, texts, commit, path);
    return {
        read,
        fetch: async (branch) => {
            const spec = `+refs/heads/${branch}:${HEAD}/${branch}`;
            const { exitCode, stderr } = await git.remote(['fetch', '--no-tags', '--filter=blob:none', 'origin', spec]);
            if (exitCode !== 0)
                return (0,answer/* readTrouble */.Q)(stderr);
            // Fetch writes what it got here (git-fetch(1)), which spares a process while others are quicker.
            const [commit = ''] = (await world.files.readText(`${access.folder}/FETCH_HEAD`)).split(/\s/);
            return { commit, rewritten: stderr.includes('(forced update)') };
        },
        lastEntry: async (commit, service, path) => {
            const patterns = [`^Service: ${literally(service)}$`, `^File: ${literally(path)}$`].map((line) => `--grep=${line}`);
            const log = await git.local(['log', '-1', '-E', '--all-match', ...patterns, '--format=%H%n%B', commit, '--']);
            const [found = '', ...message] = log.split('\n');
            return found === '' ? undefined : (0,stamp/* parseEntry */.ER)(found, message.join('\n'), service, path);
        },
        commit: async (commit) => {
            made += 1;
            const text = stream(commit, access, `refs/slipway/new/${made}`, world.nowSeconds());
            return (await git.local(['fast-import', '--quiet'], text)).trim();
        },
        push: async (commit, branch) => {
            const { exitCode, stdout, stderr } = await git.remote(['push', '--porcelain', 'origin', `${commit}:refs/heads/${branch}`]);
            return exitCode === 0 ? undefined : (0,answer/* readTrouble */.Q)(`${stderr}\n${stdout}`);
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
/** A configuration repository that git's own program reads and writes. */
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
async function withRepository({ url, folder, token }, { exec, files, clock, log, cancelled }, work) {
    if (token !== undefined)
        log.mask(authorization(token.reveal()).replace(/^.* /, ''));
    const access = { url, folder, author: AUTHOR, ...(token !== undefined && { token }) };
    const nowSeconds = () => Math.floor(clock.now() / 1000);
    try {
        return await work(await gitRepository(access, { exec, files, nowSeconds, ...(cancelled && { signal: cancelled }) }));
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
/** The message of a write's commit. */
function renderMessage(subject, stamp) {
    return renderTrailers(subject, [
        ['Service', stamp.service],
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
    ]);
}
/** What the last paragraph of a commit's message says line by line, as key and value. */
function parseTrailers(message) {
    const block = message
        .trimEnd()
        .split(/\n\s*\n/)
        .at(-1) ?? '';
    return new Map(block.split('\n').flatMap((line) => {
        const [, key = '', value = ''] = /^([\w-]+): (.*)$/.exec(line) ?? [];
        return key === '' ? [] : [[key, value]];
    }));
}
/** Reads a commit's id and its message; undefined when it is not a write of the service to the file. */
function parseEntry(commit, message, service, file) {
    const trailers = parseTrailers(message);
    const [, id, attempt] = /^(\d+)\.(\d+)$/.exec(trailers.get('Run') ?? '') ?? [];
    if (trailers.get('Service') !== oneLine(service) || trailers.get('File') !== oneLine(file) || id === undefined)
        return undefined;
    return { commit, run: { id: Number(id), attempt: Number(attempt) }, digest: trailers.get('Digest') ?? '' };
}
/** Negative when the first run is the older one, 0 when they are the same, positive otherwise. */
function compareRuns(a, b) {
    return a.id - b.id || a.attempt - b.attempt;
}


/***/ }),

/***/ 43346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ writeBack)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../write-back/lib/answer.js
var answer = __webpack_require__(4442);
;// CONCATENATED MODULE: ../write-back/lib/back-off.js
// About as long as an attempt takes on a hosted server: a shorter wait mostly ends in the same crowd.
const FIRST_MS = 1500;
const LONGEST_MS = 5000;
/**
 * How long to wait after a failed attempt, in milliseconds.
 *
 * The whole wait is drawn ("full jitter"): writers that failed together and wait a fixed time fail together again.
 *
 * @param attempt from 1
 * @param random from 0 to 1
 */
function waitMs(attempt, random) {
    return Math.round(random * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 10)));
}

// EXTERNAL MODULE: ../write-back/lib/stamp.js
var stamp = __webpack_require__(78977);
;// CONCATENATED MODULE: ../write-back/lib/trouble.js

const MEANINGS = {
    moved: [
        'HEAD_MOVED',
        'Others wrote to the branch before each attempt.',
        'Start the job again, raise "attempts", or let fewer services share one branch.',
    ],
    unreachable: ['GIT_UNREACHABLE', 'The git server did not answer.', 'Start the job again when it does.'],
    unauthorised: [
        'GIT_UNAUTHORISED',
        'The git server does not take the token: it is wrong, or its time is over.',
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
    unknown: ['GIT_FAILED', 'Git failed.', 'What it said is above.'],
};
const SAID_MAX = 1000;
/** The trouble as what a person is told. */
function failureOf({ kind, said }, attempts) {
    const [code, message, remedy] = MEANINGS[kind];
    const tries = attempts > 1 ? ` It was tried ${attempts} times.` : '';
    return new failure/* Failure */.H({ code, message: `${message}${tries} It said: ${said.slice(0, SAID_MAX)}`, remedy });
}

;// CONCATENATED MODULE: ../write-back/lib/write.js





function viewOf({ repository }, commit, tip) {
    return {
        commit,
        read: (path, at = commit) => repository.read(at, path),
        // A newer run may have written to the branch of our own, which is not merged yet.
        lastEntry: async (service, path) => {
            const ours = tip === undefined ? undefined : await repository.lastEntry(tip, service, path);
            const merged = await repository.lastEntry(commit, service, path);
            return ours !== undefined && (merged === undefined || (0,stamp/* compareRuns */.qB)(ours.run, merged.run) > 0) ? ours : merged;
        },
        versions: (path) => repository.versions(commit, path),
    };
}
async function aimOf({ branch, from }, { repository }) {
    if (from === undefined)
        return { branch };
    const tip = await repository.fetch(from);
    if (!('kind' in tip))
        return { branch: from, tip: tip.commit };
    return tip.kind === 'branch-absent' ? { branch: from } : tip;
}
/** Whether the branch of our own says all of it already. */
async function isThere({ repository }, { tip }, head, files) {
    if (tip === undefined || !(await repository.contains(tip, head)))
        return false;
    const there = await Promise.all(files.map(({ path }) => repository.read(tip, path)));
    return files.every(({ file }, index) => there[index]?.text === file.text);
}
async function tryOnce(request, world, attempts, doubtful) {
    const { repository } = world;
    const { branch } = request;
    const aim = await aimOf(request, world);
    if ('kind' in aim)
        return { kind: 'trouble', trouble: aim, ...(doubtful && { pushed: doubtful }) };
    const head = await repository.fetch(branch);
    if ('kind' in head)
        return { kind: 'trouble', trouble: head, ...(doubtful && { pushed: doubtful }) };
    if (head.rewritten)
        world.log.info(`The history of ${branch} was rewritten; the edit is made on what is there now.`);
    const done = (written) => ({ kind: 'done', written });
    const end = request.from === undefined ? head.commit : aim.tip;
    if (doubtful !== undefined && end !== undefined && (await repository.contains(end, doubtful.commit)))
        return done({ kind: 'written', attempts: attempts - 1, ...doubtful });
    const plan = await request.plan(viewOf(world, head.commit, aim.tip));
    if (plan.kind === 'unchanged')
        return done({ kind: 'unchanged', commit: head.commit, attempts });
    if (plan.kind !== 'write')
        return done({ ...plan, attempts });
    const { files, changes, message } = plan;
    if (request.dryRun)
        return done({ kind: 'planned', head: head.commit, attempts, changes });
    if (aim.tip !== undefined && (await isThere(world, aim, head.commit, files)))
        return done({ kind: 'written', commit: aim.tip, attempts, changes });
    const merges = aim.tip === undefined ? [] : [aim.tip];
    const commit = await repository.commit({ parent: head.commit, merges, files, message });
    const trouble = await repository.push(commit, aim.branch);
    if (trouble === undefined)
        return done({ kind: 'written', commit, attempts, changes });
    return { kind: 'trouble', trouble, pushed: { commit, changes } };
}
/**
 * Writes an edit to a branch that others write to at the same time.
 *
 * Each attempt reads the newest commit and makes the edit anew on it: no commit is rebased, for neighbouring lines of two
 * services would be a conflict of texts and none of values, and none is forced. When the answer to a push was lost, the next
 * attempt looks whether the commit arrived.
 *
 * @throws Failure of the edit, or of what git said: HEAD_MOVED, GIT_UNREACHABLE, GIT_UNAUTHORISED, GIT_FORBIDDEN,
 * GIT_REPOSITORY_ABSENT, GIT_BRANCH_ABSENT, BRANCH_RULED_OUT, GIT_FAILED; FILE_NOT_FOUND, CANCELLED.
 */
async function writeBack(request, world) {
    const { clock, log, signal, random = Math.random } = world;
    let doubtful;
    for (let attempt = 1;; attempt += 1) {
        throwIfCancelled(signal);
        const result = await tryOnce(request, world, attempt, doubtful);
        if (result.kind === 'done')
            return result.written;
        throwIfCancelled(signal);
        const { trouble, pushed } = result;
        doubtful = trouble.kind === 'unreachable' ? pushed : undefined;
        if (!(0,answer/* isPassing */.W)(trouble) || attempt >= request.attempts)
            throw failureOf(trouble, attempt);
        const wait = waitMs(attempt, random());
        log.debug(`Attempt ${attempt} of ${request.attempts}: ${trouble.said}. Waiting ${wait} ms.`);
        await clock.sleep(wait, signal).catch(() => undefined);
    }
}
function throwIfCancelled(signal) {
    if (signal?.aborted !== true)
        return;
    const message = 'The run was cancelled. A push that was under way may have arrived.';
    throw new failure/* Failure */.H({ code: 'CANCELLED', message });
}


/***/ })

};
