import { parseJson, type SourceDocument } from '@slipway/config';
import { malformed } from '../lockfile-text.ts';
import type { PackageList } from '../package-list.ts';
import { type CycloneComponent, readCycloneDx } from './cyclonedx.ts';
import { readSpdx, type SpdxPackage } from './spdx.ts';

type Fields = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const textIn = (fields: Fields, name: string): string | undefined =>
  typeof fields[name] === 'string' ? fields[name] : undefined;
const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** Reads the members of a bill, and refuses what is not of the shape that its format gives it. */
class BillSource {
  readonly #source: SourceDocument;

  constructor(source: SourceDocument) {
    this.#source = source;
  }

  get file(): string {
    return this.#source.file;
  }

  at(path: Path) {
    const { file, line = 1 } = this.#source.locate(path);
    return { file, line };
  }

  /** The objects in a list, each with its path; none when the list is not there. */
  objects(fields: Fields, path: Path): readonly { readonly fields: Fields; readonly path: Path }[] {
    const list = fields[String(path.at(-1))] ?? [];
    const refuse = (where: Path): Error => {
      const message = `This bill of materials is not as its format has it: "${path.join('.')}" holds no list of objects.`;
      return malformed(this.file, message, 'Write it anew with the tool that made it.', this.at(where).line);
    };
    if (!Array.isArray(list)) throw refuse(path);
    return list.map((each: unknown, index) => {
      if (!isObject(each)) throw refuse([...path, index]);
      return { fields: each, path: [...path, index] };
    });
  }
}

function spdx(source: BillSource, root: Fields): PackageList {
  const packages = source.objects(root, ['packages']).map(({ fields, path }): SpdxPackage => {
    const references = source.objects(fields, [...path, 'externalRefs']).map((each) => each.fields);
    return {
      ...(textIn(fields, 'SPDXID') !== undefined && { SPDXID: textIn(fields, 'SPDXID') as string }),
      name: textIn(fields, 'name') ?? '',
      versionInfo: textIn(fields, 'versionInfo') ?? '',
      externalRefs: references.map((each) => ({
        referenceType: textIn(each, 'referenceType') ?? '',
        referenceLocator: textIn(each, 'referenceLocator') ?? '',
      })),
      location: source.at(path),
    };
  });
  const relationships = source.objects(root, ['relationships']).map(({ fields }) => ({
    spdxElementId: textIn(fields, 'spdxElementId') ?? '',
    relationshipType: textIn(fields, 'relationshipType') ?? '',
    relatedSpdxElement: textIn(fields, 'relatedSpdxElement') ?? '',
  }));
  const describes = textsIn(root['documentDescribes']);
  return readSpdx(source.file, { version: textIn(root, 'spdxVersion'), packages, relationships, describes });
}

function cycloneComponent(source: BillSource, fields: Fields, path: Path): CycloneComponent {
  const properties = source.objects(fields, [...path, 'properties']).map((each) => each.fields);
  const inner = source.objects(fields, [...path, 'components']);
  return {
    type: textIn(fields, 'type'),
    reference: textIn(fields, 'bom-ref'),
    group: textIn(fields, 'group'),
    name: textIn(fields, 'name') ?? '',
    version: textIn(fields, 'version'),
    purl: textIn(fields, 'purl'),
    scope: textIn(fields, 'scope'),
    properties: new Map(properties.map((each) => [textIn(each, 'name') ?? '', textIn(each, 'value') ?? ''])),
    components: inner.map((each) => cycloneComponent(source, each.fields, each.path)),
    location: source.at(path),
  };
}

function cycloneDx(source: BillSource, root: Fields): PackageList {
  const metadata = isObject(root['metadata']) ? root['metadata'] : {};
  const subject = metadata['component'];
  const components = source.objects(root, ['components']);
  const dependencies = source.objects(root, ['dependencies']).map(({ fields }) => ({
    reference: textIn(fields, 'ref') ?? '',
    needs: textsIn(fields['dependsOn']),
  }));
  return readCycloneDx(source.file, {
    version: textIn(root, 'specVersion'),
    subject: isObject(subject) ? cycloneComponent(source, subject, ['metadata', 'component']) : undefined,
    components: components.map((each) => cycloneComponent(source, each.fields, each.path)),
    dependencies,
  });
}

/**
 * Reads a bill of materials in JSON: SPDX 2.2 or 2.3, or CycloneDX 1.4 to 1.6. Which it is, it says itself.
 *
 * @throws Failure JSON_SYNTAX or LOCKFILE_MALFORMED, also for SPDX 3, which is another format under the same name.
 */
export function parseBillJson(file: string, text: string): PackageList {
  const document = parseJson(file, text);
  const root = document.value;
  const source = new BillSource(document);
  if (isObject(root) && root['bomFormat'] === 'CycloneDX') return cycloneDx(source, root);
  if (isObject(root) && 'spdxVersion' in root) return spdx(source, root);
  if (isObject(root) && '@graph' in root && JSON.stringify(root['@context'] ?? '').includes('spdx'))
    throw malformed(file, 'This is SPDX 3 in JSON-LD, which is not read.', 'Write it as SPDX 2.3 or as CycloneDX.', 1);
  throw malformed(file, 'This is no bill of materials in SPDX or CycloneDX.', 'Check the file.', 1);
}
