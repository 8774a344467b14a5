import { Failure } from '@slipway/failure';
import type { Http, HttpResponse } from '@slipway/system';
import type { Connection } from './connection.ts';

/** What is asked through the API server. */
export interface Proxied {
  readonly kind: 'services' | 'pods';
  readonly namespace: string;
  /** As `NAME`, `NAME:PORT` or `https:NAME:PORT`; of a pod the port is a number, and without it the first of its first container. */
  readonly name: string;
}

/** A way to a service or a pod that leads through the API server. */
export interface Passage {
  /** The address that its paths are appended to. */
  readonly base: string;
  /** Sends the cluster's credentials with requests below the base, and with no others. */
  readonly http: Http;
}

const IN_TROUBLE = new Set([502, 503, 504]);
const NOT_SENT = /no endpoints available|connection refused|no such host|no route to host/i;

/** What the API server says in place of the one that was asked; undefined of an answer of that one. */
function ownWords(text: string): string | undefined {
  if (/^error trying to reach service/i.test(text)) return text;
  try {
    const { kind, apiVersion, message } = JSON.parse(text) as { kind?: unknown; apiVersion?: unknown; message?: unknown };
    return kind === 'Status' && apiVersion === 'v1' ? String(message) : undefined;
  } catch {
    return undefined;
  }
}

/** An answer; that nobody could be asked is an answer of the API server, and for its caller it is none. */
async function answerOf(response: HttpResponse, { kind, namespace, name }: Proxied): Promise<HttpResponse> {
  if (!IN_TROUBLE.has(response.status)) return response;
  const bytes = await response.bytes();
  const text = new TextDecoder().decode(bytes);
  const words = ownWords(text);
  if (words === undefined) {
    const stream = async function* () {
      yield bytes;
    };
    return { ...response, bytes: async () => bytes, text: async () => text, stream };
  }
  const subject = `${kind === 'pods' ? 'Pod' : 'Service'} ${name} in namespace ${namespace}`;
  const message = `${subject} did not answer: ${words.trim().replace(/\.$/, '')}.`;
  const cause = { code: NOT_SENT.test(words) ? 'ECONNREFUSED' : 'ECONNRESET' };
  throw new Failure({ code: 'HTTP_UNREACHABLE', message, remedy: 'Check that its pods are ready and listen there.' }, { cause });
}

/**
 * A way to a service or a pod through the API server's proxy
 * (https://kubernetes.io/docs/tasks/access-application-cluster/access-cluster-services/#discovering-builtin-services).
 *
 * It takes the right to the subresource `proxy` by the verb of the method. The API server keeps the header `authorization` for
 * itself. An address that leads out of the base, such as by `..` or a redirect, gets no credentials.
 */
export function proxyTo(target: Proxied, { server, authorize }: Connection, http: Http): Passage {
  const [namespace, name] = [target.namespace, target.name].map(encodeURIComponent);
  const base = `${server}/api/v1/namespaces/${namespace}/${target.kind}/${name?.replaceAll('%3A', ':')}/proxy`;
  const inside = `${new URL(base).href}/`;
  const fetch: Http['fetch'] = async (request) => {
    if (!new URL(request.url).href.startsWith(inside)) return http.fetch(request);
    const { headers, tls } = await authorize(false);
    return answerOf(await http.fetch({ ...request, headers: { ...request.headers, ...headers }, tls }), target);
  };
  return { base, http: { fetch } };
}
