import { describe, expect, it } from '@jest/globals';
import { memoryClock } from '@slipway/system/memory';
import { kubernetes, type Right } from './client.ts';
import { memoryCluster } from './memory/index.ts';
import { missingRights } from './missing-right.ts';

function clientWithout(denied: (right: Right) => boolean) {
  const cluster = memoryCluster({ denied });
  return kubernetes(cluster.connection, { http: cluster.http, clock: memoryClock() });
}

const LIST: Right = { verb: 'list', group: 'apps', resource: 'deployments', namespace: 'shop' };
const LOG: Right = { verb: 'get', group: '', resource: 'pods', subresource: 'log' };

describe('a right that is missing', () => {
  it('is named with where it is missing, what it is for and what else would do', async () => {
    const needed = [
      { right: LIST, location: { file: 'k8s/app.yaml', line: 2 } },
      { right: LOG, consequence: 'nothing could be explained', alternative: 'set logs: false' },
    ];
    expect(
      await missingRights(
        clientWithout(() => true),
        needed,
      ),
    ).toEqual([
      {
        code: 'K8S_RIGHT_MISSING',
        message: "The kubeconfig's identity may not list deployments.apps in namespace shop.",
        remedy: 'Add to its Role: { apiGroups: ["apps"], resources: ["deployments"], verbs: ["list"] }.',
        location: { file: 'k8s/app.yaml', line: 2 },
      },
      {
        code: 'K8S_RIGHT_MISSING',
        message: "The kubeconfig's identity may not get pods/log in the cluster, so nothing could be explained.",
        remedy: 'Add to its ClusterRole: { apiGroups: [""], resources: ["pods/log"], verbs: ["get"] }, or set logs: false.',
      },
    ]);
  });

  it('is told once, on the line that needs it', async () => {
    const needed = [{ right: LIST }, { right: LIST, location: { file: 'a.yaml', line: 1 } }, { right: LIST }];
    expect(
      await missingRights(
        clientWithout(() => true),
        needed,
      ),
    ).toMatchObject([{ location: { file: 'a.yaml' } }]);
  });

  it('is none of those that are there', async () => {
    expect(
      await missingRights(
        clientWithout(({ verb }) => verb === 'get'),
        [{ right: LIST }, { right: LOG }],
      ),
    ).toHaveLength(1);
  });
});
