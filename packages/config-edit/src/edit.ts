import { collectProblems } from './problems.ts';
import type { Image } from './image.ts';
import { helmWrites, kustomizeWrites, manifestWrites } from './layouts.ts';
import { rootsOf, textOf } from './place.ts';
import { applySplices, type Splice, spliceFor } from './splice.ts';
import { locationOf, pathWrites, type Target, type Write } from './target.ts';
import { openYaml, type YamlFile } from './yaml-file.ts';

/** One value that another takes the place of. */
export interface Change {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  /** From 1. */
  readonly line: number;
}

/** A file after an edit; without changes the text is the one that was given. */
export interface Edit {
  readonly text: string;
  readonly changes: readonly Change[];
}

function writesOf(at: YamlFile, target: Target, image: Image): readonly Write[] {
  const roots = rootsOf(at);
  if (target.kind === 'kustomize') return kustomizeWrites(at, roots, image, target.name);
  if (target.kind === 'helm') return helmWrites(at, roots, image, target.path);
  if (target.kind === 'manifest') return manifestWrites(at, roots, image, target.name);
  return collectProblems(
    target.paths.map(
      ({ path, part }) =>
        () =>
          pathWrites(at, roots, image, path, part),
    ),
  ).flat();
}

function changeOf(at: YamlFile, { place, what }: Write, splice: Splice, value: string): Change {
  const from = textOf(place.node) ?? at.text.slice(splice.start, splice.end);
  return { what, from, to: value, line: locationOf(at, place).line ?? 1 };
}

/**
 * Writes an image into a YAML file by replacing the source text of the addressed scalars, and nothing else: comments,
 * quotes, line ends and all other bytes stay.
 *
 * @throws Failure with every problem: YAML_SYNTAX, PATH_MALFORMED, ADDRESS_NOT_FOUND, ADDRESS_AMBIGUOUS, DIGEST_MISSING,
 * TAG_MISSING, REPOSITORY_FIXED, VALUE_BLOCK, VALUE_UNFIT, VALUE_SHARED.
 */
export function editImage(file: string, text: string, target: Target, image: Image): Edit {
  const at = openYaml(file, text);
  const writes = writesOf(at, target, image);
  const splices = collectProblems(
    writes.map(
      ({ place, value, what }) =>
        () =>
          spliceFor(at, place, value, what),
    ),
  );
  const changed = writes.flatMap((write, index) => {
    const splice = splices[index];
    return splice === undefined ? [] : [{ write, splice }];
  });
  return {
    text: applySplices(
      text,
      changed.map(({ splice }) => splice),
    ),
    changes: changed.map(({ write, splice }) => changeOf(at, write, splice, write.value)),
  };
}
