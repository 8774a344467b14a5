export { down, type DownOptions } from './down.ts';
export type { ArgocdPlace, Lab } from './lab.ts';
export type { Option } from './parts/order.ts';
export { renderFailure, type Report, StepFailure } from './progress.ts';
export { type LabStatus, type PartStatus, renderStatus, status } from './status.ts';
export { type ArgocdToken, argocdToken } from './argocd-token.ts';
export { up, type UpOptions } from './up.ts';
