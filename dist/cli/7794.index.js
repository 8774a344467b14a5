export const id = 7794;
export const ids = [7794];
export const modules = {

/***/ 59768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runWith: () => (/* reexport */ runWith)
});

// UNUSED EXPORTS: action

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
var semver = __webpack_require__(90084);
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

;// CONCATENATED MODULE: ../findings/lib/cause.js

/** Why a finding is there; `unknown` is what could not be told, and counts as introduced. */
const CAUSES = ['introduced', 'already-there', 'advisory-new', 'base-image', 'unknown'];
const keyOf = ({ ecosystem, name }) => `${baseEcosystem(ecosystem)}\0${normalizeName(ecosystem, name)}`;
const namesOf = ({ id, aliases }) => [id, ...aliases].map((name) => name.toUpperCase());
const sharesName = (a, b) => {
    const names = new Set(namesOf(a));
    return namesOf(b).some((name) => names.has(name));
};
function counterpartsOf(finding, of, sides) {
    const same = sides.packages.get(keyOf(of)) ?? [];
    const found = (sides.before.get(keyOf(of)) ?? []).filter((each) => sharesName(each, finding));
    // An engine that was not run on the base still says the same of the same version.
    const unchanged = same.filter(({ version }) => version === of.version).map(({ version }) => version);
    const affected = new Set([...unchanged, ...found.map((each) => each.package?.version ?? '')]);
    return { affected, running: same.some(({ version, dev }) => affected.has(version) && dev !== true) };
}
/**
 * Whether a package's finding was there before: in this version, or in one that this version replaces. A further version beside
 * those that were there, or one that is no longer for development only, is introduced.
 */
function wasThere(finding, of, sides) {
    const { affected, running } = counterpartsOf(finding, of, sides);
    if (affected.size === 0 || (!running && of.dev !== true))
        return false;
    if (affected.has(of.version))
        return true;
    const siblings = (sides.now.get(keyOf(of)) ?? []).filter((each) => sharesName(each, finding));
    const now = new Set(siblings.map((each) => each.package?.version ?? ''));
    const gone = [...affected].filter((version) => !now.has(version)).length;
    const added = [...now].filter((version) => !affected.has(version)).sort();
    return added.indexOf(of.version) < gone;
}
function isNew(finding, at, knownBefore) {
    if (knownBefore !== undefined)
        return !namesOf(finding).some((name) => knownBefore.has(name));
    return finding.published !== undefined && Date.parse(finding.published) > at;
}
function causeOf(finding, sides, { base, knownBefore, baseLayers }) {
    const { package: of, kind, fingerprint } = finding;
    if (of?.layer !== undefined && of.layer < (baseLayers ?? 0))
        return 'base-image';
    if (base.kind === 'unknown' || !base.kinds.includes(kind))
        return 'unknown';
    const there = of ? wasThere(finding, of, sides) : base.findings.some((each) => each.fingerprint === fingerprint);
    // An image that is compared with lockfiles alone has much that no change brought.
    if (!there)
        return of?.layer !== undefined && !sides.layered ? 'unknown' : 'introduced';
    return isNew(finding, base.at, knownBefore) ? 'advisory-new' : 'already-there';
}
/** What the base had and the head has not, each once. */
function fixedOf(head, base) {
    if (base.kind === 'unknown')
        return [];
    const same = (a, b) => a.package && b.package ? keyOf(a.package) === keyOf(b.package) && sharesName(a, b) : a.fingerprint === b.fingerprint;
    return base.findings.filter((each) => !head.some((now) => same(now, each)));
}
const byPackage = (findings) => Map.groupBy(findings, ({ package: of }) => (of === undefined ? '' : keyOf(of)));
function sidesOf(head, base) {
    const compared = base.kind === 'compared' ? base : { packages: [], findings: [] };
    const layered = compared.packages.some(({ layer }) => layer !== undefined);
    return { layered, packages: Map.groupBy(compared.packages, keyOf), before: byPackage(compared.findings), now: byPackage(head) };
}
/** Tells of each finding why it is there, and which of the base's are gone. */
function causesOf(head, facts) {
    const sides = sidesOf(head, facts.base);
    const caused = head.map((finding) => ({ finding, cause: causeOf(finding, sides, facts) }));
    return { caused, fixed: fixedOf(head, facts.base) };
}

// EXTERNAL MODULE: ../../actions/security-scan/lib/formats.js
var lib_formats = __webpack_require__(58512);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ../junit/lib/render.js
var render = __webpack_require__(14369);
;// CONCATENATED MODULE: ../findings/lib/fingerprint.js
const PRIME = 0x100000001b3n;
const BASIS = 0xcbf29ce484222325n;
/** Sixteen hexadecimal digits for some words: the 64-bit FNV-1a hash of their UTF-8 bytes. It keeps no secret. */
function fingerprintOf(words) {
    let hash = BASIS;
    for (const byte of new TextEncoder().encode(words.join('\0'))) {
        hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
    }
    return hash.toString(16).padStart(16, '0');
}

// EXTERNAL MODULE: ../../node_modules/ae-cvss-calculator/dist/ae-cvss-calculator.js
var ae_cvss_calculator = __webpack_require__(47997);
;// CONCATENATED MODULE: ../findings/lib/severity.js

/** Severities from the lowest to the highest; `unknown` is a class of its own, above none of them. */
const SEVERITIES = ['low', 'moderate', 'high', 'critical'];
/** The level of a base score: section 5 of the CVSS 3.1 specification, whose "none" is the lowest level here. */
function levelOf(score) {
    if (score >= 9)
        return 'critical';
    if (score >= 7)
        return 'high';
    return score >= 4 ? 'moderate' : 'low';
}
/** The rating by a CVSS vector of version 2, 3.0, 3.1 or 4.0; of unknown level when it is malformed or lacks a base metric. */
function ratingOfVector(vector) {
    try {
        const cvss = (0,ae_cvss_calculator.fromVector)(vector);
        // A vector that lacks a metric would be scored as if the metric were harmless.
        if (cvss?.isBaseFullyDefined()) {
            const score = cvss.calculateScores().overall;
            return { level: levelOf(score), source: cvss.getVectorName().replace(':', ' '), score, vector };
        }
    }
    catch {
        return { level: 'unknown', source: 'malformed vector', vector };
    }
    return { level: 'unknown', source: 'malformed vector', vector };
}
/** The words of the databases: GitHub's, Debian's urgencies, Ubuntu's priorities, Red Hat's impacts. */
const WORDS = {
    ...{ critical: 'critical', high: 'high', important: 'high', moderate: 'moderate', medium: 'moderate' },
    ...{ low: 'low', minor: 'low', negligible: 'low', unimportant: 'low' },
};
/** The rating by a word such as `HIGH`; of unknown level when it is none of those that databases use. */
function ratingOfWord(word, source) {
    const key = word.trim().toLowerCase();
    return { level: (Object.hasOwn(WORDS, key) ? WORDS[key] : undefined) ?? 'unknown', source };
}
/** The place of a severity in the order, from 0; unknown stands below all, and whoever judges must ask for it by name. */
const severity_rankOf = (severity) => SEVERITIES.indexOf(severity);
const UNRATED = { level: 'unknown', source: 'nobody' };
/**
 * The rating that counts: the highest score; without a score the highest word; without either, unknown.
 *
 * A score outweighs a word, because it says what it is made of. Of scores that contradict each other the highest counts.
 */
function decisive(ratings) {
    const known = ratings.filter(({ level }) => level !== 'unknown');
    const scored = known.filter(({ score }) => score !== undefined);
    const [worst] = (scored.length > 0 ? scored : known).toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0) || severity_rankOf(b.level) - severity_rankOf(a.level));
    return worst ?? ratings[0] ?? UNRATED;
}

;// CONCATENATED MODULE: ../findings/lib/finding.js


/** What can be found, worst first: code that means harm, a secret, a known vulnerability, a weakness in code or in configuration. */
const finding_KINDS = ['malware', 'secret', 'vulnerability', 'code', 'misconfiguration'];
/** The words by which a finding is known again: not its line, and not the version, which may both move. */
function wordsOf({ kind, id, package: of, location, mark = [] }) {
    return [kind, id, of?.ecosystem ?? '', of?.name ?? '', location.file, ...mark];
}
/** The finding that an engine reports, with the rating that counts and its fingerprint. */
function findingOf(reported) {
    const { engine, mark: _, ...rest } = reported;
    const ratings = reported.ratings ?? [];
    const rating = decisive(ratings);
    const { id, location } = reported;
    return {
        ...rest,
        aliases: [...new Set(reported.aliases)].filter((alias) => alias !== id),
        fixes: reported.fixes ?? [],
        references: reported.references ?? [],
        rating,
        ratings: ratings.length === 0 ? [rating] : ratings,
        sightings: [{ engine, id, location }],
        fingerprint: fingerprintOf(wordsOf(reported)),
    };
}

;// CONCATENATED MODULE: ../findings/lib/merge.js




/** Findings that may be one and the same stand at the same package in the same file, or at the same line. */
function placeOf({ kind, package: of, location: { file, line } }) {
    if (of === undefined)
        return [kind, file, line].join('\0');
    return [baseEcosystem(of.ecosystem), normalizeName(of.ecosystem, of.name), of.version, file].join('\0');
}
const merge_namesOf = ({ id, aliases }) => [id, ...aliases].map((name) => name.toUpperCase());
/** Sets of findings that share a name, also over others between them. */
function sameThings(findings) {
    let sets = [];
    for (const finding of findings) {
        const own = { names: new Set(merge_namesOf(finding)), findings: [finding] };
        const touching = sets.filter(({ names }) => [...own.names].some((name) => names.has(name)));
        const joined = [...touching, own];
        sets = sets.filter((set) => !touching.includes(set));
        sets.push({
            names: new Set(joined.flatMap(({ names }) => [...names])),
            findings: joined.flatMap((set) => set.findings),
        });
    }
    return sets.map((set) => set.findings);
}
/** The names of databases in the order in which people know them best. */
const BEST_KNOWN = [/^MAL-/i, /^GHSA-/i, /^CVE-/i];
const renown = (id) => {
    const index = BEST_KNOWN.findIndex((pattern) => pattern.test(id));
    return index < 0 ? BEST_KNOWN.length : index;
};
/** What each engine knows of the package; where several know, the first. */
function packageOf(findings) {
    const known = findings.flatMap(({ package: of }) => of ?? []);
    return known.length === 0 ? undefined : Object.assign({}, ...known.toReversed());
}
const unique = (all) => [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
function fixesOf(findings, ecosystem) {
    const fixes = [...new Set(findings.flatMap(({ fixes: own }) => own))];
    return fixes.sort((a, b) => compareVersions(ecosystem, a, b) ?? 0);
}
const worstKind = (findings) => finding_KINDS.find((kind) => findings.some((each) => each.kind === kind)) ?? 'code';
function joined(findings) {
    const [best] = findings.toSorted((a, b) => renown(a.id) - renown(b.id) || (a.id < b.id ? -1 : 1));
    const finding = best;
    if (findings.length === 1)
        return finding;
    const of = packageOf([finding, ...findings]);
    const ratings = unique(findings.flatMap((each) => each.ratings));
    const kind = worstKind(findings);
    const epss = Math.max(...findings.flatMap((each) => each.epss ?? []));
    const published = findings.flatMap((each) => each.published ?? []).sort()[0];
    const manifest = findings.find((each) => each.manifest !== undefined)?.manifest;
    return {
        ...finding,
        kind,
        aliases: [...new Set(findings.flatMap((each) => [each.id, ...each.aliases]))].filter((id) => id !== finding.id).sort(),
        title: [finding, ...findings].find(({ title }) => title !== '')?.title ?? '',
        rating: decisive(ratings),
        ratings,
        fixes: fixesOf(findings, of?.ecosystem ?? ''),
        references: [...new Set(findings.flatMap((each) => each.references))],
        sightings: unique(findings.flatMap((each) => each.sightings)),
        ...(of !== undefined && {
            package: of,
            fingerprint: fingerprintOf([kind, finding.id, of.ecosystem, of.name, finding.location.file]),
        }),
        ...(manifest !== undefined && { manifest }),
        ...(findings.some((each) => each.exploited !== undefined) && { exploited: findings.some((each) => each.exploited === true) }),
        ...(Number.isFinite(epss) && { epss }),
        ...(published !== undefined && { published }),
    };
}
/** Orders findings worst first: malware, then by severity and score, then by name. */
function worstFirst(a, b) {
    const malware = (finding) => Number(finding.kind === 'malware');
    // What nobody rated may be anything, so it is shown before what is known to be low.
    const rank = ({ rating: { level } }) => (level === 'unknown' ? 1.5 : severity_rankOf(level));
    const named = ({ package: of, location, id }) => [of?.name ?? location.file, of?.version ?? location.line, id].join('\0');
    return (malware(b) - malware(a) ||
        rank(b) - rank(a) ||
        Number(b.exploited ?? false) - Number(a.exploited ?? false) ||
        (b.rating.score ?? 0) - (a.rating.score ?? 0) ||
        (named(a) < named(b) ? -1 : 1));
}
/**
 * The findings of several engines as one list, worst first: what several found under names that lead to each other is one
 * finding, which keeps where each of them saw it and all that they say of it.
 */
function mergeFindings(findings) {
    const places = Map.groupBy(findings, placeOf);
    return [...places.values()].flatMap(sameThings).map(joined).sort(worstFirst);
}

;// CONCATENATED MODULE: ../sarif/lib/limits.js
/**
 * What GitHub takes and keeps of one upload. Of more results than it keeps it says that it keeps the worst, and has been seen not
 * to, so they are cut here.
 *
 * https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
 */
const LIMITS = {
    results: 5000,
    /** 20 are taken and 10 shown. */
    tags: 10,
    /** Of the text that describes a rule, in characters. */
    text: 1024,
    /** Packed, in bytes. */
    bytes: 10_000_000,
};
/** A text that fits, cut with a sign; `instead` where there is none, for GitHub refuses empty texts. */
function fitText(text, instead) {
    const whole = text.trim() === '' ? instead : text.trim();
    return whole.length > LIMITS.text ? `${whole.slice(0, LIMITS.text - 1)}…` : whole;
}

;// CONCATENATED MODULE: ../sarif/lib/result.js

/** A path as the reference of a URI, from the root of the repository; whatever stands in it, it names no scheme and no host. */
function uriOf(path) {
    const steps = path.split('/').filter((step) => step !== '' && step !== '.');
    const uri = steps.map((step) => encodeURIComponent(step)).join('/');
    return uri === '' ? 'unknown' : uri;
}
function result_placeOf({ file, line }, text) {
    return {
        physicalLocation: {
            artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' },
            region: { startLine: Math.max(1, line ?? 1) },
        },
        ...(text !== undefined && { message: { text } }),
    };
}
function result_levelOf({ effect, finding }) {
    if (effect === 'block')
        return 'error';
    return finding.rating.level === 'low' ? 'note' : 'warning';
}
function messageOf({ finding, cause }) {
    const { package: of, fixes, title, id } = finding;
    const what = of === undefined ? '' : `${of.name}@${of.version}: `;
    const fix = of === undefined ? '' : fixes[0] === undefined ? ' There is no fixed version yet.' : ` Fixed in ${fixes[0]}.`;
    const said = `${what}${fitText(title, id)}`;
    // Square brackets would be read as links to other places of the file.
    return `${said}${/[.!?]$/.test(said) ? '' : '.'}${fix} Cause: ${cause}.`.replace(/[[\]]/g, (bracket) => `\\${bracket}`);
}
/**
 * One finding as a result.
 *
 * @param nth which of those with the same fingerprint it is, from 1: GitHub would take two of the same for one
 */
function resultOf(judged, ruleIndex, nth) {
    const { finding, cause, by } = judged;
    const { manifest, package: of } = finding;
    return {
        ruleId: finding.id,
        ruleIndex,
        level: result_levelOf(judged),
        message: { text: messageOf(judged) },
        locations: [result_placeOf(finding.location)],
        ...(manifest !== undefined && {
            relatedLocations: [{ id: 1, ...result_placeOf(manifest, 'The direct dependency that brings it.') }],
        }),
        // The one name of a fingerprint that GitHub looks at.
        partialFingerprints: { primaryLocationLineHash: `${finding.fingerprint}:${nth}` },
        properties: {
            cause,
            rule: by,
            engines: [...new Set(finding.sightings.map(({ engine }) => engine))],
            ...(of?.purl !== undefined && { purl: of.purl }),
        },
    };
}

;// CONCATENATED MODULE: ../sarif/lib/rule.js

/**
 * The number by which GitHub names a severity: over 9.0 critical, from 7.0 high, from 4.0 medium, the rest low. Without a score it
 * is the lowest of its level; what nobody rated is shown as high, for it may be any.
 *
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning#reportingdescriptor-object
 */
const NUMBERS = { critical: 9.1, high: 7, moderate: 4, low: 0.1, unknown: 7 };
function numberOf({ kind, rating: { score, level } }) {
    return Math.max(kind === 'malware' ? NUMBERS.critical : 0.1, score ?? NUMBERS[level]);
}
function isWebAddress(text) {
    return /^https?:\/\//.test(text) && URL.canParse(text);
}
/** The rule of all findings with one id: its number is that of the worst. */
function ruleOf(id, findings) {
    const [first] = findings;
    const title = findings.find((each) => each.title !== '')?.title ?? '';
    const names = [...new Set(findings.flatMap(({ aliases }) => aliases))];
    const address = findings.flatMap(({ references }) => references).find(isWebAddress);
    const helpUri = address === undefined ? undefined : new URL(address).href;
    const also = names.length === 0 ? '' : ` Also known as ${names.join(', ')}.`;
    return {
        id,
        shortDescription: { text: fitText(title, id) },
        fullDescription: { text: fitText(`${fitText(title, id)}${also}`, id) },
        help: { text: fitText(`${fitText(title, id)}${also}${helpUri === undefined ? '' : ` ${helpUri}`}`, id) },
        ...(helpUri !== undefined && { helpUri }),
        properties: {
            tags: [...new Set(['security', first.kind, ...names])].slice(0, LIMITS.tags),
            'security-severity': Math.max(...findings.map(numberOf)).toFixed(1),
        },
    };
}

;// CONCATENATED MODULE: ../sarif/lib/sarif.js




const EFFECTS = { block: 0, report: 1, suppressed: 2 };
function sarif_rulesOf(kept) {
    const byId = Map.groupBy(kept, ({ finding }) => finding.id);
    return [...byId].map(([id, own]) => ruleOf(id, own.map(({ finding }) => finding)));
}
function resultsOf(kept, rules) {
    const indexes = new Map(rules.map(({ id }, index) => [id, index]));
    const seen = new Map();
    return kept.map((judged) => {
        const { fingerprint, id } = judged.finding;
        const nth = (seen.get(fingerprint) ?? 0) + 1;
        seen.set(fingerprint, nth);
        return resultOf(judged, indexes.get(id) ?? 0, nth);
    });
}
function write(kept, cut, category) {
    const rules = sarif_rulesOf(kept);
    const text = `${cut} findings are left out, the least of them: GitHub keeps ${LIMITS.results} results and takes ${LIMITS.bytes / 1e6} MB.`;
    const notifications = cut === 0 ? {} : { toolExecutionNotifications: [{ level: 'warning', message: { text } }] };
    const run = {
        tool: { driver: { name: 'Slipway security-scan', rules } },
        automationDetails: { id: `${category}/` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        invocations: [{ executionSuccessful: true, ...notifications }],
        results: resultsOf(kept, rules),
    };
    return JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] });
}
/**
 * Findings as SARIF 2.1.0 within the limits of GitHub: worst first, what blocks before the rest, and cut where it would be too
 * many or too large. What is set aside is not in it, for GitHub would show it as open.
 */
function renderSarif(judged, { category, packedSize }) {
    const open = judged
        .filter(({ effect }) => effect !== 'suppressed')
        .toSorted((a, b) => EFFECTS[a.effect] - EFFECTS[b.effect] || worstFirst(a.finding, b.finding));
    for (let most = LIMITS.results;; most = Math.floor(most * 0.8)) {
        const kept = open.slice(0, most);
        const cut = open.length - kept.length;
        const text = write(kept, cut, category);
        if (kept.length === 0 || packedSize(text) <= LIMITS.bytes)
            return { text, kept: kept.length, cut };
    }
}

// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
// EXTERNAL MODULE: ../summary/lib/markdown.js
var markdown = __webpack_require__(34840);
// EXTERNAL MODULE: ../summary/lib/html.js
var html = __webpack_require__(61584);
;// CONCATENATED MODULE: ../../actions/security-scan/lib/result.js
/** The findings that fail the scan, those that do not, and those that are set aside. */
const withEffect = ({ findings }, effect) => findings.filter((each) => each.effect === effect);

;// CONCATENATED MODULE: ../../actions/security-scan/lib/words.js
/** How the causes are told. */
const CAUSE_WORDS = {
    introduced: 'introduced by this change',
    'already-there': 'there before this change',
    'advisory-new': 'the advisory is new',
    'base-image': 'from the base image',
    unknown: 'cause unknown',
};
/** Severities in the order in which people read them. */
const WORST_FIRST = ['critical', 'high', 'moderate', 'low', 'unknown'];
/** The package, or the file of what is in none. */
const nameOf = ({ package: of, location }) => of === undefined ? location.file : `${of.name}@${of.version}`;
/** A file with its line. */
const words_placeOf = ({ location: { file, line } }) => line === undefined ? file : `${file}:${line}`;
/** How the package comes in, from the direct dependency down. */
const wayOf = ({ package: of }) => (of?.via ?? []).join(' › ');
/** What mends a finding, in one sentence; the empty text for what is in no package. */
function upgradeSentence(finding, to) {
    const { package: of } = finding;
    if (of === undefined)
        return '';
    if (finding.kind === 'malware')
        return `Remove ${of.name}, and treat what it could read as leaked.`;
    if (to === undefined)
        return 'There is no fixed version yet.';
    if (of.direct === true)
        return `Upgrade ${of.name} to ${to}.`;
    const way = (of.via ?? []).slice(0, -1).join(' › ');
    return `Have ${of.name} resolve to ${to} or later (it comes in through ${way === '' ? 'another package' : way}).`;
}
/** `1 finding`, `2 findings`. */
const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
/** How a finding is called: malware has no severity that would say anything. */
const severityWord = ({ kind, rating }) => (kind === 'malware' ? 'malware' : rating.level);
/** A sentence of somebody else's, ended as one. */
const sentence = (text) => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`);
/** How many there are of each severity that occurs, such as `1 critical, 2 high`. */
function severityCounts(judged) {
    const words = ['malware', ...WORST_FIRST];
    const counts = words.map((word) => [judged.filter(({ finding }) => severityWord(finding) === word).length, word]);
    return counts
        .filter(([count]) => count > 0)
        .map(([count, word]) => `${count} ${word}`)
        .join(', ');
}

;// CONCATENATED MODULE: ../../actions/security-scan/lib/summary.js




const SIGNS = { critical: '🟥', high: '🟧', moderate: '🟨', low: '⬜', unknown: '❔' };
const shownSeverity = (finding) => `${finding.kind === 'malware' ? '☠️' : SIGNS[finding.rating.level]} ${severityWord(finding)}${finding.rating.score === undefined ? '' : ` ${finding.rating.score.toFixed(1)}`}`;
/** A link where the advisory gives a web address, else the id alone. */
function idOf({ id, references }) {
    const href = references.find((each) => each.startsWith('https://'));
    return href === undefined ? { code: id } : { link: id, href };
}
/** How many there are of each severity, a row a cause that occurs. */
function countsTable(findings, fixed) {
    const all = [...findings.map(({ finding }) => finding), ...fixed];
    const columns = [...(all.some(({ kind }) => kind === 'malware') ? ['malware'] : []), ...WORST_FIRST];
    const row = (name, of) => [
        name,
        ...columns.map((word) => String(of.filter((finding) => severityWord(finding) === word).length)),
        { bold: String(of.length) },
    ];
    const causes = CAUSES.filter((cause) => findings.some((each) => each.cause === cause));
    const own = (cause) => findings.filter((each) => each.cause === cause).map(({ finding }) => finding);
    const rows = causes.map((cause) => row(CAUSE_WORDS[cause], own(cause)));
    return (0,block/* table */.tp)(['', ...columns, 'all'], [...rows, ...(fixed.length > 0 ? [row('fixed by this change', fixed)] : [])]);
}
function rowOf({ finding, by }) {
    const known = [
        ...(finding.exploited ? ['exploited'] : []),
        ...(finding.epss === undefined ? [] : [`EPSS ${(finding.epss * 100).toFixed(1)} %`]),
    ];
    const way = wayOf(finding);
    return [
        shownSeverity(finding),
        [
            { code: nameOf(finding) },
            ...(finding.package?.dev ? [' (development)'] : []),
            ...(way.includes('›') ? ['\n', { code: way }] : []),
        ],
        [idOf(finding), ...(known.length > 0 ? [`\n${known.join(', ')}`] : [])],
        finding.title,
        finding.fixes[0] ?? 'none yet',
        { code: words_placeOf(finding) },
        by,
    ];
}
const HEAD = ['severity', 'package', 'advisory', 'what', 'fixed in', 'where', 'rule'];
function upgradeRow({ name, version, to, direct, via, clears }) {
    const way = via.slice(0, -1).join(' › ');
    return [
        { code: name },
        [{ code: version }, ' → ', to === null ? 'no fixed version yet' : { code: to }],
        direct ? 'direct' : way === '' ? 'through another package' : [{ code: way }],
        String(clears),
    ];
}
function blockingBlocks(result, limit) {
    const blocking = withEffect(result, 'block');
    if (blocking.length === 0)
        return [];
    const upgrades = result.upgrades.slice(0, limit);
    return [
        (0,block/* heading */.R_)(4, 'What fails the scan'),
        (0,block/* table */.tp)(HEAD, blocking.slice(0, limit).map(rowOf)),
        ...more(blocking.length - limit),
        ...(upgrades.length > 0
            ? [(0,block/* heading */.R_)(4, 'Shortest upgrades'), (0,block/* table */.tp)(['package', 'upgrade', 'comes in', 'clears'], upgrades.map(upgradeRow))]
            : []),
    ];
}
const more = (count) => count > 0 ? [(0,block/* paragraph */.FY)([`And ${counted(count, 'more', 'more')}; the report has all of them.`])] : [];
function foldedBlocks(result, limit) {
    const [reported, suppressed] = [withEffect(result, 'report'), withEffect(result, 'suppressed')];
    const folded = (title, head, rows) => rows.length === 0 ? [] : [(0,block/* details */.zH)(title, [(0,block/* table */.tp)(head, rows.slice(0, limit)), ...more(rows.length - limit)])];
    return [
        ...folded(`${counted(reported.length, 'finding')} that ${reported.length === 1 ? 'does' : 'do'} not fail the scan`, [...HEAD, 'cause'], reported.map((each) => [...rowOf(each), CAUSE_WORDS[each.cause]])),
        ...folded(`${counted(suppressed.length, 'finding')} set aside`, ['package', 'advisory', 'by', 'reason', 'who', 'until'], suppressed.flatMap((each) => each.effect === 'suppressed'
            ? [
                [
                    { code: nameOf(each.finding) },
                    idOf(each.finding),
                    each.by,
                    each.suppression.reason,
                    each.suppression.owner,
                    each.suppression.expires ?? '',
                ],
            ]
            : [])),
        ...folded(`${counted(result.fixed.length, 'finding')} fixed by this change`, ['severity', 'package', 'advisory'], result.fixed.map((each) => [shownSeverity(each), { code: nameOf(each) }, idOf(each)])),
        ...folded(`${counted(result.faults.length, 'entry', 'entries')} of the ignore file to look at`, ['entry', 'state', 'who', 'until'], result.faults.map(({ id, kind, owner, expires }) => [{ code: id }, kind, owner, expires])),
    ];
}
function ageOf({ madeAt, ageHours }) {
    if (madeAt === null || ageHours === null)
        return 'without a date';
    const age = ageHours < 48 ? `${ageHours} h` : `${Math.floor(ageHours / 24)} days`;
    return `of ${madeAt.slice(0, 16).replace('T', ' ')} UTC, ${age} old`;
}
function provenance({ database, base }) {
    const compared = 'commit' in base ? ['Compared with ', { code: base.commit.slice(0, 12) }, '.'] : [`Compared with nothing: ${base.unknown}`];
    const { id, advisories } = database;
    return (0,block/* list */.p_)([
        [
            'Database ',
            { code: id.slice(0, 19) },
            ` ${ageOf(database)}, ${counted(advisories, 'advisory', 'advisories')}; one for both sides.`,
        ],
        compared,
    ]);
}
/** What a person reads of a scan; at most so many rows a table. */
function summaryOf(result, limit = 200) {
    const { findings, fixed, unjudged } = result;
    const open = findings.filter(({ effect }) => effect !== 'suppressed');
    return [
        ...(open.length + fixed.length > 0 ? [countsTable(open, fixed)] : []),
        ...blockingBlocks(result, limit),
        ...(unjudged.length > 0
            ? [
                (0,block/* heading */.R_)(4, 'What could not be told'),
                (0,block/* table */.tp)(['what', 'where'], unjudged.slice(0, limit).map(({ what, file, line }) => [what, { code: line === null ? file : `${file}:${line}` }])),
            ]
            : []),
        ...foldedBlocks(result, limit),
        provenance(result),
    ];
}

;// CONCATENATED MODULE: ../../actions/security-scan/lib/render.js






/** A scan as SARIF, in the category of its service. */
function sarifOf({ service, findings }) {
    const category = `security-scan/${service.replace(/[^\w.-]+/g, '-')}`;
    return renderSarif(findings, { category, packedSize: (text) => (0,external_node_zlib_.gzipSync)(text).length });
}
function page(result) {
    return [(0,block/* heading */.R_)(3, `Security scan of ${result.service}`), (0,block/* paragraph */.FY)([{ bold: result.headline }]), ...summaryOf(result)];
}
/** What a terminal would obey or a line end would break is left out of a line of text. */
const plain = (text) => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
function tableRow({ finding, cause, effect, by }) {
    const { rating, id, fixes } = finding;
    return [effect, rating.level, nameOf(finding), id, fixes[0] ?? '-', CAUSE_WORDS[cause], words_placeOf(finding), by].map(plain);
}
function table({ findings, headline }) {
    const rows = [['effect', 'severity', 'package', 'advisory', 'fixed in', 'cause', 'where', 'rule'], ...findings.map(tableRow)];
    const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
    const lines = rows.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
    return `${plain(headline)}\n\n${lines.join('\n')}\n`;
}
function written(name, group, failure) {
    return { name, group, kind: failure === undefined ? 'passed' : 'failed', seconds: 0, detail: failure ?? '' };
}
function junitOf(result) {
    const cases = result.findings.map(({ finding, effect, cause, by }) => {
        const failure = `${finding.rating.level}: ${finding.title} (${CAUSE_WORDS[cause]}; ${by}) at ${words_placeOf(finding)}`;
        return written(`${finding.id} in ${nameOf(finding)}`, finding.location.file, effect === 'block' ? failure : undefined);
    });
    const unjudged = result.unjudged.map(({ what, file }) => written(what, file, `Could not tell: ${what}`));
    const all = [...cases, ...unjudged];
    const shown = all.length > 0 ? all : [written(result.headline, 'scan', undefined)];
    return (0,render/* renderJUnit */.d)(`security-scan of ${result.service}`, shown);
}
/** How each form is written, and the name of its file's kind. */
const FORMS = {
    json: { extension: 'findings.json', render: (result) => `${JSON.stringify(result, null, 2)}\n` },
    sarif: { extension: 'sarif', render: (result) => sarifOf(result).text },
    markdown: { extension: 'md', render: (result) => (0,markdown/* renderMarkdown */.G)(page(result)) },
    html: { extension: 'html', render: (result) => (0,html/* renderHtml */.K)(page(result), `Security scan of ${result.service}`) },
    junit: { extension: 'xml', render: junitOf },
    table: { extension: 'txt', render: table },
};
/** What a SARIF file leaves out, in one sentence; undefined when it has all there is. */
function cutSentence({ cut, kept }) {
    if (cut === 0)
        return undefined;
    return `The SARIF file has the worst ${kept} findings; ${cut} more are in the report only, for GitHub would not keep them.`;
}

;// CONCATENATED MODULE: ../../actions/security-scan/lib/scan/annotations.js

function sentences({ finding, cause, by, effect }, upgrade) {
    const to = upgrade === undefined ? finding.fixes[0] : upgrade.to;
    const said = [sentence(finding.title), upgradeSentence(finding, to)];
    const more = (upgrade?.clears.length ?? 0) - 1;
    if (to !== undefined && more > 0)
        said.push(`That clears ${counted(more, 'other finding')} of it as well.`);
    if (finding.exploited)
        said.push('It is known to be exploited.');
    if (cause !== 'unknown')
        said.push(`${CAUSE_WORDS[cause][0]?.toUpperCase()}${CAUSE_WORDS[cause].slice(1)}.`);
    if (effect === 'block' && finding.kind === 'malware')
        said.push(`${by[0]?.toUpperCase()}${by.slice(1)}.`);
    return said.filter((part) => part !== '').join(' ');
}
function annotationOf(judged, upgradeOf) {
    const { finding, effect } = judged;
    return {
        level: effect === 'block' ? 'error' : 'warning',
        title: `${severityWord(finding)}: ${nameOf(finding)} (${finding.id})`,
        message: sentences(judged, upgradeOf(judged)),
        ...finding.location,
    };
}
/** On the line by which a direct dependency is asked for: all that it brings. */
function manifestAnnotation(own, upgradeOf) {
    const [first] = own;
    const direct = first.finding.package?.via?.[0] ?? first.finding.package?.name ?? '';
    const said = new Set(own.map((each) => `${nameOf(each.finding)}: ${upgradeSentence(each.finding, upgradeOf(each)?.to)}`));
    return {
        level: 'error',
        title: `${direct} brings ${counted(own.length, 'finding')} (${severityCounts(own)})`,
        message: [...said].join('\n'),
        ...first.finding.manifest,
    };
}
/** Each finding that blocks, and after the first one of a line of a manifest what that line brings in all. */
function blockingAnnotations(blocking, upgradeOf) {
    const lineOf = ({ finding: { manifest, location } }) => manifest === undefined || (manifest.file === location.file && manifest.line === location.line)
        ? undefined
        : `${manifest.file}:${manifest.line}`;
    const byLine = Map.groupBy(blocking, lineOf);
    return blocking.flatMap((each) => {
        const own = byLine.get(lineOf(each)) ?? [];
        const leads = lineOf(each) !== undefined && own[0] === each;
        return [annotationOf(each, upgradeOf), ...(leads ? [manifestAnnotation(own, upgradeOf)] : [])];
    });
}
function unjudgedAnnotation({ name, version, location }) {
    const message = `An advisory names ${name}, and "${version}" cannot be compared with its versions. Resolve a released version.`;
    return { level: 'error', title: `Could not tell: ${name}@${version}`, message, ...location };
}
function noteAnnotation({ message, location }) {
    const remedy = 'Give it a version, so that it can be held against the advisories.';
    return { level: 'error', title: 'Could not tell: no version', message: `${message} ${remedy}`, ...location };
}
function faultAnnotations({ faults, contradicted }, { rules, base }) {
    const entries = faults.map(({ kind, entry }) => {
        const { id, owner, expires, location } = entry;
        const said = {
            expired: `The entry for ${id} ended on ${expires}, so it sets nothing aside any more. ${owner} answers for it: mend it, or decide again.`,
            unused: `The entry for ${id} sets nothing aside. Take it out.`,
            malware: `${id} is a name of malware, which cannot be ignored. Remove the package, and the entry with it.`,
        }[kind];
        return { level: kind === 'malware' ? 'error' : 'warning', title: `Ignore file: ${kind}`, message: said, ...location };
    });
    const contradictions = contradicted.map((finding) => {
        const message = `VEX documents contradict each other about ${finding.id} in ${nameOf(finding)}, so none of them clears it.`;
        return { level: 'warning', title: 'VEX: contradiction', message, ...finding.location };
    });
    const authors = rules.disbelieved.map((author) => {
        const message = `${author} is not among "vex-authors"; what this author's documents say is left out.`;
        return { level: 'warning', title: 'VEX: author', message };
    });
    const unread = base.kind === 'unread'
        ? [
            {
                level: base.usual ? 'notice' : 'warning',
                title: 'Base unknown',
                message: `${base.reason} All findings count as introduced.`,
            },
        ]
        : [];
    return [...entries, ...contradictions, ...authors, ...unread];
}
/** The remarks on lines, what blocks first and worst first. */
function annotationsOf(decision, facts) {
    const upgrades = new Map(decision.upgrades.flatMap((each) => each.clears.map((fingerprint) => [fingerprint, each])));
    const upgradeOf = ({ finding }) => upgrades.get(finding.fingerprint);
    const of = (effect) => decision.judged.filter((each) => each.effect === effect);
    return [
        ...blockingAnnotations(of('block'), upgradeOf),
        ...decision.unjudged.map(unjudgedAnnotation),
        ...facts.notes.map(noteAnnotation),
        ...faultAnnotations(decision, facts),
        ...of('report').map((each) => annotationOf(each, upgradeOf)),
    ];
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
function match_keyOf(ecosystem, name) {
    return `${baseEcosystem(ecosystem)}/${normalizeName(ecosystem, name)}`;
}
/** Advisories under the names they affect. A withdrawn advisory affects nothing. */
function byName(advisories) {
    const index = new Map();
    for (const advisory of advisories.filter(({ withdrawn }) => !withdrawn))
        for (const key of new Set(advisory.affected.map(({ ecosystem, name }) => match_keyOf(ecosystem, name)))) {
            const named = index.get(key) ?? [];
            named.push(advisory);
            index.set(key, named);
        }
    return index;
}
/** The entries of an advisory that are about a package, in its release or repository. */
function entriesFor(of, key, { affected }) {
    return affected.filter(({ ecosystem, name }) => match_keyOf(ecosystem, name) === key && sameEcosystem(ecosystem, of.ecosystem));
}
/** Holds every package against the advisories that name it. */
function matchPackages(packages, advisories) {
    const index = byName(advisories);
    const matches = [];
    const unjudged = new Set();
    for (const of of packages) {
        const { name, version } = known(of);
        const key = match_keyOf(of.ecosystem, name);
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

// EXTERNAL MODULE: ../../node_modules/packageurl-js/index.js
var packageurl_js = __webpack_require__(10543);
;// CONCATENATED MODULE: ../findings/lib/purl.js


/** The types of package URLs by the base names of OSV's ecosystems (https://ossf.github.io/osv-schema/). */
const purl_KINDS = {
    npm: { type: 'npm', divider: '/' },
    PyPI: { type: 'pypi' },
    Go: { type: 'golang', divider: '/' },
    Maven: { type: 'maven', divider: ':' },
    'crates.io': { type: 'cargo' },
    RubyGems: { type: 'gem' },
    NuGet: { type: 'nuget' },
    Packagist: { type: 'composer', divider: '/' },
    Debian: { type: 'deb', namespace: 'debian' },
    Ubuntu: { type: 'deb', namespace: 'ubuntu' },
    Alpine: { type: 'apk', namespace: 'alpine' },
};
/** The package URL of a package; undefined for an ecosystem that has no type of them here. */
function purlOf(ecosystem, name, version) {
    const base = baseEcosystem(ecosystem);
    const kind = Object.hasOwn(purl_KINDS, base) ? purl_KINDS[base] : undefined;
    if (kind === undefined || name === '')
        return undefined;
    const at = kind.divider === undefined ? -1 : name.lastIndexOf(kind.divider);
    const namespace = at < 0 ? kind.namespace : name.slice(0, at);
    try {
        return new packageurl_js.PackageURL(kind.type, namespace, name.slice(at + 1), version, undefined, undefined).toString();
    }
    catch {
        // A name that a hostile lockfile makes up need not be one that a package URL can hold.
        return undefined;
    }
}
/** Whether a text is a package URL. */
function isPurl(text) {
    try {
        return packageurl_js.PackageURL.fromString(text).type !== '';
    }
    catch {
        return false;
    }
}
/**
 * Whether what is said of one package URL is said of another: type and name are the same, and version, qualifiers and subpath
 * are the same where the first has them.
 */
function purlCovers(said, of) {
    if (!isPurl(said) || !isPurl(of))
        return false;
    const [wide, narrow] = [packageurl_js.PackageURL.fromString(said), packageurl_js.PackageURL.fromString(of)];
    const same = (a, b) => (a ?? '') === (b ?? '');
    const qualifiers = Object.entries(wide.qualifiers ?? {});
    return (same(wide.type, narrow.type) &&
        same(wide.namespace, narrow.namespace) &&
        same(wide.name, narrow.name) &&
        (!wide.version || same(wide.version, narrow.version)) &&
        (!wide.subpath || same(wide.subpath, narrow.subpath)) &&
        qualifiers.every(([key, value]) => same(value, narrow.qualifiers?.[key])));
}

;// CONCATENATED MODULE: ../findings/lib/matched.js




/** The name of our own engine among sightings. */
const OWN_ENGINE = 'slipway';
const ratingOf = ({ type, score }) => type.startsWith('CVSS_') ? ratingOfVector(score) : ratingOfWord(score, type);
/** A package's own scores stand in the place of the advisory's. */
function scoresFor({ ecosystem, name, source }, { affected, severity }) {
    const keyOf = (system, of) => `${baseEcosystem(system)}/${normalizeName(system, of)}`;
    const key = keyOf(ecosystem, source?.name ?? name);
    const own = affected.filter((each) => keyOf(each.ecosystem, each.name) === key).flatMap((each) => each.severity);
    return own.length > 0 ? own : severity;
}
function ratingsFor(of, advisory) {
    const { statedSeverity } = advisory;
    const word = statedSeverity === undefined ? [] : [ratingOfWord(statedSeverity, 'word of the database')];
    return [...scoresFor(of, advisory).map(ratingOf), ...word];
}
/** The OpenSSF names advisories of malicious packages `MAL-…` (https://github.com/ossf/malicious-packages). */
const isMalware = (ids) => ids.some((id) => /^MAL-/i.test(id));
const kindOf = ({ id, aliases }) => (isMalware([id, ...aliases]) ? 'malware' : 'vulnerability');
/** A package of an inventory as one in which something was found. */
function foundPackage(of) {
    const { ecosystem, name, version, dev, direct, via, layer } = of;
    const purl = purlOf(ecosystem, name, version);
    return {
        ...{ ecosystem, name, version, dev, direct },
        ...(purl !== undefined && { purl }),
        ...(via !== undefined && { via }),
        ...(layer !== undefined && { layer }),
    };
}
function matched({ package: of, advisory, fix }) {
    const { id, aliases, upstream, summary, published, references } = advisory;
    return findingOf({
        engine: OWN_ENGINE,
        kind: kindOf(advisory),
        id,
        // A distribution's advisory is about the ones that it was made from.
        aliases: [...aliases, ...(upstream.length === 1 ? upstream : [])],
        title: summary,
        package: foundPackage(of),
        location: of.location,
        ratings: ratingsFor(of, advisory),
        fixes: fix === undefined ? [] : [fix],
        references,
        ...(of.manifest !== undefined && { manifest: of.manifest }),
        ...(published !== undefined && { published }),
    });
}
/** The findings that our own matches amount to. */
const findingsOfMatches = (matches) => matches.map(matched);

// EXTERNAL MODULE: ../config/lib/config.js
var config = __webpack_require__(10403);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
;// CONCATENATED MODULE: ../findings/lib/exploitation.js


const CVE = { type: 'string', pattern: '^[Cc][Vv][Ee]-[0-9]{4}-[0-9]{4,}$' };
const CATALOGUE = {
    type: 'object',
    required: ['vulnerabilities'],
    properties: {
        vulnerabilities: {
            type: 'array',
            minItems: 1,
            items: { type: 'object', required: ['cveID'], properties: { cveID: CVE } },
        },
    },
};
/**
 * Reads a catalogue of known exploited vulnerabilities in CISA's format
 * (https://www.cisa.gov/known-exploited-vulnerabilities-catalog).
 *
 * @throws Failure CONFIG_MISSING_KEY or CONFIG_INVALID, each with its line.
 */
function parseExploited(file, text) {
    const { value } = (0,config/* parseConfig */.o)(file, text, { schema: CATALOGUE });
    return new Set(value.vulnerabilities.map(({ cveID }) => cveID.toUpperCase()));
}
const ROW = /^(CVE-\d{4}-\d{4,}),\s*(\d(?:\.\d+)?(?:[eE]-?\d+)?)\s*(?:,.*)?$/i;
/**
 * Reads scores as FIRST publishes them: a line of comment, a line with `cve,epss,percentile`, and a line a vulnerability
 * (https://www.first.org/epss/data_stats).
 *
 * @throws Failure EPSS_MALFORMED with the first line that is none, or when there is no score at all.
 */
function parseEpss(file, text) {
    const scores = new Map();
    const fail = (message, line) => new failure/* Failure */.H({ code: 'EPSS_MALFORMED', message, remedy: 'Fetch the file again, unpacked.', location: { file, line } });
    for (const [index, line] of text
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/)
        .entries()) {
        if (line.trim() === '' || line.startsWith('#') || /^cve,\s*epss\b/i.test(line))
            continue;
        const [, id, score] = ROW.exec(line) ?? [];
        if (id === undefined || Number(score) > 1)
            throw fail('This line is not a CVE id, a comma and a probability from 0 to 1.', index + 1);
        scores.set(id.toUpperCase(), Number(score));
    }
    if (scores.size === 0)
        throw fail('The file holds no score.', 1);
    return scores;
}
/** The findings with what is known about their being exploited, under any of their names. */
function withExploitation(findings, { exploited, epss }) {
    return findings.map((finding) => {
        const names = [finding.id, ...finding.aliases].map((name) => name.toUpperCase());
        const chance = Math.max(...names.flatMap((name) => epss?.get(name) ?? []), finding.epss ?? -1);
        const seen = finding.exploited === true || names.some((name) => exploited?.has(name));
        return {
            ...finding,
            ...((exploited !== undefined || seen) && { exploited: seen }),
            ...(chance >= 0 && { epss: chance }),
        };
    });
}

;// CONCATENATED MODULE: ../findings/lib/upgrade.js



const upgrade_keyOf = (ecosystem, name) => `${baseEcosystem(ecosystem)}/${normalizeName(ecosystem, name)}`;
const upgrade_nameOf = ({ name, source }) => source?.name ?? name;
/** The advisories about each package, by its key. */
function upgrade_byPackage(advisories) {
    const index = new Map();
    for (const advisory of advisories)
        for (const key of new Set(advisory.affected.map(({ ecosystem, name }) => upgrade_keyOf(ecosystem, name)))) {
            const own = index.get(key) ?? [];
            own.push(advisory);
            index.set(key, own);
        }
    return index;
}
/** Every version in which some advisory about the package says that it is fixed, above the one at hand, lowest first. */
function candidates(of, own, more) {
    const version = of.source?.version ?? of.version;
    const key = upgrade_keyOf(of.ecosystem, upgrade_nameOf(of));
    const fixes = own
        .flatMap(({ affected }) => affected)
        .filter(({ ecosystem, name }) => upgrade_keyOf(ecosystem, name) === key)
        .flatMap(({ ranges }) => ranges.flatMap(({ events }) => events.flatMap(({ fixed }) => fixed ?? [])));
    return [...new Set([...fixes, ...more])]
        .filter((fix) => (compareVersions(of.ecosystem, fix, version) ?? 0) > 0)
        .sort((a, b) => compareVersions(of.ecosystem, a, b) ?? 0);
}
/**
 * Finds shortest upgrades by some advisories. One advisory's fix may lie within another's range, so all of those about the
 * package are asked of each version.
 */
function shortestUpgradeBy(advisories) {
    // Once for all packages: there may be thousands of either.
    const index = upgrade_byPackage(advisories);
    return (of, fixes, blocks) => {
        const own = index.get(upgrade_keyOf(of.ecosystem, upgrade_nameOf(of))) ?? [];
        return candidates(of, own, fixes).find((version) => {
            const source = of.source === undefined ? {} : { source: { ...of.source, version } };
            const { matches, unjudged } = matchPackages([{ ...of, version, ...source }], own);
            return unjudged.length === 0 && !findingsOfMatches(matches).some(blocks);
        });
    };
}

// EXTERNAL MODULE: ../config/lib/source.js
var source = __webpack_require__(47604);
;// CONCATENATED MODULE: ../policy/lib/ignore.js




const ignore_text = { type: 'string', minLength: 1 };
const SCHEMA = {
    type: 'object',
    additionalProperties: false,
    required: ['ignore'],
    properties: {
        ignore: {
            type: 'array',
            items: {
                type: 'object',
                additionalProperties: false,
                required: ['id', 'reason', 'owner', 'expires'],
                properties: { id: ignore_text, package: ignore_text, file: ignore_text, reason: ignore_text, owner: ignore_text, expires: ignore_text },
            },
        },
    },
};
const HOUR_MS = 3_600_000;
/** A day that the calendar has, in milliseconds since 1970; undefined for any other text. */
function dayOf(date) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date))
        return undefined;
    const at = Date.parse(`${date}T00:00:00Z`);
    return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? undefined : at;
}
/** Whether an entry holds no more: its day has ended everywhere on earth, last of all at UTC−12. */
const isExpired = ({ expires }, now) => now >= (dayOf(expires) ?? 0) + 36 * HOUR_MS;
/** What a schema cannot say, of a file that need not be valid otherwise. */
function problemsIn(source) {
    const entries = source.value?.ignore;
    if (!Array.isArray(entries))
        return [];
    return entries.flatMap((entry, index) => {
        if (typeof entry !== 'object' || entry === null)
            return [];
        const { id, expires, package: of, file } = entry;
        const at = (key) => source.locate(['ignore', index, key]);
        const problems = [];
        if (typeof expires === 'string' && dayOf(expires) === undefined) {
            const message = `"${expires}" is no day of the calendar.`;
            problems.push({ code: 'IGNORE_DATE', message, remedy: 'Write it as 2026-12-31.', location: at('expires') });
        }
        if (typeof id === 'string' && isMalware([id])) {
            const remedy = 'Remove the package, and the entry with it.';
            problems.push({
                code: 'IGNORE_MALWARE',
                message: `${id} is malware, which cannot be ignored.`,
                remedy,
                location: at('id'),
            });
        }
        if (of === undefined && file === undefined) {
            const message = 'This entry would ignore the id everywhere: it names neither "package" nor "file".';
            problems.push({ code: 'IGNORE_SCOPE', message, remedy: 'Name the package, or the file.', location: at('id') });
        }
        return problems;
    });
}
/**
 * Reads an ignore file in YAML or JSON.
 *
 * @throws Failure with every problem of the file, each with its line: those of the schema, and IGNORE_DATE, IGNORE_SCOPE or
 * IGNORE_MALWARE.
 */
function parseIgnore(file, content) {
    const own = problemsIn((0,source/* parseSource */.P)(file, content));
    try {
        const { value, source } = (0,config/* parseConfig */.o)(file, content, { schema: SCHEMA });
        if (own.length === 0)
            return value.ignore.map((entry, index) => ({ ...entry, location: source.locate(['ignore', index]) }));
    }
    catch (error) {
        if (error instanceof failure/* Failure */.H)
            throw new failure/* Failure */.H([...error.problems, ...own]);
        throw error;
    }
    throw new failure/* Failure */.H(own);
}
/** Whether an entry is about a finding, by any of its names and in its scope. */
function covers(entry, { id, aliases, package: of, location }) {
    const named = [id, ...aliases].some((name) => name.toUpperCase() === entry.id.toUpperCase());
    if (!named || (entry.file !== undefined && entry.file !== location.file))
        return false;
    if (entry.package === undefined)
        return true;
    if (of === undefined)
        return false;
    if (isPurl(entry.package))
        return of.purl !== undefined && purlCovers(entry.package, of.purl);
    return normalizeName(of.ecosystem, entry.package) === normalizeName(of.ecosystem, of.name);
}

;// CONCATENATED MODULE: ../policy/lib/policy.js


const words = (values) => ({ type: 'array', minItems: 1, uniqueItems: true, items: { enum: values } });
const EFFECT = { enum: ['block', 'report'] };
const policy_SCHEMA = {
    type: 'object',
    additionalProperties: false,
    required: ['rules', 'otherwise'],
    properties: {
        rules: {
            type: 'array',
            items: {
                type: 'object',
                additionalProperties: false,
                required: ['name', 'effect'],
                properties: {
                    name: { type: 'string', minLength: 1 },
                    when: {
                        type: 'object',
                        additionalProperties: false,
                        minProperties: 1,
                        properties: {
                            kind: words(finding_KINDS),
                            cause: words(CAUSES),
                            severity: words([...SEVERITIES, 'unknown']),
                            'severity-at-least': { enum: SEVERITIES },
                            environment: { enum: ['production', 'development'] },
                            'known-exploited': { type: 'boolean' },
                            'epss-at-least': { type: 'number', minimum: 0, maximum: 1 },
                            fix: { enum: ['available', 'none'] },
                        },
                    },
                    effect: EFFECT,
                },
            },
        },
        otherwise: EFFECT,
    },
};
/**
 * Reads a policy in YAML or JSON.
 *
 * @throws Failure with every problem of the file, each with its line: YAML_SYNTAX, CONFIG_UNKNOWN_KEY, CONFIG_MISSING_KEY or
 * CONFIG_INVALID.
 */
function parsePolicy(file, text) {
    return (0,config/* parseConfig */.o)(file, text, { schema: policy_SCHEMA }).value;
}
/** The policy of a scan that is given none: what a change introduces blocks from a severity on, and whatever is a secret or exploited. */
function defaultPolicy(failOn) {
    return {
        rules: [
            {
                name: 'not introduced by this change',
                when: { cause: ['already-there', 'advisory-new', 'base-image'] },
                effect: 'report',
            },
            { name: 'a secret', when: { kind: ['secret'] }, effect: 'block' },
            { name: 'known to be exploited', when: { 'known-exploited': true }, effect: 'block' },
            { name: `severity ${failOn} or higher`, when: { 'severity-at-least': failOn }, effect: 'block' },
        ],
        otherwise: 'report',
    };
}
/** One check for each word of a condition; a word that is not there holds. */
const CHECKS = [
    ({ kind }, finding) => kind === undefined || kind.includes(finding.kind),
    (condition, _, cause) => condition.cause === undefined || condition.cause.includes(cause),
    ({ severity }, { rating }) => severity === undefined || severity.includes(rating.level),
    ({ 'severity-at-least': least }, { rating: { level } }) => least === undefined || level === 'unknown' || severity_rankOf(level) >= severity_rankOf(least),
    ({ environment }, { package: of }) => environment === undefined || (environment === 'development') === (of?.dev === true),
    ({ 'known-exploited': known }, { exploited }) => known === undefined || known === (exploited === true),
    ({ 'epss-at-least': least }, { epss }) => least === undefined || (epss !== undefined && epss >= least),
    ({ fix }, { fixes }) => fix === undefined || (fix === 'available') === fixes.length > 0,
];
/** What a policy makes of a finding, and by which rule. */
function decide({ rules, otherwise }, { finding, cause }) {
    // No rule can let code through that means harm.
    if (finding.kind === 'malware')
        return { effect: 'block', by: 'malware always blocks' };
    const rule = rules.find(({ when: condition = {} }) => CHECKS.every((check) => check(condition, finding, cause)));
    return rule === undefined ? { effect: otherwise, by: 'no rule applies' } : { effect: rule.effect, by: rule.name };
}

;// CONCATENATED MODULE: ../policy/lib/judge.js


function suppressionOf(finding, { ignore, stated, now }) {
    if (finding.kind === 'malware')
        return undefined;
    const entry = ignore.find((each) => covers(each, finding) && !isExpired(each, now));
    if (entry === undefined)
        return stated(finding);
    const { reason, owner, expires } = entry;
    return { by: 'ignore', reason, owner, expires };
}
function faultOf(entry, findings, now) {
    const covered = findings.filter((finding) => covers(entry, finding));
    if (covered.length === 0)
        return [{ kind: 'unused', entry }];
    if (covered.some(({ kind }) => kind === 'malware'))
        return [{ kind: 'malware', entry }];
    return isExpired(entry, now) ? [{ kind: 'expired', entry }] : [];
}
/** Decides of each finding whether it blocks, is reported, or is set aside; and of each entry of the ignore file whether it is of use. */
function judge(facts) {
    const { caused, policy, ignore, now } = facts;
    const judged = caused.map((each) => {
        const suppression = suppressionOf(each.finding, facts);
        if (suppression === undefined)
            return { ...each, ...decide(policy, each) };
        const by = suppression.by === 'ignore' ? 'the ignore file' : 'a VEX statement';
        return { ...each, effect: 'suppressed', by, suppression };
    });
    const findings = caused.map(({ finding }) => finding);
    return { judged, faults: ignore.flatMap((entry) => faultOf(entry, findings, now)) };
}

;// CONCATENATED MODULE: ../policy/lib/verdict.js
/** The verdict: a finding that blocks outweighs what could not be told, which outweighs all else. */
function verdictOf({ judged, looked, unjudged }) {
    const blocking = judged.filter(({ effect }) => effect === 'block');
    const reported = judged.filter(({ effect }) => effect === 'report');
    if (blocking.length > 0)
        return { kind: 'findings', blocking, reported };
    if (unjudged > 0)
        return { kind: 'unknown', blocking, reported };
    if (reported.length > 0)
        return { kind: 'findings', blocking, reported };
    return looked === 0 ? { kind: 'nothing' } : { kind: 'clean' };
}

;// CONCATENATED MODULE: ../vex/lib/product-tree.js
const product_tree_text = { type: 'string' };
const members = (properties) => ({ type: 'object', properties });
const many = (name) => ({ type: 'array', items: { $ref: `#/definitions/${name}` } });
/** What is read of a product tree, as definitions of a JSON Schema. */
const TREE = {
    product: members({
        product_id: product_tree_text,
        name: product_tree_text,
        product_identification_helper: members({ purl: product_tree_text }),
    }),
    branch: members({ branches: many('branch'), product: { $ref: '#/definitions/product' } }),
    relationship: members({
        full_product_name: { $ref: '#/definitions/product' },
        product_reference: product_tree_text,
        relates_to_product_reference: product_tree_text,
    }),
    tree: members({ branches: many('branch'), full_product_names: many('product'), relationships: many('relationship') }),
};
function products(branches) {
    return branches.flatMap((branch) => [...(branch.product ? [branch.product] : []), ...products(branch.branches ?? [])]);
}
/** The products of a tree. One that is a part of another, by a relationship, is that other with the part as its component. */
function catalogueOf({ branches = [], full_product_names: names = [], relationships = [] }) {
    const catalogue = new Map();
    for (const { product_id: id, name = '', product_identification_helper: known } of [...products(branches), ...names])
        if (id !== undefined)
            catalogue.set(id, { id: known?.purl ?? name, components: [] });
    for (const { full_product_name: joined, product_reference: part = '', relates_to_product_reference: whole = '', } of relationships) {
        const [component, product] = [catalogue.get(part), catalogue.get(whole)];
        if (joined?.product_id === undefined || component === undefined || product === undefined)
            continue;
        catalogue.set(joined.product_id, { id: product.id, components: [component.id] });
    }
    return catalogue;
}

;// CONCATENATED MODULE: ../vex/lib/time.js
/** The milliseconds since 1970 of an RFC 3339 time; undefined for any other text. */
function timeOf(text) {
    const at = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(at) ? undefined : at;
}

;// CONCATENATED MODULE: ../vex/lib/csaf.js




const csaf_text = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: csaf_text };
const object = (required, optional = {}) => ({
    type: 'object',
    required: Object.keys(required),
    properties: { ...required, ...optional },
});
const REMARKS = { type: 'array', items: object({}, { product_ids: texts, category: csaf_text, details: csaf_text, label: csaf_text }) };
const VULNERABILITY = object({ product_status: { type: 'object', additionalProperties: texts } }, { cve: csaf_text, ids: { type: 'array', items: object({ text: csaf_text }) }, flags: REMARKS, threats: REMARKS });
/** What is read of the VEX profile: https://docs.oasis-open.org/csaf/csaf/v2.0/os/csaf-v2.0-os.html#45-profile-5-vex */
const csaf_SCHEMA = {
    definitions: TREE,
    ...object({
        document: object({
            category: { const: 'csaf_vex' },
            publisher: object({ name: csaf_text }),
            tracking: object({ id: csaf_text, version: csaf_text, current_release_date: csaf_text }),
        }),
        product_tree: { $ref: '#/definitions/tree' },
        vulnerabilities: { type: 'array', minItems: 1, items: VULNERABILITY },
    }),
};
const GROUPS = {
    known_not_affected: 'not_affected',
    known_affected: 'affected',
    first_affected: 'affected',
    last_affected: 'affected',
    fixed: 'fixed',
    first_fixed: 'fixed',
    under_investigation: 'under_investigation',
};
/** The reason that is given for a product: the flag's label, and the impact that is described. */
function whyOf({ flags = [], threats = [] }, product) {
    const about = ({ product_ids: ids }) => ids === undefined || ids.includes(product);
    const labels = flags.filter(about).flatMap(({ label }) => label ?? []);
    const impacts = threats.filter((each) => each.category === 'impact' && about(each)).flatMap(({ details }) => details ?? []);
    return [...labels, ...impacts].join(': ');
}
function statementsOf({ raw, source, catalogue }, of, index) {
    const { publisher, tracking } = raw.document;
    const names = [of.cve, ...(of.ids ?? []).map(({ text: id }) => id)].flatMap((name) => name?.toUpperCase() ?? []);
    return Object.entries(of.product_status).flatMap(([group, products]) => {
        const status = Object.hasOwn(GROUPS, group) ? GROUPS[group] : undefined;
        if (status === undefined)
            return [];
        return products.map((id, at) => ({
            document: tracking.id,
            author: publisher.name,
            location: source.locate(['vulnerabilities', index, 'product_status', group, at]),
            at: timeOf(tracking.current_release_date) ?? 0,
            names,
            status,
            products: [catalogue.get(id)].filter((product) => product !== undefined),
            why: whyOf(of, id),
        }));
    });
}
function problemsOf({ raw, source, catalogue }, statements) {
    const remedy = 'Ask the publisher of the document to mend it.';
    const date = raw.document.tracking.current_release_date;
    const dated = timeOf(date) === undefined ? [{ message: `"${date}" is no time.`, location: source.locate(['document', 'tracking']) }] : [];
    const strangers = raw.vulnerabilities.flatMap(({ product_status: groups }, index) => Object.entries(groups).flatMap(([group, ids]) => ids.flatMap((id, at) => catalogue.has(id)
        ? []
        : [
            {
                message: `The product "${id}" stands in no product tree.`,
                location: source.locate(['vulnerabilities', index, 'product_status', group, at]),
            },
        ])));
    // Section 4.5: for each product that is known not to be affected, an impact statement must exist as a flag or a threat.
    const bare = statements
        .filter(({ status, why }) => status === 'not_affected' && why === '')
        .map(({ location }) => ({ message: '"known_not_affected" is said without a flag or an impact.', location }));
    const nameless = statements
        .filter(({ names }) => names.length === 0)
        .map(({ location }) => ({ message: 'The vulnerability has neither "cve" nor "ids".', location }));
    return [...dated, ...strangers, ...bare, ...nameless].map((problem) => ({ code: 'VEX_MALFORMED', remedy, ...problem }));
}
/**
 * Reads a document of the VEX profile of CSAF 2.0.
 *
 * @throws Failure with every problem, each with its line: those of the schema, or VEX_MALFORMED.
 */
function parseCsaf(file, content) {
    const { value: raw, source } = (0,config/* parseConfig */.o)(file, content, { schema: csaf_SCHEMA });
    const context = { raw, source, catalogue: catalogueOf(raw.product_tree) };
    const statements = raw.vulnerabilities.flatMap((of, index) => statementsOf(context, of, index));
    const problems = problemsOf(context, statements);
    if (problems.length > 0)
        throw new failure/* Failure */.H(problems);
    const { id, version } = raw.document.tracking;
    // A version is a whole number or three of them with dots between.
    const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
    return { id, version: major * 1e12 + minor * 1e6 + patch, statements };
}

;// CONCATENATED MODULE: ../vex/lib/statement.js
/** What a document says of a product and a vulnerability (https://openvex.dev, and the VEX profile of CSAF 2.0). */
const STATUSES = ['not_affected', 'affected', 'fixed', 'under_investigation'];

;// CONCATENATED MODULE: ../vex/lib/openvex.js




const openvex_text = { type: 'string', minLength: 1 };
const NAMED = { '@id': openvex_text, identifiers: { type: 'object', properties: { purl: openvex_text } } };
const JUSTIFICATIONS = [
    'component_not_present',
    'vulnerable_code_not_present',
    'vulnerable_code_not_in_execute_path',
    'vulnerable_code_cannot_be_controlled_by_adversary',
    'inline_mitigations_already_exist',
];
const SUBCOMPONENTS = { type: 'array', items: { type: ['string', 'object'], properties: NAMED } };
const STATEMENT = {
    type: 'object',
    required: ['vulnerability', 'products', 'status'],
    properties: {
        vulnerability: {
            type: ['string', 'object'],
            required: ['name'],
            properties: { name: openvex_text, '@id': openvex_text, aliases: { type: 'array', items: openvex_text } },
        },
        products: {
            type: 'array',
            minItems: 1,
            items: { type: ['string', 'object'], properties: { ...NAMED, subcomponents: SUBCOMPONENTS } },
        },
        status: { enum: STATUSES },
        justification: { enum: JUSTIFICATIONS },
        impact_statement: openvex_text,
        action_statement: openvex_text,
        timestamp: openvex_text,
    },
};
/** What is read of https://github.com/openvex/spec/blob/main/openvex_json_schema.json, and what the specification demands of it. */
const openvex_SCHEMA = {
    type: 'object',
    required: ['@context', '@id', 'author', 'timestamp', 'version', 'statements'],
    properties: {
        '@context': { type: 'string', pattern: '^https://openvex\\.dev/ns' },
        '@id': openvex_text,
        author: openvex_text,
        timestamp: openvex_text,
        version: { type: ['integer', 'string'] },
        statements: { type: 'array', minItems: 1, items: STATEMENT },
    },
};
const openvex_nameOf = (named) => typeof named === 'string' ? named : (named.identifiers?.purl ?? named['@id'] ?? '');
function productOf(raw) {
    const components = typeof raw === 'string' ? [] : (raw.subcomponents ?? []);
    return { id: openvex_nameOf(raw), components: components.map(openvex_nameOf) };
}
function openvex_namesOf({ vulnerability: of }) {
    if (typeof of === 'string')
        return [of.toUpperCase()];
    return [of.name, ...(of.aliases ?? [])].map((name) => name.toUpperCase());
}
function openvex_problemsOf({ statements, timestamp }, source) {
    const problem = (message, path) => ({
        code: 'VEX_MALFORMED',
        message,
        remedy: 'Ask the author of the document to mend it.',
        location: source.locate(path),
    });
    const times = [
        ...(timeOf(timestamp) === undefined ? [problem(`"${timestamp}" is no time.`, ['timestamp'])] : []),
        ...statements.flatMap(({ timestamp: own }, index) => own === undefined || timeOf(own) !== undefined ? [] : [problem(`"${own}" is no time.`, ['statements', index, 'timestamp'])]),
    ];
    // "For statements conveying not_affected, a justification or an impact statement must be given."
    const bare = statements.flatMap(({ status, justification, impact_statement: impact }, index) => status === 'not_affected' && justification === undefined && impact === undefined
        ? [problem('"not_affected" is said without a justification or an impact statement.', ['statements', index])]
        : []);
    const nameless = statements.flatMap(({ products }, index) => products.some((product) => openvex_nameOf(product) === '')
        ? [problem('A product has no name.', ['statements', index, 'products'])]
        : []);
    return [...times, ...bare, ...nameless];
}
/**
 * Reads an OpenVEX document.
 *
 * @throws Failure with every problem, each with its line: those of the schema, or VEX_MALFORMED.
 */
function parseOpenVex(file, content) {
    const { value, source } = (0,config/* parseConfig */.o)(file, content, { schema: openvex_SCHEMA });
    const problems = openvex_problemsOf(value, source);
    if (problems.length > 0)
        throw new failure/* Failure */.H(problems);
    const statements = value.statements.map((raw, index) => ({
        document: value['@id'],
        author: value.author,
        location: source.locate(['statements', index]),
        at: timeOf(raw.timestamp ?? value.timestamp) ?? 0,
        names: openvex_namesOf(raw),
        status: raw.status,
        products: raw.products.map(productOf),
        why: [raw.justification, raw.impact_statement, raw.action_statement].filter((part) => part !== undefined).join(': '),
    }));
    return { id: value['@id'], version: Number(value.version), statements };
}

;// CONCATENATED MODULE: ../vex/lib/vex.js




/**
 * Reads a VEX document, OpenVEX or CSAF.
 *
 * @throws Failure with every problem, each with its line: a document that is neither is judged as OpenVEX.
 */
function parseVex(file, content) {
    const root = (0,source/* parseSource */.P)(file, content).value;
    const isCsaf = typeof root === 'object' && root !== null && 'document' in root && !('@context' in root);
    return isCsaf ? parseCsaf(file, content) : parseOpenVex(file, content);
}
/** The statements in force: of one document in several versions only the newest says anything. */
function inForce(documents) {
    const newest = new Map();
    for (const document of documents) {
        const known = newest.get(document.id);
        if (known === undefined || document.version > known.version)
            newest.set(document.id, document);
    }
    return [...newest.values()].flatMap(({ statements }) => statements);
}
/** Whether a statement's product is what is scanned, or the package in which something was found. */
function isAbout({ id, components }, package_, product) {
    const scanned = product !== undefined && (id === product || purlCovers(id, product));
    if (components.length === 0)
        return scanned || purlCovers(id, package_);
    return scanned && components.some((component) => purlCovers(component, package_));
}
const clears = ({ status }) => status === 'not_affected' || status === 'fixed';
/** Of each document the statement that was made last; of two at the same time, the one that stands further down. */
function latestOfEach(statements) {
    return [...Map.groupBy(statements, ({ document }) => document).values()].flatMap((own) => own.toSorted((a, b) => a.at - b.at).slice(-1));
}
/**
 * What statements say of a finding.
 *
 * @param product the package URL of what is scanned, such as `pkg:oci/orders@sha256:…`
 */
function statedOf({ id, aliases, package: of }, statements, product) {
    const purl = of?.purl;
    if (purl === undefined)
        return { kind: 'nothing' };
    const names = new Set([id, ...aliases].map((name) => name.toUpperCase()));
    const relevant = statements.filter((each) => each.names.some((name) => names.has(name)) && each.products.some((about) => isAbout(about, purl, product)));
    const latest = latestOfEach(relevant);
    const [cleared, standing] = [latest.find(clears), latest.find((each) => !clears(each))];
    if (cleared !== undefined && standing !== undefined)
        return { kind: 'contradicted', statements: latest };
    if (standing !== undefined)
        return { kind: 'standing', statement: standing };
    return cleared === undefined ? { kind: 'nothing' } : { kind: 'cleared', statement: cleared };
}

;// CONCATENATED MODULE: ../../actions/security-scan/lib/scan/decide.js




function baseOf({ base, baseImage, database, rules }) {
    if (base.kind === 'unasked')
        return { kind: 'unknown', reason: 'No base was given.' };
    if (base.kind === 'unread')
        return { kind: 'unknown', reason: base.reason };
    const packages = [...base.packages, ...(baseImage?.packages ?? [])];
    const { matches } = matchPackages(packages, database.advisories);
    return {
        kind: 'compared',
        packages: packages.map(foundPackage),
        findings: withExploitation(mergeFindings(findingsOfMatches(matches)), rules.exploitation),
        at: base.at,
        kinds: ['vulnerability', 'malware'],
    };
}
function statedBy({ rules }, product) {
    return (finding) => {
        const stated = statedOf(finding, rules.statements, product);
        if (stated.kind !== 'cleared')
            return undefined;
        const { status, why, author, document } = stated.statement;
        return { by: 'vex', reason: [status, why].filter((part) => part !== '').join(': '), owner: `${author} (${document})` };
    };
}
const decide_keyOf = (of, file) => [of.name, of.version, file].join('\0');
function upgradesOf(judged, facts, rules) {
    const blocking = judged.filter(({ effect, finding }) => effect === 'block' && finding.package !== undefined && finding.kind !== 'malware');
    const packages = new Map(facts.packages.map((each) => [decide_keyOf(each, each.location.file), each]));
    const byPackage = Map.groupBy(blocking, ({ finding: { package: of, location } }) => decide_keyOf(of ?? { name: '', version: '' }, location.file));
    const blocks = (finding) => {
        const [known] = withExploitation([finding], facts.rules.exploitation);
        const { judged: verdicts } = judge({ ...rules, caused: [{ finding: known ?? finding, cause: 'introduced' }] });
        return verdicts[0]?.effect === 'block';
    };
    const shortest = shortestUpgradeBy(facts.database.advisories);
    return [...byPackage].flatMap(([key, own]) => {
        const of = packages.get(key);
        if (of === undefined)
            return [];
        const fixes = own.flatMap(({ finding }) => finding.fixes);
        const to = shortest(of, fixes, blocks);
        return [{ package: of, clears: own.map(({ finding }) => finding.fingerprint), ...(to !== undefined && { to }) }];
    });
}
const ORDER = { block: 0, report: 1, suppressed: 2 };
/**
 * Judges what was gathered.
 *
 * @param product the package URL of what is scanned, by which VEX documents know it
 * @param more what other engines found
 */
function decideScan(facts, product, more = []) {
    const { matches, unjudged } = matchPackages(facts.packages, facts.database.advisories);
    const found = withExploitation(mergeFindings([...findingsOfMatches(matches), ...more]), facts.rules.exploitation);
    const { knownBefore, baseImage } = facts;
    const known = { ...(knownBefore && { knownBefore }), ...(baseImage && { baseLayers: baseImage.layers }) };
    const { caused, fixed } = causesOf(found, { base: baseOf(facts), ...known });
    const { policy, ignore, statements } = facts.rules;
    const rules = { policy, ignore, stated: statedBy(facts, product), now: facts.now };
    const { judged, faults } = judge({ ...rules, caused });
    return {
        verdict: verdictOf({ judged, looked: facts.packages.length + more.length, unjudged: unjudged.length + facts.notes.length }),
        judged: judged.toSorted((a, b) => ORDER[a.effect] - ORDER[b.effect]),
        fixed,
        upgrades: upgradesOf(judged, facts, rules),
        unjudged,
        faults,
        contradicted: found.filter((finding) => statedOf(finding, statements, product).kind === 'contradicted'),
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ../failure/lib/collect.js
var collect = __webpack_require__(57993);
;// CONCATENATED MODULE: ../advisory-database/lib/fault.js

const REMEDIES = {
    DATABASE_MISSING: 'Correct "database", or fetch the OSV export there in an earlier step.',
    DATABASE_EMPTY: 'Fetch the OSV export again; an empty database would call everything clean.',
    DATABASE_MALFORMED: 'Fetch the database again: an advisory that is left out would hide vulnerabilities.',
    DATABASE_UNSAFE: 'Do not use this file: no export of OSV has this. Fetch the database from its source.',
    DATABASE_TOO_LARGE: 'Check the address: no export of OSV is that large.',
    DATABASE_DIGEST: 'Fetch the database again, or correct the digest if a newer one is meant.',
    DATABASE_UNREACHABLE: 'Check the addresses, or give a database that was fetched before; nothing was judged.',
};
/** A Failure of the database: which file, what is wrong with it, and the remedy that goes with the code. */
function databaseFault(code, file, message) {
    return new failure/* Failure */.H({ code, message, remedy: REMEDIES[code], location: { file } });
}

// EXTERNAL MODULE: ../system/lib/concurrent.js
var concurrent = __webpack_require__(76609);
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
function advisory_object(members) {
    const checks = Object.entries(members).map(([name, check]) => [name.replace('?', ''), name.endsWith('?'), check]);
    return (value) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            return false;
        const given = value;
        return checks.every(([name, optional, check]) => (optional && (given[name] ?? null) === null) || check(given[name]));
    };
}
const advisory_event = advisory_object({ 'introduced?': advisory_text, 'fixed?': advisory_text, 'last_affected?': advisory_text, 'limit?': advisory_text });
const scores = listOf(advisory_object({ type: advisory_text, score: advisory_text }));
const anything = advisory_object({});
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
    'references?': listOf(advisory_object({ url: advisory_text })),
    'affected?': listOf(advisory_object({
        'package?': advisory_object({ ecosystem: advisory_text, name: advisory_text }),
        'ranges?': listOf(advisory_object({ 'type?': advisory_text, events: listOf(advisory_event) })),
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
    if (!advisory_object({ id: advisory_text })(raw))
        throw malformedAdvisory(file, 'The file is not an OSV advisory: it has no "id".');
    const wrong = Object.entries(SHAPE).find(([name, check]) => !advisory_object({ [name]: check })(raw))?.[0];
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

;// CONCATENATED MODULE: ../advisory-database/lib/zip-content.js


const HEADER = 0x04034b50;
const HEADER_LENGTH = 30;
/** Below this zlib makes no room; above its own usual, most advisories would leave most of the room unused. */
const CHUNK_MIN = 64;
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
        return (0,external_node_zlib_.inflateRawSync)(packed, { maxOutputLength: Math.max(1, size), chunkSize: Math.max(CHUNK_MIN, size) });
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
    const digest = await window.digest();
    if (part.expected !== undefined && digest !== part.expected)
        throw databaseFault('DATABASE_DIGEST', file, `The archive has the digest ${digest}, and it should have ${part.expected}.`);
    return {
        ...part,
        digest,
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
        // One old part is enough to miss what is new in its ecosystem.
        madeAt: parts.length === 0 ? 0 : Math.min(...parts.map(({ newest }) => newest)),
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
/**
 * Reads a database from archives that are known by name, such as those that were fetched.
 *
 * @param path how the database is called in what is told of it
 * @throws Failure with all that is wrong, as `readDatabase` does.
 */
async function readArchives(path, parts, packages, files) {
    const contents = await readParts(parts, wantedOf(packages), files);
    const covered = new Set(contents.flatMap(({ ecosystems }) => [...ecosystems]));
    (0,failure/* failWhen */.x)(missingProblems(path, covered, ecosystemsOf(packages)));
    return join(contents);
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ../../actions/security-scan/lib/scan/commit.js


/** What a runner names as the commit before the first push of a branch. */
const NOTHING_BEFORE = /^0+$/;
const SHALLOW = 'The checkout is shallow and does not reach it: give actions/checkout "fetch-depth: 0", so that what a change introduces can be told.';
/** Git in the workspace: what a command prints, or undefined when it fails. */
function gitIn({ exec, cancelled }, { workspace }) {
    return async (...args) => {
        const command = ['--no-optional-locks', '-C', workspace, ...args];
        const { exitCode, stdout } = await exec.run('git', command, { signal: cancelled });
        return exitCode === 0 ? stdout : undefined;
    };
}
/** The files of a commit, by their paths from the workspace. */
async function sourceOf(sha, git) {
    const listed = await git('ls-tree', '-r', '-z', '--name-only', sha);
    if (listed === undefined)
        return undefined;
    const paths = listed.split('\0').filter((path) => path !== '');
    return {
        glob: async (pattern) => paths.filter((path) => external_node_path_.posix.matchesGlob(path, external_node_path_.posix.normalize(pattern))).sort(),
        readBytes: async (path) => {
            const text = await git('show', `${sha}:./${external_node_path_.posix.normalize(path)}`);
            if (text !== undefined)
                return new TextEncoder().encode(text);
            const message = `The commit ${sha.slice(0, 12)} has no file ${path}.`;
            throw new failure/* Failure */.H({ code: 'FILE_NOT_FOUND', message, location: { file: path } });
        },
    };
}
async function unreadable(base, git) {
    const shallow = (await git('rev-parse', '--is-shallow-repository'))?.trim() === 'true';
    const reason = shallow ? SHALLOW : 'It is no commit of this checkout that has a common ancestor with the one at hand.';
    return { kind: 'unread', reason: `The base ${base} could not be read. ${reason}`, usual: false };
}
/** Opens the commit at which the checkout parted from a base, to read files of it. */
async function openBase(base, ports, context) {
    if (NOTHING_BEFORE.test(base))
        return { kind: 'unread', reason: 'This is the first push of the branch, which has no base.', usual: true };
    if ((await ports.exec.which('git')) === undefined)
        return { kind: 'unread', reason: 'There is no git here to read the base with.', usual: false };
    const git = gitIn(ports, context);
    const commit = (await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`))?.trim();
    if (commit === undefined)
        return unreadable(base, git);
    const sha = (await git('merge-base', commit, 'HEAD'))?.trim();
    if (sha === undefined)
        return unreadable(base, git);
    const at = Number(await git('show', '--no-patch', '--format=%ct', sha)) * 1000;
    const source = await sourceOf(sha, git);
    return source === undefined || !(at > 0) ? unreadable(base, git) : { kind: 'read', sha, at, source };
}

// EXTERNAL MODULE: ../oci/lib/reference.js
var lib_reference = __webpack_require__(18821);
// EXTERNAL MODULE: ../oci/lib/manifest.js
var lib_manifest = __webpack_require__(76531);
;// CONCATENATED MODULE: ../advisory-database/lib/source/artefact.js



/** Under which an artefact's maker names the file of a layer (the OCI image specification, annotations). */
const TITLE = 'org.opencontainers.image.title';
const ARCHIVE_MAX = 2 ** 30;
/** The ecosystem that a layer's title names: `npm/all.zip` or `npm.zip`; empty for one archive of all. */
function ecosystemIn(title) {
    const [, ecosystem] = /^(?:osv-scalibr\/)?(?:([^/]+)\/)?all\.zip$/.exec(title) ?? [];
    if (/(^|\/)all\.zip$/.test(title))
        return ecosystem ?? '';
    return /^([^/]+)\.zip$/.exec(title)?.[1];
}
async function layersOf(reference, reader) {
    const shown = (0,lib_reference/* renderReference */.Wj)(reference);
    if (reference.digest === undefined)
        throw databaseFault('DATABASE_DIGEST', shown, 'The artefact is not named by its digest, so it could change between two scans.');
    const found = await reader.manifest(reference.digest);
    if (found === undefined)
        throw databaseFault('DATABASE_MISSING', shown, `There is no artefact ${shown}.`);
    const manifest = (0,lib_manifest/* parseManifest */.N)(found.bytes, found.mediaType, shown);
    if (manifest.kind === 'index')
        throw databaseFault('DATABASE_MALFORMED', shown, `${shown} is an index of images, and no artefact with archives.`);
    return manifest.layers;
}
/** Fetches a layer into the folder under its digest; one that is there already was checked when it came. */
async function fetchLayer(layer, folder, reader, files) {
    const path = `${folder}/${layer.digest.replace(':', '-')}.zip`;
    if (layer.size > ARCHIVE_MAX)
        throw databaseFault('DATABASE_TOO_LARGE', path, `The archive has ${layer.size} bytes; it is fetched up to ${ARCHIVE_MAX}.`);
    if (!(await files.exists(path)))
        await files.write(path, reader.blob(layer));
    return path;
}
/**
 * Opens a database that lies in a registry as an artefact, whose layers are the archives, each with its file's name as its
 * title, as `oras push` makes it. Only the ecosystems of the packages are fetched.
 *
 * @throws Failure DATABASE_DIGEST for a reference without a digest or other bytes than its digests say, and as `readDatabase`.
 */
async function openArtefact(reference, folder, packages, { reader, files }) {
    const needed = ecosystemsOf(packages);
    const parts = [];
    for (const layer of await layersOf(reference, reader)) {
        const ecosystem = ecosystemIn(layer.annotations?.[TITLE] ?? '');
        if (ecosystem === undefined || (ecosystem !== '' && !needed.has(ecosystem)))
            continue;
        const file = await fetchLayer(layer, folder, reader, files);
        parts.push({ file, expected: layer.digest, ...(ecosystem !== '' && { ecosystem }) });
    }
    const shown = (0,lib_reference/* renderReference */.Wj)(reference);
    if (parts.length === 0 && needed.size > 0)
        throw databaseFault('DATABASE_EMPTY', shown, `No layer of ${shown} has a title such as "npm/all.zip" of these ecosystems.`);
    const database = await readArchives(shown, parts, packages, files);
    return reference.digest === undefined ? database : { ...database, id: reference.digest };
}

// EXTERNAL MODULE: ../system/lib/redirect.js
var redirect = __webpack_require__(216);
// EXTERNAL MODULE: ../system/lib/retry.js
var retry = __webpack_require__(77064);
;// CONCATENATED MODULE: ../advisory-database/lib/source/download.js





/** Four times what npm's export, the largest, has in 2026. */
const download_ARCHIVE_MAX = 2 ** 30;
const SILENCE_MS = 20_000;
/** How often a download that broke off is begun again. */
const ATTEMPTS = 3;
const WAIT_MS = 1_000;
/** A download that broke off or came damaged; beginning anew may help. */
class Broken extends Error {
}
function conditions(kept) {
    return {
        ...(kept?.etag !== undefined && { 'if-none-match': kept.etag }),
        ...(kept?.lastModified !== undefined && { 'if-modified-since': kept.lastModified }),
    };
}
/** What the server says that the bytes must be: Google's header of its object store, or RFC 9530. */
function statedDigests({ headers }) {
    const google = /(?:^|,)\s*md5=([A-Za-z0-9+/=]+)/.exec(headers['x-goog-hash'] ?? '')?.[1];
    const standard = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/=]+):/.exec(headers['repr-digest'] ?? '')?.[1];
    return [
        ...(google === undefined ? [] : [{ algorithm: 'md5', base64: google }]),
        ...(standard === undefined ? [] : [{ algorithm: 'sha256', base64: standard }]),
    ];
}
function tooLarge(url, bytes) {
    return databaseFault('DATABASE_TOO_LARGE', url, `The archive has ${bytes} bytes or more; it is fetched up to ${download_ARCHIVE_MAX}.`);
}
/** Writes the body to a file and returns its digest; the file is there only when it came whole and undamaged. */
async function receive(url, response, path, lock, files) {
    const stated = statedDigests(response);
    const hashes = new Map(['sha256', ...stated.map(({ algorithm }) => algorithm)].map((name) => [name, (0,external_node_crypto_.createHash)(name)]));
    const announced = Number(response.headers['content-length'] ?? Number.NaN);
    if (announced > download_ARCHIVE_MAX)
        throw tooLarge(url, announced);
    let received = 0;
    const pieces = async function* () {
        for await (const piece of response.stream()) {
            received += piece.length;
            if (received > download_ARCHIVE_MAX)
                throw tooLarge(url, received);
            for (const hash of hashes.values())
                hash.update(piece);
            await lock.beat();
            yield piece;
        }
        if (!Number.isNaN(announced) && received !== announced)
            throw new Broken(`it ended after ${received} of ${announced} bytes`);
    };
    await files.write(path, pieces());
    const digests = new Map([...hashes].map(([name, hash]) => [name, hash.digest()]));
    for (const { algorithm, base64 } of stated)
        if (digests.get(algorithm)?.toString('base64') !== base64)
            throw new Broken(`it came with another ${algorithm} than its server says`);
    return `sha256:${digests.get('sha256')?.toString('hex')}`;
}
function refused(url, { status }) {
    if (status === 404)
        return databaseFault('DATABASE_MISSING', url, `There is no export at ${url} (status 404).`);
    return databaseFault('DATABASE_UNREACHABLE', url, `${url} was answered with status ${status}.`);
}
async function fetchOnce(url, folder, kept, lock, world) {
    const { http, files, clock } = world;
    const ask = (each) => http.fetch({
        url: each,
        headers: conditions(kept),
        silenceMs: SILENCE_MS,
        ...(world.signal && { signal: world.signal }),
    });
    const send = async () => {
        await lock.beat();
        return (await (0,redirect/* followingRedirects */.H)(url, 'GET', ask)).response;
    };
    const response = await (0,retry/* retrying */.R)(send, { ...world, attempts: ATTEMPTS });
    if (response.status === 304 && kept !== undefined)
        return { ...kept, checkedAt: clock.now() };
    if (response.status !== 200)
        throw refused(url, response);
    const archive = `${(0,external_node_crypto_.randomUUID)()}.zip`;
    const path = `${folder}/${archive}`;
    const { etag, 'last-modified': lastModified } = response.headers;
    try {
        const digest = await receive(url, response, path, lock, files);
        await readDirectory(files, path);
        const before = kept && { before: kept.archive };
        return {
            archive,
            digest,
            url,
            checkedAt: clock.now(),
            ...(etag && { etag }),
            ...(lastModified && { lastModified }),
            ...before,
        };
    }
    catch (error) {
        await files.remove(path);
        throw error;
    }
}
const isBroken = (error) => error instanceof Broken || !(error instanceof failure/* Failure */.H) || error.code === 'HTTP_TIMEOUT' || error.code === 'DATABASE_MALFORMED';
/**
 * Fetches one export unless the kept one is still the newest; what breaks off or comes damaged is fetched again.
 *
 * @throws Failure DATABASE_UNREACHABLE, DATABASE_MISSING, DATABASE_MALFORMED or DATABASE_TOO_LARGE; nothing was replaced then.
 */
async function fetchExport(url, folder, kept, lock, world) {
    for (let attempt = 1;; attempt++) {
        try {
            return await fetchOnce(url, folder, kept, lock, world);
        }
        catch (error) {
            const unreached = error instanceof failure/* Failure */.H && (error.code === 'HTTP_UNREACHABLE' || error.code === 'HTTP_TIMEOUT');
            const why = error instanceof failure/* Failure */.H ? (error.problems[0]?.message ?? '') : `It broke off: ${String(error)}.`;
            if (world.signal?.aborted)
                throw error;
            if (isBroken(error) && attempt < ATTEMPTS) {
                world.log.debug(`${url}, try ${attempt} of ${ATTEMPTS}: ${why}`);
                await world.clock.sleep(WAIT_MS * attempt, world.signal);
            }
            else if (error instanceof failure/* Failure */.H && !unreached)
                throw error;
            else
                throw databaseFault('DATABASE_UNREACHABLE', url, `${url} could not be fetched. ${why}`);
        }
    }
}

;// CONCATENATED MODULE: ../advisory-database/lib/source/kept.js
async function kept_read(path, url, files) {
    try {
        const value = JSON.parse(await files.readText(path));
        // What another server gave says nothing of this one.
        return value.url === url ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** The folder of one ecosystem below the folder of all. */
class Shelf {
    folder;
    #url;
    #files;
    constructor(folder, url, files) {
        this.folder = folder;
        this.#url = url;
        this.#files = files;
    }
    /** What is kept; undefined when there is nothing, or its archive is gone. */
    async kept() {
        const kept = await kept_read(`${this.folder}/kept.json`, this.#url, this.#files);
        if (kept === undefined || !(await this.#files.exists(`${this.folder}/${kept.archive}`)))
            return undefined;
        return kept;
    }
    trouble() {
        return kept_read(`${this.folder}/trouble.json`, this.#url, this.#files);
    }
    async keep(kept) {
        await this.#files.write(`${this.folder}/kept.json`, JSON.stringify(kept));
        await this.#files.remove(`${this.folder}/trouble.json`);
        const old = (await this.#files.list(this.folder)).filter(({ name }) => name.endsWith('.zip') && name !== kept.archive && name !== kept.before);
        for (const { name } of old)
            await this.#files.remove(`${this.folder}/${name}`);
    }
    async remember(trouble) {
        await this.#files.write(`${this.folder}/trouble.json`, JSON.stringify(trouble));
    }
}

;// CONCATENATED MODULE: ../advisory-database/lib/source/lock.js

/** Whoever works says so at least this often, also while it waits for a server. */
const BEAT_MS = 5_000;
/** A holder that was silent for so long was ended, and what it held is free again. */
const GONE_MS = 120_000;
async function readHolder(path, files) {
    try {
        return JSON.parse(await files.readText(path));
    }
    catch {
        // Freed in between, or being written.
        return undefined;
    }
}
/**
 * Takes a lock that is a file; undefined while another holds it.
 *
 * Two that find the same holder gone at the same moment may both take it: they then do the same work twice, and what they
 * write is put in place whole.
 */
async function tryLock(path, files, clock) {
    const holder = (0,external_node_crypto_.randomUUID)();
    const text = () => JSON.stringify({ holder, at: clock.now() });
    const taken = await files.claim(path, text());
    if (!taken) {
        const other = await readHolder(path, files);
        if (other !== undefined && clock.now() - other.at > GONE_MS)
            await files.remove(path);
        return undefined;
    }
    let last = clock.now();
    return {
        beat: async () => {
            if (clock.now() - last < BEAT_MS)
                return;
            last = clock.now();
            await files.write(path, text());
        },
        release: async () => {
            if ((await readHolder(path, files))?.holder === holder)
                await files.remove(path);
        },
    };
}

;// CONCATENATED MODULE: ../advisory-database/lib/source/export.js





/** The export of OSV, as its site names it (https://google.github.io/osv.dev/data/). */
const OFFICIAL_EXPORT = 'https://storage.googleapis.com/osv-vulnerabilities';
/** An export that was asked for within this time is not asked for again: the jobs of one run judge by the same. */
const FRESH_MS = 600_000;
/** For so long nobody asks again a server that could not be reached. */
const TROUBLE_MS = 60_000;
const POLL_MS = 200;
const isFresh = (kept, now) => kept.checkedAt <= now && now - kept.checkedAt < FRESH_MS;
const withoutIt = (kept, why) => {
    const when = new Date(kept.checkedAt).toISOString().slice(0, 16).replace('T', ' ');
    return { kept, warning: `The database could not be asked for again, so that of ${when} UTC is used. ${why}` };
};
/** What follows when the server could not be asked: the copy that is kept, or the Failure. */
function afterTrouble(kept, error) {
    if (kept !== undefined && error instanceof failure/* Failure */.H && error.code === 'DATABASE_UNREACHABLE')
        return withoutIt(kept, error.problems[0]?.message ?? '');
    throw error;
}
/** Asks the server, unless another job did so while this one waited for its turn. */
async function refresh(url, shelf, world) {
    const lock = await tryLock(`${shelf.folder}/lock`, world.files, world.clock);
    if (lock === undefined)
        return undefined;
    const now = () => world.clock.now();
    try {
        const kept = await shelf.kept();
        if (kept !== undefined && isFresh(kept, now()))
            return { kept };
        const fetched = await fetchExport(url, shelf.folder, kept, lock, world);
        await shelf.keep(fetched);
        return { kept: fetched };
    }
    catch (error) {
        if (error instanceof failure/* Failure */.H && error.code === 'DATABASE_UNREACHABLE')
            await shelf.remember({ url, at: now(), message: error.problems[0]?.message ?? '' });
        return afterTrouble(await shelf.kept(), error);
    }
    finally {
        await lock.release();
    }
}
/** Sees to it that the export of one ecosystem is there: of all jobs on the machine one fetches, and the others wait. */
async function have(url, shelf, world) {
    for (;;) {
        const kept = await shelf.kept();
        if (kept !== undefined && isFresh(kept, world.clock.now()))
            return { kept };
        const trouble = await shelf.trouble();
        if (trouble !== undefined && world.clock.now() - trouble.at < TROUBLE_MS) {
            if (kept !== undefined)
                return withoutIt(kept, trouble.message);
            const remedy = 'Check the addresses, or give a database that was fetched before; nothing was judged.';
            throw new failure/* Failure */.H({ code: 'DATABASE_UNREACHABLE', message: trouble.message, remedy, location: { file: url } });
        }
        const had = await refresh(url, shelf, world);
        if (had !== undefined)
            return had;
        await world.clock.sleep(POLL_MS, world.signal);
    }
}
/** When the server says that the archive was made; undefined when it does not say. */
function madeAt({ lastModified }) {
    const at = Date.parse(lastModified ?? '');
    return Number.isNaN(at) ? undefined : at;
}
/**
 * Opens the exports of the packages' ecosystems, fetching what is not kept or no longer the newest.
 *
 * @throws Failure with all that is wrong: DATABASE_UNREACHABLE when nothing is kept, and as `readDatabase` does.
 */
async function openExport({ url, folder }, packages, world) {
    const problems = [];
    const parts = [];
    const had = [];
    for (const ecosystem of ecosystemsOf(packages).keys()) {
        const address = `${url.replace(/\/+$/, '')}/${encodeURIComponent(ecosystem)}/all.zip`;
        const shelf = new Shelf(`${folder}/${ecosystem.replace(/[^A-Za-z0-9._-]/g, '_')}`, address, world.files);
        const one = await (0,collect/* collect */.F)(problems, () => have(address, shelf, world));
        if (one === undefined)
            continue;
        had.push(one);
        parts.push({ file: `${shelf.folder}/${one.kept.archive}`, ecosystem, expected: one.kept.digest });
    }
    (0,failure/* failWhen */.x)(problems);
    const database = await readArchives(url, parts, packages, world.files);
    const made = had.map(({ kept }, index) => madeAt(kept) ?? database.parts[index]?.newest ?? 0);
    const warnings = had.flatMap(({ warning }) => (warning === undefined ? [] : [warning]));
    // Of no package nothing was fetched, and nothing can be too old.
    const oldest = made.length === 0 ? world.clock.now() : Math.min(...made);
    return { database: { ...database, madeAt: oldest }, warnings, confirmed: warnings.length === 0 };
}

;// CONCATENATED MODULE: ../advisory-database/lib/age.js
const age_HOUR_MS = 3_600_000;
const DAY_MS = 24 * age_HOUR_MS;
/** An archive keeps the local time of its maker, who may be a day ahead of this machine. */
const AHEAD_MAX_MS = DAY_MS;
const shown = (at) => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
/** How old a database is, in milliseconds; never below zero. */
const ageMs = ({ madeAt }, now) => Math.max(0, now - madeAt);
/**
 * What is wrong with the age of a database: DATABASE_STALE when it is older than the limit, DATABASE_FUTURE when it says to
 * be made after today, which no limit on its age could judge.
 *
 * @param maxAgeMs no limit when undefined
 */
function ageProblem(database, now, maxAgeMs) {
    const { madeAt, id } = database;
    if (madeAt > now + AHEAD_MAX_MS) {
        const message = `The database ${id} says to be of ${shown(madeAt)} UTC, and it is ${shown(now)}.`;
        return { code: 'DATABASE_FUTURE', message, remedy: "Check the runner's clock, and where the database comes from." };
    }
    if (maxAgeMs === undefined || ageMs(database, now) <= maxAgeMs)
        return undefined;
    const hours = (ms) => `${Math.floor(ms / age_HOUR_MS)} h`;
    const message = `The database ${id} is of ${shown(madeAt)} UTC, ${hours(ageMs(database, now))} old; the limit is ${hours(maxAgeMs)}.`;
    return { code: 'DATABASE_STALE', message, remedy: 'Fetch it again, or raise the limit if it cannot be newer.' };
}

// EXTERNAL MODULE: ../oci/lib/login.js + 1 modules
var login = __webpack_require__(57929);
// EXTERNAL MODULE: ../oci/lib/reader.js + 2 modules
var lib_reader = __webpack_require__(3738);
;// CONCATENATED MODULE: ../../actions/security-scan/lib/scan/database.js



const ARTEFACT = 'oci://';
/** How old a database may be that could not be asked for again, where no limit was given. */
const OFFLINE_AGE_MS = 5 * 24 * 3_600_000;
/** The folder that the jobs of a machine share: the one that was named, else the runner's own for tools. */
function cacheFolder({ databaseCache }, { environment, temp }) {
    return databaseCache ?? `${environment('RUNNER_TOOL_CACHE') ?? temp}/slipway-osv`;
}
async function openFromRegistry(inputs, packages, ports, context) {
    const reference = (0,lib_reference/* parseReference */.F2)(inputs.database?.slice(ARTEFACT.length) ?? '');
    const { http, clock, log, cancelled: signal } = ports;
    const credentials = await (0,login/* findCredentials */.g)(reference.registry, {}, { ...ports, environment: context.environment });
    const reader = (0,lib_reader/* registryReader */.xk)({ ...reference, http, clock, log, signal, insecure: false, ...(credentials && { credentials }) });
    return openArtefact(reference, cacheFolder(inputs, context), packages, { reader, files: ports.files });
}
/** Whoever is between us and a server without TLS could take advisories out; a digest that is known before shows it. */
function checkAddress({ databaseUrl: url, databaseDigest }) {
    const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
    const here = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
    if (protocol === 'https:' || (protocol === 'http:' && (here || databaseDigest !== undefined)))
        return;
    const message = `"database-url" is ${JSON.stringify(url)}, and an address with https:// was expected.`;
    const remedy = 'Write it whole and with https://, or give "database-digest" for a mirror that has http only.';
    throw new failure/* Failure */.H({ code: 'DATABASE_URL', message, remedy });
}
async function openSource(inputs, packages, ports, context) {
    const { database: source, databaseUrl: url } = inputs;
    const confirmed = (database) => ({ database, warnings: [], confirmed: true });
    if (source === undefined) {
        checkAddress(inputs);
        const world = { ...ports, signal: ports.cancelled };
        return openExport({ url, folder: cacheFolder(inputs, context) }, packages, world);
    }
    if (source.startsWith(ARTEFACT))
        return confirmed(await openFromRegistry(inputs, packages, ports, context));
    return confirmed(await readDatabase(source, packages, ports.files));
}
function digestProblem({ id }, digest) {
    if (digest === undefined || id === digest)
        return undefined;
    const remedy = 'Fetch the database again, or correct "database-digest" if a newer one is meant.';
    return { code: 'DATABASE_DIGEST', message: `The database has the digest ${id}, and ${digest} was asked for.`, remedy };
}
/**
 * Opens the database that the inputs name, and judges its digest and its age.
 *
 * @throws Failure with all that is wrong with it; nothing is judged by a database that is too old or not the one that was meant.
 */
async function openDatabase(inputs, packages, ports, context) {
    const opened = await openSource(inputs, packages, ports, context);
    // Without a package nothing was read, and there is no age to judge.
    if (opened.database.parts.length === 0)
        return opened;
    const limit = inputs.maxDatabaseAge ?? (opened.confirmed ? undefined : OFFLINE_AGE_MS);
    const problems = [
        digestProblem(opened.database, inputs.databaseDigest),
        ageProblem(opened.database, ports.clock.now(), limit),
    ].filter((problem) => problem !== undefined);
    if (problems.length > 0)
        throw new failure/* Failure */.H(problems);
    return opened;
}

// EXTERNAL MODULE: ../image-packages/lib/inventory.js + 4 modules
var lib_inventory = __webpack_require__(2334);
;// CONCATENATED MODULE: ../inventory/lib/distribution.js
/** Distributions as OSV names them, by the id of their os-release. */
const NAMES = {
    debian: 'Debian',
    ubuntu: 'Ubuntu',
    alpine: 'Alpine',
    wolfi: 'Wolfi',
    chainguard: 'Chainguard',
};
/** Releases that are called by their code name as often as by their number. */
const CODE_NAMES = {
    buster: '10',
    bullseye: '11',
    bookworm: '12',
    trixie: '13',
    forky: '14',
    focal: '20.04',
    jammy: '22.04',
    noble: '24.04',
};
/** Ubuntu's releases of April in even years are kept for longer, and OSV says so in their names. */
function ubuntuRelease(version) {
    const [, year = '', month] = /^(\d\d)\.(\d\d)/.exec(version) ?? [];
    if (month === undefined)
        return '';
    return `${year}.${month}${Number(year) % 2 === 0 && month === '04' ? ':LTS' : ''}`;
}
/** The release as OSV writes it: Debian's major number, Alpine's branch, Ubuntu's whole; a rolling one has none. */
function releaseOf({ id, version: given }) {
    const version = CODE_NAMES[given] ?? given;
    if (id === 'debian')
        return /^\d+/.exec(version)?.[0] ?? '';
    if (id === 'alpine')
        return /^v?(\d+\.\d+)/.exec(version)?.[1]?.replace(/^/, 'v') ?? '';
    return id === 'ubuntu' ? ubuntuRelease(version) : '';
}
/**
 * The ecosystem of a distribution's packages as OSV names it, such as `Debian:12`, `Alpine:v3.19` or `Ubuntu:24.04:LTS`.
 *
 * @returns undefined for a distribution that OSV does not name, whose packages no other's advisories are about.
 */
function distributionEcosystem(distribution) {
    const name = NAMES[distribution.id];
    const release = releaseOf(distribution);
    return name === undefined || release === '' ? name : `${name}:${release}`;
}

;// CONCATENATED MODULE: ../image-packages/lib/installed.js

const ECOSYSTEMS = { npm: 'npm', pypi: 'PyPI', golang: 'Go', maven: 'Maven', cargo: 'crates.io' };
function ecosystemOf({ ecosystem }, system) {
    if (ecosystem !== 'deb' && ecosystem !== 'apk')
        return ECOSYSTEMS[ecosystem];
    if (system === undefined)
        return ecosystem === 'deb' ? 'Debian' : 'Alpine';
    return distributionEcosystem(system) ?? system.name;
}
/**
 * What is installed in an image, as advisories know it: with the ecosystem of OSV, the source package and the layer.
 *
 * A distribution that OSV does not name keeps the name it gives itself, so that no other's advisories are taken for its.
 *
 * @param image how the image is called, which stands before the path of each database in the place of a package
 */
function installedPackages({ packages, system }, image) {
    return packages.map((of) => ({
        ecosystem: ecosystemOf(of, system),
        name: of.name,
        version: of.version,
        dev: false,
        direct: false,
        location: { file: `${image}/${of.foundIn}` },
        ...(of.source !== undefined && { source: of.source }),
        ...(of.layer !== undefined && { layer: of.layer }),
    }));
}

// EXTERNAL MODULE: ../oci/lib/layer.js
var lib_layer = __webpack_require__(60153);
// EXTERNAL MODULE: ../oci/lib/layout.js
var lib_layout = __webpack_require__(3884);
// EXTERNAL MODULE: ../oci/lib/image.js
var lib_image = __webpack_require__(20317);
;// CONCATENATED MODULE: ../secrets/lib/rule.js
/** Shannon's entropy of a text, in bits a character. */
function entropyOf(text) {
    const counts = new Map();
    for (const character of text)
        counts.set(character, (counts.get(character) ?? 0) + 1);
    return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
/** What people write where a secret would stand: names of variables, words that say so, runs of one character. */
const PLACEHOLDER = /example|changeme|change_me|placeholder|dummy|redacted|your[-_]|<[^>]*>|\$\{|\{\{|\$\(|%\(|x{6}|\*{4}|\.{4}|(.)\1{7}|0123456789|1234567890|abcdefgh/i;
/** Whether a text is one that a person put in the place of a secret. */
const isPlaceholder = (text) => PLACEHOLDER.test(text);

;// CONCATENATED MODULE: ../secrets/lib/rules.js
/** What may stand before a token: no part of a word, but for the letter of an escaped line break or tab. */
const BEFORE = '(?<=^|[^A-Za-z0-9_-]|\\\\[nrt])';
/** A token with a beginning of its own, of which it has nothing to say but its name, beginning and rest. */
function token(id, title, words, body, entropy = 3) {
    return { id, title, words, pattern: new RegExp(`${BEFORE}(?<secret>${body})(?![A-Za-z0-9_-])`, 'g'), entropy };
}
/** Whether a text is a JSON Web Token: its first part says by which algorithm it is signed (RFC 7515). */
function isJwt(secret) {
    try {
        const header = JSON.parse(Buffer.from(secret.split('.')[0] ?? '', 'base64url').toString('utf8'));
        return typeof header.alg === 'string';
    }
    catch {
        return false;
    }
}
/** A value that stands after a name which says what it is. */
const named = (names, value) => new RegExp(`(?:${names})[\\w.-]{0,20}["']?\\s{0,3}(?:=>|:=|=|:)\\s{0,3}["']?(?<secret>${value})(?=["'\\s;,)]|$)`, 'gim');
const manyKinds = (secret) => /\d/.test(secret) && /[A-Za-z]/.test(secret);
/** Tokens that say by themselves what they are, in the forms that their makers publish. */
const rules_TOKENS = [
    token('github-token', 'token of GitHub', ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], 'gh[pousr]_[A-Za-z0-9]{36}'),
    token('github-fine-grained-token', 'fine-grained token of GitHub', ['github_pat_'], 'github_pat_[A-Za-z0-9_]{82}'),
    token('gitlab-token', 'token of GitLab', ['glpat-'], 'glpat-[A-Za-z0-9_-]{20}'),
    token('aws-access-key', 'access key of AWS', ['akia', 'asia', 'abia', 'acca'], '(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}'),
    token('gcp-api-key', 'API key of Google Cloud', ['aiza'], 'AIza[A-Za-z0-9_-]{35}', 3.5),
    token('slack-token', 'token of Slack', ['xox'], 'xox[abeprs]-[0-9]{8,14}-[A-Za-z0-9-]{16,120}'),
    token('stripe-key', 'secret key of Stripe', ['sk_live_', 'sk_test_', 'rk_live_', 'rk_test_'], '(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,99}'),
    token('npm-token', 'token of npm', ['npm_'], 'npm_[A-Za-z0-9]{36}'),
    token('pypi-token', 'token of PyPI', ['pypi-ageichlwas5vcmc'], 'pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,1000}'),
    token('docker-hub-token', 'token of Docker Hub', ['dckr_pat_'], 'dckr_pat_[A-Za-z0-9_-]{27}'),
    token('digitalocean-token', 'token of DigitalOcean', ['dop_v1_', 'doo_v1_', 'dor_v1_'], 'do[por]_v1_[a-f0-9]{64}'),
    token('sendgrid-key', 'key of SendGrid', ['sg.'], 'SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}'),
    token('hugging-face-token', 'token of Hugging Face', ['hf_'], 'hf_[A-Za-z]{34}'),
    token('openai-key', 'key of OpenAI', ['t3blbkfj'], 'sk-(?:(?:proj|svcacct|admin)-)?[A-Za-z0-9_-]{20,74}T3BlbkFJ[A-Za-z0-9_-]{20,74}'),
    token('anthropic-key', 'key of Anthropic', ['sk-ant-'], 'sk-ant-(?:api|admin)\\d\\d-[A-Za-z0-9_-]{93}AA'),
    token('shopify-token', 'token of Shopify', ['shpat_', 'shpca_', 'shppa_', 'shpss_'], 'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}'),
    token('vault-token', 'token of Vault', ['hvs.', 'hvb.'], 'hv[sb]\\.[A-Za-z0-9_-]{90,300}', 3.5),
    token('age-key', 'secret key of age', ['age-secret-key-1'], 'AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}'),
    token('azure-client-secret', 'client secret of Microsoft Entra', ['q~'], '[A-Za-z0-9_~.]{3}\\dQ~[A-Za-z0-9_~.-]{31,34}'),
];
/** Secrets that are known by what stands around them. */
const IN_CONTEXT = [
    {
        id: 'aws-secret-key',
        title: 'secret key of AWS',
        words: ['aws', 'secret_access_key', 'secretaccesskey'],
        pattern: named('aws_?-?secret|secret_?access_?key', '[A-Za-z0-9/+]{40}'),
        entropy: 4,
    },
    {
        id: 'gcp-service-account',
        title: 'key of a Google service account',
        words: ['private_key_id'],
        pattern: named('private_key_id', '[0-9a-f]{40}'),
        entropy: 3,
    },
    {
        id: 'azure-storage-key',
        title: 'key of an Azure storage account',
        words: ['accountkey'],
        pattern: /AccountKey=(?<secret>[A-Za-z0-9+/]{86}==)/g,
        entropy: 4,
    },
    {
        id: 'slack-webhook',
        title: 'webhook of Slack',
        words: ['hooks.slack.com'],
        pattern: /(?<secret>https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9]{6,14}\/[A-Za-z0-9]{6,20}\/[A-Za-z0-9]{16,60})/g,
        entropy: 3,
    },
    {
        id: 'jwt',
        title: 'JSON Web Token',
        words: ['eyj'],
        pattern: /(?<![\w-])(?<secret>eyJ[\w-]{10,2000}\.eyJ[\w-]{10,8000}\.[\w-]{20,2000})/g,
        entropy: 3,
        check: isJwt,
    },
    {
        id: 'private-key',
        title: 'private key',
        words: ['private key'],
        pattern: /-----BEGIN (?:[A-Z0-9]{2,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----(?:\\[rn]|\s){1,4}(?:[\w-]{1,30}: [^\n]{0,200}\n\s{0,2}){0,4}(?<secret>[A-Za-z0-9+/=]{40,})/g,
        entropy: 3,
    },
    {
        id: 'password-in-address',
        title: 'password in an address',
        words: ['://'],
        pattern: /\b[a-z][a-z0-9+.-]{2,20}:\/\/[^\s:/?#@"'`<>]{1,64}:(?<secret>[^\s:/?#@"'`<>$%{}]{8,100})@[\w.-]{1,200}/gi,
        entropy: 2.5,
        check: manyKinds,
    },
    {
        id: 'generic-secret',
        title: 'what is called a secret and looks like one',
        words: [
            'secret',
            'token',
            'passw',
            'api_key',
            'apikey',
            'api-key',
            'credential',
            'auth',
            'accountkey',
            'account_key',
            'access_key',
            'accesskey',
            'access-key',
        ],
        pattern: named('secret|token|passw(?:or)?d|(?:api|account|access)[_-]?key|credential|auth', '[\\w.=+/~-]{16,150}'),
        entropy: 3.7,
        check: (secret) => manyKinds(secret) && !/^(?:[a-z]+[._-])*[a-z]+$/i.test(secret) && !/[./]\w+\(|^[\w-]+\.[\w.-]+\.[a-z]{2,4}$/.test(secret),
    },
];
/** All rules; of two that see the same text, the one that stands first names it. */
const rules_RULES = [...rules_TOKENS, ...IN_CONTEXT];

;// CONCATENATED MODULE: ../secrets/lib/secret.js



/** Of a secret that is shorter than this, four characters would be too much. */
const HINT_FROM = 16;
const HINT = 4;
/** 48 bits: enough to tell the secrets of a repository apart, and far from enough to prove a guess. */
const FINGERPRINT_DIGITS = 12;
/** Longer lines are cut into pieces that overlap, so that none of them costs much. */
const PIECE = 20_000;
const OVERLAP = 2_000;
function hitsOf(rule, text) {
    return [...text.matchAll(rule.pattern)].flatMap((match) => {
        const secret = match.groups?.['secret'] ?? '';
        if (isPlaceholder(secret) || entropyOf(secret) < rule.entropy || rule.check?.(secret) === false)
            return [];
        const start = match.index + match[0].lastIndexOf(secret);
        return [{ rule, secret, start, end: start + secret.length }];
    });
}
function* piecesOf(text) {
    for (let at = 0; at === 0 || at + OVERLAP < text.length; at += PIECE - OVERLAP)
        yield { piece: text.slice(at, at + PIECE), at };
}
function hitsIn(text) {
    const hits = [];
    for (const { piece, at } of piecesOf(text)) {
        const lower = piece.toLowerCase();
        for (const rule of rules_RULES) {
            if (!rule.words.some((word) => lower.includes(word)))
                continue;
            for (const hit of hitsOf(rule, piece)) {
                const moved = { ...hit, start: hit.start + at, end: hit.end + at };
                // Rules stand in order: what one of them named already, or a piece before this one held, is told once.
                if (!hits.some((other) => other.start < moved.end && moved.start < other.end))
                    hits.push(moved);
            }
        }
    }
    return hits.sort((a, b) => a.start - b.start);
}
/**
 * Finds secrets in a text.
 *
 * @param key makes the fingerprints those of one repository, such as its name; it need not be secret
 */
function findSecrets(text, key) {
    let [line, counted] = [1, 0];
    return hitsIn(text).map(({ rule: { id, title }, secret, start }) => {
        for (let at = text.indexOf('\n', counted); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) {
            line += 1;
            counted = at + 1;
        }
        const fingerprint = (0,external_node_crypto_.createHmac)('sha256', `slipway ${key}`).update(secret).digest('hex').slice(0, FINGERPRINT_DIGITS);
        return { rule: id, title, line, hint: secret.length < HINT_FROM ? '' : secret.slice(0, HINT), fingerprint };
    });
}

;// CONCATENATED MODULE: ../secrets/lib/image.js

/** Larger files hold data, and secrets that people put into images do not stand in such. */
const image_FILE_MAX = 2 * 1024 * 1024;
const LOOK = 8_192;
/** The text of a file; undefined for one that holds a NUL at its beginning, which is no text. */
async function textOf(file) {
    const pieces = [];
    let held = 0;
    for await (const piece of file.content()) {
        if (held < LOOK && piece.subarray(0, LOOK - held).includes(0))
            return undefined;
        pieces.push(piece);
        held += piece.length;
    }
    return Buffer.concat(pieces).toString('utf8');
}
/** What a whiteout hides: the file or folder, or all of a folder. */
function hiddenBy(path) {
    const [, folder = '', name] = /^(.*\/)?\.wh\.([^/]+)$/.exec(path) ?? [];
    if (name === undefined)
        return undefined;
    if (name === '.wh..opq')
        return (other) => other.startsWith(folder);
    const gone = `${folder}${name}`;
    return (other) => other === gone || other.startsWith(`${gone}/`);
}
/**
 * Finds secrets in the layers of an image, lowest first, also in files that a later layer deletes or replaces: whoever has the
 * image has every layer of it. Holds one file at a time.
 *
 * @param image how the image is called, which stands before the path of each file
 * @param key makes the fingerprints those of one repository
 */
async function secretsInLayers(layers, image, key) {
    const found = [];
    let [layer, tooLarge] = [0, 0];
    for (const entries of layers) {
        const below = found.length;
        for await (const file of entries) {
            const hides = hiddenBy(file.path) ?? ((other) => other === file.path && file.kind !== 'folder');
            for (const [index, each] of found.slice(0, below).entries())
                if (each.deletedIn === undefined && hides(each.path))
                    found[index] = { ...each, deletedIn: layer };
            if (file.kind !== 'file')
                continue;
            if (file.size > image_FILE_MAX)
                tooLarge += 1;
            const text = file.size > image_FILE_MAX ? undefined : await textOf(file);
            for (const secret of findSecrets(text ?? '', key))
                found.push({ ...secret, file: `${image}/${file.path}`, path: file.path, layer });
        }
        layer += 1;
    }
    return { secrets: found.map(({ path: _, ...secret }) => secret), tooLarge };
}
/** Finds secrets in the variables that an image's config sets, each as `NAME=VALUE`. */
function secretsInVariables(variables, image, key) {
    return variables.flatMap((variable) => {
        const [name = ''] = variable.split('=');
        return findSecrets(variable, key).map((secret) => ({ ...secret, file: `${image}/config/env/${name}` }));
    });
}

;// CONCATENATED MODULE: ../../actions/security-scan/lib/scan/image.js



/** How one platform's image is called in places: the layout, and the platform where there are several. */
const image_nameOf = (path, { platform }, several) => several ? `${path}/${platform.replaceAll('/', '-')}` : path;
const image_layersOf = (layout, { layers }, files) => layers.map(({ descriptor }) => (0,lib_layer/* layerEntries */.c)(descriptor, files.stream((0,lib_layout/* blobPath */.nD)(layout.path, descriptor.digest))));
/**
 * Reads what is installed in the images of a layout; one file at a time is held, whatever the size of a layer.
 *
 * @throws Failure for a layout that is not whole, as `readLayout` does.
 */
async function readImage(path, files) {
    const layout = await (0,lib_layout/* readLayout */.T4)(path, files);
    const images = await (0,lib_image/* imagesOf */.I)(layout, files);
    const packages = [];
    const notes = [];
    for (const image of images) {
        const name = image_nameOf(path, image, images.length > 1);
        const inventory = await (0,lib_inventory/* readInventory */.z)(image_layersOf(layout, image, files));
        packages.push(...installedPackages(inventory, name));
        notes.push(...inventory.notes.map((message) => ({ message: `${message}.`, location: { file: name } })));
    }
    return { packages, notes };
}
/** How many layers an image shares with the one that it is built on: all of that one's, or none when it is another. */
function sharedLayers(image, base) {
    const own = image.layers.map(({ descriptor }) => descriptor.digest);
    const below = base?.layers.map(({ descriptor }) => descriptor.digest) ?? [];
    return below.every((digest, index) => own[index] === digest) ? below.length : 0;
}
/**
 * Reads the image that another is built on, and how many of that one's layers are its own; of several platforms the fewest.
 *
 * @throws Failure for a layout that is not whole, as `readLayout` does.
 */
async function readBaseImage(path, image, files) {
    const content = await readImage(path, files);
    const below = await (0,lib_image/* imagesOf */.I)(await (0,lib_layout/* readLayout */.T4)(path, files), files);
    const own = await (0,lib_image/* imagesOf */.I)(await (0,lib_layout/* readLayout */.T4)(image, files), files);
    const shared = own.map((each) => sharedLayers(each, below.find(({ platform }) => platform === each.platform)));
    return { ...content, layers: shared.length === 0 ? 0 : Math.min(...shared) };
}
/** The variables that an image's config sets. */
async function variablesOf(layout, { config }, files) {
    const { config: own } = JSON.parse(await files.readText((0,lib_layout/* blobPath */.nD)(layout.path, config)));
    return own?.Env ?? [];
}
/** Finds secrets in the layers and variables of the images of a layout. */
async function imageSecrets(path, key, files) {
    const layout = await (0,lib_layout/* readLayout */.T4)(path, files);
    const images = await (0,lib_image/* imagesOf */.I)(layout, files);
    const found = [];
    for (const image of images) {
        const name = image_nameOf(path, image, images.length > 1);
        found.push(...(await secretsInLayers(image_layersOf(layout, image, files), name, key)).secrets);
        found.push(...secretsInVariables(await variablesOf(layout, image, files), name, key));
    }
    return found;
}

// EXTERNAL MODULE: ../config/lib/decode.js
var decode = __webpack_require__(17747);
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

// EXTERNAL MODULE: ../../node_modules/@rgrove/parse-xml/dist/lib/XmlElement.js
var XmlElement = __webpack_require__(44906);
// EXTERNAL MODULE: ../../node_modules/@rgrove/parse-xml/dist/lib/XmlText.js
var XmlText = __webpack_require__(84815);
// EXTERNAL MODULE: ../../node_modules/@rgrove/parse-xml/dist/index.js + 9 modules
var dist = __webpack_require__(78541);
// EXTERNAL MODULE: ../../node_modules/@rgrove/parse-xml/dist/lib/XmlError.js
var XmlError = __webpack_require__(94036);
;// CONCATENATED MODULE: ../inventory/lib/xml-document.js


/** The line of an offset, counted from 1; found by halves, for a bill may have a hundred thousand elements. */
function linesOf(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return (offset) => {
        let [low, high] = [0, starts.length];
        while (high - low > 1) {
            const middle = (low + high) >> 1;
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle;
        }
        return low + 1;
    };
}
function elementOf(node, lineOf) {
    const children = node.children.filter((child) => child instanceof XmlElement/* XmlElement */.W);
    const local = (name) => name.slice(name.indexOf(':') + 1);
    const all = (name) => children.filter((child) => local(child.name) === name).map((child) => elementOf(child, lineOf));
    return {
        name: local(node.name),
        line: lineOf(node.start),
        text: node.children
            .flatMap((child) => (child instanceof XmlText/* XmlText */.Z ? [child.text] : []))
            .join('')
            .trim(),
        attributes: node.attributes,
        children: () => children.map((child) => elementOf(child, lineOf)),
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
            return elementOf(root, linesOf(text));
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

;// CONCATENATED MODULE: ../inventory/lib/bill/package-url.js


const withSlash = ({ namespace, name }) => (namespace ? `${namespace}/${name}` : name);
/** How each type of package URL is called by OSV, and how it spells a name. */
const TYPES = {
    npm: { ecosystem: 'npm', name: withSlash },
    pypi: { ecosystem: 'PyPI', name: ({ name }) => name },
    golang: { ecosystem: 'Go', name: withSlash },
    maven: { ecosystem: 'Maven', name: ({ namespace, name }) => `${namespace ?? ''}:${name}` },
    cargo: { ecosystem: 'crates.io', name: ({ name }) => name },
    gem: { ecosystem: 'RubyGems', name: ({ name }) => name },
    nuget: { ecosystem: 'NuGet', name: ({ name }) => name },
};
/** The distribution that a package is of: its vendor stands before its name, and its release in the qualifier `distro`. */
function ecosystemOfSystem({ namespace, qualifiers }, fallback) {
    const id = namespace ?? fallback;
    const version = (qualifiers?.['distro'] ?? '').replace(`${id}-`, '');
    return distributionEcosystem({ id, version });
}
/** The source package in the qualifier `upstream`: its name, and its version where that is another. */
function package_url_sourceOf({ qualifiers }, version) {
    const upstream = qualifiers?.['upstream'];
    if (upstream === undefined || upstream === '')
        return undefined;
    const at = upstream.indexOf('@');
    return at < 0 ? { name: upstream, version } : { name: upstream.slice(0, at), version: upstream.slice(at + 1) };
}
function parse(url) {
    try {
        return packageurl_js.PackageURL.fromString(url);
    }
    catch {
        return undefined;
    }
}
/**
 * Reads a package URL (github.com/package-url/purl-spec) of an ecosystem whose advisories are judged here.
 *
 * @param versionElsewhere the version that stands beside the package URL, for one that has none itself
 */
function readPackageUrl(url, versionElsewhere) {
    const parts = parse(url);
    if (parts === undefined)
        return { why: `"${url}" is no package URL` };
    const version = parts.version || versionElsewhere;
    const known = Object.hasOwn(TYPES, parts.type) ? TYPES[parts.type] : undefined;
    if (known !== undefined)
        return { package: { ecosystem: known.ecosystem, name: known.name(parts) }, version };
    const system = { deb: 'debian', apk: 'alpine' }[parts.type];
    if (system === undefined)
        return { why: `packages of the type "${parts.type}" are not judged here` };
    const ecosystem = ecosystemOfSystem(parts, system);
    if (ecosystem === undefined)
        return { why: `there are no advisories of the distribution "${parts.namespace}"` };
    const source = package_url_sourceOf(parts, version ?? '');
    return { package: { ecosystem, name: parts.name, ...(source !== undefined && { source }) }, version };
}

;// CONCATENATED MODULE: ../inventory/lib/bill/component.js



/** Adds what one component needs to what it was known to need before. */
function addNeed(needs, key, needed) {
    const known = needs.get(key);
    if (known === undefined)
        needs.set(key, [...needed]);
    else
        known.push(...needed);
}
function nodeOf({ key, name, version, url, dev, location }, needs) {
    const note = (why) => ({ message: `${name}${version === undefined ? '' : ` ${version}`}: ${why}.`, location });
    if (url === undefined)
        return note('it has no package URL, so that advisories cannot be looked up');
    const named = readPackageUrl(url, version);
    if ('why' in named)
        return note(named.why);
    if (named.version === undefined)
        return note('it has no version');
    return { key, needs: needs.of.get(key) ?? [], package: { ...named.package, version: named.version, dev, location } };
}
/** The packages of a bill of materials; a component that is none, or has no version, becomes a note. */
function packagesOf(components, needs) {
    const nodes = [];
    const notes = [];
    for (const component of components) {
        const read = nodeOf(component, needs);
        if ('message' in read)
            notes.push(read);
        else
            nodes.push(read);
    }
    const direct = needs.subjects.flatMap((subject) => needs.of.get(subject) ?? []);
    return packageList(trace(nodes, { direct }), notes);
}

;// CONCATENATED MODULE: ../inventory/lib/bill/cyclonedx.js


/** Kinds that are no packages by the specification, and have advisories of no ecosystem. */
const NO_PACKAGES = new Set(['file', 'data', 'operating-system', 'machine-learning-model', 'cryptographic-asset', 'device']);
/** A container holds what it lists, and asks for nothing of it by name. */
const HOLDS_ONLY = new Set(['container', 'operating-system']);
const isPackage = ({ type, purl }) => purl !== undefined || !NO_PACKAGES.has(type ?? '');
const isForDevelopment = ({ scope, properties }) => scope === 'excluded' || properties.get('cdx:npm:package:development') === 'true';
const flat = (components) => components.flatMap((each) => [each, ...flat(each.components)]);
/**
 * The packages of a CycloneDX bill of version 1.4 to 1.6, components within components too, but for what it is about.
 *
 * @throws Failure LOCKFILE_MALFORMED for another version.
 */
function readCycloneDx(file, { version, subject, components, dependencies }) {
    if (version === undefined || !/^1\.[456]$/.test(version))
        throw lockfile_text_malformed(file, `CycloneDX ${version ?? 'of no version'} is not read.`, 'Write it as CycloneDX 1.4, 1.5 or 1.6.', 1);
    const of = new Map();
    for (const { reference, needs } of dependencies)
        addNeed(of, reference, needs);
    const judged = flat(components).filter(isPackage);
    const read = judged.map((each, index) => {
        const { reference, group, name, version: own, purl, location } = each;
        const shown = group ? `${group}/${name}` : name;
        return {
            key: reference ?? `#${index}`,
            name: shown,
            version: own || undefined,
            url: purl,
            dev: isForDevelopment(each),
            location,
        };
    });
    const root = subject?.reference;
    return packagesOf(read, { subjects: root === undefined || HOLDS_ONLY.has(subject?.type ?? '') ? [] : [root], of });
}

;// CONCATENATED MODULE: ../inventory/lib/bill/cyclonedx-xml.js



const NAMESPACE = /^http:\/\/cyclonedx\.org\/schema\/bom\/([\d.]+)$/;
function componentOf(file, element) {
    const text = (name) => element.child(name)?.text || undefined;
    const properties = element.child('properties')?.all('property') ?? [];
    return {
        type: element.attributes['type'],
        reference: element.attributes['bom-ref'],
        group: text('group'),
        name: text('name') ?? '',
        version: text('version'),
        purl: text('purl'),
        scope: text('scope'),
        properties: new Map(properties.map((each) => [each.attributes['name'] ?? '', each.text])),
        components: componentsIn(file, element),
        location: { file, line: element.line },
    };
}
const componentsIn = (file, element) => (element.child('components')?.all('component') ?? []).map((each) => componentOf(file, each));
/**
 * Reads a CycloneDX bill in XML; its version stands in its namespace.
 *
 * @throws Failure XML_SYNTAX or LOCKFILE_MALFORMED.
 */
function parseCycloneDxXml(file, text) {
    const bom = parseXmlDocument(file, text);
    const version = Object.values(bom.attributes).flatMap((value) => NAMESPACE.exec(value)?.[1] ?? [])[0];
    if (bom.name !== 'bom' || version === undefined)
        throw lockfile_text_malformed(file, 'This is no CycloneDX bill: its root is no "bom" of that namespace.', 'Check the file.', bom.line);
    const subject = bom.child('metadata')?.child('component');
    const dependencies = (bom.child('dependencies')?.all('dependency') ?? []).map((each) => ({
        reference: each.attributes['ref'] ?? '',
        needs: each.all('dependency').map(({ attributes }) => attributes['ref'] ?? ''),
    }));
    const components = componentsIn(file, bom);
    return readCycloneDx(file, { version, subject: subject && componentOf(file, subject), components, dependencies });
}

// EXTERNAL MODULE: ../config/lib/json-source.js + 1 modules
var json_source = __webpack_require__(29880);
// EXTERNAL MODULE: ../config/lib/limits.js
var limits = __webpack_require__(22729);
// EXTERNAL MODULE: ../config/lib/lines.js
var lines = __webpack_require__(89810);
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

;// CONCATENATED MODULE: ../inventory/lib/bill/spdx.js


const DOCUMENT = 'SPDXRef-DOCUMENT';
const FOR_DEVELOPMENT = /^(DEV|TEST|BUILD)_DEPENDENCY_OF$/;
/** A relationship as "the first needs the second", in the names of section 11 of SPDX 2.3; undefined for others. */
function needIn({ spdxElementId: a, relationshipType: kind = '', relatedSpdxElement: b }) {
    if (a === undefined || b === undefined)
        return undefined;
    if (kind === 'DEPENDS_ON')
        return [a, b];
    return /(^|_)DEPENDENCY_OF$/.test(kind) ? [b, a] : undefined;
}
function subjectsOf({ describes, relationships }) {
    const told = relationships.flatMap(({ spdxElementId: a, relationshipType: kind, relatedSpdxElement: b }) => {
        if (kind === 'DESCRIBES' && a === DOCUMENT)
            return [b ?? ''];
        return kind === 'DESCRIBED_BY' && b === DOCUMENT ? [a ?? ''] : [];
    });
    return new Set([...describes, ...told]);
}
const urlOf = ({ externalRefs = [] }) => externalRefs.find(({ referenceType = '' }) => /(^|\/)purl$/.test(referenceType))?.referenceLocator;
const stated = (text) => (/^(NOASSERTION|NONE|)$/.test(text ?? '') ? undefined : text);
/**
 * The packages of an SPDX document of version 2.2 or 2.3, but for what it is about.
 *
 * @throws Failure LOCKFILE_MALFORMED for another version.
 */
function readSpdx(file, document) {
    const { version, packages, relationships } = document;
    if (version === undefined || !/^SPDX-2\.[23]$/.test(version))
        throw lockfile_text_malformed(file, `SPDX ${version?.replace('SPDX-', '') ?? 'of no version'} is not read.`, 'Write it as SPDX 2.3.', 1);
    const subjects = subjectsOf(document);
    const of = new Map();
    const development = new Set();
    for (const relationship of relationships) {
        const [first, second] = needIn(relationship) ?? [];
        if (first === undefined || second === undefined)
            continue;
        addNeed(of, first, [second]);
        if (FOR_DEVELOPMENT.test(relationship.relationshipType ?? ''))
            development.add(second);
    }
    // What the document is about is judged only when advisories could be about it.
    const judged = packages.filter((each) => !subjects.has(each.SPDXID ?? '') || urlOf(each) !== undefined);
    const components = judged.map((each, index) => {
        const { SPDXID: key = `#${index}`, name = '', versionInfo, location } = each;
        return { key, name, version: stated(versionInfo), url: urlOf(each), dev: development.has(key), location };
    });
    return packagesOf(components, { subjects: [...subjects], of });
}

;// CONCATENATED MODULE: ../inventory/lib/bill/json.js




const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const textIn = (fields, name) => typeof fields[name] === 'string' ? fields[name] : undefined;
const textsIn = (value) => Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
/** Reads the members of a bill, and refuses what is not of the shape that its format gives it. */
class BillSource {
    #source;
    constructor(source) {
        this.#source = source;
    }
    get file() {
        return this.#source.file;
    }
    at(path) {
        const { file, line = 1 } = this.#source.locate(path);
        return { file, line };
    }
    /** The objects in a list, each with its path; none when the list is not there. */
    objects(fields, path) {
        const list = fields[String(path.at(-1))] ?? [];
        const refuse = (where) => {
            const message = `This bill of materials is not as its format has it: "${path.join('.')}" holds no list of objects.`;
            return lockfile_text_malformed(this.file, message, 'Write it anew with the tool that made it.', this.at(where).line);
        };
        if (!Array.isArray(list))
            throw refuse(path);
        return list.map((each, index) => {
            if (!isObject(each))
                throw refuse([...path, index]);
            return { fields: each, path: [...path, index] };
        });
    }
}
function spdx(source, root) {
    const packages = source.objects(root, ['packages']).map(({ fields, path }) => {
        const references = source.objects(fields, [...path, 'externalRefs']).map((each) => each.fields);
        return {
            ...(textIn(fields, 'SPDXID') !== undefined && { SPDXID: textIn(fields, 'SPDXID') }),
            name: textIn(fields, 'name') ?? '',
            versionInfo: textIn(fields, 'versionInfo') ?? '',
            externalRefs: references.map((each) => ({
                referenceType: textIn(each, 'referenceType') ?? '',
                referenceLocator: textIn(each, 'referenceLocator') ?? '',
            })),
            location: source.at(path),
        };
    });
    const relationships = source.objects(root, ['relationships']).map(({ fields }) => ({
        spdxElementId: textIn(fields, 'spdxElementId') ?? '',
        relationshipType: textIn(fields, 'relationshipType') ?? '',
        relatedSpdxElement: textIn(fields, 'relatedSpdxElement') ?? '',
    }));
    const describes = textsIn(root['documentDescribes']);
    return readSpdx(source.file, { version: textIn(root, 'spdxVersion'), packages, relationships, describes });
}
function cycloneComponent(source, fields, path) {
    const properties = source.objects(fields, [...path, 'properties']).map((each) => each.fields);
    const inner = source.objects(fields, [...path, 'components']);
    return {
        type: textIn(fields, 'type'),
        reference: textIn(fields, 'bom-ref'),
        group: textIn(fields, 'group'),
        name: textIn(fields, 'name') ?? '',
        version: textIn(fields, 'version'),
        purl: textIn(fields, 'purl'),
        scope: textIn(fields, 'scope'),
        properties: new Map(properties.map((each) => [textIn(each, 'name') ?? '', textIn(each, 'value') ?? ''])),
        components: inner.map((each) => cycloneComponent(source, each.fields, each.path)),
        location: source.at(path),
    };
}
function cycloneDx(source, root) {
    const metadata = isObject(root['metadata']) ? root['metadata'] : {};
    const subject = metadata['component'];
    const components = source.objects(root, ['components']);
    const dependencies = source.objects(root, ['dependencies']).map(({ fields }) => ({
        reference: textIn(fields, 'ref') ?? '',
        needs: textsIn(fields['dependsOn']),
    }));
    return readCycloneDx(source.file, {
        version: textIn(root, 'specVersion'),
        subject: isObject(subject) ? cycloneComponent(source, subject, ['metadata', 'component']) : undefined,
        components: components.map((each) => cycloneComponent(source, each.fields, each.path)),
        dependencies,
    });
}
/**
 * Reads a bill of materials in JSON: SPDX 2.2 or 2.3, or CycloneDX 1.4 to 1.6. Which it is, it says itself.
 *
 * @throws Failure JSON_SYNTAX or LOCKFILE_MALFORMED, also for SPDX 3, which is another format under the same name.
 */
function parseBillJson(file, text) {
    const document = parseJson(file, text);
    const root = document.value;
    const source = new BillSource(document);
    if (isObject(root) && root['bomFormat'] === 'CycloneDX')
        return cycloneDx(source, root);
    if (isObject(root) && 'spdxVersion' in root)
        return spdx(source, root);
    if (isObject(root) && '@graph' in root && JSON.stringify(root['@context'] ?? '').includes('spdx'))
        throw lockfile_text_malformed(file, 'This is SPDX 3 in JSON-LD, which is not read.', 'Write it as SPDX 2.3 or as CycloneDX.', 1);
    throw lockfile_text_malformed(file, 'This is no bill of materials in SPDX or CycloneDX.', 'Check the file.', 1);
}

;// CONCATENATED MODULE: ../inventory/lib/bill/spdx-tags.js


/** A text may go over several lines, within a tag that nothing else stands in. */
const withoutTexts = (text) => text.replace(/<text>[\s\S]*?<\/text>/g, (whole) => whole.replace(/[^\n]/g, ''));
function addTo(open, tag, value) {
    if (open === undefined)
        return;
    if (tag === 'SPDXID')
        open.SPDXID ??= value;
    if (tag === 'PackageVersion')
        open.versionInfo = value;
    if (tag !== 'ExternalRef')
        return;
    const [, referenceType = '', referenceLocator = ''] = value.split(/\s+/);
    open.externalRefs = [...(open.externalRefs ?? []), { referenceType, referenceLocator }];
}
/**
 * Reads an SPDX document of version 2.2 or 2.3 that is written as tags and values.
 *
 * @throws Failure LOCKFILE_MALFORMED
 */
function parseSpdxTags(file, text) {
    const packages = [];
    const relationships = [];
    let version;
    let open;
    for (const [index, line] of withoutTexts(text).split(/\r?\n/).entries()) {
        const [, tag = '', value = ''] = /^([A-Za-z]+):\s*(.*?)\s*$/.exec(line) ?? [];
        if (tag === 'SPDXVersion')
            version = value;
        else if (tag === 'Relationship') {
            const [spdxElementId = '', relationshipType = '', relatedSpdxElement = ''] = value.split(/\s+/);
            relationships.push({ spdxElementId, relationshipType, relatedSpdxElement });
        }
        else if (tag === 'PackageName') {
            open = { name: value, location: { file, line: index + 1 } };
            packages.push(open);
        }
        else if (tag === 'FileName' || tag === 'SnippetSPDXID')
            open = undefined;
        else
            addTo(open, tag, value);
    }
    if (version === undefined)
        throw lockfile_text_malformed(file, 'This is no SPDX document: it has no "SPDXVersion".', 'Write it anew with the tool that it is for.', 1);
    return readSpdx(file, { version, packages, relationships, describes: [] });
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

;// CONCATENATED MODULE: ../inventory/lib/npm-lock.js




const REMEDY = 'Write it anew with "npm install --package-lock-only".';
const FOLDER = 'node_modules/';
const npm_lock_isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isMap = (value) => value === undefined || (npm_lock_isObject(value) && Object.values(value).every(npm_lock_isObject));
function parseLock(source) {
    const fail = (message, line) => lockfile_text_malformed(source.file, `This is not a package-lock.json: ${message}.`, REMEDY, line);
    if (!npm_lock_isObject(source.value))
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
function pnpm_lock_linesOf(text) {
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
    const lines = pnpm_lock_linesOf(text);
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

;// CONCATENATED MODULE: ../inventory/lib/project-file.js



/** A floating version, a range, or one that needs what only the build knows. */
const UNSETTLED = /[*[(,]|\$\(/;
function project_file_propertiesOf(project) {
    const known = new Map();
    for (const group of project.all('PropertyGroup'))
        for (const { name, text } of group.children())
            known.set(name, text);
    return (text) => text.replace(/\$\((\w+)\)/g, (whole, name) => known.get(name) ?? whole);
}
/**
 * Reads the packages that a project file of .NET itself names. A version there is the lowest that is taken, and NuGet takes
 * the lowest; what the packages need stands in no file, and notes tell of what has no version here.
 *
 * @throws Failure XML_SYNTAX or LOCKFILE_MALFORMED.
 */
function parseProjectFile(file, text) {
    const project = parseXmlDocument(file, text);
    if (project.name !== 'Project')
        throw lockfile_text_malformed(file, 'This is no project file of .NET: its root is no "Project".', 'Check the file.', project.line);
    const resolved = project_file_propertiesOf(project);
    const packages = [];
    const notes = [];
    for (const element of project.all('ItemGroup').flatMap((group) => group.all('PackageReference'))) {
        const name = element.attributes['Include'];
        if (name === undefined)
            continue;
        const read = (key) => element.attributes[key] ?? element.child(key)?.text;
        const version = resolved(read('VersionOverride') ?? read('Version') ?? '');
        const location = { file, line: element.line };
        if (version === '' || UNSETTLED.test(version)) {
            notes.push({ message: `${name} has no version of its own in this project file.`, location });
            continue;
        }
        packages.push({
            ecosystem: 'NuGet',
            name,
            version,
            dev: read('PrivateAssets') === 'all',
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
var smol_toml_dist = __webpack_require__(20528);
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
function toml_lock_parse(file, text, { ecosystem, remedy, own, needs }) {
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
const parsePoetryLock = (file, text) => toml_lock_parse(file, text, {
    ecosystem: 'PyPI',
    remedy: 'Write it anew with "poetry lock".',
    own: () => false,
    needs: ({ dependencies }) => (isTable(dependencies) ? Object.keys(dependencies).map((name) => ({ name })) : []),
});
const isNeed = (value) => isTable(value) && typeof value['name'] === 'string';
/** Reads a uv.lock, in which the project is a package whose source is a folder. */
const parseUvLock = (file, text) => toml_lock_parse(file, text, {
    ecosystem: 'PyPI',
    remedy: 'Write it anew with "uv lock".',
    own: ({ source }) => isTable(source) && ['virtual', 'editable', 'directory'].some((kind) => kind in source),
    needs: ({ dependencies, 'optional-dependencies': optional }) => [dependencies ?? [], ...Object.values(optional ?? {})].flat().filter(isNeed),
});
/** Reads a Cargo.lock, in which the project's own crates have no source. */
const parseCargoLock = (file, text) => toml_lock_parse(file, text, {
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
function yarn_lock_nameOf(descriptor) {
    const aliased = /@npm:(@?[^@]+)@/.exec(descriptor)?.[1];
    return aliased ?? descriptor.slice(0, descriptor.indexOf('@', 1));
}
function yarn_lock_listOf(blocks, file) {
    const keys = new Map(blocks.flatMap((block, index) => block.descriptors.map((each) => [each, String(index)])));
    const nodes = blocks.map(({ descriptors: [first = ''], line, version, needs }, index) => ({
        key: String(index),
        needs: needs.flatMap((need) => keys.get(need) ?? keys.get(need.replace('@npm:', '@')) ?? []),
        package: { ecosystem: 'npm', name: yarn_lock_nameOf(first), version, dev: false, location: { file, line } },
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
    // Read where it is named: beside a packages.lock.json, that says more.
    { name: /\.(cs|fs|vb)proj$/, patterns: [], parse: parseProjectFile },
    {
        name: /(\.(cdx|spdx|sbom)|^(bom|sbom))\.json$/,
        patterns: ['*.cdx.json', '*.spdx.json', '*.sbom.json', 'bom.json', 'sbom.json'],
        parse: parseBillJson,
    },
    { name: /(\.(cdx|sbom)|^(bom|sbom))\.xml$/, patterns: ['*.cdx.xml', 'bom.xml', 'sbom.xml'], parse: parseCycloneDxXml },
    { name: /\.spdx$/, patterns: ['*.spdx'], parse: parseSpdxTags },
];
const lockfile_nameOf = (file) => file.split('/').at(-1) ?? '';
const lockfile_kindOf = (file) => lockfile_KINDS.find(({ name }) => name.test(lockfile_nameOf(file)));
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
    const kind = lockfile_kindOf(file) ?? lockfile_kindOf(includedBy);
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

;// CONCATENATED MODULE: ../inventory/lib/manifest.js
/** Which manifests stand beside a lockfile, as paths or glob patterns from the workspace; not each of them need be there. */
function manifestsBeside(lockfile) {
    const at = lockfile.lastIndexOf('/') + 1;
    const [folder, name] = [lockfile.slice(0, at), lockfile.slice(at)];
    const names = BESIDE.find(([pattern]) => pattern.test(name))?.[1] ?? [];
    return names.map((each) => `${folder}${each}`);
}
const BESIDE = [
    [/^(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml)$/, ['package.json']],
    [/^(poetry|uv)\.lock$/, ['pyproject.toml']],
    [/^Pipfile\.lock$/, ['Pipfile']],
    [/^Cargo\.lock$/, ['Cargo.toml']],
    [/^(Gemfile|gems)\.(lock|locked)$/, ['Gemfile', 'gems.rb']],
    [/^(buildscript-)?gradle\.lockfile$/, ['build.gradle', 'build.gradle.kts', 'gradle/libs.versions.toml']],
    [/^packages\.lock\.json$/, ['*.csproj', '*.fsproj', '*.vbproj', 'Directory.Packages.props']],
];
const quoted = (name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
/** How a manifest of this kind names a dependency on a line. */
function mention(name, ecosystem) {
    const plain = quoted(name);
    if (ecosystem === 'PyPI') {
        const spelt = name
            .split(/[-_.]+/)
            .map(quoted)
            .join('[-_.]+');
        return new RegExp(`(?:^|["'\\s])${spelt}(?![\\w.-]*\\w)`, 'i');
    }
    if (ecosystem === 'Maven')
        return new RegExp(`${quoted(name.split(':').at(-1) ?? name)}(?![\\w-])`);
    if (ecosystem === 'NuGet')
        return new RegExp(`["']${plain}["']`, 'i');
    return new RegExp(`(?:^|["'\\s])${plain}(?=["'\\s=:,]|$)`);
}
function placeIn({ file, text }, name, ecosystem) {
    const pattern = mention(name, ecosystem);
    const index = text.split(/\r?\n/).findIndex((line) => !/^\s*(#|\/\/)/.test(line) && pattern.test(line));
    return index < 0 ? undefined : { file, line: index + 1 };
}
/** Adds to each package the line of a manifest on which the direct dependency stands by which it comes in. */
function withManifests(packages, manifests) {
    const places = new Map();
    return packages.map((of) => {
        const name = of.via?.[0] ?? (of.direct ? of.name : undefined);
        if (name === undefined)
            return of;
        const key = `${of.ecosystem}\0${name}`;
        if (!places.has(key))
            places.set(key, manifests.map((each) => placeIn(each, name, of.ecosystem)).find((place) => place !== undefined));
        const manifest = places.get(key);
        return manifest === undefined ? of : { ...of, manifest };
    });
}

;// CONCATENATED MODULE: ../../actions/security-scan/lib/scan/lockfiles.js


/** Reads lockfiles and all that they include, each file once. */
async function readAll(paths, source, problems) {
    // Each with the file that asks for it; the map grows while it is walked.
    const asked = new Map(paths.map((path) => [path, path]));
    const lists = [];
    for (const [path, by] of asked) {
        const list = await (0,collect/* collect */.F)(problems, async () => readPackages(path, await source.readBytes(path), by));
        if (list === undefined)
            continue;
        lists.push({ path, list });
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
/** A name with a star is a pattern; others are taken as they are, for a folder may be called `[id]`. */
async function there(path, files) {
    if (path.includes('*'))
        return files.glob(path);
    return (await files.exists(path)) ? [path] : [];
}
/** Reads all lockfiles that match the patterns; what is wrong with them goes to `problems`. */
async function readLockfiles(patterns, source, problems) {
    const found = await Promise.all(patterns.map((pattern) => source.glob(pattern)));
    const paths = [...new Set(found.flat())].sort();
    const placed = await readAll(paths, source, problems);
    return {
        paths,
        packages: withoutRepeats(placed.flatMap(({ list }) => list.packages)),
        notes: placed.flatMap(({ list }) => list.notes),
        unmatched: patterns.filter((_, index) => found[index]?.length === 0),
    };
}
/** Adds to each package where the manifest beside its lockfile asks for it. */
async function locateInManifests(packages, files) {
    const byFile = Map.groupBy(packages, ({ location: { file } }) => file);
    const placed = await Promise.all([...byFile].map(async ([file, own]) => {
        const manifests = [];
        for (const path of (await Promise.all(manifestsBeside(file).map((each) => there(each, files)))).flat())
            manifests.push({ file: path, text: await files.readText(path) });
        return withManifests(own, manifests);
    }));
    return placed.flat();
}

;// CONCATENATED MODULE: ../engines/lib/read/fields.js

/** Whatever a scanner wrote that is not what it says to write, cut off or damaged: nothing of it can be believed. */
function badOutput(engine, why) {
    const message = `${engine} gave a report that cannot be read: ${why}.`;
    const remedy = `Run ${engine} by hand on the same files; what it found is not known, so nothing was judged clean.`;
    return new failure/* Failure */.H({ code: 'ENGINE_OUTPUT', message, remedy });
}
/** An object of a scanner's report, read by the names and kinds that its documentation gives; another kind is a Failure. */
class Fields {
    #engine;
    #path;
    #members;
    constructor(engine, value, path = '') {
        this.#engine = engine;
        this.#path = path;
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            throw badOutput(engine, `${path === '' ? 'its root' : `"${path}"`} is no object`);
        this.#members = value;
    }
    #wrong(name, expected) {
        return badOutput(this.#engine, `"${this.#at(name)}" is no ${expected}`);
    }
    #at(name) {
        return this.#path === '' ? name : `${this.#path}.${name}`;
    }
    has(name) {
        return (this.#members[name] ?? null) !== null;
    }
    /** The object as it stands. */
    get members() {
        return this.#members;
    }
    text(name) {
        const value = this.#members[name];
        if (typeof value !== 'string')
            throw this.#wrong(name, 'text');
        return value;
    }
    /** Undefined when it is missing or empty. */
    maybeText(name) {
        return this.has(name) ? this.text(name) || undefined : undefined;
    }
    maybeNumber(name) {
        const value = this.#members[name] ?? undefined;
        if (value !== undefined && typeof value !== 'number')
            throw this.#wrong(name, 'number');
        return value;
    }
    object(name) {
        return new Fields(this.#engine, this.#members[name], this.#at(name));
    }
    maybeObject(name) {
        return this.has(name) ? this.object(name) : undefined;
    }
    /** The items of a list that must be there. */
    objects(name) {
        const value = this.#members[name];
        if (!Array.isArray(value))
            throw this.#wrong(name, 'list');
        return value.map((each, index) => new Fields(this.#engine, each, `${this.#at(name)}[${index}]`));
    }
    maybeObjects(name) {
        return this.has(name) ? this.objects(name) : [];
    }
    maybeTexts(name) {
        const value = this.#members[name] ?? [];
        if (!Array.isArray(value))
            throw this.#wrong(name, 'list');
        return value.map((each) => {
            if (typeof each !== 'string')
                throw this.#wrong(name, 'list of texts');
            return each;
        });
    }
}
/** Parses a report; an empty or cut-off one is a Failure and never "nothing found". */
function parseReport(engine, text) {
    if (text.trim() === '')
        throw badOutput(engine, 'it is empty');
    try {
        return JSON.parse(text.replace(/^\uFEFF/, ''));
    }
    catch (error) {
        throw badOutput(engine, `it is no whole JSON (${error instanceof Error ? error.message.slice(0, 120) : String(error)})`);
    }
}

;// CONCATENATED MODULE: ../engines/lib/read/place.js

/** A path as it is from the workspace; one that lies elsewhere is kept whole. */
function pathWithin(path, { root }) {
    const plain = path.replace(/^file:\/\//, '').replaceAll('\\', '/');
    const base = root.replace(/\/+$/, '');
    return plain.startsWith(`${base}/`) ? plain.slice(base.length + 1) : plain.replace(/^\.\//, '');
}
/** The package of a package URL; for one that names no ecosystem of OSV, what the scanner itself calls it. */
function place_packageOf(url, own) {
    const named = url === undefined ? { why: 'none' } : readPackageUrl(url, own.version);
    if ('why' in named)
        return { ecosystem: own.type, name: own.name, version: own.version, ...(url && { purl: url }) };
    const { ecosystem, name } = named.package;
    return { ecosystem, name, version: named.version ?? own.version, ...(url && { purl: url }) };
}
/** The first sentence or line of a text. */
const firstLine = (text) => text
    .split('\n')
    .find((line) => line.trim() !== '')
    ?.trim() ?? '';

;// CONCATENATED MODULE: ../engines/lib/read/gitleaks.js



const ENGINE = 'gitleaks';
/**
 * Reads the JSON report of gitleaks 8, a list. Of what matched nothing is kept, whether gitleaks was told to redact it or not.
 *
 * A secret has no degree, so each is rated as high.
 *
 * @throws Failure ENGINE_OUTPUT.
 */
function readGitleaks(text, context) {
    const report = parseReport(ENGINE, text);
    if (!Array.isArray(report))
        throw badOutput(ENGINE, 'its root is no list');
    return report.map((value, index) => {
        const leak = new Fields(ENGINE, value, `[${index}]`);
        const [line, commit] = [leak.maybeNumber('StartLine'), leak.maybeText('Commit')];
        return findingOf({
            engine: ENGINE,
            kind: 'secret',
            id: leak.text('RuleID'),
            title: `${leak.text('Description')}${commit === undefined ? '' : ` It stands in commit ${commit.slice(0, 12)}.`}`,
            location: { file: pathWithin(leak.text('File'), context), ...(line !== undefined && line > 0 && { line }) },
            ratings: [{ level: 'high', source: 'any secret' }],
            mark: [leak.text('Fingerprint')],
        });
    });
}

;// CONCATENATED MODULE: ../engines/lib/read/grype.js



const grype_ENGINE = 'grype';
function ratingsOf(vulnerability) {
    const vectors = vulnerability.maybeObjects('cvss').map((each) => ratingOfVector(each.text('vector')));
    const word = vulnerability.maybeText('severity');
    return [...vectors, ...(word === undefined ? [] : [ratingOfWord(word, 'word of grype')])];
}
function epssOf(vulnerability) {
    const all = vulnerability.maybeObjects('epss').flatMap((each) => each.maybeNumber('epss') ?? []);
    return all.length === 0 ? undefined : Math.max(...all);
}
function findingIn(match, context) {
    const [vulnerability, artifact] = [match.object('vulnerability'), match.object('artifact')];
    const id = vulnerability.text('id');
    const aliases = match.maybeObjects('relatedVulnerabilities').map((each) => each.text('id'));
    const own = { type: artifact.text('type'), name: artifact.text('name'), version: artifact.text('version') };
    const [place] = artifact.maybeObjects('locations');
    const file = pathWithin(place?.maybeText('path') ?? own.name, context);
    const epss = epssOf(vulnerability);
    const source = vulnerability.maybeText('dataSource');
    return findingOf({
        engine: grype_ENGINE,
        kind: isMalware([id, ...aliases]) ? 'malware' : 'vulnerability',
        id,
        aliases,
        title: firstLine(vulnerability.maybeText('description') ?? id),
        package: place_packageOf(artifact.maybeText('purl'), own),
        location: { file },
        ratings: ratingsOf(vulnerability),
        fixes: vulnerability.maybeObject('fix')?.maybeTexts('versions') ?? [],
        references: [...(source === undefined ? [] : [source]), ...vulnerability.maybeTexts('urls')],
        ...(vulnerability.maybeObjects('knownExploited').length > 0 && { exploited: true }),
        ...(epss !== undefined && { epss }),
    });
}
/**
 * Reads the JSON report of grype (its own format, as its presenter writes it).
 *
 * @param digest the manifest's digest of the image that was to be scanned; a report about another is refused
 * @throws Failure ENGINE_OUTPUT.
 */
function readGrype(text, context, digest) {
    const report = new Fields(grype_ENGINE, parseReport(grype_ENGINE, text));
    if (report.object('descriptor').text('name') !== grype_ENGINE)
        throw badOutput(grype_ENGINE, 'it is of another program');
    if (digest !== undefined) {
        const scanned = report.object('source').object('target').maybeText('manifestDigest');
        if (scanned !== digest)
            throw badOutput(grype_ENGINE, `it is about ${scanned ?? 'no image'}, and ${digest} was to be scanned`);
    }
    return report.objects('matches').map((match) => findingIn(match, context));
}

;// CONCATENATED MODULE: ../engines/lib/read/osv-scanner.js





const osv_scanner_ENGINE = 'osv-scanner';
const osv_scanner_ratingOf = ({ type, score }) => type.startsWith('CVSS_') ? ratingOfVector(score) : ratingOfWord(score, type);
function osv_scanner_ratingsFor({ severity, statedSeverity }) {
    const word = statedSeverity === undefined ? [] : [ratingOfWord(statedSeverity, 'word of the database')];
    return [...severity.map(osv_scanner_ratingOf), ...word];
}
/** The versions above the package's own that one of its ranges calls fixed, lowest first. */
function fixesFor({ ecosystem, name, version }, { affected }) {
    const key = normalizeName(ecosystem, name);
    const own = affected.filter((each) => normalizeName(each.ecosystem, each.name) === key);
    const fixed = own.flatMap(({ ranges }) => ranges.flatMap(({ events }) => events.flatMap((event) => event.fixed ?? [])));
    return [...new Set(fixed)]
        .filter((each) => (compareVersions(ecosystem, each, version) ?? 0) > 0)
        .sort((a, b) => compareVersions(ecosystem, a, b) ?? 0);
}
/**
 * Reads the JSON report of osv-scanner 2 (google.github.io/osv-scanner/output), which holds the advisories in the OSV format.
 *
 * @throws Failure ENGINE_OUTPUT or DATABASE_MALFORMED.
 */
function readOsvScanner(text, context) {
    const report = new Fields(osv_scanner_ENGINE, parseReport(osv_scanner_ENGINE, text));
    return report.objects('results').flatMap((result) => {
        const file = pathWithin(result.object('source').text('path'), context);
        return result.objects('packages').flatMap((each) => {
            const of = each.object('package');
            const subject = { ecosystem: of.text('ecosystem'), name: of.text('name'), version: of.text('version') };
            return each.maybeObjects('vulnerabilities').map((vulnerability) => {
                const id = vulnerability.text('id');
                const advisory = parseAdvisory(`${osv_scanner_ENGINE} ${id}`, JSON.stringify(vulnerability.members));
                const { aliases, summary, published, references } = advisory;
                return findingOf({
                    engine: osv_scanner_ENGINE,
                    kind: isMalware([id, ...aliases]) ? 'malware' : 'vulnerability',
                    id,
                    aliases,
                    title: summary,
                    package: subject,
                    location: { file },
                    ratings: osv_scanner_ratingsFor(advisory),
                    fixes: fixesFor(subject, advisory),
                    references,
                    ...(published !== undefined && { published }),
                });
            });
        });
    });
}

;// CONCATENATED MODULE: ../engines/lib/read/semgrep.js




const semgrep_ENGINE = 'semgrep';
/** Semgrep's own three words; newer rules use those of everybody else. */
const semgrep_WORDS = { ERROR: 'high', WARNING: 'moderate', INFO: 'low' };
function semgrep_ratingOf(word) {
    const level = Object.hasOwn(semgrep_WORDS, word) ? semgrep_WORDS[word] : undefined;
    return level === undefined ? ratingOfWord(word, 'word of semgrep') : { level, source: 'word of semgrep' };
}
/** Semgrep ends with 0 also when some of its work went wrong, and says so in its report. */
function refuseErrors(report) {
    const errors = report.objects('errors').filter((each) => each.text('level') === 'error');
    if (errors.length === 0)
        return;
    const messages = errors.map((each) => firstLine(each.maybeText('message') ?? each.maybeText('type') ?? 'no message'));
    const remedy = 'Run semgrep by hand with the same rules; what it did not look at may hold anything.';
    throw new failure/* Failure */.H(messages.map((message) => ({ code: 'ENGINE_FAILED', message: `semgrep could not do all of its work: ${message}`, remedy })));
}
/**
 * Reads the JSON report of semgrep.
 *
 * @throws Failure ENGINE_OUTPUT, or ENGINE_FAILED for what it says that it could not do.
 */
function readSemgrep(text, context) {
    const report = new Fields(semgrep_ENGINE, parseReport(semgrep_ENGINE, text));
    refuseErrors(report);
    return report.objects('results').map((result) => {
        const [start, extra] = [result.object('start'), result.object('extra')];
        const line = start.maybeNumber('line');
        const metadata = extra.maybeObject('metadata');
        return findingOf({
            engine: semgrep_ENGINE,
            kind: 'code',
            id: result.text('check_id'),
            title: firstLine(extra.text('message')),
            location: { file: pathWithin(result.text('path'), context), ...(line !== undefined && { line }) },
            ratings: [semgrep_ratingOf(extra.text('severity'))],
            references: metadata?.maybeTexts('references') ?? [],
        });
    });
}

;// CONCATENATED MODULE: ../engines/lib/read/trivy.js



const trivy_ENGINE = 'trivy';
const VECTORS = ['V2Vector', 'V3Vector', 'V40Vector'];
function trivy_ratingsOf(found) {
    const scores = found.maybeObject('CVSS');
    const vectors = Object.keys(scores?.members ?? {}).flatMap((source) => {
        const own = scores?.object(source);
        return VECTORS.flatMap((name) => own?.maybeText(name) ?? []);
    });
    return [...vectors.map(ratingOfVector), ratingOfWord(found.text('Severity'), 'word of trivy')];
}
const trivy_linesOf = (found) => {
    const line = found.maybeNumber('StartLine');
    return line === undefined || line < 1 ? {} : { line };
};
function vulnerabilityIn(found, target, type) {
    const id = found.text('VulnerabilityID');
    const aliases = found.maybeTexts('VendorIDs');
    const own = { type, name: found.text('PkgName'), version: found.text('InstalledVersion') };
    const published = found.maybeText('PublishedDate');
    return findingOf({
        engine: trivy_ENGINE,
        kind: isMalware([id, ...aliases]) ? 'malware' : 'vulnerability',
        id,
        aliases,
        title: found.maybeText('Title') ?? firstLine(found.maybeText('Description') ?? id),
        package: place_packageOf(found.maybeObject('PkgIdentifier')?.maybeText('PURL'), own),
        location: { file: found.maybeText('PkgPath') ?? target },
        ratings: trivy_ratingsOf(found),
        fixes: (found.maybeText('FixedVersion') ?? '').split(/\s*,\s*/).filter((each) => each !== ''),
        references: [found.maybeText('PrimaryURL') ?? [], found.maybeTexts('References')].flat(),
        ...(published !== undefined && { published }),
    });
}
function misconfigurationIn(found, target) {
    return findingOf({
        engine: trivy_ENGINE,
        kind: 'misconfiguration',
        id: found.text('ID'),
        aliases: [found.maybeText('AVDID') ?? []].flat(),
        title: found.maybeText('Message') ?? found.text('Title'),
        location: { file: target, ...trivy_linesOf(found.maybeObject('CauseMetadata') ?? found) },
        ratings: [ratingOfWord(found.text('Severity'), 'word of trivy')],
        references: found.maybeTexts('References'),
    });
}
/** What matched is left alone: it is the secret, or the line around it. */
function secretIn(found, target) {
    return findingOf({
        engine: trivy_ENGINE,
        kind: 'secret',
        id: found.text('RuleID'),
        title: found.text('Title'),
        location: { file: target, ...trivy_linesOf(found) },
        ratings: [ratingOfWord(found.text('Severity'), 'word of trivy')],
        mark: [String(found.maybeNumber('StartLine') ?? '')],
    });
}
/**
 * Reads the JSON report of trivy (its schema version 2; trivy.dev/docs, "Reporting").
 *
 * @param digest the config's digest of the image that was to be scanned; a report about another is refused
 * @throws Failure ENGINE_OUTPUT.
 */
function readTrivy(text, context, digest) {
    const report = new Fields(trivy_ENGINE, parseReport(trivy_ENGINE, text));
    const version = report.maybeNumber('SchemaVersion');
    if (version !== 2)
        throw badOutput(trivy_ENGINE, `its schema version is ${version ?? 'missing'}, and 2 is read`);
    if (digest !== undefined) {
        const scanned = report.maybeObject('Metadata')?.maybeText('ImageID');
        if (scanned !== digest)
            throw badOutput(trivy_ENGINE, `it is about ${scanned ?? 'no image'}, and ${digest} was to be scanned`);
    }
    // Where nothing was found, the list is left out.
    return report.maybeObjects('Results').flatMap((result) => {
        const target = pathWithin(result.text('Target'), context);
        const type = result.maybeText('Type') ?? '';
        const failing = result.maybeObjects('Misconfigurations').filter((each) => each.maybeText('Status') !== 'PASS');
        return [
            ...result.maybeObjects('Vulnerabilities').map((each) => vulnerabilityIn(each, target, type)),
            ...failing.map((each) => misconfigurationIn(each, target)),
            ...result.maybeObjects('Secrets').map((each) => secretIn(each, target)),
        ];
    });
}

;// CONCATENATED MODULE: ../engines/lib/engine.js





/** The scanners that can be started. */
const ENGINES = ['osv-scanner', 'grype', 'trivy', 'gitleaks', 'semgrep'];
const whenGiven = (option, value) => value === undefined ? [] : [`${option}=${value}`];
const ends = (codes) => (exitCode) => codes[exitCode] ?? 'error';
const READ = 'read the report';
/** gitleaks 8.30 ends with 0 and an empty report also when git failed, as it does in a folder without a repository. */
function endOfGitleaks(exitCode, stderr) {
    if (exitCode !== 0 || /^\S* (ERR|FTL) /m.test(stderr))
        return 'error';
    return /\b0 commits scanned/.test(stderr) ? 'nothing to scan' : READ;
}
/**
 * Each scanner, always offline and without its own gate: which findings block is decided in one place, whoever found them.
 *
 * What their exit codes mean: osv-scanner 0 nothing, 1 found, 127 error, 128 no packages; gitleaks 0 and, as it is told here, 0
 * also when it found something, 1 error; grype 1 and trivy 1 are errors as long as no gate of theirs is set; semgrep 0 done, also
 * when it found something, 2 and more errors.
 */
const engine_CATALOGUE = {
    'osv-scanner': {
        args: ({ folder, database, report }) => [
            ...[
                'scan',
                'source',
                '--offline',
                '--no-resolve',
                '--all-vulns',
                '--recursive',
                '--format=json',
                `--output-file=${report}`,
            ],
            ...whenGiven('--local-db-path', database),
            '--',
            folder,
        ],
        env: () => ({}),
        endOf: ends({ 0: READ, 1: READ, 128: 'nothing to scan' }),
        read: readOsvScanner,
    },
    grype: {
        args: ({ folder, layout, report }) => [
            '-o',
            'json',
            '--file',
            report,
            layout === undefined ? `dir:${folder}` : `oci-dir:${layout}`,
        ],
        env: ({ database }) => ({
            ...{ GRYPE_DB_AUTO_UPDATE: 'false', GRYPE_CHECK_FOR_APP_UPDATE: 'false', GRYPE_DB_REQUIRE_UPDATE_CHECK: 'false' },
            ...(database !== undefined && { GRYPE_DB_CACHE_DIR: database }),
        }),
        endOf: ends({ 0: READ }),
        read: readGrype,
    },
    trivy: {
        args: ({ folder, layout, database, report }) => [
            ...(layout === undefined ? ['fs'] : ['image', '--input', layout]),
            ...[
                '--format',
                'json',
                '--output',
                report,
                '--exit-code',
                '0',
                '--skip-db-update',
                '--skip-java-db-update',
                '--offline-scan',
            ],
            ...['--skip-version-check', ...whenGiven('--cache-dir', database)],
            ...(layout === undefined ? ['--', folder] : []),
        ],
        env: () => ({ TRIVY_DISABLE_TELEMETRY: 'true' }),
        endOf: ends({ 0: READ }),
        read: readTrivy,
    },
    gitleaks: {
        args: ({ folder, report }) => [
            ...[
                'git',
                '--redact=100',
                '--no-banner',
                '--no-color',
                '--exit-code=0',
                '--report-format=json',
                `--report-path=${report}`,
                '--',
                folder,
            ],
        ],
        env: () => ({}),
        endOf: endOfGitleaks,
        read: readGitleaks,
    },
    semgrep: {
        args: ({ folder, database = '.semgrep.yml', report }) => [
            ...[
                'scan',
                '--metrics=off',
                '--disable-version-check',
                `--config=${database}`,
                '--json',
                `--output=${report}`,
                '--',
                folder,
            ],
        ],
        env: () => ({ SEMGREP_SEND_METRICS: 'off', SEMGREP_ENABLE_VERSION_CHECK: '0' }),
        endOf: ends({ 0: READ }),
        read: readSemgrep,
    },
};

;// CONCATENATED MODULE: ../engines/lib/pin.js
/**
 * The releases that are used, with the checksums that their makers published. semgrep is not among them: it is a Python program
 * with hundreds of files, so its path is given.
 *
 * trivy is pinned to the last release before its makers' account was taken over in March 2026 (GHSA-69fq-xp46-6x23).
 */
const RELEASES = {
    'osv-scanner': {
        version: '2.5.1',
        address: 'https://github.com/google/osv-scanner/releases/download',
        files: {
            'linux-x64': {
                path: 'v2.5.1/osv-scanner_linux_amd64',
                sha256: 'f9f25499a2c8cc367b3af45df2ea7eeca7fbccceab9c35079968f4b3652194be',
            },
            'linux-arm64': {
                path: 'v2.5.1/osv-scanner_linux_arm64',
                sha256: '3d0f5aa5a6baa8eb32bcef247388e149ef6030a6634ccae6fa0d62681fb27a6d',
            },
        },
    },
    gitleaks: {
        version: '8.30.1',
        address: 'https://github.com/gitleaks/gitleaks/releases/download',
        files: {
            'linux-x64': {
                path: 'v8.30.1/gitleaks_8.30.1_linux_x64.tar.gz',
                sha256: '551f6fc83ea457d62a0d98237cbad105af8d557003051f41f3e7ca7b3f2470eb',
                member: 'gitleaks',
            },
            'linux-arm64': {
                path: 'v8.30.1/gitleaks_8.30.1_linux_arm64.tar.gz',
                sha256: 'e4a487ee7ccd7d3a7f7ec08657610aa3606637dab924210b3aee62570fb4b080',
                member: 'gitleaks',
            },
        },
    },
    grype: {
        version: '0.110.0',
        address: 'https://github.com/anchore/grype/releases/download',
        files: {
            'linux-x64': {
                path: 'v0.110.0/grype_0.110.0_linux_amd64.tar.gz',
                sha256: 'aaa98d27d2d7efd9317c6a1ad6d9b15f3e65bab320e7d03bde41e251387bb71c',
                member: 'grype',
            },
            'linux-arm64': {
                path: 'v0.110.0/grype_0.110.0_linux_arm64.tar.gz',
                sha256: '804041ee69f119022e3e866741a558eae6f2df372a5dc1a5376d456d16f8c931',
                member: 'grype',
            },
        },
    },
    trivy: {
        version: '0.69.3',
        address: 'https://github.com/aquasecurity/trivy/releases/download',
        files: {
            'linux-x64': {
                path: 'v0.69.3/trivy_0.69.3_Linux-64bit.tar.gz',
                sha256: '1816b632dfe529869c740c0913e36bd1629cb7688bd5634f4a858c1d57c88b75',
                member: 'trivy',
            },
        },
    },
};

;// CONCATENATED MODULE: ../engines/lib/run.js



/** Far more than the report on any repository has. */
const REPORT_MAX = 256 * 1024 * 1024;
/** What a scanner may say beside its report before it is ended. */
const NOISE_MAX = 16 * 1024 * 1024;
const TIME_LIMIT_MS = 1_800_000;
/** Settings that would lead a scanner into the network, or hold a password, do not reach it. */
const CLOSED = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy'];
function failed(name, { exitCode, timedOut, stderr }, noisy) {
    const last = stderr.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
    const how = noisy
        ? `wrote more than ${NOISE_MAX} bytes beside its report and was ended`
        : timedOut
            ? 'did not end in time and was ended'
            : `ended with ${exitCode === -1 ? 'a signal' : `exit code ${exitCode}`}`;
    const message = `${name} ${how}${last === '' ? '' : `: ${last}`}.`;
    const remedy = `Run ${name} by hand on the same files, and check that its database is there; nothing was judged clean.`;
    return new failure/* Failure */.H({ code: 'ENGINE_FAILED', message, remedy });
}
/** Runs a scanner in an environment of its own, and ends it when it talks without end. */
async function perform({ name, program, target, home, timeoutMs = TIME_LIMIT_MS }, { exec, signal }) {
    const engine = engine_CATALOGUE[name];
    const noise = new AbortController();
    let heard = 0;
    const result = await exec.run(program, engine.args(target), {
        cwd: target.folder,
        env: { ...Object.fromEntries(CLOSED.map((each) => [each, ''])), ...engine.env(target), HOME: home, TMPDIR: home },
        timeoutMs,
        signal: signal === undefined ? noise.signal : AbortSignal.any([signal, noise.signal]),
        onOutput: (text) => {
            heard += text.length;
            if (heard > NOISE_MAX)
                noise.abort();
        },
    });
    return { result, noisy: noise.signal.aborted };
}
/**
 * Runs a scanner and reads what it found. Its own word on whether that is good or bad is not asked.
 *
 * @throws Failure ENGINE_FAILED when it did not come to its end, ENGINE_OUTPUT when what it wrote cannot be believed.
 */
async function runEngine(run, world) {
    const { name, target } = run;
    const { files } = world;
    // What an earlier run left there would be taken for this one's.
    await files.remove(target.report);
    const { result, noisy } = await perform(run, world);
    const end = noisy || result.timedOut ? 'error' : engine_CATALOGUE[name].endOf(result.exitCode, result.stderr);
    if (end === 'error')
        throw failed(name, result, noisy);
    if (end === 'nothing to scan')
        return undefined;
    if (!(await files.exists(target.report)))
        throw badOutput(name, 'there is none, though it ended well');
    const size = await files.size(target.report);
    if (size > REPORT_MAX)
        throw badOutput(name, `it has ${size} bytes, and ${REPORT_MAX} are read`);
    const { digest } = target;
    return engine_CATALOGUE[name].read(await files.readText(target.report), { root: target.folder }, digest);
}

;// CONCATENATED MODULE: ../engines/lib/read/sarif.js




/** Section 3.27.10 of SARIF 2.1.0. */
const LEVELS = { error: 'high', warning: 'moderate', note: 'low', none: 'low' };
/** GitHub's property for the severity of a rule, from 0 to 10. */
function scoreOf(rule) {
    const given = rule.maybeObject('properties')?.members['security-severity'];
    const score = Number(typeof given === 'string' || typeof given === 'number' ? given : Number.NaN);
    return score >= 0 && score <= 10 ? { level: levelOf(score), source: 'security-severity', score } : undefined;
}
function read_sarif_rulesOf(driver) {
    return new Map(driver.maybeObjects('rules').map((rule) => {
        const level = rule.maybeObject('defaultConfiguration')?.maybeText('level');
        const rating = scoreOf(rule);
        const text = rule.maybeObject('shortDescription')?.maybeText('text');
        const help = rule.maybeText('helpUri');
        return [
            rule.text('id'),
            { ...(level && { level }), ...(rating && { rating }), ...(text && { text }), ...(help && { help }) },
        ];
    }));
}
/** What counts: failures that nobody has accepted (sections 3.27.9 and 3.27.23). */
function counts(result) {
    if ((result.maybeText('kind') ?? 'fail') !== 'fail' || result.maybeText('baselineState') === 'absent')
        return false;
    return result
        .maybeObjects('suppressions')
        .every((each) => ['underReview', 'rejected'].includes(each.maybeText('status') ?? ''));
}
function sarif_placeOf(result, context) {
    const place = result.maybeObjects('locations')[0]?.maybeObject('physicalLocation');
    const uri = place?.maybeObject('artifactLocation')?.maybeText('uri') ?? '';
    const line = place?.maybeObject('region')?.maybeNumber('startLine');
    return { file: pathWithin(decodeURI(uri), context), ...(line !== undefined && { line }) };
}
function sarif_findingIn(result, engine, rules, context) {
    const id = result.maybeText('ruleId') ?? result.maybeObject('rule')?.maybeText('id') ?? 'unnamed';
    const rule = rules.get(id) ?? {};
    const level = result.maybeText('level') ?? rule.level ?? 'warning';
    const prints = Object.values(result.maybeObject('partialFingerprints')?.members ?? {});
    return findingOf({
        engine,
        kind: 'code',
        id,
        title: firstLine(result.object('message').maybeText('text') ?? rule.text ?? id),
        location: sarif_placeOf(result, context),
        ratings: [...(rule.rating ? [rule.rating] : []), { level: LEVELS[level] ?? 'unknown', source: 'level of SARIF' }],
        references: rule.help === undefined ? [] : [rule.help],
        mark: prints.filter((each) => typeof each === 'string'),
    });
}
/**
 * Reads a SARIF 2.1.0 file of any tool; the engine is called as the tool calls itself.
 *
 * @throws Failure ENGINE_OUTPUT, or ENGINE_FAILED when the tool says that it did not succeed.
 */
function readSarif(text, context) {
    const log = new Fields('SARIF', parseReport('SARIF', text));
    if (log.text('version') !== '2.1.0')
        throw badOutput('SARIF', `its version is ${log.text('version')}, and 2.1.0 is read`);
    return log.objects('runs').flatMap((run) => {
        const driver = run.object('tool').object('driver');
        const engine = driver.text('name');
        if (run.maybeObjects('invocations').some((each) => each.members['executionSuccessful'] === false)) {
            const remedy = 'Look at the log of that tool; what it did not look at may hold anything.';
            throw new failure/* Failure */.H({ code: 'ENGINE_FAILED', message: `${engine} says in its SARIF file that it did not succeed.`, remedy });
        }
        // A run without results did not look: section 3.14.23 has an empty list for "looked, and found nothing".
        const rules = read_sarif_rulesOf(driver);
        return run
            .objects('results')
            .filter(counts)
            .map((result) => sarif_findingIn(result, engine, rules, context));
    });
}

// EXTERNAL MODULE: ../runner/lib/programs.js
var programs = __webpack_require__(4568);
;// CONCATENATED MODULE: ../secrets/lib/patch.js
/** The line before each commit; a content can never hold it, for every line of a patch begins with another character. */
const COMMIT = /^commit ([0-9a-f]{40,64})$/;
const HUNK = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
const ESCAPES = {
    a: '\x07',
    b: '\b',
    t: '\t',
    n: '\n',
    v: '\v',
    f: '\f',
    r: '\r',
    '"': '"',
    '\\': '\\',
};
/** A path as git writes it: in quotes, with escapes and bytes in octal, when it has something else than letters in it. */
function pathOf(written) {
    const plain = written.replace(/\t$/, '');
    if (plain === '/dev/null')
        return undefined;
    if (!plain.startsWith('"'))
        return plain.replace(/^b\//, '');
    const bytes = plain
        .slice(1, -1)
        .replace(/\\([0-7]{3}|.)/g, (_, code) => /^[0-7]{3}$/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code));
    return Buffer.from(bytes, 'latin1').toString('utf8').replace(/^b\//, '');
}
/**
 * The lines that commits add, from `git log -p --unified=0 --format=commit %H`.
 *
 * Lines are counted by what each hunk's head says, so that a line that looks like a head of its own is what it is: content.
 */
function* additionsIn(patch) {
    let [commit, file] = ['', undefined];
    let [removed, added, line] = [0, 0, 0];
    let piece = [];
    for (const each of patch.split('\n')) {
        if (removed > 0 || added > 0) {
            if (each.startsWith('-'))
                removed -= 1;
            else if (each.startsWith('+')) {
                added -= 1;
                piece.push(each.slice(1));
            }
            if (removed > 0 || added > 0)
                continue;
            if (piece.length > 0 && file !== undefined)
                yield { commit, file, line, text: piece.join('\n') };
            piece = [];
            continue;
        }
        const [, before = '1', start, after = '1'] = HUNK.exec(each) ?? [];
        if (start !== undefined)
            [removed, added, line] = [Number(before), Number(after), Number(start)];
        else if (each.startsWith('+++ '))
            file = pathOf(each.slice(4));
        else if (each.startsWith('diff --git '))
            file = undefined;
        else
            commit = COMMIT.exec(each)?.[1] ?? commit;
    }
}

;// CONCATENATED MODULE: ../secrets/lib/history.js



/** How many commits git is asked for at a time: what it answers is held. */
const AT_ONCE = 100;
const OPTIONS = [
    ...['-c', 'core.quotePath=true', 'log', '--no-walk=unsorted', '--stdin', '--format=commit %H', '--unified=0', '--no-color'],
    ...['--no-ext-diff', '--no-textconv', '--no-renames', '--diff-merges=first-parent', '--patch'],
];
async function git(exec, folder, args, input) {
    const result = await exec.run('git', args, { cwd: folder, ...(input !== undefined && { input }) });
    if (result.exitCode === 0)
        return result.stdout;
    const why = result.stderr.trim().split('\n').at(-1) ?? '';
    const remedy = 'Check out the repository with its history ("fetch-depth: 0"); nothing was judged clean.';
    throw new failure/* Failure */.H({ code: 'HISTORY_UNREADABLE', message: `The history could not be read: ${why}.`, remedy });
}
/** A name that begins with a dash would be taken for an option. */
function checked(revision) {
    if (/^[A-Za-z0-9_./^~@{}-]+$/.test(revision) && !revision.startsWith('-'))
        return revision;
    const message = `${JSON.stringify(revision.slice(0, 80))} is no commit or branch.`;
    throw new failure/* Failure */.H({ code: 'REVISION_MALFORMED', message, remedy: 'Write a commit id, a tag or the name of a branch.' });
}
/**
 * Finds secrets in what commits add, also when a later commit took it away. A secret that several commits add to the same file
 * is told of the oldest of them.
 *
 * @param key makes the fingerprints those of one repository
 * @throws Failure HISTORY_UNREADABLE or REVISION_MALFORMED.
 */
async function secretsInHistory(exec, folder, { head, base }, key) {
    const range = base === undefined ? [checked(head)] : [`${checked(base)}..${checked(head)}`];
    const listed = await git(exec, folder, ['rev-list', '--reverse', ...range, '--']);
    const commits = listed.split('\n').filter((each) => each !== '');
    const shallow = (await git(exec, folder, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
    const found = new Map();
    for (let at = 0; at < commits.length; at += AT_ONCE) {
        const patch = await git(exec, folder, OPTIONS, commits.slice(at, at + AT_ONCE).join('\n'));
        for (const { commit, file, line, text } of additionsIn(patch))
            for (const secret of findSecrets(text, key)) {
                const known = `${secret.rule}\0${secret.fingerprint}\0${file}`;
                if (!found.has(known))
                    found.set(known, { ...secret, file, line: line + secret.line - 1, commit });
            }
    }
    return { secrets: [...found.values()], commits: commits.length, shallow };
}

;// CONCATENATED MODULE: ../secrets/lib/place.js

function place_placeOf({ commit, layer, deletedIn }) {
    if (commit !== undefined)
        return `, added in commit ${commit.slice(0, 12)}`;
    if (layer === undefined)
        return '';
    return `, in layer ${layer} of the image${deletedIn === undefined ? '' : ` though layer ${deletedIn} deletes the file`}`;
}
/** A secret in the model of findings. It has no degree: whoever reads it has it, so each is rated as high. */
function secretFinding(secret) {
    const { rule, title, hint, fingerprint, file, line } = secret;
    const shown = hint === '' ? '' : ` that begins with "${hint}"`;
    return findingOf({
        engine: OWN_ENGINE,
        kind: 'secret',
        id: `secret/${rule}`,
        title: `A ${title}${shown} (${fingerprint})${place_placeOf(secret)}. Revoke it: to delete it is not enough.`,
        location: { file, line },
        ratings: [{ level: 'high', source: 'any secret' }],
        mark: [fingerprint],
    });
}

// EXTERNAL MODULE: ../system/lib/release.js
var lib_release = __webpack_require__(91335);
;// CONCATENATED MODULE: ../../actions/security-scan/lib/scan/others.js






/** A scanner that was asked for, and its path where one was given. */
function engineOf(line) {
    const [, word = '', path] = /^([^=]*)(?:=(.*))?$/.exec(line) ?? [];
    const name = ENGINES.find((each) => each === word);
    if (name !== undefined)
        return { name, ...(path && { path }) };
    const message = `"engines" names ${JSON.stringify(word)}, and one of ${ENGINES.join(', ')} was expected.`;
    throw new failure/* Failure */.H({
        code: 'ENGINE_UNKNOWN',
        message,
        remedy: 'Write one a line: its name, or NAME=PATH for a program of your own.',
    });
}
async function programOf(name, mirror) {
    const release = RELEASES[name];
    const platform = `${process.platform}-${process.arch}`;
    const file = release && (0,lib_release/* releasedFile */._)(release, platform, mirror);
    if (file === undefined) {
        const message = `There is no pinned release of ${name} for ${platform}.`;
        throw new failure/* Failure */.H({ code: 'ENGINE_UNAVAILABLE', message, remedy: `Install it, and write "${name}=PATH" in "engines".` });
    }
    return (0,programs/* installProgram */.G)({ name, ...file });
}
async function fromEngine(line, { inputs, ports, context }) {
    const { name, path } = engineOf(line);
    const { files } = ports;
    const program = path === undefined ? await programOf(name, inputs.engineMirror) : files.resolve(path);
    const home = `${context.temp}/${name}-home`;
    await files.write(`${home}/.keep`, '');
    const database = inputs.engineDatabases?.[name];
    const target = {
        folder: context.workspace,
        report: `${context.temp}/${name}-report.json`,
        ...(database !== undefined && { database: files.resolve(database) }),
        ...(inputs.image !== undefined && { layout: files.resolve(inputs.image) }),
    };
    const findings = await runEngine({ name, program, target, home }, { ...ports, signal: ports.cancelled });
    const nothing = `${name} found nothing that it could look at, so it says nothing of this scan.`;
    return { findings: findings ?? [], notes: [], warnings: findings === undefined ? [nothing] : [] };
}
async function fromSarif({ inputs, ports: { files }, context }) {
    const findings = [];
    for (const pattern of inputs.sarifFiles ?? []) {
        const paths = await files.glob(pattern);
        if (paths.length === 0) {
            const remedy = 'Correct "sarif-files", or the step that should have written it; what it would say is not known.';
            throw new failure/* Failure */.H({ code: 'FILE_NOT_FOUND', message: `No file matches "sarif-files" (${pattern}).`, remedy });
        }
        for (const path of paths)
            findings.push(...readSarif(await files.readText(path), { root: context.workspace }));
    }
    return { findings, notes: [], warnings: [] };
}
/** Secrets in the commits of the change, or in all that lead to it where no base was read; and in the layers of the image. */
async function fromSecrets({ inputs, base, ports, context }) {
    if (inputs.secrets === 'off')
        return { findings: [], notes: [], warnings: [] };
    const key = context.repository ?? '';
    const since = inputs.secrets === 'change' && base.kind === 'read' ? { base: base.sha } : {};
    const history = await secretsInHistory(ports.exec, context.workspace, { head: 'HEAD', ...since }, key);
    const image = inputs.image === undefined ? [] : await imageSecrets(inputs.image, key, ports.files);
    const message = 'The checkout ends before the history does, so that older commits were not looked into.';
    const cut = history.shallow && since.base === undefined;
    return {
        findings: [...history.secrets, ...image].map(secretFinding),
        notes: cut ? [{ message, location: { file: '.git/shallow' } }] : [],
        warnings: [],
    };
}
/** Finds what the inputs ask for beside known vulnerabilities: secrets, and what other scanners find or found. */
async function findOthers(world, problems) {
    const works = [
        () => fromSecrets(world),
        () => fromSarif(world),
        ...(world.inputs.engines ?? []).map((line) => () => fromEngine(line, world)),
    ];
    const all = [];
    // One after another: each takes the processors to itself.
    for (const work of works) {
        const one = await (0,collect/* collect */.F)(problems, work);
        if (one !== undefined)
            all.push(one);
    }
    return {
        findings: all.flatMap(({ findings }) => findings),
        notes: all.flatMap(({ notes }) => notes),
        warnings: all.flatMap(({ warnings }) => warnings),
    };
}

;// CONCATENATED MODULE: ../../actions/security-scan/lib/scan/rules.js




async function readOptional(path, parse, files, problems) {
    return path === undefined ? undefined : (0,collect/* collect */.F)(problems, async () => parse(path, await files.readText(path)));
}
async function readStatements({ vex = [] }, files, problems) {
    const found = await Promise.all(vex.map((pattern) => files.glob(pattern)));
    for (const [index, pattern] of vex.entries())
        if (found[index]?.length === 0) {
            const message = `No file matches "vex" (${pattern}).`;
            problems.push({ code: 'VEX_MISSING', message, remedy: 'Correct the pattern, or leave it out.' });
        }
    const paths = [...new Set(found.flat())].sort();
    const read = await Promise.all(paths.map((path) => readOptional(path, parseVex, files, problems)));
    return inForce(read.filter((document) => document !== undefined));
}
/** Reads policy, ignore file, VEX documents and what is known of exploitation; what is wrong with them goes to `problems`. */
async function readRules(inputs, files, problems) {
    const policy = await readOptional(inputs.policy, parsePolicy, files, problems);
    const ignore = await readOptional(inputs.ignoreFile, parseIgnore, files, problems);
    const all = await readStatements(inputs, files, problems);
    const exploited = await readOptional(inputs.knownExploited, parseExploited, files, problems);
    const epss = await readOptional(inputs.epss, parseEpss, files, problems);
    const believed = inputs.vexAuthors ?? [];
    const isBelieved = ({ author }) => believed.length === 0 || believed.includes(author);
    return {
        policy: policy ?? defaultPolicy(inputs.failOn ?? 'high'),
        ignore: ignore ?? [],
        statements: all.filter(isBelieved),
        disbelieved: [...new Set(all.filter((each) => !isBelieved(each)).map(({ author }) => author))].sort(),
        exploitation: { ...(exploited !== undefined && { exploited }), ...(epss !== undefined && { epss }) },
    };
}

;// CONCATENATED MODULE: ../../actions/security-scan/lib/scan/gather.js









function nothingProblems({ paths, unmatched }, packages, problems) {
    const nothing = packages === 0 && problems.length === 0;
    if (unmatched.length === 0 && !nothing)
        return [];
    const why = unmatched.length > 0 ? `no file matches "lockfiles" (${unmatched.join(', ')})` : `${paths.join(', ')} resolves none`;
    const remedy = 'Correct "lockfiles", or set "allow-nothing: true" for a service without dependencies.';
    return [{ code: 'NOTHING_TO_SCAN', message: `There is no package to judge: ${why}.`, remedy }];
}
async function readHead(inputs, { files }, problems) {
    const read = await readLockfiles(inputs.lockfiles, files, problems);
    const { image } = inputs;
    const content = image === undefined ? undefined : await (0,collect/* collect */.F)(problems, () => readImage(image, files));
    const packages = read.packages.filter(({ dev }) => inputs.includeDev || !dev);
    const installed = content?.packages ?? [];
    // Whoever names an image need not have lockfiles beside it.
    const looked = image === undefined ? read : { ...read, unmatched: [] };
    if (!inputs.allowNothing)
        problems.push(...nothingProblems(looked, packages.length + installed.length, problems));
    const notes = [...read.notes, ...(content?.notes ?? [])];
    return { packages: [...(await locateInManifests(packages, files)), ...installed], notes };
}
/** What is wrong with the base's own lockfiles is nothing that this change could mend, so it only leaves causes unknown. */
async function readBase(inputs, ports, context) {
    if (inputs.base === undefined)
        return { kind: 'unasked' };
    const commit = await openBase(inputs.base, ports, context);
    if (commit.kind === 'unread')
        return commit;
    const problems = [];
    const { packages } = await readLockfiles(inputs.lockfiles, commit.source, problems);
    const [first] = problems;
    if (first !== undefined)
        return { kind: 'unread', reason: `A lockfile of the base could not be read: ${first.message}`, usual: false };
    return { kind: 'read', sha: commit.sha, at: commit.at, packages: packages.filter(({ dev }) => inputs.includeDev || !dev) };
}
/** The packages that the database is read for; of the base only those of ecosystems that are still there. */
function gather_packagesOf(head, base, image) {
    const there = new Set(head.map(({ ecosystem }) => baseEcosystem(ecosystem)));
    const before = [...(base.kind === 'read' ? base.packages : []), ...(image?.packages ?? [])];
    return [...head, ...before.filter(({ ecosystem }) => there.has(baseEcosystem(ecosystem)))];
}
async function readSnapshots(inputs, packages, ports, context, problems) {
    const opened = await (0,collect/* collect */.F)(problems, () => openDatabase(inputs, packages, ports, context));
    const had = { ...(opened && { database: opened.database }), warnings: opened?.warnings ?? [] };
    const { earlierDatabase } = inputs;
    if (earlierDatabase === undefined)
        return had;
    const earlier = await (0,collect/* collect */.F)(problems, () => readDatabase(earlierDatabase, packages, ports.files));
    const names = earlier?.advisories.flatMap(({ id, aliases }) => [id, ...aliases].map((name) => name.toUpperCase()));
    return { ...had, knownBefore: new Set(names) };
}
/** Reads lockfiles, rules, base and database; all problems are told together. */
async function gather(inputs, ports, context) {
    const problems = [];
    const head = await readHead(inputs, ports, problems);
    const base = await readBase(inputs, ports, context);
    const { image, baseImage: below } = inputs;
    const baseImage = image === undefined || below === undefined
        ? undefined
        : await (0,collect/* collect */.F)(problems, () => readBaseImage(below, image, ports.files));
    const wanted = gather_packagesOf(head.packages, base, baseImage);
    const snapshots = await readSnapshots(inputs, wanted, ports, context, problems);
    const others = await findOthers({ inputs, base, ports, context }, problems);
    const rules = await readRules(inputs, ports.files, problems);
    (0,failure/* failWhen */.x)(problems);
    // What kept it from being read was thrown.
    return {
        ...head,
        notes: [...head.notes, ...others.notes],
        base,
        ...(baseImage && { baseImage }),
        ...snapshots,
        database: snapshots.database,
        warnings: [...snapshots.warnings, ...others.warnings],
        others: others.findings,
        rules,
        now: ports.clock.now(),
    };
}

;// CONCATENATED MODULE: ../../actions/security-scan/lib/scan/result.js


const result_HOUR_MS = 3_600_000;
function headlineOf({ packages, notes, database }, { verdict, unjudged, judged }) {
    const within = `judged ${counted(packages.length, 'package')} against ${counted(database.count, 'advisory', 'advisories')}`;
    if (verdict.kind === 'nothing')
        return 'There was no package to judge; allowed by "allow-nothing".';
    if (verdict.kind === 'clean') {
        const aside = judged.length === 0
            ? 'No known vulnerability'
            : `Nothing but ${counted(judged.length, 'finding')} that ${judged.length === 1 ? 'is' : 'are'} set aside`;
        return `${aside} (${within}).`;
    }
    const { blocking, reported } = verdict;
    const causes = [...new Set(blocking.map(({ cause }) => cause))];
    const cause = causes.length === 1 && causes[0] !== undefined && causes[0] !== 'unknown' ? `, ${CAUSE_WORDS[causes[0]]}` : '';
    if (blocking.length > 0) {
        const rest = reported.length === 0 ? '' : `; ${counted(reported.length, 'other does', 'others do')} not`;
        return `${counted(blocking.length, 'finding fails', 'findings fail')} the scan: ${severityCounts(blocking)}${cause}${rest} (${within}).`;
    }
    if (unjudged.length > 0) {
        const names = unjudged
            .slice(0, 5)
            .map(({ name, version }) => `${name}@${version}`)
            .join(', ');
        const more = unjudged.length > 5 ? ` and ${unjudged.length - 5} more` : '';
        return `Could not tell whether ${names}${more} is vulnerable: such a version cannot be compared (${within}).`;
    }
    if (verdict.kind === 'unknown')
        return `${counted(notes.length, 'dependency has', 'dependencies have')} no version in the lockfiles, so it could not be told whether they are vulnerable (${within}).`;
    return `${counted(reported.length, 'finding')} that ${reported.length === 1 ? 'does' : 'do'} not fail the scan: ${severityCounts(reported)} (${within}).`;
}
function toldUpgrade({ package: of, to, clears }) {
    const { name, version, direct, via = [], location } = of;
    return { name, version, to: to ?? null, direct, via, file: location.file, clears: clears.length };
}
function result_baseOf({ base }) {
    if (base.kind === 'read')
        return { commit: base.sha };
    return { unknown: base.kind === 'unread' ? base.reason : 'no base was given, so all findings count as introduced.' };
}
/** What a scan found, in the form that everything else is made from. */
function result_resultOf(facts, decision, service) {
    const { database, now } = facts;
    const unjudged = decision.unjudged.map(({ name, version, location: { file, line } }) => ({
        what: `${name}@${version} cannot be compared with the versions of an advisory`,
        file,
        line: line ?? null,
    }));
    const notes = facts.notes.map(({ message, location: { file, line } }) => ({ what: message, file, line: line ?? null }));
    return {
        service,
        result: decision.verdict.kind,
        headline: headlineOf(facts, decision),
        findings: decision.judged,
        fixed: decision.fixed,
        upgrades: decision.upgrades.map(toldUpgrade),
        unjudged: [...unjudged, ...notes],
        faults: decision.faults.map(({ kind, entry: { id, owner, expires } }) => ({ kind, id, owner, expires })),
        packages: facts.packages.length,
        database: {
            id: database.id,
            advisories: database.count,
            madeAt: database.madeAt > 0 ? new Date(database.madeAt).toISOString() : null,
            ageHours: database.madeAt > 0 ? Math.floor(ageMs(database, now) / result_HOUR_MS) : null,
        },
        base: result_baseOf(facts),
    };
}

;// CONCATENATED MODULE: ../../actions/security-scan/lib/scan/scan.js










/** Writes the forms that are asked for where the report goes. */
async function writeForms({ formats }, result, { files }, context) {
    const folder = context.environment('SLIPWAY_REPORTS') ?? context.temp;
    const name = result.service.replace(/[^\w.-]+/g, '-');
    const sarif = formats.includes('sarif') ? sarifOf(result) : undefined;
    const paths = [];
    for (const format of lib_formats/* FORMATS */.h.filter((each) => formats.includes(each))) {
        const { extension, render } = FORMS[format];
        const path = `${folder}/security-scan-${name}.${extension}`;
        await files.write(path, format === 'sarif' && sarif !== undefined ? sarif.text : render(result));
        paths.push([format, path]);
    }
    return { paths, cut: sarif && cutSentence(sarif) };
}
function scan_verdictOf({ verdict }) {
    if (verdict.kind === 'unknown')
        return 'inconclusive';
    return verdict.kind === 'findings' && verdict.blocking.length > 0 ? 'fail' : 'pass';
}
/** `{"introduced":{"high":1},…}`: only what there is. */
function countsOf({ findings }) {
    const open = findings.filter(({ effect }) => effect !== 'suppressed');
    const causes = CAUSES.flatMap((cause) => {
        const own = open.filter((each) => each.cause === cause);
        const counts = WORST_FIRST.map((level) => [level, own.filter(({ finding }) => finding.rating.level === level).length]);
        return own.length === 0 ? [] : [[cause, Object.fromEntries(counts.filter(([, count]) => count > 0))]];
    });
    return JSON.stringify(Object.fromEntries(causes));
}
function outputsOf(result, { paths }) {
    const { findings, fixed, packages, database } = result;
    const count = (all) => String(all.length);
    return {
        result: result.result,
        findings: count(findings),
        blocking: count(withEffect(result, 'block')),
        introduced: count(findings.filter(({ cause }) => cause === 'introduced')),
        suppressed: count(withEffect(result, 'suppressed')),
        fixed: count(fixed),
        counts: countsOf(result),
        packages: String(packages),
        advisories: String(database.advisories),
        databaseId: database.id,
        databaseAge: database.ageHours?.toString(),
        files: paths.map(([format, path]) => `${format}=${path}`).join('\n'),
        sarif: paths.find(([format]) => format === 'sarif')?.[1],
    };
}
function remarks(decision, facts, { cut }) {
    const notice = cut === undefined ? [] : [{ level: 'notice', title: 'SARIF', message: cut }];
    const older = facts.warnings.map((message) => ({ level: 'warning', title: 'Security scan', message }));
    return [...annotationsOf(decision, facts), ...older, ...notice];
}
/** Judges what the lockfiles resolve against the database; the verdict is the same in whatever form it is told. */
async function runScan(inputs, ports, context) {
    const facts = await gather(inputs, ports, context);
    const decision = decideScan(facts, inputs.product, facts.others);
    const result = result_resultOf(facts, decision, inputs.service ?? context.repository ?? 'this folder');
    const written = await writeForms(inputs, result, ports, context);
    return {
        verdict: scan_verdictOf(decision),
        headline: result.headline,
        outputs: outputsOf(result, written),
        annotations: remarks(decision, facts, written),
        summary: summaryOf(result),
        data: result,
    };
}

// EXTERNAL MODULE: ../github/lib/keep-one.js
var keep_one = __webpack_require__(36338);
;// CONCATENATED MODULE: ../../actions/security-scan/lib/tell/comment.js



/** GitHub takes 65,536 characters: six cells of 160, each of which may be an escaped bar, leave room for so many rows. */
const MOST_ROWS = 25;
const LONGEST_TEXT = 160;
/** Text of a lockfile or an advisory on one line. In a code span nothing of it is a mention, markup or a comment. */
function comment_quoted(text) {
    // Direction marks make text read otherwise than it is.
    const plain = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
    return { code: plain.length > LONGEST_TEXT ? `${plain.slice(0, LONGEST_TEXT)}…` : plain || ' ' };
}
/** A sentence of ours; where a package's name stands in it, as text that mentions nobody. */
const said = (headline) => (/[@<`]/.test(headline) ? comment_quoted(headline) : headline);
/** What the comment of one service begins with. */
const markerOf = (service) => `<!-- slipway:security-scan:${service.replace(/[^\w.]+/g, '-')} -->`;
function comment_rowOf({ finding, cause }, to) {
    const mend = upgradeSentence(finding, to);
    return [
        severityWord(finding),
        comment_quoted(nameOf(finding)),
        comment_quoted(finding.id),
        comment_quoted(finding.title),
        mend === '' ? '' : comment_quoted(mend),
        CAUSE_WORDS[cause],
        comment_quoted(words_placeOf(finding)),
    ];
}
function rows({ upgrades }, judged) {
    const to = (each) => {
        const own = upgrades.find(({ name, version, file }) => {
            const { package: of, location } = each.finding;
            return name === of?.name && version === of.version && file === location.file;
        });
        return own === undefined ? each.finding.fixes[0] : (own.to ?? undefined);
    };
    return (0,block/* table */.tp)(['severity', 'package', 'advisory', 'what', 'mend it', 'cause', 'where'], judged.slice(0, MOST_ROWS).map((each) => comment_rowOf(each, to(each))));
}
const rest = (count) => count > 0 ? [(0,block/* paragraph */.FY)([`And ${counted(count, 'more', 'more')}; the job summary has all of them.`])] : [];
function foundBlocks(result) {
    const [blocking, reported] = [withEffect(result, 'block'), withEffect(result, 'report')];
    const sign = blocking.length > 0 ? '❌' : result.result === 'unknown' ? '❔' : '✅';
    const folded = [rows(result, reported), ...rest(reported.length - MOST_ROWS)];
    const fixed = counted(result.fixed.length, 'finding');
    return [
        (0,block/* paragraph */.FY)([`${sign} `, said(result.headline)]),
        ...(blocking.length > 0 ? [rows(result, blocking), ...rest(blocking.length - MOST_ROWS)] : []),
        ...(reported.length > 0 && blocking.length + reported.length <= MOST_ROWS
            ? [
                (0,block/* details */.zH)(`${counted(reported.length, 'finding')} that ${reported.length === 1 ? 'does' : 'do'} not fail the scan`, folded),
            ]
            : []),
        ...(result.fixed.length > 0 ? [(0,block/* paragraph */.FY)([`This change fixes ${fixed}.`])] : []),
    ];
}
/** The comment about a scan: what fails it, and what mends that. */
function commentOf(report, service, runUrl) {
    const blocks = report.kind === 'found'
        ? foundBlocks(report.result)
        : [(0,block/* paragraph */.FY)(['🛑 The scan was not carried out: ', said(report.headline)])];
    const run = runUrl === undefined ? [] : [(0,block/* paragraph */.FY)([{ link: 'The run', href: runUrl }, ' has the whole of it.'])];
    return `${markerOf(service)}\n${(0,markdown/* renderMarkdown */.G)([(0,block/* heading */.R_)(3, 'Security scan'), (0,block/* paragraph */.FY)([comment_quoted(service)]), ...blocks, ...run])}`;
}
/** Whether there is something that a pull request without a comment should be given one for. */
const isWorthAComment = (report) => report.kind === 'stopped' || report.result.result === 'unknown' || withEffect(report.result, 'block').length > 0;

// EXTERNAL MODULE: ../runner/lib/event.js
var lib_event = __webpack_require__(77297);
;// CONCATENATED MODULE: ../../actions/security-scan/lib/tell/occasion.js

/** https://docs.github.com/en/actions/security-for-github-actions/security-guides/automatic-token-authentication#permissions-for-the-github_token */
function readOnlyReason({ pull_request: pull }, { repository, actor, eventName }) {
    if (pull === undefined || eventName === 'pull_request_target')
        return undefined;
    if (pull.head?.repo?.full_name !== repository)
        return "A fork's pull request has a token that can only read, so the scan is told here, in the job summary and on its lines alone.";
    return actor === 'dependabot[bot]'
        ? "Dependabot's pull request has a token that can only read, so the scan is told here, in the job summary and on its lines alone."
        : undefined;
}
/** Finds out what the run is about; a commit that is not known goes to `problems`. */
async function gatherOccasion(ports, context, problems) {
    const event = await (0,lib_event/* readEvent */.j)(ports, context);
    const { sha = '', ref = '', repository } = context;
    if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha) || !ref.startsWith('refs/')) {
        const message = 'The commit, or the ref that it is on, is not known.';
        problems.push({
            code: 'COMMIT_UNKNOWN',
            message,
            remedy: 'Set GITHUB_SHA to its whole id, and GITHUB_REF to a name such as refs/heads/main.',
        });
    }
    if (repository === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository))
        problems.push({
            code: 'REPOSITORY_UNKNOWN',
            message: 'The repository is not known.',
            remedy: 'Set GITHUB_REPOSITORY to OWNER/NAME.',
        });
    const number = event.pull_request?.number;
    const readOnly = readOnlyReason(event, context);
    return { sha, ref, ...(number !== undefined && { pullRequest: number }), ...(readOnly !== undefined && { readOnly }) };
}

;// CONCATENATED MODULE: ../../actions/security-scan/lib/tell/read-report.js



const read_report_text = { type: 'string' };
const read_report_texts = { type: 'array', items: read_report_text };
const read_report_many = (items) => ({ type: 'array', items });
const fields = (required, optional = {}) => ({
    type: 'object',
    required: Object.keys(required),
    properties: { ...required, ...optional },
});
const PLACE = fields({ file: read_report_text }, { line: { type: 'integer' }, column: { type: 'integer' } });
const RATING = fields({ level: { enum: [...SEVERITIES, 'unknown'] }, source: read_report_text }, { score: { type: 'number' }, vector: read_report_text });
const PACKAGE = fields({ ecosystem: read_report_text, name: read_report_text, version: read_report_text }, { purl: read_report_text, dev: { type: 'boolean' }, direct: { type: 'boolean' }, via: read_report_texts });
const FINDING = fields({
    ...{ kind: { enum: finding_KINDS }, id: read_report_text, aliases: read_report_texts, title: read_report_text, location: PLACE, rating: RATING, fixes: read_report_texts },
    ...{ references: read_report_texts, sightings: read_report_many(fields({ engine: read_report_text, id: read_report_text, location: PLACE })), fingerprint: read_report_text },
}, { package: PACKAGE, manifest: PLACE, exploited: { type: 'boolean' }, epss: { type: 'number' } });
const SUPPRESSION = fields({ by: { enum: ['ignore', 'vex'] }, reason: read_report_text, owner: read_report_text }, { expires: read_report_text });
const JUDGED = fields({ finding: FINDING, cause: { enum: CAUSES }, effect: { enum: ['block', 'report', 'suppressed'] }, by: read_report_text }, { suppression: SUPPRESSION });
const UPGRADE = fields({
    ...{ name: read_report_text, version: read_report_text, to: { type: ['string', 'null'] }, direct: { type: 'boolean' }, via: read_report_texts },
    ...{ file: read_report_text, clears: { type: 'integer' } },
});
const UNJUDGED = fields({ what: read_report_text, file: read_report_text, line: { type: ['integer', 'null'] } });
const FAULT = fields({ kind: read_report_text, id: read_report_text, owner: read_report_text, expires: read_report_text });
const DATA = {
    ...fields({
        ...{ service: read_report_text, result: { enum: ['clean', 'findings', 'nothing', 'unknown'] }, headline: read_report_text, findings: read_report_many(JUDGED) },
        ...{
            fixed: read_report_many(FINDING),
            upgrades: read_report_many(UPGRADE),
            unjudged: read_report_many(UNJUDGED),
            faults: read_report_many(FAULT),
            packages: { type: 'integer' },
        },
        database: fields({
            id: read_report_text,
            advisories: { type: 'integer' },
            madeAt: { type: ['string', 'null'] },
            ageHours: { type: ['integer', 'null'] },
        }),
        base: fields({}, { commit: read_report_text, unknown: read_report_text }),
    }),
    type: ['object', 'null'],
};
const read_report_SCHEMA = fields({ action: { const: 'security-scan' }, verdict: read_report_text, headline: read_report_text, data: DATA });
async function onlyFile(pattern, files) {
    const [path, ...more] = await files.glob(pattern);
    const remedy = 'Give the output "report" of a step with mode scan, and run that step first.';
    if (path === undefined)
        throw new failure/* Failure */.H({ code: 'REPORT_MISSING', message: `There is no report ${pattern}.`, remedy });
    if (more.length === 0)
        return path;
    throw new failure/* Failure */.H({
        code: 'REPORT_AMBIGUOUS',
        message: `Several reports match ${pattern}: ${[path, ...more].join(', ')}.`,
        remedy,
    });
}
/**
 * Reads the report of a step with mode scan, by its path or a pattern that matches it alone.
 *
 * @throws Failure REPORT_MISSING, REPORT_AMBIGUOUS, or with every line that is not as such a report has it.
 */
async function readReport(pattern, files) {
    const path = await onlyFile(pattern, files);
    const { value } = (0,config/* parseConfig */.o)(path, await files.readText(path), { schema: read_report_SCHEMA });
    const { data, verdict, headline } = value;
    return data === null || verdict === 'error' ? { kind: 'stopped', headline } : { kind: 'found', result: data };
}

;// CONCATENATED MODULE: ../../actions/security-scan/lib/tell/tell.js








const WAYS = ['comment', 'code-scanning'];
const PAUSE_MS = 5000;
const PAUSES = 24;
function inputProblems({ notify }) {
    const unknown = notify.filter((way) => !WAYS.some((each) => each === way));
    if (unknown.length === 0)
        return [];
    const message = `Input "notify" has ${unknown.join(', ')}; expected ${WAYS.join(', ')}.`;
    return [{ code: 'INPUT_MALFORMED', message, remedy: 'Correct it.' }];
}
async function tell_gather(inputs, ports, context) {
    const problems = [...inputProblems(inputs)];
    const report = await (0,collect/* collect */.F)(problems, () => readReport(inputs.report, ports.files));
    const occasion = await gatherOccasion(ports, context, problems);
    (0,failure/* failWhen */.x)(problems);
    const found = report?.kind === 'found' ? report.result.service : undefined;
    const service = inputs.service ?? found ?? context.repository ?? '';
    // What kept it from being read was thrown.
    return { report: report, occasion, service };
}
const UPLOAD_WORDS = {
    'not-permitted': 'This token may not write to code scanning: grant "security-events: write", which a pull request of a fork or of Dependabot never has.',
    off: 'This repository has no code scanning, which a private one needs GitHub Code Security for.',
    'too-large': 'GitHub took the SARIF file for too large.',
    invalid: 'GitHub took the SARIF file for wrong.',
    unavailable: 'GitHub could not take the SARIF file; run the job again once it is well.',
};
function toldComment(number, outcome) {
    const what = `comment on #${number}`;
    if (outcome.kind === 'written')
        return { what, outcome: 'written' };
    if (outcome.kind === 'not-permitted')
        return { what, outcome: 'left out', why: `This token may not comment: grant "pull-requests: write". ${outcome.reason}` };
    return { what, outcome: 'failed', why: `${outcome.problem.message} ${outcome.problem.remedy ?? ''}`.trim() };
}
/** Waits until GitHub has read the file: only then does it say what is wrong with it. */
async function processed(github, id, { clock, cancelled }) {
    const what = 'code scanning';
    for (let pause = 0; pause < PAUSES; pause++) {
        const read = await github.readUpload(id);
        if (read.kind === 'unread')
            return { what, outcome: 'failed', why: `Whether GitHub took the SARIF file could not be told: ${read.reason}` };
        const { state, errors } = read.value;
        if (state === 'complete')
            return { what, outcome: 'written' };
        if (state === 'failed')
            return { what, outcome: 'failed', why: `GitHub read the SARIF file and refused it: ${errors.join(' ')}` };
        await clock.sleep(PAUSE_MS, cancelled);
    }
    return { what, outcome: 'written', why: 'GitHub is still reading the SARIF file.' };
}
async function upload(github, { report, occasion: { sha, ref }, service }, ports) {
    const what = 'code scanning';
    // Results that were never looked for would close all that are open.
    if (report.kind === 'stopped')
        return { what, outcome: 'left out', why: 'The scan was not carried out, so its results stay as they were.' };
    const sarif = (0,external_node_zlib_.gzipSync)(sarifOf({ service, findings: report.result.findings }).text).toString('base64');
    const outcome = await github.uploadSarif({ sha, ref, sarif });
    if (outcome.kind === 'taken')
        return processed(github, outcome.id, ports);
    const quiet = outcome.cause === 'not-permitted' || outcome.cause === 'off';
    return { what, outcome: quiet ? 'left out' : 'failed', why: `${UPLOAD_WORDS[outcome.cause]} ${outcome.reason}` };
}
async function tell_perform({ notify }, facts, github, ports, context) {
    const { report, occasion, service } = facts;
    if (occasion.readOnly !== undefined)
        return [{ what: notify.join(', '), outcome: 'left out', why: occasion.readOnly }];
    const told = [];
    if (notify.includes('comment') && occasion.pullRequest !== undefined) {
        const body = commentOf(report, service, context.runUrl);
        const posts = (0,keep_one/* commentsOn */.Iw)(github, occasion.pullRequest);
        told.push(toldComment(occasion.pullRequest, await (0,keep_one/* keepOne */.eW)(posts, markerOf(service), body, isWorthAComment(report))));
    }
    if (notify.includes('code-scanning'))
        told.push(await upload(github, facts, ports));
    return told;
}
const tell_annotationOf = ({ what, outcome, why }) => why === undefined ? [] : [{ level: outcome === 'failed' ? 'warning' : 'notice', title: `Not told: ${what}`, message: why }];
/**
 * Tells what a scan found, from its report. What cannot be told is said, and changes nothing about the scan's own verdict, which
 * its step has given.
 */
async function runTell(inputs, ports, context, connect) {
    const facts = await tell_gather(inputs, ports, context);
    const github = connect({ apiUrl: context.apiUrl, repository: context.repository ?? '', token: inputs.githubToken }, ports);
    const told = await tell_perform(inputs, facts, github, ports, context);
    const written = told.filter(({ outcome }) => outcome === 'written').length;
    const { report } = facts;
    return {
        verdict: 'pass',
        headline: `${written} of ${told.length} notices are in place. The scan said: ${report.kind === 'found' ? report.result.headline : report.headline}`,
        outputs: NOTHING,
        annotations: told.flatMap(tell_annotationOf),
        summary: told.length === 0
            ? []
            : [
                (0,block/* table */.tp)(['where', 'outcome', 'why'], told.map(({ what, outcome, why = '' }) => [{ code: what }, outcome, why])),
            ],
        data: told.map(({ what, outcome, why }) => ({ what, outcome, why: why ?? null })),
    };
}
/** The outputs are all of the other mode. */
const NOTHING = {
    result: undefined,
    findings: undefined,
    blocking: undefined,
    introduced: undefined,
    suppressed: undefined,
    fixed: undefined,
    counts: undefined,
    packages: undefined,
    advisories: undefined,
    databaseId: undefined,
    databaseAge: undefined,
    files: undefined,
    sarif: undefined,
};

;// CONCATENATED MODULE: ../../actions/security-scan/lib/run.js


/** Does what the mode says: scans, or tells what a scan found, through whichever GitHub `connect` opens. */
function runWith(connect) {
    return async (inputs, ports, context) => {
        switch (inputs.mode) {
            case 'scan':
                return runScan(inputs, ports, context);
            case 'tell':
                return runTell(inputs, ports, context, connect);
        }
    };
}

;// CONCATENATED MODULE: ../../actions/security-scan/lib/index.js




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

/***/ 17747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ decodeText)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);

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

/***/ 36338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ keepNone),
/* harmony export */   Iw: () => (/* binding */ commentsOn),
/* harmony export */   eW: () => (/* binding */ keepOne)
/* harmony export */ });
const MOST_PAGES = 30;
const WRITTEN = { kind: 'written' };
/** The posts that begin with the marker, oldest first. What a contract says never stands at the beginning of a post. */
async function ownPosts(posts, marker) {
    const own = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
        const listed = await posts.list(page);
        if (listed.kind === 'unread') {
            if (listed.cause === 'refused')
                return { kind: 'not-permitted', reason: listed.reason };
            const remedy = 'Check the repository and what the token may do, or run the job again once GitHub is well.';
            return { kind: 'failed', problem: { code: 'GITHUB_UNREAD', message: listed.reason, remedy } };
        }
        own.push(...listed.value.items.filter(({ body }) => body.startsWith(marker)));
        if (!listed.value.more)
            break;
    }
    return { kind: 'listed', own: own.sort((a, b) => a.id - b.id) };
}
async function inTurn(steps) {
    for (const step of steps) {
        const outcome = await step();
        if (outcome.kind !== 'written')
            return outcome;
    }
    return WRITTEN;
}
/** A post that two jobs take away at once is gone for the second, which is what it wanted. */
const removals = (posts, extra) => extra.map(({ id }) => async () => {
    const outcome = await posts.remove(id);
    return outcome.kind === 'failed' && outcome.problem.message.includes('404') ? WRITTEN : outcome;
});
/**
 * Sees to it that one post says this, and no other does: the oldest is changed in place, and later ones are taken away.
 *
 * GitHub has no conditional write. So whoever makes a post looks again afterwards; of two jobs at once, the last to look sees
 * both posts, and all agree that the oldest stays.
 *
 * @param fresh whether a post is made when there is none.
 */
async function keepOne(posts, marker, body, fresh) {
    let listed = await ownPosts(posts, marker);
    if (listed.kind !== 'listed')
        return listed;
    if (listed.own.length === 0) {
        if (!fresh)
            return WRITTEN;
        const made = await posts.create(body);
        if (made.kind !== 'written')
            return made;
        listed = await ownPosts(posts, marker);
        if (listed.kind !== 'listed')
            return listed;
    }
    const [first, ...extra] = listed.own;
    const stale = first !== undefined && first.body !== body;
    return inTurn([...(stale ? [() => posts.update(first.id, body)] : []), ...removals(posts, extra)]);
}
/** Takes away every post with the marker. */
async function keepNone(posts, marker) {
    const listed = await ownPosts(posts, marker);
    return listed.kind === 'listed' ? inTurn(removals(posts, listed.own)) : listed;
}
/** The comments of a pull request, as a place for posts. */
function commentsOn(github, number) {
    return {
        list: (page) => github.listComments(number, page),
        create: (body) => github.createComment(number, body),
        update: (id, body) => github.updateComment(id, body),
        remove: (id) => github.deleteComment(id),
    };
}


/***/ }),

/***/ 14369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ renderJUnit)
/* harmony export */ });
/* harmony import */ var fast_xml_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92105);

const builder = new fast_xml_parser__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A({ ignoreAttributes: false, attributeNamePrefix: '@', format: true, suppressEmptyNode: true });
/** Characters that XML 1.0 cannot hold, even as references, become the sign for what cannot be shown. */
const writable = (text) => text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');
function element({ name, group, kind, seconds, detail, file, line }) {
    const [message = ''] = detail.split('\n');
    const told = { '@message': writable(message), '#text': writable(detail) };
    return {
        '@name': writable(name),
        ...(group !== undefined && { '@classname': writable(group) }),
        '@time': seconds.toFixed(3),
        ...(file !== undefined && { '@file': writable(file) }),
        ...(line !== undefined && { '@line': line }),
        ...(kind === 'failed' && { failure: told }),
        ...(kind === 'skipped' && { skipped: '' }),
        ...(kind === 'passed' && detail !== '' && { 'system-out': writable(detail) }),
    };
}
/** A JUnit XML report of one suite, as parseJUnit and every CI system read it. */
function renderJUnit(suite, cases) {
    const failures = cases.filter(({ kind }) => kind === 'failed').length;
    const skipped = cases.filter(({ kind }) => kind === 'skipped').length;
    const counts = { '@tests': cases.length, '@failures': failures, '@errors': 0, '@skipped': skipped };
    const time = cases.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3);
    const testsuite = { '@name': writable(suite), ...counts, '@time': time, testcase: cases.map(element) };
    const declaration = { '?xml': { '@version': '1.0', '@encoding': 'UTF-8' } };
    return builder.build({ ...declaration, testsuites: { testsuite } });
}


/***/ }),

/***/ 60941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   J4: () => (/* binding */ platformProblem),
/* harmony export */   qn: () => (/* binding */ renderPlatform)
/* harmony export */ });
const SYSTEMS = ['linux', 'windows', 'freebsd', 'wasip1'];
const VARIANTS = {
    amd64: ['v1', 'v2', 'v3', 'v4'],
    arm64: ['v8', 'v9'],
    arm: ['v5', 'v6', 'v7', 'v8'],
    '386': [],
    ppc64le: [],
    s390x: [],
    riscv64: [],
    mips64le: [],
    loong64: [],
    wasm: [],
};
/** What is wrong with a text as `os/architecture[/variant]`; nothing when it is right. */
function platformProblem(text) {
    const [os = '', architecture = '', variant, ...more] = text.split('/');
    const variants = VARIANTS[architecture];
    const known = SYSTEMS.includes(os) && variants !== undefined && more.length === 0;
    if (known && (variant === undefined || variants.includes(variant)))
        return undefined;
    const choices = variant !== undefined && variants !== undefined ? `; variants of ${architecture}: ${variants.join(', ') || 'none'}` : '';
    return {
        code: 'PLATFORM_UNKNOWN',
        message: `"${text}" is not a platform.`,
        remedy: `Write it like linux/amd64 or linux/arm64; systems: ${SYSTEMS.join(', ')}; architectures: ${Object.keys(VARIANTS).join(', ')}${choices}.`,
    };
}
/** Parses a platform that `platformProblem` finds nothing wrong with. */
function parsePlatform(text) {
    const [os = '', architecture = '', variant] = text.split('/');
    return { os, architecture, ...(variant !== undefined && { variant }) };
}
/** The platform as `os/architecture[/variant]`, without the variant that the architecture means anyway. */
function renderPlatform({ os, architecture, variant }) {
    const implied = (architecture === 'arm64' && variant === 'v8') || (architecture === 'amd64' && variant === 'v1');
    return [os, architecture, ...(variant === undefined || implied ? [] : [variant])].join('/');
}


/***/ }),

/***/ 77297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/** The event that started the run; empty on a laptop, and where its file cannot be read. */
async function readEvent({ files, log }, context) {
    const path = context.environment('GITHUB_EVENT_PATH');
    if (path === undefined)
        return {};
    try {
        return JSON.parse(await files.readText(path));
    }
    catch (error) {
        log.debug(`The event cannot be read: ${String(error)}`);
        return {};
    }
}


/***/ }),

/***/ 4568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ installProgram)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _actions_tool_cache__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6371);
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92393);






async function sha256Of(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for await (const piece of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path))
        hash.update(piece);
    return hash.digest('hex');
}
function unreachable({ name, version, url }, cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const remedy = 'Check that this runner may reach the address, or name a mirror that it may.';
    const message = `${name} ${version} could not be fetched from ${url}: ${why}.`;
    return new _slipway_failure__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .H({ code: 'PROGRAM_UNREACHABLE', message, remedy }, { cause });
}
async function fetchChecked(program) {
    const { name, version, url, sha256 } = program;
    const file = await (0,_actions_tool_cache__WEBPACK_IMPORTED_MODULE_4__/* .downloadTool */ .bq)(url).catch((error) => Promise.reject(unreachable(program, error)));
    const actual = await sha256Of(file);
    if (actual === sha256)
        return file;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(file, { force: true });
    const message = `${name} ${version} from ${url} has the SHA-256 ${actual}, and ${sha256} was expected. Nothing of it was executed.`;
    const remedy = 'Do not use that address until it is known why: it gives another file than its makers released.';
    throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .H({ code: 'PROGRAM_CHECKSUM', message, remedy });
}
/**
 * The path of a released program, from the runner's tool cache or fetched into it.
 *
 * @throws Failure PROGRAM_NO_CACHE, PROGRAM_UNREACHABLE or PROGRAM_CHECKSUM; nothing was unpacked or executed then.
 */
async function installProgram(program) {
    const { name, version, sha256, member } = program;
    if (!process.env['RUNNER_TEMP'] || !process.env['RUNNER_TOOL_CACHE']) {
        const message = `${name} cannot be fetched here: RUNNER_TEMP and RUNNER_TOOL_CACHE, which a runner sets, are not set.`;
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .H({ code: 'PROGRAM_NO_CACHE', message, remedy: 'Install it, and give its path.' });
    }
    // Another digest is another entry, so that a pin that was changed is not answered from what was there before.
    const entry = `${version}-sha${sha256.slice(0, 16)}`;
    const known = (0,_actions_tool_cache__WEBPACK_IMPORTED_MODULE_4__/* .find */ .I6)(name, entry);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(known, member ?? name);
    const there = known !== '' &&
        (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)(path).then(() => true, () => false));
    if (there)
        return path;
    const file = await fetchChecked(program);
    const folder = member === undefined ? await (0,_actions_tool_cache__WEBPACK_IMPORTED_MODULE_4__/* .cacheFile */ .NJ)(file, name, name, entry) : await (0,_actions_tool_cache__WEBPACK_IMPORTED_MODULE_4__/* .cacheDir */ .e8)(await (0,_actions_tool_cache__WEBPACK_IMPORTED_MODULE_4__/* .extractTar */ .nN)(file), name, entry);
    const installed = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, member ?? name);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chmod)(installed, 0o755);
    return installed;
}


/***/ }),

/***/ 34840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ renderMarkdown)
/* harmony export */ });
/** A runner refuses a step's summary over 1 MiB as a whole; what is cut is said. */
const LIMIT_BYTES = 1_000_000;
const escapeText = (text) => text.replace(/[\\`*_{}[\]<>|#~$@]/g, (mark) => `\\${mark}`).replaceAll('\r', '');
function fence(text) {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
    return '`'.repeat(longest + 1);
}
function codeSpan(text) {
    const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
    const ticks = '`'.repeat(longest + 1);
    const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
    return `${ticks}${pad}${text.replaceAll('\n', ' ')}${pad}${ticks}`;
}
/** An address with nothing in it that would end the link, the cell it stands in, or its line. */
const addressOf = (href) => href.replace(/[<>|`\\\s\p{Cc}]/gu, encodeURIComponent);
function inline(part) {
    if (typeof part === 'string')
        return escapeText(part);
    if ('code' in part)
        return codeSpan(part.code);
    if ('bold' in part)
        return `**${escapeText(part.bold)}**`;
    return `[${escapeText(part.link)}](<${addressOf(part.href)}>)`;
}
const line = (parts) => parts.map(inline).join('');
function cell(value) {
    const parts = Array.isArray(value) ? value : [value];
    const shown = parts.map((part) => typeof part === 'object' && 'code' in part ? inline(part).replaceAll('|', '\\|') : inline(part));
    return shown.join('').replaceAll('\n', '<br>');
}
function row(cells) {
    return `| ${cells.join(' | ')} |`;
}
function render(block) {
    switch (block.kind) {
        case 'heading':
            return `${'#'.repeat(block.level)} ${escapeText(block.text)}`;
        case 'paragraph':
            return line(block.text).replaceAll('\n', '  \n');
        case 'list':
            return block.items.map((item) => `- ${line(item).replaceAll('\n', '\n  ')}`).join('\n');
        case 'table':
            return [
                row(block.head.map(escapeText)),
                row(block.head.map(() => '---')),
                ...block.rows.map((cells) => row(cells.map(cell))),
            ].join('\n');
        case 'code':
            return `${fence(block.text)}${block.language}\n${block.text}\n${fence(block.text)}`;
        case 'details':
            return `<details><summary>${block.title.replace(/[<>&]/g, (mark) => `&#${mark.charCodeAt(0)};`)}</summary>\n\n${block.blocks.map(render).join('\n\n')}\n\n</details>`;
        case 'chart':
            return `\`\`\`mermaid\n${block.mermaid}\n\`\`\`\n\n${escapeText(block.legend)}`;
    }
}
/** The blocks as GitHub-flavoured Markdown, cut at a block's end when they would not fit a step's summary. */
function renderMarkdown(blocks) {
    const shown = [];
    let bytes = 0;
    for (const text of blocks.map(render)) {
        bytes += Buffer.byteLength(text) + 2;
        if (bytes > LIMIT_BYTES)
            return [...shown, '_The rest does not fit a job summary; it is in the report._', ''].join('\n\n');
        shown.push(text);
    }
    return `${shown.join('\n\n')}\n`;
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


/***/ }),

/***/ 216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ followingRedirects)
/* harmony export */ });
/* harmony import */ var _drain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34016);

const MOST_REDIRECTS = 3;
/** Where an answer sends the same request on to; undefined when it is no redirect that keeps the method. */
function redirectOf({ status, headers }, from, method) {
    const keepsMethod = status === 307 || status === 308 || ((status === 301 || status === 302) && method === 'GET');
    const location = headers['location'];
    return keepsMethod && location !== undefined && URL.canParse(location, from) ? new URL(location, from).href : undefined;
}
/**
 * Sends, and follows redirects on the same server: what credentials a request has belong to it.
 *
 * @param elsewhere is told of a redirect to another server, and may throw
 * @returns the last answer and where it came from; a redirect that was not followed is an answer like any other.
 */
async function followingRedirects(first, method, send, elsewhere) {
    let [url, response] = [first, await send(first)];
    for (let count = 0; count < MOST_REDIRECTS; count++) {
        const next = redirectOf(response, url, method);
        if (next === undefined)
            break;
        if (new URL(next).origin !== new URL(url).origin) {
            elsewhere?.(next);
            break;
        }
        await (0,_drain_js__WEBPACK_IMPORTED_MODULE_0__/* .drain */ .Z)(response);
        [url, response] = [next, await send(next)];
    }
    return { url, response };
}


/***/ })

};
