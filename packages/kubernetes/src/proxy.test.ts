import { describe, expect, test } from '@jest/globals';
import { Failure } from '@slipway/failure';
import type { HttpRequest } from '@slipway/system';
import { memoryHttp } from '@slipway/system/memory';
import { proxyTo } from './proxy.ts';

const TARGET = { kind: 'services', namespace: 'shop', name: 'orders:http' } as const;
const BASE = 'https://k8s/api/v1/namespaces/shop/services/orders:http/proxy';
const status = (message: string): string => JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Failure', message });

function proxied(answer: { status: number; body?: string } = { status: 200 }) {
  const got: HttpRequest[] = [];
  const authorize = async () => ({ headers: { authorization: 'Bearer cluster' }, tls: { ca: 'authority' } });
  const http = memoryHttp((request) => {
    got.push(request);
    return answer;
  });
  return { ...proxyTo(TARGET, { server: 'https://k8s', authorize }, http), got };
}

describe('a proxy of the API server', () => {
  test('is asked with the credentials of the cluster', async () => {
    const { base, http, got } = proxied();
    expect(base).toBe(BASE);
    await http.fetch({ url: `${base}/a?b=c`, headers: { accept: 'x' } });
    expect(got).toEqual([
      { url: `${BASE}/a?b=c`, headers: { accept: 'x', authorization: 'Bearer cluster' }, tls: { ca: 'authority' } },
    ]);
  });

  test.each([
    `${BASE}/../../secrets`,
    `${BASE}/%2e%2e/%2e%2e/secrets`,
    `${BASE}-of-another/`,
    'https://k8s/api/v1/namespaces/shop/secrets',
    'https://elsewhere/api/v1/namespaces/shop/services/orders:http/proxy/',
  ])('gives no credentials to %s', async (url) => {
    const { http, got } = proxied();
    await http.fetch({ url });
    expect(got).toEqual([{ url }]);
  });

  test.each([
    [status('no endpoints available for service "orders"'), 'ECONNREFUSED'],
    [status('error trying to reach service: EOF'), 'ECONNRESET'],
    ["Error trying to reach service: 'dial tcp 10.0.0.1:80: connect: connection refused'", 'ECONNREFUSED'],
  ])('that says %s gives no answer', async (body, code) => {
    const { base, http } = proxied({ status: 503, body });
    const failure = await http.fetch({ url: `${base}/` }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ code: 'HTTP_UNREACHABLE', cause: { code } });
    expect(String(failure)).toContain('Service orders:http in namespace shop did not answer');
  });

  test.each([
    [503, 'overloaded'],
    [503, '{"kind":"Status"}'],
    [404, status('no such order')],
  ])('hands on %p with %s, which the service said', async (code, body) => {
    const { base, http } = proxied({ status: code, body });
    const response = await http.fetch({ url: `${base}/` });
    expect([response.status, await response.text()]).toEqual([code, body]);
  });
});
