import { failWhen, Failure, type Problem } from '@slipway/failure';
import { LineCounter, parseDocument } from 'yaml';

/** A program that gives credentials, as a kubeconfig describes it. */
export interface ExecPlugin {
  readonly apiVersion: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A value that stands in the kubeconfig or in a file that it names. */
export type Material = { readonly text: string } | { readonly file: string };

/** How to reach a cluster and as whom: one context of a kubeconfig. */
export interface Kubeconfig {
  readonly context: string;
  readonly server: string;
  readonly namespace?: string;
  readonly tlsServerName?: string;
  readonly ca?: Material;
  readonly cert?: Material;
  readonly key?: Material;
  readonly token?: Material;
  readonly exec?: ExecPlugin;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function problem(message: string, remedy?: string): Problem {
  return { code: 'KUBECONFIG_INVALID', message: `Kubeconfig: ${message}`, ...(remedy !== undefined && { remedy }) };
}

function parseYaml(text: string): Fields {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  // The parser's message can quote the line it stumbled over, and that line may be a token: only the place is told.
  failWhen(
    document.errors.map(({ pos: [offset] }) => {
      const { line, col } = lines.linePos(offset);
      return problem(`not valid YAML at line ${line}, column ${col}.`, 'Give the whole file, or its base64.');
    }),
  );
  const value: unknown = document.toJS();
  if (!isFields(value)) throw new Failure(problem('it holds no mapping.', 'Give the whole file, or its base64.'));
  return value;
}

function entryOf(config: Fields, list: string, key: string, name: string): Fields | undefined {
  const entry = listOf(config[list])
    .map(fieldsOf)
    .find((each) => each['name'] === name);
  return entry === undefined ? undefined : fieldsOf(entry[key]);
}

function materialOf(fields: Fields, name: string, problems: Problem[]): Material | undefined {
  const [inline, file] = [textOf(fields[`${name}-data`]), textOf(fields[name])];
  if (inline !== undefined) {
    const text = Buffer.from(inline, 'base64').toString('utf8');
    if (!text.includes('-----BEGIN ')) problems.push(problem(`${name}-data is not the base64 of a PEM file.`));
    return { text };
  }
  return file === undefined ? undefined : { file };
}

function execOf(value: unknown, problems: Problem[]): ExecPlugin | undefined {
  if (value === undefined) return undefined;
  const fields = fieldsOf(value);
  const [command, apiVersion] = [textOf(fields['command']), textOf(fields['apiVersion'])];
  if (command === undefined) problems.push(problem('the user\'s exec plugin names no "command".'));
  if (!/^client\.authentication\.k8s\.io\/v1(beta1)?$/.test(apiVersion ?? '')) {
    const remedy = 'Use client.authentication.k8s.io/v1; update the tool that wrote the kubeconfig.';
    problems.push(problem(`the exec plugin's apiVersion is ${apiVersion ?? 'missing'}.`, remedy));
  }
  const env = listOf(fields['env'])
    .map(fieldsOf)
    .map(({ name, value: text }) => [String(name), String(text)]);
  return {
    apiVersion: apiVersion ?? '',
    command: command ?? '',
    args: listOf(fields['args']).map(String),
    env: Object.fromEntries(env) as Record<string, string>,
  };
}

function clusterOf(cluster: Fields, problems: Problem[]): Pick<Kubeconfig, 'server' | 'ca' | 'tlsServerName'> {
  const server = textOf(cluster['server']) ?? '';
  if (!URL.canParse(server)) problems.push(problem('the cluster has no "server" that is a URL.'));
  if (cluster['insecure-skip-tls-verify'] === true) {
    const remedy = 'Give the authority with certificate-authority-data.';
    problems.push(problem('insecure-skip-tls-verify would send the credentials to whoever answers.', remedy));
  }
  if (cluster['proxy-url'] !== undefined) problems.push(problem('proxy-url is not supported.'));
  const ca = materialOf(cluster, 'certificate-authority', problems);
  const tlsServerName = textOf(cluster['tls-server-name']);
  return { server: server.replace(/\/+$/, ''), ...(ca && { ca }), ...(tlsServerName !== undefined && { tlsServerName }) };
}

function userOf(user: Fields, problems: Problem[]): Pick<Kubeconfig, 'cert' | 'key' | 'token' | 'exec'> {
  const cert = materialOf(user, 'client-certificate', problems);
  const key = materialOf(user, 'client-key', problems);
  const [inline, file] = [textOf(user['token']), textOf(user['tokenFile'])];
  const token = inline !== undefined ? { text: inline } : file !== undefined ? { file } : undefined;
  const exec = execOf(user['exec'], problems);
  if ((cert === undefined) !== (key === undefined)) problems.push(problem('a client certificate and its key go together.'));
  if (user['auth-provider'] !== undefined) problems.push(problem('auth-provider was removed from Kubernetes.', 'Use exec.'));
  if (user['username'] !== undefined) problems.push(problem('user name and password are not supported.', 'Use a token.'));
  if (cert === undefined && token === undefined && exec === undefined) {
    problems.push(problem('the user has neither a token, a client certificate nor an exec plugin.'));
  }
  return { ...(cert && { cert }), ...(key && { key }), ...(token && { token }), ...(exec && { exec }) };
}

/** Reads one context of a kubeconfig: the named one, or its current one. Throws a Failure with every problem. */
export function parseKubeconfig(text: string, wanted?: string): Kubeconfig {
  const config = parseYaml(text);
  const context = wanted ?? textOf(config['current-context']);
  const names = listOf(config['contexts']).map((each) => String(fieldsOf(each)['name']));
  if (context === undefined) {
    throw new Failure(problem('it has no current-context.', `Name one with "context": ${names.join(', ')}.`));
  }
  const chosen = entryOf(config, 'contexts', 'context', context);
  if (chosen === undefined) {
    throw new Failure(problem(`there is no context "${context}".`, `It has: ${names.join(', ') || 'none'}.`));
  }
  const problems: Problem[] = [];
  const [clusterName, userName] = [String(chosen['cluster']), String(chosen['user'])];
  const cluster = entryOf(config, 'clusters', 'cluster', clusterName);
  const user = entryOf(config, 'users', 'user', userName);
  if (cluster === undefined)
    problems.push(problem(`context "${context}" names the cluster "${clusterName}", which is not there.`));
  if (user === undefined) problems.push(problem(`context "${context}" names the user "${userName}", which is not there.`));
  const parts = {
    ...clusterOf(cluster ?? { server: 'https://absent' }, problems),
    ...userOf(user ?? { token: 'absent' }, problems),
  };
  failWhen(problems);
  const namespace = textOf(chosen['namespace']);
  return { context, ...parts, ...(namespace !== undefined && { namespace }) };
}

/** The kubeconfig's text from text or from its base64: secrets are often stored encoded. */
export function decodeKubeconfig(given: string): string {
  const compact = given.replace(/\s+/g, '');
  const encoded = /^[A-Za-z0-9+/]+={0,2}$/.test(compact) && compact.length % 4 === 0;
  return encoded ? Buffer.from(compact, 'base64').toString('utf8') : given;
}
