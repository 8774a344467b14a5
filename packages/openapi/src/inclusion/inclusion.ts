import type { Node } from '../document/node.ts';
import type { Conjunction } from '../schema/alternatives.ts';
import type { Shape } from '../schema/shape.ts';
import { arrayRelation } from './array.ts';
import { keywordReasons } from './keyword.ts';
import { objectRelation } from './object.ts';
import { fitting, isForked, overlapReason, rivalsAmong } from './overlap.ts';
import { type Edge, isWrong, type Reason, type Relation, type View } from './reason.ts';
import { scalarReasons } from './scalar.ts';
import { meant, pieces, unionReason, ways } from './union.ts';

/** A reason with the steps that lead to it: properties, `[]` for the items of a list. */
export interface Found {
  readonly path: readonly string[];
  readonly reason: Reason;
}

/** A relation, and the steps that led to it. */
interface Reached {
  readonly relation: Relation;
  readonly from?: Reached;
  readonly step?: string;
}

function pathTo(reached: Reached, property: string | undefined): readonly string[] {
  const path = property === undefined ? [] : [property];
  for (let at: Reached | undefined = reached; at !== undefined; at = at.from) if (at.step !== undefined) path.unshift(at.step);
  return path;
}

/**
 * Judges whether all values of one schema are values of another.
 *
 * It remembers what it finds of a pair of schemas, so that schemas that hold themselves come to an end and schemas that many
 * operations use are compared once. It errs on one side: keywords whose sets are not reasoned about, such as `not`, must be
 * written alike. That no two branches of a `oneOf` hold at once is looked at where there was no `oneOf` before, and not in answers
 * that were seen.
 */
export class Inclusion {
  readonly #view: View;
  readonly #ids = new Map<object, number>();
  readonly #relations = new Map<string, Relation>();
  readonly #spotless = new Set<Relation>();
  readonly #below = new Map<Edge, Relation>();
  #next = 0;

  constructor(view: View) {
    this.#view = view;
  }

  /** Every reason why values of `sub` are none of `sup`; none when all of them are. */
  reasons(sub: Conjunction, sup: Conjunction): readonly Found[] {
    const root = this.#relate({ sub, sup });
    if (this.#spotless.has(root)) return [];
    const found = this.#search(root);
    if (found.length === 0) this.#markSpotless(root);
    return found;
  }

  #idOf({ value }: Node): string {
    if (typeof value !== 'object' || value === null) return String(value);
    const known = this.#ids.get(value) ?? this.#next++;
    this.#ids.set(value, known);
    return String(known);
  }

  #under(edge: Edge): Relation {
    const known = this.#below.get(edge) ?? this.#relate(edge);
    this.#below.set(edge, known);
    return known;
  }

  #keyOf(schemas: Conjunction): string {
    const [only] = schemas;
    if (schemas.length === 1 && only !== undefined) return this.#idOf(only);
    return [...new Set(schemas.map((each) => this.#idOf(each)))].sort().join(',');
  }

  #relate({ sub, sup }: Pick<Edge, 'sub' | 'sup'>): Relation {
    const key = `${this.#keyOf(sub)}<${this.#keyOf(sup)}`;
    const known = this.#relations.get(key);
    if (known !== undefined) return known;
    // Remembered before it is filled: a pair that leads back to itself holds as long as nothing else speaks against it.
    const relation: Relation = { reasons: [], edges: [] };
    this.#relations.set(key, relation);
    const [subs, sups] = [ways(sub), ways(sup)];
    const [single] = sups;
    const one = sups.length === 1 && single !== undefined;
    for (const { reasons, edges } of one ? subs.map((each) => this.#shapes(each, single)) : this.#among(subs, sups)) {
      relation.reasons.push(...reasons);
      relation.edges.push(...edges);
    }
    if (this.#view !== 'answer') relation.reasons.push(...this.#overlaps(subs, sups));
    return relation;
  }

  #shapes(sub: Shape, sup: Shape): Relation {
    const both = (type: 'object' | 'array'): boolean => sub.values === undefined && sub.types.has(type) && sup.types.has(type);
    const objects = both('object') ? objectRelation(sub, sup, this.#view) : undefined;
    const arrays = both('array') ? arrayRelation(sub, sup) : undefined;
    return {
      reasons: [...scalarReasons(sub, sup), ...(objects?.reasons ?? []), ...(arrays?.reasons ?? []), ...this.#keywords(sub, sup)],
      edges: [...(objects?.edges ?? []), ...(arrays?.edges ?? [])],
    };
  }

  /** A value that was seen is not written alike, or otherwise: what it is by these keywords cannot be told. */
  #keywords(sub: Shape, sup: Shape): readonly Reason[] {
    const reasons = keywordReasons(sub, sup);
    if (this.#view !== 'answer') return reasons;
    return reasons.map((reason) => (reason.kind === 'keyword' ? { ...reason, kind: 'unproven' as const } : reason));
  }

  /** Each piece of the one union beside the alternative of the other that it fits best. */
  #among(subs: readonly Shape[], sups: readonly Shape[]): readonly Relation[] {
    const parts = subs.flatMap((sub, index) => pieces(sub).map((piece) => ({ piece, index })));
    return parts.map(({ piece, index }): Relation => {
      const tried = sups.map((sup) => this.#shapes(piece, sup));
      const grades = tried.map((relation) => this.#grade(relation));
      const best = Math.max(...grades);
      const at = best > 0 ? grades.indexOf(best) : meant(piece, index, sups);
      return tried[at ?? -1] ?? { reasons: [unionReason(piece, sups)], edges: [] };
    });
  }

  /** What meets two branches of a `oneOf` is refused by it: looked for where the narrower side has no `oneOf` of its own. */
  #overlaps(subs: readonly Shape[], sups: readonly Shape[]): readonly Reason[] {
    const rivals = rivalsAmong(sups);
    const plain = rivals.length === 0 ? [] : subs.filter((sub) => !isForked(sub)).flatMap(pieces);
    return plain.flatMap((piece) => {
      const met = rivals.find(({ pair }) => {
        const values = fitting(piece, pair);
        return pair.every((sup) => this.#grade(this.#shapes(values, sup)) > 0);
      });
      return met === undefined ? [] : [overlapReason(piece, met)];
    });
  }

  /** How well one shape is within another: 2 without a word, 1 without a wrong value, 0 not. */
  #grade(relation: Relation): number {
    const found = this.#search(relation);
    if (found.some(({ reason }) => isWrong(reason))) return 0;
    return found.length === 0 ? 2 : 1;
  }

  /** Every reason that can be reached, the nearest path to each; without recursion, for schemas may be chained for long. */
  #search(root: Relation): readonly Found[] {
    const found: Found[] = [];
    const seen = new Set([root]);
    const open: Reached[] = [{ relation: root }];
    for (const at of open) {
      for (const reason of at.relation.reasons) found.push({ reason, path: pathTo(at, reason.property) });
      for (const edge of at.relation.edges) {
        const relation = this.#under(edge);
        if (seen.has(relation) || this.#spotless.has(relation)) continue;
        seen.add(relation);
        open.push({ relation, from: at, step: edge.step });
      }
    }
    return found;
  }

  #markSpotless(root: Relation): void {
    const seen = new Set([root]);
    for (const relation of seen) {
      this.#spotless.add(relation);
      for (const edge of relation.edges) {
        const next = this.#under(edge);
        if (!this.#spotless.has(next)) seen.add(next);
      }
    }
  }
}
