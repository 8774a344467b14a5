import { type IncomingHttpHeaders, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { connect, type Socket } from 'node:net';
import { type Credentials, credentialsOf } from './certificates.ts';
import type { Site } from './site.ts';

const TIMEOUT_MS = 3000;

/** The status and body of an answer. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How a URL is asked: with which client certificate and headers. */
export interface AskOptions {
  readonly credentials?: Credentials;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks a URL once; rejects when there is no answer in time. */
export function ask(url: string, { credentials, headers }: AskOptions = {}): Promise<Answer> {
  const tls = credentials && { ca: credentials.authority, cert: credentials.certificate, key: credentials.key };
  return new Promise((resolve, reject) => {
    const request = url.startsWith('https:') ? secure : plain;
    const sent = request(url, { ...tls, ...(headers && { headers }), agent: false, timeout: TIMEOUT_MS }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      response
        .on('error', reject)
        .on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on('error', reject).on('timeout', () => sent.destroy(new Error(`no answer from ${url}`)));
    sent.end();
  });
}

/** Tells whether a URL answers with a status below 300. */
export async function answers(url: string, credentials?: Credentials): Promise<boolean> {
  return ask(url, credentials ? { credentials } : {}).then(
    ({ status }) => status < 300,
    () => false,
  );
}

/** Tells whether something accepts connections on a unix socket. */
export function listens(socketPath: string): Promise<boolean> {
  return accepts(() => connect(socketPath));
}

function accepts(open: () => Socket): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = open();
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy());
    socket.once('connect', () => {
      resolve(true);
      socket.destroy();
    });
    socket.on('error', () => undefined).once('close', () => resolve(false));
  });
}

/** Tells whether something accepts connections on a port of loopback. */
export function listensOn(port: number): Promise<boolean> {
  return accepts(() => connect(port, '127.0.0.1'));
}

/** Asks the API server for a path as the administrator. */
export function askApi(site: Site, path: string): Promise<Answer> {
  return ask(`https://127.0.0.1:${site.ports.apiServer}${path}`, { credentials: credentialsOf('admin', site.layout) });
}
