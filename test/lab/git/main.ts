import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/*
 * Git's own server (git-http-backend(1), a CGI program) behind a socket: repositories in a folder, read and pushed by anyone.
 */
const [root = '', port = ''] = process.argv.slice(2);

function environmentOf(request: IncomingMessage): Record<string, string> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://git');
  return {
    PATH: process.env['PATH'] ?? '',
    GIT_PROJECT_ROOT: root,
    GIT_HTTP_EXPORT_ALL: '1',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'http.receivepack',
    GIT_CONFIG_VALUE_0: 'true',
    GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    REQUEST_METHOD: request.method ?? 'GET',
    PATH_INFO: decodeURIComponent(pathname),
    QUERY_STRING: search.slice(1),
    CONTENT_TYPE: request.headers['content-type'] ?? '',
    HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
    REMOTE_ADDR: '127.0.0.1',
    REMOTE_USER: 'lab',
  };
}

/** A CGI program's answer is its headers, an empty line and the body (RFC 3875, section 6). */
function answerOf(output: Buffer): { readonly status: number; readonly headers: Record<string, string>; readonly body: Buffer } {
  const end = output.indexOf('\r\n\r\n');
  const lines = output.subarray(0, Math.max(end, 0)).toString().split('\r\n');
  const headers = Object.fromEntries(lines.map((line) => line.split(/:\s*(.*)/s).slice(0, 2) as [string, string]));
  const status = Number.parseInt(headers['Status'] ?? '200', 10);
  delete headers['Status'];
  return end < 0 ? { status: 500, headers: {}, body: output } : { status, headers, body: output.subarray(end + 4) };
}

function serve(request: IncomingMessage, response: ServerResponse): void {
  if (request.url === '/healthz') {
    response.end('ok');
    return;
  }
  const child = spawn('git', ['http-backend'], { env: environmentOf(request), stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.on('error', () => response.writeHead(500).end());
  // Git closes its input when it has read enough.
  child.stdin.on('error', () => undefined);
  child.on('close', () => {
    const { status, headers, body } = answerOf(Buffer.concat(chunks));
    response.writeHead(status, headers).end(body);
  });
  request.pipe(child.stdin);
}

createServer(serve).listen(Number(port), '127.0.0.1');
