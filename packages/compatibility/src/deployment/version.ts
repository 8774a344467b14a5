import type { Contract } from '@slipway/contract';
import type { Api } from '@slipway/openapi';

/** A reason why something could not be told, what would mend it, and the one command that would settle it. */
export interface Gap {
  /** Stable: scripts match on it. */
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly command: string;
}

/** What was found, or why it could not be. */
export type Evidence<T> = { readonly kind: 'found'; readonly value: T } | { readonly kind: 'gap'; readonly gap: Gap };

/** A version of a service that is in the environment, or on its way into it. */
export interface DeployedVersion {
  readonly sha: string;
  readonly environment: string;
  readonly rollout: 'finished' | 'in-progress';
  /** What it needs of others, at that commit. */
  readonly contracts: Evidence<readonly Contract[]>;
  /** What it offers, at that commit; absent when nobody asks. */
  readonly description?: Evidence<Api>;
}

/** What is known of one service in the environment. */
export type ServiceState =
  | { readonly kind: 'deployed'; readonly service: string; readonly versions: readonly DeployedVersion[] }
  | { readonly kind: 'absent'; readonly service: string; readonly elsewhere: readonly string[] }
  | { readonly kind: 'gap'; readonly service: string; readonly gap: Gap };

/** The version that would be deployed. */
export interface Candidate {
  readonly service: string;
  /** What it needs of others. */
  readonly contracts: readonly Contract[];
  /** What it offers; a gap counts only when a consumer is there. */
  readonly description: Evidence<Api>;
}
