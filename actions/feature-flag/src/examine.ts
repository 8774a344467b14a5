import { outputsFor } from '@slipway/metadata';
import { type Fault, lintFlags, parseFlags, type Staleness, stalenessOf } from '@slipway/flags';
import type { Annotation, Outcome, Ports } from '@slipway/runner';
import { list, table } from '@slipway/summary';
import { action } from './action.ts';
import { changedAt, findReferences, flagsAt, namedAt } from './checkout.ts';
import type { ModeInputs } from './inputs.ts';

const variantsOf = (flags: ReadonlyMap<string, { readonly variants: object }>) =>
  [...flags].map(([key, { variants }]) => [key, Object.keys(variants)] as const);

const annotationOf = ({ level, code, message, remedy = '', location }: Fault): Annotation => ({
  level,
  title: code,
  message: `${message}\n${remedy}`.trim(),
  ...(location?.line !== undefined && { file: location.file, line: location.line }),
});

/** Checks a change of flags. */
export async function lint(inputs: ModeInputs<'lint'>, ports: Ports): Promise<Outcome<typeof action>> {
  const { file = '', base: commit, code = [], dark } = inputs;
  const head = parseFlags(file, await ports.files.readText(file));
  const base = await flagsAt(commit, file, ports);
  const names = new Map([...variantsOf(head.flags), ...variantsOf(base?.flags ?? new Map())]);
  const references = await findReferences(code, names, ports);
  const named = new Set(references.map(({ flag }) => flag));
  const before = dark ? await namedAt(commit, code, named, ports) : named;
  const newInCode = new Set([...named].filter((flag) => !before.has(flag)));
  const faults = lintFlags({ base, head, references, dark, newInCode, now: ports.clock.now() });
  const errors = faults.filter(({ level }) => level === 'error').length;
  const headline =
    faults.length === 0
      ? `The ${head.flags.size} flags of ${file} are well.`
      : `${errors} faults and ${faults.length - errors} remarks on the flags of ${file}.`;
  return {
    verdict: errors > 0 ? 'fail' : 'pass',
    headline,
    outputs: outputsFor(action, { faults: String(faults.length) }),
    annotations: faults.map(annotationOf),
    summary: faults.length === 0 ? [] : [list(faults.map(({ message }) => [message]))],
    data: {
      flags: head.flags.size,
      faults: faults.map(({ level, code: id, flag, message }) => ({ level, code: id, flag, message })),
    },
  };
}

const reasonOf = (why: Staleness): string => {
  if (why.kind === 'settled') return `everybody has "${why.variant}" for ${why.days} days`;
  return why.kind === 'expired' ? `expired on ${why.on}` : 'no code names it';
};

/** Lists the flags that may go. */
export async function stale(inputs: ModeInputs<'stale'>, ports: Ports): Promise<Outcome<typeof action>> {
  const { file = '', code = [], settledAfter } = inputs;
  const head = parseFlags(file, await ports.files.readText(file));
  const references = await findReferences(code, new Map(variantsOf(head.flags)), ports);
  const changed = await changedAt(head, ports);
  const now = ports.clock.now();
  const found = [...head.flags].flatMap(([key, flag]) => {
    const own = references.filter((each) => each.flag === key);
    const why = stalenessOf({ key, flag, changedAt: changed.get(key), references: own, now, settledDays: settledAfter });
    const owner = String(flag.metadata?.['owner'] ?? '');
    return why.length === 0
      ? []
      : [{ key, owner, why: why.map(reasonOf).join('; '), places: own.map((each) => `${each.file}:${each.line}`) }];
  });
  const headline =
    found.length === 0 ? `None of the ${head.flags.size} flags is stale.` : `${found.length} of ${head.flags.size} flags may go.`;
  const rows = found.map(({ key, owner, why, places }) => [[{ code: key }], owner, why, places.join(', ')]);
  return {
    verdict: 'pass',
    headline,
    outputs: outputsFor(action, { faults: String(found.length) }),
    annotations: found.map(({ key, why }): Annotation => {
      const { line } = head.source.locateKey(['flags', key]);
      return { level: 'warning', title: 'Stale flag', message: `${key}: ${why}.`, file, ...(line !== undefined && { line }) };
    }),
    summary: found.length === 0 ? [] : [table(['flag', 'owner', 'why', 'in code'], rows)],
    data: { flags: head.flags.size, stale: found },
  };
}
