export const id = 526;
export const ids = [526];
export const modules = {

/***/ 3051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* reexport */ action/* action */.X),
  run: () => (/* reexport */ run)
});

// EXTERNAL MODULE: ../../actions/watch-and-rollback/lib/action.js
var action = __webpack_require__(45906);
;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/decision.js
/** The pod with the most errors, whose log is the one to read. */
function worstPod({ samples }) {
    const errors = new Map();
    for (const { version, pod, error, points } of samples.series) {
        if (version === 'new' && error)
            errors.set(pod, (errors.get(pod) ?? 0) + (points.at(-1)?.[1] ?? 0));
    }
    return [...errors].sort((a, b) => b[1] - a[1])[0]?.[0];
}
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
        case 'regressed': {
            const pod = worstPod(watched);
            return {
                kind: 'regressed',
                cause: {
                    class: 'app',
                    reason: verdict.reason === 'worseThanBefore' ? 'ErrorRateRose' : 'ErrorRate',
                    message: verdict.why,
                    ...(pod !== undefined && { pod }),
                },
            };
        }
        case 'healthy':
            return { kind: 'healthy' };
        case 'oneBadPod': {
            const pod = worstPod(watched);
            const why = pod === undefined ? verdict.why : `${verdict.why}, ${pod}`;
            return { kind: 'inconclusive', reason: 'one-bad-pod', why };
        }
        case 'tooLittleTraffic':
            return { kind: 'inconclusive', reason: 'too-little-traffic', why: verdict.why };
        default: {
            const problem = looks.at(-1)?.problem;
            return { kind: 'inconclusive', reason: 'blind', why: problem === undefined ? verdict.why : `${verdict.why}; ${problem}` };
        }
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
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
;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/perform.js



/** Goes back once, unless something newer runs by now. */
async function goBack(scene, good, lock, ports, why) {
    const { client, inputs, release } = scene;
    const ledgers = (0,ledger_store/* ledgerStore */.N)(client, inputs, lock?.fence);
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
    if (result.state === 'ready')
        return { kind: 'rolled-back', release: good, elapsedMs: result.elapsedMs };
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
async function rollBack(scene, ports, context, why) {
    const { inputs, ledgers, release, good } = scene;
    const now = (0,lib_release/* currentRelease */.BX)(await ledgers.read());
    if (now?.id !== release.id)
        return superseded(now);
    if (inputs.onRegression === 'report' || good === undefined) {
        await ledgers.update((ledger) => (0,lib_release/* withState */.Q2)(ledger, release.id, 'bad', why));
        if (inputs.onRegression === 'report')
            return { kind: 'nothing', why: 'on-regression is report' };
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
        if (decision.kind === 'regressed') {
            const { cause } = decision;
            return await rollBack(scene, ports, context, scene.redact(`${cause.class}/${cause.reason}: ${cause.message}`));
        }
        const accepted = scene.inputs.onInconclusive === 'pass' && !['superseded', 'cancelled'].includes(decision.reason);
        return accepted ? await promote(scene) : { kind: 'nothing' };
    }
    catch (error) {
        const why = ports.cancelled.aborted ? 'the run was cancelled before it was done' : error instanceof failure/* Failure */.H && error.message;
        if (typeof why !== 'string')
            throw error;
        return decision.kind === 'regressed' ? { kind: 'rollback-failed', why } : { kind: 'nothing', why };
    }
}
/** Looks at what is about to be undone, and then does what was decided, once. */
async function perform(scene, watched, decision, ports, context) {
    const view = watched.trouble?.view ?? watched.view;
    const evidence = decision.kind === 'regressed' ? await (0,lib_evidence/* collectEvidence */.m)(scene.client, decision.cause, view, scene.redact) : undefined;
    const deed = await deedOf(scene, decision, ports, context);
    return { deed, ...(evidence && { evidence }), atMs: ports.clock.now() };
}

;// CONCATENATED MODULE: ../detector/lib/log-space.js
/** ln(e^a + e^b), without leaving the range of a number. */
function logAdd(a, b) {
    if (a === Number.NEGATIVE_INFINITY)
        return b;
    if (b === Number.NEGATIVE_INFINITY)
        return a;
    return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
/** The log of the sum of exponentials, each of the sum of what stands at one place in both lists. */
function logSum(logs, more) {
    const at = (index) => logs[index] + (more === undefined ? 0 : more[index]);
    let top = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < logs.length; index += 1)
        top = Math.max(top, at(index));
    if (top === Number.NEGATIVE_INFINITY)
        return top;
    let sum = 0;
    for (let index = 0; index < logs.length; index += 1)
        sum += Math.exp(at(index) - top);
    return top + Math.log(sum);
}

;// CONCATENATED MODULE: ../detector/lib/late-start.js

/**
 * Evidence that grows look by look, for trouble that may begin at any of them.
 *
 * For each alternative a likelihood ratio is multiplied up; half of the weight is on trouble from the first look on, half
 * is spread over the starts at the `planned` looks after it. A start that has not come yet counts as 1. Each part has an
 * expectation of at most 1 while nothing is wrong, at any moment, and so has their mean: it ever passes 1/alpha with a
 * probability of at most alpha (Ville's inequality).
 */
class LateStart {
    #laterStarts;
    #sums;
    /** For each alternative, the log of the sum of exp(-sum at its start) over the later starts that have come. */
    #started;
    #looks = 0;
    constructor(alternatives, planned) {
        this.#laterStarts = Math.max(0, Math.floor(planned) - 1);
        this.#sums = new Float64Array(alternatives);
        this.#started = new Float64Array(alternatives).fill(Number.NEGATIVE_INFINITY);
    }
    /** Takes in one look: the log of the likelihood ratio of its slice, by alternative. Returns the log of the evidence. */
    add(logRatio) {
        const begins = this.#looks > 0 && this.#looks <= this.#laterStarts;
        const [sums, started] = [this.#sums, this.#started];
        for (let index = 0; index < sums.length; index += 1) {
            const sum = sums[index];
            if (begins)
                started[index] = logAdd(started[index], -sum);
            sums[index] = sum + logRatio(index);
        }
        this.#looks += 1;
        return this.value();
    }
    /** The log of the evidence so far. */
    value() {
        const alternatives = Math.log(this.#sums.length);
        const first = logSum(this.#sums) - alternatives;
        if (this.#laterStarts === 0)
            return first;
        const begun = Math.min(Math.max(0, this.#looks - 1), this.#laterStarts);
        const waiting = this.#laterStarts - begun;
        const later = logSum(this.#sums, this.#started) - alternatives;
        const rest = logAdd(later, waiting === 0 ? Number.NEGATIVE_INFINITY : Math.log(waiting)) - Math.log(this.#laterStarts);
        return logAdd(first, rest) - Math.LN2;
    }
}

;// CONCATENATED MODULE: ../detector/lib/evidence.js

const RATIOS = 24;
const LOWEST_RATIO = 1.16;
const HIGHEST_RATIO = 1000;
const SHARES = 20;
const LOWEST_OVER = 1.2;
const HIGHEST_SHARE = 0.999;
const LOWEST_SHARE = 1e-6;
const logit = (share) => Math.log(share / (1 - share));
const shareAt = (odds) => 1 / (1 + Math.exp(-odds));
/** Ratios from 1.16 to 1000 times the margin, evenly spaced by their logs. */
function ratiosOver(margin) {
    const step = Math.log(HIGHEST_RATIO / LOWEST_RATIO) / (RATIOS - 1);
    return Array.from({ length: RATIOS }, (_, index) => margin * LOWEST_RATIO * Math.exp(step * index));
}
/** Shares from 1.2 times a limit to 99.9 %, evenly spaced by their logits. */
function sharesOver(limit) {
    const [low, high] = [logit(Math.min(limit * LOWEST_OVER, (limit + HIGHEST_SHARE) / 2)), logit(HIGHEST_SHARE)];
    return Array.from({ length: SHARES }, (_, index) => shareAt(low + ((high - low) * index) / (SHARES - 1)));
}
const expected = (ratio, { fresh, reference }) => (ratio * fresh.total) / (ratio * fresh.total + reference.total);
/**
 * Evidence that the new version has more than `margin` times the bad share of what it is compared with.
 *
 * Of the bad ones in a slice, each lies with the new version with a probability that depends on the ratio of the two
 * shares and on who served how much; whatever both have in common in that slice, such as the time of day, cancels
 * (Lindon and Malek, arXiv 2011.03567). Exact for Poisson counts, conservative for shares that are equal.
 */
function relativeEvidence(margin, planned) {
    const ratios = ratiosOver(margin);
    const mixture = new LateStart(RATIOS, planned);
    return {
        add(slice) {
            const { fresh, reference } = slice;
            if (fresh.total <= 0 || reference.total <= 0)
                return mixture.add(() => 0);
            const at = expected(margin, slice);
            return mixture.add((index) => {
                const over = expected(ratios[index], slice);
                return fresh.bad * Math.log(over / at) + reference.bad * Math.log((1 - over) / (1 - at));
            });
        },
    };
}
/** Evidence that the bad share of the new version is over a limit, whatever it was before. Exact for Bernoulli outcomes. */
function absoluteEvidence(limit, planned) {
    const at = Math.max(limit, LOWEST_SHARE);
    if (at >= HIGHEST_SHARE)
        return { add: () => 0 };
    const shares = sharesOver(at);
    const [ofBad, ofGood] = [shares.map((over) => Math.log(over / at)), shares.map((over) => Math.log((1 - over) / (1 - at)))];
    const mixture = new LateStart(SHARES, planned);
    return {
        add({ fresh: { total, bad } }) {
            const good = Math.max(0, total - bad);
            return mixture.add((index) => bad * ofBad[index] + good * ofGood[index]);
        },
    };
}
/**
 * Evidence that the new version is worse than before by more than a margin, and that this matters: the smaller of the
 * two. "Not worse, or too little to matter" is the union of what the two deny, so the smaller one keeps the bound alone.
 */
function worseThan({ margin, floor }, planned) {
    const relative = relativeEvidence(margin, planned);
    const absolute = absoluteEvidence(floor, planned);
    return { add: (slice) => Math.min(relative.add(slice), absolute.add(slice)) };
}

;// CONCATENATED MODULE: ../detector/lib/count.js
/** Nothing counted. */
const NOTHING = { total: 0, bad: 0 };
/** Two counts together. */
function plus(a, b) {
    return { total: a.total + b.total, bad: a.bad + b.bad };
}
/** All counts together. */
function totalOf(counts) {
    return counts.reduce(plus, NOTHING);
}
/** The share that is bad; 0 when nothing was counted. */
function shareOf({ total, bad }) {
    return total > 0 ? bad / total : 0;
}
/**
 * Cuts a history into as many parts as a watch has looks, so that each look has its own part to be compared with.
 *
 * Which part that is depends on nothing that is seen in the watch, and must not: else the bound on false alarms is gone.
 */
function paired(history, looks) {
    return Array.from({ length: looks }, (_, look) => totalOf(history.slice(Math.floor((look * history.length) / looks), Math.floor(((look + 1) * history.length) / looks))));
}

;// CONCATENATED MODULE: ../rollout/lib/counter.js
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

;// CONCATENATED MODULE: ../detector/lib/dispersion.js

/** Fewer blocks than this say nothing about how they vary. */
const FEWEST_BLOCKS = 15;
function blocksOf(history, length) {
    return Array.from({ length: Math.floor(history.length / length) }, (_, index) => totalOf(history.slice(index * length, (index + 1) * length)));
}
/** Pearson's chi-square of the bad ones given the totals, by its degrees of freedom. */
function chiSquareByFreedom(blocks, share) {
    const filled = blocks.filter(({ total }) => total > 0);
    const square = filled.reduce((sum, { total, bad }) => sum + (bad - total * share) ** 2 / (total * share * (1 - share)), 0);
    return square / (filled.length - 1);
}
/**
 * By how much the bad ones vary more than chance alone would have it: the largest over blocks of 1, 2, 4, 8 … slices, at
 * least 1. Trouble that lasts a minute is not seen between slices of seconds, hence the several lengths.
 *
 * Dividing the log of the evidence by it is a quasi-likelihood repair; the bound on false alarms is then measured, not
 * proved.
 */
function dispersion(history) {
    const share = shareOf(totalOf(history));
    if (share <= 0 || share >= 1)
        return 1;
    let largest = 1;
    for (let length = 1; history.length / length >= FEWEST_BLOCKS; length *= 2) {
        const value = chiSquareByFreedom(blocksOf(history, length), share);
        if (Number.isFinite(value))
            largest = Math.max(largest, value);
    }
    return largest;
}

;// CONCATENATED MODULE: ../rollout/lib/watch-past.js


/** A shorter past says nothing of how restless errors are. */
const FEWEST_SLICES = 30;
const FEWEST_REQUESTS = 200;
/** What the old version served, by slice. */
function served(samples, policy, fromMs, count) {
    const slices = Array.from({ length: count }, () => ({ total: 0, bad: 0 }));
    const bornAfterMs = samples.leftEdgeMs + 2 * policy.intervalMs;
    for (const each of samples.series.filter(({ version }) => version === 'old')) {
        for (const [atMs, rise] of risesOf(each, bornAfterMs)) {
            const slice = slices[Math.floor((atMs - fromMs) / policy.intervalMs)];
            if (slice !== undefined && each.request)
                slice.total += rise;
            if (slice !== undefined && each.error)
                slice.bad += rise;
        }
    }
    return slices;
}
/**
 * The past that a release is compared with; undefined where there is too little of it.
 *
 * It ends where the watch begins, and so holds the rollout as well: old pods that are being stopped fail no more requests
 * than others, or that should be known before the next release.
 */
function pastOf(samples, policy, historyMs) {
    const fromMs = Math.max(samples.leftEdgeMs, samples.startedMs - historyMs);
    const count = Math.floor((samples.startedMs - fromMs) / policy.intervalMs);
    const slices = served(samples, policy, fromMs, Math.max(0, count)).filter(({ total }) => total > 0);
    if (slices.length < FEWEST_SLICES || totalOf(slices).total < FEWEST_REQUESTS)
        return undefined;
    return { slices, dispersion: dispersion(slices) };
}

;// CONCATENATED MODULE: ../rollout/lib/watch-verdict.js



const percent = (value) => `${(value * 100).toFixed(value < 0.1 ? 2 : 1)} %`;
/** Scrapes may come late by this many intervals before what they would show counts as unseen. */
const LATE_INTERVALS = 4;
const LATE_MS_MIN = 60_000;
/** Of fewer new pods, one is too large a part to be an exception. */
const FEWEST_PODS = 3;
/** The moments at which the watch looks, up to now. */
function lookTimes({ startedMs, nowMs }, { intervalMs, durationMs }) {
    const count = Math.min(Math.floor((nowMs - startedMs) / intervalMs), Math.ceil(durationMs / intervalMs));
    return [...Array.from({ length: Math.max(0, count) }, (_, index) => startedMs + (index + 1) * intervalMs), nowMs];
}
/** The tally of one version up to a moment. */
function tallyOf(samples, policy, version, untilMs) {
    const bornAfterMs = samples.leftEdgeMs + 2 * policy.intervalMs;
    const own = samples.series.filter((series) => series.version === version);
    return tally(own, { bornAfterMs, untilMs });
}
function lastSeenMs({ series }) {
    const times = series.filter(({ version }) => version === 'new').flatMap(({ points }) => points.at(-1)?.[0] ?? []);
    return times.length === 0 ? undefined : Math.max(...times);
}
function ending(samples, policy, fresh) {
    const seenMs = lastSeenMs(samples);
    const [rate, limit] = [percent(errorRate(fresh)), percent(policy.errorRateMax)];
    if (seenMs === undefined)
        return { state: 'blind', why: 'Prometheus has no samples of the new pods' };
    const unseenMs = samples.nowMs - seenMs;
    if (unseenMs > Math.max(LATE_INTERVALS * policy.intervalMs, LATE_MS_MIN)) {
        return { state: 'blind', why: `Nothing was seen of the new pods in the last ${Math.round(unseenMs / 1000)} s of the watch` };
    }
    const [errors, requests] = [Math.round(fresh.errors), Math.round(fresh.requests)];
    if (requests < policy.minRequests) {
        return {
            state: 'tooLittleTraffic',
            why: `Only ${requests} requests were seen, and ${policy.minRequests} are needed to judge`,
        };
    }
    if (errorRate(fresh) > policy.errorRateMax) {
        const why = `${rate} of ${requests} requests failed, which is over ${limit}, but so few that it may be chance`;
        return { state: 'tooLittleTraffic', why };
    }
    return { state: 'healthy', why: `${errors} of ${requests} requests failed (${rate}), within ${limit}` };
}
/** What each look saw of the new version since the one before. */
function slicesOf(looks) {
    return looks.map((look, index) => {
        const { requests, errors } = between(look, looks[index - 1] ?? { requests: 0, errors: 0 });
        return { total: requests, bad: errors };
    });
}
const plannedLooks = ({ durationMs, intervalMs }) => Math.ceil(durationMs / intervalMs) + 1;
/** The log of the evidence that the share of errors is over the limit. */
function overLimit(slices, policy) {
    const evidence = absoluteEvidence(policy.errorRateMax, plannedLooks(policy));
    return slices.reduce((_, fresh) => evidence.add({ fresh, reference: NOTHING }), 0);
}
/** The log of the evidence that errors are more frequent than before, by more than the past's own unrest explains. */
function worseThanBefore(slices, past, policy, { margin, floor }) {
    const planned = plannedLooks(policy);
    const evidence = worseThan({ margin, floor }, planned);
    const reference = paired(past.slices, planned);
    const log = slices.reduce((_, fresh, look) => evidence.add({ fresh, reference: reference[look] ?? NOTHING }), 0);
    return log / past.dispersion;
}
/** The stronger of the two evidences. The promise is shared between them where there are two, and decided on before the watch. */
function strongest(slices, past, policy) {
    const { comparison, falseRollbackMax } = policy;
    const absolute = overLimit(slices, policy);
    if (past === undefined || comparison === undefined) {
        return { log: absolute, needed: Math.log(1 / falseRollbackMax), reason: 'overLimit' };
    }
    const needed = Math.log(2 / falseRollbackMax);
    const relative = worseThanBefore(slices, past, policy, comparison);
    return relative > absolute
        ? { log: relative, needed, reason: 'worseThanBefore' }
        : { log: absolute, needed, reason: 'overLimit' };
}
/** The samples without the new pod that failed most, where there are enough others to judge by. */
function withoutWorstPod(samples) {
    const fresh = samples.series.filter(({ version }) => version === 'new');
    const errors = new Map(fresh.map(({ pod }) => [pod, 0]));
    const window = { bornAfterMs: samples.leftEdgeMs, untilMs: samples.nowMs };
    for (const each of fresh)
        if (each.error)
            errors.set(each.pod, (errors.get(each.pod) ?? 0) + increase(each, window));
    const [worst] = [...errors].sort((a, b) => b[1] - a[1])[0] ?? [];
    if (errors.size < FEWEST_PODS || worst === undefined)
        return undefined;
    return { ...samples, series: samples.series.filter(({ version, pod }) => version === 'old' || pod !== worst) };
}
/** Whether what speaks against the release is the work of one pod: a bad node, say, which another release would meet as well. */
function isOnePod(samples, past, policy) {
    if (policy.onePodCounts === true)
        return false;
    const others = withoutWorstPod(samples);
    if (others === undefined)
        return false;
    const looks = lookTimes(others, policy).map((untilMs) => tallyOf(others, policy, 'new', untilMs));
    const { log, needed } = strongest(slicesOf(looks), past, policy);
    return log < needed;
}
function regression(fresh, past, policy, reason) {
    const [errors, requests, rate] = [Math.round(fresh.errors), Math.round(fresh.requests), percent(errorRate(fresh))];
    const failed = `${errors} of ${requests} requests failed (${rate})`;
    if (reason === 'overLimit' || past === undefined)
        return `${failed}, over ${percent(policy.errorRateMax)} beyond chance`;
    const before = totalOf(past.slices);
    return `${failed}, and of the version before ${percent(shareOf(before))} of ${Math.round(before.total)}: worse beyond chance`;
}
/**
 * Judges a watch: a pure function of its policy and samples, so that anyone can come to the same verdict again.
 *
 * It may be asked at every look: `regressed` is said as soon as the evidence is enough, and the promise on false alarms
 * holds for all looks together: exactly for the limit and independent requests; beside the version before as far as its past
 * tells how restless errors are.
 */
function judgeWatch(samples, policy) {
    const looks = lookTimes(samples, policy).map((untilMs) => tallyOf(samples, policy, 'new', untilMs));
    const fresh = looks.at(-1) ?? { requests: 0, errors: 0 };
    const past = policy.comparison && pastOf(samples, policy, policy.comparison.historyMs);
    const { log, needed, reason } = strongest(slicesOf(looks), past, policy);
    const odds = (value) => Math.exp(Math.min(value, 700));
    const figures = {
        ...{ fresh, old: tallyOf(samples, policy, 'old', samples.nowMs), evidence: odds(log), needed: odds(needed) },
        ...(past && { dispersion: past.dispersion }),
    };
    const enough = log >= needed && fresh.requests >= policy.minRequests;
    const onePod = enough && isOnePod(samples, past, policy);
    const why = regression(fresh, past, policy, reason);
    if (enough && !onePod)
        return { state: 'regressed', why, reason, ...figures };
    if (samples.nowMs - samples.startedMs < policy.durationMs)
        return { state: 'watching', why: 'The watch goes on', ...figures };
    if (onePod)
        return { state: 'oneBadPod', why: `${why}; but almost all of it on one pod`, reason, ...figures };
    return { ...ending(samples, policy, fresh), ...figures };
}

// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
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
        marks: [
            { x: 0, label: 'watch begins' },
            { x: Math.round((samples.nowMs - samples.startedMs) / 1000), label: decided },
        ],
        limit: { y: limit, label: `limit ${limit} %` },
    });
}

// EXTERNAL MODULE: ../rollout/lib/view.js
var view = __webpack_require__(44083);
// EXTERNAL MODULE: ../rollout/lib/cause.js
var cause = __webpack_require__(75003);
// EXTERNAL MODULE: ../rollout/lib/verdict.js + 3 modules
var lib_verdict = __webpack_require__(30897);
// EXTERNAL MODULE: ../rollout/lib/wait.js + 1 modules
var wait = __webpack_require__(21552);
;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/prometheus.js

const TIMEOUT_MS = 10_000;
function parseAnswer(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return { status: 'error', error: text.slice(0, 200) };
    }
}
function prometheus_failure(status, error) {
    const message = `Prometheus answered ${status}: ${error ?? 'no reason given'}.`;
    const denied = status === 401 || status === 403;
    const code = denied ? 'PROMETHEUS_DENIED' : status === 400 || status === 422 ? 'PROMETHEUS_QUERY' : 'PROMETHEUS_FAILED';
    const remedy = denied ? 'Check "prometheus-token".' : 'Check "prometheus-url" and the query inputs.';
    return new failure/* Failure */.H({ code, message, remedy });
}
/** Prometheus over its HTTP API. */
function prometheus(http, address) {
    const base = address.url.replace(/\/+$/, '');
    return {
        read: async (selector, seconds) => {
            // A range selector gives the samples as they were scraped; a function over it would lose a new series' first ones.
            const query = new URLSearchParams({ query: `${selector}[${Math.ceil(seconds)}s]` }).toString();
            const response = await http.fetch({
                method: 'POST',
                url: `${base}/api/v1/query`,
                headers: {
                    'content-type': 'application/x-www-form-urlencoded',
                    ...(address.token !== undefined && { authorization: `Bearer ${address.token}` }),
                },
                body: query,
                timeoutMs: TIMEOUT_MS,
                signal: address.signal,
            });
            const answer = parseAnswer(await response.text());
            if (response.status !== 200 || answer.status !== 'success')
                throw prometheus_failure(response.status, answer.error);
            const date = Date.parse(response.headers['date'] ?? '');
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

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/selector.js
function podPattern({ fresh, old }) {
    return `(${[...fresh, ...old].join('|')})-[a-z0-9]+`;
}
function withPods(selector, matcher) {
    const [, name = '', inner = ''] = /^([^{]*)(?:\{(.*)\})?$/s.exec(selector) ?? [];
    const matchers = [inner.trim().replace(/,$/, ''), matcher].filter((part) => part !== '');
    return `${name}{${matchers.join(',')}}`;
}
/** The questions whose answers hold the requests and errors of both versions. */
function questions(inputs, versions) {
    const matcher = `${inputs.podLabel}=~"${podPattern(versions)}"`;
    if (inputs.queryTotal === undefined || inputs.queryErrors === undefined) {
        const outcome = { label: inputs.codeLabel, errors: new RegExp(`^(?:${inputs.errorCodes})$`) };
        return [{ selector: withPods(inputs.metric, matcher), outcome }];
    }
    return [
        { selector: withPods(inputs.queryTotal, matcher), outcome: 'all' },
        { selector: withPods(inputs.queryErrors, matcher), outcome: 'errors' },
    ];
}
function versionOf(pod, { fresh, old }) {
    const set = pod.slice(0, pod.lastIndexOf('-'));
    if (fresh.includes(set))
        return 'new';
    return old.includes(set) ? 'old' : undefined;
}
/** A series as a counter of one version; undefined when its pod belongs to neither. */
function counterOf({ labels, points }, { outcome }, podLabel, versions) {
    const pod = labels[podLabel] ?? '';
    const version = versionOf(pod, versions);
    if (version === undefined)
        return undefined;
    if (typeof outcome === 'string')
        return { version, pod, request: outcome === 'all', error: outcome === 'errors', points };
    return { version, pod, request: true, error: outcome.errors.test(labels[outcome.label] ?? ''), points };
}

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/sampler.js


/** Labels that tell apart copies of one series: counted twice they would make us twice as sure. */
const COPY_LABELS = new Set(['job', 'replica', 'prometheus', 'prometheus_replica', 'cluster_replica']);
/** How far back a later reading overlaps what was read before, for scrapes that arrive late. */
const OVERLAP_SECONDS = 60;
function identity({ labels }, question, copies) {
    const kept = Object.entries(labels).filter(([name]) => copies || !COPY_LABELS.has(name));
    return `${question.selector} ${JSON.stringify(kept.sort(([a], [b]) => (a < b ? -1 : 1)))}`;
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
    /** Reads once. A question that is wrong is a Failure; a server that is away is a look with a problem. */
    async read(nowMs, lookbackMs) {
        const sinceMs = this.#lastReadMs === undefined ? lookbackMs : nowMs - this.#lastReadMs + OVERLAP_SECONDS * 1000;
        try {
            for (const question of questions(this.#inputs, this.#versions)) {
                const reading = await this.#source.read(question.selector, sinceMs / 1000);
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
        const counter = counterOf(raw, question, this.#inputs.podLabel, this.#versions);
        if (counter === undefined)
            return;
        this.#copies.set(key, whole);
        this.#series.set(key, { ...counter, points: merged(this.#series.get(key)?.points ?? [], counter.points) });
    }
}

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/watch.js




const LOOKBACK_MS_MIN = 300_000;
/** How much of the version before is compared with. */
const HISTORY_MS = 1_800_000;
/** The policy that the inputs state. */
function policyOf(inputs) {
    return {
        durationMs: inputs.duration,
        intervalMs: inputs.interval,
        errorRateMax: inputs.errorRateMax,
        minRequests: inputs.minRequests,
        falseRollbackMax: inputs.falseRollbackMax,
        onePodCounts: inputs.onOneBadPod === 'rollback',
        ...(inputs.compare === 'before' && {
            comparison: { historyMs: HISTORY_MS, margin: inputs.riseMax, floor: inputs.riseFloor },
        }),
    };
}
function viewsOf({ targets }, views) {
    return targets.flatMap((target) => views.of(target) ?? []);
}
/** The ReplicaSets of the new version and of the one right before it. */
function versionsOf(views) {
    const fresh = views.flatMap(({ workload, replicaSets }) => (0,view/* newReplicaSet */.Vs)(workload, replicaSets)?.metadata.name ?? []);
    const old = views.flatMap(({ workload, replicaSets }) => {
        const others = (0,view/* replicaSetsOf */.Ls)(workload, replicaSets).filter(({ metadata }) => !fresh.includes(metadata.name));
        return others[0]?.metadata.name ?? [];
    });
    return { fresh, old };
}
/** Looks at the new pods themselves; registry, capacity and platform are no fault of a release that ran already. */
class PodWatch {
    #sightings = new Map();
    look(views, nowMs) {
        for (const view of views) {
            this.#sightings = new Map([...this.#sightings, ...(0,cause/* sight */.W)(this.#sightings, (0,lib_verdict/* signalsOf */.B7)(view), nowMs)]);
            const moment = { nowMs, elapsedMs: 0, deadlineMs: Number.POSITIVE_INFINITY, sightings: this.#sightings };
            const verdict = (0,lib_verdict/* judgeRollout */.VY)(view, moment);
            if (verdict.state === 'failed' && ['app', 'config'].includes(verdict.cause.class))
                return { cause: verdict.cause, view };
        }
        return undefined;
    }
}
async function readUnlessCancelled(sampler, nowMs, lookbackMs, cancelled) {
    try {
        await sampler.read(nowMs, lookbackMs);
    }
    catch (error) {
        if (!cancelled.aborted)
            throw error;
    }
}
async function watchLoop(scene, ports, views) {
    const { inputs } = scene;
    const policy = policyOf(inputs);
    const versions = versionsOf(viewsOf(scene, views));
    const address = { url: inputs.prometheusUrl, token: inputs.prometheusToken?.reveal(), signal: ports.cancelled };
    const source = prometheus(ports.http, address);
    const sampler = new Sampler(source, inputs, versions);
    const pods = new PodWatch();
    const lookbackMs = Math.max(LOOKBACK_MS_MIN, inputs.duration, policy.comparison?.historyMs ?? 0);
    const startedMs = ports.clock.now();
    await readUnlessCancelled(sampler, startedMs, lookbackMs, ports.cancelled);
    for (;;) {
        const cancelled = await ports.clock.sleep(inputs.interval, ports.cancelled).then(() => false, () => true);
        const nowMs = ports.clock.now();
        if (!cancelled)
            await readUnlessCancelled(sampler, nowMs, lookbackMs, ports.cancelled);
        const current = viewsOf(scene, views);
        const { skewMs, series, looks } = sampler;
        // From here on all times are those of the server that keeps the samples.
        const started = startedMs + skewMs;
        const samples = { startedMs: started, leftEdgeMs: started - lookbackMs, nowMs: nowMs + skewMs, series };
        const seen = { verdict: judgeWatch(samples, policy), samples, looks, ...(current[0] && { view: current[0] }) };
        const superseded = views.lost() === undefined && versionsOf(current).fresh.some((name) => !versions.fresh.includes(name));
        if (ports.cancelled.aborted)
            return { ...seen, end: 'cancelled' };
        if (superseded)
            return { ...seen, end: 'superseded' };
        const trouble = views.lost() === undefined ? pods.look(current, nowMs) : undefined;
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
        return await watchLoop(scene, ports, views);
    }
    finally {
        ended.abort();
    }
}

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/samples-file.js

/** The format of the document; it changes with its meaning. */
const SCHEMA = 'slipway.samples/v1';
/** The samples of a watch as a document from which its verdict can be come to again; its format is in the README. */
function samplesDocument({ inputs, release, good }, { samples, looks, verdict }) {
    const known = (each) => each && { id: each.id, image: each.image, commit: each.commit };
    const document = {
        schema: SCHEMA,
        service: inputs.service,
        namespace: inputs.namespace,
        release: known(release),
        reference: known(good),
        policy: policyOf(inputs),
        verdict: {
            state: verdict.state,
            why: verdict.why,
            new: verdict.fresh,
            old: verdict.old,
            evidence: verdict.evidence,
            needed: verdict.needed,
        },
        startedMs: samples.startedMs,
        leftEdgeMs: samples.leftEdgeMs,
        nowMs: samples.nowMs,
        looks,
        series: samples.series,
    };
    return `${JSON.stringify(document, null, 1)}\n`;
}

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/replay.js





const isFields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTime = (value) => typeof value === 'number' && Number.isFinite(value);
function malformed(file, problems) {
    const remedy = 'Give a file that watch-and-rollback wrote with "samples-out", unchanged.';
    return new failure/* Failure */.H(problems.map((message) => ({ code: 'SAMPLES_MALFORMED', message, remedy, location: { file } })));
}
function isSeries(value) {
    if (!isFields(value) || !Array.isArray(value['points']))
        return false;
    const { version, pod, request, error, points } = value;
    const named = (version === 'new' || version === 'old') && typeof pod === 'string';
    const typed = typeof request === 'boolean' && typeof error === 'boolean';
    return named && typed && points.every((point) => Array.isArray(point) && point.length === 2 && point.every(isTime));
}
function problemsOf(document) {
    const { schema, policy, series } = document;
    const numbers = ['durationMs', 'intervalMs', 'errorRateMax', 'minRequests', 'falseRollbackMax'];
    const known = isFields(policy) && numbers.every((name) => isTime(policy[name]));
    return [
        ...(schema === SCHEMA ? [] : [`The file has the schema ${JSON.stringify(schema)}; expected ${SCHEMA}.`]),
        ...(known ? [] : [`Its "policy" does not hold the numbers ${numbers.join(', ')}.`]),
        ...['startedMs', 'leftEdgeMs', 'nowMs'].filter((name) => !isTime(document[name])).map((name) => `Its "${name}" is no time.`),
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
    const { startedMs, leftEdgeMs, nowMs, series } = document;
    const { id } = isFields(document['release']) ? document['release'] : {};
    const { state } = isFields(document['verdict']) ? document['verdict'] : {};
    return {
        service: String(document['service'] ?? 'the service'),
        release: String(id ?? '-'),
        policy: document['policy'],
        samples: { startedMs, leftEdgeMs, nowMs, series },
        state: String(state ?? 'unknown'),
    };
}
const VERDICTS = {
    healthy: 'pass',
    regressed: 'fail',
    watching: 'inconclusive',
    oneBadPod: 'inconclusive',
    blind: 'inconclusive',
    tooLittleTraffic: 'inconclusive',
};
const DECISIONS = {
    healthy: 'healthy',
    regressed: 'regressed',
    watching: 'cancelled',
    oneBadPod: 'one-bad-pod',
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
            rolledBackTo: undefined,
            cause: undefined,
        },
        summary: [
            (0,block/* paragraph */.FY)([{ bold: DECISIONS[verdict.state] }, `: ${verdict.why}.`]),
            rateChart(recorded.samples, recorded.policy, DECISIONS[verdict.state]),
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
    return deed.kind === 'rolled-back' || deed.kind === 'rollback-failed' ? deed.kind : decision.kind;
}
function verdictOf({ scene, decision, performed }) {
    if (decision.kind === 'regressed')
        return 'fail';
    if (decision.kind === 'healthy')
        return performed.deed.kind === 'promoted' ? 'pass' : 'inconclusive';
    return performed.deed.kind === 'promoted' && scene.inputs.onInconclusive === 'pass' ? 'pass' : 'inconclusive';
}
function deedText({ performed: { deed } }) {
    switch (deed.kind) {
        case 'rolled-back':
            return `rolled back to release ${deed.release.id}, ready after ${seconds(deed.elapsedMs)}`;
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
    if (decision.kind === 'regressed')
        return `${name} regressed: ${decision.cause.message}; ${deedText(story)}.`;
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
/** How long the release served, from its record to the end of what was done, and what share of its requests failed. */
function costText({ scene, watched: { verdict }, performed }) {
    const servedMs = performed.atMs - Date.parse(scene.release.at);
    return `Release ${scene.release.id} served for ${seconds(servedMs)}; ${report_percent(verdict.fresh)} of its requests failed.`;
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
        release: String(scene.release.id),
        rolledBackTo: performed.deed.kind === 'rolled-back' ? String(performed.deed.release.id) : undefined,
        cause: decision.kind === 'regressed' ? `${decision.cause.class}/${decision.cause.reason}` : undefined,
    };
}
function annotationsOf(story) {
    if (story.decision.kind !== 'regressed')
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
    const { scene, watched, decision } = story;
    const regressed = decision.kind === 'regressed';
    const why = regressed ? decision.cause.message : decision.kind === 'healthy' ? watched.verdict.why : decision.why;
    return {
        verdict: verdictOf(story),
        headline: headlineOf(story),
        outputs: outputsOf(story),
        annotations: annotationsOf(story),
        summary: [
            (0,block/* paragraph */.FY)([{ bold: decisionName(story) }, `: ${why}.`]),
            rateChart(watched.samples, policyOf(scene.inputs), decisionName(story)),
            versionsTable(story),
            ...(regressed ? [(0,block/* paragraph */.FY)([costText(story)])] : []),
            ...evidenceBlocks(story),
        ],
        data: dataOf(story),
    };
}

// EXTERNAL MODULE: ../cluster-login/lib/connect.js + 7 modules
var connect = __webpack_require__(45595);
// EXTERNAL MODULE: ../kubernetes/lib/image.js
var lib_image = __webpack_require__(89526);
// EXTERNAL MODULE: ../kubernetes/lib/missing-right.js
var missing_right = __webpack_require__(85800);
// EXTERNAL MODULE: ../kubernetes/lib/client.js + 3 modules
var lib_client = __webpack_require__(41807);
// EXTERNAL MODULE: ../rollout/lib/redact.js
var redact = __webpack_require__(33027);
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
/** Reads the record and finds what is to be watched. */
async function gather(inputs, ports, { environment }) {
    const connection = await (0,connect/* connectCluster */.b)(inputs, { ...ports, environment });
    const { http, clock } = ports;
    const [client, parting] = [(0,lib_client/* kubernetes */.p)(connection, ports), (0,lib_client/* kubernetes */.p)(connection, { http, clock, hasty: true })];
    (0,failure/* failWhen */.x)(await lockProblems(client, inputs));
    const ledgers = (0,ledger_store/* ledgerStore */.N)(client, inputs);
    const ledger = await ledgers.read();
    const release = checkState((0,lib_release/* currentRelease */.BX)(ledger), inputs);
    const secrets = (0,redact/* secretValues */.V)(ledger.releases.flatMap(({ objects }) => objects));
    for (const value of secrets)
        ports.log.mask(value);
    const good = (0,lib_release/* lastGood */.mC)(ledger, release.id);
    return { inputs, client, parting, ledgers, release, good, targets: targetsOf(release), redact: (0,redact/* redactor */.$)(secrets) };
}

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/run.js







async function watchRelease(inputs, ports, context) {
    const scene = await gather(inputs, ports, context);
    ports.log.info(`Watching release ${scene.release.id} (${scene.release.image}) for ${inputs.duration / 1000} s.`);
    const watched = await watch(scene, ports);
    const decision = decide(watched);
    // The samples are written first: whatever happens to the rollback, the verdict can be come to again.
    if (inputs.samplesOut !== undefined)
        await ports.files.write(inputs.samplesOut, samplesDocument(scene, watched));
    const performed = await perform(scene, watched, decision, ports, context);
    return report({ scene, watched, decision, performed });
}
/** Watches a release: reads the record, looks until something is decided, does it once, and tells; or judges an earlier watch again. */
const run = async (inputs, ports, context) => inputs.mode === 'replay' ? replay(inputs, ports) : watchRelease(inputs, ports, context);

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/index.js




/***/ }),

/***/ 6496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ chart)
});

;// CONCATENATED MODULE: ../summary/lib/mermaid.js
/** Mermaid crowds its axis beyond this many points. */
const MOST_POINTS = 20;
/** Mermaid's own colours are too pale to tell lines apart, and it draws no legend: colours are set, and named below. */
const COLOURS = [
    ['#0969da', 'blue'],
    ['#cf222e', 'red'],
    ['#8250df', 'purple'],
    ['#1a7f37', 'green'],
    ['#9a6700', 'brown'],
];
const LIMIT_COLOUR = ['#bc4c00', 'orange'];
const quote = (text) => `"${text.replaceAll('"', "'").replaceAll('\n', ' ')}"`;
const figure = (value) => String(Number(value.toFixed(3)));
function thinned(xs) {
    const step = Math.ceil(xs.length / MOST_POINTS);
    return xs.filter((_, index) => index % step === 0 || index === xs.length - 1);
}
/** A series' value at x: that of its last point up to there, for Mermaid wants one value of each series at each x. */
function valueAt(series, x) {
    return series.points.findLast((point) => point.x <= x)?.y ?? series.points[0]?.y ?? 0;
}
function linesOf(chart) {
    const lines = chart.series.map((series, index) => {
        const [colour, word] = COLOURS[index % COLOURS.length] ?? COLOURS[0];
        return { ...series, colour, word };
    });
    const [colour, word] = LIMIT_COLOUR;
    return chart.limit === undefined
        ? lines
        : [...lines, { name: chart.limit.label, points: [{ x: 0, y: chart.limit.y }], colour, word }];
}
/** What the colours and the marks of the Mermaid chart mean, in one line. */
function renderLegend(chart) {
    const names = linesOf(chart).map(({ name, word }) => `${word}: ${name}`);
    const marks = (chart.marks ?? []).map(({ x, label }) => `${label} at ${figure(x)}`);
    return [...names, ...marks].join(' · ');
}
/** The chart as a Mermaid `xychart-beta`, which GitHub draws in a job summary. */
function renderMermaid(chart) {
    const xs = thinned([...new Set(chart.series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b));
    const lines = linesOf(chart);
    const top = Math.max(...lines.flatMap(({ points }) => points.map(({ y }) => y)), 1e-9);
    const palette = lines.map(({ colour }) => colour).join(', ');
    return [
        `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "${palette}"}}}}%%`,
        'xychart-beta',
        `  title ${quote(chart.title)}`,
        `  x-axis ${quote(chart.xLabel)} [${xs.map(figure).join(', ')}]`,
        `  y-axis ${quote(chart.yLabel)} 0 --> ${figure(top * 1.1)}`,
        ...lines.map((series) => `  line [${xs.map((x) => figure(valueAt(series, x))).join(', ')}]`),
    ].join('\n');
}

// EXTERNAL MODULE: ../../node_modules/d3-scale/src/linear.js + 9 modules
var linear = __webpack_require__(43188);
// EXTERNAL MODULE: ../../node_modules/d3-shape/src/line.js + 6 modules
var line = __webpack_require__(55243);
// EXTERNAL MODULE: ../summary/lib/escape.js
var lib_escape = __webpack_require__(64378);
;// CONCATENATED MODULE: ../summary/lib/svg.js



const SIZE = { width: 760, height: 300, left: 64, right: 24, top: 44, bottom: 64 };
const svg_COLOURS = ['#0969da', '#cf222e', '#8250df', '#1a7f37', '#9a6700'];
const svg_LIMIT_COLOUR = '#bc4c00';
function scalesOf(chart) {
    const points = chart.series.flatMap((series) => series.points);
    const xs = [...points.map(({ x }) => x), ...(chart.marks ?? []).map(({ x }) => x)];
    const top = Math.max(...points.map(({ y }) => y), (chart.limit?.y ?? 0) * 1.2, 1e-9);
    const x = (0,linear/* default */.A)([Math.min(...xs, 0), Math.max(...xs, 1)], [SIZE.left, SIZE.width - SIZE.right]);
    const y = (0,linear/* default */.A)([0, top], [SIZE.height - SIZE.bottom, SIZE.top]).nice(5);
    return { x, y, xTicks: x.ticks(8), yTicks: y.ticks(5) };
}
function svg_text(x, y, value, extra = '') {
    return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${extra}>${(0,lib_escape/* escapeHtml */.Z)(value)}</text>`;
}
function axes(chart, scales) {
    const bottom = SIZE.height - SIZE.bottom;
    const horizontal = scales.yTicks.map((tick) => {
        const at = scales.y(tick).toFixed(1);
        const grid = `<line x1="${SIZE.left}" x2="${SIZE.width - SIZE.right}" y1="${at}" y2="${at}" stroke="#d1d9e0"/>`;
        return grid + svg_text(SIZE.left - 8, scales.y(tick) + 4, String(tick), 'text-anchor="end"');
    });
    const vertical = scales.xTicks.map((tick) => svg_text(scales.x(tick), bottom + 18, String(tick), 'text-anchor="middle"'));
    const labels = svg_text((SIZE.left + SIZE.width) / 2, bottom + 36, chart.xLabel, 'text-anchor="middle"') + svg_text(8, SIZE.top - 10, chart.yLabel);
    return [...horizontal, ...vertical, labels].join('');
}
function limitLine(chart, scales) {
    if (chart.limit === undefined)
        return '';
    const at = scales.y(chart.limit.y);
    const stroke = `stroke="${svg_LIMIT_COLOUR}" stroke-dasharray="6 4"`;
    return `<line x1="${SIZE.left}" x2="${SIZE.width - SIZE.right}" y1="${at.toFixed(1)}" y2="${at.toFixed(1)}" ${stroke}/>${svg_text(SIZE.width - SIZE.right, at - 5, chart.limit.label, `text-anchor="end" fill="${svg_LIMIT_COLOUR}"`)}`;
}
function markLines(chart, scales) {
    return (chart.marks ?? [])
        .map(({ x, label }, index) => {
        const at = scales.x(x);
        const anchor = at > SIZE.width * 0.75 ? 'end' : 'start';
        const labelX = anchor === 'end' ? at - 5 : at + 5;
        return `<line x1="${at.toFixed(1)}" x2="${at.toFixed(1)}" y1="${SIZE.top}" y2="${SIZE.height - SIZE.bottom}" stroke="#59636e" stroke-dasharray="2 3"/>${svg_text(labelX, SIZE.top + 12 + index * 15, label, `text-anchor="${anchor}"`)}`;
    })
        .join('');
}
/** The chart as an SVG image of its own, with a title for screen readers. */
function renderSvg(chart) {
    const scales = scalesOf(chart);
    const path = (0,line/* default */.A)((point) => scales.x(point.x), (point) => scales.y(point.y));
    const lines = chart.series.map((series, index) => {
        const colour = svg_COLOURS[index % svg_COLOURS.length] ?? '#000';
        const legendX = SIZE.left + index * 220;
        const dots = series.points.map((point) => `<circle cx="${scales.x(point.x).toFixed(1)}" cy="${scales.y(point.y).toFixed(1)}" r="2" fill="${colour}"/>`);
        const legend = `<rect x="${legendX}" y="${SIZE.height - 18}" width="12" height="4" fill="${colour}"/>${svg_text(legendX + 18, SIZE.height - 12, series.name)}`;
        return `<path d="${path(series.points) ?? ''}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}${legend}`;
    });
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${SIZE.width} ${SIZE.height}" width="${SIZE.width}" height="${SIZE.height}" font-family="system-ui, sans-serif" font-size="12" fill="#1f2328">`,
        `<title>${(0,lib_escape/* escapeHtml */.Z)(chart.title)}</title>`,
        svg_text(SIZE.left, 18, chart.title, 'font-weight="600" font-size="14"'),
        axes(chart, scales),
        limitLine(chart, scales),
        ...lines,
        markLines(chart, scales),
        '</svg>',
    ].join('\n');
}

;// CONCATENATED MODULE: ../summary/lib/drawing.js


/**
 * A line chart, drawn for each place it is shown in. It is drawn here, not where blocks are rendered, so that a
 * bundle holds the drawing libraries only where a chart is made.
 */
const chart = (value) => ({
    kind: 'chart',
    svg: renderSvg(value),
    mermaid: renderMermaid(value),
    legend: renderLegend(value),
});


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
