import type { Contract } from '@slipway/contract';
import type { Annotation } from '@slipway/runner';

const named = ({ messages }: Contract): string => {
  const names = messages.slice(0, 3).map(({ description }) => `"${description}"`);
  return `${names.join(', ')}${messages.length > 3 ? ` and ${messages.length - 3} more` : ''}`;
};

const counted = (count: number): string => `${count} ${count === 1 ? 'message' : 'messages'}`;

/** The contracts that hold messages, of which a description of HTTP says nothing. */
const holding = (contracts: readonly Contract[]): readonly Contract[] => contracts.filter(({ messages }) => messages.length > 0);

/** One sentence on the messages that were not compared; empty where there are none. */
export function messageSentence(contracts: readonly Contract[]): string {
  const lacking = holding(contracts).map((contract) => `${counted(contract.messages.length)} of ${contract.consumer}`);
  return lacking.length === 0 ? '' : ` Not compared: ${lacking.join(', ')}, of which a description of HTTP says nothing.`;
}

/** The messages of each contract as not compared, on the line of the first of them. */
export function messageAnnotations(contracts: readonly Contract[]): readonly Annotation[] {
  return holding(contracts).map((contract) => ({
    level: 'warning',
    title: `Not compared: ${counted(contract.messages.length)} of ${contract.consumer}`,
    message: `${named(contract)}: a description of HTTP says nothing of messages. Verify them with the running provider (mode verify, "message-url").`,
    ...contract.messages[0]?.location,
  }));
}
