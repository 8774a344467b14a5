import { connectCluster } from '@slipway/cluster-login';
import { judgeNamespace, openedFor, OWN, OWN_VALUE } from '@slipway/environments';
import { KINDS, kubernetes, type Kubernetes, KubernetesFailure, type KubeObject } from '@slipway/kubernetes';
import { outputsFor } from '@slipway/metadata';
import type { Annotation, Outcome, Ports, RunContext } from '@slipway/runner';
import { table } from '@slipway/summary';
import { action } from './action.ts';
import type { ModeInputs } from './inputs.ts';

type Inputs = ModeInputs<'sweep'>;

/** What came of one namespace. */
interface Swept {
  readonly name: string;
  readonly branch: string;
  readonly outcome:
    | 'deleted'
    | 'would be deleted'
    | 'gone already'
    | 'changed meanwhile'
    | 'left for the next sweep'
    | 'stays'
    | 'unreadable';
  readonly until: string;
}

/** Whoever opens a namespace again meanwhile changes its version, and keeps it. */
async function deleteUnlessChanged(client: Kubernetes, name: string, resourceVersion: string): Promise<Swept['outcome']> {
  try {
    return (await client.delete({ ...KINDS.namespace, name }, { resourceVersion })) ? 'deleted' : 'gone already';
  } catch (error) {
    if (error instanceof KubernetesFailure && error.status === 409) return 'changed meanwhile';
    throw error;
  }
}

async function sweepOne(client: Kubernetes, live: KubeObject, left: number, { dryRun }: Inputs, now: number): Promise<Swept> {
  const { name, resourceVersion = '' } = live.metadata;
  const verdict = judgeNamespace(live, now);
  const { service, branch } = openedFor(live);
  const about = { name, branch: `${service} ${branch}` };
  if (verdict.kind === 'unreadable') return { ...about, outcome: 'unreadable', until: verdict.said };
  if (verdict.kind === 'foreign' || verdict.kind === 'going') return { ...about, outcome: 'stays', until: '' };
  const until = new Date(verdict.until).toISOString();
  if (verdict.kind === 'lives') return { ...about, outcome: 'stays', until };
  if (left <= 0) return { ...about, outcome: 'left for the next sweep', until };
  if (dryRun) return { ...about, outcome: 'would be deleted', until };
  return { ...about, outcome: await deleteUnlessChanged(client, name, resourceVersion), until };
}

function annotationsOf(swept: readonly Swept[]): readonly Annotation[] {
  return swept
    .filter(({ outcome }) => outcome === 'unreadable')
    .map(({ name, until }): Annotation => {
      const message = `It cannot be told when the namespace ${name} is to go: it says ${JSON.stringify(until)}. It stays; open it again, or delete it by hand.`;
      return { level: 'warning', title: 'Namespace without an end', message };
    });
}

/** Deletes the namespaces of branches whose time is over, and no other. */
export async function sweep(inputs: Inputs, ports: Ports, { environment }: RunContext): Promise<Outcome<typeof action>> {
  const client = kubernetes(await connectCluster(inputs, { ...ports, environment }), ports);
  const { items } = await client.list<KubeObject>(KINDS.namespace, { labelSelector: `${OWN}=${OWN_VALUE}` });
  const now = ports.clock.now();
  const own = items.filter((live) => judgeNamespace(live, now).kind !== 'foreign');
  const swept: Swept[] = [];
  const gone = () => swept.filter(({ outcome }) => outcome === 'deleted' || outcome === 'would be deleted');
  for (const live of own) swept.push(await sweepOne(client, live, inputs.atMost - gone().length, inputs, now));
  const names = gone().map(({ name }) => name);
  return {
    verdict: 'pass',
    headline: `${names.length} of ${own.length} namespaces of branches ${inputs.dryRun ? 'would be' : 'are'} deleted: their time is over.`,
    outputs: outputsFor(action, { deleted: names.join('\n') }),
    annotations: annotationsOf(swept),
    summary: [
      table(
        ['namespace', 'for', 'until', 'outcome'],
        swept.map(({ name, branch, until, outcome }) => [{ code: name }, branch, until, outcome]),
      ),
    ],
    data: { namespaces: swept.map((each) => ({ ...each })) },
  };
}
