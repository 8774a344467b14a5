import { addState, lastTime, type MemoryDeployment } from '@slipway/github/memory';
import type { Request } from './request.ts';
import { blobId, contentOf, type StandInRepository } from './repository.ts';

const timeOf = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000', '');

const timesOf = ({ at, states }: MemoryDeployment): readonly number[] => [
  at,
  ...states.map((each, index) => (typeof each === 'string' ? at + index : each.at)),
];

function shown(each: MemoryDeployment, id: number, url: string): object {
  return {
    id,
    node_id: `DE_${id}`,
    sha: each.sha,
    ref: each.ref ?? each.sha,
    task: 'deploy',
    payload: each.payload ?? {},
    environment: each.environment,
    original_environment: each.environment,
    description: each.description ?? null,
    creator: null,
    created_at: timeOf(each.at),
    updated_at: timeOf(Math.max(...timesOf(each))),
    transient_environment: each.transient ?? false,
    production_environment: each.production ?? each.environment === 'production',
    url: `${url}/deployments/${id}`,
    statuses_url: `${url}/deployments/${id}/statuses`,
    repository_url: url,
  };
}

/** The deployments of a repository that a request asks for, newest first; their ids count from 1. */
export function deploymentsOf({ deployments = [] }: StandInRepository, { query }: Request, url: string): readonly object[] {
  const [wanted, sha] = [query.get('environment'), query.get('sha')];
  return deployments
    .map((each, index) => ({ each, id: index + 1 }))
    .filter(({ each }) => (wanted === null || each.environment === wanted) && (sha === null || each.sha === sha))
    .toReversed()
    .map(({ each, id }) => shown(each, id, url));
}

function listOf({ deployments }: StandInRepository): MemoryDeployment[] {
  if (deployments === undefined) throw new Error('The rules let a write to deployments pass, and no list of them is kept.');
  return deployments;
}

/** Makes a deployment: https://docs.github.com/en/rest/deployments/deployments#create-a-deployment */
export function createDeployment(of: StandInRepository, { body }: Request, url: string): object {
  const all = listOf(of);
  const sha = String(body['ref']);
  const made: MemoryDeployment = {
    sha,
    environment: String(body['environment'] ?? 'production'),
    at: lastTime(all) + 1,
    states: [],
    description: String(body['description'] ?? ''),
    payload: (body['payload'] ?? {}) as Readonly<Record<string, unknown>>,
    transient: body['transient_environment'] === true,
    ...(typeof body['production_environment'] === 'boolean' && { production: body['production_environment'] }),
  };
  all.push(made);
  return shown(made, all.length, url);
}

/** Says something of a deployment: https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status */
export function createStatus(of: StandInRepository, { body, parameters }: Request, url: string): object {
  const [all, id] = [listOf(of), Number(parameters['deployment_id'])];
  const told = (name: string): string | undefined => (typeof body[name] === 'string' ? body[name] : undefined);
  const [description, logUrl, environmentUrl] = [told('description'), told('log_url'), told('environment_url')];
  addState(all, id, {
    state: String(body['state']),
    at: lastTime(all) + 1,
    ...(description !== undefined && { description }),
    ...(logUrl !== undefined && { logUrl }),
    ...(environmentUrl !== undefined && { environmentUrl }),
  });
  return statusesOf(of, id, url)[0] ?? {};
}

/** The statuses of a deployment, newest first. */
export function statusesOf({ deployments = [] }: StandInRepository, id: number, url: string): readonly object[] {
  const deployment = deployments[id - 1];
  if (deployment === undefined) return [];
  return deployment.states
    .map((each, index) => ({
      id: index + 1,
      node_id: `DS_${index + 1}`,
      state: typeof each === 'string' ? each : each.state,
      environment: deployment.environment,
      description: typeof each === 'string' ? '' : (each.description ?? ''),
      target_url: typeof each === 'string' ? '' : (each.logUrl ?? ''),
      log_url: typeof each === 'string' ? '' : (each.logUrl ?? ''),
      environment_url: typeof each === 'string' ? '' : (each.environmentUrl ?? ''),
      creator: null,
      created_at: timeOf(timesOf(deployment)[index + 1] ?? 0),
      updated_at: timeOf(timesOf(deployment)[index + 1] ?? 0),
      url: `${url}/deployments/${id}/statuses/${index + 1}`,
      deployment_url: `${url}/deployments/${id}`,
      repository_url: url,
    }))
    .toReversed();
}

/** All files of a commit. */
export function treeOf({ files = {} }: StandInRepository, sha: string, url: string): object {
  const entries = Object.entries(files[sha] ?? {}).map(([path, text]) => ({
    path,
    mode: '100644',
    type: 'blob',
    sha: blobId(text),
    size: Buffer.byteLength(text),
    url: `${url}/git/blobs/${blobId(text)}`,
  }));
  const folder = { path: 'folder', mode: '040000', type: 'tree', sha, url: `${url}/git/trees/${sha}` };
  const link = { path: 'link.json', mode: '120000', type: 'blob', sha, size: 9, url: `${url}/git/blobs/${sha}` };
  return { sha, url: `${url}/git/trees/${sha}`, truncated: false, tree: [...entries, folder, link] };
}

/** The content of a file as GitHub wraps it, in lines of base64. */
export function blobOf(repository: StandInRepository, id: string, url: string): object {
  const text = contentOf(repository, id) ?? '';
  const content = Buffer.from(text).toString('base64').replace(/.{60}/g, '$&\n');
  return {
    sha: id,
    node_id: `B_${id}`,
    size: Buffer.byteLength(text),
    url: `${url}/git/blobs/${id}`,
    content,
    encoding: 'base64',
  };
}
