import { byDigits, byText, type Comparer, comparerOf, type Order } from './order.ts';

type Item =
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'word'; readonly rank: string }
  | { readonly kind: 'list'; readonly items: Item[] };

const QUALIFIERS = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];
const ALIASES: Readonly<Record<string, string>> = { ga: '', final: '', release: '', cr: 'rc' };
/** What one letter stands for when a digit follows. */
const LETTERS: Readonly<Record<string, string>> = { a: 'alpha', b: 'beta', m: 'milestone' };

/** Where a qualifier stands: the known ones by their place, all others behind them by the alphabet. */
function rankOf(qualifier: string): string {
  const place = QUALIFIERS.indexOf(ALIASES[qualifier] ?? qualifier);
  return place < 0 ? `${QUALIFIERS.length}-${qualifier}` : String(place);
}

const RELEASE = rankOf('');

function itemOf(text: string, beforeDigit = false): Item {
  if (/^\d/.test(text)) return { kind: 'number', digits: text.replace(/^0+/, '') };
  return { kind: 'word', rank: rankOf(beforeDigit ? (LETTERS[text] ?? text) : text) };
}

function isNull(item: Item): boolean {
  if (item.kind === 'number') return item.digits === '';
  return item.kind === 'word' ? item.rank === RELEASE : item.items.length === 0;
}

/** Takes away what changes nothing at the end of a list: zeros, releases and empty lists, also before a list. */
function normalize(items: Item[]): void {
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at];
    if (item === undefined) return;
    if (isNull(item)) items.splice(at, 1);
    else if (item.kind !== 'list') return;
  }
}

const TOKENS = /[.-]|[0-9]+|[^.\-0-9]+/g;

/** The lists within lists that a version stands for; a list begins at `-` and wherever digits and letters meet. */
function parseMaven(text: string): Item[] {
  const root: Item[] = [];
  const lists = [root];
  let list = root;
  const open = (): void => {
    const items: Item[] = [];
    list.push({ kind: 'list', items });
    lists.push(items);
    list = items;
  };
  const tokens = text.toLowerCase().match(TOKENS) ?? [];
  for (const [index, token] of tokens.entries()) {
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    const begins = before === undefined || before === '.' || before === '-';
    if (token === '.' || token === '-') {
      // Nothing between two separators is a zero.
      if (begins) list.push({ kind: 'number', digits: '' });
      if (token === '-') open();
      continue;
    }
    const isWord = !/^\d/.test(token);
    const joined = after !== undefined && after !== '.' && after !== '-';
    // `.X1` and a word at the end are read as `-X1` and `-X`.
    if (isWord && (joined || after === undefined) && list.length > 0) open();
    list.push(itemOf(token, joined));
    if (joined) open();
  }
  for (const items of lists.toReversed()) normalize(items);
  return root;
}

const KINDS = ['word', 'list', 'number'] as const;

/** The order of an item where the other version has ended. */
function beyond(item: Item): Order {
  if (item.kind === 'number') return item.digits === '' ? 0 : 1;
  if (item.kind === 'word') return byText(item.rank, RELEASE);
  return item.items.map(beyond).find((order) => order !== 0) ?? 0;
}

function byItem(a: Item, b: Item): Order {
  if (a.kind === 'number' && b.kind === 'number') return byDigits(a.digits, b.digits);
  if (a.kind === 'word' && b.kind === 'word') return byText(a.rank, b.rank);
  if (a.kind === 'list' && b.kind === 'list') return byItems(a.items, b.items);
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
}

function byItems(a: readonly Item[], b: readonly Item[]): Order {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [first, second] = [a[index], b[index]];
    const order =
      first === undefined
        ? second === undefined
          ? 0
          : -beyond(second)
        : second === undefined
          ? beyond(first)
          : byItem(first, second);
    if (order !== 0) return order;
  }
  return 0;
}

/** A version nests a list at every change of letters and digits; longer ones than people write would fill the stack. */
const LENGTH_MAX = 512;

/** Maven: ComparableVersion of Maven 3.9 (maven-artifact), which gives every text an order. */
export const compareMaven: Comparer = comparerOf(
  (text) => (text === '' || text.length > LENGTH_MAX ? undefined : parseMaven(text)),
  byItems,
);
