export const id = 530;
export const ids = [530];
export const modules = {

/***/ 57929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ findCredentials)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
;// CONCATENATED MODULE: ../oci/lib/credentials.js

const HUB_KEY = 'https://index.docker.io/v1/';
function credentials_failure(code, message, remedy, cause) {
    const problem = { code, message, remedy };
    return new failure/* Failure */.H(problem, { cause });
}
function parse(file, text) {
    const remedy = 'Log in again with the tool that wrote it, or give username and password.';
    try {
        const value = JSON.parse(text);
        if (typeof value === 'object' && value !== null)
            return value;
    }
    catch {
        // The parser's message would quote the file, which holds secrets.
    }
    throw credentials_failure('DOCKER_CONFIG_MALFORMED', `${file} is not a Docker configuration in JSON.`, remedy);
}
function hostOf(key) {
    return key.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}
function keysOf(registry) {
    return registry === 'docker.io' ? [HUB_KEY, 'docker.io', 'index.docker.io'] : [registry];
}
async function askHelper(helper, registry, exec) {
    const program = `docker-credential-${helper}`;
    const remedy = `Run "${program} get" by hand, or give username and password.`;
    if (!/^[A-Za-z0-9._-]+$/.test(helper))
        throw credentials_failure('CREDENTIAL_HELPER', `"${helper}" is not the name of a credential helper.`, 'Correct the Docker configuration.');
    const result = await exec.run(program, ['get'], { input: keysOf(registry)[0] ?? registry });
    if (/credentials not found/i.test(result.stdout + result.stderr))
        return undefined;
    if (result.exitCode !== 0) {
        // Its output is not shown: a helper that fails half-way may have printed the secret.
        throw credentials_failure('CREDENTIAL_HELPER', `${program} ended with exit code ${result.exitCode} for ${registry}.`, remedy);
    }
    const { Username, Secret } = JSON.parse(result.stdout);
    if (Username === undefined || Secret === undefined || Username === '<token>')
        throw credentials_failure('CREDENTIAL_HELPER', `${program} gave no user name and password for ${registry}.`, remedy);
    return { username: Username, password: Secret };
}
function decode(auth) {
    const [, username, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(auth, 'base64').toString('utf8')) ?? [];
    return username === undefined || password === undefined ? undefined : { username, password: password.replace(/\0+$/, '') };
}
function fromEntry(config, registry) {
    const found = Object.entries(config.auths ?? {}).find(([key]) => keysOf(registry).some((each) => each === key || each === hostOf(key)));
    const { auth, username, password, identitytoken } = found?.[1] ?? {};
    if (identitytoken) {
        const remedy = 'Give username and password, such as a robot account.';
        throw credentials_failure('IDENTITY_TOKEN', `The Docker configuration has only an identity token for ${registry}.`, remedy);
    }
    if (username !== undefined && password !== undefined)
        return { username, password };
    return auth ? decode(auth) : undefined;
}
/**
 * Finds a registry's credentials in a Docker configuration: its own helper, then the entry, then the common store.
 *
 * @returns undefined when it has none for this registry.
 */
async function dockerCredentials(registry, { file, text, exec }) {
    const config = parse(file, text);
    const helper = keysOf(registry)
        .map((key) => config.credHelpers?.[key])
        .find((each) => each !== undefined);
    if (helper !== undefined)
        return askHelper(helper, registry, exec);
    const own = fromEntry(config, registry);
    return own === undefined && config.credsStore ? askHelper(config.credsStore, registry, exec) : own;
}

;// CONCATENATED MODULE: ../oci/lib/login.js

/** Where `docker login` leaves its credentials. */
function usualConfig({ environment }) {
    const folder = environment('DOCKER_CONFIG');
    if (folder !== undefined)
        return `${folder}/config.json`;
    const home = environment('HOME');
    return home === undefined ? undefined : `${home}/.docker/config.json`;
}
/** The credentials for a registry: those given, or those of a Docker configuration; undefined when there are none. */
async function findCredentials(registry, { username, password, dockerConfig }, world) {
    const { files, exec, log } = world;
    if (username !== undefined && password !== undefined)
        return { username, password };
    const usual = usualConfig(world);
    const file = dockerConfig ?? (usual !== undefined && (await files.exists(usual)) ? usual : undefined);
    if (file === undefined)
        return undefined;
    const found = await dockerCredentials(registry, { file, text: await files.readText(file), exec });
    if (found !== undefined)
        log.mask(found.password);
    return found;
}


/***/ }),

/***/ 76531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ parseManifest)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90270);
/* harmony import */ var _media_type_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4477);



function malformed(what, why) {
    const remedy = 'Build the image again; what wrote this does not follow the OCI image format.';
    return new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ code: 'MANIFEST_MALFORMED', message: `${what} ${why}.`, remedy });
}
function isDescriptor(value) {
    const { mediaType, digest, size } = (value ?? {});
    const sized = typeof size === 'number' && Number.isSafeInteger(size) && size >= 0;
    return sized && typeof mediaType === 'string' && typeof digest === 'string' && (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestProblem */ .W)(digest) === undefined;
}
function isTexts(value) {
    return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
}
function descriptors(value, field, what) {
    if (Array.isArray(value) && value.every(isDescriptor))
        return value;
    throw malformed(what, `has no list "${field}" in which each entry has a media type, a sha256 digest and a size`);
}
/** What a manifest says of itself when it is an artefact about something else. */
function about(value, what) {
    const [subject] = value['subject'] === undefined ? [] : descriptors([value['subject']], 'subject', what);
    const { artifactType, annotations } = value;
    return {
        ...(subject !== undefined && { subject }),
        ...(typeof artifactType === 'string' && { artifactType }),
        ...(isTexts(annotations) && { annotations }),
    };
}
/**
 * Reads a manifest.
 *
 * @throws Failure MANIFEST_MALFORMED; also when the bytes call themselves something else than the descriptor does,
 * because two readers would then see two different images.
 */
function parseManifest(bytes, mediaType, what) {
    let value;
    try {
        value = JSON.parse(Buffer.from(bytes).toString('utf8'));
    }
    catch {
        throw malformed(what, 'is not JSON');
    }
    if (typeof value !== 'object' || value === null)
        throw malformed(what, 'is not a JSON object');
    const own = value['mediaType'];
    if (own !== undefined && own !== mediaType)
        throw malformed(what, `calls itself ${String(own)}, but is listed as ${mediaType}`);
    if ((0,_media_type_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestKind */ .QS)(mediaType) === 'index')
        return { kind: 'index', manifests: descriptors(value['manifests'], 'manifests', what) };
    const [config] = descriptors([value['config']], 'config', what);
    if (config === undefined || 'manifests' in value)
        throw malformed(what, 'is neither an image manifest nor an index');
    return { kind: 'image', config, layers: descriptors(value['layers'], 'layers', what), ...about(value, what) };
}


/***/ }),

/***/ 87012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ digestOf),
/* harmony export */   x: () => (/* binding */ measure)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** The digest of some bytes. */
function digestOf(bytes) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;
}
/** The digest and length of a stream that is too large to hold. */
async function measure(stream) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let size = 0;
    for await (const piece of stream) {
        hash.update(piece);
        size += piece.length;
    }
    return { digest: `sha256:${hash.digest('hex')}`, size };
}


/***/ }),

/***/ 4477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L$: () => (/* binding */ IMAGE_INDEX),
/* harmony export */   MS: () => (/* binding */ IMAGE_MANIFEST),
/* harmony export */   QS: () => (/* binding */ manifestKind),
/* harmony export */   _P: () => (/* binding */ MANIFEST_TYPES)
/* harmony export */ });
/** The media type of an OCI index. */
const IMAGE_INDEX = 'application/vnd.oci.image.index.v1+json';
/** The media type of an OCI manifest. */
const IMAGE_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const INDEXES = [IMAGE_INDEX, 'application/vnd.docker.distribution.manifest.list.v2+json'];
const MANIFESTS = [IMAGE_MANIFEST, 'application/vnd.docker.distribution.manifest.v2+json'];
/** Every kind of manifest we read, as a request's Accept header names them. */
const MANIFEST_TYPES = [...INDEXES, ...MANIFESTS];
/** Whether a media type is that of an index, of one image's manifest, or of neither. */
function manifestKind(mediaType) {
    if (INDEXES.includes(mediaType))
        return 'index';
    return MANIFESTS.includes(mediaType) ? 'image' : undefined;
}


/***/ }),

/***/ 7841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ MAX_PAGES),
/* harmony export */   Z: () => (/* binding */ nextPage)
/* harmony export */ });
/** More pages than any list of ours has. */
const MAX_PAGES = 200;
/** The address of a list's next page, from the Link header (RFC 8288); undefined on the last page. */
function nextPage({ headers }, address) {
    const [, next] = /<([^>]+)>\s*;[^,]*\brel="?next"?/i.exec(headers['link'] ?? '') ?? [];
    return next === undefined ? undefined : new URL(next, address).href;
}


/***/ }),

/***/ 3738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oB: () => (/* binding */ drained),
  TC: () => (/* binding */ readerOf),
  xk: () => (/* binding */ registryReader)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../oci/lib/measure.js
var measure = __webpack_require__(87012);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ../oci/lib/download.js


const ATTEMPTS = 5;
const WAIT_MS = 500;
function download_open(session, url, scope, from) {
    const headers = from > 0 ? { range: `bytes=${from}-` } : {};
    return session.send({ method: 'GET', url, scope, headers }, [200, 206]);
}
function differs(code, digest, what) {
    const remedy = 'The registry, or something on the way to it, changes what it keeps; nothing of it was used.';
    return new failure/* Failure */.H({ code, message: `The registry gave other bytes for ${digest}: ${what}.`, remedy });
}
/** Whether the connection broke off, which is not the fault of the bytes. */
function isBroken(error) {
    return !(error instanceof failure/* Failure */.H) || error.code === 'HTTP_TIMEOUT';
}
/** The pieces that were not received yet, of an answer that begins at `start`. */
async function* fresh(response, start, received) {
    let position = start;
    for await (const piece of response.stream()) {
        const known = Math.min(piece.length, Math.max(0, received() - position));
        position += piece.length;
        if (known < piece.length)
            yield piece.subarray(known);
    }
}
/**
 * The bytes of a blob as they arrive; a connection that breaks is taken up again where it broke.
 *
 * Ends with a Failure BLOB_SIZE or BLOB_DIGEST when the bytes were not the expected ones: what was yielded until then must
 * not be used before the end is reached.
 */
async function* download(session, url, scope, { digest, size }, { clock, log, signal, attempts = ATTEMPTS }) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let received = 0;
    for (let attempt = 1; received < size || attempt === 1; attempt++) {
        const response = await download_open(session, url, scope, received);
        try {
            for await (const piece of fresh(response, response.status === 206 ? received : 0, () => received)) {
                received += piece.length;
                if (received > size)
                    throw differs('BLOB_SIZE', digest, `more than the ${size} bytes it should have`);
                hash.update(piece);
                yield piece;
            }
            if (received < size)
                throw differs('BLOB_SIZE', digest, `${received} bytes, and it should have ${size}`);
        }
        catch (error) {
            if (!isBroken(error) || signal?.aborted || attempt >= attempts)
                throw error;
            log.debug(`${digest} broke off after ${received} of ${size} bytes: ${String(error)}.`);
            await clock.sleep(WAIT_MS * 2 ** (attempt - 1), signal);
        }
    }
    const actual = `sha256:${hash.digest('hex')}`;
    if (actual !== digest)
        throw differs('BLOB_DIGEST', digest, `their digest is ${actual}`);
}

// EXTERNAL MODULE: ../oci/lib/media-type.js
var media_type = __webpack_require__(4477);
// EXTERNAL MODULE: ../oci/lib/referrers.js
var referrers = __webpack_require__(96740);
// EXTERNAL MODULE: ../oci/lib/page.js
var lib_page = __webpack_require__(7841);
;// CONCATENATED MODULE: ../oci/lib/tags.js


const PAGE_LENGTH = 1000;
function tagsIn(body) {
    try {
        const { tags } = JSON.parse(body);
        const list = tags ?? [];
        return Array.isArray(list) && list.every((tag) => typeof tag === 'string') ? list : undefined;
    }
    catch {
        return undefined;
    }
}
/** Lists the tags of a repository, all pages of them; a repository that is not there yet has none. */
async function listTags(session, path, scope) {
    const found = [];
    let url = `/v2/${path}/tags/list?n=${PAGE_LENGTH}`;
    for (let page = 0; url !== undefined && page < lib_page/* MAX_PAGES */.Y; page++) {
        const address = session.absolute(url);
        const response = await session.send({ method: 'GET', url: address, scope }, [200, 404]);
        const body = await response.text();
        if (response.status === 404 && page === 0)
            return [];
        const tags = tagsIn(body);
        if (tags === undefined) {
            const message = `The registry's list of the tags of ${path} cannot be understood.`;
            throw new failure/* Failure */.H({ code: 'TAG_LIST_MALFORMED', message, remedy: 'Check the registry and any proxy before it.' });
        }
        found.push(...tags);
        url = (0,lib_page/* nextPage */.Z)(response, address);
    }
    if (url === undefined)
        return found;
    const message = `The registry lists the tags of ${path} on more than ${lib_page/* MAX_PAGES */.Y} pages.`;
    throw new failure/* Failure */.H({ code: 'TAG_LIST_ENDLESS', message, remedy: 'Check the registry.' });
}

// EXTERNAL MODULE: ../oci/lib/session.js + 3 modules
var session = __webpack_require__(43692);
;// CONCATENATED MODULE: ../oci/lib/reader.js







/** Reads an answer to its end, so that its connection is free again. */
async function drained(response) {
    await response.bytes();
    return response;
}
async function fetchManifest(session, url, scope, reference) {
    const headers = { accept: media_type/* MANIFEST_TYPES */._P.join(', ') };
    const response = await session.send({ method: 'GET', url: `${url}/manifests/${reference}`, scope, headers }, [200, 404]);
    const bytes = await response.bytes();
    if (response.status === 404)
        return undefined;
    // Computed, never read from a header: the bytes are what a node will run.
    const digest = (0,measure/* digestOf */.o)(bytes);
    if (reference.includes(':') && reference !== digest) {
        const message = `The registry gave other bytes for ${reference}: their digest is ${digest}.`;
        const remedy = 'The registry, or something on the way to it, changes what it keeps; nothing of it was used.';
        throw new failure/* Failure */.H({ code: 'MANIFEST_DIGEST', message, remedy });
    }
    return { digest, mediaType: response.headers['content-type']?.split(';')[0]?.trim() ?? '', bytes };
}
/** Reads a repository within a session that others use as well. */
function readerOf(session, path, scope, settings) {
    const base = `/v2/${path}`;
    const manifest = (reference) => fetchManifest(session, base, scope, reference);
    return {
        ping: async () => void (await drained(await session.send({ method: 'GET', url: '/v2/', scope }, [200]))),
        hasBlob: async (digest) => {
            // A storage that is redirected to may take the address for reading only.
            const ask = { method: 'HEAD', url: `${base}/blobs/${digest}`, scope, keepRedirect: true };
            const response = await session.send(ask, [200, 302, 307, 404]);
            return (await drained(response)).status !== 404;
        },
        blob: (expected) => download(session, `${base}/blobs/${expected.digest}`, scope, expected, settings),
        manifest,
        tags: () => listTags(session, path, scope),
        referrers: async (digest) => {
            const listed = await (0,referrers/* listReferrers */.xt)(session, path, scope, digest);
            if (listed !== undefined)
                return listed;
            const tagged = await manifest((0,referrers/* referrersTag */.LN)(digest));
            return tagged === undefined ? [] : (0,referrers/* parseReferrers */._S)(tagged.bytes, `the tag ${(0,referrers/* referrersTag */.LN)(digest)}`);
        },
    };
}
/** Reads one repository; asks for the right to pull and no other, and nothing is sent before it is asked. */
function registryReader({ path, ...settings }) {
    return readerOf((0,session/* sessionOf */.M)(settings), path, `repository:${path}:pull`, settings);
}


/***/ }),

/***/ 96740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LN: () => (/* binding */ referrersTag),
/* harmony export */   _S: () => (/* binding */ parseReferrers),
/* harmony export */   xt: () => (/* binding */ listReferrers)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92393);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76531);
/* harmony import */ var _media_type_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4477);
/* harmony import */ var _page_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7841);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69940);





/** The tag that lists an image's referrers where a registry has no API for them (OCI distribution 1.1, "Referrers Tag Schema"). */
function referrersTag(digest) {
    return digest.replace(':', '-');
}
/** The entries of an index of referrers; each names the type of what refers. */
function parseReferrers(bytes, what) {
    const index = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseManifest */ .N)(bytes, _media_type_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGE_INDEX */ .L$, what);
    return index.kind === 'index' ? index.manifests : [];
}
/**
 * Asks the registry's API for what refers to a digest, all pages of it.
 *
 * @returns undefined when the registry has no such API: it answers 404, and a registry that has it never does.
 */
async function listReferrers(session, path, scope, digest) {
    const found = [];
    let url = `/v2/${path}/referrers/${digest}`;
    for (let page = 0; url !== undefined && page < _page_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_PAGES */ .Y; page++) {
        const address = session.absolute(url);
        const response = await session.send({ method: 'GET', url: address, scope, headers: { accept: _media_type_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGE_INDEX */ .L$ } }, [200, 404]);
        if (response.status === 404) {
            await response.bytes();
            if (page === 0)
                return undefined;
            throw await (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refusalOf */ .O)(response, 'GET', address);
        }
        // A registry from before this API may answer any path with a page of its own.
        if (!response.headers['content-type']?.startsWith(_media_type_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGE_INDEX */ .L$)) {
            await response.bytes();
            return undefined;
        }
        found.push(...parseReferrers(await response.bytes(), `the list of what refers to ${digest}`));
        url = (0,_page_js__WEBPACK_IMPORTED_MODULE_2__/* .nextPage */ .Z)(response, address);
    }
    if (url === undefined)
        return found;
    const message = `The registry lists what refers to ${digest} on more than ${_page_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_PAGES */ .Y} pages.`;
    throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H({ code: 'REFERRERS_ENDLESS', message, remedy: 'Check the registry.' });
}


/***/ }),

/***/ 69940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ refusalOf)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);

function detailOf(body) {
    try {
        const { errors = [] } = JSON.parse(body);
        return errors.map(({ code = '', message = '' }) => `${code} ${message}`.trim()).join('; ');
    }
    catch {
        return '';
    }
}
function kindOf(status, said) {
    if (status === 401 || status === 403)
        return {
            code: status === 401 ? 'REGISTRY_UNAUTHORIZED' : 'REGISTRY_DENIED',
            remedy: 'Check username and password, and that they may push there.',
        };
    if (status >= 300 && status < 400)
        return {
            code: 'REGISTRY_REDIRECT',
            remedy: 'Give the address that the registry redirects to; credentials are not taken along.',
        };
    if (status === 429 || status >= 500)
        return { code: 'REGISTRY_UNAVAILABLE', remedy: 'Run again; what is there already is not sent twice.' };
    if (/BLOB_UNKNOWN/.test(said) && status !== 404)
        return { code: 'REGISTRY_LACKS_BLOB', remedy: 'Run again; a blob that the registry has lost is uploaded anew.' };
    return { code: 'REGISTRY_REFUSED', remedy: 'The registry says what it does not accept; correct that.' };
}
/** The Failure for an answer that was not hoped for: what was asked, the status, and what the registry says about it. */
async function refusalOf(response, method, url) {
    const { host, pathname } = new URL(url);
    const said = detailOf(await response.text()).slice(0, 300);
    const { code, remedy } = kindOf(response.status, said);
    // The query is left out: upload addresses carry signatures in it.
    const message = `${host} answered ${method} ${pathname} with status ${response.status}${said === '' ? '' : `: ${said}`}.`;
    return new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ code, message, remedy });
}


/***/ }),

/***/ 74570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ retrying),
/* harmony export */   X: () => (/* binding */ remainingMs)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);
/* harmony import */ var _slipway_system__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77064);


function timeOver(last) {
    const remedy = 'Run again, what is there already is not sent twice; or allow more time with "timeout".';
    return new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
        code: 'REGISTRY_TIME_OVER',
        message: `The time for the registry is over; the last answer was: ${last}`,
        remedy,
    });
}
/** How long a request may take that must not outlive the deadline. */
function remainingMs({ clock, deadlineMs }, wanted) {
    return deadlineMs === undefined ? wanted : Math.max(1, Math.min(wanted, deadlineMs - clock.now()));
}
/**
 * Sends to a registry until there is an answer that is not a passing trouble, as `retrying` of system does.
 *
 * @throws Failure REGISTRY_TIME_OVER when the next try would come after the deadline.
 */
function retrying(send, patience) {
    const { clock, deadlineMs = Number.POSITIVE_INFINITY } = patience;
    return (0,_slipway_system__WEBPACK_IMPORTED_MODULE_1__/* .retrying */ .R)(send, patience, (waitMs, last) => {
        if (clock.now() + waitMs > deadlineMs)
            throw timeOver(last);
    });
}


/***/ }),

/***/ 43692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ sessionOf)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
;// CONCATENATED MODULE: ../oci/lib/challenge.js
/** Parses a WWW-Authenticate header; undefined when it asks for something that registries do not use. */
function parseChallenge(header) {
    const [, scheme = '', rest = ''] = /^\s*(basic|bearer)\b(.*)$/is.exec(header ?? '') ?? [];
    if (scheme === '')
        return undefined;
    const pairs = [...rest.matchAll(/([a-z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/gi)];
    const parameters = pairs.map(([, name = '', quoted, bare = '']) => [
        name.toLowerCase(),
        quoted === undefined ? bare : quoted.replace(/\\(.)/g, '$1'),
    ]);
    return {
        scheme: scheme.toLowerCase(),
        parameters: Object.fromEntries(parameters),
    };
}

;// CONCATENATED MODULE: ../oci/lib/endpoint.js
/** Whether a host is this very machine, where plain http shows nothing to anyone else. */
function isLoopback(host) {
    const name = host.replace(/:\d+$/, '');
    return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}
/** The base address of a registry's API. Plain http is spoken to this machine only, or where it was asked for. */
function endpointOf(registry, insecure) {
    // Docker Hub answers for docker.io under another name.
    const host = registry === 'docker.io' ? 'registry-1.docker.io' : registry;
    return `${insecure || isLoopback(host) ? 'http' : 'https'}://${host}`;
}
/** Whether a secret may go to this address: never in plain text over a network, unless that was asked for. */
function mayCarrySecrets(url, insecure) {
    const { protocol, host } = new URL(url);
    return protocol === 'https:' || (protocol === 'http:' && (insecure || isLoopback(host)));
}

// EXTERNAL MODULE: ../oci/lib/retry.js
var retry = __webpack_require__(74570);
;// CONCATENATED MODULE: ../oci/lib/authority.js




function unauthorized(registry, why, remedy) {
    return new failure/* Failure */.H({ code: 'REGISTRY_UNAUTHORIZED', message: `${registry} ${why}.`, remedy });
}
function basicOf({ username, password }) {
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
function tokenUrl(realm, service, scope, { registry, insecure }) {
    const remedy = 'Check the address of the registry.';
    if (!URL.canParse(realm))
        throw unauthorized(registry, `names no address for tokens ("${realm}")`, remedy);
    const url = new URL(realm);
    // The registry chooses this address; a password is not sent there in plain text because it says so.
    if (!mayCarrySecrets(realm, insecure))
        throw unauthorized(registry, `wants the password sent in plain text to ${url.host}`, remedy);
    if (service !== undefined)
        url.searchParams.set('service', service);
    for (const each of scope.split(' ').filter((part) => part !== ''))
        url.searchParams.append('scope', each);
    return url.href;
}
async function askForToken(url, { registry, credentials, http, patience }) {
    const headers = credentials === undefined ? {} : { authorization: basicOf(credentials) };
    try {
        return await (0,retry/* retrying */.R)(() => http.fetch({ url, headers }), patience);
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H))
            throw error;
        throw unauthorized(registry, `sends us for a token to a server that fails: ${error.problems[0]?.message}`, 'Try again later.');
    }
}
/** Renewed this long before its end, so that it does not end on the way. */
const MARGIN_MS = 10_000;
function grantIn(body, parameters, now) {
    try {
        const { token, access_token: accessToken, expires_in: seconds } = JSON.parse(body);
        const found = token ?? accessToken;
        if (typeof found !== 'string' || /[^\x21-\x7e]/.test(found))
            return undefined;
        // Without a stated end it is kept until it is refused: the protocol's own 60 s would ask anew all the time.
        const renewAtMs = typeof seconds === 'number' && seconds > 0 ? now + Math.max(seconds * 1000 - MARGIN_MS, 1000) : Infinity;
        return { header: `Bearer ${found}`, renewAtMs, parameters };
    }
    catch {
        return undefined;
    }
}
async function fetchToken(parameters, scope, settings) {
    const { registry, credentials } = settings;
    const response = await askForToken(tokenUrl(parameters['realm'] ?? '', parameters['service'], scope, settings), settings);
    const grant = grantIn(await response.text(), parameters, settings.patience.clock.now());
    if (response.status === 200 && grant !== undefined)
        return grant;
    const who = credentials === undefined ? 'without credentials' : `to "${credentials.username}"`;
    const remedy = 'Check username and password, and that they may push.';
    throw unauthorized(registry, `gave no token ${who} (status ${response.status})`, remedy);
}
function basicGrant({ registry, credentials }, before) {
    const remedy = 'Give username and password, or a docker-config that has them.';
    if (credentials === undefined)
        throw unauthorized(registry, 'asks for credentials and none are given', remedy);
    if (before === undefined)
        return { header: basicOf(credentials), renewAtMs: Infinity };
    throw unauthorized(registry, `does not accept the credentials of "${credentials.username}"`, 'Check username and password.');
}
/** The authority for one registry: basic or bearer, as the registry asks; tokens are kept for each scope. */
function authorityOf(settings) {
    const known = new Map();
    return {
        current: async (scope) => {
            const grant = known.get(scope);
            if (grant?.parameters !== undefined && settings.patience.clock.now() >= grant.renewAtMs)
                known.set(scope, await fetchToken(grant.parameters, scope, settings));
            return known.get(scope)?.header;
        },
        answer: async (header, scope, rejected) => {
            const before = known.get(scope);
            // Another request at the same time was challenged as well, and has the answer already.
            if (before?.header !== rejected)
                return;
            const challenge = parseChallenge(header);
            const bearer = challenge?.scheme === 'bearer';
            known.set(scope, bearer ? await fetchToken(challenge.parameters, scope, settings) : basicGrant(settings, before));
        },
    };
}

// EXTERNAL MODULE: ../oci/lib/refusal.js
var refusal = __webpack_require__(69940);
;// CONCATENATED MODULE: ../oci/lib/session.js





const MAX_REDIRECTS = 5;
const ANSWER_MS = 30_000;
const SILENCE_MS = 60_000;
/** Where a redirect leads; a method that writes is only repeated elsewhere when the status says that it may be. */
function redirectOf({ method, keepRedirect }, { status, headers }) {
    const reading = method === 'GET' || method === 'HEAD';
    const leads = status === 307 || status === 308 || (reading && [301, 302, 303].includes(status));
    return leads && keepRedirect !== true ? headers['location'] : undefined;
}
/** Opens a conversation; nothing is sent yet. */
function sessionOf(settings) {
    const { registry, http, credentials, insecure = false, signal } = settings;
    const endpoint = endpointOf(registry, insecure);
    const authority = authorityOf({ registry, insecure, http, patience: settings, ...(credentials && { credentials }) });
    const absolute = (url) => new URL(url, endpoint).href;
    const fetch = (ask, url, authorization) => http.fetch({
        method: ask.method,
        url,
        headers: { ...ask.headers, ...(authorization && { authorization }) },
        ...(ask.body && { body: ask.body() }),
        timeoutMs: (0,retry/* remainingMs */.X)(settings, ask.timeoutMs ?? ANSWER_MS),
        silenceMs: (0,retry/* remainingMs */.X)(settings, ask.silenceMs ?? SILENCE_MS),
        ...(signal && { signal }),
    });
    const hop = async (ask, url) => {
        // Credentials are for the registry alone, whatever address it sends us to.
        if (new URL(url).origin !== new URL(endpoint).origin)
            return fetch(ask, url, undefined);
        const sent = await authority.current(ask.scope);
        const response = await fetch(ask, url, sent);
        if (response.status !== 401)
            return response;
        await response.bytes();
        await authority.answer(response.headers['www-authenticate'], ask.scope, sent);
        return fetch(ask, url, await authority.current(ask.scope));
    };
    const once = async (ask) => {
        let url = absolute(ask.url);
        for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
            const response = await hop(ask, url);
            const location = redirectOf(ask, response);
            if (location === undefined)
                return response;
            await response.bytes();
            url = new URL(location, url).href;
        }
        const message = `${new URL(absolute(ask.url)).host} leads from one address to the next without an end.`;
        throw new failure/* Failure */.H({ code: 'REGISTRY_REDIRECT', message, remedy: 'Check the registry.' });
    };
    return {
        once,
        absolute,
        send: async (ask, hoped) => {
            const response = await (0,retry/* retrying */.R)(() => once(ask), settings);
            if (hoped.includes(response.status))
                return response;
            throw await (0,refusal/* refusalOf */.O)(response, ask.method, absolute(ask.url));
        },
    };
}


/***/ }),

/***/ 34016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ drain)
/* harmony export */ });
const DRAINED_MAX_BYTES = 1024 * 1024;
/** An unread body would keep its connection busy; one that is long, or breaks off, is not waited for. */
async function drain(response) {
    let size = 0;
    try {
        for await (const piece of response.stream()) {
            size += piece.length;
            if (size > DRAINED_MAX_BYTES)
                return;
        }
    }
    catch {
        // Nobody wants what is missing.
    }
}


/***/ }),

/***/ 77064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ retrying)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);
/* harmony import */ var _drain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34016);


const ATTEMPTS = 5;
const FIRST_WAIT_MS = 500;
/** A server that asks for more than this is one the job should not wait for. */
const LONGEST_WAIT_MS = 60_000;
function retryAfterMs(header, now) {
    if (header === undefined)
        return undefined;
    const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
    return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
/** Whether trying again may help: no answer, a server in trouble, or one that asks for time. */
function isPassing(result) {
    if (result instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H)
        return result.code === 'HTTP_UNREACHABLE' || result.code === 'HTTP_TIMEOUT';
    return [408, 429, 500, 502, 503, 504].includes(result.status);
}
/** A Failure is a result, not a throw. */
function asResult(error) {
    if (error instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H)
        return error;
    throw error;
}
/** How long to wait after a passing trouble: what the server asks for, else a random share of a doubling time ("full jitter"). */
function waitMs(result, count, { clock, random = Math.random }) {
    const asked = result instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H ? undefined : retryAfterMs(result.headers['retry-after'], clock.now());
    return asked ?? Math.round(random() * FIRST_WAIT_MS * 2 ** (count - 1));
}
/**
 * Sends until there is an answer that is not a passing trouble, a few times at most.
 *
 * Each try calls `send` anew, so a body that streams is opened again. Retry-After is honoured up to a minute.
 *
 * @param beforeWait is told how long is waited next and what the last answer was; by throwing it ends the trying
 * @throws Failure of the last try when it had no answer.
 */
async function retrying(send, patience, beforeWait) {
    const { clock, log, signal, attempts = ATTEMPTS } = patience;
    for (let count = 1;; count++) {
        const result = await send().catch(asResult);
        const wait = waitMs(result, count, patience);
        const last = count === attempts || wait > LONGEST_WAIT_MS || signal?.aborted === true;
        if (!isPassing(result) || last) {
            if (result instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H)
                throw result;
            return result;
        }
        if (!(result instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H))
            await (0,_drain_js__WEBPACK_IMPORTED_MODULE_1__/* .drain */ .Z)(result);
        const what = result instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H ? (result.problems[0]?.message ?? result.message) : `status ${result.status}.`;
        beforeWait?.(wait, what);
        log.debug(`Try ${count} of ${attempts}: ${what} Waiting ${wait} ms.`);
        await clock.sleep(wait, signal);
    }
}


/***/ })

};
