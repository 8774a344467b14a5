import { outputsFor } from '@slipway/metadata';
import type { Annotation, Outcome, Ports } from '@slipway/runner';
import { list } from '@slipway/summary';
import { type Hold, HOLDS, parseHolds } from '@slipway/write-back';
import { action } from './action.ts';

interface Found {
  readonly file: string;
  readonly line: number;
  readonly service: string;
  readonly hold: Hold;
}

/** The lines of a text that have a digest, from 1. */
function linesWith(text: string, digest: string): readonly number[] {
  return text.split('\n').flatMap((line, at) => (line.includes(digest) ? [at + 1] : []));
}

async function lookAt(path: string, { files }: Ports): Promise<readonly Found[]> {
  const holds = parseHolds(await files.readText(path), path);
  const [, file = '', name = ''] = /^(.*)\/([^/]+)\.json$/.exec(path.slice(HOLDS.length + 1)) ?? [];
  if (holds.length === 0 || !(await files.exists(file))) return [];
  const text = await files.readText(file);
  return holds.flatMap((hold) =>
    linesWith(text, hold.digest).map((line) => ({ file, line, service: decodeURIComponent(name), hold })),
  );
}

const wordsOf = ({ service, hold }: Found): string =>
  `${service} may not run ${hold.digest}: it is held since run ${hold.run.id}, because ${hold.reason}.`;

/** Whether any file of a checkout has an image that is held: for writers that know nothing of holds. */
export async function check(ports: Ports): Promise<Outcome<typeof action>> {
  const paths = await ports.files.glob(`${HOLDS}/**/*.json`);
  const found = (await Promise.all(paths.map((path) => lookAt(path, ports)))).flat();
  const remedy = 'Write another image, or lift the hold with update-gitops, mode: lift, and a reason.';
  const annotations = found.map((each): Annotation => {
    const { file, line } = each;
    return { level: 'error', title: 'DIGEST_HELD', message: `${wordsOf(each)}\n${remedy}`, file, line };
  });
  const headline =
    found.length === 0 ? 'No file has an image that is held.' : `${found.length} images are held and may not be written.`;
  const outcome = found.length === 0 ? 'clean' : 'held';
  return {
    verdict: found.length === 0 ? 'pass' : 'fail',
    headline,
    outputs: outputsFor(action, { outcome, changed: 'false' }),
    annotations,
    summary: [...(found.length === 0 ? [] : [list(found.map((each) => [`${each.file}: ${wordsOf(each)}`]))])],
    data: { outcome, held: found.map(({ file, line, service, hold }) => ({ file, line, service, digest: hold.digest })) },
  };
}
