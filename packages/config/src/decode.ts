import { Failure } from '@slipway/failure';

/**
 * The text of a file's bytes, which must be UTF-8; a byte order mark is dropped.
 *
 * @throws Failure TEXT_ENCODING for another encoding: read as UTF-8 it would be another text.
 */
export function decodeText(file: string, bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  const utf16 =
    (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (bytes.length > 2 && (b === 0 || (a === 0 && c === 0)));
  const remedy = 'Save it as UTF-8.';
  if (utf16) throw new Failure({ code: 'TEXT_ENCODING', message: 'The file is UTF-16 or UTF-32.', remedy, location: { file } });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Failure({ code: 'TEXT_ENCODING', message: 'The file is not UTF-8.', remedy, location: { file } }, { cause });
  }
}
