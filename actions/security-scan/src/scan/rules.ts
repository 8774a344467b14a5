import { collect, type Problem } from '@slipway/failure';
import { type Exploitation, parseEpss, parseExploited } from '@slipway/findings';
import { defaultPolicy, parseIgnore, parsePolicy, type PlacedEntry, type Policy } from '@slipway/policy';
import type { Files } from '@slipway/system';
import { inForce, parseVex, type Statement } from '@slipway/vex';
import type { ModeInputs } from '../inputs.ts';

/** What a team says about findings, and what is known of their being exploited. */
export interface Rules {
  readonly policy: Policy;
  readonly ignore: readonly PlacedEntry[];
  readonly statements: readonly Statement[];
  /** Authors of VEX documents who are not among those that are believed. */
  readonly disbelieved: readonly string[];
  readonly exploitation: Exploitation;
}

type Inputs = ModeInputs<'scan'>;

async function readOptional<T>(
  path: string | undefined,
  parse: (file: string, text: string) => T,
  files: Files,
  problems: Problem[],
): Promise<T | undefined> {
  return path === undefined ? undefined : collect(problems, async () => parse(path, await files.readText(path)));
}

async function readStatements({ vex = [] }: Inputs, files: Files, problems: Problem[]): Promise<readonly Statement[]> {
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
export async function readRules(inputs: Inputs, files: Files, problems: Problem[]): Promise<Rules> {
  const policy = await readOptional(inputs.policy, parsePolicy, files, problems);
  const ignore = await readOptional(inputs.ignoreFile, parseIgnore, files, problems);
  const all = await readStatements(inputs, files, problems);
  const exploited = await readOptional(inputs.knownExploited, parseExploited, files, problems);
  const epss = await readOptional(inputs.epss, parseEpss, files, problems);
  const believed = inputs.vexAuthors ?? [];
  const isBelieved = ({ author }: Statement): boolean => believed.length === 0 || believed.includes(author);
  return {
    policy: policy ?? defaultPolicy(inputs.failOn ?? 'high'),
    ignore: ignore ?? [],
    statements: all.filter(isBelieved),
    disbelieved: [...new Set(all.filter((each) => !isBelieved(each)).map(({ author }) => author))].sort(),
    exploitation: { ...(exploited !== undefined && { exploited }), ...(epss !== undefined && { epss }) },
  };
}
