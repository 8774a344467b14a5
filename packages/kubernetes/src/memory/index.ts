export type { MemoryCluster, MemoryClusterOptions } from './cluster.ts';
export { memoryCluster } from './cluster.ts';
export type { Behaviour } from './controller.ts';
export { rollOut } from './controller.ts';
