import { isAbsolute, relative } from 'node:path';
import type { Problem } from '@slipway/failure';
import type { Files } from '@slipway/system';

/** Whether a path lies in a folder or is it; both absolute. */
export function liesIn(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith('../') && !isAbsolute(way);
}

type EntryKind = 'file' | 'folder' | 'other' | 'missing';

async function kindOf(parent: string, name: string, files: Files): Promise<EntryKind> {
  return (await files.list(parent)).find((entry) => entry.name === name)?.kind ?? 'missing';
}

/** The first thing on the way from a folder to a path that is not what it must be; links would lead elsewhere. */
async function obstacle(folder: string, path: string, last: 'file' | 'folder', files: Files): Promise<Problem | undefined> {
  const names = relative(folder, path)
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

function outside(input: string, path: string, folder: string): Problem {
  return {
    code: 'PATH_OUTSIDE',
    message: `Input "${input}" is ${path}, which lies outside ${folder}.`,
    remedy: 'Move it inside, or take a larger context.',
  };
}

async function contextProblem(context: string, workspace: string, files: Files): Promise<Problem | undefined> {
  const path = files.resolve(context);
  if (!isAbsolute(context) && !liesIn(workspace, path)) return outside('context', context, 'the workspace');
  if (liesIn(workspace, path)) return obstacle(workspace, path, 'folder', files);
  const there = await files.exists(path);
  return there ? undefined : { code: 'PATH_NOT_FOUND', message: `There is no folder ${path}.`, remedy: 'Check the path.' };
}

async function dockerfileProblem(context: string, dockerfile: string, files: Files): Promise<Problem | undefined> {
  const [folder, path] = [files.resolve(context), files.resolve(`${context}/${dockerfile}`)];
  if (isAbsolute(dockerfile) || !liesIn(folder, path)) return outside('dockerfile', dockerfile, `the context ${context}`);
  return obstacle(folder, path, 'file', files);
}

async function layoutProblem(layout: string, context: string, files: Files): Promise<Problem | undefined> {
  const path = files.resolve(layout);
  const remedy = 'Name a folder that is empty, absent, or an OCI layout of an earlier run.';
  if (liesIn(path, files.resolve(context)))
    return { code: 'LAYOUT_IN_THE_WAY', message: `Input "layout" is ${layout}, which holds the context.`, remedy };
  const entries = await files.list(path);
  if (entries.length === 0 || entries.some(({ name }) => name === 'oci-layout')) return undefined;
  return { code: 'LAYOUT_IN_THE_WAY', message: `${layout} is not empty and no OCI layout; it would have to be deleted.`, remedy };
}

/** Everything that is wrong with where the build takes its files from and writes its layout to. */
export async function placeProblems(
  { context, dockerfile, layout }: { readonly context: string; readonly dockerfile: string; readonly layout: string },
  workspace: string,
  files: Files,
): Promise<readonly Problem[]> {
  const ofContext = await contextProblem(context, workspace, files);
  const found = [
    ofContext,
    ofContext === undefined ? await dockerfileProblem(context, dockerfile, files) : undefined,
    await layoutProblem(layout, context, files),
  ];
  return found.filter((problem) => problem !== undefined);
}
