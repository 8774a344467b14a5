import { type Layout, layoutOf } from './layout.ts';
import { ALL, OPTIONAL, type Part } from './parts/order.ts';
import { partFolder, type Site } from './site.ts';
import { readState } from './state.ts';
import { logOf, running } from './supervise.ts';

/** How one part is doing: an `optional` part that was not asked for counts as well. */
export interface PartStatus {
  readonly part: string;
  readonly state: 'healthy' | 'unhealthy' | 'down' | 'optional';
  readonly pid: number | undefined;
  readonly address: string;
  readonly log: string;
}

/** How the whole lab is doing. */
export interface LabStatus {
  readonly healthy: boolean;
  readonly parts: readonly PartStatus[];
}

/** Looks at every part of the lab. */
export async function status(layout: Layout = layoutOf()): Promise<LabStatus> {
  const state = readState(layout);
  if (!state) return { healthy: false, parts: [] };
  const site: Site = { layout, ports: state.ports };
  const parts = await Promise.all(ALL.map((part) => look(part, site)));
  return { healthy: parts.every((part) => part.state === 'healthy' || part.state === 'optional'), parts };
}

async function look(part: Part, site: Site): Promise<PartStatus> {
  const folder = partFolder(site, part.name);
  const process = running(folder);
  const absent = Object.values(OPTIONAL).flat().includes(part) ? 'optional' : 'down';
  return {
    part: part.name,
    state: process ? ((await part.healthy(site)) ? 'healthy' : 'unhealthy') : absent,
    pid: process?.pid,
    address: part.address(site),
    log: logOf(folder),
  };
}

/** Renders a status as a table. */
export function renderStatus({ parts }: LabStatus): string {
  if (parts.length === 0) return 'The lab has never been up: npm run lab -- up';
  const rows = parts.map(({ part, state, pid, address, log }) => [part, state, pid ? String(pid) : '-', address, log]);
  const table = [['PART', 'STATE', 'PID', 'ADDRESS', 'LOG'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}
