export { argocdApi, type ApiAccess } from './api.ts';
export type { Application, ManagedResource, Share, Source } from './application.ts';
export { repositoryKey, resourceName, shareOf, syncsItself } from './application.ts';
export { type Advice, advise, type Memory, type Patience, type Reason, START } from './advice.ts';
export type { ArgoCd, Difference, Trouble } from './port.ts';
export { argocdResources } from './resource.ts';
export { type Stance, stanceOf, type Wanted } from './stance.ts';
