import { randomUUID } from 'node:crypto';
import type { ArgoCd } from '@slipway/argocd';
import type { Outcome, Ports, RunContext } from '@slipway/runner';
import { withRepository } from '@slipway/write-back';
import type { action } from './action.ts';
import { explain } from './explain.ts';
import { historyOf } from './history.ts';
import { report } from './report.ts';
import { record } from './record.ts';
import { gatherRequest, type Inputs, reach, type Request } from './request.ts';
import { waitFor, type Waited } from './wait.ts';

interface Scene {
  readonly request: Request;
  readonly argocd: ArgoCd;
  /** For git's objects. */
  readonly folder: string;
}

function perform(inputs: Inputs, { request, argocd, folder }: Scene, ports: Ports): Promise<readonly Waited[]> {
  const { clock, log, cancelled: signal } = ports;
  const { token, branch, commit, service, file, sync } = inputs;
  return withRepository({ url: request.url, folder, token }, ports, async (repository) => {
    const history = await historyOf(repository, clock, { branch, commit, service, file });
    return waitFor(request, { argocd, history, clock, log, signal, sync });
  });
}

/** Waits until Argo CD has applied a commit and its image runs in good health. */
export async function run(inputs: Inputs, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const request = await gatherRequest(inputs, context);
  const { argocd, client } = await reach(inputs, ports);
  const folder = `${context.temp}/wait-for-argocd-${randomUUID()}`;
  const waited = await perform(inputs, { request, argocd, folder }, ports);
  const explained = await explain(waited, argocd, ports.log);
  const release = client && (await record(inputs, request, waited, { client, clock: ports.clock, context }));
  return report({ inputs, request, waited, explained, release });
}
