/** A Linux distribution as its os-release names it. */
export interface Distribution {
  /** Such as `debian` or `alpine`. */
  readonly id: string;
  /** Such as `12` or `3.19.1`, or the release's code name; empty for a rolling one. */
  readonly version: string;
}

/** Distributions as OSV names them, by the id of their os-release. */
const NAMES: Readonly<Record<string, string>> = {
  debian: 'Debian',
  ubuntu: 'Ubuntu',
  alpine: 'Alpine',
  wolfi: 'Wolfi',
  chainguard: 'Chainguard',
};

/** Releases that are called by their code name as often as by their number. */
const CODE_NAMES: Readonly<Record<string, string>> = {
  buster: '10',
  bullseye: '11',
  bookworm: '12',
  trixie: '13',
  forky: '14',
  focal: '20.04',
  jammy: '22.04',
  noble: '24.04',
};

/** Ubuntu's releases of April in even years are kept for longer, and OSV says so in their names. */
function ubuntuRelease(version: string): string {
  const [, year = '', month] = /^(\d\d)\.(\d\d)/.exec(version) ?? [];
  if (month === undefined) return '';
  return `${year}.${month}${Number(year) % 2 === 0 && month === '04' ? ':LTS' : ''}`;
}

/** The release as OSV writes it: Debian's major number, Alpine's branch, Ubuntu's whole; a rolling one has none. */
function releaseOf({ id, version: given }: Distribution): string {
  const version = CODE_NAMES[given] ?? given;
  if (id === 'debian') return /^\d+/.exec(version)?.[0] ?? '';
  if (id === 'alpine') return /^v?(\d+\.\d+)/.exec(version)?.[1]?.replace(/^/, 'v') ?? '';
  return id === 'ubuntu' ? ubuntuRelease(version) : '';
}

/**
 * The ecosystem of a distribution's packages as OSV names it, such as `Debian:12`, `Alpine:v3.19` or `Ubuntu:24.04:LTS`.
 *
 * @returns undefined for a distribution that OSV does not name, whose packages no other's advisories are about.
 */
export function distributionEcosystem(distribution: Distribution): string | undefined {
  const name = NAMES[distribution.id];
  const release = releaseOf(distribution);
  return name === undefined || release === '' ? name : `${name}:${release}`;
}
