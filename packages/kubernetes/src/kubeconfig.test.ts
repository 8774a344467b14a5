import { describe, expect, it } from '@jest/globals';
import { Failure } from '@slipway/failure';
import { decodeKubeconfig, parseKubeconfig } from './kubeconfig.ts';

const PEM = Buffer.from('-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n').toString('base64');

const GOOD = `
apiVersion: v1
kind: Config
current-context: lab
contexts:
  - { name: lab, context: { cluster: lab, user: admin, namespace: shop } }
  - { name: cloud, context: { cluster: lab, user: plugin } }
clusters:
  - { name: lab, cluster: { server: 'https://k8s.example.com:6443/', certificate-authority-data: ${PEM} } }
users:
  - { name: admin, user: { token: abc } }
  - name: plugin
    user:
      exec:
        apiVersion: client.authentication.k8s.io/v1
        command: aws
        args: [eks, get-token]
        env: [{ name: AWS_PROFILE, value: prod }]
`;

function problemsOf(text: string, context?: string): readonly string[] {
  try {
    parseKubeconfig(text, context);
    return [];
  } catch (error) {
    return error instanceof Failure ? error.problems.map(({ message }) => message) : [String(error)];
  }
}

describe('parseKubeconfig', () => {
  it('reads the current context', () => {
    const config = parseKubeconfig(GOOD);
    expect(config).toMatchObject({
      context: 'lab',
      server: 'https://k8s.example.com:6443',
      namespace: 'shop',
      token: { text: 'abc' },
    });
    expect(config.ca).toEqual({ text: '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n' });
  });

  it('reads a named context with an exec plugin', () => {
    expect(parseKubeconfig(GOOD, 'cloud').exec).toEqual({
      apiVersion: 'client.authentication.k8s.io/v1',
      command: 'aws',
      args: ['eks', 'get-token'],
      env: { AWS_PROFILE: 'prod' },
    });
  });

  it.each([
    ['nothing', '', /no mapping/],
    ['no YAML', 'a: [token-abc', /not valid YAML at line 1/],
    ['an unknown context', GOOD.replace('current-context: lab', 'current-context: x'), /no context "x"/],
    ['no credentials', GOOD.replace('token: abc', ''), /neither a token/],
    ['an old plugin', GOOD.replace('io/v1\n', 'io/v1alpha1\n').replace(': lab\n', ': cloud\n'), /apiVersion is .*v1alpha1/],
    ['no verification', GOOD.replace('server:', 'insecure-skip-tls-verify: true, server:'), /send the credentials to whoever/],
  ])('refuses %s', (_, text, expected) => {
    expect(problemsOf(text).join('\n')).toMatch(expected);
  });

  it('tells every problem at once, and never the secret in a broken file', () => {
    const text = GOOD.replace('token: abc', 'client-certificate: /a, username: u').replace(
      'https://k8s.example.com:6443/',
      'nowhere',
    );
    expect(problemsOf(text)).toHaveLength(3);
    expect(problemsOf('users: [{ token: hunter2secret').join()).not.toContain('hunter2secret');
  });
});

describe('decodeKubeconfig', () => {
  it('takes text and its base64, wrapped or not', () => {
    const encoded = Buffer.from(GOOD).toString('base64');
    expect(decodeKubeconfig(GOOD)).toBe(GOOD);
    expect(decodeKubeconfig(encoded)).toBe(GOOD);
    expect(decodeKubeconfig(encoded.replace(/(.{76})/g, '$1\n'))).toBe(GOOD);
  });
});
