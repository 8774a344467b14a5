import { choice, defineAction, flag, path, secret, text } from '@slipway/metadata';

/** The metadata of affected-services. */
export const action = defineAction({
  name: 'affected-services',
  title: 'Affected services',
  description: 'Tells which services of a repository have no image of what they are built from now, and must be built',
  branding: { icon: 'share-2', color: 'blue' },
  inputs: {
    services: path('File that lists the services', { default: '.slipway/services.yml' }),
    engine: choice('What will build: buildx counts as `buildkit`', ['buildkit', 'buildah'], { default: 'buildkit' }),
    all: flag('Build every service, whatever is there', { default: 'false' }),
    since: text('Commit to compare with where the reasons are told; it decides nothing', { default: 'HEAD^' }),
    username: text('User name for the registry of the images; needs `password`'),
    password: secret('Password or token for the registry of the images'),
    githubToken: secret('Token of the run: logs in to ghcr.io, and is sent to no other registry', {
      example: `\${{ github.token }}`,
    }),
    dockerConfig: path("Docker configuration with the credentials of registries; the user's own when nothing is given"),
    insecure: flag('Speak plain http to the registry of the images also on another machine', { default: 'false' }),
  },
  outputs: {
    matrix: 'JSON for the matrix of a job: every service to build that builds on none of the others to build',
    any: 'Whether `matrix` has a service (true or false)',
    nextMatrix: 'The same for the services that build on the images of those, to be built after them',
    nextAny: 'Whether `next-matrix` has a service (true or false)',
    affected: 'JSON list of the names of all services to build',
    unchanged: 'JSON object with the digest of the image of each service that need not be built',
  },
  permissions: { contents: 'read' },
  contradictions: ({ username, password, dockerConfig }) => [
    ...((username === undefined) === (password === undefined)
      ? []
      : [
          {
            code: 'INPUT_CONTRADICTION',
            message: 'Only one of the inputs "username" and "password" is given.',
            remedy: 'Give both or neither.',
          },
        ]),
    ...(username === undefined || dockerConfig === undefined
      ? []
      : [
          {
            code: 'INPUT_CONTRADICTION',
            message: 'Both "username" and "docker-config" are given.',
            remedy: 'Keep one of them.',
          },
        ]),
  ],
});
