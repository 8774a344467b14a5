import { type Advisory, matchPackages, parseAdvisory } from '@slipway/advisories';
import { collect, failWhen, type Problem } from '@slipway/failure';
import { type Finding, findingsOf, type Gate, gate, SEVERITIES } from '@slipway/findings';
import { type Package, readPackages as readLockfile } from '@slipway/inventory';
import type { InputsOf } from '@slipway/metadata';
import type { Annotation, Outcome, Ports } from '@slipway/runner';
import { type Block, table } from '@slipway/summary';
import type { action } from './action.ts';

type Inputs = InputsOf<typeof action>;

interface Facts {
  readonly packages: readonly Package[];
  readonly advisories: readonly Advisory[];
}

async function readPackages(inputs: Inputs, { files }: Ports, problems: Problem[]): Promise<readonly Package[]> {
  const found = await Promise.all(inputs.lockfiles.map((pattern) => files.glob(pattern)));
  const empty = inputs.lockfiles.filter((_, index) => found[index]?.length === 0);
  const paths = [...new Set(found.flat())].sort();
  const read = await Promise.all(
    paths.map((path) => collect(problems, async () => readLockfile(path, await files.readBytes(path)).packages)),
  );
  const packages = read.flatMap((each) => each ?? []).filter(({ dev }) => inputs.includeDev || !dev);
  const nothing = packages.length === 0 && problems.length === 0;
  if ((empty.length > 0 || nothing) && !inputs.allowNothing) {
    const why = empty.length > 0 ? `no file matches "lockfiles" (${empty.join(', ')})` : `${paths.join(', ')} resolves none`;
    const remedy = 'Correct "lockfiles", or set "allow-nothing: true" for a service without dependencies.';
    problems.push({ code: 'NOTHING_TO_SCAN', message: `There is no package to judge: ${why}.`, remedy });
  }
  return packages;
}

async function databaseProblem(folder: string, { files }: Ports): Promise<Problem> {
  const there = await files.exists(folder);
  const message = there ? `The database ${folder} holds no advisory.` : `There is no database ${folder}.`;
  const remedy = there
    ? 'Unpack the OSV export of the ecosystem there; an empty database would call everything clean.'
    : 'Correct "database", or unpack the OSV export there in an earlier step.';
  return { code: there ? 'DATABASE_EMPTY' : 'DATABASE_MISSING', message, remedy };
}

async function readDatabase(folder: string, ports: Ports, problems: Problem[]): Promise<readonly Advisory[]> {
  const { files } = ports;
  const paths = (await Promise.all([files.glob(`${folder}/*.json`), files.glob(`${folder}/npm/*.json`)])).flat();
  const read = await Promise.all(
    paths.map((path) => collect(problems, async () => parseAdvisory(path, await files.readText(path)))),
  );
  if (paths.length === 0) problems.push(await databaseProblem(folder, ports));
  return read.filter((advisory) => advisory !== undefined);
}

async function gather(inputs: Inputs, ports: Ports): Promise<Facts> {
  const problems: Problem[] = [];
  const packages = await readPackages(inputs, ports, problems);
  const advisories = await readDatabase(inputs.database, ports, problems);
  failWhen(problems);
  return { packages, advisories };
}

function upgrade({ package: of, fix }: Finding): string {
  if (fix === undefined) return 'There is no fixed version yet.';
  return of.direct
    ? `Upgrade ${of.name} to ${fix}.`
    : `Have ${of.name} resolve to ${fix} or later (it comes in through another package).`;
}

function annotationOf(finding: Finding, blocking: boolean): Annotation {
  const { package: of, advisory, severity } = finding;
  return {
    level: blocking ? 'error' : 'warning',
    title: `${severity}: ${of.name}@${of.version} (${advisory.id})`,
    message: `${advisory.summary} ${upgrade(finding)}`.trim(),
    ...of.location,
  };
}

function unjudgedAnnotation({ name, version, location }: Package): Annotation {
  const message = `An advisory names ${name}, and "${version}" cannot be compared with its versions. Resolve a released version.`;
  return { level: 'error', title: `Could not tell: ${name}@${version}`, message, ...location };
}

function headline({ packages, advisories }: Facts, findings: Gate, unknown: readonly Package[], failOn: string): string {
  const judged = `${packages.length} packages against ${advisories.length} advisories`;
  const { blocking, tolerated } = findings;
  if (packages.length === 0) return 'There was no package to judge; allowed by "allow-nothing".';
  if (blocking.length > 0) return `${blocking.length} vulnerabilities of severity ${failOn} or higher (judged ${judged}).`;
  if (unknown.length > 0) {
    const names = unknown.map(({ name, version }) => `${name}@${version}`).join(', ');
    return `Could not tell whether ${names} is vulnerable: such a version cannot be compared (judged ${judged}).`;
  }
  return tolerated.length > 0
    ? `${tolerated.length} vulnerabilities, all below ${failOn} (judged ${judged}).`
    : `No known vulnerability (judged ${judged}).`;
}

function summary({ blocking, tolerated }: Gate): readonly Block[] {
  const all = [...blocking, ...tolerated];
  if (all.length === 0) return [];
  const counts = [...SEVERITIES.toReversed(), 'unknown' as const].map((severity) =>
    String(all.filter((finding) => finding.severity === severity).length),
  );
  const rows = all.map((finding) => [
    finding.severity,
    { code: `${finding.package.name}@${finding.package.version}` },
    finding.advisory.id,
    finding.advisory.summary,
    finding.fix ?? 'none yet',
    { code: [finding.package.location.file, finding.package.location.line].filter((part) => part !== undefined).join(':') },
  ]);
  return [
    table(['critical', 'high', 'moderate', 'low', 'unknown'], [counts]),
    table(['severity', 'package', 'advisory', 'what', 'fixed in', 'where'], rows),
  ];
}

/** Judges what the lockfiles resolve against the database. */
export async function run(inputs: Inputs, ports: Ports): Promise<Outcome<typeof action>> {
  const facts = await gather(inputs, ports);
  const { matches, unjudged: unknown } = matchPackages(facts.packages, facts.advisories);
  const findings = findingsOf(matches);
  const judged = gate(findings, inputs.failOn);
  return {
    verdict: judged.blocking.length > 0 ? 'fail' : unknown.length > 0 ? 'inconclusive' : 'pass',
    headline: headline(facts, judged, unknown, inputs.failOn),
    outputs: {
      result: facts.packages.length === 0 ? 'nothing' : findings.length === 0 ? 'clean' : 'findings',
      findings: String(findings.length),
      blocking: String(judged.blocking.length),
      packages: String(facts.packages.length),
      advisories: String(facts.advisories.length),
    },
    annotations: [
      ...judged.blocking.map((finding) => annotationOf(finding, true)),
      ...unknown.map(unjudgedAnnotation),
      ...judged.tolerated.map((finding) => annotationOf(finding, false)),
    ],
    summary: summary(judged),
    data: findings.map(({ package: of, advisory, severity, fix }) => ({
      package: of.name,
      version: of.version,
      advisory: advisory.id,
      severity,
      fix: fix ?? null,
      file: of.location.file,
      line: of.location.line ?? null,
    })),
  };
}
