export const id = 7948;
export const ids = [7948];
export const modules = {

/***/ 7948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* reexport */ action/* action */.X),
  run: () => (/* reexport */ run)
});

// EXTERNAL MODULE: ../../actions/watch-and-rollback/lib/action.js + 1 modules
var action = __webpack_require__(77686);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/batch.js


const SEVERITY = ['pass', 'inconclusive', 'fail'];
/** A watch that broke off says nothing of the others. */
async function outcomeOf(service, watched) {
    try {
        return await watched();
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H))
            throw error;
        return {
            verdict: 'inconclusive',
            headline: `Could not tell whether ${service} is healthy: ${error.message}`,
            outputs: {
                ...{ decision: 'blind', decisions: JSON.stringify({ [service]: 'blind' }) },
                ...{ errorRate: undefined, requests: undefined, release: undefined, rolledBackTo: undefined, cause: undefined },
            },
            summary: [(0,block/* paragraph */.FY)([error.message])],
        };
    }
}
const joined = (values) => values.map((value) => value ?? '').join(',');
/** Watches several services side by side and tells of all of them: the worst first, each in full. */
async function together(services) {
    const all = await Promise.all(services.map(async ([service, watched]) => ({ service, told: await outcomeOf(service, watched) })));
    const rank = ({ told }) => SEVERITY.indexOf(told.verdict);
    const sorted = all.toSorted((a, b) => rank(b) - rank(a));
    const [worst] = sorted;
    const each = (name) => joined(all.map(({ told }) => told.outputs[name]));
    return {
        verdict: worst?.told.verdict ?? 'inconclusive',
        headline: sorted.map(({ told }) => told.headline).join(' '),
        outputs: {
            decision: worst?.told.outputs.decision,
            decisions: JSON.stringify(Object.fromEntries(all.map(({ service, told }) => [service, told.outputs.decision ?? '']))),
            errorRate: each('errorRate'),
            requests: each('requests'),
            release: each('release'),
            rolledBackTo: each('rolledBackTo'),
            cause: each('cause'),
        },
        annotations: sorted.flatMap(({ told }) => told.annotations ?? []),
        summary: sorted.flatMap(({ service, told }) => [(0,block/* heading */.R_)(3, service), ...(told.summary ?? [])]),
        data: Object.fromEntries(all.map(({ service, told }) => [service, told.data ?? null])),
    };
}

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/decision.js
/** Whether a decision speaks against the release. */
function isBad(decision) {
    return decision.kind === 'regressed' || decision.kind === 'slower';
}
/** The pod with the most errors, whose log is the one to read. */
function worstPod({ samples }) {
    const errors = new Map();
    for (const { version, pod, error, points } of samples.series) {
        if (version === 'new' && error)
            errors.set(pod, (errors.get(pod) ?? 0) + (points.at(-1)?.[1] ?? 0));
    }
    return [...errors].sort((a, b) => b[1] - a[1])[0]?.[0];
}
const REASONS = {
    overLimit: 'ErrorRate',
    worseThanBefore: 'ErrorRateRose',
    slower: 'Slower',
    probesFail: 'ProbesFail',
};
function blamed(kind, watched) {
    const { reason = 'overLimit', why } = watched.verdict;
    const pod = kind === 'slower' ? undefined : worstPod(watched);
    return { kind, cause: { class: 'app', reason: REASONS[reason], message: why, ...(pod !== undefined && { pod }) } };
}
const worth = ({ verdict: { visible } }) => visible === undefined || visible >= 1
    ? 'not even an outage would have been seen'
    : `less than ${(visible * 100).toFixed(visible < 0.1 ? 2 : 0)} % of errors would not have been seen`;
/** Decides from what was seen. */
function decide(watched) {
    const { end, verdict, trouble, looks } = watched;
    if (end === 'superseded') {
        return { kind: 'inconclusive', reason: 'superseded', why: 'another version was deployed while this one was watched' };
    }
    if (end === 'cancelled')
        return { kind: 'inconclusive', reason: 'cancelled', why: 'the run was cancelled' };
    if (trouble !== undefined)
        return { kind: 'regressed', cause: trouble.cause };
    switch (verdict.state) {
        case 'regressed':
        case 'slower':
            return blamed(verdict.state, watched);
        case 'healthy':
            return { kind: 'healthy' };
        case 'oneBadPod': {
            const pod = worstPod(watched);
            const why = pod === undefined ? verdict.why : `${verdict.why}, ${pod}`;
            return { kind: 'inconclusive', reason: 'one-bad-pod', why };
        }
        case 'environment':
            return { kind: 'inconclusive', reason: 'environment', why: verdict.why };
        case 'tooLittleTraffic':
            return { kind: 'inconclusive', reason: 'too-little-traffic', why: `${verdict.why}; ${worth(watched)}` };
        default: {
            const problem = looks.at(-1)?.problem;
            return { kind: 'inconclusive', reason: 'blind', why: problem === undefined ? verdict.why : `${verdict.why}; ${problem}` };
        }
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ../rollout/lib/ledger-store.js + 1 modules
var ledger_store = __webpack_require__(33178);
// EXTERNAL MODULE: ../rollout/lib/release.js
var lib_release = __webpack_require__(48533);
// EXTERNAL MODULE: ../rollout/lib/lock/fence.js
var fence = __webpack_require__(14475);
// EXTERNAL MODULE: ../rollout/lib/restore.js + 2 modules
var restore = __webpack_require__(58498);
// EXTERNAL MODULE: ../rollout/lib/lock/holder.js
var holder = __webpack_require__(21470);
// EXTERNAL MODULE: ../rollout/lib/lock/word.js
var word = __webpack_require__(57084);
// EXTERNAL MODULE: ../rollout/lib/lock/under-lock.js
var under_lock = __webpack_require__(9362);
// EXTERNAL MODULE: ../rollout/lib/evidence.js
var lib_evidence = __webpack_require__(30519);
// EXTERNAL MODULE: ../prometheus/lib/inputs.js + 1 modules
var lib_inputs = __webpack_require__(74114);
// EXTERNAL MODULE: ../rollout/lib/watch/judge.js + 8 modules
var watch_judge = __webpack_require__(91972);
// EXTERNAL MODULE: ../rollout/lib/wait.js + 1 modules
var wait = __webpack_require__(21552);
// EXTERNAL MODULE: ../prometheus/lib/series.js
var series = __webpack_require__(62018);
// EXTERNAL MODULE: ../prometheus/lib/selector.js
var selector = __webpack_require__(54378);
;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/selector.js

function podPattern({ fresh, old }) {
    return `(${[...fresh, ...old].join('|')})-[a-z0-9]+`;
}
/** The questions whose answers hold the requests and errors of both versions, and those of their neighbours. */
function aboutErrors(inputs, matcher) {
    const outcome = { label: inputs.codeLabel, errors: new RegExp(`^(?:${inputs.errorCodes})$`) };
    const others = inputs.neighbours === undefined ? [] : [{ selector: inputs.neighbours, outcome, neighbours: true }];
    if (inputs.queryTotal === undefined || inputs.queryErrors === undefined) {
        return [{ selector: (0,selector/* withMatcher */.l)(inputs.metric, matcher), outcome }, ...others];
    }
    return [
        { selector: (0,selector/* withMatcher */.l)(inputs.queryTotal, matcher), outcome: 'all' },
        { selector: (0,selector/* withMatcher */.l)(inputs.queryErrors, matcher), outcome: 'errors' },
        ...others,
    ];
}
/** Matches the label of boundaries, which some clients write with a decimal more. In a string of PromQL a backslash is doubled. */
function boundaryPattern(boundaries) {
    const escaped = boundaries.map((boundary) => `${String(boundary).replace(/[.+]/g, '\\\\$&')}(\\\\.0)?`);
    return [...escaped, '\\\\+Inf'].join('|');
}
/**
 * Matches the pods of the versions. A ReplicaSet is named after its template, so the same version in another namespace, such as
 * staging, has pods of the same names but for their ends; where series tell no namespace, theirs cannot be told apart.
 */
function matcherOf({ namespace, namespaceLabel, podLabel }, versions) {
    return `${namespaceLabel}=~"${namespace}|",${podLabel}=~"${podPattern(versions)}"`;
}
/** Everything that Prometheus is asked for. Of a histogram, the boundaries that are named, or all of them. */
function questions(inputs, versions, boundaries) {
    const matcher = matcherOf(inputs, versions);
    const errors = aboutErrors(inputs, matcher);
    if (inputs.onSlower === 'ignore' || boundaries?.length === 0)
        return errors;
    const within = boundaries === undefined ? '' : `,le=~"${boundaryPattern(boundaries)}"`;
    return [...errors, { selector: (0,selector/* withMatcher */.l)(`${inputs.latencyMetric}_bucket`, `${matcher}${within}`), outcome: 'buckets' }];
}
function versionOf(pod, { fresh, old }) {
    const set = pod.slice(0, pod.lastIndexOf('-'));
    if (fresh.includes(set))
        return 'new';
    return old.includes(set) ? 'old' : undefined;
}
/** A series as a counter of one version; undefined when its pod belongs to neither. */
function counterOf({ labels, points }, { outcome, neighbours }, podLabel, versions) {
    const pod = labels[podLabel] ?? '';
    const version = neighbours === true ? 'neighbour' : versionOf(pod, versions);
    if (version === undefined)
        return undefined;
    if (typeof outcome === 'string')
        return { version, pod, request: outcome === 'all', error: outcome === 'errors', points };
    return { version, pod, request: true, error: outcome.errors.test(labels[outcome.label] ?? ''), points };
}
/** A series as a bucket of one version; undefined when it is none. */
function bucketOf({ labels, points }, podLabel, versions) {
    const pod = labels[podLabel] ?? '';
    const [version, le] = [versionOf(pod, versions), labels['le'] === '+Inf' ? null : Number(labels['le'])];
    return version === undefined || Number.isNaN(le) ? undefined : { version, pod, le, points };
}

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/sampler.js


/** Collects the samples of a watch, reading by reading. */
class Sampler extends series/* SeriesReader */.j {
    constructor(source, inputs, versions) {
        super(source, {
            questions: () => questions(inputs, versions),
            of: (raw, question) => question.outcome === 'buckets'
                ? bucketOf(raw, inputs.podLabel, versions)
                : counterOf(raw, question, inputs.podLabel, versions),
        });
    }
    get series() {
        return this.kept.filter((each) => !('le' in each));
    }
    get buckets() {
        return this.kept.filter((each) => 'le' in each);
    }
}

// EXTERNAL MODULE: ../rollout/lib/view.js
var lib_view = __webpack_require__(44083);
// EXTERNAL MODULE: ../rollout/lib/watch/boundaries.js
var boundaries = __webpack_require__(87400);
;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/day.js



const HOUR_MS = 3_600_000;
const HOURS = 24;
const VERSION_OF_ALL = 'old';
/** The day in slices, filled hour by hour, so that never more than an hour of raw samples is held. */
class DaySlices {
    #fromMs;
    #intervalMs;
    errors;
    slow;
    #last = new Map();
    #copies = new Map();
    constructor({ untilMs, intervalMs, boundaries }) {
        const length = Math.floor((HOURS * HOUR_MS) / intervalMs);
        const slots = () => Array.from({ length }, () => [0, 0]);
        this.#fromMs = untilMs - length * intervalMs;
        this.#intervalMs = intervalMs;
        this.errors = slots();
        this.slow = new Map(boundaries.map((boundary) => [boundary, slots()]));
    }
    /** Takes in a series; `baseline` when it may have been there before the first sample. */
    take(raw, question, count, baseline) {
        const [key, whole] = [(0,series/* identity */.D)(raw, question, false), (0,series/* identity */.D)(raw, question, true)];
        if ((this.#copies.get(key) ?? whole) !== whole)
            return;
        this.#copies.set(key, whole);
        for (const [atMs, value] of raw.points) {
            const before = this.#last.get(key);
            const rise = before === undefined ? (baseline ? 0 : value) : value >= before ? value - before : value;
            this.#last.set(key, value);
            count(rise, Math.floor((atMs - this.#fromMs) / this.#intervalMs));
        }
    }
    /** Takes out a stretch of time. */
    blank(fromMs, toMs) {
        const [from, to] = [fromMs, toMs].map((ms) => Math.floor((ms - this.#fromMs) / this.#intervalMs));
        for (const slots of [this.errors, ...this.slow.values()])
            for (let index = Math.max(0, from); index <= Math.min(to, slots.length - 1); index += 1)
                slots[index]?.fill(0);
    }
    day() {
        return {
            errors: this.errors,
            slow: [...this.slow].map(([le, counts]) => ({ le, counts })),
        };
    }
}
function add(slots, at, total, bad) {
    const slot = slots?.[at];
    if (slot === undefined)
        return;
    slot[0] += total;
    slot[1] += bad;
}
function takeOne(day, raw, question, podLabel, sets, baseline) {
    const versions = { fresh: [], [VERSION_OF_ALL]: sets };
    if (question.outcome !== 'buckets') {
        const counter = counterOf(raw, question, podLabel, versions);
        if (counter === undefined)
            return;
        const [total, bad] = [counter.request ? 1 : 0, counter.error ? 1 : 0];
        day.take(raw, question, (rise, at) => add(day.errors, at, rise * total, rise * bad), baseline);
        return;
    }
    const le = bucketOf(raw, podLabel, versions)?.le;
    if (le === undefined)
        return;
    const count = (rise, at) => {
        if (le !== null)
            add(day.slow.get(le), at, 0, -rise);
        else
            for (const slots of day.slow.values())
                add(slots, at, rise, rise);
    };
    day.take(raw, question, count, baseline);
}
/**
 * What the versions before served in the day before a moment, from raw counters, slice by slice.
 *
 * Nothing is counted while a version was being watched itself: such a window would be one with a release in it.
 */
async function dayBefore(source, inputs, window) {
    const { views, without, untilMs, boundaries, durationMs } = window;
    const own = views
        .flatMap(({ workload, replicaSets }) => (0,lib_view/* replicaSetsOf */.Ls)(workload, replicaSets))
        .filter(({ metadata }) => !without.includes(metadata.name));
    const sets = own.map(({ metadata }) => metadata.name);
    const day = new DaySlices(window);
    if (sets.length === 0)
        return day.day();
    const asked = questions({ ...inputs, neighbours: undefined }, { fresh: [], old: sets }, boundaries);
    for (let hour = HOURS - 1; hour >= 0; hour -= 1) {
        for (const question of asked) {
            const { series } = await source.read(question.selector, HOUR_MS / 1000, untilMs - hour * HOUR_MS);
            for (const raw of series)
                takeOne(day, raw, question, inputs.podLabel, sets, hour === HOURS - 1);
        }
    }
    for (const { metadata } of own) {
        const madeMs = Date.parse(metadata.creationTimestamp ?? '');
        if (!Number.isNaN(madeMs))
            day.blank(madeMs, madeMs + durationMs);
    }
    return day.day();
}

// EXTERNAL MODULE: ../rollout/lib/cause.js
var lib_cause = __webpack_require__(75003);
// EXTERNAL MODULE: ../rollout/lib/verdict.js + 3 modules
var lib_verdict = __webpack_require__(30897);
;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/pod-watch.js

/** How long most of the new pods may be unready before it counts. */
const UNREADY_MS = 30_000;
const nameOf = ({ metadata }) => metadata.name;
const isReady = ({ status }) => status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') === true;
const restartsOf = ({ status }) => (status?.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);
/**
 * Registry, nodes and quotas are no fault of a release that ran already; memory that it asks for and does not get along with is.
 * A Deployment that somebody paused under the watch is nobody's fault.
 */
const isOwnFault = ({ class: kind, reason }) => reason !== 'Paused' && (kind === 'app' || kind === 'config' || reason === 'OOMKilled');
/** Looks at the new pods themselves, from look to look. */
class PodWatch {
    #sightings = new Map();
    #restarts = new Map();
    #wereReady = new Set();
    #unreadySinceMs;
    look(views, nowMs) {
        for (const view of views) {
            this.#sightings = new Map([...this.#sightings, ...(0,lib_cause/* sight */.W)(this.#sightings, (0,lib_verdict/* signalsOf */.B7)(view), nowMs)]);
            const moment = { nowMs, elapsedMs: 0, deadlineMs: Number.POSITIVE_INFINITY, sightings: this.#sightings };
            const verdict = (0,lib_verdict/* judgeRollout */.VY)(view, moment);
            if (verdict.state === 'failed' && isOwnFault(verdict.cause))
                return { cause: verdict.cause, view };
            const cause = this.#restarted((0,lib_view/* newPods */.Ng)(view)) ?? this.#unready((0,lib_view/* newPods */.Ng)(view), nowMs);
            if (cause !== undefined)
                return { cause, view };
        }
        return undefined;
    }
    /** Containers that were started again in place since the watch began, in at least half of several pods. */
    #restarted(pods) {
        for (const pod of pods)
            if (!this.#restarts.has(nameOf(pod)))
                this.#restarts.set(nameOf(pod), restartsOf(pod));
        const again = pods.filter((pod) => restartsOf(pod) > (this.#restarts.get(nameOf(pod)) ?? 0));
        const [first] = again;
        if (first === undefined || again.length < 2 || again.length * 2 < pods.length)
            return undefined;
        const ended = first.status?.containerStatuses?.find(({ lastState }) => lastState?.terminated !== undefined)?.lastState
            ?.terminated;
        const how = ended?.reason === 'OOMKilled' ? 'killed for their memory limit' : `ended with exit code ${ended?.exitCode ?? 'unknown'}`;
        const message = `${again.length} of ${pods.length} new pods had to be started again during the watch: ${how}`;
        return { class: 'app', reason: ended?.reason === 'OOMKilled' ? 'OOMKilled' : 'Restarted', message, pod: nameOf(first) };
    }
    /** Most of the pods were ready and are no more. */
    #unready(pods, nowMs) {
        for (const pod of pods.filter(isReady))
            this.#wereReady.add(nameOf(pod));
        const lost = pods.filter((pod) => !isReady(pod) && this.#wereReady.has(nameOf(pod)));
        const [first] = lost;
        if (first === undefined || lost.length * 2 <= pods.length) {
            this.#unreadySinceMs = undefined;
            return undefined;
        }
        this.#unreadySinceMs ??= nowMs;
        if (nowMs - this.#unreadySinceMs < UNREADY_MS)
            return undefined;
        const message = `${lost.length} of ${pods.length} new pods were ready, and have not been for ${UNREADY_MS / 1000} s`;
        return { class: 'app', reason: 'NotReady', message, pod: nameOf(first) };
    }
}

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/probes.js
const TIMEOUT_MS = 5000;
/** No more than these are on their way at once, however slow the service is. */
const MOST_OPEN = 20;
const SERVER_ERROR = 500;
/** Requests of our own at a fixed rate, for services that nobody uses yet. */
class Prober {
    #url;
    #everyMs;
    #outcomes = [];
    #open = 0;
    #reached = false;
    constructor({ probeUrl = '', probeRate }) {
        this.#url = probeUrl;
        this.#everyMs = 1000 / probeRate;
    }
    /** Waits as long as told, and sends requests meanwhile, which are not waited for. */
    async during(ms, { clock, http, cancelled }) {
        const count = this.#url === '' ? 1 : Math.max(1, Math.round(ms / this.#everyMs));
        for (let index = 0; index < count; index += 1) {
            if (this.#url !== '' && this.#open < MOST_OPEN)
                void this.#ask(http, clock.now, cancelled);
            await clock.sleep(ms / count, cancelled);
        }
    }
    /** What came of them, by the clock of Prometheus; undefined where none are sent. */
    seen(skewMs) {
        if (this.#url === '')
            return undefined;
        return this.#outcomes.map(([atMs, failed]) => [atMs + skewMs, failed]).sort(([a], [b]) => a - b);
    }
    async #ask(http, now, signal) {
        this.#open += 1;
        try {
            const { status } = await http.fetch({ url: this.#url, timeoutMs: TIMEOUT_MS, signal });
            this.#reached = true;
            this.#outcomes.push([now(), status >= SERVER_ERROR ? 1 : 0]);
        }
        catch {
            // Where no request ever got through, it may be our own way to the service that is missing.
            if (this.#reached && !signal.aborted)
                this.#outcomes.push([now(), 1]);
        }
        finally {
            this.#open -= 1;
        }
    }
}

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/watch.js







const LOOKBACK_MS_MIN = 300_000;
/** How much of the version before is compared with. */
const HISTORY_MS = 1_800_000;
/** The policy that the inputs state; of several services that are watched together, each gets its part of the promise. */
function policyOf(inputs, services = 1) {
    return {
        durationMs: inputs.duration,
        intervalMs: inputs.interval,
        errorRateMax: inputs.errorRateMax,
        minRequests: inputs.minRequests,
        falseRollbackMax: inputs.falseRollbackMax / services,
        onePodCounts: inputs.onOneBadPod === 'rollback',
        lateMs: inputs.lateMax,
        ...(inputs.compare === 'before' && {
            comparison: { historyMs: HISTORY_MS, margin: inputs.riseMax, floor: inputs.riseFloor },
        }),
        ...(inputs.onSlower !== 'ignore' && {
            slowerDecides: inputs.onSlower === 'rollback',
            timeUnit: /_seconds$/.test(inputs.latencyMetric) ? ' s' : /_milliseconds$|_ms$/.test(inputs.latencyMetric) ? ' ms' : '',
        }),
    };
}
/** What is known of a scene's workloads by now. */
function viewsOf({ targets }, views) {
    return targets.flatMap((target) => views.of(target) ?? []);
}
/** The ReplicaSets of the new version and of the one right before it. */
function versionsOf(views) {
    const fresh = views.flatMap(({ workload, replicaSets }) => (0,lib_view/* newReplicaSet */.Vs)(workload, replicaSets)?.metadata.name ?? []);
    const old = views.flatMap(({ workload, replicaSets }) => {
        const others = (0,lib_view/* replicaSetsOf */.Ls)(workload, replicaSets).filter(({ metadata }) => !fresh.includes(metadata.name));
        return others[0]?.metadata.name ?? [];
    });
    return { fresh, old };
}
const replicasOf = (views) => views.reduce((sum, { workload }) => sum + (workload.spec.replicas ?? 1), 0);
async function readUnlessCancelled(sampler, nowMs, lookbackMs, cancelled) {
    try {
        await sampler.read(nowMs, lookbackMs);
    }
    catch (error) {
        if (!cancelled.aborted)
            throw error;
    }
}
/** Everything that a watch looks with. */
class Lookout {
    #scene;
    #ports;
    #sampler;
    #source;
    #prober;
    #startedMs;
    #lookbackMs;
    policy;
    replicas;
    #pods = new Set();
    #day;
    constructor(scene, ports, views) {
        const { inputs } = scene;
        this.#scene = scene;
        this.#ports = ports;
        this.#source = (0,lib_inputs/* prometheusOf */._G)(inputs, ports);
        this.#sampler = new Sampler(this.#source, inputs, versionsOf(views));
        this.#prober = new Prober(inputs);
        this.policy = policyOf(inputs, scene.among);
        this.replicas = replicasOf(views);
        this.meet(views);
        this.#lookbackMs = Math.max(LOOKBACK_MS_MIN, inputs.duration, this.policy.comparison?.historyMs ?? 0);
        this.#startedMs = ports.clock.now();
    }
    get looks() {
        return this.#sampler.looks;
    }
    read() {
        return readUnlessCancelled(this.#sampler, this.#ports.clock.now(), this.#lookbackMs, this.#ports.cancelled);
    }
    /** Waits until the next look; gives whether the run was cancelled meanwhile. */
    next() {
        return this.#prober.during(this.#scene.inputs.interval, this.#ports).then(() => false, () => true);
    }
    /** Learns which pods the new version has. Pods of an earlier time of the same version are not the release's. */
    meet(views) {
        for (const { metadata } of views.flatMap(lib_view/* newPods */.Ng))
            this.#pods.add(metadata.name);
    }
    /** What was seen so far. All times are those of the server that keeps the samples. */
    samples() {
        const { skewMs } = this.#sampler;
        const own = ({ version, pod }) => version !== 'new' || this.#pods.has(pod);
        const [series, buckets] = [this.#sampler.series.filter(own), this.#sampler.buckets.filter(own)];
        const started = this.#startedMs + skewMs;
        const probes = this.#prober.seen(skewMs);
        return {
            ...{ startedMs: started, leftEdgeMs: started - this.#lookbackMs, nowMs: this.#ports.clock.now() + skewMs, series },
            ...{ buckets, newPods: this.replicas },
            ...(this.#day && { day: this.#day }),
            ...(probes && { probes }),
        };
    }
    /** Reads the day before beside the watch: the first looks must not wait for it. */
    readDay(views) {
        const { inputs } = this.#scene;
        if (this.policy.comparison === undefined || inputs.calibration === 'half-hour')
            return;
        const samples = this.samples();
        const { durationMs, intervalMs } = this.policy;
        const window = { untilMs: samples.startedMs, intervalMs, durationMs, boundaries: (0,boundaries/* boundariesOf */._)(samples, this.policy) };
        dayBefore(this.#source, inputs, { views, without: versionsOf(views).fresh, ...window }).then((day) => {
            this.#day = day;
        }, (error) => {
            if (this.#ports.cancelled.aborted)
                return;
            this.#ports.log.info(`The day before could not be read, so the last half hour alone is measured: ${String(error)}`);
        });
    }
}
async function watchLoop(scene, ports, views) {
    const first = viewsOf(scene, views);
    const versions = versionsOf(first);
    const lookout = new Lookout(scene, ports, first);
    const judge = new watch_judge/* WatchJudge */.T(lookout.policy);
    const pods = new PodWatch();
    await lookout.read();
    lookout.readDay(first);
    for (;;) {
        if (!(await lookout.next()))
            await lookout.read();
        const current = viewsOf(scene, views);
        lookout.meet(current);
        const samples = lookout.samples();
        const { policy, looks } = lookout;
        const seen = { verdict: judge.judge(samples), policy, samples, looks, ...(current[0] && { view: current[0] }) };
        const superseded = views.lost() === undefined && versionsOf(current).fresh.some((name) => !versions.fresh.includes(name));
        if (ports.cancelled.aborted)
            return { ...seen, end: 'cancelled' };
        if (superseded)
            return { ...seen, end: 'superseded' };
        const trouble = views.lost() === undefined ? pods.look(current, ports.clock.now()) : undefined;
        if (trouble !== undefined)
            return { ...seen, end: 'decided', trouble };
        if (seen.verdict.state !== 'watching')
            return { ...seen, end: 'decided' };
    }
}
/** Watches a release until something is decided. */
async function watch(scene, ports) {
    const ended = new AbortController();
    const signal = AbortSignal.any([ended.signal, ports.cancelled]);
    const views = (0,wait/* followWorkloads */.sG)(scene.client, scene.targets, scene.inputs.namespace, signal);
    try {
        const away = await (0,wait/* untilListed */.ip)(views, ports.clock, ports.cancelled);
        if (away !== undefined)
            throw new failure/* Failure */.H({ code: 'K8S_AWAY', message: `The cluster cannot be seen: ${String(away)}.` });
        // What is still being read or asked when the watch is over ends with it.
        return await watchLoop(scene, { ...ports, cancelled: signal }, views);
    }
    finally {
        ended.abort();
    }
}

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/recovery.js





/** How far back the first samples of the pods that were brought back may lie. */
const LOOKBACK_MS = 60_000;
/** The policy of the watch, for as long as a recovery is looked at: errors alone, and by every pod. */
function recovery_policyOf({ policy }, { inputs }) {
    return { ...policy, durationMs: inputs.recovery, lateMs: 0, onePodCounts: true };
}
/** The pods that were brought back, beside the past of the watch. Pods of before bear the same name of a version, and are left out. */
function samplesOf({ samples }, sampler, times) {
    const before = samples.series.filter(({ version }) => version === 'old');
    const gone = new Set(before.map(({ pod }) => pod));
    const fresh = sampler.series.filter(({ version, pod }) => version === 'new' && !gone.has(pod));
    return { ...times, leftEdgeMs: samples.leftEdgeMs, series: [...before, ...fresh] };
}
async function look(scene, watched, ports, views) {
    const { fresh } = versionsOf(viewsOf(scene, views));
    const source = (0,lib_inputs/* prometheusOf */._G)(scene.inputs, ports);
    const asked = { ...scene.inputs, onSlower: 'ignore', neighbours: undefined };
    const sampler = new Sampler(source, asked, { fresh, old: [] });
    const judge = new watch_judge/* WatchJudge */.T(recovery_policyOf(watched, scene));
    const startedMs = ports.clock.now();
    for (;;) {
        await ports.clock.sleep(scene.inputs.interval, ports.cancelled);
        await sampler.read(ports.clock.now(), LOOKBACK_MS);
        const skewMs = sampler.skewMs;
        const times = { startedMs: startedMs + skewMs, nowMs: ports.clock.now() + skewMs };
        const { state, why } = judge.judge(samplesOf(watched, sampler, times));
        if (state === 'regressed')
            return { kind: 'bad', why: `the errors went on after it: ${why}` };
        if (state !== 'watching')
            return { kind: state === 'healthy' ? 'recovered' : 'unseen' };
    }
}
/** Watches the release that was brought back by the same judge; whatever comes of it, nothing is undone a second time. */
async function watchRecovery(scene, watched, ports) {
    if (scene.inputs.recovery === 0)
        return { kind: 'unwatched' };
    const ended = new AbortController();
    const views = (0,wait/* followWorkloads */.sG)(scene.client, scene.targets, scene.inputs.namespace, AbortSignal.any([ended.signal, ports.cancelled]));
    try {
        if ((await (0,wait/* untilListed */.ip)(views, ports.clock, ports.cancelled)) !== undefined)
            return { kind: 'unseen' };
        return await look(scene, watched, ports, views);
    }
    catch (error) {
        // The rollback is done; that nobody could look at it takes nothing from it.
        if (error instanceof failure/* Failure */.H || ports.cancelled.aborted)
            return { kind: 'unseen' };
        throw error;
    }
    finally {
        ended.abort();
    }
}

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/perform.js





/** Goes back once, unless something newer runs by now. */
async function goBack(scene, good, lock, ports, why) {
    const { client, inputs, release } = scene;
    const ledgers = (0,ledger_store/* ledgerStore */.N4)(client, inputs, lock?.fence);
    const now = (0,lib_release/* currentRelease */.BX)(await ledgers.read());
    if (now?.id !== release.id)
        return superseded(now);
    const waits = {
        ...{ client, clock: ports.clock, cancelled: ports.cancelled, writer: (0,fence/* fencedWriter */.R)(client, lock, ledgers) },
        ...(lock && { hold: () => lock.beat() }),
        progress: (line) => ports.log.info(line),
    };
    const restoration = { service: inputs.service, bad: release, good, why, namespace: inputs.namespace };
    const result = await (0,restore/* restoreRelease */.E)(waits, ledgers, restoration, { timeoutMs: inputs.timeout, stabilityMs: 5000 });
    if (result.state === 'ready') {
        return { kind: 'rolled-back', release: good, elapsedMs: result.elapsedMs, recovery: { kind: 'unwatched' } };
    }
    if (result.state === 'failed' && result.cause.class === 'app') {
        const why = `release ${good.id} fails as well: ${result.cause.reason}: ${result.cause.message}`;
        return { kind: 'both-bad', release: good, why };
    }
    const reason = result.state === 'cancelled'
        ? 'the run was cancelled after its objects were applied'
        : result.state === 'failed'
            ? `release ${good.id} fails as well: ${result.cause.reason}: ${result.cause.message}`
            : result.why;
    return { kind: 'rollback-failed', why: reason };
}
const superseded = (now) => ({
    kind: 'nothing',
    why: `release ${now?.id ?? '-'} has been deployed since, and it is not ours to undo`,
});
/** Goes back under the lock of the service's deploys; a deploy that holds it may be about to replace the bad release. */
async function goBackInTurn(scene, good, ports, context, why) {
    const { client, parting, inputs } = scene;
    if (!inputs.lock)
        return goBack(scene, good, undefined, ports, why);
    const { clock, cancelled, log } = ports;
    const progress = (line) => log.info(line);
    const { service, namespace, timeout: waitMs } = inputs;
    const request = { service, namespace, holder: (0,holder/* ownHolder */.R8)(context, (0,external_node_crypto_.randomUUID)()), waitMs };
    const lockPorts = { client, parting, clock, cancelled, progress, ask: (0,word/* askGitHub */.X)(undefined, clock) };
    const outcome = await (0,under_lock/* underLock */.y)(lockPorts, request, (lock) => goBack(scene, good, lock, ports, why));
    if (outcome.kind === 'done')
        return outcome.value;
    const who = outcome.kind === 'busy' ? `: ${outcome.holder}` : '';
    return { kind: 'rollback-failed', why: `another run deploys the service${who}` };
}
/** Why a release that is bad is left running: because it was said so. */
function whyLeft({ onRegression, onSlower }, kind) {
    if (onRegression === 'report')
        return 'on-regression is report';
    return kind === 'slower' && onSlower !== 'rollback' ? `on-slower is ${onSlower}` : undefined;
}
async function rollBack(scene, kind, ports, context, why) {
    const { inputs, ledgers, release, good } = scene;
    const now = (0,lib_release/* currentRelease */.BX)(await ledgers.read());
    if (now?.id !== release.id)
        return superseded(now);
    const left = whyLeft(inputs, kind);
    if (left !== undefined || good === undefined) {
        await ledgers.update((ledger) => (0,lib_release/* withState */.Q2)(ledger, release.id, 'bad', why));
        if (left !== undefined)
            return { kind: 'nothing', why: left };
        return { kind: 'rollback-failed', why: 'no good release is recorded to go back to' };
    }
    return goBackInTurn(scene, good, ports, context, why);
}
async function promote({ ledgers, release }) {
    if (release.state !== 'good')
        await ledgers.update((ledger) => (0,lib_release/* withState */.Q2)(ledger, release.id, 'good'));
    return { kind: 'promoted' };
}
async function deedOf(scene, decision, ports, context) {
    try {
        if (decision.kind === 'healthy')
            return await promote(scene);
        if (decision.kind !== 'inconclusive') {
            const { kind, cause } = decision;
            return await rollBack(scene, kind, ports, context, scene.redact(`${cause.class}/${cause.reason}: ${cause.message}`));
        }
        const accepted = scene.inputs.onInconclusive === 'pass' && !['superseded', 'cancelled'].includes(decision.reason);
        return accepted ? await promote(scene) : { kind: 'nothing' };
    }
    catch (error) {
        const why = ports.cancelled.aborted ? 'the run was cancelled before it was done' : error instanceof failure/* Failure */.H && error.message;
        if (typeof why !== 'string')
            throw error;
        return isBad(decision) ? { kind: 'rollback-failed', why } : { kind: 'nothing', why };
    }
}
/** Watches whether going back has helped. */
async function withRecovery(deed, scene, watched, ports) {
    if (deed.kind !== 'rolled-back')
        return deed;
    const recovery = await watchRecovery(scene, watched, ports);
    return recovery.kind === 'bad' ? { kind: 'both-bad', release: deed.release, why: recovery.why } : { ...deed, recovery };
}
/** Looks at what is about to be undone, does what was decided, once, and looks whether that has helped. */
async function perform(scene, watched, decision, ports, context) {
    const view = watched.trouble?.view ?? watched.view;
    const evidence = isBad(decision) ? await (0,lib_evidence/* collectEvidence */.m)(scene.client, decision.cause, view, scene.redact) : undefined;
    const deed = await deedOf(scene, decision, ports, context);
    const atMs = ports.clock.now();
    return { deed: await withRecovery(deed, scene, watched, ports), ...(evidence && { evidence }), atMs };
}

;// CONCATENATED MODULE: ../rollout/lib/watch/placebo.js

/** A stretch of slices as a counter, each rise in the middle of its slice. */
function pointsOf(pairs, [from, to], of, atMs) {
    let value = 0;
    const points = [[atMs(from) - 1, 0]];
    for (let slice = from; slice < to; slice += 1) {
        value += of(pairs[slice] ?? [0, 0]);
        points.push([atMs(slice + 0.5), value]);
    }
    return points;
}
function countersOf(day, version, stretch, atMs) {
    const each = (error, of) => ({
        ...{ version, pod: version, request: true, error, points: pointsOf(day.errors, stretch, of, atMs) },
    });
    return [each(false, ([total, bad]) => total - bad), each(true, ([, bad]) => bad)];
}
function bucketsOf({ slow }, version, stretch, atMs) {
    const bucket = (le, counts, of) => ({
        ...{ version, pod: version, le, points: pointsOf(counts, stretch, of, atMs) },
    });
    const all = slow[0] === undefined ? [] : [bucket(null, slow[0].counts, ([total]) => total)];
    return [...all, ...slow.map(({ le, counts }) => bucket(le, counts, ([total, over]) => total - over))];
}
/** What a watch would have seen that began with a slice of the day. */
function windowAt(day, policy, start, shape) {
    const { history, watch, fromMs } = shape;
    const atMs = (slice) => fromMs + slice * policy.intervalMs;
    const [past, now] = [
        [start - history, start],
        [start, start + watch],
    ];
    return {
        startedMs: atMs(start),
        leftEdgeMs: atMs(start - history) - 1,
        nowMs: atMs(start + watch),
        series: [...countersOf(day, 'old', past, atMs), ...countersOf(day, 'new', now, atMs)],
        buckets: [...bucketsOf(day, 'old', past, atMs), ...bucketsOf(day, 'new', now, atMs)],
    };
}
/**
 * Judges the windows of a day, one after the other, each beside the half hour before it, look by look: what is called bad here was
 * no release, so it is how often a watch of this service is wrong. Windows with too few requests to judge are left out.
 */
function judgePlacebos(day, policy, untilMs) {
    const { durationMs, intervalMs, minRequests, comparison } = policy;
    const [watch, history] = [Math.ceil(durationMs / intervalMs), Math.round((comparison?.historyMs ?? 0) / intervalMs)];
    const fromMs = untilMs - day.errors.length * intervalMs;
    const windows = [];
    for (let start = history; start + watch <= day.errors.length; start += watch) {
        if (day.errors.slice(start, start + watch).reduce((sum, [total]) => sum + total, 0) < minRequests)
            continue;
        const samples = windowAt(day, policy, start, { history, watch, fromMs });
        const judge = new watch_judge/* WatchJudge */.T({ ...policy, lateMs: 0, onePodCounts: true });
        let verdict = judge.judge({ ...samples, nowMs: samples.startedMs + intervalMs });
        for (let look = 2; look <= watch && verdict.state === 'watching'; look += 1) {
            const nowMs = samples.startedMs + look * intervalMs;
            const visible = (each) => ({
                ...each,
                points: each.points.filter(([atMs]) => atMs <= nowMs),
            });
            verdict = judge.judge({
                ...{ ...samples, nowMs, series: samples.series.map(visible) },
                ...(samples.buckets && { buckets: samples.buckets.map(visible) }),
            });
        }
        const { state, reason, fresh } = verdict;
        windows.push({ startedMs: samples.startedMs, state, ...(reason && { reason }), ...fresh });
    }
    return windows;
}

// EXTERNAL MODULE: ../cluster-login/lib/connect.js + 6 modules
var connect = __webpack_require__(85934);
// EXTERNAL MODULE: ../kubernetes/lib/image.js
var lib_image = __webpack_require__(89526);
// EXTERNAL MODULE: ../kubernetes/lib/missing-right.js
var missing_right = __webpack_require__(85800);
// EXTERNAL MODULE: ../kubernetes/lib/client.js + 3 modules
var lib_client = __webpack_require__(41807);
// EXTERNAL MODULE: ../rollout/lib/redact.js
var redact = __webpack_require__(33027);
// EXTERNAL MODULE: ../kubernetes/lib/object.js
var object = __webpack_require__(82548);
;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/gitops-hold.js

/** Field managers of the controllers that apply what a repository says, by the name of their product. */
const MANAGERS = {
    'argocd-controller': 'Argo CD',
    'kustomize-controller': 'Flux',
    'helm-controller': 'Flux',
};
/** Argo CD's mark of what it applies (https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/). */
const TRACKING = 'argocd.argoproj.io/tracking-id';
const managerOf = (entry) => typeof entry === 'object' && entry !== null && 'manager' in entry ? String(entry.manager) : '';
/** What applies an object from a repository, such as `Argo CD (application shop)`; undefined when nothing is known to. */
function heldBy({ metadata: { annotations = {}, managedFields = [] } }) {
    const [application] = annotations[TRACKING]?.split(':') ?? [];
    if (application !== undefined)
        return `Argo CD (application ${application})`;
    return managedFields.map((entry) => MANAGERS[managerOf(entry)]).find((name) => name !== undefined);
}
/** What a repository holds would be taken forward again as soon as it was taken back: that is told before the watch. */
async function gitopsProblems(client, targets) {
    const problems = [];
    for (const target of targets) {
        const live = await client.get(target);
        const holder = live === undefined ? undefined : heldBy(live);
        if (live === undefined || holder === undefined)
            continue;
        problems.push({
            code: 'GITOPS_HELD',
            message: `${(0,object/* objectName */.Hd)(live)} is applied from a repository by ${holder}, which would take a rollback in the cluster back.`,
            remedy: 'Set "on-regression: report", and go back by a commit: update-gitops with "mode: rollback".',
        });
    }
    return problems;
}

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/scene.js





function releaseFailure(code, message, remedy) {
    return new failure/* Failure */.H({ code, message, remedy });
}
function checkState(release, { service, namespace }) {
    if (release === undefined) {
        const message = `No release of ${service} is recorded in ${namespace}.`;
        throw releaseFailure('RELEASE_NONE', message, 'Deploy with deploy-k8s first: it records what a rollback needs.');
    }
    if (release.state === 'pending' || release.state === 'good')
        return release;
    const message = `Release ${release.id} of ${service} is recorded as ${release.state}, so there is nothing to watch.`;
    throw releaseFailure('RELEASE_NOT_RUNNING', message, 'Deploy again; the deploy before did not come to its end.');
}
function targetsOf({ image, objects, id }) {
    const running = objects.filter((object) => object.kind === 'Deployment' && (0,lib_image/* containersOf */.Mz)(object).some(({ container }) => container.image === image));
    if (running.length === 0) {
        const message = `Release ${id} has no Deployment that runs ${image}.`;
        throw releaseFailure('RELEASE_WITHOUT_DEPLOYMENT', message, 'Only Deployments can be watched.');
    }
    return running.map(({ apiVersion, kind, metadata: { name, namespace } }) => ({ apiVersion, kind, name, namespace }));
}
/** A right that is missing is told now: at the rollback it would cost the rollback. */
async function lockProblems(client, { namespace, lock }) {
    if (!lock)
        return [];
    const needed = ['get', 'create', 'update'].map((verb) => ({
        right: { verb, group: 'coordination.k8s.io', resource: 'leases', namespace },
        consequence: 'it could not roll back under the lock',
        alternative: 'set lock: false',
    }));
    return (0,missing_right/* missingRights */.o)(client, needed);
}
/** The cluster, the record and what runs, as far as it is only looked at. */
async function lookUp(inputs, ports, { environment }) {
    const connection = await (0,connect/* connectCluster */.b)(inputs, { ...ports, environment });
    const client = (0,lib_client/* kubernetes */.p)(connection, ports);
    const ledgers = (0,ledger_store/* ledgerStore */.N4)(client, inputs);
    const ledger = await ledgers.read();
    const release = checkState((0,lib_release/* currentRelease */.BX)(ledger), inputs);
    const secrets = (0,redact/* secretValues */.V)(ledger.releases.flatMap(({ objects }) => objects));
    for (const value of secrets)
        ports.log.mask(value);
    return { connection, client, ledgers, ledger, release, secrets, targets: targetsOf(release) };
}
/** Reads the record and finds what is to be watched. */
async function gather(inputs, among, ports, context) {
    const { connection, client, ledgers, ledger, release, secrets, targets } = await lookUp(inputs, ports, context);
    const { http, clock } = ports;
    const parting = (0,lib_client/* kubernetes */.p)(connection, { http, clock, hasty: true });
    const held = inputs.onRegression === 'rollback' ? await gitopsProblems(client, targets) : [];
    (0,failure/* failWhen */.x)([...(await lockProblems(client, inputs)), ...held]);
    const good = (0,lib_release/* lastGood */.mC)(ledger, release.id);
    return { inputs, client, parting, ledgers, release, good, targets, redact: (0,redact/* redactor */.$)(secrets), among };
}

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/placebo.js








const isWrong = ({ state }) => state === 'regressed' || state === 'slower';
/** The workloads as they are now; nothing is followed any longer than that. */
async function viewsNow(scene, namespace, ports) {
    const ended = new AbortController();
    const views = (0,wait/* followWorkloads */.sG)(scene.client, scene.targets, namespace, AbortSignal.any([ended.signal, ports.cancelled]));
    try {
        const away = await (0,wait/* untilListed */.ip)(views, ports.clock, ports.cancelled);
        if (away !== undefined)
            throw new failure/* Failure */.H({ code: 'K8S_AWAY', message: `The cluster cannot be seen: ${String(away)}.` });
        return viewsOf(scene, views);
    }
    finally {
        ended.abort();
    }
}
async function judgeDay(inputs, among, ports, context) {
    const scene = await lookUp(inputs, ports, context);
    const views = await viewsNow(scene, inputs.namespace, ports);
    const rest = { onOneBadPod: 'rollback', lateMax: 0, compare: 'before', onSlower: inputs.onSlower };
    const policy = policyOf({ ...inputs, ...rest }, among);
    const source = (0,lib_inputs/* prometheusOf */._G)(inputs, ports);
    const asked = { ...inputs, neighbours: undefined };
    const { fresh, old } = versionsOf(views);
    // Whichever version runs now, its response times say which boundaries matter.
    const sampler = new Sampler(source, asked, { fresh: [], old: [...fresh, ...old] });
    const lookbackMs = policy.comparison?.historyMs ?? 0;
    await sampler.read(ports.clock.now(), lookbackMs);
    const untilMs = ports.clock.now() + sampler.skewMs;
    const { series, buckets } = sampler;
    const seen = { startedMs: untilMs, nowMs: untilMs, leftEdgeMs: untilMs - lookbackMs, series, buckets };
    const { intervalMs, durationMs } = policy;
    const window = { views, without: [], untilMs, intervalMs, durationMs, boundaries: (0,boundaries/* boundariesOf */._)(seen, policy) };
    const day = await dayBefore(source, asked, window);
    return { service: inputs.service, release: String(scene.release.id), policy, windows: judgePlacebos(day, policy, untilMs) };
}
const percent = (share) => `${Number((share * 100).toFixed(2))} %`;
function sentenceOf({ service, windows, policy }) {
    if (windows.length === 0)
        return `${service}: no window of the last day has ${policy.minRequests} requests, so nothing can be said.`;
    const wrong = windows.filter(isWrong).length;
    return `${service}: of ${windows.length} windows of the last day without a release, ${wrong} would have been called bad (${percent(wrong / windows.length)}; promised is ${percent(policy.falseRollbackMax)}).`;
}
function blocksOf(judged) {
    const wrong = judged.windows
        .filter(isWrong)
        .map(({ startedMs, reason, requests, errors }) => [
        `${new Date(startedMs).toISOString()}: ${reason ?? 'regressed'}, ${Math.round(errors)} of ${Math.round(requests)} requests failed`,
    ]);
    return [(0,block/* paragraph */.FY)([sentenceOf(judged)]), ...(wrong.length === 0 ? [] : [(0,block/* list */.p_)(wrong)])];
}
/** Judges the day before as if each of its windows were a release; the cluster is only read. */
async function placebo(inputs, ports, context) {
    const all = await Promise.all(inputs.service.map((service) => judgeDay({ ...inputs, service }, inputs.service.length, ports, context)));
    const [windows, wrong] = [all.flatMap((each) => each.windows), all.flatMap((each) => each.windows.filter(isWrong))];
    const requests = windows.reduce((sum, each) => sum + each.requests, 0);
    const errors = windows.reduce((sum, each) => sum + each.errors, 0);
    return {
        verdict: all.some((each) => each.windows.length === 0) ? 'inconclusive' : 'pass',
        headline: all.map(sentenceOf).join(' '),
        outputs: {
            decision: 'placebo',
            decisions: JSON.stringify(Object.fromEntries(all.map((each) => [each.service, `${each.windows.filter(isWrong).length} of ${each.windows.length}`]))),
            errorRate: requests > 0 ? (errors / requests).toFixed(4) : undefined,
            requests: String(Math.round(requests)),
            release: all.map(({ release }) => release).join(','),
            rolledBackTo: undefined,
            cause: undefined,
        },
        summary: all.flatMap(blocksOf),
        data: { windows: windows.length, wrong: wrong.map(({ startedMs, reason }) => ({ startedMs, reason: reason ?? '' })) },
    };
}

// EXTERNAL MODULE: ../rollout/lib/watch/rates.js
var rates = __webpack_require__(60111);
// EXTERNAL MODULE: ../rollout/lib/watch/counter.js
var counter = __webpack_require__(14500);
// EXTERNAL MODULE: ../summary/lib/drawing.js + 2 modules
var drawing = __webpack_require__(6496);
;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/rates.js


function marksOf({ nowMs, startedMs }, decided) {
    return [
        { x: 0, label: 'watch begins' },
        { x: Math.round((nowMs - startedMs) / 1000), label: decided },
    ];
}
/** The chart of both versions with the limit and the moment of the decision. */
function rateChart(samples, policy, decided) {
    const limit = policy.errorRateMax * 100;
    return (0,drawing/* chart */.b)({
        title: 'Error rate',
        xLabel: 'seconds since the watch began',
        yLabel: 'failed requests, %',
        series: [
            { name: 'old version', points: (0,rates/* ratePoints */.y)(samples, policy, 'old') },
            { name: 'new version', points: (0,rates/* ratePoints */.y)(samples, policy, 'new') },
        ].filter(({ points }) => points.length > 0),
        marks: marksOf(samples, decided),
        limit: { y: limit, label: `limit ${limit} %` },
    });
}
/** The share of one version's answers that took longer than a boundary over time, as above. */
function slowPoints(samples, policy, version, boundary) {
    const { fromMs, width } = (0,rates/* rateWindow */.l)(samples, policy);
    const bins = Array.from({ length: Math.ceil((samples.nowMs - fromMs) / width) }, () => ({ total: 0, slow: 0 }));
    const born = samples.leftEdgeMs + 2 * policy.intervalMs;
    for (const bucket of (samples.buckets ?? []).filter((each) => each.version === version)) {
        for (const [atMs, rise] of (0,counter/* risesOf */.kh)(bucket, born)) {
            const bin = bins[Math.ceil((atMs - fromMs) / width) - 1];
            if (bin === undefined || atMs > samples.nowMs)
                continue;
            if (bucket.le === null)
                [bin.total, bin.slow] = [bin.total + rise, bin.slow + rise];
            if (bucket.le === boundary)
                bin.slow -= rise;
        }
    }
    return bins.flatMap(({ total, slow }, index) => total <= 0 ? [] : [{ x: Math.round((fromMs + (index + 1) * width - samples.startedMs) / 1000), y: (slow / total) * 100 }]);
}
/** The chart of slow answers, at the middle one of the boundaries; none where none were judged. */
function slowChart(samples, policy, answers, decided) {
    const boundaries = answers.flatMap((answer) => answer.boundaries ?? []);
    const boundary = boundaries[Math.min(1, boundaries.length - 1)];
    if (boundary === undefined)
        return [];
    const block = (0,drawing/* chart */.b)({
        title: `Answers slower than ${boundary}${policy.timeUnit ?? ''}`,
        xLabel: 'seconds since the watch began',
        yLabel: `answers slower than ${boundary}${policy.timeUnit ?? ''}, %`,
        series: ['old', 'new']
            .map((version) => ({ name: `${version} version`, points: slowPoints(samples, policy, version, boundary) }))
            .filter(({ points }) => points.length > 0),
        marks: marksOf(samples, decided),
    });
    return [block];
}

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/samples-file.js
/** The format of the document; it changes with its meaning. */
const SCHEMA = 'slipway.samples/v1';
/** The buckets that slowness was judged by; the others decide nothing. */
function judged({ samples: { buckets = [] } }, answers) {
    const boundaries = answers.flatMap((answer) => answer.boundaries ?? []);
    return boundaries.length === 0 ? [] : buckets.filter(({ le }) => le === null || boundaries.includes(le));
}
/** The samples of a watch as a document from which its verdict can be come to again; its format is in the README. */
function samplesDocument({ inputs, release, good }, watched) {
    const { samples, looks, verdict, policy } = watched;
    const known = (each) => each && { id: each.id, image: each.image, commit: each.commit };
    const document = {
        schema: SCHEMA,
        service: inputs.service,
        namespace: inputs.namespace,
        release: known(release),
        reference: known(good),
        policy,
        verdict: {
            state: verdict.state,
            why: verdict.why,
            new: verdict.fresh,
            old: verdict.old,
            evidence: verdict.evidence,
            needed: verdict.needed,
            answers: verdict.answers,
        },
        startedMs: samples.startedMs,
        leftEdgeMs: samples.leftEdgeMs,
        nowMs: samples.nowMs,
        looks,
        newPods: samples.newPods,
        series: samples.series,
        buckets: judged(watched, verdict.answers),
        day: samples.day,
        probes: samples.probes,
    };
    return `${JSON.stringify(document)}\n`;
}

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/replay.js





const isFields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTime = (value) => typeof value === 'number' && Number.isFinite(value);
const isPoint = (value) => Array.isArray(value) && value.length === 2 && value.every(isTime);
function malformed(file, problems) {
    const remedy = 'Give a file that watch-and-rollback wrote with "samples-out", unchanged.';
    return new failure/* Failure */.H(problems.map((message) => ({ code: 'SAMPLES_MALFORMED', message, remedy, location: { file } })));
}
function isSeries(value) {
    if (!isFields(value) || !Array.isArray(value['points']))
        return false;
    const { version, pod, request, error, points } = value;
    const named = (version === 'new' || version === 'old' || version === 'neighbour') && typeof pod === 'string';
    const typed = typeof request === 'boolean' && typeof error === 'boolean';
    return named && typed && points.every(isPoint);
}
/** What only some watches have, but must be right where it is. */
function optionalProblems({ buckets = [], day, probes = [], newPods = 0 }) {
    const isBucket = (each) => isFields(each) && typeof each['pod'] === 'string' && Array.isArray(each['points']) && each['points'].every(isPoint);
    const isDay = (each) => isFields(each) && Array.isArray(each['errors']) && each['errors'].every(isPoint) && Array.isArray(each['slow']);
    return [
        ...(Array.isArray(buckets) && buckets.every(isBucket) ? [] : ['Its "buckets" is not a list of buckets with points.']),
        ...(day === undefined || isDay(day) ? [] : ['Its "day" does not hold lists of counts.']),
        ...(Array.isArray(probes) && probes.every(isPoint) ? [] : ['Its "probes" is not a list of moments and outcomes.']),
        ...(isTime(newPods) ? [] : ['Its "newPods" is no number.']),
    ];
}
function problemsOf(document) {
    const { schema, policy, series } = document;
    const numbers = ['durationMs', 'intervalMs', 'errorRateMax', 'minRequests', 'falseRollbackMax'];
    const known = isFields(policy) && numbers.every((name) => isTime(policy[name]));
    return [
        ...(schema === SCHEMA ? [] : [`The file has the schema ${JSON.stringify(schema)}; expected ${SCHEMA}.`]),
        ...(known ? [] : [`Its "policy" does not hold the numbers ${numbers.join(', ')}.`]),
        ...['startedMs', 'leftEdgeMs', 'nowMs'].filter((name) => !isTime(document[name])).map((name) => `Its "${name}" is no time.`),
        ...optionalProblems(document),
        ...(Array.isArray(series) && series.every(isSeries) ? [] : ['Its "series" is not a list of counters with points.']),
    ];
}
/** Reads a samples file; throws a Failure with everything that is wrong with it. */
function parseSamples(file, text) {
    let document;
    try {
        document = JSON.parse(text);
    }
    catch (cause) {
        throw malformed(file, [`The file is not JSON: ${cause instanceof Error ? cause.message : String(cause)}.`]);
    }
    if (!isFields(document))
        throw malformed(file, ['The file is no JSON object.']);
    const problems = problemsOf(document);
    if (problems.length > 0)
        throw malformed(file, problems);
    // Everything that is taken from here on was looked at above.
    const { startedMs, leftEdgeMs, nowMs, series, newPods, buckets, day, probes } = document;
    const { id } = isFields(document['release']) ? document['release'] : {};
    const { state } = isFields(document['verdict']) ? document['verdict'] : {};
    return {
        service: String(document['service'] ?? 'the service'),
        release: String(id ?? '-'),
        policy: document['policy'],
        samples: {
            ...{ startedMs, leftEdgeMs, nowMs, series },
            ...(newPods !== undefined && { newPods }),
            ...(buckets && { buckets }),
            ...(day && { day }),
            ...(probes && { probes }),
        },
        state: String(state ?? 'unknown'),
    };
}
const VERDICTS = {
    healthy: 'pass',
    regressed: 'fail',
    slower: 'fail',
    watching: 'inconclusive',
    oneBadPod: 'inconclusive',
    environment: 'inconclusive',
    blind: 'inconclusive',
    tooLittleTraffic: 'inconclusive',
};
const DECISIONS = {
    healthy: 'healthy',
    regressed: 'regressed',
    watching: 'cancelled',
    slower: 'slower',
    oneBadPod: 'one-bad-pod',
    environment: 'environment',
    blind: 'blind',
    tooLittleTraffic: 'too-little-traffic',
};
/** Comes to the verdict of a watch again, from what it wrote down; nothing is asked or touched. */
async function replay(inputs, ports) {
    const recorded = parseSamples(inputs.samples, await ports.files.readText(inputs.samples));
    const verdict = (0,watch_judge/* judgeWatch */.v)(recorded.samples, recorded.policy);
    const same = verdict.state === recorded.state;
    const then = same
        ? 'as it was judged then'
        : `and it was judged ${recorded.state} then: by another version, or the file was changed`;
    const { requests, errors } = verdict.fresh;
    return {
        verdict: same ? VERDICTS[verdict.state] : 'inconclusive',
        headline: `${recorded.service} release ${recorded.release}, from its samples: ${verdict.state}, ${then}. ${verdict.why}.`,
        outputs: {
            decision: DECISIONS[verdict.state],
            errorRate: requests > 0 ? (errors / requests).toFixed(4) : undefined,
            requests: String(Math.round(requests)),
            release: recorded.release,
            decisions: JSON.stringify({ [recorded.service]: DECISIONS[verdict.state] }),
            rolledBackTo: undefined,
            cause: undefined,
        },
        summary: [
            (0,block/* paragraph */.FY)([{ bold: DECISIONS[verdict.state] }, `: ${verdict.why}.`]),
            rateChart(recorded.samples, recorded.policy, DECISIONS[verdict.state]),
            ...slowChart(recorded.samples, recorded.policy, verdict.answers, DECISIONS[verdict.state]),
        ],
        data: { state: verdict.state, recorded: recorded.state, evidence: verdict.evidence, needed: verdict.needed },
    };
}

// EXTERNAL MODULE: ../rollout/lib/watch/samples.js
var watch_samples = __webpack_require__(7983);
;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/report.js




const report_percent = (tally) => `${((0,counter/* errorRate */.zi)(tally) * 100).toFixed(2)} %`;
const seconds = (ms) => `${Math.round(ms / 1000)} s`;
function decisionName({ decision, performed: { deed } }) {
    if (decision.kind === 'inconclusive')
        return decision.reason;
    return ['rolled-back', 'rollback-failed', 'both-bad'].includes(deed.kind) ? deed.kind : decision.kind;
}
function verdictOf({ scene, decision, performed }) {
    if (isBad(decision))
        return 'fail';
    if (decision.kind === 'healthy')
        return performed.deed.kind === 'promoted' ? 'pass' : 'inconclusive';
    return performed.deed.kind === 'promoted' && scene.inputs.onInconclusive === 'pass' ? 'pass' : 'inconclusive';
}
const RECOVERIES = {
    recovered: ', and the errors ended with it',
    unseen: '; whether that helped could not be seen',
    unwatched: '',
    bad: '',
};
function recoveryText({ kind }, decision) {
    return kind === 'recovered' && decision.kind === 'slower' ? ', and answers without new errors' : RECOVERIES[kind];
}
function deedText({ decision, performed: { deed } }) {
    switch (deed.kind) {
        case 'rolled-back':
            return `rolled back to release ${deed.release.id}, ready after ${seconds(deed.elapsedMs)}${recoveryText(deed.recovery, decision)}`;
        case 'both-bad':
            return `rolled back to release ${deed.release.id}, but ${deed.why}. Both are bad, and nothing more is undone: look for what they share`;
        case 'rollback-failed':
            return `it could not be rolled back: ${deed.why}`;
        case 'promoted':
            return 'it is now recorded as good';
        case 'nothing':
            return `nothing was rolled back${deed.why === undefined ? '' : `: ${deed.why}`}`;
    }
}
function headlineOf(story) {
    const { scene, decision, watched } = story;
    const name = `${scene.inputs.service} release ${scene.release.id}`;
    if (decision.kind === 'healthy')
        return `${name} is healthy: ${watched.verdict.why}; ${deedText(story)}.`;
    if (isBad(decision)) {
        const what = decision.kind === 'slower' ? 'is slower' : 'regressed';
        return `${name} ${what}: ${decision.cause.message}; ${deedText(story)}.`;
    }
    return `Could not tell whether ${name} is healthy: ${decision.why}; ${deedText(story)}. It goes on running.`;
}
function row(name, release, tally) {
    const [requests, errors] = [tally.requests, tally.errors].map((count) => String(Math.round(count)));
    const rate = tally.requests > 0 ? report_percent(tally) : '-';
    return [
        name,
        release === undefined ? '-' : String(release.id),
        { code: release?.image ?? '-' },
        { code: release?.commit?.slice(0, 12) ?? '-' },
        requests ?? '',
        errors ?? '',
        rate,
    ];
}
function versionsTable({ scene, watched: { verdict } }) {
    const head = ['version', 'release', 'image', 'commit', 'requests', 'errors', 'error rate'];
    return (0,block/* table */.tp)(head, [row('new', scene.release, verdict.fresh), row('old', scene.good, verdict.old)]);
}
const MONTH_SECONDS = 30 * 24 * 3600;
const MINUTE_MS = 60_000;
/** What the release's errors cost of what may fail in 30 days at the present traffic, and would have cost with every further minute. */
function budgetText({ scene: { inputs }, watched: { verdict, samples, policy } }) {
    const { requests, errors } = verdict.fresh;
    const watchedMs = samples.nowMs - samples.startedMs;
    const allowed = 1 - inputs.objective;
    if (requests <= 0 || watchedMs <= 0 || allowed <= 0)
        return undefined;
    const month = (requests / watchedMs) * 1000 * MONTH_SECONDS * allowed;
    // Trouble may have begun late: what goes on is what the last minute was.
    const lately = Math.min(MINUTE_MS, watchedMs);
    const before = (0,watch_samples/* tallyOf */.sv)(samples, policy, 'new', samples.nowMs - lately).errors;
    const [spent, minute] = [errors, ((errors - (lately < MINUTE_MS ? 0 : before)) / lately) * MINUTE_MS].map((count) => `${((count / month) * 100).toFixed(2)} %`);
    const objective = `${Number((inputs.objective * 100).toFixed(4))} %`;
    return `Its errors cost ${spent} of the error budget of 30 days (${objective}, at this traffic), and each further minute would have cost ${minute}.`;
}
/** How long the release served, from its record to the end of what was done, and what share of its requests failed. */
function costText(story) {
    const { scene, watched, performed } = story;
    const servedMs = performed.atMs - Date.parse(scene.release.at);
    const served = `Release ${scene.release.id} served for ${seconds(servedMs)}; ${report_percent(watched.verdict.fresh)} of its requests failed.`;
    return [served, budgetText(story) ?? []].flat().join(' ');
}
const MEASURES = {
    chance: 'chance alone',
    dispersion: 'the unrest of the half hour before',
    placebo: 'the windows of the day before',
};
const QUESTIONS = {
    overLimit: 'over the limit',
    worseThanBefore: 'more errors than before',
    slower: 'slower than before',
    probesFail: 'requests of our own fail',
};
const times = (value) => (value >= 1e4 ? value.toExponential(0) : value.toFixed(value < 10 ? 2 : 0));
/** What was asked, how strong the evidence was at the end and what it was measured against. */
function questionsTable({ watched: { verdict } }) {
    const rows = verdict.answers.map(({ reason, evidence, needed, by, windows, dispersion, boundaries }) => [
        `${QUESTIONS[reason]}${boundaries === undefined ? '' : ` (${boundaries.join(', ')})`}`,
        times(evidence),
        times(needed),
        `${MEASURES[by]}${windows === undefined ? '' : `, ${windows} of them`}${by === 'dispersion' ? `, ${times(dispersion ?? 1)} times that of chance` : ''}`,
    ]);
    return (0,block/* table */.tp)(['question', 'evidence', 'enough is', 'measured against'], rows);
}
/** What a watch that found nothing would have found. */
function worthText({ watched: { verdict } }) {
    if (verdict.visible === undefined)
        return [];
    const share = `${(verdict.visible * 100).toFixed(verdict.visible < 0.1 ? 2 : 0)} %`;
    const seen = `With this traffic, ${share} of errors from the beginning would have been called a regression (at 95 %); less might not have been.`;
    return [(0,block/* paragraph */.FY)([verdict.visible >= 1 ? 'With this traffic, not even an outage would have been seen.' : seen])];
}
function evidenceBlocks({ performed: { evidence } }) {
    if (evidence === undefined)
        return [];
    const logs = evidence.containers.flatMap(({ pod, container, log, previousLog }) => [
        ...(previousLog === undefined ? [] : [(0,block/* details */.zH)(`Log of ${pod}/${container}, the run before`, [(0,block/* code */.aY)(previousLog)])]),
        ...(log === undefined ? [] : [(0,block/* details */.zH)(`Log of ${pod}/${container}`, [(0,block/* code */.aY)(log)])]),
    ]);
    return evidence.events.length === 0 ? logs : [...logs, (0,block/* details */.zH)('Events', [(0,block/* list */.p_)(evidence.events.map((event) => [event]))])];
}
function outputsOf(story) {
    const { scene, watched, decision, performed } = story;
    const { fresh } = watched.verdict;
    return {
        decision: decisionName(story),
        errorRate: fresh.requests > 0 ? (0,counter/* errorRate */.zi)(fresh).toFixed(4) : undefined,
        requests: String(Math.round(fresh.requests)),
        decisions: JSON.stringify({ [scene.inputs.service]: decisionName(story) }),
        release: String(scene.release.id),
        rolledBackTo: 'release' in performed.deed ? String(performed.deed.release.id) : undefined,
        cause: isBad(decision) ? `${decision.cause.class}/${decision.cause.reason}` : undefined,
    };
}
function annotationsOf(story) {
    if (!isBad(story.decision))
        return [];
    const { cause } = story.decision;
    return [{ level: 'error', title: `${cause.reason} (${cause.class})`, message: headlineOf(story) }];
}
function dataOf(story) {
    const { watched, performed } = story;
    const { state, why, fresh, old, evidence } = watched.verdict;
    return {
        verdict: { state, why, evidence, new: { ...fresh }, old: { ...old } },
        watchedMs: watched.samples.nowMs - watched.samples.startedMs,
        failedLooks: watched.looks.filter(({ problem }) => problem !== undefined).length,
        deed: performed.deed.kind,
        evidence: performed.evidence && {
            containers: performed.evidence.containers.map((each) => ({ ...each })),
            events: performed.evidence.events,
        },
    };
}
/** The outcome of a watch. */
function report(story) {
    const { watched, decision } = story;
    const bad = isBad(decision);
    const why = bad ? decision.cause.message : decision.kind === 'healthy' ? watched.verdict.why : decision.why;
    const decided = decisionName(story);
    return {
        verdict: verdictOf(story),
        headline: headlineOf(story),
        outputs: outputsOf(story),
        annotations: annotationsOf(story),
        summary: [
            (0,block/* paragraph */.FY)([{ bold: decided }, `: ${why}.`]),
            rateChart(watched.samples, watched.policy, decided),
            ...slowChart(watched.samples, watched.policy, watched.verdict.answers, decided),
            versionsTable(story),
            questionsTable(story),
            ...worthText(story),
            ...(bad ? [(0,block/* paragraph */.FY)([costText(story)])] : []),
            ...evidenceBlocks(story),
        ],
        data: dataOf(story),
    };
}

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/run.js










/** Of several services each writes a file of its own, which its name is put into. */
function samplesPath(path, { inputs: { service }, among }) {
    return among === 1 ? path : path.replace(/(\.[^./]*)?$/, `-${service}$1`);
}
async function watchOne(scene, ports, context) {
    const { inputs, release } = scene;
    ports.log.info(`Watching ${inputs.service} release ${release.id} (${release.image}) for ${inputs.duration / 1000} s.`);
    const watched = await watch(scene, ports);
    const decision = decide(watched);
    // The samples are written first: whatever happens to the rollback, the verdict can be come to again.
    if (inputs.samplesOut !== undefined) {
        await ports.files.write(samplesPath(inputs.samplesOut, scene), samplesDocument(scene, watched));
    }
    const performed = await perform(scene, watched, decision, ports, context);
    return report({ scene, watched, decision, performed });
}
/** Gathers every service's scene; what is wrong with any of them is told before one of them is watched. */
async function scenesOf(inputs, ports, context) {
    const among = inputs.service.length;
    const gathered = await Promise.allSettled(inputs.service.map((service) => gather({ ...inputs, service }, among, ports, context)));
    const failed = gathered.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    const unexpected = failed.find((error) => !(error instanceof failure/* Failure */.H));
    if (unexpected !== undefined)
        throw unexpected;
    const problems = failed.flatMap((error) => (error instanceof failure/* Failure */.H ? error.problems : []));
    if (problems.length > 0)
        throw new failure/* Failure */.H(problems);
    return gathered.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}
async function watchAll(inputs, ports, context) {
    const scenes = await scenesOf(inputs, ports, context);
    const [only] = scenes;
    if (only !== undefined && scenes.length === 1)
        return watchOne(only, ports, context);
    return together(scenes.map((scene) => [scene.inputs.service, () => watchOne(scene, ports, context)]));
}
/**
 * Watches releases: reads the record, looks until something is decided, does it once, and tells; or judges what was: an earlier
 * watch, or the day before.
 */
const run = async (inputs, ports, context) => {
    if (inputs.mode === 'replay')
        return replay(inputs, ports);
    return inputs.mode === 'placebo' ? placebo(inputs, ports, context) : watchAll(inputs, ports, context);
};

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/index.js




/***/ })

};
