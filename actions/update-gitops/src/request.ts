import { editImage, type Image, PARTS, type Part, parsePath, type Target, type Change } from '@slipway/config-edit';
import { collect, failWhen, type Problem } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import { type ImageReference, parseReference } from '@slipway/oci';
import type { RunContext } from '@slipway/runner';
import type { RunNumber, WriteRequest } from '@slipway/write-back';
import type { action } from './action.ts';
import { parseAddress } from './address.ts';

type Inputs = InputsOf<typeof action>;

/** Everything that is asked for, judged before anything is done. */
export interface Request {
  /** The address of the repository, without credentials. */
  readonly url: string;
  readonly image: Image;
  readonly write: WriteRequest<Change>;
}

function imageOf({ registry, path, tag, digest }: ImageReference, problems: Problem[]): Image {
  if (digest === undefined)
    problems.push({
      code: 'IMAGE_WITHOUT_DIGEST',
      message: 'The input "image" has no digest, so that nobody could tell which bytes will run.',
      remedy: 'Write it as registry/path:tag@sha256:…, with the digest that publish-image gives out.',
    });
  return { repository: `${registry}/${path}`, digest: digest ?? '', ...(tag !== undefined && { tag }) };
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

async function targetOf({ layout, at, paths, service }: Inputs, image: Image, problems: Problem[]): Promise<Target> {
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

function checkBranch(branch: string, problems: Problem[]): void {
  if (/^(?![-./])(?!.*(\.\.|\/\/|@\{|\/\.|\.lock(\/|$)))[^\p{Cc} ~^:?*[\\]+(?<![./])$/u.test(branch)) return;
  const message = `The input "branch" is ${JSON.stringify(branch)}, which is no name of a branch.`;
  problems.push({ code: 'INPUT_MALFORMED', message, remedy: 'Write it without refs/heads/.' });
}

const shown = ({ tag, digest }: Image): string => tag ?? digest.slice(0, 19);

/** Reads what is asked for. Throws a Failure with everything that is wrong with it. */
export async function gatherRequest(inputs: Inputs, context: RunContext): Promise<Request> {
  const problems: Problem[] = [];
  const reference = await collect(problems, () => parseReference(inputs.image));
  const image = reference === undefined ? { repository: '', digest: '' } : imageOf(reference, problems);
  const url = parseAddress(inputs.repository, inputs.token !== undefined, context, problems);
  const target = await targetOf(inputs, image, problems);
  const number = runNumberOf(inputs.run, context, problems);
  checkFile(inputs.file, problems);
  checkBranch(inputs.branch, problems);
  failWhen(problems);
  const { service, file, environment, evidence, branch, attempts, dryRun } = inputs;
  const { repository, sha, runUrl, actor } = context;
  const stamp = {
    ...{ service, file, digest: image.digest, run: number },
    ...(environment !== undefined && { environment }),
    ...(evidence !== undefined && { evidence }),
    ...(runUrl !== undefined && { runUrl }),
    ...(actor !== undefined && { actor }),
    ...(repository !== undefined && sha !== undefined && { source: `${repository}@${sha}` }),
  };
  const subject = `${service}: ${shown(image)}${environment === undefined ? '' : ` in ${environment}`}`;
  const edit: Request['write']['edit'] = (text) => editImage(file, text, target, image);
  return { url, image, write: { branch, subject, stamp, edit, attempts, dryRun } };
}
