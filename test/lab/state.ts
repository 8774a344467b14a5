import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { type PortName, type Ports, PREFERRED_PORTS } from './address.ts';
import type { Layout } from './layout.ts';

/** What the lab remembers between two runs. */
export interface State {
  readonly ports: Ports;
}

const NAMES = Object.keys(PREFERRED_PORTS) as PortName[];

/** The ports that a remembered state holds: none when the text is damaged, some when it is from an older lab. */
export function parsePorts(text: string): Partial<Ports> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {};
  }
  const ports: unknown = typeof value === 'object' && value !== null && 'ports' in value ? value.ports : undefined;
  if (typeof ports !== 'object' || ports === null) return {};
  const known = new Map<string, unknown>(Object.entries(ports));
  const valid = NAMES.filter((name) => {
    const port = known.get(name);
    return Number.isInteger(port) && Number(port) > 0 && Number(port) < 65_536;
  });
  return Object.fromEntries(valid.map((name) => [name, Number(known.get(name))]));
}

function isComplete(ports: Partial<Ports>): ports is Ports {
  return NAMES.every((name) => ports[name] !== undefined);
}

function readPorts(layout: Layout): Partial<Ports> {
  return existsSync(layout.state) ? parsePorts(readFileSync(layout.state, 'utf8')) : {};
}

/** The state of an existing lab; undefined before the first `up`. */
export function readState(layout: Layout): State | undefined {
  const ports = readPorts(layout);
  return isComplete(ports) ? { ports } : undefined;
}

/** Picks a port for each purpose that has none: the preferred one where it is free, else one that the system offers. */
export async function choosePorts(known: Partial<Ports>, offer: (preferred: number) => Promise<number>): Promise<Ports> {
  const taken = new Set<number>(Object.values(known));
  const chosen: [string, number][] = [];
  for (const name of NAMES) {
    let port = known[name] ?? (await offer(PREFERRED_PORTS[name]));
    while (known[name] === undefined && taken.has(port)) port = await offer(0);
    taken.add(port);
    chosen.push([name, port]);
  }
  return Object.fromEntries(chosen) as Ports;
}

/** The remembered state, or a new one with free ports, which is remembered. */
export async function ensureState(layout: Layout): Promise<State> {
  const known = readPorts(layout);
  if (isComplete(known)) return { ports: known };
  const state: State = { ports: await choosePorts(known, freePort) };
  await mkdir(dirname(layout.state), { recursive: true });
  await writeFile(`${layout.state}.new`, `${JSON.stringify(state, null, 2)}\n`);
  await rename(`${layout.state}.new`, layout.state);
  return state;
}

async function freePort(preferred: number): Promise<number> {
  return (await bindable(preferred)) ?? (await bindable(0)) ?? preferred;
}

/** Binds all addresses, so that a port that is taken on any of them counts as taken. */
function bindable(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}
