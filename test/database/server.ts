import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What befalls the next request for a path, in the place of the answer that it should get. */
export type Fate = 'truncated' | 'cut' | 'wrong hash' | 'slow' | 'hang' | number;

interface Resource {
  readonly body: Buffer;
  readonly modified: string;
}

const resources = new Map<string, Resource>();
const fates = new Map<string, Fate[]>();
const seen: { path: string; status: number }[] = [];

const etagOf = ({ body }: Resource): string => `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;

function headersOf(resource: Resource, fate: Fate | undefined): Record<string, string> {
  const hashed = fate === 'wrong hash' ? Buffer.from('something else') : resource.body;
  return {
    etag: etagOf(resource),
    'last-modified': resource.modified,
    'content-length': String(resource.body.length),
    'x-goog-hash': `crc32c=AAAAAA==,md5=${createHash('md5').update(hashed).digest('base64')}`,
  };
}

async function send(response: ServerResponse, resource: Resource, fate: Fate | undefined): Promise<void> {
  const { body } = resource;
  const half = body.subarray(0, body.length >> 1);
  // Without a length, only the archive itself tells that its end is missing.
  if (fate === 'truncated') return void response.writeHead(200, { etag: etagOf(resource) }).end(half);
  response.writeHead(200, headersOf(resource, fate));
  if (fate === 'cut') return void response.write(half, () => response.destroy());
  if (fate !== 'slow') return void response.end(body);
  for (let at = 0; at < body.length; at += Math.ceil(body.length / 10)) {
    response.write(body.subarray(at, at + Math.ceil(body.length / 10)));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  response.end();
}

/** A server of exports in a process of its own. `PUT` gives it a file, `POST` a list of fates, `GET /seen` what was asked. */
const server = createServer(async (request, response) => {
  const path = request.url ?? '';
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces);
  if (request.method === 'PUT') {
    resources.set(path, { body, modified: String(request.headers['last-modified'] ?? new Date().toUTCString()) });
    return void response.end();
  }
  if (request.method === 'POST') {
    fates.set(path, JSON.parse(body.toString('utf8')) as Fate[]);
    return void response.end();
  }
  if (path === '/seen') return void response.end(JSON.stringify(seen));
  const resource = resources.get(path);
  const fate = fates.get(path)?.shift();
  const same = resource !== undefined && request.headers['if-none-match'] === etagOf(resource);
  const status = typeof fate === 'number' ? fate : resource === undefined ? 404 : same ? 304 : 200;
  seen.push({ path, status });
  if (fate === 'hang') return;
  if (status !== 200 || resource === undefined) return void response.writeHead(status).end();
  await send(response, resource, fate);
});

server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
