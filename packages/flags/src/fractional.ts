/** A variant's share in a percentage rollout. */
export interface Share {
  /** Undefined where the variant is not written out. */
  readonly variant: string | undefined;
  readonly weight: number;
  /** The entry's place in the rollout, and the place of its weight in the entry where one is written. */
  readonly at: readonly (string | number)[];
  readonly weightAt?: readonly (string | number)[];
}

/** A percentage rollout within a flag's rules. */
export interface Fractional {
  /** From the rules of the flag. */
  readonly path: readonly (string | number)[];
  readonly shares: readonly Share[];
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Without a weight an entry counts 1 (https://flagd.dev/reference/custom-operations/fractional-operation). */
function shareOf(entry: unknown, index: number): readonly Share[] {
  if (!Array.isArray(entry)) return [];
  const [variant, weight] = entry as readonly unknown[];
  const named = typeof variant === 'string' ? variant : undefined;
  if (weight === undefined) return [{ variant: named, weight: 1, at: [index, 0] }];
  return typeof weight === 'number' ? [{ variant: named, weight, at: [index, 0], weightAt: [index, 1] }] : [];
}

/** Every percentage rollout in a flag's rules, however deep. */
export function fractionalsOf(rules: unknown, path: readonly (string | number)[] = []): readonly Fractional[] {
  if (Array.isArray(rules)) return rules.flatMap((each, index) => fractionalsOf(each, [...path, index]));
  if (!isTree(rules)) return [];
  return Object.entries(rules).flatMap(([key, value]) => {
    const here = [...path, key];
    if (key !== 'fractional' || !Array.isArray(value)) return fractionalsOf(value, here);
    return [{ path: here, shares: value.flatMap(shareOf) }];
  });
}
