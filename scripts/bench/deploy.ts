import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { action, runWith } from '@slipway/action-deploy-k8s';
import { memoryGitHub } from '@slipway/github/memory';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { concurrently } from '@slipway/system';
import { memoryFiles, memoryLog } from '@slipway/system/memory';
import { nodeClock, nodeHttp } from '@slipway/system/node';
import { type Lab, up } from '../../test/lab/index.ts';
import { deleteNamespaces } from '../../test/lab/namespaces.ts';
import { fleetFigures } from './deploy-fleet.ts';
import { BENIGN, FAULTS, manifestsOf, type Pod, type Row } from './deploy-rows.ts';
import { type Figure, median } from './figure.ts';

/** A cell of the table: at most this many runs at once on one node. */
const AT_ONCE = 8;
const RUNS = Number(process.env['SLIPWAY_BENCH_RUNS'] ?? '20');
/** The start of the names of the rows to run; all of them when nothing is said. */
const ROWS = process.env['SLIPWAY_BENCH_ROWS'] ?? '';
/** kubectl waits for the Deployment's own deadline of ten minutes; here it is given one. */
const KUBECTL_PATIENCE = '60s';

interface Site {
  readonly lab: Lab;
  readonly kubeconfig: string;
  readonly image: string;
  readonly digest: string;
  readonly prefix: string;
}

interface Seen {
  readonly verdict: string;
  readonly cause: string;
  readonly ms: number;
  readonly headline: string;
}

const run = promisify(execFile);

async function kubectl({ lab }: Site, namespace: string, args: readonly string[], input?: string): Promise<number> {
  const running = run(lab.kubectl, ['--kubeconfig', lab.kubeconfig, '-n', namespace, ...args]);
  if (input !== undefined) running.child.stdin?.end(input);
  return running.then(
    () => 0,
    (error: { readonly code?: number }) => error.code ?? 1,
  );
}

async function deploy(site: Site, service: string, namespace: string, pod: Pod, inputs: Row['inputs'] = {}): Promise<Seen> {
  const text = manifestsOf(service, pod).replaceAll('IMAGE', `${site.image}@${site.digest}`);
  const given = {
    service,
    namespace,
    manifests: 'k8s',
    image: `${site.image}@${pod.digest === undefined ? site.digest : `sha256:${pod.digest}`}`,
    kubeconfig: site.kubeconfig,
    'create-namespace': 'true',
    'on-failure': 'keep',
    'check-image': 'false',
    timeout: '90s',
    'stability-window': '10s',
    ...inputs,
  };
  const ports = { clock: nodeClock, http: nodeHttp, files: memoryFiles({ 'k8s/all.yaml': text }), log: memoryLog() };
  const host = memoryHost(given, ports);
  const started = performance.now();
  await runAction(
    action,
    runWith(() => memoryGitHub()),
    host,
  );
  const { outputs, reports } = host.written;
  const [verdict = '', cause = ''] = [outputs['verdict'], outputs['cause']];
  return { verdict, cause, ms: performance.now() - started, headline: reports[0]?.headline ?? '' };
}

interface Ran {
  readonly seen: Seen;
  /** What `kubectl rollout status` said beside us, and when; in the first run of a row alone, for it takes its time. */
  readonly peer?: { readonly said: 'good' | 'bad or nothing'; readonly ms: number };
}

async function runRow(site: Site, row: Row, index: number): Promise<Ran> {
  const service = 'app';
  const namespace = `${site.prefix}-${row.name.replace(/[^a-z0-9]+/g, '-')}-${index}`.slice(0, 60).replace(/-$/, '');
  await deploy(site, service, namespace, row.before ?? {}, row.before === undefined ? {} : { timeout: '15s' });
  if (row.beside !== undefined) {
    const text = row.beside.replaceAll('IMAGE', `${site.image}@${site.digest}`).replaceAll('SERVICE', service);
    await kubectl(site, namespace, ['apply', '-f', '-'], text);
  }
  const deploying = deploy(site, service, namespace, row.pod ?? row.before ?? {}, row.inputs);
  await nodeClock.sleep(1500);
  if (row.meanwhile !== undefined) await kubectl(site, namespace, row.meanwhile(service));
  const started = performance.now();
  const status = ['rollout', 'status', `deployment/${service}`, `--timeout=${KUBECTL_PATIENCE}`];
  const peering =
    index === 0 ? kubectl(site, namespace, status).then((code) => ({ code, ms: performance.now() - started })) : undefined;
  const seen = await deploying;
  const peer = await peering;
  await kubectl(site, namespace, ['delete', 'namespace', namespace, '--wait=false']);
  return { seen, ...(peer && { peer: { said: peer.code === 0 ? 'good' : 'bad or nothing', ms: peer.ms + 1500 } }) };
}

/** Called good or bad as it is; that a bad one is called so for its own cause is asked apart. */
const isRight = ({ cause }: Row, { verdict }: Seen): boolean => verdict === (cause === undefined ? 'pass' : 'fail');
const isNamed = ({ cause = '' }: Row, seen: Seen): boolean => seen.cause.startsWith(cause);

async function figuresOf(site: Site, row: Row): Promise<readonly Figure[]> {
  const runs = await concurrently(
    AT_ONCE,
    Array.from({ length: RUNS }, (_, index) => index),
    (index) => runRow(site, row, index),
  );
  const wrong = runs.filter(({ seen }) => !isRight(row, seen));
  const misnamed = runs.filter(({ seen }) => isRight(row, seen) && !isNamed(row, seen));
  for (const { seen } of [...wrong, ...misnamed])
    process.stderr.write(`${row.name}: ${seen.verdict} ${seen.cause}: ${seen.headline}\n`);
  const times = runs.map(({ seen }) => seen.ms / 1000);
  const kind = row.cause === undefined ? 'benign' : 'fault';
  const peer = runs[0]?.peer;
  const said =
    peer === undefined ? '' : `; kubectl rollout status beside it: ${peer.said} after ${(peer.ms / 1000).toFixed(1)} s`;
  const note = `${runs.length} runs, ${wrong.length} wrong, ${misnamed.length} for another cause, slowest ${Math.max(...times).toFixed(1)} s${said}`;
  return [
    { bench: 'deploy', name: `${kind}.seconds: ${row.name}`, value: median(times), unit: 's', note },
    { bench: 'deploy', name: `${kind}.wrong: ${row.name}`, value: wrong.length, unit: `of ${runs.length} runs` },
    { bench: 'deploy', name: `${kind}.other-cause: ${row.name}`, value: misnamed.length, unit: `of ${runs.length} runs` },
  ];
}

async function siteOf(): Promise<Site> {
  const lab = await up();
  const accept = 'application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json';
  const url = `http://${lab.registry}/v2/library/busybox/manifests/1`;
  const { headers } = await nodeHttp.fetch({ method: 'HEAD', url, headers: { accept } });
  const digest = headers['docker-content-digest'] ?? '';
  const image = `${lab.registry}/library/busybox`;
  return { lab, kubeconfig: await readFile(lab.kubeconfig, 'utf8'), image, digest, prefix: `bench-${Date.now().toString(36)}` };
}

/** How long until a deploy is called good or bad, and how often wrongly, on the lab's cluster and beside kubectl. */
export async function deployBench(): Promise<readonly Figure[]> {
  const site = await siteOf();
  const figures: Figure[] = [];
  try {
    const fleet = `${site.prefix}-fleet`;
    await kubectl(site, 'default', ['create', 'namespace', fleet]);
    figures.push(...(await fleetFigures(fleet, site.lab.kubeconfig)));
    for (const row of [...BENIGN, ...FAULTS].filter(({ name }) => name.startsWith(ROWS))) {
      const some = await figuresOf(site, row);
      for (const { name, value, unit } of some) process.stderr.write(`${name}: ${value} ${unit}\n`);
      figures.push(...some);
    }
  } finally {
    deleteNamespaces(site.lab, site.prefix);
  }
  const sumOf = (prefix: string): number =>
    figures.filter(({ name }) => name.startsWith(prefix)).reduce((sum, { value }) => sum + value, 0);
  const total = (rows: readonly Row[]): string => `of ${rows.length * RUNS} runs`;
  return [
    { bench: 'deploy', name: 'false-failures', value: sumOf('benign.wrong'), unit: total(BENIGN) },
    { bench: 'deploy', name: 'missed-failures', value: sumOf('fault.wrong'), unit: total(FAULTS) },
    { bench: 'deploy', name: 'other-causes', value: sumOf('fault.other-cause'), unit: total(FAULTS) },
    ...figures,
  ];
}
