import { parseConfig } from '@slipway/config';
import { imageName, type KubeObject, type Manifest, containersOf, renameConfigReferences } from '@slipway/kubernetes';
import { COPY_OF, type Release } from '@slipway/rollout';

/** Which release of a service runs, without the value of any Secret. */
export interface ServiceSnapshot {
  readonly service: string;
  readonly release: number;
  readonly state: string;
  readonly image: string;
  readonly commit?: string;
  readonly at: string;
  readonly objects: readonly KubeObject[];
}

/** What runs in a namespace. */
export interface Snapshot {
  readonly schema: 'slipway.environment/v1';
  readonly namespace: string;
  readonly at: string;
  readonly services: readonly ServiceSnapshot[];
}

const WORD = { type: 'string', minLength: 1 };
const SERVICE = {
  type: 'object',
  additionalProperties: false,
  required: ['service', 'release', 'state', 'image', 'at', 'objects'],
  properties: {
    ...{ service: WORD, release: { type: 'integer' }, state: WORD, image: WORD, commit: WORD, at: WORD },
    objects: {
      type: 'array',
      items: {
        type: 'object',
        required: ['apiVersion', 'kind', 'metadata'],
        properties: {
          apiVersion: WORD,
          kind: WORD,
          metadata: { type: 'object', required: ['name'], properties: { name: WORD }, additionalProperties: true },
        },
        additionalProperties: true,
      },
    },
  },
};
const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['schema', 'namespace', 'at', 'services'],
  properties: {
    ...{ schema: { const: 'slipway.environment/v1' }, namespace: WORD, at: WORD },
    services: { type: 'array', items: SERVICE },
  },
};

function emptied(values: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(values ?? {}).map((key) => [key, '']));
}

/** A Secret with its keys and nothing else. */
function withoutValues(object: KubeObject): KubeObject {
  if (object.kind !== 'Secret') return object;
  const { data, stringData, ...rest } = object;
  return {
    ...rest,
    ...(data !== undefined && { data: emptied(data) }),
    ...(stringData !== undefined && { stringData: emptied(stringData) }),
  };
}

/** A release's objects as its manifests have them: without the copies of configuration, and with the names of the originals. */
function originals(objects: readonly KubeObject[]): readonly KubeObject[] {
  const copies = new Map(
    objects.flatMap(({ kind, metadata: { name, annotations } }) => {
      const original = annotations?.[COPY_OF];
      return original === undefined ? [] : [[`${kind}/${name}`, original] as const];
    }),
  );
  return objects
    .filter(({ metadata }) => metadata.annotations?.[COPY_OF] === undefined)
    .map((object) => renameConfigReferences(object, ({ kind, name }) => copies.get(`${kind}/${name}`) ?? name));
}

/** What is written down of a release. */
export function snapshotOf(service: string, { id, state, image, commit, at, objects }: Release): ServiceSnapshot {
  const kept = originals(objects).map(withoutValues);
  return { service, release: id, state, image, ...(commit !== undefined && { commit }), at, objects: kept };
}

/** Reads a snapshot; throws a Failure with every problem of the file. */
export function parseSnapshot(file: string, text: string): Snapshot {
  return parseConfig<Snapshot>(file, text, { schema: SCHEMA }).value;
}

/** An object whose containers name the service's image without its digest: which release runs is told apart from what it is like. */
function withoutDigest(object: KubeObject, image: string): KubeObject {
  const copy = structuredClone(object) as KubeObject;
  for (const { container } of containersOf(copy)) {
    if (container.image === image) (container as { image?: string }).image = imageName(image);
  }
  return copy;
}

/** The objects of a snapshot; all stand in its file. */
export function manifestsOf(snapshot: Snapshot, file: string): readonly Manifest[] {
  return snapshot.services.flatMap(({ image, objects }) =>
    objects.map((object) => ({ object: withoutDigest(object, image), file, locate: () => ({ file }) })),
  );
}
