import type { Advisory } from './advisory.ts';
import type { Package } from './package.ts';
import { fixFor, isAffected } from './range.ts';
import { SEVERITIES, type Severity, severityOf } from './severity.ts';

/** One vulnerability in one package. */
export interface Finding {
  readonly package: Package;
  readonly advisory: Advisory;
  readonly severity: Severity;
  /** The lowest version without it; undefined when there is no fix. */
  readonly fix?: string;
}

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity as (typeof SEVERITIES)[number]);

/** Advisories under the names they affect. A withdrawn advisory affects nothing. */
function byName(advisories: readonly Advisory[]): ReadonlyMap<string, readonly Advisory[]> {
  const index = new Map<string, Advisory[]>();
  for (const advisory of advisories.filter(({ withdrawn }) => !withdrawn)) {
    for (const key of new Set(advisory.affected.map(({ ecosystem, name }) => `${ecosystem}/${name}`))) {
      index.set(key, [...(index.get(key) ?? []), advisory]);
    }
  }
  return index;
}

function findingOf(of: Package, advisory: Advisory): Finding | undefined {
  const entries = advisory.affected.filter(({ ecosystem, name }) => ecosystem === of.ecosystem && name === of.name);
  const hit = entries.find((affected) => isAffected(affected, of.version) === true);
  if (hit === undefined) return undefined;
  const fix = entries.map((affected) => fixFor(affected, of.version)).find((each) => each !== undefined);
  return { package: of, advisory, severity: severityOf(advisory), ...(fix !== undefined && { fix }) };
}

/** Every vulnerability of the packages, worst first. */
export function findVulnerabilities(packages: readonly Package[], advisories: readonly Advisory[]): readonly Finding[] {
  const index = byName(advisories);
  const findings = packages.flatMap((of) =>
    (index.get(`${of.ecosystem}/${of.name}`) ?? []).map((advisory) => findingOf(of, advisory)),
  );
  return findings
    .filter((finding) => finding !== undefined)
    .sort(
      (a, b) =>
        rank(b.severity) - rank(a.severity) ||
        a.package.name.localeCompare(b.package.name) ||
        a.advisory.id.localeCompare(b.advisory.id),
    );
}

/** The packages that some advisory may affect and whose version cannot be compared with it. */
export function unjudged(packages: readonly Package[], advisories: readonly Advisory[]): readonly Package[] {
  const index = byName(advisories);
  return packages.filter((of) =>
    (index.get(`${of.ecosystem}/${of.name}`) ?? [])
      .flatMap(({ affected }) => affected.filter(({ ecosystem, name }) => ecosystem === of.ecosystem && name === of.name))
      .some((affected) => isAffected(affected, of.version) === undefined),
  );
}

/** What the gate says of the findings. */
export interface Gate {
  readonly blocking: readonly Finding[];
  readonly tolerated: readonly Finding[];
}

/** Splits the findings: at or over the severity they block; an unknown severity blocks, for it may be any. */
export function gate(findings: readonly Finding[], failOn: (typeof SEVERITIES)[number]): Gate {
  const blocks = ({ severity }: Finding): boolean => severity === 'unknown' || rank(severity) >= rank(failOn);
  return { blocking: findings.filter(blocks), tolerated: findings.filter((finding) => !blocks(finding)) };
}
