import type { Log } from '../log.ts';

/** A log that keeps its lines. */
export interface MemoryLog extends Log {
  readonly lines: readonly string[];
  readonly masked: readonly string[];
}

/** A log in memory. */
export function memoryLog(): MemoryLog {
  const lines: string[] = [];
  const masked: string[] = [];
  return {
    lines,
    masked,
    info: (line) => void lines.push(line),
    debug: (line) => void lines.push(`debug: ${line}`),
    group: (title, work) => {
      lines.push(`> ${title}`);
      return work();
    },
    mask: (secret) => void masked.push(secret),
  };
}
