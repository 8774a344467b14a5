import * as affectedServices from '@slipway/action-affected-services';
import * as buildImage from '@slipway/action-build-image';
import * as contractTest from '@slipway/action-contract-test';
import * as deployK8s from '@slipway/action-deploy-k8s';
import * as publishImage from '@slipway/action-publish-image';
import * as reportStatus from '@slipway/action-report-status';
import * as requireJobs from '@slipway/action-require-jobs';
import * as runTests from '@slipway/action-run-tests';
import * as securityScan from '@slipway/action-security-scan';
import * as smokeTest from '@slipway/action-smoke-test';
import * as watchAndRollback from '@slipway/action-watch-and-rollback';
import { command, leave, runCommand } from '@slipway/runner';
import { connectGitHub } from '@slipway/runner/github';

const commands = [
  command(affectedServices.action, affectedServices.run),
  command(buildImage.action, buildImage.run),
  command(runTests.action, runTests.run),
  command(contractTest.action, contractTest.runWith(connectGitHub)),
  command(securityScan.action, securityScan.run),
  command(publishImage.action, publishImage.runWith(connectGitHub)),
  command(deployK8s.action, deployK8s.run),
  command(smokeTest.action, smokeTest.run),
  command(watchAndRollback.action, watchAndRollback.run),
  command(requireJobs.action, requireJobs.run),
  command(reportStatus.action, reportStatus.runWith(connectGitHub)),
];

leave(await runCommand(commands, process.argv.slice(2), process.env));
