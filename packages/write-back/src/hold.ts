import { Failure } from '@slipway/failure';
import type { RunNumber } from './stamp.ts';

/** A digest that nothing may write for a service until somebody lifts that. */
export interface Hold {
  readonly digest: string;
  readonly reason: string;
  readonly run: RunNumber;
  /** Who started the run. */
  readonly actor?: string;
}

/** The folder of the holds in a configuration repository. */
export const HOLDS = '.slipway/holds';

/** Where the holds of a service on a file are kept: a file of their own, so that no two services write to the same one. */
export function holdsPath(service: string, file: string): string {
  return `${HOLDS}/${file}/${encodeURIComponent(service)}.json`;
}

function malformed(path: string, what: string): Failure {
  const message = `The file of holds ${what}.`;
  const remedy = 'Put back what was there; holds are written by mode: rollback and taken away by mode: lift.';
  // A hold that cannot be read might be on the very digest: nothing is written past it.
  return new Failure({ code: 'HOLDS_MALFORMED', message, remedy, location: { file: path } });
}

function holdOf(value: unknown, path: string): Hold {
  const { digest, reason, run, actor } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const [, id, attempt] = /^(\d+)\.(\d+)$/.exec(String(run)) ?? [];
  if (typeof digest !== 'string' || typeof reason !== 'string' || id === undefined)
    throw malformed(path, 'has an entry without "digest", "reason" and "run"');
  const held = { digest, reason, run: { id: Number(id), attempt: Number(attempt) } };
  return typeof actor === 'string' ? { ...held, actor } : held;
}

/** Reads a file of holds. Throws a Failure HOLDS_MALFORMED when it is not one. */
export function parseHolds(text: string | undefined, path: string): readonly Hold[] {
  if (text === undefined || text.trim() === '') return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw malformed(path, 'is no JSON');
  }
  if (!Array.isArray(parsed)) throw malformed(path, 'is no list');
  return parsed.map((each) => holdOf(each, path));
}

/** Writes a file of holds. */
export function renderHolds(holds: readonly Hold[]): string {
  const entries = holds.map(({ run, ...rest }) => ({ ...rest, run: `${run.id}.${run.attempt}` }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}
