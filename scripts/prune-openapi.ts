/**
 * Cuts the routes we use out of GitHub's OpenAPI description, for the stand-in that judges our requests by it.
 *
 * `node scripts/prune-openapi.ts <folder of the unpacked npm package @octokit/openapi>` writes test/github/openapi.json,
 * which `npm run format` then lays out.
 * The package is no dependency of ours: it is hundreds of megabytes, for routes that make a few kilobytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Tree = { [key: string]: Json };

/** The routes that the stand-in answers; a route that an adapter begins to use is added here. */
const ROUTES: readonly (readonly [string, string])[] = [
  ['/repos/{owner}/{repo}/statuses/{sha}', 'post'],
  ['/repos/{owner}/{repo}/commits/{ref}/statuses', 'get'],
  ['/repos/{owner}/{repo}/commits/{ref}/status', 'get'],
  ['/repos/{owner}/{repo}/compare/{basehead}', 'get'],
  ['/repos/{owner}/{repo}/deployments', 'get'],
  ['/repos/{owner}/{repo}/deployments', 'post'],
  ['/repos/{owner}/{repo}/deployments/{deployment_id}/statuses', 'get'],
  ['/repos/{owner}/{repo}/deployments/{deployment_id}/statuses', 'post'],
  ['/repos/{owner}/{repo}/codeowners/errors', 'get'],
  ['/repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}', 'get'],
  ['/repos/{owner}/{repo}/git/trees/{tree_sha}', 'get'],
  ['/repos/{owner}/{repo}/git/blobs/{file_sha}', 'get'],
  ['/repos/{owner}/{repo}/git/trees', 'post'],
  ['/repos/{owner}/{repo}/git/commits', 'post'],
  ['/repos/{owner}/{repo}/git/refs', 'post'],
  ['/repos/{owner}/{repo}/git/refs/{ref}', 'patch'],
  ['/repos/{owner}/{repo}/issues', 'get'],
  ['/repos/{owner}/{repo}/issues', 'post'],
  ['/repos/{owner}/{repo}/issues/{issue_number}', 'patch'],
  ['/repos/{owner}/{repo}/issues/{issue_number}/comments', 'get'],
  ['/repos/{owner}/{repo}/issues/{issue_number}/comments', 'post'],
  ['/repos/{owner}/{repo}/issues/comments/{comment_id}', 'patch'],
  ['/repos/{owner}/{repo}/issues/comments/{comment_id}', 'delete'],
  ['/repos/{owner}/{repo}/commits/{ref}/check-runs', 'get'],
  ['/repos/{owner}/{repo}/check-runs', 'post'],
  ['/repos/{owner}/{repo}/check-runs/{check_run_id}', 'patch'],
  ['/repos/{owner}/{repo}/pulls', 'get'],
  ['/repos/{owner}/{repo}/pulls', 'post'],
  ['/repos/{owner}/{repo}/pulls/{pull_number}', 'patch'],
  ['/repos/{owner}/{repo}/code-scanning/sarifs', 'post'],
  ['/repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}', 'get'],
];

/** Keys that say nothing about what is right. */
const SILENT = new Set(['description', 'summary', 'tags', 'example', 'examples', 'x-github', 'x-octokit', 'x-webhooks', 'title']);

const isTree = (value: Json | undefined): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value without what is only for people; below `properties`, a key is a field's name and never left out. */
function quiet(value: Json, fields = false): Json {
  if (Array.isArray(value)) return value.map((each) => quiet(each));
  if (!isTree(value)) return value;
  const kept = Object.entries(value).filter(([key]) => fields || !SILENT.has(key));
  return Object.fromEntries(kept.map(([key, each]) => [key, quiet(each, !fields && key === 'properties')]));
}

function at(document: Tree, pointer: string): Json {
  const found = pointer
    .replace('#/', '')
    .split('/')
    .reduce<Json | undefined>((value, key) => (isTree(value) ? value[key] : undefined), document);
  if (found === undefined) throw new Error(`The description has no ${pointer}.`);
  return found;
}

function references(value: Json): readonly string[] {
  return [...JSON.stringify(value).matchAll(/"\$ref":"([^"]+)"/g)].map(([, pointer]) => pointer ?? '');
}

function put(target: Tree, pointer: string, value: Json): void {
  const keys = pointer.replace('#/', '').split('/');
  const last = keys.pop() ?? '';
  let place = target;
  for (const key of keys) {
    const next = place[key];
    const inner = isTree(next) ? next : {};
    place[key] = inner;
    place = inner;
  }
  place[last] = value;
}

/** The description with the routes alone, and everything that they refer to. */
export function prune(document: Tree, version: string, routes = ROUTES): Tree {
  const pruned: Tree = { openapi: document['openapi'] ?? '', info: { title: `@octokit/openapi ${version}`, version } };
  const wanted: string[] = [];
  const keep = (pointer: string, value: Json): void => {
    const kept = quiet(value);
    put(pruned, pointer, kept);
    wanted.push(...references(kept));
  };
  const paths: Tree = {};
  for (const [path, method] of routes) {
    const methods = isTree(document['paths']) ? document['paths'][path] : undefined;
    const operation = isTree(methods) ? methods[method] : undefined;
    if (operation === undefined) throw new Error(`The description has no ${method} ${path}.`);
    const kept = quiet(operation);
    const others = paths[path];
    paths[path] = { ...(isTree(others) && others), [method]: kept };
    wanted.push(...references(kept));
  }
  pruned['paths'] = paths;
  const seen = new Set<string>();
  for (let pointer = wanted.pop(); pointer !== undefined; pointer = wanted.pop()) {
    if (seen.has(pointer)) continue;
    seen.add(pointer);
    keep(pointer, at(document, pointer));
  }
  return pruned;
}

if (import.meta.main) {
  const [folder = ''] = process.argv.slice(2);
  const read = (path: string): Tree => JSON.parse(readFileSync(join(folder, path), 'utf8')) as Tree;
  const pruned = prune(read('generated/api.github.com.json'), String(read('package.json')['version']));
  const target = new URL('../test/github/openapi.json', import.meta.url);
  writeFileSync(target, `${JSON.stringify(pruned, null, 2)}\n`);
  console.log(`Wrote ${ROUTES.length} routes of version ${String(read('package.json')['version'])}.`);
}
