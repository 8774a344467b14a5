import { type Change, digestAmong, editImage, type Image, imageValues, putValues } from '@slipway/config-edit';
import { failWhen, type Problem } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import type { RunContext } from '@slipway/runner';
import { bringImage, goBack, type HeadView, liftHold, type Plan } from '@slipway/write-back';
import type { action } from './action.ts';
import type { Delivery } from './deliver.ts';
import { gatherPlace, pullBranchOf } from './place.ts';
import type { PullWords } from './pull-request.ts';
import { pullWords } from './pull-words.ts';
import { gatherImage, gatherWanted, shown, stampOf, type Wanted } from './wanted.ts';

type AnyInputs = InputsOf<typeof action>;

/** The parsed inputs of what is written to a repository for one service. */
export type Inputs = Extract<AnyInputs, { readonly mode: 'write' | 'rollback' | 'lift' }>;

/** Everything that is asked for, judged before anything is done. */
export interface Request extends Delivery<Change> {
  readonly image: Image;
}

/** What the service's pull request says. */
function wordsOf(inputs: Inputs, image: Image, changes: readonly Change[], runUrl: string | undefined): PullWords {
  const { service, file, environment, mode } = inputs;
  const place = environment === undefined ? '' : ` in ${environment}`;
  const verb = mode === 'rollback' ? 'go back' : mode === 'lift' ? 'lift the hold' : shown(image);
  return pullWords(`${service}: ${verb}${place}`, [{ service, file, changes }], runUrl);
}

type Planner = (head: HeadView) => Promise<Plan<Change>>;
type Edits = Exclude<Inputs, { readonly mode: 'lift' }>;

function plannerOf(inputs: Edits, { image, target, stamp }: Wanted): Planner {
  const { service, file, environment } = inputs;
  const place = environment === undefined ? '' : ` in ${environment}`;
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

async function gatherPlan(inputs: Inputs, context: RunContext, problems: Problem[]): Promise<{ image: Image; plan: Planner }> {
  if (inputs.mode !== 'lift') {
    const wanted = await gatherWanted(inputs, context, problems);
    return { image: wanted.image, plan: plannerOf(inputs, wanted) };
  }
  const image = await gatherImage(inputs.image, undefined, problems);
  const stamp = stampOf(inputs, image, context, problems);
  return { image, plan: liftHold({ ...stamp, reason: inputs.reason }) };
}

/** Reads what is asked for. Throws a Failure with everything that is wrong with it. */
export async function gatherRequest(inputs: Inputs, context: RunContext): Promise<Request> {
  const problems: Problem[] = [];
  const { url, hosted } = gatherPlace(inputs, context, problems);
  const { image, plan } = await gatherPlan(inputs, context, problems);
  failWhen(problems);
  const { branch, attempts, dryRun, environment, service } = inputs;
  const pullBranch = pullBranchOf(environment, service);
  const words = (changes: readonly Change[]): PullWords => wordsOf(inputs, image, changes, context.runUrl);
  return { url, image, write: { branch, plan, attempts, dryRun }, hosted, pullBranch, words };
}
