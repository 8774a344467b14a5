import type { Outcome } from '@slipway/runner';
import { shown, type Suite } from '@slipway/smoke';
import type { action } from './action.ts';
import type { Performed } from './run.ts';
import { type ModeInputs, NO_PERFORMANCE } from './inputs.ts';

type Inputs = ModeInputs<'suite'>;

function messageOf(version: Performed['version'], { expectVersion, versionWithin, ...inputs }: Inputs): string {
  const expected = `expected version ${shown(expectVersion)}`;
  const time = `after ${versionWithin / 1000} s`;
  if (version.kind === 'version-mismatch') return `${expected}, got ${Object.keys(version.seen).map(shown).join(', ')} ${time}`;
  if (version.kind === 'mixed') {
    const counts = Object.entries(version.seen).map(([name, count]) => `${count} × ${shown(name)}`);
    return `${expected} alone, and ${time} several versions answer: ${counts.join(', ')} of the last answers`;
  }
  const where = { header: `no ${inputs.versionHeader} header`, json: `nothing at ${inputs.versionJson}`, text: 'no text' };
  return `${expected}, got ${('why' in version && version.why) || where[inputs.versionFrom]} ${time}`;
}

/** The outcome when the version is not proved: nothing of the suite was sent, and that is never green. */
export function versionOutcome(version: Performed['version'], suite: Suite, inputs: Inputs): Outcome<typeof action> {
  const total = suite.setup.length + suite.requests.length + suite.cleanup.length;
  const message = `The suite was not sent: ${messageOf(version, inputs)}.`;
  return {
    verdict: version.kind === 'untold' ? 'inconclusive' : 'fail',
    headline: message,
    outputs: { requests: String(total), failed: '0', flaky: '0', version: version.kind, ...NO_PERFORMANCE },
    annotations: [{ level: 'error', title: `Smoke test: ${version.kind}`, message }],
    data: { version: { ...version } },
  };
}
