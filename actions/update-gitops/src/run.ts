import { Failure } from '@slipway/failure';
import type { ConnectGitHub } from '@slipway/github';
import type { Outcome, Run } from '@slipway/runner';
import type { action } from './action.ts';
import { audit } from './audit.ts';
import { type BatchInputs, gatherBatch } from './batch.ts';
import { check } from './check.ts';
import { type Delivered, type Delivery, deliver, type World } from './deliver.ts';
import { report } from './report.ts';
import { reportBatch } from './report-batch.ts';
import { gatherRequest, type Inputs } from './request.ts';

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

async function perform<C>(delivery: Delivery<C>, inputs: Inputs | BatchInputs, world: World): Promise<Delivered<C>> {
  return deliver(delivery, inputs, world).catch((error: unknown) => {
    throw elsewhere(error, inputs.repository);
  });
}

async function writeTo(inputs: Inputs, world: World): Promise<Outcome<typeof action>> {
  const request = await gatherRequest(inputs, world.context);
  return report(inputs, request, await perform(request, inputs, world));
}

async function writeBatch(inputs: BatchInputs, world: World): Promise<Outcome<typeof action>> {
  const { files } = world.ports;
  const delivery = await gatherBatch(inputs, world.context, (path) => files.readText(path));
  return reportBatch(inputs, await perform(delivery, inputs, world));
}

/** Writes to the configuration repository, or looks at a checkout of it; through whichever GitHub `connect` opens. */
export function runWith(connect: ConnectGitHub): Run<typeof action> {
  return async (inputs, ports, context) => {
    if (inputs.mode === 'check') return check(ports);
    if (inputs.mode === 'audit') return audit(inputs, ports);
    const world = { ports, context, connect };
    return inputs.mode === 'batch' ? writeBatch(inputs, world) : writeTo(inputs, world);
  };
}
