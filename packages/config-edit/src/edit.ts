import { Failure } from '@slipway/failure';
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

function edited(at: YamlFile, writes: readonly Write[]): Edit {
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
      at.text,
      changed.map(({ splice }) => splice),
    ),
    changes: changed.map(({ write, splice }) => changeOf(at, write, splice, write.value)),
  };
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
  return edited(at, writesOf(at, target, image));
}

/** A value that an address leads to. */
export interface Value {
  /** The address, or the name of the field. */
  readonly what: string;
  readonly value: string;
}

/** Any image of the repository: it finds the places, and its own values are not written. */
const anyOf = (repository: string): Image => ({ repository, tag: 'x', digest: `sha256:${'0'.repeat(64)}` });

/**
 * The values that an image of the repository would be written over.
 *
 * @throws Failure as `editImage` does where the places cannot be found.
 */
export function imageValues(file: string, text: string, target: Target, repository: string): readonly Value[] {
  const at = openYaml(file, text);
  return writesOf(at, target, anyOf(repository)).map(({ place, what }) => ({ what, value: textOf(place.node) ?? '' }));
}

/** The digest among the values; undefined when none of them holds one. */
export function digestAmong(values: readonly Value[]): string | undefined {
  return values.map(({ value }) => /sha256:[0-9a-f]{64}/.exec(value)?.[0]).find((digest) => digest !== undefined);
}

/**
 * Writes values that an earlier state of the file had back to their places.
 *
 * @throws Failure as `editImage` does, and VALUES_DIFFER when the file has other places than the values are of.
 */
export function putValues(file: string, text: string, target: Target, repository: string, values: readonly Value[]): Edit {
  const at = openYaml(file, text);
  const places = writesOf(at, target, anyOf(repository));
  const names = (all: readonly { readonly what: string }[]): string => all.map(({ what }) => what).join(', ');
  if (names(places) !== names(values)) {
    const message = `The image stood in ${names(values)} then, and stands in ${names(places)} now.`;
    const remedy = 'Write the image that is to run with mode: write.';
    throw new Failure({ code: 'VALUES_DIFFER', message, remedy, location: { file } });
  }
  return edited(
    at,
    places.map((write, index) => ({ ...write, value: values[index]?.value ?? write.value })),
  );
}
