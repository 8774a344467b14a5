import { type ActionDefinition, inputName, inputsOfMode, outputName } from '@slipway/metadata';
import type { Job, Step, Workflow } from './workflow.ts';

const OWN_ACTION = /^org\/actions\/([a-z0-9-]+)@v1$/;
const OWN_WORKFLOW = /^org\/actions\/\.github\/workflows\/([a-z0-9-]+\.yml)@v1$/;
const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;
const RANK: Readonly<Record<string, number>> = { none: 0, read: 1, write: 2 };

/** What a step asks of an action of ours that the action does not know, or leaves out that it requires. */
export function stepProblems(step: Step, actions: ReadonlyMap<string, ActionDefinition>): readonly string[] {
  const [, name] = OWN_ACTION.exec(step.uses ?? '') ?? [];
  if (name === undefined)
    return step.uses !== undefined && !PINNED.test(step.uses) ? [`${step.uses} is not pinned by commit`] : [];
  const definition = actions.get(name);
  if (definition === undefined) return [`there is no action ${name}`];
  const mode = step.with?.['mode'];
  const taken = inputsOfMode(definition, mode === undefined ? undefined : String(mode));
  const inputs = new Map(Object.entries(taken).map(([key, input]) => [inputName(key), input]));
  const given = Object.keys(step.with ?? {});
  const unknown = given.filter((key) => !inputs.has(key)).map((key) => `${name} has no input ${key}`);
  const missing = [...inputs]
    .filter(([key, { required }]) => required && !given.includes(key))
    .map(([key]) => `${name} needs the input ${key}`);
  return [...unknown, ...missing];
}

/**
 * Whether a step runs code of the service: of contract-test only the mode that starts the provider, which is also the default, and of
 * smoke-test those that run a command or a script of its own.
 */
export function runsCode({ uses = '', with: given = {} }: Step): boolean {
  const verifies = /\/contract-test@/.test(uses) && ['', 'verify'].includes(String(given['mode'] ?? ''));
  const commands = /\/smoke-test@/.test(uses) && ['e2e', 'k6'].includes(String(given['mode'] ?? ''));
  return verifies || commands || /\/(run-tests|build-image)@/.test(uses);
}

/** Outputs of our steps that a workflow reads and no action writes. */
export function outputProblems(workflow: Workflow, actions: ReadonlyMap<string, ActionDefinition>): readonly string[] {
  return Object.values(workflow.jobs).flatMap((job) => {
    const ids = new Map((job.steps ?? []).map((step) => [(step as { id?: string }).id, OWN_ACTION.exec(step.uses ?? '')?.[1]]));
    return [...JSON.stringify(job).matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)].flatMap(([, id, output = '']) => {
      const definition = actions.get(ids.get(id) ?? '');
      const outputs = [...Object.keys(definition?.outputs ?? {}).map(outputName), 'verdict', 'report'];
      return outputs.includes(output) ? [] : [`step ${id} has no output ${output}`];
    });
  });
}

/** What a job asks of a workflow of ours that the workflow does not know, or leaves out that it requires. */
export function callProblems(job: Job, all: ReadonlyMap<string, Workflow>): readonly string[] {
  const [, file = ''] = OWN_WORKFLOW.exec(job.uses ?? '') ?? [];
  if (job.uses === undefined) return [];
  const call = all.get(file)?.on.workflow_call;
  if (call === undefined) return [`there is no workflow ${job.uses}`];
  const given = Object.keys(job.with ?? {});
  const secrets = job.secrets === 'inherit' ? [] : Object.keys(job.secrets ?? {});
  return [
    ...given.filter((key) => call.inputs?.[key] === undefined).map((key) => `${file} has no input ${key}`),
    ...Object.entries(call.inputs ?? {})
      .filter(([key, { required }]) => required && !given.includes(key))
      .map(([key]) => `${file} needs the input ${key}`),
    ...secrets.filter((key) => !(key in (call.secrets ?? {}))).map((key) => `${file} has no secret ${key}`),
  ];
}

/** Every permission that a workflow's jobs ask for, also through the workflows that they call. */
export function askedPermissions(workflow: Workflow, all: ReadonlyMap<string, Workflow>): ReadonlyMap<string, string> {
  const asked = new Map<string, string>();
  const add = (permissions: Iterable<readonly [string, string]>): void => {
    for (const [name, level] of permissions)
      if ((RANK[level] ?? 0) > (RANK[asked.get(name) ?? 'none'] ?? 0)) asked.set(name, level);
  };
  for (const job of Object.values(workflow.jobs)) {
    add(Object.entries(job.permissions ?? workflow.permissions ?? {}));
    const called = all.get(OWN_WORKFLOW.exec(job.uses ?? '')?.[1] ?? '');
    if (called !== undefined) add(askedPermissions(called, all));
  }
  return asked;
}

/**
 * Permissions that a called workflow's jobs ask for and the calling job does not grant.
 *
 * GitHub refuses to start such a run; no linter sees it.
 */
export function grantProblems(workflow: Workflow, all: ReadonlyMap<string, Workflow>): readonly string[] {
  return Object.entries(workflow.jobs).flatMap(([name, job]) => {
    const called = all.get(OWN_WORKFLOW.exec(job.uses ?? '')?.[1] ?? '');
    if (called === undefined) return [];
    const granted = job.permissions ?? workflow.permissions ?? {};
    return [...askedPermissions(called, all)]
      .filter(([permission, level]) => (RANK[granted[permission] ?? 'none'] ?? 0) < (RANK[level] ?? 0))
      .map(([permission, level]) => `job ${name} must grant ${permission}: ${level}`);
  });
}
