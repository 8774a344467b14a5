import { describe, expect, test } from '@jest/globals';
import type { ConnectGitHub } from '@slipway/github';
import { memoryGitHub, type MemoryPosts, memoryPosts, type MemoryRepository } from '@slipway/github/memory';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryFiles, memoryLog } from '@slipway/system/memory';
import { action } from '../action.ts';
import { runWith } from '../run.ts';

const HEAD = 'b'.repeat(40);

interface Breaking {
  readonly consumer?: string;
  readonly message?: string;
  readonly severity?: string;
  readonly accepted?: boolean;
  readonly pending?: boolean;
  readonly file?: string;
}

const fileOf = (consumer: string): string => `contracts/${consumer}.json`;

/** The report of a comparison of payment with the contracts of order and invoice. */
function report(breaks: readonly Breaking[], consumers: readonly string[] = ['order', 'invoice']): string {
  const conflicts = breaks.map(({ consumer = 'order', message = 'fee is gone', file, ...rest }, index) => {
    const place = { file: file ?? fileOf(consumer), line: index + 1 };
    const fingerprint = String(index).padStart(12, '0');
    const about = { provider: 'payment', severity: 'error', accepted: false, pending: false };
    return { ...about, consumer, message, fingerprint, contract: place, ...rest };
  });
  const pairs = consumers.map((consumer) => ({ consumer, provider: 'payment', file: fileOf(consumer), interactions: 2 }));
  return JSON.stringify({ action: 'contract-test', verdict: 'fail', headline: 'x', data: { pairs, conflicts } });
}

const pull = (draft = false): string => JSON.stringify({ pull_request: { number: 7, draft, head: { sha: HEAD } } });
const push = JSON.stringify({ repository: { default_branch: 'trunk' } });

interface World {
  readonly report?: string;
  readonly event?: string;
  readonly ref?: string;
  readonly owners?: string;
  readonly codeOwners?: Readonly<Record<string, string>>;
  readonly posts?: MemoryPosts;
  readonly repository?: MemoryRepository;
  readonly inputs?: Readonly<Record<string, string>>;
}

async function tell(world: World = {}) {
  const {
    event = pull(),
    owners = '*.json @org/contracts\n',
    posts = memoryPosts(),
    inputs = {},
    ref = 'refs/heads/trunk',
  } = world;
  const asked: string[] = [];
  const connect: ConnectGitHub = ({ repository }) => {
    asked.push(repository);
    return memoryGitHub({ posts, ...world.repository });
  };
  const log = memoryLog();
  const codeOwners = world.codeOwners ?? { '.github/CODEOWNERS': owners };
  const files = { 'report.json': world.report ?? report([{}]), 'event.json': event, ...codeOwners };
  const context = {
    repository: 'org/payment',
    eventName: event === push ? 'push' : 'pull_request',
    ref,
    environment: (name: string) => (name === 'GITHUB_EVENT_PATH' ? 'event.json' : undefined),
  };
  const given = { mode: 'tell', report: 'report.json', 'github-token': 'ghs_canary', ...inputs };
  const host = memoryHost(given, { files: memoryFiles(files), log }, context);
  const exitCode = await runAction(action, runWith(connect), host);
  return { exitCode, posts, asked, log, ...host.written };
}

describe('on a pull request', () => {
  test('one comment says who breaks, where, and who owns that', async () => {
    const { exitCode, posts, outputs, reports } = await tell();
    expect([exitCode, outputs['broken']]).toEqual([0, 'order']);
    expect(reports[0]?.headline).toBe('Broken: order. 3 of 3 notices are in place.');
    expect(posts.comments).toHaveLength(1);
    const [{ on, body } = { on: 0, body: '' }] = posts.comments;
    expect(on).toBe(7);
    expect(body).toMatch(/^<!-- slipway:contract-test:payment:[0-9a-f]{12} -->\n/);
    expect(body).toContain('| `order` | `fee is gone` | `contracts/order.json:1` | `000000000000` |');
    expect(body).toMatch(/\nOwners of these contracts: @org\/contracts\n$/);
    expect(posts.issues).toEqual([]);
  });

  test('a second run writes nothing twice, and changes nothing', async () => {
    const { posts } = await tell();
    const before = structuredClone(posts);
    await tell({ posts });
    expect(posts).toEqual(before);
  });

  test('other breaks change the comment in place, and none says so', async () => {
    const { posts } = await tell();
    await tell({ posts, report: report([{ consumer: 'invoice', message: 'total is gone' }]) });
    expect(posts.comments).toMatchObject([{ id: 1, body: expect.stringContaining('total is gone') }]);
    await tell({ posts, report: report([]) });
    expect(posts.comments).toMatchObject([{ id: 1, body: expect.stringContaining('Every consumer contract is kept') }]);
  });

  test('two jobs at once leave one comment', async () => {
    const posts = memoryPosts();
    const runs = await Promise.all([tell({ posts }), tell({ posts }), tell({ posts })]);
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    expect(posts.comments).toHaveLength(1);
  });

  test('nobody is disturbed where nothing breaks', async () => {
    const { posts } = await tell({ report: report([]) });
    expect(posts.comments).toEqual([]);
  });

  test('nobody is mentioned in a draft, and once when it is ready', async () => {
    const { posts } = await tell({ event: pull(true) });
    expect(posts.comments[0]?.body).toContain('Owners of these contracts: `@org/contracts`');
    await tell({ posts });
    expect(posts.comments).toMatchObject([{ body: expect.stringContaining('contracts: @org/contracts\n') }]);
  });

  test("the owners of other consumers' contracts are left alone", async () => {
    const owners = '* @all\ncontracts/order.json @order-team\ncontracts/invoice.json @invoice-team\n';
    const { posts } = await tell({ owners });
    expect(posts.comments[0]?.body).toContain('contracts: @order-team\n');
  });

  test("someone else's comment that quotes ours is left alone", async () => {
    const { posts: first } = await tell();
    const quoting = `> ${first.comments[0]?.body}`;
    const posts = { ...memoryPosts(), comments: [{ id: 1, on: 7, body: quoting }] };
    await tell({ posts });
    expect(posts.comments.map(({ body }) => body === quoting)).toEqual([true, false]);
  });

  test('what the author of a contract wrote is shown, and does nothing', async () => {
    const hostile = '@org/everyone `x` | <img src=x> <!-- slipway:contract-test:payment --> \r\n\r\n# big\u202e [a](http://b)';
    const { posts } = await tell({ report: report([{ message: hostile, consumer: '@me' }], ['@me']), owners: '' });
    const row = (posts.comments[0]?.body ?? '').split('\n').find((line) => line.startsWith('| `@me`')) ?? '';
    expect(row).toContain("`@org/everyone 'x' \\| <img src=x> <!-- slipway:contract-test:payment --> # big [a](http://b)`");
    const outside = (posts.comments[0]?.body ?? '').replace(/(`+)[^`].*?\1/g, '').replace(/^<!--.*?-->/, '');
    expect(outside).not.toMatch(/@|<|\]\(|\u202e|\r/);
  });

  test('a thousand breaks fit', async () => {
    const long = { message: '|'.repeat(5000) };
    const { posts, exitCode } = await tell({ report: report(Array(1000).fill(long)) });
    expect(exitCode).toBe(0);
    expect(posts.comments[0]?.body.length).toBeLessThan(65_536);
    expect(posts.comments[0]?.body).toContain('And 970 more');
    expect(posts.checkRuns[0]?.annotations).toHaveLength(1000);
  });
});

describe('the check runs', () => {
  test('are one for each pair, on the head of the pull request, and each is concluded', async () => {
    const { posts } = await tell();
    expect(posts.checkRuns).toMatchObject([
      { sha: HEAD, name: 'contract: order → payment', conclusion: 'failure', title: 'Broken in 1 place' },
      { sha: HEAD, name: 'contract: invoice → payment', conclusion: 'success', title: 'Kept (2 interactions)' },
    ]);
    expect(posts.checkRuns[0]?.annotations).toEqual([
      {
        path: 'contracts/order.json',
        line: 1,
        level: 'failure',
        title: 'Breaks order',
        message: 'fee is gone. [000000000000]',
      },
    ]);
  });

  test('are written anew when they say something else', async () => {
    const { posts } = await tell();
    await tell({ posts, report: report([]) });
    expect(posts.checkRuns.map(({ name, conclusion }) => `${name} ${conclusion}`)).toEqual([
      'contract: order → payment failure',
      'contract: invoice → payment success',
      'contract: order → payment success',
    ]);
  });

  test.each<[string, Breaking]>([
    ['a warning', { severity: 'warning' }],
    ['a break that is accepted', { accepted: true }],
    ['a break of what is pending', { pending: true }],
  ])('do not fail for %s, and show it', async (_, breaking) => {
    const { posts } = await tell({ report: report([breaking]) });
    expect(posts.checkRuns[0]).toMatchObject({ conclusion: 'success', annotations: [{ level: 'warning' }] });
    expect(posts.comments).toEqual([]);
  });

  test('point to no file outside the repository, which GitHub would refuse as a whole', async () => {
    const { posts } = await tell({
      report: report([{ file: '../order.json' }, { file: '/tmp/order.json' }, { file: 'https://broker.test/pacts/1' }]),
    });
    expect(posts.checkRuns[0]).toMatchObject({ conclusion: 'failure', annotations: [] });
  });
});

describe('on the main branch', () => {
  const broken = { event: push };

  test('one issue is opened, changed in place, and closed when nothing breaks any longer', async () => {
    const { posts } = await tell(broken);
    expect(posts.issues).toMatchObject([{ title: 'Contracts of payment are broken', label: 'contract', open: true }]);
    expect(posts.comments).toEqual([]);
    await tell({ ...broken, posts });
    await tell({ ...broken, posts, report: report([{}, { message: 'total is gone' }]) });
    expect(posts.issues).toMatchObject([{ open: true, body: expect.stringContaining('total is gone') }]);
    await tell({ ...broken, posts, report: report([]) });
    expect(posts.issues).toMatchObject([{ open: false }]);
    await tell({ ...broken, posts });
    expect(posts.issues.map(({ open }) => open)).toEqual([false, true]);
  });

  test('two jobs at once leave one open issue', async () => {
    const posts = memoryPosts();
    await Promise.all([tell({ ...broken, posts }), tell({ ...broken, posts })]);
    expect(posts.issues.filter(({ open }) => open)).toHaveLength(1);
  });

  test("may be the provider's, in another repository", async () => {
    const { asked } = await tell({ ...broken, inputs: { notify: 'issue', 'issue-repository': 'org/elsewhere' } });
    // The list of owners stays this repository's, as do the contracts.
    expect(asked).toEqual(['org/elsewhere', 'org/payment']);
  });

  test('no issue is opened for another branch', async () => {
    const { posts } = await tell({ ...broken, ref: 'refs/heads/feature' });
    expect(posts.issues).toEqual([]);
    expect(posts.checkRuns).toHaveLength(2);
  });
});

describe('what is not written', () => {
  test("because a fork's token may not is a notice, and changes no verdict", async () => {
    const { exitCode, annotations } = await tell({ repository: { permitted: false } });
    expect(exitCode).toBe(0);
    expect(annotations.map(({ level, title }) => `${level} ${title}`)).toEqual(Array(3).fill('notice Not told'));
    expect(annotations.map(({ message }) => message).join()).toMatch(/checks: write.*pull-requests: write/s);
  });

  test('for another reason fails', async () => {
    const refusal = { status: 404, message: 'Not Found', headers: {} };
    const { exitCode, annotations } = await tell({ repository: { refusal } });
    expect(exitCode).toBe(1);
    expect(annotations.filter(({ level }) => level === 'error')).toHaveLength(3);
  });

  test('is only what was asked for', async () => {
    const { posts } = await tell({ inputs: { notify: 'comment' } });
    expect([posts.comments.length, posts.checkRuns.length]).toEqual([1, 0]);
  });
});

describe('the owners', () => {
  test('are nobody when the file is larger than GitHub loads, which is told', async () => {
    const { posts, annotations } = await tell({ owners: `* @all\n${'#'.repeat(3 * 1024 * 1024)}` });
    expect(posts.comments[0]?.body).toContain('Nobody owns these contracts');
    expect(annotations).toMatchObject([{ level: 'warning', title: 'CODEOWNERS_TOO_LARGE' }]);
  });

  test.each(['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'])(
    'are read from %s, and from the first of several',
    async (file) => {
      const files = { 'docs/CODEOWNERS': '* @org/last\n', CODEOWNERS: '* @org/second\n', '.github/CODEOWNERS': '* @org/first\n' };
      const present = Object.entries(files).slice(0, 1 + Object.keys(files).indexOf(file));
      const { posts } = await tell({ codeOwners: Object.fromEntries(present) });
      expect(posts.comments[0]?.body).toContain(`Owners of these contracts: ${files[file as keyof typeof files].slice(2)}`);
    },
  );

  test('that GitHub does not know are told on their line, once', async () => {
    const error = { path: '.github/CODEOWNERS', kind: 'Unknown owner', message: 'make sure @org/gone exists' };
    const codeOwnersErrors = [
      { ...error, line: 1 },
      { ...error, line: 2, kind: 'Invalid pattern' },
    ];
    const { annotations, exitCode } = await tell({ owners: '* @org/gone\n!x @y\n', repository: { codeOwnersErrors } });
    expect(exitCode).toBe(0);
    expect(annotations.map(({ line, message }) => [line, message])).toEqual([
      [2, expect.stringContaining('negated')],
      [1, 'GitHub says "Unknown owner", so nobody is told by this line: make sure @org/gone exists'],
    ]);
  });

  test('are told where a line is none that GitHub takes', async () => {
    const { annotations } = await tell({ owners: '* @all\n!x @y\n' });
    expect(annotations).toMatchObject([{ title: 'CODEOWNERS_LINE', file: '.github/CODEOWNERS', line: 2 }]);
  });
});

describe('before anything is written', () => {
  test('all that is wrong is told at once', async () => {
    const { exitCode, reports, asked } = await tell({
      event: JSON.stringify({ pull_request: { number: 7, head: { sha: 'main' } } }),
      report: '{"action":"contract-test","data":[]}',
      inputs: { notify: 'comment\nslack', 'issue-repository': 'nowhere' },
    });
    expect(exitCode).toBe(1);
    expect(reports[0]?.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['INPUT_MALFORMED', 'REPOSITORY_UNKNOWN', 'COMMIT_UNKNOWN']),
    );
    expect(reports[0]?.problems.some(({ location }) => location?.file === 'report.json')).toBe(true);
    expect(asked).toEqual([]);
  });

  test('a report that is not there is told', async () => {
    const { reports } = await tell({ inputs: { report: 'none.json' } });
    expect(reports[0]?.problems).toMatchObject([{ code: 'REPORT_MISSING' }]);
  });

  test('a report of a step that was stopped is none of contracts that are kept', async () => {
    const stopped = JSON.stringify({ action: 'contract-test', verdict: 'error', headline: 'No pact there.', data: null });
    const { reports, posts } = await tell({ report: stopped });
    expect(reports[0]?.problems).toMatchObject([{ code: 'REPORT_EMPTY', message: expect.stringContaining('No pact there.') }]);
    expect(posts).toEqual(memoryPosts());
  });

  test('a report is found by a pattern', async () => {
    expect((await tell({ inputs: { report: 'report*.json' } })).exitCode).toBe(0);
  });
});

test('the token is masked, and stands in nothing that is written', async () => {
  const { posts, log, reports, annotations, summary } = await tell();
  expect(log.masked).toEqual(['ghs_canary']);
  expect(JSON.stringify([posts, reports, annotations, summary, log.lines])).not.toContain('ghs_canary');
});
