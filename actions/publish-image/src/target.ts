import { failWhen, type Problem } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import { type Digest, digestProblem, parseRepository, type Repository, repositoryProblem, tagProblem } from '@slipway/oci';
import type { RunContext } from '@slipway/runner';
import type { action } from './action.ts';

/** Where an image goes and under which names. */
export interface Target {
  readonly repository: Repository;
  /** Written once. */
  readonly tags: readonly string[];
  readonly movingTags: readonly string[];
  /** The digest that was tested. */
  readonly expected?: Digest;
}

function repeated(tags: readonly string[], input: string): readonly Problem[] {
  const twice = tags.filter((tag, index) => tags.indexOf(tag) !== index);
  return twice.map((tag) => ({
    code: 'TAG_TWICE',
    message: `The tag "${tag}" stands twice in "${input}".`,
    remedy: 'Keep one of them.',
  }));
}

/** Checks everything that names the target; throws a Failure with every problem. */
export function targetOf(inputs: InputsOf<typeof action>, { sha }: RunContext): Target {
  const { image, digest, movingTags = [] } = inputs;
  const tags = inputs.tags ?? (sha === undefined ? [] : [sha]);
  const noTag = {
    code: 'TAG_MISSING',
    message: 'There is no tag, and nothing says which commit this is.',
    remedy: 'Give "tags".',
  };
  const problems = [
    repositoryProblem(image),
    digest === undefined ? undefined : digestProblem(digest),
    ...[...tags, ...movingTags].map(tagProblem),
    ...repeated(tags, 'tags'),
    ...repeated(movingTags, 'moving-tags'),
    tags.length === 0 ? noTag : undefined,
  ];
  failWhen(problems.filter((problem) => problem !== undefined));
  return { repository: parseRepository(image), tags, movingTags, ...(digest !== undefined && { expected: digest as Digest }) };
}
