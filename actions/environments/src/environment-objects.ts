import type { Described, Environment } from '@slipway/environments';
import { sourcesOf } from '@slipway/environments';
import { Failure, type Problem } from '@slipway/failure';
import { type Manifest, manifestsFrom } from '@slipway/kubernetes';
import type { Ports } from '@slipway/runner';
import { manifestsOf, parseSnapshot, type Snapshot } from './snapshot-file.ts';

/** The objects of an environment, and the snapshot that they were read from, if they were. */
export interface EnvironmentObjects {
  readonly manifests: readonly Manifest[];
  readonly snapshot?: Snapshot;
}

/** The environment of a name; what is wrong with the name goes to `problems`. */
export function environmentOf(described: Described, name: string, problems: Problem[]): Environment | undefined {
  const { environments } = described.value;
  const environment = Object.hasOwn(environments, name) ? environments[name] : undefined;
  const location = described.locate(['environments']);
  if (environment === undefined) {
    const remedy = `There are: ${Object.keys(environments).join(', ')}.`;
    problems.push({ code: 'ENVIRONMENT_UNKNOWN', message: `There is no environment ${JSON.stringify(name)}.`, remedy, location });
    return undefined;
  }
  if (sourcesOf(environment).length > 0) return environment;
  problems.push({
    code: 'ENVIRONMENT_WITHOUT_OBJECTS',
    message: `Nothing says where the objects of ${name} come from.`,
    remedy: 'Give it "manifests", "kustomize", "helm-chart" or "snapshot".',
    location: described.locate(['environments', name]),
  });
  return undefined;
}

/** Reads what an environment consists of, from wherever its description says. */
export async function objectsOf(
  name: string,
  environment: Environment,
  service: string | undefined,
  { exec, files }: Ports,
): Promise<EnvironmentObjects> {
  const { snapshot: file, namespace = name } = environment;
  if (file !== undefined) {
    const snapshot = parseSnapshot(file, await files.readText(file));
    return { manifests: manifestsOf(snapshot, file), snapshot };
  }
  const origin = {
    ...{ manifests: environment.manifests, kustomize: environment.kustomize },
    ...{ helmChart: environment['helm-chart'], helmValues: environment['helm-values'], namespace, service: service ?? name },
  };
  const manifests = await manifestsFrom(origin, { exec, files });
  if (manifests.length > 0) return { manifests };
  throw new Failure({ code: 'MANIFEST_NONE', message: `${name} has no objects.`, remedy: 'Check where its objects come from.' });
}
