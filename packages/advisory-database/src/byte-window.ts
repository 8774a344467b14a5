import { createHash, type Hash } from 'node:crypto';
import { databaseFault } from './fault.ts';

/** Reads a stream forward, a stretch at a time, and hashes all of it on the way; holds little more than one stretch. */
export class ByteWindow {
  readonly #file: string;
  readonly #pieces: AsyncIterator<Uint8Array>;
  readonly #hash: Hash = createHash('sha256');
  /** The offset of the first byte that is held. */
  #start = 0;
  #held: Buffer = Buffer.alloc(0);

  constructor(file: string, stream: AsyncIterable<Uint8Array>) {
    this.#file = file;
    this.#pieces = stream[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    const next = await this.#pieces.next();
    if (next.done === true) return false;
    this.#hash.update(next.value);
    this.#held = this.#held.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#held, next.value]);
    return true;
  }

  /** What is held of a stretch, without waiting; undefined when more must be read first. */
  peek(offset: number, length: number): Buffer | undefined {
    const at = offset - this.#start;
    return at >= 0 && at + length <= this.#held.length ? this.#held.subarray(at, at + length) : undefined;
  }

  /**
   * The bytes of a stretch, which must not lie before the one read last; they are good until the next is asked for.
   *
   * @throws Failure DATABASE_MALFORMED when the stream ends within it.
   */
  async read(offset: number, length: number): Promise<Buffer> {
    for (;;) {
      const found = this.peek(offset, length);
      if (found !== undefined) return found;
      const passed = Math.min(Math.max(0, offset - this.#start), this.#held.length);
      this.#held = this.#held.subarray(passed);
      this.#start += passed;
      if (!(await this.#more())) throw databaseFault('DATABASE_MALFORMED', this.#file, 'The archive is cut off.');
    }
  }

  /** The digest of the whole stream, whose rest is read for it. */
  async digest(): Promise<string> {
    do this.#held = Buffer.alloc(0);
    while (await this.#more());
    return `sha256:${this.#hash.digest('hex')}`;
  }
}
