import type { Clock } from '@slipway/system';
import type { Answer } from '@slipway/system/memory';
import type { Arrived } from './signature.ts';

/** The certificate authority of the made-up cluster. */
export const CA = '-----BEGIN CERTIFICATE-----\nmade-up\n-----END CERTIFICATE-----\n';

/** The address of the made-up cluster's API server. */
export const SERVER = 'https://api.cluster.test';

/** What is set up in a made-up cloud; all is as it should be unless told. */
export interface CloudSettings {
  /** For whom the cloud takes ID tokens; its usual audience unless told. */
  readonly audience?: string;
  /** Which subject the cloud trusts; the job's unless told. */
  readonly subject?: string;
  /** False when there is no such cluster. */
  readonly exists?: boolean;
  /** False when the identity may not see the cluster. */
  readonly readable?: boolean;
  /** False when the cluster's API server cannot be reached. */
  readonly reachable?: boolean;
  readonly isPrivate?: boolean;
  /** False when the job may not act as the service account. */
  readonly mayActAs?: boolean;
}

/** One made-up cloud: answers what is its own. */
export interface MemoryCloud {
  answer(arrived: Arrived): Answer | undefined;
  /** Who came with a token to the cluster's API server; undefined when it is taken from nobody. */
  whoIs(token: string): string | undefined;
}

/** A cloud by its settings and the time. */
export type MakeCloud = (settings: CloudSettings, clock: Clock) => MemoryCloud;

/** An answer in JSON. */
export const json = (status: number, body: unknown): Answer => ({ status, body: JSON.stringify(body) });
