import { randomUUID } from 'node:crypto';
import type { Change } from '@slipway/config-edit';
import { Failure } from '@slipway/failure';
import type { Outcome, Ports, Run, RunContext } from '@slipway/runner';
import { authorization, gitRepository, type Written, writeBack } from '@slipway/write-back';
import type { action } from './action.ts';
import { check } from './check.ts';
import { report } from './report.ts';
import { gatherRequest, type Inputs, type Request } from './request.ts';

const AUTHOR = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };

/** Lines are those of the configuration repository: an annotation on the service's own file of that name would mislead. */
function elsewhere(error: unknown, repository: string): unknown {
  if (!(error instanceof Failure)) return error;
  const problems = error.problems.map((problem) =>
    problem.location === undefined
      ? problem
      : { ...problem, location: { ...problem.location, file: `${repository}/${problem.location.file}` } },
  );
  return new Failure(problems, { cause: error });
}

async function perform({ url, write }: Request, { token }: Inputs, ports: Ports, folder: string): Promise<Written<Change>> {
  const { exec, files, clock, log, cancelled } = ports;
  const access = { url, folder, author: AUTHOR, ...(token !== undefined && { token }) };
  const nowSeconds = (): number => Math.floor(clock.now() / 1000);
  try {
    const repository = await gitRepository(access, { exec, files, nowSeconds, signal: cancelled });
    return await writeBack(write, { repository, clock, log, signal: cancelled });
  } finally {
    await files.remove(folder);
  }
}

async function writeTo(inputs: Inputs, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const request = await gatherRequest(inputs, context);
  if (inputs.token !== undefined) ports.log.mask(authorization(inputs.token.reveal()).replace(/^.* /, ''));
  const folder = `${context.temp}/update-gitops-${randomUUID()}`;
  const written = await perform(request, inputs, ports, folder).catch((error: unknown) => {
    throw elsewhere(error, inputs.repository);
  });
  return report(inputs, request, written);
}

/** Writes to the configuration repository, or looks for what is held in a checkout of it. */
export const run: Run<typeof action> = async (inputs, ports, context) =>
  inputs.mode === 'check' ? check(ports) : writeTo(inputs, ports, context);
