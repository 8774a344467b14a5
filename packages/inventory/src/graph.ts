import type { Package } from './package.ts';

/** A package of a lockfile with the keys of those that it needs. */
export interface Node {
  /** Unique within the lockfile. */
  readonly key: string;
  readonly package: Omit<Package, 'direct' | 'via'>;
  /** Keys of other nodes; a key that no node has counts as nothing, for an optional package may be left out. */
  readonly needs: readonly string[];
}

/** The keys that the project itself names. */
export interface Roots {
  readonly direct: readonly string[];
  /** Named for development only; undefined where the lockfile says of each package whether it is. */
  readonly development?: readonly string[];
}

/** Shortest ways from the roots to every node, in steps from node to node; a node without an entry is not reached. */
function stepsFrom(roots: readonly string[], nodes: ReadonlyMap<string, Node>): ReadonlyMap<string, string | undefined> {
  const steps = new Map<string, string | undefined>();
  for (const root of roots) if (nodes.has(root)) steps.set(root, undefined);
  // The map grows while it is walked, which makes it the queue of a breadth-first search.
  for (const key of steps.keys())
    for (const need of nodes.get(key)?.needs ?? []) if (nodes.has(need) && !steps.has(need)) steps.set(need, key);
  return steps;
}

function wayTo(key: string, steps: ReadonlyMap<string, string | undefined>, nodes: ReadonlyMap<string, Node>): readonly string[] {
  const way: string[] = [];
  for (let at: string | undefined = key; at !== undefined; at = steps.get(at)) way.push(nodes.get(at)?.package.name ?? at);
  return way.reverse();
}

/** Tells for each package whether the project names it, by which shortest way it comes in, and what it is needed for. */
export function trace(all: readonly Node[], { direct, development }: Roots): readonly Package[] {
  const nodes = new Map(all.map((node) => [node.key, node]));
  const steps = stepsFrom([...direct, ...(development ?? [])], nodes);
  const running = development === undefined ? undefined : stepsFrom(direct, nodes);
  return all.map(({ key, package: of }) => ({
    ...of,
    dev: running === undefined ? of.dev : steps.has(key) && !running.has(key),
    direct: steps.has(key) && steps.get(key) === undefined,
    ...(steps.has(key) && { via: wayTo(key, steps, nodes) }),
  }));
}
