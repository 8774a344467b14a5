/**
 * A Sigstore of one's own, as a program: it reads what to sign as JSON and prints the bundles, with the root to trust.
 *
 * A program, because the libraries that make certificates cannot be loaded by the test runner.
 */
import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { stdin, stdout } from 'node:process';
import { text } from 'node:stream/consumers';
import { initializeCA, initializeTSA } from '@sigstore/mock';

/** What is to be signed, and as whom. */
export interface SignRequest {
  readonly payload: string;
  readonly signer: string;
  readonly issuer: string;
}

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
/** https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md */
const ISSUER_OID = '1.3.6.1.4.1.57264.1.1';
const SHA256_OID = '2.16.840.1.101.3.4.2.1';

/**
 * A whole second, because the authority for times writes fractions in a way that not every reader takes; and one that is
 * still to come, because the authorities' own certificates begin when they are made, which may be a second later than now.
 */
const now = new Date(Math.ceil(Date.now() / 1000) * 1000 + 60_000);
const [ca, tsa] = [
  await initializeCA(generateKeyPairSync('ec', { namedCurve: 'P-256' }), undefined, now),
  await initializeTSA(generateKeyPairSync('ec', { namedCurve: 'P-256' }), now),
];

const base64 = (view: ArrayBufferView): string => Buffer.from(view.buffer, view.byteOffset, view.byteLength).toString('base64');

const authority = (...certificates: readonly ArrayBufferView[]): object => ({
  subject: { commonName: 'test', organization: 'test' },
  uri: 'https://test.invalid',
  certChain: { certificates: certificates.map((each) => ({ rawBytes: base64(each) })) },
  validFor: { start: '2020-01-01T00:00:00Z' },
});

async function sign({ payload, signer, issuer }: SignRequest): Promise<object> {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = new Uint8Array(keys.publicKey.export({ type: 'spki', format: 'der' }));
  const extensions = [{ oid: ISSUER_OID, value: issuer, legacy: true }];
  const certificate = await ca.issueCertificate({ publicKey, subjectAltName: signer, extensions });
  // https://github.com/secure-systems-lab/dsse/blob/master/protocol.md
  const signed = `DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${Buffer.byteLength(payload)} ${payload}`;
  const signature = createSign('sha256').update(signed).sign(keys.privateKey);
  const artifactHash = createHash('sha256').update(signature).digest();
  const stamp = await tsa.timestamp({ artifactHash, hashAlgorithmOID: SHA256_OID, policyOID: '1.2.3.4.1', nonce: 1 });
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: {
      certificate: { rawBytes: base64(certificate) },
      tlogEntries: [],
      timestampVerificationData: { rfc3161Timestamps: [{ signedTimestamp: base64(stamp) }] },
    },
    dsseEnvelope: {
      payload: Buffer.from(payload).toString('base64'),
      payloadType: PAYLOAD_TYPE,
      signatures: [{ sig: signature.toString('base64'), keyid: '' }],
    },
  };
}

const bundles: object[] = [];
for (const request of JSON.parse(await text(stdin)) as readonly SignRequest[]) bundles.push(await sign(request));
const trustedRoot = {
  mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
  tlogs: [],
  ctlogs: [],
  certificateAuthorities: [authority(ca.rootCertificate)],
  timestampAuthorities: [authority(tsa.intCertificate, tsa.rootCertificate)],
};
stdout.write(JSON.stringify({ trustedRoot, bundles }));
