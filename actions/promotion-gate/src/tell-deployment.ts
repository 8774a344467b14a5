import {
  type ConnectGitHub,
  type DeploymentMark,
  type DeploymentWord,
  findOwnDeployment,
  GATE_CLOSED,
  type GitHub,
  GRANT_DEPLOYMENTS,
  whyUntold,
} from '@slipway/github';
import type { InputsOf } from '@slipway/metadata';
import type { Annotation, Ports, RunContext } from '@slipway/runner';
import type { action } from './action.ts';

type Inputs = Extract<InputsOf<typeof action>, { readonly mode: 'check' }>;

/** What a gate found, as far as it is told on GitHub. */
export interface Decision {
  readonly verdict: 'open' | 'closed';
  readonly environment: string;
  readonly digest: string;
  readonly met: readonly { readonly requirement: string }[];
  readonly missing: readonly { readonly code: string; readonly message: string }[];
  readonly brokenGlass?: { readonly reason: string | undefined; readonly by: string | undefined };
}

/** Where it was told, and what kept it from being told. */
export interface Told {
  readonly deployment?: string;
  readonly remarks: readonly Annotation[];
}

type Place = { readonly kind: 'there'; readonly id: number } | { readonly kind: 'nowhere'; readonly why: string };

function wordOf({ verdict, met, missing, brokenGlass }: Decision, logUrl: string | undefined): DeploymentWord {
  const log = logUrl === undefined ? {} : { logUrl };
  if (verdict === 'closed') return { state: 'failure', description: `${GATE_CLOSED} ${missing[0]?.message ?? ''}`, ...log };
  const glass = brokenGlass === undefined ? '' : `Freeze broken by ${brokenGlass.by ?? 'unknown'}: ${brokenGlass.reason ?? ''}. `;
  const proved = met.length === 0 ? 'it asks for nothing' : met.map(({ requirement }) => requirement).join(', ');
  return { state: 'in_progress', description: `${glass}Gate open: ${proved}`, ...log };
}

async function make(github: GitHub, inputs: Inputs, decision: Decision, mark: DeploymentMark, sha: string): Promise<Place> {
  const made = await github.createDeployment({
    sha,
    environment: inputs.environment,
    description: `${inputs.service} ${decision.digest}`,
    payload: { ...mark, image: inputs.image, digest: decision.digest, gate: decision },
    transient: false,
  });
  return made.kind === 'made' ? { kind: 'there', id: made.id } : { kind: 'nowhere', why: whyUntold(made) };
}

async function placeOf(github: GitHub, inputs: Inputs, decision: Decision, mark: DeploymentMark, sha: string): Promise<Place> {
  const found = await findOwnDeployment(github, inputs.environment, sha, mark);
  if (found.kind === 'unread') return { kind: 'nowhere', why: `${found.reason} ${GRANT_DEPLOYMENTS}` };
  const own = found.value;
  if (own.kind === 'ambiguous') return { kind: 'nowhere', why: `${own.ids.length} deployments of this run are open.` };
  return own.kind === 'none' ? make(github, inputs, decision, mark, sha) : { kind: 'there', id: own.id };
}

/**
 * Tells the run's deployment on GitHub what the gate found.
 *
 * A deployment that is made here carries the whole decision as its payload; deploy-k8s of the same run finds it and goes on with
 * it. One that GitHub made for the job takes no payload, and gets the decision in a line with the run's address. That it could not
 * be told changes nothing about the decision.
 */
export async function tellDeployment(
  inputs: Inputs,
  decision: Decision,
  connect: ConnectGitHub,
  ports: Ports,
  context: RunContext,
): Promise<Told> {
  const { githubToken: token, service } = inputs;
  if (token === undefined) return { remarks: [] };
  const { repository, sha, apiUrl, runUrl, runAttempt: attempt = '1' } = context;
  const untold = (why: string): Told => ({
    remarks: [
      {
        level: 'warning',
        title: 'Not told on GitHub',
        message: `No deployment says what the gate found: ${why} The decision stands.`,
      },
    ],
  });
  if (repository === undefined || sha === undefined) return untold('this is no run of a workflow.');
  const github = connect({ apiUrl, repository, token }, ports);
  const place = await placeOf(github, inputs, decision, { run: runUrl ?? '', attempt, service }, sha);
  if (place.kind === 'nowhere') return untold(place.why);
  const said = await github.sayOfDeployment(place.id, wordOf(decision, runUrl));
  return said.kind === 'written' ? { deployment: String(place.id), remarks: [] } : untold(whyUntold(said));
}
