import { Failure } from '@slipway/failure';
import {
  type Credentials,
  type Digest,
  findCredentials,
  type GivenLogin,
  type LoginWorld,
  parseImageName,
  parseRepository,
  type RegistryReader,
  registryReader,
  renderReference,
  type Repository,
} from '@slipway/oci';
import type { Clock, Http } from '@slipway/system';
import type { BaseAnswer } from './inputs.ts';

/** A look-up is a courtesy: a registry that takes longer is treated as one that does not answer. */
const LOOKUP_LIMIT_MS = 20_000;

/** What asking registries needs. */
export interface RegistryPorts extends LoginWorld {
  readonly http: Http;
  readonly clock: Clock;
  readonly cancelled: AbortSignal;
}

/** How a person said registries are reached. */
export interface RegistryAccess extends GivenLogin {
  /** The repository whose registry user name and password are for. */
  readonly image?: string;
  /** The run's own token, for GitHub's registry alone. */
  readonly githubToken?: string;
  /** Plain http also to another machine. */
  readonly insecure: boolean;
}

/** What a person gave as inputs of an action; secrets are wrapped until they are used. */
export interface GivenAccess {
  readonly username: string | undefined;
  readonly password: { reveal(): string } | undefined;
  readonly githubToken: { reveal(): string } | undefined;
  readonly dockerConfig: string | undefined;
  readonly insecure: boolean;
}

/** The access that inputs describe, for the registry of an image. */
export function accessOf(given: GivenAccess, image: string | undefined): RegistryAccess {
  const { username, password, githubToken, dockerConfig, insecure } = given;
  return {
    insecure,
    ...(image !== undefined && { image }),
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password: password.reveal() }),
    ...(githubToken !== undefined && { githubToken: githubToken.reveal() }),
    ...(dockerConfig !== undefined && { dockerConfig }),
  };
}

/** Opens repositories to read them. */
export interface Registries {
  open(repository: Repository): Promise<RegistryReader>;
}

function signalOf(cancelled: AbortSignal): AbortSignal {
  return AbortSignal.any([cancelled, AbortSignal.timeout(LOOKUP_LIMIT_MS)]);
}

/** GitHub's registry takes any user name with a token. */
function tokenFor(registry: string, { username, githubToken }: RegistryAccess): Promise<Credentials> | undefined {
  if (registry !== 'ghcr.io' || githubToken === undefined || username !== undefined) return undefined;
  return Promise.resolve({ username: 'token', password: githubToken });
}

/** Registries with the credentials that each of them is meant for, looked for once. */
export function registriesOf(access: RegistryAccess, ports: RegistryPorts): Registries {
  const { image, insecure, dockerConfig } = access;
  const own = image === undefined ? undefined : parseRepository(image).registry;
  const known = new Map<string, Promise<Credentials | undefined>>();
  const credentialsFor = (registry: string): Promise<Credentials | undefined> => {
    // A password goes to the registry it was given for and to no other, whatever a Dockerfile names.
    const given = registry === own ? access : { ...(dockerConfig !== undefined && { dockerConfig }) };
    const found = known.get(registry) ?? tokenFor(registry, access) ?? findCredentials(registry, given, ports);
    known.set(registry, found);
    return found;
  };
  const { http, clock, log, cancelled } = ports;
  return {
    open: async (repository) => {
      const credentials = await credentialsFor(repository.registry);
      const plain = insecure && repository.registry === own;
      const settings = { ...repository, http, clock, log, signal: signalOf(cancelled), insecure: plain };
      return registryReader({ ...settings, ...(credentials && { credentials }) });
    },
  };
}

/** What a registry said, or why it said nothing; a cancelled run is thrown on. */
export async function asked<T>(
  work: Promise<T>,
  cancelled: AbortSignal,
): Promise<{ readonly answer: T } | { readonly doubt: string }> {
  try {
    return { answer: await work };
  } catch (error) {
    if (cancelled.aborted) throw error;
    if (error instanceof Failure) return { doubt: error.problems[0]?.message ?? error.message };
    if (error instanceof Error && /abort|timeout/i.test(error.name))
      return { doubt: `The registry did not answer within ${LOOKUP_LIMIT_MS / 1000} s.` };
    throw error;
  }
}

/** Knows only base images whose names hold their digest, and asks nobody. */
export async function pinnedBase(name: string): Promise<BaseAnswer> {
  const [, digest] = /@(sha256:[0-9a-f]{64})$/.exec(name) ?? [];
  return digest === undefined
    ? { doubt: `${name} is not pinned to a digest, and no registry was asked` }
    : { identity: digest, pin: name };
}

/** Finds the digest behind the name of a base image; each name is asked for once. */
export function baseResolver(registries: Registries, cancelled: AbortSignal): (reference: string) => Promise<BaseAnswer> {
  const known = new Map<string, Promise<BaseAnswer>>();
  const resolve = async (name: string): Promise<BaseAnswer> => {
    const found = await asked(
      (async (): Promise<Digest | undefined> => {
        const reference = parseImageName(name);
        if (reference.digest !== undefined) return reference.digest;
        return (await (await registries.open(reference)).manifest(reference.tag ?? 'latest'))?.digest;
      })(),
      cancelled,
    );
    if ('doubt' in found) return { doubt: `which bytes ${name} stands for cannot be found out: ${found.doubt}` };
    if (found.answer === undefined) return { doubt: `the registry has no image ${name}` };
    const { registry, path } = parseImageName(name);
    return { identity: found.answer, pin: renderReference({ registry, path, digest: found.answer }) };
  };
  return (name) => {
    const answer = known.get(name) ?? resolve(name);
    known.set(name, answer);
    return answer;
  };
}
