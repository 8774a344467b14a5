export const id = 2493;
export const ids = [2493];
export const modules = {

/***/ 42493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runWith: () => (/* reexport */ runWith)
});

// UNUSED EXPORTS: action

// EXTERNAL MODULE: ../metadata/lib/definition.js
var definition = __webpack_require__(94549);
// EXTERNAL MODULE: ../config/lib/config.js
var config = __webpack_require__(10403);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
;// CONCATENATED MODULE: ../promotion/lib/calendar.js
/** The days of the week, Monday first. */
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Whether the runtime knows a time zone. */
function isZone(zone) {
    try {
        new Intl.DateTimeFormat('en', { timeZone: zone });
        return true;
    }
    catch {
        return false;
    }
}
/**
 * What the clock on the wall shows.
 *
 * Windows are compared on it, so the day on which clocks change needs no rule: an hour that comes twice is frozen twice, and one
 * that does not come is never asked about.
 */
function wallOf(now, zone) {
    const options = { hour12: false, hourCycle: 'h23', weekday: 'short' };
    const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' };
    const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options, ...digits }).formatToParts(now);
    const part = (type) => parts.find((each) => each.type === type)?.value ?? '';
    const moment = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
    const day = DAYS.find((each) => each === part('weekday').toLowerCase()) ?? 'mon';
    return { moment, day, minutes: Number(part('hour')) * 60 + Number(part('minute')) };
}
/** The minutes of the day between which a window of hours lies. */
function parseHours(hours) {
    const found = /^(\d{2}):([0-5]\d)-(\d{2}):([0-5]\d)$/.exec(hours);
    if (found === null)
        return undefined;
    const [from, to] = [Number(found[1]) * 60 + Number(found[2]), Number(found[3]) * 60 + Number(found[4])];
    return from > 1439 || to > 1440 || from === to ? undefined : [from, to];
}
const dayBefore = (day) => DAYS[(DAYS.indexOf(day) + 6) % 7] ?? 'sun';
function withinWeek({ days, hours }, { day, minutes }) {
    const on = (each) => days === undefined || days.includes(each);
    if (hours === undefined)
        return on(day);
    const [from, to] = parseHours(hours) ?? [0, 1440];
    if (from < to)
        return on(day) && minutes >= from && minutes < to;
    // It began yesterday, or begins today.
    return (on(day) && minutes >= from) || (on(dayBefore(day)) && minutes < to);
}
function withinDates({ from, to }, { moment }) {
    if (from !== undefined && moment < from)
        return false;
    if (to === undefined)
        return true;
    return to.length === 10 ? moment.slice(0, 10) <= to : moment < to;
}
/** Whether a moment, in milliseconds since the Unix epoch, is within a window. */
function isWithin(window, now, zone) {
    const wall = wallOf(now, zone);
    return withinDates(window, wall) && withinWeek(window, wall);
}
/** What a calendar says of a moment: what denies wins, and where anything allows, only that is open. */
function seasonAt({ zone, windows }, now) {
    const here = (kind) => windows.filter((window) => (window.kind ?? 'deny') === kind && isWithin(window, now, zone));
    const denied = here('deny').map(({ reason }) => reason);
    if (denied.length > 0)
        return { kind: 'frozen', why: denied };
    const allowing = windows.filter(({ kind }) => kind === 'allow');
    if (allowing.length === 0 || here('allow').length > 0)
        return { kind: 'open' };
    return { kind: 'frozen', why: [`only open for: ${allowing.map(({ reason }) => reason).join(', ')}`] };
}

;// CONCATENATED MODULE: ../promotion/lib/policy.js



const SPAN = '^[0-9]+(s|m|h|d)$';
const MOMENT = '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2})?$';
const WORD = { type: 'string', minLength: 1 };
const WINDOW = {
    type: 'object',
    additionalProperties: false,
    required: ['reason'],
    properties: {
        reason: WORD,
        kind: { enum: ['deny', 'allow'] },
        from: { type: 'string', pattern: MOMENT },
        to: { type: 'string', pattern: MOMENT },
        days: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: DAYS } },
        hours: { type: 'string', pattern: '^\\d{2}:\\d{2}-\\d{2}:\\d{2}$' },
    },
};
const GATE = {
    type: 'object',
    additionalProperties: false,
    properties: {
        after: WORD,
        requires: {
            type: 'array',
            items: {
                type: 'object',
                additionalProperties: false,
                properties: { check: WORD, environment: WORD, predicate: WORD, signer: WORD },
            },
        },
        signer: WORD,
        'max-age': { type: 'string', pattern: SPAN },
        soak: { type: 'string', pattern: SPAN },
        freeze: { type: 'array', items: WINDOW },
        'break-glass': { type: 'boolean' },
    },
};
const SCHEMA = {
    type: 'object',
    additionalProperties: false,
    required: ['environments'],
    properties: {
        'time-zone': WORD,
        environments: { type: 'object', minProperties: 1, additionalProperties: GATE },
    },
};
const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** A span such as 30m in milliseconds. */
function spanMs(text) {
    return Number.parseInt(text, 10) * (UNITS[text.at(-1) ?? ''] ?? 0);
}
function gateProblems(name, gate, names, say) {
    const at = ['environments', name];
    const { after, requires = [], soak, freeze = [] } = gate;
    const problems = [];
    if (after !== undefined && (!names.includes(after) || after === name))
        problems.push(say([...at, 'after'], `"after" is ${JSON.stringify(after)}.`, `The environments are: ${names.join(', ')}.`));
    if (soak !== undefined && after === undefined)
        problems.push(say([...at, 'soak'], '"soak" needs "after".', 'Name the environment in which the image is to have been.'));
    requires.forEach(({ check, predicate, environment }, index) => {
        if ((check === undefined) === (predicate === undefined) || (environment !== undefined && check === undefined))
            problems.push(say([...at, 'requires', String(index)], 'A requirement is a "check", maybe with its "environment", or a "predicate".', 'Give one of the two.'));
    });
    freeze.forEach((window, index) => {
        const path = [...at, 'freeze', String(index)];
        if (window.hours !== undefined && parseHours(window.hours) === undefined)
            problems.push(say([...path, 'hours'], `"hours" is ${JSON.stringify(window.hours)}.`, 'Write 16:00-24:00 or 22:00-06:00.'));
        if (window.from !== undefined && window.to !== undefined && window.to < window.from.slice(0, window.to.length))
            problems.push(say([...path, 'to'], 'The window ends before it begins.', 'Swap "from" and "to".'));
        if (window.from === undefined && window.to === undefined && window.days === undefined && window.hours === undefined)
            problems.push(say(path, 'The window says no time.', 'Give "from" and "to", "days" or "hours".'));
    });
    return problems;
}
/** An order that comes back to where it began would never let anything in. */
function circle(environments) {
    for (const start of Object.keys(environments)) {
        const seen = [start];
        for (let next = environments[start]?.after; next !== undefined; next = environments[next]?.after) {
            if (seen.includes(next))
                return [...seen, next].join(' after ');
            seen.push(next);
        }
    }
    return undefined;
}
/**
 * Reads a policy of gates in YAML or JSON.
 *
 * @throws Failure with every problem of the file, each with its line: YAML_SYNTAX, CONFIG_UNKNOWN_KEY, CONFIG_MISSING_KEY,
 * CONFIG_INVALID.
 */
function parseGates(file, text) {
    const { value, source } = (0,config/* parseConfig */.o)(file, text, { schema: SCHEMA });
    const say = (path, message, remedy) => ({ code: 'CONFIG_INVALID', message, remedy, location: source.locate(path) });
    const names = Object.keys(value.environments);
    const zone = value['time-zone'];
    const frozen = Object.values(value.environments).some(({ freeze }) => freeze !== undefined);
    const problems = names.flatMap((name) => gateProblems(name, value.environments[name] ?? {}, names, say));
    if (zone !== undefined && !isZone(zone))
        problems.push(say(['time-zone'], `There is no time zone ${JSON.stringify(zone)}.`, 'Write its IANA name, such as Europe/Berlin.'));
    if (zone === undefined && frozen)
        problems.push(say([], 'A freeze needs a "time-zone".', 'Write, for example, time-zone: Europe/Berlin.'));
    (0,failure/* failWhen */.x)(problems);
    const round = circle(value.environments);
    if (round !== undefined)
        throw new failure/* Failure */.H(say(['environments'], `The order goes in a circle: ${round}.`, 'Leave one "after" out.'));
    return value;
}
/** What the pipeline asks for where a team has no policy: production takes what was deployed and smoke-tested in staging. */
const DEFAULT_GATES = {
    environments: {
        dev: {},
        staging: {},
        production: { after: 'staging', requires: [{ check: 'smoke', environment: 'staging' }] },
    },
};

;// CONCATENATED MODULE: ../promotion/lib/check.js
/** The type of our statements about a check of an image. */
const CHECK_TYPE = 'https://slipway.dev/attestations/check/v1';
const isTree = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const word = (value) => (typeof value === 'string' && value !== '' ? value : undefined);
/** The in-toto statement of a check (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md). */
function renderCheck(name, digest, { at, ...check }) {
    return {
        _type: 'https://in-toto.io/Statement/v1',
        subject: [{ name, digest: { sha256: digest.replace('sha256:', '') } }],
        predicateType: CHECK_TYPE,
        predicate: { ...check, at: new Date(at).toISOString() },
    };
}
function runOf(value) {
    if (!isTree(value))
        return undefined;
    const [repository, id, attempt] = [word(value['repository']), word(value['id']), word(value['attempt'])];
    if (repository === undefined || id === undefined || attempt === undefined)
        return undefined;
    const [commit, url] = [word(value['commit']), word(value['url'])];
    return { repository, id, attempt, ...(commit !== undefined && { commit }), ...(url !== undefined && { url }) };
}
/** Reads a predicate of ours; undefined when it says less than it must. */
function parseCheck(predicate) {
    const [check, environment, run] = [word(predicate['check']), word(predicate['environment']), runOf(predicate['run'])];
    const [result, at] = [predicate['result'], Date.parse(String(predicate['at']))];
    if (check === undefined || run === undefined || Number.isNaN(at) || (result !== 'PASSED' && result !== 'FAILED'))
        return undefined;
    return { check, result, at, run, ...(environment !== undefined && { environment }) };
}

;// CONCATENATED MODULE: ../promotion/lib/verdict.js



const nameOf = ({ check, environment, predicate }) => check === undefined ? String(predicate) : `${check}${environment === undefined ? '' : ` in ${environment}`}`;
/** What a gate asks for: that the image was deployed before, and what its policy names. */
function asked({ after, requires = [], signer, 'max-age': maxAge }) {
    const deployed = after === undefined ? [] : [{ check: 'deploy', environment: after }];
    return [...deployed, ...requires].map((each) => ({
        ...each,
        ...((each.signer ?? signer) !== undefined && { signer: each.signer ?? signer }),
        maxAge,
    }));
}
function speaksOf({ check, environment, predicate }, claim) {
    if (predicate !== undefined)
        return claim.predicateType === predicate;
    return claim.predicateType === CHECK_TYPE && claim.check?.check === check && claim.check?.environment === environment;
}
/** Why a claim does not count, with a code; undefined when it does. */
function doubt(claim, requirement, facts) {
    const { digest, run, now } = facts;
    const { check } = claim;
    if (!claim.subjects.includes(digest))
        return ['EVIDENCE_OTHER_DIGEST', `${claim.file} is about ${claim.subjects.join(', ')}, and not about ${digest}`];
    if (check !== undefined && check.run.repository !== run.repository)
        return [
            'EVIDENCE_OTHER_REPOSITORY',
            `${claim.file} was made in ${check.run.repository}, and not in ${run.repository ?? '(unknown)'}`,
        ];
    if (requirement.signer !== undefined) {
        const why = claim.unsignedBy(requirement.signer);
        if (why !== undefined)
            return ['EVIDENCE_NOT_BELIEVED', why];
    }
    else if (check === undefined || run.id === undefined || check.run.id !== run.id) {
        const from = check === undefined ? 'says nothing of its run' : `comes from run ${check.run.id}, not from this one`;
        return ['EVIDENCE_UNSIGNED', `${claim.file} ${from}, and the policy names no "signer" by whom it could be believed`];
    }
    if (claim.failure !== undefined)
        return ['EVIDENCE_FAILED', `${claim.file} says that it did not pass: ${claim.failure}`];
    if (check !== undefined && check.at > now + CLOCKS_MS)
        return ['EVIDENCE_EXPIRED', `${claim.file} is from ${new Date(check.at).toISOString()}, which is still to come`];
    if (requirement.maxAge !== undefined && (check === undefined || now - check.at > spanMs(requirement.maxAge)))
        return ['EVIDENCE_EXPIRED', `${claim.file} is older than ${requirement.maxAge}`];
    return undefined;
}
/** How far two machines' clocks may be apart. */
const CLOCKS_MS = 5 * 60_000;
const REMEDIES = {
    EVIDENCE_OTHER_DIGEST: 'Promote the image that was tested; another digest is another image.',
    EVIDENCE_OTHER_REPOSITORY: 'Evidence counts in the repository that made it.',
    EVIDENCE_NOT_BELIEVED: 'Take the bundle that the named workflow signed, or correct "signer".',
    EVIDENCE_UNSIGNED: 'Promote in the run that tested, or sign the evidence and name who signs in the policy.',
    EVIDENCE_FAILED: 'Mend it, and let a new image through the stages.',
    EVIDENCE_EXPIRED: 'Let the image through the stage again.',
};
function answer(requirement, facts) {
    const name = nameOf(requirement);
    const about = facts.claims.filter((claim) => speaksOf(requirement, claim));
    // The newest counts: what failed after it had passed did not pass.
    const ordered = about.toSorted((a, b) => (b.check?.at ?? 0) - (a.check?.at ?? 0));
    const judged = ordered.map((claim) => ({ claim, doubt: doubt(claim, requirement, facts) }));
    const failed = judged.find(({ doubt: found }) => found === undefined || found[0] === 'EVIDENCE_FAILED');
    if (failed !== undefined && failed.doubt === undefined) {
        const by = requirement.signer ?? `this run of ${facts.run.repository ?? ''}`;
        const { check, file } = failed.claim;
        return { claim: failed.claim, met: { requirement: name, file, by, ...(check !== undefined && { at: check.at }) } };
    }
    const [first] = failed === undefined ? judged : [failed];
    if (first?.doubt === undefined) {
        const message = `Nothing proves that ${facts.digest} passed ${name}.`;
        const remedy = 'Let the image through that stage first; "evidence" must name the files that it wrote.';
        return { problem: { code: 'EVIDENCE_MISSING', message, remedy } };
    }
    const [code, why] = first.doubt;
    const message = `That ${facts.digest} passed ${name} is not proved: ${why}.`;
    return { problem: { code, message, remedy: REMEDIES[code] ?? '', location: { file: first.claim.file } } };
}
function soakProblem(gate, answers, { now, digest }) {
    const { soak, after } = gate;
    if (soak === undefined || after === undefined)
        return [];
    const deployed = answers.find((each) => 'met' in each && each.claim.check?.check === 'deploy');
    const since = deployed !== undefined && 'claim' in deployed ? deployed.claim.check?.at : undefined;
    // Without a deployment there is a problem already.
    if (since === undefined || now - since >= spanMs(soak))
        return [];
    const message = `${digest} is in ${after} since ${new Date(since).toISOString()}, which is less than ${soak}.`;
    return [{ code: 'SOAKING', message, remedy: `Promote it after ${new Date(since + spanMs(soak)).toISOString()}.` }];
}
function freeze(gate, { policy, now, breakGlass, environment }) {
    const season = seasonAt({ zone: policy['time-zone'] ?? 'UTC', windows: gate.freeze ?? [] }, now);
    if (season.kind === 'open')
        return { problems: [], broken: [] };
    const why = season.why.join(', ');
    if (gate['break-glass'] !== true) {
        const remedy = 'Wait until it is over; the policy lets nobody break it.';
        return { broken: [], problems: [{ code: 'FROZEN', message: `${environment} is frozen: ${why}.`, remedy }] };
    }
    if (breakGlass !== undefined && breakGlass.trim() !== '')
        return { problems: [], broken: season.why };
    const remedy = 'Wait until it is over, or give "break-glass" with the reason, which is kept.';
    return { broken: [], problems: [{ code: 'FROZEN', message: `${environment} is frozen: ${why}.`, remedy }] };
}
/**
 * Whether an image may go to an environment.
 *
 * Broken glass opens a freeze and nothing else: without evidence about this very digest nothing goes through.
 */
function judgeGate(facts) {
    const gate = facts.policy.environments[facts.environment];
    if (gate === undefined) {
        const message = `The policy knows no environment "${facts.environment}".`;
        const remedy = `Add it to "environments", or correct "environment"; there are: ${Object.keys(facts.policy.environments).join(', ')}.`;
        return { kind: 'closed', met: [], problems: [{ code: 'ENVIRONMENT_UNKNOWN', message, remedy }] };
    }
    const answers = asked(gate).map((requirement) => answer(requirement, facts));
    const met = answers.flatMap((each) => ('met' in each ? [each.met] : []));
    const { problems: frozen, broken } = freeze(gate, facts);
    const problems = [
        ...answers.flatMap((each) => ('problem' in each ? [each.problem] : [])),
        ...soakProblem(gate, answers, facts),
        ...frozen,
    ];
    return problems.length === 0 ? { kind: 'open', met, broken } : { kind: 'closed', met, problems };
}

// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
// EXTERNAL MODULE: ../../actions/promotion-gate/lib/action.js
var action = __webpack_require__(44137);
// EXTERNAL MODULE: ../evidence/lib/signature.js
var signature = __webpack_require__(56744);
// EXTERNAL MODULE: ../evidence/lib/statement.js
var lib_statement = __webpack_require__(47723);
// EXTERNAL MODULE: ../evidence/lib/attachment.js
var attachment = __webpack_require__(37021);
;// CONCATENATED MODULE: ../../actions/promotion-gate/lib/claims.js



function claimOf(statement, trustIn) {
    const { file, subjects, predicateType, predicate } = statement;
    const check = predicateType === CHECK_TYPE ? parseCheck(predicate) : undefined;
    if (predicateType === CHECK_TYPE && check === undefined) {
        const message = `${file} is a check that does not say "check", "result", "at" and the "run" with repository, id and attempt.`;
        return { code: 'EVIDENCE_MALFORMED', message, remedy: 'Write it with promotion-gate, mode: record.', location: { file } };
    }
    const unsignedBy = (signer) => {
        const trust = trustIn(signer);
        if (trust === undefined)
            return `${file} cannot be checked: a signature is asked for, and "trusted-root" is not given`;
        return (0,signature/* signatureProblem */.o)(statement, trust)?.message.replace(/\.$/, '');
    };
    return { file, subjects, predicateType, failure: (0,lib_statement/* failureIn */.Q6)(statement), check, unsignedBy };
}
/** A pattern that matches nothing is no evidence, and the gate says what is missing; a file that is named and not there is told. */
async function present(lines, files) {
    const found = await Promise.all(lines.map(async (line) => (/[*?[{]/.test(line) ? ((await files.glob(line)).length > 0 ? [line] : []) : [line])));
    return found.flat();
}
/** Reads all evidence. Throws a Failure with every file that is not what it should be. */
async function readClaims({ evidence = [], trustedRoot }, files) {
    const attached = await (0,attachment/* readAttachments */.V_)(await present(evidence, files), files);
    const root = trustedRoot === undefined ? undefined : await files.readText(trustedRoot);
    const trustIn = (signer) => (root === undefined ? undefined : (0,signature/* parseTrust */.S)(signer, trustedRoot ?? '', root));
    const problems = [];
    const claims = [];
    for (const each of attached) {
        const statement = (0,lib_statement/* statementIn */.hg)(each);
        // A bill of materials beside it proves nothing, and harms nothing.
        if (statement === undefined)
            continue;
        const read = 'code' in statement ? statement : claimOf(statement, trustIn);
        if ('code' in read)
            problems.push(read);
        else
            claims.push(read);
    }
    (0,failure/* failWhen */.x)(problems);
    return claims;
}

// EXTERNAL MODULE: ../oci/lib/reference.js
var lib_reference = __webpack_require__(18821);
;// CONCATENATED MODULE: ../../actions/promotion-gate/lib/subject.js


/** Reads the image; throws IMAGE_WITHOUT_DIGEST where it names no bytes. */
function subjectOf(image) {
    const reference = (0,lib_reference/* parseReference */.F2)(image);
    const { registry, path, digest } = reference;
    if (digest !== undefined)
        return { name: `${registry}/${path}`, digest };
    throw new failure/* Failure */.H((0,lib_reference/* digestMissing */.xr)(reference) ?? []);
}

;// CONCATENATED MODULE: ../../actions/promotion-gate/lib/record.js






const RESULTS = {
    success: 'PASSED',
    failure: 'FAILED',
    cancelled: 'FAILED',
    skipped: 'SKIPPED',
};
function endedOf(line, problems) {
    const [, name, word = ''] = /^([a-z0-9][a-z0-9-]*)=(.*)$/.exec(line.trim()) ?? [];
    const result = RESULTS[word];
    if (name === undefined || result === undefined) {
        const message = `The line ${JSON.stringify(line)} of "checks" is not NAME=RESULT with success, failure, cancelled or skipped.`;
        problems.push({ code: 'INPUT_MALFORMED', message, remedy: `Write, for example: smoke=\${{ needs.smoke.result }}` });
        return [];
    }
    return result === 'SKIPPED' ? [] : [{ name, result }];
}
function record_runOf({ repository, runId, runAttempt, sha, runUrl }, problems) {
    if (repository === undefined || runId === undefined)
        problems.push({
            code: 'RUN_UNKNOWN',
            message: 'It is not known which run this is, so nobody could believe what it records.',
            remedy: 'Record in a workflow; GITHUB_REPOSITORY and GITHUB_RUN_ID are not set here.',
        });
    return {
        ...{ repository: repository ?? '', id: runId ?? '', attempt: runAttempt ?? '1' },
        ...(sha !== undefined && { commit: sha }),
        ...(runUrl !== undefined && { url: runUrl }),
    };
}
/** Writes how the checks ended, a statement each. */
async function record(inputs, { files, clock }, context) {
    const problems = [];
    const subject = subjectOf(inputs.image);
    const ended = inputs.checks.flatMap((line) => endedOf(line, problems));
    const run = record_runOf(context, problems);
    (0,failure/* failWhen */.x)(problems);
    const { environment, out } = inputs;
    const written = [];
    for (const { name, result } of ended) {
        const file = `${out}/${environment}-${name}.json`;
        const check = { check: name, environment, result, at: clock.now(), run };
        await files.write(file, `${JSON.stringify(renderCheck(subject.name, subject.digest, check), null, 2)}\n`);
        written.push(file);
    }
    const headline = `${ended.length} checks of ${subject.digest} in ${environment} were recorded.`;
    return {
        verdict: 'pass',
        headline,
        outputs: (0,definition/* outputsFor */.k)(action/* action */.X, { gate: 'recorded', files: written.join('\n') }),
        summary: [
            (0,block/* table */.tp)(['check', 'result'], ended.map(({ name, result }) => [name, result])),
        ],
        data: { digest: subject.digest, environment, checks: ended.map((each) => ({ ...each })), files: written },
    };
}

// EXTERNAL MODULE: ../github/lib/deployment.js
var deployment = __webpack_require__(55517);
// EXTERNAL MODULE: ../github/lib/own-deployment.js
var own_deployment = __webpack_require__(43042);
;// CONCATENATED MODULE: ../../actions/promotion-gate/lib/tell-deployment.js

function wordOf({ verdict, met, missing, brokenGlass }, logUrl) {
    const log = logUrl === undefined ? {} : { logUrl };
    if (verdict === 'closed')
        return { state: 'failure', description: `${deployment/* GATE_CLOSED */.VR} ${missing[0]?.message ?? ''}`, ...log };
    const glass = brokenGlass === undefined ? '' : `Freeze broken by ${brokenGlass.by ?? 'unknown'}: ${brokenGlass.reason ?? ''}. `;
    const proved = met.length === 0 ? 'it asks for nothing' : met.map(({ requirement }) => requirement).join(', ');
    return { state: 'in_progress', description: `${glass}Gate open: ${proved}`, ...log };
}
async function make(github, inputs, decision, mark, sha) {
    const made = await github.createDeployment({
        sha,
        environment: inputs.environment,
        description: `${inputs.service} ${decision.digest}`,
        payload: { ...mark, image: inputs.image, digest: decision.digest, gate: decision },
        transient: false,
    });
    return made.kind === 'made' ? { kind: 'there', id: made.id } : { kind: 'nowhere', why: (0,own_deployment/* whyUntold */.F7)(made) };
}
async function placeOf(github, inputs, decision, mark, sha) {
    const found = await (0,own_deployment/* findOwnDeployment */.D9)(github, inputs.environment, sha, mark);
    if (found.kind === 'unread')
        return { kind: 'nowhere', why: `${found.reason} ${own_deployment/* GRANT_DEPLOYMENTS */.MS}` };
    const own = found.value;
    if (own.kind === 'ambiguous')
        return { kind: 'nowhere', why: `${own.ids.length} deployments of this run are open.` };
    return own.kind === 'none' ? make(github, inputs, decision, mark, sha) : { kind: 'there', id: own.id };
}
/**
 * Tells the run's deployment on GitHub what the gate found.
 *
 * A deployment that is made here carries the whole decision as its payload; deploy-k8s of the same run finds it and goes on with
 * it. One that GitHub made for the job takes no payload, and gets the decision in a line with the run's address. That it could not
 * be told changes nothing about the decision.
 */
async function tellDeployment(inputs, decision, connect, ports, context) {
    const { githubToken: token, service } = inputs;
    if (token === undefined)
        return { remarks: [] };
    const { repository, sha, apiUrl, runUrl, runAttempt: attempt = '1' } = context;
    const untold = (why) => ({
        remarks: [
            {
                level: 'warning',
                title: 'Not told on GitHub',
                message: `No deployment says what the gate found: ${why} The decision stands.`,
            },
        ],
    });
    if (repository === undefined || sha === undefined)
        return untold('this is no run of a workflow.');
    const github = connect({ apiUrl, repository, token }, ports);
    const place = await placeOf(github, inputs, decision, { run: runUrl ?? '', attempt, service }, sha);
    if (place.kind === 'nowhere')
        return untold(place.why);
    const said = await github.sayOfDeployment(place.id, wordOf(decision, runUrl));
    return said.kind === 'written' ? { deployment: String(place.id), remarks: [] } : untold((0,own_deployment/* whyUntold */.F7)(said));
}

;// CONCATENATED MODULE: ../../actions/promotion-gate/lib/run.js








function headlineOf({ environment, service }, { digest }, verdict) {
    const what = `${service} ${digest.slice(0, 19)}`;
    if (verdict.kind === 'closed') {
        const [first] = verdict.problems;
        const more = verdict.problems.length > 1 ? ` (and ${verdict.problems.length - 1} more)` : '';
        return `${what} may not go to ${environment}: ${first?.message ?? ''}${more}`;
    }
    const glass = verdict.broken.length === 0 ? '' : `, although it is frozen: ${verdict.broken.join(', ')}`;
    return `${what} may go to ${environment}${glass}.`;
}
function annotationsOf(inputs, verdict) {
    if (verdict.kind === 'closed')
        return verdict.problems.map(({ code, message, remedy = '', location }) => {
            const place = location?.line === undefined ? {} : { file: location.file, line: location.line };
            return { level: 'error', title: code, message: `${message}\n${remedy}`.trim(), ...place };
        });
    if (verdict.broken.length === 0)
        return [];
    const message = `${inputs.environment} is frozen (${verdict.broken.join(', ')}), and the glass was broken: ${inputs.breakGlass ?? ''}`;
    return [{ level: 'warning', title: 'Freeze broken', message }];
}
function summaryOf(verdict) {
    const met = verdict.met.map(({ requirement, file, at, by }) => [
        `✅ ${requirement}`,
        at === undefined ? '' : new Date(at).toISOString(),
        by,
        [{ code: file }],
    ]);
    const missing = verdict.kind === 'closed' ? verdict.problems : [];
    return [
        ...(met.length === 0 ? [] : [(0,block/* table */.tp)(['evidence', 'from', 'vouched for by', 'file'], met)]),
        ...(missing.length === 0 ? [] : [(0,block/* list */.p_)(missing.map(({ message, remedy = '' }) => [`❌ ${message} ${remedy}`]))]),
    ];
}
/** What is kept of a decision, in the report and on GitHub alike. */
function decisionOf(inputs, { digest }, verdict, by) {
    const broken = verdict.kind === 'open' ? verdict.broken : [];
    return {
        verdict: verdict.kind,
        environment: inputs.environment,
        digest,
        met: verdict.met.map((each) => ({ ...each })),
        missing: verdict.kind === 'closed' ? verdict.problems.map(({ code, message }) => ({ code, message })) : [],
        ...(broken.length > 0 && { brokenGlass: { reason: inputs.breakGlass, by, freeze: broken } }),
    };
}
async function check(inputs, connect, ports, context) {
    const { files, clock } = ports;
    const subject = subjectOf(inputs.image);
    const policy = inputs.policy === undefined ? DEFAULT_GATES : parseGates(inputs.policy, await files.readText(inputs.policy));
    const claims = await readClaims(inputs, files);
    const { repository, runId: id } = context;
    const run = { ...(repository !== undefined && { repository }), ...(id !== undefined && { id }) };
    const { environment, breakGlass } = inputs;
    const verdict = judgeGate({ environment, digest: subject.digest, policy, claims, run, breakGlass, now: clock.now() });
    const headline = headlineOf(inputs, subject, verdict);
    const decision = decisionOf(inputs, subject, verdict, context.actor);
    const told = await tellDeployment(inputs, decision, connect, ports, context);
    const broken = verdict.kind === 'open' && verdict.broken.length > 0;
    const codes = verdict.kind === 'closed' ? verdict.problems.map(({ code }) => code) : [];
    return {
        verdict: verdict.kind === 'open' ? 'pass' : 'fail',
        headline,
        outputs: (0,definition/* outputsFor */.k)(action/* action */.X, {
            gate: verdict.kind,
            missing: codes.join('\n'),
            brokenGlass: broken ? breakGlass : undefined,
            deployment: told.deployment,
        }),
        annotations: [...annotationsOf(inputs, verdict), ...told.remarks],
        summary: summaryOf(verdict),
        data: decision,
    };
}
/** Decides at the gate of an environment, or records what a later gate decides by, through whichever GitHub `connect` opens. */
function runWith(connect) {
    return async (inputs, ports, context) => inputs.mode === 'record' ? record(inputs, ports, context) : check(inputs, connect, ports, context);
}

;// CONCATENATED MODULE: ../../actions/promotion-gate/lib/index.js




/***/ }),

/***/ 10403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ parseConfig)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92393);
/* harmony import */ var ajv__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65627);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63011);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47604);




const decode = (step) => step.replaceAll('~1', '/').replaceAll('~0', '~');
const pathOf = (pointer) => pointer.split('/').slice(1).map(decode);
function shown(path) {
    return path.length === 0 ? 'The file' : `"${path.join('.')}"`;
}
function unknownKey(source, path, key, known) {
    const guess = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(key, known);
    return {
        code: 'CONFIG_UNKNOWN_KEY',
        message: `Unknown key "${key}"${path.length === 0 ? '' : ` in "${path.join('.')}"`}.`,
        remedy: guess === undefined ? `The keys here are: ${known.join(', ')}.` : `Did you mean "${guess}"?`,
        location: source.locateKey([...path, key]),
    };
}
function knownKeys(error) {
    const properties = error.parentSchema?.properties;
    return Object.keys(properties ?? {});
}
function problemOf(source, error) {
    const path = pathOf(error.instancePath);
    const params = error.params;
    if (error.keyword === 'additionalProperties')
        return unknownKey(source, path, String(params['additionalProperty']), knownKeys(error));
    const location = source.locate(path);
    if (error.keyword === 'required') {
        const key = String(params['missingProperty']);
        return { code: 'CONFIG_MISSING_KEY', message: `${shown(path)} lacks the key "${key}".`, remedy: `Add "${key}".`, location };
    }
    const allowed = params['allowedValues'];
    const detail = allowed === undefined ? error.message : `must be one of ${allowed.map((value) => JSON.stringify(value)).join(', ')}`;
    return { code: 'CONFIG_INVALID', message: `${shown(path)} ${detail ?? 'is not valid'}.`, location };
}
/** Of a schema that offers alternatives, the errors of the alternatives themselves say more than "must match one". */
function worthSaying(errors) {
    const specific = errors.filter(({ keyword }) => !['oneOf', 'anyOf', 'if'].includes(keyword));
    return specific.length > 0 ? specific : errors;
}
/**
 * Parses a configuration file in YAML or JSON and checks it against a schema.
 *
 * @throws Failure with every problem: YAML_SYNTAX, CONFIG_UNKNOWN_KEY, CONFIG_MISSING_KEY or CONFIG_INVALID, each with
 * file, line and column.
 */
function parseConfig(file, text, { schema }) {
    const source = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSource */ .P)(file, text);
    const validate = new ajv__WEBPACK_IMPORTED_MODULE_2__.Ajv({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true }).compile(schema);
    if (validate(source.value))
        return { value: source.value, source };
    const problems = worthSaying(validate.errors ?? []).map((error) => problemOf(source, error));
    const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
    throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H([...unique.values()]);
}


/***/ }),

/***/ 29880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ jsonSource)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
;// CONCATENATED MODULE: ../config/lib/json.js
const QUOTE = 34;
const BACKSLASH = 92;
function endOfString(text, start) {
    let at = start + 1;
    for (let code = text.charCodeAt(at); code !== QUOTE && at < text.length; code = text.charCodeAt(at)) {
        at += code === BACKSLASH ? 2 : 1;
    }
    return at + 1;
}
/** The text of a JSON string; most hold nothing that stands for something else. */
function textAt(text, start, end) {
    const inner = text.slice(start + 1, end - 1);
    return inner.includes('\\') ? JSON.parse(text.slice(start, end)) : inner;
}
const SCALAR_END = /[,\]}\s]/g;
function endOfScalar(text, start) {
    SCALAR_END.lastIndex = start;
    return SCALAR_END.exec(text)?.index ?? text.length;
}
function nodeAt(text, start) {
    if (text[start] === '{')
        return { start, members: new Map() };
    return text[start] === '[' ? { start, items: [] } : { start };
}
/**
 * Finds the place of every value in a text that `JSON.parse` has accepted; a loop and no recursion, however deep it is.
 *
 * A general reader that keeps places takes fifty times as long, which decides how many contracts a run can compare.
 */
function findPlaces(text, depthMax) {
    const open = [];
    const duplicates = [];
    let root = { start: 0 };
    let pending;
    let tooDeep;
    const put = (node) => {
        const parent = open.at(-1);
        if (parent === undefined)
            root = node;
        else if (parent.items !== undefined)
            parent.items.push(node);
        else if (pending !== undefined) {
            if (parent.members?.has(pending.key))
                duplicates.push(pending);
            parent.members?.set(pending.key, { key: pending.offset, node });
            pending = undefined;
        }
    };
    for (let at = 0; at < text.length;) {
        const character = text[at] ?? '';
        if (character <= ' ' || character === ',' || character === ':')
            at += 1;
        else if (character === '}' || character === ']') {
            open.pop();
            at += 1;
        }
        else if (character === '"' && open.at(-1)?.members !== undefined && pending === undefined) {
            const end = endOfString(text, at);
            pending = { key: textAt(text, at, end), offset: at };
            at = end;
        }
        else {
            const node = nodeAt(text, at);
            put(node);
            const container = node.members !== undefined || node.items !== undefined;
            if (container)
                open.push(node);
            if (open.length > depthMax)
                tooDeep ??= at;
            at = container ? at + 1 : character === '"' ? endOfString(text, at) : endOfScalar(text, at);
        }
    }
    return { root, duplicates, ...(tooDeep !== undefined && { tooDeep }) };
}
/** The offset of the value at a path, or of the key that the last step names; of the nearest ancestor when there is none. */
function offsetIn(root, path, ofKey) {
    let node = root;
    for (const [index, step] of path.entries()) {
        const member = node.members?.get(String(step));
        const next = member?.node ?? node.items?.[Number(step)];
        if (next === undefined)
            return node.start;
        if (ofKey && index === path.length - 1)
            return member?.key ?? next.start;
        node = next;
    }
    return node.start;
}

// EXTERNAL MODULE: ../config/lib/limits.js
var limits = __webpack_require__(22729);
// EXTERNAL MODULE: ../config/lib/lines.js
var lines = __webpack_require__(89810);
;// CONCATENATED MODULE: ../config/lib/json-source.js




/** A JSON text, with its value, as a document; throws a Failure for what is too deep, too large, or has a key twice. */
function jsonSource(file, text, value) {
    (0,limits/* checkSize */.C1)(file, text, 'JSON');
    const locationAt = (0,lines/* linesOf */.D)(file, text);
    const places = findPlaces(text, limits/* DEPTH_MAX */.tZ);
    if (places.tooDeep !== undefined)
        throw (0,limits/* tooDeep */.DI)(locationAt(places.tooDeep));
    const problems = places.duplicates.map(({ key, offset }) => {
        const message = `The key ${JSON.stringify(key)} stands twice in its object, so one of its values would be lost.`;
        return { code: 'YAML_SYNTAX', message, location: locationAt(offset) };
    });
    if (problems.length > 0)
        throw new failure/* Failure */.H(problems);
    return {
        file,
        value,
        locate: (path) => locationAt(offsetIn(places.root, path, false)),
        locateKey: (path) => locationAt(offsetIn(places.root, path, true)),
    };
}


/***/ }),

/***/ 22729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ checkSize),
/* harmony export */   DI: () => (/* binding */ tooDeep),
/* harmony export */   tZ: () => (/* binding */ DEPTH_MAX)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);

/** Deeper than anything that people write, and well within what a stack can hold. */
const DEPTH_MAX = 500;
/** The YAML reader takes some two seconds for a mebibyte and JSON a hundredth of that. */
const SIZE_MAX = { YAML: 8, JSON: 64 };
/** A Failure SOURCE_TOO_DEEP at a place. */
const tooDeep = (location) => new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ code: 'SOURCE_TOO_DEEP', message: `This is nested deeper than ${DEPTH_MAX} levels.`, location });
/** Throws a Failure SOURCE_TOO_LARGE for what could not be read in bounded time. */
function checkSize(file, text, form) {
    const mebibytes = text.length / 2 ** 20;
    if (mebibytes <= SIZE_MAX[form])
        return;
    const message = `The file has ${mebibytes.toFixed(1)} MiB; ${form} is read up to ${SIZE_MAX[form]} MiB.`;
    throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ code: 'SOURCE_TOO_LARGE', message, remedy: 'Split it into several files.', location: { file } });
}


/***/ }),

/***/ 89810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ linesOf)
/* harmony export */ });
function startsOf(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}
/** Tells the line and column of an offset in a file's text; both count from 1, and a line ends with its line feed. */
function linesOf(file, text) {
    let starts;
    return (offset) => {
        starts ??= startsOf(text);
        let [low, high] = [0, starts.length - 1];
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    };
}


/***/ }),

/***/ 63011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
function distance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (const [i, letter] of [...a].entries()) {
        const next = [i + 1];
        for (const [j, other] of [...b].entries()) {
            next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}
/** The known word that a misspelt one most likely means: at most two letters off, and at most half of it. */
function nearest(word, known) {
    const [best] = known
        .map((each) => ({ each, off: distance(word.toLowerCase(), each.toLowerCase()) }))
        .sort((a, b) => a.off - b.off);
    return best !== undefined && best.off <= 2 && best.off <= best.each.length / 2 ? best.each : undefined;
}


/***/ }),

/***/ 47604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ parseSource)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92393);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33483);
/* harmony import */ var _json_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29880);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22729);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89810);





function pairAt(parent, key) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(parent))
        return undefined;
    return parent.items.find((item) => String((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(item.key) ? item.key.toJSON() : item.key) === String(key));
}
function startOf(node) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? (node.range?.[0] ?? undefined) : undefined;
}
function child(node, step) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return pairAt(node, step)?.value;
    const items = node?.items;
    const item = items?.[Number(step)];
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isPair */ .tO)(item) ? item.value : item;
}
function offsetOf(root, path, ofKey) {
    let node = root;
    let offset = startOf(root) ?? 0;
    for (const [index, step] of path.entries()) {
        const key = pairAt(node, step)?.key;
        const next = child(node, step);
        const at = (ofKey && index === path.length - 1) || startOf(next) === undefined ? startOf(key) : startOf(next);
        if (at === undefined)
            return offset;
        [node, offset] = [next, at];
    }
    return offset;
}
/** JSON that the JSON reader accepts; undefined when it does not, for YAML may still be. */
function readJson(text) {
    if (!/^\s*[[{]/.test(text))
        return undefined;
    try {
        return { value: JSON.parse(text) };
    }
    catch {
        return undefined;
    }
}
function checkDepth(value, file, levels = _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .DEPTH_MAX */ .tZ) {
    if (typeof value !== 'object' || value === null)
        return;
    if (levels === 0)
        throw (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .tooDeep */ .DI)({ file });
    for (const each of Object.values(value))
        checkDepth(each, file, levels - 1);
}
/** The reader calls itself for every level, and refuses aliases that stand for more than can be written out. */
function yamlValue(file, read) {
    try {
        return read();
    }
    catch (error) {
        if (error instanceof RangeError)
            throw (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .tooDeep */ .DI)({ file });
        if (!(error instanceof ReferenceError))
            throw error;
        const message = 'The aliases of this file stand for more than 1000 values.';
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H({ code: 'YAML_ALIASES', message, remedy: 'Write them out, or use fewer.', location: { file } });
    }
}
function yamlSource(file, text) {
    (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .checkSize */ .C1)(file, text, 'YAML');
    const locationAt = (0,_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .linesOf */ .D)(file, text);
    const document = yamlValue(file, () => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { prettyErrors: false, uniqueKeys: true }));
    const overflow = document.errors.find(({ message }) => message.includes('call stack'));
    if (overflow !== undefined)
        throw (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .tooDeep */ .DI)(locationAt(overflow.pos[0]));
    const problems = [...document.errors, ...document.warnings].map((error) => ({
        code: 'YAML_SYNTAX',
        message: `This is not valid YAML: ${error.message.split('\n')[0]}.`,
        location: locationAt(error.pos[0]),
    }));
    if (problems.length > 0)
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H(problems);
    const value = yamlValue(file, () => document.toJS({ maxAliasCount: 1000 }));
    checkDepth(value, file);
    return {
        file,
        value,
        locate: (path) => locationAt(offsetOf(document.contents, path, false)),
        locateKey: (path) => locationAt(offsetOf(document.contents, path, true)),
    };
}
/**
 * Parses a YAML (or JSON) text that must hold exactly one document without errors or duplicate keys.
 *
 * @throws Failure YAML_SYNTAX with every syntax error, each with line and column; SOURCE_TOO_DEEP, SOURCE_TOO_LARGE and
 * YAML_ALIASES for what could not be read in bounded time.
 */
function parseSource(file, given) {
    const text = given.replace(/^\uFEFF/, '');
    const nul = text.indexOf('\0');
    if (nul >= 0) {
        const message = 'There is a NUL character in this file, which is no text then.';
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H({ code: 'YAML_SYNTAX', message, location: (0,_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .linesOf */ .D)(file, text)(nul) });
    }
    const json = readJson(text);
    return json === undefined ? yamlSource(file, text) : (0,_json_source_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonSource */ .u)(file, text, json.value);
}


/***/ }),

/***/ 37021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V_: () => (/* binding */ readAttachments),
/* harmony export */   q$: () => (/* binding */ BUNDLE_TYPE),
/* harmony export */   zG: () => (/* binding */ STATEMENT_TYPE)
/* harmony export */ });
/* unused harmony export artifactTypeOf */
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);

const MAX_BYTES = 64 * 1024 * 1024;
const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/i;
/** The type of an in-toto statement; https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
const STATEMENT_TYPE = 'application/vnd.in-toto+json';
/** How the media types of Sigstore's bundles begin; https://docs.sigstore.dev/about/bundle */
const BUNDLE_TYPE = 'application/vnd.dev.sigstore.bundle';
/** What a JSON file is by its own words; undefined when it does not say. */
function artifactTypeOf(json) {
    const word = (name) => (typeof json[name] === 'string' ? json[name] : '');
    if (word('_type').startsWith('https://in-toto.io/Statement/'))
        return STATEMENT_TYPE;
    if (word('mediaType').startsWith(BUNDLE_TYPE))
        return word('mediaType').replace(/\+json;version=(.*)$/, '.v$1+json');
    if (word('spdxVersion') !== '')
        return 'application/spdx+json';
    if (word('bomFormat') === 'CycloneDX')
        return 'application/vnd.cyclonedx+json';
    return Array.isArray(json['runs']) && word('version') !== '' ? 'application/sarif+json' : undefined;
}
function parse(content) {
    try {
        const value = JSON.parse(Buffer.from(content).toString('utf8'));
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function problem(code, file, message, remedy) {
    return { code, message: `${file} ${message}`, remedy, location: { file } };
}
async function readOne(file, given, files) {
    const size = await files.size(file);
    if (size > MAX_BYTES) {
        const limit = `has ${size} bytes; at most ${MAX_BYTES} can be attached.`;
        return problem('ATTACHMENT_TOO_LARGE', file, limit, 'Attach a shorter report.');
    }
    const content = await files.readBytes(file);
    const json = parse(content);
    const artifactType = given ?? (json === undefined ? undefined : artifactTypeOf(json));
    if (artifactType !== undefined)
        return { file, artifactType, content, ...(json && { json }) };
    const remedy = `Say what it is: write the line as TYPE=FILE, such as text/plain=${file}.`;
    return problem('ATTACHMENT_UNKNOWN', file, 'is no in-toto statement, Sigstore bundle, SPDX, CycloneDX or SARIF.', remedy);
}
/** Reads the files that the lines of `attach` name, as `FILE`, `TYPE=FILE` or with a glob pattern; tells everything that is wrong. */
async function readAttachments(lines, files) {
    const problems = [];
    const found = [];
    for (const line of lines) {
        const [, type, named] = /^([^=]*\/[^=]*)=(.*)$/.exec(line) ?? [];
        const given = type !== undefined && MEDIA_TYPE.test(type) ? type : undefined;
        const pattern = given === undefined ? line : (named ?? '');
        const paths = /[*?[{]/.test(pattern) ? await files.glob(pattern) : (await files.exists(pattern)) ? [pattern] : [];
        if (paths.length === 0)
            problems.push(problem('ATTACHMENT_MISSING', pattern, 'is not there.', 'Check "attach", and that the step which writes the file ran.'));
        for (const path of paths) {
            const read = await readOne(path, given, files);
            if ('code' in read)
                problems.push(read);
            else
                found.push(read);
        }
    }
    (0,_slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .failWhen */ .x)(problems);
    return found;
}


/***/ }),

/***/ 56744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ parseTrust),
/* harmony export */   o: () => (/* binding */ signatureProblem)
/* harmony export */ });
/* harmony import */ var _sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36124);
/* harmony import */ var _sigstore_protobuf_specs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17154);
/* harmony import */ var _sigstore_verify__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93575);
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92393);




/** Who issues the tokens that GitHub's workflows sign with. */
const ISSUER = 'https://token.actions.githubusercontent.com';
/** Reads a Sigstore trusted root; throws a Failure when it is none. */
function parseTrust(signer, file, text) {
    try {
        return { signer, material: (0,_sigstore_verify__WEBPACK_IMPORTED_MODULE_2__/* .toTrustMaterial */ .jO)(_sigstore_protobuf_specs__WEBPACK_IMPORTED_MODULE_1__.TrustedRoot.fromJSON(JSON.parse(text))) };
    }
    catch (cause) {
        const remedy = 'Give the file that "gh attestation trusted-root" or a Sigstore instance\'s TUF repository gives.';
        const problem = {
            code: 'TRUSTED_ROOT_MALFORMED',
            message: `${file} is not a Sigstore trusted root.`,
            remedy,
            location: { file },
        };
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H(problem, { cause });
    }
}
/**
 * Checks a bundle offline: the signature over the statement, the certificate's chain, its log entry, and a time at which the
 * certificate was good. Logs are insisted on as far as the trusted root has any: GitHub's own instance has none of its own.
 */
function verify(bundle, { material }) {
    const options = { tlogThreshold: Math.min(1, material.tlogs.length), ctlogThreshold: Math.min(1, material.ctlogs.length) };
    const entity = (0,_sigstore_verify__WEBPACK_IMPORTED_MODULE_2__/* .toSignedEntity */ .DC)((0,_sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__/* .bundleFromJSON */ .vw)(bundle));
    return new _sigstore_verify__WEBPACK_IMPORTED_MODULE_2__/* .Verifier */ .BL(material, { ...options, timestampThreshold: 1 }).verify(entity).identity;
}
/** What is wrong with a statement's signature; nothing when the wanted workflow signed exactly this. */
function signatureProblem({ file, bundle }, trust) {
    const problem = (code, message, remedy) => ({ code, message, remedy, location: { file } });
    if (bundle === undefined) {
        const remedy = 'Attach the Sigstore bundle instead, as actions/attest writes it.';
        return problem('EVIDENCE_UNSIGNED', `${file} is not signed; it must be signed by ${trust.signer}.`, remedy);
    }
    try {
        const identity = verify(bundle, trust);
        const [signer = 'nobody it names', issuer] = [identity?.subjectAlternativeName, identity?.extensions?.issuer];
        if (signer === trust.signer && issuer === ISSUER)
            return undefined;
        const by = issuer === ISSUER || signer !== trust.signer ? signer : `${signer}, vouched for by ${issuer}`;
        const remedy = 'Take evidence from the workflow that may give it, or correct "evidence-signer".';
        return problem('EVIDENCE_OTHER_SIGNER', `${file} is signed by ${by}; it must be signed by ${trust.signer}.`, remedy);
    }
    catch (error) {
        if (!(error instanceof Error))
            throw error;
        const why = error instanceof _sigstore_verify__WEBPACK_IMPORTED_MODULE_2__/* .VerificationError */ .mk ? error.message : `the bundle cannot be read (${error.message.split('\n')[0]})`;
        const remedy = 'Nothing in it can be believed: it was changed, cut, or signed by somebody whom the trusted root does not know.';
        return problem('EVIDENCE_TAMPERED', `The signature of ${file} does not hold: ${why}.`, remedy);
    }
}


/***/ }),

/***/ 47723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q6: () => (/* binding */ failureIn),
/* harmony export */   T4: () => (/* binding */ predicateTypeOf),
/* harmony export */   U2: () => (/* binding */ judgeStatements),
/* harmony export */   hg: () => (/* binding */ statementIn)
/* harmony export */ });
/* harmony import */ var _attachment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37021);

const isTree = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
function malformed(file, why) {
    const remedy = 'Write it anew with the tool that made it.';
    return { code: 'EVIDENCE_MALFORMED', message: `${file} is not an in-toto statement: ${why}.`, remedy, location: { file } };
}
function read(file, value, bundle) {
    if (!isTree(value))
        return malformed(file, 'it is not a JSON object');
    const { subject, predicateType, predicate = {} } = value;
    if (typeof predicateType !== 'string')
        return malformed(file, 'it has no "predicateType"');
    if (!isTree(predicate))
        return malformed(file, 'its "predicate" is not an object');
    const subjects = (Array.isArray(subject) ? subject : []).flatMap((each) => {
        const digest = isTree(each) && isTree(each['digest']) ? each['digest']['sha256'] : undefined;
        return typeof digest === 'string' ? [`sha256:${digest}`] : [];
    });
    if (subjects.length === 0)
        return malformed(file, 'it names no "subject" with a sha256 digest');
    return { file, subjects, predicateType, predicate, ...(bundle && { bundle }) };
}
function payloadOf({ file, json = {} }) {
    const { dsseEnvelope } = json;
    if (!isTree(dsseEnvelope) || typeof dsseEnvelope['payload'] !== 'string')
        return malformed(file, 'it is a Sigstore bundle that holds no signed statement ("dsseEnvelope")');
    try {
        return read(file, JSON.parse(Buffer.from(dsseEnvelope['payload'], 'base64').toString('utf8')), json);
    }
    catch {
        return malformed(file, 'what its bundle signs is not JSON');
    }
}
/** The statement in a file, or what is wrong with it; undefined when the file is something else, such as an SBOM. */
function statementIn(attached) {
    if (attached.artifactType === _attachment_js__WEBPACK_IMPORTED_MODULE_0__/* .STATEMENT_TYPE */ .zG)
        return read(attached.file, attached.json);
    return attached.artifactType.startsWith(_attachment_js__WEBPACK_IMPORTED_MODULE_0__/* .BUNDLE_TYPE */ .q$) ? payloadOf(attached) : undefined;
}
/** Short names of the predicate types that are asked for most. */
const SHORT = {
    'test-result': 'https://in-toto.io/attestation/test-result/v0.1',
    provenance: 'https://slsa.dev/provenance/v1',
    vulns: 'https://in-toto.io/attestation/vulns/v0.2',
};
/** The predicate type that a line of `require-evidence` means. */
function predicateTypeOf(line) {
    return SHORT[line] ?? line;
}
/**
 * What a predicate says went wrong; undefined when it passed, or when its type tells no result.
 *
 * Results by https://github.com/in-toto/attestation/tree/main/spec/predicates: `result` of a test result,
 * `verificationResult` of a summary; and `verdict`, as our own reports have it.
 */
function failureIn({ predicate }) {
    for (const [field, good] of Object.entries({
        result: ['PASSED', 'WARNED'],
        verificationResult: ['PASSED'],
        verdict: ['pass'],
    })) {
        const value = predicate[field];
        if (value !== undefined && !good.some((each) => each === value))
            return `its "${field}" is ${JSON.stringify(value)}`;
    }
    return undefined;
}
function judgeOne(statement, digest) {
    const { file, subjects, predicateType } = statement;
    if (!subjects.includes(digest)) {
        const about = subjects.length === 1 ? subjects[0] : `${subjects.length} other digests`;
        const message = `${file} is about ${about}, not about the image that is published, ${digest}.`;
        return { code: 'EVIDENCE_OTHER_DIGEST', message, remedy: 'Test the image that is published.', location: { file } };
    }
    const failure = failureIn(statement);
    if (failure === undefined)
        return undefined;
    const message = `${file} says that ${predicateType} did not pass: ${failure}.`;
    return {
        code: 'EVIDENCE_FAILED',
        message,
        remedy: 'What did not pass is not published; mend it and build anew.',
        location: { file },
    };
}
/** Everything that keeps an image from being published by its statements: missing, of another image, or not passed. */
function judgeStatements(statements, required, digest) {
    const wrong = statements.map((statement) => judgeOne(statement, digest)).filter((problem) => problem !== undefined);
    const missing = required
        .map(predicateTypeOf)
        .filter((type) => !statements.some(({ predicateType }) => predicateType === type))
        .map((type) => ({
        code: 'EVIDENCE_MISSING',
        message: `No file in "attach" proves ${type} of ${digest}.`,
        remedy: 'Add the file that the step wrote, or check that the step ran.',
    }));
    return [...missing, ...wrong];
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


/***/ })

};
