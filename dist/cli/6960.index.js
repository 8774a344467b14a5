export const id = 6960;
export const ids = [6960];
export const modules = {

/***/ 63856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ AwsV4Signer)
/* harmony export */ });
/* unused harmony export AwsClient */
/**
 * @license MIT <https://opensource.org/licenses/MIT>
 * @copyright Michael Hart 2024
 */
const encoder = new TextEncoder();
const HOST_SERVICES = {
  appstream2: 'appstream',
  cloudhsmv2: 'cloudhsm',
  email: 'ses',
  marketplace: 'aws-marketplace',
  mobile: 'AWSMobileHubService',
  pinpoint: 'mobiletargeting',
  queue: 'sqs',
  'git-codecommit': 'codecommit',
  'mturk-requester-sandbox': 'mturk-requester',
  'personalize-runtime': 'personalize',
};
const UNSIGNABLE_HEADERS = new Set([
  'authorization',
  'content-type',
  'content-length',
  'user-agent',
  'presigned-expires',
  'expect',
  'x-amzn-trace-id',
  'range',
  'connection',
]);
class AwsClient {
  constructor({ accessKeyId, secretAccessKey, sessionToken, service, region, cache, retries, initRetryMs }) {
    if (accessKeyId == null) throw new TypeError('accessKeyId is a required option')
    if (secretAccessKey == null) throw new TypeError('secretAccessKey is a required option')
    this.accessKeyId = accessKeyId;
    this.secretAccessKey = secretAccessKey;
    this.sessionToken = sessionToken;
    this.service = service;
    this.region = region;
    this.cache = cache || new Map();
    this.retries = retries != null ? retries : 10;
    this.initRetryMs = initRetryMs || 50;
  }
  async sign(input, init) {
    if (input instanceof Request) {
      const { method, url, headers, body } = input;
      init = Object.assign({ method, url, headers }, init);
      if (init.body == null && headers.has('Content-Type')) {
        init.body = body != null && headers.has('X-Amz-Content-Sha256') ? body : await input.clone().arrayBuffer();
      }
      input = url;
    }
    const signer = new AwsV4Signer(Object.assign({ url: input.toString() }, init, this, init && init.aws));
    const signed = Object.assign({}, init, await signer.sign());
    delete signed.aws;
    try {
      return new Request(signed.url.toString(), signed)
    } catch (e) {
      if (e instanceof TypeError) {
        return new Request(signed.url.toString(), Object.assign({ duplex: 'half' }, signed))
      }
      throw e
    }
  }
  async fetch(input, init) {
    for (let i = 0; i <= this.retries; i++) {
      const fetched = fetch(await this.sign(input, init));
      if (i === this.retries) {
        return fetched
      }
      const res = await fetched;
      if (res.status < 500 && res.status !== 429) {
        return res
      }
      await new Promise(resolve => setTimeout(resolve, Math.random() * this.initRetryMs * Math.pow(2, i)));
    }
    throw new Error('An unknown error occurred, ensure retries is not negative')
  }
}
class AwsV4Signer {
  constructor({ method, url, headers, body, accessKeyId, secretAccessKey, sessionToken, service, region, cache, datetime, signQuery, appendSessionToken, allHeaders, singleEncode }) {
    if (url == null) throw new TypeError('url is a required option')
    if (accessKeyId == null) throw new TypeError('accessKeyId is a required option')
    if (secretAccessKey == null) throw new TypeError('secretAccessKey is a required option')
    this.method = method || (body ? 'POST' : 'GET');
    this.url = new URL(url);
    this.headers = new Headers(headers || {});
    this.body = body;
    this.accessKeyId = accessKeyId;
    this.secretAccessKey = secretAccessKey;
    this.sessionToken = sessionToken;
    let guessedService, guessedRegion;
    if (!service || !region) {
[guessedService, guessedRegion] = guessServiceRegion(this.url, this.headers);
    }
    this.service = service || guessedService || '';
    this.region = region || guessedRegion || 'us-east-1';
    this.cache = cache || new Map();
    this.datetime = datetime || new Date().toISOString().replace(/[:-]|\.\d{3}/g, '');
    this.signQuery = signQuery;
    this.appendSessionToken = appendSessionToken || this.service === 'iotdevicegateway';
    this.headers.delete('Host');
    if (this.service === 's3' && !this.signQuery && !this.headers.has('X-Amz-Content-Sha256')) {
      this.headers.set('X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD');
    }
    const params = this.signQuery ? this.url.searchParams : this.headers;
    params.set('X-Amz-Date', this.datetime);
    if (this.sessionToken && !this.appendSessionToken) {
      params.set('X-Amz-Security-Token', this.sessionToken);
    }
    this.signableHeaders = ['host', ...this.headers.keys()]
      .filter(header => allHeaders || !UNSIGNABLE_HEADERS.has(header))
      .sort();
    this.signedHeaders = this.signableHeaders.join(';');
    this.canonicalHeaders = this.signableHeaders
      .map(header => header + ':' + (header === 'host' ? this.url.host : (this.headers.get(header) || '').replace(/\s+/g, ' ')))
      .join('\n');
    this.credentialString = [this.datetime.slice(0, 8), this.region, this.service, 'aws4_request'].join('/');
    if (this.signQuery) {
      if (this.service === 's3' && !params.has('X-Amz-Expires')) {
        params.set('X-Amz-Expires', '86400');
      }
      params.set('X-Amz-Algorithm', 'AWS4-HMAC-SHA256');
      params.set('X-Amz-Credential', this.accessKeyId + '/' + this.credentialString);
      params.set('X-Amz-SignedHeaders', this.signedHeaders);
    }
    if (this.service === 's3') {
      try {
        this.encodedPath = decodeURIComponent(this.url.pathname.replace(/\+/g, ' '));
      } catch (e) {
        this.encodedPath = this.url.pathname;
      }
    } else {
      this.encodedPath = this.url.pathname.replace(/\/+/g, '/');
    }
    if (!singleEncode) {
      this.encodedPath = encodeURIComponent(this.encodedPath).replace(/%2F/g, '/');
    }
    this.encodedPath = encodeRfc3986(this.encodedPath);
    const seenKeys = new Set();
    this.encodedSearch = [...this.url.searchParams]
      .filter(([k]) => {
        if (!k) return false
        if (this.service === 's3') {
          if (seenKeys.has(k)) return false
          seenKeys.add(k);
        }
        return true
      })
      .map(pair => pair.map(p => encodeRfc3986(encodeURIComponent(p))))
      .sort(([k1, v1], [k2, v2]) => k1 < k2 ? -1 : k1 > k2 ? 1 : v1 < v2 ? -1 : v1 > v2 ? 1 : 0)
      .map(pair => pair.join('='))
      .join('&');
  }
  async sign() {
    if (this.signQuery) {
      this.url.searchParams.set('X-Amz-Signature', await this.signature());
      if (this.sessionToken && this.appendSessionToken) {
        this.url.searchParams.set('X-Amz-Security-Token', this.sessionToken);
      }
    } else {
      this.headers.set('Authorization', await this.authHeader());
    }
    return {
      method: this.method,
      url: this.url,
      headers: this.headers,
      body: this.body,
    }
  }
  async authHeader() {
    return [
      'AWS4-HMAC-SHA256 Credential=' + this.accessKeyId + '/' + this.credentialString,
      'SignedHeaders=' + this.signedHeaders,
      'Signature=' + (await this.signature()),
    ].join(', ')
  }
  async signature() {
    const date = this.datetime.slice(0, 8);
    const cacheKey = [this.secretAccessKey, date, this.region, this.service].join();
    let kCredentials = this.cache.get(cacheKey);
    if (!kCredentials) {
      const kDate = await hmac('AWS4' + this.secretAccessKey, date);
      const kRegion = await hmac(kDate, this.region);
      const kService = await hmac(kRegion, this.service);
      kCredentials = await hmac(kService, 'aws4_request');
      this.cache.set(cacheKey, kCredentials);
    }
    return buf2hex(await hmac(kCredentials, await this.stringToSign()))
  }
  async stringToSign() {
    return [
      'AWS4-HMAC-SHA256',
      this.datetime,
      this.credentialString,
      buf2hex(await hash(await this.canonicalString())),
    ].join('\n')
  }
  async canonicalString() {
    return [
      this.method.toUpperCase(),
      this.encodedPath,
      this.encodedSearch,
      this.canonicalHeaders + '\n',
      this.signedHeaders,
      await this.hexBodyHash(),
    ].join('\n')
  }
  async hexBodyHash() {
    let hashHeader = this.headers.get('X-Amz-Content-Sha256') || (this.service === 's3' && this.signQuery ? 'UNSIGNED-PAYLOAD' : null);
    if (hashHeader == null) {
      if (this.body && typeof this.body !== 'string' && !('byteLength' in this.body)) {
        throw new Error('body must be a string, ArrayBuffer or ArrayBufferView, unless you include the X-Amz-Content-Sha256 header')
      }
      hashHeader = buf2hex(await hash(this.body || ''));
    }
    return hashHeader
  }
}
async function hmac(key, string) {
  const cryptoKey = await crypto.subtle.importKey(
    'raw',
    typeof key === 'string' ? encoder.encode(key) : key,
    { name: 'HMAC', hash: { name: 'SHA-256' } },
    false,
    ['sign'],
  );
  return crypto.subtle.sign('HMAC', cryptoKey, encoder.encode(string))
}
async function hash(content) {
  return crypto.subtle.digest('SHA-256', typeof content === 'string' ? encoder.encode(content) : content)
}
const HEX_CHARS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
function buf2hex(arrayBuffer) {
  const buffer = new Uint8Array(arrayBuffer);
  let out = '';
  for (let idx = 0; idx < buffer.length; idx++) {
    const n = buffer[idx];
    out += HEX_CHARS[(n >>> 4) & 0xF];
    out += HEX_CHARS[n & 0xF];
  }
  return out
}
function encodeRfc3986(urlEncodedStr) {
  return urlEncodedStr.replace(/[!'()*]/g, c => '%' + c.charCodeAt(0).toString(16).toUpperCase())
}
function guessServiceRegion(url, headers) {
  const { hostname, pathname } = url;
  if (hostname.endsWith('.on.aws')) {
    const match = hostname.match(/^[^.]{1,63}\.lambda-url\.([^.]{1,63})\.on\.aws$/);
    return match != null ? ['lambda', match[1] || ''] : ['', '']
  }
  if (hostname.endsWith('.r2.cloudflarestorage.com')) {
    return ['s3', 'auto']
  }
  if (hostname.endsWith('.backblazeb2.com')) {
    const match = hostname.match(/^(?:[^.]{1,63}\.)?s3\.([^.]{1,63})\.backblazeb2\.com$/);
    return match != null ? ['s3', match[1] || ''] : ['', '']
  }
  const match = hostname.replace('dualstack.', '').match(/([^.]{1,63})\.(?:([^.]{0,63})\.)?amazonaws\.com(?:\.cn)?$/);
  let service = (match && match[1]) || '';
  let region = match && match[2];
  if (region === 'us-gov') {
    region = 'us-gov-west-1';
  } else if (region === 's3' || region === 's3-accelerate') {
    region = 'us-east-1';
    service = 's3';
  } else if (service === 'iot') {
    if (hostname.startsWith('iot.')) {
      service = 'execute-api';
    } else if (hostname.startsWith('data.jobs.iot.')) {
      service = 'iot-jobs-data';
    } else {
      service = pathname === '/mqtt' ? 'iotdevicegateway' : 'iotdata';
    }
  } else if (service === 'autoscaling') {
    const targetPrefix = (headers.get('X-Amz-Target') || '').split('.')[0];
    if (targetPrefix === 'AnyScaleFrontendService') {
      service = 'application-autoscaling';
    } else if (targetPrefix === 'AnyScaleScalingPlannerFrontendService') {
      service = 'autoscaling-plans';
    }
  } else if (region == null && service.startsWith('s3-')) {
    region = service.slice(3).replace(/^fips-|^external-1/, '');
    service = 's3';
  } else if (service.endsWith('-fips')) {
    service = service.slice(0, -5);
  } else if (region && /-\d$/.test(service) && !/-\d$/.test(region)) {
[service, region] = [region, service];
  }
  return [HOST_SERVICES[service] || service, region || '']
}




/***/ }),

/***/ 65921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ configReferences),
/* harmony export */   b: () => (/* binding */ renameConfigReferences)
/* harmony export */ });
/* harmony import */ var _workload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20570);

const isFields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Where a source of configuration names its object: under which field, of which kind, and in which field the name is. */
const SOURCES = [
    ['configMapKeyRef', 'ConfigMap', 'name'],
    ['secretKeyRef', 'Secret', 'name'],
    ['configMapRef', 'ConfigMap', 'name'],
    ['secretRef', 'Secret', 'name'],
    ['configMap', 'ConfigMap', 'name'],
    ['secret', 'Secret', 'secretName'],
];
function renameSource(source, kind, field, rename) {
    // In a projected volume a Secret is named by `name`, in a volume of its own by `secretName`.
    const key = isFields(source) && field in source ? field : 'name';
    if (!isFields(source) || typeof source[key] !== 'string')
        return source;
    return { ...source, [key]: rename({ kind, name: source[key], optional: source['optional'] === true }) };
}
/** Renames in an entry of `env`, `envFrom`, `volumes` or a projected volume's `sources`. */
function renameEntry(entry, rename) {
    if (!isFields(entry))
        return entry;
    const renamed = { ...entry };
    for (const [field, kind, name] of SOURCES) {
        if (field in entry)
            renamed[field] = renameSource(entry[field], kind, name, rename);
    }
    if ('valueFrom' in entry)
        renamed['valueFrom'] = renameEntry(entry['valueFrom'], rename);
    if (isFields(entry['projected']))
        renamed['projected'] = renameLists(entry['projected'], ['sources'], rename);
    return renamed;
}
function renameLists(holder, lists, rename) {
    const renamed = { ...holder };
    for (const list of lists) {
        if (Array.isArray(holder[list]))
            renamed[list] = holder[list].map((entry) => renameEntry(entry, rename));
    }
    return renamed;
}
function renameSpec(spec, rename) {
    const renamed = { ...renameLists(spec, ['volumes'], rename) };
    for (const list of ['initContainers', 'containers', 'ephemeralContainers']) {
        if (!Array.isArray(spec[list]))
            continue;
        renamed[list] = spec[list].map((container) => isFields(container) ? renameLists(container, ['env', 'envFrom'], rename) : container);
    }
    return renamed;
}
function renameAt(value, [key, ...rest], rename) {
    if (!isFields(value))
        return value;
    return key === undefined ? renameSpec(value, rename) : { ...value, [key]: renameAt(value[key], rest, rename) };
}
/** The object with every ConfigMap and Secret that its pods take something from named anew: environment and volumes. */
function renameConfigReferences(object, rename) {
    const path = (0,_workload_js__WEBPACK_IMPORTED_MODULE_0__/* .podSpecPath */ .s5)(object.kind);
    return path === undefined ? object : renameAt(object, path, rename);
}
/** What the object's pods take configuration from. */
function configReferences(object) {
    const found = [];
    renameConfigReferences(object, (reference) => {
        found.push(reference);
        return reference.name;
    });
    return found;
}


/***/ }),

/***/ 99898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BX: () => (/* binding */ resourceAmong),
/* harmony export */   R_: () => (/* binding */ definitionState),
/* harmony export */   gN: () => (/* binding */ isDefinition),
/* harmony export */   jG: () => (/* binding */ unlessUnknown)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92393);
/* harmony import */ var _object_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82548);


/** Whether an object defines other kinds. */
function isDefinition({ apiVersion, kind }) {
    return kind === 'CustomResourceDefinition' && (0,_object_js__WEBPACK_IMPORTED_MODULE_0__/* .groupOf */ .F8)(apiVersion) === 'apiextensions.k8s.io';
}
function kindsOf({ spec = {} }) {
    const { group = '', names = {}, scope, versions = [] } = spec;
    const { kind = '', plural = '' } = names;
    const resource = { kind, name: plural, namespaced: scope === 'Namespaced' };
    return versions.flatMap(({ name, served }) => (served === true ? [{ ...resource, apiVersion: `${group}/${name}` }] : []));
}
const isUnknown = (error) => error instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H && error.code === 'K8S_KIND_UNKNOWN';
/**
 * How a kind is served, or how it will be once a definition among the objects is there.
 *
 * @throws Failure K8S_KIND_UNKNOWN for a kind that neither the cluster nor a definition knows.
 */
async function resourceAmong(client, objects, kind) {
    try {
        return await client.resource(kind);
    }
    catch (error) {
        const promised = objects
            .filter(isDefinition)
            .flatMap((each) => kindsOf(each))
            .find((each) => each.apiVersion === kind.apiVersion && each.kind === kind.kind);
        if (!isUnknown(error) || promised === undefined)
            throw error;
        return { name: promised.name, namespaced: promised.namespaced };
    }
}
/** Gives undefined instead of failing where the kind is not served, for then there is nothing of it either. */
async function unlessUnknown(asked) {
    return asked.catch((error) => {
        if (isUnknown(error))
            return undefined;
        throw error;
    });
}
/** Whether the kinds of a definition that was applied can be used: it is established, and discovery tells of them. */
async function definitionState(client, definition) {
    const live = await client.get((0,_object_js__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(definition));
    const conditions = live?.status?.conditions ?? [];
    const refused = conditions.find(({ type, status }) => type === 'NamesAccepted' && status === 'False');
    if (refused !== undefined)
        return { kind: 'refused', why: refused.message ?? refused.reason ?? 'its names are taken' };
    if (!conditions.some(({ type, status }) => type === 'Established' && status === 'True')) {
        return { kind: 'waiting', why: 'it is not established' };
    }
    for (const kind of kindsOf(live ?? definition)) {
        if ((await unlessUnknown(client.resource(kind))) === undefined) {
            return { kind: 'waiting', why: `${kind.kind} in ${kind.apiVersion} is not served` };
        }
    }
    return { kind: 'served' };
}


/***/ }),

/***/ 85800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ missingRights)
/* harmony export */ });
function problemOf({ right, location, consequence, alternative }) {
    const { verb, group, resource, subresource, namespace } = right;
    const path = subresource === undefined ? resource : `${resource}/${subresource}`;
    const name = group === '' ? path : `${path}.${group}`;
    const where = namespace === undefined ? 'in the cluster' : `in namespace ${namespace}`;
    const rule = `{ apiGroups: ["${group}"], resources: ["${path}"], verbs: ["${verb}"] }`;
    const otherwise = alternative === undefined ? '' : `, or ${alternative}`;
    return {
        code: 'K8S_RIGHT_MISSING',
        message: `The kubeconfig's identity may not ${verb} ${name} ${where}${consequence === undefined ? '' : `, so ${consequence}`}.`,
        remedy: `Add to its ${namespace === undefined ? 'ClusterRole' : 'Role'}: ${rule}${otherwise}.`,
        ...(location && { location }),
    };
}
/** Asks the API server for each right once; a problem for each that is missing, in the order of their first mention. */
async function missingRights(client, needed) {
    const distinct = new Map();
    for (const need of needed) {
        const key = JSON.stringify(need.right);
        // A need with a line explains more than one without.
        if (distinct.get(key)?.location === undefined)
            distinct.set(key, need);
    }
    const asked = [...distinct.values()].map(async (need) => ((await client.can(need.right)) ? [] : [problemOf(need)]));
    return (await Promise.all(asked)).flat();
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

/***/ 47196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   co: () => (/* binding */ inPhases),
/* harmony export */   mo: () => (/* binding */ workloadsOf),
/* harmony export */   qi: () => (/* binding */ applyObject)
/* harmony export */ });
/* harmony import */ var _slipway_kubernetes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20570);
/* harmony import */ var _slipway_kubernetes__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82548);
/* harmony import */ var _slipway_kubernetes__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60581);
/* harmony import */ var _progressive_argo_rollout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14779);


/** The name under which the controller of Argo Rollouts writes. */
const ROLLOUTS_CONTROLLER = 'rollouts-controller';
/** What each phase needs stands in an earlier one. */
const PHASES = [
    ['Namespace'],
    ['CustomResourceDefinition'],
    ['ResourceQuota', 'LimitRange', 'NetworkPolicy'],
    ['ServiceAccount', 'Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'],
    ['ConfigMap', 'Secret', 'PersistentVolumeClaim'],
    ['Service'],
];
function phaseOf({ kind }) {
    const phase = PHASES.findIndex((kinds) => kinds.includes(kind));
    if (phase >= 0)
        return phase;
    return _slipway_kubernetes__WEBPACK_IMPORTED_MODULE_0__/* .WORKLOAD_KINDS */ .i6.includes(kind) || kind === 'CronJob' ? PHASES.length : PHASES.length + 1;
}
/** The objects in the order in which they are applied; the order within a phase stays. */
function inPhases(objects) {
    return [...objects].sort((a, b) => phaseOf(a) - phaseOf(b));
}
/** What a deploy waits for: workloads, and custom resources of the namespace. */
function workloadsOf(objects) {
    return objects.filter(_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_0__/* .isAwaited */ .AJ).map(_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r);
}
function withoutReplicas(object) {
    const { replicas: _replicas, ...spec } = (object['spec'] ?? {});
    return { ...object, spec };
}
/** Whether a conflict is with a controller that wrote back, in its own spelling, what we had written. */
function isRewriting(object, { manager, field }) {
    return (0,_progressive_argo_rollout_js__WEBPACK_IMPORTED_MODULE_2__/* .isArgoRollout */ .dc)(object) && manager === ROLLOUTS_CONTROLLER && field !== '.spec.replicas';
}
/**
 * Applies an object. What the controller of Argo Rollouts owns of a Rollout is no wish of its own: it writes the object as a whole
 * when it keeps its books, and with it our template. `spec.replicas` that an autoscaler owns is left to it, forced or not: it is dropped only once the
 * other owns it, because dropping it earlier would set it to 1.
 */
async function applyObject(client, object, policy) {
    const dryRun = policy.dryRun === true;
    try {
        return await client.apply(object, { dryRun });
    }
    catch (error) {
        if (!(error instanceof _slipway_kubernetes__WEBPACK_IMPORTED_MODULE_3__/* .KubernetesFailure */ .d8) || error.conflicts.length === 0)
            throw error;
        if (error.conflicts.every((conflict) => isRewriting(object, conflict)))
            return client.apply(object, { force: true, dryRun });
        const scaled = error.conflicts.some(({ field }) => field === '.spec.replicas');
        const others = error.conflicts.some(({ field }) => field !== '.spec.replicas');
        if (others && !policy.force)
            throw error;
        return client.apply(scaled ? withoutReplicas(object) : object, { force: policy.force, dryRun });
    }
}


/***/ }),

/***/ 75003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ sight),
/* harmony export */   k: () => (/* binding */ signalKey)
/* harmony export */ });
/** The signal's identity: the same trouble of the same container stays one signal. */
function signalKey({ cause }) {
    return [cause.reason, cause.pod ?? '', cause.container ?? ''].join('/');
}
/** Keeps when each signal began; one that has gone is forgotten. */
function sight(before, signals, nowMs) {
    return new Map(signals.map((signal) => [signalKey(signal), before.get(signalKey(signal)) ?? nowMs]));
}


/***/ }),

/***/ 56084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ COPY_OF),
/* harmony export */   u: () => (/* binding */ withConfigCopies)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _slipway_kubernetes__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65921);


/** On a copy: the name of what it is a copy of. */
const COPY_OF = 'slipway.dev/copy-of';
const HASH_LENGTH = 10;
const NAME_MAX = 253;
/** A Job's template cannot be changed, so it keeps the names that it was written with. */
const FOLLOWERS = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'Rollout'];
/** JSON that is the same for the same value, in whatever order its fields were written. */
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map(canonical).join(',')}]`;
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value) ?? 'null';
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}
/** The name of a copy: that of the original and the start of the hash of what it holds. */
function copyName({ kind, metadata: { name }, type, data, binaryData, stringData }) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonical({ kind, type, data, binaryData, stringData }));
    return `${name.slice(0, NAME_MAX - HASH_LENGTH - 1)}-${hash.digest('hex').slice(0, HASH_LENGTH)}`;
}
function copyOf(object) {
    const { name, annotations, ...metadata } = object.metadata;
    return {
        ...object,
        metadata: { ...metadata, name: copyName(object), annotations: { ...annotations, [COPY_OF]: name } },
        immutable: true,
    };
}
const keyOf = (kind, name, namespace = '') => `${kind}/${namespace}/${name}`;
/**
 * Gives the workloads of a set copies of the set's own ConfigMaps and Secrets, which are named by what they hold and cannot
 * be changed. So a change of configuration is a change of the pods: it rolls out, is judged and goes back as an image does,
 * and pods of the old release keep what they were started with.
 *
 * The originals stay, for whatever else reads them; a copy stands before what uses it, beside its original.
 */
function withConfigCopies(items) {
    const workloads = items.filter(({ object }) => FOLLOWERS.includes(object.kind));
    const used = new Set(workloads.flatMap(({ object }) => (0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_1__/* .configReferences */ .R)(object).map(({ kind, name }) => keyOf(kind, name, object.metadata.namespace))));
    const copies = new Map(items.flatMap(({ object }) => {
        const key = keyOf(object.kind, object.metadata.name, object.metadata.namespace);
        return used.has(key) ? [[key, copyOf(object)]] : [];
    }));
    return items.flatMap((item) => {
        const { object } = item;
        const { name, namespace } = object.metadata;
        const copy = copies.get(keyOf(object.kind, name, namespace));
        if (copy !== undefined)
            return [item, { ...item, object: copy }];
        if (!FOLLOWERS.includes(object.kind))
            return [item];
        const rename = (to) => copies.get(keyOf(to.kind, to.name, namespace))?.metadata.name ?? to.name;
        return [{ ...item, object: (0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_1__/* .renameConfigReferences */ .b)(object, rename) }];
    });
}


/***/ }),

/***/ 30519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ collectEvidence)
/* harmony export */ });
/* harmony import */ var _slipway_kubernetes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76704);
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44083);


const PODS_MAX = 2;
const EVENTS_MAX = 15;
const TAIL_LINES = 40;
function eventLine(event) {
    const { kind, name } = event.involvedObject;
    return `${event.type ?? ''} ${event.reason ?? ''} ${kind}/${name} (x${(0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_0__/* .eventCount */ .C)(event)}): ${event.message ?? ''}`.trim();
}
/** The pods to look at: the one that is named first, then others that are not ready. */
function suspects({ pod }, pods) {
    const troubled = pods.filter(({ status }) => status?.containerStatuses?.every(({ ready }) => ready) !== true);
    const named = pods.filter(({ metadata }) => metadata.name === pod);
    return [...new Set([...named, ...troubled])].slice(0, PODS_MAX);
}
async function logOf(client, pod, container, previous) {
    const { name, namespace = '' } = pod.metadata;
    try {
        const text = (await client.logs({ name, namespace }, { container, previous, tailLines: TAIL_LINES })).trimEnd();
        // The kubelet says so with status 200 when the run's log is not on the node any more.
        return text.startsWith('unable to retrieve container logs') ? undefined : text;
    }
    catch {
        // A container that never ran has no log, and a right to read logs is not needed to deploy.
        return undefined;
    }
}
async function containerEvidence(client, pod, { named, redact }) {
    const { initContainerStatuses: init = [], containerStatuses: own = [] } = pod.status ?? {};
    const ran = [...init.filter(({ ready }) => !ready), ...own.filter(({ ready }) => named || !ready)];
    return Promise.all(ran.map(async ({ name, restartCount }) => {
        const log = await logOf(client, pod, name, false);
        const previousLog = restartCount > 0 ? await logOf(client, pod, name, true) : undefined;
        return {
            pod: pod.metadata.name,
            container: name,
            ...(log !== undefined && { log: redact(log) }),
            ...(previousLog !== undefined && { previousLog: redact(previousLog) }),
        };
    }));
}
/** Collects what explains a failed rollout, while it can still be seen. */
async function collectEvidence(client, cause, view, redact) {
    const pods = view === undefined ? [] : (0,_view_js__WEBPACK_IMPORTED_MODULE_1__/* .newPods */ .Ng)(view);
    const look = (pod) => containerEvidence(client, pod, { named: pod.metadata.name === cause.pod, redact });
    const containers = (await Promise.all(suspects(cause, pods).map(look))).flat();
    const about = view === undefined ? [] : [view.workload, ...pods].flatMap((object) => (0,_view_js__WEBPACK_IMPORTED_MODULE_1__/* .eventsOf */ .XL)(object, view.events));
    const events = about
        .filter(({ type }) => type !== 'Normal')
        .sort((a, b) => (0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_0__/* .eventTime */ .g)(b) - (0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_0__/* .eventTime */ .g)(a))
        .slice(0, EVENTS_MAX);
    const message = redact(cause.message);
    return { cause: { ...cause, message }, containers, events: events.map((event) => redact(eventLine(event))) };
}


/***/ }),

/***/ 14475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ fenceOff),
/* harmony export */   AK: () => (/* binding */ FENCE),
/* harmony export */   R: () => (/* binding */ fencedWriter)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92393);
/* harmony import */ var _slipway_kubernetes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60581);
/* harmony import */ var _slipway_kubernetes__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82548);
/* harmony import */ var _slipway_kubernetes__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(99898);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47196);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48533);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45038);





/** The number of the last holder that took the lock from one who may still live. */
const FENCE = 'slipway.dev/fence';
/** Owns the fence alone, so that an apply of the object itself leaves it. */
const FENCE_MANAGER = 'slipway-fence';
const ATTEMPTS = 10;
/** Another version, no object any more, or another object of the same name: the three ways to come too late. */
function isRace(error) {
    if (!(error instanceof _slipway_kubernetes__WEBPACK_IMPORTED_MODULE_0__/* .KubernetesFailure */ .d8))
        return false;
    return (error.status === 409 && error.conflicts.length === 0) || error.causes.some(({ field }) => field === 'metadata.uid');
}
/** Does the work again when the object was changed between being read and being written. */
async function again(what, work) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await work();
        }
        catch (error) {
            if (!isRace(error))
                throw error;
            if (attempt < ATTEMPTS)
                continue;
            const message = `${what} changes faster than it can be written: ${ATTEMPTS} attempts were overtaken.`;
            throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H({ code: 'K8S_CHANGED_MEANWHILE', message, remedy: 'Find out who writes it; kubectl get -w shows it.' });
        }
    }
}
function within(live, lock) {
    const fence = Number(live?.metadata.annotations?.[FENCE] ?? '0');
    if (lock !== undefined && fence > lock.fence)
        throw (0,_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .lockLost */ .w)(`${live === undefined ? '' : (0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_3__/* .objectName */ .Hd)(live)} has fence ${fence}`);
}
/** The object as a change of what was read and of nothing else. The version alone would create what is gone; the uid does not. */
function atVersion(object, live) {
    const { resourceVersion, uid } = live?.metadata ?? {};
    if (resourceVersion === undefined || uid === undefined)
        return object;
    return { ...object, metadata: { ...object.metadata, resourceVersion, uid } };
}
/** Puts an object right that was created after the lock was lost: as the record has it now, and if it has none, away. */
function puttingRight(client, ledgers, created) {
    return async (error) => {
        if (!(error instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H) || error.code !== 'LOCK_LOST')
            throw error;
        const recorded = (0,_release_js__WEBPACK_IMPORTED_MODULE_4__/* .currentRelease */ .BX)(await ledgers.read())?.objects.find((each) => (0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_3__/* .objectName */ .Hd)(each) === (0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_3__/* .objectName */ .Hd)(created));
        const { resourceVersion = '' } = created.metadata;
        if (recorded === undefined)
            await client.delete((0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_3__/* .targetOf */ .$r)(created), { resourceVersion });
        else
            await client.apply(atVersion(recorded, created), { force: true });
        throw error;
    };
}
/**
 * A writer that a run which lost its lock cannot write with.
 *
 * Each write reads the object and its fence, holds the lock, and names the version that it read: whoever took the lock over has
 * fenced every object since, so a write that was on its way meets another version and is refused. Only what is new has no
 * version, and the API server has no "apply only if absent": after such a write the lock must prove to be ours, or it is put
 * right by the record of whoever has it now.
 *
 * @param lock without one, writes are made as they come
 */
function fencedWriter(client, lock, ledgers) {
    const read = async (target) => {
        const live = await client.get(target);
        within(live, lock);
        // After reading, not before: what was read while the lock was ours changes its version when the lock changes hands.
        await lock?.hold();
        return live;
    };
    return {
        apply: (object, policy) => {
            if (lock === undefined || policy.dryRun === true)
                return (0,_apply_js__WEBPACK_IMPORTED_MODULE_5__/* .applyObject */ .qi)(client, object, policy);
            return again((0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_3__/* .objectName */ .Hd)(object), async () => {
                const live = await read((0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_3__/* .targetOf */ .$r)(object));
                const applied = await (0,_apply_js__WEBPACK_IMPORTED_MODULE_5__/* .applyObject */ .qi)(client, atVersion(object, live), policy);
                if (live === undefined)
                    await lock.prove().catch(puttingRight(client, ledgers, applied));
                return applied;
            });
        },
        remove: (target, check) => again((0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_3__/* .objectName */ .Hd)(target), async () => {
            const live = await (0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_6__/* .unlessUnknown */ .jG)(read(target));
            const { resourceVersion } = live?.metadata ?? {};
            if (live === undefined || resourceVersion === undefined || !check(live))
                return false;
            return client.delete(target, { resourceVersion });
        }),
    };
}
/** Fences objects that are there off from whoever had the lock before. */
async function fenceOff(client, targets, lock) {
    for (const target of targets) {
        await again((0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_3__/* .objectName */ .Hd)(target), async () => {
            const live = await (0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_6__/* .unlessUnknown */ .jG)(client.get(target));
            if (live === undefined)
                return;
            within(live, lock);
            await lock.hold();
            const { apiVersion, kind, name, namespace } = target;
            const annotations = { [FENCE]: String(lock.fence) };
            const metadata = { name, ...(namespace !== undefined && { namespace }), annotations };
            await client.apply(atVersion({ apiVersion, kind, metadata }, live), { force: true, manager: FENCE_MANAGER });
        });
    }
}


/***/ }),

/***/ 9362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ underLock)
/* harmony export */ });
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45038);

/**
 * Takes the lock, does the work, and gives the lock back, however the work ends.
 *
 * A lock that cannot be given back takes nothing from what was done: it runs out by itself, and that is told.
 */
async function underLock(ports, request, work) {
    const outcome = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .acquireLock */ .I)(ports, request);
    if (outcome.kind !== 'locked')
        return outcome;
    const { lock } = outcome;
    try {
        return { kind: 'done', value: await work(lock) };
    }
    finally {
        await lock.release().catch((error) => {
            ports.progress(`The lock was not given back, so the next run waits until it has run out: ${String(error)}`);
        });
    }
}


/***/ }),

/***/ 57084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ askGitHub)
/* harmony export */ });
/** A run does not end sooner for being asked about more often. */
const ASK_EVERY_MS = 15_000;
/**
 * Asks GitHub whether the run of a lock's holder is over.
 *
 * @param open opens the repository of the holder; without it, and for a holder that is no run, nothing is known
 */
function askGitHub(open, clock) {
    let last;
    return async ({ run, process }) => {
        if (run === undefined || open === undefined)
            return 'unknown';
        if (last?.process === process && clock.now() - last.atMs < ASK_EVERY_MS)
            return last.word;
        const status = await open(run.repository).readRunStatus(run);
        const word = status.kind === 'unread' ? 'unknown' : status.value === 'completed' ? 'over' : 'running';
        last = { process, atMs: clock.now(), word };
        return word;
    };
}


/***/ }),

/***/ 14779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GV: () => (/* binding */ rolloutReadiness),
/* harmony export */   On: () => (/* binding */ plannedPausesMs),
/* harmony export */   bC: () => (/* binding */ referencedBy),
/* harmony export */   dc: () => (/* binding */ isArgoRollout),
/* harmony export */   kw: () => (/* binding */ currentReplicaSet)
/* harmony export */ });
/* harmony import */ var _slipway_kubernetes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82548);

const POD_HASH = 'rollouts-pod-template-hash';
const SECOND_MS = 1000;
const UNITS_MS = { h: 3600 * SECOND_MS, m: 60 * SECOND_MS, s: SECOND_MS, ms: 1 };
const specOf = (object) => (object['spec'] ?? {});
const statusOf = (object) => (object['status'] ?? {});
/** Whether an object is a Rollout of Argo Rollouts, whose controller plays canary and blue-green by itself. */
function isArgoRollout({ apiVersion, kind }) {
    return kind === 'Rollout' && (0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_0__/* .groupOf */ .F8)(apiVersion) === 'argoproj.io';
}
/** The workload that a Rollout takes its template from, where it has none of its own. */
function referencedBy(rollout) {
    return isArgoRollout(rollout) ? specOf(rollout).workloadRef : undefined;
}
/** The ReplicaSet of a Rollout's present template; undefined until the controller has seen that. */
function currentReplicaSet(rollout, replicaSets) {
    const hash = statusOf(rollout).currentPodHash;
    const owned = ({ metadata }) => metadata.ownerReferences?.some(({ uid }) => uid === rollout.metadata.uid) === true;
    return replicaSets.find((each) => owned(each) && hash !== undefined && each.metadata.labels?.[POD_HASH] === hash);
}
/** A generation that a Rollout has seen is text; of old controllers it was a hash, which tells nothing. */
function hasSeen(seen, generation) {
    return seen === undefined ? generation === undefined : !/^\d+$/.test(seen) || Number(seen) >= (generation ?? 0);
}
function observed(rollout, referenced) {
    const { observedGeneration, workloadObservedGeneration, controllerPause = false, pauseConditions = [] } = statusOf(rollout);
    if (!hasSeen(observedGeneration, rollout.metadata.generation))
        return false;
    if (referenced !== undefined && !hasSeen(workloadObservedGeneration, referenced.metadata.generation))
        return false;
    // Somebody has let it go on, and the controller has not seen that yet.
    return !(controllerPause && pauseConditions.length === 0);
}
/** A duration as a Rollout writes it, seconds or text such as `1h30m`, in milliseconds. */
function durationMs(duration) {
    if (typeof duration === 'number' || /^\d+$/.test(duration))
        return Number(duration) * SECOND_MS;
    const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)];
    return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (UNITS_MS[unit ?? ''] ?? 0), 0);
}
/** How long a Rollout stands still by its own plan, which is no time in which it could have become ready. */
function plannedPausesMs(rollout) {
    const { canary, blueGreen } = specOf(rollout).strategy ?? {};
    const pauses = (canary?.steps ?? []).map(({ pause }) => durationMs(pause?.duration ?? 0));
    return pauses.reduce((sum, each) => sum + each, (blueGreen?.autoPromotionSeconds ?? 0) * SECOND_MS);
}
/** What a paused Rollout waits for; undefined when it goes on by itself. */
function waitsFor(rollout) {
    const [spec, status] = [specOf(rollout), statusOf(rollout)];
    if (spec.paused === true)
        return 'it is paused by hand (spec.paused)';
    const reasons = (status.pauseConditions ?? []).map(({ reason }) => reason);
    const inconclusive = reasons.find((reason) => reason.startsWith('Inconclusive'));
    if (inconclusive !== undefined)
        return `its analysis could not tell (${inconclusive})`;
    const { canary, blueGreen } = spec.strategy ?? {};
    const index = status.currentStepIndex ?? 0;
    const { pause } = canary?.steps?.[index] ?? {};
    if (reasons.includes('CanaryPauseStep') && pause !== undefined && pause.duration === undefined) {
        return `step ${index + 1} of ${canary?.steps?.length ?? 0} of its canary is a pause without an end`;
    }
    const byHand = blueGreen?.autoPromotionEnabled === false && blueGreen.autoPromotionSeconds === undefined;
    return reasons.includes('BlueGreenPause') && byHand ? 'its new version is promoted by hand' : undefined;
}
/**
 * How far a Rollout came, by its controller's word: `phase` and `message` of its status, which count only for the generation
 * that they were made for. https://argo-rollouts.readthedocs.io/en/stable/features/specification/
 */
function rolloutReadiness(rollout, referenced) {
    const status = statusOf(rollout);
    const { phase = 'unknown', message, abort = false, updatedReplicas = 0, availableReplicas = 0 } = status;
    const seen = observed(rollout, referenced);
    const promoted = status.stableRS !== undefined && status.stableRS === status.currentPodHash;
    const said = message === undefined || message === '' ? phase : `${phase}: ${message}`;
    const waiting = seen && phase === 'Paused' ? waitsFor(rollout) : undefined;
    const reason = abort ? 'RolloutAborted' : 'RolloutDegraded';
    return {
        observed: seen,
        ready: seen && phase === 'Healthy' && promoted,
        progress: seen ? `${said}, ${updatedReplicas} updated, ${availableReplicas} available` : 'not seen by its controller yet',
        ...(seen && phase === 'Degraded' && { gaveUp: { type: 'Degraded', status: 'True', reason, message: said } }),
        ...(waiting !== undefined && { waiting }),
    };
}


/***/ }),

/***/ 67318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GW: () => (/* binding */ colourOf),
/* harmony export */   RQ: () => (/* binding */ otherColour),
/* harmony export */   Tb: () => (/* binding */ isSwitch),
/* harmony export */   Zw: () => (/* binding */ colourable),
/* harmony export */   dd: () => (/* binding */ COLOUR_OF),
/* harmony export */   dp: () => (/* binding */ pinned),
/* harmony export */   iD: () => (/* binding */ inColour),
/* harmony export */   lZ: () => (/* binding */ wayBack),
/* harmony export */   n$: () => (/* binding */ switches),
/* harmony export */   qG: () => (/* binding */ cutOff),
/* harmony export */   yU: () => (/* binding */ isColoured)
/* harmony export */ });
/* unused harmony export COLOUR */
/* harmony import */ var _config_copy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56084);
/* harmony import */ var _argo_rollout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14779);


/** On a Service's selector and on pods: which of the two versions that can stand side by side. */
const COLOUR = 'slipway.dev/colour';
/** On a coloured Deployment: the name that the manifests give it. On a preview: the Service that it shows the next version of. */
const COLOUR_OF = 'slipway.dev/colour-of';
const POD_HASH = 'pod-template-hash';
const specOf = (object) => (object['spec'] ?? {});
const selectorOf = (service) => (specOf(service).selector ?? {});
const podLabels = (object) => specOf(object).template?.metadata?.labels ?? {};
const covers = (selector, labels) => Object.keys(selector).length > 0 && Object.entries(selector).every(([key, value]) => labels[key] === value);
/** The other of the two. */
function otherColour(colour) {
    return colour === 'blue' ? 'green' : 'blue';
}
/** To which colour a Service leads; undefined when to none of them. */
function colourOf(service) {
    const colour = service && selectorOf(service)[COLOUR];
    return colour === 'blue' || colour === 'green' ? colour : undefined;
}
/** The Deployments of a set that can stand there in two versions, because a Service of the set decides who gets requests. */
function colourable(objects) {
    const services = objects.filter(({ kind }) => kind === 'Service').map(selectorOf);
    const handed = new Set(objects.map((object) => (0,_argo_rollout_js__WEBPACK_IMPORTED_MODULE_0__/* .referencedBy */ .bC)(object)?.name));
    return objects.filter((object) => object.kind === 'Deployment' &&
        !handed.has(object.metadata.name) &&
        services.some((selector) => covers(selector, podLabels(object))));
}
/** The Services of a set that lead to Deployments which can stand there in two versions. */
function switches(objects) {
    const deployments = colourable(objects);
    return objects.filter((object) => object.kind === 'Service' && deployments.some((deployment) => covers(selectorOf(object), podLabels(deployment))));
}
/** The workloads that a Service leads to beside coloured ones: the switch would cut them off. */
function cutOff(service, objects) {
    const deployments = colourable(objects);
    const others = objects.filter((object) => ['Deployment', 'StatefulSet', 'DaemonSet'].includes(object.kind));
    return others.filter((object) => !deployments.includes(object) && covers(selectorOf(service), podLabels(object)));
}
function colouredDeployment(object, colour) {
    const { selector = {}, template = {}, ...spec } = specOf(object);
    const { name, labels, annotations, ...metadata } = object.metadata;
    const label = { [COLOUR]: colour };
    return {
        ...object,
        metadata: {
            ...metadata,
            name: `${name}-${colour}`,
            labels: { ...labels, ...label },
            annotations: { ...annotations, [COLOUR_OF]: name },
        },
        spec: {
            ...spec,
            selector: { ...selector, matchLabels: { ...selector.matchLabels, ...label } },
            template: { ...template, metadata: { ...template.metadata, labels: { ...template.metadata?.labels, ...label } } },
        },
    };
}
function leadingTo(service, more) {
    return { ...service, spec: { ...specOf(service), selector: { ...selectorOf(service), ...more } } };
}
/** A Service within the cluster that shows the newest version, before requests are led to it too. */
function previewOf(service) {
    const { ports = [], clusterIP } = specOf(service);
    const inside = ports.map(({ nodePort: _nodePort, ...port }) => port);
    const { name, namespace, annotations = {} } = service.metadata;
    return {
        ...{ apiVersion: service.apiVersion, kind: service.kind },
        metadata: {
            name: `${name}-preview`,
            ...(namespace !== undefined && { namespace }),
            annotations: { ...annotations, [COLOUR_OF]: name },
        },
        spec: { ports: inside, selector: selectorOf(service), ...(clusterIP === 'None' && { clusterIP }) },
    };
}
/** Points what scales a Deployment at its coloured one. */
function scaling(object, names, colour) {
    const spec = specOf(object);
    for (const field of ['scaleTargetRef', 'targetRef']) {
        const to = spec[field];
        if (to?.name === undefined || !names.has(to.name) || (to.kind ?? 'Deployment') !== 'Deployment')
            continue;
        return { ...object, spec: { ...spec, [field]: { ...to, name: `${to.name}-${colour}` } } };
    }
    return object;
}
/** A budget must count the pods that get requests, not those that stand by. */
function budget(object, deployments, colour) {
    const { selector = {}, ...spec } = specOf(object);
    if (!deployments.some((deployment) => covers(selector.matchLabels ?? {}, podLabels(deployment))))
        return object;
    return { ...object, spec: { ...spec, selector: { ...selector, matchLabels: { ...selector.matchLabels, [COLOUR]: colour } } } };
}
/**
 * A set of which the Deployments that Services lead to are of one colour: under the name of the colour, with pods that say it,
 * and with the Services, autoscalers and budgets pointed at them. Each of those Services gets a preview beside it.
 */
function inColour(items, colour) {
    const objects = items.map(({ object }) => object);
    const [deployments, services] = [colourable(objects), switches(objects)];
    const names = new Set(deployments.map(({ metadata }) => metadata.name));
    return items.flatMap((item) => {
        const { object } = item;
        const label = { [COLOUR]: colour };
        if (deployments.includes(object))
            return [{ ...item, object: colouredDeployment(object, colour) }];
        if (services.includes(object)) {
            const preview = leadingTo(previewOf(object), label);
            return [
                { ...item, object: leadingTo(object, label) },
                { ...item, object: preview },
            ];
        }
        if (object.kind === 'PodDisruptionBudget')
            return [{ ...item, object: budget(object, deployments, colour) }];
        return [{ ...item, object: scaling(object, names, colour) }];
    });
}
/** A Service that leads to the pods of one template alone, for while another version comes up beside them. */
function pinned(service, templateHash) {
    return leadingTo(service, { [POD_HASH]: templateHash });
}
/** Whether an object is one of a coloured Deployment, or a preview. */
function isColoured({ metadata }) {
    return metadata.annotations?.[COLOUR_OF] !== undefined;
}
/** Whether an object is a Service that leads to a colour, and no preview. */
function isSwitch(object) {
    return object.kind === 'Service' && !isColoured(object) && colourOf(object) !== undefined;
}
const plainName = ({ metadata }) => metadata.annotations?.[COLOUR_OF] ?? metadata.name;
/** What of earlier releases is the way back from a set: the Deployments that it takes over from, and their configuration. */
function wayBack(ledger, objects) {
    const own = objects.filter((object) => object.kind === 'Deployment' && isColoured(object));
    const replaced = (object) => object.kind === 'Deployment' &&
        own.some((each) => plainName(each) === plainName(object) && each.metadata.name !== object.metadata.name);
    const runs = ({ state, objects: recorded }) => (state === 'good' || state === 'pending') && recorded.some(replaced);
    const before = ledger.releases.findLast(runs)?.objects ?? [];
    return before.filter((object) => replaced(object) || object.metadata.annotations?.[_config_copy_js__WEBPACK_IMPORTED_MODULE_1__/* .COPY_OF */ .S] !== undefined);
}


/***/ }),

/***/ 69664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ whyKept),
/* harmony export */   WL: () => (/* binding */ leftOver),
/* harmony export */   YV: () => (/* binding */ SERVICE),
/* harmony export */   wM: () => (/* binding */ planPrune)
/* harmony export */ });
/* harmony import */ var _config_copy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56084);
/* harmony import */ var _slipway_kubernetes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82548);
/* harmony import */ var _progressive_colour_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67318);



/** Says on an object which service's deploys own it. */
const SERVICE = 'slipway.dev/service';
/** On an object: `true` lets it be pruned though its kind is kept, `false` keeps it. */
const PRUNE = 'slipway.dev/prune';
/** What holds data or other objects goes only by an explicit word. */
const KEPT_KINDS = ['Namespace', 'CustomResourceDefinition', 'PersistentVolumeClaim', 'PersistentVolume'];
const LEAST_LIMIT = 3;
const LIMIT_SHARE = 0.2;
/** The same object whichever version of its group it is written in. */
const keyOf = ({ apiVersion, kind, namespace = '', name }) => `${(0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_0__/* .groupOf */ .F8)(apiVersion)}/${kind}/${namespace}/${name}`;
/** Every object that a recorded release applied and that is not among `objects`; the latest record of each. */
function leftOver(ledger, objects) {
    const named = new Set(objects.map((object) => keyOf((0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(object))));
    const recorded = new Map(ledger.releases.flatMap((release) => release.objects.map((object) => [keyOf((0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(object)), object])));
    return [...recorded].filter(([key]) => !named.has(key)).map(([, object]) => object);
}
/** Why an object that is left over stays; undefined when it may go. */
function whyKept(live, service) {
    const { annotations = {} } = live.metadata;
    const owner = annotations[SERVICE];
    if (owner !== service)
        return owner === undefined ? 'it does not say that it is ours' : `it belongs to ${owner}`;
    if (annotations[PRUNE] === 'false')
        return `its annotation ${PRUNE} is false`;
    const held = KEPT_KINDS.includes(live.kind) && annotations[PRUNE] !== 'true';
    return held ? `a ${live.kind} is never deleted without the annotation ${PRUNE}: "true"` : undefined;
}
/** Copies come and go with every change of configuration, previews with the strategy; they are ours alone, and no loss. */
function isOurs(object) {
    return object.metadata.annotations?.[_config_copy_js__WEBPACK_IMPORTED_MODULE_1__/* .COPY_OF */ .S] !== undefined || (object.kind === 'Service' && (0,_progressive_colour_js__WEBPACK_IMPORTED_MODULE_2__/* .isColoured */ .yU)(object));
}
/**
 * What of the objects that are left over and still there may go.
 *
 * @param known how many objects the service has in all, which the limit is a fifth of, and three at least
 * @param limit a limit of the caller's own
 */
function planPrune(live, service, known, limit) {
    const judged = live.map((object) => ({ target: (0,_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(object), why: whyKept(object, service) }));
    const targets = judged.filter(({ why }) => why === undefined).map(({ target }) => target);
    const counted = live.filter((object) => !isOurs(object) && whyKept(object, service) === undefined);
    const most = limit ?? Math.max(LEAST_LIMIT, Math.floor(known * LIMIT_SHARE));
    if (counted.length > most)
        return { kind: 'too-many', targets: counted.map(_slipway_kubernetes__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r), limit: most };
    return { kind: 'some', targets, kept: judged.flatMap(({ target, why }) => (why === undefined ? [] : [{ target, why }])) };
}


/***/ }),

/***/ 33027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ redactor),
/* harmony export */   V: () => (/* binding */ secretValues)
/* harmony export */ });
/** Shorter values would hide half of every text, and are no secrets worth the name. */
const SHORTEST = 6;
const textsOf = (value) => typeof value === 'object' && value !== null ? Object.values(value).filter((each) => typeof each === 'string') : [];
/** Every value in the Secrets among objects: as written, encoded and decoded. */
function secretValues(objects) {
    const values = objects
        .filter(({ kind }) => kind === 'Secret')
        .flatMap((secret) => [
        ...textsOf(secret['data']).flatMap((encoded) => [encoded, Buffer.from(encoded, 'base64').toString('utf8')]),
        ...textsOf(secret['stringData']).flatMap((plain) => [plain, Buffer.from(plain).toString('base64')]),
    ]);
    const lines = values.flatMap((value) => [value, ...value.split('\n')]).map((value) => value.trim());
    return [...new Set(lines)].filter((value) => value.length >= SHORTEST).sort((a, b) => b.length - a.length);
}
/** Hides the values, longest first. */
function redactor(values) {
    return (text) => values.reduce((shown, value) => shown.replaceAll(value, '***'), text);
}


/***/ }),

/***/ 58498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ restore_prune),
  E: () => (/* binding */ restoreRelease)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../kubernetes/lib/object.js
var lib_object = __webpack_require__(82548);
// EXTERNAL MODULE: ../rollout/lib/apply.js
var apply = __webpack_require__(47196);
// EXTERNAL MODULE: ../rollout/lib/prune.js
var prune = __webpack_require__(69664);
// EXTERNAL MODULE: ../rollout/lib/progressive/colour.js
var colour = __webpack_require__(67318);
// EXTERNAL MODULE: ../rollout/lib/release.js
var release = __webpack_require__(48533);
;// CONCATENATED MODULE: ../rollout/lib/stuck-pod.js


const OBSERVED_WITHIN_MS = 10_000;
const LOOK_AGAIN_MS = 250;
async function observed({ client, clock, cancelled }, object) {
    for (const startedMs = clock.now();;) {
        const set = await client.get((0,lib_object/* targetOf */.$r)(object));
        if (set === undefined || (set.status?.observedGeneration ?? 0) >= (set.metadata.generation ?? 0))
            return set;
        if (clock.now() - startedMs > OBSERVED_WITHIN_MS)
            return undefined;
        await clock.sleep(LOOK_AGAIN_MS, cancelled);
    }
}
const isReady = ({ status }) => status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') === true;
/** The pods of another revision than the set's that are not ready: their controller waits for them and never replaces them. */
function stuckPods(set, pods) {
    const revision = set.status?.updateRevision;
    const owned = ({ metadata }) => metadata.ownerReferences?.some(({ uid }) => uid === set.metadata.uid) === true;
    return pods.filter((pod) => owned(pod) &&
        pod.metadata.deletionTimestamp === undefined &&
        pod.metadata.labels?.['controller-revision-hash'] !== revision &&
        !isReady(pod));
}
/**
 * Deletes the pods of StatefulSets that hold up their way back: with ordered pods the controller waits for a broken pod of the
 * bad template to become ready, even after the template is good again. Only after the template was changed, or it would come
 * back as it was: https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#forced-rollback
 */
async function replaceStuckPods(ports, objects) {
    for (const object of objects.filter(({ kind }) => kind === 'StatefulSet')) {
        const set = await observed(ports, object);
        if (set === undefined)
            continue;
        const { items } = await ports.client.list(lib_object/* KINDS */.GW.pod, { namespace: set.metadata.namespace });
        for (const pod of stuckPods(set, items)) {
            const { uid = '', name, namespace } = pod.metadata;
            try {
                await ports.client.delete({ ...lib_object/* KINDS */.GW.pod, name, namespace }, { uid });
                ports.progress?.(`${(0,lib_object/* objectName */.Hd)(set)}: deleted the stuck pod ${name}`);
            }
            catch (error) {
                // Without the right the rollout may still come through; if not, the wait says so.
                if (!(error instanceof failure/* Failure */.H))
                    throw error;
                ports.progress?.(`${(0,lib_object/* objectName */.Hd)(set)}: the stuck pod ${name} could not be deleted: ${error.message}`);
            }
        }
    }
}

// EXTERNAL MODULE: ../kubernetes/lib/config-reference.js
var config_reference = __webpack_require__(65921);
// EXTERNAL MODULE: ../kubernetes/lib/status.js
var lib_status = __webpack_require__(60581);
;// CONCATENATED MODULE: ../rollout/lib/viability.js

/** What the pods of a release need that is not in its own record, and so must be in the cluster. */
function outsideNeeds({ objects }) {
    const own = new Set(objects.map(lib_object/* objectName */.Hd));
    const needs = objects.flatMap((object) => (0,config_reference/* configReferences */.R)(object)
        .filter(({ optional }) => !optional)
        .map(({ kind, name }) => ({ apiVersion: 'v1', kind, name, namespace: object.metadata.namespace })));
    return [...new Map(needs.map((need) => [(0,lib_object/* objectName */.Hd)(need), need])).values()].filter((need) => !own.has((0,lib_object/* objectName */.Hd)(need)));
}
async function isThere(client, target) {
    try {
        return (await client.get(target)) !== undefined;
    }
    catch (error) {
        // Who may not read it cannot say that it is gone.
        if (error instanceof lib_status/* KubernetesFailure */.d8 && error.status === 403)
            return true;
        throw error;
    }
}
/** What a recorded release needs and what is gone since: with any of it, going back would only change how it is broken. */
async function goneSince(client, release) {
    const needs = outsideNeeds(release);
    const there = await Promise.all(needs.map((need) => isThere(client, need)));
    return needs.filter((_, index) => !there[index]);
}

// EXTERNAL MODULE: ../rollout/lib/wait.js + 1 modules
var wait = __webpack_require__(21552);
;// CONCATENATED MODULE: ../rollout/lib/restore.js









/** Deletes those of the objects that are the service's own and may go; gives what was deleted. */
async function restore_prune(writer, objects, service) {
    const gone = [];
    for (const object of (0,apply/* inPhases */.co)(objects).toReversed()) {
        const target = (0,lib_object/* targetOf */.$r)(object);
        if (await writer.remove(target, (live) => (0,prune/* whyKept */.$t)(live, service) === undefined))
            gone.push(target);
    }
    return gone;
}
/** Objects that nobody needs any more take nothing from a rollback that has come to its end. */
async function tidyUp({ writer, progress }, objects, service) {
    await restore_prune(writer, objects, service).catch((error) => {
        if (!(error instanceof failure/* Failure */.H))
            throw error;
        progress?.(`What only the bad release had was left: ${error.message}`);
    });
}
/** The Deployments that somebody has paused and that the release would leave so: none of their pods would change. */
async function pausedOf(client, { objects }) {
    const found = [];
    for (const object of objects) {
        if (object.kind !== 'Deployment' || object.spec.paused === false)
            continue;
        const live = await client.get((0,lib_object/* targetOf */.$r)(object));
        if (live?.spec.paused === true)
            found.push(object.metadata.name);
    }
    return found;
}
/** Why going back to a release could not work, by what is gone since it ran and what is held. */
async function whyNot({ client, imageGone }, good) {
    const [paused] = await pausedOf(client, good);
    if (paused !== undefined)
        return `the Deployment ${paused} is paused, so no pod of it would change; let it go on with: kubectl rollout resume deployment/${paused}`;
    const gone = await goneSince(client, good);
    if (gone.length > 0)
        return `release ${good.id} needs what is gone since: ${gone.map(lib_object/* objectName */.Hd).join(', ')}`;
    const image = await imageGone?.(good.image);
    return image === undefined ? undefined : `the image of release ${good.id} is gone (IMAGE_GONE): ${image}`;
}
async function applyEach({ writer, cancelled }, objects) {
    for (const object of (0,apply/* inPhases */.co)(objects)) {
        cancelled.throwIfAborted();
        await writer.apply(object, { force: true });
    }
}
/** Whether every one of the Deployments has the pods that it wants, and one at least. */
async function allRun(client, deployments) {
    for (const object of deployments) {
        const live = await client.get((0,lib_object/* targetOf */.$r)(object));
        if ((live?.status?.availableReplicas ?? 0) < Math.max(1, live?.spec.replicas ?? 1))
            return false;
    }
    return true;
}
/**
 * Deletes the bad release's colour at once where plain pods stand by: the Services that are led back to those ask for no colour,
 * and so lead to both for as long as both are there.
 */
async function clearColour(ports, { service, bad, good }) {
    const coloured = (0,prune/* leftOver */.WL)({ service, releases: [bad] }, good.objects).filter((object) => object.kind === 'Deployment' && (0,colour/* isColoured */.yU)(object));
    const plain = good.objects.filter((object) => object.kind === 'Deployment');
    if (coloured.length === 0 || plain.some(colour/* isColoured */.yU) || !(await allRun(ports.client, plain)))
        return;
    await tidyUp(ports, coloured, service);
}
/**
 * The Services that lead to a colour whose pods do not run any more: they are led back only when those do again. Where they
 * still run, leading requests back to them comes first, because that alone mends most.
 */
async function switchesToWaitFor({ client }, objects) {
    const late = objects.filter(colour/* isSwitch */.Tb);
    if (late.length === 0)
        return [];
    const run = await allRun(client, objects.filter((object) => object.kind === 'Deployment' && (0,colour/* isColoured */.yU)(object)));
    return run ? [] : late;
}
/**
 * Applies a recorded good release again, once, and waits until it is ready; what only the bad one had goes last.
 *
 * The bad release is marked before anything is touched, so that a run that is killed here leaves the truth behind.
 */
async function restoreRelease(ports, ledgers, restoration, limits) {
    const { service, bad, good, why, namespace } = restoration;
    try {
        await ledgers.update((ledger) => (0,release/* withState */.Q2)(ledger, bad.id, 'bad', why));
        const hindrance = await whyNot(ports, good);
        if (hindrance !== undefined)
            return { state: 'refused', why: `nothing was touched, for ${hindrance}` };
        const late = await switchesToWaitFor(ports, good.objects);
        await applyEach(ports, good.objects.filter((object) => !late.includes(object)));
        if (late.length > 0) {
            const ready = await (0,wait/* waitForRollout */.gj)(ports, (0,apply/* workloadsOf */.mo)(good.objects), namespace, limits);
            if (ready.state !== 'ready')
                return ready;
            await applyEach(ports, late);
        }
        await clearColour(ports, restoration);
        await ledgers.update((ledger) => (0,release/* withCurrent */.ad)(ledger, good.id));
        await replaceStuckPods(ports, good.objects);
        const result = await (0,wait/* waitForRollout */.gj)(ports, (0,apply/* workloadsOf */.mo)(good.objects), namespace, limits);
        if (result.state === 'ready')
            await tidyUp(ports, (0,prune/* leftOver */.WL)({ service, releases: [bad] }, good.objects), service);
        return result;
    }
    catch (error) {
        if (ports.cancelled.aborted)
            return { state: 'cancelled' };
        if (error instanceof failure/* Failure */.H)
            return { state: 'refused', why: error.message };
        throw error;
    }
}


/***/ }),

/***/ 30897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VY: () => (/* binding */ judgeRollout),
  wN: () => (/* binding */ restartsOf),
  B7: () => (/* binding */ signalsOf)
});

// EXTERNAL MODULE: ../rollout/lib/cause.js
var cause = __webpack_require__(75003);
// EXTERNAL MODULE: ../kubernetes/lib/pod.js
var lib_pod = __webpack_require__(76704);
// EXTERNAL MODULE: ../rollout/lib/view.js
var lib_view = __webpack_require__(44083);
;// CONCATENATED MODULE: ../rollout/lib/container-signals.js


const NEVER = Number.POSITIVE_INFINITY;
const PULLING = new Set(['ErrImagePull', 'ImagePullBackOff']);
const CONFIG_NOW = new Set(['InvalidImageName', 'ErrImageNeverPull']);
const CREATING = new Set(['CreateContainerError', 'RunContainerError', 'StartError', 'ContainerCannotRun']);
/** Restarts after which one pod alone says enough. */
const RESTARTS_ENOUGH = 3;
/** Restarts that a sidecar may need until what it waits for is there. */
const SIDECAR_RESTARTS_ENOUGH = 6;
/** On a pod: the names of containers that are sidecars, beside those that Kubernetes itself knows as such. */
const SIDECARS = 'slipway.dev/sidecars';
/** A pull fails for good, or only just now: the text tells, and a registry that is merely down must never end a rollout early. */
function pullSign(text) {
    if (/not found|manifest unknown|no match for platform|does not exist/i.test(text)) {
        return { class: 'registry', reason: 'ImageNotFound', graceMs: 8000 };
    }
    if (/denied|unauthorized|authentication required|\b40[13]\b/i.test(text)) {
        return { class: 'registry', reason: 'ImagePullDenied', graceMs: 15_000 };
    }
    return { class: 'registry', reason: 'ImagePullFailed', graceMs: NEVER };
}
/** What the container runtime says nests the reference four times; where the cause is known, one sentence says more. */
function pullText({ reason }, image, said) {
    if (reason === 'ImageNotFound')
        return `The registry has no image ${image}`;
    if (reason === 'ImagePullDenied')
        return `The registry refuses the node the image ${image}`;
    return `The image ${image} cannot be pulled: ${said}`;
}
function latest(events, reason) {
    const same = events.filter((event) => event.reason === reason);
    return same.sort((a, b) => (0,lib_pod/* eventTime */.g)(b) - (0,lib_pod/* eventTime */.g)(a))[0]?.message ?? '';
}
function waitingSignal(pod, status, events) {
    const { reason = '', message = '' } = status.state?.waiting ?? {};
    const of = (sign, text) => ({
        cause: { class: sign.class, reason: sign.reason, message: text, pod: pod.metadata.name, container: status.name },
        graceMs: sign.graceMs,
    });
    if (PULLING.has(reason)) {
        // "Back-off" says nothing; what the registry answered outlives it in the event.
        const said = /^Back-off pulling image "[^"]*"$/.test(message) ? latest(events, 'Failed') : message;
        const sign = pullSign(said);
        return of(sign, pullText(sign, status.image ?? '', said || reason));
    }
    if (CONFIG_NOW.has(reason))
        return of({ class: 'config', reason, graceMs: 0 }, `${reason}: ${message}`);
    if (reason === 'CreateContainerConfigError') {
        return of({ class: 'config', reason, graceMs: 10_000 }, `The container's configuration cannot be put together: ${message}`);
    }
    if (CREATING.has(reason))
        return of({ class: 'config', reason, graceMs: 10_000 }, `The container cannot be started: ${message}`);
    return undefined;
}
/** How the process of a container that keeps ending has ended. */
function crashCause(pod, status, init) {
    const ended = status.lastState?.terminated ?? status.state?.terminated;
    const memory = ended?.reason === 'OOMKilled';
    const how = memory ? 'was killed for its memory limit' : `ended with exit code ${ended?.exitCode ?? 'unknown'}`;
    const which = init ? 'The init container' : 'The container';
    const said = ended?.message === undefined ? '' : `: ${ended.message.trim()}`;
    return {
        class: memory ? 'capacity' : ended?.reason === 'StartError' ? 'config' : 'app',
        reason: memory ? 'OOMKilled' : 'CrashLoopBackOff',
        message: `${which} ${status.name} ${how} and was restarted ${status.restartCount} times${said}`,
        pod: pod.metadata.name,
        container: status.name,
    };
}
function isCrashing({ state, restartCount }) {
    return state?.waiting?.reason === 'CrashLoopBackOff' || restartCount >= 2;
}
function statusesOf({ status }) {
    const init = (status?.initContainerStatuses ?? []).map((each) => [each, true]);
    return [...init, ...(status?.containerStatuses ?? []).map((each) => [each, false])];
}
/** Whether a container only stands by the others: https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/ */
function isSidecar({ metadata, spec }, { name }) {
    const named = (metadata.annotations?.[SIDECARS] ?? '').split(',').map((each) => each.trim());
    const native = spec?.initContainers?.find((container) => container.name === name);
    return named.includes(name) || native?.['restartPolicy'] === 'Always';
}
function crashSignals(pods, desired) {
    const crashing = pods.flatMap((pod) => statusesOf(pod)
        .filter(([status]) => !status.ready && isCrashing(status))
        .filter(([status]) => !isSidecar(pod, status) || status.restartCount >= SIDECAR_RESTARTS_ENOUGH)
        .map(([status, init]) => ({ pod, status, init })));
    const quorum = Math.max(1, Math.ceil(desired / 3));
    const enough = new Set(crashing.map(({ pod }) => pod.metadata.name)).size >= quorum;
    return crashing.map(({ pod, status, init }) => ({
        cause: crashCause(pod, status, init),
        graceMs: enough || status.restartCount >= RESTARTS_ENOUGH ? 0 : NEVER,
    }));
}
/** The signals in the containers of the new pods, of which `desired` are wanted. */
function containerSignals(pods, events, desired) {
    const waiting = pods.flatMap((pod) => statusesOf(pod).flatMap(([status]) => {
        const signal = waitingSignal(pod, status, (0,lib_view/* eventsOf */.XL)(pod, events));
        return signal === undefined ? [] : [signal];
    }));
    return [...crashSignals(pods, desired), ...waiting];
}

;// CONCATENATED MODULE: ../rollout/lib/pod-signals.js


const pod_signals_NEVER = Number.POSITIVE_INFINITY;
/** What autoscalers say of a pod that waits for a node: the first group brings one, the second does not. */
const SCALING = new Set(['TriggeredScaleUp', 'Nominated']);
const NOT_SCALING = new Set(['NotTriggerScaleUp', 'FailedScaleUp']);
/**
 * Whether an autoscaler is bringing a node for the pod, by its own newest word. The scheduler goes on saying that it finds none,
 * and is not heard: https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/FAQ.md#what-events-are-emitted-by-ca
 */
function isScaling(own) {
    const words = own.filter(({ reason = '' }) => SCALING.has(reason) || NOT_SCALING.has(reason));
    const newest = words.sort((a, b) => (0,lib_pod/* eventTime */.g)(b) - (0,lib_pod/* eventTime */.g)(a))[0];
    return newest !== undefined && SCALING.has(newest.reason ?? '');
}
function unschedulable(pod, events) {
    const condition = pod.status?.conditions?.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
    if (condition?.reason !== 'Unschedulable')
        return [];
    const scaling = isScaling((0,lib_view/* eventsOf */.XL)(pod, events));
    const brought = scaling ? '; an autoscaler said that it brings a node' : '';
    const message = `No node takes the pod: ${condition.message ?? 'the scheduler does not say why'}${brought}`;
    // An autoscaler needs a while to say so, and then as long as the rollout has.
    const graceMs = scaling ? pod_signals_NEVER : 60_000;
    return [{ cause: { class: 'capacity', reason: 'Unschedulable', message, pod: pod.metadata.name }, graceMs }];
}
function evicted(pod) {
    if (pod.status?.phase !== 'Failed' || pod.status.reason !== 'Evicted')
        return [];
    const message = `The pod was evicted: ${pod.status.message ?? ''}`;
    return [{ cause: { class: 'platform', reason: 'Evicted', message, pod: pod.metadata.name }, graceMs: pod_signals_NEVER }];
}
/** The last event of a reason, unless something newer says that it is over. */
function eventSignal(pod, own, reason, cause) {
    const last = own.filter((event) => event.reason === reason).sort((a, b) => (0,lib_pod/* eventTime */.g)(b) - (0,lib_pod/* eventTime */.g)(a))[0];
    const running = pod.status?.containerStatuses?.some(({ state, ready }) => ready && state?.running !== undefined) === true;
    return last?.message === undefined || running ? [] : [cause(last.message)];
}
function mountAndProbe(pod, events) {
    const own = (0,lib_view/* eventsOf */.XL)(pod, events);
    const name = pod.metadata.name;
    return [
        ...eventSignal(pod, own, 'FailedMount', (text) => {
            const absent = /not found|references non-existent/.test(text);
            const cause = { class: absent ? 'config' : 'platform', reason: 'FailedMount', message: text, pod: name };
            return { cause, graceMs: absent ? 20_000 : pod_signals_NEVER };
        }),
        ...eventSignal(pod, own, 'Unhealthy', (text) => ({
            cause: { class: 'app', reason: 'NotReady', message: `The pod does not become ready: ${text}`, pod: name },
            graceMs: pod_signals_NEVER,
        })),
    ];
}
/** What a probe does, in a few words. */
function probeText(probe) {
    const get = probe['httpGet'];
    if (get !== undefined)
        return `GET ${get.path ?? '/'} on port ${String(get.port)}`;
    const tcp = probe['tcpSocket'];
    if (tcp !== undefined)
        return `a connection to port ${String(tcp.port)}`;
    const exec = probe['exec'];
    return exec === undefined ? 'gRPC' : `the command ${(exec.command ?? []).join(' ')}`;
}
/** A container that runs and is not ready, whose probe is the reason: events that would say so can be late, or lost in a crowd. */
function probing(pod) {
    const waiting = (pod.status?.containerStatuses ?? []).filter(({ ready, state }) => !ready && state?.running !== undefined);
    return waiting.flatMap(({ name }) => {
        const probe = pod.spec?.containers.find((container) => container.name === name)?.['readinessProbe'];
        if (probe === undefined)
            return [];
        const message = `The container ${name} runs and its readiness probe, ${probeText(probe)}, has not succeeded`;
        return [{ cause: { class: 'app', reason: 'NotReady', message, pod: pod.metadata.name, container: name }, graceMs: pod_signals_NEVER }];
    });
}
/** The signals in the new pods themselves: where they are put, what is mounted, how probes go. */
function podSignals(pods, events) {
    return pods.flatMap((pod) => [...unschedulable(pod, events), ...evicted(pod), ...mountAndProbe(pod, events), ...probing(pod)]);
}
/** The signal of a controller that may not make its pods: a quota, or a policy. */
function creationSignals(owners) {
    return owners.flatMap((owner) => {
        const { conditions } = (owner['status'] ?? {});
        const failure = conditions?.find(({ type, status }) => type === 'ReplicaFailure' && status === 'True');
        if (failure === undefined)
            return [];
        const quota = /exceeded quota|maximum|minimum/.test(failure.message ?? '');
        const cause = {
            class: quota ? 'capacity' : 'policy',
            reason: quota ? 'QuotaExceeded' : (failure.reason ?? 'FailedCreate'),
            message: `The cluster refuses the new pods: ${failure.message ?? ''}`,
        };
        return [{ cause, graceMs: 8000 }];
    });
}

// EXTERNAL MODULE: ../kubernetes/lib/workload.js
var workload = __webpack_require__(20570);
// EXTERNAL MODULE: ../rollout/lib/progressive/argo-rollout.js
var argo_rollout = __webpack_require__(14779);
;// CONCATENATED MODULE: ../rollout/lib/readiness.js


function observed(object) {
    return (object.status?.observedGeneration ?? 0) >= (object.metadata.generation ?? 0);
}
function conditionOf(list, type, status) {
    return list?.find((condition) => condition.type === type && condition.status === status);
}
function ofDeployment(deployment) {
    const desired = deployment.spec.replicas ?? 1;
    const { updatedReplicas = 0, availableReplicas = 0, replicas = 0, conditions } = deployment.status ?? {};
    const stopped = conditionOf(conditions, 'Progressing', 'False');
    const old = replicas - updatedReplicas;
    return {
        observed: observed(deployment),
        ready: updatedReplicas === desired && availableReplicas === desired && replicas === desired,
        progress: `${updatedReplicas} of ${desired} updated, ${availableReplicas} available${old > 0 ? `, ${old} old` : ''}`,
        ...(stopped?.reason === 'ProgressDeadlineExceeded' && { gaveUp: stopped }),
    };
}
function ofStatefulSet(set) {
    const desired = set.spec.replicas ?? 1;
    const { updatedReplicas = 0, readyReplicas = 0 } = set.status ?? {};
    const progress = `${updatedReplicas} of ${desired} updated, ${readyReplicas} ready`;
    return { observed: observed(set), ready: updatedReplicas === desired && readyReplicas === desired, progress };
}
function ofDaemonSet(set) {
    const { desiredNumberScheduled: desired = 0, updatedNumberScheduled: updated = 0, numberAvailable = 0 } = set.status ?? {};
    const progress = `${updated} of ${desired} updated, ${numberAvailable} available`;
    return { observed: observed(set), ready: updated === desired && numberAvailable === desired, progress };
}
function ofJob(job) {
    const done = conditionOf(job.status?.conditions, 'Complete', 'True') !== undefined;
    const failed = conditionOf(job.status?.conditions, 'Failed', 'True');
    return { observed: true, ready: done, progress: done ? 'complete' : 'running', ...(failed && { gaveUp: failed }) };
}
/**
 * A custom resource, by the conventions that controllers keep: `Ready` when it has that condition, `Stalled` when it will not
 * get there. One without conditions is ready by being there, for nothing can be known of it.
 * https://github.com/kubernetes-sigs/cli-utils/blob/master/pkg/kstatus/README.md
 */
function ofCustom({ metadata, status = {} }) {
    const { observedGeneration, conditions = [] } = status;
    const seen = observedGeneration === undefined || observedGeneration >= (metadata.generation ?? 0);
    const ready = conditions.find(({ type }) => type === 'Ready');
    const stalled = conditionOf(conditions, 'Stalled', 'True');
    const why = ready === undefined ? 'there' : `Ready is ${ready.status}${ready.message ? `: ${ready.message}` : ''}`;
    const done = seen && (ready === undefined || ready.status === 'True');
    return { observed: seen, ready: done && stalled === undefined, progress: why, ...(stalled && { gaveUp: stalled }) };
}
/**
 * The readiness of a workload or custom resource; an object of another kind is ready by being there.
 *
 * @param referenced the workload that a Rollout takes its template from, where it has none of its own
 */
function readinessOf(object, referenced) {
    if ((0,argo_rollout/* isArgoRollout */.dc)(object))
        return (0,argo_rollout/* rolloutReadiness */.GV)(object, referenced);
    if (object.kind === 'Deployment')
        return ofDeployment(object);
    if (object.kind === 'StatefulSet')
        return ofStatefulSet(object);
    if (object.kind === 'DaemonSet')
        return ofDaemonSet(object);
    if (object.kind === 'Job')
        return ofJob(object);
    return (0,workload/* isCustom */.Kj)(object) ? ofCustom(object) : { observed: true, ready: true, progress: 'there' };
}

;// CONCATENATED MODULE: ../rollout/lib/verdict.js





/** Every signal of trouble in the new version, worst class first. */
function signalsOf(view) {
    const pods = (0,lib_view/* newPods */.Ng)(view);
    const current = (0,lib_view/* hasReplicaSets */.WQ)(view.workload) ? (0,lib_view/* newReplicaSet */.Vs)(view.workload, view.replicaSets) : undefined;
    const { replicas } = (view.workload['spec'] ?? {});
    return [
        ...containerSignals(pods, view.events, replicas ?? pods.length),
        ...creationSignals(current === undefined ? [] : [current]),
        ...podSignals(pods, view.events),
    ];
}
function outOfTime(signals, readiness, elapsedMs) {
    const known = signals[0]?.cause;
    const after = `after ${Math.round(elapsedMs / 1000)} s`;
    if (known !== undefined)
        return { ...known, message: `${known.message} (not ready ${after}: ${readiness.progress})` };
    const said = readiness.gaveUp?.message;
    const message = `Not ready ${after}: ${readiness.progress}${said === undefined ? '' : `; ${said}`}`;
    if (!readiness.observed)
        return { class: 'platform', reason: 'NotObserved', message: `${message}; no controller has seen it` };
    return { class: 'app', reason: readiness.gaveUp?.reason ?? 'DeadlineExceeded', message };
}
function isPaused(view) {
    return view.workload.kind === 'Deployment' && view.workload.spec.paused === true;
}
/**
 * Judges the rollout of one workload.
 *
 * Fails early on trouble in the new version that has lasted its grace; never on trouble of older pods.
 */
function judgeRollout(view, moment) {
    const readiness = readinessOf(view.workload, view.referenced);
    const { progress } = readiness;
    if (readiness.observed && readiness.ready)
        return { state: 'ready', progress };
    if (isPaused(view)) {
        const message = 'The Deployment is paused, so its new version never starts.';
        return { state: 'failed', cause: { class: 'config', reason: 'Paused', message } };
    }
    const signals = readiness.observed ? signalsOf(view) : [];
    const lasting = signals.find((signal) => {
        const since = moment.sightings.get((0,cause/* signalKey */.k)(signal)) ?? moment.nowMs;
        return moment.nowMs - since >= signal.graceMs;
    });
    if (lasting !== undefined)
        return { state: 'failed', cause: lasting.cause };
    if (readiness.waiting !== undefined)
        return { state: 'paused', progress, why: readiness.waiting };
    const over = moment.elapsedMs >= moment.deadlineMs || (readiness.observed && readiness.gaveUp !== undefined);
    if (over)
        return { state: 'failed', cause: outOfTime(signals, readiness, moment.elapsedMs) };
    return { state: 'progressing', progress };
}
/** How often the new pods' containers were restarted in all; a rise means that ready was not yet stable. */
function restartsOf(view) {
    return (0,lib_view/* newPods */.Ng)(view)
        .flatMap(({ status }) => status?.containerStatuses ?? [])
        .reduce((sum, { restartCount }) => sum + restartCount, 0);
}


/***/ }),

/***/ 44083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ls: () => (/* binding */ replicaSetsOf),
/* harmony export */   Ng: () => (/* binding */ newPods),
/* harmony export */   Vs: () => (/* binding */ newReplicaSet),
/* harmony export */   WQ: () => (/* binding */ hasReplicaSets),
/* harmony export */   XL: () => (/* binding */ eventsOf)
/* harmony export */ });
/* harmony import */ var _progressive_argo_rollout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14779);

const REVISION = 'deployment.kubernetes.io/revision';
const owns = (owner, { metadata }) => metadata.ownerReferences?.some(({ uid }) => uid === owner.metadata.uid) === true;
const revisionOf = ({ metadata }) => Number(metadata.annotations?.[REVISION] ?? '0');
/** The ReplicaSets of a Deployment, newest revision first. */
function replicaSetsOf(deployment, replicaSets) {
    return replicaSets.filter((each) => owns(deployment, each)).sort((a, b) => revisionOf(b) - revisionOf(a));
}
/** The ReplicaSet of the present template of a Deployment or Rollout; undefined until the controller has seen that template. */
function newReplicaSet(workload, replicaSets) {
    if ((0,_progressive_argo_rollout_js__WEBPACK_IMPORTED_MODULE_0__/* .isArgoRollout */ .dc)(workload))
        return (0,_progressive_argo_rollout_js__WEBPACK_IMPORTED_MODULE_0__/* .currentReplicaSet */ .kw)(workload, replicaSets);
    const deployment = workload;
    if ((deployment.status?.observedGeneration ?? 0) < (deployment.metadata.generation ?? 0))
        return undefined;
    const own = replicaSetsOf(deployment, replicaSets);
    return own.find((each) => revisionOf(each) === revisionOf(deployment)) ?? own[0];
}
/** Whether a workload makes its pods through ReplicaSets, one for each version. */
function hasReplicaSets(workload) {
    return workload.kind === 'Deployment' || (0,_progressive_argo_rollout_js__WEBPACK_IMPORTED_MODULE_0__/* .isArgoRollout */ .dc)(workload);
}
function isNewPod(pod, { workload, replicaSets }) {
    if (hasReplicaSets(workload)) {
        const current = newReplicaSet(workload, replicaSets);
        return current !== undefined && owns(current, pod);
    }
    const update = workload.kind === 'StatefulSet' ? workload.status?.updateRevision : undefined;
    const revision = pod.metadata.labels?.['controller-revision-hash'];
    return owns(workload, pod) && (update === undefined || update === revision);
}
/** The pods of the new version alone: trouble of an older one is not this rollout's. */
function newPods(view) {
    return view.pods.filter((pod) => pod.metadata.deletionTimestamp === undefined && isNewPod(pod, view));
}
/** The events about an object. */
function eventsOf(object, events) {
    return events.filter(({ involvedObject: { uid, name } }) => uid === undefined || uid === '' ? name === object.metadata.name : uid === object.metadata.uid);
}


/***/ }),

/***/ 21552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sG: () => (/* binding */ followWorkloads),
  ip: () => (/* binding */ untilListed),
  gj: () => (/* binding */ waitForRollout)
});

;// CONCATENATED MODULE: ../kubernetes/lib/mirror.js
const keyOf = ({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name}`;
function applyEvent(known, event) {
    if (event.type === 'listed') {
        known.clear();
        for (const item of event.items)
            known.set(keyOf(item), item);
    }
    else if (event.type === 'stored')
        known.set(keyOf(event.object), event.object);
    else if (event.type === 'deleted')
        known.delete(keyOf(event.object));
}
/** Mirrors a selection until the signal aborts. */
function mirror(from, kind, selection, signal) {
    const known = new Map();
    const gate = Promise.withResolvers();
    let lost;
    const run = async () => {
        for await (const event of from.watch(kind, selection, signal)) {
            lost = event.type === 'lost' ? event.error : undefined;
            applyEvent(known, event);
            if (event.type === 'listed')
                gate.resolve();
        }
    };
    run().then(() => gate.resolve(), (error) => {
        lost = error;
        gate.reject(error);
    });
    // The reader of `ready` learns of a refusal; a mirror that nobody waits for must not end the process.
    gate.promise.catch(() => undefined);
    return { items: () => [...known.values()], lost: () => lost, ready: gate.promise };
}

// EXTERNAL MODULE: ../kubernetes/lib/object.js
var object = __webpack_require__(82548);
// EXTERNAL MODULE: ../rollout/lib/cause.js
var cause = __webpack_require__(75003);
// EXTERNAL MODULE: ../rollout/lib/progressive/argo-rollout.js
var argo_rollout = __webpack_require__(14779);
// EXTERNAL MODULE: ../rollout/lib/verdict.js + 3 modules
var lib_verdict = __webpack_require__(30897);
;// CONCATENATED MODULE: ../rollout/lib/wait.js




const TICK_MS = 500;
/** How long the API server may stay away before we stop waiting for it. */
const AWAY_MS = 120_000;
/** How long an object that was applied may be missing from the views. */
const GONE_MS = 15_000;
/** Follows the workloads of a namespace and what belongs to them until the signal aborts. */
function followWorkloads(client, targets, namespace, signal) {
    const copy = (kind) => mirror(client, kind, { namespace }, signal);
    const kinds = new Map(targets.map(({ apiVersion, kind }) => [kind, { apiVersion, kind }]));
    const workloads = new Map([...kinds].map(([name, kind]) => [name, copy(kind)]));
    const [replicaSets, pods, events] = [copy(object/* KINDS */.GW.replicaSet), copy(object/* KINDS */.GW.pod), copy(object/* KINDS */.GW.event)];
    const find = ({ kind, name }) => workloads
        .get(kind)
        ?.items()
        .find(({ metadata }) => metadata.name === name);
    const needed = [...workloads.values(), replicaSets, pods];
    return {
        // Events explain; a role that may not read them must not stop a deploy.
        ready: Promise.all([...needed.map((each) => each.ready), events.ready.catch(() => undefined)]),
        lost: () => needed.map((each) => each.lost()).find((error) => error !== undefined),
        of: (target) => {
            const workload = find(target);
            const source = workload && (0,argo_rollout/* referencedBy */.bC)(workload);
            const referenced = source && find(source);
            return (workload && {
                workload,
                ...(referenced && { referenced }),
                replicaSets: replicaSets.items(),
                pods: pods.items(),
                events: events.items(),
            });
        },
    };
}
const textOf = (error) => (error instanceof Error ? error.message : String(error));
function gone(target, elapsedMs) {
    const message = `${(0,object/* objectName */.Hd)(target)} is not in the cluster: someone deleted it after it was applied.`;
    return { state: 'failed', target, cause: { class: 'platform', reason: 'Gone', message }, elapsedMs };
}
/** Ready again and again, but never for long: a release that nobody should rely on. */
function unstable(target, limits, elapsedMs) {
    const message = `It became ready, but never stayed so for ${limits.stabilityMs / 1000} s without a restart.`;
    return { state: 'failed', target, cause: { class: 'app', reason: 'Unstable', message }, elapsedMs };
}
class Watcher {
    #views;
    #targets;
    #limits;
    #sightings = new Map();
    #said = new Map();
    #progress;
    constructor(views, targets, limits, progress) {
        this.#views = views;
        this.#targets = targets;
        this.#limits = limits;
        this.#progress = progress;
    }
    look(nowMs, elapsedMs) {
        let [ready, restarts, pausesMs] = [true, 0, 0];
        let paused;
        for (const target of this.#targets) {
            const name = (0,object/* objectName */.Hd)(target);
            const view = this.#views.of(target);
            if (view === undefined) {
                return { ready: false, restarts, pausesMs, ...(elapsedMs > GONE_MS && { failed: gone(target, elapsedMs) }) };
            }
            const ownPausesMs = (0,argo_rollout/* isArgoRollout */.dc)(view.workload) ? (0,argo_rollout/* plannedPausesMs */.On)(view.workload) : 0;
            pausesMs = Math.max(pausesMs, ownPausesMs);
            const sightings = (0,cause/* sight */.W)(this.#sightings.get(name) ?? new Map(), (0,lib_verdict/* signalsOf */.B7)(view), nowMs);
            this.#sightings.set(name, sightings);
            const deadlineMs = this.#limits.timeoutMs + ownPausesMs;
            const verdict = (0,lib_verdict/* judgeRollout */.VY)(view, { nowMs, elapsedMs, deadlineMs, sightings });
            if (verdict.state === 'failed') {
                return { failed: { state: 'failed', target, cause: verdict.cause, view, elapsedMs }, ready: false, restarts, pausesMs };
            }
            if (verdict.state === 'paused')
                paused = { target, why: verdict.why };
            // What waits for a person holds nobody else up.
            ready = ready && (verdict.state === 'ready' || verdict.state === 'paused');
            restarts += (0,lib_verdict/* restartsOf */.wN)(view);
            if (this.#said.get(name) !== verdict.progress)
                this.#progress(`${name}: ${verdict.progress}`);
            this.#said.set(name, verdict.progress);
        }
        return { ready, restarts, pausesMs, ...(paused && { paused }) };
    }
}
async function watchLoop(ports, views, targets, limits) {
    const watcher = new Watcher(views, targets, limits, ports.progress ?? (() => undefined));
    let [elapsedMs, awayMs, lastMs] = [0, 0, ports.clock.now()];
    let stable;
    for (;;) {
        const nowMs = ports.clock.now();
        const lost = views.lost();
        // Time in which the cluster cannot be seen is not the release's time.
        if (lost === undefined)
            [elapsedMs, awayMs] = [elapsedMs + nowMs - lastMs, 0];
        else
            awayMs += nowMs - lastMs;
        lastMs = nowMs;
        if (awayMs > AWAY_MS)
            return { state: 'lost', why: textOf(lost) };
        const looked = watcher.look(nowMs, elapsedMs);
        if (looked.failed !== undefined)
            return looked.failed;
        if (!looked.ready || lost !== undefined)
            stable = undefined;
        else if (stable === undefined || stable.restarts !== looked.restarts)
            stable = { sinceMs: nowMs, restarts: looked.restarts };
        if (stable !== undefined && nowMs - stable.sinceMs >= limits.stabilityMs) {
            return looked.paused === undefined ? { state: 'ready', elapsedMs } : { state: 'paused', ...looked.paused, elapsedMs };
        }
        const overdue = elapsedMs > limits.timeoutMs + looked.pausesMs + 2 * limits.stabilityMs;
        if (overdue && targets[0] !== undefined)
            return unstable(targets[0], limits, elapsedMs);
        if (lost === undefined)
            await ports.hold?.();
        await ports.clock.sleep(TICK_MS, ports.cancelled);
    }
}
/** Waits for the first lists: undefined when they are there, else why they are not. A refusal is thrown. */
async function untilListed(views, clock, cancelled) {
    let [listed, refusal] = [false, undefined];
    views.ready.then(() => {
        listed = true;
    }, (error) => {
        refusal = error;
    });
    for (const startedMs = clock.now(); !listed;) {
        await clock.sleep(TICK_MS / 5, cancelled);
        if (refusal !== undefined)
            throw refusal;
        if (clock.now() - startedMs > AWAY_MS)
            return views.lost() ?? 'the cluster does not answer';
    }
    return undefined;
}
/** Waits until all workloads are ready and stay so, or one of them fails, or nothing can be seen, or the run is cancelled. */
async function waitForRollout(ports, targets, namespace, limits) {
    if (ports.cancelled.aborted)
        return { state: 'cancelled' };
    const ended = new AbortController();
    const views = followWorkloads(ports.client, targets, namespace, AbortSignal.any([ended.signal, ports.cancelled]));
    try {
        const away = await untilListed(views, ports.clock, ports.cancelled);
        if (away !== undefined)
            return { state: 'lost', why: textOf(away) };
        return await watchLoop(ports, views, targets, limits);
    }
    catch (error) {
        if (ports.cancelled.aborted)
            return { state: 'cancelled' };
        throw error;
    }
    finally {
        ended.abort();
    }
}


/***/ })

};
