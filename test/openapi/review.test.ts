import { expect, test } from '@jest/globals';
import { diff, openDocuments, readApi } from '@slipway/openapi';
import { nodeFiles } from '@slipway/system/node';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const SERVICES = join(dirname(fileURLToPath(import.meta.url)), '../fixtures/services');

/** The lines of the new file that a review of the change shows, as git tells them. */
function shownLines(folder: string, file: string): ReadonlySet<number> {
  const text = execFileSync('git', ['diff', 'HEAD', '--', file], { cwd: folder, encoding: 'utf8' });
  const shown = new Set<number>();
  for (const [, from, count] of text.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)) {
    for (let line = Number(from); line < Number(from) + Number(count ?? 1); line += 1) shown.add(line);
  }
  return shown;
}

const git = (folder: string, ...args: string[]): void => {
  execFileSync('git', ['-c', 'user.name=dev', '-c', 'user.email=dev@example.com', ...args], { cwd: folder, stdio: 'ignore' });
};

test.each(['openapi.yaml', 'openapi.json'])(
  'what is gone from %s is told on a line that the review of the change shows',
  async (file) => {
    const folder = mkdtempSync(join(tmpdir(), 'slipway-review-'));
    const write = (source: string): void => {
      if (file.endsWith('.yaml')) cpSync(join(SERVICES, source), join(folder, file));
      else writeFileSync(join(folder, file), JSON.stringify(parse(readFileSync(join(SERVICES, source), 'utf8')), null, 2));
    };
    try {
      write('payment-service/openapi.yaml');
      git(folder, 'init', '--quiet');
      git(folder, 'add', '.');
      git(folder, 'commit', '--quiet', '--message', 'base');
      cpSync(join(folder, file), join(folder, `base-${file}`));
      write('variants/break-contract/openapi.yaml');
      const files = nodeFiles(folder);
      const read = async (name: string) => readApi(await openDocuments(name, files));
      const gone = diff(await read(`base-${file}`), await read(file), 0).filter(
        ({ rule }) => rule === 'response-property-removed',
      );
      expect(gone).toHaveLength(2);
      const shown = shownLines(folder, file);
      const lines = readFileSync(join(folder, `base-${file}`), 'utf8').split('\n');
      for (const { base, head } of gone) {
        expect(shown.has(head?.line ?? 0)).toBe(true);
        expect(lines[(base?.line ?? 0) - 1]).toContain('transaction_id');
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
