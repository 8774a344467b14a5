export const id = 2399;
export const ids = [2399];
export const modules = {

/***/ 62399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runWith: () => (/* reexport */ runWith)
});

// UNUSED EXPORTS: action

;// CONCATENATED MODULE: ../dora/lib/four-keys.js
const DAY_MS = 86_400_000;
/** The middle value; of an even number the mean of the two in the middle. */
function median(values) {
    const sorted = values.toSorted((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
    return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
/** The four keys of a period. Releases before it tell what the first one in it brought. */
function fourKeys(releases, { from, to }, commitTimes) {
    const ordered = releases.toSorted((a, b) => a.at - b.at);
    const within = ordered.filter(({ at }) => at >= from && at < to);
    const good = within.filter(({ failed }) => !failed);
    let untraced = 0;
    const leads = good.flatMap((release) => {
        const before = ordered.findLast(({ at, failed }) => at < release.at && !failed);
        const times = commitTimes(before?.commit, release.commit);
        if (times === undefined)
            untraced += 1;
        return (times ?? []).map((time) => release.at - time);
    });
    const failed = within.filter((release) => release.failed);
    const recoveries = failed.flatMap(({ at, restoredAt }) => (restoredAt === undefined ? [] : [restoredAt - at]));
    return {
        releases: within.length,
        failures: failed.length,
        frequency: good.length / ((to - from) / DAY_MS),
        leadTimeMs: median(leads),
        failureRate: within.length === 0 ? undefined : failed.length / within.length,
        recoveryMs: median(recoveries),
        untraced,
    };
}

;// CONCATENATED MODULE: ../dora/lib/open-metrics.js
const seconds = (ms) => (ms === undefined ? undefined : ms / 1000);
const FAMILIES = [
    { name: 'dora_releases', help: 'Releases in the period.', value: ({ releases }) => releases },
    { name: 'dora_releases_per_day', help: 'Releases a day that did not fail.', value: ({ frequency }) => frequency },
    {
        name: 'dora_lead_time_seconds',
        unit: 'seconds',
        help: 'Median time from a commit to its release.',
        value: ({ leadTimeMs }) => seconds(leadTimeMs),
    },
    {
        name: 'dora_change_failure_ratio',
        unit: 'ratio',
        help: 'Share of releases that failed.',
        value: ({ failureRate }) => failureRate,
    },
    {
        name: 'dora_recovery_time_seconds',
        unit: 'seconds',
        help: 'Median time from a failed release until the service was as before.',
        value: ({ recoveryMs }) => seconds(recoveryMs),
    },
];
const escaped = (text) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
/** The four keys in the text format of OpenMetrics (https://prometheus.io/docs/specs/om/open_metrics_spec); what is not known is left out. */
function renderOpenMetrics(keys, labels) {
    const names = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
    const lines = FAMILIES.flatMap(({ name, unit, help, value }) => {
        const found = value(keys);
        if (found === undefined)
            return [];
        const about = [`# TYPE ${name} gauge`, ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]), `# HELP ${name} ${help}`];
        return [...about, `${name}{${names.join(',')}} ${found}`];
    });
    return `${lines.join('\n')}\n# EOF\n`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ../write-back/lib/stamp.js
var stamp = __webpack_require__(78977);
;// CONCATENATED MODULE: ../dora/lib/release.js

const ENDS = ['success', 'failure', 'error'];
/**
 * The releases that GitHub's deployments tell of.
 *
 * A job with an environment writes them: in progress when it begins, then success or failure when it ends. The last of these words
 * counts: a release that was deployed and then failed its watch has both. It was taken back by the end of its job, so the failure's
 * time is that of recovery. Deployments without an end are left out.
 */
function fromDeployments(deployments) {
    return deployments
        .flatMap(({ sha, createdAt, statuses }) => {
        const ordered = statuses.toSorted((a, b) => a.createdAt - b.createdAt);
        const ends = ordered.filter(({ state }) => ENDS.includes(state));
        const [first, last] = [ends[0], ends.at(-1)];
        if (first === undefined || last === undefined)
            return [];
        if (last.state === 'success')
            return [{ commit: sha, at: first.createdAt, failed: false }];
        const begun = ordered.find(({ state }) => state === 'in_progress')?.createdAt ?? createdAt;
        return [{ commit: sha, at: begun, failed: true, restoredAt: last.createdAt }];
    })
        .toSorted((a, b) => a.at - b.at);
}
/**
 * The releases that the log of a configuration repository tells of, by the trailers of update-gitops.
 *
 * A rollback is no release: it says of the release whose digest it replaces that it failed, and when the service was restored.
 */
function fromConfigLog(commits, { service, environment }) {
    const ordered = commits.toSorted((a, b) => a.at - b.at);
    const releases = [];
    const written = ordered.flatMap(({ at, message }) => (0,stamp/* parseTrailers */.aw)(message).map((trailers) => ({ at, trailers })));
    for (const { at, trailers } of written) {
        if (trailers.get('Service') !== service || trailers.get('Environment') !== environment)
            continue;
        const [kind, digest, source] = [trailers.get('Kind'), trailers.get('Digest'), trailers.get('Source')];
        if (kind === undefined && digest !== undefined)
            releases.push({ commit: source?.split('@').at(-1) ?? '', at, failed: false, digest });
        if (kind !== 'rollback')
            continue;
        const bad = releases.findLastIndex((release) => release.digest === trailers.get('Replaces') && !release.failed);
        const release = releases[bad];
        if (release !== undefined)
            releases[bad] = { ...release, failed: true, restoredAt: at };
    }
    return releases.map(({ digest: _, ...release }) => release);
}

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../github/lib/deployment.js
var deployment = __webpack_require__(55517);
// EXTERNAL MODULE: ../write-back/lib/address.js
var address = __webpack_require__(19294);
// EXTERNAL MODULE: ../write-back/lib/open.js + 2 modules
var lib_open = __webpack_require__(23954);
;// CONCATENATED MODULE: ../../actions/dora-metrics/lib/gather.js





/** As far back as GitHub is asked: three thousand deployments. */
const MOST_PAGES = 30;
function readOrFail(outcome) {
    if (outcome.kind === 'read')
        return outcome.value;
    const message = `GitHub's deployments could not be read: ${outcome.reason}`;
    throw new failure/* Failure */.H({ code: 'DEPLOYMENTS_UNREAD', message, remedy: 'Grant "deployments: read" to the job.' });
}
async function deploymentsSince(github, environment, from) {
    const found = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
        const { items, more } = readOrFail(await github.listDeployments(environment, page));
        for (const { id, sha, createdAt } of items) {
            const statuses = readOrFail(await github.listDeploymentStatuses(id));
            // What a gate kept out was never delivered, so neither did it fail there.
            if (!(0,deployment/* wasRefusedByGate */.yU)(statuses))
                found.push({ sha, createdAt, statuses });
        }
        // The newest come first; one that is older than the period tells what its first release brought.
        if (!more || items.some(({ createdAt }) => createdAt < from))
            return found;
    }
    const message = `There are more than ${MOST_PAGES * 100} deployments to ${environment} in the period.`;
    throw new failure/* Failure */.H({ code: 'DEPLOYMENTS_TOO_MANY', message, remedy: 'Look at fewer "days".' });
}
async function fromRepository(inputs, ports, context) {
    const { repository = '', token, branch, service, environment } = inputs;
    const problems = [];
    const url = (0,address/* parseAddress */.o)(repository, token !== undefined, context.serverUrl, problems);
    (0,failure/* failWhen */.x)(problems);
    const folder = `${context.temp}/dora-metrics-${(0,external_node_crypto_.randomUUID)()}`;
    return (0,lib_open/* withRepository */.B)({ url, folder, token }, ports, async (git) => {
        const head = await git.fetch(branch);
        if ('kind' in head) {
            const message = `The configuration repository could not be read: ${head.said}`;
            throw new failure/* Failure */.H({ code: 'GIT_FAILED', message, remedy: 'Check "repository", "branch" and "token".' });
        }
        const log = (await git.log(head.commit)).map(({ at, message }) => ({ at: at * 1000, message }));
        return fromConfigLog(log, { service, environment });
    });
}
/** The releases, from whichever record was chosen. */
async function gatherReleases(inputs, from, connect, ports, context) {
    if (inputs.source === 'config-log')
        return fromRepository(inputs, ports, context);
    const { githubToken: token } = inputs;
    const { repository, apiUrl } = context;
    if (token === undefined || repository === undefined) {
        const message = 'It is not known whose deployments are to be read.';
        throw new failure/* Failure */.H({ code: 'REPOSITORY_UNKNOWN', message, remedy: 'Run in a workflow, or set GITHUB_REPOSITORY.' });
    }
    return fromDeployments(await deploymentsSince(connect({ apiUrl, repository, token }, ports), inputs.environment, from));
}
const COMMIT = /^[0-9a-f]{7,64}$/;
/** When the commits between two of the checkout were made; read before they are counted, for counting asks nobody. */
async function gatherCommitTimes(releases, { exec }) {
    const times = new Map();
    const good = releases.filter(({ failed, commit }) => !failed && COMMIT.test(commit)).toSorted((a, b) => a.at - b.at);
    for (const [index, { commit }] of good.entries()) {
        const since = good[index - 1]?.commit;
        const range = since === undefined ? ['-1', commit] : [`${since}..${commit}`];
        const { exitCode, stdout } = await exec.run('git', ['log', '--format=%ct', ...range, '--']);
        if (exitCode === 0)
            times.set(commit, stdout
                .split('\n')
                .filter(Boolean)
                .map((seconds) => Number(seconds) * 1000));
    }
    return (_, until) => times.get(until);
}

// EXTERNAL MODULE: ../summary/lib/drawing.js + 2 modules
var drawing = __webpack_require__(6496);
// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
;// CONCATENATED MODULE: ../../actions/dora-metrics/lib/report.js


const report_DAY_MS = 86_400_000;
const WEEK_MS = 7 * report_DAY_MS;
const spanOf = (ms) => {
    if (ms === undefined)
        return 'not known';
    if (ms < 3_600_000)
        return `${(ms / 60_000).toFixed(1)} min`;
    return ms < 2 * report_DAY_MS ? `${(ms / 3_600_000).toFixed(1)} h` : `${(ms / report_DAY_MS).toFixed(1)} d`;
};
const percentOf = (share) => (share === undefined ? 'not known' : `${(share * 100).toFixed(1)} %`);
/** Releases and failures of each week of the period. */
function weeks(releases, { from, to }) {
    const count = Math.ceil((to - from) / WEEK_MS);
    return Array.from({ length: count }, (_, week) => {
        const [begin, end] = [from + week * WEEK_MS, Math.min(to, from + (week + 1) * WEEK_MS)];
        const keys = fourKeys(releases, { from: begin, to: end }, () => undefined);
        return { week: week + 1, good: keys.releases - keys.failures, failed: keys.failures };
    });
}
function plotOf(releases, period) {
    const counted = weeks(releases, period);
    // One week is a point, and no line.
    if (counted.length < 2)
        return [];
    return [
        (0,drawing/* chart */.b)({
            title: 'Releases a week',
            xLabel: 'week',
            yLabel: 'releases',
            series: [
                { name: 'as it should be', points: counted.map(({ week, good }) => ({ x: week, y: good })) },
                { name: 'failed', points: counted.map(({ week, failed }) => ({ x: week, y: failed })) },
            ],
        }),
    ];
}
/** Tells the four keys. */
function report({ service, environment, days, source }, releases, period, keys) {
    const { frequency, leadTimeMs, failureRate, recoveryMs, untraced } = keys;
    const headline = `${service} reached ${environment} ${keys.releases - keys.failures} times in ${days} days, and failed ${keys.failures} times.`;
    const seconds = (ms) => (ms === undefined ? undefined : String(ms / 1000));
    const rows = [
        ['deployment frequency', `${frequency.toFixed(2)} a day`],
        ['lead time for changes', spanOf(leadTimeMs)],
        ['change failure rate', percentOf(failureRate)],
        ['failed deployment recovery time', spanOf(recoveryMs)],
    ];
    const note = `${untraced} of the releases brought commits that this checkout does not have, and count for all but lead time.`;
    return {
        verdict: 'pass',
        headline,
        outputs: {
            releases: String(keys.releases),
            frequency: String(frequency),
            leadTime: seconds(leadTimeMs),
            failureRate: failureRate === undefined ? undefined : String(failureRate),
            recoveryTime: seconds(recoveryMs),
        },
        summary: [
            (0,block/* table */.tp)(['key', `last ${days} days`], rows),
            ...plotOf(releases, period),
            ...(untraced === 0 ? [] : [(0,block/* paragraph */.FY)([note])]),
        ],
        data: { service, environment, source, from: period.from, to: period.to, ...keys },
    };
}

;// CONCATENATED MODULE: ../../actions/dora-metrics/lib/run.js



const run_DAY_MS = 86_400_000;
/** Counts the four keys of a service, through whichever GitHub `connect` opens. */
function runWith(connect) {
    return async (inputs, ports, context) => {
        const to = ports.clock.now();
        const period = { from: to - inputs.days * run_DAY_MS, to };
        const releases = await gatherReleases(inputs, period.from, connect, ports, context);
        const keys = fourKeys(releases, period, await gatherCommitTimes(releases, ports));
        const { service, environment, openMetrics, json } = inputs;
        if (openMetrics !== undefined)
            await ports.files.write(openMetrics, renderOpenMetrics(keys, { service, environment }));
        if (json !== undefined)
            await ports.files.write(json, `${JSON.stringify({ service, environment, period, ...keys, list: releases }, null, 2)}\n`);
        return report(inputs, releases, period, keys);
    };
}

;// CONCATENATED MODULE: ../../actions/dora-metrics/lib/index.js




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


/***/ })

};
