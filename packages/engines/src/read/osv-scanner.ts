import { type Advisory, parseAdvisory, type StatedScore } from '@slipway/advisories';
import { type Finding, findingOf, isMalware, type Rating, ratingOfVector, ratingOfWord } from '@slipway/findings';
import { compareVersions, normalizeName } from '@slipway/versions';
import { Fields, parseReport } from './fields.ts';
import { pathWithin, type ReportContext } from './place.ts';

const ENGINE = 'osv-scanner';

interface Subject {
  readonly ecosystem: string;
  readonly name: string;
  readonly version: string;
}

const ratingOf = ({ type, score }: StatedScore): Rating =>
  type.startsWith('CVSS_') ? ratingOfVector(score) : ratingOfWord(score, type);

function ratingsFor({ severity, statedSeverity }: Advisory): readonly Rating[] {
  const word = statedSeverity === undefined ? [] : [ratingOfWord(statedSeverity, 'word of the database')];
  return [...severity.map(ratingOf), ...word];
}

/** The versions above the package's own that one of its ranges calls fixed, lowest first. */
function fixesFor({ ecosystem, name, version }: Subject, { affected }: Advisory): readonly string[] {
  const key = normalizeName(ecosystem, name);
  const own = affected.filter((each) => normalizeName(each.ecosystem, each.name) === key);
  const fixed = own.flatMap(({ ranges }) => ranges.flatMap(({ events }) => events.flatMap((event) => event.fixed ?? [])));
  return [...new Set(fixed)]
    .filter((each) => (compareVersions(ecosystem, each, version) ?? 0) > 0)
    .sort((a, b) => compareVersions(ecosystem, a, b) ?? 0);
}

/**
 * Reads the JSON report of osv-scanner 2 (google.github.io/osv-scanner/output), which holds the advisories in the OSV format.
 *
 * @throws Failure ENGINE_OUTPUT or DATABASE_MALFORMED.
 */
export function readOsvScanner(text: string, context: ReportContext): readonly Finding[] {
  const report = new Fields(ENGINE, parseReport(ENGINE, text));
  return report.objects('results').flatMap((result) => {
    const file = pathWithin(result.object('source').text('path'), context);
    return result.objects('packages').flatMap((each) => {
      const of = each.object('package');
      const subject = { ecosystem: of.text('ecosystem'), name: of.text('name'), version: of.text('version') };
      return each.maybeObjects('vulnerabilities').map((vulnerability) => {
        const id = vulnerability.text('id');
        const advisory = parseAdvisory(`${ENGINE} ${id}`, JSON.stringify(vulnerability.members));
        const { aliases, summary, published, references } = advisory;
        return findingOf({
          engine: ENGINE,
          kind: isMalware([id, ...aliases]) ? 'malware' : 'vulnerability',
          id,
          aliases,
          title: summary,
          package: subject,
          location: { file },
          ratings: ratingsFor(advisory),
          fixes: fixesFor(subject, advisory),
          references,
          ...(published !== undefined && { published }),
        });
      });
    });
  });
}
