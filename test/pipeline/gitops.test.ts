import { beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type GitopsStory, tellGitopsStory } from '../../scripts/demo/gitops-story.ts';
import { up } from '../lab/index.ts';

const TWENTY_MINUTES_MS = 20 * 60_000;

let story: GitopsStory;

beforeAll(async () => {
  const lab = await up({ with: ['argocd'] });
  story = await tellGitopsStory(lab, { tell: () => undefined, watch: { duration: '30s', interval: '2s' }, rps: 20 });
}, TWENTY_MINUTES_MS);

interface StepReport {
  readonly verdict: string;
  readonly outputs: Readonly<Record<string, string>>;
}

function reports(action: string): readonly StepReport[] {
  const files = readdirSync(story.world.reports).filter((file) => file.startsWith(`${action}-`) && file.endsWith('.json'));
  return files.sort().map((file) => JSON.parse(readFileSync(join(story.world.reports, file), 'utf8')) as StepReport);
}

const trailers = (key: string): readonly string[] =>
  [...story.log.matchAll(new RegExp(`^${key}: (.*)$`, 'gm'))].map(([, value]) => value ?? '');

describe('a delivery by commits', () => {
  test('brings a good release through the same gates, by Argo CD alone', () => {
    expect(story.good.run.exitCode).toBe(0);
    expect(story.good.run.jobs.map(({ name }) => name)).toContain('Gate of payment-service to production');
    expect(
      reports('wait-for-argocd')
        .slice(0, 2)
        .map(({ outputs }) => outputs['outcome']),
    ).toEqual(['live', 'live']);
    expect(reports('deploy-k8s')).toEqual([]);
  });

  test('takes a bad release back by a commit that says why, and Argo CD follows', () => {
    expect(story.bad.run.exitCode).toBe(1);
    expect(reports('watch-and-rollback').at(-1)?.outputs['decision']).toBe('regressed');
    const [good, , bad] = trailers('Digest')
      .toReversed()
      .filter((_, index) => index !== 1);
    expect(trailers('Kind')).toEqual(['rollback']);
    expect(trailers('Digest')[0]).toBe(good);
    expect(trailers('Replaces')).toEqual([bad ?? trailers('Digest')[1]]);
    expect(trailers('Reason')[0]).toMatch(/ErrorRate/);
    expect(reports('wait-for-argocd').at(-1)?.outputs['outcome']).toBe('live');
    expect(story.proof).toEqual({ requests: story.proof.requests, answeredByGood: story.proof.requests, failed: 0 });
  });

  test('holds the bad image, and has the good one in its place', () => {
    const [held] = JSON.parse(story.holds) as { digest: string }[];
    expect(held?.digest).toBe(trailers('Replaces')[0]);
    expect(story.file).toContain(`digest: ${trailers('Digest')[0]}`);
    expect(story.file).toContain('# What runs of payment-service here.');
  });

  test('lets no secret into a log, a summary or a report', () => {
    expect(story.leaks).toEqual([]);
    rmSync(story.world.folder, { recursive: true });
  });
});
