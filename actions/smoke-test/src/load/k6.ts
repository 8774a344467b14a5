import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { collect, Failure, failWhen, type Problem } from '@slipway/failure';
import { crossedThresholds, type Past, readK6Points } from '@slipway/load';
import { installProgram, type Outcome, type Ports, type RunContext } from '@slipway/runner';
import type { ReleasedFile } from '@slipway/system';
import type { action } from '../action.ts';
import { baseUrl, givenValues } from '../facts.ts';
import type { ModeInputs } from '../inputs.ts';
import { readPast } from './facts.ts';
import { k6File } from './k6-release.ts';
import { report } from './report.ts';
import { judged, keep, type LoadStory } from './story.ts';

type Inputs = ModeInputs<'k6'>;

interface K6Facts {
  readonly base: string;
  readonly values: ReadonlyMap<string, string>;
  /** The program that is there, or what is to be fetched. */
  readonly program: string | ReleasedFile;
  /** The script with the digest of its text: another one is another load. */
  readonly script: string;
  readonly past: Past | undefined;
}

/** k6 ends with 99 when thresholds were crossed: https://github.com/grafana/k6/blob/master/errext/exitcodes/codes.go */
const CROSSED = 99;
/** So many iterations in a hundred may be dropped; with more, the load was not the one that the script asks for. */
const DROPPED_SHARE = 0.01;

/** The program that was named, or that is on the path; where neither is, the release that is pinned. */
async function programOf(inputs: Inputs, { exec }: Ports): Promise<string | ReleasedFile> {
  const { k6, k6Version } = inputs;
  const program = k6Version === undefined ? await exec.which(k6 ?? 'k6') : undefined;
  if (program !== undefined) return program;
  if (k6 === undefined) return k6File(inputs, `${process.platform}-${process.arch}`);
  const remedy = 'Correct "k6", or leave it out: then the pinned release is fetched where there is none on the path.';
  throw new Failure({ code: 'K6_MISSING', message: `There is no program "${k6}" on this runner.`, remedy });
}

async function gather(inputs: Inputs, ports: Ports, context: RunContext): Promise<K6Facts> {
  const problems: Problem[] = [];
  const base = await collect(problems, () => baseUrl(inputs.url));
  const values = await collect(problems, () => givenValues(inputs, context, ports));
  const text = await collect(problems, () => ports.files.readText(inputs.k6Script));
  const program = await collect(problems, () => programOf(inputs, ports));
  const past = await collect(problems, () => readPast(inputs.baseline, ports));
  failWhen(problems);
  if (base === undefined || values === undefined || text === undefined || program === undefined) throw new Failure(problems);
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { base, values, program, script: `${inputs.k6Script} (${digest})`, past };
}

async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of pieces) {
    const parts = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  yield rest;
}

/** What goes wrong with k6 itself tells nothing of the service. */
function failed(exitCode: number, output: string): Failure {
  const last = output.trim().split('\n').slice(-3).join(' ').slice(0, 500);
  const message = `k6 ended with ${exitCode} and measured nothing that counts: ${last || 'it said nothing'}.`;
  return new Failure({ code: 'K6_FAILED', message, remedy: 'Run the script with k6 by hand, with BASE_URL set.' });
}

async function perform(facts: K6Facts, inputs: Inputs, ports: Ports, context: RunContext) {
  const { exec, files, cancelled, log } = ports;
  const program = typeof facts.program === 'string' ? facts.program : await installProgram({ name: 'k6', ...facts.program });
  const [summary, points] = ['summary.json', 'points.json'].map((name) => join(context.temp, `k6-${name}`)) as [string, string];
  const args = ['run', '--quiet', '--no-usage-report', `--summary-export=${summary}`, `--out=json=${points}`, inputs.k6Script];
  // Values go by the environment, where k6 has them as __ENV: an argument would be seen by every process.
  const env = { ...Object.fromEntries(facts.values), BASE_URL: facts.base };
  const result = await exec.run(program, args, {
    ...{ env, timeoutMs: inputs.timeout, signal: cancelled },
    onOutput: (text) => log.debug(text.trimEnd()),
  });
  if (result.timedOut) {
    const message = `k6 did not end within ${inputs.timeout / 1000} s and was ended.`;
    throw new Failure({ code: 'K6_TIMEOUT', message, remedy: 'Shorten the script, or raise "timeout".' });
  }
  if (result.exitCode !== 0 && result.exitCode !== CROSSED) throw failed(result.exitCode, result.stderr || result.stdout);
  const measured = await readK6Points(linesOf(files.stream(points)));
  const crossed = crossedThresholds(await files.readText(summary));
  await Promise.all([summary, points].map((path) => files.remove(path)));
  return { measured, crossed: result.exitCode === CROSSED && crossed.length === 0 ? ['one that k6 did not name'] : crossed };
}

/** A script's own thresholds are the team's word: what crosses one is no pass, whatever else was found. */
function withThresholds(story: LoadStory, crossed: readonly string[]): LoadStory {
  const { judgement } = story;
  if (crossed.length === 0 || judgement.verdict === 'regressed' || judgement.verdict === 'slower') return story;
  const verdict = crossed.every((each) => each.startsWith('http_req_duration')) ? 'slower' : 'regressed';
  return { ...story, judgement: { ...judgement, verdict, why: `thresholds of the script were crossed: ${crossed.join(', ')}` } };
}

/** Runs a team's own k6 script against the service and judges what it measured as any other load. */
export async function runK6(inputs: Inputs, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const facts = await gather(inputs, ports, context);
  const { measured, crossed } = await perform(facts, inputs, ports, context);
  const { samples: shots, spanMs, dropped } = measured;
  const why = `k6 dropped ${dropped} iterations for want of virtual users, so this was not the load that the script asks for`;
  const story = judged({
    what: `${shots.length} requests of ${inputs.k6Script} to ${facts.base}`,
    ...{ spanMs, shots, inputs, past: facts.past },
    shape: { mix: `k6 ${facts.script}` },
    ...(dropped > shots.length * DROPPED_SHARE && { doubt: why }),
  });
  const final = withThresholds(story, crossed);
  await keep(final, ports);
  return report(final, []);
}
