/** Which run of a pipeline: a later run has a higher id, and a run that is started again a higher attempt. */
export interface RunNumber {
  readonly id: number;
  readonly attempt: number;
}

/** What a commit says about itself in its trailers, so that the log alone tells who brought what where. */
export interface Stamp {
  readonly service: string;
  readonly file: string;
  readonly digest: string;
  readonly run: RunNumber;
  readonly environment?: string;
  /** The address of the run. */
  readonly runUrl?: string;
  /** The service's repository and commit, as `org/orders@a3f9c21`. */
  readonly source?: string;
  readonly actor?: string;
  /** Where the evidence for the digest is. */
  readonly evidence?: string;
  /** Why it is written, where that is not to bring a new image. */
  readonly kind?: 'rollback' | 'hold' | 'lift';
  /** The digest that was there before. */
  readonly replaces?: string;
  readonly reason?: string;
}

/** A commit of an earlier write. */
export interface Entry {
  readonly commit: string;
  readonly run: RunNumber;
  readonly digest: string;
}

/** A text as a trailer holds it: on one line, with single blanks. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

type Trailer = readonly [key: string, value: string | undefined];

/** The message of a commit. Whatever comes from outside is put on one line, for a line of its own would be a trailer. */
export function renderTrailers(subject: string, trailers: readonly Trailer[]): string {
  const lines = trailers.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${oneLine(value)}`]));
  return `${oneLine(subject)}\n\n${lines.join('\n')}\n`;
}

const FIRST_KEY = 'Service';

const trailersOf = (stamp: Stamp): readonly Trailer[] => [
  [FIRST_KEY, stamp.service],
  ['Environment', stamp.environment],
  ['File', stamp.file],
  ['Kind', stamp.kind],
  ['Digest', stamp.digest],
  ['Replaces', stamp.replaces],
  ['Source', stamp.source],
  ['Run', `${stamp.run.id}.${stamp.run.attempt}`],
  ['Run-URL', stamp.runUrl],
  ['Actor', stamp.actor],
  ['Reason', stamp.reason],
  ['Evidence', stamp.evidence],
];

/** The message of a write's commit; of several writes in one, each says all of itself. */
export function renderMessage(subject: string, ...stamps: readonly Stamp[]): string {
  return renderTrailers(subject, stamps.flatMap(trailersOf));
}

/**
 * What the last paragraph of a commit's message says line by line, as key and value: one map for each of the services that it brings,
 * and one for a paragraph that names none.
 */
export function parseTrailers(message: string): readonly ReadonlyMap<string, string>[] {
  const block =
    message
      .trimEnd()
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  const entries: Map<string, string>[] = [];
  for (const line of block.split('\n')) {
    const [, key = '', value = ''] = /^([\w-]+): (.*)$/.exec(line) ?? [];
    if (key === '') continue;
    if (key === FIRST_KEY || entries.length === 0) entries.push(new Map());
    entries.at(-1)?.set(key, value);
  }
  return entries;
}

/** Reads a commit's id and its message; undefined when it is not a write of the service to the file. */
export function parseEntry(commit: string, message: string, service: string, file: string): Entry | undefined {
  const trailers = parseTrailers(message).find(
    (each) => each.get(FIRST_KEY) === oneLine(service) && each.get('File') === oneLine(file),
  );
  const [, id, attempt] = /^(\d+)\.(\d+)$/.exec(trailers?.get('Run') ?? '') ?? [];
  if (trailers === undefined || id === undefined) return undefined;
  return { commit, run: { id: Number(id), attempt: Number(attempt) }, digest: trailers.get('Digest') ?? '' };
}

/** Negative when the first run is the older one, 0 when they are the same, positive otherwise. */
export function compareRuns(a: RunNumber, b: RunNumber): number {
  return a.id - b.id || a.attempt - b.attempt;
}
