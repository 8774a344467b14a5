/** The type of our statements about a check of an image. */
export const CHECK_TYPE = 'https://slipway.dev/attestations/check/v1';

/** How a check of an image ended, as a statement about the image says it. */
export interface Check {
  /** Such as deploy, smoke, e2e, tests. */
  readonly check: string;
  /** Where it was checked; none for what is checked nowhere in particular, such as unit tests. */
  readonly environment?: string;
  readonly result: 'PASSED' | 'FAILED';
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
  readonly run: CheckRun;
}

/** The run that made a check. */
export interface CheckRun {
  /** Such as org/orders. */
  readonly repository: string;
  readonly id: string;
  readonly attempt: string;
  readonly commit?: string;
  readonly url?: string;
}

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);
const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The in-toto statement of a check (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md). */
export function renderCheck(name: string, digest: string, { at, ...check }: Check): object {
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name, digest: { sha256: digest.replace('sha256:', '') } }],
    predicateType: CHECK_TYPE,
    predicate: { ...check, at: new Date(at).toISOString() },
  };
}

function runOf(value: unknown): CheckRun | undefined {
  if (!isTree(value)) return undefined;
  const [repository, id, attempt] = [word(value['repository']), word(value['id']), word(value['attempt'])];
  if (repository === undefined || id === undefined || attempt === undefined) return undefined;
  const [commit, url] = [word(value['commit']), word(value['url'])];
  return { repository, id, attempt, ...(commit !== undefined && { commit }), ...(url !== undefined && { url }) };
}

/** Reads a predicate of ours; undefined when it says less than it must. */
export function parseCheck(predicate: Tree): Check | undefined {
  const [check, environment, run] = [word(predicate['check']), word(predicate['environment']), runOf(predicate['run'])];
  const [result, at] = [predicate['result'], Date.parse(String(predicate['at']))];
  if (check === undefined || run === undefined || Number.isNaN(at) || (result !== 'PASSED' && result !== 'FAILED'))
    return undefined;
  return { check, result, at, run, ...(environment !== undefined && { environment }) };
}
