export const id = 3977;
export const ids = [3977];
export const modules = {

/***/ 4425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V1: () => (/* binding */ bodyFindings),
/* harmony export */   eT: () => (/* binding */ mediaFor),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var _slipway_openapi__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79641);
/* harmony import */ var _slipway_openapi__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22590);
/* harmony import */ var _slipway_openapi__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9242);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76238);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17125);



const isJson = (type) => /[/+]json(;|$)/.test(type) || type === '*/*';
/** The media type of a description that a type falls under. */
function mediaFor(media, type) {
    return (media.find((each) => each.type === type) ??
        media.find((each) => (0,_slipway_openapi__WEBPACK_IMPORTED_MODULE_0__/* .accepts */ .G3)(each.type, type)) ??
        media.find((each) => (0,_slipway_openapi__WEBPACK_IMPORTED_MODULE_0__/* .accepts */ .G3)(type, each.type)));
}
/** The value of a JSON body; undefined when it is none. */
function parseJson(text) {
    try {
        return { value: JSON.parse(text) };
    }
    catch {
        return undefined;
    }
}
/** What is wrong with the body of a contract's request. */
function bodyFindings({ request }, { operation }, inclusion) {
    const spot = { operation: (0,_slipway_openapi__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .V)(operation), side: 'request', part: 'body', path: [] };
    const { body } = operation;
    if (request.body === undefined) {
        if (body?.required !== true)
            return [];
        return [{ rule: 'contract-body-missing', spot, words: 'is required, and is not sent', place: [], at: body.at }];
    }
    if (body === undefined) {
        const words = 'is sent, and the provider takes none';
        return [{ rule: 'contract-body-unknown', severity: 'warning', spot, words, place: ['body'], at: operation.at }];
    }
    const parsed = parseJson(request.body);
    const written = request.headers['content-type'] ?? request.contentType;
    const type = (0,_slipway_openapi__WEBPACK_IMPORTED_MODULE_2__/* .normaliseType */ .Ln)(written ?? (parsed === undefined ? 'text/plain' : 'application/json'));
    const media = mediaFor(body.media, type);
    if (media === undefined && body.media.length > 0) {
        const words = `is ${type}, and the provider takes ${body.media.map((each) => each.type).join(' or ')}`;
        return [
            {
                rule: 'contract-media-type-refused',
                spot,
                words,
                place: written === undefined ? ['body'] : ['headers', 'content-type'],
                at: body.at,
            },
        ];
    }
    if (media?.schema === undefined || !isJson(type))
        return [];
    if (parsed === undefined)
        return [{ rule: 'contract-body-refused', spot, words: 'must be JSON', place: ['body'], at: media.at }];
    const reasons = inclusion.reasons([(0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .schemaNode */ .K7)((0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .exampleSchema */ .YM)(parsed.value))], [media.schema]);
    return (0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .found */ .F)(reasons, { ...spot, media: type }, 'contract-body-refused', _wording_js__WEBPACK_IMPORTED_MODULE_4__/* .bodyPlace */ .S);
}


/***/ }),

/***/ 48870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readings),
/* harmony export */   s: () => (/* binding */ parameterFindings)
/* harmony export */ });
/* harmony import */ var _slipway_openapi__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22590);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76238);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17125);



const SEPARATORS = { spaceDelimited: /[ ]/, pipeDelimited: /\|/, tabDelimited: /\t/ };
/** What a text may stand for: parameters are written as text, whatever type they have. */
function readings(text) {
    const number = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? [Number(text)] : [];
    const word = text === 'true' ? [true] : text === 'false' ? [false] : [];
    return [...number, ...word, text];
}
/** The values that a parameter's texts may stand for: as a list, and alone as what they look like. */
function candidates(texts, { style }) {
    const [first = ''] = texts;
    const parts = texts.length > 1 ? texts : first.split(SEPARATORS[style] ?? /,/);
    const numbers = parts.map((part) => readings(part)[0]);
    return [...(texts.length === 1 ? readings(first) : []), numbers, [...parts]];
}
function valueFindings(parameter, texts, spot, place, request) {
    // A parameter that is an object, or a document of its own, is written in more ways than are told apart here.
    if (parameter.schema === undefined || parameter.style === 'deepObject')
        return [];
    const schema = [parameter.schema];
    const tried = [];
    for (const value of candidates(texts, parameter)) {
        const reasons = request.reasons([(0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .schemaNode */ .K7)((0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .exampleSchema */ .YM)(value))], schema);
        if (reasons.length === 0)
            return [];
        tried.push(reasons);
    }
    return (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .found */ .F)(tried[0] ?? [], spot, 'contract-parameter-refused', () => place).slice(0, 1);
}
/** What is wrong with the parameters of a contract's request. */
function parameterFindings({ request }, { operation, parameters }, inclusion) {
    const query = new Map();
    for (const [name, value] of new URLSearchParams(request.query))
        query.set(name, [...(query.get(name) ?? []), value]);
    const name = (0,_slipway_openapi__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .V)(operation);
    const sent = (parameter) => {
        if (parameter.in === 'path')
            return [parameters.get(parameter.name) ?? ''];
        if (parameter.in === 'query')
            return query.get(parameter.name) ?? query.get(`${parameter.name}[]`);
        const header = request.headers[parameter.name];
        return parameter.in === 'header' && header !== undefined ? [header] : undefined;
    };
    const known = operation.parameters.flatMap((parameter) => {
        const spot = { operation: name, side: 'request', part: `${parameter.in} ${parameter.name}`, path: [] };
        const place = parameter.in === 'path' ? ['path'] : parameter.in === 'query' ? ['query', parameter.name] : ['headers', parameter.name];
        const texts = sent(parameter);
        // Credentials are no one's business here, and must not be shown.
        if (IMPLIED.has(parameter.name) || parameter.in === 'cookie')
            return [];
        if (texts !== undefined)
            return valueFindings(parameter, texts, spot, place, inclusion);
        if (!parameter.required)
            return [];
        return [
            {
                rule: 'contract-parameter-missing',
                spot,
                words: 'is required, and is not sent',
                place: place.slice(0, 1),
                at: parameter.at,
            },
        ];
    });
    return [...known, ...unknownQuery(operation, query)];
}
/** Headers that a description must not list as parameters; where one does, a client writes them by itself. */
const IMPLIED = new Set(['accept', 'content-type', 'authorization']);
function unknownQuery(operation, query) {
    // An object or a whole query string may be spread over names that the description does not list.
    const spread = operation.parameters.some(({ in: place, style }) => place === 'querystring' || (place === 'query' && style === 'deepObject'));
    const names = operation.parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name);
    const keys = [...operation.security].flatMap(({ schemes }) => [...schemes.keys()]);
    if (spread || keys.length > 0)
        return [];
    return [...query.keys()].flatMap((key) => names.includes(key) || names.includes(key.replace(/\[\]$/, ''))
        ? []
        : [
            {
                rule: 'contract-parameter-unknown',
                spot: { operation: (0,_slipway_openapi__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .V)(operation), side: 'request', part: `query ${key}`, path: [] },
                words: 'is sent, and the provider does not know it',
                place: ['query', key],
                at: operation.at,
            },
        ]);
}


/***/ }),

/***/ 73543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ patternNames),
  I: () => (/* binding */ patternOf)
});

// EXTERNAL MODULE: ../contract/lib/temporal.js
var temporal = __webpack_require__(81987);
;// CONCATENATED MODULE: ../compatibility/lib/literal.js
/** A pattern that fits just this text. */
const literal = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

;// CONCATENATED MODULE: ../compatibility/lib/reader-pattern.js


/** Semantic versions by the grammar of https://semver.org, without a v in front. */
const NUMBER = '(?:0|[1-9]\\d*)';
const IDENTIFIER = '(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)';
const SEMVER = `^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-${IDENTIFIER}(?:\\.${IDENTIFIER})*)?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$`;
/**
 * The pattern that texts of a matcher fit; undefined for one that is about more than how a text is written.
 *
 * Of a type that bytes show no pattern can tell. Its pattern looks ahead, which is not judged: so what is asked is told, and
 * nothing is said of it.
 */
function patternOf(matcher) {
    switch (matcher.match) {
        case 'regex':
            return `^(?:${matcher.regex})$`;
        case 'include':
            return literal(matcher.value);
        case 'semver':
            return SEMVER;
        case 'date':
        case 'time':
        case 'datetime':
            return (0,temporal/* temporalPattern */.tn)(matcher.format);
        case 'contentType':
            return `(?=${literal(matcher.value)})`;
        default:
            return undefined;
    }
}
const TEMPORAL = { date: 'a date', time: 'a time', datetime: 'a date and time' };
function wordsFor(matcher) {
    switch (matcher.match) {
        case 'semver':
            return 'a semantic version';
        case 'date':
        case 'time':
        case 'datetime':
            return `${TEMPORAL[matcher.match]} written as ${matcher.format}`;
        case 'include':
            return `a text with ${JSON.stringify(matcher.value)} in it`;
        case 'contentType':
            return `content of the type ${matcher.value}`;
        default:
            return undefined;
    }
}
function inner(matcher) {
    if (matcher.match === 'eachKey' || matcher.match === 'eachValue')
        return matcher.matchers.flatMap(inner);
    if (matcher.match === 'arrayContains')
        return matcher.variants.flatMap(({ rules }) => matchersOf(rules));
    return [matcher];
}
const matchersOf = (rules) => rules.flatMap(({ matchers }) => matchers.flatMap(inner));
/** What people call the patterns that some rules come to, by the words that a comparison has for them: `like …`. */
function patternNames(rules) {
    const named = matchersOf(rules).flatMap((matcher) => {
        const [pattern, words] = [patternOf(matcher), wordsFor(matcher)];
        return pattern === undefined || words === undefined ? [] : [[`like ${pattern}`, words]];
    });
    return new Map(named);
}


/***/ }),

/***/ 76238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K7: () => (/* binding */ schemaNode),
/* harmony export */   YM: () => (/* binding */ exampleSchema),
/* harmony export */   lS: () => (/* binding */ readerSchema)
/* harmony export */ });
/* harmony import */ var _slipway_contract__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32218);
/* harmony import */ var _reader_pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73543);


const DOCUMENTS = { version: '3.1', files: new Map() };
/** A schema of our own making, in the terms of JSON Schema as OpenAPI 3.1 has it. It stands in no file. */
function schemaNode(value) {
    return { documents: DOCUMENTS, file: '', value };
}
const made = new Map();
/** JSON has no word for a number that is too large for it, and would write null. */
const keyOf = (schema) => JSON.stringify(schema, (_, each) => (each === Infinity || each === -Infinity ? { number: String(each) } : each));
/** Schemas that say the same are one and the same, so that what is found of a pair is known of all pairs like it. */
function unique(schema) {
    const key = keyOf(schema);
    const known = made.get(key) ?? schema;
    made.set(key, known);
    return known;
}
function typeName(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'array' : typeof value;
}
/** The same text for equal values, whatever the order of their properties. */
const canonical = (value) => JSON.stringify(value, (_, each) => typeof each === 'object' && each !== null && !Array.isArray(each)
    ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
    : each);
function example(value) {
    if (Array.isArray(value)) {
        const uniqueItems = new Set(value.map(canonical)).size === value.length;
        const size = { minItems: value.length, maxItems: value.length };
        return { type: 'array', ...size, uniqueItems, prefixItems: value.map(example), items: false };
    }
    if (typeof value !== 'object' || value === null)
        return unique({ const: value });
    const properties = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, example(each)]));
    const required = Object.keys(value);
    const size = { minProperties: required.length, maxProperties: required.length };
    return { type: 'object', ...size, properties, required, additionalProperties: false };
}
/** The schema that only this value meets, objects with just these properties; the same one for the same value. */
const exampleSchema = (value) => unique(example(value));
/** Which of its values a provider answers depends on its state, so each must only be there, and its parts be as they are read. */
function partsSchema(expected, rules, path) {
    if (Array.isArray(expected)) {
        const prefixItems = expected.map((each, index) => read(each, rules, [...path, String(index)]));
        return { type: 'array', prefixItems };
    }
    if (typeof expected !== 'object' || expected === null)
        return {};
    const properties = Object.entries(expected).map(([key, each]) => [key, read(each, rules, [...path, key])]);
    return { type: 'object', properties: Object.fromEntries(properties), required: Object.keys(expected) };
}
/** What is below a value whose type is judged: items beyond the example are read as its first one. */
function typedParts(expected, rules, path) {
    const parts = partsSchema(expected, rules, path);
    if (!Array.isArray(expected))
        return parts;
    const items = expected.map((each, index) => read(each, rules, [...path, String(index)]));
    const [first] = items;
    if (first === undefined)
        return { type: 'array' };
    const alike = items.every((each) => canonical(each) === canonical(first));
    return { type: 'array', items: first, ...(!alike && { prefixItems: items }) };
}
/** Any key will do; what stands under it is read as the example's value under that key, or as its first one. */
function valuesSchema(expected, rules, path) {
    if (Array.isArray(expected))
        return typedParts(expected, rules, path);
    if (typeof expected !== 'object' || expected === null)
        return { type: 'object' };
    const readings = Object.entries(expected).map(([key, each]) => [key, read(each, rules, [...path, key])]);
    const [first] = readings;
    if (first === undefined)
        return { type: 'object' };
    const alike = readings.every(([, each]) => canonical(each) === canonical(first[1]));
    return { type: 'object', additionalProperties: first[1], ...(!alike && { properties: Object.fromEntries(readings) }) };
}
/** What a value that fits a pattern may be, beside text: the pattern is about how it is written. */
function patternSchema(matcher, expected) {
    const pattern = (0,_reader_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .patternOf */ .I)(matcher) ?? '';
    if (typeof expected === 'string')
        return { type: 'string', pattern };
    // No schema can tell how a number is written, so that is asked as what no one can tell.
    return { type: typeName(expected), not: { description: `written ${matcher.match}`, pattern } };
}
function notEmptySchema(expected, parts) {
    if (Array.isArray(expected))
        return { ...parts, minItems: 1 };
    if (typeof expected === 'object' && expected !== null)
        return { ...parts, ...('required' in parts ? {} : { minProperties: 1 }) };
    const any = ['string', 'number', 'boolean', 'object', 'array'];
    return { type: any, minLength: 1, minItems: 1, minProperties: 1 };
}
/** What one matcher accepts of a value and everything below it. */
function matcherSchema(matcher, expected, rules, path) {
    switch (matcher.match) {
        case 'type': {
            const { min, max } = matcher;
            const size = { ...(min !== undefined && { minItems: min }), ...(max !== undefined && { maxItems: max }) };
            return { ...typedParts(expected, rules, path), type: typeName(expected), ...(Array.isArray(expected) && size) };
        }
        case 'notEmpty':
            return notEmptySchema(expected, typedParts(expected, rules, path));
        case 'integer':
            return { type: 'integer' };
        case 'decimal':
            return { type: 'number', not: { type: 'integer' } };
        case 'number':
            return { type: 'number' };
        case 'boolean':
            return { anyOf: [{ type: 'boolean' }, { enum: ['true', 'false'] }] };
        case 'null':
            return { type: 'null' };
        case 'values':
            return valuesSchema(expected, rules, path);
        case 'eachValue': {
            const below = { tokens: [...path, '*'], combine: 'AND', matchers: matcher.matchers };
            return valuesSchema(expected, [...rules, below], path);
        }
        case 'eachKey': {
            const [example = ''] = Object.keys(typeof expected === 'object' && expected !== null ? expected : {});
            const names = matcher.matchers.map((each) => matcherSchema(each, example, [], []));
            return { type: 'object', propertyNames: { allOf: names } };
        }
        case 'arrayContains': {
            const examples = Array.isArray(expected) ? expected : [];
            const variants = matcher.variants.map(({ index, rules: own }) => ({ contains: read(examples[index], own, []) }));
            return { type: 'array', allOf: variants };
        }
        case 'regex':
        case 'include':
        case 'semver':
        case 'contentType':
        case 'datetime':
        case 'time':
            return patternSchema(matcher, expected);
        case 'date':
            // The one format that descriptions name, too, and mean the same by.
            return matcher.format === 'yyyy-MM-dd' ? { type: 'string', format: 'date' } : patternSchema(matcher, expected);
        case 'equality':
        case 'statusCode':
            return partsSchema(expected, rules, path);
    }
}
const leaf = (expected, schema) => (typeof expected === 'object' ? schema : unique(schema));
function read(expected, rules, path) {
    const rule = (0,_slipway_contract__WEBPACK_IMPORTED_MODULE_1__/* .ruleAt */ .mH)(rules, path);
    if (rule === undefined)
        return partsSchema(expected, rules, path);
    const own = rule.matchers.map((matcher) => leaf(expected, matcherSchema(matcher, expected, rules, path)));
    const [only] = own;
    if (only !== undefined && own.length === 1)
        return only;
    return rule.combine === 'OR' ? { anyOf: own } : { allOf: own };
}
/**
 * What a consumer accepts of an answer, by its example and matching rules.
 *
 * Where no rule is about a value, or its rule is equality, the contract wants the example's own. Which of its values a provider
 * answers depends on its state, so here it must only be there; whether the example can be answered at all is asked apart. What
 * reads the same gives the same schema.
 */
const readerSchema = (expected, rules, path = []) => unique(read(expected, rules, path));


/***/ }),

/***/ 41480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ routeOf)
/* harmony export */ });
const decode = (text) => {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
};
/**
 * The texts that stand for the names of a segment such as `{id}.{format}`; undefined when it does not fit.
 *
 * What stands between two names is looked for from the left: a pattern with a wild part for each name could be kept busy for
 * ever by a path that its author chooses.
 */
function captures(fixed, text) {
    const [first = '', ...rest] = fixed;
    const last = rest.pop();
    if (last === undefined)
        return text === first ? [] : undefined;
    if (!text.startsWith(first) || !text.endsWith(last))
        return undefined;
    const found = [];
    let from = first.length;
    for (const part of rest) {
        const to = text.indexOf(part, from + 1);
        if (to < 0)
            return undefined;
        found.push(text.slice(from, to));
        from = to + part.length;
    }
    const end = text.length - last.length;
    return end > from ? [...found, text.slice(from, end)] : undefined;
}
function match(template, path) {
    const [wanted, given] = [template, path].map((each) => each.replace(/(?<=.)\/$/, '').split('/'));
    if (wanted.length !== given.length)
        return undefined;
    const parameters = new Map();
    for (const [index, segment] of wanted.entries()) {
        const found = captures(segment.split(/\{[^}]+\}/), given[index] ?? '');
        if (found === undefined)
            return undefined;
        const names = [...segment.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
        for (const [place, name] of names.entries())
            parameters.set(name, decode(found[place] ?? ''));
    }
    return parameters;
}
/** How many letters of a template are its own: the more, the more exactly it names a path. */
const ownLetters = ({ path }) => path.replace(/\{[^}]+\}/g, '').length;
/**
 * The operation that a request goes to; undefined when the description has none.
 *
 * Contracts name paths with the server's base path or without it, so both are tried.
 */
function routeOf({ operations }, method, path) {
    const candidates = operations
        .filter((operation) => operation.method === method)
        .flatMap((operation) => {
        const found = [...operation.basePaths, '']
            .map((base) => match(`${base}${operation.path}`, path))
            .find((each) => each !== undefined);
        return found === undefined ? [] : [{ operation, parameters: found }];
    });
    return candidates.sort((a, b) => ownLetters(b.operation) - ownLetters(a.operation))[0];
}


/***/ }),

/***/ 17125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ found),
/* harmony export */   S: () => (/* binding */ bodyPlace)
/* harmony export */ });
/* harmony import */ var _slipway_openapi__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34626);

const REQUEST = {
    'property-missing': 'is required, and is not sent',
    'property-forbidden': 'is sent, and must not be',
    'property-ignored': 'is sent, and the provider does not know it',
};
const RESPONSE = {
    'property-missing': 'is read, and the provider does not answer it',
    'property-optional': 'is read, and the provider may leave it out',
};
/** What consumers ask for in terms that are only compared as they are written, and descriptions do not write. */
const ASKED = {
    'as "contains" says': 'items like those of the example',
    'as "propertyNames" says': 'keys as its rule says',
    'as "not" says': 'numbers as its rule says',
};
function words(side, { reason: { kind, given, wanted } }) {
    const own = (side === 'request' ? REQUEST : RESPONSE)[kind];
    if (own !== undefined)
        return own;
    const asked = kind === 'keyword' && side === 'response' ? ASKED[wanted] : undefined;
    if (asked !== undefined)
        return `is read with ${asked}, of which the description says nothing`;
    return side === 'request' ? `must be ${wanted}, and is ${given}` : `may be ${given}, and the consumer needs ${wanted}`;
}
/** Formats whose texts are never those of another one of them. */
const APART = new Set(['date', 'date-time', 'time', 'duration', 'uuid', 'email', 'ipv4', 'ipv6', 'uri']);
/** How many there are depends on the provider's state; what cannot be is told by the example, which must be possible. */
const SIZES = new Set([
    'min-items',
    'max-items',
    'min-properties',
    'max-properties',
    'min-length',
    'max-length',
]);
/**
 * Whether a reason tells only that the description does not say enough, which a running provider can settle.
 *
 * A listed value that does not fit is a break: then what is given is that value, in quotation marks.
 */
function isUnproven({ kind, given }) {
    if (kind === 'unproven' || kind === 'keyword')
        return true;
    if (given.startsWith('"'))
        return false;
    return kind === 'pattern' || SIZES.has(kind) || (kind === 'format' && !APART.has(given.replace('of the format ', '')));
}
/** What the comparison of two schemas found, as findings at their places in the contract. */
function found(all, spot, rule, place) {
    return all.map((each) => {
        const { path, reason } = each;
        const told = spot.side === 'response' && isUnproven(reason);
        const provider = spot.side === 'request' ? reason.sup : reason.sub;
        return {
            rule: told || reason.kind === 'unproven' ? `${rule}-unproven` : rule,
            severity: told || !(0,_slipway_openapi__WEBPACK_IMPORTED_MODULE_0__/* .isWrong */ .c)(reason) ? 'warning' : 'error',
            spot: { ...spot, path },
            words: words(spot.side, each),
            place: place(path),
            at: provider,
        };
    });
}
/** The steps of a contract's body for a path of a schema: an example stands for every item by its first. */
function bodyPlace(path) {
    return ['body', ...path.map((step) => (step === '[]' ? '0' : step.replace(/^\[(\d+)\]$/, '$1')))];
}


/***/ }),

/***/ 17747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ decodeText)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);

/**
 * The text of a file's bytes, which must be UTF-8; a byte order mark is dropped.
 *
 * @throws Failure TEXT_ENCODING for another encoding: read as UTF-8 it would be another text.
 */
function decodeText(file, bytes) {
    const [a, b, c] = bytes;
    const utf16 = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (bytes.length > 2 && (b === 0 || (a === 0 && c === 0)));
    const remedy = 'Save it as UTF-8.';
    if (utf16)
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ code: 'TEXT_ENCODING', message: 'The file is UTF-16 or UTF-32.', remedy, location: { file } });
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ code: 'TEXT_ENCODING', message: 'The file is not UTF-8.', remedy, location: { file } }, { cause });
    }
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

/***/ 38168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ oneLine)
/* harmony export */ });
/** A text of somebody else's on one line: a break in it could begin a line that means something where it is shown. */
const oneLine = (text) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');


/***/ }),

/***/ 32218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NR: () => (/* binding */ isWholePath),
/* harmony export */   Rr: () => (/* binding */ parsePath),
/* harmony export */   YZ: () => (/* binding */ STATUS_CLASSES),
/* harmony export */   kS: () => (/* binding */ MATCHERS),
/* harmony export */   mH: () => (/* binding */ ruleAt)
/* harmony export */ });
/** Names that `Matcher` knows; a contract that uses another cannot be judged, and says so. */
const MATCHERS = [
    'type',
    'regex',
    'include',
    'statusCode',
    'equality',
    'integer',
    'decimal',
    'number',
    'boolean',
    'null',
    'notEmpty',
    'semver',
    'date',
    'time',
    'datetime',
    'timestamp',
    'contentType',
    'values',
    'arrayContains',
    'eachKey',
    'eachValue',
];
/** The answers' statuses that a name of the `statusCode` matcher stands for. */
const STATUS_CLASSES = {
    info: [100, 199],
    success: [200, 299],
    redirect: [300, 399],
    clientError: [400, 499],
    serverError: [500, 599],
    nonError: [100, 399],
    error: [400, 599],
};
const STEP = /\.([^.[\]]+)|\[(\d+|\*)\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]/g;
/** Whether `parsePath` understands all of an expression: a filter that is left out would judge something else. */
function isWholePath(expression) {
    return expression.replace(/^\$/, '').replaceAll(STEP, '') === '';
}
/**
 * Splits a path expression (`$.items[*].name`, `$['card token']`) into steps, without the root.
 *
 * The grammar is Pact's own subset of JSONPath: names, indices and the wildcard.
 */
function parsePath(expression) {
    return [...expression.replace(/^\$/, '').matchAll(STEP)].map(([, name, index, single, double]) => name ?? index ?? single ?? double ?? '');
}
/** How well an expression names a path: 2 for a step by name, 1 for a wildcard, multiplied; 0 when it does not. */
function weight(tokens, path) {
    if (tokens.length > path.length)
        return 0;
    return tokens.reduce((product, token, index) => product * (token === path[index] ? 2 : token === '*' ? 1 : 0), 1);
}
const CASCADES = new Set(['type', 'equality', 'notEmpty']);
/**
 * The rule that holds at a path: the one of greatest weight, the longer expression on a tie.
 *
 * A rule on a parent holds for its children too when it is about type, filling or equality; a minimum or maximum stays
 * behind.
 */
function ruleAt(rules, path) {
    const candidates = rules
        .map((rule) => ({ rule, score: weight(rule.tokens, path), exact: rule.tokens.length === path.length }))
        .filter(({ score, exact, rule }) => score > 0 && (exact || rule.matchers.every(({ match }) => CASCADES.has(match))))
        .sort((a, b) => b.score - a.score || b.rule.tokens.length - a.rule.tokens.length);
    const [best] = candidates;
    if (best === undefined || best.exact)
        return best?.rule;
    return {
        ...best.rule,
        matchers: best.rule.matchers.map((matcher) => (matcher.match === 'type' ? { match: 'type' } : matcher)),
    };
}


/***/ }),

/***/ 81987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ isTemporalFormat),
/* harmony export */   NO: () => (/* binding */ DEFAULT_FORMATS),
/* harmony export */   To: () => (/* binding */ fitsTemporal),
/* harmony export */   tn: () => (/* binding */ temporalPattern)
/* harmony export */ });
/**
 * Dates and times by the formats of contracts, which are those of Java's DateTimeFormatter.
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/time/format/DateTimeFormatter.html
 */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONG_MONTHS = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
];
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const LONG_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** What a format without a format stands for. */
const DEFAULT_FORMATS = { date: 'yyyy-MM-dd', time: 'HH:mm:ss', datetime: "yyyy-MM-dd'T'HH:mm:ssXXX" };
const within = (from, to) => (text) => Number(text) >= from && Number(text) <= to;
const number = (from, to) => ({ pattern: '\\d{1,2}', fits: within(from, to) });
const names = (list) => ({ pattern: list.join('|') });
const ZONE_OFFSETS = {
    X: 'Z|[+-]\\d{2}(?:\\d{2})?',
    XX: 'Z|[+-]\\d{4}',
    XXX: 'Z|[+-]\\d{2}:\\d{2}',
    x: '[+-]\\d{2}(?:\\d{2})?',
    xx: '[+-]\\d{4}',
    xxx: '[+-]\\d{2}:\\d{2}',
    Z: '[+-]\\d{4}',
    ZZ: '[+-]\\d{4}',
    ZZZ: '[+-]\\d{4}',
    ZZZZ: 'GMT(?:[+-]\\d{2}:\\d{2})?',
    ZZZZZ: 'Z|[+-]\\d{2}:\\d{2}',
};
const FIELDS = {
    y: (count) => ({ pattern: count === 2 ? '\\d{2}' : '\\d{1,9}' }),
    u: (count) => ({ pattern: count === 2 ? '\\d{2}' : '\\d{1,9}' }),
    M: (count) => (count >= 4 ? names(LONG_MONTHS) : count === 3 ? names(MONTHS) : number(1, 12)),
    L: (count) => FIELDS['M']?.(count),
    d: () => number(1, 31),
    D: () => ({ pattern: '\\d{1,3}', fits: within(1, 366) }),
    E: (count) => names(count >= 4 ? LONG_DAYS : DAYS),
    e: () => ({ pattern: '[1-7]' }),
    w: () => number(1, 53),
    a: () => ({ pattern: 'AM|PM' }),
    H: () => number(0, 23),
    k: () => number(1, 24),
    K: () => number(0, 11),
    h: () => number(1, 12),
    m: () => number(0, 59),
    // A leap second is a second.
    s: () => number(0, 60),
    S: () => ({ pattern: '\\d{1,9}' }),
    n: () => ({ pattern: '\\d{1,9}' }),
    G: () => ({ pattern: 'AD|BC' }),
    z: () => ({ pattern: '[A-Za-z]+(?:/[A-Za-z_]+)*' }),
    V: () => ({ pattern: '[A-Za-z]+(?:/[A-Za-z_]+)*' }),
};
function fieldOf(letters) {
    const offset = ZONE_OFFSETS[letters];
    return offset === undefined ? FIELDS[letters.charAt(0)]?.(letters.length) : { pattern: offset };
}
const quote = (text) => text.replace(/[$()*+.?[\\\]^{|}/-]/g, '\\$&');
/** Whether a text is written as a format says, as a pattern of linear time; that the day exists it cannot say. */
function temporalPattern(format) {
    return `(?i)${compile(format)?.pattern.source ?? ''}`;
}
/** A format as a pattern with one group a field; undefined when it holds letters that mean nothing. */
function compile(format) {
    const pieces = [];
    let source = '';
    for (const [text, quoted, letters] of format.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[\s\S]/g)) {
        if (quoted !== undefined)
            source += quote(quoted === '' ? "'" : quoted.replaceAll("''", "'"));
        else if (letters === undefined)
            source += quote(text);
        else {
            const field = fieldOf(text);
            if (field === undefined)
                return undefined;
            pieces.push({ letters: text, field });
            source += `(${field.pattern})`;
        }
    }
    return { pattern: new RegExp(`^(?:${source})$`, 'i'), pieces };
}
function monthOf(text) {
    const index = MONTHS.findIndex((name) => text.toLowerCase().startsWith(name.toLowerCase()));
    return index < 0 ? Number(text) : index + 1;
}
/** Whether the day is one of its month; without a year, 29 February is. */
function dayExists(values) {
    const [year, month, day] = [values.get('y') ?? values.get('u'), values.get('M') ?? values.get('L'), values.get('d')];
    const ofYear = values.get('D');
    const leap = year === undefined || new Date(Date.UTC(Number(year), 1, 29)).getUTCDate() === 29;
    if (ofYear === '366' && !leap)
        return false;
    if (month === undefined || day === undefined)
        return true;
    const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][monthOf(month) - 1] ?? 0;
    return Number(day) <= days;
}
/** Whether a format can be judged by. */
function isTemporalFormat(format) {
    return compile(format) !== undefined;
}
/**
 * Whether a text is a date, a time or both as a format writes it, and one that exists.
 *
 * Fields of one or two digits may have one, as Pact's own verifier takes them.
 */
function fitsTemporal(format, text) {
    const compiled = compile(format);
    const found = compiled?.pattern.exec(text);
    if (compiled === undefined || found === undefined || found === null)
        return false;
    const values = new Map(compiled.pieces.map(({ letters }, index) => [letters.charAt(0), found[index + 1] ?? '']));
    return compiled.pieces.every(({ field }, index) => field.fits?.(found[index + 1] ?? '') ?? true) && dayExists(values);
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


/***/ }),

/***/ 22590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ nameOf)
/* harmony export */ });
/** An operation's name as people say it: `POST /charge`. */
const nameOf = ({ method, path }) => `${method} ${path}`;


/***/ }),

/***/ 9242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ formSchema),
/* harmony export */   FO: () => (/* binding */ basePathsOf),
/* harmony export */   Fc: () => (/* binding */ swaggerBasePath),
/* harmony export */   Ln: () => (/* binding */ normaliseType),
/* harmony export */   c_: () => (/* binding */ readContent),
/* harmony export */   oF: () => (/* binding */ readListed),
/* harmony export */   uL: () => (/* binding */ mediaOf)
/* harmony export */ });
/* harmony import */ var _document_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15695);

/** A media type without what does not tell types apart: case, blanks and the charset. */
function normaliseType(type) {
    const [essence = '', ...parameters] = type.split(';').map((part) => part.trim().toLowerCase());
    return [essence, ...parameters.filter((part) => part !== '' && !part.startsWith('charset='))].join(';');
}
/** The media types of a `content` object. */
function readContent(content) {
    return (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(content).map(([type, node]) => {
        const at = (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .resolve */ .hd)(node);
        const schema = (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(at, 'schema') ?? (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(at, 'itemSchema');
        return { type: normaliseType(type), at: node, ...(schema !== undefined && { schema }) };
    });
}
/** The media types that Swagger 2.0 lists beside a body; what is listed at the operation replaces the description's list. */
function readListed(key, operation, root) {
    const own = (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(operation, key) ?? (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(root, key);
    return (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(own).flatMap(([, node]) => (typeof node.value === 'string' ? [node] : []));
}
/** The media of a body of Swagger 2.0: one schema under every listed type. */
function mediaOf(schema, listed, at) {
    if (schema === undefined)
        return [];
    if (listed.length === 0)
        return [{ type: '*/*', schema, at }];
    return listed.map((node) => ({ type: normaliseType(String(node.value)), schema, at: node }));
}
/** The schema that the form fields of Swagger 2.0 come to. */
function formSchema(fields, operation) {
    const named = fields.map((field) => [String((0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(field, 'name')?.value), field.value]);
    const required = fields.filter((field) => (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(field, 'required')?.value === true);
    const value = {
        type: 'object',
        properties: Object.fromEntries(named),
        ...(required.length > 0 && { required: required.map((field) => (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(field, 'name')?.value) }),
    };
    const parameters = (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(operation, 'parameters');
    return { ...(parameters ?? operation), value };
}
/** The servers' paths, of which a host in front and a trailing slash are no part. */
function basePathsOf(...levels) {
    const servers = levels
        .map((level) => (level === undefined ? undefined : (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(level, 'servers')))
        .find((node) => (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(node).length > 0);
    const paths = (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(servers).map(([, server]) => pathOfUrl(withDefaults(server)));
    return paths.length === 0 ? [''] : [...new Set(paths)];
}
function withDefaults(server) {
    const url = String((0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(server, 'url')?.value ?? '');
    return url.replace(/\{([^}]+)\}/g, (whole, name) => {
        const preset = (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .descend */ .Xn)(server, ['variables', name, 'default'])?.value;
        return preset === undefined ? whole : String(preset);
    });
}
function pathOfUrl(url) {
    const path = url.replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/]*/i, '').replace(/[?#].*$/, '');
    return path.replace(/\/+$/, '').replace(/^(?=[^/])/, '/');
}
/** The base path of Swagger 2.0. */
function swaggerBasePath(root) {
    const path = (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(root, 'basePath')?.value;
    return [typeof path === 'string' ? pathOfUrl(path) : ''];
}


/***/ }),

/***/ 41888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ readApi)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../openapi/lib/document/open.js + 1 modules
var document_open = __webpack_require__(18667);
// EXTERNAL MODULE: ../openapi/lib/document/node.js
var document_node = __webpack_require__(15695);
// EXTERNAL MODULE: ../openapi/lib/api/media.js
var api_media = __webpack_require__(9242);
;// CONCATENATED MODULE: ../openapi/lib/api/parameter.js


const STYLES = {
    path: 'simple',
    query: 'form',
    header: 'simple',
    cookie: 'form',
    querystring: 'form',
};
/** How Swagger 2.0 says what version 3 calls style and explode. */
const FORMATS = {
    csv: ['form', false],
    multi: ['form', true],
    ssv: ['spaceDelimited', false],
    tsv: ['tabDelimited', false],
    pipes: ['pipeDelimited', false],
};
function styleOf(node, place) {
    const [style, explode] = [(0,document_node/* child */.jf)(node, 'style')?.value, (0,document_node/* child */.jf)(node, 'explode')?.value];
    if (node.documents.version === '2.0') {
        const [named, exploded] = FORMATS[String((0,document_node/* child */.jf)(node, 'collectionFormat')?.value ?? 'csv')] ?? ['form', false];
        return { style: place === 'query' ? named : STYLES[place], explode: exploded };
    }
    const written = typeof style === 'string' ? style : STYLES[place];
    return { style: written, explode: typeof explode === 'boolean' ? explode : written === 'form' };
}
/** Reads one parameter; in Swagger 2.0 the parameter is its own schema. */
function readParameter(given) {
    const node = (0,document_node/* resolve */.hd)(given);
    const place = String((0,document_node/* child */.jf)(node, 'in')?.value);
    const schema = (0,document_node/* child */.jf)(node, 'schema') ?? (node.documents.version === '2.0' ? node : undefined);
    const name = String((0,document_node/* child */.jf)(node, 'name')?.value);
    return {
        name: place === 'header' ? name.toLowerCase() : name,
        in: place,
        required: place === 'path' || (0,document_node/* child */.jf)(node, 'required')?.value === true,
        media: (0,api_media/* readContent */.c_)((0,document_node/* child */.jf)(node, 'content')),
        deprecated: (0,document_node/* child */.jf)(node, 'deprecated')?.value === true,
        at: node,
        ...styleOf(node, place),
        ...(schema !== undefined && { schema }),
    };
}
/** The headers of an answer. The content type is told by the media types, so a header of that name says nothing. */
function readHeaders(headers) {
    return (0,document_node/* children */.Y_)(headers).flatMap(([name, given]) => {
        if (name.toLowerCase() === 'content-type')
            return [];
        const node = (0,document_node/* resolve */.hd)(given);
        const schema = (0,document_node/* child */.jf)(node, 'schema') ?? (node.documents.version === '2.0' ? node : undefined);
        const header = {
            name: name.toLowerCase(),
            in: 'header',
            required: (0,document_node/* child */.jf)(node, 'required')?.value === true,
            media: (0,api_media/* readContent */.c_)((0,document_node/* child */.jf)(node, 'content')),
            deprecated: (0,document_node/* child */.jf)(node, 'deprecated')?.value === true,
            at: given,
            ...styleOf(node, 'header'),
            ...(schema !== undefined && { schema }),
        };
        return [header];
    });
}
/** The parameters of an operation; each of its own replaces one of its path with the same name and place. */
function readParameters(path, operation) {
    const all = [...(0,document_node/* children */.Y_)((0,document_node/* child */.jf)(path, 'parameters')), ...(0,document_node/* children */.Y_)((0,document_node/* child */.jf)(operation, 'parameters'))];
    const read = all.map(([, node]) => readParameter(node));
    return [...new Map(read.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values()];
}

;// CONCATENATED MODULE: ../openapi/lib/api/operation.js



const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];
function readBody(operation, path, root) {
    const given = (0,document_node/* child */.jf)(operation, 'requestBody');
    if (given !== undefined) {
        const node = (0,document_node/* resolve */.hd)(given);
        return { required: (0,document_node/* child */.jf)(node, 'required')?.value === true, media: (0,api_media/* readContent */.c_)((0,document_node/* child */.jf)(node, 'content')), at: given };
    }
    if (operation.documents.version !== '2.0')
        return undefined;
    const all = [...(0,document_node/* children */.Y_)((0,document_node/* child */.jf)(path, 'parameters')), ...(0,document_node/* children */.Y_)((0,document_node/* child */.jf)(operation, 'parameters'))].map(([, each]) => (0,document_node/* resolve */.hd)(each));
    const [body] = all.filter((each) => (0,document_node/* child */.jf)(each, 'in')?.value === 'body');
    const listed = (0,api_media/* readListed */.oF)('consumes', operation, root);
    if (body !== undefined) {
        const required = (0,document_node/* child */.jf)(body, 'required')?.value === true;
        return { required, media: (0,api_media/* mediaOf */.uL)((0,document_node/* child */.jf)(body, 'schema'), listed, body), at: body };
    }
    const fields = all.filter((each) => (0,document_node/* child */.jf)(each, 'in')?.value === 'formData');
    const [first] = fields;
    if (first === undefined)
        return undefined;
    const required = fields.some((field) => (0,document_node/* child */.jf)(field, 'required')?.value === true);
    return { required, media: (0,api_media/* mediaOf */.uL)((0,api_media/* formSchema */.E$)(fields, operation), listed, first), at: first };
}
function readResponses(operation, root) {
    return (0,document_node/* children */.Y_)((0,document_node/* child */.jf)(operation, 'responses')).flatMap(([status, given]) => {
        if (status.startsWith('x-'))
            return [];
        const node = (0,document_node/* resolve */.hd)(given);
        const media = operation.documents.version === '2.0'
            ? (0,api_media/* mediaOf */.uL)((0,document_node/* child */.jf)(node, 'schema'), (0,api_media/* readListed */.oF)('produces', operation, root), given)
            : (0,api_media/* readContent */.c_)((0,document_node/* child */.jf)(node, 'content'));
        return [
            {
                status: status.toUpperCase().replace('DEFAULT', 'default'),
                headers: readHeaders((0,document_node/* child */.jf)(node, 'headers')),
                media,
                at: given,
            },
        ];
    });
}
function readSecurity(operation, root) {
    return (0,document_node/* children */.Y_)((0,document_node/* child */.jf)(operation, 'security') ?? (0,document_node/* child */.jf)(root, 'security')).map(([, at]) => ({
        at,
        schemes: new Map((0,document_node/* children */.Y_)(at).map(([name, scopes]) => [name, (0,document_node/* children */.Y_)(scopes).map(([, scope]) => String(scope.value))])),
    }));
}
function readSunset(operation) {
    const at = (0,document_node/* child */.jf)(operation, 'x-sunset');
    // YAML reads a bare date as text, and a JSON writer may have put anything there.
    return at === undefined ? {} : { sunset: { text: String(at.value), at } };
}
function readCallbacks(operation, root) {
    return (0,document_node/* children */.Y_)((0,document_node/* child */.jf)(operation, 'callbacks')).flatMap(([name, given]) => (0,document_node/* children */.Y_)((0,document_node/* resolve */.hd)(given)).flatMap(([expression, item]) => readPath(`${name} ${expression}`, item, root)));
}
function readOperation(method, path, item, operation, root) {
    const body = readBody(operation, item, root);
    const id = (0,document_node/* textOf */.b6)(operation, 'operationId');
    const inBody = (parameter) => ['body', 'formData'].includes(parameter.in);
    return {
        method: method.toUpperCase(),
        path,
        parameters: readParameters(item, operation).filter((parameter) => !inBody(parameter)),
        responses: readResponses(operation, root),
        security: readSecurity(operation, root),
        deprecated: (0,document_node/* child */.jf)(operation, 'deprecated')?.value === true,
        callbacks: readCallbacks(operation, root),
        basePaths: operation.documents.version === '2.0' ? (0,api_media/* swaggerBasePath */.Fc)(root) : (0,api_media/* basePathsOf */.FO)(operation, item, root),
        at: operation,
        ...readSunset(operation),
        ...(id !== undefined && { id }),
        ...(body !== undefined && { body }),
    };
}
/** The operations of one path. */
function readPath(path, given, root) {
    const item = (0,document_node/* resolve */.hd)(given);
    const own = METHODS.flatMap((method) => {
        const operation = (0,document_node/* child */.jf)(item, method);
        return operation === undefined ? [] : [[method, operation]];
    });
    const more = (0,document_node/* children */.Y_)((0,document_node/* child */.jf)(item, 'additionalOperations'));
    return [...own, ...more].map(([method, operation]) => readOperation(method, path, item, operation, root));
}

;// CONCATENATED MODULE: ../openapi/lib/api/read.js




const PLACES = ['path', 'query', 'header', 'cookie', 'querystring', 'body', 'formData'];
function malformed(node, what) {
    return [{ code: 'OPENAPI_MALFORMED', message: `${what}.`, location: (0,document_node/* locate */.x5)(node) }];
}
function parameterProblems(given) {
    const node = (0,document_node/* resolve */.hd)(given);
    if (!(0,document_node/* isTree */.xK)(node.value))
        return malformed(given, 'A parameter must be an object');
    const { name, in: place } = node.value;
    if (typeof name !== 'string' || name === '')
        return malformed(given, 'This parameter has no name');
    return PLACES.includes(String(place))
        ? []
        : malformed(given, `The parameter "${name}" is in "${String(place)}"; expected one of ${PLACES.slice(0, 5).join(', ')}`);
}
function operationProblems(operation) {
    if (!(0,document_node/* isTree */.xK)(operation.value))
        return malformed(operation, 'An operation must be an object');
    const { responses } = operation.value;
    return [
        ...(0,document_node/* children */.Y_)((0,document_node/* child */.jf)(operation, 'parameters')).flatMap(([, each]) => parameterProblems(each)),
        ...(responses === undefined || (0,document_node/* isTree */.xK)(responses)
            ? []
            : malformed(operation, 'The "responses" of an operation must be an object')),
        ...(0,document_node/* children */.Y_)((0,document_node/* child */.jf)(operation, 'responses')).flatMap(([status, each]) => status.startsWith('x-') || /^([1-5]\d\d|[1-5]XX|default)$/i.test(status)
            ? (0,document_node/* isTree */.xK)((0,document_node/* resolve */.hd)(each).value) || status.startsWith('x-')
                ? []
                : malformed(each, `The answer "${status}" must be an object`)
            : malformed(each, `"${status}" is no status; expected a number, a range such as 4XX, or default`)),
    ];
}
const METHOD = /^(get|put|post|delete|options|head|patch|trace|query)$/;
function pathProblems(name, given) {
    const item = (0,document_node/* resolve */.hd)(given);
    if (!(0,document_node/* isTree */.xK)(item.value))
        return malformed(given, `The path "${name}" must be an object`);
    return [
        ...(0,document_node/* children */.Y_)((0,document_node/* child */.jf)(item, 'parameters')).flatMap(([, each]) => parameterProblems(each)),
        ...(0,document_node/* children */.Y_)(item).flatMap(([key, each]) => (METHOD.test(key) ? operationProblems(each) : [])),
    ];
}
/**
 * Reads an opened description into the model that all versions share.
 *
 * @throws Failure OPENAPI_MALFORMED with every part that is not what its place asks for, and OPENAPI_EMPTY for a
 * description without an operation: whatever it is compared with, nothing would be proved.
 */
function readApi(documents) {
    const root = (0,document_open/* descriptionOf */.K)(documents);
    const paths = (0,document_node/* children */.Y_)((0,document_node/* child */.jf)(root, 'paths')).filter(([name]) => !name.startsWith('x-'));
    const hooks = (0,document_node/* children */.Y_)((0,document_node/* child */.jf)(root, 'webhooks') ?? (0,document_node/* child */.jf)(root, 'x-webhooks'));
    const notPaths = (0,document_node/* child */.jf)(root, 'paths');
    (0,failure/* failWhen */.x)([
        ...(notPaths === undefined || (0,document_node/* isTree */.xK)(notPaths.value) ? [] : malformed(notPaths, '"paths" must be an object')),
        ...[...paths, ...hooks].flatMap(([name, item]) => pathProblems(name, item)),
    ]);
    const operations = paths.flatMap(([path, item]) => readPath(path, item, root));
    const webhooks = hooks.flatMap(([name, item]) => readPath(name, item, root));
    if (operations.length + webhooks.length === 0) {
        const message = 'The description holds no operation, so nothing would be proved.';
        const location = (0,document_node/* locate */.x5)((0,document_node/* child */.jf)(root, 'paths') ?? root);
        (0,failure/* failWhen */.x)([{ code: 'OPENAPI_EMPTY', message, remedy: 'Describe the operations under "paths".', location }]);
    }
    const schemes = (0,document_node/* descend */.Xn)(root, ['components', 'securitySchemes']) ?? (0,document_node/* child */.jf)(root, 'securityDefinitions');
    return {
        documents,
        root,
        operations,
        webhooks,
        schemes: new Map((0,document_node/* children */.Y_)(schemes).map(([name, each]) => [name, (0,document_node/* resolve */.hd)(each)])),
    };
}


/***/ }),

/***/ 11217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ anchor)
/* harmony export */ });
/* harmony import */ var _document_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15695);
/* harmony import */ var _schema_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53083);


/** The last line of what a node holds, as far as its keys tell. */
function lastOf(node) {
    const last = (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(node).at(-1)?.[1];
    return last === undefined ? node : lastOf(last);
}
/** The counterpart of a neighbour in the new description. */
function counterpart(neighbour, parent) {
    if (!Array.isArray(parent.value))
        return neighbour.key === undefined ? undefined : (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(parent, neighbour.key);
    const name = (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isTree */ .xK)(neighbour.value) ? neighbour.value['name'] : undefined;
    return (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(parent)
        .map(([, each]) => each)
        .find((each) => (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isTree */ .xK)(each.value) && name !== undefined ? each.value['name'] === name : (0,_schema_json_js__WEBPACK_IMPORTED_MODULE_1__/* .equal */ .LC)(each.value, neighbour.value));
}
/**
 * The line of the new description beside which something is gone.
 *
 * A review shows a few lines around each change, so it is what follows the last neighbour before it that is still there, be
 * that new or kept; else the end of that neighbour, else what both are in.
 */
function anchor(gone, parent) {
    const neighbours = gone.parent === undefined ? [] : (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(gone.parent).map(([, each]) => each);
    const at = neighbours.findIndex(({ key }) => key === gone.key);
    const before = neighbours
        .slice(0, Math.max(0, at))
        .reverse()
        .map((each) => counterpart(each, parent))
        .find((each) => each !== undefined);
    const present = (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(parent).map(([, each]) => each);
    const next = present[before === undefined ? 0 : present.findIndex(({ key }) => key === before.key) + 1];
    return (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .locate */ .x5)(next ?? (before === undefined ? parent : lastOf(before)));
}


/***/ }),

/***/ 48904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ changeOf),
/* harmony export */   Z: () => (/* binding */ wordsOf)
/* harmony export */ });
/* harmony import */ var _document_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15695);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67770);


/** Gives a finding its places and its fingerprint. */
function changeOf({ rule, severity, spot, message, base, head }) {
    const there = head === undefined || 'documents' in head ? head && (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .locate */ .x5)(head) : head;
    return {
        rule,
        severity,
        spot,
        message,
        fingerprint: (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprintOf */ .a)([rule, spot.operation, spot.side, spot.status, spot.media, spot.part, ...spot.path, message]),
        ...(base !== undefined && { base: (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .locate */ .x5)(base) }),
        ...(there !== undefined && { head: there }),
    };
}
/** A spot as people name it: `transaction_id in the answer 201 to POST /charge`. */
function wordsOf({ operation, side, status, part, path }) {
    const shown = path.length > 8 ? [...path.slice(0, 3), '…', ...path.slice(-3)] : path;
    const steps = shown.join('.').replaceAll('.[', '[');
    const [place, ...name] = part.split(' ');
    const carrier = name.length === 0 ? '' : `the ${place === 'header' ? 'header' : `${place} parameter`} ${name.join(' ')}`;
    const subject = [steps, carrier].filter((each) => each !== '').join(' in ');
    const whole = subject === '' ? 'the body' : subject;
    if (side === 'operation')
        return operation;
    return side === 'request'
        ? `${whole} of the request ${operation}`
        : `${whole} in the answer ${status ?? ''} to ${operation}`.replace('  ', ' ');
}


/***/ }),

/***/ 6457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ writerOf),
/* harmony export */   m: () => (/* binding */ comparison)
/* harmony export */ });
/* harmony import */ var _inclusion_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97725);

/** Starts a comparison. */
function comparison(base, head, now) {
    return { base, head, now, request: new _inclusion_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Inclusion */ .v('request'), response: new _inclusion_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Inclusion */ .v('response') };
}
/** Who writes the values on a side of an operation: on the request side the consumer, unless it is a callback. */
function writerOf({ reversed }, side) {
    if (!reversed)
        return side;
    return side === 'request' ? 'response' : 'request';
}


/***/ }),

/***/ 67770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ fingerprintOf)
/* harmony export */ });
/** The prime is 2^40 + 0x1b3; only its lower part is multiplied, for the rest is a shift. */
const PRIME_LOW = 0x1b3;
const BASIS = { high: 0xcbf29ce4, low: 0x84222325 };
const WORD = 2 ** 32;
/**
 * Twelve hexadecimal digits for some words: the 64-bit FNV-1a hash of their UTF-8 bytes, cut. It keeps no secret.
 *
 * http://www.isthe.com/chongo/tech/comp/fnv/ in two halves of 32 bits, whose products a double holds exactly; large integers
 * took a tenth of a comparison.
 */
function fingerprintOf(words) {
    let { high, low } = BASIS;
    for (const byte of new TextEncoder().encode(words.map((word) => word ?? '').join('\n'))) {
        const mixed = (low ^ byte) >>> 0;
        const carried = Math.floor((mixed * PRIME_LOW) / WORD);
        high = (Math.imul(high, PRIME_LOW) + carried + (mixed << 8)) >>> 0;
        low = Math.imul(mixed, PRIME_LOW) >>> 0;
    }
    return [high, low]
        .map((half) => half.toString(16).padStart(8, '0'))
        .join('')
        .slice(0, 12);
}


/***/ }),

/***/ 79641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G3: () => (/* binding */ accepts),
  WS: () => (/* binding */ compareMedia),
  _e: () => (/* binding */ compareSchemas)
});

// EXTERNAL MODULE: ../openapi/lib/change/anchor.js
var change_anchor = __webpack_require__(11217);
// EXTERNAL MODULE: ../openapi/lib/change/change.js
var change = __webpack_require__(48904);
// EXTERNAL MODULE: ../openapi/lib/document/node.js
var node = __webpack_require__(15695);
// EXTERNAL MODULE: ../openapi/lib/inclusion/reason.js
var reason = __webpack_require__(34626);
;// CONCATENATED MODULE: ../openapi/lib/change/schema.js




/** What each reason is called when the consumer writes the values. */
const REQUEST = {
    'property-missing': ['request-property-added-required', 'is now required, and was not known'],
    'property-optional': ['request-property-became-required', 'is now required, and could be left out'],
    'property-forbidden': ['request-property-forbidden', 'must no longer be sent'],
    'property-ignored': ['request-property-removed', 'is no longer known; what is sent is passed over'],
};
/** What each reason is called when the provider writes them. */
const RESPONSE = {
    'property-missing': ['response-property-removed', 'is gone'],
    'property-optional': ['response-property-became-optional', 'may now be missing, and was always there'],
    'property-dropped': ['response-optional-property-removed', 'is gone; it could be missing before'],
};
function named(direction, { kind, given, wanted }) {
    const own = (direction === 'request' ? REQUEST : RESPONSE)[kind];
    if (own !== undefined)
        return own;
    return direction === 'request'
        ? [`request-${kind}-narrowed`, `must now be ${wanted}, and could be ${given}`]
        : [`response-${kind}-widened`, `may now be ${given}, and was ${wanted}`];
}
function severityOf({ kind, sub, sup }) {
    if (kind === 'pattern' && sub?.key === 'pattern' && sup?.key === 'pattern')
        return 'warning';
    return (0,reason/* isWrong */.c)({ kind }) ? 'error' : 'warning';
}
/** A place of the new description for what may have been lost there. */
function headOf(base, head) {
    if (base === undefined || head === undefined || base.key === head.key)
        return head;
    // The new side is the schema or its "properties" when the keyword itself is gone from it.
    const gone = base.parent !== undefined && base.key !== undefined && (0,node/* child */.jf)(head, base.key) === undefined;
    return gone && typeof base.parent?.value === typeof head.value ? (0,change_anchor/* anchor */.Y)(base, head) : head;
}
/** What the comparison of two schemas found, as changes of what is sent or answered. */
function schemaFindings(direction, spot, found) {
    return found.map(({ path, reason }) => {
        const [rule, words] = named(direction, reason);
        const where = { ...spot, path };
        const [base, head] = direction === 'request' ? [reason.sub, reason.sup] : [reason.sup, reason.sub];
        const message = `${(0,change/* wordsOf */.Z)(where)} ${words}`;
        return { rule, severity: severityOf(reason), spot: where, message, base, head: headOf(base, head) };
    });
}

;// CONCATENATED MODULE: ../openapi/lib/change/media.js



/** Whether a range such as `application/*` holds a media type; parameters that a range names must be there. */
function accepts(range, type) {
    const [[left = '', ...wanted], [right = '', ...given]] = [range.split(';'), type.split(';')];
    const [a, b] = [left.split('/'), right.split('/')];
    const essence = left === '*/*' || left === '*' || (a[0] === b[0] && (a[1] === '*' || a[1] === b[1]));
    return essence && wanted.every((parameter) => given.includes(parameter));
}
/** Compares schemas of which the writer of the values is known. */
function compareSchemas(comparison, writer, spot, base, head) {
    const [before, after] = [base, head].map((schema) => (schema === undefined ? [] : [schema]));
    const found = writer === 'request' ? comparison.request.reasons(before, after) : comparison.response.reasons(after, before);
    return schemaFindings(writer, spot, spot.part === 'body' ? found : found.filter((each) => !isTextAnyway(each)));
}
/** Parameters and headers are written as text, so a number or a boolean is a text as well. */
function isTextAnyway({ reason }) {
    return reason.kind === 'type' && /\bstring\b/.test(reason.wanted) && !/object|array/.test(reason.given);
}
/** Compares the media types of a body: each of before must still be there, with a schema that fits. */
function compareMedia(comparison, writer, spot, sides) {
    const [before, after] = sides;
    const [first] = after;
    const matched = before.flatMap((base) => {
        const head = after.find(({ type }) => type === base.type) ?? after.find(({ type }) => accepts(type, base.type));
        const at = { ...spot, media: base.type };
        if (head !== undefined)
            return compareSchemas(comparison, writer, at, base.schema, head.schema);
        const message = `${(0,change/* wordsOf */.Z)(spot)} can no longer be ${base.type}`;
        const parent = first?.at.parent;
        return [
            {
                rule: `${spot.side}-media-type-removed`,
                severity: 'error',
                spot: at,
                message,
                base: base.at,
                head: parent === undefined ? first?.at : (0,change_anchor/* anchor */.Y)(base.at, parent),
            },
        ];
    });
    const added = after.filter(({ type }) => !before.some((base) => base.type === type));
    return [
        ...matched,
        ...added.map(({ type, at }) => {
            const message = `${(0,change/* wordsOf */.Z)(spot)} can now be ${type}`;
            return {
                rule: `${spot.side}-media-type-added`,
                severity: 'info',
                spot: { ...spot, media: type },
                message,
                base: undefined,
                head: at,
            };
        }),
    ];
}


/***/ }),

/***/ 98691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ responseFindings),
/* harmony export */   t: () => (/* binding */ responseFor)
/* harmony export */ });
/* harmony import */ var _document_node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15695);
/* harmony import */ var _anchor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11217);
/* harmony import */ var _comparison_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6457);
/* harmony import */ var _media_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79641);




/** The answer of a description that a status falls under: its own, its range's, or the default. */
function responseFor(responses, status) {
    const named = (wanted) => responses.find((each) => each.status === wanted);
    return named(status) ?? named(`${status[0]}XX`) ?? named('default');
}
const isSuccess = (status) => status.startsWith('2');
function headerFindings(comparison, pair, base, head) {
    const writer = (0,_comparison_js__WEBPACK_IMPORTED_MODULE_0__/* .writerOf */ .b)(pair, 'response');
    return base.headers.flatMap((header) => {
        const spot = { operation: pair.name, side: 'response', status: base.status, part: `header ${header.name}`, path: [] };
        const words = `the header ${header.name} in the answer ${base.status} to ${pair.name}`;
        const other = head.headers.find(({ name }) => name === header.name);
        if (other === undefined) {
            const rule = header.required ? 'response-header-removed' : 'response-optional-header-removed';
            const parent = (0,_document_node_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(head.at, 'headers') ?? head.at;
            return [
                {
                    rule,
                    severity: header.required ? 'error' : 'warning',
                    spot,
                    message: `${words} is gone`,
                    base: header.at,
                    head: (0,_anchor_js__WEBPACK_IMPORTED_MODULE_2__/* .anchor */ .Y)(header.at, parent),
                },
            ];
        }
        const optional = header.required && !other.required && writer === 'response';
        const message = `${words} may now be missing, and was always there`;
        return [
            ...(optional
                ? [
                    {
                        rule: 'response-header-became-optional',
                        severity: 'error',
                        spot,
                        message,
                        base: header.at,
                        head: other.at,
                    },
                ]
                : []),
            ...(0,_media_js__WEBPACK_IMPORTED_MODULE_3__/* .compareSchemas */ ._e)(comparison, writer, spot, header.schema, other.schema),
        ];
    });
}
function removed(pair, base) {
    const { name, head } = pair;
    const success = isSuccess(base.status);
    const parent = (0,_document_node_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(head.at, 'responses') ?? head.at;
    return {
        rule: success ? 'response-success-status-removed' : 'response-status-removed',
        severity: success ? 'error' : 'info',
        spot: { operation: name, side: 'response', status: base.status, part: 'status', path: [] },
        message: `${name} no longer answers ${base.status}`,
        base: base.at,
        head: (0,_anchor_js__WEBPACK_IMPORTED_MODULE_2__/* .anchor */ .Y)(base.at, parent),
    };
}
function compared(comparison, pair, base, head) {
    const spot = { operation: pair.name, side: 'response', status: base.status, part: 'body', path: [] };
    const writer = (0,_comparison_js__WEBPACK_IMPORTED_MODULE_0__/* .writerOf */ .b)(pair, 'response');
    const [first] = base.media;
    const lost = first !== undefined && head.media.length === 0 && writer === 'response'
        ? [
            {
                rule: 'response-body-removed',
                severity: 'error',
                spot,
                message: `the answer ${base.status} to ${pair.name} no longer has a body`,
                base: first.at,
                head: head.at,
            },
        ]
        : [];
    return [
        ...lost,
        ...(0,_media_js__WEBPACK_IMPORTED_MODULE_3__/* .compareMedia */ .WS)(comparison, writer, spot, [base.media, head.media]),
        ...headerFindings(comparison, pair, base, head),
    ];
}
/** Compares what an operation answers. */
function responseFindings(comparison, pair) {
    const { base, head, name } = pair;
    const kept = base.responses.flatMap((response) => {
        const other = responseFor(head.responses, response.status);
        return other === undefined ? [removed(pair, response)] : compared(comparison, pair, response, other);
    });
    const added = head.responses.filter(({ status }) => !base.responses.some((each) => each.status === status));
    return [
        ...kept,
        ...added.map(({ status, at }) => {
            const spot = { operation: name, side: 'response', status, part: 'status', path: [] };
            return {
                rule: 'response-status-added',
                severity: 'info',
                spot,
                message: `${name} can now answer ${status}`,
                base: base.at,
                head: at,
            };
        }),
    ];
}


/***/ }),

/***/ 15695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DO: () => (/* binding */ referenceAt),
/* harmony export */   I5: () => (/* binding */ rootOf),
/* harmony export */   Xn: () => (/* binding */ descend),
/* harmony export */   Y_: () => (/* binding */ children),
/* harmony export */   aC: () => (/* binding */ target),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   hd: () => (/* binding */ resolve),
/* harmony export */   jf: () => (/* binding */ child),
/* harmony export */   x5: () => (/* binding */ locate),
/* harmony export */   xK: () => (/* binding */ isTree)
/* harmony export */ });
/* unused harmony export pathOf */
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38074);

/** Whether a value is a JSON object. */
const isTree = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The top of one file. */
function rootOf(documents, file) {
    return { documents, file, value: documents.files.get(file)?.value };
}
/** The value of a key or index; undefined when there is none. */
function child(node, key) {
    const { value } = node;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
        return undefined;
    return { documents: node.documents, file: node.file, value: value[key], parent: node, key };
}
/** The values of an object or array with their keys. */
function children(node) {
    if (node === undefined || typeof node.value !== 'object' || node.value === null)
        return [];
    const { documents, file, value } = node;
    const numbered = Array.isArray(value);
    // Every value of a description passes here several times: no more than the pairs themselves is made.
    return Object.entries(value).map(([key, each]) => [
        key,
        { documents, file, value: each, parent: node, key: numbered ? Number(key) : key },
    ]);
}
/** The value at a path below a node. */
function descend(node, path) {
    return path.reduce((at, key) => (at === undefined ? undefined : child(at, key)), node);
}
/** The path of a node from the top of its file. */
function pathOf(node) {
    const path = [];
    for (let at = node; at?.key !== undefined; at = at.parent)
        path.unshift(at.key);
    return path;
}
/** Where a node stands: at its key, when it has one. */
function locate(node) {
    return node.documents.files.get(node.file)?.locateKey(pathOf(node)) ?? { file: node.file };
}
/** The text of a key's value; undefined when it is none. */
function textOf(node, key) {
    const value = node === undefined ? undefined : child(node, key)?.value;
    return typeof value === 'string' ? value : undefined;
}
function anchorIn(node, name) {
    if (isTree(node.value) && (node.value['$anchor'] === name || node.value['$dynamicAnchor'] === name))
        return node;
    for (const [, each] of children(node)) {
        const found = anchorIn(each, name);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** What a reference names; undefined when there is no such thing in the files that were read. */
function target(documents, reference) {
    if (!documents.files.has(reference.file))
        return undefined;
    const root = rootOf(documents, reference.file);
    return reference.kind === 'anchor' ? anchorIn(root, reference.name) : descend(root, reference.path);
}
/** The reference that a node is, when it is one. */
function referenceAt(node) {
    const text = textOf(node, '$ref') ?? textOf(node, '$dynamicRef');
    return text === undefined ? undefined : (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .referenceOf */ .B)(text, node.file);
}
/** What a node stands for after its references; the node itself when it is none. Opened documents have no endless chains. */
function resolve(node) {
    let at = node;
    for (let reference = referenceAt(at); reference !== undefined; reference = referenceAt(at)) {
        const next = reference.kind === 'target' || reference.kind === 'anchor' ? target(at.documents, reference) : undefined;
        if (next === undefined || next.value === node.value)
            return at;
        at = next;
    }
    return at;
}


/***/ }),

/***/ 18667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ descriptionOf),
  N: () => (/* binding */ openDocuments)
});

// EXTERNAL MODULE: ../config/lib/source.js
var source = __webpack_require__(47604);
// EXTERNAL MODULE: ../config/lib/decode.js
var decode = __webpack_require__(17747);
// EXTERNAL MODULE: ../failure/lib/collect.js
var collect = __webpack_require__(57993);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../openapi/lib/document/node.js
var document_node = __webpack_require__(15695);
// EXTERNAL MODULE: ../openapi/lib/document/reference.js
var reference = __webpack_require__(38074);
;// CONCATENATED MODULE: ../openapi/lib/document/version.js


const KNOWN = { '2.0': '2.0', '3.0': '3.0', '3.1': '3.1', '3.2': '3.2' };
/**
 * The version of a description by its `openapi` or `swagger` field.
 *
 * @throws Failure OPENAPI_UNKNOWN on the line of a version that is not known, or when there is none.
 */
function versionOf(source) {
    const root = (0,document_node/* isTree */.xK)(source.value) ? source.value : {};
    const key = ['openapi', 'swagger', 'swaggerVersion'].find((name) => root[name] !== undefined);
    const remedy = 'Descriptions in OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0 can be compared.';
    if (key === undefined) {
        const message = 'This is not an OpenAPI description: it has neither the field "openapi" nor "swagger".';
        throw new failure/* Failure */.H({ code: 'OPENAPI_UNKNOWN', message, remedy, location: { file: source.file } });
    }
    // YAML reads 3.1 without quotes as a number, and 2.0 as 2.
    const written = root[key];
    const text = typeof written === 'number' && Number.isInteger(written) ? `${written}.0` : String(written);
    const [, minor = ''] = /^(\d+\.\d+)(?:\.\d+(?:-.*)?)?$/.exec(text) ?? [];
    const version = Object.hasOwn(KNOWN, minor) ? KNOWN[minor] : undefined;
    if (version !== undefined && (key === 'swagger') === (version === '2.0'))
        return version;
    const message = `"${key}: ${text.slice(0, 40)}" is no version that is known here.`;
    throw new failure/* Failure */.H({ code: 'OPENAPI_UNKNOWN', message, remedy, location: source.locate([key]) });
}

;// CONCATENATED MODULE: ../openapi/lib/document/open.js





/** Values that only look like parts of a description: what is in them is an example's own. */
const OPAQUE = new Set(['example', 'examples', 'default', 'enum', 'const', 'mapping']);
/** Every node that is a reference, in no particular order. */
function references(root) {
    const found = [];
    const visit = (node, inNames) => {
        if ((0,document_node/* isTree */.xK)(node.value) && typeof node.value['$ref'] === 'string')
            found.push(node);
        for (const [key, each] of (0,document_node/* children */.Y_)(node)) {
            // Below "properties" and the like every key is a name that the description's author chose.
            if (!inNames && (OPAQUE.has(key) || key.startsWith('x-')))
                continue;
            if (typeof each.value === 'object')
                visit(each, !inNames && /^(properties|schemas|patternProperties|definitions)$/.test(key));
        }
    };
    visit(root, false);
    return found;
}
const problem = (node, code, message, remedy) => ({
    code,
    message: `"$ref: ${String(node.value.$ref).slice(0, 120)}" ${message}`,
    remedy,
    location: (0,document_node/* locate */.x5)(node),
});
async function readSource(file, files) {
    return (0,source/* parseSource */.P)(file, (0,decode/* decodeText */.g)(file, await files.readBytes(file)));
}
async function outside(file, { files, top }) {
    const within = (path, folder) => folder === '' || path.startsWith(`${folder.replace(/\/$/, '')}/`);
    if (file.split('/')[0] === '..' || !within(file, top.shown))
        return true;
    return !within(await files.realPath(file), top.real);
}
async function readReferenced(node, reading) {
    const { files, sources, problems } = reading;
    const reference = (0,document_node/* referenceAt */.DO)(node);
    if (reference === undefined)
        return;
    if (reference.kind === 'url') {
        const remedy = 'Keep a copy of the file in the repository, so that every run compares the same.';
        problems.push(problem(node, 'REF_URL', 'names a web address, and nothing is fetched.', remedy));
    }
    else if (reference.kind === 'malformed') {
        problems.push(problem(node, 'REF_MALFORMED', 'is no reference.', 'Write it like schemas.yaml#/components/schemas/Charge.'));
    }
    else if (!sources.has(reference.file)) {
        if (!(await files.exists(reference.file))) {
            problems.push(problem(node, 'REF_MISSING', `names the file ${reference.file}, which is not there.`, 'Correct the path.'));
        }
        else if (await outside(reference.file, reading)) {
            const remedy = 'Keep every file of the description in its repository.';
            problems.push(problem(node, 'REF_OUTSIDE', 'leads out of the repository.', remedy));
        }
        else {
            const source = await (0,collect/* collect */.F)(problems, () => readSource(reference.file, files));
            if (source !== undefined)
                sources.set(reference.file, source);
        }
    }
}
/** References that name nothing, or only one another. */
function danglingProblems(documents, nodes) {
    return nodes.flatMap((node) => {
        const seen = new Set();
        let at = node;
        while (at !== undefined && !seen.has(at.value)) {
            const reference = (0,document_node/* referenceAt */.DO)(at);
            if (reference === undefined)
                return [];
            if (reference.kind === 'url' || reference.kind === 'malformed' || !documents.files.has(reference.file))
                return [];
            // A schema may have a reference and keywords of its own beside it, and then ends the chain.
            if (seen.size > 0 && Object.keys(at.value).length > 1)
                return [];
            seen.add(at.value);
            const next = (0,document_node/* target */.aC)(documents, reference);
            if (next === undefined && at === node) {
                const remedy = 'Correct the pointer, or add what it names.';
                return [problem(node, 'REF_MISSING', `names nothing in ${reference.file}.`, remedy)];
            }
            at = next;
        }
        return at === undefined ? [] : [problem(node, 'REF_CIRCULAR', 'leads back to itself.', 'Break the circle.')];
    });
}
async function topOf(file, files) {
    const within = !file.startsWith('/') && !file.startsWith('..');
    const shown = within ? '' : file.split('/').slice(0, -1).join('/') || '/';
    return { shown, real: await files.realPath(within ? '.' : shown) };
}
/**
 * Reads a description and every file that it refers to.
 *
 * @throws Failure with every problem on its line: a file that cannot be read, a version that is not known, and references
 * that name a web address, nothing, themselves, or a file outside the repository, be it through a link.
 */
async function openDocuments(given, files) {
    const file = (0,reference/* pathFrom */.I)(given.startsWith('/') ? '/' : '', given);
    const source = await readSource(file, files);
    const version = versionOf(source);
    const sources = new Map([[file, source]]);
    const reading = { files, top: await topOf(file, files), sources, problems: [] };
    const documents = { version, files: sources };
    const nodes = [];
    // A map gives also what is added while it is gone through.
    for (const each of sources.keys()) {
        const found = references((0,document_node/* rootOf */.I5)(documents, each));
        for (const node of found)
            await readReferenced(node, reading);
        nodes.push(...found);
    }
    const problems = [...reading.problems, ...danglingProblems(documents, nodes)];
    (0,failure/* failWhen */.x)(problems);
    return documents;
}
/** The root of an opened description. */
function descriptionOf(documents) {
    const [file] = documents.files.keys();
    if (file === undefined)
        throw new failure/* Failure */.H({ code: 'OPENAPI_UNKNOWN', message: 'There is no description.' });
    return (0,document_node/* rootOf */.I5)(documents, file);
}


/***/ }),

/***/ 38074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ referenceOf),
/* harmony export */   I: () => (/* binding */ pathFrom)
/* harmony export */ });
/** The path of a file that another names relative to itself, without `.` and `..` where they can be taken away. */
function pathFrom(file, relative) {
    const absolute = relative.startsWith('/') || (file.startsWith('/') && relative !== '');
    const steps = [];
    for (const step of [...(relative.startsWith('/') ? [] : file.split('/').slice(0, -1)), ...relative.split('/')]) {
        if (step === '' || step === '.')
            continue;
        if (step === '..' && steps.length > 0 && steps.at(-1) !== '..')
            steps.pop();
        else
            steps.push(step);
    }
    return `${absolute ? '/' : ''}${steps.join('/')}`;
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return undefined;
    }
}
/**
 * Reads the text of a `$ref`: a file relative to the one it stands in, and a JSON pointer (RFC 6901) or an anchor in it.
 *
 * Both are URI parts, so `%20` is a blank; `~1` is a slash in a step of a pointer.
 */
function referenceOf(text, from) {
    if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(text))
        return { kind: 'url' };
    const [before = '', ...after] = text.split('#');
    const [file, fragment] = [decode(before), decode(after.join('#'))];
    if (file === undefined || fragment === undefined || after.length > 1)
        return { kind: 'malformed' };
    const at = file === '' ? from : pathFrom(from, file);
    if (fragment !== '' && !fragment.startsWith('/'))
        return { kind: 'anchor', file: at, name: fragment };
    const steps = fragment.split('/').slice(1);
    return { kind: 'target', file: at, path: steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')) };
}


/***/ }),

/***/ 97725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ Inclusion)
});

// EXTERNAL MODULE: ../openapi/lib/document/node.js
var document_node = __webpack_require__(15695);
// EXTERNAL MODULE: ../openapi/lib/inclusion/number.js
var number = __webpack_require__(30951);
;// CONCATENATED MODULE: ../openapi/lib/inclusion/array.js


const isUnique = ({ alternative }) => alternative.atoms.some((atom) => (0,document_node/* child */.jf)(atom, 'uniqueItems')?.value === true);
function prefixEdges(sub, sup) {
    const length = Math.max(sub.prefix.length, sup.prefix.length);
    return Array.from({ length }, (_, index) => ({
        step: `[${index}]`,
        sub: sub.prefix[index] ?? sub.items,
        sup: sup.prefix[index] ?? sup.items,
    }));
}
/** How the lists of one shape relate to another's. */
function arrayRelation(sub, sup) {
    const edges = [...prefixEdges(sub, sup)];
    const noItems = sub.items.some(({ value }) => value === false);
    if (!noItems && (sub.items.length > 0 || sup.items.length > 0))
        edges.push({ step: '[]', sub: sub.items, sup: sup.items });
    const single = sub.itemCount.max <= 1;
    const unique = isUnique(sup) && !isUnique(sub) && !single;
    const reason = (0,number/* reasonAt */.SW)('unique-items', [sub, sup], ['with an item twice', 'each item once'], ['uniqueItems']);
    return { reasons: unique ? [reason] : [], edges };
}

// EXTERNAL MODULE: ../openapi/lib/inclusion/same.js
var same = __webpack_require__(7992);
// EXTERNAL MODULE: ../openapi/lib/inclusion/value.js
var value = __webpack_require__(80365);
;// CONCATENATED MODULE: ../openapi/lib/inclusion/keyword.js



/** Keywords whose sets are not reasoned about: what the wider side says of them, the narrower must say alike. */
const COMPARED = [
    'not',
    'if',
    'then',
    'else',
    'contains',
    'minContains',
    'maxContains',
    'propertyNames',
    'dependentRequired',
    'dependentSchemas',
    'dependencies',
    'unevaluatedItems',
    'additionalItems',
    'contentEncoding',
    'contentMediaType',
    'contentSchema',
];
const gather = ({ alternative }, key) => alternative.atoms.flatMap((atom) => (0,document_node/* child */.jf)(atom, key) ?? []);
/** Whether there is anything to compare: most schemas hold none of these keywords. */
const holdsAny = ({ alternative }) => alternative.atoms.some(({ value }) => (0,document_node/* isTree */.xK)(value) && COMPARED.some((key) => key in value));
function comparedReasons(sub, sup, key) {
    const own = gather(sub, key);
    return gather(sup, key).flatMap((wanted) => {
        // Nothing is forbidden by these two when they let everything in.
        if (wanted.value === true || own.some((each) => (0,same/* sameSchema */.G)(each, wanted)))
            return [];
        const hit = key === 'not' ? forbidden(wanted, sub) : undefined;
        if (hit === 'none')
            return [];
        if (hit === 'all')
            return [{ kind: 'type', given: (0,value/* wordsOfTypes */.K)(sub), wanted: `not ${(0,document_node/* textOf */.b6)(wanted, 'type')}`, sup: wanted }];
        const [first] = own;
        const given = first === undefined ? `without "${key}"` : `with another "${key}"`;
        return [{ kind: 'keyword', given, wanted: `as "${key}" says`, sup: wanted, ...(first !== undefined && { sub: first }) }];
    });
}
/** What `not` forbids where it forbids a type alone: the types of the one side tell whether it holds that at all. */
function forbidden(wanted, { types }) {
    const type = (0,document_node/* textOf */.b6)(wanted, 'type');
    if (type === undefined || !(0,document_node/* isTree */.xK)(wanted.value) || Object.keys(wanted.value).length > 1)
        return undefined;
    const within = (each) => each === type || (each === 'integer' && type === 'number');
    if ([...types].every(within))
        return 'all';
    return [...types].some((each) => within(each) || (each === 'number' && type === 'integer')) ? undefined : 'none';
}
/** Compositions that were too many to take apart. */
function opaqueReasons({ alternative: sub }, { alternative: sup }) {
    return sup.opaque.flatMap((wanted) => sub.opaque.some((each) => (0,same/* sameSchema */.G)(each, wanted))
        ? []
        : [{ kind: 'keyword', given: 'composed otherwise', wanted: 'composed as the schema says', sup: wanted }]);
}
function discriminatorReasons(sub, sup) {
    const [inner] = gather(sub, 'discriminator');
    const [outer] = gather(sup, 'discriminator');
    if (inner === undefined || outer === undefined)
        return [];
    const [given, wanted] = [(0,document_node/* textOf */.b6)(inner, 'propertyName') ?? inner.value, (0,document_node/* textOf */.b6)(outer, 'propertyName') ?? outer.value];
    if (given !== wanted)
        return [
            {
                kind: 'discriminator',
                given: `told apart by ${String(given)}`,
                wanted: `told apart by ${String(wanted)}`,
                sub: inner,
                sup: outer,
            },
        ];
    const [names, known] = [(0,document_node/* child */.jf)(inner, 'mapping'), (0,document_node/* child */.jf)(outer, 'mapping')];
    if (names === undefined || known === undefined)
        return [];
    return (0,document_node/* children */.Y_)(names).flatMap(([name, node]) => {
        const other = (0,document_node/* child */.jf)(known, name);
        const last = (value) => String(value).split('/').at(-1);
        if (other !== undefined && last(other.value) === last(node.value))
            return [];
        const meant = other === undefined ? 'nothing' : String(other.value);
        return [
            {
                kind: 'discriminator',
                given: `"${name}" for ${String(node.value)}`,
                wanted: `"${name}" for ${meant}`,
                sub: node,
                sup: other ?? known,
            },
        ];
    });
}
/** Why one shape is not within another by keywords that are compared as they are written. */
function keywordReasons(sub, sup) {
    return [
        ...(holdsAny(sup) ? COMPARED.flatMap((key) => comparedReasons(sub, sup, key)) : []),
        ...opaqueReasons(sub, sup),
        ...discriminatorReasons(sub, sup),
    ];
}

// EXTERNAL MODULE: ../openapi/lib/schema/alternatives.js
var alternatives = __webpack_require__(75125);
// EXTERNAL MODULE: ../openapi/lib/schema/pattern.js
var schema_pattern = __webpack_require__(97575);
;// CONCATENATED MODULE: ../openapi/lib/inclusion/object.js




/** Whether a property has no part in a direction: what is read only is never sent, what is write only never answered. */
function isHidden(schemas, view) {
    const flag = view === 'request' ? 'readOnly' : 'writeOnly';
    return (0,alternatives/* alternatives */.V)(schemas).some(({ atoms }) => atoms.some((atom) => (0,document_node/* child */.jf)(atom, flag)?.value === true));
}
function visible({ properties }, view) {
    const hidden = new Set();
    for (const [name, schemas] of properties)
        if (isHidden(schemas, view))
            hidden.add(name);
    return hidden.size === 0 ? properties : new Map([...properties].filter(([name]) => !hidden.has(name)));
}
function about(property, reason, at) {
    return { ...reason, property, ...at };
}
const placeOf = (schemas) => schemas?.[0];
/** What the wider side must have and the narrower does not promise. */
function requiredReasons({ sub, sup, subProperties, view }) {
    return [...sup.required].flatMap(([name, node]) => {
        const declared = sup.properties.get(name);
        if (declared !== undefined && isHidden(declared, view))
            return [];
        if (sub.required.has(name) && (subProperties.has(name) || !sub.properties.has(name)))
            return [];
        const own = placeOf(subProperties.get(name));
        const kind = own === undefined ? 'property-missing' : 'property-optional';
        const given = own === undefined ? 'is not there' : 'may be left out';
        const reason = (0,number/* reasonAt */.SW)(kind, [sub, sup], [given, 'must be there'], ['properties', 'required']);
        return [about(name, reason, { sup: placeOf(declared) ?? node, ...(own !== undefined && { sub: own }) })];
    });
}
/** The schemas that hold for a property that the shape does not name; undefined where nothing is said, false for none. */
function unnamed({ patterned, additional }, name) {
    const fitting = patterned.filter(([pattern]) => (0,schema_pattern/* matches */.c)(pattern, name) !== false).map(([, node]) => node);
    return fitting.length > 0 ? fitting : additional;
}
function sentProperty(name, schemas, sides) {
    const { sub, sup, supProperties, view } = sides;
    const own = supProperties.get(name);
    if (own !== undefined)
        return { step: name, sub: schemas, sup: own };
    const hidden = sup.properties.get(name);
    const rest = hidden === undefined ? unnamed(sup, name) : undefined;
    const at = { ...(placeOf(schemas) !== undefined && { sub: placeOf(schemas) }) };
    if (hidden !== undefined && view === 'answer') {
        const reason = (0,number/* reasonAt */.SW)('property-forbidden', [sub, sup], ['is there', 'is only written, never answered'], ['properties']);
        return { reason: about(name, reason, hidden[0] === undefined ? at : { ...at, sup: hidden[0] }) };
    }
    // A description that lets answers hold more than it said before does no harm: readers pass over what they do not know.
    if (rest === false && view !== 'response') {
        const reason = (0,number/* reasonAt */.SW)('property-forbidden', [sub, sup], ['may be there', 'must not be there'], ['additionalProperties', 'properties']);
        return { reason: about(name, reason, at) };
    }
    if (rest !== undefined && rest !== false && rest.length > 0)
        return { step: name, sub: schemas, sup: rest };
    if (view !== 'request' || rest !== undefined)
        return {};
    const reason = (0,number/* reasonAt */.SW)('property-ignored', [sub, sup], ['may be there', 'nothing is made of it'], ['properties']);
    return { reason: about(name, reason, at) };
}
function droppedReasons({ sub, sup, subProperties, supProperties, view }) {
    if (view !== 'response')
        return [];
    return [...supProperties].flatMap(([name, schemas]) => {
        if (subProperties.has(name) || sup.required.has(name) || sub.required.has(name))
            return [];
        if (unnamed(sub, name))
            return [];
        const reason = (0,number/* reasonAt */.SW)('property-dropped', [sub, sup], ['is not there', 'may be there'], ['properties']);
        const [place] = schemas;
        return [about(name, reason, place === undefined ? {} : { sup: place })];
    });
}
/** Properties that are not named on the narrower side, which says itself that there may be any. */
function additional({ sub, sup, supProperties, view }) {
    const relation = { reasons: [], edges: [] };
    if (sub.additional === undefined || sub.additional === false)
        return relation;
    const sides = [sub, sup];
    if (sup.additional === false && view === 'request')
        relation.reasons.push((0,number/* reasonAt */.SW)('additional-properties', sides, ['any others', 'no others'], ['additionalProperties']));
    if (sup.additional !== undefined && sup.additional !== false && sup.additional.length > 0)
        relation.edges.push({ step: '*', sub: sub.additional, sup: sup.additional });
    if (sub.additional.length === 0)
        return relation;
    for (const [name, schemas] of supProperties) {
        if (!sub.properties.has(name))
            relation.edges.push({ step: name, sub: sub.additional, sup: schemas });
    }
    return relation;
}
function patterned({ sub, sup }) {
    return sub.patterned.flatMap(([pattern, node]) => {
        const same = sup.patterned.filter(([other]) => other === pattern).map(([, schema]) => schema);
        return same.length === 0 ? [] : [{ step: `/${pattern}/`, sub: [node], sup: same }];
    });
}
/** How the objects of one shape relate to another's. An object is taken to hold what its schema names, and no more. */
function objectRelation(sub, sup, view) {
    const sides = { sub, sup, view, subProperties: visible(sub, view), supProperties: visible(sup, view) };
    const sent = [...sides.subProperties].map(([name, schemas]) => sentProperty(name, schemas, sides));
    const others = additional(sides);
    return {
        reasons: [
            ...requiredReasons(sides),
            ...sent.flatMap(({ reason }) => reason ?? []),
            ...droppedReasons(sides),
            ...others.reasons,
        ],
        edges: [
            ...sent.flatMap(({ step, sub: inner, sup: outer }) => step === undefined || inner === undefined || outer === undefined ? [] : [{ step, sub: inner, sup: outer }]),
            ...others.edges,
            ...patterned(sides),
        ],
    };
}

// EXTERNAL MODULE: ../openapi/lib/inclusion/union.js
var union = __webpack_require__(49323);
;// CONCATENATED MODULE: ../openapi/lib/inclusion/overlap.js


const branchOf = ({ alternative }) => alternative.branches.filter(({ parent }) => parent?.key === 'oneOf');
/** Every two alternatives that rule each other out. */
function rivalsAmong(shapes) {
    return shapes.flatMap((one, index) => shapes.slice(index + 1).flatMap((other) => {
        const fork = branchOf(one).find((branch) => branchOf(other).some(({ parent, key }) => parent?.value === branch.parent?.value && key !== branch.key));
        return fork?.parent === undefined ? [] : [{ pair: [one, other], keyword: fork.parent }];
    }));
}
/** Whether a schema has been taken apart at a `oneOf` of its own, which then says what may be at once. */
const isForked = (shape) => branchOf(shape).length > 0;
/** Those values of a shape that hold every property which two others ask for, and none but those that must be there. */
function fitting(shape, [one, other]) {
    const asked = [...one.required, ...other.required].filter(([name]) => shape.properties.has(name));
    const required = new Map([...shape.required, ...asked]);
    return { ...shape, required, properties: new Map([...shape.properties].filter(([name]) => required.has(name))) };
}
/** The reason that some values of a piece are in both of two alternatives, of which they may be in one. */
function overlapReason(sub, { pair, keyword }) {
    const names = pair.map((shape) => (0,union/* nameOf */.Vb)(shape) ?? (0,value/* wordsOfTypes */.K)(shape));
    const [place] = sub.alternative.atoms;
    return {
        kind: 'overlap',
        given: `two of them at once (${names.join(' and ')})`,
        wanted: 'exactly one of the branches of "oneOf"',
        sup: keyword,
        ...(place !== undefined && { sub: place }),
    };
}

// EXTERNAL MODULE: ../openapi/lib/inclusion/reason.js
var inclusion_reason = __webpack_require__(34626);
// EXTERNAL MODULE: ../openapi/lib/schema/format.js
var format = __webpack_require__(55042);
// EXTERNAL MODULE: ../openapi/lib/schema/json.js
var json = __webpack_require__(53083);
// EXTERNAL MODULE: ../openapi/lib/schema/shape.js + 1 modules
var shape = __webpack_require__(44030);
;// CONCATENATED MODULE: ../openapi/lib/inclusion/scalar.js





function typeReasons(sub, sup) {
    const has = (type) => sup.types.has(type) || (type === 'integer' && sup.types.has('number'));
    const extra = [...sub.types].filter((type) => !has(type));
    const sides = [sub, sup];
    return [
        ...(extra.includes('null') ? [(0,number/* reasonAt */.SW)('null', sides, ['null', (0,value/* wordsOfTypes */.K)(sup)], ['type', 'nullable'])] : []),
        ...(extra.some((type) => type !== 'null') ? [(0,number/* reasonAt */.SW)('type', sides, [(0,value/* wordsOfTypes */.K)(sub), (0,value/* wordsOfTypes */.K)(sup)], ['type'])] : []),
    ];
}
function patternReasons(sub, sup) {
    const own = (0,shape/* textsOf */.C)(sub, 'pattern').map(({ text }) => text);
    return (0,shape/* textsOf */.C)(sup, 'pattern')
        .filter(({ text }) => !own.includes(text) && !['', '.*', '^.*$'].includes(text))
        .map(({ text }) => {
        const given = own.length === 0 ? 'any text' : `like ${own.join(' and ')}`;
        return (0,number/* reasonAt */.SW)('pattern', [sub, sup], [given, `like ${text}`], ['pattern']);
    });
}
function formatReasons(sub, sup) {
    const own = (0,shape/* textsOf */.C)(sub, 'format').map(({ text }) => text);
    return (0,shape/* textsOf */.C)(sup, 'format')
        .filter(({ text }) => !own.some((each) => (0,format/* formatWithin */.p)(each, text)))
        .map(({ text }) => {
        const given = own.length === 0 ? 'of no format' : `of the format ${own.join(' and ')}`;
        return (0,number/* reasonAt */.SW)('format', [sub, sup], [given, `of the format ${text}`], ['format']);
    });
}
/** An open set of values within a listed one: only true and false can be written out. */
function listReasons(sub, sup) {
    if (sup.values === undefined)
        return [];
    const boolean = [...sub.types].every((type) => type === 'boolean' || type === 'null');
    const has = (value) => sup.values?.some((each) => each.value === value) ?? false;
    if (boolean && [true, false].every(has) && (!sub.types.has('null') || has(null)))
        return [];
    const wanted = `one of ${sup.values
        .slice(0, 12)
        .map((each) => (0,json/* shown */.SP)(each.value))
        .join(', ')}`;
    return [(0,number/* reasonAt */.SW)('enum', [sub, sup], [`any ${(0,value/* wordsOfTypes */.K)(sub)}`, wanted], ['enum', 'const'])];
}
/** Why the values of one shape, each taken as a whole, are not within another: types, lists, limits, patterns, formats. */
function scalarReasons(sub, sup) {
    if (sub.values !== undefined)
        return sub.values.flatMap((listed) => (0,value/* valueReasons */.L)(listed, sub, sup));
    const types = typeReasons(sub, sup);
    const common = [...sub.types].some((type) => sup.types.has(type) || (type === 'integer' && sup.types.has('number')));
    if (!common)
        return types;
    const text = sub.types.has('string') && sup.types.has('string');
    return [
        ...types,
        ...listReasons(sub, sup),
        ...(0,number/* limitReasons */.dq)(sub, sup),
        ...(text ? patternReasons(sub, sup) : []),
        ...formatReasons(sub, sup),
    ];
}

;// CONCATENATED MODULE: ../openapi/lib/inclusion/inclusion.js







function pathTo(reached, property) {
    const path = property === undefined ? [] : [property];
    for (let at = reached; at !== undefined; at = at.from)
        if (at.step !== undefined)
            path.unshift(at.step);
    return path;
}
/**
 * Judges whether all values of one schema are values of another.
 *
 * It remembers what it finds of a pair of schemas, so that schemas that hold themselves come to an end and schemas that many
 * operations use are compared once. It errs on one side: keywords whose sets are not reasoned about, such as `not`, must be
 * written alike. That no two branches of a `oneOf` hold at once is looked at where there was no `oneOf` before, and not in answers
 * that were seen.
 */
class Inclusion {
    #view;
    #ids = new Map();
    #relations = new Map();
    #spotless = new Set();
    #below = new Map();
    #next = 0;
    constructor(view) {
        this.#view = view;
    }
    /** Every reason why values of `sub` are none of `sup`; none when all of them are. */
    reasons(sub, sup) {
        const root = this.#relate({ sub, sup });
        if (this.#spotless.has(root))
            return [];
        const found = this.#search(root);
        if (found.length === 0)
            this.#markSpotless(root);
        return found;
    }
    #idOf({ value }) {
        if (typeof value !== 'object' || value === null)
            return String(value);
        const known = this.#ids.get(value) ?? this.#next++;
        this.#ids.set(value, known);
        return String(known);
    }
    #under(edge) {
        const known = this.#below.get(edge) ?? this.#relate(edge);
        this.#below.set(edge, known);
        return known;
    }
    #keyOf(schemas) {
        const [only] = schemas;
        if (schemas.length === 1 && only !== undefined)
            return this.#idOf(only);
        return [...new Set(schemas.map((each) => this.#idOf(each)))].sort().join(',');
    }
    #relate({ sub, sup }) {
        const key = `${this.#keyOf(sub)}<${this.#keyOf(sup)}`;
        const known = this.#relations.get(key);
        if (known !== undefined)
            return known;
        // Remembered before it is filled: a pair that leads back to itself holds as long as nothing else speaks against it.
        const relation = { reasons: [], edges: [] };
        this.#relations.set(key, relation);
        const [subs, sups] = [(0,union/* ways */.LN)(sub), (0,union/* ways */.LN)(sup)];
        const [single] = sups;
        const one = sups.length === 1 && single !== undefined;
        for (const { reasons, edges } of one ? subs.map((each) => this.#shapes(each, single)) : this.#among(subs, sups)) {
            relation.reasons.push(...reasons);
            relation.edges.push(...edges);
        }
        if (this.#view !== 'answer')
            relation.reasons.push(...this.#overlaps(subs, sups));
        return relation;
    }
    #shapes(sub, sup) {
        const both = (type) => sub.values === undefined && sub.types.has(type) && sup.types.has(type);
        const objects = both('object') ? objectRelation(sub, sup, this.#view) : undefined;
        const arrays = both('array') ? arrayRelation(sub, sup) : undefined;
        return {
            reasons: [...scalarReasons(sub, sup), ...(objects?.reasons ?? []), ...(arrays?.reasons ?? []), ...this.#keywords(sub, sup)],
            edges: [...(objects?.edges ?? []), ...(arrays?.edges ?? [])],
        };
    }
    /** A value that was seen is not written alike, or otherwise: what it is by these keywords cannot be told. */
    #keywords(sub, sup) {
        const reasons = keywordReasons(sub, sup);
        if (this.#view !== 'answer')
            return reasons;
        return reasons.map((reason) => (reason.kind === 'keyword' ? { ...reason, kind: 'unproven' } : reason));
    }
    /** Each piece of the one union beside the alternative of the other that it fits best. */
    #among(subs, sups) {
        const parts = subs.flatMap((sub, index) => (0,union/* pieces */.IE)(sub).map((piece) => ({ piece, index })));
        return parts.map(({ piece, index }) => {
            const tried = sups.map((sup) => this.#shapes(piece, sup));
            const grades = tried.map((relation) => this.#grade(relation));
            const best = Math.max(...grades);
            const at = best > 0 ? grades.indexOf(best) : (0,union/* meant */.wx)(piece, index, sups);
            return tried[at ?? -1] ?? { reasons: [(0,union/* unionReason */.Oq)(piece, sups)], edges: [] };
        });
    }
    /** What meets two branches of a `oneOf` is refused by it: looked for where the narrower side has no `oneOf` of its own. */
    #overlaps(subs, sups) {
        const rivals = rivalsAmong(sups);
        const plain = rivals.length === 0 ? [] : subs.filter((sub) => !isForked(sub)).flatMap(union/* pieces */.IE);
        return plain.flatMap((piece) => {
            const met = rivals.find(({ pair }) => {
                const values = fitting(piece, pair);
                return pair.every((sup) => this.#grade(this.#shapes(values, sup)) > 0);
            });
            return met === undefined ? [] : [overlapReason(piece, met)];
        });
    }
    /** How well one shape is within another: 2 without a word, 1 without a wrong value, 0 not. */
    #grade(relation) {
        const found = this.#search(relation);
        if (found.some(({ reason }) => (0,inclusion_reason/* isWrong */.c)(reason)))
            return 0;
        return found.length === 0 ? 2 : 1;
    }
    /** Every reason that can be reached, the nearest path to each; without recursion, for schemas may be chained for long. */
    #search(root) {
        const found = [];
        const seen = new Set([root]);
        const open = [{ relation: root }];
        for (const at of open) {
            for (const reason of at.relation.reasons)
                found.push({ reason, path: pathTo(at, reason.property) });
            for (const edge of at.relation.edges) {
                const relation = this.#under(edge);
                if (seen.has(relation) || this.#spotless.has(relation))
                    continue;
                seen.add(relation);
                open.push({ relation, from: at, step: edge.step });
            }
        }
        return found;
    }
    #markSpotless(root) {
        const seen = new Set([root]);
        for (const relation of seen) {
            this.#spotless.add(relation);
            for (const edge of relation.edges) {
                const next = this.#under(edge);
                if (!this.#spotless.has(next))
                    seen.add(next);
            }
        }
    }
}


/***/ }),

/***/ 30951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FE: () => (/* binding */ isMultiple),
/* harmony export */   SW: () => (/* binding */ reasonAt),
/* harmony export */   dq: () => (/* binding */ limitReasons)
/* harmony export */ });
/* harmony import */ var _document_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15695);
/* harmony import */ var _schema_interval_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87252);


function place({ alternative }, keys) {
    for (const atom of alternative.atoms) {
        const found = keys.map((key) => (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(atom, key)).find((node) => node !== undefined);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** A reason with the places of the keywords that it is about. */
function reasonAt(kind, sides, words, keys) {
    const [sub, sup] = sides.map((side) => place(side, keys) ?? side.alternative.atoms[0]);
    return { kind, given: words[0], wanted: words[1], ...(sub !== undefined && { sub }), ...(sup !== undefined && { sup }) };
}
const lower = ({ min, minOpen }, unit) => min === -Infinity ? 'any number, however small' : `${minOpen ? 'over' : 'at least'} ${min}${unit}`;
const upper = ({ max, maxOpen }, unit) => max === Infinity
    ? `without an upper limit${unit === '' ? '' : ` of${unit}`}`
    : `${maxOpen ? 'under' : 'at most'} ${max}${unit}`;
const MEASURES = [
    {
        of: 'numbers',
        types: ['number', 'integer'],
        kinds: ['minimum', 'maximum'],
        unit: '',
        keys: [
            ['minimum', 'exclusiveMinimum'],
            ['maximum', 'exclusiveMaximum'],
        ],
    },
    {
        of: 'length',
        types: ['string'],
        kinds: ['min-length', 'max-length'],
        unit: ' characters',
        keys: [['minLength'], ['maxLength']],
    },
    { of: 'itemCount', types: ['array'], kinds: ['min-items', 'max-items'], unit: ' items', keys: [['minItems'], ['maxItems']] },
    {
        of: 'propertyCount',
        types: ['object'],
        kinds: ['min-properties', 'max-properties'],
        unit: ' properties',
        keys: [['minProperties'], ['maxProperties']],
    },
];
function measured({ of, kinds, unit, keys }, sub, sup) {
    const [inner, outer] = [sub[of], sup[of]];
    if (inner === outer)
        return [];
    const sides = [sub, sup];
    return [
        ...((0,_schema_interval_js__WEBPACK_IMPORTED_MODULE_1__/* .minWithin */ .Wc)(inner, outer) ? [] : [reasonAt(kinds[0], sides, [lower(inner, unit), lower(outer, unit)], keys[0])]),
        ...((0,_schema_interval_js__WEBPACK_IMPORTED_MODULE_1__/* .maxWithin */ .ih)(inner, outer) ? [] : [reasonAt(kinds[1], sides, [upper(inner, unit), upper(outer, unit)], keys[1])]),
    ];
}
const multiplesOf = ({ alternative }) => alternative.atoms
    .map((atom) => (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(atom, 'multipleOf')?.value)
    .filter((each) => typeof each === 'number' && each > 0);
/** Whether one number is a multiple of another, in spite of what binary fractions make of decimal ones. */
const isMultiple = (value, of) => Math.abs(value / of - Math.round(value / of)) < 1e-9 * Math.max(1, Math.abs(value / of));
/** Limits of size that the wider side does not have room for, of the types that both sides know. */
function limitReasons(sub, sup) {
    const shared = (types) => [...sub.types].some((type) => types.includes(type));
    const found = [];
    for (const measure of MEASURES)
        if (shared(measure.types))
            found.push(...measured(measure, sub, sup));
    if (!shared(['number', 'integer']))
        return found;
    const own = multiplesOf(sub);
    const wholeOnly = !sub.types.has('number');
    const missing = multiplesOf(sup).filter((wanted) => {
        if (wanted === 1 && wholeOnly)
            return false;
        return !own.some((each) => isMultiple(each, wanted));
    });
    const words = (of) => (of.length === 0 ? 'any number' : `a multiple of ${of.join(' and ')}`);
    return missing.length === 0
        ? found
        : [...found, reasonAt('multiple', [sub, sup], [words(own), words(missing)], ['multipleOf'])];
}


/***/ }),

/***/ 34626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ isWrong)
/* harmony export */ });
/** Kinds that tell of a loss without any value being wrong. */
const HARMLESS = new Set(['property-ignored', 'property-dropped', 'unproven']);
/** Whether a reason means that some value is wrong. */
const isWrong = ({ kind }) => !HARMLESS.has(kind);


/***/ }),

/***/ 7992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ sameSchema)
/* harmony export */ });
/* harmony import */ var _document_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15695);
/* harmony import */ var _schema_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53083);


const ANNOTATIONS = /^(x-.*|title|description|example|examples|default|deprecated|externalDocs|xml|\$comment|readOnly|writeOnly)$/;
/** Whether two schemas are written alike, through their references and apart from what only explains them. */
function sameSchema(a, b, open = new Map()) {
    const [left, right] = [(0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .resolve */ .hd)(a), (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .resolve */ .hd)(b)];
    if (typeof left.value !== 'object' || typeof right.value !== 'object' || left.value === null || right.value === null)
        return (0,_schema_json_js__WEBPACK_IMPORTED_MODULE_1__/* .equal */ .LC)(left.value, right.value);
    if (Array.isArray(left.value) !== Array.isArray(right.value))
        return false;
    if (open.get(left.value)?.has(right.value))
        return true;
    const within = new Map(open).set(left.value, new Set([...(open.get(left.value) ?? []), right.value]));
    const parts = (node) => new Map((0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(node).filter(([key]) => !(0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isTree */ .xK)(node.value) || !ANNOTATIONS.test(key)));
    const [ours, theirs] = [parts(left), parts(right)];
    return (ours.size === theirs.size &&
        [...ours].every(([key, node]) => {
            const other = theirs.get(key);
            return other !== undefined && sameSchema(node, other, within);
        }));
}


/***/ }),

/***/ 49323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IE: () => (/* binding */ pieces),
/* harmony export */   LN: () => (/* binding */ ways),
/* harmony export */   Oq: () => (/* binding */ unionReason),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   wx: () => (/* binding */ meant)
/* harmony export */ });
/* harmony import */ var _document_node_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15695);
/* harmony import */ var _schema_alternatives_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75125);
/* harmony import */ var _schema_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44030);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80365);




/** The ways to meet all of some schemas; those that no value can go are left out. */
const ways = (schemas) => (0,_schema_alternatives_js__WEBPACK_IMPORTED_MODULE_0__/* .alternatives */ .V)(schemas)
    .map(_schema_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .shapeOf */ .F)
    .filter(({ types }) => types.size > 0);
/** What people call a branch: the schema that it refers to, or its title. */
function nameOf({ alternative }) {
    const [branch] = alternative.branches;
    return branch === undefined ? undefined : ((0,_document_node_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(branch, '$ref')?.split('/').at(-1) ?? (0,_document_node_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(branch, 'title'));
}
/** One piece a type and value, so that what several alternatives hold together is found in them one by one. */
function pieces(shape) {
    if (shape.values !== undefined)
        return shape.values.map((listed) => ({ ...shape, values: [listed] }));
    return shape.types.size <= 1 ? [shape] : [...shape.types].map((type) => ({ ...shape, types: new Set([type]) }));
}
/** The reason that a piece is in none of the alternatives. */
function unionReason(sub, sups) {
    const place = sub.alternative.branches[0] ?? sub.alternative.atoms[0];
    const [other] = sups.flatMap(({ alternative }) => alternative.branches[0]?.parent ?? alternative.atoms);
    const wanted = new Set(sups.map((each) => nameOf(each) ?? (0,_value_js__WEBPACK_IMPORTED_MODULE_3__/* .wordsOfTypes */ .K)(each)));
    return {
        kind: sub.types.size === 1 && sub.types.has('null') ? 'null' : 'alternative',
        given: nameOf(sub) ?? (0,_value_js__WEBPACK_IMPORTED_MODULE_3__/* .wordsOfTypes */ .K)(sub),
        wanted: [...wanted].join(' or ') || 'nothing',
        ...(place !== undefined && { sub: place }),
        ...(other !== undefined && { sup: other }),
    };
}
/**
 * The alternative that a piece which is in none of them was most likely meant for; undefined when it is none.
 *
 * The one of the same name, else the only one of its type, else the one that stands at its place.
 */
function meant(sub, index, sups) {
    const name = nameOf(sub);
    const named = name === undefined ? -1 : sups.findIndex((sup) => nameOf(sup) === name);
    if (named >= 0)
        return named;
    const kin = sups.flatMap(({ types }, at) => ([...sub.types].some((type) => types.has(type)) ? [at] : []));
    if (kin.length === 1)
        return kin[0];
    return name === undefined && kin.includes(index) ? index : undefined;
}


/***/ }),

/***/ 80365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ wordsOfTypes),
/* harmony export */   L: () => (/* binding */ valueReasons)
/* harmony export */ });
/* harmony import */ var _document_node_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15695);
/* harmony import */ var _schema_format_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(55042);
/* harmony import */ var _schema_interval_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87252);
/* harmony import */ var _schema_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53083);
/* harmony import */ var _schema_pattern_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97575);
/* harmony import */ var _schema_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44030);
/* harmony import */ var _number_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30951);







function typeFits(value, { types }) {
    const type = (0,_schema_json_js__WEBPACK_IMPORTED_MODULE_0__/* .typeOf */ .QP)(value);
    return types.has(type) || (type === 'integer' && types.has('number'));
}
function textReasons(listed, sub, sup) {
    const value = listed.value;
    const at = { sub: listed.at };
    const size = [...value].length;
    const patterns = (0,_schema_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .C)(sup, 'pattern').flatMap(({ text, at: place }) => {
        const found = (0,_schema_pattern_js__WEBPACK_IMPORTED_MODULE_2__/* .matches */ .c)(text, value);
        if (found === true)
            return [];
        const wanted = `like ${text}`;
        const [kind, given] = found === false ? ['pattern', (0,_schema_json_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(value)] : ['unproven', `${(0,_schema_json_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(value)} and a pattern`];
        return [{ kind, given, wanted, sup: place, ...at }];
    });
    const tooShort = size < sup.length.min
        ? [(0,_number_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonAt */ .SW)('min-length', [sub, sup], [(0,_schema_json_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(value), `at least ${sup.length.min} characters`], ['minLength'])]
        : [];
    const tooLong = size > sup.length.max
        ? [(0,_number_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonAt */ .SW)('max-length', [sub, sup], [(0,_schema_json_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(value), `at most ${sup.length.max} characters`], ['maxLength'])]
        : [];
    return [...patterns, ...[...tooShort, ...tooLong].map((reason) => ({ ...reason, ...at }))];
}
function numberReasons(listed, sub, sup) {
    const value = listed.value;
    const { numbers } = sup;
    const make = (kind, wanted, keys) => ({
        ...(0,_number_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonAt */ .SW)(kind, [sub, sup], [(0,_schema_json_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(value), wanted], keys),
        sub: listed.at,
    });
    const small = value < numbers.min || (value === numbers.min && numbers.minOpen);
    const large = value > numbers.max || (value === numbers.max && numbers.maxOpen);
    const steps = sup.alternative.atoms.flatMap((atom) => (0,_document_node_js__WEBPACK_IMPORTED_MODULE_4__/* .child */ .jf)(atom, 'multipleOf')?.value ?? []);
    return [
        ...((0,_schema_interval_js__WEBPACK_IMPORTED_MODULE_5__/* .contains */ .gR)(numbers, value) || !small ? [] : [make('minimum', `at least ${numbers.min}`, ['minimum', 'exclusiveMinimum'])]),
        ...((0,_schema_interval_js__WEBPACK_IMPORTED_MODULE_5__/* .contains */ .gR)(numbers, value) || !large ? [] : [make('maximum', `at most ${numbers.max}`, ['maximum', 'exclusiveMaximum'])]),
        ...steps.flatMap((step) => typeof step === 'number' && step > 0 && !(0,_number_js__WEBPACK_IMPORTED_MODULE_3__/* .isMultiple */ .FE)(value, step)
            ? [make('multiple', `a multiple of ${step}`, ['multipleOf'])]
            : []),
    ];
}
function formatReasons(listed, sup) {
    return (0,_schema_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .C)(sup, 'format').flatMap(({ text, at }) => (0,_schema_format_js__WEBPACK_IMPORTED_MODULE_6__/* .hasFormat */ .o)(text, listed.value)
        ? []
        : [{ kind: 'format', given: (0,_schema_json_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(listed.value), wanted: `of the format ${text}`, sub: listed.at, sup: at }]);
}
/** Why a listed value, of which everything is known, is none of the wider side. */
function valueReasons(listed, sub, sup) {
    const { value, at } = listed;
    if (!typeFits(value, sup)) {
        const kind = value === null ? 'null' : 'type';
        return [{ ...(0,_number_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonAt */ .SW)(kind, [sub, sup], [(0,_schema_json_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(value), wordsOfTypes(sup)], ['type']), sub: at }];
    }
    if (sup.values !== undefined && !sup.values.some((each) => (0,_schema_json_js__WEBPACK_IMPORTED_MODULE_0__/* .equal */ .LC)(each.value, value))) {
        const wanted = `one of ${sup.values
            .slice(0, 12)
            .map((each) => (0,_schema_json_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(each.value))
            .join(', ')}`;
        return [{ ...(0,_number_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonAt */ .SW)('enum', [sub, sup], [(0,_schema_json_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(value), wanted], ['enum', 'const']), sub: at }];
    }
    if (typeof value === 'string')
        return [...textReasons(listed, sub, sup), ...formatReasons(listed, sup)];
    return typeof value === 'number' ? [...numberReasons(listed, sub, sup), ...formatReasons(listed, sup)] : [];
}
/** The types of a shape in words. */
function wordsOfTypes({ types }) {
    const named = [...types].filter((type) => type !== 'integer' || !types.has('number'));
    if (named.length >= 6)
        return 'anything';
    return named.length === 0 ? 'nothing' : named.join(' or ');
}


/***/ }),

/***/ 75125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ alternatives)
/* harmony export */ });
/* harmony import */ var _document_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15695);

/** More ways than these are compared as they are written. */
const LIMIT = 64;
const COMPOSITIONS = ['allOf', 'anyOf', 'oneOf'];
const NULL = { type: 'null' };
const ANYTHING = { atoms: [], branches: [], opaque: [] };
const only = (atom) => ({ ...ANYTHING, atoms: [atom] });
function product(left, right) {
    return left.flatMap((a) => right.map((b) => ({
        atoms: [...a.atoms, ...b.atoms],
        branches: [...a.branches, ...b.branches],
        opaque: [...a.opaque, ...b.opaque],
    })));
}
function union(node, keyword, open) {
    return (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)((0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(node, keyword)).flatMap(([, branch]) => expand(branch, open).map((way) => ({ ...way, branches: [branch, ...way.branches] })));
}
/** Before 3.1, `nullable` beside a composition lets null in, whatever the composition says. */
function withNull(node, ways) {
    const { documents, value } = node;
    if (!(0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isTree */ .xK)(value) || documents.version === '3.1' || documents.version === '3.2')
        return ways;
    const nullable = value['nullable'] === true || value['x-nullable'] === true;
    const composed = ['allOf', 'anyOf', 'oneOf'].some((keyword) => keyword in value);
    return nullable && composed ? [...ways, only({ ...node, value: NULL })] : ways;
}
/** The ways to meet a schema. `open` holds what is being expanded, so that a schema that refers to itself ends. */
function expand(node, open) {
    if (!(0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isTree */ .xK)(node.value))
        return node.value === false ? [only(node)] : [ANYTHING];
    if (open.has(node.value))
        return [ANYTHING];
    const within = new Set([...open, node.value]);
    if ((0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .referenceAt */ .DO)(node) !== undefined) {
        const to = (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .resolve */ .hd)(node);
        const reached = to === node ? [ANYTHING] : expand(to, within);
        const alone = /^[23]\.0$/.test(node.documents.version) || Object.keys(node.value).length === 1;
        return alone ? reached : product([only(node)], reached);
    }
    let ways = [only(node)];
    if (!COMPOSITIONS.some((keyword) => keyword in node.value))
        return ways;
    for (const [, part] of (0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)((0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(node, 'allOf')))
        ways = bounded(ways, expand(part, within), part);
    for (const keyword of ['anyOf', 'oneOf']) {
        const branches = union(node, keyword, within);
        if (branches.length > 0)
            ways = bounded(ways, branches, node);
    }
    return withNull(node, ways);
}
function bounded(ways, more, whole) {
    if (ways.length * more.length <= LIMIT)
        return product(ways, more);
    return ways.map((way) => ({ ...way, opaque: [...way.opaque, whole] }));
}
/** What was expanded once: a schema is part of many comparisons, and never changes. */
const expanded = new WeakMap();
function expandOnce(schema) {
    if (!(0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isTree */ .xK)(schema.value))
        return expand(schema, new Set());
    const known = expanded.get(schema.value) ?? expand(schema, new Set()).map(distinct);
    expanded.set(schema.value, known);
    return known;
}
const distinct = (way) => way.atoms.length < 2 ? way : { ...way, atoms: [...new Map(way.atoms.map((atom) => [atom.value, atom])).values()] };
/** The ways to meet all schemas of a list. */
function alternatives(schemas) {
    const [only] = schemas;
    if (schemas.length === 1 && only !== undefined)
        return expandOnce(only);
    let ways = [ANYTHING];
    for (const schema of schemas)
        ways = bounded(ways, expandOnce(schema), schema);
    return ways.map(distinct);
}


/***/ }),

/***/ 55042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ hasFormat),
/* harmony export */   p: () => (/* binding */ formatWithin)
/* harmony export */ });
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
function isDate(text) {
    const [, year, month, day] = DATE.exec(text) ?? [];
    if (year === undefined)
        return false;
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
function isDateTime(text) {
    const [, date = '', hour, minute, second] = /^([\d-]{10})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.\d{1,12})?(?:[Zz]|[+-]\d{2}:\d{2})$/.exec(text) ?? [];
    return isDate(date) && Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60;
}
const FORMATS = {
    date: isDate,
    'date-time': isDateTime,
    uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
    email: (text) => /^[^\s@]{1,256}@[^\s@]{1,256}$/.test(text),
    ipv4: (text) => /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text),
    uri: (text) => URL.canParse(text),
};
const WHOLE = {
    int32: [-(2 ** 31), 2 ** 31 - 1],
    int64: [-(2 ** 63), 2 ** 63],
};
/** Whether a value has a format; a format that is not known here says nothing, as JSON Schema has it. */
function hasFormat(format, value) {
    if (typeof value === 'string')
        return FORMATS[format]?.(value) ?? true;
    const range = WHOLE[format];
    return typeof value !== 'number' || range === undefined || (Number.isInteger(value) && value >= range[0] && value <= range[1]);
}
/** Formats each of which has every value of the ones after it. */
const WIDER = [
    ['int64', 'int32'],
    ['double', 'float'],
    ['uri-reference', 'uri'],
    ['iri-reference', 'iri'],
    ['iri', 'uri'],
    ['idn-email', 'email'],
    ['idn-hostname', 'hostname'],
];
/** Whether every value of the one format surely has the other. */
function formatWithin(inner, outer) {
    return inner === outer || WIDER.some(([wide, narrow]) => wide === outer && narrow === inner);
}


/***/ }),

/***/ 87252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Im: () => (/* binding */ isEmpty),
/* harmony export */   WQ: () => (/* binding */ whole),
/* harmony export */   Wc: () => (/* binding */ minWithin),
/* harmony export */   gR: () => (/* binding */ contains),
/* harmony export */   ih: () => (/* binding */ maxWithin),
/* harmony export */   y$: () => (/* binding */ intersect),
/* harmony export */   y2: () => (/* binding */ ALL)
/* harmony export */ });
/** All numbers. */
const ALL = { min: -Infinity, max: Infinity, minOpen: false, maxOpen: false };
/** The numbers that are in both. */
function intersect(a, b) {
    const lower = a.min > b.min || (a.min === b.min && a.minOpen) ? a : b;
    const upper = a.max < b.max || (a.max === b.max && a.maxOpen) ? a : b;
    return { min: lower.min, minOpen: lower.minOpen, max: upper.max, maxOpen: upper.maxOpen };
}
/** The same whole numbers with closed ends: over 0 is from 1. */
function whole({ min, max, minOpen, maxOpen }) {
    return {
        min: minOpen && Number.isInteger(min) ? min + 1 : Math.ceil(min),
        max: maxOpen && Number.isInteger(max) ? max - 1 : Math.floor(max),
        minOpen: false,
        maxOpen: false,
    };
}
/** Whether the interval's lower end admits nothing that `outer` does not. */
const minWithin = (inner, outer) => inner.min > outer.min || (inner.min === outer.min && (inner.minOpen || !outer.minOpen));
/** Whether the interval's upper end admits nothing that `outer` does not. */
const maxWithin = (inner, outer) => inner.max < outer.max || (inner.max === outer.max && (inner.maxOpen || !outer.maxOpen));
/** Whether no number is in it. */
const isEmpty = ({ min, max, minOpen, maxOpen }) => min > max || (min === max && (minOpen || maxOpen) && Number.isFinite(min));
/** Whether a number is in it. */
const contains = (interval, value) => minWithin({ ...ALL, min: value }, interval) && maxWithin({ ...ALL, max: value }, interval);


/***/ }),

/***/ 53083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LC: () => (/* binding */ equal),
/* harmony export */   QE: () => (/* binding */ TYPES),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   SP: () => (/* binding */ shown)
/* harmony export */ });
/* harmony import */ var _document_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15695);

/** The types of JSON Schema other than `integer`, which `number` holds. */
const TYPES = ['null', 'boolean', 'object', 'array', 'number', 'string'];
/** The type of a value. */
function typeOf(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'array';
    if (typeof value === 'number')
        return Number.isInteger(value) ? 'integer' : 'number';
    return typeof value === 'boolean' || typeof value === 'string' ? typeof value : 'object';
}
/** Whether two JSON values are equal; the order of keys does not count. */
function equal(a, b) {
    if (a === b)
        return true;
    if (Array.isArray(a) && Array.isArray(b))
        return a.length === b.length && a.every((each, index) => equal(each, b[index]));
    if (!(0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isTree */ .xK)(a) || !(0,_document_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isTree */ .xK)(b))
        return false;
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]));
}
/** A value as a reader should see it, cut when it is long. */
function shown(value) {
    const text = JSON.stringify(value) ?? 'nothing';
    return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}


/***/ }),

/***/ 97575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ matches)
/* harmony export */ });
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13980);

const compiled = new Map();
function compile(pattern) {
    if (!compiled.has(pattern)) {
        let made;
        try {
            made = re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.compile(pattern);
        }
        catch {
            made = undefined;
        }
        compiled.set(pattern, made);
    }
    return compiled.get(pattern);
}
/**
 * Whether a text has a match of the pattern; undefined when that cannot be told in bounded time.
 *
 * A description's author chooses both pattern and text, and JavaScript's own engine may take years for thirty letters. This one
 * is linear in the text; it knows neither look-around nor back references, and for those there is no answer.
 */
function matches(pattern, text) {
    return compile(pattern)?.matcher(text).find();
}


/***/ }),

/***/ 44030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ shapeOf),
  C: () => (/* binding */ textsOf)
});

// EXTERNAL MODULE: ../openapi/lib/document/node.js
var document_node = __webpack_require__(15695);
// EXTERNAL MODULE: ../openapi/lib/schema/interval.js
var interval = __webpack_require__(87252);
// EXTERNAL MODULE: ../openapi/lib/schema/json.js
var json = __webpack_require__(53083);
;// CONCATENATED MODULE: ../openapi/lib/schema/limits.js


const numberAt = (value) => (typeof value === 'number' && !Number.isNaN(value) ? value : undefined);
/**
 * The numbers that one schema lets in.
 *
 * Until 3.0 `exclusiveMinimum` is a flag beside `minimum`, from 3.1 on it is a number of its own; read by its own type it is
 * right in both.
 */
function numbersOf(atom) {
    if (atom === undefined || !(0,document_node/* isTree */.xK)(atom.value))
        return interval/* ALL */.y2;
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = atom.value;
    if ((minimum ?? maximum ?? exclusiveMinimum ?? exclusiveMaximum) === undefined)
        return interval/* ALL */.y2;
    const closed = {
        min: numberAt(minimum) ?? -Infinity,
        max: numberAt(maximum) ?? Infinity,
        minOpen: exclusiveMinimum === true,
        maxOpen: exclusiveMaximum === true,
    };
    const open = {
        min: numberAt(exclusiveMinimum) ?? -Infinity,
        max: numberAt(exclusiveMaximum) ?? Infinity,
        minOpen: numberAt(exclusiveMinimum) !== undefined,
        maxOpen: numberAt(exclusiveMaximum) !== undefined,
    };
    return (0,interval/* intersect */.y$)(closed, open);
}
const KEYS = {
    Length: ['minLength', 'maxLength'],
    Items: ['minItems', 'maxItems'],
    Properties: ['minProperties', 'maxProperties'],
};
const ANY_LENGTH = { ...interval/* ALL */.y2, min: 0 };
/** How long or how many one schema lets a value be; never less than nothing. */
function lengthOf(atom, kind) {
    if (atom === undefined || !(0,document_node/* isTree */.xK)(atom.value))
        return ANY_LENGTH;
    const { value } = atom;
    const [minKey, maxKey] = KEYS[kind];
    if ((value[minKey] ?? value[maxKey]) === undefined)
        return ANY_LENGTH;
    const [min, max] = [numberAt(value[minKey]), numberAt(value[maxKey])];
    return { min: Math.max(0, min ?? 0), max: max ?? Infinity, minOpen: false, maxOpen: false };
}

;// CONCATENATED MODULE: ../openapi/lib/schema/shape.js




const isModern = ({ documents }) => documents.version === '3.1' || documents.version === '3.2';
function typesOf(atom) {
    if (!(0,document_node/* isTree */.xK)(atom.value))
        return atom.value === false ? new Set() : undefined;
    const { type } = atom.value;
    const named = [type].flat().filter((each) => [...json/* TYPES */.QE, 'integer'].includes(each));
    // Swagger 2.0 has a type of its own for uploads, which are bytes.
    if (type === 'file')
        return new Set(['string']);
    if (named.length === 0)
        return undefined;
    const nullable = !isModern(atom) && (atom.value['nullable'] === true || atom.value['x-nullable'] === true);
    return new Set(nullable ? [...named, 'null'] : named);
}
function both(a, b) {
    const holds = (set, type) => set.has(type) || (type === 'integer' && set.has('number'));
    return new Set([...[...a].filter((type) => holds(b, type)), ...[...b].filter((type) => holds(a, type))]);
}
/** The values that an atom lists; before 3.1 a nullable list holds null without naming it. */
function valuesOf(atom) {
    const listed = (0,document_node/* child */.jf)(atom, 'enum');
    const constant = (0,document_node/* child */.jf)(atom, 'const');
    if (constant !== undefined)
        return [{ value: constant.value, at: constant }];
    if (listed === undefined || !Array.isArray(listed.value))
        return undefined;
    const values = (0,document_node/* children */.Y_)(listed).map(([, at]) => ({ value: at.value, at }));
    const nullable = !isModern(atom) && (0,document_node/* child */.jf)(atom, 'nullable')?.value === true;
    return nullable && !values.some(({ value }) => value === null) ? [...values, { value: null, at: listed }] : values;
}
const NONE = [];
const NO_PREFIX = [];
const NO_PROPERTIES = new Map();
const NO_REQUIRED = new Map();
const EVERY_TYPE = new Set(json/* TYPES */.QE);
/** The values of a keyword. Most schemas hold few keywords, so nothing is made for those that are not there. */
function gather(atoms, key) {
    let found;
    for (const atom of atoms) {
        const node = (0,document_node/* child */.jf)(atom, key);
        if (node === undefined)
            continue;
        found ??= [];
        found.push(node);
    }
    return found ?? NONE;
}
function propertiesOf(atoms) {
    const given = gather(atoms, 'properties');
    if (given.length === 0)
        return NO_PROPERTIES;
    const found = new Map();
    for (const [name, node] of given.flatMap(document_node/* children */.Y_)) {
        const known = found.get(name);
        if (known === undefined)
            found.set(name, [node]);
        else
            known.push(node);
    }
    return found;
}
function additionalOf(atoms) {
    const given = [...gather(atoms, 'additionalProperties'), ...gather(atoms, 'unevaluatedProperties')];
    if (given.some(({ value }) => value === false))
        return false;
    return given.length === 0 ? undefined : given.filter(({ value }) => value !== true);
}
function prefixOf(atoms) {
    const lists = [...gather(atoms, 'prefixItems'), ...gather(atoms, 'items').filter(({ value }) => Array.isArray(value))];
    if (lists.length === 0)
        return NO_PREFIX;
    const length = Math.max(0, ...lists.map((list) => (0,document_node/* children */.Y_)(list).length));
    return Array.from({ length }, (_, index) => lists.flatMap((list) => (0,document_node/* child */.jf)(list, index) ?? []));
}
/** The types and values that remain when each must agree with the other, and with the limits of numbers. */
function narrowed(atoms) {
    let types = EVERY_TYPE;
    let values;
    for (const atom of atoms) {
        const [own, listed] = [typesOf(atom), valuesOf(atom)];
        if (own !== undefined)
            types = types === EVERY_TYPE ? own : both(types, own);
        if (listed !== undefined)
            values = values === undefined ? listed : values.filter(({ value }) => listed.some((other) => (0,json/* equal */.LC)(other.value, value)));
    }
    const range = atoms.map(numbersOf).reduce(interval/* intersect */.y$);
    const numbers = types.has('integer') && !types.has('number') ? (0,interval/* whole */.WQ)(range) : range;
    const typed = values?.filter(({ value }) => {
        const type = (0,json/* typeOf */.QP)(value);
        if (!types.has(type) && !(type === 'integer' && types.has('number')))
            return false;
        return typeof value !== 'number' || (0,interval/* contains */.gR)(numbers, value);
    });
    if (typed === undefined)
        return { types: (0,interval/* isEmpty */.Im)(numbers) ? without(types) : types, numbers };
    return { types: new Set(typed.map(({ value }) => (0,json/* typeOf */.QP)(value))), values: typed, numbers };
}
const without = (types) => new Set([...types].filter((type) => type !== 'number' && type !== 'integer'));
const shapes = new WeakMap();
/** What one alternative says. An atom of its own says nothing about what it does not name. */
function shapeOf(alternative) {
    const shape = shapes.get(alternative) ?? makeShape(alternative);
    shapes.set(alternative, shape);
    return shape;
}
function requiredOf(atoms) {
    const lists = gather(atoms, 'required').filter(({ value }) => Array.isArray(value));
    return lists.length === 0 ? NO_REQUIRED : new Map(lists.flatMap(document_node/* children */.Y_).map(([, node]) => [String(node.value), node]));
}
const limits = (atoms, kind) => atoms
    .map((atom) => lengthOf(atom, kind))
    .reduce((all, own) => (own === all ? all : (0,interval/* intersect */.y$)(all, own)), lengthOf(undefined, kind));
function makeShape(alternative) {
    const { atoms } = alternative;
    const pattern = gather(atoms, 'patternProperties');
    return {
        alternative,
        ...(atoms.length === 0 ? { types: EVERY_TYPE, numbers: numbersOf(undefined) } : narrowed(atoms)),
        length: limits(atoms, 'Length'),
        itemCount: limits(atoms, 'Items'),
        propertyCount: limits(atoms, 'Properties'),
        properties: propertiesOf(atoms),
        required: requiredOf(atoms),
        additional: additionalOf(atoms),
        patterned: pattern.length === 0 ? [] : pattern.flatMap(document_node/* children */.Y_),
        items: gather(atoms, 'items').filter(({ value }) => !Array.isArray(value)),
        prefix: prefixOf(atoms),
    };
}
/** The texts that the atoms of a shape give a keyword, such as its patterns or formats. */
function textsOf({ alternative }, key) {
    return alternative.atoms.flatMap((atom) => {
        const text = (0,document_node/* textOf */.b6)(atom, key);
        return text === undefined ? [] : [{ text, at: (0,document_node/* child */.jf)(atom, key) ?? atom }];
    });
}


/***/ })

};
