import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { action, runWith } from '@slipway/action-deploy-k8s';
import { memoryGitHub } from '@slipway/github/memory';
import { connect, KINDS, type Kubernetes, kubernetes } from '@slipway/kubernetes';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryLog, scriptedExec } from '@slipway/system/memory';
import { nodeClock, nodeFiles, nodeHttp } from '@slipway/system/node';
import type { Lab } from './lab.ts';
import { deleteNamespaces } from './namespaces.ts';

/** A namespace of its own on the lab's cluster, and deploys to it as a runner would make them. */
export class Deployer {
  readonly lab: Lab;
  readonly namespace: string;
  readonly client: Kubernetes;
  readonly kubeconfig: string;
  /** The image of the containers, by digest. */
  readonly image: string;
  readonly #root: string;

  private constructor(lab: Lab, namespace: string, client: Kubernetes, kubeconfig: string, image: string, root: string) {
    [this.lab, this.namespace, this.client, this.kubeconfig] = [lab, namespace, client, kubeconfig];
    [this.image, this.#root] = [image, root];
  }

  static async start(lab: Lab, prefix: string): Promise<Deployer> {
    const kubeconfig = await readFile(lab.kubeconfig, 'utf8');
    const ports = { exec: scriptedExec(), files: nodeFiles('/'), clock: nodeClock, log: memoryLog(), http: nodeHttp };
    const client = kubernetes(await connect({ text: kubeconfig }, ports), ports);
    const namespace = `${prefix}-${Date.now().toString(36)}`;
    await client.apply({ ...KINDS.namespace, metadata: { name: namespace } });
    const accept = 'application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json';
    const url = `http://${lab.registry}/v2/library/busybox/manifests/1`;
    const { headers } = await nodeHttp.fetch({ method: 'HEAD', url, headers: { accept } });
    const image = `${lab.registry}/library/busybox@${headers['docker-content-digest'] ?? ''}`;
    return new Deployer(lab, namespace, client, kubeconfig, image, await mkdtemp(join(tmpdir(), 'deployer-')));
  }

  /** Deploys the manifests, with our own image in each container whose image is `busybox`. */
  async deploy(service: string, manifests: string, inputs: Record<string, string> = {}) {
    const file = `${service}.yaml`;
    await writeFile(join(this.#root, file), manifests);
    const log = memoryLog();
    const given = {
      ...{ service, namespace: this.namespace, manifests: file, image: this.image, kubeconfig: this.kubeconfig },
      ...{ 'stability-window': '2s', timeout: '60s' },
      ...inputs,
    };
    const host = memoryHost(given, { clock: nodeClock, http: nodeHttp, files: nodeFiles(this.#root), log });
    const code = await runAction(
      action,
      runWith(() => memoryGitHub()),
      host,
    );
    const { outputs, annotations, reports, summary } = host.written;
    const shown = JSON.stringify({ outputs, annotations, reports, summary, lines: log.lines });
    return { code, outputs, annotations, headline: reports[0]?.headline ?? '', problems: reports[0]?.problems ?? [], shown };
  }

  async stop(): Promise<void> {
    await deleteNamespaces(this.lab, this.namespace);
    await rm(this.#root, { recursive: true, force: true });
  }
}

/** The pods' part of a workload of one container that runs a line of shell. */
export function podsOf(app: string, command: string, extra = ''): string {
  return `{ metadata: { labels: { app: ${app} } }, spec: { terminationGracePeriodSeconds: 1${extra}, containers: [{ name: app, image: busybox, command: [sh, -c, "${command}"] }] } }`;
}

/** A Deployment of that. */
export function deploymentOf(app: string, replicas: number, command: string, extra = ''): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${app} }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: ${app} } }
  template: ${podsOf(app, command, extra)}
`;
}
