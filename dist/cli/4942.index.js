export const id = 4942;
export const ids = [4942];
export const modules = {

/***/ 74942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* reexport */ action/* action */.X),
  run: () => (/* reexport */ run)
});

// EXTERNAL MODULE: ../../actions/build-image/lib/action.js
var action = __webpack_require__(86644);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../oci/lib/reference.js
var lib_reference = __webpack_require__(18821);
// EXTERNAL MODULE: ../oci/lib/pull.js
var pull = __webpack_require__(62577);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ../../actions/build-image/lib/progress.js
const LINE = /^#(\d+) (.*)$/;
/** `[build 2/5] RUN …`: a step of the Dockerfile, unlike `[internal] …`. */
const STEP = /^\[(?:[^\]]* )?\d+\/\d+\] /;
/** Collects the progress as lines come, so that a long log need not be kept. */
class ProgressReader {
    #names = new Map();
    #cached = new Set();
    #troubles = [];
    read(line) {
        const [, id, text = ''] = LINE.exec(line) ?? [];
        if (id === undefined)
            return;
        if (!this.#names.has(id))
            this.#names.set(id, text);
        if (text === 'CACHED')
            this.#cached.add(id);
        const name = this.#names.get(id) ?? '';
        if (text.startsWith('ERROR: ') && /^(importing|exporting) cache/.test(name))
            this.#troubles.push(`${name}: ${text.replace('ERROR: ', '')}`);
    }
    get progress() {
        const steps = [...this.#names].filter(([, name]) => STEP.test(name));
        return { steps: steps.length, cached: steps.filter(([id]) => this.#cached.has(id)).length, cacheTroubles: this.#troubles };
    }
}

;// CONCATENATED MODULE: ../../actions/build-image/lib/build-log.js


const KEPT_LINES = 400;
/** A log that shows no secret, whatever the build prints. */
function buildLog(log, secrets) {
    const lines = [];
    const reader = new ProgressReader();
    const hidden = secrets.flatMap((secret) => secret.split('\n')).filter((line) => line.trim() !== '');
    let rest = '';
    const show = (raw) => {
        const line = hidden.reduce((shown, secret) => shown.replaceAll(secret, '***'), raw.replace(/\r$/, ''));
        log.info(line);
        reader.read(line);
        lines.push(line);
        if (lines.length > KEPT_LINES)
            lines.shift();
    };
    return {
        lines,
        get progress() {
            return reader.progress;
        },
        write: (text) => {
            const parts = (rest + text).split('\n');
            rest = parts.pop() ?? '';
            for (const part of parts)
                show(part);
        },
        end: () => {
            if (rest !== '')
                show(rest);
            rest = '';
        },
    };
}
/** The line of the Dockerfile that BuildKit blames; undefined when it names none. */
function blamedLine(lines, dockerfile) {
    for (const [index, line] of lines.entries()) {
        const [, file = '', number] = /^(\S.*):(\d+)$/.exec(line) ?? [];
        const framed = /^-{10,}$/.test(lines[index + 1] ?? '');
        if (framed && number !== undefined && external_node_path_.posix.basename(file) === external_node_path_.posix.basename(dockerfile))
            return Number(number);
    }
    return undefined;
}
/** The engine's own word for what went wrong. */
function reasonOf(lines) {
    const said = lines.findLast((line) => /^(error|ERROR)\b:?\s/.test(line));
    return (said?.replace(/^error:?\s*(failed to (build|solve):\s*)*/i, '') ??
        lines.findLast((line) => line.trim() !== '') ??
        'It printed nothing.');
}

;// CONCATENATED MODULE: ../../actions/build-image/lib/checks.js
const BLOCK = /^(?:WARNING|ERROR): (\S+)(?: - (\S+))?\n(.+)\n.*:(\d+)\n-{10,}$/gm;
/** Parses what the engine's checks print: blocks with rule, message, place and some lines of source. */
function parseChecks(text) {
    return [...text.replaceAll('\r', '').matchAll(BLOCK)].map(([, rule = '', url, message = '', line]) => ({
        rule,
        message,
        line: Number(line),
        ...(url !== undefined && { url }),
    }));
}
/** Rules about mistakes that bite at run time or leak something; the rest is a matter of style. */
const GRAVE = [
    'SecretsUsedInArgOrEnv',
    'UndefinedVar',
    'UndefinedArgInFrom',
    'InvalidBaseImagePlatform',
    'CopyIgnoredFile',
    'ExposeInvalidFormat',
];
/** The findings with the gravest first, each once. */
function worstFirst(findings) {
    const once = [...new Map(findings.map((finding) => [`${finding.rule} ${finding.line} ${finding.message}`, finding])).values()];
    const rank = ({ rule }) => (GRAVE.includes(rule) ? 0 : 1);
    return once.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line);
}
/** The findings as annotations on the lines of the Dockerfile, which the engine knows by its name alone. */
function checkAnnotations(findings, file, level) {
    return findings.map(({ rule, message, line, url }) => ({
        level,
        title: rule,
        message: url === undefined ? message : `${message}\n${url}`,
        file,
        line,
    }));
}

;// CONCATENATED MODULE: ../../actions/build-image/lib/engine-command.js

/** Fields as BuildKit's programs read them: CSV, in which a comma in a path must be quoted. */
function csv(fields) {
    return Object.entries(fields)
        .filter((entry) => entry[1] !== undefined)
        .map(([name, value]) => (/[",]/.test(value) ? `"${name}=${value.replaceAll('"', '""')}"` : `${name}=${value}`))
        .join(',');
}
const repeat = (option, values) => values.flatMap((value) => [option, value]);
const assignments = (values, prefix = '') => Object.entries(values).map(([name, value]) => `${prefix}${name}=${value}`);
function secretFields({ secrets }) {
    return secrets.map(({ id, from }) => ('file' in from ? csv({ id, src: from.file }) : csv({ id, env: from.variable })));
}
function outputFields({ layout, epoch }) {
    return csv({ type: 'oci', dest: layout, tar: 'false', 'rewrite-timestamp': epoch === undefined ? undefined : 'true' });
}
function allArgs({ buildArgs, epoch }) {
    return { ...(epoch !== undefined && { SOURCE_DATE_EPOCH: String(epoch) }), ...buildArgs };
}
/** The cache as BuildKit's programs are told of it; the engine goes on when it cannot be written. */
function cacheFields({ cache }) {
    if (cache.kind === 'none')
        return { read: [], write: [] };
    const place = { type: 'registry', ref: cache.reference, 'registry.insecure': cache.insecure ? 'true' : undefined };
    return { read: [csv(place)], write: cache.write ? [csv({ ...place, mode: 'max', 'ignore-error': 'true' })] : [] };
}
function buildctlBase(plan, address, more) {
    const dockerfile = external_node_path_.posix.join(plan.context, plan.dockerfile);
    const options = [
        `filename=${external_node_path_.posix.basename(dockerfile)}`,
        ...(plan.platforms.length > 0 ? [`platform=${plan.platforms.join(',')}`] : []),
        ...(plan.target === undefined ? [] : [`target=${plan.target}`]),
        ...assignments(allArgs(plan), 'build-arg:'),
        ...assignments(plan.labels, 'label:'),
        ...Object.entries(plan.pins).map(([name, image]) => `context:${name}=docker-image://${image}`),
        ...more,
    ];
    const locals = [`context=${plan.context}`, `dockerfile=${external_node_path_.posix.dirname(dockerfile)}`];
    const args = ['--addr', address, 'build', '--frontend', 'dockerfile.v0', '--progress', 'plain'];
    return [...args, ...repeat('--local', locals), ...repeat('--opt', options)];
}
function buildctl(plan, address) {
    const { read, write } = cacheFields(plan);
    const rest = [
        ...repeat('--secret', secretFields(plan)),
        ...repeat('--import-cache', read),
        ...repeat('--export-cache', write),
        ...['--output', outputFields(plan)],
    ];
    return { program: 'buildctl', args: [...buildctlBase(plan, address, []), ...rest] };
}
function commonArgs(plan, args) {
    return [
        '--file',
        external_node_path_.posix.join(plan.context, plan.dockerfile),
        ...(plan.platforms.length > 0 ? ['--platform', plan.platforms.join(',')] : []),
        ...(plan.target === undefined ? [] : ['--target', plan.target]),
        ...repeat('--build-arg', assignments(args)),
        ...repeat('--label', assignments(plan.labels)),
        ...repeat('--secret', secretFields(plan)),
        ...repeat('--build-context', Object.entries(plan.pins).map(([name, image]) => `${name}=docker-image://${image}`)),
    ];
}
function buildx(plan) {
    // Provenance in the index would carry this run's id, and the digest with it.
    const fixed = ['buildx', 'build', '--progress', 'plain', '--provenance', 'false', '--sbom', 'false'];
    const { read, write } = cacheFields(plan);
    const rest = [...repeat('--cache-from', read), ...repeat('--cache-to', write), '--output', outputFields(plan), plan.context];
    const args = [...fixed, ...commonArgs(plan, allArgs(plan)), ...rest];
    return { program: 'docker', args };
}
function buildah(plan) {
    const name = `localhost/${plan.service}:${plan.commit}`;
    const time = plan.epoch === undefined ? [] : ['--timestamp', String(plan.epoch)];
    const build = ['build', '--format', 'oci', ...time, ...commonArgs(plan, plan.buildArgs), '--tag', name, plan.context];
    return [
        { program: 'buildah', args: build },
        { program: 'buildah', args: ['push', name, `oci:${plan.layout}`] },
    ];
}
/** The commands that carry out a plan, in order. */
function engineCommands(plan) {
    switch (plan.engine.kind) {
        case 'buildkit':
            return [buildctl(plan, plan.engine.address)];
        case 'buildx':
            return [buildx(plan)];
        case 'buildah':
            return buildah(plan);
    }
}
/** The command that has the engine check the Dockerfile without building; undefined for an engine that has no checks. */
function checkCommand(plan) {
    switch (plan.engine.kind) {
        case 'buildkit': {
            const asked = ['requestid=frontend.lint', 'frontend.caps=moby.buildkit.frontend.subrequests'];
            return { program: 'buildctl', args: buildctlBase(plan, plan.engine.address, asked) };
        }
        case 'buildx':
            return {
                program: 'docker',
                args: ['buildx', 'build', '--call', 'check', ...commonArgs(plan, allArgs(plan)), plan.context],
            };
        case 'buildah':
            return undefined;
    }
}
/** The variables in which the engine finds secrets. */
function engineEnvironment({ secrets }) {
    const variables = secrets.flatMap(({ from, value }) => ('variable' in from ? [[from.variable, value]] : []));
    return Object.fromEntries(variables);
}

;// CONCATENATED MODULE: ../../actions/build-image/lib/build.js





/** The Dockerfile from the workspace, as annotations name it. */
function dockerfileOf(plan, { workspace }) {
    return external_node_path_.posix.relative(workspace, external_node_path_.posix.join(plan.context, plan.dockerfile));
}
/** Has the engine check the Dockerfile; nothing is built. */
async function check(plan, { exec, cancelled }) {
    const command = checkCommand(plan);
    if (command === undefined)
        return { findings: [], unable: `${plan.engine.kind} has no checks` };
    const env = engineEnvironment(plan);
    const { exitCode, stdout, stderr } = await exec.run(command.program, command.args, { env, signal: cancelled });
    const findings = worstFirst(parseChecks(stdout));
    // Some engines end with another code when there are findings.
    if (exitCode === 0 || findings.length > 0)
        return { findings };
    return { findings, unable: stderr.trim().split('\n').at(-1) ?? `exit code ${exitCode}` };
}
async function once(plan, { exec, files, clock, log, cancelled }) {
    // Buildah makes the layout's folder but not the one above it.
    await files.write(`${plan.layout}/oci-layout`, '');
    // A blob of an earlier build would be taken along by whoever uploads the folder.
    await files.remove(plan.layout);
    const secrets = plan.secrets.map(({ value }) => value);
    const output = buildLog(log, secrets);
    const begun = clock.now();
    let exitCode = 0;
    for (const { program, args } of engineCommands(plan)) {
        const env = engineEnvironment(plan);
        const result = await exec.run(program, args, { env, signal: cancelled, onOutput: (text) => output.write(text) });
        output.end();
        exitCode = result.exitCode;
        if (exitCode !== 0)
            break;
    }
    return { exitCode, lines: output.lines, seconds: (clock.now() - begun) / 1000, progress: output.progress };
}
/** Whether an engine names its cache as what failed. */
function blamesCache(lines) {
    return lines.some((line) => /^(ERROR|error)\b.*\bcache\b/i.test(line));
}
/** Builds; when the cache is at fault, once more without it, because a cache must never cost a release. */
async function build(plan, ports) {
    const first = await once(plan, ports);
    const retry = first.exitCode !== 0 && plan.cache.kind === 'use' && blamesCache(first.lines) && !ports.cancelled.aborted;
    if (ports.cancelled.aborted)
        throw new failure/* Failure */.H({ code: 'CANCELLED', message: 'The run was cancelled during the build.' });
    if (!retry)
        return { ...first, withoutCache: false };
    ports.log.info('The build failed with its cache; it is done again without.');
    const second = await once({ ...plan, cache: { kind: 'none', why: 'it failed' } }, ports);
    return { ...second, withoutCache: true };
}

// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
;// CONCATENATED MODULE: ../../actions/build-image/lib/engine.js
function missing(message, remedy) {
    return { problem: { code: 'ENGINE_MISSING', message, remedy } };
}
/** Why an engine that builds still cannot give us what we need. */
const CANNOT_EXPORT = {
    code: 'ENGINE_CANNOT_EXPORT',
    message: 'This Docker engine keeps images in its classic store and cannot write them as an OCI layout.',
    remedy: 'Use docker/setup-buildx-action before this step, switch on the containerd image store, or give a "buildkit-host".',
};
async function buildkit(address, exec) {
    if (address === undefined)
        return missing('There is no address of a BuildKit daemon.', 'Give "buildkit-host" or the variable BUILDKIT_HOST.');
    if (/^(unix|tcp|docker-container|kube-pod|podman-container|ssh|npipe):\/\//.test(address) === false) {
        const remedy = 'Write it like unix:///run/buildkit/buildkitd.sock or tcp://buildkitd:1234.';
        return { problem: { code: 'INPUT_MALFORMED', message: `"${address}" is not the address of a BuildKit daemon.`, remedy } };
    }
    if ((await exec.which('buildctl')) !== undefined)
        return { kind: 'buildkit', address };
    return missing(`buildctl, which speaks to BuildKit at ${address}, is not on the path.`, 'Install it, or use another engine.');
}
async function hasBuildx(exec) {
    if ((await exec.which('docker')) === undefined)
        return false;
    return (await exec.run('docker', ['buildx', 'version'])).exitCode === 0;
}
async function docker(exec) {
    if (!(await hasBuildx(exec)))
        return missing('There is no docker with buildx on the path.', 'Install it, or use another engine.');
    const { exitCode, stdout } = await exec.run('docker', ['info', '--format', '{{json .DriverStatus}}']);
    if (exitCode !== 0)
        return missing('No Docker daemon answers.', 'Start it, or use another engine.');
    return stdout.includes('io.containerd.snapshotter') ? { kind: 'buildx' } : { problem: CANNOT_EXPORT };
}
async function automatic(address, exec) {
    if (address !== undefined)
        return buildkit(address, exec);
    if (await hasBuildx(exec))
        return { kind: 'buildx' };
    if ((await exec.which('buildah')) !== undefined)
        return { kind: 'buildah' };
    return missing('There is neither BuildKit nor buildx nor buildah here.', 'Use docker/setup-buildx-action before this step.');
}
/** Finds the engine that the inputs ask for, or the best one there is. */
async function chooseEngine({ engine, buildkitHost }, { exec }, context) {
    const address = buildkitHost ?? context.environment('BUILDKIT_HOST');
    switch (engine) {
        case 'auto':
            return automatic(address, exec);
        case 'buildkit':
            return buildkit(address, exec);
        case 'docker':
            return docker(exec);
        case 'buildx':
            return (await hasBuildx(exec))
                ? { kind: 'buildx' }
                : missing('docker buildx is not here.', 'Use docker/setup-buildx-action before this step.');
        case 'buildah':
            return (await exec.which('buildah')) === undefined
                ? missing('buildah is not on the path.', 'Install it.')
                : { kind: 'buildah' };
    }
}

;// CONCATENATED MODULE: ../../actions/build-image/lib/size.js
const NAMED = 3;
/** What a node pulls for an image, in bytes. */
function pulledSize({ layers }) {
    return layers.reduce((sum, { descriptor }) => sum + descriptor.size, 0);
}
/** Judges the largest image against the budget. */
function judgeBudget(images, limit) {
    const largest = images.toSorted((a, b) => pulledSize(b) - pulledSize(a))[0];
    if (limit === undefined || largest === undefined || pulledSize(largest) <= limit)
        return { kind: 'within' };
    const heaviest = largest.layers.toSorted((a, b) => b.descriptor.size - a.descriptor.size).slice(0, NAMED);
    return { kind: 'over', platform: largest.platform, size: pulledSize(largest), limit, heaviest };
}
/** Tells layer by layer what changed since another image. */
function compareLayers(before, after) {
    const [old, now] = [before, after].map((layers) => new Set(layers.map(({ descriptor }) => descriptor.digest)));
    return [
        ...after.map((layer) => ({ change: old?.has(layer.descriptor.digest) ? 'same' : 'new', layer })),
        ...before.filter(({ descriptor }) => !now?.has(descriptor.digest)).map((layer) => ({ change: 'gone', layer })),
    ];
}
/** Bytes for people, in powers of a thousand. */
function renderSize(bytes) {
    if (bytes < 1e3)
        return `${bytes} B`;
    return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
/** A difference of bytes for people, with its sign. */
function renderChange(bytes) {
    if (bytes === 0)
        return 'as large';
    return `${bytes < 0 ? '−' : '+'}${renderSize(Math.abs(bytes))}`;
}

;// CONCATENATED MODULE: ../../actions/build-image/lib/report.js


const SHOWN_STEPS = 90;
const SHOWN_FINDINGS = 200;
const report_short = (text, limit) => (text.length <= limit ? text : `${text.slice(0, limit - 1)}…`);
/** Why the image was built although one of the same inputs might be there, in one sentence. */
function reasonToBuild({ lookup }) {
    if (lookup.kind === 'missing')
        return `the registry has no image of the inputs ${lookup.inputs.slice(7, 19)}`;
    if (lookup.kind === 'found')
        return 'the image that is there could not be fetched';
    const [first, ...more] = lookup.doubts;
    return `${first?.reason ?? 'its inputs are unknown'}${more.length > 0 ? ` (and ${more.length} more reasons)` : ''}`;
}
function originRows(plan, origin, reading) {
    if (origin.kind === 'reused')
        return [
            ['reused', `nothing was built: the registry has the image of the same inputs (${origin.seconds.toFixed(1)} s)`],
            ['built for commit', origin.revision === undefined ? 'unknown' : { code: origin.revision }],
        ];
    const { steps, cached } = origin.built.progress;
    const { cache } = plan;
    const cacheText = cache.kind === 'none' ? `off: ${cache.why}` : `read${cache.write ? ' and written' : ''}: ${cache.why}`;
    return [
        ['built because', reasonToBuild(reading)],
        ['engine', `${plan.engine.kind}, ${origin.built.seconds.toFixed(1)} s`],
        ['steps', steps === 0 ? 'not told by the engine' : `${steps}, of which ${cached} from the cache`],
        ['registry cache', origin.built.withoutCache ? 'failed; built without it' : cacheText],
        [
            'time in the image',
            plan.epoch === undefined
                ? 'that of this run'
                : `${new Date(plan.epoch * 1000).toISOString().replace('.000Z', 'Z')}, the commit's`,
        ],
    ];
}
function imageTable(plan, { layout }, origin, reading) {
    const { digest } = reading.inputs;
    return (0,block/* table */.tp)(['image', ''], [
        ['digest', { code: layout.root.digest }],
        ['tag', { code: plan.commit }],
        ...originRows(plan, origin, reading),
        [
            'inputs',
            digest === undefined
                ? `not proved: ${reading.inputs.doubts[0]?.reason ?? ''}`
                : [{ code: digest }, ` (${reading.inputs.files === 1 ? '1 file' : `${reading.inputs.files} files`})`],
        ],
        ['layout', `${renderSize(layout.size)}, all platforms`],
    ]);
}
/** What a layer weighs beside the release before, and the instruction that made it. */
function layerRows({ images, previous }, platform) {
    const layers = images.find((image) => image.platform === platform)?.layers ?? [];
    const before = previous !== undefined && 'images' in previous ? previous.images.find((image) => image.platform === platform) : undefined;
    const changes = before === undefined ? layers.map((layer) => ({ change: '', layer })) : compareLayers(before.layers, layers);
    return changes.map(({ change, layer: { descriptor, instruction } }) => [
        `${change === 'gone' ? '−' : ''}${renderSize(descriptor.size)}`,
        { code: report_short(instruction ?? 'not told', SHOWN_STEPS) },
        ...(before === undefined ? [] : [change]),
        { code: descriptor.digest.slice(7, 19) },
    ]);
}
function platformBlocks(product) {
    const { images, previous, bills } = product;
    const compared = previous !== undefined && 'images' in previous;
    const rows = images.map((image) => {
        const before = compared ? previous.images.find(({ platform }) => platform === image.platform) : undefined;
        const bill = bills.find(({ platform }) => platform === image.platform);
        return [
            image.platform,
            renderSize(pulledSize(image)),
            ...(compared ? [before === undefined ? 'new' : renderChange(pulledSize(image) - pulledSize(before))] : []),
            ...(bill === undefined ? [] : [String(bill.inventory.packages.length)]),
            { code: image.digest },
        ];
    });
    return [
        (0,block/* table */.tp)(['platform', 'to pull', ...(compared ? ['since the release'] : []), ...(bills.length > 0 ? ['packages'] : []), 'digest'], rows),
        ...images.map(({ platform }) => (0,block/* details */.zH)(`Layers of ${platform}`, [
            (0,block/* table */.tp)(['size', 'made by', ...(compared ? ['since the release'] : []), 'layer'], layerRows(product, platform)),
        ])),
    ];
}
function baseBlock({ inputs }) {
    if (inputs.bases.length === 0)
        return [];
    const rows = inputs.bases.map(({ reference, line, pin, identity }) => [
        { code: reference },
        String(line),
        reference.includes('@sha256:') ? 'pinned' : 'by tag, which can move',
        { code: (pin ?? identity ?? 'unknown').replace(/^.*sha256:(.{12}).*$/, '$1') },
    ]);
    return [(0,block/* table */.tp)(['base image', 'line', '', 'was'], rows)];
}
function checkBlock({ findings, unable }, file) {
    if (unable !== undefined)
        return [(0,block/* list */.p_)([[`The Dockerfile was not checked: ${unable}.`]])];
    if (findings.length === 0)
        return [];
    const rows = findings
        .slice(0, SHOWN_FINDINGS)
        .map(({ line, rule, message, url }) => [
        `${file}:${line}`,
        url === undefined ? rule : { link: rule, href: url },
        message,
    ]);
    const more = findings.length > SHOWN_FINDINGS ? [(0,block/* list */.p_)([[`${findings.length - SHOWN_FINDINGS} more are not listed.`]])] : [];
    return [
        (0,block/* details */.zH)(`${findings.length} remarks of the engine on the Dockerfile`, [(0,block/* table */.tp)(['line', 'rule', 'what'], rows), ...more]),
    ];
}
function differenceBlock({ differences }) {
    if (differences === undefined || differences.length === 0)
        return [];
    const rows = differences.map(({ platform, layer, instruction, what, how }) => [
        platform,
        layer === undefined ? '' : `${layer}`,
        { code: report_short(instruction ?? '', SHOWN_STEPS) },
        { code: what },
        how,
    ]);
    return [(0,block/* table */.tp)(['platform', 'layer', 'made by', 'what differs', 'how'], rows)];
}
/** The end of what the engine printed, folded away. */
function logBlock({ lines }) {
    return (0,block/* details */.zH)('End of the build log', [(0,block/* code */.aY)(lines.slice(-60).join('\n'))]);
}
/** The summary of a build or a reuse, with what a reader wants to know first at the top. */
function summaryOf(plan, product, origin, reading, file) {
    const { previous } = product;
    const noComparison = previous !== undefined && 'doubt' in previous ? [(0,block/* list */.p_)([[`Not compared with the release before: ${previous.doubt}`]])] : [];
    return [
        imageTable(plan, product, origin, reading),
        ...differenceBlock(product),
        ...platformBlocks(product),
        ...noComparison,
        ...baseBlock(reading),
        ...(origin.kind === 'built' ? checkBlock(origin.checked, file) : []),
    ];
}

;// CONCATENATED MODULE: ../../actions/build-image/lib/judgement.js



/** The outputs of a run that made no image. */
const NO_OUTPUTS = {
    digest: undefined,
    imageTag: undefined,
    layout: undefined,
    layoutDigest: undefined,
    size: undefined,
    platforms: undefined,
    inputsDigest: undefined,
    reused: 'false',
    attachments: undefined,
    warnings: undefined,
};
function objectionOf({ plan, product, origin, inputs, file }) {
    const { budget, differences } = product;
    const error = (title, message) => ({ level: 'error', title, message, file });
    if (budget.kind === 'over') {
        const heaviest = budget.heaviest.map(({ descriptor, instruction }) => `${renderSize(descriptor.size)}: ${instruction ?? descriptor.digest}`);
        const headline = `The image of ${plan.service} for ${budget.platform} has ${renderSize(budget.size)} to pull; ${renderSize(budget.limit)} are allowed.`;
        const message = `${headline} The layers that weigh most:\n${heaviest.join('\n')}`;
        return { verdict: 'fail', headline, annotation: error('The image is too large', message) };
    }
    if (differences !== undefined && differences.length > 0) {
        const [first] = differences;
        const where = first?.layer === undefined ? '' : ` in layer ${first.layer}`;
        const headline = `The image of ${plan.service} is not the one it must equal: ${first?.what}${where} differs (${first?.how}).`;
        return {
            verdict: 'fail',
            headline,
            annotation: error('The image differs', `${headline} ${differences.length} differences in all.`),
        };
    }
    if (inputs.checks === 'error' && origin.kind === 'built' && origin.checked.unable !== undefined) {
        const headline = `The Dockerfile of ${plan.service} could not be checked: ${origin.checked.unable}.`;
        return { verdict: 'inconclusive', headline, annotation: error('The Dockerfile was not checked', headline) };
    }
    return undefined;
}
function headlineOf({ plan, product, origin }) {
    const { layout } = product;
    const what = `${plan.service}:${plan.commit} as ${layout.root.digest} (${renderSize(layout.size)})`;
    if (origin.kind === 'built')
        return `Built ${what}.`;
    const revision = origin.revision === undefined ? '' : `, built for commit ${origin.revision}`;
    return `Reused ${what}: the registry has an image of the same inputs${revision}; nothing was built.`;
}
function dataOf({ plan, product, origin, reading }) {
    const { layout, images, bills, differences } = product;
    return {
        digest: layout.root.digest,
        inputsDigest: reading.inputs.digest ?? null,
        reused: origin.kind === 'reused',
        doubts: reading.lookup.kind === 'unknown' ? reading.lookup.doubts.map(({ reason }) => reason) : [],
        engine: plan.engine.kind,
        epoch: plan.epoch ?? null,
        seconds: origin.kind === 'built' ? origin.built.seconds : origin.seconds,
        cached: origin.kind === 'built' ? origin.built.progress.cached : null,
        platforms: images.map(({ platform, digest, config }) => ({ platform, digest, config })),
        bills: bills.flatMap(({ documents }) => documents),
        bases: reading.inputs.bases.map(({ reference, line, pin }) => ({ reference, line, pin: pin ?? null })),
        findings: origin.kind === 'built' ? origin.checked.findings.map((finding) => ({ ...finding })) : [],
        differences: (differences ?? []).map((each) => ({ ...each, instruction: each.instruction ?? null })),
    };
}
/** Judges an image that is there: within its budget, equal to what it must equal, checked as far as that was asked. */
function judge(given) {
    const { plan, product, origin, reading, inputs, file } = given;
    const { layout, images } = product;
    const objection = objectionOf(given);
    const findings = origin.kind === 'built' ? origin.checked.findings : [];
    return {
        verdict: objection?.verdict ?? 'pass',
        headline: objection?.headline ?? headlineOf(given),
        outputs: {
            digest: layout.root.digest,
            imageTag: plan.commit,
            layout: inputs.layout,
            layoutDigest: layout.digest,
            size: String(layout.size),
            platforms: JSON.stringify(images.map(({ platform, digest, config }) => ({ platform, digest, config }))),
            inputsDigest: reading.inputs.digest,
            reused: String(origin.kind === 'reused'),
            attachments: product.attachments.join('\n'),
            warnings: String(findings.length),
        },
        annotations: [...(objection === undefined ? [] : [objection.annotation]), ...checkAnnotations(findings, file, 'warning')],
        summary: summaryOf(plan, product, origin, reading, file),
        data: dataOf(given),
    };
}

;// CONCATENATED MODULE: ../../actions/build-image/lib/failure.js







function diskFull({ layout, service }) {
    const message = `The disk is full: the image of ${service} did not fit, into ${layout} or where the engine keeps its own.`;
    return { code: 'DISK_FULL', message, remedy: 'Free some space on the runner, or write the layout to a larger disk.' };
}
/** The outcome of a build that failed, on the line that the engine blames. */
function failed(plan, built, file) {
    const { lines, exitCode } = built;
    if (lines.some((line) => /OCI exporter is not supported|exporter "oci" could not be found/.test(line)))
        throw new failure/* Failure */.H(CANNOT_EXPORT);
    const reason = reasonOf(lines);
    const line = blamedLine(lines, plan.dockerfile);
    // In a RUN the same words may be the build's own; where no line is blamed, it was the engine that wrote.
    if (line === undefined && /no space left on device|disk quota exceeded/i.test(reason))
        throw new failure/* Failure */.H(diskFull(plan));
    const message = `${reason}\n\n${lines.slice(-15).join('\n')}`;
    // Without a line it may be the engine that failed, and the Dockerfile is not to blame.
    const place = line === undefined ? {} : { file, line };
    const annotation = { level: 'error', title: 'The image does not build', message, ...place };
    const where = line === undefined ? '' : ` (line ${line} of ${file})`;
    return {
        verdict: 'fail',
        headline: `The image of ${plan.service} does not build${where}: ${reason}`,
        outputs: NO_OUTPUTS,
        annotations: [annotation],
        summary: [logBlock(built)],
        data: { exitCode, file, line: line ?? null },
    };
}
/** The outcome when the Dockerfile must be free of remarks and is not; nothing was built. */
function checksFailed(plan, { findings }, file) {
    return {
        verdict: 'fail',
        headline: `${file} of ${plan.service} has ${findings.length} remarks of the engine's checks; nothing was built.`,
        outputs: { ...NO_OUTPUTS, warnings: String(findings.length) },
        annotations: checkAnnotations(findings, file, 'error'),
        summary: [(0,block/* list */.p_)(findings.map(({ line, rule, message }) => [`${file}:${line}: ${message} (${rule})`]))],
        data: { findings: findings.map((finding) => ({ ...finding })) },
    };
}

// EXTERNAL MODULE: ../build-inputs/lib/demand.js + 2 modules
var demand = __webpack_require__(76736);
// EXTERNAL MODULE: ../build-inputs/lib/instruction.js
var instruction = __webpack_require__(7505);
// EXTERNAL MODULE: ../oci/lib/platform.js
var lib_platform = __webpack_require__(60941);
;// CONCATENATED MODULE: ../../actions/build-image/lib/build-secret.js

function problem(code, message, remedy) {
    return new failure/* Failure */.H({ code, message, remedy });
}
async function readSecret(line, index, ports, context) {
    const [, id, source, place = ''] = /^([A-Za-z0-9][A-Za-z0-9._-]*)=(env|file):(.+)$/.exec(line) ?? [];
    if (id === undefined) {
        // The line is not shown: whoever wrote id=value here wrote a secret.
        const message = `Line ${index + 1} of "secrets" is not of the form id=env:NAME or id=file:PATH.`;
        throw problem('SECRET_MALFORMED', message, 'Put the value into a variable of the step and name it, such as npm=env:NPM_TOKEN.');
    }
    if (source === 'file') {
        if (!(await ports.files.exists(place)))
            throw problem('SECRET_NOT_FOUND', `The secret "${id}" names the file ${place}, which is not there.`, 'Write it in an earlier step.');
        return { id, value: await ports.files.readText(place), from: { file: ports.files.resolve(place) } };
    }
    const value = context.environment(place);
    if (value === undefined)
        throw problem('SECRET_NOT_FOUND', `The secret "${id}" names the variable ${place}, which is not set.`, 'Set it under "env:" of the step.');
    return { id, value, from: { variable: `SLIPWAY_SECRET_${index}` } };
}
/** Reads and masks the build's secrets; gives every problem there is with them. */
async function readSecrets(lines, ports, context) {
    const read = await Promise.allSettled(lines.map((line, index) => readSecret(line, index, ports, context)));
    const secrets = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const reasons = read.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    const defect = reasons.find((reason) => !(reason instanceof failure/* Failure */.H));
    if (defect !== undefined)
        throw defect;
    for (const { value } of secrets)
        ports.log.mask(value);
    const twice = secrets.filter(({ id }, index) => secrets.findIndex((other) => other.id === id) !== index);
    return {
        secrets,
        problems: [
            ...reasons.flatMap((reason) => reason.problems),
            ...twice.map(({ id }) => ({
                code: 'SECRET_TWICE',
                message: `The secret "${id}" is given twice.`,
                remedy: 'Keep one of them.',
            })),
        ],
    };
}

;// CONCATENATED MODULE: ../../actions/build-image/lib/cache.js
/** Events in which only people with the right to push decide what is built. */
const OWN_EVENTS = ['push', 'schedule', 'workflow_dispatch'];
function writing({ cacheWrite, eventName, ref, refProtected, defaultBranch }) {
    if (cacheWrite === 'never')
        return { write: false, why: 'cache-write is never' };
    // What a pull request puts into a cache, the default branch would build from.
    if (eventName === undefined || !OWN_EVENTS.includes(eventName))
        return { write: false, why: `the event ${eventName ?? 'is unknown'} may carry code that nobody has reviewed` };
    const branch = ref?.replace(/^refs\/heads\//, '');
    if (refProtected)
        return { write: true, why: `${branch ?? ref} is protected` };
    if (defaultBranch !== undefined && branch === defaultBranch)
        return { write: true, why: `${branch} is the default branch` };
    return { write: false, why: `${branch ?? 'this ref'} is neither protected nor the default branch` };
}
/** Decides whether the cache is read and written; each service has its own, in its own repository. */
function decideCache(facts) {
    const { cache, image, engine, insecure } = facts;
    if (cache === 'none' || image === undefined)
        return { kind: 'none', why: 'none is asked for' };
    if (engine === 'buildah')
        return { kind: 'none', why: 'buildah has none here' };
    return { kind: 'use', reference: `${image}:build-cache`, insecure, ...writing(facts) };
}
/** The default branch of the repository, from the text of the run's event; undefined when it does not tell. */
function defaultBranchOf(event) {
    try {
        const { repository } = JSON.parse(event ?? '{}');
        return typeof repository?.default_branch === 'string' ? repository.default_branch : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ../../actions/build-image/lib/place.js

/** Whether a path lies in a folder or is it; both absolute. */
function liesIn(folder, path) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way !== '..' && !way.startsWith('../') && !(0,external_node_path_.isAbsolute)(way);
}
async function kindOf(parent, name, files) {
    return (await files.list(parent)).find((entry) => entry.name === name)?.kind ?? 'missing';
}
/** The first thing on the way from a folder to a path that is not what it must be; links would lead elsewhere. */
async function obstacle(folder, path, last, files) {
    const names = (0,external_node_path_.relative)(folder, path)
        .split('/')
        .filter((name) => name !== '');
    let parent = folder;
    for (const [index, name] of names.entries()) {
        const here = `${parent}/${name}`;
        const kind = await kindOf(parent, name, files);
        const expected = index === names.length - 1 ? last : 'folder';
        if (kind === 'missing')
            return { code: 'PATH_NOT_FOUND', message: `There is no ${expected} ${here}.`, remedy: 'Check the path.' };
        if (kind === 'other')
            return {
                code: 'PATH_IS_LINK',
                message: `${here} is a link or a device.`,
                remedy: 'Put the real thing there: a link can lead out of the context.',
            };
        if (kind !== expected)
            return { code: 'PATH_KIND', message: `${here} is a ${kind}, not a ${expected}.`, remedy: 'Check the path.' };
        parent = here;
    }
    return undefined;
}
function outside(input, path, folder) {
    return {
        code: 'PATH_OUTSIDE',
        message: `Input "${input}" is ${path}, which lies outside ${folder}.`,
        remedy: 'Move it inside, or take a larger context.',
    };
}
async function contextProblem(context, workspace, files) {
    const path = files.resolve(context);
    if (!(0,external_node_path_.isAbsolute)(context) && !liesIn(workspace, path))
        return outside('context', context, 'the workspace');
    if (liesIn(workspace, path))
        return obstacle(workspace, path, 'folder', files);
    const there = await files.exists(path);
    return there ? undefined : { code: 'PATH_NOT_FOUND', message: `There is no folder ${path}.`, remedy: 'Check the path.' };
}
async function dockerfileProblem(context, dockerfile, files) {
    const [folder, path] = [files.resolve(context), files.resolve(`${context}/${dockerfile}`)];
    if ((0,external_node_path_.isAbsolute)(dockerfile) || !liesIn(folder, path))
        return outside('dockerfile', dockerfile, `the context ${context}`);
    return obstacle(folder, path, 'file', files);
}
async function layoutProblem(layout, context, files) {
    const path = files.resolve(layout);
    const remedy = 'Name a folder that is empty, absent, or an OCI layout of an earlier run.';
    if (liesIn(path, files.resolve(context)))
        return { code: 'LAYOUT_IN_THE_WAY', message: `Input "layout" is ${layout}, which holds the context.`, remedy };
    const entries = await files.list(path);
    if (entries.length === 0 || entries.some(({ name }) => name === 'oci-layout'))
        return undefined;
    return { code: 'LAYOUT_IN_THE_WAY', message: `${layout} is not empty and no OCI layout; it would have to be deleted.`, remedy };
}
/** Everything that is wrong with where the build takes its files from and writes its layout to. */
async function placeProblems({ context, dockerfile, layout }, workspace, files) {
    const ofContext = await contextProblem(context, workspace, files);
    const found = [
        ofContext,
        ofContext === undefined ? await dockerfileProblem(context, dockerfile, files) : undefined,
        await layoutProblem(layout, context, files),
    ];
    return found.filter((problem) => problem !== undefined);
}

;// CONCATENATED MODULE: ../../actions/build-image/lib/plan.js







function commitProblem(commit) {
    const remedy = 'Give the full id of the commit, as github.sha has it; shorter ids collide.';
    if (commit === undefined)
        return { code: 'COMMIT_UNKNOWN', message: 'Nothing says which commit is built.', remedy };
    if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(commit))
        return undefined;
    return { code: 'COMMIT_MALFORMED', message: `"${commit.slice(0, 80)}" is not a full commit id.`, remedy };
}
function buildArgProblems(args, secrets) {
    return Object.entries(args).flatMap(([name, value]) => {
        const secret = secrets.find((each) => value !== '' && each.value.trim() === value);
        return [
            ...(/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)
                ? []
                : [
                    {
                        code: 'BUILD_ARG_MALFORMED',
                        message: `"${name}" is not the name of a build argument.`,
                        remedy: 'Use letters, digits and "_".',
                    },
                ]),
            ...(secret === undefined
                ? []
                : [
                    {
                        code: 'BUILD_ARG_SECRET',
                        message: `The build argument ${name} has the value of the secret "${secret.id}"; arguments stay readable in the image.`,
                        remedy: `Leave it out and use RUN --mount=type=secret,id=${secret.id}.`,
                    },
                ]),
        ];
    });
}
function referenceProblem(reference) {
    try {
        (0,lib_reference/* parseReference */.F2)(reference);
        return undefined;
    }
    catch (error) {
        if (error instanceof failure/* Failure */.H)
            return error.problems[0];
        throw error;
    }
}
function targetProblem({ target, buildArgs = {}, context, dockerfile }, text) {
    const { targetFound, stages } = (0,demand/* demandsOf */.w)(text, { target, buildArgs });
    if (stages.length === 0) {
        const message = `${context}/${dockerfile} has no FROM, so there is nothing to build.`;
        return { code: 'DOCKERFILE_EMPTY', message, remedy: 'Begin it with FROM.' };
    }
    if (targetFound)
        return undefined;
    const message = `Input "target" is "${target}", and ${context}/${dockerfile} has no such stage.`;
    return { code: 'TARGET_UNKNOWN', message, remedy: `Its stages are: ${stages.join(', ')}.` };
}
/** The commit's time, so that the same commit gives the same bytes whenever it is built. */
async function commitTime(commit, { exec, log }) {
    if ((await exec.which('git')) === undefined)
        return undefined;
    const { exitCode, stdout } = await exec.run('git', ['show', '--no-patch', '--format=%ct', commit]);
    if (exitCode === 0 && /^\d+\s*$/.test(stdout))
        return Number(stdout);
    log.info(`Git does not know the commit ${commit}, so the image carries the time of this run.`);
    return undefined;
}
/** The arguments a Dockerfile asks for by name and that we know. */
function knownArgs(dockerfile, known) {
    const declared = (0,instruction/* parseDockerfile */.A)(dockerfile).instructions.filter(({ keyword }) => keyword === 'ARG');
    const names = new Set(declared.flatMap(({ rest }) => rest.split(/\s+/)).map((each) => each.split('=')[0] ?? ''));
    const entries = Object.entries(known).filter((entry) => names.has(entry[0]) && entry[1] !== undefined);
    return Object.fromEntries(entries);
}
async function cacheOf(inputs, engine, { files }, context) {
    const { cache, cacheWrite, image, insecure } = inputs;
    const event = context.environment('GITHUB_EVENT_PATH');
    const text = cache === 'none' || event === undefined || !(await files.exists(event)) ? undefined : await files.readText(event);
    return decideCache({
        ...{ cache, cacheWrite, image, insecure, engine: engine.kind },
        ...{ eventName: context.eventName, ref: context.ref, defaultBranch: defaultBranchOf(text) },
        refProtected: context.environment('GITHUB_REF_PROTECTED') === 'true',
    });
}
function labelsOf(commit, version) {
    const labels = { 'org.opencontainers.image.revision': commit };
    return version === undefined ? labels : { ...labels, 'org.opencontainers.image.version': version };
}
/** Checks everything and plans the build; throws a Failure with every problem before an engine starts. */
async function planBuild(inputs, ports, context) {
    const { files } = ports;
    const commit = inputs.commit ?? context.sha ?? '';
    const platforms = inputs.platforms ?? [];
    const { secrets, problems } = await readSecrets(inputs.secrets ?? [], ports, context);
    const engine = await chooseEngine(inputs, ports, context);
    (0,failure/* failWhen */.x)([
        (0,lib_reference/* imageNameProblem */.iS)(inputs.service),
        commitProblem(inputs.commit ?? context.sha),
        ...platforms.map(lib_platform/* platformProblem */.J4),
        ...buildArgProblems(inputs.buildArgs ?? {}, secrets),
        ...problems,
        ...(await placeProblems(inputs, context.workspace, files)),
        inputs.image === undefined ? undefined : (0,lib_reference/* repositoryProblem */.Ki)(inputs.image),
        inputs.compareWith === undefined ? undefined : referenceProblem(inputs.compareWith),
        'problem' in engine ? engine.problem : undefined,
    ].filter((problem) => problem !== undefined));
    const dockerfile = await files.readText(`${inputs.context}/${inputs.dockerfile}`);
    const problem = targetProblem(inputs, dockerfile);
    if (problem !== undefined)
        throw new failure/* Failure */.H(problem);
    const epoch = inputs.reproducible ? await commitTime(commit, ports) : undefined;
    const own = { COMMIT: commit, VERSION: inputs.version };
    return {
        service: inputs.service,
        commit,
        context: files.resolve(inputs.context),
        dockerfile: inputs.dockerfile,
        layout: files.resolve(inputs.layout),
        platforms: [...new Set(platforms.map((platform) => (0,lib_platform/* renderPlatform */.qn)((0,lib_platform/* parsePlatform */.FL)(platform))))],
        buildArgs: { ...knownArgs(dockerfile, own), ...inputs.buildArgs },
        labels: labelsOf(commit, inputs.version),
        secrets,
        engine: engine,
        cache: await cacheOf(inputs, engine, ports, context),
        pins: {},
        ...(inputs.target !== undefined && { target: inputs.target }),
        ...(epoch !== undefined && { epoch }),
    };
}

// EXTERNAL MODULE: ../build-inputs/lib/registry.js
var registry = __webpack_require__(67450);
// EXTERNAL MODULE: ../oci/lib/manifest.js
var lib_manifest = __webpack_require__(76531);
// EXTERNAL MODULE: ../oci/lib/anatomy.js
var anatomy = __webpack_require__(81721);
;// CONCATENATED MODULE: ../../actions/build-image/lib/previous.js


async function textOf(reader, blob) {
    const decoder = new TextDecoder();
    let text = '';
    for await (const piece of reader.blob(blob))
        text += decoder.decode(piece, { stream: true });
    return text + decoder.decode();
}
async function imagesBelow(reader, reference) {
    const found = await reader.manifest(reference);
    if (found === undefined)
        return [];
    const manifest = (0,lib_manifest/* parseManifest */.N)(found.bytes, found.mediaType, reference);
    if (manifest.kind === 'index') {
        const runnable = manifest.manifests.filter(({ platform }) => platform?.os !== 'unknown');
        return (await Promise.all(runnable.map(({ digest }) => imagesBelow(reader, digest)))).flat();
    }
    const config = await textOf(reader, manifest.config);
    const { os = '', architecture = '', variant, config: own } = JSON.parse(config);
    const platform = (0,lib_platform/* renderPlatform */.qn)({ os, architecture, ...(variant && { variant }) });
    return [{ platform, layers: (0,anatomy/* layersOf */.w)(manifest.layers, config), labels: own?.Labels ?? {} }];
}
/** Reads the layers of an image in a registry; no layer is fetched, and a failure is a doubt. */
async function readPrevious(name, registries, cancelled) {
    const reference = (0,lib_reference/* parseReference */.F2)(name);
    const found = await (0,registry/* asked */.NZ)((async () => {
        const reader = await registries.open(reference);
        const wanted = reference.digest ?? reference.tag ?? 'latest';
        const root = await reader.manifest(wanted);
        return root === undefined ? undefined : { digest: root.digest, images: await imagesBelow(reader, root.digest) };
    })(), cancelled);
    if ('doubt' in found)
        return { doubt: found.doubt };
    return found.answer ?? { doubt: `There is no image ${name} yet.` };
}

// EXTERNAL MODULE: ../oci/lib/image.js
var lib_image = __webpack_require__(20317);
// EXTERNAL MODULE: ../oci/lib/layout.js
var lib_layout = __webpack_require__(3884);
// EXTERNAL MODULE: ../image-packages/lib/inventory.js + 4 modules
var inventory = __webpack_require__(2334);
;// CONCATENATED MODULE: ../image-packages/lib/package.js
const encode = (text) => encodeURIComponent(text)
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%3A', ':');
function namespaced(pack, system) {
    const { ecosystem, name } = pack;
    if (ecosystem === 'deb' || ecosystem === 'apk')
        return `${encode(system?.id ?? (ecosystem === 'apk' ? 'alpine' : 'debian'))}/${encode(name)}`;
    // Python's names are compared without regard to case, and "_" is "-".
    if (ecosystem === 'pypi')
        return encode(name.toLowerCase().replaceAll('_', '-'));
    // A group and an artefact, which a package's own name divides by a colon.
    if (ecosystem === 'maven')
        return name.split(':').map(encode).join('/');
    return name.split('/').map(encode).join('/');
}
/** The package URL (github.com/package-url/purl-spec) by which scanners and people know a package. */
function packageUrl(pack, system) {
    const { ecosystem, version, architecture, source } = pack;
    const ofSystem = ecosystem === 'deb' || ecosystem === 'apk';
    const qualifiers = [
        ...(ofSystem && architecture !== undefined ? [`arch=${encode(architecture)}`] : []),
        ...(ofSystem && system !== undefined ? [`distro=${encode(`${system.id}-${system.version}`)}`] : []),
        // Distributions know their advisories by the source package.
        ...(ofSystem && source !== undefined ? [`upstream=${encode(`${source.name}@${source.version}`)}`] : []),
    ];
    const query = qualifiers.length === 0 ? '' : `?${qualifiers.join('&')}`;
    return `pkg:${ecosystem}/${namespaced(pack, system)}@${encode(version)}${query}`;
}

;// CONCATENATED MODULE: ../image-packages/lib/spdx.js

const NOTHING = 'NOASSERTION';
const hex = (digest) => digest.replace('sha256:', '');
function packageOf(pack, index, { system }) {
    const { name, version, foundIn, source } = pack;
    return {
        SPDXID: `SPDXRef-Package-${index + 1}`,
        name,
        versionInfo: version,
        downloadLocation: NOTHING,
        filesAnalyzed: false,
        // What a package calls its licence need not be an SPDX expression; it is kept as a comment, not asserted.
        licenseConcluded: NOTHING,
        licenseDeclared: NOTHING,
        copyrightText: NOTHING,
        ...(pack.licence !== undefined && { licenseComments: `The package states: ${pack.licence}` }),
        sourceInfo: `found in /${foundIn}${source === undefined ? '' : `; built from ${source.name} ${source.version}`}`,
        externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: packageUrl(pack, system) }],
    };
}
/** The bill of materials of an image as SPDX 2.3 in JSON. */
function renderSpdx(subject, inventory) {
    const packages = inventory.packages.map((pack, index) => packageOf(pack, index, inventory));
    const image = {
        SPDXID: 'SPDXRef-Image',
        name: subject.name,
        versionInfo: subject.digest,
        downloadLocation: NOTHING,
        filesAnalyzed: false,
        primaryPackagePurpose: 'CONTAINER',
        licenseConcluded: NOTHING,
        licenseDeclared: NOTHING,
        copyrightText: NOTHING,
        checksums: [{ algorithm: 'SHA256', checksumValue: hex(subject.digest) }],
    };
    const relationship = (spdxElementId, relationshipType, relatedSpdxElement) => ({
        spdxElementId,
        relationshipType,
        relatedSpdxElement,
    });
    const document = {
        spdxVersion: 'SPDX-2.3',
        dataLicense: 'CC0-1.0',
        SPDXID: 'SPDXRef-DOCUMENT',
        name: `${subject.name} ${subject.platform}`,
        documentNamespace: `https://slipway.invalid/spdx/${hex(subject.digest)}`,
        ...(inventory.notes.length > 0 && { comment: inventory.notes.join('; ') }),
        creationInfo: { created: subject.created, creators: ['Tool: slipway-build-image'] },
        packages: [image, ...packages],
        relationships: [
            relationship('SPDXRef-DOCUMENT', 'DESCRIBES', image.SPDXID),
            ...packages.map(({ SPDXID }) => relationship(image.SPDXID, 'CONTAINS', SPDXID)),
        ],
    };
    return `${JSON.stringify(document, null, 1)}\n`;
}

;// CONCATENATED MODULE: ../image-packages/lib/cyclonedx.js

function componentOf(pack, index, { system }) {
    const { name, version, licence, source, foundIn } = pack;
    const properties = [
        { name: 'slipway:foundIn', value: `/${foundIn}` },
        ...(source === undefined ? [] : [{ name: 'slipway:source', value: `${source.name} ${source.version}` }]),
    ];
    return {
        type: 'library',
        'bom-ref': `package-${index + 1}`,
        name,
        version,
        ...(licence !== undefined && { licenses: [{ license: { name: licence } }] }),
        purl: packageUrl(pack, system),
        properties,
    };
}
/** A UUID made from the image's digest, in the form that RFC 9562 keeps for such use (version 8). */
function serialOf(digest) {
    const hex = digest.replace('sha256:', '');
    return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
/** The bill of materials of an image as CycloneDX 1.6 in JSON. */
function renderCycloneDx(subject, inventory) {
    const { name, digest, platform, created } = subject;
    const components = inventory.packages.map((pack, index) => componentOf(pack, index, inventory));
    const { system } = inventory;
    const operatingSystem = system === undefined
        ? []
        : [{ type: 'operating-system', 'bom-ref': 'system', name: system.id, ...(system.version && { version: system.version }) }];
    const document = {
        $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        serialNumber: serialOf(digest),
        version: 1,
        metadata: {
            timestamp: created,
            tools: { components: [{ type: 'application', name: 'slipway-build-image' }] },
            component: {
                type: 'container',
                'bom-ref': 'image',
                name,
                version: digest,
                hashes: [{ alg: 'SHA-256', content: digest.replace('sha256:', '') }],
                properties: [{ name: 'slipway:platform', value: platform }],
            },
        },
        components: [...operatingSystem, ...components],
        dependencies: [{ ref: 'image', dependsOn: components.map((component) => component['bom-ref']) }],
    };
    return `${JSON.stringify(document, null, 1)}\n`;
}

// EXTERNAL MODULE: ../oci/lib/layer.js
var lib_layer = __webpack_require__(60153);
;// CONCATENATED MODULE: ../../actions/build-image/lib/statement.js
/** A statement about an image in the form of in-toto (version 1): which bytes, what kind of claim, the claim. */
function renderStatement(name, digests, predicateType, predicate) {
    const subject = digests.map((digest) => ({ name, digest: { sha256: digest.replace('sha256:', '') } }));
    return `${JSON.stringify({ _type: 'https://in-toto.io/Statement/v1', subject, predicateType, predicate }, null, 1)}\n`;
}

;// CONCATENATED MODULE: ../../actions/build-image/lib/bill.js



const NO_TIME = '1970-01-01T00:00:00Z';
function subjectOf(service, { digest, platform, created }) {
    const time = created === undefined ? Number.NaN : Date.parse(created);
    const stated = Number.isNaN(time) ? NO_TIME : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
    return { name: service, digest, platform, created: stated };
}
async function inventoryOf({ layers }, layout, files) {
    const blob = (digest) => files.stream((0,lib_layout/* blobPath */.nD)(layout.path, digest));
    return (0,inventory/* readInventory */.z)(layers.map(({ descriptor }) => (0,lib_layer/* layerEntries */.c)(descriptor, blob(descriptor.digest))));
}
/** Writes what is installed in each image of a layout, as SPDX and CycloneDX, into a folder. */
async function writeBills(service, layout, images, folder, files) {
    const bills = [];
    for (const image of images) {
        const inventory = await inventoryOf(image, layout, files);
        const subject = subjectOf(service, image);
        const name = `${folder}/sbom-${image.platform.replaceAll('/', '-')}`;
        const spdx = renderSpdx(subject, inventory);
        const cyclone = renderCycloneDx(subject, inventory);
        const digests = [layout.root.digest, ...(image.digest === layout.root.digest ? [] : [image.digest])];
        const statement = (predicateType, text) => renderStatement(service, digests, predicateType, JSON.parse(text));
        const content = {
            [`${name}.spdx.json`]: spdx,
            [`${name}.cdx.json`]: cyclone,
            [`${name}.spdx.intoto.json`]: statement('https://spdx.dev/Document', spdx),
            [`${name}.cdx.intoto.json`]: statement('https://cyclonedx.org/bom', cyclone),
        };
        for (const [path, text] of Object.entries(content))
            await files.write(path, text);
        const [documents, statements] = [false, true].map((wanted) => Object.keys(content).filter((path) => path.endsWith('.intoto.json') === wanted));
        bills.push({ platform: image.platform, inventory, documents: documents ?? [], statements: statements ?? [] });
    }
    return bills;
}

// EXTERNAL MODULE: ../oci/lib/measure.js
var measure = __webpack_require__(87012);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ../../actions/build-image/lib/difference.js


const PER_LAYER = 20;
async function fingerprints(layer, layout, files) {
    const found = new Map();
    for await (const entry of (0,lib_layer/* layerEntries */.c)(layer.descriptor, files.stream((0,lib_layout/* blobPath */.nD)(layout.path, layer.descriptor.digest)))) {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        if (entry.kind === 'file')
            for await (const piece of entry.content())
                hash.update(piece);
        found.set(entry.path, {
            kind: entry.kind,
            content: hash.digest('hex').slice(0, 12),
            mode: entry.mode.toString(8),
            owner: entry.owner,
            time: new Date(entry.modified).toISOString(),
            target: entry.target ?? '',
        });
    }
    return found;
}
function howTheyDiffer(ours, theirs) {
    if (theirs === undefined)
        return 'only in this image';
    if (ours === undefined)
        return 'only in the other image';
    const fields = Object.keys(ours).filter((field) => ours[field] !== theirs[field]);
    return fields.length === 0 ? undefined : fields.map((field) => `${field} ${theirs[field]} → ${ours[field]}`).join(', ');
}
async function layerDifferences(index, ours, theirs, files) {
    const [own, other] = [ours.image.layers[index], theirs.image.layers[index]];
    const platform = ours.image.platform;
    const place = { platform, layer: index + 1, instruction: (own ?? other)?.instruction };
    if (own === undefined || other === undefined)
        return [{ ...place, what: 'the layer', how: own === undefined ? 'only in the other image' : 'only in this image' }];
    if (own.descriptor.digest === other.descriptor.digest)
        return [];
    const [left, right] = [await fingerprints(own, ours.layout, files), await fingerprints(other, theirs.layout, files)];
    const names = [...new Set([...left.keys(), ...right.keys()])].toSorted();
    const found = names.flatMap((path) => {
        const how = howTheyDiffer(left.get(path), right.get(path));
        return how === undefined ? [] : [{ ...place, what: `/${path}`, how }];
    });
    // The same files in another order, or packed otherwise, are other bytes as well.
    if (found.length === 0)
        return [{ ...place, what: 'the archive', how: 'the same files in another order or packed otherwise' }];
    const more = found.length - PER_LAYER;
    const rest = { ...place, what: `${more} more files`, how: 'not listed' };
    return more > 0 ? [...found.slice(0, PER_LAYER), rest] : found;
}
async function configDifferences(ours, theirs, files) {
    const read = async ({ layout, image }) => JSON.parse(await files.readText((0,lib_layout/* blobPath */.nD)(layout.path, image.config)));
    const [own, other] = [await read(ours), await read(theirs)];
    const fields = [...new Set([...Object.keys(own), ...Object.keys(other)])].toSorted();
    const differing = fields.filter((field) => field !== 'rootfs' && JSON.stringify(own[field]) !== JSON.stringify(other[field]));
    const short = (value) => {
        const text = JSON.stringify(value) ?? 'nothing';
        return text.length > 80 ? (0,measure/* digestOf */.o)(text).slice(0, 19) : text;
    };
    return differing.map((field) => ({
        platform: ours.image.platform,
        what: `configuration "${field}"`,
        how: `${short(other[field])} → ${short(own[field])}`,
    }));
}
/** Names every layer, file and field in which a layout differs from another; nothing when they are equal byte for byte. */
async function differencesOf(layout, otherPath, files) {
    const other = await (0,lib_layout/* readLayout */.T4)(otherPath, files);
    if (other.root.digest === layout.root.digest)
        return [];
    const [images, others] = [await (0,lib_image/* imagesOf */.I)(layout, files), await (0,lib_image/* imagesOf */.I)(other, files)];
    const found = [];
    for (const image of images) {
        const twin = others.find(({ platform }) => platform === image.platform);
        if (twin === undefined) {
            found.push({ platform: image.platform, what: 'the platform', how: 'only in this image' });
            continue;
        }
        const [ours, theirs] = [
            { layout, image },
            { layout: other, image: twin },
        ];
        for (let index = 0; index < Math.max(image.layers.length, twin.layers.length); index++)
            found.push(...(await layerDifferences(index, ours, theirs, files)));
        found.push(...(await configDifferences(ours, theirs, files)));
    }
    return found.length > 0 ? found : [{ platform: '', what: 'the index', how: 'it lists the same images in other bytes' }];
}

;// CONCATENATED MODULE: ../../actions/build-image/lib/provenance.js

function baseOf({ reference, pin, identity }) {
    const digest = /sha256:([0-9a-f]{64})$/.exec(pin ?? identity ?? '')?.[1];
    return { uri: `docker-image://${pin ?? reference}`, ...(digest !== undefined && { digest: { sha256: digest } }) };
}
/**
 * How the image was built, as SLSA provenance (version 1) in an in-toto statement.
 *
 * Names of secrets are in it and their values never; times are not, so that the same run states the same.
 */
function renderProvenance({ plan, image, inputsDigest, bases }, context) {
    const { serverUrl, repository = '', ref, runUrl, environment } = context;
    const relative = (path) => (path === context.workspace ? '.' : path.replace(`${context.workspace}/`, ''));
    const source = {
        uri: `git+${serverUrl}/${repository}${ref === undefined ? '' : `@${ref}`}`,
        digest: { gitCommit: plan.commit },
    };
    const workflow = environment('GITHUB_WORKFLOW_REF');
    return renderStatement(plan.service, [image], 'https://slsa.dev/provenance/v1', {
        buildDefinition: {
            buildType: 'https://slipway.invalid/build-image/v1',
            externalParameters: {
                context: relative(plan.context),
                dockerfile: plan.dockerfile,
                target: plan.target ?? null,
                platforms: plan.platforms,
                buildArgs: plan.buildArgs,
                secrets: plan.secrets.map(({ id }) => id),
            },
            internalParameters: { engine: plan.engine.kind, epoch: plan.epoch ?? null, inputsDigest: inputsDigest ?? null },
            resolvedDependencies: [source, ...bases.map(baseOf)],
        },
        runDetails: {
            builder: { id: workflow === undefined ? 'https://slipway.invalid/laptop' : `${serverUrl}/${workflow}` },
            metadata: { invocationId: runUrl ?? '' },
        },
    });
}

;// CONCATENATED MODULE: ../../actions/build-image/lib/product.js







function checkPlatforms(plan, images) {
    const missing = plan.platforms.filter((platform) => !images.some((image) => image.platform === platform));
    if (missing.length === 0 && images.length > 0)
        return;
    const [wanted, got] = [plan.platforms.join(', ') || 'an image', images.map(({ platform }) => platform).join(', ') || 'none'];
    const remedy = 'Check the FROM lines of the Dockerfile and what the engine can build.';
    throw new failure/* Failure */.H({ code: 'PLATFORMS_DIFFER', message: `The build was to give ${wanted}, and gave ${got}.`, remedy });
}
/** Looks into a layout: size against the budget, the release before, the layout it must equal. */
async function inspect(plan, layout, inputs, { registries }, { files, cancelled }) {
    const images = await (0,lib_image/* imagesOf */.I)(layout, files);
    checkPlatforms(plan, images);
    return {
        layout,
        images,
        bills: [],
        attachments: [],
        budget: judgeBudget(images, inputs.maxSize),
        previous: inputs.compareWith === undefined ? undefined : await readPrevious(inputs.compareWith, registries, cancelled),
        differences: inputs.expectLayout === undefined ? undefined : await differencesOf(layout, inputs.expectLayout, files),
    };
}
/** Reads the layout that was just built, and writes what is in the image and how it came about. */
async function product_document(plan, inputs, reading, ports, context) {
    const layout = await (0,lib_layout/* readLayout */.T4)(plan.layout, ports.files);
    const product = await inspect(plan, layout, inputs, reading, ports);
    // What an earlier build left here would be attached to this image.
    await ports.files.remove(inputs.evidence);
    const bills = await writeBills(plan.service, layout, product.images, inputs.evidence, ports.files);
    const provenance = `${inputs.evidence}/provenance.intoto.json`;
    const { digest: inputsDigest, bases } = reading.inputs;
    const image = layout.root.digest;
    await ports.files.write(provenance, renderProvenance({ plan, image, inputsDigest, bases }, context));
    return { ...product, bills, attachments: [...bills.flatMap(({ statements }) => statements), provenance] };
}

// EXTERNAL MODULE: ../build-inputs/lib/pattern.js
var pattern = __webpack_require__(99983);
// EXTERNAL MODULE: ../build-inputs/lib/service-list.js
var service_list = __webpack_require__(56091);
// EXTERNAL MODULE: ../build-inputs/lib/sibling.js
var sibling = __webpack_require__(43599);
// EXTERNAL MODULE: ../build-inputs/lib/lookup.js
var lookup = __webpack_require__(79227);
// EXTERNAL MODULE: ../build-inputs/lib/world.js + 1 modules
var lib_world = __webpack_require__(51334);
// EXTERNAL MODULE: ../build-inputs/lib/inputs.js + 2 modules
var lib_inputs = __webpack_require__(57848);
;// CONCATENATED MODULE: ../../actions/build-image/lib/reuse.js



const builderOf = ({ engine }, { environment }) => ({
    engine: engine.kind === 'buildah' ? 'buildah' : 'buildkit',
    machine: environment('RUNNER_ARCH'),
});
/** The registries of the run, with the credentials it was given. */
function openRegistries(inputs, ports, context) {
    return (0,registry/* registriesOf */.Ho)((0,registry/* accessOf */.YK)(inputs, inputs.image), { ...ports, environment: context.environment });
}
function requestOf(plan, inputs, prefix, context) {
    const { workspace } = context;
    const inside = (path) => (0,pattern/* cleanPath */.t)(`${prefix}${path.slice(workspace.length)}`);
    const { target, platforms, secrets } = plan;
    return {
        context: inside(plan.context),
        dockerfile: plan.dockerfile,
        target,
        platforms,
        buildArgs: inputs.buildArgs ?? {},
        version: inputs.version,
        secretIds: secrets.map(({ id }) => id),
        ...builderOf(plan, context),
        ...(plan.layout.startsWith(`${workspace}/`) && { scratch: inside(plan.layout) }),
    };
}
async function listOfServices(inputs, plan, { files }, context) {
    if (inputs.services === undefined)
        return [];
    return (0,service_list/* parseServices */.E)(inputs.services, await files.readText(inputs.services), builderOf(plan, context));
}
const unknown = (reason, registries) => ({
    registries,
    inputs: { digest: undefined, doubts: [{ reason }], bases: [], files: 0 },
    lookup: { kind: 'unknown', doubts: [{ reason }] },
});
/** The world in which the images of the repository's own services are known by what they are built from. */
function withServices(world, services, registries, { cancelled }) {
    return (0,sibling/* serviceInputs */.r)(services, world, async ({ image }, read) => image === undefined
        ? { kind: 'unknown', doubts: [{ reason: 'the list of services names no "images"' }] }
        : (0,lookup/* lookUp */.T)(read, (0,lib_reference/* parseRepository */.SU)(image), registries, cancelled));
}
/** Finds out what the build reads and whether its image is there; whatever cannot be found out means that it is built. */
async function readInputs(plan, inputs, ports, context) {
    const registries = openRegistries(inputs, ports, context);
    const services = await listOfServices(inputs, plan, ports, context);
    const { workspace } = context;
    if (plan.context !== workspace && !plan.context.startsWith(`${workspace}/`))
        return unknown('its context lies outside the workspace', registries);
    // Without a repository to look in, nothing is gained by asking other registries.
    const resolve = inputs.image === undefined ? registry/* pinnedBase */.uB : (0,registry/* baseResolver */.yf)(registries, ports.cancelled);
    const opened = await (0,lib_world/* openWorld */.H)(workspace, ports, resolve);
    if ('doubt' in opened)
        return unknown(opened.doubt, registries);
    const { world } = opened;
    const family = withServices(world, services, registries, ports);
    const request = requestOf(plan, inputs, world.tree.prefix, context);
    const read = await (0,lib_inputs/* inputsOf */.V)(request, { ...world, resolveBase: family.resolveBase });
    checkBases(read.bases, family.serviceOf);
    if (inputs.image === undefined || inputs.reuse === 'off') {
        const reason = inputs.image === undefined ? 'no "image" says where to look' : 'input "reuse" is off';
        return { registries, inputs: read, lookup: { kind: 'unknown', doubts: [{ reason }] } };
    }
    return { registries, inputs: read, lookup: await (0,lookup/* lookUp */.T)(read, (0,lib_reference/* parseRepository */.SU)(inputs.image), registries, ports.cancelled) };
}
/** An image built on an older base would be published as if it were built on today's, and never built again. */
function checkBases(bases, serviceOf) {
    const problems = bases
        .filter(({ identity, pin }) => identity !== undefined && pin === undefined)
        .flatMap(({ reference, line }) => {
        const service = serviceOf(reference);
        if (service === undefined)
            return [];
        const message = `Line ${line} builds on ${reference}, and the image of ${service.name} as this commit has it is not published yet.`;
        return [{ code: 'BASE_NOT_BUILT', message, remedy: `Build and publish ${service.name} first, then build this again.` }];
    });
    if (problems.length > 0)
        throw new failure/* Failure */.H(problems);
}
/** The name under which BuildKit looks for a base image that it is given otherwise. */
function contextName(reference) {
    const short = reference.replace(/^docker\.io\//, '').replace(/^library\//, '');
    return /[:@][^/]*$/.test(short) ? short : `${short}:latest`;
}
/** Base images by digest, so that what was looked at is what is built on, although a tag may move meanwhile. */
function pinsOf(bases, engine) {
    const moving = bases.filter(({ reference, pin, role }) => pin !== undefined && role !== 'syntax' && !reference.includes('@'));
    const nameOf = (reference) => (engine === 'buildah' ? reference : contextName(reference));
    return Object.fromEntries(moving.map(({ reference, pin }) => [nameOf(reference), pin ?? '']));
}

;// CONCATENATED MODULE: ../../actions/build-image/lib/run.js









const REVISION = 'org.opencontainers.image.revision';
/** Names the image that is there and fetches nothing: for jobs that need only its digest. */
async function nameOnly(image, plan, inputs, reading, ports) {
    const previous = await readPrevious(`${inputs.image}@${image}`, reading.registries, ports.cancelled);
    const revision = 'images' in previous ? previous.images[0]?.labels[REVISION] : undefined;
    return {
        verdict: 'pass',
        headline: `Reused ${image} for ${plan.service}: the registry has an image of the same inputs${revision === undefined ? '' : `, built for ${revision}`}; nothing was built or fetched.`,
        outputs: {
            ...NO_OUTPUTS,
            digest: image,
            imageTag: plan.commit,
            inputsDigest: reading.inputs.digest,
            reused: 'true',
            warnings: '0',
        },
        data: { digest: image, inputsDigest: reading.inputs.digest ?? null, reused: true, revision: revision ?? null },
    };
}
/** Fetches the image that is there, byte for byte; undefined when that fails, and it must be built after all. */
async function reuse(plan, inputs, reading, ports, file) {
    if (reading.lookup.kind !== 'found' || inputs.image === undefined)
        return undefined;
    const { image } = reading.lookup;
    if (inputs.reuse === 'digest')
        return nameOnly(image, plan, inputs, reading, ports);
    const begun = ports.clock.now();
    try {
        const reader = await reading.registries.open((0,lib_reference/* parseRepository */.SU)(inputs.image));
        const layout = await (0,pull/* pullLayout */.W)(reader, image, plan.layout, ports.files);
        await ports.files.remove(inputs.evidence);
        const product = await inspect(plan, layout, inputs, reading, ports);
        const revision = product.images[0]?.labels[REVISION];
        const seconds = (ports.clock.now() - begun) / 1000;
        return judge({ plan, product, origin: { kind: 'reused', revision, seconds }, reading, inputs, file });
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H) || ports.cancelled.aborted)
            throw error;
        ports.log.info(`The image ${image} could not be fetched, so it is built: ${error.message}`);
        return undefined;
    }
}
async function checked(plan, inputs, ports) {
    return inputs.checks === 'off' ? { findings: [] } : check(plan, ports);
}
function troubles({ lookup }, cache) {
    const warning = (title, message) => ({ level: 'warning', title, message });
    return [
        ...(lookup.kind === 'unknown' && lookup.unreachable
            ? [warning('Built without looking for an image', lookup.doubts[0]?.reason ?? '')]
            : []),
        ...cache.map((trouble) => warning('The layer cache failed', `${trouble} The image is not affected.`)),
    ];
}
/** Builds the image into an OCI layout, or takes the one that was built from the same inputs; the digest is of its bytes. */
async function run(inputs, ports, context) {
    const planned = await planBuild(inputs, ports, context);
    const reading = await readInputs(planned, inputs, ports, context);
    const file = dockerfileOf(planned, context);
    const reused = await reuse(planned, inputs, reading, ports, file);
    if (reused !== undefined)
        return reused;
    const plan = { ...planned, pins: pinsOf(reading.inputs.bases, planned.engine.kind === 'buildah' ? 'buildah' : 'buildkit') };
    const remarks = await checked(plan, inputs, ports);
    if (inputs.checks === 'error' && remarks.findings.length > 0)
        return checksFailed(plan, remarks, file);
    const built = await ports.log.group(`Build ${plan.service} with ${plan.engine.kind}`, () => build(plan, ports));
    if (built.exitCode !== 0)
        return failed(plan, built, file);
    const product = await product_document(plan, inputs, reading, ports, context);
    const outcome = judge({ plan, product, origin: { kind: 'built', built, checked: remarks }, reading, inputs, file });
    return { ...outcome, annotations: [...(outcome.annotations ?? []), ...troubles(reading, built.progress.cacheTroubles)] };
}

;// CONCATENATED MODULE: ../../actions/build-image/lib/index.js




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


/***/ })

};
