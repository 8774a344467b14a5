import { describe, expect, it } from '@jest/globals';
import type { Http, HttpResponse } from '@slipway/system';
import { memoryHttp } from '@slipway/system/memory';
import { CRASH, image, world } from './memory/world.ts';

const [GOOD, BAD] = [image('a'), image('b')];

/** The cluster, and before it a registry that has other tags and not the good image. */
function withoutGood(cluster: Http): Http {
  const registry = memoryHttp(({ url }) =>
    new URL(url).pathname.endsWith('/tags/list')
      ? { status: 200, body: '{"name":"shop/order-service","tags":["1"]}' }
      : { status: url.includes('b'.repeat(64)) ? 403 : 404, body: '{"errors":[]}' },
  );
  const fetch = (request: Parameters<Http['fetch']>[0]): Promise<HttpResponse> =>
    new URL(request.url).host === 'registry.example.com' ? registry.fetch(request) : cluster.fetch(request);
  return { fetch };
}

describe('a good release whose image the registry lost', () => {
  it('is not gone back to: nothing is touched, and the image is named', async () => {
    const { deploy, liveImage } = world({ behave: (given) => (given === BAD ? CRASH : 'ready') });
    await deploy();
    const failed = await deploy({ image: BAD }, { through: withoutGood });
    expect(failed.outputs).toMatchObject({ verdict: 'fail', cause: 'app/CrashLoopBackOff', 'rolled-back-to': '' });
    expect(failed.headline).toContain(`the image of release 1 is gone (IMAGE_GONE): the registry has no ${GOOD} any more`);
    expect(liveImage()).toBe(BAD);
  });

  it('is gone back to where the registry is not to be asked, or cannot tell', async () => {
    const { deploy, liveImage } = world({ behave: (given) => (given === BAD ? CRASH : 'ready') });
    await deploy();
    const unasked = await deploy({ image: BAD, 'check-image': 'false' }, { through: withoutGood });
    expect(unasked.outputs['rolled-back-to']).toBe('1');
    expect((await deploy({ image: BAD })).outputs['rolled-back-to']).toBe('1');
    expect(liveImage()).toBe(GOOD);
  });
});
