/** Where the provider is, how it is brought into a state, and where it gives its messages. */
export interface Target {
  readonly url: string;
  readonly stateUrl?: string;
  /** Whether the state-url is also asked to undo each state. */
  readonly stateTeardown: boolean;
  readonly messageUrl?: string;
  /** What the contracts name openly, which no answer of the state-url makes a secret. */
  readonly openNames: string;
  readonly timeoutMs: number;
}
