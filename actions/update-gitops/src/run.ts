import { Failure } from '@slipway/failure';
import type { ConnectGitHub } from '@slipway/github';
import type { Outcome, Run } from '@slipway/runner';
import type { action } from './action.ts';
import { check } from './check.ts';
import { deliver, type World } from './deliver.ts';
import { report } from './report.ts';
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

async function writeTo(inputs: Inputs, world: World): Promise<Outcome<typeof action>> {
  const request = await gatherRequest(inputs, world.context);
  const delivered = await deliver(request, inputs, world).catch((error: unknown) => {
    throw elsewhere(error, inputs.repository);
  });
  return report(inputs, request, delivered);
}

/** Writes to the configuration repository, or looks for what is held in a checkout of it; through whichever GitHub `connect` opens. */
export function runWith(connect: ConnectGitHub): Run<typeof action> {
  return async (inputs, ports, context) =>
    inputs.mode === 'check' ? check(ports) : writeTo(inputs, { ports, context, connect });
}
