import { CommandFailure, lastLines } from '../../scripts/tools/index.ts';

/** Takes one line of progress. */
export type Report = (line: string) => void;

/** Shows the lab's steps as they start, go on and end. */
export interface Progress {
  /** Runs a step between its start line and its end line, with a heartbeat line while it lasts. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** A step that failed: its name, the last lines of the failing part's log and where that log is. */
export class StepFailure extends Error {
  readonly step: string;
  readonly tail: readonly string[];
  readonly log: string | undefined;

  constructor(step: string, message: string, tail: readonly string[], log: string | undefined) {
    super(message);
    this.name = 'StepFailure';
    this.step = step;
    this.tail = tail;
    this.log = log;
  }
}

const HEARTBEAT_MS = 15_000;

/** Renders a duration the way a person reads it: `0.4 s`, `12.0 s`, `4 min 32 s`. */
export function renderDuration(ms: number): string {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Progress written as lines to `report`; `now` reads a clock in milliseconds. */
export function progressTo(report: Report, now: () => number = () => performance.now()): Progress {
  return {
    async step(name, work) {
      const start = now();
      report(`  ...  ${name}`);
      const beat = setInterval(
        () => report(`  ...  ${name}: still working after ${renderDuration(now() - start)}`),
        HEARTBEAT_MS,
      );
      try {
        const result = await work();
        report(`  ok   ${name} (${renderDuration(now() - start)})`);
        return result;
      } catch (error) {
        report(`  FAIL ${name} (${renderDuration(now() - start)})`);
        throw failureOf(name, error);
      } finally {
        clearInterval(beat);
      }
    },
  };
}

function failureOf(step: string, error: unknown): StepFailure {
  if (error instanceof StepFailure) return error;
  if (error instanceof CommandFailure) return new StepFailure(step, error.message, error.tail, error.log);
  return new StepFailure(step, error instanceof Error ? error.message : String(error), [], undefined);
}

/** Renders a failed step for a person: what failed, why, the last log lines and where the whole log is. */
export function renderFailure(failure: StepFailure): string {
  const lines = [`lab: ${failure.step} failed: ${failure.message}`];
  const tail = lastLines(failure.tail.join('\n'), 30).filter((line) => line !== '');
  if (tail.length > 0) lines.push(...tail.map((line) => `    ${line}`));
  if (failure.log) lines.push(`whole log: ${failure.log}`);
  return lines.join('\n');
}
