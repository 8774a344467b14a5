import { fingerprintOf } from '@slipway/openapi';
import type { Json } from '@slipway/runner';
import { clause, placeOf } from './subject.ts';
import type { Verification, Verified } from './verification.ts';

const pairOf = ({ contract: { consumer, provider, file }, results }: Verification): Json => ({
  consumer,
  provider,
  file,
  interactions: results.length,
});

/** The mismatches as a comparison reports its conflicts; what the provider answered is in no fingerprint, for it may change. */
function conflictsOf({ contract: { consumer, provider } }: Verification, { subject, mismatches }: Verified): readonly Json[] {
  return mismatches.map((mismatch) => ({
    rule: 'provider-answer',
    severity: 'error',
    consumer,
    provider,
    interaction: subject.description,
    pending: subject.pending,
    message: clause(subject, mismatch),
    contract: { ...placeOf(subject, mismatch) },
    fingerprint: fingerprintOf(['provider-answer', consumer, provider, subject.description, ...mismatch.path]),
    accepted: false,
  }));
}

const verifiedOf = ({ contract: { consumer, file }, results }: Verification): Json => ({
  consumer,
  file,
  interactions: results.map(({ subject, mismatches, deviations }) => ({
    description: subject.description,
    pending: subject.pending,
    mismatches: mismatches.map((each) => clause(subject, each)),
    deviations: deviations?.map(({ rule, kind, message, description }) => ({
      rule,
      kind,
      message,
      description: { ...description },
    })),
  })),
});

/** What a verification found, for whoever reads the report: by pair and conflict, as a comparison, and by interaction. */
export const dataOf = (verifications: readonly Verification[]): Json => ({
  pairs: verifications.map(pairOf),
  conflicts: verifications.flatMap((each) => each.results.flatMap((result) => conflictsOf(each, result))),
  verified: verifications.map(verifiedOf),
});
