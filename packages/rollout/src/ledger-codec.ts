import { Failure } from '@slipway/failure';
import { KEPT, type Ledger, trimmed } from './release.ts';

/** The Secret's data that holds a ledger: plain while it is small, compressed when it is not. */
export type LedgerData = Readonly<Record<string, string>>;

const PLAIN_BYTES_MAX = 16_384;
/** A Secret holds 1 MiB; the rest is for its metadata. */
const BYTES_MAX = 900_000;
const [PLAIN, PACKED] = ['ledger.json', 'ledger.json.gz'];

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Buffer> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream);
  return Buffer.from(await new Response(piped).arrayBuffer());
}

/** The ledger as a Secret's data, with as many releases as fit. */
export async function encodeLedger(ledger: Ledger): Promise<LedgerData> {
  for (let kept = KEPT; kept > 0; kept -= 1) {
    const bytes = Buffer.from(JSON.stringify(trimmed(ledger, kept)));
    if (bytes.length <= PLAIN_BYTES_MAX) return { [PLAIN]: bytes.toString('base64') };
    const packed = (await through(bytes, new CompressionStream('gzip'))).toString('base64');
    if (packed.length <= BYTES_MAX) return { [PACKED]: packed };
  }
  throw new Failure({
    code: 'RELEASE_TOO_BIG',
    message: `The manifests of ${ledger.service} do not fit the release record, which is a Secret of at most 1 MiB.`,
    remedy: 'Deploy large ConfigMaps and Secrets apart from the service.',
  });
}

/** The ledger from a Secret's data. */
export async function decodeLedger(data: LedgerData, service: string): Promise<Ledger> {
  try {
    const [plain, packed] = [data[PLAIN], data[PACKED]];
    if (plain === undefined && packed === undefined) return { service, releases: [] };
    const bytes = Buffer.from(plain ?? packed ?? '', 'base64');
    const text = plain === undefined ? await through(new Uint8Array(bytes), new DecompressionStream('gzip')) : bytes;
    return JSON.parse(text.toString('utf8')) as Ledger;
  } catch (error) {
    const message = `The release record of ${service} cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
    const remedy = `Delete the Secret slipway-release.${service}; the next deploy starts a new record.`;
    throw new Failure({ code: 'RELEASE_RECORD_BROKEN', message, remedy });
  }
}
