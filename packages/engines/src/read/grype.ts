import { type Finding, findingOf, isMalware, type Rating, ratingOfVector, ratingOfWord } from '@slipway/findings';
import { badOutput, Fields, parseReport } from './fields.ts';
import { firstLine, packageOf, pathWithin, type ReportContext } from './place.ts';

const ENGINE = 'grype';

function ratingsOf(vulnerability: Fields): readonly Rating[] {
  const vectors = vulnerability.maybeObjects('cvss').map((each) => ratingOfVector(each.text('vector')));
  const word = vulnerability.maybeText('severity');
  return [...vectors, ...(word === undefined ? [] : [ratingOfWord(word, 'word of grype')])];
}

function epssOf(vulnerability: Fields): number | undefined {
  const all = vulnerability.maybeObjects('epss').flatMap((each) => each.maybeNumber('epss') ?? []);
  return all.length === 0 ? undefined : Math.max(...all);
}

function findingIn(match: Fields, context: ReportContext): Finding {
  const [vulnerability, artifact] = [match.object('vulnerability'), match.object('artifact')];
  const id = vulnerability.text('id');
  const aliases = match.maybeObjects('relatedVulnerabilities').map((each) => each.text('id'));
  const own = { type: artifact.text('type'), name: artifact.text('name'), version: artifact.text('version') };
  const [place] = artifact.maybeObjects('locations');
  const file = pathWithin(place?.maybeText('path') ?? own.name, context);
  const epss = epssOf(vulnerability);
  const source = vulnerability.maybeText('dataSource');
  return findingOf({
    engine: ENGINE,
    kind: isMalware([id, ...aliases]) ? 'malware' : 'vulnerability',
    id,
    aliases,
    title: firstLine(vulnerability.maybeText('description') ?? id),
    package: packageOf(artifact.maybeText('purl'), own),
    location: { file },
    ratings: ratingsOf(vulnerability),
    fixes: vulnerability.maybeObject('fix')?.maybeTexts('versions') ?? [],
    references: [...(source === undefined ? [] : [source]), ...vulnerability.maybeTexts('urls')],
    ...(vulnerability.maybeObjects('knownExploited').length > 0 && { exploited: true }),
    ...(epss !== undefined && { epss }),
  });
}

/**
 * Reads the JSON report of grype (its own format, as its presenter writes it).
 *
 * @param digest the manifest's digest of the image that was to be scanned; a report about another is refused
 * @throws Failure ENGINE_OUTPUT.
 */
export function readGrype(text: string, context: ReportContext, digest?: string): readonly Finding[] {
  const report = new Fields(ENGINE, parseReport(ENGINE, text));
  if (report.object('descriptor').text('name') !== ENGINE) throw badOutput(ENGINE, 'it is of another program');
  if (digest !== undefined) {
    const scanned = report.object('source').object('target').maybeText('manifestDigest');
    if (scanned !== digest) throw badOutput(ENGINE, `it is about ${scanned ?? 'no image'}, and ${digest} was to be scanned`);
  }
  return report.objects('matches').map((match) => findingIn(match, context));
}
