import type { ResolvedBase } from '@slipway/build-inputs';
import type { Digest } from '@slipway/oci';
import type { RunContext } from '@slipway/runner';
import type { BuildPlan } from './plan.ts';
import { renderStatement } from './statement.ts';

interface Facts {
  readonly plan: BuildPlan;
  readonly image: Digest;
  readonly inputsDigest: Digest | undefined;
  readonly bases: readonly ResolvedBase[];
}

function baseOf({ reference, pin, identity }: ResolvedBase) {
  const digest = /sha256:([0-9a-f]{64})$/.exec(pin ?? identity ?? '')?.[1];
  return { uri: `docker-image://${pin ?? reference}`, ...(digest !== undefined && { digest: { sha256: digest } }) };
}

/**
 * How the image was built, as SLSA provenance (version 1) in an in-toto statement.
 *
 * Names of secrets are in it and their values never; times are not, so that the same run states the same.
 */
export function renderProvenance({ plan, image, inputsDigest, bases }: Facts, context: RunContext): string {
  const { serverUrl, repository = '', ref, runUrl, environment } = context;
  const relative = (path: string): string => (path === context.workspace ? '.' : path.replace(`${context.workspace}/`, ''));
  const source = {
    uri: `git+${serverUrl}/${repository}${ref === undefined ? '' : `@${ref}`}`,
    digest: { gitCommit: plan.commit },
  };
  const workflow = environment('GITHUB_WORKFLOW_REF');
  return renderStatement(plan.service, [image], 'https://slsa.dev/provenance/v1', {
    buildDefinition: {
      buildType: 'https://slipway.invalid/build-image/v1',
      externalParameters: {
        context: relative(plan.context),
        dockerfile: plan.dockerfile,
        target: plan.target ?? null,
        platforms: plan.platforms,
        buildArgs: plan.buildArgs,
        secrets: plan.secrets.map(({ id }) => id),
      },
      internalParameters: { engine: plan.engine.kind, epoch: plan.epoch ?? null, inputsDigest: inputsDigest ?? null },
      resolvedDependencies: [source, ...bases.map(baseOf)],
    },
    runDetails: {
      builder: { id: workflow === undefined ? 'https://slipway.invalid/laptop' : `${serverUrl}/${workflow}` },
      metadata: { invocationId: runUrl ?? '' },
    },
  });
}
