export const id = 4258;
export const ids = [4258];
export const modules = {

/***/ 54258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* reexport */ action/* action */.X),
  run: () => (/* reexport */ run)
});

// EXTERNAL MODULE: ../../actions/smoke-test/lib/action.js + 1 modules
var action = __webpack_require__(74091);
// EXTERNAL MODULE: ../junit/lib/render.js
var render = __webpack_require__(14369);
// EXTERNAL MODULE: ../runner/lib/redaction.js
var lib_redaction = __webpack_require__(62736);
// EXTERNAL MODULE: ../compatibility/lib/live.js + 3 modules
var lib_live = __webpack_require__(46190);
;// CONCATENATED MODULE: ../../actions/smoke-test/lib/description.js

/** Starts judging by a description. The answer that redirects lead to is not that of the request, and is left alone. */
function descriptionJudge(api) {
    const live = (0,lib_live/* liveJudge */.i)(api);
    const unjudged = new Set();
    const judge = ({ status, headers, body, redirects }, { method }, path) => {
        if (redirects.length > 0)
            return [];
        const deviations = live({ method, path: path.replace(/\?.*$/s, ''), status, headers, body });
        for (const { kind, message } of deviations)
            if (kind === 'unjudged')
                unjudged.add(message);
        return deviations.flatMap(({ kind, message, description: { file, line } }) => {
            const place = line === undefined ? file : `${file}:${line}`;
            return kind === 'wrong' ? [{ at: [], message: `the service breaks its own description ${place}: ${message}` }] : [];
        });
    };
    return { judge, unjudged };
}

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../failure/lib/collect.js
var collect = __webpack_require__(57993);
// EXTERNAL MODULE: ../openapi/lib/api/read.js + 2 modules
var read = __webpack_require__(41888);
// EXTERNAL MODULE: ../openapi/lib/document/open.js + 1 modules
var document_open = __webpack_require__(18667);
// EXTERNAL MODULE: ../config/lib/source.js
var source = __webpack_require__(47604);
// EXTERNAL MODULE: ../config/lib/config.js
var config = __webpack_require__(10403);
// EXTERNAL MODULE: ../config/lib/nearest.js
var nearest = __webpack_require__(63011);
// EXTERNAL MODULE: ../../node_modules/json-p3/dist/json-p3.cjs.js
var json_p3_cjs = __webpack_require__(69597);
;// CONCATENATED MODULE: ../smoke/lib/json-path.js

/**
 * The values that a JSONPath (RFC 9535) selects, in the order of the document.
 *
 * @throws Error when it is no such path.
 */
function json_path_select(path, value) {
    return json_p3_cjs/* jsonpath */.YF.query(path, value).values();
}
/** Why a text is no JSONPath; undefined when it is one. */
function pathMistake(path) {
    try {
        json_p3_cjs/* jsonpath */.YF.compile(path);
        return undefined;
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}

// EXTERNAL MODULE: ../../node_modules/ajv/dist/2020.js
var _2020 = __webpack_require__(13774);
// EXTERNAL MODULE: ../../node_modules/re2js/build/index.js
var build = __webpack_require__(13980);
;// CONCATENATED MODULE: ../smoke/lib/pattern.js

/**
 * Finds a pattern anywhere in a text: the groups, the whole first; undefined when it does not fit.
 *
 * The pattern is RE2's, which takes time linear to the text: the text comes from a service.
 *
 * @throws SyntaxError when it is no such pattern.
 */
function find(pattern, text) {
    const matcher = compilePattern(pattern).matcher(text);
    if (!matcher.find())
        return undefined;
    return Array.from({ length: matcher.groupCount() + 1 }, (_, index) => matcher.group(index) ?? '');
}
const compiled = new Map();
/** @throws SyntaxError when it is no pattern of RE2. */
function compilePattern(pattern) {
    const known = compiled.get(pattern);
    if (known !== undefined)
        return known;
    try {
        const made = build/* RE2JS */.L3.compile(pattern);
        compiled.set(pattern, made);
        return made;
    }
    catch (cause) {
        throw new SyntaxError(cause instanceof Error ? cause.message : String(cause), { cause });
    }
}

;// CONCATENATED MODULE: ../smoke/lib/json-schema.js


/** Patterns of a schema run in time linear to the text, as all others. Ajv takes two with the same `toString` for one. */
const linear = Object.assign((pattern) => {
    const compiled = compilePattern(pattern);
    return { test: (text) => compiled.matcher(text).find(), toString: () => pattern };
}, { code: 'new RegExp' });
const wording = ({ instancePath, message = 'is not valid', params }) => {
    const extra = 'additionalProperty' in params ? ` ("${String(params['additionalProperty'])}")` : '';
    return `${instancePath === '' ? 'the body' : instancePath} ${message}${extra}`;
};
/**
 * Prepares the judging by a JSON Schema of draft 2020-12. `format` is an annotation, as that draft has it, and judges nothing.
 *
 * @returns what is wrong with a value, a clause each.
 * @throws Error when it is no such schema.
 */
function schemaJudge(schema) {
    const ajv = new _2020.Ajv2020({ allErrors: true, strict: false, validateFormats: false, code: { regExp: linear } });
    const validate = ajv.compile(schema);
    return (value) => (validate(value) ? [] : (validate.errors ?? []).map(wording));
}

;// CONCATENATED MODULE: ../smoke/lib/part-mistakes.js



const entriesOf = (value) => Object.entries(Object(value ?? {}) ?? {});
/** Why something throws; undefined when it does not. */
function complaint(work) {
    try {
        work();
        return undefined;
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
function pattern(draft, at, value) {
    const why = typeof value === 'string' ? complaint(() => compilePattern(value)) : undefined;
    if (why === undefined)
        return [];
    const message = `${draft.label} has the pattern ${JSON.stringify(value)}, which cannot be read: ${why}.`;
    const remedy = 'Patterns are those of RE2: no look-around, no back reference.';
    return [{ code: 'SUITE_PATTERN', message, remedy, location: draft.locate(at) }];
}
function path(draft, at, value) {
    const why = typeof value === 'string' ? pathMistake(value) : undefined;
    if (why === undefined)
        return [];
    const message = `${draft.label} has the JSONPath ${JSON.stringify(value)}, which cannot be read: ${why}.`;
    return [{ code: 'SUITE_JSONPATH', message, remedy: 'Write it like $.items[0].id (RFC 9535).', location: draft.locate(at) }];
}
function schema(draft, value) {
    if (typeof value !== 'object' || value === null)
        return [];
    const why = complaint(() => schemaJudge(value));
    if (why === undefined)
        return [];
    const message = `${draft.label} has a JSON Schema that cannot be read: ${why}.`;
    return [{ code: 'SUITE_SCHEMA', message, location: draft.locate(['expect', 'schema']) }];
}
function captureParts(draft) {
    return entriesOf(draft.request.capture).flatMap(([name, raw]) => {
        const capture = Object(raw);
        const at = ['capture', name];
        const ways = ['json', 'header', 'regex'].filter((way) => capture[way] !== undefined);
        const message = `The value "${name}" is captured in ${ways.length} ways; expected exactly one of json, header, regex.`;
        return [
            ...(ways.length === 1 ? [] : [{ code: 'SUITE_CAPTURE', message, location: draft.locate(at) }]),
            ...path(draft, [...at, 'json'], capture.json),
            ...pattern(draft, [...at, 'regex'], capture.regex),
        ];
    });
}
function expectParts(draft) {
    const expect = Object(draft.request.expect ?? {});
    return [
        ...pattern(draft, ['expect', 'matches'], expect.matches),
        ...schema(draft, expect.schema),
        ...entriesOf(expect.headers).flatMap(([name, rule]) => typeof rule === 'object' && rule !== null ? pattern(draft, ['expect', 'headers', name, 'matches'], rule.matches) : []),
        ...entriesOf(expect.paths).flatMap(([key, rule]) => [
            ...path(draft, ['expect', 'paths', key], key),
            ...pattern(draft, ['expect', 'paths', key, 'matches'], Object(rule).matches),
        ]),
    ];
}
function repeatParts({ request, label, locate }) {
    const problems = [];
    const expect = Object(request.expect ?? {});
    if (expect.percentiles !== undefined && (request.repeat ?? 1) < 2) {
        const message = `${label} limits percentiles of a single answer.`;
        problems.push({
            code: 'SUITE_PERCENTILES',
            message,
            remedy: 'Say how often with "repeat".',
            location: locate(['expect', 'percentiles']),
        });
    }
    if (request.until !== undefined && (request.repeat ?? 1) > 1) {
        const message = `${label} has "until" and "repeat"; expected one of them.`;
        problems.push({ code: 'SUITE_UNTIL', message, location: locate(['until']) });
    }
    return problems;
}
/** What is wrong with patterns, paths, schemas, captures and repetition of a request. */
function partMistakes(draft) {
    return [...captureParts(draft), ...expectParts(draft), ...repeatParts(draft)];
}

;// CONCATENATED MODULE: ../smoke/lib/placeholder.js

const PLACEHOLDER = /\{\{\s*([A-Za-z_][\w-]*)\s*\}\}/g;
/** What may be filled in somewhere in a value: every name that stands in one of its texts. */
function placeholdersOf(value) {
    if (typeof value === 'string')
        return [...value.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.values(value).flatMap(placeholdersOf);
}
const written = (value) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
/** Fills the placeholders of a text; one without a value stays as it is. @param encode writes each value for its place */
function fillText(text, values, encode = (value) => value) {
    return text.replace(PLACEHOLDER, (whole, name) => (values.has(name) ? encode(written(values.get(name))) : whole));
}
/** Fills the placeholders of every text in a value; a text that is nothing but a placeholder becomes the value itself. */
function fill(value, values) {
    return filled(value, values);
}
function filled(value, values) {
    if (typeof value === 'string') {
        const [, alone] = /^\{\{\s*([A-Za-z_][\w-]*)\s*\}\}$/.exec(value) ?? [];
        return alone !== undefined && values.has(alone) ? values.get(alone) : fillText(value, values);
    }
    if (Array.isArray(value))
        return value.map((each) => filled(each, values));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each, values)]));
}
/** Fills the placeholders of what is expected. In a pattern a value stands for itself, whatever characters it has. */
function fillExpectation(expect, values) {
    const { json, schema, ...rest } = expect;
    return {
        ...withPatterns(rest, values),
        ...(json !== undefined && { json: fill(json, values) }),
        ...(schema !== undefined && { schema }),
    };
}
function withPatterns(value, values) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return fill(value, values);
    const entries = Object.entries(value).map(([key, each]) => {
        const pattern = key === 'matches' && typeof each === 'string';
        return [key, pattern ? fillText(each, values, (text) => build/* RE2JS */.L3.quote(text)) : withPatterns(each, values)];
    });
    return Object.fromEntries(entries);
}

;// CONCATENATED MODULE: ../smoke/lib/retry.js
/** What may be tried again: nobody listens, the connection broke, no answer in time, no such name, a gateway in trouble. */
const TROUBLES = ['refused', 'reset', 'timeout', 'dns', 502, 503, 504];
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
/** How long to wait before the next try: it doubles from a quarter of a second to five. @param tries how many there were */
function waitMs(tries) {
    return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
}
/** What a suite's own rule says of a request that may have had its effect: only what was surely not received is sent again. */
const NOT_RECEIVED = ['refused', 'dns'];
/**
 * Whether a trouble may be tried again.
 *
 * A request's own rule is taken as it is. The suite's rule never sends a POST or PATCH twice that may have been received
 * (RFC 9110, 9.2.2: they are not idempotent).
 */
function mayRetry(trouble, { method, retry }, suite) {
    if (retry !== undefined)
        return retry.on.includes(trouble);
    const repeatable = !['POST', 'PATCH'].includes(method) || NOT_RECEIVED.includes(trouble);
    return repeatable && (suite?.on.includes(trouble) ?? false);
}
/** The trouble that a status stands for; undefined of an answer that is one. */
function troubleOfStatus(status) {
    return TROUBLES.find((trouble) => trouble === status);
}

;// CONCATENATED MODULE: ../smoke/lib/schema.js

/** The verbs, in the order in which messages name them. */
const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head'];
const schema_text = { type: 'string', minLength: 1 };
const positive = { type: 'integer', minimum: 1 };
const natural = { type: 'integer', minimum: 0 };
/** An object of just these keys. */
const only = (properties, rest = {}) => ({ type: 'object', additionalProperties: false, properties, ...rest });
const mapOf = (additionalProperties) => ({ type: 'object', additionalProperties });
const TEXTS = mapOf({ type: 'string' });
const SCALARS = mapOf({ type: ['string', 'number', 'boolean'] });
const ONE_STATUS = { type: ['integer', 'string'], minimum: 100, maximum: 599, pattern: '^[1-5]xx$' };
const STATUS = { ...ONE_STATUS, type: ['integer', 'string', 'array'], minItems: 1, items: ONE_STATUS };
const HEADER = { ...only({ equals: { type: 'string' }, matches: schema_text, absent: { const: true } }), type: ['string', 'object'] };
/** A placeholder may stand in a name or an address as anywhere else. */
const NAME = { type: 'string', pattern: '^([A-Za-z0-9_.-]|\\{\\{[^{}]*\\}\\})+$' };
const ADDRESS = { type: 'string', pattern: '^(\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*|.*\\{\\{.*\\}\\}.*)$' };
const RETRY = only({ on: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: [...TROUBLES] } }, withinMs: positive }, { required: ['on', 'withinMs'] });
const PATH_RULE = only({
    equals: {},
    matches: schema_text,
    type: { enum: ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'] },
    exists: { type: 'boolean' },
    count: natural,
}, { minProperties: 1 });
const EXPECT = only({
    status: STATUS,
    headers: mapOf(HEADER),
    body: schema_text,
    matches: schema_text,
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    json: {},
    paths: mapOf(PATH_RULE),
    schema: { type: 'object' },
    withinMs: positive,
    percentiles: only({ p50: positive, p90: positive, p95: positive, p99: positive }, { minProperties: 1 }),
    redirects: only({ count: natural, to: schema_text }, { minProperties: 1 }),
    dns: only({ name: NAME, addresses: { type: 'array', minItems: 1, uniqueItems: true, items: ADDRESS }, cname: NAME }),
    tls: only({ daysLeft: natural, issuer: schema_text }, { minProperties: 1 }),
}, { minProperties: 1 });
const CAPTURE = only({ json: schema_text, header: schema_text, regex: schema_text, secret: { type: 'boolean' } });
const REQUEST = only({
    name: schema_text,
    ...Object.fromEntries(METHODS.map((method) => [method, { type: 'string' }])),
    query: SCALARS,
    headers: TEXTS,
    body: { type: 'string' },
    json: {},
    form: SCALARS,
    group: schema_text,
    timeoutMs: positive,
    follow: { type: 'integer', minimum: 0, maximum: 20 },
    repeat: { type: 'integer', minimum: 1, maximum: 1000 },
    weight: { type: 'integer', minimum: 0, maximum: 1000 },
    capture: mapOf(CAPTURE),
    retry: RETRY,
    until: only({ withinMs: positive, everyMs: positive }, { required: ['withinMs', 'everyMs'] }),
    expect: EXPECT,
}, { required: ['name'] });
/** The shape of a suite. */
const SUITE = {
    schema: only({
        version: { const: 1 },
        parallel: { type: 'integer', minimum: 1, maximum: 32 },
        retry: RETRY,
        setup: { type: 'array', items: REQUEST },
        requests: { type: 'array', minItems: 1, items: REQUEST },
        cleanup: { type: 'array', items: REQUEST },
    }, { required: ['version', 'requests'] }),
};

;// CONCATENATED MODULE: ../smoke/lib/mistakes.js




/** The parts of a suite, in the order in which they are sent. */
const SECTIONS = ['setup', 'requests', 'cleanup'];
function draftsOf(source) {
    const suite = Object(source.value ?? {});
    return SECTIONS.flatMap((section) => {
        const entries = Array.isArray(suite[section]) ? suite[section] : [];
        return entries.map((entry, index) => {
            const request = Object(entry);
            const label = request.name === undefined ? 'A request' : `Request "${request.name}"`;
            return { section, index, request, label, locate: (path = []) => source.locate([section, index, ...path]) };
        });
    });
}
function shapeMistakes({ request, label, locate }) {
    const problems = [];
    const methods = METHODS.filter((method) => request[method] !== undefined);
    if (methods.length !== 1) {
        const message = `${label} needs exactly one of ${METHODS.join(', ')}.`;
        problems.push({ code: 'SUITE_METHOD', message, remedy: 'Write it like "get: /healthz".', location: locate() });
    }
    for (const method of methods.filter((each) => !String(request[each]).startsWith('/'))) {
        const message = `${label} is sent to "${request[method]}"; expected a path that begins with "/".`;
        problems.push({ code: 'SUITE_PATH', message, location: locate([method]) });
    }
    const bodies = ['body', 'json', 'form'].filter((key) => request[key] !== undefined);
    if (bodies.length > 1) {
        const message = `${label} has ${bodies.map((key) => `"${key}"`).join(' and ')}; expected one of them.`;
        problems.push({ code: 'SUITE_BODY', message, location: locate() });
    }
    return problems;
}
function nameMistakes(drafts) {
    const names = drafts.map(({ request }) => request.name);
    return drafts.flatMap(({ request: { name }, locate }, index) => {
        if (name === undefined || names.indexOf(name) === index)
            return [];
        return [{ code: 'SUITE_NAME_TWICE', message: `There are two requests named "${name}".`, location: locate() }];
    });
}
const captureNames = ({ request }) => Object.keys(Object(request.capture ?? {}));
/** The captured values that a request can count on: what was set up, and what came before in its group. */
function reachable(draft, drafts) {
    const before = drafts.slice(0, drafts.indexOf(draft)).filter(({ section, request }) => {
        if (section === 'setup' || draft.section === 'cleanup')
            return true;
        return section === draft.section && request.group === draft.request.group;
    });
    return before.flatMap(captureNames);
}
const FILLED = [...METHODS, 'query', 'headers', 'body', 'json', 'form', 'expect'];
function placeholderMistakes(draft, drafts, given) {
    const known = [...given, ...reachable(draft, drafts)];
    return FILLED.flatMap((key) => {
        const unknown = new Set(placeholdersOf(draft.request[key]).filter((name) => !known.includes(name)));
        return [...unknown].map((name) => {
            const guess = (0,nearest/* nearest */.p)(name, known);
            const message = `${draft.label} uses {{${name}}}, which no earlier request of its group or of the setup captures.`;
            const hint = known.length === 0 ? 'Capture it before, or give it with "values".' : `Known here: ${known.join(', ')}.`;
            const remedy = guess === undefined ? hint : `Did you mean {{${guess}}}?`;
            return { code: 'SUITE_VALUE_UNKNOWN', message, remedy, location: draft.locate([key]) };
        });
    });
}
function captureMistakes(drafts, given) {
    const seen = new Set(given === 'any' ? [] : given);
    return drafts.flatMap((draft) => captureNames(draft).flatMap((name) => {
        const twice = seen.has(name);
        seen.add(name);
        const location = draft.locate(['capture', name]);
        if (!/^[A-Za-z_][\w-]*$/.test(name))
            return [{ code: 'SUITE_CAPTURE_NAME', message: `"${name}" cannot be written as {{${name}}}.`, location }];
        return twice ? [{ code: 'SUITE_CAPTURE_TWICE', message: `There are two values named "${name}".`, location }] : [];
    }));
}
/** What is wrong with a suite beyond its shape, which need not be right. */
function suiteMistakes(source, given) {
    const drafts = draftsOf(source);
    return [
        ...drafts.flatMap(shapeMistakes),
        ...nameMistakes(drafts),
        ...drafts.flatMap(partMistakes),
        ...captureMistakes(drafts, given),
        ...(given === 'any' ? [] : drafts.flatMap((draft) => placeholderMistakes(draft, drafts, given))),
    ];
}

;// CONCATENATED MODULE: ../smoke/lib/parse.js




const texts = (scalars) => Object.fromEntries(Object.entries(scalars ?? {}).map(([name, value]) => [name, String(value)]));
function bodyOf({ body, json, form }) {
    if (body !== undefined)
        return { text: body };
    if (json !== undefined)
        return { json };
    return form === undefined ? undefined : { form: texts(form) };
}
function requestOf(raw, section, index, source) {
    const method = METHODS.find((each) => raw[each] !== undefined) ?? 'get';
    const body = bodyOf(raw);
    return {
        name: raw.name,
        method: method.toUpperCase(),
        path: raw[method] ?? '/',
        query: texts(raw.query),
        headers: raw.headers ?? {},
        ...(body !== undefined && { body }),
        group: raw.group ?? '',
        ...(raw.timeoutMs !== undefined && { timeoutMs: raw.timeoutMs }),
        follow: raw.follow ?? 0,
        repeat: raw.repeat ?? 1,
        weight: raw.weight ?? (method === 'get' || method === 'head' ? 1 : 0),
        capture: raw.capture ?? {},
        ...(raw.retry !== undefined && { retry: raw.retry }),
        ...(raw.until !== undefined && { until: raw.until }),
        // A request without expectations still has one: that the service did not fail.
        expect: raw.expect ?? { status: 200 },
        location: source.locate([section, index]),
        locate: (path) => source.locate([section, index, ...path]),
    };
}
function parse_read(file, text, given) {
    const problems = suiteMistakes((0,source/* parseSource */.P)(file, text), given);
    try {
        const parsed = (0,config/* parseConfig */.o)(file, text, SUITE);
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
 * @param given the names of values that come from outside the suite; with `any`, no placeholder is unknown
 * @throws Failure with every problem, each on its line: what parseConfig says of its shape, and SUITE_METHOD, SUITE_PATH,
 * SUITE_BODY, SUITE_NAME_TWICE, SUITE_PATTERN, SUITE_JSONPATH, SUITE_SCHEMA, SUITE_CAPTURE, SUITE_CAPTURE_NAME,
 * SUITE_CAPTURE_TWICE, SUITE_VALUE_UNKNOWN, SUITE_PERCENTILES, SUITE_UNTIL.
 */
function parseSuite(file, text, given = []) {
    const { value, source } = parse_read(file, text, given);
    const section = (name) => (value[name] ?? []).map((raw, index) => requestOf(raw, name, index, source));
    return {
        setup: section('setup'),
        requests: section('requests'),
        cleanup: section('cleanup'),
        parallel: value.parallel ?? 4,
        ...(value.retry !== undefined && { retry: value.retry }),
    };
}

// EXTERNAL MODULE: ../cluster-login/lib/connect.js + 6 modules
var connect = __webpack_require__(85934);
// EXTERNAL MODULE: ../kubernetes/lib/client.js + 3 modules
var lib_client = __webpack_require__(41807);
;// CONCATENATED MODULE: ../kubernetes/lib/proxy.js

const IN_TROUBLE = new Set([502, 503, 504]);
const NOT_SENT = /no endpoints available|connection refused|no such host|no route to host/i;
/** What the API server says in place of the one that was asked; undefined of an answer of that one. */
function ownWords(text) {
    if (/^error trying to reach service/i.test(text))
        return text;
    try {
        const { kind, apiVersion, message } = JSON.parse(text);
        return kind === 'Status' && apiVersion === 'v1' ? String(message) : undefined;
    }
    catch {
        return undefined;
    }
}
/** An answer; that nobody could be asked is an answer of the API server, and for its caller it is none. */
async function answerOf(response, { kind, namespace, name }) {
    if (!IN_TROUBLE.has(response.status))
        return response;
    const bytes = await response.bytes();
    const text = new TextDecoder().decode(bytes);
    const words = ownWords(text);
    if (words === undefined) {
        const stream = async function* () {
            yield bytes;
        };
        return { ...response, bytes: async () => bytes, text: async () => text, stream };
    }
    const subject = `${kind === 'pods' ? 'Pod' : 'Service'} ${name} in namespace ${namespace}`;
    const message = `${subject} did not answer: ${words.trim().replace(/\.$/, '')}.`;
    const cause = { code: NOT_SENT.test(words) ? 'ECONNREFUSED' : 'ECONNRESET' };
    throw new failure/* Failure */.H({ code: 'HTTP_UNREACHABLE', message, remedy: 'Check that its pods are ready and listen there.' }, { cause });
}
/**
 * A way to a service or a pod through the API server's proxy
 * (https://kubernetes.io/docs/tasks/access-application-cluster/access-cluster-services/#discovering-builtin-services).
 *
 * It takes the right to the subresource `proxy` by the verb of the method. The API server keeps the header `authorization` for
 * itself. An address that leads out of the base, such as by `..` or a redirect, gets no credentials.
 */
function proxyTo(target, { server, authorize }, http) {
    const [namespace, name] = [target.namespace, target.name].map(encodeURIComponent);
    const base = `${server}/api/v1/namespaces/${namespace}/${target.kind}/${name?.replaceAll('%3A', ':')}/proxy`;
    const inside = `${new URL(base).href}/`;
    const fetch = async (request) => {
        if (!new URL(request.url).href.startsWith(inside))
            return http.fetch(request);
        const { headers, tls } = await authorize(false);
        return answerOf(await http.fetch({ ...request, headers: { ...request.headers, ...headers }, tls }), target);
    };
    return { base, http: { fetch } };
}

// EXTERNAL MODULE: ../kubernetes/lib/missing-right.js
var missing_right = __webpack_require__(85800);
// EXTERNAL MODULE: ../../actions/smoke-test/lib/action-suite.js
var action_suite = __webpack_require__(85553);
;// CONCATENATED MODULE: ../../actions/smoke-test/lib/within.js



const VERBS = { GET: 'get', HEAD: 'get', POST: 'create', PUT: 'update', PATCH: 'patch', DELETE: 'delete' };
const isReady = ({ metadata, status }) => metadata.deletionTimestamp === undefined &&
    status?.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True') === true;
/** What says nothing of the service, because the API server stands in between. */
function within_hidden(requests) {
    return requests.flatMap(({ name, headers, expect, locate }) => {
        const wrong = (at, why, remedy) => {
            return { code: 'SUITE_WITHIN_CLUSTER', message: `Request "${name}" ${why}`, remedy, location: locate(at) };
        };
        const authorization = Object.keys(headers).find((header) => header.toLowerCase() === 'authorization');
        const remedy = 'Ask the service by its web address for that.';
        return [
            ...(authorization === undefined
                ? []
                : [wrong(['headers', authorization], 'sends "authorization", which the API server does not hand on.', remedy)]),
            ...(expect.tls ? [wrong(['expect', 'tls'], "expects certificates, and sees the API server's.", remedy)] : []),
            ...(expect.dns && expect.dns.name === undefined
                ? [wrong(['expect', 'dns'], 'expects the name of the service to resolve, which is asked without it.', 'Give "name".')]
                : []),
        ];
    });
}
function rightsFor(requests, service, pods, namespace) {
    const right = (verb, resource, subresource) => {
        return { right: { verb, group: '', resource, namespace, ...(subresource !== undefined && { subresource }) } };
    };
    const verbs = ['get', ...requests.map(({ method }) => VERBS[method])];
    return [
        ...(service ? verbs.map((verb) => right(verb, 'services', 'proxy')) : []),
        ...(pods ? [right('list', 'pods'), right('get', 'pods', 'proxy')] : []),
    ];
}
/** Finds the way into the cluster; undefined when nothing is asked there. Only rights are asked for, and no service. */
async function enter(inputs, ports, context) {
    const { namespace = '', pods, podPort } = inputs;
    const name = (0,action_suite/* serviceOf */.z5)(inputs.url);
    if (name === undefined && pods === undefined)
        return undefined;
    const connection = await (0,connect/* connectCluster */.b)(inputs, { ...ports, environment: context.environment });
    const client = (0,lib_client/* kubernetes */.p)(connection, ports);
    const readyPods = async () => {
        const selection = { namespace, labelSelector: pods };
        const { items } = await client.list({ apiVersion: 'v1', kind: 'Pod' }, selection, ports.cancelled);
        return items.filter(isReady).map(({ metadata }) => {
            const pod = podPort === undefined ? metadata.name : `${metadata.name}:${podPort}`;
            const way = proxyTo({ kind: 'pods', namespace, name: pod }, connection, ports.http);
            return { uid: metadata.uid ?? metadata.name, ...way };
        });
    };
    return {
        ...(name !== undefined && { service: proxyTo({ kind: 'services', namespace, name }, connection, ports.http) }),
        ...(pods !== undefined && { readyPods }),
        problemsWith: async (requests) => [
            ...(name === undefined ? [] : within_hidden(requests)),
            ...(await (0,missing_right/* missingRights */.o)(client, rightsFor(requests, name !== undefined, pods !== undefined, namespace))),
        ],
    };
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/facts.js




/** The address of the service, without a slash at its end. @throws Failure INPUT_MALFORMED */
function baseUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const right = url !== undefined && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
    if (right)
        return text.replace(/\/+$/, '');
    const message = `Input "url" is "${text}"; expected a web address with its scheme, and without query or fragment.`;
    throw new failure/* Failure */.H({ code: 'INPUT_MALFORMED', message, remedy: 'Write it like https://orders.staging.example.com.' });
}
/** The values that are given, those of secrets masked. @throws Failure with every problem */
function givenValues(inputs, context, { log }) {
    const problems = [];
    const values = new Map(Object.entries(inputs.values ?? {}));
    for (const name of inputs.secretEnv ?? []) {
        const secret = context.environment(name);
        if (secret !== undefined)
            log.mask(secret);
        if (values.has(name)) {
            const message = `"${name}" is given by "values" and by "secret-env".`;
            problems.push({ code: 'INPUT_CONTRADICTION', message, remedy: 'Give it by one of them.' });
        }
        else if (secret === undefined) {
            const message = `Input "secret-env" names ${name}, which the step does not set.`;
            problems.push({ code: 'SECRET_ENV_UNSET', message, remedy: 'Set it under "env" of the step.' });
        }
        else
            values.set(name, secret);
    }
    (0,failure/* failWhen */.x)(problems);
    return values;
}
async function readSuite(inputs, { files }) {
    const given = [...Object.keys(inputs.values ?? {}), ...(inputs.secretEnv ?? [])];
    if (await files.exists(inputs.suite))
        return parseSuite(inputs.suite, await files.readText(inputs.suite), given);
    const message = `There is no suite ${inputs.suite}, which says what is sent and what is expected.`;
    throw new failure/* Failure */.H({ code: 'SUITE_MISSING', message, remedy: 'Add it, or correct "suite".' });
}
/** Refuses a JSONPath or a path of the version that is none. @throws Failure INPUT_MALFORMED */
function checkVersionInputs({ versionJson, versionPath }) {
    const problems = [];
    const why = versionJson === undefined ? undefined : pathMistake(versionJson);
    if (why !== undefined)
        problems.push({
            code: 'INPUT_MALFORMED',
            message: `Input "version-json" is no JSONPath: ${why}.`,
            remedy: 'Write it like $.commit.',
        });
    if (versionPath !== undefined && !versionPath.startsWith('/'))
        problems.push({
            code: 'INPUT_MALFORMED',
            message: `Input "version-path" is "${versionPath}"; expected a path that begins with "/".`,
        });
    (0,failure/* failWhen */.x)(problems);
}
/** What every sending of the suite needs; problems are added to those that are there. @param proxied stands for the address */
async function gatherSending(inputs, ports, context, problems, proxied) {
    const { caFile } = inputs;
    const base = await (0,collect/* collect */.F)(problems, () => proxied ?? baseUrl(inputs.url));
    const values = await (0,collect/* collect */.F)(problems, () => givenValues(inputs, context, ports));
    const ca = caFile === undefined ? undefined : await (0,collect/* collect */.F)(problems, () => ports.files.readText(caFile));
    const suite = await (0,collect/* collect */.F)(problems, () => readSuite(inputs, ports));
    if (base === undefined || values === undefined || suite === undefined)
        return undefined;
    return { base, suite, values, ...(ca !== undefined && { ca }) };
}
/** Reads everything there is to know. @throws Failure with every problem. */
async function gather(inputs, ports, context) {
    const problems = [];
    const { openapi } = inputs;
    const open = async (file) => (0,read/* readApi */.n)(await (0,document_open/* openDocuments */.N)(file, ports.files));
    const within = await (0,collect/* collect */.F)(problems, () => enter(inputs, ports, context));
    const sending = await gatherSending(inputs, ports, context, problems, within?.service?.base);
    if (within && sending) {
        const { setup, requests, cleanup } = sending.suite;
        const all = [...setup, ...requests, ...cleanup];
        problems.push(...((await (0,collect/* collect */.F)(problems, () => within.problemsWith(all))) ?? []));
    }
    await (0,collect/* collect */.F)(problems, () => checkVersionInputs(inputs));
    const api = openapi === undefined ? undefined : await (0,collect/* collect */.F)(problems, () => open(openapi));
    (0,failure/* failWhen */.x)(problems);
    if (sending === undefined)
        throw new failure/* Failure */.H(problems);
    return { ...sending, ...(api && { api }), ...(within && { within }) };
}

;// CONCATENATED MODULE: ../smoke/lib/percentile.js
/** The least of the values that at least `percent` of them do not exceed (nearest rank); NaN of no values. */
function percentile(values, percent) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
;// CONCATENATED MODULE: ../smoke/lib/answer.js
const LONGEST = 200;
/** A value for a message: as JSON, and not much of it. */
function shown(value) {
    const text = JSON.stringify(value) ?? 'nothing';
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
/** The body as text. */
function textOf({ body }) {
    return new TextDecoder().decode(body);
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/inputs.js
/** What a run that puts nobody under load does not tell. */
const NO_PERFORMANCE = {
    ...{ performance: undefined, p50: undefined, p95: undefined, p99: undefined, errorRate: undefined },
};
/** What a run without a command of the project's own does not tell. */
const NO_TESTS = { tests: undefined, skipped: undefined, seconds: undefined };

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/version-outcome.js


/** What was found of the version in the place of what was expected; a clause. @param time such as `after 30 s` */
function versionClause(version, { expectVersion, ...inputs }, time) {
    const expected = `expected version ${shown(expectVersion)}`;
    if (version.kind === 'version-mismatch')
        return `${expected}, got ${Object.keys(version.seen).map(shown).join(', ')} ${time}`;
    if (version.kind === 'mixed') {
        const counts = Object.entries(version.seen).map(([name, count]) => `${count} × ${shown(name)}`);
        return `${expected} alone, and ${time} several versions answer: ${counts.join(', ')} of the last answers`;
    }
    const where = { header: `no ${inputs.versionHeader} header`, json: `nothing at ${inputs.versionJson}`, text: 'no text' };
    return `${expected}, got ${('why' in version && version.why) || where[inputs.versionFrom]} ${time}`;
}
/** The outcome when the version is not proved: nothing of the suite was sent, and that is never green. */
function versionOutcome(version, suite, inputs) {
    const total = suite.setup.length + suite.requests.length + suite.cleanup.length;
    const message = `The suite was not sent: ${versionClause(version, inputs, `after ${inputs.versionWithin / 1000} s`)}.`;
    return {
        verdict: version.kind === 'untold' ? 'inconclusive' : 'fail',
        headline: message,
        outputs: { requests: String(total), failed: '0', flaky: '0', version: version.kind, ...NO_PERFORMANCE, ...NO_TESTS },
        annotations: [{ level: 'error', title: `Smoke test: ${version.kind}`, message }],
        data: { version: { ...version } },
    };
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/report.js




const sentence = ({ request: { method, path } }, message) => `${method} ${path}: ${message}.`;
const failed = ({ mismatches }) => mismatches.length > 0;
const flaky = ({ note }) => note === 'flaky';
/** What is worst is told first: an answer that never came, then a wrong status, then all else; not being sent only follows. */
function rank(result, { at }) {
    if (result.sent === 0)
        return 3;
    if (at.length === 0)
        return 0;
    return at[1] === 'status' ? 1 : 2;
}
function annotations(results) {
    const wrong = results.flatMap((result) => result.mismatches.map((mismatch) => ({ result, mismatch })));
    wrong.sort((a, b) => rank(a.result, a.mismatch) - rank(b.result, b.mismatch));
    const errors = wrong.map(({ result, mismatch: { at, message } }) => {
        const { request } = result;
        const place = at.length === 0 ? request.location : request.locate(at);
        return { level: 'error', title: `Smoke test: ${request.name}`, message: sentence(result, message), ...place };
    });
    const warnings = results.filter(flaky).map((result) => {
        const { request, tries } = result;
        const message = sentence(result, `passed at try ${tries.length + request.repeat}; before: ${tries.join('; ')}`);
        return { level: 'warning', title: `Flaky: ${request.name}`, message, ...request.location };
    });
    return [...errors, ...warnings];
}
function remark({ mismatches, tries, note }) {
    if (mismatches.length > 0)
        return mismatches.map(({ message }) => message).join('\n');
    return note === undefined ? '' : `${note}: ${tries.length} tries before were not met (${tries.at(-1) ?? ''})`;
}
function time({ times }) {
    const [only] = times;
    if (only === undefined)
        return '';
    return times.length === 1
        ? `${only} ms`
        : `p50 ${percentile(times, 50)} ms, p95 ${percentile(times, 95)} ms of ${times.length}`;
}
function summary(base, results) {
    const rows = results.map((result) => [
        failed(result) ? '❌' : result.note === undefined ? '✅' : '⚠️',
        result.request.name,
        { code: `${result.request.method} ${result.request.path}` },
        String(result.status ?? 'none'),
        time(result),
        remark(result),
    ]);
    const legend = results.some(flaky) ? [(0,block/* paragraph */.FY)(['⚠️ passed, and not at the first try.'])] : [];
    return [(0,block/* table */.tp)(['', `request to ${base}`, 'sent', 'status', 'time', 'what is wrong'], rows), ...legend];
}
function unjudgedBlocks(unjudged) {
    if (unjudged.length === 0)
        return [];
    return [(0,block/* paragraph */.FY)(['❔ The description could not judge:']), (0,block/* list */.p_)(unjudged.map((each) => [each]))];
}
const dataOf = (result) => ({
    name: result.request.name,
    status: result.status ?? null,
    ms: result.times.at(-1) ?? null,
    times: result.times,
    note: result.note ?? null,
    tries: result.tries,
    mismatches: result.mismatches.map(({ message }) => message),
});
function casesOf(results) {
    return results.map((result) => ({
        name: result.request.name,
        seconds: result.times.reduce((sum, ms) => sum + ms, 0) / 1000,
        kind: failed(result) ? 'failed' : 'passed',
        detail: remark(result),
        file: result.request.location.file,
        ...(result.request.location.line !== undefined && { line: result.request.location.line }),
    }));
}
function headline(base, results) {
    const wrong = results.filter(failed).length;
    if (wrong > 0)
        return `${wrong} of ${results.length} requests to ${base} failed.`;
    const shaky = results.filter(flaky).length;
    const note = shaky === 0 ? '' : ` ${shaky} of them only when tried again.`;
    return `All ${results.length} requests to ${base} were answered as expected.${note}`;
}
/** The outcome of a run, after its JUnit report is written. */
async function reported({ base, suite, within }, { version, played, unjudged }, inputs, write) {
    if (played === undefined)
        return versionOutcome(version, suite, inputs);
    const where = within?.service ? inputs.url : base;
    const results = [...played.setup, ...played.requests, ...played.cleanup];
    if (inputs.junit !== undefined)
        await write(inputs.junit, casesOf(results));
    const wrong = results.filter(failed).length;
    return {
        verdict: wrong === 0 ? 'pass' : 'fail',
        headline: headline(where, results),
        outputs: {
            requests: String(results.length),
            failed: String(wrong),
            flaky: String(results.filter(flaky).length),
            version: version.kind,
            ...NO_PERFORMANCE,
            ...NO_TESTS,
        },
        annotations: annotations(results),
        summary: [...summary(where, results), ...unjudgedBlocks(unjudged)],
        data: results.map(dataOf),
    };
}

// EXTERNAL MODULE: ../system/lib/concurrent.js
var concurrent = __webpack_require__(76609);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ../smoke/lib/capture.js



function jsonValue(path, answer) {
    try {
        const [value, ...more] = json_path_select(path, JSON.parse(textOf(answer)));
        return more.length === 0 ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function taken(capture, answer) {
    if (capture.header !== undefined)
        return answer.headers[capture.header.toLowerCase()];
    if (capture.json !== undefined)
        return jsonValue(capture.json, answer);
    const groups = find(capture.regex ?? '', textOf(answer));
    return groups?.[1] ?? groups?.[0];
}
/** Takes the values that a request captures. One that selects nothing, or a JSONPath that selects several, is a mismatch. */
function captureAll({ capture }, answer) {
    const all = Object.entries(capture).map(([name, rule]) => {
        return { name, value: taken(rule, answer), secret: rule.secret === true };
    });
    const missing = all.filter(({ value }) => value === undefined || value === null || value === '');
    return {
        values: all.filter((each) => !missing.includes(each)),
        mismatches: missing.map(({ name }) => ({
            at: ['capture', name],
            message: `expected one value to capture as ${name}, and the answer holds none`,
        })),
    };
}

;// CONCATENATED MODULE: ../smoke/lib/judge-json.js




function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** What of an expected value is not in the actual one; objects may have more keys. */
function missing(expected, actual, at) {
    if (isObject(expected) && isObject(actual)) {
        return Object.entries(expected).flatMap(([key, value]) => missing(value, own(actual, key), [...at, key]));
    }
    if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
        return expected.flatMap((value, index) => missing(value, actual[index], [...at, index]));
    }
    if (expected === actual)
        return [];
    return [{ at, message: `expected ${at.slice(1).join('.')} to be ${shown(expected)}, got ${shown(actual)}` }];
}
const own = (value, key) => (Object.hasOwn(value, key) ? value[key] : undefined);
/** Whether two values of JSON are the same; the order of keys is no difference. */
function same(a, b) {
    if (Array.isArray(a) && Array.isArray(b))
        return a.length === b.length && a.every((each, index) => same(each, b[index]));
    if (!isObject(a) || !isObject(b))
        return a === b;
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}
function typeFits(type, value) {
    if (type === 'null')
        return value === null;
    if (type === 'array')
        return Array.isArray(value);
    if (type === 'object')
        return isObject(value);
    if (type === 'integer')
        return Number.isInteger(value);
    const actual = typeof value;
    return actual === type;
}
function valueClauses(rule, value) {
    const clauses = [];
    if (rule.equals !== undefined && !same(rule.equals, value))
        clauses.push(['equals', `to be ${shown(rule.equals)}`]);
    if (rule.type !== undefined && !typeFits(rule.type, value))
        clauses.push(['type', `to be of type ${rule.type}`]);
    const fits = rule.matches === undefined || (typeof value === 'string' && find(rule.matches, value) !== undefined);
    if (!fits)
        clauses.push(['matches', `to match ${shown(rule.matches)}`]);
    return clauses;
}
function ruleMismatches(path, rule, body) {
    const at = ['expect', 'paths', path];
    const values = json_path_select(path, body);
    if (rule.exists === false) {
        if (values.length === 0)
            return [];
        return [{ at: [...at, 'exists'], message: `expected ${path} to select nothing, got ${shown(values[0])}` }];
    }
    if (rule.count !== undefined && values.length !== rule.count)
        return [{ at: [...at, 'count'], message: `expected ${path} to select ${rule.count} values, got ${values.length}` }];
    if (values.length === 0 && rule.count !== 0)
        return [{ at, message: `expected ${path} to exist, and it selects nothing` }];
    return values.flatMap((value) => valueClauses(rule, value).map(([key, clause]) => {
        return { at: [...at, key], message: `expected ${path} ${clause}, got ${shown(value)}` };
    }));
}
function schemaMismatches(schema, body) {
    const wrong = schemaJudge(schema)(body);
    if (wrong.length === 0)
        return [];
    const more = wrong.length > 5 ? `; and ${wrong.length - 5} more` : '';
    const message = `expected the body to be as its schema says: ${wrong.slice(0, 5).join('; ')}${more}`;
    return [{ at: ['expect', 'schema'], message }];
}
/** Every expectation of a JSON body that an answer does not meet. */
function jsonMismatches(expect, answer) {
    const asked = ['json', 'paths', 'schema'].find((key) => expect[key] !== undefined);
    if (asked === undefined)
        return [];
    const parsed = parsedJson(textOf(answer));
    if (parsed === undefined)
        return [{ at: ['expect', asked], message: `expected a JSON body, got ${shown(textOf(answer))}` }];
    const { body } = parsed;
    return [
        ...(expect.json === undefined ? [] : missing(expect.json, body, ['expect', 'json'])),
        ...Object.entries(expect.paths ?? {}).flatMap(([path, rule]) => ruleMismatches(path, rule, body)),
        ...(expect.schema === undefined ? [] : schemaMismatches(expect.schema, body)),
    ];
}
function parsedJson(text) {
    try {
        return { body: JSON.parse(text) };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ../smoke/lib/judge-dns.js

/** An address in the one spelling that it has in a URL (IPv6 has many), a name without its dot; both in lower case. */
function plain(text) {
    const url = `http://${text.includes(':') ? `[${text}]` : text}/`;
    return (URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, '') : text).toLowerCase().replace(/\.$/, '');
}
const sameSet = (a, b) => a.every((each) => b.includes(each)) && b.every((each) => a.includes(each));
const listed = (texts) => (texts.length === 0 ? 'none' : texts.map((each) => shown(each)).join(', '));
/** What is expected of a name and not so. A name of which nothing is said meets nothing. */
function dnsMismatches({ dns }, { named }) {
    if (dns === undefined)
        return [];
    const at = ['expect', 'dns'];
    const untold = named === undefined ? 'nobody was asked' : named.untold;
    if (named === undefined || untold !== undefined)
        return [{ at, message: `expected a name that resolves, and ${untold}` }];
    const { name, addresses, aliasOf } = named;
    if (addresses.length === 0)
        return [{ at, message: `expected ${shown(name)} to resolve, and it has no address` }];
    const wrong = [];
    if (dns.addresses !== undefined && !sameSet(dns.addresses.map(plain), addresses.map(plain))) {
        const message = `expected ${shown(name)} to have the addresses ${listed(dns.addresses)} and no other, got ${listed(addresses)}`;
        wrong.push({ at: [...at, 'addresses'], message });
    }
    if (dns.cname !== undefined && !aliasOf.map(plain).includes(plain(dns.cname))) {
        const message = `expected ${shown(name)} to be an alias of ${shown(dns.cname)}, got ${listed(aliasOf)}`;
        wrong.push({ at: [...at, 'cname'], message });
    }
    return wrong;
}

;// CONCATENATED MODULE: ../smoke/lib/judge.js





const DAY_MS = 86_400_000;
const fits = (rule, status) => typeof rule === 'number' ? rule === status : rule === `${Math.floor(status / 100)}xx`;
/** Whether a status is one that is expected; every status is where none is. */
function statusFits({ status: rules }, status) {
    return rules === undefined || [rules].flat().some((rule) => fits(rule, status));
}
function statusMismatches(expect, answer) {
    if (statusFits(expect, answer.status))
        return [];
    const wanted = [expect.status ?? []].flat().join(' or ');
    const message = `expected status ${wanted}, got ${answer.status} with the body ${shown(textOf(answer))}`;
    return [{ at: ['expect', 'status'], message }];
}
function headerClause(rule, actual) {
    if (rule.absent)
        return actual === undefined ? undefined : ['absent', 'to be absent'];
    if (rule.equals !== undefined && actual !== rule.equals)
        return ['equals', `to be ${shown(rule.equals)}`];
    if (rule.matches !== undefined && (actual === undefined || find(rule.matches, actual) === undefined))
        return ['matches', `to match ${shown(rule.matches)}`];
    return actual === undefined ? ['', 'to be there'] : undefined;
}
function headerMismatches(expect, answer) {
    return Object.entries(expect.headers ?? {}).flatMap(([name, rule]) => {
        const actual = answer.headers[name.toLowerCase()];
        const clause = headerClause(typeof rule === 'string' ? { equals: rule } : rule, actual);
        if (clause === undefined)
            return [];
        const [key, words] = clause;
        const at = ['expect', 'headers', name, ...(typeof rule === 'string' || key === '' ? [] : [key])];
        return [{ at, message: `expected header ${name} ${words}, got ${shown(actual)}` }];
    });
}
function bodyMismatches(expect, answer, { sha256 }) {
    const text = textOf(answer);
    const wrong = [];
    if (expect.body !== undefined && !text.includes(expect.body))
        wrong.push({ at: ['expect', 'body'], message: `expected the body to hold ${shown(expect.body)}, got ${shown(text)}` });
    if (expect.matches !== undefined && find(expect.matches, text) === undefined)
        wrong.push({ at: ['expect', 'matches'], message: `expected the body to match ${shown(expect.matches)}, got ${shown(text)}` });
    const digest = expect.sha256 === undefined ? undefined : sha256(answer.body);
    if (digest !== expect.sha256)
        wrong.push({ at: ['expect', 'sha256'], message: `expected a body of sha256 ${expect.sha256}, got ${digest}` });
    return wrong;
}
function redirectMismatches({ redirects: rule = {} }, { redirects }) {
    const wrong = [];
    if (rule.count !== undefined && redirects.length !== rule.count)
        wrong.push({ at: ['expect', 'redirects', 'count'], message: `expected ${rule.count} redirects, got ${redirects.length}` });
    const last = redirects.at(-1);
    const { pathname = '', search = '' } = last === undefined ? {} : new URL(last);
    if (rule.to !== undefined && last !== rule.to && pathname + search !== rule.to)
        wrong.push({ at: ['expect', 'redirects', 'to'], message: `expected to be led to ${shown(rule.to)}, got ${shown(last)}` });
    return wrong;
}
function tlsMismatches({ tls }, { certificates }, now) {
    if (tls === undefined)
        return [];
    const at = ['expect', 'tls'];
    const [first, ...rest] = certificates;
    if (first === undefined)
        return [{ at, message: 'expected an answer over TLS, and it came over plain HTTP' }];
    const wrong = [];
    const soonest = rest.reduce((least, each) => (each.validUntil < least.validUntil ? each : least), first);
    const days = Math.floor((soonest.validUntil - now) / DAY_MS);
    if (tls.daysLeft !== undefined && days < tls.daysLeft) {
        const message = `expected certificates that are valid for ${tls.daysLeft} days, and that of ${shown(soonest.subject)} is for ${days}`;
        wrong.push({ at: [...at, 'daysLeft'], message });
    }
    if (tls.issuer !== undefined && !certificates.some(({ issuer }) => issuer === tls.issuer)) {
        const message = `expected a chain that ${shown(tls.issuer)} issued, got ${certificates.map(({ issuer }) => shown(issuer)).join(', ')}`;
        wrong.push({ at: [...at, 'issuer'], message });
    }
    return wrong;
}
function timeMismatches({ withinMs }, { ms }) {
    if (withinMs === undefined || ms <= withinMs)
        return [];
    return [{ at: ['expect', 'withinMs'], message: `expected an answer within ${withinMs} ms, it took ${ms} ms` }];
}
/** Every expectation that an answer does not meet, whatever a repeated request's other answers are. */
function judgeAnswer(expect, answer, bench) {
    return [
        ...statusMismatches(expect, answer),
        ...headerMismatches(expect, answer),
        ...timeMismatches(expect, answer),
        ...bodyMismatches(expect, answer, bench),
        ...jsonMismatches(expect, answer),
        ...redirectMismatches(expect, answer),
        ...dnsMismatches(expect, answer),
        ...tlsMismatches(expect, answer, bench.now),
    ];
}
/** Every limit of a percentile that the times of a repeated request's answers, in milliseconds, are over. */
function judgeTimes({ percentiles }, times) {
    return Object.entries(percentiles ?? {}).flatMap(([name, limit]) => {
        const actual = percentile(times, Number(name.slice(1)));
        if (actual <= limit)
            return [];
        const message = `expected ${name} of ${times.length} answers within ${limit} ms, it was ${actual} ms`;
        return [{ at: ['expect', 'percentiles', name], message }];
    });
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/trouble.js

/** The class of a system error's code; https://nodejs.org/api/errors.html#common-system-errors and dns.html#error-codes. */
const CLASSES = {
    ECONNREFUSED: 'refused',
    ECONNRESET: 'reset',
    EPIPE: 'reset',
    ETIMEDOUT: 'timeout',
    ENOTFOUND: 'dns',
    EAI_AGAIN: 'dns',
};
/** The codes of an error and of the errors it is made of: Node tries several addresses of a name and tells all. */
function codesOf(error) {
    if (typeof error !== 'object' || error === null)
        return [];
    const { code, cause, errors } = error;
    const own = code === undefined ? [] : [String(code)];
    return [...own, ...[cause, ...(Array.isArray(errors) ? errors : [])].flatMap(codesOf)];
}
/** Why there is no answer, and whether that is of a class that may be tried again; undefined of a defect of ours. */
function troubleOf(error) {
    const codes = codesOf(error);
    if (codes.includes('ERR_INVALID_CHAR'))
        return { message: 'not sent: a header holds a character that none may hold' };
    if (!(error instanceof failure/* Failure */.H))
        return codes.includes('ABORT_ERR') ? { trouble: 'timeout', message: 'no answer in time' } : undefined;
    const message = (error.problems[0]?.message ?? error.message).replace(/\.$/, '');
    if (error.code === 'HTTP_TIMEOUT')
        return { trouble: 'timeout', message };
    if (error.code === 'ANSWER_CUT_OFF')
        return { trouble: 'reset', message };
    const known = codes.map((code) => CLASSES[code]).find((each) => each !== undefined);
    return { ...(known !== undefined && { trouble: known }), message };
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/expiry.js


const expiry_DAY_MS = 86_400_000;
/**
 * How long a certificate that was refused has been expired, as a clause; empty when that is not why there was no answer.
 *
 * A refused certificate is not told, so it is asked for once more without verification: nothing of the suite is sent.
 */
async function expiryOf(error, { base, timeoutMs, ports }) {
    if (!codesOf(error).includes('CERT_HAS_EXPIRED'))
        return '';
    try {
        const url = `${new URL(base).origin}/`;
        const request = { method: 'HEAD', url, timeoutMs, signal: ports.cancelled, ownConnection: true };
        const response = await ports.http.fetch({ ...request, tls: { insecure: true } });
        response.bytes().catch(() => undefined);
        const now = ports.clock.now();
        const expired = (response.certificates ?? []).filter(({ validUntil }) => validUntil < now);
        const [first] = expired;
        if (first === undefined)
            return '';
        return ` (the certificate of "${first.subject}" is valid for ${Math.floor((first.validUntil - now) / expiry_DAY_MS)} days)`;
    }
    catch (cause) {
        if (!(cause instanceof failure/* Failure */.H))
            throw cause;
        return '';
    }
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/naming.js


/** What the servers of names say of the name that a request expects to resolve; undefined when it expects none to. */
async function namedFor({ expect }, values, line) {
    if (expect.dns === undefined)
        return undefined;
    const { cancelled, dns } = line.ports;
    const name = expect.dns.name === undefined ? new URL(line.base).hostname : fillText(expect.dns.name, values);
    const none = { name, addresses: [], aliasOf: [] };
    if (/^[\d.]+$|:/.test(name))
        return { ...none, untold: `${name} is an address already` };
    try {
        return { name, ...(await dns.records(name, AbortSignal.any([cancelled, AbortSignal.timeout(line.timeoutMs)]))) };
    }
    catch (error) {
        if (cancelled.aborted || !(error instanceof failure/* Failure */.H))
            throw error;
        const why = error.problems[0]?.message ?? error.message;
        return { ...none, untold: why.replace(/^The/, 'the').replace(/\.$/, '') };
    }
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/exchange.js





function exchange_bodyOf({ body }, values) {
    if (body === undefined)
        return {};
    if ('text' in body)
        return { text: fillText(body.text, values) };
    if ('json' in body)
        return { text: JSON.stringify(fill(body.json, values)), type: 'application/json' };
    const fields = Object.entries(body.form).map(([name, value]) => [name, fillText(value, values)]);
    return { text: new URLSearchParams(fields).toString(), type: 'application/x-www-form-urlencoded' };
}
/** The first hop of a request, its placeholders filled. */
function firstHop(base, request, values) {
    const query = Object.entries(request.query).map(([name, value]) => [name, fillText(value, values)]);
    const path = fillText(request.path, values, encodeURIComponent);
    const separator = path.includes('?') ? '&' : '?';
    const { text, type } = exchange_bodyOf(request, values);
    const named = Object.entries(request.headers).map(([name, value]) => [name, fillText(value, values)]);
    return {
        method: request.method,
        url: base + path + (query.length > 0 ? separator + new URLSearchParams(query).toString() : ''),
        headers: { ...(type !== undefined && { 'content-type': type }), ...Object.fromEntries(named) },
        ...(text !== undefined && { body: text }),
    };
}
/** Where an answer leads, as the Fetch standard has it; what credentials a request has stay with their server. */
function nextHop(hop, { status, headers }) {
    const { location } = headers;
    if (![301, 302, 303, 307, 308].includes(status) || location === undefined || !URL.canParse(location, hop.url))
        return undefined;
    const url = new URL(location, hop.url);
    if (!/^https?:$/.test(url.protocol))
        return undefined;
    const getNow = (status === 303 && hop.method !== 'HEAD') || (status < 303 && hop.method === 'POST');
    const elsewhere = url.origin !== new URL(hop.url).origin;
    if (elsewhere && !getNow && hop.body !== undefined)
        return undefined;
    const kept = Object.entries(hop.headers ?? {}).filter(([name]) => !elsewhere && !(getNow && /^content-/i.test(name)));
    const carried = Object.fromEntries(kept);
    return getNow ? { method: 'GET', url: url.href, headers: carried } : { ...hop, url: url.href, headers: carried };
}
/** An answer's body may stall or be cut off after its headers, and only the reader notices. */
async function readBody(response, limit, timeoutMs) {
    try {
        return await response.bytes();
    }
    catch (cause) {
        const message = limit.aborted ? `the answer did not end within ${timeoutMs} ms` : 'the answer was cut off in its body';
        throw new failure/* Failure */.H({ code: limit.aborted ? 'HTTP_TIMEOUT' : 'ANSWER_CUT_OFF', message }, { cause });
    }
}
async function exchange(request, values, line) {
    const { base, ca, ports } = line;
    const timeoutMs = request.timeoutMs ?? line.timeoutMs;
    const started = ports.clock.now();
    const limit = AbortSignal.any([ports.cancelled, AbortSignal.timeout(timeoutMs)]);
    const options = {
        ...{ timeoutMs, signal: limit },
        ...(request.expect.tls && { ownConnection: true }),
        ...(ca !== undefined && { tls: { ca } }),
    };
    const redirects = [];
    let hop = firstHop(base, request, values);
    let response = await ports.http.fetch({ ...hop, ...options });
    for (let next = nextHop(hop, response); next && redirects.length < request.follow; next = nextHop(hop, response)) {
        await readBody(response, limit, timeoutMs);
        redirects.push(next.url);
        hop = next;
        response = await ports.http.fetch({ ...hop, ...options });
    }
    const body = await readBody(response, limit, timeoutMs);
    const { status, headers, certificates = [] } = response;
    const ms = ports.clock.now() - started;
    const named = await namedFor(request, values, line);
    return { status, headers, body, ms, redirects, certificates, ...(named && { named }) };
}
/** Sends a request once and follows it as far as it says. Throws only when the run is cancelled, or for a defect. */
async function attempt(request, values, line) {
    try {
        return { kind: 'answered', answer: await exchange(request, values, line) };
    }
    catch (error) {
        if (line.ports.cancelled.aborted)
            throw error;
        const told = troubleOf(error);
        if (told === undefined)
            throw error;
        const expiry = request.expect.tls === undefined ? '' : await expiryOf(error, line);
        return { kind: 'unanswered', ...told, message: told.message + expiry };
    }
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/sending.js



/** The digest of bytes, in lower-case hexadecimal. */
const sha256 = (bytes) => (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
/** Takes what the answer gives for later requests; what is secret is masked before anything else is done with it. */
function take(request, answer, { values, ports }) {
    const captured = captureAll(request, answer);
    for (const { name, value, secret } of captured.values) {
        if (secret)
            ports.log.mask(typeof value === 'string' ? value : JSON.stringify(value));
        values.set(name, value);
    }
    return captured.mismatches;
}
function judge(request, made, session) {
    if (made.kind === 'unanswered')
        return { ...made, mismatches: [{ at: [], message: made.message }] };
    const { answer } = made;
    const path = fillText(request.path, session.values, encodeURIComponent);
    const expect = fillExpectation(request.expect, session.values);
    const missing = take(request, answer, session);
    const bench = { now: session.ports.clock.now(), sha256 };
    const own = judgeAnswer(expect, answer, bench);
    const others = session.judges.flatMap((each) => each(answer, request, path));
    const accepted = own.length === 0 || (expect.status !== undefined && statusFits(expect, answer.status));
    const trouble = accepted ? undefined : troubleOfStatus(answer.status);
    return { answer, mismatches: [...own, ...others, ...(own.length === 0 ? missing : [])], ...(trouble && { trouble }) };
}
const words = ({ mismatches }) => mismatches.map(({ message }) => message).join('; ');
/** Sends until there is no trouble that may pass, or the time for that is spent. */
async function sendOnce(request, session, own) {
    const { clock, cancelled, log } = session.ports;
    const budget = own ?? session.budget;
    const tries = [];
    for (;;) {
        const begun = clock.now();
        const { trouble, ...judged } = judge(request, await attempt(request, session.values, session), session);
        if (tries.length > 0)
            budget.leftMs -= clock.now() - begun;
        const wait = waitMs(tries.length + 1);
        const late = wait > budget.leftMs || clock.now() + wait > session.deadline;
        if (trouble === undefined || late || !mayRetry(trouble, request, session.retry))
            return { ...judged, tries };
        tries.push(words(judged));
        log.debug(`${request.name}, try ${tries.length}: ${words(judged)}. Waiting ${wait} ms.`);
        budget.leftMs -= wait;
        await clock.sleep(wait, cancelled);
    }
}
/** Sends until what is expected holds. */
async function sendUntil(request, session, until) {
    const { clock, cancelled } = session.ports;
    const deadline = Math.min(session.deadline, clock.now() + until.withinMs);
    const tries = [];
    for (;;) {
        const judged = judge(request, await attempt(request, session.values, session), session);
        if (judged.mismatches.length === 0 || clock.now() + until.everyMs > deadline)
            return { ...judged, tries };
        tries.push(words(judged));
        await clock.sleep(until.everyMs, cancelled);
    }
}
/** Mismatches of several answers, each told once with how many answers it is of. */
function together(all) {
    const [first] = all;
    if (all.length === 1 && first !== undefined)
        return first.mismatches;
    const places = new Map();
    for (const mismatch of all.flatMap(({ mismatches }) => mismatches)) {
        const key = JSON.stringify(mismatch.at);
        const known = places.get(key);
        places.set(key, { first: known?.first ?? mismatch, count: (known?.count ?? 0) + 1 });
    }
    return [...places.values()].map(({ first: { at, message }, count }) => {
        return { at, message: `${message} (in ${count} of ${all.length} answers)` };
    });
}
/** Sends a request as often as it says and judges what comes back. Throws only when the run is cancelled. */
async function sendAll(request, session) {
    const own = request.retry && { leftMs: request.retry.withinMs };
    const all = [];
    do
        all.push(request.until ? await sendUntil(request, session, request.until) : await sendOnce(request, session, own));
    while (all.length < request.repeat && session.ports.clock.now() <= session.deadline);
    const times = all.flatMap(({ answer }) => (answer === undefined ? [] : [answer.ms]));
    const tries = all.flatMap((each) => each.tries);
    const cut = { at: ['repeat'], message: `sent ${all.length} of ${request.repeat} times: the time for the suite was over` };
    const mismatches = [...together(all), ...judgeTimes(request.expect, times), ...(all.length < request.repeat ? [cut] : [])];
    const status = all.at(-1)?.answer?.status;
    const passed = mismatches.length === 0 && tries.length > 0;
    return {
        ...{ request, sent: all.length, times, mismatches, tries },
        ...(status !== undefined && { status }),
        ...(passed && { note: request.until === undefined ? 'flaky' : 'awaited' }),
    };
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/sequence.js



/** How long putting away may take in a run that was cancelled, whose process is ended 7.5 s later. */
const CLEANUP_WHEN_CANCELLED_MS = 5_000;
const notSent = (request, why) => {
    return { request, sent: 0, times: [], mismatches: [{ at: [], message: `not sent: ${why}` }], tries: [] };
};
function missingValue({ path, query, headers, body, expect }, { values }) {
    return placeholdersOf([path, query, headers, body, expect]).find((name) => !values.has(name));
}
async function inOrder(requests, session) {
    const results = [];
    for (const request of requests) {
        const missing = missingValue(request, session);
        if (missing !== undefined)
            results.push(notSent(request, `no request captured ${missing}`));
        else if (session.ports.clock.now() >= session.deadline)
            results.push(notSent(request, 'the time for the suite was over'));
        else
            results.push(await sendAll(request, session));
    }
    return results;
}
/** Works on the groups side by side; each sees what was set up and its own values. Results stand in the suite's order. */
async function inGroups(suite, session, made) {
    const groups = [...new Set(suite.requests.map(({ group }) => group))];
    const played = await (0,concurrent/* concurrently */.r)(suite.parallel, groups, async (name) => {
        const own = { ...session, values: new Map(session.values) };
        const members = suite.requests.filter(({ group }) => group === name);
        try {
            return await inOrder(members, own);
        }
        finally {
            for (const [key, value] of own.values)
                made.set(key, value);
        }
    });
    const results = new Map(played.flat().map((result) => [result.request, result]));
    return suite.requests.flatMap((request) => results.get(request) ?? []);
}
/** Cleanup has its own time: what a suite left behind is put away also when its time is over or the run was cancelled. */
function cleanupSession(session, values, budgetMs) {
    const { ports } = session;
    const limitMs = ports.cancelled.aborted ? CLEANUP_WHEN_CANCELLED_MS : budgetMs;
    const cancelled = ports.cancelled.aborted ? AbortSignal.timeout(limitMs) : ports.cancelled;
    return { ...session, values, deadline: ports.clock.now() + limitMs, ports: { ...ports, cancelled } };
}
/**
 * Does something between the setup of a suite and its cleanup, which comes whatever happened.
 *
 * @param work is given the map that takes up what it makes for the cleanup; it is not called when the setup failed
 * @param cleanupMs how long cleaning up may take
 * @throws what ended a run early, such as its cancellation, after cleaning up
 */
async function around(suite, session, cleanupMs, work) {
    let cleanup = [];
    const prepared = { setup: [] };
    try {
        prepared.setup = await inOrder(suite.setup, session);
        if (prepared.setup.every(({ mismatches }) => mismatches.length === 0)) {
            const all = new Map(session.values);
            prepared.done = await work(all).finally(() => all.forEach((value, key) => void session.values.set(key, value)));
        }
    }
    finally {
        cleanup = await inOrder(suite.cleanup, cleanupSession(session, session.values, cleanupMs));
    }
    return { ...prepared, cleanup };
}
/** Sends a suite: what is set up, then the requests if that went well, and in the end what is cleaned up. */
async function play(suite, session, cleanupMs) {
    const { setup, done, cleanup } = await around(suite, session, cleanupMs, (made) => inGroups(suite, session, made));
    return { setup, requests: done ?? suite.requests.map((request) => notSent(request, 'the setup failed')), cleanup };
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/version-judge.js

/** Judges each answer by the version in its header, so that an old pod that still answers is not taken for the release. */
function versionJudge(expected, header) {
    return ({ headers }) => {
        const actual = headers[header.toLowerCase()];
        if (actual === expected)
            return [];
        const got = actual === undefined ? `no ${header} header` : shown(actual);
        return [{ at: [], message: `expected version ${shown(expected)}, got ${got}` }];
    };
}

;// CONCATENATED MODULE: ../smoke/lib/version-proof.js
/** How many of the newest answers are looked at when the version is not proved. */
const WINDOW = 20;
/**
 * Judges the versions that answers told, oldest first; undefined stands for an answer without one, or for none.
 *
 * @param streak how many answers in a row must come from the expected version, from 1
 */
function judgeVersions(told, expected, streak) {
    const last = told.slice(-streak);
    if (last.length === streak && last.every((version) => version === expected))
        return { kind: 'proved' };
    const seen = {};
    for (const version of told.slice(-WINDOW))
        if (version !== undefined)
            seen[version] = (seen[version] ?? 0) + 1;
    const versions = Object.keys(seen);
    if (versions.length === 0)
        return { kind: 'untold' };
    // Some of the answers with a version and some without are two versions as well.
    return { kind: versions.includes(expected) ? 'mixed' : 'version-mismatch', seen };
}
/**
 * Judges what each pod that is ready told, oldest first: all must have answered from the expected version.
 *
 * @param streak how many answers in a row each of them must give, from 1
 */
function judgeFleet(pods, expected, streak) {
    if (pods.length === 0)
        return { kind: 'untold', why: 'no pod that is ready' };
    if (pods.every((told) => judgeVersions(told, expected, streak).kind === 'proved'))
        return { kind: 'proved' };
    const last = pods.map((told) => told.at(-1));
    if (last.every((version) => version === undefined))
        return { kind: 'untold' };
    const seen = {};
    for (const version of last)
        seen[version ?? 'none told'] = (seen[version ?? 'none told'] ?? 0) + 1;
    return { kind: last.includes(expected) ? 'mixed' : 'version-mismatch', seen };
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/version.js




const BETWEEN_MS = 100;
const AFTER_ANOTHER_MS = 500;
const PODS_AT_ONCE = 8;
function jsonVersion(path, text) {
    try {
        const [value] = json_path_select(path, JSON.parse(text));
        return value === undefined || value === null ? undefined : String(value);
    }
    catch {
        return undefined;
    }
}
async function versionIn(response, inputs) {
    const text = await response.text();
    if (inputs.versionFrom === 'json')
        return jsonVersion(inputs.versionJson ?? '$', text);
    const told = inputs.versionFrom === 'text' ? text.trim() : response.headers[inputs.versionHeader.toLowerCase()];
    return told === '' ? undefined : told;
}
/** Where the version is asked for: where the user says, or else where the suite is known to be answered. */
function versionPathOf({ versionPath }, { requests }) {
    const plain = requests.find(({ method, path }) => method === 'GET' && !path.includes('{{'));
    return versionPath ?? plain?.path ?? '/';
}
async function ask(url, inputs, { ca, timeoutMs, ports }) {
    const signal = AbortSignal.any([ports.cancelled, AbortSignal.timeout(timeoutMs)]);
    try {
        // A connection that is kept open would always lead to the same pod.
        const request = { url, timeoutMs, signal, ownConnection: true, ...(ca !== undefined && { tls: { ca } }) };
        return await versionIn(await ports.http.fetch(request), inputs);
    }
    catch (error) {
        if (ports.cancelled.aborted || (!(error instanceof failure/* Failure */.H) && !signal.aborted && troubleOf(error) === undefined))
            throw error;
        return undefined;
    }
}
/** Asks through whatever balances the service; what was told is in the order of time. */
function throughService(expected, inputs, url, line) {
    const told = [];
    return async () => {
        told.push(await ask(url, inputs, line));
        return { verdict: judgeVersions(told, expected, inputs.versionStreak), right: told.at(-1) === expected };
    };
}
/** Asks every pod that is ready now; one that is gone is no part of the fleet any more. */
function everyPod(expected, inputs, path, line, readyPods) {
    let told = new Map();
    return async () => {
        const before = told;
        const asked = await (0,concurrent/* concurrently */.r)(PODS_AT_ONCE, await readyPods(), async ({ uid, base, http }) => {
            const { ca: _, ...plain } = line;
            const version = await ask(base + path, inputs, { ...plain, ports: { ...line.ports, http } });
            return [uid, [...(before.get(uid) ?? []), version]];
        });
        told = new Map(asked);
        const right = told.size > 0 && asked.every(([, versions]) => versions.at(-1) === expected);
        return { verdict: judgeFleet([...told.values()], expected, inputs.versionStreak), right };
    };
}
const roundsOf = ({ expected, inputs, path, line, readyPods }) => readyPods ? everyPod(expected, inputs, path, line, readyPods) : throughService(expected, inputs, line.base + path, line);
/**
 * Asks until enough answers in a row, of every ready pod where they are told, come from the expected version, or the time for
 * that is over.
 *
 * A rollout that is not over yet is waited for; a fleet that stays mixed is a verdict of its own.
 */
async function proveVersion(proof) {
    const { clock, cancelled } = proof.line.ports;
    const deadline = clock.now() + proof.inputs.versionWithin;
    const round = roundsOf(proof);
    for (;;) {
        const { verdict, right } = await round();
        if (verdict.kind === 'proved' || (!right && clock.now() >= deadline))
            return verdict;
        await clock.sleep(right ? BETWEEN_MS : AFTER_ANOTHER_MS, cancelled);
    }
}
/**
 * Asks as often again whether the version that was proved still answers, and it alone.
 *
 * Nobody is waited for: whoever else answers now may have answered before, too. Only a pod that is new is asked as often as the others.
 */
async function stillProved(proof) {
    const { clock, cancelled } = proof.line.ports;
    const { versionStreak } = proof.inputs;
    const round = roundsOf(proof);
    let wrong;
    for (let asked = 1;; asked += 1) {
        const { verdict, right } = await round();
        if (!right)
            wrong = verdict;
        const enough = verdict.kind === 'proved' || wrong !== undefined || asked >= 2 * versionStreak;
        if (asked >= versionStreak && enough)
            return verdict.kind === 'proved' ? (wrong ?? verdict) : verdict;
        await clock.sleep(BETWEEN_MS, cancelled);
    }
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/cancelling.js

/**
 * Does something that a cancelled run breaks off.
 *
 * @param what is what the run was cancelled before, as in "before the suite was done"
 * @throws Failure CANCELLED in the place of whatever the cancelling threw
 */
async function unlessCancelled({ cancelled }, what, work) {
    try {
        return await work();
    }
    catch (cause) {
        if (cause instanceof failure/* Failure */.H || !cancelled.aborted)
            throw cause;
        throw new failure/* Failure */.H({ code: 'CANCELLED', message: `The run was cancelled before ${what}.` }, { cause });
    }
}

// EXTERNAL MODULE: ../test-command/lib/commands.js + 1 modules
var lib_commands = __webpack_require__(96994);
// EXTERNAL MODULE: ../test-command/lib/reports.js + 1 modules
var lib_reports = __webpack_require__(21671);
// EXTERNAL MODULE: ../test-command/lib/tested.js + 1 modules
var lib_tested = __webpack_require__(22997);
;// CONCATENATED MODULE: ../../actions/smoke-test/lib/reachable.js


/** An expired certificate does not pass by waiting. */
async function refuseExpired(cause, line) {
    const expiry = await expiryOf(cause, line);
    if (expiry === '')
        return;
    const message = `${cause.problems[0]?.message.replace(/\.$/, '')}${expiry}.`;
    throw new failure/* Failure */.H({ code: 'CERTIFICATE_EXPIRED', message, remedy: 'Renew it.' }, { cause });
}
/** Waits for the first answer of any kind: a service that was just deployed may not be reachable yet. */
async function waitUntilReachable(line, inputs) {
    const { clock, http, log, cancelled } = line.ports;
    const deadline = clock.now() + inputs.readyWithin;
    const tls = line.ca === undefined ? {} : { tls: { ca: line.ca } };
    for (;;) {
        try {
            const response = await http.fetch({ url: `${line.base}/`, timeoutMs: inputs.requestTimeout, signal: cancelled, ...tls });
            response.bytes().catch(() => undefined);
            return;
        }
        catch (cause) {
            if (!(cause instanceof failure/* Failure */.H))
                throw cause;
            const seen = cause.problems[0]?.message ?? cause.message;
            await refuseExpired(cause, line);
            const message = `The service gave no answer within ${inputs.readyWithin / 1000} s: ${seen}`;
            const remedy = 'Check that it runs and that this runner may reach it, or raise "ready-within".';
            if (clock.now() >= deadline)
                throw new failure/* Failure */.H({ code: cause.code, message, remedy }, { cause });
            log.debug(seen);
            await clock.sleep(500, cancelled);
        }
    }
}

// EXTERNAL MODULE: ../test-command/lib/passing.js
var passing = __webpack_require__(92564);
// EXTERNAL MODULE: ../../actions/smoke-test/lib/action-e2e.js
var action_e2e = __webpack_require__(10783);
;// CONCATENATED MODULE: ../../actions/smoke-test/lib/e2e/facts.js







/** What tells the command where the service is and which release it looks at. */
function releaseOf(inputs, base, { sha }) {
    const { urlVariable, expectVersion, image } = inputs;
    const digest = image === undefined ? undefined : (0,action_e2e/* digestOf */.ol)(image);
    return {
        [urlVariable]: base,
        ...(expectVersion !== undefined && { [action_e2e/* RELEASE */.g2.version]: expectVersion }),
        ...(sha !== undefined && { [action_e2e/* RELEASE */.g2.commit]: sha }),
        ...(image !== undefined && { [action_e2e/* RELEASE */.g2.image]: image }),
        ...(digest !== undefined && { [action_e2e/* RELEASE */.g2.digest]: digest }),
    };
}
/** Where the version is asked for: where the service's smoke suite, if it has one, asks as well. */
async function versionPath(inputs, { files }) {
    const { expectVersion, versionPath: given, suite } = inputs;
    if (expectVersion === undefined || given !== undefined || !(await files.exists(suite)))
        return given ?? '/';
    return versionPathOf(inputs, parseSuite(suite, await files.readText(suite), 'any'));
}
/** Reads everything there is to know; nothing is started and nobody but a cluster's API server asked. @throws Failure with every problem */
async function gatherE2e(inputs, ports, context) {
    const problems = [];
    const { caFile } = inputs;
    const base = await (0,collect/* collect */.F)(problems, () => baseUrl(inputs.url));
    const values = await (0,collect/* collect */.F)(problems, () => givenValues(inputs, context, ports));
    const { variables, warnings } = (0,passing/* passOn */.T)(inputs.passEnv ?? [], (name) => context.environment(name));
    const given = { ...variables, ...Object.fromEntries(values ?? []) };
    const commands = await (0,lib_commands/* readCommands */.P)({ ...inputs, path: given['PATH'] }, ports, problems);
    await (0,collect/* collect */.F)(problems, () => checkVersionInputs(inputs));
    const path = await (0,collect/* collect */.F)(problems, () => versionPath(inputs, ports));
    const ca = caFile === undefined ? undefined : await (0,collect/* collect */.F)(problems, () => ports.files.readText(caFile));
    const within = inputs.pods === undefined ? undefined : await (0,collect/* collect */.F)(problems, () => enter(inputs, ports, context));
    if (within)
        problems.push(...((await (0,collect/* collect */.F)(problems, () => within.problemsWith([]))) ?? []));
    (0,failure/* failWhen */.x)(problems);
    if (base === undefined || path === undefined)
        throw new failure/* Failure */.H(problems);
    const env = { ...given, ...releaseOf(inputs, base, context) };
    return { base, commands, env, warnings, path, ...(ca !== undefined && { ca }), ...(within && { within }) };
}

// EXTERNAL MODULE: ../runner/lib/annotations.js
var lib_annotations = __webpack_require__(90239);
// EXTERNAL MODULE: ../test-command/lib/judgement.js
var lib_judgement = __webpack_require__(22480);
// EXTERNAL MODULE: ../test-command/lib/telling.js + 1 modules
var telling = __webpack_require__(93537);
;// CONCATENATED MODULE: ../../actions/smoke-test/lib/e2e/trial.js

/** Judges a run by its tests, and by whether they were answered by the version that they are about. */
function trialOf(performed, minTests) {
    if (!('tested' in performed))
        return { kind: 'unproved', version: performed.before };
    const { before, tested, after } = performed;
    const judgement = (0,lib_judgement/* judge */.S4)(tested, minTests);
    if (after !== undefined && after.kind !== 'proved')
        return { kind: 'changed', version: after, tested, judgement };
    return { kind: 'judged', version: before.kind, tested, judgement };
}
/** What is told of the version: one that was proved before and is gone has changed. */
function versionOf(trial) {
    if (trial.kind === 'judged')
        return trial.version;
    return trial.kind === 'changed' && trial.version.kind === 'version-mismatch' ? 'changed' : trial.version.kind;
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/e2e/report.js






const KIND = 'end-to-end';
function verdict(trial) {
    if (trial.kind === 'unproved')
        return trial.version.kind === 'untold' ? 'inconclusive' : 'fail';
    return trial.kind === 'changed' ? 'inconclusive' : (0,lib_judgement/* verdictOf */.Vj)(trial.judgement);
}
function headlineOf(trial, { base }, inputs) {
    if (trial.kind === 'unproved') {
        const clause = versionClause(trial.version, inputs, `after ${inputs.versionWithin / 1000} s`);
        return `No end-to-end test was run against ${base}: ${clause}.`;
    }
    const told = (0,lib_judgement/* headline */.Pl)(trial.judgement, KIND, inputs.timeBudget);
    const seconds = `(${trial.tested.seconds.toFixed(1)} s)`;
    if (trial.kind === 'judged')
        return `${told} ${seconds}`;
    const clause = versionClause(trial.version, inputs, 'after the tests');
    return `The end-to-end tests say nothing of this release, whose version had answered before them: ${clause}. ${told} ${seconds}`;
}
function outputsOf(trial) {
    const known = { requests: undefined, flaky: undefined, version: versionOf(trial), ...NO_PERFORMANCE };
    if (trial.kind === 'unproved')
        return { ...known, failed: '0', tests: '0', skipped: '0', seconds: undefined };
    const { total, ...counts } = (0,telling/* countsOf */.mQ)(trial.tested.report, trial.tested.seconds);
    return { ...known, ...counts, tests: total };
}
function annotationsOf(trial, told, place) {
    const version = trial.kind === 'judged' ? [] : [{ level: 'error', title: `End-to-end tests: ${versionOf(trial)}`, message: told }];
    if (trial.kind === 'unproved')
        return version;
    const unread = (0,telling/* unreadReports */.bB)(trial.tested, trial.judgement).map((problem) => (0,lib_annotations/* annotationOf */.l)(problem));
    return [...version, ...(0,telling/* failedTests */.T9)(trial.tested.report, KIND, place), ...unread];
}
function summaryOf(trial, told, place) {
    if (trial.kind === 'unproved')
        return [];
    const doubt = trial.kind === 'changed' ? [(0,block/* paragraph */.FY)(['❔ ', told])] : [];
    return [...doubt, ...(0,telling/* testSummary */.JH)(trial.tested, trial.judgement, place)];
}
/** The tests as one report; what failed without a failed test stands in it as one of its own. */
function report_casesOf({ kind, tested, judgement }, told) {
    const cases = (tested.report?.cases ?? []).map(({ name, result, seconds, detail, file, line }) => {
        const place = { ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
        return { name, kind: result, seconds, detail, ...place };
    });
    if (kind === 'judged' && (judgement.kind === 'passed' || judgement.kind === 'failed'))
        return cases;
    return [...cases, { name: 'the end-to-end command', kind: 'failed', seconds: tested.seconds, detail: told }];
}
function report_dataOf(trial) {
    if (trial.kind === 'unproved')
        return { version: { ...trial.version } };
    const { judgement, tested } = trial;
    return {
        version: trial.kind === 'changed' ? { ...trial.version, kind: versionOf(trial) } : { kind: trial.version },
        judgement: { ...judgement },
        seconds: tested.seconds,
        cases: (tested.report?.cases ?? []).map(({ name, result, seconds }) => ({ name, result, seconds })),
    };
}
/** The outcome of an end-to-end run, after its JUnit report is written. */
async function reportE2e(trial, facts, inputs, context, write) {
    const told = headlineOf(trial, facts, inputs);
    const place = { workspace: context.workspace, folder: inputs.workingDirectory };
    if (inputs.junit !== undefined && trial.kind !== 'unproved')
        await write(inputs.junit, report_casesOf(trial, told));
    return {
        verdict: verdict(trial),
        headline: told,
        outputs: outputsOf(trial),
        annotations: [...annotationsOf(trial, told, place), ...facts.warnings],
        summary: summaryOf(trial, told, place),
        data: report_dataOf(trial),
    };
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/e2e/run.js







function proofOf({ within, path }, inputs, line) {
    const { expectVersion: expected } = inputs;
    return expected === undefined ? undefined : { expected, path, inputs, line, readyPods: within?.readyPods };
}
async function perform(facts, inputs, ports) {
    const { base, commands, env, ca } = facts;
    const { workingDirectory: folder, reports, timeBudget: budgetMs } = inputs;
    const line = { base, timeoutMs: inputs.requestTimeout, ports, ...(ca !== undefined && { ca }) };
    await waitUntilReachable(line, inputs);
    await (0,lib_commands/* prepare */.i)(commands, ports.files.resolve(folder), env, ports);
    await (0,lib_reports/* removeStale */.s)(reports, folder, ports.files);
    const proof = proofOf(facts, inputs, line);
    const before = proof === undefined ? { kind: 'unchecked' } : await proveVersion(proof);
    if (before.kind !== 'proved' && before.kind !== 'unchecked')
        return { before };
    const tested = await (0,lib_tested/* runTests */.N)({ words: commands.words, folder, env, budgetMs, reports }, ports);
    if (proof === undefined || tested.cancelled)
        return { before, tested };
    return { before, tested, after: await stillProved(proof) };
}
/** Runs a project's own end-to-end tests against the service, between two proofs of which version they speak to. */
async function runE2e(inputs, ports, context, write) {
    const facts = await gatherE2e(inputs, ports, context);
    const performed = await unlessCancelled(ports, 'the tests were done', () => perform(facts, inputs, ports));
    const trial = trialOf(performed, inputs.minTests);
    return reportE2e(trial, facts, inputs, context, write);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ../load/lib/k6.js

const isFields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
function malformed(what) {
    const remedy = 'Take a release of k6 that writes --summary-export and --out json.';
    return new failure/* Failure */.H({ code: 'K6_OUTPUT', message: `What k6 wrote is not as expected: ${what}.`, remedy });
}
function lineOf(line) {
    try {
        const value = JSON.parse(line);
        if (isFields(value))
            return value;
    }
    catch {
        // Told below, as of any other line that is no object.
    }
    throw malformed(`"${line.slice(0, 80)}" is no JSON object`);
}
/** A point of one of the metrics that are looked at; undefined of any other line. */
function pointOf(line) {
    const { type, metric, data } = lineOf(line);
    if (type !== 'Point' || (metric !== 'http_req_duration' && metric !== 'dropped_iterations'))
        return undefined;
    if (!isFields(data) || typeof data['value'] !== 'number' || Number.isNaN(Date.parse(String(data['time'])))) {
        throw malformed(`a point of ${String(metric)} has no time and value`);
    }
    return { metric: String(metric), data: data };
}
function whyOf({ tags = {} }) {
    if (tags['expected_response'] !== 'false')
        return undefined;
    const [status, code] = [tags['status'] ?? '0', tags['error'] ?? tags['error_code']];
    return status === '0' ? `no answer${code === undefined ? '' : `: ${code}`}` : `status ${status}`;
}
/**
 * Reads the points that k6 writes with `--out json`, one a line: https://grafana.com/docs/k6/latest/results-output/real-time/json.
 *
 * A point's time is that of the request's end, so that its start is earlier by its duration.
 *
 * @throws Failure K6_OUTPUT when they are not such points
 */
async function readK6Points(lines) {
    const raw = [];
    let dropped = 0;
    for await (const line of lines) {
        const point = line === '' ? undefined : pointOf(line);
        if (point === undefined)
            continue;
        const { time, value } = point.data;
        if (point.metric === 'dropped_iterations')
            dropped += value;
        else
            raw.push({ startMs: Date.parse(time) - value, ms: value, why: whyOf(point.data) });
    }
    const begun = raw.reduce((least, { startMs }) => Math.min(least, startMs), Number.POSITIVE_INFINITY);
    const samples = raw.map(({ startMs, ms, why }) => {
        return { offsetMs: startMs - begun, ms, ok: why === undefined, ...(why !== undefined && { why }) };
    });
    const spanMs = samples.reduce((most, { offsetMs }) => Math.max(most, offsetMs + 1), 1);
    return { samples, spanMs, dropped };
}
/**
 * The thresholds of a script that were not kept, as `metric: condition`, out of what k6 writes with `--summary-export`.
 *
 * There a threshold is true when it was crossed.
 *
 * @throws Failure K6_OUTPUT when the text is no such summary
 */
function crossedThresholds(text) {
    const { metrics } = lineOf(text);
    if (!isFields(metrics))
        throw malformed('the summary has no metrics');
    return Object.entries(metrics).flatMap(([metric, value]) => {
        const thresholds = isFields(value) && isFields(value['thresholds']) ? value['thresholds'] : {};
        return Object.entries(thresholds).flatMap(([condition, crossed]) => (crossed === true ? [`${metric}: ${condition}`] : []));
    });
}

// EXTERNAL MODULE: ../runner/lib/programs.js
var programs = __webpack_require__(4568);
;// CONCATENATED MODULE: ../load/lib/latency.js
/** All of them, ascending. */
const PERCENTS = [50, 95, 99];
const DIGITS = 3;
/** Milliseconds as they are kept: rounded up to whole ones, and from a second on to three digits, which is off by 1 % at most. */
function rounded(ms) {
    const whole = Math.max(0, Math.ceil(ms));
    const unit = 10 ** Math.max(0, String(whole).length - DIGITS);
    return Math.ceil(whole / unit) * unit;
}
/** Several lots of answers as one. */
function merged(lots) {
    const counts = new Map();
    for (const [ms, count] of lots.flat())
        counts.set(ms, (counts.get(ms) ?? 0) + count);
    return [...counts].sort(([a], [b]) => a - b);
}
/** How many answers there are. */
function countOf(latencies) {
    return latencies.reduce((sum, [, count]) => sum + count, 0);
}
/** The least time that at least `percent` of the answers do not exceed (nearest rank); NaN of none. */
function percentileOf(latencies, percent) {
    let left = Math.max(1, Math.ceil((percent / 100) * countOf(latencies)));
    for (const [ms, count] of latencies) {
        left -= count;
        if (left <= 0)
            return ms;
    }
    return Number.NaN;
}
/** How many answers took longer. */
function slowerThan(latencies, limitMs) {
    return countOf(latencies.filter(([ms]) => ms > limitMs));
}

;// CONCATENATED MODULE: ../load/lib/figures.js

/** How many slices a run is cut into: enough to see trouble that begins late, and to see how much slices differ of themselves. */
const SLICES = 30;
/** The figures of a run. @param spanMs how long was measured */
function figuresOf(samples, shape, spanMs) {
    const parts = Array.from({ length: SLICES }, () => []);
    for (const sample of samples) {
        const index = Math.floor((sample.offsetMs / spanMs) * SLICES);
        parts[Math.min(SLICES - 1, Math.max(0, index))]?.push(sample);
    }
    const slices = parts.map((part) => ({
        bad: part.filter(({ ok }) => !ok).length,
        latencies: merged(part.map(({ ms }) => [[rounded(ms), 1]])),
    }));
    return { ...shape, slices };
}

;// CONCATENATED MODULE: ../load/lib/history.js


/** How many runs are kept: several, because two runs of the same release differ as well. */
const KEPT = 5;
const history_natural = { type: 'integer', minimum: 0 };
const history_only = (properties, optional = {}) => ({
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties),
    properties: { ...properties, ...optional },
});
const LATENCY = { type: 'array', minItems: 2, maxItems: 2, items: history_natural };
const RUN = history_only({
    mix: { type: 'string' },
    slices: {
        type: 'array',
        minItems: SLICES,
        maxItems: SLICES,
        items: history_only({ bad: history_natural, latencies: { type: 'array', items: LATENCY } }),
    },
}, { rate: { type: 'number', exclusiveMinimum: 0 }, durationMs: { type: 'number', exclusiveMinimum: 0 } });
const HISTORY = {
    schema: history_only({ schema: { const: 'slipway.load/v1' }, runs: { type: 'array', items: RUN } }),
};
/** Parses the figures that earlier runs left. @throws Failure with every problem, each on its line */
function parseHistory(file, text) {
    return (0,config/* parseConfig */.o)(file, text, HISTORY).value.runs;
}
/** The figures as a file, one run a line. */
function renderHistory(runs) {
    return `{"schema":"slipway.load/v1","runs":[\n${runs.map((run) => JSON.stringify(run)).join(',\n')}\n]}\n`;
}
/** The runs that had the same load. */
function comparable(past, { rate, durationMs, mix }) {
    return past.filter((run) => run.rate === rate && run.durationMs === durationMs && run.mix === mix);
}
/** The figures of earlier runs of this load with those of one more; the oldest are dropped. */
function withRun(past, run) {
    return [...comparable(past, run), run].slice(-KEPT);
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/load/facts.js





/** Why a request cannot be part of a load, where its order is nobody's and its redirects would put others under load. */
function mixProblems({ setup }, mix, given) {
    const known = new Set([...given.keys(), ...setup.flatMap(({ capture }) => Object.keys(capture))]);
    return mix.flatMap(({ name, path, query, headers, body, expect, follow, locate }) => {
        const missing = placeholdersOf([path, query, headers, body, expect]).filter((each) => !known.has(each));
        const problems = [...new Set(missing)].map((each) => ({
            code: 'LOAD_NEEDS_CAPTURE',
            message: `"${name}" needs {{${each}}}, which another request captures; under load there is no order among them.`,
            remedy: 'Capture it in the setup, or give this request the weight 0.',
            location: locate([]),
        }));
        if (follow === 0)
            return problems;
        const message = `"${name}" follows redirects, which may lead the load to servers that nobody named.`;
        const remedy = 'Ask the address it leads to, or give it the weight 0.';
        return [...problems, { code: 'LOAD_FOLLOWS', message, remedy, location: locate(['follow']) }];
    });
}
/** The figures of earlier releases; undefined when there is no file of them. */
async function readPast(path, { files }) {
    return path !== undefined && (await files.exists(path)) ? parseHistory(path, await files.readText(path)) : undefined;
}
/** Reads everything there is to know. @throws Failure with every problem. */
async function gatherLoad(inputs, ports, context) {
    const problems = [];
    const sending = await gatherSending(inputs, ports, context, problems);
    const past = await (0,collect/* collect */.F)(problems, () => readPast(inputs.baseline, ports));
    if (sending === undefined)
        throw new failure/* Failure */.H(problems);
    const mix = sending.suite.requests.filter(({ weight }) => weight > 0);
    if (mix.length === 0) {
        const message = `No request of ${inputs.suite} has a weight, so there is nothing to send.`;
        problems.push({
            code: 'LOAD_EMPTY',
            message,
            remedy: 'Give one a "weight"; those that are no GET or HEAD have 0 unless told.',
        });
    }
    problems.push(...mixProblems(sending.suite, mix, sending.values));
    (0,failure/* failWhen */.x)(problems);
    const words = mix.map(({ method, path, weight }) => `${method} ${path} ×${weight}`).join(', ');
    const shape = { rate: inputs.loadRate, durationMs: inputs.loadDuration, mix: words };
    return { ...sending, mix, shape, ...(past && { past }) };
}

// EXTERNAL MODULE: ../../actions/smoke-test/lib/load/k6-release.js
var k6_release = __webpack_require__(94816);
// EXTERNAL MODULE: ../summary/lib/drawing.js + 2 modules
var drawing = __webpack_require__(6496);
;// CONCATENATED MODULE: ../../actions/smoke-test/lib/load/report.js



const SHOWN = 5;
const percentText = (share) => `${Number((share * 100).toPrecision(3))} %`;
const latenciesOf = (runs) => merged(runs.flatMap(({ slices }) => slices.map(({ latencies }) => latencies)));
const report_failed = (results) => results.filter(({ mismatches }) => mismatches.length > 0);
/** The outcome when the setup failed: nothing was sent, and that tells nothing of the service under load. */
function setupFailed(setup) {
    const annotations = report_failed(setup).flatMap(({ request, mismatches }) => mismatches.map(({ at, message }) => {
        const told = `${request.method} ${request.path}: ${message}.`;
        return { level: 'error', title: `Setup: ${request.name}`, message: told, ...request.locate(at) };
    }));
    return {
        verdict: 'inconclusive',
        headline: 'The load was not sent: the setup of the suite failed.',
        outputs: report_outputsOf(undefined),
        annotations,
    };
}
function report_outputsOf(story) {
    const suite = { requests: undefined, failed: undefined, flaky: undefined, version: undefined, ...NO_TESTS };
    if (story === undefined) {
        return { ...suite, performance: 'could-not-tell', p50: undefined, p95: undefined, p99: undefined, errorRate: undefined };
    }
    const { shots, figures, judgement } = story;
    const all = latenciesOf([figures]);
    const [p50, p95, p99] = PERCENTS.map((percent) => (shots.length === 0 ? undefined : String(percentileOf(all, percent))));
    const wrong = shots.filter(({ ok }) => !ok).length;
    return {
        ...suite,
        requests: String(shots.length),
        failed: String(wrong),
        performance: judgement.verdict,
        ...{ p50, p95, p99 },
        errorRate: shots.length === 0 ? undefined : (wrong / shots.length).toFixed(4),
    };
}
/** The percentiles over the measured time. */
function percentileChart({ figures: { slices }, spanMs, inputs, judgement }) {
    const series = PERCENTS.map((percent) => ({
        name: `p${percent}`,
        points: slices.flatMap(({ latencies }, index) => {
            const x = Math.round(((index + 1) * spanMs) / slices.length / 1000);
            return latencies.length === 0 ? [] : [{ x, y: percentileOf(latencies, percent) }];
        }),
    }));
    return (0,drawing/* chart */.b)({
        title: 'Latency under load',
        xLabel: 'seconds since the measuring began',
        yLabel: 'milliseconds',
        series: series.filter(({ points }) => points.length > 0),
        marks: [{ x: Math.round(spanMs / 1000), label: judgement.verdict }],
        ...(inputs.p95Max !== undefined && { limit: { y: inputs.p95Max, label: `p95 at most ${inputs.p95Max} ms` } }),
    });
}
function figuresTable({ figures, before: past, inputs }) {
    const share = (runs) => {
        const [bad, total] = [runs.flatMap(({ slices }) => slices).reduce((sum, slice) => sum + slice.bad, 0), latenciesOf(runs)];
        const count = total.reduce((sum, [, each]) => sum + each, 0);
        return count === 0 ? '-' : percentText(bad / count);
    };
    const limits = { 50: inputs.p50Max, 95: inputs.p95Max, 99: inputs.p99Max };
    const [now, then] = [latenciesOf([figures]), latenciesOf(past)];
    const rows = PERCENTS.map((percent) => {
        const limit = limits[percent];
        const shown = (all) => (all.length === 0 ? '-' : `${percentileOf(all, percent)} ms`);
        return [`p${percent}`, shown(now), shown(then), limit === undefined ? '-' : `${limit} ms`];
    });
    const before = past.length === 0 ? 'before' : `before (${past.length} ${past.length === 1 ? 'run' : 'runs'})`;
    const errors = ['failed', share([figures]), share(past), percentText(inputs.errorRateMax)];
    return (0,block/* table */.tp)(['', 'this release', before, 'limit'], [errors, ...rows]);
}
/** Why it was not compared with earlier releases, where that was asked for. */
function notCompared({ past, before, inputs }) {
    if (inputs.baseline === undefined || before.length > 0)
        return undefined;
    if (past === undefined)
        return `There is no ${inputs.baseline} yet: the limits alone judged this release.`;
    return `No run in ${inputs.baseline} had this load: the limits alone judged this release.`;
}
function reasons({ shots }) {
    const counts = new Map();
    for (const { why } of shots)
        if (why !== undefined)
            counts.set(why, (counts.get(why) ?? 0) + 1);
    return [...counts]
        .sort(([, a], [, b]) => b - a)
        .map(([why, count]) => `${count} × ${why}`)
        .slice(0, SHOWN);
}
function report_headlineOf({ what, judgement }) {
    const { verdict, why, smallestVisible } = judgement;
    const seen = `an error rate of ${percentText(smallestVisible)} or more would have been seen`;
    if (verdict === 'pass')
        return `${what}: ${why}; ${seen}.`;
    if (verdict === 'too-little-traffic')
        return `${what} say too little: ${why}; ${seen}.`;
    return `${what}: ${verdict}: ${why}.`;
}
function report_annotationsOf(story, cleanup) {
    const { verdict } = story.judgement;
    const unmeasured = notCompared(story);
    const left = report_failed(cleanup).map(({ request, mismatches }) => {
        const message = `${request.method} ${request.path}: ${mismatches.map((each) => each.message).join('; ')}.`;
        return { level: 'warning', title: `Not cleaned up: ${request.name}`, message, ...request.location };
    });
    return [
        ...(verdict === 'pass' ? [] : [{ level: 'error', title: `Load test: ${verdict}`, message: report_headlineOf(story) }]),
        ...(unmeasured === undefined ? [] : [{ level: 'notice', title: 'Load test: not compared', message: unmeasured }]),
        ...left,
    ];
}
function load_report_dataOf({ shape, figures, before, judgement }) {
    const { verdict, why, needed, smallestVisible, questions } = judgement;
    const latencies = latenciesOf([figures]);
    const percentiles = PERCENTS.map((percent) => [`p${percent}`, latencies.length > 0 ? percentileOf(latencies, percent) : null]);
    return {
        performance: { verdict, why, needed, smallestVisible, questions: questions.map((each) => ({ ...each })) },
        load: { ...shape },
        runsBefore: before.length,
        percentiles: Object.fromEntries(percentiles),
        slices: figures.slices.map(({ bad, latencies: all }) => ({ bad, latencies: all.map(([ms, count]) => [ms, count]) })),
    };
}
/** The outcome of a load. */
function report(story, cleanup) {
    const { verdict, why } = story.judgement;
    const unmeasured = notCompared(story);
    const wrong = reasons(story);
    return {
        verdict: verdict === 'pass' ? 'pass' : verdict === 'regressed' || verdict === 'slower' ? 'fail' : 'inconclusive',
        headline: report_headlineOf(story),
        outputs: report_outputsOf(story),
        annotations: report_annotationsOf(story, cleanup),
        summary: [
            (0,block/* paragraph */.FY)([{ bold: verdict }, `: ${why}.`]),
            ...(story.shots.length > 0 ? [percentileChart(story)] : []),
            figuresTable(story),
            ...(unmeasured === undefined ? [] : [(0,block/* paragraph */.FY)([unmeasured])]),
            ...(wrong.length === 0
                ? []
                : [(0,block/* paragraph */.FY)(['What was wrong with the requests that failed:']), (0,block/* list */.p_)(wrong.map((each) => [each]))]),
        ],
        data: load_report_dataOf(story),
    };
}

// EXTERNAL MODULE: ../detector/lib/count.js
var count = __webpack_require__(57954);
// EXTERNAL MODULE: ../detector/lib/dispersion.js
var dispersion = __webpack_require__(22427);
// EXTERNAL MODULE: ../detector/lib/evidence.js + 2 modules
var evidence = __webpack_require__(4147);
// EXTERNAL MODULE: ../detector/lib/visible.js
var lib_visible = __webpack_require__(6867);
;// CONCATENATED MODULE: ../load/lib/judge.js



/** The share of errors may be this many times that of before, and a share under the floor never matters, as in a watch. */
const ERRORS = { margin: 1.25, floor: 0.002 };
const countsOf = ({ slices }, bad) => slices.map((slice) => ({ total: countOf(slice.latencies), bad: bad(slice) }));
/** How much whole runs differ, by Pearson's chi-square and its degrees of freedom; 1 of fewer than three. */
function betweenRuns(runs) {
    const share = (0,count/* shareOf */.tC)((0,count/* totalOf */.e6)(runs));
    if (runs.length < 3 || share <= 0 || share >= 1)
        return 1;
    const terms = runs.map(({ total, bad }) => (bad - total * share) ** 2 / Math.max(1e-9, total * share * (1 - share)));
    return terms.reduce((sum, term) => sum + term, 0) / (runs.length - 1);
}
function asked(run, past, bad, evidence) {
    const history = past.map((each) => countsOf(each, bad.before));
    // Each slice is compared with the same slice of the earlier runs: what every run begins with cancels.
    const slices = countsOf(run, bad.fresh).map((fresh, index) => {
        return { fresh, reference: (0,count/* totalOf */.e6)(history.flatMap((counts) => counts[index] ?? [])) };
    });
    const phi = Math.max((0,dispersion/* dispersion */.H)(history.flat()), betweenRuns(history.map(count/* totalOf */.e6)));
    return { slices, evidence, phi };
}
/** The log of the mean of what the questions of one claim came to, at its highest. */
function highestMean(all) {
    const series = all.map(({ slices, evidence, phi }) => {
        const question = evidence();
        return slices.map((slice) => question.add(slice) / phi);
    });
    const looks = series[0]?.length ?? 0;
    return Array.from({ length: looks }, (_, look) => {
        const logs = series.map((values) => values[look] ?? 0);
        const top = Math.max(...logs);
        return top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0) / logs.length);
    }).reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
}
const judge_percentText = (share) => `${Number((share * 100).toPrecision(3))} %`;
const errors = ({ bad }) => bad;
const allOf = (runs) => merged(runs.flatMap(({ slices }) => slices.map(({ latencies }) => latencies)));
function errorQuestions(run, past, { errorRateMax }) {
    const bad = { fresh: errors, before: errors };
    const looks = run.slices.length;
    const limit = asked(run, past, bad, () => (0,evidence/* absoluteEvidence */.FU)(errorRateMax, looks));
    const before = asked(run, past, bad, () => (0,evidence/* worseThan */.Ss)(ERRORS, looks));
    const share = (0,count/* shareOf */.tC)((0,count/* totalOf */.e6)(countsOf(run, errors)));
    const told = `${judge_percentText(share)} of the requests failed`;
    const then = judge_percentText((0,count/* shareOf */.tC)((0,count/* totalOf */.e6)(past.flatMap((each) => countsOf(each, errors)))));
    const question = (each, claim, beyond) => {
        return { asked: each, question: { about: 'errors', claim, evidence: highestMean([each]), beyond } };
    };
    return [
        question(limit, `${told}, over the limit of ${judge_percentText(errorRateMax)}`, share > errorRateMax),
        ...(past.length === 0 ? [] : [question(before, `${told}, and ${then} of them before`, false)]),
    ];
}
function limitQuestions(run, past, { latencyMax }) {
    return PERCENTS.flatMap((percent) => {
        const limit = latencyMax[percent];
        if (limit === undefined)
            return [];
        const slow = ({ latencies }) => slowerThan(latencies, limit);
        const share = 1 - percent / 100;
        const question = asked(run, past, { fresh: slow, before: slow }, () => (0,evidence/* absoluteEvidence */.FU)(share, run.slices.length));
        const found = percentileOf(allOf([run]), percent);
        const claim = `p${percent} is ${found} ms, over the limit of ${limit} ms`;
        return [{ about: 'latency', claim, evidence: highestMean([question]), beyond: found > limit }];
    });
}
/**
 * Whether latencies rose by more than is allowed, at three places of their distribution.
 *
 * A release whose every latency rose by no more than that has no larger share of answers over the raised bound than those
 * before it had over the bound itself: so the two shares are compared as they are, without a margin.
 */
function riseQuestion(run, past, { slowerMax, slowerFloorMs }) {
    if (past.length === 0)
        return [];
    const [now, then] = [allOf([run]), allOf(past)];
    const all = PERCENTS.map((percent) => {
        const bound = percentileOf(then, percent);
        const raised = Math.max(bound * (1 + slowerMax), bound + slowerFloorMs);
        const bad = {
            fresh: ({ latencies }) => slowerThan(latencies, raised),
            before: ({ latencies }) => slowerThan(latencies, bound),
        };
        return asked(run, past, bad, () => (0,evidence/* relativeEvidence */.AF)(1, run.slices.length));
    });
    const told = PERCENTS.map((percent) => `p${percent} ${percentileOf(then, percent)} → ${percentileOf(now, percent)} ms`);
    const claim = `latencies rose by more than ${judge_percentText(slowerMax)}: ${told.join(', ')}`;
    return [{ about: 'latency', claim, evidence: highestMean(all), beyond: false }];
}
function verdictOf(questions, needed, total, { minRequests }) {
    const believed = questions.filter(({ evidence }) => evidence >= needed);
    const worst = believed.find(({ about }) => about === 'errors') ?? believed[0];
    if (worst !== undefined)
        return { verdict: worst.about === 'errors' ? 'regressed' : 'slower', why: worst.claim };
    if (total < minRequests) {
        const why = `${total} requests are fewer than the ${minRequests} that are needed`;
        return { verdict: 'too-little-traffic', why };
    }
    const unsure = questions.find(({ beyond }) => beyond);
    if (unsure !== undefined)
        return { verdict: 'could-not-tell', why: `${unsure.claim}, but that may be chance` };
    return { verdict: 'pass', why: 'nothing is over its limit or worse than before' };
}
/**
 * Judges a run by its limits and beside earlier runs of the same load.
 *
 * All questions together call a release bad that is within what is allowed with a probability of at most `falseAlarmMax`,
 * as far as requests are independent; how much they are not is taken from the earlier runs, and then that is measured, not
 * proved. Whether a claim is believed depends on the evidence for it; figures over a limit that may be chance are never a pass.
 */
function judgeLoad(run, past, policy) {
    const ofErrors = errorQuestions(run, past, policy);
    const questions = [
        ...ofErrors.map(({ question }) => question),
        ...limitQuestions(run, past, policy),
        ...riseQuestion(run, past, policy),
    ];
    const needed = Math.log(questions.length / policy.falseAlarmMax);
    const visible = ofErrors.map(({ asked: { slices, evidence, phi } }) => (0,lib_visible/* smallestVisible */.a)(slices, { evidence, phi, threshold: needed }));
    const total = (0,count/* totalOf */.e6)(countsOf(run, errors)).total;
    return { ...verdictOf(questions, needed, total, policy), questions, needed, smallestVisible: Math.min(...visible) };
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/load/story.js

function policyOf({ p50Max, p95Max, p99Max, slowerFloor, ...inputs }) {
    const latencyMax = {
        ...(p50Max !== undefined && { 50: p50Max }),
        ...(p95Max !== undefined && { 95: p95Max }),
        ...(p99Max !== undefined && { 99: p99Max }),
    };
    return { ...inputs, latencyMax, slowerFloorMs: slowerFloor };
}
/** Judges what was measured. */
function judged(measured) {
    const { shots, shape, spanMs, inputs, past, doubt } = measured;
    const figures = figuresOf(shots, shape, spanMs);
    const before = comparable(past ?? [], shape);
    const judgement = judgeLoad(figures, before, policyOf(inputs));
    return {
        ...{ ...measured, figures, before },
        judgement: doubt === undefined ? judgement : { ...judgement, verdict: 'could-not-tell', why: doubt },
    };
}
/** Keeps the figures for the next release. What did not pass must not become what that one is compared with. */
async function keep({ inputs, judgement, past, figures }, { files }) {
    if (inputs.baselineOut === undefined || judgement.verdict !== 'pass')
        return;
    await files.write(inputs.baselineOut, renderHistory(withRun(past ?? [], figures)));
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/load/k6.js










/** k6 ends with 99 when thresholds were crossed: https://github.com/grafana/k6/blob/master/errext/exitcodes/codes.go */
const CROSSED = 99;
/** So many iterations in a hundred may be dropped; with more, the load was not the one that the script asks for. */
const DROPPED_SHARE = 0.01;
/** The program that was named, or that is on the path; where neither is, the release that is pinned. */
async function programOf(inputs, { exec }) {
    const { k6, k6Version } = inputs;
    const program = k6Version === undefined ? await exec.which(k6 ?? 'k6') : undefined;
    if (program !== undefined)
        return program;
    if (k6 === undefined)
        return (0,k6_release/* k6File */.S)(inputs, `${process.platform}-${process.arch}`);
    const remedy = 'Correct "k6", or leave it out: then the pinned release is fetched where there is none on the path.';
    throw new failure/* Failure */.H({ code: 'K6_MISSING', message: `There is no program "${k6}" on this runner.`, remedy });
}
async function k6_gather(inputs, ports, context) {
    const problems = [];
    const base = await (0,collect/* collect */.F)(problems, () => baseUrl(inputs.url));
    const values = await (0,collect/* collect */.F)(problems, () => givenValues(inputs, context, ports));
    const text = await (0,collect/* collect */.F)(problems, () => ports.files.readText(inputs.k6Script));
    const program = await (0,collect/* collect */.F)(problems, () => programOf(inputs, ports));
    const past = await (0,collect/* collect */.F)(problems, () => readPast(inputs.baseline, ports));
    (0,failure/* failWhen */.x)(problems);
    if (base === undefined || values === undefined || text === undefined || program === undefined)
        throw new failure/* Failure */.H(problems);
    const digest = (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 12);
    return { base, values, program, script: `${inputs.k6Script} (${digest})`, past };
}
async function* linesOf(pieces) {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const piece of pieces) {
        const parts = (rest + decoder.decode(piece, { stream: true })).split('\n');
        rest = parts.pop() ?? '';
        yield* parts;
    }
    yield rest;
}
/** What goes wrong with k6 itself tells nothing of the service. */
function k6_failed(exitCode, output) {
    const last = output.trim().split('\n').slice(-3).join(' ').slice(0, 500);
    const message = `k6 ended with ${exitCode} and measured nothing that counts: ${last || 'it said nothing'}.`;
    return new failure/* Failure */.H({ code: 'K6_FAILED', message, remedy: 'Run the script with k6 by hand, with BASE_URL set.' });
}
async function k6_perform(facts, inputs, ports, context) {
    const { exec, files, cancelled, log } = ports;
    const program = typeof facts.program === 'string' ? facts.program : await (0,programs/* installProgram */.G)({ name: 'k6', ...facts.program });
    const [summary, points] = ['summary.json', 'points.json'].map((name) => (0,external_node_path_.join)(context.temp, `k6-${name}`));
    const args = ['run', '--quiet', '--no-usage-report', `--summary-export=${summary}`, `--out=json=${points}`, inputs.k6Script];
    // Values go by the environment, where k6 has them as __ENV: an argument would be seen by every process.
    const env = { ...Object.fromEntries(facts.values), BASE_URL: facts.base };
    const result = await exec.run(program, args, {
        ...{ env, timeoutMs: inputs.timeout, signal: cancelled },
        onOutput: (text) => log.debug(text.trimEnd()),
    });
    if (result.timedOut) {
        const message = `k6 did not end within ${inputs.timeout / 1000} s and was ended.`;
        throw new failure/* Failure */.H({ code: 'K6_TIMEOUT', message, remedy: 'Shorten the script, or raise "timeout".' });
    }
    if (result.exitCode !== 0 && result.exitCode !== CROSSED)
        throw k6_failed(result.exitCode, result.stderr || result.stdout);
    const measured = await readK6Points(linesOf(files.stream(points)));
    const crossed = crossedThresholds(await files.readText(summary));
    await Promise.all([summary, points].map((path) => files.remove(path)));
    return { measured, crossed: result.exitCode === CROSSED && crossed.length === 0 ? ['one that k6 did not name'] : crossed };
}
/** A script's own thresholds are the team's word: what crosses one is no pass, whatever else was found. */
function withThresholds(story, crossed) {
    const { judgement } = story;
    if (crossed.length === 0 || judgement.verdict === 'regressed' || judgement.verdict === 'slower')
        return story;
    const verdict = crossed.every((each) => each.startsWith('http_req_duration')) ? 'slower' : 'regressed';
    return { ...story, judgement: { ...judgement, verdict, why: `thresholds of the script were crossed: ${crossed.join(', ')}` } };
}
/** Runs a team's own k6 script against the service and judges what it measured as any other load. */
async function runK6(inputs, ports, context) {
    const facts = await k6_gather(inputs, ports, context);
    const { measured, crossed } = await k6_perform(facts, inputs, ports, context);
    const { samples: shots, spanMs, dropped } = measured;
    const why = `k6 dropped ${dropped} iterations for want of virtual users, so this was not the load that the script asks for`;
    const story = judged({
        what: `${shots.length} requests of ${inputs.k6Script} to ${facts.base}`,
        ...{ spanMs, shots, inputs, past: facts.past },
        shape: { mix: `k6 ${facts.script}` },
        ...(dropped > shots.length * DROPPED_SHARE && { doubt: why }),
    });
    const final = withThresholds(story, crossed);
    await keep(final, ports);
    return report(final, []);
}

;// CONCATENATED MODULE: ../load/lib/plan.js
/**
 * When each request is meant to start, in milliseconds since the beginning: evenly, whatever becomes of those before.
 *
 * @param rate requests a second
 */
function arrivals(rate, durationMs) {
    // Some products such as 0.29 * 100 come out just under the whole number.
    const count = Math.floor((rate * durationMs) / 1000 + 1e-9);
    return Array.from({ length: count }, (_, index) => (index * 1000) / rate);
}
/**
 * Says which request is next, so that at any time each has been sent in its proportion, off by less than one round.
 *
 * @param weights one for each request, none negative, and at least one above 0
 */
function mixer(weights) {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const credit = weights.map(() => 0);
    return () => {
        let next = 0;
        for (const [index, weight] of weights.entries()) {
            credit[index] = (credit[index] ?? 0) + weight;
            if ((credit[index] ?? 0) > (credit[next] ?? 0))
                next = index;
        }
        credit[next] = (credit[next] ?? 0) - total;
        return next;
    };
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/load/generate.js
/** Requests on their way, and those that wait because too many are. */
class Flight {
    shots = [];
    #range;
    #begun;
    #running = new Set();
    #waiting = [];
    #first = 0;
    #broken;
    constructor(range) {
        this.#range = range;
        this.#begun = range.clock.now();
    }
    get #elapsed() {
        return this.#range.clock.now() - this.#begun;
    }
    async until(atMs) {
        const wait = atMs - this.#elapsed;
        if (wait > 0)
            await this.#range.clock.sleep(wait, this.#range.cancelled);
        this.check();
    }
    check() {
        this.#range.cancelled.throwIfAborted();
        if (this.#broken !== undefined)
            throw this.#broken.error;
    }
    add(arrival) {
        if (this.#running.size < this.#range.inFlightMax)
            this.#start(arrival, Math.max(0, this.#elapsed - arrival.atMs));
        else
            this.#waiting.push(arrival);
    }
    async drain() {
        while (this.#running.size > 0)
            await Promise.race(this.#running);
        this.check();
    }
    #start(arrival, lagMs) {
        const flying = this.#fly(arrival, lagMs).finally(() => {
            this.#running.delete(flying);
            this.#next();
        });
        this.#running.add(flying);
    }
    async #fly({ atMs, what }, lagMs) {
        try {
            const why = await this.#range.send(what);
            // From the intended start: a service that holds up its callers is slow for those as well who had to wait.
            this.shots.push({
                offsetMs: atMs,
                ms: this.#elapsed - atMs,
                ok: why === undefined,
                lagMs,
                ...(why !== undefined && { why }),
            });
        }
        catch (error) {
            this.#broken ??= { error };
        }
    }
    #next() {
        for (let next = this.#waiting[this.#first]; next !== undefined; next = this.#waiting[this.#first]) {
            this.#first += 1;
            const ms = this.#elapsed - next.atMs;
            if (ms <= this.#range.patienceMs) {
                this.#start(next, 0);
                return;
            }
            const why = `not sent within ${this.#range.patienceMs} ms: ${this.#range.inFlightMax} others were not answered yet`;
            this.shots.push({ offsetMs: next.atMs, ms, ok: false, why, lagMs: 0 });
        }
    }
}
/**
 * Sends a load and waits for all of its answers.
 *
 * Requests start when they are due, whatever became of those before (an open loop): a service that slows down is not asked
 * less. Those that are beyond `inFlightMax` wait for their turn, and their waiting counts as latency.
 */
async function sendLoad(plan, range) {
    const flight = new Flight(range);
    for (const arrival of plan) {
        await flight.until(arrival.atMs);
        flight.add(arrival);
    }
    await flight.drain();
    return flight.shots;
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/load/run.js











/** How long setting up may take, and cleaning up again. */
const AROUND_MS = 30_000;
/** This machine may be late by this much with one request in a hundred; later, what is measured is no longer the service. */
const LAG_MS = 100;
const LAG_SHARE = 0.01;
/** What is wrong with the answer to a request; how long it took is judged over all, and nobody asks for names. */
async function sendOne(request, { values, ...line }) {
    const { withinMs: _, dns: __, ...expect } = fillExpectation(request.expect, values);
    const made = await attempt({ ...request, expect }, values, line);
    if (made.kind === 'unanswered')
        return made.message;
    const [first] = judgeAnswer(expect, made.answer, { now: line.ports.clock.now(), sha256: sha256 });
    return first?.message;
}
function planOf({ mix }, inputs) {
    const next = mixer(mix.map(({ weight }) => weight));
    return arrivals(inputs.loadRate, inputs.loadWarmUp + inputs.loadDuration).map((atMs) => ({
        atMs,
        what: mix[next()],
    }));
}
async function run_perform(facts, inputs, ports) {
    const { base, suite, values, ca } = facts;
    const line = { base, timeoutMs: inputs.requestTimeout, ports, ...(ca !== undefined && { ca }) };
    await waitUntilReachable(line, inputs);
    const deadline = ports.clock.now() + AROUND_MS;
    const session = { ...line, budget: { leftMs: 0 }, deadline, judges: [], values: new Map(values) };
    const { clock, cancelled } = ports;
    const send = (request) => sendOne(request, session);
    const range = { send, clock, cancelled, inFlightMax: inputs.inFlightMax, patienceMs: inputs.requestTimeout };
    return around(suite, session, AROUND_MS, () => sendLoad(planOf(facts, inputs), range));
}
/** What the measured time came to; latencies that are this machine's own judge nothing. */
function storyOf({ base, shape, past }, inputs, all) {
    const shots = all
        .filter(({ offsetMs }) => offsetMs >= inputs.loadWarmUp)
        .map((shot) => ({ ...shot, offsetMs: shot.offsetMs - inputs.loadWarmUp }));
    const late = shots.filter(({ lagMs }) => lagMs > LAG_MS).length;
    const why = `this machine sent ${late} of ${shots.length} requests more than ${LAG_MS} ms late, so the latencies are its own`;
    const doubt = late > shots.length * LAG_SHARE ? why : undefined;
    const what = `${shots.length} requests to ${base} at ${inputs.loadRate} a second`;
    return judged({ what, spanMs: inputs.loadDuration, shots, shape, inputs, past, ...(doubt !== undefined && { doubt }) });
}
/** Puts the service under a bounded load and judges what it does there. */
async function runLoad(inputs, ports, context) {
    const facts = await gatherLoad(inputs, ports, context);
    const performed = await unlessCancelled(ports, 'the load was sent', () => run_perform(facts, inputs, ports));
    if (performed.done === undefined)
        return setupFailed(performed.setup);
    const story = storyOf(facts, inputs, performed.done);
    await keep(story, ports);
    return report(story, performed.cleanup);
}

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/run.js













async function performAll(facts, inputs, given) {
    const { base, suite, values, ca, api, within } = facts;
    const ports = { ...given, http: within?.service?.http ?? given.http };
    const { requestTimeout: timeoutMs, expectVersion } = inputs;
    const line = { base, timeoutMs, ports, ...(ca !== undefined && { ca }) };
    await waitUntilReachable(line, inputs);
    const version = expectVersion === undefined
        ? { kind: 'unchecked' }
        : await proveVersion({
            expected: expectVersion,
            ...{ inputs, line, path: versionPathOf(inputs, suite), readyPods: within?.readyPods },
        });
    if (version.kind !== 'proved' && version.kind !== 'unchecked')
        return { version, unjudged: [] };
    const judges = expectVersion === undefined || inputs.versionFrom !== 'header' ? [] : [versionJudge(expectVersion, inputs.versionHeader)];
    const described = api && descriptionJudge(api);
    const session = {
        ...line,
        ...(suite.retry && { retry: suite.retry }),
        budget: { leftMs: suite.retry?.withinMs ?? 0 },
        deadline: ports.clock.now() + inputs.timeout,
        judges: [...judges, ...(described ? [described.judge] : [])],
        values: new Map(values),
    };
    const played = await play(suite, session, inputs.timeout);
    return { version, played, unjudged: [...(described?.unjudged ?? [])] };
}
/** The ports, and all that is masked through them: what the host hides in reports it does not hide in files of ours. */
function remembering({ log, ...ports }, redaction) {
    const mask = (secret) => {
        redaction.add(secret);
        log.mask(secret);
    };
    return { ...ports, log: { ...log, mask } };
}
/** What is secret is hidden before it is written as XML, which spells it in its own way. */
function writerOf({ files }, redaction) {
    return (path, cases) => files.write(path, (0,render/* renderJUnit */.d)('smoke-test', redaction.value(cases)));
}
async function runSuite(inputs, ports, redaction, context) {
    const facts = await gather(inputs, ports, context);
    const performed = await unlessCancelled(ports, 'the suite was done', () => performAll(facts, inputs, ports));
    return reported(facts, performed, inputs, writerOf(ports, redaction));
}
/** Asks the service as the mode says, and judges what it answers. */
const run = async (inputs, given, context) => {
    const redaction = new lib_redaction/* Redaction */.ki();
    const ports = remembering(given, redaction);
    if (inputs.mode === 'load')
        return runLoad(inputs, ports, context);
    if (inputs.mode === 'k6')
        return runK6(inputs, ports, context);
    if (inputs.mode === 'e2e')
        return runE2e(inputs, ports, context, writerOf(ports, redaction));
    return runSuite(inputs, ports, redaction, context);
};

;// CONCATENATED MODULE: ../../actions/smoke-test/lib/index.js




/***/ }),

/***/ 46190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ liveJudge)
});

// EXTERNAL MODULE: ../contract/lib/one-line.js
var one_line = __webpack_require__(38168);
// EXTERNAL MODULE: ../openapi/lib/document/node.js
var node = __webpack_require__(15695);
// EXTERNAL MODULE: ../openapi/lib/api/api.js
var api = __webpack_require__(22590);
// EXTERNAL MODULE: ../openapi/lib/inclusion/inclusion.js + 5 modules
var inclusion_inclusion = __webpack_require__(97725);
// EXTERNAL MODULE: ../openapi/lib/change/change.js
var change = __webpack_require__(48904);
// EXTERNAL MODULE: ../openapi/lib/change/response.js
var response = __webpack_require__(98691);
// EXTERNAL MODULE: ../openapi/lib/api/media.js
var api_media = __webpack_require__(9242);
// EXTERNAL MODULE: ../compatibility/lib/body.js
var lib_body = __webpack_require__(4425);
// EXTERNAL MODULE: ../openapi/lib/inclusion/reason.js
var inclusion_reason = __webpack_require__(34626);
// EXTERNAL MODULE: ../compatibility/lib/reader.js
var reader = __webpack_require__(76238);
;// CONCATENATED MODULE: ../compatibility/lib/live-value.js


/** No one writes deeper by hand, and what a program nests without end must not end this one. */
const DEPTH_MAX = 200;
function isTooDeep(value) {
    let level = [value];
    for (let depth = 0; depth <= DEPTH_MAX; depth += 1) {
        level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
        if (level.length === 0)
            return false;
    }
    return true;
}
function wordsFor({ reason: { kind, given, wanted } }) {
    if (kind === 'property-missing')
        return 'must be there, and is missing';
    if (kind === 'property-forbidden')
        return wanted === 'must not be there' ? 'is there, and must not be' : `is there, and ${wanted}`;
    if (kind === 'unproven')
        return `could not be judged: it must be ${wanted}, which is not reasoned about`;
    return `must be ${wanted}, and is ${given}`;
}
/** What speaks against one value by its schema. */
function valueFindings(value, schema, { rule, spot, inclusion }) {
    if (isTooDeep(value)) {
        const words = `could not be judged: it is nested more than ${DEPTH_MAX} deep`;
        return [{ rule: `${rule}-unjudged`, kind: 'unjudged', spot, words, at: schema }];
    }
    const found = inclusion.reasons([(0,reader/* schemaNode */.K7)((0,reader/* exampleSchema */.YM)(value))], [schema]);
    return found
        .filter(({ reason }) => (0,inclusion_reason/* isWrong */.c)(reason) || reason.kind === 'unproven')
        .map((each) => {
        const at = each.reason.sup ?? schema;
        const told = { spot: { ...spot, path: [...spot.path, ...each.path] }, words: wordsFor(each), at };
        return (0,inclusion_reason/* isWrong */.c)(each.reason)
            ? { rule: `${rule}-wrong`, kind: 'wrong', ...told }
            : { rule: `${rule}-unjudged`, kind: 'unjudged', ...told };
    });
}
/** The findings of the reading of a text that the fewest speak against: a header is text, whatever type it has. */
function bestReading(readings, judge) {
    const tried = readings.map(judge);
    const clean = tried.find((each) => each.length === 0) ?? tried.find((each) => each.every(({ kind }) => kind === 'unjudged'));
    return clean ?? tried[0] ?? [];
}

// EXTERNAL MODULE: ../compatibility/lib/parameter.js
var parameter = __webpack_require__(48870);
;// CONCATENATED MODULE: ../compatibility/lib/live-body.js




const RULE = 'answer-body';
/** A body's text, when its bytes are text at all. */
function decoded(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
/** The media type that an answer falls under; parameters that the description does not name tell no types apart. */
function mediaOf({ media }, type) {
    return (0,lib_body/* mediaFor */.eT)(media, type) ?? (0,lib_body/* mediaFor */.eT)(media, type.split(';')[0] ?? type);
}
/** What is judged by nothing but its type may be anything that is written as bytes. */
const isBytes = (type) => /^(image|audio|video|font)\/|^application\/(octet-stream|pdf|zip|gzip)/.test(type);
function contentFindings(media, type, body, spot, inclusion) {
    const { schema } = media;
    if (schema === undefined || isBytes(type))
        return [];
    const text = decoded(body);
    const judge = (value) => valueFindings(value, schema, { rule: RULE, spot, inclusion });
    if (/[/+]json(;|$)/.test(type)) {
        const parsed = text === undefined ? undefined : (0,lib_body/* parseJson */.qF)(text);
        if (parsed !== undefined)
            return judge(parsed.value);
        return [{ rule: `${RULE}-wrong`, kind: 'wrong', spot, words: `must be JSON, and is none`, at: media.at }];
    }
    if (text !== undefined && /^text\/plain/.test(type))
        return bestReading((0,parameter/* readings */.C)(text), judge);
    const words = `could not be judged: schemas of ${type} are not reasoned about`;
    return [{ rule: `${RULE}-unjudged`, kind: 'unjudged', spot, words, at: media.at }];
}
/** What the description says otherwise of an answer's media type and body. */
function bodyDeviations(described, { method, status, headers, body }, spot, inclusion) {
    // HTTP: these are answered without a body, whatever is described (RFC 9110, 6.4.1).
    const bodiless = method === 'HEAD' || status === 204 || status === 304;
    const types = described.media.map((each) => each.type).join(' or ');
    const written = headers['content-type'];
    if (bodiless)
        return [];
    if (described.media.length === 0) {
        if (body.length === 0)
            return [];
        const words = 'could not be judged: it is there, and the description says nothing of it';
        return [{ rule: `${RULE}-undocumented`, kind: 'unjudged', spot, words, at: described.at }];
    }
    if (body.length === 0)
        return [{ rule: `${RULE}-missing`, kind: 'wrong', spot, words: `must be ${types}, and is empty`, at: described.at }];
    const type = written === undefined ? undefined : (0,api_media/* normaliseType */.Ln)(written);
    const media = type === undefined ? undefined : mediaOf(described, type);
    if (type === undefined || media === undefined) {
        const words = `must be ${types}, and is ${type ?? 'of no stated type'}`;
        return [{ rule: 'answer-media-type-undocumented', kind: 'wrong', spot, words, at: described.at }];
    }
    return contentFindings(media, type, body, { ...spot, media: media.type }, inclusion);
}

;// CONCATENATED MODULE: ../compatibility/lib/live-header.js



const live_header_RULE = 'answer-header';
/** What a header's text may stand for: one value, a list, or an object in either of its two spellings. */
function headerReadings(text) {
    const parts = text.split(',').map((part) => part.trim());
    const pairs = parts.map((part) => part.split('='));
    const flat = parts.flatMap((name, index) => (index % 2 === 0 ? [[name, parts[index + 1] ?? '']] : []));
    const objects = pairs.every(([, value]) => value !== undefined) ? [pairs] : parts.length % 2 === 0 ? [flat] : [];
    return [
        ...(0,parameter/* readings */.C)(text),
        parts,
        parts.map((part) => (0,parameter/* readings */.C)(part)[0]),
        ...objects.map((entries) => Object.fromEntries(entries.map(([name, value = '']) => [name, (0,parameter/* readings */.C)(value)[0]]))),
    ];
}
function judged(header, text, spot, inclusion) {
    const [document] = header.media;
    const schema = header.schema ?? document?.schema;
    if (schema === undefined)
        return [];
    const values = header.schema === undefined ? [(0,lib_body/* parseJson */.qF)(text)?.value ?? text] : headerReadings(text);
    return bestReading(values, (value) => valueFindings(value, schema, { rule: live_header_RULE, spot, inclusion })).slice(0, 1);
}
/** What the description says otherwise of an answer's headers; those that it does not name are none of its business. */
function headerDeviations(described, { headers }, whole, inclusion) {
    return described.headers.flatMap((header) => {
        // OpenAPI: a description of this header is passed over; the media types say what it is.
        if (header.name === 'content-type')
            return [];
        const spot = { ...whole, part: `header ${header.name}` };
        const text = headers[header.name.toLowerCase()];
        if (text !== undefined)
            return judged(header, text, spot, inclusion);
        if (!header.required)
            return [];
        return [{ rule: `${live_header_RULE}-missing`, kind: 'wrong', spot, words: 'must be there, and is missing', at: header.at }];
    });
}

// EXTERNAL MODULE: ../compatibility/lib/route.js
var lib_route = __webpack_require__(41480);
;// CONCATENATED MODULE: ../compatibility/lib/live.js





function operationDeviations(api, { method, path, status }) {
    // Both agree that there is no such operation.
    if (status === 404 || status === 405 || status === 501)
        return [];
    const message = `${method} ${path} was answered with ${status}, and the description has no such operation`;
    return [{ rule: 'answer-operation-undocumented', kind: 'wrong', message, description: (0,node/* locate */.x5)(api.root) }];
}
function statusDeviation(operation, status) {
    const known = operation.responses.map((each) => each.status).join(', ') || 'no status';
    const message = `${(0,api/* nameOf */.V)(operation)} was answered with ${status}, and the description names ${known}`;
    return { rule: 'answer-status-undocumented', kind: 'wrong', message, description: (0,node/* locate */.x5)(operation.at) };
}
function deviations(operation, described, answer) {
    const spot = { operation: (0,api/* nameOf */.V)(operation), side: 'response', status: String(answer.status), part: 'body', path: [] };
    const inclusion = new inclusion_inclusion/* Inclusion */.v('answer');
    const found = [...headerDeviations(described, answer, spot, inclusion), ...bodyDeviations(described, answer, spot, inclusion)];
    return found.map(({ rule, kind, spot: where, words, at }) => {
        return { rule, kind, message: (0,one_line/* oneLine */.T)(`${(0,change/* wordsOf */.Z)(where)} ${words}`), description: (0,node/* locate */.x5)(at) };
    });
}
/**
 * Starts judging live answers by one description: status, headers, media type and body.
 *
 * JSON bodies are judged to their last value, texts as one value; bodies of other types by their type alone, which is told
 * where the description says more.
 */
function liveJudge(api) {
    return (answer) => {
        const route = (0,lib_route/* routeOf */.L)(api, answer.method, answer.path);
        if (route === undefined)
            return operationDeviations(api, answer);
        const described = (0,response/* responseFor */.t)(route.operation.responses, String(answer.status));
        if (described === undefined)
            return [statusDeviation(route.operation, answer.status)];
        return deviations(route.operation, described, answer);
    };
}


/***/ }),

/***/ 14369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ renderJUnit)
/* harmony export */ });
/* harmony import */ var fast_xml_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92105);

const builder = new fast_xml_parser__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A({ ignoreAttributes: false, attributeNamePrefix: '@', format: true, suppressEmptyNode: true });
/** Characters that XML 1.0 cannot hold, even as references, become the sign for what cannot be shown. */
const writable = (text) => text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');
function element({ name, group, kind, seconds, detail, file, line }) {
    const [message = ''] = detail.split('\n');
    const told = { '@message': writable(message), '#text': writable(detail) };
    return {
        '@name': writable(name),
        ...(group !== undefined && { '@classname': writable(group) }),
        '@time': seconds.toFixed(3),
        ...(file !== undefined && { '@file': writable(file) }),
        ...(line !== undefined && { '@line': line }),
        ...(kind === 'failed' && { failure: told }),
        ...(kind === 'skipped' && { skipped: '' }),
        ...(kind === 'passed' && detail !== '' && { 'system-out': writable(detail) }),
    };
}
/** A JUnit XML report of one suite, as parseJUnit and every CI system read it. */
function renderJUnit(suite, cases) {
    const failures = cases.filter(({ kind }) => kind === 'failed').length;
    const skipped = cases.filter(({ kind }) => kind === 'skipped').length;
    const counts = { '@tests': cases.length, '@failures': failures, '@errors': 0, '@skipped': skipped };
    const time = cases.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3);
    const testsuite = { '@name': writable(suite), ...counts, '@time': time, testcase: cases.map(element) };
    const declaration = { '?xml': { '@version': '1.0', '@encoding': 'UTF-8' } };
    return builder.build({ ...declaration, testsuites: { testsuite } });
}


/***/ }),

/***/ 85800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ missingRights)
/* harmony export */ });
function problemOf({ right, location, consequence, alternative }) {
    const { verb, group, resource, subresource, namespace } = right;
    const path = subresource === undefined ? resource : `${resource}/${subresource}`;
    const name = group === '' ? path : `${path}.${group}`;
    const where = namespace === undefined ? 'in the cluster' : `in namespace ${namespace}`;
    const rule = `{ apiGroups: ["${group}"], resources: ["${path}"], verbs: ["${verb}"] }`;
    const otherwise = alternative === undefined ? '' : `, or ${alternative}`;
    return {
        code: 'K8S_RIGHT_MISSING',
        message: `The kubeconfig's identity may not ${verb} ${name} ${where}${consequence === undefined ? '' : `, so ${consequence}`}.`,
        remedy: `Add to its ${namespace === undefined ? 'ClusterRole' : 'Role'}: ${rule}${otherwise}.`,
        ...(location && { location }),
    };
}
/** Asks the API server for each right once; a problem for each that is missing, in the order of their first mention. */
async function missingRights(client, needed) {
    const distinct = new Map();
    for (const need of needed) {
        const key = JSON.stringify(need.right);
        // A need with a line explains more than one without.
        if (distinct.get(key)?.location === undefined)
            distinct.set(key, need);
    }
    const asked = [...distinct.values()].map(async (need) => ((await client.can(need.right)) ? [] : [problemOf(need)]));
    return (await Promise.all(asked)).flat();
}


/***/ }),

/***/ 4568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ installProgram)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _actions_tool_cache__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6371);
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92393);






async function sha256Of(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for await (const piece of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path))
        hash.update(piece);
    return hash.digest('hex');
}
function unreachable({ name, version, url }, cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const remedy = 'Check that this runner may reach the address, or name a mirror that it may.';
    const message = `${name} ${version} could not be fetched from ${url}: ${why}.`;
    return new _slipway_failure__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .H({ code: 'PROGRAM_UNREACHABLE', message, remedy }, { cause });
}
async function fetchChecked(program) {
    const { name, version, url, sha256 } = program;
    const file = await (0,_actions_tool_cache__WEBPACK_IMPORTED_MODULE_4__/* .downloadTool */ .bq)(url).catch((error) => Promise.reject(unreachable(program, error)));
    const actual = await sha256Of(file);
    if (actual === sha256)
        return file;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(file, { force: true });
    const message = `${name} ${version} from ${url} has the SHA-256 ${actual}, and ${sha256} was expected. Nothing of it was executed.`;
    const remedy = 'Do not use that address until it is known why: it gives another file than its makers released.';
    throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .H({ code: 'PROGRAM_CHECKSUM', message, remedy });
}
/**
 * The path of a released program, from the runner's tool cache or fetched into it.
 *
 * @throws Failure PROGRAM_NO_CACHE, PROGRAM_UNREACHABLE or PROGRAM_CHECKSUM; nothing was unpacked or executed then.
 */
async function installProgram(program) {
    const { name, version, sha256, member } = program;
    if (!process.env['RUNNER_TEMP'] || !process.env['RUNNER_TOOL_CACHE']) {
        const message = `${name} cannot be fetched here: RUNNER_TEMP and RUNNER_TOOL_CACHE, which a runner sets, are not set.`;
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .H({ code: 'PROGRAM_NO_CACHE', message, remedy: 'Install it, and give its path.' });
    }
    // Another digest is another entry, so that a pin that was changed is not answered from what was there before.
    const entry = `${version}-sha${sha256.slice(0, 16)}`;
    const known = (0,_actions_tool_cache__WEBPACK_IMPORTED_MODULE_4__/* .find */ .I6)(name, entry);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(known, member ?? name);
    const there = known !== '' &&
        (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)(path).then(() => true, () => false));
    if (there)
        return path;
    const file = await fetchChecked(program);
    const folder = member === undefined ? await (0,_actions_tool_cache__WEBPACK_IMPORTED_MODULE_4__/* .cacheFile */ .NJ)(file, name, name, entry) : await (0,_actions_tool_cache__WEBPACK_IMPORTED_MODULE_4__/* .cacheDir */ .e8)(await (0,_actions_tool_cache__WEBPACK_IMPORTED_MODULE_4__/* .extractTar */ .nN)(file), name, entry);
    const installed = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, member ?? name);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chmod)(installed, 0o755);
    return installed;
}


/***/ }),

/***/ 76609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ concurrently)
/* harmony export */ });
/** Works on the items, at most `limit` at a time; results stand in the order of the items. */
async function concurrently(limit, items, work) {
    const results = [];
    const queue = [...items.entries()];
    const worker = async () => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift())
            results[next[0]] = await work(next[1]);
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return results;
}


/***/ })

};
