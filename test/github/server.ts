import type { MemoryPull } from '@slipway/github/memory';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ANSWERS } from './answers.ts';
import { tellErrors } from './description.ts';
import { type Request, readRequest } from './request.ts';
import type { Refused } from './refused.ts';
import { RULES } from './rules.ts';
import type { StandInRepository } from './repository.ts';
import { type Checked, State, type Status, type TokenPermissions, type Uploaded, type Written } from './state.ts';

/** What the stand-in is told about its world; by default it has every commit, and every token may do everything. */
export interface StandInOptions {
  readonly commits?: (sha: string) => boolean;
  readonly tokens?: Readonly<Record<string, TokenPermissions>>;
  /** The tokens that are a person's; all others are those of apps. */
  readonly people?: readonly string[];
  /** Each commit's parents, by which commits are compared. */
  readonly parents?: Readonly<Record<string, readonly string[]>>;
  /** What each repository holds, by `owner/name`; every one is there, and empty, unless told. */
  readonly repositories?: Readonly<Record<string, StandInRepository>>;
}

/** How one request is spoilt: not at all, by an answer, or by a connection that is cut before or after the work is done. */
export type Fault =
  | 'none'
  | 'reset'
  | 'lost'
  | { readonly status: number; readonly message?: string; readonly headers?: Readonly<Record<string, string>> };

/** One request and what became of it. */
export interface Received {
  readonly method: string;
  readonly path: string;
  /** Absent when the connection was cut. */
  readonly status?: number;
}

/** A GitHub that keeps to its description, on this machine. */
export interface GitHubStandIn {
  /** The value for GITHUB_API_URL. */
  readonly url: string;
  /** The statuses of a commit, newest first. */
  statuses(sha: string): readonly Status[];
  /** The newest status of each context of a commit. */
  latest(sha: string): readonly Status[];
  readonly comments: readonly Written[];
  readonly issues: readonly Written[];
  readonly checkRuns: readonly Checked[];
  /** SARIF files, from old to new. */
  readonly uploads: readonly Uploaded[];
  readonly pulls: readonly MemoryPull[];
  readonly received: readonly Received[];
  /** What was wrong with the form of requests: a caller of ours that is well written leaves this empty. */
  readonly malformed: readonly string[];
  /** Spoils the next requests, one each. */
  spoil(...faults: readonly Fault[]): void;
  close(): Promise<void>;
}

interface World {
  readonly state: State;
  readonly faults: Fault[];
  readonly received: Received[];
  readonly malformed: string[];
  readonly origin: () => string;
}

/** The answer that GitHub gives over a secondary rate limit; https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
export const secondaryLimit = (seconds: number, status: 403 | 429 = 403): Fault => ({
  status,
  message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  headers: { 'retry-after': String(seconds) },
});

async function textOf(message: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

function refusal({ message, documentation, errors }: Refused): object {
  return { message, ...(errors !== undefined && { errors }), documentation_url: documentation };
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A stand-in whose own answers do not fit the description would prove nothing. */
function perform(request: Request, { state, origin }: World): Reply {
  const { route } = request;
  const answering = ANSWERS[route.id];
  if (answering === undefined) throw new Error(`The stand-in has no answer for ${route.id}.`);
  const answer = answering(request, state, origin());
  if (answer.status === 204) return answer;
  const judge = route.answers.get(answer.status);
  if (judge?.(answer.body) !== true) {
    throw new Error(`The stand-in's answer to ${route.id} is wrong: ${judge ? tellErrors(judge).join('; ') : 'its status'}`);
  }
  return answer;
}

function reply(message: IncomingMessage, text: string, world: World): Reply {
  const request = readRequest(message, text);
  if ('problems' in request) {
    world.malformed.push(...request.problems.map((problem) => `${message.method} ${message.url}: ${problem}`));
    const body = { message: 'Invalid request.', errors: request.problems };
    return { status: request.status, body };
  }
  for (const rule of RULES) {
    const refused = rule(request, world.state);
    if (refused !== undefined) {
      return { status: refused.status, body: refusal(refused), ...(refused.headers && { headers: refused.headers }) };
    }
  }
  return perform(request, world);
}

function spoilt(fault: Exclude<Fault, string>): Reply {
  const body = { message: fault.message ?? 'Server Error' };
  return { status: fault.status, body, ...(fault.headers && { headers: fault.headers }) };
}

async function serve(message: IncomingMessage, response: ServerResponse, world: World): Promise<void> {
  const text = await textOf(message);
  const seen = { method: message.method ?? '', path: message.url ?? '' };
  const fault = world.faults.shift();
  if (fault === 'reset') {
    world.received.push(seen);
    message.socket.resetAndDestroy();
    return;
  }
  const { status, body, headers } = typeof fault === 'object' ? spoilt(fault) : reply(message, text, world);
  if (fault === 'lost') {
    world.received.push(seen);
    message.socket.resetAndDestroy();
    return;
  }
  world.received.push({ ...seen, status });
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(body));
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Starts a GitHub of one's own. */
export async function startGitHub(options: StandInOptions = {}): Promise<GitHubStandIn> {
  let url = '';
  const state = new State(options.commits ?? (() => true), options.tokens, options.parents, options.repositories, options.people);
  const world: World = { state, faults: [], received: [], malformed: [], origin: () => url };
  const server = createServer((message, response) => {
    serve(message, response, world).catch((error: unknown) => {
      world.malformed.push(`defect of the stand-in: ${String(error)}`);
      response.destroy();
    });
  });
  url = await listen(server);
  return {
    url,
    statuses: (sha) => state.statuses(sha),
    latest: (sha) => state.latest(sha),
    comments: state.comments,
    issues: state.issues,
    checkRuns: state.checkRuns,
    uploads: state.uploads,
    pulls: state.pulls,
    received: world.received,
    malformed: world.malformed,
    spoil: (...faults) => void world.faults.push(...faults),
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}
