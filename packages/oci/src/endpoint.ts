/** Whether a host is this very machine, where plain http shows nothing to anyone else. */
function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}

/** The base address of a registry's API. Plain http is spoken to this machine only, or where it was asked for. */
export function endpointOf(registry: string, insecure: boolean): string {
  // Docker Hub answers for docker.io under another name.
  const host = registry === 'docker.io' ? 'registry-1.docker.io' : registry;
  return `${insecure || isLoopback(host) ? 'http' : 'https'}://${host}`;
}

/** Whether a secret may go to this address: never in plain text over a network, unless that was asked for. */
export function mayCarrySecrets(url: string, insecure: boolean): boolean {
  const { protocol, host } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && (insecure || isLoopback(host)));
}
