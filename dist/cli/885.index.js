export const id = 885;
export const ids = [885];
export const modules = {

/***/ 2885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* reexport */ action/* action */.X),
  run: () => (/* reexport */ run)
});

// EXTERNAL MODULE: ../../actions/run-tests/lib/action.js
var action = __webpack_require__(1059);
// EXTERNAL MODULE: ../dependency/lib/check.js
var check = __webpack_require__(762);
// EXTERNAL MODULE: ../dependency/lib/lifecycle.js + 1 modules
var lifecycle = __webpack_require__(7179);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(2393);
// EXTERNAL MODULE: ../runner/lib/annotations.js
var annotations = __webpack_require__(239);
// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(4408);
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
var mistakes = __webpack_require__(7529);
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
var collect = __webpack_require__(7993);
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

// EXTERNAL MODULE: ../../node_modules/fast-xml-parser/src/xmlparser/XMLParser.js + 26 modules
var XMLParser = __webpack_require__(302);
// EXTERNAL MODULE: ../../node_modules/fast-xml-parser/src/fxp.js
var fxp = __webpack_require__(1884);
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




/***/ })

};
