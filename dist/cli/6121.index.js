export const id = 6121;
export const ids = [6121];
export const modules = {

/***/ 8363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* reexport */ action/* action */.X),
  run: () => (/* reexport */ run)
});

// EXTERNAL MODULE: ../../actions/environments/lib/action.js
var action = __webpack_require__(84278);
;// CONCATENATED MODULE: ../environments/lib/personal-data.js
/** Card numbers that the networks and their processors publish for tests. */
const TEST_CARDS = new Set([
    '4242424242424242',
    '4111111111111111',
    '4012888888881881',
    '4000056655665556',
    '4222222222222',
    '5555555555554444',
    '5105105105105100',
    '5200828282828210',
    '2223003122003222',
    '378282246310005',
    '371449635398431',
    '6011111111111117',
    '6011000990139424',
    '3530111333300000',
    '3566002020360505',
    '3056930009020004',
    '30569309025904',
    '38520000023237',
    '6200000000000005',
]);
/** Account numbers that the standard's registry and textbooks show. */
const TEST_ACCOUNTS = new Set([
    'DE89370400440532013000',
    'GB82WEST12345698765432',
    'GB29NWBK60161331926819',
    'FR1420041010050500013M02606',
]);
const CARD = /(?<![\d.-])\d(?:[ -]?\d){12,18}(?![\d-])/g;
const ACCOUNT = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g;
const MAIL = /[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8})/g;
/** Domains that nobody can have: RFC 2606 and RFC 6761. */
const RESERVED = /(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|net|org))$/i;
/** The check digit of card numbers, ISO/IEC 7812-1 annex B. */
function isCard(digits) {
    const sum = [...digits].toReversed().reduce((total, digit, index) => {
        const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
        return total + (value > 9 ? value - 9 : value);
    }, 0);
    return sum % 10 === 0 && /^[2-6]/.test(digits) && new Set(digits).size > 2;
}
/** The check digits of account numbers, ISO 13616: the rest of the number by 97 is 1. */
function isAccount(text) {
    const moved = text.slice(4) + text.slice(0, 4);
    const digits = [...moved].map((each) => String(Number.parseInt(each, 36))).join('');
    return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
function inLine(text, line, domains) {
    const cards = [...text.matchAll(CARD)].map(([match]) => match.replaceAll(/[ -]/g, ''));
    const accounts = [...text.matchAll(ACCOUNT)].map(([match]) => match.replaceAll(' ', ''));
    const mails = [...text.matchAll(MAIL)].map(([, domain = '']) => domain);
    const fine = (domain) => RESERVED.test(domain) || domains.some((own) => `.${domain.toLowerCase()}`.endsWith(`.${own.toLowerCase()}`));
    return [
        ...cards
            .filter((digits) => isCard(digits) && !TEST_CARDS.has(digits))
            .map((digits) => ({ kind: 'card number', line, hint: `…${digits.slice(-4)}` })),
        ...accounts
            .filter((account) => isAccount(account) && !TEST_ACCOUNTS.has(account))
            .map((account) => ({ kind: 'account number', line, hint: `…${account.slice(-4)}` })),
        ...mails.filter((domain) => !fine(domain)).map((domain) => ({ kind: 'mail address', line, hint: `@${domain}` })),
    ];
}
/**
 * Finds what may be of a real person: card numbers and IBANs whose check digits are right and that nobody publishes for tests, and
 * mail addresses at domains that somebody may have.
 *
 * @param domains further domains, with all below them, whose addresses are made up
 */
function personalData(text, domains = []) {
    return text.split('\n').flatMap((line, index) => inLine(line, index + 1, domains));
}

// EXTERNAL MODULE: ../config/lib/config.js
var config = __webpack_require__(10403);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
;// CONCATENATED MODULE: ../environments/lib/description.js


const WORD = { type: 'string', minLength: 1 };
const WORDS = { type: 'array', minItems: 1, items: WORD };
const ENVIRONMENT = {
    type: 'object',
    additionalProperties: false,
    properties: {
        namespace: WORD,
        manifests: WORDS,
        kustomize: WORD,
        'helm-chart': WORD,
        'helm-values': WORDS,
        snapshot: WORD,
        mirrors: WORD,
        'may-differ': {
            type: 'array',
            items: {
                type: 'object',
                additionalProperties: false,
                required: ['why'],
                properties: { objects: WORD, fields: WORD, why: WORD },
            },
        },
    },
};
const SCHEMA = {
    type: 'object',
    additionalProperties: false,
    required: ['version', 'environments'],
    properties: {
        version: { const: 1 },
        environments: { type: 'object', minProperties: 1, additionalProperties: ENVIRONMENT },
        'production-only': { type: 'object', additionalProperties: false, properties: { hosts: WORDS, secrets: WORDS } },
        'test-data': {
            type: 'object',
            additionalProperties: false,
            required: ['files'],
            properties: { files: WORDS, 'email-domains': WORDS },
        },
    },
};
const SOURCES = ['manifests', 'kustomize', 'helm-chart', 'snapshot'];
/** The names of the keys that say where an environment's objects come from, as far as they are given. */
function sourcesOf(environment) {
    return SOURCES.filter((name) => environment[name] !== undefined);
}
/**
 * Reads the description of the environments in YAML or JSON.
 *
 * @throws Failure with every problem of the file, each with its line: YAML_SYNTAX, CONFIG_UNKNOWN_KEY, CONFIG_MISSING_KEY,
 * CONFIG_INVALID.
 */
function parseEnvironments(file, text) {
    const { value, source } = (0,config/* parseConfig */.o)(file, text, { schema: SCHEMA });
    const names = Object.keys(value.environments);
    const problems = [];
    const say = (path, message, remedy) => {
        problems.push({ code: 'CONFIG_INVALID', message, remedy, location: source.locate(path) });
    };
    for (const [name, environment] of Object.entries(value.environments)) {
        const at = ['environments', name];
        const { mirrors, 'helm-values': values, 'may-differ': allowances } = environment;
        if (sourcesOf(environment).length > 1)
            say(at, `${name} has ${sourcesOf(environment).join(' and ')}.`, 'Give one: its objects come from one place.');
        if (values !== undefined && environment['helm-chart'] === undefined)
            say([...at, 'helm-values'], '"helm-values" needs "helm-chart".', 'Name the folder of the chart.');
        if (mirrors !== undefined && (!names.includes(mirrors) || mirrors === name))
            say([...at, 'mirrors'], `"mirrors" is ${JSON.stringify(mirrors)}.`, `The environments are: ${names.join(', ')}.`);
        if (allowances !== undefined && mirrors === undefined)
            say([...at, 'may-differ'], '"may-differ" needs "mirrors".', 'Name the environment that this one is a mirror of.');
    }
    (0,failure/* failWhen */.x)(problems);
    return { value, locate: (path) => source.locate(path) };
}

;// CONCATENATED MODULE: ../environments/lib/pattern.js
/**
 * Whether a text is as a pattern says: `*` stands for anything within a part, `**` for anything at all. Parts are parted by the
 * separator, and every other character stands for itself.
 */
function matches(pattern, text, separator) {
    const within = separator === '.' ? '[^.]*' : '[^/]*';
    const body = pattern
        .split(/(\*+)/)
        .map((piece) => (piece === '*' ? within : /^\*+$/.test(piece) ? '.*' : piece.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')))
        .join('');
    return new RegExp(`^${body}$`, 's').test(text);
}
/** Whether a host is one of those a pattern names; `*.shop.example.com` is every host below it, and not the host itself. */
function isHost(pattern, host) {
    const [one, other] = [pattern.toLowerCase(), host.toLowerCase()];
    return one.startsWith('*.') ? other.endsWith(one.slice(1)) && other.length > one.length - 1 : one === other;
}

;// CONCATENATED MODULE: ../environments/lib/trace.js

const HOST = /[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?){1,10}/gi;
/** Keys that payment services give out for real money; those for tests say so as well. */
const LIVE_KEY = /\b(?:sk|rk|pk)_live_[A-Za-z0-9]{4}/;
/** Shorter values, such as `true` and port numbers, are the same everywhere by chance. */
const TELLING = 8;
function leavesOf(value, path, hidden) {
    if (typeof value === 'string')
        return [{ path, text: value, hidden }];
    if (typeof value !== 'object' || value === null)
        return [];
    const entries = Array.isArray(value) ? value.map((each, index) => [index, each]) : Object.entries(value);
    return entries.flatMap(([name, each]) => leavesOf(each, [...path, name], hidden));
}
const decoded = (leaf) => ({ ...leaf, text: Buffer.from(leaf.text, 'base64').toString('utf8') });
/** Every text of an object but its own name, Secrets decoded. */
function textsOf({ kind, apiVersion: _, metadata, ...rest }) {
    const { data, stringData, ...others } = rest;
    const marks = leavesOf({ metadata: { labels: metadata.labels, annotations: metadata.annotations } }, [], false);
    const secret = kind === 'Secret';
    return [
        ...marks,
        ...leavesOf(others, [], false),
        ...leavesOf(data, ['data'], secret).map((leaf) => (secret ? decoded(leaf) : leaf)),
        ...leavesOf(stringData, ['stringData'], secret),
    ];
}
/** Where users reach production: the hosts of its routes and ingresses. */
function entranceHosts(manifests) {
    const hosts = manifests.flatMap(({ object }) => {
        const { rules = [], hostnames = [] } = (object['spec'] ?? {});
        if (object.kind === 'Ingress')
            return rules.map(({ host }) => host);
        return object.kind.endsWith('Route') ? hostnames : [];
    });
    return [...new Set(hosts.filter((host) => typeof host === 'string' && host !== ''))];
}
function secretData(manifests) {
    const leaves = manifests.filter(({ object }) => object.kind === 'Secret').flatMap(({ object }) => textsOf(object));
    return new Set(leaves.filter(({ hidden, text }) => hidden && text.length >= TELLING).map(({ text }) => text));
}
/**
 * Finds what belongs to production in the objects of another environment: hosts that only production may name and those at which
 * users reach it, secrets that only production may use by name or by value, and keys for real money.
 */
function productionTraces(manifests, production, { hosts = [], secrets = [] }) {
    const own = new Set(entranceHosts(manifests));
    // A host that both environments serve at is told as such by its route, not by every text that names it.
    const entrances = entranceHosts(production);
    const known = secretData(production);
    return manifests.flatMap((manifest) => textsOf(manifest.object).flatMap(({ path, text, hidden }) => {
        const found = [...new Set(text.match(HOST) ?? [])];
        const host = found.find((each) => [...hosts, ...entrances].some((pattern) => isHost(pattern, each)));
        const secret = hidden ? undefined : secrets.find((pattern) => matches(pattern, text, '/'));
        const traces = [];
        if (host !== undefined) {
            const what = own.has(host) && entrances.includes(host) ? `serves at ${host} as production does` : `names ${host}`;
            traces.push({ code: 'PRODUCTION_ENDPOINT', what, manifest, path });
        }
        if (secret !== undefined)
            traces.push({ code: 'PRODUCTION_SECRET', what: `uses the secret ${text}`, manifest, path });
        if (hidden && known.has(text))
            traces.push({ code: 'PRODUCTION_SECRET_VALUE', what: "has production's value", manifest, path });
        if (LIVE_KEY.test(text))
            traces.push({ code: 'LIVE_KEY', what: 'holds a key for real money', manifest, path });
        return traces;
    }));
}

// EXTERNAL MODULE: ../kubernetes/lib/object.js
var object = __webpack_require__(82548);
// EXTERNAL MODULE: ../metadata/lib/definition.js
var definition = __webpack_require__(94549);
// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
// EXTERNAL MODULE: ../kubernetes/lib/rendered/render.js + 4 modules
var render = __webpack_require__(47647);
// EXTERNAL MODULE: ../kubernetes/lib/config-reference.js
var config_reference = __webpack_require__(65921);
// EXTERNAL MODULE: ../kubernetes/lib/image.js
var lib_image = __webpack_require__(89526);
// EXTERNAL MODULE: ../rollout/lib/config-copy.js
var config_copy = __webpack_require__(56084);
;// CONCATENATED MODULE: ../../actions/environments/lib/snapshot-file.js



const snapshot_file_WORD = { type: 'string', minLength: 1 };
const SERVICE = {
    type: 'object',
    additionalProperties: false,
    required: ['service', 'release', 'state', 'image', 'at', 'objects'],
    properties: {
        ...{ service: snapshot_file_WORD, release: { type: 'integer' }, state: snapshot_file_WORD, image: snapshot_file_WORD, commit: snapshot_file_WORD, at: snapshot_file_WORD },
        objects: {
            type: 'array',
            items: {
                type: 'object',
                required: ['apiVersion', 'kind', 'metadata'],
                properties: {
                    apiVersion: snapshot_file_WORD,
                    kind: snapshot_file_WORD,
                    metadata: { type: 'object', required: ['name'], properties: { name: snapshot_file_WORD }, additionalProperties: true },
                },
                additionalProperties: true,
            },
        },
    },
};
const snapshot_file_SCHEMA = {
    type: 'object',
    additionalProperties: false,
    required: ['schema', 'namespace', 'at', 'services'],
    properties: {
        ...{ schema: { const: 'slipway.environment/v1' }, namespace: snapshot_file_WORD, at: snapshot_file_WORD },
        services: { type: 'array', items: SERVICE },
    },
};
function emptied(values) {
    return Object.fromEntries(Object.keys(values ?? {}).map((key) => [key, '']));
}
/** A Secret with its keys and nothing else. */
function withoutValues(object) {
    if (object.kind !== 'Secret')
        return object;
    const { data, stringData, ...rest } = object;
    return {
        ...rest,
        ...(data !== undefined && { data: emptied(data) }),
        ...(stringData !== undefined && { stringData: emptied(stringData) }),
    };
}
/** A release's objects as its manifests have them: without the copies of configuration, and with the names of the originals. */
function originals(objects) {
    const copies = new Map(objects.flatMap(({ kind, metadata: { name, annotations } }) => {
        const original = annotations?.[config_copy/* COPY_OF */.S];
        return original === undefined ? [] : [[`${kind}/${name}`, original]];
    }));
    return objects
        .filter(({ metadata }) => metadata.annotations?.[config_copy/* COPY_OF */.S] === undefined)
        .map((object) => (0,config_reference/* renameConfigReferences */.b)(object, ({ kind, name }) => copies.get(`${kind}/${name}`) ?? name));
}
/** What is written down of a release. */
function snapshotOf(service, { id, state, image, commit, at, objects }) {
    const kept = originals(objects).map(withoutValues);
    return { service, release: id, state, image, ...(commit !== undefined && { commit }), at, objects: kept };
}
/** Reads a snapshot; throws a Failure with every problem of the file. */
function parseSnapshot(file, text) {
    return (0,config/* parseConfig */.o)(file, text, { schema: snapshot_file_SCHEMA }).value;
}
/** An object whose containers name the service's image without its digest: which release runs is told apart from what it is like. */
function withoutDigest(object, image) {
    const copy = structuredClone(object);
    for (const { container } of (0,lib_image/* containersOf */.Mz)(copy)) {
        if (container.image === image)
            container.image = (0,lib_image/* imageName */.tO)(image);
    }
    return copy;
}
/** The objects of a snapshot; all stand in its file. */
function manifestsOf(snapshot, file) {
    return snapshot.services.flatMap(({ image, objects }) => objects.map((object) => ({ object: withoutDigest(object, image), file, locate: () => ({ file }) })));
}

;// CONCATENATED MODULE: ../../actions/environments/lib/environment-objects.js




/** The environment of a name; what is wrong with the name goes to `problems`. */
function environmentOf(described, name, problems) {
    const { environments } = described.value;
    const environment = Object.hasOwn(environments, name) ? environments[name] : undefined;
    const location = described.locate(['environments']);
    if (environment === undefined) {
        const remedy = `There are: ${Object.keys(environments).join(', ')}.`;
        problems.push({ code: 'ENVIRONMENT_UNKNOWN', message: `There is no environment ${JSON.stringify(name)}.`, remedy, location });
        return undefined;
    }
    if (sourcesOf(environment).length > 0)
        return environment;
    problems.push({
        code: 'ENVIRONMENT_WITHOUT_OBJECTS',
        message: `Nothing says where the objects of ${name} come from.`,
        remedy: 'Give it "manifests", "kustomize", "helm-chart" or "snapshot".',
        location: described.locate(['environments', name]),
    });
    return undefined;
}
/** Reads what an environment consists of, from wherever its description says. */
async function objectsOf(name, environment, service, { exec, files }) {
    const { snapshot: file, namespace = name } = environment;
    if (file !== undefined) {
        const snapshot = parseSnapshot(file, await files.readText(file));
        return { manifests: manifestsOf(snapshot, file), snapshot };
    }
    const origin = {
        ...{ manifests: environment.manifests, kustomize: environment.kustomize },
        ...{ helmChart: environment['helm-chart'], helmValues: environment['helm-values'], namespace, service: service ?? name },
    };
    const manifests = await (0,render/* manifestsFrom */.f)(origin, { exec, files });
    if (manifests.length > 0)
        return { manifests };
    throw new failure/* Failure */.H({ code: 'MANIFEST_NONE', message: `${name} has no objects.`, remedy: 'Check where its objects come from.' });
}

;// CONCATENATED MODULE: ../../actions/environments/lib/check.js







const REMEDIES = {
    PRODUCTION_ENDPOINT: 'Name the counterpart that belongs to this environment.',
    PRODUCTION_SECRET: 'Use a secret that was made for this environment.',
    PRODUCTION_SECRET_VALUE: 'Make a secret of its own for this environment, and change the one that was shared.',
    LIVE_KEY: "Use the payment service's key for tests, and take the live one back.",
};
function findingOf(trace) {
    const { manifest, path, code, what } = trace;
    const { file, line = 1 } = manifest.locate(path);
    const message = `${(0,object/* objectName */.Hd)(manifest.object)} ${what} (${path.join('.')}).`;
    return { code, message, remedy: REMEDIES[code], file, line };
}
async function dataFindings(data, { files }) {
    if (data === undefined)
        return [];
    const named = await Promise.all(data.files.map((pattern) => files.glob(pattern)));
    const empty = data.files.filter((_, index) => named[index]?.length === 0);
    (0,failure/* failWhen */.x)(empty.map((pattern) => {
        const message = `No file matches ${pattern}, so no test data was looked at.`;
        return { code: 'TEST_DATA_NONE', message, remedy: 'Correct the pattern in "test-data", or leave it out.' };
    }));
    const texts = await Promise.all([...new Set(named.flat())].map(async (file) => ({ file, text: await files.readText(file) })));
    const finding = (file, { kind, line, hint }) => {
        const message = `${file} holds a ${kind} that may be a real person's (${hint}).`;
        const remedy = 'Make it up: a published test number, or an address at example.com; list other made-up domains in "email-domains".';
        return { code: 'PERSONAL_DATA', message, remedy, file, line };
    };
    return texts.flatMap(({ file, text }) => personalData(text, data['email-domains']).map((found) => finding(file, found)));
}
async function gather({ file, environment, service }, ports) {
    const described = parseEnvironments(file, await ports.files.readText(file));
    const { value } = described;
    const problems = [];
    const own = environmentOf(described, environment, problems);
    const production = value.environments['production'] === undefined ? undefined : environmentOf(described, 'production', problems);
    (0,failure/* failWhen */.x)(problems);
    if (own === undefined)
        throw new Error('no problem, and nothing read');
    if (environment === 'production' || (production === undefined && value['production-only'] === undefined)) {
        const message = `Nothing says what belongs to production and not to ${environment}.`;
        const remedy = 'Describe the environment production, or list hosts and secrets in "production-only".';
        throw new failure/* Failure */.H({ code: 'PRODUCTION_UNKNOWN', message, remedy, location: described.locate([]) });
    }
    const { manifests } = await objectsOf(environment, own, service, ports);
    const original = production === undefined ? [] : (await objectsOf('production', production, service, ports)).manifests;
    const traces = productionTraces(manifests, original, value['production-only'] ?? {});
    return [...traces.map(findingOf), ...(await dataFindings(value['test-data'], ports))];
}
/** Refuses what belongs to production, or to a person, in an environment that is neither's. */
async function check(inputs, ports) {
    const findings = await gather(inputs, ports);
    const [first] = findings;
    const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
    return {
        verdict: first === undefined ? 'pass' : 'fail',
        headline: first === undefined
            ? `${inputs.environment} holds nothing of production's, and nobody's data.`
            : `${inputs.environment} holds what it must not: ${first.message}${more}`,
        outputs: (0,definition/* outputsFor */.k)(action/* action */.X, { traces: String(findings.length) }),
        annotations: findings.map(({ code, message, remedy, file, line }) => ({
            level: 'error',
            title: code,
            message: `${message}\n${remedy}`,
            file,
            line,
        })),
        summary: first === undefined
            ? []
            : [
                (0,block/* table */.tp)(['where', 'what'], findings.map(({ file, line, message }) => [{ code: `${file}:${line}` }, message])),
            ],
        data: { environment: inputs.environment, findings: findings.map((each) => ({ ...each })) },
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ../cluster-login/lib/connect.js + 6 modules
var connect = __webpack_require__(85934);
;// CONCATENATED MODULE: ../environments/lib/own-namespace.js
/** Marks a namespace as one of ours that is gone some day. */
const OWN = 'slipway.dev/environment';
/** What the mark says. */
const OWN_VALUE = 'dev';
const EXPIRES = 'slipway.dev/expires-at';
const BRANCH = 'slipway.dev/branch';
const OPENED_BY = 'slipway.dev/opened-by';
/** The namespace as an object. */
function renderNamespace({ name, service, branch, openedBy, expiresAt }) {
    return {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
            name,
            labels: { 'app.kubernetes.io/managed-by': 'slipway', [OWN]: OWN_VALUE, 'slipway.dev/service': service },
            annotations: {
                [EXPIRES]: new Date(expiresAt).toISOString(),
                [BRANCH]: branch,
                ...(openedBy !== undefined && { [OPENED_BY]: openedBy }),
            },
        },
    };
}
/** Whether a namespace is one of ours, and for how long. */
function judgeNamespace({ metadata }, now) {
    if (metadata.labels?.[OWN] !== OWN_VALUE)
        return { kind: 'foreign' };
    if (metadata.deletionTimestamp !== undefined)
        return { kind: 'going' };
    const said = metadata.annotations?.[EXPIRES] ?? '';
    const until = Date.parse(said);
    if (Number.isNaN(until))
        return { kind: 'unreadable', said };
    return { kind: until <= now ? 'expired' : 'lives', until };
}
/** What a namespace was opened for, as far as it says. */
function openedFor({ metadata: { labels = {}, annotations = {} } }) {
    return { service: labels['slipway.dev/service'] ?? '', branch: annotations[BRANCH] ?? '' };
}

// EXTERNAL MODULE: ../kubernetes/lib/client.js + 3 modules
var lib_client = __webpack_require__(41807);
;// CONCATENATED MODULE: ../../actions/environments/lib/branch-namespace.js





/** DNS labels, RFC 1123. */
const LONGEST = 63;
const HASH = 6;
/** The branch that a run builds; a pull request's is known by its number. */
function branchOf(given, ref = '') {
    const branch = given ?? /^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? ref.replace(/^refs\/pull\/(\d+)\/.*$/, 'pull-$1');
    if (branch !== '')
        return branch;
    const remedy = 'Give "branch"; GITHUB_REF is not set here.';
    throw new failure/* Failure */.H({ code: 'BRANCH_UNKNOWN', message: 'It is not known which branch the namespace is for.', remedy });
}
/**
 * The name of a branch's namespace: readable, a DNS label, and another one for another branch. What the name cannot hold of the
 * branch (capitals, slashes, length) is kept apart by the start of its hash.
 */
function namespaceName(service, branch) {
    const words = branch
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-+|-+$/g, '');
    const plain = `${service}-${words}`;
    if (words === branch && plain.length <= LONGEST)
        return plain;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(branch).digest('hex').slice(0, HASH);
    return `${plain.slice(0, LONGEST - HASH - 1).replace(/-+$/, '')}-${hash}`;
}
/** A namespace that something else made is nobody's to write or delete here. */
function refuseForeign(live, service, branch, now) {
    const { name } = live.metadata;
    const own = openedFor(live);
    const foreign = judgeNamespace(live, now).kind === 'foreign';
    if (!foreign && own.service === service && own.branch === branch)
        return;
    const whose = foreign ? 'was not opened by this action' : `belongs to ${own.service}, branch ${own.branch}`;
    const message = `The namespace ${name} ${whose}, so it is left alone.`;
    throw new failure/* Failure */.H({ code: 'NAMESPACE_FOREIGN', message, remedy: 'Rename the branch, or delete the namespace by hand.' });
}
/** Finds the namespace of a branch. Throws NAMESPACE_FOREIGN where it is somebody else's. */
async function findNamespace(inputs, ports, { environment, ref }) {
    const { service = '' } = inputs;
    const branch = branchOf(inputs.branch, ref);
    const name = namespaceName(service, branch);
    const client = (0,lib_client/* kubernetes */.p)(await (0,connect/* connectCluster */.b)(inputs, { ...ports, environment }), ports);
    const live = await client.get({ ...object/* KINDS */.GW.namespace, name });
    if (live !== undefined)
        refuseForeign(live, service, branch, ports.clock.now());
    return { client, service, branch, name, live };
}

;// CONCATENATED MODULE: ../../actions/environments/lib/close.js




/** Deletes the branch's namespace, with all that is in it. */
async function close_close(inputs, ports, context) {
    const { client, branch, name, live } = await findNamespace(inputs, ports, context);
    const uid = live?.metadata.uid;
    const deleted = uid !== undefined && (await client.delete({ ...object/* KINDS */.GW.namespace, name }, { uid }));
    return {
        verdict: 'pass',
        headline: deleted ? `The namespace ${name} of ${branch} is deleted.` : `${branch} has no namespace ${name}.`,
        outputs: (0,definition/* outputsFor */.k)(action/* action */.X, { namespace: name, deleted: deleted ? name : '' }),
        data: { namespace: name, branch, deleted },
    };
}

;// CONCATENATED MODULE: ../environments/lib/difference.js

const SHOWN = 80;
/** What Kubernetes itself knows the entries of a list by: the merge keys of its API. */
const LIST_KEYS = ['name', 'containerPort', 'mountPath', 'port', 'host', 'key', 'ip', 'topologyKey'];
const isTree = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const nameOf = ({ kind, metadata }) => `${kind}/${metadata.name}`;
function shownOf(value, secret) {
    if (value === undefined)
        return undefined;
    if (secret)
        return 'a value that is not shown';
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const line = text.replaceAll(/\s+/g, ' ');
    return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
/** The key by which the entries of both lists are known, each by another value; undefined when they go by their place. */
function keyOf(lists) {
    return LIST_KEYS.find((key) => lists.every((list) => {
        const values = list.map((entry) => (isTree(entry) ? entry[key] : undefined));
        return values.every((value) => value !== undefined) && new Set(values).size === values.length;
    }));
}
function listed(here, there, at) {
    const key = keyOf([here, there]);
    const names = (list) => new Map(list.map((entry, index) => [key === undefined ? String(index) : String(entry[key]), index]));
    const [own, others] = [names(here), names(there)];
    return [...new Set([...own.keys(), ...others.keys()])].flatMap((name) => {
        const [index, other] = [own.get(name), others.get(name)];
        const next = { ...at, field: `${at.field}[${name}]`, path: index === undefined ? at.path : [...at.path, index] };
        return compared(index === undefined ? undefined : here[index], other === undefined ? undefined : there[other], next);
    });
}
function compared(here, there, at) {
    if (isTree(here) && isTree(there)) {
        return [...new Set([...Object.keys(here), ...Object.keys(there)])].flatMap((name) => compared(here[name], there[name], {
            ...at,
            field: at.field === '' ? name : `${at.field}.${name}`,
            path: here[name] === undefined ? at.path : [...at.path, name],
            secret: at.secret || (at.object.startsWith('Secret/') && at.field === '' && /^(data|stringData)$/.test(name)),
        }));
    }
    if (Array.isArray(here) && Array.isArray(there))
        return listed(here, there, at);
    if (here === there)
        return [];
    const { object, field, manifest, path, secret } = at;
    const place = manifest === undefined ? undefined : { manifest, path };
    return [{ object, field, here: shownOf(here, secret), there: shownOf(there, secret), place }];
}
/** What a place is for, and so is never the same in two environments. */
function comparable({ metadata: { name, labels, annotations }, ...rest }) {
    return { ...rest, metadata: { name, ...(labels && { labels }), ...(annotations && { annotations }) } };
}
function whole(manifest, side) {
    const object = nameOf(manifest.object);
    const both = { object, field: '', here: undefined, there: undefined };
    return side === 'here'
        ? { ...both, here: 'there', place: { manifest, path: [] } }
        : { ...both, there: 'there', place: undefined };
}
/**
 * Everything in which the objects of a mirror are not those of what it mirrors.
 *
 * Objects are known by kind and name, and entries of lists by the keys that Kubernetes merges them by; the namespace is a matter of
 * the place. No value of a Secret is shown.
 */
function differences(mirror, original) {
    const named = (manifests) => new Map(manifests.map((manifest) => [nameOf(manifest.object), manifest]));
    const [own, others] = [named(mirror), named(original)];
    return [...new Set([...own.keys(), ...others.keys()])].sort().flatMap((object) => {
        const [here, there] = [own.get(object), others.get(object)];
        if (here === undefined)
            return there === undefined ? [] : [whole(there, 'there')];
        if (there === undefined)
            return [whole(here, 'here')];
        const at = { object, field: '', path: [], manifest: here, secret: false };
        return compared(comparable(here.object), comparable(there.object), at);
    });
}
/** A field that is allowed to differ is so with everything below it. */
const allows = ({ objects = '*/*', fields = '**' }, { object, field }) => matches(objects, object, '/') && [fields, `${fields}.**`, `${fields}[**`].some((pattern) => matches(pattern, field, '.'));
/** Parts the differences by what is allowed; the first allowance that fits gives the reason. */
function judgeDrift(found, allowances) {
    const used = new Set();
    const parted = found.map((difference) => {
        const index = allowances.findIndex((allowance) => allows(allowance, difference));
        if (index >= 0)
            used.add(index);
        return { difference, why: allowances[index]?.why };
    });
    return {
        unexpected: parted.flatMap(({ difference, why }) => (why === undefined ? [difference] : [])),
        allowed: parted.flatMap(({ difference, why }) => (why === undefined ? [] : [{ ...difference, why }])),
        unused: allowances.flatMap((_, index) => (used.has(index) ? [] : [index])),
    };
}

;// CONCATENATED MODULE: ../../actions/environments/lib/drift.js






function versionOf(snapshot, service) {
    const found = snapshot.services.find((each) => each.service === service);
    if (found === undefined)
        return 'does not run';
    const { release, image, commit } = found;
    return `release ${release}, ${commit?.slice(0, 12) ?? image.split('@')[1]?.slice(0, 19) ?? image}`;
}
/** Which release of each service runs in both, where both were written down. */
function versionsOf(here, there) {
    if (here === undefined || there === undefined)
        return [];
    const services = new Set([...here.services, ...there.services].map(({ service }) => service));
    return [...services].sort().map((service) => [service, versionOf(here, service), versionOf(there, service)]);
}
async function drift_gather({ file, environment, service }, ports) {
    const described = parseEnvironments(file, await ports.files.readText(file));
    const problems = [];
    const mirror = environmentOf(described, environment, problems);
    const mirrors = described.value.environments[environment]?.mirrors;
    if (mirror !== undefined && mirrors === undefined) {
        const message = `${environment} is no mirror of another environment.`;
        const location = described.locate(['environments', environment]);
        problems.push({ code: 'NO_MIRROR', message, remedy: 'Say which one it "mirrors", such as production.', location });
    }
    const original = mirrors === undefined ? undefined : environmentOf(described, mirrors, problems);
    (0,failure/* failWhen */.x)(problems);
    if (mirror === undefined || mirrors === undefined || original === undefined)
        throw new Error('no problem, and nothing read');
    const here = await objectsOf(environment, mirror, service, ports);
    const there = await objectsOf(mirrors, original, service, ports);
    if ((here.snapshot === undefined) !== (there.snapshot === undefined)) {
        const message = `${environment} and ${mirrors} cannot be compared: one was written down as it runs, the other as it is to be.`;
        throw new failure/* Failure */.H({ code: 'ENVIRONMENTS_INCOMPARABLE', message, remedy: 'Give both a "snapshot", or neither.' });
    }
    const allowances = mirror['may-differ'] ?? [];
    const drift = judgeDrift(differences(here.manifests, there.manifests), allowances);
    return { mirrors, allowances, drift, versions: versionsOf(here.snapshot, there.snapshot) };
}
function sentence({ object, field, here, there }, { environment }, mirrors) {
    if (field === '')
        return `${object} is only in ${here === undefined ? mirrors : environment}.`;
    return `${object}: ${field} is ${here ?? 'not set'} in ${environment} and ${there ?? 'not set'} in ${mirrors}.`;
}
function annotationsOf(inputs, { drift, mirrors, allowances }) {
    const level = inputs.onDrift === 'fail' ? 'error' : 'warning';
    const found = drift.unexpected.map((each) => {
        const { file, line } = each.place?.manifest.locate(each.place.path) ?? {};
        const at = file === undefined || line === undefined ? {} : { file, line };
        return { level, title: 'Drift', message: sentence(each, inputs, mirrors), ...at };
    });
    const unused = drift.unused.map((index) => {
        const { objects = '*/*', fields = '**', why } = allowances[index];
        return {
            level: 'notice',
            title: 'Needless allowance',
            message: `Nothing differs in ${fields} of ${objects} (${why}) any more.`,
        };
    });
    return [...found, ...unused];
}
const shown = (value) => (value === undefined ? '–' : { code: value });
function summaryOf({ environment }, { drift, mirrors, versions }) {
    const rows = (found) => found.map(({ object, field, here, there }) => field === ''
        ? [object, 'the whole object', here === undefined ? '–' : 'there', there === undefined ? '–' : 'there']
        : [object, { code: field }, shown(here), shown(there)]);
    const head = ['object', 'field', environment, mirrors];
    const allowed = drift.allowed.map(({ object, field, why }) => [{ code: `${object} ${field}`.trim() }, `: ${why}`]);
    return [
        ...(versions.length === 0 ? [] : [(0,block/* table */.tp)(['service', environment, mirrors], versions)]),
        drift.unexpected.length === 0
            ? (0,block/* paragraph */.FY)([`Nothing differs that may not: ${environment} is a mirror of ${mirrors}.`])
            : (0,block/* table */.tp)(head, rows(drift.unexpected)),
        ...(allowed.length === 0 ? [] : [(0,block/* details */.zH)(`What may differ, and why (${allowed.length})`, [(0,block/* list */.p_)(allowed)])]),
    ];
}
/** Tells in what an environment is not as the one that it mirrors. */
async function drift(inputs, ports) {
    const facts = await drift_gather(inputs, ports);
    const { unexpected, allowed } = facts.drift;
    const counted = (number) => (number === 1 ? '1 difference' : `${number} differences`);
    const headline = unexpected.length === 0
        ? `${inputs.environment} is as ${facts.mirrors}, but for ${counted(allowed.length)} that may be.`
        : `${inputs.environment} has drifted from ${facts.mirrors}: ${counted(unexpected.length)} that nobody allowed.`;
    return {
        verdict: unexpected.length > 0 && inputs.onDrift === 'fail' ? 'fail' : 'pass',
        headline,
        outputs: (0,definition/* outputsFor */.k)(action/* action */.X, { differences: String(unexpected.length) }),
        annotations: annotationsOf(inputs, facts),
        summary: summaryOf(inputs, facts),
        data: {
            environment: inputs.environment,
            mirrors: facts.mirrors,
            versions: facts.versions.map(([service, here, there]) => ({ service, here, there })),
            unexpected: unexpected.map(({ object, field, here = null, there = null }) => ({ object, field, here, there })),
            allowed: allowed.map(({ object, field, why }) => ({ object, field, why })),
        },
    };
}

;// CONCATENATED MODULE: ../../actions/environments/lib/open.js





function quotaOf(lines) {
    return Object.fromEntries(lines.map((line) => line.trim().split('=')));
}
/** Makes the branch's namespace, or lets it live longer. */
async function open_open(inputs, ports, context) {
    const { client, service, branch, name, live } = await findNamespace(inputs, ports, context);
    const now = ports.clock.now();
    if (live !== undefined && judgeNamespace(live, now).kind === 'going') {
        const message = `The namespace ${name} is being deleted.`;
        throw new failure/* Failure */.H({ code: 'NAMESPACE_GOING', message, remedy: 'Run again when it is gone, which may take a minute.' });
    }
    const expiresAt = now + inputs.lifetime;
    await client.apply(renderNamespace({ name, service, branch, openedBy: context.actor, expiresAt }), { force: true });
    if (inputs.quota !== undefined) {
        const metadata = { name: 'slipway', namespace: name };
        await client.apply({ apiVersion: 'v1', kind: 'ResourceQuota', metadata, spec: { hard: quotaOf(inputs.quota) } }, { force: true });
    }
    const until = new Date(expiresAt).toISOString();
    return {
        verdict: 'pass',
        headline: `${branch} has the namespace ${name} until ${until}${live === undefined ? '' : '; it was there already'}.`,
        outputs: (0,definition/* outputsFor */.k)(action/* action */.X, { namespace: name, expiresAt: until }),
        data: { namespace: name, branch, service, expiresAt: until, made: live === undefined },
    };
}

// EXTERNAL MODULE: ../rollout/lib/ledger-store.js + 1 modules
var ledger_store = __webpack_require__(33178);
// EXTERNAL MODULE: ../rollout/lib/release.js
var lib_release = __webpack_require__(48533);
;// CONCATENATED MODULE: ../../actions/environments/lib/snapshot.js








/** Writes down which release of each service runs in a namespace. */
async function snapshot(inputs, ports, { environment }) {
    const { namespace = '', out } = inputs;
    const client = (0,lib_client/* kubernetes */.p)(await (0,connect/* connectCluster */.b)(inputs, { ...ports, environment }), ports);
    const ledgers = [...(await (0,ledger_store/* ledgersIn */.IG)(client, namespace))].sort(([a], [b]) => (a < b ? -1 : 1));
    const services = ledgers.flatMap(([service, ledger]) => {
        const release = (0,lib_release/* currentRelease */.BX)(ledger);
        return release === undefined ? [] : [snapshotOf(service, release)];
    });
    if (services.length === 0) {
        const message = `No release of any service is recorded in the namespace ${namespace}.`;
        throw new failure/* Failure */.H({ code: 'RELEASE_NONE', message, remedy: 'Check "namespace"; deploy-k8s records what it deploys there.' });
    }
    const document = {
        schema: 'slipway.environment/v1',
        namespace,
        at: new Date(ports.clock.now()).toISOString(),
        services,
    };
    await ports.files.write(out, `${JSON.stringify(document, null, 2)}\n`);
    const count = services.length === 1 ? '1 service' : `${services.length} services`;
    return {
        verdict: 'pass',
        headline: `${count} of ${namespace} were written to ${out}, without the value of any secret.`,
        outputs: (0,definition/* outputsFor */.k)(action/* action */.X, { namespace }),
        summary: [
            (0,block/* table */.tp)(['service', 'release', 'image'], services.map(({ service, release, image }) => [service, String(release), { code: image }])),
        ],
        data: { namespace, services: services.map(({ service, release, image }) => ({ service, release, image })) },
    };
}

// EXTERNAL MODULE: ../kubernetes/lib/status.js
var lib_status = __webpack_require__(60581);
;// CONCATENATED MODULE: ../../actions/environments/lib/sweep.js






/** Whoever opens a namespace again meanwhile changes its version, and keeps it. */
async function deleteUnlessChanged(client, name, resourceVersion) {
    try {
        return (await client.delete({ ...object/* KINDS */.GW.namespace, name }, { resourceVersion })) ? 'deleted' : 'gone already';
    }
    catch (error) {
        if (error instanceof lib_status/* KubernetesFailure */.d8 && error.status === 409)
            return 'changed meanwhile';
        throw error;
    }
}
async function sweepOne(client, live, left, { dryRun }, now) {
    const { name, resourceVersion = '' } = live.metadata;
    const verdict = judgeNamespace(live, now);
    const { service, branch } = openedFor(live);
    const about = { name, branch: `${service} ${branch}` };
    if (verdict.kind === 'unreadable')
        return { ...about, outcome: 'unreadable', until: verdict.said };
    if (verdict.kind === 'foreign' || verdict.kind === 'going')
        return { ...about, outcome: 'stays', until: '' };
    const until = new Date(verdict.until).toISOString();
    if (verdict.kind === 'lives')
        return { ...about, outcome: 'stays', until };
    if (left <= 0)
        return { ...about, outcome: 'left for the next sweep', until };
    if (dryRun)
        return { ...about, outcome: 'would be deleted', until };
    return { ...about, outcome: await deleteUnlessChanged(client, name, resourceVersion), until };
}
function sweep_annotationsOf(swept) {
    return swept
        .filter(({ outcome }) => outcome === 'unreadable')
        .map(({ name, until }) => {
        const message = `It cannot be told when the namespace ${name} is to go: it says ${JSON.stringify(until)}. It stays; open it again, or delete it by hand.`;
        return { level: 'warning', title: 'Namespace without an end', message };
    });
}
/** Deletes the namespaces of branches whose time is over, and no other. */
async function sweep(inputs, ports, { environment }) {
    const client = (0,lib_client/* kubernetes */.p)(await (0,connect/* connectCluster */.b)(inputs, { ...ports, environment }), ports);
    const { items } = await client.list(object/* KINDS */.GW.namespace, { labelSelector: `${OWN}=${OWN_VALUE}` });
    const now = ports.clock.now();
    const own = items.filter((live) => judgeNamespace(live, now).kind !== 'foreign');
    const swept = [];
    const gone = () => swept.filter(({ outcome }) => outcome === 'deleted' || outcome === 'would be deleted');
    for (const live of own)
        swept.push(await sweepOne(client, live, inputs.atMost - gone().length, inputs, now));
    const names = gone().map(({ name }) => name);
    return {
        verdict: 'pass',
        headline: `${names.length} of ${own.length} namespaces of branches ${inputs.dryRun ? 'would be' : 'are'} deleted: their time is over.`,
        outputs: (0,definition/* outputsFor */.k)(action/* action */.X, { deleted: names.join('\n') }),
        annotations: sweep_annotationsOf(swept),
        summary: [
            (0,block/* table */.tp)(['namespace', 'for', 'until', 'outcome'], swept.map(({ name, branch, until, outcome }) => [{ code: name }, branch, until, outcome])),
        ],
        data: { namespaces: swept.map((each) => ({ ...each })) },
    };
}

;// CONCATENATED MODULE: ../../actions/environments/lib/run.js






/** Looks at environments, or opens and closes those of branches. */
const run = async (inputs, ports, context) => {
    switch (inputs.mode) {
        case 'drift':
            return drift(inputs, ports);
        case 'check':
            return check(inputs, ports);
        case 'snapshot':
            return snapshot(inputs, ports, context);
        case 'open':
            return open_open(inputs, ports, context);
        case 'close':
            return close_close(inputs, ports, context);
        case 'sweep':
            return sweep(inputs, ports, context);
    }
};

;// CONCATENATED MODULE: ../../actions/environments/lib/index.js




/***/ }),

/***/ 63856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ AwsV4Signer)
/* harmony export */ });
/* unused harmony export AwsClient */
/**
 * @license MIT <https://opensource.org/licenses/MIT>
 * @copyright Michael Hart 2024
 */
const encoder = new TextEncoder();
const HOST_SERVICES = {
  appstream2: 'appstream',
  cloudhsmv2: 'cloudhsm',
  email: 'ses',
  marketplace: 'aws-marketplace',
  mobile: 'AWSMobileHubService',
  pinpoint: 'mobiletargeting',
  queue: 'sqs',
  'git-codecommit': 'codecommit',
  'mturk-requester-sandbox': 'mturk-requester',
  'personalize-runtime': 'personalize',
};
const UNSIGNABLE_HEADERS = new Set([
  'authorization',
  'content-type',
  'content-length',
  'user-agent',
  'presigned-expires',
  'expect',
  'x-amzn-trace-id',
  'range',
  'connection',
]);
class AwsClient {
  constructor({ accessKeyId, secretAccessKey, sessionToken, service, region, cache, retries, initRetryMs }) {
    if (accessKeyId == null) throw new TypeError('accessKeyId is a required option')
    if (secretAccessKey == null) throw new TypeError('secretAccessKey is a required option')
    this.accessKeyId = accessKeyId;
    this.secretAccessKey = secretAccessKey;
    this.sessionToken = sessionToken;
    this.service = service;
    this.region = region;
    this.cache = cache || new Map();
    this.retries = retries != null ? retries : 10;
    this.initRetryMs = initRetryMs || 50;
  }
  async sign(input, init) {
    if (input instanceof Request) {
      const { method, url, headers, body } = input;
      init = Object.assign({ method, url, headers }, init);
      if (init.body == null && headers.has('Content-Type')) {
        init.body = body != null && headers.has('X-Amz-Content-Sha256') ? body : await input.clone().arrayBuffer();
      }
      input = url;
    }
    const signer = new AwsV4Signer(Object.assign({ url: input.toString() }, init, this, init && init.aws));
    const signed = Object.assign({}, init, await signer.sign());
    delete signed.aws;
    try {
      return new Request(signed.url.toString(), signed)
    } catch (e) {
      if (e instanceof TypeError) {
        return new Request(signed.url.toString(), Object.assign({ duplex: 'half' }, signed))
      }
      throw e
    }
  }
  async fetch(input, init) {
    for (let i = 0; i <= this.retries; i++) {
      const fetched = fetch(await this.sign(input, init));
      if (i === this.retries) {
        return fetched
      }
      const res = await fetched;
      if (res.status < 500 && res.status !== 429) {
        return res
      }
      await new Promise(resolve => setTimeout(resolve, Math.random() * this.initRetryMs * Math.pow(2, i)));
    }
    throw new Error('An unknown error occurred, ensure retries is not negative')
  }
}
class AwsV4Signer {
  constructor({ method, url, headers, body, accessKeyId, secretAccessKey, sessionToken, service, region, cache, datetime, signQuery, appendSessionToken, allHeaders, singleEncode }) {
    if (url == null) throw new TypeError('url is a required option')
    if (accessKeyId == null) throw new TypeError('accessKeyId is a required option')
    if (secretAccessKey == null) throw new TypeError('secretAccessKey is a required option')
    this.method = method || (body ? 'POST' : 'GET');
    this.url = new URL(url);
    this.headers = new Headers(headers || {});
    this.body = body;
    this.accessKeyId = accessKeyId;
    this.secretAccessKey = secretAccessKey;
    this.sessionToken = sessionToken;
    let guessedService, guessedRegion;
    if (!service || !region) {
[guessedService, guessedRegion] = guessServiceRegion(this.url, this.headers);
    }
    this.service = service || guessedService || '';
    this.region = region || guessedRegion || 'us-east-1';
    this.cache = cache || new Map();
    this.datetime = datetime || new Date().toISOString().replace(/[:-]|\.\d{3}/g, '');
    this.signQuery = signQuery;
    this.appendSessionToken = appendSessionToken || this.service === 'iotdevicegateway';
    this.headers.delete('Host');
    if (this.service === 's3' && !this.signQuery && !this.headers.has('X-Amz-Content-Sha256')) {
      this.headers.set('X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD');
    }
    const params = this.signQuery ? this.url.searchParams : this.headers;
    params.set('X-Amz-Date', this.datetime);
    if (this.sessionToken && !this.appendSessionToken) {
      params.set('X-Amz-Security-Token', this.sessionToken);
    }
    this.signableHeaders = ['host', ...this.headers.keys()]
      .filter(header => allHeaders || !UNSIGNABLE_HEADERS.has(header))
      .sort();
    this.signedHeaders = this.signableHeaders.join(';');
    this.canonicalHeaders = this.signableHeaders
      .map(header => header + ':' + (header === 'host' ? this.url.host : (this.headers.get(header) || '').replace(/\s+/g, ' ')))
      .join('\n');
    this.credentialString = [this.datetime.slice(0, 8), this.region, this.service, 'aws4_request'].join('/');
    if (this.signQuery) {
      if (this.service === 's3' && !params.has('X-Amz-Expires')) {
        params.set('X-Amz-Expires', '86400');
      }
      params.set('X-Amz-Algorithm', 'AWS4-HMAC-SHA256');
      params.set('X-Amz-Credential', this.accessKeyId + '/' + this.credentialString);
      params.set('X-Amz-SignedHeaders', this.signedHeaders);
    }
    if (this.service === 's3') {
      try {
        this.encodedPath = decodeURIComponent(this.url.pathname.replace(/\+/g, ' '));
      } catch (e) {
        this.encodedPath = this.url.pathname;
      }
    } else {
      this.encodedPath = this.url.pathname.replace(/\/+/g, '/');
    }
    if (!singleEncode) {
      this.encodedPath = encodeURIComponent(this.encodedPath).replace(/%2F/g, '/');
    }
    this.encodedPath = encodeRfc3986(this.encodedPath);
    const seenKeys = new Set();
    this.encodedSearch = [...this.url.searchParams]
      .filter(([k]) => {
        if (!k) return false
        if (this.service === 's3') {
          if (seenKeys.has(k)) return false
          seenKeys.add(k);
        }
        return true
      })
      .map(pair => pair.map(p => encodeRfc3986(encodeURIComponent(p))))
      .sort(([k1, v1], [k2, v2]) => k1 < k2 ? -1 : k1 > k2 ? 1 : v1 < v2 ? -1 : v1 > v2 ? 1 : 0)
      .map(pair => pair.join('='))
      .join('&');
  }
  async sign() {
    if (this.signQuery) {
      this.url.searchParams.set('X-Amz-Signature', await this.signature());
      if (this.sessionToken && this.appendSessionToken) {
        this.url.searchParams.set('X-Amz-Security-Token', this.sessionToken);
      }
    } else {
      this.headers.set('Authorization', await this.authHeader());
    }
    return {
      method: this.method,
      url: this.url,
      headers: this.headers,
      body: this.body,
    }
  }
  async authHeader() {
    return [
      'AWS4-HMAC-SHA256 Credential=' + this.accessKeyId + '/' + this.credentialString,
      'SignedHeaders=' + this.signedHeaders,
      'Signature=' + (await this.signature()),
    ].join(', ')
  }
  async signature() {
    const date = this.datetime.slice(0, 8);
    const cacheKey = [this.secretAccessKey, date, this.region, this.service].join();
    let kCredentials = this.cache.get(cacheKey);
    if (!kCredentials) {
      const kDate = await hmac('AWS4' + this.secretAccessKey, date);
      const kRegion = await hmac(kDate, this.region);
      const kService = await hmac(kRegion, this.service);
      kCredentials = await hmac(kService, 'aws4_request');
      this.cache.set(cacheKey, kCredentials);
    }
    return buf2hex(await hmac(kCredentials, await this.stringToSign()))
  }
  async stringToSign() {
    return [
      'AWS4-HMAC-SHA256',
      this.datetime,
      this.credentialString,
      buf2hex(await hash(await this.canonicalString())),
    ].join('\n')
  }
  async canonicalString() {
    return [
      this.method.toUpperCase(),
      this.encodedPath,
      this.encodedSearch,
      this.canonicalHeaders + '\n',
      this.signedHeaders,
      await this.hexBodyHash(),
    ].join('\n')
  }
  async hexBodyHash() {
    let hashHeader = this.headers.get('X-Amz-Content-Sha256') || (this.service === 's3' && this.signQuery ? 'UNSIGNED-PAYLOAD' : null);
    if (hashHeader == null) {
      if (this.body && typeof this.body !== 'string' && !('byteLength' in this.body)) {
        throw new Error('body must be a string, ArrayBuffer or ArrayBufferView, unless you include the X-Amz-Content-Sha256 header')
      }
      hashHeader = buf2hex(await hash(this.body || ''));
    }
    return hashHeader
  }
}
async function hmac(key, string) {
  const cryptoKey = await crypto.subtle.importKey(
    'raw',
    typeof key === 'string' ? encoder.encode(key) : key,
    { name: 'HMAC', hash: { name: 'SHA-256' } },
    false,
    ['sign'],
  );
  return crypto.subtle.sign('HMAC', cryptoKey, encoder.encode(string))
}
async function hash(content) {
  return crypto.subtle.digest('SHA-256', typeof content === 'string' ? encoder.encode(content) : content)
}
const HEX_CHARS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
function buf2hex(arrayBuffer) {
  const buffer = new Uint8Array(arrayBuffer);
  let out = '';
  for (let idx = 0; idx < buffer.length; idx++) {
    const n = buffer[idx];
    out += HEX_CHARS[(n >>> 4) & 0xF];
    out += HEX_CHARS[n & 0xF];
  }
  return out
}
function encodeRfc3986(urlEncodedStr) {
  return urlEncodedStr.replace(/[!'()*]/g, c => '%' + c.charCodeAt(0).toString(16).toUpperCase())
}
function guessServiceRegion(url, headers) {
  const { hostname, pathname } = url;
  if (hostname.endsWith('.on.aws')) {
    const match = hostname.match(/^[^.]{1,63}\.lambda-url\.([^.]{1,63})\.on\.aws$/);
    return match != null ? ['lambda', match[1] || ''] : ['', '']
  }
  if (hostname.endsWith('.r2.cloudflarestorage.com')) {
    return ['s3', 'auto']
  }
  if (hostname.endsWith('.backblazeb2.com')) {
    const match = hostname.match(/^(?:[^.]{1,63}\.)?s3\.([^.]{1,63})\.backblazeb2\.com$/);
    return match != null ? ['s3', match[1] || ''] : ['', '']
  }
  const match = hostname.replace('dualstack.', '').match(/([^.]{1,63})\.(?:([^.]{0,63})\.)?amazonaws\.com(?:\.cn)?$/);
  let service = (match && match[1]) || '';
  let region = match && match[2];
  if (region === 'us-gov') {
    region = 'us-gov-west-1';
  } else if (region === 's3' || region === 's3-accelerate') {
    region = 'us-east-1';
    service = 's3';
  } else if (service === 'iot') {
    if (hostname.startsWith('iot.')) {
      service = 'execute-api';
    } else if (hostname.startsWith('data.jobs.iot.')) {
      service = 'iot-jobs-data';
    } else {
      service = pathname === '/mqtt' ? 'iotdevicegateway' : 'iotdata';
    }
  } else if (service === 'autoscaling') {
    const targetPrefix = (headers.get('X-Amz-Target') || '').split('.')[0];
    if (targetPrefix === 'AnyScaleFrontendService') {
      service = 'application-autoscaling';
    } else if (targetPrefix === 'AnyScaleScalingPlannerFrontendService') {
      service = 'autoscaling-plans';
    }
  } else if (region == null && service.startsWith('s3-')) {
    region = service.slice(3).replace(/^fips-|^external-1/, '');
    service = 's3';
  } else if (service.endsWith('-fips')) {
    service = service.slice(0, -5);
  } else if (region && /-\d$/.test(service) && !/-\d$/.test(region)) {
[service, region] = [region, service];
  }
  return [HOST_SERVICES[service] || service, region || '']
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

/***/ 65921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ configReferences),
/* harmony export */   b: () => (/* binding */ renameConfigReferences)
/* harmony export */ });
/* harmony import */ var _workload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20570);

const isFields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Where a source of configuration names its object: under which field, of which kind, and in which field the name is. */
const SOURCES = [
    ['configMapKeyRef', 'ConfigMap', 'name'],
    ['secretKeyRef', 'Secret', 'name'],
    ['configMapRef', 'ConfigMap', 'name'],
    ['secretRef', 'Secret', 'name'],
    ['configMap', 'ConfigMap', 'name'],
    ['secret', 'Secret', 'secretName'],
];
function renameSource(source, kind, field, rename) {
    // In a projected volume a Secret is named by `name`, in a volume of its own by `secretName`.
    const key = isFields(source) && field in source ? field : 'name';
    if (!isFields(source) || typeof source[key] !== 'string')
        return source;
    return { ...source, [key]: rename({ kind, name: source[key], optional: source['optional'] === true }) };
}
/** Renames in an entry of `env`, `envFrom`, `volumes` or a projected volume's `sources`. */
function renameEntry(entry, rename) {
    if (!isFields(entry))
        return entry;
    const renamed = { ...entry };
    for (const [field, kind, name] of SOURCES) {
        if (field in entry)
            renamed[field] = renameSource(entry[field], kind, name, rename);
    }
    if ('valueFrom' in entry)
        renamed['valueFrom'] = renameEntry(entry['valueFrom'], rename);
    if (isFields(entry['projected']))
        renamed['projected'] = renameLists(entry['projected'], ['sources'], rename);
    return renamed;
}
function renameLists(holder, lists, rename) {
    const renamed = { ...holder };
    for (const list of lists) {
        if (Array.isArray(holder[list]))
            renamed[list] = holder[list].map((entry) => renameEntry(entry, rename));
    }
    return renamed;
}
function renameSpec(spec, rename) {
    const renamed = { ...renameLists(spec, ['volumes'], rename) };
    for (const list of ['initContainers', 'containers', 'ephemeralContainers']) {
        if (!Array.isArray(spec[list]))
            continue;
        renamed[list] = spec[list].map((container) => isFields(container) ? renameLists(container, ['env', 'envFrom'], rename) : container);
    }
    return renamed;
}
function renameAt(value, [key, ...rest], rename) {
    if (!isFields(value))
        return value;
    return key === undefined ? renameSpec(value, rename) : { ...value, [key]: renameAt(value[key], rest, rename) };
}
/** The object with every ConfigMap and Secret that its pods take something from named anew: environment and volumes. */
function renameConfigReferences(object, rename) {
    const path = (0,_workload_js__WEBPACK_IMPORTED_MODULE_0__/* .podSpecPath */ .s5)(object.kind);
    return path === undefined ? object : renameAt(object, path, rename);
}
/** What the object's pods take configuration from. */
function configReferences(object) {
    const found = [];
    renameConfigReferences(object, (reference) => {
        found.push(reference);
        return reference.name;
    });
    return found;
}


/***/ }),

/***/ 30182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ parseFieldPath),
/* harmony export */   f: () => (/* binding */ locator)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33483);

/** The place of a field in a parsed YAML document. */
function locator(document, lines, file) {
    return (path) => {
        for (let length = path.length; length >= 0; length -= 1) {
            const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) || !node.range)
                continue;
            const { line, col } = lines.linePos(node.range[0]);
            return { file, line, column: col };
        }
        return { file, line: 1 };
    };
}
/** The field path that the API server writes, such as `spec.template.spec.containers[0].image`. */
function parseFieldPath(text) {
    return [...text.matchAll(/[^.[\]]+/g)].map(([part]) => (/^\d+$/.test(part) ? Number(part) : part));
}


/***/ }),

/***/ 47647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ manifestsFrom)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
;// CONCATENATED MODULE: ../kubernetes/lib/manifest-files.js

const MANIFEST_NAME = /\.(ya?ml|json)$/;
async function filesUnder(files, folder) {
    const entries = await files.list(folder);
    const nested = await Promise.all(entries.map(async ({ name, kind }) => {
        const path = `${folder.replace(/\/+$/, '')}/${name}`;
        if (kind === 'folder')
            return filesUnder(files, path);
        return kind === 'file' && MANIFEST_NAME.test(name) && !/^kustomization\.ya?ml$/.test(name) ? [path] : [];
    }));
    return nested.flat();
}
/** Reads files and folders of manifests, folders with everything below them, in the order given and then by name. */
async function readManifests(files, paths) {
    const problems = [];
    const found = [];
    for (const path of paths) {
        const clean = path.replace(/^\.\//, '');
        const below = await filesUnder(files, clean);
        if (below.length > 0)
            found.push(...below);
        else if ((await files.list(clean)).length > 0) {
            problems.push({ code: 'MANIFEST_NONE', message: `There is no .yaml, .yml or .json file in ${path}.` });
        }
        else if (await files.exists(clean))
            found.push(clean);
        else
            problems.push({ code: 'MANIFEST_NOT_FOUND', message: `There is no file or folder ${path}.`, remedy: 'Check "manifests".' });
    }
    (0,failure/* failWhen */.x)(problems);
    return Promise.all([...new Set(found)].map(async (file) => ({ file, text: await files.readText(file) })));
}

// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __webpack_require__(33483);
// EXTERNAL MODULE: ../kubernetes/lib/manifest.js
var manifest = __webpack_require__(30182);
// EXTERNAL MODULE: ../kubernetes/lib/object.js
var lib_object = __webpack_require__(82548);
;// CONCATENATED MODULE: ../kubernetes/lib/manifest-parse.js




/**
 * YAML 1.1 (`on`, `0644`, merge keys) as kubectl reads it, so that a manifest means the same here. Of that version kubectl
 * leaves out what would turn a date or `12:30` into something else than the text that was written.
 */
const KUBECTL_YAML = {
    version: '1.1',
    merge: true,
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || (!/timestamp|binary|omap|pairs|set$/.test(tag.tag) && tag.format !== 'TIME')),
};
const NAME = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;
function syntaxProblems(document, lines, file) {
    return document.errors.map(({ message, pos: [offset] }) => {
        const { line, col } = lines.linePos(offset);
        const location = { file, line, column: col };
        return { code: 'MANIFEST_SYNTAX', message: `Not valid YAML: ${message}.`, remedy: 'Correct the syntax.', location };
    });
}
function shapeProblems(value, locate) {
    const name = value.metadata?.name;
    const missing = (field, path) => ({
        code: 'MANIFEST_FIELD_MISSING',
        message: `The object has no ${field}.`,
        remedy: `Add "${field}".`,
        location: locate(path),
    });
    return [
        ...(typeof value.apiVersion === 'string' ? [] : [missing('apiVersion', [])]),
        ...(typeof value.kind === 'string' ? [] : [missing('kind', [])]),
        ...(typeof name === 'string' ? [] : [missing('metadata.name', ['metadata'])]),
        ...(typeof name === 'string' && !NAME.test(name)
            ? [
                {
                    code: 'MANIFEST_NAME',
                    message: `"${name}" is not a name that Kubernetes takes.`,
                    remedy: 'Use lower-case letters, digits, "-" and ".".',
                    location: locate(['metadata', 'name']),
                },
            ]
            : []),
        ...(value.kind === 'List'
            ? [
                {
                    code: 'MANIFEST_LIST',
                    message: 'A List is not taken.',
                    remedy: 'Write its objects as documents.',
                    location: locate([]),
                },
            ]
            : []),
    ];
}
function namespaceProblems({ object, locate }, namespace) {
    const stated = object.kind === 'Namespace' ? object.metadata.name : object.metadata.namespace;
    if (stated === undefined || stated === namespace)
        return [];
    return [
        {
            code: 'MANIFEST_NAMESPACE',
            message: `${(0,lib_object/* objectName */.Hd)(object)} is for the namespace "${stated}", and this deploy is for "${namespace}".`,
            remedy: `Leave the namespace out of the manifest, or deploy with namespace: ${stated}.`,
            location: locate(object.kind === 'Namespace' ? ['metadata', 'name'] : ['metadata', 'namespace']),
        },
    ];
}
function duplicateProblems(manifests) {
    const seen = new Map();
    return manifests.flatMap((manifest) => {
        const { object } = manifest;
        const key = `${(0,lib_object/* groupOf */.F8)(object.apiVersion)}/${object.kind}/${object.metadata.name}`;
        const first = seen.get(key);
        seen.set(key, first ?? manifest);
        if (first === undefined)
            return [];
        const { file, line } = first.locate([]);
        const message = `${object.kind} ${object.metadata.name} stands here and in ${file}:${line}.`;
        return [{ code: 'MANIFEST_DUPLICATE', message, remedy: 'Keep one of the two.', location: manifest.locate([]) }];
    });
}
function parseSource({ file, text }, problems) {
    const lines = new dist/* LineCounter */.HN();
    const documents = (0,dist/* parseAllDocuments */.hR)(text, { lineCounter: lines, prettyErrors: false, ...KUBECTL_YAML });
    if (!Array.isArray(documents))
        return [];
    return documents.flatMap((document) => {
        const syntax = syntaxProblems(document, lines, file);
        problems.push(...syntax);
        if (syntax.length > 0 || document.contents === null)
            return [];
        const value = document.toJS({ maxAliasCount: 1000 });
        if (value === null)
            return [];
        const locate = (0,manifest/* locator */.f)(document, lines, file);
        if (!(0,dist/* isMap */.jh)(document.contents)) {
            problems.push({ code: 'MANIFEST_SHAPE', message: 'A document must be one object.', location: locate([]) });
            return [];
        }
        const shape = shapeProblems(value, locate);
        problems.push(...shape);
        return shape.length > 0 ? [] : [{ object: value, file, locate }];
    });
}
/** Parses all manifests for a namespace; throws one Failure with every problem of every file. */
function parseManifests(sources, namespace) {
    const problems = [];
    const manifests = sources.flatMap((source) => parseSource(source, problems));
    problems.push(...manifests.flatMap((manifest) => namespaceProblems(manifest, namespace)));
    problems.push(...duplicateProblems(manifests));
    if (problems.length === 0 && manifests.length === 0) {
        const files = sources.map(({ file }) => file).join(', ') || 'none';
        problems.push({ code: 'MANIFEST_NONE', message: `There is no object in the manifests (files: ${files}).` });
    }
    (0,failure/* failWhen */.x)(problems);
    return manifests;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ../kubernetes/lib/rendered/helm.js

/** The line on which a template writes the field, found key by key from the top; the last key that is found counts. */
function lineInTemplate(text, path) {
    const lines = text.split('\n');
    let [at, found] = [0, 1];
    for (const key of path) {
        if (typeof key === 'number')
            continue;
        const pattern = new RegExp(`^\\s*(- )*"?${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}"?:`);
        const next = lines.findIndex((line, index) => index >= at && pattern.test(line));
        if (next < 0)
            break;
        [at, found] = [next + 1, next + 1];
    }
    return found;
}
/** The template of each document of a rendering, in order: helm writes it as a comment above. */
function templatesOf(rendered) {
    return rendered.split('\n').flatMap((line, index) => {
        const template = /^# Source: (\S+)$/.exec(line)?.[1];
        return template === undefined ? [] : [{ template, line: index + 1 }];
    });
}
/**
 * Where the fields of what helm rendered stand in the chart's templates. A template is no YAML, so only the keys are looked
 * for, in the order of the path; what a named template of another file writes is found in the file that includes it.
 */
async function withHelmOrigins(files, chart, rendered, manifests) {
    const templates = templatesOf(rendered);
    const texts = new Map();
    for (const { template } of templates) {
        // The comment begins with the chart's name, which is not that of its folder.
        const file = (0,external_node_path_.join)(chart, template.split('/').slice(1).join('/'));
        texts.set(template, (await files.exists(file)) ? await files.readText(file) : undefined);
    }
    return manifests.map((manifest) => {
        const { line: at = 1 } = manifest.locate([]);
        const template = templates.findLast(({ line }) => line <= at)?.template;
        const text = template === undefined ? undefined : texts.get(template);
        if (template === undefined || text === undefined) {
            const locate = () => ({ file: (0,external_node_path_.join)(chart, 'Chart.yaml'), line: 1 });
            return { ...manifest, file: locate().file, locate };
        }
        const file = (0,external_node_path_.join)(chart, template.split('/').slice(1).join('/'));
        return { ...manifest, file, locate: (path) => ({ file, line: lineInTemplate(text, path) }) };
    });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ../kubernetes/lib/rendered/kustomize.js




const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
const LISTS = ['resources', 'bases', 'components', 'patchesStrategicMerge', 'patches', 'patchesJson6902'];
/** A kustomization that includes itself, or very many, must come to an end. */
const FOLDERS_MOST = 200;
function piecesOf(file, text) {
    const lineCounter = new dist/* LineCounter */.HN();
    const documents = (0,dist/* parseAllDocuments */.hR)(text, { lineCounter });
    if (!Array.isArray(documents))
        return [];
    return documents.flatMap((document) => {
        const object = document.errors.length > 0 ? undefined : document.toJS();
        const shaped = typeof object === 'object' && object !== null && 'kind' in object;
        return shaped ? [{ object: object, locate: (0,manifest/* locator */.f)(document, lineCounter, file) }] : [];
    });
}
/** The paths that a kustomization names, in whichever of its lists; addresses of elsewhere are none. */
function pathsIn(text) {
    const [document] = (0,dist/* parseAllDocuments */.hR)(text);
    const value = (document?.toJS() ?? {});
    const entries = LISTS.flatMap((list) => (Array.isArray(value[list]) ? value[list] : []));
    return entries.flatMap((entry) => {
        const path = typeof entry === 'string' ? entry : entry?.path;
        return typeof path === 'string' && !/^[a-z+]+:\/\/|^[\w.-]+@|\n/.test(path) ? [path] : [];
    });
}
async function kustomizationIn(files, folder) {
    for (const name of NAMES)
        if (await files.exists((0,external_node_path_.join)(folder, name)))
            return (0,external_node_path_.join)(folder, name);
    return undefined;
}
async function gather(files, folder, seen) {
    const own = await kustomizationIn(files, folder);
    if (own === undefined || seen.has(own) || seen.size >= FOLDERS_MOST)
        return [];
    seen.add(own);
    const paths = pathsIn(await files.readText(own)).map((path) => (0,external_node_path_.normalize)((0,external_node_path_.join)(folder, path)));
    const pieces = [];
    for (const path of paths) {
        if ((await kustomizationIn(files, path)) !== undefined)
            pieces.push(...(await gather(files, path, seen)));
        else if (await files.exists(path))
            pieces.push(...piecesOf(path, await files.readText(path)));
    }
    return pieces;
}
const isFields = (value) => typeof value === 'object' && value !== null;
/** The path in a piece that means the same field: list entries with names are found by them, as a patch finds them. */
function translate(path, rendered, piece) {
    let [from, to] = [rendered, piece];
    const translated = [];
    for (const key of path) {
        const entry = isFields(from) ? from[key] : undefined;
        const name = typeof key === 'number' && isFields(entry) ? entry['name'] : undefined;
        const found = Array.isArray(to) && name !== undefined ? to.findIndex((each) => isFields(each) && each['name'] === name) : -1;
        const step = found >= 0 ? found : key;
        translated.push(step);
        [from, to] = [entry, isFields(to) ? to[step] : undefined];
    }
    return { path: translated, value: to };
}
/** Whether a piece is about a rendered object, whose name may have got a prefix or a suffix. */
function isAbout({ object: { kind, metadata } }, rendered) {
    return kind === rendered.kind && typeof metadata?.name === 'string' && rendered.metadata.name.includes(metadata.name);
}
/**
 * Where the fields of what kustomize rendered stand in the files that it was made from.
 *
 * kustomize keeps no map of that. So the resources and patches that the kustomization names are searched for the object, by
 * kind and name: the field is where a file says the very value, else where a file says the nearest field around it.
 *
 * @returns for each manifest the same one, whose `locate` answers with those files
 */
async function withKustomizeOrigins(files, folder, manifests) {
    const pieces = await gather(files, folder, new Set());
    const file = (await kustomizationIn(files, folder)) ?? (0,external_node_path_.join)((0,external_node_path_.dirname)(folder), 'kustomization.yaml');
    return manifests.map((manifest) => {
        // Overlays name their bases first, so what is said later is what counts.
        const about = pieces.filter((piece) => isAbout(piece, manifest.object)).toReversed();
        const locate = (path) => {
            const candidates = about.map((piece) => ({ piece, at: translate(path, manifest.object, piece.object) }));
            const wanted = translate(path, manifest.object, manifest.object).value;
            const exact = candidates.find(({ at }) => at.value !== undefined && (0,external_node_util_.isDeepStrictEqual)(at.value, wanted));
            const chosen = exact ?? candidates.find(({ at }) => at.value !== undefined) ?? candidates.at(-1);
            return chosen === undefined ? { file, line: 1 } : chosen.piece.locate(chosen.at.path);
        };
        return { ...manifest, file: locate([]).file, locate };
    });
}

;// CONCATENATED MODULE: ../kubernetes/lib/rendered/render.js





const RENDER_MS = 120_000;
async function rendering({ exec }, tool, command, what) {
    const [program = '', ...args] = command;
    const { exitCode, stdout, stderr, timedOut } = await exec.run(program, args, { timeoutMs: RENDER_MS });
    if (exitCode === 0)
        return stdout;
    const why = timedOut ? `took longer than ${RENDER_MS / 1000} s` : stderr.trim().slice(0, 1000) || `ended with ${exitCode}`;
    const remedy = `Run \`${command.join(' ')}\` where you are, and correct what it says.`;
    throw new failure/* Failure */.H({ code: 'MANIFEST_RENDER', message: `${tool} could not render ${what}: ${why}`, remedy });
}
async function programFor(exec, choices) {
    for (const choice of choices)
        if ((await exec.which(choice[0] ?? '')) !== undefined)
            return choice;
    const names = choices.map(([name]) => name).join(' or ');
    const message = `${names} is not on the path, and is needed to render the manifests.`;
    throw new failure/* Failure */.H({ code: 'TOOL_MISSING', message, remedy: `Install ${names} in a step before, pinned by its checksum.` });
}
async function fromKustomize(ports, folder, namespace) {
    const program = await programFor(ports.exec, [
        ['kustomize', 'build'],
        ['kubectl', 'kustomize'],
    ]);
    const text = await rendering(ports, 'kustomize', [...program, folder], folder);
    return withKustomizeOrigins(ports.files, folder, parseManifests([{ file: folder, text }], namespace));
}
async function fromHelm(ports, chart, origin) {
    const [program = 'helm'] = await programFor(ports.exec, [['helm']]);
    const values = (origin.helmValues ?? []).flatMap((file) => ['--values', file]);
    const command = [program, 'template', origin.service, chart, '--namespace', origin.namespace, ...values];
    const text = await rendering(ports, 'helm', command, chart);
    return withHelmOrigins(ports.files, chart, text, parseManifests([{ file: chart, text }], origin.namespace));
}
/** Reads the manifests from wherever they come, each with the places of its fields in the files that a person wrote. */
async function manifestsFrom(origin, ports) {
    const { manifests, kustomize, helmChart, namespace } = origin;
    const plain = manifests === undefined ? [] : parseManifests(await readManifests(ports.files, manifests), namespace);
    const kustomized = kustomize === undefined ? [] : await fromKustomize(ports, kustomize, namespace);
    const helmed = helmChart === undefined ? [] : await fromHelm(ports, helmChart, origin);
    return [...plain, ...kustomized, ...helmed];
}


/***/ }),

/***/ 56084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ COPY_OF),
/* harmony export */   u: () => (/* binding */ withConfigCopies)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _slipway_kubernetes__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65921);


/** On a copy: the name of what it is a copy of. */
const COPY_OF = 'slipway.dev/copy-of';
const HASH_LENGTH = 10;
const NAME_MAX = 253;
/** A Job's template cannot be changed, so it keeps the names that it was written with. */
const FOLLOWERS = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'Rollout'];
/** JSON that is the same for the same value, in whatever order its fields were written. */
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map(canonical).join(',')}]`;
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value) ?? 'null';
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}
/** The name of a copy: that of the original and the start of the hash of what it holds. */
function copyName({ kind, metadata: { name }, type, data, binaryData, stringData }) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonical({ kind, type, data, binaryData, stringData }));
    return `${name.slice(0, NAME_MAX - HASH_LENGTH - 1)}-${hash.digest('hex').slice(0, HASH_LENGTH)}`;
}
function copyOf(object) {
    const { name, annotations, ...metadata } = object.metadata;
    return {
        ...object,
        metadata: { ...metadata, name: copyName(object), annotations: { ...annotations, [COPY_OF]: name } },
        immutable: true,
    };
}
const keyOf = (kind, name, namespace = '') => `${kind}/${namespace}/${name}`;
/**
 * Gives the workloads of a set copies of the set's own ConfigMaps and Secrets, which are named by what they hold and cannot
 * be changed. So a change of configuration is a change of the pods: it rolls out, is judged and goes back as an image does,
 * and pods of the old release keep what they were started with.
 *
 * The originals stay, for whatever else reads them; a copy stands before what uses it, beside its original.
 */
function withConfigCopies(items) {
    const workloads = items.filter(({ object }) => FOLLOWERS.includes(object.kind));
    const used = new Set(workloads.flatMap(({ object }) => (0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_1__/* .configReferences */ .R)(object).map(({ kind, name }) => keyOf(kind, name, object.metadata.namespace))));
    const copies = new Map(items.flatMap(({ object }) => {
        const key = keyOf(object.kind, object.metadata.name, object.metadata.namespace);
        return used.has(key) ? [[key, copyOf(object)]] : [];
    }));
    return items.flatMap((item) => {
        const { object } = item;
        const { name, namespace } = object.metadata;
        const copy = copies.get(keyOf(object.kind, name, namespace));
        if (copy !== undefined)
            return [item, { ...item, object: copy }];
        if (!FOLLOWERS.includes(object.kind))
            return [item];
        const rename = (to) => copies.get(keyOf(to.kind, to.name, namespace))?.metadata.name ?? to.name;
        return [{ ...item, object: (0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_1__/* .renameConfigReferences */ .b)(object, rename) }];
    });
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
