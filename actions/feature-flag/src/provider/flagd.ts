import {
  climbProblems,
  type EditedFlags,
  editFlag,
  editFlagBy,
  type FlagChange,
  type FlagFile,
  parseFlags,
  sameStanding,
  type Standing,
  standingOf,
} from '@slipway/flags';
import { Failure, failWhen, type Problem } from '@slipway/failure';
import type { Ports, RunContext } from '@slipway/runner';
import { type HeadView, parseAddress, renderTrailers, type WriteRequest, withRepository, writeBack } from '@slipway/write-back';
import type { Placed } from '../inputs.ts';
import type { Applied, FlagProvider, Move, Moved, Note } from './provider.ts';

const wordsOf = ({ what, from, to }: FlagChange): string => `${what}: ${from} to ${to}`;

type Edit = (file: FlagFile) => EditedFlags;

/** Where the file is. */
interface Store {
  read(): Promise<FlagFile>;
  change(flag: string, edit: Edit, note?: Note): Promise<Applied>;
}

/** A file in the workspace, for a step that commits it by itself. */
function inWorkspace(file: string, { files }: Ports): Store {
  const read = async (): Promise<FlagFile> => parseFlags(file, await files.readText(file));
  return {
    read,
    change: async (_, edit) => {
      const { text, changes } = edit(await read());
      if (changes.length > 0) await files.write(file, text);
      return { changed: changes.length > 0, changes: changes.map(wordsOf) };
    },
  };
}

async function stored({ file = '' }: Placed, head: HeadView) {
  const found = await head.read(file);
  if (found !== undefined) return found;
  const message = `The configuration repository has no file ${file}.`;
  throw new Failure({ code: 'FILE_NOT_FOUND', message, remedy: 'Correct "file".', location: { file } });
}

function requestOf(inputs: Placed, flag: string, edit: Edit, context: RunContext, note?: Note): WriteRequest<FlagChange> {
  const { file = '', branch, attempts, reason } = inputs;
  return {
    ...{ branch, attempts, dryRun: false },
    plan: async (head) => {
      const found = await stored(inputs, head);
      const { text, changes } = edit(parseFlags(file, found.text));
      if (changes.length === 0) return { kind: 'unchanged' };
      const message = renderTrailers(`${flag}: ${changes.map(wordsOf).join(', ')}`, [
        ['Flag', flag],
        ['File', file],
        ['Reason', note?.reason ?? reason],
        ...(note?.trailers ?? []),
        ['Run', context.runId === undefined ? undefined : `${context.runId}.${context.runAttempt ?? '1'}`],
        ['Run-URL', context.runUrl],
        ['Actor', context.actor],
      ]);
      return { kind: 'write', files: [{ path: file, file: { ...found, text } }], changes, message };
    },
  };
}

/** A file in a configuration repository, written as update-gitops writes: made anew on each head, never forced. */
function inRepository(inputs: Placed, repository: string, ports: Ports, context: RunContext, folder: string): Store {
  const { token, file = '', branch, attempts } = inputs;
  const problems: Problem[] = [];
  const url = parseAddress(repository, token !== undefined, context.serverUrl, problems);
  failWhen(problems);
  const { clock, log, cancelled: signal } = ports;
  const write = (request: WriteRequest<FlagChange>) =>
    withRepository({ url, folder, token }, ports, (git) => writeBack(request, { repository: git, clock, log, signal }));
  return {
    read: async () => {
      let text = '';
      const plan = async (head: HeadView) => {
        text = (await stored(inputs, head)).text;
        return { kind: 'unchanged' } as const;
      };
      await write({ branch, attempts, dryRun: true, plan });
      return parseFlags(file, text);
    },
    change: async (flag, edit, note) => {
      const written = await write(requestOf(inputs, flag, edit, context, note));
      if (written.kind === 'written') return { changed: true, changes: written.changes.map(wordsOf), commit: written.commit };
      return { changed: false, changes: [], ...('commit' in written && { commit: written.commit }) };
    },
  };
}

/** Whether the flag stands where it was thought to is asked of the very text that is changed, so nobody can come in between. */
async function moveIn(store: Store, flag: string, variant: string | undefined, { from, to, note }: Move): Promise<Moved> {
  let elsewhere: Standing | undefined;
  const edit: Edit = (file) => {
    const now = standingOf(file, flag, variant);
    elsewhere = sameStanding(now, from) || sameStanding(now, to) ? undefined : now;
    if (elsewhere !== undefined) return { text: file.text, changes: [] };
    return editFlagBy(file, flag, [
      { kind: 'percentage', percentage: to.share, ...(variant !== undefined && { variant }) },
      { kind: 'state', state: to.on ? 'ENABLED' : 'DISABLED' },
    ]);
  };
  const applied = await store.change(flag, edit, note);
  return elsewhere === undefined ? { kind: 'moved', ...applied } : { kind: 'superseded', found: elsewhere };
}

/** Flags in a file in flagd's format. */
export function flagdFlags(inputs: Placed, ports: Ports, context: RunContext, folder: string): FlagProvider {
  const { repository, file = '' } = inputs;
  const store = repository === undefined ? inWorkspace(file, ports) : inRepository(inputs, repository, ports, context, folder);
  return {
    apply: (flag, edit) => store.change(flag, (read) => editFlag(read, flag, edit)),
    standing: async (flag, variant) => standingOf(await store.read(), flag, variant),
    climbProblems: async (flag, wish) => climbProblems(await store.read(), flag, wish),
    move: (flag, variant, move) => moveIn(store, flag, variant, move),
  };
}
