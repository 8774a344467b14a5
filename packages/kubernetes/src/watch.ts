import { Failure } from '@slipway/failure';
import type { Clock } from '@slipway/system';
import { resourcePath, type Discovery } from './discovery.ts';
import type { Kind, KubeObject } from './object.ts';
import { failureOf, KubernetesFailure } from './status.ts';
import type { Transport } from './transport.ts';

/** A part of a kind's objects. */
export interface Selection {
  readonly namespace?: string | undefined;
  readonly labelSelector?: string | undefined;
  readonly fieldSelector?: string | undefined;
}

/** The objects of a kind at one moment. */
export interface ObjectList<T> {
  readonly items: readonly T[];
  readonly resourceVersion: string;
}

/** What a watch tells. `listed` replaces everything told before; `lost` means that the view is stale until the next one. */
export type WatchEvent<T> =
  | { readonly type: 'listed'; readonly items: readonly T[] }
  | { readonly type: 'stored'; readonly object: T }
  | { readonly type: 'deleted'; readonly object: T }
  | { readonly type: 'lost'; readonly error: unknown };

/** Reads collections of objects. */
export interface Reader {
  list<T extends KubeObject>(kind: Kind, selection: Selection, signal?: AbortSignal): Promise<ObjectList<T>>;
  watch<T extends KubeObject>(kind: Kind, selection: Selection, signal: AbortSignal): AsyncIterable<WatchEvent<T>>;
}

interface Line {
  readonly type: string;
  readonly object: KubeObject & { readonly code?: number };
}

const PAUSE_MS = 1000;
const SERVER_TIMEOUT_SECONDS = 240;

async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line.trim() !== '');
  }
}

/** A server that is away or overloaded may come back, and a place in history that is gone is listed anew; nothing else passes. */
function mayPass(error: unknown): boolean {
  if (error instanceof KubernetesFailure) return error.status >= 500 || [410, 429].includes(error.status);
  return !(error instanceof Failure) || error.code.startsWith('HTTP_');
}

/** Lists and watches through a transport. */
export function reader(transport: Transport, discovered: Discovery, clock: Clock): Reader {
  const pathOf = async (kind: Kind, { namespace }: Selection): Promise<string> =>
    resourcePath({ ...kind, ...(namespace !== undefined && { namespace }) }, await discovered.resource(kind));
  const queryOf = ({ labelSelector, fieldSelector }: Selection) => ({ labelSelector, fieldSelector });

  const list: Reader['list'] = async <T extends KubeObject>(kind: Kind, selection: Selection, signal?: AbortSignal) => {
    const path = await pathOf(kind, selection);
    const subject = `List of ${kind.kind}`;
    const given = await transport.json<{ items?: readonly T[] | null; metadata: { resourceVersion: string } }>({
      ...{ subject, path, query: queryOf(selection), signal },
    });
    // The server leaves kind and apiVersion out of a list's items.
    const items = (given.items ?? []).map((item) => ({ ...item, apiVersion: kind.apiVersion, kind: kind.kind }));
    return { items, resourceVersion: given.metadata.resourceVersion };
  };

  async function* follow<T extends KubeObject>(kind: Kind, selection: Selection, start: string, signal: AbortSignal) {
    let resourceVersion = start;
    const path = await pathOf(kind, selection);
    while (!signal.aborted) {
      const query = { ...queryOf(selection), watch: true, allowWatchBookmarks: true, timeoutSeconds: SERVER_TIMEOUT_SECONDS };
      const request = { subject: `Watch of ${kind.kind}`, path, query: { ...query, resourceVersion }, signal };
      const response = await transport.send(request);
      if (response.status !== 200) throw failureOf(request.subject, response.status, await response.text());
      for await (const line of linesOf(response.stream())) {
        const { type, object } = JSON.parse(line) as Line;
        if (type === 'ERROR') throw failureOf(request.subject, object.code ?? 500, JSON.stringify(object));
        resourceVersion = object.metadata.resourceVersion ?? resourceVersion;
        // The line is the server's word for an object of the kind that was asked for.
        if (type === 'DELETED') yield { type: 'deleted', object: object as unknown as T } as const;
        else if (type !== 'BOOKMARK') yield { type: 'stored', object: object as unknown as T } as const;
      }
    }
  }

  async function* watch<T extends KubeObject>(
    kind: Kind,
    selection: Selection,
    signal: AbortSignal,
  ): AsyncGenerator<WatchEvent<T>> {
    while (!signal.aborted) {
      try {
        const { items, resourceVersion } = await list<T>(kind, selection, signal);
        yield { type: 'listed', items };
        yield* follow<T>(kind, selection, resourceVersion, signal);
      } catch (error) {
        if (signal.aborted) return;
        if (!mayPass(error)) throw error;
        yield { type: 'lost', error };
        // 410 means that our place in history is gone: list again at once.
        if (!(error instanceof KubernetesFailure && error.status === 410))
          await clock.sleep(PAUSE_MS, signal).catch(() => undefined);
      }
    }
  }
  return { list, watch };
}
