/** One request. Redirects are not followed: where credentials may go is the caller's decision. */
export interface HttpRequest {
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** Until the response's headers are there; default 30 s. */
  readonly timeoutMs?: number;
  /** How long nothing at all may move, in either direction, before it is given up; no limit unless told. */
  readonly silenceMs?: number;
  readonly signal?: AbortSignal;
  /** Whether it gets a connection of its own, which takes nothing over from an earlier one: neither its server nor its TLS session. */
  readonly ownConnection?: boolean;
  /** TLS material for a server with its own authority, or that asks for a client certificate; PEM. */
  readonly tls?: {
    readonly ca?: string;
    readonly cert?: string;
    readonly key?: string;
    readonly insecure?: boolean;
    readonly serverName?: string;
  };
}

/** A certificate that a server showed. */
export interface PeerCertificate {
  /** The common name, or else the organisation. */
  readonly subject: string;
  readonly issuer: string;
  /** Milliseconds since the Unix epoch. */
  readonly validUntil: number;
}

/** One response; header names are in lower case. */
export interface HttpResponse {
  /** The chain that the server showed, its own certificate first; absent over plain HTTP. Whole only on an own connection. */
  readonly certificates?: readonly PeerCertificate[];
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  text(): Promise<string>;
  bytes(): Promise<Uint8Array>;
  /** The body in pieces, as it arrives. */
  stream(): AsyncIterable<Uint8Array>;
}

/** HTTP. Rejects with a Failure HTTP_UNREACHABLE or HTTP_TIMEOUT when there is no response. */
export interface Http {
  fetch(request: HttpRequest): Promise<HttpResponse>;
}
