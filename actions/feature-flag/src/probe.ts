import { Failure } from '@slipway/failure';
import { evaluationWords, isOff, ofrep } from '@slipway/flags';
import type { Ports } from '@slipway/runner';
import type { Http } from '@slipway/system';
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

/** Whom a server is asked for that speaks OFREP. */
export const PROBE_USER = 'slipway-probe';

/** By OFREP: off is false, switched off, unknown, or left to the code. */
async function askOfrep(inputs: ModeInputs<'kill'>, { http, clock, log }: Pick<Ports, 'http' | 'clock' | 'log'>): Promise<Seen> {
  const { probeUrl: base = '', probeToken: token, flag } = inputs;
  // The drill asks again by itself, and waiting for an answer would count as the switch's own time.
  const server = ofrep({ base, token }, http, { clock, log, attempts: 1 });
  try {
    const evaluation = await server.evaluate(flag, { targetingKey: PROBE_USER });
    return { off: isOff(evaluation), words: evaluationWords(evaluation) };
  } catch (error) {
    if (error instanceof Failure && error.code === 'OFREP_FLAG_NOT_FOUND') return { off: true, words: error.message };
    throw error;
  }
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
  ports: Pick<Ports, 'http' | 'clock' | 'log'>,
): Promise<Drill> {
  const { http, clock } = ports;
  if (inputs.probeUrl === undefined) return { kind: 'unprobed' };
  const pattern = offPattern(inputs);
  let [first, row, words] = [0, 0, 'no answer'];
  while (clock.now() - since <= inputs.budget || row > 0) {
    const asked = clock.now();
    const seen = await (pattern === undefined ? askOfrep(inputs, ports) : askService(inputs, pattern, http)).catch(
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
