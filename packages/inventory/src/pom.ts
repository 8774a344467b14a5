import { malformed } from './lockfile-text.ts';
import type { Package } from './package.ts';
import { type Note, type PackageList, packageList } from './package-list.ts';
import { type Element, parseXmlDocument } from './xml-document.ts';

function propertiesOf(project: Element): (name: string) => string | undefined {
  const own = project.child('properties');
  const of = (name: string): string | undefined => project.child(name)?.text ?? project.child('parent')?.child(name)?.text;
  return (name) =>
    own?.child(name)?.text ??
    (/^(?:project\.|pom\.)?(version|groupId|artifactId)$/.test(name) ? of(name.replace(/^.*\./, '')) : undefined);
}

/** A property may stand for another; a ring of them is cut off. */
const ROUNDS = 8;

function resolved(text: string, property: (name: string) => string | undefined): string | undefined {
  let value = text;
  for (let round = 0; round < ROUNDS && value.includes('${'); round++)
    value = value.replace(/\$\{([^}]+)\}/g, (whole, name: string) => property(name) ?? whole);
  return value.includes('${') ? undefined : value;
}

/**
 * Reads the dependencies that a pom.xml itself names, with properties and its own dependencyManagement. What they need
 * stands in no file of the project, and ranges are chosen by Maven: notes tell of what has no version here.
 *
 * @throws Failure XML_SYNTAX or LOCKFILE_MALFORMED.
 */
export function parsePom(file: string, text: string): PackageList {
  const project = parseXmlDocument(file, text);
  if (project.name !== 'project')
    throw malformed(file, 'This is not a pom.xml: its root is no "project".', 'Check the file.', project.line);
  const property = propertiesOf(project);
  const read = (element: Element, name: string): string | undefined => {
    const found = element.child(name)?.text;
    return found === undefined ? undefined : resolved(found, property);
  };
  const nameOf = (element: Element): string => `${read(element, 'groupId') ?? ''}:${read(element, 'artifactId') ?? ''}`;
  const managed = new Map(
    (project.child('dependencyManagement')?.child('dependencies')?.all('dependency') ?? []).map((each) => [
      nameOf(each),
      read(each, 'version'),
    ]),
  );
  const packages: Package[] = [];
  const notes: Note[] = [];
  for (const element of project.child('dependencies')?.all('dependency') ?? []) {
    const name = nameOf(element);
    const version = read(element, 'version') ?? managed.get(name);
    const location = { file, line: element.line };
    if (version === undefined || /[[(,]/.test(version))
      notes.push({ message: `${name} has no version of its own in this pom.xml.`, location });
    else
      packages.push({
        ecosystem: 'Maven',
        name,
        version,
        dev: read(element, 'scope') === 'test',
        direct: true,
        location,
        via: [name],
      });
  }
  return packageList(packages, notes);
}
