export const id = 9245;
export const ids = [9245];
export const modules = {

/***/ 89526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   g7: () => (/* binding */ setImage),
/* harmony export */   tO: () => (/* binding */ imageName)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92393);
/* harmony import */ var _workload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20570);


function valueAt(object, path) {
    return path.reduce((value, key) => value?.[key], object);
}
/** All containers of an object that runs pods, init containers first; none for another object. */
function containersOf(object) {
    const specPath = (0,_workload_js__WEBPACK_IMPORTED_MODULE_0__/* .podSpecPath */ .s5)(object.kind);
    if (specPath === undefined)
        return [];
    const spec = valueAt(object, specPath);
    return ['initContainers', 'containers'].flatMap((list) => (Array.isArray(spec?.[list]) ? spec[list] : []).map((container, index) => ({ container, path: [...specPath, list, index] })));
}
/** The last path segment of an image's repository: `payment-service` of `registry:5000/shop/payment-service:1@sha256:…`. */
function imageName(image) {
    const last = (image.split('@')[0] ?? '').split('/').at(-1) ?? '';
    return last.split(':')[0] ?? '';
}
function withValue(value, path, leaf) {
    const [key, ...rest] = path;
    if (key === undefined)
        return leaf;
    if (Array.isArray(value))
        return value.map((item, index) => (index === key ? withValue(item, rest, leaf) : item));
    const fields = value;
    return { ...fields, [key]: withValue(fields[key], rest, leaf) };
}
function noMatch(names, places) {
    const seen = places.map(({ container, path, manifest }) => {
        const { file, line } = manifest.locate([...path, 'image']);
        return `${container.image ?? 'no image'} (${file}:${line})`;
    });
    return new _slipway_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H({
        code: 'IMAGE_NO_MATCH',
        message: `No container's image has the name ${names.join(' or ')}; found: ${seen.join(', ') || 'no container at all'}.`,
        remedy: `Write "image: ${names[0] ?? ''}" in the container that runs the service; the deploy sets registry and digest.`,
    });
}
/**
 * Sets the image of every container that runs the service: those whose repository ends in one of the names.
 * Throws a Failure when none does, because then a deploy would change nothing and look right.
 */
function setImage(manifests, image, service) {
    const names = [...new Set([service, imageName(image)])];
    const places = manifests.flatMap((manifest) => containersOf(manifest.object).map((place) => ({ ...place, manifest })));
    const matching = places.filter(({ container }) => names.includes(imageName(container.image ?? '')));
    if (matching.length === 0)
        throw noMatch(names, places);
    return manifests.map((manifest) => {
        const own = matching.filter((place) => place.manifest === manifest);
        const set = (object, { path }) => withValue(object, [...path, 'image'], image);
        return { ...manifest, object: own.reduce(set, manifest.object) };
    });
}


/***/ }),

/***/ 20570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AJ: () => (/* binding */ isAwaited),
/* harmony export */   Kj: () => (/* binding */ isCustom),
/* harmony export */   i6: () => (/* binding */ WORKLOAD_KINDS),
/* harmony export */   s5: () => (/* binding */ podSpecPath)
/* harmony export */ });
/* harmony import */ var _object_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82548);

/** The kinds that run pods and that a deploy waits for. */
const WORKLOAD_KINDS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job'];
/** Whether a kind is one of a cluster's own extensions, whose controllers say by conditions how far they got. */
function isCustom({ apiVersion }) {
    const group = (0,_object_js__WEBPACK_IMPORTED_MODULE_0__/* .groupOf */ .F8)(apiVersion);
    return group.includes('.') && !group.endsWith('.k8s.io');
}
/** Whether a deploy waits for an object: for what runs pods, and for custom resources of the namespace. */
function isAwaited(object) {
    return WORKLOAD_KINDS.includes(object.kind) || (isCustom(object) && object.metadata.namespace !== undefined);
}
/** Where in an object its pod's specification stands; undefined when the object runs no pods. */
function podSpecPath(kind) {
    if (kind === 'Pod')
        return ['spec'];
    if (kind === 'CronJob')
        return ['spec', 'jobTemplate', 'spec', 'template', 'spec'];
    return [...WORKLOAD_KINDS, 'ReplicaSet', 'Rollout'].includes(kind) ? ['spec', 'template', 'spec'] : undefined;
}


/***/ }),

/***/ 33178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N4: () => (/* binding */ ledgerStore),
  IG: () => (/* binding */ ledgersIn)
});

// UNUSED EXPORTS: ledgerName

// EXTERNAL MODULE: ../kubernetes/lib/object.js
var object = __webpack_require__(82548);
// EXTERNAL MODULE: ../kubernetes/lib/status.js
var lib_status = __webpack_require__(60581);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../rollout/lib/release.js
var release = __webpack_require__(48533);
;// CONCATENATED MODULE: ../rollout/lib/ledger-codec.js


const PLAIN_BYTES_MAX = 16_384;
/** A Secret holds 1 MiB; the rest is for its metadata. */
const BYTES_MAX = 900_000;
const [PLAIN, PACKED] = ['ledger.json', 'ledger.json.gz'];
async function through(bytes, stream) {
    const piped = new Blob([bytes]).stream().pipeThrough(stream);
    return Buffer.from(await new Response(piped).arrayBuffer());
}
/** The ledger as a Secret's data, with as many releases as fit. */
async function encodeLedger(ledger) {
    for (let kept = release/* KEPT */.t0; kept > 0; kept -= 1) {
        const bytes = Buffer.from(JSON.stringify((0,release/* trimmed */.dE)(ledger, kept)));
        if (bytes.length <= PLAIN_BYTES_MAX)
            return { [PLAIN]: bytes.toString('base64') };
        const packed = (await through(bytes, new CompressionStream('gzip'))).toString('base64');
        if (packed.length <= BYTES_MAX)
            return { [PACKED]: packed };
    }
    throw new failure/* Failure */.H({
        code: 'RELEASE_TOO_BIG',
        message: `The manifests of ${ledger.service} do not fit the release record, which is a Secret of at most 1 MiB.`,
        remedy: 'Deploy large ConfigMaps and Secrets apart from the service.',
    });
}
/** The ledger from a Secret's data. */
async function decodeLedger(data, service) {
    try {
        const [plain, packed] = [data[PLAIN], data[PACKED]];
        if (plain === undefined && packed === undefined)
            return { service, releases: [] };
        const bytes = Buffer.from(plain ?? packed ?? '', 'base64');
        const text = plain === undefined ? await through(new Uint8Array(bytes), new DecompressionStream('gzip')) : bytes;
        return JSON.parse(text.toString('utf8'));
    }
    catch (error) {
        const message = `The release record of ${service} cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
        const remedy = `Delete the Secret slipway-release.${service}; the next deploy starts a new record.`;
        throw new failure/* Failure */.H({ code: 'RELEASE_RECORD_BROKEN', message, remedy });
    }
}

// EXTERNAL MODULE: ../rollout/lib/lock/lock.js + 1 modules
var lock = __webpack_require__(45038);
;// CONCATENATED MODULE: ../rollout/lib/ledger-store.js



/** The Secret's name. */
function ledgerName(service) {
    return `slipway-release.${service}`;
}
const ATTEMPTS = 5;
/** The ledger as a lock's holder writes it; one that a later holder has written is not its to write any more. */
function under(fence, ledger) {
    if (fence === undefined)
        return ledger;
    if ((ledger.fence ?? 0) > fence)
        throw (0,lock/* lockLost */.w)(`The release record has fence ${ledger.fence}`);
    return { ...ledger, fence };
}
/**
 * The ledger of a service in a namespace.
 *
 * @param fence the number of the lock under which it is written; a later holder's writes then shut this one's out
 */
function ledgerStore(client, { service, namespace }, fence) {
    const target = { ...object/* KINDS */.GW.secret, name: ledgerName(service), namespace };
    const load = async () => {
        const secret = await client.get(target);
        return { ledger: await decodeLedger(secret?.data ?? {}, service), resourceVersion: secret?.metadata.resourceVersion };
    };
    const save = async (ledger, resourceVersion) => {
        const labels = { 'app.kubernetes.io/managed-by': 'slipway' };
        const metadata = { name: target.name, namespace, labels, ...(resourceVersion !== undefined && { resourceVersion }) };
        const data = await encodeLedger(ledger);
        await client.apply({ ...object/* KINDS */.GW.secret, metadata, type: 'slipway.dev/release', data }, { force: true });
    };
    return {
        read: async () => (await load()).ledger,
        update: async (change) => {
            for (let attempt = 1;; attempt += 1) {
                const { ledger, resourceVersion } = await load();
                const changed = change(under(fence, ledger));
                try {
                    await save(changed, resourceVersion);
                    return changed;
                }
                catch (error) {
                    const raced = error instanceof lib_status/* KubernetesFailure */.d8 && error.status === 409;
                    if (!raced || attempt >= ATTEMPTS)
                        throw error;
                }
            }
        },
    };
}
/** The ledgers of every service that is recorded in a namespace, by service. */
async function ledgersIn(client, namespace) {
    const selection = { namespace, labelSelector: 'app.kubernetes.io/managed-by=slipway' };
    const { items } = await client.list(object/* KINDS */.GW.secret, selection);
    const found = new Map();
    for (const { metadata, data = {} } of items) {
        const [, service] = metadata.name.split(ledgerName(''));
        if (service !== undefined)
            found.set(service, await decodeLedger(data, service));
    }
    return found;
}


/***/ }),

/***/ 21470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R8: () => (/* binding */ ownHolder),
/* harmony export */   aS: () => (/* binding */ formatHolder),
/* harmony export */   iz: () => (/* binding */ parseHolder)
/* harmony export */ });
/** We as a holder; `process` is told to nobody else. */
function ownHolder({ repository, runId, runAttempt = '1' }, process) {
    if (repository === undefined || runId === undefined)
        return { process };
    return { run: { repository, runId: Number(runId), attempt: Number(runAttempt) }, process };
}
const RUN = /^([\w.-]+\/[\w.-]+)\/actions\/runs\/(\d+)\/attempts\/(\d+)$/;
/** The holder in one line, as it stands in the lock for people to read: the run's own path on GitHub, then the process. */
function formatHolder({ run, process }) {
    const where = run === undefined ? 'outside-github' : `${run.repository}/actions/runs/${run.runId}/attempts/${run.attempt}`;
    return `${where} ${process}`;
}
/** Reads what {@link formatHolder} wrote; a holder that something else wrote has no run. */
function parseHolder(text) {
    const [where = '', process = ''] = text.split(' ');
    const [, repository, runId, attempt] = RUN.exec(where) ?? [];
    if (repository === undefined)
        return { process: process === '' ? text : process };
    return { run: { repository, runId: Number(runId), attempt: Number(attempt) }, process };
}


/***/ }),

/***/ 45038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ acquireLock),
  w: () => (/* binding */ lockLost)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../kubernetes/lib/status.js
var lib_status = __webpack_require__(60581);
// EXTERNAL MODULE: ../kubernetes/lib/object.js
var object = __webpack_require__(82548);
// EXTERNAL MODULE: ../rollout/lib/lock/holder.js
var holder = __webpack_require__(21470);
;// CONCATENATED MODULE: ../rollout/lib/lock/lease.js

/** How long a holder may stay silent before it may be dead. */
const LEASE_MS = 30_000;
/** Silence after which a holder counts as dead, whatever GitHub says of its run: its step may have died while its job goes on. */
const DEAD_AFTER_LEASES = 10;
/** The name of a service's Lease. */
function leaseName(service) {
    return `slipway-deploy.${service}`;
}
/** The sighting of a Lease after it was read once more: unchanged, it is as old as it was. */
function sightLease(before, lease, nowMs) {
    const unchanged = before?.lease.metadata.resourceVersion === lease.metadata.resourceVersion;
    return unchanged && before !== undefined ? before : { lease, sinceMs: nowMs };
}
/**
 * Judges a Lease.
 *
 * Silence is measured by our own clock from when we first saw the Lease as it is, so that a clock that is wrong here or
 * there never makes a living holder look dead; only the much longer silence goes by the time that the holder wrote.
 */
function judgeLease({ lease: { spec = {} }, sinceMs }, us, nowMs) {
    const holder = spec.holderIdentity ?? '';
    if (holder === '')
        return { kind: 'free' };
    if (holder === us)
        return { kind: 'ours' };
    const promisedMs = (spec.leaseDurationSeconds ?? LEASE_MS / 1000) * 1000;
    if (nowMs - sinceMs < promisedMs)
        return { kind: 'held', holder };
    const writtenMs = Date.parse(spec.renewTime ?? '');
    const dead = Number.isNaN(writtenMs) || nowMs - writtenMs >= DEAD_AFTER_LEASES * promisedMs;
    return { kind: dead ? 'dead' : 'silent', holder };
}
/** A time as a Lease holds it, to the microsecond. */
const microTime = (ms) => new Date(ms).toISOString().replace('Z', '000Z');
/** The number of the Lease's holder: it rises with every change of hands, and so tells a later holder from an earlier one. */
function fenceOf({ spec }) {
    return spec?.leaseTransitions ?? 0;
}
/** The Lease as its next holder writes it; `before` is what was read, if anything was. */
function takenLease(before, name, us, nowMs) {
    const { resourceVersion } = before?.metadata ?? {};
    const labels = { 'app.kubernetes.io/managed-by': 'slipway' };
    return {
        ...object/* KINDS */.GW.lease,
        metadata: { name: leaseName(name.service), namespace: name.namespace, labels, ...(resourceVersion && { resourceVersion }) },
        spec: {
            holderIdentity: us,
            leaseDurationSeconds: LEASE_MS / 1000,
            acquireTime: microTime(nowMs),
            renewTime: microTime(nowMs),
            leaseTransitions: (before === undefined ? 0 : fenceOf(before)) + 1,
        },
    };
}
/** The Lease with its holder's sign of life. */
function renewedLease(lease, nowMs) {
    return { ...lease, spec: { ...lease.spec, renewTime: microTime(nowMs) } };
}
/** The Lease without a holder; its number stays, so that the next holder's is higher. */
function releasedLease(lease, nowMs) {
    const { holderIdentity: _us, ...spec } = lease.spec ?? {};
    return { ...lease, spec: { ...spec, renewTime: microTime(nowMs) } };
}

;// CONCATENATED MODULE: ../rollout/lib/lock/lock.js




const LOOK_AGAIN_MS = 2000;
const isConflict = (error) => error instanceof lib_status/* KubernetesFailure */.d8 && error.status === 409;
/** The failure of a holder whose lock somebody else has taken. */
function lockLost(what) {
    const message = `${what}: another run has taken over the deploy of this service, so this one writes nothing more.`;
    return new failure/* Failure */.H({
        code: 'LOCK_LOST',
        message,
        remedy: 'Look at the newer run; run this one again if it should come after it.',
    });
}
/** How long a write that was cut off may still be on its way to the API server. */
const ON_ITS_WAY_MS = 250;
/** Gives back a lock of which we do not know how it stands: a write that was cut off may have been done all the same. */
async function giveBackUnseen({ parting, clock }, target, us) {
    for (const waitMs of [0, ON_ITS_WAY_MS]) {
        await clock.sleep(waitMs);
        const live = await parting.get(target);
        if (live?.spec?.holderIdentity !== us)
            continue;
        await parting.replace(releasedLease(live, clock.now()));
        return;
    }
}
class HeldLock {
    fence;
    takenFrom;
    #ports;
    #us;
    #lease;
    #renewedMs;
    constructor(ports, us, lease, takenFrom) {
        this.#ports = ports;
        this.#us = us;
        this.#lease = lease;
        this.#renewedMs = ports.clock.now();
        this.fence = fenceOf(lease);
        if (takenFrom !== undefined)
            this.takenFrom = takenFrom;
    }
    async hold() {
        if (this.#ports.clock.now() - this.#renewedMs >= LEASE_MS / 3)
            await this.prove();
    }
    async prove() {
        const { client, clock } = this.#ports;
        const nowMs = clock.now();
        try {
            this.#lease = await client.replace(renewedLease(this.#lease, nowMs));
        }
        catch (error) {
            if (!isConflict(error))
                throw error;
            this.#lease = await this.#stillOurs(client);
        }
        this.#renewedMs = nowMs;
    }
    async beat() {
        await this.hold().catch((error) => {
            if (!(error instanceof failure/* Failure */.H) || error.code === 'LOCK_LOST')
                throw error;
        });
    }
    /** An answer that was lost on its way looks like somebody else's write. */
    async #stillOurs(client) {
        const live = await client.get((0,object/* targetOf */.$r)(this.#lease));
        if (live?.spec?.holderIdentity === this.#us)
            return live;
        throw lockLost(live?.spec?.holderIdentity ?? 'The lock is gone');
    }
    async release() {
        const { parting, clock } = this.#ports;
        try {
            await parting.replace(releasedLease(this.#lease, clock.now()));
        }
        catch (error) {
            if (!isConflict(error))
                throw error;
            await giveBackUnseen(this.#ports, (0,object/* targetOf */.$r)(this.#lease), this.#us);
        }
    }
}
async function take(ports, request, before, us) {
    const lease = takenLease(before, request, us, ports.clock.now());
    try {
        return await (before === undefined ? ports.client.create(lease) : ports.client.replace(lease));
    }
    catch (error) {
        if (isConflict(error))
            return undefined;
        // Whoever is cancelled now has no lock to give back that it knows of.
        if (ports.cancelled.aborted)
            await giveBackUnseen(ports, (0,object/* targetOf */.$r)(lease), us).catch(() => undefined);
        throw error;
    }
}
/** Whether the lock may be taken as it stands, and from whom. */
async function mayTake(ports, standing) {
    if (standing.kind === 'free' || standing.kind === 'ours')
        return {};
    if (standing.kind === 'held')
        return undefined;
    if (standing.kind === 'dead')
        return { from: standing.holder };
    return (await ports.ask((0,holder/* parseHolder */.iz)(standing.holder))) === 'over' ? { from: standing.holder } : undefined;
}
/**
 * Takes the lock of a service, waiting while another run has it.
 *
 * A lock that was never given back is taken over only from a holder that was silent for as long as it had promised to speak
 * and whose run is over by GitHub's word, or that was silent ten times as long.
 *
 * @throws Failure with the API server's refusal
 */
async function acquireLock(ports, request) {
    const us = (0,holder/* formatHolder */.aS)(request.holder);
    const { client, clock } = ports;
    const target = (0,object/* targetOf */.$r)(takenLease(undefined, request, us, 0));
    const startedMs = clock.now();
    let [seen, said] = [undefined, ''];
    for (;;) {
        const live = await client.get(target);
        seen = live && sightLease(seen, live, clock.now());
        const standing = seen === undefined ? { kind: 'free' } : judgeLease(seen, us, clock.now());
        const chance = await mayTake(ports, standing);
        if (chance?.from !== undefined && (await request.wanted?.()) === false)
            return { kind: 'not-wanted' };
        const lease = chance && (await take(ports, request, live, us));
        if (lease !== undefined)
            return { kind: 'locked', lock: new HeldLock(ports, us, lease, chance?.from) };
        if (chance !== undefined)
            continue;
        const holder = 'holder' in standing ? standing.holder : '';
        const waitedMs = clock.now() - startedMs;
        if (waitedMs >= request.waitMs)
            return { kind: 'busy', holder, waitedMs };
        if (holder !== said)
            ports.progress(`Waiting: ${holder} deploys ${request.service} in ${request.namespace}.`);
        said = holder;
        await clock.sleep(LOOK_AGAIN_MS, ports.cancelled);
    }
}


/***/ }),

/***/ 48533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BX: () => (/* binding */ currentRelease),
/* harmony export */   Q2: () => (/* binding */ withState),
/* harmony export */   W$: () => (/* binding */ standingRelease),
/* harmony export */   _h: () => (/* binding */ withRelease),
/* harmony export */   ad: () => (/* binding */ withCurrent),
/* harmony export */   dE: () => (/* binding */ trimmed),
/* harmony export */   mC: () => (/* binding */ lastGood),
/* harmony export */   t0: () => (/* binding */ KEPT)
/* harmony export */ });
/** How many releases are kept. */
const KEPT = 10;
/** The release that the cluster runs, by the record. */
function currentRelease(ledger) {
    return ledger.releases.find(({ id }) => id === ledger.current);
}
/** The newest good release other than the given one: where a rollback goes. */
function lastGood(ledger, exceptId) {
    return ledger.releases.findLast(({ id, state }) => state === 'good' && id !== exceptId);
}
/** The newest release that runs by the record: good, or not judged by its watch yet. */
function standingRelease(ledger, exceptId) {
    return ledger.releases.findLast(({ id, state }) => (state === 'good' || state === 'pending') && id !== exceptId);
}
/** The ledger without its oldest releases; what a rollback would need is never dropped. */
function trimmed(ledger, kept) {
    const needed = [lastGood(ledger, ledger.current)?.id, ledger.current];
    const from = ledger.releases.length - kept;
    return { ...ledger, releases: ledger.releases.filter(({ id }, index) => index >= from || needed.includes(id)) };
}
/** The ledger with one more release, which is being applied from now on. */
function withRelease(ledger, draft) {
    const id = Math.max(0, ...ledger.releases.map((release) => release.id)) + 1;
    // Whoever was at it before us, and never came to its end, was cut off.
    const before = ledger.releases.map((each) => (each.state === 'deploying' ? { ...each, state: 'interrupted' } : each));
    return trimmed({ ...ledger, current: id, releases: [...before, { ...draft, id, state: 'deploying' }] }, KEPT);
}
/** The ledger with a release's state set. */
function withState(ledger, id, state, cause) {
    const set = (release) => ({ ...release, state, ...(cause !== undefined && { cause: cause.slice(0, 500) }) });
    return { ...ledger, releases: ledger.releases.map((release) => (release.id === id ? set(release) : release)) };
}
/** The ledger after a release was applied again. */
function withCurrent(ledger, id) {
    return { ...ledger, current: id };
}


/***/ })

};
