import { parseJson } from '@slipway/config';
import { type Node, trace } from './graph.ts';
import { malformed } from './lockfile-text.ts';
import { type PackageList, packageList } from './package-list.ts';

interface Entry {
  readonly type?: string;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * Reads a packages.lock.json of NuGet, in which each target framework has its own list.
 *
 * @throws Failure JSON_SYNTAX or LOCKFILE_MALFORMED.
 */
export function parseNugetLock(file: string, text: string): PackageList {
  const source = parseJson(file, text);
  const { dependencies } = (source.value ?? {}) as { dependencies?: Readonly<Record<string, Readonly<Record<string, Entry>>>> };
  if (typeof dependencies !== 'object' || dependencies === null)
    throw malformed(
      file,
      'This is not a packages.lock.json: it has no "dependencies".',
      'Write it anew with "dotnet restore --force-evaluate".',
      1,
    );
  const nodes: Node[] = [];
  const direct: string[] = [];
  for (const [framework, entries] of Object.entries(dependencies))
    for (const [name, { type, resolved, dependencies: needs }] of Object.entries(entries)) {
      if (type === 'Project' || resolved === undefined) continue;
      const key = `${framework}\0${name.toLowerCase()}`;
      if (type === 'Direct') direct.push(key);
      const { line = 1 } = source.locateKey(['dependencies', framework, name]);
      const of = { ecosystem: 'NuGet', name, version: resolved, dev: false, location: { file, line } };
      nodes.push({ key, needs: Object.keys(needs ?? {}).map((each) => `${framework}\0${each.toLowerCase()}`), package: of });
    }
  return packageList(trace(nodes, { direct }));
}
