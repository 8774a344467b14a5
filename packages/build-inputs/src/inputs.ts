import { type Digest, digestOf } from '@slipway/oci';
import { type Base, type Demands, demandsOf, type Doubt } from './demand.ts';
import { ignoreCandidates, parseIgnore } from './ignore.ts';
import { cleanPath, patternMatcher } from './pattern.ts';
import { type Selection, selectionOf } from './selection.ts';
import type { SourceTree, TreeEntry } from './tree.ts';

/** What is built; paths are from the repository's root. */
export interface BuildRequest {
  readonly context: string;
  /** From the context. */
  readonly dockerfile: string;
  readonly target?: string | undefined;
  readonly platforms: readonly string[];
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly version?: string | undefined;
  /** Names of the build's secrets; their values are no input, because a secret must not shape the image. */
  readonly secretIds: readonly string[];
  readonly engine: 'buildkit' | 'buildah';
  /** The runner's kind of processor, which decides where no platform is named; undefined when nobody knows. */
  readonly machine: string | undefined;
  /** A folder of the repository that is deleted before the build. */
  readonly scratch?: string | undefined;
}

/** What stands for an image that a build starts from: its digest, or the inputs of the service it is built from. */
export type BaseAnswer =
  | {
      readonly identity: string;
      /** The image by its digest, so that what was looked at is what is built on; undefined when it must be built first. */
      readonly pin?: string | undefined;
    }
  | { readonly doubt: string };

/** What is known around a build. */
export interface World {
  readonly tree: SourceTree;
  /** The text of a file; the path is from the repository's root. */
  readText(path: string): Promise<string>;
  /** Whether a file or folder is on disk. */
  exists(path: string): Promise<boolean>;
  /** Finds out which bytes a name stands for. */
  resolveBase(reference: string): Promise<BaseAnswer>;
}

/** An image that a build starts from or copies from, and what stands for it. */
export interface ResolvedBase extends Base {
  readonly identity: string | undefined;
  readonly pin: string | undefined;
}

/** Everything a build reads; with a digest when equal inputs surely mean an equal image. */
export interface Inputs {
  /** SHA-256 over all inputs; undefined when there are doubts. */
  readonly digest: Digest | undefined;
  readonly doubts: readonly Doubt[];
  readonly bases: readonly ResolvedBase[];
  /** Arguments that the Dockerfile declares. */
  readonly declared: readonly string[];
  /** Why a file counts, by its path from the repository's root, whether it exists or not; undefined when it does not count. */
  readonly ruleOf: (path: string) => string | undefined;
  /** How many files of the commit count. */
  readonly files: number;
}

/** Arguments that name the commit: with one of them no two commits give the same image. */
const OF_THE_COMMIT = ['COMMIT', 'SOURCE_DATE_EPOCH'];
const SUBMODULE = '160000';
const NAMED = 3;

const join = (folder: string, path: string): string => cleanPath(`${folder}/${path}`);

function some(paths: readonly string[]): string {
  const more = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : '';
  return paths.slice(0, NAMED).join(', ') + more;
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** The demands of all platforms together. */
function allDemands(text: string, { target, buildArgs, platforms }: BuildRequest): Demands {
  const each = (platforms.length === 0 ? [undefined] : platforms).map((platform) =>
    demandsOf(text, { target, buildArgs, platform }),
  );
  return {
    sources: unique(each.flatMap(({ sources }) => sources)),
    bases: unique(each.flatMap(({ bases }) => bases)),
    doubts: unique(each.flatMap(({ doubts }) => doubts)),
    declared: unique(each.flatMap(({ declared }) => declared)),
    stages: each[0]?.stages ?? [],
    targetFound: each.every(({ targetFound }) => targetFound),
  };
}

function entriesBelow({ entries }: SourceTree, context: string): ReadonlyMap<string, TreeEntry> {
  if (context === '.') return entries;
  const below = [...entries].filter(([path]) => path.startsWith(`${context}/`));
  return new Map(below.map(([path, entry]) => [path.slice(context.length + 1), entry]));
}

function commitDoubts({ declared }: Demands, buildArgs: Readonly<Record<string, string>>): readonly Doubt[] {
  const dependent = declared.filter((name) => OF_THE_COMMIT.includes(name) && !(name in buildArgs));
  return dependent.map((name) => ({
    reason: `it declares ARG ${name}, so each commit gives another image; the label org.opencontainers.image.revision names the commit without that`,
  }));
}

function changeDoubts(request: BuildRequest, tree: SourceTree, ruleOf: (path: string) => string | undefined): readonly Doubt[] {
  const scratch = request.scratch === undefined ? undefined : cleanPath(request.scratch);
  const own = (path: string): boolean => scratch !== undefined && path.startsWith(`${scratch}/`);
  const read = tree.changed.filter((path) => !own(path) && ruleOf(path) !== undefined);
  if (read.length === 0) return [];
  const what = read.length === 1 ? 'a file that the build reads is' : `${read.length} files that the build reads are`;
  return [{ reason: `${what} not as the commit has it: ${some(read)}` }];
}

/** Git's own folder is no file of a commit, and is another one with each commit. */
function historyDoubts(context: string, selection: Selection): readonly Doubt[] {
  const source = context === '.' ? selection.readerOf('.git/HEAD') : undefined;
  // Behind a link the whole context counts, but only what the link leads to is copied.
  if (source === undefined || !patternMatcher(source.pattern)('.git/HEAD')) return [];
  return [{ line: source.line, reason: 'it copies the folder .git, which every commit changes; name .git in the ignore file' }];
}

async function submoduleDoubts(paths: readonly string[], { exists }: World): Promise<readonly Doubt[]> {
  const there = await Promise.all(paths.map((path) => exists(`${path}/.git`)));
  const absent = paths.filter((_, index) => there[index] === false);
  return absent.map((path) => ({ reason: `the submodule ${path} is not checked out` }));
}

async function resolveAll(
  bases: readonly Base[],
  world: World,
): Promise<{ resolved: readonly ResolvedBase[]; doubts: readonly Doubt[] }> {
  const answers = await Promise.all(bases.map((base) => world.resolveBase(base.reference)));
  const resolved = bases.map((base, index): ResolvedBase => {
    const answer = answers[index];
    const known = answer !== undefined && 'identity' in answer ? answer : undefined;
    return { ...base, identity: known?.identity, pin: known?.pin };
  });
  const doubts = answers.flatMap((answer, index): readonly Doubt[] => {
    const line = bases[index]?.line;
    return 'doubt' in answer ? [{ reason: answer.doubt, ...(line !== undefined && { line }) }] : [];
  });
  return { resolved, doubts };
}

async function unresolved(bases: readonly Base[]): ReturnType<typeof resolveAll> {
  return { resolved: bases.map((base) => ({ ...base, identity: undefined, pin: undefined })), doubts: [] };
}

interface Documented {
  readonly request: BuildRequest;
  readonly dockerfile: string;
  readonly ignore: string | undefined;
  readonly bases: readonly ResolvedBase[];
  readonly files: readonly (readonly [string, TreeEntry])[];
}

/** The text whose hash the inputs digest is: the same inputs give the same text, in whatever order they were found. */
function renderInputs({ request, dockerfile, ignore, bases, files }: Documented): string {
  const sorted = <T>(values: readonly T[]): readonly T[] =>
    values.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return JSON.stringify({
    version: 1,
    engine: request.engine,
    dockerfile: digestOf(dockerfile),
    ignore: ignore === undefined ? null : digestOf(ignore),
    target: request.target ?? null,
    platforms:
      request.platforms.length > 0
        ? sorted(request.platforms)
        : [`the engine's own on ${request.machine ?? 'an unknown machine'}`],
    buildArgs: sorted(Object.entries(request.buildArgs)),
    imageVersion: request.version ?? null,
    secrets: sorted(request.secretIds),
    bases: sorted(bases.map(({ reference, identity }) => [reference, identity])),
    files: sorted(files.map(([path, { mode, id }]) => [path, mode, id])),
  });
}

function ruleFinder(context: string, dockerfile: string, ignore: string | undefined, selection: Selection) {
  const below = context === '.' ? '' : `${context}/`;
  return (path: string): string | undefined => {
    if (path === join(context, dockerfile)) return 'it is the Dockerfile';
    if (!path.startsWith(below)) return undefined;
    const inside = path.slice(below.length);
    if (inside === ignore) return 'it says what the build leaves out';
    const source = selection.readerOf(inside);
    return source === undefined ? undefined : `line ${source.line} of ${join(context, dockerfile)} reads ${source.pattern}`;
  };
}

/** Finds out what a build reads, and whether that can be proved equal to what another build read. */
export async function inputsOf(request: BuildRequest, world: World): Promise<Inputs> {
  const { tree } = world;
  const [context, dockerfile] = [cleanPath(request.context), cleanPath(request.dockerfile)];
  const entries = entriesBelow(tree, context);
  const candidates = ignoreCandidates(dockerfile, request.engine);
  const ignore = candidates.find((path) => entries.has(path) || tree.changed.includes(join(context, path)));
  const text = await world.readText(join(context, dockerfile));
  const ignoreText = ignore === undefined ? undefined : await world.readText(join(context, ignore));
  const demands = allDemands(text, request);
  const selection = selectionOf(demands, ignoreText === undefined ? () => false : parseIgnore(ignoreText), entries);
  const ruleOf = ruleFinder(context, dockerfile, ignore, selection);
  const files = [...entries].filter(([path]) => selection.readerOf(path) !== undefined);
  const submodules = files.filter(([, { mode }]) => mode === SUBMODULE).map(([path]) => join(context, path));
  const local: readonly Doubt[] = [
    ...(demands.targetFound ? [] : [{ reason: `it has no stage ${request.target ?? ''}` }]),
    ...demands.doubts,
    ...commitDoubts(demands, request.buildArgs),
    ...historyDoubts(context, selection),
    ...changeDoubts(request, tree, ruleOf),
    ...(await submoduleDoubts(submodules, world)),
  ];
  // No registry is asked about what cannot be proved equal anyway.
  const { resolved, doubts } = await (local.length === 0 ? resolveAll(demands.bases, world) : unresolved(demands.bases));
  const all = [...local, ...doubts];
  const document = renderInputs({ request, dockerfile: text, ignore: ignoreText, bases: resolved, files });
  const digest = all.length === 0 ? digestOf(document) : undefined;
  return { digest, doubts: all, bases: resolved, declared: demands.declared, ruleOf, files: files.length };
}
