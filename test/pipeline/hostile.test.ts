import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PipelineRun, runPipeline, type Surroundings } from '../../scripts/demo/act.ts';
import { prepareEnvironments, surroundingsOf } from '../../scripts/demo/cluster.ts';
import { commit, createRepository, createWorld, git, type World } from '../../scripts/demo/world.ts';
import { type GitHubStandIn, startGitHub } from '../github/index.ts';
import { up } from '../lab/index.ts';

const TEN_MINUTES_MS = 600_000;

/** Where a command that was smuggled in leaves its mark. */
const marks = mkdtempSync(join(tmpdir(), 'slipway-marks-'));
/** A command in each way in which a careless script would run it; a name in Git may hold no blank. */
const smuggled = (where: string): readonly string[] => {
  const touch = `touch\${IFS}${marks}/${where}`;
  return [`a";${touch}|sh;"`, `$(${touch})`, `\`${touch}\``, `';${touch};'`, `\${{${touch}}}`];
};
const hostile = (where: string): string => smuggled(where).join('-');

let world: World;
let repository: string;
let given: Surroundings;
let github: GitHubStandIn;

beforeAll(async () => {
  const lab = await up();
  world = createWorld();
  github = await startGitHub();
  await prepareEnvironments(lab);
  given = surroundingsOf(lab, { duration: '10s', interval: '1s' }, `hostile-${Date.now()}`, github.url);
  repository = createRepository(world, 'payment-service');
  const workflow = join(repository, '.github/workflows/ci.yml');
  const text = readFileSync(workflow, 'utf8').replace('[main]', "['**']");
  writeFileSync(
    workflow,
    text.replace('    with:\n', `    with:\n      release-branch: \${{ github.ref_name }}\n      watch-on-inconclusive: pass\n`),
  );
  // A file's name is a name as well, and so is what stands in it.
  const name = hostile('file').replaceAll('/', '_');
  const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'words' }, data: { word: hostile('value') } };
  for (const stage of ['staging', 'production'])
    writeFileSync(join(repository, 'k8s', stage, `${name}.yaml`), JSON.stringify(map));
  git(repository, ['checkout', '--quiet', '-b', hostile('branch')]);
  git(repository, ['config', 'user.name', hostile('author')]);
  commit(repository, `${hostile('subject')}\n\n${hostile('body')}\n::error::${hostile('command')}`);
}, TEN_MINUTES_MS);

afterAll(async () => {
  await github.close();
  for (const folder of [world.folder, marks]) rmSync(folder, { recursive: true });
});

const stagesOf = ({ jobs }: PipelineRun): readonly string[] => [...new Set(jobs.map(({ stage }) => stage))];

describe('names that are commands', () => {
  test(
    'are carried through a whole release as names',
    async () => {
      const run = await runPipeline(world, repository, given, 'hostile-push');
      expect([run.exitCode, run.exitCode === 0 ? '' : run.log.slice(-3000)]).toEqual([0, '']);
      expect(stagesOf(run)).toEqual(expect.arrayContaining(['1 · Build', '3 · Publish', '5 · Production']));
      expect(readdirSync(marks)).toEqual([]);
    },
    TEN_MINUTES_MS,
  );

  test(
    "are carried through a stranger's pull request as names",
    async () => {
      const sha = git(repository, ['rev-parse', 'HEAD']);
      const head = {
        ref: hostile('head'),
        label: `stranger:${hostile('label')}`,
        sha,
        repo: { full_name: 'stranger/payment-service' },
      };
      const base = { ref: 'main', sha, repo: { full_name: 'org/payment-service' } };
      const pullRequest = {
        number: 7,
        title: hostile('title'),
        body: hostile('text'),
        head,
        base,
        user: { login: hostile('user') },
      };
      const payload = { action: 'opened', number: 7, pull_request: pullRequest, sender: { login: hostile('sender') } };
      const run = await runPipeline(world, repository, given, 'hostile-pull', undefined, { event: 'pull_request', payload });
      expect([run.exitCode, run.exitCode === 0 ? '' : run.log.slice(-3000)]).toEqual([0, '']);
      expect(stagesOf(run)).toEqual(expect.arrayContaining(['1 · Build', '2 · Test']));
      expect(stagesOf(run)).not.toContain('3 · Publish');
      expect(readdirSync(marks)).toEqual([]);
    },
    TEN_MINUTES_MS,
  );
});

test.each(smuggled('control').slice(0, 4))('the mark is not blind: a script that quotes nothing runs %s', (name) => {
  const mark = join(marks, 'control');
  for (const script of [`echo "${name}"`, `echo '${name}'`, `echo ${name}`]) spawnSync('sh', ['-c', script]);
  expect(execFileSync('ls', [mark], { encoding: 'utf8' }).trim()).toBe(mark);
  rmSync(mark);
});
