import { createHash } from 'node:crypto';
import { connectCluster } from '@slipway/cluster-login';
import { judgeNamespace, openedFor } from '@slipway/environments';
import { Failure } from '@slipway/failure';
import { KINDS, kubernetes, type Kubernetes, type KubeObject } from '@slipway/kubernetes';
import type { Ports, RunContext } from '@slipway/runner';
import type { ModeInputs } from './inputs.ts';

type Inputs = ModeInputs<'open' | 'close'>;

/** DNS labels, RFC 1123. */
const LONGEST = 63;
const HASH = 6;

/** A branch and the namespace that is its own. */
export interface BranchNamespace {
  readonly client: Kubernetes;
  readonly service: string;
  readonly branch: string;
  readonly name: string;
  /** As it is in the cluster, if it is. */
  readonly live: KubeObject | undefined;
}

/** The branch that a run builds; a pull request's is known by its number. */
function branchOf(given: string | undefined, ref = ''): string {
  const branch = given ?? /^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? ref.replace(/^refs\/pull\/(\d+)\/.*$/, 'pull-$1');
  if (branch !== '') return branch;
  const remedy = 'Give "branch"; GITHUB_REF is not set here.';
  throw new Failure({ code: 'BRANCH_UNKNOWN', message: 'It is not known which branch the namespace is for.', remedy });
}

/**
 * The name of a branch's namespace: readable, a DNS label, and another one for another branch. What the name cannot hold of the
 * branch (capitals, slashes, length) is kept apart by the start of its hash.
 */
export function namespaceName(service: string, branch: string): string {
  const words = branch
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const plain = `${service}-${words}`;
  if (words === branch && plain.length <= LONGEST) return plain;
  const hash = createHash('sha256').update(branch).digest('hex').slice(0, HASH);
  return `${plain.slice(0, LONGEST - HASH - 1).replace(/-+$/, '')}-${hash}`;
}

/** A namespace that something else made is nobody's to write or delete here. */
function refuseForeign(live: KubeObject, service: string, branch: string, now: number): void {
  const { name } = live.metadata;
  const own = openedFor(live);
  const foreign = judgeNamespace(live, now).kind === 'foreign';
  if (!foreign && own.service === service && own.branch === branch) return;
  const whose = foreign ? 'was not opened by this action' : `belongs to ${own.service}, branch ${own.branch}`;
  const message = `The namespace ${name} ${whose}, so it is left alone.`;
  throw new Failure({ code: 'NAMESPACE_FOREIGN', message, remedy: 'Rename the branch, or delete the namespace by hand.' });
}

/** Finds the namespace of a branch. Throws NAMESPACE_FOREIGN where it is somebody else's. */
export async function findNamespace(inputs: Inputs, ports: Ports, { environment, ref }: RunContext): Promise<BranchNamespace> {
  const { service = '' } = inputs;
  const branch = branchOf(inputs.branch, ref);
  const name = namespaceName(service, branch);
  const client = kubernetes(await connectCluster(inputs, { ...ports, environment }), ports);
  const live = await client.get<KubeObject>({ ...KINDS.namespace, name });
  if (live !== undefined) refuseForeign(live, service, branch, ports.clock.now());
  return { client, service, branch, name, live };
}
