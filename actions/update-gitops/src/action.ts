import { choice, defineAction, flag, integer, list, path, secret, text } from '@slipway/metadata';
import { layoutProblems } from './layout.ts';

/** Where is written, and how it gets there. */
const PLACE = ['repository', 'token', 'branch', 'deliver', 'commitVia', 'environment', 'run', 'attempts', 'dryRun'] as const;
/** For whom. */
const SERVICE = ['service', 'image', 'file', ...PLACE] as const;
/** How the file says an image. */
const WRITE = ['tag', 'layout', 'at', 'paths', 'evidence'] as const;

/** The metadata of update-gitops. */
export const action = defineAction({
  name: 'update-gitops',
  title: 'Update GitOps',
  description:
    'Writes the image of a service into a configuration repository, and nothing else, however many services write at once',
  branding: { icon: 'git-commit', color: 'blue' },
  inputs: {
    service: text('Name of the service', { required: true, example: 'order-service' }),
    image: text('The image with its digest, and its tag where the file has one; for `rollback` and `lift` the bad one', {
      required: true,
      example: `ghcr.io/org/order-service:\${{ github.sha }}@\${{ needs.publish.outputs.digest }}`,
    }),
    tag: text('Tag of the image, where `image` has none and the file has one', { example: `\${{ github.sha }}` }),
    repository: text('The configuration repository: `owner/name`, or an https address', {
      required: true,
      example: 'org/config',
    }),
    token: secret('Token that may write the contents of the configuration repository', {
      example: `\${{ steps.app.outputs.token }}`,
    }),
    file: path('The file in the configuration repository', {
      required: true,
      example: 'production/order-service/kustomization.yaml',
    }),
    layout: choice('How the file says an image', ['kustomize', 'helm', 'manifest', 'paths'], { default: 'kustomize' }),
    at: text(
      "Where in the file: for `kustomize` the entry's name (the image's by default), for `helm` the path of the map (`image` by default), for `manifest` the last part of the container's image (the service's name by default)",
    ),
    paths: list(
      'For `paths`, one a line: `image`, `repository`, `tag`, `digest` or `tag@digest`, a blank, and the path of the value that holds it',
    ),
    changes: path(
      'The file in the workspace that lists the changes, in YAML or JSON: for each its `service`, `image` and `file`, and where they differ `tag`, `layout`, `at`, `paths`, `environment`, `run`, `source` and `evidence`',
      { required: true, example: 'changes.yaml' },
    ),
    folder: path('The folder whose changes are looked at', { required: true, example: 'production' }),
    since: text('A commit, tag or branch: only what came after it is looked at'),
    branch: text('The branch that is written to', { default: 'main' }),
    deliver: choice(
      'How the change gets to the branch: a commit, a pull request of the service that is kept up to date, or a pull request where a rule forbids the commit',
      ['commit', 'pull-request', 'auto'],
      { default: 'commit' },
    ),
    commitVia: choice(
      "Who makes the commit: `git`, which pushes it; `api`, GitHub itself, which signs it where the token is an app's; or `auto`, GitHub where a rule asks for signatures and git otherwise",
      ['git', 'api', 'auto'],
      { default: 'auto' },
    ),
    environment: text('The environment that the file is of, for the log', { example: 'production' }),
    reason: text('Why the service goes back, or why the image may be written again; it is kept in the commit', {
      required: true,
      example: 'error rate of 12 % over 5 %',
    }),
    evidence: text('Where the evidence for the digest is, for the log'),
    run: text("Number of the run, as `id` or `id.attempt`; a higher one is newer. By default the run's own"),
    attempts: integer('How often the server is asked to take the commit at most', { default: '50', min: 1, max: 500 }),
    dryRun: flag('Tell what would change, and write nothing', { default: 'false' }),
  },
  outputs: {
    outcome:
      'What became of it: written, unchanged, superseded, held or planned, of a batch what weighs most; for `check`: clean or held; for `audit`: clean or unaccounted',
    changed: 'Whether a commit was written (true or false)',
    commit: 'The commit that has the image; empty when it was superseded or nothing was written',
    attempts: 'How many attempts it took',
    pullRequest: 'Address of the pull request, where one brings the change',
    digest: 'The digest that the file has now; after a rollback the one that it went back to',
    image: 'The same with the repository of the image',
    results:
      'For `batch`, a JSON list with `service`, `file`, `digest` and `outcome` of each change; for `audit`, with `commit`, `author`, `file` and `lack` of each that names no evidence',
  },
  permissions: {},
  modes: {
    write: { description: 'Writes the image into the file', inputs: [...SERVICE, ...WRITE] },
    batch: {
      description: 'Writes the images of several services in one commit, each judged by itself',
      inputs: ['changes', ...PLACE, 'evidence'],
      arguments: ['changes'],
    },
    rollback: {
      description: "Puts the service's image back as it was before, and holds the bad digest, in one commit",
      inputs: [...SERVICE, ...WRITE, 'reason'],
    },
    lift: { description: 'Lets a held digest be written again', inputs: [...SERVICE, 'reason'] },
    check: { description: 'Looks in a checkout of the configuration repository for images that are held', inputs: [] },
    audit: {
      description: 'Looks in the history of such a checkout for changes of a folder whose commits name no evidence',
      inputs: ['folder', 'since'],
      arguments: ['folder'],
    },
  },
  contradictions: (inputs) => (inputs.mode === 'write' || inputs.mode === 'rollback' ? layoutProblems(inputs) : []),
});
