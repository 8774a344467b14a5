export const id = 6877;
export const ids = [6877];
export const modules = {

/***/ 56877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runWith: () => (/* reexport */ runWith)
});

// UNUSED EXPORTS: action

// EXTERNAL MODULE: ../compatibility/lib/compare.js + 3 modules
var lib_compare = __webpack_require__(93436);
;// CONCATENATED MODULE: ../compatibility/lib/deployment/check.js

/** A contract of messages alone proves nothing in a static comparison, and part of one proves a part. */
function messagesGap({ consumer, provider, file, messages }) {
    return {
        code: 'DEPLOY_MESSAGES',
        message: `${consumer} reads ${messages.length} messages of ${provider}, which no description tells.`,
        remedy: 'Verify them with the provider that would meet them.',
        command: `slipway contract-test verify --provider '${provider}' --contracts '${file}' --message-url http://127.0.0.1:8080/messages`,
    };
}
function checkContract(pair, contract, compare, accepted) {
    const comparison = compare(contract);
    const conflicts = (0,lib_compare/* breaking */.q)(comparison).filter(({ fingerprint }) => !accepted(fingerprint));
    if (conflicts.length > 0)
        return { ...pair, kind: 'breaks', conflicts };
    if (contract.messages.length > 0)
        return { ...pair, kind: 'unknown', gap: messagesGap(contract) };
    return { ...pair, kind: 'fits', interactions: comparison.results.length };
}
/** Each contract with a provider, beside what is known of the provider. */
function checkContracts(pair, contracts, description, accepted) {
    if (description.kind === 'gap')
        return [{ ...pair, kind: 'unknown', gap: description.gap }];
    return contracts.map((contract) => checkContract(pair, contract, description.value, accepted));
}
/** A comparison that has not begun. */
function comparing(description) {
    return description.kind === 'gap' ? description : { kind: 'found', value: (0,lib_compare/* comparer */.m)(description.value) };
}
/** The contracts of a candidate with one provider. */
const needsOf = ({ contracts }, provider) => contracts.filter((contract) => contract.provider === provider);

;// CONCATENATED MODULE: ../compatibility/lib/deployment/answer.js

const pairOf = (consumer, provider, { sha, environment, rollout }) => ({
    consumer,
    provider,
    deployed: { sha, environment, rollout },
});
function noContract({ candidate, listConsumers }, consumer, { sha }) {
    return {
        code: 'DEPLOY_NO_CONTRACT',
        message: `${consumer} has no contract with ${candidate.service} at the deployed commit ${sha.slice(0, 7)}, so what it needs is not known.`,
        remedy: `Deploy a version of ${consumer} that keeps its contract, or leave it out of "consumers" when it never calls ${candidate.service}.`,
        command: listConsumers(consumer),
    };
}
/** The candidate as provider, beside one deployed version that may be its consumer. */
function asProvider(question, service, version, description) {
    const { candidate, consumers, accepted } = question;
    const pair = pairOf(service, candidate.service, version);
    const { contracts } = version;
    const expected = consumers === undefined || consumers.includes(service);
    if (contracts.kind === 'gap')
        return expected ? [{ ...pair, kind: 'unknown', gap: contracts.gap }] : [];
    const needs = contracts.value.filter(({ provider }) => provider === candidate.service);
    if (needs.length > 0)
        return checkContracts(pair, needs, description, accepted);
    // A version that has contracts, only none with the candidate, says by them that it does not call it.
    const silent = consumers === undefined ? contracts.value.length === 0 : expected;
    return silent ? [{ ...pair, kind: 'unknown', gap: noContract(question, service, version) }] : [];
}
/** The candidate as consumer, beside one deployed version of its provider. */
function asConsumer({ candidate, accepted }, provider, version) {
    const { description } = version;
    const needs = needsOf(candidate, provider);
    if (needs.length === 0 || description === undefined)
        return [];
    return checkContracts(pairOf(candidate.service, provider, version), needs, comparing(description), accepted);
}
function checksOf(question) {
    const description = comparing(question.candidate.description);
    return question.others.flatMap((state) => {
        if (state.kind !== 'deployed')
            return [];
        return state.versions.flatMap((version) => [
            ...asProvider(question, state.service, version, description),
            ...asConsumer(question, state.service, version),
        ]);
    });
}
function openOf(question) {
    const { candidate, others, consumers = [], listService } = question;
    const known = new Set(others.map(({ service }) => service));
    const named = [...candidate.contracts.map(({ provider }) => provider), ...consumers];
    const strangers = [...new Set(named)].filter((name) => name !== candidate.service && !known.has(name));
    return [
        ...others.flatMap((state) => (state.kind === 'gap' ? [{ service: state.service, gap: state.gap }] : [])),
        ...strangers.map((service) => ({
            service,
            gap: {
                code: 'DEPLOY_SERVICE_UNLISTED',
                message: `Nothing says where ${service} is kept, so which version of it is deployed is not known.`,
                remedy: 'Add it to "services".',
                command: listService(service),
            },
        })),
    ];
}
/** An environment that nothing was ever deployed to is new, or its name is wrong; only the user can tell. */
function emptyGap({ others, candidate }) {
    const elsewhere = [...new Set(others.flatMap((state) => (state.kind === 'absent' ? state.elsewhere : [])))].sort();
    const seen = elsewhere.length === 0 ? '' : ` There are deployments to ${elsewhere.join(', ')}.`;
    return {
        code: 'DEPLOY_ENVIRONMENT_EMPTY',
        message: `No other service has a successful deployment to the environment, so ${candidate.service} was held against nothing.${seen}`,
        remedy: 'Correct "environment", or set "allow-none: true" for the first deployment of all.',
        command: `slipway contract-test can-i-deploy … --allow-none`,
    };
}
/**
 * Decides whether the candidate may join what is deployed: as provider of every deployed consumer, and as consumer of every
 * deployed provider.
 *
 * A consumer that is absent is no reason to wait; a provider that is absent is one to say no. What could not be told is never
 * a yes, and a break is a no whatever else could not be told.
 */
function canDeploy(question) {
    const { candidate, others, allowNone } = question;
    const checks = checksOf(question);
    const states = others.filter((state) => state.kind === 'absent');
    const missing = states.filter(({ service }) => needsOf(candidate, service).length > 0);
    const absent = states.filter((state) => !missing.includes(state)).map(({ service }) => service);
    const nothing = !allowNone && missing.length === 0 && others.every(({ kind }) => kind === 'absent');
    const open = [...openOf(question), ...(nothing ? [{ service: candidate.service, gap: emptyGap(question) }] : [])];
    if (missing.length > 0 || checks.some(({ kind }) => kind === 'breaks')) {
        return { kind: 'no', checks, absent, missing: missing.map(({ service, elsewhere }) => ({ service, elsewhere })), open };
    }
    const told = open.length === 0 && checks.every(({ kind }) => kind === 'fits');
    return told ? { kind: 'yes', checks, absent } : { kind: 'unknown', checks, absent, open };
}

// EXTERNAL MODULE: ../failure/lib/collect.js
var collect = __webpack_require__(57993);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../openapi/lib/api/read.js + 2 modules
var read = __webpack_require__(41888);
// EXTERNAL MODULE: ../openapi/lib/document/open.js + 1 modules
var document_open = __webpack_require__(18667);
// EXTERNAL MODULE: ../system/lib/concurrent.js
var concurrent = __webpack_require__(76609);
// EXTERNAL MODULE: ../../actions/contract-test/lib/accepted.js
var lib_accepted = __webpack_require__(3756);
// EXTERNAL MODULE: ../../actions/contract-test/lib/accepted-file.js
var accepted_file = __webpack_require__(73383);
// EXTERNAL MODULE: ../../actions/contract-test/lib/contract-files.js
var contract_files = __webpack_require__(41677);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/can-i-deploy/gap.js
const gap_short = (sha) => sha.slice(0, 7);
const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
/** Deployments that could not be read. */
function deploymentsGap({ service, repository, environments }, { cause, reason }) {
    const remedies = {
        absent: `Correct the repository, or give a token that may read it: the run's own token reads no other private repository.`,
        refused: 'Give a token with "deployments: read" and "contents: read" of every repository in "services".',
        unreachable: 'Run it again once GitHub answers.',
    };
    return {
        code: cause === 'unreachable' ? 'DEPLOY_UNREACHABLE' : 'DEPLOY_UNREADABLE',
        message: `The deployments of ${service} (${repository}) could not be read: ${reason}`,
        remedy: remedies[cause],
        command: `gh api ${quoted(`repos/${repository}/deployments?environment=${encodeURIComponent(environments[0] ?? '')}`)}`,
    };
}
/** More deployments than are looked through, and none of them says what serves. */
const tooManyGap = ({ service, repository }, environment, looked) => ({
    code: 'DEPLOY_TOO_MANY',
    message: `The newest ${looked} deployments of ${service} to ${environment} do not tell what serves there.`,
    remedy: 'Deploy it once with success, or lower "live-versions".',
    command: `gh api --paginate ${quoted(`repos/${repository}/deployments?environment=${encodeURIComponent(environment)}`)}`,
});
/** A commit that GitHub does not give. */
function commitGap({ service, repository }, sha, { cause, reason }, shallow) {
    if (shallow) {
        return {
            code: 'DEPLOY_SHALLOW',
            message: `The checkout is shallow and lacks ${gap_short(sha)}, the deployed commit of ${service}, and GitHub did not give it: ${reason}`,
            remedy: 'Check the whole history out: "fetch-depth: 0".',
            command: 'git fetch --unshallow',
        };
    }
    if (cause === 'absent') {
        return {
            code: 'DEPLOY_COMMIT_GONE',
            message: `${gap_short(sha)}, the deployed commit of ${service}, is not in ${repository}; a forced push may have removed it.`,
            remedy: `Bring the commit back with a tag from a clone that has it, or deploy ${service} anew.`,
            command: `git push https://github.com/${repository} ${sha}:refs/tags/deployed-${gap_short(sha)}`,
        };
    }
    return {
        code: 'DEPLOY_UNREADABLE',
        message: `${gap_short(sha)}, the deployed commit of ${service}, could not be read: ${reason}`,
        remedy: 'Give a token with "contents: read" of the repository, or run it again once GitHub answers.',
        command: `gh api repos/${repository}/git/trees/${sha}`,
    };
}
/** A commit with more files than GitHub lists. */
const truncatedGap = ({ service, repository }, sha) => ({
    code: 'DEPLOY_TREE_TRUNCATED',
    message: `${repository} has more files than GitHub lists at once, so those of ${service} at ${gap_short(sha)} are not all known.`,
    remedy: 'Run it in a checkout of that repository with its whole history, where git lists them.',
    command: `git ls-tree -r --name-only ${sha}`,
});
/** A file of a deployed commit that cannot be read or makes no sense. */
function fileGap({ service, repository }, sha, problems) {
    const [first] = problems;
    const { file = '', line } = first?.location ?? {};
    const place = file === '' ? '' : ` ${file}${line === undefined ? '' : `:${line}`}:`;
    return {
        code: 'DEPLOY_FILE_INVALID',
        message: `What ${service} says of itself at the deployed commit ${gap_short(sha)} cannot be read.${place} ${first?.message ?? ''}`.trim(),
        remedy: `Mend it and deploy ${service} anew.`,
        command: `gh api repos/${repository}/contents/${file}?ref=${sha}`,
    };
}
/** A provider without a description. */
const descriptionGap = (service, file, where, command) => ({
    code: 'DEPLOY_NO_DESCRIPTION',
    message: `${service} has no file ${file} ${where}, so what it offers is not known.`,
    remedy: `Add its OpenAPI description, or name the file with "openapi".`,
    command,
});

;// CONCATENATED MODULE: ../../actions/contract-test/lib/can-i-deploy/service.js
const HOME = /^([\w.-]+\/[\w.-]+)(?::([^:]+))?$/;
function duplicates(homes) {
    return homes.flatMap(({ service, repository, environments }, index) => {
        const same = homes.slice(0, index).find((each) => {
            const repositories = [each.repository, repository].map((name) => name.toLowerCase());
            return repositories[0] === repositories[1] && each.environments.some((name) => environments.includes(name));
        });
        if (same === undefined)
            return [];
        const message = `${same.service} and ${service} are both kept in ${repository}, and their deployments have the same environment "${environments[0]}".`;
        const remedy = 'Give each service environments of its own, and write {service} where its name stands: production-{service}.';
        return [{ code: 'SERVICES_AMBIGUOUS', message, remedy }];
    });
}
/** Reads where each service is kept; what is wrong joins the problems. */
function parseServices(services, environments, problems) {
    const homes = Object.entries(services).flatMap(([service, text]) => {
        const [, repository, folder = ''] = HOME.exec(text) ?? [];
        const steps = folder.split('/').filter((step) => step !== '' && step !== '.');
        if (repository === undefined || steps.includes('..')) {
            const message = `Input "services" has "${text}" for ${service}; expected OWNER/REPOSITORY, or OWNER/REPOSITORY:FOLDER.`;
            problems.push({ code: 'INPUT_MALFORMED', message, remedy: `Write it like ${service}=org/${service}.` });
            return [];
        }
        const own = environments.map((name) => name.replaceAll('{service}', service));
        return [{ service, repository, folder: steps.join('/'), environments: own }];
    });
    problems.push(...duplicates(homes));
    return homes;
}
/** A path or pattern of the service, from the root of its repository. */
const inFolder = ({ folder }, path) => folder === '' ? path : `${folder}/${path.replace(/^(\.?\/)+/, '')}`;

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/can-i-deploy/commit-files.js


const readOnly = () => {
    throw new Error('A commit is never written.');
};
function entriesOf(paths, folder) {
    const inside = folder === '' ? '' : `${folder}/`;
    const found = new Map();
    for (const path of paths) {
        if (!path.startsWith(inside))
            continue;
        const [name = '', ...rest] = path.slice(inside.length).split('/');
        found.set(name, rest.length > 0 ? 'folder' : 'file');
    }
    return [...found].map(([name, kind]) => ({ name, kind })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
/** The files of a commit as if they were checked out, each read when it is asked for. */
function commitFiles(entries, readBlob) {
    const tree = new Map(entries.map((entry) => [entry.path, entry]));
    const at = (path) => external_node_path_.posix.resolve('/', path).slice(1);
    const get = (path) => {
        const entry = tree.get(at(path));
        if (entry === undefined)
            throw new failure/* Failure */.H({ code: 'FILE_NOT_FOUND', message: `There is no file ${path} in the commit.` });
        return entry;
    };
    const readBytes = async (path) => readBlob(get(path).id);
    const list = (path) => entriesOf(tree.keys(), at(path));
    return {
        readBytes,
        readText: async (path) => Buffer.from(await readBytes(path)).toString('utf8'),
        exists: async (path) => tree.has(at(path)) || list(path).length > 0,
        list: async (path) => list(path),
        glob: async (pattern) => [...tree.keys()].filter((path) => external_node_path_.posix.matchesGlob(path, at(pattern))).sort(),
        size: async (path) => get(path).size,
        resolve: (path) => `/${at(path)}`,
        realPath: async (path) => `/${at(path)}`,
        async *stream(path, from = 0) {
            yield (await readBytes(path)).subarray(from);
        },
        write: readOnly,
        claim: readOnly,
        append: readOnly,
        remove: readOnly,
    };
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/can-i-deploy/checkout.js


const FILE = /^(100644|100755) blob ([0-9a-f]+)\s+(\d+)\t(.+)$/s;
/** What git prints; undefined when it fails, or is not there. */
async function git(exec, ...args) {
    try {
        const { exitCode, stdout } = await exec.run('git', args);
        return exitCode === 0 ? stdout : undefined;
    }
    catch (error) {
        if (error instanceof failure/* Failure */.H)
            return undefined;
        throw error;
    }
}
/** The files of a commit that the checkout has; undefined when it has not. */
async function checkoutFiles(sha, exec) {
    const listed = await git(exec, 'ls-tree', '-r', '-z', '-l', '--full-tree', sha);
    if (listed === undefined)
        return undefined;
    const entries = listed.split('\0').flatMap((line) => {
        const [, , id, size, path] = FILE.exec(line) ?? [];
        return id === undefined || path === undefined ? [] : [{ path, id, size: Number(size) }];
    });
    return commitFiles(entries, async (id) => {
        const content = await git(exec, 'cat-file', 'blob', id);
        // A clone without blobs lists a tree and cannot give what is in it.
        if (content === undefined)
            throw new failure/* Failure */.H({ code: 'GIT_OBJECT', message: `The checkout has no object ${id}.` });
        return Buffer.from(content);
    });
}
/** Whether the checkout leaves out older commits. */
const isShallow = async (exec) => (await git(exec, 'rev-parse', '--is-shallow-repository'))?.trim() === 'true';

;// CONCATENATED MODULE: ../../actions/contract-test/lib/can-i-deploy/commit.js




function blobReader(github) {
    return async (id) => {
        const blob = await github.readBlob(id);
        if (blob.kind === 'read')
            return blob.value;
        throw new failure/* Failure */.H({ code: 'GITHUB_UNREAD', message: `GitHub did not give the file: ${blob.reason}` });
    };
}
/** The files of a commit: the checkout's, where it has the commit, and otherwise GitHub's. */
async function openCommit(home, sha, { github, exec }) {
    const local = exec === undefined ? undefined : await checkoutFiles(sha, exec);
    if (local !== undefined)
        return { kind: 'found', value: local };
    const tree = await github.readTree(sha);
    if (tree.kind === 'unread') {
        const shallow = exec !== undefined && (await isShallow(exec));
        return { kind: 'gap', gap: commitGap(home, sha, tree, shallow) };
    }
    if (tree.value.truncated)
        return { kind: 'gap', gap: truncatedGap(home, sha) };
    return { kind: 'found', value: commitFiles(tree.value.entries, blobReader(github)) };
}

;// CONCATENATED MODULE: ../compatibility/lib/deployment/live.js
/**
 * The commits that are live: the newest successes, by the time of their status, and every rollout that began after the newest.
 *
 * A rollback is an old commit with a new deployment, so commits say nothing about the order. GitHub sets older deployments
 * inactive by itself, but not those to an environment of production, so several may still say success.
 * https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status (auto_inactive)
 *
 * @param versions how many commits serve at the same time once nothing is rolled out.
 */
function liveCommits(deployments, versions) {
    const newest = [...deployments].sort((a, b) => b.at - a.at);
    const successes = newest.filter(({ state }) => state === 'success');
    const finished = [...new Set(successes.map(({ sha }) => sha))].slice(0, versions);
    const since = successes[0]?.at ?? Number.NEGATIVE_INFINITY;
    const started = newest.filter(({ state, at, sha }) => state === 'in_progress' && at > since && !finished.includes(sha));
    return [
        ...finished.map((sha) => ({ sha, rollout: 'finished' })),
        ...[...new Set(started.map(({ sha }) => sha))].map((sha) => ({ sha, rollout: 'in-progress' })),
    ];
}

// EXTERNAL MODULE: ../github/lib/deployment.js
var lib_deployment = __webpack_require__(55517);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/can-i-deploy/deployed.js



const MOST_PAGES = 3;
const PAGE_LENGTH = 100;
const successesOf = (found) => found.filter(({ state }) => state === 'success').sort((a, b) => b.at - a.at);
/** Whether an older deployment can change nothing: enough versions are found, and nothing was said of it since. */
function settled({ versions, found }, { updatedAt }) {
    const last = successesOf(found).findIndex((_, index, all) => new Set(all.slice(0, index + 1).map(({ sha }) => sha)).size >= versions);
    const oldest = successesOf(found)[last];
    return oldest !== undefined && updatedAt < oldest.at;
}
/** Looks a page through, what was last said something of first. */
async function lookThrough(page, looking) {
    const { github, found } = looking;
    for (const deployment of [...page].sort((a, b) => b.updatedAt - a.updatedAt || b.id - a.id)) {
        if (settled(looking, deployment))
            return { kind: 'read', value: 'settled' };
        const statuses = await github.listDeploymentStatuses(deployment.id);
        if (statuses.kind === 'unread')
            return statuses;
        const latest = (0,lib_deployment/* latestStatus */.Ux)(statuses.value);
        found.push({ sha: deployment.sha, state: latest?.state, at: latest?.createdAt ?? deployment.createdAt });
    }
    return { kind: 'read', value: settled(looking, { updatedAt: Number.NEGATIVE_INFINITY }) ? 'settled' : 'open' };
}
/** The commits of a service that are live in one environment; none when it was never deployed there, or is no longer. */
async function liveIn(home, environment, github, versions) {
    const looking = { github, versions, found: [] };
    for (let page = 1; page <= MOST_PAGES; page++) {
        const listed = await github.listDeployments(environment, page);
        if (listed.kind === 'unread')
            return { kind: 'gap', gap: deploymentsGap(home, listed) };
        const looked = await lookThrough(listed.value.items, looking);
        if (looked.kind === 'unread')
            return { kind: 'gap', gap: deploymentsGap(home, looked) };
        if (looked.value === 'settled' || !listed.value.more) {
            return { kind: 'found', value: liveCommits(looking.found, versions) };
        }
    }
    return { kind: 'gap', gap: tooManyGap(home, environment, MOST_PAGES * PAGE_LENGTH) };
}
/** The names of all environments of the newest deployments, which help with one that is misspelt or was renamed. */
async function environmentsOf(github) {
    const listed = await github.listDeployments(undefined, 1);
    return listed.kind === 'unread' ? [] : [...new Set(listed.value.items.map(({ environment }) => environment))].sort();
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/can-i-deploy/state.js







async function contractsAt(home, sha, files, patterns) {
    const problems = [];
    const paths = patterns.map((pattern) => inFolder(home, pattern));
    const { contracts } = await (0,contract_files/* readContracts */.I)(paths, files, problems);
    if (problems.length > 0)
        return { kind: 'gap', gap: fileGap(home, sha, problems) };
    return { kind: 'found', value: contracts.filter(({ consumer }) => consumer === home.service) };
}
async function descriptionAt(home, sha, files, openapi) {
    const file = inFolder(home, openapi);
    if (!(await files.exists(file))) {
        const command = `gh api 'repos/${home.repository}/contents/${home.folder}?ref=${sha}' --jq '.[].path'`;
        const where = `at the deployed commit ${sha.slice(0, 7)}`;
        return { kind: 'gap', gap: descriptionGap(home.service, file, where, command) };
    }
    const problems = [];
    const api = await (0,collect/* collect */.F)(problems, async () => (0,read/* readApi */.n)(await (0,document_open/* openDocuments */.N)(file, files)));
    return api === undefined ? { kind: 'gap', gap: fileGap(home, sha, problems) } : { kind: 'found', value: api };
}
async function versionOf(home, environment, { sha, rollout }, source, asked) {
    const version = { sha, environment, rollout };
    const files = await openCommit(home, sha, source);
    const wanted = asked.providers.has(home.service);
    if (files.kind === 'gap')
        return { ...version, contracts: files, ...(wanted && { description: files }) };
    const contracts = await contractsAt(home, sha, files.value, asked.contracts);
    if (!wanted)
        return { ...version, contracts };
    return { ...version, contracts, description: await descriptionAt(home, sha, files.value, asked.openapi) };
}
/** What is known of a service in the environments: its live versions, each with what it needs and offers at its commit. */
async function stateOf(home, source, asked) {
    const { service } = home;
    const versions = [];
    for (const environment of home.environments) {
        const live = await liveIn(home, environment, source.github, asked.versions);
        if (live.kind === 'gap')
            return { kind: 'gap', service, gap: live.gap };
        for (const commit of live.value)
            versions.push(await versionOf(home, environment, commit, source, asked));
    }
    if (versions.length > 0)
        return { kind: 'deployed', service, versions };
    return { kind: 'absent', service, elsewhere: await environmentsOf(source.github) };
}

// EXTERNAL MODULE: ../openapi/lib/change/fingerprint.js
var change_fingerprint = __webpack_require__(67770);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/can-i-deploy/told.js

/** The pairs of versions that would meet, as a comparison reports its pairs. */
const pairsOf = ({ checks }) => checks.map((check) => ({
    consumer: check.consumer,
    provider: check.provider,
    environment: check.deployed.environment,
    file: null,
    interactions: check.kind === 'fits' ? check.interactions : 0,
}));
/** One conflict as a comparison reports it; its place is null when it is about no line of this checkout. */
const told = (sides, rule, severity, message, fingerprint, contract = null) => ({ ...sides, rule, severity, message, fingerprint, accepted: false, pending: false, contract });
function unknown(sides, { code, message, command }) {
    const fingerprint = (0,change_fingerprint/* fingerprintOf */.a)([code, sides.consumer, sides.provider, sides.environment, message]);
    return told(sides, code, 'unknown', `${message} To settle it: ${command}`, fingerprint);
}
function conflictsOfCheck(service, check) {
    const { consumer, provider, deployed } = check;
    const sides = { consumer, provider, environment: deployed.environment };
    if (check.kind === 'fits')
        return [];
    if (check.kind === 'unknown')
        return [unknown(sides, check.gap)];
    return check.conflicts.map(({ rule, message, contract, description, fingerprint }) => {
        // Only this service's side is in the checkout; the other's is named by its commit.
        const ours = provider === service ? description : contract;
        const said = `${message} (${deployed.sha.slice(0, 7)})`;
        return told(sides, rule, 'error', said, fingerprint, ours === undefined ? null : { ...ours });
    });
}
/** All that keeps a candidate from being deployed, or could not be told, as a comparison reports its conflicts. */
function conflictsOf({ service, contracts }, environments, answer) {
    const environment = environments.join(', ');
    const needed = new Set(contracts.map(({ provider }) => provider));
    const sidesOf = (other) => needed.has(other)
        ? { consumer: service, provider: other, environment }
        : { consumer: other === service ? 'every consumer' : other, provider: service, environment };
    const missing = answer.kind === 'no' ? answer.missing : [];
    const open = answer.kind === 'yes' ? [] : answer.open;
    return [
        ...answer.checks.flatMap((check) => conflictsOfCheck(service, check)),
        ...missing.map(({ service: provider }) => {
            const rule = 'DEPLOY_PROVIDER_ABSENT';
            const fingerprint = (0,change_fingerprint/* fingerprintOf */.a)([rule, service, provider, environment]);
            return told(sidesOf(provider), rule, 'error', `${provider} is not deployed there`, fingerprint);
        }),
        ...open.map(({ service: other, gap }) => unknown(sidesOf(other), gap)),
    ];
}

// EXTERNAL MODULE: ../../actions/contract-test/lib/outputs.js
var outputs = __webpack_require__(53747);
// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/can-i-deploy/words.js

const MOST_REASONS = 3;
/** Every gap of an answer, each once, in the order in which they were met. */
function gapsOf(answer) {
    const open = answer.kind === 'yes' ? [] : answer.open.map(({ gap }) => gap);
    const all = [...open, ...answer.checks.flatMap((check) => (check.kind === 'unknown' ? [check.gap] : []))];
    return [...new Map(all.map((gap) => [gap.message, gap])).values()];
}
const words_versionOf = ({ deployed: { sha, environment, rollout } }) => `${sha.slice(0, 7)} in ${environment}${rollout === 'finished' ? '' : ', being rolled out'}`;
function breakReasons(service, { checks }) {
    return checks.flatMap((check) => {
        if (check.kind !== 'breaks')
            return [];
        const clauses = [...new Set(check.conflicts.map(({ message }) => message))].slice(0, MOST_REASONS).join('; ');
        const what = check.provider === service ? `it breaks ${check.consumer}` : `it needs of ${check.provider} what that does not offer`;
        return [`${what} (${words_versionOf(check)}): ${clauses}`];
    });
}
function noReasons(service, answer) {
    const missing = answer.missing.map(({ service: provider, elsewhere }) => {
        const seen = elsewhere.length === 0 ? '' : `, only to ${elsewhere.join(', ')}`;
        return `it needs ${provider}, which was not deployed there yet${seen}`;
    });
    return [...breakReasons(service, answer), ...missing].join('; and ');
}
/** The names of services that have something to do with a candidate. */
const partners = (service, { checks }, side) => [...new Set(checks.map((check) => check[side]).filter((name) => name !== service))].sort();
function yesReason(service, answer) {
    const [consumers, providers] = [partners(service, answer, 'consumer'), partners(service, answer, 'provider')];
    const parts = [
        ...(consumers.length > 0 ? [`keeps what ${consumers.join(', ')} needs of it`] : []),
        ...(providers.length > 0 ? [`needs only what ${providers.join(', ')} offers`] : []),
    ];
    const absent = answer.absent.length === 0 ? '' : ` Not deployed there: ${answer.absent.join(', ')}.`;
    return `${parts.length === 0 ? 'meets no service that it shares a contract with' : parts.join(' and ')}.${absent}`;
}
/** The answer in one sentence, with its reason. */
function headlineOf(service, environments, answer) {
    const place = environments.join(', ');
    if (answer.kind === 'yes')
        return `Yes: ${service} can be deployed to ${place}; it ${yesReason(service, answer)}`;
    if (answer.kind === 'no')
        return `No: ${service} cannot be deployed to ${place}: ${noReasons(service, answer)}.`;
    const [first, ...rest] = gapsOf(answer);
    const more = rest.length === 0 ? '' : ` And ${rest.length} more could not be told.`;
    return `Unknown whether ${service} can be deployed to ${place}: ${first?.message ?? ''} To settle it: ${first?.command ?? ''}.${more}`;
}
/** Each break on the line of a contract or description that is in the checkout, and each gap. */
function annotationsOf(service, answer) {
    const breaks = answer.checks.flatMap((check) => {
        if (check.kind !== 'breaks')
            return [];
        return check.conflicts.map(({ message, contract, description, fingerprint }) => {
            const ours = check.provider === service ? description : contract;
            const theirs = check.provider === service ? contract : description;
            const place = theirs === undefined ? '' : ` See ${theirs.file}:${theirs.line ?? 1} of ${words_versionOf(check)}.`;
            const title = `Breaks ${check.consumer} in ${check.deployed.environment}`;
            return { level: 'error', title, message: `${message}.${place} [${fingerprint}]`, ...ours };
        });
    });
    const missing = answer.kind === 'no' ? answer.missing : [];
    const gaps = gapsOf(answer).map(({ code: title, message, remedy, command }) => {
        const level = answer.kind === 'no' ? 'warning' : 'error';
        return { level, title, message: `${message} ${remedy} To settle it: ${command}` };
    });
    return [
        ...breaks,
        ...missing.map(({ service: provider }) => {
            const message = `${service} needs ${provider}, which is not deployed there. Deploy ${provider} first.`;
            return { level: 'error', title: 'DEPLOY_PROVIDER_ABSENT', message };
        }),
        ...gaps,
    ];
}
const SYMBOLS = { fits: '✅ fits', breaks: '❌ breaks', unknown: '❔ unknown' };
function reasonOf(check) {
    if (check.kind === 'fits')
        return `${check.interactions} interactions`;
    return check.kind === 'unknown' ? check.gap.message : check.conflicts.map(({ message }) => message).join('\n');
}
/** Every pair of versions that would meet, and what would settle what could not be told. */
function summaryOf(answer) {
    const rows = answer.checks.map((check) => [
        check.consumer,
        check.provider,
        words_versionOf(check),
        SYMBOLS[check.kind],
        reasonOf(check),
    ]);
    const gaps = gapsOf(answer);
    const commands = gaps.map(({ message, command }) => `# ${message}\n${command}`).join('\n\n');
    return [
        ...(rows.length === 0 ? [] : [(0,block/* table */.tp)(['consumer', 'provider', 'deployed version', '', 'why'], rows)]),
        ...(answer.absent.length === 0 ? [] : [(0,block/* paragraph */.FY)([`Not deployed there: ${answer.absent.join(', ')}.`])]),
        ...(gaps.length === 0 ? [] : [(0,block/* details */.zH)('What would settle it', [(0,block/* code */.aY)(commands, 'sh')])]),
    ];
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/can-i-deploy/can-i-deploy.js













/** Where a service keeps its description when nothing else is said. */
const DEFAULT_OPENAPI = 'openapi.yaml';
const SERVICES_AT_ONCE = 8;
const VERDICTS = { yes: 'pass', no: 'fail', unknown: 'inconclusive' };
async function headDescription(inputs, folder, { files }) {
    const file = inFolder({ folder }, inputs.openapi ?? DEFAULT_OPENAPI);
    if (await files.exists(file))
        return { kind: 'found', value: (0,read/* readApi */.n)(await (0,document_open/* openDocuments */.N)(file, files)) };
    return { kind: 'gap', gap: descriptionGap(inputs.service, file, 'in the checkout', 'git ls-files') };
}
/** What the checkout holds; all that is wrong with it, and with the inputs, is told before GitHub is asked. */
async function gatherHead(inputs, ports) {
    const problems = [];
    const homes = parseServices(inputs.services, inputs.environment, problems);
    const folder = homes.find(({ service }) => service === inputs.service)?.folder ?? '';
    const patterns = inputs.contracts.map((pattern) => inFolder({ folder }, pattern));
    const { contracts } = await (0,contract_files/* readContracts */.I)(patterns, ports.files, problems);
    const description = await (0,collect/* collect */.F)(problems, () => headDescription(inputs, folder, ports));
    const accepted = await (0,collect/* collect */.F)(problems, () => (0,accepted_file.readAccepted)(inputs.acceptedBreaks, ports.files));
    (0,failure/* failWhen */.x)(problems);
    const own = contracts.filter(({ consumer, provider }) => consumer === inputs.service && provider !== inputs.service);
    // It is there: what kept it from being read was thrown.
    const candidate = { service: inputs.service, contracts: own, description: description };
    return { candidate, homes: homes.filter(({ service }) => service !== inputs.service), accepted: accepted?.breaks ?? [] };
}
/** An Http that counts its requests. */
function counting(http) {
    let count = 0;
    const fetch = (request) => {
        count++;
        return http.fetch(request);
    };
    return { http: { fetch }, requests: () => count };
}
async function gatherStates(inputs, { candidate, homes }, open, { exec }, { repository: own = '' }) {
    const providers = new Set(candidate.contracts.map(({ provider }) => provider));
    const asked = {
        contracts: inputs.contracts,
        openapi: inputs.openapi ?? DEFAULT_OPENAPI,
        versions: inputs.liveVersions,
        providers,
    };
    return (0,concurrent/* concurrently */.r)(SERVICES_AT_ONCE, homes, (home) => {
        const ours = home.repository.toLowerCase() === own.toLowerCase();
        return stateOf(home, { github: open(home.repository), ...(ours && { exec }) }, asked);
    });
}
const can_i_deploy_quoted = (names) => `'${names.join('\n')}'`;
function decide(inputs, { candidate, accepted }, others, now) {
    const command = `slipway contract-test can-i-deploy ${can_i_deploy_quoted([inputs.service])} ${can_i_deploy_quoted(inputs.environment)}`;
    const names = inputs.consumers ?? others.map(({ service }) => service);
    const question = {
        candidate,
        others,
        allowNone: inputs.allowNone,
        listConsumers: (without) => `${command} --consumers ${can_i_deploy_quoted(names.filter((name) => name !== without))}`,
        listService: (service) => `${command} --services ${can_i_deploy_quoted([`${service}=OWNER/REPOSITORY`])}`,
        ...(inputs.consumers !== undefined && { consumers: inputs.consumers }),
    };
    const all = canDeploy({ ...question, accepted: () => false });
    const prints = all.checks.flatMap((check) => check.kind === 'breaks' ? check.conflicts.map(({ fingerprint }) => fingerprint) : []);
    const taken = (0,lib_accepted/* acceptance */.mF)(accepted, new Set(prints), now);
    return { answer: canDeploy({ ...question, accepted: taken.holds }), accepted: taken };
}
function report(inputs, { candidate }, { answer, accepted }, requests) {
    const { checks } = answer;
    const named = (kind) => [...new Set(checks.flatMap((check) => (check.kind === kind ? [check.consumer] : [])))].sort().join(',');
    return {
        verdict: VERDICTS[answer.kind],
        headline: headlineOf(inputs.service, inputs.environment, answer),
        outputs: {
            ...outputs/* NOT_OF_THIS_MODE */.t,
            answer: answer.kind,
            contracts: String(checks.length),
            interactions: String(checks.reduce((sum, check) => sum + (check.kind === 'fits' ? check.interactions : 0), 0)),
            broken: named('breaks'),
            unknown: named('unknown'),
        },
        annotations: [...annotationsOf(inputs.service, answer), ...accepted.annotations.filter(({ level }) => level === 'warning')],
        summary: summaryOf(answer),
        data: {
            answer: answer.kind,
            requests,
            pairs: pairsOf(answer),
            conflicts: conflictsOf(candidate, inputs.environment, answer),
            absent: answer.absent,
            missing: answer.kind === 'no' ? answer.missing.map(({ service }) => service) : [],
            gaps: gapsOf(answer).map(({ code, message, remedy, command }) => ({ code, message, remedy, command })),
            checks: checks.map(({ kind, consumer, provider, deployed, ...rest }) => ({
                kind,
                consumer,
                provider,
                deployed: { ...deployed },
                conflicts: 'conflicts' in rest ? rest.conflicts.map(({ message, fingerprint }) => ({ message, fingerprint })) : [],
            })),
        },
    };
}
/** Tells whether this version may join what is deployed, from GitHub's deployments and git; nothing is changed. */
async function runCanIDeploy(inputs, ports, context, connect) {
    const head = await gatherHead(inputs, ports);
    const { http, requests } = counting(ports.http);
    const open = (repository) => connect({ apiUrl: context.apiUrl, repository, token: inputs.githubToken }, { ...ports, http });
    const states = await gatherStates(inputs, head, open, ports, context);
    return report(inputs, head, decide(inputs, head, states, ports.clock.now()), requests());
}

// EXTERNAL MODULE: ../../actions/contract-test/lib/compare.js + 1 modules
var compare = __webpack_require__(10380);
// EXTERNAL MODULE: ../../actions/contract-test/lib/diff.js + 8 modules
var diff = __webpack_require__(50642);
// EXTERNAL MODULE: ../github/lib/keep-one.js
var keep_one = __webpack_require__(36338);
// EXTERNAL MODULE: ../github/lib/check-run.js
var check_run = __webpack_require__(520);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/tell/keep-newest.js

const WRITTEN = { kind: 'written' };
/** Has whichever run is not the newest say so: the own one, or those before it. */
async function settle(github, { sha, name }, own) {
    const known = await github.listCheckRuns(sha, name);
    if (known.kind === 'unread')
        return 'newest';
    const isNewest = known.value.every(({ id }) => id <= own);
    const outdated = known.value.filter(({ id }) => (isNewest ? id < own : id === own));
    // Only a title is at stake: another app's run cannot be changed, and its conclusion counts no longer anyway.
    for (const { id, externalId } of outdated)
        if (externalId !== check_run/* SUPERSEDED */.ls)
            await github.supersedeCheckRun(id);
    return isNewest ? 'newest' : 'superseded';
}
/**
 * Sees to it that one check run says this, and every older one of its name that it is superseded.
 *
 * GitHub has no conditional write for check runs and takes none away; of one name the newest counts. So whoever makes one looks
 * again afterwards, and once more after its annotations, which can only be added: of two jobs at once, whoever looks last
 * sees both, and all agree that the newest stays. Those that see a newer one in time add no annotations.
 */
async function keepNewest(github, run) {
    const known = await github.listCheckRuns(run.sha, run.name);
    const [newest] = known.kind === 'read' ? known.value : [];
    if (newest?.externalId === run.externalId) {
        await settle(github, run, newest.id);
        return WRITTEN;
    }
    // What cannot be listed may still be written; a run too many is better than none.
    const made = await github.createCheckRun(run);
    if (made.kind !== 'written' || made.id === undefined)
        return made;
    if ((await settle(github, run, made.id)) === 'superseded' || run.annotations.length === 0)
        return WRITTEN;
    const whole = await github.annotateCheckRun(made.id, run);
    await settle(github, run, made.id);
    return whole;
}

// EXTERNAL MODULE: ../runner/lib/event.js
var lib_event = __webpack_require__(77297);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/tell/occasion.js

/** Finds out what the run is about; a commit that is not known goes to `problems`. */
async function gatherOccasion(ports, context, problems) {
    const { pull_request: pull, repository } = await (0,lib_event/* readEvent */.j)(ports, context);
    // The run's own commit of a pull request is a merge that nobody pushed: a check run on it is shown nowhere.
    const sha = pull?.head?.sha ?? context.sha ?? '';
    if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha)) {
        problems.push({ code: 'COMMIT_UNKNOWN', message: 'The commit is not known.', remedy: 'Set GITHUB_SHA to its whole id.' });
    }
    if (pull?.number !== undefined)
        return { kind: 'pull-request', sha, number: pull.number, draft: pull.draft === true };
    const main = context.eventName === 'push' && context.ref === `refs/heads/${repository?.default_branch ?? 'main'}`;
    return { kind: main ? 'main' : 'other', sha };
}

// EXTERNAL MODULE: ../contract/lib/one-line.js
var one_line = __webpack_require__(38168);
;// CONCATENATED MODULE: ../github/lib/code-owners.js
/** The places where GitHub looks for the file, in its order. */
const CODE_OWNERS_FILES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];
/** A larger file is not loaded, and then nobody owns anything. */
const CODE_OWNERS_MOST_BYTES = 3 * 1024 * 1024;
const OWNER = /^(@[\w-]+(\/[\w.-]+)?|[^@\s]+@[^@\s]+\.[^@\s]+)$/;
/** The words of a line; a blank after a backslash belongs to its word, and a comment ends the line. */
function wordsOf(line) {
    const words = line.match(/(?:\\.|[^\s\\])+/g) ?? [];
    const comment = words.findIndex((word) => word.startsWith('#'));
    return comment < 0 ? words : words.slice(0, comment);
}
function tokensOf(step) {
    return (step.match(/\\.|./gs) ?? []).map((text) => {
        if (text === '*')
            return { kind: 'any' };
        return text === '?' ? { kind: 'one' } : { kind: 'letter', letter: text.at(-1) ?? '' };
    });
}
/** Goes back to the last star only, so that no pattern takes more than the product of both lengths. */
function stepMatches(tokens, text) {
    let [at, letter] = [0, 0];
    let star;
    while (letter < text.length) {
        const token = tokens[at];
        if (token?.kind === 'any') {
            star = { at: at++, letter };
        }
        else if (token?.kind === 'one' || (token?.kind === 'letter' && token.letter === text[letter])) {
            at++;
            letter++;
        }
        else {
            if (star === undefined)
                return false;
            star = { at: star.at, letter: star.letter + 1 };
            [at, letter] = [star.at + 1, star.letter];
        }
    }
    return tokens.slice(at).every(({ kind }) => kind === 'any');
}
/** The steps of a pattern from the root, where `**` stands for any number of steps. */
function stepsOf(pattern) {
    const steps = pattern.split('/').filter((step) => step !== '');
    // As in an ignore file, a slash before the end holds a pattern to the root.
    const anchored = pattern.slice(0, -1).includes('/');
    // `docs/*` is for the files of a folder and for none below it.
    const below = pattern.endsWith('/') ? ['*', '**'] : steps.length > 1 && steps.at(-1) === '*' ? [] : ['**'];
    return [...(anchored ? [] : ['**']), ...steps, ...below];
}
function patternOf(pattern) {
    const steps = stepsOf(pattern).map((step) => (step === '**' ? undefined : tokensOf(step)));
    return (path) => {
        const parts = path.split('/');
        let reached = [0];
        for (const step of steps) {
            const [first = Number.POSITIVE_INFINITY] = reached;
            reached =
                step === undefined
                    ? Array.from({ length: Math.max(0, parts.length + 1 - first) }, (_, index) => first + index)
                    : reached.filter((index) => index < parts.length && stepMatches(step, parts[index] ?? '')).map((index) => index + 1);
        }
        return reached.includes(parts.length);
    };
}
function unsupported(pattern) {
    if (pattern.startsWith('!'))
        return 'a pattern cannot be negated with "!"';
    if (/[[\]]/.test(pattern.replace(/\\./g, '')))
        return 'a pattern has no character ranges "[ ]"';
    return pattern.startsWith('\\#') ? 'a pattern cannot begin with "#"' : undefined;
}
/**
 * Reads a CODEOWNERS file.
 *
 * https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
function parseCodeOwners(text) {
    const entries = [];
    const passedOver = [];
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        const [pattern, ...owners] = wordsOf(line);
        if (pattern === undefined)
            continue;
        const stranger = owners.find((owner) => !OWNER.test(owner));
        const reason = unsupported(pattern) ?? (stranger === undefined ? undefined : `"${stranger}" is no user, team or address`);
        if (reason === undefined)
            entries.push({ matches: patternOf(pattern), owners });
        else
            passedOver.push({ line: index + 1, reason });
    }
    return { passedOver, ownersOf: (path) => entries.findLast(({ matches }) => matches(path))?.owners ?? [] };
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/tell/owners.js


const warning = (title, message, file, line) => ({
    ...{ level: 'warning', title, message, file },
    ...(line !== undefined && { line }),
});
const NOBODY = { ownersOf: () => [], annotations: [] };
/** Reads the CODEOWNERS file that GitHub would read; nobody owns anything when there is none, or it is too large. */
async function readOwners(files) {
    for (const file of CODE_OWNERS_FILES) {
        if (!(await files.exists(file)))
            continue;
        if ((await files.size(file)) > CODE_OWNERS_MOST_BYTES) {
            const message = `${file} is larger than 3 MB, so GitHub does not load it, and nobody owns anything.`;
            return { ...NOBODY, file, annotations: [warning('CODEOWNERS_TOO_LARGE', message, file)] };
        }
        const { ownersOf, passedOver } = parseCodeOwners(await files.readText(file));
        const annotations = passedOver.map(({ line, reason }) => warning('CODEOWNERS_LINE', `GitHub passes this line over: ${reason}.`, file, line));
        return { file, ownersOf: (paths) => [...new Set(paths.flatMap(ownersOf))].sort(), annotations };
    }
    return NOBODY;
}
/**
 * What GitHub alone knows of the list: which owners there are. A line that GitHub does not take has no owners.
 *
 * Where GitHub does not say, nothing is known, and what the list says stands.
 */
async function ownerAnnotations({ file, annotations }, sha, github) {
    if (file === undefined)
        return annotations;
    const errors = await github.listCodeOwnersErrors(sha);
    if (errors.kind !== 'read')
        return annotations;
    const known = new Set(annotations.map(({ line }) => line));
    const own = errors.value.filter(({ path, line }) => path === file && !known.has(line));
    const told = own.map(({ kind, message, line }) => warning('CODEOWNERS_LINE', `GitHub says "${kind}", so nobody is told by this line: ${(0,one_line/* oneLine */.T)(message)}`, file, line));
    return [...annotations, ...told];
}

// EXTERNAL MODULE: ../config/lib/config.js
var config = __webpack_require__(10403);
// EXTERNAL MODULE: ../../actions/contract-test/lib/schema.js
var schema = __webpack_require__(95970);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/tell/pair.js



const SIDES = { consumer: schema/* text */.Qq, provider: schema/* text */.Qq };
const PAIR = (0,schema/* fields */.OA)({ ...SIDES, file: { type: ['string', 'null'] }, interactions: { type: 'integer' } }, { environment: schema/* text */.Qq });
const PLACE = { type: ['object', 'null'], required: ['file'], properties: { file: schema/* text */.Qq, line: { type: 'integer' } } };
const CONFLICT = (0,schema/* fields */.OA)({
    ...{ ...SIDES, message: schema/* text */.Qq, fingerprint: schema/* text */.Qq, severity: { enum: ['error', 'warning', 'unknown'] } },
    ...{ accepted: { type: 'boolean' }, pending: { type: 'boolean' }, contract: PLACE },
}, { environment: schema/* text */.Qq });
const DATA = { ...(0,schema/* fields */.OA)({ pairs: (0,schema/* list */.p_)(PAIR), conflicts: (0,schema/* list */.p_)(CONFLICT) }), type: ['object', 'null'] };
const SCHEMA = (0,schema/* fields */.OA)({ action: { const: 'contract-test' }, verdict: schema/* text */.Qq, headline: schema/* text */.Qq, data: DATA });
/** Whether a difference stops anything. */
const isBreak = ({ severity, accepted, pending }) => severity !== 'warning' && !accepted && !pending;
/** The differences of a pair that stop it. */
const breaksOf = ({ differences }) => differences.filter(isBreak);
async function readReport(file, files) {
    const { value } = (0,config/* parseConfig */.o)(file, await files.readText(file), { schema: SCHEMA });
    const { data, verdict, headline } = value;
    // Of a step that was stopped nothing is known, and "kept" would be made up.
    if (verdict !== 'error' && data !== null)
        return data;
    const message = `The step of this report was stopped before it found anything: ${headline}`;
    throw new failure/* Failure */.H({ code: 'REPORT_EMPTY', message, remedy: 'Mend that first.', location: { file } });
}
const keyOf = ({ consumer, provider, environment }) => JSON.stringify([consumer, provider, environment]);
const unique = (differences) => [
    ...new Map(differences.map((each) => [each.fingerprint, each])).values(),
];
/**
 * Reads what was found from the reports that a path or a glob pattern names, a pair of consumer and provider at a time. Several
 * reports, such as of a comparison and of a verification, are about the same pairs together.
 *
 * @throws Failure when there is no such report, or one is of a step that was not carried out.
 */
async function readPairs(pattern, files) {
    const found = await files.glob(pattern);
    if (found.length === 0) {
        const remedy = 'Give the output "report" of a step with mode verify, compare or can-i-deploy, and run that step first.';
        throw new failure/* Failure */.H({ code: 'REPORT_MISSING', message: `There is no report ${pattern}.`, remedy });
    }
    const problems = [];
    const read = await Promise.all(found.map((file) => (0,collect/* collect */.F)(problems, () => readReport(file, files))));
    (0,failure/* failWhen */.x)(problems);
    const reports = read.filter((report) => report !== undefined);
    const pairs = reports.flatMap((report) => report.pairs);
    const differences = reports.flatMap(({ conflicts }) => conflicts);
    const names = new Map([...pairs, ...differences].map((each) => [keyOf(each), each]));
    return [...names].map(([key, { consumer, provider, environment }]) => {
        const own = (all) => all.filter((each) => keyOf(each) === key);
        const counts = reports.map((report) => own(report.pairs).reduce((sum, { interactions }) => sum + interactions, 0));
        const places = [...own(pairs).map(({ file }) => file), ...own(differences).map(({ contract }) => contract?.file ?? null)];
        return {
            consumer,
            provider,
            ...(environment !== undefined && { environment }),
            interactions: Math.max(...counts),
            files: [...new Set(places.filter((file) => file !== null))],
            differences: unique(own(differences)),
        };
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ../summary/lib/markdown.js
var markdown = __webpack_require__(34840);
// EXTERNAL MODULE: ../../actions/contract-test/lib/broker/place.js
var place = __webpack_require__(29748);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/tell/words.js





/** GitHub takes 65,536 characters: four cells of 200, each of which may be an escaped bar, leave room for so many rows. */
const MOST_ROWS = 30;
const MOST_OWNERS = 20;
const LONGEST_TEXT = 200;
/** Text of a contract on one line. In a code span nothing of it is a mention, markup or a comment. */
function words_quoted(text) {
    // A backtick or a line break of any kind ends a code span, and direction marks make text read otherwise than it is.
    const plain = text
        .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
        .replaceAll('`', "'")
        .trim();
    return { code: plain.length > LONGEST_TEXT ? `${plain.slice(0, LONGEST_TEXT)}…` : plain || ' ' };
}
const placeOf = ({ contract }) => contract === null ? '' : contract.line === undefined ? contract.file : `${contract.file}:${contract.line}`;
function breaksTable(breaks) {
    const rows = breaks
        .slice(0, MOST_ROWS)
        .map((each) => [words_quoted(each.consumer), words_quoted(each.message), words_quoted(placeOf(each)), words_quoted(each.fingerprint)]);
    const rest = breaks.length - rows.length;
    return [
        (0,block/* table */.tp)(['consumer', 'what breaks', 'contract', 'fingerprint'], rows),
        ...(rest > 0 ? [(0,block/* paragraph */.FY)([`And ${rest} more; the job summary has all of them.`])] : []),
    ];
}
const LOGIN = /^@[\w-]+(\/[\w.-]+)?$/;
/** The owners in one line; they are notified only when `mention` says so. */
function ownersLine(owners, mention) {
    if (owners.length === 0)
        return 'Nobody owns these contracts by CODEOWNERS.';
    const names = owners
        .slice(0, MOST_OWNERS)
        .map((owner) => (mention && LOGIN.test(owner) ? owner : `\`${owner.replaceAll('`', '')}\``));
    const rest = owners.length - names.length;
    return `Owners of these contracts: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
const providersOf = (pairs) => [...new Set(pairs.map(({ provider }) => provider))].sort();
const words_environmentsOf = (pairs) => [...new Set(pairs.flatMap(({ environment }) => environment ?? []))].sort();
/** What a post of ours begins with, for one set of providers, and of environments where the question was about those. */
function markerOf(pairs) {
    const names = [...providersOf(pairs), ...words_environmentsOf(pairs)];
    const key = names.map((name) => name.replace(/[^\w.]+/g, '-')).join('+');
    return `<!-- slipway:contract-test:${key}:${(0,change_fingerprint/* fingerprintOf */.a)(names)} -->`;
}
/** A comment or an issue about the breaks: who breaks, where, and who owns that. */
function postOf(pairs, owners, mention) {
    const breaks = pairs.flatMap(breaksOf);
    const marker = markerOf(pairs);
    const providers = providersOf(pairs).flatMap((name) => [words_quoted(name), ' ']);
    if (breaks.length === 0) {
        const blocks = [(0,block/* heading */.R_)(3, 'Contracts'), (0,block/* paragraph */.FY)(['✅ Every consumer contract is kept by ', ...providers])];
        return `${marker}\n${(0,markdown/* renderMarkdown */.G)(blocks)}`;
    }
    const advice = 'Agree on the change with the teams of these consumers, or keep what they read until none of them does.';
    const blocks = [(0,block/* heading */.R_)(3, 'Contracts'), (0,block/* paragraph */.FY)(['❌ Breaks consumers of ', ...providers]), ...breaksTable(breaks)];
    return `${marker}\n${(0,markdown/* renderMarkdown */.G)([...blocks, (0,block/* paragraph */.FY)([advice])])}\n\n${ownersLine(owners, mention)}\n`;
}
/** The title of an issue, without anything that GitHub would take for markup. */
const titleOf = (pairs) => `Contracts of ${providersOf(pairs)
    .map((name) => words_quoted(name).code.replace(/[@#`<>]/g, ''))
    .join(', ')} are broken`.slice(0, 200);
const isInside = ({ contract }) => contract !== null && !(0,place/* isRemote */.Vx)(contract.file) && !contract.file.startsWith('/') && !contract.file.split('/').includes('..');
/** A pair that nothing could be said of is no success, though it is no break either. */
function verdictOf({ interactions }, breaks) {
    const told = breaks.filter(({ severity }) => severity === 'error').length;
    if (told > 0)
        return { conclusion: 'failure', title: `Broken in ${told} ${told === 1 ? 'place' : 'places'}` };
    if (breaks.length > 0)
        return { conclusion: 'failure', title: 'Could not tell' };
    if (interactions === 0)
        return { conclusion: 'neutral', title: 'Nothing was compared' };
    return { conclusion: 'success', title: `Kept (${interactions} interactions)` };
}
/** One pair as a check run; it has the same id as long as it says the same. */
function checkOf(pair, sha) {
    const { consumer, provider, environment, differences } = pair;
    const breaks = breaksOf(pair);
    const { conclusion, title } = verdictOf(pair, breaks);
    const summary = (0,markdown/* renderMarkdown */.G)([
        (0,block/* paragraph */.FY)([words_quoted(consumer), ' and ', words_quoted(provider), `: ${title}.`]),
        ...(breaks.length === 0 ? [] : breaksTable(breaks)),
    ]);
    const annotations = [...differences]
        .sort((a, b) => Number(isBreak(b)) - Number(isBreak(a)))
        .filter(isInside)
        .map((each) => ({
        path: each.contract?.file ?? '',
        line: each.contract?.line ?? 1,
        level: isBreak(each) ? 'failure' : 'warning',
        title: isBreak(each) ? `Breaks ${consumer}` : `Look at ${consumer}`,
        message: `${each.message}. [${each.fingerprint}]`,
    }));
    const said = JSON.stringify([sha, conclusion, summary, annotations]);
    const externalId = (0,external_node_crypto_.createHash)('sha256').update(said).digest('hex');
    const name = `contract: ${consumer} → ${provider}${environment === undefined ? '' : ` (${environment})`}`;
    return { sha, name, conclusion, title, summary, annotations, externalId };
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/tell/tell.js









const WAYS = ['checks', 'comment', 'issue'];
const LABEL = 'contract';
const RIGHTS = {
    checks: 'checks: write',
    comment: 'pull-requests: write',
    issue: 'issues: write',
};
function inputProblems({ notify, issueRepository }, { repository }) {
    const unknown = notify.filter((way) => !WAYS.some((each) => each === way));
    const malformed = [issueRepository, repository].some((name) => name !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(name));
    const ways = `Input "notify" has ${unknown.join(', ')}; expected ${WAYS.join(', ')}.`;
    const names = 'A repository is not given as OWNER/NAME.';
    return [
        ...(unknown.length > 0 ? [{ code: 'INPUT_MALFORMED', message: ways, remedy: 'Correct it.' }] : []),
        ...(malformed || repository === undefined
            ? [{ code: 'REPOSITORY_UNKNOWN', message: names, remedy: 'Correct "issue-repository", or set GITHUB_REPOSITORY.' }]
            : []),
    ];
}
async function gather(inputs, ports, context) {
    const problems = [...inputProblems(inputs, context)];
    const pairs = await (0,collect/* collect */.F)(problems, () => readPairs(inputs.report, ports.files));
    const occasion = await gatherOccasion(ports, context, problems);
    const owners = await readOwners(ports.files);
    (0,failure/* failWhen */.x)(problems);
    const { repository = '' } = context;
    return { pairs: pairs ?? [], occasion, owners, repository, issueRepository: inputs.issueRepository ?? repository };
}
function issuesOf(github, title) {
    return {
        list: (page) => github.listIssues(LABEL, page),
        create: (body) => github.createIssue(title, body, LABEL),
        update: (id, body) => github.updateIssue(id, body),
        remove: (id) => github.closeIssue(id),
    };
}
const brokenOf = (pairs) => pairs.filter((pair) => breaksOf(pair).length > 0);
async function perform({ notify }, facts, open) {
    const { pairs, occasion, owners, repository, issueRepository } = facts;
    if (pairs.length === 0)
        return [];
    const told = [];
    const broken = brokenOf(pairs);
    const marker = markerOf(pairs);
    const names = owners.ownersOf(broken.flatMap(({ files }) => files));
    if (notify.includes('checks')) {
        for (const check of pairs.map((pair) => checkOf(pair, occasion.sha)))
            told.push({ way: 'checks', what: check.name, outcome: await keepNewest(open(repository), check) });
    }
    if (notify.includes('comment') && occasion.kind === 'pull-request') {
        const comments = (0,keep_one/* commentsOn */.Iw)(open(repository), occasion.number);
        const outcome = await (0,keep_one/* keepOne */.eW)(comments, marker, postOf(pairs, names, !occasion.draft), broken.length > 0);
        told.push({ way: 'comment', what: `comment on #${occasion.number}`, outcome });
    }
    if (notify.includes('issue') && occasion.kind === 'main') {
        const issues = issuesOf(open(issueRepository), titleOf(pairs));
        const body = postOf(pairs, names, true);
        const outcome = broken.length > 0 ? await (0,keep_one/* keepOne */.eW)(issues, marker, body, true) : await (0,keep_one/* keepNone */.CB)(issues, marker);
        told.push({ way: 'issue', what: `issue in ${issueRepository}`, outcome });
    }
    return told;
}
function annotationOf({ way, what, outcome }) {
    if (outcome.kind === 'written')
        return [];
    if (outcome.kind === 'not-permitted') {
        const message = `Not written: ${what}. This token may not. A fork's pull request has such a token; elsewhere, grant "${RIGHTS[way]}". ${outcome.reason}`;
        return [{ level: 'notice', title: 'Not told', message }];
    }
    const { code, message, remedy = '' } = outcome.problem;
    return [{ level: 'error', title: code, message: `Not written: ${what}. ${message} ${remedy}`.trim() }];
}
function tell_report({ pairs }, told, owners) {
    const broken = [...new Set(brokenOf(pairs).map(({ consumer }) => consumer))].sort();
    const failed = told.some(({ outcome }) => outcome.kind === 'failed');
    const written = told.filter(({ outcome }) => outcome.kind === 'written').length;
    const what = broken.length === 0 ? 'No consumer breaks.' : `Broken: ${broken.join(', ')}.`;
    return {
        // Breaks stay the failure of the job that found them; this verdict is only about having told them.
        verdict: failed ? 'fail' : 'pass',
        headline: `${what} ${written} of ${told.length} notices are in place.`,
        outputs: {
            ...outputs/* NOT_OF_THIS_MODE */.t,
            contracts: String(pairs.length),
            broken: broken.join(','),
        },
        annotations: [...told.flatMap(annotationOf), ...owners],
        summary: [
            (0,block/* table */.tp)(['where', 'outcome'], told.map(({ what: where, outcome }) => [{ code: where }, outcome.kind])),
        ],
        data: told.map(({ way, what: where, outcome }) => ({ way, where, outcome: outcome.kind })),
    };
}
/** Tells those whom a break concerns, from the reports of other steps; it runs none of the service's code. */
async function runTell(inputs, ports, context, connect) {
    const facts = await gather(inputs, ports, context);
    const open = (repository) => connect({ apiUrl: context.apiUrl, repository, token: inputs.githubToken }, ports);
    const told = await perform(inputs, facts, open);
    const { owners, occasion, repository } = facts;
    const asks = brokenOf(facts.pairs).length > 0;
    return tell_report(facts, told, asks ? await ownerAnnotations(owners, occasion.sha, open(repository)) : owners.annotations);
}

// EXTERNAL MODULE: ../dependency/lib/dependency.js
var dependency = __webpack_require__(2997);
// EXTERNAL MODULE: ../dependency/lib/mistakes.js
var mistakes = __webpack_require__(17529);
;// CONCATENATED MODULE: ../dependency/lib/provider.js


const PROVIDER = { schema: (0,dependency/* object */.Ik)('provider', dependency/* ENTRY */.Py) };
/** Parses the file that says how a service is started to be verified; the same problems as for dependencies. */
function parseProvider(file, text) {
    const { value, source } = (0,dependency/* parseFile */.CJ)(file, text, PROVIDER, (document) => {
        const { provider } = (document.value ?? {});
        return provider === undefined ? [] : (0,mistakes/* dependencyMistakes */.X)(provider, (...path) => document.locate(['provider', ...path]));
    });
    return (0,dependency/* dependencyOf */.bf)(value.provider, source.locate(['provider']));
}

// EXTERNAL MODULE: ../dependency/lib/check.js
var check = __webpack_require__(10762);
// EXTERNAL MODULE: ../dependency/lib/lifecycle.js + 1 modules
var lifecycle = __webpack_require__(27179);
// EXTERNAL MODULE: ../compatibility/lib/live.js + 3 modules
var live = __webpack_require__(46190);
// EXTERNAL MODULE: ../../actions/contract-test/lib/contracts.js + 4 modules
var lib_contracts = __webpack_require__(95289);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/deviations.js

const isWrong = ({ kind }) => kind === 'wrong';
/** Puts the same deviations of many answers together: one place of a description is told once. */
function described(verifications) {
    const answers = verifications.flatMap(({ contract, results }) => results.flatMap(({ subject, deviations }) => (deviations === undefined ? [] : [{ contract, subject, deviations }])));
    const seen = new Map();
    for (const { contract, subject, deviations } of answers) {
        for (const deviation of deviations) {
            const key = JSON.stringify([deviation.rule, deviation.message, deviation.description]);
            const known = seen.get(key);
            const interactions = new Set([...(known?.interactions ?? []), `${contract.consumer}: ${subject.description}`]);
            const pending = subject.pending && (known?.pending ?? true);
            seen.set(key, { deviation, interactions: [...interactions], pending });
        }
    }
    return {
        judged: answers.length,
        wrong: answers.filter(({ subject, deviations }) => !subject.pending && deviations.some(isWrong)).length,
        seen: [...seen.values()].sort((a, b) => Number(isWrong(b.deviation)) - Number(isWrong(a.deviation))),
    };
}
const stops = ({ deviation, pending }) => isWrong(deviation) && !pending;
/** One sentence on what the description said, with the numbers that tell what it was asked. */
function verdictSentence(provider, file, { judged, wrong, seen }) {
    const unjudged = seen.filter(({ deviation }) => !isWrong(deviation)).length;
    const rest = unjudged === 0 ? '' : ` ${unjudged} ${unjudged === 1 ? 'part' : 'parts'} of them could not be judged by it.`;
    if (judged === 0)
        return ` No answer was there to judge by ${file}.`;
    if (wrong === 0)
        return ` ${judged === 1 ? '1 answer is' : `${judged} answers are`} as ${file} says.${rest}`;
    const clauses = seen.filter(stops).map(({ deviation }) => deviation.message);
    const more = clauses.length > 3 ? `; and ${clauses.length - 3} more` : '';
    const told = `${clauses.slice(0, 3).join('; ')}${more}`;
    return ` ${provider} breaks its own description ${file} in ${wrong} of ${judged} answers (${told}).${rest}`;
}
/** Each deviation on the description's line, the contract's interactions in its words. */
function deviationAnnotations(provider, { seen }) {
    return seen.map((each) => {
        const { deviation, interactions, pending } = each;
        const others = interactions.length > 1 ? ` and ${interactions.length - 1} more` : '';
        const why = pending && isWrong(deviation) ? ' The interaction is pending, so it stops nothing.' : '';
        const remedy = stops(each) ? ' Correct the provider, or the description and with it what it promises.' : '';
        return {
            level: stops(each) ? 'error' : 'warning',
            title: `${isWrong(deviation) ? `${provider} breaks its description` : 'Not judged'}: ${deviation.rule}`,
            message: `${deviation.message} (seen in ${interactions[0] ?? ''}${others}).${why}${remedy}`,
            ...deviation.description,
        };
    });
}
/** The table of the deviations, below the sentence that counts what was judged. */
function deviationBlocks(file, { judged, seen }) {
    const rows = seen.map((each) => [
        stops(each) ? '❌' : isWrong(each.deviation) ? '⚠️' : '❔',
        each.deviation.message,
        each.interactions.join('\n'),
        { code: `${each.deviation.description.file}:${each.deviation.description.line ?? ''}` },
    ]);
    const count = (0,block/* paragraph */.FY)([`${judged} answers were judged by ${file}: ❌ not as it says, ⚠️ pending, ❔ not judged.`]);
    return rows.length === 0 ? [count] : [count, (0,block/* table */.tp)(['', 'what', 'seen in', 'description'], rows)];
}

// EXTERNAL MODULE: ../../actions/contract-test/lib/kept.js
var lib_kept = __webpack_require__(55421);
// EXTERNAL MODULE: ../../actions/contract-test/lib/remarks.js + 1 modules
var remarks = __webpack_require__(55902);
// EXTERNAL MODULE: ../../actions/contract-test/lib/pending.js
var pending = __webpack_require__(59514);
// EXTERNAL MODULE: ../../actions/contract-test/lib/namesakes.js
var namesakes = __webpack_require__(82777);
// EXTERNAL MODULE: ../../actions/contract-test/lib/secrets.js
var secrets = __webpack_require__(58988);
// EXTERNAL MODULE: ../../actions/contract-test/lib/strangers.js
var strangers = __webpack_require__(54982);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/subject.js

/** An interaction over HTTP as a subject. */
function subjectOf(interaction) {
    const { description, pending, states, location, locate, request } = interaction;
    const name = `${request.method} ${request.path}`;
    return { description, pending, states, location, locate, name, whole: `the answer to ${name}` };
}
/** A message as a subject. */
function messageSubject({ description, pending, states, location, locate }) {
    const name = `the message "${description}"`;
    return { description, pending, states, location, locate, name, whole: name };
}
/** A mismatch as one clause: `transaction_id is missing in the answer to POST /charge`. */
function clause({ name, whole }, { path, message }) {
    const [part, ...rest] = path;
    if (part === undefined)
        return (0,one_line/* oneLine */.T)(`${name} ${message}`);
    const parts = {
        body: rest.join('.') || 'the body',
        headers: `the header ${rest.join('.')}`,
        metadata: `the metadata ${rest.join('.')}`,
    };
    return (0,one_line/* oneLine */.T)(`${parts[part] ?? part} ${message} in ${whole}`);
}
/** The line of the contract that a mismatch is about. */
const subject_placeOf = ({ locate, location }, { path }) => path.length > 0 ? locate(path) : location;

;// CONCATENATED MODULE: ../../actions/contract-test/lib/verification-data.js


const verification_data_pairOf = ({ contract: { consumer, provider, file }, results }) => ({
    consumer,
    provider,
    file,
    interactions: results.length,
});
/** The mismatches as a comparison reports its conflicts; what the provider answered is in no fingerprint, for it may change. */
function verification_data_conflictsOf({ contract: { consumer, provider } }, { subject, mismatches }) {
    return mismatches.map((mismatch) => ({
        rule: 'provider-answer',
        severity: 'error',
        consumer,
        provider,
        interaction: subject.description,
        pending: subject.pending,
        message: clause(subject, mismatch),
        contract: { ...subject_placeOf(subject, mismatch) },
        fingerprint: (0,change_fingerprint/* fingerprintOf */.a)(['provider-answer', consumer, provider, subject.description, ...mismatch.path]),
        accepted: false,
    }));
}
const verifiedOf = ({ contract: { consumer, file }, results }) => ({
    consumer,
    file,
    interactions: results.map(({ subject, mismatches, deviations }) => ({
        description: subject.description,
        pending: subject.pending,
        mismatches: mismatches.map((each) => clause(subject, each)),
        deviations: deviations?.map(({ rule, kind, message, description }) => ({
            rule,
            kind,
            message,
            description: { ...description },
        })),
    })),
});
/** What a verification found, for whoever reads the report: by pair and conflict, as a comparison, and by interaction. */
const dataOf = (verifications) => ({
    pairs: verifications.map(verification_data_pairOf),
    conflicts: verifications.flatMap((each) => each.results.flatMap((result) => verification_data_conflictsOf(each, result))),
    verified: verifications.map(verifiedOf),
});

// EXTERNAL MODULE: ../contract/lib/generator.js
var lib_generator = __webpack_require__(60368);
// EXTERNAL MODULE: ../contract/lib/exact-json.js
var exact_json = __webpack_require__(45825);
;// CONCATENATED MODULE: ../contract/lib/value.js

/** A value as a person reads it, cut to a length that fits into a sentence. */
function shown(value) {
    const text = value instanceof exact_json/* ExactNumber */.fh ? value.text : (JSON.stringify(value) ?? 'nothing');
    return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
/** The JSON type of a value. */
function typeOf(value) {
    if (value === null)
        return 'null';
    if (value instanceof exact_json/* ExactNumber */.fh)
        return 'number';
    return Array.isArray(value) ? 'array' : typeof value;
}
/** Whether a value is a JSON object. */
function isRecord(value) {
    return typeOf(value) === 'object';
}
const exact = (value) => (typeof value === 'number' ? new exact_json/* ExactNumber */.fh(String(value)) : value);
/** Whether two JSON values are the same; numbers are the same when they stand for the same number. */
function equal(one, other) {
    const [a, b] = [exact(one), exact(other)];
    if (a instanceof exact_json/* ExactNumber */.fh && b instanceof exact_json/* ExactNumber */.fh)
        return a.equals(b);
    if (Array.isArray(a) && Array.isArray(b))
        return a.length === b.length && a.every((value, index) => equal(value, b[index]));
    if (!isRecord(a) || !isRecord(b))
        return a === b;
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]));
}

;// CONCATENATED MODULE: ../contract/lib/request.js



/** The value with what stands at the path replaced; `*` is every part. A path that leads nowhere changes nothing. */
function replaced(value, [step, ...rest], make) {
    if (step === undefined)
        return make(value);
    if (Array.isArray(value))
        return value.map((item, index) => (step === '*' || step === String(index) ? replaced(item, rest, make) : item));
    if (!isRecord(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, step === '*' || step === key ? replaced(item, rest, make) : item]));
}
class Draft {
    missing = new Set();
    #generating;
    method;
    path;
    query;
    headers;
    body;
    constructor({ method, path, headers }, body, generating) {
        this.#generating = generating;
        [this.method, this.path, this.headers, this.body] = [method, path, { ...headers }, body];
    }
    #make(generator, example) {
        const made = (0,lib_generator/* generate */.cM)(generator, example, this.#generating);
        if ('value' in made)
            return made.value;
        this.missing.add(made.missing);
        return example;
    }
    apply(generator, query) {
        const { part, tokens } = generator;
        const [name = ''] = tokens;
        if (part === 'method')
            this.method = String(this.#make(generator, this.method));
        else if (part === 'path')
            this.path = String(this.#make(generator, this.path));
        else if (part === 'body')
            this.body = replaced(this.body, tokens, (old) => this.#make(generator, old));
        else if (part === 'header') {
            const key = name.toLowerCase();
            this.headers[key] = String(this.#make(generator, this.headers[key]));
        }
        else {
            this.query ??= new URLSearchParams(query);
            const plain = name.replace(/\[\d+\]$/, '');
            this.query.set(plain, String(this.#make(generator, this.query.get(plain))));
        }
    }
}
function bodyOf({ body, bytes, generators }) {
    if (bytes !== undefined || body === undefined || !generators.some(({ part }) => part === 'body'))
        return bytes ?? body;
    const parsed = (0,exact_json/* parseExactJson */.lQ)(body);
    return 'value' in parsed ? parsed.value : body;
}
function written(body) {
    if (body === undefined || typeof body === 'string' || body instanceof Uint8Array)
        return body;
    return (0,exact_json/* writeExactJson */.DN)(body);
}
/**
 * The request of an interaction with everything generated that its generators make anew.
 *
 * @returns the request, or the names of values that no provider state gave.
 */
function generatedRequest({ request }, generating) {
    const draft = new Draft(request, bodyOf(request), generating);
    for (const generator of request.generators)
        draft.apply(generator, request.query);
    if (draft.missing.size > 0)
        return { missing: [...draft.missing] };
    const query = draft.query?.toString() ?? request.query;
    const body = written(draft.body);
    const { method, path, headers } = draft;
    return {
        request: { method, target: `${path}${query === '' ? '' : `?${query}`}`, headers, ...(body !== undefined && { body }) },
    };
}

// EXTERNAL MODULE: ../../node_modules/magic-bytes.js/dist/index.js
var dist = __webpack_require__(12507);
;// CONCATENATED MODULE: ../contract/lib/content.js

/** The media type of a content-type header, without parameters and in lower case. */
function mediaTypeOf(header) {
    return (header.split(';')[0] ?? '').trim().toLowerCase();
}
/** How a body of this type is judged. */
function formOf(mediaType) {
    if (/^multipart\//.test(mediaType))
        return 'multipart';
    if (/[/+]json([-+]|$)|^application\/(graphql|ndjson)$/.test(mediaType))
        return 'json';
    if (/[/+]xml$/.test(mediaType))
        return 'xml';
    if (mediaType === 'application/x-www-form-urlencoded')
        return 'form';
    return /^text\/|^application\/(javascript|yaml|x-yaml|sql|jwt|toml)$/.test(mediaType) ? 'text' : 'binary';
}
/** The type that the bytes themselves show. */
function detectedTypes(bytes) {
    const text = Buffer.from(bytes.subarray(0, 4096)).toString('utf8').trimStart();
    const readable = !text.includes('\uFFFD') && !text.includes('\0');
    if (readable && /^(\{|\[|"|-?\d|true\b|false\b|null\b)/.test(text)) {
        try {
            JSON.parse(Buffer.from(bytes).toString('utf8'));
            return ['application/json', 'text/plain'];
        }
        catch {
            return ['text/plain'];
        }
    }
    if (readable && /^<(!doctype html|html)\b/i.test(text))
        return ['text/html', 'text/plain'];
    if (readable && text.startsWith('<'))
        return ['application/xml', 'text/xml', 'text/plain'];
    const found = (0,dist.filetypemime)(bytes);
    return found.length > 0 ? found : [readable ? 'text/plain' : 'application/octet-stream'];
}

// EXTERNAL MODULE: ../../node_modules/semver/index.js
var semver = __webpack_require__(90084);
// EXTERNAL MODULE: ../contract/lib/pattern.js
var lib_pattern = __webpack_require__(84539);
// EXTERNAL MODULE: ../contract/lib/temporal.js
var temporal = __webpack_require__(81987);
;// CONCATENATED MODULE: ../contract/lib/matcher.js






/** The number in a text, for the parts of an answer that hold only texts: headers, forms, XML. */
function readNumber(text) {
    return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? new exact_json/* ExactNumber */.fh(text) : undefined;
}
function typeProblem(matcher, expected, actual) {
    if (typeOf(actual) !== typeOf(expected))
        return `must be of type ${typeOf(expected)}, and is ${shown(actual)}`;
    if (!Array.isArray(actual))
        return undefined;
    if (matcher.min !== undefined && actual.length < matcher.min)
        return `must hold at least ${matcher.min} items, and holds ${actual.length}`;
    if (matcher.max !== undefined && actual.length > matcher.max)
        return `must hold at most ${matcher.max} items, and holds ${actual.length}`;
    return undefined;
}
function textOf(value) {
    return typeof value === 'string' ? value : value instanceof exact_json/* ExactNumber */.fh ? value.text : JSON.stringify(value);
}
const matcher_exact = (value) => (typeof value === 'number' ? new exact_json/* ExactNumber */.fh(String(value)) : value);
const isInteger = (value) => value instanceof exact_json/* ExactNumber */.fh && value.isInteger;
const isDecimal = (value) => value instanceof exact_json/* ExactNumber */.fh && !value.isInteger;
const isFilled = (value) => value !== null && value !== '' && !equal(value, []) && !equal(value, {});
const isSemver = (value) => typeof value === 'string' && /^\d/.test(value) && (0,semver.valid)(value) !== null;
const isObjectOrArray = (value) => isRecord(value) || Array.isArray(value);
const TEMPORAL_WORDS = { date: 'a date', time: 'a time', datetime: 'a date and time' };
/** What must be true of a value that is judged whole, in words and as a test. */
function demandOf(matcher, expected) {
    switch (matcher.match) {
        case 'regex': {
            const pattern = (0,lib_pattern/* compilePattern */.E)(matcher.regex);
            return { what: `like ${matcher.regex}`, met: (value) => !isObjectOrArray(value) && pattern.test(textOf(value)) };
        }
        case 'include':
            return { what: `a text with ${shown(matcher.value)} in it`, met: (value) => textOf(value).includes(matcher.value) };
        case 'integer':
            return { what: 'a whole number', met: isInteger };
        case 'decimal':
            return { what: 'a number with a fraction', met: isDecimal };
        case 'number':
            return { what: 'a number', met: (value) => value instanceof exact_json/* ExactNumber */.fh };
        case 'boolean':
            // The specification counts the texts "true" and "false" as booleans, too.
            return { what: 'true or false', met: (value) => ['true', 'false'].includes(String(value)) };
        case 'null':
            return { what: 'null', met: (value) => value === null };
        case 'notEmpty':
            return {
                what: 'filled',
                met: (value) => isFilled(value) && (!isObjectOrArray(expected) || typeOf(value) === typeOf(expected)),
            };
        case 'semver':
            return { what: 'a semantic version', met: isSemver };
        case 'date':
        case 'time':
        case 'datetime': {
            const { match, format } = matcher;
            return {
                what: `${TEMPORAL_WORDS[match]} written as ${format}`,
                met: (value) => typeof value === 'string' && (0,temporal/* fitsTemporal */.To)(format, value),
            };
        }
        case 'contentType':
            return { what: matcher.value, met: (value) => detectedTypes(Buffer.from(textOf(value))).includes(matcher.value) };
        default:
            return { what: shown(expected), met: (value) => equal(expected, value) };
    }
}
/** What is wrong with a value by one matcher that looks at the value whole; undefined when it is right. */
function matcherProblem(matcher, expected, actual) {
    const value = matcher_exact(actual);
    if (matcher.match === 'type')
        return typeProblem(matcher, matcher_exact(expected), value);
    if (matcher.match === 'statusCode')
        return undefined;
    const { what, met } = demandOf(matcher, expected);
    return met(value) ? undefined : `must be ${what}, and is ${shown(value)}`;
}

// EXTERNAL MODULE: ../contract/lib/rules.js
var lib_rules = __webpack_require__(32218);
;// CONCATENATED MODULE: ../contract/lib/form.js



function valuesOf(text) {
    const values = new Map();
    for (const [name, value] of new URLSearchParams(text))
        values.set(name, [...(values.get(name) ?? []), value]);
    return values;
}
/** A text is all that a form, a header or an XML element holds; matchers of numbers read it first. */
function textValue({ match }, text) {
    return ['integer', 'decimal', 'number'].includes(match) ? (readNumber(text) ?? text) : text;
}
function fieldMismatches(rules, name, expected, actual) {
    const rule = (0,lib_rules/* ruleAt */.mH)(rules, [name]) ?? (0,lib_rules/* ruleAt */.mH)(rules, [name, '0']);
    const path = [name];
    if (rule === undefined) {
        const same = expected.length === actual.length && expected.every((value, index) => value === actual[index]);
        return same ? [] : [{ path, message: `must be ${shown(expected.join(', '))}, and is ${shown(actual.join(', '))}` }];
    }
    return actual.flatMap((value, index) => rule.matchers.flatMap((matcher) => {
        const problem = matcherProblem(matcher, expected[index] ?? expected[0] ?? '', textValue(matcher, value));
        return problem === undefined ? [] : [{ path, message: problem }];
    }));
}
/** Matches a form (`application/x-www-form-urlencoded`): the same fields, in any order, each with its values in theirs. */
function matchForm(rules, expected, actual) {
    const [wanted, given] = [valuesOf(expected), valuesOf(actual)];
    const missing = [...wanted.keys()].filter((name) => !given.has(name)).map((name) => ({ path: [name], message: 'is missing' }));
    const added = [...given.keys()]
        .filter((name) => !wanted.has(name))
        .map((name) => ({ path: [name], message: 'is a field that the contract does not know' }));
    const found = [...wanted].flatMap(([name, values]) => {
        const actualValues = given.get(name);
        return actualValues === undefined ? [] : fieldMismatches(rules, name, values, actualValues);
    });
    return [...missing, ...added, ...found];
}

;// CONCATENATED MODULE: ../contract/lib/match.js



function objectMismatches(rules, path, expected, actual) {
    if (!isRecord(actual))
        return [{ path, message: `must be an object, and is ${shown(actual)}` }];
    return Object.entries(expected).flatMap(([key, value]) => Object.hasOwn(actual, key)
        ? matchValue(rules, [...path, key], value, actual[key])
        : [{ path: [...path, key], message: 'is missing' }]);
}
/** Every item as the example's item at its place; what is beyond the example, as its first one. */
function itemMismatches(rules, path, expected, actual) {
    if (!Array.isArray(actual))
        return [{ path, message: `must be an array, and is ${shown(actual)}` }];
    if (expected.length === 0)
        return [];
    return actual.flatMap((item, index) => matchValue(rules, [...path, String(index)], index < expected.length ? expected[index] : expected[0], item));
}
/** The parts of a value, where a rule on the value leaves them to rules of their own. */
function partMismatches(rules, path, expected, actual) {
    if (Array.isArray(expected))
        return itemMismatches(rules, path, expected, actual);
    return isRecord(expected) ? objectMismatches(rules, path, expected, actual) : [];
}
/** Without any rule: objects hold at least what the example holds, arrays as many items, and all else is equal. */
function plainMismatches(rules, path, expected, actual) {
    if (Array.isArray(expected) && Array.isArray(actual) && actual.length !== expected.length)
        return [{ path, message: `must hold ${expected.length} items, and holds ${actual.length}` }];
    if (Array.isArray(expected) || isRecord(expected))
        return partMismatches(rules, path, expected, actual);
    return equal(expected, actual) ? [] : [{ path, message: `must be ${shown(expected)}, and is ${shown(actual)}` }];
}
/** Any key will do; each value is as the example's value under that key, or as its first one. */
function valuesMismatches(rules, path, expected, actual) {
    if (Array.isArray(expected))
        return itemMismatches(rules, path, expected, actual);
    if (!isRecord(expected) || !isRecord(actual))
        return [{ path, message: `must be an object, and is ${shown(actual)}` }];
    const [first] = Object.values(expected);
    if (first === undefined)
        return [];
    return Object.entries(actual).flatMap(([key, value]) => matchValue(rules, [...path, key], Object.hasOwn(expected, key) ? expected[key] : first, value));
}
/** The matchers hold for every value: they are rules on all that is directly below. */
function eachValueMismatches(rules, path, matchers, expected, actual) {
    const below = { tokens: [...path, '*'], combine: 'AND', matchers };
    return valuesMismatches([...rules, below], path, expected, actual);
}
/** Each key is judged; of the values under keys that the example has too, only whether they can have parts at all. */
function eachKeyMismatches(path, matchers, expected, actual) {
    if (!isRecord(actual))
        return [{ path, message: `must be an object, and is ${shown(actual)}` }];
    const examples = isRecord(expected) ? expected : {};
    const [example = ''] = Object.keys(examples);
    return Object.entries(actual).flatMap(([key, value]) => {
        const [wanted, given] = [typeOf(examples[key]), typeOf(value)];
        const apart = Object.hasOwn(examples, key) && wanted !== given && [wanted, given].some((type) => /^(object|array)$/.test(type));
        const problems = matchers.map((matcher) => matcherProblem(matcher, example, key)).filter((problem) => problem !== undefined);
        return [
            ...problems.map((problem) => ({ path: [...path, key], message: `is a key that ${problem}` })),
            ...(apart ? [{ path: [...path, key], message: `must be of type ${wanted}, and is ${shown(value)}` }] : []),
        ];
    });
}
/** Somewhere in the array there must be an item like each variant; of one that is nowhere, the nearest miss is told. */
function variantMismatches(path, variants, expected, actual) {
    if (!Array.isArray(actual))
        return [{ path, message: `must be an array, and is ${shown(actual)}` }];
    return variants.flatMap(({ index, rules }) => {
        const example = Array.isArray(expected) ? expected[index] : undefined;
        const misses = actual.map((item) => matchValue(rules, [], example, item));
        if (misses.some((miss) => miss.length === 0))
            return [];
        const [nearest] = misses.toSorted((a, b) => a.length - b.length);
        const why = nearest?.map((miss) => `${miss.path.join('.') || 'it'} ${miss.message}`).join(', ');
        const message = `must hold an item like ${shown(example)}, and ${why === undefined ? 'is empty' : `of the nearest ${why}`}`;
        return [{ path: [...path, String(index)], message }];
    });
}
function matcherMismatches(matcher, rules, path, expected, actual) {
    switch (matcher.match) {
        case 'values':
            return valuesMismatches(rules, path, expected, actual);
        case 'eachValue':
            return eachValueMismatches(rules, path, matcher.matchers, expected, actual);
        case 'eachKey':
            return eachKeyMismatches(path, matcher.matchers, expected, actual);
        case 'arrayContains':
            return variantMismatches(path, matcher.variants, expected, actual);
        default: {
            const problem = matcherProblem(matcher, expected, actual);
            if (problem !== undefined)
                return [{ path, message: problem }];
            return matcher.match === 'type' || matcher.match === 'notEmpty' ? partMismatches(rules, path, expected, actual) : [];
        }
    }
}
function matchValue(rules, path, expected, actual) {
    const rule = (0,lib_rules/* ruleAt */.mH)(rules, path);
    if (rule === undefined)
        return plainMismatches(rules, path, expected, actual);
    const found = rule.matchers.map((matcher) => matcherMismatches(matcher, rules, path, expected, actual));
    if (rule.combine === 'OR' && found.some((each) => each.length === 0))
        return [];
    return found.flat();
}
/**
 * Matches an answer's JSON body with a contract's example under its rules.
 *
 * Postel's law, as in Pact: the answer may hold more than the example; what the example holds must be there.
 *
 * @param expected the example; numbers as `ExactNumber`, or as JavaScript has them.
 * @param actual the value, with its numbers as `parseExactJson` reads them.
 */
function matchBody(rules, expected, actual) {
    return matchValue(rules, [], expected, actual);
}

;// CONCATENATED MODULE: ../contract/lib/match-xml.js




const below = ({ names, numbered }, ...steps) => ({
    names: [...names, ...steps],
    numbered: [...numbered, ...steps],
});
const nth = ({ names, numbered }, index) => ({ names, numbered: [...numbered, String(index)] });
const ruleOf = (rules, { names, numbered }) => (0,lib_rules/* ruleAt */.mH)(rules, numbered) ?? (0,lib_rules/* ruleAt */.mH)(rules, names);
function textMismatches(rules, place, expected, actual) {
    const rule = ruleOf(rules, place);
    const path = place.names;
    if (rule === undefined)
        return expected === actual ? [] : [{ path, message: `must be ${shown(expected)}, and is ${shown(actual)}` }];
    return rule.matchers.flatMap((matcher) => {
        const problem = matcherProblem(matcher, expected, textValue(matcher, actual));
        return problem === undefined ? [] : [{ path, message: problem }];
    });
}
function attributeMismatches(rules, place, expected, actual) {
    return [...expected.attributes].flatMap(([name, value]) => {
        const given = actual.attributes.get(name);
        const at = below(place, `@${name}`);
        return given === undefined ? [{ path: at.names, message: 'is missing' }] : textMismatches(rules, at, value, given);
    });
}
function countProblem(rule, expected, actual) {
    const sized = rule?.matchers.find((matcher) => matcher.match === 'type');
    const [min, max] = [sized?.min ?? (sized === undefined ? expected : 1), sized?.max];
    if (actual === 0 && min > 0)
        return 'is missing';
    if (actual < min)
        return `must be there at least ${min} times, and is there ${actual} times`;
    return max !== undefined && actual > max ? `must be there at most ${max} times, and is there ${actual} times` : undefined;
}
/** The children of one name: each as the example's at its place, and what is beyond those as the first when a rule allows more. */
function groupMismatches(rules, place, expected, actual) {
    const rule = ruleOf(rules, place);
    const problem = countProblem(rule, expected.length, actual.length);
    if (problem !== undefined)
        return [{ path: place.names, message: problem }];
    const judged = rule === undefined ? actual.slice(0, expected.length) : actual;
    return judged.flatMap((element, index) => {
        const example = expected[index] ?? expected[0];
        return example === undefined ? [] : elementMismatches(rules, nth(place, index), example, element);
    });
}
function childMismatches(rules, place, expected, actual) {
    return [...Map.groupBy(expected.children, ({ identity }) => identity)].flatMap(([identity, wanted]) => {
        const given = actual.children.filter((child) => child.identity === identity);
        return groupMismatches(rules, below(place, wanted[0]?.name ?? ''), wanted, given);
    });
}
function elementMismatches(rules, place, expected, actual) {
    // An element that holds elements may be written with white space between them; only a leaf's text, or a mixture's, counts.
    const text = textMismatches(rules, below(place, '#text'), expected.text, actual.text);
    return [...attributeMismatches(rules, place, expected, actual), ...text, ...childMismatches(rules, place, expected, actual)];
}
/**
 * Matches an XML document with a contract's example under its rules.
 *
 * Names are compared by their namespace, whatever the prefix; children in any order; more of them may be there than the
 * example has. Rules name elements, `['@attribute']` and `['#text']`.
 */
function matchXml(rules, expected, actual) {
    if (expected.identity !== actual.identity)
        return [{ path: [expected.name], message: `must be the root element, and the root is ${actual.name}` }];
    return elementMismatches(rules, { names: [expected.name], numbered: [expected.name] }, expected, actual);
}

// EXTERNAL MODULE: ../../node_modules/fast-xml-parser/src/xmlparser/XMLParser.js + 23 modules
var XMLParser = __webpack_require__(82019);
// EXTERNAL MODULE: ../../node_modules/fast-xml-parser/src/fxp.js
var fxp = __webpack_require__(71884);
;// CONCATENATED MODULE: ../contract/lib/xml.js

const ATTRIBUTES = ':@';
const TEXT = '#text';
const parser = new XMLParser/* default */.A({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    cdataPropName: '#cdata',
    processEntities: true,
});
function scopeOf(attributes, outer) {
    const own = [...attributes].flatMap(([name, value]) => name === 'xmlns' ? [['', value]] : name.startsWith('xmlns:') ? [[name.slice(6), value]] : []);
    return own.length === 0 ? outer : new Map([...outer, ...own]);
}
function identityOf(name, scope) {
    const [first = '', ...rest] = name.split(':');
    const [prefix, local] = rest.length === 0 ? ['', first] : [first, rest.join(':')];
    return `{${scope.get(prefix) ?? prefix}}${local}`;
}
const textIn = (node) => {
    if (TEXT in node)
        return String(node[TEXT]);
    const cdata = node['#cdata'];
    return cdata === undefined ? '' : cdata.map(textIn).join('');
};
function elementOf(node, outer) {
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES && !key.startsWith('#') && !key.startsWith('?'));
    if (name === undefined)
        return undefined;
    const attributes = new Map(Object.entries((node[ATTRIBUTES] ?? {})));
    const scope = scopeOf(attributes, outer);
    const content = node[name];
    return {
        name,
        identity: identityOf(name, scope),
        attributes: new Map([...attributes].filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))),
        children: content.map((each) => elementOf(each, scope)).filter((each) => each !== undefined),
        text: content.map(textIn).join('').trim(),
    };
}
/** The root element of an XML text; undefined when it is not well formed. */
function parseXml(text) {
    if (fxp/* XMLValidator */.iI.validate(text) !== true)
        return undefined;
    const nodes = parser.parse(text);
    return nodes.map((node) => elementOf(node, new Map())).find((element) => element !== undefined);
}

;// CONCATENATED MODULE: ../contract/lib/body.js









const whole = (message) => [{ path: [], message }];
/** The text of bytes in the charset that a content type names; undefined when they are none in it, or it is unknown. */
function body_textOf({ bytes, type = '' }) {
    const [, charset = 'utf-8'] = /;\s*charset="?([\w-]+)/i.exec(type) ?? [];
    try {
        return new TextDecoder(charset, { fatal: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
function jsonMismatches(rules, { value, bytes }, text) {
    const actual = (0,exact_json/* parseExactJson */.lQ)(text);
    if ('problem' in actual)
        return whole(`must be ${actual.problem}, and is ${shown(text)}`);
    const expected = bytes === undefined ? { value } : (0,exact_json/* parseExactJson */.lQ)(Buffer.from(bytes).toString('utf8'));
    return 'problem' in expected
        ? whole(`cannot be compared: the example is not ${expected.problem}`)
        : matchBody(rules, expected.value, actual.value);
}
function xmlMismatches(rules, { value }, text) {
    const [expected, actual] = [parseXml(String(value)), parseXml(text)];
    if (expected === undefined)
        return whole('cannot be compared: the example is not XML');
    return actual === undefined ? whole(`must be XML, and is ${shown(text)}`) : matchXml(rules, expected, actual);
}
/** A body that has no parts: by the rules on all of it, or to the letter. */
function wholeMismatches(rules, expected, actual, same) {
    const rule = (0,lib_rules/* ruleAt */.mH)(rules, []);
    if (rule === undefined)
        return same ? [] : whole('is another text');
    const problems = rule.matchers.map((matcher) => matcherProblem(matcher, expected, actual)).filter((each) => each !== undefined);
    if (actual === '' && expected !== '' && problems.length === 0)
        return whole('is empty');
    return problems.flatMap(whole);
}
function byteMismatches(rules, { value, bytes }, actual) {
    const expected = bytes ?? Buffer.from(String(value));
    const same = Buffer.from(expected).equals(actual);
    const text = (each) => Buffer.from(each).toString('latin1');
    return wholeMismatches(rules, text(expected), text(actual), same).map((found) => found.message === 'is another text'
        ? { ...found, message: `must be the same ${expected.length} bytes, and is ${actual.length} others` }
        : found);
}
function kindMismatches(wanted, bytes) {
    const found = detectedTypes(bytes);
    return found.includes(wanted) ? [] : whole(`must be ${wanted}, and is ${found[0] ?? 'of no known type'}`);
}
/**
 * Matches a body with what a contract says that it must be: JSON, XML, a form, text or bytes, by its content type.
 *
 * @returns mismatches whose paths begin at the body.
 */
function matchContent(rules, expected, actual) {
    if (expected.value === undefined)
        return [];
    if (expected.value === null && expected.bytes === undefined)
        return actual.bytes.length === 0
            ? []
            : whole(`must be empty, and is ${shown(body_textOf(actual) ?? `${actual.bytes.length} bytes`)}`);
    const [wanted, given] = [expected.type, actual.type ?? expected.type].map(mediaTypeOf);
    const kind = (0,lib_rules/* ruleAt */.mH)(rules, [])?.matchers.find((matcher) => matcher.match === 'contentType');
    // It asks what the bytes are, whatever they are called.
    if (kind !== undefined)
        return kindMismatches(kind.value, actual.bytes);
    const form = formOf(wanted);
    if (form !== formOf(given))
        return whole(`must be of the type ${expected.type}, and is of the type ${actual.type ?? 'nothing'}`);
    if (form === 'binary' || form === 'multipart')
        return byteMismatches(rules, expected, actual.bytes);
    const text = body_textOf(actual);
    if (text === undefined)
        return whole(`is not text in the charset of its type, ${actual.type ?? expected.type}`);
    if (form === 'json')
        return jsonMismatches(rules, expected, text);
    if (form === 'xml')
        return xmlMismatches(rules, expected, text);
    if (form === 'form')
        return matchForm(rules, String(expected.value), text);
    return wholeMismatches(rules, expected.value, text, text === expected.value);
}

;// CONCATENATED MODULE: ../contract/lib/response.js




function statusFits(expected, actual) {
    const [matcher] = expected.rules.status.flatMap(({ matchers }) => matchers);
    if (matcher === undefined)
        return actual === expected.status;
    if (matcher.match !== 'statusCode')
        return matcherProblem(matcher, expected.status, actual) === undefined;
    if (typeof matcher.status !== 'string')
        return matcher.status.includes(actual);
    const [from, to] = lib_rules/* STATUS_CLASSES */.YZ[matcher.status] ?? [expected.status, expected.status];
    return actual >= from && actual <= to;
}
const spaced = (value) => value.replace(/\s*,\s*/g, ',');
/** A content type without parameters is met by the same type with parameters, such as a charset; case does not count. */
function headerFits(name, expected, actual) {
    if (name !== 'content-type')
        return spaced(actual) === spaced(expected);
    const [wanted, given] = [expected, actual].map((type) => type.toLowerCase().replace(/\s*;\s*/g, ';'));
    return given === wanted || (!wanted.includes(';') && given.split(';')[0] === wanted);
}
function headerMismatches(response, headers) {
    return Object.entries(response.headers).flatMap(([name, expected]) => {
        const actual = headers[name];
        const path = ['headers', name];
        if (actual === undefined)
            return [{ path, message: 'is missing' }];
        const rule = (0,lib_rules/* ruleAt */.mH)(response.rules.header, [name]);
        if (rule === undefined)
            return headerFits(name, expected, actual)
                ? []
                : [{ path, message: `must be ${JSON.stringify(expected)}, and is ${JSON.stringify(actual)}` }];
        return rule.matchers.flatMap((matcher) => {
            const problem = matcherProblem(matcher, expected, textValue(matcher, actual));
            return problem === undefined ? [] : [{ path, message: problem }];
        });
    });
}
/** The type that the expected body has: as the contract states it, else what its value shows. */
function expectedBody({ headers, contentType, body, exact, bytes }) {
    const shows = typeof body === 'string' ? (/^\s*</.test(body) ? 'application/xml' : 'text/plain') : 'application/json';
    return { value: exact ?? body, type: contentType ?? headers['content-type'] ?? shows, ...(bytes !== undefined && { bytes }) };
}
/** Everything in an answer that is not as the interaction says: status, headers, body. */
function matchResponse({ response }, actual) {
    const status = statusFits(response, actual.status)
        ? []
        : [{ path: ['status'], message: `must be ${response.status}, and is ${actual.status}` }];
    const type = actual.headers['content-type'];
    const body = matchContent(response.rules.body, expectedBody(response), {
        bytes: actual.body,
        ...(type !== undefined && { type }),
    });
    const inBody = body.map(({ path, message }) => ({ path: ['body', ...path], message }));
    return [...status, ...headerMismatches(response, actual.headers), ...inBody];
}

;// CONCATENATED MODULE: ../contract/lib/match-message.js





function metadataMismatches({ metadata, rules }, actual) {
    return Object.entries(metadata).flatMap(([name, expected]) => {
        const path = ['metadata', name];
        // Judged with the body, whose type it is.
        if (/^content-?type$/i.test(name))
            return [];
        if (!Object.hasOwn(actual, name))
            return [{ path, message: 'is missing' }];
        const rule = (0,lib_rules/* ruleAt */.mH)(rules.metadata, [name.toLowerCase()]) ?? (0,lib_rules/* ruleAt */.mH)(rules.metadata, [name]);
        if (rule === undefined)
            return equal(expected, actual[name])
                ? []
                : [{ path, message: `must be ${shown(expected)}, and is ${shown(actual[name])}` }];
        return rule.matchers.flatMap((matcher) => {
            const problem = matcherProblem(matcher, expected, actual[name]);
            return problem === undefined ? [] : [{ path, message: problem }];
        });
    });
}
/** Everything in a message that is not as the contract says: metadata and contents. */
function matchMessage(message, actual) {
    const told = actual.metadata['contentType'] ?? actual.metadata['content-type'] ?? actual.type;
    const type = told === undefined ? undefined : String(told);
    const typeWrong = type !== undefined && mediaTypeOf(type) !== mediaTypeOf(message.body.type)
        ? [{ path: ['metadata', 'contentType'], message: `must be ${message.body.type}, and is ${type}` }]
        : [];
    const body = matchContent(message.rules.body, message.body, { bytes: actual.bytes, ...(type !== undefined && { type }) });
    const inBody = body.map(({ path, message: words }) => ({ path: ['body', ...path], message: words }));
    return [...typeWrong, ...metadataMismatches(message, actual.metadata), ...inBody];
}

// EXTERNAL MODULE: ../config/lib/nearest.js
var nearest = __webpack_require__(63011);
// EXTERNAL MODULE: ../../actions/contract-test/lib/answer-body.js
var answer_body = __webpack_require__(37308);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/content-encoding.js


/** The encodings of RFC 9110, 8.4.1, and Brotli, by their names in `content-encoding`. */
const DECODERS = {
    gzip: external_node_zlib_.gunzipSync,
    'x-gzip': external_node_zlib_.gunzipSync,
    deflate: external_node_zlib_.inflateSync,
    br: external_node_zlib_.brotliDecompressSync,
};
/**
 * A body as it was before it was compressed for its way; of an encoding that is not known, as it came.
 *
 * @throws Failure when it is not what its header says, or would be longer than `maxBytes`.
 */
function decodedBody(bytes, encoding, maxBytes) {
    const decode = DECODERS[(encoding ?? '').trim().toLowerCase()];
    if (decode === undefined || bytes.length === 0)
        return bytes;
    try {
        return decode(bytes, { maxOutputLength: maxBytes });
    }
    catch (cause) {
        const message = `the answer cannot be unpacked as "${encoding}", or is longer than ${maxBytes / 1024 / 1024} MiB then`;
        throw new failure/* Failure */.H({ code: 'ANSWER_ENCODING', message }, { cause });
    }
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/send.js



/** Sends one request to the provider or what stands beside it; the time that it may take is that of the whole answer. */
async function send(request, { timeoutMs }, { http, cancelled }) {
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
        const response = await http.fetch({ ...request, timeoutMs, signal: AbortSignal.any([cancelled, timeout]) });
        const body = decodedBody(await (0,answer_body/* readBody */.x)(response), response.headers['content-encoding'], answer_body/* BODY_MAX_BYTES */.c);
        return { status: response.status, headers: response.headers, body };
    }
    catch (cause) {
        // Both clocks run out at once, and whichever is first, it is no cancellation.
        if (cause instanceof failure/* Failure */.H || cancelled.aborted || !timeout.aborted)
            throw cause;
        const message = `${new URL(request.url).origin} did not answer within ${timeoutMs} ms.`;
        throw new failure/* Failure */.H({ code: 'HTTP_TIMEOUT', message, remedy: 'Check that it is up, or raise "request-timeout".' }, { cause });
    }
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/provider-state.js


function valuesIn(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
    }
    catch {
        // An answer in words says that it is done.
        return {};
    }
}
const request = (url, state, params, what) => ({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ state, params, action: what }),
});
/** Brings the provider into each state, one after the other; what a state's answer gives is there for the request. */
async function setUpStates(states, target, ports) {
    let values = {};
    for (const { name, params } of states) {
        if (target.stateUrl === undefined)
            return { kind: 'refused', state: name, why: `needs the provider state "${name}", and no "state-url" is given` };
        const { status, body } = await send(request(target.stateUrl, name, params, 'setup'), target, ports);
        if (status >= 300)
            return {
                kind: 'refused',
                state: name,
                why: `needs the provider state "${name}", which the state-url answered with ${status}`,
            };
        const given = valuesIn(Buffer.from(body).toString('utf8'));
        (0,secrets/* maskValues */.Z$)(given, target.openNames, ports.log);
        values = { ...values, ...params, ...given };
    }
    return { kind: 'ready', values };
}
/** Undoes the states, last one first, where the provider asks for it; what that came to changes no verdict, and is logged. */
async function tearDownStates(states, target, ports) {
    if (target.stateUrl === undefined || !target.stateTeardown)
        return;
    for (const { name, params } of states.toReversed()) {
        const told = await send(request(target.stateUrl, name, params, 'teardown'), target, ports).then(({ status }) => (status >= 300 ? `status ${status}` : undefined), (error) => String(error));
        if (told !== undefined)
            ports.log.info(`The provider state "${name}" was not torn down: ${told}.`);
    }
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/verification.js






const broke = (message) => [{ path: [], message }];
async function replay(interaction, values, { target, ports, judge }) {
    // The description is the seed, so that a run that failed can be run again with the same values.
    const random = (0,lib_generator/* seededRandom */.Is)(interaction.description);
    const generated = generatedRequest(interaction, { states: values, nowMs: ports.clock.now(), random, url: target.url });
    if ('missing' in generated)
        return { mismatches: broke(`needs ${generated.missing.join(', ')} from its provider states, which gave no such value`) };
    const { method, target: path, headers, body } = generated.request;
    const request = { method: method, url: `${target.url}${path}`, headers, ...(body !== undefined && { body }) };
    const answer = await send(request, target, ports);
    const deviations = judge?.({ ...answer, method, path: path.replace(/\?.*$/s, '') });
    return { mismatches: matchResponse(interaction, answer), ...(deviations !== undefined && { deviations }) };
}
function metadataOf(headers) {
    const encoded = headers['pact-message-metadata'];
    if (encoded === undefined)
        return {};
    try {
        return JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
    }
    catch (cause) {
        const message = 'the header pact-message-metadata is not JSON in base64';
        throw new failure/* Failure */.H({ code: 'MESSAGE_METADATA', message }, { cause });
    }
}
/** Asks the provider for the message that it would send. */
async function fetchMessage(message, target, ports) {
    if (target.messageUrl === undefined)
        return broke('can only be asked for where a "message-url" is given');
    const { description, states, request } = message;
    const asked = { description, providerStates: states, ...(request !== undefined && { request }) };
    const headers = { 'content-type': 'application/json' };
    const answer = await send({ method: 'POST', url: target.messageUrl, headers, body: JSON.stringify(asked) }, target, ports);
    if (answer.status >= 300)
        return broke(`could not be had: the message-url answered with ${answer.status}`);
    const type = answer.headers['content-type'];
    return matchMessage(message, { bytes: answer.body, metadata: metadataOf(answer.headers), ...(type !== undefined && { type }) });
}
async function verifyOne(subject, check, target, ports) {
    try {
        const states = await setUpStates(subject.states, target, ports);
        if (states.kind === 'refused')
            return { subject, mismatches: broke(states.why), refused: states.state };
        try {
            return { subject, ...(await check(states.values)) };
        }
        finally {
            await tearDownStates(subject.states, target, ports);
        }
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H) || ports.cancelled.aborted)
            throw error;
        return { subject, mismatches: broke(`got no answer: ${error.problems[0]?.message ?? error.message}`) };
    }
}
/** Replays everything in every contract, one after the other: a provider's states are its own. */
async function verify(contracts, target, ports, judge) {
    const verifications = [];
    const replaying = { target, ports, judge };
    for (const contract of contracts) {
        const results = [];
        for (const each of contract.interactions)
            results.push(await verifyOne(subjectOf(each), (values) => replay(each, values, replaying), target, ports));
        for (const each of contract.messages) {
            const ask = async () => ({ mismatches: await fetchMessage(each, target, ports) });
            results.push(await verifyOne(messageSubject(each), ask, target, ports));
        }
        verifications.push({ contract, results });
    }
    return withHints(verifications);
}
/** Names, beside a state that the provider refused, the one of those it knows that is spelt most alike. */
function withHints(verifications) {
    const all = verifications.flatMap(({ results }) => results);
    const refused = new Set(all.flatMap((each) => each.refused ?? []));
    const known = all.flatMap((each) => (each.refused === undefined ? each.subject.states.map(({ name }) => name) : []));
    const accepted = [...new Set(known)].filter((name) => !refused.has(name));
    const hinted = (each) => {
        const guess = each.refused === undefined ? undefined : (0,nearest/* nearest */.p)(each.refused, accepted);
        if (guess === undefined)
            return each;
        return { ...each, mismatches: each.mismatches.map((one) => ({ ...one, message: `${one.message}; it knows "${guess}"` })) };
    };
    return verifications.map(({ contract, results }) => ({ contract, results: results.map(hinted) }));
}
/** What breaks a contract: what is pending is not agreed yet, so its mismatches are told and stop nothing. */
function breaking({ results }) {
    return results.filter(({ subject, mismatches }) => mismatches.length > 0 && !subject.pending);
}
/** The contracts with at least one interaction or message that the provider does not keep. */
function broken(verifications) {
    return verifications.filter((each) => breaking(each).length > 0);
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/verify.js



















const DEFAULT_PROVIDER_FILE = '.slipway/provider.yml';
function addressProblems(inputs) {
    const given = Object.entries({ url: inputs.url, 'state-url': inputs.stateUrl, 'message-url': inputs.messageUrl });
    return given.flatMap(([name, value]) => {
        if (value === undefined || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)))
            return [];
        const message = `Input "${name}" is "${value}"; expected a web address with its scheme.`;
        return [{ code: 'INPUT_MALFORMED', message, remedy: 'Write it like http://127.0.0.1:8080.' }];
    });
}
async function readProvider(inputs, ports) {
    const file = inputs.providerFile ?? DEFAULT_PROVIDER_FILE;
    if (!(await ports.files.exists(file))) {
        const message = `There is no file ${file}, which says how the provider is started.`;
        const remedy = 'Add it, or give "url" when the provider runs already.';
        throw new failure/* Failure */.H({ code: 'PROVIDER_FILE_MISSING', message, remedy });
    }
    const provider = parseProvider(file, await ports.files.readText(file));
    const problems = [...(await (0,check/* dependencyProblems */.WG)([provider], '.', ports))];
    if (provider.ready.http === undefined) {
        const message = 'The provider file must tell readiness by http, for that is also its address.';
        const remedy = 'Say under "ready" which address answers: http: http://127.0.0.1:8080/readyz';
        problems.push({ code: 'PROVIDER_ADDRESS', message, remedy, location: provider.location });
    }
    (0,failure/* failWhen */.x)(problems);
    return provider;
}
async function verify_gather(inputs, ports, context) {
    const problems = [...addressProblems(inputs)];
    const contracts = await (0,lib_contracts/* gatherContracts */.F)(inputs, [inputs.provider], ports, context, problems);
    const isJudged = (name) => name === inputs.provider;
    problems.push(...(0,strangers/* strangers */.o)(contracts, isJudged, `not "${inputs.provider}"`, () => 'Correct input "provider"'));
    (0,secrets/* maskSecrets */.QU)(contracts, ports.log);
    const start = inputs.url === undefined && (contracts.length > 0 || problems.length > 0);
    const provider = start ? await (0,collect/* collect */.F)(problems, () => readProvider(inputs, ports)) : undefined;
    const { openapi } = inputs;
    const open = async (file) => (0,read/* readApi */.n)(await (0,document_open/* openDocuments */.N)(file, ports.files));
    const api = openapi === undefined ? undefined : await (0,collect/* collect */.F)(problems, () => open(openapi));
    const accepted = await (0,collect/* collect */.F)(problems, () => (0,accepted_file.readAccepted)(inputs.acceptedBreaks, ports.files));
    (0,failure/* failWhen */.x)(problems);
    const termed = (0,pending/* withTerms */.y)(contracts, accepted?.pending ?? [], ports.clock.now());
    const url = inputs.url?.replace(/\/+$/, '') ?? new URL(provider?.ready.http ?? 'http://127.0.0.1').origin;
    const { requestTimeout: timeoutMs, stateTeardown, messageUrl, stateUrl } = inputs;
    const target = {
        url,
        timeoutMs,
        stateTeardown,
        openNames: (0,secrets/* openNames */.Lg)(contracts),
        ...(messageUrl !== undefined && { messageUrl }),
        ...(stateUrl !== undefined && { stateUrl }),
    };
    return { ...termed, target, ...(provider !== undefined && { provider }), ...(api !== undefined && { api }) };
}
async function verify_perform({ contracts, provider, target, api }, file, ports) {
    return (0,lifecycle/* withDependencies */.O)(provider === undefined ? [] : [provider], '.', ports, async (started) => {
        let requests = 0;
        const http = {
            fetch: (request) => {
                requests += 1;
                return ports.http.fetch(request);
            },
        };
        const judge = api === undefined ? undefined : (0,live/* liveJudge */.i)(api);
        const verifications = await verify(contracts, target, { ...ports, http }, judge);
        const own = file === undefined ? {} : { own: { file, described: described(verifications) } };
        return { verifications, ...own, requests, log: (0,lifecycle/* lastLines */.w)(started.map(({ process }) => process.output()).join('\n')) };
    });
}
function contractsSentence(provider, verifications) {
    const broke = broken(verifications);
    const interactions = verifications.flatMap(({ results }) => results);
    if (verifications.length === 0)
        return `${provider} has no consumer contract; allowed by "allow-none".`;
    if (broke.length === 0) {
        return `${provider} keeps all ${verifications.length} consumer contracts (${interactions.length} interactions).`;
    }
    const reasons = broke.map((each) => {
        const clauses = breaking(each).flatMap(({ subject, mismatches }) => mismatches.map((one) => clause(subject, one)));
        const { contract } = each;
        return `${contract.consumer} (${[...new Set(clauses)].join('; ')})`;
    });
    const kept = verifications.filter((each) => !broke.includes(each)).map(({ contract }) => contract.consumer);
    return `This change of ${provider} breaks ${reasons.join(' and ')}.${(0,lib_kept/* keptSentence */.s)(kept)}`;
}
function headline(provider, { verifications, own }) {
    const contracts = contractsSentence(provider, verifications);
    const waiting = verifications.flatMap(({ results }) => results.filter(({ subject, mismatches }) => subject.pending && mismatches.length > 0));
    const judged = own === undefined ? '' : verdictSentence(provider, own.file, own.described);
    return `${contracts}${(0,pending/* pendingSentence */.P)(waiting.length)}${judged}`;
}
function annotations(verifications) {
    return verifications.flatMap(({ contract, results }) => results.flatMap(({ subject, mismatches }) => mismatches.map((mismatch) => ({
        level: subject.pending ? 'warning' : 'error',
        title: `${subject.pending ? 'Not yet there for' : 'Breaks'} ${contract.consumer}: ${subject.description}`,
        message: `${clause(subject, mismatch)}. ${subject.pending ? 'It is pending, so it stops nothing.' : `${contract.consumer} needs it; agree on the change with its team before you release it.`}`,
        ...subject_placeOf(subject, mismatch),
    }))));
}
function countsSentence({ verifications, requests }) {
    const interactions = verifications.reduce((sum, { results }) => sum + results.length, 0);
    return `Contracts: ${verifications.length}, interactions: ${interactions}, requests sent: ${requests}.`;
}
function summary(provider, verified) {
    const { verifications, own, log } = verified;
    const broke = broken(verifications);
    const rows = verifications.map((each) => [
        each.contract.consumer,
        broke.includes(each) ? '❌ breaks' : '✅ kept',
        String(each.results.length),
        each.results.flatMap(({ subject, mismatches }) => mismatches.map((mismatch) => clause(subject, mismatch))).join('\n'),
        { code: each.contract.file },
    ]);
    const matrix = (0,block/* table */.tp)([`consumer of ${provider}`, 'contract', 'interactions', 'what breaks', 'file'], rows);
    const blocks = [
        matrix,
        (0,block/* paragraph */.FY)([countsSentence(verified)]),
        ...(own === undefined ? [] : deviationBlocks(own.file, own.described)),
    ];
    if (broke.length === 0 && (own?.described.wrong ?? 0) === 0)
        return blocks;
    return [...blocks, (0,block/* details */.zH)(`Last lines of ${provider}`, [(0,block/* code */.aY)(log || '(it printed nothing)')])];
}
/** Verifies the provider against every contract. */
async function runVerify(inputs, ports, context) {
    const facts = await verify_gather(inputs, ports, context);
    const verified = await verify_perform(facts, inputs.openapi, ports).catch((cause) => {
        if (cause instanceof failure/* Failure */.H || !ports.cancelled.aborted)
            throw cause;
        throw new failure/* Failure */.H({ code: 'CANCELLED', message: 'The run was cancelled while the contracts were verified.' }, { cause });
    });
    const { verifications, own } = verified;
    const broke = broken(verifications);
    const wrong = own?.described.wrong ?? 0;
    return {
        verdict: broke.length === 0 && wrong === 0 ? 'pass' : 'fail',
        headline: headline(inputs.provider, verified),
        outputs: {
            ...outputs/* NOT_OF_THIS_MODE */.t,
            contracts: String(verifications.length),
            interactions: String(verifications.reduce((sum, { results }) => sum + results.length, 0)),
            broken: broke.map(({ contract }) => contract.consumer).join(','),
            deviations: own === undefined ? undefined : String(wrong),
        },
        annotations: (0,place/* inRepository */.yJ)([
            ...annotations(verifications),
            ...facts.annotations,
            ...(0,namesakes/* namesakes */.V)(facts.contracts),
            ...(own === undefined ? [] : deviationAnnotations(inputs.provider, own.described)),
            ...(facts.api === undefined ? [] : (0,remarks/* remarks */.I)([facts.api])),
        ]),
        summary: summary(inputs.provider, verified),
        data: dataOf(verifications),
    };
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/run.js





/**
 * Does what the mode says: replays the contracts, compares them with descriptions, compares two descriptions, holds this
 * version against those that are deployed, or tells what was found, through whichever GitHub `connect` opens.
 */
function runWith(connect) {
    return async (inputs, ports, context) => {
        switch (inputs.mode) {
            case 'verify':
                return runVerify(inputs, ports, context);
            case 'compare':
                return (0,compare.runCompare)(inputs, ports, context);
            case 'diff':
                return (0,diff.runDiff)(inputs, ports);
            case 'can-i-deploy':
                return runCanIDeploy(inputs, ports, context, connect);
            case 'tell':
                return runTell(inputs, ports, context, connect);
        }
    };
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/index.js




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

/***/ 10762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WG: () => (/* binding */ dependencyProblems),
/* harmony export */   qN: () => (/* binding */ programAt),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91142);

/** The folder in which a dependency runs: its own, from the workspace, else that of the work. */
function folderOf({ workingDirectory }, folder, files) {
    return files.resolve(workingDirectory ?? folder);
}
/** A program as it is started: one that is named with a path is taken from the folder it runs in. */
function programAt(program, folder) {
    return program.includes('/') && !program.startsWith('/') ? `${folder}/${program}` : program;
}
async function processProblem(command, folder, { exec, files }) {
    if (!(await files.exists(folder)))
        return `runs in ${folder}, and there is no such folder`;
    const program = programAt(command[0] ?? '', folder);
    return (await exec.which(program)) === undefined
        ? `runs ${program}, which is not on the path or cannot be executed`
        : undefined;
}
async function problemOf(dependency, folder, machine) {
    const { name, source, location } = dependency;
    const problem = (code, what, remedy) => ({
        code,
        message: `"${name}" ${what}.`,
        remedy,
        location,
    });
    if (source.kind === 'process') {
        const what = await processProblem(source.command, folderOf(dependency, folder, machine.files), machine);
        return what === undefined
            ? undefined
            : problem('DEPENDENCY_COMMAND', what, 'Install it in an earlier step, or correct the name.');
    }
    if (source.kind === 'image') {
        const there = (await machine.exec.which('docker')) !== undefined;
        return there
            ? undefined
            : problem('DEPENDENCY_DOCKER_MISSING', 'is an image, and there is no docker on the path', 'Install Docker.');
    }
    const file = machine.files.resolve(`${folder}/${source.file}`);
    if (!(await machine.files.exists(file)))
        return problem('DEPENDENCY_COMPOSE_FILE', `names the compose file ${source.file}, which is not in ${folder}`, 'Correct the path.');
    if ((await (0,_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .composeProgram */ .v3)(machine.exec)) !== undefined)
        return undefined;
    const what = 'is a compose file, and there is neither the plugin "docker compose" nor the program docker-compose';
    return problem('DEPENDENCY_COMPOSE_MISSING', what, 'Install the package docker-compose-plugin (or docker-compose) in an earlier step.');
}
/** Everything that keeps dependencies from being started on this machine, each on its line, before anything is. */
async function dependencyProblems(dependencies, folder, machine) {
    const problems = await Promise.all(dependencies.map((dependency) => problemOf(dependency, folder, machine)));
    return problems.filter((problem) => problem !== undefined);
}


/***/ }),

/***/ 91142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kf: () => (/* binding */ commandsOf),
/* harmony export */   Yt: () => (/* binding */ ensureImage),
/* harmony export */   v3: () => (/* binding */ composeProgram)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);

/** The program that speaks compose: the plugin, else the older program of its own; undefined when there is neither. */
async function composeProgram(exec) {
    const docker = await exec.which('docker');
    const plugin = docker !== undefined && (await exec.run('docker', ['compose', 'version'])).exitCode === 0;
    if (plugin)
        return ['docker', 'compose'];
    return (await exec.which('docker-compose')) === undefined ? undefined : ['docker-compose'];
}
/**
 * The commands of a dependency under a name that nothing else on the machine has.
 *
 * Values of variables stay out of argv. A container outlives a docker client that is killed, so it is removed by name.
 */
async function commandsOf({ source, env }, unique, exec) {
    if (source.kind === 'process')
        return { start: source.command };
    if (source.kind === 'compose') {
        const compose = [...((await composeProgram(exec)) ?? []), '--project-name', unique, '--file', source.file];
        const down = ['down', '--volumes', '--remove-orphans', '--timeout', '2'];
        return { start: [...compose, 'up', '--abort-on-container-exit'], remove: [...compose, ...down] };
    }
    // Without published ports the container shares the runner's network, which also works where Docker has no bridge.
    const network = source.ports?.flatMap((port) => ['--publish', port]) ?? ['--network', 'host'];
    const variables = Object.keys(env).flatMap((name) => ['--env', name]);
    const run = ['docker', 'run', '--rm', '--init', '--name', unique, '--label', 'slipway'];
    return { start: [...run, ...network, ...variables, source.image], remove: ['docker', 'rm', '--force', '--volumes', unique] };
}
/** Pulls an image that is not here yet: the time for it is not the time that the service takes to be ready. */
async function ensureImage({ name, source }, exec, cancelled) {
    if (source.kind !== 'image')
        return;
    const { exitCode } = await exec.run('docker', ['image', 'inspect', source.image]);
    if (exitCode === 0)
        return;
    const pulled = await exec.run('docker', ['pull', '--quiet', source.image], { signal: cancelled });
    if (pulled.exitCode === 0)
        return;
    const why = pulled.stderr.trim().split('\n').at(-1);
    throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
        code: 'DEPENDENCY_IMAGE',
        message: `The image ${source.image} of "${name}" is not here and cannot be pulled: ${why}`,
        remedy: 'Check its name and tag, and log in to its registry in an earlier step.',
    });
}


/***/ }),

/***/ 2997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ parseFile),
/* harmony export */   Ik: () => (/* binding */ object),
/* harmony export */   Py: () => (/* binding */ ENTRY),
/* harmony export */   bf: () => (/* binding */ dependencyOf)
/* harmony export */ });
/* harmony import */ var _slipway_config__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47604);
/* harmony import */ var _slipway_config__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10403);
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92393);


/** The schema of one. */
const ENTRY = {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'ready'],
    properties: {
        name: { type: 'string' },
        run: { type: ['array', 'string'], minItems: 1, items: { type: 'string' } },
        image: { type: 'string', minLength: 1 },
        compose: { type: 'string', minLength: 1 },
        ports: { type: 'array', items: { type: 'string' } },
        env: { type: 'object', additionalProperties: { type: 'string' } },
        workingDirectory: { type: 'string' },
        ready: {
            type: 'object',
            additionalProperties: false,
            properties: {
                http: { type: 'string' },
                tcp: { type: 'string' },
                log: { type: 'string', minLength: 1 },
                within: { type: 'string' },
            },
        },
    },
};
/** The schema of a file that holds one key beside its version. */
const object = (key, schema) => ({
    type: 'object',
    additionalProperties: false,
    required: ['version', key],
    properties: { version: { const: 1 }, [key]: schema },
});
const UNITS_MS = { ms: 1, s: 1000, m: 60_000 };
function milliseconds(text) {
    const [, amount, unit = ''] = /^(\d+)(ms|s|m)$/.exec(text) ?? [];
    return Number(amount) * (UNITS_MS[unit] ?? 0);
}
function sourceOf({ run, image, compose, ports }) {
    if (run !== undefined)
        return { kind: 'process', command: run };
    if (compose !== undefined)
        return { kind: 'compose', file: compose };
    return { kind: 'image', image: image ?? '', ...(ports !== undefined && { ports }) };
}
/** What a file writes, as it is used. */
function dependencyOf(raw, location) {
    const { within = '60s', ...signs } = raw.ready;
    return {
        name: raw.name,
        source: sourceOf(raw),
        location,
        env: raw.env ?? {},
        ready: { ...signs, withinMs: milliseconds(within) },
        ...(raw.workingDirectory !== undefined && { workingDirectory: raw.workingDirectory }),
    };
}
/** What the schema refuses, and what is beyond it: together, so that nobody mends a file twice. */
function parseFile(file, text, schema, mistakes) {
    const source = (0,_slipway_config__WEBPACK_IMPORTED_MODULE_0__/* .parseSource */ .P)(file, text);
    const problems = mistakes(source);
    let value;
    try {
        ({ value } = (0,_slipway_config__WEBPACK_IMPORTED_MODULE_1__/* .parseConfig */ .o)(file, text, schema));
    }
    catch (error) {
        if (!(error instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H))
            throw error;
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H([...error.problems, ...problems], { cause: error });
    }
    (0,_slipway_failure__WEBPACK_IMPORTED_MODULE_2__/* .failWhen */ .x)(problems);
    return { value, source };
}


/***/ }),

/***/ 27179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ lastLines),
  O: () => (/* binding */ withDependencies)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../dependency/lib/check.js
var check = __webpack_require__(10762);
// EXTERNAL MODULE: ../dependency/lib/commands.js
var lib_commands = __webpack_require__(91142);
;// CONCATENATED MODULE: ../dependency/lib/readiness.js

const PROBE_MS = 2000;
const LOOPBACK = /^(localhost|127\.[\d.]+)(:|$)/;
/** Whether a request that failed shows that something accepted its connection all the same. */
function accepted(error, authority) {
    // On this machine nothing but a server that does not speak first keeps a connection waiting.
    if (error.code === 'HTTP_TIMEOUT')
        return LOOPBACK.test(authority);
    return /ECONNRESET|EPIPE|socket hang up|Parse Error|HPE_/.test(error.message);
}
/** The first sentence of a failure: what was seen, without the remedy. */
const seenIn = (error) => error.problems[0]?.message.replace(/\.$/, '') ?? error.message;
async function probeTcp(authority, http) {
    try {
        await http.fetch({ url: `http://${authority}/`, timeoutMs: PROBE_MS });
        return { ready: true };
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H))
            throw error;
        // A server that closes the connection without speaking HTTP, such as a database, has accepted it.
        return accepted(error, authority) ? { ready: true } : { ready: false, seen: seenIn(error) };
    }
}
async function probeHttp(url, http) {
    try {
        const response = await http.fetch({ url, timeoutMs: PROBE_MS });
        // A connection with an unread body stays open, and would keep the service from ending.
        await response.bytes();
        return response.status < 400 ? { ready: true } : { ready: false, seen: `${url} answered with the status ${response.status}` };
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H))
            throw error;
        return { ready: false, seen: seenIn(error) };
    }
}
/** Looks once whether the sign of readiness is there. */
async function probe({ http: url, tcp, log }, output, http) {
    if (log !== undefined)
        return output().includes(log) ? { ready: true } : { ready: false, seen: `it has not printed "${log}"` };
    return tcp === undefined ? probeHttp(url ?? '', http) : probeTcp(tcp, http);
}
/** The address at which something answers already, which would be taken for the dependency. */
async function takenAddress({ http: url, tcp }, http) {
    const authority = tcp ?? (url === undefined ? undefined : new URL(url).host);
    if (authority === undefined)
        return undefined;
    return (await probeTcp(authority, http)).ready ? authority : undefined;
}

;// CONCATENATED MODULE: ../dependency/lib/lifecycle.js




const POLL_MS = 100;
const LOG_LINES = 30;
/** A cancelled run has seconds left, so whatever does not end by itself is ended sooner. */
const GRACE_MS = { usual: 5000, cancelled: 1500 };
const REMOVE_MS = 15_000;
/** The last lines that a dependency printed. */
function lastLines(output, count = LOG_LINES) {
    return output.trimEnd().split('\n').slice(-count).join('\n');
}
function notReady({ name }, started, why) {
    const log = lastLines(started.process.output()) || '(it printed nothing)';
    const remedy = 'Run its command by hand, or give it longer with "ready.within".';
    return new failure/* Failure */.H({
        code: 'DEPENDENCY_NOT_READY',
        message: `"${name}" ${why}. Its last lines:\n${log}\n`,
        remedy,
    });
}
function taken({ name, location }, address) {
    const message = `Something else answers at ${address} already, so "${name}" was not started: it would be taken for it.`;
    return new failure/* Failure */.H({
        code: 'DEPENDENCY_ADDRESS_TAKEN',
        message,
        remedy: 'End what runs there, or use another port.',
        location,
    });
}
async function waitUntilReady(dependency, started, { clock, http, cancelled }) {
    const { ready } = dependency;
    const deadline = clock.now() + ready.withinMs;
    for (;;) {
        const seen = await probe(ready, () => started.process.output(), http);
        const end = started.ended();
        if (end !== undefined) {
            const instead = seen.ready ? ', and something else answers at its address' : ' before it was ready';
            throw notReady(dependency, started, `ended with exit code ${end.exitCode}${instead}`);
        }
        if (seen.ready)
            return;
        if (clock.now() >= deadline)
            throw notReady(dependency, started, `was not ready within ${ready.withinMs / 1000} s: ${seen.seen}`);
        await clock.sleep(POLL_MS, cancelled).catch((cause) => {
            const message = `The run was cancelled while "${dependency.name}" started.`;
            throw new failure/* Failure */.H({ code: 'CANCELLED', message }, { cause });
        });
    }
}
async function start(dependency, folder, { exec, files, clock }) {
    const { name, env } = dependency;
    const cwd = (0,check/* folderOf */.yS)(dependency, folder, files);
    const commands = await (0,lib_commands/* commandsOf */.Kf)(dependency, `slipway-${clock.now().toString(36)}-${name}`, exec);
    const [program = '', ...args] = commands.start;
    const process = await exec.start((0,check/* programAt */.qN)(program, cwd), args, { cwd, env });
    let end;
    void process.exited.then((result) => {
        end = result;
    });
    return { name, process, commands, cwd, env, ended: () => end };
}
async function stop({ process, commands, cwd, env }, { exec, cancelled }) {
    await process.stop(cancelled.aborted ? GRACE_MS.cancelled : GRACE_MS.usual);
    const [program, ...args] = commands.remove ?? [];
    if (program !== undefined)
        await exec.run(program, args, { cwd, env, timeoutMs: REMOVE_MS });
}
async function stopAll(started, surroundings) {
    const last = started.toReversed();
    if (surroundings.cancelled.aborted)
        await Promise.all(last.map((one) => stop(one, surroundings)));
    else
        for (const one of last)
            await stop(one, surroundings);
}
/**
 * Runs the work while the dependencies run, started in order, each ready before the next, and ended in reverse order.
 *
 * @throws Failure DEPENDENCY_NOT_READY with the dependency's last lines, DEPENDENCY_IMAGE, or DEPENDENCY_ADDRESS_TAKEN.
 */
async function withDependencies(dependencies, folder, surroundings, work) {
    const { exec, http, log, cancelled } = surroundings;
    const started = [];
    try {
        for (const dependency of dependencies) {
            await (0,lib_commands/* ensureImage */.Yt)(dependency, exec, cancelled);
            const address = await takenAddress(dependency.ready, http);
            if (address !== undefined)
                throw taken(dependency, address);
            const one = await start(dependency, folder, surroundings);
            started.push(one);
            await waitUntilReady(dependency, one, surroundings);
            log.info(`"${dependency.name}" is ready.`);
        }
        return await work(started);
    }
    finally {
        await stopAll(started, surroundings);
    }
}


/***/ }),

/***/ 17529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ dependencyMistakes)
/* harmony export */ });
const object = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
const given = (raw, keys) => keys.filter((key) => raw[key] !== undefined);
/** Texts with a form, and the form in words; a pattern would say the same to nobody. */
const FORMS = [
    { path: ['name'], form: /^[a-z0-9][a-z0-9-]*$/, words: 'lower-case letters, digits and dashes, such as payment-service' },
    {
        path: ['ready', 'http'],
        form: /^https?:\/\/[^\s/]/,
        words: 'an address with its scheme, such as http://127.0.0.1:8080/readyz',
    },
    { path: ['ready', 'tcp'], form: /^[^:]+:[0-9]+$/, words: 'host and port, such as 127.0.0.1:5432' },
    { path: ['ready', 'within'], form: /^[0-9]+(ms|s|m)$/, words: 'a time, such as 30s' },
];
function formMistakes(raw, at) {
    const texts = FORMS.flatMap(({ path, form, words }) => {
        const [first, second] = path;
        const value = second === undefined ? raw[first] : object(raw[first])[second];
        return typeof value === 'string' && !form.test(value) ? [{ path, value, words }] : [];
    });
    const ports = (Array.isArray(raw['ports']) ? raw['ports'] : []).flatMap((value, index) => typeof value === 'string' && !/^([0-9.]+:)?[0-9]+:[0-9]+$/.test(value)
        ? [{ path: ['ports', index], value, words: 'a port here and one in the container, such as 5432:5432' }]
        : []);
    return [...texts, ...ports].map(({ path, value, words }) => ({
        code: 'DEPENDENCY_FORM',
        message: `"${path.join('.')}" is "${value}"; expected ${words}.`,
        location: at(...path),
    }));
}
/** What is wrong with one dependency beyond its schema; it need not have passed that. */
function dependencyMistakes(entry, at) {
    const raw = object(entry);
    const name = typeof raw['name'] === 'string' ? `"${raw['name']}"` : 'The dependency';
    const problems = [];
    const add = (code, message, ...path) => void problems.push({ code, message, location: at(...path) });
    if (given(raw, ['run', 'image', 'compose']).length !== 1)
        add('DEPENDENCY_KIND', `${name} needs exactly one of run, image, compose.`);
    if (typeof raw['run'] === 'string') {
        const words = raw['run'].trim().split(/\s+/).join(', ');
        add('DEPENDENCY_RUN', `${name} has a text under "run"; expected a program and its arguments: run: [${words}].`, 'run');
    }
    if (raw['ready'] !== undefined && given(object(raw['ready']), ['http', 'tcp', 'log']).length !== 1)
        add('DEPENDENCY_READY', `${name} needs exactly one of http, tcp, log under "ready".`, 'ready');
    for (const [key, kind] of [
        ['ports', 'image'],
        ['workingDirectory', 'run'],
    ]) {
        if (raw[key] !== undefined && raw[kind] === undefined)
            add('DEPENDENCY_KEY', `${name} has "${key}", which only "${kind}" takes.`, key);
    }
    return [...problems, ...formMistakes(raw, at)];
}


/***/ }),

/***/ 520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dV: () => (/* binding */ SUPERSEDED_OUTPUT),
/* harmony export */   k7: () => (/* binding */ annotationBatches),
/* harmony export */   ls: () => (/* binding */ SUPERSEDED),
/* harmony export */   mW: () => (/* binding */ fitSummary)
/* harmony export */ });
/* unused harmony export ANNOTATIONS_A_REQUEST */
/** The id of content of a check run for which a newer one stands. */
const SUPERSEDED = 'superseded';
/** What a check run says for which a newer one stands. Its conclusion stays, for it must not let through what the newer stops. */
const SUPERSEDED_OUTPUT = {
    title: 'Superseded',
    summary: 'A newer check run of this name on the same commit stands for this one.',
};
/** https://docs.github.com/en/rest/checks/runs#create-a-check-run */
const ANNOTATIONS_A_REQUEST = 50;
const MOST_SUMMARY = 65_535;
const CUT = '\n\nThere is more than fits here; the job summary has all of it.';
/** A summary within the limit of GitHub, cut at a line, with a word about it. */
function fitSummary(summary, most = MOST_SUMMARY) {
    // Counted in bytes, which are never fewer than whatever GitHub counts.
    const bytes = new TextEncoder().encode(summary);
    if (bytes.length <= most)
        return summary;
    const kept = new TextDecoder().decode(bytes.slice(0, most - CUT.length));
    const lastLine = kept.lastIndexOf('\n');
    return kept.slice(0, lastLine < 0 ? kept.length - 1 : lastLine) + CUT;
}
/** The annotations in the batches in which GitHub takes them; at least one batch, which may be empty. */
function annotationBatches(annotations) {
    const count = Math.max(1, Math.ceil(annotations.length / ANNOTATIONS_A_REQUEST));
    return Array.from({ length: count }, (_, index) => annotations.slice(index * ANNOTATIONS_A_REQUEST, (index + 1) * ANNOTATIONS_A_REQUEST));
}


/***/ }),

/***/ 55517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ux: () => (/* binding */ latestStatus),
/* harmony export */   VR: () => (/* binding */ GATE_CLOSED),
/* harmony export */   yU: () => (/* binding */ wasRefusedByGate)
/* harmony export */ });
/** How the description begins by which a deployment says that a gate let nothing through. */
const GATE_CLOSED = 'Gate closed:';
/** Whether a gate kept a deployment from beginning, so that nothing ever ran by it. */
function wasRefusedByGate(statuses) {
    return statuses.some(({ description = '' }) => description.startsWith(GATE_CLOSED));
}
/** The newest of a deployment's statuses, which alone counts; of two in the same second, the one that was added later. */
function latestStatus(statuses) {
    return [...statuses].sort((a, b) => b.createdAt - a.createdAt || b.id - a.id)[0];
}


/***/ }),

/***/ 36338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ keepNone),
/* harmony export */   Iw: () => (/* binding */ commentsOn),
/* harmony export */   eW: () => (/* binding */ keepOne)
/* harmony export */ });
const MOST_PAGES = 30;
const WRITTEN = { kind: 'written' };
/** The posts that begin with the marker, oldest first. What a contract says never stands at the beginning of a post. */
async function ownPosts(posts, marker) {
    const own = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
        const listed = await posts.list(page);
        if (listed.kind === 'unread') {
            if (listed.cause === 'refused')
                return { kind: 'not-permitted', reason: listed.reason };
            const remedy = 'Check the repository and what the token may do, or run the job again once GitHub is well.';
            return { kind: 'failed', problem: { code: 'GITHUB_UNREAD', message: listed.reason, remedy } };
        }
        own.push(...listed.value.items.filter(({ body }) => body.startsWith(marker)));
        if (!listed.value.more)
            break;
    }
    return { kind: 'listed', own: own.sort((a, b) => a.id - b.id) };
}
async function inTurn(steps) {
    for (const step of steps) {
        const outcome = await step();
        if (outcome.kind !== 'written')
            return outcome;
    }
    return WRITTEN;
}
/** A post that two jobs take away at once is gone for the second, which is what it wanted. */
const removals = (posts, extra) => extra.map(({ id }) => async () => {
    const outcome = await posts.remove(id);
    return outcome.kind === 'failed' && outcome.problem.message.includes('404') ? WRITTEN : outcome;
});
/**
 * Sees to it that one post says this, and no other does: the oldest is changed in place, and later ones are taken away.
 *
 * GitHub has no conditional write. So whoever makes a post looks again afterwards; of two jobs at once, the last to look sees
 * both posts, and all agree that the oldest stays.
 *
 * @param fresh whether a post is made when there is none.
 */
async function keepOne(posts, marker, body, fresh) {
    let listed = await ownPosts(posts, marker);
    if (listed.kind !== 'listed')
        return listed;
    if (listed.own.length === 0) {
        if (!fresh)
            return WRITTEN;
        const made = await posts.create(body);
        if (made.kind !== 'written')
            return made;
        listed = await ownPosts(posts, marker);
        if (listed.kind !== 'listed')
            return listed;
    }
    const [first, ...extra] = listed.own;
    const stale = first !== undefined && first.body !== body;
    return inTurn([...(stale ? [() => posts.update(first.id, body)] : []), ...removals(posts, extra)]);
}
/** Takes away every post with the marker. */
async function keepNone(posts, marker) {
    const listed = await ownPosts(posts, marker);
    return listed.kind === 'listed' ? inTurn(removals(posts, listed.own)) : listed;
}
/** The comments of a pull request, as a place for posts. */
function commentsOn(github, number) {
    return {
        list: (page) => github.listComments(number, page),
        create: (body) => github.createComment(number, body),
        update: (id, body) => github.updateComment(id, body),
        remove: (id) => github.deleteComment(id),
    };
}


/***/ }),

/***/ 77297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/** The event that started the run; empty on a laptop, and where its file cannot be read. */
async function readEvent({ files, log }, context) {
    const path = context.environment('GITHUB_EVENT_PATH');
    if (path === undefined)
        return {};
    try {
        return JSON.parse(await files.readText(path));
    }
    catch (error) {
        log.debug(`The event cannot be read: ${String(error)}`);
        return {};
    }
}


/***/ }),

/***/ 34840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ renderMarkdown)
/* harmony export */ });
/** A runner refuses a step's summary over 1 MiB as a whole; what is cut is said. */
const LIMIT_BYTES = 1_000_000;
const escapeText = (text) => text.replace(/[\\`*_{}[\]<>|#~$@]/g, (mark) => `\\${mark}`).replaceAll('\r', '');
function fence(text) {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
    return '`'.repeat(longest + 1);
}
function codeSpan(text) {
    const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
    const ticks = '`'.repeat(longest + 1);
    const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
    return `${ticks}${pad}${text.replaceAll('\n', ' ')}${pad}${ticks}`;
}
/** An address with nothing in it that would end the link, the cell it stands in, or its line. */
const addressOf = (href) => href.replace(/[<>|`\\\s\p{Cc}]/gu, encodeURIComponent);
function inline(part) {
    if (typeof part === 'string')
        return escapeText(part);
    if ('code' in part)
        return codeSpan(part.code);
    if ('bold' in part)
        return `**${escapeText(part.bold)}**`;
    return `[${escapeText(part.link)}](<${addressOf(part.href)}>)`;
}
const line = (parts) => parts.map(inline).join('');
function cell(value) {
    const parts = Array.isArray(value) ? value : [value];
    const shown = parts.map((part) => typeof part === 'object' && 'code' in part ? inline(part).replaceAll('|', '\\|') : inline(part));
    return shown.join('').replaceAll('\n', '<br>');
}
function row(cells) {
    return `| ${cells.join(' | ')} |`;
}
function render(block) {
    switch (block.kind) {
        case 'heading':
            return `${'#'.repeat(block.level)} ${escapeText(block.text)}`;
        case 'paragraph':
            return line(block.text).replaceAll('\n', '  \n');
        case 'list':
            return block.items.map((item) => `- ${line(item).replaceAll('\n', '\n  ')}`).join('\n');
        case 'table':
            return [
                row(block.head.map(escapeText)),
                row(block.head.map(() => '---')),
                ...block.rows.map((cells) => row(cells.map(cell))),
            ].join('\n');
        case 'code':
            return `${fence(block.text)}${block.language}\n${block.text}\n${fence(block.text)}`;
        case 'details':
            return `<details><summary>${block.title.replace(/[<>&]/g, (mark) => `&#${mark.charCodeAt(0)};`)}</summary>\n\n${block.blocks.map(render).join('\n\n')}\n\n</details>`;
        case 'chart':
            return `\`\`\`mermaid\n${block.mermaid}\n\`\`\`\n\n${escapeText(block.legend)}`;
    }
}
/** The blocks as GitHub-flavoured Markdown, cut at a block's end when they would not fit a step's summary. */
function renderMarkdown(blocks) {
    const shown = [];
    let bytes = 0;
    for (const text of blocks.map(render)) {
        bytes += Buffer.byteLength(text) + 2;
        if (bytes > LIMIT_BYTES)
            return [...shown, '_The rest does not fit a job summary; it is in the report._', ''].join('\n\n');
        shown.push(text);
    }
    return `${shown.join('\n\n')}\n`;
}


/***/ })

};
