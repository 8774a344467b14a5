import type { Problem } from '@slipway/failure';
import { type Kubernetes, type KubeObject, objectName, type Target } from '@slipway/kubernetes';

/** Field managers of the controllers that apply what a repository says, by the name of their product. */
const MANAGERS: Readonly<Record<string, string>> = {
  'argocd-controller': 'Argo CD',
  'kustomize-controller': 'Flux',
  'helm-controller': 'Flux',
};

/** Argo CD's mark of what it applies (https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/). */
const TRACKING = 'argocd.argoproj.io/tracking-id';

const managerOf = (entry: unknown): string =>
  typeof entry === 'object' && entry !== null && 'manager' in entry ? String(entry.manager) : '';

/** What applies an object from a repository, such as `Argo CD (application shop)`; undefined when nothing is known to. */
export function heldBy({ metadata: { annotations = {}, managedFields = [] } }: KubeObject): string | undefined {
  const [application] = annotations[TRACKING]?.split(':') ?? [];
  if (application !== undefined) return `Argo CD (application ${application})`;
  return managedFields.map((entry) => MANAGERS[managerOf(entry)]).find((name) => name !== undefined);
}

/** What a repository holds would be taken forward again as soon as it was taken back: that is told before the watch. */
export async function gitopsProblems(client: Kubernetes, targets: readonly Target[]): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const target of targets) {
    const live = await client.get<KubeObject>(target);
    const holder = live === undefined ? undefined : heldBy(live);
    if (live === undefined || holder === undefined) continue;
    problems.push({
      code: 'GITOPS_HELD',
      message: `${objectName(live)} is applied from a repository by ${holder}, which would take a rollback in the cluster back.`,
      remedy: 'Set "on-regression: report", and go back by a commit: update-gitops with "mode: rollback".',
    });
  }
  return problems;
}
