import { randomUUID } from 'node:crypto';
import { Failure } from '@slipway/failure';
import type { ConnectGitHub } from '@slipway/github';
import type { Secret } from '@slipway/metadata';
import type { Ports, RunContext } from '@slipway/runner';
import { withRepository, type WriteRequest, type Written, writeBack } from '@slipway/write-back';
import { bringPullRequest, type Pull, type PullWords } from './pull-request.ts';

/** What is to be delivered, and where. */
export interface Delivery<C> {
  /** The address of the repository, without credentials. */
  readonly url: string;
  readonly write: WriteRequest<C>;
  /** The repository as GitHub names it; undefined of another host's. */
  readonly hosted: string | undefined;
  /** The branch of a pull request that brings the change. */
  readonly pullBranch: string;
  readonly words: (changes: readonly C[]) => PullWords;
}

/** What the user said about the way. */
export interface Ways {
  readonly token: Secret | undefined;
  readonly deliver: 'commit' | 'pull-request' | 'auto';
  readonly commitVia: 'git' | 'api' | 'auto';
}

/** Who makes the commit, and whether a pull request brings it. */
export interface Route {
  readonly via: 'git' | 'api';
  readonly byPull: boolean;
}

/** What became of a change, and how it went there. */
export interface Delivered<C> {
  readonly written: Written<C>;
  readonly route: Route;
  readonly pull?: Pull;
}

/** What an action has of the world. */
export interface World {
  readonly ports: Ports;
  readonly context: RunContext;
  readonly connect: ConnectGitHub;
}

/** The way to go first. */
export function firstRoute({ deliver, commitVia }: Ways): Route {
  return { via: commitVia === 'api' ? 'api' : 'git', byPull: deliver === 'pull-request' };
}

/** The way to go after a rule has forbidden one; undefined when there is none, or none that the user wants. */
export function detour(route: Route, code: string, { deliver, commitVia }: Ways): Route | undefined {
  if (code === 'SIGNATURE_REQUIRED' && commitVia === 'auto' && route.via === 'git') return { ...route, via: 'api' };
  const forbidden = code === 'SIGNATURE_REQUIRED' || code === 'BRANCH_RULED_OUT';
  return forbidden && deliver === 'auto' && !route.byPull ? { ...route, byPull: true } : undefined;
}

async function goBy<C>(route: Route, delivery: Delivery<C>, { token }: Ways, world: World): Promise<Delivered<C>> {
  const { url, write, hosted, pullBranch, words } = delivery;
  const { ports, context, connect } = world;
  const { clock, log, cancelled: signal } = ports;
  const github =
    token === undefined || hosted === undefined
      ? undefined
      : connect({ apiUrl: context.apiUrl, repository: hosted, token }, ports);
  const access = {
    ...{ url, token, folder: `${context.temp}/update-gitops-${randomUUID()}` },
    github: route.via === 'api' ? github : undefined,
  };
  const request = route.byPull ? { ...write, from: pullBranch } : write;
  const written = await withRepository(access, ports, (repository) => writeBack(request, { repository, clock, log, signal }));
  if (!route.byPull || written.kind !== 'written') return { written, route };
  const branches = { head: pullBranch, base: write.branch };
  return { written, route, pull: await bringPullRequest(github, branches, words(written.changes)) };
}

/** Delivers a change, by another way when a rule forbids the first. Rejects with what the last way came to. */
export async function deliver<C>(delivery: Delivery<C>, ways: Ways, world: World): Promise<Delivered<C>> {
  for (let route = firstRoute(ways); ; ) {
    try {
      return await goBy(route, delivery, ways, world);
    } catch (error) {
      const possible = error instanceof Failure && delivery.hosted !== undefined && ways.token !== undefined;
      const next = possible ? detour(route, error.code, ways) : undefined;
      if (next === undefined) throw error;
      const instead = next.via === route.via ? 'A pull request brings it.' : "It goes through GitHub's API.";
      world.ports.log.info(`A rule forbids the commit: ${error instanceof Error ? error.message : ''} ${instead}`);
      route = next;
    }
  }
}
