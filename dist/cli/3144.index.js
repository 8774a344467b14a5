export const id = 3144;
export const ids = [3144];
export const modules = {

/***/ 13144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* reexport */ action/* action */.X),
  run: () => (/* reexport */ run)
});

// EXTERNAL MODULE: ../../actions/feature-flag/lib/action.js + 2 modules
var action = __webpack_require__(64002);
// EXTERNAL MODULE: ../metadata/lib/definition.js
var definition = __webpack_require__(94549);
// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../system/lib/retry.js
var retry = __webpack_require__(77064);
;// CONCATENATED MODULE: ../flags/lib/ofrep/client.js


const TIMEOUT_MS = 10_000;
const REMEDIES = {
    OFREP_FLAG_NOT_FOUND: 'Check "flag", and that the server has the flags of this environment.',
    OFREP_TARGETING_KEY_MISSING: 'Its rules draw users: without a targeting key nobody is drawn. Give one as "targetingKey=…" in "context".',
    OFREP_INVALID_CONTEXT: 'Correct "context".',
    OFREP_PARSE_ERROR: 'The server cannot read the definition of the flag: check it with mode: lint.',
    OFREP_UNAUTHORISED: 'Give a token that is valid now.',
    OFREP_FORBIDDEN: 'Let the token evaluate flags of this environment.',
    OFREP_RATE_LIMITED: 'Ask less: lower "population", or try again later.',
    OFREP_ABSENT: 'Give the address below which /ofrep/v1 lies.',
};
function codeOf(status, { errorCode }) {
    if (status === 401)
        return 'OFREP_UNAUTHORISED';
    if (status === 403)
        return 'OFREP_FORBIDDEN';
    if (status === 404)
        return errorCode === 'FLAG_NOT_FOUND' ? 'OFREP_FLAG_NOT_FOUND' : 'OFREP_ABSENT';
    if (status === 429)
        return 'OFREP_RATE_LIMITED';
    const known = ['PARSE_ERROR', 'TARGETING_KEY_MISSING', 'INVALID_CONTEXT', 'GENERAL'];
    if (status === 400 && errorCode !== undefined)
        return known.includes(errorCode) ? `OFREP_${errorCode}` : 'OFREP_GENERAL';
    return 'OFREP_FAILED';
}
function parsed(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function refusal(base, what, { status, headers }, text) {
    const told = parsed(text) ?? {};
    const code = codeOf(status, told);
    const said = [told.errorCode, told.errorDetails ?? (parsed(text) === undefined ? text.slice(0, 200) : undefined)];
    const later = headers['retry-after'];
    const words = [...said, ...(later === undefined ? [] : [`to be asked again ${/^\d+$/.test(later) ? `in ${later} s` : later}`])];
    const message = `${base} answered ${status} when asked ${what}${words.some(Boolean) ? `: ${words.filter(Boolean).join('; ')}` : '.'}`;
    const remedy = REMEDIES[code];
    return new failure/* Failure */.H({ code, message, ...(remedy !== undefined && { remedy }) });
}
function understood(base, what, text) {
    const told = parsed(text);
    if (told !== undefined)
        return told;
    const message = `${base} answered with no JSON object when asked ${what}: ${JSON.stringify(text.slice(0, 100))}`;
    throw new failure/* Failure */.H({ code: 'OFREP_MALFORMED', message, remedy: REMEDIES['OFREP_ABSENT'] ?? '' });
}
const evaluationOf = ({ value, variant, reason }) => ({
    ...(value !== undefined && { value }),
    ...(typeof variant === 'string' && { variant }),
    ...(typeof reason === 'string' && { reason }),
});
function flagsOf({ flags = [] }) {
    return new Map(flags.flatMap((each) => {
        const { key, errorCode, errorDetails } = each;
        if (key === undefined)
            return [];
        return [[key, errorCode === undefined ? evaluationOf(each) : { errorCode, ...(errorDetails && { errorDetails }) }]];
    }));
}
/**
 * OpenFeature's remote evaluation protocol (https://openfeature.dev/docs/reference/other-technologies/ofrep). What passes, such as
 * 429 with its Retry-After, is waited for as often as `patience` says.
 */
function ofrep({ base, token }, http, patience) {
    const root = base.replace(/\/+$/, '');
    // The protocol lets a server ask for either; a client cannot know which.
    const secrets = token === undefined ? {} : { authorization: `Bearer ${token.reveal()}`, 'x-api-key': token.reveal() };
    const post = async (path, context, etag) => {
        const headers = { accept: 'application/json', 'content-type': 'application/json', ...secrets };
        const request = {
            ...{ method: 'POST', url: `${root}/ofrep/v1/evaluate/flags${path}`, timeoutMs: TIMEOUT_MS },
            ...{ headers: { ...headers, ...(etag !== undefined && { 'if-none-match': etag }) }, body: JSON.stringify({ context }) },
            ...(patience.signal && { signal: patience.signal }),
        };
        return (0,retry/* retrying */.R)(() => http.fetch(request), patience).catch((error) => {
            if (!(error instanceof failure/* Failure */.H) || patience.signal?.aborted === true)
                throw error;
            const message = `${root} cannot be asked: ${error.message}`;
            throw new failure/* Failure */.H({ code: 'OFREP_UNREACHABLE', message, remedy: 'Check the address.' }, { cause: error });
        });
    };
    return {
        evaluate: async (flag, context) => {
            const response = await post(`/${encodeURIComponent(flag)}`, context);
            const text = await response.text();
            if (response.status !== 200)
                throw refusal(root, `for ${flag}`, response, text);
            return evaluationOf(understood(root, `for ${flag}`, text));
        },
        evaluateAll: async (context, etag) => {
            const response = await post('', context, etag);
            const text = await response.text();
            if (response.status === 304)
                return { kind: 'unchanged' };
            if ([404, 405, 501].includes(response.status))
                return { kind: 'not-offered' };
            if (response.status !== 200)
                throw refusal(root, 'for all flags', response, text);
            return { kind: 'evaluated', flags: flagsOf(understood(root, 'for all flags', text)), etag: response.headers['etag'] };
        },
    };
}

;// CONCATENATED MODULE: ../flags/lib/ofrep/evaluation.js
/** Whether a feature is off: it is false, switched off, unknown, or left to the code. */
function isOff(evaluation) {
    if ('errorCode' in evaluation)
        return evaluation.errorCode === 'FLAG_NOT_FOUND';
    const { value, reason } = evaluation;
    return reason === 'DISABLED' || value === false || value === null || value === undefined;
}
/** Whether somebody has a feature: its variant where both sides name one, or else a value that is not off. */
function hasFeature(evaluation, variant) {
    if (isOff(evaluation))
        return false;
    return variant === undefined || evaluation.variant === undefined ? true : evaluation.variant === variant;
}
/** Whether a flag is what somebody expects: `off`, the name of a variant, or a value as text or JSON. */
function isAsExpected(evaluation, expected) {
    const { value, variant } = evaluation;
    if (expected === 'off' && isOff(evaluation))
        return true;
    return variant === expected || value === expected || (value !== undefined && JSON.stringify(value) === expected);
}
/** An evaluation in words. */
function evaluationWords({ value, variant, reason }) {
    const parts = [
        value === undefined ? "the code's default" : `value ${JSON.stringify(value)}`,
        ...(variant === undefined ? [] : [`variant ${variant}`]),
        ...(reason === undefined ? [] : [`reason ${reason}`]),
    ];
    return parts.join(', ');
}

;// CONCATENATED MODULE: ../../actions/feature-flag/lib/probe.js


const LOOK_MS = 250;
/** So many answers in a row, for replicas behind one address learn of it one after the other. */
const STREAK = 5;
/** Whom a server is asked for that speaks OFREP. */
const PROBE_USER = 'slipway-probe';
/** By OFREP: off is false, switched off, unknown, or left to the code. */
async function askOfrep(inputs, { http, clock, log }) {
    const { probeUrl: base = '', probeToken: token, flag } = inputs;
    // The drill asks again by itself, and waiting for an answer would count as the switch's own time.
    const server = ofrep({ base, token }, http, { clock, log, attempts: 1 });
    try {
        const evaluation = await server.evaluate(flag, { targetingKey: PROBE_USER });
        return { off: isOff(evaluation), words: evaluationWords(evaluation) };
    }
    catch (error) {
        if (error instanceof failure/* Failure */.H && error.code === 'OFREP_FLAG_NOT_FOUND')
            return { off: true, words: error.message };
        throw error;
    }
}
async function askService({ probeUrl = '', probeToken }, off, http) {
    const headers = probeToken === undefined ? {} : { authorization: `Bearer ${probeToken.reveal()}` };
    const response = await http.fetch({ url: probeUrl, headers });
    const text = await response.text();
    return { off: off.test(text), words: `status ${response.status}: ${text.slice(0, 120)}` };
}
/** The expression that says off; a Failure when it is none. */
function offPattern({ probeOff }) {
    if (probeOff === undefined)
        return undefined;
    try {
        return new RegExp(probeOff);
    }
    catch {
        const message = `The input "probe-off" is no regular expression: ${probeOff}`;
        throw new failure/* Failure */.H({ code: 'INPUT_MALFORMED', message, remedy: 'Escape what is meant literally.' });
    }
}
/**
 * Asks until the feature is seen off, several times in a row.
 *
 * @param since when the switch was thrown, in milliseconds since the Unix epoch; what is told is from then to the first answer of
 * the row that stayed off
 */
async function drill(inputs, since, ports) {
    const { http, clock } = ports;
    if (inputs.probeUrl === undefined)
        return { kind: 'unprobed' };
    const pattern = offPattern(inputs);
    let [first, row, words] = [0, 0, 'no answer'];
    while (clock.now() - since <= inputs.budget || row > 0) {
        const asked = clock.now();
        const seen = await (pattern === undefined ? askOfrep(inputs, ports) : askService(inputs, pattern, http)).catch((error) => ({ off: false, words: error instanceof Error ? error.message : String(error) }));
        words = seen.words;
        if (seen.off && row === 0)
            first = asked;
        row = seen.off ? row + 1 : 0;
        if (row >= STREAK)
            return first - since <= inputs.budget ? { kind: 'off', seconds: (first - since) / 1000 } : { kind: 'still-on', saw: words };
        await clock.sleep(LOOK_MS);
    }
    return { kind: 'still-on', saw: words };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ../config/lib/source.js
var lib_source = __webpack_require__(47604);
;// CONCATENATED MODULE: ../flags/lib/fractional.js
const isTree = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Without a weight an entry counts 1 (https://flagd.dev/reference/custom-operations/fractional-operation). */
function shareOf(entry, index) {
    if (!Array.isArray(entry))
        return [];
    const [variant, weight] = entry;
    const named = typeof variant === 'string' ? variant : undefined;
    if (weight === undefined)
        return [{ variant: named, weight: 1, at: [index, 0] }];
    return typeof weight === 'number' ? [{ variant: named, weight, at: [index, 0], weightAt: [index, 1] }] : [];
}
/** Every percentage rollout in a flag's rules, however deep. */
function fractionalsOf(rules, path = []) {
    if (Array.isArray(rules))
        return rules.flatMap((each, index) => fractionalsOf(each, [...path, index]));
    if (!isTree(rules))
        return [];
    return Object.entries(rules).flatMap(([key, value]) => {
        const here = [...path, key];
        if (key !== 'fractional' || !Array.isArray(value))
            return fractionalsOf(value, here);
        return [{ path: here, shares: value.flatMap(shareOf) }];
    });
}

;// CONCATENATED MODULE: ../flags/lib/flag-file.js



const flag_file_isTree = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The type of a flag's values as code asks for it. */
function typeOfValue(value) {
    if (Array.isArray(value) || flag_file_isTree(value))
        return 'object';
    return value === null ? 'null' : typeof value;
}
function fractionalProblems(key, targeting, variants, say) {
    return fractionalsOf(targeting).flatMap(({ path, shares }) => shares.flatMap(({ variant, at }) => variant === undefined || variants.includes(variant)
        ? []
        : [
            say(['flags', key, 'targeting', ...path, ...at], `There is no variant "${variant}".`, `The variants are: ${variants.join(', ')}.`),
        ]));
}
function flagProblems(key, flag, say) {
    const at = ['flags', key];
    if (!flag_file_isTree(flag))
        return [say(at, `The flag "${key}" is not an object.`, 'Give it "state", "variants" and "defaultVariant".')];
    const { state, variants, defaultVariant, targeting } = flag;
    const problems = [];
    if (state !== 'ENABLED' && state !== 'DISABLED')
        problems.push(say([...at, 'state'], `"state" of "${key}" is ${JSON.stringify(state)}.`, 'It is ENABLED or DISABLED.'));
    if (!flag_file_isTree(variants) || Object.keys(variants).length === 0)
        return [...problems, say([...at, 'variants'], `"${key}" has no "variants".`, 'Name the values that it can have.')];
    const types = [...new Set(Object.values(variants).map(typeOfValue))];
    if (types.length > 1)
        problems.push(say([...at, 'variants'], `The variants of "${key}" are of several types: ${types.join(', ')}.`, 'A flag has one type.'));
    const names = Object.keys(variants);
    if (defaultVariant !== undefined && defaultVariant !== null && !names.some((name) => name === defaultVariant))
        problems.push(say([...at, 'defaultVariant'], `"defaultVariant" of "${key}" is ${JSON.stringify(defaultVariant)}; flagd then takes nothing of the whole file.`, `The variants are: ${names.join(', ')}.`));
    return [...problems, ...fractionalProblems(key, targeting, names, say)];
}
/**
 * Reads a file of flags in flagd's format, as JSON or YAML.
 *
 * @throws Failure with every problem of the file, each with its line: YAML_SYNTAX, FLAGS_MALFORMED.
 */
function parseFlags(file, text) {
    const source = (0,lib_source/* parseSource */.P)(file, text);
    const say = (path, message, remedy) => ({ code: 'FLAGS_MALFORMED', message, remedy, location: source.locate(path) });
    const root = source.value;
    const flags = flag_file_isTree(root) ? root['flags'] : undefined;
    if (!flag_file_isTree(flags)) {
        (0,failure/* failWhen */.x)([say([], 'This file has no "flags".', 'Write them in the format of flagd: { "flags": { "name": { … } } }.')]);
        return { file, text, flags: new Map(), source };
    }
    (0,failure/* failWhen */.x)(Object.entries(flags).flatMap(([key, flag]) => flagProblems(key, flag, say)));
    return { file, text, flags: new Map(Object.entries(flags)), source };
}

// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __webpack_require__(33483);
;// CONCATENATED MODULE: ../flags/lib/percentage.js


function rampOf(key, flag, { file, source }) {
    const ramps = fractionalsOf(flag.targeting);
    const [ramp] = ramps;
    if (ramp !== undefined && ramps.length === 1)
        return ramp;
    const message = ramps.length === 0
        ? `"${key}" has no percentage.`
        : `"${key}" has ${ramps.length} percentages in its rules, and which one is meant is not known.`;
    const remedy = 'Write its rules once by hand, such as "targeting": { "fractional": [["on", 0], ["off", 100]] }.';
    throw new failure/* Failure */.H({
        code: 'FLAG_WITHOUT_PERCENTAGE',
        message,
        remedy,
        location: { file, line: source.locate(['flags', key]).line ?? 1 },
    });
}
const isWeighed = (share) => share?.weightAt !== undefined;
/**
 * The one percentage of a flag.
 *
 * @param variant whose share is meant; the first one's by default
 * @throws Failure FLAG_WITHOUT_PERCENTAGE where there is not one, FLAG_SHARES where more than two variants share it.
 */
function percentageOf(key, flag, file, variant) {
    const { path, shares } = rampOf(key, flag, file);
    const chosen = shares.find((share) => share.variant === (variant ?? shares[0]?.variant));
    const others = shares.filter((share) => share !== chosen);
    const [other] = others;
    if (isWeighed(chosen) && isWeighed(other) && others.length === 1)
        return { path, chosen, other };
    const names = shares.map((share) => `${share.variant ?? '?'}${share.weightAt === undefined ? ' (without a weight)' : ''}`);
    const message = `The percentage of "${key}" is shared by ${names.join(', ')}.`;
    const remedy = 'A percentage is set where two variants share it, each with its weight.';
    const line = file.source.locate(['flags', key]).line ?? 1;
    throw new failure/* Failure */.H({ code: 'FLAG_SHARES', message, remedy, location: { file: file.file, line } });
}

;// CONCATENATED MODULE: ../flags/lib/edit.js




/** Replaces the source of scalars, and no other byte. */
function put({ file, text, source }, puts) {
    const document = (0,dist/* parseDocument */.Tp)(text);
    const changes = [];
    const splices = puts.flatMap(({ path, value }) => {
        const node = document.getIn(path, true);
        const range = (0,dist/* isNode */.Ll)(node) ? node.range : undefined;
        if (range === undefined || range === null)
            throw new failure/* Failure */.H({
                code: 'FLAG_FIELD_ABSENT',
                message: `There is no ${path.slice(2).join('.')} to change.`,
                remedy: 'Write it once by hand; only values that are there are replaced.',
                location: { file, line: source.locate(path).line ?? 1 },
            });
        const [start, end] = range;
        const [from, to] = [text.slice(start, end), typeof value === 'number' ? String(value) : JSON.stringify(value)];
        // A bare word of YAML stays bare.
        const written = typeof value === 'string' && !/^["']/.test(from) ? value : to;
        if (from === written)
            return [];
        changes.push({ what: path.slice(1).join('.'), from, to: written, line: source.locate(path).line ?? 1 });
        return [{ start, end, written }];
    });
    const edited = splices
        .toSorted((a, b) => b.start - a.start)
        .reduce((result, { start, end, written }) => result.slice(0, start) + written + result.slice(end), text);
    return { text: edited, changes };
}
function percentagePuts(key, flag, file, edit) {
    const { path, chosen, other } = percentageOf(key, flag, file, edit.variant);
    const at = ['flags', key, 'targeting', ...path];
    return [
        { path: [...at, ...chosen.weightAt], value: edit.percentage },
        { path: [...at, ...other.weightAt], value: Math.round((100 - edit.percentage) * 1e6) / 1e6 },
    ];
}
/** A flag of a file. @throws Failure FLAG_ABSENT. */
function flagIn(file, key) {
    const flag = file.flags.get(key);
    if (flag !== undefined)
        return flag;
    const message = `There is no flag "${key}" in ${file.file}.`;
    const remedy = `The flags are: ${[...file.flags.keys()].join(', ')}.`;
    throw new failure/* Failure */.H({ code: 'FLAG_ABSENT', message, remedy, location: { file: file.file, line: 1 } });
}
/**
 * Changes a flag by replacing the source of its values, and no other byte.
 *
 * @throws Failure FLAG_ABSENT, FLAG_VARIANT_ABSENT, FLAG_FIELD_ABSENT, FLAG_WITHOUT_PERCENTAGE, FLAG_SHARES.
 */
function editFlag(file, key, edit) {
    const flag = flagIn(file, key);
    const variant = edit.kind === 'state' ? undefined : edit.variant;
    if (variant !== undefined && !(variant in flag.variants)) {
        const message = `"${key}" has no variant "${variant}".`;
        const remedy = `The variants are: ${Object.keys(flag.variants).join(', ')}.`;
        throw new failure/* Failure */.H({
            code: 'FLAG_VARIANT_ABSENT',
            message,
            remedy,
            location: { file: file.file, line: file.source.locate(['flags', key]).line ?? 1 },
        });
    }
    if (edit.kind === 'state')
        return put(file, [{ path: ['flags', key, 'state'], value: edit.state }]);
    if (edit.kind === 'default')
        return put(file, [{ path: ['flags', key, 'defaultVariant'], value: edit.variant }]);
    return put(file, percentagePuts(key, flag, file, edit));
}
/** Several changes of one flag, one after the other, as one edit. @throws Failure as `editFlag` does. */
function editFlagBy(file, key, edits) {
    let edited = { text: file.text, changes: [] };
    for (const edit of edits) {
        const { text, changes } = editFlag(parseFlags(file.file, edited.text), key, edit);
        edited = { text, changes: [...edited.changes, ...changes] };
    }
    return edited;
}

;// CONCATENATED MODULE: ../flags/lib/standing.js


const DIGITS = 1e6;
/**
 * Where a flag of a file stands.
 *
 * @param variant whose share is meant; the first one's by default
 * @throws Failure FLAG_ABSENT, FLAG_WITHOUT_PERCENTAGE, FLAG_SHARES.
 */
function standingOf(file, key, variant) {
    const flag = flagIn(file, key);
    const { chosen, other } = percentageOf(key, flag, file, variant);
    const whole = chosen.weight + other.weight;
    const share = whole === 0 ? 0 : Math.round((chosen.weight / whole) * 100 * DIGITS) / DIGITS;
    return { on: flag.state === 'ENABLED', share, ...(chosen.variant !== undefined && { variant: chosen.variant }) };
}
/** Whether a flag stands in both alike. */
const sameStanding = (one, other) => one.on === other.on && one.share === other.share;

// EXTERNAL MODULE: ../../node_modules/@openfeature/flagd-core/index.cjs.mjs
var index_cjs = __webpack_require__(92631);
;// CONCATENATED MODULE: ../flags/lib/population.js


/** Enough that one percent is two hundred users. */
const USERS = 20_000;
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
/** What a made-up user is drawn by. */
const userName = (user) => `user-${user}`;
/** What a flag is for a context, by flagd's own evaluator. */
function evaluateByFlagd(key, flag, context) {
    return evaluated(coreOf(key, flag), key, typeOfValue(Object.values(flag.variants)[0]), context);
}
function evaluated(core, key, type, context) {
    const ask = () => {
        if (type === 'boolean')
            return core.resolveBooleanEvaluation(key, false, context);
        if (type === 'number')
            return core.resolveNumberEvaluation(key, 0, context);
        if (type === 'string')
            return core.resolveStringEvaluation(key, '', context);
        return core.resolveObjectEvaluation(key, {}, context);
    };
    try {
        const { value, variant, reason, errorCode, errorMessage } = ask();
        if (errorCode !== undefined)
            return { errorCode, ...(errorMessage !== undefined && { errorDetails: errorMessage }) };
        // Without a variant the value is what was given here as a default.
        return { ...(variant !== undefined && { value, variant }), ...(reason !== undefined && { reason }) };
    }
    catch (error) {
        const { code = 'GENERAL', message } = error;
        return { errorCode: code, errorDetails: message };
    }
}
function coreOf(key, flag) {
    const core = new index_cjs/* FlagdCore */.AI(undefined, SILENT);
    core.setConfigurations(JSON.stringify({ flags: { [key]: flag } }));
    return core;
}
/**
 * What a flag is for twenty thousand users, by flagd's own evaluator.
 *
 * @param drawnBy what of their context tells them apart, beside the targeting key
 */
function cohortOf(key, flag, drawnBy = 'targetingKey') {
    const [core, type] = [coreOf(key, flag), typeOfValue(Object.values(flag.variants)[0])];
    return Array.from({ length: USERS }, (_, user) => {
        const evaluation = evaluated(core, key, type, { targetingKey: userName(user), [drawnBy]: userName(user) });
        return 'errorCode' in evaluation ? '' : (evaluation.variant ?? '');
    });
}
/** The share of the users who have a variant, from 0 to 1. */
function shareIn(cohort, variant) {
    return cohort.filter((each) => each === variant).length / Math.max(1, cohort.length);
}
/** Who lost what between two states of a flag; users are the same in both. */
function movedBetween(before, after) {
    const variants = [...new Set(before)].filter((variant) => variant !== '');
    return variants.map((variant) => {
        const had = before.filter((each) => each === variant).length;
        const has = after.filter((each) => each === variant).length;
        const lost = before.filter((each, user) => each === variant && after[user] !== variant).length;
        return { variant, had, lost, explained: Math.max(0, had - has) };
    });
}

;// CONCATENATED MODULE: ../flags/lib/ramp.js




/** What lies within is the hash's own noise. */
const TOLERANCE = 0.01;
function drawnAt(file, key, { variant, drawnBy }, step) {
    const edits = [
        { kind: 'percentage', percentage: step, ...(variant !== undefined && { variant }) },
        { kind: 'state', state: 'ENABLED' },
    ];
    const after = parseFlags(file.file, editFlagBy(file, key, edits).text);
    return { step, cohort: cohortOf(key, flagIn(after, key), drawnBy) };
}
/** Who would lose the feature at a step, though it only grows. */
function moved(variant, drawn, say) {
    return drawn.slice(1).flatMap(({ step, cohort }, index) => {
        const before = drawn[index];
        const [own] = movedBetween(before.cohort, cohort).filter((each) => each.variant === variant);
        if (own === undefined || own.lost <= own.had * TOLERANCE)
            return [];
        const message = `From ${before.step} % to ${step} %, ${own.lost} of ${own.had} drawn users who have "${variant}" would lose it.`;
        return [say('FLAG_COHORT_MOVED', message, 'Let the rules draw users by what stays the same for each of them.')];
    });
}
const drawnByTime = (flag) => JSON.stringify(flag.targeting).includes('$flagd.timestamp');
/**
 * Why a flag of a file cannot climb without moving anybody, or without reaching anybody: each step is drawn beforehand by flagd's
 * own evaluator. FLAG_COHORT_MOVED, FLAG_RAMP_KEYLESS, FLAG_SHARES.
 *
 * @throws Failure FLAG_ABSENT, FLAG_VARIANT_ABSENT, FLAG_WITHOUT_PERCENTAGE, FLAG_SHARES, FLAG_FIELD_ABSENT.
 */
function climbProblems(file, key, climb) {
    const flag = flagIn(file, key);
    const { chosen } = percentageOf(key, flag, file, climb.variant);
    const { variant } = chosen;
    const location = file.source.locate(['flags', key, 'targeting']);
    const say = (code, message, remedy) => ({ code, message, remedy, location });
    if (variant === undefined)
        return [say('FLAG_SHARES', `The percentage of "${key}" names no variant.`, 'Write the names of its two variants out.')];
    if (drawnByTime(flag)) {
        const message = `The rules of "${key}" ask for the time, so users would get and lose "${variant}" as it passes.`;
        return [say('FLAG_COHORT_MOVED', message, 'Let a ramp draw users by what stays the same for each of them.')];
    }
    const drawn = climb.steps.map((step) => drawnAt(file, key, climb, step));
    const last = drawn.at(-1);
    if (last !== undefined && shareIn(last.cohort, variant) === 0) {
        const message = `At ${last.step} % nobody whose context has "${climb.drawnBy}" alone gets "${variant}" of "${key}".`;
        const remedy = 'Draw by the targeting key, or name what the rules draw by as "drawn-by": without it a ramp is 0 % for ever.';
        return [say('FLAG_RAMP_KEYLESS', message, remedy)];
    }
    return moved(variant, drawn, say);
}

// EXTERNAL MODULE: ../write-back/lib/stamp.js
var stamp = __webpack_require__(78977);
// EXTERNAL MODULE: ../write-back/lib/address.js
var address = __webpack_require__(19294);
// EXTERNAL MODULE: ../write-back/lib/open.js + 2 modules
var lib_open = __webpack_require__(23954);
// EXTERNAL MODULE: ../write-back/lib/write.js + 1 modules
var lib_write = __webpack_require__(13655);
;// CONCATENATED MODULE: ../../actions/feature-flag/lib/provider/flagd.js



const wordsOf = ({ what, from, to }) => `${what}: ${from} to ${to}`;
/** A file in the workspace, for a step that commits it by itself. */
function inWorkspace(file, { files }) {
    const read = async () => parseFlags(file, await files.readText(file));
    return {
        read,
        change: async (_, edit) => {
            const { text, changes } = edit(await read());
            if (changes.length > 0)
                await files.write(file, text);
            return { changed: changes.length > 0, changes: changes.map(wordsOf) };
        },
    };
}
async function stored({ file = '' }, head) {
    const found = await head.read(file);
    if (found !== undefined)
        return found;
    const message = `The configuration repository has no file ${file}.`;
    throw new failure/* Failure */.H({ code: 'FILE_NOT_FOUND', message, remedy: 'Correct "file".', location: { file } });
}
function requestOf(inputs, flag, edit, context, note) {
    const { file = '', branch, attempts, reason } = inputs;
    return {
        ...{ branch, attempts, dryRun: false },
        plan: async (head) => {
            const found = await stored(inputs, head);
            const { text, changes } = edit(parseFlags(file, found.text));
            if (changes.length === 0)
                return { kind: 'unchanged' };
            const message = (0,stamp/* renderTrailers */.Pp)(`${flag}: ${changes.map(wordsOf).join(', ')}`, [
                ['Flag', flag],
                ['File', file],
                ['Reason', note?.reason ?? reason],
                ...(note?.trailers ?? []),
                ['Run', context.runId === undefined ? undefined : `${context.runId}.${context.runAttempt ?? '1'}`],
                ['Run-URL', context.runUrl],
                ['Actor', context.actor],
            ]);
            return { kind: 'write', files: [{ path: file, file: { ...found, text } }], changes, message };
        },
    };
}
/** A file in a configuration repository, written as update-gitops writes: made anew on each head, never forced. */
function inRepository(inputs, repository, ports, context, folder) {
    const { token, file = '', branch, attempts } = inputs;
    const problems = [];
    const url = (0,address/* parseAddress */.o)(repository, token !== undefined, context.serverUrl, problems);
    (0,failure/* failWhen */.x)(problems);
    const { clock, log, cancelled: signal } = ports;
    const write = (request) => (0,lib_open/* withRepository */.B)({ url, folder, token }, ports, (git) => (0,lib_write/* writeBack */.X)(request, { repository: git, clock, log, signal }));
    return {
        read: async () => {
            let text = '';
            const plan = async (head) => {
                text = (await stored(inputs, head)).text;
                return { kind: 'unchanged' };
            };
            await write({ branch, attempts, dryRun: true, plan });
            return parseFlags(file, text);
        },
        change: async (flag, edit, note) => {
            const written = await write(requestOf(inputs, flag, edit, context, note));
            if (written.kind === 'written')
                return { changed: true, changes: written.changes.map(wordsOf), commit: written.commit };
            return { changed: false, changes: [], ...('commit' in written && { commit: written.commit }) };
        },
    };
}
/** Whether the flag stands where it was thought to is asked of the very text that is changed, so nobody can come in between. */
async function moveIn(store, flag, variant, { from, to, note }) {
    let elsewhere;
    const edit = (file) => {
        const now = standingOf(file, flag, variant);
        elsewhere = sameStanding(now, from) || sameStanding(now, to) ? undefined : now;
        if (elsewhere !== undefined)
            return { text: file.text, changes: [] };
        return editFlagBy(file, flag, [
            { kind: 'percentage', percentage: to.share, ...(variant !== undefined && { variant }) },
            { kind: 'state', state: to.on ? 'ENABLED' : 'DISABLED' },
        ]);
    };
    const applied = await store.change(flag, edit, note);
    return elsewhere === undefined ? { kind: 'moved', ...applied } : { kind: 'superseded', found: elsewhere };
}
/** Flags in a file in flagd's format. */
function flagdFlags(inputs, ports, context, folder) {
    const { repository, file = '' } = inputs;
    const store = repository === undefined ? inWorkspace(file, ports) : inRepository(inputs, repository, ports, context, folder);
    return {
        apply: (flag, edit) => store.change(flag, (read) => editFlag(read, flag, edit)),
        standing: async (flag, variant) => standingOf(await store.read(), flag, variant),
        climbProblems: async (flag, wish) => climbProblems(await store.read(), flag, wish),
        move: (flag, variant, move) => moveIn(store, flag, variant, move),
    };
}

;// CONCATENATED MODULE: ../../actions/feature-flag/lib/provider/server.js

const server_TIMEOUT_MS = 15_000;
function wordsIn(text) {
    try {
        const { message, details } = JSON.parse(text);
        return [message, ...(details ?? []).map((each) => each.message)].filter(Boolean).join('; ') || text.slice(0, 200);
    }
    catch {
        return text.slice(0, 200);
    }
}
function server_refusal({ name, base }, status, text, what) {
    const told = `${name} at ${base} answered ${status} when asked to ${what}: ${wordsIn(text)}`;
    if (status === 401)
        return new failure/* Failure */.H({
            code: 'FLAGS_UNAUTHORISED',
            message: told,
            remedy: 'Give a token that is valid now as "server-token".',
        });
    if (status === 403)
        return new failure/* Failure */.H({
            code: 'FLAGS_FORBIDDEN',
            message: told,
            remedy: 'Let the token change flags of this project and environment.',
        });
    if (status === 404)
        return new failure/* Failure */.H({ code: 'FLAG_ABSENT', message: told, remedy: 'Check "flag", "project" and "environment".' });
    return new failure/* Failure */.H({ code: status >= 500 ? 'FLAGS_UNREACHABLE' : 'FLAGS_REFUSED', message: told });
}
/** One request to a flag server; the body of its answer. Rejects with FLAGS_UNAUTHORISED, FLAGS_FORBIDDEN, FLAG_ABSENT, FLAGS_REFUSED or FLAGS_UNREACHABLE. */
async function askServer(server, http, what, request) {
    const { method = 'GET', path, body, contentType = 'application/json' } = request;
    const response = await http
        .fetch({
        method,
        url: `${server.base.replace(/\/+$/, '')}${path}`,
        timeoutMs: server_TIMEOUT_MS,
        headers: {
            accept: 'application/json',
            authorization: server.token.reveal(),
            ...(body !== undefined && { 'content-type': contentType }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
    })
        .catch((error) => {
        if (!(error instanceof failure/* Failure */.H))
            throw error;
        const message = `${server.name} cannot be reached: ${error.message}`;
        throw new failure/* Failure */.H({ code: 'FLAGS_UNREACHABLE', message, remedy: 'Check "server".' }, { cause: error });
    });
    const text = await response.text();
    if (response.status >= 300)
        throw server_refusal(server, response.status, text, what);
    if (text === '')
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        throw server_refusal(server, response.status, `no JSON but ${text.slice(0, 60)}`, what);
    }
}

;// CONCATENATED MODULE: ../../actions/feature-flag/lib/provider/launchdarkly.js



/** Weights are thousandths of a percent. */
const WHOLE = 100_000;
const SEMANTIC = 'application/json; domain-model=launchdarkly.semanticpatch';
const nameOf = ({ name, value }) => name ?? String(value);
/** The two variations of a flag: whose share is meant, and the other one. */
function pairOf(flag, { variations }, variant) {
    const chosen = variations.find((each) => (variant === undefined ? true : nameOf(each) === variant));
    const [other, ...more] = variations.filter((each) => each !== chosen);
    if (chosen !== undefined && other !== undefined && more.length === 0)
        return [chosen, other];
    const message = `"${flag}" has the variations ${variations.map(nameOf).join(', ')}.`;
    const remedy = 'A percentage is set where a flag has two, one of them named by "variant".';
    throw new failure/* Failure */.H({ code: 'FLAG_SHARES', message, remedy });
}
function weightsOf(flag, found, percentage, variant) {
    const [chosen, other] = pairOf(flag, found, variant);
    const weight = Math.round(percentage * 1000);
    return { [chosen._id]: weight, [other._id]: WHOLE - weight };
}
function launchdarkly_standingOf(flag, found, { on, fallthrough = {} }, variant) {
    const [chosen] = pairOf(flag, found, variant);
    const index = found.variations.indexOf(chosen);
    const weight = fallthrough.rollout?.variations.find(({ variation }) => variation === index)?.weight;
    const share = fallthrough.rollout === undefined ? (fallthrough.variation === index ? WHOLE : 0) : (weight ?? 0);
    return { on, share: share / 1000, variant: nameOf(chosen) };
}
/** An experiment draws its own users, and an end of it draws them anew. */
function drawProblems(flag, { fallthrough = {} }) {
    if (fallthrough.rollout?.kind !== 'experiment')
        return [];
    const message = `"${flag}" runs an experiment there, whose users are drawn by it and not by a percentage.`;
    return [{ code: 'FLAG_COHORT_MOVED', message, remedy: 'End the experiment first.' }];
}
/** LaunchDarkly by semantic patches (https://launchdarkly.com/docs/api/feature-flags/update-feature-flag). */
function launchDarklyFlags(server, place, http) {
    const { project, environment, reason } = place;
    const path = (flag) => `/api/v2/flags/${encodeURIComponent(project)}/${encodeURIComponent(flag)}`;
    const read = async (flag) => (await askServer(server, http, `read ${flag}`, { path: `${path(flag)}?env=${encodeURIComponent(environment)}` }));
    const patch = async (flag, instructions, why = reason) => {
        const body = { environmentKey: environment, instructions, ...(why !== undefined && { comment: why }) };
        await askServer(server, http, `change ${flag}`, { method: 'PATCH', path: path(flag), body, contentType: SEMANTIC });
    };
    const placed = async (flag) => {
        const found = await read(flag);
        const there = found.environments[environment];
        if (there !== undefined)
            return { found, there };
        const message = `"${flag}" has no environment "${environment}".`;
        throw new failure/* Failure */.H({ code: 'FLAG_ABSENT', message, remedy: 'Check "environment".' });
    };
    return {
        standing: async (flag, variant) => {
            const { found, there } = await placed(flag);
            return launchdarkly_standingOf(flag, found, there, variant);
        },
        climbProblems: async (flag) => drawProblems(flag, (await placed(flag)).there),
        move: async (flag, variant, { from, to, note }) => {
            const { found, there } = await placed(flag);
            const now = launchdarkly_standingOf(flag, found, there, variant);
            if (!sameStanding(now, from) && !sameStanding(now, to))
                return { kind: 'superseded', found: now };
            if (sameStanding(now, to))
                return { kind: 'moved', changed: false, changes: [] };
            const rolloutWeights = weightsOf(flag, found, to.share, variant);
            const share = { kind: 'updateFallthroughVariationOrRollout', rolloutWeights };
            const state = now.on === to.on ? [] : [{ kind: to.on ? 'turnFlagOn' : 'turnFlagOff' }];
            await patch(flag, [share, ...state], note.reason);
            return { kind: 'moved', changed: true, changes: [`${flag}: ${now.share} % to ${to.share} %`] };
        },
        apply: async (flag, edit) => {
            const { found, there } = await placed(flag);
            if (edit.kind === 'state') {
                const on = edit.state === 'ENABLED';
                if (there.on === on)
                    return { changed: false, changes: [] };
                await patch(flag, [{ kind: on ? 'turnFlagOn' : 'turnFlagOff' }]);
                return { changed: true, changes: [`${flag}: ${on ? 'off to on' : 'on to off'}`] };
            }
            if (edit.kind === 'default')
                throw new failure/* Failure */.H({
                    code: 'FLAG_EDIT_UNSUPPORTED',
                    message: 'The default of LaunchDarkly is not set here.',
                    remedy: 'Give "percentage".',
                });
            const rolloutWeights = weightsOf(flag, found, edit.percentage, edit.variant);
            await patch(flag, [{ kind: 'updateFallthroughVariationOrRollout', rolloutWeights }]);
            return { changed: true, changes: [`${flag}: ${edit.percentage} %`] };
        },
    };
}

;// CONCATENATED MODULE: ../../actions/feature-flag/lib/provider/unleash.js



const GRADUAL = 'flexibleRollout';
function onlyGradual(flag, { strategies = [] }) {
    const gradual = strategies.filter(({ name }) => name === GRADUAL);
    const [strategy] = gradual;
    if (strategy !== undefined && gradual.length === 1)
        return strategy;
    throw new failure/* Failure */.H({
        code: 'FLAG_WITHOUT_PERCENTAGE',
        message: `"${flag}" has ${gradual.length} gradual rollouts there, and a percentage is set where there is one.`,
        remedy: 'Give the flag one gradual rollout in this environment.',
    });
}
const unleash_WHOLE = '100';
function unleash_standingOf(flag, environment) {
    const { parameters = {} } = onlyGradual(flag, environment);
    return { on: environment.enabled, share: Number(parameters['rollout'] ?? unleash_WHOLE) };
}
/** Unleash draws by a hash of the flag's group and what the strategy sticks to, so a share only grows; but for these. */
function unleash_drawProblems(flag, { parameters = {}, disabled }) {
    if (disabled === true) {
        const message = `The gradual rollout of "${flag}" is switched off there, so its percentage is 0 % for ever.`;
        return [{ code: 'FLAG_RAMP_KEYLESS', message, remedy: 'Switch the strategy on in Unleash; the flag itself may stay off.' }];
    }
    if (parameters['stickiness'] !== 'random')
        return [];
    const message = `The gradual rollout of "${flag}" draws at random each time, so every user gets and loses the feature.`;
    return [
        { code: 'FLAG_COHORT_MOVED', message, remedy: 'Set its stickiness to default, userId or another property of the user.' },
    ];
}
/** Unleash by its admin API (https://docs.getunleash.io/api-overview). */
function unleashFlags(server, { project, environment }, http) {
    const path = (flag) => `/api/admin/projects/${encodeURIComponent(project)}/features/${encodeURIComponent(flag)}/environments/${encodeURIComponent(environment)}`;
    const read = async (flag) => (await askServer(server, http, `read ${flag}`, { path: path(flag) }));
    const switchTo = async (flag, on) => {
        const { enabled } = await read(flag);
        if (enabled === on)
            return { changed: false, changes: [] };
        const word = on ? 'on' : 'off';
        await askServer(server, http, `switch ${flag} ${word}`, { method: 'POST', path: `${path(flag)}/${word}`, body: {} });
        return { changed: true, changes: [`${flag}: ${on ? 'off to on' : 'on to off'}`] };
    };
    const setShare = async (flag, percentage) => {
        const { id, parameters = {} } = onlyGradual(flag, await read(flag));
        const [from = unleash_WHOLE, to] = [parameters['rollout'], String(percentage)];
        if (from === to)
            return { changed: false, changes: [] };
        const body = [{ op: 'replace', path: '/parameters/rollout', value: to }];
        const request = { method: 'PATCH', path: `${path(flag)}/strategies/${encodeURIComponent(id)}`, body };
        await askServer(server, http, `set the percentage of ${flag}`, request);
        return { changed: true, changes: [`${flag}: ${from} % to ${to} %`] };
    };
    return {
        standing: async (flag) => unleash_standingOf(flag, await read(flag)),
        climbProblems: async (flag) => unleash_drawProblems(flag, onlyGradual(flag, await read(flag))),
        move: async (flag, _, { from, to }) => {
            const now = unleash_standingOf(flag, await read(flag));
            if (!sameStanding(now, from) && !sameStanding(now, to))
                return { kind: 'superseded', found: now };
            // On first: a run that ends in between leaves a flag that is on for as many as before, and nobody's kill.
            const switched = to.on === now.on ? undefined : await switchTo(flag, to.on);
            const set = await setShare(flag, to.share);
            const changes = [...(switched?.changes ?? []), ...set.changes];
            return { kind: 'moved', changed: changes.length > 0, changes };
        },
        apply: async (flag, edit) => {
            if (edit.kind === 'state')
                return switchTo(flag, edit.state === 'ENABLED');
            if (edit.kind === 'percentage' && edit.variant === undefined)
                return setShare(flag, edit.percentage);
            const message = 'Unleash has a percentage for a whole flag; variants are not set here.';
            throw new failure/* Failure */.H({ code: 'FLAG_EDIT_UNSUPPORTED', message, remedy: 'Leave "variant" out.' });
        },
    };
}

;// CONCATENATED MODULE: ../../actions/feature-flag/lib/provider/choose.js




/** Where the inputs say that flags are kept. */
function providerOf(inputs, ports, context) {
    const { provider, server: base = '', serverToken, project = '', environment = '', reason } = inputs;
    if (provider === 'flagd')
        return flagdFlags(inputs, ports, context, `${context.temp}/feature-flag-${(0,external_node_crypto_.randomUUID)()}`);
    const token = serverToken ?? { reveal: () => '' };
    return provider === 'unleash'
        ? unleashFlags({ name: 'Unleash', base, token }, { project, environment }, ports.http)
        : launchDarklyFlags({ name: 'LaunchDarkly', base, token }, { project, environment, reason }, ports.http);
}

;// CONCATENATED MODULE: ../../actions/feature-flag/lib/change.js





function editOf({ state, percentage, variant }) {
    if (percentage !== undefined)
        return { kind: 'percentage', percentage, ...(variant !== undefined && { variant }) };
    if (variant !== undefined)
        return { kind: 'default', variant };
    return { kind: 'state', state: state === 'on' ? 'ENABLED' : 'DISABLED' };
}
const outputsOf = ({ changed, commit }) => (0,definition/* outputsFor */.k)(action/* action */.X, { changed: String(changed), commit });
/** Sets a flag. */
async function set(inputs, ports, context) {
    const applied = await providerOf(inputs, ports, context).apply(inputs.flag, editOf(inputs));
    const headline = applied.changed
        ? `${inputs.flag} was changed: ${applied.changes.join(', ')}.`
        : `${inputs.flag} is so already.`;
    return {
        verdict: 'pass',
        headline,
        outputs: outputsOf(applied),
        data: { flag: inputs.flag, ...applied },
    };
}
function change_wordsOf({ flag, budget }, applied, seen) {
    const done = applied.changed ? `${flag} was switched off` : `${flag} was off already`;
    if (seen.kind === 'off')
        return `${done}, and its users have it off after ${seen.seconds.toFixed(1)} s.`;
    if (seen.kind === 'unprobed')
        return `${done}; how long that takes to reach its users was not measured.`;
    return `${done}, and its users still have it after ${budget / 1000} s: ${seen.saw}`;
}
/** Switches a feature off, and measures how long that takes. */
async function kill(inputs, ports, context) {
    offPattern(inputs);
    const provider = providerOf(inputs, ports, context);
    const thrown = ports.clock.now();
    const applied = await provider.apply(inputs.flag, { kind: 'state', state: 'DISABLED' });
    const seen = await drill(inputs, thrown, ports);
    const headline = change_wordsOf(inputs, applied, seen);
    const message = 'Look at how the service learns of its flags: a file in a ConfigMap takes minutes, a stream or a short poll does not.';
    return {
        verdict: seen.kind === 'still-on' ? 'fail' : 'pass',
        headline,
        outputs: { ...outputsOf(applied), seconds: seen.kind === 'off' ? seen.seconds.toFixed(2) : undefined },
        annotations: seen.kind === 'still-on' ? [{ level: 'error', title: 'FLAG_STILL_ON', message: `${headline}\n${message}` }] : [],
        summary: applied.changes.length === 0 ? [] : [(0,block/* list */.p_)(applied.changes.map((each) => [each]))],
        data: { flag: inputs.flag, ...applied, drill: { ...seen } },
    };
}

// EXTERNAL MODULE: ../system/lib/concurrent.js
var concurrent = __webpack_require__(76609);
;// CONCATENATED MODULE: ../flags/lib/ofrep/share.js



const AT_ONCE = 8;
/** Asks a server for each of some made-up users whether they have a feature. Rejects as `evaluate` does. */
async function measureCohort(server, flag, variant, { users, drawnBy, context }) {
    const all = Array.from({ length: users }, (_, user) => user);
    return (0,concurrent/* concurrently */.r)(AT_ONCE, all, async (user) => hasFeature(await server.evaluate(flag, { ...context, targetingKey: userName(user), [drawnBy]: userName(user) }), variant));
}
/** The share of the users who have it, from 0 to 1. */
const shareOfMeasured = (measured) => measured.filter(Boolean).length / Math.max(1, measured.length);
/** How many users had the feature, and how many of them have it no more; users are the same in both. */
function lostBetween(before, after) {
    const had = before.filter(Boolean).length;
    return { had, lost: before.filter((each, user) => each && after[user] !== true).length };
}
/** Of a hundred thousand measurements of what is right, some six are further off than this many standard deviations. */
const DEVIATIONS = 4;
/**
 * Whether a measured share is what was set, as far as a draw of so many users can tell: within four standard deviations of a
 * binomial draw, and one user for the rounding of the hash.
 *
 * @param measured from 0 to 1
 * @param wanted from 0 to 1
 * @param users how many were asked
 */
function isShare(measured, wanted, users) {
    if (wanted <= 0 || wanted >= 1)
        return measured === wanted;
    return Math.abs(measured - wanted) <= DEVIATIONS * Math.sqrt((wanted * (1 - wanted)) / users) + 1 / users;
}

;// CONCATENATED MODULE: ../../actions/feature-flag/lib/evaluate.js






const evaluate_LOOK_MS = 1000;
/** A file, evaluated here by flagd's own evaluator. */
function fileEvaluator(file) {
    return {
        evaluate: async (flag, context) => {
            const evaluation = evaluateByFlagd(flag, flagIn(file, flag), context);
            if (!('errorCode' in evaluation))
                return evaluation;
            const { errorCode, errorDetails = 'no reason given' } = evaluation;
            throw new failure/* Failure */.H({ code: `OFREP_${errorCode}`, message: `flagd's evaluator could not tell ${flag}: ${errorDetails}` });
        },
        evaluateAll: async () => ({ kind: 'not-offered' }),
    };
}
async function evaluatorOf(inputs, { http, clock, log, files, cancelled }) {
    const { provider, file = '', server: base = '', serverToken: token } = inputs;
    if (provider === 'flagd')
        return fileEvaluator(parseFlags(file, await files.readText(file)));
    return ofrep({ base, token }, http, { clock, log, signal: cancelled });
}
async function look(evaluator, inputs) {
    const { flag, variant, population: users, drawnBy, context = {}, percentage } = inputs;
    const who = { targetingKey: PROBE_USER, [drawnBy]: PROBE_USER, ...context };
    const evaluation = await evaluator.evaluate(flag, who);
    const bulk = await evaluator.evaluateAll(who);
    const etag = bulk.kind === 'evaluated' ? bulk.etag : undefined;
    const again = etag === undefined ? { kind: 'not-offered' } : await evaluator.evaluateAll(who, etag);
    if (percentage === undefined)
        return { evaluation, bulk, again };
    const share = shareOfMeasured(await measureCohort(evaluator, flag, variant, { users, drawnBy, context }));
    return { evaluation, bulk, again, share };
}
/** Whether the answer to all flags says the same of one as the answer to it alone; a flag that is off may be left out. */
function bulkDiffers(flag, { evaluation, bulk }) {
    if (bulk.kind !== 'evaluated')
        return false;
    const own = bulk.flags.get(flag);
    if (own === undefined)
        return !isOff(evaluation);
    return 'errorCode' in own || JSON.stringify(own.value) !== JSON.stringify(evaluation.value);
}
/** What of it is not as it was expected. */
function faultsOf({ flag, expect, percentage, population }, seen) {
    const { evaluation, share } = seen;
    return [
        ...(expect === undefined || isAsExpected(evaluation, expect)
            ? []
            : [['FLAG_UNEXPECTED', `${flag} is ${evaluationWords(evaluation)}, and "${expect}" was expected`]]),
        ...(percentage === undefined || share === undefined || isShare(share, percentage / 100, population)
            ? []
            : [
                [
                    'FLAG_SHARE_UNEXPECTED',
                    `${(share * 100).toFixed(1)} % of ${population} asked users get ${flag}, and ${percentage} % were expected`,
                ],
            ]),
        ...(bulkDiffers(flag, seen)
            ? [
                [
                    'OFREP_BULK_DIFFERS',
                    `asked for all flags, the server says something else of ${flag} than asked for it alone`,
                ],
            ]
            : []),
    ];
}
function bulkWords({ bulk, again }) {
    if (bulk.kind !== 'evaluated')
        return 'All flags at once: not offered.';
    const tag = bulk.etag === undefined
        ? 'without an ETag'
        : again.kind === 'unchanged'
            ? 'and its ETag is honoured'
            : 'and its ETag is ignored';
    return `All flags at once: ${bulk.flags.size}, ${tag}.`;
}
/** Asks what a flag is, until it is as expected or its time is over. */
async function evaluate(inputs, ports) {
    const { flag, budget } = inputs;
    const { clock, cancelled } = ports;
    const evaluator = await evaluatorOf(inputs, ports);
    const began = clock.now();
    let seen = await look(evaluator, inputs);
    let faults = faultsOf(inputs, seen);
    while (faults.length > 0 && clock.now() - began < budget && !cancelled.aborted) {
        await clock.sleep(evaluate_LOOK_MS, cancelled).catch(() => undefined);
        seen = await look(evaluator, inputs);
        faults = faultsOf(inputs, seen);
    }
    const seconds = (clock.now() - began) / 1000;
    const shares = seen.share === undefined ? [] : [`${(seen.share * 100).toFixed(1)} % of ${inputs.population} asked users get it`];
    const said = [`${flag} is ${evaluationWords(seen.evaluation)}`, ...shares].join('; ');
    const after = faults.length === 0 ? '.' : `, still after ${seconds.toFixed(1)} s: ${faults.map(([, words]) => words).join('; ')}.`;
    return {
        verdict: faults.length === 0 ? 'pass' : 'fail',
        headline: `${said}${after}`,
        outputs: (0,definition/* outputsFor */.k)(action/* action */.X, {
            value: JSON.stringify(seen.evaluation.value ?? null),
            seconds: seconds.toFixed(2),
            share: seen.share === undefined ? undefined : (seen.share * 100).toFixed(2),
        }),
        annotations: faults.map(([title, words]) => ({ level: 'error', title, message: `${words}.` })),
        summary: [(0,block/* list */.p_)([[`${said}.`], [bulkWords(seen)]])],
        data: { flag, variant: seen.evaluation.variant, reason: seen.evaluation.reason, bulk: bulkWords(seen) },
    };
}

;// CONCATENATED MODULE: ../flags/lib/lint.js



/** What lies within is the hash's own noise. */
const lint_TOLERANCE = 0.01;
const percent = (share) => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
/** Whether a variant gives a feature rather than keeps it away. */
const gives = (flag, variant) => {
    const value = flag.variants[variant];
    return value !== false && variant !== flag.defaultVariant && !/^(off|disabled|control|none)$/i.test(variant);
};
function sayOf(key, { source }) {
    return (level, code, path, message, remedy) => {
        const location = source.locate(['flags', key, ...path]);
        return { level, code, flag: key, message, remedy, location };
    };
}
/** Who loses a feature although its share did not shrink: the draw itself was changed. */
function cohortFaults(key, before, after, say) {
    if (before.state === 'DISABLED' || after.state === 'DISABLED')
        return [];
    return movedBetween(cohortOf(key, before), cohortOf(key, after)).flatMap(({ variant, had, lost, explained }) => {
        const unexplained = lost - explained;
        if (unexplained <= had * lint_TOLERANCE || !gives(before, variant))
            return [];
        const message = `${percent(lost / had)} of the users who have "${variant}" of "${key}" lose it by this change (${lost} of ${had} drawn users), and its share explains ${percent(explained / had)}.`;
        const remedy = 'Keep the order of the variants, and let the first one grow at the cost of the last.';
        return [say('error', 'FLAG_COHORT_MOVED', ['targeting'], message, remedy)];
    });
}
/** A percentage is drawn by a key; where users have none that is asked for, nobody is in it. */
function keyFaults(key, flag, say) {
    const ramps = fractionalsOf(flag.targeting).filter(({ shares }) => shares.length > 0);
    if (ramps.length === 0 || flag.state === 'DISABLED')
        return [];
    const cohort = cohortOf(key, flag);
    const names = Object.keys(flag.variants).filter((name) => gives(flag, name));
    const meant = ramps.some(({ shares }) => shares.some(({ variant, weight }) => weight > 0 && names.includes(variant ?? '')));
    if (!meant || names.some((name) => shareIn(cohort, name) > 0))
        return [];
    const message = `Nobody whose context has a targeting key alone is in the percentage of "${key}".`;
    const remedy = 'Draw it by the targeting key, or make sure that every caller gives what the rules ask for.';
    return [say('warning', 'FLAG_KEY_UNUSUAL', ['targeting'], message, remedy)];
}
function typeFault(key, before, after, say) {
    const [was, is] = [before, after].map(({ variants }) => typeOfValue(Object.values(variants)[0]));
    if (was === is)
        return [];
    const remedy = 'Code that asks for the old type gets its own default; bring a new flag and take the old one away later.';
    return [say('error', 'FLAG_TYPE_CHANGED', ['variants'], `"${key}" was ${was} and is ${is}.`, remedy)];
}
function variantFaults(key, before, after, references, say) {
    const gone = Object.keys(before.variants).filter((variant) => !(variant in after.variants));
    return gone.flatMap((variant) => {
        const used = references.filter((each) => each.flag === key && each.variants.includes(variant));
        if (used.length === 0)
            return [];
        const places = used.map(({ file, line }) => `${file}:${line}`).join(', ');
        const message = `The variant "${variant}" of "${key}" is taken away, and code still names it: ${places}.`;
        return [say('error', 'FLAG_VARIANT_IN_USE', ['variants'], message, 'Take it out of the code first, and deploy that.')];
    });
}
function metadataFaults(key, { metadata = {} }, now, say) {
    const faults = [];
    if (typeof metadata['owner'] !== 'string')
        faults.push(say('warning', 'FLAG_OWNER_MISSING', [], `"${key}" has no owner.`, 'Write "metadata": { "owner": "team" }.'));
    const { expires, type } = metadata;
    if (expires === undefined && type !== 'kill-switch' && type !== 'permission')
        faults.push(say('warning', 'FLAG_EXPIRY_MISSING', [], `"${key}" never expires.`, 'Write "expires": "2027-01-31", or its "type".'));
    if (expires !== undefined && Number.isNaN(Date.parse(String(expires))))
        faults.push(say('error', 'FLAG_EXPIRY_MALFORMED', ['metadata', 'expires'], `"expires" of "${key}" is no day.`, 'Write 2027-01-31.'));
    else if (expires !== undefined && Date.parse(String(expires)) + DAY_MS < now)
        faults.push(say('warning', 'FLAG_EXPIRED', ['metadata', 'expires'], `"${key}" expired on ${expires}.`, 'Take it away, or give it a new day.'));
    return faults;
}
const DAY_MS = 86_400_000;
/** A flag that goes while another of the same rules comes was renamed, and its users are drawn anew. */
function renamed(key, before, { base, head }) {
    const same = JSON.stringify([before.variants, before.targeting]);
    return [...head.flags].find(([other, flag]) => !base?.flags.has(other) && other !== key && JSON.stringify([flag.variants, flag.targeting]) === same);
}
function goneFaults(change) {
    const { base, head, references } = change;
    return [...(base?.flags ?? [])].flatMap(([key, before]) => {
        if (head.flags.has(key))
            return [];
        const to = renamed(key, before, change);
        const used = references.filter(({ flag }) => flag === key).map(({ file, line }) => `${file}:${line}`);
        const faults = [];
        if (to !== undefined && fractionalsOf(before.targeting).length > 0) {
            const moved = movedBetween(cohortOf(key, before), cohortOf(to[0], to[1])).filter(({ variant }) => gives(before, variant));
            const [worst] = moved.toSorted((a, b) => b.lost / b.had - a.lost / a.had);
            if (worst !== undefined && worst.lost > worst.had * lint_TOLERANCE) {
                const message = `"${key}" becomes "${to[0]}", and ${percent(worst.lost / worst.had)} of the users who have "${worst.variant}" lose it: users are drawn by the flag's name.`;
                const remedy = 'Keep the name until everybody has the feature, or draw by a seed of its own.';
                faults.push(sayOf(to[0], head)('error', 'FLAG_RENAMED', [], message, remedy));
            }
        }
        if (used.length > 0) {
            const message = `"${key}" is taken away, and code still asks for it: ${used.join(', ')}.`;
            const location = { file: head.file, line: 1 };
            const remedy = 'Take it out of the code, deploy that, and then take the flag away.';
            faults.push({ level: 'error', code: 'FLAG_IN_USE', flag: key, message, remedy, location });
        }
        return faults;
    });
}
function darkFault(key, flag, what, say) {
    const cohort = cohortOf(key, flag);
    const on = Object.keys(flag.variants).filter((name) => flag.variants[name] !== false && !/^(off|disabled|control|none)$/i.test(name));
    const share = on.reduce((sum, name) => sum + shareIn(cohort, name), 0);
    if (share === 0 || flag.metadata?.['type'] === 'kill-switch')
        return [];
    const message = `${what}, and it is on for ${percent(share)} of the users as soon as that lands.`;
    return [
        say('error', 'FLAG_NOT_DARK', ['state'], message, 'Bring it switched off, and turn it on when the code is everywhere.'),
    ];
}
const landing = (key) => `Code names "${key}" from this change on`;
/** Every fault of a change of flags. */
function lintFlags(change) {
    const { base, head, references, dark, newInCode = new Set(), now } = change;
    const faults = [...head.flags].flatMap(([key, flag]) => {
        const say = sayOf(key, head);
        const before = base?.flags.get(key);
        const own = [...metadataFaults(key, flag, now, say), ...keyFaults(key, flag, say)];
        if (before === undefined) {
            const isNew = base !== undefined &&
                ![...base.flags].some(([old, was]) => !head.flags.has(old) && renamed(old, was, change)?.[0] === key);
            return dark && (isNew || newInCode.has(key))
                ? [...own, ...darkFault(key, flag, isNew ? `"${key}" is new` : landing(key), say)]
                : own;
        }
        return [
            ...own,
            ...(dark && newInCode.has(key) ? darkFault(key, flag, landing(key), say) : []),
            ...typeFault(key, before, flag, say),
            ...variantFaults(key, before, flag, references, say),
            ...cohortFaults(key, before, flag, say),
        ];
    });
    return [...faults, ...goneFaults(change)].toSorted((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'));
}

;// CONCATENATED MODULE: ../flags/lib/stale.js

const stale_DAY_MS = 86_400_000;
/** Why a flag is stale, every reason; a kill switch is meant to lie still, and only its day counts. */
function stalenessOf({ key, flag, changedAt, references, now, settledDays }) {
    const found = [];
    const { type, expires } = flag.metadata ?? {};
    if (expires !== undefined && Date.parse(String(expires)) + stale_DAY_MS < now)
        found.push({ kind: 'expired', on: String(expires) });
    if (type === 'kill-switch' || type === 'permission')
        return found;
    const cohort = cohortOf(key, flag);
    const settled = [...new Set(cohort)].find((variant) => shareIn(cohort, variant) === 1);
    const days = changedAt === undefined ? 0 : Math.floor((now - changedAt) / stale_DAY_MS);
    if (settled !== undefined && days >= settledDays)
        found.push({ kind: 'settled', variant: settled, days });
    if (references.length === 0)
        found.push({ kind: 'unreferenced' });
    return found;
}

;// CONCATENATED MODULE: ../flags/lib/reference.js
/** How far from a flag's name its variants are looked for. */
const LINES = 10;
const quoted = (line, word) => ['"', "'", '`'].some((quote) => line.includes(`${quote}${word}${quote}`));
/** Where a text names flags, in quotes as code does. */
function referencesIn(file, text, flags) {
    if (![...flags.keys()].some((flag) => text.includes(flag)))
        return [];
    const lines = text.split('\n');
    return [...flags].flatMap(([flag, variants]) => lines.flatMap((line, at) => {
        if (!quoted(line, flag))
            return [];
        const near = lines.slice(Math.max(0, at - LINES), at + LINES + 1);
        const named = variants.filter((variant) => near.some((each) => quoted(each, variant)));
        return [{ flag, file, line: at + 1, variants: named }];
    }));
}

;// CONCATENATED MODULE: ../../actions/feature-flag/lib/checkout.js


/** Larger files are built, not written. */
const BYTES_MAX = 1_000_000;
/** Where code names flags, in the files that some patterns match. */
async function findReferences(patterns, flags, { files }) {
    const matched = (await Promise.all(patterns.map((pattern) => files.glob(pattern)))).flat();
    const found = [];
    for (const path of new Set(matched)) {
        // A pattern such as src/** matches folders as well.
        const size = await files.size(path).catch(() => BYTES_MAX + 1);
        if (size <= BYTES_MAX)
            found.push(...referencesIn(path, await files.readText(path).catch(() => ''), flags));
    }
    return found;
}
/** The flags as they were at a commit; undefined when the file was not there. Rejects with BASE_ABSENT. */
async function flagsAt(commit, file, { exec }) {
    const known = await exec.run('git', ['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`]);
    if (known.exitCode !== 0) {
        const message = `This checkout does not have ${commit}, with which the flags are to be compared.`;
        throw new failure/* Failure */.H({ code: 'BASE_ABSENT', message, remedy: 'Check out with fetch-depth: 0, or correct "base".' });
    }
    const shown = await exec.run('git', ['show', `${known.stdout.trim()}:./${file}`]);
    return shown.exitCode === 0 ? parseFlags(file, shown.stdout) : undefined;
}
/** Which of some flags code named at a commit, in the files that some patterns match. */
async function namedAt(commit, patterns, flags, { exec }) {
    const paths = patterns.map((pattern) => `:(glob)${pattern}`);
    const named = new Set();
    for (const flag of flags) {
        const quoted = ['"', "'", '`'].flatMap((quote) => ['-e', `${quote}${flag}${quote}`]);
        const found = await exec.run('git', ['grep', '--quiet', '--fixed-strings', ...quoted, commit, '--', ...paths]);
        if (found.exitCode === 0)
            named.add(flag);
    }
    return named;
}
/** When each flag's definition was last changed, by the file's history; flags that are older than it are left out. */
async function changedAt(head, { exec }) {
    const log = await exec.run('git', ['log', '-200', '--format=%H %ct', '--', head.file]);
    const versions = log.stdout.split('\n').filter((line) => line !== '');
    const definitions = new Map([...head.flags].map(([key, flag]) => [key, JSON.stringify(flag)]));
    const changed = new Map();
    let open = new Set(definitions.keys());
    for (const [at, line] of versions.entries()) {
        const seconds = Number(line.split(' ')[1]);
        const older = versions[at + 1]?.split(' ')[0];
        const before = older === undefined ? undefined : await flagsAt(older, head.file, { exec }).catch(() => undefined);
        for (const key of open) {
            const same = JSON.stringify(before?.flags.get(key)) === definitions.get(key);
            if (!same)
                changed.set(key, seconds * 1000);
        }
        open = new Set([...open].filter((key) => !changed.has(key)));
        if (open.size === 0)
            break;
    }
    return changed;
}

;// CONCATENATED MODULE: ../../actions/feature-flag/lib/examine.js





const variantsOf = (flags) => [...flags].map(([key, { variants }]) => [key, Object.keys(variants)]);
const annotationOf = ({ level, code, message, remedy = '', location }) => ({
    level,
    title: code,
    message: `${message}\n${remedy}`.trim(),
    ...(location?.line !== undefined && { file: location.file, line: location.line }),
});
/** Checks a change of flags. */
async function lint(inputs, ports) {
    const { file = '', base: commit, code = [], dark } = inputs;
    const head = parseFlags(file, await ports.files.readText(file));
    const base = await flagsAt(commit, file, ports);
    const names = new Map([...variantsOf(head.flags), ...variantsOf(base?.flags ?? new Map())]);
    const references = await findReferences(code, names, ports);
    const named = new Set(references.map(({ flag }) => flag));
    const before = dark ? await namedAt(commit, code, named, ports) : named;
    const newInCode = new Set([...named].filter((flag) => !before.has(flag)));
    const faults = lintFlags({ base, head, references, dark, newInCode, now: ports.clock.now() });
    const errors = faults.filter(({ level }) => level === 'error').length;
    const headline = faults.length === 0
        ? `The ${head.flags.size} flags of ${file} are well.`
        : `${errors} faults and ${faults.length - errors} remarks on the flags of ${file}.`;
    return {
        verdict: errors > 0 ? 'fail' : 'pass',
        headline,
        outputs: (0,definition/* outputsFor */.k)(action/* action */.X, { faults: String(faults.length) }),
        annotations: faults.map(annotationOf),
        summary: faults.length === 0 ? [] : [(0,block/* list */.p_)(faults.map(({ message }) => [message]))],
        data: {
            flags: head.flags.size,
            faults: faults.map(({ level, code: id, flag, message }) => ({ level, code: id, flag, message })),
        },
    };
}
const reasonOf = (why) => {
    if (why.kind === 'settled')
        return `everybody has "${why.variant}" for ${why.days} days`;
    return why.kind === 'expired' ? `expired on ${why.on}` : 'no code names it';
};
/** Lists the flags that may go. */
async function stale(inputs, ports) {
    const { file = '', code = [], settledAfter } = inputs;
    const head = parseFlags(file, await ports.files.readText(file));
    const references = await findReferences(code, new Map(variantsOf(head.flags)), ports);
    const changed = await changedAt(head, ports);
    const now = ports.clock.now();
    const found = [...head.flags].flatMap(([key, flag]) => {
        const own = references.filter((each) => each.flag === key);
        const why = stalenessOf({ key, flag, changedAt: changed.get(key), references: own, now, settledDays: settledAfter });
        const owner = String(flag.metadata?.['owner'] ?? '');
        return why.length === 0
            ? []
            : [{ key, owner, why: why.map(reasonOf).join('; '), places: own.map((each) => `${each.file}:${each.line}`) }];
    });
    const headline = found.length === 0 ? `None of the ${head.flags.size} flags is stale.` : `${found.length} of ${head.flags.size} flags may go.`;
    const rows = found.map(({ key, owner, why, places }) => [[{ code: key }], owner, why, places.join(', ')]);
    return {
        verdict: 'pass',
        headline,
        outputs: (0,definition/* outputsFor */.k)(action/* action */.X, { faults: String(found.length) }),
        annotations: found.map(({ key, why }) => {
            const { line } = head.source.locateKey(['flags', key]);
            return { level: 'warning', title: 'Stale flag', message: `${key}: ${why}.`, file, ...(line !== undefined && { line }) };
        }),
        summary: found.length === 0 ? [] : [(0,block/* table */.tp)(['flag', 'owner', 'why', 'in code'], rows)],
        data: { flags: head.flags.size, stale: found },
    };
}

// EXTERNAL MODULE: ../prometheus/lib/inputs.js + 1 modules
var lib_inputs = __webpack_require__(74114);
// EXTERNAL MODULE: ../../actions/feature-flag/lib/ramp/plan.js
var ramp_plan = __webpack_require__(50929);
;// CONCATENATED MODULE: ../../actions/feature-flag/lib/ramp/reach.js


const reach_LOOK_MS = 1000;
const reach_percent = (share) => `${(share * 100).toFixed(1)} %`;
function judged(asking, cohort, before, share, afterMs) {
    const { users } = asking.population;
    const measured = shareOfMeasured(cohort);
    const { had, lost } = lostBetween(before ?? [], cohort);
    if (lost > 0)
        return { kind: 'moved', words: `${lost} of ${had} asked users who had the feature have it no more` };
    if (isShare(measured, share / 100, users))
        return { kind: 'reached', cohort, share: measured, afterMs };
    return { kind: 'unreached', words: `${reach_percent(measured)} of ${users} asked users have it, and ${share} % were set` };
}
/**
 * Asks until the share that was set is the share that users get.
 *
 * @param before who had the feature at the step before
 * @param share from 0 to 100
 * @param since when it was set, in milliseconds since the Unix epoch
 */
async function awaitReach(asking, { before, share, since }, clock, cancelled) {
    if (asking === undefined)
        return { kind: 'unasked' };
    const { server, flag, variant, population, budgetMs } = asking;
    for (;;) {
        const asked = clock.now();
        const seen = await measureCohort(server, flag, variant, population).then((cohort) => judged(asking, cohort, before, share, asked - since), (error) => {
            if (!(error instanceof failure/* Failure */.H))
                throw error;
            return { kind: 'unreached', words: error.message };
        });
        if (seen.kind === 'reached' || clock.now() - since >= budgetMs || cancelled.aborted)
            return seen;
        await clock.sleep(reach_LOOK_MS, cancelled).catch(() => undefined);
    }
}

;// CONCATENATED MODULE: ../../actions/feature-flag/lib/ramp/words.js
const times = (value) => (value >= 1e4 ? value.toExponential(0) : value.toFixed(value < 10 ? 2 : 0));
/** How strong the evidence on a step was, and what would have been enough of it; as odds against a feature that is fine. */
function oddsOf({ evidence, needed }) {
    return `${times(evidence)} of ${times(needed)}`;
}
/** What a step's end rests on, on one line, as it is kept with the change that follows on it. */
function evidenceOf({ share, end, verdict, startedMs, endedMs }) {
    if (!('why' in end))
        return undefined;
    const evidence = verdict === undefined ? '' : ` (evidence ${oddsOf(verdict)} that is needed)`;
    return `${share} % for ${Math.round((endedMs - startedMs) / 1000)} s: ${end.why}${evidence}`;
}

;// CONCATENATED MODULE: ../../actions/feature-flag/lib/ramp/climb.js





/** How often it is asked whether somebody else moved the flag, in milliseconds; a look at the metric is cheaper. */
const STANDING_MS = 60_000;
const TAKE_BACK_TRIES = 5;
const TAKE_BACK_WAIT_MS = 2000;
function endOf(verdict, problem) {
    const { state, why } = verdict;
    if (state === 'watching')
        return undefined;
    if (state === 'healthy')
        return { kind: 'proved', why };
    if (state === 'regressed' || state === 'slower')
        return { kind: 'bad', why };
    return { kind: 'untold', why: problem === undefined ? why : `${why}; ${problem}` };
}
/** Whether the flag stands elsewhere than it was set to. A provider that does not answer has nothing to say. */
async function movedByOthers({ provider, flag, variant }, expected) {
    const now = await provider.standing(flag, variant).catch((error) => {
        if (error instanceof failure/* Failure */.H && error.code !== 'FLAG_ABSENT')
            return expected;
        throw error;
    });
    return sameStanding(now, expected) ? undefined : now;
}
async function watchUntilTold(scene, { share, startedMs, before, of }, { clock, cancelled, log }) {
    const reach = await awaitReach(scene.asking, { before, share, since: startedMs }, clock, cancelled);
    if (cancelled.aborted)
        return { reach, end: { kind: 'cancelled' } };
    if (reach.kind === 'moved')
        return { reach, end: { kind: 'bad', why: reach.words } };
    if (reach.kind === 'unreached')
        return { reach, end: { kind: 'untold', why: `the step did not reach its users: ${reach.words}` } };
    const watch = scene.metric.watch(startedMs, of);
    let [askedMs, held] = [clock.now(), ''];
    for (;;) {
        await clock.sleep(scene.metric.policy(of).intervalMs, cancelled).catch(() => undefined);
        if (cancelled.aborted)
            return { reach, end: { kind: 'cancelled' } };
        const verdict = await watch.look();
        const end = endOf(verdict, scene.metric.problem);
        if (end !== undefined)
            return { reach, end, verdict };
        if (verdict.why !== held)
            log.info(`${share} %: ${verdict.why}.`);
        held = verdict.why;
        if (clock.now() - askedMs < STANDING_MS)
            continue;
        askedMs = clock.now();
        const found = await movedByOthers(scene, { on: true, share });
        if (found !== undefined)
            return { reach, verdict, end: { kind: 'superseded', found } };
    }
}
/** What is being asked when the run is cancelled is broken off, and breaks in its own way. */
async function watchStep(scene, set, ports) {
    try {
        return await watchUntilTold(scene, set, ports);
    }
    catch (error) {
        if (!ports.cancelled.aborted)
            throw error;
        return { reach: { kind: 'unasked' }, end: { kind: 'cancelled' } };
    }
}
function noteOf({ reason }, what, evidence) {
    return {
        reason: reason ?? what,
        trailers: [['Ramp', what], ...(evidence === undefined ? [] : [['Evidence', evidence]])],
    };
}
/** Goes back, and tries a few times: users have something bad while it is not. */
async function takeBack(scene, step, share, { clock, log, cancelled }) {
    const { provider, flag, variant } = scene;
    const what = `${step.end.kind === 'bad' ? 'stopped' : 'could not tell'} at ${step.share} %, back to ${share} %`;
    const note = noteOf(scene, what, evidenceOf(step));
    const move = { from: { on: true, share: step.share }, to: { on: true, share }, note };
    for (let attempt = 1;; attempt += 1) {
        try {
            const moved = await provider.move(flag, variant, move);
            if (moved.kind === 'superseded')
                return moved;
            return { kind: 'back', share, set: moved, atMs: clock.now() };
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.H))
                throw error;
            log.info(`Attempt ${attempt} to go back to ${share} %: ${error.message}`);
            if (attempt >= TAKE_BACK_TRIES || cancelled.aborted)
                return { kind: 'failed', share, why: error.message };
            await clock.sleep(TAKE_BACK_WAIT_MS);
        }
    }
}
/** Sets a share. What the provider refuses is no word on the feature: the ramp ends as one that could not tell. */
async function setShare(scene, from, share, evidence, { cancelled }) {
    const note = noteOf(scene, `${from.share} % to ${share} %`, evidence);
    try {
        const moved = await scene.provider.move(scene.flag, scene.variant, { from, to: { on: true, share }, note });
        return moved.kind === 'moved' ? { set: moved } : { end: moved };
    }
    catch (error) {
        if (cancelled.aborted)
            return { end: { kind: 'cancelled' } };
        if (!(error instanceof failure/* Failure */.H))
            throw error;
        return { end: { kind: 'untold', why: `${share} % could not be set: ${error.message}` } };
    }
}
const UNSET = { changed: false, changes: [] };
/** Climbs step by step; nothing is overwritten that somebody else set meanwhile. */
async function climb(scene, ports) {
    const { plan, metric } = scene;
    const { clock, log } = ports;
    const [startedMs, steps] = [clock.now(), []];
    let standing = plan.found;
    const finish = (retreat) => {
        const share = retreat.kind === 'back' ? retreat.share : retreat.kind === 'superseded' ? retreat.found.share : standing.share;
        return { startedMs, steps, retreat, share, samples: metric.samples(startedMs) };
    };
    for (const [index, share] of plan.steps.entries()) {
        const last = steps.at(-1);
        const stepMs = clock.now();
        const set = await setShare(scene, standing, share, last && evidenceOf(last), ports);
        if ('end' in set) {
            steps.push({ share, startedMs: stepMs, endedMs: clock.now(), reach: { kind: 'unasked' }, set: UNSET, end: set.end });
            return finish(set.end.kind === 'superseded' ? { kind: 'superseded', found: set.end.found } : { kind: 'none' });
        }
        standing = { on: true, share };
        log.info(`${share} % of users have ${scene.flag}${set.set.changed ? '' : ' already'}.`);
        const before = last?.reach.kind === 'reached' ? last.reach.cohort : undefined;
        const watched = await watchStep(scene, { share, startedMs: clock.now(), before, of: plan.steps.length }, ports);
        const step = { share, startedMs: stepMs, endedMs: clock.now(), ...set, ...watched };
        steps.push(step);
        if (step.end.kind === 'superseded')
            return finish({ kind: 'superseded', found: step.end.found });
        const next = (0,ramp_plan/* nextOf */.Xh)(step.end, plan, index, scene.onBad);
        if (next.kind === 'back')
            return finish(await takeBack(scene, step, next.share, ports));
        if (next.kind === 'leave')
            return finish({ kind: 'none' });
    }
    return finish({ kind: 'none' });
}

// EXTERNAL MODULE: ../prometheus/lib/series.js
var series = __webpack_require__(62018);
// EXTERNAL MODULE: ../rollout/lib/watch/samples.js
var watch_samples = __webpack_require__(7983);
// EXTERNAL MODULE: ../rollout/lib/watch/judge.js + 8 modules
var watch_judge = __webpack_require__(91972);
// EXTERNAL MODULE: ../rollout/lib/watch/counter.js
var watch_counter = __webpack_require__(14500);
;// CONCATENATED MODULE: ../../actions/feature-flag/lib/ramp/samples.js

/** How much of the time before a step it is compared with, in milliseconds. */
const HISTORY_MS = 1_800_000;
const whole = (pattern) => new RegExp(`^(?:${pattern})$`);
/** What is asked of Prometheus, and as what its series count. */
function subjectOf(inputs) {
    const { metric, queryErrors, codeLabel, podLabel, featureLabel } = inputs;
    const [errors, features] = [whole(inputs.errorCodes), whole(inputs.featureValues)];
    const asked = queryErrors === undefined
        ? [{ selector: metric, outcome: 'label' }]
        : [
            { selector: metric, outcome: 'all' },
            { selector: queryErrors, outcome: 'errors' },
        ];
    return {
        questions: () => asked,
        of: ({ labels, points }, { outcome }) => ({
            ...{ version: 'new', pod: labels[podLabel] ?? '', points },
            request: outcome !== 'errors',
            error: outcome === 'errors' || (outcome === 'label' && errors.test(labels[codeLabel] ?? '')),
            featured: featureLabel === undefined || features.test(labels[featureLabel] ?? ''),
        }),
    };
}
/** What a counter rose by after a moment, counted from zero: its own value may hold months. */
function since(counter, startedMs, bornAfterMs) {
    const points = [];
    let sum = 0;
    for (const [atMs, rise] of (0,watch_counter/* risesOf */.kh)(counter, bornAfterMs)) {
        if (atMs <= startedMs)
            continue;
        sum += rise;
        points.push([atMs, sum]);
    }
    return points;
}
/**
 * A step as the watch's judge reads it: what the feature's requests did since it was set, beside those without the feature, or,
 * where no label tells them apart, beside the service before.
 */
function samplesOfStep(counters, labelled, times, intervalMs) {
    const { startedMs, nowMs } = times;
    const leftEdgeMs = startedMs - HISTORY_MS;
    const within = counters.map((each) => ({
        ...each,
        points: each.points.filter(([atMs]) => atMs >= leftEdgeMs && atMs <= nowMs),
    }));
    const bornAfterMs = leftEdgeMs + 2 * intervalMs;
    const fresh = within
        .filter(({ featured }) => featured)
        .map((each) => ({ ...each, version: 'new', points: since(each, startedMs, bornAfterMs) }))
        .filter(({ points }) => points.length > 0);
    const old = within.flatMap((each) => {
        if (labelled)
            return each.featured ? [] : [{ ...each, version: 'old' }];
        return [{ ...each, version: 'old', points: each.points.filter(([atMs]) => atMs <= startedMs) }];
    });
    return { startedMs, leftEdgeMs, nowMs, series: [...fresh, ...old] };
}
/**
 * The policy of one step. The promise is shared among the steps, so that it holds of the whole ramp.
 *
 * @param steps how many are judged
 * @param reachedMs how long the step took to reach its users, which counts beside its hold
 */
function policyOf(inputs, labelled, steps, reachedMs = 0) {
    const { hold, holdMax, interval, errorRateMax, minRequests, falseStopMax, riseMax, riseFloor } = inputs;
    return {
        ...{ durationMs: hold + reachedMs, intervalMs: interval, patienceMs: holdMax - hold, lateMs: 2 * interval },
        ...{ errorRateMax, minRequests, falseRollbackMax: falseStopMax / steps },
        comparison: { historyMs: HISTORY_MS, margin: riseMax, floor: riseFloor },
        words: labelled
            ? { fresh: 'the requests with the feature', before: 'those without it' }
            : { fresh: "the service's requests", before: 'the time before the step' },
    };
}

;// CONCATENATED MODULE: ../../actions/feature-flag/lib/ramp/metric.js




/** The metric that guards a ramp. */
class Metric {
    #reader;
    #inputs;
    #clock;
    constructor(source, inputs, clock) {
        this.#reader = new series/* SeriesReader */.j(source, subjectOf(inputs));
        this.#inputs = inputs;
        this.#clock = clock;
    }
    get #labelled() {
        return this.#inputs.featureLabel !== undefined;
    }
    /** What went wrong at the last reading. */
    get problem() {
        return this.#reader.looks.at(-1)?.problem;
    }
    /** Reads once before anything is changed: a ramp that sees nothing is not begun. Rejects with RAMP_BLIND, PROMETHEUS_QUERY, PROMETHEUS_DENIED. */
    async open() {
        await this.#read();
        const { problem } = this;
        if (problem === undefined && this.#reader.kept.some(({ request }) => request))
            return;
        const { metric } = this.#inputs;
        const message = problem ?? `Prometheus has no series of ${metric} in the last half hour.`;
        const remedy = 'Nothing was changed. A ramp is begun where its metric can be seen: check "prometheus-url" and "metric".';
        throw new failure/* Failure */.H({ code: 'RAMP_BLIND', message, remedy });
    }
    async #read() {
        await this.#reader.read(this.#clock.now(), HISTORY_MS);
    }
    get #nowMs() {
        return this.#clock.now() + this.#reader.skewMs;
    }
    /** The samples from a moment of our clock to now. */
    samples(startedMs) {
        const times = { startedMs: startedMs + this.#reader.skewMs, nowMs: this.#nowMs };
        return samplesOfStep(this.#reader.kept, this.#labelled, times, this.#inputs.interval);
    }
    /** What was seen of those with the feature, and of the others, in some samples. */
    tallies(samples) {
        const policy = this.policy(1);
        return { fresh: (0,watch_samples/* tallyOf */.sv)(samples, policy, 'new', samples.nowMs), old: (0,watch_samples/* tallyOf */.sv)(samples, policy, 'old', samples.nowMs) };
    }
    /** How one of so many steps is judged. */
    policy(steps, reachedMs = 0) {
        return policyOf(this.#inputs, this.#labelled, steps, reachedMs);
    }
    /** Begins to watch a step that was set at a moment of our clock. */
    watch(startedMs, steps) {
        const judge = new watch_judge/* WatchJudge */.T(this.policy(steps, this.#clock.now() - startedMs));
        return {
            look: async () => {
                await this.#read();
                return judge.judge(this.samples(startedMs));
            },
        };
    }
}

// EXTERNAL MODULE: ../rollout/lib/watch/rates.js
var rates = __webpack_require__(60111);
// EXTERNAL MODULE: ../summary/lib/drawing.js + 2 modules
var drawing = __webpack_require__(6496);
;// CONCATENATED MODULE: ../../actions/feature-flag/lib/ramp/report.js





const NAMES = {
    proved: 'ramped',
    bad: 'stopped',
    untold: 'untold',
    superseded: 'superseded',
    cancelled: 'cancelled',
};
const lastOf = ({ climbed: { steps } }) => steps.at(-1);
/** How the ramp ended, in a word. */
function decisionOf(story) {
    const { end } = lastOf(story);
    if (end.kind === 'bad' && story.climbed.retreat.kind === 'failed')
        return 'stop-failed';
    return NAMES[end.kind];
}
const standingWords = ({ on, share }) => (on ? `at ${share} %` : 'off');
function retreatWords({ climbed: { retreat, share } }) {
    switch (retreat.kind) {
        case 'back':
            return `it was taken back to ${retreat.share} %`;
        case 'superseded':
            return `somebody else has it ${standingWords(retreat.found)} meanwhile, which was left alone`;
        case 'failed':
            return `it could NOT be taken back to ${retreat.share} %: ${retreat.why}`;
        case 'none':
            return `it stands at ${share} %`;
    }
}
const GO_ON = 'Run the ramp again when that is mended: it goes on from the share that is set.';
function headlineOf(story) {
    const { flag } = story.scene;
    const { end, share } = lastOf(story);
    switch (end.kind) {
        case 'proved':
            return `${flag} is on for ${share} % of users: ${end.why}.`;
        case 'bad':
            return `${flag} was stopped at ${share} %: ${end.why}; ${retreatWords(story)}.`;
        case 'untold':
            return `Could not tell whether ${flag} is fine at ${share} %: ${end.why}; ${retreatWords(story)}. ${GO_ON}`;
        case 'superseded':
            return `Somebody else moved ${flag} while the ramp was at ${share} %; it is ${standingWords(end.found)} now, and was left alone.`;
        case 'cancelled':
            return `The run was cancelled at ${share} % of ${flag}, which stay. ${GO_ON}`;
    }
}
function errorChart({ scene: { metric }, climbed, labelled }) {
    const policy = metric.policy(1);
    const { samples, startedMs, steps } = climbed;
    const at = (ms) => Math.round((ms - startedMs) / 1000);
    const limit = policy.errorRateMax * 100;
    const last = steps.at(-1);
    return (0,drawing/* chart */.b)({
        title: 'Error rate',
        xLabel: 'seconds since the ramp began',
        yLabel: 'failed requests, %',
        series: [
            { name: labelled ? 'without the feature' : 'before the ramp', points: (0,rates/* ratePoints */.y)(samples, policy, 'old') },
            { name: labelled ? 'with the feature' : 'the service', points: (0,rates/* ratePoints */.y)(samples, policy, 'new') },
        ].filter(({ points }) => points.length > 0),
        marks: [
            ...steps.map((step) => ({ x: at(step.startedMs), label: `${step.share} %` })),
            { x: at(last.endedMs), label: NAMES[last.end.kind] },
        ],
        limit: { y: limit, label: `limit ${limit} %` },
    });
}
/** What a step's silence is worth: which share of errors it would have seen, of those with the feature. */
function worthOf({ verdict, share }, labelled) {
    if (verdict?.visible === undefined)
        return '-';
    const among = labelled ? verdict.visible : (verdict.visible * 100) / share;
    return among >= 1 ? 'not even an outage' : `${(among * 100).toFixed(among < 0.1 ? 2 : 0)} % of errors`;
}
function reachWords({ reach }) {
    if (reach.kind === 'unasked')
        return '-';
    if (reach.kind !== 'reached')
        return reach.words;
    return `${(reach.share * 100).toFixed(1)} % after ${(reach.afterMs / 1000).toFixed(1)} s`;
}
function stepsTable({ climbed: { steps }, labelled }) {
    const asked = steps.some(({ reach }) => reach.kind !== 'unasked');
    const head = ['step', 'watched', 'requests', 'errors', 'error rate', 'evidence', 'would have seen', 'end'];
    const rows = steps.map((step) => {
        const { share, startedMs, endedMs, verdict, end } = step;
        const fresh = verdict?.fresh ?? { requests: 0, errors: 0 };
        return [
            `${share} %`,
            `${Math.round((endedMs - startedMs) / 1000)} s`,
            String(Math.round(fresh.requests)),
            String(Math.round(fresh.errors)),
            fresh.requests > 0 ? `${((0,watch_counter/* errorRate */.zi)(fresh) * 100).toFixed(2)} %` : '-',
            verdict === undefined ? '-' : oddsOf(verdict),
            worthOf(step, labelled),
            end.kind === 'proved' ? 'proved' : NAMES[end.kind],
            ...(asked ? [reachWords(step)] : []),
        ];
    });
    return (0,block/* table */.tp)(asked ? [...head, 'users who get it'] : head, rows);
}
function remarks({ scene: { plan }, labelled }) {
    const found = `${plan.found.share} % were set before this run began.`;
    const unlabelled = `${found} Without a label that tells the feature's requests, that step is compared with a time that already had it: there the limit alone can stop it.`;
    return plan.resumed ? [(0,block/* paragraph */.FY)([labelled ? found : unlabelled])] : [];
}
function annotationsOf(story) {
    const decision = decisionOf(story);
    if (decision !== 'stopped' && decision !== 'stop-failed')
        return [];
    const title = decision === 'stopped' ? 'RAMP_STOPPED' : 'RAMP_NOT_TAKEN_BACK';
    return [{ level: 'error', title, message: headlineOf(story) }];
}
function dataOf({ climbed }) {
    const steps = climbed.steps.map((step) => ({
        ...{ share: step.share, startedMs: step.startedMs, endedMs: step.endedMs, end: step.end.kind },
        ...{ evidence: evidenceOf(step), commit: step.set.commit, changes: step.set.changes },
        ...(step.verdict && { requests: step.verdict.fresh.requests, errors: step.verdict.fresh.errors }),
        ...(step.reach.kind === 'reached' && { measured: step.reach.share, reachedMs: step.reach.afterMs }),
    }));
    return { share: climbed.share, retreat: climbed.retreat.kind, steps };
}
/** The outcome of a ramp. */
function report(story) {
    const { climbed } = story;
    const { end } = lastOf(story);
    const sets = [...climbed.steps.map(({ set }) => set), ...(climbed.retreat.kind === 'back' ? [climbed.retreat.set] : [])];
    const reached = climbed.retreat.kind === 'back' && end.kind === 'bad' ? climbed.retreat.atMs - lastOf(story).endedMs : undefined;
    return {
        verdict: end.kind === 'proved' ? 'pass' : end.kind === 'bad' ? 'fail' : 'inconclusive',
        headline: headlineOf(story),
        outputs: (0,definition/* outputsFor */.k)(action/* action */.X, {
            changed: String(sets.some(({ changed }) => changed)),
            commit: sets.findLast(({ commit }) => commit !== undefined)?.commit,
            seconds: reached === undefined ? undefined : (reached / 1000).toFixed(2),
            decision: decisionOf(story),
            share: String(climbed.share),
        }),
        annotations: annotationsOf(story),
        summary: [
            (0,block/* paragraph */.FY)([{ bold: decisionOf(story) }, `: ${retreatWords(story)}.`]),
            errorChart(story),
            stepsTable(story),
            ...remarks(story),
        ],
        data: dataOf(story),
    };
}

;// CONCATENATED MODULE: ../../actions/feature-flag/lib/ramp/ramp.js









function climbOf({ flag, steps }, found) {
    const plan = (0,ramp_plan/* planClimb */.NR)(found, (0,ramp_plan/* stepsOf */.B_)(steps));
    if (plan.kind === 'climb')
        return plan;
    if (plan.kind === 'switched-off') {
        const message = `${flag} is switched off with ${found.share} % set, as somebody leaves it who stops a feature.`;
        const remedy = 'To begin anew, set its percentage to 0 first (mode: set); a ramp does not undo a stop.';
        throw new failure/* Failure */.H({ code: 'FLAG_SWITCHED_OFF', message, remedy });
    }
    const message = `${flag} is at ${found.share} %, over every step of ${steps}.`;
    throw new failure/* Failure */.H({ code: 'RAMP_ABOVE', message, remedy: 'Add steps over it, or set it back first (mode: set).' });
}
function askingOf(inputs, variant, { http, clock, log, cancelled }) {
    const { probeUrl: base, probeToken: token, flag, budget, population: users, drawnBy, context = {} } = inputs;
    if (base === undefined)
        return undefined;
    const server = ofrep({ base, token }, http, { clock, log, signal: cancelled });
    return { server, flag, variant, population: { users, drawnBy, context }, budgetMs: budget };
}
/** Everything that is wrong is told before anything is changed. */
async function gather(inputs, ports, context) {
    const { flag, variant, steps, drawnBy, onBad, reason } = inputs;
    const provider = providerOf(inputs, ports, context);
    const found = await provider.standing(flag, variant);
    const plan = climbOf(inputs, found);
    const shares = [found.share, ...(0,ramp_plan/* stepsOf */.B_)(steps).filter((step) => step > found.share)];
    (0,failure/* failWhen */.x)(await provider.climbProblems(flag, { variant, drawnBy, steps: shares }));
    const metric = new Metric((0,lib_inputs/* prometheusOf */._G)(inputs, ports), inputs, ports.clock);
    await metric.open();
    const asking = askingOf(inputs, found.variant ?? variant, ports);
    if (asking !== undefined)
        await asking.server.evaluate(flag, { ...asking.population.context, targetingKey: PROBE_USER, [drawnBy]: PROBE_USER });
    return { flag, variant, plan, provider, metric, asking, onBad, reason };
}
/** Brings a feature to its users step by step, and stops where its metric turns bad. */
async function ramp(inputs, ports, context) {
    const scene = await gather(inputs, ports, context);
    const climbed = await climb(scene, ports);
    return report({ scene, climbed, labelled: inputs.featureLabel !== undefined });
}

;// CONCATENATED MODULE: ../../actions/feature-flag/lib/run.js




/** Changes a flag, switches a feature off, brings one step by step, asks what a flag is, or examines a file of flags. */
const run = async (inputs, ports, context) => {
    switch (inputs.mode) {
        case 'set':
            return set(inputs, ports, context);
        case 'kill':
            return kill(inputs, ports, context);
        case 'ramp':
            return ramp(inputs, ports, context);
        case 'evaluate':
            return evaluate(inputs, ports);
        case 'lint':
            return lint(inputs, ports);
        case 'stale':
            return stale(inputs, ports);
    }
};

;// CONCATENATED MODULE: ../../actions/feature-flag/lib/index.js




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

/***/ 13655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ writeBack)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../write-back/lib/answer.js
var answer = __webpack_require__(4442);
;// CONCATENATED MODULE: ../write-back/lib/back-off.js
// About as long as an attempt takes on a hosted server: a shorter wait mostly ends in the same crowd.
const FIRST_MS = 1500;
const LONGEST_MS = 5000;
/**
 * How long to wait after a failed attempt, in milliseconds.
 *
 * The whole wait is drawn ("full jitter"): writers that failed together and wait a fixed time fail together again.
 *
 * @param attempt from 1
 * @param random from 0 to 1
 */
function waitMs(attempt, random) {
    return Math.round(random * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 10)));
}

// EXTERNAL MODULE: ../write-back/lib/stamp.js
var stamp = __webpack_require__(78977);
// EXTERNAL MODULE: ../write-back/lib/trouble.js
var lib_trouble = __webpack_require__(58509);
;// CONCATENATED MODULE: ../write-back/lib/write.js





function viewOf({ repository }, commit, tip) {
    return {
        commit,
        read: (path, at = commit) => repository.read(at, path),
        prepare: (paths) => repository.prepare(commit, paths),
        // A newer run may have written to the branch of our own, which is not merged yet.
        lastEntry: async (service, path) => {
            const ours = tip === undefined ? undefined : await repository.lastEntry(tip, service, path);
            const merged = await repository.lastEntry(commit, service, path);
            return ours !== undefined && (merged === undefined || (0,stamp/* compareRuns */.qB)(ours.run, merged.run) > 0) ? ours : merged;
        },
        versions: (path) => repository.versions(commit, path),
    };
}
async function aimOf({ branch, from }, { repository }) {
    if (from === undefined)
        return { branch };
    const tip = await repository.fetch(from);
    if (!('kind' in tip))
        return { branch: from, tip: tip.commit };
    return tip.kind === 'branch-absent' ? { branch: from } : tip;
}
/** Whether the branch of our own says all of it already. */
async function isThere({ repository }, { tip }, head, files) {
    if (tip === undefined || !(await repository.contains(tip, head)))
        return false;
    const there = await Promise.all(files.map(({ path }) => repository.read(tip, path)));
    return files.every(({ file }, index) => there[index]?.text === file.text);
}
async function tryOnce(request, world, attempts, doubtful) {
    const { repository } = world;
    const { branch } = request;
    const aim = await aimOf(request, world);
    if ('kind' in aim)
        return { kind: 'trouble', trouble: aim, ...(doubtful && { pushed: doubtful }) };
    const head = await repository.fetch(branch);
    if ('kind' in head)
        return { kind: 'trouble', trouble: head, ...(doubtful && { pushed: doubtful }) };
    if (head.rewritten)
        world.log.info(`The history of ${branch} was rewritten; the edit is made on what is there now.`);
    const done = (written) => ({ kind: 'done', written });
    const end = request.from === undefined ? head.commit : aim.tip;
    if (doubtful !== undefined && end !== undefined && (await repository.contains(end, doubtful.commit)))
        return done({ kind: 'written', attempts: attempts - 1, ...doubtful });
    const plan = await request.plan(viewOf(world, head.commit, aim.tip));
    if (plan.kind === 'unchanged')
        return done({ ...plan, commit: head.commit, attempts });
    if (plan.kind !== 'write')
        return done({ ...plan, attempts });
    const { files, changes, message } = plan;
    if (request.dryRun)
        return done({ kind: 'planned', head: head.commit, attempts, changes });
    if (aim.tip !== undefined && (await isThere(world, aim, head.commit, files)))
        return done({ kind: 'written', commit: aim.tip, attempts, changes });
    const merges = aim.tip === undefined ? [] : [aim.tip];
    const place = { branch: aim.branch, isNew: request.from !== undefined && aim.tip === undefined };
    const landing = await repository.land({ parent: head.commit, merges, files, message }, place);
    const { commit } = landing;
    if (landing.kind === 'landed')
        return done({ kind: 'written', commit: landing.commit, attempts, changes });
    return { kind: 'trouble', trouble: landing.trouble, ...(commit !== undefined && { pushed: { commit, changes } }) };
}
/**
 * Writes an edit to a branch that others write to at the same time.
 *
 * Each attempt reads the newest commit and makes the edit anew on it: no commit is rebased, for neighbouring lines of two
 * services would be a conflict of texts and none of values, and none is forced. When the answer to a push was lost, the next
 * attempt looks whether the commit arrived.
 *
 * @throws Failure of the edit, or of what git said: HEAD_MOVED, GIT_UNREACHABLE, GIT_UNAUTHORISED, GIT_FORBIDDEN,
 * GIT_TOKEN_ENDED, GIT_RATE_LIMITED, GIT_REPOSITORY_ABSENT, GIT_BRANCH_ABSENT, BRANCH_RULED_OUT, SIGNATURE_REQUIRED, COMMIT_UNSIGNED,
 * DISK_FULL, GIT_FAILED; FILE_NOT_FOUND, CANCELLED.
 */
async function writeBack(request, world) {
    const { clock, log, signal, random = Math.random } = world;
    let doubtful;
    let wasTaken = false;
    for (let attempt = 1;; attempt += 1) {
        throwIfCancelled(signal);
        const result = await tryOnce(request, world, attempt, doubtful);
        if (result.kind === 'done')
            return result.written;
        throwIfCancelled(signal);
        const { pushed } = result;
        const trouble = seenAfter(result.trouble, wasTaken);
        // Only who may write is told that somebody was quicker.
        wasTaken ||= trouble.kind === 'moved';
        doubtful = trouble.kind === 'unreachable' ? pushed : undefined;
        if (!(0,answer/* isPassing */.WG)(trouble) || attempt >= request.attempts)
            throw (0,lib_trouble/* failureOf */.g)(trouble, attempt);
        const asked = trouble.kind === 'limited' ? (trouble.waitMs ?? 0) : 0;
        // Whoever was told the same time would come back at the same moment.
        const wait = asked + waitMs(attempt, random());
        log.debug(`Attempt ${attempt} of ${request.attempts}: ${trouble.said}. Waiting ${wait} ms.`);
        await clock.sleep(wait, signal).catch(() => undefined);
    }
}
/** What is said of the token is another thing once it was taken. */
function seenAfter(trouble, wasTaken) {
    return wasTaken && trouble.kind === 'unauthorised' ? { ...trouble, kind: 'token-ended' } : trouble;
}
function throwIfCancelled(signal) {
    if (signal?.aborted !== true)
        return;
    const message = 'The run was cancelled. A push that was under way may have arrived.';
    throw new failure/* Failure */.H({ code: 'CANCELLED', message });
}


/***/ })

};
