export { nodeClock } from './clock.ts';
export { nodeFiles } from './files.ts';
export { nodeHttp } from './http.ts';
export { minimalEnvironment, startProcess } from './process.ts';
