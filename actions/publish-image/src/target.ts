import { failWhen, type Problem } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import { type Digest, digestProblem, parseRepository, type Repository, repositoryProblem, tagProblem } from '@slipway/oci';
import type { RunContext } from '@slipway/runner';
import type { action } from './action.ts';
import { movingTagProblem } from './claim.ts';
import { exchangeProblem } from './exchange.ts';

/** Where an image goes and under which names. */
export interface Target {
  readonly repositories: readonly Repository[];
  /** The commit that is published; absent where nothing tells it. */
  readonly commit?: string;
  /** Written once. */
  readonly tags: readonly string[];
  readonly movingTags: readonly string[];
  /** Written by whoever comes first; another image under it is no mistake, because equal inputs may build to other bytes. */
  readonly inputsTag?: string;
  /** The digest that was tested. */
  readonly expected?: Digest;
}

function repeated(code: string, what: string, texts: readonly string[], input: string): readonly Problem[] {
  const twice = texts.filter((text, index) => texts.indexOf(text) !== index);
  return twice.map((text) => ({
    code,
    message: `The ${what} "${text}" stands twice in "${input}".`,
    remedy: 'Keep one of them.',
  }));
}

function inputsDigestProblem(text: string): Problem | undefined {
  if (/^(sha256:)?[0-9a-f]{64}$/.test(text)) return undefined;
  const remedy = 'Give the output "inputs-digest" of build-image.';
  return { code: 'INPUTS_DIGEST_MALFORMED', message: `"${text.slice(0, 80)}" is not a digest of inputs.`, remedy };
}

function commitProblem(text: string): Problem | undefined {
  if (/^[0-9a-f]{40}$/.test(text)) return undefined;
  const remedy = 'Give all 40 hexadecimal digits, in lower case.';
  return { code: 'COMMIT_MALFORMED', message: `"${text.slice(0, 80)}" is not the full id of a commit.`, remedy };
}

const NO_TAG: Problem = {
  code: 'TAG_MISSING',
  message: 'There is no tag, and nothing says which commit this is.',
  remedy: 'Give "tags" or "commit".',
};

/** Checks everything that names the target; throws a Failure with every problem. */
export function targetOf(inputs: InputsOf<typeof action>, { sha }: RunContext): Target {
  const { image, digest, movingTags = [], inputsDigest, commit = sha } = inputs;
  const tags = inputs.tags ?? (commit === undefined ? [] : [commit]);
  const problems = [
    ...image.map(repositoryProblem),
    ...repeated('IMAGE_TWICE', 'repository', image, 'image'),
    digest === undefined ? undefined : digestProblem(digest),
    inputs.commit === undefined ? undefined : commitProblem(inputs.commit),
    inputsDigest === undefined ? undefined : inputsDigestProblem(inputsDigest),
    inputs.tokenExchange === undefined ? undefined : exchangeProblem(inputs.tokenExchange),
    ...[...tags, ...movingTags].map(tagProblem),
    ...movingTags.map((tag) => (tagProblem(tag) === undefined ? movingTagProblem(tag) : undefined)),
    ...repeated('TAG_TWICE', 'tag', tags, 'tags'),
    ...repeated('TAG_TWICE', 'tag', movingTags, 'moving-tags'),
    tags.length === 0 ? NO_TAG : undefined,
  ];
  failWhen(problems.filter((problem) => problem !== undefined));
  return {
    repositories: image.map(parseRepository),
    tags,
    movingTags,
    ...(commit !== undefined && { commit }),
    ...(inputsDigest !== undefined && { inputsTag: `inputs-${inputsDigest.replace('sha256:', '')}` }),
    ...(digest !== undefined && { expected: digest as Digest }),
  };
}
