/** Something in test data that may be a real person's. No more of it is kept than its owner needs to find it. */
export interface PersonalData {
  readonly kind: 'card number' | 'account number' | 'mail address';
  /** In the text, counted from 1. */
  readonly line: number;
  /** The last four characters, or the domain. */
  readonly hint: string;
}

/** Card numbers that the networks and their processors publish for tests. */
const TEST_CARDS = new Set([
  '4242424242424242',
  '4111111111111111',
  '4012888888881881',
  '4000056655665556',
  '4222222222222',
  '5555555555554444',
  '5105105105105100',
  '5200828282828210',
  '2223003122003222',
  '378282246310005',
  '371449635398431',
  '6011111111111117',
  '6011000990139424',
  '3530111333300000',
  '3566002020360505',
  '3056930009020004',
  '30569309025904',
  '38520000023237',
  '6200000000000005',
]);
/** Account numbers that the standard's registry and textbooks show. */
const TEST_ACCOUNTS = new Set([
  'DE89370400440532013000',
  'GB82WEST12345698765432',
  'GB29NWBK60161331926819',
  'FR1420041010050500013M02606',
]);

const CARD = /(?<![\d.-])\d(?:[ -]?\d){12,18}(?![\d-])/g;
const ACCOUNT = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g;
const MAIL = /[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8})/g;
/** Domains that nobody can have: RFC 2606 and RFC 6761. */
const RESERVED = /(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|net|org))$/i;

/** The check digit of card numbers, ISO/IEC 7812-1 annex B. */
function isCard(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0 && /^[2-6]/.test(digits) && new Set(digits).size > 2;
}

/** The check digits of account numbers, ISO 13616: the rest of the number by 97 is 1. */
function isAccount(text: string): boolean {
  const moved = text.slice(4) + text.slice(0, 4);
  const digits = [...moved].map((each) => String(Number.parseInt(each, 36))).join('');
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

function inLine(text: string, line: number, domains: readonly string[]): readonly PersonalData[] {
  const cards = [...text.matchAll(CARD)].map(([match]) => match.replaceAll(/[ -]/g, ''));
  const accounts = [...text.matchAll(ACCOUNT)].map(([match]) => match.replaceAll(' ', ''));
  const mails = [...text.matchAll(MAIL)].map(([, domain = '']) => domain);
  const fine = (domain: string): boolean =>
    RESERVED.test(domain) || domains.some((own) => `.${domain.toLowerCase()}`.endsWith(`.${own.toLowerCase()}`));
  return [
    ...cards
      .filter((digits) => isCard(digits) && !TEST_CARDS.has(digits))
      .map((digits) => ({ kind: 'card number', line, hint: `…${digits.slice(-4)}` }) as const),
    ...accounts
      .filter((account) => isAccount(account) && !TEST_ACCOUNTS.has(account))
      .map((account) => ({ kind: 'account number', line, hint: `…${account.slice(-4)}` }) as const),
    ...mails.filter((domain) => !fine(domain)).map((domain) => ({ kind: 'mail address', line, hint: `@${domain}` }) as const),
  ];
}

/**
 * Finds what may be of a real person: card numbers and IBANs whose check digits are right and that nobody publishes for tests, and
 * mail addresses at domains that somebody may have.
 *
 * @param domains further domains, with all below them, whose addresses are made up
 */
export function personalData(text: string, domains: readonly string[] = []): readonly PersonalData[] {
  return text.split('\n').flatMap((line, index) => inLine(line, index + 1, domains));
}
