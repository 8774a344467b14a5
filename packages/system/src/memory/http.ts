import { Failure } from '@slipway/failure';
import type { Http, HttpRequest } from '../http.ts';

/** What a scripted server answers. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** HTTP answered by a function; `undefined` means that nobody listens. */
export function memoryHttp(answer: (request: HttpRequest) => Answer | undefined | Promise<Answer | undefined>): Http {
  return {
    fetch: async (request) => {
      const given = await answer(request);
      if (given === undefined) {
        throw new Failure({ code: 'HTTP_UNREACHABLE', message: `${new URL(request.url).origin} did not answer: refused.` });
      }
      const bytes = Buffer.from(given.body ?? '');
      return {
        status: given.status,
        headers: given.headers ?? {},
        bytes: async () => bytes,
        text: async () => bytes.toString('utf8'),
        async *stream() {
          yield bytes;
        },
      };
    },
  };
}
