import { malformed } from '../lockfile-text.ts';
import type { PackageList } from '../package-list.ts';
import { type Element, parseXmlDocument } from '../xml-document.ts';
import { type CycloneComponent, readCycloneDx } from './cyclonedx.ts';

const NAMESPACE = /^http:\/\/cyclonedx\.org\/schema\/bom\/([\d.]+)$/;

function componentOf(file: string, element: Element): CycloneComponent {
  const text = (name: string): string | undefined => element.child(name)?.text || undefined;
  const properties = element.child('properties')?.all('property') ?? [];
  return {
    type: element.attributes['type'],
    reference: element.attributes['bom-ref'],
    group: text('group'),
    name: text('name') ?? '',
    version: text('version'),
    purl: text('purl'),
    scope: text('scope'),
    properties: new Map(properties.map((each) => [each.attributes['name'] ?? '', each.text])),
    components: componentsIn(file, element),
    location: { file, line: element.line },
  };
}

const componentsIn = (file: string, element: Element): readonly CycloneComponent[] =>
  (element.child('components')?.all('component') ?? []).map((each) => componentOf(file, each));

/**
 * Reads a CycloneDX bill in XML; its version stands in its namespace.
 *
 * @throws Failure XML_SYNTAX or LOCKFILE_MALFORMED.
 */
export function parseCycloneDxXml(file: string, text: string): PackageList {
  const bom = parseXmlDocument(file, text);
  const version = Object.values(bom.attributes).flatMap((value) => NAMESPACE.exec(value)?.[1] ?? [])[0];
  if (bom.name !== 'bom' || version === undefined)
    throw malformed(file, 'This is no CycloneDX bill: its root is no "bom" of that namespace.', 'Check the file.', bom.line);
  const subject = bom.child('metadata')?.child('component');
  const dependencies = (bom.child('dependencies')?.all('dependency') ?? []).map((each) => ({
    reference: each.attributes['ref'] ?? '',
    needs: each.all('dependency').map(({ attributes }) => attributes['ref'] ?? ''),
  }));
  const components = componentsIn(file, bom);
  return readCycloneDx(file, { version, subject: subject && componentOf(file, subject), components, dependencies });
}
