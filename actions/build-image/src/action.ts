import type { Problem } from '@slipway/failure';
import { choice, defineAction, flag, list, pairs, path, secret, size, text } from '@slipway/metadata';

/** The metadata of build-image. */
export const action = defineAction({
  name: 'build-image',
  title: 'Build image',
  description: 'Builds the image of a service once, into an OCI layout that tests and publishing use; pushes nothing',
  branding: { icon: 'package', color: 'blue' },
  inputs: {
    service: text("Name of the service: the last part of its image's name", { required: true, example: 'order-service' }),
    context: path('Folder whose files the build may use', { default: '.' }),
    dockerfile: path('The Dockerfile, from the context', { default: 'Dockerfile' }),
    target: text('Stage of the Dockerfile to build; the last one when it is not given'),
    platforms: list('Platforms to build for, one a line; the one of the engine when none is given', { example: 'linux/amd64' }),
    buildArgs: pairs('Build arguments, as lines of NAME=value; they stay readable in the image, so no secrets'),
    secrets: list('Build secrets, as lines of id=env:NAME or id=file:PATH; their values reach neither command line nor image'),
    engine: choice(
      'What builds; `auto` takes BuildKit where an address is given, else buildx, else buildah',
      ['auto', 'buildkit', 'buildx', 'docker', 'buildah'],
      { default: 'auto' },
    ),
    buildkitHost: text('Address of a BuildKit daemon; the variable BUILDKIT_HOST when it is not given', {
      example: 'unix:///run/buildkit/buildkitd.sock',
    }),
    layout: path('Folder to write the OCI layout to', { default: '.slipway/image' }),
    commit: text("Full id of the commit that is built; the run's own when it is not given"),
    version: text('Version of the service, for the label and the build argument VERSION'),
    image: text('Repository the image is published to; there an image of the same inputs is looked for, and the cache is kept', {
      example: 'registry.example.com/shop/order-service',
    }),
    reuse: choice(
      'What happens when the repository has an image of the same inputs: `auto` fetches it, `digest` only names it, `off` builds',
      ['auto', 'digest', 'off'],
      { default: 'auto' },
    ),
    services: path('File that lists the services of the repository, when this one is built from the image of another'),
    cache: choice('Where layers are kept between builds; a cache that fails never fails the build', ['none', 'registry'], {
      default: 'none',
    }),
    cacheWrite: choice(
      'When the cache is written; `auto` on pushes to the default branch or a protected one, never for a pull request',
      ['auto', 'never'],
      { default: 'auto' },
    ),
    username: text('User name for reading from the registry of `image`; needs `password`'),
    password: secret('Password or token for reading from the registry of `image`'),
    githubToken: secret('Token of the run: logs in to ghcr.io, and is sent to no other registry', {
      example: `\${{ github.token }}`,
    }),
    dockerConfig: path("Docker configuration with the credentials of registries; the user's own when nothing is given"),
    insecure: flag('Speak plain http to the registry of `image` also on another machine', { default: 'false' }),
    reproducible: flag("Give every file in the image the commit's time, so that the same commit gives the same bytes", {
      default: 'true',
    }),
    expectLayout: path('Folder of another OCI layout that this build must equal, byte for byte; what differs is named'),
    evidence: path('Folder for bills of materials and provenance', { default: '.slipway/evidence' }),
    checks: choice("What the engine's checks of the Dockerfile come to", ['off', 'warn', 'error'], { default: 'warn' }),
    maxSize: size('The most a node may have to pull, compressed, for one platform', { example: '200MB' }),
    compareWith: text('Image to compare the size with, such as the last release', {
      example: 'registry.example.com/shop/order-service:latest',
    }),
  },
  outputs: {
    digest: "The image's digest, computed from its bytes: what is tested, published and deployed",
    imageTag: 'The tag that publishing gives the image: the commit id',
    layout: 'The folder of the OCI layout',
    layoutDigest: "SHA-256 of the layout's index.json, to tell after a download that it is the same layout",
    size: 'Bytes of the layout',
    platforms: 'JSON list with platform, digest and config digest of each image in the layout',
    inputsDigest: 'SHA-256 over everything the build read; empty when it cannot be told',
    reused: 'Whether an image of the same inputs was taken instead of building (true or false)',
    attachments: 'Files with statements about the image (bills of materials, provenance), one a line, for publishing to attach',
    warnings: "How many warnings the engine's checks of the Dockerfile gave",
  },
  permissions: { contents: 'read' },
  contradictions: (inputs) => {
    const { engine, buildkitHost, platforms, image, cache, username, password, dockerConfig, checks } = inputs;
    const given = (condition: boolean, message: string, remedy: string): readonly Problem[] =>
      condition ? [{ code: 'INPUT_CONTRADICTION', message, remedy }] : [];
    const buildah = engine === 'buildah';
    return [
      ...given(
        buildkitHost !== undefined && engine !== 'auto' && engine !== 'buildkit',
        `Input "buildkit-host" is given, but "engine" is ${engine}, which does not use it.`,
        'Leave out one of them.',
      ),
      ...given(
        buildah && (platforms ?? []).length > 1,
        'Input "platforms" names several, but buildah builds one at a time here.',
        'Use BuildKit or buildx for several platforms.',
      ),
      ...given(
        cache === 'registry' && image === undefined,
        'Input "cache" is registry, but no "image" says in which repository.',
        'Give "image".',
      ),
      ...given(
        cache === 'registry' && buildah,
        'Input "cache" is registry, which buildah does not have here.',
        'Use BuildKit or buildx.',
      ),
      ...given(checks === 'error' && buildah, 'Input "checks" is error, but buildah has no checks.', 'Use BuildKit or buildx.'),
      ...given(
        (username === undefined) !== (password === undefined),
        'Only one of the inputs "username" and "password" is given.',
        'Give both or neither.',
      ),
      ...given(
        username !== undefined && (image === undefined || dockerConfig !== undefined),
        'Inputs "username" and "password" are for the registry of "image", and take the place of "docker-config".',
        'Give "image", and only one of the two ways to log in.',
      ),
    ];
  },
});
