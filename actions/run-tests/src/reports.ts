import { collect, type Problem } from '@slipway/failure';
import { parseJUnit, type TestReport } from '@slipway/junit';
import type { Files } from '@slipway/system';

/** What the test command wrote. */
export interface Reports {
  /** All readable reports as one; undefined when there is none. */
  readonly report?: TestReport;
  readonly malformed: readonly Problem[];
}

async function pathsOf(patterns: readonly string[], folder: string, files: Files): Promise<readonly string[]> {
  const found = await Promise.all(
    patterns.map((pattern) => files.glob(pattern.startsWith('/') ? pattern : `${folder}/${pattern}`)),
  );
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
  return { malformed, ...(reports.length > 0 && { report: { cases: reports.flatMap(({ cases }) => cases) } }) };
}
