import { type Check, checkContracts, type Compare, comparing, type IsAccepted, needsOf, type Pair } from './check.ts';
import type { Candidate, DeployedVersion, Evidence, Gap, ServiceState } from './version.ts';

/** A question about services that no pair of versions answers. */
export interface OpenQuestion {
  readonly service: string;
  readonly gap: Gap;
}

/** A provider that the candidate needs and the environment has not. */
export interface MissingProvider {
  readonly service: string;
  readonly elsewhere: readonly string[];
}

interface Evidenced {
  readonly checks: readonly Check[];
  /** Services that are not in the environment, and are no reason to wait. */
  readonly absent: readonly string[];
}

/** Whether a candidate may join what is deployed: never yes while anything could not be told. */
export type DeployAnswer =
  | (Evidenced & { readonly kind: 'yes' })
  | (Evidenced & { readonly kind: 'no'; readonly missing: readonly MissingProvider[]; readonly open: readonly OpenQuestion[] })
  | (Evidenced & { readonly kind: 'unknown'; readonly open: readonly OpenQuestion[] });

/** What an answer is made from. */
export interface DeployQuestion {
  readonly candidate: Candidate;
  /** Every other service that may meet the candidate. */
  readonly others: readonly ServiceState[];
  /** The names of all consumers of the candidate; undefined when any other service may be one. */
  readonly consumers?: readonly string[];
  readonly accepted: IsAccepted;
  /** Whether an environment without a single deployment is an answer. */
  readonly allowNone: boolean;
  /** What would settle that a service is no consumer. */
  readonly listConsumers: (without: string) => string;
  /** What would settle where a provider is kept. */
  readonly listService: (service: string) => string;
}

const pairOf = (consumer: string, provider: string, { sha, environment, rollout }: DeployedVersion): Pair => ({
  consumer,
  provider,
  deployed: { sha, environment, rollout },
});

function noContract({ candidate, listConsumers }: DeployQuestion, consumer: string, { sha }: DeployedVersion): Gap {
  return {
    code: 'DEPLOY_NO_CONTRACT',
    message: `${consumer} has no contract with ${candidate.service} at the deployed commit ${sha.slice(0, 7)}, so what it needs is not known.`,
    remedy: `Deploy a version of ${consumer} that keeps its contract, or leave it out of "consumers" when it never calls ${candidate.service}.`,
    command: listConsumers(consumer),
  };
}

/** The candidate as provider, beside one deployed version that may be its consumer. */
function asProvider(
  question: DeployQuestion,
  service: string,
  version: DeployedVersion,
  description: Evidence<Compare>,
): readonly Check[] {
  const { candidate, consumers, accepted } = question;
  const pair = pairOf(service, candidate.service, version);
  const { contracts } = version;
  const expected = consumers === undefined || consumers.includes(service);
  if (contracts.kind === 'gap') return expected ? [{ ...pair, kind: 'unknown', gap: contracts.gap }] : [];
  const needs = contracts.value.filter(({ provider }) => provider === candidate.service);
  if (needs.length > 0) return checkContracts(pair, needs, description, accepted);
  // A version that has contracts, only none with the candidate, says by them that it does not call it.
  const silent = consumers === undefined ? contracts.value.length === 0 : expected;
  return silent ? [{ ...pair, kind: 'unknown', gap: noContract(question, service, version) }] : [];
}

/** The candidate as consumer, beside one deployed version of its provider. */
function asConsumer({ candidate, accepted }: DeployQuestion, provider: string, version: DeployedVersion): readonly Check[] {
  const { description } = version;
  const needs = needsOf(candidate, provider);
  if (needs.length === 0 || description === undefined) return [];
  return checkContracts(pairOf(candidate.service, provider, version), needs, comparing(description), accepted);
}

function checksOf(question: DeployQuestion): readonly Check[] {
  const description = comparing(question.candidate.description);
  return question.others.flatMap((state) => {
    if (state.kind !== 'deployed') return [];
    return state.versions.flatMap((version) => [
      ...asProvider(question, state.service, version, description),
      ...asConsumer(question, state.service, version),
    ]);
  });
}

function openOf(question: DeployQuestion): readonly OpenQuestion[] {
  const { candidate, others, consumers = [], listService } = question;
  const known = new Set(others.map(({ service }) => service));
  const named = [...candidate.contracts.map(({ provider }) => provider), ...consumers];
  const strangers = [...new Set(named)].filter((name) => name !== candidate.service && !known.has(name));
  return [
    ...others.flatMap((state) => (state.kind === 'gap' ? [{ service: state.service, gap: state.gap }] : [])),
    ...strangers.map((service) => ({
      service,
      gap: {
        code: 'DEPLOY_SERVICE_UNLISTED',
        message: `Nothing says where ${service} is kept, so which version of it is deployed is not known.`,
        remedy: 'Add it to "services".',
        command: listService(service),
      },
    })),
  ];
}

/** An environment that nothing was ever deployed to is new, or its name is wrong; only the user can tell. */
function emptyGap({ others, candidate }: DeployQuestion): Gap {
  const elsewhere = [...new Set(others.flatMap((state) => (state.kind === 'absent' ? state.elsewhere : [])))].sort();
  const seen = elsewhere.length === 0 ? '' : ` There are deployments to ${elsewhere.join(', ')}.`;
  return {
    code: 'DEPLOY_ENVIRONMENT_EMPTY',
    message: `No other service has a successful deployment to the environment, so ${candidate.service} was held against nothing.${seen}`,
    remedy: 'Correct "environment", or set "allow-none: true" for the first deployment of all.',
    command: `slipway contract-test can-i-deploy … --allow-none`,
  };
}

/**
 * Decides whether the candidate may join what is deployed: as provider of every deployed consumer, and as consumer of every
 * deployed provider.
 *
 * A consumer that is absent is no reason to wait; a provider that is absent is one to say no. What could not be told is never
 * a yes, and a break is a no whatever else could not be told.
 */
export function canDeploy(question: DeployQuestion): DeployAnswer {
  const { candidate, others, allowNone } = question;
  const checks = checksOf(question);
  const states = others.filter((state) => state.kind === 'absent');
  const missing = states.filter(({ service }) => needsOf(candidate, service).length > 0);
  const absent = states.filter((state) => !missing.includes(state)).map(({ service }) => service);
  const nothing = !allowNone && missing.length === 0 && others.every(({ kind }) => kind === 'absent');
  const open = [...openOf(question), ...(nothing ? [{ service: candidate.service, gap: emptyGap(question) }] : [])];
  if (missing.length > 0 || checks.some(({ kind }) => kind === 'breaks')) {
    return { kind: 'no', checks, absent, missing: missing.map(({ service, elsewhere }) => ({ service, elsewhere })), open };
  }
  const told = open.length === 0 && checks.every(({ kind }) => kind === 'fits');
  return told ? { kind: 'yes', checks, absent } : { kind: 'unknown', checks, absent, open };
}
