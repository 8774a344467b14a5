import { malformed } from './lockfile-text.ts';
import type { Package } from './package.ts';
import { type Note, type PackageList, packageList } from './package-list.ts';
import { type Element, parseXmlDocument } from './xml-document.ts';

/** A floating version, a range, or one that needs what only the build knows. */
const UNSETTLED = /[*[(,]|\$\(/;

function propertiesOf(project: Element): (text: string) => string {
  const known = new Map<string, string>();
  for (const group of project.all('PropertyGroup')) for (const { name, text } of group.children()) known.set(name, text);
  return (text) => text.replace(/\$\((\w+)\)/g, (whole, name: string) => known.get(name) ?? whole);
}

/**
 * Reads the packages that a project file of .NET itself names. A version there is the lowest that is taken, and NuGet takes
 * the lowest; what the packages need stands in no file, and notes tell of what has no version here.
 *
 * @throws Failure XML_SYNTAX or LOCKFILE_MALFORMED.
 */
export function parseProjectFile(file: string, text: string): PackageList {
  const project = parseXmlDocument(file, text);
  if (project.name !== 'Project')
    throw malformed(file, 'This is no project file of .NET: its root is no "Project".', 'Check the file.', project.line);
  const resolved = propertiesOf(project);
  const packages: Package[] = [];
  const notes: Note[] = [];
  for (const element of project.all('ItemGroup').flatMap((group) => group.all('PackageReference'))) {
    const name = element.attributes['Include'];
    if (name === undefined) continue;
    const read = (key: string): string | undefined => element.attributes[key] ?? element.child(key)?.text;
    const version = resolved(read('VersionOverride') ?? read('Version') ?? '');
    const location = { file, line: element.line };
    if (version === '' || UNSETTLED.test(version)) {
      notes.push({ message: `${name} has no version of its own in this project file.`, location });
      continue;
    }
    packages.push({
      ecosystem: 'NuGet',
      name,
      version,
      dev: read('PrivateAssets') === 'all',
      direct: true,
      location,
      via: [name],
    });
  }
  return packageList(packages, notes);
}
