import { choice, defineAction, list, pairs, path, text } from '@slipway/metadata';

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
  },
  outputs: {
    digest: "The image's digest, computed from its bytes: what is tested, published and deployed",
    imageTag: 'The tag that publishing gives the image: the commit id',
    layout: 'The folder of the OCI layout',
    layoutDigest: "SHA-256 of the layout's index.json, to tell after a download that it is the same layout",
    size: 'Bytes of the layout',
    platforms: 'JSON list with platform, digest and config digest of each image in the layout',
  },
  permissions: { contents: 'read' },
  contradictions: ({ engine, buildkitHost, platforms }) => [
    ...(buildkitHost === undefined || engine === 'auto' || engine === 'buildkit'
      ? []
      : [
          {
            code: 'INPUT_CONTRADICTION',
            message: `Input "buildkit-host" is given, but "engine" is ${engine}, which does not use it.`,
            remedy: 'Leave out one of them.',
          },
        ]),
    ...(engine !== 'buildah' || (platforms ?? []).length <= 1
      ? []
      : [
          {
            code: 'INPUT_CONTRADICTION',
            message: 'Input "platforms" names several, but buildah builds one at a time here.',
            remedy: 'Use BuildKit or buildx for several platforms.',
          },
        ]),
  ],
});
