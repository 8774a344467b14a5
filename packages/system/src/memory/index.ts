export { memoryClock } from './clock.ts';
export type { ExecCall, ScriptedExec } from './exec.ts';
export { scriptedExec } from './exec.ts';
export { memoryFiles } from './files.ts';
export type { Answer } from './http.ts';
export { memoryHttp } from './http.ts';
export type { MemoryLog } from './log.ts';
export { memoryLog } from './log.ts';
export { worldClock } from './world-clock.ts';
