import type { MemoryPull } from '@slipway/github/memory';
import type { StandInRepository } from './repository.ts';

/** A commit status as GitHub gives it back. */
export interface Status {
  readonly id: number;
  readonly state: string;
  readonly context: string;
  readonly description: string | null;
  readonly target_url: string | null;
  readonly created_at: string;
}

/** What one token may do with the repository. */
export type TokenPermissions = Readonly<Record<string, 'read' | 'write'>>;

const EVERYTHING: TokenPermissions = {
  statuses: 'write',
  contents: 'write',
  deployments: 'write',
  actions: 'read',
  issues: 'write',
  checks: 'write',
  security_events: 'write',
  pull_requests: 'write',
};

/** A comment or an issue. */
export interface Written {
  readonly id: number;
  /** The pull request of a comment. */
  readonly on?: string;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly state: string;
}

/** A check run as it was put together from its requests. */
export interface Checked {
  readonly id: number;
  readonly sha: string;
  readonly name: string;
  readonly conclusion: string | null;
  readonly externalId: string | null;
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly object[];
}

/** A SARIF file that was handed in. */
export interface Uploaded {
  readonly id: string;
  readonly sha: string;
  readonly ref: string;
  readonly category: string;
  readonly results: readonly unknown[];
  /** What GitHub has against it once it has read it. */
  readonly errors: readonly string[];
}

/** Everything that the stand-in remembers. */
export class State {
  readonly #statuses = new Map<string, Status[]>();
  readonly #commits: (sha: string) => boolean;
  readonly #tokens: Readonly<Record<string, TokenPermissions>> | undefined;
  readonly #parents: Readonly<Record<string, readonly string[]>>;
  readonly #repositories: Readonly<Record<string, StandInRepository>> | undefined;
  readonly #held = new Map<string, StandInRepository>();
  readonly comments: Written[] = [];
  readonly issues: Written[] = [];
  readonly checkRuns: Checked[] = [];
  readonly uploads: Uploaded[] = [];
  readonly pulls: MemoryPull[] = [];
  /** The commits that GitHub has signed. */
  readonly signed = new Set<string>();
  readonly #people: readonly string[];
  #nextId = 1;

  constructor(
    commits: (sha: string) => boolean,
    tokens: Readonly<Record<string, TokenPermissions>> | undefined,
    parents: Readonly<Record<string, readonly string[]>> = {},
    repositories?: Readonly<Record<string, StandInRepository>>,
    people: readonly string[] = [],
  ) {
    this.#commits = commits;
    this.#tokens = tokens;
    this.#parents = parents;
    this.#repositories = repositories;
    this.#people = people;
  }

  /** Whether a token is a person's and not an app's. */
  isPerson(token: string): boolean {
    return this.#people.includes(token);
  }

  /** What a repository holds; undefined when there is none of that name. Where none is named, every one is there, and empty. */
  repository(name: string): StandInRepository | undefined {
    const told = this.#repositories === undefined ? {} : this.#repositories[name];
    if (told === undefined) return undefined;
    const held = this.#held.get(name) ?? { deployments: [], ...told };
    this.#held.set(name, held);
    return held;
  }

  /** The parents of a commit. */
  parents(sha: string): readonly string[] {
    return this.#parents[sha] ?? [];
  }

  /** What the token may do; undefined when no such token was given out. Where none is named, every token may do everything. */
  permissions(token: string): TokenPermissions | undefined {
    return this.#tokens === undefined ? EVERYTHING : this.#tokens[token];
  }

  /** Whether the repository has the commit. */
  has(sha: string): boolean {
    return this.#commits(sha);
  }

  /** A number that no other thing has. */
  nextId(): number {
    return this.#nextId++;
  }

  /** The statuses of a commit, newest first. */
  statuses(sha: string): readonly Status[] {
    return this.#statuses.get(sha) ?? [];
  }

  /** The newest status of each context, which alone counts; contexts that differ in case are one. */
  latest(sha: string): readonly Status[] {
    const byContext = new Map(
      this.statuses(sha)
        .toReversed()
        .map((status) => [status.context.toLowerCase(), status]),
    );
    return [...byContext.values()];
  }

  /** Adds a status from the body of a request. */
  add(sha: string, body: Readonly<Record<string, unknown>>): Status {
    const text = (name: string): string | null => (typeof body[name] === 'string' ? body[name] : null);
    const status = {
      id: this.#nextId++,
      state: text('state') ?? '',
      context: text('context') ?? 'default',
      description: text('description'),
      target_url: text('target_url'),
      created_at: new Date().toISOString(),
    };
    this.#statuses.set(sha, [status, ...this.statuses(sha)]);
    return status;
  }
}
