export const id = 5024;
export const ids = [5024];
export const modules = {

/***/ 10403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ parseConfig)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92393);
/* harmony import */ var ajv__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65627);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63011);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47604);




const decode = (step) => step.replaceAll('~1', '/').replaceAll('~0', '~');
const pathOf = (pointer) => pointer.split('/').slice(1).map(decode);
function shown(path) {
    return path.length === 0 ? 'The file' : `"${path.join('.')}"`;
}
function unknownKey(source, path, key, known) {
    const guess = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(key, known);
    return {
        code: 'CONFIG_UNKNOWN_KEY',
        message: `Unknown key "${key}"${path.length === 0 ? '' : ` in "${path.join('.')}"`}.`,
        remedy: guess === undefined ? `The keys here are: ${known.join(', ')}.` : `Did you mean "${guess}"?`,
        location: source.locateKey([...path, key]),
    };
}
function knownKeys(error) {
    const properties = error.parentSchema?.properties;
    return Object.keys(properties ?? {});
}
function problemOf(source, error) {
    const path = pathOf(error.instancePath);
    const params = error.params;
    if (error.keyword === 'additionalProperties')
        return unknownKey(source, path, String(params['additionalProperty']), knownKeys(error));
    const location = source.locate(path);
    if (error.keyword === 'required') {
        const key = String(params['missingProperty']);
        return { code: 'CONFIG_MISSING_KEY', message: `${shown(path)} lacks the key "${key}".`, remedy: `Add "${key}".`, location };
    }
    const allowed = params['allowedValues'];
    const detail = allowed === undefined ? error.message : `must be one of ${allowed.map((value) => JSON.stringify(value)).join(', ')}`;
    return { code: 'CONFIG_INVALID', message: `${shown(path)} ${detail ?? 'is not valid'}.`, location };
}
/** Of a schema that offers alternatives, the errors of the alternatives themselves say more than "must match one". */
function worthSaying(errors) {
    const specific = errors.filter(({ keyword }) => !['oneOf', 'anyOf', 'if'].includes(keyword));
    return specific.length > 0 ? specific : errors;
}
/**
 * Parses a configuration file in YAML or JSON and checks it against a schema.
 *
 * @throws Failure with every problem: YAML_SYNTAX, CONFIG_UNKNOWN_KEY, CONFIG_MISSING_KEY or CONFIG_INVALID, each with
 * file, line and column.
 */
function parseConfig(file, text, { schema }) {
    const source = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSource */ .P)(file, text);
    const validate = new ajv__WEBPACK_IMPORTED_MODULE_2__.Ajv({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true }).compile(schema);
    if (validate(source.value))
        return { value: source.value, source };
    const problems = worthSaying(validate.errors ?? []).map((error) => problemOf(source, error));
    const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
    throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H([...unique.values()]);
}


/***/ }),

/***/ 63011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
function distance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (const [i, letter] of [...a].entries()) {
        const next = [i + 1];
        for (const [j, other] of [...b].entries()) {
            next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}
/** The known word that a misspelt one most likely means: at most two letters off, and at most half of it. */
function nearest(word, known) {
    const [best] = known
        .map((each) => ({ each, off: distance(word.toLowerCase(), each.toLowerCase()) }))
        .sort((a, b) => a.off - b.off);
    return best !== undefined && best.off <= 2 && best.off <= best.each.length / 2 ? best.each : undefined;
}


/***/ }),

/***/ 10762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WG: () => (/* binding */ dependencyProblems),
/* harmony export */   qN: () => (/* binding */ programAt),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91142);

/** The folder in which a dependency runs: its own, from the workspace, else that of the work. */
function folderOf({ workingDirectory }, folder, files) {
    return files.resolve(workingDirectory ?? folder);
}
/** A program as it is started: one that is named with a path is taken from the folder it runs in. */
function programAt(program, folder) {
    return program.includes('/') && !program.startsWith('/') ? `${folder}/${program}` : program;
}
async function processProblem(command, folder, { exec, files }) {
    if (!(await files.exists(folder)))
        return `runs in ${folder}, and there is no such folder`;
    const program = programAt(command[0] ?? '', folder);
    return (await exec.which(program)) === undefined
        ? `runs ${program}, which is not on the path or cannot be executed`
        : undefined;
}
async function problemOf(dependency, folder, machine) {
    const { name, source, location } = dependency;
    const problem = (code, what, remedy) => ({
        code,
        message: `"${name}" ${what}.`,
        remedy,
        location,
    });
    if (source.kind === 'process') {
        const what = await processProblem(source.command, folderOf(dependency, folder, machine.files), machine);
        return what === undefined
            ? undefined
            : problem('DEPENDENCY_COMMAND', what, 'Install it in an earlier step, or correct the name.');
    }
    if (source.kind === 'image') {
        const there = (await machine.exec.which('docker')) !== undefined;
        return there
            ? undefined
            : problem('DEPENDENCY_DOCKER_MISSING', 'is an image, and there is no docker on the path', 'Install Docker.');
    }
    const file = machine.files.resolve(`${folder}/${source.file}`);
    if (!(await machine.files.exists(file)))
        return problem('DEPENDENCY_COMPOSE_FILE', `names the compose file ${source.file}, which is not in ${folder}`, 'Correct the path.');
    if ((await (0,_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .composeProgram */ .v3)(machine.exec)) !== undefined)
        return undefined;
    const what = 'is a compose file, and there is neither the plugin "docker compose" nor the program docker-compose';
    return problem('DEPENDENCY_COMPOSE_MISSING', what, 'Install the package docker-compose-plugin (or docker-compose) in an earlier step.');
}
/** Everything that keeps dependencies from being started on this machine, each on its line, before anything is. */
async function dependencyProblems(dependencies, folder, machine) {
    const problems = await Promise.all(dependencies.map((dependency) => problemOf(dependency, folder, machine)));
    return problems.filter((problem) => problem !== undefined);
}


/***/ }),

/***/ 91142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kf: () => (/* binding */ commandsOf),
/* harmony export */   Yt: () => (/* binding */ ensureImage),
/* harmony export */   v3: () => (/* binding */ composeProgram)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);

/** The program that speaks compose: the plugin, else the older program of its own; undefined when there is neither. */
async function composeProgram(exec) {
    const docker = await exec.which('docker');
    const plugin = docker !== undefined && (await exec.run('docker', ['compose', 'version'])).exitCode === 0;
    if (plugin)
        return ['docker', 'compose'];
    return (await exec.which('docker-compose')) === undefined ? undefined : ['docker-compose'];
}
/**
 * The commands of a dependency under a name that nothing else on the machine has.
 *
 * Values of variables stay out of argv. A container outlives a docker client that is killed, so it is removed by name.
 */
async function commandsOf({ source, env }, unique, exec) {
    if (source.kind === 'process')
        return { start: source.command };
    if (source.kind === 'compose') {
        const compose = [...((await composeProgram(exec)) ?? []), '--project-name', unique, '--file', source.file];
        const down = ['down', '--volumes', '--remove-orphans', '--timeout', '2'];
        return { start: [...compose, 'up', '--abort-on-container-exit'], remove: [...compose, ...down] };
    }
    // Without published ports the container shares the runner's network, which also works where Docker has no bridge.
    const network = source.ports?.flatMap((port) => ['--publish', port]) ?? ['--network', 'host'];
    const variables = Object.keys(env).flatMap((name) => ['--env', name]);
    const run = ['docker', 'run', '--rm', '--init', '--name', unique, '--label', 'slipway'];
    return { start: [...run, ...network, ...variables, source.image], remove: ['docker', 'rm', '--force', '--volumes', unique] };
}
/** Pulls an image that is not here yet: the time for it is not the time that the service takes to be ready. */
async function ensureImage({ name, source }, exec, cancelled) {
    if (source.kind !== 'image')
        return;
    const { exitCode } = await exec.run('docker', ['image', 'inspect', source.image]);
    if (exitCode === 0)
        return;
    const pulled = await exec.run('docker', ['pull', '--quiet', source.image], { signal: cancelled });
    if (pulled.exitCode === 0)
        return;
    const why = pulled.stderr.trim().split('\n').at(-1);
    throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
        code: 'DEPENDENCY_IMAGE',
        message: `The image ${source.image} of "${name}" is not here and cannot be pulled: ${why}`,
        remedy: 'Check its name and tag, and log in to its registry in an earlier step.',
    });
}


/***/ }),

/***/ 27179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ lastLines),
  O: () => (/* binding */ withDependencies)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../dependency/lib/check.js
var check = __webpack_require__(10762);
// EXTERNAL MODULE: ../dependency/lib/commands.js
var lib_commands = __webpack_require__(91142);
;// CONCATENATED MODULE: ../dependency/lib/readiness.js

const PROBE_MS = 2000;
const LOOPBACK = /^(localhost|127\.[\d.]+)(:|$)/;
/** Whether a request that failed shows that something accepted its connection all the same. */
function accepted(error, authority) {
    // On this machine nothing but a server that does not speak first keeps a connection waiting.
    if (error.code === 'HTTP_TIMEOUT')
        return LOOPBACK.test(authority);
    return /ECONNRESET|EPIPE|socket hang up|Parse Error|HPE_/.test(error.message);
}
/** The first sentence of a failure: what was seen, without the remedy. */
const seenIn = (error) => error.problems[0]?.message.replace(/\.$/, '') ?? error.message;
async function probeTcp(authority, http) {
    try {
        await http.fetch({ url: `http://${authority}/`, timeoutMs: PROBE_MS });
        return { ready: true };
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H))
            throw error;
        // A server that closes the connection without speaking HTTP, such as a database, has accepted it.
        return accepted(error, authority) ? { ready: true } : { ready: false, seen: seenIn(error) };
    }
}
async function probeHttp(url, http) {
    try {
        const response = await http.fetch({ url, timeoutMs: PROBE_MS });
        // A connection with an unread body stays open, and would keep the service from ending.
        await response.bytes();
        return response.status < 400 ? { ready: true } : { ready: false, seen: `${url} answered with the status ${response.status}` };
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H))
            throw error;
        return { ready: false, seen: seenIn(error) };
    }
}
/** Looks once whether the sign of readiness is there. */
async function probe({ http: url, tcp, log }, output, http) {
    if (log !== undefined)
        return output().includes(log) ? { ready: true } : { ready: false, seen: `it has not printed "${log}"` };
    return tcp === undefined ? probeHttp(url ?? '', http) : probeTcp(tcp, http);
}
/** The address at which something answers already, which would be taken for the dependency. */
async function takenAddress({ http: url, tcp }, http) {
    const authority = tcp ?? (url === undefined ? undefined : new URL(url).host);
    if (authority === undefined)
        return undefined;
    return (await probeTcp(authority, http)).ready ? authority : undefined;
}

;// CONCATENATED MODULE: ../dependency/lib/lifecycle.js




const POLL_MS = 100;
const LOG_LINES = 30;
/** A cancelled run has seconds left, so whatever does not end by itself is ended sooner. */
const GRACE_MS = { usual: 5000, cancelled: 1500 };
const REMOVE_MS = 15_000;
/** The last lines that a dependency printed. */
function lastLines(output, count = LOG_LINES) {
    return output.trimEnd().split('\n').slice(-count).join('\n');
}
function notReady({ name }, started, why) {
    const log = lastLines(started.process.output()) || '(it printed nothing)';
    const remedy = 'Run its command by hand, or give it longer with "ready.within".';
    return new failure/* Failure */.H({
        code: 'DEPENDENCY_NOT_READY',
        message: `"${name}" ${why}. Its last lines:\n${log}\n`,
        remedy,
    });
}
function taken({ name, location }, address) {
    const message = `Something else answers at ${address} already, so "${name}" was not started: it would be taken for it.`;
    return new failure/* Failure */.H({
        code: 'DEPENDENCY_ADDRESS_TAKEN',
        message,
        remedy: 'End what runs there, or use another port.',
        location,
    });
}
async function waitUntilReady(dependency, started, { clock, http, cancelled }) {
    const { ready } = dependency;
    const deadline = clock.now() + ready.withinMs;
    for (;;) {
        const seen = await probe(ready, () => started.process.output(), http);
        const end = started.ended();
        if (end !== undefined) {
            const instead = seen.ready ? ', and something else answers at its address' : ' before it was ready';
            throw notReady(dependency, started, `ended with exit code ${end.exitCode}${instead}`);
        }
        if (seen.ready)
            return;
        if (clock.now() >= deadline)
            throw notReady(dependency, started, `was not ready within ${ready.withinMs / 1000} s: ${seen.seen}`);
        await clock.sleep(POLL_MS, cancelled).catch((cause) => {
            const message = `The run was cancelled while "${dependency.name}" started.`;
            throw new failure/* Failure */.H({ code: 'CANCELLED', message }, { cause });
        });
    }
}
async function start(dependency, folder, { exec, files, clock }) {
    const { name, env } = dependency;
    const cwd = (0,check/* folderOf */.yS)(dependency, folder, files);
    const commands = await (0,lib_commands/* commandsOf */.Kf)(dependency, `slipway-${clock.now().toString(36)}-${name}`, exec);
    const [program = '', ...args] = commands.start;
    const process = await exec.start((0,check/* programAt */.qN)(program, cwd), args, { cwd, env });
    let end;
    void process.exited.then((result) => {
        end = result;
    });
    return { name, process, commands, cwd, env, ended: () => end };
}
async function stop({ process, commands, cwd, env }, { exec, cancelled }) {
    await process.stop(cancelled.aborted ? GRACE_MS.cancelled : GRACE_MS.usual);
    const [program, ...args] = commands.remove ?? [];
    if (program !== undefined)
        await exec.run(program, args, { cwd, env, timeoutMs: REMOVE_MS });
}
async function stopAll(started, surroundings) {
    const last = started.toReversed();
    if (surroundings.cancelled.aborted)
        await Promise.all(last.map((one) => stop(one, surroundings)));
    else
        for (const one of last)
            await stop(one, surroundings);
}
/**
 * Runs the work while the dependencies run, started in order, each ready before the next, and ended in reverse order.
 *
 * @throws Failure DEPENDENCY_NOT_READY with the dependency's last lines, DEPENDENCY_IMAGE, or DEPENDENCY_ADDRESS_TAKEN.
 */
async function withDependencies(dependencies, folder, surroundings, work) {
    const { exec, http, log, cancelled } = surroundings;
    const started = [];
    try {
        for (const dependency of dependencies) {
            await (0,lib_commands/* ensureImage */.Yt)(dependency, exec, cancelled);
            const address = await takenAddress(dependency.ready, http);
            if (address !== undefined)
                throw taken(dependency, address);
            const one = await start(dependency, folder, surroundings);
            started.push(one);
            await waitUntilReady(dependency, one, surroundings);
            log.info(`"${dependency.name}" is ready.`);
        }
        return await work(started);
    }
    finally {
        await stopAll(started, surroundings);
    }
}


/***/ }),

/***/ 96994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ prepare),
  P: () => (/* binding */ readCommands)
});

// EXTERNAL MODULE: ../dependency/lib/check.js
var check = __webpack_require__(10762);
// EXTERNAL MODULE: ../dependency/lib/lifecycle.js + 1 modules
var lifecycle = __webpack_require__(27179);
// EXTERNAL MODULE: ../failure/lib/collect.js
var collect = __webpack_require__(57993);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
;// CONCATENATED MODULE: ../test-command/lib/words.js

/** What a shell would act on and we pass on as text: a command that holds it would not do what it says. */
const SHELL_MARKS = /[|&;<>`$()*?~]/;
/**
 * Splits a command into program and arguments, with single and double quotes as in a shell and nothing else of one.
 *
 * @throws Failure COMMAND_NEEDS_SHELL for pipes, redirections, variables and patterns outside quotes, and
 * COMMAND_MALFORMED for an open quote or no word at all.
 */
function splitCommand(command, input = 'command') {
    const words = [];
    const pattern = /\s*((?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'])+)/gy;
    let end = 0;
    for (const match of command.matchAll(pattern)) {
        const [whole, word = ''] = match;
        end = match.index + whole.length;
        const bare = word.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '');
        const mark = SHELL_MARKS.exec(bare)?.[0];
        if (mark !== undefined) {
            const remedy = 'Put it in a script (for example in package.json) and run that, or quote it.';
            throw new failure/* Failure */.H({
                code: 'COMMAND_NEEDS_SHELL',
                message: `Input "${input}" holds "${mark}", which only a shell understands.`,
                remedy,
            });
        }
        words.push(word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g, (_, double, single) => double?.replace(/\\(.)/g, '$1') ?? single ?? ''));
    }
    if (words.length === 0 || command.slice(end).trim() !== '') {
        throw new failure/* Failure */.H({
            code: 'COMMAND_MALFORMED',
            message: `Input "${input}" is ${JSON.stringify(command)}: a quote is open, or there is no word.`,
        });
    }
    return words;
}

;// CONCATENATED MODULE: ../test-command/lib/commands.js



async function programProblem(input, words, given, { exec, files }) {
    const [program = ''] = words;
    // Another PATH is another machine to look at; then the start itself tells.
    if (given.path !== undefined)
        return [];
    if ((await exec.which((0,check/* programAt */.qN)(program, files.resolve(given.workingDirectory)))) !== undefined)
        return [];
    const message = `Input "${input}" starts with ${program}, which is not on the path or cannot be executed.`;
    return [{ code: 'COMMAND_NOT_FOUND', message, remedy: 'Install it in an earlier step, or check the spelling.' }];
}
async function folderProblems({ workingDirectory }, { files }) {
    if (workingDirectory === '.' || (await files.exists(workingDirectory)))
        return [];
    const message = `Input "working-directory" is "${workingDirectory}", and there is no such folder in the workspace.`;
    return [{ code: 'FOLDER_NOT_FOUND', message, remedy: 'Correct it, or check the repository out in an earlier step.' }];
}
/**
 * Splits a project's commands and looks for the first program and the folder; nothing is started.
 *
 * @param problems takes up what is wrong: COMMAND_NEEDS_SHELL, COMMAND_MALFORMED, COMMAND_NOT_FOUND, FOLDER_NOT_FOUND
 */
async function readCommands(given, machine, problems) {
    const preparations = [];
    for (const command of given.prepare ?? []) {
        const split = await (0,collect/* collect */.F)(problems, () => splitCommand(command, 'prepare'));
        if (split !== undefined)
            preparations.push(split);
    }
    const words = await (0,collect/* collect */.F)(problems, () => splitCommand(given.command));
    const folder = await folderProblems(given, machine);
    problems.push(...folder);
    // Only what comes first must be there by now: the rest may be what the first one installs.
    const [first] = preparations.length > 0 ? preparations : [words];
    if (folder.length === 0 && first !== undefined)
        problems.push(...(await programProblem(preparations.length > 0 ? 'prepare' : 'command', first, given, machine)));
    return { preparations, words: words ?? [] };
}
/** Runs what comes before the tests, one after another. @throws Failure PREPARE_FAILED or CANCELLED; then no test was run */
async function prepare({ preparations }, cwd, env, { exec, log, cancelled }) {
    for (const [program = '', ...args] of preparations) {
        const onOutput = (text) => log.info(text.trimEnd());
        const options = { cwd, env, signal: cancelled, onOutput };
        const { exitCode, stdout, stderr } = await exec.run((0,check/* programAt */.qN)(program, cwd), args, options);
        if (cancelled.aborted)
            throw new failure/* Failure */.H({ code: 'CANCELLED', message: 'The run was cancelled before the tests began.' });
        if (exitCode === 0)
            continue;
        const message = `"${[program, ...args].join(' ')}" ended with exit code ${exitCode}. Its last lines:\n${(0,lifecycle/* lastLines */.w)(stdout + stderr)}`;
        throw new failure/* Failure */.H({ code: 'PREPARE_FAILED', message, remedy: 'No test was run; correct the command under "prepare".' });
    }
}


/***/ }),

/***/ 22480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   Vj: () => (/* binding */ verdictOf)
/* harmony export */ });
/**
 * Judges a test run.
 *
 * A command that ends well without a report, or with too few tests, is not green: nothing shows that anything was tested.
 * One that was ended may have left half a report, which says nothing about why.
 */
function judge(evidence, minTests) {
    const { result, report, malformed, searched: patterns, cancelled } = evidence;
    const { exitCode } = result;
    if (result.timedOut)
        return { kind: 'over-budget' };
    if (cancelled)
        return { kind: 'cancelled' };
    const executed = report?.cases.filter((each) => each.result !== 'skipped') ?? [];
    const failed = executed.filter((each) => each.result === 'failed').length;
    const total = executed.length;
    if (failed > 0)
        return { kind: 'failed', failed, total, exitCode };
    if (malformed.length > 0)
        return { kind: 'bad-report', exitCode, files: [...new Set(malformed.map(({ location }) => location?.file ?? ''))] };
    if (report === undefined)
        return { kind: 'no-report', exitCode, patterns };
    if (exitCode !== 0)
        return { kind: 'command-failed', exitCode, total };
    return total < minTests ? { kind: 'too-few', total, expected: minTests } : { kind: 'passed', total };
}
const ending = (exitCode) => (exitCode < 0 ? 'was ended by a signal' : `ended with exit code ${exitCode}`);
/** What a judgement comes to: a run that was cancelled says nothing of the tests. */
function verdictOf({ kind }) {
    return kind === 'passed' ? 'pass' : kind === 'cancelled' ? 'inconclusive' : 'fail';
}
/**
 * The judgement in one sentence.
 *
 * @param kind what the tests are, such as `unit`
 */
function headline(judgement, kind, budgetMs) {
    switch (judgement.kind) {
        case 'passed':
            return `All ${judgement.total} ${kind} tests passed.`;
        case 'failed':
            return `${judgement.failed} of ${judgement.total} ${kind} tests failed${judgement.exitCode === 0 ? ', although their command ended with exit code 0' : ''}.`;
        case 'over-budget':
            return `The ${kind} tests were ended: they took longer than their budget of ${budgetMs / 1000} s.`;
        case 'cancelled':
            return `The ${kind} tests were ended: the run was cancelled.`;
        case 'too-few':
            return `Only ${judgement.total} ${kind} tests were executed; at least ${judgement.expected} are expected.`;
        case 'no-report':
            return `The ${kind} test command ${ending(judgement.exitCode)} and wrote no JUnit report: no file matches "reports" (${judgement.patterns.join(', ')}), so nothing shows what was tested.`;
        case 'bad-report':
            return `The ${kind} test command ${ending(judgement.exitCode)} and wrote a report that cannot be read: ${judgement.files.join(', ')}.`;
        case 'command-failed':
            return `The ${kind} test command ${ending(judgement.exitCode)}, although none of its ${judgement.total} tests failed.`;
    }
}


/***/ }),

/***/ 92564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ passOn)
/* harmony export */ });
/**
 * The variables that are passed on to a command, which sees nothing else of the step's.
 *
 * @param names those of the input `pass-env`
 */
function passOn(names, environment) {
    const all = names.map((name) => [name, environment(name)]);
    const unset = all.filter(([, value]) => value === undefined).map(([name]) => name);
    const message = `"pass-env" names ${unset.join(', ')}, which the step does not set.`;
    return {
        variables: Object.fromEntries(all.filter((entry) => entry[1] !== undefined)),
        warnings: unset.length > 0 ? [{ level: 'warning', title: 'Nothing to pass on', message }] : [],
    };
}


/***/ }),

/***/ 21671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ readReports),
  s: () => (/* binding */ removeStale)
});

// EXTERNAL MODULE: ../failure/lib/collect.js
var collect = __webpack_require__(57993);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../../node_modules/fast-xml-parser/src/xmlparser/XMLParser.js + 23 modules
var XMLParser = __webpack_require__(82019);
// EXTERNAL MODULE: ../../node_modules/fast-xml-parser/src/fxp.js
var fxp = __webpack_require__(71884);
;// CONCATENATED MODULE: ../junit/lib/report.js


const parser = new XMLParser/* default */.A({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    processEntities: true,
    htmlEntities: true,
    cdataPropName: '#cdata',
    isArray: (name) => ['testsuites', 'testsuite', 'testcase', 'failure', 'error', 'skipped'].includes(name),
});
const nodes = (node, name) => (node[name] ?? []).map((each) => (typeof each === 'string' ? { '#text': each } : each));
const attribute = (node, name) => String(node[`@${name}`] ?? '');
function textOf(node) {
    const parts = [attribute(node, 'message'), node['#text'], node['#cdata']]
        .flat()
        .filter((part) => part !== undefined && part !== '');
    return parts.map(String).join('\n').trim();
}
function caseOf(node, suites) {
    const failures = [...nodes(node, 'failure'), ...nodes(node, 'error')];
    const line = Number(attribute(node, 'line'));
    const file = attribute(node, 'file');
    return {
        name: [...suites, attribute(node, 'name')].filter((part) => part !== '').join(' › '),
        result: failures.length > 0 ? 'failed' : node['skipped'] === undefined ? 'passed' : 'skipped',
        seconds: Number(attribute(node, 'time')) || 0,
        detail: failures.map(textOf).join('\n'),
        ...(file !== '' && { file }),
        ...(line > 0 && { line }),
    };
}
function casesOf(node, suites) {
    const own = nodes(node, 'testcase').map((each) => caseOf(each, suites));
    const nested = nodes(node, 'testsuite').flatMap((suite) => casesOf(suite, [...suites, attribute(suite, 'name')]));
    return [...own, ...nested];
}
/**
 * Parses a JUnit XML report, as jest, node's runner, pytest, gotestsum, Surefire and others write it.
 *
 * @throws Failure JUNIT_MALFORMED when the text is not such a report, with line and column of a syntax error.
 */
function parseJUnit(file, text) {
    const valid = fxp/* XMLValidator */.iI.validate(text);
    if (valid !== true) {
        const { msg, line, col } = valid.err;
        throw new failure/* Failure */.H({ code: 'JUNIT_MALFORMED', message: `This is not XML: ${msg}`, location: { file, line, column: col } });
    }
    const root = parser.parse(text);
    if (root['testsuites'] === undefined && root['testsuite'] === undefined) {
        const remedy = 'Have the test command write JUnit XML there.';
        throw new failure/* Failure */.H({
            code: 'JUNIT_MALFORMED',
            message: 'The file holds no <testsuites> or <testsuite>.',
            remedy,
            location: { file },
        });
    }
    const tops = nodes(root, 'testsuites');
    return { cases: (tops.length > 0 ? tops : [root]).flatMap((top) => casesOf(top, [])) };
}

;// CONCATENATED MODULE: ../test-command/lib/reports.js


const below = (pattern, folder) => (pattern.startsWith('/') ? pattern : `${folder}/${pattern}`);
async function pathsOf(patterns, folder, files) {
    const found = await Promise.all(patterns.map((pattern) => files.glob(below(pattern, folder))));
    return [...new Set(found.flat())].sort();
}
/**
 * Removes the reports of an earlier run, which must not speak for this one.
 *
 * A pattern such as `**\/*.xml` also matches files that are no reports; these stay.
 */
async function removeStale(patterns, folder, files) {
    for (const path of await pathsOf(patterns, folder, files)) {
        if (/<testsuites?[\s/>]/.test(await files.readText(path)))
            await files.remove(path);
    }
}
/** Reads all reports; one that is malformed does not hide what the others say. */
async function readReports(patterns, folder, files) {
    const malformed = [];
    const paths = await pathsOf(patterns, folder, files);
    const read = await Promise.all(paths.map((path) => (0,collect/* collect */.F)(malformed, async () => parseJUnit(path, await files.readText(path)))));
    const reports = read.filter((report) => report !== undefined);
    const searched = patterns.map(async (pattern) => {
        const isFolder = (await files.list(below(pattern, folder))).length > 0;
        return isFolder ? `${pattern} is a folder: write ${pattern}/*.xml` : pattern;
    });
    return {
        malformed,
        searched: await Promise.all(searched),
        ...(reports.length > 0 && { report: { cases: reports.flatMap(({ cases }) => cases) } }),
    };
}


/***/ }),

/***/ 93537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mQ: () => (/* binding */ countsOf),
  T9: () => (/* binding */ failedTests),
  JH: () => (/* binding */ testSummary),
  bB: () => (/* binding */ unreadReports)
});

// UNUSED EXPORTS: failures

// EXTERNAL MODULE: ../dependency/lib/lifecycle.js + 1 modules
var lifecycle = __webpack_require__(27179);
// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
;// CONCATENATED MODULE: ../test-command/lib/place.js
const FRAME = /(?:file:\/\/)?((?:[A-Za-z]:)?[\w@./\\+-]+\.\w+):(\d+)(?::\d+)?|File "([^"]+)", line (\d+)/g;
function insideWorkspace(path, workspace, folder) {
    if (path.startsWith(`${workspace}/`))
        return path.slice(workspace.length + 1);
    if (path.startsWith('/'))
        return undefined;
    const plain = path.replace(/^\.\//, '');
    return folder === '.' ? plain : `${folder.replace(/^\.\//, '').replace(/\/$/, '')}/${plain}`;
}
/** The frames of a stack that lie in the workspace and are not of a library, in the order of the text. */
function place_frames(detail, workspace, folder) {
    return [...detail.matchAll(FRAME)].flatMap(([, path, line, pythonPath, pythonLine]) => {
        const file = insideWorkspace(path ?? pythonPath ?? '', workspace, folder);
        const own = file !== undefined && !/(^|\/)(node_modules|site-packages|vendor)\//.test(file);
        return own ? [{ file, line: Number(line ?? pythonLine) }] : [];
    });
}
/**
 * The line a failed test stands for: what the report states, else the stack's first frame in the test's own file,
 * else the first frame in the workspace, else the file alone.
 */
function placeOf(failure, workspace, folder) {
    const stated = failure.file === undefined ? undefined : insideWorkspace(failure.file, workspace, folder);
    if (stated !== undefined && failure.line !== undefined)
        return { file: stated, line: failure.line };
    const stack = place_frames(failure.detail, workspace, folder);
    return stack.find(({ file }) => file === stated) ?? stack[0] ?? (stated === undefined ? undefined : { file: stated });
}

;// CONCATENATED MODULE: ../test-command/lib/telling.js



const SLOWEST = 5;
const OUTPUT_LINES = 60;
const DETAIL_LINES = 6;
/** The tests that failed. */
function failures(report) {
    return report?.cases.filter(({ result }) => result === 'failed') ?? [];
}
/** How many tests were executed, failed and skipped, and how long they took; as outputs. */
function countsOf(report, seconds) {
    const cases = report?.cases ?? [];
    const skipped = cases.filter(({ result }) => result === 'skipped').length;
    return {
        total: String(cases.length - skipped),
        failed: String(failures(report).length),
        skipped: String(skipped),
        seconds: seconds.toFixed(1),
    };
}
/** Every failed test on its line. @param kind what the tests are, such as `unit` */
function failedTests(report, kind, place) {
    return failures(report).map((failure) => ({
        level: 'error',
        title: `${kind} test failed: ${failure.name}`,
        message: failure.detail.split('\n').slice(0, DETAIL_LINES).join('\n') || 'It says nothing more.',
        ...placeOf(failure, place.workspace, place.folder),
    }));
}
/** The reports that could not be read; of a command that was ended, half a report is no surprise and none is told. */
function unreadReports({ malformed }, { kind }) {
    return ['over-budget', 'cancelled'].includes(kind) ? [] : malformed;
}
function slowest(report) {
    const slow = [...(report?.cases ?? [])].sort((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
    if (slow.length === 0)
        return [];
    const rows = slow.map(({ name, seconds }) => [name, seconds.toFixed(3)]);
    return [(0,block/* details */.zH)('Slowest tests', [(0,block/* table */.tp)(['test', 'seconds'], rows)])];
}
/**
 * The summary of a test run: failed tests, the end of what the command printed unless all passed, and the slowest.
 *
 * @param between stands behind the output
 */
function testSummary({ report, result }, { kind }, place, between = []) {
    const rows = failures(report).map((failure) => {
        const where = placeOf(failure, place.workspace, place.folder);
        return [
            failure.name,
            where === undefined ? '' : { code: [where.file, where.line].join(':') },
            failure.detail.split('\n')[0] ?? '',
        ];
    });
    const output = (0,block/* details */.zH)('Output of the command', [(0,block/* code */.aY)((0,lifecycle/* lastLines */.w)(result.stdout + result.stderr, OUTPUT_LINES))]);
    return [
        ...(rows.length > 0 ? [(0,block/* table */.tp)(['failed test', 'where', 'why'], rows)] : []),
        ...(kind === 'passed' ? [] : [output]),
        ...between,
        ...slowest(report),
    ];
}


/***/ }),

/***/ 22997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ runTests)
});

// EXTERNAL MODULE: ../dependency/lib/check.js
var check = __webpack_require__(10762);
;// CONCATENATED MODULE: ../test-command/lib/bounded.js
/** A cancelled run has seconds left. */
const GRACE_MS = { usual: 5000, cancelled: 2000 };
/** How long after its end a command may take to close its output. */
const CLOSING_MS = 1000;
/**
 * Runs a command and returns when it and all it started have ended, be it by themselves or because the time is over.
 *
 * Tests leave servers behind, also when they pass, and a child may outlive a parent that obeys: so the whole group is
 * ended and waited for in every case.
 */
async function runBounded([program = '', ...args], { cwd, env, budgetMs }, { exec, clock, log, cancelled }) {
    const onOutput = (text) => log.info(text.trimEnd());
    const running = await exec.start(program, args, { cwd, env, onOutput });
    const ended = new AbortController();
    const timedOut = await Promise.race([
        running.exited.then(() => false),
        clock.sleep(budgetMs, AbortSignal.any([ended.signal, cancelled])).then(() => true, () => false),
    ]);
    ended.abort();
    const graceMs = cancelled.aborted ? GRACE_MS.cancelled : GRACE_MS.usual;
    // A process that has left the group may hold the output open for ever; it must not hold the step.
    const result = await Promise.race([
        running.stop(graceMs).then(() => running.exited),
        clock.sleep(graceMs + CLOSING_MS).then(() => undefined),
    ]);
    return { exitCode: -1, stdout: running.output(), stderr: '', ...result, timedOut };
}

// EXTERNAL MODULE: ../test-command/lib/reports.js + 1 modules
var lib_reports = __webpack_require__(21671);
;// CONCATENATED MODULE: ../test-command/lib/tested.js



/**
 * Runs a test command within its time and reads the reports that it wrote.
 *
 * Those of an earlier run must have been removed before.
 */
async function runTests({ words, folder, env, budgetMs, reports }, world) {
    const { files, clock, cancelled } = world;
    const cwd = files.resolve(folder);
    const [program = '', ...args] = words;
    const begun = clock.now();
    const result = await runBounded([(0,check/* programAt */.qN)(program, cwd), ...args], { cwd, env, budgetMs }, world);
    const seconds = (clock.now() - begun) / 1000;
    return { result, ...(await (0,lib_reports/* readReports */.o)(reports, folder, files)), cancelled: cancelled.aborted, seconds };
}


/***/ })

};
