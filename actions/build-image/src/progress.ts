/** How the steps of a build went, from BuildKit's plain progress; empty for other engines. */
export interface Progress {
  /** Steps of the Dockerfile, those that were not needed left out. */
  readonly steps: number;
  readonly cached: number;
  /** What went wrong with the cache, in the engine's words; the build went on without it. */
  readonly cacheTroubles: readonly string[];
}

const LINE = /^#(\d+) (.*)$/;
/** `[build 2/5] RUN …`: a step of the Dockerfile, unlike `[internal] …`. */
const STEP = /^\[(?:[^\]]* )?\d+\/\d+\] /;

/** Collects the progress as lines come, so that a long log need not be kept. */
export class ProgressReader {
  readonly #names = new Map<string, string>();
  readonly #cached = new Set<string>();
  readonly #troubles: string[] = [];

  read(line: string): void {
    const [, id, text = ''] = LINE.exec(line) ?? [];
    if (id === undefined) return;
    if (!this.#names.has(id)) this.#names.set(id, text);
    if (text === 'CACHED') this.#cached.add(id);
    const name = this.#names.get(id) ?? '';
    if (text.startsWith('ERROR: ') && /^(importing|exporting) cache/.test(name))
      this.#troubles.push(`${name}: ${text.replace('ERROR: ', '')}`);
  }

  get progress(): Progress {
    const steps = [...this.#names].filter(([, name]) => STEP.test(name));
    return { steps: steps.length, cached: steps.filter(([id]) => this.#cached.has(id)).length, cacheTroubles: this.#troubles };
  }
}
