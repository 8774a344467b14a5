import { defineAction, list, path, secret, text } from '@slipway/metadata';

/** What both modes take. */
const ABOUT = ['service', 'image', 'environment'] as const;

/** The definition of promotion-gate. */
export const action = defineAction({
  name: 'promotion-gate',
  title: 'Promotion gate',
  description:
    'Lets an image into an environment only with evidence about its very digest, and says in plain words what is missing',
  branding: { icon: 'shield', color: 'blue' },
  inputs: {
    service: text('Name of the service', { required: true, example: 'order-service' }),
    image: text('The image with its digest', {
      required: true,
      example: `ghcr.io/org/order-service@\${{ needs.publish.outputs.digest }}`,
    }),
    environment: text('The environment that the image is to go to; for `record`, the one where it was checked', {
      required: true,
      example: 'production',
    }),
    policy: path('YAML file of the gates; without it, production takes what was deployed and smoke-tested in staging', {
      example: '.slipway/gates.yml',
    }),
    evidence: list('Files of evidence, one glob pattern a line: in-toto statements and Sigstore bundles', {
      example: '.slipway/evidence/**/*.json',
    }),
    trustedRoot: path('Sigstore trusted root (trusted_root.json) against which signatures are checked; nothing is asked online'),
    githubToken: secret(
      'Token that may write deployments: the deployment of the job, or a new one where the job has none, then says what the gate found',
      { example: `\${{ github.token }}` },
    ),
    breakGlass: text('Why a freeze is broken, where the policy lets that be; it opens nothing else'),
    checks: list('How the checks ended, one a line as NAME=RESULT, with the result of a job; `skipped` is left out', {
      required: true,
      example: `deploy=\${{ needs.deploy.result }}`,
    }),
    out: path('Folder to write the statements to', { default: '.slipway/evidence' }),
  },
  outputs: {
    gate: 'open or closed; for `record`, recorded',
    missing: 'Codes of what keeps the gate closed, one a line',
    brokenGlass: 'Why the freeze was broken; empty when none was',
    deployment: 'Number of the deployment on GitHub that says what the gate found',
    files: 'The statements that were written, one a line',
  },
  permissions: { deployments: 'write' },
  modes: {
    check: {
      description: 'Decides whether the image may go to the environment',
      inputs: [...ABOUT, 'policy', 'evidence', 'trustedRoot', 'breakGlass', 'githubToken'],
    },
    record: {
      description: 'Writes how the checks of an image ended as in-toto statements about its digest',
      inputs: [...ABOUT, 'checks', 'out'],
    },
  },
});
