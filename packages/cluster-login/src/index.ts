export type { CloudPorts } from './cloud.ts';
export { connectCluster } from './connect.ts';
export type { ClusterInputs } from './inputs.ts';
export { CLUSTER_INPUTS, clusterInputProblems, clusterInputs } from './inputs.ts';
