export const id = 6337;
export const ids = [6337];
export const modules = {

/***/ 56337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* reexport */ action/* action */.X),
  run: () => (/* reexport */ run)
});

// EXTERNAL MODULE: ../../actions/wait-for-argocd/lib/action.js
var action = __webpack_require__(94128);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ../write-back/lib/open.js + 2 modules
var lib_open = __webpack_require__(23954);
;// CONCATENATED MODULE: ../../actions/wait-for-argocd/lib/explain.js
const NOTHING = { troubles: [], differences: [] };
async function ask(end, argocd) {
    if (end.kind !== 'failed')
        return NOTHING;
    if (end.reason === 'drifted')
        return { ...NOTHING, differences: await argocd.differences(end.application) };
    return ['degraded', 'timeout', 'suspended', 'sync-failed', 'image-absent'].includes(end.reason)
        ? { ...NOTHING, troubles: await argocd.troubles(end.application) }
        : NOTHING;
}
/** Asks what is the matter with each application that failed. What cannot be read takes nothing from the verdict. */
async function explain(waited, argocd, log) {
    const explained = new Map();
    for (const { name, end } of waited) {
        const explanation = await ask(end, argocd).catch((error) => {
            log.info(`What is the matter with ${name} could not be read: ${error instanceof Error ? error.message : String(error)}`);
            return NOTHING;
        });
        explained.set(name, explanation);
    }
    return explained;
}

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../write-back/lib/stamp.js
var stamp = __webpack_require__(78977);
;// CONCATENATED MODULE: ../../actions/wait-for-argocd/lib/history.js


/** An older revision, or one of another branch, would otherwise have the server asked at every look. */
const AGAIN_MS = 10_000;
/** The history of the branch. Rejects with GIT_FAILED, or with COMMIT_ABSENT when the branch does not have our commit. */
async function historyOf(repository, clock, ours) {
    const { branch, commit, service, file } = ours;
    const first = await repository.fetch(branch);
    if ('kind' in first) {
        const message = `The configuration repository could not be read: ${first.said}`;
        throw new failure/* Failure */.H({ code: 'GIT_FAILED', message, remedy: 'Check "repository", "branch" and that "token" may read it.' });
    }
    let having = new Set(await repository.since(commit, first.commit));
    if (having.size === 0) {
        const message = `Branch ${branch} does not have the commit ${commit.slice(0, 12)} any more, or never had it.`;
        throw new failure/* Failure */.H({ code: 'COMMIT_ABSENT', message, remedy: 'Check "commit" and "branch"; was the history rewritten?' });
    }
    const own = await repository.lastEntry(commit, service, file);
    let fetched = clock.now();
    return {
        learn: async (revisions) => {
            if (revisions.every((revision) => having.has(revision)) || clock.now() - fetched < AGAIN_MS)
                return;
            fetched = clock.now();
            const head = await repository.fetch(branch);
            if (!('kind' in head))
                having = new Set(await repository.since(commit, head.commit));
        },
        contains: (revision) => having.has(revision),
        newer: async (revision) => {
            const last = await repository.lastEntry(revision, service, file);
            return last !== undefined && own !== undefined && (0,stamp/* compareRuns */.qB)(last.run, own.run) > 0 ? last : undefined;
        },
    };
}

// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
;// CONCATENATED MODULE: ../../actions/wait-for-argocd/lib/words.js
const words_short = (revision) => revision.slice(0, 12);
function lastSeen(stance) {
    switch (stance.kind) {
        case 'unseen':
            return stance.revision === undefined
                ? 'Argo CD has not compared it with the repository yet'
                : `Argo CD was at ${words_short(stance.revision)}, which does not have the commit: does it follow another branch?`;
        case 'syncing':
            return `a sync was still running${stance.message === undefined ? '' : ` (${stance.message})`}`;
        case 'out-of-sync':
            return 'Argo CD saw the commit and had not begun to apply it';
        case 'live':
            return `the image ran, and the application was ${stance.health}${stance.message === undefined ? '' : ` (${stance.message})`}`;
        default:
            return `it was ${stance.kind.replaceAll('-', ' ')}`;
    }
}
/** What failed and what to do about it. */
function wordsOfFailure(name, { reason, stance }, request) {
    const seconds = request.patience.timeoutMs / 1000;
    switch (reason) {
        case 'elsewhere':
            return [`${name} does not read the configuration repository ${request.url}.`, 'Check "applications" and "repository".'];
        case 'incomparable': {
            const said = stance.kind === 'incomparable' ? stance.message : '';
            const specification = stance.kind === 'incomparable' && stance.specification;
            return [
                `Argo CD cannot compare ${name} with the repository: ${said}`,
                specification
                    ? 'Mend the Application or its project.'
                    : 'Mend the manifests; "argocd app manifests" shows what it tries.',
            ];
        }
        case 'sync-failed': {
            const failed = stance.kind === 'sync-failed' ? stance : { message: '', resources: [] };
            const what = failed.resources.length === 0 ? failed.message : failed.resources.join('; ');
            return [`Argo CD failed to apply ${name}: ${what}`, 'Mend what the cluster refused, and write again.'];
        }
        case 'auto-sync-off':
            return [
                `${name} saw the commit and does not sync by itself, so it would never be applied.`,
                'Turn automated sync on, or set sync: true to have it asked for.',
            ];
        case 'window-closed':
            return [`A sync window keeps Argo CD from applying ${name}.`, 'Run it again when the window is open.'];
        case 'drifted': {
            const what = stance.kind === 'drifted' ? stance.resources.join(', ') : '';
            return [
                `The commit was applied, and the cluster is not as it says: ${what}.`,
                'Somebody or something changes it; see the fields below, and let self-heal put it right or leave the field out of Git.',
            ];
        }
        case 'degraded':
            return [
                `${name} runs the image and is Degraded.`,
                'See below what is unwell; update-gitops goes back with mode: rollback.',
            ];
        case 'suspended':
            return [`${name} runs the image and stayed Suspended for ${seconds} s.`, 'Resume what is paused, or give it more time.'];
        case 'image-absent': {
            const images = stance.kind === 'image-absent' ? stance.images : [];
            return [
                `${name} is in sync with a revision that has the commit, and does not run ${request.image}@${request.digest}.`,
                `It runs ${images.length === 0 ? 'no image' : images.join(', ')}. Does the application read the file that was written?`,
            ];
        }
        case 'timeout':
            return [
                `${name} was not there after ${seconds} s: ${lastSeen(stance)}.`,
                'Give it more "timeout", or see its page in Argo CD.',
            ];
    }
}
/** What became of an application, in one line. */
function wordsOf({ name, end, afterMs }, request) {
    const seconds = Math.round(afterMs / 1000);
    if (end.kind === 'live')
        return `${name} runs the image in good health at ${words_short(end.revision)}, after ${seconds} s${end.stumbled ? '; on the way it was Degraded' : ''}.`;
    if (end.kind === 'superseded')
        return `${name}: superseded by the newer run ${end.by.run.id} (attempt ${end.by.run.attempt}), which wrote ${words_short(end.by.commit)}.`;
    if (end.kind === 'absent')
        return `There is no application ${name}.`;
    return wordsOfFailure(name, end, request)[0];
}
/** The lines that say what is the matter, the nearest cause first. */
function evidenceOf({ troubles, differences }) {
    return [
        ...troubles.map(({ resource, health, message, event }) => [`${resource} is ${health}`, ...(message ? [message] : []), ...(event ? [event] : [])].join(': ')),
        ...differences.map(({ resource, field, git, live }) => field === undefined
            ? `${resource} differs`
            : `${resource}: ${field} is ${live ?? 'absent'}${git === undefined ? ', and not in Git' : `, and ${git} in Git`}`),
    ];
}

;// CONCATENATED MODULE: ../../actions/wait-for-argocd/lib/report.js


const isBad = ({ kind }) => kind === 'failed' || kind === 'absent';
const outcomeOf = (end) => (end.kind === 'failed' ? end.reason : end.kind);
const revisionOf = (end) => ('revision' in end ? end.revision : undefined);
/** The one that decides: what failed, then what was superseded. */
function decisive(waited) {
    return waited.find(({ end }) => isBad(end)) ?? waited.find(({ end }) => end.kind === 'superseded') ?? waited[0];
}
const evidenceFor = (name, { explained }) => evidenceOf(explained.get(name) ?? { troubles: [], differences: [] });
function annotationsOf(story) {
    return story.waited.flatMap(({ name, end }) => {
        if (end.kind === 'live' && end.stumbled)
            return [
                { level: 'warning', title: 'Degraded on its way', message: `${name} was Degraded for a while before it was Healthy.` },
            ];
        if (end.kind === 'absent')
            return [
                {
                    level: 'error',
                    title: 'No such application',
                    message: `There is no application ${name}. Check "applications" and "argocd-namespace".`,
                },
            ];
        if (end.kind !== 'failed')
            return [];
        const [what, remedy] = wordsOfFailure(name, end, story.request);
        const evidence = evidenceFor(name, story);
        return [
            { level: 'error', title: `Argo CD: ${end.reason.replaceAll('-', ' ')}`, message: [what, ...evidence, remedy].join('\n') },
        ];
    });
}
function summaryOf(story) {
    const { inputs, request, waited } = story;
    const rows = waited.map(({ name, end, afterMs }) => [
        name,
        outcomeOf(end).replaceAll('-', ' '),
        [{ code: (revisionOf(end) ?? '').slice(0, 12) }],
        `${Math.round(afterMs / 1000)} s`,
    ]);
    const evidence = waited.flatMap(({ name }) => evidenceFor(name, story));
    return [
        (0,block/* table */.tp)(['application', 'outcome', 'revision', 'after'], rows),
        ...(evidence.length === 0 ? [] : [(0,block/* code */.aY)(evidence.join('\n'))]),
        (0,block/* paragraph */.FY)([
            'Commit ',
            { code: inputs.commit.slice(0, 12) },
            ' of ',
            inputs.repository,
            ', image ',
            { code: `${request.image}@${request.digest}` },
        ]),
    ];
}
function headlineOf({ waited, request }) {
    const first = decisive(waited);
    if (first === undefined)
        return 'There was nothing to wait for.';
    const others = waited.length === 1
        ? ''
        : ` (${waited.filter(({ end }) => end.kind === 'live').length} of ${waited.length} applications are live)`;
    return `${wordsOf(first, request)}${others}`;
}
/** Tells how the wait ended. That a newer run took over is a good end, and not ours: the output says so. */
function report(story) {
    const { waited } = story;
    const first = decisive(waited);
    const outcome = first === undefined ? undefined : outcomeOf(first.end);
    const seconds = Math.max(0, ...waited.map(({ afterMs }) => Math.round(afterMs / 1000)));
    return {
        verdict: waited.some(({ end }) => isBad(end)) || waited.length === 0 ? 'fail' : 'pass',
        headline: headlineOf(story),
        outputs: {
            outcome,
            superseded: String(outcome === 'superseded'),
            revision: waited.map(({ end }) => revisionOf(end)).findLast((revision) => revision !== undefined),
            seconds: String(seconds),
            release: story.release === undefined ? undefined : String(story.release),
        },
        annotations: annotationsOf(story),
        summary: summaryOf(story),
        data: {
            outcome: outcome ?? null,
            commit: story.inputs.commit,
            digest: story.request.digest,
            applications: waited.map(({ name, end, afterMs }) => ({
                name,
                outcome: outcomeOf(end),
                revision: revisionOf(end) ?? null,
                seconds: Math.round(afterMs / 1000),
                evidence: evidenceFor(name, story),
                ...(end.kind === 'superseded' && { by: { commit: end.by.commit, run: { ...end.by.run } } }),
            })),
        },
    };
}

// EXTERNAL MODULE: ../kubernetes/lib/object.js
var lib_object = __webpack_require__(82548);
// EXTERNAL MODULE: ../kubernetes/lib/image.js
var lib_image = __webpack_require__(89526);
// EXTERNAL MODULE: ../rollout/lib/release.js
var release = __webpack_require__(48533);
// EXTERNAL MODULE: ../rollout/lib/ledger-store.js + 1 modules
var ledger_store = __webpack_require__(33178);
;// CONCATENATED MODULE: ../../actions/wait-for-argocd/lib/record.js


/** What a person wrote of an object, without what the cluster keeps with it. */
function written(object) {
    const { name, namespace, labels } = object.metadata;
    const { spec } = object;
    const { apiVersion, kind } = object;
    const metadata = { name, ...(namespace !== undefined && { namespace }), ...(labels !== undefined && { labels }) };
    return { apiVersion, kind, metadata, spec };
}
/** The Deployments that run the image, with the image as they name it. */
async function running({ client }, namespace, { digest }) {
    const { items } = await client.list(lib_object/* KINDS */.GW.deployment, { namespace });
    const found = items.flatMap((object) => (0,lib_image/* containersOf */.Mz)({ ...object, ...lib_object/* KINDS */.GW.deployment }).flatMap(({ container: { image = '' } }) => image.endsWith(`@${digest}`) ? [{ image, object }] : []));
    const [first] = found;
    if (first === undefined)
        return undefined;
    const objects = [...new Set(found.map(({ object }) => object))].map((object) => written({ ...object, ...lib_object/* KINDS */.GW.deployment }));
    return { image: first.image, objects };
}
/** The same image again is no new release: a run that is started again finds its own. */
function recorded(ledger, draft, state) {
    const current = (0,release/* currentRelease */.BX)(ledger);
    if (current?.image === draft.image && (current.state === 'good' || current.state === 'pending'))
        return ledger;
    const next = (0,release/* withRelease */._h)(ledger, draft);
    return (0,release/* withState */.Q2)(next, next.current ?? 0, state);
}
/**
 * Records what Argo CD brought as deploy-k8s records what it brings, so that a watch finds it.
 *
 * @returns the release's number; undefined where nothing was to be recorded, or no Deployment runs the image
 */
async function record({ service, namespace, record: state }, request, waited, world) {
    if (state === 'none' || namespace === undefined || waited.some(({ end }) => end.kind !== 'live'))
        return undefined;
    const found = await running(world, namespace, request);
    if (found === undefined)
        return undefined;
    const { sha, repository, runUrl } = world.context;
    const draft = {
        ...found,
        at: new Date(world.clock.now()).toISOString(),
        ...(sha !== undefined && { commit: sha }),
        ...(repository !== undefined && { repository }),
        ...(runUrl !== undefined && { runUrl }),
    };
    const ledger = await (0,ledger_store/* ledgerStore */.N4)(world.client, { service, namespace }).update((before) => recorded(before, draft, state));
    return ledger.current;
}

;// CONCATENATED MODULE: ../argocd/lib/application.js
/** A repository's address without what differs between two ways to write it: scheme, user, `.git`, a slash at the end, case. */
function repositoryKey(url) {
    return url
        .trim()
        .toLowerCase()
        .replace(/^(?:https?|ssh|git):\/\//, '')
        .replace(/^[^@/]+@/, '')
        .replace(/^([^/:]+):(?!\d+\/)/, '$1/')
        .replace(/\/+$/, '')
        .replace(/\.git$/, '');
}
function revisionsOf(sources, of) {
    return sources === undefined ? [of?.revision] : (of?.revisions ?? []);
}
/** The revisions of one repository in an application, which may have several sources. */
function shareOf({ spec, status }, repository) {
    const sources = spec.sources ?? (spec.source === undefined ? [] : [spec.source]);
    const ours = sources.flatMap((source, at) => (repositoryKey(source.repoURL) === repositoryKey(repository) ? [at] : []));
    const state = status?.operationState;
    const at = (revisions) => ours.flatMap((index) => (revisions[index] ? [revisions[index]] : []));
    return {
        reads: ours.length > 0,
        compared: at(revisionsOf(spec.sources, status?.sync)),
        operated: at(revisionsOf(spec.sources, state?.syncResult ?? state?.operation?.sync)),
    };
}
/** Whether the application applies by itself what it sees. */
function syncsItself({ spec }) {
    const automated = spec.syncPolicy?.automated;
    return automated !== undefined && automated.enabled !== false;
}
/** A resource as a person names it. */
function resourceName({ kind, name, namespace }) {
    return `${kind} ${namespace === undefined || namespace === '' ? '' : `${namespace}/`}${name}`;
}

;// CONCATENATED MODULE: ../argocd/lib/difference.js
const SHOWN = 10;
const difference_text = (value) => {
    const written = typeof value === 'string' ? value : JSON.stringify(value);
    return written.length > 120 ? `${written.slice(0, 119)}…` : written;
};
const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
function leaves(git, live, path) {
    if (JSON.stringify(git) === JSON.stringify(live))
        return [];
    if (isMap(git) && isMap(live)) {
        const keys = [...new Set([...Object.keys(git), ...Object.keys(live)])];
        return keys.flatMap((key) => leaves(git[key], live[key], path === '' ? key : `${path}.${key}`));
    }
    if (Array.isArray(git) && Array.isArray(live) && git.length === live.length)
        return git.flatMap((each, at) => leaves(each, live[at], `${path}[${at}]`));
    return [{ field: path, ...(git !== undefined && { git: difference_text(git) }), ...(live !== undefined && { live: difference_text(live) }) }];
}
/** The fields in which an object as Git would have it differs from the one in the cluster, at most ten. Values of Secrets are left out. */
function fieldsThatDiffer(resource, git, live, secret) {
    const found = leaves(git, live, '').slice(0, SHOWN);
    return found.map((leaf) => ({ resource, ...(secret ? { field: leaf.field } : leaf) }));
}

;// CONCATENATED MODULE: ../argocd/lib/api.js



const TIMEOUT_MS = 15_000;
const SICK_SHOWN = 5;
function said(body) {
    try {
        const { message, error } = JSON.parse(body);
        return message ?? error ?? body.slice(0, 200);
    }
    catch {
        return body.slice(0, 200);
    }
}
function refusal(status, body, server) {
    if (status === 401)
        return new failure/* Failure */.H({
            code: 'ARGOCD_UNAUTHORISED',
            message: `Argo CD at ${server} does not take the token: ${said(body)}`,
            remedy: 'Make a new one: argocd account generate-token, or a token of a project role. It may have ended or been taken back.',
        });
    if (status === 403)
        return new failure/* Failure */.H({
            code: 'ARGOCD_FORBIDDEN',
            message: `Argo CD at ${server} does not let this token see or do that, or there is no such application: ${said(body)}`,
            remedy: 'Check the name. Give the account "applications, get" on it, and "sync" where the wait is to sync.',
        });
    return new failure/* Failure */.H({
        code: status >= 500 ? 'ARGOCD_UNREACHABLE' : 'ARGOCD_ANSWER',
        message: `Argo CD at ${server} answered ${status}: ${said(body)}`,
        remedy: status >= 500 ? 'Look at the log of argocd-server.' : 'Check "argocd-server": the address may lead elsewhere.',
    });
}
/** A certificate that nobody vouches for does not get better by trying again. */
const UNTRUSTED = /certificate|self.signed|altname/i;
function unreachable(error, server) {
    if (!(error instanceof failure/* Failure */.H) || !error.code.startsWith('HTTP_'))
        return error;
    if (UNTRUSTED.test(error.message)) {
        const message = `The certificate of Argo CD at ${server} is not trusted: ${error.message}`;
        const remedy = 'Give its authority as "argocd-ca". The certificate is never passed over.';
        return new failure/* Failure */.H({ code: 'ARGOCD_CERTIFICATE', message, remedy }, { cause: error });
    }
    const message = `Argo CD at ${server} cannot be reached: ${error.message}`;
    return new failure/* Failure */.H({ code: 'ARGOCD_UNREACHABLE', message, remedy: 'Check the address and that the runner may reach it.' }, { cause: error });
}
function clientOf({ server, token, ca, namespace }, http) {
    const base = server.replace(/\/+$/, '');
    const ask = async (method, path, query = {}, body) => {
        const search = new URLSearchParams({ ...(namespace !== undefined && { appNamespace: namespace }), ...query }).toString();
        const headers = { accept: 'application/json', authorization: `Bearer ${token.reveal()}` };
        try {
            return await http.fetch({
                method,
                url: `${base}/api/v1/applications/${path}${search === '' ? '' : `?${search}`}`,
                headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
                timeoutMs: TIMEOUT_MS,
                ...(body !== undefined && { body: JSON.stringify(body) }),
                ...(ca !== undefined && { tls: { ca } }),
            });
        }
        catch (error) {
            throw unreachable(error, server);
        }
    };
    const json = async (path, query) => {
        const response = await ask('GET', path, query);
        const text = await response.text();
        if (response.status !== 200)
            throw refusal(response.status, text, server);
        try {
            return JSON.parse(text);
        }
        catch {
            // A page to log in at comes with 200.
            throw refusal(200, `no JSON but ${text.slice(0, 60)}`, server);
        }
    };
    return { ask, json };
}
/** Windows that deny, or that allow and are not open, keep Argo CD from syncing by itself (its own rule). */
function api_closed(assigned, active) {
    const name = ({ kind, schedule, duration }) => `${kind} ${schedule ?? ''} for ${duration ?? ''}`;
    const denying = active.filter(({ kind }) => kind === 'deny');
    if (denying.length > 0)
        return denying.map(name).join(', ');
    const allowing = assigned.filter(({ kind }) => kind === 'allow');
    const open = active.some(({ kind }) => kind === 'allow');
    return allowing.length > 0 && !open ? `${allowing.map(name).join(', ')} is not open` : undefined;
}
async function eventOf(client, application, { uid, name, namespace }) {
    const query = { resourceUID: uid ?? '', resourceName: name, resourceNamespace: namespace ?? '' };
    const { items } = await client.json(`${application}/events`, query);
    const warnings = (items ?? []).filter(({ type }) => type === 'Warning');
    const last = warnings.toSorted((a, b) => Date.parse(b.lastTimestamp ?? '0') - Date.parse(a.lastTimestamp ?? '0'))[0];
    return last === undefined ? undefined : `${last.reason ?? ''}: ${last.message ?? ''}`;
}
async function troubles(client, name) {
    const tree = await client.json(`${name}/resource-tree`);
    const sick = (tree.nodes ?? []).filter(({ health }) => health?.status !== undefined && health.status !== 'Healthy');
    const found = [];
    // Pods last: what owns them is what was written to Git, and its own words come first.
    const ordered = sick.toSorted((a, b) => Number(a.kind === 'Pod') - Number(b.kind === 'Pod')).slice(0, SICK_SHOWN);
    for (const node of ordered) {
        const event = await eventOf(client, name, node);
        const { status = '', message } = node.health ?? {};
        found.push({
            resource: resourceName(node),
            health: status,
            ...(message !== undefined && { message }),
            ...(event !== undefined && { event }),
        });
    }
    return found;
}
async function differences(client, name) {
    const { items } = await client.json(`${name}/managed-resources`);
    const parsed = (text) => (text === undefined || text === '' ? undefined : JSON.parse(text));
    return (items ?? []).flatMap((item) => fieldsThatDiffer(resourceName(item), parsed(item.predictedLiveState), parsed(item.normalizedLiveState), item.kind === 'Secret'));
}
/** Argo CD by its API. */
function argocdApi(access, http) {
    const client = clientOf(access, http);
    const nameOf = ({ metadata }) => encodeURIComponent(metadata.name);
    const read = async (name, query) => {
        const response = await client.ask('GET', encodeURIComponent(name), query);
        const text = await response.text();
        if (response.status === 404)
            return undefined;
        if (response.status !== 200)
            throw refusal(response.status, text, access.server);
        try {
            return JSON.parse(text);
        }
        catch {
            throw refusal(200, `no JSON but ${text.slice(0, 60)}`, access.server);
        }
    };
    return {
        application: (name) => read(name),
        refresh: async (name) => void (await read(name, { refresh: 'normal' })),
        sync: async (name) => {
            const response = await client.ask('POST', `${encodeURIComponent(name)}/sync`, {}, {});
            const text = await response.text();
            if (response.status !== 200)
                throw refusal(response.status, text, access.server);
        },
        troubles: (application) => troubles(client, nameOf(application)),
        differences: (application) => differences(client, nameOf(application)),
        closedWindow: async (application) => {
            const { assignedWindows, activeWindows } = await client.json(`${nameOf(application)}/syncwindows`);
            return api_closed(assignedWindows ?? [], activeWindows ?? []);
        },
    };
}

// EXTERNAL MODULE: ../kubernetes/lib/pod.js
var pod = __webpack_require__(76704);
;// CONCATENATED MODULE: ../argocd/lib/resource.js


const KIND = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' };
const EVENTS = { apiVersion: 'v1', kind: 'Event' };
/** One an errand: what Argo CD has not taken away yet of the one must not be taken back by the other. */
const REFRESHER = 'slipway-refresh';
const SYNCER = 'slipway-sync';
function asked(namespace, name, given, refresh) {
    const annotations = { 'argocd.argoproj.io/refresh': 'normal' };
    return { ...KIND, metadata: { name, namespace, ...(refresh && { annotations }) }, ...given };
}
/** Warnings about a resource or about what has its name as a beginning, as the pods of a Deployment have. */
function lastWarning(events, { name }) {
    const about = events.filter(({ type, involvedObject }) => type === 'Warning' && (involvedObject.name === name || involvedObject.name?.startsWith(`${name}-`) === true));
    return about.toSorted((a, b) => (0,pod/* eventTime */.g)(b) - (0,pod/* eventTime */.g)(a))[0];
}
/** The resource does not say which of them is unwell, so the cluster's own warnings are what there is to tell. */
async function resource_troubles(client, { spec, status }, here) {
    const { server, name, namespace } = spec.destination ?? {};
    if (namespace === undefined || !(here.includes(server ?? '') || name === 'in-cluster'))
        return [];
    const { items } = await client.list(EVENTS, { namespace });
    return (status?.resources ?? []).flatMap((resource) => {
        const event = lastWarning(items, resource);
        if (event === undefined)
            return [];
        const health = status?.health?.status ?? 'Unknown';
        return [{ resource: resourceName(resource), health, event: `${event.reason ?? ''}: ${event.message ?? ''}` }];
    });
}
/**
 * Argo CD by its resources in the cluster, where nobody has a token of its API.
 *
 * Fields that differ and sync windows are told by the API alone.
 *
 * @param server the address of this cluster's API, by which an application's destination is known to be this cluster
 */
function argocdResources(client, namespace, server) {
    const here = ['https://kubernetes.default.svc', server];
    return {
        application: (name) => client.get({ ...KIND, name, namespace }),
        refresh: async (name) => {
            await client.apply(asked(namespace, name, {}, true), { manager: REFRESHER, force: true });
        },
        sync: async (name) => {
            const operation = { initiatedBy: { username: 'slipway' }, sync: {} };
            await client.apply(asked(namespace, name, { operation }, false), { manager: SYNCER, force: true });
        },
        troubles: (application) => resource_troubles(client, application, here),
        differences: async ({ status }) => (status?.resources ?? [])
            .filter((resource) => resource.status === 'OutOfSync')
            .map((resource) => ({ resource: resourceName(resource) })),
        closedWindow: async () => undefined,
    };
}

// EXTERNAL MODULE: ../failure/lib/collect.js
var collect = __webpack_require__(57993);
// EXTERNAL MODULE: ../kubernetes/lib/connection.js + 1 modules
var lib_connection = __webpack_require__(10811);
// EXTERNAL MODULE: ../kubernetes/lib/client.js + 3 modules
var lib_client = __webpack_require__(41807);
// EXTERNAL MODULE: ../oci/lib/reference.js
var lib_reference = __webpack_require__(18821);
// EXTERNAL MODULE: ../write-back/lib/address.js
var address = __webpack_require__(19294);
;// CONCATENATED MODULE: ../../actions/wait-for-argocd/lib/request.js





/** How long Argo CD may fail to compare, or the cluster differ after a sync: its own repair needs some seconds. */
const DOUBT_MS = 20_000;
/** Reads what is waited for. Throws a Failure with everything that is wrong with it. */
async function gatherRequest(inputs, { serverUrl }) {
    const problems = [];
    const reference = await (0,collect/* collect */.F)(problems, () => (0,lib_reference/* parseReference */.F2)(inputs.image));
    const missing = reference && (0,lib_reference/* digestMissing */.xr)(reference);
    if (missing !== undefined)
        problems.push(missing);
    const url = (0,address/* parseAddress */.o)(inputs.repository, inputs.token !== undefined, serverUrl, problems);
    if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(inputs.commit)) {
        const message = `The input "commit" is ${JSON.stringify(inputs.commit)}, which is not a whole commit id.`;
        const remedy = 'Give the output "commit" of update-gitops; where it was superseded there is none, and nothing to wait for.';
        problems.push({ code: 'INPUT_MALFORMED', message, remedy });
    }
    (0,failure/* failWhen */.x)(problems);
    return {
        url,
        image: reference === undefined ? '' : `${reference.registry}/${reference.path}`,
        digest: reference?.digest ?? '',
        applications: inputs.applications ?? [inputs.service],
        patience: {
            timeoutMs: inputs.timeout,
            graceMs: inputs.degradedGrace,
            settleMs: inputs.stableFor,
            doubtMs: DOUBT_MS,
        },
    };
}
/** Argo CD, by its API where its address is given, else by its resources. */
async function reach(inputs, ports) {
    const { argocdServer: server, argocdToken: token, argocdNamespace: namespace, argocdCa: ca, record } = inputs;
    const api = server !== undefined && token !== undefined;
    const overApi = api ? argocdApi({ server, token, ca, ...(namespace !== 'argocd' && { namespace }) }, ports.http) : undefined;
    if (overApi !== undefined && record === 'none')
        return { argocd: overApi };
    const source = { text: inputs.kubeconfig?.reveal(), path: inputs.kubeconfigPath, context: inputs.context };
    const connection = await (0,lib_connection/* connect */.N)(source, ports);
    const client = (0,lib_client/* kubernetes */.p)(connection, ports);
    return { client, argocd: overApi ?? argocdResources(client, namespace, connection.server) };
}

;// CONCATENATED MODULE: ../argocd/lib/stance.js

const RETRIES = 2;
const SPECIFICATION = new Set(['InvalidSpecError']);
const COMPARISON = new Set(['ComparisonError', 'InvalidSpecError', 'UnknownError']);
function incomparable(application) {
    const found = (application.status?.conditions ?? []).filter(({ type }) => COMPARISON.has(type));
    const [first] = found;
    if (first === undefined)
        return undefined;
    const message = [...new Set(found.map((condition) => condition.message))].join('; ');
    return { kind: 'incomparable', message, specification: found.some(({ type }) => SPECIFICATION.has(type)) };
}
const failedResources = (operation) => (operation.syncResult?.resources ?? [])
    .filter(({ status }) => status === 'SyncFailed')
    .map((resource) => `${resourceName(resource)}: ${resource.message ?? 'failed'}`);
const outOfSync = (resources) => (resources ?? []).filter(({ status }) => status === 'OutOfSync').map(resourceName);
/** Whether an image as it runs is the one that is wanted: Argo CD names it as the manifests do, with tag and digest or either. */
function runs(images, { image, digest }) {
    return images.some((each) => each.endsWith(`@${digest}`) && (each.startsWith(`${image}@`) || each.startsWith(`${image}:`)));
}
function beforeSync(application, wanted) {
    const { operated } = shareOf(application, wanted.repository);
    const state = application.status?.operationState;
    const ours = operated.some((revision) => wanted.contains(revision));
    // Argo CD tries again by itself, at growing distances; what fails the third time has no passing reason.
    const failing = ours && state !== undefined && (state.retryCount ?? 0) >= RETRIES && failedResources(state).length > 0;
    if (failing)
        return { kind: 'sync-failed', message: state.message ?? '', resources: failedResources(state) };
    if (state?.phase === 'Running' || state?.phase === 'Terminating')
        return { kind: 'syncing', ...(state.message !== undefined && { message: state.message }) };
    if (ours && (state?.phase === 'Failed' || state?.phase === 'Error'))
        return { kind: 'sync-failed', message: state.message ?? state.phase, resources: failedResources(state) };
    if (application.status?.sync?.status === 'Synced')
        return undefined;
    if (ours && state?.phase === 'Succeeded')
        return { kind: 'drifted', resources: outOfSync(application.status?.resources) };
    return { kind: 'out-of-sync', manual: !syncsItself(application) };
}
/**
 * Where an application stands.
 *
 * Other services' commits move the head of a shared repository all the time, so no revision is compared for being equal: ours
 * must be among the ancestors of the one that was synced, the digest must run, and only then does health count.
 */
function stanceOf(application, wanted) {
    const { reads, compared } = shareOf(application, wanted.repository);
    if (!reads)
        return { kind: 'elsewhere' };
    const broken = incomparable(application);
    if (broken !== undefined)
        return broken;
    const seen = compared.find((revision) => wanted.contains(revision));
    if (seen === undefined)
        return { kind: 'unseen', ...(compared[0] !== undefined && { revision: compared[0] }) };
    const before = beforeSync(application, wanted);
    if (before !== undefined)
        return before;
    const images = application.status?.summary?.images ?? [];
    if (!runs(images, wanted))
        return { kind: 'image-absent', revision: seen, images };
    const { status = 'Unknown', message } = application.status?.health ?? {};
    return { kind: 'live', revision: seen, health: status, ...(message !== undefined && { message }) };
}

;// CONCATENATED MODULE: ../argocd/lib/advice.js
/** What nothing was seen of yet. */
const START = { degradedBefore: false, stumbled: false, askedToSync: false };
const keyOf = (stance) => (stance.kind === 'live' ? `live ${stance.health}` : stance.kind);
function remember(look, memory) {
    const { stance, health, now } = look;
    const key = keyOf(stance);
    const first = memory.startedAt === undefined;
    const live = stance.kind === 'live';
    // Only what was seen before our commit was applied shows that it was not our commit that did it.
    const degradedBefore = health === 'Degraded' && (first ? !live : memory.degradedBefore || (!live && !memory.stumbled));
    return {
        startedAt: memory.startedAt ?? now,
        current: memory.current?.key === key ? memory.current : { key, since: now },
        degradedBefore,
        stumbled: memory.stumbled || (live && health === 'Degraded' && !degradedBefore),
        askedToSync: memory.askedToSync,
    };
}
/** What the stance itself asks for; undefined when waiting is right. */
function decide(look, memory, patience, wantsSync) {
    const { stance, window, now } = look;
    const lasted = now - (memory.current?.since ?? now);
    const failed = (reason) => ({ kind: 'failed', reason });
    switch (stance.kind) {
        case 'elsewhere':
            return failed('elsewhere');
        case 'incomparable':
            return lasted >= patience.doubtMs ? failed('incomparable') : undefined;
        case 'sync-failed':
            return failed('sync-failed');
        case 'drifted':
            return lasted >= patience.doubtMs ? failed('drifted') : undefined;
        case 'out-of-sync':
            if (stance.manual && !wantsSync)
                return failed('auto-sync-off');
            if (window !== undefined)
                return failed('window-closed');
            return stance.manual && !memory.askedToSync ? { kind: 'sync' } : undefined;
        case 'live':
            if (stance.health === 'Healthy' && lasted >= patience.settleMs)
                return { kind: 'done', stumbled: memory.stumbled };
            if (stance.health === 'Degraded' && !memory.degradedBefore && lasted >= patience.graceMs)
                return failed('degraded');
            return undefined;
        default:
            return undefined;
    }
}
/** What a wait that ran out of time comes to, by the last that was seen. */
function outOfTime(stance) {
    if (stance.kind === 'live' && stance.health === 'Degraded')
        return 'degraded';
    if (stance.kind === 'live' && stance.health === 'Suspended')
        return 'suspended';
    return stance.kind === 'image-absent' ? 'image-absent' : 'timeout';
}
/**
 * Decides after a look whether the wait goes on.
 *
 * Degraded is no end by itself: an application that was Degraded before may be mended by our commit and has the whole time, and one
 * that becomes so on its way, as with a slow autoscaler, has the grace.
 */
function advise(look, memory, patience, wantsSync) {
    const known = remember(look, memory);
    const decided = decide(look, known, patience, wantsSync);
    if (decided?.kind === 'sync')
        return { memory: { ...known, askedToSync: true }, advice: decided };
    if (decided !== undefined)
        return { memory: known, advice: decided };
    const over = look.now - (known.startedAt ?? look.now) >= patience.timeoutMs;
    return { memory: known, advice: over ? { kind: 'failed', reason: outOfTime(look.stance) } : { kind: 'wait' } };
}

// EXTERNAL MODULE: ../kubernetes/lib/status.js
var lib_status = __webpack_require__(60581);
;// CONCATENATED MODULE: ../../actions/wait-for-argocd/lib/wait.js



const LOOK_MS = 2000;
/** How often Argo CD is told to look at the repository while it has not seen the commit. */
const REFRESH_MS = 10_000;
/** A server that is away may come back; what it refuses, it will refuse again. */
const mayPass = (error) => error instanceof lib_status/* KubernetesFailure */.d8
    ? error.status >= 500 || error.status === 429
    : error instanceof failure/* Failure */.H && (error.code === 'ARGOCD_UNREACHABLE' || error.code.startsWith('HTTP_'));
const wait_wordsOf = (stance) => stance.kind === 'live' ? `runs the image, ${stance.health}` : stance.kind.replaceAll('-', ' ');
async function refreshIfUnseen(name, stance, watched, { argocd, clock }) {
    if (stance.kind !== 'unseen')
        return;
    if (watched.refreshed !== undefined && clock.now() - watched.refreshed < REFRESH_MS)
        return;
    watched.refreshed = clock.now();
    await argocd.refresh(name);
}
async function lookAt(name, request, watched, world) {
    const { argocd, history, clock, log, sync } = world;
    const application = await argocd.application(name);
    if (application === undefined)
        return { kind: 'absent' };
    const { compared, operated } = shareOf(application, request.url);
    await history.learn([...compared, ...operated]);
    const stance = stanceOf(application, { ...request, repository: request.url, contains: history.contains });
    const words = wait_wordsOf(stance);
    if (words !== watched.said)
        log.info(`${name}: ${words}`);
    watched.said = words;
    const seen = compared.find((revision) => history.contains(revision));
    const by = seen === undefined || stance.kind === 'live' ? undefined : await history.newer(seen);
    if (by !== undefined && seen !== undefined)
        return { kind: 'superseded', by, revision: seen };
    await refreshIfUnseen(name, stance, watched, world);
    const window = stance.kind === 'out-of-sync' ? await argocd.closedWindow(application) : undefined;
    const health = application.status?.health?.status ?? 'Unknown';
    const { memory, advice } = advise({ stance, health, window, now: clock.now() }, watched.memory, request.patience, sync);
    watched.memory = memory;
    if (advice.kind === 'sync')
        await argocd.sync(name);
    if (advice.kind === 'failed')
        return { kind: 'failed', reason: advice.reason, stance, application };
    if (advice.kind === 'done')
        return { kind: 'live', revision: stance.kind === 'live' ? stance.revision : '', stumbled: advice.stumbled };
    return undefined;
}
/**
 * Waits for every application, looking at each every two seconds.
 *
 * A server that does not answer is asked again until the time is over. Rejects with what it said last then, with anything
 * that no second try can mend at once, and with CANCELLED.
 */
async function waitFor(request, world) {
    const { clock, log, signal } = world;
    const started = clock.now();
    const open = new Map(request.applications.map((name) => [name, { memory: START, refreshed: undefined, said: undefined }]));
    const ended = [];
    while (open.size > 0) {
        if (signal.aborted)
            throw new failure/* Failure */.H({ code: 'CANCELLED', message: 'The run was cancelled. Argo CD goes on by itself.' });
        for (const [name, watched] of open) {
            try {
                const end = await lookAt(name, request, watched, world);
                if (end === undefined)
                    continue;
                open.delete(name);
                ended.push({ name, end, afterMs: clock.now() - started });
            }
            catch (error) {
                if (!mayPass(error) || clock.now() - started >= request.patience.timeoutMs)
                    throw error;
                log.info(`${name}: ${error instanceof Error ? error.message : String(error)} Trying again.`);
            }
        }
        if (open.size > 0)
            await clock.sleep(LOOK_MS, signal).catch(() => undefined);
    }
    return request.applications.flatMap((name) => ended.filter((each) => each.name === name));
}

;// CONCATENATED MODULE: ../../actions/wait-for-argocd/lib/run.js








function perform(inputs, { request, argocd, folder }, ports) {
    const { clock, log, cancelled: signal } = ports;
    const { token, branch, commit, service, file, sync } = inputs;
    return (0,lib_open/* withRepository */.B)({ url: request.url, folder, token }, ports, async (repository) => {
        const history = await historyOf(repository, clock, { branch, commit, service, file });
        return waitFor(request, { argocd, history, clock, log, signal, sync });
    });
}
/** Waits until Argo CD has applied a commit and its image runs in good health. */
async function run(inputs, ports, context) {
    const request = await gatherRequest(inputs, context);
    const { argocd, client } = await reach(inputs, ports);
    const folder = `${context.temp}/wait-for-argocd-${(0,external_node_crypto_.randomUUID)()}`;
    const waited = await perform(inputs, { request, argocd, folder }, ports);
    const explained = await explain(waited, argocd, ports.log);
    const release = client && (await record(inputs, request, waited, { client, clock: ports.clock, context }));
    return report({ inputs, request, waited, explained, release });
}

;// CONCATENATED MODULE: ../../actions/wait-for-argocd/lib/index.js




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

/***/ 76704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ eventCount),
/* harmony export */   g: () => (/* binding */ eventTime)
/* harmony export */ });
/** How often the event was seen: the kubelet counts repeats in place. */
function eventCount(event) {
    return event.series?.count ?? event.count ?? 1;
}
/** When the event was last seen, in milliseconds; 0 when it does not say. */
function eventTime(event) {
    const text = event.lastTimestamp ?? event.eventTime ?? event.firstTimestamp ?? event.metadata.creationTimestamp;
    return text === undefined || text === null ? 0 : Date.parse(text);
}


/***/ })

};
