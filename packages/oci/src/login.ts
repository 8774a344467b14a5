import { type Credentials, dockerCredentials } from './credentials.ts';
import type { Exec, Files, Log } from '@slipway/system';

/** What a person gave to log in with; at most one of the two ways. */
export interface GivenLogin {
  readonly username?: string;
  readonly password?: string;
  /** A Docker configuration; the user's own when nothing is given. */
  readonly dockerConfig?: string;
}

/** What finding credentials needs of the world. */
export interface LoginWorld {
  readonly files: Files;
  readonly exec: Exec;
  readonly log: Log;
  /** A variable of the run; undefined when it is unset. */
  environment(name: string): string | undefined;
}

/** Where `docker login` leaves its credentials. */
function usualConfig({ environment }: LoginWorld): string | undefined {
  const folder = environment('DOCKER_CONFIG');
  if (folder !== undefined) return `${folder}/config.json`;
  const home = environment('HOME');
  return home === undefined ? undefined : `${home}/.docker/config.json`;
}

/** The credentials for a registry: those given, or those of a Docker configuration; undefined when there are none. */
export async function findCredentials(
  registry: string,
  { username, password, dockerConfig }: GivenLogin,
  world: LoginWorld,
): Promise<Credentials | undefined> {
  const { files, exec, log } = world;
  if (username !== undefined && password !== undefined) return { username, password };
  const usual = usualConfig(world);
  const file = dockerConfig ?? (usual !== undefined && (await files.exists(usual)) ? usual : undefined);
  if (file === undefined) return undefined;
  const found = await dockerCredentials(registry, { file, text: await files.readText(file), exec });
  if (found !== undefined) log.mask(found.password);
  return found;
}
