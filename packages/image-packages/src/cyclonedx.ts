import type { Inventory } from './inventory.ts';
import { type ImagePackage, packageUrl } from './package.ts';
import type { BillSubject } from './spdx.ts';

function componentOf(pack: ImagePackage, index: number, { system }: Inventory) {
  const { name, version, licence, source, foundIn } = pack;
  const properties = [
    { name: 'slipway:foundIn', value: `/${foundIn}` },
    ...(source === undefined ? [] : [{ name: 'slipway:source', value: `${source.name} ${source.version}` }]),
  ];
  return {
    type: 'library',
    'bom-ref': `package-${index + 1}`,
    name,
    version,
    ...(licence !== undefined && { licenses: [{ license: { name: licence } }] }),
    purl: packageUrl(pack, system),
    properties,
  };
}

/** A UUID made from the image's digest, in the form that RFC 9562 keeps for such use (version 8). */
function serialOf(digest: string): string {
  const hex = digest.replace('sha256:', '');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The bill of materials of an image as CycloneDX 1.6 in JSON. */
export function renderCycloneDx(subject: BillSubject, inventory: Inventory): string {
  const { name, digest, platform, created } = subject;
  const components = inventory.packages.map((pack, index) => componentOf(pack, index, inventory));
  const { system } = inventory;
  const operatingSystem =
    system === undefined
      ? []
      : [{ type: 'operating-system', 'bom-ref': 'system', name: system.id, ...(system.version && { version: system.version }) }];
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialOf(digest),
    version: 1,
    metadata: {
      timestamp: created,
      tools: { components: [{ type: 'application', name: 'slipway-build-image' }] },
      component: {
        type: 'container',
        'bom-ref': 'image',
        name,
        version: digest,
        hashes: [{ alg: 'SHA-256', content: digest.replace('sha256:', '') }],
        properties: [{ name: 'slipway:platform', value: platform }],
      },
    },
    components: [...operatingSystem, ...components],
    dependencies: [{ ref: 'image', dependsOn: components.map((component) => component['bom-ref']) }],
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
