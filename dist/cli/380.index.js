export const id = 380;
export const ids = [380,3383];
export const modules = {

/***/ 73383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readAccepted: () => (/* binding */ readAccepted)
/* harmony export */ });
/* harmony import */ var _slipway_config__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10403);
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92393);
/* harmony import */ var _accepted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3756);



const text = { type: 'string', minLength: 1, pattern: '\\S' };
const entries = (own) => ({
    type: 'array',
    items: {
        type: 'object',
        additionalProperties: false,
        required: [...Object.keys(own), 'reason', 'owner', 'expires'],
        properties: { ...own, reason: text, owner: text, expires: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } },
    },
});
const SCHEMA = {
    type: 'object',
    additionalProperties: false,
    required: ['version'],
    properties: {
        version: { const: 1 },
        accepted: entries({ fingerprint: { type: 'string', pattern: '^[0-9a-f]{12}$' } }),
        pending: entries({ consumer: text, interaction: text }),
    },
};
const isDay = (day) => {
    const time = Date.parse(`${day}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};
/** Days that there are not, and entries that say the same twice. */
function entryProblems(list, all, source) {
    return all.flatMap(({ key, expires }, index) => {
        const twice = all.findIndex((each) => each.key === key) < index;
        const at = (...path) => source.locate([list, index, ...path]);
        return [
            ...(isDay(expires) ? [] : [{ code: 'ACCEPTED_DAY', message: `There is no day ${expires}.`, location: at('expires') }]),
            ...(twice ? [{ code: 'ACCEPTED_TWICE', message: `${key} stands here twice.`, location: at() }] : []),
        ];
    });
}
/**
 * Reads the list of accepted breaks and of terms for what is pending; an empty one when no file is named.
 *
 * @throws Failure with every problem on its line, also an entry that stands twice and a day that there is not.
 */
async function readAccepted(file, files) {
    if (file === undefined)
        return { breaks: [], pending: [] };
    const { value, source } = (0,_slipway_config__WEBPACK_IMPORTED_MODULE_0__/* .parseConfig */ .o)(file, await files.readText(file), { schema: SCHEMA });
    const { accepted = [], pending = [] } = value;
    const terms = pending.map((each) => ({ ...each, key: (0,_accepted_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(each) }));
    const breaks = accepted.map((each) => ({ ...each, key: each.fingerprint }));
    (0,_slipway_failure__WEBPACK_IMPORTED_MODULE_2__/* .failWhen */ .x)([...entryProblems('accepted', breaks, source), ...entryProblems('pending', terms, source)]);
    const located = (list, all) => all.map((each, index) => ({ ...each, location: source.locate([list, index]) }));
    return { breaks: located('accepted', accepted), pending: located('pending', pending) };
}


/***/ }),

/***/ 37308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ BODY_MAX_BYTES),
/* harmony export */   x: () => (/* binding */ readBody)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);

/** No contract, and no example in one, is larger; an answer that is would only fill the memory. */
const BODY_MAX_BYTES = 20 * 1024 * 1024;
/** Reads an answer to its end; a Failure ANSWER_TOO_LONG or ANSWER_CUT_OFF when that cannot be done. */
async function readBody(response) {
    const pieces = [];
    let size = 0;
    try {
        for await (const piece of response.stream()) {
            size += piece.length;
            if (size > BODY_MAX_BYTES) {
                const message = `the answer is longer than ${BODY_MAX_BYTES / 1024 / 1024} MiB, and was not read to its end`;
                throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ code: 'ANSWER_TOO_LONG', message });
            }
            pieces.push(piece);
        }
    }
    catch (cause) {
        if (cause instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H && cause.code === 'ANSWER_TOO_LONG')
            throw cause;
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ code: 'ANSWER_CUT_OFF', message: 'the answer was cut off in its body, or did not end in time' }, { cause });
    }
    return Buffer.concat(pieces);
}


/***/ }),

/***/ 29748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vx: () => (/* binding */ isRemote),
/* harmony export */   r4: () => (/* binding */ inWords),
/* harmony export */   yJ: () => (/* binding */ inRepository)
/* harmony export */ });
/** Whether a contract was read from a broker, so that its file is an address. */
const isRemote = (file) => /^https?:\/\//.test(file);
function shown(annotation) {
    const { file, line, endLine: _, column: __, ...rest } = annotation;
    if (file === undefined || !isRemote(file))
        return annotation;
    return { ...rest, message: `${rest.message} In ${file}${line === undefined ? '' : `, line ${line}`}.` };
}
/** Annotations as a repository can show them: one on a broker's contract stands in no file, and says its place instead. */
const inRepository = (annotations) => annotations.map(shown);
/** A problem with its place in its words: it is in no file that an annotation could stand in. */
const inWords = ({ location, ...problem }) => ({
    ...problem,
    message: location === undefined ? problem.message : `${location.file}, line ${location.line ?? 1}: ${problem.message}`,
});


/***/ }),

/***/ 10380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCompare: () => (/* binding */ runCompare)
});

// EXTERNAL MODULE: ../compatibility/lib/compare.js + 3 modules
var compare = __webpack_require__(93436);
// EXTERNAL MODULE: ../failure/lib/collect.js
var collect = __webpack_require__(57993);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../openapi/lib/api/read.js + 2 modules
var api_read = __webpack_require__(41888);
// EXTERNAL MODULE: ../openapi/lib/document/open.js + 1 modules
var document_open = __webpack_require__(18667);
// EXTERNAL MODULE: ../../actions/contract-test/lib/accepted.js
var lib_accepted = __webpack_require__(3756);
// EXTERNAL MODULE: ../../actions/contract-test/lib/accepted-file.js
var accepted_file = __webpack_require__(73383);
// EXTERNAL MODULE: ../../actions/contract-test/lib/broker/place.js
var broker_place = __webpack_require__(29748);
// EXTERNAL MODULE: ../../actions/contract-test/lib/contract-files.js
var contract_files = __webpack_require__(41677);
// EXTERNAL MODULE: ../../actions/contract-test/lib/contracts.js + 4 modules
var lib_contracts = __webpack_require__(95289);
// EXTERNAL MODULE: ../../actions/contract-test/lib/kept.js
var lib_kept = __webpack_require__(55421);
// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/matrix.js


const of = (comparisons, consumer, provider) => comparisons.filter(({ contract }) => contract.consumer === consumer && contract.provider === provider);
function cell(comparisons, holds) {
    if (comparisons.length === 0)
        return '';
    const errors = comparisons.flatMap(compare/* breaking */.q);
    const count = comparisons.reduce((sum, { results }) => sum + results.length, 0);
    const open = errors.filter(({ fingerprint }) => !holds(fingerprint));
    const messages = comparisons.reduce((sum, { contract }) => sum + contract.messages.length, 0);
    const rest = messages === 0 ? '' : `❔ ${messages} ${messages === 1 ? 'message' : 'messages'}`;
    if (count === 0)
        return rest;
    const told = errors.length > 0 ? `☑️ ${errors.length} accepted` : `✅ ${count}`;
    return [open.length > 0 ? `❌ ${open.length} (of ${count})` : told, rest].filter((each) => each !== '').join(', ');
}
/** Consumers by providers, and below it what does not fit, each with both of its places. */
function matrix(providers, comparisons, unknown, holds) {
    const consumers = [...new Set(comparisons.map(({ contract }) => contract.consumer))].sort();
    const known = consumers.map((consumer) => [
        consumer,
        ...providers.map((provider) => cell(of(comparisons, consumer, provider), holds)),
    ]);
    const rest = unknown.map((consumer) => [consumer, ...providers.map(() => '❔ no contract')]);
    const conflicts = comparisons.flatMap(({ contract, results }) => results.flatMap(({ conflicts: own }) => own.map((each) => [
        each.severity === 'error' ? (holds(each.fingerprint) ? '☑️' : '❌') : '⚠️',
        contract.consumer,
        each.message,
        { code: `${each.contract.file}:${each.contract.line ?? ''}` },
        { code: each.description === undefined ? '' : `${each.description.file}:${each.description.line ?? ''}` },
        { code: each.fingerprint },
    ])));
    return [
        (0,block/* table */.tp)(['consumer', ...providers], [...known, ...rest]),
        (0,block/* paragraph */.FY)([
            '✅ interactions that are kept, ❌ differences that break (of how many interactions), ❔ what is needed is unknown, or a message, which is not compared.',
        ]),
        ...(conflicts.length === 0
            ? []
            : [
                (0,block/* details */.zH)(`${conflicts.length} differences`, [
                    (0,block/* table */.tp)(['', 'consumer', 'what', 'contract', 'description', 'fingerprint'], conflicts),
                ]),
            ]),
    ];
}

// EXTERNAL MODULE: ../../actions/contract-test/lib/messages.js
var messages = __webpack_require__(47645);
// EXTERNAL MODULE: ../../actions/contract-test/lib/namesakes.js
var namesakes = __webpack_require__(82777);
// EXTERNAL MODULE: ../../actions/contract-test/lib/pending.js
var pending = __webpack_require__(59514);
// EXTERNAL MODULE: ../../actions/contract-test/lib/outputs.js
var outputs = __webpack_require__(53747);
// EXTERNAL MODULE: ../../actions/contract-test/lib/remarks.js + 1 modules
var remarks = __webpack_require__(55902);
// EXTERNAL MODULE: ../../actions/contract-test/lib/secrets.js
var secrets = __webpack_require__(58988);
// EXTERNAL MODULE: ../../actions/contract-test/lib/strangers.js
var strangers = __webpack_require__(54982);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/compare.js

















async function gather(inputs, ports, context) {
    const { files, log, clock } = ports;
    const problems = [];
    const contracts = await (0,lib_contracts/* gatherContracts */.F)(inputs, Object.keys(inputs.descriptions), ports, context, problems);
    const isJudged = (name) => Object.hasOwn(inputs.descriptions, name);
    problems.push(...(0,strangers/* strangers */.o)(contracts, isJudged, 'of which no description is given', (name) => `Add ${name}=PATH to "descriptions"`));
    const read = await Promise.all(Object.entries(inputs.descriptions).map(async ([name, file]) => {
        const api = await (0,collect/* collect */.F)(problems, async () => (0,api_read/* readApi */.n)(await (0,document_open/* openDocuments */.N)(file, files)));
        return api === undefined ? [] : [[name, api]];
    }));
    const accepted = await (0,collect/* collect */.F)(problems, () => (0,accepted_file.readAccepted)(inputs.acceptedBreaks, files));
    (0,secrets/* maskSecrets */.QU)(contracts, log);
    (0,failure/* failWhen */.x)(problems);
    const termed = (0,pending/* withTerms */.y)(contracts, accepted?.pending ?? [], clock.now());
    return {
        apis: new Map(read.flat()),
        ...termed,
        accepted: accepted?.breaks ?? [],
        unknown: (0,contract_files/* withoutContract */.X)(inputs.consumers, contracts),
    };
}
function decide({ apis, contracts }) {
    const comparers = new Map([...apis].map(([name, api]) => [name, (0,compare/* comparer */.m)(api)]));
    return contracts.flatMap((contract) => comparers.get(contract.provider)?.(contract) ?? []);
}
const conflictsOf = (comparisons) => comparisons.flatMap(({ results }) => results.flatMap(({ conflicts }) => conflicts));
const shown = ({ file, line }) => ` See ${file}${line === undefined ? '' : `:${line}`}.`;
/** A conflict on the line of the contract, with the line of the description in its words; of a broker's, the other way round. */
function annotationOf(conflict, accepted) {
    const { severity, interaction, consumer, message, description, contract, fingerprint } = conflict;
    const breaks = severity === 'error' && !accepted && !interaction.pending;
    const [here, there] = (0,broker_place/* isRemote */.Vx)(contract.file) && description !== undefined ? [description, contract] : [contract, description];
    const place = there === undefined ? '' : shown(there);
    const why = accepted ? ' It is accepted.' : interaction.pending ? ' The interaction is pending, so it stops nothing.' : '';
    return {
        level: breaks ? 'error' : 'warning',
        title: `${breaks ? 'Breaks' : 'Look at'} ${consumer}: ${interaction.description}`,
        message: `${message}.${place}${why} [${fingerprint}]`,
        ...here,
    };
}
function judge(facts, comparisons, now) {
    const errors = comparisons.flatMap(compare/* breaking */.q);
    const accepted = (0,lib_accepted/* acceptance */.mF)(facts.accepted, new Set(errors.map(({ fingerprint }) => fingerprint)), now);
    const broken = comparisons.filter((each) => (0,compare/* breaking */.q)(each).some(({ fingerprint }) => !accepted.holds(fingerprint)));
    return { comparisons, broken, accepted };
}
/** Contracts that hold messages alone: nothing in them could be compared. */
const compared = (comparisons) => comparisons.filter(({ results }) => results.length > 0);
/** How many pending interactions are not kept. */
const waiting = (comparisons) => comparisons
    .flatMap(({ results }) => results)
    .filter(({ interaction, conflicts }) => interaction.pending && conflicts.some(({ severity }) => severity === 'error')).length;
function headline({ apis, contracts, unknown }, { comparisons, broken, accepted }) {
    const interactions = comparisons.reduce((sum, { results }) => sum + results.length, 0);
    const names = [...apis.keys()];
    const providers = names.length === 1 ? (names[0] ?? '') : `${names.length} providers`;
    const missing = unknown.length === 0 ? '' : ` Of ${unknown.join(', ')} there is no contract, so what they need is unknown.`;
    const lacking = `${(0,pending/* pendingSentence */.P)(waiting(comparisons))}${(0,messages/* messageSentence */.x)(contracts)}${missing}`;
    const judged = compared(comparisons);
    if (comparisons.length === 0)
        return `${providers}: 0 contracts, 0 interactions; allowed by "allow-none".${lacking}`;
    if (judged.length === 0)
        return `${providers}: 0 interactions in ${comparisons.length} contracts, so nothing was compared.${lacking}`;
    if (broken.length === 0) {
        return `The description of ${providers} keeps all ${judged.length} consumer contracts (${interactions} interactions).${lacking}`;
    }
    const reasons = broken.map((each) => {
        const clauses = (0,compare/* breaking */.q)(each).filter(({ fingerprint }) => !accepted.holds(fingerprint));
        return `${each.contract.consumer} (${[...new Set(clauses.map(({ message }) => message))].slice(0, 3).join('; ')})`;
    });
    const kept = judged.filter((each) => !broken.includes(each)).map(({ contract }) => contract.consumer);
    return `The description of ${providers} breaks ${reasons.join(' and ')}.${(0,lib_kept/* keptSentence */.s)(kept)}${lacking}`;
}
/** Where nothing could be compared nothing was proved, unless that is allowed. */
function verdictOf({ broken, comparisons, accepted }, allowNone) {
    const expired = accepted.annotations.some(({ level }) => level === 'error');
    if (broken.length > 0 || expired)
        return 'fail';
    return compared(comparisons).length > 0 || allowNone ? 'pass' : 'inconclusive';
}
function dataOf({ comparisons, accepted }) {
    return {
        pairs: comparisons.map(({ contract: { consumer, provider, file }, results }) => ({
            consumer,
            provider,
            file,
            interactions: results.length,
        })),
        conflicts: comparisons.flatMap(({ contract: { provider }, results }) => results.flatMap(({ conflicts }) => conflicts.map(({ rule, severity, consumer, message, contract, description, fingerprint, interaction }) => ({
            rule,
            severity,
            consumer,
            provider,
            interaction: interaction.description,
            pending: interaction.pending,
            message,
            contract: { ...contract },
            description: description === undefined ? null : { ...description },
            fingerprint,
            accepted: accepted.holds(fingerprint),
        })))),
    };
}
/** Compares every contract with the description of its provider, with no process running. */
async function runCompare(inputs, ports, context) {
    const facts = await gather(inputs, ports, context);
    const judged = judge(facts, decide(facts), ports.clock.now());
    const { comparisons, broken, accepted } = judged;
    const conflicts = conflictsOf(comparisons);
    const worst = [...conflicts].sort((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'));
    return {
        verdict: verdictOf(judged, inputs.allowNone),
        headline: headline(facts, judged),
        outputs: {
            ...outputs/* NOT_OF_THIS_MODE */.t,
            contracts: String(comparisons.length),
            interactions: String(comparisons.reduce((sum, { results }) => sum + results.length, 0)),
            broken: broken.map(({ contract }) => contract.consumer).join(','),
            unknown: facts.unknown.join(','),
        },
        annotations: (0,broker_place/* inRepository */.yJ)([
            ...worst.map((each) => annotationOf(each, accepted.holds(each.fingerprint))),
            ...accepted.annotations,
            ...facts.annotations,
            ...(0,messages/* messageAnnotations */.Q)(facts.contracts),
            ...(0,namesakes/* namesakes */.V)(facts.contracts),
            ...(0,remarks/* remarks */.I)(facts.apis.values()),
        ]),
        summary: matrix([...facts.apis.keys()], judged.comparisons, facts.unknown, accepted.holds),
        data: dataOf(judged),
    };
}


/***/ }),

/***/ 95289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ gatherContracts)
});

// EXTERNAL MODULE: ../failure/lib/collect.js
var collect = __webpack_require__(57993);
// EXTERNAL MODULE: ../config/lib/config.js
var config = __webpack_require__(10403);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../../actions/contract-test/lib/broker/place.js
var place = __webpack_require__(29748);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/broker/selector.js



const selector_text = { type: 'string', minLength: 1 };
const yes = { const: true };
/** https://docs.pact.io/pact_broker/advanced_topics/consumer_version_selectors */
const SELECTOR = {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: {
        ...{ mainBranch: yes, matchingBranch: yes, branch: selector_text, fallbackBranch: selector_text, fallbackToMainBranch: yes },
        ...{ deployed: yes, released: yes, deployedOrReleased: yes, environment: selector_text },
        ...{ tag: selector_text, fallbackTag: selector_text, latest: yes, consumer: selector_text },
    },
};
const SCHEMA = { type: 'array', minItems: 1, items: SELECTOR };
/**
 * Parses selectors, in YAML or JSON.
 *
 * @throws Failure INPUT_MALFORMED with every problem: a key that the broker does not know would select nothing, or everything.
 */
function parseSelectors(raw) {
    try {
        return (0,config/* parseConfig */.o)('Input "consumer-version-selectors"', raw, { schema: SCHEMA }).value;
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H))
            throw error;
        const remedy = 'Write a list such as [{"mainBranch": true}, {"deployedOrReleased": true}].';
        const problems = error.problems.map((problem) => ({ remedy, ...(0,place/* inWords */.r4)(problem), code: 'INPUT_MALFORMED' }));
        throw new failure/* Failure */.H(problems, { cause: error });
    }
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/broker/broker.js


const malformed = (message, remedy) => ({ code: 'INPUT_MALFORMED', message, remedy });
function addressProblem(url) {
    const parsed = URL.canParse(url) ? new URL(url) : undefined;
    if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
        return malformed('Input "broker-url" is no web address with its scheme.', 'Write it like https://broker.example.com.');
    }
    if (parsed.username === '' && parsed.password === '' && parsed.search === '' && parsed.hash === '')
        return undefined;
    const message = 'Input "broker-url" holds more than an address: credentials, a query or a fragment.';
    const remedy = 'Give credentials as "broker-token", or "broker-username" and "broker-password"; addresses are shown in logs.';
    return malformed(message, remedy);
}
function authorizationOf({ brokerToken, brokerUsername, brokerPassword }) {
    if (brokerToken !== undefined)
        return `Bearer ${brokerToken.reveal()}`;
    if (brokerUsername === undefined || brokerPassword === undefined)
        return undefined;
    return `Basic ${Buffer.from(`${brokerUsername}:${brokerPassword.reveal()}`).toString('base64')}`;
}
function tokenProblem({ brokerToken }) {
    if (brokerToken === undefined || /^[\x20-\x7e\x80-\xff]+$/.test(brokerToken.reveal()))
        return undefined;
    const message = 'Input "broker-token" holds a character that no header takes, such as a line break.';
    return malformed(message, 'Give the token alone, as the broker shows it.');
}
/** The branch of the run: a pull request's own, not that of its merge. */
function branchOf(context) {
    return context.environment('GITHUB_HEAD_REF') ?? /^refs\/heads\/(.+)$/.exec(context.ref ?? '')?.[1];
}
/** The broker that the inputs name, if they name one; what is wrong with them goes to `problems`. */
async function brokerOf(inputs, context, problems) {
    const { brokerUrl: url, enablePending: pending } = inputs;
    if (url === undefined)
        return undefined;
    const wrong = [addressProblem(url), tokenProblem(inputs)].filter((problem) => problem !== undefined);
    problems.push(...wrong);
    const selectors = await (0,collect/* collect */.F)(problems, () => parseSelectors(inputs.consumerVersionSelectors));
    if (wrong.length > 0 || selectors === undefined)
        return undefined;
    const branch = inputs.providerVersionBranch ?? branchOf(context);
    const authorization = authorizationOf(inputs);
    return {
        url: url.replace(/\/+$/, ''),
        selectors,
        pending,
        ...(branch !== undefined && { branch }),
        ...(authorization !== undefined && { authorization }),
    };
}

// EXTERNAL MODULE: ../config/lib/decode.js
var decode = __webpack_require__(17747);
// EXTERNAL MODULE: ../contract/lib/one-line.js
var one_line = __webpack_require__(38168);
// EXTERNAL MODULE: ../contract/lib/pact.js + 5 modules
var pact = __webpack_require__(45291);
// EXTERNAL MODULE: ../system/lib/concurrent.js
var concurrent = __webpack_require__(76609);
// EXTERNAL MODULE: ../../actions/contract-test/lib/schema.js
var schema = __webpack_require__(95970);
// EXTERNAL MODULE: ../system/lib/redirect.js
var redirect = __webpack_require__(216);
// EXTERNAL MODULE: ../system/lib/retry.js
var retry = __webpack_require__(77064);
// EXTERNAL MODULE: ../../actions/contract-test/lib/answer-body.js
var answer_body = __webpack_require__(37308);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/broker/exchange.js




const TIMEOUT_MS = 30_000;
const ATTEMPTS = 4;
const LONGEST_REASON = 300;
const exchange_failure = (code, message, remedy) => new failure/* Failure */.H({ code, message, remedy });
/**
 * Throws when an address that the broker itself gave is on another server: the credentials belong to this one.
 *
 * A broker behind a proxy gives addresses that it was told, so a wrong one is mended there.
 */
function insistOnHost(url, broker) {
    const { origin, host } = new URL(broker.url);
    if (URL.canParse(url, broker.url) && new URL(url, broker.url).origin === origin)
        return;
    const other = URL.canParse(url) ? new URL(url).origin : 'an address that is none';
    const message = `The broker at ${host} sends us to ${other}, which gets no credentials and is not asked.`;
    throw exchange_failure('BROKER_OTHER_HOST', message, `Set the broker's own base URL (PACT_BROKER_BASE_URL) to ${origin}.`);
}
async function sendOnce({ method, url, body }, broker, { http, cancelled }) {
    const headers = {
        accept: 'application/hal+json, application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(broker.authorization !== undefined && { authorization: broker.authorization }),
    };
    const request = { method, headers, timeoutMs: TIMEOUT_MS, silenceMs: TIMEOUT_MS, signal: cancelled };
    const send = (to) => http.fetch({ ...request, url: to, ...(body !== undefined && { body }) });
    return (await (0,redirect/* followingRedirects */.H)(url, method, send, (other) => insistOnHost(other, broker))).response;
}
/** Sends until there is an answer that another attempt would not change. */
async function send(question, broker, ports) {
    const patience = { clock: ports.clock, log: ports.log, signal: ports.cancelled, attempts: ATTEMPTS };
    try {
        return await (0,retry/* retrying */.R)(() => sendOnce(question, broker, ports), patience);
    }
    catch (error) {
        const away = error instanceof failure/* Failure */.H && error.code.startsWith('HTTP_');
        if (!away || ports.cancelled.aborted)
            throw error;
        const reason = error.problems[0]?.message ?? error.message;
        const remedy = 'Check "broker-url", and that this runner may reach it; or run again once the broker is well.';
        throw exchange_failure('BROKER_UNREACHABLE', `The broker did not give ${question.what}: ${reason}`, remedy);
    }
}
/** What the broker itself says of a refusal, in one line. */
function reasonOf(bytes) {
    const said = (0,one_line/* oneLine */.T)(Buffer.from(bytes).toString('utf8')).trim();
    return said === '' || said.startsWith('<') ? '' : ` It says: ${said.slice(0, LONGEST_REASON)}`;
}
function refusal({ what }, { status, headers }, bytes, host) {
    const type = headers['content-type'] ?? '';
    if (status === 200 && /\bjson\b/.test(type))
        return undefined;
    const answer = status === 200 ? `${type || 'no content type'} instead of JSON` : String(status);
    const said = status === 200 ? '' : reasonOf(bytes);
    const problem = (code, remedy) => {
        return { code, message: `The broker at ${host} answered with ${answer} when asked for ${what}.${said}`, remedy };
    };
    if (status === 401 || status === 403)
        return problem('BROKER_REFUSED', 'Give "broker-token", or "broker-username" and "broker-password", that may read it.');
    if (status === 404)
        return problem('BROKER_NOT_FOUND', 'Check "broker-url", and how the provider is spelt there; its consumers publish it.');
    if (status === 400 || status === 422)
        return problem('BROKER_QUESTION', 'Correct "consumer-version-selectors" or "provider-version-branch".');
    if (status === 429 || status >= 500)
        return problem('BROKER_UNAVAILABLE', 'Run again once the broker is well.');
    return problem('BROKER_ANSWER', 'Check "broker-url", and whether a proxy or a login page answers in its place.');
}
/**
 * Asks a broker, and insists on an answer of its own, in JSON. It is given as bytes: contracts keep the digits of their numbers.
 *
 * @throws Failure BROKER_UNREACHABLE, BROKER_REFUSED, BROKER_NOT_FOUND, BROKER_QUESTION, BROKER_UNAVAILABLE,
 *   BROKER_OTHER_HOST or BROKER_ANSWER (a login page, for one). None of these is ever taken for an answer without contracts.
 */
async function ask(question, broker, ports) {
    const response = await send(question, broker, ports);
    const { host } = new URL(broker.url);
    const bytes = await (0,answer_body/* readBody */.x)(response).catch((error) => {
        if (!(error instanceof failure/* Failure */.H))
            throw error;
        const message = `The broker at ${host} did not give ${question.what}: ${error.problems[0]?.message}.`;
        throw exchange_failure('BROKER_ANSWER', message, 'Run again; if it stays so, look at the contract on the broker.');
    });
    const refused = refusal(question, response, bytes, host);
    if (refused === undefined)
        return bytes;
    throw new failure/* Failure */.H(refused);
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/broker/pacts.js







const AT_ONCE = 4;
const NOTICE = (0,schema/* fields */.OA)({ text: schema/* text */.Qq }, { when: schema/* text */.Qq });
const PROPERTIES = (0,schema/* fields */.OA)({}, { pending: { type: ['boolean', 'null'] }, notices: (0,schema/* list */.p_)(NOTICE) });
const PACT = (0,schema/* fields */.OA)({ _links: (0,schema/* fields */.OA)({ self: (0,schema/* fields */.OA)({ href: schema/* text */.Qq }, { name: schema/* text */.Qq }) }) }, { verificationProperties: PROPERTIES });
const LISTING = (0,schema/* fields */.OA)({ _embedded: (0,schema/* fields */.OA)({ pacts: (0,schema/* list */.p_)(PACT) }) });
/** https://docs.pact.io/pact_broker/advanced_topics/api_docs/pacts_for_verification */
async function listed(provider, broker, ports) {
    const url = `${broker.url}/pacts/provider/${encodeURIComponent(provider)}/for-verification`;
    const body = {
        consumerVersionSelectors: broker.selectors,
        includePendingStatus: broker.pending,
        ...(broker.branch !== undefined && { providerVersionBranch: broker.branch }),
    };
    const what = `the contracts of ${provider}`;
    const bytes = await ask({ method: 'POST', url, body: JSON.stringify(body), what }, broker, ports);
    try {
        return (0,config/* parseConfig */.o)(url, (0,decode/* decodeText */.g)(url, bytes), { schema: LISTING }).value._embedded.pacts;
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H))
            throw error;
        const message = `The broker's answer is no list of contracts: ${error.problems[0]?.message ?? ''}`;
        throw new failure/* Failure */.H({
            code: 'BROKER_ANSWER',
            message,
            remedy: 'Check "broker-url", and the version of the broker (2.71 or later).',
        });
    }
}
const allPending = (contract) => ({
    ...contract,
    interactions: contract.interactions.map((each) => ({ ...each, pending: true })),
    messages: contract.messages.map((each) => ({ ...each, pending: true })),
});
async function read({ _links: { self }, verificationProperties }, broker, ports) {
    insistOnHost(self.href, broker);
    const url = new URL(self.href, `${broker.url}/`).href;
    for (const { when = 'before_verification', text: notice } of verificationProperties?.notices ?? [])
        if (when === 'before_verification')
            ports.log.info(`${self.name ?? url}: ${(0,one_line/* oneLine */.T)(notice)}`);
    const bytes = await ask({ method: 'GET', url, what: self.name ?? url }, broker, ports);
    try {
        const contract = (0,pact/* parsePact */.e)(url, (0,decode/* decodeText */.g)(url, bytes));
        return verificationProperties?.pending === true ? allPending(contract) : contract;
    }
    catch (error) {
        throw error instanceof failure/* Failure */.H ? new failure/* Failure */.H(error.problems.map(place/* inWords */.r4), { cause: error }) : error;
    }
}
/**
 * Reads the contracts that a broker has for a provider and its selectors name; what is wrong with one joins the problems, and
 * the others are still read. The file of each is its address.
 */
async function readBrokerPacts(provider, broker, ports, problems) {
    const all = (await (0,collect/* collect */.F)(problems, () => listed(provider, broker, ports))) ?? [];
    const unique = [...new Map(all.map((each) => [each._links.self.href, each])).values()];
    const pacts = await (0,concurrent/* concurrently */.r)(AT_ONCE, unique, (each) => (0,collect/* collect */.F)(problems, () => read(each, broker, ports)));
    return pacts.filter((contract) => contract !== undefined);
}

// EXTERNAL MODULE: ../../actions/contract-test/lib/contract-files.js
var contract_files = __webpack_require__(41677);
// EXTERNAL MODULE: ../../actions/contract-test/lib/inputs.js
var lib_inputs = __webpack_require__(14912);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/contracts.js




async function patternProblem(empty, files) {
    const folders = await Promise.all(empty.map(async (pattern) => ((await files.list(pattern)).length > 0 ? [pattern] : [])));
    const [folder] = folders.flat();
    return {
        code: 'CONTRACT_NONE',
        message: `No file matches "contracts" (${empty.join(', ')}), so nothing would be proved.`,
        remedy: folder === undefined
            ? 'Add the consumers\' pacts, correct the pattern, or set "allow-none: true" for a service without consumers.'
            : `${folder} is a folder; write ${folder}/*.json.`,
    };
}
/**
 * Every contract with the providers: those of files, and those of a broker where one is named. What is wrong with any of them
 * joins the problems, and so does that there is none, unless that is allowed.
 */
async function gatherContracts(inputs, providers, ports, context, problems) {
    const { contracts, empty } = await (0,contract_files/* readContracts */.I)(inputs.contracts, ports.files, problems);
    const before = problems.length;
    const broker = await brokerOf(inputs, context, problems);
    const ask = (provider) => broker === undefined ? Promise.resolve([]) : readBrokerPacts(provider, broker, ports, problems);
    const all = [...contracts, ...(await Promise.all(providers.map(ask))).flat()];
    const idle = inputs.brokerUrl === undefined ? empty : empty.filter((pattern) => pattern !== lib_inputs/* DEFAULT_CONTRACTS */.e);
    if (inputs.allowNone)
        return all;
    if (idle.length > 0)
        problems.push(await patternProblem(idle, ports.files));
    else if (all.length === 0 && problems.length === before && inputs.brokerUrl !== undefined) {
        const message = `The broker has no contract with ${providers.join(', ')} that "consumer-version-selectors" name, so nothing would be proved.`;
        const remedy = 'Have the consumers publish theirs with a branch, correct the selectors, or set "allow-none: true".';
        problems.push({ code: 'CONTRACT_NONE', message, remedy });
    }
    return all;
}


/***/ }),

/***/ 55421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ keptSentence)
/* harmony export */ });
/** Says whose contracts are kept beside those that are broken; nothing where there are none. */
const keptSentence = (consumers) => consumers.length > 0 ? ` It keeps the contract with ${consumers.join(', ')}.` : '';


/***/ }),

/***/ 82777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ namesakes)
/* harmony export */ });
const plain = (name) => name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
/** Consumers whose names differ by case, blanks or dashes alone: they count as two, and are likely one. */
function likeNames(contracts) {
    const first = new Map();
    return contracts.flatMap((contract) => {
        const other = first.get(plain(contract.consumer));
        if (other === undefined)
            first.set(plain(contract.consumer), contract);
        if (other === undefined || other.consumer === contract.consumer)
            return [];
        const message = `"${contract.consumer}" and "${other.consumer}" (${other.file}) count as two consumers. Spell them alike if they are one.`;
        return [{ level: 'warning', title: 'Two names that are nearly one', message, file: contract.file }];
    });
}
/** Interactions that one consumer describes alike, under the same states: Pact takes those for one and the same. */
function likeInteractions(contracts) {
    const first = new Map();
    return contracts.flatMap(({ consumer, provider, interactions }) => interactions.flatMap(({ description, states, location }) => {
        const key = JSON.stringify([consumer, provider, description, states]);
        const other = first.get(key);
        if (other === undefined)
            first.set(key, location);
        if (other === undefined)
            return [];
        const message = `${consumer} describes two interactions as "${description}" under the same states; the other is at ${other.file}:${other.line ?? ''}. Both are judged.`;
        return [{ level: 'warning', title: 'Described twice', message, ...location }];
    }));
}
/** What different contracts name alike, or nearly so. Nothing is passed over for it. */
function namesakes(contracts) {
    return [...likeNames(contracts), ...likeInteractions(contracts)];
}


/***/ }),

/***/ 95970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OA: () => (/* binding */ fields),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
const text = { type: 'string' };
/** An object, with the members that it must have and those that it may. */
const fields = (required, optional = {}) => ({
    type: 'object',
    required: Object.keys(required),
    properties: { ...required, ...optional },
});
const list = (items) => ({ type: 'array', items });


/***/ }),

/***/ 54982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ strangers)
/* harmony export */ });
/** The contracts with a provider that is not judged: why that is wrong, and what to mend instead of leaving the file out. */
function strangers(contracts, isJudged, why, mend) {
    return contracts
        .filter(({ provider }) => !isJudged(provider))
        .map(({ file, provider }) => ({
        code: 'CONTRACT_OTHER_PROVIDER',
        message: `The contract is with the provider "${provider}", ${why}.`,
        remedy: `${mend(provider)}, or leave the file out of "contracts".`,
        location: { file },
    }));
}


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


/***/ }),

/***/ 77064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ retrying)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);
/* harmony import */ var _drain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34016);


const ATTEMPTS = 5;
const FIRST_WAIT_MS = 500;
/** A server that asks for more than this is one the job should not wait for. */
const LONGEST_WAIT_MS = 60_000;
function retryAfterMs(header, now) {
    if (header === undefined)
        return undefined;
    const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
    return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
/** Whether trying again may help: no answer, a server in trouble, or one that asks for time. */
function isPassing(result) {
    if (result instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H)
        return result.code === 'HTTP_UNREACHABLE' || result.code === 'HTTP_TIMEOUT';
    return [408, 429, 500, 502, 503, 504].includes(result.status);
}
/** A Failure is a result, not a throw. */
function asResult(error) {
    if (error instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H)
        return error;
    throw error;
}
/** How long to wait after a passing trouble: what the server asks for, else a random share of a doubling time ("full jitter"). */
function waitMs(result, count, { clock, random = Math.random }) {
    const asked = result instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H ? undefined : retryAfterMs(result.headers['retry-after'], clock.now());
    return asked ?? Math.round(random() * FIRST_WAIT_MS * 2 ** (count - 1));
}
/**
 * Sends until there is an answer that is not a passing trouble, a few times at most.
 *
 * Each try calls `send` anew, so a body that streams is opened again. Retry-After is honoured up to a minute.
 *
 * @param beforeWait is told how long is waited next and what the last answer was; by throwing it ends the trying
 * @throws Failure of the last try when it had no answer.
 */
async function retrying(send, patience, beforeWait) {
    const { clock, log, signal, attempts = ATTEMPTS } = patience;
    for (let count = 1;; count++) {
        const result = await send().catch(asResult);
        const wait = waitMs(result, count, patience);
        const last = count === attempts || wait > LONGEST_WAIT_MS || signal?.aborted === true;
        if (!isPassing(result) || last) {
            if (result instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H)
                throw result;
            return result;
        }
        if (!(result instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H))
            await (0,_drain_js__WEBPACK_IMPORTED_MODULE_1__/* .drain */ .Z)(result);
        const what = result instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H ? (result.problems[0]?.message ?? result.message) : `status ${result.status}.`;
        beforeWait?.(wait, what);
        log.debug(`Try ${count} of ${attempts}: ${what} Waiting ${wait} ms.`);
        await clock.sleep(wait, signal);
    }
}


/***/ })

};
