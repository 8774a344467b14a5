import {
  ageProblem,
  type Database,
  openArtefact,
  openExport,
  type OpenedDatabase,
  readDatabase,
} from '@slipway/advisory-database';
import { Failure } from '@slipway/failure';
import type { Package } from '@slipway/inventory';
import { findCredentials, parseReference, registryReader } from '@slipway/oci';
import type { Ports, RunContext } from '@slipway/runner';
import type { ModeInputs } from '../inputs.ts';

type Inputs = ModeInputs<'scan'>;

const ARTEFACT = 'oci://';

/** How old a database may be that could not be asked for again, where no limit was given. */
const OFFLINE_AGE_MS = 5 * 24 * 3_600_000;

/** The folder that the jobs of a machine share: the one that was named, else the runner's own for tools. */
function cacheFolder({ databaseCache }: Inputs, { environment, temp }: RunContext): string {
  return databaseCache ?? `${environment('RUNNER_TOOL_CACHE') ?? temp}/slipway-osv`;
}

async function openFromRegistry(inputs: Inputs, packages: readonly Package[], ports: Ports, context: RunContext) {
  const reference = parseReference(inputs.database?.slice(ARTEFACT.length) ?? '');
  const { http, clock, log, cancelled: signal } = ports;
  const credentials = await findCredentials(reference.registry, {}, { ...ports, environment: context.environment });
  const reader = registryReader({ ...reference, http, clock, log, signal, insecure: false, ...(credentials && { credentials }) });
  return openArtefact(reference, cacheFolder(inputs, context), packages, { reader, files: ports.files });
}

/** Whoever is between us and a server without TLS could take advisories out; a digest that is known before shows it. */
function checkAddress({ databaseUrl: url, databaseDigest }: Inputs): void {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
  const here = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  if (protocol === 'https:' || (protocol === 'http:' && (here || databaseDigest !== undefined))) return;
  const message = `"database-url" is ${JSON.stringify(url)}, and an address with https:// was expected.`;
  const remedy = 'Write it whole and with https://, or give "database-digest" for a mirror that has http only.';
  throw new Failure({ code: 'DATABASE_URL', message, remedy });
}

async function openSource(
  inputs: Inputs,
  packages: readonly Package[],
  ports: Ports,
  context: RunContext,
): Promise<OpenedDatabase> {
  const { database: source, databaseUrl: url } = inputs;
  const confirmed = (database: Database): OpenedDatabase => ({ database, warnings: [], confirmed: true });
  if (source === undefined) {
    checkAddress(inputs);
    const world = { ...ports, signal: ports.cancelled };
    return openExport({ url, folder: cacheFolder(inputs, context) }, packages, world);
  }
  if (source.startsWith(ARTEFACT)) return confirmed(await openFromRegistry(inputs, packages, ports, context));
  return confirmed(await readDatabase(source, packages, ports.files));
}

function digestProblem({ id }: Database, digest: string | undefined) {
  if (digest === undefined || id === digest) return undefined;
  const remedy = 'Fetch the database again, or correct "database-digest" if a newer one is meant.';
  return { code: 'DATABASE_DIGEST', message: `The database has the digest ${id}, and ${digest} was asked for.`, remedy };
}

/**
 * Opens the database that the inputs name, and judges its digest and its age.
 *
 * @throws Failure with all that is wrong with it; nothing is judged by a database that is too old or not the one that was meant.
 */
export async function openDatabase(
  inputs: Inputs,
  packages: readonly Package[],
  ports: Ports,
  context: RunContext,
): Promise<OpenedDatabase> {
  const opened = await openSource(inputs, packages, ports, context);
  // Without a package nothing was read, and there is no age to judge.
  if (opened.database.parts.length === 0) return opened;
  const limit = inputs.maxDatabaseAge ?? (opened.confirmed ? undefined : OFFLINE_AGE_MS);
  const problems = [
    digestProblem(opened.database, inputs.databaseDigest),
    ageProblem(opened.database, ports.clock.now(), limit),
  ].filter((problem) => problem !== undefined);
  if (problems.length > 0) throw new Failure(problems);
  return opened;
}
