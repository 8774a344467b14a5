export const id = 6973;
export const ids = [6973];
export const modules = {

/***/ 41807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ kubernetes)
});

// UNUSED EXPORTS: FIELD_MANAGER

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
;// CONCATENATED MODULE: ../kubernetes/lib/discovery.js

function rootOf(apiVersion) {
    return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}
function unknownKind({ apiVersion, kind }) {
    return new failure/* Failure */.H({
        code: 'K8S_KIND_UNKNOWN',
        message: `The cluster serves no kind ${kind} in ${apiVersion}.`,
        remedy: 'Correct apiVersion or kind, or install the custom resource definition first.',
    });
}
/** Discovery through a transport. */
function discovery(transport) {
    const known = new Map();
    const fetchList = async (apiVersion) => {
        const response = await transport.send({ subject: `Kinds of ${apiVersion}`, path: rootOf(apiVersion) });
        const text = await response.text();
        return response.status === 200 ? JSON.parse(text) : { resources: [] };
    };
    return {
        resource: async (kind) => {
            const listed = known.get(kind.apiVersion) ?? fetchList(kind.apiVersion);
            known.set(kind.apiVersion, listed);
            const { resources } = await listed.catch((error) => {
                known.delete(kind.apiVersion);
                throw error;
            });
            const found = resources.find((each) => each.kind === kind.kind && !each.name.includes('/'));
            if (found === undefined) {
                // A definition may be applied in the meantime.
                known.delete(kind.apiVersion);
                throw unknownKind(kind);
            }
            return { name: found.name, namespaced: found.namespaced };
        },
    };
}
/** The path of a kind's collection, or of one object in it. */
function resourcePath(target, { name: plural, namespaced }) {
    const scope = namespaced && target.namespace !== undefined ? `/namespaces/${encodeURIComponent(target.namespace)}` : '';
    const name = target.name === undefined ? '' : `/${encodeURIComponent(target.name)}`;
    return `${rootOf(target.apiVersion)}${scope}/${plural}${name}`;
}

// EXTERNAL MODULE: ../kubernetes/lib/object.js
var lib_object = __webpack_require__(82548);
// EXTERNAL MODULE: ../kubernetes/lib/status.js
var lib_status = __webpack_require__(60581);
;// CONCATENATED MODULE: ../kubernetes/lib/transport.js


const BACKOFF_MS = [250, 500, 1000, 2000, 4000];
const TIMEOUT_MS = 15_000;
const HASTY_TIMEOUT_MS = 1500;
const TRANSIENT = new Set([429, 500, 502, 503, 504]);
function urlOf(server, { path, query = {} }) {
    const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
    const search = new URLSearchParams(Object.fromEntries(given)).toString();
    return `${server}${path}${search === '' ? '' : `?${search}`}`;
}
function isAway(error) {
    return error instanceof failure/* Failure */.H && ['HTTP_UNREACHABLE', 'HTTP_TIMEOUT'].includes(error.code);
}
/** How long to wait: what the server asks for, or a step of the backoff; both bounded. */
function pauseMs(attempt, response) {
    const asked = Number(response?.headers['retry-after'] ?? 'NaN') * 1000;
    return Number.isNaN(asked) ? (BACKOFF_MS[attempt] ?? 0) : Math.min(asked, 10_000);
}
function either(one, other) {
    return one && other ? AbortSignal.any([one, other]) : (one ?? other);
}
/** A transport over HTTP. */
function transport(connection, { http, clock, cancelled, hasty = false }) {
    const once = async (request, renew) => {
        const { headers, tls } = await connection.authorize(renew);
        const { method, body, contentType = 'application/json', signal } = request;
        return http.fetch({
            url: urlOf(connection.server, request),
            headers: { accept: 'application/json', ...headers, ...(body !== undefined && { 'content-type': contentType }) },
            tls,
            timeoutMs: hasty ? HASTY_TIMEOUT_MS : TIMEOUT_MS,
            ...(method && { method }),
            ...(body !== undefined && { body: JSON.stringify(body) }),
            ...(signal && { signal }),
        });
    };
    const send = async (given) => {
        const request = { ...given, signal: either(given.signal, cancelled) };
        let renewed = false;
        for (let attempt = 0;; attempt += 1) {
            const last = hasty || attempt >= BACKOFF_MS.length;
            try {
                const response = await once(request, renewed);
                if (response.status === 401) {
                    const text = await response.text();
                    if (renewed)
                        throw (0,lib_status/* failureOf */.g5)(request.subject, 401, text);
                    renewed = true;
                    continue;
                }
                if (!TRANSIENT.has(response.status))
                    return response;
                const text = await response.text();
                if (last || (0,lib_status/* isMistyped */.Ke)(response.status, text))
                    throw (0,lib_status/* failureOf */.g5)(request.subject, response.status, text);
                await clock.sleep(pauseMs(attempt, response), request.signal);
            }
            catch (error) {
                if (!isAway(error) || last)
                    throw error;
                await clock.sleep(pauseMs(attempt), request.signal);
            }
        }
    };
    const json = async (request) => {
        const response = await send(request);
        const text = await response.text();
        if (response.status >= 400)
            throw (0,lib_status/* failureOf */.g5)(request.subject, response.status, text);
        return JSON.parse(text);
    };
    return { send, json };
}

;// CONCATENATED MODULE: ../kubernetes/lib/watch.js



const PAUSE_MS = 1000;
const SERVER_TIMEOUT_SECONDS = 240;
async function* linesOf(pieces) {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const piece of pieces) {
        const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
        rest = lines.pop() ?? '';
        yield* lines.filter((line) => line.trim() !== '');
    }
}
/** A server that is away or overloaded may come back, and a place in history that is gone is listed anew; nothing else passes. */
function mayPass(error) {
    if (error instanceof lib_status/* KubernetesFailure */.d8)
        return error.status >= 500 || [410, 429].includes(error.status);
    return !(error instanceof failure/* Failure */.H) || error.code.startsWith('HTTP_');
}
/** Lists and watches through a transport. */
function reader(transport, discovered, clock) {
    const pathOf = async (kind, { namespace }) => resourcePath({ ...kind, ...(namespace !== undefined && { namespace }) }, await discovered.resource(kind));
    const queryOf = ({ labelSelector, fieldSelector }) => ({ labelSelector, fieldSelector });
    const list = async (kind, selection, signal) => {
        const path = await pathOf(kind, selection);
        const subject = `List of ${kind.kind}`;
        const given = await transport.json({
            ...{ subject, path, query: queryOf(selection), signal },
        });
        // The server leaves kind and apiVersion out of a list's items.
        const items = (given.items ?? []).map((item) => ({ ...item, apiVersion: kind.apiVersion, kind: kind.kind }));
        return { items, resourceVersion: given.metadata.resourceVersion };
    };
    async function* follow(kind, selection, start, signal) {
        let resourceVersion = start;
        const path = await pathOf(kind, selection);
        while (!signal.aborted) {
            const query = { ...queryOf(selection), watch: true, allowWatchBookmarks: true, timeoutSeconds: SERVER_TIMEOUT_SECONDS };
            const request = { subject: `Watch of ${kind.kind}`, path, query: { ...query, resourceVersion }, signal };
            const response = await transport.send(request);
            if (response.status !== 200)
                throw (0,lib_status/* failureOf */.g5)(request.subject, response.status, await response.text());
            for await (const line of linesOf(response.stream())) {
                const { type, object } = JSON.parse(line);
                if (type === 'ERROR')
                    throw (0,lib_status/* failureOf */.g5)(request.subject, object.code ?? 500, JSON.stringify(object));
                resourceVersion = object.metadata.resourceVersion ?? resourceVersion;
                // The line is the server's word for an object of the kind that was asked for.
                if (type === 'DELETED')
                    yield { type: 'deleted', object: object };
                else if (type !== 'BOOKMARK')
                    yield { type: 'stored', object: object };
            }
        }
    }
    async function* watch(kind, selection, signal) {
        while (!signal.aborted) {
            try {
                const { items, resourceVersion } = await list(kind, selection, signal);
                yield { type: 'listed', items };
                yield* follow(kind, selection, resourceVersion, signal);
            }
            catch (error) {
                if (signal.aborted)
                    return;
                if (!mayPass(error))
                    throw error;
                yield { type: 'lost', error };
                // 410 means that our place in history is gone: list again at once.
                if (!(error instanceof lib_status/* KubernetesFailure */.d8 && error.status === 410))
                    await clock.sleep(PAUSE_MS, signal).catch(() => undefined);
            }
        }
    }
    return { list, watch };
}

;// CONCATENATED MODULE: ../kubernetes/lib/client.js





/** The name under which we own fields; the same for every deploy and rollback, so that a field we drop really goes. */
const FIELD_MANAGER = 'slipway';
const LOG_BYTES_MAX = 256 * 1024;
async function apply(api, path, object, options) {
    return api.json({
        subject: (0,lib_object/* objectName */.Hd)(object),
        method: 'PATCH',
        path,
        query: {
            fieldManager: options.manager ?? FIELD_MANAGER,
            force: options.force === true,
            dryRun: options.dryRun ? 'All' : undefined,
        },
        // JSON is YAML, and the server takes apply patches under this name only.
        contentType: 'application/apply-patch+yaml',
        body: object,
    });
}
async function write(api, method, path, object) {
    const query = { fieldManager: FIELD_MANAGER };
    return api.json({ subject: (0,lib_object/* objectName */.Hd)(object), method, path, query, body: object });
}
async function can(api, { verb, group, resource, subresource, namespace }) {
    const review = await api.json({
        subject: 'Review of our rights',
        method: 'POST',
        path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        body: {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectAccessReview',
            spec: { resourceAttributes: { verb, group, resource, subresource, namespace } },
        },
    });
    return review.status?.allowed === true;
}
async function found(api, request) {
    const response = await api.send(request);
    const text = await response.text();
    if (response.status === 404)
        return undefined;
    if (response.status >= 400)
        throw (0,lib_status/* failureOf */.g5)(request.subject, response.status, text);
    return text;
}
/** A client of one cluster. */
function kubernetes(connection, ports) {
    const api = transport(connection, ports);
    const discovered = discovery(api);
    const pathOf = async (target) => resourcePath(target, await discovered.resource(target));
    return {
        ...reader(api, discovered, ports.clock),
        resource: discovered.resource,
        get: async (target) => {
            const text = await found(api, { subject: (0,lib_object/* objectName */.Hd)(target), path: await pathOf(target) });
            return text === undefined ? undefined : JSON.parse(text);
        },
        apply: async (object, options = {}) => {
            return apply(api, await pathOf((0,lib_object/* targetOf */.$r)(object)), object, options);
        },
        create: async (object) => {
            const { apiVersion, kind, metadata } = object;
            const collection = { apiVersion, kind, namespace: metadata.namespace };
            const path = resourcePath(collection, await discovered.resource(object));
            return write(api, 'POST', path, object);
        },
        replace: async (object) => write(api, 'PUT', await pathOf((0,lib_object/* targetOf */.$r)(object)), object),
        delete: async (target, only) => {
            const query = { propagationPolicy: 'Background' };
            const body = only && { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: only };
            const path = await pathOf(target);
            const request = { subject: (0,lib_object/* objectName */.Hd)(target), method: 'DELETE', path, query, ...(body && { body }) };
            return (await found(api, request)) !== undefined;
        },
        logs: async ({ name, namespace }, { container, previous, tailLines } = {}) => {
            const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(name)}/log`;
            const query = { container, previous, tailLines, limitBytes: LOG_BYTES_MAX };
            const subject = `Log of ${namespace}/${name}`;
            const response = await api.send({ subject, path, query });
            const text = await response.text();
            if (response.status >= 400)
                throw (0,lib_status/* failureOf */.g5)(subject, response.status, text);
            return text;
        },
        can: (right) => can(api, right),
    };
}


/***/ }),

/***/ 10811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ connect)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
;// CONCATENATED MODULE: ../kubernetes/lib/exec-plugin.js

const TIMEOUT_MS = 60_000;
function failed(plugin, why) {
    const message = `The kubeconfig's credential plugin ${plugin.command} ${why}.`;
    const remedy = 'Run it in an earlier step to see why; a cloud log-in step may be missing.';
    return new failure/* Failure */.H({ code: 'K8S_CREDENTIAL_PLUGIN', message, remedy });
}
function parseCredential(plugin, stdout) {
    try {
        const { status } = JSON.parse(stdout);
        const expires = Date.parse(status?.['expirationTimestamp'] ?? '');
        const [token, cert, key] = [status?.['token'], status?.['clientCertificateData'], status?.['clientKeyData']];
        if (token === undefined && cert === undefined)
            throw failed(plugin, 'gave neither a token nor a certificate');
        return {
            ...(token !== undefined && { token }),
            ...(cert !== undefined && { cert }),
            ...(key !== undefined && { key }),
            expiresMs: Number.isNaN(expires) ? Number.POSITIVE_INFINITY : expires,
        };
    }
    catch (error) {
        throw error instanceof failure/* Failure */.H ? error : failed(plugin, 'did not print an ExecCredential');
    }
}
/** Asks the plugin for credentials. What it prints is a secret: it is never shown. */
async function runExecPlugin(plugin, { exec }) {
    const info = { apiVersion: plugin.apiVersion, kind: 'ExecCredential', spec: { interactive: false } };
    const env = { ...plugin.env, KUBERNETES_EXEC_INFO: JSON.stringify(info) };
    const result = await exec.run(plugin.command, plugin.args, { env, timeoutMs: TIMEOUT_MS });
    if (result.timedOut)
        throw failed(plugin, `did not end within ${TIMEOUT_MS / 1000} s`);
    if (result.exitCode !== 0)
        throw failed(plugin, `ended with ${result.exitCode}: ${result.stderr.trim().slice(-300)}`);
    return parseCredential(plugin, result.stdout);
}

// EXTERNAL MODULE: ../kubernetes/lib/kubeconfig.js
var kubeconfig = __webpack_require__(61972);
;// CONCATENATED MODULE: ../kubernetes/lib/connection.js



const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';
/** A token is renewed this long before it ends, so that no request meets the end. */
const MARGIN_MS = 60_000;
async function read(material, folder, files) {
    if (material === undefined)
        return undefined;
    if ('text' in material)
        return material.text;
    const path = material.file.startsWith('/') || folder === '' ? material.file : `${folder}/${material.file}`;
    return (await files.readText(path)).trim();
}
function pluginCredentials(config, ports) {
    let known;
    return async (renew) => {
        if (config.exec === undefined)
            return undefined;
        if (known !== undefined && !renew && known.expiresMs - MARGIN_MS > ports.clock.now())
            return known;
        known = await runExecPlugin(config.exec, ports);
        return known;
    };
}
/** Masks each secret once: a mask is a line in the job's log. */
function maskOnce(log) {
    const masked = new Set();
    return (secrets) => {
        for (const secret of secrets) {
            if (secret === undefined || masked.has(secret))
                continue;
            masked.add(secret);
            log.mask(secret);
        }
    };
}
function connectionOf(config, folder, ports) {
    const mask = maskOnce(ports.log);
    const fromPlugin = pluginCredentials(config, ports);
    return {
        server: config.server,
        authorize: async (renew) => {
            const plugin = await fromPlugin(renew);
            // Files are read anew each time: a projected token is replaced on disk before it ends.
            const [ca, certFile, keyFile, tokenFile] = await Promise.all([config.ca, config.cert, config.key, config.token].map((material) => read(material, folder, ports.files)));
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
async function inCluster(ports) {
    if (!(await ports.files.exists(`${SERVICE_ACCOUNT}/token`))) {
        const remedy = 'Give "kubeconfig" (a secret) or "kubeconfig-path".';
        throw new failure/* Failure */.H({ code: 'KUBECONFIG_MISSING', message: 'There is no kubeconfig, and this is not a pod.', remedy });
    }
    return {
        context: 'in-cluster',
        server: 'https://kubernetes.default.svc',
        ca: { file: `${SERVICE_ACCOUNT}/ca.crt` },
        token: { file: `${SERVICE_ACCOUNT}/token` },
    };
}
/** Finds the way to a cluster. Nothing is sent yet; a kubeconfig that cannot work is a Failure with every problem. */
async function connect(source, ports) {
    if (source.text === undefined && source.path === undefined)
        return connectionOf(await inCluster(ports), '', ports);
    const folder = source.path?.includes('/') ? source.path.slice(0, source.path.lastIndexOf('/')) : '';
    const text = source.text ?? (await ports.files.readText(source.path ?? ''));
    return connectionOf((0,kubeconfig/* parseKubeconfig */.D)((0,kubeconfig/* decodeKubeconfig */.S)(text), source.context), folder, ports);
}


/***/ }),

/***/ 61972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseKubeconfig),
/* harmony export */   S: () => (/* binding */ decodeKubeconfig)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92393);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33483);


const isFields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldsOf = (value) => (isFields(value) ? value : {});
const textOf = (value) => (typeof value === 'string' && value !== '' ? value : undefined);
const listOf = (value) => (Array.isArray(value) ? value : []);
function problem(message, remedy) {
    return { code: 'KUBECONFIG_INVALID', message: `Kubeconfig: ${message}`, ...(remedy !== undefined && { remedy }) };
}
function parseYaml(text) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, prettyErrors: false });
    // The parser's message can quote the line it stumbled over, and that line may be a token: only the place is told.
    (0,_slipway_failure__WEBPACK_IMPORTED_MODULE_1__/* .failWhen */ .x)(document.errors.map(({ pos: [offset] }) => {
        const { line, col } = lines.linePos(offset);
        return problem(`not valid YAML at line ${line}, column ${col}.`, 'Give the whole file, or its base64.');
    }));
    const value = document.toJS();
    if (!isFields(value))
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H(problem('it holds no mapping.', 'Give the whole file, or its base64.'));
    return value;
}
function entryOf(config, list, key, name) {
    const entry = listOf(config[list])
        .map(fieldsOf)
        .find((each) => each['name'] === name);
    return entry === undefined ? undefined : fieldsOf(entry[key]);
}
function materialOf(fields, name, problems) {
    const [inline, file] = [textOf(fields[`${name}-data`]), textOf(fields[name])];
    if (inline !== undefined) {
        const text = Buffer.from(inline, 'base64').toString('utf8');
        if (!text.includes('-----BEGIN '))
            problems.push(problem(`${name}-data is not the base64 of a PEM file.`));
        return { text };
    }
    return file === undefined ? undefined : { file };
}
function execOf(value, problems) {
    if (value === undefined)
        return undefined;
    const fields = fieldsOf(value);
    const [command, apiVersion] = [textOf(fields['command']), textOf(fields['apiVersion'])];
    if (command === undefined)
        problems.push(problem('the user\'s exec plugin names no "command".'));
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
        env: Object.fromEntries(env),
    };
}
function clusterOf(cluster, problems) {
    const server = textOf(cluster['server']) ?? '';
    if (!URL.canParse(server))
        problems.push(problem('the cluster has no "server" that is a URL.'));
    if (cluster['insecure-skip-tls-verify'] === true) {
        const remedy = 'Give the authority with certificate-authority-data.';
        problems.push(problem('insecure-skip-tls-verify would send the credentials to whoever answers.', remedy));
    }
    if (cluster['proxy-url'] !== undefined)
        problems.push(problem('proxy-url is not supported.'));
    const ca = materialOf(cluster, 'certificate-authority', problems);
    const tlsServerName = textOf(cluster['tls-server-name']);
    return { server: server.replace(/\/+$/, ''), ...(ca && { ca }), ...(tlsServerName !== undefined && { tlsServerName }) };
}
function userOf(user, problems) {
    const cert = materialOf(user, 'client-certificate', problems);
    const key = materialOf(user, 'client-key', problems);
    const [inline, file] = [textOf(user['token']), textOf(user['tokenFile'])];
    const token = inline !== undefined ? { text: inline } : file !== undefined ? { file } : undefined;
    const exec = execOf(user['exec'], problems);
    if ((cert === undefined) !== (key === undefined))
        problems.push(problem('a client certificate and its key go together.'));
    if (user['auth-provider'] !== undefined)
        problems.push(problem('auth-provider was removed from Kubernetes.', 'Use exec.'));
    if (user['username'] !== undefined)
        problems.push(problem('user name and password are not supported.', 'Use a token.'));
    if (cert === undefined && token === undefined && exec === undefined) {
        problems.push(problem('the user has neither a token, a client certificate nor an exec plugin.'));
    }
    return { ...(cert && { cert }), ...(key && { key }), ...(token && { token }), ...(exec && { exec }) };
}
/** Reads one context of a kubeconfig: the named one, or its current one. Throws a Failure with every problem. */
function parseKubeconfig(text, wanted) {
    const config = parseYaml(text);
    const context = wanted ?? textOf(config['current-context']);
    const names = listOf(config['contexts']).map((each) => String(fieldsOf(each)['name']));
    if (context === undefined) {
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H(problem('it has no current-context.', `Name one with "context": ${names.join(', ')}.`));
    }
    const chosen = entryOf(config, 'contexts', 'context', context);
    if (chosen === undefined) {
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H(problem(`there is no context "${context}".`, `It has: ${names.join(', ') || 'none'}.`));
    }
    const problems = [];
    const [clusterName, userName] = [String(chosen['cluster']), String(chosen['user'])];
    const cluster = entryOf(config, 'clusters', 'cluster', clusterName);
    const user = entryOf(config, 'users', 'user', userName);
    if (cluster === undefined)
        problems.push(problem(`context "${context}" names the cluster "${clusterName}", which is not there.`));
    if (user === undefined)
        problems.push(problem(`context "${context}" names the user "${userName}", which is not there.`));
    const parts = {
        ...clusterOf(cluster ?? { server: 'https://absent' }, problems),
        ...userOf(user ?? { token: 'absent' }, problems),
    };
    (0,_slipway_failure__WEBPACK_IMPORTED_MODULE_1__/* .failWhen */ .x)(problems);
    const namespace = textOf(chosen['namespace']);
    return { context, ...parts, ...(namespace !== undefined && { namespace }) };
}
/** The kubeconfig's text from text or from its base64: secrets are often stored encoded. */
function decodeKubeconfig(given) {
    const compact = given.replace(/\s+/g, '');
    const encoded = /^[A-Za-z0-9+/]+={0,2}$/.test(compact) && compact.length % 4 === 0;
    return encoded ? Buffer.from(compact, 'base64').toString('utf8') : given;
}


/***/ }),

/***/ 82548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   F8: () => (/* binding */ groupOf),
/* harmony export */   GW: () => (/* binding */ KINDS),
/* harmony export */   Hd: () => (/* binding */ objectName)
/* harmony export */ });
/** The kinds we read ourselves. */
const KINDS = {
    deployment: { apiVersion: 'apps/v1', kind: 'Deployment' },
    replicaSet: { apiVersion: 'apps/v1', kind: 'ReplicaSet' },
    pod: { apiVersion: 'v1', kind: 'Pod' },
    event: { apiVersion: 'v1', kind: 'Event' },
    secret: { apiVersion: 'v1', kind: 'Secret' },
    namespace: { apiVersion: 'v1', kind: 'Namespace' },
    lease: { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease' },
};
/** The name of an object. */
function targetOf({ apiVersion, kind, metadata: { name, namespace } }) {
    return { apiVersion, kind, name, namespace };
}
/** The object's name as people say it: `Deployment shop/payment-service`. */
function objectName(object) {
    const { name, namespace } = 'metadata' in object ? object.metadata : object;
    return `${object.kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
/** The API group of an apiVersion; the core group is the empty string. */
function groupOf(apiVersion) {
    return apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
}


/***/ }),

/***/ 60581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ke: () => (/* binding */ isMistyped),
/* harmony export */   d8: () => (/* binding */ KubernetesFailure),
/* harmony export */   g5: () => (/* binding */ failureOf)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);

/** A refusal of the API server, with what it said. */
class KubernetesFailure extends _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H {
    status;
    causes;
    conflicts;
    constructor(problems, status, causes) {
        super(problems);
        this.status = status;
        this.causes = causes;
        this.conflicts = causes.filter(({ reason }) => reason === 'FieldManagerConflict').map(conflictOf);
    }
}
function conflictOf({ message = '', field = '' }) {
    return { manager: /conflict with "([^"]+)"/.exec(message)?.[1] ?? message, field };
}
function parseStatus(body) {
    try {
        const parsed = JSON.parse(body);
        return typeof parsed === 'object' && parsed !== null ? parsed : {};
    }
    catch {
        return { message: body.slice(0, 300) };
    }
}
const CODES = {
    401: ['K8S_UNAUTHORIZED', 'Renew the credentials in the kubeconfig; a token may have expired.'],
    403: ['K8S_FORBIDDEN', 'Give the deploying identity this right with a Role and a RoleBinding.'],
    404: ['K8S_NOT_FOUND', 'Check the name and the namespace.'],
    410: ['K8S_GONE', 'Read again from the present.'],
};
function conflictProblem(subject, cause) {
    const { manager, field } = conflictOf(cause);
    return {
        code: 'K8S_FIELD_CONFLICT',
        message: `${subject}: the field ${field} belongs to "${manager}", which set it to another value.`,
        remedy: `Leave ${field} out of the manifest, or take it over with force-conflicts: true.`,
    };
}
function problemsOf(subject, status, said) {
    const causes = said.details?.causes ?? [];
    const conflicts = causes.filter(({ reason }) => reason === 'FieldManagerConflict');
    if (conflicts.length > 0)
        return conflicts.map((cause) => conflictProblem(subject, cause));
    const message = said.message ?? `the API server answered ${status}`;
    if (status === 409)
        return [{ code: 'K8S_CHANGED_MEANWHILE', message: `${subject}: ${message}` }];
    if (status === 422 && causes.length > 0) {
        return causes.map(({ field = '', message: why = '' }) => ({
            code: 'K8S_INVALID',
            message: `${subject}: ${field}: ${why}.`,
            remedy: 'Correct the field in the manifest.',
        }));
    }
    const [code, remedy] = CODES[status] ?? ['K8S_REFUSED', 'Read what the API server says.'];
    return [{ code, message: `${subject}: ${message}`, remedy }];
}
const TYPED = 'failed to create typed patch object';
/** Whether the API server's answer is about the object, though its status says that the server is in trouble: it will not change. */
function isMistyped(status, body) {
    return status === 500 && body.includes(TYPED);
}
/** The fields that do not fit the kind's schema, which the server tells in its message alone. */
function mistyped(message) {
    const said = message.slice(message.indexOf(TYPED) + TYPED.length);
    return [...said.matchAll(/(?:^|\s)\.(\S+): ([^\n]+)/g)].map(([, field = '', why = '']) => ({ field, message: why.trim() }));
}
/** The failure that a refusal means; `subject` says what was asked for. */
function failureOf(subject, status, body) {
    const said = parseStatus(body);
    const causes = isMistyped(status, body) ? mistyped(said.message ?? '') : [];
    if (causes.length > 0)
        return new KubernetesFailure(problemsOf(subject, 422, { details: { causes } }), 422, causes);
    return new KubernetesFailure(problemsOf(subject, status, said), status, said.details?.causes ?? []);
}


/***/ })

};
