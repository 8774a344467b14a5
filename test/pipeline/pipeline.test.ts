import { beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { spellings } from '../../scripts/demo/canary.ts';
import { type Story, tellStory } from '../../scripts/demo/story.ts';
import { up } from '../lab/index.ts';

const FIFTEEN_MINUTES_MS = 15 * 60_000;

let story: Story;

beforeAll(async () => {
  const lab = await up();
  const lines: string[] = [];
  story = await tellStory(lab, { tell: (line) => void lines.push(line), watch: { duration: '30s', interval: '2s' }, rps: 20 });
}, FIFTEEN_MINUTES_MS);

const stages = (name: 'good' | 'order' | 'breaking' | 'bad'): readonly string[] =>
  [...new Set(story[name].run.jobs.filter(({ stage }) => /^\d/.test(stage)).map(({ stage }) => stage))].sort();
const ALL = ['1 · Build', '2 · Test', '3 · Publish', '4 · Staging', '5 · Production'];

interface StepReport {
  readonly action: string;
  readonly verdict: string;
  readonly headline: string;
  readonly outputs: Readonly<Record<string, string>>;
}

function reports(action: string): readonly StepReport[] {
  const files = readdirSync(story.world.reports).filter((file) => file.startsWith(`${action}-`) && file.endsWith('.json'));
  return files.sort().map((file) => JSON.parse(readFileSync(join(story.world.reports, file), 'utf8')) as StepReport);
}

describe('the pipeline on real parts', () => {
  test('takes a good release through all five stages', () => {
    expect(story.good.run.exitCode).toBe(0);
    expect(stages('good')).toEqual(ALL);
    expect(story.good.run.jobs.every(({ result }) => result === 'success')).toBe(true);
  });

  test('follows an order to its payment through both services before production', () => {
    expect(story.order.run.exitCode).toBe(0);
    expect(story.order.run.jobs.map(({ name }) => name)).toContain('End-to-end tests of order-service in staging');
  });

  test('publishes and deploys exactly the bytes that were tested', () => {
    const built = reports('build-image').map(({ outputs }) => outputs['digest']);
    const published = reports('publish-image').map(({ outputs }) => outputs['digest']);
    expect(published).toEqual([built[0], built[1], built[3]]);
    for (const { outputs } of reports('deploy-k8s'))
      expect(published.some((digest) => outputs['image']?.endsWith(`@${digest}`))).toBe(true);
  });

  test('stops a contract break in stage 2, and names the consumer, the field and the line', () => {
    expect(story.breaking.run.exitCode).toBe(1);
    expect(stages('breaking')).toEqual(['1 · Build', '2 · Test']);
    const failed = story.breaking.run.jobs.filter(({ result }) => result === 'failure').map(({ name }) => name);
    expect(failed).toEqual(['Contracts of payment-service']);
    const [annotation] = story.breaking.run.annotations.filter(({ level }) => level === 'error');
    expect(annotation).toMatchObject({
      title: expect.stringContaining('Breaks order-service'),
      message: expect.stringContaining('transaction_id'),
      file: 'contracts/order-service.pact.json',
      line: expect.any(Number),
    });
  });

  test('rolls a release back that passes every test and fails its customers', () => {
    expect(story.bad.run.exitCode).toBe(1);
    expect(stages('bad')).toEqual(ALL);
    expect(story.badService.failed).toBeGreaterThan(0);
    expect(reports('watch-and-rollback').at(-1)).toMatchObject({
      verdict: 'fail',
      outputs: { decision: 'rolled-back', 'rolled-back-to': '1' },
    });
  });

  test('leaves production with the good version, for every request', () => {
    expect(story.proof).toEqual({ requests: story.proof.requests, answeredByGood: story.proof.requests, failed: 0 });
  });

  test('shows the error rate of both versions as a plot, the decision and why', () => {
    const [summary] = story.bad.run.summaries.filter(({ markdown }) => markdown.includes('Watch and roll back')).slice(-1);
    expect(summary?.markdown).toContain('xychart-beta');
    expect(summary?.markdown).toContain('rolled back to release 1');
    const [page] = readdirSync(story.world.reports)
      .filter((file) => file.startsWith('watch-and-rollback-') && file.endsWith('.html'))
      .sort()
      .slice(-1);
    const html = readFileSync(join(story.world.reports, page ?? ''), 'utf8');
    expect(html).toContain('<svg');
    expect(html).toMatch(/of \d+ requests failed/);
  });

  test('tells each commit how its pipeline ended', () => {
    const [good, order, breaking, bad] = story.statuses;
    expect([good, order]).toEqual(['The release reached production.', 'The release reached production.']);
    expect(breaking).toContain('stage 2');
    expect(bad).toContain('stage 5');
  });

  test('drops hardly a request while good releases roll out', () => {
    // While kube-proxy takes in a new Service, NodePorts of others were seen to refuse connections for some 150 ms:
    // 2 of 4,828 and 3 of 4,702 customers in two of four runs, always as order-service came. No answer was a failure.
    const others = story.totals.failed - story.badService.failed;
    expect(others / story.totals.requests).toBeLessThan(0.002);
  });

  test('lets no secret into a log, a summary or a report', () => {
    expect(story.leaks).toEqual([]);
    rmSync(story.world.folder, { recursive: true });
  });
});

test('the search for secrets is not blind', () => {
  const secret = 'a-secret-of-some-length';
  const texts = ['', 'x', 'xy'].map((before) => Buffer.from(`${before}${secret} and more`).toString('base64'));
  for (const text of [secret, ...texts]) expect(spellings(secret).some((spelling) => text.includes(spelling))).toBe(true);
});
