import { afterAll, describe, expect, test } from '@jest/globals';
import { Failure } from '@slipway/failure';
import { nodeFiles } from '@slipway/system/node';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDocuments } from './open.ts';

const folder = mkdtempSync(join(tmpdir(), 'slipway-open-'));
mkdirSync(join(folder, 'repository/types'), { recursive: true });
writeFileSync(join(folder, 'secret.yaml'), 'type: string\n');
writeFileSync(join(folder, 'repository/types/money.yaml'), 'type: integer\n');
symlinkSync(join(folder, 'secret.yaml'), join(folder, 'repository/types/link.yaml'));
symlinkSync(join(folder, 'repository/types/money.yaml'), join(folder, 'repository/types/inner.yaml'));

afterAll(() => rmSync(folder, { recursive: true }));

const codesOf = async (reference: string, given = 'openapi.yaml'): Promise<readonly string[]> => {
  writeFileSync(
    join(folder, 'repository/openapi.yaml'),
    `openapi: 3.1.0\npaths: {}\ncomponents: { schemas: { A: { $ref: "${reference}" } } }\n`,
  );
  try {
    await openDocuments(given, nodeFiles(join(folder, 'repository')));
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.problems.map(({ code }) => code);
  }
};

describe('a file that a description refers to', () => {
  test.each<[string, string, readonly string[]]>([
    ['in the repository', 'types/money.yaml', []],
    ['by a link within it', 'types/inner.yaml', []],
    ['outside it', '../secret.yaml', ['REF_OUTSIDE']],
    ['outside it by a link', 'types/link.yaml', ['REF_OUTSIDE']],
    ['by an absolute path', '/etc/hostname', ['REF_OUTSIDE']],
  ])('%s', async (_, reference, codes) => {
    expect(await codesOf(reference)).toEqual(codes);
  });

  test('is held to the folder of a description that lies elsewhere', async () => {
    const given = join(folder, 'repository/openapi.yaml');
    expect(await codesOf('types/money.yaml', given)).toEqual([]);
    expect(await codesOf('../secret.yaml', given)).toEqual(['REF_OUTSIDE']);
  });
});
