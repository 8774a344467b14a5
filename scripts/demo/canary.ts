import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The spellings in which a secret could slip out: plain, base64 at each of the three alignments, and URL-encoded. */
export function spellings(secret: string): readonly string[] {
  const shifted = [0, 1, 2].map((shift) => {
    const text = Buffer.from(`${'x'.repeat(shift)}${secret}`)
      .toString('base64')
      .replace(/=+$/, '');
    // The first and last characters depend on the neighbours of the secret.
    return text.slice(shift === 0 ? 0 : 4, -2);
  });
  return [...new Set([secret, encodeURIComponent(secret), ...shifted])].filter((text) => text.length >= 12);
}

/** Every file below the folders that holds a spelling of a secret. */
export function filesWithSecrets(folders: readonly string[], secrets: readonly string[]): readonly string[] {
  const needles = secrets.flatMap(spellings);
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return files.filter((file) => {
    const text = readFileSync(file, 'latin1');
    return needles.some((needle) => text.includes(needle));
  });
}
