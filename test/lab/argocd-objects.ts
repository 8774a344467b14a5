import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, tool } from '../../scripts/tools/index.ts';
import { ARGOCD, sourceOf } from './binaries.ts';
import { credentialsOf, pairOf } from './certificates.ts';
import { ARGOCD_NAMESPACE } from './parts/argocd.ts';
import { askApi } from './probe.ts';
import { moduleIn } from './module.ts';
import type { Progress } from './progress.ts';
import { apiServerUrl, type Site } from './site.ts';

const MODULE = 'github.com/argoproj/argo-cd/v3';

/** What the account `ci` may do: look at every application, refresh and sync it. */
const POLICY = ['get', 'sync']
  .map((verb) => `p, role:ci, applications, ${verb}, */*, allow`)
  .concat('g, ci, role:ci')
  .join('\n');

const CONFIG: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'argocd-cm': { 'accounts.ci': 'apiKey', 'application.instanceLabelKey': 'argocd.argoproj.io/instance' },
  'argocd-rbac-cm': { 'policy.csv': POLICY },
  'argocd-cmd-params-cm': {},
  'argocd-tls-certs-cm': {},
  'argocd-ssh-known-hosts-cm': {},
  'argocd-gpg-keys-cm': {},
};

const metadata = (name: string, labels: Readonly<Record<string, string>> = {}) => ({
  name,
  namespace: ARGOCD_NAMESPACE,
  labels: { 'app.kubernetes.io/part-of': 'argocd', ...labels },
});

/** The cluster as Argo CD reaches it: it runs beside the cluster, where there is no account of a pod. */
function clusterSecret(site: Site) {
  const { authority, certificate, key } = credentialsOf('admin', site.layout);
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const tls = { caData: base64(authority), certData: base64(certificate), keyData: base64(key) };
  const labels = { 'argocd.argoproj.io/secret-type': 'cluster' };
  const config = JSON.stringify({ tlsClientConfig: tls });
  const stringData = { name: 'lab', server: apiServerUrl(site), config };
  return { apiVersion: 'v1', kind: 'Secret', metadata: metadata('lab-cluster', labels), stringData };
}

/** The certificate of the API is the lab's own, so that clients can check it. */
function serverCertificate(site: Site) {
  const { certificate, key } = pairOf('api-server', site.layout);
  const stringData = { 'tls.crt': readFileSync(certificate, 'utf8'), 'tls.key': readFileSync(key, 'utf8') };
  return { apiVersion: 'v1', kind: 'Secret', type: 'kubernetes.io/tls', metadata: metadata('argocd-server-tls'), stringData };
}

function objects(site: Site): readonly unknown[] {
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: ARGOCD_NAMESPACE } },
    ...Object.entries(CONFIG).map(([name, data]) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata(name), data })),
    // Argo CD itself puts its keys and the password of `admin` here.
    { apiVersion: 'v1', kind: 'Secret', metadata: metadata('argocd-secret') },
    serverCertificate(site),
    clusterSecret(site),
  ];
}

function definitions(): readonly string[] {
  const crds = join(moduleIn(sourceOf(ARGOCD), MODULE), 'manifests', 'crds');
  return ['application', 'appproject', 'applicationset'].map((name) => join(crds, `${name}-crd.yaml`));
}

async function isInstalled(site: Site): Promise<boolean> {
  const paths = ['apis/argoproj.io/v1alpha1', `api/v1/namespaces/${ARGOCD_NAMESPACE}/secrets/lab-cluster`];
  const found = await Promise.all(paths.map((path) => askApi(site, `/${path}`)));
  return found.every(({ status }) => status === 200);
}

/** Gives the cluster Argo CD's kinds and configuration, unless it has them. */
export async function installArgocd(site: Site, progress: Progress): Promise<void> {
  await tool('kustomize', site.layout.cache);
  if (await isInstalled(site)) return;
  await progress.step("install Argo CD's objects", async () => {
    const kubectl = await tool('kubectl', site.layout.cache);
    const apply = ['--kubeconfig', site.layout.kubeconfig, 'apply', '--server-side', '--force-conflicts', '-f'];
    for (const file of definitions()) await run(kubectl, [...apply, file]);
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects(site) });
    await run(kubectl, [...apply, '-'], { input: list });
  });
}
