import { malformed } from '../lockfile-text.ts';
import type { PackageList } from '../package-list.ts';
import { readSpdx, type SpdxPackage, type SpdxRelationship } from './spdx.ts';

type Open = { -readonly [Key in keyof SpdxPackage]: SpdxPackage[Key] };

/** A text may go over several lines, within a tag that nothing else stands in. */
const withoutTexts = (text: string): string => text.replace(/<text>[\s\S]*?<\/text>/g, (whole) => whole.replace(/[^\n]/g, ''));

function addTo(open: Open | undefined, tag: string, value: string): void {
  if (open === undefined) return;
  if (tag === 'SPDXID') open.SPDXID ??= value;
  if (tag === 'PackageVersion') open.versionInfo = value;
  if (tag !== 'ExternalRef') return;
  const [, referenceType = '', referenceLocator = ''] = value.split(/\s+/);
  open.externalRefs = [...(open.externalRefs ?? []), { referenceType, referenceLocator }];
}

/**
 * Reads an SPDX document of version 2.2 or 2.3 that is written as tags and values.
 *
 * @throws Failure LOCKFILE_MALFORMED
 */
export function parseSpdxTags(file: string, text: string): PackageList {
  const packages: Open[] = [];
  const relationships: SpdxRelationship[] = [];
  let version: string | undefined;
  let open: Open | undefined;
  for (const [index, line] of withoutTexts(text).split(/\r?\n/).entries()) {
    const [, tag = '', value = ''] = /^([A-Za-z]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (tag === 'SPDXVersion') version = value;
    else if (tag === 'Relationship') {
      const [spdxElementId = '', relationshipType = '', relatedSpdxElement = ''] = value.split(/\s+/);
      relationships.push({ spdxElementId, relationshipType, relatedSpdxElement });
    } else if (tag === 'PackageName') {
      open = { name: value, location: { file, line: index + 1 } };
      packages.push(open);
    } else if (tag === 'FileName' || tag === 'SnippetSPDXID') open = undefined;
    else addTo(open, tag, value);
  }
  if (version === undefined)
    throw malformed(file, 'This is no SPDX document: it has no "SPDXVersion".', 'Write it anew with the tool that it is for.', 1);
  return readSpdx(file, { version, packages, relationships, describes: [] });
}
