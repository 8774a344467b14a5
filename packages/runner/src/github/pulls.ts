import { outcomeOfRefusal, type PullRequests } from '@slipway/github';
import { type Connection, read } from './connection.ts';
import { patiently, write } from './write.ts';

/** Pull requests of a repository, over the REST API. */
export function pullsOver(connection: Connection): PullRequests {
  const { octokit, at, token, world } = connection;
  const { pulls } = octokit.rest;
  return {
    findPullRequest: (head, base) =>
      read(
        connection,
        // Without its owner, GitHub passes over what `head` says.
        () => pulls.list({ ...at, state: 'open', head: `${at.owner}:${head}`, base, per_page: 1 }),
        ({ data: [found] }) => found && { number: found.number, url: found.html_url },
      ),
    createPullRequest: async ({ title, body, head, base }) => {
      const made = await patiently(() => pulls.create({ ...at, title, body, head, base }), token, world);
      if ('value' in made) return { kind: 'made', number: made.value.data.number, url: made.value.data.html_url };
      return outcomeOfRefusal(made.refusal);
    },
    updatePullRequest: (number, { title, body }) =>
      write(() => pulls.update({ ...at, pull_number: number, title, body }), token, world),
  };
}
