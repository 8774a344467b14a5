import { bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toSignedEntity, toTrustMaterial, type TrustMaterial, VerificationError, Verifier } from '@sigstore/verify';
import { Failure, type Problem } from '@slipway/failure';
import type { Statement } from './statement.ts';

/** Who issues the tokens that GitHub's workflows sign with. */
const ISSUER = 'https://token.actions.githubusercontent.com';

/** Whom to believe, and about whom. */
export interface Trust {
  /** The workflow that must have signed, as its certificate names it. */
  readonly signer: string;
  readonly material: TrustMaterial;
}

/** Reads a Sigstore trusted root; throws a Failure when it is none. */
export function parseTrust(signer: string, file: string, text: string): Trust {
  try {
    return { signer, material: toTrustMaterial(TrustedRoot.fromJSON(JSON.parse(text))) };
  } catch (cause) {
    const remedy = 'Give the file that "gh attestation trusted-root" or a Sigstore instance\'s TUF repository gives.';
    const problem = {
      code: 'TRUSTED_ROOT_MALFORMED',
      message: `${file} is not a Sigstore trusted root.`,
      remedy,
      location: { file },
    };
    throw new Failure(problem, { cause });
  }
}

/**
 * Checks a bundle offline: the signature over the statement, the certificate's chain, its log entry, and a time at which the
 * certificate was good. Logs are insisted on as far as the trusted root has any: GitHub's own instance has none of its own.
 */
function verify(bundle: Readonly<Record<string, unknown>>, { material }: Trust) {
  const options = { tlogThreshold: Math.min(1, material.tlogs.length), ctlogThreshold: Math.min(1, material.ctlogs.length) };
  const entity = toSignedEntity(bundleFromJSON(bundle));
  return new Verifier(material, { ...options, timestampThreshold: 1 }).verify(entity).identity;
}

/** What is wrong with a statement's signature; nothing when the wanted workflow signed exactly this. */
export function signatureProblem({ file, bundle }: Statement, trust: Trust): Problem | undefined {
  const problem = (code: string, message: string, remedy: string): Problem => ({ code, message, remedy, location: { file } });
  if (bundle === undefined) {
    const remedy = 'Attach the Sigstore bundle instead, as actions/attest writes it.';
    return problem('EVIDENCE_UNSIGNED', `${file} is not signed; it must be signed by ${trust.signer}.`, remedy);
  }
  try {
    const identity = verify(bundle, trust);
    const [signer = 'nobody it names', issuer] = [identity?.subjectAlternativeName, identity?.extensions?.issuer];
    if (signer === trust.signer && issuer === ISSUER) return undefined;
    const by = issuer === ISSUER || signer !== trust.signer ? signer : `${signer}, vouched for by ${issuer}`;
    const remedy = 'Take evidence from the workflow that may give it, or correct "evidence-signer".';
    return problem('EVIDENCE_OTHER_SIGNER', `${file} is signed by ${by}; it must be signed by ${trust.signer}.`, remedy);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const why =
      error instanceof VerificationError ? error.message : `the bundle cannot be read (${error.message.split('\n')[0]})`;
    const remedy =
      'Nothing in it can be believed: it was changed, cut, or signed by somebody whom the trusted root does not know.';
    return problem('EVIDENCE_TAMPERED', `The signature of ${file} does not hold: ${why}.`, remedy);
  }
}
