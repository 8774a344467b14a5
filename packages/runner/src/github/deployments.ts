import { type Deployment, type DeploymentDraft, type Deployments, fitDescription, outcomeOfRefusal } from '@slipway/github';
import { type Connection, hasNext, read } from './connection.ts';
import { patiently, write } from './write.ts';

const PAGE_LENGTH = 100;

/** GitHub gives a payload back as it was taken, which may be text. */
function payloadOf(payload: unknown): Deployment['payload'] {
  return typeof payload === 'object' && payload !== null ? { ...payload } : {};
}

/** https://docs.github.com/en/rest/deployments/deployments#create-a-deployment */
function requestOf({ sha, environment, description, payload, production, transient }: DeploymentDraft) {
  return {
    ref: sha,
    environment,
    description: fitDescription(description),
    payload,
    // The commit was tested by whoever asks for the deploy; GitHub is told of it, and decides nothing.
    auto_merge: false,
    required_contexts: [],
    transient_environment: transient,
    ...(production !== undefined && { production_environment: production }),
  };
}

function writesOver({ octokit, at, token, world }: Connection): Pick<Deployments, 'createDeployment' | 'sayOfDeployment'> {
  return {
    createDeployment: async (draft) => {
      const made = await patiently(() => octokit.rest.repos.createDeployment({ ...at, ...requestOf(draft) }), token, world);
      if ('refusal' in made) return outcomeOfRefusal(made.refusal);
      const { data } = made.value;
      if ('id' in data) return { kind: 'made', id: data.id };
      const remedy = 'Run the job again.';
      return { kind: 'failed', problem: { code: 'GITHUB_REFUSED', message: data.message ?? 'No deployment was made.', remedy } };
    },
    sayOfDeployment: (deployment, { state, description, logUrl, environmentUrl }) =>
      write(
        () =>
          octokit.rest.repos.createDeploymentStatus({
            ...at,
            deployment_id: deployment,
            state,
            description: fitDescription(description),
            auto_inactive: true,
            ...(logUrl !== undefined && { log_url: logUrl }),
            ...(environmentUrl !== undefined && { environment_url: environmentUrl }),
          }),
        token,
        world,
      ),
  };
}

/** The deployments of a repository, over the REST API. */
export function deploymentsOver(connection: Connection): Deployments {
  const { octokit, at } = connection;
  return {
    listDeployments: (environment, page, sha) =>
      read(
        connection,
        () =>
          octokit.rest.repos.listDeployments({
            ...at,
            per_page: PAGE_LENGTH,
            page,
            ...(environment !== undefined && { environment }),
            ...(sha !== undefined && { sha }),
          }),
        ({ data, headers }) => ({
          items: data.map(({ id, sha: commit, environment: of, created_at, updated_at, payload }) => ({
            id,
            sha: commit,
            environment: of,
            createdAt: Date.parse(created_at),
            updatedAt: Date.parse(updated_at),
            payload: payloadOf(payload),
          })),
          more: hasNext(headers.link),
        }),
      ),
    listDeploymentStatuses: (deployment) =>
      read(
        connection,
        () => octokit.rest.repos.listDeploymentStatuses({ ...at, deployment_id: deployment, per_page: PAGE_LENGTH }),
        ({ data }) =>
          data.map(({ id, state, created_at, log_url, description }) => ({
            id,
            state,
            createdAt: Date.parse(created_at),
            ...(log_url && { logUrl: log_url }),
            ...(description && { description }),
          })),
      ),
    ...writesOver(connection),
  };
}
