import { nearest, type SourceDocument } from '@slipway/config';
import type { Location, Problem } from '@slipway/failure';
import { partMistakes } from './part-mistakes.ts';
import { placeholdersOf } from './placeholder.ts';
import { METHODS, type RawRequest } from './schema.ts';

/** A request that need not have passed the schema, and where it stands. */
export interface Draft {
  readonly section: Section;
  readonly index: number;
  readonly request: Partial<RawRequest>;
  readonly label: string;
  locate(path?: readonly (string | number)[]): Location;
}

/** The names of values that come from outside the suite; `any` where nobody is to tell them. */
export type Given = readonly string[] | 'any';

/** The parts of a suite, in the order in which they are sent. */
export const SECTIONS = ['setup', 'requests', 'cleanup'] as const;

/** A part of a suite. */
export type Section = (typeof SECTIONS)[number];

function draftsOf(source: SourceDocument): readonly Draft[] {
  const suite = Object(source.value ?? {}) as Readonly<Record<string, unknown>>;
  return SECTIONS.flatMap((section) => {
    const entries = Array.isArray(suite[section]) ? (suite[section] as readonly unknown[]) : [];
    return entries.map((entry, index): Draft => {
      const request = Object(entry) as Partial<RawRequest>;
      const label = request.name === undefined ? 'A request' : `Request "${request.name}"`;
      return { section, index, request, label, locate: (path = []) => source.locate([section, index, ...path]) };
    });
  });
}

function shapeMistakes({ request, label, locate }: Draft): readonly Problem[] {
  const problems: Problem[] = [];
  const methods = METHODS.filter((method) => request[method] !== undefined);
  if (methods.length !== 1) {
    const message = `${label} needs exactly one of ${METHODS.join(', ')}.`;
    problems.push({ code: 'SUITE_METHOD', message, remedy: 'Write it like "get: /healthz".', location: locate() });
  }
  for (const method of methods.filter((each) => !String(request[each]).startsWith('/'))) {
    const message = `${label} is sent to "${request[method]}"; expected a path that begins with "/".`;
    problems.push({ code: 'SUITE_PATH', message, location: locate([method]) });
  }
  const bodies = (['body', 'json', 'form'] as const).filter((key) => request[key] !== undefined);
  if (bodies.length > 1) {
    const message = `${label} has ${bodies.map((key) => `"${key}"`).join(' and ')}; expected one of them.`;
    problems.push({ code: 'SUITE_BODY', message, location: locate() });
  }
  return problems;
}

function nameMistakes(drafts: readonly Draft[]): readonly Problem[] {
  const names = drafts.map(({ request }) => request.name);
  return drafts.flatMap(({ request: { name }, locate }, index) => {
    if (name === undefined || names.indexOf(name) === index) return [];
    return [{ code: 'SUITE_NAME_TWICE', message: `There are two requests named "${name}".`, location: locate() }];
  });
}

const captureNames = ({ request }: Draft): readonly string[] => Object.keys(Object(request.capture ?? {}) as object);

/** The captured values that a request can count on: what was set up, and what came before in its group. */
function reachable(draft: Draft, drafts: readonly Draft[]): readonly string[] {
  const before = drafts.slice(0, drafts.indexOf(draft)).filter(({ section, request }) => {
    if (section === 'setup' || draft.section === 'cleanup') return true;
    return section === draft.section && request.group === draft.request.group;
  });
  return before.flatMap(captureNames);
}

const FILLED = [...METHODS, 'query', 'headers', 'body', 'json', 'form', 'expect'] as const;

function placeholderMistakes(draft: Draft, drafts: readonly Draft[], given: readonly string[]): readonly Problem[] {
  const known = [...given, ...reachable(draft, drafts)];
  return FILLED.flatMap((key) => {
    const unknown = new Set(placeholdersOf(draft.request[key]).filter((name) => !known.includes(name)));
    return [...unknown].map((name): Problem => {
      const guess = nearest(name, known);
      const message = `${draft.label} uses {{${name}}}, which no earlier request of its group or of the setup captures.`;
      const hint = known.length === 0 ? 'Capture it before, or give it with "values".' : `Known here: ${known.join(', ')}.`;
      const remedy = guess === undefined ? hint : `Did you mean {{${guess}}}?`;
      return { code: 'SUITE_VALUE_UNKNOWN', message, remedy, location: draft.locate([key]) };
    });
  });
}

function captureMistakes(drafts: readonly Draft[], given: Given): readonly Problem[] {
  const seen = new Set(given === 'any' ? [] : given);
  return drafts.flatMap((draft) =>
    captureNames(draft).flatMap((name) => {
      const twice = seen.has(name);
      seen.add(name);
      const location = draft.locate(['capture', name]);
      if (!/^[A-Za-z_][\w-]*$/.test(name))
        return [{ code: 'SUITE_CAPTURE_NAME', message: `"${name}" cannot be written as {{${name}}}.`, location }];
      return twice ? [{ code: 'SUITE_CAPTURE_TWICE', message: `There are two values named "${name}".`, location }] : [];
    }),
  );
}

/** What is wrong with a suite beyond its shape, which need not be right. */
export function suiteMistakes(source: SourceDocument, given: Given): readonly Problem[] {
  const drafts = draftsOf(source);
  return [
    ...drafts.flatMap(shapeMistakes),
    ...nameMistakes(drafts),
    ...drafts.flatMap(partMistakes),
    ...captureMistakes(drafts, given),
    ...(given === 'any' ? [] : drafts.flatMap((draft) => placeholderMistakes(draft, drafts, given))),
  ];
}
