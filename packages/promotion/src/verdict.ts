import type { Problem } from '@slipway/failure';
import { seasonAt } from './calendar.ts';
import { CHECK_TYPE, type Check } from './check.ts';
import { type Gate, type GatePolicy, type Requirement, spanMs } from './policy.ts';

/** A statement that was given as evidence. */
export interface Claim {
  readonly file: string;
  /** The digests that it is about. */
  readonly subjects: readonly string[];
  readonly predicateType: string;
  /** What it says went wrong; undefined when it passed. */
  readonly failure?: string | undefined;
  /** What it says as a check of ours. */
  readonly check?: Check | undefined;
  /** Why it cannot be believed that a workflow signed it; undefined when it did. */
  readonly unsignedBy: (signer: string) => string | undefined;
}

/** What a gate decides by. */
export interface Facts {
  readonly environment: string;
  readonly digest: string;
  readonly policy: GatePolicy;
  readonly claims: readonly Claim[];
  /** The run that asks; what it made itself needs no signature, for nobody else could have given it. */
  readonly run: { readonly repository?: string; readonly id?: string };
  readonly breakGlass?: string | undefined;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
}

/** A requirement with the evidence that meets it. */
export interface Met {
  readonly requirement: string;
  readonly file: string;
  readonly at?: number;
  /** Who vouches for it. */
  readonly by: string;
}

/** What a gate decides. */
export type GateVerdict =
  | { readonly kind: 'open'; readonly met: readonly Met[]; readonly broken: readonly string[] }
  | { readonly kind: 'closed'; readonly met: readonly Met[]; readonly problems: readonly Problem[] };

interface Asked extends Requirement {
  readonly maxAge?: string | undefined;
}

const nameOf = ({ check, environment, predicate }: Requirement): string =>
  check === undefined ? String(predicate) : `${check}${environment === undefined ? '' : ` in ${environment}`}`;

/** What a gate asks for: that the image was deployed before, and what its policy names. */
function asked({ after, requires = [], signer, 'max-age': maxAge }: Gate): readonly Asked[] {
  const deployed: readonly Requirement[] = after === undefined ? [] : [{ check: 'deploy', environment: after }];
  return [...deployed, ...requires].map((each) => ({
    ...each,
    ...((each.signer ?? signer) !== undefined && { signer: each.signer ?? signer }),
    maxAge,
  })) as readonly Asked[];
}

function speaksOf({ check, environment, predicate }: Asked, claim: Claim): boolean {
  if (predicate !== undefined) return claim.predicateType === predicate;
  return claim.predicateType === CHECK_TYPE && claim.check?.check === check && claim.check?.environment === environment;
}

/** Why a claim does not count, with a code; undefined when it does. */
function doubt(claim: Claim, requirement: Asked, facts: Facts): readonly [code: string, why: string] | undefined {
  const { digest, run, now } = facts;
  const { check } = claim;
  if (!claim.subjects.includes(digest))
    return ['EVIDENCE_OTHER_DIGEST', `${claim.file} is about ${claim.subjects.join(', ')}, and not about ${digest}`];
  if (check !== undefined && check.run.repository !== run.repository)
    return [
      'EVIDENCE_OTHER_REPOSITORY',
      `${claim.file} was made in ${check.run.repository}, and not in ${run.repository ?? '(unknown)'}`,
    ];
  if (requirement.signer !== undefined) {
    const why = claim.unsignedBy(requirement.signer);
    if (why !== undefined) return ['EVIDENCE_NOT_BELIEVED', why];
  } else if (check === undefined || run.id === undefined || check.run.id !== run.id) {
    const from = check === undefined ? 'says nothing of its run' : `comes from run ${check.run.id}, not from this one`;
    return ['EVIDENCE_UNSIGNED', `${claim.file} ${from}, and the policy names no "signer" by whom it could be believed`];
  }
  if (claim.failure !== undefined) return ['EVIDENCE_FAILED', `${claim.file} says that it did not pass: ${claim.failure}`];
  if (check !== undefined && check.at > now + CLOCKS_MS)
    return ['EVIDENCE_EXPIRED', `${claim.file} is from ${new Date(check.at).toISOString()}, which is still to come`];
  if (requirement.maxAge !== undefined && (check === undefined || now - check.at > spanMs(requirement.maxAge)))
    return ['EVIDENCE_EXPIRED', `${claim.file} is older than ${requirement.maxAge}`];
  return undefined;
}

/** How far two machines' clocks may be apart. */
const CLOCKS_MS = 5 * 60_000;

type Answer = { readonly met: Met; readonly claim: Claim } | { readonly problem: Problem };

const REMEDIES: Readonly<Record<string, string>> = {
  EVIDENCE_OTHER_DIGEST: 'Promote the image that was tested; another digest is another image.',
  EVIDENCE_OTHER_REPOSITORY: 'Evidence counts in the repository that made it.',
  EVIDENCE_NOT_BELIEVED: 'Take the bundle that the named workflow signed, or correct "signer".',
  EVIDENCE_UNSIGNED: 'Promote in the run that tested, or sign the evidence and name who signs in the policy.',
  EVIDENCE_FAILED: 'Mend it, and let a new image through the stages.',
  EVIDENCE_EXPIRED: 'Let the image through the stage again.',
};

function answer(requirement: Asked, facts: Facts): Answer {
  const name = nameOf(requirement);
  const about = facts.claims.filter((claim) => speaksOf(requirement, claim));
  // The newest counts: what failed after it had passed did not pass.
  const ordered = about.toSorted((a, b) => (b.check?.at ?? 0) - (a.check?.at ?? 0));
  const judged = ordered.map((claim) => ({ claim, doubt: doubt(claim, requirement, facts) }));
  const failed = judged.find(({ doubt: found }) => found === undefined || found[0] === 'EVIDENCE_FAILED');
  if (failed !== undefined && failed.doubt === undefined) {
    const by = requirement.signer ?? `this run of ${facts.run.repository ?? ''}`;
    const { check, file } = failed.claim;
    return { claim: failed.claim, met: { requirement: name, file, by, ...(check !== undefined && { at: check.at }) } };
  }
  const [first] = failed === undefined ? judged : [failed];
  if (first?.doubt === undefined) {
    const message = `Nothing proves that ${facts.digest} passed ${name}.`;
    const remedy = 'Let the image through that stage first; "evidence" must name the files that it wrote.';
    return { problem: { code: 'EVIDENCE_MISSING', message, remedy } };
  }
  const [code, why] = first.doubt;
  const message = `That ${facts.digest} passed ${name} is not proved: ${why}.`;
  return { problem: { code, message, remedy: REMEDIES[code] ?? '', location: { file: first.claim.file } } };
}

function soakProblem(gate: Gate, answers: readonly Answer[], { now, digest }: Facts): readonly Problem[] {
  const { soak, after } = gate;
  if (soak === undefined || after === undefined) return [];
  const deployed = answers.find((each) => 'met' in each && each.claim.check?.check === 'deploy');
  const since = deployed !== undefined && 'claim' in deployed ? deployed.claim.check?.at : undefined;
  // Without a deployment there is a problem already.
  if (since === undefined || now - since >= spanMs(soak)) return [];
  const message = `${digest} is in ${after} since ${new Date(since).toISOString()}, which is less than ${soak}.`;
  return [{ code: 'SOAKING', message, remedy: `Promote it after ${new Date(since + spanMs(soak)).toISOString()}.` }];
}

interface Frozen {
  readonly problems: readonly Problem[];
  readonly broken: readonly string[];
}

function freeze(gate: Gate, { policy, now, breakGlass, environment }: Facts): Frozen {
  const season = seasonAt({ zone: policy['time-zone'] ?? 'UTC', windows: gate.freeze ?? [] }, now);
  if (season.kind === 'open') return { problems: [], broken: [] };
  const why = season.why.join(', ');
  if (gate['break-glass'] !== true) {
    const remedy = 'Wait until it is over; the policy lets nobody break it.';
    return { broken: [], problems: [{ code: 'FROZEN', message: `${environment} is frozen: ${why}.`, remedy }] };
  }
  if (breakGlass !== undefined && breakGlass.trim() !== '') return { problems: [], broken: season.why };
  const remedy = 'Wait until it is over, or give "break-glass" with the reason, which is kept.';
  return { broken: [], problems: [{ code: 'FROZEN', message: `${environment} is frozen: ${why}.`, remedy }] };
}

/**
 * Whether an image may go to an environment.
 *
 * Broken glass opens a freeze and nothing else: without evidence about this very digest nothing goes through.
 */
export function judgeGate(facts: Facts): GateVerdict {
  const gate = facts.policy.environments[facts.environment];
  if (gate === undefined) {
    const message = `The policy knows no environment "${facts.environment}".`;
    const remedy = `Add it to "environments", or correct "environment"; there are: ${Object.keys(facts.policy.environments).join(', ')}.`;
    return { kind: 'closed', met: [], problems: [{ code: 'ENVIRONMENT_UNKNOWN', message, remedy }] };
  }
  const answers = asked(gate).map((requirement) => answer(requirement, facts));
  const met = answers.flatMap((each) => ('met' in each ? [each.met] : []));
  const { problems: frozen, broken } = freeze(gate, facts);
  const problems = [
    ...answers.flatMap((each) => ('problem' in each ? [each.problem] : [])),
    ...soakProblem(gate, answers, facts),
    ...frozen,
  ];
  return problems.length === 0 ? { kind: 'open', met, broken } : { kind: 'closed', met, problems };
}
