import { type Interaction, type Message, type Mismatch, oneLine } from '@slipway/contract';
import type { Location } from '@slipway/failure';

/** What a contract is about at one place, over HTTP or as a message, as a report speaks of it. */
export interface Subject {
  readonly description: string;
  readonly pending: boolean;
  /** `POST /charge`, or `the message "an order was paid"`. */
  readonly name: string;
  /** Where its parts are: `the answer to POST /charge`, or the message. */
  readonly whole: string;
  readonly states: Interaction['states'];
  readonly location: Location;
  locate(path: readonly string[]): Location;
}

/** An interaction over HTTP as a subject. */
export function subjectOf(interaction: Interaction): Subject {
  const { description, pending, states, location, locate, request } = interaction;
  const name = `${request.method} ${request.path}`;
  return { description, pending, states, location, locate, name, whole: `the answer to ${name}` };
}

/** A message as a subject. */
export function messageSubject({ description, pending, states, location, locate }: Message): Subject {
  const name = `the message "${description}"`;
  return { description, pending, states, location, locate, name, whole: name };
}

/** A mismatch as one clause: `transaction_id is missing in the answer to POST /charge`. */
export function clause({ name, whole }: Subject, { path, message }: Mismatch): string {
  const [part, ...rest] = path;
  if (part === undefined) return oneLine(`${name} ${message}`);
  const parts: Readonly<Record<string, string>> = {
    body: rest.join('.') || 'the body',
    headers: `the header ${rest.join('.')}`,
    metadata: `the metadata ${rest.join('.')}`,
  };
  return oneLine(`${parts[part] ?? part} ${message} in ${whole}`);
}

/** The line of the contract that a mismatch is about. */
export const placeOf = ({ locate, location }: Subject, { path }: Mismatch): Location =>
  path.length > 0 ? locate(path) : location;
