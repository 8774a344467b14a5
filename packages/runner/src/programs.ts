import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir, cacheFile, downloadTool, extractTar, find } from '@actions/tool-cache';
import { Failure } from '@slipway/failure';

/** A released program, and the digest that it must have before anything of it is unpacked or executed. */
export interface ReleasedProgram {
  readonly name: string;
  readonly version: string;
  /** The address of the file. */
  readonly url: string;
  /** 64 hexadecimal digits, of the file as it is fetched. */
  readonly sha256: string;
  /** The program within the tar archive that the file is; the file itself is the program when there is none. */
  readonly member?: string;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

function unreachable({ name, version, url }: ReleasedProgram, cause: unknown): Failure {
  const why = cause instanceof Error ? cause.message : String(cause);
  const remedy = 'Check that this runner may reach the address, or name a mirror that it may.';
  const message = `${name} ${version} could not be fetched from ${url}: ${why}.`;
  return new Failure({ code: 'PROGRAM_UNREACHABLE', message, remedy }, { cause });
}

async function fetchChecked(program: ReleasedProgram): Promise<string> {
  const { name, version, url, sha256 } = program;
  const file = await downloadTool(url).catch((error: unknown) => Promise.reject(unreachable(program, error)));
  const actual = await sha256Of(file);
  if (actual === sha256) return file;
  await rm(file, { force: true });
  const message = `${name} ${version} from ${url} has the SHA-256 ${actual}, and ${sha256} was expected. Nothing of it was executed.`;
  const remedy = 'Do not use that address until it is known why: it gives another file than its makers released.';
  throw new Failure({ code: 'PROGRAM_CHECKSUM', message, remedy });
}

/**
 * The path of a released program, from the runner's tool cache or fetched into it.
 *
 * @throws Failure PROGRAM_NO_CACHE, PROGRAM_UNREACHABLE or PROGRAM_CHECKSUM; nothing was unpacked or executed then.
 */
export async function installProgram(program: ReleasedProgram): Promise<string> {
  const { name, version, sha256, member } = program;
  if (!process.env['RUNNER_TEMP'] || !process.env['RUNNER_TOOL_CACHE']) {
    const message = `${name} cannot be fetched here: RUNNER_TEMP and RUNNER_TOOL_CACHE, which a runner sets, are not set.`;
    throw new Failure({ code: 'PROGRAM_NO_CACHE', message, remedy: 'Install it, and give its path.' });
  }
  // Another digest is another entry, so that a pin that was changed is not answered from what was there before.
  const entry = `${version}-sha${sha256.slice(0, 16)}`;
  const known = find(name, entry);
  const path = join(known, member ?? name);
  const there =
    known !== '' &&
    (await access(path).then(
      () => true,
      () => false,
    ));
  if (there) return path;
  const file = await fetchChecked(program);
  const folder =
    member === undefined ? await cacheFile(file, name, name, entry) : await cacheDir(await extractTar(file), name, entry);
  const installed = join(folder, member ?? name);
  await chmod(installed, 0o755);
  return installed;
}
