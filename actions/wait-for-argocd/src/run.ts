import { randomUUID } from 'node:crypto';
import type { ArgoCd } from '@slipway/argocd';
import type { Outcome, Ports, RunContext } from '@slipway/runner';
import { authorization, gitRepository } from '@slipway/write-back';
import type { action } from './action.ts';
import { explain } from './explain.ts';
import { historyOf } from './history.ts';
import { report } from './report.ts';
import { record } from './record.ts';
import { gatherRequest, type Inputs, reach, type Request } from './request.ts';
import { waitFor, type Waited } from './wait.ts';

/** The name git would write under; a wait writes nothing. */
const NOBODY = { name: 'slipway', email: 'slipway@localhost' };

interface Scene {
  readonly request: Request;
  readonly argocd: ArgoCd;
  /** For git's objects. */
  readonly folder: string;
}

async function perform(inputs: Inputs, { request, argocd, folder }: Scene, ports: Ports): Promise<readonly Waited[]> {
  const { exec, files, clock, log, cancelled: signal } = ports;
  const { token, branch, commit, service, file, sync } = inputs;
  const access = { url: request.url, folder, author: NOBODY, ...(token !== undefined && { token }) };
  const nowSeconds = (): number => Math.floor(clock.now() / 1000);
  try {
    const repository = await gitRepository(access, { exec, files, nowSeconds, signal });
    const history = await historyOf(repository, clock, { branch, commit, service, file });
    return await waitFor(request, { argocd, history, clock, log, signal, sync });
  } finally {
    await files.remove(folder);
  }
}

/** Waits until Argo CD has applied a commit and its image runs in good health. */
export async function run(inputs: Inputs, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const request = await gatherRequest(inputs, context);
  if (inputs.token !== undefined) ports.log.mask(authorization(inputs.token.reveal()).replace(/^.* /, ''));
  const { argocd, client } = await reach(inputs, ports);
  const folder = `${context.temp}/wait-for-argocd-${randomUUID()}`;
  const waited = await perform(inputs, { request, argocd, folder }, ports);
  const explained = await explain(waited, argocd, ports.log);
  const release = client && (await record(inputs, request, waited, { client, clock: ports.clock, context }));
  return report({ inputs, request, waited, explained, release });
}
