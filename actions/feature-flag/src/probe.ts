import { Failure } from '@slipway/failure';
import type { Clock, Http } from '@slipway/system';
import type { ModeInputs } from './inputs.ts';

/** How long off took to be seen. */
export type Drill =
  | { readonly kind: 'off'; readonly seconds: number }
  | { readonly kind: 'still-on'; readonly saw: string }
  | { readonly kind: 'unprobed' };

const LOOK_MS = 250;
/** So many answers in a row, for replicas behind one address learn of it one after the other. */
const STREAK = 5;

interface Seen {
  readonly off: boolean;
  readonly words: string;
}

/** OFREP's evaluation of one flag (https://openfeature.dev/docs/reference/other-technologies/ofrep): off is false, or left to the code. */
async function askOfrep(inputs: ModeInputs<'kill'>, http: Http): Promise<Seen> {
  const { probeUrl = '', probeToken, flag } = inputs;
  const response = await http.fetch({
    method: 'POST',
    url: `${probeUrl.replace(/\/+$/, '')}/ofrep/v1/evaluate/flags/${encodeURIComponent(flag)}`,
    headers: {
      'content-type': 'application/json',
      ...(probeToken !== undefined && { authorization: `Bearer ${probeToken.reveal()}` }),
    },
    body: JSON.stringify({ context: { targetingKey: 'slipway-probe' } }),
  });
  const text = await response.text();
  if (response.status !== 200 && response.status !== 404) return { off: false, words: `status ${response.status}` };
  const { value, reason, errorCode } = JSON.parse(text) as { value?: unknown; reason?: string; errorCode?: string };
  const off = reason === 'DISABLED' || errorCode === 'FLAG_NOT_FOUND' || value === false;
  return { off, words: `value ${JSON.stringify(value)}, reason ${reason ?? errorCode ?? '?'}` };
}

async function askService({ probeUrl = '', probeToken }: ModeInputs<'kill'>, off: RegExp, http: Http): Promise<Seen> {
  const headers = probeToken === undefined ? {} : { authorization: `Bearer ${probeToken.reveal()}` };
  const response = await http.fetch({ url: probeUrl, headers });
  const text = await response.text();
  return { off: off.test(text), words: `status ${response.status}: ${text.slice(0, 120)}` };
}

/** The expression that says off; a Failure when it is none. */
export function offPattern({ probeOff }: ModeInputs<'kill'>): RegExp | undefined {
  if (probeOff === undefined) return undefined;
  try {
    return new RegExp(probeOff);
  } catch {
    const message = `The input "probe-off" is no regular expression: ${probeOff}`;
    throw new Failure({ code: 'INPUT_MALFORMED', message, remedy: 'Escape what is meant literally.' });
  }
}

/**
 * Asks until the feature is seen off, several times in a row.
 *
 * @param since when the switch was thrown, in milliseconds since the Unix epoch; what is told is from then to the first answer of
 * the row that stayed off
 */
export async function drill(
  inputs: ModeInputs<'kill'>,
  since: number,
  { http, clock }: { readonly http: Http; readonly clock: Clock },
): Promise<Drill> {
  if (inputs.probeUrl === undefined) return { kind: 'unprobed' };
  const pattern = offPattern(inputs);
  let [first, row, words] = [0, 0, 'no answer'];
  while (clock.now() - since <= inputs.budget || row > 0) {
    const asked = clock.now();
    const seen = await (pattern === undefined ? askOfrep(inputs, http) : askService(inputs, pattern, http)).catch(
      (error: unknown): Seen => ({ off: false, words: error instanceof Error ? error.message : String(error) }),
    );
    words = seen.words;
    if (seen.off && row === 0) first = asked;
    row = seen.off ? row + 1 : 0;
    if (row >= STREAK)
      return first - since <= inputs.budget ? { kind: 'off', seconds: (first - since) / 1000 } : { kind: 'still-on', saw: words };
    await clock.sleep(LOOK_MS);
  }
  return { kind: 'still-on', saw: words };
}
