import {
  type AttachedFile,
  judgeStatements,
  parseTrust,
  predicateTypeOf,
  readAttachments,
  signatureProblem,
  type Statement,
  statementIn,
} from '@slipway/evidence';
import { failWhen, type Problem } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import { type Digest, type ImageTree, type Referrer, referrerOf } from '@slipway/oci';
import type { Files } from '@slipway/system';
import type { action } from './action.ts';

type Inputs = InputsOf<typeof action>;

function statementsOf(attached: readonly AttachedFile[]): {
  readonly statements: readonly Statement[];
  readonly problems: readonly Problem[];
} {
  const found = attached.map(statementIn).filter((each) => each !== undefined);
  return {
    statements: found.filter((each): each is Statement => 'predicateType' in each),
    problems: found.filter((each): each is Problem => 'code' in each),
  };
}

async function signatureProblems(
  statements: readonly Statement[],
  { evidenceSigner, trustedRoot, requireEvidence = [] }: Inputs,
  files: Files,
): Promise<readonly Problem[]> {
  if (evidenceSigner === undefined || trustedRoot === undefined) return [];
  const trust = parseTrust(evidenceSigner, trustedRoot, await files.readText(trustedRoot));
  const required = requireEvidence.map(predicateTypeOf);
  return statements
    .filter(({ predicateType }) => required.includes(predicateType))
    .map((statement) => signatureProblem(statement, trust))
    .filter((problem) => problem !== undefined);
}

function annotationsOf(attached: AttachedFile): Readonly<Record<string, string>> | undefined {
  const statement = statementIn(attached);
  // The names under which others look for statements among an image's referrers.
  return statement !== undefined && 'predicateType' in statement
    ? { 'dev.sigstore.bundle.predicateType': statement.predicateType }
    : undefined;
}

/** Reads the files to attach; what they are attached to need not be known yet. */
export function readEvidence({ attach = [] }: Inputs, files: Files): Promise<readonly AttachedFile[]> {
  return readAttachments(attach, files);
}

/** Judges the files for an image and gives what is to be attached; throws a Failure with everything that speaks against it. */
export async function judgeEvidence(
  attached: readonly AttachedFile[],
  { root }: ImageTree,
  inputs: Inputs,
  files: Files,
): Promise<readonly Referrer[]> {
  const digest: Digest = root.digest;
  const { statements, problems } = statementsOf(attached);
  const judged = judgeStatements(statements, inputs.requireEvidence ?? [], digest);
  failWhen([...problems, ...judged, ...(await signatureProblems(statements, inputs, files))]);
  return attached.map((each) => {
    const annotations = annotationsOf(each);
    return referrerOf(root, { artifactType: each.artifactType, content: each.content, ...(annotations && { annotations }) });
  });
}
