export const id = 387;
export const ids = [387];
export const modules = {

/***/ 35387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runWith: () => (/* reexport */ runWith)
});

// UNUSED EXPORTS: action

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../write-back/lib/open.js + 1 modules
var lib_open = __webpack_require__(43514);
// EXTERNAL MODULE: ../write-back/lib/write.js + 2 modules
var lib_write = __webpack_require__(43346);
// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
;// CONCATENATED MODULE: ../write-back/lib/hold.js

/** The folder of the holds in a configuration repository. */
const HOLDS = '.slipway/holds';
/** Where the holds of a service on a file are kept: a file of their own, so that no two services write to the same one. */
function holdsPath(service, file) {
    return `${HOLDS}/${file}/${encodeURIComponent(service)}.json`;
}
function malformed(path, what) {
    const message = `The file of holds ${what}.`;
    const remedy = 'Put back what was there; holds are written by mode: rollback and taken away by mode: lift.';
    // A hold that cannot be read might be on the very digest: nothing is written past it.
    return new failure/* Failure */.H({ code: 'HOLDS_MALFORMED', message, remedy, location: { file: path } });
}
function holdOf(value, path) {
    const { digest, reason, run, actor } = (typeof value === 'object' && value !== null ? value : {});
    const [, id, attempt] = /^(\d+)\.(\d+)$/.exec(String(run)) ?? [];
    if (typeof digest !== 'string' || typeof reason !== 'string' || id === undefined)
        throw malformed(path, 'has an entry without "digest", "reason" and "run"');
    const held = { digest, reason, run: { id: Number(id), attempt: Number(attempt) } };
    return typeof actor === 'string' ? { ...held, actor } : held;
}
/** Reads a file of holds. Throws a Failure HOLDS_MALFORMED when it is not one. */
function parseHolds(text, path) {
    if (text === undefined || text.trim() === '')
        return [];
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        throw malformed(path, 'is no JSON');
    }
    if (!Array.isArray(parsed))
        throw malformed(path, 'is no list');
    return parsed.map((each) => holdOf(each, path));
}
/** Writes a file of holds. */
function renderHolds(holds) {
    const entries = holds.map(({ run, ...rest }) => ({ ...rest, run: `${run.id}.${run.attempt}` }));
    return `${JSON.stringify(entries, null, 2)}\n`;
}

;// CONCATENATED MODULE: ../../actions/update-gitops/lib/check.js


/** The lines of a text that have a digest, from 1. */
function linesWith(text, digest) {
    return text.split('\n').flatMap((line, at) => (line.includes(digest) ? [at + 1] : []));
}
async function lookAt(path, { files }) {
    const holds = parseHolds(await files.readText(path), path);
    const [, file = '', name = ''] = /^(.*)\/([^/]+)\.json$/.exec(path.slice(HOLDS.length + 1)) ?? [];
    if (holds.length === 0 || !(await files.exists(file)))
        return [];
    const text = await files.readText(file);
    return holds.flatMap((hold) => linesWith(text, hold.digest).map((line) => ({ file, line, service: decodeURIComponent(name), hold })));
}
const wordsOf = ({ service, hold }) => `${service} may not run ${hold.digest}: it is held since run ${hold.run.id}, because ${hold.reason}.`;
/** Whether any file of a checkout has an image that is held: for writers that know nothing of holds. */
async function check(ports) {
    const paths = await ports.files.glob(`${HOLDS}/**/*.json`);
    const found = (await Promise.all(paths.map((path) => lookAt(path, ports)))).flat();
    const remedy = 'Write another image, or lift the hold with update-gitops, mode: lift, and a reason.';
    const annotations = found.map((each) => {
        const { file, line } = each;
        return { level: 'error', title: 'DIGEST_HELD', message: `${wordsOf(each)}\n${remedy}`, file, line };
    });
    const headline = found.length === 0 ? 'No file has an image that is held.' : `${found.length} images are held and may not be written.`;
    const outcome = found.length === 0 ? 'clean' : 'held';
    return {
        verdict: found.length === 0 ? 'pass' : 'fail',
        headline,
        outputs: {
            outcome,
            changed: 'false',
            commit: undefined,
            attempts: undefined,
            digest: undefined,
            image: undefined,
            pullRequest: undefined,
        },
        annotations,
        summary: [...(found.length === 0 ? [] : [(0,block/* list */.p_)(found.map((each) => [`${each.file}: ${wordsOf(each)}`]))])],
        data: { outcome, held: found.map(({ file, line, service, hold }) => ({ file, line, service, digest: hold.digest })) },
    };
}

;// CONCATENATED MODULE: ../../actions/update-gitops/lib/pull-request.js

function pull_request_failure(outcome) {
    const fallback = {
        code: 'PULL_REQUEST_FORBIDDEN',
        message: `The change lies on its branch, and the token may open no pull request: ${outcome.kind === 'not-permitted' ? outcome.reason : ''}`,
        remedy: 'Give it the permission "pull requests: write" in the configuration repository.',
    };
    return new failure/* Failure */.H(outcome.kind === 'failed' ? outcome.problem : fallback);
}
/** What a reviewer reads. Texts of others stand in code, where they do nothing. */
function pull_request_wordsOf(inputs, { image }, changes, runUrl) {
    const { service, file, environment, mode } = inputs;
    const place = environment === undefined ? '' : ` in ${environment}`;
    const verb = mode === 'rollback' ? 'go back' : mode === 'lift' ? 'lift the hold' : (image.tag ?? image.digest.slice(0, 19));
    const rows = changes.map(({ what, from, to, line }) => `-${what}: ${from}\n+${what}: ${to}  (line ${line})`);
    const fence = '````';
    const body = [
        `\`${file.replaceAll('`', '')}\` of \`${service.replaceAll('`', '')}\`:`,
        `${fence}diff\n${rows.join('\n')}\n${fence}`,
        ...(runUrl === undefined
            ? []
            : [`Brought by ${runUrl}. A newer run of the service writes to this pull request, and an older one does not.`]),
    ].join('\n\n');
    return { title: `${service}: ${verb}${place}`, body };
}
/** Opens the service's pull request, or brings the open one up to date. Rejects with what GitHub said. */
async function bringPullRequest(inputs, request, changes, connect, ports, { apiUrl, runUrl }) {
    const { token } = inputs;
    const { hosted: repository, pullBranch: head, write } = request;
    if (token === undefined || repository === undefined) {
        const message = 'A pull request needs "token", and a repository on the GitHub of this run.';
        throw new failure/* Failure */.H({ code: 'PULL_REQUEST_FORBIDDEN', message, remedy: 'Give both, or deliver by commits.' });
    }
    const github = connect({ apiUrl, repository, token }, ports);
    const found = await github.findPullRequest(head, write.branch);
    if (found.kind === 'unread') {
        const message = `The change lies on the branch ${head}, and GitHub cannot be asked for its pull request: ${found.reason}`;
        throw new failure/* Failure */.H({ code: 'PULL_REQUEST_UNREAD', message, remedy: 'Run the job again.' });
    }
    const words = pull_request_wordsOf(inputs, request, changes, runUrl);
    if (found.value === undefined) {
        const made = await github.createPullRequest({ ...words, head, base: write.branch });
        if (made.kind !== 'made')
            throw pull_request_failure(made);
        return { url: made.url, number: made.number };
    }
    const updated = await github.updatePullRequest(found.value.number, words);
    if (updated.kind !== 'written')
        throw pull_request_failure(updated);
    return found.value;
}

;// CONCATENATED MODULE: ../../actions/update-gitops/lib/report.js

function writtenWords({ service, file, mode }, { commit, attempts }) {
    const tries = attempts === 1 ? 'the first attempt' : `attempt ${attempts}`;
    const id = commit.slice(0, 12);
    if (mode === 'lift')
        return `The hold on the image of ${service} was lifted as ${id}.`;
    return mode === 'rollback'
        ? `${service} went back in ${file} as ${id}, at ${tries}, and the bad image is held.`
        : `${service} was written to ${file} as ${id}, at ${tries}.`;
}
const UNCHANGED = {
    write: 'has this image already',
    rollback: 'has another image, and this one is held already',
    lift: 'has no hold on this image',
};
function headlineOf(inputs, written) {
    const { service, file, mode } = inputs;
    switch (written.kind) {
        case 'written':
            return writtenWords(inputs, written);
        case 'planned':
            return `${service} would change ${written.changes.length} values of ${file}; nothing was written.`;
        case 'unchanged':
            return `${file}: ${service} ${UNCHANGED[mode]}; nothing was written.`;
        case 'held': {
            const { hold } = written;
            return `${service} may not run this image: it is held since run ${hold.run.id}, because ${hold.reason}. Nothing was written.`;
        }
        case 'superseded': {
            const { run, commit } = written.by;
            return `Superseded: the newer run ${run.id} (attempt ${run.attempt}) wrote ${service} as ${commit.slice(0, 12)}; nothing was written.`;
        }
    }
}
/** The changes as a person reads them in a review. */
function diffOf(changes) {
    return changes
        .toSorted((a, b) => a.line - b.line)
        .map(({ what, from, to, line }) => `@@ line ${line} @@\n-${what}: ${from}\n+${what}: ${to}`)
        .join('\n');
}
function summaryOf(inputs, { image }, written) {
    const rows = [
        ['repository', `${inputs.repository}, branch ${inputs.branch}`],
        ['file', [{ code: inputs.file }]],
        [inputs.mode === 'write' ? 'digest' : 'bad digest', [{ code: image.digest }]],
        ['attempts', String(written.attempts)],
    ];
    const changes = 'changes' in written ? written.changes : [];
    const diff = changes.length === 0 ? [] : [(0,block/* code */.aY)(diffOf(changes), 'diff')];
    return [(0,block/* table */.tp)(['', ''], rows), ...diff];
}
/** The digest that the file has after the write, as far as it is known. */
function digestAfter({ mode }, { image }, written) {
    if (mode === 'write')
        return written.kind === 'written' || written.kind === 'unchanged' ? image.digest : undefined;
    if (mode === 'lift' || written.kind !== 'written')
        return undefined;
    return written.changes.map(({ to }) => /sha256:[0-9a-f]{64}/.exec(to)?.[0]).find((digest) => digest !== undefined);
}
function annotationsOf(inputs, written) {
    if (written.kind !== 'held')
        return [];
    const remedy = `Bring an image without the fault, or lift the hold: update-gitops with mode: lift and a reason.`;
    return [{ level: 'error', title: 'DIGEST_HELD', message: `${headlineOf(inputs, written)}\n${remedy}` }];
}
/** Tells how the write ended. A newer run's write is a good end: its image is the one that is to run. */
function report(inputs, request, written, pull) {
    const commit = written.kind === 'written' || written.kind === 'unchanged' ? written.commit : undefined;
    const { kind, attempts } = written;
    const digest = digestAfter(inputs, request, written);
    return {
        verdict: kind === 'held' ? 'fail' : 'pass',
        headline: pull === undefined ? headlineOf(inputs, written) : `${headlineOf(inputs, written)} It waits in ${pull.url}.`,
        outputs: {
            outcome: kind,
            changed: String(kind === 'written'),
            commit,
            attempts: String(attempts),
            pullRequest: pull?.url,
            digest,
            image: digest && `${request.image.repository}@${digest}`,
        },
        annotations: annotationsOf(inputs, written),
        summary: summaryOf(inputs, request, written),
        data: {
            outcome: kind,
            mode: inputs.mode,
            attempts,
            service: inputs.service,
            file: inputs.file,
            digest: request.image.digest,
            commit: commit ?? null,
            ...(kind === 'superseded' && { by: { ...written.by, run: { ...written.by.run } } }),
            ...(kind === 'held' && { hold: { ...written.hold, run: { ...written.hold.run } } }),
            ...('changes' in written && { changes: written.changes.map((change) => ({ ...change })) }),
        },
    };
}

;// CONCATENATED MODULE: ../config-edit/lib/image.js
/** A part of an image's name that a file may hold by itself. */
const PARTS = ['image', 'repository', 'tag', 'digest', 'tag@digest'];
/** The part as text; undefined when it needs a tag and the image has none. */
function renderPart({ repository, tag, digest }, part) {
    if (part === 'repository')
        return repository;
    if (part === 'digest')
        return digest;
    if (part === 'image')
        return `${repository}${tag === undefined ? '' : `:${tag}`}@${digest}`;
    if (tag === undefined)
        return undefined;
    return part === 'tag' ? tag : `${tag}@${digest}`;
}
/** An image's name without its tag and digest; a port of the registry stays. */
function repositoryOf(name) {
    return name.replace(/@.*$/s, '').replace(/:[^/:]*$/, '');
}

;// CONCATENATED MODULE: ../config-edit/lib/path.js

const STEP = /^(?:\.?([^.[\]"]+)|\[(\d+)\]|\.?\["([^"]+)"\]|\[([^=\]"]+)=([^\]]*)\])/;
function stepOf([, name, index, quoted, key = '', value = '']) {
    if (name !== undefined || quoted !== undefined)
        return { kind: 'key', name: name ?? quoted ?? '' };
    return index === undefined ? { kind: 'entry', key, value } : { kind: 'index', index: Number(index) };
}
/**
 * Parses a path such as `spec.template.spec.containers[name=app].image`, `args[0]` or `metadata.annotations["a.b/c"]`.
 *
 * `[kind=Deployment]` at the start chooses among the documents of a file.
 *
 * @throws Failure PATH_MALFORMED
 */
function parsePath(text) {
    const steps = [];
    let rest = text;
    while (rest !== '') {
        const match = STEP.exec(rest);
        if (match === null || (steps.length === 0 && rest.startsWith('.')))
            break;
        steps.push(stepOf(match));
        rest = rest.slice(match[0].length);
    }
    if (rest === '' && steps.length > 0)
        return steps;
    throw new failure/* Failure */.H({
        code: 'PATH_MALFORMED',
        message: `The path ${JSON.stringify(text)} cannot be read from ${JSON.stringify(rest)} on.`,
        remedy: 'Write keys with dots between them, [0] for a position, [name=app] for an entry and ["a.b"] for a key with a dot.',
    });
}
/** The steps as text. */
function renderPath(steps) {
    const texts = steps.map((step) => {
        if (step.kind === 'index')
            return `[${step.index}]`;
        if (step.kind === 'entry')
            return `[${step.key}=${step.value}]`;
        return /[.[\]"]/.test(step.name) ? `["${step.name}"]` : `.${step.name}`;
    });
    return texts.join('').replace(/^\./, '');
}

;// CONCATENATED MODULE: ../config-edit/lib/problems.js

/** Does all the works, and throws one Failure with the problems of all of them. */
function collectProblems(works) {
    const problems = [];
    const results = works.flatMap((work) => {
        try {
            return [work()];
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.H))
                throw error;
            problems.push(...error.problems);
            return [];
        }
    });
    if (problems.length > 0)
        throw new failure/* Failure */.H(problems);
    return results;
}

// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __webpack_require__(33483);
;// CONCATENATED MODULE: ../config-edit/lib/place.js

/** The text of a scalar; undefined for anything else. */
function textOf(node) {
    return (0,dist/* isScalar */.jn)(node) && node.value !== null ? String(node.value) : undefined;
}
/** The value under a key of a map; undefined when there is none, or no map. */
function valueAt(node, key) {
    if (!(0,dist/* isMap */.jh)(node))
        return undefined;
    const value = node.items.find((pair) => textOf(pair.key) === key)?.value;
    return (0,dist/* isNode */.Ll)(value) ? value : undefined;
}
function entriesOf(node, { key, value }) {
    const candidates = (0,dist/* isSeq */.oP)(node) ? node.items : [node];
    return candidates.filter(dist/* isNode */.Ll).filter((each) => textOf(valueAt(each, key)) === value);
}
function children(node, step) {
    if (step.kind === 'entry')
        return entriesOf(node, step);
    const child = step.kind === 'key' ? valueAt(node, step.name) : (0,dist/* isSeq */.oP)(node) ? node.items[step.index] : undefined;
    return (0,dist/* isNode */.Ll)(child) ? [child] : [];
}
/** The place of a child. */
function inside(place, node) {
    return node === place.node ? place : { ...place, node, within: [...place.within, node] };
}
/** The documents of a file as places. */
function rootsOf({ documents }) {
    return documents.flatMap((document) => {
        const node = document.contents;
        return node === null ? [] : [{ node, document, within: [node] }];
    });
}
/** Follows a path in every document. */
function search(roots, steps) {
    let places = roots;
    for (const step of steps) {
        const next = places.flatMap((place) => children(place.node, step).map((node) => inside(place, node)));
        if (next.length === 0)
            return { places: [], stopped: { at: places, step } };
        places = next;
    }
    return { places };
}
/** An alias of the document that stands for the value or for something that it lies in; undefined when there is none. */
function aliasOf({ document, within }) {
    const anchors = new Set(within.flatMap((node) => ((0,dist/* isAlias */.Vj)(node) ? [] : (node.anchor ?? []))));
    let found;
    if (anchors.size > 0)
        (0,dist/* visit */.YR)(document, {
            Alias: (_, alias) => {
                if (!anchors.has(alias.source))
                    return undefined;
                found = alias;
                return dist/* visit */.YR.BREAK;
            },
        });
    return found;
}

;// CONCATENATED MODULE: ../config-edit/lib/target.js





/** What is there instead of what was looked for. */
function contentOf(node) {
    if ((0,dist/* isAlias */.Vj)(node))
        return `the alias *${node.source}`;
    if ((0,dist/* isMap */.jh)(node))
        return `the keys ${node.items.map(({ key }) => textOf(key) ?? '?').join(', ') || '(none)'}`;
    if (!(0,dist/* isSeq */.oP)(node))
        return `the text ${JSON.stringify(textOf(node) ?? '')}`;
    const names = node.items.map((item) => textOf(valueAt(item, 'name')) ?? textOf(item));
    return `a list of ${node.items.length}${names.some(Boolean) ? ` (${names.map((name) => name ?? '?').join(', ')})` : ''}`;
}
/** The place's line. */
function locationOf(at, { node }) {
    return at.locate(node.range?.[0] ?? 0);
}
/** The only one of the places. Throws when there are more: writing to one of them would be a guess. */
function onlyOne(at, places, what) {
    if (places.length < 2)
        return places[0];
    const lines = places.map((place) => locationOf(at, place).line).join(', ');
    throw new failure/* Failure */.H({
        code: 'ADDRESS_AMBIGUOUS',
        message: `${what} stands ${places.length} times, on the lines ${lines}.`,
        remedy: 'Name one of them by a path, such as [kind=Deployment].spec.template.spec.containers[name=app].image.',
        location: locationOf(at, places[1] ?? places[0]),
    });
}
/** Says that there is nothing at an address, and what is there instead. */
function nothingAt(at, what, there) {
    const found = there === undefined ? 'The file is empty.' : `There is ${contentOf(there.node)}.`;
    return {
        code: 'ADDRESS_NOT_FOUND',
        message: `${what} is not in this file. ${found}`,
        remedy: 'Correct the address, or write the value once by hand; only values that are there are replaced.',
        location: there === undefined ? { file: at.file } : locationOf(at, there),
    };
}
/** The one place that a path leads to. */
function placeAt(at, roots, steps) {
    const what = `The path ${renderPath(steps)}`;
    const { places, stopped } = search(roots, steps);
    const place = onlyOne(at, places, what);
    if (place === undefined)
        throw new failure/* Failure */.H(nothingAt(at, what, stopped?.at[0]));
    return place;
}
/** What to write into one field of a map, when the map has it. */
function fieldWrite(map, key, value) {
    const node = valueAt(map.node, key);
    return node === undefined || value === undefined ? [] : [{ place: inside(map, node), value, what: key }];
}
/** The writes of a list of paths. */
function pathWrites(at, roots, image, path, part) {
    const place = placeAt(at, roots, parsePath(path));
    const value = renderPart(image, part);
    if (value !== undefined)
        return [{ place, value, what: path }];
    const message = `The path ${path} is to hold a tag, and the image has none.`;
    throw new failure/* Failure */.H({ code: 'TAG_MISSING', message, remedy: 'Give the image with its tag.', location: locationOf(at, place) });
}

;// CONCATENATED MODULE: ../config-edit/lib/layouts.js






function digestMissing(at, map, line) {
    return {
        code: 'DIGEST_MISSING',
        message: 'This entry says no digest, so that the tag alone would decide what runs.',
        remedy: `Add the line "${line}" to it once.`,
        location: locationOf(at, map),
    };
}
/** A tag that is written beside a new digest must be the new one: an old one would be a lie. */
function tagNeeded(at, map, key, image) {
    if (image.tag !== undefined || valueAt(map.node, key) === undefined)
        return [];
    const message = `This entry has "${key}", and the image that is to be written has no tag.`;
    return [{ code: 'TAG_MISSING', message, remedy: 'Give the image with its tag.', location: locationOf(at, map) }];
}
function fail(problems) {
    if (problems.length > 0)
        throw new failure/* Failure */.H(problems);
}
/** The entry of `images` whose `name` or `newName` is the name. */
function kustomizeWrites(at, roots, image, name) {
    const images = placeAt(at, roots, parsePath('images'));
    const entries = (0,dist/* isSeq */.oP)(images.node) ? images.node.items.filter(dist/* isNode */.Ll) : [];
    const named = entries.filter((each) => ['name', 'newName'].some((key) => textOf(valueAt(each, key)) === name));
    const what = `An entry of images with the name ${name}`;
    const entry = onlyOne(at, named.map((node) => inside(images, node)), what);
    if (entry === undefined)
        throw new failure/* Failure */.H(nothingAt(at, what, images));
    const elsewhere = valueAt(entry.node, 'newName') === undefined && textOf(valueAt(entry.node, 'name')) !== image.repository;
    fail([
        ...tagNeeded(at, entry, 'newTag', image),
        ...(valueAt(entry.node, 'digest') === undefined ? [digestMissing(at, entry, 'digest: sha256:0')] : []),
        ...(elsewhere
            ? [
                {
                    code: 'REPOSITORY_FIXED',
                    message: `This entry has no "newName", so its image stays in ${name} and would not be found in ${image.repository}.`,
                    remedy: `Add the line "newName: ${image.repository}" to it once.`,
                    location: locationOf(at, entry),
                },
            ]
            : []),
    ]);
    return [
        ...fieldWrite(entry, 'newName', image.repository),
        ...fieldWrite(entry, 'newTag', image.tag),
        ...fieldWrite(entry, 'digest', image.digest),
    ];
}
/** A map with `repository`, maybe `registry`, `tag` and `digest`; without `digest` a tag of the form `tag@digest`. */
function helmWrites(at, roots, image, path) {
    const map = placeAt(at, roots, parsePath(path));
    const [tag, digest] = [valueAt(map.node, 'tag'), valueAt(map.node, 'digest')];
    const joined = digest === undefined && textOf(tag)?.includes('@') === true;
    fail([
        ...tagNeeded(at, map, 'tag', image),
        ...(digest === undefined && !joined ? [digestMissing(at, map, "digest: 'sha256:0'")] : []),
    ]);
    const slash = image.repository.indexOf('/');
    const apart = valueAt(map.node, 'registry') !== undefined;
    return [
        ...(apart ? fieldWrite(map, 'registry', image.repository.slice(0, slash)) : []),
        ...fieldWrite(map, 'repository', apart ? image.repository.slice(slash + 1) : image.repository),
        ...fieldWrite(map, 'tag', renderPart(image, joined ? 'tag@digest' : 'tag')),
        ...fieldWrite(map, 'digest', image.digest),
    ];
}
/** Every container below a place, however deep: jobs of schedules and lists of objects hold them at other depths. */
function containersIn(place) {
    const { node } = place;
    const items = (0,dist/* isMap */.jh)(node) ? node.items.map(({ value }) => value) : (0,dist/* isSeq */.oP)(node) ? node.items : [];
    const below = items.filter(dist/* isNode */.Ll).flatMap((item) => containersIn(inside(place, item)));
    const own = ['containers', 'initContainers'].flatMap((key) => search([place], [{ kind: 'key', name: key }]).places);
    const listed = own.flatMap((list) => (0,dist/* isSeq */.oP)(list.node) ? list.node.items.filter(dist/* isNode */.Ll).map((item) => inside(list, item)) : []);
    return [...listed, ...below];
}
/** The containers of manifests whose image has the name. */
function manifestWrites(at, roots, image, name) {
    const images = roots.flatMap(containersIn).flatMap((container) => {
        const node = valueAt(container.node, 'image');
        return node === undefined ? [] : [inside(container, node)];
    });
    const named = images.filter(({ node }) => {
        const repository = repositoryOf(textOf(node) ?? '');
        return repository === name || repository.endsWith(`/${name}`);
    });
    const what = `A container whose image is called ${name}`;
    const place = onlyOne(at, named, what);
    if (place === undefined)
        throw new failure/* Failure */.H(nothingAt(at, what, images[0] ?? roots[0]));
    return [{ place, value: renderPart(image, 'image') ?? '', what: 'image' }];
}

;// CONCATENATED MODULE: ../config-edit/lib/splice.js



/** Kinds of value as problems name them. */
function kindOf({ node }) {
    if ((0,dist/* isAlias */.Vj)(node))
        return `the alias *${node.source}`;
    return (0,dist/* isScalar */.jn)(node) ? 'empty' : 'a map or a list';
}
/**
 * Whether every reader takes the bare text for a string.
 *
 * YAML 1.1, which some tools of Kubernetes read, has numbers and words that 1.2 has not, and the other way round: a commit
 * such as 1234e56 is a number in one of them.
 */
function isPlainText(value) {
    if (!/^\w(?:[\w./:@+-]*[\w])?$/.test(value))
        return false;
    const versions = ['1.1', '1.2'];
    return versions.every((version) => (0,dist/* parseDocument */.Tp)(value, { version }).toJS() === value) && !/^[\d_.:+-]+$/.test(value);
}
function render(value, type) {
    if (type === 'single-quoted-scalar')
        return `'${value.replaceAll("'", "''")}'`;
    return type === 'scalar' && isPlainText(value) ? value : JSON.stringify(value);
}
function refuse(code, message, remedy, at, offset) {
    throw new failure/* Failure */.H({ code, message, remedy, location: at.locate(offset) });
}
/** The source of a scalar that may be replaced. */
function sourceOf(at, place, what) {
    const offset = place.node.range?.[0] ?? 0;
    const token = (0,dist/* isScalar */.jn)(place.node) ? place.node.srcToken : undefined;
    const type = token?.type ?? '';
    if (type === 'block-scalar')
        refuse('VALUE_BLOCK', `The ${what} is a block of text (| or >).`, 'Write it on one line, behind its key.', at, offset);
    if (token === undefined || !('source' in token) || token.source === '' || textOf(place.node) === undefined)
        refuse('VALUE_UNFIT', `The ${what} is ${kindOf(place)}.`, 'Write a text there; it is replaced from then on.', at, offset);
    const alias = aliasOf(place);
    if (alias !== undefined) {
        const line = at.locate(alias.range?.[0] ?? 0).line;
        const message = `The ${what} has an anchor that is used on line ${line} as well, where it would change too.`;
        refuse('VALUE_SHARED', message, 'Write the value out in both places.', at, offset);
    }
    return { type, start: token.offset, source: token.source };
}
/**
 * What is to be replaced so that the scalar has the value, in the way of quoting that is there.
 *
 * @param what names the value in problems, such as `digest`
 * @returns undefined when it has the value.
 * @throws Failure VALUE_BLOCK, VALUE_UNFIT, VALUE_SHARED: what cannot be replaced without changing anything else.
 */
function spliceFor(at, place, value, what) {
    const { type, start, source } = sourceOf(at, place, what);
    if ((0,dist/* isScalar */.jn)(place.node) && place.node.value === value)
        return undefined;
    return { start, end: start + source.length, text: render(value, type) };
}
/** The text with the splices made; they must not overlap. */
function applySplices(text, splices) {
    return splices
        .toSorted((a, b) => b.start - a.start)
        .reduce((result, { start, end, text: put }) => result.slice(0, start) + put + result.slice(end), text);
}

;// CONCATENATED MODULE: ../config-edit/lib/yaml-file.js


/** More is no configuration, and the reader is slow. */
const SIZE_MAX = 5_000_000;
function lines(file, counter) {
    return (offset) => {
        const { line, col } = counter.linePos(offset);
        return line === 0 ? { file, line: 1 } : { file, line, column: col };
    };
}
function read(file, text, lineCounter) {
    try {
        const documents = (0,dist/* parseAllDocuments */.hR)(text, { keepSourceTokens: true, prettyErrors: false, lineCounter });
        return Array.isArray(documents) ? documents : [];
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
        throw new failure/* Failure */.H({ code: 'SOURCE_TOO_DEEP', message: 'This file is nested too deeply to be read.', location: { file } });
    }
}
/**
 * Reads a file of one or more YAML documents.
 *
 * @throws Failure YAML_SYNTAX with every error of syntax and every key that stands twice, SOURCE_TOO_LARGE, SOURCE_TOO_DEEP.
 */
function openYaml(file, text) {
    if (text.length > SIZE_MAX) {
        const message = `This file has ${text.length} characters; at most ${SIZE_MAX} are read.`;
        throw new failure/* Failure */.H({ code: 'SOURCE_TOO_LARGE', message, remedy: 'Split it.', location: { file } });
    }
    const counter = new dist/* LineCounter */.HN();
    const documents = read(file, text, counter);
    const locate = lines(file, counter);
    const problems = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
    if (problems.length > 0)
        throw new failure/* Failure */.H(problems.map(({ message, pos }) => ({
            code: 'YAML_SYNTAX',
            message: `This is not valid YAML: ${message.split('\n')[0]}.`,
            remedy: 'Correct it; nothing was written.',
            location: locate(pos[0]),
        })));
    return { file, text, documents, locate };
}

;// CONCATENATED MODULE: ../config-edit/lib/edit.js







function writesOf(at, target, image) {
    const roots = rootsOf(at);
    if (target.kind === 'kustomize')
        return kustomizeWrites(at, roots, image, target.name);
    if (target.kind === 'helm')
        return helmWrites(at, roots, image, target.path);
    if (target.kind === 'manifest')
        return manifestWrites(at, roots, image, target.name);
    return collectProblems(target.paths.map(({ path, part }) => () => pathWrites(at, roots, image, path, part))).flat();
}
function changeOf(at, { place, what }, splice, value) {
    const from = textOf(place.node) ?? at.text.slice(splice.start, splice.end);
    return { what, from, to: value, line: locationOf(at, place).line ?? 1 };
}
function edited(at, writes) {
    const splices = collectProblems(writes.map(({ place, value, what }) => () => spliceFor(at, place, value, what)));
    const changed = writes.flatMap((write, index) => {
        const splice = splices[index];
        return splice === undefined ? [] : [{ write, splice }];
    });
    return {
        text: applySplices(at.text, changed.map(({ splice }) => splice)),
        changes: changed.map(({ write, splice }) => changeOf(at, write, splice, write.value)),
    };
}
/**
 * Writes an image into a YAML file by replacing the source text of the addressed scalars, and nothing else: comments,
 * quotes, line ends and all other bytes stay.
 *
 * @throws Failure with every problem: YAML_SYNTAX, PATH_MALFORMED, ADDRESS_NOT_FOUND, ADDRESS_AMBIGUOUS, DIGEST_MISSING,
 * TAG_MISSING, REPOSITORY_FIXED, VALUE_BLOCK, VALUE_UNFIT, VALUE_SHARED.
 */
function editImage(file, text, target, image) {
    const at = openYaml(file, text);
    return edited(at, writesOf(at, target, image));
}
/** Any image of the repository: it finds the places, and its own values are not written. */
const anyOf = (repository) => ({ repository, tag: 'x', digest: `sha256:${'0'.repeat(64)}` });
/**
 * The values that an image of the repository would be written over.
 *
 * @throws Failure as `editImage` does where the places cannot be found.
 */
function imageValues(file, text, target, repository) {
    const at = openYaml(file, text);
    return writesOf(at, target, anyOf(repository)).map(({ place, what }) => ({ what, value: textOf(place.node) ?? '' }));
}
/** The digest among the values; undefined when none of them holds one. */
function digestAmong(values) {
    return values.map(({ value }) => /sha256:[0-9a-f]{64}/.exec(value)?.[0]).find((digest) => digest !== undefined);
}
/**
 * Writes values that an earlier state of the file had back to their places.
 *
 * @throws Failure as `editImage` does, and VALUES_DIFFER when the file has other places than the values are of.
 */
function putValues(file, text, target, repository, values) {
    const at = openYaml(file, text);
    const places = writesOf(at, target, anyOf(repository));
    const names = (all) => all.map(({ what }) => what).join(', ');
    if (names(places) !== names(values)) {
        const message = `The image stood in ${names(values)} then, and stands in ${names(places)} now.`;
        const remedy = 'Write the image that is to run with mode: write.';
        throw new failure/* Failure */.H({ code: 'VALUES_DIFFER', message, remedy, location: { file } });
    }
    return edited(at, places.map((write, index) => ({ ...write, value: values[index]?.value ?? write.value })));
}

// EXTERNAL MODULE: ../failure/lib/collect.js
var collect = __webpack_require__(57993);
// EXTERNAL MODULE: ../oci/lib/reference.js
var lib_reference = __webpack_require__(18821);
// EXTERNAL MODULE: ../write-back/lib/stamp.js
var lib_stamp = __webpack_require__(78977);
;// CONCATENATED MODULE: ../write-back/lib/plan.js



/** The file of a stamp. Rejects with FILE_NOT_FOUND. */
async function fileOf(head, path) {
    const file = await head.read(path);
    if (file !== undefined)
        return file;
    const message = `The configuration repository has no file ${path} in commit ${head.commit.slice(0, 12)}.`;
    const remedy = 'Correct "file", or commit it once by hand.';
    throw new failure/* Failure */.H({ code: 'FILE_NOT_FOUND', message, remedy, location: { file: path } });
}
async function holdsOf(head, { service, file }) {
    const path = holdsPath(service, file);
    return parseHolds((await head.read(path))?.text, path);
}
async function newerThan(head, { service, file, run }) {
    const last = await head.lastEntry(service, file);
    return last !== undefined && (0,lib_stamp/* compareRuns */.qB)(last.run, run) > 0 ? last : undefined;
}
/**
 * Brings an image: an older run never writes over a newer one, whatever it waited for, and a held digest is not written.
 */
function bringImage({ subject, stamp, edit }) {
    return async (head) => {
        const file = await fileOf(head, stamp.file);
        const by = await newerThan(head, stamp);
        if (by !== undefined)
            return { kind: 'superseded', by };
        const hold = (await holdsOf(head, stamp)).find(({ digest }) => digest === stamp.digest);
        if (hold !== undefined)
            return { kind: 'held', hold };
        const { text, changes } = edit(file.text);
        if (changes.length === 0)
            return { kind: 'unchanged' };
        const message = (0,lib_stamp/* renderMessage */.e4)(subject, stamp);
        return { kind: 'write', files: [{ path: stamp.file, file: { ...file, text } }], changes, message };
    };
}
/** The newest earlier state of the file whose digest is neither the bad one nor held. Rejects with ROLLBACK_TARGET_NONE. */
async function goodState(head, { stamp, digestIn }, held) {
    const bad = new Set([stamp.digest, ...held.map(({ digest }) => digest)]);
    for (const commit of await head.versions(stamp.file)) {
        const earlier = await head.read(stamp.file, commit);
        const digest = earlier === undefined ? undefined : digestOf(earlier.text, digestIn);
        if (earlier !== undefined && digest !== undefined && !bad.has(digest))
            return { text: earlier.text, digest };
    }
    const message = `No earlier commit of ${stamp.file} has an image of ${stamp.service} that is not held.`;
    const remedy = 'Write the image that is to run with mode: write.';
    throw new failure/* Failure */.H({ code: 'ROLLBACK_TARGET_NONE', message, remedy, location: { file: stamp.file } });
}
/** A state from before the image stood where it stands now tells nothing, and is no failure. */
function digestOf(text, digestIn) {
    try {
        return digestIn(text);
    }
    catch (error) {
        if (error instanceof failure/* Failure */.H)
            return undefined;
        throw error;
    }
}
/**
 * Goes back: this service's values as they were before the bad digest, and a hold on that digest, in one commit.
 *
 * No commit is reverted, for a commit may have brought other services' images as well. Where the file has another image by now,
 * it stays, and the hold alone is written.
 */
function goBack(back) {
    const { stamp, digestIn, restore, subject } = back;
    return async (head) => {
        const file = await fileOf(head, stamp.file);
        const by = await newerThan(head, stamp);
        if (by !== undefined)
            return { kind: 'superseded', by };
        const holds = await holdsOf(head, stamp);
        const isHeld = holds.some(({ digest }) => digest === stamp.digest);
        const runsBad = digestIn(file.text) === stamp.digest;
        if (isHeld && !runsBad)
            return { kind: 'unchanged' };
        const hold = {
            digest: stamp.digest,
            reason: stamp.reason,
            run: stamp.run,
            ...(stamp.actor !== undefined && { actor: stamp.actor }),
        };
        const path = holdsPath(stamp.service, stamp.file);
        const holding = isHeld ? [] : [{ path, file: { text: renderHolds([...holds, hold]), mode: '100644' } }];
        if (!runsBad) {
            const message = (0,lib_stamp/* renderMessage */.e4)(`${stamp.service}: hold ${stamp.digest.slice(0, 19)}`, {
                ...stamp,
                file: path,
                kind: 'hold',
            });
            return { kind: 'write', files: holding, changes: [], message };
        }
        const good = await goodState(head, back, holds);
        const { text, changes } = restore(file.text, good.text);
        const written = { ...stamp, kind: 'rollback', digest: good.digest, replaces: stamp.digest };
        const files = [{ path: stamp.file, file: { ...file, text } }, ...holding];
        return { kind: 'write', files, changes, message: (0,lib_stamp/* renderMessage */.e4)(subject(good.digest), written) };
    };
}
/** Lifts the hold on a stamp's digest. */
function liftHold(stamp) {
    const path = holdsPath(stamp.service, stamp.file);
    return async (head) => {
        const holds = await holdsOf(head, stamp);
        const left = holds.filter(({ digest }) => digest !== stamp.digest);
        if (left.length === holds.length)
            return { kind: 'unchanged' };
        const message = (0,lib_stamp/* renderMessage */.e4)(`${stamp.service}: lift the hold on ${stamp.digest.slice(0, 19)}`, {
            ...stamp,
            file: path,
            kind: 'lift',
        });
        return { kind: 'write', files: [{ path, file: { text: renderHolds(left), mode: '100644' } }], changes: [], message };
    };
}

// EXTERNAL MODULE: ../write-back/lib/address.js
var address = __webpack_require__(19294);
;// CONCATENATED MODULE: ../../actions/update-gitops/lib/request.js




function imageOf({ registry, path, tag, digest }, given, problems) {
    if (tag !== undefined && given !== undefined && given !== tag)
        problems.push({
            code: 'INPUT_CONTRADICTION',
            message: `The input "image" has the tag ${tag}, and "tag" is ${given}.`,
            remedy: 'Give one of the two.',
        });
    if (digest === undefined)
        problems.push({
            code: 'IMAGE_WITHOUT_DIGEST',
            message: 'The input "image" has no digest, so that nobody could tell which bytes will run.',
            remedy: 'Write it as registry/path:tag@sha256:…, with the digest that publish-image gives out.',
        });
    const named = tag ?? given;
    return { repository: `${registry}/${path}`, digest: digest ?? '', ...(named !== undefined && { tag: named }) };
}
function parsePathLine(line, problems) {
    const [word = '', path = ''] = line.split(/\s+(.*)/s);
    const part = PARTS.find((each) => each === word);
    if (part === undefined || path === '')
        problems.push({
            code: 'INPUT_MALFORMED',
            message: `The line ${JSON.stringify(line)} of "paths" does not begin with one of ${PARTS.join(', ')} and a blank.`,
            remedy: 'Write, for example: image spec.template.spec.containers[name=app].image',
        });
    return { part: part ?? 'image', path };
}
async function targetOf({ layout, at, paths, service }, image, problems) {
    if (layout === 'kustomize')
        return { kind: 'kustomize', name: at ?? image.repository };
    if (layout === 'manifest')
        return { kind: 'manifest', name: at ?? service };
    if (layout === 'helm') {
        await (0,collect/* collect */.F)(problems, () => parsePath(at ?? 'image'));
        return { kind: 'helm', path: at ?? 'image' };
    }
    const parsed = (paths ?? []).map((line) => parsePathLine(line, problems));
    for (const { path } of parsed)
        if (path !== '')
            await (0,collect/* collect */.F)(problems, () => parsePath(path));
    return { kind: 'paths', paths: parsed };
}
function runNumberOf(given, { runId, runAttempt }, problems) {
    const text = given ?? (runId === undefined ? '' : `${runId}.${runAttempt ?? '1'}`);
    const [, id, attempt = '1'] = /^(\d{1,15})(?:\.(\d{1,6}))?$/.exec(text) ?? [];
    if (id === undefined)
        problems.push({
            code: 'RUN_UNKNOWN',
            message: text === '' ? 'The number of the run is not known.' : `The number of the run is ${JSON.stringify(text)}.`,
            remedy: 'Give "run" as id or id.attempt in digits: without it an older run could write over a newer one.',
        });
    return { id: Number(id), attempt: Number(attempt) };
}
function checkFile(file, problems) {
    const parts = file.split('/');
    const bad = parts.some((part) => part === '' || part === '.' || part === '..' || part.toLowerCase() === '.git');
    // A control character would end a line of what git reads.
    if (!bad && !/\p{Cc}/u.test(file))
        return;
    const message = `The input "file" is ${JSON.stringify(file)}; expected a path from the root of the configuration repository.`;
    problems.push({ code: 'INPUT_MALFORMED', message, remedy: 'Leave out ".", "..", ".git" and a slash at either end.' });
}
function checkBranch(branch, problems) {
    if (/^(?![-./])(?!.*(\.\.|\/\/|@\{|\/\.|\.lock(\/|$)))[^\p{Cc} ~^:?*[\\]+(?<![./])$/u.test(branch))
        return;
    const message = `The input "branch" is ${JSON.stringify(branch)}, which is no name of a branch.`;
    problems.push({ code: 'INPUT_MALFORMED', message, remedy: 'Write it without refs/heads/.' });
}
const shown = ({ tag, digest }) => tag ?? digest.slice(0, 19);
/** `owner/name` of a repository on the run's own GitHub. */
function hostedName(url, { serverUrl }) {
    if (!url.startsWith(`${serverUrl}/`))
        return undefined;
    const name = url.slice(serverUrl.length + 1).replace(/\.git$/, '');
    return /^[\w.-]+\/[\w.-]+$/.test(name) ? name : undefined;
}
/** A name as a part of a branch's. */
const slug = (name) => name.replace(/[^\w.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '') || 'service';
function stampOf(inputs, image, run, context) {
    const { service, file, environment } = inputs;
    const { repository, sha, runUrl, actor } = context;
    const evidence = inputs.mode === 'lift' ? undefined : inputs.evidence;
    return {
        ...{ service, file, digest: image.digest, run },
        ...(environment !== undefined && { environment }),
        ...(evidence !== undefined && { evidence }),
        ...(runUrl !== undefined && { runUrl }),
        ...(actor !== undefined && { actor }),
        ...(repository !== undefined && sha !== undefined && { source: `${repository}@${sha}` }),
        ...(inputs.mode !== 'write' && { reason: inputs.reason }),
    };
}
function plannerOf(inputs, image, target, stamp) {
    const { service, file, environment } = inputs;
    const place = environment === undefined ? '' : ` in ${environment}`;
    if (inputs.mode === 'lift' || target === undefined)
        return liftHold({ ...stamp, reason: stamp.reason ?? '' });
    if (inputs.mode === 'write') {
        const edit = (text) => editImage(file, text, target, image);
        return bringImage({ subject: `${service}: ${shown(image)}${place}`, stamp, edit });
    }
    const { repository } = image;
    return goBack({
        subject: (digest) => `${service}: back to ${digest.slice(0, 19)}${place}`,
        stamp: { ...stamp, reason: inputs.reason },
        digestIn: (text) => digestAmong(imageValues(file, text, target, repository)),
        restore: (newest, earlier) => putValues(file, newest, target, repository, imageValues(file, earlier, target, repository)),
    });
}
/** Reads what is asked for. Throws a Failure with everything that is wrong with it. */
async function gatherRequest(inputs, context) {
    const problems = [];
    const reference = await (0,collect/* collect */.F)(problems, () => (0,lib_reference/* parseReference */.F2)(inputs.image));
    const image = reference === undefined
        ? { repository: '', digest: '' }
        : imageOf(reference, inputs.mode === 'lift' ? undefined : inputs.tag, problems);
    const url = (0,address/* parseAddress */.o)(inputs.repository, inputs.token !== undefined, context.serverUrl, problems);
    const target = inputs.mode === 'lift' ? undefined : await targetOf(inputs, image, problems);
    const number = runNumberOf(inputs.run, context, problems);
    checkFile(inputs.file, problems);
    checkBranch(inputs.branch, problems);
    const hosted = hostedName(url, context);
    if (inputs.deliver === 'pull-request' && hosted === undefined)
        problems.push({
            code: 'INPUT_CONTRADICTION',
            message: '"deliver" is pull-request, and the repository is not on the GitHub of this run.',
            remedy: 'Give "repository" as owner/name, or deliver by commits.',
        });
    (0,failure/* failWhen */.x)(problems);
    const plan = plannerOf(inputs, image, target, stampOf(inputs, image, number, context));
    const { branch, attempts, dryRun } = inputs;
    const pullBranch = `slipway/${slug(inputs.environment ?? 'main')}/${slug(inputs.service)}`;
    return { url, image, write: { branch, plan, attempts, dryRun }, hosted, pullBranch };
}

;// CONCATENATED MODULE: ../../actions/update-gitops/lib/run.js







/** Lines are those of the configuration repository: an annotation on the service's own file of that name would mislead. */
function elsewhere(error, repository) {
    if (!(error instanceof failure/* Failure */.H))
        return error;
    const problems = error.problems.map((problem) => problem.location === undefined
        ? problem
        : { ...problem, location: { ...problem.location, file: `${repository}/${problem.location.file}` } });
    return new failure/* Failure */.H(problems, { cause: error });
}
function writeOnce({ url, write }, { token }, ports, folder) {
    const { clock, log, cancelled: signal } = ports;
    return (0,lib_open/* withRepository */.B)({ url, folder, token }, ports, (repository) => (0,lib_write/* writeBack */.X)(write, { repository, clock, log, signal }));
}
/** What may lead to a pull request where a commit was to be pushed. */
const isRuledOut = (error) => error instanceof failure/* Failure */.H && error.code === 'BRANCH_RULED_OUT';
async function perform(request, inputs, world) {
    const { ports, context, connect } = world;
    const folder = () => `${context.temp}/update-gitops-${(0,external_node_crypto_.randomUUID)()}`;
    const byPull = async () => {
        const write = { ...request.write, from: request.pullBranch };
        const written = await writeOnce({ ...request, write }, inputs, ports, folder());
        if (written.kind !== 'written')
            return { written };
        return { written, pull: await bringPullRequest(inputs, request, written.changes, connect, ports, context) };
    };
    if (inputs.deliver === 'pull-request')
        return byPull();
    try {
        return { written: await writeOnce(request, inputs, ports, folder()) };
    }
    catch (error) {
        if (inputs.deliver !== 'auto' || !isRuledOut(error) || request.hosted === undefined)
            throw error;
        ports.log.info(`A rule forbids the commit: ${error instanceof Error ? error.message : ''} A pull request brings it.`);
        return byPull();
    }
}
async function writeTo(inputs, world) {
    const request = await gatherRequest(inputs, world.context);
    const { written, pull } = await perform(request, inputs, world).catch((error) => {
        throw elsewhere(error, inputs.repository);
    });
    return report(inputs, request, written, pull);
}
/** Writes to the configuration repository, or looks for what is held in a checkout of it; through whichever GitHub `connect` opens. */
function runWith(connect) {
    return async (inputs, ports, context) => inputs.mode === 'check' ? check(ports) : writeTo(inputs, { ports, context, connect });
}

;// CONCATENATED MODULE: ../../actions/update-gitops/lib/index.js




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


/***/ })

};
