import type { Instruction } from './instruction.ts';
import { expandWord, type Lookup, pairsOf } from './word.ts';

/** One stage of a Dockerfile. */
export interface Stage {
  readonly index: number;
  /** In lower case, as names of stages are compared. */
  readonly name?: string;
  /** What FROM names, expanded; undefined when that cannot be told. */
  readonly base: string | undefined;
  /** FROM as it is written. */
  readonly written: string;
  readonly line: number;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Dockerfile, and the arguments before the first of them. */
export interface Stages {
  readonly stages: readonly Stage[];
  /** Arguments declared before the first FROM, with the values they have there. */
  readonly globals: ReadonlyMap<string, string | null>;
}

/** What the Dockerfile is built with. */
export interface BuildValues {
  readonly target?: string | undefined;
  readonly buildArgs: Readonly<Record<string, string>>;
  /** The platform that is built, such as linux/arm64/v8; undefined when the engine chooses it. */
  readonly platform?: string | undefined;
}

const PLATFORM_VARIABLE = /^(TARGET|BUILD)(PLATFORM|OS|OSVERSION|ARCH|VARIANT)$/;

/** The variables that the engine itself sets for a platform; undefined for other names and when the engine chooses. */
export function platformVariable(name: string, platform: string | undefined): string | undefined {
  const [, side, part] = PLATFORM_VARIABLE.exec(name) ?? [];
  if (side !== 'TARGET' || platform === undefined) return undefined;
  const [os = '', architecture = '', variant = ''] = platform.split('/');
  const parts: Readonly<Record<string, string>> = { PLATFORM: platform, OS: os, ARCH: architecture, VARIANT: variant };
  return parts[part ?? ''];
}

/** Whether the engine sets this variable by itself. */
export function isPlatformVariable(name: string): boolean {
  return PLATFORM_VARIABLE.test(name);
}

function globalArguments(before: readonly Instruction[], { buildArgs, platform }: BuildValues): Map<string, string | null> {
  const globals = new Map<string, string | null>();
  for (const { keyword, rest } of before) {
    if (keyword !== 'ARG') continue;
    for (const { name, value } of pairsOf(rest)) {
      const lookup: Lookup = (each) => globals.get(each) ?? platformVariable(each, platform) ?? null;
      globals.set(name, buildArgs[name] ?? (value === undefined ? null : (expandWord(value, lookup) ?? null)));
    }
  }
  return globals;
}

/** Cuts a Dockerfile into its stages. */
export function stagesOf(instructions: readonly Instruction[], values: BuildValues): Stages {
  const starts = instructions.flatMap(({ keyword }, index) => (keyword === 'FROM' ? [index] : []));
  const globals = globalArguments(instructions.slice(0, starts[0]), values);
  const lookup: Lookup = (name) => {
    const own = globals.get(name);
    if (own !== undefined) return own;
    return isPlatformVariable(name) ? platformVariable(name, values.platform) : null;
  };
  const stages = starts.flatMap((start, index): readonly Stage[] => {
    const from = instructions[start];
    if (from === undefined) return [];
    const [image = '', , name] = from.rest.split(/\s+/);
    const body = instructions.slice(start + 1, starts[index + 1]);
    const base = expandWord(image, lookup);
    const named = name === undefined ? {} : { name: name.toLowerCase() };
    return [{ index, base, written: image, line: from.line, instructions: body, ...named }];
  });
  return { stages, globals };
}
