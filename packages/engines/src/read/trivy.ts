import { type Finding, findingOf, isMalware, type Rating, ratingOfVector, ratingOfWord } from '@slipway/findings';
import { badOutput, Fields, parseReport } from './fields.ts';
import { firstLine, packageOf, pathWithin, type ReportContext } from './place.ts';

const ENGINE = 'trivy';
const VECTORS = ['V2Vector', 'V3Vector', 'V40Vector'];

function ratingsOf(found: Fields): readonly Rating[] {
  const scores = found.maybeObject('CVSS');
  const vectors = Object.keys(scores?.members ?? {}).flatMap((source) => {
    const own = scores?.object(source);
    return VECTORS.flatMap((name) => own?.maybeText(name) ?? []);
  });
  return [...vectors.map(ratingOfVector), ratingOfWord(found.text('Severity'), 'word of trivy')];
}

const linesOf = (found: Fields) => {
  const line = found.maybeNumber('StartLine');
  return line === undefined || line < 1 ? {} : { line };
};

function vulnerabilityIn(found: Fields, target: string, type: string): Finding {
  const id = found.text('VulnerabilityID');
  const aliases = found.maybeTexts('VendorIDs');
  const own = { type, name: found.text('PkgName'), version: found.text('InstalledVersion') };
  const published = found.maybeText('PublishedDate');
  return findingOf({
    engine: ENGINE,
    kind: isMalware([id, ...aliases]) ? 'malware' : 'vulnerability',
    id,
    aliases,
    title: found.maybeText('Title') ?? firstLine(found.maybeText('Description') ?? id),
    package: packageOf(found.maybeObject('PkgIdentifier')?.maybeText('PURL'), own),
    location: { file: found.maybeText('PkgPath') ?? target },
    ratings: ratingsOf(found),
    fixes: (found.maybeText('FixedVersion') ?? '').split(/\s*,\s*/).filter((each) => each !== ''),
    references: [found.maybeText('PrimaryURL') ?? [], found.maybeTexts('References')].flat(),
    ...(published !== undefined && { published }),
  });
}

function misconfigurationIn(found: Fields, target: string): Finding {
  return findingOf({
    engine: ENGINE,
    kind: 'misconfiguration',
    id: found.text('ID'),
    aliases: [found.maybeText('AVDID') ?? []].flat(),
    title: found.maybeText('Message') ?? found.text('Title'),
    location: { file: target, ...linesOf(found.maybeObject('CauseMetadata') ?? found) },
    ratings: [ratingOfWord(found.text('Severity'), 'word of trivy')],
    references: found.maybeTexts('References'),
  });
}

/** What matched is left alone: it is the secret, or the line around it. */
function secretIn(found: Fields, target: string): Finding {
  return findingOf({
    engine: ENGINE,
    kind: 'secret',
    id: found.text('RuleID'),
    title: found.text('Title'),
    location: { file: target, ...linesOf(found) },
    ratings: [ratingOfWord(found.text('Severity'), 'word of trivy')],
    mark: [String(found.maybeNumber('StartLine') ?? '')],
  });
}

/**
 * Reads the JSON report of trivy (its schema version 2; trivy.dev/docs, "Reporting").
 *
 * @param digest the config's digest of the image that was to be scanned; a report about another is refused
 * @throws Failure ENGINE_OUTPUT.
 */
export function readTrivy(text: string, context: ReportContext, digest?: string): readonly Finding[] {
  const report = new Fields(ENGINE, parseReport(ENGINE, text));
  const version = report.maybeNumber('SchemaVersion');
  if (version !== 2) throw badOutput(ENGINE, `its schema version is ${version ?? 'missing'}, and 2 is read`);
  if (digest !== undefined) {
    const scanned = report.maybeObject('Metadata')?.maybeText('ImageID');
    if (scanned !== digest) throw badOutput(ENGINE, `it is about ${scanned ?? 'no image'}, and ${digest} was to be scanned`);
  }
  // Where nothing was found, the list is left out.
  return report.maybeObjects('Results').flatMap((result) => {
    const target = pathWithin(result.text('Target'), context);
    const type = result.maybeText('Type') ?? '';
    const failing = result.maybeObjects('Misconfigurations').filter((each) => each.maybeText('Status') !== 'PASS');
    return [
      ...result.maybeObjects('Vulnerabilities').map((each) => vulnerabilityIn(each, target, type)),
      ...failing.map((each) => misconfigurationIn(each, target)),
      ...result.maybeObjects('Secrets').map((each) => secretIn(each, target)),
    ];
  });
}
