import {
  failureIn,
  parseTrust,
  readAttachments,
  signatureProblem,
  type Statement,
  statementIn,
  type Trust,
} from '@slipway/evidence';
import { failWhen, type Problem } from '@slipway/failure';
import { CHECK_TYPE, type Claim, parseCheck } from '@slipway/promotion';
import type { Files } from '@slipway/system';

/** Where the evidence is. */
export interface EvidencePlace {
  readonly evidence?: readonly string[] | undefined;
  readonly trustedRoot?: string | undefined;
}

type TrustIn = (signer: string) => Trust | undefined;

function claimOf(statement: Statement, trustIn: TrustIn): Claim | Problem {
  const { file, subjects, predicateType, predicate } = statement;
  const check = predicateType === CHECK_TYPE ? parseCheck(predicate) : undefined;
  if (predicateType === CHECK_TYPE && check === undefined) {
    const message = `${file} is a check that does not say "check", "result", "at" and the "run" with repository, id and attempt.`;
    return { code: 'EVIDENCE_MALFORMED', message, remedy: 'Write it with promotion-gate, mode: record.', location: { file } };
  }
  const unsignedBy = (signer: string): string | undefined => {
    const trust = trustIn(signer);
    if (trust === undefined) return `${file} cannot be checked: a signature is asked for, and "trusted-root" is not given`;
    return signatureProblem(statement, trust)?.message.replace(/\.$/, '');
  };
  return { file, subjects, predicateType, failure: failureIn(statement), check, unsignedBy };
}

/** A pattern that matches nothing is no evidence, and the gate says what is missing; a file that is named and not there is told. */
async function present(lines: readonly string[], files: Files): Promise<readonly string[]> {
  const found = await Promise.all(
    lines.map(async (line) => (/[*?[{]/.test(line) ? ((await files.glob(line)).length > 0 ? [line] : []) : [line])),
  );
  return found.flat();
}

/** Reads all evidence. Throws a Failure with every file that is not what it should be. */
export async function readClaims({ evidence = [], trustedRoot }: EvidencePlace, files: Files): Promise<readonly Claim[]> {
  const attached = await readAttachments(await present(evidence, files), files);
  const root = trustedRoot === undefined ? undefined : await files.readText(trustedRoot);
  const trustIn: TrustIn = (signer) => (root === undefined ? undefined : parseTrust(signer, trustedRoot ?? '', root));
  const problems: Problem[] = [];
  const claims: Claim[] = [];
  for (const each of attached) {
    const statement = statementIn(each);
    // A bill of materials beside it proves nothing, and harms nothing.
    if (statement === undefined) continue;
    const read = 'code' in statement ? statement : claimOf(statement, trustIn);
    if ('code' in read) problems.push(read);
    else claims.push(read);
  }
  failWhen(problems);
  return claims;
}
