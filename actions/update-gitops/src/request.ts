import {
  type Change,
  digestAmong,
  editImage,
  type Image,
  imageValues,
  PARTS,
  type Part,
  parsePath,
  putValues,
  type Target,
} from '@slipway/config-edit';
import { collect, failWhen, type Problem } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import { type ImageReference, parseReference } from '@slipway/oci';
import type { RunContext } from '@slipway/runner';
import {
  bringImage,
  goBack,
  type HeadView,
  liftHold,
  parseAddress,
  type Plan,
  type RunNumber,
  type Stamp,
} from '@slipway/write-back';
import type { action } from './action.ts';
import type { Delivery, Ways } from './deliver.ts';
import type { PullWords } from './pull-request.ts';
import { pullWords } from './pull-words.ts';

type AnyInputs = InputsOf<typeof action>;

/** The parsed inputs of what is written to a repository. */
export type Inputs = Exclude<AnyInputs, { readonly mode: 'check' }>;

type Edits = Extract<Inputs, { readonly mode: 'write' | 'rollback' }>;

/** Everything that is asked for, judged before anything is done. */
export interface Request extends Delivery<Change> {
  readonly image: Image;
}

function imageOf({ registry, path, tag, digest }: ImageReference, given: string | undefined, problems: Problem[]): Image {
  if (tag !== undefined && given !== undefined && given !== tag)
    problems.push({
      code: 'INPUT_CONTRADICTION',
      message: `The input "image" has the tag ${tag}, and "tag" is ${given}.`,
      remedy: 'Give one of the two.',
    });
  if (digest === undefined)
    problems.push({
      code: 'IMAGE_WITHOUT_DIGEST',
      message: 'The input "image" has no digest, so that nobody could tell which bytes will run.',
      remedy: 'Write it as registry/path:tag@sha256:…, with the digest that publish-image gives out.',
    });
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

async function targetOf({ layout, at, paths, service }: Edits, image: Image, problems: Problem[]): Promise<Target> {
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

/** `owner/name` of a repository on the run's own GitHub. */
function hostedName(url: string, { serverUrl }: RunContext): string | undefined {
  if (!url.startsWith(`${serverUrl}/`)) return undefined;
  const name = url.slice(serverUrl.length + 1).replace(/\.git$/, '');
  return /^[\w.-]+\/[\w.-]+$/.test(name) ? name : undefined;
}

/** GitHub is asked for a pull request and for a commit of its own, and for nothing else. */
function checkWays({ deliver, commitVia, token }: Ways, hosted: string | undefined, problems: Problem[]): void {
  const contradiction = (message: string, remedy: string): void =>
    void problems.push({ code: 'INPUT_CONTRADICTION', message, remedy });
  if (deliver === 'pull-request' && hosted === undefined)
    contradiction(
      '"deliver" is pull-request, and the repository is not on the GitHub of this run.',
      'Give "repository" as owner/name, or deliver by commits.',
    );
  if (commitVia === 'api' && (hosted === undefined || token === undefined))
    contradiction(
      '"commit-via" is api, which needs "token" and a repository on the GitHub of this run.',
      'Give "repository" as owner/name and a token, or have git push the commit.',
    );
}

/** A name as a part of a branch's. */
const slug = (name: string): string => name.replace(/[^\w.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '') || 'service';

function stampOf(inputs: Inputs, image: Image, run: RunNumber, context: RunContext): Stamp {
  const { service, file, environment } = inputs;
  const { repository, sha, runUrl, actor } = context;
  const evidence = inputs.mode === 'lift' ? undefined : inputs.evidence;
  return {
    ...{ service, file, digest: image.digest, run },
    ...(environment !== undefined && { environment }),
    ...(evidence !== undefined && { evidence }),
    ...(runUrl !== undefined && { runUrl }),
    ...(actor !== undefined && { actor }),
    ...(repository !== undefined && sha !== undefined && { source: `${repository}@${sha}` }),
    ...(inputs.mode !== 'write' && { reason: inputs.reason }),
  };
}

/** What the service's pull request says. */
function wordsOf(inputs: Inputs, image: Image, changes: readonly Change[], runUrl: string | undefined): PullWords {
  const { service, file, environment, mode } = inputs;
  const place = environment === undefined ? '' : ` in ${environment}`;
  const verb = mode === 'rollback' ? 'go back' : mode === 'lift' ? 'lift the hold' : shown(image);
  return pullWords(`${service}: ${verb}${place}`, [{ service, file, changes }], runUrl);
}

type Planner = (head: HeadView) => Promise<Plan<Change>>;

function plannerOf(inputs: Inputs, image: Image, target: Target | undefined, stamp: Stamp): Planner {
  const { service, file, environment } = inputs;
  const place = environment === undefined ? '' : ` in ${environment}`;
  if (inputs.mode === 'lift' || target === undefined) return liftHold({ ...stamp, reason: stamp.reason ?? '' });
  if (inputs.mode === 'write') {
    const edit = (text: string) => editImage(file, text, target, image);
    return bringImage({ subject: `${service}: ${shown(image)}${place}`, stamp, edit });
  }
  const { repository } = image;
  return goBack({
    subject: (digest) => `${service}: back to ${digest.slice(0, 19)}${place}`,
    stamp: { ...stamp, reason: inputs.reason },
    digestIn: (text) => digestAmong(imageValues(file, text, target, repository)),
    restore: (newest, earlier) => putValues(file, newest, target, repository, imageValues(file, earlier, target, repository)),
  });
}

/** Reads what is asked for. Throws a Failure with everything that is wrong with it. */
export async function gatherRequest(inputs: Inputs, context: RunContext): Promise<Request> {
  const problems: Problem[] = [];
  const reference = await collect(problems, () => parseReference(inputs.image));
  const image =
    reference === undefined
      ? { repository: '', digest: '' }
      : imageOf(reference, inputs.mode === 'lift' ? undefined : inputs.tag, problems);
  const url = parseAddress(inputs.repository, inputs.token !== undefined, context.serverUrl, problems);
  const target = inputs.mode === 'lift' ? undefined : await targetOf(inputs, image, problems);
  const number = runNumberOf(inputs.run, context, problems);
  checkFile(inputs.file, problems);
  checkBranch(inputs.branch, problems);
  const hosted = hostedName(url, context);
  checkWays(inputs, hosted, problems);
  failWhen(problems);
  const plan = plannerOf(inputs, image, target, stampOf(inputs, image, number, context));
  const { branch, attempts, dryRun } = inputs;
  const pullBranch = `slipway/${slug(inputs.environment ?? 'main')}/${slug(inputs.service)}`;
  const words = (changes: readonly Change[]): PullWords => wordsOf(inputs, image, changes, context.runUrl);
  return { url, image, write: { branch, plan, attempts, dryRun }, hosted, pullBranch, words };
}
