export const id = 702;
export const ids = [702];
export const modules = {

/***/ 88702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* reexport */ action/* action */.X),
  run: () => (/* reexport */ run)
});

// EXTERNAL MODULE: ../../actions/smoke-test/lib/action.js
var action = __webpack_require__(94600);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../failure/lib/collect.js
var collect = __webpack_require__(57993);
// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
;// CONCATENATED MODULE: ../../actions/smoke-test/lib/answer.js
const shown = (value) => {
    const text = JSON.stringify(value) ?? 'nothing';
    return text.length > 200 ? `${text.slice(0, 200)}…` : text;
};
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function jsonMismatches(expected, actual, path) {
    if (isObject(expected) && isObject(actual)) {
        return Object.entries(expected).flatMap(([key, value]) => jsonMismatches(value, actual[key], `${path}.${key}`));
    }
    if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
        return expected.flatMap((value, index) => jsonMismatches(value, actual[index], `${path}.${index}`));
    }
    if (expected === actual)
        return [];
    return [{ expectation: path, message: `expected ${path} to be ${shown(expected)}, got ${shown(actual)}` }];
}
function bodyMismatches(expect, answer) {
    const wrong = [];
    if (expect.body !== undefined && !answer.body.includes(expect.body)) {
        wrong.push({ expectation: 'body', message: `expected the body to hold ${shown(expect.body)}, got ${shown(answer.body)}` });
    }
    if (expect.json !== undefined) {
        try {
            wrong.push(...jsonMismatches(expect.json, JSON.parse(answer.body), 'json'));
        }
        catch {
            wrong.push({ expectation: 'json', message: `expected a JSON body, got ${shown(answer.body)}` });
        }
    }
    return wrong;
}
/** Every expectation of the request that its answer does not meet. */
function judgeAnswer(request, answer, version) {
    const { expect } = request;
    const wrong = [];
    if (expect.status !== undefined && answer.status !== expect.status) {
        wrong.push({
            expectation: 'status',
            message: `expected status ${expect.status}, got ${answer.status} with the body ${shown(answer.body)}`,
        });
    }
    for (const [name, value] of Object.entries(expect.headers ?? {})) {
        const actual = answer.headers[name.toLowerCase()];
        if (actual !== value)
            wrong.push({
                expectation: `headers.${name}`,
                message: `expected header ${name} to be ${shown(value)}, got ${shown(actual)}`,
            });
    }
    if (expect.withinMs !== undefined && answer.ms > expect.withinMs) {
        wrong.push({ expectation: 'withinMs', message: `expected an answer within ${expect.withinMs} ms, it took ${answer.ms} ms` });
    }
    const actual = version && answer.headers[version.header.toLowerCase()];
    if (version && actual !== version.expected) {
        const got = actual === undefined ? `no ${version.header} header` : shown(actual);
        wrong.push({ expectation: '', message: `expected version ${shown(version.expected)}, got ${got}` });
    }
    return [...wrong, ...bodyMismatches(expect, answer)];
}

// EXTERNAL MODULE: ../config/lib/source.js
var source = __webpack_require__(47604);
// EXTERNAL MODULE: ../config/lib/config.js
var config = __webpack_require__(10403);
;// CONCATENATED MODULE: ../../actions/smoke-test/lib/suite.js


const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head'];
const TEXTS = { type: 'object', additionalProperties: { type: 'string' } };
const SCHEMA = {
    schema: {
        type: 'object',
        additionalProperties: false,
        required: ['version', 'requests'],
        properties: {
            version: { const: 1 },
            requests: {
                type: 'array',
                minItems: 1,
                items: {
                    type: 'object',
                    additionalProperties: false,
                    required: ['name'],
                    properties: {
                        name: { type: 'string', minLength: 1 },
                        ...Object.fromEntries(METHODS.map((method) => [method, { type: 'string' }])),
                        headers: TEXTS,
                        body: { type: 'string' },
                        json: {},
                        expect: {
                            type: 'object',
                            additionalProperties: false,
                            minProperties: 1,
                            properties: {
                                status: { type: 'integer', minimum: 100, maximum: 599 },
                                headers: TEXTS,
                                body: { type: 'string', minLength: 1 },
                                json: {},
                                withinMs: { type: 'integer', minimum: 1 },
                            },
                        },
                    },
                },
            },
        },
    },
};
/** What is wrong with the requests beyond the schema, which they need not have passed. */
function suiteMistakes(source) {
    const { requests } = (source.value ?? {});
    const entries = (Array.isArray(requests) ? requests : []).map((entry) => Object(entry));
    const names = entries.map(({ name }) => name);
    return entries.flatMap((request, index) => {
        const location = source.locate(['requests', index]);
        const name = request.name === undefined ? 'A request' : `Request "${request.name}"`;
        const methods = METHODS.filter((method) => request[method] !== undefined);
        const problems = [];
        if (methods.length !== 1)
            problems.push({ code: 'SUITE_METHOD', message: `${name} needs exactly one of ${METHODS.join(', ')}.`, location });
        for (const method of methods.filter((each) => !String(request[each]).startsWith('/'))) {
            const message = `${name} is sent to "${request[method]}"; expected a path that begins with "/".`;
            problems.push({ code: 'SUITE_PATH', message, location: source.locate(['requests', index, method]) });
        }
        if (request.body !== undefined && request.json !== undefined)
            problems.push({ code: 'SUITE_BODY', message: `${name} has both "body" and "json".`, location });
        if (request.name !== undefined && names.indexOf(request.name) < index)
            problems.push({ code: 'SUITE_NAME_TWICE', message: `There are two requests named "${request.name}".`, location });
        return problems;
    });
}
function parseRequests(file, text) {
    const problems = suiteMistakes((0,source/* parseSource */.P)(file, text));
    try {
        const parsed = (0,config/* parseConfig */.o)(file, text, SCHEMA);
        (0,failure/* failWhen */.x)(problems);
        return parsed;
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H))
            throw error;
        throw new failure/* Failure */.H([...new Set([...error.problems, ...problems])], { cause: error });
    }
}
/**
 * Parses a suite of requests.
 *
 * @throws Failure with every problem, each on its line: syntax, unknown keys, a request without exactly one method, a
 * name that stands twice, an empty suite.
 */
function parseSuite(file, text) {
    const { value, source } = parseRequests(file, text);
    return value.requests.map((request, index) => {
        const method = METHODS.find((each) => request[each] !== undefined) ?? 'get';
        const json = request.json === undefined ? undefined : JSON.stringify(request.json);
        const body = request.body ?? json;
        return {
            name: request.name,
            method: method.toUpperCase(),
            path: request[method] ?? '/',
            headers: { ...(json !== undefined && { 'content-type': 'application/json' }), ...request.headers },
            ...(body !== undefined && { body }),
            // A request without expectations still has one: that the service did not fail.
            expect: request.expect ?? { status: 200 },
            location: source.locate(['requests', index]),
            locate: (expectation) => source.locate(['requests', index, 'expect', ...expectation.split('.')]),
        };
    });
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/run.js




function baseUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const right = url !== undefined && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
    if (right)
        return text.replace(/\/+$/, '');
    const message = `Input "url" is "${text}"; expected a web address with its scheme, and without query or fragment.`;
    throw new failure/* Failure */.H({ code: 'INPUT_MALFORMED', message, remedy: 'Write it like https://orders.staging.example.com.' });
}
async function gather(inputs, { files }) {
    const problems = [];
    const base = await (0,collect/* collect */.F)(problems, () => baseUrl(inputs.url));
    const requests = await (0,collect/* collect */.F)(problems, async () => {
        if (await files.exists(inputs.suite))
            return parseSuite(inputs.suite, await files.readText(inputs.suite));
        const message = `There is no suite ${inputs.suite}, which says what is sent and what is expected.`;
        throw new failure/* Failure */.H({ code: 'SUITE_MISSING', message, remedy: 'Add it, or correct "suite".' });
    });
    (0,failure/* failWhen */.x)(problems);
    return { base: base ?? '', requests: requests ?? [] };
}
/** An answer's body may stall or be cut off after its headers, and only the reader notices. */
async function readBody(response, limit, timeoutMs) {
    try {
        return await response.text();
    }
    catch (cause) {
        const message = limit.aborted ? `the answer did not end within ${timeoutMs} ms` : 'the answer was cut off in its body';
        throw new failure/* Failure */.H({ code: 'ANSWER_CUT_OFF', message }, { cause });
    }
}
async function send(base, request, timeoutMs, { http, clock, cancelled }) {
    const started = clock.now();
    const limit = AbortSignal.any([cancelled, AbortSignal.timeout(timeoutMs)]);
    const response = await http.fetch({
        method: request.method,
        url: base + request.path,
        headers: request.headers,
        timeoutMs,
        signal: limit,
        ...(request.body !== undefined && { body: request.body }),
    });
    const body = await readBody(response, limit, timeoutMs);
    return { status: response.status, headers: response.headers, body, ms: clock.now() - started };
}
/** Waits for the first answer of any kind: a service that was just deployed may not be reachable yet. */
async function waitUntilReachable(base, inputs, { clock, http, log, cancelled }) {
    const deadline = clock.now() + inputs.readyWithin;
    for (;;) {
        try {
            const response = await http.fetch({ url: `${base}/`, timeoutMs: inputs.requestTimeout, signal: cancelled });
            response.bytes().catch(() => undefined);
            return;
        }
        catch (cause) {
            if (!(cause instanceof failure/* Failure */.H))
                throw cause;
            const seen = cause.problems[0]?.message ?? cause.message;
            const message = `The service gave no answer within ${inputs.readyWithin / 1000} s: ${seen}`;
            const remedy = 'Check that it runs and that this runner may reach it, or raise "ready-within".';
            if (clock.now() >= deadline)
                throw new failure/* Failure */.H({ code: cause.code, message, remedy }, { cause });
            log.debug(seen);
            await clock.sleep(500, cancelled);
        }
    }
}
async function check(base, request, inputs, ports) {
    const version = inputs.expectVersion === undefined ? undefined : { header: inputs.versionHeader, expected: inputs.expectVersion };
    try {
        const answer = await send(base, request, inputs.requestTimeout, ports);
        return { request, answer, mismatches: judgeAnswer(request, answer, version) };
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H) || ports.cancelled.aborted)
            throw error;
        return { request, mismatches: [{ expectation: '', message: error.problems[0]?.message ?? error.message }] };
    }
}
async function checkAll(base, requests, inputs, ports) {
    const deadline = ports.clock.now() + inputs.timeout;
    const results = [];
    for (const request of requests) {
        const late = ports.clock.now() > deadline;
        const skipped = { request, mismatches: [{ expectation: '', message: 'not sent: the time for the suite was over' }] };
        results.push(late ? skipped : await check(base, request, inputs, ports));
    }
    return results;
}
async function perform(base, requests, inputs, ports) {
    try {
        await waitUntilReachable(base, inputs, ports);
        return await checkAll(base, requests, inputs, ports);
    }
    catch (cause) {
        if (cause instanceof failure/* Failure */.H || !ports.cancelled.aborted)
            throw cause;
        throw new failure/* Failure */.H({ code: 'CANCELLED', message: 'The run was cancelled before the suite was done.' }, { cause });
    }
}
function annotations(results) {
    return results.flatMap(({ request, mismatches }) => mismatches.map(({ expectation, message }) => {
        const place = expectation === '' ? request.location : request.locate(expectation);
        return {
            level: 'error',
            title: `Smoke test: ${request.name}`,
            message: `${request.method} ${request.path}: ${message}.`,
            ...place,
        };
    }));
}
function summary(base, results) {
    const rows = results.map(({ request, answer, mismatches }) => [
        mismatches.length === 0 ? '✅' : '❌',
        request.name,
        { code: `${request.method} ${request.path}` },
        String(answer?.status ?? 'none'),
        answer === undefined ? '' : `${answer.ms} ms`,
        mismatches.map(({ message }) => message).join('\n'),
    ]);
    return [(0,block/* table */.tp)(['', `request to ${base}`, 'sent', 'status', 'time', 'what is wrong'], rows)];
}
/** Sends the suite to the service and judges every answer. */
async function run(inputs, ports) {
    const { base, requests } = await gather(inputs, ports);
    const results = await perform(base, requests, inputs, ports);
    const failed = results.filter(({ mismatches }) => mismatches.length > 0);
    return {
        verdict: failed.length === 0 ? 'pass' : 'fail',
        headline: failed.length === 0
            ? `All ${results.length} requests to ${base} were answered as expected.`
            : `${failed.length} of ${results.length} requests to ${base} failed.`,
        outputs: { requests: String(results.length), failed: String(failed.length) },
        annotations: annotations(results),
        summary: summary(base, results),
        data: results.map(({ request, answer, mismatches }) => ({
            name: request.name,
            status: answer?.status ?? null,
            ms: answer?.ms ?? null,
            mismatches: mismatches.map(({ message }) => message),
        })),
    };
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/index.js




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
