import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { run } from '../../scripts/tools/index.ts';
import type { Lab } from './lab.ts';

interface Asked {
  readonly method: 'POST' | 'DELETE';
  readonly url: string;
  readonly ca: string;
  readonly token?: string | undefined;
}

function ask({ method, url, ca, token }: Asked, body?: unknown): Promise<{ readonly token?: string }> {
  const headers = { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { ca, method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => {
        if (response.statusCode === 200) resolve(JSON.parse(text) as { readonly token?: string });
        else reject(new Error(`${url} answered ${response.statusCode}: ${text}`));
      });
    });
    sent.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** A token of Argo CD's account `ci`, and how it is taken back. */
export interface ArgocdToken {
  readonly token: string;
  revoke(): Promise<void>;
}

/** Makes a token of the account `ci`, as Argo CD's administrator. */
export async function argocdToken({ kubectl, kubeconfig, argocd }: Lab): Promise<ArgocdToken> {
  if (argocd === undefined) throw new Error('Argo CD does not run: bring the lab up with argocd');
  const ca = readFileSync(argocd.authorityFile, 'utf8');
  const secret = ['-n', 'argocd', 'get', 'secret', 'argocd-initial-admin-secret', '-o', 'jsonpath={.data.password}'];
  const encoded = await run(kubectl, ['--kubeconfig', kubeconfig, ...secret]);
  const password = Buffer.from(encoded, 'base64').toString();
  const session = await ask({ method: 'POST', url: `${argocd.url}/api/v1/session`, ca }, { username: 'admin', password });
  const account = `${argocd.url}/api/v1/account/ci/token`;
  const id = `lab-${process.pid}-${Date.now()}`;
  const { token = '' } = await ask({ method: 'POST', url: account, ca, token: session.token }, { name: 'ci', id });
  const revoke = async (): Promise<void> => {
    await ask({ method: 'DELETE', url: `${account}/${id}`, ca, token: session.token });
  };
  return { token, revoke };
}
