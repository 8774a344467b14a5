import { describe, expect, it } from '@jest/globals';
import { memoryClock, memoryFiles, memoryLog, scriptedExec } from '@slipway/system/memory';
import { connect } from './connection.ts';
import { sourceProblems } from './source.ts';

const config = (user: string): string => `
current-context: a
contexts: [{ name: a, context: { cluster: a, user: a } }]
clusters: [{ name: a, cluster: { server: 'https://a', certificate-authority: ca.pem } }]
users: [{ name: a, user: ${user} }]
`;

const PLUGIN = config('{ exec: { apiVersion: client.authentication.k8s.io/v1, command: get-token } }');

function portsWith(tokens: readonly string[], expires = '1970-01-01T01:00:00Z') {
  let call = 0;
  const exec = scriptedExec(() => {
    const status = { token: tokens[call], expirationTimestamp: expires };
    call += 1;
    return { stdout: JSON.stringify({ status }) };
  });
  const files = memoryFiles({ 'kube/config': PLUGIN, 'kube/ca.pem': 'CA', 'ca.pem': 'CA' });
  return { exec, files, clock: memoryClock(), log: memoryLog() };
}

describe('connect', () => {
  it('takes files beside the kubeconfig', async () => {
    const connection = await connect({ path: 'kube/config' }, portsWith(['one']));
    expect((await connection.authorize(false)).tls.ca).toBe('CA');
  });

  it('asks the plugin once, and again shortly before its token ends or when the server refuses it', async () => {
    const ports = portsWith(['one', 'two', 'three']);
    const connection = await connect({ text: PLUGIN }, ports);
    const token = async (renew = false) => (await connection.authorize(renew)).headers['authorization'];
    expect([await token(), await token()]).toEqual(['Bearer one', 'Bearer one']);
    expect(await token(true)).toBe('Bearer two');
    await ports.clock.sleep(3_590_000);
    expect(await token()).toBe('Bearer three');
    expect(ports.log.masked).toEqual(['one', 'two', 'three']);
    expect(ports.exec.calls[0]?.options.env?.['KUBERNETES_EXEC_INFO']).toContain('"interactive":false');
  });

  it('says what a plugin that fails printed', async () => {
    const exec = scriptedExec(() => ({ exitCode: 255, stderr: 'no log-in' }));
    const connection = await connect({ text: PLUGIN }, { ...portsWith([]), exec });
    await expect(connection.authorize(false)).rejects.toThrow(/get-token ended with 255: no log-in/);
  });

  it('uses the pod it runs in when there is no kubeconfig, and says so when there is no pod', async () => {
    const account = '/var/run/secrets/kubernetes.io/serviceaccount';
    const files = memoryFiles({ [`${account}/token`]: 'pod-token\n', [`${account}/ca.crt`]: 'CA' });
    const connection = await connect({}, { ...portsWith([]), files });
    expect((await connection.authorize(false)).headers).toEqual({ authorization: 'Bearer pod-token' });
    await expect(connect({}, portsWith([]))).rejects.toThrow(/no kubeconfig/);
  });
});

describe('sourceProblems', () => {
  it.each([
    [{ text: 'a', path: 'b' }, 1],
    [{ context: 'c' }, 1],
    [{ text: 'a', context: 'c' }, 0],
    [{}, 0],
  ])('%j has %d', (source, count) => {
    expect(sourceProblems(source)).toHaveLength(count);
  });
});
