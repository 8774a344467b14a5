import { describe, expect, test } from '@jest/globals';
import { nameOf, openDocuments, readApi } from '@slipway/openapi';
import { memoryFiles } from '@slipway/system/memory';
import { routeOf } from './route.ts';

const TEXT = `openapi: 3.1.0
servers: [{ url: "https://x.example/v1/" }]
paths:
  /charges/{id}: { get: {} }
  /charges/latest: { get: {} }
  /files/{name}.{extension}: { get: {} }
  /files/{a}-{b}-{c}-{d}-{e}-{f}-{g}-{h}-{i}-{j}-{k}: { get: {} }
`;

describe('a path', () => {
  test.each<[string, string | undefined, Record<string, string>]>([
    ['/charges/7', '/charges/{id}', { id: '7' }],
    ['/v1/charges/7', '/charges/{id}', { id: '7' }],
    ['/charges/a%20b', '/charges/{id}', { id: 'a b' }],
    ['/charges/latest', '/charges/latest', {}],
    ['/charges/latest/', '/charges/latest', {}],
    ['/files/a.b.txt', '/files/{name}.{extension}', { name: 'a', extension: 'b.txt' }],
    ['/files/txt', undefined, {}],
    ['/v2/charges/7', undefined, {}],
    ['/charges', undefined, {}],
    ['/files/a-b-c-d-e-f-g-h-i-j', undefined, {}],
  ])('%s', async (path, template, parameters) => {
    const api = readApi(await openDocuments('a.yaml', memoryFiles({ 'a.yaml': TEXT })));
    const route = routeOf(api, 'GET', path);
    expect(route && nameOf(route.operation)).toBe(template && `GET ${template}`);
    expect(Object.fromEntries(route?.parameters ?? [])).toEqual(parameters);
  });
});
