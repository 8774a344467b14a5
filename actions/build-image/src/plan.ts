import { demandsOf, parseDockerfile } from '@slipway/build-inputs';
import { Failure, failWhen, type Problem } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import {
  imageNameProblem,
  parsePlatform,
  parseReference,
  platformProblem,
  renderPlatform,
  repositoryProblem,
} from '@slipway/oci';
import type { Ports, RunContext } from '@slipway/runner';
import type { action } from './action.ts';
import { type BuildSecret, readSecrets } from './build-secret.ts';
import { type CacheDecision, decideCache, defaultBranchOf } from './cache.ts';
import { chooseEngine, type Engine } from './engine.ts';
import { placeProblems } from './place.ts';

type Inputs = InputsOf<typeof action>;

/** Everything a build needs, checked; paths are absolute. */
export interface BuildPlan {
  readonly service: string;
  readonly commit: string;
  readonly context: string;
  /** From the context. */
  readonly dockerfile: string;
  readonly layout: string;
  readonly platforms: readonly string[];
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly secrets: readonly BuildSecret[];
  readonly engine: Engine;
  readonly cache: CacheDecision;
  /** Base images by the names that the Dockerfile gives them, each by its digest. */
  readonly pins: Readonly<Record<string, string>>;
  readonly target?: string;
  /** Seconds since 1970 that every time stamp in the image becomes. */
  readonly epoch?: number;
}

function commitProblem(commit: string | undefined): Problem | undefined {
  const remedy = 'Give the full id of the commit, as github.sha has it; shorter ids collide.';
  if (commit === undefined) return { code: 'COMMIT_UNKNOWN', message: 'Nothing says which commit is built.', remedy };
  if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) return undefined;
  return { code: 'COMMIT_MALFORMED', message: `"${commit.slice(0, 80)}" is not a full commit id.`, remedy };
}

function buildArgProblems(args: Readonly<Record<string, string>>, secrets: readonly BuildSecret[]): readonly Problem[] {
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

function referenceProblem(reference: string): Problem | undefined {
  try {
    parseReference(reference);
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error.problems[0];
    throw error;
  }
}

function targetProblem({ target, buildArgs = {}, context, dockerfile }: Inputs, text: string): Problem | undefined {
  const { targetFound, stages } = demandsOf(text, { target, buildArgs });
  if (stages.length === 0) {
    const message = `${context}/${dockerfile} has no FROM, so there is nothing to build.`;
    return { code: 'DOCKERFILE_EMPTY', message, remedy: 'Begin it with FROM.' };
  }
  if (targetFound) return undefined;
  const message = `Input "target" is "${target}", and ${context}/${dockerfile} has no such stage.`;
  return { code: 'TARGET_UNKNOWN', message, remedy: `Its stages are: ${stages.join(', ')}.` };
}

/** The commit's time, so that the same commit gives the same bytes whenever it is built. */
async function commitTime(commit: string, { exec, log }: Ports): Promise<number | undefined> {
  if ((await exec.which('git')) === undefined) return undefined;
  const { exitCode, stdout } = await exec.run('git', ['show', '--no-patch', '--format=%ct', commit]);
  if (exitCode === 0 && /^\d+\s*$/.test(stdout)) return Number(stdout);
  log.info(`Git does not know the commit ${commit}, so the image carries the time of this run.`);
  return undefined;
}

/** The arguments a Dockerfile asks for by name and that we know. */
function knownArgs(dockerfile: string, known: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const declared = parseDockerfile(dockerfile).instructions.filter(({ keyword }) => keyword === 'ARG');
  const names = new Set(declared.flatMap(({ rest }) => rest.split(/\s+/)).map((each) => each.split('=')[0] ?? ''));
  const entries = Object.entries(known).filter(
    (entry): entry is [string, string] => names.has(entry[0]) && entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}

async function cacheOf(inputs: Inputs, engine: Engine, { files }: Ports, context: RunContext): Promise<CacheDecision> {
  const { cache, cacheWrite, image, insecure } = inputs;
  const event = context.environment('GITHUB_EVENT_PATH');
  const text = cache === 'none' || event === undefined || !(await files.exists(event)) ? undefined : await files.readText(event);
  return decideCache({
    ...{ cache, cacheWrite, image, insecure, engine: engine.kind },
    ...{ eventName: context.eventName, ref: context.ref, defaultBranch: defaultBranchOf(text) },
    refProtected: context.environment('GITHUB_REF_PROTECTED') === 'true',
  });
}

function labelsOf(commit: string, version: string | undefined): Record<string, string> {
  const labels = { 'org.opencontainers.image.revision': commit };
  return version === undefined ? labels : { ...labels, 'org.opencontainers.image.version': version };
}

/** Checks everything and plans the build; throws a Failure with every problem before an engine starts. */
export async function planBuild(inputs: Inputs, ports: Ports, context: RunContext): Promise<BuildPlan> {
  const { files } = ports;
  const commit = inputs.commit ?? context.sha ?? '';
  const platforms = inputs.platforms ?? [];
  const { secrets, problems } = await readSecrets(inputs.secrets ?? [], ports, context);
  const engine = await chooseEngine(inputs, ports, context);
  failWhen(
    [
      imageNameProblem(inputs.service),
      commitProblem(inputs.commit ?? context.sha),
      ...platforms.map(platformProblem),
      ...buildArgProblems(inputs.buildArgs ?? {}, secrets),
      ...problems,
      ...(await placeProblems(inputs, context.workspace, files)),
      inputs.image === undefined ? undefined : repositoryProblem(inputs.image),
      inputs.compareWith === undefined ? undefined : referenceProblem(inputs.compareWith),
      'problem' in engine ? engine.problem : undefined,
    ].filter((problem) => problem !== undefined),
  );
  const dockerfile = await files.readText(`${inputs.context}/${inputs.dockerfile}`);
  const problem = targetProblem(inputs, dockerfile);
  if (problem !== undefined) throw new Failure(problem);
  const epoch = inputs.reproducible ? await commitTime(commit, ports) : undefined;
  const own = { COMMIT: commit, VERSION: inputs.version };
  return {
    service: inputs.service,
    commit,
    context: files.resolve(inputs.context),
    dockerfile: inputs.dockerfile,
    layout: files.resolve(inputs.layout),
    platforms: [...new Set(platforms.map((platform) => renderPlatform(parsePlatform(platform))))],
    buildArgs: { ...knownArgs(dockerfile, own), ...inputs.buildArgs },
    labels: labelsOf(commit, inputs.version),
    secrets,
    engine: engine as Engine,
    cache: await cacheOf(inputs, engine as Engine, ports, context),
    pins: {},
    ...(inputs.target !== undefined && { target: inputs.target }),
    ...(epoch !== undefined && { epoch }),
  };
}
