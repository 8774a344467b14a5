export const id = 642;
export const ids = [642];
export const modules = {

/***/ 50642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDiff: () => (/* binding */ runDiff)
});

// EXTERNAL MODULE: ../failure/lib/collect.js
var collect = __webpack_require__(57993);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../openapi/lib/api/read.js + 2 modules
var read = __webpack_require__(41888);
// EXTERNAL MODULE: ../openapi/lib/document/open.js + 1 modules
var document_open = __webpack_require__(18667);
// EXTERNAL MODULE: ../openapi/lib/change/change.js
var change = __webpack_require__(48904);
// EXTERNAL MODULE: ../openapi/lib/change/comparison.js
var change_comparison = __webpack_require__(6457);
// EXTERNAL MODULE: ../openapi/lib/api/api.js
var api = __webpack_require__(22590);
// EXTERNAL MODULE: ../openapi/lib/document/node.js
var node = __webpack_require__(15695);
// EXTERNAL MODULE: ../openapi/lib/change/anchor.js
var change_anchor = __webpack_require__(11217);
// EXTERNAL MODULE: ../openapi/lib/change/media.js + 1 modules
var change_media = __webpack_require__(79641);
;// CONCATENATED MODULE: ../openapi/lib/change/body.js



/** Compares what a request carries. */
function bodyFindings(comparison, pair) {
    const { base, head, name } = pair;
    const spot = { operation: name, side: 'request', part: 'body', path: [] };
    const sent = (0,change_comparison/* writerOf */.b)(pair, 'request') === 'request';
    if (base.body === undefined && head.body === undefined)
        return [];
    if (base.body === undefined) {
        const required = head.body?.required === true && sent;
        const rule = required ? 'request-body-added-required' : 'request-body-added';
        const message = `${name} now ${required ? 'requires' : 'takes'} a body`;
        return [{ rule, severity: required ? 'error' : 'info', spot, message, base: base.at, head: head.body?.at }];
    }
    if (head.body === undefined) {
        const message = `${name} no longer takes a body`;
        return [
            { rule: 'request-body-removed', severity: 'error', spot, message, base: base.body.at, head: (0,change_anchor/* anchor */.Y)(base.body.at, head.at) },
        ];
    }
    const [stricter, looser] = [head.body.required && !base.body.required, base.body.required && !head.body.required];
    const became = (sent && stricter) || (!sent && looser)
        ? [
            {
                rule: sent ? 'request-body-became-required' : 'callback-body-became-optional',
                severity: 'error',
                spot,
                message: sent ? `${name} now requires a body, which could be left out` : `${name} may now come without a body`,
                base: base.body.at,
                head: head.body.at,
            },
        ]
        : [];
    return [...became, ...(0,change_media/* compareMedia */.WS)(comparison, (0,change_comparison/* writerOf */.b)(pair, 'request'), spot, [base.body.media, head.body.media])];
}

;// CONCATENATED MODULE: ../openapi/lib/change/lifecycle.js


/** A day as `x-sunset` writes it; undefined when it is none. */
function dayOf(text) {
    const [day = ''] = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(text) ?? [];
    const time = Date.parse(`${day}T00:00:00Z`);
    return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : time;
}
const spotOf = (operation) => ({ operation, side: 'operation', part: 'operation', path: [] });
/** What the removal of an operation comes to: it may go when it was deprecated and its sunset has passed. */
function removalFinding(comparison, name, base, paths) {
    const item = base.at.parent;
    const kept = item?.key === undefined ? undefined : (0,node/* child */.jf)(paths, item.key);
    const head = kept === undefined ? (0,change_anchor/* anchor */.Y)(item ?? base.at, paths) : (0,change_anchor/* anchor */.Y)(base.at, kept);
    const finding = { spot: spotOf(name), base: base.at, head };
    if (!base.deprecated)
        return { ...finding, rule: 'operation-removed', severity: 'error', message: `${name} is gone` };
    if (base.sunset === undefined) {
        const message = `${name} is gone; it was deprecated without a day from which it may be`;
        return { ...finding, rule: 'operation-removed-deprecated', severity: 'warning', message };
    }
    const day = dayOf(base.sunset.text);
    if (day !== undefined && day <= comparison.now) {
        const message = `${name} is gone; its sunset was on ${base.sunset.text}`;
        return { ...finding, rule: 'operation-removed-after-sunset', severity: 'info', message };
    }
    const message = day === undefined
        ? `${name} is gone, and its sunset "${base.sunset.text}" is no day such as 2027-01-31`
        : `${name} is gone before its sunset on ${base.sunset.text}`;
    const rule = day === undefined ? 'sunset-malformed' : 'operation-removed-before-sunset';
    return { ...finding, rule, severity: 'error', message, base: day === undefined ? base.sunset.at : base.at };
}
/** Compares whether an operation is on its way out, and until when it stays. */
function lifecycleFindings(_, { name, base, head }) {
    const spot = spotOf(name);
    const [before, after] = [base.sunset, head.sunset];
    const make = (rule, severity, message, at) => ({
        rule,
        severity,
        spot,
        message,
        base: before?.at ?? base.at,
        head: at,
    });
    const found = [];
    if (head.deprecated && !base.deprecated)
        found.push(make('operation-deprecated', 'info', `${name} is now deprecated`, (0,node/* child */.jf)(head.at, 'deprecated') ?? head.at));
    if (after !== undefined && dayOf(after.text) === undefined)
        found.push(make('sunset-malformed', 'error', `the sunset of ${name}, "${after.text}", is no day such as 2027-01-31`, after.at));
    const [then, now] = [before && dayOf(before.text), after && dayOf(after.text)];
    if (then !== undefined && now !== undefined && now < then)
        found.push(make('sunset-brought-forward', 'error', `${name} may be gone from ${after?.text}, and was to stay until ${before?.text}`, after?.at ?? head.at));
    if (before !== undefined && after === undefined && head.deprecated)
        found.push(make('sunset-removed', 'error', `${name} is deprecated and no longer says from which day it may be gone`, (0,node/* child */.jf)(head.at, 'deprecated') ?? head.at));
    return found;
}

// EXTERNAL MODULE: ../openapi/lib/schema/json.js
var json = __webpack_require__(53083);
// EXTERNAL MODULE: ../openapi/lib/inclusion/union.js
var union = __webpack_require__(49323);
;// CONCATENATED MODULE: ../openapi/lib/change/parameter.js






const wordsOfParameter = ({ in: place, name }) => place === 'header' ? `the header ${name}` : `the ${place} parameter ${name}`;
const parameter_spotOf = (operation, { in: place, name }) => ({
    operation,
    side: 'request',
    part: `${place} ${name}`,
    path: [],
});
/** A path's parameters are known by their place in it, for their names are never sent. */
function counterpart(parameter, from, to) {
    const names = (path) => [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
    const index = parameter.in === 'path' ? names(from.path).indexOf(parameter.name) : -1;
    const name = index < 0 ? parameter.name : names(to.path)[index];
    return to.parameters.find((each) => each.in === parameter.in && each.name === name);
}
function isComposed({ schema }) {
    return schema === undefined || (0,union/* ways */.LN)([schema]).some(({ types }) => types.has('array') || types.has('object'));
}
function defaultFindings(base, head, spot, words) {
    const [before, after] = [base.schema, head.schema].map((schema) => schema === undefined ? undefined : (0,node/* child */.jf)(schema, 'default'));
    if (head.required || (before === undefined && after === undefined) || (0,json/* equal */.LC)(before?.value, after?.value))
        return [];
    const text = (value) => (value === undefined ? 'nothing' : (0,json/* shown */.SP)(value.value));
    const message = `${words} of ${spot.operation} stands for ${text(after)} when it is left out, and stood for ${text(before)}`;
    return [
        {
            rule: 'request-parameter-default-changed',
            severity: 'warning',
            spot,
            message,
            base: before ?? base.at,
            head: after ?? head.at,
        },
    ];
}
function changed(comparison, pair, base, head) {
    const { name } = pair;
    const spot = parameter_spotOf(name, base);
    const words = wordsOfParameter(base);
    const finding = (rule, message) => ({
        rule,
        severity: 'error',
        spot,
        message,
        base: base.at,
        head: head.at,
    });
    const writer = (0,change_comparison/* writerOf */.b)(pair, 'request');
    const style = (base.style !== head.style || base.explode !== head.explode) && isComposed(base);
    const before = `style ${base.style}${base.explode ? ', exploded' : ''}`;
    const after = `style ${head.style}${head.explode ? ', exploded' : ''}`;
    const media = base.media.length > 0 && head.media.length > 0;
    return [
        ...(head.required && !base.required && writer === 'request'
            ? [finding('request-parameter-became-required', `${words} of ${name} is now required`)]
            : []),
        ...(style
            ? [finding('request-parameter-style-changed', `${words} of ${name} is now written in ${after}, and was in ${before}`)]
            : []),
        ...defaultFindings(base, head, spot, words),
        ...(media
            ? (0,change_media/* compareMedia */.WS)(comparison, writer, spot, [base.media, head.media])
            : (0,change_media/* compareSchemas */._e)(comparison, writer, spot, schemaOf(base), schemaOf(head))),
    ];
}
const schemaOf = ({ schema, media }) => schema ?? media[0]?.schema;
/** Compares the parameters of an operation. */
function parameterFindings(comparison, pair) {
    const { base, head, name } = pair;
    const kept = base.parameters.flatMap((parameter) => {
        const other = counterpart(parameter, base, head);
        if (other !== undefined)
            return changed(comparison, pair, parameter, other);
        const message = `${wordsOfParameter(parameter)} of ${name} is no longer known; what is sent is passed over`;
        const parent = (0,node/* child */.jf)(head.at, 'parameters') ?? head.at;
        const where = (0,change_anchor/* anchor */.Y)(parameter.at, parent);
        return [
            {
                rule: 'request-parameter-removed',
                severity: 'warning',
                spot: parameter_spotOf(name, parameter),
                message,
                base: parameter.at,
                head: where,
            },
        ];
    });
    const added = head.parameters.filter((parameter) => counterpart(parameter, head, base) === undefined);
    return [
        ...kept,
        ...added.map((parameter) => {
            const required = parameter.required && (0,change_comparison/* writerOf */.b)(pair, 'request') === 'request';
            const rule = required ? 'request-parameter-added-required' : 'request-parameter-added';
            const message = `${wordsOfParameter(parameter)} of ${name} is new${required ? ' and required' : ''}`;
            return {
                rule,
                severity: required ? 'error' : 'info',
                spot: parameter_spotOf(name, parameter),
                message,
                base: base.at,
                head: parameter.at,
            };
        }),
    ];
}

// EXTERNAL MODULE: ../openapi/lib/change/response.js
var response = __webpack_require__(98691);
// EXTERNAL MODULE: ../openapi/lib/inclusion/same.js
var same = __webpack_require__(7992);
;// CONCATENATED MODULE: ../openapi/lib/change/security.js


const wordsOf = ({ schemes }) => schemes.size === 0
    ? 'no credentials'
    : [...schemes].map(([name, scopes]) => (scopes.length === 0 ? name : `${name} (${scopes.join(', ')})`)).join(' with ');
function sameScheme(name, base, head) {
    const [before, after] = [base.schemes.get(name), head.schemes.get(name)];
    if (before === undefined || after === undefined)
        return before === after;
    return ['type', 'in', 'name', 'scheme'].every((key) => {
        const [a, b] = [(0,node/* child */.jf)(before, key), (0,node/* child */.jf)(after, key)];
        return a === undefined || b === undefined ? a === b : (0,same/* sameSchema */.G)(a, b);
    });
}
/** Whether what let a request in before lets it in by the new requirement too. */
function lets(before, after, { base, head }) {
    return [...after.schemes].every(([name, scopes]) => {
        const had = before.schemes.get(name);
        return had !== undefined && scopes.every((scope) => had.includes(scope)) && sameScheme(name, base, head);
    });
}
const NONE = (at) => ({ schemes: new Map(), at });
/** Compares who is let in: whatever was enough before must be enough now. */
function securityFindings(comparison, pair) {
    const { base, head, name } = pair;
    if (pair.reversed)
        return [];
    const before = base.security.length === 0 ? [NONE(base.at)] : base.security;
    const after = head.security.length === 0 ? [NONE(head.at)] : head.security;
    const spot = { operation: name, side: 'request', part: 'security', path: [] };
    return before
        .filter((requirement) => !after.some((each) => lets(requirement, each, comparison)))
        .map((requirement) => {
        const message = `${name} now requires ${after.map(wordsOf).join(' or ')}, and ${wordsOf(requirement)} was enough`;
        const place = head.security[0]?.at;
        return {
            rule: 'request-security-narrowed',
            severity: 'error',
            spot,
            message,
            base: requirement.at,
            head: place === undefined ? head.at : (0,node/* locate */.x5)(place),
        };
    });
}

;// CONCATENATED MODULE: ../openapi/lib/change/operation.js







/** What identifies an operation on the wire: the names in its path are never sent. */
const keyOf = ({ method, path }) => `${method} ${path.replace(/\{[^}]*\}/g, '{}').replace(/(?<=.)\/$/, '')}`;
function serverFindings({ name, base, head }) {
    const spot = { operation: name, side: 'operation', part: 'operation', path: [] };
    const lost = base.basePaths.filter((path) => !head.basePaths.includes(path));
    if (lost.length < base.basePaths.length)
        return [];
    const words = (paths) => paths.map((path) => (path === '' ? 'no prefix' : path)).join(' or ');
    const message = `${name} is now reached under ${words(head.basePaths)}, and was under ${words(base.basePaths)}`;
    return [{ rule: 'server-path-changed', severity: 'error', spot, message, base: base.at, head: head.at }];
}
function callbackFindings(comparison, { base, head, name }) {
    const place = (0,node/* child */.jf)(head.at, 'callbacks') ?? head.at;
    return operationsFindings(comparison, base.callbacks, head.callbacks, place, `${name} → `, true);
}
const RULES = [
    lifecycleFindings,
    (_, pair) => serverFindings(pair),
    securityFindings,
    parameterFindings,
    bodyFindings,
    response/* responseFindings */.E,
    callbackFindings,
];
/** Compares the operations of two descriptions, or their webhooks, or the callbacks of one operation. */
function operationsFindings(comparison, before, after, paths, prefix = '', reversed = false) {
    const heads = new Map(after.map((operation) => [keyOf(operation), operation]));
    const bases = new Map(before.map((operation) => [keyOf(operation), operation]));
    const kept = before.flatMap((base) => {
        const name = `${prefix}${(0,api/* nameOf */.V)(base)}`;
        const head = heads.get(keyOf(base));
        if (head === undefined)
            return [removalFinding(comparison, name, base, paths)];
        const pair = { name, base, head, reversed };
        return RULES.flatMap((rule) => rule(comparison, pair));
    });
    const added = after.filter((operation) => !bases.has(keyOf(operation)));
    return [
        ...kept,
        ...added.map((head) => {
            const name = `${prefix}${(0,api/* nameOf */.V)(head)}`;
            const spot = { operation: name, side: 'operation', part: 'operation', path: [] };
            return { rule: 'operation-added', severity: 'info', spot, message: `${name} is new`, base: undefined, head: head.at };
        }),
    ];
}
/** Compares everything that two descriptions offer and send. */
function apiFindings(comparison) {
    const { base, head } = comparison;
    const place = (key) => (0,node/* descend */.Xn)(head.root, [key]) ?? head.root;
    return [
        ...operationsFindings(comparison, base.operations, head.operations, place('paths')),
        ...operationsFindings(comparison, base.webhooks, head.webhooks, place('webhooks'), 'webhook ', true),
    ];
}

;// CONCATENATED MODULE: ../openapi/lib/change/diff.js



const RANK = { error: 0, warning: 1, info: 2 };
/**
 * Every change between two descriptions that a consumer may notice, worst first, each once.
 *
 * @param now milliseconds since 1970: a deprecated operation may go once its sunset has passed.
 */
function diff(base, head, now) {
    const found = apiFindings((0,change_comparison/* comparison */.m)(base, head, now)).map(change/* changeOf */.C);
    const unique = [...new Map(found.map((change) => [change.fingerprint, change])).values()];
    return unique.sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

// EXTERNAL MODULE: ../../actions/contract-test/lib/accepted.js
var lib_accepted = __webpack_require__(3756);
// EXTERNAL MODULE: ../../actions/contract-test/lib/contract-files.js
var contract_files = __webpack_require__(41677);
// EXTERNAL MODULE: ../compatibility/lib/compare.js + 3 modules
var compare = __webpack_require__(93436);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/impact.js

/** A change's warning of credentials breaks who sends none, for they were not asked for before. */
const counts = ({ severity, rule, interaction }) => !interaction.pending && (severity === 'error' || rule === 'contract-credentials-missing');
function besides(contracts, base, head) {
    const [ofBase, ofHead] = [(0,compare/* comparer */.m)(base), (0,compare/* comparer */.m)(head)];
    return contracts.map((contract) => {
        const [before, after] = [ofBase(contract), ofHead(contract)];
        const fresh = after.results.flatMap(({ interaction, conflicts }, index) => {
            const old = before.results[index];
            const known = new Set(old?.conflicts.map(({ key }) => key));
            const operation = old?.operation ?? `${interaction.request.method} ${interaction.request.path}`;
            return conflicts.filter((each) => counts(each) && !known.has(each.key)).map((conflict) => ({ conflict, operation }));
        });
        return { contract, before, fresh };
    });
}
const leads = (a, b) => a.every((step, index) => step === b[index]);
/** Whether a change is at the place of a conflict, or above or below it. */
function meets(change, conflict, operation) {
    if (change.operation !== operation)
        return false;
    if (change.side === 'operation' || conflict.side === 'operation')
        return change.side === conflict.side;
    const status = change.status === undefined || conflict.status === undefined || covers(change.status, conflict.status);
    const inside = leads(change.path, conflict.path) || leads(conflict.path, change.path);
    return change.side === conflict.side && status && change.part === conflict.part && inside;
}
const covers = (described, status) => described === status || described === 'default' || described === `${status[0]}XX`;
function effectOf(change, { contract, before, fresh }) {
    const { consumer } = contract;
    const hit = fresh.filter(({ conflict, operation }) => meets(change.spot, conflict.spot, operation));
    if (hit.length > 0)
        return { kind: 'breaks', consumer, at: hit.map(({ conflict }) => conflict.contract) };
    const calls = before.results.some(({ operation }) => operation === change.spot.operation);
    return { kind: calls ? 'unread' : 'uncalled', consumer };
}
/** What every change does to every consumer, and what broke since without a change that explains it. */
function impactsOf(changes, contracts, base, head) {
    const all = besides(contracts, base, head);
    const relevant = changes.filter(({ severity }) => severity !== 'info');
    const impacts = changes.map((change) => ({
        change,
        effects: relevant.includes(change) ? all.map((each) => effectOf(change, each)) : [],
    }));
    const unexplained = all.flatMap(({ fresh }) => fresh
        .filter(({ conflict, operation }) => !relevant.some(({ spot }) => meets(spot, conflict.spot, operation)))
        .map(({ conflict }) => conflict));
    return { impacts, unexplained, broken: all.filter(({ fresh }) => fresh.length > 0).map(({ contract }) => contract.consumer) };
}

// EXTERNAL MODULE: ../../actions/contract-test/lib/messages.js
var messages = __webpack_require__(47645);
// EXTERNAL MODULE: ../../actions/contract-test/lib/pending.js
var pending = __webpack_require__(59514);
// EXTERNAL MODULE: ../../actions/contract-test/lib/outputs.js
var outputs = __webpack_require__(53747);
// EXTERNAL MODULE: ../../actions/contract-test/lib/remarks.js + 1 modules
var remarks = __webpack_require__(55902);
// EXTERNAL MODULE: ../../actions/contract-test/lib/secrets.js
var secrets = __webpack_require__(58988);
// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/impact-words.js

const place = ({ file, line }) => `${file}${line === undefined ? '' : `:${line}`}`;
/** The consumers that a change breaks. */
const consumersOf = ({ effects }) => effects.flatMap((effect) => (effect.kind === 'breaks' ? [effect.consumer] : []));
const breakWords = (effect) => `${effect.consumer} (its contract, ${[...new Set(effect.at.map(place))].join(', ')})`;
/** What a change does to the consumers, in words: whom it breaks, who does not read it, and who does not call it. */
function effectWords({ effects, change }) {
    const broken = effects.filter((effect) => effect.kind === 'breaks').map(breakWords);
    const of = (kind) => effects.filter((effect) => effect.kind === kind).map(({ consumer }) => consumer);
    const verb = change.spot.side === 'response' ? ['does not read it', 'do not read it'] : ['is not touched', 'are not touched'];
    const say = (names, [one, many]) => names.length === 0 ? [] : [`${names.join(', ')} ${names.length === 1 ? one : many}`];
    return [
        ...(broken.length > 0 ? [`breaks ${broken.join(' and ')}`] : []),
        ...say(of('unread'), verb),
        ...say(of('uncalled'), ['does not call it', 'do not call it']),
    ].join('; ');
}
/** A change as one sentence without a full stop. */
function sentence(impact) {
    const effects = effectWords(impact);
    return effects === '' ? impact.change.message : `${impact.change.message}: ${effects}`;
}
/** A change on the line of the new description beside which a reviewer sees it; the line of before is in its words. */
function annotationOf(impact, breaks, accepted) {
    const { change } = impact;
    const before = change.base === undefined ? '' : ` Before: ${place(change.base)}.`;
    return {
        level: breaks && !accepted ? 'error' : 'warning',
        title: consumersOf(impact).length > 0 ? `Breaks ${consumersOf(impact).join(', ')}` : change.rule,
        message: `${sentence(impact)}.${before}${accepted ? ' It is accepted.' : ''} [${change.rule} ${change.fingerprint}]`,
        ...(change.head ?? change.base),
    };
}
const SYMBOLS = { error: '❌', warning: '⚠️', info: 'ℹ️' };
/** All changes, worst first, with a column for each consumer. */
function changesTable(impacts, contracts, unknown, holds) {
    const consumers = contracts.map(({ consumer }) => consumer);
    const cells = { breaks: '❌ breaks', unread: '✅', uncalled: '' };
    const rows = impacts.map(({ change, effects }) => [
        holds(change.fingerprint) ? '☑️' : SYMBOLS[change.severity],
        change.message,
        { code: change.base === undefined ? '' : place(change.base) },
        { code: change.head === undefined ? '' : place(change.head) },
        ...consumers.map((_, index) => cells[effects[index]?.kind ?? 'uncalled']),
        ...unknown.map(() => (change.severity === 'error' ? '❔' : '')),
        { code: change.fingerprint },
    ]);
    if (rows.length === 0)
        return [(0,block/* paragraph */.FY)(['Nothing that a consumer could notice has changed.'])];
    return [(0,block/* table */.tp)(['', 'change', 'before', 'after', ...consumers, ...unknown, 'fingerprint'], rows)];
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/diff.js











/** The judge of schemas takes as long to load as the comparison of two small descriptions: only who names a file waits for it. */
async function acceptedBy(file, files) {
    if (file === undefined)
        return { breaks: [], pending: [] };
    return (await Promise.all(/* import() */[__webpack_require__.e(5627), __webpack_require__.e(3383)]).then(__webpack_require__.bind(__webpack_require__, 73383))).readAccepted(file, files);
}
async function gather(inputs, { files, log, clock }) {
    const problems = [];
    const open = (file) => (0,collect/* collect */.F)(problems, async () => (0,read/* readApi */.n)(await (0,document_open/* openDocuments */.N)(file, files)));
    const base = await open(inputs.base);
    const head = await open(inputs.head);
    const { contracts } = await (0,contract_files/* readContracts */.I)(inputs.contracts, files, problems);
    const accepted = await (0,collect/* collect */.F)(problems, () => acceptedBy(inputs.acceptedBreaks, files));
    (0,secrets/* maskSecrets */.QU)(contracts, log);
    (0,failure/* failWhen */.x)(problems);
    // Both are there: what kept one from being read was thrown.
    return {
        base: base,
        head: head,
        ...(0,pending/* withTerms */.y)(contracts, accepted?.pending ?? [], clock.now()),
        accepted: accepted?.breaks ?? [],
        unknown: (0,contract_files/* withoutContract */.X)(inputs.consumers, contracts),
    };
}
function judge({ base, head, contracts, accepted: listed }, now) {
    const { impacts, unexplained } = impactsOf(diff(base, head, now), contracts, base, head);
    const breaking = impacts.filter(({ change, effects }) => change.severity === 'error' || effects.some(({ kind }) => kind === 'breaks'));
    const prints = [...breaking.map(({ change }) => change.fingerprint), ...unexplained.map(({ fingerprint }) => fingerprint)];
    const accepted = (0,lib_accepted/* acceptance */.mF)(listed, new Set(prints), now);
    const breaks = breaking.filter(({ change }) => !accepted.holds(change.fingerprint));
    const open = unexplained.filter(({ fingerprint }) => !accepted.holds(fingerprint));
    const broken = [...new Set([...breaks.flatMap(consumersOf), ...open.map(({ consumer }) => consumer)])].sort();
    return { impacts, unexplained: open, breaks, broken, accepted };
}
function verdictOf({ failOn }, { contracts, unknown }, { breaks, broken, accepted }) {
    const expired = accepted.annotations.some(({ level }) => level === 'error');
    if (expired || broken.length > 0)
        return 'fail';
    if (breaks.length === 0)
        return 'pass';
    if (failOn === 'any-break')
        return 'fail';
    // Nothing is known of consumers without a contract, so a break that no contract notices may still break one of them.
    return contracts.length === 0 || unknown.length > 0 ? 'inconclusive' : 'pass';
}
function headline({ contracts, unknown }, { impacts, breaks, broken, unexplained }) {
    const interactions = contracts.reduce((sum, each) => sum + each.interactions.length, 0);
    const counts = `${contracts.length} contracts, ${interactions} interactions`;
    const [first] = breaks;
    const without = unknown.length === 0 ? '' : ` Unknown, for without a contract: ${unknown.join(', ')}.`;
    const lacking = `${(0,messages/* messageSentence */.x)(contracts)}${without}`;
    if (first === undefined && unexplained.length === 0) {
        return `${impacts.length} changes, none of which breaks what was promised before (${counts}).${lacking}`;
    }
    const more = breaks.length > 1 ? ` (and ${breaks.length - 1} more)` : '';
    const who = broken.length > 0 ? ` Breaks ${broken.join(', ')}.` : contracts.length > 0 ? ' No consumer with a contract breaks.' : '';
    const what = first === undefined ? (unexplained[0]?.message ?? '') : sentence(first);
    return `${what}${more}.${who} ${impacts.length} changes, ${breaks.length} of them breaking (${counts}).${lacking}`;
}
function unexplainedAnnotation({ consumer, message, contract, fingerprint }) {
    return { level: 'error', title: `Breaks ${consumer}`, message: `${message}. [${fingerprint}]`, ...contract };
}
/** Compares two descriptions, and says of each change which consumers it breaks. */
async function runDiff(inputs, ports) {
    const facts = await gather(inputs, ports);
    const judged = judge(facts, ports.clock.now());
    const { impacts, breaks, broken, unexplained, accepted } = judged;
    const verdict = verdictOf(inputs, facts, judged);
    const shown = impacts.filter(({ change }) => change.severity !== 'info');
    return {
        verdict,
        headline: headline(facts, judged),
        outputs: {
            ...outputs/* NOT_OF_THIS_MODE */.t,
            contracts: String(facts.contracts.length),
            interactions: String(facts.contracts.reduce((sum, { interactions }) => sum + interactions.length, 0)),
            broken: broken.join(','),
            unknown: facts.unknown.join(','),
            breakingChanges: String(breaks.length),
        },
        annotations: [
            ...shown.map((each) => annotationOf(each, breaks.includes(each) && verdict !== 'pass', accepted.holds(each.change.fingerprint))),
            ...unexplained.map(unexplainedAnnotation),
            ...accepted.annotations,
            ...facts.annotations,
            ...(0,messages/* messageAnnotations */.Q)(facts.contracts),
            ...(0,remarks/* remarks */.I)([facts.head]),
        ],
        summary: changesTable(impacts, facts.contracts, facts.unknown, accepted.holds),
        data: {
            changes: impacts.map(({ change: { spot, base, head, ...change }, effects }) => ({
                ...change,
                operation: spot.operation,
                base: base === undefined ? null : { ...base },
                head: head === undefined ? null : { ...head },
                accepted: accepted.holds(change.fingerprint),
                breaks: effects.flatMap((effect) => (effect.kind === 'breaks' ? [effect.consumer] : [])),
            })),
            unknown: [...facts.unknown],
        },
    };
}


/***/ })

};
