import { describe, expect, it } from '@jest/globals';
import type { MemoryDeployment, MemoryRepository } from '@slipway/github/memory';
import type { KubeObject } from '@slipway/kubernetes';
import type { MemoryClusterOptions } from '@slipway/kubernetes/memory';
import { CRASH, type DeployRun, image, world } from './memory/world.ts';

const SHA = 'a3f9c21d5e6f708192a3b4c5d6e7f8091a2b3c4d';
const RUN = 'https://github.com/org/order-service/actions/runs/1';
const ASKED = { environment: 'staging', 'github-token': 'ghs_1', 'environment-url': 'https://shop.example.com' };

function told(repository: MemoryRepository = {}, options: MemoryClusterOptions = {}) {
  const deployments: MemoryDeployment[] = [...(repository.deployments ?? [])];
  const at = world({
    behave: (given) => (given === image('b') ? CRASH : 'ready'),
    repository: { ...repository, deployments },
    options,
  });
  const deploy = (inputs: Record<string, string> = {}, run: DeployRun = {}) => at.deploy({ ...ASKED, ...inputs }, run);
  return { ...at, deployments, deploy };
}

/** A deployment as GitHub makes it for a job that names its environment. */
function ofJob(job: number, states: readonly string[] = ['queued', 'in_progress'], run = RUN): MemoryDeployment {
  return {
    sha: SHA,
    environment: 'staging',
    at: 100 * job,
    states: states.map((state, index) => ({ state, at: 100 * job + index, logUrl: `${run}/job/${job}` })),
  };
}

const statesOf = ({ states }: MemoryDeployment): readonly string[] =>
  states.map((each) => (typeof each === 'string' ? each : each.state));
const lastOf = ({ states }: MemoryDeployment): unknown => states.at(-1);

describe('a deployment on GitHub', () => {
  it('is made where the job has none, and says what runs where', async () => {
    const { deploy, deployments } = told();
    expect((await deploy()).outputs).toMatchObject({ verdict: 'pass', deployment: '1' });
    const [{ payload, ...made }] = deployments as [MemoryDeployment];
    const run = { run: RUN, attempt: '1', service: 'order-service' };
    expect(payload).toEqual({ ...run, namespace: 'shop', image: image('a'), digest: `sha256:${'a'.repeat(64)}`, release: 1 });
    expect(made).toMatchObject({
      ...{ sha: SHA, environment: 'staging', transient: false },
      states: [
        { state: 'in_progress', logUrl: RUN, environmentUrl: 'https://shop.example.com' },
        { state: 'success', description: 'Release 1 runs', logUrl: RUN, environmentUrl: 'https://shop.example.com' },
      ],
    });
  });

  it('says why a release failed and which one runs again', async () => {
    const { deploy, deployments } = told();
    await deploy();
    await deploy({ image: image('b') }, { context: { runUrl: `${RUN}2` } });
    expect(lastOf(deployments[1] as MemoryDeployment)).toMatchObject({
      ...{ state: 'failure', description: 'app/CrashLoopBackOff; release 1 runs again' },
    });
  });

  it('that the job has already is not doubled, and left to GitHub when all is well', async () => {
    const { deploy, deployments } = told({ deployments: [ofJob(1, ['success']), ofJob(7)] });
    expect((await deploy()).outputs['deployment']).toBe('2');
    expect(deployments.map(statesOf)).toEqual([['success'], ['queued', 'in_progress', 'in_progress']]);
  });

  it('that the job has already is told what went wrong', async () => {
    const { deploy, deployments } = told({ deployments: [ofJob(7)] });
    await deploy({ image: image('b') });
    expect(deployments).toHaveLength(1);
    expect(lastOf(deployments[0] as MemoryDeployment)).toMatchObject({ state: 'failure', description: 'app/CrashLoopBackOff' });
  });

  it.each<[string, MemoryDeployment, readonly string[]]>([
    ['another run', ofJob(7, undefined, `${RUN}23`), []],
    ['a job of this run that is over', ofJob(7, ['in_progress', 'success']), ['inactive']],
    ['another commit', { ...ofJob(7), sha: 'b'.repeat(40) }, []],
    ['another environment', { ...ofJob(7), environment: 'production' }, []],
  ])('of %s is none of ours', async (_, other, after) => {
    const { deploy, deployments } = told({ deployments: [other] });
    await deploy();
    expect(deployments.map(statesOf)).toEqual([
      [...statesOf(other), ...after],
      ['in_progress', 'success'],
    ]);
  });

  it('of which a matrix has several is left alone, and that is said', async () => {
    const { deploy, deployments } = told({ deployments: [ofJob(7), ofJob(8)] });
    const { outputs, annotations } = await deploy();
    expect(outputs).toMatchObject({ verdict: 'pass', deployment: '' });
    expect(annotations).toMatchObject([{ level: 'warning', message: expect.stringContaining('2 of this run are open') }]);
    expect(deployments.map(statesOf)).toEqual([ofJob(7), ofJob(8)].map(statesOf));
  });

  it('is found again by another try of the same attempt, and made anew by another attempt', async () => {
    const { deploy, deployments } = told();
    await deploy();
    await deploy();
    expect(deployments.map(statesOf)).toEqual([['in_progress', 'success', 'in_progress', 'success']]);
    await deploy({}, { context: { runAttempt: '2' } });
    expect(deployments).toHaveLength(2);
  });

  it('says that nothing could be told of the release', async () => {
    let away = false;
    const applied = (object: KubeObject): void => {
      away = away || object.kind === 'Deployment';
    };
    const { deploy, deployments } = told({}, { applied, reachable: () => !away });
    expect((await deploy()).outputs).toMatchObject({ verdict: 'inconclusive', deployment: '1' });
    expect(deployments.map(statesOf)).toEqual([['in_progress', 'error']]);
  });

  it('is told last words by a run that is cancelled', async () => {
    const { deploy, deployments } = told();
    const cancel = new AbortController();
    await deploy(
      {},
      {
        cancelled: cancel.signal,
        through: (http) => ({
          fetch: async (request) => {
            if (request.method === 'PATCH' && request.url.includes('/deployments/')) cancel.abort(new Error('cancelled'));
            return http.fetch(request);
          },
        }),
      },
    );
    expect(statesOf(deployments[0] as MemoryDeployment)).toEqual(['in_progress', 'error']);
  });

  it.each<[string, MemoryRepository, string]>([
    ['may not be told', { permitted: false }, 'deployments: write'],
    ['is away', { refusal: { status: 502, message: 'Bad Gateway', headers: {} } }, '502'],
  ])('on a GitHub that %s changes nothing about the verdict', async (_, repository, word) => {
    const { deploy } = told(repository);
    const { outputs, annotations } = await deploy();
    expect(outputs).toMatchObject({ verdict: 'pass', deployment: '' });
    expect(annotations).toMatchObject([
      { level: 'warning', title: 'Not told on GitHub', message: expect.stringContaining(word) },
    ]);
  });

  it('is none where nothing is deployed: of a dry run, and of a run that is overtaken', async () => {
    const { deploy, deployments } = told({ parents: { [SHA]: ['0'.repeat(40)] } });
    await deploy({ 'dry-run': 'true' });
    await deploy();
    expect((await deploy({}, { context: { sha: '0'.repeat(40), runUrl: `${RUN}3` } })).outputs['skipped']).toBe('true');
    expect(deployments).toHaveLength(1);
  });

  it('needs a token, which is said before anything is done', async () => {
    const { deploy } = told();
    const { code, problems } = await deploy({ 'github-token': '' });
    expect({ code, problems }).toMatchObject({ code: 1, problems: [{ code: 'INPUTS_CONTRADICT' }] });
  });
});
