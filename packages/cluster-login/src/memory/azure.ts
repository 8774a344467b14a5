import type { Answer } from '@slipway/system/memory';
import { claimsOf, SUBJECT } from './github.ts';
import type { Arrived } from './signature.ts';
import { CA, type CloudSettings, json, type MakeCloud, SERVER } from './world.ts';

/** An application that trusts the job, and the cluster. */
export const AZURE = {
  clientId: '11111111-2222-3333-4444-555555555555',
  tenantId: '99999999-8888-7777-6666-555555555555',
  cluster:
    '/subscriptions/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee/resourceGroups/shop/providers/Microsoft.ContainerService/managedClusters/shop',
} as const;

const HOUR_MS = 3_600_000;
const SCOPES = {
  management: 'https://management.azure.com/.default',
  cluster: '6dae42f8-4368-4678-94ff-3960e28e3630/.default',
} as const;

const KUBECONFIG = `apiVersion: v1
kind: Config
current-context: shop
contexts: [{ name: shop, context: { cluster: shop, user: user } }]
clusters: [{ name: shop, cluster: { server: '${SERVER}', certificate-authority-data: ${Buffer.from(CA).toString('base64')} } }]
users: [{ name: user, user: { exec: { apiVersion: client.authentication.k8s.io/v1beta1, command: kubelogin, args: [get-token] } } }]
`;

function refusedAssertion(form: URLSearchParams, settings: CloudSettings): Answer | undefined {
  const refuse = (error_description: string): Answer => json(401, { error: 'invalid_client', error_description });
  if (form.get('client_id') !== AZURE.clientId) return refuse('AADSTS700016: Application was not found in the directory.');
  const asked = form.get('grant_type') === 'client_credentials';
  const kind = form.get('client_assertion_type') === 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
  const claims = claimsOf(form.get('client_assertion') ?? '');
  if (!asked || !kind || claims === undefined)
    return refuse('AADSTS700211: No matching federated identity record found for issuer.');
  if (claims.aud !== (settings.audience ?? 'api://AzureADTokenExchange')) {
    return refuse('AADSTS700212: No matching federated identity record found for presented assertion audience.\r\nTrace ID: 1');
  }
  if (claims.sub === (settings.subject ?? SUBJECT)) return undefined;
  return refuse(`AADSTS700213: No matching federated identity record found for presented assertion subject '${claims.sub}'.`);
}

/** Azure with one application and one AKS cluster. */
export const memoryAzure: MakeCloud = (settings, clock) => {
  const tokens = new Map<string, { readonly scope: string; readonly untilMs: number }>();
  const isFor = (token: string, scope: string): boolean => {
    const known = tokens.get(token);
    return known?.scope === scope && known.untilMs > clock.now();
  };
  const logIn = ({ body }: Arrived): Answer => {
    const form = new URLSearchParams(body);
    const refused = refusedAssertion(form, settings);
    if (refused !== undefined) return refused;
    const token = `eyJ.azure-token-${tokens.size + 1}`;
    tokens.set(token, { scope: form.get('scope') ?? '', untilMs: clock.now() + HOUR_MS });
    return json(200, { access_token: token, expires_in: HOUR_MS / 1000, token_type: 'Bearer' });
  };
  const credentials = ({ headers }: Arrived): Answer => {
    if (!isFor((headers['authorization'] ?? '').replace('Bearer ', ''), SCOPES.management)) {
      return json(401, { error: { message: 'The access token is not for this audience.' } });
    }
    if (settings.readable === false) return json(403, { error: { message: 'The client does not have authorization.' } });
    if (settings.exists === false) return json(404, { error: { message: 'The Resource was not found.' } });
    return json(200, { kubeconfigs: [{ name: 'clusterUser', value: Buffer.from(KUBECONFIG).toString('base64') }] });
  };
  return {
    whoIs: (token) => (isFor(token, SCOPES.cluster) ? AZURE.clientId : undefined),
    answer: (arrived) => {
      const { method, url } = arrived;
      const at = `${method} ${url.host}${url.pathname}`;
      if (at === `POST login.microsoftonline.com/${AZURE.tenantId}/oauth2/v2.0/token`) return logIn(arrived);
      const listed = at === `POST management.azure.com${AZURE.cluster}/listClusterUserCredential`;
      return listed && url.searchParams.get('api-version') === '2024-09-01' ? credentials(arrived) : undefined;
    },
  };
};
