import { Failure } from '@slipway/failure';
import type { Clock, Exec, Files, HttpRequest, Log } from '@slipway/system';
import { type ExecCredential, runExecPlugin } from './exec-plugin.ts';
import { decodeKubeconfig, type Kubeconfig, type Material, parseKubeconfig } from './kubeconfig.ts';
import type { KubeconfigSource } from './source.ts';

/** What an authenticated request needs besides its address. */
export interface Authority {
  readonly headers: Readonly<Record<string, string>>;
  readonly tls: NonNullable<HttpRequest['tls']>;
}

/** A way to a cluster. */
export interface Connection {
  readonly server: string;
  /** Gives the credentials; `renew` when the server refused the ones before. */
  authorize(renew: boolean): Promise<Authority>;
}

/** The ports a connection needs. */
export interface ConnectionPorts {
  readonly exec: Exec;
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
}

const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';
/** A token is renewed this long before it ends, so that no request meets the end. */
const MARGIN_MS = 60_000;

async function read(material: Material | undefined, folder: string, files: Files): Promise<string | undefined> {
  if (material === undefined) return undefined;
  if ('text' in material) return material.text;
  const path = material.file.startsWith('/') || folder === '' ? material.file : `${folder}/${material.file}`;
  return (await files.readText(path)).trim();
}

function pluginCredentials(config: Kubeconfig, ports: ConnectionPorts): (renew: boolean) => Promise<ExecCredential | undefined> {
  let known: ExecCredential | undefined;
  return async (renew) => {
    if (config.exec === undefined) return undefined;
    if (known !== undefined && !renew && known.expiresMs - MARGIN_MS > ports.clock.now()) return known;
    known = await runExecPlugin(config.exec, ports);
    return known;
  };
}

/** Masks each secret once: a mask is a line in the job's log. */
function maskOnce(log: Log): (secrets: readonly (string | undefined)[]) => void {
  const masked = new Set<string>();
  return (secrets) => {
    for (const secret of secrets) {
      if (secret === undefined || masked.has(secret)) continue;
      masked.add(secret);
      log.mask(secret);
    }
  };
}

function connectionOf(config: Kubeconfig, folder: string, ports: ConnectionPorts): Connection {
  const mask = maskOnce(ports.log);
  const fromPlugin = pluginCredentials(config, ports);
  return {
    server: config.server,
    authorize: async (renew) => {
      const plugin = await fromPlugin(renew);
      // Files are read anew each time: a projected token is replaced on disk before it ends.
      const [ca, certFile, keyFile, tokenFile] = await Promise.all(
        [config.ca, config.cert, config.key, config.token].map((material) => read(material, folder, ports.files)),
      );
      const [cert, key, token] = [plugin?.cert ?? certFile, plugin?.key ?? keyFile, plugin?.token ?? tokenFile];
      mask([key, token]);
      return {
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
        tls: {
          ...(ca !== undefined && { ca }),
          ...(cert !== undefined && { cert }),
          ...(key !== undefined && { key }),
          ...(config.tlsServerName !== undefined && { serverName: config.tlsServerName }),
        },
      };
    },
  };
}

async function inCluster(ports: ConnectionPorts): Promise<Kubeconfig> {
  if (!(await ports.files.exists(`${SERVICE_ACCOUNT}/token`))) {
    const remedy = 'Give "kubeconfig" (a secret) or "kubeconfig-path".';
    throw new Failure({ code: 'KUBECONFIG_MISSING', message: 'There is no kubeconfig, and this is not a pod.', remedy });
  }
  return {
    context: 'in-cluster',
    server: 'https://kubernetes.default.svc',
    ca: { file: `${SERVICE_ACCOUNT}/ca.crt` },
    token: { file: `${SERVICE_ACCOUNT}/token` },
  };
}

/** Finds the way to a cluster. Nothing is sent yet; a kubeconfig that cannot work is a Failure with every problem. */
export async function connect(source: KubeconfigSource, ports: ConnectionPorts): Promise<Connection> {
  if (source.text === undefined && source.path === undefined) return connectionOf(await inCluster(ports), '', ports);
  const folder = source.path?.includes('/') ? source.path.slice(0, source.path.lastIndexOf('/')) : '';
  const text = source.text ?? (await ports.files.readText(source.path ?? ''));
  return connectionOf(parseKubeconfig(decodeKubeconfig(text), source.context), folder, ports);
}
