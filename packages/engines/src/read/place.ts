import type { FoundPackage } from '@slipway/findings';
import { readPackageUrl } from '@slipway/inventory';

/** What the readers know of the scan that made a report. */
export interface ReportContext {
  /** The workspace as the scanner saw it, which stands before the paths that it wrote. */
  readonly root: string;
}

/** A path as it is from the workspace; one that lies elsewhere is kept whole. */
export function pathWithin(path: string, { root }: ReportContext): string {
  const plain = path.replace(/^file:\/\//, '').replaceAll('\\', '/');
  const base = root.replace(/\/+$/, '');
  return plain.startsWith(`${base}/`) ? plain.slice(base.length + 1) : plain.replace(/^\.\//, '');
}

/** The package of a package URL; for one that names no ecosystem of OSV, what the scanner itself calls it. */
export function packageOf(
  url: string | undefined,
  own: { readonly type: string; readonly name: string; readonly version: string },
): FoundPackage {
  const named = url === undefined ? { why: 'none' } : readPackageUrl(url, own.version);
  if ('why' in named) return { ecosystem: own.type, name: own.name, version: own.version, ...(url && { purl: url }) };
  const { ecosystem, name } = named.package;
  return { ecosystem, name, version: named.version ?? own.version, ...(url && { purl: url }) };
}

/** The first sentence or line of a text. */
export const firstLine = (text: string): string =>
  text
    .split('\n')
    .find((line) => line.trim() !== '')
    ?.trim() ?? '';
