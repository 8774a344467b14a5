import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One answer of a provider, and what a contract says that it must be. */
export interface Case {
  readonly name: string;
  readonly version: '2.0.0' | '3.0.0' | '4.0';
  /** The `response` of an interaction, as the pact holds it. */
  readonly expected: object;
  readonly actual: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string };
}

/** The pact that holds these cases, one interaction each, whose path leads the toy provider to its answer. */
export function pactOf(cases: readonly (readonly [number, Case])[], version: Case['version']): object {
  const interactions = cases.map(([index, { name, expected }]) => ({
    ...(version === '4.0' && { type: 'Synchronous/HTTP' }),
    description: `${index} ${name}`,
    request: { method: 'GET', path: `/${index}` },
    response: expected,
  }));
  return {
    consumer: { name: 'consumer' },
    provider: { name: 'provider' },
    interactions,
    metadata: { pactSpecification: { version } },
  };
}

/** Starts a provider that answers each case's path with that case's answer. */
export async function startProvider(cases: readonly Case[]): Promise<{ readonly port: number; readonly server: Server }> {
  const server = createServer((request, response) => {
    const actual = cases[Number(request.url?.slice(1))]?.actual;
    response.writeHead(actual?.status ?? 599, actual?.headers).end(actual?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, server };
}

const VERSIONS = ['2.0.0', '3.0.0', '4.0'] as const;

interface Report {
  readonly output: readonly string[];
  readonly errors: readonly { readonly interaction: string; readonly mismatch: unknown }[];
}

function runVerifier(port: number, pact: string, report: string): Promise<void> {
  const cli = createRequire(import.meta.url).resolve('@pact-foundation/pact-cli/bin/pact-verifier.js');
  const provider = ['--hostname', '127.0.0.1', '--port', String(port), '--provider-name', 'provider'];
  const child = spawn(process.execPath, [cli, '--file', pact, ...provider, '--json', report], {
    env: { PATH: process.env['PATH'], PACT_DO_NOT_TRACK: 'true' },
    stdio: 'ignore',
  });
  // Its exit code is 1 as soon as one interaction fails; the report says which.
  return new Promise((resolve) => child.once('close', () => resolve()));
}

/** Pact's verifier takes more than twice the time for twice the interactions. */
const BATCH = 100;

interface Batch {
  readonly version: Case['version'];
  readonly cases: readonly (readonly [number, Case])[];
}

function batchesOf(cases: readonly Case[]): readonly Batch[] {
  return VERSIONS.flatMap((version) => {
    const own = [...cases.entries()].filter(([, each]) => each.version === version);
    const starts = Array.from({ length: Math.ceil(own.length / BATCH) }, (_, index) => index * BATCH);
    return starts.map((start) => ({ version, cases: own.slice(start, start + BATCH) }));
  });
}

/** What Pact's own verifier says of each case: whether the provider keeps it, and its words when it does not. */
export async function askPact(cases: readonly Case[]): Promise<readonly { readonly kept: boolean; readonly why: string }[]> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-pact-'));
  const { port, server } = await startProvider(cases);
  const verdicts = cases.map(() => ({ kept: true, why: '' }));
  try {
    for (const [number, { version, cases: own }] of batchesOf(cases).entries()) {
      const [pact, report] = [join(folder, `${number}.json`), join(folder, `${number}.report.json`)];
      await writeFile(pact, JSON.stringify(pactOf(own, version)));
      await runVerifier(port, pact, report);
      const { errors } = JSON.parse(await readFile(report, 'utf8')) as Report;
      for (const { interaction, mismatch } of errors) {
        const [, index = ''] = /- (\d+) /.exec(interaction) ?? [];
        if (!(Number(index) in verdicts)) throw new Error(`Pact speaks of an unknown interaction: ${interaction}`);
        verdicts[Number(index)] = { kept: false, why: JSON.stringify(mismatch) };
      }
    }
    return verdicts;
  } finally {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  }
}
