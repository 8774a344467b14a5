import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/definitions.ts';
import { actionFiles, actionlint, workflowFiles, zizmor } from '../../scripts/linters.ts';

const SEEDED = 'test/hardening/seeded';
/** Each file breaks the rule that it is named after, and none of the others. */
const seeded = readdirSync(join(ROOT, SEEDED)).filter((file) => file.endsWith('.yml'));
const TWO_MINUTES_MS = 120_000;

describe('the linters', () => {
  test(
    'find nothing in any workflow or action, and are told to pass nothing over',
    async () => {
      expect(workflowFiles().length).toBeGreaterThanOrEqual(10);
      expect(await zizmor([...workflowFiles(), ...actionFiles()])).toEqual([]);
      expect(await actionlint(workflowFiles())).toEqual([]);
      for (const file of [...workflowFiles(), 'scripts/zizmor.yml'])
        expect([file, /zizmor: *ignore|\bignore:|shellcheck disable/.exec(readFileSync(join(ROOT, file), 'utf8'))]).toEqual([
          file,
          null,
        ]);
    },
    TWO_MINUTES_MS,
  );

  test.each(seeded)(
    'would have found %s',
    async (file) => {
      const audit = file.replace('.yml', '');
      const found = (await zizmor([join(SEEDED, file)])).join('\n');
      expect([...new Set([...found.matchAll(/^(?:error|warning|help)\[([\w-]+)\]/gm)].map(([, name]) => name))]).toContain(audit);
    },
    TWO_MINUTES_MS,
  );

  test(
    'would have found what is not a workflow at all, or calls what does not exist',
    async () => {
      expect((await actionlint([join(SEEDED, 'not-valid.yaml')])).join('\n')).toMatch(/unexpected key "step"/);
      expect((await zizmor([join(SEEDED, 'not-valid.yaml')])).join('\n')).not.toBe('');
    },
    TWO_MINUTES_MS,
  );
});
