export type { ConfigSchema } from './config.ts';
export { parseConfig } from './config.ts';
export { parseSource } from './source.ts';
export type { SourceDocument } from './source-document.ts';
export { parseJson } from './strict-json.ts';
export { decodeText } from './decode.ts';
export { nearest } from './nearest.ts';
