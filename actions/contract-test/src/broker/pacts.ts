import { decodeText, parseConfig } from '@slipway/config';
import { type Contract, oneLine, parsePact } from '@slipway/contract';
import { collect, Failure, type Problem } from '@slipway/failure';
import type { Ports } from '@slipway/runner';
import { concurrently } from '@slipway/system';
import type { Broker } from './broker.ts';
import { fields, list, text } from '../schema.ts';
import { ask, insistOnHost } from './exchange.ts';
import { inWords } from './place.ts';

const AT_ONCE = 4;

/** One contract that the broker wants verified. */
interface Listed {
  readonly verificationProperties?: {
    readonly pending?: boolean | null;
    readonly notices?: readonly { readonly when?: string; readonly text: string }[];
  };
  readonly _links: { readonly self: { readonly href: string; readonly name?: string } };
}

interface Listing {
  readonly _embedded: { readonly pacts: readonly Listed[] };
}

const NOTICE = fields({ text }, { when: text });
const PROPERTIES = fields({}, { pending: { type: ['boolean', 'null'] }, notices: list(NOTICE) });
const PACT = fields({ _links: fields({ self: fields({ href: text }, { name: text }) }) }, { verificationProperties: PROPERTIES });
const LISTING = fields({ _embedded: fields({ pacts: list(PACT) }) });

/** https://docs.pact.io/pact_broker/advanced_topics/api_docs/pacts_for_verification */
async function listed(provider: string, broker: Broker, ports: Ports): Promise<readonly Listed[]> {
  const url = `${broker.url}/pacts/provider/${encodeURIComponent(provider)}/for-verification`;
  const body = {
    consumerVersionSelectors: broker.selectors,
    includePendingStatus: broker.pending,
    ...(broker.branch !== undefined && { providerVersionBranch: broker.branch }),
  };
  const what = `the contracts of ${provider}`;
  const bytes = await ask({ method: 'POST', url, body: JSON.stringify(body), what }, broker, ports);
  try {
    return parseConfig<Listing>(url, decodeText(url, bytes), { schema: LISTING }).value._embedded.pacts;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const message = `The broker's answer is no list of contracts: ${error.problems[0]?.message ?? ''}`;
    throw new Failure({
      code: 'BROKER_ANSWER',
      message,
      remedy: 'Check "broker-url", and the version of the broker (2.71 or later).',
    });
  }
}

const allPending = (contract: Contract): Contract => ({
  ...contract,
  interactions: contract.interactions.map((each) => ({ ...each, pending: true })),
  messages: contract.messages.map((each) => ({ ...each, pending: true })),
});

async function read({ _links: { self }, verificationProperties }: Listed, broker: Broker, ports: Ports): Promise<Contract> {
  insistOnHost(self.href, broker);
  const url = new URL(self.href, `${broker.url}/`).href;
  for (const { when = 'before_verification', text: notice } of verificationProperties?.notices ?? [])
    if (when === 'before_verification') ports.log.info(`${self.name ?? url}: ${oneLine(notice)}`);
  const bytes = await ask({ method: 'GET', url, what: self.name ?? url }, broker, ports);
  try {
    const contract = parsePact(url, decodeText(url, bytes));
    return verificationProperties?.pending === true ? allPending(contract) : contract;
  } catch (error) {
    throw error instanceof Failure ? new Failure(error.problems.map(inWords), { cause: error }) : error;
  }
}

/**
 * Reads the contracts that a broker has for a provider and its selectors name; what is wrong with one joins the problems, and
 * the others are still read. The file of each is its address.
 */
export async function readBrokerPacts(
  provider: string,
  broker: Broker,
  ports: Ports,
  problems: Problem[],
): Promise<readonly Contract[]> {
  const all = (await collect(problems, () => listed(provider, broker, ports))) ?? [];
  const unique = [...new Map(all.map((each) => [each._links.self.href, each])).values()];
  const pacts = await concurrently(AT_ONCE, unique, (each) => collect(problems, () => read(each, broker, ports)));
  return pacts.filter((contract) => contract !== undefined);
}
