import type { DeployedVersion, Evidence, LiveCommit, ServiceState } from '@slipway/compatibility';
import type { Contract } from '@slipway/contract';
import { collect, type Problem } from '@slipway/failure';
import { type Api, openDocuments, readApi } from '@slipway/openapi';
import type { Files } from '@slipway/system';
import { readContracts } from '../contract-files.ts';
import { type CommitSource, openCommit } from './commit.ts';
import { environmentsOf, liveIn } from './deployed.ts';
import { descriptionGap, fileGap } from './gap.ts';
import { inFolder, type ServiceHome } from './service.ts';

/** What is asked of every service. */
export interface Asked {
  readonly contracts: readonly string[];
  readonly openapi: string;
  readonly versions: number;
  /** The providers whose descriptions are needed. */
  readonly providers: ReadonlySet<string>;
}

async function contractsAt(
  home: ServiceHome,
  sha: string,
  files: Files,
  patterns: readonly string[],
): Promise<Evidence<readonly Contract[]>> {
  const problems: Problem[] = [];
  const paths = patterns.map((pattern) => inFolder(home, pattern));
  const { contracts } = await readContracts(paths, files, problems);
  if (problems.length > 0) return { kind: 'gap', gap: fileGap(home, sha, problems) };
  return { kind: 'found', value: contracts.filter(({ consumer }) => consumer === home.service) };
}

async function descriptionAt(home: ServiceHome, sha: string, files: Files, openapi: string): Promise<Evidence<Api>> {
  const file = inFolder(home, openapi);
  if (!(await files.exists(file))) {
    const command = `gh api 'repos/${home.repository}/contents/${home.folder}?ref=${sha}' --jq '.[].path'`;
    const where = `at the deployed commit ${sha.slice(0, 7)}`;
    return { kind: 'gap', gap: descriptionGap(home.service, file, where, command) };
  }
  const problems: Problem[] = [];
  const api = await collect(problems, async () => readApi(await openDocuments(file, files)));
  return api === undefined ? { kind: 'gap', gap: fileGap(home, sha, problems) } : { kind: 'found', value: api };
}

async function versionOf(
  home: ServiceHome,
  environment: string,
  { sha, rollout }: LiveCommit,
  source: CommitSource,
  asked: Asked,
): Promise<DeployedVersion> {
  const version = { sha, environment, rollout };
  const files = await openCommit(home, sha, source);
  const wanted = asked.providers.has(home.service);
  if (files.kind === 'gap') return { ...version, contracts: files, ...(wanted && { description: files }) };
  const contracts = await contractsAt(home, sha, files.value, asked.contracts);
  if (!wanted) return { ...version, contracts };
  return { ...version, contracts, description: await descriptionAt(home, sha, files.value, asked.openapi) };
}

/** What is known of a service in the environments: its live versions, each with what it needs and offers at its commit. */
export async function stateOf(home: ServiceHome, source: CommitSource, asked: Asked): Promise<ServiceState> {
  const { service } = home;
  const versions: DeployedVersion[] = [];
  for (const environment of home.environments) {
    const live = await liveIn(home, environment, source.github, asked.versions);
    if (live.kind === 'gap') return { kind: 'gap', service, gap: live.gap };
    for (const commit of live.value) versions.push(await versionOf(home, environment, commit, source, asked));
  }
  if (versions.length > 0) return { kind: 'deployed', service, versions };
  return { kind: 'absent', service, elsewhere: await environmentsOf(source.github) };
}
