import { folderOf, gitIn, gitSays } from './git-data.ts';
import type { Refused, Rule } from './refused.ts';
import type { Request } from './request.ts';
import type { State } from './state.ts';

const refused = ({ route }: Request, message: string): Refused => ({ status: 422, message, documentation: route.documentation });

const has = (folder: string, id: unknown, kind: string): boolean =>
  typeof id === 'string' && /^[0-9a-f]{40}$/.test(id) && gitSays(folder, ['cat-file', '-e', `${id}^{${kind}}`]);

/** https://docs.github.com/en/rest/git/trees#create-a-tree, https://docs.github.com/en/rest/git/commits#create-a-commit */
const knownObjects: Rule = (request, state) => {
  const folder = folderOf(request, state);
  const { route, body } = request;
  if (folder === undefined) return undefined;
  if (route.id === 'git/create-tree')
    return has(folder, body['base_tree'], 'tree') ? undefined : refused(request, 'base_tree is not a valid tree oid');
  if (route.id !== 'git/create-commit') return undefined;
  if (!has(folder, body['tree'], 'tree')) return refused(request, 'Tree SHA does not exist');
  const parents = body['parents'] as readonly string[];
  return parents.every((parent) => has(folder, parent, 'commit'))
    ? undefined
    : refused(request, 'Parent SHA does not exist or is not a commit object');
};

/** The branch that a request creates or moves. */
function targetOf({ route, parameters, body }: Request): string | undefined {
  if (route.id === 'git/create-ref') return String(body['ref']);
  return route.id === 'git/update-ref' ? `refs/${parameters['ref']}` : undefined;
}

/** The answers as they are seen: https://github.com/octokit/octokit.rb/issues/1218, https://github.com/philschatz/octokit.js/issues/21 */
const movableBranch: Rule = (request, state) => {
  const [folder, ref] = [folderOf(request, state), targetOf(request)];
  if (folder === undefined || ref === undefined) return undefined;
  const { sha, force = false } = request.body;
  if (!has(folder, sha, 'commit')) return refused(request, 'Object does not exist');
  const exists = gitSays(folder, ['rev-parse', '--verify', '--quiet', ref]);
  if (request.route.id === 'git/create-ref') return exists ? refused(request, 'Reference already exists') : undefined;
  if (!exists) return refused(request, 'Reference does not exist');
  const forward = gitSays(folder, ['merge-base', '--is-ancestor', ref, String(sha)]);
  return forward || force === true ? undefined : refused(request, 'Update is not a fast forward');
};

const WORDS = {
  signatures: 'Commits must have verified signatures.',
  'pull-request': 'Changes must be made through a pull request.',
} as const;

function isBroken(rule: keyof typeof WORDS, folder: string, ref: string, sha: string, state: State): boolean {
  if (rule === 'pull-request') return true;
  const added = gitIn(folder, ['rev-list', sha, `^${ref}`]).split('\n');
  return added.some((commit) => commit !== '' && !state.signed.has(commit));
}

/** The answer as it is seen: https://github.com/satisfactory-factories/application/issues/67 */
const keptRules: Rule = (request, state) => {
  const [folder, ref] = [folderOf(request, state), targetOf(request)];
  if (folder === undefined || ref === undefined) return undefined;
  const { owner, repo } = request.parameters;
  const rules = state.repository(`${owner}/${repo}`)?.rules?.[ref.replace('refs/heads/', '')] ?? [];
  const broken = rules.filter((rule) => isBroken(rule, folder, ref, String(request.body['sha']), state));
  if (broken.length === 0) return undefined;
  return refused(request, ['Repository rule violations found', ...broken.map((rule) => WORDS[rule])].join('\n\n'));
};

/** What GitHub holds of git's objects and branches beyond its description. */
export const GIT_RULES: readonly Rule[] = [knownObjects, movableBranch, keptRules];
