import { type Image, PARTS, type Part, parsePath, type Target } from '@slipway/config-edit';
import { collect, type Problem } from '@slipway/failure';
import { digestMissing, type ImageReference, parseReference } from '@slipway/oci';
import type { RunContext } from '@slipway/runner';
import type { RunNumber, Stamp } from '@slipway/write-back';

/** What was said of one service, word by word. */
export interface WantedText {
  readonly service: string;
  readonly image: string;
  readonly tag?: string | undefined;
  readonly file: string;
  readonly layout: 'kustomize' | 'helm' | 'manifest' | 'paths';
  readonly at?: string | undefined;
  readonly paths?: readonly string[] | undefined;
  readonly environment?: string | undefined;
  readonly evidence?: string | undefined;
  readonly run?: string | undefined;
  /** The service's repository and commit; the run's own unless told. */
  readonly source?: string | undefined;
}

/** What is wanted for one service. */
export interface Wanted {
  readonly image: Image;
  readonly target: Target;
  readonly stamp: Stamp;
}

function imageOf(reference: ImageReference, given: string | undefined, problems: Problem[]): Image {
  const { registry, path, tag, digest } = reference;
  if (tag !== undefined && given !== undefined && given !== tag)
    problems.push({
      code: 'INPUT_CONTRADICTION',
      message: `The input "image" has the tag ${tag}, and "tag" is ${given}.`,
      remedy: 'Give one of the two.',
    });
  const missing = digestMissing(reference);
  if (missing !== undefined) problems.push(missing);
  const named = tag ?? given;
  return { repository: `${registry}/${path}`, digest: digest ?? '', ...(named !== undefined && { tag: named }) };
}

function parsePathLine(line: string, problems: Problem[]): { readonly path: string; readonly part: Part } {
  const [word = '', path = ''] = line.split(/\s+(.*)/s);
  const part = PARTS.find((each) => each === word);
  if (part === undefined || path === '')
    problems.push({
      code: 'INPUT_MALFORMED',
      message: `The line ${JSON.stringify(line)} of "paths" does not begin with one of ${PARTS.join(', ')} and a blank.`,
      remedy: 'Write, for example: image spec.template.spec.containers[name=app].image',
    });
  return { part: part ?? 'image', path };
}

async function targetOf({ layout, at, paths, service }: WantedText, image: Image, problems: Problem[]): Promise<Target> {
  if (layout === 'kustomize') return { kind: 'kustomize', name: at ?? image.repository };
  if (layout === 'manifest') return { kind: 'manifest', name: at ?? service };
  if (layout === 'helm') {
    await collect(problems, () => parsePath(at ?? 'image'));
    return { kind: 'helm', path: at ?? 'image' };
  }
  const parsed = (paths ?? []).map((line) => parsePathLine(line, problems));
  for (const { path } of parsed) if (path !== '') await collect(problems, () => parsePath(path));
  return { kind: 'paths', paths: parsed };
}

function runNumberOf(given: string | undefined, { runId, runAttempt }: RunContext, problems: Problem[]): RunNumber {
  const text = given ?? (runId === undefined ? '' : `${runId}.${runAttempt ?? '1'}`);
  const [, id, attempt = '1'] = /^(\d{1,15})(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (id === undefined)
    problems.push({
      code: 'RUN_UNKNOWN',
      message: text === '' ? 'The number of the run is not known.' : `The number of the run is ${JSON.stringify(text)}.`,
      remedy: 'Give "run" as id or id.attempt in digits: without it an older run could write over a newer one.',
    });
  return { id: Number(id), attempt: Number(attempt) };
}

function checkFile(file: string, problems: Problem[]): void {
  const parts = file.split('/');
  const bad = parts.some((part) => part === '' || part === '.' || part === '..' || part.toLowerCase() === '.git');
  // A control character would end a line of what git reads.
  if (!bad && !/\p{Cc}/u.test(file)) return;
  const message = `The input "file" is ${JSON.stringify(file)}; expected a path from the root of the configuration repository.`;
  problems.push({ code: 'INPUT_MALFORMED', message, remedy: 'Leave out ".", "..", ".git" and a slash at either end.' });
}

/** The image's tag, or the beginning of its digest. */
export const shown = ({ tag, digest }: Image): string => tag ?? digest.slice(0, 19);

type StampText = Pick<WantedText, 'service' | 'file' | 'environment' | 'evidence' | 'run' | 'source'>;

/** What the commit says of the service; what is wrong with it goes to `problems`. */
export function stampOf(text: StampText, image: Image, context: RunContext, problems: Problem[]): Stamp {
  const { service, file, environment, evidence } = text;
  const { repository, sha, runUrl, actor } = context;
  const run = runNumberOf(text.run, context, problems);
  checkFile(file, problems);
  const source = text.source ?? (repository !== undefined && sha !== undefined ? `${repository}@${sha}` : undefined);
  return {
    ...{ service, file, digest: image.digest, run },
    ...(environment !== undefined && { environment }),
    ...(evidence !== undefined && { evidence }),
    ...(runUrl !== undefined && { runUrl }),
    ...(actor !== undefined && { actor }),
    ...(source !== undefined && { source }),
  };
}

/** The image that is named; what is wrong with it goes to `problems`. */
export async function gatherImage(image: string, tag: string | undefined, problems: Problem[]): Promise<Image> {
  const reference = await collect(problems, () => parseReference(image));
  return reference === undefined ? { repository: '', digest: '' } : imageOf(reference, tag, problems);
}

/** Reads what is wanted for one service; what is wrong with it goes to `problems`. */
export async function gatherWanted(text: WantedText, context: RunContext, problems: Problem[]): Promise<Wanted> {
  const image = await gatherImage(text.image, text.tag, problems);
  return { image, target: await targetOf(text, image, problems), stamp: stampOf(text, image, context, problems) };
}
