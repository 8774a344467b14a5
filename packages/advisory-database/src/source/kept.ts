import type { Files } from '@slipway/system';

/** What is kept of one ecosystem's export, and what its server said of it. */
export interface Kept {
  /** The archive's name in the folder of its ecosystem; another download has another. */
  readonly archive: string;
  /** The one before, which a job that began earlier may still be reading. */
  readonly before?: string;
  /** `sha256:` and 64 digits. */
  readonly digest: string;
  readonly url: string;
  readonly etag?: string;
  /** When the server says that it was made, as it wrote it. */
  readonly lastModified?: string;
  /** When the server last said that there is nothing newer, in milliseconds since 1970. */
  readonly checkedAt: number;
}

/** That a server could not be asked, so that fifty jobs do not each wait for it. */
export interface Trouble {
  readonly url: string;
  readonly at: number;
  readonly message: string;
}

async function read<T extends { readonly url: string }>(path: string, url: string, files: Files): Promise<T | undefined> {
  try {
    const value = JSON.parse(await files.readText(path)) as T;
    // What another server gave says nothing of this one.
    return value.url === url ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The folder of one ecosystem below the folder of all. */
export class Shelf {
  readonly folder: string;
  readonly #url: string;
  readonly #files: Files;

  constructor(folder: string, url: string, files: Files) {
    this.folder = folder;
    this.#url = url;
    this.#files = files;
  }

  /** What is kept; undefined when there is nothing, or its archive is gone. */
  async kept(): Promise<Kept | undefined> {
    const kept = await read<Kept>(`${this.folder}/kept.json`, this.#url, this.#files);
    if (kept === undefined || !(await this.#files.exists(`${this.folder}/${kept.archive}`))) return undefined;
    return kept;
  }

  trouble(): Promise<Trouble | undefined> {
    return read<Trouble>(`${this.folder}/trouble.json`, this.#url, this.#files);
  }

  async keep(kept: Kept): Promise<void> {
    await this.#files.write(`${this.folder}/kept.json`, JSON.stringify(kept));
    await this.#files.remove(`${this.folder}/trouble.json`);
    const old = (await this.#files.list(this.folder)).filter(
      ({ name }) => name.endsWith('.zip') && name !== kept.archive && name !== kept.before,
    );
    for (const { name } of old) await this.#files.remove(`${this.folder}/${name}`);
  }

  async remember(trouble: Trouble): Promise<void> {
    await this.#files.write(`${this.folder}/trouble.json`, JSON.stringify(trouble));
  }
}
