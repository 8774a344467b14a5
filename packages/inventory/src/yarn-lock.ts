import { parseSource } from '@slipway/config';
import { type Node, trace } from './graph.ts';
import { lineAt, malformed } from './lockfile-text.ts';
import { type PackageList, packageList } from './package-list.ts';

const REMEDY = 'Write it anew with "yarn install".';

/** One block of the lockfile: what it resolves, and what that needs. */
interface Block {
  readonly descriptors: readonly string[];
  readonly line: number;
  readonly version: string;
  /** Descriptors of what it needs. */
  readonly needs: readonly string[];
}

/** The name in a descriptor such as `@scope/name@^1.0.0`; of an alias, the name of what is installed. */
function nameOf(descriptor: string): string {
  const aliased = /@npm:(@?[^@]+)@/.exec(descriptor)?.[1];
  return aliased ?? descriptor.slice(0, descriptor.indexOf('@', 1));
}

function listOf(blocks: readonly Block[], file: string): PackageList {
  const keys = new Map(blocks.flatMap((block, index) => block.descriptors.map((each) => [each, String(index)] as const)));
  const nodes: readonly Node[] = blocks.map(({ descriptors: [first = ''], line, version, needs }, index) => ({
    key: String(index),
    needs: needs.flatMap((need) => keys.get(need) ?? keys.get(need.replace('@npm:', '@')) ?? []),
    package: { ecosystem: 'npm', name: nameOf(first), version, dev: false, location: { file, line } },
  }));
  // The lockfile does not say what the project names: it is what nothing else needs.
  const needed = new Set(nodes.flatMap((node) => node.needs));
  return packageList(trace(nodes, { direct: nodes.map(({ key }) => key).filter((key) => !needed.has(key)) }));
}

const unquoted = (text: string): string => text.trim().replace(/^"(.*)"$/, '$1');

/** Yarn 1: a format of its own, in which two blanks more make a block within a block. */
function classicBlocks(file: string, text: string): readonly Block[] {
  const blocks: { descriptors: readonly string[]; line: number; version: string; needs: string[] }[] = [];
  let section = '';
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const fail = (what: string) => malformed(file, `This is not a yarn.lock: ${what}.`, REMEDY, index + 1);
    const block = blocks.at(-1);
    if (!line.startsWith(' ')) {
      if (!line.endsWith(':')) throw fail('a line of the outermost level does not end with a colon');
      blocks.push({ descriptors: line.slice(0, -1).split(',').map(unquoted), line: index + 1, version: '', needs: [] });
      section = '';
      continue;
    }
    const [, blanks = '', key = '', value = ''] = /^( +)("[^"]*"|[^\s:]+):? ?(.*)$/.exec(line) ?? [];
    if (block === undefined || key === '') throw fail('a line belongs to no package');
    if (blanks.length === 2) section = value === '' ? key : '';
    if (blanks.length === 2 && key === 'version') block.version = unquoted(value);
    else if (blanks.length > 2 && /ependencies$/.test(section)) block.needs.push(`${unquoted(key)}@${unquoted(value)}`);
  }
  const open = blocks.find(({ version }) => version === '');
  if (open !== undefined) throw malformed(file, 'This is not a yarn.lock: a package has no version.', REMEDY, open.line);
  return blocks;
}

/** Yarn 2 and later: YAML, with the project's own workspaces among the packages. */
function berryBlocks(file: string, text: string): readonly Block[] {
  const { value } = parseSource(file, text);
  const blocks: Block[] = [];
  for (const [key, entry] of Object.entries(
    (value ?? {}) as Record<string, { version?: unknown; dependencies?: object; linkType?: string }>,
  )) {
    if (key === '__metadata' || entry?.linkType === 'soft') continue;
    const offset = Math.max(0, text.indexOf(`\n"${key}":`), text.indexOf(`\n${key}:`));
    const line = offset === 0 ? 1 : lineAt(text, offset + 1);
    if (entry?.version === undefined) throw malformed(file, `This is not a yarn.lock: "${key}" has no version.`, REMEDY, line);
    const needs = Object.entries(entry.dependencies ?? {}).map(([name, range]) => `${name}@${range}`);
    blocks.push({ descriptors: key.split(', '), line, version: String(entry.version), needs });
  }
  return blocks;
}

/**
 * Reads a yarn.lock of any version of Yarn.
 *
 * @throws Failure LOCKFILE_MALFORMED, and what `parseSource` throws.
 */
export function parseYarnLock(file: string, text: string): PackageList {
  if (/^__metadata:/m.test(text)) return listOf(berryBlocks(file, text), file);
  if (text.trim() !== '' && !/^# yarn lockfile v1/m.test(text) && !/^\S.*:$/m.test(text))
    throw malformed(file, 'This is not a yarn.lock.', REMEDY, 1);
  return listOf(classicBlocks(file, text), file);
}
