import type { Refusal } from './refusal.ts';
import { tellRefusal } from './refusal.ts';
import type { ReadOutcome } from './read.ts';

/** Results of a scan of one commit, as a SARIF file. */
export interface SarifUpload {
  readonly sha: string;
  /** The whole name of a branch, a tag or a pull request's merge, such as `refs/pull/7/merge`. */
  readonly ref: string;
  /** The file, packed with gzip and written in base64. */
  readonly sarif: string;
}

/**
 * What became of handing a SARIF file in.
 *
 * `off` is a case of its own because it is nobody's mistake: a private repository need not have code scanning.
 */
export type UploadOutcome =
  | { readonly kind: 'taken'; readonly id: string }
  | {
      readonly kind: 'refused';
      readonly cause: 'not-permitted' | 'off' | 'too-large' | 'invalid' | 'unavailable';
      readonly reason: string;
    };

/** How far GitHub is with a SARIF file that it took; errors say why it is of no use. */
export interface Processing {
  readonly state: 'pending' | 'complete' | 'failed';
  readonly errors: readonly string[];
}

/** Code scanning of a repository. */
export interface CodeScanning {
  /** Hands in results, which take the place of the last ones of the same tool and category. */
  uploadSarif(upload: SarifUpload): Promise<UploadOutcome>;
  readUpload(id: string): Promise<ReadOutcome<Processing>>;
}

/** GitHub names the feature when it is off: https://docs.github.com/en/code-security/code-scanning/troubleshooting-code-scanning/advanced-security-must-be-enabled */
function causeOf({ status, message }: Refusal): Extract<UploadOutcome, { kind: 'refused' }>['cause'] {
  if (/(advanced|code) security must be enabled|code scanning is not enabled/i.test(message)) return 'off';
  if (status === 401 || status === 403) return 'not-permitted';
  // A repository without the feature may answer as if it were not there.
  if (status === 404) return 'off';
  if (status === 413) return 'too-large';
  return status === 400 || status === 422 ? 'invalid' : 'unavailable';
}

/** What an upload comes to that GitHub refused for good. */
export function uploadRefused(refusal: Refusal): UploadOutcome {
  return { kind: 'refused', cause: causeOf(refusal), reason: `${tellRefusal(refusal)}.` };
}
