import type { Problem } from '@slipway/failure';
import type { Annotation } from '@slipway/runner';

/** Whether a contract was read from a broker, so that its file is an address. */
export const isRemote = (file: string): boolean => /^https?:\/\//.test(file);

function shown(annotation: Annotation): Annotation {
  const { file, line, endLine: _, column: __, ...rest } = annotation;
  if (file === undefined || !isRemote(file)) return annotation;
  return { ...rest, message: `${rest.message} In ${file}${line === undefined ? '' : `, line ${line}`}.` };
}

/** Annotations as a repository can show them: one on a broker's contract stands in no file, and says its place instead. */
export const inRepository = (annotations: readonly Annotation[]): readonly Annotation[] => annotations.map(shown);

/** A problem with its place in its words: it is in no file that an annotation could stand in. */
export const inWords = ({ location, ...problem }: Problem): Problem => ({
  ...problem,
  message: location === undefined ? problem.message : `${location.file}, line ${location.line ?? 1}: ${problem.message}`,
});
