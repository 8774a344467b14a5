export { renderCycloneDx } from './cyclonedx.ts';
export { installedPackages } from './installed.ts';
export type { Inventory, LayerFile } from './inventory.ts';
export { readInventory } from './inventory.ts';
export type { Ecosystem, ImagePackage, ImageSystem } from './package.ts';
export { packageUrl } from './package.ts';
export type { BillSubject } from './spdx.ts';
export { renderSpdx } from './spdx.ts';
