/**
 * `npm run demo`: the pipeline on real parts, three ways a release can go, and what it came to.
 *
 * `npm run demo -- --gitops`: the same pipeline delivers by commits that Argo CD applies, and goes back by one.
 */
import { parseArgs } from 'node:util';
import { up } from '../test/lab/index.ts';
import { type GitopsStory, tellGitopsStory } from './demo/gitops-story.ts';
import { writePage } from './demo/page.ts';
import { type Story, tellStory } from './demo/story.ts';
import { renderTable, stageRows } from './demo/table.ts';

const WATCH = { duration: '60s', interval: '2s' };

/** What both stories tell at their end. */
type Told = Pick<Story, 'good' | 'badService' | 'totals' | 'proof' | 'leaks' | 'world'>;

const SHORT_WATCH = `Each release is watched for ${WATCH.duration} here, to keep the demonstration short; the default is 5 minutes.`;

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

/** How many customers met the bad release, and how production did. */
function tellFigures({ good, badService, totals, proof }: Told, since: string): void {
  const { seconds, failed, requests } = badService;
  console.log(
    `The bad release served for ${seconds.toFixed(1)} s: ${failed} of its ${requests} answers failed (${share(failed, requests)}).`,
  );
  console.log(
    `${since} ${totals.failed} of ${totals.requests} requests to production failed (${share(totals.failed, totals.requests)}).`,
  );
  console.log(
    `Afterwards ${proof.answeredByGood} of ${proof.requests} requests were answered by the good version (${good.commit.slice(0, 7)}), ${proof.failed} failed.`,
  );
}

function tellPlaces({ leaks, world }: Told): void {
  for (const leak of leaks) console.log(`A secret is in ${leak}`);
  console.log(`Job summaries: ${writePage(world.reports)}`);
  console.log(`Logs: ${world.logs}\n`);
}

/** What must be true at the end; each line that is false is a failed demonstration. */
function claims({
  good,
  order,
  breaking,
  bad,
  badService,
  proof,
  statuses,
  leaks,
}: Story): readonly (readonly [string, boolean])[] {
  const stages = (run: Story['good']['run']): readonly string[] => [...new Set(run.jobs.map(({ stage }) => stage[0] ?? ''))];
  return [
    ['the good release reached production', good.run.exitCode === 0 && stages(good.run).includes('5')],
    [
      "its consumer's release reached production, with an order followed to its payment",
      order.run.exitCode === 0 && stages(order.run).includes('5'),
    ],
    [
      'the contract break stopped in stage 2 and named its consumer',
      breaking.run.exitCode === 1 && !stages(breaking.run).includes('3') && breaking.run.log.includes('breaks order-service'),
    ],
    ['the bad release passed every test and reached production', stages(bad.run).includes('5') && badService.requests > 0],
    ['the bad release was rolled back by itself', bad.run.exitCode === 1 && /rolled back to release \d+/.test(bad.run.log)],
    ['the good version answers every request again', proof.answeredByGood === proof.requests && proof.failed === 0],
    [
      'each commit says how its pipeline ended',
      JSON.stringify(statuses.map((text) => /reached production|stage \d/.exec(text)?.[0])) ===
        JSON.stringify(['reached production', 'reached production', 'stage 2', 'stage 5']),
    ],
    ['no secret is in any log, summary or report', leaks.length === 0],
  ];
}

async function showPipeline(): Promise<readonly (readonly [string, boolean])[]> {
  const lab = await up();
  console.log(`\n${SHORT_WATCH}\n`);
  const story = await tellStory(lab, { tell: (line) => console.log(line), watch: WATCH, rps: 20 });
  const { good, order, breaking, bad, statuses } = story;

  console.log(`\n${renderTable(['release', 'stage', 'verdict', 'time'], [good, order, breaking, bad].flatMap(stageRows))}\n`);
  tellFigures(story, 'Over the whole demonstration');
  console.log(`\nOn the commits: ${statuses.map((text) => `"${text}"`).join(', ')}`);
  console.log('(act ends a run at a called workflow that fails; the last job of such a run was started by hand.)');
  tellPlaces(story);
  return claims(story);
}

/** What must be true of a delivery by commits. */
function gitopsClaims({
  good,
  bad,
  badService,
  proof,
  log,
  file,
  holds,
  leaks,
}: GitopsStory): readonly (readonly [string, boolean])[] {
  const digest = /digest: (sha256:[0-9a-f]{64})/.exec(file)?.[1] ?? 'none';
  const writes = [...log.matchAll(/^Digest: (.*)$/gm)].map(([, each]) => each);
  const [back] = log.split(/\n(?=\S+: )/);
  return [
    ['the good release reached production by a commit', good.run.exitCode === 0 && log.includes('Environment: production')],
    ['the bad release reached production by a commit, and customers', badService.requests > 0 && writes.length >= 4],
    [
      'it was taken back by a commit that says why',
      bad.run.exitCode === 1 && /^Kind: rollback$/m.test(log) && back !== undefined,
    ],
    ['the configuration repository says the good image again', log.includes(`Digest: ${digest}`) && !holds.includes(digest)],
    [
      'the bad image is held',
      /sha256:[0-9a-f]{64}/.test(holds) && log.includes(`Replaces: ${/sha256:[0-9a-f]{64}/.exec(holds)?.[0]}`),
    ],
    ['Argo CD followed: the good version answers every request', proof.answeredByGood === proof.requests && proof.failed === 0],
    ['no secret is in any log, summary or report', leaks.length === 0],
  ];
}

async function showGitops(): Promise<readonly (readonly [string, boolean])[]> {
  const lab = await up({ with: ['argocd'], report: (line) => console.log(line) });
  console.log(`\n${SHORT_WATCH}\n`);
  const story = await tellGitopsStory(lab, { tell: (line) => console.log(line), watch: WATCH, rps: 20 });
  const { good, bad, log } = story;
  console.log(`\n${renderTable(['release', 'stage', 'verdict', 'time'], [good, bad].flatMap(stageRows))}\n`);
  tellFigures(story, 'Since the first release');
  console.log(`\nThe log of the configuration repository, newest first:\n\n${log}`);
  tellPlaces(story);
  return gitopsClaims(story);
}

const { values } = parseArgs({ options: { gitops: { type: 'boolean' } } });
const started = Date.now();
const judged = await (values.gitops === true ? showGitops() : showPipeline());
for (const [claim, holds] of judged) console.log(`${holds ? '✅' : '❌'} ${claim}`);
console.log(`\nTook ${((Date.now() - started) / 1000).toFixed(0)} s with the lab's start.`);
process.exitCode = judged.every(([, holds]) => holds) ? 0 : 1;
