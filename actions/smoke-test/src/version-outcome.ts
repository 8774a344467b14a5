import type { Outcome } from '@slipway/runner';
import { shown, type Suite } from '@slipway/smoke';
import type { action } from './action.ts';
import type { Performed } from './run.ts';
import { type ModeInputs, NO_PERFORMANCE, NO_TESTS } from './inputs.ts';

type Inputs = Pick<ModeInputs<'suite'>, 'expectVersion' | 'versionFrom' | 'versionHeader' | 'versionJson'>;

/** What was found of the version in the place of what was expected; a clause. @param time such as `after 30 s` */
export function versionClause(version: Performed['version'], { expectVersion, ...inputs }: Inputs, time: string): string {
  const expected = `expected version ${shown(expectVersion)}`;
  if (version.kind === 'version-mismatch') return `${expected}, got ${Object.keys(version.seen).map(shown).join(', ')} ${time}`;
  if (version.kind === 'mixed') {
    const counts = Object.entries(version.seen).map(([name, count]) => `${count} × ${shown(name)}`);
    return `${expected} alone, and ${time} several versions answer: ${counts.join(', ')} of the last answers`;
  }
  const where = { header: `no ${inputs.versionHeader} header`, json: `nothing at ${inputs.versionJson}`, text: 'no text' };
  return `${expected}, got ${('why' in version && version.why) || where[inputs.versionFrom]} ${time}`;
}

/** The outcome when the version is not proved: nothing of the suite was sent, and that is never green. */
export function versionOutcome(version: Performed['version'], suite: Suite, inputs: ModeInputs<'suite'>): Outcome<typeof action> {
  const total = suite.setup.length + suite.requests.length + suite.cleanup.length;
  const message = `The suite was not sent: ${versionClause(version, inputs, `after ${inputs.versionWithin / 1000} s`)}.`;
  return {
    verdict: version.kind === 'untold' ? 'inconclusive' : 'fail',
    headline: message,
    outputs: { requests: String(total), failed: '0', flaky: '0', version: version.kind, ...NO_PERFORMANCE, ...NO_TESTS },
    annotations: [{ level: 'error', title: `Smoke test: ${version.kind}`, message }],
    data: { version: { ...version } },
  };
}
