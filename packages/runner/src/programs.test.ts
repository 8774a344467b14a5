import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Failure } from '@slipway/failure';
import { installProgram } from './programs.ts';

let folder = '';
let server: Server;
let asked = 0;
let url = '';

const SCRIPT = '#!/bin/sh\necho ran\n';
let served: Buffer = Buffer.from(SCRIPT);
const before = { ...process.env };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'programs-'));
  process.env['RUNNER_TEMP'] = join(folder, 'temp');
  process.env['RUNNER_TOOL_CACHE'] = join(folder, 'tools');
  asked = 0;
  server = createServer((_, response) => {
    asked += 1;
    response.end(served);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/scanner`;
});

afterEach(async () => {
  process.env = { ...before };
  rmSync(folder, { recursive: true, force: true });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const filesBelow = (path: string): readonly string[] => readdirSync(path, { recursive: true }).map(String);

describe('a released program', () => {
  test('is fetched once, and runs', async () => {
    served = Buffer.from(SCRIPT);
    const program = { name: 'scanner', version: '1.2.3', url, sha256: sha256(served) };
    const path = await installProgram(program);
    expect(execFileSync(path, { encoding: 'utf8' })).toBe('ran\n');
    expect(await installProgram(program)).toBe(path);
    expect(asked).toBe(1);
  });

  test('is taken out of an archive', async () => {
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in/scanner'), SCRIPT);
    execFileSync('tar', ['-czf', join(folder, 'a.tar.gz'), '-C', folder, 'in']);
    served = readFileSync(join(folder, 'a.tar.gz'));
    const program = { name: 'scanner', version: '1.2.3', url, sha256: sha256(served), member: 'in/scanner' };
    const path = await installProgram(program);
    expect(execFileSync(path, { encoding: 'utf8' })).toBe('ran\n');
    expect([await installProgram(program), asked]).toEqual([path, 1]);
  });

  test('of another checksum is neither kept nor executed, and a changed pin is not answered by what was there', async () => {
    served = Buffer.from(SCRIPT);
    const program = { name: 'scanner', version: '1.2.3', url, sha256: sha256(served) };
    await installProgram(program);
    const kept = filesBelow(folder);
    delete process.env['RUNNER_TEMP'];
    await expect(installProgram({ ...program, version: '2.0.0' })).rejects.toThrow('PROGRAM_NO_CACHE');
    process.env['RUNNER_TEMP'] = join(folder, 'temp');
    const error = await installProgram({ ...program, sha256: 'f'.repeat(64) }).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).code).toBe('PROGRAM_CHECKSUM');
    expect(filesBelow(folder)).toEqual(kept);
  });
});
