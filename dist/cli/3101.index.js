export const id = 3101;
export const ids = [3101];
export const modules = {

/***/ 53101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runWith: () => (/* reexport */ runWith)
});

// UNUSED EXPORTS: action

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../failure/lib/problem.js
var lib_problem = __webpack_require__(55672);
// EXTERNAL MODULE: ../oci/lib/reference.js
var lib_reference = __webpack_require__(18821);
;// CONCATENATED MODULE: ../../actions/publish-image/lib/ancestry.js

const UNKNOWN_TO_GIT = 128;
async function git(exec, ...args) {
    try {
        return await exec.run('git', args);
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H))
            throw error;
        return { exitCode: UNKNOWN_TO_GIT, stdout: '' };
    }
}
/** What Git can tell: undefined when it lacks one of the commits, or the part of history that would show it. */
async function relateByGit(exec, other, commit) {
    const shallow = (await git(exec, 'rev-parse', '--is-shallow-repository')).stdout.trim();
    if (shallow !== 'true' && shallow !== 'false')
        return undefined;
    const isAncestor = async (a, b) => (await git(exec, 'merge-base', '--is-ancestor', a, b)).exitCode;
    const [older, newer] = [await isAncestor(other, commit), await isAncestor(commit, other)];
    if (older === 0)
        return { kind: 'older' };
    if (newer === 0)
        return { kind: 'newer' };
    // In a shallow clone the line between two commits may be what was cut off.
    return older === 1 && newer === 1 && shallow === 'false' ? { kind: 'parted' } : undefined;
}
async function relateByGitHub(github, other, commit) {
    if (github === undefined)
        return { kind: 'unknown', reason: 'Git does not know both commits here, and there is no token to ask GitHub with.' };
    const comparison = await github.compareCommits(commit, other);
    if (comparison.kind === 'unknown')
        return comparison;
    return { kind: { ahead: 'newer', behind: 'older', identical: 'same', diverged: 'parted' }[comparison.status] };
}
/** Asks Git where the checkout knows both commits, else GitHub; each pair once. */
function ancestryOf({ exec, github }) {
    const known = new Map();
    const ask = async (other, commit) => (await relateByGit(exec, other, commit)) ?? relateByGitHub(github, other, commit);
    return {
        relate: (other, commit) => {
            if (other === commit)
                return Promise.resolve({ kind: 'same' });
            const key = `${other} ${commit}`;
            const found = known.get(key) ?? ask(other, commit);
            known.set(key, found);
            return found;
        },
    };
}

// EXTERNAL MODULE: ../failure/lib/collect.js
var collect = __webpack_require__(57993);
// EXTERNAL MODULE: ../evidence/lib/statement.js
var lib_statement = __webpack_require__(47723);
// EXTERNAL MODULE: ../evidence/lib/signature.js
var signature = __webpack_require__(56744);
// EXTERNAL MODULE: ../evidence/lib/attachment.js
var attachment = __webpack_require__(37021);
// EXTERNAL MODULE: ../oci/lib/measure.js
var measure = __webpack_require__(87012);
// EXTERNAL MODULE: ../oci/lib/media-type.js
var media_type = __webpack_require__(4477);
// EXTERNAL MODULE: ../oci/lib/referrers.js
var referrers = __webpack_require__(96740);
;// CONCATENATED MODULE: ../oci/lib/attach.js




/** Other writers of the list may come between our reading and our writing; each round takes in what they wrote. */
const ROUNDS = 10;
const EMPTY = Buffer.from('{}');
const EMPTY_CONFIG = { mediaType: 'application/vnd.oci.empty.v1+json', digest: (0,measure/* digestOf */.o)(EMPTY), size: EMPTY.length };
/** The manifest of an attachment; the same file on the same image always has the same digest, so that a second run finds it. */
function referrerOf({ mediaType, digest, size }, { artifactType, content, annotations }) {
    const layer = { mediaType: artifactType, digest: (0,measure/* digestOf */.o)(content), size: content.length };
    const about = { subject: { mediaType, digest, size }, ...(annotations && { annotations }) };
    const manifest = { schemaVersion: 2, mediaType: media_type/* IMAGE_MANIFEST */.MS, artifactType, config: EMPTY_CONFIG, layers: [layer], ...about };
    const bytes = Buffer.from(JSON.stringify(manifest));
    const listed = { artifactType, ...(annotations && { annotations }) };
    return { descriptor: { mediaType: media_type/* IMAGE_MANIFEST */.MS, digest: (0,measure/* digestOf */.o)(bytes), size: bytes.length, ...listed }, bytes, content };
}
/** A tag that holds one entry of the list, so that a writer who overwrote it with an older list can find it again. */
function entryTag(subject, entry) {
    return `${(0,referrers/* referrersTag */.LN)(subject)}.${entry.slice('sha256:'.length, 'sha256:'.length + 16)}`;
}
async function entriesByTag(client, subject) {
    const tags = (await client.tags()).filter((tag) => tag.startsWith(`${(0,referrers/* referrersTag */.LN)(subject)}.`));
    const found = await Promise.all(tags.map((tag) => client.manifest(tag)));
    return found.flatMap((manifest) => {
        if (manifest === undefined)
            return [];
        const { artifactType, annotations } = JSON.parse(Buffer.from(manifest.bytes).toString('utf8'));
        const about = { ...(artifactType !== undefined && { artifactType }), ...(annotations && { annotations }) };
        return [{ mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.bytes.length, ...about }];
    });
}
async function listed(client, subject) {
    const tagged = await client.manifest((0,referrers/* referrersTag */.LN)(subject));
    return tagged === undefined ? [] : (0,referrers/* parseReferrers */._S)(tagged.bytes, `the tag ${(0,referrers/* referrersTag */.LN)(subject)}`);
}
/**
 * Brings the list of referrers to hold every entry that has a tag of its own.
 *
 * Registries know no conditional write, so two writers can overwrite each other's list. Each writes the tag of its entry
 * before it reads the list, and looks again after it has written: whoever writes last has seen the tags of all the others.
 */
async function list(client, subject) {
    for (let round = 1; round <= ROUNDS; round++) {
        const [there, wanted] = [await listed(client, subject), await entriesByTag(client, subject)];
        const missing = wanted.filter(({ digest }) => !there.some((entry) => entry.digest === digest));
        if (missing.length === 0)
            return;
        const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: media_type/* IMAGE_INDEX */.L$, manifests: [...there, ...missing] }));
        await client.putManifest((0,referrers/* referrersTag */.LN)(subject), { bytes, mediaType: media_type/* IMAGE_INDEX */.L$ });
    }
    const message = `The list of what refers to ${subject} was overwritten ${ROUNDS} times by others.`;
    throw new failure/* Failure */.H({ code: 'REFERRERS_CONTENDED', message, remedy: 'Run again when fewer runs attach to the same image.' });
}
/**
 * Attaches to an image what refers to it, which need not be there before; whatever is missing is added, nothing is repeated.
 *
 * Where the registry has no API for referrers, the list is kept under the tag that stands in for it.
 */
async function attach(client, subject, { descriptor, bytes, content }) {
    for (const blob of [EMPTY, content]) {
        const [digest, size] = [(0,measure/* digestOf */.o)(blob), blob.length];
        if (await client.hasBlob(digest))
            continue;
        await client.uploadBlob({
            digest,
            size,
            async *open(from) {
                yield blob.subarray(from);
            },
        });
    }
    const { subjectKnown } = await client.putManifest(descriptor.digest, { bytes, mediaType: descriptor.mediaType });
    if (subjectKnown)
        return;
    await client.putManifest(entryTag(subject, descriptor.digest), { bytes, mediaType: descriptor.mediaType });
    await list(client, subject);
}

;// CONCATENATED MODULE: ../../actions/publish-image/lib/evidence.js



function statementsOf(attached) {
    const found = attached.map(lib_statement/* statementIn */.hg).filter((each) => each !== undefined);
    return {
        statements: found.filter((each) => 'predicateType' in each),
        problems: found.filter((each) => 'code' in each),
    };
}
async function signatureProblems(statements, { evidenceSigner, trustedRoot, requireEvidence = [] }, files) {
    if (evidenceSigner === undefined || trustedRoot === undefined)
        return [];
    const trust = (0,signature/* parseTrust */.S)(evidenceSigner, trustedRoot, await files.readText(trustedRoot));
    const required = requireEvidence.map(lib_statement/* predicateTypeOf */.T4);
    return statements
        .filter(({ predicateType }) => required.includes(predicateType))
        .map((statement) => (0,signature/* signatureProblem */.o)(statement, trust))
        .filter((problem) => problem !== undefined);
}
function annotationsOf(attached) {
    const statement = (0,lib_statement/* statementIn */.hg)(attached);
    // The names under which others look for statements among an image's referrers.
    return statement !== undefined && 'predicateType' in statement
        ? { 'dev.sigstore.bundle.predicateType': statement.predicateType }
        : undefined;
}
/** Reads the files to attach; what they are attached to need not be known yet. */
function readEvidence({ attach = [] }, files) {
    return (0,attachment/* readAttachments */.V_)(attach, files);
}
/** Judges the files for an image and gives what is to be attached; throws a Failure with everything that speaks against it. */
async function judgeEvidence(attached, { root }, inputs, files) {
    const digest = root.digest;
    const { statements, problems } = statementsOf(attached);
    const judged = (0,lib_statement/* judgeStatements */.U2)(statements, inputs.requireEvidence ?? [], digest);
    (0,failure/* failWhen */.x)([...problems, ...judged, ...(await signatureProblems(statements, inputs, files))]);
    return attached.map((each) => {
        const annotations = annotationsOf(each);
        return referrerOf(root, { artifactType: each.artifactType, content: each.content, ...(annotations && { annotations }) });
    });
}

// EXTERNAL MODULE: ../oci/lib/layout.js
var layout = __webpack_require__(3884);
// EXTERNAL MODULE: ../oci/lib/pull.js
var pull = __webpack_require__(62577);
// EXTERNAL MODULE: ../../node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(36474);
// EXTERNAL MODULE: ../oci/lib/feed.js
var feed = __webpack_require__(99798);
;// CONCATENATED MODULE: ../oci/lib/archive.js



/** What a layout's files may be called; everything else in an archive is refused, whatever it is. */
const LAYOUT_FILE = /^(?:oci-layout|index\.json|manifest\.json|repositories|blobs\/sha256\/[0-9a-f]{64})$/;
const LAYOUT_FOLDER = /^(?:|blobs|blobs\/sha256)$/;
const MAX_ENTRIES = 100_000;
const REMEDY = 'Pack the folder of an OCI layout with "tar --create --directory=FOLDER .", without compression.';
function refuse(archive, message) {
    return new failure/* Failure */.H({ code: 'ARCHIVE_REFUSED', message: `${archive}: ${message}`, remedy: REMEDY });
}
/** What is wrong with one entry of an archive; nothing when it may be unpacked. */
function entryProblem({ name, type, pax, }) {
    const shown = name.slice(0, 120);
    const problem = (message) => ({ code: 'ARCHIVE_REFUSED', message, remedy: REMEDY });
    if (name.startsWith('/') || name.split('/').includes('..'))
        return problem(`the entry "${shown}" leads out of the archive.`);
    if (type !== 'file' && type !== 'directory')
        return problem(`the entry "${shown}" is a ${type ?? 'thing of unknown kind'}, not a file.`);
    if (Object.keys(pax ?? {}).some((key) => key.startsWith('GNU.sparse')))
        return problem(`the entry "${shown}" is a sparse file, which claims more bytes than it has.`);
    const plain = name.replace(/^(?:\.\/)+|^\.$|\/+$/g, '');
    const known = type === 'directory' ? LAYOUT_FOLDER.test(plain) : LAYOUT_FILE.test(plain);
    return known ? undefined : problem(`the entry "${shown}" does not belong to an OCI layout.`);
}
async function checkHead(archive, files) {
    if ((await files.size(archive)) === 0)
        throw refuse(archive, 'it is empty.');
    for await (const head of files.stream(archive)) {
        if (head[0] === 0x1f && head[1] === 0x8b)
            throw refuse(archive, 'it is compressed, which makes its size unknowable.');
        return;
    }
}
/**
 * Unpacks a layout from an archive of tar. Nothing is written but regular files with the names that a layout has, so that
 * an archive can neither reach out of the folder nor fill a disk with more than its own size.
 *
 * @throws Failure ARCHIVE_REFUSED, which names the entry, also when the archive is cut off or is none.
 */
async function unpackLayout(archive, folder, files) {
    await checkHead(archive, files);
    const entries = (0,tar_stream.extract)();
    const feeding = (0,feed/* feed */.hm)(files.stream(archive), (0,feed/* archiveSink */.sE)(entries));
    let count = 0;
    try {
        for await (const entry of entries) {
            const problem = ++count > MAX_ENTRIES ? `it has more than ${MAX_ENTRIES} entries.` : entryProblem(entry.header)?.message;
            if (problem !== undefined)
                throw refuse(archive, problem);
            const name = entry.header.name.replace(/^(?:\.\/)+/, '');
            if (entry.header.type === 'file')
                await files.write(`${folder}/${name}`, entry);
            else
                entry.resume();
        }
        await feeding;
    }
    catch (error) {
        await files.remove(folder);
        if (error instanceof failure/* Failure */.H)
            throw error;
        throw refuse(archive, `it is no whole archive of tar (${error instanceof Error ? error.message : String(error)}).`);
    }
}

;// CONCATENATED MODULE: ../../actions/publish-image/lib/source.js


/** The rest of a stream, from an offset on. */
async function* rest(pieces, from) {
    let position = 0;
    for await (const piece of pieces) {
        const skipped = Math.min(piece.length, Math.max(0, from - position));
        position += piece.length;
        if (skipped < piece.length)
            yield piece.subarray(skipped);
    }
}
async function layoutSource(path, { files }) {
    const tree = await (0,layout/* readLayout */.T4)(path, files);
    return { tree, name: `The layout ${path}`, open: ({ digest }, from) => files.stream((0,layout/* blobPath */.nD)(path, digest), from) };
}
function withoutDigest(text) {
    const message = `"${text}" names an image without its digest.`;
    const remedy = 'Write it as registry/repository@sha256:…: a tag may lead to another image by now.';
    return new failure/* Failure */.H({ code: 'SOURCE_WITHOUT_DIGEST', message, remedy });
}
async function publishedSource(text, registries) {
    const reference = (0,lib_reference/* parseReference */.F2)(text);
    if (reference.digest === undefined)
        throw withoutDigest(text);
    const reader = await registries.reader(reference);
    const tree = await (0,pull/* readRemote */.Z)(reader, reference.digest);
    const { registry, path } = reference;
    const open = (blob, from) => rest(reader.blob(blob), from);
    return { tree, name: (0,lib_reference/* renderReference */.Wj)(reference), open, repository: { registry, path } };
}
/** Whether a text names a published image rather than a file. */
function isReference(text) {
    return text.includes('@sha256:');
}
/** Whether a text that is no file reads like an image by its tag, as people write it. */
function isTagged(text) {
    return /:[\w.-]+$/.test(text) && (0,lib_reference/* repositoryProblem */.Ki)(text.replace(/:[\w.-]+$/, '')) === undefined;
}
/** Whether an image that is published already is to be published elsewhere. */
function namesPublished({ from }) {
    return from !== undefined && isReference(from);
}
/** Where an archive is unpacked; to be removed when the run ends, however it ends. */
function unpackedFolder({ temp }) {
    return `${temp}/publish-image-unpacked`;
}
async function archiveSource(path, ports, context) {
    const folder = unpackedFolder(context);
    await unpackLayout(path, folder, ports.files);
    return { ...(await layoutSource(folder, ports)), name: `The archive ${path}` };
}
/**
 * Opens what is to be published and checks each of its bytes, as far as they are on this machine.
 *
 * @throws Failure with everything that is wrong with it.
 */
async function openSource({ from, layout }, registries, ports, context) {
    if (from === undefined)
        return layoutSource(layout, ports);
    if (isReference(from))
        return publishedSource(from, registries);
    if (await ports.files.exists(`${from}/index.json`))
        return layoutSource(from, ports);
    if (await ports.files.exists(from))
        return archiveSource(from, ports, context);
    if (isTagged(from))
        throw withoutDigest(from);
    return layoutSource(from, ports);
}

// EXTERNAL MODULE: ../oci/lib/digest.js
var lib_digest = __webpack_require__(90270);
;// CONCATENATED MODULE: ../../actions/publish-image/lib/claim.js
const ORDER_DIGITS = 6;
const SUFFIX_LENGTH = 1 + ORDER_DIGITS + 1 + 40;
/** The longest moving tag: its claims must be tags as well, and a tag has 128 characters at most. */
const MAX_MOVING_TAG = 128 - SUFFIX_LENGTH;
/** Writers at the same moment get orders close to each other; what is further down was seen by the one that is on top. */
const WINDOW = 6;
/** The tag of a claim. */
function renderClaim(movingTag, order, commit) {
    return `${movingTag}.${String(order).padStart(ORDER_DIGITS, '0')}.${commit}`;
}
/** The claims to a moving tag among the tags of a repository, highest first. */
function claimsTo(movingTag, tags) {
    const claims = tags.flatMap((tag) => {
        if (!tag.startsWith(`${movingTag}.`))
            return [];
        const [, order, commit] = /^(\d{6})\.([0-9a-f]{40})$/.exec(tag.slice(movingTag.length + 1)) ?? [];
        return order === undefined || commit === undefined ? [] : [{ tag, order: Number(order), commit }];
    });
    return claims.sort((a, b) => b.order - a.order);
}
/** The claims that may have been written at the same time as the highest one. */
function recentClaims(claims) {
    const top = claims[0]?.order ?? 0;
    return claims.filter(({ order }) => order > top - WINDOW);
}
/** What is wrong with a moving tag's length; nothing when claims to it can be written. */
function movingTagProblem(tag) {
    if (tag.length <= MAX_MOVING_TAG)
        return undefined;
    return {
        code: 'TAG_MALFORMED',
        message: `"${tag.slice(0, 80)}" is too long for a moving tag: it has ${tag.length} characters, and ${MAX_MOVING_TAG} are allowed.`,
        remedy: `Shorten it; the registry also keeps ${tag.slice(0, 12)}….<number>.<commit> for each commit that asked for it.`,
    };
}

;// CONCATENATED MODULE: ../../actions/publish-image/lib/exchange.js

function exchange_failure(code, message, remedy) {
    return new failure/* Failure */.H({ code, message, remedy });
}
function fieldsOf(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : {};
    }
    catch {
        return {};
    }
}
function send({ http, cancelled }, request) {
    return http.fetch({ ...request, signal: cancelled });
}
/**
 * The run's identity, made out to an audience and signed by GitHub.
 *
 * https://docs.github.com/en/actions/reference/security/oidc
 */
async function identityToken(audience, world, { environment }) {
    const [url, token] = [environment('ACTIONS_ID_TOKEN_REQUEST_URL'), environment('ACTIONS_ID_TOKEN_REQUEST_TOKEN')];
    const remedy = 'Give the job the permission "id-token: write"; the pull requests of forks never have it.';
    if (url === undefined || token === undefined)
        throw exchange_failure('OIDC_UNAVAILABLE', 'This job has no identity of its own.', remedy);
    const address = new URL(url);
    address.searchParams.set('audience', audience);
    const response = await send(world, { url: address.href, headers: { authorization: `bearer ${token}` } });
    const { value } = fieldsOf(await response.text());
    if (response.status === 200 && typeof value === 'string')
        return value;
    throw exchange_failure('OIDC_UNAVAILABLE', `GitHub gave the job no identity (status ${response.status}).`, remedy);
}
/**
 * Exchanges the run's identity for a password of the registries, as RFC 8693 has it (section 2.1 the request, 2.2 the answer).
 *
 * @throws Failure OIDC_UNAVAILABLE when the job has no identity, TOKEN_EXCHANGE_REFUSED when the server does not take it.
 */
async function exchangeIdentity({ url, audience, scope }, world, context) {
    const identity = await identityToken(audience, world, context);
    world.log.mask(identity);
    const form = new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        audience,
        ...(scope !== undefined && { scope }),
        requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        subject_token: identity,
        subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
    const response = await send(world, { method: 'POST', url, headers, body: form.toString() });
    const { access_token: password, error = '', error_description: why = '' } = fieldsOf(await response.text());
    if (response.status === 200 && typeof password === 'string') {
        world.log.mask(password);
        return password;
    }
    // Only what the protocol defines is shown: the rest of an answer may hold what was sent.
    const said = [error, why].filter((text) => typeof text === 'string' && text !== '').join(': ');
    const message = `${new URL(url).host} did not take the identity of this job (status ${response.status}${said === '' ? '' : `, ${said.replaceAll(identity, '***').slice(0, 200)}`}).`;
    throw exchange_failure('TOKEN_EXCHANGE_REFUSED', message, 'Check "token-audience", and what the token server demands of repository, branch and workflow.');
}
/** What is wrong with the address of a token server; nothing when an identity may be sent there. */
function exchangeProblem(url) {
    const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
    if (protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1'))
        return undefined;
    const message = `"${url.slice(0, 120)}" is not an address that the job's identity may be sent to.`;
    return { code: 'TOKEN_EXCHANGE_MALFORMED', message, remedy: 'Give the whole address of the token server, with https://.' };
}

;// CONCATENATED MODULE: ../../actions/publish-image/lib/target.js




function repeated(code, what, texts, input) {
    const twice = texts.filter((text, index) => texts.indexOf(text) !== index);
    return twice.map((text) => ({
        code,
        message: `The ${what} "${text}" stands twice in "${input}".`,
        remedy: 'Keep one of them.',
    }));
}
function inputsDigestProblem(text) {
    if (/^(sha256:)?[0-9a-f]{64}$/.test(text))
        return undefined;
    const remedy = 'Give the output "inputs-digest" of build-image.';
    return { code: 'INPUTS_DIGEST_MALFORMED', message: `"${text.slice(0, 80)}" is not a digest of inputs.`, remedy };
}
function commitProblem(text) {
    if (/^[0-9a-f]{40}$/.test(text))
        return undefined;
    const remedy = 'Give all 40 hexadecimal digits, in lower case.';
    return { code: 'COMMIT_MALFORMED', message: `"${text.slice(0, 80)}" is not the full id of a commit.`, remedy };
}
const NO_TAG = {
    code: 'TAG_MISSING',
    message: 'There is no tag, and nothing says which commit this is.',
    remedy: 'Give "tags" or "commit".',
};
/** Checks everything that names the target; throws a Failure with every problem. */
function targetOf(inputs, { sha }) {
    const { image, digest, movingTags = [], inputsDigest, commit = sha } = inputs;
    const tags = inputs.tags ?? (commit === undefined ? [] : [commit]);
    const problems = [
        ...image.map(lib_reference/* repositoryProblem */.Ki),
        ...repeated('IMAGE_TWICE', 'repository', image, 'image'),
        digest === undefined ? undefined : (0,lib_digest/* digestProblem */.W)(digest),
        inputs.commit === undefined ? undefined : commitProblem(inputs.commit),
        inputsDigest === undefined ? undefined : inputsDigestProblem(inputsDigest),
        inputs.tokenExchange === undefined ? undefined : exchangeProblem(inputs.tokenExchange),
        ...[...tags, ...movingTags].map(lib_reference/* tagProblem */.qH),
        ...movingTags.map((tag) => ((0,lib_reference/* tagProblem */.qH)(tag) === undefined ? movingTagProblem(tag) : undefined)),
        ...repeated('TAG_TWICE', 'tag', tags, 'tags'),
        ...repeated('TAG_TWICE', 'tag', movingTags, 'moving-tags'),
        tags.length === 0 ? NO_TAG : undefined,
    ];
    (0,failure/* failWhen */.x)(problems.filter((problem) => problem !== undefined));
    return {
        repositories: image.map(lib_reference/* parseRepository */.SU),
        tags,
        movingTags,
        ...(commit !== undefined && { commit }),
        ...(inputsDigest !== undefined && { inputsTag: `inputs-${inputsDigest.replace('sha256:', '')}` }),
        ...(digest !== undefined && { expected: digest }),
    };
}

;// CONCATENATED MODULE: ../../actions/publish-image/lib/gather.js




function checkTested({ tree, name }, { expected }) {
    if (expected === undefined || tree.root.digest === expected)
        return;
    throw new failure/* Failure */.H({
        code: 'DIGEST_MISMATCH',
        message: `${name} holds ${tree.root.digest}; ${expected} was tested.`,
        remedy: 'Publish the layout of the build that was tested; do not build again.',
    });
}
/** Reads and checks everything that is on this machine before a registry is asked; throws one Failure with all that is wrong. */
async function gather(inputs, registries, ports, context) {
    const problems = [];
    const target = await (0,collect/* collect */.F)(problems, () => targetOf(inputs, context));
    const attached = await (0,collect/* collect */.F)(problems, () => readEvidence(inputs, ports.files));
    // A registry is not asked for an image that is not going to be published.
    if (namesPublished(inputs))
        (0,failure/* failWhen */.x)(problems);
    const source = await (0,collect/* collect */.F)(problems, () => openSource(inputs, registries, ports, context));
    if (source !== undefined && target !== undefined)
        await (0,collect/* collect */.F)(problems, () => checkTested(source, target));
    const referrers = source === undefined || attached === undefined
        ? undefined
        : await (0,collect/* collect */.F)(problems, () => judgeEvidence(attached, source.tree, inputs, ports.files));
    (0,failure/* failWhen */.x)(problems);
    if (target === undefined || source === undefined || referrers === undefined)
        throw new Error('Nothing is wrong, and something is missing.');
    return { target, source, referrers };
}

// EXTERNAL MODULE: ../system/lib/concurrent.js
var concurrent = __webpack_require__(76609);
;// CONCATENATED MODULE: ../../actions/publish-image/lib/plan.js


const AT_ONCE = 4;
/** Says that a tag which is written once leads to other bytes. */
function driftOf(tag, before, ours, repository) {
    return {
        code: 'TAG_DRIFT',
        message: `The tag "${tag}" of ${(0,lib_reference/* renderReference */.Wj)(repository)} leads to ${before} already; this image is ${ours}.`,
        remedy: 'Publish the image that was built first for this commit, or build a new commit; the tag was left as it was.',
    };
}
/** Decides about one tag that is written once. */
function planTag(tag, before, ours) {
    if (before === undefined)
        return { tag, step: 'write' };
    return { tag, before, step: before === ours ? 'keep' : 'conflict' };
}
/** What the plan's conflicts are as problems: tags that would have to change what they lead to. */
function conflictsOf({ tags, root, repository }) {
    return tags.flatMap(({ tag, before, step }) => step === 'conflict' && before !== undefined ? [driftOf(tag, before, root.digest, repository)] : []);
}
async function planBlobs(blobs, client, mountFrom) {
    return (0,concurrent/* concurrently */.r)(AT_ONCE, blobs, async (blob) => {
        if (await client.hasBlob(blob.digest))
            return { blob, step: 'there' };
        return { blob, step: mountFrom.length > 0 ? 'mount' : 'upload' };
    });
}
/** Asks the registry what it has; writes nothing. */
async function planPublish({ tree }, target, repository, client, { mountFrom, referrers }) {
    const { root, manifests, blobs } = tree;
    const stepOf = async (tag) => planTag(tag, (await client.manifest(tag))?.digest, root.digest);
    const tags = await (0,concurrent/* concurrently */.r)(AT_ONCE, target.tags, stepOf);
    const listed = referrers.length === 0 ? [] : await client.referrers(root.digest);
    return {
        repository,
        root,
        tags,
        ...(target.inputsTag !== undefined && { inputsTag: await stepOf(target.inputsTag) }),
        // A tag that is there proves nothing about what is below it: a publish may have been interrupted, or a blob lost.
        blobs: await planBlobs(blobs, client, mountFrom),
        manifests: await (0,concurrent/* concurrently */.r)(AT_ONCE, manifests, async (manifest) => {
            const { digest } = manifest.descriptor;
            return { manifest, there: (await client.manifest(digest)) !== undefined };
        }),
        attachments: referrers.map((referrer) => {
            const there = listed.some(({ digest }) => digest === referrer.descriptor.digest);
            return { referrer, there };
        }),
    };
}

// EXTERNAL MODULE: ../oci/lib/manifest.js
var lib_manifest = __webpack_require__(76531);
;// CONCATENATED MODULE: ../../actions/publish-image/lib/move.js
const OVERRIDE = 'To move it all the same, once, set "moving-policy" to any.';
function move_refuse(code, message, remedy) {
    return { step: 'refuse', problem: { code, message, remedy: `${remedy} ${OVERRIDE}` } };
}
function unknown(tag, commit, reason) {
    const message = `The tag "${tag}" stands for the commit ${commit}, and whether that is older than this one could not be told: ${reason}`;
    const remedy = 'Give "github-token", or check out the whole history (fetch-depth: 0).';
    return move_refuse('MOVING_TAG_UNKNOWN', message, remedy);
}
/** From where a tag would be moved: the commit that it stands for. */
function judgeOrigin({ tag, ours }, commit, relation) {
    if (relation.kind === 'older' || relation.kind === 'same')
        return { step: 'write' };
    if (relation.kind === 'newer')
        return { step: 'leave', newer: commit };
    if (relation.kind === 'unknown')
        return unknown(tag, commit, relation.reason);
    const message = `The tag "${tag}" stands for the commit ${commit}, which is no ancestor of ${ours.commit}: their histories have parted.`;
    return move_refuse('MOVING_TAG_PARTED', message, 'Publish from the branch that the tag follows.');
}
function judgeForward(state) {
    const { tag, current, claims, newest, labelled } = state;
    // A tag stands for the latest commit that was published as the image it leads to.
    const standing = claims.find(({ digest }) => digest !== undefined && digest === current);
    if (newest !== undefined) {
        // Whoever claimed with a higher order knew of the newest, and moved the tag on purpose.
        const known = newest.digest !== undefined && newest.order >= (standing?.order ?? 0);
        const lost = known && newest.digest !== current;
        return { step: 'leave', newer: newest.commit, ...(lost && { restore: newest }) };
    }
    if (current === undefined)
        return { step: 'write' };
    if (current === state.ours.digest)
        return { step: 'keep' };
    const origin = standing ?? labelled;
    if (origin === undefined) {
        const message = `The tag "${tag}" leads to ${current}, and nothing tells for which commit that was published.`;
        return move_refuse('MOVING_TAG_UNKNOWN', message, 'It was written by another tool, and the image names no commit.');
    }
    const doubtful = claims.find(({ order, relation }) => relation.kind === 'unknown' && order >= (standing?.order ?? 0));
    if (doubtful?.relation.kind === 'unknown')
        return unknown(tag, doubtful.commit, doubtful.relation.reason);
    return judgeOrigin(state, origin.commit, origin.relation);
}
/** Decides about a moving tag: it goes to the newest commit that claims it, and never back. */
function decideMove(state) {
    if (state.policy === 'any')
        return { step: state.current === state.ours.digest ? 'keep' : 'write' };
    if (state.ours.commit !== undefined)
        return judgeForward(state);
    const message = `Nothing says which commit this is, so whether "${state.tag}" may move could not be told.`;
    return move_refuse('MOVING_TAG_UNKNOWN', message, 'Give "commit".');
}

;// CONCATENATED MODULE: ../../actions/publish-image/lib/mover.js





const mover_AT_ONCE = 4;
/** Each round somebody else won; that many in a row is a fault, not a race. */
const mover_ROUNDS = 20;
/** A registry may show what it took only some seconds later. */
const SETTLE_MS = 1000;
const MAX_CONFIG_BYTES = 8 * 1024 * 1024;
const REVISION = 'org.opencontainers.image.revision';
/** The commit that an image names as the one it was built from; for an index, that of its first image. */
async function labelledCommit(client, manifest) {
    const parsed = (0,lib_manifest/* parseManifest */.N)(manifest.bytes, manifest.mediaType, 'the image that the tag leads to');
    if (parsed.kind === 'index') {
        const [first] = parsed.manifests;
        const child = first === undefined ? undefined : await client.manifest(first.digest);
        return child === undefined ? undefined : labelledCommit(client, child);
    }
    const labels = await labelsIn(client, parsed.config);
    const revision = labels[REVISION];
    return revision !== undefined && /^[0-9a-f]{40}$/.test(revision) ? revision : undefined;
}
async function labelsIn(client, config) {
    // It is somebody else's image: what is too large to be a config is not read.
    if (config.size > MAX_CONFIG_BYTES)
        return {};
    const pieces = [];
    for await (const piece of client.blob(config))
        pieces.push(piece);
    try {
        const parsed = JSON.parse(Buffer.concat(pieces).toString('utf8'));
        return parsed.config?.Labels ?? {};
    }
    catch {
        return {};
    }
}
/** Of the claims that come after ours, the one that comes after all the others. */
async function newestOf(claims, ancestry) {
    let newest;
    for (const claim of claims) {
        if (claim.relation.kind !== 'newer')
            continue;
        const above = newest === undefined || (await ancestry.relate(claim.commit, newest.commit)).kind === 'newer';
        if (above)
            newest = claim;
    }
    return newest;
}
/** Reads everything that decides about a moving tag, and decides. */
async function planMove(wish, client, ancestry) {
    const { tag, policy, root, commit } = wish;
    // In this order: whoever wrote the tag had claimed it before, so that its claim is seen.
    const current = await client.manifest(tag);
    const all = claimsTo(tag, await client.tags());
    const digest = root.descriptor.digest;
    const claims = await (0,concurrent/* concurrently */.r)(mover_AT_ONCE, commit === undefined ? [] : recentClaims(all), async (claim) => {
        const claimed = await client.manifest(claim.tag);
        const relation = await ancestry.relate(claim.commit, commit ?? '');
        return { ...claim, ...(claimed && { digest: claimed.digest }), relation };
    });
    const newest = await newestOf(claims, ancestry);
    const told = current === undefined || claims.some((claim) => claim.digest === current.digest);
    const label = told || commit === undefined || current.digest === digest ? undefined : await labelledCommit(client, current);
    const move = decideMove({
        tag,
        policy,
        ours: { digest, ...(commit !== undefined && { commit }) },
        ...(current !== undefined && { current: current.digest }),
        claims,
        ...(newest !== undefined && { newest }),
        ...(label !== undefined && { labelled: { commit: label, relation: await ancestry.relate(label, commit ?? '') } }),
    });
    const isOurs = (claim) => claim.commit === commit && claim.digest === digest;
    // A tag that is moved on purpose is claimed anew, above those who will find it moved.
    const claimed = policy === 'forward' ? claims.some(isOurs) : claims.slice(0, 1).some(isOurs);
    const before = current === undefined ? {} : { before: current.digest };
    return { tag, ...before, move, claimed, nextOrder: (all[0]?.order ?? 0) + 1 };
}
/** Writes what the decision asks for; what it asks for is seen when it is decided again. */
async function perform(move, tag, { descriptor, bytes }, client) {
    if (move.step === 'refuse')
        throw new failure/* Failure */.H(move.problem);
    if (move.step === 'write')
        await client.putManifest(tag, { bytes, mediaType: descriptor.mediaType });
    const theirs = move.step === 'leave' && move.restore !== undefined ? await client.manifest(move.restore.tag) : undefined;
    if (theirs !== undefined)
        await client.putManifest(tag, theirs);
}
const isSettled = (move) => move.step === 'keep' || (move.step === 'leave' && move.restore === undefined);
async function claim({ tag, root, commit }, { move, claimed, nextOrder }, client) {
    if (commit === undefined || claimed || move.step === 'leave' || move.step === 'refuse')
        return false;
    const content = { bytes: root.bytes, mediaType: root.descriptor.mediaType };
    await client.putManifest(renderClaim(tag, nextOrder, commit), content);
    return true;
}
/**
 * Moves a tag, and looks again until it leads to the newest commit that claims it.
 *
 * Our claim is written before the tag, and the claims are read after it: whoever writes the tag last has then seen every
 * claim whose commit the tag may have led to before, and puts right what it overwrote.
 */
async function moveTag(wish, client, ancestry, { clock, cancelled, log }) {
    const { tag, root } = wish;
    let plan = await planMove(wish, client, ancestry);
    const past = plan.before === undefined ? {} : { before: plan.before };
    const claimed = await claim(wish, plan, client);
    let wrote = false;
    for (let round = 1; round <= mover_ROUNDS; round++) {
        if (isSettled(plan.move) && (round > 1 || !claimed)) {
            const newer = plan.move.step === 'leave' ? { newer: plan.move.newer } : {};
            log.info(`The tag ${tag} ${'newer' in newer ? `was left to the newer commit ${newer.newer}` : `leads to ${root.descriptor.digest}`}.`);
            const result = 'newer' in newer ? 'left' : wrote ? 'moved' : 'kept';
            return { tag, ...past, ...newer, result, wrote: wrote || claimed };
        }
        await perform(plan.move, tag, root, client);
        wrote ||= !isSettled(plan.move);
        // What is read after the second writing is old: the registry needs a moment, or somebody else writes all the time.
        if (round > 1)
            await clock.sleep(SETTLE_MS, cancelled);
        plan = await planMove(wish, client, ancestry);
    }
    const message = `The tag "${tag}" was written ${mover_ROUNDS} times and still leads elsewhere.`;
    throw new failure/* Failure */.H({ code: 'MOVING_TAG_CONTENDED', message, remedy: 'Check what else writes this tag.' });
}

;// CONCATENATED MODULE: ../../actions/publish-image/lib/publish.js




const UPLOADS_AT_ONCE = 4;
/** A registry may show a manifest only some seconds after it took it. */
const READ_BACK_TRIES = 8;
const READ_BACK_WAIT_MS = 1000;
/** Reads back what a name leads to, and insists that it is these bytes. */
async function readBack(reference, digest, client, { clock, cancelled }) {
    for (let tries = 1;; tries++) {
        const found = (await client.manifest(reference))?.digest;
        if (found === digest)
            return;
        if (found !== undefined || tries === READ_BACK_TRIES) {
            const message = `The registry was given ${digest} as "${reference}", and gives back ${found ?? 'nothing'}.`;
            const remedy = 'Check whether another run publishes the same tag, and whether the registry or a proxy rewrites images.';
            throw new failure/* Failure */.H({ code: 'READ_BACK_DIFFERS', message, remedy });
        }
        await clock.sleep(READ_BACK_WAIT_MS, cancelled);
    }
}
/** Takes a blob over from the first repository of the registry that has it; false when none gives it. */
async function mounted({ blob, step }, client, from) {
    if (step !== 'mount')
        return false;
    for (const path of from)
        if (await client.mountBlob(blob.digest, path))
            return true;
    return false;
}
/** Brings the missing blobs; gives back how many had to be uploaded. */
async function bringBlobs(plan, source, client, mountFrom, { log }) {
    const missing = plan.blobs.filter(({ step }) => step !== 'there');
    const brought = await (0,concurrent/* concurrently */.r)(UPLOADS_AT_ONCE, missing, async (each) => {
        const { blob } = each;
        if (await mounted(each, client, mountFrom))
            return each;
        await client.uploadBlob({ digest: blob.digest, size: blob.size, open: (from) => source.open(blob, from) });
        log.info(`Uploaded ${blob.digest} (${blob.size} bytes).`);
        return { blob, step: 'upload' };
    });
    return brought.filter(({ step }) => step === 'upload');
}
const content = ({ bytes, descriptor }) => ({ bytes, mediaType: descriptor.mediaType });
async function writeTag({ tag }, root, plan, client, ports) {
    const { digest } = root.descriptor;
    // Looked at once more, because another run may have written the tag while we uploaded.
    const before = (await client.manifest(tag))?.digest;
    if (before !== undefined && before !== digest)
        throw new failure/* Failure */.H(driftOf(tag, before, digest, plan.repository));
    if (before === undefined)
        await client.putManifest(tag, content(root));
    await readBack(tag, digest, client, ports);
    ports.log.info(`The tag ${tag} leads to ${digest}.`);
}
/** Writes the tag of the build's inputs unless somebody came first; what they wrote stays. */
async function writeInputsTag(step, root, client) {
    if (step?.step !== 'write' || (await client.manifest(step.tag)) !== undefined)
        return;
    await client.putManifest(step.tag, content(root));
}
/** The manifest of the whole image. */
function rootOf({ root, manifests }) {
    const found = manifests.find(({ descriptor }) => descriptor.digest === root.digest);
    if (found === undefined)
        throw new Error('The image has no manifest for its own root.');
    return found;
}
/**
 * Makes a repository what the plan says: blobs, then manifests, then tags, then what is attached; each manifest and tag is
 * read back. Moving tags come after all this, and are the mover's.
 *
 * In this order no name ever leads to something that is not whole, wherever the run is interrupted.
 *
 * @returns the blobs that were uploaded.
 */
async function publish(plan, source, client, mountFrom, ports) {
    const uploaded = await bringBlobs(plan, source, client, mountFrom, ports);
    for (const { manifest, there } of plan.manifests) {
        const { digest } = manifest.descriptor;
        if (!there)
            await client.putManifest(digest, content(manifest));
        if (!there)
            await readBack(digest, digest, client, ports);
    }
    const root = rootOf(source.tree);
    for (const step of plan.tags.filter((each) => each.step === 'write'))
        await writeTag(step, root, plan, client, ports);
    await writeInputsTag(plan.inputsTag, root, client);
    for (const { referrer, there } of plan.attachments) {
        if (there)
            continue;
        await attach(client, plan.root.digest, referrer);
        ports.log.info(`Attached ${referrer.descriptor.artifactType} as ${referrer.descriptor.digest}.`);
    }
    return uploaded;
}

;// CONCATENATED MODULE: ../../actions/publish-image/lib/reconcile.js





function wishesOf({ target, source }, { movingPolicy: policy }) {
    const root = rootOf(source.tree);
    const commit = target.commit === undefined ? {} : { commit: target.commit };
    return target.movingTags.map((tag) => ({ tag, policy, root, ...commit }));
}
async function reachAll({ target, source }, { registries }) {
    const known = [...(source.repository === undefined ? [] : [source.repository]), ...target.repositories];
    return Promise.all(target.repositories.map(async (repository, index) => {
        const earlier = known.slice(0, known.length - target.repositories.length + index);
        const near = earlier.filter(({ registry, path }) => registry === repository.registry && path !== repository.path);
        return { repository, mountFrom: near.map(({ path }) => path), client: await registries.client(repository) };
    }));
}
/** Does the work for each repository, also when it fails for another; everything that went wrong is told in the end. */
async function forEach(reaches, work) {
    const problems = [];
    const results = [];
    for (const [index, reach] of reaches.entries()) {
        const own = [];
        const result = await (0,collect/* collect */.F)(own, () => work(reach, index));
        if (result !== undefined)
            results.push(result);
        const where = reaches.length > 1 ? `${(0,lib_reference/* renderReference */.Wj)(reach.repository)}: ` : '';
        problems.push(...own.map((problem) => ({ ...problem, message: `${where}${problem.message}` })));
    }
    (0,failure/* failWhen */.x)(problems);
    return results;
}
/** What stands in the way of a plan: tags that lead to other images, and moving tags that may not move. */
function objectionsTo({ plan, moves }, { onConflict }) {
    const refused = moves.flatMap(({ move }) => (move.step === 'refuse' ? [move.problem] : []));
    return [...(onConflict === 'fail' ? conflictsOf(plan) : []), ...refused];
}
/** Asks every repository what it has and lacks; writes nothing. */
async function planAll(order, inputs, tools) {
    const { target, source, referrers } = order;
    return forEach(await reachAll(order, tools), async ({ client, repository, mountFrom }) => {
        await client.ping();
        const plan = await planPublish(source, target, repository, client, { mountFrom, referrers });
        // A commit that is published as another image claims nothing for this one.
        const wishes = conflictsOf(plan).length > 0 ? [] : wishesOf(order, inputs);
        const moves = [];
        for (const wish of wishes)
            moves.push(await planMove(wish, client, tools.ancestry));
        return { plan, moves };
    });
}
/** Brings every repository to what its plan says; moving tags come last, once all of them have the image. */
async function performAll(order, planned, inputs, tools) {
    const { ports, ancestry } = tools;
    const reaches = await reachAll(order, tools);
    const uploads = await forEach(reaches, async ({ client, mountFrom }, index) => {
        const plan = planned[index]?.plan;
        if (plan === undefined)
            throw new failure/* Failure */.H({ code: 'PLAN_MISSING', message: 'A repository has no plan.' });
        return publish(plan, order.source, client, mountFrom, ports);
    });
    const wishes = wishesOf(order, inputs);
    const moves = await forEach(reaches, async ({ client }, index) => {
        const moved = [];
        const wanted = new Set(planned[index]?.moves.map(({ tag }) => tag));
        for (const wish of wishes)
            if (wanted.has(wish.tag))
                moved.push(await moveTag(wish, client, ancestry, ports));
        return moved;
    });
    return planned.map((each, index) => ({ ...each, done: { uploaded: uploads[index] ?? [], moved: moves[index] ?? [] } }));
}

// EXTERNAL MODULE: ../oci/lib/login.js + 1 modules
var login = __webpack_require__(57929);
// EXTERNAL MODULE: ../oci/lib/reader.js + 2 modules
var reader = __webpack_require__(3738);
// EXTERNAL MODULE: ../oci/lib/session.js + 3 modules
var lib_session = __webpack_require__(43692);
// EXTERNAL MODULE: ../oci/lib/refusal.js
var refusal = __webpack_require__(69940);
// EXTERNAL MODULE: ../oci/lib/retry.js
var retry = __webpack_require__(74570);
;// CONCATENATED MODULE: ../oci/lib/upload.js


/** How much a break costs at most, once a blob goes up in parts. */
const CHUNK_BYTES = 16 * 1024 * 1024;
/** The slowest line we wait for: 100 KB/s, after the time any answer may take. */
function timeoutMsFor(bytes) {
    return 60_000 + bytes / 100;
}
/** A registry that stores a blob elsewhere may say nothing for as long as that takes: 10 MB/s. */
function silenceMsFor(bytes) {
    return 60_000 + bytes / 10_000;
}
/** At most so many bytes of a stream. */
async function* upTo(bytes, pieces) {
    let left = bytes;
    for await (const piece of pieces) {
        yield piece.length <= left ? piece : piece.subarray(0, left);
        left -= piece.length;
        if (left <= 0)
            return;
    }
}
/** How many bytes a registry says that it has: the answer's `Range: 0-N`. */
function keptBytes({ headers }, size) {
    const [, last] = /^(?:bytes=)?0-(\d+)$/.exec(headers['range'] ?? '') ?? [];
    const kept = last === undefined ? undefined : Number(last) + 1;
    return kept !== undefined && kept > 1 && kept <= size ? kept : undefined;
}
/**
 * One blob on its way up.
 *
 * The first try sends it in one piece, which every registry takes. After a break the registry is asked how far it got; where
 * it cannot tell, the blob goes up anew in chunks, whose ends every registry knows.
 */
class Upload {
    #session;
    #path;
    #scope;
    #blob;
    #location;
    #offset = 0;
    #tried = false;
    #inChunks = false;
    constructor(session, path, scope, blob) {
        [this.#session, this.#path, this.#scope, this.#blob] = [session, path, scope, blob];
    }
    #ask(method, url, bytes = 0) {
        const [from, last] = [this.#offset, this.#offset + bytes - 1];
        return this.#session.once({
            method,
            url,
            scope: this.#scope,
            timeoutMs: timeoutMsFor(this.#blob.size),
            silenceMs: silenceMsFor(this.#blob.size),
            headers: {
                ...(method === 'GET' ? {} : { 'content-length': String(bytes) }),
                ...(bytes > 0 && { 'content-type': 'application/octet-stream' }),
                ...(bytes > 0 && (method === 'PATCH' || from > 0) && { 'content-range': `${from}-${last}` }),
            },
            ...(bytes > 0 && { body: () => upTo(bytes, this.#blob.open(from)) }),
        });
    }
    /** Takes over where to go on from an answer that says so. */
    async #advance(response, offset) {
        const { location } = response.headers;
        if (location !== undefined)
            this.#location = this.#session.absolute(location);
        this.#offset = keptBytes(response, this.#blob.size) ?? offset;
        await response.bytes();
    }
    /** Asks how far a broken upload got, and forgets it when nobody knows. */
    async #recover() {
        if (this.#location === undefined)
            return;
        const response = await this.#ask('GET', this.#location);
        const kept = response.status === 204 ? keptBytes(response, this.#blob.size) : undefined;
        if (kept === undefined) {
            await response.bytes();
            this.#location = undefined;
        }
        else
            await this.#advance(response, kept);
    }
    async #start() {
        const started = await this.#ask('POST', `/v2/${this.#path}/blobs/uploads/`);
        if (started.status !== 202 || started.headers['location'] === undefined)
            return started;
        await this.#advance(started, 0);
        this.#offset = 0;
        return undefined;
    }
    #finish(location) {
        const url = new URL(location);
        url.searchParams.set('digest', this.#blob.digest);
        return this.#ask('PUT', url.href, this.#blob.size - this.#offset);
    }
    async #sendChunks() {
        while (this.#location !== undefined && this.#blob.size - this.#offset > CHUNK_BYTES) {
            const response = await this.#ask('PATCH', this.#location, CHUNK_BYTES);
            if (response.status !== 202)
                return response;
            await this.#advance(response, this.#offset + CHUNK_BYTES);
        }
        return undefined;
    }
    async #go() {
        const refused = this.#location === undefined ? await this.#start() : undefined;
        return refused ?? (this.#inChunks ? await this.#sendChunks() : undefined) ?? this.#finish(this.#location ?? '');
    }
    /** One try, from wherever the one before it got to. */
    async send() {
        if (this.#tried)
            await this.#recover();
        this.#inChunks = this.#tried;
        this.#tried = true;
        const response = await this.#go();
        if (!this.#inChunks || ![400, 404, 405, 416].includes(response.status))
            return response;
        // The registry has forgotten the upload, or takes none in parts.
        await response.bytes();
        [this.#location, this.#offset, this.#inChunks] = [undefined, 0, false];
        return this.#go();
    }
}
/** Uploads a blob; a try that fails goes on where it broke, as far as the registry can tell where that was. */
async function uploadBlob(session, path, scope, blob, patience) {
    const upload = new Upload(session, path, scope, blob);
    const response = await (0,retry/* retrying */.R)(() => upload.send(), patience);
    if (response.status !== 201)
        throw await (0,refusal/* refusalOf */.O)(response, 'upload to', session.absolute(`/v2/${path}/blobs/${blob.digest}`));
    await response.bytes();
}

;// CONCATENATED MODULE: ../oci/lib/client.js




const PUT_TRIES = 4;
const PUT_WAIT_MS = 250;
async function mount(session, path, digest, from) {
    const query = new URLSearchParams({ mount: digest, from });
    const url = `/v2/${path}/blobs/uploads/?${query}`;
    const scope = `repository:${path}:pull,push repository:${from}:pull`;
    const ask = { method: 'POST', url, scope, headers: { 'content-length': '0' } };
    // A registry that does not mount answers 202 and waits for an upload, which it forgets by itself; or it refuses.
    const response = await session.send(ask, [201, 202, 400, 403, 404, 405]);
    return (await (0,reader/* drained */.oB)(response)).status === 201;
}
/**
 * Puts a manifest, and again when the registry says that it lacks a blob: it may lose sight of one for a moment while
 * somebody else uploads the same, as docker-registry does.
 */
async function put(session, ask, { clock, signal }) {
    for (let tries = 1;; tries++) {
        try {
            return await (0,reader/* drained */.oB)(await session.send(ask, [201]));
        }
        catch (error) {
            const again = error instanceof failure/* Failure */.H && error.code === 'REGISTRY_LACKS_BLOB' && tries < PUT_TRIES;
            if (!again)
                throw error;
            await clock.sleep(PUT_WAIT_MS, signal);
        }
    }
}
/** The client for one repository; nothing is sent before it is asked. */
function registryClient({ path, ...settings }) {
    const session = (0,lib_session/* sessionOf */.M)(settings);
    const scope = `repository:${path}:pull,push`;
    return {
        ...(0,reader/* readerOf */.TC)(session, path, scope, settings),
        uploadBlob: (blob) => uploadBlob(session, path, scope, blob, settings),
        mountBlob: (digest, from) => mount(session, path, digest, from),
        putManifest: async (reference, { bytes, mediaType }) => {
            const ask = { method: 'PUT', url: `/v2/${path}/manifests/${reference}`, scope, body: () => bytes };
            const headers = { 'content-type': mediaType, 'content-length': String(bytes.length) };
            const response = await put(session, { ...ask, headers }, settings);
            return { subjectKnown: response.headers['oci-subject'] !== undefined };
        },
    };
}

;// CONCATENATED MODULE: ../../actions/publish-image/lib/registries.js


const GITHUB_REGISTRY = 'ghcr.io';
/** Gives the password that an exchange gave, asking once however many repositories there are. */
function exchangeOnce(inputs, ports, context) {
    const { tokenExchange: url, tokenAudience: audience, tokenScope: scope } = inputs;
    let asked;
    return async () => {
        if (url === undefined || audience === undefined)
            return undefined;
        asked ??= exchangeIdentity({ url, audience, ...(scope !== undefined && { scope }) }, ports, context);
        return asked;
    };
}
async function registries_login(registry, { username, dockerConfig, githubToken }, password, { files, exec, log }, { environment, actor }) {
    const given = {
        ...(username !== undefined && { username }),
        ...(password !== undefined && { password }),
        ...(dockerConfig !== undefined && { dockerConfig }),
    };
    const found = await (0,login/* findCredentials */.g)(registry, given, { files, exec, log, environment });
    if (found !== undefined || registry !== GITHUB_REGISTRY || githubToken === undefined)
        return found;
    // GitHub's registry gives a token of its own for the run's token, and looks at the token alone, not at the name.
    return { username: actor ?? 'x-access-token', password: githubToken.reveal() };
}
/** Opens repositories with the action's login, patience and time. */
function registriesOf(inputs, ports, context) {
    const { http, clock, log, cancelled: signal } = ports;
    const deadlineMs = clock.now() + inputs.timeout;
    const exchanged = exchangeOnce(inputs, ports, context);
    const settingsOf = async ({ registry, path }) => {
        const password = inputs.password?.reveal() ?? (await exchanged());
        const credentials = await registries_login(registry, inputs, password, ports, context);
        const patience = { clock, log, signal, deadlineMs, attempts: inputs.retries + 1 };
        return { registry, path, http, ...patience, insecure: inputs.insecure, ...(credentials && { credentials }) };
    };
    // One client a repository, so that its token and connections serve the whole run.
    const clients = new Map();
    return {
        reader: async (repository) => (0,reader/* registryReader */.xk)(await settingsOf(repository)),
        client: (repository) => {
            const name = (0,lib_reference/* renderReference */.Wj)(repository);
            const client = clients.get(name) ?? settingsOf(repository).then(registryClient);
            clients.set(name, client);
            return client;
        },
    };
}

// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
;// CONCATENATED MODULE: ../../actions/publish-image/lib/report.js


/** Whether a repository has everything already. */
function isUnchanged({ plan, moves, done }) {
    const settled = done === undefined
        ? moves.every(({ move, claimed }) => move.step === 'leave' || (move.step === 'keep' && claimed))
        : done.moved.every(({ wrote }) => !wrote);
    const tags = [...plan.tags, ...(plan.inputsTag === undefined ? [] : [plan.inputsTag])];
    return (settled &&
        plan.blobs.every(({ step }) => step === 'there') &&
        [...plan.manifests, ...plan.attachments].every(({ there }) => there) &&
        tags.every(({ step }) => step !== 'write'));
}
const TAG_WORDS = { keep: 'exists', write: 'will tag', conflict: 'conflict' };
const BLOB_WORDS = { there: 'exists', mount: 'will mount', upload: 'will upload' };
function moveText(move) {
    if (move.step === 'leave')
        return move.restore === undefined ? `left to ${move.newer.slice(0, 12)}` : `goes back to ${move.newer.slice(0, 12)}`;
    return { keep: 'exists', write: 'will move', refuse: 'refused' }[move.step];
}
function movedText({ result, newer = '' }) {
    return { kept: 'was there', moved: 'moved', left: `left to the newer commit ${newer.slice(0, 12)}` }[result];
}
function tagText({ step }, done) {
    return done ? { keep: 'was there', write: 'written', conflict: 'leads to another image; left' }[step] : TAG_WORDS[step];
}
/** The summary of one repository: what was there, and what was or would be written. */
function summaryOf({ plan, moves, done }) {
    const isDone = done !== undefined;
    const uploaded = new Set(done?.uploaded.map(({ blob }) => blob.digest));
    const written = (there) => (there ? 'exists' : isDone ? 'written' : 'will upload');
    const blobText = ({ blob, step }) => {
        if (!isDone || step === 'there')
            return BLOB_WORDS[step];
        return uploaded.has(blob.digest) ? 'uploaded' : 'mounted';
    };
    const before = (digest) => (digest === undefined ? 'none' : { code: digest });
    const tags = [...plan.tags, ...(plan.inputsTag === undefined ? [] : [plan.inputsTag])];
    const tagRows = tags.map((step) => [{ code: step.tag }, before(step.before), tagText(step, isDone)]);
    const movingRows = isDone
        ? done.moved.map((moved) => [{ code: moved.tag }, before(moved.before), movedText(moved)])
        : moves.map((move) => [{ code: move.tag }, before(move.before), moveText(move.move)]);
    const rows = [
        ...plan.manifests.map(({ manifest: { descriptor, manifest }, there }) => [
            manifest.kind === 'index' ? 'index' : 'image manifest',
            { code: descriptor.digest },
            String(descriptor.size),
            written(there),
        ]),
        ...plan.blobs.map((each) => ['blob', { code: each.blob.digest }, String(each.blob.size), blobText(each)]),
        ...plan.attachments.map(({ referrer: { descriptor, content }, there }) => [
            descriptor.artifactType ?? 'attachment',
            { code: descriptor.digest },
            String(content.length),
            there ? 'exists' : isDone ? 'attached' : 'will attach',
        ]),
    ];
    return [
        (0,block/* table */.tp)([`tag of ${(0,lib_reference/* renderReference */.Wj)(plan.repository)}`, 'before', plan.root.digest], [...tagRows, ...movingRows]),
        (0,block/* details */.zH)(`${plan.blobs.length} blobs, ${plan.manifests.length} manifests, ${plan.attachments.length} attachments`, [
            (0,block/* table */.tp)(['', 'digest', 'bytes', ''], rows),
        ]),
    ];
}
/** One repository's part of the report. */
function dataOf({ plan, moves, done }) {
    const inputsTag = plan.inputsTag === undefined ? {} : { inputsTag: { ...plan.inputsTag } };
    return {
        repository: (0,lib_reference/* renderReference */.Wj)(plan.repository),
        blobs: plan.blobs.map(({ blob: { digest, size }, step }) => ({ digest, size, step })),
        manifests: plan.manifests.map(({ manifest, there }) => ({ digest: manifest.descriptor.digest, there })),
        tags: plan.tags.map((step) => ({ ...step })),
        ...inputsTag,
        movingTags: moves.map(({ tag, before, move }) => ({ tag, before, step: move.step })),
        attachments: plan.attachments.map(({ referrer, there }) => ({ digest: referrer.descriptor.digest, there })),
        ...(done && { uploaded: done.uploaded.length, moved: done.moved.map((each) => ({ ...each })) }),
    };
}

;// CONCATENATED MODULE: ../../actions/publish-image/lib/run.js









function toolsOf(inputs, ports, context, connect) {
    const { githubToken: token } = inputs;
    const { apiUrl, repository } = context;
    const github = token === undefined || repository === undefined ? undefined : connect({ apiUrl, repository, token }, ports);
    const ancestry = ancestryOf({ exec: ports.exec, ...(github && { github }) });
    return { registries: registriesOf(inputs, ports, context), ancestry, ports };
}
async function reconcile(order, inputs, tools) {
    const planned = await planAll(order, inputs, tools);
    if (inputs.dryRun)
        return planned;
    (0,failure/* failWhen */.x)(planned.flatMap((each) => objectionsTo(each, inputs)));
    return performAll(order, planned, inputs, tools);
}
/** What breaks off because the run is cancelled is no defect and nobody's mistake; nothing is left behind either way. */
async function tidily({ cancelled, files }, context, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!cancelled.aborted)
            throw error;
        const message = 'The run was cancelled while it published; run it again, and what is missing is added.';
        throw new failure/* Failure */.H({ code: 'CANCELLED', message }, { cause: error });
    }
    finally {
        await files.remove(unpackedFolder(context));
    }
}
function headlineOf(image, all, objections) {
    const places = all.length === 1 ? '' : ` and ${all.length - 1} more ${all.length === 2 ? 'repository' : 'repositories'}`;
    if (all.some(({ done }) => done === undefined))
        return objections === 0
            ? `Dry run: ${image}${places} could be published.`
            : `Dry run: ${objections} things keep ${image} from being published.`;
    if (all.every(isUnchanged))
        return `${image}${places} was there already; nothing was written.`;
    const uploaded = all.flatMap(({ done }) => done?.uploaded ?? []);
    const bytes = uploaded.reduce((sum, { blob }) => sum + blob.size, 0);
    return `Published ${image}${places} (${uploaded.length} of ${all.flatMap(({ plan }) => plan.blobs).length} blobs uploaded, ${(bytes / 1e6).toFixed(1)} MB).`;
}
function run_annotationsOf(all, inputs) {
    const objections = all.flatMap((each) => objectionsTo(each, inputs));
    const skipped = inputs.onConflict === 'skip' ? all.flatMap(({ plan }) => conflictsOf(plan)) : [];
    const left = all.flatMap(({ done }) => done?.moved ?? []).filter(({ result }) => result === 'left');
    return [
        ...objections.map((problem) => ({ level: 'error', title: problem.code, message: (0,lib_problem/* renderProblem */.y)(problem) })),
        ...skipped.map((problem) => ({ level: 'warning', title: problem.code, message: `Skipped: ${(0,lib_problem/* renderProblem */.y)(problem)}` })),
        ...left.map(({ tag, newer }) => {
            return {
                level: 'notice',
                title: 'Left to a newer commit',
                message: `The tag ${tag} stays with ${newer}, which is newer than this commit.`,
            };
        }),
    ];
}
function outputsOf(order, all) {
    const { digest } = order.source.tree.root;
    const images = order.target.repositories.map((repository) => (0,lib_reference/* renderReference */.Wj)({ ...repository, digest }));
    const moved = all.flatMap(({ done }) => done?.moved ?? []);
    const lines = (texts) => [...new Set(texts)].join('\n');
    const movedBy = (result) => lines(moved.filter((each) => each.result === result).map(({ tag }) => tag));
    const tags = all.flatMap(({ plan }) => plan.tags);
    const leading = [...tags.filter(({ step }) => step !== 'conflict'), ...moved.filter(({ result }) => result !== 'left')];
    return {
        digest,
        image: images[0],
        images: images.join('\n'),
        tags: lines(leading.map(({ tag }) => tag)),
        moved: movedBy('moved'),
        left: movedBy('left'),
        conflicts: lines(tags.filter(({ step }) => step === 'conflict').map(({ tag }) => tag)),
        pushed: String(all.flatMap(({ done }) => done?.uploaded ?? []).length),
        unchanged: String(all.every(isUnchanged)),
        plan: JSON.stringify(all.map(dataOf)),
    };
}
/** Brings registries to hold exactly the bytes of an image under the wanted tags, and reads them back. */
function runWith(connect) {
    return async (inputs, ports, context) => {
        const tools = toolsOf(inputs, ports, context, connect);
        const { order, all } = await tidily(ports, context, async () => {
            const found = await gather(inputs, tools.registries, ports, context);
            return { order: found, all: await reconcile(found, inputs, tools) };
        });
        const outputs = outputsOf(order, all);
        const objections = inputs.dryRun ? all.flatMap((each) => objectionsTo(each, inputs)).length : 0;
        return {
            verdict: objections === 0 ? 'pass' : 'fail',
            headline: headlineOf(outputs.image ?? '', all, objections),
            outputs,
            summary: all.flatMap(summaryOf),
            annotations: run_annotationsOf(all, inputs),
            data: {
                digest: outputs.digest,
                image: outputs.image,
                pushed: Number(outputs.pushed),
                unchanged: outputs.unchanged === 'true',
                repositories: all.map(dataOf),
            },
        };
    };
}

;// CONCATENATED MODULE: ../../actions/publish-image/lib/index.js




/***/ }),

/***/ 37021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V_: () => (/* binding */ readAttachments),
/* harmony export */   q$: () => (/* binding */ BUNDLE_TYPE),
/* harmony export */   zG: () => (/* binding */ STATEMENT_TYPE)
/* harmony export */ });
/* unused harmony export artifactTypeOf */
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);

const MAX_BYTES = 64 * 1024 * 1024;
const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/i;
/** The type of an in-toto statement; https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
const STATEMENT_TYPE = 'application/vnd.in-toto+json';
/** How the media types of Sigstore's bundles begin; https://docs.sigstore.dev/about/bundle */
const BUNDLE_TYPE = 'application/vnd.dev.sigstore.bundle';
/** What a JSON file is by its own words; undefined when it does not say. */
function artifactTypeOf(json) {
    const word = (name) => (typeof json[name] === 'string' ? json[name] : '');
    if (word('_type').startsWith('https://in-toto.io/Statement/'))
        return STATEMENT_TYPE;
    if (word('mediaType').startsWith(BUNDLE_TYPE))
        return word('mediaType').replace(/\+json;version=(.*)$/, '.v$1+json');
    if (word('spdxVersion') !== '')
        return 'application/spdx+json';
    if (word('bomFormat') === 'CycloneDX')
        return 'application/vnd.cyclonedx+json';
    return Array.isArray(json['runs']) && word('version') !== '' ? 'application/sarif+json' : undefined;
}
function parse(content) {
    try {
        const value = JSON.parse(Buffer.from(content).toString('utf8'));
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function problem(code, file, message, remedy) {
    return { code, message: `${file} ${message}`, remedy, location: { file } };
}
async function readOne(file, given, files) {
    const size = await files.size(file);
    if (size > MAX_BYTES) {
        const limit = `has ${size} bytes; at most ${MAX_BYTES} can be attached.`;
        return problem('ATTACHMENT_TOO_LARGE', file, limit, 'Attach a shorter report.');
    }
    const content = await files.readBytes(file);
    const json = parse(content);
    const artifactType = given ?? (json === undefined ? undefined : artifactTypeOf(json));
    if (artifactType !== undefined)
        return { file, artifactType, content, ...(json && { json }) };
    const remedy = `Say what it is: write the line as TYPE=FILE, such as text/plain=${file}.`;
    return problem('ATTACHMENT_UNKNOWN', file, 'is no in-toto statement, Sigstore bundle, SPDX, CycloneDX or SARIF.', remedy);
}
/** Reads the files that the lines of `attach` name, as `FILE`, `TYPE=FILE` or with a glob pattern; tells everything that is wrong. */
async function readAttachments(lines, files) {
    const problems = [];
    const found = [];
    for (const line of lines) {
        const [, type, named] = /^([^=]*\/[^=]*)=(.*)$/.exec(line) ?? [];
        const given = type !== undefined && MEDIA_TYPE.test(type) ? type : undefined;
        const pattern = given === undefined ? line : (named ?? '');
        const paths = /[*?[{]/.test(pattern) ? await files.glob(pattern) : (await files.exists(pattern)) ? [pattern] : [];
        if (paths.length === 0)
            problems.push(problem('ATTACHMENT_MISSING', pattern, 'is not there.', 'Check "attach", and that the step which writes the file ran.'));
        for (const path of paths) {
            const read = await readOne(path, given, files);
            if ('code' in read)
                problems.push(read);
            else
                found.push(read);
        }
    }
    (0,_slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .failWhen */ .x)(problems);
    return found;
}


/***/ }),

/***/ 56744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ parseTrust),
/* harmony export */   o: () => (/* binding */ signatureProblem)
/* harmony export */ });
/* harmony import */ var _sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36124);
/* harmony import */ var _sigstore_protobuf_specs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17154);
/* harmony import */ var _sigstore_verify__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93575);
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92393);




/** Who issues the tokens that GitHub's workflows sign with. */
const ISSUER = 'https://token.actions.githubusercontent.com';
/** Reads a Sigstore trusted root; throws a Failure when it is none. */
function parseTrust(signer, file, text) {
    try {
        return { signer, material: (0,_sigstore_verify__WEBPACK_IMPORTED_MODULE_2__/* .toTrustMaterial */ .jO)(_sigstore_protobuf_specs__WEBPACK_IMPORTED_MODULE_1__.TrustedRoot.fromJSON(JSON.parse(text))) };
    }
    catch (cause) {
        const remedy = 'Give the file that "gh attestation trusted-root" or a Sigstore instance\'s TUF repository gives.';
        const problem = {
            code: 'TRUSTED_ROOT_MALFORMED',
            message: `${file} is not a Sigstore trusted root.`,
            remedy,
            location: { file },
        };
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H(problem, { cause });
    }
}
/**
 * Checks a bundle offline: the signature over the statement, the certificate's chain, its log entry, and a time at which the
 * certificate was good. Logs are insisted on as far as the trusted root has any: GitHub's own instance has none of its own.
 */
function verify(bundle, { material }) {
    const options = { tlogThreshold: Math.min(1, material.tlogs.length), ctlogThreshold: Math.min(1, material.ctlogs.length) };
    const entity = (0,_sigstore_verify__WEBPACK_IMPORTED_MODULE_2__/* .toSignedEntity */ .DC)((0,_sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__/* .bundleFromJSON */ .vw)(bundle));
    return new _sigstore_verify__WEBPACK_IMPORTED_MODULE_2__/* .Verifier */ .BL(material, { ...options, timestampThreshold: 1 }).verify(entity).identity;
}
/** What is wrong with a statement's signature; nothing when the wanted workflow signed exactly this. */
function signatureProblem({ file, bundle }, trust) {
    const problem = (code, message, remedy) => ({ code, message, remedy, location: { file } });
    if (bundle === undefined) {
        const remedy = 'Attach the Sigstore bundle instead, as actions/attest writes it.';
        return problem('EVIDENCE_UNSIGNED', `${file} is not signed; it must be signed by ${trust.signer}.`, remedy);
    }
    try {
        const identity = verify(bundle, trust);
        const [signer = 'nobody it names', issuer] = [identity?.subjectAlternativeName, identity?.extensions?.issuer];
        if (signer === trust.signer && issuer === ISSUER)
            return undefined;
        const by = issuer === ISSUER || signer !== trust.signer ? signer : `${signer}, vouched for by ${issuer}`;
        const remedy = 'Take evidence from the workflow that may give it, or correct "evidence-signer".';
        return problem('EVIDENCE_OTHER_SIGNER', `${file} is signed by ${by}; it must be signed by ${trust.signer}.`, remedy);
    }
    catch (error) {
        if (!(error instanceof Error))
            throw error;
        const why = error instanceof _sigstore_verify__WEBPACK_IMPORTED_MODULE_2__/* .VerificationError */ .mk ? error.message : `the bundle cannot be read (${error.message.split('\n')[0]})`;
        const remedy = 'Nothing in it can be believed: it was changed, cut, or signed by somebody whom the trusted root does not know.';
        return problem('EVIDENCE_TAMPERED', `The signature of ${file} does not hold: ${why}.`, remedy);
    }
}


/***/ }),

/***/ 47723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q6: () => (/* binding */ failureIn),
/* harmony export */   T4: () => (/* binding */ predicateTypeOf),
/* harmony export */   U2: () => (/* binding */ judgeStatements),
/* harmony export */   hg: () => (/* binding */ statementIn)
/* harmony export */ });
/* harmony import */ var _attachment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37021);

const isTree = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
function malformed(file, why) {
    const remedy = 'Write it anew with the tool that made it.';
    return { code: 'EVIDENCE_MALFORMED', message: `${file} is not an in-toto statement: ${why}.`, remedy, location: { file } };
}
function read(file, value, bundle) {
    if (!isTree(value))
        return malformed(file, 'it is not a JSON object');
    const { subject, predicateType, predicate = {} } = value;
    if (typeof predicateType !== 'string')
        return malformed(file, 'it has no "predicateType"');
    if (!isTree(predicate))
        return malformed(file, 'its "predicate" is not an object');
    const subjects = (Array.isArray(subject) ? subject : []).flatMap((each) => {
        const digest = isTree(each) && isTree(each['digest']) ? each['digest']['sha256'] : undefined;
        return typeof digest === 'string' ? [`sha256:${digest}`] : [];
    });
    if (subjects.length === 0)
        return malformed(file, 'it names no "subject" with a sha256 digest');
    return { file, subjects, predicateType, predicate, ...(bundle && { bundle }) };
}
function payloadOf({ file, json = {} }) {
    const { dsseEnvelope } = json;
    if (!isTree(dsseEnvelope) || typeof dsseEnvelope['payload'] !== 'string')
        return malformed(file, 'it is a Sigstore bundle that holds no signed statement ("dsseEnvelope")');
    try {
        return read(file, JSON.parse(Buffer.from(dsseEnvelope['payload'], 'base64').toString('utf8')), json);
    }
    catch {
        return malformed(file, 'what its bundle signs is not JSON');
    }
}
/** The statement in a file, or what is wrong with it; undefined when the file is something else, such as an SBOM. */
function statementIn(attached) {
    if (attached.artifactType === _attachment_js__WEBPACK_IMPORTED_MODULE_0__/* .STATEMENT_TYPE */ .zG)
        return read(attached.file, attached.json);
    return attached.artifactType.startsWith(_attachment_js__WEBPACK_IMPORTED_MODULE_0__/* .BUNDLE_TYPE */ .q$) ? payloadOf(attached) : undefined;
}
/** Short names of the predicate types that are asked for most. */
const SHORT = {
    'test-result': 'https://in-toto.io/attestation/test-result/v0.1',
    provenance: 'https://slsa.dev/provenance/v1',
    vulns: 'https://in-toto.io/attestation/vulns/v0.2',
};
/** The predicate type that a line of `require-evidence` means. */
function predicateTypeOf(line) {
    return SHORT[line] ?? line;
}
/**
 * What a predicate says went wrong; undefined when it passed, or when its type tells no result.
 *
 * Results by https://github.com/in-toto/attestation/tree/main/spec/predicates: `result` of a test result,
 * `verificationResult` of a summary; and `verdict`, as our own reports have it.
 */
function failureIn({ predicate }) {
    for (const [field, good] of Object.entries({
        result: ['PASSED', 'WARNED'],
        verificationResult: ['PASSED'],
        verdict: ['pass'],
    })) {
        const value = predicate[field];
        if (value !== undefined && !good.some((each) => each === value))
            return `its "${field}" is ${JSON.stringify(value)}`;
    }
    return undefined;
}
function judgeOne(statement, digest) {
    const { file, subjects, predicateType } = statement;
    if (!subjects.includes(digest)) {
        const about = subjects.length === 1 ? subjects[0] : `${subjects.length} other digests`;
        const message = `${file} is about ${about}, not about the image that is published, ${digest}.`;
        return { code: 'EVIDENCE_OTHER_DIGEST', message, remedy: 'Test the image that is published.', location: { file } };
    }
    const failure = failureIn(statement);
    if (failure === undefined)
        return undefined;
    const message = `${file} says that ${predicateType} did not pass: ${failure}.`;
    return {
        code: 'EVIDENCE_FAILED',
        message,
        remedy: 'What did not pass is not published; mend it and build anew.',
        location: { file },
    };
}
/** Everything that keeps an image from being published by its statements: missing, of another image, or not passed. */
function judgeStatements(statements, required, digest) {
    const wrong = statements.map((statement) => judgeOne(statement, digest)).filter((problem) => problem !== undefined);
    const missing = required
        .map(predicateTypeOf)
        .filter((type) => !statements.some(({ predicateType }) => predicateType === type))
        .map((type) => ({
        code: 'EVIDENCE_MISSING',
        message: `No file in "attach" proves ${type} of ${digest}.`,
        remedy: 'Add the file that the step wrote, or check that the step ran.',
    }));
    return [...missing, ...wrong];
}


/***/ }),

/***/ 57993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ collect)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);

/**
 * Does one part of gathering, so that what is wrong with it joins the other parts' problems.
 *
 * @returns the part's value, or undefined when its Failure went to `problems`; a defect is thrown on.
 */
async function collect(problems, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H))
            throw error;
        problems.push(...error.problems);
        return undefined;
    }
}


/***/ }),

/***/ 99798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hP: () => (/* binding */ inflateSink),
/* harmony export */   hm: () => (/* binding */ feed),
/* harmony export */   sE: () => (/* binding */ archiveSink)
/* harmony export */ });
/** Writes all there is into a stream, at its pace; what goes wrong at the source comes out of the stream. */
async function feed(source, sink) {
    try {
        for await (const piece of source) {
            if (sink.isGone())
                return;
            // A stream that is gone already never calls back.
            if (!sink.write(piece) && !sink.isGone())
                await new Promise((resolve) => sink.onRoom(resolve));
        }
        sink.end();
    }
    catch (error) {
        sink.destroy(error instanceof Error ? error : new Error(String(error)));
    }
}
/** Calls back once, whichever comes first, and leaves no listener behind. */
function onDrainOrClose(stream, resolve) {
    const settle = () => {
        stream.off('drain', settle);
        stream.off('close', settle);
        resolve();
    };
    stream.once('drain', settle);
    stream.once('close', settle);
}
/** A stream that decompresses, as a sink. */
const inflateSink = (inflate) => ({
    write: (piece) => inflate.write(piece),
    onRoom: (resolve) => onDrainOrClose(inflate, resolve),
    isGone: () => inflate.destroyed,
    end: () => void inflate.end(),
    destroy: (error) => void inflate.destroy(error),
});
/** The reader of an archive's entries, as a sink. */
const archiveSink = (entries) => ({
    write: (piece) => entries.write(piece),
    onRoom: (resolve) => onDrainOrClose(entries, resolve),
    isGone: () => entries.destroying,
    end: () => void entries.end(null),
    destroy: (error) => void entries.destroy(error),
});


/***/ }),

/***/ 3884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T4: () => (/* binding */ readLayout),
/* harmony export */   W7: () => (/* binding */ layoutFiles),
/* harmony export */   nD: () => (/* binding */ blobPath)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92393);
/* harmony import */ var _measure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87012);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76531);
/* harmony import */ var _media_type_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4477);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90958);





/** Where a layout keeps the bytes of a digest. */
function blobPath(layout, digest) {
    return `${layout}/blobs/${digest.replace(':', '/')}`;
}
const REMEDY = 'Build the image again; if the layout was downloaded, download it again.';
async function problemWith({ digest, size }, path, files) {
    const problem = (code, message) => ({ code, message, remedy: REMEDY });
    if (!(await files.exists(path)))
        return problem('LAYOUT_BLOB_MISSING', `${path} is missing.`);
    const actual = await (0,_measure_js__WEBPACK_IMPORTED_MODULE_0__/* .measure */ .x)(files.stream(path));
    if (actual.size !== size)
        return problem('LAYOUT_BLOB_SIZE', `${path} has ${actual.size} bytes; its descriptor says ${size}.`);
    return actual.digest === digest ? undefined : problem('LAYOUT_BLOB_DIGEST', `${path} holds other bytes: ${actual.digest}.`);
}
function sourceOf(layout, files) {
    const nameOf = (digest) => blobPath(layout, digest);
    const blobProblem = (blob) => problemWith(blob, nameOf(blob.digest), files);
    return {
        remedy: REMEDY,
        nameOf,
        blobProblem,
        manifest: async (descriptor) => (await blobProblem(descriptor)) ?? files.readBytes(nameOf(descriptor.digest)),
    };
}
function unreadable(path, message) {
    const remedy = 'Give the folder that build-image wrote, with its files oci-layout and index.json.';
    return new _slipway_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H({ code: 'LAYOUT_MALFORMED', message: `${path} is not an OCI image layout: ${message}.`, remedy });
}
async function checkVersion(path, files) {
    for (const name of ['oci-layout', 'index.json'])
        if (!(await files.exists(`${path}/${name}`)))
            throw unreadable(path, `it has no file ${name}`);
    const text = await files.readText(`${path}/oci-layout`);
    if (!/"imageLayoutVersion"\s*:\s*"1\./.test(text))
        throw unreadable(path, 'its oci-layout does not name version 1');
}
async function readRoot(path, bytes) {
    const index = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .N)(bytes, _media_type_js__WEBPACK_IMPORTED_MODULE_3__/* .IMAGE_INDEX */ .L$, `${path}/index.json`);
    const [root, ...more] = index.kind === 'index' ? index.manifests : [];
    if (root !== undefined && more.length === 0)
        return root;
    throw unreadable(path, `its index.json lists ${more.length + (root ? 1 : 0)} images, and one is expected`);
}
/**
 * Reads an OCI image layout and verifies each of its bytes.
 *
 * @throws Failure with everything that is wrong: LAYOUT_MALFORMED, LAYOUT_BLOB_MISSING, LAYOUT_BLOB_SIZE,
 * LAYOUT_BLOB_DIGEST, LAYOUT_MEDIA_TYPE, LAYOUT_MANIFEST_LIMIT or MANIFEST_MALFORMED.
 */
async function readLayout(path, files) {
    await checkVersion(path, files);
    const index = await files.readBytes(`${path}/index.json`);
    const root = await readRoot(path, index);
    return { path, digest: (0,_measure_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)(index), ...(await (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .readTree */ .Z)(root, sourceOf(path, files))) };
}
/** The two files that make a folder of blobs a layout of one image; index.json comes last, because it completes the layout. */
function layoutFiles(root) {
    return [
        ['oci-layout', JSON.stringify({ imageLayoutVersion: '1.0.0' })],
        ['index.json', JSON.stringify({ schemaVersion: 2, mediaType: _media_type_js__WEBPACK_IMPORTED_MODULE_3__/* .IMAGE_INDEX */ .L$, manifests: [root] })],
    ];
}


/***/ }),

/***/ 62577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ pullLayout),
/* harmony export */   Z: () => (/* binding */ readRemote)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);
/* harmony import */ var _slipway_system__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76609);
/* harmony import */ var _measure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87012);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3884);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90958);





const DOWNLOADS_AT_ONCE = 4;
const REMEDY = 'Publish the image again from the build that made it.';
function sourceOf(reader) {
    return {
        remedy: REMEDY,
        nameOf: (digest) => digest,
        manifest: async ({ digest, size }) => {
            const found = await reader.manifest(digest);
            if (found === undefined)
                return { code: 'MANIFEST_MISSING', message: `The registry has no manifest ${digest}.`, remedy: REMEDY };
            if (found.bytes.length === size)
                return found.bytes;
            const message = `The manifest ${digest} has ${found.bytes.length} bytes; its descriptor says ${size}.`;
            return { code: 'MANIFEST_SIZE', message, remedy: REMEDY };
        },
        blobProblem: async ({ digest }) => (await reader.hasBlob(digest))
            ? undefined
            : { code: 'BLOB_MISSING', message: `The registry has no blob ${digest}.`, remedy: REMEDY },
    };
}
/**
 * Reads an image of a registry with everything below it; no config or layer is fetched.
 *
 * @throws Failure IMAGE_MISSING, or everything that is wrong with it: MANIFEST_MISSING, MANIFEST_SIZE, BLOB_MISSING and
 * what `readLayout` throws about manifests.
 */
async function readRemote(reader, digest) {
    const found = await reader.manifest(digest);
    if (found === undefined) {
        const remedy = 'Check repository and digest; a registry may delete what no tag leads to.';
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ code: 'IMAGE_MISSING', message: `The registry has no image ${digest}.`, remedy });
    }
    const root = { mediaType: found.mediaType, digest, size: found.bytes.length };
    return (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .readTree */ .Z)(root, sourceOf(reader));
}
/**
 * Writes an image of a registry to a folder, as an OCI layout of exactly its bytes, each of which is checked as it comes.
 *
 * What the folder held before is removed. Until the last byte is there, the folder is no layout.
 *
 * @throws Failure as `readRemote` does, and BLOB_SIZE or BLOB_DIGEST when the registry gives other bytes.
 */
async function pullLayout(reader, digest, path, files) {
    const tree = await readRemote(reader, digest);
    await files.remove(path);
    for (const { descriptor, bytes } of tree.manifests)
        await files.write((0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .blobPath */ .nD)(path, descriptor.digest), bytes);
    await (0,_slipway_system__WEBPACK_IMPORTED_MODULE_3__/* .concurrently */ .r)(DOWNLOADS_AT_ONCE, tree.blobs, (blob) => files.write((0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .blobPath */ .nD)(path, blob.digest), reader.blob(blob)));
    for (const [name, content] of (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .layoutFiles */ .W7)(tree.root))
        await files.write(`${path}/${name}`, content);
    return { path, digest: (0,_measure_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .o)(await files.readBytes(`${path}/index.json`)), ...tree };
}


/***/ }),

/***/ 90958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ readTree)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92393);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76531);
/* harmony import */ var _media_type_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4477);



/** The most a registry takes as a manifest; a larger one is no manifest. */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
const MAX_DEPTH = 8;
class Walk {
    manifests = new Map();
    blobs = new Map();
    problems = [];
    #source;
    constructor(source) {
        this.#source = source;
    }
    #report(code, message) {
        this.problems.push({ code, message, remedy: this.#source.remedy });
    }
    async #blob(descriptor) {
        if (this.blobs.has(descriptor.digest))
            return;
        this.blobs.set(descriptor.digest, descriptor);
        const problem = await this.#source.blobProblem(descriptor);
        if (problem !== undefined)
            this.problems.push(problem);
    }
    #parse(bytes, { digest, mediaType }) {
        try {
            return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseManifest */ .N)(bytes, mediaType, this.#source.nameOf(digest));
        }
        catch (error) {
            if (!(error instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H))
                throw error;
            this.problems.push(...error.problems);
            return undefined;
        }
    }
    async manifest(descriptor, depth = 1) {
        const { digest, mediaType, size } = descriptor;
        if (this.manifests.has(digest))
            return;
        if ((0,_media_type_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestKind */ .QS)(mediaType) === undefined)
            return this.#report('LAYOUT_MEDIA_TYPE', `${digest} is listed as a manifest, but its media type is ${mediaType}.`);
        if (size > MAX_MANIFEST_BYTES || depth > MAX_DEPTH)
            return this.#report('LAYOUT_MANIFEST_LIMIT', `The manifest ${digest} is larger or nested deeper than any registry accepts.`);
        const bytes = await this.#source.manifest(descriptor);
        if (!(bytes instanceof Uint8Array))
            return void this.problems.push(bytes);
        const manifest = this.#parse(bytes, descriptor);
        if (manifest === undefined)
            return;
        const children = manifest.kind === 'index' ? manifest.manifests : [];
        for (const child of children)
            await this.manifest(child, depth + 1);
        if (manifest.kind === 'image')
            for (const blob of [manifest.config, ...manifest.layers])
                await this.#blob(blob);
        this.manifests.set(digest, { descriptor, bytes, manifest });
    }
}
/** Reads everything below a descriptor; throws one Failure with everything that is wrong. */
async function readTree(root, source) {
    const walk = new Walk(source);
    await walk.manifest(root);
    if (walk.problems.length > 0)
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H(walk.problems);
    const [manifests, blobs] = [[...walk.manifests.values()], [...walk.blobs.values()]];
    const size = [...manifests.map(({ descriptor }) => descriptor), ...blobs].reduce((sum, each) => sum + each.size, 0);
    return { root, manifests, blobs, size };
}


/***/ }),

/***/ 76609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ concurrently)
/* harmony export */ });
/** Works on the items, at most `limit` at a time; results stand in the order of the items. */
async function concurrently(limit, items, work) {
    const results = [];
    const queue = [...items.entries()];
    const worker = async () => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift())
            results[next[0]] = await work(next[1]);
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return results;
}


/***/ })

};
