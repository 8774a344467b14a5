export const id = 154;
export const ids = [154];
export const modules = {

/***/ 8154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* reexport */ action/* action */.X),
  run: () => (/* reexport */ run)
});

// EXTERNAL MODULE: ../../actions/security-scan/lib/action.js
var action = __webpack_require__(9764);
;// CONCATENATED MODULE: ../versions/lib/order.js
/** Makes a comparer of a parser, which gives undefined for what is no version, and of the order of what it gives. */
function comparerOf(parse, compare) {
    return (a, b) => {
        const [first, second] = [parse(a), parse(b)];
        return first === undefined || second === undefined ? undefined : compare(first, second);
    };
}
/** The order of two texts by their code units, which for ASCII is that of their bytes. */
const byText = (a, b) => (a === b ? 0 : a < b ? -1 : 1);
/** The order of two whole numbers written in digits, however long they are. */
function byDigits(a, b) {
    const [first, second] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
    return first.length - second.length || byText(first, second);
}
/** The first order that is not zero, of the members of two lists; the list that ends first is filled with `missing`. */
function byMembers(a, b, missing, compare) {
    for (let index = 0; index < Math.max(a.length, b.length); index++) {
        const order = compare(a[index] ?? missing, b[index] ?? missing);
        if (order !== 0)
            return order;
    }
    return 0;
}
/** The first order that is not zero, of the members of two lists; the list that ends first is lower. */
function byPrefix(a, b, compare) {
    for (const [index, first] of a.slice(0, b.length).entries()) {
        const order = compare(first, b[index]);
        if (order !== 0)
            return order;
    }
    return a.length - b.length;
}

;// CONCATENATED MODULE: ../versions/lib/alpine.js

/** What a version is made of, in the order in which one comes before another when versions part (apk-tools, version.c). */
const KINDS = ['first', 'number', 'letter', 'suffix', 'suffix number', 'commit', 'revision', 'end'];
/** Suffixes from lowest to highest; those before the empty one make a pre-release. */
const SUFFIXES = ['alpha', 'beta', 'pre', 'rc', '', 'cvs', 'svn', 'git', 'hg', 'p'];
const RELEASE = SUFFIXES.indexOf('');
const PATTERN = /^\d+(?:\.\d+)*[a-z]?(?:_(?:alpha|beta|pre|rc|cvs|svn|git|hg|p)\d*)*(?:~[0-9a-f]+)?(?:-r\d+)?$/;
const TOKENS = [
    ['number', /\.(\d+)/y],
    ['suffix', /_([a-z]+)/y],
    ['commit', /~([0-9a-f]+)/y],
    ['revision', /-r(\d+)/y],
    ['letter', /([a-z])/y],
    ['suffix number', /(\d+)/y],
];
function tokenAt(text, at) {
    for (const [kind, pattern] of TOKENS) {
        pattern.lastIndex = at;
        const found = pattern.exec(text);
        if (found?.[1] !== undefined)
            return { kind: at === 0 ? 'first' : kind, text: found[1], end: pattern.lastIndex };
    }
    return undefined;
}
function parseAlpine(text) {
    if (!PATTERN.test(text))
        return undefined;
    const tokens = [];
    let token = tokenAt(text, 0);
    for (; token !== undefined; token = tokenAt(text, token.end))
        tokens.push(token);
    return tokens;
}
function bySame({ kind, text: a }, { text: b }) {
    if (kind === 'suffix')
        return SUFFIXES.indexOf(a) - SUFFIXES.indexOf(b);
    // A number with a zero in front is a fraction: 1.08 is below 1.1.
    const plain = kind === 'letter' || kind === 'commit' || (kind === 'number' && (a.startsWith('0') || b.startsWith('0')));
    return plain ? byText(a, b) : byDigits(a, b);
}
const isPreRelease = ({ kind, text }) => kind === 'suffix' && SUFFIXES.indexOf(text) < RELEASE;
function byTokens(a, b) {
    const end = { kind: 'end', text: '' };
    for (let index = 0;; index++) {
        const [first, second] = [a[index] ?? end, b[index] ?? end];
        if (first.kind !== second.kind) {
            if (isPreRelease(first) || isPreRelease(second))
                return isPreRelease(first) ? -1 : 1;
            return KINDS.indexOf(second.kind) - KINDS.indexOf(first.kind);
        }
        const order = first.kind === 'end' ? 0 : bySame(first, second);
        if (order !== 0 || first.kind === 'end')
            return order;
    }
}
/** Alpine: numbers, a letter, suffixes such as `_alpha` and `_p1`, and the revision of the package. */
const compareAlpine = comparerOf(parseAlpine, byTokens);

;// CONCATENATED MODULE: ../versions/lib/debian.js

/** What dpkg takes (lib/dpkg/parsehelp.c): a version that begins with a digit, of the characters that policy permits. */
const debian_PATTERN = /^(?:(\d+):)?(\d[A-Za-z0-9.+~:-]*?)(?:-([A-Za-z0-9.+~]+))?$/;
function parseDebian(text) {
    const [, epoch = '0', upstream, revision = ''] = debian_PATTERN.exec(text.trim()) ?? [];
    return upstream === undefined ? undefined : { epoch, upstream, revision };
}
/** The weight of a character that is no digit: `~` is below the end, letters are below everything else. */
function weight(character) {
    if (character === undefined || /\d/.test(character))
        return 0;
    if (character === '~')
        return -1;
    return /[A-Za-z]/.test(character) ? character.charCodeAt(0) : character.charCodeAt(0) + 256;
}
/** The order of two parts: what is no digit by weight, then what is by value, and so on in turns (deb-version(7)). */
function byPart(a, b) {
    let [left, right] = [a, b];
    while (left !== '' || right !== '') {
        const [words, others] = [/^\D*/.exec(left)?.[0] ?? '', /^\D*/.exec(right)?.[0] ?? ''];
        for (let at = 0; at < Math.max(words.length, others.length); at++) {
            const order = weight(words[at]) - weight(others[at]);
            if (order !== 0)
                return order;
        }
        [left, right] = [left.slice(words.length), right.slice(others.length)];
        const [number, other] = [/^\d*/.exec(left)?.[0] ?? '', /^\d*/.exec(right)?.[0] ?? ''];
        const order = byDigits(number, other);
        if (order !== 0)
            return order;
        [left, right] = [left.slice(number.length), right.slice(other.length)];
    }
    return 0;
}
/** Debian and what is made from it: epoch, upstream version and revision, in which `~` comes before the end. */
const compareDebian = comparerOf(parseDebian, (a, b) => byDigits(a.epoch, b.epoch) || byPart(a.upstream, b.upstream) || byPart(a.revision, b.revision));

;// CONCATENATED MODULE: ../versions/lib/maven.js

const QUALIFIERS = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];
const ALIASES = { ga: '', final: '', release: '', cr: 'rc' };
/** What one letter stands for when a digit follows. */
const LETTERS = { a: 'alpha', b: 'beta', m: 'milestone' };
/** Where a qualifier stands: the known ones by their place, all others behind them by the alphabet. */
function rankOf(qualifier) {
    const place = QUALIFIERS.indexOf(ALIASES[qualifier] ?? qualifier);
    return place < 0 ? `${QUALIFIERS.length}-${qualifier}` : String(place);
}
const maven_RELEASE = rankOf('');
function itemOf(text, beforeDigit = false) {
    if (/^\d/.test(text))
        return { kind: 'number', digits: text.replace(/^0+/, '') };
    return { kind: 'word', rank: rankOf(beforeDigit ? (LETTERS[text] ?? text) : text) };
}
function isNull(item) {
    if (item.kind === 'number')
        return item.digits === '';
    return item.kind === 'word' ? item.rank === maven_RELEASE : item.items.length === 0;
}
/** Takes away what changes nothing at the end of a list: zeros, releases and empty lists, also before a list. */
function normalize(items) {
    for (let at = items.length - 1; at >= 0; at--) {
        const item = items[at];
        if (item === undefined)
            return;
        if (isNull(item))
            items.splice(at, 1);
        else if (item.kind !== 'list')
            return;
    }
}
const maven_TOKENS = /[.-]|[0-9]+|[^.\-0-9]+/g;
/** The lists within lists that a version stands for; a list begins at `-` and wherever digits and letters meet. */
function parseMaven(text) {
    const root = [];
    const lists = [root];
    let list = root;
    const open = () => {
        const items = [];
        list.push({ kind: 'list', items });
        lists.push(items);
        list = items;
    };
    const tokens = text.toLowerCase().match(maven_TOKENS) ?? [];
    for (const [index, token] of tokens.entries()) {
        const [before, after] = [tokens[index - 1], tokens[index + 1]];
        const begins = before === undefined || before === '.' || before === '-';
        if (token === '.' || token === '-') {
            // Nothing between two separators is a zero.
            if (begins)
                list.push({ kind: 'number', digits: '' });
            if (token === '-')
                open();
            continue;
        }
        const isWord = !/^\d/.test(token);
        const joined = after !== undefined && after !== '.' && after !== '-';
        // `.X1` and a word at the end are read as `-X1` and `-X`.
        if (isWord && (joined || after === undefined) && list.length > 0)
            open();
        list.push(itemOf(token, joined));
        if (joined)
            open();
    }
    for (const items of lists.toReversed())
        normalize(items);
    return root;
}
const maven_KINDS = ['word', 'list', 'number'];
/** The order of an item where the other version has ended. */
function beyond(item) {
    if (item.kind === 'number')
        return item.digits === '' ? 0 : 1;
    if (item.kind === 'word')
        return byText(item.rank, maven_RELEASE);
    return item.items.map(beyond).find((order) => order !== 0) ?? 0;
}
function byItem(a, b) {
    if (a.kind === 'number' && b.kind === 'number')
        return byDigits(a.digits, b.digits);
    if (a.kind === 'word' && b.kind === 'word')
        return byText(a.rank, b.rank);
    if (a.kind === 'list' && b.kind === 'list')
        return byItems(a.items, b.items);
    return maven_KINDS.indexOf(a.kind) - maven_KINDS.indexOf(b.kind);
}
function byItems(a, b) {
    for (let index = 0; index < Math.max(a.length, b.length); index++) {
        const [first, second] = [a[index], b[index]];
        const order = first === undefined
            ? second === undefined
                ? 0
                : -beyond(second)
            : second === undefined
                ? beyond(first)
                : byItem(first, second);
        if (order !== 0)
            return order;
    }
    return 0;
}
/** A version nests a list at every change of letters and digits; longer ones than people write would fill the stack. */
const LENGTH_MAX = 512;
/** Maven: ComparableVersion of Maven 3.9 (maven-artifact), which gives every text an order. */
const compareMaven = comparerOf((text) => (text === '' || text.length > LENGTH_MAX ? undefined : parseMaven(text)), byItems);

// EXTERNAL MODULE: ../../node_modules/semver/index.js
var semver = __webpack_require__(84);
;// CONCATENATED MODULE: ../versions/lib/npm.js


/** npm: node-semver, which is the rule itself; build metadata is no part of the order. */
const compareNpm = comparerOf((text) => (0,semver.parse)(text) ?? undefined, (a, b) => a.compare(b));

;// CONCATENATED MODULE: ../versions/lib/python.js

/** The pattern of PEP 440's appendix B, with its alternative spellings. */
const python_PATTERN = new RegExp('^v?(?:(\\d+)!)?(\\d+(?:\\.\\d+)*)' +
    '(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\\d*))?' +
    '(?:-(\\d+)|[-_.]?(post|rev|r)[-_.]?(\\d*))?' +
    '(?:[-_.]?(dev)[-_.]?(\\d*))?' +
    '(?:\\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$');
const python_LETTERS = { alpha: 'a', beta: 'b', c: 'rc', pre: 'rc', preview: 'rc' };
function parsePython(text) {
    const found = python_PATTERN.exec(text.trim().toLowerCase());
    if (found === null)
        return undefined;
    const [, epoch = '0', release = '', letter, number, implicitPost, postWord, postNumber, devWord, devNumber, local] = found;
    const post = implicitPost ?? (postWord === undefined ? undefined : postNumber || '0');
    const dev = devWord === undefined ? 'highest' : ['dev', devNumber || '0'];
    // A development release alone comes before every pre-release of the same release.
    const absent = post === undefined && dev !== 'highest' ? 'lowest' : 'highest';
    return {
        epoch,
        release: release.split('.'),
        pre: letter === undefined ? absent : [python_LETTERS[letter] ?? letter, number || '0'],
        post: post === undefined ? 'lowest' : ['post', post],
        dev,
        local: local?.split(/[-_.]/),
    };
}
const rank = (stage) => (stage === 'lowest' ? -1 : stage === 'highest' ? 1 : 0);
function byStage(a, b) {
    if (typeof a === 'string' || typeof b === 'string')
        return rank(a) - rank(b);
    return byText(a[0], b[0]) || byDigits(a[1], b[1]);
}
/** Segments of local versions: numbers by value and above words. */
function bySegment(a, b) {
    const [first, second] = [/^\d+$/.test(a), /^\d+$/.test(b)];
    return first && second ? byDigits(a, b) : Number(first) - Number(second) || byText(a, b);
}
function byLocal(a, b) {
    if (a === undefined || b === undefined)
        return Number(a !== undefined) - Number(b !== undefined);
    return byPrefix(a, b, bySegment);
}
const byPython = (a, b) => byDigits(a.epoch, b.epoch) ||
    byMembers(a.release, b.release, '0', byDigits) ||
    byStage(a.pre, b.pre) ||
    byStage(a.post, b.post) ||
    byStage(a.dev, b.dev) ||
    byLocal(a.local, b.local);
/** PyPI: PEP 440, in every spelling that it permits. */
const comparePython = comparerOf(parsePython, byPython);

;// CONCATENATED MODULE: ../versions/lib/ruby.js

const ruby_PATTERN = /^\s*(?:[0-9]+(?:\.[0-9a-zA-Z]+)*(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?)?\s*$/;
const isNumber = (segment) => /^\d/.test(segment);
function withoutZeros(segments) {
    return segments.slice(0, segments.findLastIndex((segment) => !/^0+$/.test(segment)) + 1);
}
/** The segments, each part before and from the first word without its zeros at the end (Gem::Version#canonical_segments). */
function parseRuby(text) {
    if (!ruby_PATTERN.test(text))
        return undefined;
    const segments = (text.trim() || '0').replaceAll('-', '.pre.').match(/[0-9]+|[a-z]+/gi) ?? [];
    const word = segments.findIndex((segment) => !isNumber(segment));
    const cut = word < 0 ? segments.length : word;
    return [...withoutZeros(segments.slice(0, cut)), ...withoutZeros(segments.slice(cut))];
}
function ruby_bySegment(a, b) {
    const [first, second] = [isNumber(a), isNumber(b)];
    return first && second ? byDigits(a, b) : Number(first) - Number(second) || byText(a, b);
}
/** RubyGems: Gem::Version, in which a word makes a pre-release and `-` stands for `.pre.`. */
const compareRuby = comparerOf(parseRuby, (a, b) => byMembers(a, b, '0', ruby_bySegment));

;// CONCATENATED MODULE: ../versions/lib/semantic.js

const semantic_isNumber = (text) => /^\d+$/.test(text);
/** The order of two pre-release identifiers (semver.org, 11.4): numbers by value and below words. */
function byIdentifier(a, b) {
    if (semantic_isNumber(a) && semantic_isNumber(b))
        return byDigits(a, b);
    return semantic_isNumber(a) ? -1 : semantic_isNumber(b) ? 1 : byText(a, b);
}
/** The order of two lists of pre-release identifiers: none at all is a release and highest, a longer list is higher. */
function byPreRelease(a, b) {
    if (a.length === 0 || b.length === 0)
        return Number(a.length === 0) - Number(b.length === 0);
    return byPrefix(a, b, byIdentifier);
}
/** The order of two semantic versions; a number that is not there is zero. */
const bySemantic = (a, b) => byMembers(a.release, b.release, '0', byDigits) || byPreRelease(a.pre, b.pre);
const NUMBER = '(0|[1-9]\\d*)';
const IDENTIFIER = '(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)';
const TAIL = `(?:-(${IDENTIFIER}(?:\\.${IDENTIFIER})*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?`;
const WHOLE = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}${TAIL}$`);
function parseSemantic(text) {
    const [, major, minor, patch, pre] = WHOLE.exec(text) ?? [];
    if (major === undefined || minor === undefined || patch === undefined)
        return undefined;
    return { release: [major, minor, patch], pre: pre?.split('.') ?? [] };
}
/** crates.io: Semantic Versioning as it is written, which Cargo demands of every crate. */
const compareCrates = comparerOf(parseSemantic, bySemantic);
const GO = new RegExp(`^v?${NUMBER}(?:\\.${NUMBER}(?:\\.${NUMBER}${TAIL})?)?$`);
const GO_TOOLCHAIN = /^(?:go)?(\d+\.\d+)(?:\.(\d+))?(rc|beta)(\d+)$/;
function parseGo(text) {
    // Go's own releases are tagged go1.21rc2, and its vulnerability database writes 1.21.0-rc.2.
    const spelt = text.replace(GO_TOOLCHAIN, (_, minor, patch = '0', word, number) => `${minor}.${patch}-${word}.${number}`);
    const [, major, minor = '0', patch = '0', pre] = GO.exec(spelt.replace(/^go(?=\d)/, '')) ?? [];
    return major === undefined ? undefined : { release: [major, minor, patch], pre: pre?.split('.') ?? [] };
}
/**
 * Go, as golang.org/x/mod/semver orders module versions: the `v` may be missing, as advisories leave it out; `v1` and
 * `v1.2` are short; pseudo-versions are pre-releases, and `+incompatible` is build metadata.
 */
const compareGo = comparerOf(parseGo, bySemantic);
const NUGET = /^\s*(\d+(?:\.\d+){0,3})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-.]*)?\s*$/;
function parseNuget(text) {
    const [, release, pre] = NUGET.exec(text) ?? [];
    // Identifiers are compared without regard to case (NuGet.Versioning, VersionComparer).
    return release === undefined ? undefined : { release: release.split('.'), pre: pre?.toUpperCase().split('.') ?? [] };
}
/** NuGet: Semantic Versioning with up to four numbers, and pre-releases without regard to case. */
const compareNuget = comparerOf(parseNuget, bySemantic);

;// CONCATENATED MODULE: ../versions/lib/ecosystem.js







const lower = (name) => name.toLowerCase();
const DEBIAN = { compare: compareDebian };
const ALPINE = { compare: compareAlpine };
/** The rules of each ecosystem, under the name that OSV gives it (https://ossf.github.io/osv-schema/#defined-ecosystems). */
const RULES = {
    npm: { compare: compareNpm },
    // PEP 503: runs of -, _ and . are one hyphen, and case does not count.
    PyPI: { compare: comparePython, name: (name) => lower(name).replace(/[-_.]+/g, '-') },
    Go: { compare: compareGo },
    Maven: { compare: compareMaven },
    // crates.io takes no two names that differ in case or in - and _ alone.
    'crates.io': { compare: compareCrates, name: (name) => lower(name).replaceAll('_', '-') },
    RubyGems: { compare: compareRuby },
    NuGet: { compare: compareNuget, name: lower },
    Debian: DEBIAN,
    Ubuntu: DEBIAN,
    Alpine: ALPINE,
    Wolfi: ALPINE,
    Chainguard: ALPINE,
};
/** An ecosystem without its release or repository: `Debian` of `Debian:12`, `Maven` of `Maven:https://…`. */
function baseEcosystem(ecosystem) {
    const at = ecosystem.indexOf(':');
    return at < 0 ? ecosystem : ecosystem.slice(0, at);
}
function rulesOf(ecosystem) {
    const base = baseEcosystem(ecosystem);
    return Object.hasOwn(RULES, base) ? RULES[base] : undefined;
}
/** Whether the order of the ecosystem's versions is known here. */
const isKnownEcosystem = (ecosystem) => rulesOf(ecosystem) !== undefined;
/**
 * The order of two versions by their ecosystem's own rules; undefined when one of them is no version there or the
 * ecosystem is not known.
 */
function compareVersions(ecosystem, a, b) {
    return rulesOf(ecosystem)?.compare(a, b);
}
/** Whether a text is a version that the ecosystem can compare with others. */
const isVersion = (ecosystem, text) => compareVersions(ecosystem, text, text) !== undefined;
/** The one spelling of a package's name by which the ecosystem tells packages apart. */
function normalizeName(ecosystem, name) {
    return rulesOf(ecosystem)?.name?.(name) ?? name;
}
/** Whether two ecosystems can mean the same: one that names no release or repository means any of them. */
function sameEcosystem(a, b) {
    return a === b || (baseEcosystem(a) === baseEcosystem(b) && (!a.includes(':') || !b.includes(':')));
}

;// CONCATENATED MODULE: ../advisories/lib/range.js

/** A bound that no version is below (`0` where a range begins) or above (`*` where one ends). */
const isOpen = (event) => event.introduced === '0' || event.limit === '*';
const boundOf = ({ introduced, fixed, last_affected, limit }) => introduced ?? fixed ?? last_affected ?? limit ?? '';
/** Events from the lowest up; those of the same version in the order in which they would be written. */
function sorted(ecosystem, events) {
    const rank = (event) => (event.introduced === undefined ? 1 : 0);
    return events.toSorted((a, b) => {
        if (isOpen(a) || isOpen(b))
            return Number(isOpen(b)) - Number(isOpen(a));
        return compareVersions(ecosystem, boundOf(a), boundOf(b)) || rank(a) - rank(b);
    });
}
/** By the evaluation rules of the OSV schema: each event that lies at or before the version sets what holds from there. */
function affectedAfter(steps) {
    let affected = false;
    for (const { event, order } of steps) {
        if (event.introduced !== undefined && order >= 0)
            affected = true;
        else if (event.fixed !== undefined && order >= 0)
            affected = false;
        else if (event.last_affected !== undefined && order > 0)
            affected = false;
    }
    return affected;
}
/** Whether a version lies in a range; undefined when one of its bounds is no version of the ecosystem. */
function inRange({ events }, ecosystem, version) {
    const limits = events.filter(({ limit }) => limit !== undefined);
    const bounds = events.filter(({ limit }) => limit === undefined);
    if (events.some((event) => !isOpen(event) && !isVersion(ecosystem, boundOf(event))))
        return undefined;
    const orderTo = (event) => (isOpen(event) ? 1 : (compareVersions(ecosystem, version, boundOf(event)) ?? 0));
    // A range that has limits says nothing of versions that are below none of them.
    if (limits.length > 0 && !limits.some((event) => event.limit === '*' || orderTo(event) < 0))
        return false;
    return affectedAfter(sorted(ecosystem, bounds).map((event) => ({ event, order: orderTo(event) })));
}
/** Yes when any says so, and otherwise undefined when any could not be told. */
function any(answers) {
    if (answers.includes(true))
        return true;
    return answers.includes(undefined) ? undefined : false;
}
/**
 * Whether a version is affected, by the order of the advisory's own ecosystem.
 *
 * Undefined when it cannot be told: the version has no order there (a tag, an address), one of the advisory's own has
 * none, or the advisory names the package and neither versions nor ranges of versions.
 */
function isAffected({ ecosystem, ranges, versions }, version) {
    if (versions.includes(version))
        return true;
    if (ranges.length === 0 && versions.length === 0)
        return undefined;
    if (!isVersion(ecosystem, version))
        return undefined;
    if (versions.some((each) => compareVersions(ecosystem, each, version) === 0))
        return true;
    return any(ranges.map((range) => inRange(range, ecosystem, version)));
}
/** The lowest fixed version above the given one that none of the entries affects; undefined when there is none. */
function fixFor(entries, version) {
    const fixes = entries.flatMap(({ ecosystem, ranges }) => ranges.flatMap(({ events }) => events.flatMap(({ fixed }) => (fixed === undefined ? [] : [{ ecosystem, fixed }]))));
    return fixes
        .filter(({ ecosystem, fixed }) => (compareVersions(ecosystem, fixed, version) ?? 0) > 0)
        .filter(({ fixed }) => entries.every((each) => isAffected(each, fixed) !== true))
        .sort((a, b) => compareVersions(a.ecosystem, a.fixed, b.fixed) ?? 0)[0]?.fixed;
}

;// CONCATENATED MODULE: ../advisories/lib/match.js


/** The name and version under which advisories know a package: those of its source, where a distribution built it from one. */
function known({ name, version, source }) {
    return source ?? { name, version };
}
function keyOf(ecosystem, name) {
    return `${baseEcosystem(ecosystem)}/${normalizeName(ecosystem, name)}`;
}
/** Advisories under the names they affect. A withdrawn advisory affects nothing. */
function byName(advisories) {
    const index = new Map();
    for (const advisory of advisories.filter(({ withdrawn }) => !withdrawn))
        for (const key of new Set(advisory.affected.map(({ ecosystem, name }) => keyOf(ecosystem, name)))) {
            const named = index.get(key) ?? [];
            named.push(advisory);
            index.set(key, named);
        }
    return index;
}
/** The entries of an advisory that are about a package, in its release or repository. */
function entriesFor(of, key, { affected }) {
    return affected.filter(({ ecosystem, name }) => keyOf(ecosystem, name) === key && sameEcosystem(ecosystem, of.ecosystem));
}
/** Holds every package against the advisories that name it. */
function matchPackages(packages, advisories) {
    const index = byName(advisories);
    const matches = [];
    const unjudged = new Set();
    for (const of of packages) {
        const { name, version } = known(of);
        const key = keyOf(of.ecosystem, name);
        for (const advisory of index.get(key) ?? []) {
            const entries = entriesFor(of, key, advisory);
            const answers = entries.map((affected) => isAffected(affected, version));
            if (answers.includes(true)) {
                const fix = fixFor(entries, version);
                matches.push({ package: of, advisory, ...(fix !== undefined && { fix }) });
            }
            else if (answers.includes(undefined))
                unjudged.add(of);
        }
    }
    return { matches, unjudged: [...unjudged] };
}

// EXTERNAL MODULE: ../../node_modules/ae-cvss-calculator/dist/ae-cvss-calculator.js
var ae_cvss_calculator = __webpack_require__(7997);
;// CONCATENATED MODULE: ../findings/lib/severity.js

/** Severities from the lowest to the highest; `unknown` is a class of its own, above none of them. */
const SEVERITIES = ['low', 'moderate', 'high', 'critical'];
/** The rating of a base score: section 5 of the CVSS 3.1 specification. */
function rating(score) {
    if (score >= 9)
        return 'critical';
    if (score >= 7)
        return 'high';
    if (score >= 4)
        return 'moderate';
    return score > 0 ? 'low' : 'unknown';
}
function scoreOf(vector) {
    try {
        return (0,ae_cvss_calculator.fromVector)(vector)?.calculateScores().overall ?? 0;
    }
    catch {
        return 0;
    }
}
/** The severity of an advisory: of its highest CVSS vector, else what its database states, else unknown. */
function severityOf(advisory) {
    const scored = rating(Math.max(0, ...advisory.vectors.map(scoreOf)));
    if (scored !== 'unknown')
        return scored;
    const stated = advisory.statedSeverity?.toLowerCase().replace('medium', 'moderate');
    return SEVERITIES.find((severity) => severity === stated) ?? 'unknown';
}

;// CONCATENATED MODULE: ../findings/lib/finding.js

const finding_rank = (severity) => SEVERITIES.indexOf(severity);
/** The findings that matches amount to, worst first. */
function findingsOf(matches) {
    return matches
        .map((match) => ({ ...match, severity: severityOf(match.advisory) }))
        .sort((a, b) => finding_rank(b.severity) - finding_rank(a.severity) ||
        a.package.name.localeCompare(b.package.name) ||
        a.advisory.id.localeCompare(b.advisory.id));
}
/** Splits the findings: at or over the severity they block; an unknown severity blocks, for it may be any. */
function gate(findings, failOn) {
    const blocks = ({ severity }) => severity === 'unknown' || finding_rank(severity) >= finding_rank(failOn);
    return { blocking: findings.filter(blocks), tolerated: findings.filter((finding) => !blocks(finding)) };
}

// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(4408);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ../failure/lib/collect.js
var collect = __webpack_require__(7993);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(2393);
;// CONCATENATED MODULE: ../advisory-database/lib/fault.js

const REMEDIES = {
    DATABASE_MISSING: 'Correct "database", or fetch the OSV export there in an earlier step.',
    DATABASE_EMPTY: 'Fetch the OSV export again; an empty database would call everything clean.',
    DATABASE_MALFORMED: 'Fetch the database again: an advisory that is left out would hide vulnerabilities.',
    DATABASE_UNSAFE: 'Do not use this file: no export of OSV has this. Fetch the database from its source.',
    DATABASE_DIGEST: 'Fetch the database again, or correct the digest if a newer one is meant.',
    DATABASE_UNREACHABLE: 'Check the addresses, or give a database that was fetched before; nothing was judged.',
};
/** A Failure of the database: which file, what is wrong with it, and the remedy that goes with the code. */
function databaseFault(code, file, message) {
    return new failure/* Failure */.H({ code, message, remedy: REMEDIES[code], location: { file } });
}

// EXTERNAL MODULE: ../system/lib/concurrent.js
var concurrent = __webpack_require__(6609);
;// CONCATENATED MODULE: ../advisory-database/lib/byte-window.js


/** Reads a stream forward, a stretch at a time, and hashes all of it on the way; holds little more than one stretch. */
class ByteWindow {
    #file;
    #pieces;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    /** The offset of the first byte that is held. */
    #start = 0;
    #held = Buffer.alloc(0);
    constructor(file, stream) {
        this.#file = file;
        this.#pieces = stream[Symbol.asyncIterator]();
    }
    async #more() {
        const next = await this.#pieces.next();
        if (next.done === true)
            return false;
        this.#hash.update(next.value);
        this.#held = this.#held.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#held, next.value]);
        return true;
    }
    /** What is held of a stretch, without waiting; undefined when more must be read first. */
    peek(offset, length) {
        const at = offset - this.#start;
        return at >= 0 && at + length <= this.#held.length ? this.#held.subarray(at, at + length) : undefined;
    }
    /**
     * The bytes of a stretch, which must not lie before the one read last; they are good until the next is asked for.
     *
     * @throws Failure DATABASE_MALFORMED when the stream ends within it.
     */
    async read(offset, length) {
        for (;;) {
            const found = this.peek(offset, length);
            if (found !== undefined)
                return found;
            const passed = Math.min(Math.max(0, offset - this.#start), this.#held.length);
            this.#held = this.#held.subarray(passed);
            this.#start += passed;
            if (!(await this.#more()))
                throw databaseFault('DATABASE_MALFORMED', this.#file, 'The archive is cut off.');
        }
    }
    /** The digest of the whole stream, whose rest is read for it. */
    async digest() {
        do
            this.#held = Buffer.alloc(0);
        while (await this.#more());
        return `sha256:${this.#hash.digest('hex')}`;
    }
}

;// CONCATENATED MODULE: ../advisories/lib/advisory.js

/** A Failure DATABASE_MALFORMED that names the file of the database. */
function malformedAdvisory(file, message) {
    const remedy = 'Fetch the database again: an advisory that is left out would hide vulnerabilities.';
    return new failure/* Failure */.H({ code: 'DATABASE_MALFORMED', message, remedy, location: { file } });
}
const advisory_text = (value) => typeof value === 'string';
const listOf = (check) => (value) => Array.isArray(value) && value.every(check);
/** An object whose members are as their checks say; one that is marked with `?` may be missing or null. */
function object(members) {
    const checks = Object.entries(members).map(([name, check]) => [name.replace('?', ''), name.endsWith('?'), check]);
    return (value) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            return false;
        const given = value;
        return checks.every(([name, optional, check]) => (optional && (given[name] ?? null) === null) || check(given[name]));
    };
}
const advisory_event = object({ 'introduced?': advisory_text, 'fixed?': advisory_text, 'last_affected?': advisory_text, 'limit?': advisory_text });
const scores = listOf(object({ type: advisory_text, score: advisory_text }));
const anything = object({});
/** What is read of the schema, by the name of the member; each must be as it is said or not there. */
const SHAPE = {
    'aliases?': listOf(advisory_text),
    'related?': listOf(advisory_text),
    'upstream?': listOf(advisory_text),
    'summary?': advisory_text,
    'details?': advisory_text,
    'published?': advisory_text,
    'modified?': advisory_text,
    'withdrawn?': advisory_text,
    'severity?': scores,
    'database_specific?': anything,
    'references?': listOf(object({ url: advisory_text })),
    'affected?': listOf(object({
        'package?': object({ ecosystem: advisory_text, name: advisory_text }),
        'ranges?': listOf(object({ 'type?': advisory_text, events: listOf(advisory_event) })),
        'versions?': listOf(advisory_text),
        'severity?': scores,
        'database_specific?': anything,
        'ecosystem_specific?': anything,
    })),
};
function read(file, json) {
    let raw;
    try {
        raw = JSON.parse(json);
    }
    catch (error) {
        throw malformedAdvisory(file, `The advisory is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
    }
    if (!object({ id: advisory_text })(raw))
        throw malformedAdvisory(file, 'The file is not an OSV advisory: it has no "id".');
    const wrong = Object.entries(SHAPE).find(([name, check]) => !object({ [name]: check })(raw))?.[0];
    if (wrong === undefined)
        return raw;
    throw malformedAdvisory(file, `The file is not an OSV advisory: its "${wrong.replace('?', '')}" is not as the OSV schema has it.`);
}
function affectedOf({ package: of, ranges, versions, severity }) {
    return {
        ecosystem: of?.ecosystem ?? '',
        name: of?.name ?? '',
        ranges: (ranges ?? []).filter(({ type }) => type !== 'GIT').map(({ events }) => ({ events })),
        versions: versions ?? [],
        severity: severity ?? [],
    };
}
/** The databases put their word in different places: GitHub on the advisory, PyPA and Debian on the package. */
function wordOf(raw) {
    const words = [
        raw.database_specific?.severity,
        ...(raw.affected ?? []).flatMap(({ database_specific: own, ecosystem_specific: specific }) => [
            own?.severity,
            specific?.severity,
            specific?.urgency,
        ]),
    ];
    return words.find((word) => typeof word === 'string');
}
/**
 * Reads one advisory.
 *
 * @throws Failure DATABASE_MALFORMED when the text is not an OSV advisory.
 */
function parseAdvisory(file, json) {
    const raw = read(file, json);
    const stated = wordOf(raw);
    return {
        id: raw.id,
        aliases: raw.aliases ?? [],
        related: raw.related ?? [],
        upstream: raw.upstream ?? [],
        summary: raw.summary ?? raw.details?.split('\n')[0] ?? '',
        withdrawn: (raw.withdrawn ?? null) !== null,
        severity: raw.severity ?? [],
        vectors: (raw.severity ?? []).map(({ score }) => score),
        affected: (raw.affected ?? []).map(affectedOf),
        references: (raw.references ?? []).map(({ url }) => url),
        ...(typeof raw.published === 'string' && { published: raw.published }),
        ...(typeof raw.modified === 'string' && { modified: raw.modified }),
        ...(stated !== undefined && { statedSeverity: stated }),
    };
}

;// CONCATENATED MODULE: ../advisory-database/lib/selection.js

/** Coarser than every ecosystem's own rule of names: what one of them takes for the same is the same here. */
const fold = (name) => name.toLowerCase().replace(/[-_.]+/g, '-');
/** The names under which advisories may know the packages. */
function wantedOf(packages) {
    return new Set(packages.map((each) => fold(known(each).name)));
}
const ECOSYSTEM = /"ecosystem"\s*:\s*"([^"\\:]+)/g;
const NAME = /"name"\s*:\s*"([^"\\]*)(["\\])/g;
const MODIFIED = /"modified"\s*:\s*"(\d{4}-[^"]{6,30})"/;
/** A key that is spelt with escapes for its letters could not be found by its text. */
const SPELT_OUT = /\\u00[67][0-9a-f]/i;
const OBJECT = /^\s*\{[\s\S]*\}\s*$/;
/**
 * Whether an advisory may name one of the packages, from its text alone: reading one as JSON takes five times as long,
 * and of fifty thousand a lockfile concerns a few hundred. In doubt it may.
 */
function mayName(text, wanted) {
    if (SPELT_OUT.test(text))
        return true;
    let named = false;
    for (const [, name = '', end] of text.matchAll(NAME)) {
        named = true;
        if (end === '\\' || /[^\x20-\x7e]/.test(name) || wanted.has(fold(name)))
            return true;
    }
    return !named;
}
/**
 * Looks at one file of a database.
 *
 * @throws Failure DATABASE_MALFORMED when it is no advisory.
 */
function look(file, bytes, wanted) {
    // One character a byte, which is right for all that is looked for, and quick.
    const text = bytes.toString('latin1');
    const at = Date.parse(MODIFIED.exec(text)?.[1] ?? '');
    const ecosystems = [...text.matchAll(ECOSYSTEM)].map(([, name = '']) => name);
    const seen = { ecosystems, ...(!Number.isNaN(at) && { modified: at }) };
    if (mayName(text, wanted))
        return { ...seen, advisory: parseAdvisory(file, bytes.toString('utf8').replace(/^\uFEFF/, '')) };
    if (!OBJECT.test(text))
        throw malformedAdvisory(file, 'The advisory is not JSON: it holds no object.');
    return seen;
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ../advisory-database/lib/zip-content.js


const HEADER = 0x04034b50;
const HEADER_LENGTH = 30;
/**
 * The content of one entry, unpacked and held against its checksum.
 *
 * Unpacked in one call and not through a stream: making a stream takes longer than most advisories.
 *
 * @throws Failure DATABASE_MALFORMED when it is not what the archive's list of files says.
 */
async function readEntry(file, window, entry) {
    const fail = (why) => databaseFault('DATABASE_MALFORMED', file, `The archive's entry ${JSON.stringify(entry.name)} ${why}.`);
    const header = await window.read(entry.offset, HEADER_LENGTH);
    if (header.readUInt32LE(0) !== HEADER)
        throw fail('is not where the list of files says');
    const start = entry.offset + HEADER_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28);
    const packed = await window.read(start, entry.packed);
    const bytes = entry.stored ? packed : unpacked(packed, entry.size, fail);
    if (bytes.length !== entry.size)
        throw fail(`has ${bytes.length} bytes, and should have ${entry.size}`);
    if ((0,external_node_zlib_.crc32)(bytes) !== entry.checksum)
        throw fail('has another checksum than it should: it was damaged');
    return bytes;
}
function unpacked(packed, size, fail) {
    try {
        return (0,external_node_zlib_.inflateRawSync)(packed, { maxOutputLength: Math.max(1, size) });
    }
    catch (error) {
        throw fail(`cannot be unpacked (${error instanceof Error ? error.message : String(error)})`);
    }
}

;// CONCATENATED MODULE: ../advisory-database/lib/zip-directory.js

/** Signatures and lengths of the parts of an archive (PKWARE's APPNOTE, 4.3). */
const END = 0x06054b50;
const END_LENGTH = 22;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const LOCATOR64_LENGTH = 20;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const COMMENT_MAX = 0xffff;
const zip_directory_WHOLE = 0xffffffff;
/** Largest advisory that is read; the largest that are published have a few mebibytes. */
const ENTRY_MAX = 32 * 1024 * 1024;
const DIRECTORY_MAX = 512 * 1024 * 1024;
async function stretch(files, path, from, length) {
    const pieces = [];
    let held = 0;
    for await (const piece of files.stream(path, from)) {
        pieces.push(piece);
        held += piece.length;
        if (held >= length)
            break;
    }
    return Buffer.concat(pieces).subarray(0, length);
}
const malformed = (path, why) => databaseFault('DATABASE_MALFORMED', path, `This is no whole zip archive: ${why}.`);
/** An archive with more than 65,535 files keeps the true figures in a record of its own. */
async function directory64(files, path, tail, end) {
    const locator = end - LOCATOR64_LENGTH;
    if (locator < 0 || tail.readUInt32LE(locator) !== LOCATOR64)
        throw malformed(path, 'its zip64 locator is missing');
    const record = await stretch(files, path, Number(tail.readBigUInt64LE(locator + 8)), 56);
    if (record.length < 56 || record.readUInt32LE(0) !== END64)
        throw malformed(path, 'its zip64 record is missing');
    const [count, length, offset] = [24, 40, 48].map((at) => Number(record.readBigUInt64LE(at)));
    return { count: count ?? 0, length: length ?? 0, offset: offset ?? 0 };
}
async function findDirectory(files, path, size) {
    const tail = await stretch(files, path, Math.max(0, size - END_LENGTH - COMMENT_MAX - LOCATOR64_LENGTH), size);
    let end = tail.length - END_LENGTH;
    while (end >= 0 && !(tail.readUInt32LE(end) === END && tail.readUInt16LE(end + 20) === tail.length - end - END_LENGTH))
        end--;
    if (end < 0)
        throw malformed(path, 'its end is missing, so it was cut off or is none');
    const [count, length, offset] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
    const large = count === 0xffff || length === zip_directory_WHOLE || offset === zip_directory_WHOLE;
    return large ? directory64(files, path, tail, end) : { count, length, offset };
}
/** Milliseconds since 1970 of a date and a time as DOS packs them. */
function dosTime(date, time) {
    const days = [(date >> 9) + 1980, ((date >> 5) & 15) - 1, date & 31];
    return Date.UTC(...days, time >> 11, (time >> 5) & 63, (time & 31) * 2);
}
/** The 64-bit figures of an entry stand in an extra field, in order, for those that the entry itself marks as too large. */
function large(extra, values) {
    for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
        if (extra.readUInt16LE(at) !== 1)
            continue;
        let next = at + 4;
        return values.map((value) => {
            if (value !== zip_directory_WHOLE || next + 8 > extra.length)
                return value;
            next += 8;
            return Number(extra.readBigUInt64LE(next - 8));
        });
    }
    return values;
}
function unsafe(path, { name, size }) {
    const shown = JSON.stringify(name.slice(0, 80));
    const refuse = (why) => databaseFault('DATABASE_UNSAFE', path, `The archive's entry ${shown} ${why}.`);
    if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[A-Za-z]:|\0/.test(name))
        throw refuse('leads out of the archive');
    if (size > ENTRY_MAX)
        throw refuse(`has ${size} bytes unpacked; an advisory is read up to ${ENTRY_MAX}`);
}
function entryAt(path, bytes, at) {
    if (at + ENTRY_LENGTH > bytes.length || bytes.readUInt32LE(at) !== ENTRY)
        throw malformed(path, 'its list of files breaks off');
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const nameEnd = at + ENTRY_LENGTH + (nameLength ?? 0);
    const name = bytes.toString('utf8', at + ENTRY_LENGTH, nameEnd);
    const extra = bytes.subarray(nameEnd, nameEnd + (extraLength ?? 0));
    const short = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const [size = 0, packed = 0, offset = 0] = large(extra, short);
    if ((flags & 1) !== 0)
        throw malformed(path, `its entry ${name} is encrypted`);
    if (method !== 0 && method !== 8)
        throw malformed(path, `its entry ${name} is packed by method ${method}, which is not read`);
    const modified = dosTime(bytes.readUInt16LE(at + 14), bytes.readUInt16LE(at + 12));
    const entry = { name, offset, packed, size, checksum: bytes.readUInt32LE(at + 16), stored: method === 0, modified };
    return { entry, end: nameEnd + (extraLength ?? 0) + (commentLength ?? 0) };
}
/** Entries that share bytes are how a small archive unpacks to any size. */
function checkApart(path, entries, end) {
    for (const [index, { name, offset, packed }] of entries.entries()) {
        const next = entries[index + 1]?.offset ?? end;
        if (offset + 30 + packed > next)
            throw databaseFault('DATABASE_UNSAFE', path, `The archive's entry ${JSON.stringify(name.slice(0, 80))} overlaps the next.`);
    }
}
/**
 * The files of a zip archive in the order in which they lie in it; nothing is unpacked.
 *
 * @throws Failure DATABASE_MALFORMED for what is cut off or no archive, DATABASE_UNSAFE for names that lead out of it and
 * for entries that are larger than any advisory or lie upon each other.
 */
async function readDirectory(files, path) {
    const size = await files.size(path);
    if (size < END_LENGTH)
        throw malformed(path, `it has ${size} bytes`);
    const { offset, length, count } = await findDirectory(files, path, size);
    if (length > DIRECTORY_MAX || offset + length > size)
        throw malformed(path, 'its list of files lies beyond its end');
    const bytes = await stretch(files, path, offset, length);
    const entries = [];
    for (let at = 0; entries.length < count;) {
        const { entry, end } = entryAt(path, bytes, at);
        unsafe(path, entry);
        entries.push(entry);
        at = end;
    }
    const inOrder = entries.sort((a, b) => a.offset - b.offset);
    checkApart(path, inOrder, offset);
    return inOrder;
}

;// CONCATENATED MODULE: ../advisory-database/lib/part.js







const isAdvisory = (name) => name.endsWith('.json');
class Sightings {
    advisories = [];
    ecosystems = new Set();
    newest = 0;
    constructor({ ecosystem }) {
        if (ecosystem !== undefined)
            this.ecosystems.add(ecosystem);
    }
    add(file, bytes, wanted) {
        const { advisory, modified = 0, ecosystems } = look(file, bytes, wanted);
        if (advisory !== undefined)
            this.advisories.push(advisory);
        for (const each of ecosystems)
            this.ecosystems.add(each);
        this.newest = Math.max(this.newest, modified);
    }
}
/**
 * Reads an archive of advisories once from its beginning to its end; what it holds at a time is one piece of the archive.
 *
 * @throws Failure DATABASE_MALFORMED, DATABASE_UNSAFE or DATABASE_EMPTY.
 */
async function readArchive(part, wanted, files) {
    const { file } = part;
    const entries = (await readDirectory(files, file)).filter(({ name }) => isAdvisory(name));
    if (entries.length === 0)
        throw databaseFault('DATABASE_EMPTY', file, 'The archive holds no advisory.');
    const window = new ByteWindow(file, files.stream(file));
    const found = new Sightings(part);
    for (const entry of entries)
        found.add(`${file}/${entry.name}`, await readEntry(file, window, entry), wanted);
    const packed = entries.reduce((latest, { modified }) => Math.max(latest, modified), 0);
    return {
        ...part,
        digest: await window.digest(),
        count: entries.length,
        newest: Math.max(found.newest, packed),
        advisories: found.advisories,
        ecosystems: found.ecosystems,
    };
}
const FILES_AT_ONCE = 16;
/**
 * Reads the advisories that lie as files in a folder.
 *
 * @throws Failure DATABASE_MALFORMED or DATABASE_UNSAFE.
 */
async function readFolder(part, wanted, files) {
    const names = (await files.list(part.file)).filter(({ kind, name }) => kind === 'file' && isAdvisory(name));
    const found = new Sightings(part);
    const digests = await (0,concurrent/* concurrently */.r)(FILES_AT_ONCE, names, async ({ name }) => {
        const path = `${part.file}/${name}`;
        const size = await files.size(path);
        if (size > FILE_MAX)
            throw databaseFault('DATABASE_UNSAFE', path, `The advisory has ${size} bytes; one is read up to ${FILE_MAX}.`);
        const bytes = Buffer.from(await files.readBytes(path));
        found.add(path, bytes, wanted);
        return `${name} ${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}\n`;
    });
    const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(digests.join('')).digest('hex')}`;
    return {
        ...part,
        digest,
        count: names.length,
        newest: found.newest,
        advisories: found.advisories,
        ecosystems: found.ecosystems,
    };
}
const FILE_MAX = 32 * 1024 * 1024;

;// CONCATENATED MODULE: ../advisory-database/lib/database.js






/** The base ecosystems of some packages, sorted, each with a file that needs it. */
function ecosystemsOf(packages) {
    const needed = new Map();
    for (const { ecosystem, location } of packages)
        if (!needed.has(baseEcosystem(ecosystem)))
            needed.set(baseEcosystem(ecosystem), location.file);
    return new Map([...needed].sort(([a], [b]) => (a < b ? -1 : 1)));
}
/** Where an export of one ecosystem may lie below a folder; the second is where osv-scanner keeps its own. */
const ARCHIVES = ['ECOSYSTEM/all.zip', 'osv-scalibr/ECOSYSTEM/all.zip', 'ECOSYSTEM.zip'];
async function partsOf(path, ecosystems, files) {
    if (path.endsWith('.zip'))
        return [{ file: path }];
    const hasAdvisories = async (folder) => (await files.list(folder)).some(({ kind, name }) => kind === 'file' && name.endsWith('.json'));
    const parts = [];
    if (await files.exists(`${path}/all.zip`))
        parts.push({ file: `${path}/all.zip` });
    if (await hasAdvisories(path))
        parts.push({ file: path, folder: true });
    for (const ecosystem of ecosystems) {
        const archives = ARCHIVES.map((pattern) => `${path}/${pattern.replace('ECOSYSTEM', ecosystem)}`);
        for (const file of archives)
            if (await files.exists(file))
                parts.push({ file, ecosystem });
        const folder = `${path}/${ecosystem}`;
        if (await hasAdvisories(folder))
            parts.push({ file: folder, ecosystem, folder: true });
    }
    return parts;
}
/** Each ecosystem that is needed must have advisories: with none of its own, nothing was looked for in it. */
function missingProblems(path, covered, needed) {
    return [...needed].flatMap(([ecosystem, file]) => {
        if (covered.has(ecosystem))
            return [];
        const message = `The database ${path} has no advisories of ${ecosystem}, whose packages stand in ${file}.`;
        const remedy = `Put the export of ${ecosystem} at ${path}/${ecosystem}/all.zip.`;
        return [{ code: 'DATABASE_MISSING', message, remedy, location: { file: path } }];
    });
}
function join(parts) {
    const lines = parts.map(({ ecosystem = '', digest }) => `${ecosystem} ${digest}\n`).sort();
    const own = parts.length === 1 ? parts[0]?.digest : undefined;
    // A vulnerability of two ecosystems stands in both of their archives.
    const advisories = new Map(parts.flatMap((part) => part.advisories.map((each) => [each.id, each])));
    return {
        id: own ?? `sha256:${(0,external_node_crypto_.createHash)('sha256').update(lines.join('')).digest('hex')}`,
        madeAt: parts.reduce((latest, { newest }) => Math.max(latest, newest), 0),
        count: parts.reduce((sum, { count }) => sum + count, 0),
        advisories: [...advisories.values()],
        parts: parts.map(({ advisories: _, ecosystems: __, ...rest }) => rest),
    };
}
async function readParts(parts, wanted, files) {
    const problems = [];
    const contents = [];
    // One after another: each takes a processor to itself.
    for (const { folder, ...part } of parts) {
        const content = await (0,collect/* collect */.F)(problems, () => (folder ? readFolder : readArchive)(part, wanted, files));
        if (content !== undefined)
            contents.push(content);
    }
    (0,failure/* failWhen */.x)(problems);
    return contents;
}
/** The ecosystems that are looked for: those of the packages, and all that the folder has when there are no packages. */
async function lookedFor(path, needed, files) {
    if (needed.size > 0)
        return [...needed.keys()];
    return (await files.list(path)).flatMap(({ kind, name }) => (kind === 'folder' ? [name] : []));
}
/**
 * Reads a database from a folder (advisories as files, or an archive an ecosystem) or from one zip archive.
 *
 * Only the advisories that may be about the packages are kept, so that one database fits into memory whatever its size.
 *
 * @param digest what the database's id must be, when that is known
 * @throws Failure with all that is wrong: DATABASE_MISSING, DATABASE_EMPTY, DATABASE_MALFORMED, DATABASE_UNSAFE or
 * DATABASE_DIGEST.
 */
async function readDatabase(path, packages, files, digest) {
    if (!(await files.exists(path)))
        throw databaseFault('DATABASE_MISSING', path, `There is no database ${path}.`);
    const needed = ecosystemsOf(packages);
    const parts = await partsOf(path, await lookedFor(path, needed, files), files);
    const holdsAnything = parts.length > 0 || (await files.list(path)).some(({ kind }) => kind === 'folder');
    if (!holdsAnything)
        throw databaseFault('DATABASE_EMPTY', path, `The database ${path} holds no advisory.`);
    const contents = await readParts(parts, wantedOf(packages), files);
    (0,failure/* failWhen */.x)(missingProblems(path, new Set(contents.flatMap(({ ecosystems }) => [...ecosystems])), needed));
    const database = join(contents);
    if (digest === undefined || database.id === digest)
        return database;
    throw databaseFault('DATABASE_DIGEST', path, `The database has the digest ${database.id}, and ${digest} was asked for.`);
}

// EXTERNAL MODULE: ../config/lib/decode.js
var decode = __webpack_require__(7747);
;// CONCATENATED MODULE: ../inventory/lib/lockfile-text.js


/** Far more than the lockfile of any repository has; what is larger would fill the memory of a runner. */
const SIZE_MAX_MIB = 32;
/** What git writes into a file that it could not merge. */
const CONFLICT = /^(?:<{7}|>{7}|\|{7})(?: |$)/m;
/** The line, counted from 1, in which an offset stands. */
function lineAt(text, offset) {
    let line = 1;
    for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1))
        line++;
    return line;
}
/** A Failure LOCKFILE_MALFORMED: what is wrong, where, and how to write the file anew. */
function lockfile_text_malformed(file, message, remedy, line) {
    return new failure/* Failure */.H({ code: 'LOCKFILE_MALFORMED', message, remedy, location: { file, ...(line !== undefined && { line }) } });
}
/**
 * The text of a lockfile, in UTF-8 with or without a byte order mark.
 *
 * @throws Failure LOCKFILE_TOO_LARGE, TEXT_ENCODING, or LOCKFILE_CONFLICT at the first mark of a merge.
 */
function lockfileText(file, bytes) {
    const mebibytes = bytes.length / 2 ** 20;
    const fail = (problem) => new failure/* Failure */.H(problem);
    if (mebibytes > SIZE_MAX_MIB) {
        const message = `The file has ${mebibytes.toFixed(1)} MiB; a lockfile is read up to ${SIZE_MAX_MIB} MiB.`;
        throw fail({
            code: 'LOCKFILE_TOO_LARGE',
            message,
            remedy: 'Check that it is a lockfile, or leave it out.',
            location: { file },
        });
    }
    const text = (0,decode/* decodeText */.g)(file, bytes);
    const conflict = CONFLICT.exec(text);
    if (conflict === null)
        return text;
    const message = 'A merge left its conflict in this file, so that it says two things.';
    const location = { file, line: lineAt(text, conflict.index) };
    throw fail({ code: 'LOCKFILE_CONFLICT', message, remedy: 'Resolve the conflict and write the file anew.', location });
}

;// CONCATENATED MODULE: ../inventory/lib/graph.js
/** Shortest ways from the roots to every node, in steps from node to node; a node without an entry is not reached. */
function stepsFrom(roots, nodes) {
    const steps = new Map();
    for (const root of roots)
        if (nodes.has(root))
            steps.set(root, undefined);
    // The map grows while it is walked, which makes it the queue of a breadth-first search.
    for (const key of steps.keys())
        for (const need of nodes.get(key)?.needs ?? [])
            if (nodes.has(need) && !steps.has(need))
                steps.set(need, key);
    return steps;
}
function wayTo(key, steps, nodes) {
    const way = [];
    for (let at = key; at !== undefined; at = steps.get(at))
        way.push(nodes.get(at)?.package.name ?? at);
    return way.reverse();
}
/** Tells for each package whether the project names it, by which shortest way it comes in, and what it is needed for. */
function trace(all, { direct, development }) {
    const nodes = new Map(all.map((node) => [node.key, node]));
    const steps = stepsFrom([...direct, ...(development ?? [])], nodes);
    const running = development === undefined ? undefined : stepsFrom(direct, nodes);
    return all.map(({ key, package: of }) => ({
        ...of,
        dev: running === undefined ? of.dev : steps.has(key) && !running.has(key),
        direct: steps.has(key) && steps.get(key) === undefined,
        ...(steps.has(key) && { via: wayTo(key, steps, nodes) }),
    }));
}

;// CONCATENATED MODULE: ../inventory/lib/package-list.js
/** A list of packages that includes nothing else. */
function packageList(packages, notes = []) {
    return { packages, notes, includes: [] };
}

;// CONCATENATED MODULE: ../inventory/lib/gemfile-lock.js



/** `name (1.2.3)` or, for a gem with machine code, `name (1.2.3-x86_64-linux)`. */
const SPEC = /^ {4}(\S+) \(([^)]+)\)$/;
const NEED = /^ {6}(\S+)/;
const PLATFORM = /-(?:x86|x64|arm|aarch|java|jruby|mswin|mingw|universal|ppc|s390|riscv).*$/;
/**
 * Reads a Gemfile.lock.
 *
 * @throws Failure LOCKFILE_MALFORMED.
 */
function parseGemfileLock(file, text) {
    const nodes = [];
    const direct = [];
    let section = '';
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        if (/^[A-Z]/.test(line))
            section = line.trim();
        const [, name, version = ''] = SPEC.exec(line) ?? [];
        // What comes from a folder is the project's own.
        if (section === 'GEM' || section === 'GIT') {
            const location = { file, line: index + 1 };
            if (name !== undefined)
                nodes.push({
                    key: name,
                    needs: [],
                    package: { ecosystem: 'RubyGems', name, version: version.replace(PLATFORM, ''), dev: false, location },
                });
            else
                nodes.at(-1)?.needs.push(...(NEED.exec(line)?.slice(1, 2) ?? []));
        }
        const named = section === 'DEPENDENCIES' ? /^ {2}([^\s!]+)/.exec(line)?.[1] : undefined;
        if (named !== undefined)
            direct.push(named);
    }
    if (section === '')
        throw lockfile_text_malformed(file, 'This is not a Gemfile.lock: it has no section.', 'Write it anew with "bundle lock".', 1);
    // A gem stands once for each platform, in one version.
    const seen = new Set();
    const once = nodes.filter(({ key, package: { version } }) => !seen.has(`${key} ${version}`) && seen.add(`${key} ${version}`));
    return packageList(trace(once, { direct }));
}

;// CONCATENATED MODULE: ../inventory/lib/go-mod.js


/** The first version whose go.mod lists every module that a build takes something from (Go 1.17's pruned graph). */
const COMPLETE_SINCE = 17;
function* directives(text) {
    let block;
    for (const [index, whole] of text.split(/\r?\n/).entries()) {
        const content = whole.trim();
        const code = content.replace(/\/\/.*$/, '').trim();
        if (code === ')')
            block = undefined;
        else if (block === undefined && code.endsWith('('))
            block = code.slice(0, -1).trim();
        else if (code !== '') {
            const [verb = '', rest = ''] = block === undefined ? code.split(/\s+(.*)/s) : [block, code];
            yield { verb, rest: `${rest}${/\/\/ indirect/.test(content) ? ' // indirect' : ''}`, line: index + 1 };
        }
    }
}
const unquoted = (text = '') => text.replace(/^["`](.*)["`]$/, '$1');
/** What a module is replaced by: all of its versions, or one; undefined stands for a folder, which has no version. */
function replacements(all) {
    return new Map(all
        .filter(({ verb }) => verb === 'replace')
        .map(({ rest }) => {
        const [from = '', to = ''] = rest.split('=>').map((side) => side.trim());
        const [name = '', version] = to.split(/\s+/).map(unquoted);
        return [from.split(/\s+/).map(unquoted).join('@'), version === undefined ? undefined : [name, version]];
    }));
}
/**
 * Reads a go.mod: since Go 1.17 it lists every module that a build can take something from, with the version that is
 * taken. Of an older one the rest stands in go.sum, which is included then. The standard library is a package too.
 *
 * @throws Failure LOCKFILE_MALFORMED.
 */
function parseGoMod(file, text) {
    const all = [...directives(text)];
    if (!all.some(({ verb }) => verb === 'module'))
        throw lockfile_text_malformed(file, 'This is not a go.mod: it has no "module".', 'Write one with "go mod init".', 1);
    const replaced = replacements(all);
    const packages = [];
    for (const { verb, rest, line } of all) {
        if (verb !== 'require')
            continue;
        const [name = '', version] = rest.split(/\s+/).map(unquoted);
        if (version === undefined)
            throw lockfile_text_malformed(file, `"${rest}" requires no version.`, 'Run "go mod tidy".', line);
        const key = [`${name}@${version}`, name].find((each) => replaced.has(each));
        const [real, taken] = (key === undefined ? [name, version] : replaced.get(key)) ?? [];
        if (real === undefined || taken === undefined)
            continue;
        const direct = !rest.endsWith('// indirect');
        packages.push({
            ecosystem: 'Go',
            name: real,
            version: taken,
            dev: false,
            direct,
            location: { file, line },
            ...(direct && { via: [real] }),
        });
    }
    const language = all.find(({ verb }) => verb === 'go');
    const toolchain = all.find(({ verb, rest }) => verb === 'toolchain' && rest !== 'default') ?? language;
    const release = /^(?:go)?([\d.]+(?:rc\d+|beta\d+)?)/.exec(toolchain?.rest ?? '')?.[1];
    if (release !== undefined && toolchain !== undefined) {
        const location = { file, line: toolchain.line };
        packages.push({ ecosystem: 'Go', name: 'stdlib', version: release, dev: false, direct: true, location, via: ['stdlib'] });
    }
    const old = Number(/^1\.(\d+)/.exec(language?.rest ?? '1.0')?.[1] ?? COMPLETE_SINCE) < COMPLETE_SINCE;
    return { ...packageList(packages), includes: old ? [file.replace(/go\.mod$/, 'go.sum')] : [] };
}
/**
 * Reads a go.sum: the modules whose source was fetched, which is more than a build takes. Those of which the file has
 * only the go.mod were looked at to choose versions and are in no build.
 *
 * @throws Failure LOCKFILE_MALFORMED.
 */
function parseGoSum(file, text) {
    const packages = [];
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        if (line.trim() === '')
            continue;
        const [name, version, hash] = line.trim().split(/\s+/);
        if (name === undefined || version === undefined || hash === undefined)
            throw lockfile_text_malformed(file, 'A line of this go.sum has not three words.', 'Run "go mod tidy".', index + 1);
        if (version.endsWith('/go.mod'))
            continue;
        packages.push({ ecosystem: 'Go', name, version, dev: false, direct: false, location: { file, line: index + 1 } });
    }
    return packageList(packages);
}

;// CONCATENATED MODULE: ../inventory/lib/gradle-lock.js


/** `group:artefact:version=configuration,configuration`. */
const gradle_lock_ENTRY = /^([^:=\s]+):([^:=\s]+):([^:=\s]+)=(.*)$/;
/**
 * Reads a gradle.lockfile or buildscript-gradle.lockfile. What is locked for tests alone is for development.
 *
 * @throws Failure LOCKFILE_MALFORMED.
 */
function parseGradleLock(file, text) {
    const packages = [];
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        if (line.trim() === '' || line.startsWith('#') || line.startsWith('empty='))
            continue;
        const [, group, artefact, version, configurations] = gradle_lock_ENTRY.exec(line.trim()) ?? [];
        if (group === undefined || version === undefined)
            throw lockfile_text_malformed(file, 'A line of this lockfile names no group:artefact:version.', 'Write it anew with "gradle dependencies --write-locks".', index + 1);
        const dev = (configurations ?? '').split(',').every((each) => /^test/i.test(each));
        packages.push({
            ecosystem: 'Maven',
            name: `${group}:${artefact}`,
            version,
            dev,
            direct: false,
            location: { file, line: index + 1 },
        });
    }
    return packageList(packages);
}

// EXTERNAL MODULE: ../config/lib/json-source.js + 1 modules
var json_source = __webpack_require__(9880);
// EXTERNAL MODULE: ../config/lib/limits.js
var limits = __webpack_require__(2729);
// EXTERNAL MODULE: ../config/lib/lines.js
var lines = __webpack_require__(9810);
;// CONCATENATED MODULE: ../config/lib/strict-json.js




/**
 * Parses a text that must be JSON and nothing else, with the place of every value.
 *
 * @throws Failure JSON_SYNTAX with the line, and what `parseSource` throws of JSON.
 */
function parseJson(file, given) {
    const text = given.replace(/^\uFEFF/, '');
    (0,limits/* checkSize */.C1)(file, text, 'JSON');
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        const offset = /position (\d+)/.exec(why)?.[1] ?? String(text.length);
        const message = `This is not valid JSON: ${why.replace(/ in JSON at .*/s, '').slice(0, 120)}.`;
        throw new failure/* Failure */.H({ code: 'JSON_SYNTAX', message, location: (0,lines/* linesOf */.D)(file, text)(Number(offset)) });
    }
    return (0,json_source/* jsonSource */.u)(file, text, value);
}

;// CONCATENATED MODULE: ../inventory/lib/npm-lock.js




const REMEDY = 'Write it anew with "npm install --package-lock-only".';
const FOLDER = 'node_modules/';
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isMap = (value) => value === undefined || (isObject(value) && Object.values(value).every(isObject));
function parseLock(source) {
    const fail = (message, line) => lockfile_text_malformed(source.file, `This is not a package-lock.json: ${message}.`, REMEDY, line);
    if (!isObject(source.value))
        throw fail('it holds no object', 1);
    const lock = source.value;
    for (const key of ['packages', 'dependencies'])
        if (!isMap(lock[key]))
            throw fail(`a package in it is no object`, source.locateKey([key]).line);
    if (lock.lockfileVersion === undefined && lock.packages === undefined && lock.dependencies === undefined)
        throw fail('it has no "lockfileVersion"', 1);
    return lock;
}
const namesIn = ({ dependencies, optionalDependencies, peerDependencies }) => Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
/** Where Node finds a name that is asked for in a folder: in its own node_modules, or in one further up. */
function resolve(from, name, has) {
    for (let folder = from;; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
        const path = folder === '' ? `${FOLDER}${name}` : `${folder}/${FOLDER}${name}`;
        if (has(path) || folder === '')
            return path;
    }
}
/** Versions 2 and 3: a flat map from the path in node_modules to what is installed there; other paths are workspaces. */
function fromPackages(source, entries) {
    const has = (path) => Object.hasOwn(entries, path);
    const nodes = [];
    const direct = [];
    for (const [path, entry] of Object.entries(entries)) {
        const at = path.lastIndexOf(FOLDER);
        const needs = namesIn(entry).map((name) => resolve(path, name, has));
        if (at < 0)
            direct.push(...needs, ...Object.keys(entry.devDependencies ?? {}).map((name) => resolve(path, name, has)));
        if (at < 0 || entry.link || typeof entry.version !== 'string')
            continue;
        const { file, line = 1 } = source.locateKey(['packages', path]);
        // An alias is installed under another name than the one that advisories know.
        const name = entry.name ?? path.slice(at + FOLDER.length);
        const of = { ecosystem: 'npm', name, version: entry.version, dev: entry.dev ?? entry.devOptional ?? false };
        nodes.push({ key: path, needs, package: { ...of, location: { file, line } } });
    }
    return packageList(trace(nodes, { direct }));
}
/** `npm:real@1.2.3` is an alias; an address is a version that no advisory can be compared with. */
function real(name, version) {
    const [, alias, aliased] = /^npm:(@?[^@]+)@(.+)$/.exec(version) ?? [];
    return alias === undefined || aliased === undefined ? { name, version } : { name: alias, version: aliased };
}
/** Version 1: a tree of names, each of which finds what it requires in its own branch or in one further up. */
function fromTree(source, root) {
    const nodes = [];
    const walk = (tree, path, above) => {
        const here = new Map(Object.keys(tree).map((name) => [name, [...path, name].join('\0')]));
        for (const [name, entry] of Object.entries(tree)) {
            if (typeof entry === 'string')
                continue;
            const steps = [...path, name];
            const inner = new Map(Object.keys(entry.dependencies ?? {}).map((each) => [each, [...steps, each].join('\0')]));
            const scopes = [inner, here, ...above];
            const needs = Object.keys(typeof entry.requires === 'object' ? entry.requires : {}).flatMap((each) => scopes.find((scope) => scope.has(each))?.get(each) ?? []);
            const { file, line = 1 } = source.locateKey(steps.flatMap((step) => ['dependencies', step]));
            const of = { ecosystem: 'npm', ...real(name, entry.version ?? ''), dev: entry.dev ?? false, location: { file, line } };
            if (entry.version !== undefined)
                nodes.push({ key: steps.join('\0'), needs, package: of });
            walk(entry.dependencies ?? {}, steps, [here, ...above]);
        }
    };
    walk(root, [], []);
    // This version does not say what the project itself names: it is what nothing else requires.
    const required = new Set(nodes.flatMap(({ needs }) => needs));
    const direct = nodes.map(({ key }) => key).filter((key) => !key.includes('\0') && !required.has(key));
    return packageList(trace(nodes, { direct }));
}
/**
 * Reads a package-lock.json or npm-shrinkwrap.json of lockfile version 1, 2 or 3.
 *
 * @throws Failure JSON_SYNTAX or LOCKFILE_MALFORMED when the text is not such a file.
 */
function parseNpmLock(file, text) {
    const source = parseJson(file, text);
    const lock = parseLock(source);
    if (lock.packages !== undefined)
        return fromPackages(source, lock.packages);
    return fromTree(source, lock.dependencies ?? {});
}

;// CONCATENATED MODULE: ../inventory/lib/nuget-lock.js




/**
 * Reads a packages.lock.json of NuGet, in which each target framework has its own list.
 *
 * @throws Failure JSON_SYNTAX or LOCKFILE_MALFORMED.
 */
function parseNugetLock(file, text) {
    const source = parseJson(file, text);
    const { dependencies } = (source.value ?? {});
    if (typeof dependencies !== 'object' || dependencies === null)
        throw lockfile_text_malformed(file, 'This is not a packages.lock.json: it has no "dependencies".', 'Write it anew with "dotnet restore --force-evaluate".', 1);
    const nodes = [];
    const direct = [];
    for (const [framework, entries] of Object.entries(dependencies))
        for (const [name, { type, resolved, dependencies: needs }] of Object.entries(entries)) {
            if (type === 'Project' || resolved === undefined)
                continue;
            const key = `${framework}\0${name.toLowerCase()}`;
            if (type === 'Direct')
                direct.push(key);
            const { line = 1 } = source.locateKey(['dependencies', framework, name]);
            const of = { ecosystem: 'NuGet', name, version: resolved, dev: false, location: { file, line } };
            nodes.push({ key, needs: Object.keys(needs ?? {}).map((each) => `${framework}\0${each.toLowerCase()}`), package: of });
        }
    return packageList(trace(nodes, { direct }));
}

;// CONCATENATED MODULE: ../inventory/lib/pipfile-lock.js



/**
 * Reads a Pipfile.lock. It does not tell what needs what, so every package counts as one that the project names.
 *
 * @throws Failure JSON_SYNTAX or LOCKFILE_MALFORMED.
 */
function parsePipfileLock(file, text) {
    const source = parseJson(file, text);
    const lock = source.value;
    if (lock?.['_meta'] === undefined)
        throw lockfile_text_malformed(file, 'This is not a Pipfile.lock: it has no "_meta".', 'Write it anew with "pipenv lock".', 1);
    const packages = [];
    const notes = [];
    for (const [section, entries] of Object.entries(lock).filter(([name]) => name !== '_meta'))
        for (const [name, entry] of Object.entries(entries ?? {})) {
            const { line = 1 } = source.locateKey([section, name]);
            const version = typeof entry?.version === 'string' ? /^===?(.+)$/.exec(entry.version)?.[1] : undefined;
            const location = { file, line };
            if (version === undefined)
                notes.push({ message: `${name} has no version in it.`, location });
            else
                packages.push({ ecosystem: 'PyPI', name, version, dev: section === 'develop', direct: true, location, via: [name] });
        }
    return packageList(packages, notes);
}

// EXTERNAL MODULE: ../config/lib/source.js
var source = __webpack_require__(7604);
;// CONCATENATED MODULE: ../inventory/lib/pnpm-lock.js




/** A key without its peers: `/a@1.0.0(b@2.0.0)`, and `/a/1.0.0_b@2.0.0` before version 6. */
const bare = (key) => key.replace(/^\//, '').replace(/\(.*$/, '');
function identity(key, version) {
    const text = bare(key);
    const at = version < 6 ? text.lastIndexOf('/') : text.indexOf('@', 1);
    if (at <= 0)
        return undefined;
    return { name: text.slice(0, at), version: text.slice(at + 1).replace(version < 6 ? /_.*$/ : /$^/, '') };
}
/** The lines of the keys below `packages:`; the reader of YAML would look through all of them for each. */
function linesOf(text) {
    const lines = new Map();
    let section = '';
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        section = /^(\w+):/.exec(line)?.[1] ?? section;
        const key = /^ {2}(?:'([^']+)'|"([^"]+)"|([^\s'"].*)):\s*$/.exec(line);
        if (section === 'packages' && key !== null)
            lines.set(key[1] ?? key[2] ?? key[3] ?? '', index + 1);
    }
    return lines;
}
function keysOf(dependencies, version, has) {
    return Object.entries(dependencies ?? {}).flatMap(([name, resolved]) => {
        const at = typeof resolved === 'string' ? resolved : (resolved?.version ?? '');
        // An alias is resolved to the whole key of another package.
        const spellings = [`/${name}${version < 6 ? '/' : '@'}${at}`, `${name}@${at}`, at, `/${at}`];
        return spellings.filter(has).slice(0, 1);
    });
}
function pnpm_lock_listOf(file, text, lock, version) {
    const packages = lock.packages ?? {};
    const entries = lock.snapshots ?? packages;
    const has = (key) => Object.hasOwn(entries, key);
    const lines = linesOf(text);
    const nodes = Object.entries(entries).flatMap(([key, entry]) => {
        const about = packages[key] ?? packages[key.replace(/\(.*$/, '')];
        const found = identity(key, version);
        const name = about?.name ?? found?.name;
        const installed = about?.version ?? found?.version;
        if (name === undefined || installed === undefined)
            return [];
        const line = lines.get(key) ?? lines.get(key.replace(/\(.*$/, ''));
        const needs = [entry?.dependencies, entry?.optionalDependencies].flatMap((each) => keysOf(each, version, has));
        const location = { file, ...(line !== undefined && { line }) };
        return [{ key, needs, package: { ecosystem: 'npm', name, version: installed, dev: entry?.dev ?? false, location } }];
    });
    const importers = Object.values(lock.importers ?? { '.': lock });
    const of = (pick) => importers.flatMap((each) => keysOf(pick(each), version, has));
    const direct = [...of((each) => each.dependencies), ...of((each) => each.optionalDependencies)];
    return packageList(trace(nodes, { direct, development: of((each) => each.devDependencies) }));
}
/**
 * Reads a pnpm-lock.yaml of lockfile versions 5 to 9.
 *
 * @throws Failure LOCKFILE_MALFORMED, and what `parseSource` throws.
 */
function parsePnpmLock(file, text) {
    const value = (0,source/* parseSource */.P)(file, text).value;
    const version = Number.parseFloat(String(value?.lockfileVersion));
    if (value !== null && version >= 5 && version < 10)
        return pnpm_lock_listOf(file, text, value, version);
    const found = Number.isNaN(version) ? 'has no "lockfileVersion"' : `is of version ${version}, and 5 to 9 are read`;
    throw lockfile_text_malformed(file, `This pnpm-lock.yaml ${found}.`, 'Write it anew with "pnpm install --lockfile-only".', 1);
}

// EXTERNAL MODULE: ../../node_modules/@rgrove/parse-xml/dist/lib/XmlElement.js
var XmlElement = __webpack_require__(4906);
// EXTERNAL MODULE: ../../node_modules/@rgrove/parse-xml/dist/lib/XmlText.js
var XmlText = __webpack_require__(7196);
// EXTERNAL MODULE: ../../node_modules/@rgrove/parse-xml/dist/index.js + 9 modules
var dist = __webpack_require__(8541);
// EXTERNAL MODULE: ../../node_modules/@rgrove/parse-xml/dist/lib/XmlError.js
var XmlError = __webpack_require__(4036);
;// CONCATENATED MODULE: ../inventory/lib/xml-document.js



function elementOf(node, text) {
    const children = node.children.filter((child) => child instanceof XmlElement/* XmlElement */.W);
    const local = (name) => name.slice(name.indexOf(':') + 1);
    const all = (name) => children.filter((child) => local(child.name) === name).map((child) => elementOf(child, text));
    return {
        name: local(node.name),
        line: lineAt(text, node.start),
        text: node.children
            .flatMap((child) => (child instanceof XmlText/* XmlText */.Z ? [child.text] : []))
            .join('')
            .trim(),
        attributes: node.attributes,
        all,
        child: (name) => all(name)[0],
    };
}
/**
 * The root of an XML text. Entities of a document type are not replaced, so that none can grow.
 *
 * @throws Failure XML_SYNTAX with the line.
 */
function parseXmlDocument(file, text) {
    try {
        const { root } = (0,dist/* parseXml */.NO)(text, { includeOffsets: true });
        if (root !== null)
            return elementOf(root, text);
        throw new failure/* Failure */.H({ code: 'XML_SYNTAX', message: 'This XML has no element.', location: { file, line: 1 } });
    }
    catch (error) {
        const message = (why) => `This is not valid XML: ${why.split('\n')[0]}.`;
        if (error instanceof XmlError/* XmlError */.G)
            throw new failure/* Failure */.H({ code: 'XML_SYNTAX', message: message(error.message), location: { file, line: error.line } });
        if (error instanceof RangeError)
            throw new failure/* Failure */.H({ code: 'XML_SYNTAX', message: message('it is nested too deep'), location: { file } });
        throw error;
    }
}

;// CONCATENATED MODULE: ../inventory/lib/pom.js



function propertiesOf(project) {
    const own = project.child('properties');
    const of = (name) => project.child(name)?.text ?? project.child('parent')?.child(name)?.text;
    return (name) => own?.child(name)?.text ??
        (/^(?:project\.|pom\.)?(version|groupId|artifactId)$/.test(name) ? of(name.replace(/^.*\./, '')) : undefined);
}
/** A property may stand for another; a ring of them is cut off. */
const ROUNDS = 8;
function resolved(text, property) {
    let value = text;
    for (let round = 0; round < ROUNDS && value.includes('${'); round++)
        value = value.replace(/\$\{([^}]+)\}/g, (whole, name) => property(name) ?? whole);
    return value.includes('${') ? undefined : value;
}
/**
 * Reads the dependencies that a pom.xml itself names, with properties and its own dependencyManagement. What they need
 * stands in no file of the project, and ranges are chosen by Maven: notes tell of what has no version here.
 *
 * @throws Failure XML_SYNTAX or LOCKFILE_MALFORMED.
 */
function parsePom(file, text) {
    const project = parseXmlDocument(file, text);
    if (project.name !== 'project')
        throw lockfile_text_malformed(file, 'This is not a pom.xml: its root is no "project".', 'Check the file.', project.line);
    const property = propertiesOf(project);
    const read = (element, name) => {
        const found = element.child(name)?.text;
        return found === undefined ? undefined : resolved(found, property);
    };
    const nameOf = (element) => `${read(element, 'groupId') ?? ''}:${read(element, 'artifactId') ?? ''}`;
    const managed = new Map((project.child('dependencyManagement')?.child('dependencies')?.all('dependency') ?? []).map((each) => [
        nameOf(each),
        read(each, 'version'),
    ]));
    const packages = [];
    const notes = [];
    for (const element of project.child('dependencies')?.all('dependency') ?? []) {
        const name = nameOf(element);
        const version = read(element, 'version') ?? managed.get(name);
        const location = { file, line: element.line };
        if (version === undefined || /[[(,]/.test(version))
            notes.push({ message: `${name} has no version of its own in this pom.xml.`, location });
        else
            packages.push({
                ecosystem: 'Maven',
                name,
                version,
                dev: read(element, 'scope') === 'test',
                direct: true,
                location,
                via: [name],
            });
    }
    return packageList(packages, notes);
}

;// CONCATENATED MODULE: ../inventory/lib/requirements.js
const requirements_NAME = /^([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?\s*/;
const PIN = /^===?\s*([^\s,;]+)\s*(?:;|$)/;
/** Lines as pip joins them: a backslash at the end goes on; each with the number of its first. */
function* logicalLines(text) {
    let [start, held] = [0, ''];
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        if (held === '')
            start = index + 1;
        if (line.endsWith('\\')) {
            held += line.slice(0, -1);
            continue;
        }
        yield [start, `${held}${line}`.replace(/(^|\s)#.*$/, '').trim()];
        held = '';
    }
    if (held !== '')
        yield [start, held.trim()];
}
/** A path beside a file; `..` leads up. */
function beside(file, path) {
    const parts = file.split('/').slice(0, -1);
    for (const step of path.split('/')) {
        if (step === '..')
            parts.pop();
        else if (step !== '.' && step !== '')
            parts.push(step);
    }
    return parts.join('/');
}
/**
 * Reads a requirements.txt. Only what is pinned with `==` is a package: of anything else the file does not say which
 * version is installed, and a note says so. Markers are left aside, for some machine they hold on.
 */
function parseRequirements(file, text) {
    const packages = [];
    const notes = [];
    const includes = [];
    for (const [line, content] of logicalLines(text)) {
        const include = /^(?:-r|--requirement)[\s=]\s*(\S+)/.exec(content)?.[1];
        if (include !== undefined && !/^\w+:\/\//.test(include))
            includes.push(beside(file, include));
        if (content === '' || content.startsWith('-'))
            continue;
        // Hashes and other options of one requirement follow it.
        const requirement = content.replace(/\s--?[a-z][\s\S]*$/, '').trim();
        const name = requirements_NAME.exec(requirement);
        const version = name === null ? undefined : PIN.exec(requirement.slice(name[0].length))?.[1];
        const location = { file, line };
        if (name?.[1] !== undefined && version !== undefined && !version.includes('*'))
            packages.push({ ecosystem: 'PyPI', name: name[1], version, dev: false, direct: true, location, via: [name[1]] });
        else
            notes.push({ message: `"${requirement.slice(0, 80)}" is not pinned with ==, so its version is not known.`, location });
    }
    return { packages, notes, includes };
}

// EXTERNAL MODULE: ../../node_modules/smol-toml/dist/index.js + 8 modules
var smol_toml_dist = __webpack_require__(528);
;// CONCATENATED MODULE: ../inventory/lib/toml-document.js


/**
 * Parses a TOML text.
 *
 * @throws Failure TOML_SYNTAX with the line.
 */
function parseToml(file, text) {
    try {
        const value = (0,smol_toml_dist/* parse */.qg)(text);
        return {
            value,
            linesOf: (name) => text.split('\n').flatMap((line, index) => (line.trim() === `[[${name}]]` ? [index + 1] : [])),
        };
    }
    catch (error) {
        if (!(error instanceof smol_toml_dist/* TomlError */.zx || error instanceof RangeError))
            throw error;
        const message = `This is not valid TOML: ${error.message.split('\n')[0]}`;
        const line = error instanceof smol_toml_dist/* TomlError */.zx ? { line: error.line, column: error.column } : {};
        throw new failure/* Failure */.H({ code: 'TOML_SYNTAX', message, location: { file, ...line } });
    }
}

;// CONCATENATED MODULE: ../inventory/lib/toml-lock.js




const toml_lock_keyOf = ({ name, version }) => `${name}\0${version ?? ''}`;
function parse(file, text, { ecosystem, remedy, own, needs }) {
    const document = parseToml(file, text);
    const lines = document.linesOf('package');
    const found = document.value['package'] ?? [];
    if (!Array.isArray(found))
        throw lockfile_text_malformed(file, 'Its "package" is no list of tables.', remedy, 1);
    const entries = found;
    const versions = new Map();
    for (const { name, version } of entries)
        versions.set(String(name), [...(versions.get(String(name)) ?? []), String(version ?? '')]);
    // A version is named only where the lockfile holds several of the package.
    const keysOf = (all) => all.flatMap(({ name, version }) => (version === undefined ? (versions.get(name) ?? []) : [version]).map((each) => toml_lock_keyOf({ name, version: each })));
    const nodes = [];
    for (const [index, entry] of entries.entries()) {
        const line = lines.length === entries.length ? lines[index] : undefined;
        if (typeof entry.name !== 'string')
            throw lockfile_text_malformed(file, 'A package in it has no name.', remedy, line);
        if (own(entry))
            continue;
        if (typeof entry.version !== 'string')
            throw lockfile_text_malformed(file, `The package ${entry.name} has no version.`, remedy, line);
        const dev = entry.category === 'dev' || (entry.groups !== undefined && !entry.groups.includes('main'));
        const location = { file, ...(line !== undefined && { line }) };
        const of = { ecosystem, name: entry.name, version: entry.version, dev, location };
        nodes.push({ key: toml_lock_keyOf({ name: entry.name, version: entry.version }), needs: keysOf(needs(entry)), package: of });
    }
    const roots = entries.filter(own);
    const development = keysOf(roots.flatMap((entry) => Object.values(entry['dev-dependencies'] ?? {}).flat()));
    const named = keysOf(roots.flatMap(needs));
    const needed = new Set(nodes.flatMap((node) => node.needs));
    const direct = roots.length > 0 ? named : nodes.map(({ key }) => key).filter((key) => !needed.has(key));
    return packageList(trace(nodes, { direct, ...(development.length > 0 && { development }) }));
}
const isTable = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Reads a poetry.lock; what the project itself names is what nothing else needs. */
const parsePoetryLock = (file, text) => parse(file, text, {
    ecosystem: 'PyPI',
    remedy: 'Write it anew with "poetry lock".',
    own: () => false,
    needs: ({ dependencies }) => (isTable(dependencies) ? Object.keys(dependencies).map((name) => ({ name })) : []),
});
const isNeed = (value) => isTable(value) && typeof value['name'] === 'string';
/** Reads a uv.lock, in which the project is a package whose source is a folder. */
const parseUvLock = (file, text) => parse(file, text, {
    ecosystem: 'PyPI',
    remedy: 'Write it anew with "uv lock".',
    own: ({ source }) => isTable(source) && ['virtual', 'editable', 'directory'].some((kind) => kind in source),
    needs: ({ dependencies, 'optional-dependencies': optional }) => [dependencies ?? [], ...Object.values(optional ?? {})].flat().filter(isNeed),
});
/** Reads a Cargo.lock, in which the project's own crates have no source. */
const parseCargoLock = (file, text) => parse(file, text, {
    ecosystem: 'crates.io',
    remedy: 'Write it anew with "cargo generate-lockfile".',
    own: ({ source }) => source === undefined,
    needs: ({ dependencies }) => (Array.isArray(dependencies) ? dependencies : []).map((each) => {
        const [name = '', version] = String(each).split(' ');
        return { name, ...(version !== undefined && { version }) };
    }),
});

;// CONCATENATED MODULE: ../inventory/lib/yarn-lock.js




const yarn_lock_REMEDY = 'Write it anew with "yarn install".';
/** The name in a descriptor such as `@scope/name@^1.0.0`; of an alias, the name of what is installed. */
function nameOf(descriptor) {
    const aliased = /@npm:(@?[^@]+)@/.exec(descriptor)?.[1];
    return aliased ?? descriptor.slice(0, descriptor.indexOf('@', 1));
}
function yarn_lock_listOf(blocks, file) {
    const keys = new Map(blocks.flatMap((block, index) => block.descriptors.map((each) => [each, String(index)])));
    const nodes = blocks.map(({ descriptors: [first = ''], line, version, needs }, index) => ({
        key: String(index),
        needs: needs.flatMap((need) => keys.get(need) ?? keys.get(need.replace('@npm:', '@')) ?? []),
        package: { ecosystem: 'npm', name: nameOf(first), version, dev: false, location: { file, line } },
    }));
    // The lockfile does not say what the project names: it is what nothing else needs.
    const needed = new Set(nodes.flatMap((node) => node.needs));
    return packageList(trace(nodes, { direct: nodes.map(({ key }) => key).filter((key) => !needed.has(key)) }));
}
const yarn_lock_unquoted = (text) => text.trim().replace(/^"(.*)"$/, '$1');
/** Yarn 1: a format of its own, in which two blanks more make a block within a block. */
function classicBlocks(file, text) {
    const blocks = [];
    let section = '';
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        if (line.trim() === '' || line.startsWith('#'))
            continue;
        const fail = (what) => lockfile_text_malformed(file, `This is not a yarn.lock: ${what}.`, yarn_lock_REMEDY, index + 1);
        const block = blocks.at(-1);
        if (!line.startsWith(' ')) {
            if (!line.endsWith(':'))
                throw fail('a line of the outermost level does not end with a colon');
            blocks.push({ descriptors: line.slice(0, -1).split(',').map(yarn_lock_unquoted), line: index + 1, version: '', needs: [] });
            section = '';
            continue;
        }
        const [, blanks = '', key = '', value = ''] = /^( +)("[^"]*"|[^\s:]+):? ?(.*)$/.exec(line) ?? [];
        if (block === undefined || key === '')
            throw fail('a line belongs to no package');
        if (blanks.length === 2)
            section = value === '' ? key : '';
        if (blanks.length === 2 && key === 'version')
            block.version = yarn_lock_unquoted(value);
        else if (blanks.length > 2 && /ependencies$/.test(section))
            block.needs.push(`${yarn_lock_unquoted(key)}@${yarn_lock_unquoted(value)}`);
    }
    const open = blocks.find(({ version }) => version === '');
    if (open !== undefined)
        throw lockfile_text_malformed(file, 'This is not a yarn.lock: a package has no version.', yarn_lock_REMEDY, open.line);
    return blocks;
}
/** Yarn 2 and later: YAML, with the project's own workspaces among the packages. */
function berryBlocks(file, text) {
    const { value } = (0,source/* parseSource */.P)(file, text);
    const blocks = [];
    for (const [key, entry] of Object.entries((value ?? {}))) {
        if (key === '__metadata' || entry?.linkType === 'soft')
            continue;
        const offset = Math.max(0, text.indexOf(`\n"${key}":`), text.indexOf(`\n${key}:`));
        const line = offset === 0 ? 1 : lineAt(text, offset + 1);
        if (entry?.version === undefined)
            throw lockfile_text_malformed(file, `This is not a yarn.lock: "${key}" has no version.`, yarn_lock_REMEDY, line);
        const needs = Object.entries(entry.dependencies ?? {}).map(([name, range]) => `${name}@${range}`);
        blocks.push({ descriptors: key.split(', '), line, version: String(entry.version), needs });
    }
    return blocks;
}
/**
 * Reads a yarn.lock of any version of Yarn.
 *
 * @throws Failure LOCKFILE_MALFORMED, and what `parseSource` throws.
 */
function parseYarnLock(file, text) {
    if (/^__metadata:/m.test(text))
        return yarn_lock_listOf(berryBlocks(file, text), file);
    if (text.trim() !== '' && !/^# yarn lockfile v1/m.test(text) && !/^\S.*:$/m.test(text))
        throw lockfile_text_malformed(file, 'This is not a yarn.lock.', yarn_lock_REMEDY, 1);
    return yarn_lock_listOf(classicBlocks(file, text), file);
}

;// CONCATENATED MODULE: ../inventory/lib/lockfile.js













const lockfile_KINDS = [
    { name: /^(package-lock|npm-shrinkwrap)\.json$/, patterns: ['package-lock.json', 'npm-shrinkwrap.json'], parse: parseNpmLock },
    { name: /^yarn\.lock$/, patterns: ['yarn.lock'], parse: parseYarnLock },
    { name: /^pnpm-lock\.yaml$/, patterns: ['pnpm-lock.yaml'], parse: parsePnpmLock },
    { name: /requirements[^/]*\.txt$/, patterns: ['requirements.txt'], parse: parseRequirements },
    { name: /^poetry\.lock$/, patterns: ['poetry.lock'], parse: parsePoetryLock },
    { name: /^uv\.lock$/, patterns: ['uv.lock'], parse: parseUvLock },
    { name: /^Pipfile\.lock$/, patterns: ['Pipfile.lock'], parse: parsePipfileLock },
    { name: /^go\.mod$/, patterns: ['go.mod'], parse: parseGoMod },
    // A go.sum is read where a go.mod asks for it: it has more than a build takes.
    { name: /^go\.sum$/, patterns: [], parse: parseGoSum },
    { name: /^Cargo\.lock$/, patterns: ['Cargo.lock'], parse: parseCargoLock },
    {
        name: /^(buildscript-)?gradle\.lockfile$/,
        patterns: ['gradle.lockfile', 'buildscript-gradle.lockfile'],
        parse: parseGradleLock,
    },
    { name: /^pom\.xml$/, patterns: ['pom.xml'], parse: parsePom },
    { name: /^(Gemfile\.lock|gems\.locked)$/, patterns: ['Gemfile.lock', 'gems.locked'], parse: parseGemfileLock },
    { name: /^packages\.lock\.json$/, patterns: ['packages.lock.json'], parse: parseNugetLock },
];
const lockfile_nameOf = (file) => file.split('/').at(-1) ?? '';
const kindOf = (file) => lockfile_KINDS.find(({ name }) => name.test(lockfile_nameOf(file)));
/** The patterns of all lockfiles that can be read, each to be looked for in every folder but node_modules and vendor. */
const LOCKFILES = lockfile_KINDS.flatMap(({ patterns }) => patterns);
/** What a reader of JSON, YAML, TOML or XML finds wrong, told as what it is here: a lockfile that its own tool did not write. */
function asLockfile(problem) {
    if (!/^(JSON|YAML|TOML|XML)_/.test(problem.code))
        return problem;
    return { ...problem, code: 'LOCKFILE_MALFORMED', remedy: 'Write it anew with the tool that it is for.' };
}
/**
 * Reads the packages of a lockfile; which kind it is, its name says.
 *
 * @param file its path from the workspace, for the places of packages
 * @param includedBy the file that includes it, whose kind it has where its own name says none
 * @throws Failure LOCKFILE_UNSUPPORTED, LOCKFILE_TOO_LARGE, LOCKFILE_CONFLICT, TEXT_ENCODING, LOCKFILE_MALFORMED,
 * SOURCE_TOO_DEEP or SOURCE_TOO_LARGE: nothing is ever passed over.
 */
function readPackages(file, bytes, includedBy = file) {
    const name = lockfile_nameOf(file);
    const kind = kindOf(file) ?? kindOf(includedBy);
    if (kind !== undefined) {
        const text = lockfileText(file, bytes);
        try {
            return kind.parse(file, text);
        }
        catch (error) {
            if (error instanceof failure/* Failure */.H)
                throw new failure/* Failure */.H(error.problems.map(asLockfile), { cause: error });
            throw error;
        }
    }
    const message = `${name} is no lockfile that can be read here.`;
    const remedy = `Leave it out of "lockfiles"; these can be read: ${LOCKFILES.join(', ')}.`;
    throw new failure/* Failure */.H({ code: 'LOCKFILE_UNSUPPORTED', message, remedy, location: { file } });
}

;// CONCATENATED MODULE: ../../actions/security-scan/lib/gather.js



/** Reads lockfiles and all that they include, each file once. */
async function readAll(paths, files, problems) {
    // Each with the file that asks for it; the map grows while it is walked.
    const asked = new Map(paths.map((path) => [path, path]));
    const lists = [];
    for (const [path, by] of asked) {
        const list = await (0,collect/* collect */.F)(problems, async () => readPackages(path, await files.readBytes(path), by));
        if (list === undefined)
            continue;
        lists.push(list);
        for (const include of list.includes)
            if (!asked.has(include))
                asked.set(include, by);
    }
    return lists;
}
/** A package stands once for each lockfile; what an included file says again is the same package. */
function withoutRepeats(packages) {
    const keyOf = ({ ecosystem, name, version, location: { file } }) => [ecosystem, name, version, file.replace(/go\.sum$/, 'go.mod')].join('\0');
    const seen = new Set();
    return packages.filter((each) => !seen.has(keyOf(each)) && seen.add(keyOf(each)));
}
async function gather_readPackages(inputs, files, problems) {
    const found = await Promise.all(inputs.lockfiles.map((pattern) => files.glob(pattern)));
    const empty = inputs.lockfiles.filter((_, index) => found[index]?.length === 0);
    const paths = [...new Set(found.flat())].sort();
    const lists = await readAll(paths, files, problems);
    const all = withoutRepeats(lists.flatMap(({ packages }) => packages));
    const packages = all.filter(({ dev }) => inputs.includeDev || !dev);
    const nothing = packages.length === 0 && problems.length === 0;
    if ((empty.length > 0 || nothing) && !inputs.allowNothing) {
        const why = empty.length > 0 ? `no file matches "lockfiles" (${empty.join(', ')})` : `${paths.join(', ')} resolves none`;
        const remedy = 'Correct "lockfiles", or set "allow-nothing: true" for a service without dependencies.';
        problems.push({ code: 'NOTHING_TO_SCAN', message: `There is no package to judge: ${why}.`, remedy });
    }
    return { packages, notes: lists.flatMap(({ notes }) => notes) };
}
/** Reads the lockfiles, and of the database what may be about their packages; all problems of both are told together. */
async function gather(inputs, { files }) {
    const problems = [];
    const read = await gather_readPackages(inputs, files, problems);
    const database = await (0,collect/* collect */.F)(problems, () => readDatabase(inputs.database, read.packages, files));
    (0,failure/* failWhen */.x)(problems);
    // What kept it from being read was thrown.
    return { ...read, database: database };
}

;// CONCATENATED MODULE: ../../actions/security-scan/lib/run.js




function upgrade({ package: of, fix }) {
    if (fix === undefined)
        return 'There is no fixed version yet.';
    return of.direct
        ? `Upgrade ${of.name} to ${fix}.`
        : `Have ${of.name} resolve to ${fix} or later (it comes in through another package).`;
}
function annotationOf(finding, blocking) {
    const { package: of, advisory, severity } = finding;
    return {
        level: blocking ? 'error' : 'warning',
        title: `${severity}: ${of.name}@${of.version} (${advisory.id})`,
        message: `${advisory.summary} ${upgrade(finding)}`.trim(),
        ...of.location,
    };
}
function unjudgedAnnotation({ name, version, location }) {
    const message = `An advisory names ${name}, and "${version}" cannot be compared with its versions. Resolve a released version.`;
    return { level: 'error', title: `Could not tell: ${name}@${version}`, message, ...location };
}
function noteAnnotation({ message, location }) {
    const remedy = 'Give it a version, so that it can be held against the advisories.';
    return { level: 'error', title: 'Could not tell: no version', message: `${message} ${remedy}`, ...location };
}
function headline({ packages, notes, database }, findings, unknown, failOn) {
    const judged = `${packages.length} packages against ${database.count} advisories`;
    const { blocking, tolerated } = findings;
    if (packages.length === 0)
        return 'There was no package to judge; allowed by "allow-nothing".';
    if (blocking.length > 0)
        return `${blocking.length} vulnerabilities of severity ${failOn} or higher (judged ${judged}).`;
    if (unknown.length > 0) {
        const names = unknown.map(({ name, version }) => `${name}@${version}`).join(', ');
        return `Could not tell whether ${names} is vulnerable: such a version cannot be compared (judged ${judged}).`;
    }
    if (notes.length > 0) {
        const what = notes.length === 1 ? 'One dependency has' : `${notes.length} dependencies have`;
        return `${what} no version in the lockfiles, so it could not be told whether they are vulnerable (judged ${judged}).`;
    }
    return tolerated.length > 0
        ? `${tolerated.length} vulnerabilities, all below ${failOn} (judged ${judged}).`
        : `No known vulnerability (judged ${judged}).`;
}
function summary({ blocking, tolerated }) {
    const all = [...blocking, ...tolerated];
    if (all.length === 0)
        return [];
    const counts = [...SEVERITIES.toReversed(), 'unknown'].map((severity) => String(all.filter((finding) => finding.severity === severity).length));
    const rows = all.map((finding) => [
        finding.severity,
        { code: `${finding.package.name}@${finding.package.version}` },
        finding.advisory.id,
        finding.advisory.summary,
        finding.fix ?? 'none yet',
        { code: [finding.package.location.file, finding.package.location.line].filter((part) => part !== undefined).join(':') },
    ]);
    return [
        (0,block/* table */.tp)(['critical', 'high', 'moderate', 'low', 'unknown'], [counts]),
        (0,block/* table */.tp)(['severity', 'package', 'advisory', 'what', 'fixed in', 'where'], rows),
    ];
}
/** Judges what the lockfiles resolve against the database. */
async function run(inputs, ports) {
    const facts = await gather(inputs, ports);
    const { matches, unjudged: unknown } = matchPackages(facts.packages, facts.database.advisories);
    const findings = findingsOf(matches);
    const judged = gate(findings, inputs.failOn);
    return {
        verdict: judged.blocking.length > 0 ? 'fail' : unknown.length + facts.notes.length > 0 ? 'inconclusive' : 'pass',
        headline: headline(facts, judged, unknown, inputs.failOn),
        outputs: {
            result: facts.packages.length === 0 ? 'nothing' : findings.length === 0 ? 'clean' : 'findings',
            findings: String(findings.length),
            blocking: String(judged.blocking.length),
            packages: String(facts.packages.length),
            advisories: String(facts.database.count),
        },
        annotations: [
            ...judged.blocking.map((finding) => annotationOf(finding, true)),
            ...unknown.map(unjudgedAnnotation),
            ...facts.notes.map(noteAnnotation),
            ...judged.tolerated.map((finding) => annotationOf(finding, false)),
        ],
        summary: summary(judged),
        data: findings.map(({ package: of, advisory, severity, fix }) => ({
            package: of.name,
            version: of.version,
            advisory: advisory.id,
            severity,
            fix: fix ?? null,
            file: of.location.file,
            line: of.location.line ?? null,
        })),
    };
}

;// CONCATENATED MODULE: ../../actions/security-scan/lib/index.js




/***/ }),

/***/ 7747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ decodeText)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2393);

/**
 * The text of a file's bytes, which must be UTF-8; a byte order mark is dropped.
 *
 * @throws Failure TEXT_ENCODING for another encoding: read as UTF-8 it would be another text.
 */
function decodeText(file, bytes) {
    const [a, b, c] = bytes;
    const utf16 = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (bytes.length > 2 && (b === 0 || (a === 0 && c === 0)));
    const remedy = 'Save it as UTF-8.';
    if (utf16)
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ code: 'TEXT_ENCODING', message: 'The file is UTF-16 or UTF-32.', remedy, location: { file } });
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ code: 'TEXT_ENCODING', message: 'The file is not UTF-8.', remedy, location: { file } }, { cause });
    }
}


/***/ }),

/***/ 9880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ jsonSource)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(2393);
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
var limits = __webpack_require__(2729);
// EXTERNAL MODULE: ../config/lib/lines.js
var lines = __webpack_require__(9810);
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

/***/ 2729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ checkSize),
/* harmony export */   DI: () => (/* binding */ tooDeep),
/* harmony export */   tZ: () => (/* binding */ DEPTH_MAX)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2393);

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

/***/ 9810:
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

/***/ 7604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ parseSource)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2393);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3483);
/* harmony import */ var _json_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9880);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2729);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9810);





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

/***/ 7993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ collect)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2393);

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

/***/ 6609:
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
