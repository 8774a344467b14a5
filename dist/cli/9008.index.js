export const id = 9008;
export const ids = [9008];
export const modules = {

/***/ 49008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runWith: () => (/* reexport */ runWith)
});

// UNUSED EXPORTS: action

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
// EXTERNAL MODULE: ../github/lib/job-result.js
var job_result = __webpack_require__(43217);
;// CONCATENATED MODULE: ../../actions/report-status/lib/ending.js

const spell = ({ number, name }) => `stage ${number} (${name})`;
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** A run in which nothing failed; a stage that was left out without a reason we know is never green. */
function quietEnding(stages, pullRequest) {
    const last = stages.findLastIndex(({ result }) => result === 'success');
    const [reached, next] = [stages[last], stages[last + 1]];
    const leftOut = stages.slice(0, last).find(({ result }) => result === 'skipped');
    if (reached === undefined)
        return { state: 'error', sentence: 'No stage ran.' };
    if (leftOut !== undefined)
        return { state: 'error', sentence: `${capital(spell(reached))} ran, although ${spell(leftOut)} was skipped.` };
    const overtaken = stages.find((stage) => stage.overtaken);
    if (overtaken !== undefined)
        return { state: 'success', sentence: `A newer commit had overtaken it in ${spell(overtaken)}.` };
    if (next === undefined)
        return { state: 'success', sentence: 'The release reached production.' };
    if (reached.name === 'test') {
        const sentence = pullRequest ? 'The pull request is built and tested.' : 'Built and tested; this run is not a release.';
        return { state: 'success', sentence };
    }
    return { state: 'error', sentence: `Ended after ${spell(reached)}: ${spell(next)} was skipped.` };
}
/** Says how the pipeline ended; of several bad ends the first in the order of the stages is told. */
function judgeStages(stages, pullRequest) {
    const state = (0,job_result/* stateOfJobs */.f)(stages.map(({ result }) => result));
    const first = (wanted) => stages.find(({ result }) => result === wanted);
    const [failed, cancelled] = [first('failure'), first('cancelled')];
    if (failed !== undefined)
        return { state, sentence: `Stopped in ${spell(failed)}.` };
    if (cancelled !== undefined)
        return { state, sentence: `Cancelled in ${spell(cancelled)}.` };
    return quietEnding(stages, pullRequest);
}

;// CONCATENATED MODULE: ../../actions/report-status/lib/stage.js

/** The stages in their order; the JSON of the `needs` context keeps none. */
const STAGES = ['build', 'test', 'publish', 'staging', 'production'];
const REMEDY = `Write "results: \${{ toJSON(needs) }}" in a job that needs all five stages.`;
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const problem = (message) => ({ code: 'RESULTS_MALFORMED', message, remedy: REMEDY });
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function readStage(name, index, needs) {
    const job = needs[name];
    if (job === undefined)
        return problem(`Input "results" has no stage "${name}".`);
    const result = isRecord(job) ? job['result'] : undefined;
    const overtaken = isRecord(job) && isRecord(job['outputs']) && job['outputs']['skipped'] === 'true';
    if ((0,job_result/* isJobResult */.r)(result))
        return { number: index + 1, name, result, ...(overtaken && { overtaken }) };
    const shown = result === undefined ? 'no result' : `the unknown result ${JSON.stringify(result)}`;
    return problem(`Input "results" has ${shown} for the stage "${name}".`);
}
/** Reads the stages from the JSON of the `needs` context; what is wrong with it goes to `problems`. */
function parseStages(text, problems) {
    const needs = parseJson(text);
    if (!isRecord(needs)) {
        problems.push(problem('Input "results" is not a JSON object of jobs.'));
        return [];
    }
    const unknown = Object.keys(needs).filter((name) => !STAGES.some((stage) => stage === name));
    problems.push(...unknown.map((name) => problem(`Input "results" has the job ${JSON.stringify(name)}, which is no stage.`)));
    const read = STAGES.map((name, index) => readStage(name, index, needs));
    problems.push(...read.filter((each) => 'code' in each));
    return read.filter((each) => 'result' in each);
}

// EXTERNAL MODULE: ../runner/lib/event.js
var lib_event = __webpack_require__(77297);
;// CONCATENATED MODULE: ../../actions/report-status/lib/target.js

/** Whether the run belongs to a pull request. */
function isPullRequest({ eventName }) {
    return eventName?.startsWith('pull_request') === true;
}
/** Finds out where the status goes; what is missing or malformed goes to `problems`. */
async function gatherTarget(inputs, ports, context, problems) {
    // The run's own commit of a pull request is a merge that nobody pushed: a status on it is shown nowhere.
    const head = isPullRequest(context) ? (await (0,lib_event/* readEvent */.j)(ports, context)).pull_request?.head?.sha : undefined;
    const sha = inputs.sha ?? head ?? context.sha ?? '';
    const { repository = '' } = context;
    if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha)) {
        const message = `Input "sha" is ${JSON.stringify(sha)}; expected the whole id of a commit.`;
        problems.push({ code: 'INPUT_MALFORMED', message, remedy: 'Give all of its hexadecimal digits.' });
    }
    if (!/^[^/\s]+\/[^/\s]+$/.test(repository)) {
        const message = 'The repository is not known.';
        problems.push({ code: 'REPOSITORY_UNKNOWN', message, remedy: 'Set GITHUB_REPOSITORY to owner/name.' });
    }
    return { repository, sha, context: inputs.context ?? `slipway/${inputs.service}` };
}

;// CONCATENATED MODULE: ../../actions/report-status/lib/run.js





const SYMBOLS = { success: '✅', failure: '❌', cancelled: '🚫', skipped: '⏭️' };
function summary(stages, { state, sentence }, target) {
    const rows = stages.map(({ number, name, result }) => [String(number), name, `${SYMBOLS[result]} ${result}`]);
    const status = [{ code: target.context }, { code: target.sha.slice(0, 7) }, state, sentence];
    return [(0,block/* table */.tp)(['', 'stage', 'result'], rows), (0,block/* table */.tp)(['status', 'commit', 'state', 'description'], [status])];
}
function annotations(outcome) {
    if (outcome.kind === 'written')
        return [];
    if (outcome.kind === 'not-permitted') {
        const message = `The commit status was not written: this token may not. A fork's pull request has such a token; elsewhere, grant "statuses: write". ${outcome.reason}`;
        return [{ level: 'notice', title: 'No commit status', message }];
    }
    const { code, message, remedy = '' } = outcome.problem;
    return [{ level: 'error', title: code, message: `The commit status was not written. ${message} ${remedy}`.trim() }];
}
function report(stages, ending, target, outcome) {
    const written = outcome.kind === 'written';
    return {
        // A pipeline that failed stays failed by its own job; this verdict is only about having said so.
        verdict: outcome.kind === 'failed' ? 'fail' : 'pass',
        headline: written ? ending.sentence : `${ending.sentence} The commit does not say so: its status was not written.`,
        outputs: { state: ending.state, description: ending.sentence, written: String(written) },
        annotations: annotations(outcome),
        summary: summary(stages, ending, target),
        data: {
            sha: target.sha,
            context: target.context,
            outcome: outcome.kind,
            stages: stages.map(({ number, name, result }) => ({ number, name, result })),
        },
    };
}
/** Says on the commit how the pipeline ended, through whichever GitHub `connect` opens. */
function runWith(connect) {
    return async (inputs, ports, context) => {
        const problems = [];
        const stages = parseStages(inputs.results, problems);
        const target = await gatherTarget(inputs, ports, context, problems);
        (0,failure/* failWhen */.x)(problems);
        const ending = judgeStages(stages, isPullRequest(context));
        const github = connect({ apiUrl: context.apiUrl, repository: target.repository, token: inputs.token }, ports);
        const outcome = await github.setCommitStatus({
            sha: target.sha,
            state: ending.state,
            context: target.context,
            description: ending.sentence,
            ...(context.runUrl !== undefined && { targetUrl: context.runUrl }),
        });
        return report(stages, ending, target, outcome);
    };
}

;// CONCATENATED MODULE: ../../actions/report-status/lib/index.js




/***/ }),

/***/ 43217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ stateOfJobs),
/* harmony export */   r: () => (/* binding */ isJobResult)
/* harmony export */ });
const JOB_RESULTS = ['success', 'failure', 'cancelled', 'skipped'];
/** Whether the text is one of GitHub's four results. */
function isJobResult(text) {
    return JOB_RESULTS.some((result) => result === text);
}
/** The state that the results of a pipeline's jobs come to; when no job ran, nobody can tell. */
function stateOfJobs(results) {
    if (results.includes('failure'))
        return 'failure';
    if (results.includes('cancelled'))
        return 'error';
    return results.includes('success') ? 'success' : 'error';
}


/***/ }),

/***/ 77297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/** The event that started the run; empty on a laptop, and where its file cannot be read. */
async function readEvent({ files, log }, context) {
    const path = context.environment('GITHUB_EVENT_PATH');
    if (path === undefined)
        return {};
    try {
        return JSON.parse(await files.readText(path));
    }
    catch (error) {
        log.debug(`The event cannot be read: ${String(error)}`);
        return {};
    }
}


/***/ })

};
