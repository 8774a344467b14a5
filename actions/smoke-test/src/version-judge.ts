import { shown } from '@slipway/smoke';
import type { Judge } from './sending.ts';

/** Judges each answer by the version in its header, so that an old pod that still answers is not taken for the release. */
export function versionJudge(expected: string, header: string): Judge {
  return ({ headers }) => {
    const actual = headers[header.toLowerCase()];
    if (actual === expected) return [];
    const got = actual === undefined ? `no ${header} header` : shown(actual);
    return [{ at: [], message: `expected version ${shown(expected)}, got ${got}` }];
  };
}
