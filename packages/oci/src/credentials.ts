import { Failure, type Problem } from '@slipway/failure';
import type { Exec } from '@slipway/system';

/** A name and a password for one registry. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

interface DockerConfig {
  readonly auths?: Readonly<Record<string, { auth?: string; username?: string; password?: string; identitytoken?: string }>>;
  readonly credHelpers?: Readonly<Record<string, string>>;
  readonly credsStore?: string;
}

const HUB_KEY = 'https://index.docker.io/v1/';

function failure(code: string, message: string, remedy: string, cause?: unknown): Failure {
  const problem: Problem = { code, message, remedy };
  return new Failure(problem, { cause });
}

function parse(file: string, text: string): DockerConfig {
  const remedy = 'Log in again with the tool that wrote it, or give username and password.';
  try {
    const value = JSON.parse(text) as DockerConfig | null;
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // The parser's message would quote the file, which holds secrets.
  }
  throw failure('DOCKER_CONFIG_MALFORMED', `${file} is not a Docker configuration in JSON.`, remedy);
}

function hostOf(key: string): string {
  return key.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}

function keysOf(registry: string): readonly string[] {
  return registry === 'docker.io' ? [HUB_KEY, 'docker.io', 'index.docker.io'] : [registry];
}

async function askHelper(helper: string, registry: string, exec: Exec): Promise<Credentials | undefined> {
  const program = `docker-credential-${helper}`;
  const remedy = `Run "${program} get" by hand, or give username and password.`;
  if (!/^[A-Za-z0-9._-]+$/.test(helper))
    throw failure(
      'CREDENTIAL_HELPER',
      `"${helper}" is not the name of a credential helper.`,
      'Correct the Docker configuration.',
    );
  const result = await exec.run(program, ['get'], { input: keysOf(registry)[0] ?? registry });
  if (/credentials not found/i.test(result.stdout + result.stderr)) return undefined;
  if (result.exitCode !== 0) {
    // Its output is not shown: a helper that fails half-way may have printed the secret.
    throw failure('CREDENTIAL_HELPER', `${program} ended with exit code ${result.exitCode} for ${registry}.`, remedy);
  }
  const { Username, Secret } = JSON.parse(result.stdout) as { Username?: string; Secret?: string };
  if (Username === undefined || Secret === undefined || Username === '<token>')
    throw failure('CREDENTIAL_HELPER', `${program} gave no user name and password for ${registry}.`, remedy);
  return { username: Username, password: Secret };
}

function decode(auth: string): Credentials | undefined {
  const [, username, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(auth, 'base64').toString('utf8')) ?? [];
  return username === undefined || password === undefined ? undefined : { username, password: password.replace(/\0+$/, '') };
}

function fromEntry(config: DockerConfig, registry: string): Credentials | undefined {
  const found = Object.entries(config.auths ?? {}).find(([key]) =>
    keysOf(registry).some((each) => each === key || each === hostOf(key)),
  );
  const { auth, username, password, identitytoken } = found?.[1] ?? {};
  if (identitytoken) {
    const remedy = 'Give username and password, such as a robot account.';
    throw failure('IDENTITY_TOKEN', `The Docker configuration has only an identity token for ${registry}.`, remedy);
  }
  if (username !== undefined && password !== undefined) return { username, password };
  return auth ? decode(auth) : undefined;
}

/**
 * Finds a registry's credentials in a Docker configuration: its own helper, then the entry, then the common store.
 *
 * @returns undefined when it has none for this registry.
 */
export async function dockerCredentials(
  registry: string,
  { file, text, exec }: { readonly file: string; readonly text: string; readonly exec: Exec },
): Promise<Credentials | undefined> {
  const config = parse(file, text);
  const helper = keysOf(registry)
    .map((key) => config.credHelpers?.[key])
    .find((each) => each !== undefined);
  if (helper !== undefined) return askHelper(helper, registry, exec);
  const own = fromEntry(config, registry);
  return own === undefined && config.credsStore ? askHelper(config.credsStore, registry, exec) : own;
}
