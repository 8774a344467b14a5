import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../definitions.ts';
import { type Figure, median } from './figure.ts';

const RUNS = 7;
const LAYERS = 4;
const LAYER_BYTES = 50 * 1024 * 1024;

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

/** An image of 200 MB in four layers that no compression makes smaller, new bytes each time, so that no one can reuse any. */
function writeLayout(folder: string): void {
  mkdirSync(join(folder, 'blobs/sha256'), { recursive: true });
  const keep = (mediaType: string, bytes: Buffer): Descriptor => {
    const hex = createHash('sha256').update(bytes).digest('hex');
    writeFileSync(join(folder, 'blobs/sha256', hex), bytes);
    return { mediaType, digest: `sha256:${hex}`, size: bytes.length };
  };
  const image = 'application/vnd.oci.image';
  const layers = Array.from({ length: LAYERS }, () => keep(`${image}.layer.v1.tar+gzip`, randomBytes(LAYER_BYTES)));
  const diffIds = layers.map(({ digest }) => digest);
  const config = { architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: diffIds } };
  const manifest = {
    schemaVersion: 2,
    mediaType: `${image}.manifest.v1+json`,
    config: keep(`${image}.config.v1+json`, Buffer.from(JSON.stringify(config))),
    layers,
  };
  const root = keep(manifest.mediaType, Buffer.from(JSON.stringify(manifest)));
  writeFileSync(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  writeFileSync(join(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [root] }));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** A registry of the bench's own, because what it stores is deleted with it. */
async function startRegistry(folder: string): Promise<{ readonly address: string; readonly process: ChildProcess }> {
  const address = `127.0.0.1:${await freePort()}`;
  const storage = { filesystem: { rootdirectory: join(folder, 'registry') } };
  writeFileSync(
    join(folder, 'registry.json'),
    JSON.stringify({ version: '0.1', log: { level: 'error' }, storage, http: { addr: address } }),
  );
  const child = spawn('docker-registry', ['serve', join(folder, 'registry.json')], { stdio: 'ignore' });
  child.on('error', () => undefined);
  for (let tries = 0; tries < 100; tries++) {
    const up = await fetch(`http://${address}/v2/`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return { address, process: child };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('docker-registry did not start; it is a Debian package, which comes with the lab.');
}

/** Wall time of a command that must succeed. */
function wallMs(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { PATH: process.env['PATH'], ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => output.push(piece));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(performance.now() - started) : reject(new Error(`${command}: ${Buffer.concat(output).toString()}`)),
    );
  });
}

/** One image, published by both to repositories of their own; who begins changes from run to run. */
async function race(folder: string, address: string, run: number): Promise<{ readonly ours: number; readonly skopeo: number }> {
  const [layout, home] = [join(folder, 'image'), join(folder, `home-${run}`)];
  writeLayout(layout);
  mkdirSync(home);
  const inputs = { INPUT_IMAGE: `${address}/ours/${run}`, INPUT_LAYOUT: layout, INPUT_TAGS: 'v1' };
  const ours = () =>
    wallMs(process.execPath, [join(ROOT, 'dist/publish-image/index.js')], {
      ...inputs,
      HOME: home,
      RUNNER_TEMP: home,
      GITHUB_WORKSPACE: folder,
    });
  const copy = [
    'copy',
    '--quiet',
    '--preserve-digests',
    '--dest-tls-verify=false',
    `oci:${layout}`,
    `docker://${address}/skopeo/${run}:v1`,
  ];
  const skopeo = () => wallMs('skopeo', copy, { HOME: home });
  const result = run % 2 === 0 ? { ours: await ours(), skopeo: await skopeo() } : { skopeo: await skopeo(), ours: await ours() };
  rmSync(layout, { recursive: true });
  return result;
}

/** How long publishing an image of 200 MB takes, beside `skopeo copy` of the same image to the same registry. */
export async function buildPublish(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
  const registry = await startRegistry(folder);
  try {
    const races = [];
    for (let run = 0; run <= RUNS; run++) races.push(await race(folder, registry.address, run));
    // The first warms the disk's cache and both programs.
    const [ours, skopeo] = [median(races.slice(1).map((each) => each.ours)), median(races.slice(1).map((each) => each.skopeo))];
    const peer = 'skopeo copy to the same registry';
    return [
      { bench: 'build', name: 'publish-200-mb.wall', value: ours, unit: 'ms', peer, ratio: ours / skopeo },
      { bench: 'build', name: 'skopeo-200-mb.wall', value: skopeo, unit: 'ms' },
    ];
  } finally {
    registry.process.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
