import { filetypemime } from 'magic-bytes.js';

/** The media type of a content-type header, without parameters and in lower case. */
export function mediaTypeOf(header: string): string {
  return (header.split(';')[0] ?? '').trim().toLowerCase();
}

/** What a body must be read as to be judged. */
export type Form = 'json' | 'xml' | 'form' | 'text' | 'binary' | 'multipart';

/** How a body of this type is judged. */
export function formOf(mediaType: string): Form {
  if (/^multipart\//.test(mediaType)) return 'multipart';
  if (/[/+]json([-+]|$)|^application\/(graphql|ndjson)$/.test(mediaType)) return 'json';
  if (/[/+]xml$/.test(mediaType)) return 'xml';
  if (mediaType === 'application/x-www-form-urlencoded') return 'form';
  return /^text\/|^application\/(javascript|yaml|x-yaml|sql|jwt|toml)$/.test(mediaType) ? 'text' : 'binary';
}

/** The type that the bytes themselves show. */
export function detectedTypes(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes.subarray(0, 4096)).toString('utf8').trimStart();
  const readable = !text.includes('\uFFFD') && !text.includes('\0');
  if (readable && /^(\{|\[|"|-?\d|true\b|false\b|null\b)/.test(text)) {
    try {
      JSON.parse(Buffer.from(bytes).toString('utf8'));
      return ['application/json', 'text/plain'];
    } catch {
      return ['text/plain'];
    }
  }
  if (readable && /^<(!doctype html|html)\b/i.test(text)) return ['text/html', 'text/plain'];
  if (readable && text.startsWith('<')) return ['application/xml', 'text/xml', 'text/plain'];
  const found = filetypemime(bytes);
  return found.length > 0 ? found : [readable ? 'text/plain' : 'application/octet-stream'];
}
