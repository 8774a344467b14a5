import { action as affectedServices } from '@slipway/action-affected-services/action';
import { action as buildImage } from '@slipway/action-build-image/action';
import { action as contractTest } from '@slipway/action-contract-test/action';
import { action as deployK8s } from '@slipway/action-deploy-k8s/action';
import { action as doraMetrics } from '@slipway/action-dora-metrics/action';
import { action as featureFlag } from '@slipway/action-feature-flag/action';
import { action as environments } from '@slipway/action-environments/action';
import { action as promotionGate } from '@slipway/action-promotion-gate/action';
import { action as publishImage } from '@slipway/action-publish-image/action';
import { action as reportStatus } from '@slipway/action-report-status/action';
import { action as requireJobs } from '@slipway/action-require-jobs/action';
import { action as runTests } from '@slipway/action-run-tests/action';
import { action as securityScan } from '@slipway/action-security-scan/action';
import { action as smokeTest } from '@slipway/action-smoke-test/action';
import { action as updateGitops } from '@slipway/action-update-gitops/action';
import { action as waitForArgocd } from '@slipway/action-wait-for-argocd/action';
import { action as watchAndRollback } from '@slipway/action-watch-and-rollback/action';
import { command, leave, runCommand } from '@slipway/runner';
import { versionComplaint } from './node-version.ts';

// What an action does is loaded when it is asked for: all of them together take longer to load than most of them to run.
const commands = [
  command(affectedServices, async () => (await import('@slipway/action-affected-services')).run),
  command(buildImage, async () => (await import('@slipway/action-build-image')).run),
  command(runTests, async () => (await import('@slipway/action-run-tests')).run),
  command(
    contractTest,
    async () => {
      const { runWith } = await import('@slipway/action-contract-test');
      return runWith((await import('@slipway/runner/github')).connectGitHub);
    },
    {
      compare: async () => (await import('@slipway/action-contract-test/compare')).runCompare,
      diff: async () => (await import('@slipway/action-contract-test/diff')).runDiff,
    },
  ),
  command(securityScan, async () => {
    const { runWith } = await import('@slipway/action-security-scan');
    return runWith((await import('@slipway/runner/github')).connectGitHub);
  }),
  command(publishImage, async () => {
    const { runWith } = await import('@slipway/action-publish-image');
    return runWith((await import('@slipway/runner/github')).connectGitHub);
  }),
  command(deployK8s, async () => {
    const { runWith } = await import('@slipway/action-deploy-k8s');
    return runWith((await import('@slipway/runner/github')).connectGitHub);
  }),
  command(smokeTest, async () => (await import('@slipway/action-smoke-test')).run),
  command(watchAndRollback, async () => (await import('@slipway/action-watch-and-rollback')).run),
  command(updateGitops, async () => {
    const { runWith } = await import('@slipway/action-update-gitops');
    return runWith((await import('@slipway/runner/github')).connectGitHub);
  }),
  command(doraMetrics, async () => {
    const { runWith } = await import('@slipway/action-dora-metrics');
    return runWith((await import('@slipway/runner/github')).connectGitHub);
  }),
  command(featureFlag, async () => (await import('@slipway/action-feature-flag')).run),
  command(environments, async () => (await import('@slipway/action-environments')).run),
  command(promotionGate, async () => {
    const { runWith } = await import('@slipway/action-promotion-gate');
    return runWith((await import('@slipway/runner/github')).connectGitHub);
  }),
  command(waitForArgocd, async () => (await import('@slipway/action-wait-for-argocd')).run),
  command(requireJobs, async () => (await import('@slipway/action-require-jobs')).run),
  command(reportStatus, async () => {
    const { runWith } = await import('@slipway/action-report-status');
    return runWith((await import('@slipway/runner/github')).connectGitHub);
  }),
];

const complaint = versionComplaint(process.versions.node);
if (complaint === undefined) leave(await runCommand(commands, process.argv.slice(2), process.env));
else {
  process.stderr.write(`${complaint}\n`);
  leave(1);
}
