import type { Conversations } from '@slipway/github';
import { type Connection, hasNext, read } from './connection.ts';
import { write } from './write.ts';

const PAGE_LENGTH = 100;

/** Comments and issues of a repository, over the REST API; GitHub keeps a pull request's comments with its issues'. */
export function conversationsOver(connection: Connection): Conversations {
  const { octokit, at, token, world } = connection;
  const { issues } = octokit.rest;
  const writing = (request: () => Promise<unknown>): ReturnType<typeof write> => write(request, token, world);
  return {
    listComments: (pullRequest, page) =>
      read(
        connection,
        () => issues.listComments({ ...at, issue_number: pullRequest, per_page: PAGE_LENGTH, page }),
        ({ data, headers }) => ({ items: data.map(({ id, body = '' }) => ({ id, body })), more: hasNext(headers.link) }),
      ),
    createComment: (pullRequest, body) => writing(() => issues.createComment({ ...at, issue_number: pullRequest, body })),
    updateComment: (id, body) => writing(() => issues.updateComment({ ...at, comment_id: id, body })),
    deleteComment: (id) => writing(() => issues.deleteComment({ ...at, comment_id: id })),
    listIssues: (label, page) =>
      read(
        connection,
        () => issues.listForRepo({ ...at, labels: label, state: 'open', per_page: PAGE_LENGTH, page }),
        ({ data, headers }) => ({
          items: data
            .filter((issue) => issue.pull_request === undefined)
            .map(({ number, body }) => ({ id: number, body: body ?? '' })),
          more: hasNext(headers.link),
        }),
      ),
    createIssue: (title, body, label) => writing(() => issues.create({ ...at, title, body, labels: [label] })),
    updateIssue: (number, body) => writing(() => issues.update({ ...at, issue_number: number, body })),
    closeIssue: (number) =>
      writing(() => issues.update({ ...at, issue_number: number, state: 'closed', state_reason: 'completed' })),
  };
}
