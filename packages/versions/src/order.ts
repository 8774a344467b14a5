/** A sign as `sort` takes it: below zero, zero or above zero. */
export type Order = number;

/**
 * The order of two versions of one ecosystem; undefined when one of them is no version there, so that they cannot be
 * compared.
 */
export type Comparer = (a: string, b: string) => Order | undefined;

/** Makes a comparer of a parser, which gives undefined for what is no version, and of the order of what it gives. */
export function comparerOf<T>(parse: (text: string) => T | undefined, compare: (a: T, b: T) => Order): Comparer {
  return (a, b) => {
    const [first, second] = [parse(a), parse(b)];
    return first === undefined || second === undefined ? undefined : compare(first, second);
  };
}

/** The order of two texts by their code units, which for ASCII is that of their bytes. */
export const byText = (a: string, b: string): Order => (a === b ? 0 : a < b ? -1 : 1);

/** The order of two whole numbers written in digits, however long they are. */
export function byDigits(a: string, b: string): Order {
  const [first, second] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return first.length - second.length || byText(first, second);
}

/** The first order that is not zero, of the members of two lists; the list that ends first is filled with `missing`. */
export function byMembers<T>(a: readonly T[], b: readonly T[], missing: T, compare: (a: T, b: T) => Order): Order {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const order = compare(a[index] ?? missing, b[index] ?? missing);
    if (order !== 0) return order;
  }
  return 0;
}

/** The first order that is not zero, of the members of two lists; the list that ends first is lower. */
export function byPrefix<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => Order): Order {
  for (const [index, first] of a.slice(0, b.length).entries()) {
    const order = compare(first, b[index] as T);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
