export const id = 2626;
export const ids = [2626];
export const modules = {

/***/ 2626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runWith: () => (/* reexport */ runWith)
});

// UNUSED EXPORTS: action

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../kubernetes/lib/object.js
var lib_object = __webpack_require__(82548);
// EXTERNAL MODULE: ../kubernetes/lib/definition.js
var lib_definition = __webpack_require__(99898);
// EXTERNAL MODULE: ../kubernetes/lib/status.js
var lib_status = __webpack_require__(60581);
// EXTERNAL MODULE: ../rollout/lib/release.js
var lib_release = __webpack_require__(48533);
// EXTERNAL MODULE: ../rollout/lib/restore.js + 2 modules
var restore = __webpack_require__(58498);
;// CONCATENATED MODULE: ../rollout/lib/await-definition.js

const TICK_MS = 250;
/** The API server takes a second or two to serve a new kind. */
const PATIENCE_MS = 30_000;
/** Waits until the kinds of a definition that was applied can be used; the cause when they cannot. */
async function awaitDefinition({ client, clock, cancelled, hold }, definition) {
    for (const startedMs = clock.now();;) {
        const state = await (0,lib_definition/* definitionState */.R_)(client, definition);
        if (state.kind === 'served')
            return undefined;
        const name = (0,lib_object/* objectName */.Hd)(definition);
        if (state.kind === 'refused') {
            return { class: 'config', reason: 'DefinitionRefused', message: `${name} cannot be used: ${state.why}` };
        }
        if (clock.now() - startedMs > PATIENCE_MS) {
            const message = `${name} cannot be used after ${PATIENCE_MS / 1000} s: ${state.why}.`;
            return { class: 'platform', reason: 'DefinitionNotServed', message };
        }
        await hold?.();
        await clock.sleep(TICK_MS, cancelled);
    }
}

;// CONCATENATED MODULE: ../rollout/lib/refusal.js

/** Why a release fails of which the API server refused an object. */
function refusalCause(object, error) {
    const status = error instanceof lib_status/* KubernetesFailure */.d8 ? error.status : 0;
    const kind = status === 403 ? 'policy' : status >= 400 && status < 500 ? 'config' : 'platform';
    return { class: kind, reason: 'ApplyRefused', message: `${(0,lib_object/* objectName */.Hd)(object)} was refused: ${error.message}` };
}

// EXTERNAL MODULE: ../rollout/lib/apply.js
var lib_apply = __webpack_require__(47196);
// EXTERNAL MODULE: ../rollout/lib/wait.js + 1 modules
var wait = __webpack_require__(21552);
// EXTERNAL MODULE: ../rollout/lib/prune.js
var prune = __webpack_require__(69664);
;// CONCATENATED MODULE: ../rollout/lib/progressive/canary.js


/** On a canary: the name of the Deployment whose next version it tries. */
const CANARY_OF = 'slipway.dev/canary-of';
/** On a canary's pods: what tells them from those of the stable release. */
const TRACK = 'slipway.dev/track';
const CANARY = 'canary';
const specOf = (object) => (object['spec'] ?? {});
/** The name of a Deployment's canary. */
function canaryName(name) {
    return `${name}-${CANARY}`;
}
/**
 * The label whose value tells the canary's pods apart. Where the stable selector has the field's usual `track` and no Service
 * asks for it, that one: then the stable selector does not even match the canary's pods.
 */
function trackLabel(deployment, services) {
    const asked = services.some((service) => 'track' in (specOf(service).selector ?? {}));
    return 'track' in (specOf(deployment).selector?.matchLabels ?? {}) && !asked ? 'track' : TRACK;
}
/** The label that only a canary's pods have. */
function canaryTrack(deployment, services) {
    return { [trackLabel(deployment, services)]: CANARY };
}
/**
 * The canary of a Deployment: its next version under another name, with pods that the same Services select.
 *
 * A Deployment's selector cannot be changed, so mostly the stable one matches the canary's pods as well. That is no harm: the
 * controllers take no ReplicaSet or pod that has an owner, and a canary is deleted with what it owns, so nothing is ever left
 * without one. The canary's own selector asks for the label that only its pods have.
 */
function canaryOf(deployment, services, replicas) {
    const label = canaryTrack(deployment, services);
    const { selector = {}, template = {}, strategy: _strategy, paused: _paused, ...spec } = specOf(deployment);
    const { name, annotations, labels, ...metadata } = deployment.metadata;
    return {
        ...deployment,
        metadata: {
            ...metadata,
            name: canaryName(name),
            labels: { ...labels, ...label },
            annotations: { ...annotations, [CANARY_OF]: name },
        },
        spec: {
            ...spec,
            replicas,
            selector: { ...selector, matchLabels: { ...selector.matchLabels, ...label } },
            template: { ...template, metadata: { ...template.metadata, labels: { ...template.metadata?.labels, ...label } } },
        },
    };
}
/** Whether a Deployment says of itself that two of its versions may not run at once. */
function runsAlone(deployment) {
    return specOf(deployment).strategy?.type === 'Recreate';
}
/** Whether an object is a canary that deploys of the service made. */
function isOwnCanary({ metadata: { annotations = {} } }, service) {
    return annotations[CANARY_OF] !== undefined && annotations[prune/* SERVICE */.YV] === service;
}
/** What the canary of an object is called: of a Deployment, and of a Service or Ingress that leads to it. */
function canaryTarget(object) {
    return { ...(0,lib_object/* targetOf */.$r)(object), name: canaryName(object.metadata.name) };
}
/** Every canary that a recorded release may have left behind. */
function knownCanaries(ledger) {
    const all = ledger.releases.flatMap(({ canaries = [] }) => canaries);
    return [...new Map(all.map((target) => [(0,lib_object/* objectName */.Hd)(target), target])).values()];
}

;// CONCATENATED MODULE: ../rollout/lib/progressive/clear-canaries.js


/** Deletes canaries that deploys of the service made, of this run or of one that was cut off; others of the name are left. */
async function clearCanaries({ writer, progress }, canaries, service) {
    for (const target of canaries) {
        const gone = await writer.remove(target, (live) => isOwnCanary(live, service));
        if (gone)
            progress?.(`${(0,lib_object/* objectName */.Hd)(target)}: deleted`);
    }
}

// EXTERNAL MODULE: ../rollout/lib/lock/fence.js
var fence = __webpack_require__(14475);
// EXTERNAL MODULE: ../rollout/lib/ledger-store.js + 1 modules
var ledger_store = __webpack_require__(33178);
// EXTERNAL MODULE: ../rollout/lib/evidence.js
var lib_evidence = __webpack_require__(30519);
// EXTERNAL MODULE: ../rollout/lib/progressive/argo-rollout.js
var argo_rollout = __webpack_require__(14779);
;// CONCATENATED MODULE: ../rollout/lib/progressive/canary-size.js
const sizeOf = (replicas, stable) => ({ replicas, share: replicas / (stable + replicas) });
/**
 * The number of pods beside the stable ones whose share comes nearest to a weight; one at least, and of two that are as near
 * the smaller. The stable pods stay as many as they are, so a canary never takes capacity away.
 *
 * @param weight the share that is asked for, above 0 and at most 0.5: beyond that there would be more new pods than old ones
 * @param stable how many pods the stable release has
 */
function canarySize(weight, stable) {
    const exact = (weight * stable) / (1 - weight);
    const fewer = sizeOf(Math.max(1, Math.floor(exact)), stable);
    const more = sizeOf(Math.max(1, Math.ceil(exact)), stable);
    return weight - fewer.share <= more.share - weight ? fewer : more;
}

;// CONCATENATED MODULE: ../rollout/lib/progressive/route.js


const NGINX = 'nginx.ingress.kubernetes.io';
/** Weights are whole numbers in both languages; thousandths are fine enough for every share that can be asked for. */
const WHOLE = 1000;
const route_specOf = (object) => (object['spec'] ?? {});
const isHttpRoute = ({ apiVersion, kind }) => kind === 'HTTPRoute' && (0,lib_object/* groupOf */.F8)(apiVersion) === 'gateway.networking.k8s.io';
function isNginx(object) {
    const named = route_specOf(object).ingressClassName ?? object.metadata.annotations?.['kubernetes.io/ingress.class'];
    return object.kind === 'Ingress' && (0,lib_object/* groupOf */.F8)(object.apiVersion) === 'networking.k8s.io' && named === 'nginx';
}
const leadsTo = (ref, service) => (ref.kind ?? 'Service') === 'Service' && ref.name === service;
/** Whether a route gives each of its backends a share: an HTTPRoute, or an Ingress of ingress-nginx, that leads to the Service. */
function weighs(object, service) {
    const rules = route_specOf(object).rules ?? [];
    if (isHttpRoute(object))
        return rules.some(({ backendRefs = [] }) => backendRefs.some((ref) => leadsTo(ref, service)));
    return isNginx(object) && rules.some(({ http }) => http?.paths?.some(({ backend }) => backend?.service?.name === service));
}
function split(ref, services, weight) {
    const all = (ref.weight ?? 1) * WHOLE;
    if (ref.name === undefined || !services.has(ref.name) || !leadsTo(ref, ref.name))
        return [{ ...ref, weight: all }];
    const share = Math.round(all * weight);
    return [
        { ...ref, weight: all - share },
        { ...ref, name: canaryName(ref.name), weight: share },
    ];
}
/** An HTTPRoute that gives the canaries of the Services a share of what the Services have. */
function weighted(route, services, weight) {
    const rules = (route_specOf(route).rules ?? []).map((rule) => {
        const { backendRefs = [] } = rule;
        const touched = backendRefs.some(({ name = '' }) => services.has(name));
        return touched ? { ...rule, backendRefs: backendRefs.flatMap((ref) => split(ref, services, weight)) } : rule;
    });
    return { ...route, spec: { ...route_specOf(route), rules } };
}
/**
 * The Ingress by which ingress-nginx gives canaries their share: it has the same rules, and takes everything else from the
 * Ingress that it goes with. https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#canary
 */
function canaryIngress(ingress, services, weight) {
    const rules = (route_specOf(ingress).rules ?? []).flatMap((rule) => {
        const paths = (rule.http?.paths ?? []).flatMap((path) => {
            const service = path.backend?.service;
            if (service?.name === undefined || !services.has(service.name))
                return [];
            return [{ ...path, backend: { service: { ...service, name: canaryName(service.name) } } }];
        });
        return paths.length === 0 ? [] : [{ ...rule, http: { paths } }];
    });
    const { name, namespace, annotations = {} } = ingress.metadata;
    const own = Object.entries(annotations).filter(([key]) => !key.startsWith(NGINX));
    const shares = {
        [`${NGINX}/canary-weight`]: String(Math.round(weight * WHOLE)),
        [`${NGINX}/canary-weight-total`]: String(WHOLE),
    };
    const { ingressClassName } = route_specOf(ingress);
    return {
        ...{ apiVersion: ingress.apiVersion, kind: ingress.kind },
        metadata: {
            name: canaryName(name),
            ...(namespace !== undefined && { namespace }),
            annotations: { ...Object.fromEntries(own), [CANARY_OF]: name, [`${NGINX}/canary`]: 'true', ...shares },
        },
        spec: { ...(ingressClassName !== undefined && { ingressClassName }), rules },
    };
}
/** A route as it gives canaries of the Services a share from 0 to 1: the HTTPRoute itself, or an Ingress beside the Ingress. */
function sharing(route, services, weight) {
    return isHttpRoute(route) ? weighted(route, services, weight) : canaryIngress(route, services, weight);
}
/** Whether a route shares by an object beside it, which is to be taken away, and not by its own fields. */
function sharesBeside(route) {
    return !isHttpRoute(route);
}
/** The Service of a canary's pods alone, within the cluster. */
function canaryService(service, track) {
    const { ports = [], selector = {} } = route_specOf(service);
    const { name, namespace, annotations } = service.metadata;
    return {
        ...{ apiVersion: service.apiVersion, kind: service.kind },
        metadata: {
            name: canaryName(name),
            ...(namespace !== undefined && { namespace }),
            annotations: { ...annotations, [CANARY_OF]: name },
        },
        spec: { ports: ports.map(({ nodePort: _nodePort, ...port }) => port), selector: { ...selector, ...track } },
    };
}

;// CONCATENATED MODULE: ../rollout/lib/progressive/play-canary.js






const percent = (share) => `${Math.round(share * 1000) / 10} %`;
const written = ({ routing }) => new Set(routing?.pins.map(({ metadata }) => metadata.name));
/** Leads nobody to canaries any more. Routes come first, so that none leads to what is gone. */
async function routeBack({ writer }, { routes }, service) {
    for (const route of routes) {
        if (sharesBeside(route))
            await writer.remove(canaryTarget(route), (live) => isOwnCanary(live, service));
        else
            await writer.apply(route, { force: true });
    }
}
/** Makes everything ready for routes to lead a share to canaries, with nobody led there yet. */
async function prepare(ports, routing, service) {
    await routeBack(ports, routing, service);
    for (const object of [...routing.pins, ...routing.services])
        await ports.writer.apply(object, { force: true });
}
async function route({ writer, progress }, play, { weight }) {
    for (const each of play.routing?.routes ?? []) {
        const shared = sharing(each, written(play), weight);
        await writer.apply(shared, { force: true });
        progress?.(`${(0,lib_object/* objectName */.Hd)(shared)}: leads ${percent(weight)} to the canary`);
    }
}
/** A step in words: `asked 10 %: 1 of 4 pods of order-service is 25 %`. */
function stepWords({ weight, shares }) {
    const each = shares.map(({ name, replicas, total, share }) => `${replicas} of ${total} pods of ${name} ${replicas === 1 ? 'is' : 'are'} ${percent(share)}`);
    return `asked ${percent(weight)}: ${each.join(', ')}`;
}
/** Makes every canary as large as the step wants it beside the stable pods that there are now. */
async function grow(ports, play, step) {
    const shares = [];
    for (const deployment of play.deployments) {
        const stable = await ports.client.get((0,lib_object/* targetOf */.$r)(deployment));
        const pods = stable?.spec.replicas ?? 1;
        const { replicas, share } = canarySize(step.weight, pods);
        const canary = canaryOf(deployment, play.services, replicas);
        ports.cancelled.throwIfAborted();
        try {
            await ports.writer.apply(canary, { force: true });
        }
        catch (error) {
            if (!(error instanceof lib_status/* KubernetesFailure */.d8))
                throw error;
            return { state: 'failed', target: (0,lib_object/* targetOf */.$r)(canary), cause: refusalCause(canary, error), elapsedMs: 0 };
        }
        shares.push({ name: deployment.metadata.name, replicas, total: pods + replicas, share });
        ports.progress?.(`${(0,lib_object/* objectName */.Hd)(canary)}: applied`);
    }
    return shares;
}
/**
 * Tries new versions beside the stable ones, step by step. At each step the canaries must become ready and stay so, without a
 * restart, for the step's pause. Nothing of the stable release is written, but for where routes lead: then the Services that they
 * lead to are pinned to its pods, and the routes themselves give the share.
 *
 * @param limits for each step; a pause that is shorter than the stability window lasts as long as that
 */
async function playCanary(ports, play, limits, service) {
    const played = [];
    const startedMs = ports.clock.now();
    if (play.routing !== undefined)
        await prepare(ports, play.routing, service);
    for (const [index, step] of play.steps.entries()) {
        const grown = await grow(ports, play, step);
        if ('state' in grown)
            return { result: grown, played };
        ports.progress?.(`canary step ${index + 1} of ${play.steps.length}, ${stepWords({ ...step, shares: grown })}`);
        const targets = play.deployments.map((deployment) => (0,lib_object/* targetOf */.$r)(canaryOf(deployment, play.services, 1)));
        if (play.routing !== undefined) {
            const up = await (0,wait/* waitForRollout */.gj)(ports, targets, play.namespace, { ...limits, stabilityMs: 0 });
            if (up.state !== 'ready')
                return { result: up, played: [...played, { ...step, shares: grown, passed: false }] };
            await route(ports, play, step);
        }
        const stabilityMs = Math.max(step.pauseMs, limits.stabilityMs);
        const result = await (0,wait/* waitForRollout */.gj)(ports, targets, play.namespace, { ...limits, stabilityMs });
        played.push({ ...step, shares: grown, passed: result.state === 'ready' });
        if (result.state !== 'ready')
            return { result, played };
    }
    return { result: { state: 'ready', elapsedMs: ports.clock.now() - startedMs }, played };
}

;// CONCATENATED MODULE: ../rollout/lib/progressive/failed-canary.js

/** The ledger after a release failed as a canary: it is bad, and the one before, which nothing has touched, still runs. */
function withCanaryFailed(ledger, id, why) {
    const standing = (0,lib_release/* standingRelease */.W$)(ledger, id);
    const marked = (0,lib_release/* withState */.Q2)(ledger, id, 'bad', why);
    return standing === undefined ? marked : (0,lib_release/* withCurrent */.ad)(marked, standing.id);
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/canary-name.js


/** What is wrong with the name that the canary of an object would have. */
async function nameProblems({ client, inputs, manifests }, manifest) {
    const target = canaryTarget(manifest.object);
    const named = manifests.some(({ object }) => (0,lib_object/* objectName */.Hd)(object) === (0,lib_object/* objectName */.Hd)(target));
    const live = named ? undefined : await client.get(target);
    if (!named && (live === undefined || isOwnCanary(live, inputs.service)))
        return [];
    return [
        {
            code: 'STRATEGY_NAME_TAKEN',
            message: `The canary of ${(0,lib_object/* objectName */.Hd)(manifest.object)} would be ${(0,lib_object/* objectName */.Hd)(target)}, and there is one that is no canary of ${inputs.service}.`,
            remedy: 'Give one of the two Deployments another name.',
            location: manifest.locate(['metadata', 'name']),
        },
    ];
}

// EXTERNAL MODULE: ../../actions/deploy-k8s/lib/canary-steps.js
var canary_steps = __webpack_require__(41678);
// EXTERNAL MODULE: ../rollout/lib/progressive/colour.js
var progressive_colour = __webpack_require__(67318);
// EXTERNAL MODULE: ../kubernetes/lib/manifest.js
var lib_manifest = __webpack_require__(30182);
;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/plan.js



const isFields = (value) => typeof value === 'object' && value !== null;
const FIELDS_SHOWN = 12;
/** The paths at which two values differ. */
function changedFields(before, after, path = '') {
    if (!isFields(before) || !isFields(after))
        return Object.is(before, after) ? [] : [path];
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => changedFields(before[key], after[key], path === '' ? key : `${path}.${key}`));
}
/** The object without what the server itself keeps, what changes by itself, and the fence, which is no wish of anybody's. */
function essence({ metadata, status: _status, ...rest }) {
    const { managedFields: _fields, resourceVersion: _version, generation: _generation, annotations = {}, ...kept } = metadata;
    const { [fence/* FENCE */.AK]: _fence, ...wished } = annotations;
    return { ...rest, metadata: { ...kept, annotations: wished } };
}
/** The value without what is empty in it. */
function withoutEmpty(value) {
    if (Array.isArray(value))
        return value.map(withoutEmpty);
    if (!isFields(value))
        return value;
    const entries = Object.entries(value).map(([key, each]) => [key, withoutEmpty(each)]);
    return Object.fromEntries(entries.filter(([, each]) => !isFields(each) || Object.keys(each).length > 0));
}
/** What two versions of an object differ in. The controller of Argo Rollouts writes empty fields into what we wrote. */
function differences(live, judged) {
    const shape = (0,argo_rollout/* isArgoRollout */.dc)(live) ? withoutEmpty : (value) => value;
    return changedFields(shape(essence(live)), shape(essence(judged)));
}
function foreignProblem(manifest, owner) {
    return {
        code: 'OBJECT_FOREIGN',
        message: `${(0,lib_object/* objectName */.Hd)(manifest.object)} belongs to the service ${owner}.`,
        remedy: `Give the object another name, or take it over: remove its annotation ${prune/* SERVICE */.YV}.`,
        location: manifest.locate(['metadata', 'name']),
    };
}
const IMMUTABLE_REMEDY = 'Give the object another name, so that the old one goes when the new one runs; or delete it yourself first, which stops what it runs.';
function onLines(manifest, error) {
    return error.problems.map((problem, index) => {
        const field = error.causes[index]?.field;
        const remedy = isImmutable(error) ? IMMUTABLE_REMEDY : problem.remedy;
        return { ...problem, ...(remedy && { remedy }), location: manifest.locate(field === undefined ? [] : (0,lib_manifest/* parseFieldPath */.Z)(field)) };
    });
}
const isImmutable = (error) => error instanceof lib_status/* KubernetesFailure */.d8 && error.causes.some(({ message = '' }) => message.includes('immutable'));
/** Admission webhooks that do something besides answering must not be asked in a dry run, and the server says so. */
const isUnjudgeable = (error) => error instanceof lib_status/* KubernetesFailure */.d8 && error.status === 400 && /does not support dry run/i.test(error.message);
/**
 * What a refusal of the dry run means for the deploy: a Job that ran cannot be changed and is no loss, so it is made anew; and
 * what the server cannot judge is found out by doing it. Anything else is for a person to decide.
 */
function otherwise(object) {
    return (error) => {
        if (object.kind === 'Job' && isImmutable(error))
            return 'replace';
        if (isUnjudgeable(error))
            return 'unknown';
        throw error;
    };
}
async function stepOf(client, manifest, service, force) {
    const { object } = manifest;
    const served = await (0,lib_definition/* unlessUnknown */.jG)(client.resource(object));
    if (served === undefined)
        return { manifest, change: 'unknown', fields: [], replacesPods: true, why: 'its definition is only in this set' };
    const live = await client.get((0,lib_object/* targetOf */.$r)(object));
    const owner = live?.metadata.annotations?.[prune/* SERVICE */.YV] ?? service;
    if (owner !== service)
        throw new failure/* Failure */.H(foreignProblem(manifest, owner));
    const judged = await (0,lib_apply/* applyObject */.qi)(client, object, { force, dryRun: true }).catch(otherwise(object));
    if (judged === 'replace')
        return { manifest, change: judged, fields: [], replacesPods: true };
    if (judged === 'unknown')
        return { manifest, change: judged, fields: [], replacesPods: true, why: 'a webhook refuses dry runs' };
    if (live === undefined)
        return { manifest, change: 'create', fields: [], replacesPods: true };
    const fields = differences(live, judged);
    const replacesPods = fields.some((field) => field.startsWith('spec.template'));
    return { manifest, change: fields.length === 0 ? 'same' : 'change', fields: fields.slice(0, FIELDS_SHOWN), replacesPods };
}
/** Lets the server judge every object without storing it; throws with all it refuses, each on its manifest line. */
async function planSteps({ client, inputs }, manifests, force) {
    const problems = [];
    const steps = [];
    for (const manifest of manifests) {
        try {
            steps.push(await stepOf(client, manifest, inputs.service, force));
        }
        catch (error) {
            if (error instanceof lib_status/* KubernetesFailure */.d8)
                problems.push(...onLines(manifest, error));
            else if (error instanceof failure/* Failure */.H && error.code === 'OBJECT_FOREIGN')
                problems.push(...error.problems);
            else
                throw error;
        }
    }
    (0,failure/* failWhen */.x)(problems);
    return steps;
}
/** The steps of a set whose namespace is not there yet: the server can judge nothing in it. */
function unjudgedSteps(manifests) {
    const why = 'its namespace is not there yet';
    return manifests.map((manifest) => ({ manifest, change: 'unknown', fields: [], replacesPods: true, why }));
}
/** The step as a person says it. */
function stepName({ manifest }) {
    return (0,lib_object/* objectName */.Hd)(manifest.object);
}

// EXTERNAL MODULE: ../rollout/lib/view.js
var view = __webpack_require__(44083);
;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/template-hash.js


/** The template of the pods that a plain Deployment runs now, if it runs those of one template alone. */
async function templateHash({ client, inputs }, deployment) {
    const live = await client.get((0,lib_object/* targetOf */.$r)(deployment));
    const { replicas = 0, updatedReplicas = 0 } = live?.status ?? {};
    if (live === undefined || replicas !== updatedReplicas)
        return undefined;
    const { items } = await client.list(lib_object/* KINDS */.GW.replicaSet, { namespace: inputs.namespace });
    return (0,view/* newReplicaSet */.Vs)(live, items)?.metadata.labels?.['pod-template-hash'];
}
/** A Service that cannot be led to the old pods alone. */
function unsettled({ manifests }, service) {
    const manifest = manifests.find(({ object }) => object === service);
    return {
        code: 'STRATEGY_UNSETTLED',
        message: `${(0,lib_object/* objectName */.Hd)(service)} leads to pods of more than one Deployment or template, so the new ones cannot be kept apart from them.`,
        remedy: 'Wait until the rollout before is over, or deploy once with strategy: rolling; give each Deployment a Service of its own.',
        ...(manifest && { location: manifest.locate(['spec', 'selector']) }),
    };
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/canary-routes.js






/** Lets the server judge what leads to the canaries, before anything is changed; gives what is wrong with their names. */
async function judge(scene, { routes, unpinned, services }, weight) {
    const manifestOf = (object) => scene.manifests.find((each) => (0,lib_object/* objectName */.Hd)(each.object) === (0,lib_object/* objectName */.Hd)(object));
    const names = new Set(unpinned.map(({ metadata }) => metadata.name));
    const beside = [...routes.filter(sharesBeside), ...unpinned].flatMap((object) => manifestOf(object) ?? []);
    const taken = (await Promise.all(beside.map((manifest) => nameProblems(scene, manifest)))).flat();
    const shares = routes.map((route) => ({ from: route, object: sharing(route, names, weight) }));
    const leading = services.map((object, index) => ({ from: unpinned[index] ?? object, object }));
    const judged = [...shares, ...leading].flatMap(({ from, object }) => {
        const manifest = manifestOf(from);
        return manifest === undefined ? [] : [{ ...manifest, object }];
    });
    if (taken.length === 0)
        await planSteps(scene, judged, true);
    return taken;
}
/**
 * How the routes among the manifests give canaries their share; undefined where none of them does. Everything is taken as the
 * release that runs has it, so that nothing but the share changes before the canary has proved good.
 */
async function planRouting(scene, deployments, services, firstWeight) {
    const objects = scene.manifests.map(({ object }) => object);
    const recorded = (0,lib_release/* standingRelease */.W$)(scene.ledger)?.objects ?? [];
    const before = (object) => recorded.find((each) => (0,lib_object/* objectName */.Hd)(each) === (0,lib_object/* objectName */.Hd)(object)) ?? object;
    const problems = [];
    const made = [];
    for (const service of services) {
        if (!objects.some((object) => weighs(object, service.metadata.name)))
            continue;
        // A first release of the Service has no requests yet that could be shared.
        if ((await scene.client.get((0,lib_object/* targetOf */.$r)(service))) === undefined)
            continue;
        const own = deployments.filter((deployment) => (0,progressive_colour/* switches */.n$)([deployment, service]).length > 0);
        const [only] = own;
        if (only === undefined)
            continue;
        const hash = own.length === 1 ? await templateHash(scene, only) : undefined;
        const base = before(service);
        if (hash === undefined)
            problems.push(unsettled(scene, service));
        else
            made.push({ base, pin: (0,progressive_colour/* pinned */.dp)(base, hash), canary: canaryService(base, canaryTrack(only, services)) });
    }
    const led = made.map(({ base }) => base.metadata.name);
    const routes = objects.filter((object) => led.some((name) => weighs(object, name))).map(before);
    const [pins, unpinned] = [made.map(({ pin }) => pin), made.map(({ base }) => base)];
    const routing = { routes, pins, unpinned, services: made.map(({ canary }) => canary) };
    (0,failure/* failWhen */.x)([...problems, ...(await judge(scene, routing, firstWeight))]);
    return routes.length === 0 ? undefined : routing;
}

// EXTERNAL MODULE: ../rollout/lib/config-copy.js
var config_copy = __webpack_require__(56084);
;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/trial.js


/** What pods need before they start. Only what is new of it: what the stable release uses must not change under it. */
const NEEDED = ['Namespace', 'CustomResourceDefinition', 'ServiceAccount', 'ConfigMap', 'Secret', 'PersistentVolumeClaim'];
const RIGHTS = ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'];
/** Whether a step comes before the pods of a trial. */
function isNeededFirst({ manifest: { object }, change }) {
    if (object.kind === 'Job')
        return change === 'create' || change === 'replace';
    const copied = object.metadata.annotations?.[config_copy/* COPY_OF */.S] !== undefined;
    return (change === 'create' && [...NEEDED, ...RIGHTS].includes(object.kind)) || (copied && change !== 'same');
}
/** What is wrong with Deployments of which two versions would run side by side. */
function runsAloneProblems(steps) {
    return steps
        .filter(({ manifest: { object } }) => object.kind === 'Deployment' && runsAlone(object))
        .map(({ manifest }) => ({
        code: 'STRATEGY_RUNS_ALONE',
        message: `${(0,lib_object/* objectName */.Hd)(manifest.object)} has the strategy Recreate: two of its versions may not run at once, and here they would.`,
        remedy: 'Set strategy: rolling, or let the Deployment use RollingUpdate.',
        location: manifest.locate(['spec', 'strategy', 'type']),
    }));
}
/** Steps of which those are taken whatever was planned whose objects are written meanwhile, and so are not as they were. */
function writtenAgain(steps, meanwhile) {
    const names = new Set(meanwhile.map(lib_object/* objectName */.Hd));
    return steps.map((step) => {
        return names.has((0,lib_object/* objectName */.Hd)(step.manifest.object)) && step.change === 'same' ? { ...step, change: 'change' } : step;
    });
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/canary.js








/** Which Deployments run already and get other pods. */
async function toTry({ client, manifests }, steps) {
    // What a Rollout takes its template from runs no pods of its own.
    const handed = new Set(manifests.map(({ object }) => (0,argo_rollout/* referencedBy */.bC)(object)?.name));
    const changed = steps.filter(({ manifest, change, replacesPods }) => {
        return (manifest.object.kind === 'Deployment' && change === 'change' && replacesPods && !handed.has(manifest.object.metadata.name));
    });
    const read = changed.map(async (step) => {
        const live = await client.get((0,lib_object/* targetOf */.$r)(step.manifest.object));
        return { step, pods: live === undefined ? 0 : (live.spec.replicas ?? 1) };
    });
    return (await Promise.all(read)).filter(({ pods }) => pods > 0);
}
/** The canaries that the plan's steps come to. Throws with every reason why they cannot be. */
async function planCanary(scene, steps) {
    const { inputs, manifests } = scene;
    const chosen = await toTry(scene, steps);
    if (chosen.length === 0) {
        const argo = manifests.some(({ object }) => (0,argo_rollout/* isArgoRollout */.dc)(object));
        return { kind: 'none', why: argo ? 'Argo Rollouts plays its own' : 'no Deployment that runs gets other pods' };
    }
    const alone = runsAloneProblems(chosen.map(({ step }) => step));
    const taken = await Promise.all(chosen.map(({ step }) => nameProblems(scene, step.manifest)));
    (0,failure/* failWhen */.x)([...alone, ...taken.flat()]);
    const services = manifests.map(({ object }) => object).filter(({ kind }) => kind === 'Service');
    const canarySteps = (0,canary_steps/* canaryStepsOf */.F)(inputs.canarySteps);
    const firstWeight = canarySteps[0]?.weight ?? 0;
    // The server judges the canaries as well, before anything is changed.
    const judged = chosen.map(({ step: { manifest }, pods }) => {
        return { ...manifest, object: canaryOf(manifest.object, services, canarySize(firstWeight, pods).replicas) };
    });
    await planSteps(scene, judged, true);
    const deployments = chosen.map(({ step }) => step.manifest.object);
    const first = steps.filter(isNeededFirst);
    const routing = await planRouting(scene, deployments, services, firstWeight);
    const play = { deployments, services, steps: canarySteps, namespace: inputs.namespace, ...(routing && { routing }) };
    const rest = steps.filter((step) => !first.includes(step));
    return { kind: 'canary', play, first, rest: writtenAgain(rest, [...(routing?.pins ?? []), ...(routing?.routes ?? [])]) };
}
/** The canaries of a trial, as the release record keeps them. */
function canariesOf(trial) {
    if (trial?.kind !== 'canary')
        return {};
    const { deployments, routing } = trial.play;
    // In the order in which they go: a route before what it leads to.
    const beside = (routing?.routes ?? []).filter(sharesBeside);
    return { canaries: [...beside, ...deployments, ...(routing?.unpinned ?? [])].map(canaryTarget) };
}
/** Tries the release beside the stable one. */
async function tryOut({ inputs }, { play }, waits) {
    const limits = { timeoutMs: inputs.timeout, stabilityMs: inputs.stabilityWindow };
    const { result, played } = await playCanary(waits, play, limits, inputs.service);
    return { result, tried: { kind: 'canary', steps: played, total: play.steps.length } };
}
/** Writes down that a trial failed and that the release before it still runs; `kept` says why nothing is to be taken away. */
async function markFailed({ inputs, ledgers, redact }, bad, cause) {
    const why = redact(`${cause.class}/${cause.reason}: ${cause.message}`);
    const before = await ledgers.read();
    if ((0,lib_release/* currentRelease */.BX)(before)?.id !== bad.id)
        return { state: 'kept', why: `release ${before.current} has been deployed since` };
    const ledger = await ledgers.update((now) => withCanaryFailed(now, bad.id, why));
    if (inputs.onFailure === 'keep')
        return { state: 'kept', why: 'on-failure is keep, so what was tried stays as it is' };
    return { state: 'untouched', release: (0,lib_release/* standingRelease */.W$)(ledger, bad.id) };
}
/** Takes a failed canary away. The stable release was never touched, so that is all there is to be undone. */
async function takeBack(scene, { first, play }, waits, bad, cause) {
    const { inputs } = scene;
    const marked = await markFailed(scene, bad, cause);
    if (marked.state === 'kept')
        return marked;
    if (play.routing !== undefined)
        await routeBack(waits, play.routing, inputs.service);
    await clearCanaries(waits, bad.canaries ?? [], inputs.service);
    for (const service of play.routing?.unpinned ?? [])
        await waits.writer.apply(service, { force: true });
    const made = first.filter(({ change }) => change === 'create').map(({ manifest }) => manifest.object);
    await (0,restore/* prune */.R)(waits.writer, made, inputs.service);
    return { ...marked, what: 'the canary' };
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/advance.js



/** What became of the work; of one that ended without a word, why nothing is known. */
async function told(waits, work) {
    try {
        const result = await work();
        return result.state === 'cancelled' ? { state: 'lost', why: 'the run was cancelled' } : result;
    }
    catch (error) {
        if (waits.cancelled.aborted)
            return { state: 'lost', why: 'the run was cancelled' };
        if (error instanceof failure/* Failure */.H)
            return { state: 'lost', why: error.message };
        throw error;
    }
}
/** Brings the new version up whole beside the old one; no request is led to it yet. */
async function bringUp(scene, trial, waits, { apply }) {
    const { inputs } = scene;
    for (const pin of trial.pins)
        await waits.writer.apply(pin, { force: true });
    const refused = await apply(trial.first);
    if (refused !== undefined)
        return refused;
    const targets = (0,lib_apply/* workloadsOf */.mo)(trial.first.map(({ manifest }) => manifest.object));
    const limits = { timeoutMs: inputs.timeout, stabilityMs: Math.max(inputs.preview, inputs.stabilityWindow) };
    const result = await (0,wait/* waitForRollout */.gj)(waits, targets, inputs.namespace, limits);
    if (result.state === 'ready')
        waits.progress?.(`switching from ${trial.from ?? 'what has no colour'} to ${trial.to}`);
    return result;
}
async function tryFirst(scene, trial, waits, forward) {
    if (trial.kind === 'blue-green') {
        const result = await told(waits, () => bringUp(scene, trial, waits, forward));
        const { to, from } = trial;
        return { result, tried: { kind: 'blue-green', to, from, switched: result.state === 'ready' } };
    }
    let tried = { kind: 'canary', steps: [], total: trial.play.steps.length };
    const result = await told(waits, async () => {
        const refused = await forward.apply(trial.first);
        if (refused !== undefined)
            return refused;
        const played = await tryOut(scene, trial, waits);
        tried = played.tried;
        return played.result;
    });
    return { result, tried };
}
/** Tries the release first where that is asked for, then rolls it out. */
async function advance(scene, { steps, trial }, waits, forward) {
    if (trial?.kind === 'none')
        waits.progress?.(`No ${scene.inputs.strategy}: ${trial.why}.`);
    if (trial === undefined || trial.kind === 'none')
        return { result: await forward.roll(steps) };
    const { result, tried } = await tryFirst(scene, trial, waits, forward);
    if (result.state !== 'ready')
        return { result, tried, failedTrial: trial };
    const rolled = await forward.roll(trial.rest);
    return { result: rolled.state === 'ready' ? { ...rolled, elapsedMs: result.elapsedMs + rolled.elapsedMs } : rolled, tried };
}

;// CONCATENATED MODULE: ../rollout/lib/progressive/choose-colour.js

/** Chooses the colour that gets no requests, unless one that does is what is wanted already. */
function chooseColour({ live, recorded, unchanged }) {
    const seen = new Set(live);
    const there = unchanged.find((colour) => seen.has(colour));
    if (there !== undefined)
        return { kind: 'stay', colour: there };
    const mixed = seen.size > 1;
    const from = mixed ? recorded : live[0];
    return { kind: 'change', to: from === undefined ? 'blue' : (0,progressive_colour/* otherColour */.RQ)(from), from, mixed };
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/blue-green.js







const objectsOf = (manifests) => manifests.map(({ object }) => object);
const COLOURS = ['blue', 'green'];
function sharedProblems(manifests) {
    const objects = objectsOf(manifests);
    return manifests
        .filter(({ object }) => (0,progressive_colour/* switches */.n$)(objects).includes(object))
        .flatMap(({ object, locate }) => (0,progressive_colour/* cutOff */.qG)(object, objects).map((other) => ({
        code: 'STRATEGY_SERVICE_SHARED',
        message: `${(0,lib_object/* objectName */.Hd)(object)} leads to ${(0,lib_object/* objectName */.Hd)(other)} as well, which has no second version: the switch would cut it off.`,
        remedy: 'Give it a Service of its own, or set strategy: rolling.',
        location: locate(['spec', 'selector']),
    })));
}
async function blue_green_nameProblems({ client, inputs, manifests }, coloured) {
    const names = objectsOf(manifests).map(lib_object/* objectName */.Hd);
    const made = coloured.filter(({ object }) => (0,progressive_colour/* isColoured */.yU)(object));
    const read = made.map(async ({ object, locate }) => {
        const live = await client.get((0,lib_object/* targetOf */.$r)(object));
        const owner = live?.metadata.annotations?.[prune/* SERVICE */.YV];
        const foreign = live !== undefined && !((0,progressive_colour/* isColoured */.yU)(live) && owner === inputs.service);
        if (!foreign && !names.includes((0,lib_object/* objectName */.Hd)(object)))
            return [];
        return [
            {
                code: 'STRATEGY_NAME_TAKEN',
                message: `${object.metadata.annotations?.[progressive_colour/* COLOUR_OF */.dd]} would stand beside itself as ${(0,lib_object/* objectName */.Hd)(object)}, and there is one that ${inputs.service} did not make so.`,
                remedy: 'Give one of the two another name.',
                location: locate(['metadata', 'name']),
            },
        ];
    });
    return (await Promise.all(read)).flat();
}
/** Where an autoscaler has brought a Deployment: its other version must begin with as many pods, or the switch takes them away. */
async function scaled({ client }, manifests, suffix) {
    const scalers = objectsOf(manifests).map(({ spec }) => spec?.scaleTargetRef?.name);
    return Promise.all(manifests.map(async (manifest) => {
        const { object } = manifest;
        const plain = object.metadata.annotations?.[progressive_colour/* COLOUR_OF */.dd];
        if (object.kind !== 'Deployment' || plain === undefined || !scalers.includes(object.metadata.name))
            return manifest;
        const live = await client.get({ ...(0,lib_object/* targetOf */.$r)(object), name: `${plain}${suffix}` });
        const spec = object['spec'];
        return {
            ...manifest,
            object: { ...object, spec: { ...spec, replicas: Math.max(spec.replicas ?? 1, live?.spec.replicas ?? 1) } },
        };
    }));
}
async function candidate(scene, colour, replicasOf) {
    const manifests = await scaled(scene, (0,progressive_colour/* inColour */.iD)(scene.manifests, colour), replicasOf);
    return { manifests, steps: await planSteps(scene, manifests, scene.inputs.forceConflicts) };
}
const keepsPods = ({ steps }) => steps
    .filter(({ manifest: { object } }) => object.kind === 'Deployment' && (0,progressive_colour/* isColoured */.yU)(object))
    .every(({ change, replacesPods }) => change === 'same' || (change === 'change' && !replacesPods));
/**
 * Where Services must lead while the new version comes up. One that asks for no colour would take the new pods in as soon as they
 * are ready, so it is led to the old pods' template alone, which every pod of a Deployment says in a label.
 */
async function pinsFor(scene, { from, mixed }) {
    const objects = objectsOf(scene.manifests);
    const recorded = (0,lib_release/* standingRelease */.W$)(scene.ledger)?.objects ?? [];
    const problems = [];
    const made = [];
    for (const service of from === undefined || mixed ? (0,progressive_colour/* switches */.n$)(objects) : []) {
        if ((await scene.client.get((0,lib_object/* targetOf */.$r)(service))) === undefined)
            continue;
        const base = recorded.find((each) => (0,lib_object/* objectName */.Hd)(each) === (0,lib_object/* objectName */.Hd)(service)) ?? service;
        const old = [];
        for (const each of (0,progressive_colour/* colourable */.Zw)(objects)) {
            if ((0,progressive_colour/* switches */.n$)([each, service]).length > 0 && (await scene.client.get((0,lib_object/* targetOf */.$r)(each))) !== undefined)
                old.push(each);
        }
        const [only] = old;
        if (from !== undefined)
            made.push({ base, pin: base });
        if (from !== undefined || only === undefined)
            continue;
        const hash = old.length === 1 ? await templateHash(scene, only) : undefined;
        if (hash !== undefined)
            made.push({ base, pin: (0,progressive_colour/* pinned */.dp)(base, hash) });
        else
            problems.push(unsettled(scene, service));
    }
    (0,failure/* failWhen */.x)(problems);
    return { pins: made.map(({ pin }) => pin), unpinned: made.map(({ base }) => base) };
}
async function choiceFor(scene, unchanged) {
    const wanted = (0,progressive_colour/* switches */.n$)(objectsOf(scene.manifests));
    const read = await Promise.all(wanted.map(async (service) => scene.client.get((0,lib_object/* targetOf */.$r)(service))));
    const live = read.filter((service) => service !== undefined).map(progressive_colour/* colourOf */.GW);
    const recorded = (0,progressive_colour/* colourOf */.GW)((0,lib_release/* standingRelease */.W$)(scene.ledger)?.objects.find(progressive_colour/* isSwitch */.Tb));
    return chooseColour({ live, recorded, unchanged });
}
/** Gives a release its colour. Throws with every reason why it cannot have one. */
async function planColours(scene) {
    const objects = objectsOf(scene.manifests);
    if ((0,progressive_colour/* colourable */.Zw)(objects).length === 0) {
        const steps = await planSteps(scene, scene.manifests, scene.inputs.forceConflicts);
        return { scene, steps, trial: { kind: 'none', why: 'no Service of the manifests leads to a Deployment of theirs' } };
    }
    (0,failure/* failWhen */.x)([
        ...sharedProblems(scene.manifests),
        ...(await blue_green_nameProblems(scene, COLOURS.flatMap((each) => (0,progressive_colour/* inColour */.iD)(scene.manifests, each)))),
    ]);
    const tried = new Map();
    for (const colour of COLOURS)
        tried.set(colour, await candidate(scene, colour, `-${colour}`));
    const unchanged = COLOURS.filter((colour) => keepsPods(tried.get(colour)));
    const choice = await choiceFor(scene, unchanged);
    if (choice.kind === 'stay') {
        const { manifests, steps } = tried.get(choice.colour);
        return {
            scene: { ...scene, manifests },
            steps,
            trial: { kind: 'none', why: `the pods of ${choice.colour} stay as they are` },
        };
    }
    const { to, from } = choice;
    const { manifests, steps } = await candidate(scene, to, from === undefined ? '' : `-${from}`);
    (0,failure/* failWhen */.x)(runsAloneProblems(steps));
    const pins = await pinsFor(scene, choice);
    const first = steps.filter((step) => isNeededFirst(step) || (0,progressive_colour/* isColoured */.yU)(step.manifest.object));
    // What leads there already, because a run was cut off in its switch, is led back first, and so has to be led there again.
    const rest = writtenAgain(steps.filter((step) => !first.includes(step)), pins.pins);
    return { scene: { ...scene, manifests }, steps, trial: { kind: 'blue-green', to, from, ...pins, first, rest } };
}
/** Takes a new version away to which no request was ever led. */
async function takeColourBack(scene, { first, to, unpinned }, waits, bad, cause) {
    const marked = await markFailed(scene, bad, cause);
    if (marked.state === 'kept')
        return marked;
    const made = first.filter(({ manifest, change }) => change === 'create' || manifest.object.kind === 'Deployment');
    await (0,restore/* prune */.R)(waits.writer, objectsOf(made.map(({ manifest }) => manifest)), scene.inputs.service);
    for (const service of unpinned)
        await waits.writer.apply(service, { force: true });
    return { ...marked, what: to };
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/ending.js
/** The undoing that a restore came to. */
function undoingOf(release, result) {
    switch (result.state) {
        case 'ready':
            return { state: 'restored', release, elapsedMs: result.elapsedMs };
        case 'failed':
            return { state: 'broken', release, why: `${result.cause.reason}: ${result.cause.message}` };
        case 'cancelled':
            return { state: 'broken', release, why: 'the run was cancelled before it was ready' };
        default:
            return { state: 'broken', release, why: result.why };
    }
}

// EXTERNAL MODULE: ../kubernetes/lib/image.js
var lib_image = __webpack_require__(89526);
// EXTERNAL MODULE: ../oci/lib/manifest.js
var oci_lib_manifest = __webpack_require__(76531);
// EXTERNAL MODULE: ../oci/lib/platform.js
var lib_platform = __webpack_require__(60941);
// EXTERNAL MODULE: ../oci/lib/reference.js
var reference = __webpack_require__(18821);
// EXTERNAL MODULE: ../oci/lib/login.js + 1 modules
var login = __webpack_require__(57929);
// EXTERNAL MODULE: ../oci/lib/reader.js + 2 modules
var lib_reader = __webpack_require__(3738);
;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/image-check.js



const image_check_PATIENCE_MS = 8000;
async function platformOf(reader, { bytes, mediaType }, name) {
    const manifest = (0,oci_lib_manifest/* parseManifest */.N)(bytes, mediaType, name);
    if (manifest.kind === 'index') {
        return manifest.manifests.flatMap(({ platform }) => platform === undefined || platform.os === 'unknown' ? [] : [(0,lib_platform/* renderPlatform */.qn)(platform)]);
    }
    const pieces = [];
    for await (const piece of reader.blob(manifest.config))
        pieces.push(piece);
    const { os, architecture } = JSON.parse(Buffer.concat(pieces).toString('utf8'));
    return os === undefined || architecture === undefined ? [] : [(0,lib_platform/* renderPlatform */.qn)({ os, architecture })];
}
/** A registry that hides what one may not read says of it, too, that it is not there; one that shows other tags does not. */
async function mayRead(reader) {
    return reader.tags().then((tags) => tags.length > 0, () => false);
}
/** Asks the registry once for the image; every trouble with that is an answer of its own, never a failure. */
async function askRegistry(image, ports, { environment }) {
    const { registry, path, digest = '' } = (0,reference/* parseReference */.F2)(image);
    const { http, clock, log, files, exec, cancelled } = ports;
    const signal = AbortSignal.any([cancelled, AbortSignal.timeout(image_check_PATIENCE_MS)]);
    try {
        const credentials = await (0,login/* findCredentials */.g)(registry, {}, { files, exec, log, environment });
        const settings = { registry, path, http, clock, log, signal, attempts: 1, ...(credentials && { credentials }) };
        const reader = (0,lib_reader/* registryReader */.xk)(settings);
        const found = await reader.manifest(digest);
        if (found !== undefined)
            return { kind: 'there', platforms: await platformOf(reader, found, image) };
        return (await mayRead(reader))
            ? { kind: 'absent' }
            : { kind: 'unknown', why: 'the registry shows this runner nothing there' };
    }
    catch (error) {
        if (cancelled.aborted || !(error instanceof failure/* Failure */.H || signal.aborted))
            throw error;
        return {
            kind: 'unknown',
            why: error instanceof failure/* Failure */.H ? (error.problems[0]?.message ?? error.message) : 'it did not answer in time',
        };
    }
}
/**
 * Why an image that ran once can be pulled no more; undefined when it can, or when that cannot be told.
 *
 * Nodes may still have it, but the next pod that is moved to another node would not start.
 */
async function imageGone(image, ports, context) {
    const answer = await askRegistry(image, ports, context);
    return answer.kind === 'absent' ? `the registry has no ${image} any more` : undefined;
}
/** The platforms of the nodes; undefined where the identity may not list nodes. */
async function nodePlatforms(client) {
    if (!(await client.can({ verb: 'list', group: '', resource: 'nodes' })))
        return undefined;
    const { items } = await client.list({ apiVersion: 'v1', kind: 'Node' }, {});
    const infos = items.map(({ status }) => status?.nodeInfo);
    return [...new Set(infos.flatMap((info) => (info ? [`${info.operatingSystem}/${info.architecture}`] : [])))];
}
function imageLine(manifests, image) {
    for (const manifest of manifests) {
        const place = (0,lib_image/* containersOf */.Mz)(manifest.object).find(({ container }) => container.image === image);
        if (place !== undefined)
            return { location: manifest.locate([...place.path, 'image']) };
    }
    return {};
}
/** Whether a node of this platform finds something to run: an index may name a variant, nodes do not. */
const runs = (platforms, node) => platforms.some((platform) => platform === node || platform.startsWith(`${node}/`));
/** What must be said of an image before it is deployed to these nodes. */
function judgeImage(image, answer, nodes, manifests) {
    const where = imageLine(manifests, image);
    if (answer.kind === 'absent') {
        const message = `The registry has no image ${image}.`;
        const remedy = 'Publish it first, or correct "image"; nothing was changed. check-image: false deploys all the same.';
        return { problems: [{ code: 'IMAGE_NOT_FOUND', message, remedy, ...where }], annotations: [] };
    }
    if (answer.kind === 'unknown' || nodes === undefined || answer.platforms.length === 0)
        return { problems: [], annotations: [] };
    const lacking = nodes.filter((node) => !runs(answer.platforms, node));
    if (lacking.length === 0)
        return { problems: [], annotations: [] };
    const message = `The image is built for ${answer.platforms.join(', ')}, and the cluster has nodes of ${lacking.join(', ')}`;
    if (lacking.length < nodes.length) {
        const text = `${message} as well: keep its pods off those with a nodeSelector, or build it for them, too.`;
        const { file, line } = where.location ?? {};
        const place = { ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
        return { problems: [], annotations: [{ level: 'warning', title: 'Image lacks a platform', message: text, ...place }] };
    }
    const remedy = `Build the image for one of them ("platforms" of build-image); nothing was changed.`;
    return { problems: [{ code: 'IMAGE_PLATFORM', message: `${message} only.`, remedy, ...where }], annotations: [] };
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/timeline.js
const MOST = 60;
/** A timeline that starts now; of very many happenings the last are kept with the first. */
function timelineOf(clock, log) {
    const startedMs = clock.now();
    const happenings = [];
    return {
        happenings,
        note: (what) => {
            log.info(what);
            if (happenings.length >= MOST)
                happenings.splice(MOST / 2, 1);
            happenings.push({ afterMs: clock.now() - startedMs, what });
        },
    };
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/deploy.js










function draftOf({ inputs, manifests }, ports, context) {
    return {
        image: inputs.image,
        at: new Date(ports.clock.now()).toISOString(),
        objects: manifests.map(({ object }) => object),
        ...(context.sha !== undefined && { commit: context.sha }),
        ...(context.repository !== undefined && { repository: context.repository }),
        ...(context.runUrl !== undefined && { runUrl: context.runUrl }),
    };
}
/** Creates the namespace when that is asked for and needed. */
async function ensureNamespace({ client, inputs, manifests, namespaceExists }) {
    if (namespaceExists)
        return;
    const own = manifests.find(({ object }) => object.kind === 'Namespace')?.object;
    await client.apply(own ?? { ...lib_object/* KINDS */.GW.namespace, metadata: { name: inputs.namespace } }, { force: true });
}
async function undo(scene, waits, bad, cause) {
    const { inputs, ledgers } = scene;
    if (bad === undefined)
        return { state: 'kept', why: 'this run changed nothing' };
    const why = scene.redact(`${cause.class}/${cause.reason}: ${cause.message}`);
    const ledger = await ledgers.read();
    const good = (0,lib_release/* lastGood */.mC)(ledger, bad.id);
    const superseded = (0,lib_release/* currentRelease */.BX)(ledger)?.id !== bad.id;
    if (inputs.onFailure === 'keep' || good === undefined || superseded) {
        await ledgers.update((now) => (0,lib_release/* withState */.Q2)(now, bad.id, 'bad', why));
        if (superseded)
            return { state: 'kept', why: `release ${ledger.current} has been deployed since` };
        return { state: 'kept', why: inputs.onFailure === 'keep' ? 'on-failure is keep' : 'no good release is recorded yet' };
    }
    const limits = { timeoutMs: inputs.timeout, stabilityMs: inputs.stabilityWindow };
    const restoration = { service: inputs.service, bad, good, why, namespace: inputs.namespace };
    return undoingOf(good, await (0,restore/* restoreRelease */.E)(waits, ledgers, restoration, limits));
}
/** A rollback that cannot even begin must not hide what was found before it. */
function notBegun(cancelled) {
    return (error) => {
        if (cancelled.aborted)
            return { state: 'kept', why: 'the run was cancelled' };
        if (error instanceof failure/* Failure */.H)
            return { state: 'kept', why: `the rollback could not begin: ${error.message}` };
        throw error;
    };
}
async function applyAll(scene, steps, ports) {
    for (const { manifest, change } of steps) {
        const { object } = manifest;
        if (change === 'same')
            continue;
        ports.cancelled.throwIfAborted();
        try {
            if (change === 'replace')
                await ports.writer.remove((0,lib_object/* targetOf */.$r)(object), () => true);
            await ports.writer.apply(object, { force: scene.inputs.forceConflicts });
            ports.progress?.(`${(0,lib_object/* objectName */.Hd)(object)}: applied`);
            const unusable = (0,lib_definition/* isDefinition */.gN)(object) ? await awaitDefinition(ports, object) : undefined;
            if (unusable !== undefined)
                return unusable;
        }
        catch (error) {
            if (!(error instanceof lib_status/* KubernetesFailure */.d8))
                throw error;
            return refusalCause(object, error);
        }
    }
    return undefined;
}
async function applied(scene, steps, waits) {
    const cause = await applyAll(scene, steps, waits);
    const [target] = (0,lib_apply/* workloadsOf */.mo)(scene.manifests.map(({ object }) => object));
    const about = target ?? { ...lib_object/* KINDS */.GW.namespace, name: scene.inputs.namespace };
    return cause && { state: 'failed', target: about, cause, elapsedMs: 0 };
}
async function rollForward(scene, steps, waits) {
    const { inputs, manifests } = scene;
    return told(waits, async () => {
        const refused = await applied(scene, steps, waits);
        if (refused !== undefined)
            return refused;
        // The old colour is kept by keeping at it: whatever fails in this time is led back to it.
        const keptMs = inputs.strategy === 'blue-green' ? (inputs.keepOld ?? 0) : 0;
        const limits = { timeoutMs: inputs.timeout, stabilityMs: Math.max(inputs.stabilityWindow, keptMs) };
        const targets = (0,lib_apply/* workloadsOf */.mo)(manifests.map(({ object }) => object));
        return (0,wait/* waitForRollout */.gj)(waits, targets, inputs.namespace, limits);
    });
}
/**
 * Looks at the set once more where the lock was taken over: what the earlier holder had on its way when it was fenced off
 * may have created an object that was not there to be fenced.
 */
async function rollAgain(turn, waits, result) {
    const { scene, lock } = turn;
    if (result.state !== 'ready' || lock?.takenFrom === undefined)
        return result;
    const steps = await planSteps(scene, scene.manifests, scene.inputs.forceConflicts);
    return steps.every(({ change }) => change === 'same') ? result : rollForward(scene, steps, waits);
}
/** Undoes what a release that failed changed. A canary outlives its own release's rollout until the good one runs again. */
async function undoAll(scene, waits, bad, cause, at) {
    const { failedTrial } = at;
    if (failedTrial?.kind === 'canary' && bad !== undefined)
        return takeBack(scene, failedTrial, waits, bad, cause);
    if (failedTrial?.kind === 'blue-green' && bad !== undefined)
        return takeColourBack(scene, failedTrial, waits, bad, cause);
    const undoing = await undo(scene, waits, bad, cause);
    if (undoing.state === 'restored')
        await clearCanaries(waits, bad?.canaries ?? [], scene.inputs.service);
    return undoing;
}
function portsOf({ scene: { client, ledgers, inputs }, lock }, ports, context, timeline) {
    const { clock, cancelled } = ports;
    const progress = (line) => timeline.note(line);
    const writer = (0,fence/* fencedWriter */.R)(client, lock, ledgers);
    const check = inputs.checkImage && { imageGone: (image) => imageGone(image, ports, context) };
    return { client, clock, cancelled, progress, writer, ...check, ...(lock && { hold: () => lock.beat() }) };
}
/** Writes down, in the moment that a cancelled run has left, that the release was cut off. */
async function noteInterruption({ scene, lock }, release, ports) {
    if (!ports.cancelled.aborted || release?.state !== 'deploying')
        return;
    const ledgers = (0,ledger_store/* ledgerStore */.N4)(scene.parting, scene.inputs, lock?.fence);
    await ledgers
        .update((ledger) => (0,lib_release/* withState */.Q2)(ledger, release.id, 'interrupted'))
        .catch((error) => ports.log.debug(String(error)));
}
const changes = ({ ledger, inputs }, steps) => steps.some(({ change }) => change !== 'same') || (0,lib_release/* currentRelease */.BX)(ledger)?.image !== inputs.image;
/** The number that the release is going to have, as long as nobody else records one before. */
function releaseToBe(scene, { steps }, ports, context) {
    return changes(scene, steps) ? (0,lib_release/* withRelease */._h)(scene.ledger, draftOf(scene, ports, context)).current : scene.ledger.current;
}
/** A release that waits for a person is not good yet; and as its old pods may run on, nothing that they need is deleted. */
async function standStill({ ledgers }, release) {
    if (release === undefined || release.state === 'good')
        return release;
    await ledgers.update((ledger) => (0,lib_release/* withState */.Q2)(ledger, release.id, 'pending'));
    return { ...release, state: 'pending' };
}
/** Applies the manifests, waits, and on failure looks, then goes back. Writes down each step before it is taken. */
async function deploy(turn, plan, ports, context) {
    const { scene } = turn;
    const { client, ledgers, inputs } = scene;
    const { steps, leftOver, trial } = plan;
    const changed = changes(scene, steps);
    const draft = { ...draftOf(scene, ports, context), ...canariesOf(trial) };
    const recorded = changed ? await ledgers.update((ledger) => (0,lib_release/* withRelease */._h)(ledger, draft)) : scene.ledger;
    const release = (0,lib_release/* currentRelease */.BX)(recorded);
    const timeline = timelineOf(ports.clock, ports.log);
    const waits = portsOf(turn, ports, context, timeline);
    const reached = await advance(scene, plan, waits, {
        apply: (some) => applied(scene, some, waits),
        roll: async (some) => rollAgain(turn, waits, await rollForward(scene, some, waits)),
    });
    const { result, tried } = reached;
    if (result.state === 'lost') {
        await noteInterruption(turn, release, ports);
        return { state: 'unknown', release, why: result.why };
    }
    if (result.state === 'paused')
        return { state: 'paused', release: await standStill(scene, release), why: result.why };
    if (result.state === 'failed') {
        timeline.note(`failed: ${result.cause.class}/${result.cause.reason}`);
        const evidence = await (0,lib_evidence/* collectEvidence */.m)(client, result.cause, result.view, scene.redact);
        const bad = changed ? release : undefined;
        const undoing = await undoAll(scene, waits, bad, result.cause, reached).catch(notBegun(ports.cancelled));
        timeline.note(`rollback: ${undoing.state}`);
        return { state: 'failed', release, evidence, undoing, timeline: timeline.happenings, ...(tried && { tried }) };
    }
    await clearCanaries(waits, knownCanaries(recorded), inputs.service);
    const pruned = await (0,restore/* prune */.R)(waits.writer, leftOver.objects, inputs.service);
    // A release that is called good already is not taken back to pending by being deployed once more.
    const settled = release?.state === 'good' ? 'good' : inputs.record;
    if (release !== undefined && release.state !== settled) {
        await ledgers.update((ledger) => (0,lib_release/* withState */.Q2)(ledger, release.id, settled));
    }
    const settledRelease = release && { ...release, state: settled };
    return { state: 'deployed', release: settledRelease, elapsedMs: result.elapsedMs, pruned, ...(tried && { tried }) };
}

// EXTERNAL MODULE: ../kubernetes/lib/missing-right.js
var missing_right = __webpack_require__(85800);
// EXTERNAL MODULE: ../kubernetes/lib/workload.js
var workload = __webpack_require__(20570);
;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/role.js

const APPLY = ['get', 'create', 'patch'];
const FOLLOW = ['list', 'watch'];
const LOCK = ['get', 'create', 'update'];
async function manifestNeeds(client, { object, locate }, objects, { namespace, prune, strategy }, routed) {
    const { name: resource, namespaced } = await (0,lib_definition/* resourceAmong */.BX)(client, objects, object);
    const verbs = (0,workload/* isAwaited */.AJ)(object) ? [...APPLY, ...FOLLOW] : APPLY;
    const group = (0,lib_object/* groupOf */.F8)(object.apiVersion);
    const scope = namespaced ? { namespace } : {};
    const need = (verb) => ({ right: { verb, group, resource, ...scope }, location: locate(['kind']) });
    const takenBack = strategy === 'blue-green'
        ? ['Deployment', 'Service']
        : strategy === 'canary'
            ? ['Deployment', ...(routed ? ['Service', 'Ingress'] : [])]
            : [];
    if (takenBack.includes(object.kind))
        return [...verbs, 'delete'].map(need);
    return [...verbs.map(need), ...(prune ? [{ ...need('delete'), optional: true }] : [])];
}
function ownNeeds({ namespace, lock }) {
    const of = (verbs, group, resource) => verbs.map((verb) => ({ right: { verb, group, resource, namespace } }));
    const better = [...of(FOLLOW, '', 'events'), ...of(['delete'], '', 'pods')];
    const logs = { verb: 'get', group: '', resource: 'pods', subresource: 'log', namespace };
    return [
        ...(lock ? of(LOCK, 'coordination.k8s.io', 'leases') : []),
        ...of(APPLY, '', 'secrets'),
        ...of(FOLLOW, '', 'pods'),
        ...of(FOLLOW, 'apps', 'replicasets'),
        ...[...better, { right: logs }].map((need) => ({ ...need, optional: true })),
    ];
}
/** Every right that deploying these manifests uses, the manifests' own first. */
async function needsOf(client, manifests, wanted) {
    const objects = manifests.map(({ object }) => object);
    const routed = objects.some(({ kind }) => ['HTTPRoute', 'Ingress'].includes(kind));
    const fromManifests = await Promise.all(manifests.map((manifest) => manifestNeeds(client, manifest, objects, wanted, routed)));
    return [...fromManifests.flat(), ...ownNeeds(wanted)];
}
/** The rights to delete what is left over, each needed only where it is to be pruned now. */
async function pruneNeeds(client, targets) {
    return Promise.all(targets.map(async (target) => {
        const { name: resource, namespaced } = await client.resource(target);
        const scope = namespaced ? { namespace: target.namespace } : {};
        return { right: { verb: 'delete', group: (0,lib_object/* groupOf */.F8)(target.apiVersion), resource, ...scope } };
    }));
}
function rulesOf(needs) {
    const verbs = new Map();
    for (const { right } of needs) {
        const resource = right.subresource === undefined ? right.resource : `${right.resource}/${right.subresource}`;
        const key = `apiGroups: ["${right.group}"], resources: [${resource}]`;
        verbs.set(key, (verbs.get(key) ?? new Set()).add(right.verb));
    }
    return [...verbs].map(([key, words]) => `  - { ${key}, verbs: [${[...words].join(', ')}] }`);
}
/** The least that an identity needs to deploy this, as manifests of a Role and, where something has no namespace, a ClusterRole. */
function renderRole(service, namespace, needs) {
    const inside = needs.filter(({ right }) => right.namespace !== undefined);
    const outside = needs.filter(({ right }) => right.namespace === undefined);
    const head = (kind, where) => [
        'apiVersion: rbac.authorization.k8s.io/v1',
        `kind: ${kind}`,
        `metadata: { name: deploy-${service}${where} }`,
        'rules:',
    ];
    const role = [...head('Role', `, namespace: ${namespace}`), ...rulesOf(inside)];
    return (outside.length === 0 ? role : [...role, '---', ...head('ClusterRole', ''), ...rulesOf(outside)]).join('\n');
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/preflight.js



/** A problem for each right that is missing; rights that the deploy goes on without are not asked for. */
function rightProblems(client, needs) {
    return (0,missing_right/* missingRights */.o)(client, needs.filter(({ optional }) => optional !== true));
}
/** Whether the namespace is there; unknown counts as there, because a role within it may not read it. */
async function namespaceThere(client, namespace) {
    try {
        return (await client.get({ ...lib_object/* KINDS */.GW.namespace, name: namespace })) !== undefined;
    }
    catch (error) {
        if (error instanceof lib_status/* KubernetesFailure */.d8 && error.status === 403)
            return true;
        throw error;
    }
}
function namespaceProblems(exists, manifests, { namespace, createNamespace }) {
    if (exists || createNamespace || manifests.some(({ object }) => object.kind === 'Namespace'))
        return [];
    const message = `There is no namespace "${namespace}" in the cluster.`;
    return [{ code: 'NAMESPACE_MISSING', message, remedy: 'Correct "namespace", or set create-namespace: true.' }];
}
/** Asks whether the deploy could be carried out at all; throws with everything that stands in its way, and the others' problems. */
async function preflight(client, manifests, wanted, others) {
    const namespaceExists = await namespaceThere(client, wanted.namespace);
    const needs = await needsOf(client, manifests, wanted);
    const creates = wanted.createNamespace && !namespaceExists;
    const forNamespace = creates ? ['create', 'patch'].map((verb) => ({ right: { verb, group: '', resource: 'namespaces' } })) : [];
    (0,failure/* failWhen */.x)([
        ...others,
        ...namespaceProblems(namespaceExists, manifests, wanted),
        ...(await rightProblems(client, [...needs, ...forNamespace])),
    ]);
    return { namespaceExists, needs };
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/left-over.js





const NOTHING = { objects: [], plan: { kind: 'some', targets: [], kept: [] } };
/** Finds what no manifest names any more; more of it than the limit stops the deploy before anything is changed. */
async function gatherLeftOver({ client, inputs, ledger, manifests }) {
    if (!inputs.prune)
        return NOTHING;
    const objects = manifests.map(({ object }) => object);
    const back = inputs.strategy === 'blue-green' && inputs.keepOld === undefined ? (0,progressive_colour/* wayBack */.lZ)(ledger, objects) : [];
    const kept = new Set(back.map(lib_object/* objectName */.Hd));
    const recorded = (0,prune/* leftOver */.WL)(ledger, objects).filter((object) => !kept.has((0,lib_object/* objectName */.Hd)(object)));
    const read = await Promise.all(recorded.map(async (object) => (0,lib_definition/* unlessUnknown */.jG)(client.get((0,lib_object/* targetOf */.$r)(object)))));
    const live = read.filter((object) => object !== undefined);
    const plan = (0,prune/* planPrune */.wM)(live, inputs.service, objects.length + live.length, inputs.pruneLimit);
    if (plan.kind === 'some') {
        (0,failure/* failWhen */.x)(await rightProblems(client, await pruneNeeds(client, plan.targets)));
        const stays = back.filter(({ kind }) => kind === 'Deployment').map(lib_object/* targetOf */.$r);
        const why = 'it is the way back until the next deploy';
        return { objects: live, plan: { ...plan, kept: [...plan.kept, ...stays.map((target) => ({ target, why }))] } };
    }
    throw new failure/* Failure */.H({
        code: 'PRUNE_TOO_MANY',
        message: `${plan.targets.length} objects of ${inputs.service} are in no manifest any more, and one deploy deletes at most ${plan.limit}: ${plan.targets.map(lib_object/* objectName */.Hd).join(', ')}.`,
        remedy: `Check "manifests". If they are to go, set prune-limit: ${plan.targets.length} once; prune: false leaves them.`,
    });
}

;// CONCATENATED MODULE: ../rollout/lib/neighbours.js


const BROKEN = new Set([
    'CrashLoopBackOff',
    'ErrImagePull',
    'ImagePullBackOff',
    'CreateContainerConfigError',
    'CreateContainerError',
    'RunContainerError',
    'InvalidImageName',
]);
/** The labels by which the controllers of ReplicaSets tell apart what they make. */
const MAKERS = [
    ['rollouts-pod-template-hash', 'Rollout'],
    ['pod-template-hash', 'Deployment'],
];
/** The workload that a pod belongs to; a ReplicaSet is told by what made it, whose name its own begins with. */
function workloadOf({ metadata }) {
    const owner = metadata.ownerReferences?.find(({ controller }) => controller !== false);
    if (owner === undefined)
        return undefined;
    const made = MAKERS.find(([label]) => owner.name.endsWith(`-${metadata.labels?.[label]}`));
    if (owner.kind !== 'ReplicaSet' || made === undefined)
        return owner;
    const [label, kind] = made;
    return { kind, name: owner.name.slice(0, -`-${metadata.labels?.[label]}`.length) };
}
/** Whether a workload is one of ours, or the canary of one, whose last pods may outlive it by some seconds. */
function isOurs({ kind, name }, own) {
    return own.some((ours) => ours.kind === kind && (ours.name === name || `${ours.name}-canary` === name));
}
/** Between its end and the wait for its next start, a container that crashes again and again is told by the end alone. */
function reasonOf({ state, restartCount }) {
    const crashed = restartCount > 0 && (state?.terminated?.exitCode ?? 0) !== 0;
    return crashed ? 'CrashLoopBackOff' : (state?.waiting?.reason ?? '');
}
function brokenReason({ status = {} }) {
    const containers = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])];
    return containers.map(reasonOf).find((reason) => BROKEN.has(reason));
}
/** The workloads among the pods that are broken and none of the given ones, by name. */
function brokenNeighbours(pods, own) {
    const found = new Map();
    for (const pod of pods) {
        const [of, reason] = [workloadOf(pod), brokenReason(pod)];
        if (of === undefined || reason === undefined || isOurs(of, own))
            continue;
        const workload = `${of.kind} ${of.name}`;
        const before = found.get(workload);
        found.set(workload, before === undefined ? { workload, reason, pods: 1 } : { ...before, pods: before.pods + 1 });
    }
    return [...found.values()].sort((a, b) => a.workload.localeCompare(b.workload));
}
/** Looks for broken workloads beside ours; a cluster that cannot be asked has none to tell of. */
async function findBrokenNeighbours(client, own, namespace) {
    try {
        const { items } = await client.list(lib_object/* KINDS */.GW.pod, { namespace });
        return brokenNeighbours(items, own);
    }
    catch (error) {
        if (error instanceof failure/* Failure */.H)
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/neighbour-remarks.js

/** Tells of what is broken beside the service, so that nobody looks for it here. */
async function neighbourRemarks({ client, manifests, inputs }) {
    const own = (0,lib_apply/* workloadsOf */.mo)(manifests.map(({ object }) => object));
    const broken = await findBrokenNeighbours(client, own, inputs.namespace);
    if (broken.length === 0)
        return [];
    const names = broken.map(({ workload, reason, pods }) => `${workload} (${reason}, ${pods} ${pods === 1 ? 'pod' : 'pods'})`);
    const message = `Broken in ${inputs.namespace} as well, and no part of ${inputs.service}: ${names.join(', ')}. It counted for nothing here.`;
    return [{ level: 'notice', title: 'Broken beside it', message }];
}

// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/trial-words.js


const trial_words_percent = (share) => `${Math.round(share * 1000) / 10} %`;
const seconds = (ms) => `${Math.round(ms / 1000)} s`;
function stepRow(step, index) {
    const { weight, pauseMs, passed } = step;
    const pods = stepWords(step).replace(/^asked [^:]*: /, '');
    return [String(index + 1), trial_words_percent(weight), pods, seconds(pauseMs), passed ? 'good' : 'not'];
}
/** What was tried, and how far it came. */
function triedBlocks(tried) {
    if (tried === undefined)
        return [];
    if (tried.kind === 'blue-green') {
        const from = tried.from ?? 'pods of no colour';
        return [
            (0,block/* paragraph */.FY)([tried.switched ? `Requests were led from ${from} to ${tried.to}.` : `No request was led to ${tried.to}.`]),
        ];
    }
    const title = `Canary (${tried.steps.filter(({ passed }) => passed).length} of ${tried.total} steps were good)`;
    return [(0,block/* details */.zH)(title, [(0,block/* table */.tp)(['step', 'asked', 'pods', 'pause', 'was'], tried.steps.map(stepRow))])];
}
/** What a plan says of the trial. */
function trialBlocks(trial) {
    if (trial === undefined)
        return [];
    if (trial.kind === 'none')
        return [(0,block/* paragraph */.FY)([`Nothing is tried first: ${trial.why}.`])];
    if (trial.kind === 'blue-green') {
        return [(0,block/* paragraph */.FY)([`Comes up as ${trial.to}; then requests are led there from ${trial.from ?? 'pods of no colour'}.`])];
    }
    const names = trial.play.deployments.map(({ metadata }) => metadata.name).join(', ');
    const steps = trial.play.steps.map(({ weight, pauseMs }) => `${trial_words_percent(weight)} for ${seconds(pauseMs)}`).join(', then ');
    return [(0,block/* paragraph */.FY)([`Tried first beside the old pods of ${names}: ${steps}.`])];
}
/** Where in its trial a release failed; empty when it was not there. */
function failedStep(tried) {
    if (tried?.kind === 'blue-green')
        return tried.switched ? ` after the switch to ${tried.to}` : ` before the switch to ${tried.to}`;
    const index = tried?.steps.findIndex(({ passed }) => !passed) ?? -1;
    return tried === undefined || index < 0 ? '' : ` at step ${index + 1} of ${tried.total} of its canary`;
}
/** What was tried, as data. */
function triedData(tried) {
    if (tried.kind === 'blue-green')
        return { strategy: tried.kind, to: tried.to, from: tried.from ?? null, switched: tried.switched };
    const steps = tried.steps.map(({ shares, ...step }) => ({ ...step, shares: shares.map((share) => ({ ...share })) }));
    return { strategy: tried.kind, steps, total: tried.total };
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/changed-since.js



const VALUE_SHOWN = 100;
function valueAt(object, path) {
    return path.split('.').reduce((value, key) => value?.[key], object);
}
function show(value) {
    if (value === undefined)
        return '-';
    const whole = typeof value === 'string' ? value : JSON.stringify(value);
    const text = whole.replace(/(sha256:[0-9a-f]{12})[0-9a-f]{52}/g, '$1…');
    return text.length > VALUE_SHOWN ? `${text.slice(0, VALUE_SHOWN)}…` : text;
}
/** Copies say what their originals say, under names that say nothing. */
const isCopy = ({ metadata }) => metadata.annotations?.[config_copy/* COPY_OF */.S] !== undefined;
const isPreview = (object) => object.kind === 'Service' && (0,progressive_colour/* isColoured */.yU)(object);
/** Blue and green are versions of one Deployment, whose name the manifests give. */
function plainName(object) {
    const { name, annotations } = object.metadata;
    return (0,lib_object/* objectName */.Hd)({ ...object, metadata: { ...object.metadata, name: annotations?.[progressive_colour/* COLOUR_OF */.dd] ?? name } });
}
/** What a release changes of an earlier one, field by field; of Secrets the fields alone. */
function changedSince(before, after, redact) {
    const byName = (objects) => new Map(objects.filter((object) => !isCopy(object) && !isPreview(object)).map((object) => [plainName(object), object]));
    const [old, now] = [byName(before), byName(after)];
    const names = [...new Set([...old.keys(), ...now.keys()])];
    return names.flatMap((name) => {
        const [was, is] = [old.get(name), now.get(name)];
        if (was === undefined || is === undefined) {
            return [
                { object: name, field: '(all)', before: was === undefined ? '-' : 'there', after: is === undefined ? '-' : 'there' },
            ];
        }
        const hidden = is.kind === 'Secret';
        const shown = (object, field) => (hidden ? '***' : redact(show(valueAt(object, field))));
        return changedFields(was, is).map((field) => ({ object: name, field, before: shown(was, field), after: shown(is, field) }));
    });
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/finding.js

const listOf = (value) => (Array.isArray(value) ? value : []);
/** Whether a text names this word as a whole. */
function names(text, word) {
    return word !== undefined && text.split(/[^A-Za-z0-9._-]+/).some((part) => part === word);
}
function environmentPath({ container, path }, message) {
    const env = listOf(container['env']);
    const byKey = env.findIndex(({ valueFrom = {} }) => Object.values(valueFrom).some((source) => names(message, source?.key) && names(message, source?.name)));
    const byName = env.findIndex(({ valueFrom = {} }) => Object.values(valueFrom).some((source) => names(message, source?.name)));
    const from = listOf(container['envFrom']).findIndex(({ secretRef, configMapRef }) => names(message, secretRef?.name) || names(message, configMapRef?.name));
    if (byKey >= 0)
        return [...path, 'env', byKey];
    if (from >= 0)
        return [...path, 'envFrom', from];
    return byName >= 0 ? [...path, 'env', byName] : undefined;
}
function fieldOf(place, cause) {
    const { path } = place;
    switch (cause.reason) {
        case 'OOMKilled':
        case 'Unschedulable':
        case 'QuotaExceeded':
            return [...path, 'resources'];
        case 'NotReady':
            return [...path, 'readinessProbe'];
        case 'CreateContainerConfigError':
            return environmentPath(place, cause.message) ?? path;
        case 'CrashLoopBackOff':
            return [...path, 'command' in place.container ? 'command' : 'image'];
        default:
            return cause.class === 'registry' || cause.reason === 'InvalidImageName' ? [...path, 'image'] : path;
    }
}
/** The manifest line that a cause stands on: the field it is about, or the nearest one around it. */
function locateCause(manifests, cause) {
    const workloads = manifests
        .map((manifest) => ({ manifest, places: (0,lib_image/* containersOf */.Mz)(manifest.object) }))
        .filter(({ places }) => places.length > 0);
    const ofPod = workloads.filter(({ manifest }) => cause.pod?.startsWith(`${manifest.object.metadata.name}-`));
    const [chosen] = ofPod.length > 0 ? ofPod : workloads;
    if (chosen === undefined)
        return undefined;
    const place = chosen.places.find(({ container }) => container.name === cause.container) ?? chosen.places.at(-1);
    return chosen.manifest.locate(place === undefined ? [] : fieldOf(place, cause));
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/order-words.js
/** A release as a sentence names it: by its number and the start of its commit. */
function releaseWords({ id, commit }) {
    return commit === undefined ? `release ${id}` : `release ${id} of commit ${commit.slice(0, 7)}`;
}
/** What must be said of a run that was let through although it could not be shown to come in its order. */
function orderAnnotations(order) {
    if (order.kind === 'diverged') {
        const message = `The commit that is deployed and ${releaseWords(order.live)}, which ran before, are on different branches: what only the other one has is gone from the cluster.`;
        return [{ level: 'warning', title: 'Another branch ran before', message }];
    }
    if (order.kind !== 'unknown')
        return [];
    const message = `Whether this commit is newer than ${releaseWords(order.live)}, which ran before, could not be told: ${order.why}. It was deployed all the same.`;
    return [{ level: 'warning', title: 'Order of commits unknown', message }];
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/report.js









const report_seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
function planTable(steps) {
    const rows = steps.map((step) => [
        stepName(step),
        step.change,
        step.why ?? { code: step.fields.join(', ') || '-' },
        `${step.manifest.file}:${step.manifest.locate([]).line ?? 1}`,
    ]);
    return (0,block/* details */.zH)(`Objects (${steps.length})`, [(0,block/* table */.tp)(['object', 'change', 'fields', 'manifest'], rows)]);
}
function leftOverBlocks({ plan: { targets, kept } }) {
    const gone = targets.map((target) => [(0,lib_object/* objectName */.Hd)(target), 'delete', 'no manifest names it any more']);
    const stays = kept.map(({ target, why }) => [(0,lib_object/* objectName */.Hd)(target), 'keep', why]);
    const rows = [...gone, ...stays];
    return rows.length === 0 ? [] : [(0,block/* details */.zH)(`Left over (${rows.length})`, [(0,block/* table */.tp)(['object', 'change', 'why'], rows)])];
}
function releaseTable(scene, release) {
    const before = (0,lib_release/* currentRelease */.BX)(scene.ledger);
    const rows = [
        ['this release', release ?? '-', { code: scene.inputs.image }],
        ['before', before === undefined ? '-' : String(before.id), { code: before?.image ?? '-' }],
    ];
    return (0,block/* table */.tp)(['', 'release', 'image'], rows);
}
function evidenceBlocks({ containers, events }) {
    const logs = containers.flatMap(({ pod, container, log, previousLog }) => [
        ...(previousLog === undefined ? [] : [(0,block/* details */.zH)(`Log of ${pod}/${container}, the run before`, [(0,block/* code */.aY)(previousLog)])]),
        ...(log === undefined || log === previousLog ? [] : [(0,block/* details */.zH)(`Log of ${pod}/${container}`, [(0,block/* code */.aY)(log)])]),
    ]);
    return events.length === 0 ? logs : [...logs, (0,block/* details */.zH)('Events', [(0,block/* list */.p_)(events.map((event) => [event]))])];
}
function timelineBlock(happenings) {
    const rows = happenings.map(({ afterMs, what }) => [`+${report_seconds(afterMs)}`, what]);
    return (0,block/* details */.zH)('Timeline', [(0,block/* table */.tp)(['after', 'what'], rows)]);
}
/** What this release changed of the last one that was good: the first place to look for the cause. */
function changeBlocks({ ledger, manifests, redact }) {
    const good = (0,lib_release/* lastGood */.mC)(ledger);
    if (good === undefined)
        return [];
    const changes = changedSince(good.objects, manifests.map(({ object }) => object), redact);
    const rows = changes.map(({ object, field, before, after }) => [
        [`${object}\n`, { code: field }],
        { code: before },
        { code: after },
    ]);
    const title = `Changed since ${releaseWords(good)} (${rows.length})`;
    return [(0,block/* details */.zH)(title, [(0,block/* table */.tp)(['what', 'before', 'now'], rows)])];
}
function undoingText(undoing) {
    switch (undoing.state) {
        case 'kept':
            return `nothing was rolled back: ${undoing.why}`;
        case 'untouched':
            return `${undoing.what} was taken away, and ${undoing.release === undefined ? 'what ran before' : `release ${undoing.release.id}`} was never touched`;
        case 'restored':
            return `rolled back to release ${undoing.release.id}, which is ready again after ${report_seconds(undoing.elapsedMs)}`;
        case 'broken':
            return `the rollback to release ${undoing.release.id} did not succeed: ${undoing.why}`;
    }
}
function headlineOf({ inputs }, ending, changes) {
    const release = ending.release === undefined ? inputs.service : `${inputs.service} release ${ending.release.id}`;
    if (ending.state === 'unknown') {
        return `Could not tell whether ${release} runs in ${inputs.namespace}: ${ending.why}. It is left as it is.`;
    }
    if (ending.state === 'paused') {
        return `${release} was handed to Argo Rollouts in ${inputs.namespace}, and waits for a person: ${ending.why}. Its record is pending until a deploy finds it promoted.`;
    }
    if (ending.state === 'failed') {
        const { cause } = ending.evidence;
        return `${release} failed in ${inputs.namespace}${failedStep(ending.tried)} (${cause.class}: ${cause.reason}): ${cause.message}; ${undoingText(ending.undoing)}.`;
    }
    const changed = changes === 0 ? 'nothing to change' : `${changes} ${changes === 1 ? 'object' : 'objects'} changed`;
    const gone = ending.pruned.length === 0 ? '' : `, ${ending.pruned.length} deleted`;
    return `${release} runs in ${inputs.namespace}: ${changed}${gone}, ready and stable after ${report_seconds(ending.elapsedMs)}.`;
}
function annotationsOf(scene, ending) {
    if (ending.state !== 'failed')
        return [];
    const { cause } = ending.evidence;
    const { file, line } = locateCause(scene.manifests, cause) ?? {};
    const where = cause.pod === undefined ? '' : ` (pod ${cause.pod}, container ${cause.container ?? '-'})`;
    const last = ending.evidence.containers.map(({ log, previousLog }) => previousLog ?? log).find((text) => text !== undefined);
    const tail = last === undefined || last === '' ? '' : `\nLast lines of its log:\n${last.split('\n').slice(-5).join('\n')}`;
    return [
        {
            level: 'error',
            title: `${cause.reason} (${cause.class})`,
            message: `${cause.message}${where}${tail}`,
            ...(file !== undefined && { file }),
            ...(line !== undefined && { line }),
        },
    ];
}
function outputsOf(scene, ending, changed) {
    const cause = ending?.state === 'failed' ? ending.evidence.cause : undefined;
    const undoing = ending?.state === 'failed' ? ending.undoing : undefined;
    const before = (0,lib_release/* currentRelease */.BX)(scene.ledger);
    return {
        release: ending?.release?.id.toString(),
        previousRelease: before?.id === ending?.release?.id ? undefined : before?.id.toString(),
        image: scene.inputs.image,
        changed: String(changed),
        skipped: 'false',
        paused: String(ending?.state === 'paused'),
        pruned: ending?.state === 'deployed' ? String(ending.pruned.length) : undefined,
        cause: cause && `${cause.class}/${cause.reason}`,
        rolledBackTo: undoing?.state === 'restored' || undoing?.state === 'untouched' ? undoing.release?.id.toString() : undefined,
        url: scene.inputs.environmentUrl,
        deployment: undefined,
    };
}
function planData(steps) {
    return steps.map((step) => ({
        object: stepName(step),
        change: step.change,
        fields: step.fields,
        ...(step.why && { why: step.why }),
    }));
}
function evidenceData({ cause, containers, events }) {
    return { cause: { ...cause }, containers: containers.map((each) => ({ ...each })), events };
}
/** The outcome of a dry run. */
function reportPlan(scene, { steps, leftOver, trial }) {
    const changes = steps.filter(({ change }) => change !== 'same').length;
    const { targets } = leftOver.plan;
    const unjudged = steps.filter(({ change }) => change === 'unknown').length;
    const guessed = unjudged === 0 ? '' : `, ${unjudged} of them unseen by the server`;
    const gone = targets.length === 0 ? '' : `, and ${targets.length} more would be deleted`;
    const { service, namespace } = scene.inputs;
    const headline = `${changes} of ${steps.length} objects of ${service} would change in ${namespace}${guessed}${gone}; nothing was changed.`;
    const outputs = outputsOf(scene, undefined, false);
    const role = renderRole(service, namespace, scene.needs);
    const data = { plan: planData(steps), prune: targets.map(lib_object/* objectName */.Hd), role };
    return {
        verdict: 'pass',
        headline,
        outputs,
        summary: [
            planTable(steps),
            ...trialBlocks(trial),
            ...leftOverBlocks(leftOver),
            (0,block/* details */.zH)('The least rights that this needs', [(0,block/* code */.aY)(role, 'yaml')]),
        ],
        data,
    };
}
/** The outcome of a run that a newer one has overtaken: nothing is left for it to do. */
function reportStale(scene, live) {
    const { service, namespace } = scene.inputs;
    const outputs = outputsOf(scene, undefined, false);
    return {
        verdict: 'pass',
        headline: `Skipped: ${releaseWords(live)} of ${service} runs in ${namespace} already, and this run's commit is older. To go back on purpose, set stale-run: deploy.`,
        outputs: { ...outputs, skipped: 'true', release: String(live.id), previousRelease: undefined, image: live.image },
        annotations: [
            { level: 'notice', title: 'Not deployed', message: `${service}: a newer commit, ${releaseWords(live)}, runs already.` },
        ],
    };
}
function verdictOf({ inputs }, { state }) {
    if (state === 'paused')
        return inputs.onPause;
    return state === 'deployed' ? 'pass' : state === 'failed' ? 'fail' : 'inconclusive';
}
/** The outcome of a deploy. */
function reportDeploy({ scene, order, lock }, { steps, leftOver }, told) {
    const { ending, deployment, remarks } = told;
    const changes = steps.filter(({ change }) => change !== 'same').length;
    const failed = ending.state === 'failed' ? ending : undefined;
    const tried = 'tried' in ending ? ending.tried : undefined;
    return {
        verdict: verdictOf(scene, ending),
        headline: headlineOf(scene, ending, changes),
        outputs: { ...outputsOf(scene, ending, changes > 0), deployment: deployment?.toString() },
        annotations: [...annotationsOf(scene, ending), ...orderAnnotations(order), ...scene.remarks, ...remarks],
        summary: [
            ...(failed ? [(0,block/* paragraph */.FY)(['After the failure ', { bold: undoingText(failed.undoing) }, '.'])] : []),
            releaseTable(scene, ending.release?.id.toString()),
            ...triedBlocks(tried),
            ...(failed ? [...changeBlocks(scene), timelineBlock(failed.timeline), ...evidenceBlocks(failed.evidence)] : []),
            ...(lock?.takenFrom === undefined
                ? []
                : [(0,block/* paragraph */.FY)(['Taken over from ', { code: lock.takenFrom }, ', which ended without giving the lock back.'])]),
            planTable(steps),
            ...leftOverBlocks(leftOver),
        ],
        data: {
            plan: planData(steps),
            ...(tried && { tried: triedData(tried) }),
            ...(ending.state === 'deployed' && { pruned: ending.pruned.map(lib_object/* objectName */.Hd) }),
            ...(failed && {
                evidence: evidenceData(failed.evidence),
                timeline: failed.timeline.map((each) => ({ ...each })),
                rollback: { state: failed.undoing.state, text: undoingText(failed.undoing) },
            }),
        },
    };
}

// EXTERNAL MODULE: ../failure/lib/collect.js
var collect = __webpack_require__(57993);
// EXTERNAL MODULE: ../cluster-login/lib/connect.js + 6 modules
var connect = __webpack_require__(85934);
// EXTERNAL MODULE: ../kubernetes/lib/rendered/render.js + 4 modules
var render = __webpack_require__(47647);
// EXTERNAL MODULE: ../kubernetes/lib/client.js + 3 modules
var client = __webpack_require__(41807);
// EXTERNAL MODULE: ../rollout/lib/redact.js
var redact = __webpack_require__(33027);
;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/disruption.js

/** A number, or the share of the replicas that a percentage means, rounded up as Kubernetes does it. */
function countOf(value, replicas) {
    if (typeof value === 'number')
        return value;
    return value.endsWith('%') ? Math.ceil((Number.parseFloat(value) / 100) * replicas) : Number.NaN;
}
/** Whether no pod of so many may ever be taken away: https://kubernetes.io/docs/tasks/run-application/configure-pdb/#specifying-a-poddisruptionbudget */
function allowsNone({ minAvailable, maxUnavailable }, replicas) {
    if (maxUnavailable !== undefined)
        return countOf(maxUnavailable, replicas) === 0;
    return minAvailable !== undefined && countOf(minAvailable, replicas) >= replicas;
}
function selects({ selector = {} }, object) {
    const { matchLabels = {}, matchExpressions = [] } = selector;
    const labels = (object['spec'] ?? {}).template?.metadata?.labels ?? {};
    const pairs = Object.entries(matchLabels);
    // Expressions are not judged: a warning that may be wrong is worse than none.
    return pairs.length > 0 && matchExpressions.length === 0 && pairs.every(([name, value]) => labels[name] === value);
}
/** Warns of budgets that let no pod go: a rollout heeds none, and is not held up; a drained node would be, for ever. */
function disruptionRemarks(manifests) {
    return manifests
        .filter(({ object }) => object.kind === 'PodDisruptionBudget')
        .flatMap(({ object, locate }) => {
        const budget = (object['spec'] ?? {});
        const held = manifests.find(({ object: other }) => {
            const { replicas = 1 } = (other['spec'] ?? {});
            return (0,workload/* podSpecPath */.s5)(other.kind) !== undefined && selects(budget, other) && allowsNone(budget, replicas);
        });
        if (held === undefined)
            return [];
        const { file, line } = locate(['spec', budget.maxUnavailable === undefined ? 'minAvailable' : 'maxUnavailable']);
        const message = `${(0,lib_object/* objectName */.Hd)(object)} lets no pod of ${(0,lib_object/* objectName */.Hd)(held.object)} go: the rollout is not held up by it, but no node that such a pod runs on can be drained.`;
        const place = { ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
        return [{ level: 'warning', title: 'No pod may go', message, ...place }];
    });
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/placement.js



/** The manifests in the order of their phases, each marked as the service's, and in the namespace deployed to if it belongs to one. */
async function placeManifests(client, manifests, { namespace, service }) {
    const problems = [];
    const placed = [];
    const objects = manifests.map(({ object }) => object);
    for (const manifest of manifests) {
        const { object } = manifest;
        try {
            const { namespaced } = await (0,lib_definition/* resourceAmong */.BX)(client, objects, object);
            const annotations = { ...object.metadata.annotations, [prune/* SERVICE */.YV]: service };
            const metadata = { ...object.metadata, ...(namespaced && { namespace }), annotations };
            placed.push({ ...manifest, object: { ...object, metadata } });
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.H) || error.code !== 'K8S_KIND_UNKNOWN')
                throw error;
            problems.push(...error.problems.map((problem) => ({ ...problem, location: manifest.locate(['kind']) })));
        }
    }
    (0,failure/* failWhen */.x)(problems);
    const byObject = new Map(placed.map((manifest) => [manifest.object, manifest]));
    return (0,lib_apply/* inPhases */.co)([...byObject.keys()]).flatMap((object) => byObject.get(object) ?? []);
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/cluster-identity.js

/** The namespace that every cluster has from its first day to its last; its UID is the cluster's own. */
const OWN = { ...lib_object/* KINDS */.GW.namespace, name: 'kube-system' };
const FIND = 'kubectl get namespace kube-system -o jsonpath={.metadata.uid}';
async function uidOf(client) {
    try {
        return (await client.get(OWN))?.metadata.uid;
    }
    catch (error) {
        if (error instanceof lib_status/* KubernetesFailure */.d8 && error.status === 403)
            return undefined;
        throw error;
    }
}
/** What is wrong when the kubeconfig leads to another cluster than the one that is meant, or it cannot be told which. */
async function clusterProblems(client, wanted) {
    if (wanted === undefined)
        return [];
    const uid = await uidOf(client);
    if (uid === wanted)
        return [];
    if (uid === undefined) {
        const message = 'Which cluster this is could not be told: the identity may not get the namespace kube-system.';
        return [{ code: 'CLUSTER_UNKNOWN', message, remedy: 'Allow it in a ClusterRole, or leave "cluster-uid" out.' }];
    }
    const message = `The kubeconfig leads to the cluster ${uid}, and "cluster-uid" is ${wanted}.`;
    return [
        { code: 'CLUSTER_OTHER', message, remedy: `Correct the kubeconfig or its context; \`${FIND}\` prints a cluster's UID.` },
    ];
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/scene.js









async function readOwnManifests(inputs, ports) {
    return (0,lib_image/* setImage */.g7)(await (0,render/* manifestsFrom */.f)(inputs, ports), inputs.image, inputs.service);
}
async function connectTo(inputs, ports, { environment }) {
    const connection = await (0,connect/* connectCluster */.b)(inputs, { ...ports, environment });
    const { http, clock } = ports;
    return { client: (0,client/* kubernetes */.p)(connection, ports), parting: (0,client/* kubernetes */.p)(connection, { http, clock, hasty: true }) };
}
async function checkImage({ image, checkImage: wanted }, client, manifests, ports, context) {
    if (!wanted)
        return { problems: [], annotations: [] };
    const answer = await askRegistry(image, ports, context);
    if (answer.kind === 'unknown')
        ports.log.info(`Whether the registry has the image could not be told: ${answer.why}`);
    return judgeImage(image, answer, answer.kind === 'there' ? await nodePlatforms(client) : undefined, manifests);
}
/** Reads the manifests and asks the cluster; every problem of both is told at once, and nothing is changed. */
async function gather(inputs, ports, context) {
    const problems = [];
    const manifests = await (0,collect/* collect */.F)(problems, () => readOwnManifests(inputs, ports));
    const clients = await (0,collect/* collect */.F)(problems, () => connectTo(inputs, ports, context));
    (0,failure/* failWhen */.x)(problems);
    if (manifests === undefined || clients === undefined)
        throw new Error('no problem, and nothing read');
    const { client } = clients;
    (0,failure/* failWhen */.x)(await clusterProblems(client, inputs.clusterUid));
    const own = await placeManifests(client, manifests, inputs);
    const placed = inputs.configCopies ? (0,config_copy/* withConfigCopies */.u)(own) : own;
    const { problems: imageProblems, annotations } = await checkImage(inputs, client, placed, ports, context);
    const { namespaceExists, needs } = await preflight(client, placed, inputs, imageProblems);
    const secrets = (0,redact/* secretValues */.V)(placed.map(({ object }) => object));
    for (const value of secrets)
        ports.log.mask(value);
    const ledgers = (0,ledger_store/* ledgerStore */.N4)(client, inputs);
    const ledger = await ledgers.read();
    const remarks = [...annotations, ...disruptionRemarks(placed)];
    return { inputs, ...clients, manifests: placed, ledgers, ledger, namespaceExists, needs, remarks, redact: (0,redact/* redactor */.$)(secrets) };
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/strategy.js



/** Lets the server judge the release as its strategy has it; throws with all that stands in its way, before anything is changed. */
async function planStrategy(scene) {
    const { inputs, manifests } = scene;
    if (inputs.strategy === 'blue-green')
        return planColours(scene);
    const steps = await planSteps(scene, manifests, inputs.forceConflicts);
    return { scene, steps, trial: inputs.strategy === 'canary' ? await planCanary(scene, steps) : undefined };
}

// EXTERNAL MODULE: ../github/lib/own-deployment.js
var own_deployment = __webpack_require__(43042);
;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/github-deployment.js
/** How this run's deployment is known again. */
function markOf({ service }, { runUrl = '', runAttempt = '1' }) {
    return { run: runUrl, attempt: runAttempt, service };
}
/** The deployment as it is made: what runs where, and by which run. */
function github_deployment_draftOf(inputs, context, sha, release) {
    const { service, namespace, image, environment = '', productionEnvironment, transientEnvironment } = inputs;
    const [, digest = ''] = image.split('@');
    return {
        sha,
        environment,
        description: `${service} release ${release ?? '-'} in ${namespace}`,
        payload: { ...markOf(inputs, context), namespace, image, digest, ...(release !== undefined && { release }) },
        transient: transientEnvironment,
        ...(productionEnvironment !== 'auto' && { production: productionEnvironment === 'true' }),
    };
}
function addressesOf({ environmentUrl }, { runUrl }) {
    return { ...(runUrl !== undefined && { logUrl: runUrl }), ...(environmentUrl !== undefined && { environmentUrl }) };
}
/** What is said while it goes on. */
function beginning(inputs, context, release) {
    const description = `Release ${release ?? '-'}, ${inputs.image.split('@')[1] ?? inputs.image}`;
    return { state: 'in_progress', description, ...addressesOf(inputs, context) };
}
/** What is said when it is over; without an ending, something kept the deploy from coming to one. */
function ended(inputs, context, ending) {
    const addresses = addressesOf(inputs, context);
    const release = ending?.release === undefined ? inputs.service : `Release ${ending.release.id}`;
    if (ending === undefined)
        return { state: 'error', description: 'The deploy did not come to its end.', ...addresses };
    if (ending.state === 'unknown') {
        return { state: 'error', description: `Could not tell whether it runs: ${ending.why}`, ...addresses };
    }
    if (ending.state === 'deployed')
        return { state: 'success', description: `${release} runs`, ...addresses };
    // A person is waited for: it is neither over nor wrong.
    if (ending.state === 'paused')
        return { state: 'in_progress', description: `${release} waits: ${ending.why}`, ...addresses };
    const { cause } = ending.evidence;
    const back = ending.undoing.state === 'restored' ? `; release ${ending.undoing.release.id} runs again` : '';
    return { state: 'failure', description: `${cause.class}/${cause.reason}${back}`, ...addresses };
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/tell-github.js


/** What a cancelled run still has time for. */
const LAST_WORD_MS = 1500;
/** Collects what could not be told; none of it changes what the deploy came to. */
class Remarks {
    all = [];
    add(what, why) {
        const message = `${what}: ${why} The deploy itself is not touched by this.`;
        this.all.push({ level: 'warning', title: 'Not told on GitHub', message });
    }
    /** Whether it was written. */
    took(what, outcome) {
        if (outcome.kind === 'written' || outcome.kind === 'made')
            return true;
        this.add(what, (0,own_deployment/* whyUntold */.F7)(outcome));
        return false;
    }
}
async function begin(github, inputs, context, sha, release, remarks) {
    const found = await (0,own_deployment/* findOwnDeployment */.D9)(github, inputs.environment ?? '', sha, markOf(inputs, context));
    if (found.kind === 'unread') {
        remarks.add("Which deployment is this job's could not be read", `${found.reason} ${own_deployment/* GRANT_DEPLOYMENTS */.MS}`);
        return undefined;
    }
    let own = found.value;
    if (own.kind === 'ambiguous') {
        remarks.add("Which deployment is this job's could not be told", `${own.ids.length} of this run are open.`);
        return undefined;
    }
    if (own.kind === 'none') {
        const made = await github.createDeployment(github_deployment_draftOf(inputs, context, sha, release));
        if (!remarks.took('No deployment was made', made) || made.kind !== 'made')
            return undefined;
        own = { kind: 'own', id: made.id };
    }
    remarks.took(`Deployment ${own.id} does not say that it goes on`, await github.sayOfDeployment(own.id, beginning(inputs, context, release)));
    return own;
}
/**
 * Does the work and tells GitHub's deployment of its environment how it goes.
 *
 * A job that names the environment has a deployment already, which GitHub ends with the job: it is told what goes wrong and
 * never that all is well, for what the job does next may say otherwise.
 *
 * @param release the number that the release is going to have
 */
async function tellingGitHub(inputs, release, connect, ports, context, work) {
    const { environment, githubToken: token } = inputs;
    const { repository, sha, apiUrl } = context;
    if (environment === undefined || token === undefined)
        return { ending: await work(), remarks: [] };
    if (repository === undefined || sha === undefined) {
        ports.log.info('No deployment is told on GitHub: this is no run of a workflow.');
        return { ending: await work(), remarks: [] };
    }
    const access = { apiUrl, repository, token };
    const remarks = new Remarks();
    const own = await begin(connect(access, ports), inputs, context, sha, release, remarks);
    const end = async (ending) => {
        const word = ended(inputs, context, ending);
        if (own === undefined || (own.kind === 'job' && word.state === 'success'))
            return;
        const cancelled = ports.cancelled.aborted ? AbortSignal.timeout(LAST_WORD_MS) : ports.cancelled;
        const outcome = await connect(access, { ...ports, cancelled }).sayOfDeployment(own.id, word);
        remarks.took(`Deployment ${own.id} does not say how it ended`, outcome);
    };
    let ending;
    try {
        ending = await work();
    }
    finally {
        await end(ending);
    }
    return { ending, remarks: remarks.all, ...(own && { deployment: own.id }) };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ../rollout/lib/order.js
/** The release that a run's commit is to be compared with; undefined when nothing that runs could be newer. */
function toCompare(live, own) {
    if (live?.commit === undefined || own.commit === undefined || live.commit === own.commit)
        return undefined;
    // A release that failed, or that was cut off, is no reason to keep an older one away.
    return live.state === 'bad' || live.state === 'interrupted' ? undefined : live;
}
/** Judges a run by how its commit stands to that of the release that runs. */
function judgeOrder(live, own, ancestry) {
    if (live === undefined || ancestry === undefined)
        return { kind: 'in-order' };
    if (live.repository !== undefined && live.repository !== own.repository) {
        return { kind: 'unknown', live, why: `release ${live.id} was deployed from ${live.repository}` };
    }
    if (ancestry.kind === 'unknown')
        return { kind: 'unknown', live, why: ancestry.reason };
    if (ancestry.status === 'behind')
        return { kind: 'stale', live };
    return ancestry.status === 'diverged' ? { kind: 'diverged', live } : { kind: 'in-order' };
}

// EXTERNAL MODULE: ../rollout/lib/lock/holder.js
var holder = __webpack_require__(21470);
// EXTERNAL MODULE: ../rollout/lib/lock/word.js
var word = __webpack_require__(57084);
// EXTERNAL MODULE: ../rollout/lib/lock/under-lock.js
var under_lock = __webpack_require__(9362);
;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/ancestry.js
/** Whether git finds one commit among another's ancestors; undefined when it does not know one of them. */
async function isAncestor({ exec }, older, newer) {
    const { exitCode } = await exec.run('git', ['merge-base', '--is-ancestor', older, newer]);
    // https://git-scm.com/docs/git-merge-base: 0 and 1 are answers, everything else is an error.
    return exitCode === 0 ? true : exitCode === 1 ? false : undefined;
}
/** How our commit stands to the one that runs: by GitHub, which has the whole history, else by the checkout. */
async function ancestryOf(live, own, ports, github) {
    if (github !== undefined)
        return github.compareCommits(live, own);
    if ([live, own].some((sha) => !/^[0-9a-f]{40,64}$/.test(sha)))
        return { kind: 'unknown', reason: 'a commit has no full id' };
    const [ahead, behind] = [await isAncestor(ports, live, own), await isAncestor(ports, own, live)];
    if (ahead === undefined || behind === undefined) {
        return { kind: 'unknown', reason: 'the checkout does not hold both commits, and no "github-token" is given' };
    }
    return { kind: 'compared', status: ahead ? 'ahead' : behind ? 'behind' : 'diverged' };
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/turn.js





function turn_opener({ inputs }, connect, ports, { apiUrl }) {
    const token = inputs.githubToken;
    return token && ((repository) => connect({ apiUrl, repository, token }, ports));
}
async function orderOf({ inputs, ledger }, open, ports, context) {
    const own = { repository: context.repository, commit: context.sha };
    const live = inputs.staleRun === 'deploy' ? undefined : toCompare((0,lib_release/* currentRelease */.BX)(ledger), own);
    if (live?.commit === undefined || own.commit === undefined)
        return { kind: 'in-order' };
    const github = context.repository === undefined ? undefined : open?.(context.repository);
    return judgeOrder(live, own, await ancestryOf(live.commit, own.commit, ports, github));
}
/** What was the earlier holder's is fenced off, so that nothing it still has on its way can be stored. */
async function takeOver(scene, lock, ports) {
    ports.log.info(`Taking over from ${lock.takenFrom}, which ended without giving the lock back.`);
    const ledger = await scene.ledgers.update((now) => now);
    const objects = scene.manifests.map(({ object }) => object);
    const targets = [...objects, ...(0,prune/* leftOver */.WL)(ledger, objects)].map(lib_object/* targetOf */.$r);
    await (0,fence/* fenceOff */.$g)(scene.client, [...targets, ...knownCanaries(ledger)], lock);
    return { ...scene, ledger };
}
async function take(scene, lock, open, ports, context) {
    const ledgers = (0,ledger_store/* ledgerStore */.N4)(scene.client, scene.inputs, lock?.fence);
    const read = { ...scene, ledgers, ledger: await ledgers.read() };
    const held = lock?.takenFrom === undefined ? read : await takeOver(read, lock, ports);
    return { scene: held, order: await orderOf(held, open, ports, context), ...(lock && { lock }) };
}
/** Does the work under the lock, or, without a lock, what a run does that is overtaken by whoever holds it. */
async function whenLocked(scene, open, ports, context, work) {
    const { inputs, client, parting } = scene;
    const { clock, cancelled } = ports;
    const progress = (line) => ports.log.info(line);
    let order = { kind: 'in-order' };
    // Whoever holds the lock may be newer than we are: it, or its next attempt, must then be let through.
    const wanted = async () => {
        order = await orderOf({ ...scene, ledger: await scene.ledgers.read() }, open, ports, context);
        return order.kind !== 'stale';
    };
    const { service, namespace, lockTimeout: waitMs } = inputs;
    const request = { service, namespace, holder: (0,holder/* ownHolder */.R8)(context, (0,external_node_crypto_.randomUUID)()), waitMs, wanted };
    const lockPorts = { client, parting, clock, cancelled, progress, ask: (0,word/* askGitHub */.X)(open, clock) };
    const outcome = await (0,under_lock/* underLock */.y)(lockPorts, request, async (lock) => work(await take(scene, lock, open, ports, context)));
    if (outcome.kind === 'done')
        return outcome.value;
    if (outcome.kind === 'not-wanted')
        return work({ scene, order });
    const waited = `${Math.round(outcome.waitedMs / 1000)} s`;
    throw new failure/* Failure */.H({
        code: 'DEPLOY_LOCKED',
        message: `Another run deploys ${service} in ${namespace} and did not end within ${waited}: ${outcome.holder}. Nothing was changed.`,
        remedy: 'Look at that run; run this one again when it is over, or raise "lock-timeout".',
    });
}
/** Waits until no other run deploys the service, does the work, and lets the next one in, however the work ends. */
async function inTurn(scene, connect, ports, context, work) {
    const open = turn_opener(scene, connect, ports, context);
    let begun = false;
    const begin = (turn) => {
        begun = true;
        return work(turn);
    };
    try {
        if (scene.inputs.lock)
            return await whenLocked(scene, open, ports, context, begin);
        return await begin(await take(scene, undefined, open, ports, context));
    }
    catch (error) {
        if (!ports.cancelled.aborted || error instanceof failure/* Failure */.H)
            throw error;
        const message = begun
            ? 'The run was cancelled at its work. Whatever it left, the next run of the service brings it to its end.'
            : 'The run was cancelled before it changed anything.';
        throw new failure/* Failure */.H({ code: 'CANCELLED', message }, { cause: error });
    }
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/run.js









/** Deploys: reads and asks everything first, waits for its turn, lets the server judge, applies, waits, and goes back when it fails. */
function runWith(connect) {
    return async (inputs, ports, context) => {
        const scene = await gather(inputs, ports, context);
        if (inputs.dryRun) {
            const steps = unjudgedSteps(scene.manifests);
            const planned = scene.namespaceExists ? await planStrategy(scene) : { scene, steps, trial: undefined };
            return reportPlan(planned.scene, { ...planned, leftOver: await gatherLeftOver(planned.scene) });
        }
        await ensureNamespace(scene);
        return inTurn(scene, connect, ports, context, async (turn) => {
            if (turn.order.kind === 'stale')
                return reportStale(turn.scene, turn.order.live);
            const planned = await planStrategy(turn.scene);
            const own = { ...turn, scene: planned.scene };
            const plan = { ...planned, leftOver: await gatherLeftOver(own.scene) };
            const release = releaseToBe(own.scene, plan, ports, context);
            const told = await tellingGitHub(inputs, release, connect, ports, context, () => ports.log.group(`Deploy ${inputs.service}`, () => deploy(own, plan, ports, context)));
            const beside = told.ending.state === 'unknown' ? [] : await neighbourRemarks(own.scene);
            return reportDeploy(own, plan, { ...told, remarks: [...told.remarks, ...beside] });
        });
    };
}

;// CONCATENATED MODULE: ../../actions/deploy-k8s/lib/index.js




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

/***/ 43042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ findOwnDeployment),
/* harmony export */   F7: () => (/* binding */ whyUntold),
/* harmony export */   MS: () => (/* binding */ GRANT_DEPLOYMENTS)
/* harmony export */ });
/* unused harmony export chooseOwnDeployment */
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55517);

/** What lets a job find, make and tell deployments. */
const GRANT_DEPLOYMENTS = 'Grant the job "deployments: write".';
/** States of a deployment whose job still runs. */
const OPEN = new Set(['queued', 'waiting', 'pending', 'in_progress']);
/** Nobody deploys one commit to one environment more often, and each costs a request. */
const MOST_LOOKED_AT = 20;
function isMarked({ payload }, mark) {
    return Object.entries(mark).every(([name, value]) => payload[name] === value);
}
/**
 * Finds this run's deployment among those of its commit and environment.
 *
 * GitHub writes the address of the job into the statuses of a deployment that it made for one, and a job does not know its own:
 * of several open ones of one run, which a matrix makes, none can be told to be ours.
 */
function chooseOwnDeployment(known, mark) {
    const own = known.find(({ deployment }) => isMarked(deployment, mark));
    if (own !== undefined)
        return { kind: 'own', id: own.deployment.id };
    if (mark.run === '')
        return { kind: 'none' };
    const ids = known
        .filter(({ statuses }) => OPEN.has((0,_deployment_js__WEBPACK_IMPORTED_MODULE_0__/* .latestStatus */ .Ux)(statuses)?.state ?? ''))
        .filter(({ statuses }) => statuses.some(({ logUrl = '' }) => logUrl.startsWith(`${mark.run}/job/`)))
        .map(({ deployment }) => deployment.id);
    const [first, ...others] = ids;
    if (first === undefined)
        return { kind: 'none' };
    return others.length === 0 ? { kind: 'job', id: first } : { kind: 'ambiguous', ids };
}
/** Why a deployment was neither made nor told anything, in a sentence that says how to mend it. */
function whyUntold(outcome) {
    if (outcome.kind === 'not-permitted')
        return `${outcome.reason} ${GRANT_DEPLOYMENTS}`;
    return `${outcome.problem.message} ${outcome.problem.remedy ?? ''}`.trim();
}
/** Asks GitHub which deployment of this commit and environment is this run's. */
async function findOwnDeployment(github, environment, sha, mark) {
    const listed = await github.listDeployments(environment, 1, sha);
    if (listed.kind === 'unread')
        return listed;
    const known = [];
    for (const deployment of listed.value.items.slice(0, MOST_LOOKED_AT)) {
        const statuses = await github.listDeploymentStatuses(deployment.id);
        if (statuses.kind === 'unread')
            return statuses;
        known.push({ deployment, statuses: statuses.value });
    }
    return { kind: 'read', value: chooseOwnDeployment(known, mark) };
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

/***/ 60941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   J4: () => (/* binding */ platformProblem),
/* harmony export */   qn: () => (/* binding */ renderPlatform)
/* harmony export */ });
const SYSTEMS = ['linux', 'windows', 'freebsd', 'wasip1'];
const VARIANTS = {
    amd64: ['v1', 'v2', 'v3', 'v4'],
    arm64: ['v8', 'v9'],
    arm: ['v5', 'v6', 'v7', 'v8'],
    '386': [],
    ppc64le: [],
    s390x: [],
    riscv64: [],
    mips64le: [],
    loong64: [],
    wasm: [],
};
/** What is wrong with a text as `os/architecture[/variant]`; nothing when it is right. */
function platformProblem(text) {
    const [os = '', architecture = '', variant, ...more] = text.split('/');
    const variants = VARIANTS[architecture];
    const known = SYSTEMS.includes(os) && variants !== undefined && more.length === 0;
    if (known && (variant === undefined || variants.includes(variant)))
        return undefined;
    const choices = variant !== undefined && variants !== undefined ? `; variants of ${architecture}: ${variants.join(', ') || 'none'}` : '';
    return {
        code: 'PLATFORM_UNKNOWN',
        message: `"${text}" is not a platform.`,
        remedy: `Write it like linux/amd64 or linux/arm64; systems: ${SYSTEMS.join(', ')}; architectures: ${Object.keys(VARIANTS).join(', ')}${choices}.`,
    };
}
/** Parses a platform that `platformProblem` finds nothing wrong with. */
function parsePlatform(text) {
    const [os = '', architecture = '', variant] = text.split('/');
    return { os, architecture, ...(variant !== undefined && { variant }) };
}
/** The platform as `os/architecture[/variant]`, without the variant that the architecture means anyway. */
function renderPlatform({ os, architecture, variant }) {
    const implied = (architecture === 'arm64' && variant === 'v8') || (architecture === 'amd64' && variant === 'v1');
    return [os, architecture, ...(variant === undefined || implied ? [] : [variant])].join('/');
}


/***/ })

};
