import { clusterInputs } from '@slipway/cluster-login';
import { choice, defineAction, duration, integer, list, number, pairs, path, percent, text } from '@slipway/metadata';
import { COMMAND, commandProblems } from './action-e2e.ts';
import { JUDGING, loadProblems, SHARED } from './action-load.ts';
import { k6Problems } from './load/k6-release.ts';
import { CLUSTER, suiteProblems, VERSION, versionProblems } from './action-suite.ts';

/** The metadata of smoke-test. */
export const action = defineAction({
  name: 'smoke-test',
  title: 'Smoke test',
  description: "Tests a deployed service: with a suite of requests, once or under load, or by a project's own end-to-end command",
  branding: { icon: 'activity', color: 'green' },
  inputs: {
    url: text('Address of the service, with its scheme; in the mode suite also service/NAME:PORT within `namespace`', {
      required: true,
      example: 'https://orders.staging.example.com',
    }),
    suite: path('The suite: a YAML file of requests and expectations', { default: '.slipway/smoke.yml' }),
    values: pairs('Values for `{{name}}` in the suite, or variables for a script or command, as lines of NAME=value'),
    secretEnv: list(
      "Names of the step's variables that fill `{{NAME}}` in the suite, or go to a script or command; their values are masked",
    ),
    caFile: path('Certificates (PEM) of the authorities to trust, in place of the public ones'),
    openapi: path("The service's own OpenAPI description, by which every answer is judged, too"),
    expectVersion: text('The version that must answer, such as a commit or a digest; without it none is checked'),
    versionFrom: choice('Where an answer tells its version', ['header', 'json', 'text'], { default: 'header' }),
    versionHeader: text('Response header that tells the version', { default: 'x-version' }),
    versionPath: text('Path that is asked for the version; by default the first plain GET of the suite, or / without one'),
    versionJson: text('JSONPath of the version in the answer, when `version-from` is json', { example: '$.build.commit' }),
    versionStreak: integer('How many answers in a row must come from the version before anything is tested', {
      default: '3',
      min: 1,
      max: 1000,
    }),
    versionWithin: duration('How long other versions may still answer', { default: '30s' }),
    readyWithin: duration('How long the service may take to give its first answer', { default: '30s' }),
    requestTimeout: duration('How long one request may take', { default: '5s' }),
    timeout: duration('How long the whole suite may take; cleaning up has as long again', { default: '2m' }),
    namespace: text('Namespace of the service within a cluster'),
    pods: text('Labels of pods, every ready one of which must answer with the version', { example: 'app=orders' }),
    podPort: integer('Port of the pods; by default the first that their first container names', { min: 1, max: 65535 }),
    ...clusterInputs,
    junit: path('Where to write the results as JUnit XML'),
    command: text('The end-to-end test command: a program and its arguments, without a shell', {
      required: true,
      example: 'npm run test:e2e',
    }),
    prepare: list('Commands to run before, one a line, outside the time budget', { example: 'npm ci' }),
    workingDirectory: path('Where the command runs', { default: '.' }),
    reports: list('JUnit XML files that the command writes, one glob pattern a line, from the working directory', {
      default: 'reports/*.xml',
    }),
    timeBudget: duration('How long the command may take; over it, it is ended with all that it started, and has failed', {
      default: '15m',
    }),
    minTests: integer('Fewer executed tests than this are a failure: an empty run proves nothing', { default: '1', min: 0 }),
    urlVariable: text('The variable by which the command is told the address', { default: 'BASE_URL' }),
    image: text('The image that is deployed, by its digest; the command is told it as RELEASE_IMAGE and RELEASE_DIGEST'),
    passEnv: list("Names of the step's variables to pass on to the command, which are no secrets"),
    loadRate: number('Requests a second, sent evenly whether or not those before are answered', {
      required: true,
      min: 0.1,
      max: 1000,
      example: '50',
    }),
    loadDuration: duration('How long the load is measured; at most 10m', { default: '1m' }),
    loadWarmUp: duration('How long the same load is sent before that, unmeasured', { default: '5s' }),
    inFlightMax: integer('How many requests may be on their way at once; those beyond wait, and their waiting counts', {
      default: '100',
      min: 1,
      max: 1000,
    }),
    errorRateMax: percent('Limit of the share of requests that may fail', { default: '1%' }),
    p50Max: duration('Limit of the median latency'),
    p95Max: duration('Limit of the latency that 95 % of the requests do not exceed'),
    p99Max: duration('Limit of the latency that 99 % of the requests do not exceed'),
    baseline: path('Figures of earlier releases; without the file, the limits judge alone'),
    baselineOut: path('Where to write those figures together with those of this run, when it passes'),
    slowerMax: percent('By how much the latencies may rise over those of earlier releases', { default: '20%' }),
    slowerFloor: duration('A rise of the latencies by less than this never matters', { default: '5ms' }),
    falseAlarmMax: percent('Promised probability of failing a release that is within the limits', { default: '1%' }),
    k6Script: path('A k6 script; it is given the address as __ENV.BASE_URL, and the values by their names', { required: true }),
    k6: path(
      'The program, by its name on the path or by its own path; without it the k6 on the path, or else the pinned release',
    ),
    k6Version: text('Version of k6 to fetch, whatever is on the path; one that is not pinned needs `k6-sha256`', {
      example: '1.4.2',
    }),
    k6Sha256: text("SHA-256 of that version's tar.gz for the runner's processor, as k6's makers publish it"),
    k6Mirror: text("Address that has k6's releases in the place of GitHub"),
    minRequests: integer('With fewer requests, a run is never a pass', { default: '200', min: 1 }),
  },
  outputs: {
    requests: 'How many requests the suite has, setup and cleanup included',
    failed: 'How many requests failed, those that were not sent included; or how many tests of a command',
    flaky: 'How many requests passed only when tried again',
    version: 'What was found of the version: proved, version-mismatch, mixed, changed, untold or unchecked',
    tests: 'How many end-to-end tests were executed',
    skipped: 'How many end-to-end tests were skipped',
    seconds: 'How long the end-to-end command took',
    performance: 'What a load came to: pass, regressed, slower, too-little-traffic or could-not-tell',
    p50: 'Median latency under load, in milliseconds',
    p95: 'Latency under load that 95 % of the requests did not exceed, in milliseconds',
    p99: 'Latency under load that 99 % of the requests did not exceed, in milliseconds',
    errorRate: 'Share of the requests of a load that failed, from 0 to 1',
  },
  permissions: {},
  modes: {
    suite: {
      description: 'Sends the suite once and judges every answer',
      inputs: [...SHARED, 'openapi', ...VERSION, 'timeout', 'junit', ...CLUSTER],
    },
    e2e: {
      description: "Runs a project's own end-to-end command against the service, and judges it by the reports that it writes",
      inputs: [
        'url',
        'suite',
        ...COMMAND,
        'values',
        'secretEnv',
        'caFile',
        'readyWithin',
        'requestTimeout',
        ...VERSION,
        'junit',
        ...CLUSTER,
      ],
    },
    load: {
      description:
        "Sends the suite's requests at a steady rate, and judges errors and latencies by limits and beside earlier releases",
      inputs: [...SHARED, 'loadRate', 'loadDuration', 'loadWarmUp', 'inFlightMax', ...JUDGING],
    },
    k6: {
      description: "Runs the team's own k6 script, and judges what it measured as any other load",
      inputs: ['url', 'values', 'secretEnv', 'timeout', 'k6Script', 'k6', 'k6Version', 'k6Sha256', 'k6Mirror', ...JUDGING],
    },
  },
  contradictions: (inputs) => {
    if (inputs.mode === 'suite') return suiteProblems(inputs);
    if (inputs.mode === 'e2e') return [...commandProblems(inputs), ...versionProblems(inputs)];
    return [...loadProblems(inputs), ...(inputs.mode === 'k6' ? k6Problems(inputs) : [])];
  },
});
