import { failWhen, type Problem } from '@slipway/failure';
import type { Files } from '@slipway/system';

/** A file to attach, with what it is. */
export interface AttachedFile {
  readonly file: string;
  readonly artifactType: string;
  readonly content: Uint8Array;
  /** The file's JSON, when it is JSON. */
  readonly json?: Readonly<Record<string, unknown>>;
}

const MAX_BYTES = 64 * 1024 * 1024;
const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/i;

/** The type of an in-toto statement; https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
export const STATEMENT_TYPE = 'application/vnd.in-toto+json';
/** How the media types of Sigstore's bundles begin; https://docs.sigstore.dev/about/bundle */
export const BUNDLE_TYPE = 'application/vnd.dev.sigstore.bundle';

/** What a JSON file is by its own words; undefined when it does not say. */
export function artifactTypeOf(json: Readonly<Record<string, unknown>>): string | undefined {
  const word = (name: string): string => (typeof json[name] === 'string' ? json[name] : '');
  if (word('_type').startsWith('https://in-toto.io/Statement/')) return STATEMENT_TYPE;
  if (word('mediaType').startsWith(BUNDLE_TYPE)) return word('mediaType').replace(/\+json;version=(.*)$/, '.v$1+json');
  if (word('spdxVersion') !== '') return 'application/spdx+json';
  if (word('bomFormat') === 'CycloneDX') return 'application/vnd.cyclonedx+json';
  return Array.isArray(json['runs']) && word('version') !== '' ? 'application/sarif+json' : undefined;
}

function parse(content: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(content).toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

function problem(code: string, file: string, message: string, remedy: string): Problem {
  return { code, message: `${file} ${message}`, remedy, location: { file } };
}

async function readOne(file: string, given: string | undefined, files: Files): Promise<AttachedFile | Problem> {
  const size = await files.size(file);
  if (size > MAX_BYTES) {
    const limit = `has ${size} bytes; at most ${MAX_BYTES} can be attached.`;
    return problem('ATTACHMENT_TOO_LARGE', file, limit, 'Attach a shorter report.');
  }
  const content = await files.readBytes(file);
  const json = parse(content);
  const artifactType = given ?? (json === undefined ? undefined : artifactTypeOf(json));
  if (artifactType !== undefined) return { file, artifactType, content, ...(json && { json }) };
  const remedy = `Say what it is: write the line as TYPE=FILE, such as text/plain=${file}.`;
  return problem('ATTACHMENT_UNKNOWN', file, 'is no in-toto statement, Sigstore bundle, SPDX, CycloneDX or SARIF.', remedy);
}

/** Reads the files that the lines of `attach` name, as `FILE`, `TYPE=FILE` or with a glob pattern; tells everything that is wrong. */
export async function readAttachments(lines: readonly string[], files: Files): Promise<readonly AttachedFile[]> {
  const problems: Problem[] = [];
  const found: AttachedFile[] = [];
  for (const line of lines) {
    const [, type, named] = /^([^=]*\/[^=]*)=(.*)$/.exec(line) ?? [];
    const given = type !== undefined && MEDIA_TYPE.test(type) ? type : undefined;
    const pattern = given === undefined ? line : (named ?? '');
    const paths = /[*?[{]/.test(pattern) ? await files.glob(pattern) : (await files.exists(pattern)) ? [pattern] : [];
    if (paths.length === 0)
      problems.push(
        problem('ATTACHMENT_MISSING', pattern, 'is not there.', 'Check "attach", and that the step which writes the file ran.'),
      );
    for (const path of paths) {
      const read = await readOne(path, given, files);
      if ('code' in read) problems.push(read);
      else found.push(read);
    }
  }
  failWhen(problems);
  return found;
}
