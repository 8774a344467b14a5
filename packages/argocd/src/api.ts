import { Failure } from '@slipway/failure';
import type { Http, HttpResponse } from '@slipway/system';
import { type Application, type ManagedResource, resourceName } from './application.ts';
import { fieldsThatDiffer } from './difference.ts';
import type { ArgoCd, Difference, Trouble } from './port.ts';

/** How Argo CD's API is reached. */
export interface ApiAccess {
  /** Such as https://argocd.example.com, with a path where it is served below one. */
  readonly server: string;
  readonly token: { reveal(): string };
  /** The authority of its certificate, as PEM, where the machine does not trust it. */
  readonly ca?: string | undefined;
  /** The namespace of the applications, where it is not Argo CD's own. */
  readonly namespace?: string | undefined;
}

interface Node extends ManagedResource {
  readonly uid?: string;
  readonly health?: { readonly status?: string; readonly message?: string };
}

interface Event {
  readonly type?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly lastTimestamp?: string | null;
}

interface Managed extends ManagedResource {
  readonly normalizedLiveState?: string;
  readonly predictedLiveState?: string;
}

interface Window {
  readonly kind: string;
  readonly schedule?: string;
  readonly duration?: string;
}

const TIMEOUT_MS = 15_000;
const SICK_SHOWN = 5;

function said(body: string): string {
  try {
    const { message, error } = JSON.parse(body) as { readonly message?: string; readonly error?: string };
    return message ?? error ?? body.slice(0, 200);
  } catch {
    return body.slice(0, 200);
  }
}

function refusal(status: number, body: string, server: string): Failure {
  if (status === 401)
    return new Failure({
      code: 'ARGOCD_UNAUTHORISED',
      message: `Argo CD at ${server} does not take the token: ${said(body)}`,
      remedy:
        'Make a new one: argocd account generate-token, or a token of a project role. It may have ended or been taken back.',
    });
  if (status === 403)
    return new Failure({
      code: 'ARGOCD_FORBIDDEN',
      message: `Argo CD at ${server} does not let this token see or do that, or there is no such application: ${said(body)}`,
      remedy: 'Check the name. Give the account "applications, get" on it, and "sync" where the wait is to sync.',
    });
  return new Failure({
    code: status >= 500 ? 'ARGOCD_UNREACHABLE' : 'ARGOCD_ANSWER',
    message: `Argo CD at ${server} answered ${status}: ${said(body)}`,
    remedy: status >= 500 ? 'Look at the log of argocd-server.' : 'Check "argocd-server": the address may lead elsewhere.',
  });
}

/** A certificate that nobody vouches for does not get better by trying again. */
const UNTRUSTED = /certificate|self.signed|altname/i;

function unreachable(error: unknown, server: string): unknown {
  if (!(error instanceof Failure) || !error.code.startsWith('HTTP_')) return error;
  if (UNTRUSTED.test(error.message)) {
    const message = `The certificate of Argo CD at ${server} is not trusted: ${error.message}`;
    const remedy = 'Give its authority as "argocd-ca". The certificate is never passed over.';
    return new Failure({ code: 'ARGOCD_CERTIFICATE', message, remedy }, { cause: error });
  }
  const message = `Argo CD at ${server} cannot be reached: ${error.message}`;
  return new Failure(
    { code: 'ARGOCD_UNREACHABLE', message, remedy: 'Check the address and that the runner may reach it.' },
    { cause: error },
  );
}

interface Client {
  ask(method: 'GET' | 'POST', path: string, query?: Readonly<Record<string, string>>, body?: unknown): Promise<HttpResponse>;
  json<T>(path: string, query?: Readonly<Record<string, string>>): Promise<T>;
}

function clientOf({ server, token, ca, namespace }: ApiAccess, http: Http): Client {
  const base = server.replace(/\/+$/, '');
  const ask: Client['ask'] = async (method, path, query = {}, body) => {
    const search = new URLSearchParams({ ...(namespace !== undefined && { appNamespace: namespace }), ...query }).toString();
    const headers = { accept: 'application/json', authorization: `Bearer ${token.reveal()}` };
    try {
      return await http.fetch({
        method,
        url: `${base}/api/v1/applications/${path}${search === '' ? '' : `?${search}`}`,
        headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
        timeoutMs: TIMEOUT_MS,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(ca !== undefined && { tls: { ca } }),
      });
    } catch (error) {
      throw unreachable(error, server);
    }
  };
  const json = async <T>(path: string, query?: Readonly<Record<string, string>>): Promise<T> => {
    const response = await ask('GET', path, query);
    const text = await response.text();
    if (response.status !== 200) throw refusal(response.status, text, server);
    try {
      return JSON.parse(text) as T;
    } catch {
      // A page to log in at comes with 200.
      throw refusal(200, `no JSON but ${text.slice(0, 60)}`, server);
    }
  };
  return { ask, json };
}

/** Windows that deny, or that allow and are not open, keep Argo CD from syncing by itself (its own rule). */
function closed(assigned: readonly Window[], active: readonly Window[]): string | undefined {
  const name = ({ kind, schedule, duration }: Window): string => `${kind} ${schedule ?? ''} for ${duration ?? ''}`;
  const denying = active.filter(({ kind }) => kind === 'deny');
  if (denying.length > 0) return denying.map(name).join(', ');
  const allowing = assigned.filter(({ kind }) => kind === 'allow');
  const open = active.some(({ kind }) => kind === 'allow');
  return allowing.length > 0 && !open ? `${allowing.map(name).join(', ')} is not open` : undefined;
}

async function eventOf(client: Client, application: string, { uid, name, namespace }: Node): Promise<string | undefined> {
  const query = { resourceUID: uid ?? '', resourceName: name, resourceNamespace: namespace ?? '' };
  const { items } = await client.json<{ readonly items?: readonly Event[] | null }>(`${application}/events`, query);
  const warnings = (items ?? []).filter(({ type }) => type === 'Warning');
  const last = warnings.toSorted((a, b) => Date.parse(b.lastTimestamp ?? '0') - Date.parse(a.lastTimestamp ?? '0'))[0];
  return last === undefined ? undefined : `${last.reason ?? ''}: ${last.message ?? ''}`;
}

async function troubles(client: Client, name: string): Promise<readonly Trouble[]> {
  const tree = await client.json<{ readonly nodes?: readonly Node[] | null }>(`${name}/resource-tree`);
  const sick = (tree.nodes ?? []).filter(({ health }) => health?.status !== undefined && health.status !== 'Healthy');
  const found: Trouble[] = [];
  // Pods last: what owns them is what was written to Git, and its own words come first.
  const ordered = sick.toSorted((a, b) => Number(a.kind === 'Pod') - Number(b.kind === 'Pod')).slice(0, SICK_SHOWN);
  for (const node of ordered) {
    const event = await eventOf(client, name, node);
    const { status = '', message } = node.health ?? {};
    found.push({
      resource: resourceName(node),
      health: status,
      ...(message !== undefined && { message }),
      ...(event !== undefined && { event }),
    });
  }
  return found;
}

async function differences(client: Client, name: string): Promise<readonly Difference[]> {
  const { items } = await client.json<{ readonly items?: readonly Managed[] | null }>(`${name}/managed-resources`);
  const parsed = (text: string | undefined): unknown => (text === undefined || text === '' ? undefined : JSON.parse(text));
  return (items ?? []).flatMap((item) =>
    fieldsThatDiffer(
      resourceName(item),
      parsed(item.predictedLiveState),
      parsed(item.normalizedLiveState),
      item.kind === 'Secret',
    ),
  );
}

/** Argo CD by its API. */
export function argocdApi(access: ApiAccess, http: Http): ArgoCd {
  const client = clientOf(access, http);
  const nameOf = ({ metadata }: Application): string => encodeURIComponent(metadata.name);
  const read = async (name: string, query?: Readonly<Record<string, string>>): Promise<Application | undefined> => {
    const response = await client.ask('GET', encodeURIComponent(name), query);
    const text = await response.text();
    if (response.status === 404) return undefined;
    if (response.status !== 200) throw refusal(response.status, text, access.server);
    try {
      return JSON.parse(text) as Application;
    } catch {
      throw refusal(200, `no JSON but ${text.slice(0, 60)}`, access.server);
    }
  };
  return {
    application: (name) => read(name),
    refresh: async (name) => void (await read(name, { refresh: 'normal' })),
    sync: async (name) => {
      const response = await client.ask('POST', `${encodeURIComponent(name)}/sync`, {}, {});
      const text = await response.text();
      if (response.status !== 200) throw refusal(response.status, text, access.server);
    },
    troubles: (application) => troubles(client, nameOf(application)),
    differences: (application) => differences(client, nameOf(application)),
    closedWindow: async (application) => {
      type Windows = { readonly assignedWindows?: readonly Window[] | null; readonly activeWindows?: readonly Window[] | null };
      const { assignedWindows, activeWindows } = await client.json<Windows>(`${nameOf(application)}/syncwindows`);
      return closed(assignedWindows ?? [], activeWindows ?? []);
    },
  };
}
