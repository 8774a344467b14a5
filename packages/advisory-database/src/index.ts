export { ageMs, ageProblem } from './age.ts';
export type { Database } from './database.ts';
export { readDatabase } from './database.ts';
export { openArtefact } from './source/artefact.ts';
export type { SourceWorld } from './source/download.ts';
export type { ExportSource, OpenedDatabase } from './source/export.ts';
export { OFFICIAL_EXPORT, openExport } from './source/export.ts';
