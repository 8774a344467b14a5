import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Agent, request as send } from 'node:https';
import type { AddressInfo } from 'node:net';
import { parseKubeconfig } from '@slipway/kubernetes';

/** Where in its writes a process is struck. */
export interface Blow {
  /** The number of the write, from 1; none when it is 0. */
  readonly at: number;
  /** Whether the write is done before the blow. */
  readonly after: boolean;
}

/** A way to a real API server on which a process can be struck at any of its writes. */
export interface MortalProxy {
  readonly url: string;
  /** How many writes were asked for. */
  readonly writes: () => number;
  close(): Promise<void>;
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

const isWrite = ({ method = 'GET', url = '' }: IncomingMessage): boolean =>
  method !== 'GET' && !url.includes('dryRun=All') && !url.includes('selfsubjectaccessreviews');

const textOf = (material: unknown): string | undefined => (material as { readonly text?: string } | undefined)?.text;

/** Starts a proxy with the rights of a kubeconfig; `strike` is called at the write of the blow, and says whether what it struck lives on. */
export async function startMortalProxy(kubeconfig: string, blow: Blow, strike: () => boolean): Promise<MortalProxy> {
  const { server: upstream, ca, cert, key } = parseKubeconfig(kubeconfig, undefined);
  const agent = new Agent({ ca: textOf(ca), cert: textOf(cert), key: textOf(key), keepAlive: true });
  let writes = 0;
  const pass = (message: IncomingMessage, body: Buffer, response: ServerResponse, then: () => void): void => {
    const { host: _host, authorization: _own, ...headers } = message.headers;
    const sent = send(new URL(message.url ?? '/', upstream), { method: message.method, headers, agent });
    sent.once('error', () => response.destroy());
    sent.once('response', (got) => {
      then();
      response.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(response);
    });
    response.once('close', () => sent.destroy());
    sent.end(body);
  };
  const server = createServer((message, response) => {
    void bytesOf(message)
      .then((body) => {
        if (isWrite(message)) writes += 1;
        const mine = isWrite(message) && writes === blow.at;
        if (mine && !blow.after && !strike()) return response.destroy();
        pass(message, body, response, () => {
          if (mine && blow.after) strike();
        });
        return undefined;
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    writes: () => writes,
    close: () => {
      server.closeAllConnections();
      agent.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
