import type { Socket } from 'node:net';
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';
import type { PeerCertificate } from '../http.ts';

const isSecure = (socket: Socket): socket is TLSSocket => 'getPeerCertificate' in socket;

function nameOf(name: DetailedPeerCertificate['subject'] | undefined): string {
  return [name?.CN ?? name?.O ?? ''].flat().join(', ');
}

/** The chain of certificates that the other end of a connection showed; undefined of a connection without TLS. */
export function certificatesOf(socket: Socket): readonly PeerCertificate[] | undefined {
  if (!isSecure(socket)) return undefined;
  const chain: PeerCertificate[] = [];
  const seen = new Set<string>();
  let next: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  // An authority that vouches for itself is its own issuer; a resumed session shows an empty object.
  while (next?.fingerprint256 !== undefined && !seen.has(next.fingerprint256)) {
    seen.add(next.fingerprint256);
    chain.push({ subject: nameOf(next.subject), issuer: nameOf(next.issuer), validUntil: Date.parse(next.valid_to) });
    next = next.issuerCertificate;
  }
  return chain;
}
