import type { Input } from '@slipway/metadata';
import type { Block } from '@slipway/summary';
import type { Annotation, Ports, RunContext } from './outcome.ts';
import type { Report } from './report.ts';

/** Where an action runs: a GitHub runner, a laptop's shell, or a test. */
export interface Host {
  readonly ports: Ports;
  readonly context: RunContext;
  /** The raw text of an input; the empty string when it is not given. */
  readInput(name: string, input: Input<unknown>): string;
  annotate(annotation: Annotation): void;
  writeOutput(name: string, value: string): void;
  writeSummary(action: string, blocks: readonly Block[]): Promise<void>;
  /** Writes the report and gives its path. */
  writeReport(report: Report): Promise<string>;
  /** Problems that the host itself has with how it was called, such as an unknown input. */
  problems(): readonly { readonly code: string; readonly message: string; readonly remedy?: string }[];
}
