export const id = 570;
export const ids = [570];
export const modules = {

/***/ 42570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* reexport */ action/* action */.X),
  run: () => (/* reexport */ run)
});

// EXTERNAL MODULE: ../../actions/feature-flag/lib/action.js
var action = __webpack_require__(29881);
// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
;// CONCATENATED MODULE: ../../actions/feature-flag/lib/probe.js

const LOOK_MS = 250;
/** So many answers in a row, for replicas behind one address learn of it one after the other. */
const STREAK = 5;
/** OFREP's evaluation of one flag (https://openfeature.dev/docs/reference/other-technologies/ofrep): off is false, or left to the code. */
async function askOfrep(inputs, http) {
    const { probeUrl = '', probeToken, flag } = inputs;
    const response = await http.fetch({
        method: 'POST',
        url: `${probeUrl.replace(/\/+$/, '')}/ofrep/v1/evaluate/flags/${encodeURIComponent(flag)}`,
        headers: {
            'content-type': 'application/json',
            ...(probeToken !== undefined && { authorization: `Bearer ${probeToken.reveal()}` }),
        },
        body: JSON.stringify({ context: { targetingKey: 'slipway-probe' } }),
    });
    const text = await response.text();
    if (response.status !== 200 && response.status !== 404)
        return { off: false, words: `status ${response.status}` };
    const { value, reason, errorCode } = JSON.parse(text);
    const off = reason === 'DISABLED' || errorCode === 'FLAG_NOT_FOUND' || value === false;
    return { off, words: `value ${JSON.stringify(value)}, reason ${reason ?? errorCode ?? '?'}` };
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
async function drill(inputs, since, { http, clock }) {
    if (inputs.probeUrl === undefined)
        return { kind: 'unprobed' };
    const pattern = offPattern(inputs);
    let [first, row, words] = [0, 0, 'no answer'];
    while (clock.now() - since <= inputs.budget || row > 0) {
        const asked = clock.now();
        const seen = await (pattern === undefined ? askOfrep(inputs, http) : askService(inputs, pattern, http)).catch((error) => ({ off: false, words: error instanceof Error ? error.message : String(error) }));
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

// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __webpack_require__(33483);
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
function percentagePuts(key, flag, file, edit) {
    const { path, shares } = rampOf(key, flag, file);
    const chosen = shares.find(({ variant }) => variant === (edit.variant ?? shares[0]?.variant));
    const others = shares.filter((share) => share !== chosen);
    const [other] = others;
    if (chosen?.weightAt === undefined || other?.weightAt === undefined || others.length > 1) {
        const names = shares.map(({ variant, weightAt }) => `${variant ?? '?'}${weightAt === undefined ? ' (without a weight)' : ''}`);
        const message = `The percentage of "${key}" is shared by ${names.join(', ')}.`;
        const remedy = 'A percentage is set where two variants share it, each with its weight.';
        const line = file.source.locate(['flags', key]).line ?? 1;
        throw new failure/* Failure */.H({ code: 'FLAG_SHARES', message, remedy, location: { file: file.file, line } });
    }
    const at = ['flags', key, 'targeting', ...path];
    return [
        { path: [...at, ...chosen.weightAt], value: edit.percentage },
        { path: [...at, ...other.weightAt], value: Math.round((100 - edit.percentage) * 1e6) / 1e6 },
    ];
}
/**
 * Changes a flag by replacing the source of its values, and no other byte.
 *
 * @throws Failure FLAG_ABSENT, FLAG_VARIANT_ABSENT, FLAG_FIELD_ABSENT, FLAG_WITHOUT_PERCENTAGE, FLAG_SHARES.
 */
function editFlag(file, key, edit) {
    const flag = file.flags.get(key);
    if (flag === undefined) {
        const message = `There is no flag "${key}" in ${file.file}.`;
        const remedy = `The flags are: ${[...file.flags.keys()].join(', ')}.`;
        throw new failure/* Failure */.H({ code: 'FLAG_ABSENT', message, remedy, location: { file: file.file, line: 1 } });
    }
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

// EXTERNAL MODULE: ../config/lib/source.js
var lib_source = __webpack_require__(47604);
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

// EXTERNAL MODULE: ../write-back/lib/stamp.js
var stamp = __webpack_require__(78977);
// EXTERNAL MODULE: ../write-back/lib/address.js
var address = __webpack_require__(19294);
// EXTERNAL MODULE: ../write-back/lib/open.js + 1 modules
var lib_open = __webpack_require__(43514);
// EXTERNAL MODULE: ../write-back/lib/write.js + 2 modules
var write = __webpack_require__(43346);
;// CONCATENATED MODULE: ../../actions/feature-flag/lib/provider/flagd.js



const wordsOf = ({ what, from, to }) => `${what}: ${from} to ${to}`;
/** A file in the workspace, for a step that commits it by itself. */
function inWorkspace(file, { files }) {
    return {
        apply: async (flag, edit) => {
            const { text, changes } = editFlag(parseFlags(file, await files.readText(file)), flag, edit);
            if (changes.length > 0)
                await files.write(file, text);
            return { changed: changes.length > 0, changes: changes.map(wordsOf) };
        },
    };
}
function requestOf({ file = '', branch, attempts, reason }, flag, edit, context) {
    return {
        ...{ branch, attempts, dryRun: false },
        plan: async (head) => {
            const stored = await head.read(file);
            if (stored === undefined) {
                const message = `The configuration repository has no file ${file}.`;
                throw new failure/* Failure */.H({ code: 'FILE_NOT_FOUND', message, remedy: 'Correct "file".', location: { file } });
            }
            const { text, changes } = edit(stored.text);
            if (changes.length === 0)
                return { kind: 'unchanged' };
            const message = (0,stamp/* renderTrailers */.Pp)(`${flag}: ${changes.map(wordsOf).join(', ')}`, [
                ['Flag', flag],
                ['File', file],
                ['Reason', reason],
                ['Run', context.runId === undefined ? undefined : `${context.runId}.${context.runAttempt ?? '1'}`],
                ['Run-URL', context.runUrl],
                ['Actor', context.actor],
            ]);
            return { kind: 'write', files: [{ path: file, file: { ...stored, text } }], changes, message };
        },
    };
}
/** A file in a configuration repository, written as update-gitops writes: made anew on each head, never forced. */
function inRepository(inputs, repository, ports, context, folder) {
    const { file = '', token } = inputs;
    const problems = [];
    const url = (0,address/* parseAddress */.o)(repository, token !== undefined, context.serverUrl, problems);
    (0,failure/* failWhen */.x)(problems);
    return {
        apply: async (flag, edit) => {
            const { clock, log, cancelled: signal } = ports;
            const request = requestOf(inputs, flag, (text) => editFlag(parseFlags(file, text), flag, edit), context);
            const written = await (0,lib_open/* withRepository */.B)({ url, folder, token }, ports, (git) => (0,write/* writeBack */.X)(request, { repository: git, clock, log, signal }));
            if (written.kind === 'written')
                return { changed: true, changes: written.changes.map(wordsOf), commit: written.commit };
            return { changed: false, changes: [], ...('commit' in written && { commit: written.commit }) };
        },
    };
}
/** Flags in a file in flagd's format. */
function flagdFlags(inputs, ports, context, folder) {
    const { repository, file = '' } = inputs;
    return repository === undefined ? inWorkspace(file, ports) : inRepository(inputs, repository, ports, context, folder);
}

;// CONCATENATED MODULE: ../../actions/feature-flag/lib/provider/server.js

const TIMEOUT_MS = 15_000;
function wordsIn(text) {
    try {
        const { message, details } = JSON.parse(text);
        return [message, ...(details ?? []).map((each) => each.message)].filter(Boolean).join('; ') || text.slice(0, 200);
    }
    catch {
        return text.slice(0, 200);
    }
}
function refusal({ name, base }, status, text, what) {
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
        timeoutMs: TIMEOUT_MS,
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
        throw refusal(server, response.status, text, what);
    if (text === '')
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        throw refusal(server, response.status, `no JSON but ${text.slice(0, 60)}`, what);
    }
}

;// CONCATENATED MODULE: ../../actions/feature-flag/lib/provider/launchdarkly.js


/** Weights are thousandths of a percent. */
const WHOLE = 100_000;
const SEMANTIC = 'application/json; domain-model=launchdarkly.semanticpatch';
function weightsOf(flag, { variations }, percentage, variant) {
    const nameOf = ({ name, value }) => name ?? String(value);
    const chosen = variations.find((each) => (variant === undefined ? true : nameOf(each) === variant));
    const [other, ...more] = variations.filter((each) => each !== chosen);
    if (chosen === undefined || other === undefined || more.length > 0) {
        const message = `"${flag}" has the variations ${variations.map(nameOf).join(', ')}.`;
        throw new failure/* Failure */.H({
            code: 'FLAG_SHARES',
            message,
            remedy: 'A percentage is set where a flag has two, one of them named by "variant".',
        });
    }
    const weight = Math.round(percentage * 1000);
    return { [chosen._id]: weight, [other._id]: WHOLE - weight };
}
/** LaunchDarkly by semantic patches (https://launchdarkly.com/docs/api/feature-flags/update-feature-flag). */
function launchDarklyFlags(server, place, http) {
    const { project, environment, reason } = place;
    const path = (flag) => `/api/v2/flags/${encodeURIComponent(project)}/${encodeURIComponent(flag)}`;
    const read = async (flag) => (await askServer(server, http, `read ${flag}`, { path: `${path(flag)}?env=${encodeURIComponent(environment)}` }));
    const patch = async (flag, instructions) => {
        const body = { environmentKey: environment, instructions, ...(reason !== undefined && { comment: reason }) };
        await askServer(server, http, `change ${flag}`, { method: 'PATCH', path: path(flag), body, contentType: SEMANTIC });
    };
    return {
        apply: async (flag, edit) => {
            const found = await read(flag);
            const there = found.environments[environment];
            if (there === undefined)
                throw new failure/* Failure */.H({
                    code: 'FLAG_ABSENT',
                    message: `"${flag}" has no environment "${environment}".`,
                    remedy: 'Check "environment".',
                });
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
        const [from = '100', to] = [parameters['rollout'], String(percentage)];
        if (from === to)
            return { changed: false, changes: [] };
        const body = [{ op: 'replace', path: '/parameters/rollout', value: to }];
        const request = { method: 'PATCH', path: `${path(flag)}/strategies/${encodeURIComponent(id)}`, body };
        await askServer(server, http, `set the percentage of ${flag}`, request);
        return { changed: true, changes: [`${flag}: ${from} % to ${to} %`] };
    };
    return {
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

;// CONCATENATED MODULE: ../../actions/feature-flag/lib/change.js






function providerOf(inputs, ports, context) {
    const { provider, server: base = '', serverToken, project = '', environment = '', reason } = inputs;
    if (provider === 'flagd')
        return flagdFlags(inputs, ports, context, `${context.temp}/feature-flag-${(0,external_node_crypto_.randomUUID)()}`);
    const token = serverToken ?? { reveal: () => '' };
    return provider === 'unleash'
        ? unleashFlags({ name: 'Unleash', base, token }, { project, environment }, ports.http)
        : launchDarklyFlags({ name: 'LaunchDarkly', base, token }, { project, environment, reason }, ports.http);
}
function editOf({ state, percentage, variant }) {
    if (percentage !== undefined)
        return { kind: 'percentage', percentage, ...(variant !== undefined && { variant }) };
    if (variant !== undefined)
        return { kind: 'default', variant };
    return { kind: 'state', state: state === 'on' ? 'ENABLED' : 'DISABLED' };
}
const outputsOf = ({ changed, commit }) => ({ changed: String(changed), commit, seconds: undefined, faults: undefined });
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

// EXTERNAL MODULE: ../../node_modules/@openfeature/flagd-core/index.cjs.mjs
var index_cjs = __webpack_require__(92631);
;// CONCATENATED MODULE: ../flags/lib/population.js


/** Enough that one percent is two hundred users. */
const USERS = 20_000;
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const resolverOf = (core, key, type) => {
    const ask = (context) => {
        if (type === 'boolean')
            return core.resolveBooleanEvaluation(key, false, context);
        if (type === 'number')
            return core.resolveNumberEvaluation(key, 0, context);
        if (type === 'string')
            return core.resolveStringEvaluation(key, '', context);
        return core.resolveObjectEvaluation(key, {}, context);
    };
    return (context) => {
        try {
            return ask(context).variant ?? '';
        }
        catch {
            return '';
        }
    };
};
function coreOf(key, flag) {
    const core = new index_cjs/* FlagdCore */.AI(undefined, SILENT);
    core.setConfigurations(JSON.stringify({ flags: { [key]: flag } }));
    return core;
}
/**
 * What a flag is for twenty thousand users, by flagd's own evaluator.
 *
 * @param withKey whether they have a targeting key, by which a percentage is drawn
 */
function cohortOf(key, flag, withKey = true) {
    const [first] = Object.values(flag.variants);
    const resolve = resolverOf(coreOf(key, flag), key, typeOfValue(first));
    if (!withKey)
        return [resolve({})];
    return Array.from({ length: USERS }, (_, user) => resolve({ targetingKey: `user-${user}` }));
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

;// CONCATENATED MODULE: ../flags/lib/lint.js



/** What lies within is the hash's own noise. */
const TOLERANCE = 0.01;
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
        if (unexplained <= had * TOLERANCE || !gives(before, variant))
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
            if (worst !== undefined && worst.lost > worst.had * TOLERANCE) {
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
function darkFault(key, flag, say) {
    const cohort = cohortOf(key, flag);
    const on = Object.keys(flag.variants).filter((name) => flag.variants[name] !== false && !/^(off|disabled|control|none)$/i.test(name));
    const share = on.reduce((sum, name) => sum + shareIn(cohort, name), 0);
    if (share === 0 || flag.metadata?.['type'] === 'kill-switch')
        return [];
    const message = `"${key}" is new, and on for ${percent(share)} of the users as soon as it lands.`;
    return [
        say('error', 'FLAG_NOT_DARK', ['state'], message, 'Bring it switched off, and turn it on when the code is everywhere.'),
    ];
}
/** Every fault of a change of flags. */
function lintFlags(change) {
    const { base, head, references, dark, now } = change;
    const faults = [...head.flags].flatMap(([key, flag]) => {
        const say = sayOf(key, head);
        const before = base?.flags.get(key);
        const own = [...metadataFaults(key, flag, now, say), ...keyFaults(key, flag, say)];
        if (before === undefined) {
            const isNew = base !== undefined &&
                ![...base.flags].some(([old, was]) => !head.flags.has(old) && renamed(old, was, change)?.[0] === key);
            return dark && isNew ? [...own, ...darkFault(key, flag, say)] : own;
        }
        return [
            ...own,
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
    const faults = lintFlags({ base, head, references, dark, now: ports.clock.now() });
    const errors = faults.filter(({ level }) => level === 'error').length;
    const headline = faults.length === 0
        ? `The ${head.flags.size} flags of ${file} are well.`
        : `${errors} faults and ${faults.length - errors} remarks on the flags of ${file}.`;
    return {
        verdict: errors > 0 ? 'fail' : 'pass',
        headline,
        outputs: { changed: undefined, commit: undefined, seconds: undefined, faults: String(faults.length) },
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
        outputs: { changed: undefined, commit: undefined, seconds: undefined, faults: String(found.length) },
        annotations: found.map(({ key, why }) => {
            const { line } = head.source.locateKey(['flags', key]);
            return { level: 'warning', title: 'Stale flag', message: `${key}: ${why}.`, file, ...(line !== undefined && { line }) };
        }),
        summary: found.length === 0 ? [] : [(0,block/* table */.tp)(['flag', 'owner', 'why', 'in code'], rows)],
        data: { flags: head.flags.size, stale: found },
    };
}

;// CONCATENATED MODULE: ../../actions/feature-flag/lib/run.js


/** Changes a flag, switches a feature off, or examines a file of flags. */
const run = async (inputs, ports, context) => {
    if (inputs.mode === 'set')
        return set(inputs, ports, context);
    if (inputs.mode === 'kill')
        return kill(inputs, ports, context);
    return inputs.mode === 'lint' ? lint(inputs, ports) : stale(inputs, ports);
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


/***/ })

};
