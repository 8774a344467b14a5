/** What a registry in memory answers. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** An error as registries write it. */
export function refuse(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: JSON.stringify({ errors: [{ code, message: code.toLowerCase().replaceAll('_', ' ') }] }) };
}
