import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../definitions.ts';

/** One request of a customer, as the record keeps it. */
export interface Sample {
  readonly at: string;
  readonly status: number;
  readonly version: string | null;
}

/** How one version fared with the customers. */
export interface Service {
  readonly requests: number;
  readonly failed: number;
  /** From its first answer to its last, in seconds. */
  readonly seconds: number;
}

/** Customers that call a service at a fixed pace. */
export interface Traffic {
  /** Every request so far. */
  samples(): readonly Sample[];
  stop(): Promise<void>;
}

/** What the record says of the answers of one version; a request without an answer belongs to none. */
export function serviceOf(samples: readonly Sample[], version: string): Service {
  const own = samples.filter((sample) => sample.version === version);
  const times = own.map(({ at }) => Date.parse(at));
  return {
    requests: own.length,
    failed: own.filter(({ status }) => status >= 500).length,
    seconds: own.length === 0 ? 0 : (Math.max(...times) - Math.min(...times)) / 1000,
  };
}

function parseRecord(path: string): readonly Sample[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  // The last line may still be on its way.
  return lines.slice(0, -1).map((line) => JSON.parse(line) as Sample);
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1000) }).then(
    (response) => response.ok,
    () => false,
  );
}

/** Starts customers as soon as the service answers for the first time. */
export function startTraffic(url: string, path: string, rps: number, record: string): Traffic {
  let child: ChildProcess | undefined;
  let stopped = false;
  const begin = async (): Promise<void> => {
    while (!stopped && !(await answers(url))) await new Promise((resolve) => setTimeout(resolve, 200));
    if (stopped) return;
    const script = join(ROOT, 'test/fixtures/services/traffic.ts');
    child = spawn(process.execPath, [script, '--url', url, '--path', path, '--rps', String(rps), '--out', record], {
      stdio: 'ignore',
    });
  };
  void begin();
  return {
    samples: () => (child === undefined ? [] : parseRecord(record)),
    stop: async () => {
      stopped = true;
      if (child === undefined || child.exitCode !== null) return;
      const ended = new Promise((resolve) => child?.once('close', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}
