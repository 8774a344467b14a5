import { describe, expect, it } from '@jest/globals';
import { ACCESS, type CloudSettings, memoryClouds, type Provider } from '@slipway/cluster-login/memory';
import { memoryClock } from '@slipway/system/memory';
import { image, world } from './memory/world.ts';

async function deployTo(provider: Provider, settings: CloudSettings = {}, permitted = true) {
  const clock = memoryClock(Date.UTC(2026, 0, 1));
  const { deploy, liveImage, cluster } = world();
  let environment: (name: string) => string | undefined = () => undefined;
  let seen: readonly (string | undefined)[] = [];
  const outcome = await deploy(ACCESS[provider], {
    clock,
    context: { environment: (name) => environment(name) },
    through: (api) => {
      const clouds = memoryClouds(provider, settings, clock, { permitted, api });
      environment = clouds.environment;
      seen = clouds.came;
      return clouds.http;
    },
  });
  return { ...outcome, came: seen, liveImage, writes: cluster.writes };
}

describe.each<[Provider]>([['eks'], ['gke'], ['aks']])('a cluster of %s', (provider) => {
  it("is deployed to by the job's own identity", async () => {
    const { outputs, liveImage, came } = await deployTo(provider);
    expect(outputs['verdict']).toBe('pass');
    expect(liveImage()).toBe(image('a'));
    expect(came.length).toBeGreaterThan(20);
    expect(came).not.toContain(undefined);
  });

  it('is not touched when the job may have no ID token, or is not let in', async () => {
    const noToken = await deployTo(provider, {}, false);
    expect(noToken.problems).toMatchObject([{ code: 'ID_TOKEN_NOT_PERMITTED' }]);
    const refused = await deployTo(provider, { subject: 'repo:org/other:ref:refs/heads/main' });
    expect(refused.problems).toMatchObject([{ code: 'CLOUD_ROLE_REFUSED' }]);
    expect([...noToken.writes, ...refused.writes]).toEqual([]);
  });
});
