import { join } from 'node:path';
import { cacheRoot } from '../../scripts/tools/index.ts';

/** The folders of the lab, all of them outside the checkout. */
export interface Layout {
  readonly cache: string;
  /** Built programs, one folder per source version; `down --purge` keeps it. */
  readonly bin: string;
  readonly lab: string;
  /** One folder per part: configuration, pid record and log. */
  readonly parts: string;
  /** What parts store: `down` keeps it. */
  readonly data: string;
  /** Sockets, in a folder with a short name because a socket's path is limited to 107 bytes. */
  readonly run: string;
  readonly certificates: string;
  readonly state: string;
  readonly kubeconfig: string;
}

/** The lab's folders below a cache folder. */
export function layoutOf(cache: string = cacheRoot()): Layout {
  const lab = join(cache, 'lab');
  return {
    cache,
    bin: join(cache, 'bin'),
    lab,
    parts: join(lab, 'parts'),
    data: join(lab, 'data'),
    run: join(lab, 'run'),
    certificates: join(lab, 'certificates'),
    state: join(lab, 'state.json'),
    kubeconfig: join(lab, 'kubeconfig'),
  };
}
