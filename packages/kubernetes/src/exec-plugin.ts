import { Failure } from '@slipway/failure';
import type { Exec } from '@slipway/system';
import type { ExecPlugin } from './kubeconfig.ts';

/** Credentials that an exec plugin gave. */
export interface ExecCredential {
  readonly token?: string;
  readonly cert?: string;
  readonly key?: string;
  /** Milliseconds since the epoch. */
  readonly expiresMs: number;
}

const TIMEOUT_MS = 60_000;

function failed(plugin: ExecPlugin, why: string): Failure {
  const message = `The kubeconfig's credential plugin ${plugin.command} ${why}.`;
  const remedy = 'Run it in an earlier step to see why; a cloud log-in step may be missing.';
  return new Failure({ code: 'K8S_CREDENTIAL_PLUGIN', message, remedy });
}

function parseCredential(plugin: ExecPlugin, stdout: string): ExecCredential {
  try {
    const { status } = JSON.parse(stdout) as { status?: Readonly<Record<string, string>> };
    const expires = Date.parse(status?.['expirationTimestamp'] ?? '');
    const [token, cert, key] = [status?.['token'], status?.['clientCertificateData'], status?.['clientKeyData']];
    if (token === undefined && cert === undefined) throw failed(plugin, 'gave neither a token nor a certificate');
    return {
      ...(token !== undefined && { token }),
      ...(cert !== undefined && { cert }),
      ...(key !== undefined && { key }),
      expiresMs: Number.isNaN(expires) ? Number.POSITIVE_INFINITY : expires,
    };
  } catch (error) {
    throw error instanceof Failure ? error : failed(plugin, 'did not print an ExecCredential');
  }
}

/** Asks the plugin for credentials. What it prints is a secret: it is never shown. */
export async function runExecPlugin(plugin: ExecPlugin, { exec }: { readonly exec: Exec }): Promise<ExecCredential> {
  const info = { apiVersion: plugin.apiVersion, kind: 'ExecCredential', spec: { interactive: false } };
  const env = { ...plugin.env, KUBERNETES_EXEC_INFO: JSON.stringify(info) };
  const result = await exec.run(plugin.command, plugin.args, { env, timeoutMs: TIMEOUT_MS });
  if (result.timedOut) throw failed(plugin, `did not end within ${TIMEOUT_MS / 1000} s`);
  if (result.exitCode !== 0) throw failed(plugin, `ended with ${result.exitCode}: ${result.stderr.trim().slice(-300)}`);
  return parseCredential(plugin, result.stdout);
}
