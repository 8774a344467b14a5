import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ofrepAnswer } from '@slipway/flags/memory';
import { nodeExec, runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import type { Http, HttpRequest } from '@slipway/system';
import { memoryClock, memoryHttp, memoryLog } from '@slipway/system/memory';
import { nodeFiles } from '@slipway/system/node';
import { action } from '../action.ts';
import { CountedService, FINE, type Service } from '../memory/service.ts';
import { launchDarklyAnswer, type LaunchDarklyFlag, SERVER_TOKEN, unleashAnswer, type UnleashFlag } from '../memory/servers.ts';
import { run } from '../run.ts';

const START = Date.parse('2026-06-03T10:00:00Z');
const MINUTE = 60;
const INPUTS = {
  ...{ mode: 'ramp', flag: 'checkout', steps: '1, 10, 25, 50, 100', hold: '10m', 'hold-max': '30m' },
  ...{ 'prometheus-url': 'http://prometheus', metric: 'requests{job="orders"}', 'feature-label': 'checkout' },
};
const AT_SERVER = { server: 'http://flags', 'server-token': SERVER_TOKEN, project: 'default', environment: 'production' };

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'slipway-ramp-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@x', ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });

/** What happens beside the ramp, once, at a second of it. */
interface Meanwhile {
  readonly at: number;
  readonly happen: () => void;
}

interface Given {
  readonly service?: Partial<Service>;
  readonly share: () => number;
  readonly inputs: Readonly<Record<string, string>>;
  /** The flag server, or whatever else is asked. */
  readonly answer?: (request: HttpRequest, second: number) => ReturnType<Parameters<typeof memoryHttp>[0]>;
  readonly meanwhile?: Meanwhile;
}

/** A ramp on a service whose users get the feature as the flag says. */
async function ramp({ service = {}, share, inputs, answer = () => undefined, meanwhile }: Given) {
  let pending = meanwhile;
  const shares: number[] = [];
  const clock = memoryClock(START, (now) => {
    counted.advance(now, share());
    if (shares.at(-1) !== share()) shares.push(share());
    if (pending === undefined || now < START + pending.at * 1000) return;
    const { happen } = pending;
    pending = undefined;
    happen();
  });
  const counted = new CountedService({ ...FINE, ...service }, START, share);
  const labelled = 'feature-label' in inputs;
  const http: Http = memoryHttp((request) =>
    request.url.startsWith('http://prometheus')
      ? counted.answer(request, clock.now(), labelled)
      : answer(request, (clock.now() - START) / 1000),
  );
  const aborted = new AbortController();
  const log = memoryLog();
  const ports = { clock, http, log, cancelled: aborted.signal };
  const exec = nodeExec({ environment: process.env, workspace: root });
  const host = memoryHost(inputs, { ...ports, exec, files: nodeFiles(root) }, { temp: join(root, 'temp'), runId: '7' });
  const ended = { cancel: () => aborted.abort(new Error('cancelled')) };
  return { host, shares, clock, ended, log };
}

/** Cancels the run that is under way. */
let cancelRun = (): void => undefined;

async function act(given: Given & { readonly cancelAt?: number }) {
  const meanwhile = given.cancelAt === undefined ? given.meanwhile : { at: given.cancelAt, happen: () => cancelRun() };
  const { host, shares, clock, ended, log } = await ramp({ ...given, ...(meanwhile && { meanwhile }) });
  cancelRun = ended.cancel;
  const code = await runAction(action, run, host);
  const { outputs, annotations, summary, reports } = host.written;
  return {
    ...{ code, outputs, annotations, shares, summary, everything: JSON.stringify([host.written, log.lines]) },
    titles: annotations.map(({ title }) => title),
    headline: reports[0]?.headline ?? '',
    lines: log.lines,
    seconds: (clock.now() - START) / 1000,
  };
}

/** A ramp of a flag that Unleash keeps. */
function onUnleash(flag: UnleashFlag, given: Partial<Given> & { readonly cancelAt?: number } = {}) {
  const share = (): number => (flag.enabled ? Number(flag.rollout) : 0);
  return act({
    ...{ share, answer: (request) => unleashAnswer(flag, request), ...given },
    inputs: { ...INPUTS, provider: 'unleash', ...AT_SERVER, ...given.inputs },
  });
}
const dark = (): UnleashFlag => ({ enabled: false, rollout: '0' });

/** Fails a third of the feature's requests from a share on. */
const breaksAt = (share: number): Partial<Service> => ({ featured: (now) => (now >= share ? 0.3 : 0.001) });

describe('a ramp whose metric stays good', () => {
  test('climbs from a dark flag to everybody, each step as long as it is held', async () => {
    const flag = dark();
    const { code, outputs, shares, seconds, summary, headline } = await onUnleash(flag);
    expect(headline).toMatch(/^checkout is on for 100 % of users: /);
    expect({ code, ...outputs }).toMatchObject({ code: 0, decision: 'ramped', share: '100', changed: 'true' });
    expect(shares).toEqual([1, 10, 25, 50, 100]);
    // At 1 % of 20 requests a second, fifty take longer than ten minutes do not: 12 a minute.
    expect(seconds).toBe(50 * MINUTE);
    expect(summary.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['chart', 'table']));
  });

  test('climbs without a label, beside its own time before', async () => {
    const { 'feature-label': _, ...inputs } = INPUTS;
    const flag = dark();
    const share = (): number => (flag.enabled ? Number(flag.rollout) : 0);
    const { code, shares } = await act({
      ...{ share, answer: (request) => unleashAnswer(flag, request) },
      inputs: { ...inputs, provider: 'unleash', ...AT_SERVER },
    });
    expect([code, shares]).toEqual([0, [1, 10, 25, 50, 100]]);
  });

  test('moves LaunchDarkly in one patch a step, with what it rests on', async () => {
    const flag: LaunchDarklyFlag = { on: false, weight: 0, comments: [] };
    const { code, shares } = await act({
      share: () => (flag.on ? flag.weight / 1000 : 0),
      answer: (request) => launchDarklyAnswer(flag, request),
      inputs: { ...INPUTS, provider: 'launchdarkly', ...AT_SERVER },
    });
    expect([code, shares, flag.comments.length]).toEqual([0, [1, 10, 25, 50, 100], 5]);
    expect(flag.comments[1]).toBe('1 % to 10 %');
  });
});

describe('a metric that breaks at 25 %', () => {
  test('stops the ramp at once and takes the feature back to nobody', async () => {
    const flag = dark();
    const { code, outputs, shares, titles, headline, seconds } = await onUnleash(flag, { service: breaksAt(25) });
    expect([code, titles, flag.rollout]).toEqual([1, ['RAMP_STOPPED'], '0']);
    expect(outputs).toMatchObject({ decision: 'stopped', share: '0' });
    expect(shares).toEqual([1, 10, 25]);
    expect(headline).toMatch(/was stopped at 25 %: \d+ of \d+ requests failed .*beyond chance; it was taken back to 0 %/);
    // Three looks of 15 s are enough where five requests a second are asked and 30 % of them fail.
    expect(seconds).toBeLessThan(20 * MINUTE + 60);
  });

  test('takes it back to the step before where that is wanted', async () => {
    const flag = dark();
    const { outputs } = await onUnleash(flag, { service: breaksAt(25), inputs: { 'on-bad': 'last-good' } });
    expect([outputs['decision'], outputs['share'], flag.rollout, flag.enabled]).toEqual(['stopped', '10', '10', true]);
  });

  test('is seen without a label as well', async () => {
    const { 'feature-label': _, ...inputs } = INPUTS;
    const flag = dark();
    const { outputs, headline } = await act({
      share: () => (flag.enabled ? Number(flag.rollout) : 0),
      answer: (request) => unleashAnswer(flag, request),
      service: breaksAt(25),
      inputs: { ...inputs, provider: 'unleash', ...AT_SERVER },
    });
    expect([outputs['decision'], flag.rollout]).toEqual(['stopped', '0']);
    expect(headline).toContain('was stopped at 25 %');
  });

  test('that breaks for those without the feature as much is an incident, and holds', async () => {
    const broken = (second: number): number => (second > 25 * MINUTE ? 0.3 : 0.001);
    const service = { usual: broken, featured: (_: number, second: number) => broken(second) };
    const flag = dark();
    const { code, outputs, headline } = await onUnleash(flag, { service });
    expect([code === 0, outputs['decision'], flag.rollout]).toEqual([false, 'untold', '10']);
    expect(headline).toContain('others fail more than before at the same time');
  });

  test('is told as not taken back where the provider refuses it, and goes on to be tried', async () => {
    const flag = dark();
    let asked = 0;
    const { titles, outputs, headline } = await onUnleash(flag, {
      service: breaksAt(10),
      answer: (request) => {
        const back = request.method === 'PATCH' && flag.rollout === '10';
        if (back) asked += 1;
        return back ? { status: 503, body: '{"message":"maintenance"}' } : unleashAnswer(flag, request);
      },
    });
    expect([titles, outputs['decision'], outputs['share'], asked]).toEqual([['RAMP_NOT_TAKEN_BACK'], 'stop-failed', '10', 5]);
    expect(headline).toContain('it could NOT be taken back to 0 %: Unleash at http://flags answered 503');
  });
});

describe('a metric that cannot tell', () => {
  const from = (second: number, state: 'away' | 'empty' | 'nan'): Partial<Service> => ({
    prometheus: (now) => (now > second ? state : 'up'),
  });

  test.each<[string, Partial<Service>, RegExp]>([
    ['whose source is down', from(12 * MINUTE, 'away'), /Nothing was seen of the requests with the feature.*did not answer/],
    ['without data', from(12 * MINUTE, 'empty'), /Nothing was seen of the requests with the feature/],
    ['that is no number', from(12 * MINUTE, 'nan'), /Nothing was seen of the requests with the feature/],
    ['of too few samples', { rps: 0.2 }, /Only \d+ requests were seen, and 50 are needed to judge/],
  ])('%s holds, never advances, and is not green at the end of its time', async (_, service, why) => {
    const flag = dark();
    const { code, outputs, headline, shares, seconds } = await onUnleash(flag, { service });
    const few = 'rps' in service;
    // It goes back to the last step that was proved, which is none where the first could not be.
    expect([code === 0, outputs['decision'], outputs['share'], flag.rollout]).toEqual([
      ...[false, 'untold', few ? '0' : '1', few ? '0' : '1'],
    ]);
    expect(shares).toEqual(few ? [1] : [1, 10]);
    expect(headline).toMatch(why);
    expect(headline).toContain('Run the ramp again');
    expect(seconds).toBe((few ? 30 : 40) * MINUTE);
  });

  test('that comes back is gone on with, and what was missed counts', async () => {
    const away = (second: number): boolean => second > 12 * MINUTE && second < 32 * MINUTE;
    const service: Partial<Service> = { prometheus: (now) => (away(now) ? 'away' : 'up') };
    const good = await onUnleash(dark(), { service });
    expect([good.code, good.shares]).toEqual([0, [1, 10, 25, 50, 100]]);
    expect(good.lines.some((line) => /10 %: Nothing was seen/.test(line))).toBe(true);
    const bad = await onUnleash(dark(), { service: { ...service, ...breaksAt(10) } });
    expect([bad.outputs['decision'], bad.shares]).toEqual(['stopped', [1, 10]]);
  });

  test.each<[string, Partial<Service>, string]>([
    ['that is away', { prometheus: () => 'away' }, 'did not answer'],
    ['without a series', { prometheus: () => 'empty' }, 'Prometheus has no series of requests{job="orders"}'],
  ])('%s before the first step changes nothing', async (_, service, why) => {
    const flag = dark();
    const { titles, headline, code } = await onUnleash(flag, { service });
    expect([code, titles, flag]).toEqual([1, ['RAMP_BLIND'], dark()]);
    expect(headline).toContain(why);
  });
});

describe('a ramp that was ended', () => {
  test('goes on from the share that is set, and takes nobody the feature', async () => {
    const flag = dark();
    const first = await onUnleash(flag, { cancelAt: 15 * MINUTE });
    expect([first.code === 0, first.outputs['decision'], flag.rollout]).toEqual([false, 'cancelled', '10']);
    const again = await onUnleash(flag);
    expect([again.code, again.shares]).toEqual([0, [10, 25, 50, 100]]);
    expect(again.seconds).toBe(40 * MINUTE);
  });

  test('while something was being asked ends as cancelled all the same', async () => {
    const flag = dark();
    const prometheus = (second: number): 'up' => {
      if (second < 12 * MINUTE) return 'up';
      cancelRun();
      throw new DOMException('This operation was aborted', 'AbortError');
    };
    const { outputs, summary } = await onUnleash(flag, { service: { prometheus } });
    expect([outputs['decision'], outputs['share'], flag.rollout]).toEqual(['cancelled', '10', '10']);
    expect(summary.map(({ kind }) => kind)).toContain('chart');
  });

  test('is judged where it stood first, and taken back from there only when it is bad', async () => {
    const flag: UnleashFlag = { enabled: true, rollout: '25' };
    const bad = await onUnleash(flag, { service: breaksAt(25), inputs: { 'on-bad': 'last-good' } });
    expect([bad.outputs['decision'], flag.rollout]).toEqual(['stopped', '10']);
    flag.rollout = '25';
    const untold = await onUnleash(flag, { service: { prometheus: (now) => (now > 60 ? 'away' : 'up') } });
    expect([untold.outputs['decision'], untold.outputs['changed'], flag.rollout]).toEqual(['untold', 'false', '25']);
  });

  test("goes on from a share of somebody's own, and comes back to it", async () => {
    const flag: UnleashFlag = { enabled: true, rollout: '17' };
    const { shares, outputs } = await onUnleash(flag, { service: breaksAt(50), inputs: { 'on-bad': 'last-good' } });
    expect([shares, outputs['share']]).toEqual([[25, 50], '25']);
  });
});

describe("a person's change meanwhile", () => {
  test.each<[string, Partial<UnleashFlag>, string]>([
    ['a kill', { enabled: false }, 'it is off now'],
    ['another share', { rollout: '40' }, 'it is at 40 % now'],
  ])('%s is respected, and the ramp ends', async (_, change, words) => {
    const flag = dark();
    const happen = (): void => void Object.assign(flag, change);
    const { code, outputs, headline, seconds } = await onUnleash(flag, { meanwhile: { at: 14 * MINUTE, happen } });
    expect([code === 0, outputs['decision']]).toEqual([false, 'superseded']);
    expect(flag).toMatchObject(change);
    expect(headline).toContain(words);
    expect(seconds).toBeLessThanOrEqual(16 * MINUTE);
  });

  test('is not overwritten by a stop', async () => {
    const flag = dark();
    // The person is faster than the look that finds the metric bad.
    const service: Partial<Service> = { featured: (_, second) => (second >= 14 * MINUTE ? 0.9 : 0.001) };
    const happen = (): void => void Object.assign(flag, { rollout: '5' });
    const { outputs, headline } = await onUnleash(flag, { service, meanwhile: { at: 14 * MINUTE + 15, happen } });
    expect([outputs['decision'], flag.rollout, outputs['share']]).toEqual(['stopped', '5', '5']);
    expect(headline).toContain('somebody else has it at 5 % meanwhile, which was left alone');
  });
});

describe('what is not begun', () => {
  test('a flag that was switched off with a share of its own: that was a stop', async () => {
    const flag: UnleashFlag = { enabled: false, rollout: '25' };
    const { titles, headline } = await onUnleash(flag);
    expect([titles, flag]).toEqual([['FLAG_SWITCHED_OFF'], { enabled: false, rollout: '25' }]);
    expect(headline).toContain('switched off with 25 % set');
  });

  test('a flag whose users are drawn at random each time, or by an experiment', async () => {
    expect((await onUnleash({ ...dark(), stickiness: 'random' })).titles).toEqual(['FLAG_COHORT_MOVED']);
    const flag: LaunchDarklyFlag = { on: false, weight: 0, kind: 'experiment', comments: [] };
    const { titles } = await act({
      share: () => 0,
      answer: (request) => launchDarklyAnswer(flag, request),
      inputs: { ...INPUTS, provider: 'launchdarkly', ...AT_SERVER },
    });
    expect([titles, flag.comments]).toEqual([['FLAG_COHORT_MOVED'], []]);
  });

  test('steps that are all behind', async () => {
    expect((await onUnleash({ enabled: true, rollout: '60' }, { inputs: { steps: '1, 50' } })).titles).toEqual(['RAMP_ABOVE']);
  });

  test('inputs that cannot be meant, told at once', async () => {
    const wrong = {
      ...{ steps: '10, 5', hold: '1m', 'hold-max': '30s', interval: '30s', 'false-stop-max': '0%', metric: 'rate(x[5m])' },
      ...{ 'error-codes': '(', 'prometheus-url': 'prometheus', mode: 'ramp', flag: 'x', file: 'flags.json' },
    };
    const { titles, annotations } = await act({ share: () => 0, inputs: wrong });
    const said = annotations.map(({ message }) => message).join('\n');
    expect(titles).toHaveLength(8);
    for (const name of [
      'steps',
      'repository',
      'interval',
      'hold-max',
      'false-stop-max',
      'prometheus-url',
      'metric',
      'error-codes',
    ])
      expect(said).toContain(`"${name}"`);
  });

  test('a metric whose token is thrown back, and shown nowhere', async () => {
    const flag = dark();
    const token = 'a-token-of-prometheus-itself';
    const service = { denies: true };
    const { titles, everything, headline } = await onUnleash(flag, { service, inputs: { 'prometheus-token': token } });
    expect([titles, flag]).toEqual([['PROMETHEUS_DENIED'], dark()]);
    expect(headline).toContain('Prometheus answered 401');
    expect(everything).not.toContain(token);
  });

  test('by a server that can only evaluate', async () => {
    const { titles, headline } = await act({ share: () => 0, inputs: { ...INPUTS, provider: 'ofrep', server: 'http://flags' } });
    expect(titles).toEqual(['INPUTS_CONTRADICT']);
    expect(headline).toContain('OFREP can only evaluate flags: mode: ramp cannot change one');
  });
});

describe('a file of flags in a repository', () => {
  const FLAGS = `{"flags": {
  "checkout": {"state": "DISABLED", "variants": {"on": true, "off": false}, "defaultVariant": "off",
    "targeting": {"fractional": [["on", 0], ["off", 100]]}}
}}
`;

  function repository(flags: string): { readonly bare: string; readonly inputs: Readonly<Record<string, string>> } {
    const [work, bare] = [join(root, 'work'), join(root, 'config.git')];
    git(root, 'init', '-q', '-b', 'main', work);
    mkdirSync(join(work, 'production'));
    writeFileSync(join(work, 'production/flags.json'), flags);
    git(work, 'add', '.');
    git(work, 'commit', '-qm', 'c');
    git(root, 'clone', '-q', '--bare', work, bare);
    return { bare, inputs: { ...INPUTS, hold: '5m', file: 'production/flags.json', repository: `file://${bare}` } };
  }
  const texts = new Map<string, string>();
  /** The file as it is now; git is asked only where the branch moved. */
  const fileIn = (bare: string): string => {
    const ref = join(bare, 'refs/heads/main');
    const at = `${bare} ${existsSync(ref) ? readFileSync(ref, 'utf8') : ''}`;
    const text = texts.get(at) ?? git(bare, 'show', 'main:production/flags.json');
    texts.set(at, text);
    return text;
  };
  const shareIn = (bare: string): number => {
    const text = fileIn(bare);
    return text.includes('"DISABLED"') ? 0 : Number(/\["on", ([\d.]+)\]/.exec(text)?.[1]);
  };

  test('is changed by a commit a step, each with the evidence that it rests on', async () => {
    const { bare, inputs } = repository(FLAGS);
    const { code, outputs, titles } = await act({ share: () => shareIn(bare), service: breaksAt(25), inputs });
    expect([code, titles, outputs['decision'], shareIn(bare)]).toEqual([1, ['RAMP_STOPPED'], 'stopped', 0]);
    const log = git(bare, 'log', '--format=%(trailers:key=Ramp,valueonly)%(trailers:key=Evidence,valueonly)', 'main').trim();
    expect(log.split('\n').filter((line) => line !== '')).toEqual([
      'stopped at 25 %, back to 0 %',
      expect.stringMatching(
        /^25 % for \d+ s: \d+ of \d+ requests failed .* beyond chance \(evidence \S+ of \S+ that is needed\)$/,
      ),
      '10 % to 25 %',
      expect.stringMatching(/^10 % for 300 s: \d+ of [56]\d\d requests failed \(0\.\d+ %\), within 5\.00 %/),
      '1 % to 10 %',
      expect.stringMatching(/^1 % for 300 s: 0 of [56]\d requests failed/),
      '0 % to 1 %',
    ]);
    expect(outputs['commit']).toBe(git(bare, 'rev-parse', 'main').trim());
  });

  test('that nobody would be drawn by is refused before a step, unless told what draws', async () => {
    const byMail = FLAGS.replace('{"fractional": [', '{"fractional": [{"var": "email"}, ');
    const { bare, inputs } = repository(byMail);
    const refused = await act({ share: () => 0, inputs });
    expect([refused.titles, fileIn(bare)]).toEqual([['FLAG_RAMP_KEYLESS'], byMail]);
    expect(refused.annotations[0]).toMatchObject({ file: 'production/flags.json', line: 3 });
    const told = { ...inputs, 'drawn-by': 'email' };
    expect((await act({ share: () => shareIn(bare), inputs: told })).outputs['decision']).toBe('ramped');
  });

  test.each([
    ['during a step', 7 * MINUTE],
    ['right before the next one', 9 * MINUTE + 15],
  ])('that a person changes %s is left as it is', async (_, at) => {
    const { bare, inputs } = repository(FLAGS);
    const happen = (): void => {
      const work = join(root, 'work');
      git(work, 'pull', '-q', bare, 'main');
      writeFileSync(join(work, 'production/flags.json'), fileIn(bare).replace('"ENABLED"', '"DISABLED"'));
      git(work, 'commit', '-qam', 'stop');
      git(work, 'push', '-q', bare, 'HEAD:main');
    };
    const { outputs } = await act({ share: () => shareIn(bare), inputs, meanwhile: { at, happen } });
    expect([outputs['decision'], fileIn(bare).includes('"DISABLED"')]).toEqual(['superseded', true]);
    expect(git(bare, 'log', '-1', '--format=%s', 'main').trim()).toBe('stop');
  });

  describe('that a flag server reads', () => {
    const probe = { 'probe-url': 'http://ofrep', population: '200', budget: '20s' };
    const asked = (flags: string, { url, method, headers = {}, body }: HttpRequest) =>
      ofrepAnswer(flags, { method, path: new URL(url).pathname, headers, body: String(body) });

    test('is measured after each step, and nobody who had the feature loses it', async () => {
      const { bare, inputs } = repository(FLAGS);
      const { code, everything } = await act({
        ...{ share: () => shareIn(bare), inputs: { ...inputs, ...probe } },
        answer: (request) => asked(fileIn(bare), request),
      });
      expect(code).toBe(0);
      const measured = [...everything.matchAll(/"measured":([\d.]+)/g)].map(([, share]) => Number(share));
      expect(measured).toHaveLength(5);
      expect(measured.at(-1)).toBe(1);
      expect(measured).toEqual(measured.toSorted((a, b) => a - b));
    });

    test('and does not read it any more cannot be told of, and goes back', async () => {
      const { bare, inputs } = repository(FLAGS);
      let kept = FLAGS;
      const { outputs, headline } = await act({
        ...{ share: () => shareIn(bare), inputs: { ...inputs, ...probe } },
        answer: (request, second) => {
          if (second < 2 * MINUTE) kept = fileIn(bare);
          return asked(kept, request);
        },
      });
      expect([outputs['decision'], shareIn(bare)]).toEqual(['untold', 1]);
      expect(headline).toMatch(/the step did not reach its users: \d\.\d % of 200 asked users have it, and 10 % were set/);
    });

    test('and draws them otherwise is a stop: users lose what they had', async () => {
      const { bare, inputs } = repository(FLAGS);
      const { outputs, headline } = await act({
        ...{ share: () => shareIn(bare), inputs: { ...inputs, ...probe, steps: '25, 50' } },
        answer: (request) => {
          const text = fileIn(bare);
          // The server draws anew at 50 %: by another key.
          const anew = text.replace('"fractional": [', '"fractional": [{"cat": ["anew", {"var": "targetingKey"}]}, ');
          return asked(shareIn(bare) === 50 ? anew : text, request);
        },
      });
      expect([outputs['decision'], shareIn(bare)]).toEqual(['stopped', 0]);
      expect(headline).toMatch(/\d+ of \d+ asked users who had the feature have it no more/);
    });
  });
});
