import { AwsV4Signer } from 'aws4fetch';
import type { HttpRequest } from '@slipway/system';

/** Keys that were given for a while. */
export interface AwsKeys {
  readonly id: string;
  readonly secret: string;
  readonly session?: string;
}

/** For what a signature counts. */
export interface SignatureScope {
  readonly region: string;
  readonly service: string;
  /** Milliseconds since the epoch; AWS refuses what is five minutes off. */
  readonly nowMs: number;
}

/** The time as Signature Version 4 writes it. */
export const amzDate = (ms: number): string => new Date(ms).toISOString().replace(/[:-]|\.\d{3}/g, '');

function signerOf(
  url: string,
  headers: Readonly<Record<string, string>>,
  keys: AwsKeys,
  scope: SignatureScope,
  signQuery: boolean,
) {
  const { region, service, nowMs } = scope;
  const session = keys.session !== undefined && { sessionToken: keys.session };
  const own = { accessKeyId: keys.id, secretAccessKey: keys.secret, ...session };
  return new AwsV4Signer({
    method: 'GET',
    url,
    headers: { ...headers },
    region,
    service,
    datetime: amzDate(nowMs),
    signQuery,
    ...own,
  });
}

/** A GET request signed in its headers: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
export async function signedGet(url: string, keys: AwsKeys, scope: SignatureScope): Promise<HttpRequest> {
  const { headers } = await signerOf(url, {}, keys, scope, false).sign();
  return { url, headers: Object.fromEntries(headers) };
}

/** An address that carries its own signature, which also counts for the given headers. */
export async function presignedUrl(
  url: string,
  headers: Readonly<Record<string, string>>,
  keys: AwsKeys,
  scope: SignatureScope,
): Promise<string> {
  const { url: signed } = await signerOf(url, headers, keys, scope, true).sign();
  return signed.toString();
}
