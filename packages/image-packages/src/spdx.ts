import type { Inventory } from './inventory.ts';
import { type ImagePackage, packageUrl } from './package.ts';

/** The image that a bill of materials is about. */
export interface BillSubject {
  readonly name: string;
  /** `sha256:` and 64 digits. */
  readonly digest: string;
  readonly platform: string;
  /** The time to state, ISO 8601 to the second: the image's own, so that the same bytes give the same document. */
  readonly created: string;
}

const NOTHING = 'NOASSERTION';
const hex = (digest: string): string => digest.replace('sha256:', '');

function packageOf(pack: ImagePackage, index: number, { system }: Inventory) {
  const { name, version, foundIn, source } = pack;
  return {
    SPDXID: `SPDXRef-Package-${index + 1}`,
    name,
    versionInfo: version,
    downloadLocation: NOTHING,
    filesAnalyzed: false,
    // What a package calls its licence need not be an SPDX expression; it is kept as a comment, not asserted.
    licenseConcluded: NOTHING,
    licenseDeclared: NOTHING,
    copyrightText: NOTHING,
    ...(pack.licence !== undefined && { licenseComments: `The package states: ${pack.licence}` }),
    sourceInfo: `found in /${foundIn}${source === undefined ? '' : `; built from ${source.name} ${source.version}`}`,
    externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: packageUrl(pack, system) }],
  };
}

/** The bill of materials of an image as SPDX 2.3 in JSON. */
export function renderSpdx(subject: BillSubject, inventory: Inventory): string {
  const packages = inventory.packages.map((pack, index) => packageOf(pack, index, inventory));
  const image = {
    SPDXID: 'SPDXRef-Image',
    name: subject.name,
    versionInfo: subject.digest,
    downloadLocation: NOTHING,
    filesAnalyzed: false,
    primaryPackagePurpose: 'CONTAINER',
    licenseConcluded: NOTHING,
    licenseDeclared: NOTHING,
    copyrightText: NOTHING,
    checksums: [{ algorithm: 'SHA256', checksumValue: hex(subject.digest) }],
  };
  const relationship = (spdxElementId: string, relationshipType: string, relatedSpdxElement: string) => ({
    spdxElementId,
    relationshipType,
    relatedSpdxElement,
  });
  const document = {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: `${subject.name} ${subject.platform}`,
    documentNamespace: `https://slipway.invalid/spdx/${hex(subject.digest)}`,
    ...(inventory.notes.length > 0 && { comment: inventory.notes.join('; ') }),
    creationInfo: { created: subject.created, creators: ['Tool: slipway-build-image'] },
    packages: [image, ...packages],
    relationships: [
      relationship('SPDXRef-DOCUMENT', 'DESCRIBES', image.SPDXID),
      ...packages.map(({ SPDXID }) => relationship(image.SPDXID, 'CONTAINS', SPDXID)),
    ],
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
