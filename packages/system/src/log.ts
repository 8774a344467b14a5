/** Lines for the person who reads the job's log. */
export interface Log {
  info(line: string): void;
  /** Shown only when the reader asks for debug output. */
  debug(line: string): void;
  /** Runs the work inside a collapsible group. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
  /** Hides the text in everything that is printed from here on. */
  mask(secret: string): void;
}
