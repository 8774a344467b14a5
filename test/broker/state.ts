import { createHash } from 'node:crypto';

/** One version of a consumer, as it was published with its pact. */
export interface Published {
  readonly consumer: string;
  readonly provider: string;
  readonly version: string;
  readonly branch?: string;
  /** The environments that it is deployed to. */
  readonly deployed?: readonly string[];
  readonly pact: object;
}

/** What the broker knows: published versions from old to new, each consumer's main branch, and what was verified. */
export interface BrokerState {
  readonly published: readonly Published[];
  readonly mainBranches?: Readonly<Record<string, string>>;
  /** The provider's branches on which a consumer's pact was verified with success. */
  readonly verified?: Readonly<Record<string, readonly string[]>>;
}

/** The body of a question for the pacts to verify. */
export interface Question {
  readonly consumerVersionSelectors?: readonly Readonly<Record<string, unknown>>[];
  readonly providerVersionBranch?: string;
  readonly includePendingStatus?: boolean;
}

/** The broker names a pact by the hash of its content, so that versions that say the same are verified once. */
export const contentOf = ({ pact }: Published): string => createHash('sha1').update(JSON.stringify(pact)).digest('hex');

const newest = (published: readonly Published[]): readonly Published[] => [
  ...new Map(published.map((each) => [each.consumer, each])).values(),
];

function selected(
  state: BrokerState,
  provider: string,
  { providerVersionBranch }: Question,
  selector: Readonly<Record<string, unknown>>,
): readonly Published[] {
  const { mainBranches = {} } = state;
  const { consumer, branch, environment } = selector;
  const own = state.published.filter(
    (each) => each.provider === provider && (consumer === undefined || each.consumer === consumer),
  );
  const on = (name: (each: Published) => unknown): readonly Published[] =>
    newest(own.filter((each) => each.branch !== undefined && each.branch === name(each)));
  if (selector['mainBranch'] === true) return on((each) => mainBranches[each.consumer]);
  if (selector['matchingBranch'] === true) return on(() => providerVersionBranch);
  if (branch !== undefined) return on(() => branch);
  if (selector['deployed'] === true || selector['deployedOrReleased'] === true)
    return own.filter(({ deployed = [] }) =>
      environment === undefined ? deployed.length > 0 : deployed.includes(String(environment)),
    );
  return newest(own);
}

/** The pacts that the selectors name, each content once. */
export function select(state: BrokerState, provider: string, question: Question): readonly Published[] {
  const selectors = question.consumerVersionSelectors ?? [{}];
  const all = selectors.flatMap((selector) => selected(state, provider, question, selector));
  return [...new Map(all.map((each) => [contentOf(each), each])).values()];
}

/** Whether no version of the provider's branch has kept this consumer's pact yet. */
export const isPending = ({ verified = {} }: BrokerState, { consumer }: Published, branch: string | undefined): boolean =>
  branch === undefined ? (verified[consumer] ?? []).length === 0 : !(verified[consumer] ?? []).includes(branch);
