import { decodeText } from '@slipway/config';
import { type Contract, parsePact } from '@slipway/contract';
import { collect, type Problem } from '@slipway/failure';
import type { Files } from '@slipway/system';

/** The contracts that some patterns name, and the patterns that name none. */
export interface Gathered {
  readonly contracts: readonly Contract[];
  readonly empty: readonly string[];
}

/** Reads every contract; what is wrong with one joins the problems, and the others are still read. */
export async function readContracts(patterns: readonly string[], files: Files, problems: Problem[]): Promise<Gathered> {
  const found = await Promise.all(patterns.map((pattern) => files.glob(pattern)));
  const paths = [...new Set(found.flat())].sort();
  const read = await Promise.all(
    paths.map((path) => collect(problems, async () => parsePact(path, decodeText(path, await files.readBytes(path))))),
  );
  return {
    contracts: read.filter((contract) => contract !== undefined),
    empty: patterns.filter((_, index) => found[index]?.length === 0),
  };
}

/** The consumers of a list that have no contract: what a change does to them is unknown. */
export function withoutContract(consumers: readonly string[] | undefined, contracts: readonly Contract[]): readonly string[] {
  const known = new Set(contracts.map(({ consumer }) => consumer));
  return [...new Set(consumers ?? [])].filter((name) => !known.has(name)).sort();
}
