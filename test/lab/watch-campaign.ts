import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as deploying from '@slipway/action-deploy-k8s';
import * as watching from '@slipway/action-watch-and-rollback';
import { memoryGitHub } from '@slipway/github/memory';
import { connect, KINDS, type Kubernetes, kubernetes, type Pod } from '@slipway/kubernetes';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryLog, scriptedExec } from '@slipway/system/memory';
import { nodeClock, nodeFiles, nodeHttp } from '@slipway/system/node';
import type { Lab } from './index.ts';
import { busyService } from './services/busy.ts';

/** What is wrong with a release. */
export type Ill = 'healthy' | 'errors' | 'slower' | 'crash' | 'one-pod' | 'outage';

/** What must become of each. */
export const RIGHT: Readonly<Record<Ill, string>> = {
  healthy: 'healthy',
  errors: 'rolled-back',
  slower: 'rolled-back',
  crash: 'rolled-back',
  'one-pod': 'one-bad-pod',
  outage: 'rolled-back',
};

/** How one release was judged. */
export interface Judged {
  readonly ill: Ill;
  readonly decision: string;
  readonly headline: string;
  /** From the first bad answer until every pod of the good version was ready again; absent where nothing was rolled back, or nothing answered badly. */
  readonly seconds?: number;
}

/** Where a campaign takes place, and how long things take in it. */
export interface Campaign {
  readonly lab: Lab;
  readonly namespace: string;
  readonly folder: string;
  readonly duration: string;
  readonly crashAfterSeconds: number;
}

/** The version before must have served for 20 looks at least, and a few are lost to its start. */
const HISTORY_MS = 125_000;
/** Trouble begins when the rollout is over. */
const BAD_AFTER_SECONDS = 15;

const environmentOf = (ill: Ill, { crashAfterSeconds }: Campaign): Readonly<Record<string, number>> =>
  ({
    healthy: { FAIL_PERCENT: 1 },
    errors: { FAIL_PERCENT: 20, BAD_AFTER_S: BAD_AFTER_SECONDS },
    slower: { FAIL_PERCENT: 1, TIMES_AS_SLOW: 3 },
    crash: { FAIL_PERCENT: 1, CRASH_AFTER_S: crashAfterSeconds },
    'one-pod': { FAIL_PERCENT: 1 },
    outage: { FAIL_PERCENT: 100, BAD_AFTER_S: BAD_AFTER_SECONDS },
  })[ill];

const replicasOf = (ill: Ill): number => (ill === 'one-pod' ? 4 : 2);

/** The digest of the image that all services run. */
async function imageOf({ registry }: Lab): Promise<string> {
  const accept = 'application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json';
  const url = `http://${registry}/v2/library/node/manifests/24`;
  const { headers } = await nodeHttp.fetch({ method: 'HEAD', url, headers: { accept } });
  return `${registry}/library/node@${headers['docker-content-digest'] ?? ''}`;
}

class Service {
  readonly #campaign: Campaign;
  readonly #name: string;
  readonly #ill: Ill;
  readonly #image: string;
  readonly #client: Kubernetes;

  constructor(campaign: Campaign, ill: Ill, index: number, world: { image: string; client: Kubernetes }) {
    this.#campaign = campaign;
    this.#ill = ill;
    this.#name = `${ill}-${index}`;
    this.#image = world.image;
    this.#client = world.client;
  }

  async #act(which: 'deploy' | 'watch', inputs: Readonly<Record<string, string>>) {
    const { lab, namespace, folder } = this.#campaign;
    const given = { service: this.#name, namespace, 'kubeconfig-path': lab.kubeconfig, ...inputs };
    const files = nodeFiles(join(folder, this.#name));
    const cancelled = new AbortController().signal;
    const host = memoryHost(given, { clock: nodeClock, http: nodeHttp, files, log: memoryLog(), cancelled });
    if (which === 'deploy')
      await runAction(
        deploying.action,
        deploying.runWith(() => memoryGitHub()),
        host,
      );
    else await runAction(watching.action, watching.run, host);
    return { outputs: host.written.outputs, headline: host.written.reports[0]?.headline ?? '' };
  }

  async #release(env: Readonly<Record<string, number>>, record: string): Promise<void> {
    const folder = join(this.#campaign.folder, this.#name);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'app.json'), busyService(this.#name, replicasOf(this.#ill), env));
    const waits = { 'stability-window': '2s', timeout: '120s', 'create-namespace': 'true' };
    const { headline } = await this.#act('deploy', { manifests: 'app.json', image: this.#image, record, ...waits });
    if (!/runs in/.test(headline)) throw new Error(`${this.#name} was not deployed: ${headline}`);
  }

  async #pods(): Promise<readonly Pod[]> {
    const { items } = await this.#client.list<Pod>(KINDS.pod, {
      namespace: this.#campaign.namespace,
      labelSelector: `app=${this.#name}`,
    });
    return items.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
  }

  /** Has one pod fail everything from now on, as on a bad node. */
  async #breakOne(): Promise<void> {
    const [first] = await this.#pods();
    await nodeHttp.fetch({ url: `http://${(first?.status as { podIP?: string } | undefined)?.podIP ?? ''}:8080/break` });
  }

  async #firstBadMs(): Promise<number> {
    const { lab, namespace } = this.#campaign;
    const selector = `first_bad_answer_seconds{namespace="${namespace}",pod=~"${this.#name}-.*"}`;
    const query = new URLSearchParams({ query: `min(min_over_time(${selector}[10m]))` }).toString();
    const answer = await nodeHttp.fetch({ url: `${lab.prometheusUrl}/api/v1/query?${query}` });
    const { data } = JSON.parse(await answer.text()) as { data: { result: readonly { value: readonly [number, string] }[] } };
    return Number(data.result[0]?.value[1]) * 1000;
  }

  async #secondsToGood(): Promise<number | undefined> {
    if (this.#ill !== 'errors' && this.#ill !== 'outage') return undefined;
    const pods = await this.#pods();
    const ready = pods.map(({ status }) => {
      const condition = status?.conditions?.find(({ type }) => type === 'Ready') as { lastTransitionTime?: string } | undefined;
      return Date.parse(condition?.lastTransitionTime ?? '');
    });
    return (Math.max(...ready) - (await this.#firstBadMs())) / 1000;
  }

  begin(): Promise<void> {
    return this.#release({ FAIL_PERCENT: 1, VERSION: 1 }, 'good');
  }

  async judge(): Promise<Judged> {
    await this.#release({ ...environmentOf(this.#ill, this.#campaign), VERSION: 2 }, 'pending');
    if (this.#ill === 'one-pod') await this.#breakOne();
    const { lab, duration } = this.#campaign;
    const how = { duration, interval: '5s', recovery: '0s', 'on-slower': 'rollback', 'samples-out': 'samples.json' };
    const { outputs, headline } = await this.#act('watch', { 'prometheus-url': lab.prometheusUrl, ...how });
    const decision = outputs['decision'] ?? '';
    const seconds = decision === 'rolled-back' ? await this.#secondsToGood() : undefined;
    return { ill: this.#ill, decision, headline, ...(seconds !== undefined && { seconds }) };
  }
}

/** Runs services side by side on the lab: each a good version for two minutes, then a release that is well or ill, which is watched. */
export async function campaign(place: Campaign, ills: readonly Ill[]): Promise<readonly Judged[]> {
  const image = await imageOf(place.lab);
  const ports = { exec: scriptedExec(), files: nodeFiles('/'), clock: nodeClock, log: memoryLog(), http: nodeHttp };
  const client = kubernetes(await connect({ path: place.lab.kubeconfig }, ports), ports);
  const services = ills.map((ill, index) => new Service(place, ill, index, { image, client }));
  try {
    await Promise.all(services.map((service) => service.begin()));
    await nodeClock.sleep(HISTORY_MS);
    return await Promise.all(services.map((service) => service.judge()));
  } finally {
    await client.delete({ ...KINDS.namespace, name: place.namespace });
  }
}
