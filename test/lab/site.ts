import { join } from 'node:path';
import type { Ports } from './address.ts';
import { type ProgramName, programPath } from './binaries.ts';
import type { Layout } from './layout.ts';

/** One lab on this machine: its folders and its ports. */
export interface Site {
  readonly layout: Layout;
  readonly ports: Ports;
}

/** The folder of a part's configuration, pid record and log. */
export function partFolder(site: Site, name: string): string {
  return join(site.layout.parts, name);
}

/** The folder that a part stores its data in. */
export function dataFolder(site: Site, name: string): string {
  return join(site.layout.data, name);
}

/** The path of a socket in the lab's run folder. */
export function socketPath(site: Site, name: string): string {
  return join(site.layout.run, `${name}.sock`);
}

/** The path of a program that the lab built. */
export function program(site: Site, name: ProgramName): string {
  return programPath(name, site.layout);
}

/** The URL of the API server on loopback. */
export function apiServerUrl(site: Site): string {
  return `https://127.0.0.1:${site.ports.apiServer}`;
}

/** The host and port under which the registry's images are named. */
export function registryHost(site: Site): string {
  return `127.0.0.1:${site.ports.registry}`;
}
