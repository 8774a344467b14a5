import { execFileSync } from 'node:child_process';
import type { Lab } from './lab.ts';

/** Has the namespaces of a test deleted, so that their pods do not fill the one node for the tests after it. */
export function deleteNamespaces({ kubectl, kubeconfig }: Lab, prefix: string): void {
  const run = (...args: string[]): string => execFileSync(kubectl, ['--kubeconfig', kubeconfig, ...args], { encoding: 'utf8' });
  const names = run('get', 'namespaces', '--output=name').split('\n');
  const own = names.filter((name) => name.startsWith(`namespace/${prefix}`));
  if (own.length > 0) run('delete', ...own, '--wait=false');
}
