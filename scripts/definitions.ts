import type { ActionDefinition } from '@slipway/metadata';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The root of the repository. */
export const ROOT = new URL('..', import.meta.url).pathname;

/** The names of all actions, as their folders say. */
export function actionNames(): readonly string[] {
  return readdirSync(join(ROOT, 'actions')).filter((name) => existsSync(join(ROOT, 'actions', name, 'src/action.ts')));
}

/** The definition of every action, by name. */
export async function definitions(): Promise<readonly ActionDefinition[]> {
  return Promise.all(
    actionNames().map(async (name) => {
      const module = (await import(join(ROOT, 'actions', name, 'src/action.ts'))) as { action: ActionDefinition };
      if (module.action.name !== name) throw new Error(`actions/${name} defines the action "${module.action.name}"`);
      return module.action;
    }),
  );
}
