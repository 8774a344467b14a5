export const id = 8205;
export const ids = [8205];
export const modules = {

/***/ 18205:
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
// EXTERNAL MODULE: ../dependency/lib/lifecycle.js + 1 modules
var lifecycle = __webpack_require__(27179);
// EXTERNAL MODULE: ../runner/lib/annotations.js
var annotations = __webpack_require__(90239);
// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
// EXTERNAL MODULE: ../test-command/lib/passing.js
var passing = __webpack_require__(92564);
// EXTERNAL MODULE: ../test-command/lib/commands.js + 1 modules
var lib_commands = __webpack_require__(96994);
// EXTERNAL MODULE: ../test-command/lib/reports.js + 1 modules
var lib_reports = __webpack_require__(21671);
// EXTERNAL MODULE: ../test-command/lib/tested.js + 1 modules
var lib_tested = __webpack_require__(22997);
// EXTERNAL MODULE: ../test-command/lib/telling.js + 1 modules
var telling = __webpack_require__(93537);
// EXTERNAL MODULE: ../test-command/lib/judgement.js
var lib_judgement = __webpack_require__(22480);
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

// EXTERNAL MODULE: ../dependency/lib/check.js
var check = __webpack_require__(10762);
// EXTERNAL MODULE: ../failure/lib/collect.js
var collect = __webpack_require__(57993);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
;// CONCATENATED MODULE: ../../actions/run-tests/lib/plan.js



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
    const commands = await (0,lib_commands/* readCommands */.P)({ ...inputs, path: inputs.env?.['PATH'] }, ports, problems);
    const dependencies = await planDependencies(inputs, ports, problems);
    (0,failure/* failWhen */.x)(problems);
    return { ...commands, dependencies };
}

;// CONCATENATED MODULE: ../../actions/run-tests/lib/run.js





const passed = ({ passEnv = [] }, context) => (0,passing/* passOn */.T)(passEnv, (name) => context.environment(name));
/** What a dependency printed; one that ended before the tests did is likely why they failed. */
function logOf({ name, process, ended }) {
    const end = ended();
    const title = end === undefined ? `Log of ${name}` : `Log of ${name}, which ended with exit code ${end.exitCode} during the tests`;
    return { title, log: (0,lifecycle/* lastLines */.w)(process.output()) };
}
async function execute(inputs, planned, ports, context) {
    const { reports, workingDirectory: folder, timeBudget: budgetMs } = inputs;
    const env = { ...passed(inputs, context).variables, ...inputs.env };
    await (0,lib_commands/* prepare */.i)(planned, ports.files.resolve(folder), env, ports);
    await (0,lib_reports/* removeStale */.s)(reports, folder, ports.files);
    return (0,lifecycle/* withDependencies */.O)(planned.dependencies, folder, ports, async (started) => {
        const tested = await (0,lib_tested/* runTests */.N)({ words: planned.words, folder, env, budgetMs, reports }, ports);
        return { ...tested, logs: started.map(logOf) };
    });
}
function run_annotations(inputs, tested, judgement, context) {
    const place = { workspace: context.workspace, folder: inputs.workingDirectory };
    return [
        ...(0,telling/* failedTests */.T9)(tested.report, inputs.kind, place),
        ...(0,telling/* unreadReports */.bB)(tested, judgement).map((problem) => (0,annotations/* annotationOf */.l)(problem)),
        ...passed(inputs, context).warnings,
    ];
}
function logBlocks({ logs }, { kind }) {
    return kind === 'passed' ? [] : logs.map(({ title, log }) => (0,block/* details */.zH)(title, [(0,block/* code */.aY)(log || '(it printed nothing)')]));
}
/** Runs the tests beside their dependencies and judges what came of them. */
async function run(inputs, ports, context) {
    const planned = await plan(inputs, ports);
    const tested = await execute(inputs, planned, ports, context);
    const judgement = (0,lib_judgement/* judge */.S4)(tested, inputs.minTests);
    const { seconds, report, logs } = tested;
    if (judgement.kind !== 'passed')
        for (const { title, log } of logs)
            ports.log.info(`${title}:\n${log || '(it printed nothing)'}`);
    const place = { workspace: context.workspace, folder: inputs.workingDirectory };
    return {
        verdict: (0,lib_judgement/* verdictOf */.Vj)(judgement),
        headline: `${(0,lib_judgement/* headline */.Pl)(judgement, inputs.kind, inputs.timeBudget)} (${seconds.toFixed(1)} s)`,
        outputs: (0,telling/* countsOf */.mQ)(report, seconds),
        annotations: run_annotations(inputs, tested, judgement, context),
        summary: (0,telling/* testSummary */.JH)(tested, judgement, place, logBlocks(tested, judgement)),
        data: {
            judgement,
            seconds,
            cases: (report?.cases ?? []).map(({ name, result, seconds: took }) => ({ name, result, seconds: took })),
        },
    };
}

;// CONCATENATED MODULE: ../../actions/run-tests/lib/index.js




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
