import { Failure } from '@slipway/failure';
import type { Outcome, Verdict } from '@slipway/runner';
import { heading, paragraph } from '@slipway/summary';
import type { action } from './action.ts';

type Told = Outcome<typeof action>;

const SEVERITY: readonly Verdict[] = ['pass', 'inconclusive', 'fail'];

/** A watch that broke off says nothing of the others. */
async function outcomeOf(service: string, watched: () => Promise<Told>): Promise<Told> {
  try {
    return await watched();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return {
      verdict: 'inconclusive',
      headline: `Could not tell whether ${service} is healthy: ${error.message}`,
      outputs: {
        ...{ decision: 'blind', decisions: JSON.stringify({ [service]: 'blind' }) },
        ...{ errorRate: undefined, requests: undefined, release: undefined, rolledBackTo: undefined, cause: undefined },
      },
      summary: [paragraph([error.message])],
    };
  }
}

const joined = (values: readonly (string | undefined)[]): string => values.map((value) => value ?? '').join(',');

/** Watches several services side by side and tells of all of them: the worst first, each in full. */
export async function together(services: readonly (readonly [service: string, watched: () => Promise<Told>])[]): Promise<Told> {
  const all = await Promise.all(
    services.map(async ([service, watched]) => ({ service, told: await outcomeOf(service, watched) })),
  );
  const rank = ({ told }: { readonly told: Told }): number => SEVERITY.indexOf(told.verdict);
  const sorted = all.toSorted((a, b) => rank(b) - rank(a));
  const [worst] = sorted;
  const each = <K extends keyof Told['outputs']>(name: K): string => joined(all.map(({ told }) => told.outputs[name]));
  return {
    verdict: worst?.told.verdict ?? 'inconclusive',
    headline: sorted.map(({ told }) => told.headline).join(' '),
    outputs: {
      decision: worst?.told.outputs.decision,
      decisions: JSON.stringify(Object.fromEntries(all.map(({ service, told }) => [service, told.outputs.decision ?? '']))),
      errorRate: each('errorRate'),
      requests: each('requests'),
      release: each('release'),
      rolledBackTo: each('rolledBackTo'),
      cause: each('cause'),
    },
    annotations: sorted.flatMap(({ told }) => told.annotations ?? []),
    summary: sorted.flatMap(({ service, told }) => [heading(3, service), ...(told.summary ?? [])]),
    data: Object.fromEntries(all.map(({ service, told }) => [service, told.data ?? null])),
  };
}
