export const id = 3383;
export const ids = [3383];
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


/***/ })

};
