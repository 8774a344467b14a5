export type { MemoryCluster, MemoryClusterOptions } from './cluster.ts';
export { memoryCluster } from './cluster.ts';
