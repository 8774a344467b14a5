export const id = 9579;
export const ids = [9579];
export const modules = {

/***/ 49579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* reexport */ action/* action */.X),
  run: () => (/* reexport */ run)
});

// EXTERNAL MODULE: ../../actions/affected-services/lib/action.js
var action = __webpack_require__(42573);
// EXTERNAL MODULE: ../build-inputs/lib/registry.js
var registry = __webpack_require__(67450);
// EXTERNAL MODULE: ../build-inputs/lib/lookup.js
var lookup = __webpack_require__(79227);
// EXTERNAL MODULE: ../build-inputs/lib/world.js + 1 modules
var lib_world = __webpack_require__(51334);
// EXTERNAL MODULE: ../build-inputs/lib/sibling.js
var sibling = __webpack_require__(43599);
// EXTERNAL MODULE: ../build-inputs/lib/service-list.js
var service_list = __webpack_require__(56091);
// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
// EXTERNAL MODULE: ../oci/lib/reference.js
var reference = __webpack_require__(18821);
// EXTERNAL MODULE: ../summary/lib/block.js
var block = __webpack_require__(94408);
// EXTERNAL MODULE: ../system/lib/concurrent.js
var concurrent = __webpack_require__(76609);
;// CONCATENATED MODULE: ../../actions/affected-services/lib/decision.js
const NAMED = 3;
function changesIn(facts, { changed, since }) {
    if (changed === undefined)
        return [`the registry has no image of these inputs; ${since} is not in this clone, so what changed is not told`];
    const read = changed.flatMap((path) => {
        const rule = facts.inputs.ruleOf(path);
        return rule === undefined ? [] : [`${JSON.stringify(path).slice(1, -1)} changed: ${rule}`];
    });
    if (read.length === 0)
        return [`the registry has no image of these inputs, although nothing of it changed since ${since}`];
    const more = read.length > NAMED ? [`${read.length - NAMED} more files of it changed`] : [];
    return [...read.slice(0, NAMED), ...more];
}
function builtOf(facts, all) {
    return new Set(facts.filter(({ lookup }) => all || lookup.kind !== 'found').map(({ service }) => service.name));
}
/** How many images must be built before a service's own; a service in a circle counts as the first. */
function waveOf(name, built, all, above = []) {
    const on = all.find(({ service }) => service.name === name)?.buildsOn ?? [];
    const below = on.filter((each) => built.has(each) && !above.includes(each));
    return below.length === 0 ? 0 : 1 + Math.max(...below.map((each) => waveOf(each, built, all, [...above, name])));
}
/** Decides for each service whether it is built. Only an image of exactly its inputs spares it; everything else builds. */
function decide(facts, all, explanation) {
    const built = builtOf(facts, all);
    return facts.map((own) => {
        const { lookup, buildsOn } = own;
        const about = { service: own.service, inputs: lookup.kind === 'unknown' ? undefined : lookup.inputs };
        const wave = waveOf(own.service.name, built, facts);
        if (all)
            return { ...about, kind: 'affected', reasons: ['all services are to be built'], wave };
        if (lookup.kind === 'found')
            return { ...about, kind: 'unchanged', image: lookup.image };
        if (lookup.kind === 'unknown')
            return { ...about, kind: 'unknown', reasons: lookup.doubts.map(({ reason }) => reason), wave };
        const below = buildsOn.filter((name) => built.has(name)).map((name) => `it builds on ${name}, which is built`);
        return { ...about, kind: 'affected', reasons: below.length > 0 ? below : changesIn(own, explanation), wave };
    });
}
/** The services of a wave as the matrix of a job, in which everything is text, as a workflow's inputs are. */
function matrixOf(decisions, wave) {
    const include = decisions.flatMap((decision) => {
        if (decision.kind === 'unchanged' || !wave(decision.wave))
            return [];
        const { name, image, request } = decision.service;
        const { context, dockerfile, target, platforms, buildArgs, secretIds } = request;
        return [
            {
                service: name,
                image: image ?? '',
                context,
                dockerfile,
                target: target ?? '',
                platforms: platforms.join('\n'),
                'build-args': Object.entries(buildArgs)
                    .map(([key, value]) => `${key}=${value}`)
                    .join('\n'),
                'secret-ids': secretIds.join('\n'),
            },
        ];
    });
    return JSON.stringify({ include });
}

;// CONCATENATED MODULE: ../../actions/affected-services/lib/run.js






const AT_ONCE = 8;
function openRegistries(inputs, services, ports, context) {
    const image = services.find((service) => service.image !== undefined)?.image;
    return (0,registry/* registriesOf */.Ho)((0,registry/* accessOf */.YK)(inputs, image), { ...ports, environment: context.environment });
}
/** A Dockerfile that is not there is a mistake in the list, not a service that nobody can tell about. */
async function checkDockerfiles(inputs, services, { files }) {
    const paths = services.map(({ request }) => `${request.context}/${request.dockerfile}`);
    const there = await Promise.all(paths.map((path) => files.exists(path)));
    (0,failure/* failWhen */.x)(services.flatMap(({ name }, index) => there[index]
        ? []
        : [
            {
                code: 'DOCKERFILE_NOT_FOUND',
                message: `The service ${name} has no Dockerfile ${paths[index]}.`,
                remedy: 'Correct "dockerfile" or "context" of it; in them, {name} stands for the name of the service.',
                location: { file: inputs.services },
            },
        ]));
}
async function changedSince(since, { exec }, { workspace }) {
    const args = ['-C', workspace, 'diff-tree', '-r', '-z', '--no-renames', '--no-commit-id', '--name-only', since, 'HEAD', '--'];
    // A text that begins with "-" would be read as an option.
    const { exitCode, stdout } = since.startsWith('-') ? { exitCode: 1, stdout: '' } : await exec.run('git', args);
    return { since, changed: exitCode === 0 ? stdout.split('\0').filter((path) => path !== '') : undefined };
}
async function factsOf(services, family, registries, { cancelled }) {
    const read = [];
    for (const service of services)
        read.push(await family.inputsOf(service));
    return (0,concurrent/* concurrently */.r)(AT_ONCE, services.map((service, index) => ({ service, inputs: read[index] })), async ({ service, inputs }) => ({
        service,
        inputs,
        lookup: await lookUpIn(service, inputs, registries, cancelled),
        buildsOn: inputs.bases.flatMap(({ reference }) => family.serviceOf(reference)?.name ?? []),
    }));
}
function lookUpIn({ image }, inputs, registries, cancelled) {
    if (image !== undefined)
        return (0,lookup/* lookUp */.T)(inputs, (0,reference/* parseRepository */.SU)(image), registries, cancelled);
    return Promise.resolve({ kind: 'unknown', doubts: [{ reason: 'the list of services names no "images" where one could be' }] });
}
async function gather(inputs, services, ports, context) {
    const registries = openRegistries(inputs, services, ports, context);
    const opened = await (0,lib_world/* openWorld */.H)(context.workspace, ports, (0,registry/* baseResolver */.yf)(registries, ports.cancelled));
    if ('doubt' in opened)
        return services.map((service) => ({
            service,
            inputs: { ruleOf: () => undefined },
            lookup: { kind: 'unknown', doubts: [{ reason: opened.doubt }] },
            buildsOn: [],
        }));
    const { world } = opened;
    const family = (0,sibling/* serviceInputs */.r)(services, world, (service, read) => lookUpIn(service, read, registries, ports.cancelled));
    return factsOf(services, family, registries, ports);
}
function rowsOf(decisions) {
    const rank = { unknown: 0, affected: 1, unchanged: 2 };
    return decisions
        .toSorted((a, b) => rank[a.kind] - rank[b.kind])
        .map((decision) => [
        decision.service.name,
        decision.kind === 'unchanged' ? 'not built' : decision.kind === 'unknown' ? 'built: cannot be told' : 'built',
        decision.kind === 'unchanged' ? [{ code: decision.image }] : decision.reasons.join('\n'),
    ]);
}
function report(decisions) {
    const built = decisions.filter((decision) => decision.kind !== 'unchanged');
    const unknown = built.filter(({ kind }) => kind === 'unknown');
    const unchanged = decisions.flatMap((each) => (each.kind === 'unchanged' ? [[each.service.name, each.image]] : []));
    const [first, next] = [matrixOf(decisions, (wave) => wave === 0), matrixOf(decisions, (wave) => wave > 0)];
    const any = (matrix) => String(!matrix.includes('"include":[]'));
    const doubtful = unknown.length === 0 ? '' : `, ${unknown.length} of them because nobody can tell`;
    return {
        verdict: 'pass',
        headline: `${built.length} of ${decisions.length} services are to be built${doubtful}.`,
        outputs: {
            matrix: first,
            any: any(first),
            nextMatrix: next,
            nextAny: any(next),
            affected: JSON.stringify(built.map(({ service }) => service.name)),
            unchanged: JSON.stringify(Object.fromEntries(unchanged)),
        },
        summary: [(0,block/* table */.tp)(['service', '', 'why'], rowsOf(decisions))],
        data: decisions.map((decision) => ({
            service: decision.service.name,
            kind: decision.kind,
            inputs: decision.inputs ?? null,
            ...(decision.kind === 'unchanged' ? { image: decision.image } : { reasons: decision.reasons, wave: decision.wave }),
        })),
    };
}
/** Tells which services have no image of what they are built from now; when that cannot be told, they are built. */
async function run(inputs, ports, context) {
    const services = (0,service_list/* parseServices */.E)(inputs.services, await ports.files.readText(inputs.services), {
        engine: inputs.engine,
        machine: context.environment('RUNNER_ARCH'),
    });
    await checkDockerfiles(inputs, services, ports);
    const facts = await gather(inputs, services, ports, context);
    if (ports.cancelled.aborted)
        throw new failure/* Failure */.H({ code: 'CANCELLED', message: 'The run was cancelled.' });
    const decisions = decide(facts, inputs.all, await changedSince(inputs.since, ports, context));
    const tooDeep = decisions.filter((decision) => decision.kind !== 'unchanged' && decision.wave > 1);
    (0,failure/* failWhen */.x)(tooDeep.map(({ service }) => deepProblem(service.name, inputs.services)));
    return report(decisions);
}
function deepProblem(name, file) {
    return {
        code: 'SERVICES_TOO_DEEP',
        message: `The service ${name} builds on an image that builds on another, and all of them changed.`,
        remedy: 'Publish the lowest image first, in a commit of its own; a run builds two levels.',
        location: { file },
    };
}

;// CONCATENATED MODULE: ../../actions/affected-services/lib/index.js




/***/ })

};
