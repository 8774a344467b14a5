import { type Found, type Inclusion, isWrong, type Node, type Spot } from '@slipway/openapi';
import { exampleSchema, schemaNode } from './reader.ts';

/** What is said of one place of an answer, before it is told on a line. */
export interface LiveFinding {
  readonly rule: string;
  readonly kind: 'wrong' | 'unjudged';
  readonly spot: Spot;
  readonly words: string;
  readonly at: Node;
}

/** No one writes deeper by hand, and what a program nests without end must not end this one. */
const DEPTH_MAX = 200;

function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= DEPTH_MAX; depth += 1) {
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (level.length === 0) return false;
  }
  return true;
}

function wordsFor({ reason: { kind, given, wanted } }: Found): string {
  if (kind === 'property-missing') return 'must be there, and is missing';
  if (kind === 'property-forbidden')
    return wanted === 'must not be there' ? 'is there, and must not be' : `is there, and ${wanted}`;
  if (kind === 'unproven') return `could not be judged: it must be ${wanted}, which is not reasoned about`;
  return `must be ${wanted}, and is ${given}`;
}

/** What speaks against one value by its schema. */
export function valueFindings(
  value: unknown,
  schema: Node,
  { rule, spot, inclusion }: { readonly rule: string; readonly spot: Spot; readonly inclusion: Inclusion },
): readonly LiveFinding[] {
  if (isTooDeep(value)) {
    const words = `could not be judged: it is nested more than ${DEPTH_MAX} deep`;
    return [{ rule: `${rule}-unjudged`, kind: 'unjudged', spot, words, at: schema }];
  }
  const found = inclusion.reasons([schemaNode(exampleSchema(value))], [schema]);
  return found
    .filter(({ reason }) => isWrong(reason) || reason.kind === 'unproven')
    .map((each): LiveFinding => {
      const at = each.reason.sup ?? schema;
      const told = { spot: { ...spot, path: [...spot.path, ...each.path] }, words: wordsFor(each), at };
      return isWrong(each.reason)
        ? { rule: `${rule}-wrong`, kind: 'wrong', ...told }
        : { rule: `${rule}-unjudged`, kind: 'unjudged', ...told };
    });
}

/** The findings of the reading of a text that the fewest speak against: a header is text, whatever type it has. */
export function bestReading(
  readings: readonly unknown[],
  judge: (value: unknown) => readonly LiveFinding[],
): readonly LiveFinding[] {
  const tried = readings.map(judge);
  const clean = tried.find((each) => each.length === 0) ?? tried.find((each) => each.every(({ kind }) => kind === 'unjudged'));
  return clean ?? tried[0] ?? [];
}
