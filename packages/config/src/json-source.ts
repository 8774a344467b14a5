import { Failure, type Problem } from '@slipway/failure';
import { findPlaces, offsetIn } from './json.ts';
import { checkSize, DEPTH_MAX, tooDeep } from './limits.ts';
import { linesOf } from './lines.ts';
import type { SourceDocument } from './source-document.ts';

/** A JSON text, with its value, as a document; throws a Failure for what is too deep, too large, or has a key twice. */
export function jsonSource(file: string, text: string, value: unknown): SourceDocument {
  checkSize(file, text, 'JSON');
  const locationAt = linesOf(file, text);
  const places = findPlaces(text, DEPTH_MAX);
  if (places.tooDeep !== undefined) throw tooDeep(locationAt(places.tooDeep));
  const problems = places.duplicates.map(({ key, offset }): Problem => {
    const message = `The key ${JSON.stringify(key)} stands twice in its object, so one of its values would be lost.`;
    return { code: 'YAML_SYNTAX', message, location: locationAt(offset) };
  });
  if (problems.length > 0) throw new Failure(problems);
  return {
    file,
    value,
    locate: (path) => locationAt(offsetIn(places.root, path, false)),
    locateKey: (path) => locationAt(offsetIn(places.root, path, true)),
  };
}
