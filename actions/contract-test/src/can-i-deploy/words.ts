import type { Check, DeployAnswer, Gap } from '@slipway/compatibility';
import type { Annotation } from '@slipway/runner';
import { type Block, code, details, paragraph, table } from '@slipway/summary';

const MOST_REASONS = 3;

/** Every gap of an answer, each once, in the order in which they were met. */
export function gapsOf(answer: DeployAnswer): readonly Gap[] {
  const open = answer.kind === 'yes' ? [] : answer.open.map(({ gap }) => gap);
  const all = [...open, ...answer.checks.flatMap((check) => (check.kind === 'unknown' ? [check.gap] : []))];
  return [...new Map(all.map((gap) => [gap.message, gap])).values()];
}

const versionOf = ({ deployed: { sha, environment, rollout } }: Check): string =>
  `${sha.slice(0, 7)} in ${environment}${rollout === 'finished' ? '' : ', being rolled out'}`;

function breakReasons(service: string, { checks }: DeployAnswer): readonly string[] {
  return checks.flatMap((check) => {
    if (check.kind !== 'breaks') return [];
    const clauses = [...new Set(check.conflicts.map(({ message }) => message))].slice(0, MOST_REASONS).join('; ');
    const what =
      check.provider === service ? `it breaks ${check.consumer}` : `it needs of ${check.provider} what that does not offer`;
    return [`${what} (${versionOf(check)}): ${clauses}`];
  });
}

function noReasons(service: string, answer: Extract<DeployAnswer, { kind: 'no' }>): string {
  const missing = answer.missing.map(({ service: provider, elsewhere }) => {
    const seen = elsewhere.length === 0 ? '' : `, only to ${elsewhere.join(', ')}`;
    return `it needs ${provider}, which was not deployed there yet${seen}`;
  });
  return [...breakReasons(service, answer), ...missing].join('; and ');
}

/** The names of services that have something to do with a candidate. */
const partners = (service: string, { checks }: DeployAnswer, side: 'consumer' | 'provider'): readonly string[] =>
  [...new Set(checks.map((check) => check[side]).filter((name) => name !== service))].sort();

function yesReason(service: string, answer: DeployAnswer): string {
  const [consumers, providers] = [partners(service, answer, 'consumer'), partners(service, answer, 'provider')];
  const parts = [
    ...(consumers.length > 0 ? [`keeps what ${consumers.join(', ')} needs of it`] : []),
    ...(providers.length > 0 ? [`needs only what ${providers.join(', ')} offers`] : []),
  ];
  const absent = answer.absent.length === 0 ? '' : ` Not deployed there: ${answer.absent.join(', ')}.`;
  return `${parts.length === 0 ? 'meets no service that it shares a contract with' : parts.join(' and ')}.${absent}`;
}

/** The answer in one sentence, with its reason. */
export function headlineOf(service: string, environments: readonly string[], answer: DeployAnswer): string {
  const place = environments.join(', ');
  if (answer.kind === 'yes') return `Yes: ${service} can be deployed to ${place}; it ${yesReason(service, answer)}`;
  if (answer.kind === 'no') return `No: ${service} cannot be deployed to ${place}: ${noReasons(service, answer)}.`;
  const [first, ...rest] = gapsOf(answer);
  const more = rest.length === 0 ? '' : ` And ${rest.length} more could not be told.`;
  return `Unknown whether ${service} can be deployed to ${place}: ${first?.message ?? ''} To settle it: ${first?.command ?? ''}.${more}`;
}

/** Each break on the line of a contract or description that is in the checkout, and each gap. */
export function annotationsOf(service: string, answer: DeployAnswer): readonly Annotation[] {
  const breaks = answer.checks.flatMap((check) => {
    if (check.kind !== 'breaks') return [];
    return check.conflicts.map(({ message, contract, description, fingerprint }): Annotation => {
      const ours = check.provider === service ? description : contract;
      const theirs = check.provider === service ? contract : description;
      const place = theirs === undefined ? '' : ` See ${theirs.file}:${theirs.line ?? 1} of ${versionOf(check)}.`;
      const title = `Breaks ${check.consumer} in ${check.deployed.environment}`;
      return { level: 'error', title, message: `${message}.${place} [${fingerprint}]`, ...ours };
    });
  });
  const missing = answer.kind === 'no' ? answer.missing : [];
  const gaps = gapsOf(answer).map(({ code: title, message, remedy, command }): Annotation => {
    const level = answer.kind === 'no' ? 'warning' : 'error';
    return { level, title, message: `${message} ${remedy} To settle it: ${command}` };
  });
  return [
    ...breaks,
    ...missing.map(({ service: provider }): Annotation => {
      const message = `${service} needs ${provider}, which is not deployed there. Deploy ${provider} first.`;
      return { level: 'error', title: 'DEPLOY_PROVIDER_ABSENT', message };
    }),
    ...gaps,
  ];
}

const SYMBOLS = { fits: '✅ fits', breaks: '❌ breaks', unknown: '❔ unknown' } as const;

function reasonOf(check: Check): string {
  if (check.kind === 'fits') return `${check.interactions} interactions`;
  return check.kind === 'unknown' ? check.gap.message : check.conflicts.map(({ message }) => message).join('\n');
}

/** Every pair of versions that would meet, and what would settle what could not be told. */
export function summaryOf(answer: DeployAnswer): readonly Block[] {
  const rows = answer.checks.map((check) => [
    check.consumer,
    check.provider,
    versionOf(check),
    SYMBOLS[check.kind],
    reasonOf(check),
  ]);
  const gaps = gapsOf(answer);
  const commands = gaps.map(({ message, command }) => `# ${message}\n${command}`).join('\n\n');
  return [
    ...(rows.length === 0 ? [] : [table(['consumer', 'provider', 'deployed version', '', 'why'], rows)]),
    ...(answer.absent.length === 0 ? [] : [paragraph([`Not deployed there: ${answer.absent.join(', ')}.`])]),
    ...(gaps.length === 0 ? [] : [details('What would settle it', [code(commands, 'sh')])]),
  ];
}
