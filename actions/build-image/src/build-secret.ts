import { Failure, type Problem } from '@slipway/failure';
import type { Ports, RunContext } from '@slipway/runner';

/** A secret for the build, and the way the engine gets it. */
export interface BuildSecret {
  readonly id: string;
  readonly value: string;
  readonly from: { readonly variable: string } | { readonly file: string };
}

function problem(code: string, message: string, remedy: string): Failure {
  return new Failure({ code, message, remedy });
}

async function readSecret(line: string, index: number, ports: Ports, context: RunContext): Promise<BuildSecret> {
  const [, id, source, place = ''] = /^([A-Za-z0-9][A-Za-z0-9._-]*)=(env|file):(.+)$/.exec(line) ?? [];
  if (id === undefined) {
    // The line is not shown: whoever wrote id=value here wrote a secret.
    const message = `Line ${index + 1} of "secrets" is not of the form id=env:NAME or id=file:PATH.`;
    throw problem(
      'SECRET_MALFORMED',
      message,
      'Put the value into a variable of the step and name it, such as npm=env:NPM_TOKEN.',
    );
  }
  if (source === 'file') {
    if (!(await ports.files.exists(place)))
      throw problem(
        'SECRET_NOT_FOUND',
        `The secret "${id}" names the file ${place}, which is not there.`,
        'Write it in an earlier step.',
      );
    return { id, value: await ports.files.readText(place), from: { file: ports.files.resolve(place) } };
  }
  const value = context.environment(place);
  if (value === undefined)
    throw problem(
      'SECRET_NOT_FOUND',
      `The secret "${id}" names the variable ${place}, which is not set.`,
      'Set it under "env:" of the step.',
    );
  return { id, value, from: { variable: `SLIPWAY_SECRET_${index}` } };
}

/** Reads and masks the build's secrets; gives every problem there is with them. */
export async function readSecrets(
  lines: readonly string[],
  ports: Ports,
  context: RunContext,
): Promise<{ readonly secrets: readonly BuildSecret[]; readonly problems: readonly Problem[] }> {
  const read = await Promise.allSettled(lines.map((line, index) => readSecret(line, index, ports, context)));
  const secrets = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const reasons = read.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  const defect = reasons.find((reason) => !(reason instanceof Failure));
  if (defect !== undefined) throw defect;
  for (const { value } of secrets) ports.log.mask(value);
  const twice = secrets.filter(({ id }, index) => secrets.findIndex((other) => other.id === id) !== index);
  return {
    secrets,
    problems: [
      ...reasons.flatMap((reason) => (reason as Failure).problems),
      ...twice.map(({ id }) => ({
        code: 'SECRET_TWICE',
        message: `The secret "${id}" is given twice.`,
        remedy: 'Keep one of them.',
      })),
    ],
  };
}
