import type { Problem } from '@slipway/failure';
import type { Digest } from '@slipway/oci';
import { type AttachedFile, BUNDLE_TYPE, STATEMENT_TYPE } from './attachment.ts';

/** What an in-toto statement says, and of which images. */
export interface Statement {
  readonly file: string;
  /** Whether it came in a bundle, whose signature can be checked. */
  readonly bundle?: Readonly<Record<string, unknown>>;
  readonly subjects: readonly string[];
  readonly predicateType: string;
  readonly predicate: Readonly<Record<string, unknown>>;
}

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

function malformed(file: string, why: string): Problem {
  const remedy = 'Write it anew with the tool that made it.';
  return { code: 'EVIDENCE_MALFORMED', message: `${file} is not an in-toto statement: ${why}.`, remedy, location: { file } };
}

function read(file: string, value: unknown, bundle?: Tree): Statement | Problem {
  if (!isTree(value)) return malformed(file, 'it is not a JSON object');
  const { subject, predicateType, predicate = {} } = value;
  if (typeof predicateType !== 'string') return malformed(file, 'it has no "predicateType"');
  if (!isTree(predicate)) return malformed(file, 'its "predicate" is not an object');
  const subjects = (Array.isArray(subject) ? subject : []).flatMap((each: unknown) => {
    const digest = isTree(each) && isTree(each['digest']) ? each['digest']['sha256'] : undefined;
    return typeof digest === 'string' ? [`sha256:${digest}`] : [];
  });
  if (subjects.length === 0) return malformed(file, 'it names no "subject" with a sha256 digest');
  return { file, subjects, predicateType, predicate, ...(bundle && { bundle }) };
}

function payloadOf({ file, json = {} }: AttachedFile): Statement | Problem {
  const { dsseEnvelope } = json;
  if (!isTree(dsseEnvelope) || typeof dsseEnvelope['payload'] !== 'string')
    return malformed(file, 'it is a Sigstore bundle that holds no signed statement ("dsseEnvelope")');
  try {
    return read(file, JSON.parse(Buffer.from(dsseEnvelope['payload'], 'base64').toString('utf8')), json);
  } catch {
    return malformed(file, 'what its bundle signs is not JSON');
  }
}

/** The statement in a file, or what is wrong with it; undefined when the file is something else, such as an SBOM. */
export function statementIn(attached: AttachedFile): Statement | Problem | undefined {
  if (attached.artifactType === STATEMENT_TYPE) return read(attached.file, attached.json);
  return attached.artifactType.startsWith(BUNDLE_TYPE) ? payloadOf(attached) : undefined;
}

/** Short names of the predicate types that are asked for most. */
const SHORT: Readonly<Record<string, string>> = {
  'test-result': 'https://in-toto.io/attestation/test-result/v0.1',
  provenance: 'https://slsa.dev/provenance/v1',
  vulns: 'https://in-toto.io/attestation/vulns/v0.2',
};

/** The predicate type that a line of `require-evidence` means. */
export function predicateTypeOf(line: string): string {
  return SHORT[line] ?? line;
}

/**
 * What a predicate says went wrong; undefined when it passed, or when its type tells no result.
 *
 * Results by https://github.com/in-toto/attestation/tree/main/spec/predicates: `result` of a test result,
 * `verificationResult` of a summary; and `verdict`, as our own reports have it.
 */
export function failureIn({ predicate }: Statement): string | undefined {
  for (const [field, good] of Object.entries({
    result: ['PASSED', 'WARNED'],
    verificationResult: ['PASSED'],
    verdict: ['pass'],
  })) {
    const value = predicate[field];
    if (value !== undefined && !good.some((each) => each === value)) return `its "${field}" is ${JSON.stringify(value)}`;
  }
  return undefined;
}

function judgeOne(statement: Statement, digest: Digest): Problem | undefined {
  const { file, subjects, predicateType } = statement;
  if (!subjects.includes(digest)) {
    const about = subjects.length === 1 ? subjects[0] : `${subjects.length} other digests`;
    const message = `${file} is about ${about}, not about the image that is published, ${digest}.`;
    return { code: 'EVIDENCE_OTHER_DIGEST', message, remedy: 'Test the image that is published.', location: { file } };
  }
  const failure = failureIn(statement);
  if (failure === undefined) return undefined;
  const message = `${file} says that ${predicateType} did not pass: ${failure}.`;
  return {
    code: 'EVIDENCE_FAILED',
    message,
    remedy: 'What did not pass is not published; mend it and build anew.',
    location: { file },
  };
}

/** Everything that keeps an image from being published by its statements: missing, of another image, or not passed. */
export function judgeStatements(
  statements: readonly Statement[],
  required: readonly string[],
  digest: Digest,
): readonly Problem[] {
  const wrong = statements.map((statement) => judgeOne(statement, digest)).filter((problem) => problem !== undefined);
  const missing = required
    .map(predicateTypeOf)
    .filter((type) => !statements.some(({ predicateType }) => predicateType === type))
    .map((type) => ({
      code: 'EVIDENCE_MISSING',
      message: `No file in "attach" proves ${type} of ${digest}.`,
      remedy: 'Add the file that the step wrote, or check that the step ran.',
    }));
  return [...missing, ...wrong];
}
