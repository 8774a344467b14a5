import { collect, failWhen, type Problem } from '@slipway/failure';
import { commentsOn, type ConnectGitHub, type GitHub, keepNone, keepOne, type Posts, type WriteOutcome } from '@slipway/github';
import type { Annotation, Outcome, Ports, RunContext } from '@slipway/runner';
import { table } from '@slipway/summary';
import type { action } from '../action.ts';
import type { ModeInputs } from '../inputs.ts';
import { keepNewest } from './keep-newest.ts';
import { gatherOccasion, type Occasion } from './occasion.ts';
import { ownerAnnotations, type Owners, readOwners } from './owners.ts';
import { breaksOf, readPairs, type ToldPair } from './pair.ts';
import { NOT_OF_THIS_MODE } from '../outputs.ts';
import { checkOf, markerOf, postOf, titleOf } from './words.ts';

type Inputs = ModeInputs<'tell'>;

const WAYS = ['checks', 'comment', 'issue'] as const;
type Way = (typeof WAYS)[number];
const LABEL = 'contract';
const RIGHTS: Readonly<Record<Way, string>> = {
  checks: 'checks: write',
  comment: 'pull-requests: write',
  issue: 'issues: write',
};

interface Facts {
  readonly pairs: readonly ToldPair[];
  readonly occasion: Occasion;
  readonly owners: Owners;
  readonly repository: string;
  readonly issueRepository: string;
}

/** One thing that was told, or not. */
interface Told {
  readonly way: Way;
  readonly what: string;
  readonly outcome: WriteOutcome;
}

function inputProblems({ notify, issueRepository }: Inputs, { repository }: RunContext): readonly Problem[] {
  const unknown = notify.filter((way) => !WAYS.some((each) => each === way));
  const malformed = [issueRepository, repository].some((name) => name !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(name));
  const ways = `Input "notify" has ${unknown.join(', ')}; expected ${WAYS.join(', ')}.`;
  const names = 'A repository is not given as OWNER/NAME.';
  return [
    ...(unknown.length > 0 ? [{ code: 'INPUT_MALFORMED', message: ways, remedy: 'Correct it.' }] : []),
    ...(malformed || repository === undefined
      ? [{ code: 'REPOSITORY_UNKNOWN', message: names, remedy: 'Correct "issue-repository", or set GITHUB_REPOSITORY.' }]
      : []),
  ];
}

async function gather(inputs: Inputs, ports: Ports, context: RunContext): Promise<Facts> {
  const problems: Problem[] = [...inputProblems(inputs, context)];
  const pairs = await collect(problems, () => readPairs(inputs.report, ports.files));
  const occasion = await gatherOccasion(ports, context, problems);
  const owners = await readOwners(ports.files);
  failWhen(problems);
  const { repository = '' } = context;
  return { pairs: pairs ?? [], occasion, owners, repository, issueRepository: inputs.issueRepository ?? repository };
}

function issuesOf(github: GitHub, title: string): Posts {
  return {
    list: (page) => github.listIssues(LABEL, page),
    create: (body) => github.createIssue(title, body, LABEL),
    update: (id, body) => github.updateIssue(id, body),
    remove: (id) => github.closeIssue(id),
  };
}

const brokenOf = (pairs: readonly ToldPair[]): readonly ToldPair[] => pairs.filter((pair) => breaksOf(pair).length > 0);

async function perform({ notify }: Inputs, facts: Facts, open: (repository: string) => GitHub): Promise<readonly Told[]> {
  const { pairs, occasion, owners, repository, issueRepository } = facts;
  if (pairs.length === 0) return [];
  const told: Told[] = [];
  const broken = brokenOf(pairs);
  const marker = markerOf(pairs);
  const names = owners.ownersOf(broken.flatMap(({ files }) => files));
  if (notify.includes('checks')) {
    for (const check of pairs.map((pair) => checkOf(pair, occasion.sha)))
      told.push({ way: 'checks', what: check.name, outcome: await keepNewest(open(repository), check) });
  }
  if (notify.includes('comment') && occasion.kind === 'pull-request') {
    const comments = commentsOn(open(repository), occasion.number);
    const outcome = await keepOne(comments, marker, postOf(pairs, names, !occasion.draft), broken.length > 0);
    told.push({ way: 'comment', what: `comment on #${occasion.number}`, outcome });
  }
  if (notify.includes('issue') && occasion.kind === 'main') {
    const issues = issuesOf(open(issueRepository), titleOf(pairs));
    const body = postOf(pairs, names, true);
    const outcome = broken.length > 0 ? await keepOne(issues, marker, body, true) : await keepNone(issues, marker);
    told.push({ way: 'issue', what: `issue in ${issueRepository}`, outcome });
  }
  return told;
}

function annotationOf({ way, what, outcome }: Told): readonly Annotation[] {
  if (outcome.kind === 'written') return [];
  if (outcome.kind === 'not-permitted') {
    const message = `Not written: ${what}. This token may not. A fork's pull request has such a token; elsewhere, grant "${RIGHTS[way]}". ${outcome.reason}`;
    return [{ level: 'notice', title: 'Not told', message }];
  }
  const { code, message, remedy = '' } = outcome.problem;
  return [{ level: 'error', title: code, message: `Not written: ${what}. ${message} ${remedy}`.trim() }];
}

function report({ pairs }: Facts, told: readonly Told[], owners: readonly Annotation[]): Outcome<typeof action> {
  const broken = [...new Set(brokenOf(pairs).map(({ consumer }) => consumer))].sort();
  const failed = told.some(({ outcome }) => outcome.kind === 'failed');
  const written = told.filter(({ outcome }) => outcome.kind === 'written').length;
  const what = broken.length === 0 ? 'No consumer breaks.' : `Broken: ${broken.join(', ')}.`;
  return {
    // Breaks stay the failure of the job that found them; this verdict is only about having told them.
    verdict: failed ? 'fail' : 'pass',
    headline: `${what} ${written} of ${told.length} notices are in place.`,
    outputs: {
      ...NOT_OF_THIS_MODE,
      contracts: String(pairs.length),
      broken: broken.join(','),
    },
    annotations: [...told.flatMap(annotationOf), ...owners],
    summary: [
      table(
        ['where', 'outcome'],
        told.map(({ what: where, outcome }) => [{ code: where }, outcome.kind]),
      ),
    ],
    data: told.map(({ way, what: where, outcome }) => ({ way, where, outcome: outcome.kind })),
  };
}

/** Tells those whom a break concerns, from the reports of other steps; it runs none of the service's code. */
export async function runTell(
  inputs: Inputs,
  ports: Ports,
  context: RunContext,
  connect: ConnectGitHub,
): Promise<Outcome<typeof action>> {
  const facts = await gather(inputs, ports, context);
  const open = (repository: string): GitHub => connect({ apiUrl: context.apiUrl, repository, token: inputs.githubToken }, ports);
  const told = await perform(inputs, facts, open);
  const { owners, occasion, repository } = facts;
  const asks = brokenOf(facts.pairs).length > 0;
  return report(facts, told, asks ? await ownerAnnotations(owners, occasion.sha, open(repository)) : owners.annotations);
}
