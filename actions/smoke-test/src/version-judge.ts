import { type Answer, type Mismatch, shown, type SuiteRequest } from '@slipway/smoke';

/** Judges each answer by the version in its header, so that an old pod that still answers is not taken for the release. */
export function versionJudge(expected: string, header: string): (request: SuiteRequest, answer: Answer) => readonly Mismatch[] {
  return (_, { headers }) => {
    const actual = headers[header.toLowerCase()];
    if (actual === expected) return [];
    const got = actual === undefined ? `no ${header} header` : shown(actual);
    return [{ at: [], message: `expected version ${shown(expected)}, got ${got}` }];
  };
}
