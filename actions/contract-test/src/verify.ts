import { type Dependency, dependencyProblems, lastLines, parseProvider, withDependencies } from '@slipway/dependency';
import { liveJudge } from '@slipway/compatibility';
import { collect, Failure, failWhen, type Problem } from '@slipway/failure';
import { type Api, openDocuments, readApi } from '@slipway/openapi';
import type { Annotation, Outcome, Ports, RunContext } from '@slipway/runner';
import { type Block, code, details, paragraph, table } from '@slipway/summary';
import type { Http } from '@slipway/system';
import { readAccepted } from './accepted-file.ts';
import type { action } from './action.ts';
import { inRepository } from './broker/place.ts';
import { gatherContracts } from './contracts.ts';
import { type Described, described, deviationAnnotations, deviationBlocks, verdictSentence } from './deviations.ts';
import type { ModeInputs } from './inputs.ts';
import { keptSentence } from './kept.ts';
import { NOT_OF_THIS_MODE } from './outputs.ts';
import { remarks } from './remarks.ts';
import { pendingSentence, type Termed, withTerms } from './pending.ts';
import { namesakes } from './namesakes.ts';
import { maskSecrets, openNames } from './secrets.ts';
import { strangers } from './strangers.ts';
import { clause, placeOf } from './subject.ts';
import type { Target } from './target.ts';
import { dataOf } from './verification-data.ts';
import { breaking, broken, type Verification, verify } from './verification.ts';

type Inputs = ModeInputs<'verify'>;

interface Facts extends Termed {
  readonly provider?: Dependency;
  readonly target: Target;
  /** The provider's own description, where there is one to judge its answers by. */
  readonly api?: Api;
}

const DEFAULT_PROVIDER_FILE = '.slipway/provider.yml';

function addressProblems(inputs: Inputs): readonly Problem[] {
  const given = Object.entries({ url: inputs.url, 'state-url': inputs.stateUrl, 'message-url': inputs.messageUrl });
  return given.flatMap(([name, value]) => {
    if (value === undefined || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol))) return [];
    const message = `Input "${name}" is "${value}"; expected a web address with its scheme.`;
    return [{ code: 'INPUT_MALFORMED', message, remedy: 'Write it like http://127.0.0.1:8080.' }];
  });
}

async function readProvider(inputs: Inputs, ports: Ports): Promise<Dependency> {
  const file = inputs.providerFile ?? DEFAULT_PROVIDER_FILE;
  if (!(await ports.files.exists(file))) {
    const message = `There is no file ${file}, which says how the provider is started.`;
    const remedy = 'Add it, or give "url" when the provider runs already.';
    throw new Failure({ code: 'PROVIDER_FILE_MISSING', message, remedy });
  }
  const provider = parseProvider(file, await ports.files.readText(file));
  const problems = [...(await dependencyProblems([provider], '.', ports))];
  if (provider.ready.http === undefined) {
    const message = 'The provider file must tell readiness by http, for that is also its address.';
    const remedy = 'Say under "ready" which address answers: http: http://127.0.0.1:8080/readyz';
    problems.push({ code: 'PROVIDER_ADDRESS', message, remedy, location: provider.location });
  }
  failWhen(problems);
  return provider;
}

async function gather(inputs: Inputs, ports: Ports, context: RunContext): Promise<Facts> {
  const problems: Problem[] = [...addressProblems(inputs)];
  const contracts = await gatherContracts(inputs, [inputs.provider], ports, context, problems);
  const isJudged = (name: string): boolean => name === inputs.provider;
  problems.push(...strangers(contracts, isJudged, `not "${inputs.provider}"`, () => 'Correct input "provider"'));
  maskSecrets(contracts, ports.log);
  const start = inputs.url === undefined && (contracts.length > 0 || problems.length > 0);
  const provider = start ? await collect(problems, () => readProvider(inputs, ports)) : undefined;
  const { openapi } = inputs;
  const open = async (file: string): Promise<Api> => readApi(await openDocuments(file, ports.files));
  const api = openapi === undefined ? undefined : await collect(problems, () => open(openapi));
  const accepted = await collect(problems, () => readAccepted(inputs.acceptedBreaks, ports.files));
  failWhen(problems);
  const termed = withTerms(contracts, accepted?.pending ?? [], ports.clock.now());
  const url = inputs.url?.replace(/\/+$/, '') ?? new URL(provider?.ready.http ?? 'http://127.0.0.1').origin;
  const { requestTimeout: timeoutMs, stateTeardown, messageUrl, stateUrl } = inputs;
  const target = {
    url,
    timeoutMs,
    stateTeardown,
    openNames: openNames(contracts),
    ...(messageUrl !== undefined && { messageUrl }),
    ...(stateUrl !== undefined && { stateUrl }),
  };
  return { ...termed, target, ...(provider !== undefined && { provider }), ...(api !== undefined && { api }) };
}

interface Verified {
  readonly verifications: readonly Verification[];
  /** Where there is a description: the file, and what it said. */
  readonly own?: { readonly file: string; readonly described: Described };
  /** How many requests the provider, its state-url and its message-url were sent. */
  readonly requests: number;
  readonly log: string;
}

async function perform({ contracts, provider, target, api }: Facts, file: string | undefined, ports: Ports): Promise<Verified> {
  return withDependencies(provider === undefined ? [] : [provider], '.', ports, async (started) => {
    let requests = 0;
    const http: Http = {
      fetch: (request) => {
        requests += 1;
        return ports.http.fetch(request);
      },
    };
    const judge = api === undefined ? undefined : liveJudge(api);
    const verifications = await verify(contracts, target, { ...ports, http }, judge);
    const own = file === undefined ? {} : { own: { file, described: described(verifications) } };
    return { verifications, ...own, requests, log: lastLines(started.map(({ process }) => process.output()).join('\n')) };
  });
}

function contractsSentence(provider: string, verifications: readonly Verification[]): string {
  const broke = broken(verifications);
  const interactions = verifications.flatMap(({ results }) => results);
  if (verifications.length === 0) return `${provider} has no consumer contract; allowed by "allow-none".`;
  if (broke.length === 0) {
    return `${provider} keeps all ${verifications.length} consumer contracts (${interactions.length} interactions).`;
  }
  const reasons = broke.map((each) => {
    const clauses = breaking(each).flatMap(({ subject, mismatches }) => mismatches.map((one) => clause(subject, one)));
    const { contract } = each;
    return `${contract.consumer} (${[...new Set(clauses)].join('; ')})`;
  });
  const kept = verifications.filter((each) => !broke.includes(each)).map(({ contract }) => contract.consumer);
  return `This change of ${provider} breaks ${reasons.join(' and ')}.${keptSentence(kept)}`;
}

function headline(provider: string, { verifications, own }: Verified): string {
  const contracts = contractsSentence(provider, verifications);
  const waiting = verifications.flatMap(({ results }) =>
    results.filter(({ subject, mismatches }) => subject.pending && mismatches.length > 0),
  );
  const judged = own === undefined ? '' : verdictSentence(provider, own.file, own.described);
  return `${contracts}${pendingSentence(waiting.length)}${judged}`;
}

function annotations(verifications: readonly Verification[]): readonly Annotation[] {
  return verifications.flatMap(({ contract, results }) =>
    results.flatMap(({ subject, mismatches }) =>
      mismatches.map((mismatch) => ({
        level: subject.pending ? ('warning' as const) : ('error' as const),
        title: `${subject.pending ? 'Not yet there for' : 'Breaks'} ${contract.consumer}: ${subject.description}`,
        message: `${clause(subject, mismatch)}. ${subject.pending ? 'It is pending, so it stops nothing.' : `${contract.consumer} needs it; agree on the change with its team before you release it.`}`,
        ...placeOf(subject, mismatch),
      })),
    ),
  );
}

function countsSentence({ verifications, requests }: Verified): string {
  const interactions = verifications.reduce((sum, { results }) => sum + results.length, 0);
  return `Contracts: ${verifications.length}, interactions: ${interactions}, requests sent: ${requests}.`;
}

function summary(provider: string, verified: Verified): readonly Block[] {
  const { verifications, own, log } = verified;
  const broke = broken(verifications);
  const rows = verifications.map((each) => [
    each.contract.consumer,
    broke.includes(each) ? '❌ breaks' : '✅ kept',
    String(each.results.length),
    each.results.flatMap(({ subject, mismatches }) => mismatches.map((mismatch) => clause(subject, mismatch))).join('\n'),
    { code: each.contract.file },
  ]);
  const matrix = table([`consumer of ${provider}`, 'contract', 'interactions', 'what breaks', 'file'], rows);
  const blocks = [
    matrix,
    paragraph([countsSentence(verified)]),
    ...(own === undefined ? [] : deviationBlocks(own.file, own.described)),
  ];
  if (broke.length === 0 && (own?.described.wrong ?? 0) === 0) return blocks;
  return [...blocks, details(`Last lines of ${provider}`, [code(log || '(it printed nothing)')])];
}

/** Verifies the provider against every contract. */
export async function runVerify(inputs: Inputs, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const facts = await gather(inputs, ports, context);
  const verified = await perform(facts, inputs.openapi, ports).catch((cause: unknown) => {
    if (cause instanceof Failure || !ports.cancelled.aborted) throw cause;
    throw new Failure({ code: 'CANCELLED', message: 'The run was cancelled while the contracts were verified.' }, { cause });
  });
  const { verifications, own } = verified;
  const broke = broken(verifications);
  const wrong = own?.described.wrong ?? 0;
  return {
    verdict: broke.length === 0 && wrong === 0 ? 'pass' : 'fail',
    headline: headline(inputs.provider, verified),
    outputs: {
      ...NOT_OF_THIS_MODE,
      contracts: String(verifications.length),
      interactions: String(verifications.reduce((sum, { results }) => sum + results.length, 0)),
      broken: broke.map(({ contract }) => contract.consumer).join(','),
      deviations: own === undefined ? undefined : String(wrong),
    },
    annotations: inRepository([
      ...annotations(verifications),
      ...facts.annotations,
      ...namesakes(facts.contracts),
      ...(own === undefined ? [] : deviationAnnotations(inputs.provider, own.described)),
      ...(facts.api === undefined ? [] : remarks([facts.api])),
    ]),
    summary: summary(inputs.provider, verified),
    data: dataOf(verifications),
  };
}
