import { CLUSTER_INPUTS, type ClusterInputs, clusterInputProblems } from '@slipway/cluster-login';
import type { Problem } from '@slipway/failure';
import { inputName } from '@slipway/metadata';

/** What leads into a cluster. */
export const CLUSTER = ['namespace', 'pods', 'podPort', ...CLUSTER_INPUTS] as const satisfies readonly (
  | keyof ClusterInputs
  | 'namespace'
  | 'pods'
  | 'podPort'
)[];

/** What every mode that has the version proved takes. */
export const VERSION = [
  'expectVersion',
  'versionFrom',
  'versionHeader',
  'versionPath',
  'versionJson',
  'versionStreak',
  'versionWithin',
] as const;

interface FleetInputs extends ClusterInputs {
  readonly url: string;
  readonly caFile: string | undefined;
  readonly namespace: string | undefined;
  readonly pods: string | undefined;
  readonly podPort: number | undefined;
  readonly expectVersion: string | undefined;
  readonly versionFrom: string;
  readonly versionJson: string | undefined;
}

interface SuiteInputs extends FleetInputs {
  readonly requestTimeout: number;
  readonly timeout: number;
}

const SERVICE = /^service\/((?:https?:)?[a-z]([a-z0-9-]*[a-z0-9])?:([a-z0-9-]+))$/;

/** The service within the cluster that an address names, as the API server's proxy takes it; undefined of a web address. */
export function serviceOf(url: string): string | undefined {
  return SERVICE.exec(url)?.[1];
}

const contradiction = (message: string, remedy: string): Problem => ({ code: 'INPUT_CONTRADICTION', message, remedy });

function clusterProblems(inputs: FleetInputs): readonly Problem[] {
  const { url, caFile, namespace, pods, podPort, expectVersion } = inputs;
  const service = serviceOf(url) !== undefined;
  const problems: Problem[] = [];
  const needs = (message: string, remedy: string): void => void problems.push(contradiction(message, remedy));
  if ((service || pods !== undefined) && namespace === undefined)
    needs('What is asked within a cluster needs "namespace".', 'Give the namespace that the service runs in.');
  if (service && caFile !== undefined)
    needs('"ca-file" is of no use where the API server is asked, which the kubeconfig trusts.', 'Leave it out.');
  if (pods !== undefined && expectVersion === undefined)
    needs('"pods" are asked for their version, and "expect-version" is missing.', 'Give both, or none.');
  if (podPort !== undefined && pods === undefined) needs('"pod-port" is given without "pods".', 'Give both, or none.');
  const given = ['namespace' as const, ...CLUSTER_INPUTS].filter((name) => inputs[name]);
  const [first] = service || pods !== undefined ? [] : given;
  if (first !== undefined) {
    const message = `"${inputName(first)}" leads into a cluster, and nothing is asked there.`;
    needs(message, 'Give "url" as service/NAME:PORT, or "pods"; or leave it out.');
  }
  return [...problems, ...clusterInputProblems(inputs)];
}

/** What is wrong with the inputs by which the version is asked for, of the service or of its pods. */
export function versionProblems(inputs: FleetInputs): readonly Problem[] {
  const { versionFrom, versionJson } = inputs;
  const message = 'Inputs "version-from: json" and "version-json" belong together, and one of them is missing.';
  const paired = (versionFrom === 'json') === (versionJson !== undefined);
  return [...(paired ? [] : [contradiction(message, 'Give both, or none.')]), ...clusterProblems(inputs)];
}

/** What is wrong with the inputs of a suite that is sent once. */
export function suiteProblems(inputs: SuiteInputs): readonly Problem[] {
  const { requestTimeout, timeout } = inputs;
  const message = 'Input "request-timeout" is longer than "timeout", which bounds the whole suite.';
  const remedy = 'Lower "request-timeout" or raise "timeout".';
  return [...(requestTimeout > timeout ? [contradiction(message, remedy)] : []), ...versionProblems(inputs)];
}
