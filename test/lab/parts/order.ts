import { apiserver } from './apiserver.ts';
import { argocdController, argocdRepositories, argocdServer } from './argocd.ts';
import { buildkit } from './buildkit.ts';
import { containerd } from './containerd.ts';
import { controllerManager, scheduler } from './control.ts';
import { coredns } from './coredns.ts';
import { discovery } from './discovery.ts';
import { docker } from './docker.ts';
import { etcd } from './etcd.ts';
import { git } from './git.ts';
import { kubelet } from './kubelet.ts';
import type { Part } from './part.ts';
import { postgres } from './postgres.ts';
import { prometheus } from './prometheus.ts';
import { proxy } from './proxy.ts';
import { redis } from './redis.ts';
import { registry } from './registry.ts';
import { relay } from './relay.ts';
import { unleash } from './unleash.ts';

export type { Part } from './part.ts';

/** The name of a part that runs only when it is asked for. */
export type Option = 'docker' | 'argocd' | 'unleash';

/** What needs no cluster: these parts start first, all at once. */
export const FOUNDATION: readonly Part[] = [registry, etcd, containerd, buildkit];

/** The API server, which everything after it talks to. */
export const API: readonly Part[] = [apiserver];

/** What makes a cluster of the API server: these parts start last, all at once. */
export const CLUSTER: readonly Part[] = [relay, controllerManager, scheduler, kubelet, proxy, coredns, discovery, prometheus];

/** Parts that run only when they are asked for. */
export const OPTIONAL: Readonly<Record<Option, readonly Part[]>> = {
  docker: [docker],
  argocd: [redis, git, argocdRepositories, argocdServer, argocdController],
  unleash: [postgres, unleash],
};

/** Every part, in the order of their start; they end in the opposite order. */
export const ALL: readonly Part[] = [...FOUNDATION, ...API, ...CLUSTER, ...Object.values(OPTIONAL).flat()];
