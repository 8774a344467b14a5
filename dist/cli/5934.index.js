export const id = 5934;
export const ids = [5934];
export const modules = {

/***/ 85934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ connectCluster)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../kubernetes/lib/connection.js + 1 modules
var connection = __webpack_require__(10811);
// EXTERNAL MODULE: ../kubernetes/lib/kubeconfig.js
var kubeconfig = __webpack_require__(61972);
// EXTERNAL MODULE: ../system/lib/retry.js
var retry = __webpack_require__(77064);
;// CONCATENATED MODULE: ../cluster-login/lib/cloud.js


const TIMEOUT_MS = 15_000;
const ATTEMPTS = 4;
/** A problem with a log-in as a Failure. */
function loginFailure(code, message, remedy) {
    const problem = { code, message, remedy };
    return new failure/* Failure */.H(problem);
}
/** Asks a service of a cloud, again when it is in trouble. */
async function askCloud(service, request, ports) {
    const { http, clock, log, cancelled } = ports;
    const send = () => http.fetch({ ...request, timeoutMs: TIMEOUT_MS, signal: cancelled });
    try {
        return await (0,retry/* retrying */.R)(send, { clock, log, signal: cancelled, attempts: ATTEMPTS });
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H) || cancelled.aborted)
            throw error;
        const remedy = 'Check that this runner may reach it: a proxy or a firewall may be in between.';
        throw loginFailure('CLOUD_UNREACHABLE', `${service} could not be asked: ${error.message}`, remedy);
    }
}
/** The JSON of an answer; what is none is an empty one, for whoever reads it to miss what it needs. */
async function jsonOf(response) {
    const text = await response.text();
    try {
        return JSON.parse(text);
    }
    catch {
        return {};
    }
}
/** The value at a path of keys; undefined where there is none. */
function at(value, ...keys) {
    return keys.reduce((inner, key) => typeof inner === 'object' && inner !== null ? inner[key] : undefined, value);
}
/** The text at a path of keys; empty where there is none. */
function textAt(value, ...keys) {
    const found = at(value, ...keys);
    return typeof found === 'string' ? found : '';
}
/** An answer that lacks what its documentation promises. */
function strangeAnswer(service, what) {
    const remedy = 'If a proxy stands in between, look at what it answers.';
    return loginFailure('CLOUD_ANSWER_STRANGE', `${service} answered without ${what}.`, remedy);
}
/** The body of a form. */
const formOf = (fields) => new URLSearchParams(fields).toString();
/** A certificate authority in base64, as clouds give it; the error says whose it is. */
function pemOf(base64, service) {
    const text = Buffer.from(base64, 'base64').toString('utf8');
    if (!text.includes('-----BEGIN CERTIFICATE-----'))
        throw strangeAnswer(service, "the cluster's certificate authority");
    return text;
}

;// CONCATENATED MODULE: ../cluster-login/lib/id-token.js

const GITHUB = "GitHub's issuer of ID tokens";
/**
 * A token by which GitHub says which repository, branch and environment the job belongs to.
 *
 * https://docs.github.com/en/actions/reference/security/oidc#methods-for-requesting-the-oidc-token
 *
 * @param audience for whom it is; nobody else takes it
 */
async function jobIdToken(audience, ports) {
    const url = ports.environment('ACTIONS_ID_TOKEN_REQUEST_URL');
    const bearer = ports.environment('ACTIONS_ID_TOKEN_REQUEST_TOKEN');
    if (url === undefined || bearer === undefined) {
        const message = 'GitHub gives this job no ID token, so it cannot say to a cloud who it is.';
        const remedy = 'Grant the job "permissions: id-token: write", and every workflow that calls it as well; the pull request of a fork never gets one.';
        throw loginFailure('ID_TOKEN_NOT_PERMITTED', message, remedy);
    }
    ports.log.mask(bearer);
    const address = `${url}${url.includes('?') ? '&' : '?'}audience=${encodeURIComponent(audience)}`;
    const response = await askCloud(GITHUB, { url: address, headers: { authorization: `Bearer ${bearer}` } }, ports);
    const answer = await jsonOf(response);
    if (response.status !== 200) {
        const message = `${GITHUB} answered ${response.status}: ${textAt(answer, 'message') || 'no reason was given'}`;
        throw loginFailure('ID_TOKEN_REFUSED', message, 'Run the job again; look at githubstatus.com.');
    }
    const token = textAt(answer, 'value');
    if (token === '')
        throw strangeAnswer(GITHUB, 'a token');
    ports.log.mask(token);
    return token;
}

;// CONCATENATED MODULE: ../cluster-login/lib/aks.js




const ENTRA = 'Microsoft Entra ID';
const AZURE = 'Azure Resource Manager';
const AUDIENCE = 'api://AzureADTokenExchange';
/** The application that stands for every AKS cluster's API server: https://azure.github.io/kubelogin/concepts/aks.html */
const AKS_SERVER = '6dae42f8-4368-4678-94ff-3960e28e3630/.default';
const MANAGEMENT = 'https://management.azure.com/.default';
const API_VERSION = '2024-09-01';
/** https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
function refusedAssertion(answer, status, { clientId }, audience) {
    const why = textAt(answer, 'error_description').split(/\r?\n/)[0] || `status ${status}`;
    if (why.startsWith('AADSTS700212')) {
        const remedy = `Set the audience of the federated credential to ${audience}, or give "id-token-audience".`;
        throw loginFailure('CLOUD_AUDIENCE_REFUSED', `${ENTRA} does not take a token for ${audience}: ${why}`, remedy);
    }
    if (/^AADSTS(70021|700213)\b/.test(why)) {
        const remedy = "Add a federated credential whose subject is the job's: its repository and branch, or environment.";
        throw loginFailure('CLOUD_ROLE_REFUSED', `The job may not act as ${clientId}: ${why}`, remedy);
    }
    if (/^AADSTS(700211|50027|700024)\b/.test(why)) {
        const remedy = "Check the federated credential's issuer: https://token.actions.githubusercontent.com.";
        throw loginFailure('CLOUD_IDENTITY_REFUSED', `${ENTRA} does not take the job's ID token: ${why}`, remedy);
    }
    throw loginFailure('CLOUD_LOGIN_REFUSED', `${ENTRA} refused the log-in: ${why}`, 'Check "client-id" and "tenant-id".');
}
/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow#third-case-access-token-request-with-a-federated-credential */
async function tokenFor(scope, access, ports) {
    const { clientId, tenantId, audience = AUDIENCE } = access;
    const body = formOf({
        client_id: clientId,
        scope,
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await jobIdToken(audience, ports),
    });
    const url = `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const response = await askCloud(ENTRA, { method: 'POST', url, headers, body }, ports);
    const answer = await jsonOf(response);
    if (response.status !== 200)
        refusedAssertion(answer, response.status, access, audience);
    const [token, seconds] = [textAt(answer, 'access_token'), Number(at(answer, 'expires_in'))];
    if (token === '' || !(seconds > 0))
        throw strangeAnswer(ENTRA, 'a token');
    ports.log.mask(token);
    return { token, expiresMs: ports.clock.now() + seconds * 1000 };
}
/** Of the kubeconfig that Azure gives, only where the cluster is: whoever may enter it is told by our own token. */
function endpointOf(answer) {
    const value = textAt(answer, 'kubeconfigs', 0, 'value');
    if (value === '')
        throw strangeAnswer(AZURE, 'a kubeconfig');
    try {
        const { server, ca } = (0,kubeconfig/* parseKubeconfig */.D)((0,kubeconfig/* decodeKubeconfig */.S)(value), undefined);
        if (ca === undefined || !('text' in ca))
            throw strangeAnswer(AZURE, "the cluster's certificate authority");
        return { server, ca: ca.text, isPrivate: /\.privatelink\./.test(server) };
    }
    catch (error) {
        if (error instanceof failure/* Failure */.H && error.code.startsWith('KUBECONFIG'))
            throw strangeAnswer(AZURE, 'a kubeconfig that can be read');
        throw error;
    }
}
/** https://learn.microsoft.com/rest/api/aks/managed-clusters/list-cluster-user-credentials */
async function describe(access, ports) {
    const { id, name } = access.cluster;
    const { token } = await tokenFor(MANAGEMENT, access, ports);
    const url = `https://management.azure.com${id}/listClusterUserCredential?api-version=${API_VERSION}&format=exec`;
    const response = await askCloud(AZURE, { method: 'POST', url, headers: { authorization: `Bearer ${token}` } }, ports);
    const answer = await jsonOf(response);
    const why = textAt(answer, 'error', 'message') || `status ${response.status}`;
    if (response.status === 404) {
        const remedy = 'Correct the subscription, resource group or name in "cluster".';
        throw loginFailure('CLUSTER_NOT_FOUND', `${AZURE} has no cluster ${name}: ${why}`, remedy);
    }
    if (response.status !== 200) {
        const remedy = 'Grant the identity the role "Azure Kubernetes Service Cluster User Role" on the cluster.';
        throw loginFailure('CLUSTER_NOT_READABLE', `${AZURE} does not show the cluster ${name}: ${why}`, remedy);
    }
    return endpointOf(answer);
}
/** The way into an AKS cluster that takes Entra's identities. */
function aksLogin(access, ports) {
    return {
        cluster: `the AKS cluster ${access.cluster.name}`,
        endpoint: () => describe(access, ports),
        token: () => tokenFor(AKS_SERVER, access, ports),
    };
}

// EXTERNAL MODULE: ../cluster-login/lib/cluster-name.js
var cluster_name = __webpack_require__(36977);
// EXTERNAL MODULE: ../../node_modules/aws4fetch/dist/aws4fetch.esm.mjs
var aws4fetch_esm = __webpack_require__(63856);
;// CONCATENATED MODULE: ../cluster-login/lib/aws-signature.js

/** The time as Signature Version 4 writes it. */
const amzDate = (ms) => new Date(ms).toISOString().replace(/[:-]|\.\d{3}/g, '');
function signerOf(url, headers, keys, scope, signQuery) {
    const { region, service, nowMs } = scope;
    const session = keys.session !== undefined && { sessionToken: keys.session };
    const own = { accessKeyId: keys.id, secretAccessKey: keys.secret, ...session };
    return new aws4fetch_esm/* AwsV4Signer */.s({
        method: 'GET',
        url,
        headers: { ...headers },
        region,
        service,
        datetime: amzDate(nowMs),
        signQuery,
        ...own,
    });
}
/** A GET request signed in its headers: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
async function signedGet(url, keys, scope) {
    const { headers } = await signerOf(url, {}, keys, scope, false).sign();
    return { url, headers: Object.fromEntries(headers) };
}
/** An address that carries its own signature, which also counts for the given headers. */
async function presignedUrl(url, headers, keys, scope) {
    const { url: signed } = await signerOf(url, headers, keys, scope, true).sign();
    return signed.toString();
}

;// CONCATENATED MODULE: ../cluster-login/lib/eks.js



const STS = 'AWS STS';
const EKS = 'Amazon EKS';
const eks_AUDIENCE = 'sts.amazonaws.com';
const SESSION_SECONDS = 3600;
const MARGIN_MS = 60_000;
/** The API server takes a token for 15 minutes from its date on, whatever it says of itself. */
const TOKEN_MS = 14 * 60_000;
const domainOf = (partition) => (partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com');
/**
 * The text of an element of STS's answers, which are flat where we read them: a parser of all XML is an eighth of the bundle.
 *
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
function elementOf(xml, name) {
    const [, text = ''] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml) ?? [];
    const names = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
    return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity) => names[entity] ?? '').trim();
}
function refusedRole(answer, status, { role }, audience) {
    const code = elementOf(answer, 'Code');
    const message = elementOf(answer, 'Message') || `status ${status}`;
    if (code === 'InvalidIdentityToken' && /audience/i.test(message)) {
        const remedy = `Add ${audience} to the client ids of the identity provider in IAM, or give "id-token-audience".`;
        throw loginFailure('CLOUD_AUDIENCE_REFUSED', `${STS} does not take a token for ${audience}: ${message}`, remedy);
    }
    if (code === 'InvalidIdentityToken' || code === 'IDPRejectedClaim' || code === 'ExpiredTokenException') {
        const remedy = "Check the identity provider token.actions.githubusercontent.com in the role's account.";
        throw loginFailure('CLOUD_IDENTITY_REFUSED', `${STS} does not take the job's ID token: ${message}`, remedy);
    }
    if (code === 'AccessDenied') {
        const remedy = "Let the role's trust policy match the job's subject (repository and branch, or environment) and audience.";
        throw loginFailure('CLOUD_ROLE_REFUSED', `The job may not assume ${role}: ${message}`, remedy);
    }
    throw loginFailure('CLOUD_LOGIN_REFUSED', `${STS} refused the log-in (${code || status}): ${message}`, 'Check "role-to-assume".');
}
async function assumeRole(access, stsUrl, ports) {
    const { role, audience = eks_AUDIENCE } = access;
    const body = formOf({
        Action: 'AssumeRoleWithWebIdentity',
        Version: '2011-06-15',
        RoleArn: role,
        RoleSessionName: 'slipway',
        DurationSeconds: String(SESSION_SECONDS),
        WebIdentityToken: await jobIdToken(audience, ports),
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const response = await askCloud(STS, { method: 'POST', url: stsUrl, headers, body }, ports);
    const answer = await response.text();
    if (response.status !== 200)
        refusedRole(answer, response.status, access, audience);
    const [id, secret, session] = [
        elementOf(answer, 'AccessKeyId'),
        elementOf(answer, 'SecretAccessKey'),
        elementOf(answer, 'SessionToken'),
    ];
    if (id === '' || secret === '' || session === '')
        throw strangeAnswer(STS, 'credentials');
    for (const each of [secret, session])
        ports.log.mask(each);
    const expiresMs = Date.parse(elementOf(answer, 'Expiration'));
    return { id, secret, session, expiresMs: Number.isNaN(expiresMs) ? ports.clock.now() + SESSION_SECONDS * 1000 : expiresMs };
}
async function eks_describe(access, keys, ports) {
    const { region, partition, name } = access.cluster;
    const url = `https://eks.${region}.${domainOf(partition)}/clusters/${name}`;
    const request = await signedGet(url, keys, { region, service: 'eks', nowMs: ports.clock.now() });
    const response = await askCloud(EKS, request, ports);
    const answer = await jsonOf(response);
    const why = textAt(answer, 'message') || `status ${response.status}`;
    if (response.status === 404) {
        const remedy = 'Correct the region, account or name in "cluster".';
        throw loginFailure('CLUSTER_NOT_FOUND', `${EKS} has no cluster ${name} in ${region}: ${why}`, remedy);
    }
    if (response.status !== 200) {
        const remedy = `Allow ${access.role} eks:DescribeCluster on the cluster.`;
        throw loginFailure('CLUSTER_NOT_READABLE', `${EKS} does not show the cluster ${name}: ${why}`, remedy);
    }
    const server = textAt(answer, 'cluster', 'endpoint');
    if (!server.startsWith('https://'))
        throw strangeAnswer(EKS, "the cluster's address");
    return {
        server,
        ca: pemOf(textAt(answer, 'cluster', 'certificateAuthority', 'data'), EKS),
        isPrivate: at(answer, 'cluster', 'resourcesVpcConfig', 'endpointPublicAccess') === false,
    };
}
/**
 * A token is an address of GetCallerIdentity that was signed for this very cluster; the cluster calls it to learn who came.
 *
 * https://github.com/kubernetes-sigs/aws-iam-authenticator#api-authorization-from-outside-a-cluster
 */
async function bearer({ cluster: { region, name } }, stsUrl, keys, nowMs) {
    const query = formOf({ Action: 'GetCallerIdentity', Version: '2011-06-15', 'X-Amz-Expires': '60' });
    const url = await presignedUrl(`${stsUrl}?${query}`, { 'x-k8s-aws-id': name }, keys, { region, service: 'sts', nowMs });
    return { token: `k8s-aws-v1.${Buffer.from(url).toString('base64url')}`, expiresMs: nowMs + TOKEN_MS };
}
/** The way into an EKS cluster: the job's ID token, a role, and a signature. */
function eksLogin(access, ports) {
    const { region, partition, name } = access.cluster;
    const stsUrl = `https://sts.${region}.${domainOf(partition)}/`;
    let session;
    const keys = async () => {
        const known = await session?.catch(() => undefined);
        if (known !== undefined && known.expiresMs - MARGIN_MS > ports.clock.now())
            return known;
        session = assumeRole(access, stsUrl, ports);
        return session;
    };
    return {
        cluster: `the EKS cluster ${name}`,
        endpoint: async () => eks_describe(access, await keys(), ports),
        token: async () => bearer(access, stsUrl, await keys(), ports.clock.now()),
    };
}

;// CONCATENATED MODULE: ../cluster-login/lib/gke.js


const gke_STS = "Google's token service";
const IAM = 'Google IAM';
const GKE = 'Google Kubernetes Engine';
const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';
const JSON_TYPE = { 'content-type': 'application/json' };
/** https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token */
async function exchange(access, ports) {
    const audience = access.audience ?? `https://iam.googleapis.com/${access.provider}`;
    const body = JSON.stringify({
        audience: `//iam.googleapis.com/${access.provider}`,
        grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
        requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
        scope: SCOPE,
        subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
        subjectToken: await jobIdToken(audience, ports),
    });
    const response = await askCloud(gke_STS, { method: 'POST', url: 'https://sts.googleapis.com/v1/token', headers: JSON_TYPE, body }, ports);
    const answer = await jsonOf(response);
    if (response.status !== 200)
        refusedExchange(answer, response.status, audience);
    const [token, seconds] = [textAt(answer, 'access_token'), Number(at(answer, 'expires_in'))];
    if (token === '' || !(seconds > 0))
        throw strangeAnswer(gke_STS, 'a token');
    ports.log.mask(token);
    return { token, expiresMs: ports.clock.now() + seconds * 1000 };
}
function refusedExchange(answer, status, audience) {
    const code = textAt(answer, 'error');
    const why = textAt(answer, 'error_description') || `status ${status}`;
    if (/audience/i.test(why)) {
        const remedy = `Add ${audience} to the provider's allowed audiences, or give "id-token-audience".`;
        throw loginFailure('CLOUD_AUDIENCE_REFUSED', `${gke_STS} does not take a token for ${audience}: ${why}`, remedy);
    }
    if (code === 'unauthorized_client' || /attribute condition/i.test(why)) {
        const remedy = "Let the provider's attribute condition match the job: its repository, branch or environment.";
        throw loginFailure('CLOUD_ROLE_REFUSED', `The job is not let in by the workload identity provider: ${why}`, remedy);
    }
    if (code === 'invalid_grant') {
        const remedy = "Check the provider's issuer: https://token.actions.githubusercontent.com.";
        throw loginFailure('CLOUD_IDENTITY_REFUSED', `${gke_STS} does not take the job's ID token: ${why}`, remedy);
    }
    const remedy = 'Check "workload-identity-provider".';
    throw loginFailure('CLOUD_LOGIN_REFUSED', `${gke_STS} refused the log-in (${code || status}): ${why}`, remedy);
}
/** https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateAccessToken */
async function actAs(email, own, ports) {
    const url = `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${encodeURIComponent(email)}:generateAccessToken`;
    const headers = { ...JSON_TYPE, authorization: `Bearer ${own.token}` };
    const body = JSON.stringify({ scope: [SCOPE], lifetime: '3600s' });
    const response = await askCloud(IAM, { method: 'POST', url, headers, body }, ports);
    const answer = await jsonOf(response);
    if (response.status !== 200) {
        const why = textAt(answer, 'error', 'message') || `status ${response.status}`;
        const remedy = 'Grant the job\'s principal roles/iam.workloadIdentityUser on the service account, and check "service-account".';
        throw loginFailure('CLOUD_ROLE_REFUSED', `The job may not act as ${email}: ${why}`, remedy);
    }
    const [token, expiresMs] = [textAt(answer, 'accessToken'), Date.parse(textAt(answer, 'expireTime'))];
    if (token === '' || Number.isNaN(expiresMs))
        throw strangeAnswer(IAM, 'a token');
    ports.log.mask(token);
    return { token, expiresMs };
}
async function gke_describe({ cluster: { path } }, { token }, ports) {
    const headers = { authorization: `Bearer ${token}` };
    const response = await askCloud(GKE, { url: `https://container.googleapis.com/v1/${path}`, headers }, ports);
    const answer = await jsonOf(response);
    const why = textAt(answer, 'error', 'message') || `status ${response.status}`;
    if (response.status === 404) {
        throw loginFailure('CLUSTER_NOT_FOUND', `${GKE} has no ${path}: ${why}`, 'Correct the project, location or name in "cluster".');
    }
    if (response.status !== 200) {
        const remedy = 'Grant the identity roles/container.clusterViewer in the project.';
        throw loginFailure('CLUSTER_NOT_READABLE', `${GKE} does not show ${path}: ${why}`, remedy);
    }
    const endpoint = textAt(answer, 'endpoint');
    if (endpoint === '')
        throw strangeAnswer(GKE, "the cluster's address");
    return {
        server: `https://${endpoint}`,
        ca: pemOf(textAt(answer, 'masterAuth', 'clusterCaCertificate'), GKE),
        isPrivate: at(answer, 'privateClusterConfig', 'enablePrivateEndpoint') === true,
    };
}
/** The way into a GKE cluster: the job's ID token, exchanged for Google's, by which Kubernetes takes it as well. */
function gkeLogin(access, ports) {
    const token = async () => {
        const own = await exchange(access, ports);
        return access.serviceAccount === undefined ? own : actAs(access.serviceAccount, own, ports);
    };
    return {
        cluster: `the GKE cluster ${access.cluster.name}`,
        endpoint: async () => gke_describe(access, await token(), ports),
        token,
    };
}

;// CONCATENATED MODULE: ../cluster-login/lib/connect.js







/** A token is renewed this long before it ends, so that no request meets the end. */
const connect_MARGIN_MS = 60_000;
const PROBE_MS = 10_000;
function loginOf(inputs, ports) {
    const cluster = (0,cluster_name/* parseClusterName */.$)(inputs.cluster ?? '');
    const audience = inputs.idTokenAudience;
    switch (cluster?.provider) {
        case 'eks':
            return eksLogin({ cluster, role: inputs.roleToAssume ?? '', audience }, ports);
        case 'gke':
            return gkeLogin({ cluster, provider: inputs.workloadIdentityProvider ?? '', serviceAccount: inputs.serviceAccount, audience }, ports);
        case 'aks':
            return aksLogin({ cluster, clientId: inputs.clientId ?? '', tenantId: inputs.tenantId ?? '', audience }, ports);
        default:
            return undefined;
    }
}
/** Any answer will do: whether the token is taken is for the first real request to find out. */
async function insistOnReach({ server, ca, isPrivate }, cluster, { http, cancelled }) {
    try {
        const response = await http.fetch({ url: `${server}/version`, tls: { ca }, timeoutMs: PROBE_MS, signal: cancelled });
        await response.text();
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H) || cancelled.aborted)
            throw error;
        const why = isPrivate ? 'its endpoint is private' : 'a private endpoint or a list of allowed addresses may be why';
        const message = `The log-in succeeded, but the API server of ${cluster} cannot be reached from here: ${error.message} (${why})`;
        const remedy = "Run the job on a runner within the cluster's network, or let the runner's address in.";
        throw loginFailure('CLUSTER_ENDPOINT_UNREACHABLE', message, remedy);
    }
}
/** Gives the token while it is good; one that cannot be renewed in time is used as long as it lasts. */
function tokenKeeper(login, { clock, log }) {
    let known;
    let asked;
    const fresh = async () => {
        asked ??= login.token().finally(() => {
            asked = undefined;
        });
        known = await asked;
        log.mask(known.token);
        return known;
    };
    return async (renew) => {
        const before = known;
        if (!renew && before !== undefined && before.expiresMs - connect_MARGIN_MS > clock.now())
            return before.token;
        try {
            return (await fresh()).token;
        }
        catch (error) {
            if (renew || before === undefined || before.expiresMs <= clock.now())
                throw error;
            return before.token;
        }
    };
}
async function connectManaged(login, ports) {
    const endpoint = await login.endpoint();
    const token = tokenKeeper(login, ports);
    await token(false);
    await insistOnReach(endpoint, login.cluster, ports);
    const { server, ca } = endpoint;
    return { server, authorize: async (renew) => ({ headers: { authorization: `Bearer ${await token(renew)}` }, tls: { ca } }) };
}
function authorityOf(text) {
    return text.includes('-----BEGIN ') ? text : Buffer.from(text, 'base64').toString('utf8');
}
/**
 * Finds the way into the cluster: a kubeconfig, a server with a token, or a managed cluster by the job's own identity.
 *
 * @throws Failure that says at which station of a log-in it went wrong, and what to set up there.
 */
async function connectCluster(inputs, ports) {
    const login = loginOf(inputs, ports);
    if (login !== undefined)
        return connectManaged(login, ports);
    const { server, token, certificateAuthority } = inputs;
    if (server !== undefined && token !== undefined) {
        const headers = { authorization: `Bearer ${token.reveal()}` };
        const tls = certificateAuthority === undefined ? {} : { ca: authorityOf(certificateAuthority) };
        return { server: server.replace(/\/$/, ''), authorize: async () => ({ headers, tls }) };
    }
    return (0,connection/* connect */.N)({ text: inputs.kubeconfig?.reveal(), path: inputs.kubeconfigPath, context: inputs.context }, ports);
}


/***/ })

};
