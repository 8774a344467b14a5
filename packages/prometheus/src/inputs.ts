import type { Problem } from '@slipway/failure';
import type { Secret } from '@slipway/metadata';
import type { Files, Http, Log } from '@slipway/system';
import { type Prometheus, prometheus } from './client.ts';

/** The parsed inputs that say where Prometheus is. */
export interface PrometheusInputs {
  readonly prometheusUrl: string;
  readonly prometheusToken: Secret | undefined;
  readonly prometheusTokenPath: string | undefined;
}

/** What is wrong with an address that is to be asked: it is none, or holds a password. */
export function addressProblems(name: string, value: string): readonly Problem[] {
  if (/^https?:\/\//.test(value) && URL.canParse(value)) {
    const { username, password } = new URL(value);
    if (username === '' && password === '') return [];
    const told = `Input "${name}" holds a user's name or a password, which would be shown with it.`;
    return [{ code: 'INPUT_MALFORMED', message: told, remedy: 'Give a token by its own input instead.' }];
  }
  const message = `Input "${name}" is "${value}", which is not an address.`;
  return [{ code: 'INPUT_MALFORMED', message, remedy: 'Write it whole, with http:// or https://.' }];
}

/** What of the inputs cannot be meant together. */
export function prometheusProblems({
  prometheusUrl,
  prometheusToken,
  prometheusTokenPath,
}: PrometheusInputs): readonly Problem[] {
  const twice = prometheusToken !== undefined && prometheusTokenPath !== undefined;
  const message = '"prometheus-token" and "prometheus-token-path" are both given.';
  return [
    ...addressProblems('prometheus-url', prometheusUrl),
    ...(twice ? [{ code: 'INPUTS_CONTRADICT', message, remedy: 'Give one of them.' }] : []),
  ];
}

/** What asking Prometheus needs of the world. */
export interface PrometheusWorld {
  readonly http: Http;
  readonly files: Files;
  readonly log: Log;
  readonly cancelled: AbortSignal;
}

/** Prometheus as the inputs say where it is; a token in a file is read again when the server does not take it any more. */
export function prometheusOf(inputs: PrometheusInputs, { http, files, log, cancelled }: PrometheusWorld): Prometheus {
  const { prometheusUrl: url, prometheusToken, prometheusTokenPath: file } = inputs;
  const token = async (): Promise<string | undefined> => {
    if (file === undefined) return prometheusToken?.reveal();
    const read = (await files.readText(file)).trim();
    log.mask(read);
    return read;
  };
  return prometheus(http, { url, token, signal: cancelled });
}
