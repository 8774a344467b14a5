import { type KubeObject, type Manifest, objectName, podSpecPath } from '@slipway/kubernetes';
import type { Annotation } from '@slipway/runner';

interface Budget {
  readonly minAvailable?: number | string;
  readonly maxUnavailable?: number | string;
  readonly selector?: { readonly matchLabels?: Readonly<Record<string, string>>; readonly matchExpressions?: readonly unknown[] };
}

interface Workload {
  readonly replicas?: number;
  readonly template?: { readonly metadata?: { readonly labels?: Readonly<Record<string, string>> } };
}

/** A number, or the share of the replicas that a percentage means, rounded up as Kubernetes does it. */
function countOf(value: number | string, replicas: number): number {
  if (typeof value === 'number') return value;
  return value.endsWith('%') ? Math.ceil((Number.parseFloat(value) / 100) * replicas) : Number.NaN;
}

/** Whether no pod of so many may ever be taken away: https://kubernetes.io/docs/tasks/run-application/configure-pdb/#specifying-a-poddisruptionbudget */
function allowsNone({ minAvailable, maxUnavailable }: Budget, replicas: number): boolean {
  if (maxUnavailable !== undefined) return countOf(maxUnavailable, replicas) === 0;
  return minAvailable !== undefined && countOf(minAvailable, replicas) >= replicas;
}

function selects({ selector = {} }: Budget, object: KubeObject): boolean {
  const { matchLabels = {}, matchExpressions = [] } = selector;
  const labels = ((object['spec'] ?? {}) as Workload).template?.metadata?.labels ?? {};
  const pairs = Object.entries(matchLabels);
  // Expressions are not judged: a warning that may be wrong is worse than none.
  return pairs.length > 0 && matchExpressions.length === 0 && pairs.every(([name, value]) => labels[name] === value);
}

/** Warns of budgets that let no pod go: a rollout heeds none, and is not held up; a drained node would be, for ever. */
export function disruptionRemarks(manifests: readonly Manifest[]): readonly Annotation[] {
  return manifests
    .filter(({ object }) => object.kind === 'PodDisruptionBudget')
    .flatMap(({ object, locate }) => {
      const budget = (object['spec'] ?? {}) as Budget;
      const held = manifests.find(({ object: other }) => {
        const { replicas = 1 } = (other['spec'] ?? {}) as Workload;
        return podSpecPath(other.kind) !== undefined && selects(budget, other) && allowsNone(budget, replicas);
      });
      if (held === undefined) return [];
      const { file, line } = locate(['spec', budget.maxUnavailable === undefined ? 'minAvailable' : 'maxUnavailable']);
      const message = `${objectName(object)} lets no pod of ${objectName(held.object)} go: the rollout is not held up by it, but no node that such a pod runs on can be drained.`;
      const place = { ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
      return [{ level: 'warning', title: 'No pod may go', message, ...place } as const];
    });
}
