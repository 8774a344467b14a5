import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fillOnce, run } from '../../scripts/tools/index.ts';
import { NETWORK } from './address.ts';
import type { Layout } from './layout.ts';

/** A certificate to make: its file name, subject and, for a server, the names it answers to. */
export interface Identity {
  readonly name: string;
  readonly subject: string;
  readonly alternatives?: readonly string[];
}

/** Every certificate of the lab; the subjects are the ones Kubernetes' own roles are bound to. */
export const IDENTITIES = [
  { name: 'admin', subject: '/O=system:masters/CN=slipway-admin' },
  {
    name: 'api-server',
    subject: '/CN=kube-apiserver',
    alternatives: [
      'IP:127.0.0.1',
      `IP:${NETWORK.node}`,
      `IP:${NETWORK.apiService}`,
      'DNS:localhost',
      'DNS:kubernetes',
      'DNS:kubernetes.default',
      'DNS:kubernetes.default.svc',
      `DNS:kubernetes.default.svc.${NETWORK.domain}`,
    ],
  },
  { name: 'api-server-to-kubelet', subject: '/O=system:masters/CN=kube-apiserver-kubelet-client' },
  { name: 'controller-manager', subject: '/CN=system:kube-controller-manager' },
  { name: 'kubelet', subject: '/O=system:nodes/CN=system:node:lab' },
  { name: 'kubelet-server', subject: '/CN=lab', alternatives: ['IP:127.0.0.1', `IP:${NETWORK.node}`, 'DNS:lab'] },
  { name: 'kube-proxy', subject: '/CN=system:kube-proxy' },
  { name: 'scheduler', subject: '/CN=system:kube-scheduler' },
] as const satisfies readonly Identity[];

/** The name of one of the lab's identities. */
export type IdentityName = (typeof IDENTITIES)[number]['name'];

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc', '-days', '3650'];

/** The files of one certificate and its key. */
export function pairOf(name: IdentityName, layout: Layout): { certificate: string; key: string } {
  return { certificate: join(layout.certificates, `${name}.crt`), key: join(layout.certificates, `${name}.key`) };
}

/** The file of the authority that signed every certificate of the lab. */
export function authorityOf(layout: Layout): string {
  return join(layout.certificates, 'ca.crt');
}

/** Makes the authority, every certificate and the key that signs service account tokens, unless they exist. */
export async function ensureCertificates(layout: Layout): Promise<void> {
  if (existsSync(layout.certificates)) return;
  await fillOnce(layout.certificates, async (folder) => {
    const ca = { crt: join(folder, 'ca.crt'), key: join(folder, 'ca.key') };
    await run('openssl', ['req', '-x509', ...KEY, '-subj', '/CN=slipway-lab', '-keyout', ca.key, '-out', ca.crt]);
    for (const identity of IDENTITIES) await sign(identity, ca, folder);
    const account = ['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'];
    await run('openssl', [...account, '-out', join(folder, 'accounts.key')]);
    const publicKey = ['pkey', '-in', join(folder, 'accounts.key'), '-pubout'];
    await run('openssl', [...publicKey, '-out', join(folder, 'accounts.pub')]);
  });
}

async function sign(identity: Identity, ca: { crt: string; key: string }, folder: string): Promise<void> {
  const files = ['-keyout', join(folder, `${identity.name}.key`), '-out', join(folder, `${identity.name}.crt`)];
  const extensions = [
    'basicConstraints=critical,CA:FALSE',
    'keyUsage=critical,digitalSignature,keyEncipherment',
    `extendedKeyUsage=${identity.alternatives ? 'serverAuth' : 'clientAuth'}`,
    ...(identity.alternatives ? [`subjectAltName=${identity.alternatives.join(',')}`] : []),
  ];
  await run('openssl', [
    ...['req', '-x509', '-CA', ca.crt, '-CAkey', ca.key, ...KEY, '-subj', identity.subject, ...files],
    ...extensions.flatMap((extension) => ['-addext', extension]),
  ]);
}

/** What a kubeconfig is made of, as PEM texts. */
export interface Credentials {
  readonly user: string;
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
}

/** Renders a kubeconfig that carries its certificates, so that it works wherever it is copied to. */
export function renderKubeconfig(server: string, credentials: Credentials): string {
  const encode = (pem: string): string => Buffer.from(pem).toString('base64');
  return `apiVersion: v1
kind: Config
clusters:
  - name: lab
    cluster:
      server: ${server}
      certificate-authority-data: ${encode(credentials.authority)}
users:
  - name: ${credentials.user}
    user:
      client-certificate-data: ${encode(credentials.certificate)}
      client-key-data: ${encode(credentials.key)}
contexts:
  - name: lab
    context:
      cluster: lab
      user: ${credentials.user}
current-context: lab
`;
}

/** The credentials of one of the lab's identities. */
export function credentialsOf(name: IdentityName, layout: Layout): Credentials {
  const pair = pairOf(name, layout);
  const read = (path: string): string => readFileSync(path, 'utf8');
  return { user: name, authority: read(authorityOf(layout)), certificate: read(pair.certificate), key: read(pair.key) };
}

/** Writes the kubeconfig of the lab's administrator. */
export async function writeKubeconfig(server: string, layout: Layout): Promise<void> {
  await writeFile(layout.kubeconfig, renderKubeconfig(server, credentialsOf('admin', layout)), { mode: 0o600 });
}
