import { Failure, failWhen, renderProblem } from '@slipway/failure';
import type { ConnectGitHub } from '@slipway/github';
import type { InputsOf } from '@slipway/metadata';
import { renderReference } from '@slipway/oci';
import type { Annotation, Outcome, Ports, Run, RunContext } from '@slipway/runner';
import type { action } from './action.ts';
import { ancestryOf } from './ancestry.ts';
import { gather, type Order } from './gather.ts';
import { conflictsOf } from './plan.ts';
import { objectionsTo, performAll, planAll, type Tools } from './reconcile.ts';
import { registriesOf } from './registries.ts';
import { dataOf, isUnchanged, type Published, summaryOf } from './report.ts';
import { unpackedFolder } from './source.ts';

type Inputs = InputsOf<typeof action>;

function toolsOf(inputs: Inputs, ports: Ports, context: RunContext, connect: ConnectGitHub): Tools {
  const { githubToken: token } = inputs;
  const { apiUrl, repository } = context;
  const github = token === undefined || repository === undefined ? undefined : connect({ apiUrl, repository, token }, ports);
  const ancestry = ancestryOf({ exec: ports.exec, ...(github && { github }) });
  return { registries: registriesOf(inputs, ports, context), ancestry, ports };
}

async function reconcile(order: Order, inputs: Inputs, tools: Tools): Promise<readonly Published[]> {
  const planned = await planAll(order, inputs, tools);
  if (inputs.dryRun) return planned;
  failWhen(planned.flatMap((each) => objectionsTo(each, inputs)));
  return performAll(order, planned, inputs, tools);
}

/** What breaks off because the run is cancelled is no defect and nobody's mistake; nothing is left behind either way. */
async function tidily<T>({ cancelled, files }: Ports, context: RunContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!cancelled.aborted) throw error;
    const message = 'The run was cancelled while it published; run it again, and what is missing is added.';
    throw new Failure({ code: 'CANCELLED', message }, { cause: error });
  } finally {
    await files.remove(unpackedFolder(context));
  }
}

function headlineOf(image: string, all: readonly Published[], objections: number): string {
  const places = all.length === 1 ? '' : ` and ${all.length - 1} more ${all.length === 2 ? 'repository' : 'repositories'}`;
  if (all.some(({ done }) => done === undefined))
    return objections === 0
      ? `Dry run: ${image}${places} could be published.`
      : `Dry run: ${objections} things keep ${image} from being published.`;
  if (all.every(isUnchanged)) return `${image}${places} was there already; nothing was written.`;
  const uploaded = all.flatMap(({ done }) => done?.uploaded ?? []);
  const bytes = uploaded.reduce((sum, { blob }) => sum + blob.size, 0);
  return `Published ${image}${places} (${uploaded.length} of ${all.flatMap(({ plan }) => plan.blobs).length} blobs uploaded, ${(bytes / 1e6).toFixed(1)} MB).`;
}

function annotationsOf(all: readonly Published[], inputs: Inputs): readonly Annotation[] {
  const objections = all.flatMap((each) => objectionsTo(each, inputs));
  const skipped = inputs.onConflict === 'skip' ? all.flatMap(({ plan }) => conflictsOf(plan)) : [];
  const left = all.flatMap(({ done }) => done?.moved ?? []).filter(({ result }) => result === 'left');
  return [
    ...objections.map((problem): Annotation => ({ level: 'error', title: problem.code, message: renderProblem(problem) })),
    ...skipped.map(
      (problem): Annotation => ({ level: 'warning', title: problem.code, message: `Skipped: ${renderProblem(problem)}` }),
    ),
    ...left.map(({ tag, newer }): Annotation => {
      return {
        level: 'notice',
        title: 'Left to a newer commit',
        message: `The tag ${tag} stays with ${newer}, which is newer than this commit.`,
      };
    }),
  ];
}

function outputsOf(order: Order, all: readonly Published[]): Outcome<typeof action>['outputs'] {
  const { digest } = order.source.tree.root;
  const images = order.target.repositories.map((repository) => renderReference({ ...repository, digest }));
  const moved = all.flatMap(({ done }) => done?.moved ?? []);
  const lines = (texts: readonly string[]): string => [...new Set(texts)].join('\n');
  const movedBy = (result: string): string => lines(moved.filter((each) => each.result === result).map(({ tag }) => tag));
  const tags = all.flatMap(({ plan }) => plan.tags);
  const leading = [...tags.filter(({ step }) => step !== 'conflict'), ...moved.filter(({ result }) => result !== 'left')];
  return {
    digest,
    image: images[0],
    images: images.join('\n'),
    tags: lines(leading.map(({ tag }) => tag)),
    moved: movedBy('moved'),
    left: movedBy('left'),
    conflicts: lines(tags.filter(({ step }) => step === 'conflict').map(({ tag }) => tag)),
    pushed: String(all.flatMap(({ done }) => done?.uploaded ?? []).length),
    unchanged: String(all.every(isUnchanged)),
    plan: JSON.stringify(all.map(dataOf)),
  };
}

/** Brings registries to hold exactly the bytes of an image under the wanted tags, and reads them back. */
export function runWith(connect: ConnectGitHub): Run<typeof action> {
  return async (inputs, ports, context) => {
    const tools = toolsOf(inputs, ports, context, connect);
    const { order, all } = await tidily(ports, context, async () => {
      const found = await gather(inputs, tools.registries, ports, context);
      return { order: found, all: await reconcile(found, inputs, tools) };
    });
    const outputs = outputsOf(order, all);
    const objections = inputs.dryRun ? all.flatMap((each) => objectionsTo(each, inputs)).length : 0;
    return {
      verdict: objections === 0 ? 'pass' : 'fail',
      headline: headlineOf(outputs.image ?? '', all, objections),
      outputs,
      summary: all.flatMap(summaryOf),
      annotations: annotationsOf(all, inputs),
      data: {
        digest: outputs.digest,
        image: outputs.image,
        pushed: Number(outputs.pushed),
        unchanged: outputs.unchanged === 'true',
        repositories: all.map(dataOf),
      },
    };
  };
}
