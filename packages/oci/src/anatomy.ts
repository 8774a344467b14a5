import { Failure } from '@slipway/failure';
import type { Descriptor } from './manifest.ts';

/** One layer of an image, and the instruction that made it. */
export interface ImageLayer {
  readonly descriptor: Descriptor;
  /** As the engine recorded it, without what engines put around it; undefined when the image does not tell. */
  readonly instruction: string | undefined;
}

interface HistoryEntry {
  readonly created_by?: string;
  readonly empty_layer?: boolean;
}

function wordsOf(recorded: string): string {
  return recorded
    .replace(/^\/bin\/sh -c #\(nop\)\s*/, '')
    .replace(/^(RUN )?\/bin\/sh -c /, 'RUN ')
    .replace(/\s*# buildkit$/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/**
 * The layers of an image with their instructions, lowest first.
 *
 * Where the history tells of more or fewer layers than there are, no instruction is given to any: a wrong one misleads.
 */
export function layersOf(layers: readonly Descriptor[], configText: string): readonly ImageLayer[] {
  let history: readonly HistoryEntry[];
  try {
    history = (JSON.parse(configText) as { history?: readonly HistoryEntry[] }).history ?? [];
  } catch (cause) {
    throw new Failure({ code: 'MANIFEST_MALFORMED', message: 'The image config is not JSON.' }, { cause });
  }
  const made = history.filter(({ empty_layer: empty }) => empty !== true);
  const told = made.length === layers.length;
  return layers.map((descriptor, index) => {
    const recorded = told ? made[index]?.created_by : undefined;
    return { descriptor, instruction: recorded === undefined ? undefined : wordsOf(recorded) };
  });
}
