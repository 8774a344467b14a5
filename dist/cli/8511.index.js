export const id = 8511;
export const ids = [8511];
export const modules = {

/***/ 62018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ identity),
/* harmony export */   j: () => (/* binding */ SeriesReader)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);

/** Labels that tell apart copies of one series: counted twice they would make us twice as sure. */
const COPY_LABELS = new Set(['job', 'replica', 'prometheus', 'prometheus_replica', 'cluster_replica']);
/** How far back a later reading overlaps what was read before, for scrapes that arrive late. */
const OVERLAP_SECONDS = 60;
/** What a series is known by; copies of one series are known by the same, unless they are told apart. */
function identity({ labels }, { selector }, copies) {
    const kept = Object.entries(labels).filter(([name]) => copies || !COPY_LABELS.has(name));
    return `${selector} ${JSON.stringify(kept.sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}
function merged(before, more) {
    const last = before.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY;
    return [...before, ...more.filter(([atMs]) => atMs > last)];
}
/** Collects the samples of some selectors, reading by reading. */
class SeriesReader {
    #source;
    #subject;
    #kept = new Map();
    #copies = new Map();
    looks = [];
    #lastReadMs;
    /** How far the server's clock is ahead of ours. */
    #skewMs = 0;
    constructor(source, subject) {
        this.#source = source;
        this.#subject = subject;
    }
    get skewMs() {
        return this.#skewMs;
    }
    /** Every series so far, with all of its samples. */
    get kept() {
        return [...this.#kept.values()];
    }
    /** Reads once. A question that is wrong is a Failure; a server that is away is a look with a problem. */
    async read(nowMs, lookbackMs) {
        const sinceMs = this.#lastReadMs === undefined ? lookbackMs : nowMs - this.#lastReadMs + OVERLAP_SECONDS * 1000;
        try {
            const asked = this.#subject.questions();
            const readings = await Promise.all(asked.map(({ selector }) => this.#source.read(selector, sinceMs / 1000)));
            for (const [index, reading] of readings.entries()) {
                const question = asked[index];
                if (this.#lastReadMs === undefined && reading.serverMs !== undefined)
                    this.#skewMs = reading.serverMs - nowMs;
                for (const raw of reading.series)
                    this.#take(raw, question);
            }
            this.#lastReadMs = nowMs;
            this.looks.push({ atMs: nowMs });
        }
        catch (error) {
            const wrong = error instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H && ['PROMETHEUS_QUERY', 'PROMETHEUS_DENIED'].includes(error.code);
            if (!(error instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H) || (wrong && this.#lastReadMs === undefined))
                throw error;
            this.looks.push({ atMs: nowMs, problem: error.message });
        }
    }
    #take(raw, question) {
        const key = identity(raw, question, false);
        const whole = identity(raw, question, true);
        if ((this.#copies.get(key) ?? whole) !== whole)
            return;
        const series = this.#subject.of(raw, question);
        if (series === undefined)
            return;
        this.#kept.set(key, { ...series, points: merged(this.#kept.get(key)?.points ?? [], series.points) });
        this.#copies.set(key, whole);
    }
}


/***/ }),

/***/ 87400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ boundariesOf)
/* harmony export */ });
/* harmony import */ var _counter_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14500);
/* harmony import */ var _samples_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7983);


/** The quantiles of the past whose nearest boundaries are watched: the middle, and two of the tail. */
const QUANTILES = [0.5, 0.95, 0.99];
/**
 * The boundaries of the histogram that slowness is judged at: those nearest above the quantiles of what the version before
 * did. A boundary is a fixed question, where an estimated quantile would hide a shift within its bucket.
 */
function boundariesOf(samples, policy) {
    const born = (0,_samples_js__WEBPACK_IMPORTED_MODULE_0__/* .bornAfterMs */ .AT)(samples, policy);
    const counts = new Map();
    for (const each of (samples.buckets ?? []).filter(({ version }) => version === 'old')) {
        for (const [atMs, rise] of (0,_counter_js__WEBPACK_IMPORTED_MODULE_1__/* .risesOf */ .kh)(each, born)) {
            if (atMs <= samples.startedMs)
                counts.set(each.le, (counts.get(each.le) ?? 0) + rise);
        }
    }
    const all = counts.get(null) ?? 0;
    const finite = [...counts].flatMap(([le, count]) => (le === null ? [] : [{ le, count }])).sort((a, b) => a.le - b.le);
    if (all <= 0)
        return [];
    return [...new Set(QUANTILES.flatMap((quantile) => finite.find(({ count }) => count >= quantile * all)?.le ?? []))];
}


/***/ }),

/***/ 14500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N4: () => (/* binding */ tally),
/* harmony export */   Tq: () => (/* binding */ between),
/* harmony export */   kh: () => (/* binding */ risesOf),
/* harmony export */   zi: () => (/* binding */ errorRate)
/* harmony export */ });
/* unused harmony export increase */
/**
 * The rises of a counter, each with the moment at which it was seen.
 *
 * A counter that is first seen well after the window's left edge was born in it and rose from zero; one that falls was
 * restarted and rose from zero again.
 */
function* risesOf({ points }, bornAfterMs) {
    let before;
    for (const [atMs, value] of points) {
        if (before === undefined)
            yield [atMs, atMs > bornAfterMs ? value : 0];
        else
            yield [atMs, value >= before ? value - before : value];
        before = value;
    }
}
/** By how much a counter rose up to a moment. */
function increase(series, window) {
    let sum = 0;
    for (const [atMs, rise] of risesOf(series, window.bornAfterMs)) {
        if (atMs > window.untilMs)
            break;
        sum += rise;
    }
    return sum;
}
/** The tally of several counters up to a moment. */
function tally(series, window) {
    const sum = (chosen) => chosen.reduce((total, each) => total + increase(each, window), 0);
    return { requests: sum(series.filter(({ request }) => request)), errors: sum(series.filter(({ error }) => error)) };
}
/** The difference of two tallies: what came in between. */
function between(later, earlier) {
    return { requests: later.requests - earlier.requests, errors: later.errors - earlier.errors };
}
/** The share of errors; 0 without requests. */
function errorRate({ requests, errors }) {
    return requests > 0 ? errors / requests : 0;
}


/***/ }),

/***/ 91972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ WatchJudge),
  v: () => (/* binding */ judgeWatch)
});

// EXTERNAL MODULE: ../detector/lib/count.js
var lib_count = __webpack_require__(57954);
// EXTERNAL MODULE: ../detector/lib/visible.js
var visible = __webpack_require__(6867);
// EXTERNAL MODULE: ../detector/lib/evidence.js + 2 modules
var lib_evidence = __webpack_require__(4147);
// EXTERNAL MODULE: ../detector/lib/dispersion.js
var dispersion = __webpack_require__(22427);
// EXTERNAL MODULE: ../rollout/lib/watch/samples.js
var watch_samples = __webpack_require__(7983);
// EXTERNAL MODULE: ../rollout/lib/watch/counter.js
var watch_counter = __webpack_require__(14500);
;// CONCATENATED MODULE: ../rollout/lib/watch/stream.js


function weighed({ series, buckets = [] }, stream) {
    if (stream === 'errors') {
        return series.map(({ request, error, ...rest }) => ({ ...rest, total: request ? 1 : 0, bad: error ? 1 : 0 }));
    }
    // All, less those within the boundary.
    return buckets.flatMap(({ le, ...rest }) => {
        if (le === null)
            return [{ ...rest, total: 1, bad: 1 }];
        return le === stream.slowerThan ? [{ ...rest, total: 0, bad: -1 }] : [];
    });
}
const slots = (length) => Array.from({ length: Math.max(0, length) }, () => ({ total: 0, bad: 0 }));
function fill(counters, born, into, slotOf) {
    for (const counter of counters) {
        for (const [atMs, rise] of (0,watch_counter/* risesOf */.kh)(counter, born)) {
            const slot = into[slotOf(atMs)];
            if (slot === undefined)
                continue;
            slot.total += rise * counter.total;
            slot.bad += rise * counter.bad;
        }
    }
    return into;
}
/** What the new version did, look by look; what it did before the watch began belongs to the first. */
function freshSlices(samples, policy, stream, looks) {
    const own = weighed(samples, stream).filter(({ version }) => version === 'new');
    return fill(own, (0,watch_samples/* bornAfterMs */.AT)(samples, policy), slots(looks.length), lookAt(samples, policy, looks.length));
}
function lookAt({ startedMs, nowMs }, { intervalMs }, looks) {
    return (atMs) => (atMs > nowMs ? -1 : Math.min(Math.max(0, Math.ceil((atMs - startedMs) / intervalMs) - 1), looks - 1));
}
/** What others did during the watch, look by look. */
function othersSlices(samples, policy, looks) {
    const others = weighed(samples, 'errors').filter(({ version }) => version !== 'new');
    const at = lookAt(samples, policy, looks.length);
    const during = (atMs) => (atMs <= samples.startedMs ? -1 : at(atMs));
    return fill(others, (0,watch_samples/* bornAfterMs */.AT)(samples, policy), slots(looks.length), during);
}
/** What was done before the watch, in slices of one interval each; those without a request are left out. */
function pastSlices(samples, policy, { stream, versions, historyMs }) {
    const fromMs = Math.max(samples.leftEdgeMs, samples.startedMs - historyMs);
    const count = Math.floor((samples.startedMs - fromMs) / policy.intervalMs);
    const own = weighed(samples, stream).filter(({ version }) => versions.includes(version));
    const slotOf = (atMs) => Math.floor((atMs - fromMs) / policy.intervalMs);
    return fill(own, (0,watch_samples/* bornAfterMs */.AT)(samples, policy), slots(count), slotOf).filter(({ total }) => total > 0);
}
/** By pod of the new version, what it did in all. */
function byPod(samples, policy, stream) {
    const born = (0,watch_samples/* bornAfterMs */.AT)(samples, policy);
    const pods = Map.groupBy(weighed(samples, stream).filter(({ version }) => version === 'new'), ({ pod }) => pod);
    const upToNow = (atMs) => (atMs > samples.nowMs ? -1 : 0);
    return new Map([...pods].map(([pod, own]) => [pod, fill(own, born, slots(1), upToNow)[0] ?? { total: 0, bad: 0 }]));
}

;// CONCATENATED MODULE: ../rollout/lib/watch/control.js



/**
 * How sure it must be that others fail as well before a release is not blamed. Less than it takes to blame one: to go back in a
 * shared incident helps nobody, and what speaks against the release is said all the same.
 */
const ENOUGH = Math.log(20);
const FEWEST_SLICES = 20;
/** Whether the old pods that still serve, or the neighbours, fail more than before at the same time: trouble that is not the release's. */
function othersFailToo(samples, policy, looks) {
    const { comparison, minRequests } = policy;
    if (comparison === undefined)
        return false;
    const during = othersSlices(samples, policy, looks);
    if ((0,lib_count/* totalOf */.e6)(during).total < minRequests)
        return false;
    const { historyMs } = comparison;
    const past = pastSlices(samples, policy, { stream: 'errors', versions: ['old', 'neighbour'], historyMs });
    if (past.length < FEWEST_SLICES)
        return false;
    const planned = (0,watch_samples/* plannedLooks */.D)(policy);
    const reference = (0,lib_count/* paired */.iW)(past, planned);
    const evidence = (0,lib_evidence/* averaged */.E9)([{ evidence: (0,lib_evidence/* worseThan */.Ss)(comparison, planned), dispersion: (0,dispersion/* dispersion */.H)(past) }]);
    return during.some((fresh, look) => evidence.add([{ fresh, reference: reference[look] ?? lib_count/* NOTHING */.K$ }]) >= ENOUGH);
}

;// CONCATENATED MODULE: ../rollout/lib/watch/ending.js


/** Scrapes may come late by this many intervals before what they would show counts as unseen. */
const LATE_INTERVALS = 4;
const LATE_MS_MIN = 60_000;
/** The newest sample may be this many intervals old when a watch ends on time. */
const FRESH_INTERVALS = 2;
/** A share as people write it. */
const percent = (value) => `${(value * 100).toFixed(value < 0.1 ? 2 : 1)} %`;
/** Whether the watch is over: its time is, and its samples have come, or are not waited for any longer. */
function isOver(samples, { durationMs, intervalMs, lateMs = 0 }) {
    const endMs = samples.startedMs + durationMs;
    if (samples.nowMs < endMs)
        return false;
    const seenMs = (0,watch_samples/* lastSeenMs */.Am)(samples);
    return seenMs === undefined || seenMs >= endMs - FRESH_INTERVALS * intervalMs || samples.nowMs >= endMs + lateMs;
}
/** Whether a watch that could not tell in its time may still go on. */
function hasPatience({ startedMs, nowMs }, { durationMs, patienceMs = 0 }) {
    return nowMs < startedMs + durationMs + patienceMs;
}
function whyBlind(samples, policy) {
    const { intervalMs, lateMs = 0 } = policy;
    const { fresh } = (0,watch_samples/* wordsOf */.Z9)(policy);
    const seenMs = (0,watch_samples/* lastSeenMs */.Am)(samples);
    if (seenMs === undefined)
        return `Prometheus has no samples of ${fresh}`;
    const unseenMs = samples.nowMs - seenMs;
    if (unseenMs <= Math.max(LATE_INTERVALS * intervalMs, LATE_MS_MIN, lateMs))
        return undefined;
    return `Nothing was seen of ${fresh} in the last ${Math.round(unseenMs / 1000)} s of the watch`;
}
/** What a watch says at its end. */
function ending(samples, policy, fresh) {
    const probes = samples.probes ?? [];
    const answered = `${probes.length} requests of our own were answered, ${probes.filter(([, failed]) => failed === 1).length} with errors`;
    const probed = probes.length >= policy.minRequests;
    const blind = whyBlind(samples, policy);
    if (blind !== undefined)
        return { state: 'blind', why: blind };
    const [errors, requests] = [Math.round(fresh.errors), Math.round(fresh.requests)];
    const [rate, limit] = [percent((0,watch_counter/* errorRate */.zi)(fresh)), percent(policy.errorRateMax)];
    if (requests < policy.minRequests && !probed) {
        const why = `Only ${requests} requests were seen, and ${policy.minRequests} are needed to judge`;
        return { state: 'tooLittleTraffic', why };
    }
    if ((0,watch_counter/* errorRate */.zi)(fresh) > policy.errorRateMax) {
        const why = `${rate} of ${requests} requests failed, which is over ${limit}, but so few that it may be chance`;
        return { state: 'tooLittleTraffic', why };
    }
    const why = `${errors} of ${requests} requests failed (${rate}), within ${limit}`;
    return { state: 'healthy', why: samples.probes === undefined ? why : `${why}; ${answered}` };
}

;// CONCATENATED MODULE: ../rollout/lib/watch/running.js
/** The last looks still change, by samples that come late; the ones before hardly ever do. */
const UNSETTLED = 3;
function same(one, other) {
    return one.every(({ fresh, reference }, index) => {
        const its = other[index];
        return (its !== undefined &&
            fresh.total === its.fresh.total &&
            fresh.bad === its.fresh.bad &&
            reference.total === its.reference.total &&
            reference.bad === its.reference.bad);
    });
}
/**
 * The answer to a question from all looks so far, computed anew only from where they differ from those of the last time.
 *
 * What it answers depends on the looks that it is given alone.
 */
class Running {
    question;
    #settled = [];
    #evidence;
    constructor(question) {
        this.question = question;
        this.#evidence = question.begin();
    }
    /** The log of the evidence after these looks. */
    after(looks) {
        const kept = Math.max(0, looks.length - UNSETTLED);
        const known = this.#settled;
        if (known.length > kept || !known.every((look, index) => same(look, looks[index] ?? []))) {
            this.#settled = [];
            this.#evidence = this.question.begin();
        }
        for (const look of looks.slice(this.#settled.length, kept)) {
            this.#evidence.add(look);
            this.#settled.push(look);
        }
        const ahead = this.#evidence.fork();
        return looks.slice(kept).reduce((_, look) => ahead.add(look), 0);
    }
}

;// CONCATENATED MODULE: ../rollout/lib/watch/one-pod.js



/** Of fewer new pods, one is too large a part to be an exception. */
const FEWEST_PODS = 3;
function withoutPod(samples, pod) {
    const others = (all) => all.filter((each) => each.version !== 'new' || each.pod !== pod);
    return { ...samples, series: others(samples.series), ...(samples.buckets && { buckets: others(samples.buckets) }) };
}
/** How long the other pods' first samples are waited for. */
const FIRST_SAMPLES_MS = 60_000;
/** Whether there are to be enough pods to tell one from the rest, and too few of them were seen yet. */
function othersToCome({ newPods = 0, nowMs, startedMs }, seen) {
    return newPods >= FEWEST_PODS && seen < FEWEST_PODS && nowMs - startedMs < FIRST_SAMPLES_MS;
}
/** The pod of the new version with the most bad ones of a stream, where there are enough others to judge by. */
function worstPodOf(samples, policy, stream) {
    const pods = byPod(samples, policy, stream);
    return pods.size < FEWEST_PODS ? undefined : [...pods].sort((a, b) => b[1].bad - a[1].bad)[0]?.[0];
}
/** Whether what speaks against the release is the work of one pod: a bad node, say, which another release would meet as well. */
function isOnePod(samples, policy, question) {
    if (policy.onePodCounts === true || question.reason === 'probesFail')
        return false;
    const stream = question.calibration?.references[0]?.stream ?? 'errors';
    if (othersToCome(samples, byPod(samples, policy, stream).size))
        return true;
    const worst = worstPodOf(samples, policy, stream);
    if (worst === undefined)
        return false;
    const others = withoutPod(samples, worst);
    return new Running(question).after(question.slices(others, (0,watch_samples/* lookTimes */.AR)(others, policy))) < question.needed;
}

// EXTERNAL MODULE: ../rollout/lib/watch/boundaries.js
var watch_boundaries = __webpack_require__(87400);
;// CONCATENATED MODULE: ../detector/lib/placebo.js

/** The fewest past windows that a threshold is taken from. */
const FEWEST_WINDOWS = 100;
/** The log of the highest evidence that a watch came to at any look. */
function highest(slices, evidence) {
    return slices.reduce((most, slice) => Math.max(most, evidence.add(slice)), Number.NEGATIVE_INFINITY);
}
/** Past windows as watches of nothing: each window with the history right before it, one after the other. */
function placeboWindows(past, { watch, history }) {
    const count = Math.max(0, Math.floor((past.length - history) / watch));
    return Array.from({ length: count }, (_, index) => {
        const start = past.length - (count - index) * watch;
        const reference = (0,lib_count/* paired */.iW)(past.slice(start - history, start), watch);
        return past.slice(start, start + watch).map((fresh, look) => ({ fresh, reference: reference[look] ?? { total: 0, bad: 0 } }));
    });
}
/**
 * The threshold that past windows without a release set: the value that at most a share `alpha` of them and of the watch
 * itself passes, as far as they are exchangeable. Undefined with too few windows for that share.
 */
function placeboThreshold(maxima, alpha) {
    const rank = Math.floor(alpha * (maxima.length + 1));
    if (maxima.length < FEWEST_WINDOWS || rank < 1)
        return undefined;
    return maxima.toSorted((a, b) => b - a)[rank - 1];
}

;// CONCATENATED MODULE: ../rollout/lib/watch/calibration.js



/** A shorter past says nothing of how restless it is by itself. */
const calibration_FEWEST_SLICES = 20;
const FEWEST_REQUESTS = 200;
/** How much of the past the looks of a watch's own time get, where it may go on beyond it. */
const OWN_PART = 3 / 4;
/**
 * One part of the past for each look. Most watches end with their own time, so the looks of a watch's patience, which may be many,
 * get the lesser and older part of it.
 */
function sharedOut(slices, policy) {
    const { patienceMs = 0, ...own } = policy;
    if (patienceMs === 0)
        return (0,lib_count/* paired */.iW)(slices, (0,watch_samples/* plannedLooks */.D)(policy));
    const cut = Math.floor(slices.length * (1 - OWN_PART));
    const looks = (0,watch_samples/* plannedLooks */.D)(own);
    return [...(0,lib_count/* paired */.iW)(slices.slice(cut), looks), ...(0,lib_count/* paired */.iW)(slices.slice(0, cut), (0,watch_samples/* plannedLooks */.D)(policy) - looks)];
}
/**
 * The past that a stream is compared with; undefined where there is too little of it.
 *
 * It ends where the watch begins, and so holds the rollout as well: old pods that are being stopped fail no more requests
 * than others, or that should be known before the next release.
 */
function referenceOf(samples, policy, stream, historyMs) {
    const slices = pastSlices(samples, policy, { stream, versions: ['old'], historyMs });
    const past = (0,lib_count/* totalOf */.e6)(slices);
    if (slices.length < calibration_FEWEST_SLICES || past.total < FEWEST_REQUESTS)
        return undefined;
    return { stream, past, looks: sharedOut(slices, policy), dispersion: (0,dispersion/* dispersion */.H)(slices) };
}
/** The evidence that a release is worse than its references. */
function evidenceBeside(references, comparison, planned) {
    return (0,lib_evidence/* averaged */.E9)(references.map((each) => ({ evidence: (0,lib_evidence/* worseThan */.Ss)(comparison, planned), dispersion: each.dispersion })));
}
const NO_SLICE = { fresh: lib_count/* NOTHING */.K$, reference: lib_count/* NOTHING */.K$ };
const counted = (pairs) => pairs.map(([total, bad]) => ({ total, bad }));
/** What was counted of a stream in the day before. */
function dayOf({ day }, stream) {
    if (stream === 'errors')
        return day?.errors ?? [];
    return day?.slow.find(({ le }) => le === stream.slowerThan)?.counts ?? [];
}
/** Past windows as watches without a release: of each, look by look, a slice for each stream. */
function windowsOf(samples, policy, streams, historyMs) {
    const { intervalMs, durationMs, minRequests } = policy;
    const shape = { watch: Math.ceil(durationMs / intervalMs), history: Math.round(historyMs / intervalMs) };
    const each = streams.map((stream) => placeboWindows(counted(dayOf(samples, stream)), shape));
    return (each[0] ?? [])
        .map((window, index) => window.map((_, look) => each.map((windows) => windows[index]?.[look] ?? NO_SLICE)))
        .filter((window) => (0,lib_count/* totalOf */.e6)(window.map(([first = NO_SLICE]) => first.fresh)).total >= minRequests);
}
/** Calibrates by the windows of the day before where they are enough, else by the unrest of the last half hour. */
function calibrate(samples, policy, comparison, { references, alpha }) {
    const promised = Math.log(1 / alpha);
    const plain = references.map((reference) => ({ ...reference, dispersion: 1 }));
    const windows = windowsOf(samples, policy, references.map(({ stream }) => stream), comparison.historyMs);
    const maxima = windows.map((window) => highest(window, evidenceBeside(plain, comparison, (0,watch_samples/* plannedLooks */.D)(policy))));
    const threshold = placeboThreshold(maxima, alpha);
    if (threshold === undefined)
        return { by: 'dispersion', references, needed: promised };
    return { by: 'placebo', windows: windows.length, references: plain, needed: Math.max(promised, threshold) };
}

;// CONCATENATED MODULE: ../rollout/lib/watch/question.js





/**
 * The parts of the promise that the questions get. The limit is judged exactly and needs less; the others are as large as a
 * day of five-minute windows can vouch for.
 */
const SHARES = { overLimit: 2, probesFail: 2, worseThanBefore: 3, slower: 3 };
const alone = (fresh) => [{ fresh, reference: lib_count/* NOTHING */.K$ }];
function overLimit(policy, needed) {
    return {
        reason: 'overLimit',
        needed,
        begin: () => (0,lib_evidence/* averaged */.E9)([{ evidence: (0,lib_evidence/* absoluteEvidence */.FU)(policy.errorRateMax, (0,watch_samples/* plannedLooks */.D)(policy)), dispersion: 1 }]),
        slices: (samples, looks) => freshSlices(samples, policy, 'errors', looks).map(alone),
    };
}
/** The probes' own outcomes, which are never mixed into those of users. */
function probesFail(policy, needed) {
    return {
        ...overLimit(policy, needed),
        reason: 'probesFail',
        slices: ({ probes = [] }, looks) => looks.map((untilMs, look) => {
            const since = look === 0 ? Number.NEGATIVE_INFINITY : looks[look - 1];
            const own = probes.filter(([atMs]) => atMs > since && atMs <= untilMs);
            return alone({ total: own.length, bad: own.filter(([, failed]) => failed === 1).length });
        }),
    };
}
function beside(reason, calibration, policy, comparison) {
    const { references, needed } = calibration;
    return {
        ...{ reason, needed, calibration },
        begin: () => evidenceBeside(references, comparison, (0,watch_samples/* plannedLooks */.D)(policy)),
        slices: (samples, looks) => {
            const streams = references.map(({ stream }) => freshSlices(samples, policy, stream, looks));
            return looks.map((_, look) => references.map((reference, index) => ({
                fresh: streams[index]?.[look] ?? lib_count/* NOTHING */.K$,
                reference: reference.looks[look] ?? lib_count/* NOTHING */.K$,
            })));
        },
    };
}
/** What is asked of a watch. Which questions these are, and how the promise is shared among them, depends on its past alone. */
function questionsOf(samples, policy) {
    const { comparison, falseRollbackMax, slowerDecides } = policy;
    const referencesOf = (streams) => comparison === undefined ? [] : streams.flatMap((stream) => referenceOf(samples, policy, stream, comparison.historyMs) ?? []);
    const errors = referencesOf(['errors']);
    const boundaries = slowerDecides === undefined ? [] : (0,watch_boundaries/* boundariesOf */._)(samples, policy);
    const slow = referencesOf(boundaries.map((slowerThan) => ({ slowerThan })));
    const reasons = [
        'overLimit',
        ...(samples.probes === undefined ? [] : ['probesFail']),
        ...(errors.length === 0 ? [] : ['worseThanBefore']),
        ...(slow.length === 0 ? [] : ['slower']),
    ];
    const whole = reasons.reduce((sum, reason) => sum + SHARES[reason], 0);
    return reasons.flatMap((reason) => {
        const alpha = (falseRollbackMax * SHARES[reason]) / whole;
        if (reason === 'overLimit')
            return [overLimit(policy, Math.log(1 / alpha))];
        if (reason === 'probesFail')
            return [probesFail(policy, Math.log(1 / alpha))];
        if (comparison === undefined)
            return [];
        const references = reason === 'slower' ? slow : errors;
        return [beside(reason, calibrate(samples, policy, comparison, { references, alpha }), policy, comparison)];
    });
}

;// CONCATENATED MODULE: ../rollout/lib/watch/judge.js








/** What a watch says that could not tell. */
const UNTOLD = ['oneBadPod', 'environment', 'blind', 'tooLittleTraffic'];
const odds = (log) => Math.exp(Math.min(log, 700));
const over = ({ log, question }) => log - question.needed;
function answerOf({ question, log }) {
    const { reason, needed, calibration } = question;
    const boundaries = calibration?.references.flatMap(({ stream }) => (stream === 'errors' ? [] : [stream.slowerThan])) ?? [];
    return {
        ...{ reason, evidence: odds(log), needed: odds(needed), by: calibration?.by ?? 'chance' },
        ...(calibration && { dispersion: Math.max(...calibration.references.map(({ dispersion }) => dispersion)) }),
        ...(calibration?.windows !== undefined && { windows: calibration.windows }),
        ...(boundaries.length > 0 && { boundaries }),
    };
}
/** The boundary that is passed most beyond chance, in words: by which share of requests now, and by which before. */
function slowness({ question, looks }, policy) {
    const { timeUnit = '' } = policy;
    const parts = (question.calibration?.references ?? []).map(({ stream, past }, index) => {
        const fresh = (0,lib_count/* totalOf */.e6)(looks.flatMap((look) => look[index]?.fresh ?? []));
        const boundary = `${stream === 'errors' ? '' : stream.slowerThan}${timeUnit}`;
        const text = `${percent((0,lib_count/* shareOf */.tC)(fresh))} of ${Math.round(fresh.total)} requests took longer than ${boundary}, and of ${(0,watch_samples/* wordsOf */.Z9)(policy).before} ${percent((0,lib_count/* shareOf */.tC)(past))}`;
        const usual = Math.max((0,lib_count/* shareOf */.tC)(past), 1 / Math.max(1, past.total));
        return { text, beyond: ((0,lib_count/* shareOf */.tC)(fresh) - usual) / Math.sqrt(usual / Math.max(1, fresh.total)) };
    });
    return `${parts.sort((a, b) => b.beyond - a.beyond)[0]?.text ?? 'It is slower'}: slower beyond chance`;
}
function against(asked, fresh, policy) {
    const [errors, requests, rate] = [Math.round(fresh.errors), Math.round(fresh.requests), percent((0,watch_counter/* errorRate */.zi)(fresh))];
    const failed = `${errors} of ${requests} requests failed (${rate})`;
    const { reason, calibration } = asked.question;
    switch (reason) {
        case 'overLimit':
            return `${failed}, over ${percent(policy.errorRateMax)} beyond chance`;
        case 'worseThanBefore': {
            const { past } = calibration?.references[0] ?? { past: { total: 0, bad: 0 } };
            const before = `of ${(0,watch_samples/* wordsOf */.Z9)(policy).before} ${percent((0,lib_count/* shareOf */.tC)(past))} of ${Math.round(past.total)}`;
            return `${failed}, and ${before}: worse beyond chance`;
        }
        case 'slower':
            return slowness(asked, policy);
        case 'probesFail': {
            const { total, bad } = (0,lib_count/* totalOf */.e6)(asked.looks.flatMap((look) => look.map(({ fresh: own }) => own)));
            return `${bad} of ${total} requests of our own failed, over ${percent(policy.errorRateMax)} beyond chance`;
        }
    }
}
/** The evidence bounds what chance may do; the first few requests of a pod are not chance, they meet what is still cold. */
const FEWEST_TO_BLAME = 10;
/** Whether enough was served to say anything on a question. */
function servedEnough({ looks }, { minRequests }) {
    return (0,lib_count/* totalOf */.e6)(looks.flatMap((look) => look[0]?.fresh ?? [])).total >= Math.min(minRequests, FEWEST_TO_BLAME);
}
/** What would have been seen of errors: by the comparison where there is one, else by the limit. */
function visibleIn(asked) {
    const best = asked.find(({ question }) => question.reason === 'worseThanBefore') ?? asked[0];
    if (best === undefined)
        return undefined;
    const slices = best.looks.flatMap((look) => look[0] ?? []);
    const { needed: threshold } = best.question;
    const single = (evidence = best.question.begin()) => ({
        add: (slice) => evidence.add([slice]),
        fork: () => single(evidence.fork()),
    });
    return (0,visible/* smallestVisible */.a)(slices, { evidence: () => single(), phi: 1, threshold });
}
/**
 * Judges one watch, look by look.
 *
 * Each verdict is a function of the policy and the samples that it is given, so that anyone can come to it again; what is kept
 * from look to look only saves work.
 */
class WatchJudge {
    #policy;
    #running = [];
    #knownPast = '';
    constructor(policy) {
        this.#policy = policy;
    }
    /** The questions, which depend on what was before the watch, and are asked anew only where more of that has come. */
    #ask(samples) {
        const points = [...samples.series, ...(samples.buckets ?? [])].filter(({ version }) => version === 'old');
        const length = points.reduce((sum, each) => sum + each.points.length, 0);
        const { startedMs, leftEdgeMs, day, probes } = samples;
        const past = [startedMs, leftEdgeMs, length, day?.errors.length, probes === undefined].join();
        if (past !== this.#knownPast) {
            this.#running = questionsOf(samples, this.#policy).map((question) => new Running(question));
            this.#knownPast = past;
        }
        return this.#running;
    }
    /** Says what the samples so far come to. */
    judge(samples) {
        const policy = this.#policy;
        const looks = (0,watch_samples/* lookTimes */.AR)(samples, policy);
        const asked = this.#ask(samples).map((running) => {
            const slices = running.question.slices(samples, looks);
            return { question: running.question, looks: slices, log: running.after(slices) };
        });
        const fresh = (0,watch_samples/* tallyOf */.sv)(samples, policy, 'new', samples.nowMs);
        const strongest = asked.toSorted((a, b) => over(b) - over(a))[0];
        const said = this.#say(samples, asked, fresh);
        return {
            ...{ fresh, old: (0,watch_samples/* tallyOf */.sv)(samples, policy, 'old', samples.nowMs), answers: asked.map(answerOf) },
            ...{ evidence: odds(strongest?.log ?? 0), needed: odds(strongest?.question.needed ?? 0) },
            ...(['healthy', 'tooLittleTraffic'].includes(said.state) && { visible: visibleIn(asked) ?? 1 }),
            ...said,
        };
    }
    #say(samples, asked, fresh) {
        const policy = this.#policy;
        const enough = asked.filter((each) => over(each) >= 0 && servedEnough(each, policy)).sort((a, b) => over(b) - over(a));
        const errors = enough.find(({ question }) => question.reason !== 'slower');
        const slow = enough.find(({ question }) => question.reason === 'slower');
        const found = [errors, slow].flatMap((each) => (each === undefined ? [] : [this.#blame(samples, each, fresh)]));
        const decisive = found.find(({ state }) => state === 'regressed' || (state === 'slower' && policy.slowerDecides === true));
        if (decisive !== undefined)
            return decisive;
        if (!isOver(samples, policy))
            return { state: 'watching', why: 'The watch goes on' };
        const said = found.find(({ state }) => state === 'slower') ?? found[0] ?? ending(samples, policy, fresh);
        return UNTOLD.includes(said.state) && hasPatience(samples, policy) ? { state: 'watching', why: said.why } : said;
    }
    /** Says of what has crossed whether it is the release's, one pod's or everybody's. */
    #blame(samples, asked, fresh) {
        const { question } = asked;
        const { reason } = question;
        const why = against(asked, fresh, this.#policy);
        if (isOnePod(samples, this.#policy, question)) {
            return { state: 'oneBadPod', why: `${why}; but almost all of it on one pod`, reason };
        }
        if (reason === 'slower')
            return { state: 'slower', why, reason };
        const shared = reason !== 'probesFail' && othersFailToo(samples, this.#policy, (0,watch_samples/* lookTimes */.AR)(samples, this.#policy));
        if (shared)
            return { state: 'environment', why: `${why}; but others fail more than before at the same time`, reason };
        return { state: 'regressed', why, reason };
    }
}
/** Judges a watch at one moment. */
function judgeWatch(samples, policy) {
    return new WatchJudge(policy).judge(samples);
}


/***/ }),

/***/ 60111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ rateWindow),
/* harmony export */   y: () => (/* binding */ ratePoints)
/* harmony export */ });
/* harmony import */ var _counter_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14500);
/* harmony import */ var _samples_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7983);


const BINS = 30;
/** How much of the time before the watch the chart shows: enough to see the rollout, little enough to see the watch. */
const BEFORE_MS = 60_000;
/** From when a chart shows a watch, and how much time one of its points stands for, in milliseconds. */
function rateWindow({ leftEdgeMs, startedMs, nowMs }, { intervalMs }) {
    const fromMs = Math.max(leftEdgeMs, startedMs - BEFORE_MS);
    return { fromMs, width: Math.max(intervalMs, (nowMs - fromMs) / BINS) };
}
/** The error rate of one version over time, in percent at seconds since the start; a time without requests has no point. */
function ratePoints(samples, policy, version) {
    const { fromMs, width } = rateWindow(samples, policy);
    const points = [];
    let before = (0,_samples_js__WEBPACK_IMPORTED_MODULE_0__/* .tallyOf */ .sv)(samples, policy, version, fromMs);
    for (let atMs = fromMs + width;; atMs += width) {
        const untilMs = Math.min(atMs, samples.nowMs);
        const now = (0,_samples_js__WEBPACK_IMPORTED_MODULE_0__/* .tallyOf */ .sv)(samples, policy, version, untilMs);
        const slice = (0,_counter_js__WEBPACK_IMPORTED_MODULE_1__/* .between */ .Tq)(now, before);
        if (slice.requests > 0)
            points.push({ x: Math.round((untilMs - samples.startedMs) / 1000), y: (0,_counter_js__WEBPACK_IMPORTED_MODULE_1__/* .errorRate */ .zi)(slice) * 100 });
        before = now;
        if (untilMs >= samples.nowMs)
            return points;
    }
}


/***/ }),

/***/ 7983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ lookTimes),
/* harmony export */   AT: () => (/* binding */ bornAfterMs),
/* harmony export */   Am: () => (/* binding */ lastSeenMs),
/* harmony export */   D: () => (/* binding */ plannedLooks),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   sv: () => (/* binding */ tallyOf)
/* harmony export */ });
/* harmony import */ var _counter_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14500);

/** What a policy calls the two sides of a watch. */
const wordsOf = ({ words }) => words ?? { fresh: 'the new pods', before: 'the version before' };
/** The usual time between two samples of the same series; 0 where it cannot be told. */
function scrapeMs({ series }) {
    const gaps = series.flatMap(({ points }) => {
        const [first, last] = [points[0], points.at(-1)];
        return first === undefined || last === undefined || points.length < 3 ? [] : [(last[0] - first[0]) / (points.length - 1)];
    });
    return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
}
/** A series that is first seen after this moment was born in the window that was asked for. */
function bornAfterMs(samples, { intervalMs }) {
    return samples.leftEdgeMs + 2 * Math.max(intervalMs, scrapeMs(samples));
}
/** The moments at which the watch looks, up to now. */
function lookTimes({ startedMs, nowMs }, policy) {
    const { intervalMs } = policy;
    const count = Math.min(Math.floor((nowMs - startedMs) / intervalMs), plannedLooks(policy) - 1);
    return [...Array.from({ length: Math.max(0, count) }, (_, index) => startedMs + (index + 1) * intervalMs), nowMs];
}
/** How many looks a watch has at most. */
const plannedLooks = ({ durationMs, intervalMs, patienceMs = 0 }) => Math.ceil((durationMs + patienceMs) / intervalMs) + 1;
/** The tally of one version up to a moment. */
function tallyOf(samples, policy, version, untilMs) {
    const own = samples.series.filter((series) => series.version === version);
    return (0,_counter_js__WEBPACK_IMPORTED_MODULE_0__/* .tally */ .N4)(own, { bornAfterMs: bornAfterMs(samples, policy), untilMs });
}
/** When the new pods were last seen. */
function lastSeenMs({ series }) {
    const times = series.filter(({ version }) => version === 'new').flatMap(({ points }) => points.at(-1)?.[0] ?? []);
    return times.length === 0 ? undefined : Math.max(...times);
}


/***/ })

};
