import { decodeText, parseSource, type SourceDocument } from '@slipway/config';
import { collect, Failure, failWhen, type Problem } from '@slipway/failure';
import type { Files } from '@slipway/system';
import { children, type Documents, isTree, locate, type Node, referenceAt, rootOf, target } from './node.ts';
import { pathFrom } from './reference.ts';
import { versionOf } from './version.ts';

/** Values that only look like parts of a description: what is in them is an example's own. */
const OPAQUE = new Set(['example', 'examples', 'default', 'enum', 'const', 'mapping']);

/** Every node that is a reference, in no particular order. */
function references(root: Node): readonly Node[] {
  const found: Node[] = [];
  const visit = (node: Node, inNames: boolean): void => {
    if (isTree(node.value) && typeof node.value['$ref'] === 'string') found.push(node);
    for (const [key, each] of children(node)) {
      // Below "properties" and the like every key is a name that the description's author chose.
      if (!inNames && (OPAQUE.has(key) || key.startsWith('x-'))) continue;
      if (typeof each.value === 'object')
        visit(each, !inNames && /^(properties|schemas|patternProperties|definitions)$/.test(key));
    }
  };
  visit(root, false);
  return found;
}

const problem = (node: Node, code: string, message: string, remedy: string): Problem => ({
  code,
  message: `"$ref: ${String((node.value as { $ref: unknown }).$ref).slice(0, 120)}" ${message}`,
  remedy,
  location: locate(node),
});

interface Reading {
  readonly files: Files;
  /** The folder that no reference may leave, as the user wrote it and without links. */
  readonly top: { readonly shown: string; readonly real: string };
  readonly sources: Map<string, SourceDocument>;
  readonly problems: Problem[];
}

async function readSource(file: string, files: Files): Promise<SourceDocument> {
  return parseSource(file, decodeText(file, await files.readBytes(file)));
}

async function outside(file: string, { files, top }: Reading): Promise<boolean> {
  const within = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder.replace(/\/$/, '')}/`);
  if (file.split('/')[0] === '..' || !within(file, top.shown)) return true;
  return !within(await files.realPath(file), top.real);
}

async function readReferenced(node: Node, reading: Reading): Promise<void> {
  const { files, sources, problems } = reading;
  const reference = referenceAt(node);
  if (reference === undefined) return;
  if (reference.kind === 'url') {
    const remedy = 'Keep a copy of the file in the repository, so that every run compares the same.';
    problems.push(problem(node, 'REF_URL', 'names a web address, and nothing is fetched.', remedy));
  } else if (reference.kind === 'malformed') {
    problems.push(problem(node, 'REF_MALFORMED', 'is no reference.', 'Write it like schemas.yaml#/components/schemas/Charge.'));
  } else if (!sources.has(reference.file)) {
    if (!(await files.exists(reference.file))) {
      problems.push(problem(node, 'REF_MISSING', `names the file ${reference.file}, which is not there.`, 'Correct the path.'));
    } else if (await outside(reference.file, reading)) {
      const remedy = 'Keep every file of the description in its repository.';
      problems.push(problem(node, 'REF_OUTSIDE', 'leads out of the repository.', remedy));
    } else {
      const source = await collect(problems, () => readSource(reference.file, files));
      if (source !== undefined) sources.set(reference.file, source);
    }
  }
}

/** References that name nothing, or only one another. */
function danglingProblems(documents: Documents, nodes: readonly Node[]): readonly Problem[] {
  return nodes.flatMap((node) => {
    const seen = new Set<unknown>();
    let at: Node | undefined = node;
    while (at !== undefined && !seen.has(at.value)) {
      const reference = referenceAt(at);
      if (reference === undefined) return [];
      if (reference.kind === 'url' || reference.kind === 'malformed' || !documents.files.has(reference.file)) return [];
      // A schema may have a reference and keywords of its own beside it, and then ends the chain.
      if (seen.size > 0 && Object.keys(at.value as object).length > 1) return [];
      seen.add(at.value);
      const next = target(documents, reference);
      if (next === undefined && at === node) {
        const remedy = 'Correct the pointer, or add what it names.';
        return [problem(node, 'REF_MISSING', `names nothing in ${reference.file}.`, remedy)];
      }
      at = next;
    }
    return at === undefined ? [] : [problem(node, 'REF_CIRCULAR', 'leads back to itself.', 'Break the circle.')];
  });
}

async function topOf(file: string, files: Files): Promise<Reading['top']> {
  const within = !file.startsWith('/') && !file.startsWith('..');
  const shown = within ? '' : file.split('/').slice(0, -1).join('/') || '/';
  return { shown, real: await files.realPath(within ? '.' : shown) };
}

/**
 * Reads a description and every file that it refers to.
 *
 * @throws Failure with every problem on its line: a file that cannot be read, a version that is not known, and references
 * that name a web address, nothing, themselves, or a file outside the repository, be it through a link.
 */
export async function openDocuments(given: string, files: Files): Promise<Documents> {
  const file = pathFrom(given.startsWith('/') ? '/' : '', given);
  const source = await readSource(file, files);
  const version = versionOf(source);
  const sources = new Map([[file, source]]);
  const reading: Reading = { files, top: await topOf(file, files), sources, problems: [] };
  const documents: Documents = { version, files: sources };
  const nodes: Node[] = [];
  // A map gives also what is added while it is gone through.
  for (const each of sources.keys()) {
    const found = references(rootOf(documents, each));
    for (const node of found) await readReferenced(node, reading);
    nodes.push(...found);
  }
  const problems = [...reading.problems, ...danglingProblems(documents, nodes)];
  failWhen(problems);
  return documents;
}

/** The root of an opened description. */
export function descriptionOf(documents: Documents): Node {
  const [file] = documents.files.keys();
  if (file === undefined) throw new Failure({ code: 'OPENAPI_UNKNOWN', message: 'There is no description.' });
  return rootOf(documents, file);
}
