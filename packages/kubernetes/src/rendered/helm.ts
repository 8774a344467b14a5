import { join } from 'node:path';
import type { Location } from '@slipway/failure';
import type { Files } from '@slipway/system';
import type { FieldPath, Manifest } from '../manifest.ts';

/** The line on which a template writes the field, found key by key from the top; the last key that is found counts. */
export function lineInTemplate(text: string, path: FieldPath): number {
  const lines = text.split('\n');
  let [at, found] = [0, 1];
  for (const key of path) {
    if (typeof key === 'number') continue;
    const pattern = new RegExp(`^\\s*(- )*"?${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}"?:`);
    const next = lines.findIndex((line, index) => index >= at && pattern.test(line));
    if (next < 0) break;
    [at, found] = [next + 1, next + 1];
  }
  return found;
}

/** The template of each document of a rendering, in order: helm writes it as a comment above. */
function templatesOf(rendered: string): readonly { readonly template: string; readonly line: number }[] {
  return rendered.split('\n').flatMap((line, index) => {
    const template = /^# Source: (\S+)$/.exec(line)?.[1];
    return template === undefined ? [] : [{ template, line: index + 1 }];
  });
}

/**
 * Where the fields of what helm rendered stand in the chart's templates. A template is no YAML, so only the keys are looked
 * for, in the order of the path; what a named template of another file writes is found in the file that includes it.
 */
export async function withHelmOrigins(
  files: Files,
  chart: string,
  rendered: string,
  manifests: readonly Manifest[],
): Promise<readonly Manifest[]> {
  const templates = templatesOf(rendered);
  const texts = new Map<string, string | undefined>();
  for (const { template } of templates) {
    // The comment begins with the chart's name, which is not that of its folder.
    const file = join(chart, template.split('/').slice(1).join('/'));
    texts.set(template, (await files.exists(file)) ? await files.readText(file) : undefined);
  }
  return manifests.map((manifest) => {
    const { line: at = 1 } = manifest.locate([]);
    const template = templates.findLast(({ line }) => line <= at)?.template;
    const text = template === undefined ? undefined : texts.get(template);
    if (template === undefined || text === undefined) {
      const locate = (): Location => ({ file: join(chart, 'Chart.yaml'), line: 1 });
      return { ...manifest, file: locate().file, locate };
    }
    const file = join(chart, template.split('/').slice(1).join('/'));
    return { ...manifest, file, locate: (path) => ({ file, line: lineInTemplate(text, path) }) };
  });
}
