import { createHash } from 'node:crypto';
import { nodeHttp } from '@slipway/system/node';

const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

async function expectStatus(status: number, wanted: number, what: string): Promise<void> {
  if (status !== wanted) throw new Error(`${what}: ${status}`);
}

/** Pushes an image without layers for a platform that no node has; gives its name by digest. */
export async function pushForeign(registry: string): Promise<string> {
  const repository = `http://${registry}/v2/test/foreign`;
  const config = JSON.stringify({ os: 'linux', architecture: 's390x', rootfs: { type: 'layers', diff_ids: [] }, config: {} });
  const begun = await nodeHttp.fetch({ method: 'POST', url: `${repository}/blobs/uploads/` });
  await expectStatus(begun.status, 202, 'an upload was not begun');
  const url = new URL(begun.headers['location'] ?? '', repository);
  url.searchParams.set('digest', digestOf(config));
  const headers = { 'content-type': 'application/octet-stream' };
  const put = await nodeHttp.fetch({ method: 'PUT', url: url.toString(), headers, body: config });
  await expectStatus(put.status, 201, 'the configuration was not taken');
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const type = 'application/vnd.oci.image.config.v1+json';
  const manifest = JSON.stringify({
    ...{ schemaVersion: 2, mediaType, layers: [] },
    config: { mediaType: type, digest: digestOf(config), size: Buffer.byteLength(config) },
  });
  const written = await nodeHttp.fetch({
    ...{ method: 'PUT', url: `${repository}/manifests/${digestOf(manifest)}`, body: manifest },
    headers: { 'content-type': mediaType },
  });
  await expectStatus(written.status, 201, 'the manifest was not taken');
  return `${registry}/test/foreign@${digestOf(manifest)}`;
}
