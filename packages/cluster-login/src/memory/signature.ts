import { createHash, createHmac } from 'node:crypto';

/** A request as it reached a server. */
export interface Arrived {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a server knows of a key. */
export interface KnownKey {
  readonly secret: string;
  readonly session: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const strict = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

interface Claimed {
  readonly credential: string;
  readonly signed: readonly string[];
  readonly signature: string;
  readonly date: string;
  readonly session: string;
}

function claimOf({ url, headers }: Arrived): Claimed | undefined {
  const query = url.searchParams;
  if (query.has('X-Amz-Signature')) {
    const read = (name: string): string => query.get(`X-Amz-${name}`) ?? '';
    const signed = read('SignedHeaders').split(';');
    const [date, session] = [read('Date'), read('Security-Token')];
    return { credential: read('Credential'), signed, signature: read('Signature'), date, session };
  }
  const given = /^AWS4-HMAC-SHA256 Credential=(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/.exec(
    headers['authorization'] ?? '',
  );
  if (given === null) return undefined;
  const [, credential = '', signed = '', signature = ''] = given;
  const [date = '', session = ''] = [headers['x-amz-date'], headers['x-amz-security-token']];
  return { credential, signed: signed.split(';'), signature, date, session };
}

/** The signature anew from what arrived: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function signatureOf({ method, url, headers, body }: Arrived, claimed: Claimed, secret: string): string {
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${strict(name)}=${strict(value)}`)
    .sort()
    .join('&');
  const lines = claimed.signed.map((name) => `${name}:${name === 'host' ? url.host : (headers[name] ?? '')}\n`).join('');
  const canonical = [method, url.pathname, query, lines, claimed.signed.join(';'), sha256(body)].join('\n');
  const [, ...scope] = claimed.credential.split('/');
  const key = scope.reduce<string | Buffer>((inner, part) => hmac(inner, part), `AWS4${secret}`);
  return hmac(key, ['AWS4-HMAC-SHA256', claimed.date, scope.join('/'), sha256(canonical)].join('\n')).toString('hex');
}

/** Why a request's signature does not count for a service in a region; undefined when it does. */
export function signatureFault(
  arrived: Arrived,
  keys: ReadonlyMap<string, KnownKey>,
  { region, service, nowMs }: { readonly region: string; readonly service: string; readonly nowMs: number },
): string | undefined {
  const claimed = claimOf(arrived);
  if (claimed === undefined) return 'MissingAuthenticationToken';
  const [id = '', date, ...scope] = claimed.credential.split('/');
  const key = keys.get(id);
  if (key === undefined || key.session !== claimed.session) return 'InvalidClientTokenId';
  if (scope.join('/') !== `${region}/${service}/aws4_request` || !claimed.date.startsWith(`${date}T`)) return 'wrong scope';
  const at = Date.parse(claimed.date.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'));
  if (Math.abs(at - nowMs) > 15 * 60_000) return 'Signature expired';
  return signatureOf(arrived, claimed, key.secret) === claimed.signature ? undefined : 'SignatureDoesNotMatch';
}
