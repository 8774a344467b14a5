import { describe, expect, test } from '@jest/globals';
import { PREFERRED_PORTS } from './address.ts';
import { choosePorts, parsePorts } from './state.ts';

describe('parsePorts', () => {
  test('reads the ports it knows and drops the others', () => {
    expect(parsePorts('{"ports":{"etcd":2379,"registry":70000,"kubelet":"10250","unknown":1}}')).toEqual({ etcd: 2379 });
  });

  test.each(['', '{', 'null', '[]', '{"ports":null}'])('takes %j for a damaged state', (text) => {
    expect(parsePorts(text)).toEqual({});
  });
});

describe('choosePorts', () => {
  test('takes the preferred ports where they are free', async () => {
    expect(await choosePorts({}, (preferred) => Promise.resolve(preferred))).toEqual(PREFERRED_PORTS);
  });

  test('keeps remembered ports and gives none twice', async () => {
    // Each port is offered twice, one after the other.
    let offers = 0;
    const ports = await choosePorts({ registry: 40_003 }, () => Promise.resolve(40_000 + Math.floor(offers++ / 2)));
    expect(ports.registry).toBe(40_003);
    expect(new Set(Object.values(ports)).size).toBe(Object.keys(PREFERRED_PORTS).length);
  });
});
