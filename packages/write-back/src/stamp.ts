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

/** The message of a commit. Whatever comes from outside is put on one line, for a line of its own would be a trailer. */
export function renderTrailers(subject: string, trailers: readonly (readonly [string, string | undefined])[]): string {
  const lines = trailers.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${oneLine(value)}`]));
  return `${oneLine(subject)}\n\n${lines.join('\n')}\n`;
}

/** The message of a write's commit. */
export function renderMessage(subject: string, stamp: Stamp): string {
  return renderTrailers(subject, [
    ['Service', stamp.service],
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
  ]);
}

/** What the last paragraph of a commit's message says line by line, as key and value. */
export function parseTrailers(message: string): ReadonlyMap<string, string> {
  const block =
    message
      .trimEnd()
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  return new Map(
    block.split('\n').flatMap((line) => {
      const [, key = '', value = ''] = /^([\w-]+): (.*)$/.exec(line) ?? [];
      return key === '' ? [] : [[key, value] as const];
    }),
  );
}

/** Reads a commit's id and its message; undefined when it is not a write of the service to the file. */
export function parseEntry(commit: string, message: string, service: string, file: string): Entry | undefined {
  const trailers = parseTrailers(message);
  const [, id, attempt] = /^(\d+)\.(\d+)$/.exec(trailers.get('Run') ?? '') ?? [];
  if (trailers.get('Service') !== oneLine(service) || trailers.get('File') !== oneLine(file) || id === undefined)
    return undefined;
  return { commit, run: { id: Number(id), attempt: Number(attempt) }, digest: trailers.get('Digest') ?? '' };
}

/** Negative when the first run is the older one, 0 when they are the same, positive otherwise. */
export function compareRuns(a: RunNumber, b: RunNumber): number {
  return a.id - b.id || a.attempt - b.attempt;
}
