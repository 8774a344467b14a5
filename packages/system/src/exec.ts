/** How a command is started; the environment given here is the whole environment of the child. */
export interface StartOptions {
  readonly cwd?: string;
  /** Added to the minimal environment (PATH, HOME, TMPDIR, language, proxies); nothing else is inherited. */
  readonly env?: Readonly<Record<string, string>>;
  /** Called with every piece of output as it arrives. */
  readonly onOutput?: (text: string, stream: 'stdout' | 'stderr') => void;
}

/** How a command that is waited for is run. */
export interface ExecOptions extends StartOptions {
  /** Text for standard input: the place for a secret, never argv. */
  readonly input?: string;
  /** The process group is ended when the time is over. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** What became of a command. */
export interface ExecResult {
  /** The exit code; -1 when a signal ended it. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
}

/** A command that goes on while we work. */
export interface RunningProcess {
  readonly pid: number;
  /** Settles when the process has ended, however it ended. */
  readonly exited: Promise<ExecResult>;
  /** Everything printed so far, both streams in order of arrival. */
  output(): string;
  /** Ends the whole process group: SIGTERM, then SIGKILL after the grace. */
  stop(graceMs?: number): Promise<void>;
}

/** Commands, always as a program and its arguments, never as a shell string. */
export interface Exec {
  /** Runs a command to its end; a program that is not there rejects with a Failure, an exit code does not. */
  run(command: string, args: readonly string[], options?: ExecOptions): Promise<ExecResult>;
  /** Starts a command and returns while it runs. */
  start(command: string, args: readonly string[], options?: StartOptions): Promise<RunningProcess>;
  /** The program's full path, or undefined when it is not on the path. */
  which(command: string): Promise<string | undefined>;
}
