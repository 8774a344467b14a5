import type { Site } from '../site.ts';
import type { Command } from '../supervise.ts';

/** One long-running process of the lab. */
export interface Part {
  readonly name: string;
  /** Where the part answers, for people. */
  address(site: Site): string;
  command(site: Site): Command;
  /** Configuration files, by name inside the part's folder or by absolute path. */
  files?(site: Site): Readonly<Record<string, string>>;
  /** What must be prepared or cleared away before the process starts. */
  prepare?(site: Site): Promise<void>;
  healthy(site: Site): Promise<boolean>;
  readonly readyMs?: number;
  readonly graceMs?: number;
}
