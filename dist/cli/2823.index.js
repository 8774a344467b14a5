export const id = 2823;
export const ids = [2823];
export const modules = {

/***/ 42823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* reexport */ action/* action */.X),
  run: () => (/* reexport */ run)
});

// EXTERNAL MODULE: ../../actions/require-jobs/lib/action.js
var action = __webpack_require__(7702);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
// EXTERNAL MODULE: ../github/lib/job-result.js
var job_result = __webpack_require__(43217);
;// CONCATENATED MODULE: ../../actions/require-jobs/lib/verdict.js

const REMEDY = 'Write "results: $' + '{{ toJSON(needs) }}" in a job that needs them, with "if: always()".';
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** Reads the jobs from the JSON of the `needs` context, or everything that is wrong with it. */
function parseJobs(text, maySkip) {
    const needs = parse(text);
    const problem = (message) => ({ code: 'RESULTS_MALFORMED', message, remedy: REMEDY });
    if (typeof needs !== 'object' || needs === null || Array.isArray(needs) || Object.keys(needs).length === 0)
        return { jobs: [], problems: [problem('Input "results" is not a JSON object of jobs.')] };
    const entries = Object.entries(needs).map(([id, job]) => [id, job?.result]);
    const unknown = maySkip.filter((id) => !entries.some(([own]) => own === id));
    return {
        jobs: entries.flatMap(([id, result]) => ((0,job_result/* isJobResult */.r)(result) ? [{ id, result }] : [])),
        problems: [
            ...entries
                .filter(([, result]) => !(0,job_result/* isJobResult */.r)(result))
                .map(([id, result]) => problem(`Input "results" has the result ${JSON.stringify(result) ?? 'nothing'} for the job "${id}".`)),
            ...unknown.map((id) => problem(`Input "may-skip" names the job "${id}", which is not in "results".`)),
        ],
    };
}
/** Judges the jobs: each must have succeeded, or have been skipped where it may. */
function judgeJobs(jobs, maySkip) {
    const guilty = jobs.filter(({ id, result }) => result !== 'success' && !(result === 'skipped' && maySkip.includes(id)));
    if (guilty.length > 0)
        return { kind: 'fail', guilty };
    return { kind: 'pass', skipped: jobs.filter(({ result }) => result === 'skipped').map(({ id }) => id) };
}

;// CONCATENATED MODULE: ../../actions/require-jobs/lib/run.js



/** Concludes from the results of jobs; a job that did not run and must have is as bad as one that failed. */
async function run({ results, maySkip = [] }) {
    const { jobs, problems } = parseJobs(results, maySkip);
    (0,failure/* failWhen */.x)(problems);
    const verdict = judgeJobs(jobs, maySkip);
    const skipped = jobs.filter(({ result }) => result === 'skipped').map(({ id }) => id);
    const notRun = skipped.length === 0 ? '' : ` (${skipped.join(', ')} had nothing to do)`;
    return {
        verdict: verdict.kind,
        headline: verdict.kind === 'pass'
            ? `All that had to run succeeded${notRun}.`
            : `Not all that had to run succeeded: ${verdict.guilty.map(({ id, result }) => `${id} ${result}`).join(', ')}.`,
        outputs: { skipped: skipped.join('\n') },
        summary: [
            (0,block/* table */.tp)(['job', 'result'], jobs.map(({ id, result }) => [id, result])),
        ],
        data: jobs.map((job) => ({ ...job })),
    };
}

;// CONCATENATED MODULE: ../../actions/require-jobs/lib/index.js




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


/***/ })

};
