import { Failure } from '@slipway/failure';
import { connect, type Connection, type ConnectionPorts } from '@slipway/kubernetes';
import { aksLogin } from './aks.ts';
import { type CloudLogin, type CloudPorts, type CloudToken, type Endpoint, loginFailure } from './cloud.ts';
import { parseClusterName } from './cluster-name.ts';
import { eksLogin } from './eks.ts';
import { gkeLogin } from './gke.ts';
import type { ClusterInputs } from './inputs.ts';

/** A token is renewed this long before it ends, so that no request meets the end. */
const MARGIN_MS = 60_000;
const PROBE_MS = 10_000;

function loginOf(inputs: ClusterInputs, ports: CloudPorts): CloudLogin | undefined {
  const cluster = parseClusterName(inputs.cluster ?? '');
  const audience = inputs.idTokenAudience;
  switch (cluster?.provider) {
    case 'eks':
      return eksLogin({ cluster, role: inputs.roleToAssume ?? '', audience }, ports);
    case 'gke':
      return gkeLogin(
        { cluster, provider: inputs.workloadIdentityProvider ?? '', serviceAccount: inputs.serviceAccount, audience },
        ports,
      );
    case 'aks':
      return aksLogin({ cluster, clientId: inputs.clientId ?? '', tenantId: inputs.tenantId ?? '', audience }, ports);
    default:
      return undefined;
  }
}

/** Any answer will do: whether the token is taken is for the first real request to find out. */
async function insistOnReach(
  { server, ca, isPrivate }: Endpoint,
  cluster: string,
  { http, cancelled }: CloudPorts,
): Promise<void> {
  try {
    const response = await http.fetch({ url: `${server}/version`, tls: { ca }, timeoutMs: PROBE_MS, signal: cancelled });
    await response.text();
  } catch (error) {
    if (!(error instanceof Failure) || cancelled.aborted) throw error;
    const why = isPrivate ? 'its endpoint is private' : 'a private endpoint or a list of allowed addresses may be why';
    const message = `The log-in succeeded, but the API server of ${cluster} cannot be reached from here: ${error.message} (${why})`;
    const remedy = "Run the job on a runner within the cluster's network, or let the runner's address in.";
    throw loginFailure('CLUSTER_ENDPOINT_UNREACHABLE', message, remedy);
  }
}

/** Gives the token while it is good; one that cannot be renewed in time is used as long as it lasts. */
function tokenKeeper(login: CloudLogin, { clock, log }: CloudPorts): (renew: boolean) => Promise<string> {
  let known: CloudToken | undefined;
  let asked: Promise<CloudToken> | undefined;
  const fresh = async (): Promise<CloudToken> => {
    asked ??= login.token().finally(() => {
      asked = undefined;
    });
    known = await asked;
    log.mask(known.token);
    return known;
  };
  return async (renew) => {
    const before = known;
    if (!renew && before !== undefined && before.expiresMs - MARGIN_MS > clock.now()) return before.token;
    try {
      return (await fresh()).token;
    } catch (error) {
      if (renew || before === undefined || before.expiresMs <= clock.now()) throw error;
      return before.token;
    }
  };
}

async function connectManaged(login: CloudLogin, ports: CloudPorts): Promise<Connection> {
  const endpoint = await login.endpoint();
  const token = tokenKeeper(login, ports);
  await token(false);
  await insistOnReach(endpoint, login.cluster, ports);
  const { server, ca } = endpoint;
  return { server, authorize: async (renew) => ({ headers: { authorization: `Bearer ${await token(renew)}` }, tls: { ca } }) };
}

function authorityOf(text: string): string {
  return text.includes('-----BEGIN ') ? text : Buffer.from(text, 'base64').toString('utf8');
}

/**
 * Finds the way into the cluster: a kubeconfig, a server with a token, or a managed cluster by the job's own identity.
 *
 * @throws Failure that says at which station of a log-in it went wrong, and what to set up there.
 */
export async function connectCluster(inputs: ClusterInputs, ports: CloudPorts & ConnectionPorts): Promise<Connection> {
  const login = loginOf(inputs, ports);
  if (login !== undefined) return connectManaged(login, ports);
  const { server, token, certificateAuthority } = inputs;
  if (server !== undefined && token !== undefined) {
    const headers = { authorization: `Bearer ${token.reveal()}` };
    const tls = certificateAuthority === undefined ? {} : { ca: authorityOf(certificateAuthority) };
    return { server: server.replace(/\/$/, ''), authorize: async () => ({ headers, tls }) };
  }
  return connect({ text: inputs.kubeconfig?.reveal(), path: inputs.kubeconfigPath, context: inputs.context }, ports);
}
