import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../tools/index.ts';
import type { Lab } from '../../test/lab/index.ts';
import type { World } from './world.ts';

const AUTHOR = ['-c', 'user.name=platform', '-c', 'user.email=platform@example.com'];
const ENVIRONMENTS = ['staging', 'production'] as const;

/** The configuration repository of a demonstration. */
export interface ConfigRepository {
  /** Where Argo CD and the pipeline find it. */
  readonly url: string;
  /** Its commits, newest first, with their trailers. */
  log(): string;
  /** A file of its newest commit. */
  file(path: string): string;
  remove(): Promise<void>;
}

const applicationName = (service: string, environment: string): string => `demo-${service}-${environment}`;

function application(lab: Lab, service: string, environment: string, url: string): object {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: applicationName(service, environment), namespace: 'argocd' },
    spec: {
      project: 'default',
      source: { repoURL: url, path: `${environment}/${service}`, targetRevision: 'main' },
      destination: { server: lab.apiServer, namespace: environment },
      syncPolicy: { automated: { prune: true, selfHeal: true } },
    },
  };
}

/** A kustomization beside the service's own manifests; before its first release there is no image yet. */
function kustomization(service: string, image: string): string {
  return `# What runs of ${service} here. The pipeline writes tag and digest; people write everything else.
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - deployment.yaml
  - service.yaml
images:
  - name: ${service}
    newName: ${image}
    newTag: none
    digest: sha256:${'0'.repeat(64)}
`;
}

/** A configuration repository on the lab's git server with one service in two environments, and Argo CD's applications for it. */
export async function createConfigRepository(
  lab: Lab,
  world: World,
  service: string,
  image: string,
  repository: string,
): Promise<ConfigRepository> {
  if (lab.argocd === undefined) throw new Error('Argo CD does not run');
  const name = `demo-${Date.now()}.git`;
  const bare = join(lab.argocd.repositories, name);
  const url = `${lab.argocd.gitUrl}/${name}`;
  const work = join(world.folder, 'config');
  const git = (cwd: string, ...args: string[]): string => execFileSync('git', [...AUTHOR, ...args], { cwd, encoding: 'utf8' });
  mkdirSync(work);
  git(world.folder, 'init', '--quiet', '--bare', '--initial-branch', 'main', bare);
  git(work, 'init', '--quiet', '--initial-branch', 'main');
  for (const environment of ENVIRONMENTS) {
    const folder = join(work, environment, service);
    cpSync(join(repository, 'k8s', environment), folder, { recursive: true });
    writeFileSync(join(folder, 'kustomization.yaml'), kustomization(service, image));
  }
  git(work, 'add', '.');
  git(work, 'commit', '--quiet', '--message', `Bring ${service}`);
  git(work, 'push', '--quiet', bare, 'main');
  const items = ENVIRONMENTS.map((environment) => application(lab, service, environment, url));
  const kubectl = (args: readonly string[], input = ''): Promise<string> =>
    run(lab.kubectl, ['--kubeconfig', lab.kubeconfig, ...args], { input });
  await kubectl(['apply', '--server-side', '--filename', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
  return {
    url,
    log: () => git(bare, 'log', '--format=%s%n%(trailers:only)', 'main'),
    file: (path) => git(bare, 'show', `main:${path}`),
    remove: async () => {
      const names = ENVIRONMENTS.map((environment) => applicationName(service, environment));
      await kubectl(['-n', 'argocd', 'delete', 'application', ...names, '--ignore-not-found']);
    },
  };
}
