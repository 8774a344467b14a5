import { canDeploy, type Candidate, type DeployAnswer, type Evidence, type ServiceState } from '@slipway/compatibility';
import { collect, failWhen, type Problem } from '@slipway/failure';
import type { ConnectGitHub, GitHub } from '@slipway/github';
import { type Api, openDocuments, readApi } from '@slipway/openapi';
import type { Outcome, Ports, RunContext, Verdict } from '@slipway/runner';
import { concurrently, type Http } from '@slipway/system';
import { type Acceptance, type Accepted, acceptance } from '../accepted.ts';
import { readAccepted } from '../accepted-file.ts';
import type { action } from '../action.ts';
import { readContracts } from '../contract-files.ts';
import type { ModeInputs } from '../inputs.ts';
import { descriptionGap } from './gap.ts';
import { inFolder, parseServices, type ServiceHome } from './service.ts';
import { stateOf } from './state.ts';
import { conflictsOf, pairsOf } from './told.ts';
import { NOT_OF_THIS_MODE } from '../outputs.ts';
import { annotationsOf, gapsOf, headlineOf, summaryOf } from './words.ts';

/** Where a service keeps its description when nothing else is said. */
const DEFAULT_OPENAPI = 'openapi.yaml';

type Inputs = ModeInputs<'can-i-deploy'>;

const SERVICES_AT_ONCE = 8;
const VERDICTS: Readonly<Record<DeployAnswer['kind'], Verdict>> = { yes: 'pass', no: 'fail', unknown: 'inconclusive' };

interface Head {
  readonly candidate: Candidate;
  readonly homes: readonly ServiceHome[];
  readonly accepted: readonly Accepted[];
}

async function headDescription(inputs: Inputs, folder: string, { files }: Ports): Promise<Evidence<Api>> {
  const file = inFolder({ folder }, inputs.openapi ?? DEFAULT_OPENAPI);
  if (await files.exists(file)) return { kind: 'found', value: readApi(await openDocuments(file, files)) };
  return { kind: 'gap', gap: descriptionGap(inputs.service, file, 'in the checkout', 'git ls-files') };
}

/** What the checkout holds; all that is wrong with it, and with the inputs, is told before GitHub is asked. */
async function gatherHead(inputs: Inputs, ports: Ports): Promise<Head> {
  const problems: Problem[] = [];
  const homes = parseServices(inputs.services, inputs.environment, problems);
  const folder = homes.find(({ service }) => service === inputs.service)?.folder ?? '';
  const patterns = inputs.contracts.map((pattern) => inFolder({ folder }, pattern));
  const { contracts } = await readContracts(patterns, ports.files, problems);
  const description = await collect(problems, () => headDescription(inputs, folder, ports));
  const accepted = await collect(problems, () => readAccepted(inputs.acceptedBreaks, ports.files));
  failWhen(problems);
  const own = contracts.filter(({ consumer, provider }) => consumer === inputs.service && provider !== inputs.service);
  // It is there: what kept it from being read was thrown.
  const candidate = { service: inputs.service, contracts: own, description: description as Evidence<Api> };
  return { candidate, homes: homes.filter(({ service }) => service !== inputs.service), accepted: accepted?.breaks ?? [] };
}

/** An Http that counts its requests. */
function counting(http: Http): { readonly http: Http; readonly requests: () => number } {
  let count = 0;
  const fetch: Http['fetch'] = (request) => {
    count++;
    return http.fetch(request);
  };
  return { http: { fetch }, requests: () => count };
}

async function gatherStates(
  inputs: Inputs,
  { candidate, homes }: Head,
  open: (repository: string) => GitHub,
  { exec }: Ports,
  { repository: own = '' }: RunContext,
): Promise<readonly ServiceState[]> {
  const providers = new Set(candidate.contracts.map(({ provider }) => provider));
  const asked = {
    contracts: inputs.contracts,
    openapi: inputs.openapi ?? DEFAULT_OPENAPI,
    versions: inputs.liveVersions,
    providers,
  };
  return concurrently(SERVICES_AT_ONCE, homes, (home) => {
    const ours = home.repository.toLowerCase() === own.toLowerCase();
    return stateOf(home, { github: open(home.repository), ...(ours && { exec }) }, asked);
  });
}

interface Judged {
  readonly answer: DeployAnswer;
  readonly accepted: Acceptance;
}

const quoted = (names: readonly string[]): string => `'${names.join('\n')}'`;

function decide(inputs: Inputs, { candidate, accepted }: Head, others: readonly ServiceState[], now: number): Judged {
  const command = `slipway contract-test can-i-deploy ${quoted([inputs.service])} ${quoted(inputs.environment)}`;
  const names = inputs.consumers ?? others.map(({ service }) => service);
  const question = {
    candidate,
    others,
    allowNone: inputs.allowNone,
    listConsumers: (without: string) => `${command} --consumers ${quoted(names.filter((name) => name !== without))}`,
    listService: (service: string) => `${command} --services ${quoted([`${service}=OWNER/REPOSITORY`])}`,
    ...(inputs.consumers !== undefined && { consumers: inputs.consumers }),
  };
  const all = canDeploy({ ...question, accepted: () => false });
  const prints = all.checks.flatMap((check) =>
    check.kind === 'breaks' ? check.conflicts.map(({ fingerprint }) => fingerprint) : [],
  );
  const taken = acceptance(accepted, new Set(prints), now);
  return { answer: canDeploy({ ...question, accepted: taken.holds }), accepted: taken };
}

function report(inputs: Inputs, { candidate }: Head, { answer, accepted }: Judged, requests: number): Outcome<typeof action> {
  const { checks } = answer;
  const named = (kind: 'breaks' | 'unknown'): string =>
    [...new Set(checks.flatMap((check) => (check.kind === kind ? [check.consumer] : [])))].sort().join(',');
  return {
    verdict: VERDICTS[answer.kind],
    headline: headlineOf(inputs.service, inputs.environment, answer),
    outputs: {
      ...NOT_OF_THIS_MODE,
      answer: answer.kind,
      contracts: String(checks.length),
      interactions: String(checks.reduce((sum, check) => sum + (check.kind === 'fits' ? check.interactions : 0), 0)),
      broken: named('breaks'),
      unknown: named('unknown'),
    },
    annotations: [...annotationsOf(inputs.service, answer), ...accepted.annotations.filter(({ level }) => level === 'warning')],
    summary: summaryOf(answer),
    data: {
      answer: answer.kind,
      requests,
      pairs: pairsOf(answer),
      conflicts: conflictsOf(candidate, inputs.environment, answer),
      absent: answer.absent,
      missing: answer.kind === 'no' ? answer.missing.map(({ service }) => service) : [],
      gaps: gapsOf(answer).map(({ code, message, remedy, command }) => ({ code, message, remedy, command })),
      checks: checks.map(({ kind, consumer, provider, deployed, ...rest }) => ({
        kind,
        consumer,
        provider,
        deployed: { ...deployed },
        conflicts: 'conflicts' in rest ? rest.conflicts.map(({ message, fingerprint }) => ({ message, fingerprint })) : [],
      })),
    },
  };
}

/** Tells whether this version may join what is deployed, from GitHub's deployments and git; nothing is changed. */
export async function runCanIDeploy(
  inputs: Inputs,
  ports: Ports,
  context: RunContext,
  connect: ConnectGitHub,
): Promise<Outcome<typeof action>> {
  const head = await gatherHead(inputs, ports);
  const { http, requests } = counting(ports.http);
  const open = (repository: string): GitHub =>
    connect({ apiUrl: context.apiUrl, repository, token: inputs.githubToken }, { ...ports, http });
  const states = await gatherStates(inputs, head, open, ports, context);
  return report(inputs, head, decide(inputs, head, states, ports.clock.now()), requests());
}
