import type { Location } from '@slipway/failure';
import { malformed } from '../lockfile-text.ts';
import type { PackageList } from '../package-list.ts';
import { addNeed, type Component, packagesOf } from './component.ts';

/** A package of an SPDX 2 document, as far as it matters here. */
export interface SpdxPackage {
  readonly SPDXID?: string;
  readonly name?: string;
  readonly versionInfo?: string;
  readonly externalRefs?: readonly { readonly referenceType?: string; readonly referenceLocator?: string }[];
  readonly location: Location;
}

/** One relationship between elements of an SPDX 2 document. */
export interface SpdxRelationship {
  readonly spdxElementId?: string;
  readonly relationshipType?: string;
  readonly relatedSpdxElement?: string;
}

/** An SPDX document of version 2, whether it was written as JSON or as tags and values. */
export interface SpdxDocument {
  readonly version: string | undefined;
  readonly packages: readonly SpdxPackage[];
  readonly relationships: readonly SpdxRelationship[];
  readonly describes: readonly string[];
}

const DOCUMENT = 'SPDXRef-DOCUMENT';
const FOR_DEVELOPMENT = /^(DEV|TEST|BUILD)_DEPENDENCY_OF$/;

/** A relationship as "the first needs the second", in the names of section 11 of SPDX 2.3; undefined for others. */
function needIn({ spdxElementId: a, relationshipType: kind = '', relatedSpdxElement: b }: SpdxRelationship) {
  if (a === undefined || b === undefined) return undefined;
  if (kind === 'DEPENDS_ON') return [a, b] as const;
  return /(^|_)DEPENDENCY_OF$/.test(kind) ? ([b, a] as const) : undefined;
}

function subjectsOf({ describes, relationships }: SpdxDocument): ReadonlySet<string> {
  const told = relationships.flatMap(({ spdxElementId: a, relationshipType: kind, relatedSpdxElement: b }) => {
    if (kind === 'DESCRIBES' && a === DOCUMENT) return [b ?? ''];
    return kind === 'DESCRIBED_BY' && b === DOCUMENT ? [a ?? ''] : [];
  });
  return new Set([...describes, ...told]);
}

const urlOf = ({ externalRefs = [] }: SpdxPackage): string | undefined =>
  externalRefs.find(({ referenceType = '' }) => /(^|\/)purl$/.test(referenceType))?.referenceLocator;

const stated = (text: string | undefined): string | undefined => (/^(NOASSERTION|NONE|)$/.test(text ?? '') ? undefined : text);

/**
 * The packages of an SPDX document of version 2.2 or 2.3, but for what it is about.
 *
 * @throws Failure LOCKFILE_MALFORMED for another version.
 */
export function readSpdx(file: string, document: SpdxDocument): PackageList {
  const { version, packages, relationships } = document;
  if (version === undefined || !/^SPDX-2\.[23]$/.test(version))
    throw malformed(file, `SPDX ${version?.replace('SPDX-', '') ?? 'of no version'} is not read.`, 'Write it as SPDX 2.3.', 1);
  const subjects = subjectsOf(document);
  const of = new Map<string, string[]>();
  const development = new Set<string>();
  for (const relationship of relationships) {
    const [first, second] = needIn(relationship) ?? [];
    if (first === undefined || second === undefined) continue;
    addNeed(of, first, [second]);
    if (FOR_DEVELOPMENT.test(relationship.relationshipType ?? '')) development.add(second);
  }
  // What the document is about is judged only when advisories could be about it.
  const judged = packages.filter((each) => !subjects.has(each.SPDXID ?? '') || urlOf(each) !== undefined);
  const components = judged.map((each, index): Component => {
    const { SPDXID: key = `#${index}`, name = '', versionInfo, location } = each;
    return { key, name, version: stated(versionInfo), url: urlOf(each), dev: development.has(key), location };
  });
  return packagesOf(components, { subjects: [...subjects], of });
}
