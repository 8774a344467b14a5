import { describe, expect, test } from '@jest/globals';
import type { ActionDefinition } from '@slipway/metadata';
import { definitions } from '../../scripts/definitions.ts';
import { askedPermissions, callProblems, grantProblems, outputProblems, runsCode, stepProblems } from './rules.ts';
import { caller, type Step, workflows } from './workflow.ts';

const all = workflows();
const actions = new Map<string, ActionDefinition>((await definitions()).map((definition) => [definition.name, definition]));
const CALLERS = [
  'test/fixtures/services/order-service/.github/workflows/ci.yml',
  'test/fixtures/services/payment-service/.github/workflows/ci.yml',
  'workflows-templates/starter/slipway.yml',
];

describe.each([...all])('%s', (_, workflow) => {
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps ?? []);

  test("asks its actions only for what their definitions know, and pins everybody else's by commit", () => {
    expect(steps.flatMap((step) => stepProblems(step, actions))).toEqual([]);
    expect(outputProblems(workflow, actions)).toEqual([]);
  });

  test('calls other workflows with what they know, and grants what they ask for', () => {
    expect(jobs.flatMap((job) => callProblems(job, all))).toEqual([]);
    expect(grantProblems(workflow, all)).toEqual([]);
  });

  test('holds no script, and states permissions and a time limit for each of its own jobs', () => {
    expect(steps.filter(({ run }) => run !== undefined)).toEqual([]);
    expect(workflow.permissions).toEqual({});
    for (const job of jobs) {
      expect(job.permissions).toBeDefined();
      if (job.steps !== undefined) expect(job['timeout-minutes']).toBeGreaterThan(0);
    }
  });

  test('a job that deploys names its environment and never runs beside another, nor is cancelled half way', () => {
    for (const job of jobs.filter(({ steps: own }) => own?.some(({ uses }) => uses?.includes('/deploy-k8s@')))) {
      expect(job.environment).toBeDefined();
      expect(job.concurrency).toMatchObject({ group: expect.stringContaining('inputs.service'), 'cancel-in-progress': false });
    }
  });

  test('a job that tells what was found never runs beside another of the same service and commit', () => {
    const tells = ({ uses, with: given }: Step): boolean => /\/contract-test@/.test(uses ?? '') && given?.['mode'] === 'tell';
    for (const job of jobs.filter(({ steps: own }) => own?.some(tells)))
      expect(job.concurrency).toMatchObject({
        group: expect.stringMatching(/inputs\.service.*sha/),
        'cancel-in-progress': false,
      });
  });

  test('a job that runs the code of the service may write nothing', () => {
    for (const job of jobs.filter(({ steps: own }) => own?.some(runsCode)))
      expect(Object.values(job.permissions ?? {}).filter((level) => level !== 'read' && level !== 'none')).toEqual([]);
  });

  test('is never started by what lets strangers in, and hands on no secret unnamed', () => {
    expect(Object.keys(workflow.on)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(pull_request_target|workflow_run)$/)]),
    );
    expect(jobs.filter(({ secrets }) => secrets === 'inherit')).toEqual([]);
  });

  test('a job that holds a secret runs none of the code of the service', () => {
    for (const job of jobs)
      if (JSON.stringify(job.steps ?? []).includes('secrets.')) expect((job.steps ?? []).filter(runsCode)).toEqual([]);
  });
});

test.each(CALLERS)('the caller %s fits the pipeline and grants what it asks for', (path) => {
  const workflow = caller(path);
  expect(Object.values(workflow.jobs).flatMap((job) => callProblems(job, all))).toEqual([]);
  expect(grantProblems(workflow, all)).toEqual([]);
});

describe('the rules are not blind', () => {
  const pipeline = all.get('pipeline.yml');
  const uses = 'org/actions/.github/workflows/pipeline.yml@v1';

  test('to permissions that a caller does not grant', () => {
    expect(grantProblems({ on: {}, permissions: { contents: 'read' }, jobs: { pipeline: { uses } } }, all)).toEqual([
      'job pipeline must grant packages: write',
      'job pipeline must grant checks: write',
      'job pipeline must grant pull-requests: write',
      'job pipeline must grant issues: write',
      'job pipeline must grant security-events: write',
      'job pipeline must grant actions: read',
      'job pipeline must grant deployments: write',
      'job pipeline must grant statuses: write',
    ]);
    expect(pipeline && askedPermissions(pipeline, all).get('packages')).toBe('write');
  });

  test('to inputs that are unknown or missing', () => {
    expect(callProblems({ uses, with: { nonsense: 1 } }, all)).toEqual(
      expect.arrayContaining(['pipeline.yml has no input nonsense', 'pipeline.yml needs the input service']),
    );
    expect(stepProblems({ uses: 'org/actions/smoke-test@v1', with: { ulr: 'x' } }, actions)).toEqual([
      'smoke-test has no input ulr',
      'smoke-test needs the input url',
    ]);
  });

  test('to an action that is not pinned, one that does not exist, and an output that nobody writes', () => {
    expect(stepProblems({ uses: 'actions/checkout@v5' }, actions)).toHaveLength(1);
    expect(stepProblems({ uses: 'org/actions/nothing@v1' }, actions)).toHaveLength(1);
    const job = {
      steps: [{ id: 'x', uses: 'org/actions/smoke-test@v1' } as Step],
      outputs: { y: 'steps.x.outputs.nothing' },
    };
    expect(outputProblems({ on: {}, jobs: { a: job } }, actions)).toEqual(['step x has no output nothing']);
  });

  test('to steps that run the code of the service, and to none else', () => {
    const step = (mode?: string): Step => ({
      uses: 'org/actions/contract-test@v1',
      ...(mode !== undefined && { with: { mode } }),
    });
    expect([step(), step('verify'), { uses: 'org/actions/run-tests@v1' }].map(runsCode)).toEqual([true, true, true]);
    expect([step('compare'), step('tell'), step('can-i-deploy')].map(runsCode)).toEqual([false, false, false]);
    const smoke = (mode: string): Step => ({ uses: 'org/actions/smoke-test@v1', with: { mode } });
    expect(['e2e', 'k6', 'suite', 'load', ''].map(smoke).map(runsCode)).toEqual([true, true, false, false, false]);
  });
});

test('runs end-to-end tests where they were deployed, of the release by its digest and between two proofs of its version', () => {
  const staging = [...all].find(([path]) => /(^|\/)staging\.yml$/.test(path))?.[1];
  const steps = Object.values(staging?.jobs ?? {}).flatMap(({ steps: own = [] }) => own);
  expect(steps.filter((step) => step.with?.['mode'] === 'e2e').map((step) => step.with)).toEqual([
    expect.objectContaining({
      url: expect.stringMatching(/^\$\{\{ inputs\.url \}\}$/),
      image: expect.stringMatching(/^\$\{\{ inputs\.image \}\}$/),
      'expect-version': expect.stringContaining("inputs.version-header != '' && github.sha"),
    }),
  ]);
});

test('puts nobody under load unless a rate is given', () => {
  const { staging } = Object.fromEntries([...all].map(([path, workflow]) => [path.replace(/^.*\/|\.yml$/g, ''), workflow]));
  const loads = Object.values(staging?.jobs ?? {}).filter(({ steps = [] }) =>
    steps.some((step) => step.with?.['mode'] === 'load'),
  );
  expect(loads.map((job) => job.if)).toEqual(["inputs.load-rate != ''"]);
});
