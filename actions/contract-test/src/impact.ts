import { type Comparison, type Conflict, comparer } from '@slipway/compatibility';
import type { Contract } from '@slipway/contract';
import type { Location } from '@slipway/failure';
import type { Api, Change, Spot } from '@slipway/openapi';

/** What a change does to one consumer. */
export type Effect =
  | { readonly kind: 'breaks'; readonly consumer: string; readonly at: readonly Location[] }
  | { readonly kind: 'unread' | 'uncalled'; readonly consumer: string };

/** A change, and what it does to each consumer that has a contract. */
export interface Impact {
  readonly change: Change;
  readonly effects: readonly Effect[];
}

/** A consumer's contract beside both descriptions. */
interface Beside {
  readonly contract: Contract;
  readonly before: Comparison;
  /** What speaks against it only since the change, with the operation that it called before. */
  readonly fresh: readonly { readonly conflict: Conflict; readonly operation: string }[];
}

/** A change's warning of credentials breaks who sends none, for they were not asked for before. */
const counts = ({ severity, rule, interaction }: Conflict): boolean =>
  !interaction.pending && (severity === 'error' || rule === 'contract-credentials-missing');

function besides(contracts: readonly Contract[], base: Api, head: Api): readonly Beside[] {
  const [ofBase, ofHead] = [comparer(base), comparer(head)];
  return contracts.map((contract) => {
    const [before, after] = [ofBase(contract), ofHead(contract)];
    const fresh = after.results.flatMap(({ interaction, conflicts }, index) => {
      const old = before.results[index];
      const known = new Set(old?.conflicts.map(({ key }) => key));
      const operation = old?.operation ?? `${interaction.request.method} ${interaction.request.path}`;
      return conflicts.filter((each) => counts(each) && !known.has(each.key)).map((conflict) => ({ conflict, operation }));
    });
    return { contract, before, fresh };
  });
}

const leads = (a: readonly string[], b: readonly string[]): boolean => a.every((step, index) => step === b[index]);

/** Whether a change is at the place of a conflict, or above or below it. */
function meets(change: Spot, conflict: Spot, operation: string): boolean {
  if (change.operation !== operation) return false;
  if (change.side === 'operation' || conflict.side === 'operation') return change.side === conflict.side;
  const status = change.status === undefined || conflict.status === undefined || covers(change.status, conflict.status);
  const inside = leads(change.path, conflict.path) || leads(conflict.path, change.path);
  return change.side === conflict.side && status && change.part === conflict.part && inside;
}

const covers = (described: string, status: string): boolean =>
  described === status || described === 'default' || described === `${status[0]}XX`;

function effectOf(change: Change, { contract, before, fresh }: Beside): Effect {
  const { consumer } = contract;
  const hit = fresh.filter(({ conflict, operation }) => meets(change.spot, conflict.spot, operation));
  if (hit.length > 0) return { kind: 'breaks', consumer, at: hit.map(({ conflict }) => conflict.contract) };
  const calls = before.results.some(({ operation }) => operation === change.spot.operation);
  return { kind: calls ? 'unread' : 'uncalled', consumer };
}

/** What every change does to every consumer, and what broke since without a change that explains it. */
export function impactsOf(
  changes: readonly Change[],
  contracts: readonly Contract[],
  base: Api,
  head: Api,
): { readonly impacts: readonly Impact[]; readonly unexplained: readonly Conflict[]; readonly broken: readonly string[] } {
  const all = besides(contracts, base, head);
  const relevant = changes.filter(({ severity }) => severity !== 'info');
  const impacts = changes.map((change) => ({
    change,
    effects: relevant.includes(change) ? all.map((each) => effectOf(change, each)) : [],
  }));
  const unexplained = all.flatMap(({ fresh }) =>
    fresh
      .filter(({ conflict, operation }) => !relevant.some(({ spot }) => meets(spot, conflict.spot, operation)))
      .map(({ conflict }) => conflict),
  );
  return { impacts, unexplained, broken: all.filter(({ fresh }) => fresh.length > 0).map(({ contract }) => contract.consumer) };
}
