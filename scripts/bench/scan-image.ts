import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../definitions.ts';
import type { Figure } from './figure.ts';
import { measure } from './process.ts';

const MODULES = 2_000;
const MEBIBYTE = 1024 * 1024;
/** What a scan may take at its peak, whatever the size of the image: the largest file that is held, and as much again. */
const BOUND_MIB = 512;

function writeFiles(root: string): void {
  const put = (path: string, content: string | Buffer, mode = 0o644): void => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content, { mode });
  };
  const stanza = (name: string): string => `Package: ${name}\nStatus: install ok installed\nVersion: 1.0-1\n\n`;
  put('etc/os-release', 'ID=debian\nVERSION_ID="12"\n');
  put('var/lib/dpkg/status', Array.from({ length: 400 }, (_, index) => stanza(`lib-${index}`)).join(''));
  for (let index = 0; index < MODULES; index++) {
    const folder = `app/node_modules/module-${index}`;
    put(`${folder}/package.json`, JSON.stringify({ name: `module-${index}`, version: '1.0.0' }));
    put(`${folder}/index.js`, `module.exports = ${index};\n`.repeat(2_000));
  }
  const program = Buffer.alloc(100 * MEBIBYTE, 'no build information here ');
  program.set([0x7f, 0x45, 0x4c, 0x46]);
  for (const name of ['one', 'two']) put(`usr/bin/${name}`, program, 0o755);
}

/** Writes an OCI layout of one layer with 300 MB. */
function writeLayout(folder: string): { readonly layout: string; readonly bytes: number } {
  const [files, layout] = [join(folder, 'files'), join(folder, 'image')];
  writeFiles(files);
  const blobs = join(layout, 'blobs', 'sha256');
  mkdirSync(blobs, { recursive: true });
  const tar = join(folder, 'layer.tar');
  execFileSync('tar', ['--sort=name', '-cf', tar, '-C', files, '.']);
  rmSync(files, { recursive: true });
  const bytes = statSync(tar).size;
  const hex = execFileSync('sha256sum', [tar], { encoding: 'utf8' }).slice(0, 64);
  renameSync(tar, join(blobs, hex));
  const put = (mediaType: string, value: object) => {
    const text = JSON.stringify(value);
    const digest = createHash('sha256').update(text).digest('hex');
    writeFileSync(join(blobs, digest), text);
    return { mediaType, digest: `sha256:${digest}`, size: Buffer.byteLength(text) };
  };
  const types = 'application/vnd.oci.image';
  const config = put(`${types}.config.v1+json`, { os: 'linux', architecture: 'amd64', rootfs: { type: 'layers', diff_ids: [] } });
  const layers = [{ mediaType: `${types}.layer.v1.tar`, digest: `sha256:${hex}`, size: bytes }];
  const mediaType = `${types}.manifest.v1+json`;
  const manifest = put(mediaType, { schemaVersion: 2, mediaType, config, layers });
  const index = { schemaVersion: 2, mediaType: `${types}.index.v1+json`, manifests: [manifest] };
  writeFileSync(join(layout, 'index.json'), JSON.stringify(index));
  writeFileSync(join(layout, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  return { layout, bytes };
}

function writeDatabase(folder: string): string {
  const database = join(folder, 'osv');
  for (const [ecosystem, name] of [
    ['npm', 'module-7'],
    ['Debian', 'lib-7'],
  ] as const) {
    mkdirSync(join(database, ecosystem), { recursive: true });
    const of = { package: { ecosystem, name }, ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }] }] };
    const advisory = { id: `BENCH-${ecosystem}`, modified: '2026-10-01T00:00:00Z', affected: [of] };
    writeFileSync(join(database, ecosystem, 'one.json'), JSON.stringify(advisory));
  }
  return database;
}

/** A layout of 300 MB scanned for packages and for secrets; the memory that it takes stays below a bound. */
export async function scanImage(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-image-'));
  try {
    const { layout, bytes } = writeLayout(folder);
    const bundle = join(ROOT, 'dist', 'cli', 'index.js');
    const command = [process.execPath, bundle, 'security-scan', 'scan', '--image', layout, '--database', writeDatabase(folder)];
    const { ms, mib, output } = measure(folder, [...command, '--json']);
    const { outputs } = JSON.parse(output) as { outputs: { findings: string; packages: string } };
    const expected = MODULES + 400;
    if (Number(outputs.packages) !== expected || outputs.findings !== '2')
      throw new Error(
        `There are ${expected} packages and 2 findings in the image, not ${outputs.packages} and ${outputs.findings}.`,
      );
    if (mib > BOUND_MIB) throw new Error(`The scan took ${mib.toFixed(0)} MiB, and the bound is ${BOUND_MIB} MiB.`);
    const size = `layout of ${(bytes / 1e6).toFixed(0)} MB`;
    return [
      { bench: 'scan', name: 'image, wall time', value: ms, unit: 'ms', note: size },
      { bench: 'scan', name: 'image, memory', value: mib, unit: 'MiB', peer: 'the bound', ratio: mib / BOUND_MIB, note: size },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
