export const id = 377;
export const ids = [377];
export const modules = {

/***/ 5377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* reexport */ action/* action */.X),
  run: () => (/* reexport */ run)
});

// EXTERNAL MODULE: ../../actions/watch-and-rollback/lib/action.js
var action = __webpack_require__(5906);
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
                cause: { class: 'app', reason: 'ErrorRate', message: verdict.why, ...(pod !== undefined && { pod }) },
            };
        }
        case 'healthy':
            return { kind: 'healthy' };
        case 'tooLittleTraffic':
            return { kind: 'inconclusive', reason: 'too-little-traffic', why: verdict.why };
        default: {
            const problem = looks.at(-1)?.problem;
            return { kind: 'inconclusive', reason: 'blind', why: problem === undefined ? verdict.why : `${verdict.why}; ${problem}` };
        }
    }
}

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(2393);
// EXTERNAL MODULE: ../rollout/lib/release.js
var lib_release = __webpack_require__(8533);
// EXTERNAL MODULE: ../rollout/lib/restore.js
var restore = __webpack_require__(6246);
// EXTERNAL MODULE: ../rollout/lib/evidence.js
var lib_evidence = __webpack_require__(519);
;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/perform.js


async function rollBack(scene, ports, why) {
    const { inputs, ledgers, release, good } = scene;
    const now = (0,lib_release/* currentRelease */.BX)(await ledgers.read());
    if (now?.id !== release.id) {
        return { kind: 'nothing', why: `release ${now?.id ?? '-'} has been deployed since, and it is not ours to undo` };
    }
    if (inputs.onRegression === 'report' || good === undefined) {
        await ledgers.update((ledger) => (0,lib_release/* withState */.Q2)(ledger, release.id, 'bad', why));
        if (inputs.onRegression === 'report')
            return { kind: 'nothing', why: 'on-regression is report' };
        return { kind: 'rollback-failed', why: 'no good release is recorded to go back to' };
    }
    const waits = {
        ...{ client: scene.client, clock: ports.clock, cancelled: ports.cancelled },
        progress: (line) => ports.log.info(line),
    };
    const restoration = { bad: release, good, why, namespace: inputs.namespace };
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
async function promote({ ledgers, release }) {
    if (release.state !== 'good')
        await ledgers.update((ledger) => (0,lib_release/* withState */.Q2)(ledger, release.id, 'good'));
    return { kind: 'promoted' };
}
async function deedOf(scene, decision, ports) {
    try {
        if (decision.kind === 'healthy')
            return await promote(scene);
        if (decision.kind === 'regressed') {
            const { cause } = decision;
            return await rollBack(scene, ports, scene.redact(`${cause.class}/${cause.reason}: ${cause.message}`));
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
async function perform(scene, watched, decision, ports) {
    const view = watched.trouble?.view ?? watched.view;
    const evidence = decision.kind === 'regressed' ? await (0,lib_evidence/* collectEvidence */.m)(scene.client, decision.cause, view, scene.redact) : undefined;
    const deed = await deedOf(scene, decision, ports);
    return { deed, ...(evidence && { evidence }), atMs: ports.clock.now() };
}

;// CONCATENATED MODULE: ../rollout/lib/counter.js
/**
 * By how much a counter rose up to a moment.
 *
 * A counter that is first seen well after the window's left edge was born in it and rose from zero; one that falls was
 * restarted and rose from zero again.
 */
function increase({ points }, window) {
    let sum = 0;
    let before;
    for (const [atMs, value] of points) {
        if (atMs > window.untilMs)
            break;
        if (before === undefined)
            sum += atMs > window.bornAfterMs ? value : 0;
        else
            sum += value >= before ? value - before : value;
        before = value;
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

// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(4408);
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
class late_start_LateStart {
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
    const mixture = new late_start_LateStart(SHARES, planned);
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

;// CONCATENATED MODULE: ../rollout/lib/watch-verdict.js


const percent = (value) => `${(value * 100).toFixed(value < 0.1 ? 2 : 1)} %`;
/** Scrapes may come late by this many intervals before what they would show counts as unseen. */
const LATE_INTERVALS = 4;
const LATE_MS_MIN = 60_000;
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
/** The log of the evidence after the last of some looks that the share of errors is over the limit. */
function evidenceOf(looks, { errorRateMax, durationMs, intervalMs }) {
    const evidence = absoluteEvidence(errorRateMax, Math.ceil(durationMs / intervalMs) + 1);
    let [log, before] = [0, { requests: 0, errors: 0 }];
    for (const look of looks) {
        const { requests, errors } = between(look, before);
        log = evidence.add({ fresh: { total: requests, bad: errors }, reference: NOTHING });
        before = look;
    }
    return log;
}
/**
 * Judges a watch: a pure function of its policy and samples, so that anyone can come to the same verdict again.
 *
 * It may be asked at every look: `regressed` is said as soon as the evidence is enough, and the promise on false alarms
 * holds for all looks together.
 */
function judgeWatch(samples, policy) {
    const looks = lookTimes(samples, policy).map((untilMs) => tallyOf(samples, policy, 'new', untilMs));
    const fresh = looks.at(-1) ?? { requests: 0, errors: 0 };
    const old = tallyOf(samples, policy, 'old', samples.nowMs);
    const log = evidenceOf(looks, policy);
    const figures = { fresh, old, evidence: Math.exp(Math.min(log, 700)) };
    if (log >= Math.log(1 / policy.falseRollbackMax) && fresh.requests >= policy.minRequests) {
        const rate = percent(errorRate(fresh));
        const [errors, requests] = [Math.round(fresh.errors), Math.round(fresh.requests)];
        const why = `${errors} of ${requests} requests failed (${rate}), over ${percent(policy.errorRateMax)} beyond chance`;
        return { state: 'regressed', why, ...figures };
    }
    if (samples.nowMs - samples.startedMs < policy.durationMs)
        return { state: 'watching', why: 'The watch goes on', ...figures };
    return { ...ending(samples, policy, fresh), ...figures };
}

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
var linear = __webpack_require__(3188);
// EXTERNAL MODULE: ../../node_modules/d3-shape/src/line.js + 6 modules
var line = __webpack_require__(5243);
// EXTERNAL MODULE: ../summary/lib/escape.js
var lib_escape = __webpack_require__(4378);
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
    return chart({
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
var view = __webpack_require__(4083);
// EXTERNAL MODULE: ../rollout/lib/cause.js
var cause = __webpack_require__(5003);
// EXTERNAL MODULE: ../rollout/lib/verdict.js + 3 modules
var lib_verdict = __webpack_require__(897);
// EXTERNAL MODULE: ../rollout/lib/wait.js + 1 modules
var wait = __webpack_require__(1552);
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
/** The policy that the inputs state. */
function policyOf(inputs) {
    return {
        durationMs: inputs.duration,
        intervalMs: inputs.interval,
        errorRateMax: inputs.errorRateMax,
        minRequests: inputs.minRequests,
        falseRollbackMax: inputs.falseRollbackMax,
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
    const lookbackMs = Math.max(LOOKBACK_MS_MIN, inputs.duration);
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

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/samples-file.js

/** The samples of a watch as a document from which its verdict can be come to again; its format is in the README. */
function samplesDocument({ inputs, release, good }, { samples, looks, verdict }) {
    const known = (each) => each && { id: each.id, image: each.image, commit: each.commit };
    const document = {
        schema: 'slipway.samples/v1',
        service: inputs.service,
        namespace: inputs.namespace,
        release: known(release),
        reference: known(good),
        policy: policyOf(inputs),
        verdict: { state: verdict.state, why: verdict.why, new: verdict.fresh, old: verdict.old, evidence: verdict.evidence },
        startedMs: samples.startedMs,
        leftEdgeMs: samples.leftEdgeMs,
        nowMs: samples.nowMs,
        looks,
        series: samples.series,
    };
    return `${JSON.stringify(document, null, 1)}\n`;
}

// EXTERNAL MODULE: ../kubernetes/lib/image.js
var lib_image = __webpack_require__(9526);
// EXTERNAL MODULE: ../kubernetes/lib/client.js + 3 modules
var lib_client = __webpack_require__(1807);
// EXTERNAL MODULE: ../kubernetes/lib/connection.js + 2 modules
var connection = __webpack_require__(3657);
// EXTERNAL MODULE: ../rollout/lib/ledger-store.js + 1 modules
var ledger_store = __webpack_require__(3178);
// EXTERNAL MODULE: ../rollout/lib/redact.js
var redact = __webpack_require__(3027);
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
/** Reads the record and finds what is to be watched. */
async function gather(inputs, ports) {
    const source = { text: inputs.kubeconfig?.reveal(), path: inputs.kubeconfigPath, context: inputs.context };
    const client = (0,lib_client/* kubernetes */.p)(await (0,connection/* connect */.N)(source, ports), ports);
    const ledgers = (0,ledger_store/* ledgerStore */.N)(client, inputs);
    const ledger = await ledgers.read();
    const release = checkState((0,lib_release/* currentRelease */.BX)(ledger), inputs);
    const secrets = (0,redact/* secretValues */.V)(ledger.releases.flatMap(({ objects }) => objects));
    for (const value of secrets)
        ports.log.mask(value);
    const good = (0,lib_release/* lastGood */.mC)(ledger, release.id);
    return { inputs, client, ledgers, release, good, targets: targetsOf(release), redact: (0,redact/* redactor */.$)(secrets) };
}

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/run.js






/** Watches a release: reads the record, looks until something is decided, does it once, and tells. */
const run = async (inputs, ports) => {
    const scene = await gather(inputs, ports);
    ports.log.info(`Watching release ${scene.release.id} (${scene.release.image}) for ${inputs.duration / 1000} s.`);
    const watched = await watch(scene, ports);
    const decision = decide(watched);
    // The samples are written first: whatever happens to the rollback, the verdict can be come to again.
    if (inputs.samplesOut !== undefined)
        await ports.files.write(inputs.samplesOut, samplesDocument(scene, watched));
    const performed = await perform(scene, watched, decision, ports);
    return report({ scene, watched, decision, performed });
};

;// CONCATENATED MODULE: ../../actions/watch-and-rollback/lib/index.js




/***/ })

};
