import type { InputsOf } from '@slipway/metadata';
import {
  type Credentials,
  findCredentials,
  type RegistryClient,
  type RegistryReader,
  registryClient,
  registryReader,
  type Repository,
  type RepositorySettings,
  renderReference,
} from '@slipway/oci';
import type { Ports, RunContext } from '@slipway/runner';
import type { action } from './action.ts';
import { exchangeIdentity } from './exchange.ts';

/** Clients of repositories, each with the credentials of its registry. */
export interface Registries {
  reader(repository: Repository): Promise<RegistryReader>;
  client(repository: Repository): Promise<RegistryClient>;
}

const GITHUB_REGISTRY = 'ghcr.io';

type Inputs = InputsOf<typeof action>;

/** Gives the password that an exchange gave, asking once however many repositories there are. */
function exchangeOnce(inputs: Inputs, ports: Ports, context: RunContext): () => Promise<string | undefined> {
  const { tokenExchange: url, tokenAudience: audience, tokenScope: scope } = inputs;
  let asked: Promise<string> | undefined;
  return async () => {
    if (url === undefined || audience === undefined) return undefined;
    asked ??= exchangeIdentity({ url, audience, ...(scope !== undefined && { scope }) }, ports, context);
    return asked;
  };
}

async function login(
  registry: string,
  { username, dockerConfig, githubToken }: Inputs,
  password: string | undefined,
  { files, exec, log }: Ports,
  { environment, actor }: RunContext,
): Promise<Credentials | undefined> {
  const given = {
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(dockerConfig !== undefined && { dockerConfig }),
  };
  const found = await findCredentials(registry, given, { files, exec, log, environment });
  if (found !== undefined || registry !== GITHUB_REGISTRY || githubToken === undefined) return found;
  // GitHub's registry gives a token of its own for the run's token, and looks at the token alone, not at the name.
  return { username: actor ?? 'x-access-token', password: githubToken.reveal() };
}

/** Opens repositories with the action's login, patience and time. */
export function registriesOf(inputs: Inputs, ports: Ports, context: RunContext): Registries {
  const { http, clock, log, cancelled: signal } = ports;
  const deadlineMs = clock.now() + inputs.timeout;
  const exchanged = exchangeOnce(inputs, ports, context);
  const settingsOf = async ({ registry, path }: Repository): Promise<RepositorySettings> => {
    const password = inputs.password?.reveal() ?? (await exchanged());
    const credentials = await login(registry, inputs, password, ports, context);
    const patience = { clock, log, signal, deadlineMs, attempts: inputs.retries + 1 };
    return { registry, path, http, ...patience, insecure: inputs.insecure, ...(credentials && { credentials }) };
  };
  // One client a repository, so that its token and connections serve the whole run.
  const clients = new Map<string, Promise<RegistryClient>>();
  return {
    reader: async (repository) => registryReader(await settingsOf(repository)),
    client: (repository) => {
      const name = renderReference(repository);
      const client = clients.get(name) ?? settingsOf(repository).then(registryClient);
      clients.set(name, client);
      return client;
    },
  };
}
