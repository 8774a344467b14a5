import { invalid, type Rule } from './refused.ts';

/** The answer as it is seen: https://github.com/peter-evans/create-pull-request/issues/1236 */
const onePull: Rule = (request, state) => {
  if (request.route.id !== 'pulls/create') return undefined;
  const { head, base } = request.body;
  const there = state.pulls.some((pull) => pull.state === 'open' && pull.head === head && pull.base === base);
  return there
    ? invalid(request, `A pull request already exists for ${request.parameters['owner']}:${String(head)}.`)
    : undefined;
};

const knownPull: Rule = ({ route, parameters: { pull_number: number } }, state) =>
  number === undefined || state.pulls[Number(number) - 1] !== undefined
    ? undefined
    : { status: 404, message: 'Not Found', documentation: route.documentation };

/** What GitHub holds of pull requests beyond its description. */
export const PULL_RULES: readonly Rule[] = [onePull, knownPull];
