import type { ConnectGitHub } from '@slipway/github';
import { type InputsOf, outputsFor } from '@slipway/metadata';
import { DEFAULT_GATES, type GateVerdict, judgeGate, parseGates } from '@slipway/promotion';
import type { Annotation, Outcome, Ports, Run, RunContext } from '@slipway/runner';
import { type Block, list, table } from '@slipway/summary';
import { action } from './action.ts';
import { readClaims } from './claims.ts';
import { record } from './record.ts';
import { type Subject, subjectOf } from './subject.ts';
import { tellDeployment } from './tell-deployment.ts';

type Inputs = Extract<InputsOf<typeof action>, { readonly mode: 'check' }>;

function headlineOf({ environment, service }: Inputs, { digest }: Subject, verdict: GateVerdict): string {
  const what = `${service} ${digest.slice(0, 19)}`;
  if (verdict.kind === 'closed') {
    const [first] = verdict.problems;
    const more = verdict.problems.length > 1 ? ` (and ${verdict.problems.length - 1} more)` : '';
    return `${what} may not go to ${environment}: ${first?.message ?? ''}${more}`;
  }
  const glass = verdict.broken.length === 0 ? '' : `, although it is frozen: ${verdict.broken.join(', ')}`;
  return `${what} may go to ${environment}${glass}.`;
}

function annotationsOf(inputs: Inputs, verdict: GateVerdict): readonly Annotation[] {
  if (verdict.kind === 'closed')
    return verdict.problems.map(({ code, message, remedy = '', location }): Annotation => {
      const place = location?.line === undefined ? {} : { file: location.file, line: location.line };
      return { level: 'error', title: code, message: `${message}\n${remedy}`.trim(), ...place };
    });
  if (verdict.broken.length === 0) return [];
  const message = `${inputs.environment} is frozen (${verdict.broken.join(', ')}), and the glass was broken: ${inputs.breakGlass ?? ''}`;
  return [{ level: 'warning', title: 'Freeze broken', message }];
}

function summaryOf(verdict: GateVerdict): readonly Block[] {
  const met = verdict.met.map(({ requirement, file, at, by }) => [
    `✅ ${requirement}`,
    at === undefined ? '' : new Date(at).toISOString(),
    by,
    [{ code: file }],
  ]);
  const missing = verdict.kind === 'closed' ? verdict.problems : [];
  return [
    ...(met.length === 0 ? [] : [table(['evidence', 'from', 'vouched for by', 'file'], met)]),
    ...(missing.length === 0 ? [] : [list(missing.map(({ message, remedy = '' }) => [`❌ ${message} ${remedy}`]))]),
  ];
}

/** What is kept of a decision, in the report and on GitHub alike. */
function decisionOf(inputs: Inputs, { digest }: Subject, verdict: GateVerdict, by: string | undefined) {
  const broken = verdict.kind === 'open' ? verdict.broken : [];
  return {
    verdict: verdict.kind,
    environment: inputs.environment,
    digest,
    met: verdict.met.map((each) => ({ ...each })),
    missing: verdict.kind === 'closed' ? verdict.problems.map(({ code, message }) => ({ code, message })) : [],
    ...(broken.length > 0 && { brokenGlass: { reason: inputs.breakGlass, by, freeze: broken } }),
  };
}

async function check(inputs: Inputs, connect: ConnectGitHub, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const { files, clock } = ports;
  const subject = subjectOf(inputs.image);
  const policy = inputs.policy === undefined ? DEFAULT_GATES : parseGates(inputs.policy, await files.readText(inputs.policy));
  const claims = await readClaims(inputs, files);
  const { repository, runId: id } = context;
  const run = { ...(repository !== undefined && { repository }), ...(id !== undefined && { id }) };
  const { environment, breakGlass } = inputs;
  const verdict = judgeGate({ environment, digest: subject.digest, policy, claims, run, breakGlass, now: clock.now() });
  const headline = headlineOf(inputs, subject, verdict);
  const decision = decisionOf(inputs, subject, verdict, context.actor);
  const told = await tellDeployment(inputs, decision, connect, ports, context);
  const broken = verdict.kind === 'open' && verdict.broken.length > 0;
  const codes = verdict.kind === 'closed' ? verdict.problems.map(({ code }) => code) : [];
  return {
    verdict: verdict.kind === 'open' ? 'pass' : 'fail',
    headline,
    outputs: outputsFor(action, {
      gate: verdict.kind,
      missing: codes.join('\n'),
      brokenGlass: broken ? breakGlass : undefined,
      deployment: told.deployment,
    }),
    annotations: [...annotationsOf(inputs, verdict), ...told.remarks],
    summary: summaryOf(verdict),
    data: decision,
  };
}

/** Decides at the gate of an environment, or records what a later gate decides by, through whichever GitHub `connect` opens. */
export function runWith(connect: ConnectGitHub): Run<typeof action> {
  return async (inputs, ports, context) =>
    inputs.mode === 'record' ? record(inputs, ports, context) : check(inputs, connect, ports, context);
}
