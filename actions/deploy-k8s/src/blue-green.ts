import { failWhen, type Problem } from '@slipway/failure';
import { type Deployment, type KubeObject, type Manifest, objectName, targetOf } from '@slipway/kubernetes';
import {
  type Cause,
  chooseColour,
  COLOUR_OF,
  colourable,
  colourOf,
  type Colour,
  type ColourChoice,
  cutOff,
  inColour,
  isColoured,
  isSwitch,
  pinned,
  prune,
  type Release,
  type RestorePorts,
  SERVICE,
  standingRelease,
  switches,
} from '@slipway/rollout';
import { markFailed } from './canary.ts';
import type { Undoing } from './ending.ts';
import { planSteps, type Step } from './plan.ts';
import type { Scene } from './scene.ts';
import { templateHash, unsettled } from './template-hash.ts';
import { type ColourTrial, isNeededFirst, runsAloneProblems, type Trial, writtenAgain } from './trial.ts';

/** A release in its colour: the scene with its manifests so, what is to be done, and what comes before the switch. */
export interface Coloured {
  readonly scene: Scene;
  readonly steps: readonly Step[];
  readonly trial: Trial;
}

const objectsOf = (manifests: readonly Manifest[]): readonly KubeObject[] => manifests.map(({ object }) => object);
const COLOURS: readonly Colour[] = ['blue', 'green'];

function sharedProblems(manifests: readonly Manifest[]): readonly Problem[] {
  const objects = objectsOf(manifests);
  return manifests
    .filter(({ object }) => switches(objects).includes(object))
    .flatMap(({ object, locate }) =>
      cutOff(object, objects).map((other) => ({
        code: 'STRATEGY_SERVICE_SHARED',
        message: `${objectName(object)} leads to ${objectName(other)} as well, which has no second version: the switch would cut it off.`,
        remedy: 'Give it a Service of its own, or set strategy: rolling.',
        location: locate(['spec', 'selector']),
      })),
    );
}

async function nameProblems({ client, inputs, manifests }: Scene, coloured: readonly Manifest[]): Promise<readonly Problem[]> {
  const names = objectsOf(manifests).map(objectName);
  const made = coloured.filter(({ object }) => isColoured(object));
  const read = made.map(async ({ object, locate }) => {
    const live = await client.get(targetOf(object));
    const owner = live?.metadata.annotations?.[SERVICE];
    const foreign = live !== undefined && !(isColoured(live) && owner === inputs.service);
    if (!foreign && !names.includes(objectName(object))) return [];
    return [
      {
        code: 'STRATEGY_NAME_TAKEN',
        message: `${object.metadata.annotations?.[COLOUR_OF]} would stand beside itself as ${objectName(object)}, and there is one that ${inputs.service} did not make so.`,
        remedy: 'Give one of the two another name.',
        location: locate(['metadata', 'name']),
      },
    ];
  });
  return (await Promise.all(read)).flat();
}

/** Where an autoscaler has brought a Deployment: its other version must begin with as many pods, or the switch takes them away. */
async function scaled({ client }: Scene, manifests: readonly Manifest[], suffix: string): Promise<readonly Manifest[]> {
  const scalers = objectsOf(manifests).map(
    ({ spec }) => (spec as { readonly scaleTargetRef?: { readonly name?: string } } | undefined)?.scaleTargetRef?.name,
  );
  return Promise.all(
    manifests.map(async (manifest) => {
      const { object } = manifest;
      const plain = object.metadata.annotations?.[COLOUR_OF];
      if (object.kind !== 'Deployment' || plain === undefined || !scalers.includes(object.metadata.name)) return manifest;
      const live = await client.get<Deployment>({ ...targetOf(object), name: `${plain}${suffix}` });
      const spec = object['spec'] as { readonly replicas?: number };
      return {
        ...manifest,
        object: { ...object, spec: { ...spec, replicas: Math.max(spec.replicas ?? 1, live?.spec.replicas ?? 1) } },
      };
    }),
  );
}

interface Candidate {
  readonly manifests: readonly Manifest[];
  readonly steps: readonly Step[];
}

async function candidate(scene: Scene, colour: Colour, replicasOf: string): Promise<Candidate> {
  const manifests = await scaled(scene, inColour(scene.manifests, colour), replicasOf);
  return { manifests, steps: await planSteps(scene, manifests, scene.inputs.forceConflicts) };
}

const keepsPods = ({ steps }: Candidate): boolean =>
  steps
    .filter(({ manifest: { object } }) => object.kind === 'Deployment' && isColoured(object))
    .every(({ change, replacesPods }) => change === 'same' || (change === 'change' && !replacesPods));

type Pins = Pick<ColourTrial, 'pins' | 'unpinned'>;

/**
 * Where Services must lead while the new version comes up. One that asks for no colour would take the new pods in as soon as they
 * are ready, so it is led to the old pods' template alone, which every pod of a Deployment says in a label.
 */
async function pinsFor(scene: Scene, { from, mixed }: Extract<ColourChoice, { kind: 'change' }>): Promise<Pins> {
  const objects = objectsOf(scene.manifests);
  const recorded = standingRelease(scene.ledger)?.objects ?? [];
  const problems: Problem[] = [];
  const made: { readonly base: KubeObject; readonly pin: KubeObject }[] = [];
  for (const service of from === undefined || mixed ? switches(objects) : []) {
    if ((await scene.client.get(targetOf(service))) === undefined) continue;
    const base = recorded.find((each) => objectName(each) === objectName(service)) ?? service;
    const old: KubeObject[] = [];
    for (const each of colourable(objects)) {
      if (switches([each, service]).length > 0 && (await scene.client.get(targetOf(each))) !== undefined) old.push(each);
    }
    const [only] = old;
    if (from !== undefined) made.push({ base, pin: base });
    if (from !== undefined || only === undefined) continue;
    const hash = old.length === 1 ? await templateHash(scene, only) : undefined;
    if (hash !== undefined) made.push({ base, pin: pinned(base, hash) });
    else problems.push(unsettled(scene, service));
  }
  failWhen(problems);
  return { pins: made.map(({ pin }) => pin), unpinned: made.map(({ base }) => base) };
}

async function choiceFor(scene: Scene, unchanged: readonly Colour[]): Promise<ColourChoice> {
  const wanted = switches(objectsOf(scene.manifests));
  const read = await Promise.all(wanted.map(async (service) => scene.client.get(targetOf(service))));
  const live = read.filter((service) => service !== undefined).map(colourOf);
  const recorded = colourOf(standingRelease(scene.ledger)?.objects.find(isSwitch));
  return chooseColour({ live, recorded, unchanged });
}

/** Gives a release its colour. Throws with every reason why it cannot have one. */
export async function planColours(scene: Scene): Promise<Coloured> {
  const objects = objectsOf(scene.manifests);
  if (colourable(objects).length === 0) {
    const steps = await planSteps(scene, scene.manifests, scene.inputs.forceConflicts);
    return { scene, steps, trial: { kind: 'none', why: 'no Service of the manifests leads to a Deployment of theirs' } };
  }
  failWhen([
    ...sharedProblems(scene.manifests),
    ...(await nameProblems(
      scene,
      COLOURS.flatMap((each) => inColour(scene.manifests, each)),
    )),
  ]);
  const tried = new Map<Colour, Candidate>();
  for (const colour of COLOURS) tried.set(colour, await candidate(scene, colour, `-${colour}`));
  const unchanged = COLOURS.filter((colour) => keepsPods(tried.get(colour) as Candidate));
  const choice = await choiceFor(scene, unchanged);
  if (choice.kind === 'stay') {
    const { manifests, steps } = tried.get(choice.colour) as Candidate;
    return {
      scene: { ...scene, manifests },
      steps,
      trial: { kind: 'none', why: `the pods of ${choice.colour} stay as they are` },
    };
  }
  const { to, from } = choice;
  const { manifests, steps } = await candidate(scene, to, from === undefined ? '' : `-${from}`);
  failWhen(runsAloneProblems(steps));
  const pins = await pinsFor(scene, choice);
  const first = steps.filter((step) => isNeededFirst(step) || isColoured(step.manifest.object));
  // What leads there already, because a run was cut off in its switch, is led back first, and so has to be led there again.
  const rest = writtenAgain(
    steps.filter((step) => !first.includes(step)),
    pins.pins,
  );
  return { scene: { ...scene, manifests }, steps, trial: { kind: 'blue-green', to, from, ...pins, first, rest } };
}

/** Takes a new version away to which no request was ever led. */
export async function takeColourBack(
  scene: Scene,
  { first, to, unpinned }: ColourTrial,
  waits: RestorePorts,
  bad: Release,
  cause: Cause,
): Promise<Undoing> {
  const marked = await markFailed(scene, bad, cause);
  if (marked.state === 'kept') return marked;
  const made = first.filter(({ manifest, change }) => change === 'create' || manifest.object.kind === 'Deployment');
  await prune(waits.writer, objectsOf(made.map(({ manifest }) => manifest)), scene.inputs.service);
  for (const service of unpinned) await waits.writer.apply(service, { force: true });
  return { ...marked, what: to };
}
