import type { InputsOf } from '@slipway/metadata';
import { type Credentials, dockerCredentials } from '@slipway/oci';
import type { Ports, RunContext } from '@slipway/runner';
import type { action } from './action.ts';

/** Where `docker login` leaves its credentials. */
function usualConfig(context: RunContext): string | undefined {
  const folder = context.environment('DOCKER_CONFIG');
  if (folder !== undefined) return `${folder}/config.json`;
  const home = context.environment('HOME');
  return home === undefined ? undefined : `${home}/.docker/config.json`;
}

/** The credentials for a registry: those given, or those of a Docker configuration; undefined when there are none. */
export async function loginFor(
  registry: string,
  { username, password, dockerConfig }: InputsOf<typeof action>,
  { files, exec, log }: Ports,
  context: RunContext,
): Promise<Credentials | undefined> {
  if (username !== undefined && password !== undefined) return { username, password: password.reveal() };
  const usual = usualConfig(context);
  const file = dockerConfig ?? (usual !== undefined && (await files.exists(usual)) ? usual : undefined);
  if (file === undefined) return undefined;
  const found = await dockerCredentials(registry, { file, text: await files.readText(file), exec });
  if (found !== undefined) log.mask(found.password);
  return found;
}
