import { describe, expect, test } from '@jest/globals';
import { purlCovers, purlOf } from './purl.ts';

describe('package URLs', () => {
  test.each([
    ['npm', '@types/node', '1.0.0', 'pkg:npm/%40types/node@1.0.0'],
    ['PyPI', 'My_Lib', '1', 'pkg:pypi/my-lib@1'],
    ['Go', 'github.com/a/b', 'v1.2.3', 'pkg:golang/github.com/a/b@v1.2.3'],
    ['Maven', 'org.a:b', '1', 'pkg:maven/org.a/b@1'],
    ['crates.io', 'serde', '1.0.0', 'pkg:cargo/serde@1.0.0'],
    ['Debian:12', 'zlib1g', '1:1.2', 'pkg:deb/debian/zlib1g@1:1.2'],
    ['Unheard-of', 'a', '1', undefined],
  ])('%s %s %s', (ecosystem, name, version, purl) => {
    expect(purlOf(ecosystem, name, version)).toBe(purl);
  });

  test.each([
    ['pkg:npm/a', 'pkg:npm/a@1', true],
    ['pkg:npm/a@1', 'pkg:npm/a@1', true],
    ['pkg:npm/a@2', 'pkg:npm/a@1', false],
    ['pkg:npm/b', 'pkg:npm/a@1', false],
    ['pkg:npm/%40s/a', 'pkg:npm/a@1', false],
    ['pkg:oci/orders?repository_url=ghcr.io/org', 'pkg:oci/orders@sha256:1?repository_url=ghcr.io/org', true],
    ['pkg:oci/orders?repository_url=ghcr.io/org', 'pkg:oci/orders@sha256:1?repository_url=quay.io/org', false],
    ['lodash', 'pkg:npm/lodash@1', false],
  ])('%s is about %s: %s', (said, of, covers) => {
    expect(purlCovers(said, of)).toBe(covers);
  });
});
