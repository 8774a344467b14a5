import { type Node, trace } from './graph.ts';
import { malformed } from './lockfile-text.ts';
import { type PackageList, packageList } from './package-list.ts';

/** `name (1.2.3)` or, for a gem with machine code, `name (1.2.3-x86_64-linux)`. */
const SPEC = /^ {4}(\S+) \(([^)]+)\)$/;
const NEED = /^ {6}(\S+)/;
const PLATFORM = /-(?:x86|x64|arm|aarch|java|jruby|mswin|mingw|universal|ppc|s390|riscv).*$/;

/**
 * Reads a Gemfile.lock.
 *
 * @throws Failure LOCKFILE_MALFORMED.
 */
export function parseGemfileLock(file: string, text: string): PackageList {
  const nodes: (Node & { readonly needs: string[] })[] = [];
  const direct: string[] = [];
  let section = '';
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^[A-Z]/.test(line)) section = line.trim();
    const [, name, version = ''] = SPEC.exec(line) ?? [];
    // What comes from a folder is the project's own.
    if (section === 'GEM' || section === 'GIT') {
      const location = { file, line: index + 1 };
      if (name !== undefined)
        nodes.push({
          key: name,
          needs: [],
          package: { ecosystem: 'RubyGems', name, version: version.replace(PLATFORM, ''), dev: false, location },
        });
      else nodes.at(-1)?.needs.push(...(NEED.exec(line)?.slice(1, 2) ?? []));
    }
    const named = section === 'DEPENDENCIES' ? /^ {2}([^\s!]+)/.exec(line)?.[1] : undefined;
    if (named !== undefined) direct.push(named);
  }
  if (section === '')
    throw malformed(file, 'This is not a Gemfile.lock: it has no section.', 'Write it anew with "bundle lock".', 1);
  // A gem stands once for each platform, in one version.
  const seen = new Set<string>();
  const once = nodes.filter(({ key, package: { version } }) => !seen.has(`${key} ${version}`) && seen.add(`${key} ${version}`));
  return packageList(trace(once, { direct }));
}
