import type { Location } from '@slipway/failure';
import { type Document, isNode, type LineCounter } from 'yaml';
import type { KubeObject } from './object.ts';

/** A path into an object: keys and indices. */
export type FieldPath = readonly (string | number)[];

/** One object of the manifests, and where each of its fields stands. */
export interface Manifest {
  readonly object: KubeObject;
  readonly file: string;
  /** Where the field stands, or the nearest field around it that does. */
  locate(path: FieldPath): Location;
}

/** The place of a field in a parsed YAML document. */
export function locator(document: Document, lines: LineCounter, file: string): (path: FieldPath) => Location {
  return (path) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (!isNode(node) || !node.range) continue;
      const { line, col } = lines.linePos(node.range[0]);
      return { file, line, column: col };
    }
    return { file, line: 1 };
  };
}

/** The field path that the API server writes, such as `spec.template.spec.containers[0].image`. */
export function parseFieldPath(text: string): FieldPath {
  return [...text.matchAll(/[^.[\]]+/g)].map(([part]) => (/^\d+$/.test(part) ? Number(part) : part));
}
