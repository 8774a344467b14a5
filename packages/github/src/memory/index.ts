export type { MemoryHistory } from './commits.ts';
export { memoryHistory } from './commits.ts';
export type { MemoryPosts } from './conversations.ts';
export { memoryPosts } from './conversations.ts';
export type { MemoryDeployment, MemoryDeploymentState } from './deployments.ts';
export { addState, lastTime } from './deployments.ts';
export type { MemoryGitHub, MemoryRepository } from './github.ts';
export { memoryGitHub } from './github.ts';
export type { MemoryPull } from './pulls.ts';
