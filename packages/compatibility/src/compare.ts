import type { Contract, Interaction } from '@slipway/contract';
import { type Api, Inclusion, nameOf } from '@slipway/openapi';
import { answerFindings } from './answer.ts';
import { bodyFindings } from './body.ts';
import { type Conflict, conflictOf, type Finding } from './conflict.ts';
import { credentialFindings } from './credentials.ts';
import { parameterFindings } from './parameter.ts';
import { routeOf } from './route.ts';

/** One interaction and everything that speaks against it. */
export interface Compared {
  readonly interaction: Interaction;
  /** The operation it goes to, as people name it; undefined when there is none. */
  readonly operation?: string;
  readonly conflicts: readonly Conflict[];
}

/** One contract, beside what the provider's description says. */
export interface Comparison {
  readonly contract: Contract;
  readonly results: readonly Compared[];
}

function noOperation({ request }: Interaction): Finding {
  const operation = `${request.method} ${request.path}`;
  return {
    rule: 'contract-operation-unknown',
    spot: { operation, side: 'operation', part: 'operation', path: [] },
    words: 'is called, and the provider has no such operation',
    place: ['path'],
  };
}

/** Starts comparing contracts with one description; what it learns of the description's schemas serves all of them. */
export function comparer(api: Api): (contract: Contract) => Comparison {
  const [request, response] = [new Inclusion('request'), new Inclusion('response')];
  const compareOne = (contract: Contract, interaction: Interaction): Compared => {
    const route = routeOf(api, interaction.request.method, interaction.request.path);
    if (route === undefined) return { interaction, conflicts: [conflictOf(contract, interaction, noOperation(interaction))] };
    const findings = [
      ...credentialFindings(interaction, route, api),
      ...parameterFindings(interaction, route, request),
      ...bodyFindings(interaction, route, request),
      ...answerFindings(interaction, route.operation, response),
    ];
    const all = findings.map((finding) => conflictOf(contract, interaction, finding));
    const conflicts = [...new Map(all.map((conflict) => [conflict.fingerprint, conflict])).values()];
    return { interaction, operation: nameOf(route.operation), conflicts };
  };
  return (contract) => ({ contract, results: contract.interactions.map((interaction) => compareOne(contract, interaction)) });
}

/** What keeps a consumer from working: errors, of interactions that its provider has agreed to. */
export function breaking({ results }: Comparison): readonly Conflict[] {
  return results.flatMap(({ interaction, conflicts }) =>
    interaction.pending ? [] : conflicts.filter(({ severity }) => severity === 'error'),
  );
}
