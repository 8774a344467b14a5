import { collect, type Problem } from '@slipway/failure';
import { parseJUnit, type TestReport } from '@slipway/junit';
import type { Files } from '@slipway/system';

/** What the test command wrote. */
export interface Reports {
  /** All readable reports as one; undefined when there is none. */
  readonly report?: TestReport;
  readonly malformed: readonly Problem[];
  /** The patterns, with a remark on one that names a folder and so matches nothing. */
  readonly searched: readonly string[];
}

const below = (pattern: string, folder: string): string => (pattern.startsWith('/') ? pattern : `${folder}/${pattern}`);

async function pathsOf(patterns: readonly string[], folder: string, files: Files): Promise<readonly string[]> {
  const found = await Promise.all(patterns.map((pattern) => files.glob(below(pattern, folder))));
  return [...new Set(found.flat())].sort();
}

/**
 * Removes the reports of an earlier run, which must not speak for this one.
 *
 * A pattern such as `**\/*.xml` also matches files that are no reports; these stay.
 */
export async function removeStale(patterns: readonly string[], folder: string, files: Files): Promise<void> {
  for (const path of await pathsOf(patterns, folder, files)) {
    if (/<testsuites?[\s/>]/.test(await files.readText(path))) await files.remove(path);
  }
}

/** Reads all reports; one that is malformed does not hide what the others say. */
export async function readReports(patterns: readonly string[], folder: string, files: Files): Promise<Reports> {
  const malformed: Problem[] = [];
  const paths = await pathsOf(patterns, folder, files);
  const read = await Promise.all(
    paths.map((path) => collect(malformed, async () => parseJUnit(path, await files.readText(path)))),
  );
  const reports = read.filter((report) => report !== undefined);
  const searched = patterns.map(async (pattern) => {
    const isFolder = (await files.list(below(pattern, folder))).length > 0;
    return isFolder ? `${pattern} is a folder: write ${pattern}/*.xml` : pattern;
  });
  return {
    malformed,
    searched: await Promise.all(searched),
    ...(reports.length > 0 && { report: { cases: reports.flatMap(({ cases }) => cases) } }),
  };
}
