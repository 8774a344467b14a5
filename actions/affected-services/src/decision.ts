import type { Inputs, InputsLookup, Service } from '@slipway/build-inputs';
import type { Digest } from '@slipway/oci';

/** What was found out about one service. */
export interface Facts {
  readonly service: Service;
  readonly inputs: Pick<Inputs, 'ruleOf'>;
  readonly lookup: InputsLookup;
  /** Names of the services whose images it builds on. */
  readonly buildsOn: readonly string[];
}

/** What becomes of a service. */
export type Decision = {
  readonly service: Service;
  /** Digest of its inputs; undefined when they cannot be told. */
  readonly inputs: Digest | undefined;
} & (
  | { readonly kind: 'unchanged'; readonly image: Digest }
  /** Built; each reason is a sentence. */
  | { readonly kind: 'affected'; readonly reasons: readonly string[]; readonly wave: number }
  /** Nobody can tell, so it is built as well. */
  | { readonly kind: 'unknown'; readonly reasons: readonly string[]; readonly wave: number }
);

/** How the reasons of a decision are found; they change nothing about it. */
export interface Explanation {
  /** Paths that changed, from the repository's root; undefined when Git does not know the commit to compare with. */
  readonly changed: readonly string[] | undefined;
  readonly since: string;
}

const NAMED = 3;

function changesIn(facts: Facts, { changed, since }: Explanation): readonly string[] {
  if (changed === undefined)
    return [`the registry has no image of these inputs; ${since} is not in this clone, so what changed is not told`];
  const read = changed.flatMap((path) => {
    const rule = facts.inputs.ruleOf(path);
    return rule === undefined ? [] : [`${JSON.stringify(path).slice(1, -1)} changed: ${rule}`];
  });
  if (read.length === 0) return [`the registry has no image of these inputs, although nothing of it changed since ${since}`];
  const more = read.length > NAMED ? [`${read.length - NAMED} more files of it changed`] : [];
  return [...read.slice(0, NAMED), ...more];
}

function builtOf(facts: readonly Facts[], all: boolean): ReadonlySet<string> {
  return new Set(facts.filter(({ lookup }) => all || lookup.kind !== 'found').map(({ service }) => service.name));
}

/** How many images must be built before a service's own; a service in a circle counts as the first. */
function waveOf(name: string, built: ReadonlySet<string>, all: readonly Facts[], above: readonly string[] = []): number {
  const on = all.find(({ service }) => service.name === name)?.buildsOn ?? [];
  const below = on.filter((each) => built.has(each) && !above.includes(each));
  return below.length === 0 ? 0 : 1 + Math.max(...below.map((each) => waveOf(each, built, all, [...above, name])));
}

/** Decides for each service whether it is built. Only an image of exactly its inputs spares it; everything else builds. */
export function decide(facts: readonly Facts[], all: boolean, explanation: Explanation): readonly Decision[] {
  const built = builtOf(facts, all);
  return facts.map((own): Decision => {
    const { lookup, buildsOn } = own;
    const about = { service: own.service, inputs: lookup.kind === 'unknown' ? undefined : lookup.inputs };
    const wave = waveOf(own.service.name, built, facts);
    if (all) return { ...about, kind: 'affected', reasons: ['all services are to be built'], wave };
    if (lookup.kind === 'found') return { ...about, kind: 'unchanged', image: lookup.image };
    if (lookup.kind === 'unknown') return { ...about, kind: 'unknown', reasons: lookup.doubts.map(({ reason }) => reason), wave };
    const below = buildsOn.filter((name) => built.has(name)).map((name) => `it builds on ${name}, which is built`);
    return { ...about, kind: 'affected', reasons: below.length > 0 ? below : changesIn(own, explanation), wave };
  });
}

/** The services of a wave as the matrix of a job, in which everything is text, as a workflow's inputs are. */
export function matrixOf(decisions: readonly Decision[], wave: (wave: number) => boolean): string {
  const include = decisions.flatMap((decision) => {
    if (decision.kind === 'unchanged' || !wave(decision.wave)) return [];
    const { name, image, request } = decision.service;
    const { context, dockerfile, target, platforms, buildArgs, secretIds } = request;
    return [
      {
        service: name,
        image: image ?? '',
        context,
        dockerfile,
        target: target ?? '',
        platforms: platforms.join('\n'),
        'build-args': Object.entries(buildArgs)
          .map(([key, value]) => `${key}=${value}`)
          .join('\n'),
        'secret-ids': secretIds.join('\n'),
      },
    ];
  });
  return JSON.stringify({ include });
}
