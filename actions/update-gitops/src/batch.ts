import { createHash } from 'node:crypto';
import { type Change, editImage } from '@slipway/config-edit';
import { parseConfig, type SourceDocument } from '@slipway/config';
import { collect, failWhen, type Problem } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import type { RunContext } from '@slipway/runner';
import { bringTogether, type Part, type Stamp } from '@slipway/write-back';
import type { action } from './action.ts';
import type { Delivery } from './deliver.ts';
import { layoutProblems } from './layout.ts';
import { gatherPlace, pullBranchOf } from './place.ts';
import type { PullWords } from './pull-request.ts';
import { pullWords } from './pull-words.ts';
import { gatherWanted, type Wanted, type WantedText } from './wanted.ts';

/** The parsed inputs of a batch. */
export type BatchInputs = Extract<InputsOf<typeof action>, { readonly mode: 'batch' }>;

/** What became of one service of a batch. */
export type BatchPart = Part<Change>;

type Listed = Omit<WantedText, 'layout' | 'run'> & {
  readonly layout?: WantedText['layout'];
  readonly run?: string | number;
};

const WORD = { type: 'string', minLength: 1 };
const SCHEMA = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['service', 'image', 'file'],
    properties: {
      ...{ service: WORD, image: WORD, tag: WORD, file: WORD, at: WORD, environment: WORD, source: WORD, evidence: WORD },
      layout: { enum: ['kustomize', 'helm', 'manifest', 'paths'] },
      paths: { type: 'array', minItems: 1, items: WORD },
      // A number would lose the end of an attempt such as 7.10.
      run: { type: ['string', 'integer'] },
    },
  },
};

const keyOf = ({ service, file }: Listed): string => JSON.stringify([service, file]);

/** A service stands in a file once. */
function twice(all: readonly Listed[], index: number): readonly Problem[] {
  const each = all[index];
  const first = each === undefined ? index : all.findIndex((other) => keyOf(other) === keyOf(each));
  if (each === undefined || first === index) return [];
  const message = `${each.service} stands twice for the file ${each.file}.`;
  return [{ code: 'CHANGE_TWICE', message, remedy: 'Leave one of the two.' }];
}

/** Each change, and what is wrong with it on the line where it begins. */
async function gatherChanges(
  { value, source }: { readonly value: readonly Listed[]; readonly source: SourceDocument },
  { environment, evidence, run }: BatchInputs,
  context: RunContext,
  problems: Problem[],
): Promise<readonly Wanted[]> {
  const all: Wanted[] = [];
  for (const [index, listed] of value.entries()) {
    const text = { layout: 'kustomize' as const, environment, evidence, ...listed, run: listed.run?.toString() ?? run };
    const own: Problem[] = [...twice(value, index), ...layoutProblems(text)];
    all.push(await gatherWanted(text, context, own));
    const location = source.locate([index]);
    problems.push(...own.map((each) => ({ ...each, message: `${listed.service}: ${each.message}`, location })));
  }
  return all;
}

const NAMED_MOST = 3;

/** The first line of the commit, and the title of the pull request. */
function subjectOf(brought: readonly Stamp[]): string {
  const environments = new Set(brought.map(({ environment }) => environment));
  const [environment] = environments;
  const place = environments.size === 1 && environment !== undefined ? ` in ${environment}` : '';
  const names = brought.slice(0, NAMED_MOST).map(({ service }) => service);
  const more = brought.length > NAMED_MOST ? ` and ${brought.length - NAMED_MOST} more` : '';
  return `${names.join(', ')}${more}: new images${place}`;
}

function wordsOf(parts: readonly BatchPart[], runUrl: string | undefined): PullWords {
  const written = parts.filter((part) => part.kind === 'written');
  const reviewed = written.map(({ stamp: { service, file }, changes }) => ({ service, file, changes }));
  return pullWords(subjectOf(written.map(({ stamp }) => stamp)), reviewed, runUrl);
}

/** The same for the same services in the same files, so that each such batch has a pull request of its own. */
function nameOf(all: readonly Wanted[]): string {
  const names = all.map(({ stamp: { service, file } }) => JSON.stringify([service, file])).toSorted();
  return `batch-${createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 12)}`;
}

/** Reads a batch. Throws a Failure with everything that is wrong with the inputs and the file of changes. */
export async function gatherBatch(
  inputs: BatchInputs,
  context: RunContext,
  readText: (path: string) => Promise<string>,
): Promise<Delivery<BatchPart>> {
  const { changes: path, branch, attempts, dryRun, environment } = inputs;
  const problems: Problem[] = [];
  const { url, hosted } = gatherPlace(inputs, context, problems);
  const listed = await collect(problems, async () =>
    parseConfig<readonly Listed[]>(path, await readText(path), { schema: SCHEMA }),
  );
  const all = listed === undefined ? [] : await gatherChanges(listed, inputs, context, problems);
  failWhen(problems);
  const brings = all.map(({ image, target, stamp }) => ({
    ...{ subject: stamp.service, stamp },
    edit: (text: string) => editImage(stamp.file, text, target, image),
  }));
  const write = { branch, attempts, dryRun, plan: bringTogether(brings, subjectOf) };
  const words = (parts: readonly BatchPart[]): PullWords => wordsOf(parts, context.runUrl);
  return { url, hosted, write, words, pullBranch: pullBranchOf(environment, nameOf(all)) };
}
