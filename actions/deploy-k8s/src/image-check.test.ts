import { describe, expect, it } from '@jest/globals';
import { parseManifests } from '@slipway/kubernetes';
import { memoryContext, memoryPorts } from '@slipway/runner/memory';
import { memoryHttp } from '@slipway/system/memory';
import { createHash } from 'node:crypto';
import { askRegistry, type ImageAnswer, judgeImage } from './image-check.ts';

const sha = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const CONFIG = JSON.stringify({ os: 'linux', architecture: 'arm64' });
const SINGLE = JSON.stringify({
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: sha(CONFIG), size: CONFIG.length },
  layers: [],
});
const entry = (os: string, architecture: string) => ({
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  digest: sha(architecture),
  size: 1,
  platform: { os, architecture },
});
const INDEX = JSON.stringify({
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.index.v1+json',
  manifests: [entry('linux', 'amd64'), entry('linux', 'arm64'), entry('unknown', 'unknown')],
});

/** A registry that answers these paths, and 404 for all others. */
function ask(digest: string, answers: Readonly<Record<string, { status?: number; body?: string }>>, away = false) {
  const http = memoryHttp(({ url }) => {
    if (away) return undefined;
    const found = Object.entries(answers).find(([path]) => new URL(url).pathname.endsWith(path))?.[1];
    const body = found?.body ?? '{"errors":[]}';
    const mediaType = body === INDEX ? 'application/vnd.oci.image.index.v1+json' : 'application/vnd.oci.image.manifest.v1+json';
    return { status: found?.status ?? (found === undefined ? 404 : 200), body, headers: { 'content-type': mediaType } };
  });
  return askRegistry(`registry.example.com/shop/orders@${digest}`, memoryPorts({ http }), memoryContext());
}

describe('the registry', () => {
  it('tells the platforms of an index, and of a single image', async () => {
    expect(await ask(sha(INDEX), { [`/manifests/${sha(INDEX)}`]: { body: INDEX } })).toEqual({
      kind: 'there',
      platforms: ['linux/amd64', 'linux/arm64'],
    });
    const answers = { [`/manifests/${sha(SINGLE)}`]: { body: SINGLE }, [`/blobs/${sha(CONFIG)}`]: { body: CONFIG } };
    expect(await ask(sha(SINGLE), answers)).toEqual({ kind: 'there', platforms: ['linux/arm64'] });
  });

  it('says that the image is absent only where it shows what else is there', async () => {
    expect(await ask(sha('x'), { '/tags/list': { body: '{"name":"shop/orders","tags":["1"]}' } })).toEqual({ kind: 'absent' });
    expect(await ask(sha('x'), {})).toMatchObject({ kind: 'unknown' });
  });

  it('that refuses or stays away tells nothing', async () => {
    expect(await ask(sha('x'), { [`/manifests/${sha('x')}`]: { status: 403 } })).toMatchObject({ kind: 'unknown' });
    expect(await ask(sha('x'), {}, true)).toMatchObject({ kind: 'unknown' });
  });
});

describe('an image', () => {
  const IMAGE = 'registry.example.com/shop/orders@sha256:1';
  const text = `apiVersion: apps/v1
kind: Deployment
metadata: { name: orders }
spec:
  template:
    spec:
      containers:
        - name: app
          image: ${IMAGE}
`;
  const manifests = parseManifests([{ file: 'a.yaml', text }], 'shop');
  const there = (...platforms: string[]): ImageAnswer => ({ kind: 'there', platforms });

  it.each<[string, ImageAnswer, readonly string[] | undefined, readonly string[], readonly string[]]>([
    ['that is absent stops the deploy', { kind: 'absent' }, undefined, ['IMAGE_NOT_FOUND'], []],
    ['that cannot be asked for does not', { kind: 'unknown', why: 'x' }, ['linux/arm64'], [], []],
    ['for the nodes is right', there('linux/amd64', 'linux/arm64'), ['linux/amd64'], [], []],
    ['for a variant of the nodes is right', there('linux/arm/v7'), ['linux/arm'], [], []],
    ['for none of the nodes stops the deploy', there('linux/arm64'), ['linux/amd64'], ['IMAGE_PLATFORM'], []],
    ['for some of the nodes is remarked', there('linux/amd64'), ['linux/amd64', 'linux/arm64'], [], ['Image lacks a platform']],
    ['on nodes that may not be listed is let through', there('linux/arm64'), undefined, [], []],
  ])('%s', (_, answer, nodes, codes, titles) => {
    const { problems, annotations } = judgeImage(IMAGE, answer, nodes, manifests);
    expect(problems.map(({ code }) => code)).toEqual(codes);
    expect(annotations.map(({ title }) => title)).toEqual(titles);
    for (const { location } of problems) expect(location).toMatchObject({ file: 'a.yaml', line: 9 });
  });

  it('that nodes lack is told by the names of both', () => {
    const { problems } = judgeImage(IMAGE, there('linux/arm64'), ['linux/amd64'], manifests);
    expect(problems[0]?.message).toBe('The image is built for linux/arm64, and the cluster has nodes of linux/amd64 only.');
  });
});
