export const id = 9721;
export const ids = [9721];
export const modules = {

/***/ 57954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K$: () => (/* binding */ NOTHING),
/* harmony export */   e6: () => (/* binding */ totalOf),
/* harmony export */   iW: () => (/* binding */ paired),
/* harmony export */   tC: () => (/* binding */ shareOf)
/* harmony export */ });
/* unused harmony export plus */
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


/***/ }),

/***/ 22427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ dispersion)
/* harmony export */ });
/* harmony import */ var _count_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57954);

/** Fewer blocks than this say nothing about how they vary. */
const FEWEST_BLOCKS = 15;
function blocksOf(history, length) {
    return Array.from({ length: Math.floor(history.length / length) }, (_, index) => (0,_count_js__WEBPACK_IMPORTED_MODULE_0__/* .totalOf */ .e6)(history.slice(index * length, (index + 1) * length)));
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
    const share = (0,_count_js__WEBPACK_IMPORTED_MODULE_0__/* .shareOf */ .tC)((0,_count_js__WEBPACK_IMPORTED_MODULE_0__/* .totalOf */ .e6)(history));
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


/***/ }),

/***/ 4147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FU: () => (/* binding */ absoluteEvidence),
  E9: () => (/* binding */ averaged),
  AF: () => (/* binding */ relativeEvidence),
  Ss: () => (/* binding */ worseThan)
});

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
    /** The same evidence, to be gone on with apart from this one. */
    fork() {
        const other = new LateStart(this.#sums.length, this.#laterStarts + 1);
        other.#sums.set(this.#sums);
        other.#started.set(this.#started);
        other.#looks = this.#looks;
        return other;
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
function relativeOver(margin, ratios, mixture) {
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
        fork: () => relativeOver(margin, ratios, mixture.fork()),
    };
}
/**
 * Evidence that the new version has more than `margin` times the bad share of what it is compared with.
 *
 * Of the bad ones in a slice, each lies with the new version with a probability that depends on the ratio of the two
 * shares and on who served how much; whatever both have in common in that slice, such as the time of day, cancels
 * (Lindon and Malek, arXiv 2011.03567). Exact for Poisson counts, conservative for shares that are equal.
 */
function relativeEvidence(margin, planned) {
    return relativeOver(margin, ratiosOver(margin), new LateStart(RATIOS, planned));
}
const SILENT = { add: () => 0, fork: () => SILENT };
function absoluteOver(ofBad, ofGood, mixture) {
    return {
        add({ fresh: { total, bad } }) {
            const good = Math.max(0, total - bad);
            return mixture.add((index) => bad * ofBad[index] + good * ofGood[index]);
        },
        fork: () => absoluteOver(ofBad, ofGood, mixture.fork()),
    };
}
/** Evidence that the bad share of the new version is over a limit, whatever it was before. Exact for Bernoulli outcomes. */
function absoluteEvidence(limit, planned) {
    const at = Math.max(limit, LOWEST_SHARE);
    if (at >= HIGHEST_SHARE)
        return SILENT;
    const shares = sharesOver(at);
    const [ofBad, ofGood] = [shares.map((over) => Math.log(over / at)), shares.map((over) => Math.log((1 - over) / (1 - at)))];
    return absoluteOver(ofBad, ofGood, new LateStart(SHARES, planned));
}
const smaller = (one, other) => ({
    add: (slice) => Math.min(one.add(slice), other.add(slice)),
    fork: () => smaller(one.fork(), other.fork()),
});
/**
 * Evidence that the new version is worse than before by more than a margin, and that this matters: the smaller of the
 * two. "Not worse, or too little to matter" is the union of what the two deny, so the smaller one keeps the bound alone.
 */
function worseThan({ margin, floor }, planned) {
    return smaller(relativeEvidence(margin, planned), absoluteEvidence(floor, planned));
}
/** The mean of several evidences, each of a slice of its own; a mean of e-values is one. Nothing where there is none. */
function averaged(parts) {
    return {
        add: (slices) => {
            if (parts.length === 0)
                return 0;
            const logs = parts.map(({ evidence, dispersion }, index) => evidence.add(slices[index]) / dispersion);
            return parts.length === 1 ? logs[0] : logSum(logs) - Math.log(parts.length);
        },
        fork: () => averaged(parts.map(({ evidence, dispersion }) => ({ evidence: evidence.fork(), dispersion }))),
    };
}


/***/ }),

/***/ 6867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ smallestVisible)
/* harmony export */ });
/* unused harmony export shareAtMost */
/* harmony import */ var _count_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57954);

const STEPS = 40;
/** How sure the statements are: of the bound, and of seeing the regression. */
const LOG_20 = Math.log(20);
/** The Kullback-Leibler divergence of a coin from another. */
function divergence(share, from) {
    const part = (p, q) => (p === 0 ? 0 : p * Math.log(p / q));
    return part(share, from) + part(1 - share, 1 - from);
}
function bisect(from, to, over) {
    let [low, high] = [from, to];
    for (let step = 0; step < STEPS; step += 1) {
        const middle = (low + high) / 2;
        if (over(middle))
            high = middle;
        else
            low = middle;
    }
    return high;
}
/**
 * A share that the true one is under with 95 %, given what was counted (Chernoff's bound; exact when nothing was bad).
 *
 * @returns a share from 0 to 1; 1 when nothing was counted.
 */
function shareAtMost({ total, bad }) {
    if (total <= 0)
        return 1;
    const share = Math.min(1, bad / total);
    return share === 1 ? 1 : bisect(share, 1, (value) => total * divergence(share, value) >= LOG_20);
}
/** A share that comes out of `total` requests with 95 % at least, when `share` is the true one. */
function shareAtLeast(share, total) {
    if (total * divergence(0, share) <= LOG_20)
        return 0;
    return share - bisect(0, share, (below) => total * divergence(share - below, share) >= LOG_20);
}
/**
 * The smallest share of bad ones from the first look on that a watch with these slices would have rolled back at 95 %:
 * what its silence is worth. 1 when it would not even have seen an outage.
 */
function smallestVisible(slices, { evidence, phi, threshold }) {
    const total = (0,_count_js__WEBPACK_IMPORTED_MODULE_0__/* .totalOf */ .e6)(slices.map(({ fresh }) => fresh)).total;
    const seen = (share) => {
        const least = share >= 1 ? 1 : shareAtLeast(share, total);
        const question = evidence();
        return slices.some(({ fresh, reference }) => question.add({ fresh: { total: fresh.total, bad: fresh.total * least }, reference }) / phi >= threshold);
    };
    return seen(1) ? bisect(0, 1, seen) : 1;
}


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
    return `<line x1="${SIZE.left}" x2="${SIZE.width - SIZE.right}" y1="${at.toFixed(1)}" y2="${at.toFixed(1)}" ${stroke}/>${svg_text(SIZE.left + 5, at - 5, chart.limit.label, `fill="${svg_LIMIT_COLOUR}"`)}`;
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
