import type { InputsOf, OutputsOf } from '@slipway/metadata';
import type { Block } from '@slipway/summary';
import type { Clock, Dns, Exec, Files, Http, Log } from '@slipway/system';

/** What a check can say. "Could not tell" is never green. */
export type Verdict = 'pass' | 'fail' | 'inconclusive';

/** A remark on a line of the repository; lines and columns count from 1. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
}

/** The world as an action may touch it. */
export interface Ports {
  readonly exec: Exec;
  readonly clock: Clock;
  readonly http: Http;
  readonly dns: Dns;
  readonly files: Files;
  readonly log: Log;
  /** Aborts when the run is cancelled; a runner ends the process 7.5 s later. */
  readonly cancelled: AbortSignal;
}

/** Facts about the run, the same on a runner and on a laptop; what is not known there is absent. */
export interface RunContext {
  readonly repository?: string;
  readonly sha?: string;
  readonly ref?: string;
  readonly actor?: string;
  readonly eventName?: string;
  readonly runId?: string;
  readonly runUrl?: string;
  /** Which attempt of the run this is, from 1. */
  readonly runAttempt?: string;
  readonly serverUrl: string;
  /** The REST API that belongs to the server; a company's own GitHub has its own. */
  readonly apiUrl: string;
  readonly workspace: string;
  /** A variable of the step, for an action whose user names it; undefined when it is unset or empty. */
  environment(name: string): string | undefined;
  /** A folder for files that no one else reads. */
  readonly temp: string;
}

/** A value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** How an action ended: the verdict, one line that says why, and everything a person or a later step reads. */
export interface Outcome<D> {
  readonly verdict: Verdict;
  /** One sentence; the first thing a person reads. */
  readonly headline: string;
  readonly outputs: OutputsOf<D>;
  readonly summary?: readonly Block[];
  readonly annotations?: readonly Annotation[];
  /** The action's own part of the report. */
  readonly data?: Json;
}

/** What one mode of an action does. */
export type ModeRun<D, M> = (
  inputs: Extract<InputsOf<D>, { readonly mode: M }>,
  ports: Ports,
  context: RunContext,
) => Promise<Outcome<D>>;

/** An action's story: gather, decide, perform, report. */
export type Run<D> = (inputs: InputsOf<D>, ports: Ports, context: RunContext) => Promise<Outcome<D>>;
