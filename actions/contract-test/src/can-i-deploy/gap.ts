import type { Gap } from '@slipway/compatibility';
import type { Problem } from '@slipway/failure';
import type { ReadOutcome } from '@slipway/github';
import type { ServiceHome } from './service.ts';

type Unread = Extract<ReadOutcome<unknown>, { kind: 'unread' }>;

const short = (sha: string): string => sha.slice(0, 7);
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Deployments that could not be read. */
export function deploymentsGap({ service, repository, environments }: ServiceHome, { cause, reason }: Unread): Gap {
  const remedies = {
    absent: `Correct the repository, or give a token that may read it: the run's own token reads no other private repository.`,
    refused: 'Give a token with "deployments: read" and "contents: read" of every repository in "services".',
    unreachable: 'Run it again once GitHub answers.',
  };
  return {
    code: cause === 'unreachable' ? 'DEPLOY_UNREACHABLE' : 'DEPLOY_UNREADABLE',
    message: `The deployments of ${service} (${repository}) could not be read: ${reason}`,
    remedy: remedies[cause],
    command: `gh api ${quoted(`repos/${repository}/deployments?environment=${encodeURIComponent(environments[0] ?? '')}`)}`,
  };
}

/** More deployments than are looked through, and none of them says what serves. */
export const tooManyGap = ({ service, repository }: ServiceHome, environment: string, looked: number): Gap => ({
  code: 'DEPLOY_TOO_MANY',
  message: `The newest ${looked} deployments of ${service} to ${environment} do not tell what serves there.`,
  remedy: 'Deploy it once with success, or lower "live-versions".',
  command: `gh api --paginate ${quoted(`repos/${repository}/deployments?environment=${encodeURIComponent(environment)}`)}`,
});

/** A commit that GitHub does not give. */
export function commitGap({ service, repository }: ServiceHome, sha: string, { cause, reason }: Unread, shallow: boolean): Gap {
  if (shallow) {
    return {
      code: 'DEPLOY_SHALLOW',
      message: `The checkout is shallow and lacks ${short(sha)}, the deployed commit of ${service}, and GitHub did not give it: ${reason}`,
      remedy: 'Check the whole history out: "fetch-depth: 0".',
      command: 'git fetch --unshallow',
    };
  }
  if (cause === 'absent') {
    return {
      code: 'DEPLOY_COMMIT_GONE',
      message: `${short(sha)}, the deployed commit of ${service}, is not in ${repository}; a forced push may have removed it.`,
      remedy: `Bring the commit back with a tag from a clone that has it, or deploy ${service} anew.`,
      command: `git push https://github.com/${repository} ${sha}:refs/tags/deployed-${short(sha)}`,
    };
  }
  return {
    code: 'DEPLOY_UNREADABLE',
    message: `${short(sha)}, the deployed commit of ${service}, could not be read: ${reason}`,
    remedy: 'Give a token with "contents: read" of the repository, or run it again once GitHub answers.',
    command: `gh api repos/${repository}/git/trees/${sha}`,
  };
}

/** A commit with more files than GitHub lists. */
export const truncatedGap = ({ service, repository }: ServiceHome, sha: string): Gap => ({
  code: 'DEPLOY_TREE_TRUNCATED',
  message: `${repository} has more files than GitHub lists at once, so those of ${service} at ${short(sha)} are not all known.`,
  remedy: 'Run it in a checkout of that repository with its whole history, where git lists them.',
  command: `git ls-tree -r --name-only ${sha}`,
});

/** A file of a deployed commit that cannot be read or makes no sense. */
export function fileGap({ service, repository }: ServiceHome, sha: string, problems: readonly Problem[]): Gap {
  const [first] = problems;
  const { file = '', line } = first?.location ?? {};
  const place = file === '' ? '' : ` ${file}${line === undefined ? '' : `:${line}`}:`;
  return {
    code: 'DEPLOY_FILE_INVALID',
    message:
      `What ${service} says of itself at the deployed commit ${short(sha)} cannot be read.${place} ${first?.message ?? ''}`.trim(),
    remedy: `Mend it and deploy ${service} anew.`,
    command: `gh api repos/${repository}/contents/${file}?ref=${sha}`,
  };
}

/** A provider without a description. */
export const descriptionGap = (service: string, file: string, where: string, command: string): Gap => ({
  code: 'DEPLOY_NO_DESCRIPTION',
  message: `${service} has no file ${file} ${where}, so what it offers is not known.`,
  remedy: `Add its OpenAPI description, or name the file with "openapi".`,
  command,
});
