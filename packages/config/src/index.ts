export type { ConfigSchema } from './config.ts';
export { parseConfig } from './config.ts';
export type { SourceDocument } from './source.ts';
export { parseJson, parseSource } from './source.ts';
export { decodeText } from './decode.ts';
export { nearest } from './nearest.ts';
