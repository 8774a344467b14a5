import { createHash } from 'node:crypto';
import type { CheckRun } from '@slipway/github';
import { fingerprintOf } from '@slipway/openapi';
import { type Block, heading, paragraph, renderMarkdown, table } from '@slipway/summary';
import { isRemote } from '../broker/place.ts';
import { breaksOf, type Difference, isBreak, type ToldPair } from './pair.ts';

/** GitHub takes 65,536 characters: four cells of 200, each of which may be an escaped bar, leave room for so many rows. */
const MOST_ROWS = 30;
const MOST_OWNERS = 20;
const LONGEST_TEXT = 200;

/** Text of a contract on one line. In a code span nothing of it is a mention, markup or a comment. */
function quoted(text: string): { readonly code: string } {
  // A backtick or a line break of any kind ends a code span, and direction marks make text read otherwise than it is.
  const plain = text
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .replaceAll('`', "'")
    .trim();
  return { code: plain.length > LONGEST_TEXT ? `${plain.slice(0, LONGEST_TEXT)}…` : plain || ' ' };
}

const placeOf = ({ contract }: Difference): string =>
  contract === null ? '' : contract.line === undefined ? contract.file : `${contract.file}:${contract.line}`;

function breaksTable(breaks: readonly Difference[]): readonly Block[] {
  const rows = breaks
    .slice(0, MOST_ROWS)
    .map((each) => [quoted(each.consumer), quoted(each.message), quoted(placeOf(each)), quoted(each.fingerprint)]);
  const rest = breaks.length - rows.length;
  return [
    table(['consumer', 'what breaks', 'contract', 'fingerprint'], rows),
    ...(rest > 0 ? [paragraph([`And ${rest} more; the job summary has all of them.`])] : []),
  ];
}

const LOGIN = /^@[\w-]+(\/[\w.-]+)?$/;

/** The owners in one line; they are notified only when `mention` says so. */
function ownersLine(owners: readonly string[], mention: boolean): string {
  if (owners.length === 0) return 'Nobody owns these contracts by CODEOWNERS.';
  const names = owners
    .slice(0, MOST_OWNERS)
    .map((owner) => (mention && LOGIN.test(owner) ? owner : `\`${owner.replaceAll('`', '')}\``));
  const rest = owners.length - names.length;
  return `Owners of these contracts: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

const providersOf = (pairs: readonly ToldPair[]): readonly string[] => [...new Set(pairs.map(({ provider }) => provider))].sort();

const environmentsOf = (pairs: readonly ToldPair[]): readonly string[] =>
  [...new Set(pairs.flatMap(({ environment }) => environment ?? []))].sort();

/** What a post of ours begins with, for one set of providers, and of environments where the question was about those. */
export function markerOf(pairs: readonly ToldPair[]): string {
  const names = [...providersOf(pairs), ...environmentsOf(pairs)];
  const key = names.map((name) => name.replace(/[^\w.]+/g, '-')).join('+');
  return `<!-- slipway:contract-test:${key}:${fingerprintOf(names)} -->`;
}

/** A comment or an issue about the breaks: who breaks, where, and who owns that. */
export function postOf(pairs: readonly ToldPair[], owners: readonly string[], mention: boolean): string {
  const breaks = pairs.flatMap(breaksOf);
  const marker = markerOf(pairs);
  const providers = providersOf(pairs).flatMap((name) => [quoted(name), ' ']);
  if (breaks.length === 0) {
    const blocks = [heading(3, 'Contracts'), paragraph(['✅ Every consumer contract is kept by ', ...providers])];
    return `${marker}\n${renderMarkdown(blocks)}`;
  }
  const advice = 'Agree on the change with the teams of these consumers, or keep what they read until none of them does.';
  const blocks = [heading(3, 'Contracts'), paragraph(['❌ Breaks consumers of ', ...providers]), ...breaksTable(breaks)];
  return `${marker}\n${renderMarkdown([...blocks, paragraph([advice])])}\n\n${ownersLine(owners, mention)}\n`;
}

/** The title of an issue, without anything that GitHub would take for markup. */
export const titleOf = (pairs: readonly ToldPair[]): string =>
  `Contracts of ${providersOf(pairs)
    .map((name) => quoted(name).code.replace(/[@#`<>]/g, ''))
    .join(', ')} are broken`.slice(0, 200);

const isInside = ({ contract }: Difference): boolean =>
  contract !== null && !isRemote(contract.file) && !contract.file.startsWith('/') && !contract.file.split('/').includes('..');

/** A pair that nothing could be said of is no success, though it is no break either. */
function verdictOf({ interactions }: ToldPair, breaks: readonly Difference[]): Pick<CheckRun, 'conclusion' | 'title'> {
  const told = breaks.filter(({ severity }) => severity === 'error').length;
  if (told > 0) return { conclusion: 'failure', title: `Broken in ${told} ${told === 1 ? 'place' : 'places'}` };
  if (breaks.length > 0) return { conclusion: 'failure', title: 'Could not tell' };
  if (interactions === 0) return { conclusion: 'neutral', title: 'Nothing was compared' };
  return { conclusion: 'success', title: `Kept (${interactions} interactions)` };
}

/** One pair as a check run; it has the same id as long as it says the same. */
export function checkOf(pair: ToldPair, sha: string): CheckRun {
  const { consumer, provider, environment, differences } = pair;
  const breaks = breaksOf(pair);
  const { conclusion, title } = verdictOf(pair, breaks);
  const summary = renderMarkdown([
    paragraph([quoted(consumer), ' and ', quoted(provider), `: ${title}.`]),
    ...(breaks.length === 0 ? [] : breaksTable(breaks)),
  ]);
  const annotations = [...differences]
    .sort((a, b) => Number(isBreak(b)) - Number(isBreak(a)))
    .filter(isInside)
    .map((each) => ({
      path: each.contract?.file ?? '',
      line: each.contract?.line ?? 1,
      level: isBreak(each) ? ('failure' as const) : ('warning' as const),
      title: isBreak(each) ? `Breaks ${consumer}` : `Look at ${consumer}`,
      message: `${each.message}. [${each.fingerprint}]`,
    }));
  const said = JSON.stringify([sha, conclusion, summary, annotations]);
  const externalId = createHash('sha256').update(said).digest('hex');
  const name = `contract: ${consumer} → ${provider}${environment === undefined ? '' : ` (${environment})`}`;
  return { sha, name, conclusion, title, summary, annotations, externalId };
}
