import { describe, expect, test } from '@jest/globals';
import type { ConnectGitHub } from '@slipway/github';
import { type MemoryDeployment, memoryGitHub, type MemoryRepository } from '@slipway/github/memory';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryClock, memoryFiles, memoryLog, scriptedExec } from '@slipway/system/memory';
import { action } from '../action.ts';
import { runWith } from '../run.ts';

const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string];
const FIELDS = ['status', 'transaction_id', 'amount'] as const;

/** A description of `POST /charge` that answers the fields. */
function openapi(fields: readonly string[]): string {
  const properties = Object.fromEntries(fields.map((field) => [field, { type: 'string' }]));
  const schema = { type: 'object', required: fields, properties };
  const responses = { 200: { description: '', content: { 'application/json': { schema } } } };
  return JSON.stringify({ openapi: '3.1.0', paths: { '/charge': { post: { responses } } } }, null, 2);
}

/** A contract that reads the fields. */
function pact(consumer: string, provider: string, fields: readonly string[], more: object = {}): string {
  const interaction = {
    description: 'a charge',
    request: { method: 'POST', path: '/charge' },
    response: {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: Object.fromEntries(fields.map((field) => [field, 'x'])),
      matchingRules: { body: Object.fromEntries(fields.map((field) => [`$.${field}`, { matchers: [{ match: 'type' }] }])) },
    },
  };
  const metadata = { pactSpecification: { version: '3.0.0' } };
  const names = { consumer: { name: consumer }, provider: { name: provider } };
  return JSON.stringify({ ...names, interactions: [interaction], metadata, ...more }, null, 2);
}

const deployed = (sha: string, at = 1000, environment = 'production', state = 'success'): MemoryDeployment => ({
  sha,
  environment,
  at,
  states: ['in_progress', state],
});

const reads = (...fields: readonly string[]) => ({ 'contracts/payment.json': pact('order', 'payment', fields) });

interface World {
  readonly repositories?: Readonly<Record<string, MemoryRepository>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly git?: Parameters<typeof scriptedExec>[0];
  readonly repository?: string;
}

/** The world in which payment, which answers all fields, is asked about, and order is in production. */
async function ask({ repositories = {}, files = {}, inputs = {}, git, repository = 'org/payment' }: World) {
  const all: Readonly<Record<string, MemoryRepository>> = {
    'org/order': { deployments: [deployed(A)], files: { [A]: reads('status') } },
    ...repositories,
  };
  const asked: string[] = [];
  const connect: ConnectGitHub = (access) => {
    asked.push(access.repository);
    return memoryGitHub(all[access.repository] ?? { refusal: { status: 404, message: 'Not Found', headers: {} } });
  };
  const given = { mode: 'can-i-deploy', service: 'payment', environment: 'production', services: 'order=org/order' };
  const log = memoryLog();
  const exec = scriptedExec(git ?? (() => ({ exitCode: 128 })));
  const ports = { files: memoryFiles({ 'openapi.yaml': openapi(FIELDS), ...files }), log, exec, clock: memoryClock() };
  const host = memoryHost({ ...given, 'github-token': 'ghs_canary', ...inputs }, ports, { repository });
  const exitCode = await runAction(action, runWith(connect), host);
  const [report] = host.written.reports;
  const data = report?.data as { gaps?: { code: string; command: string }[] } | undefined;
  return { exitCode, report, asked, exec, log, ...host.written, gaps: data?.gaps ?? [], headline: report?.headline ?? '' };
}

const both = { inputs: { services: 'order=org/order\ninvoice=org/invoice' } };

describe('yes', () => {
  test('when every deployed consumer still gets what it reads', async () => {
    const { exitCode, outputs, headline, annotations } = await ask({});
    expect([exitCode, outputs['answer'], annotations]).toEqual([0, 'yes', []]);
    expect(headline).toBe('Yes: payment can be deployed to production; it keeps what order needs of it.');
    expect(outputs).toMatchObject({ contracts: '1', interactions: '1', broken: '', unknown: '' });
  });

  test('when the deployed provider offers what this version reads', async () => {
    const { exitCode, headline } = await ask({
      files: { 'openapi.yaml': openapi([]), 'contracts/payment.json': pact('order', 'payment', ['status']) },
      repositories: { 'org/pay': { deployments: [deployed(B)], files: { [B]: { 'openapi.yaml': openapi(FIELDS) } } } },
      inputs: { service: 'order', services: 'payment=org/pay', consumers: 'order' },
    });
    expect([exitCode, headline]).toEqual([0, 'Yes: order can be deployed to production; it needs only what payment offers.']);
  });

  test('when a consumer was never deployed there, which is named', async () => {
    const staging = { deployments: [deployed(B, 1000, 'staging')], files: { [B]: {} } };
    const { exitCode, headline } = await ask({ ...both, repositories: { 'org/invoice': staging } });
    expect(exitCode).toBe(0);
    expect(headline).toContain('Not deployed there: invoice.');
  });

  test('for the first deployment of all, when that is said', async () => {
    const { exitCode, headline } = await ask({ repositories: { 'org/order': {} }, inputs: { 'allow-none': 'true' } });
    expect([exitCode, headline]).toEqual([
      0,
      'Yes: payment can be deployed to production; it meets no service that it shares a contract with. Not deployed there: order.',
    ]);
  });

  test('when the deployed consumer has contracts, and none with this provider', async () => {
    const files = { [B]: { 'contracts/x.json': pact('invoice', 'tax', ['rate']) } };
    const { exitCode } = await ask({ ...both, repositories: { 'org/invoice': { deployments: [deployed(B)], files } } });
    expect(exitCode).toBe(0);
  });

  test('by the commit that is deployed, not by the newest', async () => {
    const order = { deployments: [deployed(A, 1000), deployed(B, 2000), deployed(A, 3000)] };
    const files = { [A]: reads('status'), [B]: reads('fee') };
    expect((await ask({ repositories: { 'org/order': { ...order, files } } })).exitCode).toBe(0);
    const forward = { deployments: order.deployments.slice(0, 2), files };
    expect((await ask({ repositories: { 'org/order': forward } })).outputs).toMatchObject({ answer: 'no', broken: 'order' });
  });

  test('the same, whether a tag or a commit was deployed', async () => {
    const tagged = { deployments: [{ ...deployed(A), ref: 'v1.2.3' }], files: { [A]: reads('status') } };
    const [named, plain] = [await ask({ repositories: { 'org/order': tagged } }), await ask({})];
    expect(named.report?.data).toEqual(plain.report?.data);
  });

  test('with what is in the checkout, without asking GitHub for files', async () => {
    const text = reads('status')['contracts/payment.json'];
    const { exitCode, exec } = await ask({
      repository: 'Org/Mono',
      repositories: { 'org/mono': { deployments: [deployed(C, 1000, 'production-order')] } },
      inputs: { services: 'order=org/mono:services/order', environment: 'production-{service}' },
      git: ({ args }) => {
        const path = 'services/order/contracts/payment.json';
        if (args[0] === 'ls-tree') {
          const lines = [`100644 blob beef 9\t${path}`, '120000 blob dead 9\tservices/order/contracts/x.json', ''];
          return { stdout: lines.join('\0') };
        }
        return args[0] === 'cat-file' ? { stdout: text } : { exitCode: 1 };
      },
    });
    expect(exitCode).toBe(0);
    expect(exec.calls.map(({ args }) => args.at(-1))).toEqual([C, 'beef']);
  });
});

describe('no', () => {
  test('names just the consumer that breaks, the field, and the version that reads it', async () => {
    const invoice = { deployments: [deployed(B)], files: { [B]: { 'contracts/p.json': pact('invoice', 'payment', ['fee']) } } };
    const { exitCode, outputs, headline, annotations } = await ask({ ...both, repositories: { 'org/invoice': invoice } });
    expect([exitCode, outputs['answer'], outputs['broken']]).toEqual([1, 'no', 'invoice']);
    expect(headline).toContain('No: payment cannot be deployed to production: it breaks invoice (bbbbbbb in production): fee in');
    expect(annotations).toMatchObject([
      { level: 'error', title: 'Breaks invoice in production', message: expect.stringContaining('contracts/p.json') },
    ]);
  });

  test('when this version reads what the deployed provider does not offer', async () => {
    const { outputs, headline } = await ask({
      files: { 'contracts/payment.json': pact('order', 'payment', ['fee']) },
      repositories: { 'org/pay': { deployments: [deployed(B)], files: { [B]: { 'openapi.yaml': openapi(FIELDS) } } } },
      inputs: { service: 'order', services: 'payment=org/pay', consumers: 'order' },
    });
    expect(outputs['answer']).toBe('no');
    expect(headline).toContain('it needs of payment what that does not offer');
  });

  test('when a provider that it needs is not there, and where it is is said', async () => {
    const { outputs, headline } = await ask({
      files: { 'contracts/payment.json': pact('order', 'payment', ['status']) },
      repositories: { 'org/pay': { deployments: [deployed(B, 1000, 'staging')] } },
      inputs: { service: 'order', services: 'payment=org/pay', consumers: 'order' },
    });
    expect(outputs['answer']).toBe('no');
    expect(headline).toContain('it needs payment, which was not deployed there yet, only to staging');
  });

  test.each<[string, MemoryRepository, Record<string, string>]>([
    ['a version that is being rolled out', { deployments: [deployed(A), deployed(B, 2000, 'production', 'in_progress')] }, {}],
    ['an older version that still serves', { deployments: [deployed(B), deployed(A, 2000)] }, { 'live-versions': '2' }],
    [
      'a version in another cluster',
      { deployments: [deployed(B, 1000, 'eu'), deployed(A, 2000, 'us')] },
      { environment: 'us\neu' },
    ],
    [
      'an older deployment that succeeded after a newer one',
      { deployments: [{ ...deployed(B), states: [{ state: 'success', at: 9000 }] }, deployed(A, 2000)] },
      {},
    ],
    [
      'a deployment behind a hundred that failed',
      { deployments: [deployed(B), ...Array.from({ length: 101 }, (_, n) => deployed(A, 2000 + n, 'production', 'failure'))] },
      {},
    ],
  ])('when it breaks %s', async (_, order, inputs) => {
    const files = { [A]: reads('status'), [B]: reads('fee') };
    const { outputs, headline } = await ask({ repositories: { 'org/order': { ...order, files } }, inputs });
    expect(outputs).toMatchObject({ answer: 'no', broken: 'order' });
    expect(headline).toContain('bbbbbbb');
  });

  test('whatever else could not be told', async () => {
    const { exitCode, outputs, annotations } = await ask({
      ...both,
      repositories: { 'org/order': { deployments: [deployed(B)], files: { [B]: reads('fee') } } },
    });
    expect([exitCode, outputs['answer']]).toEqual([1, 'no']);
    expect(annotations.map(({ level }) => level)).toEqual(['error', 'warning']);
  });
});

describe('unknown', () => {
  const order = (repository: MemoryRepository): World => ({ repositories: { 'org/order': repository } });
  const many = Array.from({ length: 301 }, (_, n) => deployed(A, 2000 + n, 'production', 'failure'));
  test.each<[string, World, string, string]>([
    [
      'a deployed commit without any contract',
      order({ deployments: [deployed(B)], files: { [B]: {} } }),
      'DEPLOY_NO_CONTRACT',
      '--consumers',
    ],
    [
      'a listed consumer whose deployed commit has no contract with this provider',
      {
        ...order({ deployments: [deployed(B)], files: { [B]: { 'contracts/x.json': pact('order', 'tax', ['rate']) } } }),
        inputs: { consumers: 'order' },
      },
      'DEPLOY_NO_CONTRACT',
      '--consumers',
    ],
    [
      'a deployed contract that cannot be read',
      order({ deployments: [deployed(B)], files: { [B]: { 'contracts/x.json': '{' } } }),
      'DEPLOY_FILE_INVALID',
      'contracts/x.json',
    ],
    [
      'a contract of messages, which no description tells',
      order({
        deployments: [deployed(B)],
        files: {
          [B]: {
            'contracts/x.json': JSON.stringify({
              ...JSON.parse(pact('order', 'payment', ['status'])),
              interactions: undefined,
              messages: [{ description: 'paid', contents: { id: 'x' } }],
            }),
          },
        },
      }),
      'DEPLOY_MESSAGES',
      'verify',
    ],
    ['a commit that a forced push removed', order({ deployments: [deployed(B)], files: {} }), 'DEPLOY_COMMIT_GONE', 'git push'],
    [
      'a commit that a shallow checkout lacks',
      {
        ...order({ deployments: [deployed(B)], files: {} }),
        repository: 'org/order',
        git: ({ args }) => (args[0] === 'rev-parse' ? { stdout: 'true\n' } : { exitCode: 128 }),
      },
      'DEPLOY_SHALLOW',
      'git fetch --unshallow',
    ],
    ['a repository that the token may not know of', { inputs: { services: 'order=org/hidden' } }, 'DEPLOY_UNREADABLE', 'gh api'],
    [
      'a token that may not read',
      order({ refusal: { status: 403, message: 'Resource not accessible by integration', headers: {} } }),
      'DEPLOY_UNREADABLE',
      'gh api',
    ],
    ['a GitHub that does not answer', order({ refusal: { message: 'refused', headers: {} } }), 'DEPLOY_UNREACHABLE', 'gh api'],
    ['more failed deployments than are looked through', order({ deployments: many }), 'DEPLOY_TOO_MANY', 'gh api --paginate'],
    [
      'an environment that nothing was deployed to',
      { inputs: { environment: 'prod' } },
      'DEPLOY_ENVIRONMENT_EMPTY',
      '--allow-none',
    ],
    ['a consumer that is kept nowhere', { inputs: { consumers: 'order\nledger' } }, 'DEPLOY_SERVICE_UNLISTED', 'ledger=OWNER/'],
    ['a provider without a description here', { inputs: { openapi: 'api.yaml' } }, 'DEPLOY_NO_DESCRIPTION', 'git ls-files'],
    [
      'a deployed provider without a description',
      {
        files: { 'contracts/tax.json': pact('payment', 'tax', ['rate']) },
        repositories: {
          'org/tax': { deployments: [deployed(C)], files: { [C]: { 'contracts/x.json': pact('tax', 'y', ['z']) } } },
        },
        inputs: { services: 'order=org/order\ntax=org/tax' },
      },
      'DEPLOY_NO_DESCRIPTION',
      'gh api',
    ],
  ])('is %s', async (_, world, code, command) => {
    const { exitCode, outputs, gaps, headline, annotations } = await ask(world);
    expect([exitCode, outputs['answer']]).toEqual([1, 'unknown']);
    expect(gaps).toMatchObject([{ code, command: expect.stringContaining(command) }]);
    expect(headline).toContain(`To settle it: ${gaps[0]?.command}`);
    expect(annotations).toMatchObject([{ level: 'error', title: code }]);
  });

  test('names the environments that there are, for one that was renamed', async () => {
    expect((await ask({ inputs: { environment: 'prod' } })).headline).toContain('There are deployments to production.');
  });
});

describe('every yes', () => {
  const consumers = ['order', 'invoice', 'ledger'];
  const world = (fields: readonly string[]): World => ({
    files: { 'openapi.yaml': openapi(fields) },
    inputs: { services: consumers.map((name) => `${name}=org/${name}`).join('\n') },
    repositories: Object.fromEntries(
      consumers.map((name, index) => {
        const files = { [A]: { 'contracts/p.json': pact(name, 'payment', [FIELDS[index] ?? '']) } };
        return [`org/${name}`, { deployments: [deployed(A)], files }];
      }),
    ),
  });

  test.each(consumers.map((name, index) => [FIELDS[index] ?? '', name] as const))(
    'becomes a no when %s is taken away, and names just %s',
    async (field, consumer) => {
      expect((await ask(world(FIELDS))).outputs).toMatchObject({ answer: 'yes', contracts: '3' });
      const { outputs } = await ask(world(FIELDS.filter((each) => each !== field)));
      expect(outputs).toMatchObject({ answer: 'no', broken: consumer, unknown: '' });
    },
  );
});

describe('a break that is accepted', () => {
  const order = { 'org/order': { deployments: [deployed(B)], files: { [B]: reads('fee') } } };
  const list = (fingerprint: string, expires: string): string =>
    `version: 1\naccepted:\n  - { fingerprint: ${fingerprint}, reason: r, owner: o, expires: ${expires} }\n`;

  test.each([
    ['holds until its last day', '2099-01-01', 'yes'],
    ['holds no longer', '1969-01-01', 'no'],
  ])('%s', async (_, expires, answer) => {
    const first = await ask({ repositories: order });
    const [, fingerprint = ''] = /\[([0-9a-f]{12})\]/.exec(first.annotations[0]?.message ?? '') ?? [];
    const files = { 'accepted.yaml': list(fingerprint, expires) };
    const { outputs } = await ask({ repositories: order, files, inputs: { 'accepted-breaks': 'accepted.yaml' } });
    expect(outputs['answer']).toBe(answer);
  });
});

test('all that is wrong with the inputs and the checkout is told before GitHub is asked', async () => {
  const { exitCode, report, asked } = await ask({
    files: { 'openapi.yaml': 'openapi: 4.0.0\n', 'contracts/x.json': '{' },
    inputs: { services: 'a=org/mono\nb=org/Mono\nc=mono\nd=org/x:../y' },
  });
  expect(exitCode).toBe(1);
  expect(report?.problems.map(({ code }) => code)).toEqual([
    'INPUT_MALFORMED',
    'INPUT_MALFORMED',
    'SERVICES_AMBIGUOUS',
    'CONTRACT_SYNTAX',
    'OPENAPI_UNKNOWN',
  ]);
  expect(asked).toEqual([]);
});

test('the token is masked, and stands in nothing that is written', async () => {
  const { report, log, annotations, summary } = await ask({});
  expect(log.masked).toEqual(['ghs_canary']);
  expect(JSON.stringify([report, annotations, summary, log.lines])).not.toContain('ghs_canary');
});
