import { parseConfig } from '@slipway/config';
import { Failure, failWhen, type Problem } from '@slipway/failure';
import { DAYS, isZone, parseHours, type Window } from './calendar.ts';

/** Evidence without which an environment takes no image. */
export interface Requirement {
  /** A check of ours, such as smoke, or ... */
  readonly check?: string;
  /** ... where it was made, or ... */
  readonly environment?: string;
  /** ... any other statement, by the type of its predicate. */
  readonly predicate?: string;
  /** The workflow that must have signed it, as its certificate names it. */
  readonly signer?: string;
}

/** What an environment asks for. */
export interface Gate {
  /** The environment that comes before: the image must have been deployed there. */
  readonly after?: string;
  readonly requires?: readonly Requirement[];
  /** Who must have signed what has no signer of its own. */
  readonly signer?: string;
  /** How old evidence may be: 30m, 12h, 14d. */
  readonly 'max-age'?: string;
  /** How long the image must have been in the environment before. */
  readonly soak?: string;
  readonly freeze?: readonly Window[];
  /** Whether a freeze may be broken for a reason. */
  readonly 'break-glass'?: boolean;
}

/** The gates of all environments. */
export interface GatePolicy {
  readonly 'time-zone'?: string;
  readonly environments: Readonly<Record<string, Gate>>;
}

const SPAN = '^[0-9]+(s|m|h|d)$';
const MOMENT = '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2})?$';
const WORD = { type: 'string', minLength: 1 };

const WINDOW = {
  type: 'object',
  additionalProperties: false,
  required: ['reason'],
  properties: {
    reason: WORD,
    kind: { enum: ['deny', 'allow'] },
    from: { type: 'string', pattern: MOMENT },
    to: { type: 'string', pattern: MOMENT },
    days: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: DAYS } },
    hours: { type: 'string', pattern: '^\\d{2}:\\d{2}-\\d{2}:\\d{2}$' },
  },
};

const GATE = {
  type: 'object',
  additionalProperties: false,
  properties: {
    after: WORD,
    requires: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        properties: { check: WORD, environment: WORD, predicate: WORD, signer: WORD },
      },
    },
    signer: WORD,
    'max-age': { type: 'string', pattern: SPAN },
    soak: { type: 'string', pattern: SPAN },
    freeze: { type: 'array', items: WINDOW },
    'break-glass': { type: 'boolean' },
  },
};

const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['environments'],
  properties: {
    'time-zone': WORD,
    environments: { type: 'object', minProperties: 1, additionalProperties: GATE },
  },
};

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A span such as 30m in milliseconds. */
export function spanMs(text: string): number {
  return Number.parseInt(text, 10) * (UNITS[text.at(-1) ?? ''] ?? 0);
}

type Said = (path: readonly string[], message: string, remedy: string) => Problem;

function gateProblems(name: string, gate: Gate, names: readonly string[], say: Said): readonly Problem[] {
  const at = ['environments', name];
  const { after, requires = [], soak, freeze = [] } = gate;
  const problems: Problem[] = [];
  if (after !== undefined && (!names.includes(after) || after === name))
    problems.push(say([...at, 'after'], `"after" is ${JSON.stringify(after)}.`, `The environments are: ${names.join(', ')}.`));
  if (soak !== undefined && after === undefined)
    problems.push(say([...at, 'soak'], '"soak" needs "after".', 'Name the environment in which the image is to have been.'));
  requires.forEach(({ check, predicate, environment }, index) => {
    if ((check === undefined) === (predicate === undefined) || (environment !== undefined && check === undefined))
      problems.push(
        say(
          [...at, 'requires', String(index)],
          'A requirement is a "check", maybe with its "environment", or a "predicate".',
          'Give one of the two.',
        ),
      );
  });
  freeze.forEach((window, index) => {
    const path = [...at, 'freeze', String(index)];
    if (window.hours !== undefined && parseHours(window.hours) === undefined)
      problems.push(say([...path, 'hours'], `"hours" is ${JSON.stringify(window.hours)}.`, 'Write 16:00-24:00 or 22:00-06:00.'));
    if (window.from !== undefined && window.to !== undefined && window.to < window.from.slice(0, window.to.length))
      problems.push(say([...path, 'to'], 'The window ends before it begins.', 'Swap "from" and "to".'));
    if (window.from === undefined && window.to === undefined && window.days === undefined && window.hours === undefined)
      problems.push(say(path, 'The window says no time.', 'Give "from" and "to", "days" or "hours".'));
  });
  return problems;
}

/** An order that comes back to where it began would never let anything in. */
function circle(environments: Readonly<Record<string, Gate>>): string | undefined {
  for (const start of Object.keys(environments)) {
    const seen = [start];
    for (let next = environments[start]?.after; next !== undefined; next = environments[next]?.after) {
      if (seen.includes(next)) return [...seen, next].join(' after ');
      seen.push(next);
    }
  }
  return undefined;
}

/**
 * Reads a policy of gates in YAML or JSON.
 *
 * @throws Failure with every problem of the file, each with its line: YAML_SYNTAX, CONFIG_UNKNOWN_KEY, CONFIG_MISSING_KEY,
 * CONFIG_INVALID.
 */
export function parseGates(file: string, text: string): GatePolicy {
  const { value, source } = parseConfig<GatePolicy>(file, text, { schema: SCHEMA });
  const say: Said = (path, message, remedy) => ({ code: 'CONFIG_INVALID', message, remedy, location: source.locate(path) });
  const names = Object.keys(value.environments);
  const zone = value['time-zone'];
  const frozen = Object.values(value.environments).some(({ freeze }) => freeze !== undefined);
  const problems = names.flatMap((name) => gateProblems(name, value.environments[name] ?? {}, names, say));
  if (zone !== undefined && !isZone(zone))
    problems.push(
      say(['time-zone'], `There is no time zone ${JSON.stringify(zone)}.`, 'Write its IANA name, such as Europe/Berlin.'),
    );
  if (zone === undefined && frozen)
    problems.push(say([], 'A freeze needs a "time-zone".', 'Write, for example, time-zone: Europe/Berlin.'));
  failWhen(problems);
  const round = circle(value.environments);
  if (round !== undefined)
    throw new Failure(say(['environments'], `The order goes in a circle: ${round}.`, 'Leave one "after" out.'));
  return value;
}

/** What the pipeline asks for where a team has no policy: production takes what was deployed and smoke-tested in staging. */
export const DEFAULT_GATES: GatePolicy = {
  environments: {
    dev: {},
    staging: {},
    production: { after: 'staging', requires: [{ check: 'smoke', environment: 'staging' }] },
  },
};
