import { tool } from '../../scripts/tools/index.ts';
import { NETWORK } from './address.ts';
import { authorityOf } from './certificates.ts';
import { argocdUrl } from './parts/argocd.ts';
import { buildkitHost } from './parts/buildkit.ts';
import { dockerHost } from './parts/docker.ts';
import { gitUrl } from './parts/git.ts';
import { prometheusUrl } from './parts/prometheus.ts';
import { UNLEASH_TOKEN, unleashUrl } from './parts/unleash.ts';
import { apiServerUrl, dataFolder, partFolder, program, registryHost, type Site } from './site.ts';
import { running } from './supervise.ts';

/** Where Argo CD and the repositories that it reads are found. */
export interface ArgocdPlace {
  readonly url: string;
  /** The authority that signed its certificate, as PEM. */
  readonly authorityFile: string;
  /** Below it, `NAME.git` is the repository in the folder `NAME.git` of `repositories`. */
  readonly gitUrl: string;
  readonly repositories: string;
}

/** Where everything in a running lab is found. */
export interface Lab {
  /** The file of the administrator's kubeconfig. */
  readonly kubeconfig: string;
  /** The path of a kubectl. */
  readonly kubectl: string;
  /** Host and port; an image pushed as `<registry>/name:tag` is pulled by pods under the same reference. */
  readonly registry: string;
  readonly buildkitHost: string;
  /** The path of a buildctl. */
  readonly buildctl: string;
  readonly prometheusUrl: string;
  /** The address on which NodePorts answer, beside 127.0.0.1. */
  readonly nodeIp: string;
  readonly apiServer: string;
  /** Only when the Docker daemon runs: `up --with docker`. */
  readonly dockerHost?: string;
  /** Only when Argo CD runs: `up --with argocd`. */
  readonly argocd?: ArgocdPlace;
  /** Only when Unleash runs: `up --with unleash`. */
  readonly unleash?: { readonly url: string; readonly token: string };
  readonly skopeo: string;
  /** The folder with one folder per part; each holds the part's `log`. */
  readonly logs: string;
}

const argocdOf = (site: Site): ArgocdPlace => ({
  url: argocdUrl(site),
  authorityFile: authorityOf(site.layout),
  gitUrl: gitUrl(site),
  repositories: dataFolder(site, 'git'),
});

/** The description of a site whose parts run. */
export async function labOf(site: Site): Promise<Lab> {
  return {
    kubeconfig: site.layout.kubeconfig,
    kubectl: await tool('kubectl', site.layout.cache),
    registry: registryHost(site),
    buildkitHost: buildkitHost(site),
    buildctl: program(site, 'buildctl'),
    prometheusUrl: prometheusUrl(site),
    nodeIp: NETWORK.node,
    apiServer: apiServerUrl(site),
    ...(running(partFolder(site, 'docker')) ? { dockerHost: dockerHost(site) } : {}),
    ...(running(partFolder(site, 'argocd-server')) ? { argocd: argocdOf(site) } : {}),
    ...(running(partFolder(site, 'unleash')) ? { unleash: { url: unleashUrl(site), token: UNLEASH_TOKEN } } : {}),
    skopeo: '/usr/bin/skopeo',
    logs: site.layout.parts,
  };
}
