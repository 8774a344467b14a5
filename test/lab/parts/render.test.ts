import { describe, expect, test } from '@jest/globals';
import { NETWORK, PREFERRED_PORTS } from '../address.ts';
import { renderKubeconfig } from '../certificates.ts';
import { parseLibraries } from '../images/rootfs.ts';
import { layoutOf } from '../layout.ts';
import { renderCni } from '../network.ts';
import type { Site } from '../site.ts';
import { renderStatus } from '../status.ts';
import { renderBuildkit } from './buildkit.ts';
import { renderContainerd, renderHosts } from './containerd.ts';
import { renderCorefile } from './coredns.ts';
import { isReady, renderKubelet } from './kubelet.ts';
import { renderPrometheus } from './prometheus.ts';
import { renderProxy } from './proxy.ts';
import { renderRegistry } from './registry.ts';

const site: Site = { layout: layoutOf('/cache'), ports: { ...PREFERRED_PORTS, registry: 5001 } };

describe('configurations', () => {
  test('containerd takes the pause image and plain http from the lab registry, and leaves oom scores alone', () => {
    const text = renderContainerd(site);
    expect(text).toContain('sandbox_image = "127.0.0.1:5001/pause:1"');
    expect(text).toContain('restrict_oom_score_adj = true');
    expect(text).toContain('address = "/cache/lab/run/containerd.sock"');
    expect(renderHosts('127.0.0.1:5001')).toContain('[host."http://127.0.0.1:5001"]');
  });

  test('buildkit resolves Docker Hub names in the lab registry', () => {
    expect(renderBuildkit('127.0.0.1:5001')).toContain('[registry."docker.io"]\n  mirrors = ["127.0.0.1:5001"]');
  });

  test('the registry allows deletion and listens on loopback', () => {
    expect(JSON.parse(renderRegistry('/data', '127.0.0.1:5001'))).toMatchObject({
      storage: { delete: { enabled: true }, filesystem: { rootdirectory: '/data' } },
      http: { addr: '127.0.0.1:5001' },
    });
  });

  test('pods ask the DNS server that CoreDNS binds', () => {
    expect(JSON.parse(renderKubelet(site))).toMatchObject({ clusterDNS: [NETWORK.node], failCgroupV1: false });
    expect(renderCorefile(site)).toContain(`bind ${NETWORK.node}`);
  });

  test('node ports stay on this machine', () => {
    expect(JSON.parse(renderProxy(site))).toMatchObject({ nodePortAddresses: ['127.0.0.0/8', '10.244.0.1/32'] });
  });

  test('pods get addresses behind the bridge, whose own address is not given away', () => {
    expect(JSON.parse(renderCni(site.layout))).toMatchObject({
      plugins: [{ bridge: 'slipway0', ipam: { ranges: [[{ gateway: '10.244.0.1', rangeStart: '10.244.0.10' }]] } }],
    });
  });

  test('Prometheus scrapes only pods that ask for it', () => {
    const { scrape_configs: jobs } = JSON.parse(renderPrometheus(site)) as {
      scrape_configs: { relabel_configs: { action?: string; regex: string }[] }[];
    };
    expect(jobs[0]?.relabel_configs[0]).toMatchObject({ action: 'keep', regex: 'true' });
  });

  test('a kubeconfig carries its certificates', () => {
    const text = renderKubeconfig('https://127.0.0.1:6443', { user: 'admin', authority: 'A', certificate: 'C', key: 'K' });
    expect(text).toContain('certificate-authority-data: QQ==');
    expect(text).toContain('client-key-data: Sw==');
  });
});

describe('isReady', () => {
  const since = Date.parse('2026-01-01T10:00:00.700Z');
  const condition = (type: string, status: string, lastHeartbeatTime: string) => [{ type, status, lastHeartbeatTime }];

  test.each([
    ['Ready', 'True', '2026-01-01T10:00:00Z', true],
    ['Ready', 'True', '2026-01-01T09:59:59Z', false],
    ['Ready', 'False', '2026-01-01T10:00:05Z', false],
    ['DiskPressure', 'True', '2026-01-01T10:00:05Z', false],
  ])('%s=%s told at %s: %j', (type, status, time, expected) => {
    expect(isReady(condition(type, status, time), since)).toBe(expected);
  });
});

test('parseLibraries reads files from ldd and leaves the kernel out', () => {
  const ldd = [
    '\tlinux-vdso.so.1 (0x00007ffd)',
    '\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f1)',
    '\t/lib64/ld-linux-x86-64.so.2 (0x00007f2)',
  ].join('\n');
  expect(parseLibraries(ldd)).toEqual(['/lib/x86_64-linux-gnu/libm.so.6', '/lib64/ld-linux-x86-64.so.2']);
});

test('a status is a table with one line per part', () => {
  const part = { part: 'etcd', state: 'healthy', pid: 7, address: 'http://127.0.0.1:2379', log: '/logs/etcd' } as const;
  expect(renderStatus({ healthy: true, parts: [part] }).split('\n')).toEqual([
    'PART  STATE    PID  ADDRESS                LOG',
    'etcd  healthy  7    http://127.0.0.1:2379  /logs/etcd',
  ]);
});
