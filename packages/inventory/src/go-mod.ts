import { malformed } from './lockfile-text.ts';
import type { Package } from './package.ts';
import { type PackageList, packageList } from './package-list.ts';

/** The first version whose go.mod lists every module that a build takes something from (Go 1.17's pruned graph). */
const COMPLETE_SINCE = 17;

interface Directive {
  readonly verb: string;
  readonly rest: string;
  readonly line: number;
}

function* directives(text: string): Generator<Directive> {
  let block: string | undefined;
  for (const [index, whole] of text.split(/\r?\n/).entries()) {
    const content = whole.trim();
    const code = content.replace(/\/\/.*$/, '').trim();
    if (code === ')') block = undefined;
    else if (block === undefined && code.endsWith('(')) block = code.slice(0, -1).trim();
    else if (code !== '') {
      const [verb = '', rest = ''] = block === undefined ? code.split(/\s+(.*)/s) : [block, code];
      yield { verb, rest: `${rest}${/\/\/ indirect/.test(content) ? ' // indirect' : ''}`, line: index + 1 };
    }
  }
}

const unquoted = (text = ''): string => text.replace(/^["`](.*)["`]$/, '$1');

/** What a module is replaced by: all of its versions, or one; undefined stands for a folder, which has no version. */
function replacements(all: readonly Directive[]): ReadonlyMap<string, readonly [name: string, version: string] | undefined> {
  return new Map(
    all
      .filter(({ verb }) => verb === 'replace')
      .map(({ rest }) => {
        const [from = '', to = ''] = rest.split('=>').map((side) => side.trim());
        const [name = '', version] = to.split(/\s+/).map(unquoted);
        return [from.split(/\s+/).map(unquoted).join('@'), version === undefined ? undefined : ([name, version] as const)];
      }),
  );
}

/**
 * Reads a go.mod: since Go 1.17 it lists every module that a build can take something from, with the version that is
 * taken. Of an older one the rest stands in go.sum, which is included then. The standard library is a package too.
 *
 * @throws Failure LOCKFILE_MALFORMED.
 */
export function parseGoMod(file: string, text: string): PackageList {
  const all = [...directives(text)];
  if (!all.some(({ verb }) => verb === 'module'))
    throw malformed(file, 'This is not a go.mod: it has no "module".', 'Write one with "go mod init".', 1);
  const replaced = replacements(all);
  const packages: Package[] = [];
  for (const { verb, rest, line } of all) {
    if (verb !== 'require') continue;
    const [name = '', version] = rest.split(/\s+/).map(unquoted);
    if (version === undefined) throw malformed(file, `"${rest}" requires no version.`, 'Run "go mod tidy".', line);
    const key = [`${name}@${version}`, name].find((each) => replaced.has(each));
    const [real, taken] = (key === undefined ? [name, version] : replaced.get(key)) ?? [];
    if (real === undefined || taken === undefined) continue;
    const direct = !rest.endsWith('// indirect');
    packages.push({
      ecosystem: 'Go',
      name: real,
      version: taken,
      dev: false,
      direct,
      location: { file, line },
      ...(direct && { via: [real] }),
    });
  }
  const language = all.find(({ verb }) => verb === 'go');
  const toolchain = all.find(({ verb, rest }) => verb === 'toolchain' && rest !== 'default') ?? language;
  const release = /^(?:go)?([\d.]+(?:rc\d+|beta\d+)?)/.exec(toolchain?.rest ?? '')?.[1];
  if (release !== undefined && toolchain !== undefined) {
    const location = { file, line: toolchain.line };
    packages.push({ ecosystem: 'Go', name: 'stdlib', version: release, dev: false, direct: true, location, via: ['stdlib'] });
  }
  const old = Number(/^1\.(\d+)/.exec(language?.rest ?? '1.0')?.[1] ?? COMPLETE_SINCE) < COMPLETE_SINCE;
  return { ...packageList(packages), includes: old ? [file.replace(/go\.mod$/, 'go.sum')] : [] };
}

/**
 * Reads a go.sum: the modules whose source was fetched, which is more than a build takes. Those of which the file has
 * only the go.mod were looked at to choose versions and are in no build.
 *
 * @throws Failure LOCKFILE_MALFORMED.
 */
export function parseGoSum(file: string, text: string): PackageList {
  const packages: Package[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [name, version, hash] = line.trim().split(/\s+/);
    if (name === undefined || version === undefined || hash === undefined)
      throw malformed(file, 'A line of this go.sum has not three words.', 'Run "go mod tidy".', index + 1);
    if (version.endsWith('/go.mod')) continue;
    packages.push({ ecosystem: 'Go', name, version, dev: false, direct: false, location: { file, line: index + 1 } });
  }
  return packageList(packages);
}
