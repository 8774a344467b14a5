import type { Problem } from '@slipway/failure';

/** What the mode with a project's own command takes, beside what proves the version. */
export const COMMAND = [
  'command',
  'prepare',
  'workingDirectory',
  'reports',
  'timeBudget',
  'minTests',
  'urlVariable',
  'image',
  'passEnv',
] as const;

/** The variables that tell a command which release it looks at. */
export const RELEASE = {
  version: 'RELEASE_VERSION',
  commit: 'RELEASE_COMMIT',
  image: 'RELEASE_IMAGE',
  digest: 'RELEASE_DIGEST',
} as const;

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;
const WITH_DIGEST = /^[^\s@]+@(sha256:[0-9a-f]{64})$/;

/** The digest that an image is named by; undefined when it is named otherwise. */
export function digestOf(image: string): string | undefined {
  return WITH_DIGEST.exec(image)?.[1];
}

interface CommandInputs {
  readonly urlVariable: string;
  readonly image: string | undefined;
  readonly values: Readonly<Record<string, string>> | undefined;
  readonly secretEnv: readonly string[] | undefined;
  readonly passEnv: readonly string[] | undefined;
}

/** What is wrong with the variables that a command is to get. */
export function commandProblems({ urlVariable, image, values, secretEnv, passEnv }: CommandInputs): readonly Problem[] {
  const problems: Problem[] = [];
  if (!VARIABLE.test(urlVariable)) {
    const message = `Input "url-variable" is "${urlVariable}", which is no name of a variable.`;
    problems.push({ code: 'INPUT_MALFORMED', message, remedy: 'Write it like BASE_URL.' });
  }
  if (image !== undefined && digestOf(image) === undefined) {
    const message = `Input "image" is "${image}"; expected an image by its digest.`;
    problems.push({
      code: 'INPUT_MALFORMED',
      message,
      remedy: 'Write it like registry/name@sha256:…, as publish-image tells it.',
    });
  }
  const own = new Set<string>([urlVariable, ...Object.values(RELEASE)]);
  const named = [...Object.keys(values ?? {}), ...(secretEnv ?? []), ...(passEnv ?? [])];
  const twice = new Set(named.filter((name, index) => own.has(name) || (passEnv?.includes(name) && named.indexOf(name) < index)));
  for (const name of twice) {
    const message = `The variable ${name} would be given to the command twice.`;
    problems.push({
      code: 'INPUT_CONTRADICTION',
      message,
      remedy: 'Name it once; the address and the release are given anyway.',
    });
  }
  return problems;
}
