import { Failure } from '@slipway/failure';
import type { Exec, Files } from '@slipway/system';
import type { Manifest } from '../manifest.ts';
import { readManifests } from '../manifest-files.ts';
import { parseManifests } from '../manifest-parse.ts';
import { withHelmOrigins } from './helm.ts';
import { withKustomizeOrigins } from './kustomize.ts';

/** Where manifests come from; at least one of the three is given. */
export interface ManifestOrigin {
  /** Files and folders. */
  readonly manifests?: readonly string[] | undefined;
  /** Folder of a kustomization. */
  readonly kustomize?: string | undefined;
  /** Folder of a chart. */
  readonly helmChart?: string | undefined;
  readonly helmValues?: readonly string[] | undefined;
  readonly service: string;
  readonly namespace: string;
}

/** What reading manifests needs of the world. */
export interface RenderPorts {
  readonly exec: Exec;
  readonly files: Files;
}

const RENDER_MS = 120_000;

async function rendering({ exec }: RenderPorts, tool: string, command: readonly string[], what: string): Promise<string> {
  const [program = '', ...args] = command;
  const { exitCode, stdout, stderr, timedOut } = await exec.run(program, args, { timeoutMs: RENDER_MS });
  if (exitCode === 0) return stdout;
  const why = timedOut ? `took longer than ${RENDER_MS / 1000} s` : stderr.trim().slice(0, 1000) || `ended with ${exitCode}`;
  const remedy = `Run \`${command.join(' ')}\` where you are, and correct what it says.`;
  throw new Failure({ code: 'MANIFEST_RENDER', message: `${tool} could not render ${what}: ${why}`, remedy });
}

async function programFor(exec: Exec, choices: readonly (readonly string[])[]): Promise<readonly string[]> {
  for (const choice of choices) if ((await exec.which(choice[0] ?? '')) !== undefined) return choice;
  const names = choices.map(([name]) => name).join(' or ');
  const message = `${names} is not on the path, and is needed to render the manifests.`;
  throw new Failure({ code: 'TOOL_MISSING', message, remedy: `Install ${names} in a step before, pinned by its checksum.` });
}

async function fromKustomize(ports: RenderPorts, folder: string, namespace: string): Promise<readonly Manifest[]> {
  const program = await programFor(ports.exec, [
    ['kustomize', 'build'],
    ['kubectl', 'kustomize'],
  ]);
  const text = await rendering(ports, 'kustomize', [...program, folder], folder);
  return withKustomizeOrigins(ports.files, folder, parseManifests([{ file: folder, text }], namespace));
}

async function fromHelm(ports: RenderPorts, chart: string, origin: ManifestOrigin): Promise<readonly Manifest[]> {
  const [program = 'helm'] = await programFor(ports.exec, [['helm']]);
  const values = (origin.helmValues ?? []).flatMap((file) => ['--values', file]);
  const command = [program, 'template', origin.service, chart, '--namespace', origin.namespace, ...values];
  const text = await rendering(ports, 'helm', command, chart);
  return withHelmOrigins(ports.files, chart, text, parseManifests([{ file: chart, text }], origin.namespace));
}

/** Reads the manifests from wherever they come, each with the places of its fields in the files that a person wrote. */
export async function manifestsFrom(origin: ManifestOrigin, ports: RenderPorts): Promise<readonly Manifest[]> {
  const { manifests, kustomize, helmChart, namespace } = origin;
  const plain = manifests === undefined ? [] : parseManifests(await readManifests(ports.files, manifests), namespace);
  const kustomized = kustomize === undefined ? [] : await fromKustomize(ports, kustomize, namespace);
  const helmed = helmChart === undefined ? [] : await fromHelm(ports, helmChart, origin);
  return [...plain, ...kustomized, ...helmed];
}
