import { ageMs } from '@slipway/advisory-database';
import type { ScanResult, ToldUpgrade } from '../result.ts';
import { CAUSE_WORDS, counted, severityCounts } from '../words.ts';
import type { Decision, Upgrade } from './decide.ts';
import type { Facts } from './gather.ts';

const HOUR_MS = 3_600_000;

function headlineOf({ packages, notes, database }: Facts, { verdict, unjudged, judged }: Decision): string {
  const within = `judged ${counted(packages.length, 'package')} against ${counted(database.count, 'advisory', 'advisories')}`;
  if (verdict.kind === 'nothing') return 'There was no package to judge; allowed by "allow-nothing".';
  if (verdict.kind === 'clean') {
    const aside =
      judged.length === 0
        ? 'No known vulnerability'
        : `Nothing but ${counted(judged.length, 'finding')} that ${judged.length === 1 ? 'is' : 'are'} set aside`;
    return `${aside} (${within}).`;
  }
  const { blocking, reported } = verdict;
  const causes = [...new Set(blocking.map(({ cause }) => cause))];
  const cause = causes.length === 1 && causes[0] !== undefined && causes[0] !== 'unknown' ? `, ${CAUSE_WORDS[causes[0]]}` : '';
  if (blocking.length > 0) {
    const rest = reported.length === 0 ? '' : `; ${counted(reported.length, 'other does', 'others do')} not`;
    return `${counted(blocking.length, 'finding fails', 'findings fail')} the scan: ${severityCounts(blocking)}${cause}${rest} (${within}).`;
  }
  if (unjudged.length > 0) {
    const names = unjudged
      .slice(0, 5)
      .map(({ name, version }) => `${name}@${version}`)
      .join(', ');
    const more = unjudged.length > 5 ? ` and ${unjudged.length - 5} more` : '';
    return `Could not tell whether ${names}${more} is vulnerable: such a version cannot be compared (${within}).`;
  }
  if (verdict.kind === 'unknown')
    return `${counted(notes.length, 'dependency has', 'dependencies have')} no version in the lockfiles, so it could not be told whether they are vulnerable (${within}).`;
  return `${counted(reported.length, 'finding')} that ${reported.length === 1 ? 'does' : 'do'} not fail the scan: ${severityCounts(reported)} (${within}).`;
}

function toldUpgrade({ package: of, to, clears }: Upgrade): ToldUpgrade {
  const { name, version, direct, via = [], location } = of;
  return { name, version, to: to ?? null, direct, via, file: location.file, clears: clears.length };
}

function baseOf({ base }: Facts): ScanResult['base'] {
  if (base.kind === 'read') return { commit: base.sha };
  return { unknown: base.kind === 'unread' ? base.reason : 'no base was given, so all findings count as introduced.' };
}

/** What a scan found, in the form that everything else is made from. */
export function resultOf(facts: Facts, decision: Decision, service: string): ScanResult {
  const { database, now } = facts;
  const unjudged = decision.unjudged.map(({ name, version, location: { file, line } }) => ({
    what: `${name}@${version} cannot be compared with the versions of an advisory`,
    file,
    line: line ?? null,
  }));
  const notes = facts.notes.map(({ message, location: { file, line } }) => ({ what: message, file, line: line ?? null }));
  return {
    service,
    result: decision.verdict.kind,
    headline: headlineOf(facts, decision),
    findings: decision.judged,
    fixed: decision.fixed,
    upgrades: decision.upgrades.map(toldUpgrade),
    unjudged: [...unjudged, ...notes],
    faults: decision.faults.map(({ kind, entry: { id, owner, expires } }) => ({ kind, id, owner, expires })),
    packages: facts.packages.length,
    database: {
      id: database.id,
      advisories: database.count,
      madeAt: database.madeAt > 0 ? new Date(database.madeAt).toISOString() : null,
      ageHours: database.madeAt > 0 ? Math.floor(ageMs(database, now) / HOUR_MS) : null,
    },
    base: baseOf(facts),
  };
}
