export type { Engine, EngineEnd, EngineName, EngineTarget } from './engine.ts';
export { CATALOGUE, ENGINES } from './engine.ts';
export { RELEASES } from './pin.ts';
export type { ReportContext } from './read/place.ts';
export { readSarif } from './read/sarif.ts';
export type { EngineFindings, EngineRun, EngineWorld } from './run.ts';
export { runEngine } from './run.ts';
