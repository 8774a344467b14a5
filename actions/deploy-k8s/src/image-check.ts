import { Failure, type Problem } from '@slipway/failure';
import { containersOf, type Kubernetes, type KubeObject, type Manifest } from '@slipway/kubernetes';
import {
  findCredentials,
  parseManifest,
  parseReference,
  type RegistryReader,
  type RemoteManifest,
  registryReader,
  renderPlatform,
} from '@slipway/oci';
import type { Annotation, Ports, RunContext } from '@slipway/runner';

/** What the registry says of the image; `unknown` is what a runner gets that may not read it or cannot reach it. */
export type ImageAnswer =
  | { readonly kind: 'there'; readonly platforms: readonly string[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly why: string };

/** What came of looking: problems stop the deploy, annotations are told beside it. */
export interface ImageFindings {
  readonly problems: readonly Problem[];
  readonly annotations: readonly Annotation[];
}

const PATIENCE_MS = 8000;

interface Node extends KubeObject {
  readonly status?: { readonly nodeInfo?: { readonly operatingSystem?: string; readonly architecture?: string } };
}

async function platformOf(
  reader: RegistryReader,
  { bytes, mediaType }: RemoteManifest,
  name: string,
): Promise<readonly string[]> {
  const manifest = parseManifest(bytes, mediaType, name);
  if (manifest.kind === 'index') {
    return manifest.manifests.flatMap(({ platform }) =>
      platform === undefined || platform.os === 'unknown' ? [] : [renderPlatform(platform)],
    );
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of reader.blob(manifest.config)) pieces.push(piece);
  const { os, architecture } = JSON.parse(Buffer.concat(pieces).toString('utf8')) as { os?: string; architecture?: string };
  return os === undefined || architecture === undefined ? [] : [renderPlatform({ os, architecture })];
}

/** A registry that hides what one may not read says of it, too, that it is not there; one that shows other tags does not. */
async function mayRead(reader: RegistryReader): Promise<boolean> {
  return reader.tags().then(
    (tags) => tags.length > 0,
    () => false,
  );
}

/** Asks the registry once for the image; every trouble with that is an answer of its own, never a failure. */
export async function askRegistry(image: string, ports: Ports, { environment }: RunContext): Promise<ImageAnswer> {
  const { registry, path, digest = '' } = parseReference(image);
  const { http, clock, log, files, exec, cancelled } = ports;
  const signal = AbortSignal.any([cancelled, AbortSignal.timeout(PATIENCE_MS)]);
  try {
    const credentials = await findCredentials(registry, {}, { files, exec, log, environment });
    const settings = { registry, path, http, clock, log, signal, attempts: 1, ...(credentials && { credentials }) };
    const reader = registryReader(settings);
    const found = await reader.manifest(digest);
    if (found !== undefined) return { kind: 'there', platforms: await platformOf(reader, found, image) };
    return (await mayRead(reader))
      ? { kind: 'absent' }
      : { kind: 'unknown', why: 'the registry shows this runner nothing there' };
  } catch (error) {
    if (cancelled.aborted || !(error instanceof Failure || signal.aborted)) throw error;
    return {
      kind: 'unknown',
      why: error instanceof Failure ? (error.problems[0]?.message ?? error.message) : 'it did not answer in time',
    };
  }
}

/**
 * Why an image that ran once can be pulled no more; undefined when it can, or when that cannot be told.
 *
 * Nodes may still have it, but the next pod that is moved to another node would not start.
 */
export async function imageGone(image: string, ports: Ports, context: RunContext): Promise<string | undefined> {
  const answer = await askRegistry(image, ports, context);
  return answer.kind === 'absent' ? `the registry has no ${image} any more` : undefined;
}

/** The platforms of the nodes; undefined where the identity may not list nodes. */
export async function nodePlatforms(client: Kubernetes): Promise<readonly string[] | undefined> {
  if (!(await client.can({ verb: 'list', group: '', resource: 'nodes' }))) return undefined;
  const { items } = await client.list<Node>({ apiVersion: 'v1', kind: 'Node' }, {});
  const infos = items.map(({ status }) => status?.nodeInfo);
  return [...new Set(infos.flatMap((info) => (info ? [`${info.operatingSystem}/${info.architecture}`] : [])))];
}

function imageLine(manifests: readonly Manifest[], image: string): Pick<Problem, 'location'> {
  for (const manifest of manifests) {
    const place = containersOf(manifest.object).find(({ container }) => container.image === image);
    if (place !== undefined) return { location: manifest.locate([...place.path, 'image']) };
  }
  return {};
}

/** Whether a node of this platform finds something to run: an index may name a variant, nodes do not. */
const runs = (platforms: readonly string[], node: string): boolean =>
  platforms.some((platform) => platform === node || platform.startsWith(`${node}/`));

/** What must be said of an image before it is deployed to these nodes. */
export function judgeImage(
  image: string,
  answer: ImageAnswer,
  nodes: readonly string[] | undefined,
  manifests: readonly Manifest[],
): ImageFindings {
  const where = imageLine(manifests, image);
  if (answer.kind === 'absent') {
    const message = `The registry has no image ${image}.`;
    const remedy = 'Publish it first, or correct "image"; nothing was changed. check-image: false deploys all the same.';
    return { problems: [{ code: 'IMAGE_NOT_FOUND', message, remedy, ...where }], annotations: [] };
  }
  if (answer.kind === 'unknown' || nodes === undefined || answer.platforms.length === 0) return { problems: [], annotations: [] };
  const lacking = nodes.filter((node) => !runs(answer.platforms, node));
  if (lacking.length === 0) return { problems: [], annotations: [] };
  const message = `The image is built for ${answer.platforms.join(', ')}, and the cluster has nodes of ${lacking.join(', ')}`;
  if (lacking.length < nodes.length) {
    const text = `${message} as well: keep its pods off those with a nodeSelector, or build it for them, too.`;
    const { file, line } = where.location ?? {};
    const place = { ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
    return { problems: [], annotations: [{ level: 'warning', title: 'Image lacks a platform', message: text, ...place }] };
  }
  const remedy = `Build the image for one of them ("platforms" of build-image); nothing was changed.`;
  return { problems: [{ code: 'IMAGE_PLATFORM', message: `${message} only.`, remedy, ...where }], annotations: [] };
}
