import type { Problem } from '@slipway/failure';
import { sourceProblems } from '@slipway/kubernetes';
import { choice, defineAction, duration, flag, list, path, type Secret, secret, text } from '@slipway/metadata';

interface Access {
  readonly argocdServer: string | undefined;
  readonly argocdToken: Secret | undefined;
  readonly kubeconfig: Secret | undefined;
  readonly kubeconfigPath: string | undefined;
  readonly context: string | undefined;
  readonly record: 'none' | 'good' | 'pending';
  readonly namespace: string | undefined;
}

/** Argo CD is asked by its API or by its resources in the cluster, and which of the two is never guessed. */
function accessProblems(inputs: Access): readonly Problem[] {
  const { argocdServer: server, argocdToken: token, kubeconfig, kubeconfigPath } = inputs;
  const cluster = kubeconfig !== undefined || kubeconfigPath !== undefined;
  const contradiction = (message: string, remedy: string) => ({ code: 'INPUTS_CONTRADICT', message, remedy });
  const recorded = inputs.record !== 'none';
  if (recorded && inputs.namespace === undefined)
    return [contradiction('"record" is given without "namespace".', 'Name the namespace that the service runs in.')];
  if (server !== undefined && cluster && !recorded)
    return [
      contradiction('Both "argocd-server" and a kubeconfig are given.', 'Give one: the API says more where it goes wrong.'),
    ];
  if ((server === undefined) !== (token === undefined))
    return [contradiction('"argocd-server" and "argocd-token" go together, and one is given.', 'Give both, or a kubeconfig.')];
  if (server !== undefined && !(URL.canParse(server) && /^https?:$/.test(new URL(server).protocol))) {
    const message = `Input "argocd-server" is ${JSON.stringify(server)}, which is not an address.`;
    return [{ code: 'INPUT_MALFORMED', message, remedy: 'Write it whole, such as https://argocd.example.com.' }];
  }
  return sourceProblems({ text: kubeconfig, path: kubeconfigPath, context: inputs.context });
}

/** The definition of wait-for-argocd. */
export const action = defineAction({
  name: 'wait-for-argocd',
  title: 'Wait for Argo CD',
  description: 'Waits until Argo CD has applied a commit and its image runs in good health, and says why when it does not',
  branding: { icon: 'refresh-cw', color: 'blue' },
  inputs: {
    service: text('Name of the service, as it was given to update-gitops', { required: true, example: 'order-service' }),
    image: text('The image with its digest', {
      required: true,
      example: `ghcr.io/org/order-service@\${{ needs.publish.outputs.digest }}`,
    }),
    applications: list("Names of the Argo CD applications that deploy it, one a line; the service's name by default", {
      example: 'order-service-production',
    }),
    repository: text('The configuration repository: `owner/name`, or an https address', {
      required: true,
      example: 'org/config',
    }),
    token: secret('Token that may read the contents of the configuration repository', {
      example: `\${{ steps.app.outputs.token }}`,
    }),
    branch: text('The branch that was written to', { default: 'main' }),
    commit: text('The commit that has the image, from update-gitops', {
      required: true,
      example: `\${{ steps.update.outputs.commit }}`,
    }),
    file: path('The file in the configuration repository that holds the image, by which a newer run of the service is known', {
      required: true,
      example: 'production/order-service/kustomization.yaml',
    }),
    argocdServer: text('Address of the API of Argo CD', { example: 'https://argocd.example.com' }),
    argocdToken: secret('Token of an account of Argo CD that may get the applications'),
    argocdCa: text('Authority of the certificate of Argo CD, as PEM, where the runner does not trust it'),
    kubeconfig: secret('Kubeconfig of the cluster that Argo CD runs in, as text or as its base64, instead of its API'),
    kubeconfigPath: path('File of that kubeconfig, where an earlier step wrote one'),
    context: text('Context of the kubeconfig; its current context by default'),
    argocdNamespace: text('Namespace of the applications', { default: 'argocd' }),
    timeout: duration('How long it may take until the image runs in good health', { default: '10m' }),
    degradedGrace: duration('How long the application may be Degraded on its way before that is a failure', { default: '60s' }),
    stableFor: duration('How long it must stay Healthy before that counts', { default: '10s' }),
    record: choice(
      'How the release is recorded in the cluster, as deploy-k8s does, for watch-and-rollback to watch; needs a kubeconfig',
      ['none', 'good', 'pending'],
      { default: 'none' },
    ),
    namespace: text('Namespace that the service runs in, for the record', { example: 'shop' }),
    sync: flag('Ask for the sync where the application does not sync by itself', { default: 'false' }),
  },
  outputs: {
    outcome:
      'What became of it: live, superseded, or why not: elsewhere, incomparable, sync-failed, auto-sync-off, window-closed, drifted, degraded, suspended, image-absent, timeout or absent',
    superseded: 'Whether a newer run of the service took its place (true or false); later jobs should leave it alone then',
    revision: 'The revision of the configuration repository that the last application is at',
    seconds: 'How long it took, in whole seconds',
    release: "Number of the release in the service's record, where it is recorded",
  },
  permissions: {},
  contradictions: accessProblems,
});
