import type { Location } from '@slipway/failure';
import { malformed } from '../lockfile-text.ts';
import type { PackageList } from '../package-list.ts';
import { addNeed, type Component, packagesOf } from './component.ts';

/** A component of a CycloneDX bill, whether it was written as JSON or as XML. */
export interface CycloneComponent {
  readonly type: string | undefined;
  readonly reference: string | undefined;
  readonly group: string | undefined;
  readonly name: string;
  readonly version: string | undefined;
  readonly purl: string | undefined;
  readonly scope: string | undefined;
  readonly properties: ReadonlyMap<string, string>;
  readonly components: readonly CycloneComponent[];
  readonly location: Location;
}

/** A CycloneDX bill, as far as it matters here. */
export interface CycloneBill {
  readonly version: string | undefined;
  readonly subject: CycloneComponent | undefined;
  readonly components: readonly CycloneComponent[];
  readonly dependencies: readonly { readonly reference: string; readonly needs: readonly string[] }[];
}

/** Kinds that are no packages by the specification, and have advisories of no ecosystem. */
const NO_PACKAGES = new Set(['file', 'data', 'operating-system', 'machine-learning-model', 'cryptographic-asset', 'device']);

/** A container holds what it lists, and asks for nothing of it by name. */
const HOLDS_ONLY = new Set(['container', 'operating-system']);

const isPackage = ({ type, purl }: CycloneComponent): boolean => purl !== undefined || !NO_PACKAGES.has(type ?? '');

const isForDevelopment = ({ scope, properties }: CycloneComponent): boolean =>
  scope === 'excluded' || properties.get('cdx:npm:package:development') === 'true';

const flat = (components: readonly CycloneComponent[]): readonly CycloneComponent[] =>
  components.flatMap((each) => [each, ...flat(each.components)]);

/**
 * The packages of a CycloneDX bill of version 1.4 to 1.6, components within components too, but for what it is about.
 *
 * @throws Failure LOCKFILE_MALFORMED for another version.
 */
export function readCycloneDx(file: string, { version, subject, components, dependencies }: CycloneBill): PackageList {
  if (version === undefined || !/^1\.[456]$/.test(version))
    throw malformed(file, `CycloneDX ${version ?? 'of no version'} is not read.`, 'Write it as CycloneDX 1.4, 1.5 or 1.6.', 1);
  const of = new Map<string, string[]>();
  for (const { reference, needs } of dependencies) addNeed(of, reference, needs);
  const judged = flat(components).filter(isPackage);
  const read = judged.map((each, index): Component => {
    const { reference, group, name, version: own, purl, location } = each;
    const shown = group ? `${group}/${name}` : name;
    return {
      key: reference ?? `#${index}`,
      name: shown,
      version: own || undefined,
      url: purl,
      dev: isForDevelopment(each),
      location,
    };
  });
  const root = subject?.reference;
  return packagesOf(read, { subjects: root === undefined || HOLDS_ONLY.has(subject?.type ?? '') ? [] : [root], of });
}
