export type { ConformanceCase } from './conformance.ts';
export { conformance } from './conformance.ts';
export type { ImageOptions, MadeLayout } from './image.ts';
export { filesUnder, madeLayout } from './image.ts';
export type { MemoryRegistry, MemoryRegistryOptions } from './registry.ts';
export { memoryRegistry } from './registry.ts';
export type { StoredRepository } from './store.ts';
