export const id = 746;
export const ids = [746];
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

/***/ 89526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   g7: () => (/* binding */ setImage)
/* harmony export */ });
/* unused harmony export imageName */
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92393);
/* harmony import */ var _workload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20570);


function valueAt(object, path) {
    return path.reduce((value, key) => value?.[key], object);
}
/** All containers of an object that runs pods, init containers first; none for another object. */
function containersOf(object) {
    const specPath = (0,_workload_js__WEBPACK_IMPORTED_MODULE_0__/* .podSpecPath */ .s5)(object.kind);
    if (specPath === undefined)
        return [];
    const spec = valueAt(object, specPath);
    return ['initContainers', 'containers'].flatMap((list) => (Array.isArray(spec?.[list]) ? spec[list] : []).map((container, index) => ({ container, path: [...specPath, list, index] })));
}
/** The last path segment of an image's repository: `payment-service` of `registry:5000/shop/payment-service:1@sha256:…`. */
function imageName(image) {
    const last = (image.split('@')[0] ?? '').split('/').at(-1) ?? '';
    return last.split(':')[0] ?? '';
}
function withValue(value, path, leaf) {
    const [key, ...rest] = path;
    if (key === undefined)
        return leaf;
    if (Array.isArray(value))
        return value.map((item, index) => (index === key ? withValue(item, rest, leaf) : item));
    const fields = value;
    return { ...fields, [key]: withValue(fields[key], rest, leaf) };
}
function noMatch(names, places) {
    const seen = places.map(({ container, path, manifest }) => {
        const { file, line } = manifest.locate([...path, 'image']);
        return `${container.image ?? 'no image'} (${file}:${line})`;
    });
    return new _slipway_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H({
        code: 'IMAGE_NO_MATCH',
        message: `No container's image has the name ${names.join(' or ')}; found: ${seen.join(', ') || 'no container at all'}.`,
        remedy: `Write "image: ${names[0] ?? ''}" in the container that runs the service; the deploy sets registry and digest.`,
    });
}
/**
 * Sets the image of every container that runs the service: those whose repository ends in one of the names.
 * Throws a Failure when none does, because then a deploy would change nothing and look right.
 */
function setImage(manifests, image, service) {
    const names = [...new Set([service, imageName(image)])];
    const places = manifests.flatMap((manifest) => containersOf(manifest.object).map((place) => ({ ...place, manifest })));
    const matching = places.filter(({ container }) => names.includes(imageName(container.image ?? '')));
    if (matching.length === 0)
        throw noMatch(names, places);
    return manifests.map((manifest) => {
        const own = matching.filter((place) => place.manifest === manifest);
        const set = (object, { path }) => withValue(object, [...path, 'image'], image);
        return { ...manifest, object: own.reduce(set, manifest.object) };
    });
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

/***/ 76704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ eventCount),
/* harmony export */   g: () => (/* binding */ eventTime)
/* harmony export */ });
/** How often the event was seen: the kubelet counts repeats in place. */
function eventCount(event) {
    return event.series?.count ?? event.count ?? 1;
}
/** When the event was last seen, in milliseconds; 0 when it does not say. */
function eventTime(event) {
    const text = event.lastTimestamp ?? event.eventTime ?? event.firstTimestamp ?? event.metadata.creationTimestamp;
    return text === undefined || text === null ? 0 : Date.parse(text);
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


/***/ }),

/***/ 20570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AJ: () => (/* binding */ isAwaited),
/* harmony export */   Kj: () => (/* binding */ isCustom),
/* harmony export */   i6: () => (/* binding */ WORKLOAD_KINDS),
/* harmony export */   s5: () => (/* binding */ podSpecPath)
/* harmony export */ });
/* harmony import */ var _object_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82548);

/** The kinds that run pods and that a deploy waits for. */
const WORKLOAD_KINDS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job'];
/** Whether a kind is one of a cluster's own extensions, whose controllers say by conditions how far they got. */
function isCustom({ apiVersion }) {
    const group = (0,_object_js__WEBPACK_IMPORTED_MODULE_0__/* .groupOf */ .F8)(apiVersion);
    return group.includes('.') && !group.endsWith('.k8s.io');
}
/** Whether a deploy waits for an object: for what runs pods, and for custom resources of the namespace. */
function isAwaited(object) {
    return WORKLOAD_KINDS.includes(object.kind) || (isCustom(object) && object.metadata.namespace !== undefined);
}
/** Where in an object its pod's specification stands; undefined when the object runs no pods. */
function podSpecPath(kind) {
    if (kind === 'Pod')
        return ['spec'];
    if (kind === 'CronJob')
        return ['spec', 'jobTemplate', 'spec', 'template', 'spec'];
    return [...WORKLOAD_KINDS, 'ReplicaSet', 'Rollout'].includes(kind) ? ['spec', 'template', 'spec'] : undefined;
}


/***/ }),

/***/ 33178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ ledgerStore)
});

// UNUSED EXPORTS: ledgerName

// EXTERNAL MODULE: ../kubernetes/lib/object.js
var object = __webpack_require__(82548);
// EXTERNAL MODULE: ../kubernetes/lib/status.js
var lib_status = __webpack_require__(60581);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../rollout/lib/release.js
var release = __webpack_require__(48533);
;// CONCATENATED MODULE: ../rollout/lib/ledger-codec.js


const PLAIN_BYTES_MAX = 16_384;
/** A Secret holds 1 MiB; the rest is for its metadata. */
const BYTES_MAX = 900_000;
const [PLAIN, PACKED] = ['ledger.json', 'ledger.json.gz'];
async function through(bytes, stream) {
    const piped = new Blob([bytes]).stream().pipeThrough(stream);
    return Buffer.from(await new Response(piped).arrayBuffer());
}
/** The ledger as a Secret's data, with as many releases as fit. */
async function encodeLedger(ledger) {
    for (let kept = release/* KEPT */.t0; kept > 0; kept -= 1) {
        const bytes = Buffer.from(JSON.stringify((0,release/* trimmed */.dE)(ledger, kept)));
        if (bytes.length <= PLAIN_BYTES_MAX)
            return { [PLAIN]: bytes.toString('base64') };
        const packed = (await through(bytes, new CompressionStream('gzip'))).toString('base64');
        if (packed.length <= BYTES_MAX)
            return { [PACKED]: packed };
    }
    throw new failure/* Failure */.H({
        code: 'RELEASE_TOO_BIG',
        message: `The manifests of ${ledger.service} do not fit the release record, which is a Secret of at most 1 MiB.`,
        remedy: 'Deploy large ConfigMaps and Secrets apart from the service.',
    });
}
/** The ledger from a Secret's data. */
async function decodeLedger(data, service) {
    try {
        const [plain, packed] = [data[PLAIN], data[PACKED]];
        if (plain === undefined && packed === undefined)
            return { service, releases: [] };
        const bytes = Buffer.from(plain ?? packed ?? '', 'base64');
        const text = plain === undefined ? await through(new Uint8Array(bytes), new DecompressionStream('gzip')) : bytes;
        return JSON.parse(text.toString('utf8'));
    }
    catch (error) {
        const message = `The release record of ${service} cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
        const remedy = `Delete the Secret slipway-release.${service}; the next deploy starts a new record.`;
        throw new failure/* Failure */.H({ code: 'RELEASE_RECORD_BROKEN', message, remedy });
    }
}

// EXTERNAL MODULE: ../rollout/lib/lock/lock.js + 1 modules
var lock = __webpack_require__(45038);
;// CONCATENATED MODULE: ../rollout/lib/ledger-store.js



/** The Secret's name. */
function ledgerName(service) {
    return `slipway-release.${service}`;
}
const ATTEMPTS = 5;
/** The ledger as a lock's holder writes it; one that a later holder has written is not its to write any more. */
function under(fence, ledger) {
    if (fence === undefined)
        return ledger;
    if ((ledger.fence ?? 0) > fence)
        throw (0,lock/* lockLost */.w)(`The release record has fence ${ledger.fence}`);
    return { ...ledger, fence };
}
/**
 * The ledger of a service in a namespace.
 *
 * @param fence the number of the lock under which it is written; a later holder's writes then shut this one's out
 */
function ledgerStore(client, { service, namespace }, fence) {
    const target = { ...object/* KINDS */.GW.secret, name: ledgerName(service), namespace };
    const load = async () => {
        const secret = await client.get(target);
        return { ledger: await decodeLedger(secret?.data ?? {}, service), resourceVersion: secret?.metadata.resourceVersion };
    };
    const save = async (ledger, resourceVersion) => {
        const labels = { 'app.kubernetes.io/managed-by': 'slipway' };
        const metadata = { name: target.name, namespace, labels, ...(resourceVersion !== undefined && { resourceVersion }) };
        const data = await encodeLedger(ledger);
        await client.apply({ ...object/* KINDS */.GW.secret, metadata, type: 'slipway.dev/release', data }, { force: true });
    };
    return {
        read: async () => (await load()).ledger,
        update: async (change) => {
            for (let attempt = 1;; attempt += 1) {
                const { ledger, resourceVersion } = await load();
                const changed = change(under(fence, ledger));
                try {
                    await save(changed, resourceVersion);
                    return changed;
                }
                catch (error) {
                    const raced = error instanceof lib_status/* KubernetesFailure */.d8 && error.status === 409;
                    if (!raced || attempt >= ATTEMPTS)
                        throw error;
                }
            }
        },
    };
}


/***/ }),

/***/ 21470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R8: () => (/* binding */ ownHolder),
/* harmony export */   aS: () => (/* binding */ formatHolder),
/* harmony export */   iz: () => (/* binding */ parseHolder)
/* harmony export */ });
/** We as a holder; `process` is told to nobody else. */
function ownHolder({ repository, runId, runAttempt = '1' }, process) {
    if (repository === undefined || runId === undefined)
        return { process };
    return { run: { repository, runId: Number(runId), attempt: Number(runAttempt) }, process };
}
const RUN = /^([\w.-]+\/[\w.-]+)\/actions\/runs\/(\d+)\/attempts\/(\d+)$/;
/** The holder in one line, as it stands in the lock for people to read: the run's own path on GitHub, then the process. */
function formatHolder({ run, process }) {
    const where = run === undefined ? 'outside-github' : `${run.repository}/actions/runs/${run.runId}/attempts/${run.attempt}`;
    return `${where} ${process}`;
}
/** Reads what {@link formatHolder} wrote; a holder that something else wrote has no run. */
function parseHolder(text) {
    const [where = '', process = ''] = text.split(' ');
    const [, repository, runId, attempt] = RUN.exec(where) ?? [];
    if (repository === undefined)
        return { process: process === '' ? text : process };
    return { run: { repository, runId: Number(runId), attempt: Number(attempt) }, process };
}


/***/ }),

/***/ 45038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ acquireLock),
  w: () => (/* binding */ lockLost)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../kubernetes/lib/status.js
var lib_status = __webpack_require__(60581);
// EXTERNAL MODULE: ../kubernetes/lib/object.js
var object = __webpack_require__(82548);
// EXTERNAL MODULE: ../rollout/lib/lock/holder.js
var holder = __webpack_require__(21470);
;// CONCATENATED MODULE: ../rollout/lib/lock/lease.js

/** How long a holder may stay silent before it may be dead. */
const LEASE_MS = 30_000;
/** Silence after which a holder counts as dead, whatever GitHub says of its run: its step may have died while its job goes on. */
const DEAD_AFTER_LEASES = 10;
/** The name of a service's Lease. */
function leaseName(service) {
    return `slipway-deploy.${service}`;
}
/** The sighting of a Lease after it was read once more: unchanged, it is as old as it was. */
function sightLease(before, lease, nowMs) {
    const unchanged = before?.lease.metadata.resourceVersion === lease.metadata.resourceVersion;
    return unchanged && before !== undefined ? before : { lease, sinceMs: nowMs };
}
/**
 * Judges a Lease.
 *
 * Silence is measured by our own clock from when we first saw the Lease as it is, so that a clock that is wrong here or
 * there never makes a living holder look dead; only the much longer silence goes by the time that the holder wrote.
 */
function judgeLease({ lease: { spec = {} }, sinceMs }, us, nowMs) {
    const holder = spec.holderIdentity ?? '';
    if (holder === '')
        return { kind: 'free' };
    if (holder === us)
        return { kind: 'ours' };
    const promisedMs = (spec.leaseDurationSeconds ?? LEASE_MS / 1000) * 1000;
    if (nowMs - sinceMs < promisedMs)
        return { kind: 'held', holder };
    const writtenMs = Date.parse(spec.renewTime ?? '');
    const dead = Number.isNaN(writtenMs) || nowMs - writtenMs >= DEAD_AFTER_LEASES * promisedMs;
    return { kind: dead ? 'dead' : 'silent', holder };
}
/** A time as a Lease holds it, to the microsecond. */
const microTime = (ms) => new Date(ms).toISOString().replace('Z', '000Z');
/** The number of the Lease's holder: it rises with every change of hands, and so tells a later holder from an earlier one. */
function fenceOf({ spec }) {
    return spec?.leaseTransitions ?? 0;
}
/** The Lease as its next holder writes it; `before` is what was read, if anything was. */
function takenLease(before, name, us, nowMs) {
    const { resourceVersion } = before?.metadata ?? {};
    const labels = { 'app.kubernetes.io/managed-by': 'slipway' };
    return {
        ...object/* KINDS */.GW.lease,
        metadata: { name: leaseName(name.service), namespace: name.namespace, labels, ...(resourceVersion && { resourceVersion }) },
        spec: {
            holderIdentity: us,
            leaseDurationSeconds: LEASE_MS / 1000,
            acquireTime: microTime(nowMs),
            renewTime: microTime(nowMs),
            leaseTransitions: (before === undefined ? 0 : fenceOf(before)) + 1,
        },
    };
}
/** The Lease with its holder's sign of life. */
function renewedLease(lease, nowMs) {
    return { ...lease, spec: { ...lease.spec, renewTime: microTime(nowMs) } };
}
/** The Lease without a holder; its number stays, so that the next holder's is higher. */
function releasedLease(lease, nowMs) {
    const { holderIdentity: _us, ...spec } = lease.spec ?? {};
    return { ...lease, spec: { ...spec, renewTime: microTime(nowMs) } };
}

;// CONCATENATED MODULE: ../rollout/lib/lock/lock.js




const LOOK_AGAIN_MS = 2000;
const isConflict = (error) => error instanceof lib_status/* KubernetesFailure */.d8 && error.status === 409;
/** The failure of a holder whose lock somebody else has taken. */
function lockLost(what) {
    const message = `${what}: another run has taken over the deploy of this service, so this one writes nothing more.`;
    return new failure/* Failure */.H({
        code: 'LOCK_LOST',
        message,
        remedy: 'Look at the newer run; run this one again if it should come after it.',
    });
}
/** How long a write that was cut off may still be on its way to the API server. */
const ON_ITS_WAY_MS = 250;
/** Gives back a lock of which we do not know how it stands: a write that was cut off may have been done all the same. */
async function giveBackUnseen({ parting, clock }, target, us) {
    for (const waitMs of [0, ON_ITS_WAY_MS]) {
        await clock.sleep(waitMs);
        const live = await parting.get(target);
        if (live?.spec?.holderIdentity !== us)
            continue;
        await parting.replace(releasedLease(live, clock.now()));
        return;
    }
}
class HeldLock {
    fence;
    takenFrom;
    #ports;
    #us;
    #lease;
    #renewedMs;
    constructor(ports, us, lease, takenFrom) {
        this.#ports = ports;
        this.#us = us;
        this.#lease = lease;
        this.#renewedMs = ports.clock.now();
        this.fence = fenceOf(lease);
        if (takenFrom !== undefined)
            this.takenFrom = takenFrom;
    }
    async hold() {
        if (this.#ports.clock.now() - this.#renewedMs >= LEASE_MS / 3)
            await this.prove();
    }
    async prove() {
        const { client, clock } = this.#ports;
        const nowMs = clock.now();
        try {
            this.#lease = await client.replace(renewedLease(this.#lease, nowMs));
        }
        catch (error) {
            if (!isConflict(error))
                throw error;
            this.#lease = await this.#stillOurs(client);
        }
        this.#renewedMs = nowMs;
    }
    async beat() {
        await this.hold().catch((error) => {
            if (!(error instanceof failure/* Failure */.H) || error.code === 'LOCK_LOST')
                throw error;
        });
    }
    /** An answer that was lost on its way looks like somebody else's write. */
    async #stillOurs(client) {
        const live = await client.get((0,object/* targetOf */.$r)(this.#lease));
        if (live?.spec?.holderIdentity === this.#us)
            return live;
        throw lockLost(live?.spec?.holderIdentity ?? 'The lock is gone');
    }
    async release() {
        const { parting, clock } = this.#ports;
        try {
            await parting.replace(releasedLease(this.#lease, clock.now()));
        }
        catch (error) {
            if (!isConflict(error))
                throw error;
            await giveBackUnseen(this.#ports, (0,object/* targetOf */.$r)(this.#lease), this.#us);
        }
    }
}
async function take(ports, request, before, us) {
    const lease = takenLease(before, request, us, ports.clock.now());
    try {
        return await (before === undefined ? ports.client.create(lease) : ports.client.replace(lease));
    }
    catch (error) {
        if (isConflict(error))
            return undefined;
        // Whoever is cancelled now has no lock to give back that it knows of.
        if (ports.cancelled.aborted)
            await giveBackUnseen(ports, (0,object/* targetOf */.$r)(lease), us).catch(() => undefined);
        throw error;
    }
}
/** Whether the lock may be taken as it stands, and from whom. */
async function mayTake(ports, standing) {
    if (standing.kind === 'free' || standing.kind === 'ours')
        return {};
    if (standing.kind === 'held')
        return undefined;
    if (standing.kind === 'dead')
        return { from: standing.holder };
    return (await ports.ask((0,holder/* parseHolder */.iz)(standing.holder))) === 'over' ? { from: standing.holder } : undefined;
}
/**
 * Takes the lock of a service, waiting while another run has it.
 *
 * A lock that was never given back is taken over only from a holder that was silent for as long as it had promised to speak
 * and whose run is over by GitHub's word, or that was silent ten times as long.
 *
 * @throws Failure with the API server's refusal
 */
async function acquireLock(ports, request) {
    const us = (0,holder/* formatHolder */.aS)(request.holder);
    const { client, clock } = ports;
    const target = (0,object/* targetOf */.$r)(takenLease(undefined, request, us, 0));
    const startedMs = clock.now();
    let [seen, said] = [undefined, ''];
    for (;;) {
        const live = await client.get(target);
        seen = live && sightLease(seen, live, clock.now());
        const standing = seen === undefined ? { kind: 'free' } : judgeLease(seen, us, clock.now());
        const chance = await mayTake(ports, standing);
        if (chance?.from !== undefined && (await request.wanted?.()) === false)
            return { kind: 'not-wanted' };
        const lease = chance && (await take(ports, request, live, us));
        if (lease !== undefined)
            return { kind: 'locked', lock: new HeldLock(ports, us, lease, chance?.from) };
        if (chance !== undefined)
            continue;
        const holder = 'holder' in standing ? standing.holder : '';
        const waitedMs = clock.now() - startedMs;
        if (waitedMs >= request.waitMs)
            return { kind: 'busy', holder, waitedMs };
        if (holder !== said)
            ports.progress(`Waiting: ${holder} deploys ${request.service} in ${request.namespace}.`);
        said = holder;
        await clock.sleep(LOOK_AGAIN_MS, ports.cancelled);
    }
}


/***/ }),

/***/ 48533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BX: () => (/* binding */ currentRelease),
/* harmony export */   Q2: () => (/* binding */ withState),
/* harmony export */   W$: () => (/* binding */ standingRelease),
/* harmony export */   _h: () => (/* binding */ withRelease),
/* harmony export */   ad: () => (/* binding */ withCurrent),
/* harmony export */   dE: () => (/* binding */ trimmed),
/* harmony export */   mC: () => (/* binding */ lastGood),
/* harmony export */   t0: () => (/* binding */ KEPT)
/* harmony export */ });
/** How many releases are kept. */
const KEPT = 10;
/** The release that the cluster runs, by the record. */
function currentRelease(ledger) {
    return ledger.releases.find(({ id }) => id === ledger.current);
}
/** The newest good release other than the given one: where a rollback goes. */
function lastGood(ledger, exceptId) {
    return ledger.releases.findLast(({ id, state }) => state === 'good' && id !== exceptId);
}
/** The newest release that runs by the record: good, or not judged by its watch yet. */
function standingRelease(ledger, exceptId) {
    return ledger.releases.findLast(({ id, state }) => (state === 'good' || state === 'pending') && id !== exceptId);
}
/** The ledger without its oldest releases; what a rollback would need is never dropped. */
function trimmed(ledger, kept) {
    const needed = [lastGood(ledger, ledger.current)?.id, ledger.current];
    const from = ledger.releases.length - kept;
    return { ...ledger, releases: ledger.releases.filter(({ id }, index) => index >= from || needed.includes(id)) };
}
/** The ledger with one more release, which is being applied from now on. */
function withRelease(ledger, draft) {
    const id = Math.max(0, ...ledger.releases.map((release) => release.id)) + 1;
    // Whoever was at it before us, and never came to its end, was cut off.
    const before = ledger.releases.map((each) => (each.state === 'deploying' ? { ...each, state: 'interrupted' } : each));
    return trimmed({ ...ledger, current: id, releases: [...before, { ...draft, id, state: 'deploying' }] }, KEPT);
}
/** The ledger with a release's state set. */
function withState(ledger, id, state, cause) {
    const set = (release) => ({ ...release, state, ...(cause !== undefined && { cause: cause.slice(0, 500) }) });
    return { ...ledger, releases: ledger.releases.map((release) => (release.id === id ? set(release) : release)) };
}
/** The ledger after a release was applied again. */
function withCurrent(ledger, id) {
    return { ...ledger, current: id };
}


/***/ })

};
