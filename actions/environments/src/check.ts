import {
  type Environments,
  parseEnvironments,
  type PersonalData,
  personalData,
  productionTraces,
  type Trace,
} from '@slipway/environments';
import { Failure, failWhen, type Problem } from '@slipway/failure';
import { objectName } from '@slipway/kubernetes';
import { outputsFor } from '@slipway/metadata';
import type { Annotation, Outcome, Ports } from '@slipway/runner';
import { table } from '@slipway/summary';
import { action } from './action.ts';
import { environmentOf, objectsOf } from './environment-objects.ts';
import type { ModeInputs } from './inputs.ts';

type Inputs = ModeInputs<'check'>;

/** Something that has no business in the environment, and where it stands. */
interface Finding {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly file: string;
  readonly line: number;
}

const REMEDIES: Readonly<Record<Trace['code'], string>> = {
  PRODUCTION_ENDPOINT: 'Name the counterpart that belongs to this environment.',
  PRODUCTION_SECRET: 'Use a secret that was made for this environment.',
  PRODUCTION_SECRET_VALUE: 'Make a secret of its own for this environment, and change the one that was shared.',
  LIVE_KEY: "Use the payment service's key for tests, and take the live one back.",
};

function findingOf(trace: Trace): Finding {
  const { manifest, path, code, what } = trace;
  const { file, line = 1 } = manifest.locate(path);
  const message = `${objectName(manifest.object)} ${what} (${path.join('.')}).`;
  return { code, message, remedy: REMEDIES[code], file, line };
}

async function dataFindings(data: Environments['test-data'], { files }: Ports): Promise<readonly Finding[]> {
  if (data === undefined) return [];
  const named = await Promise.all(data.files.map((pattern) => files.glob(pattern)));
  const empty = data.files.filter((_, index) => named[index]?.length === 0);
  failWhen(
    empty.map((pattern): Problem => {
      const message = `No file matches ${pattern}, so no test data was looked at.`;
      return { code: 'TEST_DATA_NONE', message, remedy: 'Correct the pattern in "test-data", or leave it out.' };
    }),
  );
  const texts = await Promise.all([...new Set(named.flat())].map(async (file) => ({ file, text: await files.readText(file) })));
  const finding = (file: string, { kind, line, hint }: PersonalData): Finding => {
    const message = `${file} holds a ${kind} that may be a real person's (${hint}).`;
    const remedy =
      'Make it up: a published test number, or an address at example.com; list other made-up domains in "email-domains".';
    return { code: 'PERSONAL_DATA', message, remedy, file, line };
  };
  return texts.flatMap(({ file, text }) => personalData(text, data['email-domains']).map((found) => finding(file, found)));
}

async function gather({ file, environment, service }: Inputs, ports: Ports): Promise<readonly Finding[]> {
  const described = parseEnvironments(file, await ports.files.readText(file));
  const { value } = described;
  const problems: Problem[] = [];
  const own = environmentOf(described, environment, problems);
  const production =
    value.environments['production'] === undefined ? undefined : environmentOf(described, 'production', problems);
  failWhen(problems);
  if (own === undefined) throw new Error('no problem, and nothing read');
  if (environment === 'production' || (production === undefined && value['production-only'] === undefined)) {
    const message = `Nothing says what belongs to production and not to ${environment}.`;
    const remedy = 'Describe the environment production, or list hosts and secrets in "production-only".';
    throw new Failure({ code: 'PRODUCTION_UNKNOWN', message, remedy, location: described.locate([]) });
  }
  const { manifests } = await objectsOf(environment, own, service, ports);
  const original = production === undefined ? [] : (await objectsOf('production', production, service, ports)).manifests;
  const traces = productionTraces(manifests, original, value['production-only'] ?? {});
  return [...traces.map(findingOf), ...(await dataFindings(value['test-data'], ports))];
}

/** Refuses what belongs to production, or to a person, in an environment that is neither's. */
export async function check(inputs: Inputs, ports: Ports): Promise<Outcome<typeof action>> {
  const findings = await gather(inputs, ports);
  const [first] = findings;
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
  return {
    verdict: first === undefined ? 'pass' : 'fail',
    headline:
      first === undefined
        ? `${inputs.environment} holds nothing of production's, and nobody's data.`
        : `${inputs.environment} holds what it must not: ${first.message}${more}`,
    outputs: outputsFor(action, { traces: String(findings.length) }),
    annotations: findings.map(
      ({ code, message, remedy, file, line }): Annotation => ({
        level: 'error',
        title: code,
        message: `${message}\n${remedy}`,
        file,
        line,
      }),
    ),
    summary:
      first === undefined
        ? []
        : [
            table(
              ['where', 'what'],
              findings.map(({ file, line, message }) => [{ code: `${file}:${line}` }, message]),
            ),
          ],
    data: { environment: inputs.environment, findings: findings.map((each) => ({ ...each })) },
  };
}
