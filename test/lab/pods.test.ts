import { expect, test } from '@jest/globals';
import { parseNamespaces } from './network.ts';
import { descendants, isShimOf, mountsBelow } from './pods.ts';

test('mountsBelow lists the mounts inside a folder, the innermost first', () => {
  const mounts = [
    'overlay /lab/run/a overlay rw 0 0',
    'tmpfs /lab/run/a/b\\040c tmpfs rw 0 0',
    'tmpfs /laboratory tmpfs rw 0 0',
    'tmpfs /lab tmpfs rw 0 0',
  ].join('\n');
  expect(mountsBelow(mounts, '/lab')).toEqual(['/lab/run/a/b c', '/lab/run/a']);
});

test('isShimOf knows its own shims from those of another containerd', () => {
  const shim = (socket: string): string[] => ['/usr/bin/containerd-shim-runc-v2', '-namespace', 'k8s.io', '-address', socket];
  expect(isShimOf(shim('/lab/run/containerd.sock'), '/lab/run')).toBe(true);
  expect(isShimOf(shim('/run/containerd/containerd.sock'), '/lab/run')).toBe(false);
  expect(isShimOf(['vim', '/lab/run/notes'], '/lab/run')).toBe(false);
});

test('descendants finds every level below a process', () => {
  const tree = [
    { pid: 2, parent: 1 },
    { pid: 3, parent: 2 },
    { pid: 4, parent: 3 },
    { pid: 5, parent: 1 },
  ];
  expect(descendants(tree, [2])).toEqual([3, 4]);
});

test('parseNamespaces reads the namespaces of a network result', () => {
  const result = '{"result":{"interfaces":[{"name":"veth1"},{"name":"eth0","sandbox":"/var/run/netns/cni-1"}]}}';
  expect(parseNamespaces(result)).toEqual(['/var/run/netns/cni-1']);
});
