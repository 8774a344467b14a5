import { Failure } from '@slipway/failure';
import type { Finding } from '@slipway/findings';
import type { Exec, ExecResult, Files } from '@slipway/system';
import { CATALOGUE, type EngineName, type EngineTarget } from './engine.ts';
import { badOutput } from './read/fields.ts';

/** Far more than the report on any repository has. */
const REPORT_MAX = 256 * 1024 * 1024;
/** What a scanner may say beside its report before it is ended. */
const NOISE_MAX = 16 * 1024 * 1024;
const TIME_LIMIT_MS = 1_800_000;

/** How a scanner is started. */
export interface EngineRun {
  readonly name: EngineName;
  /** The program's path; it was held against its checksum before. */
  readonly program: string;
  readonly target: EngineTarget;
  /** An empty folder that stands in for the user's own, where logins and configuration lie. */
  readonly home: string;
  readonly timeoutMs?: number;
}

/** What running one needs of the world. */
export interface EngineWorld {
  readonly exec: Exec;
  readonly files: Files;
  readonly signal?: AbortSignal;
}

/** What a scanner found; undefined when it says that there is nothing that it could look at. */
export type EngineFindings = readonly Finding[] | undefined;

/** Settings that would lead a scanner into the network, or hold a password, do not reach it. */
const CLOSED = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy'];

function failed(name: EngineName, { exitCode, timedOut, stderr }: ExecResult, noisy: boolean): Failure {
  const last = stderr.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
  const how = noisy
    ? `wrote more than ${NOISE_MAX} bytes beside its report and was ended`
    : timedOut
      ? 'did not end in time and was ended'
      : `ended with ${exitCode === -1 ? 'a signal' : `exit code ${exitCode}`}`;
  const message = `${name} ${how}${last === '' ? '' : `: ${last}`}.`;
  const remedy = `Run ${name} by hand on the same files, and check that its database is there; nothing was judged clean.`;
  return new Failure({ code: 'ENGINE_FAILED', message, remedy });
}

/** Runs a scanner in an environment of its own, and ends it when it talks without end. */
async function perform({ name, program, target, home, timeoutMs = TIME_LIMIT_MS }: EngineRun, { exec, signal }: EngineWorld) {
  const engine = CATALOGUE[name];
  const noise = new AbortController();
  let heard = 0;
  const result = await exec.run(program, engine.args(target), {
    cwd: target.folder,
    env: { ...Object.fromEntries(CLOSED.map((each) => [each, ''])), ...engine.env(target), HOME: home, TMPDIR: home },
    timeoutMs,
    signal: signal === undefined ? noise.signal : AbortSignal.any([signal, noise.signal]),
    onOutput: (text) => {
      heard += text.length;
      if (heard > NOISE_MAX) noise.abort();
    },
  });
  return { result, noisy: noise.signal.aborted };
}

/**
 * Runs a scanner and reads what it found. Its own word on whether that is good or bad is not asked.
 *
 * @throws Failure ENGINE_FAILED when it did not come to its end, ENGINE_OUTPUT when what it wrote cannot be believed.
 */
export async function runEngine(run: EngineRun, world: EngineWorld): Promise<EngineFindings> {
  const { name, target } = run;
  const { files } = world;
  // What an earlier run left there would be taken for this one's.
  await files.remove(target.report);
  const { result, noisy } = await perform(run, world);
  const end = noisy || result.timedOut ? 'error' : CATALOGUE[name].endOf(result.exitCode, result.stderr);
  if (end === 'error') throw failed(name, result, noisy);
  if (end === 'nothing to scan') return undefined;
  if (!(await files.exists(target.report))) throw badOutput(name, 'there is none, though it ended well');
  const size = await files.size(target.report);
  if (size > REPORT_MAX) throw badOutput(name, `it has ${size} bytes, and ${REPORT_MAX} are read`);
  const { digest } = target;
  return CATALOGUE[name].read(await files.readText(target.report), { root: target.folder }, digest);
}
