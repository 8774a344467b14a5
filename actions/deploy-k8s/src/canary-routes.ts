import { failWhen, type Problem } from '@slipway/failure';
import { type KubeObject, type Manifest, objectName, targetOf } from '@slipway/kubernetes';
import {
  canaryService,
  canaryTrack,
  pinned,
  type Routing,
  sharesBeside,
  sharing,
  standingRelease,
  switches,
  weighs,
} from '@slipway/rollout';
import { nameProblems } from './canary-name.ts';
import { planSteps } from './plan.ts';
import type { Scene } from './scene.ts';
import { templateHash, unsettled } from './template-hash.ts';

/** Lets the server judge what leads to the canaries, before anything is changed; gives what is wrong with their names. */
async function judge(scene: Scene, { routes, unpinned, services }: Routing, weight: number): Promise<readonly Problem[]> {
  const manifestOf = (object: KubeObject): Manifest | undefined =>
    scene.manifests.find((each) => objectName(each.object) === objectName(object));
  const names = new Set(unpinned.map(({ metadata }) => metadata.name));
  const beside = [...routes.filter(sharesBeside), ...unpinned].flatMap((object) => manifestOf(object) ?? []);
  const taken = (await Promise.all(beside.map((manifest) => nameProblems(scene, manifest)))).flat();
  const shares = routes.map((route) => ({ from: route, object: sharing(route, names, weight) }));
  const leading = services.map((object, index) => ({ from: unpinned[index] ?? object, object }));
  const judged = [...shares, ...leading].flatMap(({ from, object }) => {
    const manifest = manifestOf(from);
    return manifest === undefined ? [] : [{ ...manifest, object }];
  });
  if (taken.length === 0) await planSteps(scene, judged, true);
  return taken;
}

/**
 * How the routes among the manifests give canaries their share; undefined where none of them does. Everything is taken as the
 * release that runs has it, so that nothing but the share changes before the canary has proved good.
 */
export async function planRouting(
  scene: Scene,
  deployments: readonly KubeObject[],
  services: readonly KubeObject[],
  firstWeight: number,
): Promise<Routing | undefined> {
  const objects = scene.manifests.map(({ object }) => object);
  const recorded = standingRelease(scene.ledger)?.objects ?? [];
  const before = (object: KubeObject): KubeObject => recorded.find((each) => objectName(each) === objectName(object)) ?? object;
  const problems: Problem[] = [];
  const made: { readonly base: KubeObject; readonly pin: KubeObject; readonly canary: KubeObject }[] = [];
  for (const service of services) {
    if (!objects.some((object) => weighs(object, service.metadata.name))) continue;
    // A first release of the Service has no requests yet that could be shared.
    if ((await scene.client.get(targetOf(service))) === undefined) continue;
    const own = deployments.filter((deployment) => switches([deployment, service]).length > 0);
    const [only] = own;
    if (only === undefined) continue;
    const hash = own.length === 1 ? await templateHash(scene, only) : undefined;
    const base = before(service);
    if (hash === undefined) problems.push(unsettled(scene, service));
    else made.push({ base, pin: pinned(base, hash), canary: canaryService(base, canaryTrack(only, services)) });
  }
  const led = made.map(({ base }) => base.metadata.name);
  const routes = objects.filter((object) => led.some((name) => weighs(object, name))).map(before);
  const [pins, unpinned] = [made.map(({ pin }) => pin), made.map(({ base }) => base)];
  const routing = { routes, pins, unpinned, services: made.map(({ canary }) => canary) };
  failWhen([...problems, ...(await judge(scene, routing, firstWeight))]);
  return routes.length === 0 ? undefined : routing;
}
