import type { Exec, Files } from '@slipway/system';
import type { BaseAnswer, World } from './inputs.ts';
import { readTree } from './tree.ts';

/** What looking at a checkout needs. */
export interface CheckoutPorts {
  readonly exec: Exec;
  readonly files: Files;
}

/** The world around the builds of a checkout, or why nothing can be told about it. */
export type WorldReading = { readonly world: World } | { readonly doubt: string };

/** Opens the checkout that a workspace lies in; paths of its world are from the repository's root. */
export async function openWorld(
  workspace: string,
  { exec, files }: CheckoutPorts,
  resolveBase: (reference: string) => Promise<BaseAnswer>,
): Promise<WorldReading> {
  const reading = await readTree(exec, workspace);
  if ('doubt' in reading) return reading;
  const { tree } = reading;
  const up = '../'.repeat(tree.prefix.split('/').length - 1);
  const at = (path: string): string => `${workspace}/${up}${path}`;
  return {
    world: { tree, resolveBase, readText: (path) => files.readText(at(path)), exists: (path) => files.exists(at(path)) },
  };
}
