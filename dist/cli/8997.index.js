export const id = 8997;
export const ids = [8997];
export const modules = {

/***/ 3756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ec: () => (/* binding */ today),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   mF: () => (/* binding */ acceptance)
/* harmony export */ });
/** What a term is about, as messages name it. */
const nameOf = ({ consumer, interaction }) => `"${interaction}" of ${consumer}`;
/** The day of a moment, in milliseconds since the Unix epoch, in UTC. */
const today = (now) => new Date(now).toISOString().slice(0, 10);
/** Holds a list of accepted breaks against the breaks that there are: one that is over holds no longer, one without a break is told. */
function acceptance(accepted, breaks, now) {
    const present = accepted.filter(({ fingerprint }) => breaks.has(fingerprint));
    const expired = present.filter(({ expires }) => expires < today(now));
    const valid = new Set(present.filter((each) => !expired.includes(each)).map(({ fingerprint }) => fingerprint));
    return {
        holds: (fingerprint) => valid.has(fingerprint),
        annotations: [
            ...expired.map(({ fingerprint, owner, expires, location }) => {
                const message = `${fingerprint} was accepted until ${expires}; ${owner} must mend it or accept it anew.`;
                return { level: 'error', title: 'Acceptance is over', message, ...location };
            }),
            ...accepted
                .filter((each) => !present.includes(each))
                .map(({ fingerprint, location }) => {
                const message = `No break has the fingerprint ${fingerprint} any longer; take it out.`;
                return { level: 'warning', title: 'Acceptance without a break', message, ...location };
            }),
        ],
    };
}


/***/ }),

/***/ 41677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ readContracts),
/* harmony export */   X: () => (/* binding */ withoutContract)
/* harmony export */ });
/* harmony import */ var _slipway_config__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17747);
/* harmony import */ var _slipway_contract__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45291);
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57993);



/** Reads every contract; what is wrong with one joins the problems, and the others are still read. */
async function readContracts(patterns, files, problems) {
    const found = await Promise.all(patterns.map((pattern) => files.glob(pattern)));
    const paths = [...new Set(found.flat())].sort();
    const read = await Promise.all(paths.map((path) => (0,_slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .collect */ .F)(problems, async () => (0,_slipway_contract__WEBPACK_IMPORTED_MODULE_1__/* .parsePact */ .e)(path, (0,_slipway_config__WEBPACK_IMPORTED_MODULE_2__/* .decodeText */ .g)(path, await files.readBytes(path))))));
    return {
        contracts: read.filter((contract) => contract !== undefined),
        empty: patterns.filter((_, index) => found[index]?.length === 0),
    };
}
/** The consumers of a list that have no contract: what a change does to them is unknown. */
function withoutContract(consumers, contracts) {
    const known = new Set(contracts.map(({ consumer }) => consumer));
    return [...new Set(consumers ?? [])].filter((name) => !known.has(name)).sort();
}


/***/ }),

/***/ 47645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ messageAnnotations),
/* harmony export */   x: () => (/* binding */ messageSentence)
/* harmony export */ });
const named = ({ messages }) => {
    const names = messages.slice(0, 3).map(({ description }) => `"${description}"`);
    return `${names.join(', ')}${messages.length > 3 ? ` and ${messages.length - 3} more` : ''}`;
};
const counted = (count) => `${count} ${count === 1 ? 'message' : 'messages'}`;
/** The contracts that hold messages, of which a description of HTTP says nothing. */
const holding = (contracts) => contracts.filter(({ messages }) => messages.length > 0);
/** One sentence on the messages that were not compared; empty where there are none. */
function messageSentence(contracts) {
    const lacking = holding(contracts).map((contract) => `${counted(contract.messages.length)} of ${contract.consumer}`);
    return lacking.length === 0 ? '' : ` Not compared: ${lacking.join(', ')}, of which a description of HTTP says nothing.`;
}
/** The messages of each contract as not compared, on the line of the first of them. */
function messageAnnotations(contracts) {
    return holding(contracts).map((contract) => ({
        level: 'warning',
        title: `Not compared: ${counted(contract.messages.length)} of ${contract.consumer}`,
        message: `${named(contract)}: a description of HTTP says nothing of messages. Verify them with the running provider (mode verify, "message-url").`,
        ...contract.messages[0]?.location,
    }));
}


/***/ }),

/***/ 53747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ NOT_OF_THIS_MODE)
/* harmony export */ });
/** The outputs that only some of the modes have; a mode sets its own over them. */
const NOT_OF_THIS_MODE = {
    answer: undefined,
    interactions: undefined,
    unknown: undefined,
    deviations: undefined,
    breakingChanges: undefined,
};


/***/ }),

/***/ 59514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ pendingSentence),
/* harmony export */   y: () => (/* binding */ withTerms)
/* harmony export */ });
/* harmony import */ var _accepted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3756);

/** Ends what is pending once its term is over: from then on it stops what any other interaction stops. A term of nothing is told. */
function withTerms(contracts, terms, now) {
    const isOver = ({ expires }) => expires < (0,_accepted_js__WEBPACK_IMPORTED_MODULE_0__/* .today */ .Ec)(now);
    const used = new Set();
    const counted = (consumer, each) => {
        const own = terms.filter((term) => each.pending && term.consumer === consumer && term.interaction === each.description);
        for (const term of own)
            used.add(term);
        return own.some(isOver) ? { ...each, pending: false } : each;
    };
    const termed = contracts.map((contract) => ({
        ...contract,
        interactions: contract.interactions.map((each) => counted(contract.consumer, each)),
        messages: contract.messages.map((each) => counted(contract.consumer, each)),
    }));
    const annotations = terms.flatMap((term) => {
        const warning = (title, message) => [
            { level: 'warning', title, message: `${(0,_accepted_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(term)} ${message}`, ...term.location },
        ];
        if (!used.has(term))
            return warning('Term of nothing pending', 'is not pending any longer; take it out.');
        const after = `could be pending until ${term.expires}; it counts now. ${term.owner} must see to it, or give it another day.`;
        return isOver(term) ? warning('Pending is over', after) : [];
    });
    return { contracts: termed, annotations };
}
/** One sentence on pending interactions that are not kept; empty where there are none. */
function pendingSentence(count) {
    return count === 0 ? '' : ` ${count} pending ${count === 1 ? 'interaction is' : 'interactions are'} not kept yet.`;
}


/***/ }),

/***/ 55902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ remarks)
});

// EXTERNAL MODULE: ../openapi/lib/document/node.js
var document_node = __webpack_require__(15695);
;// CONCATENATED MODULE: ../openapi/lib/document/stale.js

/** Keys below which every key is a name that the author chose, or a value of their own. */
const NAMES = /^(properties|schemas|patternProperties|definitions|example|examples|default|enum|const)$/;
/** Where a description of 3.1 or later says `nullable`, which meant something only before and lets no null in any longer. */
function staleNullables(documents) {
    if (documents.version === '2.0' || documents.version === '3.0')
        return [];
    const found = [];
    const visit = (node, isNames) => {
        for (const [key, each] of (0,document_node/* children */.Y_)(node)) {
            if (key === 'nullable' && each.value === true && !isNames)
                found.push((0,document_node/* locate */.x5)(each));
            else if ((0,document_node/* isTree */.xK)(each.value) || Array.isArray(each.value))
                visit(each, !isNames && NAMES.test(key));
        }
    };
    for (const file of documents.files.keys())
        visit((0,document_node/* rootOf */.I5)(documents, file), false);
    return found;
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/remarks.js

/** What a description says that does not mean what its author thinks. */
function remarks(apis) {
    return [...apis].flatMap(({ documents }) => staleNullables(documents).map((location) => {
        const message = `"nullable" means nothing in OpenAPI ${documents.version}; write null among the types, as in type: [string, "null"].`;
        return { level: 'warning', title: 'Means nothing here', message, ...location };
    }));
}


/***/ }),

/***/ 58988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lg: () => (/* binding */ openNames),
/* harmony export */   QU: () => (/* binding */ maskSecrets),
/* harmony export */   Z$: () => (/* binding */ maskValues)
/* harmony export */ });
/** Headers whose values let somebody in. */
const CREDENTIALS = /^(proxy-)?authorization$|^cookie$|^x-(api-key|auth-token|access-token)$|^api-key$/;
/** Fields of states whose values are secret however short they are. */
const SECRET_FIELD = /token|secret|passw|credential|api_?key|card_?number|cvc|\bpin\b/i;
/** A shorter value of a field with a harmless name is a kind or a number that reports need. */
const SHORTEST = 8;
/** A credential, and what of it is secret by itself: `Bearer abc` is shown by others as `abc`. */
function credentials({ request }) {
    const values = Object.entries(request.headers).flatMap(([name, value]) => (CREDENTIALS.test(name) ? [value] : []));
    return values.flatMap((value) => [value, ...value.split(/;\s*/).flatMap((part) => part.replace(/^([A-Za-z]+ |[^=]+=)/, ''))]);
}
function leaves(value, name = '') {
    if (typeof value === 'string')
        return value.length >= SHORTEST || SECRET_FIELD.test(name) ? [value] : [];
    if (typeof value === 'number')
        return SECRET_FIELD.test(name) ? [String(value)] : [];
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.entries(value).flatMap(([key, each]) => leaves(each, Array.isArray(value) ? name : key));
}
/** What contracts name openly is no secret, and to hide it would hide what every message is about. */
const openNames = (contracts) => contracts
    .flatMap(({ file, consumer, provider, interactions, messages }) => [
    ...[file, consumer, provider],
    ...interactions.flatMap(({ description, request }) => [description, request.method, request.path]),
    ...[...interactions, ...messages].flatMap(({ description, states }) => [description, ...states.map(({ name }) => name)]),
])
    .join('\n');
/** Has values that a state's own answer gave hidden from all that leaves the run, but for `open`, what contracts name openly. */
function maskValues(values, open, log) {
    for (const secret of leaves(values))
        if (!open.includes(secret))
            log.mask(secret);
}
/** Has what contracts hold of credentials and of values of provider states hidden from all that leaves the run. */
function maskSecrets(contracts, log) {
    const named = openNames(contracts);
    const ofStates = contracts.flatMap(({ interactions, messages }) => [...interactions, ...messages].flatMap(({ states }) => states.flatMap(({ params }) => leaves(params))));
    const secrets = [...contracts.flatMap(({ interactions }) => interactions.flatMap(credentials)), ...ofStates];
    for (const secret of new Set(secrets))
        if (secret.length > 0 && !named.includes(secret))
            log.mask(secret);
}


/***/ }),

/***/ 93436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ breaking),
  m: () => (/* binding */ comparer)
});

// EXTERNAL MODULE: ../openapi/lib/inclusion/inclusion.js + 5 modules
var inclusion = __webpack_require__(97725);
// EXTERNAL MODULE: ../openapi/lib/api/api.js
var api_api = __webpack_require__(22590);
// EXTERNAL MODULE: ../contract/lib/rules.js
var rules = __webpack_require__(32218);
// EXTERNAL MODULE: ../openapi/lib/change/response.js
var change_response = __webpack_require__(98691);
// EXTERNAL MODULE: ../openapi/lib/inclusion/reason.js
var inclusion_reason = __webpack_require__(34626);
// EXTERNAL MODULE: ../openapi/lib/api/media.js
var api_media = __webpack_require__(9242);
// EXTERNAL MODULE: ../openapi/lib/change/media.js + 1 modules
var media = __webpack_require__(79641);
// EXTERNAL MODULE: ../compatibility/lib/body.js
var lib_body = __webpack_require__(4425);
// EXTERNAL MODULE: ../compatibility/lib/reader.js
var lib_reader = __webpack_require__(76238);
// EXTERNAL MODULE: ../compatibility/lib/reader-pattern.js + 1 modules
var reader_pattern = __webpack_require__(73543);
// EXTERNAL MODULE: ../compatibility/lib/wording.js
var wording = __webpack_require__(17125);
;// CONCATENATED MODULE: ../compatibility/lib/answer.js






function fitting({ response }, { responses }) {
    const own = (0,change_response/* responseFor */.t)(responses, String(response.status));
    const [matcher] = response.rules.status.flatMap(({ matchers }) => matchers);
    if (own !== undefined || matcher?.match !== 'statusCode')
        return own;
    const wanted = matcher.status;
    const [from, to] = typeof wanted === 'string' ? (rules/* STATUS_CLASSES */.YZ[wanted] ?? [0, 0]) : [0, 0];
    const fits = (status) => typeof wanted === 'string' ? status >= from && status <= to : wanted.includes(status);
    return responses.find(({ status }) => fits(Number(status)));
}
function headerFindings({ response }, described, spot, inclusion) {
    return Object.entries(response.headers).flatMap(([name, text]) => {
        if (name === 'content-type')
            return [];
        const at = { ...spot, part: `header ${name}` };
        const place = ['headers', name];
        const header = described.headers.find((each) => each.name === name);
        if (header === undefined)
            return [
                {
                    rule: 'contract-answer-unpromised',
                    spot: at,
                    words: 'is read, and the provider does not answer it',
                    place,
                    at: described.at,
                },
            ];
        if (!header.required)
            return [
                {
                    rule: 'contract-answer-unpromised',
                    severity: 'warning',
                    spot: at,
                    words: 'is read, and the provider may leave it out',
                    place,
                    at: header.at,
                },
            ];
        if (header.schema === undefined)
            return [];
        const schema = [header.schema];
        const values = /^-?\d+(\.\d+)?$/.test(text) ? [Number(text), text] : [text];
        const tried = values.map((value) => inclusion.reasons([(0,lib_reader/* schemaNode */.K7)((0,lib_reader/* exampleSchema */.YM)(value))], schema));
        return (0,wording/* found */.F)(tried.find((each) => each.length === 0) ?? tried[0] ?? [], at, 'contract-answer-impossible', () => place);
    });
}
/** What is read of a body must be promised, and the example must be an answer that there can be. */
function readFindings({ response }, schema, spot, inclusion) {
    const reader = (0,lib_reader/* schemaNode */.K7)((0,lib_reader/* readerSchema */.lS)(response.body, response.rules.body));
    const names = (0,reader_pattern/* patternNames */.h)(response.rules.body);
    const promised = inclusion
        .reasons([schema], [reader])
        .map((each) => ({ ...each, reason: { ...each.reason, wanted: names.get(each.reason.wanted) ?? each.reason.wanted } }));
    const unread = new Set(['property-missing', 'property-optional', 'property-dropped', 'min-properties']);
    const possible = inclusion
        .reasons([(0,lib_reader/* schemaNode */.K7)((0,lib_reader/* exampleSchema */.YM)(response.body))], [schema])
        .filter(({ reason }) => (0,inclusion_reason/* isWrong */.c)(reason) && !unread.has(reason.kind));
    const impossible = possible.map((each) => {
        const [one] = (0,wording/* found */.F)([each], { ...spot, side: 'request' }, 'contract-answer-impossible', wording/* bodyPlace */.S);
        const words = `is ${each.reason.given} in the example, and the provider answers ${each.reason.wanted}`;
        return {
            ...one,
            rule: 'contract-answer-impossible',
            spot: { ...spot, path: each.path },
            words,
            place: (0,wording/* bodyPlace */.S)(each.path),
            at: each.reason.sup,
        };
    });
    const told = (0,wording/* found */.F)(promised, spot, 'contract-answer-unpromised', wording/* bodyPlace */.S);
    const seen = new Set(told.filter(({ severity }) => severity === 'error').map(({ spot: { path } }) => path.join('.')));
    return [...told, ...impossible.filter(({ spot: { path } }) => !seen.has(path.join('.')))];
}
function bodyFindings(interaction, described, spot, inclusion) {
    const { body, headers, contentType } = interaction.response;
    if (body === undefined || body === null)
        return [];
    const written = headers['content-type'] ?? contentType;
    const type = (0,api_media/* normaliseType */.Ln)(written ?? (typeof body === 'string' ? '*/*' : 'application/json'));
    if (described.media.length === 0)
        return [
            {
                rule: 'contract-answer-unpromised',
                spot,
                words: 'is read, and the provider answers none',
                place: ['body'],
                at: described.at,
            },
        ];
    const media = (0,lib_body/* mediaFor */.eT)(described.media, type);
    if (media === undefined) {
        const words = `is read as ${type}, and the provider answers ${described.media.map((each) => each.type).join(' or ')}`;
        const place = headers['content-type'] === undefined ? ['body'] : ['headers', 'content-type'];
        return [{ rule: 'contract-media-type-unpromised', spot, words, place, at: described.at }];
    }
    if (media.schema === undefined || !/[/+]json|\*\/\*/.test(type))
        return [];
    return readFindings(interaction, media.schema, { ...spot, media: media.type }, inclusion);
}
function acceptFindings({ request }, described, spot) {
    const accepted = request.headers['accept']?.split(',').map((type) => (0,api_media/* normaliseType */.Ln)(type.replace(/;\s*q=[\d.]+/i, ''))) ?? [];
    if (accepted.length === 0 || described.media.length === 0)
        return [];
    if (described.media.some(({ type }) => accepted.some((range) => (0,media/* accepts */.G3)(range, type))))
        return [];
    const words = `is accepted as ${accepted.join(' or ')}, and the provider answers ${described.media.map(({ type }) => type).join(' or ')}`;
    return [{ rule: 'contract-media-type-unpromised', spot, words, place: [], at: described.at }];
}
/** What a contract reads of an answer that the description does not promise. */
function answerFindings(interaction, operation, inclusion) {
    const status = String(interaction.response.status);
    const spot = { operation: (0,api_api/* nameOf */.V)(operation), side: 'response', status, part: 'body', path: [] };
    const described = fitting(interaction, operation);
    if (described === undefined) {
        const known = operation.responses.map((each) => each.status).join(', ') || 'none';
        const words = `is expected, and the provider answers ${known}`;
        return [
            { rule: 'contract-status-unpromised', spot: { ...spot, part: 'status' }, words, place: ['status'], at: operation.at },
        ];
    }
    return [
        ...acceptFindings(interaction, described, spot),
        ...headerFindings(interaction, described, spot, inclusion),
        ...bodyFindings(interaction, described, spot, inclusion),
    ];
}

// EXTERNAL MODULE: ../contract/lib/one-line.js
var one_line = __webpack_require__(38168);
// EXTERNAL MODULE: ../openapi/lib/change/change.js
var change = __webpack_require__(48904);
// EXTERNAL MODULE: ../openapi/lib/change/fingerprint.js
var fingerprint = __webpack_require__(67770);
// EXTERNAL MODULE: ../openapi/lib/document/node.js
var node = __webpack_require__(15695);
;// CONCATENATED MODULE: ../compatibility/lib/conflict.js


/** Gives a finding its places and its fingerprint. */
function conflictOf({ consumer }, interaction, finding) {
    const { rule, severity = 'error', spot, words, place, at } = finding;
    const message = (0,one_line/* oneLine */.T)(`${(0,change/* wordsOf */.Z)(spot)} ${words}`);
    const where = [consumer, interaction.description, rule, spot.operation, spot.side, spot.status, spot.part, ...spot.path];
    const found = spot.side === 'response' ? interaction.locate(place) : interaction.locateRequest(place);
    return {
        rule,
        severity,
        consumer,
        interaction,
        spot,
        message,
        contract: place.length === 0 ? interaction.location : found,
        fingerprint: (0,fingerprint/* fingerprintOf */.a)([...where, words]),
        key: where.map((word) => word ?? '').join('\n'),
        ...(at !== undefined && { description: (0,node/* locate */.x5)(at) }),
    };
}

;// CONCATENATED MODULE: ../compatibility/lib/credentials.js

const field = (scheme, key) => String(scheme?.[key] ?? '');
function sends({ request }, scheme) {
    const [type, place, name] = [field(scheme, 'type'), field(scheme, 'in'), field(scheme, 'name')];
    if (type === 'mutualTLS')
        return true;
    if (type !== 'apiKey')
        return request.headers['authorization'] !== undefined;
    if (place === 'query')
        return new URLSearchParams(request.query).has(name);
    if (place === 'cookie')
        return request.headers['cookie']?.includes(`${name}=`) ?? false;
    return request.headers[name.toLowerCase()] !== undefined;
}
/**
 * Credentials that an operation requires and a contract's request does not send.
 *
 * It is a warning: many contracts leave credentials to whoever replays them.
 */
function credentialFindings(interaction, { operation }, { schemes }) {
    const met = ({ schemes: wanted }) => [...wanted.keys()].every((name) => sends(interaction, schemes.get(name)?.value));
    if (operation.security.length === 0 || operation.security.some(met))
        return [];
    const names = operation.security.map(({ schemes: wanted }) => [...wanted.keys()].join(' with ')).join(' or ');
    return [
        {
            rule: 'contract-credentials-missing',
            severity: 'warning',
            spot: { operation: (0,api_api/* nameOf */.V)(operation), side: 'request', part: 'security', path: [] },
            words: `sends no credentials, and ${names} is required`,
            place: [],
            at: operation.security[0]?.at,
        },
    ];
}

// EXTERNAL MODULE: ../compatibility/lib/parameter.js
var parameter = __webpack_require__(48870);
// EXTERNAL MODULE: ../compatibility/lib/route.js
var lib_route = __webpack_require__(41480);
;// CONCATENATED MODULE: ../compatibility/lib/compare.js







function noOperation({ request }) {
    const operation = `${request.method} ${request.path}`;
    return {
        rule: 'contract-operation-unknown',
        spot: { operation, side: 'operation', part: 'operation', path: [] },
        words: 'is called, and the provider has no such operation',
        place: ['path'],
    };
}
/** Starts comparing contracts with one description; what it learns of the description's schemas serves all of them. */
function comparer(api) {
    const [request, response] = [new inclusion/* Inclusion */.v('request'), new inclusion/* Inclusion */.v('response')];
    const compareOne = (contract, interaction) => {
        const route = (0,lib_route/* routeOf */.L)(api, interaction.request.method, interaction.request.path);
        if (route === undefined)
            return { interaction, conflicts: [conflictOf(contract, interaction, noOperation(interaction))] };
        const findings = [
            ...credentialFindings(interaction, route, api),
            ...(0,parameter/* parameterFindings */.s)(interaction, route, request),
            ...(0,lib_body/* bodyFindings */.V1)(interaction, route, request),
            ...answerFindings(interaction, route.operation, response),
        ];
        const all = findings.map((finding) => conflictOf(contract, interaction, finding));
        const conflicts = [...new Map(all.map((conflict) => [conflict.fingerprint, conflict])).values()];
        return { interaction, operation: (0,api_api/* nameOf */.V)(route.operation), conflicts };
    };
    return (contract) => ({ contract, results: contract.interactions.map((interaction) => compareOne(contract, interaction)) });
}
/** What keeps a consumer from working: errors, of interactions that its provider has agreed to. */
function breaking({ results }) {
    return results.flatMap(({ interaction, conflicts }) => interaction.pending ? [] : conflicts.filter(({ severity }) => severity === 'error'));
}


/***/ }),

/***/ 45825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DN: () => (/* binding */ writeExactJson),
/* harmony export */   fh: () => (/* binding */ ExactNumber),
/* harmony export */   lQ: () => (/* binding */ parseExactJson)
/* harmony export */ });
/* harmony import */ var lossless_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89223);

/**
 * A number of a JSON text with the digits it is written with.
 *
 * Contracts tell `1` from `1.0`, and identifiers longer than a double holds are compared digit by digit.
 */
class ExactNumber {
    text;
    constructor(text) {
        this.text = text;
    }
    /** Without a fraction and without an exponent. */
    get isInteger() {
        return /^-?\d+$/.test(this.text);
    }
    valueOf() {
        return Number(this.text);
    }
    toJSON() {
        return Number(this.text);
    }
    /** Whether both stand for the same number: `1`, `1.0` and `1e0` do. */
    equals(other) {
        if (this.isInteger && other.isInteger)
            return BigInt(this.text) === BigInt(other.text);
        return Number(this.text) === Number(other.text);
    }
}
/** The value of a JSON text with its numbers as they are written, or why it is none. */
function parseExactJson(text) {
    try {
        return { value: (0,lossless_json__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, null, (digits) => new ExactNumber(digits)) };
    }
    catch (error) {
        if (error instanceof RangeError)
            return { problem: 'JSON that is not nested too deeply to be read' };
        if (!(error instanceof SyntaxError))
            throw error;
        return { problem: /duplicate key/i.test(error.message) ? 'JSON in which no key stands twice' : 'JSON' };
    }
}
/** A JSON text in which every number is written as it was read. */
function writeExactJson(value) {
    const digits = {
        test: (each) => each instanceof ExactNumber,
        stringify: (each) => each.text,
    };
    return (0,lossless_json__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(value, null, undefined, [digits]) ?? 'null';
}


/***/ }),

/***/ 60368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ GENERATORS),
/* harmony export */   IW: () => (/* binding */ generatorsOf),
/* harmony export */   Is: () => (/* binding */ seededRandom),
/* harmony export */   cM: () => (/* binding */ generate)
/* harmony export */ });
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32218);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90157);


/** Types of generators that are known; another is a problem of the contract. */
const GENERATORS = [
    'ProviderState',
    'RandomInt',
    'RandomDecimal',
    'RandomHexadecimal',
    'RandomString',
    'RandomBoolean',
    'Regex',
    'Uuid',
    'Date',
    'Time',
    'DateTime',
    'MockServerURL',
];
const PARTS = ['method', 'path', 'query', 'header', 'body'];
/** The generators of a request, in the order of its parts. */
function generatorsOf(raw) {
    return PARTS.flatMap((part) => {
        const category = (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .tree */ .B2)((0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .tree */ .B2)(raw)[part]);
        const entries = typeof category['type'] === 'string' ? [['$', category]] : Object.entries(category);
        return entries.flatMap(([expression, value]) => {
            if (!(0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isTree */ .xK)(value))
                return [];
            const tokens = expression.startsWith('$') ? (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePath */ .Rr)(expression) : [expression];
            return [{ part, tokens, type: String(value['type']), settings: value }];
        });
    });
}
/** A source of chance that gives the same row for the same seed, so that a run can be repeated. */
function seededRandom(seed) {
    let state = [...seed].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619), 2166136261) >>> 0;
    // Mulberry32, a generator of 32 bits of state by Tommy Ettinger, in the public domain.
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}
const letters = (count, alphabet, random) => Array.from({ length: count }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
function uuid(random, format) {
    const hex = letters(32, '0123456789abcdef', random);
    const plain = `${hex.slice(0, 12)}4${hex.slice(13, 16)}a${hex.slice(17)}`;
    const dashed = plain.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    if (format === 'simple')
        return plain;
    if (format === 'upper-case-hyphenated')
        return dashed.toUpperCase();
    return format === 'URN' ? `urn:uuid:${dashed}` : dashed;
}
const pad = (value, count) => String(value).padStart(count, '0');
/** A moment in UTC as a format writes it; letters beyond the common ones are left as they stand. */
function written(nowMs, format) {
    const at = new Date(nowMs);
    const fields = {
        y: at.getUTCFullYear(),
        M: at.getUTCMonth() + 1,
        d: at.getUTCDate(),
        H: at.getUTCHours(),
        m: at.getUTCMinutes(),
        s: at.getUTCSeconds(),
        S: at.getUTCMilliseconds(),
    };
    return format.replace(/'([^']*)'|([A-Za-z])\2*/g, (whole, quoted, letter = '') => {
        if (quoted !== undefined)
            return quoted === '' ? "'" : quoted;
        if (/^[Xx]+$/.test(letter))
            return letter === 'X' ? 'Z' : '+00:00';
        if (letter === 'Z')
            return '+0000';
        const value = fields[letter];
        return value === undefined ? whole : pad(letter === 'y' && whole.length === 2 ? value % 100 : value, whole.length);
    });
}
/** `${name}` in an expression becomes the value that the provider's state gave under that name. */
function fromStates(settings, states) {
    const expression = String(settings['expression'] ?? '');
    const names = [...expression.matchAll(/\$\{([^}]+)\}/g)].map(([, name = '']) => name);
    const missing = names.find((name) => !Object.hasOwn(states, name));
    if (missing !== undefined)
        return { missing };
    const [only] = names;
    if (only !== undefined && expression === `\${${only}}`)
        return { value: states[only] };
    if (names.length === 0)
        return Object.hasOwn(states, expression) ? { value: states[expression] } : { missing: expression };
    return { value: expression.replace(/\$\{([^}]+)\}/g, (_, name) => String(states[name])) };
}
/** A value that a generator makes, `example` when it has none of its own, or the name that no provider state gave. */
function generate({ type, settings }, example, { states, nowMs, random, url }) {
    const setting = (name, fallback) => Number(settings[name] ?? fallback);
    switch (type) {
        case 'ProviderState':
            return fromStates(settings, states);
        case 'RandomInt': {
            const [min, max] = [setting('min', 0), setting('max', 2 ** 31 - 1)];
            return { value: min + Math.floor(random() * (max - min + 1)) };
        }
        case 'RandomDecimal': {
            const digits = letters(Math.max(2, setting('digits', 10)), '123456789', random);
            return { value: Number(`${digits.slice(0, -1)}.${digits.slice(-1)}`) };
        }
        case 'RandomHexadecimal':
            return { value: letters(setting('digits', 10), '0123456789abcdef', random) };
        case 'RandomString':
            return { value: letters(setting('size', 20), 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', random) };
        case 'RandomBoolean':
            return { value: random() < 0.5 };
        case 'Uuid':
            return { value: uuid(random, settings['format']) };
        case 'Date':
            return { value: written(nowMs, String(settings['format'] ?? 'yyyy-MM-dd')) };
        case 'Time':
            return { value: written(nowMs, String(settings['format'] ?? 'HH:mm:ss')) };
        case 'DateTime':
            return { value: written(nowMs, String(settings['format'] ?? "yyyy-MM-dd'T'HH:mm:ss'Z'")) };
        case 'MockServerURL':
            return { value: String(settings['example'] ?? example).replace(/^https?:\/\/[^/]+/, url) };
        default:
            // A text that fits a pattern: the contract's own example does, and can be found again in the provider's log.
            return { value: example };
    }
}


/***/ }),

/***/ 45291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ parsePact)
});

// EXTERNAL MODULE: ../config/lib/source.js
var lib_source = __webpack_require__(47604);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../contract/lib/generator.js
var generator = __webpack_require__(60368);
// EXTERNAL MODULE: ../contract/lib/rules.js
var rules = __webpack_require__(32218);
// EXTERNAL MODULE: ../contract/lib/temporal.js
var temporal = __webpack_require__(81987);
// EXTERNAL MODULE: ../contract/lib/tree.js
var tree = __webpack_require__(90157);
;// CONCATENATED MODULE: ../contract/lib/matching-rules.js



const matchersIn = (value) => (0,tree/* items */.ld)(value).map((each) => normalise((0,tree/* tree */.B2)(each)));
/** The rules of one category, as versions 3 and 4 write them. */
function rulesOf(category) {
    const tree_ = (0,tree/* tree */.B2)(category);
    // Headers and status hold their matchers without a path in between; version 3 writes the status so, too.
    const entries = 'matchers' in tree_ ? [['$', tree_]] : Object.entries(tree_);
    return entries.map(([expression, value]) => {
        const rule = (0,tree/* tree */.B2)(value);
        return {
            tokens: expression.startsWith('$') ? (0,rules/* parsePath */.Rr)(expression) : [expression.toLowerCase()],
            combine: rule['combine'] === 'OR' ? 'OR' : 'AND',
            matchers: 'matchers' in rule ? matchersIn(rule['matchers']) : [normalise(rule)],
        };
    });
}
const TEMPORAL = { date: 'date', time: 'time', datetime: 'datetime', timestamp: 'datetime' };
/** Version 2 names a matcher by its parameters (`{"min": 2}`, `{"regex": "…"}`) where later ones say `match`. */
function normalise(matcher) {
    const match = String(matcher['match'] ?? ('regex' in matcher ? 'regex' : 'type'));
    if (Object.hasOwn(TEMPORAL, match)) {
        const kind = TEMPORAL[match];
        return { match: kind, format: String(matcher['format'] ?? matcher[match] ?? temporal/* DEFAULT_FORMATS */.NO[kind]) };
    }
    if (match === 'eachKey' || match === 'eachValue')
        return { match, matchers: matchersIn(matcher['rules']) };
    if (match === 'arrayContains') {
        const variants = (0,tree/* items */.ld)(matcher['variants']).map(tree/* tree */.B2);
        return { match, variants: variants.map(({ index, rules }) => ({ index: Number(index ?? 0), rules: rulesOf(rules) })) };
    }
    return { ...matcher, match };
}
/** Version 2 has one flat list (`$.body.id`, `$.headers.Location`); later versions have one list a category. */
function categories(response) {
    const all = (0,tree/* tree */.B2)(response['matchingRules']);
    const flat = Object.keys(all).some((key) => key.startsWith('$'));
    if (!flat)
        return { body: rulesOf(all['body']), header: rulesOf(all['header'] ?? all['headers']), status: rulesOf(all['status']) };
    const under = (name) => rulesOf(all).flatMap((rule) => rule.tokens[0] === name
        ? [{ ...rule, tokens: rule.tokens.slice(1).map((token) => (name === 'headers' ? token.toLowerCase() : token)) }]
        : []);
    return { body: under('body'), header: under('headers'), status: [] };
}

// EXTERNAL MODULE: ../contract/lib/exact-json.js
var exact_json = __webpack_require__(45825);
;// CONCATENATED MODULE: ../contract/lib/json-text.js

/**
 * The content of a body of version 4, which may be JSON written as a text (`encoded: "JSON"`).
 *
 * A text that is no JSON stays one, so that what is answered instead is told.
 *
 * @param form with its numbers as JavaScript has them, or as they are written.
 */
function contentOf({ content, encoded }, form) {
    if (typeof content !== 'string' || !/^json$/i.test(String(encoded)))
        return content;
    const read = (0,exact_json/* parseExactJson */.lQ)(content);
    if ('problem' in read)
        return content;
    return form === 'exact' ? read.value : JSON.parse(content);
}

;// CONCATENATED MODULE: ../contract/lib/interaction.js





const texts = (value) => Object.fromEntries(Object.entries((0,tree/* tree */.B2)(value)).map(([name, text]) => [name.toLowerCase(), [text].flat().join(', ')]));
function queryOf(query) {
    if (typeof query === 'string')
        return query;
    const pairs = Object.entries((0,tree/* tree */.B2)(query)).flatMap(([name, values]) => [values].flat().map((value) => [name, String(value)]));
    return new URLSearchParams(pairs).toString();
}
/** Version 4 wraps a body in its content and type; earlier versions hold it bare. */
const isWrapped = ({ body }) => (0,tree/* isTree */.xK)(body) && 'content' in body && 'contentType' in body;
function bodyOf(part, form = 'plain') {
    const body = part['body'];
    if (!(0,tree/* isTree */.xK)(body) || !isWrapped(part))
        return body === undefined ? {} : { body };
    const { content, encoded } = body;
    const contentType = String(body['contentType']);
    if (encoded !== 'base64' && encoded !== true)
        return { body: contentOf(body, form), contentType };
    const bytes = Buffer.from(String(content), 'base64');
    return { body: bytes.toString('utf8'), bytes, contentType };
}
/** The provider states of an interaction, as any version writes them. */
function statesOf(interaction) {
    const old = interaction['providerState'] ?? interaction['provider_state'];
    const listed = (0,tree/* items */.ld)(interaction['providerStates']).map(tree/* tree */.B2);
    const named = typeof old === 'string' ? [{ name: old }] : listed;
    return named.map((state) => ({ name: String((0,tree/* tree */.B2)(state)['name']), params: (0,tree/* tree */.B2)((0,tree/* tree */.B2)(state)['params']) }));
}
function requestOf(request, exact) {
    const { body, ...held } = bodyOf(request);
    const { body: exactBody } = bodyOf(exact, 'exact');
    return {
        method: String(request['method'] ?? 'GET').toUpperCase(),
        path: String(request['path'] ?? '/'),
        query: queryOf(request['query']),
        headers: texts(request['headers']),
        generators: (0,generator/* generatorsOf */.IW)(request['generators']),
        ...(body !== undefined && body !== null && { body: typeof body === 'string' ? body : (0,exact_json/* writeExactJson */.DN)(exactBody) }),
        ...held,
    };
}
function responseOf(response, exact) {
    const held = bodyOf(response);
    return {
        status: Number(response['status'] ?? 200),
        headers: texts(response['headers']),
        rules: categories(response),
        ...held,
        ...(held.body !== undefined && { exact: bodyOf(exact, 'exact').body }),
    };
}
/** Reads an interaction over HTTP; `exact` is the same one with its numbers as they are written. */
function interactionOf(raw, exact, index, source) {
    const locateIn = (part) => ([first = '', ...rest]) => {
        const at = ['interactions', index, part];
        const inside = isWrapped((0,tree/* tree */.B2)(raw[part])) ? ['content'] : [];
        return source.locateKey(first === 'body' ? [...at, 'body', ...inside, ...rest] : [...at, first, ...rest]);
    };
    return {
        description: String(raw['description'] ?? `interaction ${index + 1}`),
        states: statesOf(raw),
        pending: raw['pending'] === true,
        request: requestOf((0,tree/* tree */.B2)(raw['request']), (0,tree/* tree */.B2)(exact['request'])),
        response: responseOf((0,tree/* tree */.B2)(raw['response']), (0,tree/* tree */.B2)(exact['response'])),
        location: source.locate(['interactions', index]),
        locate: locateIn('response'),
        locateRequest: locateIn('request'),
    };
}

;// CONCATENATED MODULE: ../contract/lib/message.js




/** Whether an interaction of version 4 is a message. */
function isMessage(raw) {
    return /^(Asynchronous|Synchronous)\/Messages$/.test(String((0,tree/* tree */.B2)(raw)['type']));
}
function message_bodyOf({ raw, exact }, metadata) {
    const [contents, exactContents] = [raw['contents'], exact['contents']];
    const stated = String(metadata['contentType'] ?? metadata['content-type'] ?? 'application/json');
    if (!(0,tree/* isTree */.xK)(contents) || !('content' in contents && 'contentType' in contents))
        return { value: exactContents, type: stated };
    const type = String(contents['contentType']);
    const { encoded, content } = contents;
    if (encoded !== 'base64' && encoded !== true)
        return { value: contentOf((0,tree/* tree */.B2)(exactContents), 'exact'), type };
    const bytes = Buffer.from(String(content), 'base64');
    return { value: bytes.toString('utf8'), bytes, type };
}
/** The part that the consumer reads: of a synchronous message its answer, else the message itself. */
function partOf(place) {
    if (!('response' in place.raw))
        return place;
    return {
        raw: (0,tree/* tree */.B2)((0,tree/* items */.ld)(place.raw['response'])[0]),
        exact: (0,tree/* tree */.B2)((0,tree/* items */.ld)(place.exact['response'])[0]),
        path: [...place.path, 'response', 0],
    };
}
function messageOf(place, index, source) {
    const { raw, path } = place;
    const part = partOf(place);
    const metadata = (0,tree/* tree */.B2)(part.raw['metadata'] ?? part.raw['metaData']);
    const rules = (0,tree/* tree */.B2)(part.raw['matchingRules']);
    const wrapped = (0,tree/* isTree */.xK)(part.raw['contents']) && 'content' in part.raw['contents'] && 'contentType' in part.raw['contents'];
    const request = (0,tree/* tree */.B2)(raw['request']);
    return {
        description: String(raw['description'] ?? `message ${index + 1}`),
        states: statesOf(raw),
        pending: raw['pending'] === true,
        ...('response' in raw && {
            request: { contents: (0,tree/* tree */.B2)(request['contents'])['content'] ?? request['contents'], metadata: (0,tree/* tree */.B2)(request['metadata']) },
        }),
        body: message_bodyOf(part, metadata),
        metadata,
        rules: { body: rulesOf(rules['body']), metadata: rulesOf(rules['metadata']) },
        location: source.locate(path),
        locate: ([first = '', ...rest]) => source.locateKey(first === 'body' ? [...part.path, 'contents', ...(wrapped ? ['content'] : []), ...rest] : [...part.path, first, ...rest]),
    };
}
/** Every message of a pact: those of version 3 in a list of their own, those of version 4 among the interactions. */
function messagesOf(root, exact, source) {
    return ['messages', 'interactions'].flatMap((list) => (0,tree/* items */.ld)(root[list]).flatMap((raw, index) => list === 'messages' || isMessage(raw)
        ? [messageOf({ raw: (0,tree/* tree */.B2)(raw), exact: (0,tree/* tree */.B2)((0,tree/* items */.ld)(exact[list])[index]), path: [list, index] }, index, source)]
        : []));
}

// EXTERNAL MODULE: ../contract/lib/pattern.js
var pattern = __webpack_require__(84539);
;// CONCATENATED MODULE: ../contract/lib/problems.js






function patternProblem(matcher) {
    const { regex } = matcher;
    if (typeof regex !== 'string')
        return 'has no "regex"';
    try {
        (0,pattern/* compilePattern */.E)(regex);
        return undefined;
    }
    catch (error) {
        const reason = String(error).split(': ').at(-1);
        return `has the pattern ${JSON.stringify(regex)}, which is no regular expression: ${reason}`;
    }
}
function formatProblem(matcher, match) {
    const format = matcher['format'] ?? matcher[match];
    if (format === undefined || (typeof format === 'string' && (0,temporal/* isTemporalFormat */.Ax)(format)))
        return undefined;
    return `has the format ${JSON.stringify(format)}, in which a letter means nothing; quote text in it: 'T'`;
}
/** What is wrong with what a known matcher needs beside its name. */
function matcherProblem(matcher, match) {
    const { min, max, status } = matcher;
    if (match === 'regex')
        return patternProblem(matcher);
    if ((match === 'include' || match === 'contentType') && typeof matcher['value'] !== 'string')
        return 'has no "value"';
    if (['date', 'time', 'datetime', 'timestamp'].includes(String(match)))
        return formatProblem(matcher, String(match));
    if ((match === 'eachKey' || match === 'eachValue') && (0,tree/* items */.ld)(matcher['rules']).length === 0)
        return 'has no "rules"';
    if (match === 'arrayContains' && (0,tree/* items */.ld)(matcher['variants']).length === 0)
        return 'has no "variants"';
    if ([min, max].some((limit) => limit !== undefined && typeof limit !== 'number'))
        return 'has a limit that is no number';
    const known = Array.isArray(status) || Object.keys(rules/* STATUS_CLASSES */.YZ).includes(String(status));
    return match === 'statusCode' && !known
        ? `has a "status" that is none of ${Object.keys(rules/* STATUS_CLASSES */.YZ).join(', ')}`
        : undefined;
}
/** The problems of all matching rules below a node, each on the line of its matcher or expression. */
function ruleProblems(node, path, source) {
    if (Array.isArray(node))
        return node.flatMap((each, index) => ruleProblems(each, [...path, index], source));
    if (!(0,tree/* isTree */.xK)(node))
        return [];
    const match = node['match'] ?? ('regex' in node ? 'regex' : undefined);
    if (match !== undefined && !rules/* MATCHERS */.kS.includes(String(match))) {
        const message = `The contract uses the matcher "${String(match)}", which cannot be judged here.`;
        const remedy = `Use one of ${rules/* MATCHERS */.kS.join(', ')}.`;
        return [{ code: 'CONTRACT_MATCHER_UNKNOWN', message, remedy, location: source.locate(path) }];
    }
    const wrong = match === undefined ? undefined : matcherProblem(node, match);
    if (wrong !== undefined) {
        const location = source.locate('regex' in node ? [...path, 'regex'] : path);
        return [{ code: 'CONTRACT_MATCHER_MALFORMED', message: `The matcher "${String(match)}" ${wrong}.`, location }];
    }
    // The example that a matcher carries is data, whatever it looks like.
    const entries = Object.entries(node).filter(([key]) => match === undefined || key !== 'value');
    return entries.flatMap(([key, value]) => [
        ...(key.startsWith('$') && !(0,rules/* isWholePath */.NR)(key)
            ? [
                {
                    code: 'CONTRACT_PATH_UNKNOWN',
                    message: `The expression ${key} cannot be judged here.`,
                    remedy: "Use names, indices and the wildcard: $.items[*].name, $['card token'].",
                    location: source.locateKey([...path, key]),
                },
            ]
            : []),
        ...ruleProblems(value, [...path, key], source),
    ]);
}
function generatorProblems(node, path, source) {
    if (!(0,tree/* isTree */.xK)(node))
        return [];
    const { type } = node;
    if (typeof type === 'string' && !generator/* GENERATORS */.DY.includes(type)) {
        const message = `The contract uses the generator "${type}", which is not known here.`;
        const remedy = `Use one of ${generator/* GENERATORS */.DY.join(', ')}.`;
        return [{ code: 'CONTRACT_GENERATOR_UNKNOWN', message, remedy, location: source.locate(path) }];
    }
    return Object.entries(node).flatMap(([key, value]) => generatorProblems(value, [...path, key], source));
}
/** A body of several parts has a boundary of its own each time, and nothing here reads it yet. */
function bodyProblems(part, path, source) {
    const headers = Object.entries((0,tree/* tree */.B2)(part['headers'])).filter(([name]) => name.toLowerCase() === 'content-type');
    const type = [(0,tree/* tree */.B2)(part['body'])['contentType'], ...headers.map(([, value]) => [value].flat()[0])].find((each) => typeof each === 'string');
    if (!/^multipart\//i.test(String(type)) || part['body'] === undefined)
        return [];
    const message = `A body of the type ${String(type)} cannot be judged here.`;
    const remedy = 'Leave its body out of the contract, and state status and headers.';
    return [{ code: 'CONTRACT_BODY_UNKNOWN', message, remedy, location: source.locate([...path, 'body']) }];
}
function messageProblems(raw, path, source) {
    const { response, contents, matchingRules } = (0,tree/* tree */.B2)(raw);
    const part = isMessage(raw) && response !== undefined ? (0,tree/* tree */.B2)((0,tree/* items */.ld)(response)[0]) : (0,tree/* tree */.B2)(raw);
    const missing = (0,tree/* isTree */.xK)(raw) && part['contents'] === undefined && contents === undefined;
    return [
        ...(missing ? [{ code: 'CONTRACT_MALFORMED', message: 'A message needs its contents.', location: source.locate(path) }] : []),
        ...ruleProblems(matchingRules ?? part['matchingRules'], [...path, 'matchingRules'], source),
    ];
}
function interactionProblems(raw, path, source) {
    const { type, request, response, providerStates } = (0,tree/* tree */.B2)(raw);
    const at = (code, message) => [{ code, message, location: source.locate(path) }];
    if (isMessage(raw))
        return messageProblems(raw, path, source);
    if (type !== undefined && type !== 'Synchronous/HTTP')
        return at('CONTRACT_INTERACTION_UNKNOWN', `Interactions of the type ${String(type)} cannot be verified here.`);
    if (!(0,tree/* isTree */.xK)(request) || !(0,tree/* isTree */.xK)(response))
        return at('CONTRACT_MALFORMED', 'An interaction needs a request and a response.');
    const nameless = (0,tree/* items */.ld)(providerStates).some((state) => typeof (0,tree/* tree */.B2)(state)['name'] !== 'string');
    return [
        ...(nameless ? at('CONTRACT_MALFORMED', 'A provider state of this interaction has no name.') : []),
        ...ruleProblems(response['matchingRules'], [...path, 'response', 'matchingRules'], source),
        ...generatorProblems(request['generators'], [...path, 'request', 'generators'], source),
        ...bodyProblems(response, [...path, 'response'], source),
    ];
}
/** Everything about a pact that keeps it from being verified, each on its line. */
function contractProblems(source) {
    const root = (0,tree/* tree */.B2)(source.value);
    const interactions = (0,tree/* items */.ld)(root['interactions']);
    const messages = (0,tree/* items */.ld)(root['messages']);
    const problem = (code, message, path) => ({ code, message, location: source.locate(path) });
    const nameless = ['consumer', 'provider'].filter((side) => typeof (0,tree/* tree */.B2)(root[side])['name'] !== 'string');
    return [
        ...nameless.map((side) => problem('CONTRACT_MALFORMED', `This is not a pact: it names no ${side}.`, [side])),
        ...(interactions.length === 0 && messages.length === 0
            ? [problem('CONTRACT_EMPTY', 'The contract holds no interaction, so it proves nothing.', ['interactions'])]
            : []),
        ...interactions.flatMap((raw, index) => interactionProblems(raw, ['interactions', index], source)),
        ...messages.flatMap((raw, index) => messageProblems(raw, ['messages', index], source)),
    ];
}

// EXTERNAL MODULE: ../contract/lib/one-line.js
var one_line = __webpack_require__(38168);
;// CONCATENATED MODULE: ../contract/lib/pact.js








function notJson(problems, cause) {
    const remedy = 'Have the consumer write it anew; it may have been cut off.';
    return new failure/* Failure */.H([problems].flat().map((problem) => ({ ...problem, code: 'CONTRACT_SYNTAX', remedy })), { cause });
}
/** A pact is JSON; the YAML reader is asked for its knowledge of lines, and reads what no other tool would. */
function parseContract(file, text) {
    let source;
    try {
        source = (0,lib_source/* parseSource */.P)(file, text);
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H))
            throw error;
        const problems = error.problems.map((problem) => ({ ...problem, message: problem.message.replace('YAML', 'JSON') }));
        throw notJson(problems, error);
    }
    try {
        JSON.parse(text);
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const [, line, column] = /line (\d+) column (\d+)/.exec(reason) ?? [];
        const location = { file, ...(line !== undefined && { line: Number(line), column: Number(column) }) };
        throw notJson({ code: '', message: `This is not valid JSON: ${reason}.`, location }, error);
    }
    return source;
}
/**
 * Parses a pact of version 2, 3 or 4.
 *
 * @throws Failure with every problem on its line: what is not a pact, holds nothing, or could not be judged. None of
 * these is ever taken for an empty contract that passes.
 */
function parsePact(file, text) {
    const source = parseContract(file, text);
    (0,failure/* failWhen */.x)(contractProblems(source));
    const root = (0,tree/* tree */.B2)(source.value);
    const read = (0,exact_json/* parseExactJson */.lQ)(text);
    const exact = 'value' in read ? (0,tree/* tree */.B2)(read.value) : {};
    const interactions = (0,tree/* items */.ld)(root['interactions']).flatMap((raw, index) => isMessage(raw) ? [] : [interactionOf((0,tree/* tree */.B2)(raw), (0,tree/* tree */.B2)((0,tree/* items */.ld)(exact['interactions'])[index]), index, source)]);
    const name = (side) => (0,one_line/* oneLine */.T)(String((0,tree/* tree */.B2)(root[side])['name']));
    return {
        file,
        consumer: name('consumer'),
        provider: name('provider'),
        interactions,
        messages: messagesOf(root, exact, source),
    };
}


/***/ }),

/***/ 84539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ compilePattern)
/* harmony export */ });
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13980);
/* harmony import */ var safe_regex2__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48640);


/** `(?i)` and the like as flags of JavaScript, which knows them only there. */
function withBacktracking(pattern) {
    const [prefix = '', flags = ''] = /^\(\?([ims]+)\)/.exec(pattern) ?? [];
    const source = pattern
        .slice(prefix.length)
        .replace(/\\A/g, '(?<![\\s\\S])')
        .replace(/\\[zZ]/g, '(?![\\s\\S])');
    // Alone first: an open bracket would swallow the anchors. They are not ^ and $, which the flag m lets fit one line.
    const alone = new RegExp(source, flags);
    if (!safe_regex2__WEBPACK_IMPORTED_MODULE_0__(alone))
        throw new SyntaxError('it may take forever on some texts: it repeats a repetition');
    return new RegExp(`(?<![\\s\\S])(?:${source})(?![\\s\\S])`, flags);
}
const compiled = new Map();
/**
 * Compiles a contract's pattern as Pact's own engine reads it: it must fit the whole text, `(?i)` may stand first, and
 * `\A`, `\z` and `[[:alpha:]]` mean what they mean there.
 *
 * A consumer chose the pattern and a provider the text, and a backtracking engine may take years for thirty letters; so
 * patterns run in time linear to the text. Look-around and back references cannot: they go to JavaScript's own engine,
 * unless a repetition within a repetition would let that run away.
 *
 * @throws SyntaxError when it is no pattern, or one that cannot be bounded.
 */
function compilePattern(pattern) {
    const known = compiled.get(pattern);
    if (known !== undefined)
        return known;
    const made = compile(pattern);
    compiled.set(pattern, made);
    return made;
}
function compile(pattern) {
    try {
        const linear = re2js__WEBPACK_IMPORTED_MODULE_1__/* .RE2JS */ .L3.compile(pattern);
        return { test: (text) => linear.matches(text) };
    }
    catch (error) {
        const lookaround = /\(\?(?:<?[=!]|>)|\\[1-9]|\\k</.test(pattern);
        if (!lookaround)
            throw new SyntaxError(error instanceof Error ? error.message : String(error), { cause: error });
        return withBacktracking(pattern);
    }
}


/***/ }),

/***/ 90157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ tree),
/* harmony export */   ld: () => (/* binding */ items),
/* harmony export */   xK: () => (/* binding */ isTree)
/* harmony export */ });
/** Whether a value is a JSON object. */
const isTree = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The value as an object; one without keys when it is none. */
const tree = (value) => (isTree(value) ? value : {});
/** The value as an array; an empty one when it is none. */
const items = (value) => (Array.isArray(value) ? value : []);


/***/ })

};
