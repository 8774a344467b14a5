import type { Problem } from '@slipway/failure';
import { defineAction, flag, list, path, secret, text } from '@slipway/metadata';

const contradiction = (message: string, remedy: string): Problem => ({ code: 'INPUT_CONTRADICTION', message, remedy });

/** The metadata of publish-image. */
export const action = defineAction({
  name: 'publish-image',
  title: 'Publish image',
  description: 'Pushes the exact bytes that were built and tested to a registry, and reads them back',
  branding: { icon: 'upload-cloud', color: 'blue' },
  inputs: {
    image: text('Repository to publish to, with its registry and without a tag', {
      required: true,
      example: 'registry.example.com/shop/order-service',
    }),
    layout: path('Folder of the OCI layout that build-image wrote', { default: '.slipway/image' }),
    digest: text('Digest that was tested; a layout with another one is refused'),
    tags: list('Tags that are written once and never moved, one a line; the commit id when none is given'),
    movingTags: list('Tags such as `latest` that are moved to this image once everything else is verified, one a line'),
    username: text('User name for the registry; needs `password`'),
    password: secret('Password or token for the registry'),
    dockerConfig: path("Docker configuration with the registry's credentials; the user's own when nothing is given"),
    insecure: flag('Speak plain http also to a registry on another machine', { default: 'false' }),
  },
  outputs: {
    digest: 'Digest of the image, as read back from the registry',
    image: 'The image by its digest, registry/repository@digest: what to deploy',
    tags: 'The tags that lead to it, one a line',
    pushed: 'How many blobs were uploaded',
    unchanged: 'Whether the registry had everything already (true or false)',
  },
  permissions: { contents: 'read' },
  contradictions: ({ username, password, dockerConfig, tags, movingTags }) => [
    ...((username === undefined) === (password === undefined)
      ? []
      : [contradiction('Only one of the inputs "username" and "password" is given.', 'Give both or neither.')]),
    ...(username === undefined || dockerConfig === undefined
      ? []
      : [contradiction('Both "username" and "docker-config" are given.', 'Keep one of them.')]),
    ...(tags ?? [])
      .filter((tag) => movingTags?.includes(tag))
      .map((tag) =>
        contradiction(`The tag "${tag}" is in "tags" and in "moving-tags".`, 'A tag is either written once or moved.'),
      ),
  ],
});
