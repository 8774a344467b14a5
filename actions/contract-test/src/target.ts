/** Where the provider is, how it is brought into a state, and where it gives its messages. */
export interface Target {
  readonly url: string;
  readonly stateUrl?: string;
  /** Whether the state-url is also asked to undo each state. */
  readonly stateTeardown: boolean;
  readonly messageUrl?: string;
  readonly timeoutMs: number;
}
