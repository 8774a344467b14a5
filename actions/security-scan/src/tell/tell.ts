import { gzipSync } from 'node:zlib';
import { collect, failWhen, type Problem } from '@slipway/failure';
import { commentsOn, type ConnectGitHub, type GitHub, keepOne, type UploadOutcome, type WriteOutcome } from '@slipway/github';
import type { Annotation, Outcome, Ports, RunContext } from '@slipway/runner';
import { table } from '@slipway/summary';
import type { action } from '../action.ts';
import type { ModeInputs } from '../inputs.ts';
import { sarifOf } from '../render.ts';
import { commentOf, isWorthAComment, markerOf } from './comment.ts';
import { gatherOccasion, type Occasion } from './occasion.ts';
import { type ReadReport, readReport } from './read-report.ts';

type Inputs = ModeInputs<'tell'>;

const WAYS = ['comment', 'code-scanning'] as const;
const PAUSE_MS = 5000;
const PAUSES = 24;

/** One thing that was told, or why it was not, in one sentence. */
interface Told {
  readonly what: string;
  readonly outcome: 'written' | 'left out' | 'failed';
  readonly why?: string;
}

interface Facts {
  readonly report: ReadReport;
  readonly occasion: Occasion;
  readonly service: string;
}

function inputProblems({ notify }: Inputs): readonly Problem[] {
  const unknown = notify.filter((way) => !WAYS.some((each) => each === way));
  if (unknown.length === 0) return [];
  const message = `Input "notify" has ${unknown.join(', ')}; expected ${WAYS.join(', ')}.`;
  return [{ code: 'INPUT_MALFORMED', message, remedy: 'Correct it.' }];
}

async function gather(inputs: Inputs, ports: Ports, context: RunContext): Promise<Facts> {
  const problems: Problem[] = [...inputProblems(inputs)];
  const report = await collect(problems, () => readReport(inputs.report, ports.files));
  const occasion = await gatherOccasion(ports, context, problems);
  failWhen(problems);
  const found = report?.kind === 'found' ? report.result.service : undefined;
  const service = inputs.service ?? found ?? context.repository ?? '';
  // What kept it from being read was thrown.
  return { report: report as ReadReport, occasion, service };
}

const UPLOAD_WORDS: Readonly<Record<Extract<UploadOutcome, { kind: 'refused' }>['cause'], string>> = {
  'not-permitted':
    'This token may not write to code scanning: grant "security-events: write", which a pull request of a fork or of Dependabot never has.',
  off: 'This repository has no code scanning, which a private one needs GitHub Code Security for.',
  'too-large': 'GitHub took the SARIF file for too large.',
  invalid: 'GitHub took the SARIF file for wrong.',
  unavailable: 'GitHub could not take the SARIF file; run the job again once it is well.',
};

function toldComment(number: number, outcome: WriteOutcome): Told {
  const what = `comment on #${number}`;
  if (outcome.kind === 'written') return { what, outcome: 'written' };
  if (outcome.kind === 'not-permitted')
    return { what, outcome: 'left out', why: `This token may not comment: grant "pull-requests: write". ${outcome.reason}` };
  return { what, outcome: 'failed', why: `${outcome.problem.message} ${outcome.problem.remedy ?? ''}`.trim() };
}

/** Waits until GitHub has read the file: only then does it say what is wrong with it. */
async function processed(github: GitHub, id: string, { clock, cancelled }: Ports): Promise<Told> {
  const what = 'code scanning';
  for (let pause = 0; pause < PAUSES; pause++) {
    const read = await github.readUpload(id);
    if (read.kind === 'unread')
      return { what, outcome: 'failed', why: `Whether GitHub took the SARIF file could not be told: ${read.reason}` };
    const { state, errors } = read.value;
    if (state === 'complete') return { what, outcome: 'written' };
    if (state === 'failed')
      return { what, outcome: 'failed', why: `GitHub read the SARIF file and refused it: ${errors.join(' ')}` };
    await clock.sleep(PAUSE_MS, cancelled);
  }
  return { what, outcome: 'written', why: 'GitHub is still reading the SARIF file.' };
}

async function upload(github: GitHub, { report, occasion: { sha, ref }, service }: Facts, ports: Ports): Promise<Told> {
  const what = 'code scanning';
  // Results that were never looked for would close all that are open.
  if (report.kind === 'stopped')
    return { what, outcome: 'left out', why: 'The scan was not carried out, so its results stay as they were.' };
  const sarif = gzipSync(sarifOf({ service, findings: report.result.findings }).text).toString('base64');
  const outcome = await github.uploadSarif({ sha, ref, sarif });
  if (outcome.kind === 'taken') return processed(github, outcome.id, ports);
  const quiet = outcome.cause === 'not-permitted' || outcome.cause === 'off';
  return { what, outcome: quiet ? 'left out' : 'failed', why: `${UPLOAD_WORDS[outcome.cause]} ${outcome.reason}` };
}

async function perform(
  { notify }: Inputs,
  facts: Facts,
  github: GitHub,
  ports: Ports,
  context: RunContext,
): Promise<readonly Told[]> {
  const { report, occasion, service } = facts;
  if (occasion.readOnly !== undefined) return [{ what: notify.join(', '), outcome: 'left out', why: occasion.readOnly }];
  const told: Told[] = [];
  if (notify.includes('comment') && occasion.pullRequest !== undefined) {
    const body = commentOf(report, service, context.runUrl);
    const posts = commentsOn(github, occasion.pullRequest);
    told.push(toldComment(occasion.pullRequest, await keepOne(posts, markerOf(service), body, isWorthAComment(report))));
  }
  if (notify.includes('code-scanning')) told.push(await upload(github, facts, ports));
  return told;
}

const annotationOf = ({ what, outcome, why }: Told): readonly Annotation[] =>
  why === undefined ? [] : [{ level: outcome === 'failed' ? 'warning' : 'notice', title: `Not told: ${what}`, message: why }];

/**
 * Tells what a scan found, from its report. What cannot be told is said, and changes nothing about the scan's own verdict, which
 * its step has given.
 */
export async function runTell(
  inputs: Inputs,
  ports: Ports,
  context: RunContext,
  connect: ConnectGitHub,
): Promise<Outcome<typeof action>> {
  const facts = await gather(inputs, ports, context);
  const github = connect({ apiUrl: context.apiUrl, repository: context.repository ?? '', token: inputs.githubToken }, ports);
  const told = await perform(inputs, facts, github, ports, context);
  const written = told.filter(({ outcome }) => outcome === 'written').length;
  const { report } = facts;
  return {
    verdict: 'pass',
    headline: `${written} of ${told.length} notices are in place. The scan said: ${report.kind === 'found' ? report.result.headline : report.headline}`,
    outputs: NOTHING,
    annotations: told.flatMap(annotationOf),
    summary:
      told.length === 0
        ? []
        : [
            table(
              ['where', 'outcome', 'why'],
              told.map(({ what, outcome, why = '' }) => [{ code: what }, outcome, why]),
            ),
          ],
    data: told.map(({ what, outcome, why }) => ({ what, outcome, why: why ?? null })),
  };
}

/** The outputs are all of the other mode. */
const NOTHING: Outcome<typeof action>['outputs'] = {
  result: undefined,
  findings: undefined,
  blocking: undefined,
  introduced: undefined,
  suppressed: undefined,
  fixed: undefined,
  counts: undefined,
  packages: undefined,
  advisories: undefined,
  databaseId: undefined,
  databaseAge: undefined,
  files: undefined,
  sarif: undefined,
};
