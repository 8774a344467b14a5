import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** What a run of the command left behind. */
export interface Ended {
  readonly exitCode: number | null;
  readonly stderr: string;
  readonly report: {
    readonly verdict: string;
    readonly headline: string;
    readonly problems: readonly {
      readonly code: string;
      readonly message: string;
      readonly location?: { readonly line?: number };
    }[];
    readonly outputs: Readonly<Record<string, string>>;
    readonly annotations: readonly {
      readonly level: string;
      readonly title: string;
      readonly message: string;
      readonly file?: string;
      readonly line?: number;
    }[];
    readonly data: unknown;
  };
}

/** Runs `slipway contract-test` from its sources, as a process of its own, in a folder that holds the files and is gone after. */
export async function contractTest(
  args: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-acceptance-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const program = [
    '--conditions=source',
    '--no-warnings',
    join(ROOT, 'packages/cli/src/main.ts'),
    'contract-test',
    ...args,
    '--json',
  ];
  const env = { PATH: process.env['PATH'], HOME: folder, RUNNER_TEMP: folder };
  const child = spawn(process.execPath, program, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
  rmSync(folder, { recursive: true });
  if (texts.stdout === '') throw new Error(`The command wrote no report: ${texts.stderr}`);
  return { exitCode, stderr: texts.stderr, report: JSON.parse(texts.stdout) as Ended['report'] };
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
