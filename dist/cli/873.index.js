export const id = 873;
export const ids = [873];
export const modules = {

/***/ 4873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runWith: () => (/* reexport */ runWith)
});

// UNUSED EXPORTS: action

;// CONCATENATED MODULE: ../openapi/lib/document/reference.js
/** The path of a file that another names relative to itself, without `.` and `..` where they can be taken away. */
function pathFrom(file, relative) {
    const absolute = relative.startsWith('/') || (file.startsWith('/') && relative !== '');
    const steps = [];
    for (const step of [...(relative.startsWith('/') ? [] : file.split('/').slice(0, -1)), ...relative.split('/')]) {
        if (step === '' || step === '.')
            continue;
        if (step === '..' && steps.length > 0 && steps.at(-1) !== '..')
            steps.pop();
        else
            steps.push(step);
    }
    return `${absolute ? '/' : ''}${steps.join('/')}`;
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return undefined;
    }
}
/**
 * Reads the text of a `$ref`: a file relative to the one it stands in, and a JSON pointer (RFC 6901) or an anchor in it.
 *
 * Both are URI parts, so `%20` is a blank; `~1` is a slash in a step of a pointer.
 */
function referenceOf(text, from) {
    if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(text))
        return { kind: 'url' };
    const [before = '', ...after] = text.split('#');
    const [file, fragment] = [decode(before), decode(after.join('#'))];
    if (file === undefined || fragment === undefined || after.length > 1)
        return { kind: 'malformed' };
    const at = file === '' ? from : pathFrom(from, file);
    if (fragment !== '' && !fragment.startsWith('/'))
        return { kind: 'anchor', file: at, name: fragment };
    const steps = fragment.split('/').slice(1);
    return { kind: 'target', file: at, path: steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')) };
}

;// CONCATENATED MODULE: ../openapi/lib/document/node.js

/** Whether a value is a JSON object. */
const isTree = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The top of one file. */
function rootOf(documents, file) {
    return { documents, file, value: documents.files.get(file)?.value };
}
/** The value of a key or index; undefined when there is none. */
function child(node, key) {
    const { value } = node;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
        return undefined;
    return { documents: node.documents, file: node.file, value: value[key], parent: node, key };
}
/** The values of an object or array with their keys. */
function children(node) {
    if (node === undefined || typeof node.value !== 'object' || node.value === null)
        return [];
    return Object.keys(node.value).flatMap((key) => {
        const found = child(node, Array.isArray(node.value) ? Number(key) : key);
        return found === undefined ? [] : [[key, found]];
    });
}
/** The value at a path below a node. */
function descend(node, path) {
    return path.reduce((at, key) => (at === undefined ? undefined : child(at, key)), node);
}
/** The path of a node from the top of its file. */
function pathOf(node) {
    const path = [];
    for (let at = node; at?.key !== undefined; at = at.parent)
        path.unshift(at.key);
    return path;
}
/** Where a node stands: at its key, when it has one. */
function locate(node) {
    return node.documents.files.get(node.file)?.locateKey(pathOf(node)) ?? { file: node.file };
}
/** The text of a key's value; undefined when it is none. */
function textOf(node, key) {
    const value = node === undefined ? undefined : child(node, key)?.value;
    return typeof value === 'string' ? value : undefined;
}
function anchorIn(node, name) {
    if (isTree(node.value) && (node.value['$anchor'] === name || node.value['$dynamicAnchor'] === name))
        return node;
    for (const [, each] of children(node)) {
        const found = anchorIn(each, name);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** What a reference names; undefined when there is no such thing in the files that were read. */
function target(documents, reference) {
    if (!documents.files.has(reference.file))
        return undefined;
    const root = rootOf(documents, reference.file);
    return reference.kind === 'anchor' ? anchorIn(root, reference.name) : descend(root, reference.path);
}
/** The reference that a node is, when it is one. */
function referenceAt(node) {
    const text = textOf(node, '$ref') ?? textOf(node, '$dynamicRef');
    return text === undefined ? undefined : referenceOf(text, node.file);
}
/** What a node stands for after its references; the node itself when it is none. Opened documents have no endless chains. */
function resolve(node) {
    let at = node;
    for (let reference = referenceAt(at); reference !== undefined; reference = referenceAt(at)) {
        const next = reference.kind === 'target' || reference.kind === 'anchor' ? target(at.documents, reference) : undefined;
        if (next === undefined || next.value === node.value)
            return at;
        at = next;
    }
    return at;
}

;// CONCATENATED MODULE: ../openapi/lib/schema/interval.js
/** All numbers. */
const ALL = { min: -Infinity, max: Infinity, minOpen: false, maxOpen: false };
/** The numbers that are in both. */
function intersect(a, b) {
    const lower = a.min > b.min || (a.min === b.min && a.minOpen) ? a : b;
    const upper = a.max < b.max || (a.max === b.max && a.maxOpen) ? a : b;
    return { min: lower.min, minOpen: lower.minOpen, max: upper.max, maxOpen: upper.maxOpen };
}
/** The same whole numbers with closed ends: over 0 is from 1. */
function whole({ min, max, minOpen, maxOpen }) {
    return {
        min: minOpen && Number.isInteger(min) ? min + 1 : Math.ceil(min),
        max: maxOpen && Number.isInteger(max) ? max - 1 : Math.floor(max),
        minOpen: false,
        maxOpen: false,
    };
}
/** Whether the interval's lower end admits nothing that `outer` does not. */
const minWithin = (inner, outer) => inner.min > outer.min || (inner.min === outer.min && (inner.minOpen || !outer.minOpen));
/** Whether the interval's upper end admits nothing that `outer` does not. */
const maxWithin = (inner, outer) => inner.max < outer.max || (inner.max === outer.max && (inner.maxOpen || !outer.maxOpen));
/** Whether no number is in it. */
const isEmpty = ({ min, max, minOpen, maxOpen }) => min > max || (min === max && (minOpen || maxOpen) && Number.isFinite(min));
/** Whether a number is in it. */
const contains = (interval, value) => minWithin({ ...ALL, min: value }, interval) && maxWithin({ ...ALL, max: value }, interval);

;// CONCATENATED MODULE: ../openapi/lib/inclusion/number.js


function place({ alternative }, keys) {
    for (const atom of alternative.atoms) {
        const found = keys.map((key) => child(atom, key)).find((node) => node !== undefined);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** A reason with the places of the keywords that it is about. */
function reasonAt(kind, sides, words, keys) {
    const [sub, sup] = sides.map((side) => place(side, keys) ?? side.alternative.atoms[0]);
    return { kind, given: words[0], wanted: words[1], ...(sub !== undefined && { sub }), ...(sup !== undefined && { sup }) };
}
const lower = ({ min, minOpen }, unit) => min === -Infinity ? 'any number, however small' : `${minOpen ? 'over' : 'at least'} ${min}${unit}`;
const upper = ({ max, maxOpen }, unit) => max === Infinity
    ? `without an upper limit${unit === '' ? '' : ` of${unit}`}`
    : `${maxOpen ? 'under' : 'at most'} ${max}${unit}`;
const MEASURES = [
    {
        of: 'numbers',
        types: ['number', 'integer'],
        kinds: ['minimum', 'maximum'],
        unit: '',
        keys: [
            ['minimum', 'exclusiveMinimum'],
            ['maximum', 'exclusiveMaximum'],
        ],
    },
    {
        of: 'length',
        types: ['string'],
        kinds: ['min-length', 'max-length'],
        unit: ' characters',
        keys: [['minLength'], ['maxLength']],
    },
    { of: 'itemCount', types: ['array'], kinds: ['min-items', 'max-items'], unit: ' items', keys: [['minItems'], ['maxItems']] },
    {
        of: 'propertyCount',
        types: ['object'],
        kinds: ['min-properties', 'max-properties'],
        unit: ' properties',
        keys: [['minProperties'], ['maxProperties']],
    },
];
function measured({ of, kinds, unit, keys }, sub, sup) {
    const [inner, outer] = [sub[of], sup[of]];
    if (inner === outer)
        return [];
    const sides = [sub, sup];
    return [
        ...(minWithin(inner, outer) ? [] : [reasonAt(kinds[0], sides, [lower(inner, unit), lower(outer, unit)], keys[0])]),
        ...(maxWithin(inner, outer) ? [] : [reasonAt(kinds[1], sides, [upper(inner, unit), upper(outer, unit)], keys[1])]),
    ];
}
const multiplesOf = ({ alternative }) => alternative.atoms
    .map((atom) => child(atom, 'multipleOf')?.value)
    .filter((each) => typeof each === 'number' && each > 0);
/** Whether one number is a multiple of another, in spite of what binary fractions make of decimal ones. */
const isMultiple = (value, of) => Math.abs(value / of - Math.round(value / of)) < 1e-9 * Math.max(1, Math.abs(value / of));
/** Limits of size that the wider side does not have room for, of the types that both sides know. */
function limitReasons(sub, sup) {
    const shared = (types) => [...sub.types].some((type) => types.includes(type));
    const found = [];
    for (const measure of MEASURES)
        if (shared(measure.types))
            found.push(...measured(measure, sub, sup));
    if (!shared(['number', 'integer']))
        return found;
    const own = multiplesOf(sub);
    const wholeOnly = !sub.types.has('number');
    const missing = multiplesOf(sup).filter((wanted) => {
        if (wanted === 1 && wholeOnly)
            return false;
        return !own.some((each) => isMultiple(each, wanted));
    });
    const words = (of) => (of.length === 0 ? 'any number' : `a multiple of ${of.join(' and ')}`);
    return missing.length === 0
        ? found
        : [...found, reasonAt('multiple', [sub, sup], [words(own), words(missing)], ['multipleOf'])];
}

;// CONCATENATED MODULE: ../openapi/lib/inclusion/array.js


const isUnique = ({ alternative }) => alternative.atoms.some((atom) => child(atom, 'uniqueItems')?.value === true);
function prefixEdges(sub, sup) {
    const length = Math.max(sub.prefix.length, sup.prefix.length);
    return Array.from({ length }, (_, index) => ({
        step: `[${index}]`,
        sub: sub.prefix[index] ?? sub.items,
        sup: sup.prefix[index] ?? sup.items,
    }));
}
/** How the lists of one shape relate to another's. */
function arrayRelation(sub, sup) {
    const edges = [...prefixEdges(sub, sup)];
    const noItems = sub.items.some(({ value }) => value === false);
    if (!noItems && (sub.items.length > 0 || sup.items.length > 0))
        edges.push({ step: '[]', sub: sub.items, sup: sup.items });
    const single = sub.itemCount.max <= 1;
    const unique = isUnique(sup) && !isUnique(sub) && !single;
    const reason = reasonAt('unique-items', [sub, sup], ['with an item twice', 'each item once'], ['uniqueItems']);
    return { reasons: unique ? [reason] : [], edges };
}

;// CONCATENATED MODULE: ../openapi/lib/schema/json.js

/** The types of JSON Schema other than `integer`, which `number` holds. */
const TYPES = ['null', 'boolean', 'object', 'array', 'number', 'string'];
/** The type of a value. */
function typeOf(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'array';
    if (typeof value === 'number')
        return Number.isInteger(value) ? 'integer' : 'number';
    return typeof value === 'boolean' || typeof value === 'string' ? typeof value : 'object';
}
/** Whether two JSON values are equal; the order of keys does not count. */
function equal(a, b) {
    if (a === b)
        return true;
    if (Array.isArray(a) && Array.isArray(b))
        return a.length === b.length && a.every((each, index) => equal(each, b[index]));
    if (!isTree(a) || !isTree(b))
        return false;
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]));
}
/** A value as a reader should see it, cut when it is long. */
function shown(value) {
    const text = JSON.stringify(value) ?? 'nothing';
    return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

;// CONCATENATED MODULE: ../openapi/lib/inclusion/same.js


const ANNOTATIONS = /^(x-.*|title|description|example|examples|default|deprecated|externalDocs|xml|\$comment|readOnly|writeOnly)$/;
/** Whether two schemas are written alike, through their references and apart from what only explains them. */
function sameSchema(a, b, open = new Map()) {
    const [left, right] = [resolve(a), resolve(b)];
    if (typeof left.value !== 'object' || typeof right.value !== 'object' || left.value === null || right.value === null)
        return equal(left.value, right.value);
    if (Array.isArray(left.value) !== Array.isArray(right.value))
        return false;
    if (open.get(left.value)?.has(right.value))
        return true;
    const within = new Map(open).set(left.value, new Set([...(open.get(left.value) ?? []), right.value]));
    const parts = (node) => new Map(children(node).filter(([key]) => !isTree(node.value) || !ANNOTATIONS.test(key)));
    const [ours, theirs] = [parts(left), parts(right)];
    return (ours.size === theirs.size &&
        [...ours].every(([key, node]) => {
            const other = theirs.get(key);
            return other !== undefined && sameSchema(node, other, within);
        }));
}

;// CONCATENATED MODULE: ../openapi/lib/schema/format.js
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
function isDate(text) {
    const [, year, month, day] = DATE.exec(text) ?? [];
    if (year === undefined)
        return false;
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
function isDateTime(text) {
    const [, date = '', hour, minute, second] = /^([\d-]{10})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.\d{1,12})?(?:[Zz]|[+-]\d{2}:\d{2})$/.exec(text) ?? [];
    return isDate(date) && Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60;
}
const FORMATS = {
    date: isDate,
    'date-time': isDateTime,
    uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
    email: (text) => /^[^\s@]{1,256}@[^\s@]{1,256}$/.test(text),
    ipv4: (text) => /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text),
    uri: (text) => URL.canParse(text),
};
const WHOLE = {
    int32: [-(2 ** 31), 2 ** 31 - 1],
    int64: [-(2 ** 63), 2 ** 63],
};
/** Whether a value has a format; a format that is not known here says nothing, as JSON Schema has it. */
function hasFormat(format, value) {
    if (typeof value === 'string')
        return FORMATS[format]?.(value) ?? true;
    const range = WHOLE[format];
    return typeof value !== 'number' || range === undefined || (Number.isInteger(value) && value >= range[0] && value <= range[1]);
}
/** Formats each of which has every value of the ones after it. */
const WIDER = [
    ['int64', 'int32'],
    ['double', 'float'],
    ['uri-reference', 'uri'],
    ['iri-reference', 'iri'],
    ['iri', 'uri'],
    ['idn-email', 'email'],
    ['idn-hostname', 'hostname'],
];
/** Whether every value of the one format surely has the other. */
function formatWithin(inner, outer) {
    return inner === outer || WIDER.some(([wide, narrow]) => wide === outer && narrow === inner);
}

// EXTERNAL MODULE: ../../node_modules/re2js/build/index.js
var build = __webpack_require__(3980);
;// CONCATENATED MODULE: ../openapi/lib/schema/pattern.js

const compiled = new Map();
function compile(pattern) {
    if (!compiled.has(pattern)) {
        let made;
        try {
            made = build/* RE2JS */.L3.compile(pattern);
        }
        catch {
            made = undefined;
        }
        compiled.set(pattern, made);
    }
    return compiled.get(pattern);
}
/**
 * Whether a text has a match of the pattern; undefined when that cannot be told in bounded time.
 *
 * A description's author chooses both pattern and text, and JavaScript's own engine may take years for thirty letters. This one
 * is linear in the text; it knows neither look-around nor back references, and for those there is no answer.
 */
function matches(pattern, text) {
    return compile(pattern)?.matcher(text).find();
}

;// CONCATENATED MODULE: ../openapi/lib/schema/limits.js


const numberAt = (value) => (typeof value === 'number' && !Number.isNaN(value) ? value : undefined);
/**
 * The numbers that one schema lets in.
 *
 * Until 3.0 `exclusiveMinimum` is a flag beside `minimum`, from 3.1 on it is a number of its own; read by its own type it is
 * right in both.
 */
function numbersOf(atom) {
    if (atom === undefined || !isTree(atom.value))
        return ALL;
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = atom.value;
    if ((minimum ?? maximum ?? exclusiveMinimum ?? exclusiveMaximum) === undefined)
        return ALL;
    const closed = {
        min: numberAt(minimum) ?? -Infinity,
        max: numberAt(maximum) ?? Infinity,
        minOpen: exclusiveMinimum === true,
        maxOpen: exclusiveMaximum === true,
    };
    const open = {
        min: numberAt(exclusiveMinimum) ?? -Infinity,
        max: numberAt(exclusiveMaximum) ?? Infinity,
        minOpen: numberAt(exclusiveMinimum) !== undefined,
        maxOpen: numberAt(exclusiveMaximum) !== undefined,
    };
    return intersect(closed, open);
}
const KEYS = {
    Length: ['minLength', 'maxLength'],
    Items: ['minItems', 'maxItems'],
    Properties: ['minProperties', 'maxProperties'],
};
const ANY_LENGTH = { ...ALL, min: 0 };
/** How long or how many one schema lets a value be; never less than nothing. */
function lengthOf(atom, kind) {
    if (atom === undefined || !isTree(atom.value))
        return ANY_LENGTH;
    const { value } = atom;
    const [minKey, maxKey] = KEYS[kind];
    if ((value[minKey] ?? value[maxKey]) === undefined)
        return ANY_LENGTH;
    const [min, max] = [numberAt(value[minKey]), numberAt(value[maxKey])];
    return { min: Math.max(0, min ?? 0), max: max ?? Infinity, minOpen: false, maxOpen: false };
}

;// CONCATENATED MODULE: ../openapi/lib/schema/shape.js




const isModern = ({ documents }) => documents.version === '3.1' || documents.version === '3.2';
function typesOf(atom) {
    if (!isTree(atom.value))
        return atom.value === false ? new Set() : undefined;
    const { type } = atom.value;
    const named = [type].flat().filter((each) => [...TYPES, 'integer'].includes(each));
    // Swagger 2.0 has a type of its own for uploads, which are bytes.
    if (type === 'file')
        return new Set(['string']);
    if (named.length === 0)
        return undefined;
    const nullable = !isModern(atom) && (atom.value['nullable'] === true || atom.value['x-nullable'] === true);
    return new Set(nullable ? [...named, 'null'] : named);
}
function both(a, b) {
    const holds = (set, type) => set.has(type) || (type === 'integer' && set.has('number'));
    return new Set([...[...a].filter((type) => holds(b, type)), ...[...b].filter((type) => holds(a, type))]);
}
/** The values that an atom lists; before 3.1 a nullable list holds null without naming it. */
function valuesOf(atom) {
    const listed = child(atom, 'enum');
    const constant = child(atom, 'const');
    if (constant !== undefined)
        return [{ value: constant.value, at: constant }];
    if (listed === undefined || !Array.isArray(listed.value))
        return undefined;
    const values = children(listed).map(([, at]) => ({ value: at.value, at }));
    const nullable = !isModern(atom) && child(atom, 'nullable')?.value === true;
    return nullable && !values.some(({ value }) => value === null) ? [...values, { value: null, at: listed }] : values;
}
const NONE = [];
const NO_PREFIX = [];
const NO_PROPERTIES = new Map();
const NO_REQUIRED = new Map();
const EVERY_TYPE = new Set(TYPES);
/** The values of a keyword. Most schemas hold few keywords, so nothing is made for those that are not there. */
function gather(atoms, key) {
    let found;
    for (const atom of atoms) {
        const node = child(atom, key);
        if (node === undefined)
            continue;
        found ??= [];
        found.push(node);
    }
    return found ?? NONE;
}
function propertiesOf(atoms) {
    const given = gather(atoms, 'properties');
    if (given.length === 0)
        return NO_PROPERTIES;
    const found = new Map();
    for (const [name, node] of given.flatMap(children)) {
        const known = found.get(name);
        if (known === undefined)
            found.set(name, [node]);
        else
            known.push(node);
    }
    return found;
}
function additionalOf(atoms) {
    const given = [...gather(atoms, 'additionalProperties'), ...gather(atoms, 'unevaluatedProperties')];
    if (given.some(({ value }) => value === false))
        return false;
    return given.length === 0 ? undefined : given.filter(({ value }) => value !== true);
}
function prefixOf(atoms) {
    const lists = [...gather(atoms, 'prefixItems'), ...gather(atoms, 'items').filter(({ value }) => Array.isArray(value))];
    if (lists.length === 0)
        return NO_PREFIX;
    const length = Math.max(0, ...lists.map((list) => children(list).length));
    return Array.from({ length }, (_, index) => lists.flatMap((list) => child(list, index) ?? []));
}
/** The types and values that remain when each must agree with the other, and with the limits of numbers. */
function narrowed(atoms) {
    let types = EVERY_TYPE;
    let values;
    for (const atom of atoms) {
        const [own, listed] = [typesOf(atom), valuesOf(atom)];
        if (own !== undefined)
            types = types === EVERY_TYPE ? own : both(types, own);
        if (listed !== undefined)
            values = values === undefined ? listed : values.filter(({ value }) => listed.some((other) => equal(other.value, value)));
    }
    const range = atoms.map(numbersOf).reduce(intersect);
    const numbers = types.has('integer') && !types.has('number') ? whole(range) : range;
    const typed = values?.filter(({ value }) => {
        const type = typeOf(value);
        if (!types.has(type) && !(type === 'integer' && types.has('number')))
            return false;
        return typeof value !== 'number' || contains(numbers, value);
    });
    if (typed === undefined)
        return { types: isEmpty(numbers) ? without(types) : types, numbers };
    return { types: new Set(typed.map(({ value }) => typeOf(value))), values: typed, numbers };
}
const without = (types) => new Set([...types].filter((type) => type !== 'number' && type !== 'integer'));
const shapes = new WeakMap();
/** What one alternative says. An atom of its own says nothing about what it does not name. */
function shapeOf(alternative) {
    const shape = shapes.get(alternative) ?? makeShape(alternative);
    shapes.set(alternative, shape);
    return shape;
}
function requiredOf(atoms) {
    const lists = gather(atoms, 'required').filter(({ value }) => Array.isArray(value));
    return lists.length === 0 ? NO_REQUIRED : new Map(lists.flatMap(children).map(([, node]) => [String(node.value), node]));
}
const limits = (atoms, kind) => atoms
    .map((atom) => lengthOf(atom, kind))
    .reduce((all, own) => (own === all ? all : intersect(all, own)), lengthOf(undefined, kind));
function makeShape(alternative) {
    const { atoms } = alternative;
    const pattern = gather(atoms, 'patternProperties');
    return {
        alternative,
        ...(atoms.length === 0 ? { types: EVERY_TYPE, numbers: numbersOf(undefined) } : narrowed(atoms)),
        length: limits(atoms, 'Length'),
        itemCount: limits(atoms, 'Items'),
        propertyCount: limits(atoms, 'Properties'),
        properties: propertiesOf(atoms),
        required: requiredOf(atoms),
        additional: additionalOf(atoms),
        patterned: pattern.length === 0 ? [] : pattern.flatMap(children),
        items: gather(atoms, 'items').filter(({ value }) => !Array.isArray(value)),
        prefix: prefixOf(atoms),
    };
}
/** The texts that the atoms of a shape give a keyword, such as its patterns or formats. */
function textsOf({ alternative }, key) {
    return alternative.atoms.flatMap((atom) => {
        const text = textOf(atom, key);
        return text === undefined ? [] : [{ text, at: child(atom, key) ?? atom }];
    });
}

;// CONCATENATED MODULE: ../openapi/lib/inclusion/value.js







function typeFits(value, { types }) {
    const type = typeOf(value);
    return types.has(type) || (type === 'integer' && types.has('number'));
}
function textReasons(listed, sub, sup) {
    const value = listed.value;
    const at = { sub: listed.at };
    const size = [...value].length;
    const patterns = textsOf(sup, 'pattern').flatMap(({ text, at: place }) => {
        const found = matches(text, value);
        if (found === true)
            return [];
        const wanted = `like ${text}`;
        const [kind, given] = found === false ? ['pattern', shown(value)] : ['unproven', `${shown(value)} and a pattern`];
        return [{ kind, given, wanted, sup: place, ...at }];
    });
    const tooShort = size < sup.length.min
        ? [reasonAt('min-length', [sub, sup], [shown(value), `at least ${sup.length.min} characters`], ['minLength'])]
        : [];
    const tooLong = size > sup.length.max
        ? [reasonAt('max-length', [sub, sup], [shown(value), `at most ${sup.length.max} characters`], ['maxLength'])]
        : [];
    return [...patterns, ...[...tooShort, ...tooLong].map((reason) => ({ ...reason, ...at }))];
}
function numberReasons(listed, sub, sup) {
    const value = listed.value;
    const { numbers } = sup;
    const make = (kind, wanted, keys) => ({
        ...reasonAt(kind, [sub, sup], [shown(value), wanted], keys),
        sub: listed.at,
    });
    const small = value < numbers.min || (value === numbers.min && numbers.minOpen);
    const large = value > numbers.max || (value === numbers.max && numbers.maxOpen);
    const steps = sup.alternative.atoms.flatMap((atom) => child(atom, 'multipleOf')?.value ?? []);
    return [
        ...(contains(numbers, value) || !small ? [] : [make('minimum', `at least ${numbers.min}`, ['minimum', 'exclusiveMinimum'])]),
        ...(contains(numbers, value) || !large ? [] : [make('maximum', `at most ${numbers.max}`, ['maximum', 'exclusiveMaximum'])]),
        ...steps.flatMap((step) => typeof step === 'number' && step > 0 && !isMultiple(value, step)
            ? [make('multiple', `a multiple of ${step}`, ['multipleOf'])]
            : []),
    ];
}
function formatReasons(listed, sup) {
    return textsOf(sup, 'format').flatMap(({ text, at }) => hasFormat(text, listed.value)
        ? []
        : [{ kind: 'format', given: shown(listed.value), wanted: `of the format ${text}`, sub: listed.at, sup: at }]);
}
/** Why a listed value, of which everything is known, is none of the wider side. */
function valueReasons(listed, sub, sup) {
    const { value, at } = listed;
    if (!typeFits(value, sup)) {
        const kind = value === null ? 'null' : 'type';
        return [{ ...reasonAt(kind, [sub, sup], [shown(value), wordsOfTypes(sup)], ['type']), sub: at }];
    }
    if (sup.values !== undefined && !sup.values.some((each) => equal(each.value, value))) {
        const wanted = `one of ${sup.values
            .slice(0, 12)
            .map((each) => shown(each.value))
            .join(', ')}`;
        return [{ ...reasonAt('enum', [sub, sup], [shown(value), wanted], ['enum', 'const']), sub: at }];
    }
    if (typeof value === 'string')
        return [...textReasons(listed, sub, sup), ...formatReasons(listed, sup)];
    return typeof value === 'number' ? [...numberReasons(listed, sub, sup), ...formatReasons(listed, sup)] : [];
}
/** The types of a shape in words. */
function wordsOfTypes({ types }) {
    const named = [...types].filter((type) => type !== 'integer' || !types.has('number'));
    if (named.length >= 6)
        return 'anything';
    return named.length === 0 ? 'nothing' : named.join(' or ');
}

;// CONCATENATED MODULE: ../openapi/lib/inclusion/keyword.js



/** Keywords whose sets are not reasoned about: what the wider side says of them, the narrower must say alike. */
const COMPARED = [
    'not',
    'if',
    'then',
    'else',
    'contains',
    'minContains',
    'maxContains',
    'propertyNames',
    'dependentRequired',
    'dependentSchemas',
    'dependencies',
    'unevaluatedItems',
    'additionalItems',
    'contentEncoding',
    'contentMediaType',
    'contentSchema',
];
const keyword_gather = ({ alternative }, key) => alternative.atoms.flatMap((atom) => child(atom, key) ?? []);
/** Whether there is anything to compare: most schemas hold none of these keywords. */
const holdsAny = ({ alternative }) => alternative.atoms.some(({ value }) => isTree(value) && COMPARED.some((key) => key in value));
function comparedReasons(sub, sup, key) {
    const own = keyword_gather(sub, key);
    return keyword_gather(sup, key).flatMap((wanted) => {
        // Nothing is forbidden by these two when they let everything in.
        if (wanted.value === true || own.some((each) => sameSchema(each, wanted)))
            return [];
        const hit = key === 'not' ? forbidden(wanted, sub) : undefined;
        if (hit === 'none')
            return [];
        if (hit === 'all')
            return [{ kind: 'type', given: wordsOfTypes(sub), wanted: `not ${textOf(wanted, 'type')}`, sup: wanted }];
        const [first] = own;
        const given = first === undefined ? `without "${key}"` : `with another "${key}"`;
        return [{ kind: 'keyword', given, wanted: `as "${key}" says`, sup: wanted, ...(first !== undefined && { sub: first }) }];
    });
}
/** What `not` forbids where it forbids a type alone: the types of the one side tell whether it holds that at all. */
function forbidden(wanted, { types }) {
    const type = textOf(wanted, 'type');
    if (type === undefined || !isTree(wanted.value) || Object.keys(wanted.value).length > 1)
        return undefined;
    const within = (each) => each === type || (each === 'integer' && type === 'number');
    if ([...types].every(within))
        return 'all';
    return [...types].some((each) => within(each) || (each === 'number' && type === 'integer')) ? undefined : 'none';
}
/** Compositions that were too many to take apart. */
function opaqueReasons({ alternative: sub }, { alternative: sup }) {
    return sup.opaque.flatMap((wanted) => sub.opaque.some((each) => sameSchema(each, wanted))
        ? []
        : [{ kind: 'keyword', given: 'composed otherwise', wanted: 'composed as the schema says', sup: wanted }]);
}
function discriminatorReasons(sub, sup) {
    const [inner] = keyword_gather(sub, 'discriminator');
    const [outer] = keyword_gather(sup, 'discriminator');
    if (inner === undefined || outer === undefined)
        return [];
    const [given, wanted] = [textOf(inner, 'propertyName') ?? inner.value, textOf(outer, 'propertyName') ?? outer.value];
    if (given !== wanted)
        return [
            {
                kind: 'discriminator',
                given: `told apart by ${String(given)}`,
                wanted: `told apart by ${String(wanted)}`,
                sub: inner,
                sup: outer,
            },
        ];
    const [names, known] = [child(inner, 'mapping'), child(outer, 'mapping')];
    if (names === undefined || known === undefined)
        return [];
    return children(names).flatMap(([name, node]) => {
        const other = child(known, name);
        const last = (value) => String(value).split('/').at(-1);
        if (other !== undefined && last(other.value) === last(node.value))
            return [];
        const meant = other === undefined ? 'nothing' : String(other.value);
        return [
            {
                kind: 'discriminator',
                given: `"${name}" for ${String(node.value)}`,
                wanted: `"${name}" for ${meant}`,
                sub: node,
                sup: other ?? known,
            },
        ];
    });
}
/** Why one shape is not within another by keywords that are compared as they are written. */
function keywordReasons(sub, sup) {
    return [
        ...(holdsAny(sup) ? COMPARED.flatMap((key) => comparedReasons(sub, sup, key)) : []),
        ...opaqueReasons(sub, sup),
        ...discriminatorReasons(sub, sup),
    ];
}

;// CONCATENATED MODULE: ../openapi/lib/schema/alternatives.js

/** More ways than these are compared as they are written. */
const LIMIT = 64;
const COMPOSITIONS = ['allOf', 'anyOf', 'oneOf'];
const NULL = { type: 'null' };
const ANYTHING = { atoms: [], branches: [], opaque: [] };
const only = (atom) => ({ ...ANYTHING, atoms: [atom] });
function product(left, right) {
    return left.flatMap((a) => right.map((b) => ({
        atoms: [...a.atoms, ...b.atoms],
        branches: [...a.branches, ...b.branches],
        opaque: [...a.opaque, ...b.opaque],
    })));
}
function union(node, keyword, open) {
    return children(child(node, keyword)).flatMap(([, branch]) => expand(branch, open).map((way) => ({ ...way, branches: [branch, ...way.branches] })));
}
/** Before 3.1, `nullable` beside a composition lets null in, whatever the composition says. */
function withNull(node, ways) {
    const { documents, value } = node;
    if (!isTree(value) || documents.version === '3.1' || documents.version === '3.2')
        return ways;
    const nullable = value['nullable'] === true || value['x-nullable'] === true;
    const composed = ['allOf', 'anyOf', 'oneOf'].some((keyword) => keyword in value);
    return nullable && composed ? [...ways, only({ ...node, value: NULL })] : ways;
}
/** The ways to meet a schema. `open` holds what is being expanded, so that a schema that refers to itself ends. */
function expand(node, open) {
    if (!isTree(node.value))
        return node.value === false ? [only(node)] : [ANYTHING];
    if (open.has(node.value))
        return [ANYTHING];
    const within = new Set([...open, node.value]);
    if (referenceAt(node) !== undefined) {
        const to = resolve(node);
        const reached = to === node ? [ANYTHING] : expand(to, within);
        const alone = /^[23]\.0$/.test(node.documents.version) || Object.keys(node.value).length === 1;
        return alone ? reached : product([only(node)], reached);
    }
    let ways = [only(node)];
    if (!COMPOSITIONS.some((keyword) => keyword in node.value))
        return ways;
    for (const [, part] of children(child(node, 'allOf')))
        ways = bounded(ways, expand(part, within), part);
    for (const keyword of ['anyOf', 'oneOf']) {
        const branches = union(node, keyword, within);
        if (branches.length > 0)
            ways = bounded(ways, branches, node);
    }
    return withNull(node, ways);
}
function bounded(ways, more, whole) {
    if (ways.length * more.length <= LIMIT)
        return product(ways, more);
    return ways.map((way) => ({ ...way, opaque: [...way.opaque, whole] }));
}
/** What was expanded once: a schema is part of many comparisons, and never changes. */
const expanded = new WeakMap();
function expandOnce(schema) {
    if (!isTree(schema.value))
        return expand(schema, new Set());
    const known = expanded.get(schema.value) ?? expand(schema, new Set()).map(distinct);
    expanded.set(schema.value, known);
    return known;
}
const distinct = (way) => way.atoms.length < 2 ? way : { ...way, atoms: [...new Map(way.atoms.map((atom) => [atom.value, atom])).values()] };
/** The ways to meet all schemas of a list. */
function alternatives(schemas) {
    const [only] = schemas;
    if (schemas.length === 1 && only !== undefined)
        return expandOnce(only);
    let ways = [ANYTHING];
    for (const schema of schemas)
        ways = bounded(ways, expandOnce(schema), schema);
    return ways.map(distinct);
}

;// CONCATENATED MODULE: ../openapi/lib/inclusion/object.js




/** Whether a property has no part in a direction: what is read only is never sent, what is write only never answered. */
function isHidden(schemas, view) {
    const flag = view === 'request' ? 'readOnly' : 'writeOnly';
    return alternatives(schemas).some(({ atoms }) => atoms.some((atom) => child(atom, flag)?.value === true));
}
function visible({ properties }, view) {
    const hidden = new Set();
    for (const [name, schemas] of properties)
        if (isHidden(schemas, view))
            hidden.add(name);
    return hidden.size === 0 ? properties : new Map([...properties].filter(([name]) => !hidden.has(name)));
}
function about(property, reason, at) {
    return { ...reason, property, ...at };
}
const placeOf = (schemas) => schemas?.[0];
/** What the wider side must have and the narrower does not promise. */
function requiredReasons({ sub, sup, subProperties, view }) {
    return [...sup.required].flatMap(([name, node]) => {
        const declared = sup.properties.get(name);
        if (declared !== undefined && isHidden(declared, view))
            return [];
        if (sub.required.has(name) && (subProperties.has(name) || !sub.properties.has(name)))
            return [];
        const own = placeOf(subProperties.get(name));
        const kind = own === undefined ? 'property-missing' : 'property-optional';
        const given = own === undefined ? 'is not there' : 'may be left out';
        const reason = reasonAt(kind, [sub, sup], [given, 'must be there'], ['properties', 'required']);
        return [about(name, reason, { sup: placeOf(declared) ?? node, ...(own !== undefined && { sub: own }) })];
    });
}
/** The schemas that hold for a property that the shape does not name; undefined where nothing is said, false for none. */
function unnamed({ patterned, additional }, name) {
    const fitting = patterned.filter(([pattern]) => matches(pattern, name) !== false).map(([, node]) => node);
    return fitting.length > 0 ? fitting : additional;
}
function sentProperty(name, schemas, sides) {
    const { sub, sup, supProperties, view } = sides;
    const own = supProperties.get(name);
    if (own !== undefined)
        return { step: name, sub: schemas, sup: own };
    const hidden = sup.properties.get(name);
    const rest = hidden === undefined ? unnamed(sup, name) : undefined;
    const at = { ...(placeOf(schemas) !== undefined && { sub: placeOf(schemas) }) };
    if (hidden !== undefined && view === 'answer') {
        const reason = reasonAt('property-forbidden', [sub, sup], ['is there', 'is only written, never answered'], ['properties']);
        return { reason: about(name, reason, hidden[0] === undefined ? at : { ...at, sup: hidden[0] }) };
    }
    // A description that lets answers hold more than it said before does no harm: readers pass over what they do not know.
    if (rest === false && view !== 'response') {
        const reason = reasonAt('property-forbidden', [sub, sup], ['may be there', 'must not be there'], ['additionalProperties', 'properties']);
        return { reason: about(name, reason, at) };
    }
    if (rest !== undefined && rest !== false && rest.length > 0)
        return { step: name, sub: schemas, sup: rest };
    if (view !== 'request' || rest !== undefined)
        return {};
    const reason = reasonAt('property-ignored', [sub, sup], ['may be there', 'nothing is made of it'], ['properties']);
    return { reason: about(name, reason, at) };
}
function droppedReasons({ sub, sup, subProperties, supProperties, view }) {
    if (view !== 'response')
        return [];
    return [...supProperties].flatMap(([name, schemas]) => {
        if (subProperties.has(name) || sup.required.has(name) || sub.required.has(name))
            return [];
        if (unnamed(sub, name))
            return [];
        const reason = reasonAt('property-dropped', [sub, sup], ['is not there', 'may be there'], ['properties']);
        const [place] = schemas;
        return [about(name, reason, place === undefined ? {} : { sup: place })];
    });
}
/** Properties that are not named on the narrower side, which says itself that there may be any. */
function additional({ sub, sup, supProperties, view }) {
    const relation = { reasons: [], edges: [] };
    if (sub.additional === undefined || sub.additional === false)
        return relation;
    const sides = [sub, sup];
    if (sup.additional === false && view === 'request')
        relation.reasons.push(reasonAt('additional-properties', sides, ['any others', 'no others'], ['additionalProperties']));
    if (sup.additional !== undefined && sup.additional !== false && sup.additional.length > 0)
        relation.edges.push({ step: '*', sub: sub.additional, sup: sup.additional });
    if (sub.additional.length === 0)
        return relation;
    for (const [name, schemas] of supProperties) {
        if (!sub.properties.has(name))
            relation.edges.push({ step: name, sub: sub.additional, sup: schemas });
    }
    return relation;
}
function patterned({ sub, sup }) {
    return sub.patterned.flatMap(([pattern, node]) => {
        const same = sup.patterned.filter(([other]) => other === pattern).map(([, schema]) => schema);
        return same.length === 0 ? [] : [{ step: `/${pattern}/`, sub: [node], sup: same }];
    });
}
/** How the objects of one shape relate to another's. An object is taken to hold what its schema names, and no more. */
function objectRelation(sub, sup, view) {
    const sides = { sub, sup, view, subProperties: visible(sub, view), supProperties: visible(sup, view) };
    const sent = [...sides.subProperties].map(([name, schemas]) => sentProperty(name, schemas, sides));
    const others = additional(sides);
    return {
        reasons: [
            ...requiredReasons(sides),
            ...sent.flatMap(({ reason }) => reason ?? []),
            ...droppedReasons(sides),
            ...others.reasons,
        ],
        edges: [
            ...sent.flatMap(({ step, sub: inner, sup: outer }) => step === undefined || inner === undefined || outer === undefined ? [] : [{ step, sub: inner, sup: outer }]),
            ...others.edges,
            ...patterned(sides),
        ],
    };
}

;// CONCATENATED MODULE: ../openapi/lib/inclusion/reason.js
/** Kinds that tell of a loss without any value being wrong. */
const HARMLESS = new Set(['property-ignored', 'property-dropped', 'unproven']);
/** Whether a reason means that some value is wrong. */
const isWrong = ({ kind }) => !HARMLESS.has(kind);

;// CONCATENATED MODULE: ../openapi/lib/inclusion/scalar.js





function typeReasons(sub, sup) {
    const has = (type) => sup.types.has(type) || (type === 'integer' && sup.types.has('number'));
    const extra = [...sub.types].filter((type) => !has(type));
    const sides = [sub, sup];
    return [
        ...(extra.includes('null') ? [reasonAt('null', sides, ['null', wordsOfTypes(sup)], ['type', 'nullable'])] : []),
        ...(extra.some((type) => type !== 'null') ? [reasonAt('type', sides, [wordsOfTypes(sub), wordsOfTypes(sup)], ['type'])] : []),
    ];
}
function patternReasons(sub, sup) {
    const own = textsOf(sub, 'pattern').map(({ text }) => text);
    return textsOf(sup, 'pattern')
        .filter(({ text }) => !own.includes(text) && !['', '.*', '^.*$'].includes(text))
        .map(({ text }) => {
        const given = own.length === 0 ? 'any text' : `like ${own.join(' and ')}`;
        return reasonAt('pattern', [sub, sup], [given, `like ${text}`], ['pattern']);
    });
}
function scalar_formatReasons(sub, sup) {
    const own = textsOf(sub, 'format').map(({ text }) => text);
    return textsOf(sup, 'format')
        .filter(({ text }) => !own.some((each) => formatWithin(each, text)))
        .map(({ text }) => {
        const given = own.length === 0 ? 'of no format' : `of the format ${own.join(' and ')}`;
        return reasonAt('format', [sub, sup], [given, `of the format ${text}`], ['format']);
    });
}
/** An open set of values within a listed one: only true and false can be written out. */
function listReasons(sub, sup) {
    if (sup.values === undefined)
        return [];
    const boolean = [...sub.types].every((type) => type === 'boolean' || type === 'null');
    const has = (value) => sup.values?.some((each) => each.value === value) ?? false;
    if (boolean && [true, false].every(has) && (!sub.types.has('null') || has(null)))
        return [];
    const wanted = `one of ${sup.values
        .slice(0, 12)
        .map((each) => shown(each.value))
        .join(', ')}`;
    return [reasonAt('enum', [sub, sup], [`any ${wordsOfTypes(sub)}`, wanted], ['enum', 'const'])];
}
/** Why the values of one shape, each taken as a whole, are not within another: types, lists, limits, patterns, formats. */
function scalarReasons(sub, sup) {
    if (sub.values !== undefined)
        return sub.values.flatMap((listed) => valueReasons(listed, sub, sup));
    const types = typeReasons(sub, sup);
    const common = [...sub.types].some((type) => sup.types.has(type) || (type === 'integer' && sup.types.has('number')));
    if (!common)
        return types;
    const text = sub.types.has('string') && sup.types.has('string');
    return [
        ...types,
        ...listReasons(sub, sup),
        ...limitReasons(sub, sup),
        ...(text ? patternReasons(sub, sup) : []),
        ...scalar_formatReasons(sub, sup),
    ];
}

;// CONCATENATED MODULE: ../openapi/lib/inclusion/union.js




/** The ways to meet all of some schemas; those that no value can go are left out. */
const ways = (schemas) => alternatives(schemas)
    .map(shapeOf)
    .filter(({ types }) => types.size > 0);
/** What people call a branch: the schema that it refers to, or its title. */
function nameOf({ alternative }) {
    const [branch] = alternative.branches;
    return branch === undefined ? undefined : (textOf(branch, '$ref')?.split('/').at(-1) ?? textOf(branch, 'title'));
}
/** One piece a type and value, so that what several alternatives hold together is found in them one by one. */
function pieces(shape) {
    if (shape.values !== undefined)
        return shape.values.map((listed) => ({ ...shape, values: [listed] }));
    return shape.types.size <= 1 ? [shape] : [...shape.types].map((type) => ({ ...shape, types: new Set([type]) }));
}
/** The reason that a piece is in none of the alternatives. */
function unionReason(sub, sups) {
    const place = sub.alternative.branches[0] ?? sub.alternative.atoms[0];
    const [other] = sups.flatMap(({ alternative }) => alternative.branches[0]?.parent ?? alternative.atoms);
    const wanted = new Set(sups.map((each) => nameOf(each) ?? wordsOfTypes(each)));
    return {
        kind: sub.types.size === 1 && sub.types.has('null') ? 'null' : 'alternative',
        given: nameOf(sub) ?? wordsOfTypes(sub),
        wanted: [...wanted].join(' or ') || 'nothing',
        ...(place !== undefined && { sub: place }),
        ...(other !== undefined && { sup: other }),
    };
}
/**
 * The alternative that a piece which is in none of them was most likely meant for; undefined when it is none.
 *
 * The one of the same name, else the only one of its type, else the one that stands at its place.
 */
function meant(sub, index, sups) {
    const name = nameOf(sub);
    const named = name === undefined ? -1 : sups.findIndex((sup) => nameOf(sup) === name);
    if (named >= 0)
        return named;
    const kin = sups.flatMap(({ types }, at) => ([...sub.types].some((type) => types.has(type)) ? [at] : []));
    if (kin.length === 1)
        return kin[0];
    return name === undefined && kin.includes(index) ? index : undefined;
}

;// CONCATENATED MODULE: ../openapi/lib/inclusion/inclusion.js






function pathTo(reached, property) {
    const path = property === undefined ? [] : [property];
    for (let at = reached; at !== undefined; at = at.from)
        if (at.step !== undefined)
            path.unshift(at.step);
    return path;
}
/**
 * Judges whether all values of one schema are values of another.
 *
 * It remembers what it finds of a pair of schemas, so that schemas that hold themselves come to an end and schemas that many
 * operations use are compared once. It errs on one side: keywords whose sets are not reasoned about, such as `not`, must be
 * written alike, and of `oneOf` that no two branches hold at once is not looked at.
 */
class Inclusion {
    #view;
    #ids = new Map();
    #relations = new Map();
    #spotless = new Set();
    #below = new Map();
    #next = 0;
    constructor(view) {
        this.#view = view;
    }
    /** Every reason why values of `sub` are none of `sup`; none when all of them are. */
    reasons(sub, sup) {
        const root = this.#relate({ sub, sup });
        if (this.#spotless.has(root))
            return [];
        const found = this.#search(root);
        if (found.length === 0)
            this.#markSpotless(root);
        return found;
    }
    #idOf({ value }) {
        if (typeof value !== 'object' || value === null)
            return String(value);
        const known = this.#ids.get(value) ?? this.#next++;
        this.#ids.set(value, known);
        return String(known);
    }
    #under(edge) {
        const known = this.#below.get(edge) ?? this.#relate(edge);
        this.#below.set(edge, known);
        return known;
    }
    #keyOf(schemas) {
        const [only] = schemas;
        if (schemas.length === 1 && only !== undefined)
            return this.#idOf(only);
        return [...new Set(schemas.map((each) => this.#idOf(each)))].sort().join(',');
    }
    #relate({ sub, sup }) {
        const key = `${this.#keyOf(sub)}<${this.#keyOf(sup)}`;
        const known = this.#relations.get(key);
        if (known !== undefined)
            return known;
        // Remembered before it is filled: a pair that leads back to itself holds as long as nothing else speaks against it.
        const relation = { reasons: [], edges: [] };
        this.#relations.set(key, relation);
        const [subs, sups] = [ways(sub), ways(sup)];
        const [single] = sups;
        const one = sups.length === 1 && single !== undefined;
        for (const { reasons, edges } of one ? subs.map((each) => this.#shapes(each, single)) : this.#among(subs, sups)) {
            relation.reasons.push(...reasons);
            relation.edges.push(...edges);
        }
        return relation;
    }
    #shapes(sub, sup) {
        const both = (type) => sub.values === undefined && sub.types.has(type) && sup.types.has(type);
        const objects = both('object') ? objectRelation(sub, sup, this.#view) : undefined;
        const arrays = both('array') ? arrayRelation(sub, sup) : undefined;
        return {
            reasons: [...scalarReasons(sub, sup), ...(objects?.reasons ?? []), ...(arrays?.reasons ?? []), ...this.#keywords(sub, sup)],
            edges: [...(objects?.edges ?? []), ...(arrays?.edges ?? [])],
        };
    }
    /** A value that was seen is not written alike, or otherwise: what it is by these keywords cannot be told. */
    #keywords(sub, sup) {
        const reasons = keywordReasons(sub, sup);
        if (this.#view !== 'answer')
            return reasons;
        return reasons.map((reason) => (reason.kind === 'keyword' ? { ...reason, kind: 'unproven' } : reason));
    }
    /** Each piece of the one union beside the alternative of the other that it fits best. */
    #among(subs, sups) {
        const parts = subs.flatMap((sub, index) => pieces(sub).map((piece) => ({ piece, index })));
        return parts.map(({ piece, index }) => {
            const tried = sups.map((sup) => this.#shapes(piece, sup));
            const grades = tried.map((relation) => this.#grade(relation));
            const best = Math.max(...grades);
            const at = best > 0 ? grades.indexOf(best) : meant(piece, index, sups);
            return tried[at ?? -1] ?? { reasons: [unionReason(piece, sups)], edges: [] };
        });
    }
    /** How well one shape is within another: 2 without a word, 1 without a wrong value, 0 not. */
    #grade(relation) {
        const found = this.#search(relation);
        if (found.some(({ reason }) => isWrong(reason)))
            return 0;
        return found.length === 0 ? 2 : 1;
    }
    /** Every reason that can be reached, the nearest path to each; without recursion, for schemas may be chained for long. */
    #search(root) {
        const found = [];
        const seen = new Set([root]);
        const open = [{ relation: root }];
        for (const at of open) {
            for (const reason of at.relation.reasons)
                found.push({ reason, path: pathTo(at, reason.property) });
            for (const edge of at.relation.edges) {
                const relation = this.#under(edge);
                if (seen.has(relation) || this.#spotless.has(relation))
                    continue;
                seen.add(relation);
                open.push({ relation, from: at, step: edge.step });
            }
        }
        return found;
    }
    #markSpotless(root) {
        const seen = new Set([root]);
        for (const relation of seen) {
            this.#spotless.add(relation);
            for (const edge of relation.edges) {
                const next = this.#under(edge);
                if (!this.#spotless.has(next))
                    seen.add(next);
            }
        }
    }
}

;// CONCATENATED MODULE: ../openapi/lib/api/api.js
/** An operation's name as people say it: `POST /charge`. */
const api_nameOf = ({ method, path }) => `${method} ${path}`;

;// CONCATENATED MODULE: ../contract/lib/rules.js
/** Names that `Matcher` knows; a contract that uses another cannot be judged, and says so. */
const MATCHERS = [
    'type',
    'regex',
    'include',
    'statusCode',
    'equality',
    'integer',
    'decimal',
    'number',
    'boolean',
    'null',
    'notEmpty',
    'semver',
    'date',
    'time',
    'datetime',
    'timestamp',
    'contentType',
    'values',
    'arrayContains',
    'eachKey',
    'eachValue',
];
/** The answers' statuses that a name of the `statusCode` matcher stands for. */
const STATUS_CLASSES = {
    info: [100, 199],
    success: [200, 299],
    redirect: [300, 399],
    clientError: [400, 499],
    serverError: [500, 599],
    nonError: [100, 399],
    error: [400, 599],
};
const STEP = /\.([^.[\]]+)|\[(\d+|\*)\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]/g;
/** Whether `parsePath` understands all of an expression: a filter that is left out would judge something else. */
function isWholePath(expression) {
    return expression.replace(/^\$/, '').replaceAll(STEP, '') === '';
}
/**
 * Splits a path expression (`$.items[*].name`, `$['card token']`) into steps, without the root.
 *
 * The grammar is Pact's own subset of JSONPath: names, indices and the wildcard.
 */
function parsePath(expression) {
    return [...expression.replace(/^\$/, '').matchAll(STEP)].map(([, name, index, single, double]) => name ?? index ?? single ?? double ?? '');
}
/** How well an expression names a path: 2 for a step by name, 1 for a wildcard, multiplied; 0 when it does not. */
function weight(tokens, path) {
    if (tokens.length > path.length)
        return 0;
    return tokens.reduce((product, token, index) => product * (token === path[index] ? 2 : token === '*' ? 1 : 0), 1);
}
const CASCADES = new Set(['type', 'equality', 'notEmpty']);
/**
 * The rule that holds at a path: the one of greatest weight, the longer expression on a tie.
 *
 * A rule on a parent holds for its children too when it is about type, filling or equality; a minimum or maximum stays
 * behind.
 */
function ruleAt(rules, path) {
    const candidates = rules
        .map((rule) => ({ rule, score: weight(rule.tokens, path), exact: rule.tokens.length === path.length }))
        .filter(({ score, exact, rule }) => score > 0 && (exact || rule.matchers.every(({ match }) => CASCADES.has(match))))
        .sort((a, b) => b.score - a.score || b.rule.tokens.length - a.rule.tokens.length);
    const [best] = candidates;
    if (best === undefined || best.exact)
        return best?.rule;
    return {
        ...best.rule,
        matchers: best.rule.matchers.map((matcher) => (matcher.match === 'type' ? { match: 'type' } : matcher)),
    };
}

;// CONCATENATED MODULE: ../openapi/lib/change/anchor.js


/** The last line of what a node holds, as far as its keys tell. */
function lastOf(node) {
    const last = children(node).at(-1)?.[1];
    return last === undefined ? node : lastOf(last);
}
/** The counterpart of a neighbour in the new description. */
function counterpart(neighbour, parent) {
    if (!Array.isArray(parent.value))
        return neighbour.key === undefined ? undefined : child(parent, neighbour.key);
    const name = isTree(neighbour.value) ? neighbour.value['name'] : undefined;
    return children(parent)
        .map(([, each]) => each)
        .find((each) => isTree(each.value) && name !== undefined ? each.value['name'] === name : equal(each.value, neighbour.value));
}
/**
 * The line of the new description beside which something is gone.
 *
 * A review shows a few lines around each change, so it is what follows the last neighbour before it that is still there, be
 * that new or kept; else the end of that neighbour, else what both are in.
 */
function anchor_anchor(gone, parent) {
    const neighbours = gone.parent === undefined ? [] : children(gone.parent).map(([, each]) => each);
    const at = neighbours.findIndex(({ key }) => key === gone.key);
    const before = neighbours
        .slice(0, Math.max(0, at))
        .reverse()
        .map((each) => counterpart(each, parent))
        .find((each) => each !== undefined);
    const present = children(parent).map(([, each]) => each);
    const next = present[before === undefined ? 0 : present.findIndex(({ key }) => key === before.key) + 1];
    return locate(next ?? (before === undefined ? parent : lastOf(before)));
}

;// CONCATENATED MODULE: ../openapi/lib/change/comparison.js

/** Starts a comparison. */
function comparison(base, head, now) {
    return { base, head, now, request: new Inclusion('request'), response: new Inclusion('response') };
}
/** Who writes the values on a side of an operation: on the request side the consumer, unless it is a callback. */
function writerOf({ reversed }, side) {
    if (!reversed)
        return side;
    return side === 'request' ? 'response' : 'request';
}

;// CONCATENATED MODULE: ../openapi/lib/change/fingerprint.js
const PRIME = 0x100000001b3n;
const BASIS = 0xcbf29ce484222325n;
/** Twelve hexadecimal digits for some words: the 64-bit FNV-1a hash of their UTF-8 bytes, cut. It keeps no secret. */
function fingerprintOf(words) {
    let hash = BASIS;
    for (const byte of new TextEncoder().encode(words.map((word) => word ?? '').join('\n'))) {
        hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
    }
    return hash.toString(16).padStart(16, '0').slice(0, 12);
}

;// CONCATENATED MODULE: ../openapi/lib/change/change.js


/** Gives a finding its places and its fingerprint. */
function changeOf({ rule, severity, spot, message, base, head }) {
    const there = head === undefined || 'documents' in head ? head && locate(head) : head;
    return {
        rule,
        severity,
        spot,
        message,
        fingerprint: fingerprintOf([rule, spot.operation, spot.side, spot.status, spot.media, spot.part, ...spot.path, message]),
        ...(base !== undefined && { base: locate(base) }),
        ...(there !== undefined && { head: there }),
    };
}
/** A spot as people name it: `transaction_id in the answer 201 to POST /charge`. */
function wordsOf({ operation, side, status, part, path }) {
    const shown = path.length > 8 ? [...path.slice(0, 3), '…', ...path.slice(-3)] : path;
    const steps = shown.join('.').replaceAll('.[', '[');
    const [place, ...name] = part.split(' ');
    const carrier = name.length === 0 ? '' : `the ${place === 'header' ? 'header' : `${place} parameter`} ${name.join(' ')}`;
    const subject = [steps, carrier].filter((each) => each !== '').join(' in ');
    const whole = subject === '' ? 'the body' : subject;
    if (side === 'operation')
        return operation;
    return side === 'request'
        ? `${whole} of the request ${operation}`
        : `${whole} in the answer ${status ?? ''} to ${operation}`.replace('  ', ' ');
}

;// CONCATENATED MODULE: ../openapi/lib/change/schema.js




/** What each reason is called when the consumer writes the values. */
const REQUEST = {
    'property-missing': ['request-property-added-required', 'is now required, and was not known'],
    'property-optional': ['request-property-became-required', 'is now required, and could be left out'],
    'property-forbidden': ['request-property-forbidden', 'must no longer be sent'],
    'property-ignored': ['request-property-removed', 'is no longer known; what is sent is passed over'],
};
/** What each reason is called when the provider writes them. */
const RESPONSE = {
    'property-missing': ['response-property-removed', 'is gone'],
    'property-optional': ['response-property-became-optional', 'may now be missing, and was always there'],
    'property-dropped': ['response-optional-property-removed', 'is gone; it could be missing before'],
};
function named(direction, { kind, given, wanted }) {
    const own = (direction === 'request' ? REQUEST : RESPONSE)[kind];
    if (own !== undefined)
        return own;
    return direction === 'request'
        ? [`request-${kind}-narrowed`, `must now be ${wanted}, and could be ${given}`]
        : [`response-${kind}-widened`, `may now be ${given}, and was ${wanted}`];
}
function severityOf({ kind, sub, sup }) {
    if (kind === 'pattern' && sub?.key === 'pattern' && sup?.key === 'pattern')
        return 'warning';
    return isWrong({ kind }) ? 'error' : 'warning';
}
/** A place of the new description for what may have been lost there. */
function headOf(base, head) {
    if (base === undefined || head === undefined || base.key === head.key)
        return head;
    // The new side is the schema or its "properties" when the keyword itself is gone from it.
    const gone = base.parent !== undefined && base.key !== undefined && child(head, base.key) === undefined;
    return gone && typeof base.parent?.value === typeof head.value ? anchor_anchor(base, head) : head;
}
/** What the comparison of two schemas found, as changes of what is sent or answered. */
function schemaFindings(direction, spot, found) {
    return found.map(({ path, reason }) => {
        const [rule, words] = named(direction, reason);
        const where = { ...spot, path };
        const [base, head] = direction === 'request' ? [reason.sub, reason.sup] : [reason.sup, reason.sub];
        const message = `${wordsOf(where)} ${words}`;
        return { rule, severity: severityOf(reason), spot: where, message, base, head: headOf(base, head) };
    });
}

;// CONCATENATED MODULE: ../openapi/lib/change/media.js



/** Whether a range such as `application/*` holds a media type; parameters that a range names must be there. */
function accepts(range, type) {
    const [[left = '', ...wanted], [right = '', ...given]] = [range.split(';'), type.split(';')];
    const [a, b] = [left.split('/'), right.split('/')];
    const essence = left === '*/*' || left === '*' || (a[0] === b[0] && (a[1] === '*' || a[1] === b[1]));
    return essence && wanted.every((parameter) => given.includes(parameter));
}
/** Compares schemas of which the writer of the values is known. */
function compareSchemas(comparison, writer, spot, base, head) {
    const [before, after] = [base, head].map((schema) => (schema === undefined ? [] : [schema]));
    const found = writer === 'request' ? comparison.request.reasons(before, after) : comparison.response.reasons(after, before);
    return schemaFindings(writer, spot, spot.part === 'body' ? found : found.filter((each) => !isTextAnyway(each)));
}
/** Parameters and headers are written as text, so a number or a boolean is a text as well. */
function isTextAnyway({ reason }) {
    return reason.kind === 'type' && /\bstring\b/.test(reason.wanted) && !/object|array/.test(reason.given);
}
/** Compares the media types of a body: each of before must still be there, with a schema that fits. */
function compareMedia(comparison, writer, spot, sides) {
    const [before, after] = sides;
    const [first] = after;
    const matched = before.flatMap((base) => {
        const head = after.find(({ type }) => type === base.type) ?? after.find(({ type }) => accepts(type, base.type));
        const at = { ...spot, media: base.type };
        if (head !== undefined)
            return compareSchemas(comparison, writer, at, base.schema, head.schema);
        const message = `${wordsOf(spot)} can no longer be ${base.type}`;
        const parent = first?.at.parent;
        return [
            {
                rule: `${spot.side}-media-type-removed`,
                severity: 'error',
                spot: at,
                message,
                base: base.at,
                head: parent === undefined ? first?.at : anchor_anchor(base.at, parent),
            },
        ];
    });
    const added = after.filter(({ type }) => !before.some((base) => base.type === type));
    return [
        ...matched,
        ...added.map(({ type, at }) => {
            const message = `${wordsOf(spot)} can now be ${type}`;
            return {
                rule: `${spot.side}-media-type-added`,
                severity: 'info',
                spot: { ...spot, media: type },
                message,
                base: undefined,
                head: at,
            };
        }),
    ];
}

;// CONCATENATED MODULE: ../openapi/lib/change/response.js




/** The answer of a description that a status falls under: its own, its range's, or the default. */
function responseFor(responses, status) {
    const named = (wanted) => responses.find((each) => each.status === wanted);
    return named(status) ?? named(`${status[0]}XX`) ?? named('default');
}
const isSuccess = (status) => status.startsWith('2');
function headerFindings(comparison, pair, base, head) {
    const writer = writerOf(pair, 'response');
    return base.headers.flatMap((header) => {
        const spot = { operation: pair.name, side: 'response', status: base.status, part: `header ${header.name}`, path: [] };
        const words = `the header ${header.name} in the answer ${base.status} to ${pair.name}`;
        const other = head.headers.find(({ name }) => name === header.name);
        if (other === undefined) {
            const rule = header.required ? 'response-header-removed' : 'response-optional-header-removed';
            const parent = child(head.at, 'headers') ?? head.at;
            return [
                {
                    rule,
                    severity: header.required ? 'error' : 'warning',
                    spot,
                    message: `${words} is gone`,
                    base: header.at,
                    head: anchor_anchor(header.at, parent),
                },
            ];
        }
        const optional = header.required && !other.required && writer === 'response';
        const message = `${words} may now be missing, and was always there`;
        return [
            ...(optional
                ? [
                    {
                        rule: 'response-header-became-optional',
                        severity: 'error',
                        spot,
                        message,
                        base: header.at,
                        head: other.at,
                    },
                ]
                : []),
            ...compareSchemas(comparison, writer, spot, header.schema, other.schema),
        ];
    });
}
function removed(pair, base) {
    const { name, head } = pair;
    const success = isSuccess(base.status);
    const parent = child(head.at, 'responses') ?? head.at;
    return {
        rule: success ? 'response-success-status-removed' : 'response-status-removed',
        severity: success ? 'error' : 'info',
        spot: { operation: name, side: 'response', status: base.status, part: 'status', path: [] },
        message: `${name} no longer answers ${base.status}`,
        base: base.at,
        head: anchor_anchor(base.at, parent),
    };
}
function compared(comparison, pair, base, head) {
    const spot = { operation: pair.name, side: 'response', status: base.status, part: 'body', path: [] };
    const writer = writerOf(pair, 'response');
    const [first] = base.media;
    const lost = first !== undefined && head.media.length === 0 && writer === 'response'
        ? [
            {
                rule: 'response-body-removed',
                severity: 'error',
                spot,
                message: `the answer ${base.status} to ${pair.name} no longer has a body`,
                base: first.at,
                head: head.at,
            },
        ]
        : [];
    return [
        ...lost,
        ...compareMedia(comparison, writer, spot, [base.media, head.media]),
        ...headerFindings(comparison, pair, base, head),
    ];
}
/** Compares what an operation answers. */
function responseFindings(comparison, pair) {
    const { base, head, name } = pair;
    const kept = base.responses.flatMap((response) => {
        const other = responseFor(head.responses, response.status);
        return other === undefined ? [removed(pair, response)] : compared(comparison, pair, response, other);
    });
    const added = head.responses.filter(({ status }) => !base.responses.some((each) => each.status === status));
    return [
        ...kept,
        ...added.map(({ status, at }) => {
            const spot = { operation: name, side: 'response', status, part: 'status', path: [] };
            return {
                rule: 'response-status-added',
                severity: 'info',
                spot,
                message: `${name} can now answer ${status}`,
                base: base.at,
                head: at,
            };
        }),
    ];
}

;// CONCATENATED MODULE: ../openapi/lib/api/media.js

/** A media type without what does not tell types apart: case, blanks and the charset. */
function normaliseType(type) {
    const [essence = '', ...parameters] = type.split(';').map((part) => part.trim().toLowerCase());
    return [essence, ...parameters.filter((part) => part !== '' && !part.startsWith('charset='))].join(';');
}
/** The media types of a `content` object. */
function readContent(content) {
    return children(content).map(([type, node]) => {
        const at = resolve(node);
        const schema = child(at, 'schema') ?? child(at, 'itemSchema');
        return { type: normaliseType(type), at: node, ...(schema !== undefined && { schema }) };
    });
}
/** The media types that Swagger 2.0 lists beside a body; what is listed at the operation replaces the description's list. */
function readListed(key, operation, root) {
    const own = child(operation, key) ?? child(root, key);
    return children(own).flatMap(([, node]) => (typeof node.value === 'string' ? [node] : []));
}
/** The media of a body of Swagger 2.0: one schema under every listed type. */
function mediaOf(schema, listed, at) {
    if (schema === undefined)
        return [];
    if (listed.length === 0)
        return [{ type: '*/*', schema, at }];
    return listed.map((node) => ({ type: normaliseType(String(node.value)), schema, at: node }));
}
/** The schema that the form fields of Swagger 2.0 come to. */
function formSchema(fields, operation) {
    const named = fields.map((field) => [String(child(field, 'name')?.value), field.value]);
    const required = fields.filter((field) => child(field, 'required')?.value === true);
    const value = {
        type: 'object',
        properties: Object.fromEntries(named),
        ...(required.length > 0 && { required: required.map((field) => child(field, 'name')?.value) }),
    };
    const parameters = child(operation, 'parameters');
    return { ...(parameters ?? operation), value };
}
/** The servers' paths, of which a host in front and a trailing slash are no part. */
function basePathsOf(...levels) {
    const servers = levels
        .map((level) => (level === undefined ? undefined : child(level, 'servers')))
        .find((node) => children(node).length > 0);
    const paths = children(servers).map(([, server]) => pathOfUrl(withDefaults(server)));
    return paths.length === 0 ? [''] : [...new Set(paths)];
}
function withDefaults(server) {
    const url = String(child(server, 'url')?.value ?? '');
    return url.replace(/\{([^}]+)\}/g, (whole, name) => {
        const preset = descend(server, ['variables', name, 'default'])?.value;
        return preset === undefined ? whole : String(preset);
    });
}
function pathOfUrl(url) {
    const path = url.replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/]*/i, '').replace(/[?#].*$/, '');
    return path.replace(/\/+$/, '').replace(/^(?=[^/])/, '/');
}
/** The base path of Swagger 2.0. */
function swaggerBasePath(root) {
    const path = child(root, 'basePath')?.value;
    return [typeof path === 'string' ? pathOfUrl(path) : ''];
}

;// CONCATENATED MODULE: ../contract/lib/temporal.js
/**
 * Dates and times by the formats of contracts, which are those of Java's DateTimeFormatter.
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/time/format/DateTimeFormatter.html
 */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONG_MONTHS = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
];
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const LONG_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** What a format without a format stands for. */
const DEFAULT_FORMATS = { date: 'yyyy-MM-dd', time: 'HH:mm:ss', datetime: "yyyy-MM-dd'T'HH:mm:ssXXX" };
const within = (from, to) => (text) => Number(text) >= from && Number(text) <= to;
const number = (from, to) => ({ pattern: '\\d{1,2}', fits: within(from, to) });
const names = (list) => ({ pattern: list.join('|') });
const ZONE_OFFSETS = {
    X: 'Z|[+-]\\d{2}(?:\\d{2})?',
    XX: 'Z|[+-]\\d{4}',
    XXX: 'Z|[+-]\\d{2}:\\d{2}',
    x: '[+-]\\d{2}(?:\\d{2})?',
    xx: '[+-]\\d{4}',
    xxx: '[+-]\\d{2}:\\d{2}',
    Z: '[+-]\\d{4}',
    ZZ: '[+-]\\d{4}',
    ZZZ: '[+-]\\d{4}',
    ZZZZ: 'GMT(?:[+-]\\d{2}:\\d{2})?',
    ZZZZZ: 'Z|[+-]\\d{2}:\\d{2}',
};
const FIELDS = {
    y: (count) => ({ pattern: count === 2 ? '\\d{2}' : '\\d{1,9}' }),
    u: (count) => ({ pattern: count === 2 ? '\\d{2}' : '\\d{1,9}' }),
    M: (count) => (count >= 4 ? names(LONG_MONTHS) : count === 3 ? names(MONTHS) : number(1, 12)),
    L: (count) => FIELDS['M']?.(count),
    d: () => number(1, 31),
    D: () => ({ pattern: '\\d{1,3}', fits: within(1, 366) }),
    E: (count) => names(count >= 4 ? LONG_DAYS : DAYS),
    e: () => ({ pattern: '[1-7]' }),
    w: () => number(1, 53),
    a: () => ({ pattern: 'AM|PM' }),
    H: () => number(0, 23),
    k: () => number(1, 24),
    K: () => number(0, 11),
    h: () => number(1, 12),
    m: () => number(0, 59),
    // A leap second is a second.
    s: () => number(0, 60),
    S: () => ({ pattern: '\\d{1,9}' }),
    n: () => ({ pattern: '\\d{1,9}' }),
    G: () => ({ pattern: 'AD|BC' }),
    z: () => ({ pattern: '[A-Za-z]+(?:/[A-Za-z_]+)*' }),
    V: () => ({ pattern: '[A-Za-z]+(?:/[A-Za-z_]+)*' }),
};
function fieldOf(letters) {
    const offset = ZONE_OFFSETS[letters];
    return offset === undefined ? FIELDS[letters.charAt(0)]?.(letters.length) : { pattern: offset };
}
const quote = (text) => text.replace(/[$()*+.?[\\\]^{|}/-]/g, '\\$&');
/** Whether a text is written as a format says, as a pattern of linear time; that the day exists it cannot say. */
function temporalPattern(format) {
    return `(?i)${temporal_compile(format)?.pattern.source ?? ''}`;
}
/** A format as a pattern with one group a field; undefined when it holds letters that mean nothing. */
function temporal_compile(format) {
    const pieces = [];
    let source = '';
    for (const [text, quoted, letters] of format.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[\s\S]/g)) {
        if (quoted !== undefined)
            source += quote(quoted === '' ? "'" : quoted.replaceAll("''", "'"));
        else if (letters === undefined)
            source += quote(text);
        else {
            const field = fieldOf(text);
            if (field === undefined)
                return undefined;
            pieces.push({ letters: text, field });
            source += `(${field.pattern})`;
        }
    }
    return { pattern: new RegExp(`^(?:${source})$`, 'i'), pieces };
}
function monthOf(text) {
    const index = MONTHS.findIndex((name) => text.toLowerCase().startsWith(name.toLowerCase()));
    return index < 0 ? Number(text) : index + 1;
}
/** Whether the day is one of its month; without a year, 29 February is. */
function dayExists(values) {
    const [year, month, day] = [values.get('y') ?? values.get('u'), values.get('M') ?? values.get('L'), values.get('d')];
    const ofYear = values.get('D');
    const leap = year === undefined || new Date(Date.UTC(Number(year), 1, 29)).getUTCDate() === 29;
    if (ofYear === '366' && !leap)
        return false;
    if (month === undefined || day === undefined)
        return true;
    const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][monthOf(month) - 1] ?? 0;
    return Number(day) <= days;
}
/** Whether a format can be judged by. */
function isTemporalFormat(format) {
    return temporal_compile(format) !== undefined;
}
/**
 * Whether a text is a date, a time or both as a format writes it, and one that exists.
 *
 * Fields of one or two digits may have one, as Pact's own verifier takes them.
 */
function fitsTemporal(format, text) {
    const compiled = temporal_compile(format);
    const found = compiled?.pattern.exec(text);
    if (compiled === undefined || found === undefined || found === null)
        return false;
    const values = new Map(compiled.pieces.map(({ letters }, index) => [letters.charAt(0), found[index + 1] ?? '']));
    return compiled.pieces.every(({ field }, index) => field.fits?.(found[index + 1] ?? '') ?? true) && dayExists(values);
}

;// CONCATENATED MODULE: ../compatibility/lib/literal.js
/** A pattern that fits just this text. */
const literal = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

;// CONCATENATED MODULE: ../compatibility/lib/reader-pattern.js


/** Semantic versions by the grammar of https://semver.org, without a v in front. */
const NUMBER = '(?:0|[1-9]\\d*)';
const IDENTIFIER = '(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)';
const SEMVER = `^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-${IDENTIFIER}(?:\\.${IDENTIFIER})*)?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$`;
/**
 * The pattern that texts of a matcher fit; undefined for one that is about more than how a text is written.
 *
 * Of a type that bytes show no pattern can tell. Its pattern looks ahead, which is not judged: so what is asked is told, and
 * nothing is said of it.
 */
function patternOf(matcher) {
    switch (matcher.match) {
        case 'regex':
            return `^(?:${matcher.regex})$`;
        case 'include':
            return literal(matcher.value);
        case 'semver':
            return SEMVER;
        case 'date':
        case 'time':
        case 'datetime':
            return temporalPattern(matcher.format);
        case 'contentType':
            return `(?=${literal(matcher.value)})`;
        default:
            return undefined;
    }
}
const TEMPORAL = { date: 'a date', time: 'a time', datetime: 'a date and time' };
function wordsFor(matcher) {
    switch (matcher.match) {
        case 'semver':
            return 'a semantic version';
        case 'date':
        case 'time':
        case 'datetime':
            return `${TEMPORAL[matcher.match]} written as ${matcher.format}`;
        case 'include':
            return `a text with ${JSON.stringify(matcher.value)} in it`;
        case 'contentType':
            return `content of the type ${matcher.value}`;
        default:
            return undefined;
    }
}
function inner(matcher) {
    if (matcher.match === 'eachKey' || matcher.match === 'eachValue')
        return matcher.matchers.flatMap(inner);
    if (matcher.match === 'arrayContains')
        return matcher.variants.flatMap(({ rules }) => matchersOf(rules));
    return [matcher];
}
const matchersOf = (rules) => rules.flatMap(({ matchers }) => matchers.flatMap(inner));
/** What people call the patterns that some rules come to, by the words that a comparison has for them: `like …`. */
function patternNames(rules) {
    const named = matchersOf(rules).flatMap((matcher) => {
        const [pattern, words] = [patternOf(matcher), wordsFor(matcher)];
        return pattern === undefined || words === undefined ? [] : [[`like ${pattern}`, words]];
    });
    return new Map(named);
}

;// CONCATENATED MODULE: ../compatibility/lib/reader.js


const DOCUMENTS = { version: '3.1', files: new Map() };
/** A schema of our own making, in the terms of JSON Schema as OpenAPI 3.1 has it. It stands in no file. */
function schemaNode(value) {
    return { documents: DOCUMENTS, file: '', value };
}
const made = new Map();
/** JSON has no word for a number that is too large for it, and would write null. */
const keyOf = (schema) => JSON.stringify(schema, (_, each) => (each === Infinity || each === -Infinity ? { number: String(each) } : each));
/** Schemas that say the same are one and the same, so that what is found of a pair is known of all pairs like it. */
function unique(schema) {
    const key = keyOf(schema);
    const known = made.get(key) ?? schema;
    made.set(key, known);
    return known;
}
function typeName(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'array' : typeof value;
}
/** The same text for equal values, whatever the order of their properties. */
const canonical = (value) => JSON.stringify(value, (_, each) => typeof each === 'object' && each !== null && !Array.isArray(each)
    ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
    : each);
function example(value) {
    if (Array.isArray(value)) {
        const uniqueItems = new Set(value.map(canonical)).size === value.length;
        const size = { minItems: value.length, maxItems: value.length };
        return { type: 'array', ...size, uniqueItems, prefixItems: value.map(example), items: false };
    }
    if (typeof value !== 'object' || value === null)
        return unique({ const: value });
    const properties = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, example(each)]));
    const required = Object.keys(value);
    const size = { minProperties: required.length, maxProperties: required.length };
    return { type: 'object', ...size, properties, required, additionalProperties: false };
}
/** The schema that only this value meets, objects with just these properties; the same one for the same value. */
const exampleSchema = (value) => unique(example(value));
/** Which of its values a provider answers depends on its state, so each must only be there, and its parts be as they are read. */
function partsSchema(expected, rules, path) {
    if (Array.isArray(expected)) {
        const prefixItems = expected.map((each, index) => read(each, rules, [...path, String(index)]));
        return { type: 'array', prefixItems };
    }
    if (typeof expected !== 'object' || expected === null)
        return {};
    const properties = Object.entries(expected).map(([key, each]) => [key, read(each, rules, [...path, key])]);
    return { type: 'object', properties: Object.fromEntries(properties), required: Object.keys(expected) };
}
/** What is below a value whose type is judged: items beyond the example are read as its first one. */
function typedParts(expected, rules, path) {
    const parts = partsSchema(expected, rules, path);
    if (!Array.isArray(expected))
        return parts;
    const items = expected.map((each, index) => read(each, rules, [...path, String(index)]));
    const [first] = items;
    if (first === undefined)
        return { type: 'array' };
    const alike = items.every((each) => canonical(each) === canonical(first));
    return { type: 'array', items: first, ...(!alike && { prefixItems: items }) };
}
/** Any key will do; what stands under it is read as the example's value under that key, or as its first one. */
function valuesSchema(expected, rules, path) {
    if (Array.isArray(expected))
        return typedParts(expected, rules, path);
    if (typeof expected !== 'object' || expected === null)
        return { type: 'object' };
    const readings = Object.entries(expected).map(([key, each]) => [key, read(each, rules, [...path, key])]);
    const [first] = readings;
    if (first === undefined)
        return { type: 'object' };
    const alike = readings.every(([, each]) => canonical(each) === canonical(first[1]));
    return { type: 'object', additionalProperties: first[1], ...(!alike && { properties: Object.fromEntries(readings) }) };
}
/** What a value that fits a pattern may be, beside text: the pattern is about how it is written. */
function patternSchema(matcher, expected) {
    const pattern = patternOf(matcher) ?? '';
    if (typeof expected === 'string')
        return { type: 'string', pattern };
    // No schema can tell how a number is written, so that is asked as what no one can tell.
    return { type: typeName(expected), not: { description: `written ${matcher.match}`, pattern } };
}
function notEmptySchema(expected, parts) {
    if (Array.isArray(expected))
        return { ...parts, minItems: 1 };
    if (typeof expected === 'object' && expected !== null)
        return { ...parts, ...('required' in parts ? {} : { minProperties: 1 }) };
    const any = ['string', 'number', 'boolean', 'object', 'array'];
    return { type: any, minLength: 1, minItems: 1, minProperties: 1 };
}
/** What one matcher accepts of a value and everything below it. */
function matcherSchema(matcher, expected, rules, path) {
    switch (matcher.match) {
        case 'type': {
            const { min, max } = matcher;
            const size = { ...(min !== undefined && { minItems: min }), ...(max !== undefined && { maxItems: max }) };
            return { ...typedParts(expected, rules, path), type: typeName(expected), ...(Array.isArray(expected) && size) };
        }
        case 'notEmpty':
            return notEmptySchema(expected, typedParts(expected, rules, path));
        case 'integer':
            return { type: 'integer' };
        case 'decimal':
            return { type: 'number', not: { type: 'integer' } };
        case 'number':
            return { type: 'number' };
        case 'boolean':
            return { anyOf: [{ type: 'boolean' }, { enum: ['true', 'false'] }] };
        case 'null':
            return { type: 'null' };
        case 'values':
            return valuesSchema(expected, rules, path);
        case 'eachValue': {
            const below = { tokens: [...path, '*'], combine: 'AND', matchers: matcher.matchers };
            return valuesSchema(expected, [...rules, below], path);
        }
        case 'eachKey': {
            const [example = ''] = Object.keys(typeof expected === 'object' && expected !== null ? expected : {});
            const names = matcher.matchers.map((each) => matcherSchema(each, example, [], []));
            return { type: 'object', propertyNames: { allOf: names } };
        }
        case 'arrayContains': {
            const examples = Array.isArray(expected) ? expected : [];
            const variants = matcher.variants.map(({ index, rules: own }) => ({ contains: read(examples[index], own, []) }));
            return { type: 'array', allOf: variants };
        }
        case 'regex':
        case 'include':
        case 'semver':
        case 'contentType':
        case 'datetime':
        case 'time':
            return patternSchema(matcher, expected);
        case 'date':
            // The one format that descriptions name, too, and mean the same by.
            return matcher.format === 'yyyy-MM-dd' ? { type: 'string', format: 'date' } : patternSchema(matcher, expected);
        case 'equality':
        case 'statusCode':
            return partsSchema(expected, rules, path);
    }
}
const leaf = (expected, schema) => (typeof expected === 'object' ? schema : unique(schema));
function read(expected, rules, path) {
    const rule = ruleAt(rules, path);
    if (rule === undefined)
        return partsSchema(expected, rules, path);
    const own = rule.matchers.map((matcher) => leaf(expected, matcherSchema(matcher, expected, rules, path)));
    const [only] = own;
    if (only !== undefined && own.length === 1)
        return only;
    return rule.combine === 'OR' ? { anyOf: own } : { allOf: own };
}
/**
 * What a consumer accepts of an answer, by its example and matching rules.
 *
 * Where no rule is about a value, or its rule is equality, the contract wants the example's own. Which of its values a provider
 * answers depends on its state, so here it must only be there; whether the example can be answered at all is asked apart. What
 * reads the same gives the same schema.
 */
const readerSchema = (expected, rules, path = []) => unique(read(expected, rules, path));

;// CONCATENATED MODULE: ../compatibility/lib/wording.js

const wording_REQUEST = {
    'property-missing': 'is required, and is not sent',
    'property-forbidden': 'is sent, and must not be',
    'property-ignored': 'is sent, and the provider does not know it',
};
const wording_RESPONSE = {
    'property-missing': 'is read, and the provider does not answer it',
    'property-optional': 'is read, and the provider may leave it out',
};
/** What consumers ask for in terms that are only compared as they are written, and descriptions do not write. */
const ASKED = {
    'as "contains" says': 'items like those of the example',
    'as "propertyNames" says': 'keys as its rule says',
    'as "not" says': 'numbers as its rule says',
};
function words(side, { reason: { kind, given, wanted } }) {
    const own = (side === 'request' ? wording_REQUEST : wording_RESPONSE)[kind];
    if (own !== undefined)
        return own;
    const asked = kind === 'keyword' && side === 'response' ? ASKED[wanted] : undefined;
    if (asked !== undefined)
        return `is read with ${asked}, of which the description says nothing`;
    return side === 'request' ? `must be ${wanted}, and is ${given}` : `may be ${given}, and the consumer needs ${wanted}`;
}
/** Formats whose texts are never those of another one of them. */
const APART = new Set(['date', 'date-time', 'time', 'duration', 'uuid', 'email', 'ipv4', 'ipv6', 'uri']);
/** How many there are depends on the provider's state; what cannot be is told by the example, which must be possible. */
const SIZES = new Set([
    'min-items',
    'max-items',
    'min-properties',
    'max-properties',
    'min-length',
    'max-length',
]);
/**
 * Whether a reason tells only that the description does not say enough, which a running provider can settle.
 *
 * A listed value that does not fit is a break: then what is given is that value, in quotation marks.
 */
function isUnproven({ kind, given }) {
    if (kind === 'unproven' || kind === 'keyword')
        return true;
    if (given.startsWith('"'))
        return false;
    return kind === 'pattern' || SIZES.has(kind) || (kind === 'format' && !APART.has(given.replace('of the format ', '')));
}
/** What the comparison of two schemas found, as findings at their places in the contract. */
function found(all, spot, rule, place) {
    return all.map((each) => {
        const { path, reason } = each;
        const told = spot.side === 'response' && isUnproven(reason);
        const provider = spot.side === 'request' ? reason.sup : reason.sub;
        return {
            rule: told || reason.kind === 'unproven' ? `${rule}-unproven` : rule,
            severity: told || !isWrong(reason) ? 'warning' : 'error',
            spot: { ...spot, path },
            words: words(spot.side, each),
            place: place(path),
            at: provider,
        };
    });
}
/** The steps of a contract's body for a path of a schema: an example stands for every item by its first. */
function bodyPlace(path) {
    return ['body', ...path.map((step) => (step === '[]' ? '0' : step.replace(/^\[(\d+)\]$/, '$1')))];
}

;// CONCATENATED MODULE: ../compatibility/lib/body.js



const isJson = (type) => /[/+]json(;|$)/.test(type) || type === '*/*';
/** The media type of a description that a type falls under. */
function mediaFor(media, type) {
    return (media.find((each) => each.type === type) ??
        media.find((each) => accepts(each.type, type)) ??
        media.find((each) => accepts(type, each.type)));
}
/** The value of a JSON body; undefined when it is none. */
function parseJson(text) {
    try {
        return { value: JSON.parse(text) };
    }
    catch {
        return undefined;
    }
}
/** What is wrong with the body of a contract's request. */
function bodyFindings({ request }, { operation }, inclusion) {
    const spot = { operation: api_nameOf(operation), side: 'request', part: 'body', path: [] };
    const { body } = operation;
    if (request.body === undefined) {
        if (body?.required !== true)
            return [];
        return [{ rule: 'contract-body-missing', spot, words: 'is required, and is not sent', place: [], at: body.at }];
    }
    if (body === undefined) {
        const words = 'is sent, and the provider takes none';
        return [{ rule: 'contract-body-unknown', severity: 'warning', spot, words, place: ['body'], at: operation.at }];
    }
    const parsed = parseJson(request.body);
    const written = request.headers['content-type'] ?? request.contentType;
    const type = normaliseType(written ?? (parsed === undefined ? 'text/plain' : 'application/json'));
    const media = mediaFor(body.media, type);
    if (media === undefined && body.media.length > 0) {
        const words = `is ${type}, and the provider takes ${body.media.map((each) => each.type).join(' or ')}`;
        return [
            {
                rule: 'contract-media-type-refused',
                spot,
                words,
                place: written === undefined ? ['body'] : ['headers', 'content-type'],
                at: body.at,
            },
        ];
    }
    if (media?.schema === undefined || !isJson(type))
        return [];
    if (parsed === undefined)
        return [{ rule: 'contract-body-refused', spot, words: 'must be JSON', place: ['body'], at: media.at }];
    const reasons = inclusion.reasons([schemaNode(exampleSchema(parsed.value))], [media.schema]);
    return found(reasons, { ...spot, media: type }, 'contract-body-refused', bodyPlace);
}

;// CONCATENATED MODULE: ../compatibility/lib/answer.js






function fitting({ response }, { responses }) {
    const own = responseFor(responses, String(response.status));
    const [matcher] = response.rules.status.flatMap(({ matchers }) => matchers);
    if (own !== undefined || matcher?.match !== 'statusCode')
        return own;
    const wanted = matcher.status;
    const [from, to] = typeof wanted === 'string' ? (STATUS_CLASSES[wanted] ?? [0, 0]) : [0, 0];
    const fits = (status) => typeof wanted === 'string' ? status >= from && status <= to : wanted.includes(status);
    return responses.find(({ status }) => fits(Number(status)));
}
function answer_headerFindings({ response }, described, spot, inclusion) {
    return Object.entries(response.headers).flatMap(([name, text]) => {
        if (name === 'content-type')
            return [];
        const at = { ...spot, part: `header ${name}` };
        const place = ['headers', name];
        const header = described.headers.find((each) => each.name === name);
        if (header === undefined)
            return [
                {
                    rule: 'contract-answer-unpromised',
                    spot: at,
                    words: 'is read, and the provider does not answer it',
                    place,
                    at: described.at,
                },
            ];
        if (!header.required)
            return [
                {
                    rule: 'contract-answer-unpromised',
                    severity: 'warning',
                    spot: at,
                    words: 'is read, and the provider may leave it out',
                    place,
                    at: header.at,
                },
            ];
        if (header.schema === undefined)
            return [];
        const schema = [header.schema];
        const values = /^-?\d+(\.\d+)?$/.test(text) ? [Number(text), text] : [text];
        const tried = values.map((value) => inclusion.reasons([schemaNode(exampleSchema(value))], schema));
        return found(tried.find((each) => each.length === 0) ?? tried[0] ?? [], at, 'contract-answer-impossible', () => place);
    });
}
/** What is read of a body must be promised, and the example must be an answer that there can be. */
function readFindings({ response }, schema, spot, inclusion) {
    const reader = schemaNode(readerSchema(response.body, response.rules.body));
    const names = patternNames(response.rules.body);
    const promised = inclusion
        .reasons([schema], [reader])
        .map((each) => ({ ...each, reason: { ...each.reason, wanted: names.get(each.reason.wanted) ?? each.reason.wanted } }));
    const unread = new Set(['property-missing', 'property-optional', 'property-dropped', 'min-properties']);
    const possible = inclusion
        .reasons([schemaNode(exampleSchema(response.body))], [schema])
        .filter(({ reason }) => isWrong(reason) && !unread.has(reason.kind));
    const impossible = possible.map((each) => {
        const [one] = found([each], { ...spot, side: 'request' }, 'contract-answer-impossible', bodyPlace);
        const words = `is ${each.reason.given} in the example, and the provider answers ${each.reason.wanted}`;
        return {
            ...one,
            rule: 'contract-answer-impossible',
            spot: { ...spot, path: each.path },
            words,
            place: bodyPlace(each.path),
            at: each.reason.sup,
        };
    });
    const told = found(promised, spot, 'contract-answer-unpromised', bodyPlace);
    const seen = new Set(told.filter(({ severity }) => severity === 'error').map(({ spot: { path } }) => path.join('.')));
    return [...told, ...impossible.filter(({ spot: { path } }) => !seen.has(path.join('.')))];
}
function answer_bodyFindings(interaction, described, spot, inclusion) {
    const { body, headers, contentType } = interaction.response;
    if (body === undefined || body === null)
        return [];
    const written = headers['content-type'] ?? contentType;
    const type = normaliseType(written ?? (typeof body === 'string' ? '*/*' : 'application/json'));
    if (described.media.length === 0)
        return [
            {
                rule: 'contract-answer-unpromised',
                spot,
                words: 'is read, and the provider answers none',
                place: ['body'],
                at: described.at,
            },
        ];
    const media = mediaFor(described.media, type);
    if (media === undefined) {
        const words = `is read as ${type}, and the provider answers ${described.media.map((each) => each.type).join(' or ')}`;
        const place = headers['content-type'] === undefined ? ['body'] : ['headers', 'content-type'];
        return [{ rule: 'contract-media-type-unpromised', spot, words, place, at: described.at }];
    }
    if (media.schema === undefined || !/[/+]json|\*\/\*/.test(type))
        return [];
    return readFindings(interaction, media.schema, { ...spot, media: media.type }, inclusion);
}
function acceptFindings({ request }, described, spot) {
    const accepted = request.headers['accept']?.split(',').map((type) => normaliseType(type.replace(/;\s*q=[\d.]+/i, ''))) ?? [];
    if (accepted.length === 0 || described.media.length === 0)
        return [];
    if (described.media.some(({ type }) => accepted.some((range) => accepts(range, type))))
        return [];
    const words = `is accepted as ${accepted.join(' or ')}, and the provider answers ${described.media.map(({ type }) => type).join(' or ')}`;
    return [{ rule: 'contract-media-type-unpromised', spot, words, place: [], at: described.at }];
}
/** What a contract reads of an answer that the description does not promise. */
function answerFindings(interaction, operation, inclusion) {
    const status = String(interaction.response.status);
    const spot = { operation: api_nameOf(operation), side: 'response', status, part: 'body', path: [] };
    const described = fitting(interaction, operation);
    if (described === undefined) {
        const known = operation.responses.map((each) => each.status).join(', ') || 'none';
        const words = `is expected, and the provider answers ${known}`;
        return [
            { rule: 'contract-status-unpromised', spot: { ...spot, part: 'status' }, words, place: ['status'], at: operation.at },
        ];
    }
    return [
        ...acceptFindings(interaction, described, spot),
        ...answer_headerFindings(interaction, described, spot, inclusion),
        ...answer_bodyFindings(interaction, described, spot, inclusion),
    ];
}

;// CONCATENATED MODULE: ../contract/lib/one-line.js
/** A text of somebody else's on one line: a break in it could begin a line that means something where it is shown. */
const oneLine = (text) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

;// CONCATENATED MODULE: ../compatibility/lib/conflict.js


/** Gives a finding its places and its fingerprint. */
function conflictOf({ consumer }, interaction, finding) {
    const { rule, severity = 'error', spot, words, place, at } = finding;
    const message = oneLine(`${wordsOf(spot)} ${words}`);
    const where = [consumer, interaction.description, rule, spot.operation, spot.side, spot.status, spot.part, ...spot.path];
    const found = spot.side === 'response' ? interaction.locate(place) : interaction.locateRequest(place);
    return {
        rule,
        severity,
        consumer,
        interaction,
        spot,
        message,
        contract: place.length === 0 ? interaction.location : found,
        fingerprint: fingerprintOf([...where, words]),
        key: where.map((word) => word ?? '').join('\n'),
        ...(at !== undefined && { description: locate(at) }),
    };
}

;// CONCATENATED MODULE: ../compatibility/lib/credentials.js

const field = (scheme, key) => String(scheme?.[key] ?? '');
function sends({ request }, scheme) {
    const [type, place, name] = [field(scheme, 'type'), field(scheme, 'in'), field(scheme, 'name')];
    if (type === 'mutualTLS')
        return true;
    if (type !== 'apiKey')
        return request.headers['authorization'] !== undefined;
    if (place === 'query')
        return new URLSearchParams(request.query).has(name);
    if (place === 'cookie')
        return request.headers['cookie']?.includes(`${name}=`) ?? false;
    return request.headers[name.toLowerCase()] !== undefined;
}
/**
 * Credentials that an operation requires and a contract's request does not send.
 *
 * It is a warning: many contracts leave credentials to whoever replays them.
 */
function credentialFindings(interaction, { operation }, { schemes }) {
    const met = ({ schemes: wanted }) => [...wanted.keys()].every((name) => sends(interaction, schemes.get(name)?.value));
    if (operation.security.length === 0 || operation.security.some(met))
        return [];
    const names = operation.security.map(({ schemes: wanted }) => [...wanted.keys()].join(' with ')).join(' or ');
    return [
        {
            rule: 'contract-credentials-missing',
            severity: 'warning',
            spot: { operation: api_nameOf(operation), side: 'request', part: 'security', path: [] },
            words: `sends no credentials, and ${names} is required`,
            place: [],
            at: operation.security[0]?.at,
        },
    ];
}

;// CONCATENATED MODULE: ../compatibility/lib/parameter.js



const SEPARATORS = { spaceDelimited: /[ ]/, pipeDelimited: /\|/, tabDelimited: /\t/ };
/** What a text may stand for: parameters are written as text, whatever type they have. */
function readings(text) {
    const number = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? [Number(text)] : [];
    const word = text === 'true' ? [true] : text === 'false' ? [false] : [];
    return [...number, ...word, text];
}
/** The values that a parameter's texts may stand for: as a list, and alone as what they look like. */
function candidates(texts, { style }) {
    const [first = ''] = texts;
    const parts = texts.length > 1 ? texts : first.split(SEPARATORS[style] ?? /,/);
    const numbers = parts.map((part) => readings(part)[0]);
    return [...(texts.length === 1 ? readings(first) : []), numbers, [...parts]];
}
function valueFindings(parameter, texts, spot, place, request) {
    // A parameter that is an object, or a document of its own, is written in more ways than are told apart here.
    if (parameter.schema === undefined || parameter.style === 'deepObject')
        return [];
    const schema = [parameter.schema];
    const tried = [];
    for (const value of candidates(texts, parameter)) {
        const reasons = request.reasons([schemaNode(exampleSchema(value))], schema);
        if (reasons.length === 0)
            return [];
        tried.push(reasons);
    }
    return found(tried[0] ?? [], spot, 'contract-parameter-refused', () => place).slice(0, 1);
}
/** What is wrong with the parameters of a contract's request. */
function parameterFindings({ request }, { operation, parameters }, inclusion) {
    const query = new Map();
    for (const [name, value] of new URLSearchParams(request.query))
        query.set(name, [...(query.get(name) ?? []), value]);
    const name = api_nameOf(operation);
    const sent = (parameter) => {
        if (parameter.in === 'path')
            return [parameters.get(parameter.name) ?? ''];
        if (parameter.in === 'query')
            return query.get(parameter.name) ?? query.get(`${parameter.name}[]`);
        const header = request.headers[parameter.name];
        return parameter.in === 'header' && header !== undefined ? [header] : undefined;
    };
    const known = operation.parameters.flatMap((parameter) => {
        const spot = { operation: name, side: 'request', part: `${parameter.in} ${parameter.name}`, path: [] };
        const place = parameter.in === 'path' ? ['path'] : parameter.in === 'query' ? ['query', parameter.name] : ['headers', parameter.name];
        const texts = sent(parameter);
        // Credentials are no one's business here, and must not be shown.
        if (IMPLIED.has(parameter.name) || parameter.in === 'cookie')
            return [];
        if (texts !== undefined)
            return valueFindings(parameter, texts, spot, place, inclusion);
        if (!parameter.required)
            return [];
        return [
            {
                rule: 'contract-parameter-missing',
                spot,
                words: 'is required, and is not sent',
                place: place.slice(0, 1),
                at: parameter.at,
            },
        ];
    });
    return [...known, ...unknownQuery(operation, query)];
}
/** Headers that a description must not list as parameters; where one does, a client writes them by itself. */
const IMPLIED = new Set(['accept', 'content-type', 'authorization']);
function unknownQuery(operation, query) {
    // An object or a whole query string may be spread over names that the description does not list.
    const spread = operation.parameters.some(({ in: place, style }) => place === 'querystring' || (place === 'query' && style === 'deepObject'));
    const names = operation.parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name);
    const keys = [...operation.security].flatMap(({ schemes }) => [...schemes.keys()]);
    if (spread || keys.length > 0)
        return [];
    return [...query.keys()].flatMap((key) => names.includes(key) || names.includes(key.replace(/\[\]$/, ''))
        ? []
        : [
            {
                rule: 'contract-parameter-unknown',
                spot: { operation: api_nameOf(operation), side: 'request', part: `query ${key}`, path: [] },
                words: 'is sent, and the provider does not know it',
                place: ['query', key],
                at: operation.at,
            },
        ]);
}

;// CONCATENATED MODULE: ../compatibility/lib/route.js
const route_decode = (text) => {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
};
/**
 * The texts that stand for the names of a segment such as `{id}.{format}`; undefined when it does not fit.
 *
 * What stands between two names is looked for from the left: a pattern with a wild part for each name could be kept busy for
 * ever by a path that its author chooses.
 */
function captures(fixed, text) {
    const [first = '', ...rest] = fixed;
    const last = rest.pop();
    if (last === undefined)
        return text === first ? [] : undefined;
    if (!text.startsWith(first) || !text.endsWith(last))
        return undefined;
    const found = [];
    let from = first.length;
    for (const part of rest) {
        const to = text.indexOf(part, from + 1);
        if (to < 0)
            return undefined;
        found.push(text.slice(from, to));
        from = to + part.length;
    }
    const end = text.length - last.length;
    return end > from ? [...found, text.slice(from, end)] : undefined;
}
function match(template, path) {
    const [wanted, given] = [template, path].map((each) => each.replace(/(?<=.)\/$/, '').split('/'));
    if (wanted.length !== given.length)
        return undefined;
    const parameters = new Map();
    for (const [index, segment] of wanted.entries()) {
        const found = captures(segment.split(/\{[^}]+\}/), given[index] ?? '');
        if (found === undefined)
            return undefined;
        const names = [...segment.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
        for (const [place, name] of names.entries())
            parameters.set(name, route_decode(found[place] ?? ''));
    }
    return parameters;
}
/** How many letters of a template are its own: the more, the more exactly it names a path. */
const ownLetters = ({ path }) => path.replace(/\{[^}]+\}/g, '').length;
/**
 * The operation that a request goes to; undefined when the description has none.
 *
 * Contracts name paths with the server's base path or without it, so both are tried.
 */
function routeOf({ operations }, method, path) {
    const candidates = operations
        .filter((operation) => operation.method === method)
        .flatMap((operation) => {
        const found = [...operation.basePaths, '']
            .map((base) => match(`${base}${operation.path}`, path))
            .find((each) => each !== undefined);
        return found === undefined ? [] : [{ operation, parameters: found }];
    });
    return candidates.sort((a, b) => ownLetters(b.operation) - ownLetters(a.operation))[0];
}

;// CONCATENATED MODULE: ../compatibility/lib/compare.js







function noOperation({ request }) {
    const operation = `${request.method} ${request.path}`;
    return {
        rule: 'contract-operation-unknown',
        spot: { operation, side: 'operation', part: 'operation', path: [] },
        words: 'is called, and the provider has no such operation',
        place: ['path'],
    };
}
/** Starts comparing contracts with one description; what it learns of the description's schemas serves all of them. */
function comparer(api) {
    const [request, response] = [new Inclusion('request'), new Inclusion('response')];
    const compareOne = (contract, interaction) => {
        const route = routeOf(api, interaction.request.method, interaction.request.path);
        if (route === undefined)
            return { interaction, conflicts: [conflictOf(contract, interaction, noOperation(interaction))] };
        const findings = [
            ...credentialFindings(interaction, route, api),
            ...parameterFindings(interaction, route, request),
            ...bodyFindings(interaction, route, request),
            ...answerFindings(interaction, route.operation, response),
        ];
        const all = findings.map((finding) => conflictOf(contract, interaction, finding));
        const conflicts = [...new Map(all.map((conflict) => [conflict.fingerprint, conflict])).values()];
        return { interaction, operation: api_nameOf(route.operation), conflicts };
    };
    return (contract) => ({ contract, results: contract.interactions.map((interaction) => compareOne(contract, interaction)) });
}
/** What keeps a consumer from working: errors, of interactions that its provider has agreed to. */
function breaking({ results }) {
    return results.flatMap(({ interaction, conflicts }) => interaction.pending ? [] : conflicts.filter(({ severity }) => severity === 'error'));
}

;// CONCATENATED MODULE: ../compatibility/lib/deployment/check.js

/** A contract of messages alone proves nothing in a static comparison, and part of one proves a part. */
function messagesGap({ consumer, provider, file, messages }) {
    return {
        code: 'DEPLOY_MESSAGES',
        message: `${consumer} reads ${messages.length} messages of ${provider}, which no description tells.`,
        remedy: 'Verify them with the provider that would meet them.',
        command: `slipway contract-test verify --provider '${provider}' --contracts '${file}' --message-url http://127.0.0.1:8080/messages`,
    };
}
function checkContract(pair, contract, compare, accepted) {
    const comparison = compare(contract);
    const conflicts = breaking(comparison).filter(({ fingerprint }) => !accepted(fingerprint));
    if (conflicts.length > 0)
        return { ...pair, kind: 'breaks', conflicts };
    if (contract.messages.length > 0)
        return { ...pair, kind: 'unknown', gap: messagesGap(contract) };
    return { ...pair, kind: 'fits', interactions: comparison.results.length };
}
/** Each contract with a provider, beside what is known of the provider. */
function checkContracts(pair, contracts, description, accepted) {
    if (description.kind === 'gap')
        return [{ ...pair, kind: 'unknown', gap: description.gap }];
    return contracts.map((contract) => checkContract(pair, contract, description.value, accepted));
}
/** A comparison that has not begun. */
function comparing(description) {
    return description.kind === 'gap' ? description : { kind: 'found', value: comparer(description.value) };
}
/** The contracts of a candidate with one provider. */
const needsOf = ({ contracts }, provider) => contracts.filter((contract) => contract.provider === provider);

;// CONCATENATED MODULE: ../compatibility/lib/deployment/answer.js

const pairOf = (consumer, provider, { sha, environment, rollout }) => ({
    consumer,
    provider,
    deployed: { sha, environment, rollout },
});
function noContract({ candidate, listConsumers }, consumer, { sha }) {
    return {
        code: 'DEPLOY_NO_CONTRACT',
        message: `${consumer} has no contract with ${candidate.service} at the deployed commit ${sha.slice(0, 7)}, so what it needs is not known.`,
        remedy: `Deploy a version of ${consumer} that keeps its contract, or leave it out of "consumers" when it never calls ${candidate.service}.`,
        command: listConsumers(consumer),
    };
}
/** The candidate as provider, beside one deployed version that may be its consumer. */
function asProvider(question, service, version, description) {
    const { candidate, consumers, accepted } = question;
    const pair = pairOf(service, candidate.service, version);
    const { contracts } = version;
    const expected = consumers === undefined || consumers.includes(service);
    if (contracts.kind === 'gap')
        return expected ? [{ ...pair, kind: 'unknown', gap: contracts.gap }] : [];
    const needs = contracts.value.filter(({ provider }) => provider === candidate.service);
    if (needs.length > 0)
        return checkContracts(pair, needs, description, accepted);
    // A version that has contracts, only none with the candidate, says by them that it does not call it.
    const silent = consumers === undefined ? contracts.value.length === 0 : expected;
    return silent ? [{ ...pair, kind: 'unknown', gap: noContract(question, service, version) }] : [];
}
/** The candidate as consumer, beside one deployed version of its provider. */
function asConsumer({ candidate, accepted }, provider, version) {
    const { description } = version;
    const needs = needsOf(candidate, provider);
    if (needs.length === 0 || description === undefined)
        return [];
    return checkContracts(pairOf(candidate.service, provider, version), needs, comparing(description), accepted);
}
function checksOf(question) {
    const description = comparing(question.candidate.description);
    return question.others.flatMap((state) => {
        if (state.kind !== 'deployed')
            return [];
        return state.versions.flatMap((version) => [
            ...asProvider(question, state.service, version, description),
            ...asConsumer(question, state.service, version),
        ]);
    });
}
function openOf(question) {
    const { candidate, others, consumers = [], listService } = question;
    const known = new Set(others.map(({ service }) => service));
    const named = [...candidate.contracts.map(({ provider }) => provider), ...consumers];
    const strangers = [...new Set(named)].filter((name) => name !== candidate.service && !known.has(name));
    return [
        ...others.flatMap((state) => (state.kind === 'gap' ? [{ service: state.service, gap: state.gap }] : [])),
        ...strangers.map((service) => ({
            service,
            gap: {
                code: 'DEPLOY_SERVICE_UNLISTED',
                message: `Nothing says where ${service} is kept, so which version of it is deployed is not known.`,
                remedy: 'Add it to "services".',
                command: listService(service),
            },
        })),
    ];
}
/** An environment that nothing was ever deployed to is new, or its name is wrong; only the user can tell. */
function emptyGap({ others, candidate }) {
    const elsewhere = [...new Set(others.flatMap((state) => (state.kind === 'absent' ? state.elsewhere : [])))].sort();
    const seen = elsewhere.length === 0 ? '' : ` There are deployments to ${elsewhere.join(', ')}.`;
    return {
        code: 'DEPLOY_ENVIRONMENT_EMPTY',
        message: `No other service has a successful deployment to the environment, so ${candidate.service} was held against nothing.${seen}`,
        remedy: 'Correct "environment", or set "allow-none: true" for the first deployment of all.',
        command: `slipway contract-test can-i-deploy … --allow-none`,
    };
}
/**
 * Decides whether the candidate may join what is deployed: as provider of every deployed consumer, and as consumer of every
 * deployed provider.
 *
 * A consumer that is absent is no reason to wait; a provider that is absent is one to say no. What could not be told is never
 * a yes, and a break is a no whatever else could not be told.
 */
function canDeploy(question) {
    const { candidate, others, allowNone } = question;
    const checks = checksOf(question);
    const states = others.filter((state) => state.kind === 'absent');
    const missing = states.filter(({ service }) => needsOf(candidate, service).length > 0);
    const absent = states.filter((state) => !missing.includes(state)).map(({ service }) => service);
    const nothing = !allowNone && missing.length === 0 && others.every(({ kind }) => kind === 'absent');
    const open = [...openOf(question), ...(nothing ? [{ service: candidate.service, gap: emptyGap(question) }] : [])];
    if (missing.length > 0 || checks.some(({ kind }) => kind === 'breaks')) {
        return { kind: 'no', checks, absent, missing: missing.map(({ service, elsewhere }) => ({ service, elsewhere })), open };
    }
    const told = open.length === 0 && checks.every(({ kind }) => kind === 'fits');
    return told ? { kind: 'yes', checks, absent } : { kind: 'unknown', checks, absent, open };
}

// EXTERNAL MODULE: ../failure/lib/collect.js
var collect = __webpack_require__(7993);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(2393);
// EXTERNAL MODULE: ../config/lib/source.js
var lib_source = __webpack_require__(7604);
// EXTERNAL MODULE: ../config/lib/decode.js
var lib_decode = __webpack_require__(7747);
;// CONCATENATED MODULE: ../openapi/lib/document/version.js


const KNOWN = { '2.0': '2.0', '3.0': '3.0', '3.1': '3.1', '3.2': '3.2' };
/**
 * The version of a description by its `openapi` or `swagger` field.
 *
 * @throws Failure OPENAPI_UNKNOWN on the line of a version that is not known, or when there is none.
 */
function versionOf(source) {
    const root = isTree(source.value) ? source.value : {};
    const key = ['openapi', 'swagger', 'swaggerVersion'].find((name) => root[name] !== undefined);
    const remedy = 'Descriptions in OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0 can be compared.';
    if (key === undefined) {
        const message = 'This is not an OpenAPI description: it has neither the field "openapi" nor "swagger".';
        throw new failure/* Failure */.H({ code: 'OPENAPI_UNKNOWN', message, remedy, location: { file: source.file } });
    }
    // YAML reads 3.1 without quotes as a number, and 2.0 as 2.
    const written = root[key];
    const text = typeof written === 'number' && Number.isInteger(written) ? `${written}.0` : String(written);
    const [, minor = ''] = /^(\d+\.\d+)(?:\.\d+(?:-.*)?)?$/.exec(text) ?? [];
    const version = Object.hasOwn(KNOWN, minor) ? KNOWN[minor] : undefined;
    if (version !== undefined && (key === 'swagger') === (version === '2.0'))
        return version;
    const message = `"${key}: ${text.slice(0, 40)}" is no version that is known here.`;
    throw new failure/* Failure */.H({ code: 'OPENAPI_UNKNOWN', message, remedy, location: source.locate([key]) });
}

;// CONCATENATED MODULE: ../openapi/lib/document/open.js





/** Values that only look like parts of a description: what is in them is an example's own. */
const OPAQUE = new Set(['example', 'examples', 'default', 'enum', 'const', 'mapping']);
/** Every node that is a reference, in no particular order. */
function references(root) {
    const found = [];
    const visit = (node, inNames) => {
        if (isTree(node.value) && typeof node.value['$ref'] === 'string')
            found.push(node);
        for (const [key, each] of children(node)) {
            // Below "properties" and the like every key is a name that the description's author chose.
            if (!inNames && (OPAQUE.has(key) || key.startsWith('x-')))
                continue;
            if (typeof each.value === 'object')
                visit(each, !inNames && /^(properties|schemas|patternProperties|definitions)$/.test(key));
        }
    };
    visit(root, false);
    return found;
}
const problem = (node, code, message, remedy) => ({
    code,
    message: `"$ref: ${String(node.value.$ref).slice(0, 120)}" ${message}`,
    remedy,
    location: locate(node),
});
async function readSource(file, files) {
    return (0,lib_source/* parseSource */.P)(file, (0,lib_decode/* decodeText */.g)(file, await files.readBytes(file)));
}
async function outside(file, { files, top }) {
    const within = (path, folder) => folder === '' || path.startsWith(`${folder.replace(/\/$/, '')}/`);
    if (file.split('/')[0] === '..' || !within(file, top.shown))
        return true;
    return !within(await files.realPath(file), top.real);
}
async function readReferenced(node, reading) {
    const { files, sources, problems } = reading;
    const reference = referenceAt(node);
    if (reference === undefined)
        return;
    if (reference.kind === 'url') {
        const remedy = 'Keep a copy of the file in the repository, so that every run compares the same.';
        problems.push(problem(node, 'REF_URL', 'names a web address, and nothing is fetched.', remedy));
    }
    else if (reference.kind === 'malformed') {
        problems.push(problem(node, 'REF_MALFORMED', 'is no reference.', 'Write it like schemas.yaml#/components/schemas/Charge.'));
    }
    else if (!sources.has(reference.file)) {
        if (!(await files.exists(reference.file))) {
            problems.push(problem(node, 'REF_MISSING', `names the file ${reference.file}, which is not there.`, 'Correct the path.'));
        }
        else if (await outside(reference.file, reading)) {
            const remedy = 'Keep every file of the description in its repository.';
            problems.push(problem(node, 'REF_OUTSIDE', 'leads out of the repository.', remedy));
        }
        else {
            const source = await (0,collect/* collect */.F)(problems, () => readSource(reference.file, files));
            if (source !== undefined)
                sources.set(reference.file, source);
        }
    }
}
/** References that name nothing, or only one another. */
function danglingProblems(documents, nodes) {
    return nodes.flatMap((node) => {
        const seen = new Set();
        let at = node;
        while (at !== undefined && !seen.has(at.value)) {
            const reference = referenceAt(at);
            if (reference === undefined)
                return [];
            if (reference.kind === 'url' || reference.kind === 'malformed' || !documents.files.has(reference.file))
                return [];
            // A schema may have a reference and keywords of its own beside it, and then ends the chain.
            if (seen.size > 0 && Object.keys(at.value).length > 1)
                return [];
            seen.add(at.value);
            const next = target(documents, reference);
            if (next === undefined && at === node) {
                const remedy = 'Correct the pointer, or add what it names.';
                return [problem(node, 'REF_MISSING', `names nothing in ${reference.file}.`, remedy)];
            }
            at = next;
        }
        return at === undefined ? [] : [problem(node, 'REF_CIRCULAR', 'leads back to itself.', 'Break the circle.')];
    });
}
async function topOf(file, files) {
    const within = !file.startsWith('/') && !file.startsWith('..');
    const shown = within ? '' : file.split('/').slice(0, -1).join('/') || '/';
    return { shown, real: await files.realPath(within ? '.' : shown) };
}
/**
 * Reads a description and every file that it refers to.
 *
 * @throws Failure with every problem on its line: a file that cannot be read, a version that is not known, and references
 * that name a web address, nothing, themselves, or a file outside the repository, be it through a link.
 */
async function openDocuments(given, files) {
    const file = pathFrom(given.startsWith('/') ? '/' : '', given);
    const source = await readSource(file, files);
    const version = versionOf(source);
    const sources = new Map([[file, source]]);
    const reading = { files, top: await topOf(file, files), sources, problems: [] };
    const documents = { version, files: sources };
    const nodes = [];
    // A map gives also what is added while it is gone through.
    for (const each of sources.keys()) {
        const found = references(rootOf(documents, each));
        for (const node of found)
            await readReferenced(node, reading);
        nodes.push(...found);
    }
    const problems = [...reading.problems, ...danglingProblems(documents, nodes)];
    (0,failure/* failWhen */.x)(problems);
    return documents;
}
/** The root of an opened description. */
function descriptionOf(documents) {
    const [file] = documents.files.keys();
    if (file === undefined)
        throw new failure/* Failure */.H({ code: 'OPENAPI_UNKNOWN', message: 'There is no description.' });
    return rootOf(documents, file);
}

;// CONCATENATED MODULE: ../openapi/lib/api/parameter.js


const STYLES = {
    path: 'simple',
    query: 'form',
    header: 'simple',
    cookie: 'form',
    querystring: 'form',
};
/** How Swagger 2.0 says what version 3 calls style and explode. */
const parameter_FORMATS = {
    csv: ['form', false],
    multi: ['form', true],
    ssv: ['spaceDelimited', false],
    tsv: ['tabDelimited', false],
    pipes: ['pipeDelimited', false],
};
function styleOf(node, place) {
    const [style, explode] = [child(node, 'style')?.value, child(node, 'explode')?.value];
    if (node.documents.version === '2.0') {
        const [named, exploded] = parameter_FORMATS[String(child(node, 'collectionFormat')?.value ?? 'csv')] ?? ['form', false];
        return { style: place === 'query' ? named : STYLES[place], explode: exploded };
    }
    const written = typeof style === 'string' ? style : STYLES[place];
    return { style: written, explode: typeof explode === 'boolean' ? explode : written === 'form' };
}
/** Reads one parameter; in Swagger 2.0 the parameter is its own schema. */
function readParameter(given) {
    const node = resolve(given);
    const place = String(child(node, 'in')?.value);
    const schema = child(node, 'schema') ?? (node.documents.version === '2.0' ? node : undefined);
    const name = String(child(node, 'name')?.value);
    return {
        name: place === 'header' ? name.toLowerCase() : name,
        in: place,
        required: place === 'path' || child(node, 'required')?.value === true,
        media: readContent(child(node, 'content')),
        deprecated: child(node, 'deprecated')?.value === true,
        at: node,
        ...styleOf(node, place),
        ...(schema !== undefined && { schema }),
    };
}
/** The headers of an answer. The content type is told by the media types, so a header of that name says nothing. */
function readHeaders(headers) {
    return children(headers).flatMap(([name, given]) => {
        if (name.toLowerCase() === 'content-type')
            return [];
        const node = resolve(given);
        const schema = child(node, 'schema') ?? (node.documents.version === '2.0' ? node : undefined);
        const header = {
            name: name.toLowerCase(),
            in: 'header',
            required: child(node, 'required')?.value === true,
            media: readContent(child(node, 'content')),
            deprecated: child(node, 'deprecated')?.value === true,
            at: given,
            ...styleOf(node, 'header'),
            ...(schema !== undefined && { schema }),
        };
        return [header];
    });
}
/** The parameters of an operation; each of its own replaces one of its path with the same name and place. */
function readParameters(path, operation) {
    const all = [...children(child(path, 'parameters')), ...children(child(operation, 'parameters'))];
    const read = all.map(([, node]) => readParameter(node));
    return [...new Map(read.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values()];
}

;// CONCATENATED MODULE: ../openapi/lib/api/operation.js



const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];
function readBody(operation, path, root) {
    const given = child(operation, 'requestBody');
    if (given !== undefined) {
        const node = resolve(given);
        return { required: child(node, 'required')?.value === true, media: readContent(child(node, 'content')), at: given };
    }
    if (operation.documents.version !== '2.0')
        return undefined;
    const all = [...children(child(path, 'parameters')), ...children(child(operation, 'parameters'))].map(([, each]) => resolve(each));
    const [body] = all.filter((each) => child(each, 'in')?.value === 'body');
    const listed = readListed('consumes', operation, root);
    if (body !== undefined) {
        const required = child(body, 'required')?.value === true;
        return { required, media: mediaOf(child(body, 'schema'), listed, body), at: body };
    }
    const fields = all.filter((each) => child(each, 'in')?.value === 'formData');
    const [first] = fields;
    if (first === undefined)
        return undefined;
    const required = fields.some((field) => child(field, 'required')?.value === true);
    return { required, media: mediaOf(formSchema(fields, operation), listed, first), at: first };
}
function readResponses(operation, root) {
    return children(child(operation, 'responses')).flatMap(([status, given]) => {
        if (status.startsWith('x-'))
            return [];
        const node = resolve(given);
        const media = operation.documents.version === '2.0'
            ? mediaOf(child(node, 'schema'), readListed('produces', operation, root), given)
            : readContent(child(node, 'content'));
        return [
            {
                status: status.toUpperCase().replace('DEFAULT', 'default'),
                headers: readHeaders(child(node, 'headers')),
                media,
                at: given,
            },
        ];
    });
}
function readSecurity(operation, root) {
    return children(child(operation, 'security') ?? child(root, 'security')).map(([, at]) => ({
        at,
        schemes: new Map(children(at).map(([name, scopes]) => [name, children(scopes).map(([, scope]) => String(scope.value))])),
    }));
}
function readSunset(operation) {
    const at = child(operation, 'x-sunset');
    // YAML reads a bare date as text, and a JSON writer may have put anything there.
    return at === undefined ? {} : { sunset: { text: String(at.value), at } };
}
function readCallbacks(operation, root) {
    return children(child(operation, 'callbacks')).flatMap(([name, given]) => children(resolve(given)).flatMap(([expression, item]) => readPath(`${name} ${expression}`, item, root)));
}
function readOperation(method, path, item, operation, root) {
    const body = readBody(operation, item, root);
    const id = textOf(operation, 'operationId');
    const inBody = (parameter) => ['body', 'formData'].includes(parameter.in);
    return {
        method: method.toUpperCase(),
        path,
        parameters: readParameters(item, operation).filter((parameter) => !inBody(parameter)),
        responses: readResponses(operation, root),
        security: readSecurity(operation, root),
        deprecated: child(operation, 'deprecated')?.value === true,
        callbacks: readCallbacks(operation, root),
        basePaths: operation.documents.version === '2.0' ? swaggerBasePath(root) : basePathsOf(operation, item, root),
        at: operation,
        ...readSunset(operation),
        ...(id !== undefined && { id }),
        ...(body !== undefined && { body }),
    };
}
/** The operations of one path. */
function readPath(path, given, root) {
    const item = resolve(given);
    const own = METHODS.flatMap((method) => {
        const operation = child(item, method);
        return operation === undefined ? [] : [[method, operation]];
    });
    const more = children(child(item, 'additionalOperations'));
    return [...own, ...more].map(([method, operation]) => readOperation(method, path, item, operation, root));
}

;// CONCATENATED MODULE: ../openapi/lib/api/read.js




const PLACES = ['path', 'query', 'header', 'cookie', 'querystring', 'body', 'formData'];
function malformed(node, what) {
    return [{ code: 'OPENAPI_MALFORMED', message: `${what}.`, location: locate(node) }];
}
function parameterProblems(given) {
    const node = resolve(given);
    if (!isTree(node.value))
        return malformed(given, 'A parameter must be an object');
    const { name, in: place } = node.value;
    if (typeof name !== 'string' || name === '')
        return malformed(given, 'This parameter has no name');
    return PLACES.includes(String(place))
        ? []
        : malformed(given, `The parameter "${name}" is in "${String(place)}"; expected one of ${PLACES.slice(0, 5).join(', ')}`);
}
function operationProblems(operation) {
    if (!isTree(operation.value))
        return malformed(operation, 'An operation must be an object');
    const { responses } = operation.value;
    return [
        ...children(child(operation, 'parameters')).flatMap(([, each]) => parameterProblems(each)),
        ...(responses === undefined || isTree(responses)
            ? []
            : malformed(operation, 'The "responses" of an operation must be an object')),
        ...children(child(operation, 'responses')).flatMap(([status, each]) => status.startsWith('x-') || /^([1-5]\d\d|[1-5]XX|default)$/i.test(status)
            ? isTree(resolve(each).value) || status.startsWith('x-')
                ? []
                : malformed(each, `The answer "${status}" must be an object`)
            : malformed(each, `"${status}" is no status; expected a number, a range such as 4XX, or default`)),
    ];
}
const METHOD = /^(get|put|post|delete|options|head|patch|trace|query)$/;
function pathProblems(name, given) {
    const item = resolve(given);
    if (!isTree(item.value))
        return malformed(given, `The path "${name}" must be an object`);
    return [
        ...children(child(item, 'parameters')).flatMap(([, each]) => parameterProblems(each)),
        ...children(item).flatMap(([key, each]) => (METHOD.test(key) ? operationProblems(each) : [])),
    ];
}
/**
 * Reads an opened description into the model that all versions share.
 *
 * @throws Failure OPENAPI_MALFORMED with every part that is not what its place asks for, and OPENAPI_EMPTY for a
 * description without an operation: whatever it is compared with, nothing would be proved.
 */
function readApi(documents) {
    const root = descriptionOf(documents);
    const paths = children(child(root, 'paths')).filter(([name]) => !name.startsWith('x-'));
    const hooks = children(child(root, 'webhooks') ?? child(root, 'x-webhooks'));
    const notPaths = child(root, 'paths');
    (0,failure/* failWhen */.x)([
        ...(notPaths === undefined || isTree(notPaths.value) ? [] : malformed(notPaths, '"paths" must be an object')),
        ...[...paths, ...hooks].flatMap(([name, item]) => pathProblems(name, item)),
    ]);
    const operations = paths.flatMap(([path, item]) => readPath(path, item, root));
    const webhooks = hooks.flatMap(([name, item]) => readPath(name, item, root));
    if (operations.length + webhooks.length === 0) {
        const message = 'The description holds no operation, so nothing would be proved.';
        const location = locate(child(root, 'paths') ?? root);
        (0,failure/* failWhen */.x)([{ code: 'OPENAPI_EMPTY', message, remedy: 'Describe the operations under "paths".', location }]);
    }
    const schemes = descend(root, ['components', 'securitySchemes']) ?? child(root, 'securityDefinitions');
    return {
        documents,
        root,
        operations,
        webhooks,
        schemes: new Map(children(schemes).map(([name, each]) => [name, resolve(each)])),
    };
}

// EXTERNAL MODULE: ../system/lib/concurrent.js
var concurrent = __webpack_require__(6609);
// EXTERNAL MODULE: ../config/lib/config.js
var config = __webpack_require__(403);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/accepted.js


/** What a term is about, as messages name it. */
const accepted_nameOf = ({ consumer, interaction }) => `"${interaction}" of ${consumer}`;
const accepted_text = { type: 'string', minLength: 1, pattern: '\\S' };
const entries = (own) => ({
    type: 'array',
    items: {
        type: 'object',
        additionalProperties: false,
        required: [...Object.keys(own), 'reason', 'owner', 'expires'],
        properties: { ...own, reason: accepted_text, owner: accepted_text, expires: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } },
    },
});
const SCHEMA = {
    type: 'object',
    additionalProperties: false,
    required: ['version'],
    properties: {
        version: { const: 1 },
        accepted: entries({ fingerprint: { type: 'string', pattern: '^[0-9a-f]{12}$' } }),
        pending: entries({ consumer: accepted_text, interaction: accepted_text }),
    },
};
const isDay = (day) => {
    const time = Date.parse(`${day}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};
/** The day of a moment, in milliseconds since the Unix epoch, in UTC. */
const today = (now) => new Date(now).toISOString().slice(0, 10);
/** Days that there are not, and entries that say the same twice. */
function entryProblems(list, all, source) {
    return all.flatMap(({ key, expires }, index) => {
        const twice = all.findIndex((each) => each.key === key) < index;
        const at = (...path) => source.locate([list, index, ...path]);
        return [
            ...(isDay(expires) ? [] : [{ code: 'ACCEPTED_DAY', message: `There is no day ${expires}.`, location: at('expires') }]),
            ...(twice ? [{ code: 'ACCEPTED_TWICE', message: `${key} stands here twice.`, location: at() }] : []),
        ];
    });
}
/**
 * Reads the list of accepted breaks and of terms for what is pending; an empty one when no file is named.
 *
 * @throws Failure with every problem on its line, also an entry that stands twice and a day that there is not.
 */
async function readAccepted(file, files) {
    if (file === undefined)
        return { breaks: [], pending: [] };
    const { value, source } = (0,config/* parseConfig */.o)(file, await files.readText(file), { schema: SCHEMA });
    const { accepted = [], pending = [] } = value;
    const terms = pending.map((each) => ({ ...each, key: accepted_nameOf(each) }));
    const breaks = accepted.map((each) => ({ ...each, key: each.fingerprint }));
    (0,failure/* failWhen */.x)([...entryProblems('accepted', breaks, source), ...entryProblems('pending', terms, source)]);
    const located = (list, all) => all.map((each, index) => ({ ...each, location: source.locate([list, index]) }));
    return { breaks: located('accepted', accepted), pending: located('pending', pending) };
}
/** Holds a list of accepted breaks against the breaks that there are: one that is over holds no longer, one without a break is told. */
function acceptance(accepted, breaks, now) {
    const present = accepted.filter(({ fingerprint }) => breaks.has(fingerprint));
    const expired = present.filter(({ expires }) => expires < today(now));
    const valid = new Set(present.filter((each) => !expired.includes(each)).map(({ fingerprint }) => fingerprint));
    return {
        holds: (fingerprint) => valid.has(fingerprint),
        annotations: [
            ...expired.map(({ fingerprint, owner, expires, location }) => {
                const message = `${fingerprint} was accepted until ${expires}; ${owner} must mend it or accept it anew.`;
                return { level: 'error', title: 'Acceptance is over', message, ...location };
            }),
            ...accepted
                .filter((each) => !present.includes(each))
                .map(({ fingerprint, location }) => {
                const message = `No break has the fingerprint ${fingerprint} any longer; take it out.`;
                return { level: 'warning', title: 'Acceptance without a break', message, ...location };
            }),
        ],
    };
}

;// CONCATENATED MODULE: ../contract/lib/tree.js
/** Whether a value is a JSON object. */
const tree_isTree = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The value as an object; one without keys when it is none. */
const tree = (value) => (tree_isTree(value) ? value : {});
/** The value as an array; an empty one when it is none. */
const items = (value) => (Array.isArray(value) ? value : []);

;// CONCATENATED MODULE: ../contract/lib/generator.js


/** Types of generators that are known; another is a problem of the contract. */
const GENERATORS = [
    'ProviderState',
    'RandomInt',
    'RandomDecimal',
    'RandomHexadecimal',
    'RandomString',
    'RandomBoolean',
    'Regex',
    'Uuid',
    'Date',
    'Time',
    'DateTime',
    'MockServerURL',
];
const PARTS = ['method', 'path', 'query', 'header', 'body'];
/** The generators of a request, in the order of its parts. */
function generatorsOf(raw) {
    return PARTS.flatMap((part) => {
        const category = tree(tree(raw)[part]);
        const entries = typeof category['type'] === 'string' ? [['$', category]] : Object.entries(category);
        return entries.flatMap(([expression, value]) => {
            if (!tree_isTree(value))
                return [];
            const tokens = expression.startsWith('$') ? parsePath(expression) : [expression];
            return [{ part, tokens, type: String(value['type']), settings: value }];
        });
    });
}
/** A source of chance that gives the same row for the same seed, so that a run can be repeated. */
function seededRandom(seed) {
    let state = [...seed].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619), 2166136261) >>> 0;
    // Mulberry32, a generator of 32 bits of state by Tommy Ettinger, in the public domain.
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}
const letters = (count, alphabet, random) => Array.from({ length: count }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
function uuid(random, format) {
    const hex = letters(32, '0123456789abcdef', random);
    const plain = `${hex.slice(0, 12)}4${hex.slice(13, 16)}a${hex.slice(17)}`;
    const dashed = plain.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    if (format === 'simple')
        return plain;
    if (format === 'upper-case-hyphenated')
        return dashed.toUpperCase();
    return format === 'URN' ? `urn:uuid:${dashed}` : dashed;
}
const pad = (value, count) => String(value).padStart(count, '0');
/** A moment in UTC as a format writes it; letters beyond the common ones are left as they stand. */
function written(nowMs, format) {
    const at = new Date(nowMs);
    const fields = {
        y: at.getUTCFullYear(),
        M: at.getUTCMonth() + 1,
        d: at.getUTCDate(),
        H: at.getUTCHours(),
        m: at.getUTCMinutes(),
        s: at.getUTCSeconds(),
        S: at.getUTCMilliseconds(),
    };
    return format.replace(/'([^']*)'|([A-Za-z])\2*/g, (whole, quoted, letter = '') => {
        if (quoted !== undefined)
            return quoted === '' ? "'" : quoted;
        if (/^[Xx]+$/.test(letter))
            return letter === 'X' ? 'Z' : '+00:00';
        if (letter === 'Z')
            return '+0000';
        const value = fields[letter];
        return value === undefined ? whole : pad(letter === 'y' && whole.length === 2 ? value % 100 : value, whole.length);
    });
}
/** `${name}` in an expression becomes the value that the provider's state gave under that name. */
function fromStates(settings, states) {
    const expression = String(settings['expression'] ?? '');
    const names = [...expression.matchAll(/\$\{([^}]+)\}/g)].map(([, name = '']) => name);
    const missing = names.find((name) => !Object.hasOwn(states, name));
    if (missing !== undefined)
        return { missing };
    const [only] = names;
    if (only !== undefined && expression === `\${${only}}`)
        return { value: states[only] };
    if (names.length === 0)
        return Object.hasOwn(states, expression) ? { value: states[expression] } : { missing: expression };
    return { value: expression.replace(/\$\{([^}]+)\}/g, (_, name) => String(states[name])) };
}
/** A value that a generator makes, `example` when it has none of its own, or the name that no provider state gave. */
function generate({ type, settings }, example, { states, nowMs, random, url }) {
    const setting = (name, fallback) => Number(settings[name] ?? fallback);
    switch (type) {
        case 'ProviderState':
            return fromStates(settings, states);
        case 'RandomInt': {
            const [min, max] = [setting('min', 0), setting('max', 2 ** 31 - 1)];
            return { value: min + Math.floor(random() * (max - min + 1)) };
        }
        case 'RandomDecimal': {
            const digits = letters(Math.max(2, setting('digits', 10)), '123456789', random);
            return { value: Number(`${digits.slice(0, -1)}.${digits.slice(-1)}`) };
        }
        case 'RandomHexadecimal':
            return { value: letters(setting('digits', 10), '0123456789abcdef', random) };
        case 'RandomString':
            return { value: letters(setting('size', 20), 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', random) };
        case 'RandomBoolean':
            return { value: random() < 0.5 };
        case 'Uuid':
            return { value: uuid(random, settings['format']) };
        case 'Date':
            return { value: written(nowMs, String(settings['format'] ?? 'yyyy-MM-dd')) };
        case 'Time':
            return { value: written(nowMs, String(settings['format'] ?? 'HH:mm:ss')) };
        case 'DateTime':
            return { value: written(nowMs, String(settings['format'] ?? "yyyy-MM-dd'T'HH:mm:ss'Z'")) };
        case 'MockServerURL':
            return { value: String(settings['example'] ?? example).replace(/^https?:\/\/[^/]+/, url) };
        default:
            // A text that fits a pattern: the contract's own example does, and can be found again in the provider's log.
            return { value: example };
    }
}

// EXTERNAL MODULE: ../../node_modules/magic-bytes.js/dist/index.js
var dist = __webpack_require__(2507);
;// CONCATENATED MODULE: ../contract/lib/content.js

/** The media type of a content-type header, without parameters and in lower case. */
function mediaTypeOf(header) {
    return (header.split(';')[0] ?? '').trim().toLowerCase();
}
/** How a body of this type is judged. */
function formOf(mediaType) {
    if (/^multipart\//.test(mediaType))
        return 'multipart';
    if (/[/+]json([-+]|$)|^application\/(graphql|ndjson)$/.test(mediaType))
        return 'json';
    if (/[/+]xml$/.test(mediaType))
        return 'xml';
    if (mediaType === 'application/x-www-form-urlencoded')
        return 'form';
    return /^text\/|^application\/(javascript|yaml|x-yaml|sql|jwt|toml)$/.test(mediaType) ? 'text' : 'binary';
}
/** The type that the bytes themselves show. */
function detectedTypes(bytes) {
    const text = Buffer.from(bytes.subarray(0, 4096)).toString('utf8').trimStart();
    const readable = !text.includes('\uFFFD') && !text.includes('\0');
    if (readable && /^(\{|\[|"|-?\d|true\b|false\b|null\b)/.test(text)) {
        try {
            JSON.parse(Buffer.from(bytes).toString('utf8'));
            return ['application/json', 'text/plain'];
        }
        catch {
            return ['text/plain'];
        }
    }
    if (readable && /^<(!doctype html|html)\b/i.test(text))
        return ['text/html', 'text/plain'];
    if (readable && text.startsWith('<'))
        return ['application/xml', 'text/xml', 'text/plain'];
    const found = (0,dist.filetypemime)(bytes);
    return found.length > 0 ? found : [readable ? 'text/plain' : 'application/octet-stream'];
}

// EXTERNAL MODULE: ../../node_modules/semver/index.js
var semver = __webpack_require__(84);
// EXTERNAL MODULE: ../../node_modules/lossless-json/lib/esm/index.js + 6 modules
var esm = __webpack_require__(9223);
;// CONCATENATED MODULE: ../contract/lib/exact-json.js

/**
 * A number of a JSON text with the digits it is written with.
 *
 * Contracts tell `1` from `1.0`, and identifiers longer than a double holds are compared digit by digit.
 */
class ExactNumber {
    text;
    constructor(text) {
        this.text = text;
    }
    /** Without a fraction and without an exponent. */
    get isInteger() {
        return /^-?\d+$/.test(this.text);
    }
    valueOf() {
        return Number(this.text);
    }
    toJSON() {
        return Number(this.text);
    }
    /** Whether both stand for the same number: `1`, `1.0` and `1e0` do. */
    equals(other) {
        if (this.isInteger && other.isInteger)
            return BigInt(this.text) === BigInt(other.text);
        return Number(this.text) === Number(other.text);
    }
}
/** The value of a JSON text with its numbers as they are written, or why it is none. */
function parseExactJson(text) {
    try {
        return { value: (0,esm/* parse */.qg)(text, null, (digits) => new ExactNumber(digits)) };
    }
    catch (error) {
        if (error instanceof RangeError)
            return { problem: 'JSON that is not nested too deeply to be read' };
        if (!(error instanceof SyntaxError))
            throw error;
        return { problem: /duplicate key/i.test(error.message) ? 'JSON in which no key stands twice' : 'JSON' };
    }
}
/** A JSON text in which every number is written as it was read. */
function writeExactJson(value) {
    const digits = {
        test: (each) => each instanceof ExactNumber,
        stringify: (each) => each.text,
    };
    return (0,esm/* stringify */.As)(value, null, undefined, [digits]) ?? 'null';
}

// EXTERNAL MODULE: ../../node_modules/safe-regex2/index.js
var safe_regex2 = __webpack_require__(8640);
;// CONCATENATED MODULE: ../contract/lib/pattern.js


/** `(?i)` and the like as flags of JavaScript, which knows them only there. */
function withBacktracking(pattern) {
    const [prefix = '', flags = ''] = /^\(\?([ims]+)\)/.exec(pattern) ?? [];
    const source = pattern
        .slice(prefix.length)
        .replace(/\\A/g, '(?<![\\s\\S])')
        .replace(/\\[zZ]/g, '(?![\\s\\S])');
    // Alone first: an open bracket would swallow the anchors. They are not ^ and $, which the flag m lets fit one line.
    const alone = new RegExp(source, flags);
    if (!safe_regex2(alone))
        throw new SyntaxError('it may take forever on some texts: it repeats a repetition');
    return new RegExp(`(?<![\\s\\S])(?:${source})(?![\\s\\S])`, flags);
}
const pattern_compiled = new Map();
/**
 * Compiles a contract's pattern as Pact's own engine reads it: it must fit the whole text, `(?i)` may stand first, and
 * `\A`, `\z` and `[[:alpha:]]` mean what they mean there.
 *
 * A consumer chose the pattern and a provider the text, and a backtracking engine may take years for thirty letters; so
 * patterns run in time linear to the text. Look-around and back references cannot: they go to JavaScript's own engine,
 * unless a repetition within a repetition would let that run away.
 *
 * @throws SyntaxError when it is no pattern, or one that cannot be bounded.
 */
function compilePattern(pattern) {
    const known = pattern_compiled.get(pattern);
    if (known !== undefined)
        return known;
    const made = pattern_compile(pattern);
    pattern_compiled.set(pattern, made);
    return made;
}
function pattern_compile(pattern) {
    try {
        const linear = build/* RE2JS */.L3.compile(pattern);
        return { test: (text) => linear.matches(text) };
    }
    catch (error) {
        const lookaround = /\(\?(?:<?[=!]|>)|\\[1-9]|\\k</.test(pattern);
        if (!lookaround)
            throw new SyntaxError(error instanceof Error ? error.message : String(error), { cause: error });
        return withBacktracking(pattern);
    }
}

;// CONCATENATED MODULE: ../contract/lib/value.js

/** A value as a person reads it, cut to a length that fits into a sentence. */
function value_shown(value) {
    const text = value instanceof ExactNumber ? value.text : (JSON.stringify(value) ?? 'nothing');
    return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
/** The JSON type of a value. */
function value_typeOf(value) {
    if (value === null)
        return 'null';
    if (value instanceof ExactNumber)
        return 'number';
    return Array.isArray(value) ? 'array' : typeof value;
}
/** Whether a value is a JSON object. */
function isRecord(value) {
    return value_typeOf(value) === 'object';
}
const exact = (value) => (typeof value === 'number' ? new ExactNumber(String(value)) : value);
/** Whether two JSON values are the same; numbers are the same when they stand for the same number. */
function value_equal(one, other) {
    const [a, b] = [exact(one), exact(other)];
    if (a instanceof ExactNumber && b instanceof ExactNumber)
        return a.equals(b);
    if (Array.isArray(a) && Array.isArray(b))
        return a.length === b.length && a.every((value, index) => value_equal(value, b[index]));
    if (!isRecord(a) || !isRecord(b))
        return a === b;
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && value_equal(a[key], b[key]));
}

;// CONCATENATED MODULE: ../contract/lib/matcher.js






/** The number in a text, for the parts of an answer that hold only texts: headers, forms, XML. */
function readNumber(text) {
    return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? new ExactNumber(text) : undefined;
}
function typeProblem(matcher, expected, actual) {
    if (value_typeOf(actual) !== value_typeOf(expected))
        return `must be of type ${value_typeOf(expected)}, and is ${value_shown(actual)}`;
    if (!Array.isArray(actual))
        return undefined;
    if (matcher.min !== undefined && actual.length < matcher.min)
        return `must hold at least ${matcher.min} items, and holds ${actual.length}`;
    if (matcher.max !== undefined && actual.length > matcher.max)
        return `must hold at most ${matcher.max} items, and holds ${actual.length}`;
    return undefined;
}
function matcher_textOf(value) {
    return typeof value === 'string' ? value : value instanceof ExactNumber ? value.text : JSON.stringify(value);
}
const matcher_exact = (value) => (typeof value === 'number' ? new ExactNumber(String(value)) : value);
const isInteger = (value) => value instanceof ExactNumber && value.isInteger;
const isDecimal = (value) => value instanceof ExactNumber && !value.isInteger;
const isFilled = (value) => value !== null && value !== '' && !value_equal(value, []) && !value_equal(value, {});
const isSemver = (value) => typeof value === 'string' && /^\d/.test(value) && (0,semver.valid)(value) !== null;
const isObjectOrArray = (value) => isRecord(value) || Array.isArray(value);
const TEMPORAL_WORDS = { date: 'a date', time: 'a time', datetime: 'a date and time' };
/** What must be true of a value that is judged whole, in words and as a test. */
function demandOf(matcher, expected) {
    switch (matcher.match) {
        case 'regex': {
            const pattern = compilePattern(matcher.regex);
            return { what: `like ${matcher.regex}`, met: (value) => !isObjectOrArray(value) && pattern.test(matcher_textOf(value)) };
        }
        case 'include':
            return { what: `a text with ${value_shown(matcher.value)} in it`, met: (value) => matcher_textOf(value).includes(matcher.value) };
        case 'integer':
            return { what: 'a whole number', met: isInteger };
        case 'decimal':
            return { what: 'a number with a fraction', met: isDecimal };
        case 'number':
            return { what: 'a number', met: (value) => value instanceof ExactNumber };
        case 'boolean':
            // The specification counts the texts "true" and "false" as booleans, too.
            return { what: 'true or false', met: (value) => ['true', 'false'].includes(String(value)) };
        case 'null':
            return { what: 'null', met: (value) => value === null };
        case 'notEmpty':
            return {
                what: 'filled',
                met: (value) => isFilled(value) && (!isObjectOrArray(expected) || value_typeOf(value) === value_typeOf(expected)),
            };
        case 'semver':
            return { what: 'a semantic version', met: isSemver };
        case 'date':
        case 'time':
        case 'datetime': {
            const { match, format } = matcher;
            return {
                what: `${TEMPORAL_WORDS[match]} written as ${format}`,
                met: (value) => typeof value === 'string' && fitsTemporal(format, value),
            };
        }
        case 'contentType':
            return { what: matcher.value, met: (value) => detectedTypes(Buffer.from(matcher_textOf(value))).includes(matcher.value) };
        default:
            return { what: value_shown(expected), met: (value) => value_equal(expected, value) };
    }
}
/** What is wrong with a value by one matcher that looks at the value whole; undefined when it is right. */
function matcherProblem(matcher, expected, actual) {
    const value = matcher_exact(actual);
    if (matcher.match === 'type')
        return typeProblem(matcher, matcher_exact(expected), value);
    if (matcher.match === 'statusCode')
        return undefined;
    const { what, met } = demandOf(matcher, expected);
    return met(value) ? undefined : `must be ${what}, and is ${value_shown(value)}`;
}

;// CONCATENATED MODULE: ../contract/lib/form.js



function form_valuesOf(text) {
    const values = new Map();
    for (const [name, value] of new URLSearchParams(text))
        values.set(name, [...(values.get(name) ?? []), value]);
    return values;
}
/** A text is all that a form, a header or an XML element holds; matchers of numbers read it first. */
function textValue({ match }, text) {
    return ['integer', 'decimal', 'number'].includes(match) ? (readNumber(text) ?? text) : text;
}
function fieldMismatches(rules, name, expected, actual) {
    const rule = ruleAt(rules, [name]) ?? ruleAt(rules, [name, '0']);
    const path = [name];
    if (rule === undefined) {
        const same = expected.length === actual.length && expected.every((value, index) => value === actual[index]);
        return same ? [] : [{ path, message: `must be ${value_shown(expected.join(', '))}, and is ${value_shown(actual.join(', '))}` }];
    }
    return actual.flatMap((value, index) => rule.matchers.flatMap((matcher) => {
        const problem = matcherProblem(matcher, expected[index] ?? expected[0] ?? '', textValue(matcher, value));
        return problem === undefined ? [] : [{ path, message: problem }];
    }));
}
/** Matches a form (`application/x-www-form-urlencoded`): the same fields, in any order, each with its values in theirs. */
function matchForm(rules, expected, actual) {
    const [wanted, given] = [form_valuesOf(expected), form_valuesOf(actual)];
    const missing = [...wanted.keys()].filter((name) => !given.has(name)).map((name) => ({ path: [name], message: 'is missing' }));
    const added = [...given.keys()]
        .filter((name) => !wanted.has(name))
        .map((name) => ({ path: [name], message: 'is a field that the contract does not know' }));
    const found = [...wanted].flatMap(([name, values]) => {
        const actualValues = given.get(name);
        return actualValues === undefined ? [] : fieldMismatches(rules, name, values, actualValues);
    });
    return [...missing, ...added, ...found];
}

;// CONCATENATED MODULE: ../contract/lib/match.js



function objectMismatches(rules, path, expected, actual) {
    if (!isRecord(actual))
        return [{ path, message: `must be an object, and is ${value_shown(actual)}` }];
    return Object.entries(expected).flatMap(([key, value]) => Object.hasOwn(actual, key)
        ? matchValue(rules, [...path, key], value, actual[key])
        : [{ path: [...path, key], message: 'is missing' }]);
}
/** Every item as the example's item at its place; what is beyond the example, as its first one. */
function itemMismatches(rules, path, expected, actual) {
    if (!Array.isArray(actual))
        return [{ path, message: `must be an array, and is ${value_shown(actual)}` }];
    if (expected.length === 0)
        return [];
    return actual.flatMap((item, index) => matchValue(rules, [...path, String(index)], index < expected.length ? expected[index] : expected[0], item));
}
/** The parts of a value, where a rule on the value leaves them to rules of their own. */
function partMismatches(rules, path, expected, actual) {
    if (Array.isArray(expected))
        return itemMismatches(rules, path, expected, actual);
    return isRecord(expected) ? objectMismatches(rules, path, expected, actual) : [];
}
/** Without any rule: objects hold at least what the example holds, arrays as many items, and all else is equal. */
function plainMismatches(rules, path, expected, actual) {
    if (Array.isArray(expected) && Array.isArray(actual) && actual.length !== expected.length)
        return [{ path, message: `must hold ${expected.length} items, and holds ${actual.length}` }];
    if (Array.isArray(expected) || isRecord(expected))
        return partMismatches(rules, path, expected, actual);
    return value_equal(expected, actual) ? [] : [{ path, message: `must be ${value_shown(expected)}, and is ${value_shown(actual)}` }];
}
/** Any key will do; each value is as the example's value under that key, or as its first one. */
function valuesMismatches(rules, path, expected, actual) {
    if (Array.isArray(expected))
        return itemMismatches(rules, path, expected, actual);
    if (!isRecord(expected) || !isRecord(actual))
        return [{ path, message: `must be an object, and is ${value_shown(actual)}` }];
    const [first] = Object.values(expected);
    if (first === undefined)
        return [];
    return Object.entries(actual).flatMap(([key, value]) => matchValue(rules, [...path, key], Object.hasOwn(expected, key) ? expected[key] : first, value));
}
/** The matchers hold for every value: they are rules on all that is directly below. */
function eachValueMismatches(rules, path, matchers, expected, actual) {
    const below = { tokens: [...path, '*'], combine: 'AND', matchers };
    return valuesMismatches([...rules, below], path, expected, actual);
}
/** Each key is judged; of the values under keys that the example has too, only whether they can have parts at all. */
function eachKeyMismatches(path, matchers, expected, actual) {
    if (!isRecord(actual))
        return [{ path, message: `must be an object, and is ${value_shown(actual)}` }];
    const examples = isRecord(expected) ? expected : {};
    const [example = ''] = Object.keys(examples);
    return Object.entries(actual).flatMap(([key, value]) => {
        const [wanted, given] = [value_typeOf(examples[key]), value_typeOf(value)];
        const apart = Object.hasOwn(examples, key) && wanted !== given && [wanted, given].some((type) => /^(object|array)$/.test(type));
        const problems = matchers.map((matcher) => matcherProblem(matcher, example, key)).filter((problem) => problem !== undefined);
        return [
            ...problems.map((problem) => ({ path: [...path, key], message: `is a key that ${problem}` })),
            ...(apart ? [{ path: [...path, key], message: `must be of type ${wanted}, and is ${value_shown(value)}` }] : []),
        ];
    });
}
/** Somewhere in the array there must be an item like each variant; of one that is nowhere, the nearest miss is told. */
function variantMismatches(path, variants, expected, actual) {
    if (!Array.isArray(actual))
        return [{ path, message: `must be an array, and is ${value_shown(actual)}` }];
    return variants.flatMap(({ index, rules }) => {
        const example = Array.isArray(expected) ? expected[index] : undefined;
        const misses = actual.map((item) => matchValue(rules, [], example, item));
        if (misses.some((miss) => miss.length === 0))
            return [];
        const [nearest] = misses.toSorted((a, b) => a.length - b.length);
        const why = nearest?.map((miss) => `${miss.path.join('.') || 'it'} ${miss.message}`).join(', ');
        const message = `must hold an item like ${value_shown(example)}, and ${why === undefined ? 'is empty' : `of the nearest ${why}`}`;
        return [{ path: [...path, String(index)], message }];
    });
}
function matcherMismatches(matcher, rules, path, expected, actual) {
    switch (matcher.match) {
        case 'values':
            return valuesMismatches(rules, path, expected, actual);
        case 'eachValue':
            return eachValueMismatches(rules, path, matcher.matchers, expected, actual);
        case 'eachKey':
            return eachKeyMismatches(path, matcher.matchers, expected, actual);
        case 'arrayContains':
            return variantMismatches(path, matcher.variants, expected, actual);
        default: {
            const problem = matcherProblem(matcher, expected, actual);
            if (problem !== undefined)
                return [{ path, message: problem }];
            return matcher.match === 'type' || matcher.match === 'notEmpty' ? partMismatches(rules, path, expected, actual) : [];
        }
    }
}
function matchValue(rules, path, expected, actual) {
    const rule = ruleAt(rules, path);
    if (rule === undefined)
        return plainMismatches(rules, path, expected, actual);
    const found = rule.matchers.map((matcher) => matcherMismatches(matcher, rules, path, expected, actual));
    if (rule.combine === 'OR' && found.some((each) => each.length === 0))
        return [];
    return found.flat();
}
/**
 * Matches an answer's JSON body with a contract's example under its rules.
 *
 * Postel's law, as in Pact: the answer may hold more than the example; what the example holds must be there.
 *
 * @param expected the example; numbers as `ExactNumber`, or as JavaScript has them.
 * @param actual the value, with its numbers as `parseExactJson` reads them.
 */
function matchBody(rules, expected, actual) {
    return matchValue(rules, [], expected, actual);
}

;// CONCATENATED MODULE: ../contract/lib/match-xml.js




const below = ({ names, numbered }, ...steps) => ({
    names: [...names, ...steps],
    numbered: [...numbered, ...steps],
});
const nth = ({ names, numbered }, index) => ({ names, numbered: [...numbered, String(index)] });
const ruleOf = (rules, { names, numbered }) => ruleAt(rules, numbered) ?? ruleAt(rules, names);
function textMismatches(rules, place, expected, actual) {
    const rule = ruleOf(rules, place);
    const path = place.names;
    if (rule === undefined)
        return expected === actual ? [] : [{ path, message: `must be ${value_shown(expected)}, and is ${value_shown(actual)}` }];
    return rule.matchers.flatMap((matcher) => {
        const problem = matcherProblem(matcher, expected, textValue(matcher, actual));
        return problem === undefined ? [] : [{ path, message: problem }];
    });
}
function attributeMismatches(rules, place, expected, actual) {
    return [...expected.attributes].flatMap(([name, value]) => {
        const given = actual.attributes.get(name);
        const at = below(place, `@${name}`);
        return given === undefined ? [{ path: at.names, message: 'is missing' }] : textMismatches(rules, at, value, given);
    });
}
function countProblem(rule, expected, actual) {
    const sized = rule?.matchers.find((matcher) => matcher.match === 'type');
    const [min, max] = [sized?.min ?? (sized === undefined ? expected : 1), sized?.max];
    if (actual === 0 && min > 0)
        return 'is missing';
    if (actual < min)
        return `must be there at least ${min} times, and is there ${actual} times`;
    return max !== undefined && actual > max ? `must be there at most ${max} times, and is there ${actual} times` : undefined;
}
/** The children of one name: each as the example's at its place, and what is beyond those as the first when a rule allows more. */
function groupMismatches(rules, place, expected, actual) {
    const rule = ruleOf(rules, place);
    const problem = countProblem(rule, expected.length, actual.length);
    if (problem !== undefined)
        return [{ path: place.names, message: problem }];
    const judged = rule === undefined ? actual.slice(0, expected.length) : actual;
    return judged.flatMap((element, index) => {
        const example = expected[index] ?? expected[0];
        return example === undefined ? [] : elementMismatches(rules, nth(place, index), example, element);
    });
}
function childMismatches(rules, place, expected, actual) {
    return [...Map.groupBy(expected.children, ({ identity }) => identity)].flatMap(([identity, wanted]) => {
        const given = actual.children.filter((child) => child.identity === identity);
        return groupMismatches(rules, below(place, wanted[0]?.name ?? ''), wanted, given);
    });
}
function elementMismatches(rules, place, expected, actual) {
    // An element that holds elements may be written with white space between them; only a leaf's text, or a mixture's, counts.
    const text = textMismatches(rules, below(place, '#text'), expected.text, actual.text);
    return [...attributeMismatches(rules, place, expected, actual), ...text, ...childMismatches(rules, place, expected, actual)];
}
/**
 * Matches an XML document with a contract's example under its rules.
 *
 * Names are compared by their namespace, whatever the prefix; children in any order; more of them may be there than the
 * example has. Rules name elements, `['@attribute']` and `['#text']`.
 */
function matchXml(rules, expected, actual) {
    if (expected.identity !== actual.identity)
        return [{ path: [expected.name], message: `must be the root element, and the root is ${actual.name}` }];
    return elementMismatches(rules, { names: [expected.name], numbered: [expected.name] }, expected, actual);
}

// EXTERNAL MODULE: ../../node_modules/fast-xml-parser/src/xmlparser/XMLParser.js + 26 modules
var XMLParser = __webpack_require__(302);
// EXTERNAL MODULE: ../../node_modules/fast-xml-parser/src/fxp.js
var fxp = __webpack_require__(1884);
;// CONCATENATED MODULE: ../contract/lib/xml.js

const ATTRIBUTES = ':@';
const TEXT = '#text';
const parser = new XMLParser/* default */.A({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    cdataPropName: '#cdata',
    processEntities: true,
});
function scopeOf(attributes, outer) {
    const own = [...attributes].flatMap(([name, value]) => name === 'xmlns' ? [['', value]] : name.startsWith('xmlns:') ? [[name.slice(6), value]] : []);
    return own.length === 0 ? outer : new Map([...outer, ...own]);
}
function identityOf(name, scope) {
    const [first = '', ...rest] = name.split(':');
    const [prefix, local] = rest.length === 0 ? ['', first] : [first, rest.join(':')];
    return `{${scope.get(prefix) ?? prefix}}${local}`;
}
const textIn = (node) => {
    if (TEXT in node)
        return String(node[TEXT]);
    const cdata = node['#cdata'];
    return cdata === undefined ? '' : cdata.map(textIn).join('');
};
function elementOf(node, outer) {
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES && !key.startsWith('#') && !key.startsWith('?'));
    if (name === undefined)
        return undefined;
    const attributes = new Map(Object.entries((node[ATTRIBUTES] ?? {})));
    const scope = scopeOf(attributes, outer);
    const content = node[name];
    return {
        name,
        identity: identityOf(name, scope),
        attributes: new Map([...attributes].filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))),
        children: content.map((each) => elementOf(each, scope)).filter((each) => each !== undefined),
        text: content.map(textIn).join('').trim(),
    };
}
/** The root element of an XML text; undefined when it is not well formed. */
function parseXml(text) {
    if (fxp/* XMLValidator */.iI.validate(text) !== true)
        return undefined;
    const nodes = parser.parse(text);
    return nodes.map((node) => elementOf(node, new Map())).find((element) => element !== undefined);
}

;// CONCATENATED MODULE: ../contract/lib/body.js









const body_whole = (message) => [{ path: [], message }];
/** The text of bytes in the charset that a content type names; undefined when they are none in it, or it is unknown. */
function body_textOf({ bytes, type = '' }) {
    const [, charset = 'utf-8'] = /;\s*charset="?([\w-]+)/i.exec(type) ?? [];
    try {
        return new TextDecoder(charset, { fatal: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
function jsonMismatches(rules, { value, bytes }, text) {
    const actual = parseExactJson(text);
    if ('problem' in actual)
        return body_whole(`must be ${actual.problem}, and is ${value_shown(text)}`);
    const expected = bytes === undefined ? { value } : parseExactJson(Buffer.from(bytes).toString('utf8'));
    return 'problem' in expected
        ? body_whole(`cannot be compared: the example is not ${expected.problem}`)
        : matchBody(rules, expected.value, actual.value);
}
function xmlMismatches(rules, { value }, text) {
    const [expected, actual] = [parseXml(String(value)), parseXml(text)];
    if (expected === undefined)
        return body_whole('cannot be compared: the example is not XML');
    return actual === undefined ? body_whole(`must be XML, and is ${value_shown(text)}`) : matchXml(rules, expected, actual);
}
/** A body that has no parts: by the rules on all of it, or to the letter. */
function wholeMismatches(rules, expected, actual, same) {
    const rule = ruleAt(rules, []);
    if (rule === undefined)
        return same ? [] : body_whole('is another text');
    const problems = rule.matchers.map((matcher) => matcherProblem(matcher, expected, actual)).filter((each) => each !== undefined);
    if (actual === '' && expected !== '' && problems.length === 0)
        return body_whole('is empty');
    return problems.flatMap(body_whole);
}
function byteMismatches(rules, { value, bytes }, actual) {
    const expected = bytes ?? Buffer.from(String(value));
    const same = Buffer.from(expected).equals(actual);
    const text = (each) => Buffer.from(each).toString('latin1');
    return wholeMismatches(rules, text(expected), text(actual), same).map((found) => found.message === 'is another text'
        ? { ...found, message: `must be the same ${expected.length} bytes, and is ${actual.length} others` }
        : found);
}
function kindMismatches(wanted, bytes) {
    const found = detectedTypes(bytes);
    return found.includes(wanted) ? [] : body_whole(`must be ${wanted}, and is ${found[0] ?? 'of no known type'}`);
}
/**
 * Matches a body with what a contract says that it must be: JSON, XML, a form, text or bytes, by its content type.
 *
 * @returns mismatches whose paths begin at the body.
 */
function matchContent(rules, expected, actual) {
    if (expected.value === undefined)
        return [];
    if (expected.value === null && expected.bytes === undefined)
        return actual.bytes.length === 0
            ? []
            : body_whole(`must be empty, and is ${value_shown(body_textOf(actual) ?? `${actual.bytes.length} bytes`)}`);
    const [wanted, given] = [expected.type, actual.type ?? expected.type].map(mediaTypeOf);
    const kind = ruleAt(rules, [])?.matchers.find((matcher) => matcher.match === 'contentType');
    // It asks what the bytes are, whatever they are called.
    if (kind !== undefined)
        return kindMismatches(kind.value, actual.bytes);
    const form = formOf(wanted);
    if (form !== formOf(given))
        return body_whole(`must be of the type ${expected.type}, and is of the type ${actual.type ?? 'nothing'}`);
    if (form === 'binary' || form === 'multipart')
        return byteMismatches(rules, expected, actual.bytes);
    const text = body_textOf(actual);
    if (text === undefined)
        return body_whole(`is not text in the charset of its type, ${actual.type ?? expected.type}`);
    if (form === 'json')
        return jsonMismatches(rules, expected, text);
    if (form === 'xml')
        return xmlMismatches(rules, expected, text);
    if (form === 'form')
        return matchForm(rules, String(expected.value), text);
    return wholeMismatches(rules, expected.value, text, text === expected.value);
}

;// CONCATENATED MODULE: ../contract/lib/matching-rules.js



const matchersIn = (value) => items(value).map((each) => normalise(tree(each)));
/** The rules of one category, as versions 3 and 4 write them. */
function rulesOf(category) {
    const tree_ = tree(category);
    // Headers and status hold their matchers without a path in between; version 3 writes the status so, too.
    const entries = 'matchers' in tree_ ? [['$', tree_]] : Object.entries(tree_);
    return entries.map(([expression, value]) => {
        const rule = tree(value);
        return {
            tokens: expression.startsWith('$') ? parsePath(expression) : [expression.toLowerCase()],
            combine: rule['combine'] === 'OR' ? 'OR' : 'AND',
            matchers: 'matchers' in rule ? matchersIn(rule['matchers']) : [normalise(rule)],
        };
    });
}
const matching_rules_TEMPORAL = { date: 'date', time: 'time', datetime: 'datetime', timestamp: 'datetime' };
/** Version 2 names a matcher by its parameters (`{"min": 2}`, `{"regex": "…"}`) where later ones say `match`. */
function normalise(matcher) {
    const match = String(matcher['match'] ?? ('regex' in matcher ? 'regex' : 'type'));
    if (Object.hasOwn(matching_rules_TEMPORAL, match)) {
        const kind = matching_rules_TEMPORAL[match];
        return { match: kind, format: String(matcher['format'] ?? matcher[match] ?? DEFAULT_FORMATS[kind]) };
    }
    if (match === 'eachKey' || match === 'eachValue')
        return { match, matchers: matchersIn(matcher['rules']) };
    if (match === 'arrayContains') {
        const variants = items(matcher['variants']).map(tree);
        return { match, variants: variants.map(({ index, rules }) => ({ index: Number(index ?? 0), rules: rulesOf(rules) })) };
    }
    return { ...matcher, match };
}
/** Version 2 has one flat list (`$.body.id`, `$.headers.Location`); later versions have one list a category. */
function categories(response) {
    const all = tree(response['matchingRules']);
    const flat = Object.keys(all).some((key) => key.startsWith('$'));
    if (!flat)
        return { body: rulesOf(all['body']), header: rulesOf(all['header'] ?? all['headers']), status: rulesOf(all['status']) };
    const under = (name) => rulesOf(all).flatMap((rule) => rule.tokens[0] === name
        ? [{ ...rule, tokens: rule.tokens.slice(1).map((token) => (name === 'headers' ? token.toLowerCase() : token)) }]
        : []);
    return { body: under('body'), header: under('headers'), status: [] };
}

;// CONCATENATED MODULE: ../contract/lib/interaction.js




const texts = (value) => Object.fromEntries(Object.entries(tree(value)).map(([name, text]) => [name.toLowerCase(), [text].flat().join(', ')]));
function queryOf(query) {
    if (typeof query === 'string')
        return query;
    const pairs = Object.entries(tree(query)).flatMap(([name, values]) => [values].flat().map((value) => [name, String(value)]));
    return new URLSearchParams(pairs).toString();
}
/** Version 4 wraps a body in its content and type; earlier versions hold it bare. */
const isWrapped = ({ body }) => tree_isTree(body) && 'content' in body && 'contentType' in body;
function bodyOf(part) {
    const body = part['body'];
    if (!tree_isTree(body) || !isWrapped(part))
        return body === undefined ? {} : { body };
    const { content, encoded } = body;
    const contentType = String(body['contentType']);
    if (encoded !== 'base64' && encoded !== true)
        return { body: content, contentType };
    const bytes = Buffer.from(String(content), 'base64');
    return { body: bytes.toString('utf8'), bytes, contentType };
}
/** The provider states of an interaction, as any version writes them. */
function statesOf(interaction) {
    const old = interaction['providerState'] ?? interaction['provider_state'];
    const listed = items(interaction['providerStates']).map(tree);
    const named = typeof old === 'string' ? [{ name: old }] : listed;
    return named.map((state) => ({ name: String(tree(state)['name']), params: tree(tree(state)['params']) }));
}
function requestOf(request, exact) {
    const { body, ...held } = bodyOf(request);
    const { body: exactBody } = bodyOf(exact);
    return {
        method: String(request['method'] ?? 'GET').toUpperCase(),
        path: String(request['path'] ?? '/'),
        query: queryOf(request['query']),
        headers: texts(request['headers']),
        generators: generatorsOf(request['generators']),
        ...(body !== undefined && body !== null && { body: typeof body === 'string' ? body : writeExactJson(exactBody) }),
        ...held,
    };
}
function responseOf(response, exact) {
    const held = bodyOf(response);
    return {
        status: Number(response['status'] ?? 200),
        headers: texts(response['headers']),
        rules: categories(response),
        ...held,
        ...(held.body !== undefined && { exact: bodyOf(exact).body }),
    };
}
/** Reads an interaction over HTTP; `exact` is the same one with its numbers as they are written. */
function interactionOf(raw, exact, index, source) {
    const locateIn = (part) => ([first = '', ...rest]) => {
        const at = ['interactions', index, part];
        const inside = isWrapped(tree(raw[part])) ? ['content'] : [];
        return source.locateKey(first === 'body' ? [...at, 'body', ...inside, ...rest] : [...at, first, ...rest]);
    };
    return {
        description: String(raw['description'] ?? `interaction ${index + 1}`),
        states: statesOf(raw),
        pending: raw['pending'] === true,
        request: requestOf(tree(raw['request']), tree(exact['request'])),
        response: responseOf(tree(raw['response']), tree(exact['response'])),
        location: source.locate(['interactions', index]),
        locate: locateIn('response'),
        locateRequest: locateIn('request'),
    };
}

;// CONCATENATED MODULE: ../contract/lib/message.js








/** Whether an interaction of version 4 is a message. */
function isMessage(raw) {
    return /^(Asynchronous|Synchronous)\/Messages$/.test(String(tree(raw)['type']));
}
function message_bodyOf({ raw, exact }, metadata) {
    const [contents, exactContents] = [raw['contents'], exact['contents']];
    const stated = String(metadata['contentType'] ?? metadata['content-type'] ?? 'application/json');
    if (!tree_isTree(contents) || !('content' in contents && 'contentType' in contents))
        return { value: exactContents, type: stated };
    const type = String(contents['contentType']);
    const { encoded, content } = contents;
    if (encoded !== 'base64' && encoded !== true)
        return { value: tree(exactContents)['content'], type };
    const bytes = Buffer.from(String(content), 'base64');
    return { value: bytes.toString('utf8'), bytes, type };
}
/** The part that the consumer reads: of a synchronous message its answer, else the message itself. */
function partOf(place) {
    if (!('response' in place.raw))
        return place;
    return {
        raw: tree(items(place.raw['response'])[0]),
        exact: tree(items(place.exact['response'])[0]),
        path: [...place.path, 'response', 0],
    };
}
function messageOf(place, index, source) {
    const { raw, path } = place;
    const part = partOf(place);
    const metadata = tree(part.raw['metadata'] ?? part.raw['metaData']);
    const rules = tree(part.raw['matchingRules']);
    const wrapped = tree_isTree(part.raw['contents']) && 'content' in part.raw['contents'] && 'contentType' in part.raw['contents'];
    const request = tree(raw['request']);
    return {
        description: String(raw['description'] ?? `message ${index + 1}`),
        states: statesOf(raw),
        pending: raw['pending'] === true,
        ...('response' in raw && {
            request: { contents: tree(request['contents'])['content'] ?? request['contents'], metadata: tree(request['metadata']) },
        }),
        body: message_bodyOf(part, metadata),
        metadata,
        rules: { body: rulesOf(rules['body']), metadata: rulesOf(rules['metadata']) },
        location: source.locate(path),
        locate: ([first = '', ...rest]) => source.locateKey(first === 'body' ? [...part.path, 'contents', ...(wrapped ? ['content'] : []), ...rest] : [...part.path, first, ...rest]),
    };
}
/** Every message of a pact: those of version 3 in a list of their own, those of version 4 among the interactions. */
function messagesOf(root, exact, source) {
    return ['messages', 'interactions'].flatMap((list) => items(root[list]).flatMap((raw, index) => list === 'messages' || isMessage(raw)
        ? [messageOf({ raw: tree(raw), exact: tree(items(exact[list])[index]), path: [list, index] }, index, source)]
        : []));
}
function metadataMismatches({ metadata, rules }, actual) {
    return Object.entries(metadata).flatMap(([name, expected]) => {
        const path = ['metadata', name];
        // Judged with the body, whose type it is.
        if (/^content-?type$/i.test(name))
            return [];
        if (!Object.hasOwn(actual, name))
            return [{ path, message: 'is missing' }];
        const rule = ruleAt(rules.metadata, [name.toLowerCase()]) ?? ruleAt(rules.metadata, [name]);
        if (rule === undefined)
            return value_equal(expected, actual[name])
                ? []
                : [{ path, message: `must be ${value_shown(expected)}, and is ${value_shown(actual[name])}` }];
        return rule.matchers.flatMap((matcher) => {
            const problem = matcherProblem(matcher, expected, actual[name]);
            return problem === undefined ? [] : [{ path, message: problem }];
        });
    });
}
/** Everything in a message that is not as the contract says: metadata and contents. */
function matchMessage(message, actual) {
    const told = actual.metadata['contentType'] ?? actual.metadata['content-type'] ?? actual.type;
    const type = told === undefined ? undefined : String(told);
    const typeWrong = type !== undefined && mediaTypeOf(type) !== mediaTypeOf(message.body.type)
        ? [{ path: ['metadata', 'contentType'], message: `must be ${message.body.type}, and is ${type}` }]
        : [];
    const body = matchContent(message.rules.body, message.body, { bytes: actual.bytes, ...(type !== undefined && { type }) });
    const inBody = body.map(({ path, message: words }) => ({ path: ['body', ...path], message: words }));
    return [...typeWrong, ...metadataMismatches(message, actual.metadata), ...inBody];
}

;// CONCATENATED MODULE: ../contract/lib/problems.js






function patternProblem(matcher) {
    const { regex } = matcher;
    if (typeof regex !== 'string')
        return 'has no "regex"';
    try {
        compilePattern(regex);
        return undefined;
    }
    catch (error) {
        const reason = String(error).split(': ').at(-1);
        return `has the pattern ${JSON.stringify(regex)}, which is no regular expression: ${reason}`;
    }
}
function formatProblem(matcher, match) {
    const format = matcher['format'] ?? matcher[match];
    if (format === undefined || (typeof format === 'string' && isTemporalFormat(format)))
        return undefined;
    return `has the format ${JSON.stringify(format)}, in which a letter means nothing; quote text in it: 'T'`;
}
/** What is wrong with what a known matcher needs beside its name. */
function problems_matcherProblem(matcher, match) {
    const { min, max, status } = matcher;
    if (match === 'regex')
        return patternProblem(matcher);
    if ((match === 'include' || match === 'contentType') && typeof matcher['value'] !== 'string')
        return 'has no "value"';
    if (['date', 'time', 'datetime', 'timestamp'].includes(String(match)))
        return formatProblem(matcher, String(match));
    if ((match === 'eachKey' || match === 'eachValue') && items(matcher['rules']).length === 0)
        return 'has no "rules"';
    if (match === 'arrayContains' && items(matcher['variants']).length === 0)
        return 'has no "variants"';
    if ([min, max].some((limit) => limit !== undefined && typeof limit !== 'number'))
        return 'has a limit that is no number';
    const known = Array.isArray(status) || Object.keys(STATUS_CLASSES).includes(String(status));
    return match === 'statusCode' && !known
        ? `has a "status" that is none of ${Object.keys(STATUS_CLASSES).join(', ')}`
        : undefined;
}
/** The problems of all matching rules below a node, each on the line of its matcher or expression. */
function ruleProblems(node, path, source) {
    if (Array.isArray(node))
        return node.flatMap((each, index) => ruleProblems(each, [...path, index], source));
    if (!tree_isTree(node))
        return [];
    const match = node['match'] ?? ('regex' in node ? 'regex' : undefined);
    if (match !== undefined && !MATCHERS.includes(String(match))) {
        const message = `The contract uses the matcher "${String(match)}", which cannot be judged here.`;
        const remedy = `Use one of ${MATCHERS.join(', ')}.`;
        return [{ code: 'CONTRACT_MATCHER_UNKNOWN', message, remedy, location: source.locate(path) }];
    }
    const wrong = match === undefined ? undefined : problems_matcherProblem(node, match);
    if (wrong !== undefined) {
        const location = source.locate('regex' in node ? [...path, 'regex'] : path);
        return [{ code: 'CONTRACT_MATCHER_MALFORMED', message: `The matcher "${String(match)}" ${wrong}.`, location }];
    }
    // The example that a matcher carries is data, whatever it looks like.
    const entries = Object.entries(node).filter(([key]) => match === undefined || key !== 'value');
    return entries.flatMap(([key, value]) => [
        ...(key.startsWith('$') && !isWholePath(key)
            ? [
                {
                    code: 'CONTRACT_PATH_UNKNOWN',
                    message: `The expression ${key} cannot be judged here.`,
                    remedy: "Use names, indices and the wildcard: $.items[*].name, $['card token'].",
                    location: source.locateKey([...path, key]),
                },
            ]
            : []),
        ...ruleProblems(value, [...path, key], source),
    ]);
}
function generatorProblems(node, path, source) {
    if (!tree_isTree(node))
        return [];
    const { type } = node;
    if (typeof type === 'string' && !GENERATORS.includes(type)) {
        const message = `The contract uses the generator "${type}", which is not known here.`;
        const remedy = `Use one of ${GENERATORS.join(', ')}.`;
        return [{ code: 'CONTRACT_GENERATOR_UNKNOWN', message, remedy, location: source.locate(path) }];
    }
    return Object.entries(node).flatMap(([key, value]) => generatorProblems(value, [...path, key], source));
}
/** A body of several parts has a boundary of its own each time, and nothing here reads it yet. */
function bodyProblems(part, path, source) {
    const headers = Object.entries(tree(part['headers'])).filter(([name]) => name.toLowerCase() === 'content-type');
    const type = [tree(part['body'])['contentType'], ...headers.map(([, value]) => [value].flat()[0])].find((each) => typeof each === 'string');
    if (!/^multipart\//i.test(String(type)) || part['body'] === undefined)
        return [];
    const message = `A body of the type ${String(type)} cannot be judged here.`;
    const remedy = 'Leave its body out of the contract, and state status and headers.';
    return [{ code: 'CONTRACT_BODY_UNKNOWN', message, remedy, location: source.locate([...path, 'body']) }];
}
function messageProblems(raw, path, source) {
    const { response, contents, matchingRules } = tree(raw);
    const part = isMessage(raw) && response !== undefined ? tree(items(response)[0]) : tree(raw);
    const missing = tree_isTree(raw) && part['contents'] === undefined && contents === undefined;
    return [
        ...(missing ? [{ code: 'CONTRACT_MALFORMED', message: 'A message needs its contents.', location: source.locate(path) }] : []),
        ...ruleProblems(matchingRules ?? part['matchingRules'], [...path, 'matchingRules'], source),
    ];
}
function interactionProblems(raw, path, source) {
    const { type, request, response, providerStates } = tree(raw);
    const at = (code, message) => [{ code, message, location: source.locate(path) }];
    if (isMessage(raw))
        return messageProblems(raw, path, source);
    if (type !== undefined && type !== 'Synchronous/HTTP')
        return at('CONTRACT_INTERACTION_UNKNOWN', `Interactions of the type ${String(type)} cannot be verified here.`);
    if (!tree_isTree(request) || !tree_isTree(response))
        return at('CONTRACT_MALFORMED', 'An interaction needs a request and a response.');
    const nameless = items(providerStates).some((state) => typeof tree(state)['name'] !== 'string');
    return [
        ...(nameless ? at('CONTRACT_MALFORMED', 'A provider state of this interaction has no name.') : []),
        ...ruleProblems(response['matchingRules'], [...path, 'response', 'matchingRules'], source),
        ...generatorProblems(request['generators'], [...path, 'request', 'generators'], source),
        ...bodyProblems(response, [...path, 'response'], source),
    ];
}
/** Everything about a pact that keeps it from being verified, each on its line. */
function contractProblems(source) {
    const root = tree(source.value);
    const interactions = items(root['interactions']);
    const messages = items(root['messages']);
    const problem = (code, message, path) => ({ code, message, location: source.locate(path) });
    const nameless = ['consumer', 'provider'].filter((side) => typeof tree(root[side])['name'] !== 'string');
    return [
        ...nameless.map((side) => problem('CONTRACT_MALFORMED', `This is not a pact: it names no ${side}.`, [side])),
        ...(interactions.length === 0 && messages.length === 0
            ? [problem('CONTRACT_EMPTY', 'The contract holds no interaction, so it proves nothing.', ['interactions'])]
            : []),
        ...interactions.flatMap((raw, index) => interactionProblems(raw, ['interactions', index], source)),
        ...messages.flatMap((raw, index) => messageProblems(raw, ['messages', index], source)),
    ];
}

;// CONCATENATED MODULE: ../contract/lib/pact.js








function notJson(problems, cause) {
    const remedy = 'Have the consumer write it anew; it may have been cut off.';
    return new failure/* Failure */.H([problems].flat().map((problem) => ({ ...problem, code: 'CONTRACT_SYNTAX', remedy })), { cause });
}
/** A pact is JSON; the YAML reader is asked for its knowledge of lines, and reads what no other tool would. */
function parseContract(file, text) {
    let source;
    try {
        source = (0,lib_source/* parseSource */.P)(file, text);
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H))
            throw error;
        const problems = error.problems.map((problem) => ({ ...problem, message: problem.message.replace('YAML', 'JSON') }));
        throw notJson(problems, error);
    }
    try {
        JSON.parse(text);
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const [, line, column] = /line (\d+) column (\d+)/.exec(reason) ?? [];
        const location = { file, ...(line !== undefined && { line: Number(line), column: Number(column) }) };
        throw notJson({ code: '', message: `This is not valid JSON: ${reason}.`, location }, error);
    }
    return source;
}
/**
 * Parses a pact of version 2, 3 or 4.
 *
 * @throws Failure with every problem on its line: what is not a pact, holds nothing, or could not be judged. None of
 * these is ever taken for an empty contract that passes.
 */
function parsePact(file, text) {
    const source = parseContract(file, text);
    (0,failure/* failWhen */.x)(contractProblems(source));
    const root = tree(source.value);
    const read = parseExactJson(text);
    const exact = 'value' in read ? tree(read.value) : {};
    const interactions = items(root['interactions']).flatMap((raw, index) => isMessage(raw) ? [] : [interactionOf(tree(raw), tree(items(exact['interactions'])[index]), index, source)]);
    const name = (side) => oneLine(String(tree(root[side])['name']));
    return {
        file,
        consumer: name('consumer'),
        provider: name('provider'),
        interactions,
        messages: messagesOf(root, exact, source),
    };
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/broker/place.js
/** Whether a contract was read from a broker, so that its file is an address. */
const isRemote = (file) => /^https?:\/\//.test(file);
function place_shown(annotation) {
    const { file, line, endLine: _, column: __, ...rest } = annotation;
    if (file === undefined || !isRemote(file))
        return annotation;
    return { ...rest, message: `${rest.message} In ${file}${line === undefined ? '' : `, line ${line}`}.` };
}
/** Annotations as a repository can show them: one on a broker's contract stands in no file, and says its place instead. */
const inRepository = (annotations) => annotations.map(place_shown);
/** A problem with its place in its words: it is in no file that an annotation could stand in. */
const inWords = ({ location, ...problem }) => ({
    ...problem,
    message: location === undefined ? problem.message : `${location.file}, line ${location.line ?? 1}: ${problem.message}`,
});

;// CONCATENATED MODULE: ../../actions/contract-test/lib/broker/selector.js



const selector_text = { type: 'string', minLength: 1 };
const yes = { const: true };
/** https://docs.pact.io/pact_broker/advanced_topics/consumer_version_selectors */
const SELECTOR = {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: {
        ...{ mainBranch: yes, matchingBranch: yes, branch: selector_text, fallbackBranch: selector_text, fallbackToMainBranch: yes },
        ...{ deployed: yes, released: yes, deployedOrReleased: yes, environment: selector_text },
        ...{ tag: selector_text, fallbackTag: selector_text, latest: yes, consumer: selector_text },
    },
};
const selector_SCHEMA = { type: 'array', minItems: 1, items: SELECTOR };
/**
 * Parses selectors, in YAML or JSON.
 *
 * @throws Failure INPUT_MALFORMED with every problem: a key that the broker does not know would select nothing, or everything.
 */
function parseSelectors(raw) {
    try {
        return (0,config/* parseConfig */.o)('Input "consumer-version-selectors"', raw, { schema: selector_SCHEMA }).value;
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H))
            throw error;
        const remedy = 'Write a list such as [{"mainBranch": true}, {"deployedOrReleased": true}].';
        const problems = error.problems.map((problem) => ({ remedy, ...inWords(problem), code: 'INPUT_MALFORMED' }));
        throw new failure/* Failure */.H(problems, { cause: error });
    }
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/broker/broker.js


const broker_malformed = (message, remedy) => ({ code: 'INPUT_MALFORMED', message, remedy });
function addressProblem(url) {
    const parsed = URL.canParse(url) ? new URL(url) : undefined;
    if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
        return broker_malformed('Input "broker-url" is no web address with its scheme.', 'Write it like https://broker.example.com.');
    }
    if (parsed.username === '' && parsed.password === '' && parsed.search === '' && parsed.hash === '')
        return undefined;
    const message = 'Input "broker-url" holds more than an address: credentials, a query or a fragment.';
    const remedy = 'Give credentials as "broker-token", or "broker-username" and "broker-password"; addresses are shown in logs.';
    return broker_malformed(message, remedy);
}
function authorizationOf({ brokerToken, brokerUsername, brokerPassword }) {
    if (brokerToken !== undefined)
        return `Bearer ${brokerToken.reveal()}`;
    if (brokerUsername === undefined || brokerPassword === undefined)
        return undefined;
    return `Basic ${Buffer.from(`${brokerUsername}:${brokerPassword.reveal()}`).toString('base64')}`;
}
function tokenProblem({ brokerToken }) {
    if (brokerToken === undefined || /^[\x20-\x7e\x80-\xff]+$/.test(brokerToken.reveal()))
        return undefined;
    const message = 'Input "broker-token" holds a character that no header takes, such as a line break.';
    return broker_malformed(message, 'Give the token alone, as the broker shows it.');
}
/** The branch of the run: a pull request's own, not that of its merge. */
function branchOf(context) {
    return context.environment('GITHUB_HEAD_REF') ?? /^refs\/heads\/(.+)$/.exec(context.ref ?? '')?.[1];
}
/** The broker that the inputs name, if they name one; what is wrong with them goes to `problems`. */
async function brokerOf(inputs, context, problems) {
    const { brokerUrl: url, enablePending: pending } = inputs;
    if (url === undefined)
        return undefined;
    const wrong = [addressProblem(url), tokenProblem(inputs)].filter((problem) => problem !== undefined);
    problems.push(...wrong);
    const selectors = await (0,collect/* collect */.F)(problems, () => parseSelectors(inputs.consumerVersionSelectors));
    if (wrong.length > 0 || selectors === undefined)
        return undefined;
    const branch = inputs.providerVersionBranch ?? branchOf(context);
    const authorization = authorizationOf(inputs);
    return {
        url: url.replace(/\/+$/, ''),
        selectors,
        pending,
        ...(branch !== undefined && { branch }),
        ...(authorization !== undefined && { authorization }),
    };
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/schema.js
const schema_text = { type: 'string' };
/** An object, with the members that it must have and those that it may. */
const fields = (required, optional = {}) => ({
    type: 'object',
    required: Object.keys(required),
    properties: { ...required, ...optional },
});
const list = (items) => ({ type: 'array', items });

// EXTERNAL MODULE: ../system/lib/redirect.js
var redirect = __webpack_require__(216);
// EXTERNAL MODULE: ../system/lib/retry.js
var retry = __webpack_require__(7064);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/answer-body.js

/** No contract, and no example in one, is larger; an answer that is would only fill the memory. */
const BODY_MAX_BYTES = 20 * 1024 * 1024;
/** Reads an answer to its end; a Failure ANSWER_TOO_LONG or ANSWER_CUT_OFF when that cannot be done. */
async function answer_body_readBody(response) {
    const pieces = [];
    let size = 0;
    try {
        for await (const piece of response.stream()) {
            size += piece.length;
            if (size > BODY_MAX_BYTES) {
                const message = `the answer is longer than ${BODY_MAX_BYTES / 1024 / 1024} MiB, and was not read to its end`;
                throw new failure/* Failure */.H({ code: 'ANSWER_TOO_LONG', message });
            }
            pieces.push(piece);
        }
    }
    catch (cause) {
        if (cause instanceof failure/* Failure */.H && cause.code === 'ANSWER_TOO_LONG')
            throw cause;
        throw new failure/* Failure */.H({ code: 'ANSWER_CUT_OFF', message: 'the answer was cut off in its body, or did not end in time' }, { cause });
    }
    return Buffer.concat(pieces);
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/broker/exchange.js




const TIMEOUT_MS = 30_000;
const ATTEMPTS = 4;
const LONGEST_REASON = 300;
const exchange_failure = (code, message, remedy) => new failure/* Failure */.H({ code, message, remedy });
/**
 * Throws when an address that the broker itself gave is on another server: the credentials belong to this one.
 *
 * A broker behind a proxy gives addresses that it was told, so a wrong one is mended there.
 */
function insistOnHost(url, broker) {
    const { origin, host } = new URL(broker.url);
    if (URL.canParse(url, broker.url) && new URL(url, broker.url).origin === origin)
        return;
    const other = URL.canParse(url) ? new URL(url).origin : 'an address that is none';
    const message = `The broker at ${host} sends us to ${other}, which gets no credentials and is not asked.`;
    throw exchange_failure('BROKER_OTHER_HOST', message, `Set the broker's own base URL (PACT_BROKER_BASE_URL) to ${origin}.`);
}
async function sendOnce({ method, url, body }, broker, { http, cancelled }) {
    const headers = {
        accept: 'application/hal+json, application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(broker.authorization !== undefined && { authorization: broker.authorization }),
    };
    const request = { method, headers, timeoutMs: TIMEOUT_MS, silenceMs: TIMEOUT_MS, signal: cancelled };
    const send = (to) => http.fetch({ ...request, url: to, ...(body !== undefined && { body }) });
    return (await (0,redirect/* followingRedirects */.H)(url, method, send, (other) => insistOnHost(other, broker))).response;
}
/** Sends until there is an answer that another attempt would not change. */
async function send(question, broker, ports) {
    const patience = { clock: ports.clock, log: ports.log, signal: ports.cancelled, attempts: ATTEMPTS };
    try {
        return await (0,retry/* retrying */.R)(() => sendOnce(question, broker, ports), patience);
    }
    catch (error) {
        const away = error instanceof failure/* Failure */.H && error.code.startsWith('HTTP_');
        if (!away || ports.cancelled.aborted)
            throw error;
        const reason = error.problems[0]?.message ?? error.message;
        const remedy = 'Check "broker-url", and that this runner may reach it; or run again once the broker is well.';
        throw exchange_failure('BROKER_UNREACHABLE', `The broker did not give ${question.what}: ${reason}`, remedy);
    }
}
/** What the broker itself says of a refusal, in one line. */
function reasonOf(bytes) {
    const said = oneLine(Buffer.from(bytes).toString('utf8')).trim();
    return said === '' || said.startsWith('<') ? '' : ` It says: ${said.slice(0, LONGEST_REASON)}`;
}
function refusal({ what }, { status, headers }, bytes, host) {
    const type = headers['content-type'] ?? '';
    if (status === 200 && /\bjson\b/.test(type))
        return undefined;
    const answer = status === 200 ? `${type || 'no content type'} instead of JSON` : String(status);
    const said = status === 200 ? '' : reasonOf(bytes);
    const problem = (code, remedy) => {
        return { code, message: `The broker at ${host} answered with ${answer} when asked for ${what}.${said}`, remedy };
    };
    if (status === 401 || status === 403)
        return problem('BROKER_REFUSED', 'Give "broker-token", or "broker-username" and "broker-password", that may read it.');
    if (status === 404)
        return problem('BROKER_NOT_FOUND', 'Check "broker-url", and how the provider is spelt there; its consumers publish it.');
    if (status === 400 || status === 422)
        return problem('BROKER_QUESTION', 'Correct "consumer-version-selectors" or "provider-version-branch".');
    if (status === 429 || status >= 500)
        return problem('BROKER_UNAVAILABLE', 'Run again once the broker is well.');
    return problem('BROKER_ANSWER', 'Check "broker-url", and whether a proxy or a login page answers in its place.');
}
/**
 * Asks a broker, and insists on an answer of its own, in JSON. It is given as bytes: contracts keep the digits of their numbers.
 *
 * @throws Failure BROKER_UNREACHABLE, BROKER_REFUSED, BROKER_NOT_FOUND, BROKER_QUESTION, BROKER_UNAVAILABLE,
 *   BROKER_OTHER_HOST or BROKER_ANSWER (a login page, for one). None of these is ever taken for an answer without contracts.
 */
async function ask(question, broker, ports) {
    const response = await send(question, broker, ports);
    const { host } = new URL(broker.url);
    const bytes = await answer_body_readBody(response).catch((error) => {
        if (!(error instanceof failure/* Failure */.H))
            throw error;
        const message = `The broker at ${host} did not give ${question.what}: ${error.problems[0]?.message}.`;
        throw exchange_failure('BROKER_ANSWER', message, 'Run again; if it stays so, look at the contract on the broker.');
    });
    const refused = refusal(question, response, bytes, host);
    if (refused === undefined)
        return bytes;
    throw new failure/* Failure */.H(refused);
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/broker/pacts.js







const AT_ONCE = 4;
const NOTICE = fields({ text: schema_text }, { when: schema_text });
const PROPERTIES = fields({}, { pending: { type: ['boolean', 'null'] }, notices: list(NOTICE) });
const PACT = fields({ _links: fields({ self: fields({ href: schema_text }, { name: schema_text }) }) }, { verificationProperties: PROPERTIES });
const LISTING = fields({ _embedded: fields({ pacts: list(PACT) }) });
/** https://docs.pact.io/pact_broker/advanced_topics/api_docs/pacts_for_verification */
async function listed(provider, broker, ports) {
    const url = `${broker.url}/pacts/provider/${encodeURIComponent(provider)}/for-verification`;
    const body = {
        consumerVersionSelectors: broker.selectors,
        includePendingStatus: broker.pending,
        ...(broker.branch !== undefined && { providerVersionBranch: broker.branch }),
    };
    const what = `the contracts of ${provider}`;
    const bytes = await ask({ method: 'POST', url, body: JSON.stringify(body), what }, broker, ports);
    try {
        return (0,config/* parseConfig */.o)(url, (0,lib_decode/* decodeText */.g)(url, bytes), { schema: LISTING }).value._embedded.pacts;
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H))
            throw error;
        const message = `The broker's answer is no list of contracts: ${error.problems[0]?.message ?? ''}`;
        throw new failure/* Failure */.H({
            code: 'BROKER_ANSWER',
            message,
            remedy: 'Check "broker-url", and the version of the broker (2.71 or later).',
        });
    }
}
const allPending = (contract) => ({
    ...contract,
    interactions: contract.interactions.map((each) => ({ ...each, pending: true })),
    messages: contract.messages.map((each) => ({ ...each, pending: true })),
});
async function pacts_read({ _links: { self }, verificationProperties }, broker, ports) {
    insistOnHost(self.href, broker);
    const url = new URL(self.href, `${broker.url}/`).href;
    for (const { when = 'before_verification', text: notice } of verificationProperties?.notices ?? [])
        if (when === 'before_verification')
            ports.log.info(`${self.name ?? url}: ${oneLine(notice)}`);
    const bytes = await ask({ method: 'GET', url, what: self.name ?? url }, broker, ports);
    try {
        const contract = parsePact(url, (0,lib_decode/* decodeText */.g)(url, bytes));
        return verificationProperties?.pending === true ? allPending(contract) : contract;
    }
    catch (error) {
        throw error instanceof failure/* Failure */.H ? new failure/* Failure */.H(error.problems.map(inWords), { cause: error }) : error;
    }
}
/**
 * Reads the contracts that a broker has for a provider and its selectors name; what is wrong with one joins the problems, and
 * the others are still read. The file of each is its address.
 */
async function readBrokerPacts(provider, broker, ports, problems) {
    const all = (await (0,collect/* collect */.F)(problems, () => listed(provider, broker, ports))) ?? [];
    const unique = [...new Map(all.map((each) => [each._links.self.href, each])).values()];
    const pacts = await (0,concurrent/* concurrently */.r)(AT_ONCE, unique, (each) => (0,collect/* collect */.F)(problems, () => pacts_read(each, broker, ports)));
    return pacts.filter((contract) => contract !== undefined);
}

// EXTERNAL MODULE: ../../actions/contract-test/lib/inputs.js
var lib_inputs = __webpack_require__(4912);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/contracts.js






/** Reads every contract; what is wrong with one joins the problems, and the others are still read. */
async function readContracts(patterns, files, problems) {
    const found = await Promise.all(patterns.map((pattern) => files.glob(pattern)));
    const paths = [...new Set(found.flat())].sort();
    const read = await Promise.all(paths.map((path) => (0,collect/* collect */.F)(problems, async () => parsePact(path, (0,lib_decode/* decodeText */.g)(path, await files.readBytes(path))))));
    return {
        contracts: read.filter((contract) => contract !== undefined),
        empty: patterns.filter((_, index) => found[index]?.length === 0),
    };
}
async function contracts_patternProblem(empty, files) {
    const folders = await Promise.all(empty.map(async (pattern) => ((await files.list(pattern)).length > 0 ? [pattern] : [])));
    const [folder] = folders.flat();
    return {
        code: 'CONTRACT_NONE',
        message: `No file matches "contracts" (${empty.join(', ')}), so nothing would be proved.`,
        remedy: folder === undefined
            ? 'Add the consumers\' pacts, correct the pattern, or set "allow-none: true" for a service without consumers.'
            : `${folder} is a folder; write ${folder}/*.json.`,
    };
}
/**
 * Every contract with the providers: those of files, and those of a broker where one is named. What is wrong with any of them
 * joins the problems, and so does that there is none, unless that is allowed.
 */
async function gatherContracts(inputs, providers, ports, context, problems) {
    const { contracts, empty } = await readContracts(inputs.contracts, ports.files, problems);
    const before = problems.length;
    const broker = await brokerOf(inputs, context, problems);
    const ask = (provider) => broker === undefined ? Promise.resolve([]) : readBrokerPacts(provider, broker, ports, problems);
    const all = [...contracts, ...(await Promise.all(providers.map(ask))).flat()];
    const idle = inputs.brokerUrl === undefined ? empty : empty.filter((pattern) => pattern !== lib_inputs/* DEFAULT_CONTRACTS */.e);
    if (inputs.allowNone)
        return all;
    if (idle.length > 0)
        problems.push(await contracts_patternProblem(idle, ports.files));
    else if (all.length === 0 && problems.length === before && inputs.brokerUrl !== undefined) {
        const message = `The broker has no contract with ${providers.join(', ')} that "consumer-version-selectors" name, so nothing would be proved.`;
        const remedy = 'Have the consumers publish theirs with a branch, correct the selectors, or set "allow-none: true".';
        problems.push({ code: 'CONTRACT_NONE', message, remedy });
    }
    return all;
}
/** The consumers of a list that have no contract: what a change does to them is unknown. */
function withoutContract(consumers, contracts) {
    const known = new Set(contracts.map(({ consumer }) => consumer));
    return [...new Set(consumers ?? [])].filter((name) => !known.has(name)).sort();
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/can-i-deploy/gap.js
const gap_short = (sha) => sha.slice(0, 7);
const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
/** Deployments that could not be read. */
function deploymentsGap({ service, repository, environments }, { cause, reason }) {
    const remedies = {
        absent: `Correct the repository, or give a token that may read it: the run's own token reads no other private repository.`,
        refused: 'Give a token with "deployments: read" and "contents: read" of every repository in "services".',
        unreachable: 'Run it again once GitHub answers.',
    };
    return {
        code: cause === 'unreachable' ? 'DEPLOY_UNREACHABLE' : 'DEPLOY_UNREADABLE',
        message: `The deployments of ${service} (${repository}) could not be read: ${reason}`,
        remedy: remedies[cause],
        command: `gh api ${quoted(`repos/${repository}/deployments?environment=${encodeURIComponent(environments[0] ?? '')}`)}`,
    };
}
/** More deployments than are looked through, and none of them says what serves. */
const tooManyGap = ({ service, repository }, environment, looked) => ({
    code: 'DEPLOY_TOO_MANY',
    message: `The newest ${looked} deployments of ${service} to ${environment} do not tell what serves there.`,
    remedy: 'Deploy it once with success, or lower "live-versions".',
    command: `gh api --paginate ${quoted(`repos/${repository}/deployments?environment=${encodeURIComponent(environment)}`)}`,
});
/** A commit that GitHub does not give. */
function commitGap({ service, repository }, sha, { cause, reason }, shallow) {
    if (shallow) {
        return {
            code: 'DEPLOY_SHALLOW',
            message: `The checkout is shallow and lacks ${gap_short(sha)}, the deployed commit of ${service}, and GitHub did not give it: ${reason}`,
            remedy: 'Check the whole history out: "fetch-depth: 0".',
            command: 'git fetch --unshallow',
        };
    }
    if (cause === 'absent') {
        return {
            code: 'DEPLOY_COMMIT_GONE',
            message: `${gap_short(sha)}, the deployed commit of ${service}, is not in ${repository}; a forced push may have removed it.`,
            remedy: `Bring the commit back with a tag from a clone that has it, or deploy ${service} anew.`,
            command: `git push https://github.com/${repository} ${sha}:refs/tags/deployed-${gap_short(sha)}`,
        };
    }
    return {
        code: 'DEPLOY_UNREADABLE',
        message: `${gap_short(sha)}, the deployed commit of ${service}, could not be read: ${reason}`,
        remedy: 'Give a token with "contents: read" of the repository, or run it again once GitHub answers.',
        command: `gh api repos/${repository}/git/trees/${sha}`,
    };
}
/** A commit with more files than GitHub lists. */
const truncatedGap = ({ service, repository }, sha) => ({
    code: 'DEPLOY_TREE_TRUNCATED',
    message: `${repository} has more files than GitHub lists at once, so those of ${service} at ${gap_short(sha)} are not all known.`,
    remedy: 'Run it in a checkout of that repository with its whole history, where git lists them.',
    command: `git ls-tree -r --name-only ${sha}`,
});
/** A file of a deployed commit that cannot be read or makes no sense. */
function fileGap({ service, repository }, sha, problems) {
    const [first] = problems;
    const { file = '', line } = first?.location ?? {};
    const place = file === '' ? '' : ` ${file}${line === undefined ? '' : `:${line}`}:`;
    return {
        code: 'DEPLOY_FILE_INVALID',
        message: `What ${service} says of itself at the deployed commit ${gap_short(sha)} cannot be read.${place} ${first?.message ?? ''}`.trim(),
        remedy: `Mend it and deploy ${service} anew.`,
        command: `gh api repos/${repository}/contents/${file}?ref=${sha}`,
    };
}
/** A provider without a description. */
const descriptionGap = (service, file, where, command) => ({
    code: 'DEPLOY_NO_DESCRIPTION',
    message: `${service} has no file ${file} ${where}, so what it offers is not known.`,
    remedy: `Add its OpenAPI description, or name the file with "openapi".`,
    command,
});

;// CONCATENATED MODULE: ../../actions/contract-test/lib/can-i-deploy/service.js
const HOME = /^([\w.-]+\/[\w.-]+)(?::([^:]+))?$/;
function duplicates(homes) {
    return homes.flatMap(({ service, repository, environments }, index) => {
        const same = homes.slice(0, index).find((each) => {
            const repositories = [each.repository, repository].map((name) => name.toLowerCase());
            return repositories[0] === repositories[1] && each.environments.some((name) => environments.includes(name));
        });
        if (same === undefined)
            return [];
        const message = `${same.service} and ${service} are both kept in ${repository}, and their deployments have the same environment "${environments[0]}".`;
        const remedy = 'Give each service environments of its own, and write {service} where its name stands: production-{service}.';
        return [{ code: 'SERVICES_AMBIGUOUS', message, remedy }];
    });
}
/** Reads where each service is kept; what is wrong joins the problems. */
function parseServices(services, environments, problems) {
    const homes = Object.entries(services).flatMap(([service, text]) => {
        const [, repository, folder = ''] = HOME.exec(text) ?? [];
        const steps = folder.split('/').filter((step) => step !== '' && step !== '.');
        if (repository === undefined || steps.includes('..')) {
            const message = `Input "services" has "${text}" for ${service}; expected OWNER/REPOSITORY, or OWNER/REPOSITORY:FOLDER.`;
            problems.push({ code: 'INPUT_MALFORMED', message, remedy: `Write it like ${service}=org/${service}.` });
            return [];
        }
        const own = environments.map((name) => name.replaceAll('{service}', service));
        return [{ service, repository, folder: steps.join('/'), environments: own }];
    });
    problems.push(...duplicates(homes));
    return homes;
}
/** A path or pattern of the service, from the root of its repository. */
const inFolder = ({ folder }, path) => folder === '' ? path : `${folder}/${path.replace(/^(\.?\/)+/, '')}`;

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/can-i-deploy/commit-files.js


const readOnly = () => {
    throw new Error('A commit is never written.');
};
function entriesOf(paths, folder) {
    const inside = folder === '' ? '' : `${folder}/`;
    const found = new Map();
    for (const path of paths) {
        if (!path.startsWith(inside))
            continue;
        const [name = '', ...rest] = path.slice(inside.length).split('/');
        found.set(name, rest.length > 0 ? 'folder' : 'file');
    }
    return [...found].map(([name, kind]) => ({ name, kind })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
/** The files of a commit as if they were checked out, each read when it is asked for. */
function commitFiles(entries, readBlob) {
    const tree = new Map(entries.map((entry) => [entry.path, entry]));
    const at = (path) => external_node_path_.posix.resolve('/', path).slice(1);
    const get = (path) => {
        const entry = tree.get(at(path));
        if (entry === undefined)
            throw new failure/* Failure */.H({ code: 'FILE_NOT_FOUND', message: `There is no file ${path} in the commit.` });
        return entry;
    };
    const readBytes = async (path) => readBlob(get(path).id);
    const list = (path) => entriesOf(tree.keys(), at(path));
    return {
        readBytes,
        readText: async (path) => Buffer.from(await readBytes(path)).toString('utf8'),
        exists: async (path) => tree.has(at(path)) || list(path).length > 0,
        list: async (path) => list(path),
        glob: async (pattern) => [...tree.keys()].filter((path) => external_node_path_.posix.matchesGlob(path, at(pattern))).sort(),
        size: async (path) => get(path).size,
        resolve: (path) => `/${at(path)}`,
        realPath: async (path) => `/${at(path)}`,
        async *stream(path, from = 0) {
            yield (await readBytes(path)).subarray(from);
        },
        write: readOnly,
        append: readOnly,
        remove: readOnly,
    };
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/can-i-deploy/checkout.js


const FILE = /^(100644|100755) blob ([0-9a-f]+)\s+(\d+)\t(.+)$/s;
/** What git prints; undefined when it fails, or is not there. */
async function git(exec, ...args) {
    try {
        const { exitCode, stdout } = await exec.run('git', args);
        return exitCode === 0 ? stdout : undefined;
    }
    catch (error) {
        if (error instanceof failure/* Failure */.H)
            return undefined;
        throw error;
    }
}
/** The files of a commit that the checkout has; undefined when it has not. */
async function checkoutFiles(sha, exec) {
    const listed = await git(exec, 'ls-tree', '-r', '-z', '-l', '--full-tree', sha);
    if (listed === undefined)
        return undefined;
    const entries = listed.split('\0').flatMap((line) => {
        const [, , id, size, path] = FILE.exec(line) ?? [];
        return id === undefined || path === undefined ? [] : [{ path, id, size: Number(size) }];
    });
    return commitFiles(entries, async (id) => {
        const content = await git(exec, 'cat-file', 'blob', id);
        // A clone without blobs lists a tree and cannot give what is in it.
        if (content === undefined)
            throw new failure/* Failure */.H({ code: 'GIT_OBJECT', message: `The checkout has no object ${id}.` });
        return Buffer.from(content);
    });
}
/** Whether the checkout leaves out older commits. */
const isShallow = async (exec) => (await git(exec, 'rev-parse', '--is-shallow-repository'))?.trim() === 'true';

;// CONCATENATED MODULE: ../../actions/contract-test/lib/can-i-deploy/commit.js




function blobReader(github) {
    return async (id) => {
        const blob = await github.readBlob(id);
        if (blob.kind === 'read')
            return blob.value;
        throw new failure/* Failure */.H({ code: 'GITHUB_UNREAD', message: `GitHub did not give the file: ${blob.reason}` });
    };
}
/** The files of a commit: the checkout's, where it has the commit, and otherwise GitHub's. */
async function openCommit(home, sha, { github, exec }) {
    const local = exec === undefined ? undefined : await checkoutFiles(sha, exec);
    if (local !== undefined)
        return { kind: 'found', value: local };
    const tree = await github.readTree(sha);
    if (tree.kind === 'unread') {
        const shallow = exec !== undefined && (await isShallow(exec));
        return { kind: 'gap', gap: commitGap(home, sha, tree, shallow) };
    }
    if (tree.value.truncated)
        return { kind: 'gap', gap: truncatedGap(home, sha) };
    return { kind: 'found', value: commitFiles(tree.value.entries, blobReader(github)) };
}

;// CONCATENATED MODULE: ../compatibility/lib/deployment/live.js
/**
 * The commits that are live: the newest successes, by the time of their status, and every rollout that began after the newest.
 *
 * A rollback is an old commit with a new deployment, so commits say nothing about the order. GitHub sets older deployments
 * inactive by itself, but not those to an environment of production, so several may still say success.
 * https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status (auto_inactive)
 *
 * @param versions how many commits serve at the same time once nothing is rolled out.
 */
function liveCommits(deployments, versions) {
    const newest = [...deployments].sort((a, b) => b.at - a.at);
    const successes = newest.filter(({ state }) => state === 'success');
    const finished = [...new Set(successes.map(({ sha }) => sha))].slice(0, versions);
    const since = successes[0]?.at ?? Number.NEGATIVE_INFINITY;
    const started = newest.filter(({ state, at, sha }) => state === 'in_progress' && at > since && !finished.includes(sha));
    return [
        ...finished.map((sha) => ({ sha, rollout: 'finished' })),
        ...[...new Set(started.map(({ sha }) => sha))].map((sha) => ({ sha, rollout: 'in-progress' })),
    ];
}

;// CONCATENATED MODULE: ../github/lib/deployment.js
/** The newest of a deployment's statuses, which alone counts; of two in the same second, the one that was added later. */
function latestStatus(statuses) {
    return [...statuses].sort((a, b) => b.createdAt - a.createdAt || b.id - a.id)[0];
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/can-i-deploy/deployed.js



const MOST_PAGES = 3;
const PAGE_LENGTH = 100;
const successesOf = (found) => found.filter(({ state }) => state === 'success').sort((a, b) => b.at - a.at);
/** Whether an older deployment can change nothing: enough versions are found, and nothing was said of it since. */
function settled({ versions, found }, { updatedAt }) {
    const last = successesOf(found).findIndex((_, index, all) => new Set(all.slice(0, index + 1).map(({ sha }) => sha)).size >= versions);
    const oldest = successesOf(found)[last];
    return oldest !== undefined && updatedAt < oldest.at;
}
/** Looks a page through, what was last said something of first. */
async function lookThrough(page, looking) {
    const { github, found } = looking;
    for (const deployment of [...page].sort((a, b) => b.updatedAt - a.updatedAt || b.id - a.id)) {
        if (settled(looking, deployment))
            return { kind: 'read', value: 'settled' };
        const statuses = await github.listDeploymentStatuses(deployment.id);
        if (statuses.kind === 'unread')
            return statuses;
        const latest = latestStatus(statuses.value);
        found.push({ sha: deployment.sha, state: latest?.state, at: latest?.createdAt ?? deployment.createdAt });
    }
    return { kind: 'read', value: settled(looking, { updatedAt: Number.NEGATIVE_INFINITY }) ? 'settled' : 'open' };
}
/** The commits of a service that are live in one environment; none when it was never deployed there, or is no longer. */
async function liveIn(home, environment, github, versions) {
    const looking = { github, versions, found: [] };
    for (let page = 1; page <= MOST_PAGES; page++) {
        const listed = await github.listDeployments(environment, page);
        if (listed.kind === 'unread')
            return { kind: 'gap', gap: deploymentsGap(home, listed) };
        const looked = await lookThrough(listed.value.items, looking);
        if (looked.kind === 'unread')
            return { kind: 'gap', gap: deploymentsGap(home, looked) };
        if (looked.value === 'settled' || !listed.value.more) {
            return { kind: 'found', value: liveCommits(looking.found, versions) };
        }
    }
    return { kind: 'gap', gap: tooManyGap(home, environment, MOST_PAGES * PAGE_LENGTH) };
}
/** The names of all environments of the newest deployments, which help with one that is misspelt or was renamed. */
async function environmentsOf(github) {
    const listed = await github.listDeployments(undefined, 1);
    return listed.kind === 'unread' ? [] : [...new Set(listed.value.items.map(({ environment }) => environment))].sort();
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/can-i-deploy/state.js







async function contractsAt(home, sha, files, patterns) {
    const problems = [];
    const paths = patterns.map((pattern) => inFolder(home, pattern));
    const { contracts } = await readContracts(paths, files, problems);
    if (problems.length > 0)
        return { kind: 'gap', gap: fileGap(home, sha, problems) };
    return { kind: 'found', value: contracts.filter(({ consumer }) => consumer === home.service) };
}
async function descriptionAt(home, sha, files, openapi) {
    const file = inFolder(home, openapi);
    if (!(await files.exists(file))) {
        const command = `gh api 'repos/${home.repository}/contents/${home.folder}?ref=${sha}' --jq '.[].path'`;
        const where = `at the deployed commit ${sha.slice(0, 7)}`;
        return { kind: 'gap', gap: descriptionGap(home.service, file, where, command) };
    }
    const problems = [];
    const api = await (0,collect/* collect */.F)(problems, async () => readApi(await openDocuments(file, files)));
    return api === undefined ? { kind: 'gap', gap: fileGap(home, sha, problems) } : { kind: 'found', value: api };
}
async function state_versionOf(home, environment, { sha, rollout }, source, asked) {
    const version = { sha, environment, rollout };
    const files = await openCommit(home, sha, source);
    const wanted = asked.providers.has(home.service);
    if (files.kind === 'gap')
        return { ...version, contracts: files, ...(wanted && { description: files }) };
    const contracts = await contractsAt(home, sha, files.value, asked.contracts);
    if (!wanted)
        return { ...version, contracts };
    return { ...version, contracts, description: await descriptionAt(home, sha, files.value, asked.openapi) };
}
/** What is known of a service in the environments: its live versions, each with what it needs and offers at its commit. */
async function stateOf(home, source, asked) {
    const { service } = home;
    const versions = [];
    for (const environment of home.environments) {
        const live = await liveIn(home, environment, source.github, asked.versions);
        if (live.kind === 'gap')
            return { kind: 'gap', service, gap: live.gap };
        for (const commit of live.value)
            versions.push(await state_versionOf(home, environment, commit, source, asked));
    }
    if (versions.length > 0)
        return { kind: 'deployed', service, versions };
    return { kind: 'absent', service, elsewhere: await environmentsOf(source.github) };
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/can-i-deploy/told.js

/** The pairs of versions that would meet, as a comparison reports its pairs. */
const pairsOf = ({ checks }) => checks.map((check) => ({
    consumer: check.consumer,
    provider: check.provider,
    environment: check.deployed.environment,
    file: null,
    interactions: check.kind === 'fits' ? check.interactions : 0,
}));
/** One conflict as a comparison reports it; its place is null when it is about no line of this checkout. */
const told = (sides, rule, severity, message, fingerprint, contract = null) => ({ ...sides, rule, severity, message, fingerprint, accepted: false, pending: false, contract });
function unknown(sides, { code, message, command }) {
    const fingerprint = fingerprintOf([code, sides.consumer, sides.provider, sides.environment, message]);
    return told(sides, code, 'unknown', `${message} To settle it: ${command}`, fingerprint);
}
function conflictsOfCheck(service, check) {
    const { consumer, provider, deployed } = check;
    const sides = { consumer, provider, environment: deployed.environment };
    if (check.kind === 'fits')
        return [];
    if (check.kind === 'unknown')
        return [unknown(sides, check.gap)];
    return check.conflicts.map(({ rule, message, contract, description, fingerprint }) => {
        // Only this service's side is in the checkout; the other's is named by its commit.
        const ours = provider === service ? description : contract;
        const said = `${message} (${deployed.sha.slice(0, 7)})`;
        return told(sides, rule, 'error', said, fingerprint, ours === undefined ? null : { ...ours });
    });
}
/** All that keeps a candidate from being deployed, or could not be told, as a comparison reports its conflicts. */
function conflictsOf({ service, contracts }, environments, answer) {
    const environment = environments.join(', ');
    const needed = new Set(contracts.map(({ provider }) => provider));
    const sidesOf = (other) => needed.has(other)
        ? { consumer: service, provider: other, environment }
        : { consumer: other === service ? 'every consumer' : other, provider: service, environment };
    const missing = answer.kind === 'no' ? answer.missing : [];
    const open = answer.kind === 'yes' ? [] : answer.open;
    return [
        ...answer.checks.flatMap((check) => conflictsOfCheck(service, check)),
        ...missing.map(({ service: provider }) => {
            const rule = 'DEPLOY_PROVIDER_ABSENT';
            const fingerprint = fingerprintOf([rule, service, provider, environment]);
            return told(sidesOf(provider), rule, 'error', `${provider} is not deployed there`, fingerprint);
        }),
        ...open.map(({ service: other, gap }) => unknown(sidesOf(other), gap)),
    ];
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/outputs.js
/** The outputs that only some of the modes have; a mode sets its own over them. */
const NOT_OF_THIS_MODE = {
    answer: undefined,
    interactions: undefined,
    unknown: undefined,
    deviations: undefined,
    breakingChanges: undefined,
};

// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(4408);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/can-i-deploy/words.js

const MOST_REASONS = 3;
/** Every gap of an answer, each once, in the order in which they were met. */
function gapsOf(answer) {
    const open = answer.kind === 'yes' ? [] : answer.open.map(({ gap }) => gap);
    const all = [...open, ...answer.checks.flatMap((check) => (check.kind === 'unknown' ? [check.gap] : []))];
    return [...new Map(all.map((gap) => [gap.message, gap])).values()];
}
const words_versionOf = ({ deployed: { sha, environment, rollout } }) => `${sha.slice(0, 7)} in ${environment}${rollout === 'finished' ? '' : ', being rolled out'}`;
function breakReasons(service, { checks }) {
    return checks.flatMap((check) => {
        if (check.kind !== 'breaks')
            return [];
        const clauses = [...new Set(check.conflicts.map(({ message }) => message))].slice(0, MOST_REASONS).join('; ');
        const what = check.provider === service ? `it breaks ${check.consumer}` : `it needs of ${check.provider} what that does not offer`;
        return [`${what} (${words_versionOf(check)}): ${clauses}`];
    });
}
function noReasons(service, answer) {
    const missing = answer.missing.map(({ service: provider, elsewhere }) => {
        const seen = elsewhere.length === 0 ? '' : `, only to ${elsewhere.join(', ')}`;
        return `it needs ${provider}, which was not deployed there yet${seen}`;
    });
    return [...breakReasons(service, answer), ...missing].join('; and ');
}
/** The names of services that have something to do with a candidate. */
const partners = (service, { checks }, side) => [...new Set(checks.map((check) => check[side]).filter((name) => name !== service))].sort();
function yesReason(service, answer) {
    const [consumers, providers] = [partners(service, answer, 'consumer'), partners(service, answer, 'provider')];
    const parts = [
        ...(consumers.length > 0 ? [`keeps what ${consumers.join(', ')} needs of it`] : []),
        ...(providers.length > 0 ? [`needs only what ${providers.join(', ')} offers`] : []),
    ];
    const absent = answer.absent.length === 0 ? '' : ` Not deployed there: ${answer.absent.join(', ')}.`;
    return `${parts.length === 0 ? 'meets no service that it shares a contract with' : parts.join(' and ')}.${absent}`;
}
/** The answer in one sentence, with its reason. */
function headlineOf(service, environments, answer) {
    const place = environments.join(', ');
    if (answer.kind === 'yes')
        return `Yes: ${service} can be deployed to ${place}; it ${yesReason(service, answer)}`;
    if (answer.kind === 'no')
        return `No: ${service} cannot be deployed to ${place}: ${noReasons(service, answer)}.`;
    const [first, ...rest] = gapsOf(answer);
    const more = rest.length === 0 ? '' : ` And ${rest.length} more could not be told.`;
    return `Unknown whether ${service} can be deployed to ${place}: ${first?.message ?? ''} To settle it: ${first?.command ?? ''}.${more}`;
}
/** Each break on the line of a contract or description that is in the checkout, and each gap. */
function annotationsOf(service, answer) {
    const breaks = answer.checks.flatMap((check) => {
        if (check.kind !== 'breaks')
            return [];
        return check.conflicts.map(({ message, contract, description, fingerprint }) => {
            const ours = check.provider === service ? description : contract;
            const theirs = check.provider === service ? contract : description;
            const place = theirs === undefined ? '' : ` See ${theirs.file}:${theirs.line ?? 1} of ${words_versionOf(check)}.`;
            const title = `Breaks ${check.consumer} in ${check.deployed.environment}`;
            return { level: 'error', title, message: `${message}.${place} [${fingerprint}]`, ...ours };
        });
    });
    const missing = answer.kind === 'no' ? answer.missing : [];
    const gaps = gapsOf(answer).map(({ code: title, message, remedy, command }) => {
        const level = answer.kind === 'no' ? 'warning' : 'error';
        return { level, title, message: `${message} ${remedy} To settle it: ${command}` };
    });
    return [
        ...breaks,
        ...missing.map(({ service: provider }) => {
            const message = `${service} needs ${provider}, which is not deployed there. Deploy ${provider} first.`;
            return { level: 'error', title: 'DEPLOY_PROVIDER_ABSENT', message };
        }),
        ...gaps,
    ];
}
const SYMBOLS = { fits: '✅ fits', breaks: '❌ breaks', unknown: '❔ unknown' };
function words_reasonOf(check) {
    if (check.kind === 'fits')
        return `${check.interactions} interactions`;
    return check.kind === 'unknown' ? check.gap.message : check.conflicts.map(({ message }) => message).join('\n');
}
/** Every pair of versions that would meet, and what would settle what could not be told. */
function summaryOf(answer) {
    const rows = answer.checks.map((check) => [
        check.consumer,
        check.provider,
        words_versionOf(check),
        SYMBOLS[check.kind],
        words_reasonOf(check),
    ]);
    const gaps = gapsOf(answer);
    const commands = gaps.map(({ message, command }) => `# ${message}\n${command}`).join('\n\n');
    return [
        ...(rows.length === 0 ? [] : [(0,block/* table */.tp)(['consumer', 'provider', 'deployed version', '', 'why'], rows)]),
        ...(answer.absent.length === 0 ? [] : [(0,block/* paragraph */.FY)([`Not deployed there: ${answer.absent.join(', ')}.`])]),
        ...(gaps.length === 0 ? [] : [(0,block/* details */.zH)('What would settle it', [(0,block/* code */.aY)(commands, 'sh')])]),
    ];
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/can-i-deploy/can-i-deploy.js












/** Where a service keeps its description when nothing else is said. */
const DEFAULT_OPENAPI = 'openapi.yaml';
const SERVICES_AT_ONCE = 8;
const VERDICTS = { yes: 'pass', no: 'fail', unknown: 'inconclusive' };
async function headDescription(inputs, folder, { files }) {
    const file = inFolder({ folder }, inputs.openapi ?? DEFAULT_OPENAPI);
    if (await files.exists(file))
        return { kind: 'found', value: readApi(await openDocuments(file, files)) };
    return { kind: 'gap', gap: descriptionGap(inputs.service, file, 'in the checkout', 'git ls-files') };
}
/** What the checkout holds; all that is wrong with it, and with the inputs, is told before GitHub is asked. */
async function gatherHead(inputs, ports) {
    const problems = [];
    const homes = parseServices(inputs.services, inputs.environment, problems);
    const folder = homes.find(({ service }) => service === inputs.service)?.folder ?? '';
    const patterns = inputs.contracts.map((pattern) => inFolder({ folder }, pattern));
    const { contracts } = await readContracts(patterns, ports.files, problems);
    const description = await (0,collect/* collect */.F)(problems, () => headDescription(inputs, folder, ports));
    const accepted = await (0,collect/* collect */.F)(problems, () => readAccepted(inputs.acceptedBreaks, ports.files));
    (0,failure/* failWhen */.x)(problems);
    const own = contracts.filter(({ consumer, provider }) => consumer === inputs.service && provider !== inputs.service);
    // It is there: what kept it from being read was thrown.
    const candidate = { service: inputs.service, contracts: own, description: description };
    return { candidate, homes: homes.filter(({ service }) => service !== inputs.service), accepted: accepted?.breaks ?? [] };
}
/** An Http that counts its requests. */
function counting(http) {
    let count = 0;
    const fetch = (request) => {
        count++;
        return http.fetch(request);
    };
    return { http: { fetch }, requests: () => count };
}
async function gatherStates(inputs, { candidate, homes }, open, { exec }, { repository: own = '' }) {
    const providers = new Set(candidate.contracts.map(({ provider }) => provider));
    const asked = {
        contracts: inputs.contracts,
        openapi: inputs.openapi ?? DEFAULT_OPENAPI,
        versions: inputs.liveVersions,
        providers,
    };
    return (0,concurrent/* concurrently */.r)(SERVICES_AT_ONCE, homes, (home) => {
        const ours = home.repository.toLowerCase() === own.toLowerCase();
        return stateOf(home, { github: open(home.repository), ...(ours && { exec }) }, asked);
    });
}
const can_i_deploy_quoted = (names) => `'${names.join('\n')}'`;
function decide(inputs, { candidate, accepted }, others, now) {
    const command = `slipway contract-test can-i-deploy ${can_i_deploy_quoted([inputs.service])} ${can_i_deploy_quoted(inputs.environment)}`;
    const names = inputs.consumers ?? others.map(({ service }) => service);
    const question = {
        candidate,
        others,
        allowNone: inputs.allowNone,
        listConsumers: (without) => `${command} --consumers ${can_i_deploy_quoted(names.filter((name) => name !== without))}`,
        listService: (service) => `${command} --services ${can_i_deploy_quoted([`${service}=OWNER/REPOSITORY`])}`,
        ...(inputs.consumers !== undefined && { consumers: inputs.consumers }),
    };
    const all = canDeploy({ ...question, accepted: () => false });
    const prints = all.checks.flatMap((check) => check.kind === 'breaks' ? check.conflicts.map(({ fingerprint }) => fingerprint) : []);
    const taken = acceptance(accepted, new Set(prints), now);
    return { answer: canDeploy({ ...question, accepted: taken.holds }), accepted: taken };
}
function report(inputs, { candidate }, { answer, accepted }, requests) {
    const { checks } = answer;
    const named = (kind) => [...new Set(checks.flatMap((check) => (check.kind === kind ? [check.consumer] : [])))].sort().join(',');
    return {
        verdict: VERDICTS[answer.kind],
        headline: headlineOf(inputs.service, inputs.environment, answer),
        outputs: {
            ...NOT_OF_THIS_MODE,
            answer: answer.kind,
            contracts: String(checks.length),
            interactions: String(checks.reduce((sum, check) => sum + (check.kind === 'fits' ? check.interactions : 0), 0)),
            broken: named('breaks'),
            unknown: named('unknown'),
        },
        annotations: [...annotationsOf(inputs.service, answer), ...accepted.annotations.filter(({ level }) => level === 'warning')],
        summary: summaryOf(answer),
        data: {
            answer: answer.kind,
            requests,
            pairs: pairsOf(answer),
            conflicts: conflictsOf(candidate, inputs.environment, answer),
            absent: answer.absent,
            missing: answer.kind === 'no' ? answer.missing.map(({ service }) => service) : [],
            gaps: gapsOf(answer).map(({ code, message, remedy, command }) => ({ code, message, remedy, command })),
            checks: checks.map(({ kind, consumer, provider, deployed, ...rest }) => ({
                kind,
                consumer,
                provider,
                deployed: { ...deployed },
                conflicts: 'conflicts' in rest ? rest.conflicts.map(({ message, fingerprint }) => ({ message, fingerprint })) : [],
            })),
        },
    };
}
/** Tells whether this version may join what is deployed, from GitHub's deployments and git; nothing is changed. */
async function runCanIDeploy(inputs, ports, context, connect) {
    const head = await gatherHead(inputs, ports);
    const { http, requests } = counting(ports.http);
    const open = (repository) => connect({ apiUrl: context.apiUrl, repository, token: inputs.githubToken }, { ...ports, http });
    const states = await gatherStates(inputs, head, open, ports, context);
    return report(inputs, head, decide(inputs, head, states, ports.clock.now()), requests());
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/kept.js
/** Says whose contracts are kept beside those that are broken; nothing where there are none. */
const keptSentence = (consumers) => consumers.length > 0 ? ` It keeps the contract with ${consumers.join(', ')}.` : '';

;// CONCATENATED MODULE: ../../actions/contract-test/lib/matrix.js


const of = (comparisons, consumer, provider) => comparisons.filter(({ contract }) => contract.consumer === consumer && contract.provider === provider);
function cell(comparisons, holds) {
    if (comparisons.length === 0)
        return '';
    const errors = comparisons.flatMap(breaking);
    const count = comparisons.reduce((sum, { results }) => sum + results.length, 0);
    const open = errors.filter(({ fingerprint }) => !holds(fingerprint));
    const messages = comparisons.reduce((sum, { contract }) => sum + contract.messages.length, 0);
    const rest = messages === 0 ? '' : `❔ ${messages} ${messages === 1 ? 'message' : 'messages'}`;
    if (count === 0)
        return rest;
    const told = errors.length > 0 ? `☑️ ${errors.length} accepted` : `✅ ${count}`;
    return [open.length > 0 ? `❌ ${open.length} (of ${count})` : told, rest].filter((each) => each !== '').join(', ');
}
/** Consumers by providers, and below it what does not fit, each with both of its places. */
function matrix(providers, comparisons, unknown, holds) {
    const consumers = [...new Set(comparisons.map(({ contract }) => contract.consumer))].sort();
    const known = consumers.map((consumer) => [
        consumer,
        ...providers.map((provider) => cell(of(comparisons, consumer, provider), holds)),
    ]);
    const rest = unknown.map((consumer) => [consumer, ...providers.map(() => '❔ no contract')]);
    const conflicts = comparisons.flatMap(({ contract, results }) => results.flatMap(({ conflicts: own }) => own.map((each) => [
        each.severity === 'error' ? (holds(each.fingerprint) ? '☑️' : '❌') : '⚠️',
        contract.consumer,
        each.message,
        { code: `${each.contract.file}:${each.contract.line ?? ''}` },
        { code: each.description === undefined ? '' : `${each.description.file}:${each.description.line ?? ''}` },
        { code: each.fingerprint },
    ])));
    return [
        (0,block/* table */.tp)(['consumer', ...providers], [...known, ...rest]),
        (0,block/* paragraph */.FY)([
            '✅ interactions that are kept, ❌ differences that break (of how many interactions), ❔ what is needed is unknown, or a message, which is not compared.',
        ]),
        ...(conflicts.length === 0
            ? []
            : [
                (0,block/* details */.zH)(`${conflicts.length} differences`, [
                    (0,block/* table */.tp)(['', 'consumer', 'what', 'contract', 'description', 'fingerprint'], conflicts),
                ]),
            ]),
    ];
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/messages.js
const messages_named = ({ messages }) => {
    const names = messages.slice(0, 3).map(({ description }) => `"${description}"`);
    return `${names.join(', ')}${messages.length > 3 ? ` and ${messages.length - 3} more` : ''}`;
};
const counted = (count) => `${count} ${count === 1 ? 'message' : 'messages'}`;
/** The contracts that hold messages, of which a description of HTTP says nothing. */
const holding = (contracts) => contracts.filter(({ messages }) => messages.length > 0);
/** One sentence on the messages that were not compared; empty where there are none. */
function messageSentence(contracts) {
    const lacking = holding(contracts).map((contract) => `${counted(contract.messages.length)} of ${contract.consumer}`);
    return lacking.length === 0 ? '' : ` Not compared: ${lacking.join(', ')}, of which a description of HTTP says nothing.`;
}
/** The messages of each contract as not compared, on the line of the first of them. */
function messageAnnotations(contracts) {
    return holding(contracts).map((contract) => ({
        level: 'warning',
        title: `Not compared: ${counted(contract.messages.length)} of ${contract.consumer}`,
        message: `${messages_named(contract)}: a description of HTTP says nothing of messages. Verify them with the running provider (mode verify, "message-url").`,
        ...contract.messages[0]?.location,
    }));
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/namesakes.js
const plain = (name) => name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
/** Consumers whose names differ by case, blanks or dashes alone: they count as two, and are likely one. */
function likeNames(contracts) {
    const first = new Map();
    return contracts.flatMap((contract) => {
        const other = first.get(plain(contract.consumer));
        if (other === undefined)
            first.set(plain(contract.consumer), contract);
        if (other === undefined || other.consumer === contract.consumer)
            return [];
        const message = `"${contract.consumer}" and "${other.consumer}" (${other.file}) count as two consumers. Spell them alike if they are one.`;
        return [{ level: 'warning', title: 'Two names that are nearly one', message, file: contract.file }];
    });
}
/** Interactions that one consumer describes alike, under the same states: Pact takes those for one and the same. */
function likeInteractions(contracts) {
    const first = new Map();
    return contracts.flatMap(({ consumer, provider, interactions }) => interactions.flatMap(({ description, states, location }) => {
        const key = JSON.stringify([consumer, provider, description, states]);
        const other = first.get(key);
        if (other === undefined)
            first.set(key, location);
        if (other === undefined)
            return [];
        const message = `${consumer} describes two interactions as "${description}" under the same states; the other is at ${other.file}:${other.line ?? ''}. Both are judged.`;
        return [{ level: 'warning', title: 'Described twice', message, ...location }];
    }));
}
/** What different contracts name alike, or nearly so. Nothing is passed over for it. */
function namesakes(contracts) {
    return [...likeNames(contracts), ...likeInteractions(contracts)];
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/pending.js

/** Ends what is pending once its term is over: from then on it stops what any other interaction stops. A term of nothing is told. */
function withTerms(contracts, terms, now) {
    const isOver = ({ expires }) => expires < today(now);
    const used = new Set();
    const counted = (consumer, each) => {
        const own = terms.filter((term) => each.pending && term.consumer === consumer && term.interaction === each.description);
        for (const term of own)
            used.add(term);
        return own.some(isOver) ? { ...each, pending: false } : each;
    };
    const termed = contracts.map((contract) => ({
        ...contract,
        interactions: contract.interactions.map((each) => counted(contract.consumer, each)),
        messages: contract.messages.map((each) => counted(contract.consumer, each)),
    }));
    const annotations = terms.flatMap((term) => {
        const warning = (title, message) => [
            { level: 'warning', title, message: `${accepted_nameOf(term)} ${message}`, ...term.location },
        ];
        if (!used.has(term))
            return warning('Term of nothing pending', 'is not pending any longer; take it out.');
        const after = `could be pending until ${term.expires}; it counts now. ${term.owner} must see to it, or give it another day.`;
        return isOver(term) ? warning('Pending is over', after) : [];
    });
    return { contracts: termed, annotations };
}
/** One sentence on pending interactions that are not kept; empty where there are none. */
function pendingSentence(count) {
    return count === 0 ? '' : ` ${count} pending ${count === 1 ? 'interaction is' : 'interactions are'} not kept yet.`;
}

;// CONCATENATED MODULE: ../openapi/lib/document/stale.js

/** Keys below which every key is a name that the author chose, or a value of their own. */
const NAMES = /^(properties|schemas|patternProperties|definitions|example|examples|default|enum|const)$/;
/** Where a description of 3.1 or later says `nullable`, which meant something only before and lets no null in any longer. */
function staleNullables(documents) {
    if (documents.version === '2.0' || documents.version === '3.0')
        return [];
    const found = [];
    const visit = (node, isNames) => {
        for (const [key, each] of children(node)) {
            if (key === 'nullable' && each.value === true && !isNames)
                found.push(locate(each));
            else if (isTree(each.value) || Array.isArray(each.value))
                visit(each, !isNames && NAMES.test(key));
        }
    };
    for (const file of documents.files.keys())
        visit(rootOf(documents, file), false);
    return found;
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/remarks.js

/** What a description says that does not mean what its author thinks. */
function remarks(apis) {
    return [...apis].flatMap(({ documents }) => staleNullables(documents).map((location) => {
        const message = `"nullable" means nothing in OpenAPI ${documents.version}; write null among the types, as in type: [string, "null"].`;
        return { level: 'warning', title: 'Means nothing here', message, ...location };
    }));
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/secrets.js
/** Headers whose values let somebody in. */
const CREDENTIALS = /^(proxy-)?authorization$|^cookie$|^x-(api-key|auth-token|access-token)$|^api-key$/;
/** Fields of states whose values are secret however short they are. */
const SECRET_FIELD = /token|secret|passw|credential|api_?key|card_?number|cvc|\bpin\b/i;
/** A shorter value of a field with a harmless name is a kind or a number that reports need. */
const SHORTEST = 8;
/** A credential, and what of it is secret by itself: `Bearer abc` is shown by others as `abc`. */
function credentials({ request }) {
    const values = Object.entries(request.headers).flatMap(([name, value]) => (CREDENTIALS.test(name) ? [value] : []));
    return values.flatMap((value) => [value, ...value.split(/;\s*/).flatMap((part) => part.replace(/^([A-Za-z]+ |[^=]+=)/, ''))]);
}
function leaves(value, name = '') {
    if (typeof value === 'string')
        return value.length >= SHORTEST || SECRET_FIELD.test(name) ? [value] : [];
    if (typeof value === 'number')
        return SECRET_FIELD.test(name) ? [String(value)] : [];
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.entries(value).flatMap(([key, each]) => leaves(each, Array.isArray(value) ? name : key));
}
/** What contracts name openly is no secret, and to hide it would hide what every message is about. */
const openNames = (contracts) => contracts
    .flatMap(({ file, consumer, provider, interactions, messages }) => [
    ...[file, consumer, provider],
    ...interactions.flatMap(({ description, request }) => [description, request.method, request.path]),
    ...[...interactions, ...messages].flatMap(({ description, states }) => [description, ...states.map(({ name }) => name)]),
])
    .join('\n');
/** Has values that a state's own answer gave hidden from all that leaves the run, but for `open`, what contracts name openly. */
function maskValues(values, open, log) {
    for (const secret of leaves(values))
        if (!open.includes(secret))
            log.mask(secret);
}
/** Has what contracts hold of credentials and of values of provider states hidden from all that leaves the run. */
function maskSecrets(contracts, log) {
    const named = openNames(contracts);
    const ofStates = contracts.flatMap(({ interactions, messages }) => [...interactions, ...messages].flatMap(({ states }) => states.flatMap(({ params }) => leaves(params))));
    const secrets = [...contracts.flatMap(({ interactions }) => interactions.flatMap(credentials)), ...ofStates];
    for (const secret of new Set(secrets))
        if (secret.length > 0 && !named.includes(secret))
            log.mask(secret);
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/strangers.js
/** The contracts with a provider that is not judged: why that is wrong, and what to mend instead of leaving the file out. */
function strangers(contracts, isJudged, why, mend) {
    return contracts
        .filter(({ provider }) => !isJudged(provider))
        .map(({ file, provider }) => ({
        code: 'CONTRACT_OTHER_PROVIDER',
        message: `The contract is with the provider "${provider}", ${why}.`,
        remedy: `${mend(provider)}, or leave the file out of "contracts".`,
        location: { file },
    }));
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/compare.js















async function compare_gather(inputs, ports, context) {
    const { files, log, clock } = ports;
    const problems = [];
    const contracts = await gatherContracts(inputs, Object.keys(inputs.descriptions), ports, context, problems);
    const isJudged = (name) => Object.hasOwn(inputs.descriptions, name);
    problems.push(...strangers(contracts, isJudged, 'of which no description is given', (name) => `Add ${name}=PATH to "descriptions"`));
    const read = await Promise.all(Object.entries(inputs.descriptions).map(async ([name, file]) => {
        const api = await (0,collect/* collect */.F)(problems, async () => readApi(await openDocuments(file, files)));
        return api === undefined ? [] : [[name, api]];
    }));
    const accepted = await (0,collect/* collect */.F)(problems, () => readAccepted(inputs.acceptedBreaks, files));
    maskSecrets(contracts, log);
    (0,failure/* failWhen */.x)(problems);
    const termed = withTerms(contracts, accepted?.pending ?? [], clock.now());
    return {
        apis: new Map(read.flat()),
        ...termed,
        accepted: accepted?.breaks ?? [],
        unknown: withoutContract(inputs.consumers, contracts),
    };
}
function compare_decide({ apis, contracts }) {
    const comparers = new Map([...apis].map(([name, api]) => [name, comparer(api)]));
    return contracts.flatMap((contract) => comparers.get(contract.provider)?.(contract) ?? []);
}
const compare_conflictsOf = (comparisons) => comparisons.flatMap(({ results }) => results.flatMap(({ conflicts }) => conflicts));
const compare_shown = ({ file, line }) => ` See ${file}${line === undefined ? '' : `:${line}`}.`;
/** A conflict on the line of the contract, with the line of the description in its words; of a broker's, the other way round. */
function annotationOf(conflict, accepted) {
    const { severity, interaction, consumer, message, description, contract, fingerprint } = conflict;
    const breaks = severity === 'error' && !accepted && !interaction.pending;
    const [here, there] = isRemote(contract.file) && description !== undefined ? [description, contract] : [contract, description];
    const place = there === undefined ? '' : compare_shown(there);
    const why = accepted ? ' It is accepted.' : interaction.pending ? ' The interaction is pending, so it stops nothing.' : '';
    return {
        level: breaks ? 'error' : 'warning',
        title: `${breaks ? 'Breaks' : 'Look at'} ${consumer}: ${interaction.description}`,
        message: `${message}.${place}${why} [${fingerprint}]`,
        ...here,
    };
}
function judge(facts, comparisons, now) {
    const errors = comparisons.flatMap(breaking);
    const accepted = acceptance(facts.accepted, new Set(errors.map(({ fingerprint }) => fingerprint)), now);
    const broken = comparisons.filter((each) => breaking(each).some(({ fingerprint }) => !accepted.holds(fingerprint)));
    return { comparisons, broken, accepted };
}
/** Contracts that hold messages alone: nothing in them could be compared. */
const compare_compared = (comparisons) => comparisons.filter(({ results }) => results.length > 0);
/** How many pending interactions are not kept. */
const waiting = (comparisons) => comparisons
    .flatMap(({ results }) => results)
    .filter(({ interaction, conflicts }) => interaction.pending && conflicts.some(({ severity }) => severity === 'error')).length;
function headline({ apis, contracts, unknown }, { comparisons, broken, accepted }) {
    const interactions = comparisons.reduce((sum, { results }) => sum + results.length, 0);
    const names = [...apis.keys()];
    const providers = names.length === 1 ? (names[0] ?? '') : `${names.length} providers`;
    const missing = unknown.length === 0 ? '' : ` Of ${unknown.join(', ')} there is no contract, so what they need is unknown.`;
    const lacking = `${pendingSentence(waiting(comparisons))}${messageSentence(contracts)}${missing}`;
    const judged = compare_compared(comparisons);
    if (comparisons.length === 0)
        return `${providers}: 0 contracts, 0 interactions; allowed by "allow-none".${lacking}`;
    if (judged.length === 0)
        return `${providers}: 0 interactions in ${comparisons.length} contracts, so nothing was compared.${lacking}`;
    if (broken.length === 0) {
        return `The description of ${providers} keeps all ${judged.length} consumer contracts (${interactions} interactions).${lacking}`;
    }
    const reasons = broken.map((each) => {
        const clauses = breaking(each).filter(({ fingerprint }) => !accepted.holds(fingerprint));
        return `${each.contract.consumer} (${[...new Set(clauses.map(({ message }) => message))].slice(0, 3).join('; ')})`;
    });
    const kept = judged.filter((each) => !broken.includes(each)).map(({ contract }) => contract.consumer);
    return `The description of ${providers} breaks ${reasons.join(' and ')}.${keptSentence(kept)}${lacking}`;
}
/** Where nothing could be compared nothing was proved, unless that is allowed. */
function verdictOf({ broken, comparisons, accepted }, allowNone) {
    const expired = accepted.annotations.some(({ level }) => level === 'error');
    if (broken.length > 0 || expired)
        return 'fail';
    return compare_compared(comparisons).length > 0 || allowNone ? 'pass' : 'inconclusive';
}
function dataOf({ comparisons, accepted }) {
    return {
        pairs: comparisons.map(({ contract: { consumer, provider, file }, results }) => ({
            consumer,
            provider,
            file,
            interactions: results.length,
        })),
        conflicts: comparisons.flatMap(({ contract: { provider }, results }) => results.flatMap(({ conflicts }) => conflicts.map(({ rule, severity, consumer, message, contract, description, fingerprint, interaction }) => ({
            rule,
            severity,
            consumer,
            provider,
            interaction: interaction.description,
            pending: interaction.pending,
            message,
            contract: { ...contract },
            description: description === undefined ? null : { ...description },
            fingerprint,
            accepted: accepted.holds(fingerprint),
        })))),
    };
}
/** Compares every contract with the description of its provider, with no process running. */
async function runCompare(inputs, ports, context) {
    const facts = await compare_gather(inputs, ports, context);
    const judged = judge(facts, compare_decide(facts), ports.clock.now());
    const { comparisons, broken, accepted } = judged;
    const conflicts = compare_conflictsOf(comparisons);
    const worst = [...conflicts].sort((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'));
    return {
        verdict: verdictOf(judged, inputs.allowNone),
        headline: headline(facts, judged),
        outputs: {
            ...NOT_OF_THIS_MODE,
            contracts: String(comparisons.length),
            interactions: String(comparisons.reduce((sum, { results }) => sum + results.length, 0)),
            broken: broken.map(({ contract }) => contract.consumer).join(','),
            unknown: facts.unknown.join(','),
        },
        annotations: inRepository([
            ...worst.map((each) => annotationOf(each, accepted.holds(each.fingerprint))),
            ...accepted.annotations,
            ...facts.annotations,
            ...messageAnnotations(facts.contracts),
            ...namesakes(facts.contracts),
            ...remarks(facts.apis.values()),
        ]),
        summary: matrix([...facts.apis.keys()], judged.comparisons, facts.unknown, accepted.holds),
        data: dataOf(judged),
    };
}

;// CONCATENATED MODULE: ../openapi/lib/change/body.js



/** Compares what a request carries. */
function body_bodyFindings(comparison, pair) {
    const { base, head, name } = pair;
    const spot = { operation: name, side: 'request', part: 'body', path: [] };
    const sent = writerOf(pair, 'request') === 'request';
    if (base.body === undefined && head.body === undefined)
        return [];
    if (base.body === undefined) {
        const required = head.body?.required === true && sent;
        const rule = required ? 'request-body-added-required' : 'request-body-added';
        const message = `${name} now ${required ? 'requires' : 'takes'} a body`;
        return [{ rule, severity: required ? 'error' : 'info', spot, message, base: base.at, head: head.body?.at }];
    }
    if (head.body === undefined) {
        const message = `${name} no longer takes a body`;
        return [
            { rule: 'request-body-removed', severity: 'error', spot, message, base: base.body.at, head: anchor_anchor(base.body.at, head.at) },
        ];
    }
    const [stricter, looser] = [head.body.required && !base.body.required, base.body.required && !head.body.required];
    const became = (sent && stricter) || (!sent && looser)
        ? [
            {
                rule: sent ? 'request-body-became-required' : 'callback-body-became-optional',
                severity: 'error',
                spot,
                message: sent ? `${name} now requires a body, which could be left out` : `${name} may now come without a body`,
                base: base.body.at,
                head: head.body.at,
            },
        ]
        : [];
    return [...became, ...compareMedia(comparison, writerOf(pair, 'request'), spot, [base.body.media, head.body.media])];
}

;// CONCATENATED MODULE: ../openapi/lib/change/lifecycle.js


/** A day as `x-sunset` writes it; undefined when it is none. */
function dayOf(text) {
    const [day = ''] = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(text) ?? [];
    const time = Date.parse(`${day}T00:00:00Z`);
    return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : time;
}
const spotOf = (operation) => ({ operation, side: 'operation', part: 'operation', path: [] });
/** What the removal of an operation comes to: it may go when it was deprecated and its sunset has passed. */
function removalFinding(comparison, name, base, paths) {
    const item = base.at.parent;
    const kept = item?.key === undefined ? undefined : child(paths, item.key);
    const head = kept === undefined ? anchor_anchor(item ?? base.at, paths) : anchor_anchor(base.at, kept);
    const finding = { spot: spotOf(name), base: base.at, head };
    if (!base.deprecated)
        return { ...finding, rule: 'operation-removed', severity: 'error', message: `${name} is gone` };
    if (base.sunset === undefined) {
        const message = `${name} is gone; it was deprecated without a day from which it may be`;
        return { ...finding, rule: 'operation-removed-deprecated', severity: 'warning', message };
    }
    const day = dayOf(base.sunset.text);
    if (day !== undefined && day <= comparison.now) {
        const message = `${name} is gone; its sunset was on ${base.sunset.text}`;
        return { ...finding, rule: 'operation-removed-after-sunset', severity: 'info', message };
    }
    const message = day === undefined
        ? `${name} is gone, and its sunset "${base.sunset.text}" is no day such as 2027-01-31`
        : `${name} is gone before its sunset on ${base.sunset.text}`;
    const rule = day === undefined ? 'sunset-malformed' : 'operation-removed-before-sunset';
    return { ...finding, rule, severity: 'error', message, base: day === undefined ? base.sunset.at : base.at };
}
/** Compares whether an operation is on its way out, and until when it stays. */
function lifecycleFindings(_, { name, base, head }) {
    const spot = spotOf(name);
    const [before, after] = [base.sunset, head.sunset];
    const make = (rule, severity, message, at) => ({
        rule,
        severity,
        spot,
        message,
        base: before?.at ?? base.at,
        head: at,
    });
    const found = [];
    if (head.deprecated && !base.deprecated)
        found.push(make('operation-deprecated', 'info', `${name} is now deprecated`, child(head.at, 'deprecated') ?? head.at));
    if (after !== undefined && dayOf(after.text) === undefined)
        found.push(make('sunset-malformed', 'error', `the sunset of ${name}, "${after.text}", is no day such as 2027-01-31`, after.at));
    const [then, now] = [before && dayOf(before.text), after && dayOf(after.text)];
    if (then !== undefined && now !== undefined && now < then)
        found.push(make('sunset-brought-forward', 'error', `${name} may be gone from ${after?.text}, and was to stay until ${before?.text}`, after?.at ?? head.at));
    if (before !== undefined && after === undefined && head.deprecated)
        found.push(make('sunset-removed', 'error', `${name} is deprecated and no longer says from which day it may be gone`, child(head.at, 'deprecated') ?? head.at));
    return found;
}

;// CONCATENATED MODULE: ../openapi/lib/change/parameter.js






const wordsOfParameter = ({ in: place, name }) => place === 'header' ? `the header ${name}` : `the ${place} parameter ${name}`;
const parameter_spotOf = (operation, { in: place, name }) => ({
    operation,
    side: 'request',
    part: `${place} ${name}`,
    path: [],
});
/** A path's parameters are known by their place in it, for their names are never sent. */
function parameter_counterpart(parameter, from, to) {
    const names = (path) => [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
    const index = parameter.in === 'path' ? names(from.path).indexOf(parameter.name) : -1;
    const name = index < 0 ? parameter.name : names(to.path)[index];
    return to.parameters.find((each) => each.in === parameter.in && each.name === name);
}
function isComposed({ schema }) {
    return schema === undefined || ways([schema]).some(({ types }) => types.has('array') || types.has('object'));
}
function defaultFindings(base, head, spot, words) {
    const [before, after] = [base.schema, head.schema].map((schema) => schema === undefined ? undefined : child(schema, 'default'));
    if (head.required || (before === undefined && after === undefined) || equal(before?.value, after?.value))
        return [];
    const text = (value) => (value === undefined ? 'nothing' : shown(value.value));
    const message = `${words} of ${spot.operation} stands for ${text(after)} when it is left out, and stood for ${text(before)}`;
    return [
        {
            rule: 'request-parameter-default-changed',
            severity: 'warning',
            spot,
            message,
            base: before ?? base.at,
            head: after ?? head.at,
        },
    ];
}
function changed(comparison, pair, base, head) {
    const { name } = pair;
    const spot = parameter_spotOf(name, base);
    const words = wordsOfParameter(base);
    const finding = (rule, message) => ({
        rule,
        severity: 'error',
        spot,
        message,
        base: base.at,
        head: head.at,
    });
    const writer = writerOf(pair, 'request');
    const style = (base.style !== head.style || base.explode !== head.explode) && isComposed(base);
    const before = `style ${base.style}${base.explode ? ', exploded' : ''}`;
    const after = `style ${head.style}${head.explode ? ', exploded' : ''}`;
    const media = base.media.length > 0 && head.media.length > 0;
    return [
        ...(head.required && !base.required && writer === 'request'
            ? [finding('request-parameter-became-required', `${words} of ${name} is now required`)]
            : []),
        ...(style
            ? [finding('request-parameter-style-changed', `${words} of ${name} is now written in ${after}, and was in ${before}`)]
            : []),
        ...defaultFindings(base, head, spot, words),
        ...(media
            ? compareMedia(comparison, writer, spot, [base.media, head.media])
            : compareSchemas(comparison, writer, spot, schemaOf(base), schemaOf(head))),
    ];
}
const schemaOf = ({ schema, media }) => schema ?? media[0]?.schema;
/** Compares the parameters of an operation. */
function parameter_parameterFindings(comparison, pair) {
    const { base, head, name } = pair;
    const kept = base.parameters.flatMap((parameter) => {
        const other = parameter_counterpart(parameter, base, head);
        if (other !== undefined)
            return changed(comparison, pair, parameter, other);
        const message = `${wordsOfParameter(parameter)} of ${name} is no longer known; what is sent is passed over`;
        const parent = child(head.at, 'parameters') ?? head.at;
        const where = anchor_anchor(parameter.at, parent);
        return [
            {
                rule: 'request-parameter-removed',
                severity: 'warning',
                spot: parameter_spotOf(name, parameter),
                message,
                base: parameter.at,
                head: where,
            },
        ];
    });
    const added = head.parameters.filter((parameter) => parameter_counterpart(parameter, head, base) === undefined);
    return [
        ...kept,
        ...added.map((parameter) => {
            const required = parameter.required && writerOf(pair, 'request') === 'request';
            const rule = required ? 'request-parameter-added-required' : 'request-parameter-added';
            const message = `${wordsOfParameter(parameter)} of ${name} is new${required ? ' and required' : ''}`;
            return {
                rule,
                severity: required ? 'error' : 'info',
                spot: parameter_spotOf(name, parameter),
                message,
                base: base.at,
                head: parameter.at,
            };
        }),
    ];
}

;// CONCATENATED MODULE: ../openapi/lib/change/security.js


const security_wordsOf = ({ schemes }) => schemes.size === 0
    ? 'no credentials'
    : [...schemes].map(([name, scopes]) => (scopes.length === 0 ? name : `${name} (${scopes.join(', ')})`)).join(' with ');
function sameScheme(name, base, head) {
    const [before, after] = [base.schemes.get(name), head.schemes.get(name)];
    if (before === undefined || after === undefined)
        return before === after;
    return ['type', 'in', 'name', 'scheme'].every((key) => {
        const [a, b] = [child(before, key), child(after, key)];
        return a === undefined || b === undefined ? a === b : sameSchema(a, b);
    });
}
/** Whether what let a request in before lets it in by the new requirement too. */
function lets(before, after, { base, head }) {
    return [...after.schemes].every(([name, scopes]) => {
        const had = before.schemes.get(name);
        return had !== undefined && scopes.every((scope) => had.includes(scope)) && sameScheme(name, base, head);
    });
}
const security_NONE = (at) => ({ schemes: new Map(), at });
/** Compares who is let in: whatever was enough before must be enough now. */
function securityFindings(comparison, pair) {
    const { base, head, name } = pair;
    if (pair.reversed)
        return [];
    const before = base.security.length === 0 ? [security_NONE(base.at)] : base.security;
    const after = head.security.length === 0 ? [security_NONE(head.at)] : head.security;
    const spot = { operation: name, side: 'request', part: 'security', path: [] };
    return before
        .filter((requirement) => !after.some((each) => lets(requirement, each, comparison)))
        .map((requirement) => {
        const message = `${name} now requires ${after.map(security_wordsOf).join(' or ')}, and ${security_wordsOf(requirement)} was enough`;
        const place = head.security[0]?.at;
        return {
            rule: 'request-security-narrowed',
            severity: 'error',
            spot,
            message,
            base: requirement.at,
            head: place === undefined ? head.at : locate(place),
        };
    });
}

;// CONCATENATED MODULE: ../openapi/lib/change/operation.js







/** What identifies an operation on the wire: the names in its path are never sent. */
const operation_keyOf = ({ method, path }) => `${method} ${path.replace(/\{[^}]*\}/g, '{}').replace(/(?<=.)\/$/, '')}`;
function serverFindings({ name, base, head }) {
    const spot = { operation: name, side: 'operation', part: 'operation', path: [] };
    const lost = base.basePaths.filter((path) => !head.basePaths.includes(path));
    if (lost.length < base.basePaths.length)
        return [];
    const words = (paths) => paths.map((path) => (path === '' ? 'no prefix' : path)).join(' or ');
    const message = `${name} is now reached under ${words(head.basePaths)}, and was under ${words(base.basePaths)}`;
    return [{ rule: 'server-path-changed', severity: 'error', spot, message, base: base.at, head: head.at }];
}
function callbackFindings(comparison, { base, head, name }) {
    const place = child(head.at, 'callbacks') ?? head.at;
    return operationsFindings(comparison, base.callbacks, head.callbacks, place, `${name} → `, true);
}
const RULES = [
    lifecycleFindings,
    (_, pair) => serverFindings(pair),
    securityFindings,
    parameter_parameterFindings,
    body_bodyFindings,
    responseFindings,
    callbackFindings,
];
/** Compares the operations of two descriptions, or their webhooks, or the callbacks of one operation. */
function operationsFindings(comparison, before, after, paths, prefix = '', reversed = false) {
    const heads = new Map(after.map((operation) => [operation_keyOf(operation), operation]));
    const bases = new Map(before.map((operation) => [operation_keyOf(operation), operation]));
    const kept = before.flatMap((base) => {
        const name = `${prefix}${api_nameOf(base)}`;
        const head = heads.get(operation_keyOf(base));
        if (head === undefined)
            return [removalFinding(comparison, name, base, paths)];
        const pair = { name, base, head, reversed };
        return RULES.flatMap((rule) => rule(comparison, pair));
    });
    const added = after.filter((operation) => !bases.has(operation_keyOf(operation)));
    return [
        ...kept,
        ...added.map((head) => {
            const name = `${prefix}${api_nameOf(head)}`;
            const spot = { operation: name, side: 'operation', part: 'operation', path: [] };
            return { rule: 'operation-added', severity: 'info', spot, message: `${name} is new`, base: undefined, head: head.at };
        }),
    ];
}
/** Compares everything that two descriptions offer and send. */
function apiFindings(comparison) {
    const { base, head } = comparison;
    const place = (key) => descend(head.root, [key]) ?? head.root;
    return [
        ...operationsFindings(comparison, base.operations, head.operations, place('paths')),
        ...operationsFindings(comparison, base.webhooks, head.webhooks, place('webhooks'), 'webhook ', true),
    ];
}

;// CONCATENATED MODULE: ../openapi/lib/change/diff.js



const RANK = { error: 0, warning: 1, info: 2 };
/**
 * Every change between two descriptions that a consumer may notice, worst first, each once.
 *
 * @param now milliseconds since 1970: a deprecated operation may go once its sunset has passed.
 */
function diff(base, head, now) {
    const found = apiFindings(comparison(base, head, now)).map(changeOf);
    const unique = [...new Map(found.map((change) => [change.fingerprint, change])).values()];
    return unique.sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/impact.js

/** A change's warning of credentials breaks who sends none, for they were not asked for before. */
const counts = ({ severity, rule, interaction }) => !interaction.pending && (severity === 'error' || rule === 'contract-credentials-missing');
function besides(contracts, base, head) {
    const [ofBase, ofHead] = [comparer(base), comparer(head)];
    return contracts.map((contract) => {
        const [before, after] = [ofBase(contract), ofHead(contract)];
        const fresh = after.results.flatMap(({ interaction, conflicts }, index) => {
            const old = before.results[index];
            const known = new Set(old?.conflicts.map(({ key }) => key));
            const operation = old?.operation ?? `${interaction.request.method} ${interaction.request.path}`;
            return conflicts.filter((each) => counts(each) && !known.has(each.key)).map((conflict) => ({ conflict, operation }));
        });
        return { contract, before, fresh };
    });
}
const leads = (a, b) => a.every((step, index) => step === b[index]);
/** Whether a change is at the place of a conflict, or above or below it. */
function meets(change, conflict, operation) {
    if (change.operation !== operation)
        return false;
    if (change.side === 'operation' || conflict.side === 'operation')
        return change.side === conflict.side;
    const status = change.status === undefined || conflict.status === undefined || covers(change.status, conflict.status);
    const inside = leads(change.path, conflict.path) || leads(conflict.path, change.path);
    return change.side === conflict.side && status && change.part === conflict.part && inside;
}
const covers = (described, status) => described === status || described === 'default' || described === `${status[0]}XX`;
function effectOf(change, { contract, before, fresh }) {
    const { consumer } = contract;
    const hit = fresh.filter(({ conflict, operation }) => meets(change.spot, conflict.spot, operation));
    if (hit.length > 0)
        return { kind: 'breaks', consumer, at: hit.map(({ conflict }) => conflict.contract) };
    const calls = before.results.some(({ operation }) => operation === change.spot.operation);
    return { kind: calls ? 'unread' : 'uncalled', consumer };
}
/** What every change does to every consumer, and what broke since without a change that explains it. */
function impactsOf(changes, contracts, base, head) {
    const all = besides(contracts, base, head);
    const relevant = changes.filter(({ severity }) => severity !== 'info');
    const impacts = changes.map((change) => ({
        change,
        effects: relevant.includes(change) ? all.map((each) => effectOf(change, each)) : [],
    }));
    const unexplained = all.flatMap(({ fresh }) => fresh
        .filter(({ conflict, operation }) => !relevant.some(({ spot }) => meets(spot, conflict.spot, operation)))
        .map(({ conflict }) => conflict));
    return { impacts, unexplained, broken: all.filter(({ fresh }) => fresh.length > 0).map(({ contract }) => contract.consumer) };
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/impact-words.js

const impact_words_place = ({ file, line }) => `${file}${line === undefined ? '' : `:${line}`}`;
/** The consumers that a change breaks. */
const consumersOf = ({ effects }) => effects.flatMap((effect) => (effect.kind === 'breaks' ? [effect.consumer] : []));
const breakWords = (effect) => `${effect.consumer} (its contract, ${[...new Set(effect.at.map(impact_words_place))].join(', ')})`;
/** What a change does to the consumers, in words: whom it breaks, who does not read it, and who does not call it. */
function effectWords({ effects, change }) {
    const broken = effects.filter((effect) => effect.kind === 'breaks').map(breakWords);
    const of = (kind) => effects.filter((effect) => effect.kind === kind).map(({ consumer }) => consumer);
    const verb = change.spot.side === 'response' ? ['does not read it', 'do not read it'] : ['is not touched', 'are not touched'];
    const say = (names, [one, many]) => names.length === 0 ? [] : [`${names.join(', ')} ${names.length === 1 ? one : many}`];
    return [
        ...(broken.length > 0 ? [`breaks ${broken.join(' and ')}`] : []),
        ...say(of('unread'), verb),
        ...say(of('uncalled'), ['does not call it', 'do not call it']),
    ].join('; ');
}
/** A change as one sentence without a full stop. */
function sentence(impact) {
    const effects = effectWords(impact);
    return effects === '' ? impact.change.message : `${impact.change.message}: ${effects}`;
}
/** A change on the line of the new description beside which a reviewer sees it; the line of before is in its words. */
function impact_words_annotationOf(impact, breaks, accepted) {
    const { change } = impact;
    const before = change.base === undefined ? '' : ` Before: ${impact_words_place(change.base)}.`;
    return {
        level: breaks && !accepted ? 'error' : 'warning',
        title: consumersOf(impact).length > 0 ? `Breaks ${consumersOf(impact).join(', ')}` : change.rule,
        message: `${sentence(impact)}.${before}${accepted ? ' It is accepted.' : ''} [${change.rule} ${change.fingerprint}]`,
        ...(change.head ?? change.base),
    };
}
const impact_words_SYMBOLS = { error: '❌', warning: '⚠️', info: 'ℹ️' };
/** All changes, worst first, with a column for each consumer. */
function changesTable(impacts, contracts, unknown, holds) {
    const consumers = contracts.map(({ consumer }) => consumer);
    const cells = { breaks: '❌ breaks', unread: '✅', uncalled: '' };
    const rows = impacts.map(({ change, effects }) => [
        holds(change.fingerprint) ? '☑️' : impact_words_SYMBOLS[change.severity],
        change.message,
        { code: change.base === undefined ? '' : impact_words_place(change.base) },
        { code: change.head === undefined ? '' : impact_words_place(change.head) },
        ...consumers.map((_, index) => cells[effects[index]?.kind ?? 'uncalled']),
        ...unknown.map(() => (change.severity === 'error' ? '❔' : '')),
        { code: change.fingerprint },
    ]);
    if (rows.length === 0)
        return [(0,block/* paragraph */.FY)(['Nothing that a consumer could notice has changed.'])];
    return [(0,block/* table */.tp)(['', 'change', 'before', 'after', ...consumers, ...unknown, 'fingerprint'], rows)];
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/diff.js











async function diff_gather(inputs, { files, log, clock }) {
    const problems = [];
    const open = (file) => (0,collect/* collect */.F)(problems, async () => readApi(await openDocuments(file, files)));
    const base = await open(inputs.base);
    const head = await open(inputs.head);
    const { contracts } = await readContracts(inputs.contracts, files, problems);
    const accepted = await (0,collect/* collect */.F)(problems, () => readAccepted(inputs.acceptedBreaks, files));
    maskSecrets(contracts, log);
    (0,failure/* failWhen */.x)(problems);
    // Both are there: what kept one from being read was thrown.
    return {
        base: base,
        head: head,
        ...withTerms(contracts, accepted?.pending ?? [], clock.now()),
        accepted: accepted?.breaks ?? [],
        unknown: withoutContract(inputs.consumers, contracts),
    };
}
function diff_judge({ base, head, contracts, accepted: listed }, now) {
    const { impacts, unexplained } = impactsOf(diff(base, head, now), contracts, base, head);
    const breaking = impacts.filter(({ change, effects }) => change.severity === 'error' || effects.some(({ kind }) => kind === 'breaks'));
    const prints = [...breaking.map(({ change }) => change.fingerprint), ...unexplained.map(({ fingerprint }) => fingerprint)];
    const accepted = acceptance(listed, new Set(prints), now);
    const breaks = breaking.filter(({ change }) => !accepted.holds(change.fingerprint));
    const open = unexplained.filter(({ fingerprint }) => !accepted.holds(fingerprint));
    const broken = [...new Set([...breaks.flatMap(consumersOf), ...open.map(({ consumer }) => consumer)])].sort();
    return { impacts, unexplained: open, breaks, broken, accepted };
}
function diff_verdictOf({ failOn }, { contracts, unknown }, { breaks, broken, accepted }) {
    const expired = accepted.annotations.some(({ level }) => level === 'error');
    if (expired || broken.length > 0)
        return 'fail';
    if (breaks.length === 0)
        return 'pass';
    if (failOn === 'any-break')
        return 'fail';
    // Nothing is known of consumers without a contract, so a break that no contract notices may still break one of them.
    return contracts.length === 0 || unknown.length > 0 ? 'inconclusive' : 'pass';
}
function diff_headline({ contracts, unknown }, { impacts, breaks, broken, unexplained }) {
    const interactions = contracts.reduce((sum, each) => sum + each.interactions.length, 0);
    const counts = `${contracts.length} contracts, ${interactions} interactions`;
    const [first] = breaks;
    const without = unknown.length === 0 ? '' : ` Unknown, for without a contract: ${unknown.join(', ')}.`;
    const lacking = `${messageSentence(contracts)}${without}`;
    if (first === undefined && unexplained.length === 0) {
        return `${impacts.length} changes, none of which breaks what was promised before (${counts}).${lacking}`;
    }
    const more = breaks.length > 1 ? ` (and ${breaks.length - 1} more)` : '';
    const who = broken.length > 0 ? ` Breaks ${broken.join(', ')}.` : contracts.length > 0 ? ' No consumer with a contract breaks.' : '';
    const what = first === undefined ? (unexplained[0]?.message ?? '') : sentence(first);
    return `${what}${more}.${who} ${impacts.length} changes, ${breaks.length} of them breaking (${counts}).${lacking}`;
}
function unexplainedAnnotation({ consumer, message, contract, fingerprint }) {
    return { level: 'error', title: `Breaks ${consumer}`, message: `${message}. [${fingerprint}]`, ...contract };
}
/** Compares two descriptions, and says of each change which consumers it breaks. */
async function runDiff(inputs, ports) {
    const facts = await diff_gather(inputs, ports);
    const judged = diff_judge(facts, ports.clock.now());
    const { impacts, breaks, broken, unexplained, accepted } = judged;
    const verdict = diff_verdictOf(inputs, facts, judged);
    const shown = impacts.filter(({ change }) => change.severity !== 'info');
    return {
        verdict,
        headline: diff_headline(facts, judged),
        outputs: {
            ...NOT_OF_THIS_MODE,
            contracts: String(facts.contracts.length),
            interactions: String(facts.contracts.reduce((sum, { interactions }) => sum + interactions.length, 0)),
            broken: broken.join(','),
            unknown: facts.unknown.join(','),
            breakingChanges: String(breaks.length),
        },
        annotations: [
            ...shown.map((each) => impact_words_annotationOf(each, breaks.includes(each) && verdict !== 'pass', accepted.holds(each.change.fingerprint))),
            ...unexplained.map(unexplainedAnnotation),
            ...accepted.annotations,
            ...facts.annotations,
            ...messageAnnotations(facts.contracts),
            ...remarks([facts.head]),
        ],
        summary: changesTable(impacts, facts.contracts, facts.unknown, accepted.holds),
        data: {
            changes: impacts.map(({ change: { spot, base, head, ...change }, effects }) => ({
                ...change,
                operation: spot.operation,
                base: base === undefined ? null : { ...base },
                head: head === undefined ? null : { ...head },
                accepted: accepted.holds(change.fingerprint),
                breaks: effects.flatMap((effect) => (effect.kind === 'breaks' ? [effect.consumer] : [])),
            })),
            unknown: [...facts.unknown],
        },
    };
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/tell/keep-one.js
const keep_one_MOST_PAGES = 30;
const WRITTEN = { kind: 'written' };
/** The posts that begin with the marker, oldest first. What a contract says never stands at the beginning of a post. */
async function ownPosts(posts, marker) {
    const own = [];
    for (let page = 1; page <= keep_one_MOST_PAGES; page++) {
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

;// CONCATENATED MODULE: ../../actions/contract-test/lib/tell/occasion.js
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
/** Finds out what the run is about; a commit that is not known goes to `problems`. */
async function gatherOccasion(ports, context, problems) {
    const { pull_request: pull, repository } = await readEvent(ports, context);
    // The run's own commit of a pull request is a merge that nobody pushed: a check run on it is shown nowhere.
    const sha = pull?.head?.sha ?? context.sha ?? '';
    if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha)) {
        problems.push({ code: 'COMMIT_UNKNOWN', message: 'The commit is not known.', remedy: 'Set GITHUB_SHA to its whole id.' });
    }
    if (pull?.number !== undefined)
        return { kind: 'pull-request', sha, number: pull.number, draft: pull.draft === true };
    const main = context.eventName === 'push' && context.ref === `refs/heads/${repository?.default_branch ?? 'main'}`;
    return { kind: main ? 'main' : 'other', sha };
}

;// CONCATENATED MODULE: ../github/lib/code-owners.js
/** The places where GitHub looks for the file, in its order. */
const CODE_OWNERS_FILES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];
/** A larger file is not loaded, and then nobody owns anything. */
const CODE_OWNERS_MOST_BYTES = 3 * 1024 * 1024;
const OWNER = /^(@[\w-]+(\/[\w.-]+)?|[^@\s]+@[^@\s]+\.[^@\s]+)$/;
/** The words of a line; a blank after a backslash belongs to its word, and a comment ends the line. */
function code_owners_wordsOf(line) {
    const words = line.match(/(?:\\.|[^\s\\])+/g) ?? [];
    const comment = words.findIndex((word) => word.startsWith('#'));
    return comment < 0 ? words : words.slice(0, comment);
}
function tokensOf(step) {
    return (step.match(/\\.|./gs) ?? []).map((text) => {
        if (text === '*')
            return { kind: 'any' };
        return text === '?' ? { kind: 'one' } : { kind: 'letter', letter: text.at(-1) ?? '' };
    });
}
/** Goes back to the last star only, so that no pattern takes more than the product of both lengths. */
function stepMatches(tokens, text) {
    let [at, letter] = [0, 0];
    let star;
    while (letter < text.length) {
        const token = tokens[at];
        if (token?.kind === 'any') {
            star = { at: at++, letter };
        }
        else if (token?.kind === 'one' || (token?.kind === 'letter' && token.letter === text[letter])) {
            at++;
            letter++;
        }
        else {
            if (star === undefined)
                return false;
            star = { at: star.at, letter: star.letter + 1 };
            [at, letter] = [star.at + 1, star.letter];
        }
    }
    return tokens.slice(at).every(({ kind }) => kind === 'any');
}
/** The steps of a pattern from the root, where `**` stands for any number of steps. */
function stepsOf(pattern) {
    const steps = pattern.split('/').filter((step) => step !== '');
    // As in an ignore file, a slash before the end holds a pattern to the root.
    const anchored = pattern.slice(0, -1).includes('/');
    // `docs/*` is for the files of a folder and for none below it.
    const below = pattern.endsWith('/') ? ['*', '**'] : steps.length > 1 && steps.at(-1) === '*' ? [] : ['**'];
    return [...(anchored ? [] : ['**']), ...steps, ...below];
}
function code_owners_patternOf(pattern) {
    const steps = stepsOf(pattern).map((step) => (step === '**' ? undefined : tokensOf(step)));
    return (path) => {
        const parts = path.split('/');
        let reached = [0];
        for (const step of steps) {
            const [first = Number.POSITIVE_INFINITY] = reached;
            reached =
                step === undefined
                    ? Array.from({ length: Math.max(0, parts.length + 1 - first) }, (_, index) => first + index)
                    : reached.filter((index) => index < parts.length && stepMatches(step, parts[index] ?? '')).map((index) => index + 1);
        }
        return reached.includes(parts.length);
    };
}
function unsupported(pattern) {
    if (pattern.startsWith('!'))
        return 'a pattern cannot be negated with "!"';
    if (/[[\]]/.test(pattern.replace(/\\./g, '')))
        return 'a pattern has no character ranges "[ ]"';
    return pattern.startsWith('\\#') ? 'a pattern cannot begin with "#"' : undefined;
}
/**
 * Reads a CODEOWNERS file.
 *
 * https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
function parseCodeOwners(text) {
    const entries = [];
    const passedOver = [];
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        const [pattern, ...owners] = code_owners_wordsOf(line);
        if (pattern === undefined)
            continue;
        const stranger = owners.find((owner) => !OWNER.test(owner));
        const reason = unsupported(pattern) ?? (stranger === undefined ? undefined : `"${stranger}" is no user, team or address`);
        if (reason === undefined)
            entries.push({ matches: code_owners_patternOf(pattern), owners });
        else
            passedOver.push({ line: index + 1, reason });
    }
    return { passedOver, ownersOf: (path) => entries.findLast(({ matches }) => matches(path))?.owners ?? [] };
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/tell/owners.js


const warning = (title, message, file, line) => ({
    ...{ level: 'warning', title, message, file },
    ...(line !== undefined && { line }),
});
const NOBODY = { ownersOf: () => [], annotations: [] };
/** Reads the CODEOWNERS file that GitHub would read; nobody owns anything when there is none, or it is too large. */
async function readOwners(files) {
    for (const file of CODE_OWNERS_FILES) {
        if (!(await files.exists(file)))
            continue;
        if ((await files.size(file)) > CODE_OWNERS_MOST_BYTES) {
            const message = `${file} is larger than 3 MB, so GitHub does not load it, and nobody owns anything.`;
            return { ...NOBODY, file, annotations: [warning('CODEOWNERS_TOO_LARGE', message, file)] };
        }
        const { ownersOf, passedOver } = parseCodeOwners(await files.readText(file));
        const annotations = passedOver.map(({ line, reason }) => warning('CODEOWNERS_LINE', `GitHub passes this line over: ${reason}.`, file, line));
        return { file, ownersOf: (paths) => [...new Set(paths.flatMap(ownersOf))].sort(), annotations };
    }
    return NOBODY;
}
/**
 * What GitHub alone knows of the list: which owners there are. A line that GitHub does not take has no owners.
 *
 * Where GitHub does not say, nothing is known, and what the list says stands.
 */
async function ownerAnnotations({ file, annotations }, sha, github) {
    if (file === undefined)
        return annotations;
    const errors = await github.listCodeOwnersErrors(sha);
    if (errors.kind !== 'read')
        return annotations;
    const known = new Set(annotations.map(({ line }) => line));
    const own = errors.value.filter(({ path, line }) => path === file && !known.has(line));
    const told = own.map(({ kind, message, line }) => warning('CODEOWNERS_LINE', `GitHub says "${kind}", so nobody is told by this line: ${oneLine(message)}`, file, line));
    return [...annotations, ...told];
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/tell/pair.js



const SIDES = { consumer: schema_text, provider: schema_text };
const PAIR = fields({ ...SIDES, file: { type: ['string', 'null'] }, interactions: { type: 'integer' } }, { environment: schema_text });
const PLACE = { type: ['object', 'null'], required: ['file'], properties: { file: schema_text, line: { type: 'integer' } } };
const CONFLICT = fields({
    ...{ ...SIDES, message: schema_text, fingerprint: schema_text, severity: { enum: ['error', 'warning', 'unknown'] } },
    ...{ accepted: { type: 'boolean' }, pending: { type: 'boolean' }, contract: PLACE },
}, { environment: schema_text });
const DATA = { ...fields({ pairs: list(PAIR), conflicts: list(CONFLICT) }), type: ['object', 'null'] };
const pair_SCHEMA = fields({ action: { const: 'contract-test' }, verdict: schema_text, headline: schema_text, data: DATA });
/** Whether a difference stops anything. */
const isBreak = ({ severity, accepted, pending }) => severity !== 'warning' && !accepted && !pending;
/** The differences of a pair that stop it. */
const breaksOf = ({ differences }) => differences.filter(isBreak);
async function readReport(file, files) {
    const { value } = (0,config/* parseConfig */.o)(file, await files.readText(file), { schema: pair_SCHEMA });
    const { data, verdict, headline } = value;
    // Of a step that was stopped nothing is known, and "kept" would be made up.
    if (verdict !== 'error' && data !== null)
        return data;
    const message = `The step of this report was stopped before it found anything: ${headline}`;
    throw new failure/* Failure */.H({ code: 'REPORT_EMPTY', message, remedy: 'Mend that first.', location: { file } });
}
const pair_keyOf = ({ consumer, provider, environment }) => JSON.stringify([consumer, provider, environment]);
const pair_unique = (differences) => [
    ...new Map(differences.map((each) => [each.fingerprint, each])).values(),
];
/**
 * Reads what was found from the reports that a path or a glob pattern names, a pair of consumer and provider at a time. Several
 * reports, such as of a comparison and of a verification, are about the same pairs together.
 *
 * @throws Failure when there is no such report, or one is of a step that was not carried out.
 */
async function readPairs(pattern, files) {
    const found = await files.glob(pattern);
    if (found.length === 0) {
        const remedy = 'Give the output "report" of a step with mode verify, compare or can-i-deploy, and run that step first.';
        throw new failure/* Failure */.H({ code: 'REPORT_MISSING', message: `There is no report ${pattern}.`, remedy });
    }
    const problems = [];
    const read = await Promise.all(found.map((file) => (0,collect/* collect */.F)(problems, () => readReport(file, files))));
    (0,failure/* failWhen */.x)(problems);
    const reports = read.filter((report) => report !== undefined);
    const pairs = reports.flatMap((report) => report.pairs);
    const differences = reports.flatMap(({ conflicts }) => conflicts);
    const names = new Map([...pairs, ...differences].map((each) => [pair_keyOf(each), each]));
    return [...names].map(([key, { consumer, provider, environment }]) => {
        const own = (all) => all.filter((each) => pair_keyOf(each) === key);
        const counts = reports.map((report) => own(report.pairs).reduce((sum, { interactions }) => sum + interactions, 0));
        const places = [...own(pairs).map(({ file }) => file), ...own(differences).map(({ contract }) => contract?.file ?? null)];
        return {
            consumer,
            provider,
            ...(environment !== undefined && { environment }),
            interactions: Math.max(...counts),
            files: [...new Set(places.filter((file) => file !== null))],
            differences: pair_unique(own(differences)),
        };
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ../summary/lib/markdown.js
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
function inline(part) {
    if (typeof part === 'string')
        return escapeText(part);
    if ('code' in part)
        return codeSpan(part.code);
    if ('bold' in part)
        return `**${escapeText(part.bold)}**`;
    return `[${escapeText(part.link)}](<${part.href.replaceAll('>', '%3E')}>)`;
}
const line = (parts) => parts.map(inline).join('');
function markdown_cell(value) {
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
                ...block.rows.map((cells) => row(cells.map(markdown_cell))),
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

;// CONCATENATED MODULE: ../../actions/contract-test/lib/tell/words.js





/** GitHub takes 65,536 characters: four cells of 200, each of which may be an escaped bar, leave room for so many rows. */
const MOST_ROWS = 30;
const MOST_OWNERS = 20;
const LONGEST_TEXT = 200;
/** Text of a contract on one line. In a code span nothing of it is a mention, markup or a comment. */
function words_quoted(text) {
    // A backtick or a line break of any kind ends a code span, and direction marks make text read otherwise than it is.
    const plain = text
        .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
        .replaceAll('`', "'")
        .trim();
    return { code: plain.length > LONGEST_TEXT ? `${plain.slice(0, LONGEST_TEXT)}…` : plain || ' ' };
}
const words_placeOf = ({ contract }) => contract === null ? '' : contract.line === undefined ? contract.file : `${contract.file}:${contract.line}`;
function breaksTable(breaks) {
    const rows = breaks
        .slice(0, MOST_ROWS)
        .map((each) => [words_quoted(each.consumer), words_quoted(each.message), words_quoted(words_placeOf(each)), words_quoted(each.fingerprint)]);
    const rest = breaks.length - rows.length;
    return [
        (0,block/* table */.tp)(['consumer', 'what breaks', 'contract', 'fingerprint'], rows),
        ...(rest > 0 ? [(0,block/* paragraph */.FY)([`And ${rest} more; the job summary has all of them.`])] : []),
    ];
}
const LOGIN = /^@[\w-]+(\/[\w.-]+)?$/;
/** The owners in one line; they are notified only when `mention` says so. */
function ownersLine(owners, mention) {
    if (owners.length === 0)
        return 'Nobody owns these contracts by CODEOWNERS.';
    const names = owners
        .slice(0, MOST_OWNERS)
        .map((owner) => (mention && LOGIN.test(owner) ? owner : `\`${owner.replaceAll('`', '')}\``));
    const rest = owners.length - names.length;
    return `Owners of these contracts: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
const providersOf = (pairs) => [...new Set(pairs.map(({ provider }) => provider))].sort();
const words_environmentsOf = (pairs) => [...new Set(pairs.flatMap(({ environment }) => environment ?? []))].sort();
/** What a post of ours begins with, for one set of providers, and of environments where the question was about those. */
function markerOf(pairs) {
    const names = [...providersOf(pairs), ...words_environmentsOf(pairs)];
    const key = names.map((name) => name.replace(/[^\w.]+/g, '-')).join('+');
    return `<!-- slipway:contract-test:${key}:${fingerprintOf(names)} -->`;
}
/** A comment or an issue about the breaks: who breaks, where, and who owns that. */
function postOf(pairs, owners, mention) {
    const breaks = pairs.flatMap(breaksOf);
    const marker = markerOf(pairs);
    const providers = providersOf(pairs).flatMap((name) => [words_quoted(name), ' ']);
    if (breaks.length === 0) {
        const blocks = [(0,block/* heading */.R_)(3, 'Contracts'), (0,block/* paragraph */.FY)(['✅ Every consumer contract is kept by ', ...providers])];
        return `${marker}\n${renderMarkdown(blocks)}`;
    }
    const advice = 'Agree on the change with the teams of these consumers, or keep what they read until none of them does.';
    const blocks = [(0,block/* heading */.R_)(3, 'Contracts'), (0,block/* paragraph */.FY)(['❌ Breaks consumers of ', ...providers]), ...breaksTable(breaks)];
    return `${marker}\n${renderMarkdown([...blocks, (0,block/* paragraph */.FY)([advice])])}\n\n${ownersLine(owners, mention)}\n`;
}
/** The title of an issue, without anything that GitHub would take for markup. */
const titleOf = (pairs) => `Contracts of ${providersOf(pairs)
    .map((name) => words_quoted(name).code.replace(/[@#`<>]/g, ''))
    .join(', ')} are broken`.slice(0, 200);
const isInside = ({ contract }) => contract !== null && !isRemote(contract.file) && !contract.file.startsWith('/') && !contract.file.split('/').includes('..');
/** A pair that nothing could be said of is no success, though it is no break either. */
function words_verdictOf({ interactions }, breaks) {
    const told = breaks.filter(({ severity }) => severity === 'error').length;
    if (told > 0)
        return { conclusion: 'failure', title: `Broken in ${told} ${told === 1 ? 'place' : 'places'}` };
    if (breaks.length > 0)
        return { conclusion: 'failure', title: 'Could not tell' };
    if (interactions === 0)
        return { conclusion: 'neutral', title: 'Nothing was compared' };
    return { conclusion: 'success', title: `Kept (${interactions} interactions)` };
}
/** One pair as a check run; it has the same id as long as it says the same. */
function checkOf(pair, sha) {
    const { consumer, provider, environment, differences } = pair;
    const breaks = breaksOf(pair);
    const { conclusion, title } = words_verdictOf(pair, breaks);
    const summary = renderMarkdown([
        (0,block/* paragraph */.FY)([words_quoted(consumer), ' and ', words_quoted(provider), `: ${title}.`]),
        ...(breaks.length === 0 ? [] : breaksTable(breaks)),
    ]);
    const annotations = [...differences]
        .sort((a, b) => Number(isBreak(b)) - Number(isBreak(a)))
        .filter(isInside)
        .map((each) => ({
        path: each.contract?.file ?? '',
        line: each.contract?.line ?? 1,
        level: isBreak(each) ? 'failure' : 'warning',
        title: isBreak(each) ? `Breaks ${consumer}` : `Look at ${consumer}`,
        message: `${each.message}. [${each.fingerprint}]`,
    }));
    const said = JSON.stringify([sha, conclusion, summary, annotations]);
    const externalId = (0,external_node_crypto_.createHash)('sha256').update(said).digest('hex');
    const name = `contract: ${consumer} → ${provider}${environment === undefined ? '' : ` (${environment})`}`;
    return { sha, name, conclusion, title, summary, annotations, externalId };
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/tell/tell.js








const WAYS = ['checks', 'comment', 'issue'];
const LABEL = 'contract';
const RIGHTS = {
    checks: 'checks: write',
    comment: 'pull-requests: write',
    issue: 'issues: write',
};
function inputProblems({ notify, issueRepository }, { repository }) {
    const unknown = notify.filter((way) => !WAYS.some((each) => each === way));
    const malformed = [issueRepository, repository].some((name) => name !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(name));
    const ways = `Input "notify" has ${unknown.join(', ')}; expected ${WAYS.join(', ')}.`;
    const names = 'A repository is not given as OWNER/NAME.';
    return [
        ...(unknown.length > 0 ? [{ code: 'INPUT_MALFORMED', message: ways, remedy: 'Correct it.' }] : []),
        ...(malformed || repository === undefined
            ? [{ code: 'REPOSITORY_UNKNOWN', message: names, remedy: 'Correct "issue-repository", or set GITHUB_REPOSITORY.' }]
            : []),
    ];
}
async function tell_gather(inputs, ports, context) {
    const problems = [...inputProblems(inputs, context)];
    const pairs = await (0,collect/* collect */.F)(problems, () => readPairs(inputs.report, ports.files));
    const occasion = await gatherOccasion(ports, context, problems);
    const owners = await readOwners(ports.files);
    (0,failure/* failWhen */.x)(problems);
    const { repository = '' } = context;
    return { pairs: pairs ?? [], occasion, owners, repository, issueRepository: inputs.issueRepository ?? repository };
}
async function writeCheck(github, check) {
    const told = { way: 'checks', what: check.name };
    const known = await github.listCheckRuns(check.sha, check.name);
    // What cannot be listed may still be written; a run too many is better than none.
    if (known.kind === 'read' && known.value.includes(check.externalId))
        return { ...told, outcome: { kind: 'written' } };
    return { ...told, outcome: await github.createCheckRun(check) };
}
function commentsOn(github, number) {
    return {
        list: (page) => github.listComments(number, page),
        create: (body) => github.createComment(number, body),
        update: (id, body) => github.updateComment(id, body),
        remove: (id) => github.deleteComment(id),
    };
}
function issuesOf(github, title) {
    return {
        list: (page) => github.listIssues(LABEL, page),
        create: (body) => github.createIssue(title, body, LABEL),
        update: (id, body) => github.updateIssue(id, body),
        remove: (id) => github.closeIssue(id),
    };
}
const brokenOf = (pairs) => pairs.filter((pair) => breaksOf(pair).length > 0);
async function perform({ notify }, facts, open) {
    const { pairs, occasion, owners, repository, issueRepository } = facts;
    if (pairs.length === 0)
        return [];
    const told = [];
    const broken = brokenOf(pairs);
    const marker = markerOf(pairs);
    const names = owners.ownersOf(broken.flatMap(({ files }) => files));
    if (notify.includes('checks')) {
        for (const pair of pairs)
            told.push(await writeCheck(open(repository), checkOf(pair, occasion.sha)));
    }
    if (notify.includes('comment') && occasion.kind === 'pull-request') {
        const comments = commentsOn(open(repository), occasion.number);
        const outcome = await keepOne(comments, marker, postOf(pairs, names, !occasion.draft), broken.length > 0);
        told.push({ way: 'comment', what: `comment on #${occasion.number}`, outcome });
    }
    if (notify.includes('issue') && occasion.kind === 'main') {
        const issues = issuesOf(open(issueRepository), titleOf(pairs));
        const body = postOf(pairs, names, true);
        const outcome = broken.length > 0 ? await keepOne(issues, marker, body, true) : await keepNone(issues, marker);
        told.push({ way: 'issue', what: `issue in ${issueRepository}`, outcome });
    }
    return told;
}
function tell_annotationOf({ way, what, outcome }) {
    if (outcome.kind === 'written')
        return [];
    if (outcome.kind === 'not-permitted') {
        const message = `Not written: ${what}. This token may not. A fork's pull request has such a token; elsewhere, grant "${RIGHTS[way]}". ${outcome.reason}`;
        return [{ level: 'notice', title: 'Not told', message }];
    }
    const { code, message, remedy = '' } = outcome.problem;
    return [{ level: 'error', title: code, message: `Not written: ${what}. ${message} ${remedy}`.trim() }];
}
function tell_report({ pairs }, told, owners) {
    const broken = [...new Set(brokenOf(pairs).map(({ consumer }) => consumer))].sort();
    const failed = told.some(({ outcome }) => outcome.kind === 'failed');
    const written = told.filter(({ outcome }) => outcome.kind === 'written').length;
    const what = broken.length === 0 ? 'No consumer breaks.' : `Broken: ${broken.join(', ')}.`;
    return {
        // Breaks stay the failure of the job that found them; this verdict is only about having told them.
        verdict: failed ? 'fail' : 'pass',
        headline: `${what} ${written} of ${told.length} notices are in place.`,
        outputs: {
            ...NOT_OF_THIS_MODE,
            contracts: String(pairs.length),
            broken: broken.join(','),
        },
        annotations: [...told.flatMap(tell_annotationOf), ...owners],
        summary: [
            (0,block/* table */.tp)(['where', 'outcome'], told.map(({ what: where, outcome }) => [{ code: where }, outcome.kind])),
        ],
        data: told.map(({ way, what: where, outcome }) => ({ way, where, outcome: outcome.kind })),
    };
}
/** Tells those whom a break concerns, from the reports of other steps; it runs none of the service's code. */
async function runTell(inputs, ports, context, connect) {
    const facts = await tell_gather(inputs, ports, context);
    const open = (repository) => connect({ apiUrl: context.apiUrl, repository, token: inputs.githubToken }, ports);
    const told = await perform(inputs, facts, open);
    const { owners, occasion, repository } = facts;
    const asks = brokenOf(facts.pairs).length > 0;
    return tell_report(facts, told, asks ? await ownerAnnotations(owners, occasion.sha, open(repository)) : owners.annotations);
}

// EXTERNAL MODULE: ../dependency/lib/dependency.js
var dependency = __webpack_require__(2997);
// EXTERNAL MODULE: ../dependency/lib/mistakes.js
var mistakes = __webpack_require__(7529);
;// CONCATENATED MODULE: ../dependency/lib/provider.js


const PROVIDER = { schema: (0,dependency/* object */.Ik)('provider', dependency/* ENTRY */.Py) };
/** Parses the file that says how a service is started to be verified; the same problems as for dependencies. */
function parseProvider(file, text) {
    const { value, source } = (0,dependency/* parseFile */.CJ)(file, text, PROVIDER, (document) => {
        const { provider } = (document.value ?? {});
        return provider === undefined ? [] : (0,mistakes/* dependencyMistakes */.X)(provider, (...path) => document.locate(['provider', ...path]));
    });
    return (0,dependency/* dependencyOf */.bf)(value.provider, source.locate(['provider']));
}

// EXTERNAL MODULE: ../dependency/lib/check.js
var check = __webpack_require__(762);
// EXTERNAL MODULE: ../dependency/lib/lifecycle.js + 1 modules
var lifecycle = __webpack_require__(7179);
;// CONCATENATED MODULE: ../compatibility/lib/live-value.js


/** No one writes deeper by hand, and what a program nests without end must not end this one. */
const DEPTH_MAX = 200;
function isTooDeep(value) {
    let level = [value];
    for (let depth = 0; depth <= DEPTH_MAX; depth += 1) {
        level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
        if (level.length === 0)
            return false;
    }
    return true;
}
function live_value_wordsFor({ reason: { kind, given, wanted } }) {
    if (kind === 'property-missing')
        return 'must be there, and is missing';
    if (kind === 'property-forbidden')
        return wanted === 'must not be there' ? 'is there, and must not be' : `is there, and ${wanted}`;
    if (kind === 'unproven')
        return `could not be judged: it must be ${wanted}, which is not reasoned about`;
    return `must be ${wanted}, and is ${given}`;
}
/** What speaks against one value by its schema. */
function live_value_valueFindings(value, schema, { rule, spot, inclusion }) {
    if (isTooDeep(value)) {
        const words = `could not be judged: it is nested more than ${DEPTH_MAX} deep`;
        return [{ rule: `${rule}-unjudged`, kind: 'unjudged', spot, words, at: schema }];
    }
    const found = inclusion.reasons([schemaNode(exampleSchema(value))], [schema]);
    return found
        .filter(({ reason }) => isWrong(reason) || reason.kind === 'unproven')
        .map((each) => {
        const at = each.reason.sup ?? schema;
        const told = { spot: { ...spot, path: [...spot.path, ...each.path] }, words: live_value_wordsFor(each), at };
        return isWrong(each.reason)
            ? { rule: `${rule}-wrong`, kind: 'wrong', ...told }
            : { rule: `${rule}-unjudged`, kind: 'unjudged', ...told };
    });
}
/** The findings of the reading of a text that the fewest speak against: a header is text, whatever type it has. */
function bestReading(readings, judge) {
    const tried = readings.map(judge);
    const clean = tried.find((each) => each.length === 0) ?? tried.find((each) => each.every(({ kind }) => kind === 'unjudged'));
    return clean ?? tried[0] ?? [];
}

;// CONCATENATED MODULE: ../compatibility/lib/live-body.js




const RULE = 'answer-body';
/** A body's text, when its bytes are text at all. */
function decoded(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
/** The media type that an answer falls under; parameters that the description does not name tell no types apart. */
function live_body_mediaOf({ media }, type) {
    return mediaFor(media, type) ?? mediaFor(media, type.split(';')[0] ?? type);
}
/** What is judged by nothing but its type may be anything that is written as bytes. */
const isBytes = (type) => /^(image|audio|video|font)\/|^application\/(octet-stream|pdf|zip|gzip)/.test(type);
function contentFindings(media, type, body, spot, inclusion) {
    const { schema } = media;
    if (schema === undefined || isBytes(type))
        return [];
    const text = decoded(body);
    const judge = (value) => live_value_valueFindings(value, schema, { rule: RULE, spot, inclusion });
    if (/[/+]json(;|$)/.test(type)) {
        const parsed = text === undefined ? undefined : parseJson(text);
        if (parsed !== undefined)
            return judge(parsed.value);
        return [{ rule: `${RULE}-wrong`, kind: 'wrong', spot, words: `must be JSON, and is none`, at: media.at }];
    }
    if (text !== undefined && /^text\/plain/.test(type))
        return bestReading(readings(text), judge);
    const words = `could not be judged: schemas of ${type} are not reasoned about`;
    return [{ rule: `${RULE}-unjudged`, kind: 'unjudged', spot, words, at: media.at }];
}
/** What the description says otherwise of an answer's media type and body. */
function bodyDeviations(described, { method, status, headers, body }, spot, inclusion) {
    // HTTP: these are answered without a body, whatever is described (RFC 9110, 6.4.1).
    const bodiless = method === 'HEAD' || status === 204 || status === 304;
    const types = described.media.map((each) => each.type).join(' or ');
    const written = headers['content-type'];
    if (bodiless)
        return [];
    if (described.media.length === 0) {
        if (body.length === 0)
            return [];
        const words = 'could not be judged: it is there, and the description says nothing of it';
        return [{ rule: `${RULE}-undocumented`, kind: 'unjudged', spot, words, at: described.at }];
    }
    if (body.length === 0)
        return [{ rule: `${RULE}-missing`, kind: 'wrong', spot, words: `must be ${types}, and is empty`, at: described.at }];
    const type = written === undefined ? undefined : normaliseType(written);
    const media = type === undefined ? undefined : live_body_mediaOf(described, type);
    if (type === undefined || media === undefined) {
        const words = `must be ${types}, and is ${type ?? 'of no stated type'}`;
        return [{ rule: 'answer-media-type-undocumented', kind: 'wrong', spot, words, at: described.at }];
    }
    return contentFindings(media, type, body, { ...spot, media: media.type }, inclusion);
}

;// CONCATENATED MODULE: ../compatibility/lib/live-header.js



const live_header_RULE = 'answer-header';
/** What a header's text may stand for: one value, a list, or an object in either of its two spellings. */
function headerReadings(text) {
    const parts = text.split(',').map((part) => part.trim());
    const pairs = parts.map((part) => part.split('='));
    const flat = parts.flatMap((name, index) => (index % 2 === 0 ? [[name, parts[index + 1] ?? '']] : []));
    const objects = pairs.every(([, value]) => value !== undefined) ? [pairs] : parts.length % 2 === 0 ? [flat] : [];
    return [
        ...readings(text),
        parts,
        parts.map((part) => readings(part)[0]),
        ...objects.map((entries) => Object.fromEntries(entries.map(([name, value = '']) => [name, readings(value)[0]]))),
    ];
}
function judged(header, text, spot, inclusion) {
    const [document] = header.media;
    const schema = header.schema ?? document?.schema;
    if (schema === undefined)
        return [];
    const values = header.schema === undefined ? [parseJson(text)?.value ?? text] : headerReadings(text);
    return bestReading(values, (value) => live_value_valueFindings(value, schema, { rule: live_header_RULE, spot, inclusion })).slice(0, 1);
}
/** What the description says otherwise of an answer's headers; those that it does not name are none of its business. */
function headerDeviations(described, { headers }, whole, inclusion) {
    return described.headers.flatMap((header) => {
        // OpenAPI: a description of this header is passed over; the media types say what it is.
        if (header.name === 'content-type')
            return [];
        const spot = { ...whole, part: `header ${header.name}` };
        const text = headers[header.name.toLowerCase()];
        if (text !== undefined)
            return judged(header, text, spot, inclusion);
        if (!header.required)
            return [];
        return [{ rule: `${live_header_RULE}-missing`, kind: 'wrong', spot, words: 'must be there, and is missing', at: header.at }];
    });
}

;// CONCATENATED MODULE: ../compatibility/lib/live.js





function operationDeviations(api, { method, path, status }) {
    // Both agree that there is no such operation.
    if (status === 404 || status === 405 || status === 501)
        return [];
    const message = `${method} ${path} was answered with ${status}, and the description has no such operation`;
    return [{ rule: 'answer-operation-undocumented', kind: 'wrong', message, description: locate(api.root) }];
}
function statusDeviation(operation, status) {
    const known = operation.responses.map((each) => each.status).join(', ') || 'no status';
    const message = `${api_nameOf(operation)} was answered with ${status}, and the description names ${known}`;
    return { rule: 'answer-status-undocumented', kind: 'wrong', message, description: locate(operation.at) };
}
function deviations(operation, described, answer) {
    const spot = { operation: api_nameOf(operation), side: 'response', status: String(answer.status), part: 'body', path: [] };
    const inclusion = new Inclusion('answer');
    const found = [...headerDeviations(described, answer, spot, inclusion), ...bodyDeviations(described, answer, spot, inclusion)];
    return found.map(({ rule, kind, spot: where, words, at }) => {
        return { rule, kind, message: oneLine(`${wordsOf(where)} ${words}`), description: locate(at) };
    });
}
/**
 * Starts judging live answers by one description: status, headers, media type and body.
 *
 * JSON bodies are judged to their last value, texts as one value; bodies of other types by their type alone, which is told
 * where the description says more.
 */
function liveJudge(api) {
    return (answer) => {
        const route = routeOf(api, answer.method, answer.path);
        if (route === undefined)
            return operationDeviations(api, answer);
        const described = responseFor(route.operation.responses, String(answer.status));
        if (described === undefined)
            return [statusDeviation(route.operation, answer.status)];
        return deviations(route.operation, described, answer);
    };
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/deviations.js

const deviations_isWrong = ({ kind }) => kind === 'wrong';
/** Puts the same deviations of many answers together: one place of a description is told once. */
function described(verifications) {
    const answers = verifications.flatMap(({ contract, results }) => results.flatMap(({ subject, deviations }) => (deviations === undefined ? [] : [{ contract, subject, deviations }])));
    const seen = new Map();
    for (const { contract, subject, deviations } of answers) {
        for (const deviation of deviations) {
            const key = JSON.stringify([deviation.rule, deviation.message, deviation.description]);
            const known = seen.get(key);
            const interactions = new Set([...(known?.interactions ?? []), `${contract.consumer}: ${subject.description}`]);
            const pending = subject.pending && (known?.pending ?? true);
            seen.set(key, { deviation, interactions: [...interactions], pending });
        }
    }
    return {
        judged: answers.length,
        wrong: answers.filter(({ subject, deviations }) => !subject.pending && deviations.some(deviations_isWrong)).length,
        seen: [...seen.values()].sort((a, b) => Number(deviations_isWrong(b.deviation)) - Number(deviations_isWrong(a.deviation))),
    };
}
const stops = ({ deviation, pending }) => deviations_isWrong(deviation) && !pending;
/** One sentence on what the description said, with the numbers that tell what it was asked. */
function verdictSentence(provider, file, { judged, wrong, seen }) {
    const unjudged = seen.filter(({ deviation }) => !deviations_isWrong(deviation)).length;
    const rest = unjudged === 0 ? '' : ` ${unjudged} ${unjudged === 1 ? 'part' : 'parts'} of them could not be judged by it.`;
    if (judged === 0)
        return ` No answer was there to judge by ${file}.`;
    if (wrong === 0)
        return ` ${judged === 1 ? '1 answer is' : `${judged} answers are`} as ${file} says.${rest}`;
    const clauses = seen.filter(stops).map(({ deviation }) => deviation.message);
    const more = clauses.length > 3 ? `; and ${clauses.length - 3} more` : '';
    const told = `${clauses.slice(0, 3).join('; ')}${more}`;
    return ` ${provider} breaks its own description ${file} in ${wrong} of ${judged} answers (${told}).${rest}`;
}
/** Each deviation on the description's line, the contract's interactions in its words. */
function deviationAnnotations(provider, { seen }) {
    return seen.map((each) => {
        const { deviation, interactions, pending } = each;
        const others = interactions.length > 1 ? ` and ${interactions.length - 1} more` : '';
        const why = pending && deviations_isWrong(deviation) ? ' The interaction is pending, so it stops nothing.' : '';
        const remedy = stops(each) ? ' Correct the provider, or the description and with it what it promises.' : '';
        return {
            level: stops(each) ? 'error' : 'warning',
            title: `${deviations_isWrong(deviation) ? `${provider} breaks its description` : 'Not judged'}: ${deviation.rule}`,
            message: `${deviation.message} (seen in ${interactions[0] ?? ''}${others}).${why}${remedy}`,
            ...deviation.description,
        };
    });
}
/** The table of the deviations, below the sentence that counts what was judged. */
function deviationBlocks(file, { judged, seen }) {
    const rows = seen.map((each) => [
        stops(each) ? '❌' : deviations_isWrong(each.deviation) ? '⚠️' : '❔',
        each.deviation.message,
        each.interactions.join('\n'),
        { code: `${each.deviation.description.file}:${each.deviation.description.line ?? ''}` },
    ]);
    const count = (0,block/* paragraph */.FY)([`${judged} answers were judged by ${file}: ❌ not as it says, ⚠️ pending, ❔ not judged.`]);
    return rows.length === 0 ? [count] : [count, (0,block/* table */.tp)(['', 'what', 'seen in', 'description'], rows)];
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/subject.js

/** An interaction over HTTP as a subject. */
function subjectOf(interaction) {
    const { description, pending, states, location, locate, request } = interaction;
    const name = `${request.method} ${request.path}`;
    return { description, pending, states, location, locate, name, whole: `the answer to ${name}` };
}
/** A message as a subject. */
function messageSubject({ description, pending, states, location, locate }) {
    const name = `the message "${description}"`;
    return { description, pending, states, location, locate, name, whole: name };
}
/** A mismatch as one clause: `transaction_id is missing in the answer to POST /charge`. */
function clause({ name, whole }, { path, message }) {
    const [part, ...rest] = path;
    if (part === undefined)
        return oneLine(`${name} ${message}`);
    const parts = {
        body: rest.join('.') || 'the body',
        headers: `the header ${rest.join('.')}`,
        metadata: `the metadata ${rest.join('.')}`,
    };
    return oneLine(`${parts[part] ?? part} ${message} in ${whole}`);
}
/** The line of the contract that a mismatch is about. */
const subject_placeOf = ({ locate, location }, { path }) => path.length > 0 ? locate(path) : location;

;// CONCATENATED MODULE: ../../actions/contract-test/lib/verification-data.js


const verification_data_pairOf = ({ contract: { consumer, provider, file }, results }) => ({
    consumer,
    provider,
    file,
    interactions: results.length,
});
/** The mismatches as a comparison reports its conflicts; what the provider answered is in no fingerprint, for it may change. */
function verification_data_conflictsOf({ contract: { consumer, provider } }, { subject, mismatches }) {
    return mismatches.map((mismatch) => ({
        rule: 'provider-answer',
        severity: 'error',
        consumer,
        provider,
        interaction: subject.description,
        pending: subject.pending,
        message: clause(subject, mismatch),
        contract: { ...subject_placeOf(subject, mismatch) },
        fingerprint: fingerprintOf(['provider-answer', consumer, provider, subject.description, ...mismatch.path]),
        accepted: false,
    }));
}
const verifiedOf = ({ contract: { consumer, file }, results }) => ({
    consumer,
    file,
    interactions: results.map(({ subject, mismatches, deviations }) => ({
        description: subject.description,
        pending: subject.pending,
        mismatches: mismatches.map((each) => clause(subject, each)),
        deviations: deviations?.map(({ rule, kind, message, description }) => ({
            rule,
            kind,
            message,
            description: { ...description },
        })),
    })),
});
/** What a verification found, for whoever reads the report: by pair and conflict, as a comparison, and by interaction. */
const verification_data_dataOf = (verifications) => ({
    pairs: verifications.map(verification_data_pairOf),
    conflicts: verifications.flatMap((each) => each.results.flatMap((result) => verification_data_conflictsOf(each, result))),
    verified: verifications.map(verifiedOf),
});

;// CONCATENATED MODULE: ../contract/lib/request.js



/** The value with what stands at the path replaced; `*` is every part. A path that leads nowhere changes nothing. */
function replaced(value, [step, ...rest], make) {
    if (step === undefined)
        return make(value);
    if (Array.isArray(value))
        return value.map((item, index) => (step === '*' || step === String(index) ? replaced(item, rest, make) : item));
    if (!isRecord(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, step === '*' || step === key ? replaced(item, rest, make) : item]));
}
class Draft {
    missing = new Set();
    #generating;
    method;
    path;
    query;
    headers;
    body;
    constructor({ method, path, headers }, body, generating) {
        this.#generating = generating;
        [this.method, this.path, this.headers, this.body] = [method, path, { ...headers }, body];
    }
    #make(generator, example) {
        const made = generate(generator, example, this.#generating);
        if ('value' in made)
            return made.value;
        this.missing.add(made.missing);
        return example;
    }
    apply(generator, query) {
        const { part, tokens } = generator;
        const [name = ''] = tokens;
        if (part === 'method')
            this.method = String(this.#make(generator, this.method));
        else if (part === 'path')
            this.path = String(this.#make(generator, this.path));
        else if (part === 'body')
            this.body = replaced(this.body, tokens, (old) => this.#make(generator, old));
        else if (part === 'header') {
            const key = name.toLowerCase();
            this.headers[key] = String(this.#make(generator, this.headers[key]));
        }
        else {
            this.query ??= new URLSearchParams(query);
            const plain = name.replace(/\[\d+\]$/, '');
            this.query.set(plain, String(this.#make(generator, this.query.get(plain))));
        }
    }
}
function request_bodyOf({ body, bytes, generators }) {
    if (bytes !== undefined || body === undefined || !generators.some(({ part }) => part === 'body'))
        return bytes ?? body;
    const parsed = parseExactJson(body);
    return 'value' in parsed ? parsed.value : body;
}
function request_written(body) {
    if (body === undefined || typeof body === 'string' || body instanceof Uint8Array)
        return body;
    return writeExactJson(body);
}
/**
 * The request of an interaction with everything generated that its generators make anew.
 *
 * @returns the request, or the names of values that no provider state gave.
 */
function generatedRequest({ request }, generating) {
    const draft = new Draft(request, request_bodyOf(request), generating);
    for (const generator of request.generators)
        draft.apply(generator, request.query);
    if (draft.missing.size > 0)
        return { missing: [...draft.missing] };
    const query = draft.query?.toString() ?? request.query;
    const body = request_written(draft.body);
    const { method, path, headers } = draft;
    return {
        request: { method, target: `${path}${query === '' ? '' : `?${query}`}`, headers, ...(body !== undefined && { body }) },
    };
}

;// CONCATENATED MODULE: ../contract/lib/response.js




function statusFits(expected, actual) {
    const [matcher] = expected.rules.status.flatMap(({ matchers }) => matchers);
    if (matcher === undefined)
        return actual === expected.status;
    if (matcher.match !== 'statusCode')
        return matcherProblem(matcher, expected.status, actual) === undefined;
    if (typeof matcher.status !== 'string')
        return matcher.status.includes(actual);
    const [from, to] = STATUS_CLASSES[matcher.status] ?? [expected.status, expected.status];
    return actual >= from && actual <= to;
}
const spaced = (value) => value.replace(/\s*,\s*/g, ',');
/** A content type without parameters is met by the same type with parameters, such as a charset; case does not count. */
function headerFits(name, expected, actual) {
    if (name !== 'content-type')
        return spaced(actual) === spaced(expected);
    const [wanted, given] = [expected, actual].map((type) => type.toLowerCase().replace(/\s*;\s*/g, ';'));
    return given === wanted || (!wanted.includes(';') && given.split(';')[0] === wanted);
}
function headerMismatches(response, headers) {
    return Object.entries(response.headers).flatMap(([name, expected]) => {
        const actual = headers[name];
        const path = ['headers', name];
        if (actual === undefined)
            return [{ path, message: 'is missing' }];
        const rule = ruleAt(response.rules.header, [name]);
        if (rule === undefined)
            return headerFits(name, expected, actual)
                ? []
                : [{ path, message: `must be ${JSON.stringify(expected)}, and is ${JSON.stringify(actual)}` }];
        return rule.matchers.flatMap((matcher) => {
            const problem = matcherProblem(matcher, expected, textValue(matcher, actual));
            return problem === undefined ? [] : [{ path, message: problem }];
        });
    });
}
/** The type that the expected body has: as the contract states it, else what its value shows. */
function expectedBody({ headers, contentType, body, exact, bytes }) {
    const shows = typeof body === 'string' ? (/^\s*</.test(body) ? 'application/xml' : 'text/plain') : 'application/json';
    return { value: exact ?? body, type: contentType ?? headers['content-type'] ?? shows, ...(bytes !== undefined && { bytes }) };
}
/** Everything in an answer that is not as the interaction says: status, headers, body. */
function matchResponse({ response }, actual) {
    const status = statusFits(response, actual.status)
        ? []
        : [{ path: ['status'], message: `must be ${response.status}, and is ${actual.status}` }];
    const type = actual.headers['content-type'];
    const body = matchContent(response.rules.body, expectedBody(response), {
        bytes: actual.body,
        ...(type !== undefined && { type }),
    });
    const inBody = body.map(({ path, message }) => ({ path: ['body', ...path], message }));
    return [...status, ...headerMismatches(response, actual.headers), ...inBody];
}

// EXTERNAL MODULE: ../config/lib/nearest.js
var nearest = __webpack_require__(3011);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ../../actions/contract-test/lib/content-encoding.js


/** The encodings of RFC 9110, 8.4.1, and Brotli, by their names in `content-encoding`. */
const DECODERS = {
    gzip: external_node_zlib_.gunzipSync,
    'x-gzip': external_node_zlib_.gunzipSync,
    deflate: external_node_zlib_.inflateSync,
    br: external_node_zlib_.brotliDecompressSync,
};
/**
 * A body as it was before it was compressed for its way; of an encoding that is not known, as it came.
 *
 * @throws Failure when it is not what its header says, or would be longer than `maxBytes`.
 */
function decodedBody(bytes, encoding, maxBytes) {
    const decode = DECODERS[(encoding ?? '').trim().toLowerCase()];
    if (decode === undefined || bytes.length === 0)
        return bytes;
    try {
        return decode(bytes, { maxOutputLength: maxBytes });
    }
    catch (cause) {
        const message = `the answer cannot be unpacked as "${encoding}", or is longer than ${maxBytes / 1024 / 1024} MiB then`;
        throw new failure/* Failure */.H({ code: 'ANSWER_ENCODING', message }, { cause });
    }
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/send.js



/** Sends one request to the provider or what stands beside it; the time that it may take is that of the whole answer. */
async function send_send(request, { timeoutMs }, { http, cancelled }) {
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
        const response = await http.fetch({ ...request, timeoutMs, signal: AbortSignal.any([cancelled, timeout]) });
        const body = decodedBody(await answer_body_readBody(response), response.headers['content-encoding'], BODY_MAX_BYTES);
        return { status: response.status, headers: response.headers, body };
    }
    catch (cause) {
        // Both clocks run out at once, and whichever is first, it is no cancellation.
        if (cause instanceof failure/* Failure */.H || cancelled.aborted || !timeout.aborted)
            throw cause;
        const message = `${new URL(request.url).origin} did not answer within ${timeoutMs} ms.`;
        throw new failure/* Failure */.H({ code: 'HTTP_TIMEOUT', message, remedy: 'Check that it is up, or raise "request-timeout".' }, { cause });
    }
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/provider-state.js


function valuesIn(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
    }
    catch {
        // An answer in words says that it is done.
        return {};
    }
}
const request = (url, state, params, what) => ({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ state, params, action: what }),
});
/** Brings the provider into each state, one after the other; what a state's answer gives is there for the request. */
async function setUpStates(states, target, ports) {
    let values = {};
    for (const { name, params } of states) {
        if (target.stateUrl === undefined)
            return { kind: 'refused', state: name, why: `needs the provider state "${name}", and no "state-url" is given` };
        const { status, body } = await send_send(request(target.stateUrl, name, params, 'setup'), target, ports);
        if (status >= 300)
            return {
                kind: 'refused',
                state: name,
                why: `needs the provider state "${name}", which the state-url answered with ${status}`,
            };
        const given = valuesIn(Buffer.from(body).toString('utf8'));
        maskValues(given, target.openNames, ports.log);
        values = { ...values, ...params, ...given };
    }
    return { kind: 'ready', values };
}
/** Undoes the states, last one first, where the provider asks for it; what that came to changes no verdict, and is logged. */
async function tearDownStates(states, target, ports) {
    if (target.stateUrl === undefined || !target.stateTeardown)
        return;
    for (const { name, params } of states.toReversed()) {
        const told = await send_send(request(target.stateUrl, name, params, 'teardown'), target, ports).then(({ status }) => (status >= 300 ? `status ${status}` : undefined), (error) => String(error));
        if (told !== undefined)
            ports.log.info(`The provider state "${name}" was not torn down: ${told}.`);
    }
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/verification.js






const broke = (message) => [{ path: [], message }];
async function replay(interaction, values, { target, ports, judge }) {
    // The description is the seed, so that a run that failed can be run again with the same values.
    const random = seededRandom(interaction.description);
    const generated = generatedRequest(interaction, { states: values, nowMs: ports.clock.now(), random, url: target.url });
    if ('missing' in generated)
        return { mismatches: broke(`needs ${generated.missing.join(', ')} from its provider states, which gave no such value`) };
    const { method, target: path, headers, body } = generated.request;
    const request = { method: method, url: `${target.url}${path}`, headers, ...(body !== undefined && { body }) };
    const answer = await send_send(request, target, ports);
    const deviations = judge?.({ ...answer, method, path: path.replace(/\?.*$/s, '') });
    return { mismatches: matchResponse(interaction, answer), ...(deviations !== undefined && { deviations }) };
}
function metadataOf(headers) {
    const encoded = headers['pact-message-metadata'];
    if (encoded === undefined)
        return {};
    try {
        return JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
    }
    catch (cause) {
        const message = 'the header pact-message-metadata is not JSON in base64';
        throw new failure/* Failure */.H({ code: 'MESSAGE_METADATA', message }, { cause });
    }
}
/** Asks the provider for the message that it would send. */
async function fetchMessage(message, target, ports) {
    if (target.messageUrl === undefined)
        return broke('can only be asked for where a "message-url" is given');
    const { description, states, request } = message;
    const asked = { description, providerStates: states, ...(request !== undefined && { request }) };
    const headers = { 'content-type': 'application/json' };
    const answer = await send_send({ method: 'POST', url: target.messageUrl, headers, body: JSON.stringify(asked) }, target, ports);
    if (answer.status >= 300)
        return broke(`could not be had: the message-url answered with ${answer.status}`);
    const type = answer.headers['content-type'];
    return matchMessage(message, { bytes: answer.body, metadata: metadataOf(answer.headers), ...(type !== undefined && { type }) });
}
async function verifyOne(subject, check, target, ports) {
    try {
        const states = await setUpStates(subject.states, target, ports);
        if (states.kind === 'refused')
            return { subject, mismatches: broke(states.why), refused: states.state };
        try {
            return { subject, ...(await check(states.values)) };
        }
        finally {
            await tearDownStates(subject.states, target, ports);
        }
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H) || ports.cancelled.aborted)
            throw error;
        return { subject, mismatches: broke(`got no answer: ${error.problems[0]?.message ?? error.message}`) };
    }
}
/** Replays everything in every contract, one after the other: a provider's states are its own. */
async function verify(contracts, target, ports, judge) {
    const verifications = [];
    const replaying = { target, ports, judge };
    for (const contract of contracts) {
        const results = [];
        for (const each of contract.interactions)
            results.push(await verifyOne(subjectOf(each), (values) => replay(each, values, replaying), target, ports));
        for (const each of contract.messages) {
            const ask = async () => ({ mismatches: await fetchMessage(each, target, ports) });
            results.push(await verifyOne(messageSubject(each), ask, target, ports));
        }
        verifications.push({ contract, results });
    }
    return withHints(verifications);
}
/** Names, beside a state that the provider refused, the one of those it knows that is spelt most alike. */
function withHints(verifications) {
    const all = verifications.flatMap(({ results }) => results);
    const refused = new Set(all.flatMap((each) => each.refused ?? []));
    const known = all.flatMap((each) => (each.refused === undefined ? each.subject.states.map(({ name }) => name) : []));
    const accepted = [...new Set(known)].filter((name) => !refused.has(name));
    const hinted = (each) => {
        const guess = each.refused === undefined ? undefined : (0,nearest/* nearest */.p)(each.refused, accepted);
        if (guess === undefined)
            return each;
        return { ...each, mismatches: each.mismatches.map((one) => ({ ...one, message: `${one.message}; it knows "${guess}"` })) };
    };
    return verifications.map(({ contract, results }) => ({ contract, results: results.map(hinted) }));
}
/** What breaks a contract: what is pending is not agreed yet, so its mismatches are told and stop nothing. */
function verification_breaking({ results }) {
    return results.filter(({ subject, mismatches }) => mismatches.length > 0 && !subject.pending);
}
/** The contracts with at least one interaction or message that the provider does not keep. */
function broken(verifications) {
    return verifications.filter((each) => verification_breaking(each).length > 0);
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/verify.js



















const DEFAULT_PROVIDER_FILE = '.slipway/provider.yml';
function addressProblems(inputs) {
    const given = Object.entries({ url: inputs.url, 'state-url': inputs.stateUrl, 'message-url': inputs.messageUrl });
    return given.flatMap(([name, value]) => {
        if (value === undefined || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)))
            return [];
        const message = `Input "${name}" is "${value}"; expected a web address with its scheme.`;
        return [{ code: 'INPUT_MALFORMED', message, remedy: 'Write it like http://127.0.0.1:8080.' }];
    });
}
async function readProvider(inputs, ports) {
    const file = inputs.providerFile ?? DEFAULT_PROVIDER_FILE;
    if (!(await ports.files.exists(file))) {
        const message = `There is no file ${file}, which says how the provider is started.`;
        const remedy = 'Add it, or give "url" when the provider runs already.';
        throw new failure/* Failure */.H({ code: 'PROVIDER_FILE_MISSING', message, remedy });
    }
    const provider = parseProvider(file, await ports.files.readText(file));
    const problems = [...(await (0,check/* dependencyProblems */.WG)([provider], '.', ports))];
    if (provider.ready.http === undefined) {
        const message = 'The provider file must tell readiness by http, for that is also its address.';
        const remedy = 'Say under "ready" which address answers: http: http://127.0.0.1:8080/readyz';
        problems.push({ code: 'PROVIDER_ADDRESS', message, remedy, location: provider.location });
    }
    (0,failure/* failWhen */.x)(problems);
    return provider;
}
async function verify_gather(inputs, ports, context) {
    const problems = [...addressProblems(inputs)];
    const contracts = await gatherContracts(inputs, [inputs.provider], ports, context, problems);
    const isJudged = (name) => name === inputs.provider;
    problems.push(...strangers(contracts, isJudged, `not "${inputs.provider}"`, () => 'Correct input "provider"'));
    maskSecrets(contracts, ports.log);
    const start = inputs.url === undefined && (contracts.length > 0 || problems.length > 0);
    const provider = start ? await (0,collect/* collect */.F)(problems, () => readProvider(inputs, ports)) : undefined;
    const { openapi } = inputs;
    const open = async (file) => readApi(await openDocuments(file, ports.files));
    const api = openapi === undefined ? undefined : await (0,collect/* collect */.F)(problems, () => open(openapi));
    const accepted = await (0,collect/* collect */.F)(problems, () => readAccepted(inputs.acceptedBreaks, ports.files));
    (0,failure/* failWhen */.x)(problems);
    const termed = withTerms(contracts, accepted?.pending ?? [], ports.clock.now());
    const url = inputs.url?.replace(/\/+$/, '') ?? new URL(provider?.ready.http ?? 'http://127.0.0.1').origin;
    const { requestTimeout: timeoutMs, stateTeardown, messageUrl, stateUrl } = inputs;
    const target = {
        url,
        timeoutMs,
        stateTeardown,
        openNames: openNames(contracts),
        ...(messageUrl !== undefined && { messageUrl }),
        ...(stateUrl !== undefined && { stateUrl }),
    };
    return { ...termed, target, ...(provider !== undefined && { provider }), ...(api !== undefined && { api }) };
}
async function verify_perform({ contracts, provider, target, api }, file, ports) {
    return (0,lifecycle/* withDependencies */.O)(provider === undefined ? [] : [provider], '.', ports, async (started) => {
        const verifications = await verify(contracts, target, ports, api === undefined ? undefined : liveJudge(api));
        const own = file === undefined ? {} : { own: { file, described: described(verifications) } };
        return { verifications, ...own, log: (0,lifecycle/* lastLines */.w)(started.map(({ process }) => process.output()).join('\n')) };
    });
}
function contractsSentence(provider, verifications) {
    const broke = broken(verifications);
    const interactions = verifications.flatMap(({ results }) => results);
    if (verifications.length === 0)
        return `${provider} has no consumer contract; allowed by "allow-none".`;
    if (broke.length === 0) {
        return `${provider} keeps all ${verifications.length} consumer contracts (${interactions.length} interactions).`;
    }
    const reasons = broke.map((each) => {
        const clauses = verification_breaking(each).flatMap(({ subject, mismatches }) => mismatches.map((one) => clause(subject, one)));
        const { contract } = each;
        return `${contract.consumer} (${[...new Set(clauses)].join('; ')})`;
    });
    const kept = verifications.filter((each) => !broke.includes(each)).map(({ contract }) => contract.consumer);
    return `This change of ${provider} breaks ${reasons.join(' and ')}.${keptSentence(kept)}`;
}
function verify_headline(provider, { verifications, own }) {
    const contracts = contractsSentence(provider, verifications);
    const waiting = verifications.flatMap(({ results }) => results.filter(({ subject, mismatches }) => subject.pending && mismatches.length > 0));
    const judged = own === undefined ? '' : verdictSentence(provider, own.file, own.described);
    return `${contracts}${pendingSentence(waiting.length)}${judged}`;
}
function annotations(verifications) {
    return verifications.flatMap(({ contract, results }) => results.flatMap(({ subject, mismatches }) => mismatches.map((mismatch) => ({
        level: subject.pending ? 'warning' : 'error',
        title: `${subject.pending ? 'Not yet there for' : 'Breaks'} ${contract.consumer}: ${subject.description}`,
        message: `${clause(subject, mismatch)}. ${subject.pending ? 'It is pending, so it stops nothing.' : `${contract.consumer} needs it; agree on the change with its team before you release it.`}`,
        ...subject_placeOf(subject, mismatch),
    }))));
}
function summary(provider, { verifications, own, log }) {
    const broke = broken(verifications);
    const rows = verifications.map((each) => [
        each.contract.consumer,
        broke.includes(each) ? '❌ breaks' : '✅ kept',
        String(each.results.length),
        each.results.flatMap(({ subject, mismatches }) => mismatches.map((mismatch) => clause(subject, mismatch))).join('\n'),
        { code: each.contract.file },
    ]);
    const matrix = (0,block/* table */.tp)([`consumer of ${provider}`, 'contract', 'interactions', 'what breaks', 'file'], rows);
    const blocks = [matrix, ...(own === undefined ? [] : deviationBlocks(own.file, own.described))];
    if (broke.length === 0 && (own?.described.wrong ?? 0) === 0)
        return blocks;
    return [...blocks, (0,block/* details */.zH)(`Last lines of ${provider}`, [(0,block/* code */.aY)(log || '(it printed nothing)')])];
}
/** Verifies the provider against every contract. */
async function runVerify(inputs, ports, context) {
    const facts = await verify_gather(inputs, ports, context);
    const verified = await verify_perform(facts, inputs.openapi, ports).catch((cause) => {
        if (cause instanceof failure/* Failure */.H || !ports.cancelled.aborted)
            throw cause;
        throw new failure/* Failure */.H({ code: 'CANCELLED', message: 'The run was cancelled while the contracts were verified.' }, { cause });
    });
    const { verifications, own } = verified;
    const broke = broken(verifications);
    const wrong = own?.described.wrong ?? 0;
    return {
        verdict: broke.length === 0 && wrong === 0 ? 'pass' : 'fail',
        headline: verify_headline(inputs.provider, verified),
        outputs: {
            ...NOT_OF_THIS_MODE,
            contracts: String(verifications.length),
            interactions: String(verifications.reduce((sum, { results }) => sum + results.length, 0)),
            broken: broke.map(({ contract }) => contract.consumer).join(','),
            deviations: own === undefined ? undefined : String(wrong),
        },
        annotations: inRepository([
            ...annotations(verifications),
            ...facts.annotations,
            ...namesakes(facts.contracts),
            ...(own === undefined ? [] : deviationAnnotations(inputs.provider, own.described)),
            ...(facts.api === undefined ? [] : remarks([facts.api])),
        ]),
        summary: summary(inputs.provider, verified),
        data: verification_data_dataOf(verifications),
    };
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/run.js





/**
 * Does what the mode says: replays the contracts, compares them with descriptions, compares two descriptions, holds this
 * version against those that are deployed, or tells what was found, through whichever GitHub `connect` opens.
 */
function runWith(connect) {
    return async (inputs, ports, context) => {
        switch (inputs.mode) {
            case 'verify':
                return runVerify(inputs, ports, context);
            case 'compare':
                return runCompare(inputs, ports, context);
            case 'diff':
                return runDiff(inputs, ports);
            case 'can-i-deploy':
                return runCanIDeploy(inputs, ports, context, connect);
            case 'tell':
                return runTell(inputs, ports, context, connect);
        }
    };
}

;// CONCATENATED MODULE: ../../actions/contract-test/lib/index.js




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


/***/ }),

/***/ 4016:
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

/***/ 216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ followingRedirects)
/* harmony export */ });
/* harmony import */ var _drain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4016);

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


/***/ }),

/***/ 7064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ retrying)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2393);
/* harmony import */ var _drain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4016);


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
