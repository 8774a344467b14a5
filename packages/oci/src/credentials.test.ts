import { describe, expect, test } from '@jest/globals';
import { scriptedExec } from '@slipway/system/memory';
import { dockerCredentials } from './credentials.ts';

const read = (registry: string, config: unknown, exec = scriptedExec()) =>
  dockerCredentials(registry, { file: 'config.json', text: typeof config === 'string' ? config : JSON.stringify(config), exec });

const auth = (text: string) => ({ auth: Buffer.from(text).toString('base64') });

describe('a Docker configuration', () => {
  test.each([
    ['registry.test:5000', { 'registry.test:5000': auth('robot:a:b') }, { username: 'robot', password: 'a:b' }],
    ['registry.test', { 'https://registry.test/v1/': auth('robot:x') }, { username: 'robot', password: 'x' }],
    ['docker.io', { 'https://index.docker.io/v1/': auth('robot:x') }, { username: 'robot', password: 'x' }],
    ['registry.test', { 'registry.test': { username: 'robot', password: 'x' } }, { username: 'robot', password: 'x' }],
    ['registry.test', { 'other.test': auth('robot:x') }, undefined],
    ['registry.test', { 'registry.test': {} }, undefined],
  ])('gives the entry of %s', async (registry, auths, expected) => {
    expect(await read(registry, { auths })).toEqual(expected);
  });

  test('asks the helper of the registry before it looks at entries; the host goes to standard input', async () => {
    const exec = scriptedExec(() => ({ stdout: '{"Username":"AWS","Secret":"s"}' }));
    const config = { credHelpers: { 'registry.test': 'ecr-login' }, auths: { 'registry.test': auth('robot:x') } };
    expect(await read('registry.test', config, exec)).toEqual({ username: 'AWS', password: 's' });
    expect(exec.calls).toMatchObject([
      { command: 'docker-credential-ecr-login', args: ['get'], options: { input: 'registry.test' } },
    ]);
  });

  test('a store that has nothing for the registry is no failure', async () => {
    const exec = scriptedExec(() => ({ exitCode: 1, stdout: 'credentials not found in native keychain' }));
    expect(await read('registry.test', { credsStore: 'desktop' }, exec)).toBeUndefined();
  });

  test.each([
    ['{"auths":{"registry.test":{"auth":"c2VjcmV0', 'DOCKER_CONFIG_MALFORMED'],
    ['null', 'DOCKER_CONFIG_MALFORMED'],
    [JSON.stringify({ credHelpers: { 'registry.test': '../evil' } }), 'CREDENTIAL_HELPER'],
    [JSON.stringify({ auths: { 'registry.test': { identitytoken: 'secret' } } }), 'IDENTITY_TOKEN'],
  ])('%s is refused without showing it', async (text, code) => {
    const reading = read('registry.test', text);
    await expect(reading).rejects.toMatchObject({ code });
    await expect(reading).rejects.not.toThrow(/c2Vj|secret/);
  });

  test('a helper that fails is named, and what it printed is not shown', async () => {
    const exec = scriptedExec(() => ({ exitCode: 1, stdout: 'half a secret' }));
    const reading = read('registry.test', { credsStore: 'pass' }, exec);
    await expect(reading).rejects.toThrow(/docker-credential-pass ended with exit code 1/);
    await expect(reading).rejects.not.toThrow(/half a secret/);
  });
});
