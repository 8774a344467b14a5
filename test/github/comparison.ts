import type { State } from './state.ts';

/** The commit and all its ancestors. */
function history(state: State, sha: string): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const waiting = [sha]; waiting.length > 0; ) {
    const next = waiting.pop() ?? '';
    if (!seen.has(next)) waiting.push(...state.parents(next));
    seen.add(next);
  }
  return seen;
}

function commit(state: State, sha: string, url: string): object {
  const tree = { sha, url: `${url}/git/trees/${sha}` };
  const about = { author: null, committer: null, comment_count: 0, message: '', tree, url };
  const parents = state.parents(sha).map((parent) => ({ sha: parent, url: `${url}/commits/${parent}` }));
  const addresses = { url: `${url}/commits/${sha}`, html_url: url, comments_url: url };
  return { sha, node_id: `C_${sha}`, commit: about, author: null, committer: null, parents, ...addresses };
}

/**
 * The answer to a comparison; undefined when the commits have no common ancestor.
 *
 * https://docs.github.com/en/rest/commits/commits#compare-two-commits
 */
export function comparison(state: State, base: string, head: string, url: string): object | undefined {
  const [ofBase, ofHead] = [history(state, base), history(state, head)];
  const shared = [...ofHead].find((sha) => ofBase.has(sha));
  if (shared === undefined) return undefined;
  const [ahead, behind] = [ofHead.size, ofBase.size].map((size) => size - [...ofHead].filter((sha) => ofBase.has(sha)).length);
  const status = ahead === 0 ? (behind === 0 ? 'identical' : 'behind') : behind === 0 ? 'ahead' : 'diverged';
  const addresses = { url, html_url: url, permalink_url: url, diff_url: `${url}.diff`, patch_url: `${url}.patch` };
  const commits = { base_commit: commit(state, base, url), merge_base_commit: commit(state, shared, url), commits: [] };
  return { ...addresses, ...commits, status, ahead_by: ahead, behind_by: behind, total_commits: ahead };
}
