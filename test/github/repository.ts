import { createHash } from 'node:crypto';
import type { CodeOwnersError } from '@slipway/github';
import type { MemoryDeployment } from '@slipway/github/memory';

/** What one repository of the stand-in holds. */
export interface StandInRepository {
  /** False where the repository has no code scanning; it has unless told. */
  readonly codeScanning?: boolean;
  /** From old to new; what is written is added. */
  readonly deployments?: MemoryDeployment[];
  /** What is wrong with its CODEOWNERS file; it has none unless told. */
  readonly codeOwnersErrors?: readonly CodeOwnersError[];
  /** How far runs got, by `ID/attempts/N`. */
  readonly runs?: Readonly<Record<string, string>>;
  /** A bare repository on this machine, whose objects and branches are then the repository's own. */
  readonly git?: string;
  /** What each branch asks of commits. */
  readonly rules?: Readonly<Record<string, readonly ('signatures' | 'pull-request')[]>>;
  /** The files of each commit. */
  readonly files?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Git's id of a file's content: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export function blobId(text: string): string {
  const bytes = Buffer.from(text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** The content of a file by its id. */
export function contentOf({ files = {} }: StandInRepository, id: string): string | undefined {
  return Object.values(files)
    .flatMap((tree) => Object.values(tree))
    .find((text) => blobId(text) === id);
}
