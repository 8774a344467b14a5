import { type EditedFlags, editFlag, type FlagChange, parseFlags } from '@slipway/flags';
import { Failure, failWhen, type Problem } from '@slipway/failure';
import type { Ports, RunContext } from '@slipway/runner';
import { parseAddress, renderTrailers, type WriteRequest, withRepository, writeBack } from '@slipway/write-back';
import type { Placed } from '../inputs.ts';
import type { Applied, FlagProvider } from './provider.ts';

const wordsOf = ({ what, from, to }: FlagChange): string => `${what}: ${from} to ${to}`;

/** A file in the workspace, for a step that commits it by itself. */
function inWorkspace(file: string, { files }: Ports): FlagProvider {
  return {
    apply: async (flag, edit): Promise<Applied> => {
      const { text, changes } = editFlag(parseFlags(file, await files.readText(file)), flag, edit);
      if (changes.length > 0) await files.write(file, text);
      return { changed: changes.length > 0, changes: changes.map(wordsOf) };
    },
  };
}

function requestOf(
  { file = '', branch, attempts, reason }: Placed,
  flag: string,
  edit: (text: string) => EditedFlags,
  context: RunContext,
): WriteRequest<FlagChange> {
  return {
    ...{ branch, attempts, dryRun: false },
    plan: async (head) => {
      const stored = await head.read(file);
      if (stored === undefined) {
        const message = `The configuration repository has no file ${file}.`;
        throw new Failure({ code: 'FILE_NOT_FOUND', message, remedy: 'Correct "file".', location: { file } });
      }
      const { text, changes } = edit(stored.text);
      if (changes.length === 0) return { kind: 'unchanged' };
      const message = renderTrailers(`${flag}: ${changes.map(wordsOf).join(', ')}`, [
        ['Flag', flag],
        ['File', file],
        ['Reason', reason],
        ['Run', context.runId === undefined ? undefined : `${context.runId}.${context.runAttempt ?? '1'}`],
        ['Run-URL', context.runUrl],
        ['Actor', context.actor],
      ]);
      return { kind: 'write', files: [{ path: file, file: { ...stored, text } }], changes, message };
    },
  };
}

/** A file in a configuration repository, written as update-gitops writes: made anew on each head, never forced. */
function inRepository(inputs: Placed, repository: string, ports: Ports, context: RunContext, folder: string): FlagProvider {
  const { file = '', token } = inputs;
  const problems: Problem[] = [];
  const url = parseAddress(repository, token !== undefined, context.serverUrl, problems);
  failWhen(problems);
  return {
    apply: async (flag, edit): Promise<Applied> => {
      const { clock, log, cancelled: signal } = ports;
      const request = requestOf(inputs, flag, (text) => editFlag(parseFlags(file, text), flag, edit), context);
      const written = await withRepository({ url, folder, token }, ports, (git) =>
        writeBack(request, { repository: git, clock, log, signal }),
      );
      if (written.kind === 'written') return { changed: true, changes: written.changes.map(wordsOf), commit: written.commit };
      return { changed: false, changes: [], ...('commit' in written && { commit: written.commit }) };
    },
  };
}

/** Flags in a file in flagd's format. */
export function flagdFlags(inputs: Placed, ports: Ports, context: RunContext, folder: string): FlagProvider {
  const { repository, file = '' } = inputs;
  return repository === undefined ? inWorkspace(file, ports) : inRepository(inputs, repository, ports, context, folder);
}
