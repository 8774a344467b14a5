import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { filesUnder, madeLayout } from '@slipway/oci/memory';
import { spellingsOf } from '@slipway/runner';
import { runStep } from '../bundle/runner.ts';
import { startWitness } from './witness.ts';

/** Secrets as people really have them: one line with every special character, a key file, a JSON credential. */
export const CANARIES = {
  line: 'cnry-7f"3\\a&b+c/d=%e$(id)`w`<x>\u00fcy',
  pem: '-----BEGIN PRIVATE KEY-----\nMIIEvQcnryBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIB\nq83vEjRWeJAcnryQmF1dGg9Cg==\n-----END PRIVATE KEY-----\n',
  json: '{\n  "type": "service_account",\n  "private_key": "cnry-line1\\\\ncnry-line2 \\\\u003c",\n  "client": "cnry@example.com"\n}',
} as const;

/** The files of a small image's layout, as texts. */
export const LAYOUT: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(filesUnder('.slipway/image', madeLayout({}))).map(([path, bytes]) => [
    path,
    Buffer.from(bytes).toString('utf8'),
  ]),
);

/** A kubeconfig that leads to a server with these credentials. */
export function kubeconfigFor(server: string, user: object): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'x',
    contexts: [{ name: 'x', context: { cluster: 'x', user: 'x' } }],
    clusters: [{ name: 'x', cluster: { server } }],
    users: [{ name: 'x', user }],
  });
}

/** Everything that a step leaves where someone may read it. */
export interface Leftovers {
  readonly exitCode: number | null;
  readonly verdict: string;
  readonly stdout: string;
  /** By name: the log as it is shown, the command files, every file below the step's folders, every command line. */
  readonly texts: Readonly<Record<string, string>>;
}

/** A folder of programs that say all they were given and fail, to stand before the real ones on the PATH. */
export function tellTales(names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-telltale-'));
  for (const name of names) {
    writeFileSync(join(folder, name), '#!/bin/sh\necho "$0 $*"\nenv\ncat "$HOME/.docker/config.json" 2>/dev/null\nexit 1\n');
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

function filesBelow(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), 'latin1')]),
  );
}

/** Runs a published bundle with debug logging while a witness looks at the process list; `given` are files we put there. */
export async function leftoversOf(
  action: string,
  inputs: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>>,
  path: readonly string[] = [],
): Promise<Leftovers> {
  const witness = startWitness();
  const PATH = [...path, process.env['PATH'] ?? ''].join(delimiter);
  const result = await runStep(action, inputs, given, { RUNNER_DEBUG: '1', ...variables, PATH });
  const commandLines = await witness.stop();
  const files = filesBelow(result.folder);
  rmSync(result.folder, { recursive: true });
  const own = Object.entries(files).filter(([file]) => !Object.keys(given).some((name) => file.endsWith(`/workspace/${name}`)));
  // The runner reads a mask and shows it to nobody.
  const shown = result.stdout.replace(/^::add-mask::.*$/gm, '');
  const texts = {
    log: shown,
    ...Object.fromEntries(own),
    ...Object.fromEntries(commandLines.map((line) => [`argv ${line.slice(0, 40)}`, line])),
  };
  return { exitCode: result.exitCode, verdict: result.outputs['verdict'] ?? '', stdout: result.stdout, texts };
}

/** The places where a secret can be read, in any spelling, and also in a piece: no two pieces of it may be told. */
export function leaks({ texts }: Leftovers, secrets: readonly string[]): readonly string[] {
  const needles = secrets.flatMap(spellingsOf);
  return Object.entries(texts).flatMap(([place, text]) => {
    const found = needles.find((needle) => text.includes(needle)) ?? /.{0,20}cnry.{0,20}/.exec(text)?.[0];
    return found === undefined ? [] : [`${place}: ${found.slice(0, 80)}`];
  });
}
