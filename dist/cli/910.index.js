export const id = 910;
export const ids = [910];
export const modules = {

/***/ 3910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* reexport */ action/* action */.X),
  run: () => (/* reexport */ run)
});

// EXTERNAL MODULE: ../../actions/security-scan/lib/action.js
var action = __webpack_require__(9764);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(2393);
;// CONCATENATED MODULE: ../advisories/lib/advisory.js

function malformed(file, message) {
    const remedy = 'Fetch the database again: an advisory that is left out would hide vulnerabilities.';
    return new failure/* Failure */.H({ code: 'DATABASE_MALFORMED', message, remedy, location: { file } });
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const areObjects = (value) => value === undefined || (Array.isArray(value) && value.every(isObject));
/** What is not as the OSV schema has it, as far as it is read here. */
function shapeProblem(raw) {
    if (!isObject(raw) || typeof raw.id !== 'string')
        return 'it has no "id"';
    if (!areObjects(raw.affected))
        return '"affected" is no list of objects';
    if (!areObjects(raw.severity))
        return '"severity" is no list of objects';
    const entries = raw.affected ?? [];
    if (!entries.every(({ ranges }) => areObjects(ranges)))
        return 'a "ranges" is no list of objects';
    const events = entries.every(({ ranges }) => (ranges ?? []).every((range) => Array.isArray(range.events) && areObjects(range.events)));
    return events ? undefined : 'a range has no list of "events"';
}
function read(file, text) {
    let raw;
    try {
        raw = JSON.parse(text);
    }
    catch (error) {
        throw malformed(file, `The advisory is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
    }
    const problem = shapeProblem(raw);
    if (problem !== undefined)
        throw malformed(file, `The file is not an OSV advisory: ${problem}.`);
    return raw;
}
/**
 * Reads one advisory; ranges over git commits are left out, for a lockfile holds versions.
 *
 * @throws Failure DATABASE_MALFORMED when the text is not an OSV advisory.
 */
function parseAdvisory(file, text) {
    const raw = read(file, text);
    const stated = raw.database_specific?.severity;
    return {
        id: raw.id ?? '',
        aliases: raw.aliases ?? [],
        summary: raw.summary ?? raw.details?.split('\n')[0] ?? '',
        withdrawn: raw.withdrawn !== undefined,
        vectors: (raw.severity ?? []).flatMap(({ score }) => (score === undefined ? [] : [score])),
        affected: (raw.affected ?? []).map(({ package: of, ranges, versions }) => ({
            ecosystem: of?.ecosystem ?? '',
            name: of?.name ?? '',
            ranges: (ranges ?? []).filter(({ type }) => type !== 'GIT'),
            versions: versions ?? [],
        })),
        ...(stated !== undefined && { statedSeverity: stated }),
    };
}

// EXTERNAL MODULE: ../advisories/node_modules/semver/index.js
var semver = __webpack_require__(5879);
;// CONCATENATED MODULE: ../advisories/lib/range.js

/** `0` in an `introduced` event stands for "before any version". */
const order = (a, b) => (b === '0' ? 1 : (0,semver.compare)(a, b));
/** Whether one event lies at or before the version, and if so what it says from there on. */
function effect(event, version) {
    if (event.introduced !== undefined && order(version, event.introduced) >= 0)
        return { at: event.introduced, affected: true };
    const end = event.fixed ?? event.limit;
    if (end !== undefined && order(version, end) >= 0)
        return { at: end, affected: false };
    if (event.last_affected !== undefined && order(version, event.last_affected) > 0)
        return { at: event.last_affected, affected: false };
    return undefined;
}
/** The state at a version: that of the latest event up to it, by the evaluation rules of the OSV schema. */
function inRange({ events }, version) {
    const effects = events.map((event) => effect(event, version)).filter((each) => each !== undefined);
    const latest = effects
        .sort((a, b) => (a.at === '0' ? -1 : b.at === '0' ? 1 : (0,semver.compare)(a.at, b.at) || Number(b.affected) - Number(a.affected)))
        .at(-1);
    return latest?.affected ?? false;
}
const ordered = (version) => version === undefined || version === '0' || (0,semver.parse)(version) !== null;
/**
 * Whether an npm version is affected; undefined when it cannot be told, because the version (a tag, an address) or one
 * of the advisory's own has no order.
 */
function isAffected(affected, version) {
    if (affected.versions.includes(version))
        return true;
    if (affected.ranges.length === 0)
        return false;
    const bounds = affected.ranges.flatMap(({ events }) => events.flatMap((event) => Object.values(event)));
    if ((0,semver.parse)(version) === null || !bounds.every(ordered))
        return undefined;
    return affected.ranges.some((range) => inRange(range, version));
}
/** The lowest fixed version above the given one; undefined when there is none. */
function fixFor(affected, version) {
    const fixes = affected.ranges.flatMap(({ events }) => events.flatMap(({ fixed }) => (fixed === undefined ? [] : [fixed])));
    return fixes.filter((fix) => (0,semver.parse)(fix) !== null && (0,semver.parse)(version) !== null && (0,semver.compare)(fix, version) > 0).sort(semver.compare)[0];
}

;// CONCATENATED MODULE: ../advisories/lib/match.js

const keyOf = ({ ecosystem, name }) => `${ecosystem}/${name}`;
/** Advisories under the names they affect. A withdrawn advisory affects nothing. */
function byName(advisories) {
    const index = new Map();
    for (const advisory of advisories.filter(({ withdrawn }) => !withdrawn))
        for (const key of new Set(advisory.affected.map(keyOf))) {
            const named = index.get(key) ?? [];
            named.push(advisory);
            index.set(key, named);
        }
    return index;
}
function matchOf(of, advisory, entries) {
    if (!entries.some((affected) => isAffected(affected, of.version) === true))
        return undefined;
    const fix = entries.map((affected) => fixFor(affected, of.version)).find((each) => each !== undefined);
    return { package: of, advisory, ...(fix !== undefined && { fix }) };
}
/** Holds every package against the advisories that name it. */
function matchPackages(packages, advisories) {
    const index = byName(advisories);
    const matches = [];
    const unjudged = new Set();
    for (const of of packages)
        for (const advisory of index.get(keyOf(of)) ?? []) {
            const entries = advisory.affected.filter((affected) => keyOf(affected) === keyOf(of));
            const match = matchOf(of, advisory, entries);
            if (match !== undefined)
                matches.push(match);
            if (entries.some((affected) => isAffected(affected, of.version) === undefined))
                unjudged.add(of);
        }
    return { matches, unjudged: [...unjudged] };
}

// EXTERNAL MODULE: ../failure/lib/collect.js
var collect = __webpack_require__(7993);
// EXTERNAL MODULE: ../../node_modules/ae-cvss-calculator/dist/ae-cvss-calculator.js
var ae_cvss_calculator = __webpack_require__(7997);
;// CONCATENATED MODULE: ../findings/lib/severity.js

/** Severities from the lowest to the highest; `unknown` is a class of its own, above none of them. */
const SEVERITIES = ['low', 'moderate', 'high', 'critical'];
/** The rating of a base score: section 5 of the CVSS 3.1 specification. */
function rating(score) {
    if (score >= 9)
        return 'critical';
    if (score >= 7)
        return 'high';
    if (score >= 4)
        return 'moderate';
    return score > 0 ? 'low' : 'unknown';
}
function scoreOf(vector) {
    try {
        return (0,ae_cvss_calculator.fromVector)(vector)?.calculateScores().overall ?? 0;
    }
    catch {
        return 0;
    }
}
/** The severity of an advisory: of its highest CVSS vector, else what its database states, else unknown. */
function severityOf(advisory) {
    const scored = rating(Math.max(0, ...advisory.vectors.map(scoreOf)));
    if (scored !== 'unknown')
        return scored;
    const stated = advisory.statedSeverity?.toLowerCase().replace('medium', 'moderate');
    return SEVERITIES.find((severity) => severity === stated) ?? 'unknown';
}

;// CONCATENATED MODULE: ../findings/lib/finding.js

const rank = (severity) => SEVERITIES.indexOf(severity);
/** The findings that matches amount to, worst first. */
function findingsOf(matches) {
    return matches
        .map((match) => ({ ...match, severity: severityOf(match.advisory) }))
        .sort((a, b) => rank(b.severity) - rank(a.severity) ||
        a.package.name.localeCompare(b.package.name) ||
        a.advisory.id.localeCompare(b.advisory.id));
}
/** Splits the findings: at or over the severity they block; an unknown severity blocks, for it may be any. */
function gate(findings, failOn) {
    const blocks = ({ severity }) => severity === 'unknown' || rank(severity) >= rank(failOn);
    return { blocking: findings.filter(blocks), tolerated: findings.filter((finding) => !blocks(finding)) };
}

;// CONCATENATED MODULE: ../inventory/lib/npm-lock.js

function npm_lock_malformed(file, message, line) {
    const location = { file, ...(line !== undefined && { line }) };
    return new failure/* Failure */.H({
        code: 'LOCKFILE_MALFORMED',
        message,
        remedy: 'Write it anew with "npm install --package-lock-only".',
        location,
    });
}
const npm_lock_isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isMap = (value) => value === undefined || (npm_lock_isObject(value) && Object.values(value).every(npm_lock_isObject));
function readJson(file, text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        const [, position] = /position (\d+)/.exec(String(error)) ?? [];
        const line = position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length;
        throw npm_lock_malformed(file, `This is not JSON: ${error instanceof Error ? error.message : String(error)}.`, line);
    }
}
function parseLock(file, text) {
    const name = file.split('/').at(-1) ?? '';
    if (/^(yarn\.lock|pnpm-lock\.ya?ml|bun\.lockb?)$/.test(name)) {
        const message = `${name} cannot be read here; only package-lock.json and npm-shrinkwrap.json can.`;
        throw new failure/* Failure */.H({ code: 'LOCKFILE_UNSUPPORTED', message, remedy: 'Leave it out of "lockfiles".', location: { file } });
    }
    const lock = readJson(file, text);
    if (!npm_lock_isObject(lock))
        throw npm_lock_malformed(file, 'This is not a package-lock.json: it holds no object.');
    const { packages, dependencies } = lock;
    // The root's `dependencies` of version 1 are entries; what a package of version 3 depends on are texts.
    if (!isMap(packages) || !isMap(dependencies))
        throw npm_lock_malformed(file, 'This is not a package-lock.json: a package in it is no object.');
    return lock;
}
/** Lines of the keys of a JSON text that npm has written: one key a line. The first line of a key counts. */
function keyLines(text) {
    const lines = new Map();
    for (const [index, line] of text.split('\n').entries()) {
        const [, key] = /^\s*"((?:[^"\\]|\\.)*)":\s*\{/.exec(line) ?? [];
        if (key !== undefined && !lines.has(key))
            lines.set(key, index + 1);
    }
    return lines;
}
function directNames(root) {
    return new Set(Object.keys({ ...root?.dependencies, ...root?.devDependencies, ...root?.optionalDependencies }));
}
/** Versions 2 and 3: a flat map from the path in node_modules to what is installed there. */
function fromPackages(file, lock, lines) {
    const direct = directNames(lock.packages?.['']);
    return Object.entries(lock.packages ?? {}).flatMap(([path, entry]) => {
        const at = path.lastIndexOf('node_modules/');
        if (at < 0 || entry.link || entry.version === undefined)
            return [];
        // An alias is installed under another name than the one that advisories know.
        const folder = path.slice(at + 'node_modules/'.length);
        const location = { file, ...(lines.has(path) && { line: lines.get(path) }) };
        return [
            {
                ecosystem: 'npm',
                name: entry.name ?? folder,
                version: entry.version,
                dev: entry.dev ?? false,
                direct: at === 0 && direct.has(folder),
                location,
            },
        ];
    });
}
/** Version 1: a tree of names. */
function fromTree(file, tree, lines) {
    return Object.entries(tree).flatMap(([name, entry]) => {
        if (typeof entry === 'string')
            return [];
        const location = { file, ...(lines.has(name) && { line: lines.get(name) }) };
        const own = entry.version === undefined
            ? []
            : [{ ecosystem: 'npm', name, version: entry.version, dev: entry.dev ?? false, direct: false, location }];
        return [...own, ...fromTree(file, entry.dependencies ?? {}, lines)];
    });
}
/**
 * Reads the packages of a package-lock.json of lockfile version 1, 2 or 3, each with its line.
 *
 * @throws Failure LOCKFILE_MALFORMED when the text is not such a file.
 */
function parseNpmLock(file, text) {
    const lock = parseLock(file, text);
    const lines = keyLines(text);
    if (lock.packages !== undefined)
        return fromPackages(file, lock, lines);
    if (lock.dependencies !== undefined)
        return fromTree(file, lock.dependencies, lines);
    if (lock.lockfileVersion === undefined)
        throw npm_lock_malformed(file, 'This is not a package-lock.json: it has no "lockfileVersion".');
    return [];
}

// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(4408);
;// CONCATENATED MODULE: ../../actions/security-scan/lib/run.js





async function readPackages(inputs, { files }, problems) {
    const found = await Promise.all(inputs.lockfiles.map((pattern) => files.glob(pattern)));
    const empty = inputs.lockfiles.filter((_, index) => found[index]?.length === 0);
    const paths = [...new Set(found.flat())].sort();
    const read = await Promise.all(paths.map((path) => (0,collect/* collect */.F)(problems, async () => parseNpmLock(path, await files.readText(path)))));
    const packages = read.flatMap((each) => each ?? []).filter(({ dev }) => inputs.includeDev || !dev);
    const nothing = packages.length === 0 && problems.length === 0;
    if ((empty.length > 0 || nothing) && !inputs.allowNothing) {
        const why = empty.length > 0 ? `no file matches "lockfiles" (${empty.join(', ')})` : `${paths.join(', ')} resolves none`;
        const remedy = 'Correct "lockfiles", or set "allow-nothing: true" for a service without dependencies.';
        problems.push({ code: 'NOTHING_TO_SCAN', message: `There is no package to judge: ${why}.`, remedy });
    }
    return packages;
}
async function databaseProblem(folder, { files }) {
    const there = await files.exists(folder);
    const message = there ? `The database ${folder} holds no advisory.` : `There is no database ${folder}.`;
    const remedy = there
        ? 'Unpack the OSV export of the ecosystem there; an empty database would call everything clean.'
        : 'Correct "database", or unpack the OSV export there in an earlier step.';
    return { code: there ? 'DATABASE_EMPTY' : 'DATABASE_MISSING', message, remedy };
}
async function readDatabase(folder, ports, problems) {
    const { files } = ports;
    const paths = (await Promise.all([files.glob(`${folder}/*.json`), files.glob(`${folder}/npm/*.json`)])).flat();
    const read = await Promise.all(paths.map((path) => (0,collect/* collect */.F)(problems, async () => parseAdvisory(path, await files.readText(path)))));
    if (paths.length === 0)
        problems.push(await databaseProblem(folder, ports));
    return read.filter((advisory) => advisory !== undefined);
}
async function gather(inputs, ports) {
    const problems = [];
    const packages = await readPackages(inputs, ports, problems);
    const advisories = await readDatabase(inputs.database, ports, problems);
    (0,failure/* failWhen */.x)(problems);
    return { packages, advisories };
}
function upgrade({ package: of, fix }) {
    if (fix === undefined)
        return 'There is no fixed version yet.';
    return of.direct
        ? `Upgrade ${of.name} to ${fix}.`
        : `Have ${of.name} resolve to ${fix} or later (it comes in through another package).`;
}
function annotationOf(finding, blocking) {
    const { package: of, advisory, severity } = finding;
    return {
        level: blocking ? 'error' : 'warning',
        title: `${severity}: ${of.name}@${of.version} (${advisory.id})`,
        message: `${advisory.summary} ${upgrade(finding)}`.trim(),
        ...of.location,
    };
}
function unjudgedAnnotation({ name, version, location }) {
    const message = `An advisory names ${name}, and "${version}" cannot be compared with its versions. Resolve a released version.`;
    return { level: 'error', title: `Could not tell: ${name}@${version}`, message, ...location };
}
function headline({ packages, advisories }, findings, unknown, failOn) {
    const judged = `${packages.length} packages against ${advisories.length} advisories`;
    const { blocking, tolerated } = findings;
    if (packages.length === 0)
        return 'There was no package to judge; allowed by "allow-nothing".';
    if (blocking.length > 0)
        return `${blocking.length} vulnerabilities of severity ${failOn} or higher (judged ${judged}).`;
    if (unknown.length > 0) {
        const names = unknown.map(({ name, version }) => `${name}@${version}`).join(', ');
        return `Could not tell whether ${names} is vulnerable: such a version cannot be compared (judged ${judged}).`;
    }
    return tolerated.length > 0
        ? `${tolerated.length} vulnerabilities, all below ${failOn} (judged ${judged}).`
        : `No known vulnerability (judged ${judged}).`;
}
function summary({ blocking, tolerated }) {
    const all = [...blocking, ...tolerated];
    if (all.length === 0)
        return [];
    const counts = [...SEVERITIES.toReversed(), 'unknown'].map((severity) => String(all.filter((finding) => finding.severity === severity).length));
    const rows = all.map((finding) => [
        finding.severity,
        { code: `${finding.package.name}@${finding.package.version}` },
        finding.advisory.id,
        finding.advisory.summary,
        finding.fix ?? 'none yet',
        { code: [finding.package.location.file, finding.package.location.line].filter((part) => part !== undefined).join(':') },
    ]);
    return [
        (0,block/* table */.tp)(['critical', 'high', 'moderate', 'low', 'unknown'], [counts]),
        (0,block/* table */.tp)(['severity', 'package', 'advisory', 'what', 'fixed in', 'where'], rows),
    ];
}
/** Judges what the lockfiles resolve against the database. */
async function run(inputs, ports) {
    const facts = await gather(inputs, ports);
    const { matches, unjudged: unknown } = matchPackages(facts.packages, facts.advisories);
    const findings = findingsOf(matches);
    const judged = gate(findings, inputs.failOn);
    return {
        verdict: judged.blocking.length > 0 ? 'fail' : unknown.length > 0 ? 'inconclusive' : 'pass',
        headline: headline(facts, judged, unknown, inputs.failOn),
        outputs: {
            result: facts.packages.length === 0 ? 'nothing' : findings.length === 0 ? 'clean' : 'findings',
            findings: String(findings.length),
            blocking: String(judged.blocking.length),
            packages: String(facts.packages.length),
            advisories: String(facts.advisories.length),
        },
        annotations: [
            ...judged.blocking.map((finding) => annotationOf(finding, true)),
            ...unknown.map(unjudgedAnnotation),
            ...judged.tolerated.map((finding) => annotationOf(finding, false)),
        ],
        summary: summary(judged),
        data: findings.map(({ package: of, advisory, severity, fix }) => ({
            package: of.name,
            version: of.version,
            advisory: advisory.id,
            severity,
            fix: fix ?? null,
            file: of.location.file,
            line: of.location.line ?? null,
        })),
    };
}

;// CONCATENATED MODULE: ../../actions/security-scan/lib/index.js




/***/ }),

/***/ 7993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ collect)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2393);

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


/***/ })

};
