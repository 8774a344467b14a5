import type { TestCase } from '@slipway/junit';

/** Where a failure belongs, relative to the workspace. */
export interface Place {
  readonly file: string;
  readonly line?: number;
}

const FRAME = /(?:file:\/\/)?((?:[A-Za-z]:)?[\w@./\\+-]+\.\w+):(\d+)(?::\d+)?|File "([^"]+)", line (\d+)/g;

function insideWorkspace(path: string, workspace: string, folder: string): string | undefined {
  if (path.startsWith(`${workspace}/`)) return path.slice(workspace.length + 1);
  if (path.startsWith('/')) return undefined;
  const plain = path.replace(/^\.\//, '');
  return folder === '.' ? plain : `${folder.replace(/^\.\//, '').replace(/\/$/, '')}/${plain}`;
}

/** The frames of a stack that lie in the workspace and are not of a library, in the order of the text. */
function frames(detail: string, workspace: string, folder: string): readonly Place[] {
  return [...detail.matchAll(FRAME)].flatMap(([, path, line, pythonPath, pythonLine]) => {
    const file = insideWorkspace(path ?? pythonPath ?? '', workspace, folder);
    const own = file !== undefined && !/(^|\/)(node_modules|site-packages|vendor)\//.test(file);
    return own ? [{ file, line: Number(line ?? pythonLine) }] : [];
  });
}

/**
 * The line a failed test stands for: what the report states, else the stack's first frame in the test's own file,
 * else the first frame in the workspace, else the file alone.
 */
export function placeOf(failure: TestCase, workspace: string, folder: string): Place | undefined {
  const stated = failure.file === undefined ? undefined : insideWorkspace(failure.file, workspace, folder);
  if (stated !== undefined && failure.line !== undefined) return { file: stated, line: failure.line };
  const stack = frames(failure.detail, workspace, folder);
  return stack.find(({ file }) => file === stated) ?? stack[0] ?? (stated === undefined ? undefined : { file: stated });
}
