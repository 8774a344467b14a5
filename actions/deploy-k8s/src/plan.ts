import { Failure, failWhen, type Problem } from '@slipway/failure';
import {
  type Kubernetes,
  KubernetesFailure,
  type KubeObject,
  type Manifest,
  objectName,
  parseFieldPath,
  targetOf,
  unlessUnknown,
} from '@slipway/kubernetes';
import { applyObject, FENCE, isArgoRollout, SERVICE } from '@slipway/rollout';
import type { Scene } from './scene.ts';

/** What applying one object would do, by the cluster's own word. */
export interface Step {
  readonly manifest: Manifest;
  readonly change: 'create' | 'change' | 'replace' | 'same' | 'unknown';
  /** The paths of the fields that would change; never their values, which may be secret. */
  readonly fields: readonly string[];
  /** Why the server could not judge it. */
  readonly why?: string;
  /** Whether the pods' template is among what changes, so that new pods take the place of the old ones. */
  readonly replacesPods: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const FIELDS_SHOWN = 12;

/** The paths at which two values differ. */
export function changedFields(before: unknown, after: unknown, path = ''): readonly string[] {
  if (!isFields(before) || !isFields(after)) return Object.is(before, after) ? [] : [path];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => changedFields(before[key], after[key], path === '' ? key : `${path}.${key}`));
}

/** The object without what the server itself keeps, what changes by itself, and the fence, which is no wish of anybody's. */
function essence({ metadata, status: _status, ...rest }: KubeObject): unknown {
  const { managedFields: _fields, resourceVersion: _version, generation: _generation, annotations = {}, ...kept } = metadata;
  const { [FENCE]: _fence, ...wished } = annotations;
  return { ...rest, metadata: { ...kept, annotations: wished } };
}

/** The value without what is empty in it. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isFields(value)) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, withoutEmpty(each)] as const);
  return Object.fromEntries(entries.filter(([, each]) => !isFields(each) || Object.keys(each).length > 0));
}

/** What two versions of an object differ in. The controller of Argo Rollouts writes empty fields into what we wrote. */
function differences(live: KubeObject, judged: KubeObject): readonly string[] {
  const shape = isArgoRollout(live) ? withoutEmpty : (value: unknown): unknown => value;
  return changedFields(shape(essence(live)), shape(essence(judged)));
}

function foreignProblem(manifest: Manifest, owner: string): Problem {
  return {
    code: 'OBJECT_FOREIGN',
    message: `${objectName(manifest.object)} belongs to the service ${owner}.`,
    remedy: `Give the object another name, or take it over: remove its annotation ${SERVICE}.`,
    location: manifest.locate(['metadata', 'name']),
  };
}

const IMMUTABLE_REMEDY =
  'Give the object another name, so that the old one goes when the new one runs; or delete it yourself first, which stops what it runs.';

function onLines(manifest: Manifest, error: KubernetesFailure): readonly Problem[] {
  return error.problems.map((problem, index) => {
    const field = error.causes[index]?.field;
    const remedy = isImmutable(error) ? IMMUTABLE_REMEDY : problem.remedy;
    return { ...problem, ...(remedy && { remedy }), location: manifest.locate(field === undefined ? [] : parseFieldPath(field)) };
  });
}

const isImmutable = (error: unknown): error is KubernetesFailure =>
  error instanceof KubernetesFailure && error.causes.some(({ message = '' }) => message.includes('immutable'));

/** Admission webhooks that do something besides answering must not be asked in a dry run, and the server says so. */
const isUnjudgeable = (error: unknown): boolean =>
  error instanceof KubernetesFailure && error.status === 400 && /does not support dry run/i.test(error.message);

/**
 * What a refusal of the dry run means for the deploy: a Job that ran cannot be changed and is no loss, so it is made anew; and
 * what the server cannot judge is found out by doing it. Anything else is for a person to decide.
 */
function otherwise(object: KubeObject): (error: unknown) => 'replace' | 'unknown' {
  return (error) => {
    if (object.kind === 'Job' && isImmutable(error)) return 'replace';
    if (isUnjudgeable(error)) return 'unknown';
    throw error;
  };
}

async function stepOf(client: Kubernetes, manifest: Manifest, service: string, force: boolean): Promise<Step> {
  const { object } = manifest;
  const served = await unlessUnknown(client.resource(object));
  if (served === undefined)
    return { manifest, change: 'unknown', fields: [], replacesPods: true, why: 'its definition is only in this set' };
  const live = await client.get(targetOf(object));
  const owner = live?.metadata.annotations?.[SERVICE] ?? service;
  if (owner !== service) throw new Failure(foreignProblem(manifest, owner));
  const judged = await applyObject(client, object, { force, dryRun: true }).catch(otherwise(object));
  if (judged === 'replace') return { manifest, change: judged, fields: [], replacesPods: true };
  if (judged === 'unknown')
    return { manifest, change: judged, fields: [], replacesPods: true, why: 'a webhook refuses dry runs' };
  if (live === undefined) return { manifest, change: 'create', fields: [], replacesPods: true };
  const fields = differences(live, judged);
  const replacesPods = fields.some((field) => field.startsWith('spec.template'));
  return { manifest, change: fields.length === 0 ? 'same' : 'change', fields: fields.slice(0, FIELDS_SHOWN), replacesPods };
}

/** Lets the server judge every object without storing it; throws with all it refuses, each on its manifest line. */
export async function planSteps(
  { client, inputs }: Pick<Scene, 'client' | 'inputs'>,
  manifests: readonly Manifest[],
  force: boolean,
): Promise<readonly Step[]> {
  const problems: Problem[] = [];
  const steps: Step[] = [];
  for (const manifest of manifests) {
    try {
      steps.push(await stepOf(client, manifest, inputs.service, force));
    } catch (error) {
      if (error instanceof KubernetesFailure) problems.push(...onLines(manifest, error));
      else if (error instanceof Failure && error.code === 'OBJECT_FOREIGN') problems.push(...error.problems);
      else throw error;
    }
  }
  failWhen(problems);
  return steps;
}

/** The steps of a set whose namespace is not there yet: the server can judge nothing in it. */
export function unjudgedSteps(manifests: readonly Manifest[]): readonly Step[] {
  const why = 'its namespace is not there yet';
  return manifests.map((manifest) => ({ manifest, change: 'unknown', fields: [], replacesPods: true, why }));
}

/** The step as a person says it. */
export function stepName({ manifest }: Step): string {
  return objectName(manifest.object);
}
