import { Failure, type Problem } from '@slipway/failure';
import { type Release, releasedFile, type ReleasedFile } from '@slipway/system';

const ADDRESS = 'https://github.com/grafana/k6/releases/download';
const PROCESSORS: Readonly<Record<string, string>> = { 'linux-x64': 'amd64', 'linux-arm64': 'arm64' };

/** The file of a version on a platform, as its makers name it. */
function pinOf(version: string, platform: string, sha256: string) {
  const folder = `k6-v${version}-linux-${PROCESSORS[platform]}`;
  return { path: `v${version}/${folder}.tar.gz`, sha256, member: `${folder}/k6` };
}

/**
 * The release that is fetched unless another is asked for.
 *
 * Its checksums are those that independent public pins of it agree on: for amd64 three, for arm64 two.
 */
export const K6: Release = {
  version: '1.4.2',
  address: ADDRESS,
  files: {
    'linux-x64': pinOf('1.4.2', 'linux-x64', 'c827501f510265db9c3313e4164d2585a97c7a3485ed440b93f7b1cfe6facd28'),
    'linux-arm64': pinOf('1.4.2', 'linux-arm64', '0e9515502f80edb562f12c0b12a59085c0b113c6416d728e3c2a9e5a7506cc5c'),
  },
};

/** What the inputs say of the k6 that is wanted. */
export interface K6Wish {
  /** A program on the path, or its path. */
  readonly k6: string | undefined;
  readonly k6Version: string | undefined;
  /** Of the version's archive for the runner's platform. */
  readonly k6Sha256: string | undefined;
  readonly k6Mirror: string | undefined;
}

/** What is wrong with what is wanted; nothing is ever fetched without a digest that was known before. */
export function k6Problems({ k6, k6Version, k6Sha256, k6Mirror }: K6Wish): readonly Problem[] {
  const problems: Problem[] = [];
  const contradiction = (message: string, remedy: string): void => {
    problems.push({ code: 'INPUT_CONTRADICTION', message, remedy });
  };
  if (k6 !== undefined && (k6Version ?? k6Sha256 ?? k6Mirror) !== undefined)
    contradiction('"k6" names a program, and another input says what is to be fetched.', 'Give one of them.');
  if (k6Version !== undefined && !/^\d+\.\d+\.\d+$/.test(k6Version)) {
    const message = `Input "k6-version" is "${k6Version}"; expected a version such as ${K6.version}.`;
    problems.push({ code: 'INPUT_MALFORMED', message });
  } else if (k6Version !== undefined && k6Version !== K6.version && k6Sha256 === undefined) {
    const message = `No checksum of k6 ${k6Version} is known here, only of ${K6.version}.`;
    const remedy = `Give "k6-sha256", which k6's makers publish as k6-v${k6Version}-checksums.txt; or leave "k6-version" out.`;
    problems.push({ code: 'K6_UNPINNED', message, remedy });
  }
  if (k6Sha256 !== undefined && k6Version === undefined)
    contradiction('"k6-sha256" is given without "k6-version".', 'Give both, or none.');
  if (k6Sha256 !== undefined && !/^[0-9a-f]{64}$/.test(k6Sha256)) {
    const message = `Input "k6-sha256" is "${k6Sha256}"; expected 64 hexadecimal digits in lower case.`;
    problems.push({ code: 'INPUT_MALFORMED', message });
  }
  return problems;
}

/**
 * What is to be fetched for a platform.
 *
 * @param platform Node's names of system and processor, such as `linux-x64`
 * @throws Failure K6_UNAVAILABLE where k6 is not fetched for the platform
 */
export function k6File({ k6Version = K6.version, k6Sha256, k6Mirror }: K6Wish, platform: string): ReleasedFile {
  const given = k6Sha256 === undefined ? K6 : { ...K6, version: k6Version };
  const files = k6Sha256 === undefined ? K6.files : { [platform]: pinOf(k6Version, platform, k6Sha256) };
  const file = platform in PROCESSORS ? releasedFile({ ...given, files }, platform, k6Mirror) : undefined;
  if (file !== undefined) return file;
  const message = `k6 is not fetched for ${platform}, only for ${Object.keys(PROCESSORS).join(' and ')}.`;
  throw new Failure({ code: 'K6_UNAVAILABLE', message, remedy: 'Install it in a step before, and give its path as "k6".' });
}
