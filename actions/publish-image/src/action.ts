import type { Problem } from '@slipway/failure';
import { choice, defineAction, duration, flag, integer, list, path, secret, text } from '@slipway/metadata';

const contradiction = (message: string, remedy: string): Problem => ({ code: 'INPUT_CONTRADICTION', message, remedy });

/** One problem where exactly one of two inputs is given that need each other. */
function together(first: unknown, second: unknown, names: string): readonly Problem[] {
  if ((first === undefined) === (second === undefined)) return [];
  return [contradiction(`Only one of the inputs ${names} is given.`, 'Give both or neither.')];
}

interface Login {
  readonly username?: unknown;
  readonly password?: unknown;
  readonly dockerConfig?: unknown;
  readonly tokenExchange?: unknown;
  readonly tokenAudience?: unknown;
}

/** At most one way to log in, and each of them whole. */
function loginContradictions({ username, password, dockerConfig, tokenExchange, tokenAudience }: Login): readonly Problem[] {
  const twice = password !== undefined && tokenExchange !== undefined;
  const names = tokenExchange === undefined ? '"username" and "password"' : '"username" and "token-exchange"';
  return [
    ...together(username, password ?? tokenExchange, names),
    ...together(tokenExchange, tokenAudience, '"token-exchange" and "token-audience"'),
    ...(twice ? [contradiction('Both "password" and "token-exchange" are given.', 'Keep one of them.')] : []),
    ...(username === undefined || dockerConfig === undefined
      ? []
      : [contradiction('Both "username" and "docker-config" are given.', 'Keep one of them.')]),
  ];
}

/** The metadata of publish-image. */
export const action = defineAction({
  name: 'publish-image',
  title: 'Publish image',
  description: 'Brings registries to hold the exact bytes that were built and tested, and reads them back',
  branding: { icon: 'upload-cloud', color: 'blue' },
  inputs: {
    image: list('Repositories to publish to, with their registry and without a tag, one a line', {
      required: true,
      example: 'registry.example.com/shop/order-service',
    }),
    from: text('What to publish instead of `layout`: a layout packed with tar, or a published image by its digest', {
      example: 'registry.example.com/shop/order-service@sha256:…',
    }),
    layout: path('Folder of the OCI layout that build-image wrote', { default: '.slipway/image' }),
    digest: text('Digest that was tested; an image with another one is refused'),
    commit: text("Full id of the commit that is published; the run's own when it is not given"),
    tags: list('Tags that are written once and never moved, one a line; the commit id when none is given'),
    movingTags: list('Tags such as `latest` that move to this image unless a newer commit has them, one a line'),
    movingPolicy: choice(
      'When tags in `moving-tags` move: `forward` only from an ancestor of the commit, `any` from wherever they are',
      ['forward', 'any'],
      { default: 'forward' },
    ),
    inputsDigest: text("Digest of the build's inputs (from build-image), under which a later build finds this image"),
    attach: list('Files to attach to the image, one a line: in-toto statements, Sigstore bundles, SBOMs; or TYPE=FILE', {
      example: 'reports/unit.intoto.json',
    }),
    requireEvidence: list(
      'Predicate types that the files in `attach` must prove of this image, one a line; `test-result`, `provenance` and `vulns` for short',
    ),
    evidenceSigner: text('Workflow that must have signed the required evidence, as its certificate names it', {
      example: 'https://github.com/org/orders/.github/workflows/ci.yml@refs/heads/main',
    }),
    trustedRoot: path('Sigstore trusted root (trusted_root.json) against which signatures are checked; nothing is asked online'),
    onConflict: choice(
      'What to do when a tag in `tags` leads to another image: `fail`, or `skip` it and leave everything that moves as it is',
      ['fail', 'skip'],
      { default: 'fail' },
    ),
    dryRun: flag('Only tell what would be done', { default: 'false' }),
    retries: integer('How often one request is sent again after a passing trouble', { default: '4', min: 0, max: 20 }),
    timeout: duration('How long publishing may take in all', { default: '15m' }),
    username: text('User name for the registries; needs `password` or `token-exchange`'),
    password: secret('Password or token for the registries'),
    dockerConfig: path("Docker configuration with the registries' credentials; the user's own when nothing is given"),
    tokenExchange: text(
      "Token server (RFC 8693) that gives the registries' password for the job's OIDC identity; needs `id-token: write`",
      {
        example: 'https://sts.googleapis.com/v1/token',
      },
    ),
    tokenAudience: text('Audience of that identity; needs `token-exchange`'),
    tokenScope: text('Scope that is asked of the token server'),
    githubToken: secret('Token of the run: logs in to ghcr.io, and tells how two commits stand where Git cannot'),
    insecure: flag('Speak plain http also to a registry on another machine', { default: 'false' }),
  },
  outputs: {
    digest: 'Digest of the image, as read back from the registry',
    image: 'The image by its digest, registry/repository@digest, in the first repository: what to deploy',
    images: 'The image by its digest in every repository, one a line',
    tags: 'The tags that lead to it, one a line',
    moved: 'The moving tags that were moved to it, one a line',
    left: 'The moving tags that were left to a newer commit, one a line',
    conflicts: 'The tags that lead to another image and were skipped, one a line',
    pushed: 'How many blobs were uploaded',
    unchanged: 'Whether every registry had everything already (true or false)',
    plan: 'JSON list of what each repository had and lacked',
  },
  permissions: { contents: 'read' },
  contradictions: ({ tags, movingTags, evidenceSigner, trustedRoot, requireEvidence, ...login }) => [
    ...loginContradictions(login),
    ...together(evidenceSigner, trustedRoot, '"evidence-signer" and "trusted-root"'),
    ...(evidenceSigner === undefined || requireEvidence !== undefined
      ? []
      : [contradiction('"evidence-signer" is given, but no evidence is required.', 'Name it in "require-evidence".')]),
    ...(tags ?? [])
      .filter((tag) => movingTags?.includes(tag))
      .map((tag) =>
        contradiction(`The tag "${tag}" is in "tags" and in "moving-tags".`, 'A tag is either written once or moved.'),
      ),
  ],
});
