import { describe, expect, test } from '@jest/globals';
import type { Failure } from '@slipway/failure';
import { findingOf } from '@slipway/findings';
import { inForce, parseVex, statedOf } from './index.ts';

const PURL = 'pkg:npm/lodash@4.17.20';
const SERVICE = 'pkg:oci/orders@sha256%3Aaaa?repository_url=ghcr.io/org/orders';
const finding = findingOf({
  engine: 'slipway',
  kind: 'vulnerability',
  id: 'GHSA-a',
  aliases: ['CVE-2021-1'],
  title: '',
  location: { file: 'package-lock.json' },
  package: { ecosystem: 'npm', name: 'lodash', version: '4.17.20', purl: PURL },
});

interface Given {
  readonly id?: string;
  readonly author?: string;
  readonly version?: number;
}

const openVex = (statements: readonly object[], { id = 'https://a/1', author = 'Ada', version = 1 }: Given = {}) =>
  JSON.stringify(
    {
      '@context': 'https://openvex.dev/ns/v0.2.0',
      '@id': id,
      author,
      timestamp: '2026-01-01T00:00:00Z',
      version,
      statements: statements.map((each) => ({ vulnerability: { name: 'CVE-2021-1' }, products: [{ '@id': PURL }], ...each })),
    },
    null,
    1,
  );

const NOT_AFFECTED = { status: 'not_affected', justification: 'vulnerable_code_not_in_execute_path' };
const said = (product: string | undefined, ...documents: readonly string[]) =>
  statedOf(finding, inForce(documents.map((text, index) => parseVex(`${index}.json`, text))), product);

const csaf = (groups: Record<string, string[]>, extra: object = {}) =>
  JSON.stringify({
    document: {
      category: 'csaf_vex',
      publisher: { name: 'Ada' },
      tracking: { id: 'A-1', version: '1.0.0', current_release_date: '2026-01-01T00:00:00.000Z' },
    },
    product_tree: {
      branches: [
        {
          category: 'vendor',
          name: 'Ada',
          branches: [
            {
              category: 'product_version',
              name: '1',
              product: {
                product_id: 'orders',
                name: 'Orders',
                product_identification_helper: { purl: 'pkg:oci/orders?repository_url=ghcr.io/org/orders' },
              },
            },
            {
              category: 'product_version',
              name: '4',
              product: { product_id: 'lodash', name: 'lodash', product_identification_helper: { purl: 'pkg:npm/lodash' } },
            },
          ],
        },
      ],
      relationships: [
        {
          category: 'default_component_of',
          product_reference: 'lodash',
          relates_to_product_reference: 'orders',
          full_product_name: { product_id: 'orders:lodash', name: 'lodash in Orders' },
        },
      ],
    },
    vulnerabilities: [
      {
        cve: 'CVE-2021-1',
        product_status: groups,
        flags: [{ label: 'component_not_present', product_ids: ['orders:lodash', 'lodash', 'orders'] }],
        ...extra,
      },
    ],
  });

describe('an OpenVEX document', () => {
  test.each<[string, object, string | undefined, string]>([
    ['about the package', NOT_AFFECTED, undefined, 'cleared'],
    ['about the package in any version', { ...NOT_AFFECTED, products: [{ '@id': 'pkg:npm/lodash' }] }, undefined, 'cleared'],
    ['about another version', { ...NOT_AFFECTED, products: [{ '@id': 'pkg:npm/lodash@4.0.0' }] }, undefined, 'nothing'],
    ['by an alias', { ...NOT_AFFECTED, vulnerability: { name: 'X', aliases: ['ghsa-a'] } }, undefined, 'cleared'],
    [
      'in the spelling of version 0.0.1',
      { ...NOT_AFFECTED, vulnerability: 'CVE-2021-1', products: [PURL] },
      undefined,
      'cleared',
    ],
    ['about another vulnerability', { ...NOT_AFFECTED, vulnerability: { name: 'CVE-2021-2' } }, undefined, 'nothing'],
    [
      'about the service and its package',
      { ...NOT_AFFECTED, products: [{ '@id': SERVICE, subcomponents: [{ '@id': PURL }] }] },
      SERVICE,
      'cleared',
    ],
    [
      'about the service and another package',
      { ...NOT_AFFECTED, products: [{ '@id': SERVICE, subcomponents: [{ '@id': 'pkg:npm/a' }] }] },
      SERVICE,
      'nothing',
    ],
    [
      'about the whole service',
      { ...NOT_AFFECTED, products: [{ '@id': 'x', identifiers: { purl: SERVICE } }] },
      SERVICE,
      'cleared',
    ],
    [
      'about the service in another digest',
      { ...NOT_AFFECTED, products: [{ '@id': SERVICE.replace('aaa', 'bbb'), subcomponents: [{ '@id': PURL }] }] },
      SERVICE,
      'nothing',
    ],
    [
      'about a service, where nobody said what is scanned',
      { ...NOT_AFFECTED, products: [{ '@id': SERVICE, subcomponents: [{ '@id': PURL }] }] },
      undefined,
      'nothing',
    ],
    ['that it is fixed', { status: 'fixed' }, undefined, 'cleared'],
    ['that it is looked into', { status: 'under_investigation' }, undefined, 'standing'],
    ['that it is affected', { status: 'affected', action_statement: 'Update.' }, undefined, 'standing'],
  ])('%s', (_, statement, product, kind) => {
    expect(said(product, openVex([statement])).kind).toBe(kind);
  });

  test('says what it said last', () => {
    const late = { timestamp: '2026-02-01T00:00:00Z' };
    expect(said(undefined, openVex([{ ...NOT_AFFECTED, ...late }, { status: 'affected' }])).kind).toBe('cleared');
    expect(said(undefined, openVex([NOT_AFFECTED, { status: 'affected', ...late }])).kind).toBe('standing');
    expect(said(undefined, openVex([{ status: 'affected' }], { version: 1 }), openVex([NOT_AFFECTED], { version: 2 })).kind).toBe(
      'cleared',
    );
  });

  test('that another contradicts clears nothing', () => {
    const other = openVex([{ status: 'under_investigation' }], { id: 'https://b/1', author: 'Bob' });
    const stated = said(undefined, openVex([NOT_AFFECTED]), other);
    expect(stated).toMatchObject({ kind: 'contradicted', statements: [{ author: 'Ada' }, { author: 'Bob' }] });
  });

  test('tells why', () => {
    const impact = { impact_statement: 'Only templates of our own.' };
    expect(said(undefined, openVex([{ ...NOT_AFFECTED, ...impact }]))).toMatchObject({
      statement: { why: 'vulnerable_code_not_in_execute_path: Only templates of our own.', author: 'Ada' },
    });
  });
});

describe('a CSAF document', () => {
  test.each<[string, Record<string, string[]>, string | undefined, string]>([
    ['about a component of the service', { known_not_affected: ['orders:lodash'] }, SERVICE, 'cleared'],
    ['about a component of another service', { known_not_affected: ['orders:lodash'] }, 'pkg:oci/bills', 'nothing'],
    ['about the package', { known_not_affected: ['lodash'] }, undefined, 'cleared'],
    ['that it is fixed', { fixed: ['orders'] }, SERVICE, 'cleared'],
    ['that it is affected', { known_affected: ['orders:lodash'] }, SERVICE, 'standing'],
    ['that it is looked into', { under_investigation: ['lodash'] }, undefined, 'standing'],
    ['that only recommends', { recommended: ['lodash'] }, undefined, 'nothing'],
  ])('%s', (_, groups, product, kind) => {
    expect(said(product, csaf(groups)).kind).toBe(kind);
  });
});

describe('a document that is malformed', () => {
  const codes = (text: string): readonly string[] => {
    try {
      parseVex('vex.json', text);
      return [];
    } catch (error) {
      return (error as Failure).problems.map(({ code, message }) => `${code} ${message}`);
    }
  };

  test.each<[string, string, unknown]>([
    [
      'CSAF with a tree that is none',
      csaf({}).replace('"branches":[{"category":"vendor"', '"branches":[7,{"category":"vendor"'),
      [expect.stringContaining('CONFIG_INVALID "product_tree.branches.0" must be object')],
    ],
    ['no document', '{}', Array(6).fill(expect.stringContaining('CONFIG_MISSING_KEY'))],
    ['no object', '[]', [expect.stringContaining('CONFIG_INVALID')]],
    ['cut off', openVex([NOT_AFFECTED]).slice(0, 60), expect.arrayContaining([expect.stringContaining('YAML_SYNTAX')])],
    [
      'an unknown status',
      openVex([{ status: 'harmless' }]),
      [expect.stringContaining('CONFIG_INVALID "statements.0.status" must be one of')],
    ],
    [
      'no justification',
      openVex([{ status: 'not_affected' }]),
      [expect.stringContaining('VEX_MALFORMED "not_affected" is said without')],
    ],
    [
      'no time',
      openVex([{ ...NOT_AFFECTED, timestamp: 'yesterday' }]),
      [expect.stringContaining('VEX_MALFORMED "yesterday" is no time')],
    ],
    [
      'a product without a name',
      openVex([{ ...NOT_AFFECTED, products: [{}] }]),
      [expect.stringContaining('VEX_MALFORMED A product has no name')],
    ],
    [
      'CSAF about an unknown product',
      csaf({ known_not_affected: ['nobody'] }),
      [expect.stringContaining('"nobody" stands in no product tree'), expect.stringContaining('without a flag')],
    ],
    [
      'CSAF without a reason',
      csaf({ known_not_affected: ['lodash'] }, { flags: [] }),
      [expect.stringContaining('VEX_MALFORMED "known_not_affected" is said without')],
    ],
    ['CSAF of another profile', csaf({}).replace('csaf_vex', 'csaf_base'), [expect.stringContaining('CONFIG_INVALID')]],
    [
      'CSAF about no vulnerability',
      csaf({ fixed: ['lodash'] }, { cve: undefined }),
      [expect.stringContaining('neither "cve" nor "ids"')],
    ],
  ])('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});
