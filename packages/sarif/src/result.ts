import { fitText } from './limits.ts';
import type { Finding } from '@slipway/findings';
import type { Judged } from '@slipway/policy';

interface PhysicalLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region: { readonly startLine: number };
  };
  readonly message?: { readonly text: string };
}

/** A result of SARIF 2.1.0, as far as it is written here. */
export interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: 'error' | 'warning' | 'note';
  readonly message: { readonly text: string };
  readonly locations: readonly PhysicalLocation[];
  readonly relatedLocations?: readonly (PhysicalLocation & { readonly id: number })[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, string | readonly string[]>>;
}

/** A path as the reference of a URI, from the root of the repository; whatever stands in it, it names no scheme and no host. */
function uriOf(path: string): string {
  const steps = path.split('/').filter((step) => step !== '' && step !== '.');
  const uri = steps.map((step) => encodeURIComponent(step)).join('/');
  return uri === '' ? 'unknown' : uri;
}

function placeOf({ file, line }: Finding['location'], text?: string): PhysicalLocation {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' },
      region: { startLine: Math.max(1, line ?? 1) },
    },
    ...(text !== undefined && { message: { text } }),
  };
}

function levelOf({ effect, finding }: Judged): Result['level'] {
  if (effect === 'block') return 'error';
  return finding.rating.level === 'low' ? 'note' : 'warning';
}

function messageOf({ finding, cause }: Judged): string {
  const { package: of, fixes, title, id } = finding;
  const what = of === undefined ? '' : `${of.name}@${of.version}: `;
  const fix = of === undefined ? '' : fixes[0] === undefined ? ' There is no fixed version yet.' : ` Fixed in ${fixes[0]}.`;
  const said = `${what}${fitText(title, id)}`;
  // Square brackets would be read as links to other places of the file.
  return `${said}${/[.!?]$/.test(said) ? '' : '.'}${fix} Cause: ${cause}.`.replace(/[[\]]/g, (bracket) => `\\${bracket}`);
}

/**
 * One finding as a result.
 *
 * @param nth which of those with the same fingerprint it is, from 1: GitHub would take two of the same for one
 */
export function resultOf(judged: Judged, ruleIndex: number, nth: number): Result {
  const { finding, cause, by } = judged;
  const { manifest, package: of } = finding;
  return {
    ruleId: finding.id,
    ruleIndex,
    level: levelOf(judged),
    message: { text: messageOf(judged) },
    locations: [placeOf(finding.location)],
    ...(manifest !== undefined && {
      relatedLocations: [{ id: 1, ...placeOf(manifest, 'The direct dependency that brings it.') }],
    }),
    // The one name of a fingerprint that GitHub looks at.
    partialFingerprints: { primaryLocationLineHash: `${finding.fingerprint}:${nth}` },
    properties: {
      cause,
      rule: by,
      engines: [...new Set(finding.sightings.map(({ engine }) => engine))],
      ...(of?.purl !== undefined && { purl: of.purl }),
    },
  };
}
