export const id = 93;
export const ids = [93];
export const modules = {

/***/ 30093:
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
// EXTERNAL MODULE: ../detector/lib/count.js
var lib_count = __webpack_require__(57954);
// EXTERNAL MODULE: ../detector/lib/visible.js
var visible = __webpack_require__(6867);
// EXTERNAL MODULE: ../detector/lib/evidence.js + 2 modules
var detector_lib_evidence = __webpack_require__(4147);
// EXTERNAL MODULE: ../detector/lib/dispersion.js
var dispersion = __webpack_require__(22427);
;// CONCATENATED MODULE: ../rollout/lib/watch/counter.js
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

;// CONCATENATED MODULE: ../rollout/lib/watch/samples.js

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
function lookTimes({ startedMs, nowMs }, { intervalMs, durationMs }) {
    const count = Math.min(Math.floor((nowMs - startedMs) / intervalMs), Math.ceil(durationMs / intervalMs));
    return [...Array.from({ length: Math.max(0, count) }, (_, index) => startedMs + (index + 1) * intervalMs), nowMs];
}
/** How many looks a watch has at most. */
const plannedLooks = ({ durationMs, intervalMs }) => Math.ceil(durationMs / intervalMs) + 1;
/** The tally of one version up to a moment. */
function tallyOf(samples, policy, version, untilMs) {
    const own = samples.series.filter((series) => series.version === version);
    return tally(own, { bornAfterMs: bornAfterMs(samples, policy), untilMs });
}
/** When the new pods were last seen. */
function lastSeenMs({ series }) {
    const times = series.filter(({ version }) => version === 'new').flatMap(({ points }) => points.at(-1)?.[0] ?? []);
    return times.length === 0 ? undefined : Math.max(...times);
}

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
        for (const [atMs, rise] of risesOf(counter, born)) {
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
    return fill(own, bornAfterMs(samples, policy), slots(looks.length), lookAt(samples, policy, looks.length));
}
function lookAt({ startedMs, nowMs }, { intervalMs }, looks) {
    return (atMs) => (atMs > nowMs ? -1 : Math.min(Math.max(0, Math.ceil((atMs - startedMs) / intervalMs) - 1), looks - 1));
}
/** What others did during the watch, look by look. */
function othersSlices(samples, policy, looks) {
    const others = weighed(samples, 'errors').filter(({ version }) => version !== 'new');
    const at = lookAt(samples, policy, looks.length);
    const during = (atMs) => (atMs <= samples.startedMs ? -1 : at(atMs));
    return fill(others, bornAfterMs(samples, policy), slots(looks.length), during);
}
/** What was done before the watch, in slices of one interval each; those without a request are left out. */
function pastSlices(samples, policy, { stream, versions, historyMs }) {
    const fromMs = Math.max(samples.leftEdgeMs, samples.startedMs - historyMs);
    const count = Math.floor((samples.startedMs - fromMs) / policy.intervalMs);
    const own = weighed(samples, stream).filter(({ version }) => versions.includes(version));
    const slotOf = (atMs) => Math.floor((atMs - fromMs) / policy.intervalMs);
    return fill(own, bornAfterMs(samples, policy), slots(count), slotOf).filter(({ total }) => total > 0);
}
/** By pod of the new version, what it did in all. */
function byPod(samples, policy, stream) {
    const born = bornAfterMs(samples, policy);
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
    const planned = plannedLooks(policy);
    const reference = (0,lib_count/* paired */.iW)(past, planned);
    const evidence = (0,detector_lib_evidence/* averaged */.E9)([{ evidence: (0,detector_lib_evidence/* worseThan */.Ss)(comparison, planned), dispersion: (0,dispersion/* dispersion */.H)(past) }]);
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
    const seenMs = lastSeenMs(samples);
    return seenMs === undefined || seenMs >= endMs - FRESH_INTERVALS * intervalMs || samples.nowMs >= endMs + lateMs;
}
function whyBlind(samples, { intervalMs, lateMs = 0 }) {
    const seenMs = lastSeenMs(samples);
    if (seenMs === undefined)
        return 'Prometheus has no samples of the new pods';
    const unseenMs = samples.nowMs - seenMs;
    if (unseenMs <= Math.max(LATE_INTERVALS * intervalMs, LATE_MS_MIN, lateMs))
        return undefined;
    return `Nothing was seen of the new pods in the last ${Math.round(unseenMs / 1000)} s of the watch`;
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
    const [rate, limit] = [percent(errorRate(fresh)), percent(policy.errorRateMax)];
    if (requests < policy.minRequests && !probed) {
        const why = `Only ${requests} requests were seen, and ${policy.minRequests} are needed to judge`;
        return { state: 'tooLittleTraffic', why };
    }
    if (errorRate(fresh) > policy.errorRateMax) {
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
    return new Running(question).after(question.slices(others, lookTimes(others, policy))) < question.needed;
}

;// CONCATENATED MODULE: ../rollout/lib/watch/boundaries.js


/** The quantiles of the past whose nearest boundaries are watched: the middle, and two of the tail. */
const QUANTILES = [0.5, 0.95, 0.99];
/**
 * The boundaries of the histogram that slowness is judged at: those nearest above the quantiles of what the version before
 * did. A boundary is a fixed question, where an estimated quantile would hide a shift within its bucket.
 */
function boundariesOf(samples, policy) {
    const born = bornAfterMs(samples, policy);
    const counts = new Map();
    for (const each of (samples.buckets ?? []).filter(({ version }) => version === 'old')) {
        for (const [atMs, rise] of risesOf(each, born)) {
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
    return { stream, past, looks: (0,lib_count/* paired */.iW)(slices, plannedLooks(policy)), dispersion: (0,dispersion/* dispersion */.H)(slices) };
}
/** The evidence that a release is worse than its references. */
function evidenceBeside(references, comparison, planned) {
    return (0,detector_lib_evidence/* averaged */.E9)(references.map((each) => ({ evidence: (0,detector_lib_evidence/* worseThan */.Ss)(comparison, planned), dispersion: each.dispersion })));
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
    const maxima = windows.map((window) => highest(window, evidenceBeside(plain, comparison, plannedLooks(policy))));
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
        begin: () => (0,detector_lib_evidence/* averaged */.E9)([{ evidence: (0,detector_lib_evidence/* absoluteEvidence */.FU)(policy.errorRateMax, plannedLooks(policy)), dispersion: 1 }]),
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
        begin: () => evidenceBeside(references, comparison, plannedLooks(policy)),
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
    const boundaries = slowerDecides === undefined ? [] : boundariesOf(samples, policy);
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
function slowness({ question, looks }, { timeUnit = '' }) {
    const parts = (question.calibration?.references ?? []).map(({ stream, past }, index) => {
        const fresh = (0,lib_count/* totalOf */.e6)(looks.flatMap((look) => look[index]?.fresh ?? []));
        const boundary = `${stream === 'errors' ? '' : stream.slowerThan}${timeUnit}`;
        const text = `${percent((0,lib_count/* shareOf */.tC)(fresh))} of ${Math.round(fresh.total)} requests took longer than ${boundary}, and of the version before ${percent((0,lib_count/* shareOf */.tC)(past))}`;
        const usual = Math.max((0,lib_count/* shareOf */.tC)(past), 1 / Math.max(1, past.total));
        return { text, beyond: ((0,lib_count/* shareOf */.tC)(fresh) - usual) / Math.sqrt(usual / Math.max(1, fresh.total)) };
    });
    return `${parts.sort((a, b) => b.beyond - a.beyond)[0]?.text ?? 'It is slower'}: slower beyond chance`;
}
function against(asked, fresh, policy) {
    const [errors, requests, rate] = [Math.round(fresh.errors), Math.round(fresh.requests), percent(errorRate(fresh))];
    const failed = `${errors} of ${requests} requests failed (${rate})`;
    const { reason, calibration } = asked.question;
    switch (reason) {
        case 'overLimit':
            return `${failed}, over ${percent(policy.errorRateMax)} beyond chance`;
        case 'worseThanBefore': {
            const { past } = calibration?.references[0] ?? { past: { total: 0, bad: 0 } };
            const before = `of the version before ${percent((0,lib_count/* shareOf */.tC)(past))} of ${Math.round(past.total)}`;
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
        const looks = lookTimes(samples, policy);
        const asked = this.#ask(samples).map((running) => {
            const slices = running.question.slices(samples, looks);
            return { question: running.question, looks: slices, log: running.after(slices) };
        });
        const fresh = tallyOf(samples, policy, 'new', samples.nowMs);
        const strongest = asked.toSorted((a, b) => over(b) - over(a))[0];
        const said = this.#say(samples, asked, fresh);
        return {
            ...{ fresh, old: tallyOf(samples, policy, 'old', samples.nowMs), answers: asked.map(answerOf) },
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
        return found.find(({ state }) => state === 'slower') ?? found[0] ?? ending(samples, policy, fresh);
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
        const shared = reason !== 'probesFail' && othersFailToo(samples, this.#policy, lookTimes(samples, this.#policy));
        if (shared)
            return { state: 'environment', why: `${why}; but others fail more than before at the same time`, reason };
        return { state: 'regressed', why, reason };
    }
}
/** Judges a watch at one moment. */
function judgeWatch(samples, policy) {
    return new WatchJudge(policy).judge(samples);
}

// EXTERNAL MODULE: ../rollout/lib/wait.js + 1 modules
var wait = __webpack_require__(21552);
;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/selector.js
function podPattern({ fresh, old }) {
    return `(${[...fresh, ...old].join('|')})-[a-z0-9]+`;
}
function withPods(selector, matcher) {
    const [, name = '', inner = ''] = /^([^{]*)(?:\{(.*)\})?$/s.exec(selector) ?? [];
    const matchers = [inner.trim().replace(/,$/, ''), matcher].filter((part) => part !== '');
    return `${name}{${matchers.join(',')}}`;
}
/** The questions whose answers hold the requests and errors of both versions, and those of their neighbours. */
function aboutErrors(inputs, matcher) {
    const outcome = { label: inputs.codeLabel, errors: new RegExp(`^(?:${inputs.errorCodes})$`) };
    const others = inputs.neighbours === undefined ? [] : [{ selector: inputs.neighbours, outcome, neighbours: true }];
    if (inputs.queryTotal === undefined || inputs.queryErrors === undefined) {
        return [{ selector: withPods(inputs.metric, matcher), outcome }, ...others];
    }
    return [
        { selector: withPods(inputs.queryTotal, matcher), outcome: 'all' },
        { selector: withPods(inputs.queryErrors, matcher), outcome: 'errors' },
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
    return [...errors, { selector: withPods(`${inputs.latencyMetric}_bucket`, `${matcher}${within}`), outcome: 'buckets' }];
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
/** Collects the samples of a watch, reading by reading. */
class Sampler {
    #source;
    #inputs;
    #versions;
    #series = new Map();
    #buckets = new Map();
    #copies = new Map();
    looks = [];
    #lastReadMs;
    /** How far the server's clock is ahead of ours. */
    #skewMs = 0;
    constructor(source, inputs, versions) {
        this.#source = source;
        this.#inputs = inputs;
        this.#versions = versions;
    }
    get skewMs() {
        return this.#skewMs;
    }
    get series() {
        return [...this.#series.values()];
    }
    get buckets() {
        return [...this.#buckets.values()];
    }
    /** Reads once. A question that is wrong is a Failure; a server that is away is a look with a problem. */
    async read(nowMs, lookbackMs) {
        const sinceMs = this.#lastReadMs === undefined ? lookbackMs : nowMs - this.#lastReadMs + OVERLAP_SECONDS * 1000;
        try {
            const asked = questions(this.#inputs, this.#versions);
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
            const wrong = error instanceof failure/* Failure */.H && ['PROMETHEUS_QUERY', 'PROMETHEUS_DENIED'].includes(error.code);
            if (!(error instanceof failure/* Failure */.H) || (wrong && this.#lastReadMs === undefined))
                throw error;
            this.looks.push({ atMs: nowMs, problem: error.message });
        }
    }
    #take(raw, question) {
        const key = identity(raw, question, false);
        const whole = identity(raw, question, true);
        if ((this.#copies.get(key) ?? whole) !== whole)
            return;
        const bucket = question.outcome === 'buckets' ? bucketOf(raw, this.#inputs.podLabel, this.#versions) : undefined;
        const counter = question.outcome === 'buckets' ? undefined : counterOf(raw, question, this.#inputs.podLabel, this.#versions);
        if (bucket !== undefined)
            keep(this.#buckets, key, bucket);
        if (counter !== undefined)
            keep(this.#series, key, counter);
        if (bucket !== undefined || counter !== undefined)
            this.#copies.set(key, whole);
    }
}
function keep(series, key, more) {
    series.set(key, { ...more, points: merged(series.get(key)?.points ?? [], more.points) });
}

// EXTERNAL MODULE: ../rollout/lib/view.js
var lib_view = __webpack_require__(44083);
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
        const [key, whole] = [identity(raw, question, false), identity(raw, question, true)];
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

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/prometheus.js

const prometheus_TIMEOUT_MS = 10_000;
function parseAnswer(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return { status: 'error', error: `no JSON, but ${JSON.stringify(text.slice(0, 100))}` };
    }
}
function prometheus_failure(status, error) {
    const message = `Prometheus answered ${status}: ${error ?? 'no reason given'}.`;
    const denied = status === 401 || status === 403;
    const code = denied ? 'PROMETHEUS_DENIED' : status === 400 || status === 422 ? 'PROMETHEUS_QUERY' : 'PROMETHEUS_FAILED';
    const remedy = denied
        ? 'Check "prometheus-token", or the file that "prometheus-token-path" names.'
        : 'Check "prometheus-url" and the query inputs.';
    return new failure/* Failure */.H({ code, message, remedy });
}
const UNAUTHORIZED = 401;
/** More series than this are no service's: the selector is too wide. */
const SERIES_MAX = 10_000;
/** What makes an answer unfit to be counted, though it is one. */
function unfit({ warnings = [], data }) {
    const { resultType = 'matrix', result = [] } = data ?? {};
    if (warnings.length > 0) {
        const message = `Prometheus answered with a part of the samples alone: ${warnings[0]}.`;
        return new failure/* Failure */.H({ code: 'PROMETHEUS_PARTIAL', message, remedy: 'Look at the stores behind it.' });
    }
    if (resultType !== 'matrix' || result.length > SERIES_MAX) {
        const what = resultType === 'matrix' ? `${result.length} series, more than ${SERIES_MAX}` : `a ${resultType} instead of series`;
        const message = `Prometheus answered with ${what}.`;
        return new failure/* Failure */.H({ code: 'PROMETHEUS_QUERY', message, remedy: 'Name the counter of this service alone.' });
    }
    return undefined;
}
async function ask(http, { url, signal }, body, token) {
    const response = await http.fetch({
        method: 'POST',
        url: `${url.replace(/\/+$/, '')}/api/v1/query`,
        headers: {
            'content-type': 'application/x-www-form-urlencoded',
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        ...{ body, timeoutMs: prometheus_TIMEOUT_MS, signal },
    });
    return { status: response.status, date: Date.parse(response.headers['date'] ?? ''), text: await response.text() };
}
/** Prometheus over its HTTP API. */
function prometheus(http, address) {
    let token;
    const asked = async (body) => {
        token ??= await address.token();
        const first = await ask(http, address, body, token);
        if (first.status !== UNAUTHORIZED || token === undefined)
            return first;
        // A token may run out in the middle of a watch.
        const before = token;
        token = await address.token();
        return token === before ? first : ask(http, address, body, token);
    };
    return {
        read: async (selector, seconds, untilMs) => {
            // A range selector gives the samples as they were scraped; a function over it would lose a new series' first ones.
            const query = new URLSearchParams({ query: `${selector}[${Math.ceil(seconds)}s]` });
            if (untilMs !== undefined)
                query.set('time', String(untilMs / 1000));
            const { status, date, text } = await asked(query.toString());
            const answer = parseAnswer(text);
            if (status !== 200 || answer.status !== 'success')
                throw prometheus_failure(status, answer.error);
            const wrong = unfit(answer);
            if (wrong !== undefined)
                throw wrong;
            return {
                serverMs: Number.isNaN(date) ? undefined : date,
                series: (answer.data?.result ?? []).map(({ metric, values = [] }) => ({
                    labels: metric,
                    points: values.map(([at, value]) => [Math.round(at * 1000), Number(value)]),
                })),
            };
        },
    };
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
/** Prometheus as the inputs say where it is. */
function sourceOf(inputs, ports) {
    const { prometheusUrl: url, prometheusToken, prometheusTokenPath: file } = inputs;
    const token = async () => {
        if (file === undefined)
            return prometheusToken?.reveal();
        const read = (await ports.files.readText(file)).trim();
        ports.log.mask(read);
        return read;
    };
    return prometheus(ports.http, { url, token, signal: ports.cancelled });
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
        this.#source = sourceOf(inputs, ports);
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
        const window = { untilMs: samples.startedMs, intervalMs, durationMs, boundaries: boundariesOf(samples, this.policy) };
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
    const judge = new WatchJudge(lookout.policy);
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
    const source = sourceOf(scene.inputs, ports);
    const asked = { ...scene.inputs, onSlower: 'ignore', neighbours: undefined };
    const sampler = new Sampler(source, asked, { fresh, old: [] });
    const judge = new WatchJudge(recovery_policyOf(watched, scene));
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
        const judge = new WatchJudge({ ...policy, lateMs: 0, onePodCounts: true });
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
    const source = sourceOf(inputs, ports);
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
    const window = { views, without: [], untilMs, intervalMs, durationMs, boundaries: boundariesOf(seen, policy) };
    const day = await dayBefore(source, asked, window);
    return { service: inputs.service, release: String(scene.release.id), policy, windows: judgePlacebos(day, policy, untilMs) };
}
const placebo_percent = (share) => `${Number((share * 100).toFixed(2))} %`;
function sentenceOf({ service, windows, policy }) {
    if (windows.length === 0)
        return `${service}: no window of the last day has ${policy.minRequests} requests, so nothing can be said.`;
    const wrong = windows.filter(isWrong).length;
    return `${service}: of ${windows.length} windows of the last day without a release, ${wrong} would have been called bad (${placebo_percent(wrong / windows.length)}; promised is ${placebo_percent(policy.falseRollbackMax)}).`;
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

// EXTERNAL MODULE: ../summary/lib/drawing.js + 2 modules
var drawing = __webpack_require__(6496);
;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/rates.js


const BINS = 30;
/** How much of the time before the watch the chart shows: enough to see the rollout, little enough to see the watch. */
const BEFORE_MS = 60_000;
/** The error rate of one version over time, in percent at seconds since the start; a time without requests has no point. */
function ratePoints(samples, policy, version) {
    const fromMs = Math.max(samples.leftEdgeMs, samples.startedMs - BEFORE_MS);
    const width = Math.max(policy.intervalMs, (samples.nowMs - fromMs) / BINS);
    const points = [];
    let before = tallyOf(samples, policy, version, fromMs);
    for (let atMs = fromMs + width;; atMs += width) {
        const untilMs = Math.min(atMs, samples.nowMs);
        const now = tallyOf(samples, policy, version, untilMs);
        const slice = between(now, before);
        if (slice.requests > 0)
            points.push({ x: Math.round((untilMs - samples.startedMs) / 1000), y: errorRate(slice) * 100 });
        before = now;
        if (untilMs >= samples.nowMs)
            return points;
    }
}
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
            { name: 'old version', points: ratePoints(samples, policy, 'old') },
            { name: 'new version', points: ratePoints(samples, policy, 'new') },
        ].filter(({ points }) => points.length > 0),
        marks: marksOf(samples, decided),
        limit: { y: limit, label: `limit ${limit} %` },
    });
}
/** The share of one version's answers that took longer than a boundary over time, as above. */
function slowPoints(samples, policy, version, boundary) {
    const fromMs = Math.max(samples.leftEdgeMs, samples.startedMs - BEFORE_MS);
    const width = Math.max(policy.intervalMs, (samples.nowMs - fromMs) / BINS);
    const bins = Array.from({ length: Math.ceil((samples.nowMs - fromMs) / width) }, () => ({ total: 0, slow: 0 }));
    const born = samples.leftEdgeMs + 2 * policy.intervalMs;
    for (const bucket of (samples.buckets ?? []).filter((each) => each.version === version)) {
        for (const [atMs, rise] of risesOf(bucket, born)) {
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
    const verdict = judgeWatch(recorded.samples, recorded.policy);
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

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/report.js




const report_percent = (tally) => `${(errorRate(tally) * 100).toFixed(2)} %`;
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
    const before = tallyOf(samples, policy, 'new', samples.nowMs - lately).errors;
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
        errorRate: fresh.requests > 0 ? errorRate(fresh).toFixed(4) : undefined,
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
