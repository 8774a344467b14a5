import type { GitHub } from '@slipway/github';
import { memoryGitHub } from '@slipway/github/memory';
import type { Problem } from '@slipway/failure';
import type { Digest } from '@slipway/oci';
import {
  filesUnder,
  type ImageOptions,
  type MadeLayout,
  madeLayout,
  type MemoryRegistry,
  type MemoryRegistryOptions,
  memoryRegistry,
  type StoredRepository,
} from '@slipway/oci/memory';
import { runAction } from '@slipway/runner';
import { type MemoryHost, memoryHost } from '@slipway/runner/memory';
import type { HttpRequest } from '@slipway/system';
import { memoryFiles, type MemoryLog, memoryLog } from '@slipway/system/memory';
import { action } from '../action.ts';
import { runWith } from '../run.ts';

/** The commit of a made-up run that names none. */
export const SHA = 'a3f9c21d5e6f708192a3b4c5d6e7f8091a2b3c4d';
/** The repository that a made-up run publishes to. */
export const IMAGE = 'registry.test/shop/order-service';

/** One made-up run of the action. */
export interface PublishOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly sha?: string;
  /** Variables of the step. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly cancelled?: AbortSignal;
  /** Comes before each request: where runs wait for each other, or end. */
  readonly gate?: (request: HttpRequest) => Promise<void>;
}

/** What a made-up run did and said. */
export interface PublishResult {
  readonly code: 0 | 1;
  readonly codes: readonly string[];
  readonly problems: readonly Problem[];
  readonly made: MadeLayout;
  readonly digest: Digest;
  readonly log: MemoryLog;
  readonly written: MemoryHost['written'];
  /** The requests of this run, and of any other at the same time. */
  readonly requests: readonly string[];
}

/** A registry in memory, and runs of the action that publish to it. */
export interface World {
  readonly registry: MemoryRegistry;
  readonly repository: StoredRepository;
  publish(image: ImageOptions, run?: PublishOptions): Promise<PublishResult>;
}

/** Makes a world; `github` tells how its commits stand to each other. */
export function worldOf(options: MemoryRegistryOptions = {}, github: GitHub = memoryGitHub()): World {
  const registry = memoryRegistry(options);
  const publish = async (image: ImageOptions, run: PublishOptions = {}): Promise<PublishResult> => {
    const {
      inputs = {},
      files = {},
      variables = {},
      sha = SHA,
      cancelled = new AbortController().signal,
      gate = async () => undefined,
    } = run;
    const made = madeLayout(image);
    const log = memoryLog();
    const http = {
      fetch: async (request: HttpRequest) => {
        await gate(request);
        return registry.http.fetch(request);
      },
    };
    const ports = { cancelled, http, log, files: memoryFiles({ ...filesUnder('.slipway/image', made), ...files }) };
    const environment = (name: string) => ({ HOME: '/home/dev', ...variables })[name];
    const host = memoryHost({ image: IMAGE, ...inputs }, ports, { environment, sha });
    const before = registry.requests.length;
    const code = await runAction(
      action,
      runWith(() => github),
      host,
    );
    const problems = host.written.reports[0]?.problems ?? [];
    const codes = problems.map((problem) => problem.code);
    const requests = registry.requests.slice(before);
    return { code, codes, problems, made, digest: made.root.digest, log, written: host.written, requests };
  };
  return { registry, repository: registry.repository('shop/order-service'), publish };
}
