import { Failure } from '@slipway/failure';
import type { Line } from './exchange.ts';
import { expiryOf } from './expiry.ts';
import type { SendingInputs } from './inputs.ts';

/** An expired certificate does not pass by waiting. */
async function refuseExpired(cause: Failure, line: Line): Promise<void> {
  const expiry = await expiryOf(cause, line);
  if (expiry === '') return;
  const message = `${cause.problems[0]?.message.replace(/\.$/, '')}${expiry}.`;
  throw new Failure({ code: 'CERTIFICATE_EXPIRED', message, remedy: 'Renew it.' }, { cause });
}

/** Waits for the first answer of any kind: a service that was just deployed may not be reachable yet. */
export async function waitUntilReachable(
  line: Line,
  inputs: Pick<SendingInputs, 'readyWithin' | 'requestTimeout'>,
): Promise<void> {
  const { clock, http, log, cancelled } = line.ports;
  const deadline = clock.now() + inputs.readyWithin;
  const tls = line.ca === undefined ? {} : { tls: { ca: line.ca } };
  for (;;) {
    try {
      const response = await http.fetch({ url: `${line.base}/`, timeoutMs: inputs.requestTimeout, signal: cancelled, ...tls });
      response.bytes().catch(() => undefined);
      return;
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      const seen = cause.problems[0]?.message ?? cause.message;
      await refuseExpired(cause, line);
      const message = `The service gave no answer within ${inputs.readyWithin / 1000} s: ${seen}`;
      const remedy = 'Check that it runs and that this runner may reach it, or raise "ready-within".';
      if (clock.now() >= deadline) throw new Failure({ code: cause.code, message, remedy }, { cause });
      log.debug(seen);
      await clock.sleep(500, cancelled);
    }
  }
}
