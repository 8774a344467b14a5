import { collect, type Problem } from '@slipway/failure';
import type { RunContext } from '@slipway/runner';
import type { ModeInputs } from '../inputs.ts';
import { parseSelectors, type Selector } from './selector.ts';

/** A Pact Broker, and which contracts it is asked for. */
export interface Broker {
  /** Its address, without a slash at the end. */
  readonly url: string;
  readonly authorization?: string;
  readonly selectors: readonly Selector[];
  /** The provider's branch, for which the broker says what is pending. */
  readonly branch?: string;
  readonly pending: boolean;
}

type Inputs = Pick<
  ModeInputs<'verify'>,
  | 'brokerUrl'
  | 'brokerToken'
  | 'brokerUsername'
  | 'brokerPassword'
  | 'consumerVersionSelectors'
  | 'providerVersionBranch'
  | 'enablePending'
>;

const malformed = (message: string, remedy: string): Problem => ({ code: 'INPUT_MALFORMED', message, remedy });

function addressProblem(url: string): Problem | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    return malformed('Input "broker-url" is no web address with its scheme.', 'Write it like https://broker.example.com.');
  }
  if (parsed.username === '' && parsed.password === '' && parsed.search === '' && parsed.hash === '') return undefined;
  const message = 'Input "broker-url" holds more than an address: credentials, a query or a fragment.';
  const remedy = 'Give credentials as "broker-token", or "broker-username" and "broker-password"; addresses are shown in logs.';
  return malformed(message, remedy);
}

function authorizationOf({ brokerToken, brokerUsername, brokerPassword }: Inputs): string | undefined {
  if (brokerToken !== undefined) return `Bearer ${brokerToken.reveal()}`;
  if (brokerUsername === undefined || brokerPassword === undefined) return undefined;
  return `Basic ${Buffer.from(`${brokerUsername}:${brokerPassword.reveal()}`).toString('base64')}`;
}

function tokenProblem({ brokerToken }: Inputs): Problem | undefined {
  if (brokerToken === undefined || /^[\x20-\x7e\x80-\xff]+$/.test(brokerToken.reveal())) return undefined;
  const message = 'Input "broker-token" holds a character that no header takes, such as a line break.';
  return malformed(message, 'Give the token alone, as the broker shows it.');
}

/** The branch of the run: a pull request's own, not that of its merge. */
function branchOf(context: RunContext): string | undefined {
  return context.environment('GITHUB_HEAD_REF') ?? /^refs\/heads\/(.+)$/.exec(context.ref ?? '')?.[1];
}

/** The broker that the inputs name, if they name one; what is wrong with them goes to `problems`. */
export async function brokerOf(inputs: Inputs, context: RunContext, problems: Problem[]): Promise<Broker | undefined> {
  const { brokerUrl: url, enablePending: pending } = inputs;
  if (url === undefined) return undefined;
  const wrong = [addressProblem(url), tokenProblem(inputs)].filter((problem) => problem !== undefined);
  problems.push(...wrong);
  const selectors = await collect(problems, () => parseSelectors(inputs.consumerVersionSelectors));
  if (wrong.length > 0 || selectors === undefined) return undefined;
  const branch = inputs.providerVersionBranch ?? branchOf(context);
  const authorization = authorizationOf(inputs);
  return {
    url: url.replace(/\/+$/, ''),
    selectors,
    pending,
    ...(branch !== undefined && { branch }),
    ...(authorization !== undefined && { authorization }),
  };
}
