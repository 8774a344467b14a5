import { describe, expect, it } from '@jest/globals';
import type { KubeObject } from '@slipway/kubernetes';
import { readinessOf } from './readiness.ts';

const resource = (status: unknown, generation = 2): KubeObject => ({
  ...{ apiVersion: 'databases.example.com/v1', kind: 'Database', metadata: { name: 'a', namespace: 'shop', generation } },
  status,
});
const condition = (type: string, status: string, message?: string) => ({ type, status, ...(message && { message }) });

describe('a custom resource', () => {
  it.each<[string, unknown, boolean]>([
    ['without a word of its controller is ready', undefined, true],
    ['with other conditions alone is ready', { conditions: [condition('Synced', 'False')] }, true],
    ['that is Ready is', { observedGeneration: 2, conditions: [condition('Ready', 'True')] }, true],
    ['that was Ready before the change is not', { observedGeneration: 1, conditions: [condition('Ready', 'True')] }, false],
    ['that is not Ready is not', { conditions: [condition('Ready', 'False')] }, false],
    ['of which it is unknown is not', { conditions: [condition('Ready', 'Unknown')] }, false],
    ['that has stalled is not', { conditions: [condition('Ready', 'True'), condition('Stalled', 'True')] }, false],
  ])('%s', (_, status, ready) => {
    expect(readinessOf(resource(status)).ready).toBe(ready);
  });

  it('says why it is not ready, and that it has given up', () => {
    const conditions = [condition('Ready', 'False', 'no disk'), condition('Stalled', 'True')];
    expect(readinessOf(resource({ conditions }))).toMatchObject({
      progress: 'Ready is False: no disk',
      gaveUp: { type: 'Stalled' },
    });
  });
});
