import { failWhen, type Problem } from '@slipway/failure';
import {
  type Document,
  type DocumentOptions,
  isMap,
  LineCounter,
  parseAllDocuments,
  type ParseOptions,
  type SchemaOptions,
} from 'yaml';
import { locator, type Manifest } from './manifest.ts';
import { groupOf, type KubeObject, objectName } from './object.ts';

/** One file of manifests. */
export interface ManifestSource {
  readonly file: string;
  readonly text: string;
}

/**
 * YAML 1.1 (`on`, `0644`, merge keys) as kubectl reads it, so that a manifest means the same here. Of that version kubectl
 * leaves out what would turn a date or `12:30` into something else than the text that was written.
 */
const KUBECTL_YAML: Pick<ParseOptions & DocumentOptions & SchemaOptions, 'version' | 'customTags' | 'merge'> = {
  version: '1.1',
  merge: true,
  customTags: (tags) =>
    tags.filter((tag) => typeof tag === 'string' || (!/timestamp|binary|omap|pairs|set$/.test(tag.tag) && tag.format !== 'TIME')),
};

const NAME = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

function syntaxProblems(document: Document, lines: LineCounter, file: string): readonly Problem[] {
  return document.errors.map(({ message, pos: [offset] }) => {
    const { line, col } = lines.linePos(offset);
    const location = { file, line, column: col };
    return { code: 'MANIFEST_SYNTAX', message: `Not valid YAML: ${message}.`, remedy: 'Correct the syntax.', location };
  });
}

function shapeProblems(value: Partial<KubeObject>, locate: Manifest['locate']): readonly Problem[] {
  const name: unknown = value.metadata?.name;
  const missing = (field: string, path: readonly string[]): Problem => ({
    code: 'MANIFEST_FIELD_MISSING',
    message: `The object has no ${field}.`,
    remedy: `Add "${field}".`,
    location: locate(path),
  });
  return [
    ...(typeof value.apiVersion === 'string' ? [] : [missing('apiVersion', [])]),
    ...(typeof value.kind === 'string' ? [] : [missing('kind', [])]),
    ...(typeof name === 'string' ? [] : [missing('metadata.name', ['metadata'])]),
    ...(typeof name === 'string' && !NAME.test(name)
      ? [
          {
            code: 'MANIFEST_NAME',
            message: `"${name}" is not a name that Kubernetes takes.`,
            remedy: 'Use lower-case letters, digits, "-" and ".".',
            location: locate(['metadata', 'name']),
          },
        ]
      : []),
    ...(value.kind === 'List'
      ? [
          {
            code: 'MANIFEST_LIST',
            message: 'A List is not taken.',
            remedy: 'Write its objects as documents.',
            location: locate([]),
          },
        ]
      : []),
  ];
}

function namespaceProblems({ object, locate }: Manifest, namespace: string): readonly Problem[] {
  const stated = object.kind === 'Namespace' ? object.metadata.name : object.metadata.namespace;
  if (stated === undefined || stated === namespace) return [];
  return [
    {
      code: 'MANIFEST_NAMESPACE',
      message: `${objectName(object)} is for the namespace "${stated}", and this deploy is for "${namespace}".`,
      remedy: `Leave the namespace out of the manifest, or deploy with namespace: ${stated}.`,
      location: locate(object.kind === 'Namespace' ? ['metadata', 'name'] : ['metadata', 'namespace']),
    },
  ];
}

function duplicateProblems(manifests: readonly Manifest[]): readonly Problem[] {
  const seen = new Map<string, Manifest>();
  return manifests.flatMap((manifest) => {
    const { object } = manifest;
    const key = `${groupOf(object.apiVersion)}/${object.kind}/${object.metadata.name}`;
    const first = seen.get(key);
    seen.set(key, first ?? manifest);
    if (first === undefined) return [];
    const { file, line } = first.locate([]);
    const message = `${object.kind} ${object.metadata.name} stands here and in ${file}:${line}.`;
    return [{ code: 'MANIFEST_DUPLICATE', message, remedy: 'Keep one of the two.', location: manifest.locate([]) }];
  });
}

function parseSource({ file, text }: ManifestSource, problems: Problem[]): readonly Manifest[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, ...KUBECTL_YAML });
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document: Document) => {
    const syntax = syntaxProblems(document, lines, file);
    problems.push(...syntax);
    if (syntax.length > 0 || document.contents === null) return [];
    const value = document.toJS({ maxAliasCount: 1000 }) as Partial<KubeObject> | null;
    if (value === null) return [];
    const locate = locator(document, lines, file);
    if (!isMap(document.contents)) {
      problems.push({ code: 'MANIFEST_SHAPE', message: 'A document must be one object.', location: locate([]) });
      return [];
    }
    const shape = shapeProblems(value, locate);
    problems.push(...shape);
    return shape.length > 0 ? [] : [{ object: value as KubeObject, file, locate }];
  });
}

/** Parses all manifests for a namespace; throws one Failure with every problem of every file. */
export function parseManifests(sources: readonly ManifestSource[], namespace: string): readonly Manifest[] {
  const problems: Problem[] = [];
  const manifests = sources.flatMap((source) => parseSource(source, problems));
  problems.push(...manifests.flatMap((manifest) => namespaceProblems(manifest, namespace)));
  problems.push(...duplicateProblems(manifests));
  if (problems.length === 0 && manifests.length === 0) {
    const files = sources.map(({ file }) => file).join(', ') || 'none';
    problems.push({ code: 'MANIFEST_NONE', message: `There is no object in the manifests (files: ${files}).` });
  }
  failWhen(problems);
  return manifests;
}
