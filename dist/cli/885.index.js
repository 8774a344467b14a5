export const id = 885;
export const ids = [885];
export const modules = {

/***/ 52885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* reexport */ action/* action */.X),
  run: () => (/* reexport */ run)
});

// EXTERNAL MODULE: ../../actions/run-tests/lib/action.js
var action = __webpack_require__(51059);
// EXTERNAL MODULE: ../dependency/lib/check.js
var check = __webpack_require__(10762);
// EXTERNAL MODULE: ../dependency/lib/lifecycle.js + 1 modules
var lifecycle = __webpack_require__(27179);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../runner/lib/annotations.js
var annotations = __webpack_require__(90239);
// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
;// CONCATENATED MODULE: ../../actions/run-tests/lib/bounded.js
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

;// CONCATENATED MODULE: ../../actions/run-tests/lib/judgement.js
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
        return { kind: 'failed', failed, total };
    if (malformed.length > 0)
        return { kind: 'bad-report', exitCode, files: [...new Set(malformed.map(({ location }) => location?.file ?? ''))] };
    if (report === undefined)
        return { kind: 'no-report', exitCode, patterns };
    if (exitCode !== 0)
        return { kind: 'command-failed', exitCode, total };
    return total < minTests ? { kind: 'too-few', total, expected: minTests } : { kind: 'passed', total };
}
const ending = (exitCode) => (exitCode < 0 ? 'was ended by a signal' : `ended with exit code ${exitCode}`);
/** The judgement in one sentence. */
function headline(judgement, kind, budgetMs) {
    switch (judgement.kind) {
        case 'passed':
            return `All ${judgement.total} ${kind} tests passed.`;
        case 'failed':
            return `${judgement.failed} of ${judgement.total} ${kind} tests failed.`;
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

;// CONCATENATED MODULE: ../../actions/run-tests/lib/place.js
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

// EXTERNAL MODULE: ../dependency/lib/dependency.js
var dependency = __webpack_require__(2997);
// EXTERNAL MODULE: ../dependency/lib/mistakes.js
var mistakes = __webpack_require__(17529);
;// CONCATENATED MODULE: ../dependency/lib/dependencies.js


const DEPENDENCIES = {
    schema: (0,dependency/* object */.Ik)('dependencies', { type: 'array', minItems: 1, items: dependency/* ENTRY */.Py }),
};
/**
 * Parses the file of dependencies.
 *
 * @throws Failure with every problem on its line: syntax, unknown keys, none or several of run, image and compose, no
 * way to tell readiness, a name that stands twice.
 */
function parseDependencies(file, text) {
    const { value, source } = (0,dependency/* parseFile */.CJ)(file, text, DEPENDENCIES, (document) => {
        const { dependencies } = (document.value ?? {});
        const entries = Array.isArray(dependencies) ? dependencies : [];
        const names = entries.map((entry) => entry?.name);
        return entries.flatMap((entry, index) => {
            const at = (...path) => document.locate(['dependencies', index, ...path]);
            const message = `There are two dependencies named "${names[index]}".`;
            const twice = names[index] !== undefined && names.indexOf(names[index]) < index;
            return [...(0,mistakes/* dependencyMistakes */.X)(entry, at), ...(twice ? [{ code: 'DEPENDENCY_TWICE', message, location: at('name') }] : [])];
        });
    });
    return value.dependencies.map((raw, index) => (0,dependency/* dependencyOf */.bf)(raw, source.locate(['dependencies', index])));
}

// EXTERNAL MODULE: ../failure/lib/collect.js
var collect = __webpack_require__(57993);
;// CONCATENATED MODULE: ../../actions/run-tests/lib/words.js

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

;// CONCATENATED MODULE: ../../actions/run-tests/lib/plan.js



async function programProblem(input, words, inputs, { exec, files }) {
    const [program = ''] = words;
    // Another PATH is another machine to look at; then the start itself tells.
    if (inputs.env?.['PATH'] !== undefined)
        return [];
    if ((await exec.which((0,check/* programAt */.qN)(program, files.resolve(inputs.workingDirectory)))) !== undefined)
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
function variableProblems({ env = {}, passEnv = [] }) {
    const both = passEnv.filter((name) => name in env);
    return both.map((name) => ({
        code: 'INPUT_CONTRADICTION',
        message: `The variable ${name} is given in "env" and is to be passed on by "pass-env".`,
        remedy: 'Keep one of them.',
    }));
}
async function planDependencies(inputs, ports, problems) {
    const file = inputs.dependencies;
    if (file === undefined)
        return [];
    if (!(await ports.files.exists(file))) {
        const message = `Input "dependencies" is "${file}", and there is no such file in the workspace.`;
        problems.push({ code: 'DEPENDENCIES_MISSING', message, remedy: 'Correct it, or add the file.' });
        return [];
    }
    const parsed = await (0,collect/* collect */.F)(problems, async () => parseDependencies(file, await ports.files.readText(file)));
    const found = await (0,check/* dependencyProblems */.WG)(parsed ?? [], inputs.workingDirectory, ports);
    // A preparation may build what a dependency runs, so then only its start can tell.
    problems.push(...found.filter(({ code }) => inputs.prepare === undefined || code !== 'DEPENDENCY_COMMAND'));
    return parsed ?? [];
}
/** Plans the run, or tells every problem of inputs, machine and dependencies together, before anything is changed. */
async function plan(inputs, ports) {
    const problems = [...variableProblems(inputs)];
    const preparations = [];
    for (const command of inputs.prepare ?? []) {
        const split = await (0,collect/* collect */.F)(problems, () => splitCommand(command, 'prepare'));
        if (split !== undefined)
            preparations.push(split);
    }
    const words = await (0,collect/* collect */.F)(problems, () => splitCommand(inputs.command));
    const folder = await folderProblems(inputs, ports);
    problems.push(...folder);
    // Only what comes first must be there by now: the rest may be what the first one installs.
    const [first] = preparations.length > 0 ? preparations : [words];
    if (folder.length === 0 && first !== undefined)
        problems.push(...(await programProblem(preparations.length > 0 ? 'prepare' : 'command', first, inputs, ports)));
    const dependencies = await planDependencies(inputs, ports, problems);
    (0,failure/* failWhen */.x)(problems);
    return { preparations, words: words ?? [], dependencies };
}

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

;// CONCATENATED MODULE: ../../actions/run-tests/lib/reports.js


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

;// CONCATENATED MODULE: ../../actions/run-tests/lib/run.js









function environment(inputs, context) {
    const passed = (inputs.passEnv ?? []).map((name) => [name, context.environment(name)]);
    const known = passed.filter((entry) => entry[1] !== undefined);
    return { ...Object.fromEntries(known), ...inputs.env };
}
async function prepare({ preparations }, cwd, env, { exec, log, cancelled }) {
    for (const [program = '', ...args] of preparations) {
        const onOutput = (text) => log.info(text.trimEnd());
        const { exitCode, stdout, stderr } = await exec.run((0,check/* programAt */.qN)(program, cwd), args, {
            cwd,
            env,
            signal: cancelled,
            onOutput,
        });
        if (cancelled.aborted)
            throw new failure/* Failure */.H({ code: 'CANCELLED', message: 'The run was cancelled before the tests began.' });
        if (exitCode === 0)
            continue;
        const message = `"${[program, ...args].join(' ')}" ended with exit code ${exitCode}. Its last lines:\n${(0,lifecycle/* lastLines */.w)(stdout + stderr)}`;
        throw new failure/* Failure */.H({ code: 'PREPARE_FAILED', message, remedy: 'No test was run; correct the command under "prepare".' });
    }
}
/** What a dependency printed; one that ended before the tests did is likely why they failed. */
function logOf({ name, process, ended }) {
    const end = ended();
    const title = end === undefined ? `Log of ${name}` : `Log of ${name}, which ended with exit code ${end.exitCode} during the tests`;
    return { title, log: (0,lifecycle/* lastLines */.w)(process.output()) };
}
async function execute(inputs, planned, ports, context) {
    const { files, clock, cancelled } = ports;
    const { reports, workingDirectory, timeBudget: budgetMs } = inputs;
    const [cwd, env] = [files.resolve(workingDirectory), environment(inputs, context)];
    await prepare(planned, cwd, env, ports);
    await removeStale(reports, workingDirectory, files);
    const [program = '', ...args] = planned.words;
    return (0,lifecycle/* withDependencies */.O)(planned.dependencies, workingDirectory, ports, async (started) => {
        const begun = clock.now();
        const result = await runBounded([(0,check/* programAt */.qN)(program, cwd), ...args], { cwd, env, budgetMs }, ports);
        const seconds = (clock.now() - begun) / 1000;
        const logs = started.map(logOf);
        return { result, ...(await readReports(reports, workingDirectory, files)), cancelled: cancelled.aborted, seconds, logs };
    });
}
function failures(report) {
    return report?.cases.filter(({ result }) => result === 'failed') ?? [];
}
function run_annotations(inputs, tested, judgement, context) {
    const failed = failures(tested.report).map((failure) => ({
        level: 'error',
        title: `${inputs.kind} test failed: ${failure.name}`,
        message: failure.detail.split('\n').slice(0, 6).join('\n') || 'It says nothing more.',
        ...placeOf(failure, context.workspace, inputs.workingDirectory),
    }));
    // Of a command that was ended, half a report is no surprise.
    const ended = ['over-budget', 'cancelled'].includes(judgement.kind);
    const malformed = ended ? [] : tested.malformed.map((problem) => (0,annotations/* annotationOf */.l)(problem));
    const unset = (inputs.passEnv ?? []).filter((name) => context.environment(name) === undefined);
    const title = 'Nothing to pass on';
    const message = `"pass-env" names ${unset.join(', ')}, which the step does not set.`;
    return [...failed, ...malformed, ...(unset.length > 0 ? [{ level: 'warning', title, message }] : [])];
}
function slowest(report) {
    const slow = [...(report?.cases ?? [])].sort((a, b) => b.seconds - a.seconds).slice(0, 5);
    if (slow.length === 0)
        return [];
    return [
        (0,block/* details */.zH)('Slowest tests', [
            (0,block/* table */.tp)(['test', 'seconds'], slow.map(({ name, seconds }) => [name, seconds.toFixed(3)])),
        ]),
    ];
}
function summary(tested, judgement, context, folder) {
    const failed = failures(tested.report);
    const rows = failed.map((failure) => {
        const place = placeOf(failure, context.workspace, folder);
        return [
            failure.name,
            place === undefined ? '' : { code: [place.file, place.line].join(':') },
            failure.detail.split('\n')[0] ?? '',
        ];
    });
    const shown = judgement.kind === 'passed' ? [] : tested.logs.map(({ title, log }) => (0,block/* details */.zH)(title, [(0,block/* code */.aY)(log || '(it printed nothing)')]));
    const output = judgement.kind === 'passed'
        ? []
        : [(0,block/* details */.zH)('Output of the command', [(0,block/* code */.aY)((0,lifecycle/* lastLines */.w)(tested.result.stdout + tested.result.stderr, 60))])];
    return [
        ...(rows.length > 0 ? [(0,block/* table */.tp)(['failed test', 'where', 'why'], rows)] : []),
        ...output,
        ...shown,
        ...slowest(tested.report),
    ];
}
/** Runs the tests beside their dependencies and judges what came of them. */
async function run(inputs, ports, context) {
    const planned = await plan(inputs, ports);
    const tested = await execute(inputs, planned, ports, context);
    const judgement = judge(tested, inputs.minTests);
    const cases = tested.report?.cases ?? [];
    if (judgement.kind !== 'passed')
        for (const { title, log } of tested.logs)
            ports.log.info(`${title}:\n${log || '(it printed nothing)'}`);
    return {
        verdict: judgement.kind === 'passed' ? 'pass' : judgement.kind === 'cancelled' ? 'inconclusive' : 'fail',
        headline: `${headline(judgement, inputs.kind, inputs.timeBudget)} (${tested.seconds.toFixed(1)} s)`,
        outputs: {
            total: String(cases.filter(({ result }) => result !== 'skipped').length),
            failed: String(failures(tested.report).length),
            skipped: String(cases.filter(({ result }) => result === 'skipped').length),
            seconds: tested.seconds.toFixed(1),
        },
        annotations: run_annotations(inputs, tested, judgement, context),
        summary: summary(tested, judgement, context, inputs.workingDirectory),
        data: { judgement, seconds: tested.seconds, cases: cases.map(({ name, result, seconds }) => ({ name, result, seconds })) },
    };
}

;// CONCATENATED MODULE: ../../actions/run-tests/lib/index.js




/***/ }),

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

/***/ 29880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ jsonSource)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
;// CONCATENATED MODULE: ../config/lib/json.js
const QUOTE = 34;
const BACKSLASH = 92;
function endOfString(text, start) {
    let at = start + 1;
    for (let code = text.charCodeAt(at); code !== QUOTE && at < text.length; code = text.charCodeAt(at)) {
        at += code === BACKSLASH ? 2 : 1;
    }
    return at + 1;
}
/** The text of a JSON string; most hold nothing that stands for something else. */
function textAt(text, start, end) {
    const inner = text.slice(start + 1, end - 1);
    return inner.includes('\\') ? JSON.parse(text.slice(start, end)) : inner;
}
const SCALAR_END = /[,\]}\s]/g;
function endOfScalar(text, start) {
    SCALAR_END.lastIndex = start;
    return SCALAR_END.exec(text)?.index ?? text.length;
}
function nodeAt(text, start) {
    if (text[start] === '{')
        return { start, members: new Map() };
    return text[start] === '[' ? { start, items: [] } : { start };
}
/**
 * Finds the place of every value in a text that `JSON.parse` has accepted; a loop and no recursion, however deep it is.
 *
 * A general reader that keeps places takes fifty times as long, which decides how many contracts a run can compare.
 */
function findPlaces(text, depthMax) {
    const open = [];
    const duplicates = [];
    let root = { start: 0 };
    let pending;
    let tooDeep;
    const put = (node) => {
        const parent = open.at(-1);
        if (parent === undefined)
            root = node;
        else if (parent.items !== undefined)
            parent.items.push(node);
        else if (pending !== undefined) {
            if (parent.members?.has(pending.key))
                duplicates.push(pending);
            parent.members?.set(pending.key, { key: pending.offset, node });
            pending = undefined;
        }
    };
    for (let at = 0; at < text.length;) {
        const character = text[at] ?? '';
        if (character <= ' ' || character === ',' || character === ':')
            at += 1;
        else if (character === '}' || character === ']') {
            open.pop();
            at += 1;
        }
        else if (character === '"' && open.at(-1)?.members !== undefined && pending === undefined) {
            const end = endOfString(text, at);
            pending = { key: textAt(text, at, end), offset: at };
            at = end;
        }
        else {
            const node = nodeAt(text, at);
            put(node);
            const container = node.members !== undefined || node.items !== undefined;
            if (container)
                open.push(node);
            if (open.length > depthMax)
                tooDeep ??= at;
            at = container ? at + 1 : character === '"' ? endOfString(text, at) : endOfScalar(text, at);
        }
    }
    return { root, duplicates, ...(tooDeep !== undefined && { tooDeep }) };
}
/** The offset of the value at a path, or of the key that the last step names; of the nearest ancestor when there is none. */
function offsetIn(root, path, ofKey) {
    let node = root;
    for (const [index, step] of path.entries()) {
        const member = node.members?.get(String(step));
        const next = member?.node ?? node.items?.[Number(step)];
        if (next === undefined)
            return node.start;
        if (ofKey && index === path.length - 1)
            return member?.key ?? next.start;
        node = next;
    }
    return node.start;
}

// EXTERNAL MODULE: ../config/lib/limits.js
var limits = __webpack_require__(22729);
// EXTERNAL MODULE: ../config/lib/lines.js
var lines = __webpack_require__(89810);
;// CONCATENATED MODULE: ../config/lib/json-source.js




/** A JSON text, with its value, as a document; throws a Failure for what is too deep, too large, or has a key twice. */
function jsonSource(file, text, value) {
    (0,limits/* checkSize */.C1)(file, text, 'JSON');
    const locationAt = (0,lines/* linesOf */.D)(file, text);
    const places = findPlaces(text, limits/* DEPTH_MAX */.tZ);
    if (places.tooDeep !== undefined)
        throw (0,limits/* tooDeep */.DI)(locationAt(places.tooDeep));
    const problems = places.duplicates.map(({ key, offset }) => {
        const message = `The key ${JSON.stringify(key)} stands twice in its object, so one of its values would be lost.`;
        return { code: 'YAML_SYNTAX', message, location: locationAt(offset) };
    });
    if (problems.length > 0)
        throw new failure/* Failure */.H(problems);
    return {
        file,
        value,
        locate: (path) => locationAt(offsetIn(places.root, path, false)),
        locateKey: (path) => locationAt(offsetIn(places.root, path, true)),
    };
}


/***/ }),

/***/ 22729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ checkSize),
/* harmony export */   DI: () => (/* binding */ tooDeep),
/* harmony export */   tZ: () => (/* binding */ DEPTH_MAX)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);

/** Deeper than anything that people write, and well within what a stack can hold. */
const DEPTH_MAX = 500;
/** The YAML reader takes some two seconds for a mebibyte and JSON a hundredth of that. */
const SIZE_MAX = { YAML: 8, JSON: 64 };
/** A Failure SOURCE_TOO_DEEP at a place. */
const tooDeep = (location) => new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ code: 'SOURCE_TOO_DEEP', message: `This is nested deeper than ${DEPTH_MAX} levels.`, location });
/** Throws a Failure SOURCE_TOO_LARGE for what could not be read in bounded time. */
function checkSize(file, text, form) {
    const mebibytes = text.length / 2 ** 20;
    if (mebibytes <= SIZE_MAX[form])
        return;
    const message = `The file has ${mebibytes.toFixed(1)} MiB; ${form} is read up to ${SIZE_MAX[form]} MiB.`;
    throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ code: 'SOURCE_TOO_LARGE', message, remedy: 'Split it into several files.', location: { file } });
}


/***/ }),

/***/ 89810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ linesOf)
/* harmony export */ });
function startsOf(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}
/** Tells the line and column of an offset in a file's text; both count from 1, and a line ends with its line feed. */
function linesOf(file, text) {
    let starts;
    return (offset) => {
        starts ??= startsOf(text);
        let [low, high] = [0, starts.length - 1];
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    };
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

/***/ 47604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ parseSource)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92393);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33483);
/* harmony import */ var _json_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29880);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22729);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89810);





function pairAt(parent, key) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(parent))
        return undefined;
    return parent.items.find((item) => String((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(item.key) ? item.key.toJSON() : item.key) === String(key));
}
function startOf(node) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? (node.range?.[0] ?? undefined) : undefined;
}
function child(node, step) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return pairAt(node, step)?.value;
    const items = node?.items;
    const item = items?.[Number(step)];
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isPair */ .tO)(item) ? item.value : item;
}
function offsetOf(root, path, ofKey) {
    let node = root;
    let offset = startOf(root) ?? 0;
    for (const [index, step] of path.entries()) {
        const key = pairAt(node, step)?.key;
        const next = child(node, step);
        const at = (ofKey && index === path.length - 1) || startOf(next) === undefined ? startOf(key) : startOf(next);
        if (at === undefined)
            return offset;
        [node, offset] = [next, at];
    }
    return offset;
}
/** JSON that the JSON reader accepts; undefined when it does not, for YAML may still be. */
function readJson(text) {
    if (!/^\s*[[{]/.test(text))
        return undefined;
    try {
        return { value: JSON.parse(text) };
    }
    catch {
        return undefined;
    }
}
function checkDepth(value, file, levels = _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .DEPTH_MAX */ .tZ) {
    if (typeof value !== 'object' || value === null)
        return;
    if (levels === 0)
        throw (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .tooDeep */ .DI)({ file });
    for (const each of Object.values(value))
        checkDepth(each, file, levels - 1);
}
/** The reader calls itself for every level, and refuses aliases that stand for more than can be written out. */
function yamlValue(file, read) {
    try {
        return read();
    }
    catch (error) {
        if (error instanceof RangeError)
            throw (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .tooDeep */ .DI)({ file });
        if (!(error instanceof ReferenceError))
            throw error;
        const message = 'The aliases of this file stand for more than 1000 values.';
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H({ code: 'YAML_ALIASES', message, remedy: 'Write them out, or use fewer.', location: { file } });
    }
}
function yamlSource(file, text) {
    (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .checkSize */ .C1)(file, text, 'YAML');
    const locationAt = (0,_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .linesOf */ .D)(file, text);
    const document = yamlValue(file, () => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { prettyErrors: false, uniqueKeys: true }));
    const overflow = document.errors.find(({ message }) => message.includes('call stack'));
    if (overflow !== undefined)
        throw (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .tooDeep */ .DI)(locationAt(overflow.pos[0]));
    const problems = [...document.errors, ...document.warnings].map((error) => ({
        code: 'YAML_SYNTAX',
        message: `This is not valid YAML: ${error.message.split('\n')[0]}.`,
        location: locationAt(error.pos[0]),
    }));
    if (problems.length > 0)
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H(problems);
    const value = yamlValue(file, () => document.toJS({ maxAliasCount: 1000 }));
    checkDepth(value, file);
    return {
        file,
        value,
        locate: (path) => locationAt(offsetOf(document.contents, path, false)),
        locateKey: (path) => locationAt(offsetOf(document.contents, path, true)),
    };
}
/**
 * Parses a YAML (or JSON) text that must hold exactly one document without errors or duplicate keys.
 *
 * @throws Failure YAML_SYNTAX with every syntax error, each with line and column; SOURCE_TOO_DEEP, SOURCE_TOO_LARGE and
 * YAML_ALIASES for what could not be read in bounded time.
 */
function parseSource(file, given) {
    const text = given.replace(/^\uFEFF/, '');
    const nul = text.indexOf('\0');
    if (nul >= 0) {
        const message = 'There is a NUL character in this file, which is no text then.';
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H({ code: 'YAML_SYNTAX', message, location: (0,_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .linesOf */ .D)(file, text)(nul) });
    }
    const json = readJson(text);
    return json === undefined ? yamlSource(file, text) : (0,_json_source_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonSource */ .u)(file, text, json.value);
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

/***/ 2997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ parseFile),
/* harmony export */   Ik: () => (/* binding */ object),
/* harmony export */   Py: () => (/* binding */ ENTRY),
/* harmony export */   bf: () => (/* binding */ dependencyOf)
/* harmony export */ });
/* harmony import */ var _slipway_config__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47604);
/* harmony import */ var _slipway_config__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10403);
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92393);


/** The schema of one. */
const ENTRY = {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'ready'],
    properties: {
        name: { type: 'string' },
        run: { type: ['array', 'string'], minItems: 1, items: { type: 'string' } },
        image: { type: 'string', minLength: 1 },
        compose: { type: 'string', minLength: 1 },
        ports: { type: 'array', items: { type: 'string' } },
        env: { type: 'object', additionalProperties: { type: 'string' } },
        workingDirectory: { type: 'string' },
        ready: {
            type: 'object',
            additionalProperties: false,
            properties: {
                http: { type: 'string' },
                tcp: { type: 'string' },
                log: { type: 'string', minLength: 1 },
                within: { type: 'string' },
            },
        },
    },
};
/** The schema of a file that holds one key beside its version. */
const object = (key, schema) => ({
    type: 'object',
    additionalProperties: false,
    required: ['version', key],
    properties: { version: { const: 1 }, [key]: schema },
});
const UNITS_MS = { ms: 1, s: 1000, m: 60_000 };
function milliseconds(text) {
    const [, amount, unit = ''] = /^(\d+)(ms|s|m)$/.exec(text) ?? [];
    return Number(amount) * (UNITS_MS[unit] ?? 0);
}
function sourceOf({ run, image, compose, ports }) {
    if (run !== undefined)
        return { kind: 'process', command: run };
    if (compose !== undefined)
        return { kind: 'compose', file: compose };
    return { kind: 'image', image: image ?? '', ...(ports !== undefined && { ports }) };
}
/** What a file writes, as it is used. */
function dependencyOf(raw, location) {
    const { within = '60s', ...signs } = raw.ready;
    return {
        name: raw.name,
        source: sourceOf(raw),
        location,
        env: raw.env ?? {},
        ready: { ...signs, withinMs: milliseconds(within) },
        ...(raw.workingDirectory !== undefined && { workingDirectory: raw.workingDirectory }),
    };
}
/** What the schema refuses, and what is beyond it: together, so that nobody mends a file twice. */
function parseFile(file, text, schema, mistakes) {
    const source = (0,_slipway_config__WEBPACK_IMPORTED_MODULE_0__/* .parseSource */ .P)(file, text);
    const problems = mistakes(source);
    let value;
    try {
        ({ value } = (0,_slipway_config__WEBPACK_IMPORTED_MODULE_1__/* .parseConfig */ .o)(file, text, schema));
    }
    catch (error) {
        if (!(error instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H))
            throw error;
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H([...error.problems, ...problems], { cause: error });
    }
    (0,_slipway_failure__WEBPACK_IMPORTED_MODULE_2__/* .failWhen */ .x)(problems);
    return { value, source };
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

/***/ 17529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ dependencyMistakes)
/* harmony export */ });
const object = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
const given = (raw, keys) => keys.filter((key) => raw[key] !== undefined);
/** Texts with a form, and the form in words; a pattern would say the same to nobody. */
const FORMS = [
    { path: ['name'], form: /^[a-z0-9][a-z0-9-]*$/, words: 'lower-case letters, digits and dashes, such as payment-service' },
    {
        path: ['ready', 'http'],
        form: /^https?:\/\/[^\s/]/,
        words: 'an address with its scheme, such as http://127.0.0.1:8080/readyz',
    },
    { path: ['ready', 'tcp'], form: /^[^:]+:[0-9]+$/, words: 'host and port, such as 127.0.0.1:5432' },
    { path: ['ready', 'within'], form: /^[0-9]+(ms|s|m)$/, words: 'a time, such as 30s' },
];
function formMistakes(raw, at) {
    const texts = FORMS.flatMap(({ path, form, words }) => {
        const [first, second] = path;
        const value = second === undefined ? raw[first] : object(raw[first])[second];
        return typeof value === 'string' && !form.test(value) ? [{ path, value, words }] : [];
    });
    const ports = (Array.isArray(raw['ports']) ? raw['ports'] : []).flatMap((value, index) => typeof value === 'string' && !/^([0-9.]+:)?[0-9]+:[0-9]+$/.test(value)
        ? [{ path: ['ports', index], value, words: 'a port here and one in the container, such as 5432:5432' }]
        : []);
    return [...texts, ...ports].map(({ path, value, words }) => ({
        code: 'DEPENDENCY_FORM',
        message: `"${path.join('.')}" is "${value}"; expected ${words}.`,
        location: at(...path),
    }));
}
/** What is wrong with one dependency beyond its schema; it need not have passed that. */
function dependencyMistakes(entry, at) {
    const raw = object(entry);
    const name = typeof raw['name'] === 'string' ? `"${raw['name']}"` : 'The dependency';
    const problems = [];
    const add = (code, message, ...path) => void problems.push({ code, message, location: at(...path) });
    if (given(raw, ['run', 'image', 'compose']).length !== 1)
        add('DEPENDENCY_KIND', `${name} needs exactly one of run, image, compose.`);
    if (typeof raw['run'] === 'string') {
        const words = raw['run'].trim().split(/\s+/).join(', ');
        add('DEPENDENCY_RUN', `${name} has a text under "run"; expected a program and its arguments: run: [${words}].`, 'run');
    }
    if (raw['ready'] !== undefined && given(object(raw['ready']), ['http', 'tcp', 'log']).length !== 1)
        add('DEPENDENCY_READY', `${name} needs exactly one of http, tcp, log under "ready".`, 'ready');
    for (const [key, kind] of [
        ['ports', 'image'],
        ['workingDirectory', 'run'],
    ]) {
        if (raw[key] !== undefined && raw[kind] === undefined)
            add('DEPENDENCY_KEY', `${name} has "${key}", which only "${kind}" takes.`, key);
    }
    return [...problems, ...formMistakes(raw, at)];
}


/***/ }),

/***/ 57993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ collect)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);

/**
 * Does one part of gathering, so that what is wrong with it joins the other parts' problems.
 *
 * @returns the part's value, or undefined when its Failure went to `problems`; a defect is thrown on.
 */
async function collect(problems, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H))
            throw error;
        problems.push(...error.problems);
        return undefined;
    }
}


/***/ })

};
