import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BrokerState, contentOf, isPending, type Published, type Question, select } from './state.ts';
import { questionErrors } from './question.ts';

/** How the next request is spoilt. */
export type Fault =
  | 'reset'
  | 'html'
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> };

/** What the broker asks of its callers, and what it says of itself. */
export interface BrokerOptions {
  /** The value that `authorization` must have; anybody may read unless told. */
  readonly authorization?: string;
  /** The address by which it calls itself, where it was told a wrong one. */
  readonly ownAddress?: string;
}

/** A Pact Broker on this machine. */
export interface BrokerStandIn {
  readonly url: string;
  /** Every request as `METHOD path`. */
  readonly received: readonly string[];
  /** What was wrong with the form of requests: a caller of ours that is well written leaves this empty. */
  readonly malformed: readonly string[];
  /** The last question for pacts to verify. */
  readonly question: () => Question | undefined;
  spoil(...faults: readonly Fault[]): void;
  close(): Promise<void>;
}

const HAL = 'application/hal+json;charset=utf-8';

interface Answer {
  readonly status: number;
  readonly body: object;
}

const refused = (status: number, error: string): Answer => ({ status, body: { error } });

async function textOf(message: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

function spoilt(fault: Fault, response: ServerResponse): void {
  if (fault === 'reset') response.destroy();
  else if (fault === 'html') response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Log in</title>');
  else response.writeHead(fault.status, { 'content-type': HAL, ...fault.headers }).end(fault.body ?? '{}');
}

function listing(state: BrokerState, provider: string, question: Question, address: string): object {
  const pacts = select(state, provider, question).map((each) => {
    const pending = isPending(state, each, question.providerVersionBranch);
    const notices = [
      { when: 'before_verification', text: `The pact at ${each.version} is being verified.` },
      { when: 'after_verification:success_true_published_false', text: 'This is for later.' },
    ];
    const asked = question.includePendingStatus === true;
    const href = `${address}/pacts/provider/${encodeURIComponent(provider)}/consumer/${encodeURIComponent(each.consumer)}/pact-version/${contentOf(each)}`;
    return {
      shortDescription: 'latest',
      verificationProperties: { ...(asked && { pending }), notices },
      _links: { self: { href, name: `Pact between ${each.consumer} (${each.version}) and ${provider}` } },
    };
  });
  return { _embedded: { pacts }, _links: { self: { href: address, title: 'Pacts to be verified' } } };
}

interface Route {
  readonly state: BrokerState;
  readonly malformed: string[];
  readonly address: string;
  readonly heard: (question: Question) => void;
}

function verifiable(provider: string, body: string, request: IncomingMessage, route: Route): Answer {
  const { state, malformed, address, heard } = route;
  if (!/json/.test(request.headers['content-type'] ?? '')) {
    malformed.push(`content-type ${request.headers['content-type']}`);
    return refused(415, 'Unsupported Media Type');
  }
  const question = JSON.parse(body) as Question;
  const errors = questionErrors(question);
  malformed.push(...errors);
  heard(question);
  if (errors.length > 0) return { status: 400, body: { errors } };
  if (!state.published.some((each) => each.provider === provider))
    return refused(404, `No provider with name '${provider}' found`);
  return { status: 200, body: listing(state, provider, question, address) };
}

const isNamed = (each: Published, provider: string, consumer: string, content: string): boolean =>
  each.provider === provider && each.consumer === consumer && contentOf(each) === content;

function routed(request: IncomingMessage, body: string, route: Route): Answer {
  const { state, malformed } = route;
  const path = new URL(request.url ?? '/', 'http://broker').pathname.split('/').map(decodeURIComponent);
  if (!/json/.test(request.headers.accept ?? '')) malformed.push(`accept ${request.headers.accept}`);
  const [, pacts, , provider = '', kind, consumer = '', , content = ''] = path;
  if (pacts === 'pacts' && kind === 'for-verification' && request.method === 'POST')
    return verifiable(provider, body, request, route);
  const found = state.published.find((each) => isNamed(each, provider, consumer, content));
  if (pacts === 'pacts' && request.method === 'GET' && found !== undefined)
    return {
      status: 200,
      body: { ...found.pact, createdAt: '2026-01-01T00:00:00+00:00', _links: { self: { href: request.url } } },
    };
  return refused(404, 'The requested document was not found on this server.');
}

/** Starts a broker that knows `state`. */
export async function startBroker(state: BrokerState, options: BrokerOptions = {}): Promise<BrokerStandIn> {
  const [received, malformed, faults]: [string[], string[], Fault[]] = [[], [], []];
  let question: Question | undefined;
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      received.push(`${request.method} ${request.url}`);
      const fault = faults.shift();
      if (fault !== undefined) {
        spoilt(fault, response);
        return;
      }
      const heard = (asked: Question): void => {
        question = asked;
      };
      const open = options.authorization === undefined || request.headers.authorization === options.authorization;
      const { status, body: said } = open
        ? routed(request, body, { state, malformed, address: options.ownAddress ?? url, heard })
        : refused(401, `Not for ${request.headers.authorization ?? 'nobody'}`);
      response.writeHead(status, { 'content-type': HAL }).end(JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    received,
    malformed,
    question: () => question,
    spoil: (...more) => void faults.push(...more),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
