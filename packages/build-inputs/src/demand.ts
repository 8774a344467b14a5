import { type Instruction, parseDockerfile } from './instruction.ts';
import { type BuildValues, isPlatformVariable, platformVariable, type Stage, stagesOf } from './stage.ts';
import { expandWord, listOf, type Lookup, pairsOf } from './word.ts';

/** Files of the build context that an instruction reads. */
export interface Source {
  /** A path or a pattern from the context; `.` is all of it. */
  readonly pattern: string;
  readonly line: number;
}

/** An image that the build starts from, copies from, or is read by. */
export interface Base {
  /** As an engine takes it: with or without registry, tag and digest. */
  readonly reference: string;
  readonly line: number;
  readonly role: 'from' | 'copy' | 'syntax';
}

/** Why two builds could differ although nothing we can see does. */
export interface Doubt {
  readonly reason: string;
  readonly line?: number;
}

/** Everything a build reads, as far as its Dockerfile tells. */
export interface Demands {
  readonly sources: readonly Source[];
  readonly bases: readonly Base[];
  readonly doubts: readonly Doubt[];
  /** Names of the arguments that the stages which are built declare, or that stand before them. */
  readonly declared: readonly string[];
  /** Names of the stages, for a target that is none of them. */
  readonly stages: readonly string[];
  readonly targetFound: boolean;
}

/** Variables as far as they are known at a place of the Dockerfile. */
type Environment = Map<string, string | null | undefined>;

const URL_SOURCE = /^(https?:\/\/|git@|git:\/\/|ssh:\/\/)/;

class Collector {
  readonly sources: Source[] = [];
  readonly bases: Base[] = [];
  readonly doubts: Doubt[] = [];
  readonly declared = new Set<string>();
  readonly #stages: readonly Stage[];
  readonly #globals: ReadonlyMap<string, string | null>;
  readonly #values: BuildValues;
  readonly #environments = new Map<number, Environment>();

  constructor(stages: readonly Stage[], globals: ReadonlyMap<string, string | null>, values: BuildValues) {
    this.#stages = stages;
    this.#globals = globals;
    this.#values = values;
    for (const name of globals.keys()) this.declared.add(name);
  }

  stageOf(name: string, before: number): Stage | undefined {
    const named = this.#stages.findLast(({ name: own, index }) => own === name.toLowerCase() && index < before);
    return named ?? (/^\d+$/.test(name) ? this.#stages.find(({ index }) => index === Number(name) && index < before) : undefined);
  }

  #image(name: string, line: number, role: Base['role'], before: number): void {
    const stage = this.stageOf(name, before);
    if (stage !== undefined) this.reach(stage);
    else if (name !== 'scratch') this.bases.push({ reference: name, line, role });
  }

  /** Collects what a stage and the stages below it read; gives the variables at its end. */
  reach(stage: Stage): Environment {
    const known = this.#environments.get(stage.index);
    if (known !== undefined) return known;
    const environment = new Map() as Environment;
    this.#environments.set(stage.index, environment);
    const { base, written, line } = stage;
    const parent = base === undefined ? undefined : this.stageOf(base, stage.index);
    if (base === undefined) this.doubts.push({ line, reason: `what FROM ${written} stands for is known only to the engine` });
    else if (parent !== undefined) for (const [name, value] of this.reach(parent)) environment.set(name, value);
    else this.#image(base, line, 'from', stage.index);
    // What a parent left to be done ON BUILD reads the context of the child.
    if (parent?.instructions.some(({ keyword }) => keyword === 'ONBUILD')) this.sources.push({ pattern: '.', line });
    for (const instruction of stage.instructions) this.#read(instruction, environment, stage.index);
    return environment;
  }

  #lookup(environment: Readonly<Environment>): Lookup {
    // A name that no line sets may be set by the base image.
    return (name) => environment.get(name);
  }

  #read(instruction: Instruction, environment: Environment, stage: number): void {
    const { keyword, rest } = instruction;
    if (keyword === 'ENV') this.#setVariables(rest, environment);
    else if (keyword === 'ARG') this.#declareArguments(rest, environment);
    else if (keyword === 'COPY' || keyword === 'ADD') this.#copy(instruction, environment, stage);
    else if (keyword === 'RUN') this.#mounts(instruction, environment, stage);
  }

  #setVariables(rest: string, environment: Environment): void {
    const lookup = this.#lookup(new Map(environment));
    const pairs = pairsOf(rest);
    // `ENV NAME some words` is the old form.
    const old = pairs[0]?.value === undefined && pairs[0] !== undefined;
    const all = old ? [{ name: pairs[0]?.name ?? '', value: rest.slice(pairs[0]?.name.length).trim() }] : pairs;
    for (const { name, value } of all) environment.set(name, value === undefined ? undefined : expandWord(value, lookup));
  }

  #declareArguments(rest: string, environment: Environment): void {
    for (const { name, value } of pairsOf(rest)) {
      this.declared.add(name);
      const { buildArgs, platform } = this.#values;
      const fallback =
        value === undefined ? (this.#globals.get(name) ?? undefined) : expandWord(value, this.#lookup(environment));
      const engines = isPlatformVariable(name) ? platformVariable(name, platform) : undefined;
      environment.set(name, buildArgs[name] ?? engines ?? fallback);
    }
  }

  #copy({ keyword, flags, rest, line, heredocs }: Instruction, environment: Environment, stage: number) {
    const from = flags.find(({ name }) => name === 'from')?.value;
    if (from !== undefined) {
      const name = expandWord(from, this.#lookup(environment));
      if (name === undefined) this.doubts.push({ line, reason: `what --from=${from} stands for is known only to the engine` });
      else this.#image(name, line, 'copy', stage);
      return;
    }
    const sources = listOf(rest)
      .slice(0, -1)
      .filter((word) => !heredocs.includes(word));
    for (const word of sources) {
      const pattern = expandWord(word, this.#lookup(environment));
      const remote = pattern !== undefined && keyword === 'ADD' && (URL_SOURCE.test(pattern) || /\.git(#|$)/.test(pattern));
      if (remote) this.#remote(pattern, flags.find(({ name }) => name === 'checksum')?.value, line);
      else this.sources.push({ pattern: pattern ?? '.', line });
    }
  }

  #remote(address: string, checksum: string | undefined, line: number): void {
    const pinned = checksum !== undefined || /#[0-9a-f]{40}(:|$)/.test(address);
    if (!pinned) this.doubts.push({ line, reason: `ADD ${address} may bring other bytes each time; give it a --checksum` });
  }

  #mounts({ flags, line }: Instruction, environment: Environment, stage: number): void {
    for (const { value } of flags.filter(({ name }) => name === 'mount')) {
      const fields = new Map(
        value.split(',').map((field) => [field.split('=')[0] ?? '', field.replace(/^[^=]*=?/, '')] as const),
      );
      const type = fields.get('type') ?? 'bind';
      if (type !== 'bind' && type !== 'cache') continue;
      const from = fields.get('from');
      if (from !== undefined) this.#image(expandWord(from, this.#lookup(environment)) ?? from, line, 'copy', stage);
      else if (type === 'bind') {
        const source = fields.get('source') ?? fields.get('src') ?? '.';
        this.sources.push({ pattern: expandWord(source, this.#lookup(environment)) ?? '.', line });
      }
    }
  }
}

/** What a Dockerfile makes a build read when it is built with these values. */
export function demandsOf(text: string, values: BuildValues): Demands {
  const { syntax, instructions, doubts } = parseDockerfile(text);
  const { stages, globals } = stagesOf(instructions, values);
  const collector = new Collector(stages, globals, values);
  const { target } = values;
  const last = target === undefined ? stages.at(-1) : collector.stageOf(target, stages.length);
  if (last !== undefined) collector.reach(last);
  if (syntax !== undefined) collector.bases.push({ reference: syntax.split(/\s/)[0] ?? syntax, line: 1, role: 'syntax' });
  return {
    sources: collector.sources,
    bases: collector.bases,
    doubts: [...doubts, ...collector.doubts],
    declared: [...collector.declared],
    stages: stages.map(({ name, index }) => name ?? String(index)),
    targetFound: last !== undefined,
  };
}
