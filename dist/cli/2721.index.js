export const id = 2721;
export const ids = [2721];
export const modules = {

/***/ 22721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runWith: () => (/* reexport */ runWith)
});

// UNUSED EXPORTS: action

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../metadata/lib/definition.js
var definition = __webpack_require__(94549);
// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
// EXTERNAL MODULE: ../write-back/lib/stamp.js
var lib_stamp = __webpack_require__(78977);
;// CONCATENATED MODULE: ../write-back/lib/audit.js

function lackOf(message, file) {
    const said = (0,lib_stamp/* parseTrailers */.aw)(message).find((trailers) => trailers.get('File') === (0,lib_stamp/* oneLine */.TN)(file));
    if (said === undefined)
        return 'trailers';
    // To go back there must be a reason; evidence is asked for where something new comes.
    const account = said.get('Kind') === undefined ? said.get('Evidence') : said.get('Reason');
    return account === undefined || account === '' ? 'evidence' : undefined;
}
/**
 * The changes of files for which no evidence is named by the trailers of their commits.
 *
 * Whether what is named is there and true is not looked at: promotion-gate judges evidence, before a change is made.
 */
function unaccounted(commits) {
    return commits.flatMap(({ commit, author, message, files }) => files.flatMap((file) => {
        const lack = lackOf(message, file);
        return lack === undefined ? [] : [{ commit, author, subject: message.split('\n')[0] ?? '', file, lack }];
    }));
}

// EXTERNAL MODULE: ../../actions/update-gitops/lib/action.js
var action = __webpack_require__(86408);
;// CONCATENATED MODULE: ../../actions/update-gitops/lib/audit.js





async function git({ exec }, args) {
    const { exitCode, stdout, stderr } = await exec.run('git', args);
    if (exitCode === 0)
        return stdout;
    const remedy = 'Check out the configuration repository with its whole history (fetch-depth: 0) before this step.';
    throw new failure/* Failure */.H({ code: 'GIT_FAILED', message: `git ${args[0]} ended with ${exitCode}: ${stderr.trim()}`, remedy });
}
/** Commits whose parents are not there would be taken for the beginning of everything, or be left out. */
async function insistOnHistory(ports) {
    if ((await git(ports, ['rev-parse', '--is-shallow-repository'])).trim() === 'false')
        return;
    const message = 'The checkout has a part of the history only, so that nobody could tell what was changed before.';
    throw new failure/* Failure */.H({ code: 'HISTORY_CUT', message, remedy: 'Give actions/checkout fetch-depth: 0.' });
}
async function rangeOf(since, ports) {
    if (since === undefined)
        return 'HEAD';
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${since}^{commit}`];
    const { exitCode, stdout } = await ports.exec.run('git', args);
    if (exitCode === 0)
        return `${stdout.trim()}..HEAD`;
    const message = `The input "since" is ${JSON.stringify(since)}, which names no commit of the checkout.`;
    throw new failure/* Failure */.H({ code: 'INPUT_MALFORMED', message, remedy: 'Give a commit, a tag or a branch that is checked out.' });
}
/** What `git log -z --name-only` prints with NUL between commit, author and message: no message can hold one. */
function parseLog(text) {
    const words = text.split('\0');
    const found = [];
    for (let at = 0; at + 2 < words.length;) {
        const [commit = '', author = '', message = ''] = words.slice(at, at + 3);
        const files = [];
        for (at += 3; at < words.length && !/^[0-9a-f]{40,64}$/.test(words[at] ?? ''); at += 1) {
            const file = (words[at] ?? '').replace(/^\n/, '');
            if (file !== '')
                files.push(file);
        }
        found.push({ commit, author, message, files });
    }
    return found;
}
async function gatherChanges({ folder, since }, ports) {
    await insistOnHistory(ports);
    const range = await rangeOf(since, ports);
    const place = `:(literal)${folder}`;
    if ((await git(ports, ['ls-tree', '-d', 'HEAD', '--', folder])).trim() === '') {
        const message = `The checkout has no folder ${folder}, so that there is nothing to look at.`;
        throw new failure/* Failure */.H({ code: 'FOLDER_ABSENT', message, remedy: 'Correct "folder".' });
    }
    // Of a merge, the files that are as in neither parent; what one of them brought stands in its own commit.
    const args = ['--full-history', '-c', '--name-only', '-z', '--format=%H%x00%an%x00%B%x00'];
    return parseLog(await git(ports, ['log', ...args, range, '--', place]));
}
const wordsOf = ({ commit, author, subject, file, lack }) => `${commit.slice(0, 12)} (${author}: ${subject}) changed ${file}, and ${lack === 'trailers' ? 'says nothing of it in trailers' : 'names no evidence'}.`;
/** Whether every change of a folder, in the history of a checkout, came by a commit that names its evidence. */
async function audit(inputs, ports) {
    const commits = await gatherChanges(inputs, ports);
    const found = unaccounted(commits);
    const remedy = 'Bring changes by update-gitops with "evidence", or begin the audit after this commit with "since".';
    const annotations = found.map((each) => {
        return { level: 'error', title: 'EVIDENCE_MISSING', message: `${wordsOf(each)}\n${remedy}`, file: each.file };
    });
    const outcome = found.length === 0 ? 'clean' : 'unaccounted';
    const rows = found.map(({ commit, author, file, lack }) => [commit.slice(0, 12), author, [{ code: file }], `no ${lack}`]);
    return {
        verdict: found.length === 0 ? 'pass' : 'fail',
        headline: `${commits.length} commits changed ${inputs.folder}; ${found.length} of their changes name no evidence.`,
        outputs: (0,definition/* outputsFor */.k)(action/* action */.X, { outcome, changed: 'false', results: JSON.stringify(found) }),
        annotations,
        summary: found.length === 0 ? [] : [(0,block/* table */.tp)(['commit', 'by', 'file', 'lacks'], rows)],
        data: { outcome, commits: commits.length, unaccounted: found.map((each) => ({ ...each })) },
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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

// EXTERNAL MODULE: ../config/lib/config.js
var config = __webpack_require__(10403);
// EXTERNAL MODULE: ../failure/lib/collect.js
var collect = __webpack_require__(57993);
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

;// CONCATENATED MODULE: ../write-back/lib/together.js




/** A head on which some files are edited already. */
function together_edited(head, files) {
    return {
        ...head,
        read: async (path, at) => (at === undefined ? files.get(path)?.file : undefined) ?? head.read(path, at),
    };
}
function partOf(stamp, plan) {
    switch (plan.kind) {
        case 'write':
            return { kind: 'written', stamp, changes: plan.changes };
        case 'unchanged':
            return { kind: 'unchanged', stamp };
        case 'superseded':
            return { kind: 'superseded', stamp, by: plan.by };
        case 'held':
            return { kind: 'held', stamp, hold: plan.hold };
    }
}
/**
 * Brings the images of several services in one commit.
 *
 * Each is judged by itself: one that is superseded or held is left out, and the others go. What is wrong with any of them is told with
 * all that is wrong with the others, and nothing is written.
 *
 * @param subject the first line of the commit, of the services that it brings
 */
function bringTogether(brings, subject) {
    return async (head) => {
        const [files, problems] = [new Map(), []];
        const parts = [];
        await head.prepare(brings.flatMap(({ stamp: { service, file } }) => [file, holdsPath(service, file)]));
        // One after the other, for several may be in one file.
        for (const bring of brings) {
            const own = [];
            const plan = await (0,collect/* collect */.F)(own, () => bringImage(bring)(together_edited(head, files)));
            problems.push(...own.map((each) => ({ ...each, message: `${bring.stamp.service}: ${each.message}` })));
            if (plan === undefined)
                continue;
            parts.push(partOf(bring.stamp, plan));
            if (plan.kind === 'write')
                for (const file of plan.files)
                    files.set(file.path, file);
        }
        (0,failure/* failWhen */.x)(problems);
        const brought = parts.filter(({ kind }) => kind === 'written').map(({ stamp }) => stamp);
        if (brought.length === 0)
            return { kind: 'unchanged', changes: parts };
        const message = (0,lib_stamp/* renderMessage */.e4)(subject(brought), ...brought);
        return { kind: 'write', files: [...files.values()], changes: parts, message };
    };
}

// EXTERNAL MODULE: ../../actions/update-gitops/lib/layout.js
var layout = __webpack_require__(18024);
// EXTERNAL MODULE: ../write-back/lib/address.js
var address = __webpack_require__(19294);
;// CONCATENATED MODULE: ../../actions/update-gitops/lib/place.js

function checkBranch(branch, problems) {
    if (/^(?![-./])(?!.*(\.\.|\/\/|@\{|\/\.|\.lock(\/|$)))[^\p{Cc} ~^:?*[\\]+(?<![./])$/u.test(branch))
        return;
    const message = `The input "branch" is ${JSON.stringify(branch)}, which is no name of a branch.`;
    problems.push({ code: 'INPUT_MALFORMED', message, remedy: 'Write it without refs/heads/.' });
}
/** `owner/name` of a repository on the run's own GitHub. */
function hostedName(url, { serverUrl }) {
    if (!url.startsWith(`${serverUrl}/`))
        return undefined;
    const name = url.slice(serverUrl.length + 1).replace(/\.git$/, '');
    return /^[\w.-]+\/[\w.-]+$/.test(name) ? name : undefined;
}
/** GitHub is asked for a pull request and for a commit of its own, and for nothing else. */
function checkWays({ deliver, commitVia, token }, hosted, problems) {
    const contradiction = (message, remedy) => void problems.push({ code: 'INPUT_CONTRADICTION', message, remedy });
    if (deliver === 'pull-request' && hosted === undefined)
        contradiction('"deliver" is pull-request, and the repository is not on the GitHub of this run.', 'Give "repository" as owner/name, or deliver by commits.');
    if (commitVia === 'api' && (hosted === undefined || token === undefined))
        contradiction('"commit-via" is api, which needs "token" and a repository on the GitHub of this run.', 'Give "repository" as owner/name and a token, or have git push the commit.');
}
/** The address of the repository and GitHub's name of it, if it is there; what is wrong goes to `problems`. */
function gatherPlace(inputs, context, problems) {
    const url = (0,address/* parseAddress */.o)(inputs.repository, inputs.token !== undefined, context.serverUrl, problems);
    const hosted = hostedName(url, context);
    checkBranch(inputs.branch, problems);
    checkWays(inputs, hosted, problems);
    return { url, hosted };
}
/** A name as a part of a branch's. */
const slug = (name) => name.replace(/[^\w.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '') || 'service';
/** The branch of a pull request that brings something to an environment. */
function pullBranchOf(environment, name) {
    return `slipway/${slug(environment ?? 'main')}/${slug(name)}`;
}

;// CONCATENATED MODULE: ../../actions/update-gitops/lib/pull-words.js
const FENCE = '````';
const plain = (text) => text.replaceAll('`', '');
/** The changes as a reviewer reads them. Texts of others stand in code, where they do nothing. */
function pullWords(title, all, runUrl) {
    const diffs = all.flatMap(({ service, file, changes }) => {
        const rows = changes.map(({ what, from, to, line }) => `-${what}: ${from}\n+${what}: ${to}  (line ${line})`);
        return [`\`${plain(file)}\` of \`${plain(service)}\`:`, `${FENCE}diff\n${rows.join('\n')}\n${FENCE}`];
    });
    const note = 'A newer run of the same writes to this pull request, and an older one does not.';
    return { title, body: [...diffs, ...(runUrl === undefined ? [] : [`Brought by ${runUrl}. ${note}`])].join('\n\n') };
}

// EXTERNAL MODULE: ../oci/lib/reference.js
var lib_reference = __webpack_require__(18821);
;// CONCATENATED MODULE: ../../actions/update-gitops/lib/wanted.js



function imageOf(reference, given, problems) {
    const { registry, path, tag, digest } = reference;
    if (tag !== undefined && given !== undefined && given !== tag)
        problems.push({
            code: 'INPUT_CONTRADICTION',
            message: `The input "image" has the tag ${tag}, and "tag" is ${given}.`,
            remedy: 'Give one of the two.',
        });
    const missing = (0,lib_reference/* digestMissing */.xr)(reference);
    if (missing !== undefined)
        problems.push(missing);
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
/** The image's tag, or the beginning of its digest. */
const shown = ({ tag, digest }) => tag ?? digest.slice(0, 19);
/** What the commit says of the service; what is wrong with it goes to `problems`. */
function stampOf(text, image, context, problems) {
    const { service, file, environment, evidence } = text;
    const { repository, sha, runUrl, actor } = context;
    const run = runNumberOf(text.run, context, problems);
    checkFile(file, problems);
    const source = text.source ?? (repository !== undefined && sha !== undefined ? `${repository}@${sha}` : undefined);
    return {
        ...{ service, file, digest: image.digest, run },
        ...(environment !== undefined && { environment }),
        ...(evidence !== undefined && { evidence }),
        ...(runUrl !== undefined && { runUrl }),
        ...(actor !== undefined && { actor }),
        ...(source !== undefined && { source }),
    };
}
/** The image that is named; what is wrong with it goes to `problems`. */
async function gatherImage(image, tag, problems) {
    const reference = await (0,collect/* collect */.F)(problems, () => (0,lib_reference/* parseReference */.F2)(image));
    return reference === undefined ? { repository: '', digest: '' } : imageOf(reference, tag, problems);
}
/** Reads what is wanted for one service; what is wrong with it goes to `problems`. */
async function gatherWanted(text, context, problems) {
    const image = await gatherImage(text.image, text.tag, problems);
    return { image, target: await targetOf(text, image, problems), stamp: stampOf(text, image, context, problems) };
}

;// CONCATENATED MODULE: ../../actions/update-gitops/lib/batch.js









const WORD = { type: 'string', minLength: 1 };
const SCHEMA = {
    type: 'array',
    minItems: 1,
    items: {
        type: 'object',
        additionalProperties: false,
        required: ['service', 'image', 'file'],
        properties: {
            ...{ service: WORD, image: WORD, tag: WORD, file: WORD, at: WORD, environment: WORD, source: WORD, evidence: WORD },
            layout: { enum: ['kustomize', 'helm', 'manifest', 'paths'] },
            paths: { type: 'array', minItems: 1, items: WORD },
            // A number would lose the end of an attempt such as 7.10.
            run: { type: ['string', 'integer'] },
        },
    },
};
const keyOf = ({ service, file }) => JSON.stringify([service, file]);
/** A service stands in a file once. */
function twice(all, index) {
    const each = all[index];
    const first = each === undefined ? index : all.findIndex((other) => keyOf(other) === keyOf(each));
    if (each === undefined || first === index)
        return [];
    const message = `${each.service} stands twice for the file ${each.file}.`;
    return [{ code: 'CHANGE_TWICE', message, remedy: 'Leave one of the two.' }];
}
/** Each change, and what is wrong with it on the line where it begins. */
async function batch_gatherChanges({ value, source }, { environment, evidence, run }, context, problems) {
    const all = [];
    for (const [index, listed] of value.entries()) {
        const text = { layout: 'kustomize', environment, evidence, ...listed, run: listed.run?.toString() ?? run };
        const own = [...twice(value, index), ...(0,layout/* layoutProblems */.p)(text)];
        all.push(await gatherWanted(text, context, own));
        const location = source.locate([index]);
        problems.push(...own.map((each) => ({ ...each, message: `${listed.service}: ${each.message}`, location })));
    }
    return all;
}
const NAMED_MOST = 3;
/** The first line of the commit, and the title of the pull request. */
function subjectOf(brought) {
    const environments = new Set(brought.map(({ environment }) => environment));
    const [environment] = environments;
    const place = environments.size === 1 && environment !== undefined ? ` in ${environment}` : '';
    const names = brought.slice(0, NAMED_MOST).map(({ service }) => service);
    const more = brought.length > NAMED_MOST ? ` and ${brought.length - NAMED_MOST} more` : '';
    return `${names.join(', ')}${more}: new images${place}`;
}
function batch_wordsOf(parts, runUrl) {
    const written = parts.filter((part) => part.kind === 'written');
    const reviewed = written.map(({ stamp: { service, file }, changes }) => ({ service, file, changes }));
    return pullWords(subjectOf(written.map(({ stamp }) => stamp)), reviewed, runUrl);
}
/** The same for the same services in the same files, so that each such batch has a pull request of its own. */
function nameOf(all) {
    const names = all.map(({ stamp: { service, file } }) => JSON.stringify([service, file])).toSorted();
    return `batch-${(0,external_node_crypto_.createHash)('sha256').update(names.join('\n')).digest('hex').slice(0, 12)}`;
}
/** Reads a batch. Throws a Failure with everything that is wrong with the inputs and the file of changes. */
async function gatherBatch(inputs, context, readText) {
    const { changes: path, branch, attempts, dryRun, environment } = inputs;
    const problems = [];
    const { url, hosted } = gatherPlace(inputs, context, problems);
    const listed = await (0,collect/* collect */.F)(problems, async () => (0,config/* parseConfig */.o)(path, await readText(path), { schema: SCHEMA }));
    const all = listed === undefined ? [] : await batch_gatherChanges(listed, inputs, context, problems);
    (0,failure/* failWhen */.x)(problems);
    const brings = all.map(({ image, target, stamp }) => ({
        ...{ subject: stamp.service, stamp },
        edit: (text) => editImage(stamp.file, text, target, image),
    }));
    const write = { branch, attempts, dryRun, plan: bringTogether(brings, subjectOf) };
    const words = (parts) => batch_wordsOf(parts, context.runUrl);
    return { url, hosted, write, words, pullBranch: pullBranchOf(environment, nameOf(all)) };
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
const check_wordsOf = ({ service, hold }) => `${service} may not run ${hold.digest}: it is held since run ${hold.run.id}, because ${hold.reason}.`;
/** Whether any file of a checkout has an image that is held: for writers that know nothing of holds. */
async function check(ports) {
    const paths = await ports.files.glob(`${HOLDS}/**/*.json`);
    const found = (await Promise.all(paths.map((path) => lookAt(path, ports)))).flat();
    const remedy = 'Write another image, or lift the hold with update-gitops, mode: lift, and a reason.';
    const annotations = found.map((each) => {
        const { file, line } = each;
        return { level: 'error', title: 'DIGEST_HELD', message: `${check_wordsOf(each)}\n${remedy}`, file, line };
    });
    const headline = found.length === 0 ? 'No file has an image that is held.' : `${found.length} images are held and may not be written.`;
    const outcome = found.length === 0 ? 'clean' : 'held';
    return {
        verdict: found.length === 0 ? 'pass' : 'fail',
        headline,
        outputs: (0,definition/* outputsFor */.k)(action/* action */.X, { outcome, changed: 'false' }),
        annotations,
        summary: [...(found.length === 0 ? [] : [(0,block/* list */.p_)(found.map((each) => [`${each.file}: ${check_wordsOf(each)}`]))])],
        data: { outcome, held: found.map(({ file, line, service, hold }) => ({ file, line, service, digest: hold.digest })) },
    };
}

// EXTERNAL MODULE: ../write-back/lib/open.js + 2 modules
var lib_open = __webpack_require__(23954);
// EXTERNAL MODULE: ../write-back/lib/write.js + 1 modules
var lib_write = __webpack_require__(13655);
;// CONCATENATED MODULE: ../../actions/update-gitops/lib/pull-request.js

function pull_request_failure(outcome) {
    const fallback = {
        code: 'PULL_REQUEST_FORBIDDEN',
        message: `The change lies on its branch, and the token may open no pull request: ${outcome.kind === 'not-permitted' ? outcome.reason : ''}`,
        remedy: 'Give it the permission "pull requests: write" in the configuration repository.',
    };
    return new failure/* Failure */.H(outcome.kind === 'failed' ? outcome.problem : fallback);
}
/** Opens the pull request between two branches, or brings the open one up to date. Rejects with what GitHub said. */
async function bringPullRequest(github, { head, base }, words) {
    if (github === undefined) {
        const message = 'A pull request needs "token", and a repository on the GitHub of this run.';
        throw new failure/* Failure */.H({ code: 'PULL_REQUEST_FORBIDDEN', message, remedy: 'Give both, or deliver by commits.' });
    }
    const found = await github.findPullRequest(head, base);
    if (found.kind === 'unread') {
        const message = `The change lies on the branch ${head}, and GitHub cannot be asked for its pull request: ${found.reason}`;
        throw new failure/* Failure */.H({ code: 'PULL_REQUEST_UNREAD', message, remedy: 'Run the job again.' });
    }
    if (found.value === undefined) {
        const made = await github.createPullRequest({ ...words, head, base });
        if (made.kind !== 'made')
            throw pull_request_failure(made);
        return { url: made.url, number: made.number };
    }
    const updated = await github.updatePullRequest(found.value.number, words);
    if (updated.kind !== 'written')
        throw pull_request_failure(updated);
    return found.value;
}

;// CONCATENATED MODULE: ../../actions/update-gitops/lib/deliver.js




/** The way to go first. */
function firstRoute({ deliver, commitVia }) {
    return { via: commitVia === 'api' ? 'api' : 'git', byPull: deliver === 'pull-request' };
}
/** The way to go after a rule has forbidden one; undefined when there is none, or none that the user wants. */
function detour(route, code, { deliver, commitVia }) {
    if (code === 'SIGNATURE_REQUIRED' && commitVia === 'auto' && route.via === 'git')
        return { ...route, via: 'api' };
    const forbidden = code === 'SIGNATURE_REQUIRED' || code === 'BRANCH_RULED_OUT';
    return forbidden && deliver === 'auto' && !route.byPull ? { ...route, byPull: true } : undefined;
}
async function goBy(route, delivery, { token }, world) {
    const { url, write, hosted, pullBranch, words } = delivery;
    const { ports, context, connect } = world;
    const { clock, log, cancelled: signal } = ports;
    const github = token === undefined || hosted === undefined
        ? undefined
        : connect({ apiUrl: context.apiUrl, repository: hosted, token }, ports);
    const access = {
        ...{ url, token, folder: `${context.temp}/update-gitops-${(0,external_node_crypto_.randomUUID)()}` },
        github: route.via === 'api' ? github : undefined,
    };
    const request = route.byPull ? { ...write, from: pullBranch } : write;
    const written = await (0,lib_open/* withRepository */.B)(access, ports, (repository) => (0,lib_write/* writeBack */.X)(request, { repository, clock, log, signal }));
    if (!route.byPull || written.kind !== 'written')
        return { written, route };
    const branches = { head: pullBranch, base: write.branch };
    return { written, route, pull: await bringPullRequest(github, branches, words(written.changes)) };
}
/** Delivers a change, by another way when a rule forbids the first. Rejects with what the last way came to. */
async function deliver(delivery, ways, world) {
    for (let route = firstRoute(ways);;) {
        try {
            return await goBy(route, delivery, ways, world);
        }
        catch (error) {
            const possible = error instanceof failure/* Failure */.H && delivery.hosted !== undefined && ways.token !== undefined;
            const next = possible ? detour(route, error.code, ways) : undefined;
            if (next === undefined)
                throw error;
            const instead = next.via === route.via ? 'A pull request brings it.' : "It goes through GitHub's API.";
            world.ports.log.info(`A rule forbids the commit: ${error instanceof Error ? error.message : ''} ${instead}`);
            route = next;
        }
    }
}

;// CONCATENATED MODULE: ../../actions/update-gitops/lib/diff.js
/** The changes of a file as a person reads them in a review. */
function diffOf(changes) {
    return changes
        .toSorted((a, b) => a.line - b.line)
        .map(({ what, from, to, line }) => `@@ line ${line} @@\n-${what}: ${from}\n+${what}: ${to}`)
        .join('\n');
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
function report(inputs, request, { written, pull, route }) {
    const commit = written.kind === 'written' || written.kind === 'unchanged' ? written.commit : undefined;
    const { kind, attempts } = written;
    const digest = digestAfter(inputs, request, written);
    return {
        verdict: kind === 'held' ? 'fail' : 'pass',
        headline: pull === undefined ? headlineOf(inputs, written) : `${headlineOf(inputs, written)} It waits in ${pull.url}.`,
        outputs: (0,definition/* outputsFor */.k)(action/* action */.X, {
            outcome: kind,
            changed: String(kind === 'written'),
            commit,
            attempts: String(attempts),
            pullRequest: pull?.url,
            digest,
            image: digest && `${request.image.repository}@${digest}`,
        }),
        annotations: annotationsOf(inputs, written),
        summary: summaryOf(inputs, request, written),
        data: {
            outcome: kind,
            mode: inputs.mode,
            attempts,
            commitVia: route.via,
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

;// CONCATENATED MODULE: ../../actions/update-gitops/lib/report-batch.js




/** What is said of the whole: the first of these that any service came to. */
const WEIGHT = ['held', 'planned', 'written', 'superseded', 'unchanged'];
function toldOf({ written }) {
    const parts = 'changes' in written ? (written.changes ?? []) : [];
    return parts.map((part) => ({
        part,
        outcome: part.kind === 'written' && written.kind === 'planned' ? 'planned' : part.kind,
    }));
}
function noteOf({ part }) {
    switch (part.kind) {
        case 'superseded':
            return `by run ${part.by.run.id} (attempt ${part.by.run.attempt})`;
        case 'held':
            return `since run ${part.hold.run.id}, because ${part.hold.reason}`;
        case 'written':
            return `${part.changes.length} values`;
        case 'unchanged':
            return '';
    }
}
function report_batch_headlineOf(all, { written, pull }) {
    const counts = WEIGHT.flatMap((kind) => {
        const count = all.filter(({ outcome }) => outcome === kind).length;
        return count === 0 ? [] : [`${count} ${kind}`];
    });
    const where = written.kind === 'written' ? ` as ${written.commit.slice(0, 12)}` : '';
    const waits = pull === undefined ? '' : ` They wait in ${pull.url}.`;
    return `Of ${all.length} services: ${counts.join(', ')}${where}.${waits}`;
}
function report_batch_annotationsOf(all) {
    const remedy = 'Bring an image without the fault, or lift the hold: update-gitops with mode: lift and a reason.';
    return all
        .filter(({ outcome }) => outcome === 'held')
        .map((told) => {
        const message = `${told.part.stamp.service} may not run this image: it is held ${noteOf(told)}. It was not written.\n${remedy}`;
        return { level: 'error', title: 'DIGEST_HELD', message };
    });
}
function report_batch_summaryOf({ repository, branch }, all) {
    const rows = all.map((told) => {
        const { service, file, digest } = told.part.stamp;
        return [service, [{ code: file }], [{ code: digest.slice(0, 19) }], told.outcome, noteOf(told)];
    });
    const diffs = all.flatMap(({ part }) => part.kind === 'written' ? [`# ${part.stamp.service}: ${part.stamp.file}\n${diffOf(part.changes)}`] : []);
    return [
        (0,block/* table */.tp)(['', ''], [
            ['repository', `${repository}, branch ${branch}`],
            ['services', String(all.length)],
        ]),
        (0,block/* table */.tp)(['service', 'file', 'digest', 'outcome', ''], rows),
        ...(diffs.length === 0 ? [] : [(0,block/* code */.aY)(diffs.join('\n'), 'diff')]),
    ];
}
/** Tells how a batch ended, of each service by itself. It is red when any of them is held; the others are written all the same. */
function reportBatch(inputs, delivered) {
    const { written, pull, route } = delivered;
    const all = toldOf(delivered);
    const outcome = WEIGHT.find((kind) => all.some((told) => told.outcome === kind)) ?? 'unchanged';
    const results = all.map(({ part: { stamp }, outcome: own }) => {
        const { service, file, digest } = stamp;
        return { service, file, digest, outcome: own };
    });
    const commit = written.kind === 'written' || written.kind === 'unchanged' ? written.commit : undefined;
    const { attempts } = written;
    return {
        verdict: outcome === 'held' ? 'fail' : 'pass',
        headline: report_batch_headlineOf(all, delivered),
        outputs: (0,definition/* outputsFor */.k)(action/* action */.X, {
            outcome,
            changed: String(written.kind === 'written'),
            commit,
            attempts: String(attempts),
            pullRequest: pull?.url,
            results: JSON.stringify(results),
        }),
        annotations: report_batch_annotationsOf(all),
        summary: report_batch_summaryOf(inputs, all),
        data: { outcome, mode: inputs.mode, attempts, commitVia: route.via, commit: commit ?? null, results },
    };
}

;// CONCATENATED MODULE: ../../actions/update-gitops/lib/request.js






/** What the service's pull request says. */
function request_wordsOf(inputs, image, changes, runUrl) {
    const { service, file, environment, mode } = inputs;
    const place = environment === undefined ? '' : ` in ${environment}`;
    const verb = mode === 'rollback' ? 'go back' : mode === 'lift' ? 'lift the hold' : shown(image);
    return pullWords(`${service}: ${verb}${place}`, [{ service, file, changes }], runUrl);
}
function plannerOf(inputs, { image, target, stamp }) {
    const { service, file, environment } = inputs;
    const place = environment === undefined ? '' : ` in ${environment}`;
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
async function gatherPlan(inputs, context, problems) {
    if (inputs.mode !== 'lift') {
        const wanted = await gatherWanted(inputs, context, problems);
        return { image: wanted.image, plan: plannerOf(inputs, wanted) };
    }
    const image = await gatherImage(inputs.image, undefined, problems);
    const stamp = stampOf(inputs, image, context, problems);
    return { image, plan: liftHold({ ...stamp, reason: inputs.reason }) };
}
/** Reads what is asked for. Throws a Failure with everything that is wrong with it. */
async function gatherRequest(inputs, context) {
    const problems = [];
    const { url, hosted } = gatherPlace(inputs, context, problems);
    const { image, plan } = await gatherPlan(inputs, context, problems);
    (0,failure/* failWhen */.x)(problems);
    const { branch, attempts, dryRun, environment, service } = inputs;
    const pullBranch = pullBranchOf(environment, service);
    const words = (changes) => request_wordsOf(inputs, image, changes, context.runUrl);
    return { url, image, write: { branch, plan, attempts, dryRun }, hosted, pullBranch, words };
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
async function perform(delivery, inputs, world) {
    return deliver(delivery, inputs, world).catch((error) => {
        throw elsewhere(error, inputs.repository);
    });
}
async function writeTo(inputs, world) {
    const request = await gatherRequest(inputs, world.context);
    return report(inputs, request, await perform(request, inputs, world));
}
async function writeBatch(inputs, world) {
    const { files } = world.ports;
    const delivery = await gatherBatch(inputs, world.context, (path) => files.readText(path));
    return reportBatch(inputs, await perform(delivery, inputs, world));
}
/** Writes to the configuration repository, or looks at a checkout of it; through whichever GitHub `connect` opens. */
function runWith(connect) {
    return async (inputs, ports, context) => {
        if (inputs.mode === 'check')
            return check(ports);
        if (inputs.mode === 'audit')
            return audit(inputs, ports);
        const world = { ports, context, connect };
        return inputs.mode === 'batch' ? writeBatch(inputs, world) : writeTo(inputs, world);
    };
}

;// CONCATENATED MODULE: ../../actions/update-gitops/lib/index.js




/***/ }),

/***/ 10403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ parseConfig)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92393);
/* harmony import */ var ajv__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65627);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63011);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47604);




const decode = (step) => step.replaceAll('~1', '/').replaceAll('~0', '~');
const pathOf = (pointer) => pointer.split('/').slice(1).map(decode);
function shown(path) {
    return path.length === 0 ? 'The file' : `"${path.join('.')}"`;
}
function unknownKey(source, path, key, known) {
    const guess = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(key, known);
    return {
        code: 'CONFIG_UNKNOWN_KEY',
        message: `Unknown key "${key}"${path.length === 0 ? '' : ` in "${path.join('.')}"`}.`,
        remedy: guess === undefined ? `The keys here are: ${known.join(', ')}.` : `Did you mean "${guess}"?`,
        location: source.locateKey([...path, key]),
    };
}
function knownKeys(error) {
    const properties = error.parentSchema?.properties;
    return Object.keys(properties ?? {});
}
function problemOf(source, error) {
    const path = pathOf(error.instancePath);
    const params = error.params;
    if (error.keyword === 'additionalProperties')
        return unknownKey(source, path, String(params['additionalProperty']), knownKeys(error));
    const location = source.locate(path);
    if (error.keyword === 'required') {
        const key = String(params['missingProperty']);
        return { code: 'CONFIG_MISSING_KEY', message: `${shown(path)} lacks the key "${key}".`, remedy: `Add "${key}".`, location };
    }
    const allowed = params['allowedValues'];
    const detail = allowed === undefined ? error.message : `must be one of ${allowed.map((value) => JSON.stringify(value)).join(', ')}`;
    return { code: 'CONFIG_INVALID', message: `${shown(path)} ${detail ?? 'is not valid'}.`, location };
}
/** Of a schema that offers alternatives, the errors of the alternatives themselves say more than "must match one". */
function worthSaying(errors) {
    const specific = errors.filter(({ keyword }) => !['oneOf', 'anyOf', 'if'].includes(keyword));
    return specific.length > 0 ? specific : errors;
}
/**
 * Parses a configuration file in YAML or JSON and checks it against a schema.
 *
 * @throws Failure with every problem: YAML_SYNTAX, CONFIG_UNKNOWN_KEY, CONFIG_MISSING_KEY or CONFIG_INVALID, each with
 * file, line and column.
 */
function parseConfig(file, text, { schema }) {
    const source = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSource */ .P)(file, text);
    const validate = new ajv__WEBPACK_IMPORTED_MODULE_2__.Ajv({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true }).compile(schema);
    if (validate(source.value))
        return { value: source.value, source };
    const problems = worthSaying(validate.errors ?? []).map((error) => problemOf(source, error));
    const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
    throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H([...unique.values()]);
}


/***/ }),

/***/ 29880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ jsonSource)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
;// CONCATENATED MODULE: ../config/lib/json.js
const QUOTE = 34;
const BACKSLASH = 92;
function endOfString(text, start) {
    let at = start + 1;
    for (let code = text.charCodeAt(at); code !== QUOTE && at < text.length; code = text.charCodeAt(at)) {
        at += code === BACKSLASH ? 2 : 1;
    }
    return at + 1;
}
/** The text of a JSON string; most hold nothing that stands for something else. */
function textAt(text, start, end) {
    const inner = text.slice(start + 1, end - 1);
    return inner.includes('\\') ? JSON.parse(text.slice(start, end)) : inner;
}
const SCALAR_END = /[,\]}\s]/g;
function endOfScalar(text, start) {
    SCALAR_END.lastIndex = start;
    return SCALAR_END.exec(text)?.index ?? text.length;
}
function nodeAt(text, start) {
    if (text[start] === '{')
        return { start, members: new Map() };
    return text[start] === '[' ? { start, items: [] } : { start };
}
/**
 * Finds the place of every value in a text that `JSON.parse` has accepted; a loop and no recursion, however deep it is.
 *
 * A general reader that keeps places takes fifty times as long, which decides how many contracts a run can compare.
 */
function findPlaces(text, depthMax) {
    const open = [];
    const duplicates = [];
    let root = { start: 0 };
    let pending;
    let tooDeep;
    const put = (node) => {
        const parent = open.at(-1);
        if (parent === undefined)
            root = node;
        else if (parent.items !== undefined)
            parent.items.push(node);
        else if (pending !== undefined) {
            if (parent.members?.has(pending.key))
                duplicates.push(pending);
            parent.members?.set(pending.key, { key: pending.offset, node });
            pending = undefined;
        }
    };
    for (let at = 0; at < text.length;) {
        const character = text[at] ?? '';
        if (character <= ' ' || character === ',' || character === ':')
            at += 1;
        else if (character === '}' || character === ']') {
            open.pop();
            at += 1;
        }
        else if (character === '"' && open.at(-1)?.members !== undefined && pending === undefined) {
            const end = endOfString(text, at);
            pending = { key: textAt(text, at, end), offset: at };
            at = end;
        }
        else {
            const node = nodeAt(text, at);
            put(node);
            const container = node.members !== undefined || node.items !== undefined;
            if (container)
                open.push(node);
            if (open.length > depthMax)
                tooDeep ??= at;
            at = container ? at + 1 : character === '"' ? endOfString(text, at) : endOfScalar(text, at);
        }
    }
    return { root, duplicates, ...(tooDeep !== undefined && { tooDeep }) };
}
/** The offset of the value at a path, or of the key that the last step names; of the nearest ancestor when there is none. */
function offsetIn(root, path, ofKey) {
    let node = root;
    for (const [index, step] of path.entries()) {
        const member = node.members?.get(String(step));
        const next = member?.node ?? node.items?.[Number(step)];
        if (next === undefined)
            return node.start;
        if (ofKey && index === path.length - 1)
            return member?.key ?? next.start;
        node = next;
    }
    return node.start;
}

// EXTERNAL MODULE: ../config/lib/limits.js
var limits = __webpack_require__(22729);
// EXTERNAL MODULE: ../config/lib/lines.js
var lines = __webpack_require__(89810);
;// CONCATENATED MODULE: ../config/lib/json-source.js




/** A JSON text, with its value, as a document; throws a Failure for what is too deep, too large, or has a key twice. */
function jsonSource(file, text, value) {
    (0,limits/* checkSize */.C1)(file, text, 'JSON');
    const locationAt = (0,lines/* linesOf */.D)(file, text);
    const places = findPlaces(text, limits/* DEPTH_MAX */.tZ);
    if (places.tooDeep !== undefined)
        throw (0,limits/* tooDeep */.DI)(locationAt(places.tooDeep));
    const problems = places.duplicates.map(({ key, offset }) => {
        const message = `The key ${JSON.stringify(key)} stands twice in its object, so one of its values would be lost.`;
        return { code: 'YAML_SYNTAX', message, location: locationAt(offset) };
    });
    if (problems.length > 0)
        throw new failure/* Failure */.H(problems);
    return {
        file,
        value,
        locate: (path) => locationAt(offsetIn(places.root, path, false)),
        locateKey: (path) => locationAt(offsetIn(places.root, path, true)),
    };
}


/***/ }),

/***/ 22729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ checkSize),
/* harmony export */   DI: () => (/* binding */ tooDeep),
/* harmony export */   tZ: () => (/* binding */ DEPTH_MAX)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);

/** Deeper than anything that people write, and well within what a stack can hold. */
const DEPTH_MAX = 500;
/** The YAML reader takes some two seconds for a mebibyte and JSON a hundredth of that. */
const SIZE_MAX = { YAML: 8, JSON: 64 };
/** A Failure SOURCE_TOO_DEEP at a place. */
const tooDeep = (location) => new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ code: 'SOURCE_TOO_DEEP', message: `This is nested deeper than ${DEPTH_MAX} levels.`, location });
/** Throws a Failure SOURCE_TOO_LARGE for what could not be read in bounded time. */
function checkSize(file, text, form) {
    const mebibytes = text.length / 2 ** 20;
    if (mebibytes <= SIZE_MAX[form])
        return;
    const message = `The file has ${mebibytes.toFixed(1)} MiB; ${form} is read up to ${SIZE_MAX[form]} MiB.`;
    throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ code: 'SOURCE_TOO_LARGE', message, remedy: 'Split it into several files.', location: { file } });
}


/***/ }),

/***/ 89810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ linesOf)
/* harmony export */ });
function startsOf(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}
/** Tells the line and column of an offset in a file's text; both count from 1, and a line ends with its line feed. */
function linesOf(file, text) {
    let starts;
    return (offset) => {
        starts ??= startsOf(text);
        let [low, high] = [0, starts.length - 1];
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    };
}


/***/ }),

/***/ 63011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
function distance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (const [i, letter] of [...a].entries()) {
        const next = [i + 1];
        for (const [j, other] of [...b].entries()) {
            next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}
/** The known word that a misspelt one most likely means: at most two letters off, and at most half of it. */
function nearest(word, known) {
    const [best] = known
        .map((each) => ({ each, off: distance(word.toLowerCase(), each.toLowerCase()) }))
        .sort((a, b) => a.off - b.off);
    return best !== undefined && best.off <= 2 && best.off <= best.each.length / 2 ? best.each : undefined;
}


/***/ }),

/***/ 47604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ parseSource)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92393);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33483);
/* harmony import */ var _json_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29880);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22729);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89810);





function pairAt(parent, key) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(parent))
        return undefined;
    return parent.items.find((item) => String((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(item.key) ? item.key.toJSON() : item.key) === String(key));
}
function startOf(node) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? (node.range?.[0] ?? undefined) : undefined;
}
function child(node, step) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return pairAt(node, step)?.value;
    const items = node?.items;
    const item = items?.[Number(step)];
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isPair */ .tO)(item) ? item.value : item;
}
function offsetOf(root, path, ofKey) {
    let node = root;
    let offset = startOf(root) ?? 0;
    for (const [index, step] of path.entries()) {
        const key = pairAt(node, step)?.key;
        const next = child(node, step);
        const at = (ofKey && index === path.length - 1) || startOf(next) === undefined ? startOf(key) : startOf(next);
        if (at === undefined)
            return offset;
        [node, offset] = [next, at];
    }
    return offset;
}
/** JSON that the JSON reader accepts; undefined when it does not, for YAML may still be. */
function readJson(text) {
    if (!/^\s*[[{]/.test(text))
        return undefined;
    try {
        return { value: JSON.parse(text) };
    }
    catch {
        return undefined;
    }
}
function checkDepth(value, file, levels = _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .DEPTH_MAX */ .tZ) {
    if (typeof value !== 'object' || value === null)
        return;
    if (levels === 0)
        throw (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .tooDeep */ .DI)({ file });
    for (const each of Object.values(value))
        checkDepth(each, file, levels - 1);
}
/** The reader calls itself for every level, and refuses aliases that stand for more than can be written out. */
function yamlValue(file, read) {
    try {
        return read();
    }
    catch (error) {
        if (error instanceof RangeError)
            throw (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .tooDeep */ .DI)({ file });
        if (!(error instanceof ReferenceError))
            throw error;
        const message = 'The aliases of this file stand for more than 1000 values.';
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H({ code: 'YAML_ALIASES', message, remedy: 'Write them out, or use fewer.', location: { file } });
    }
}
function yamlSource(file, text) {
    (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .checkSize */ .C1)(file, text, 'YAML');
    const locationAt = (0,_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .linesOf */ .D)(file, text);
    const document = yamlValue(file, () => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { prettyErrors: false, uniqueKeys: true }));
    const overflow = document.errors.find(({ message }) => message.includes('call stack'));
    if (overflow !== undefined)
        throw (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .tooDeep */ .DI)(locationAt(overflow.pos[0]));
    const problems = [...document.errors, ...document.warnings].map((error) => ({
        code: 'YAML_SYNTAX',
        message: `This is not valid YAML: ${error.message.split('\n')[0]}.`,
        location: locationAt(error.pos[0]),
    }));
    if (problems.length > 0)
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H(problems);
    const value = yamlValue(file, () => document.toJS({ maxAliasCount: 1000 }));
    checkDepth(value, file);
    return {
        file,
        value,
        locate: (path) => locationAt(offsetOf(document.contents, path, false)),
        locateKey: (path) => locationAt(offsetOf(document.contents, path, true)),
    };
}
/**
 * Parses a YAML (or JSON) text that must hold exactly one document without errors or duplicate keys.
 *
 * @throws Failure YAML_SYNTAX with every syntax error, each with line and column; SOURCE_TOO_DEEP, SOURCE_TOO_LARGE and
 * YAML_ALIASES for what could not be read in bounded time.
 */
function parseSource(file, given) {
    const text = given.replace(/^\uFEFF/, '');
    const nul = text.indexOf('\0');
    if (nul >= 0) {
        const message = 'There is a NUL character in this file, which is no text then.';
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H({ code: 'YAML_SYNTAX', message, location: (0,_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .linesOf */ .D)(file, text)(nul) });
    }
    const json = readJson(text);
    return json === undefined ? yamlSource(file, text) : (0,_json_source_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonSource */ .u)(file, text, json.value);
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

/***/ 13655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ writeBack)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../write-back/lib/answer.js
var answer = __webpack_require__(4442);
;// CONCATENATED MODULE: ../write-back/lib/back-off.js
// About as long as an attempt takes on a hosted server: a shorter wait mostly ends in the same crowd.
const FIRST_MS = 1500;
const LONGEST_MS = 5000;
/**
 * How long to wait after a failed attempt, in milliseconds.
 *
 * The whole wait is drawn ("full jitter"): writers that failed together and wait a fixed time fail together again.
 *
 * @param attempt from 1
 * @param random from 0 to 1
 */
function waitMs(attempt, random) {
    return Math.round(random * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 10)));
}

// EXTERNAL MODULE: ../write-back/lib/stamp.js
var stamp = __webpack_require__(78977);
// EXTERNAL MODULE: ../write-back/lib/trouble.js
var lib_trouble = __webpack_require__(58509);
;// CONCATENATED MODULE: ../write-back/lib/write.js





function viewOf({ repository }, commit, tip) {
    return {
        commit,
        read: (path, at = commit) => repository.read(at, path),
        prepare: (paths) => repository.prepare(commit, paths),
        // A newer run may have written to the branch of our own, which is not merged yet.
        lastEntry: async (service, path) => {
            const ours = tip === undefined ? undefined : await repository.lastEntry(tip, service, path);
            const merged = await repository.lastEntry(commit, service, path);
            return ours !== undefined && (merged === undefined || (0,stamp/* compareRuns */.qB)(ours.run, merged.run) > 0) ? ours : merged;
        },
        versions: (path) => repository.versions(commit, path),
    };
}
async function aimOf({ branch, from }, { repository }) {
    if (from === undefined)
        return { branch };
    const tip = await repository.fetch(from);
    if (!('kind' in tip))
        return { branch: from, tip: tip.commit };
    return tip.kind === 'branch-absent' ? { branch: from } : tip;
}
/** Whether the branch of our own says all of it already. */
async function isThere({ repository }, { tip }, head, files) {
    if (tip === undefined || !(await repository.contains(tip, head)))
        return false;
    const there = await Promise.all(files.map(({ path }) => repository.read(tip, path)));
    return files.every(({ file }, index) => there[index]?.text === file.text);
}
async function tryOnce(request, world, attempts, doubtful) {
    const { repository } = world;
    const { branch } = request;
    const aim = await aimOf(request, world);
    if ('kind' in aim)
        return { kind: 'trouble', trouble: aim, ...(doubtful && { pushed: doubtful }) };
    const head = await repository.fetch(branch);
    if ('kind' in head)
        return { kind: 'trouble', trouble: head, ...(doubtful && { pushed: doubtful }) };
    if (head.rewritten)
        world.log.info(`The history of ${branch} was rewritten; the edit is made on what is there now.`);
    const done = (written) => ({ kind: 'done', written });
    const end = request.from === undefined ? head.commit : aim.tip;
    if (doubtful !== undefined && end !== undefined && (await repository.contains(end, doubtful.commit)))
        return done({ kind: 'written', attempts: attempts - 1, ...doubtful });
    const plan = await request.plan(viewOf(world, head.commit, aim.tip));
    if (plan.kind === 'unchanged')
        return done({ ...plan, commit: head.commit, attempts });
    if (plan.kind !== 'write')
        return done({ ...plan, attempts });
    const { files, changes, message } = plan;
    if (request.dryRun)
        return done({ kind: 'planned', head: head.commit, attempts, changes });
    if (aim.tip !== undefined && (await isThere(world, aim, head.commit, files)))
        return done({ kind: 'written', commit: aim.tip, attempts, changes });
    const merges = aim.tip === undefined ? [] : [aim.tip];
    const place = { branch: aim.branch, isNew: request.from !== undefined && aim.tip === undefined };
    const landing = await repository.land({ parent: head.commit, merges, files, message }, place);
    const { commit } = landing;
    if (landing.kind === 'landed')
        return done({ kind: 'written', commit: landing.commit, attempts, changes });
    return { kind: 'trouble', trouble: landing.trouble, ...(commit !== undefined && { pushed: { commit, changes } }) };
}
/**
 * Writes an edit to a branch that others write to at the same time.
 *
 * Each attempt reads the newest commit and makes the edit anew on it: no commit is rebased, for neighbouring lines of two
 * services would be a conflict of texts and none of values, and none is forced. When the answer to a push was lost, the next
 * attempt looks whether the commit arrived.
 *
 * @throws Failure of the edit, or of what git said: HEAD_MOVED, GIT_UNREACHABLE, GIT_UNAUTHORISED, GIT_FORBIDDEN,
 * GIT_TOKEN_ENDED, GIT_RATE_LIMITED, GIT_REPOSITORY_ABSENT, GIT_BRANCH_ABSENT, BRANCH_RULED_OUT, SIGNATURE_REQUIRED, COMMIT_UNSIGNED,
 * DISK_FULL, GIT_FAILED; FILE_NOT_FOUND, CANCELLED.
 */
async function writeBack(request, world) {
    const { clock, log, signal, random = Math.random } = world;
    let doubtful;
    let wasTaken = false;
    for (let attempt = 1;; attempt += 1) {
        throwIfCancelled(signal);
        const result = await tryOnce(request, world, attempt, doubtful);
        if (result.kind === 'done')
            return result.written;
        throwIfCancelled(signal);
        const { pushed } = result;
        const trouble = seenAfter(result.trouble, wasTaken);
        // Only who may write is told that somebody was quicker.
        wasTaken ||= trouble.kind === 'moved';
        doubtful = trouble.kind === 'unreachable' ? pushed : undefined;
        if (!(0,answer/* isPassing */.WG)(trouble) || attempt >= request.attempts)
            throw (0,lib_trouble/* failureOf */.g)(trouble, attempt);
        const asked = trouble.kind === 'limited' ? (trouble.waitMs ?? 0) : 0;
        // Whoever was told the same time would come back at the same moment.
        const wait = asked + waitMs(attempt, random());
        log.debug(`Attempt ${attempt} of ${request.attempts}: ${trouble.said}. Waiting ${wait} ms.`);
        await clock.sleep(wait, signal).catch(() => undefined);
    }
}
/** What is said of the token is another thing once it was taken. */
function seenAfter(trouble, wasTaken) {
    return wasTaken && trouble.kind === 'unauthorised' ? { ...trouble, kind: 'token-ended' } : trouble;
}
function throwIfCancelled(signal) {
    if (signal?.aborted !== true)
        return;
    const message = 'The run was cancelled. A push that was under way may have arrived.';
    throw new failure/* Failure */.H({ code: 'CANCELLED', message });
}


/***/ })

};
