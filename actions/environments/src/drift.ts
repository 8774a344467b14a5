import { type Allowance, type Difference, differences, type Drift, judgeDrift, parseEnvironments } from '@slipway/environments';
import { Failure, failWhen, type Problem } from '@slipway/failure';
import { outputsFor } from '@slipway/metadata';
import type { Annotation, Outcome, Ports } from '@slipway/runner';
import { type Block, details, list, paragraph, table } from '@slipway/summary';
import { action } from './action.ts';
import { environmentOf, objectsOf } from './environment-objects.ts';
import type { ModeInputs } from './inputs.ts';
import type { Snapshot } from './snapshot-file.ts';

type Inputs = ModeInputs<'drift'>;

/** What is compared, and what may differ. */
interface Facts {
  readonly mirrors: string;
  readonly allowances: readonly Allowance[];
  readonly drift: Drift;
  readonly versions: readonly (readonly [service: string, here: string, there: string])[];
}

function versionOf(snapshot: Snapshot, service: string): string {
  const found = snapshot.services.find((each) => each.service === service);
  if (found === undefined) return 'does not run';
  const { release, image, commit } = found;
  return `release ${release}, ${commit?.slice(0, 12) ?? image.split('@')[1]?.slice(0, 19) ?? image}`;
}

/** Which release of each service runs in both, where both were written down. */
function versionsOf(here: Snapshot | undefined, there: Snapshot | undefined): Facts['versions'] {
  if (here === undefined || there === undefined) return [];
  const services = new Set([...here.services, ...there.services].map(({ service }) => service));
  return [...services].sort().map((service) => [service, versionOf(here, service), versionOf(there, service)]);
}

async function gather({ file, environment, service }: Inputs, ports: Ports): Promise<Facts> {
  const described = parseEnvironments(file, await ports.files.readText(file));
  const problems: Problem[] = [];
  const mirror = environmentOf(described, environment, problems);
  const mirrors = described.value.environments[environment]?.mirrors;
  if (mirror !== undefined && mirrors === undefined) {
    const message = `${environment} is no mirror of another environment.`;
    const location = described.locate(['environments', environment]);
    problems.push({ code: 'NO_MIRROR', message, remedy: 'Say which one it "mirrors", such as production.', location });
  }
  const original = mirrors === undefined ? undefined : environmentOf(described, mirrors, problems);
  failWhen(problems);
  if (mirror === undefined || mirrors === undefined || original === undefined) throw new Error('no problem, and nothing read');
  const here = await objectsOf(environment, mirror, service, ports);
  const there = await objectsOf(mirrors, original, service, ports);
  if ((here.snapshot === undefined) !== (there.snapshot === undefined)) {
    const message = `${environment} and ${mirrors} cannot be compared: one was written down as it runs, the other as it is to be.`;
    throw new Failure({ code: 'ENVIRONMENTS_INCOMPARABLE', message, remedy: 'Give both a "snapshot", or neither.' });
  }
  const allowances = mirror['may-differ'] ?? [];
  const drift = judgeDrift(differences(here.manifests, there.manifests), allowances);
  return { mirrors, allowances, drift, versions: versionsOf(here.snapshot, there.snapshot) };
}

function sentence({ object, field, here, there }: Difference, { environment }: Inputs, mirrors: string): string {
  if (field === '') return `${object} is only in ${here === undefined ? mirrors : environment}.`;
  return `${object}: ${field} is ${here ?? 'not set'} in ${environment} and ${there ?? 'not set'} in ${mirrors}.`;
}

function annotationsOf(inputs: Inputs, { drift, mirrors, allowances }: Facts): readonly Annotation[] {
  const level = inputs.onDrift === 'fail' ? 'error' : 'warning';
  const found = drift.unexpected.map((each): Annotation => {
    const { file, line } = each.place?.manifest.locate(each.place.path) ?? {};
    const at = file === undefined || line === undefined ? {} : { file, line };
    return { level, title: 'Drift', message: sentence(each, inputs, mirrors), ...at };
  });
  const unused = drift.unused.map((index): Annotation => {
    const { objects = '*/*', fields = '**', why } = allowances[index] as Allowance;
    return {
      level: 'notice',
      title: 'Needless allowance',
      message: `Nothing differs in ${fields} of ${objects} (${why}) any more.`,
    };
  });
  return [...found, ...unused];
}

const shown = (value: string | undefined) => (value === undefined ? '–' : { code: value });

function summaryOf({ environment }: Inputs, { drift, mirrors, versions }: Facts): readonly Block[] {
  const rows = (found: readonly Difference[]) =>
    found.map(({ object, field, here, there }) =>
      field === ''
        ? [object, 'the whole object', here === undefined ? '–' : 'there', there === undefined ? '–' : 'there']
        : [object, { code: field }, shown(here), shown(there)],
    );
  const head = ['object', 'field', environment, mirrors];
  const allowed = drift.allowed.map(({ object, field, why }) => [{ code: `${object} ${field}`.trim() }, `: ${why}`]);
  return [
    ...(versions.length === 0 ? [] : [table(['service', environment, mirrors], versions)]),
    drift.unexpected.length === 0
      ? paragraph([`Nothing differs that may not: ${environment} is a mirror of ${mirrors}.`])
      : table(head, rows(drift.unexpected)),
    ...(allowed.length === 0 ? [] : [details(`What may differ, and why (${allowed.length})`, [list(allowed)])]),
  ];
}

/** Tells in what an environment is not as the one that it mirrors. */
export async function drift(inputs: Inputs, ports: Ports): Promise<Outcome<typeof action>> {
  const facts = await gather(inputs, ports);
  const { unexpected, allowed } = facts.drift;
  const counted = (number: number): string => (number === 1 ? '1 difference' : `${number} differences`);
  const headline =
    unexpected.length === 0
      ? `${inputs.environment} is as ${facts.mirrors}, but for ${counted(allowed.length)} that may be.`
      : `${inputs.environment} has drifted from ${facts.mirrors}: ${counted(unexpected.length)} that nobody allowed.`;
  return {
    verdict: unexpected.length > 0 && inputs.onDrift === 'fail' ? 'fail' : 'pass',
    headline,
    outputs: outputsFor(action, { differences: String(unexpected.length) }),
    annotations: annotationsOf(inputs, facts),
    summary: summaryOf(inputs, facts),
    data: {
      environment: inputs.environment,
      mirrors: facts.mirrors,
      versions: facts.versions.map(([service, here, there]) => ({ service, here, there })),
      unexpected: unexpected.map(({ object, field, here = null, there = null }) => ({ object, field, here, there })),
      allowed: allowed.map(({ object, field, why }) => ({ object, field, why })),
    },
  };
}
