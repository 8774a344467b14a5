import { distributionEcosystem, type Package } from '@slipway/inventory';
import type { Inventory } from './inventory.ts';
import type { ImagePackage, ImageSystem } from './package.ts';

const ECOSYSTEMS = { npm: 'npm', pypi: 'PyPI', golang: 'Go', maven: 'Maven', cargo: 'crates.io' } as const;

function ecosystemOf({ ecosystem }: ImagePackage, system: ImageSystem | undefined): string {
  if (ecosystem !== 'deb' && ecosystem !== 'apk') return ECOSYSTEMS[ecosystem];
  if (system === undefined) return ecosystem === 'deb' ? 'Debian' : 'Alpine';
  return distributionEcosystem(system) ?? system.name;
}

/**
 * What is installed in an image, as advisories know it: with the ecosystem of OSV, the source package and the layer.
 *
 * A distribution that OSV does not name keeps the name it gives itself, so that no other's advisories are taken for its.
 *
 * @param image how the image is called, which stands before the path of each database in the place of a package
 */
export function installedPackages({ packages, system }: Inventory, image: string): readonly Package[] {
  return packages.map((of) => ({
    ecosystem: ecosystemOf(of, system),
    name: of.name,
    version: of.version,
    dev: false,
    direct: false,
    location: { file: `${image}/${of.foundIn}` },
    ...(of.source !== undefined && { source: of.source }),
    ...(of.layer !== undefined && { layer: of.layer }),
  }));
}
