export const id = 4958;
export const ids = [4958];
export const modules = {

/***/ 2334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ readInventory)
});

// EXTERNAL MODULE: ../../node_modules/fflate/esm/index.mjs
var esm = __webpack_require__(56238);
;// CONCATENATED MODULE: ../image-packages/lib/cargo-audit.js

/** The section in which cargo-auditable keeps what a program was built from (github.com/rust-secure-code/cargo-auditable). */
const SECTION = '.dep-v0';
/** Unpacked; the list of the largest programs has a hundredth of it. */
const LIST_MAX = 16 * 1024 * 1024;
/** An ELF header as far as it matters here: where the table of sections lies (System V ABI, chapter 4). */
function tableOf(view, { wide, little }) {
    const at = wide ? 0x28 : 0x20;
    const offset = wide ? Number(view.getBigUint64(at, little)) : view.getUint32(at, little);
    const rest = wide ? 0x3a : 0x2e;
    const [length, count, names] = [0, 2, 4].map((each) => view.getUint16(rest + each, little));
    return { offset, length: length ?? 0, count: count ?? 0, names: names ?? 0 };
}
function sectionsOf(view, layout) {
    const { wide, little } = layout;
    const { offset, length, count, names } = tableOf(view, layout);
    const place = (at) => (wide ? Number(view.getBigUint64(at, little)) : view.getUint32(at, little));
    const sections = Array.from({ length: count }, (_, index) => {
        const at = offset + index * length;
        return { name: view.getUint32(at, little), offset: place(at + (wide ? 0x18 : 0x10)), size: place(at + (wide ? 0x20 : 0x14)) };
    });
    return { sections, names };
}
function sectionNamed(bytes, wanted) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { sections, names } = sectionsOf(view, { wide: bytes[4] === 2, little: bytes[5] === 1 });
    const texts = sections[names];
    if (texts === undefined)
        return undefined;
    const nameOf = ({ name }) => {
        const start = texts.offset + name;
        return new TextDecoder('latin1').decode(bytes.subarray(start, start + wanted.length + 1)).split('\0')[0] ?? '';
    };
    const found = sections.find((each) => nameOf(each) === wanted);
    return found && bytes.subarray(found.offset, found.offset + found.size);
}
/**
 * The crates that a Rust program was built from, where cargo-auditable wrote them into it; none of another program. What only
 * took part in its build, and what comes from elsewhere than crates.io, is left out.
 */
function readCargoAudit(bytes, foundIn) {
    try {
        const section = sectionNamed(bytes, SECTION);
        if (section === undefined)
            return [];
        const { packages = [] } = JSON.parse(new TextDecoder().decode((0,esm/* unzlibSync */.a8)(section, { out: new Uint8Array(LIST_MAX) })));
        return packages.flatMap(({ name, version, source, kind = 'runtime' }) => name === undefined || version === undefined || source !== 'crates.io' || kind !== 'runtime'
            ? []
            : [{ ecosystem: 'cargo', name, version, foundIn }]);
    }
    catch {
        // A header that lies about its own size is of no program that could run.
        return [];
    }
}

;// CONCATENATED MODULE: ../image-packages/lib/go-build.js
/** What Go's linker puts before the build information; the offset and the flags follow (debug/buildinfo in Go). */
const MAGIC = new Uint8Array([0xff, 0x20, 0x47, 0x6f, 0x20, 0x62, 0x75, 0x69, 0x6c, 0x64, 0x69, 0x6e, 0x66, 0x3a]);
const HEADER = 32;
const INLINE_STRINGS = 2;
const FLAGS_AT = 15;
/** The module list is framed by sixteen bytes on either side. */
const FRAME = 16;
/** Far more than the longest list of modules takes. */
const MAX_INFO = 4 * 1024 * 1024;
function indexOfMagic(bytes, from) {
    for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1))
        if (at + MAGIC.length <= bytes.length && MAGIC.every((byte, index) => bytes[at + index] === byte))
            return at;
    return -1;
}
function joined(a, b) {
    const all = new Uint8Array(a.length + b.length);
    all.set(a);
    all.set(b, a.length);
    return all;
}
/** A length-prefixed string at an offset, and the offset behind it; undefined while its bytes are not all there. */
function stringAt(bytes, start) {
    let [length, shift, at] = [0, 0, start];
    for (;; at++, shift += 7) {
        const byte = bytes[at];
        if (byte === undefined || shift > 28)
            return undefined;
        length |= (byte & 0x7f) << shift;
        if (byte < 0x80)
            break;
    }
    const end = at + 1 + length;
    if (length < 0 || end > bytes.length)
        return undefined;
    return { text: new TextDecoder('latin1').decode(bytes.subarray(at + 1, end)), end };
}
/** The modules that Go's linker wrote into a program, from the framed text. */
function parseModules(text, version, foundIn) {
    const found = [
        { ecosystem: 'golang', name: 'stdlib', version: version.replace(/^go/, '').split(' ')[0] ?? '', foundIn },
    ];
    for (const line of text.split('\n')) {
        const [kind, name = '', moduleVersion = ''] = line.split('\t');
        if (kind === 'dep' || kind === 'mod')
            found.push({ ecosystem: 'golang', name, version: moduleVersion || '(devel)', foundIn });
        // What stands behind the arrow is what was really compiled.
        else if (kind === '=>')
            found.splice(-1, 1, { ecosystem: 'golang', name, version: moduleVersion || '(devel)', foundIn });
    }
    return found;
}
function modulesIn(bytes, foundIn) {
    if (bytes.length <= HEADER || ((bytes[FLAGS_AT] ?? 0) & INLINE_STRINGS) === 0)
        return undefined;
    const version = stringAt(bytes, HEADER);
    const modules = version === undefined ? undefined : stringAt(bytes, version.end);
    if (version === undefined || modules === undefined || !version.text.startsWith('go'))
        return undefined;
    return parseModules(modules.text.slice(FRAME, -FRAME), version.text, foundIn);
}
/** Finds the modules a Go program (1.18 or later) was built from; holds only a few pieces of it at a time. */
async function readGoProgram(content, foundIn) {
    let held = new Uint8Array();
    let found = false;
    for await (const piece of content) {
        held = joined(held, piece);
        while (true) {
            const at = indexOfMagic(held, found ? 1 : 0);
            if (!found && at < 0)
                break;
            if (!found)
                held = held.subarray(at);
            found = true;
            const modules = modulesIn(held, foundIn);
            if (modules !== undefined)
                return modules;
            if (held.length < MAX_INFO)
                break;
            // The magic may also stand in a program that looks for it, such as Go's own tools.
            held = held.subarray(1);
            found = false;
        }
        if (!found)
            held = held.slice(-MAGIC.length);
    }
    return found ? afterFalseMagic(held, foundIn) : [];
}
/** At the end of a file, the magic that was waited for may have been a false one, with the true one behind it. */
function afterFalseMagic(held, foundIn) {
    for (let at = indexOfMagic(held, 0); at >= 0; at = indexOfMagic(held, at + 1)) {
        const modules = modulesIn(held.subarray(at), foundIn);
        if (modules !== undefined)
            return modules;
    }
    return [];
}

;// CONCATENATED MODULE: ../image-packages/lib/java.js

/** The largest archive that is held to be looked into; a service with all its libraries has a third of it. */
const JAVA_MAX = 128 * 1024 * 1024;
/** What all archives within one may unpack to, so that a small one cannot fill the memory. */
const UNPACKED_MAX = 512 * 1024 * 1024;
const DEPTH_MAX = 3;
const PROPERTIES = /(^|\/)META-INF\/maven\/[^/]+\/[^/]+\/pom\.properties$/;
const NESTED = /\.(jar|war|ear)$/i;
/** Part of a Java runtime, which has advisories of its own. */
const RUNTIME = /(^|\/)lib\/(jrt-fs|src)\.(jar|zip)$/;
/** The coordinates in a pom.properties, which Maven writes into what it builds. */
function parseProperties(text, foundIn) {
    const of = (key) => new RegExp(`^\\s*${key}\\s*[=:]\\s*(\\S+)`, 'm').exec(text)?.[1];
    const [group, artifact, version] = [of('groupId'), of('artifactId'), of('version')];
    if (group === undefined || artifact === undefined || version === undefined)
        return [];
    return [{ ecosystem: 'maven', name: `${group}:${artifact}`, version, foundIn }];
}
function entriesOf(bytes, budget) {
    return (0,esm/* unzipSync */.AO)(bytes, {
        filter: ({ name, originalSize }) => {
            if (!PROPERTIES.test(name) && !NESTED.test(name))
                return false;
            budget.left -= originalSize;
            if (budget.left < 0)
                throw new RangeError(`it unpacks to more than ${UNPACKED_MAX} bytes`);
            return true;
        },
    });
}
function read(bytes, path, depth, budget) {
    let entries;
    try {
        if (depth > DEPTH_MAX)
            throw new RangeError('it lies too deep in others');
        entries = entriesOf(bytes, budget);
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return { packages: [], notes: [`The Java archive ${path} could not be read: ${why}`] };
    }
    const decoder = new TextDecoder();
    const packages = [];
    const notes = [];
    for (const [name, content] of Object.entries(entries)) {
        if (PROPERTIES.test(name))
            packages.push(...parseProperties(decoder.decode(content), path));
        else {
            const inner = read(content, `${path}!${name}`, depth + 1, budget);
            packages.push(...inner.packages);
            notes.push(...inner.notes);
        }
    }
    const silent = packages.length === 0 && notes.length === 0 && !RUNTIME.test(path);
    return { packages, notes: silent ? [`The Java archive ${path} does not say by which names it is known`] : notes };
}
/** Reads a Java archive and all archives within it: what Maven wrote into each of what it is. */
function readJavaArchive(bytes, path) {
    return read(bytes, path, 1, { left: UNPACKED_MAX });
}

;// CONCATENATED MODULE: ../image-packages/lib/stanza.js
function fieldsOf(stanza) {
    const fields = new Map();
    for (const line of stanza.split('\n')) {
        const [, name, value] = /^([A-Za-z][A-Za-z0-9-]*):\s*(.*)$/.exec(line) ?? [];
        if (name !== undefined && value !== undefined && !fields.has(name))
            fields.set(name, value.trim());
    }
    return fields;
}
/** The installed packages in dpkg's status file; what is removed or half installed is left out. */
function parseDpkg(text, foundIn) {
    return text.split(/\n\n+/).flatMap((stanza) => {
        const fields = fieldsOf(stanza);
        const [name, version, architecture] = [fields.get('Package'), fields.get('Version'), fields.get('Architecture')];
        const status = fields.get('Status');
        if (name === undefined || version === undefined)
            return [];
        if (status !== undefined && !status.endsWith(' installed'))
            return [];
        const [, source, sourceVersion = version] = /^(\S+)(?:\s+\((.+)\))?$/.exec(fields.get('Source') ?? '') ?? [];
        const origin = source === undefined ? {} : { source: { name: source, version: sourceVersion } };
        return [{ ecosystem: 'deb', name, version, foundIn, ...(architecture && { architecture }), ...origin }];
    });
}
/** The packages in Alpine's database; its fields have names of one letter. */
function parseApk(text, foundIn) {
    return text.split(/\n\n+/).flatMap((stanza) => {
        const fields = fieldsOf(stanza);
        const [name, version, architecture] = [fields.get('P'), fields.get('V'), fields.get('A')];
        if (name === undefined || version === undefined)
            return [];
        const [licence, source] = [fields.get('L'), fields.get('o')];
        const origin = source === undefined || source === name ? {} : { source: { name: source, version } };
        const more = { ...(architecture && { architecture }), ...(licence && { licence }), ...origin };
        return [{ ecosystem: 'apk', name, version, foundIn, ...more }];
    });
}
/** A Python distribution from its METADATA or PKG-INFO; undefined when the file is none. */
function parsePython(text, foundIn) {
    const fields = fieldsOf(text.split(/\r?\n\r?\n/)[0]?.replaceAll('\r', '') ?? '');
    const [name, version] = [fields.get('Name'), fields.get('Version')];
    if (name === undefined || version === undefined)
        return undefined;
    const licence = fields.get('License-Expression') ?? fields.get('License');
    return { ecosystem: 'pypi', name, version, foundIn, ...(licence && { licence }) };
}
/** A module from its package.json; undefined when it names no version, as a nested marker file does. */
function parseNpm(text, foundIn) {
    try {
        const { name, version, license } = JSON.parse(text);
        if (typeof name !== 'string' || typeof version !== 'string' || name === '' || version === '')
            return undefined;
        return { ecosystem: 'npm', name, version, foundIn, ...(typeof license === 'string' && { licence: license }) };
    }
    catch {
        return undefined;
    }
}
/** The system that os-release names. */
function parseOsRelease(text) {
    const value = (name) => new RegExp(`^${name}=["']?(.*?)["']?\\s*$`, 'm').exec(text)?.[1];
    const id = value('ID');
    return id === undefined ? undefined : { id, version: value('VERSION_ID') ?? '', name: value('PRETTY_NAME') ?? id };
}

;// CONCATENATED MODULE: ../image-packages/lib/inventory.js




/** The largest package database that is read; Debian's with everything installed is a tenth of it. */
const MAX_TEXT = 64 * 1024 * 1024;
const ELF = [0x7f, 0x45, 0x4c, 0x46];
async function textOf(file) {
    const decoder = new TextDecoder();
    let text = '';
    for await (const piece of file.content())
        text += decoder.decode(piece, { stream: true });
    return text + decoder.decode();
}
function fromText(parse) {
    return async (file) => {
        if (file.size > MAX_TEXT)
            return { note: `${file.path} has ${file.size} bytes and was not read` };
        return { packages: [parse(await textOf(file), file.path) ?? []].flat() };
    };
}
/** Passes a file on only when it begins as a program does. */
async function* programOnly(content) {
    let begun = false;
    for await (const piece of content) {
        if (!begun && !ELF.every((byte, index) => piece[index] === byte))
            return;
        begun = true;
        yield piece;
    }
}
const readSystem = async (file) => ({ system: parseOsRelease(await textOf(file)) });
/** The largest program that is held whole, which is needed only to read its sections. */
const HELD_MAX = 128 * 1024 * 1024;
async function bytesOf(content, size) {
    const bytes = new Uint8Array(size);
    let at = 0;
    for await (const piece of content) {
        bytes.set(piece.subarray(0, size - at), at);
        at += piece.length;
    }
    return bytes.subarray(0, Math.min(at, size));
}
async function* whole(bytes) {
    yield bytes;
}
const readProgram = async (file) => {
    const content = programOnly(file.content());
    if (file.size > HELD_MAX)
        return { packages: await readGoProgram(content, file.path) };
    // Most executable files are scripts, of which nothing is held.
    const first = await content.next();
    if (first.done === true)
        return { packages: [] };
    const rest = (async function* () {
        yield first.value;
        yield* content;
    })();
    const bytes = await bytesOf(rest, file.size);
    return { packages: [...(await readGoProgram(whole(bytes), file.path)), ...readCargoAudit(bytes, file.path)] };
};
const readJava = async (file) => {
    if (file.size > JAVA_MAX)
        return { note: `${file.path} has ${file.size} bytes and was not read` };
    return readJavaArchive(await bytesOf(file.content(), file.size), file.path);
};
const TEXTS = [
    [/^(usr\/)?lib\/apk\/db\/installed$/, fromText(parseApk)],
    [/^var\/lib\/dpkg\/(status|status\.d\/(?!.*\.md5sums$)[^/]+)$/, fromText(parseDpkg)],
    [/(^|\/)node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/, fromText(parseNpm)],
    [/\.(dist-info\/METADATA|egg-info\/PKG-INFO|egg-info)$/, fromText(parsePython)],
    [/\.(jar|war|ear)$/i, readJava],
    [/^(etc|usr\/lib)\/os-release$/, readSystem],
];
function readerOf({ path, kind, mode }) {
    if (kind !== 'file')
        return undefined;
    const text = TEXTS.find(([pattern]) => pattern.test(path))?.[1];
    return text ?? ((mode & 0o111) !== 0 ? readProgram : undefined);
}
/** Removes what a layer hides: a file or a whole folder by `.wh.NAME`, a folder's content by `.wh..wh..opq`. */
function hide(path, below) {
    const [, folder = '', name = ''] = /^(.*\/)?\.wh\.([^/]+)$/.exec(path) ?? [];
    if (name === '')
        return false;
    const gone = name === '.wh..opq' ? folder : `${folder}${name}`;
    for (const each of below.keys())
        if (name === '.wh..opq' ? each.startsWith(gone) : each === gone || each.startsWith(`${gone}/`))
            below.delete(each);
    return true;
}
/** A file in the place of a folder, or the other way round, hides what was there before. */
function replace({ path, kind }, below) {
    below.delete(path);
    if (kind === 'folder')
        return;
    for (const each of below.keys())
        if (each.startsWith(`${path}/`))
            below.delete(each);
}
const sameAs = (a) => `${a.ecosystem} ${a.name} ${a.version}`;
/**
 * Puts the layer on packages. A layer that installs one package writes the whole database anew, so what an older one has
 * in the same version was brought by the layer of that.
 */
function withLayer(finding, before, layer) {
    if (!('packages' in finding))
        return finding;
    const older = new Map((before !== undefined && 'packages' in before ? before.packages : []).map((each) => [sameAs(each), each.layer]));
    return { ...finding, packages: finding.packages.map((each) => ({ ...each, layer: older.get(sameAs(each)) ?? layer })) };
}
const byName = (a, b) => {
    const [first, second] = [a, b].map(({ ecosystem, name, version, foundIn }) => `${ecosystem}\0${name}\0${version}\0${foundIn}`);
    return (first ?? '') < (second ?? '') ? -1 : 1;
};
const notesOf = (finding) => 'note' in finding ? [finding.note] : 'notes' in finding ? (finding.notes ?? []) : [];
function inventoryOf(found) {
    const findings = [...found.values()];
    const systems = ['etc/os-release', 'usr/lib/os-release'].map((path) => found.get(path));
    const system = systems.find((finding) => finding !== undefined && 'system' in finding && finding.system !== undefined);
    return {
        packages: findings.flatMap((finding) => ('packages' in finding ? finding.packages : [])).toSorted(byName),
        system: system !== undefined && 'system' in system ? system.system : undefined,
        notes: findings.flatMap(notesOf).toSorted(),
    };
}
/**
 * Finds what is installed in an image, from the package databases and programs in its layers, lowest layer first.
 *
 * Files that a later layer hides or replaces do not count. Only what was found is held, never a layer.
 */
async function readInventory(layers) {
    const found = new Map();
    let height = 0;
    for (const layer of layers) {
        // A whiteout is about the layers below, wherever it stands in its own.
        const own = new Map();
        const before = new Map(found);
        for await (const file of layer) {
            if (hide(file.path, found))
                continue;
            replace(file, found);
            const finding = await readerOf(file)?.(file);
            if (finding !== undefined)
                own.set(file.path, finding);
        }
        for (const [path, finding] of own)
            found.set(path, withLayer(finding, before.get(path), height));
        height += 1;
    }
    return inventoryOf(found);
}


/***/ }),

/***/ 81721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ layersOf)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);

function wordsOf(recorded) {
    return recorded
        .replace(/^\/bin\/sh -c #\(nop\)\s*/, '')
        .replace(/^(RUN )?\/bin\/sh -c /, 'RUN ')
        .replace(/\s*# buildkit$/, '')
        .replaceAll(/\s+/g, ' ')
        .trim();
}
/**
 * The layers of an image with their instructions, lowest first.
 *
 * Where the history tells of more or fewer layers than there are, no instruction is given to any: a wrong one misleads.
 */
function layersOf(layers, configText) {
    let history;
    try {
        history = JSON.parse(configText).history ?? [];
    }
    catch (cause) {
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ code: 'MANIFEST_MALFORMED', message: 'The image config is not JSON.' }, { cause });
    }
    const made = history.filter(({ empty_layer: empty }) => empty !== true);
    const told = made.length === layers.length;
    return layers.map((descriptor, index) => {
        const recorded = told ? made[index]?.created_by : undefined;
        return { descriptor, instruction: recorded === undefined ? undefined : wordsOf(recorded) };
    });
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

/***/ 20317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ imagesOf)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);
/* harmony import */ var _anatomy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81721);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3884);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60941);




function parseConfig(text, digest) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ code: 'MANIFEST_MALFORMED', message: `The image config ${digest} is not JSON.` }, { cause });
    }
}
/** The images a layout holds, one a platform; what is no runnable image, such as an attestation, is left out. */
async function imagesOf(layout, files) {
    const images = [];
    for (const { descriptor, manifest } of layout.manifests) {
        if (manifest.kind !== 'image')
            continue;
        const text = await files.readText((0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .blobPath */ .nD)(layout.path, manifest.config.digest));
        const { os, architecture, variant, config, created } = parseConfig(text, manifest.config.digest);
        if (os === undefined || architecture === undefined || os === 'unknown')
            continue;
        const platform = (0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .renderPlatform */ .qn)({ os, architecture, ...(variant && { variant }) });
        images.push({
            platform,
            digest: descriptor.digest,
            config: manifest.config.digest,
            labels: config?.Labels ?? {},
            layers: (0,_anatomy_js__WEBPACK_IMPORTED_MODULE_3__/* .layersOf */ .w)(manifest.layers, text),
            created,
        });
    }
    return images;
}


/***/ }),

/***/ 60153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ layerEntries)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92393);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36474);
/* harmony import */ var _feed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99798);




async function* inflated(source, inflate) {
    const fed = (0,_feed_js__WEBPACK_IMPORTED_MODULE_2__/* .feed */ .hm)(source, (0,_feed_js__WEBPACK_IMPORTED_MODULE_2__/* .inflateSink */ .hP)(inflate));
    try {
        yield* inflate;
    }
    finally {
        inflate.destroy();
        await fed;
    }
}
function opened({ mediaType, digest }, source) {
    if (/[.+]gzip$/.test(mediaType))
        return inflated(source, (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.createGunzip)());
    if (mediaType.endsWith('+zstd'))
        return inflated(source, (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.createZstdDecompress)());
    if (mediaType.endsWith('.tar'))
        return source;
    const message = `The layer ${digest} is of the kind ${mediaType}, which is not read here.`;
    throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H({ code: 'LAYER_UNREADABLE', message, remedy: 'Build it with gzip, zstd or no compression.' });
}
const KINDS = {
    file: 'file',
    directory: 'folder',
    symlink: 'link',
    link: 'hard link',
};
/** An entry's content; whoever stops early ends his own reading, where the stream's iterator would end the whole archive. */
async function* gently(entry) {
    const pieces = entry[Symbol.asyncIterator]();
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next())
        yield next.value;
}
function entryOf(header, content) {
    const { name, type, size, mode, uid, gid, mtime, linkname } = header;
    return {
        path: name.replace(/^(\.?\/)+/, '').replace(/\/+$/, ''),
        kind: KINDS[type] ?? 'other',
        size,
        mode,
        owner: `${uid}:${gid}`,
        modified: mtime.getTime(),
        ...(linkname && { target: linkname }),
        content: () => gently(content),
    };
}
/**
 * Reads a layer's archive entry by entry; never more than a piece of it is held.
 *
 * @throws Failure LAYER_UNREADABLE when the bytes are no archive of the kind the descriptor names.
 */
async function* layerEntries(layer, source) {
    const entries = (0,tar_stream__WEBPACK_IMPORTED_MODULE_1__.extract)();
    const fed = (0,_feed_js__WEBPACK_IMPORTED_MODULE_2__/* .feed */ .hm)(opened(layer, source), (0,_feed_js__WEBPACK_IMPORTED_MODULE_2__/* .archiveSink */ .sE)(entries));
    try {
        for await (const entry of entries) {
            yield entryOf(entry.header, entry);
            // What nobody read is passed over.
            entry.resume();
        }
        await fed;
    }
    catch (cause) {
        if (cause instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H)
            throw cause;
        const why = cause instanceof Error ? cause.message : String(cause);
        const message = `The layer ${layer.digest} cannot be read: ${why}.`;
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H({ code: 'LAYER_UNREADABLE', message, remedy: 'Build the image again.' }, { cause });
    }
}


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


/***/ })

};
