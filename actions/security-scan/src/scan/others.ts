import { ENGINES, type EngineName, readSarif, RELEASES, runEngine } from '@slipway/engines';
import { collect, Failure, type Problem } from '@slipway/failure';
import type { Finding } from '@slipway/findings';
import type { Note } from '@slipway/inventory';
import { installProgram, type Ports, type RunContext } from '@slipway/runner';
import { secretFinding, secretsInHistory } from '@slipway/secrets';
import { releasedFile } from '@slipway/system';
import type { ModeInputs } from '../inputs.ts';
import type { BaseInventory } from './gather.ts';
import { imageSecrets } from './image.ts';

type Inputs = ModeInputs<'scan'>;

/** What was found beside known vulnerabilities of packages, or by others. */
export interface Others {
  readonly findings: readonly Finding[];
  /** What could not be looked into, so that nothing can be told of it. */
  readonly notes: readonly Note[];
  readonly warnings: readonly string[];
}

interface World {
  readonly inputs: Inputs;
  readonly base: BaseInventory;
  readonly ports: Ports;
  readonly context: RunContext;
}

/** A scanner that was asked for, and its path where one was given. */
function engineOf(line: string): { readonly name: EngineName; readonly path?: string } {
  const [, word = '', path] = /^([^=]*)(?:=(.*))?$/.exec(line) ?? [];
  const name = ENGINES.find((each) => each === word);
  if (name !== undefined) return { name, ...(path && { path }) };
  const message = `"engines" names ${JSON.stringify(word)}, and one of ${ENGINES.join(', ')} was expected.`;
  throw new Failure({
    code: 'ENGINE_UNKNOWN',
    message,
    remedy: 'Write one a line: its name, or NAME=PATH for a program of your own.',
  });
}

async function programOf(name: EngineName, mirror: string | undefined): Promise<string> {
  const release = RELEASES[name];
  const platform = `${process.platform}-${process.arch}`;
  const file = release && releasedFile(release, platform, mirror);
  if (file === undefined) {
    const message = `There is no pinned release of ${name} for ${platform}.`;
    throw new Failure({ code: 'ENGINE_UNAVAILABLE', message, remedy: `Install it, and write "${name}=PATH" in "engines".` });
  }
  return installProgram({ name, ...file });
}

async function fromEngine(line: string, { inputs, ports, context }: World): Promise<Others> {
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

async function fromSarif({ inputs, ports: { files }, context }: World): Promise<Others> {
  const findings: Finding[] = [];
  for (const pattern of inputs.sarifFiles ?? []) {
    const paths = await files.glob(pattern);
    if (paths.length === 0) {
      const remedy = 'Correct "sarif-files", or the step that should have written it; what it would say is not known.';
      throw new Failure({ code: 'FILE_NOT_FOUND', message: `No file matches "sarif-files" (${pattern}).`, remedy });
    }
    for (const path of paths) findings.push(...readSarif(await files.readText(path), { root: context.workspace }));
  }
  return { findings, notes: [], warnings: [] };
}

/** Secrets in the commits of the change, or in all that lead to it where no base was read; and in the layers of the image. */
async function fromSecrets({ inputs, base, ports, context }: World): Promise<Others> {
  if (inputs.secrets === 'off') return { findings: [], notes: [], warnings: [] };
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
export async function findOthers(world: World, problems: Problem[]): Promise<Others> {
  const works = [
    () => fromSecrets(world),
    () => fromSarif(world),
    ...(world.inputs.engines ?? []).map((line) => () => fromEngine(line, world)),
  ];
  const all: Others[] = [];
  // One after another: each takes the processors to itself.
  for (const work of works) {
    const one = await collect(problems, work);
    if (one !== undefined) all.push(one);
  }
  return {
    findings: all.flatMap(({ findings }) => findings),
    notes: all.flatMap(({ notes }) => notes),
    warnings: all.flatMap(({ warnings }) => warnings),
  };
}
