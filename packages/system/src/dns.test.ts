import { createSocket, type Socket } from 'node:dgram';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Dns } from './dns.ts';
import { memoryDns } from './memory/index.ts';
import { dnsOf } from './node/index.ts';

const [A, CNAME, AAAA] = [1, 5, 28];
const [FAILED, UNKNOWN] = [2, 3];

const labels = (name: string): Buffer =>
  Buffer.concat([
    ...name.split('.').map((label) => Buffer.from(`${String.fromCharCode(label.length)}${label}`)),
    Buffer.alloc(1),
  ]);

/** What a name is, by the number of a kind of record; or the code of an error (RFC 1035, 4.1.1). */
const ZONE: Readonly<Record<string, Readonly<Record<number, Buffer>> | number>> = {
  'orders.test': { [CNAME]: labels('edge.test'), [A]: Buffer.from([192, 0, 2, 7]) },
  'edge.test': { [CNAME]: labels('balancer.test') },
  'balancer.test': { [A]: Buffer.from([192, 0, 2, 7]), [AAAA]: Buffer.from('20010db8000000000000000000000001', 'hex') },
  'broken.test': FAILED,
};

/** The answer to one question (RFC 1035, 4): the question again, and the record by a pointer to its name. */
function answerTo(query: Buffer): Buffer {
  let end = 12;
  const words: string[] = [];
  for (let size = query[end] ?? 0; size > 0; size = query[end] ?? 0) {
    words.push(query.toString('latin1', end + 1, end + 1 + size));
    end += size + 1;
  }
  const entry = ZONE[words.join('.').toLowerCase()] ?? UNKNOWN;
  const kind = query.readUInt16BE(end + 1);
  const data = typeof entry === 'number' ? undefined : entry[kind];
  const header = Buffer.alloc(12);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8180 + (typeof entry === 'number' ? entry : 0), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(data === undefined ? 0 : 1, 6);
  const question = query.subarray(12, end + 5);
  if (data === undefined) return Buffer.concat([header, question]);
  const record = Buffer.from([0xc0, 12, 0, kind, 0, 1, 0, 0, 0, 60, 0, data.length]);
  return Buffer.concat([header, question, record, data]);
}

let server: Socket;
beforeAll(async () => {
  server = createSocket('udp4', (query, { port, address }) => server.send(answerTo(query), port, address));
  await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const balancer = { addresses: ['192.0.2.7', '2001:db8::1'], aliasOf: [] };
const orders = { addresses: ['192.0.2.7'], aliasOf: ['edge.test', 'balancer.test'] };
const going = new AbortController().signal;

describe.each<[string, () => Dns]>([
  ['node', () => dnsOf([`127.0.0.1:${server.address().port}`])],
  ['memory', () => memoryDns({ 'orders.test': orders, 'balancer.test': balancer, 'broken.test': undefined })],
])('names of %s', (_, make) => {
  test('have addresses of both kinds, and a chain of aliases', async () => {
    expect(await make().records('orders.test', going)).toEqual(orders);
    expect(await make().records('balancer.test', going)).toEqual(balancer);
  });

  test('that do not exist have none', async () => {
    expect(await make().records('nobody.test', going)).toEqual({ addresses: [], aliasOf: [] });
  });

  test('of which nothing is said are no names without addresses', async () => {
    await expect(make().records('broken.test', going)).rejects.toThrow('DNS_FAILED');
  });
});

test('a question is given up with the run', async () => {
  const silent = createSocket('udp4');
  await new Promise<void>((resolve) => silent.bind(0, '127.0.0.1', resolve));
  const asked = new AbortController();
  silent.on('message', () => asked.abort());
  await expect(dnsOf([`127.0.0.1:${silent.address().port}`]).records('orders.test', asked.signal)).rejects.toThrow('ECANCELLED');
  silent.close();
});
