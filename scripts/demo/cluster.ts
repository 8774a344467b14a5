import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Lab } from '../../test/lab/index.ts';
import type { Surroundings } from './act.ts';

/** The NodePorts of the sample services. */
export const URLS = {
  orderStaging: 'http://127.0.0.1:30081',
  paymentStaging: 'http://127.0.0.1:30082',
  orderProduction: 'http://127.0.0.1:30091',
  paymentProduction: 'http://127.0.0.1:30092',
};

async function kubectl(lab: Lab, args: readonly string[], input = ''): Promise<void> {
  const child = spawn(lab.kubectl, ['--kubeconfig', lab.kubeconfig, ...args], { stdio: ['pipe', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`kubectl ${args[0]} ended with ${code}: ${errors}`);
}

/** Empty environments with the one secret that a platform team would put there; its value goes through standard input. */
export async function prepareEnvironments(lab: Lab): Promise<string> {
  const canary = randomBytes(24).toString('hex');
  await kubectl(lab, ['delete', 'namespace', 'staging', 'production', '--ignore-not-found', '--wait', '--timeout=120s']);
  const objects = ['staging', 'production'].flatMap((namespace) => [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'payment-signing-key', namespace },
      stringData: { SIGNING_KEY: canary },
    },
  ]);
  await kubectl(lab, ['apply', '--filename', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));
  return canary;
}

/** What the organisation gives to its services' workflows: variables and the secret of the environments. */
export function surroundingsOf(
  lab: Lab,
  watch: { duration: string; interval: string },
  project: string,
  githubUrl: string,
): Surroundings {
  return {
    githubUrl,
    path: [dirname(lab.buildctl)],
    secrets: {
      KUBECONFIG: readFileSync(lab.kubeconfig).toString('base64'),
      GITHUB_TOKEN: `ghs_${randomBytes(18).toString('hex')}`,
    },
    variables: {
      REGISTRY: `${lab.registry}/${project}`,
      BUILDKIT_HOST: lab.buildkitHost,
      PROMETHEUS_URL: lab.prometheusUrl,
      ORDER_STAGING_URL: URLS.orderStaging,
      ORDER_PRODUCTION_URL: URLS.orderProduction,
      PAYMENT_STAGING_URL: URLS.paymentStaging,
      PAYMENT_PRODUCTION_URL: URLS.paymentProduction,
      WATCH_DURATION: watch.duration,
      STABILITY_WINDOW: '10s',
      WATCH_INTERVAL: watch.interval,
      // How long answers take on a machine that builds and scans beside them says nothing of a release.
      WATCH_ON_SLOWER: 'ignore',
    },
  };
}

/** Every secret that the workflows are given: the token, and the kubeconfig whole and by its private key. */
export function secretsOf({ secrets }: Surroundings): readonly string[] {
  const kubeconfig = Buffer.from(secrets['KUBECONFIG'] ?? '', 'base64').toString('utf8');
  const keys = [...kubeconfig.matchAll(/client-key-data:\s*(\S+)/g)].flatMap(([, key = '']) => [
    key,
    Buffer.from(key, 'base64').toString('utf8'),
  ]);
  // Of a long text, a line in its middle is as telling as the whole, and is found where it was wrapped anew.
  const lines = keys.flatMap((key) => key.split('\n').filter((line) => line.length >= 40 && !line.startsWith('-----')));
  return [...Object.values(secrets), ...lines];
}
